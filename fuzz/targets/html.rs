//! Any bytes as a page of the web.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| klubba_fuzz::html(data));
