//! Flattened text: some archives give a whole page as one line. What may be a heading inside such a line is weighed,
//! and the line is cut into rows around those that are, before the layout is read; the rest of the structure then
//! sees lines as ever.
//!
//! A long line of prose refers to paragraphs (*enligt § 5*) and is left whole.

mod candidates;
mod features;
mod reads;
mod starts;

use crate::lexicon::terms::Vocabulary;
use crate::text::lines::Lines;
use crate::words::model::Model;
use candidates::Candidate;
use std::sync::LazyLock;

/// Log odds above which a part of a line is a heading.
const CUT: f32 = -0.8;

/// How much a sure neighbour in a run of numbers adds.
const RUN: f32 = 1.0;

/// How much capitals add to a known label: *MOTPART*.
const CRIED: f32 = 2.0;

static MODEL: LazyLock<Model> = LazyLock::new(|| Model::read(features::GROUPS, include_str!("weights.txt")));

/// The lines with those of flattened text cut into rows, and where the rows begin that are headings.
pub(crate) fn cut(words: &Vocabulary, text: &str, lines: Lines) -> (Lines, Vec<u32>) {
    if !lines.iter().any(|line| line.len() > candidates::SHORT) {
        return (lines, Vec::new());
    }
    let headings = choose(words, text, &lines);
    if headings.is_empty() {
        return (lines, Vec::new());
    }
    let mut cuts = Vec::with_capacity(2 * headings.len());
    let paged = candidates::has_pages(text, &lines);
    for &(start, end) in &headings {
        // The number of a page stays no part of what it begins with.
        let line = lines[lines.index(start)].start as usize;
        let page = line + if paged { starts::page_mark(&text[line..]) } else { 0 };
        if page > line && page < start && cuts.last().is_none_or(|last| *last < page) {
            cuts.push(page);
        }
        // The mark of a heading stays before it.
        let before = text[..start].strip_suffix(' ').map_or(start, str::len);
        let mark = text[..before].trim_end_matches('#').len();
        for at in [if mark < before { mark } else { start }, end] {
            let line = lines[lines.index(at)];
            let inside = (line.start as usize) < at && at < line.end as usize;
            if inside && cuts.last().is_none_or(|last| *last < at) {
                cuts.push(at);
            }
        }
    }
    let starts = headings.iter().map(|&(start, _)| start as u32).collect();
    (lines.cut(text, &cuts), starts)
}

/// The best candidate from one beginning.
struct Best {
    score: f32,
    start: usize,
    end: usize,
    beginning: usize,
    from: Option<usize>,
}

/// The headings among candidates, in order and apart: of those that overlap the surest.
fn choose(words: &Vocabulary, text: &str, lines: &Lines) -> Vec<(usize, usize)> {
    let mut all: Vec<Best> = Vec::new();
    candidates::find(words, text, lines, |Candidate { start, end, features, beginning, from }| {
        let labelled = !features.is(features::Known::None) && !features.is(features::Known::Field);
        let cried = if labelled && features.is(features::Case::Capitals) { CRIED } else { 0.0 };
        let score = MODEL.score(&features) + cried;
        if score <= CUT - RUN {
            return;
        }
        match all.last_mut().filter(|last| last.beginning == beginning) {
            Some(last) if last.score >= score => {}
            Some(last) => (last.score, last.end) = (score, end),
            None => all.push(Best { score, start, end, beginning, from }),
        }
    });
    // A number is surer behind or before a sure one that it runs with.
    let place =
        |all: &[Best], beginning: usize| all.binary_search_by_key(&beginning, |best| best.beginning).ok();
    for at in 0..all.len() {
        let Some(from) = all[at].from.and_then(|from| place(&all, from)) else { continue };
        let (this, last) = (all[at].score, all[from].score);
        all[at].score += if last > CUT { RUN } else { 0.0 };
        all[from].score += if this > CUT { RUN } else { 0.0 };
    }
    let mut chosen: Vec<Best> = Vec::new();
    for best in all.into_iter().filter(|best| best.score > CUT) {
        match chosen.last_mut().filter(|last| last.end > best.start) {
            Some(last) if last.score >= best.score => {}
            Some(last) => *last = best,
            None => chosen.push(best),
        }
    }
    chosen.into_iter().map(|best| (best.start, best.end)).collect()
}

