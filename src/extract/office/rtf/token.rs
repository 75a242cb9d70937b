//! The tokens of RTF.

/// A piece of RTF.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'b> {
    Open,
    Close,
    /// A control word with its number.
    Word(&'b [u8], Option<i32>),
    /// A control character: `\~`, `\*`.
    Sign(u8),
    /// A character of the font's encoding.
    Byte(u8),
}

/// Reads token by token; whatever the bytes, each is read once.
pub(super) struct Tokens<'b> {
    bytes: &'b [u8],
    at: usize,
}

impl<'b> Tokens<'b> {
    pub fn new(bytes: &'b [u8]) -> Tokens<'b> {
        Tokens { bytes, at: 0 }
    }

    /// Leaves out so many bytes of binary data.
    pub fn skip_binary(&mut self, count: usize) {
        self.at = self.at.saturating_add(count).min(self.bytes.len());
    }

    fn while_some(&mut self, is: impl Fn(&u8) -> bool) -> &'b [u8] {
        let rest = &self.bytes[self.at..];
        let end = rest.iter().position(|byte| !is(byte)).unwrap_or(rest.len());
        self.at += end;
        &rest[..end]
    }

    fn hex(&mut self) -> Option<u8> {
        let digit = |at: usize| char::from(*self.bytes.get(at)?).to_digit(16);
        let value = digit(self.at)? * 16 + digit(self.at + 1)?;
        self.at += 2;
        Some(value as u8)
    }
}

impl<'b> Iterator for Tokens<'b> {
    type Item = Token<'b>;

    fn next(&mut self) -> Option<Token<'b>> {
        loop {
            let byte = *self.bytes.get(self.at)?;
            self.at += 1;
            match byte {
                b'{' => return Some(Token::Open),
                b'}' => return Some(Token::Close),
                b'\r' | b'\n' | 0 => {}
                b'\\' => match *self.bytes.get(self.at)? {
                    b'\'' => {
                        self.at += 1;
                        if let Some(byte) = self.hex() {
                            return Some(Token::Byte(byte));
                        }
                    }
                    byte if byte.is_ascii_alphabetic() => {
                        let word = self.while_some(u8::is_ascii_alphabetic);
                        let minus = self.bytes.get(self.at) == Some(&b'-');
                        let from = self.at;
                        self.at += usize::from(minus);
                        let digits = self.while_some(u8::is_ascii_digit);
                        if digits.is_empty() {
                            self.at = from;
                        }
                        let number = std::str::from_utf8(digits).ok().and_then(|d| d.parse::<i32>().ok());
                        self.at += usize::from(self.bytes.get(self.at) == Some(&b' '));
                        return Some(Token::Word(word, number.map(|n| if minus { -n } else { n })));
                    }
                    byte => {
                        self.at += 1;
                        return Some(match byte {
                            b'\\' | b'{' | b'}' => Token::Byte(byte),
                            b'\r' | b'\n' => Token::Word(b"par", None),
                            byte => Token::Sign(byte),
                        });
                    }
                },
                byte => return Some(Token::Byte(byte)),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_signs_and_bytes() {
        let tokens = Vec::from_iter(Tokens::new(b"{\\b0 a\\'e5\\u-10\\~\\\\\\f\n1}\\"));
        let word = |word, number| Token::Word(word, number);
        assert_eq!(
            tokens,
            [
                Token::Open,
                word(b"b".as_slice(), Some(0)),
                Token::Byte(b'a'),
                Token::Byte(0xE5),
                word(b"u", Some(-10)),
                Token::Sign(b'~'),
                Token::Byte(b'\\'),
                word(b"f", None),
                Token::Byte(b'1'),
                Token::Close,
            ]
        );
    }
}
