//! Any bytes as an archive, and what is in it.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| klubba_fuzz::archive(data));