/// The groups of features, and each candidate as a line: start, end, twice a number for its beginning, values. For
/// `tools/weigh.py`.
#[cfg(feature = "weigh")]
pub(crate) fn weigh(words: &Vocabulary, text: &str) -> (String, String) {
    use std::fmt::Write;
    let groups = features::GROUPS.iter().map(|(name, values)| format!("{name}\t{}\n", values.join("\t")));
    let mut out = String::new();
    candidates::find(
        words,
        text,
        &Lines::of(text),
        |Candidate { start, end, features, beginning, .. }| {
            let _ = write!(out, "{start}\t{end}\t{beginning}\t{beginning}");
            for value in features.0 {
                let _ = write!(out, "\t{value}");
            }
            out.push('\n');
        },
    );
    (groups.collect(), out)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rows that a text is cut into, each by its first words.
    fn rows(text: &str) -> Vec<String> {
        let (lines, _) = cut(Vocabulary::shipped(), text, Lines::of(text));
        let rows = lines.iter().map(|line| line.text(text)).filter(|row| !row.is_empty());
        rows.map(|row| row.split(' ').take(3).collect::<Vec<_>>().join(" ")).collect()
    }

    /// A page on a line, long enough to be one.
    fn page(line: &str) -> String {
        format!(
            "{line} {}",
            "Ordföranden tackar för uppmärksamheten och hälsar alla välkomna till kaffet. ".repeat(20)
        )
    }

    #[test]
    fn paragraphs_and_labels() {
        let line = "Protokoll § 4 Budget för skolan Beslut Nämnden antar budgeten enligt § 5 i reglementet. \
                    § 5 Taxor Sammanfattning av ärendet Taxan höjs i maj. Beslut Nämnden antar taxan.";
        assert_eq!(
            rows(&page(line)),
            [
                "Protokoll",
                "§ 4 Budget",
                "Beslut",
                "Nämnden antar budgeten",
                "§ 5 Taxor",
                "Sammanfattning av ärendet",
                "Taxan höjs i",
                "Beslut",
                "Nämnden antar taxan.",
            ]
        );
    }

    #[test]
    fn items_that_run_on() {
        let line = "Anteckningar 1. Mötet öppnas Anna Holm hälsar alla välkomna. 2. Val av justerare Mötet väljer \
                    Erik Ek. 3. Budget Mötet antar budgeten för 2025.";
        let rows = rows(&page(line));
        for begins in ["1. Mötet öppnas", "2. Val av", "3. Budget"] {
            assert!(rows.iter().any(|row| row.starts_with(begins)), "{begins}: {rows:?}");
        }
    }

    #[test]
    fn pages_with_their_numbers() {
        let text = "1 Sundby kommun PROTOKOLL Kommunstyrelsen Plats och tid Kommunhuset kl. 18.00-19.30 Beslutande Anna Holm, \
                    ordförande, Erik Ek, Karin Lundin och Olof Ström\n\
                    2 KST 31 Val av protokolljusterare välja Karin Lundin till att justera protokollet den 4 maj i kommunhuset i Sundby tillsammans med ordföranden.\n\
                    3 KST 32 Budget för nästa år Kommunstyrelsen beslutar att föreslå fullmäktige att anta budgeten för nästa år med de ändringar som nämnderna har lämnat.\n\
                    4 KST 33 Mötets avslutande Ordföranden förklarade mötet avslutat och tackade ledamöterna för deras arbete under det år som har gått.\n";
        let rows = rows(text);
        for begins in ["KST 31 Val", "KST 32 Budget", "KST 33 Mötets"] {
            assert!(rows.iter().any(|row| row.starts_with(begins)), "{begins}: {rows:?}");
        }
        // Two pages are told by their heads.
        let text = "1 Socialnämnden PROTOKOLL Plats och tid Kommunhuset kl. 18.00-19.30 Beslutande Anna Holm, ordförande, Erik Ek, Karin Lundin och Olof Ström i Sundby\n\
                    2 Socialnämnden SN 13 Bidrag till fritid Dnr 4 Karin Lundin har sökt bidrag till fritid, och nämnden har prövat ansökan mot sina riktlinjer för bidrag.\n";
        assert!(super::candidates::has_pages(text, &Lines::of(text)));
        // Amounts and years at the beginning of a line are no pages.
        let text = "12 kronor kostar biljetten för den som åker med bussen mellan Sundby och Almby efter klockan nio på kvällen i år.\n\
                    50 kronor kostar den för den som åker med bussen mellan Sundby och Almby före klockan nio på kvällen i år igen.\n";
        assert_eq!(
            super::cut(Vocabulary::shipped(), text, Lines::of(text)).0.iter().count(),
            Lines::of(text).iter().count()
        );
    }

    #[test]
    fn numbers_without_their_sign_behind_the_head_of_a_page() {
        let text = "1 SUNDBY KOMMUN PROTOKOLL 1 (9) Barnnämnden Plats och tid Kommunhuset kl. 18.00-19.30 Beslutande Anna Holm, ordförande, Erik Ek och Karin Lundin \
                    Sekreterare Olof Ström Anslag/Bevis Protokollet är justerat, och justeringen har tillkännagivits genom anslag i kommunhuset.\n\
                    2 SUNDBY KOMMUN PROTOKOLL 2 (9) 46 Val av justerare Karin Lundin valdes att justera protokollet den 4 maj tillsammans med ordföranden.\n\
                    3 SUNDBY KOMMUN PROTOKOLL 3 (9) 47 Information från förvaltningen Rektorn berättade om höstens schema och om de nya lärarna på skolan.\n";
        let found = rows(text);
        for begins in ["Anslag/Bevis", "46 Val av", "47 Information från"] {
            assert!(found.iter().any(|row| row.starts_with(begins)), "{begins}: {found:?}");
        }
        // The page's number stands alone, said once or twice.
        let text = "3 3 Innehåll Förord Verksamheten under året Ekonomi Personalen och dess arbete Tillsynen och det som den har lett till under året som gick\n\
                    4 4 Verksamheten under året Nämnden har under året prövat fyra ansökningar om stöd och svarat på frågor från kommuner och skolor i hela länet.\n";
        assert!(!rows(text).iter().any(|row| row.starts_with("4 Verksamheten")));
        // A notice in capitals, and a word.
        assert!(starts::is_posted("BEVIS") && !starts::is_posted("Bevis"));
    }

    #[test]
    fn numbers_inside_numbers_and_letters() {
        let line = "Protokoll 1. Formalia 1.1 Mötets öppnande Anna Holm öppnar mötet klockan 12. 1.2 Val av justerare Mötet väljer Erik Ek. \
                    2. Rapporter a) Rapport från kassören Kassan är god. b) Rapport från hamnen Bryggan är lagad. 3. Övriga frågor Inga frågor togs upp.";
        let found = rows(&page(line));
        for begins in ["1.1 Mötets öppnande", "1.2 Val av", "a) Rapport från", "b) Rapport från"] {
            assert!(found.iter().any(|row| row.starts_with(begins)), "{begins}: {found:?}");
        }
        // Amounts and hours are no numbers.
        for line in [
            "Det kostar 1.5 miljoner kronor och 2.5 miljoner till.",
            "Vi äter 12.30 och går 14.30 till båten.",
        ] {
            assert_eq!(rows(&page(line)).len(), 1, "{line}");
        }
    }

    #[test]
    fn references_cut_nothing() {
        for line in [
            "Enligt § 5 Kommunallagen och § 6 Kommunallagen gäller detta. Nämnden noterar det.",
            "Det framgår av § 5, § 6 och § 7 Reglementet. Den 1. Maj firas.",
            "Budgeten antogs.",
            "",
        ] {
            assert_eq!(rows(&page(line)).len(), 1, "{line}");
            assert_eq!(rows(line).len(), usize::from(!line.is_empty()), "{line}");
        }
    }
}
