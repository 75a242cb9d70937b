//! Any bytes as an archive, and what is in it.
#![no_main]

use klubba::{Analyzer, Archive, ErrorKind};
use std::io::Write;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let Ok(mut file) = klubba_fuzz::scratch() else { return };
    if file.write_all(data).is_err() {
        return;
    }
    let Ok(archive) = Archive::open(file.path()) else { return };
    for result in archive.threads(1).max_size(1 << 20).timeout(klubba_fuzz::LIMIT).run(&Analyzer::default()) {
        if let Err(failure) = result {
            assert_ne!(failure.error.kind(), ErrorKind::Bug, "{failure}");
            assert_ne!(failure.error.kind(), ErrorKind::Timeout, "{failure}");
        }
    }
});
