//! What sort of text it is, what it is called, and which body it belongs to.

use super::headings::Found;
use super::labels::Label;
use super::layout::{Layout, Role};
use super::numbering::Sort;
use super::rules;
use crate::analyze::Source;
use crate::cues::Classes;
use crate::document::DocumentKind;
use crate::span::Span;
use crate::text::walk;

/// Words of titles and page headers, and the kind of text they name; the first that fits decides.
const TITLE_WORDS: &[(DocumentKind, &[&str])] = &[
    (
        DocumentKind::Notes,
        &["minnesanteckning", "mötesanteckning", "sammanträdesanteckning", "anteckningar från"],
    ),
    (DocumentKind::Agenda, &["kallelse", "föredragningslista", "dagordning", "underrättelse om sammanträde"]),
    (
        DocumentKind::Record,
        &["anförande", "snabbprotokoll", "riksdagens protokoll", "tal av", "tal vid", "inledningstal"],
    ),
    (
        DocumentKind::Minutes,
        &[
            "protokoll",
            "höstmöte",
            "vårmöte",
            "årsmöte",
            "styrelsemöte",
            "årsstämma",
            "föreningsstämma",
            "stämma",
        ],
    ),
    (DocumentKind::News, &["pressmeddelande", "nyhetsbrev"]),
    (DocumentKind::Blog, &["blogg", "krönika", "insändare"]),
    (
        DocumentKind::Policy,
        &[
            "policy",
            "riktlinje",
            "reglemente",
            "stadgar",
            "stadga",
            "handlingsplan",
            "strategi",
            "föreskrift",
            "arbetsordning",
            "delegationsordning",
            "verksamhetsplan",
            "handbok",
            "styrdokument",
            "ordningsregler",
            "pm för",
            "taxa",
        ],
    ),
    (
        DocumentKind::Statement,
        &[
            "tjänsteskrivelse",
            "tjänsteutlåtande",
            "yttrande över",
            "yttrande",
            "remissvar",
            "motion om",
            "motion:",
            "skrivelse",
            "ansökan",
            "uppdrag att",
            "uppdrag till",
            "uppdrag om",
            "direktiv",
            "faktapromemoria",
            "förslag till förordning",
            "förslag till direktiv",
            "proposition",
            "ändring av uppdraget",
            "ändrat uppdrag",
            "begäran om",
        ],
    ),
    (
        DocumentKind::Report,
        &[
            "rapport",
            "redovisning",
            "uppföljning",
            "utredning",
            "årsredovisning",
            "revision",
            "granskning",
            "verksamhetsberättelse",
            "delårsbokslut",
            "utvärdering",
            "betänkande",
            "bokslut",
            "redogörelse",
            "årsbok",
        ],
    ),
];

/// Whether the first heading is the document's title: it reads like one and stands at the top.
pub(super) fn has_title(source: &Source, layout: &Layout, found: &[Found]) -> bool {
    let Some(first) = found.first() else { return false };
    if std::ptr::eq(first.rule, &rules::MATTER) || layout.title == Some(first.span) {
        return true;
    }
    if first.label.is_some()
        || super::contents::is_name(&first.title)
        || first.number.as_ref().is_some_and(|(n, _)| n.sort != Sort::Part)
    {
        return false;
    }
    let above =
        (0..first.rows.0).filter(|&i| matches!(layout.rows[i].role, Role::Text | Role::Item | Role::Row));
    let (mut lines, mut prose) = (0, false);
    for i in above {
        lines += 1;
        prose |= layout.rows[i].span.len() > 120 || layout.rows[i].text(source).ends_with('.');
    }
    lines <= 4 && !prose
}

/// The kind of text, from its title, its page headers, its headings and its words.
pub(super) fn kind(source: &Source, layout: &Layout, found: &[Found], title: bool) -> DocumentKind {
    let paragraphs =
        found.iter().filter(|f| f.number.as_ref().is_some_and(|(n, _)| n.sort == Sort::Paragraph)).count();
    let decisions = found.iter().filter(|f| f.label == Some(Label::Decision)).count();
    if let Some(name) = found.first().filter(|_| title).map(|f| f.title.as_str()) {
        // News tell of reports, plans and assignments in their titles; quotations tell that they are news.
        let quoted = |kind| {
            matches!(kind, DocumentKind::Report | DocumentKind::Policy | DocumentKind::Statement)
                && is_quoting(source, layout)
        };
        if let Some(kind) = named(name) {
            return if quoted(kind) { DocumentKind::News } else { kind };
        }
    }
    for span in heads(source, layout) {
        let text = span.of(source.text);
        if let Some(kind) = named(text)
            .filter(|k| matches!(k, DocumentKind::Minutes | DocumentKind::Notes | DocumentKind::Agenda))
        {
            return kind;
        }
    }
    if paragraphs >= 1 && decisions >= 1 || decisions >= 3 {
        return DocumentKind::Minutes;
    }
    if let Some(kind) = named_above(source, layout, found) {
        return kind;
    }
    if is_meeting(source, found) {
        return DocumentKind::Minutes;
    }
    prose(source, layout, paragraphs)
}

