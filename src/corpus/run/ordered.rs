//! Batches in, what is made of them out, in order.

use super::size;
use crate::corpus::archive::{Archive, Content, Entry, Flow, Progress, Settings, Walk, folded};
use crate::document::{Error, ErrorKind};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

/// A batch is full at this many bytes; a large document is one of its own.
const BATCH_BYTES: u64 = 1 << 20;
/// Or at this many documents.
const BATCH_DOCUMENTS: usize = 256;
/// How often who waits looks whether the run is to end.
const LOOK: Duration = Duration::from_millis(50);
/// Readers of formats go deep into what is nested.
const STACK: usize = 8 << 20;

/// Documents that are worked on together.
#[derive(Debug, Default)]
pub(crate) struct Batch {
    /// Number of its first document, from 0.
    pub first: u64,
    pub entries: Vec<Entry>,
    /// A number for the names of all documents up to its end.
    pub names: u64,
    bytes: u64,
}

/// Where a run begins, and how others follow and end it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Plan {
    /// Documents that were done before.
    pub skip: u64,
    /// The number for their names.
    pub names: u64,
    pub progress: Progress,
    /// Set by whoever wants the run to end.
    pub stop: Arc<AtomicBool>,
}

/// What `work` makes of each batch, in order.
#[derive(Debug)]
pub(crate) struct Ordered<T> {
    slots: Receiver<Result<Receiver<(T, u64)>, Error>>,
    #[cfg(feature = "cli")]
    pool: Arc<rayon::ThreadPool>,
    under_way: Arc<UnderWay>,
}

impl<T: Send + 'static> Ordered<T> {
    pub fn start<W>(archive: Archive, plan: Plan, work: W) -> Result<Ordered<T>, Error>
    where
        W: Fn(Batch) -> T + Send + Sync + 'static,
    {
        let unable = |error: &dyn std::fmt::Display| {
            Error::new(ErrorKind::Usage, format!("cannot start threads: {error}"))
        };
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(archive.settings.threads)
            .stack_size(STACK)
            .thread_name(|index| format!("klubba-{index}"))
            .build()
            .map_err(|error| unable(&error))?;
        let pool = Arc::new(pool);
        let threads = pool.current_num_threads();
        let (sender, slots) = sync_channel(2 * threads);
        let under_way = Arc::new(UnderWay::new(BATCH_BYTES * 2 * (threads as u64 + 1)));
        let mut reader = Reader {
            pool: Arc::clone(&pool),
            under_way: Arc::clone(&under_way),
            slots: sender,
            work: Arc::new(work),
            batch: Batch { first: plan.skip, names: plan.names, ..Batch::default() },
            plan,
            passed: (0, 0),
        };
        std::thread::Builder::new()
            .name("klubba-reader".to_string())
            .stack_size(STACK)
            .spawn(move || reader.read(archive))
            .map_err(|error| unable(&error))?;
        Ok(Ordered {
            slots,
            #[cfg(feature = "cli")]
            pool,
            under_way,
        })
    }

    /// The threads that work, for what has to be done behind them.
    #[cfg(feature = "cli")]
    pub fn pool(&self) -> Arc<rayon::ThreadPool> {
        Arc::clone(&self.pool)
    }
}

impl<T> Ordered<T> {
    /// The next result, or none as soon as someone wants the run to end: also while a document takes long.
    pub fn next_unless(&mut self, stop: &AtomicBool) -> Option<Result<T, Error>> {
        let slot = match waited(&self.slots, stop)? {
            Ok(Ok(slot)) => slot,
            Ok(Err(error)) => return Some(Err(error)),
            Err(_) => return None,
        };
        let Ok((result, bytes)) = waited(&slot, stop)? else {
            let message = "klubba failed in writing what it had found; please report it";
            return Some(Err(Error::new(ErrorKind::Bug, message)));
        };
        self.under_way.release(bytes);
        Some(Ok(result))
    }
}

impl<T> Iterator for Ordered<T> {
    type Item = Result<T, Error>;

    fn next(&mut self) -> Option<Result<T, Error>> {
        self.next_unless(&AtomicBool::new(false))
    }
}

impl<T> Drop for Ordered<T> {
    fn drop(&mut self) {
        // The reader may wait for room that nobody will make. It ends when it finds nobody to hand a slot to.
        self.under_way.open();
    }
}

/// What comes, or that nothing will come; none if someone wants the run to end.
fn waited<T>(from: &Receiver<T>, stop: &AtomicBool) -> Option<Result<T, RecvTimeoutError>> {
    loop {
        if stop.load(Ordering::Relaxed) {
            return None;
        }
        match from.recv_timeout(LOOK) {
            Err(RecvTimeoutError::Timeout) => {}
            came => return Some(came),
        }
    }
}

