//! Any bytes as an old Word file.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| klubba_fuzz::read(data.to_vec()));