/// The kind whose word `text` holds.
fn named(text: &str) -> Option<DocumentKind> {
    if text.len() > 300 {
        return None;
    }
    let lower = text.to_lowercase();
    let holds = |word: &&str| {
        lower.match_indices(*word).any(|(at, _)| {
            // "rapport" inside "transport" is no report; "årsrapport" is one.
            !lower[..at].ends_with("trans")
        })
    };
    TITLE_WORDS.iter().find(|(_, words)| words.iter().any(|w| holds(&w))).map(|(kind, _)| *kind)
}

/// The first lines and the lines of page headers.
fn heads<'a>(source: &'a Source, layout: &'a Layout) -> impl Iterator<Item = Span> + 'a {
    let furniture = layout.rows.iter().filter(|r| r.role == Role::Furniture && r.span.len() < 120).take(12);
    let _ = source;
    furniture.map(|row| row.span)
}

/// A word of a kind among the lines above the first heading.
fn named_above(source: &Source, layout: &Layout, found: &[Found]) -> Option<DocumentKind> {
    let end = found.first().map_or(layout.rows.len(), |f| f.rows.0).min(12);
    layout.rows[..end]
        .iter()
        .filter(|r| r.role == Role::Text && r.span.len() < 90)
        .find_map(|r| named(r.text(source)))
}

/// Speakers' lines and addresses to the chair.
pub(super) fn is_record(source: &Source, layout: &Layout) -> bool {
    let (mut turns, mut addressed) = (0, 0);
    for row in layout.rows.iter().filter(|r| r.role == Role::Text) {
        let text = row.text(source);
        turns += usize::from(text.starts_with("Anf.") && text.len() < 120);
        addressed += usize::from(
            ["Herr talman", "Fru talman", "Herr Talman", "Fru Talman"].iter().any(|a| text.starts_with(a)),
        );
        if turns >= 2 || addressed >= 2 {
            return true;
        }
    }
    let window = &source.text[..floor(source.text, 8000)];
    let holds = |word: &str| window.contains(word);
    let chamber = ["iksdagens protokoll", "IKSDAGENS PROTOKOLL", "ammarens protokoll", "SNABBPROTOKOLL"];
    chamber.iter().any(|w| holds(w))
        || (holds("Kungl. Maj:t") && holds("utskottet") && window.matches("herr ").count() >= 3)
}

/// Items that only meetings have.
fn is_meeting(source: &Source, found: &[Found]) -> bool {
    const ITEMS: &[&str] = &[
        "öppnar mötet",
        "mötet öppnas",
        "avslutning av möte",
        "avslutande av möte",
        "beslutbarhet",
        "beslutsbarhet",
        "protokolljusterare",
        "val av ordförande",
        "val av revisor",
        "val av valberedning",
        "föregående protokoll",
        "mötets öppnande",
        "mötets avslutande",
        "val av justerare",
        "val av mötesordförande",
        "mötet avslutas",
        "öppnande av möte",
        "val av justeringsmän",
    ];
    let _ = source;
    found.iter().filter(|f| ITEMS.iter().any(|item| f.title.to_lowercase().starts_with(item))).count() >= 2
}

/// Whether a paragraph opens with a quotation and someone *säger*.
fn is_quoting(source: &Source, layout: &Layout) -> bool {
    let opens = |text: &str| text.len() > 40 && text.starts_with(['–', '—', '”', '"']);
    layout.rows.iter().filter(|r| r.role == Role::Text).map(|r| r.text(source)).any(|text| {
        opens(text)
            && ["säger ", "berättar ", "menar ", "konstaterar "].iter().any(|verb| text.contains(verb))
    })
}

