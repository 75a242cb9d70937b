//! Any texts, parted by NULs, as documents of a run that is linked.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &str| klubba_fuzz::link(data));