/// The thread that finds documents and hands them out.
struct Reader<T, W> {
    pool: Arc<rayon::ThreadPool>,
    under_way: Arc<UnderWay>,
    slots: SyncSender<Result<Receiver<(T, u64)>, Error>>,
    work: Arc<W>,
    batch: Batch,
    plan: Plan,
    /// How many documents were passed by, and the number for their names.
    passed: (u64, u64),
}

impl<T, W> Reader<T, W>
where
    T: Send + 'static,
    W: Fn(Batch) -> T + Send + Sync + 'static,
{
    fn read(&mut self, archive: Archive) {
        let Archive { paths, settings } = archive;
        let mut left = self.plan.skip;
        for path in paths {
            if self.stopped() || self.path(&path, &settings, &mut left).is_break() {
                return;
            }
        }
        if left > 0 {
            self.changed();
        } else if !self.batch.entries.is_empty() {
            let _ = self.hand_out();
        }
    }

    fn path(&mut self, path: &Path, settings: &Settings, left: &mut u64) -> Flow {
        let progress = Arc::clone(&self.plan.progress);
        let mut emit = |entry| self.take(entry);
        let mut walk = Walk { settings, skip: *left, progress, emit: &mut emit };
        let walked = catch_unwind(AssertUnwindSafe(|| walk.path(path)));
        *left = walk.skip;
        walked.unwrap_or_else(|_| {
            let error = Error::new(ErrorKind::Bug, "klubba failed in opening this; please report it");
            let flow = walk.fail(path.to_string_lossy().into_owned(), error);
            *left = walk.skip;
            flow
        })
    }

    fn take(&mut self, entry: Entry) -> Flow {
        if self.stopped() {
            return Flow::Break(());
        }
        if matches!(entry.content, Ok(Content::Passed)) {
            self.passed = (self.passed.0 + 1, folded(self.passed.1, &entry.source));
            if self.passed.0 == self.plan.skip && self.passed.1 != self.plan.names {
                self.changed();
                return Flow::Break(());
            }
            return Flow::Continue(());
        }
        self.batch.bytes += size(&entry.content);
        self.batch.names = folded(self.batch.names, &entry.source);
        self.batch.entries.push(entry);
        if self.batch.bytes >= BATCH_BYTES || self.batch.entries.len() >= BATCH_DOCUMENTS {
            return self.hand_out();
        }
        Flow::Continue(())
    }

    fn stopped(&self) -> bool {
        self.plan.stop.load(Ordering::Relaxed)
    }

    /// The input is not that of the run that is to go on.
    fn changed(&self) {
        let message = "the input has changed since the run that is to be resumed: its documents are not those \
                       that were done; begin anew in another folder";
        let _ = self.slots.send(Err(Error::new(ErrorKind::Usage, message)));
    }

    fn hand_out(&mut self) -> Flow {
        let first = self.batch.first + self.batch.entries.len() as u64;
        let next = Batch { first, names: self.batch.names, ..Batch::default() };
        let batch = std::mem::replace(&mut self.batch, next);
        let bytes = batch.bytes;
        self.under_way.wait_for(bytes);
        let (sender, slot) = sync_channel(1);
        if self.slots.send(Ok(slot)).is_err() {
            return Flow::Break(());
        }
        let work = Arc::clone(&self.work);
        self.pool.spawn(move || {
            // Where this panics, the sender is dropped, and the receiver knows.
            if let Ok(result) = catch_unwind(AssertUnwindSafe(|| work(batch))) {
                let _ = sender.send((result, bytes));
            }
        });
        Flow::Continue(())
    }
}

/// Bytes of documents that are worked on or wait, and how many may be.
#[derive(Debug)]
struct UnderWay {
    bytes: Mutex<(u64, u64)>,
    less: Condvar,
}

impl UnderWay {
    fn new(limit: u64) -> UnderWay {
        UnderWay { bytes: Mutex::new((0, limit)), less: Condvar::new() }
    }

    /// Waits until so many more are within the limit, or alone.
    fn wait_for(&self, more: u64) {
        let bytes = self.bytes.lock().unwrap_or_else(PoisonError::into_inner);
        let full = |bytes: &mut (u64, u64)| bytes.0 > 0 && bytes.0.saturating_add(more) > bytes.1;
        let mut bytes = self.less.wait_while(bytes, full).unwrap_or_else(PoisonError::into_inner);
        bytes.0 = bytes.0.saturating_add(more);
    }

    fn release(&self, bytes: u64) {
        let mut left = self.bytes.lock().unwrap_or_else(PoisonError::into_inner);
        left.0 = left.0.saturating_sub(bytes);
        self.less.notify_all();
    }

    /// No limit any more.
    fn open(&self) {
        self.bytes.lock().unwrap_or_else(PoisonError::into_inner).1 = u64::MAX;
        self.less.notify_all();
    }
}
