//! Any bytes as a PDF.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| klubba_fuzz::pdf(data));
