//! The columns of every table. A new column is a line here.

use super::column::Get::{
    Ballots, Bool, Charges, Day, Groups, Int, Ints, Made, Names, Runs, Spans, Text, Texts,
};
use super::column::{Column, always, maybe};
use super::row::{Failed, Row, day_of};
use crate::document::{
    Block, Date, Decision, Document, Heading, Item, Match, Person, Span, Speech, TocEntry,
};
use crate::keys;

pub(super) fn documents<'a>() -> Vec<Column<Row<'a, Document>>> {
    vec![
        always(
            "doc_id",
            Int(|r| Some(r.doc_id())),
            "Number of the document in the input, from 0, failed ones counted; every table has it.",
        ),
        maybe(
            "source",
            Text(|r| r.origin().source),
            "Where it comes from: a path, and behind each `!/` a place inside an archive or table.",
        ),
        maybe("id", Text(|r| r.origin().id), "What the id column of the table that it comes from says."),
        maybe(
            "format",
            Text(|r| r.origin().format),
            "What kind of file it was: text, html, docx, doc, odt, rtf, pdf, xml, mail.",
        ),
        maybe(
            "encoding",
            Text(|r| r.origin().encoding),
            "The encoding that its bytes were read as, where its format leaves that open.",
        ),
        always(
            "encoding_guessed",
            Bool(|r| r.origin().guessed),
            "Whether the encoding was guessed: nothing in the file says it.",
        ),
        always(
            "notes",
            Texts(|r| r.origin().notes),
            "What was lost, left out or repaired in reading it, a sentence each.",
        ),
        always("ocr_pages", Ints(|r| r.origin().ocr_pages), "The pages that were read by OCR, from 1."),
        always(
            "ocr_confidence",
            Ints(|r| r.origin().ocr_confidence),
            "How certain the words of each of these pages are, in per cent.",
        ),
        maybe("bytes", Int(|r| r.origin().bytes.map(|b| b as i64)), "Size of the file, unpacked, in bytes."),
        always("chars", Int(|r| Some(r.at(u32::MAX))), "Length of its text, in code points."),
        maybe(
            "pages",
            Int(|r| Some(r.it.pages.len() as i64).filter(|&n| n > 0)),
            "How many pages it has, where it tells.",
        ),
        always(
            "kind",
            Text(|r| Some(r.it.kind.as_str())),
            "What sort of text it is: minutes, notes, agenda, record, report, policy, statement, news, blog, other.",
        ),
        always(
            "kind_score",
            Int(|r| Some(i64::from(r.it.kind_score))),
            "How sure the kind is, 0 to 100: its share of the evidence among all kinds.",
        ),
        maybe("title", Text(|r| r.it.title.as_deref()), "Its own title."),
        maybe(
            "date",
            Day(|r| r.it.date.as_deref().and_then(|date| day_of(r.it, date))),
            "The first day of the date it speaks from.",
        ),
        maybe(
            "date_edtf",
            Text(|r| r.it.date.as_deref()),
            "That date, ISO 8601-2 (EDTF), as exact as the text allows.",
        ),
        maybe("body", Text(|r| r.it.body.as_deref()), "The body it belongs to (Kommunstyrelsen)."),
        maybe(
            "place",
            Text(|r| r.it.place.map(|p| p.name)),
            "The municipality or region it belongs to, as SCB spells it.",
        ),
        maybe("place_code", Text(|r| r.it.place.map(|p| p.code)), "SCB's code of that place."),
        maybe(
            "text",
            Text(|r| r.kept_text()),
            "Its text, which all offsets count in; only where it is asked for.",
        ),
    ]
}

pub(super) fn headings<'a>() -> Vec<Column<Row<'a, Heading>>> {
    vec![
        always("doc_id", Int(|r| Some(r.doc_id())), "The document."),
        always("heading_id", Int(|r| Some(r.index())), "Number of the heading in the document, from 0."),
        always("start", Int(|r| Some(r.at(r.it.span.start))), "Where it begins in the text, in code points."),
        always("end", Int(|r| Some(r.at(r.it.span.end))), "One past its last code point."),
        always("text", Text(|r| Some(r.slice(r.it.span))), "Its words: text[start:end]."),
        maybe("number", Text(|r| r.it.number.as_deref()), "Its numbering as written (§ 45, 1.2.3)."),
        always("title", Text(|r| Some(&r.it.title)), "The rest, on one line."),
        always(
            "level",
            Int(|r| Some(i64::from(r.it.level))),
            "1 is the document's title; each level below is one deeper.",
        ),
        always("kind", Text(|r| Some(r.it.kind.as_str())), "title, item, section or label."),
        maybe("case", Text(|r| r.it.case.as_deref()), "The case number in it (BN-2024-00105)."),
        maybe("page", Int(|r| r.page(r.it.span)), "The page it stands on, where the text tells."),
        always(
            "rule",
            Text(|r| Some(r.it.rule.code)),
            "The rule that found it: `klubba rules CODE` explains it.",
        ),
    ]
}

