//! Any XML as the text of an ODT file.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| klubba_fuzz::odt(data));
