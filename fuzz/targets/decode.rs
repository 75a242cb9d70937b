//! Any bytes of unknown encoding.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| klubba_fuzz::decode(data));