pub(super) fn toc<'a>() -> Vec<Column<Row<'a, TocEntry>>> {
    vec![
        always("doc_id", Int(|r| Some(r.doc_id())), "The document."),
        always("toc_id", Int(|r| Some(r.index())), "Number of the entry in the document, from 0."),
        always("start", Int(|r| Some(r.at(r.it.span.start))), "Where it begins in the text, in code points."),
        always("end", Int(|r| Some(r.at(r.it.span.end))), "One past its last code point."),
        always("text", Text(|r| Some(r.slice(r.it.span))), "Its words: text[start:end]."),
        maybe("number", Text(|r| r.it.number.as_deref()), "Its numbering as written."),
        always("title", Text(|r| Some(&r.it.title)), "Its title, without leaders and page."),
        maybe("page", Int(|r| r.it.page.map(i64::from)), "The page that it names."),
        maybe("heading_id", Int(|r| r.it.heading.map(i64::from)), "The heading that it points to."),
        always("rule", Text(|r| Some(r.it.rule.code)), "The rule that found it."),
    ]
}

pub(super) fn people<'a>() -> Vec<Column<Row<'a, Person>>> {
    vec![
        always("doc_id", Int(|r| Some(r.doc_id())), "The document."),
        always("person_id", Int(|r| Some(r.index())), "Number of the person in the document, from 0."),
        always("name", Text(|r| Some(&r.it.name)), "The fullest name that the text gives."),
        maybe(
            "name_key",
            Made(|r| keys::of_name(&r.it.name)),
            "The last name in lower case and without accents, by which people are compared across documents.",
        ),
        always("roles", Texts(|r| &r.it.roles), "Roles as written (socialchef i Åsele)."),
        maybe("party", Text(|r| r.it.party.as_deref()), "The letters of the party, in upper case (S)."),
        always(
            "functions",
            Names(|r| r.functions(r.it)),
            "What the person is to the meeting or the text: present, chair, secretary, adjuster, substitute, absent, \
             author, speaker; mentioned for one who is only named.",
        ),
        always(
            "attended",
            Runs(|r| &r.it.attended),
            "Runs of paragraphs of the minutes that the list says the person attended; empty where it says nothing.",
        ),
        always("mentions", Int(|r| Some(r.it.mentions.len() as i64)), "How often the text names the person."),
        always("rule", Text(|r| Some(r.it.rule.code)), "The rule that found the first mention."),
    ]
}

/// The index is that of the person.
pub(super) fn mentions<'a>() -> Vec<Column<Row<'a, Span>>> {
    vec![
        always("doc_id", Int(|r| Some(r.doc_id())), "The document."),
        always("person_id", Int(|r| Some(r.index())), "The person."),
        always(
            "start",
            Int(|r| Some(r.at(r.it.start))),
            "Where the name begins in the text, in code points.",
        ),
        always("end", Int(|r| Some(r.at(r.it.end))), "One past its last code point."),
        always("text", Text(|r| Some(r.slice(*r.it))), "The name as it stands there: text[start:end]."),
        maybe("page", Int(|r| r.page(*r.it)), "The page it stands on, where the text tells."),
    ]
}

pub(super) fn speeches<'a>() -> Vec<Column<Row<'a, Speech>>> {
    vec![
        always("doc_id", Int(|r| Some(r.doc_id())), "The document."),
        always("speech_id", Int(|r| Some(r.index())), "Number of the speech in the document, from 0."),
        always("start", Int(|r| Some(r.at(r.it.span.start))), "Where it begins in the text, in code points."),
        always("end", Int(|r| Some(r.at(r.it.span.end))), "One past its last code point."),
        always("text", Text(|r| Some(r.slice(r.it.span))), "Its words: text[start:end]."),
        always("mode", Text(|r| Some(r.it.mode.as_str())), "turn, direct, reported or presentation."),
        maybe("verb", Text(|r| r.it.verb), "The reporting verb's lemma."),
        always("speakers", Ints(|r| &r.it.speakers), "The person_id of each who speaks."),
        maybe("page", Int(|r| r.page(r.it.span)), "The page it begins on, where the text tells."),
        always("rule", Text(|r| Some(r.it.rule.code)), "The rule that found it."),
    ]
}

