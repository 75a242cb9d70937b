//! Texts to measure with, made from `grammar.txt`: the same at every run, and varied. What repeats is learnt by
//! the processor's branch predictors and flatters.

use std::collections::HashMap;

/// The kinds of text that there are.
pub const KINDS: [&str; 4] = ["records", "press", "minutes", "pages"];

/// Documents of a kind, `bytes` long together or a little more.
pub fn make(kind: &str, bytes: usize) -> Vec<String> {
    let grammar = Grammar::read(include_str!("grammar.txt"));
    let (start, shape): (_, fn(String) -> String) = match kind {
        "records" => ("record", |text| text.replace('\u{c}', "")),
        "press" => ("press", |text| text),
        "minutes" => ("minutes", |text| paged(&text, "\n")),
        // Pages as archives give them: everything on one line.
        _ => ("minutes", |text| paged(&text, " ")),
    };
    let mut maker = Maker { grammar: &grammar, state: 20_240_314, paragraph: 0 };
    let (mut texts, mut made) = (Vec::new(), 0);
    while made < bytes {
        let mut text = String::new();
        maker.paragraph = 0;
        maker.put(start, &mut text);
        let text = shape(text);
        made += text.len();
        texts.push(text);
    }
    texts
}

/// Lines broken as in print and joined by `newline`, with a running head on each page.
fn paged(text: &str, newline: &str) -> String {
    let mut lines = Vec::new();
    let pages = text.split('\u{c}').count();
    let head = text.lines().next().unwrap_or_default().to_uppercase();
    for (number, page) in text.split('\u{c}').enumerate() {
        let before = if number == 0 { "" } else { "\u{c}" };
        lines.push(format!("{before}{head}    SAMMANTRÄDESPROTOKOLL    {} ({pages})", number + 1));
        for line in page.lines() {
            let mut rest = line;
            while let Some((full, next)) = broken(rest) {
                lines.push(full.to_string());
                rest = next;
            }
            lines.push(rest.to_string());
        }
    }
    lines.join(newline)
}

/// A line that is too long, at its last blank before the margin.
fn broken(line: &str) -> Option<(&str, &str)> {
    let (margin, _) = line.char_indices().nth(84)?;
    let at = line[..margin].rfind(' ')?;
    Some((&line[..at], &line[at + 1..]))
}

struct Grammar<'g>(HashMap<&'g str, Vec<&'g str>>);

impl<'g> Grammar<'g> {
    fn read(file: &'g str) -> Grammar<'g> {
        let mut forms: HashMap<&str, Vec<&str>> = HashMap::new();
        for line in file.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            if let Some((name, words)) = line.split_once(": ").filter(|(name, _)| !name.contains(' ')) {
                forms.entry(name).or_default().extend(words.split(' '));
            } else if let Some((name, alternatives)) = line.split_once(" = ") {
                forms.entry(name).or_default().extend(alternatives.split('|').map(str::trim));
            }
        }
        Grammar(forms)
    }
}

struct Maker<'g> {
    grammar: &'g Grammar<'g>,
    state: u64,
    paragraph: u32,
}

impl Maker<'_> {
    /// A number below `count`, by a linear congruence.
    fn draw(&mut self, count: usize) -> usize {
        self.state =
            self.state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.state >> 33) as usize % count
    }

    /// Writes one form of `name`.
    fn put(&mut self, name: &str, text: &mut String) {
        let forms = self.grammar.0.get(name).map_or([].as_slice(), Vec::as_slice);
        assert!(!forms.is_empty(), "grammar.txt has no {name}");
        let mut rest = forms[self.draw(forms.len())];
        while let Some(at) = rest.find(['{', '\\']) {
            text.push_str(&rest[..at]);
            let after = &rest[at + 1..];
            if rest.as_bytes()[at] == b'\\' {
                text.push_str(match after.as_bytes().first() {
                    Some(b'n') => "\n",
                    _ => "\u{c}",
                });
                rest = after.get(1..).unwrap_or_default();
            } else {
                let (slot, after) = after.split_once('}').unwrap_or((after, ""));
                self.fill(slot, text);
                rest = after;
            }
        }
        text.push_str(rest);
    }

    fn fill(&mut self, slot: &str, text: &mut String) {
        let from = text.len();
        if slot == "§" {
            self.paragraph += 1;
            text.push_str(&self.paragraph.to_string());
        } else if let Some((low, high)) = slot.split_once('-') {
            let number = |part: &str| part.parse().unwrap_or(0);
            let (low, high): (usize, usize) = (number(low), number(high));
            text.push_str(&(low + self.draw(high - low + 1)).to_string());
        } else if let Some(name) = slot.strip_prefix('!') {
            self.put(name, text);
            let upper = text[from..].to_uppercase();
            text.replace_range(from.., &upper);
        } else if let Some(name) = slot.strip_prefix('^') {
            self.put(name, text);
            if let Some(first) = text[from..].chars().next() {
                let upper = first.to_uppercase().to_string();
                text.replace_range(from..from + first.len_utf8(), &upper);
            }
        } else {
            self.put(slot, text);
        }
    }
}
