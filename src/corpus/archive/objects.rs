//! Objects of JSON one by one, whatever stands between them: an array, line breaks, indentation.

use std::io::{self, BufRead};

/// What [`next`] found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// A whole object.
    Object,
    /// One of more bytes than the limit, which was passed by.
    TooLarge,
    /// None any more.
    End,
}

/// Reads the next object into `object`, at most `limit` bytes of it. What is no JSON at all is read as one object to the
/// end, and the parser says what is wrong with it.
pub(super) fn next(input: &mut impl BufRead, object: &mut Vec<u8>, limit: u64) -> io::Result<Found> {
    object.clear();
    let (mut depth, mut in_text, mut escaped, mut size) = (0_u64, false, false, 0_u64);
    loop {
        let buffer = input.fill_buf()?;
        if buffer.is_empty() {
            return Ok(match (size, size > limit) {
                (0, _) => Found::End,
                (_, true) => Found::TooLarge,
                _ => Found::Object,
            });
        }
        let mut used = 0;
        let mut ended = false;
        for &byte in buffer {
            used += 1;
            let between = depth == 0 && !in_text;
            if between
                && matches!(byte, b'[' | b']' | b',' | b' ' | b'\n' | b'\r' | b'\t' | 0xEF | 0xBB | 0xBF)
            {
                continue;
            }
            size += 1;
            if size <= limit {
                object.push(byte);
            }
            match byte {
                _ if escaped => escaped = false,
                b'\\' if in_text => escaped = true,
                b'"' => in_text = !in_text,
                b'{' if !in_text => depth += 1,
                b'}' if !in_text => {
                    depth = depth.saturating_sub(1);
                    ended = depth == 0;
                }
                _ => {}
            }
            if ended {
                break;
            }
        }
        input.consume(used);
        if ended {
            return Ok(if size > limit { Found::TooLarge } else { Found::Object });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(mut text: &[u8]) -> Vec<(Found, String)> {
        let (mut object, mut found) = (Vec::new(), Vec::new());
        loop {
            match next(&mut text, &mut object, 24).unwrap() {
                Found::End => return found,
                is => found.push((is, String::from_utf8(object.clone()).unwrap())),
            }
        }
    }

    #[test]
    fn of_arrays_and_indented_ones() {
        let whole = |text: &str| (Found::Object, text.to_string());
        assert_eq!(
            all(b"[{\"a\": \"]}\"}, {\"b\": {}}]\n"),
            [whole("{\"a\": \"]}\"}"), whole("{\"b\": {}}")]
        );
        assert_eq!(all(b"{\n \"a\": \"\\\"{\"\n}\n"), [whole("{\n \"a\": \"\\\"{\"\n}")]);
        assert_eq!(all(b"[]"), []);
        let long = all(b"[{\"a\": \"aaaaaaaaaaaaaaaaaaaaaaaaaaa\"}, {\"b\": 1}]");
        assert_eq!(long[0].0, Found::TooLarge);
        assert_eq!(long[1], whole("{\"b\": 1}"));
    }
}
