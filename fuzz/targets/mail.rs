//! Any bytes as an e-mail.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| klubba_fuzz::mail(data));
