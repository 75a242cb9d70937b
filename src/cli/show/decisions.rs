//! What is decided.

use super::page::{Page, style};
use crate::document::{Decision, Document};
use std::io;

/// Each decision: kind, body, words, points, and what is known of it besides.
pub(super) fn draw(page: &mut Page, doc: &Document) -> io::Result<()> {
    page.section("What is decided", doc.decisions.len(), ("decision", "decisions"))?;
    for decision in &doc.decisions {
        let own = style::decision(decision.kind);
        page.gutter(decision.span.start)?;
        write!(page.out, "{own}{}{own:#}", decision.kind)?;
        if let Some(body) = &decision.body {
            write!(page.out, "  {}", page.line(body, 30))?;
        }
        page.end(decision.rule)?;
        words(page, decision)?;
        facts(page, decision)?;
    }
    Ok(())
}

/// The sentence; of several points, the words that lead them in and then each.
fn words(page: &mut Page, decision: &Decision) -> io::Result<()> {
    let text = page.text;
    if decision.items.len() < 2 {
        return page.paragraph(decision.span.of(text), 2, "", 3);
    }
    let lead = decision.items.first().map_or(decision.span.start, |item| item.start);
    let lead = text.get(decision.span.start as usize..lead as usize).unwrap_or("");
    // The first point's own mark or number ends it; there may be nothing else.
    let mark =
        |c: char| c.is_whitespace() || c.is_ascii_digit() || matches!(c, '-' | '–' | '•' | '*' | '.' | ')');
    let lead = lead.trim_end_matches(mark);
    if lead.chars().filter(|c| c.is_alphabetic()).count() > 1 {
        page.paragraph(lead, 2, "", 2)?;
    }
    for item in &decision.items {
        page.paragraph(item.of(text), 2, "• ", 2)?;
    }
    Ok(())
}

/// Deadline, who is charged, case, votes, and whether it was taken elsewhere.
fn facts(page: &mut Page, decision: &Decision) -> io::Result<()> {
    let mut facts = Vec::new();
    facts.extend(decision.deadline.as_ref().map(|day| format!("by {day}")));
    facts.extend(decision.assignee.as_ref().map(|who| format!("for {}", page.line(who, 40))));
    facts.extend(decision.case.as_ref().map(|case| format!("case {}", page.line(case, 40))));
    facts.extend(decision.votes.map(|votes| {
        let abstain = votes.abstain.map_or(String::new(), |n| format!(", {n} abstaining"));
        format!("votes {} yes, {} no{abstain}", votes.yes, votes.no)
    }));
    facts.extend(decision.reported.then(|| "told of here, taken elsewhere or before".to_string()));
    if facts.is_empty() {
        return Ok(());
    }
    page.dim_paragraph(&facts.join(" · "), 2, "→ ", 3)
}