pub(super) fn decisions<'a>() -> Vec<Column<Row<'a, Decision>>> {
    vec![
        always("doc_id", Int(|r| Some(r.doc_id())), "The document."),
        always("decision_id", Int(|r| Some(r.index())), "Number of the decision in the document, from 0."),
        always("start", Int(|r| Some(r.at(r.it.span.start))), "Where it begins in the text, in code points."),
        always("end", Int(|r| Some(r.at(r.it.span.end))), "One past its last code point."),
        always("text", Text(|r| Some(r.slice(r.it.span))), "Its words: text[start:end]."),
        always(
            "kind",
            Text(|r| Some(r.it.kind.as_str())),
            "adopt, reject, elect, assign, refer, postpone, note, propose, move or reserve.",
        ),
        maybe("body", Text(|r| r.it.body.as_deref()), "Who decides, in the nominative."),
        always(
            "reported",
            Bool(|r| r.it.reported),
            "Whether the text tells of a decision taken elsewhere or before.",
        ),
        always(
            "items",
            Spans(|r| r.it.items.iter().map(|&s| r.placed(s)).collect()),
            "Each att clause or point, with its place and words.",
        ),
        always(
            "charges",
            Charges(|r| {
                let day = |d: &String| day_of(r.document(), d).map(|day| day.to_string());
                let each = r.it.charges.iter();
                each.map(|c| (i64::from(c.item), c.assignee.as_deref(), c.deadline.as_ref().and_then(day)))
                    .collect()
            }),
            "Each of its items that charges somebody, where the whole does something else: its place among items, from 0; \
             who; and the first day of the deadline, YYYY-MM-DD.",
        ),
        maybe(
            "deadline",
            Day(|r| r.it.deadline.as_deref().and_then(|date| day_of(r.document(), date))),
            "The first day of the deadline.",
        ),
        maybe("deadline_edtf", Text(|r| r.it.deadline.as_deref()), "Day to answer by, ISO 8601-2 (EDTF)."),
        maybe("assignee", Text(|r| r.it.assignee.as_deref()), "Who is charged."),
        maybe("case", Text(|r| r.it.case.as_deref()), "Case number (diarienummer)."),
        maybe(
            "case_key",
            Made(|r| r.it.case.as_deref().and_then(keys::of_case)),
            "The same in one spelling for all (KS 2023/145), where a year can be told from it.",
        ),
        maybe(
            "votes_yes",
            Int(|r| r.it.votes.map(|v| i64::from(v.yes))),
            "Votes for, where there was a vote.",
        ),
        maybe("votes_no", Int(|r| r.it.votes.map(|v| i64::from(v.no))), "Votes against."),
        maybe(
            "votes_abstain",
            Int(|r| r.it.votes.and_then(|v| v.abstain).map(i64::from)),
            "Members who abstained, where the text tells.",
        ),
        always(
            "ballots",
            Ballots(|r| r.it.ballots.iter().map(|b| (i64::from(b.person), b.vote.as_str())).collect()),
            "How each one voted (yes, no, abstain), where a list stands with the figures.",
        ),
        always(
            "by",
            Ints(|r| &r.it.by),
            "The person_id of each who moves or reserves; empty for other kinds.",
        ),
        always("law", Texts(|r| &r.it.law), "The places in the law that it names, as written."),
        maybe(
            "same_as",
            Int(|r| r.it.same_as.map(i64::from)),
            "The decision_id of the earlier one of the same item that says the same.",
        ),
        always("immediate", Bool(|r| r.it.immediate), "Whether its item is omedelbart justerad."),
        maybe("page", Int(|r| r.page(r.it.span)), "The page it begins on, where the text tells."),
        always("rule", Text(|r| Some(r.it.rule.code)), "The rule that found it."),
    ]
}

pub(super) fn items<'a>() -> Vec<Column<Row<'a, Item>>> {
    vec![
        always("doc_id", Int(|r| Some(r.doc_id())), "The document."),
        always("item_id", Int(|r| Some(r.index())), "Number of the item in the document, from 0."),
        always("start", Int(|r| Some(r.at(r.it.span.start))), "Where its heading begins, in code points."),
        always(
            "end",
            Int(|r| Some(r.at(r.it.span.end))),
            "One past the last code point of its part of the text.",
        ),
        always("heading_id", Int(|r| Some(i64::from(r.it.heading))), "Its heading."),
        maybe("number", Text(|r| r.heading_of(r.it)?.number.as_deref()), "Its number as written (§ 45)."),
        maybe("title", Text(|r| r.heading_of(r.it).map(|h| h.title.as_str())), "Its title."),
        maybe("case", Text(|r| r.it.case.as_deref()), "The case number in its heading."),
        always(
            "proposals",
            Ints(|r| &r.it.proposals),
            "The decision_id of each proposal of a body or an officer.",
        ),
        always("motions", Ints(|r| &r.it.motions), "The decision_id of each motion of members."),
        always(
            "votes",
            Ints(|r| &r.it.votes),
            "The decision_id of each decision with the figures of a vote.",
        ),
        always("decisions", Ints(|r| &r.it.decisions), "The decision_id of each that is settled here."),
        always("reservations", Ints(|r| &r.it.reservations), "The decision_id of each dissent."),
        always("speakers", Ints(|r| &r.it.speakers), "The person_id of each who speaks."),
        always("law", Texts(|r| &r.it.law), "The places in the law that it names, as written."),
        maybe("page", Int(|r| r.page(r.it.span)), "The page it begins on, where the text tells."),
    ]
}