/// What running text without a telling name is, by its words.
fn prose(source: &Source, layout: &Layout, paragraphs: usize) -> DocumentKind {
    let text = source.text;
    let window = &text[..floor(text, 6000)];
    let count = |words: &[&str]| words.iter().map(|w| window.matches(w).count()).sum::<usize>();
    let orders = count(&[
        "uppdrar åt",
        "får i uppdrag",
        "ska redovisa uppdraget",
        "Uppdraget ska",
        "Uppdraget redovisas",
        "Utredaren ska",
        "särskild utredare",
        "Regeringen föreslår",
        "Faktapromemoria",
    ]);
    let first_person = count(&[" jag ", "Jag ", " mig ", " min ", "🙂", "Hej!", ":)"]);
    let said = count(&[", säger ", "säger ", "uppger ", "berättar "]);
    if is_quoting(source, layout) {
        return DocumentKind::News;
    }
    if orders >= 2 || window.starts_with("En särskild utredare") {
        return DocumentKind::Statement;
    }
    if first_person >= 3 {
        return DocumentKind::Blog;
    }
    if paragraphs >= 5 || count(&[" ska ", " skall ", " bör "]) * 400 > window.len().max(1) && paragraphs > 0
    {
        return DocumentKind::Policy;
    }
    if said >= 2 || count(&["Regeringen har beslutat", "Regeringen beslutade", "i dag beslutat"]) >= 1 {
        return DocumentKind::News;
    }
    if orders >= 1 {
        return DocumentKind::Statement;
    }
    DocumentKind::Other
}

fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// A document word in capitals among the page headers: the title where nothing else is.
pub(super) fn title_in_header(source: &Source, layout: &Layout) -> Option<String> {
    const WORDS: &[&str] =
        &["protokoll", "anteckningar", "kallelse", "föredragningslista", "tjänsteskrivelse", "rapport"];
    let rows = layout.rows.iter().filter(|r| matches!(r.role, Role::Furniture | Role::Text)).take(24);
    for row in rows.filter(|r| r.span.len() < 120) {
        let text = row.text(source);
        for part in text.split("  ").flat_map(|p| p.split('\t')).map(str::trim) {
            let lower = || part.to_lowercase();
            if walk::is_all_caps(part)
                && !part.contains(char::is_whitespace)
                && WORDS.iter().any(|w| lower().contains(w))
            {
                return Some(part.to_string());
            }
        }
    }
    None
}

/// The body that the document belongs to, from page headers and the title: *Kommunstyrelsen*.
pub(super) fn body(source: &Source, layout: &Layout, found: &[Found], title: bool) -> Option<String> {
    let head = found.first().filter(|_| title).map(|f| f.span);
    let first =
        layout.rows.iter().filter(|r| r.role == Role::Text && r.span.len() < 90).take(4).map(|r| r.span);
    let furniture = layout
        .rows
        .iter()
        .filter(|r| r.role == Role::Furniture && r.span.len() < 120)
        .take(40)
        .map(|r| r.span);
    let spans: Vec<Span> = furniture.chain(head).chain(first).collect();
    for &span in &spans {
        // A line that is nothing but the body names it best.
        let text = span.of(source.text);
        let cue = source.cues.within(span).iter().find(|c| c.has(Classes::BODY) && c.start == span.start);
        if let Some(cue) = cue.filter(|_| text.len() < 60 && !text.contains([':', '.', ','])) {
            if cue.end() == span.end as usize || !walk::is_all_caps(text) {
                return Some(nominative(text));
            }
        }
    }
    spans.iter().find_map(|&span| {
        let cue = source.cues.within(span).iter().find(|c| c.has(Classes::BODY))?;
        Some(nominative(cue.span().of(source.text)))
    })
}

/// `kommunstyrelsens` → `Kommunstyrelsen`: the genitive of a definite form ends in -ns, -ts, -as or -es.
pub(crate) fn nominative(name: &str) -> String {
    let name = walk::one_line(name);
    let first = name.split(' ').next().unwrap_or("");
    let bare = if name == first {
        name.strip_suffix('s').filter(|n| n.ends_with(['n', 't', 'a', 'e']) && !n.ends_with("rende"))
    } else {
        None
    };
    let base = bare.unwrap_or(&name);
    let mut chars = base.chars();
    let lower_rest = walk::is_all_caps(base);
    match chars.next() {
        Some(c) => {
            let rest = chars.as_str();
            c.to_uppercase()
                .chain(if lower_rest { rest.to_lowercase() } else { rest.to_string() }.chars())
                .collect()
        }
        None => String::new(),
    }
}
