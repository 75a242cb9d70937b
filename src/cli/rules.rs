//! `klubba rules`: the registry, and one rule explained.

use super::output::{quiet, unwritable};
use crate::document::{Error, ErrorKind, Rule};
use crate::rules;
use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Style};
use std::io::{self, Write};
use std::path::Path;

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();
const FOUND: Style = AnsiColor::Green.on_default().bold();

/// List the rules behind findings, or explain one
#[derive(Debug, clap::Args)]
pub(super) struct Rules {
    /// A rule's code (date.day) or the beginning of one (date)
    code: Option<String>,
}

impl Rules {
    pub fn run(&self) -> Result<u8, Error> {
        let mut out = AutoStream::new(io::stdout().lock(), ColorChoice::Auto);
        let done = match self.code.as_deref() {
            Some(code) => match rules::find(code) {
                Some(rule) => explain(&mut out, rule),
                None => {
                    let some = Vec::from_iter(rules::all().filter(|rule| rule.code.starts_with(code)));
                    if some.is_empty() {
                        let message = format!("no rule is called {code:?}; klubba rules lists them all");
                        return Err(Error::new(ErrorKind::Usage, message));
                    }
                    list(&mut out, some)
                }
            },
            None => list(&mut out, rules::all()),
        };
        quiet(done.and_then(|()| out.flush()).map_err(|error| unwritable(Path::new("-"), &error)))?;
        Ok(0)
    }
}

fn list(out: &mut impl Write, rules: impl IntoIterator<Item = &'static Rule>) -> io::Result<()> {
    let rules = Vec::from_iter(rules);
    let width = rules.iter().map(|rule| rule.code.len()).max().unwrap_or(0);
    let mut layer = "";
    for rule in rules {
        let own = rule.code.split('.').next().unwrap_or("");
        if own != layer && !layer.is_empty() {
            writeln!(out)?;
        }
        layer = own;
        writeln!(out, "{BOLD}{:width$}{BOLD:#}  {}", rule.code, rule.meaning)?;
    }
    Ok(())
}

fn explain(out: &mut impl Write, rule: &Rule) -> io::Result<()> {
    writeln!(out, "{BOLD}{}{BOLD:#}\n{}", rule.code, rule.meaning)?;
    writeln!(out, "\n{DIM}finds what stands between the marks{DIM:#}")?;
    for example in rule.finds {
        let marked = example.text.replace('⟦', &format!("{FOUND}⟦")).replace('⟧', &format!("⟧{FOUND:#}"));
        indented(out, &marked, example.value)?;
    }
    writeln!(out, "\n{DIM}but nothing in{DIM:#}")?;
    for text in rule.passes {
        indented(out, text, None)?;
    }
    writeln!(out, "\n{DIM}declared in{DIM:#} {}", rule.source())
}

/// A text of one line or more, and behind the last one the value that is read out of it.
fn indented(out: &mut impl Write, text: &str, value: Option<&str>) -> io::Result<()> {
    let value = value.map(|value| format!("  {DIM}{value}{DIM:#}")).unwrap_or_default();
    let lines = text.trim_end().lines().collect::<Vec<_>>().join("\n    ");
    writeln!(out, "    {lines}{value}")?;
    if lines.contains('\n') { writeln!(out) } else { Ok(()) }
}