pub(super) fn dates<'a>() -> Vec<Column<Row<'a, Date>>> {
    vec![
        always("doc_id", Int(|r| Some(r.doc_id())), "The document."),
        always("date_id", Int(|r| Some(r.index())), "Number of the date in the document, from 0."),
        always("start", Int(|r| Some(r.at(r.it.span.start))), "Where it begins in the text, in code points."),
        always("end", Int(|r| Some(r.at(r.it.span.end))), "One past its last code point."),
        always("text", Text(|r| Some(r.slice(r.it.span))), "Its words: text[start:end]."),
        always(
            "value",
            Text(|r| Some(&r.it.value)),
            "What it names, ISO 8601-1 where that can say it, else ISO 8601-2 (EDTF).",
        ),
        maybe("first", Day(|r| r.it.first), "Its first day."),
        maybe("last", Day(|r| r.it.last), "Its last day."),
        maybe(
            "modifier",
            Text(|r| r.it.modifier.map(|m| m.as_str())),
            "What the words around it make of it: from, until, by, before, after, start, mid, end, approx.",
        ),
        maybe(
            "anchor",
            Text(|r| r.it.anchor.as_deref()),
            "What a relative or yearless date was resolved against, ISO 8601.",
        ),
        always("conflict", Bool(|r| r.it.conflict), "Whether it names a weekday that its day is not."),
        maybe("page", Int(|r| r.page(r.it.span)), "The page it stands on, where the text tells."),
        always("rule", Text(|r| Some(r.it.rule.code)), "The rule that found it."),
    ]
}

pub(super) fn blocks<'a>() -> Vec<Column<Row<'a, Block>>> {
    vec![
        always("doc_id", Int(|r| Some(r.doc_id())), "The document."),
        always("block_id", Int(|r| Some(r.index())), "Number of the block in the document, from 0."),
        always("start", Int(|r| Some(r.at(r.it.span.start))), "Where it begins in the text, in code points."),
        always("end", Int(|r| Some(r.at(r.it.span.end))), "One past its last code point."),
        always("text", Text(|r| Some(r.slice(r.it.span))), "Its lines as they stand: text[start:end]."),
        always(
            "kind",
            Text(|r| Some(r.it.kind.as_str())),
            "heading, paragraph, list-item, table-row, contents, furniture, markup, attendance, signature or caption.",
        ),
        maybe("page", Int(|r| r.page(r.it.span)), "The page it begins on, where the text tells."),
    ]
}

pub(super) fn matches<'a>() -> Vec<Column<Row<'a, Match>>> {
    vec![
        always("doc_id", Int(|r| Some(r.doc_id())), "The document."),
        always("match_id", Int(|r| Some(r.index())), "Number of the hit in the document, from 0."),
        always("start", Int(|r| Some(r.at(r.it.span.start))), "Where it begins in the text, in code points."),
        always("end", Int(|r| Some(r.at(r.it.span.end))), "One past its last code point."),
        always("text", Text(|r| Some(r.slice(r.it.span))), "Its words: text[start:end]."),
        always("pattern", Text(|r| Some(&r.it.pattern)), "What the pattern is called."),
        always(
            "groups",
            Groups(|r| r.it.groups.iter().map(|(name, span)| (&**name, r.slice(*span))).collect()),
            "The named groups of the pattern, each with its words.",
        ),
        always("before", Made(|r| r.before(r.it.span)), "The words before it in its paragraph, on a line."),
        always("after", Made(|r| r.after(r.it.span)), "The words after it in its paragraph, on a line."),
        maybe("page", Int(|r| r.page(r.it.span)), "The page it begins on, where the text tells."),
        maybe(
            "heading_id",
            Int(|r| r.around(r.it.span).heading.map(i64::from)),
            "The heading of the section it stands in.",
        ),
        maybe(
            "section",
            Text(|r| r.heading_around(r.it.span).map(|h| h.title.as_str())),
            "The title of that section.",
        ),
        maybe(
            "item_id",
            Int(|r| r.around(r.it.span).item.map(i64::from)),
            "The item of the agenda it stands in.",
        ),
        maybe("speech_id", Int(|r| r.around(r.it.span).speech.map(i64::from)), "The speech it stands in."),
        always(
            "speakers",
            Names(|r| r.people(r.speech_around(r.it.span).map_or(&[], |speech| &speech.speakers))),
            "The names of those who speak there.",
        ),
        maybe(
            "decision_id",
            Int(|r| r.around(r.it.span).decision.map(i64::from)),
            "The decision it stands in.",
        ),
        maybe(
            "decision_kind",
            Text(|r| r.decision_around(r.it.span).map(|d| d.kind.as_str())),
            "The kind of that decision.",
        ),
        maybe("decision_body", Text(|r| r.decision_around(r.it.span)?.body.as_deref()), "Who decides there."),
    ]
}

