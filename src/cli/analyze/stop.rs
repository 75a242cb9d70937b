//! Ctrl-C: once ends the run cleanly, twice at once.

use crate::document::{Error, ErrorKind};
use signal_hook::SigId;
use signal_hook::consts::{SIGINT, SIGTERM};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// Hears, as long as it lives, when someone wants the run to end.
#[derive(Debug, Default)]
pub(in crate::cli) struct Stop {
    asked: Arc<AtomicBool>,
    heard: Vec<SigId>,
}

impl Stop {
    pub fn listen() -> Result<Stop, Error> {
        let asked = Arc::new(AtomicBool::new(false));
        let mut stop = Stop { asked: Arc::clone(&asked), heard: Vec::new() };
        for signal in [SIGINT, SIGTERM] {
            // In this order: the second time the first finds the flag set.
            let last = signal_hook::flag::register_conditional_shutdown(
                signal,
                super::INTERRUPTED.into(),
                Arc::clone(&asked),
            );
            let first = signal_hook::flag::register(signal, Arc::clone(&asked));
            for registered in [last, first] {
                let id = registered.map_err(|error| {
                    Error::new(ErrorKind::Usage, format!("cannot listen for Ctrl-C: {error}"))
                })?;
                stop.heard.push(id);
            }
        }
        Ok(stop)
    }

    pub fn flag(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.asked)
    }
}

impl Drop for Stop {
    fn drop(&mut self) {
        for id in self.heard.drain(..) {
            signal_hook::low_level::unregister(id);
        }
    }
}
