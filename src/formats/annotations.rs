//! Findings as W3C Web Annotations (JSON-LD): each stands off from its text, which it points into.

use super::Origin;
use crate::document::{Document, Span};
use crate::text::CodePoints;
use serde_json::{Value, json};

/// Writes an `AnnotationPage` for `document`, which was found in `text`, as one JSON object without line breaks.
///
/// The target of each annotation is the document's source with a `TextPositionSelector` (in code points of the
/// decoded text, as the standard has it) and a `TextQuoteSelector`. Its body has the finding's `layer` (heading,
/// mention, speech, decision, date) and what is known of it, under the keys of klubba/1.
///
/// # Errors
/// Those of the writer.
pub fn write(
    out: impl std::io::Write,
    document: &Document,
    text: &str,
    origin: Origin,
) -> std::io::Result<()> {
    let points = CodePoints::new(text);
    let source = origin.source.unwrap_or("");
    let mut items = Vec::new();
    let mut add = |layer: &str, span: Span, mut known: Value| {
        let (start, end) = points.span(span);
        if let Value::Object(known) = &mut known {
            known.retain(|_, value| !value.is_null());
            known.insert("type".to_string(), Value::from("Dataset"));
            known.insert("layer".to_string(), Value::from(layer));
        }
        items.push(json!({
            "type": "Annotation",
            "motivation": if layer == "mention" { "identifying" } else { "classifying" },
            "body": known,
            "target": {"source": source, "selector": [
                {"type": "TextPositionSelector", "start": start, "end": end},
                {"type": "TextQuoteSelector", "exact": span.of(text)},
            ]},
        }));
    };
    for h in &document.headings {
        let known = json!({"kind": h.kind.as_str(), "level": h.level, "number": h.number, "title": h.title,
            "case": h.case, "rule": h.rule.code});
        add("heading", h.span, known);
    }
    for p in &document.people {
        for &span in &p.mentions {
            add(
                "mention",
                span,
                json!({"name": p.name, "party": p.party, "roles": p.roles, "rule": p.rule.code}),
            );
        }
    }
    for s in &document.speeches {
        let person = |&i: &u32| document.people.get(i as usize).map(|person| person.name.as_str());
        let speakers = Vec::from_iter(s.speakers.iter().filter_map(person));
        let known =
            json!({"mode": s.mode.as_str(), "verb": s.verb, "speakers": speakers, "rule": s.rule.code});
        add("speech", s.span, known);
    }
    for d in &document.decisions {
        let votes = d.votes.map(|v| json!({"yes": v.yes, "no": v.no, "abstain": v.abstain}));
        let known = json!({"kind": d.kind.as_str(), "body": d.body, "reported": d.reported, "deadline": d.deadline,
            "assignee": d.assignee, "case": d.case, "votes": votes, "rule": d.rule.code});
        add("decision", d.span, known);
    }
    for d in &document.dates {
        let known = json!({"value": d.value, "first": d.first.map(|day| day.to_string()),
            "last": d.last.map(|day| day.to_string()), "modifier": d.modifier.map(|m| m.as_str()),
            "anchor": d.anchor, "rule": d.rule.code});
        add("date", d.span, known);
    }
    let page = json!({
        "@context": ["http://www.w3.org/ns/anno.jsonld", {"@vocab": "urn:klubba:"}],
        "type": "AnnotationPage",
        "source": source,
        "items": items,
    });
    serde_json::to_writer(out, &page).map_err(std::io::Error::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn selectors_count_code_points() {
        let text = "Åsa Öberg (S) yrkar bifall den 3 maj 2023.";
        let mut out = Vec::new();
        let origin = Origin { source: Some("a.txt"), ..Origin::default() };
        write(&mut out, &crate::analyze(text), text, origin).unwrap();
        let page: Value = serde_json::from_slice(&out).unwrap();
        let items = page["items"].as_array().unwrap();
        assert!(items.iter().any(|item| item["body"]["layer"] == "date"));
        for item in items {
            let selectors = &item["target"]["selector"];
            let at = |key: &str| selectors[0][key].as_u64().unwrap() as usize;
            let slice: String = text.chars().take(at("end")).skip(at("start")).collect();
            assert_eq!(selectors[1]["exact"], slice);
            assert_eq!(item["target"]["source"], "a.txt");
        }
    }
}
