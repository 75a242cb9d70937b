//! Any XML as the text of a DOCX file.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| klubba_fuzz::docx(data));
