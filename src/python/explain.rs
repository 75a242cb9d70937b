//! Why something was found, in words.

use crate::rules;
use crate::text::graphemes::short;
use std::fmt::Display;

/// A finding's text is told up to so many letters.
const SHOWN: usize = 200;

/// The lines of an explanation, as they grow.
pub(super) struct Explain {
    lines: Vec<String>,
    rule: Option<&'static crate::document::Rule>,
    condition: String,
}

impl Explain {
    /// Begins with the words and the rule of this code, whose condition stands there in the source.
    pub fn of(code: &str, condition: &str, words: &str) -> Explain {
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let short = short(&words, SHOWN);
        let rule = rules::find(code);
        let mut lines = vec![format!("“{short}”")];
        lines.extend(rule.map(|rule| format!("rule {code}: {}", rule.meaning)));
        Explain { lines, rule, condition: condition.to_string() }
    }

    /// What was read out of the words, where there is something.
    pub fn fact(mut self, name: &str, value: Option<&impl Display>) -> Explain {
        self.lines.extend(value.map(|value| format!("{name}: {value}")));
        self
    }

    /// Several of a kind, each told once.
    pub fn all(self, name: &str, values: &[String]) -> Explain {
        let mut told: Vec<String> = Vec::new();
        for value in values {
            let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
            if !told.contains(&value) {
                told.push(value);
            }
        }
        let told = (!told.is_empty()).then(|| told.join(" | "));
        self.fact(name, told.as_ref())
    }

    /// Ends with an example of the rule, a text that looks alike and is none, and where in the code the rule and the condition
    /// that held stand.
    pub fn told(mut self) -> String {
        let line = |text: &str| text.replace('\n', " ⏎ ");
        if let Some(rule) = self.rule {
            self.lines.push(format!("as in: {}", line(rule.example())));
            self.lines.push(format!("not in: {}", line(rule.counter_example())));
            self.lines.push(format!("declared in: {}", rule.source()));
            self.lines.push(format!("found at: {}", self.condition));
        }
        self.lines.join("\n")
    }
}
