//! Any XML as the text of an ODT file.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| klubba_fuzz::read(klubba_fuzz::packed("odt", "content.xml", data)));
