//! What a run says while it goes on and at its end, on standard error.

use super::product::{Product, Tally};
use crate::cli::{complain_of, say};
use crate::corpus::archive::Progress;
use indicatif::{HumanBytes, HumanCount, ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::fmt::Write;
use std::io::IsTerminal;
use std::path::PathBuf;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

pub(super) struct Report {
    /// Drawn only on a terminal.
    bar: Option<ProgressBar>,
    quiet: bool,
    read: Progress,
    pub tally: Tally,
    begun: Instant,
}

impl Report {
    /// `paths` are looked through for how much there is to read; none where only the run will tell.
    pub fn new(quiet: bool, read: Progress, paths: Vec<PathBuf>) -> Report {
        let bar = (!quiet && std::io::stderr().is_terminal()).then(|| {
            let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
            let known = ProgressStyle::with_template("{bar:20} {percent:>3}% {msg}, {eta} left");
            let bare = ProgressStyle::with_template("{spinner} {msg}")
                .unwrap_or_else(|_| ProgressStyle::default_bar());
            bar.set_style(bare);
            bar.enable_steady_tick(Duration::from_millis(250));
            if !paths.is_empty() {
                let bar = bar.clone();
                // Counting takes time where there are many files; it ends with the process.
                std::thread::spawn(move || {
                    let total = paths.iter().map(size).sum();
                    if total > 0 {
                        bar.set_length(total);
                        bar.set_style(known.unwrap_or_else(|_| ProgressStyle::default_bar()));
                    }
                });
            }
            bar
        });
        Report { bar, quiet, read, tally: Tally::default(), begun: Instant::now() }
    }

    /// Counts a batch and tells of its failures.
    pub fn add(&mut self, product: &Product) {
        self.tally += &product.tally;
        let told = || product.failures.iter().for_each(|(_, failure)| complain_of(failure));
        match &self.bar {
            Some(bar) => {
                bar.suspend(told);
                bar.set_position(self.read.load(Ordering::Relaxed));
                let Tally { documents, failed, bytes, .. } = self.tally;
                bar.set_message(format!(
                    "{} documents, {} failed, {}",
                    HumanCount(documents),
                    HumanCount(failed),
                    speed(bytes, self.begun.elapsed())
                ));
            }
            None => told(),
        }
    }

    /// Takes the bar away.
    pub fn end(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }

    /// Says so where no document was read, and none had been before: a folder is empty, or holds nothing that is asked for.
    pub fn nothing(&self, skipped: u64, looked_in: &[PathBuf]) {
        if self.quiet || skipped + self.tally.documents + self.tally.failed > 0 {
            return;
        }
        let names = Vec::from_iter(looked_in.iter().map(|path| path.display().to_string()));
        say(&format!("klubba: {}: no document was found", names.join(", ")));
    }

    /// Says at the end what was done; `skipped` documents had been done before.
    pub fn summary(&self, skipped: u64) {
        if self.quiet {
            return;
        }
        let Tally { bytes, documents, kinds, findings, failed, causes } = &self.tally;
        let mut said = format!(
            "{} documents, {} in {:.1} s ({})",
            HumanCount(*documents),
            HumanBytes(*bytes),
            self.begun.elapsed().as_secs_f64(),
            speed(*bytes, self.begun.elapsed())
        );
        if skipped > 0 {
            let _ = write!(said, "; {} had been done before", HumanCount(skipped));
        }
        let list = |counts: &mut dyn Iterator<Item = (&str, u64)>| {
            let mut counts = Vec::from_iter(counts.filter(|(_, count)| *count > 0));
            counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
            let shown = counts.iter().map(|(name, count)| format!("{} {name}", HumanCount(*count)));
            Vec::from_iter(shown).join(", ")
        };
        if *documents > 0 {
            let names = ["headings", "people", "speeches", "decisions", "dates"];
            let _ = write!(
                said,
                "\n  kinds     {}",
                list(&mut kinds.iter().map(|(name, count)| (*name, *count)))
            );
            let _ = write!(said, "\n  findings  {}", list(&mut names.into_iter().zip(*findings)));
        }
        if *failed > 0 {
            let causes = list(&mut causes.iter().map(|(name, count)| (*name, *count)));
            let _ = write!(said, "\n  failed    {} ({causes})", HumanCount(*failed));
        }
        crate::cli::say(&said);
    }
}

fn speed(bytes: u64, time: Duration) -> String {
    format!("{:.1} MB/s", bytes as f64 / 1e6 / time.as_secs_f64().max(0.001))
}

/// Bytes of all files below a path. What links lead to is not counted: it may be the whole disk.
fn size(path: &PathBuf) -> u64 {
    let files = walkdir::WalkDir::new(path).into_iter().flatten();
    files.filter_map(|entry| entry.metadata().ok()).filter(|meta| meta.is_file()).map(|meta| meta.len()).sum()
}
