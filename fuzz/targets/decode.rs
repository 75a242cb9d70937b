//! Any bytes of unknown encoding.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    if let Ok(decoded) = klubba::decode(data.to_vec()) {
        klubba_fuzz::analyze(&decoded.text);
    }
});
