//! Any text: spans slice it, indices point, every format can be made, and the time is bounded.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| drop(klubba_fuzz::analyze(text)));
