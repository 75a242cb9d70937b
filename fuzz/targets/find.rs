//! Any pattern, the first line of the input, in any text, the rest of it.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &str| klubba_fuzz::find(data));