/// What rows say of their document, where they shall stand alone.
pub(super) fn of_document<'a, T>() -> Vec<Column<Row<'a, T>>> {
    vec![
        maybe("document_source", Text(|r| r.origin().source), "Where the document comes from."),
        maybe("document_id", Text(|r| r.origin().id), "What the id column says of the document."),
        maybe(
            "document_date",
            Day(|r| r.document().date.as_deref().and_then(|date| day_of(r.document(), date))),
            "The first day of the date that the document speaks from.",
        ),
        always(
            "document_kind",
            Text(|r| Some(r.document().kind.as_str())),
            "What sort of text the document is.",
        ),
        maybe("document_title", Text(|r| r.document().title.as_deref()), "The document's own title."),
        maybe(
            "document_body",
            Text(|r| r.document().body.as_deref()),
            "The body that the document belongs to.",
        ),
        maybe(
            "document_place",
            Text(|r| r.document().place.map(|p| p.name)),
            "The municipality or region it belongs to.",
        ),
    ]
}

/// How many words there are, where they are counted.
pub(super) fn words_of_document<'a>() -> Column<Row<'a, Document>> {
    maybe(
        "words",
        Int(|r| r.words(Span { start: 0, end: u32::MAX })),
        "How many words its text has, without what recurs on every page.",
    )
}

pub(super) fn words_of_section<'a>() -> Column<Row<'a, Heading>> {
    maybe(
        "words",
        Int(|r| r.words(r.section()?)),
        "How many words its section has, with the heading and the sections below it.",
    )
}

pub(super) fn words_of_speech<'a>() -> Column<Row<'a, Speech>> {
    maybe("words", Int(|r| r.words(r.it.span)), "How many words it has.")
}

pub(super) fn words_of_decision<'a>() -> Column<Row<'a, Decision>> {
    maybe("words", Int(|r| r.words(r.it.span)), "How many words it has.")
}

/// The name beside the `person_id`, where rows stand alone.
pub(super) fn name_of_mention<'a>() -> Column<Row<'a, Span>> {
    maybe(
        "name",
        Text(|r| r.document().people.get(r.index).map(|p| p.name.as_str())),
        "The person's fullest name.",
    )
}

pub(super) fn names_of_speech<'a>() -> Column<Row<'a, Speech>> {
    always("speaker_names", Names(|r| r.people(&r.it.speakers)), "The name of each who speaks.")
}

pub(super) fn names_of_decision<'a>() -> Column<Row<'a, Decision>> {
    always("by_names", Names(|r| r.people(&r.it.by)), "The name of each who moves or reserves.")
}

pub(super) fn names_of_item<'a>() -> Column<Row<'a, Item>> {
    always("speaker_names", Names(|r| r.people(&r.it.speakers)), "The name of each who speaks.")
}

pub(super) fn errors<'a>() -> Vec<Column<Failed<'a>>> {
    vec![
        always(
            "doc_id",
            Int(|r| Some(r.doc_id)),
            "Number in the input, from 0, of what failed: no document has it.",
        ),
        always("source", Text(|r| Some(r.source)), "Where it comes from."),
        maybe("id", Text(|r| r.id), "What the id column of the table that it comes from says."),
        always("stage", Text(|r| Some(r.stage)), "Where it failed: read, extract or analyze."),
        always(
            "kind",
            Text(|r| Some(r.kind)),
            "Why: read, decode, too-large, encrypted, damaged, no-text, timeout, unsupported, bug.",
        ),
        always("message", Text(|r| Some(r.message)), "The same for people."),
    ]
}
