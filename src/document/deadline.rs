//! When work on a document has to end.

use super::error::{Error, ErrorKind};
use std::time::{Duration, Instant};

/// The moment after which a document is given up; never, where nobody set a limit.
///
/// Time only goes forward: a loop that ends early because the moment has passed needs to tell nobody. Who called it looks
/// for itself, and throws away what is half done.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Deadline(Option<Instant>);

impl Deadline {
    /// So long from now on.
    pub fn within(limit: Option<Duration>) -> Deadline {
        // A limit beyond the end of the clock is none.
        Deadline(limit.and_then(|limit| Instant::now().checked_add(limit)))
    }

    /// At this moment.
    #[cfg(feature = "decode")]
    pub fn at(moment: Option<Instant>) -> Deadline {
        Deadline(moment)
    }

    /// Whether it is too late.
    pub fn has_passed(self) -> bool {
        self.0.is_some_and(|moment| Instant::now() >= moment)
    }

    /// The same for a loop of many small steps, which looks at the clock at each 256th of them.
    pub fn has_passed_at(self, step: usize) -> bool {
        step.is_multiple_of(256) && self.has_passed()
    }

    /// [`ErrorKind::Timeout`] where it is too late.
    pub fn check(self) -> Result<(), Error> {
        if self.has_passed() {
            return Err(Error::new(ErrorKind::Timeout, "took longer than the time limit for one document"));
        }
        Ok(())
    }
}
