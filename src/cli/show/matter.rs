//! The course of a matter: a line for each thing done, with the words that say so and the document they stand in.

use super::excerpt;
use super::page::style;
use crate::link::course::{Course, Step};
use anstyle::{AnsiColor, Style};
use std::io::{self, Write};

/// Each course; a line that says so if there is none.
pub(super) fn draw(out: &mut dyn Write, courses: &[Course], wanted: &str) -> io::Result<()> {
    let terminal = terminal_size::terminal_size().map_or(100, |(width, _)| usize::from(width.0));
    let width = terminal.clamp(60, 110);
    if courses.is_empty() {
        writeln!(out, "no matter has the case number or the title {wanted:?}")?;
    }
    for (index, course) in courses.iter().enumerate() {
        if index > 0 {
            writeln!(out)?;
        }
        header(out, course, width)?;
        for step in &course.steps {
            line(out, step, course, width)?;
        }
    }
    Ok(())
}

/// Its title, then case, outcome and when.
fn header(out: &mut dyn Write, course: &Course, width: usize) -> io::Result<()> {
    let (title, dim) = (style::TITLE, style::DIM);
    let own = if course.title.is_empty() { "(no title)" } else { &course.title };
    for line in excerpt::wrap(own, width, 2) {
        writeln!(out, "{title}{line}{title:#}")?;
    }
    let days = || course.steps.iter().map(|step| step.date.as_str()).filter(|day| !day.is_empty());
    let mut facts = Vec::new();
    facts.extend((!course.case.is_empty()).then(|| course.case.clone()));
    let outcome = if course.outcome.is_empty() { "not decided" } else { &course.outcome };
    facts.push(outcome.to_string());
    facts.extend(
        days()
            .min()
            .zip(days().max())
            .map(|(first, last)| if first == last { first.to_string() } else { format!("{first} – {last}") }),
    );
    writeln!(out, "{dim}{}{dim:#}\n", facts.join(" · "))
}

fn line(out: &mut dyn Write, step: &Step, course: &Course, width: usize) -> io::Result<()> {
    let widest = |of: fn(&Step) -> &str| {
        course.steps.iter().map(|step| of(step).chars().count()).max().unwrap_or(0).min(30)
    };
    let (bodies, acts) = (widest(|step| &step.body), widest(|step| &step.act));
    let (date, dim, own) = (style::DATE, style::DIM, act(&step.act));
    let body = excerpt::wrap(&step.body, 30, 1).pop().unwrap_or_default();
    let day = if step.date.is_empty() { "(no day)" } else { &step.date };
    writeln!(
        out,
        "{date}{day:10}{date:#}  {body:bodies$}  {own}{:acts$}{own:#}  {dim}{}{dim:#}",
        step.act, step.source
    )?;
    for words in excerpt::wrap(&step.words, width - 12, 2) {
        writeln!(out, "            {words}")?;
    }
    Ok(())
}

fn act(act: &str) -> Style {
    let color = match act {
        "adopted" => AnsiColor::Green,
        "rejected" | "reserved" | "appealed" => AnsiColor::Red,
        "elected" => AnsiColor::Magenta,
        "assigned" => AnsiColor::Cyan,
        "referred" | "postponed" => AnsiColor::Yellow,
        "proposed" | "moved" => AnsiColor::Blue,
        _ => AnsiColor::White,
    };
    color.on_default().bold()
}
