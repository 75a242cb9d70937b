//! Any bytes as RTF.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| klubba_fuzz::rtf(data));
