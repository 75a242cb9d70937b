//! Any pattern, the first line of the input, in any text, the rest of it.
#![no_main]

use klubba::find::{Finder, Patterns};

libfuzzer_sys::fuzz_target!(|data: &str| {
    let (pattern, text) = data.split_once('\n').unwrap_or((data, ""));
    for (words, folded) in [(false, false), (true, true)] {
        let built = Patterns::builder().words(words).folded(folded).pattern("a", pattern).build();
        let Ok(patterns) = built else { continue };
        let finder = Finder::new(patterns);
        let hits = finder.find_anywhere(text);
        assert!(hits.matches.iter().all(|hit| text.get(hit.span.range()).is_some()), "a span is no slice");
        assert!(
            hits.matches.is_empty() || finder.may_fit(text),
            "the test before the search threw out a hit"
        );
    }
});
