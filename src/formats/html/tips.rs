//! What a finding tells: its label beside the text, and its facts when it is pointed at.

use super::layers::Layer;
use super::marks::Mark;
use crate::document::{Date, Decision, Document, Heading, Match, Person, Rule, Speech};
use crate::formats::timeml::escape;

/// What stands before a decision and a speech.
pub(super) fn label(document: &Document, mark: &Mark) -> Option<String> {
    match mark.layer {
        Layer::Decisions => document.decisions.get(mark.index).map(|decision| decision.kind.to_string()),
        Layer::Speeches => document.speeches.get(mark.index).map(|speech| speakers(document, speech)),
        _ => None,
    }
}

/// The facts: what it is in bold, the rest, and the rule. `speakers` are those of the document.
pub(super) fn write(html: &mut String, document: &Document, speakers: &[u32], mark: &Mark) {
    let mut tip = Tip { html, begun: false };
    let index = mark.index;
    match mark.layer {
        Layer::Headings => document.headings.get(index).map(|it| tip.heading(it)),
        Layer::Decisions | Layer::Items => document.decisions.get(index).map(|it| tip.decision(document, it)),
        Layer::Speeches => document.speeches.get(index).map(|it| tip.speech(document, it)),
        Layer::People => document.people.get(index).map(|it| {
            tip.person(it, speakers.binary_search(&(index as u32)).is_ok());
        }),
        Layer::Dates => document.dates.get(index).map(|it| tip.date(it)),
        Layer::Matches => document.matches.get(index).map(|it| tip.hit(it)),
    };
}

struct Tip<'h> {
    html: &'h mut String,
    begun: bool,
}

impl Tip<'_> {
    fn first(&mut self, what: &str) {
        self.html.push_str("<b>");
        escape(self.html, what);
        self.html.push_str("</b>");
        self.begun = true;
    }

    /// A fact, behind its name where it has one.
    fn fact(&mut self, name: &str, value: &str) {
        self.html.push_str(if self.begun { " · " } else { "" });
        if !name.is_empty() {
            self.html.push_str("<i>");
            self.html.push_str(name);
            self.html.push_str("</i> ");
        }
        escape(self.html, value);
        self.begun = true;
    }

    fn maybe(&mut self, name: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.fact(name, value);
        }
    }

    fn rule(&mut self, rule: &Rule) {
        self.html.push_str("<br><code>");
        escape(self.html, rule.code);
        self.html.push_str("</code> ");
        // Words of a text stand between asterisks.
        for (index, words) in rule.meaning.split('*').enumerate() {
            let (begin, end) = if index % 2 == 1 { ("<em>", "</em>") } else { ("", "") };
            self.html.push_str(begin);
            escape(self.html, words);
            self.html.push_str(end);
        }
    }

    fn heading(&mut self, it: &Heading) {
        self.first(it.kind.as_str());
        self.fact("level", &it.level.to_string());
        self.maybe("case", it.case.as_deref());
        self.rule(&it.rule);
    }

    fn decision(&mut self, document: &Document, it: &Decision) {
        self.first(it.kind.as_str());
        self.maybe("", it.body.as_deref());
        if !it.by.is_empty() {
            self.fact("by", &names(document, &it.by));
        }
        if it.reported {
            self.fact("", "taken elsewhere or before");
        }
        if let Some(votes) = it.votes {
            let abstain = votes.abstain.map_or_else(String::new, |abstain| format!("–{abstain}"));
            self.fact("votes", &format!("{}–{}{abstain}", votes.yes, votes.no));
        }
        self.maybe("to", it.assignee.as_deref());
        self.maybe("by the day", it.deadline.as_deref());
        self.maybe("case", it.case.as_deref());
        if !it.law.is_empty() {
            self.fact("law", &it.law.join(", "));
        }
        if it.immediate {
            self.fact("", "adjusted at once");
        }
        if let Some(same) = it.same_as {
            self.fact("says the same as decision", &same.to_string());
        }
        self.rule(&it.rule);
    }

    fn speech(&mut self, document: &Document, it: &Speech) {
        self.first(&speakers(document, it));
        self.fact("", it.mode.as_str());
        self.maybe("verb", it.verb);
        self.rule(&it.rule);
    }

    fn person(&mut self, it: &Person, speaks: bool) {
        self.first(&named(it));
        if !it.roles.is_empty() {
            self.fact("", &it.roles.join(", "));
        }
        let functions = Vec::from_iter(it.functions_of(speaks).into_iter().map(|f| f.as_str()));
        self.fact("", &functions.join(", "));
        self.fact("named", &format!("{}×", it.mentions.len()));
        self.rule(&it.rule);
    }

    fn hit(&mut self, it: &Match) {
        self.first(&it.pattern);
        self.fact("", "a pattern of your own");
    }

    fn date(&mut self, it: &Date) {
        self.first(&it.value);
        if let (Some(first), Some(last)) = (it.first, it.last)
            && first != last
        {
            self.fact("", &format!("{first} – {last}"));
        }
        self.maybe("", it.modifier.map(|modifier| modifier.as_str()));
        self.maybe("seen from", it.anchor.as_deref());
        if it.conflict {
            self.fact("", "the day is another weekday");
        }
        self.rule(&it.rule);
    }
}

fn speakers(document: &Document, speech: &Speech) -> String {
    names(document, &speech.speakers)
}

fn names(document: &Document, people: &[u32]) -> String {
    let all = people.iter().filter_map(|&index| document.people.get(index as usize).map(named));
    all.collect::<Vec<_>>().join(", ")
}

fn named(person: &Person) -> String {
    match &person.party {
        Some(party) => format!("{} ({party})", person.name),
        None => person.name.clone(),
    }
}
