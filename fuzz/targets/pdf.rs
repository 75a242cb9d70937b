//! Any bytes as a PDF.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| klubba_fuzz::read(klubba_fuzz::headed(b"%PDF-1.7\n", data)));
