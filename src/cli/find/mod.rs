//! `klubba find`: the user's own patterns in files, folders and archives.

mod draw;
mod write;

use super::analyze::options::{Input, separator};
use super::analyze::stop::Stop;
use super::output::{quiet, unwritable};
use super::show::Color;
use super::{complain_of, options, own, say};
use crate::analyzer::Analyzer;
use crate::corpus::archive::{Content, Settings, Unwanted};
use crate::corpus::run::{Analyzed, Batch, Failure, Ordered, Plan, analyzed, read};
use crate::document::{Document, Error, ErrorKind};
use crate::extract::is_plain;
use crate::find::{Finder, Hits, Patterns, Within};
use crate::formats::csv::Csv;
use clap::ValueEnum;
use jiff::civil;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use write::Writer;

/// Find your own patterns, and what they stand in
#[derive(Debug, clap::Args)]
#[command(
    override_usage = "klubba find [OPTIONS] PATTERN PATH...\n       klubba find [OPTIONS] -e PATTERN... PATH...\n       \
                      klubba find [OPTIONS] --patterns FILE PATH...",
    after_help = "Examples:
  klubba find budget protokoll/                          each hit in its line, the word in the middle
  klubba find --within decisions --where 'trygghet\\w*' archive.zip
  klubba find --words --folded råd protokoll.pdf         råd and RÅD, not rådet
  klubba find '(?<sum>[0-9 ]+) kronor' archive/ --format csv -o sums.csv   a row a hit, a column for each group
  klubba find --patterns own.toml archive/ --since 2024-01-01 --kind adopt --format parquet -o hits.parquet

A PATTERN is a regular expression of the crate regex: https://docs.rs/regex#syntax. A blank in it fits any white
space, line breaks with it; ^ and $ fit at each line. A pattern without a greatest length ends with its paragraph.
A FILE of patterns is TOML: name = 'pattern', or name = ['one', 'another']. A PATH is what klubba analyze takes.
What is found stands in documents, headings, items, speeches or decisions: --within asks only there. Tables
(jsonl, csv, parquet) say for each hit what it stands in; docs/tables.md describes the columns of `matches`."
)]
pub(super) struct Find {
    /// What to find; a PATH, if -e or --patterns names patterns
    #[arg(value_name = "PATTERN")]
    pattern: Option<OsString>,
    #[command(flatten)]
    input: Input,
    /// Find this; may be said again
    #[arg(short = 'e', long = "pattern", value_name = "PATTERN", allow_hyphen_values = true)]
    more: Vec<String>,
    /// Find the patterns in this file of TOML, each with its name
    #[arg(long, value_name = "FILE")]
    patterns: Option<PathBuf>,
    /// Whole words alone
    #[arg(short, long)]
    words: bool,
    /// In any case: KRONOR and kronor, Å and å
    #[arg(short = 'i', long)]
    folded: bool,
    /// Only in these parts: documents, headings, items, speeches, decisions
    #[arg(long, value_name = "PART", value_parser = Within::from_name)]
    within: Option<Within>,
    /// Only in documents of this kind (minutes …), or in decisions of it (adopt …); may be said again
    #[arg(long, value_name = "KIND")]
    kind: Vec<String>,
    /// Only in decisions of a body whose name holds this, or in its documents
    #[arg(long, value_name = "WORDS")]
    body: Option<String>,
    /// Only in what someone says whose name holds this
    #[arg(long, value_name = "WORDS")]
    speaker: Option<String>,
    /// Only in documents of this day or later
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = options::day)]
    since: Option<civil::Date>,
    /// Only in documents of this day or before
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = options::day)]
    until: Option<civil::Date>,
    /// Say below each hit what it stands in: section, speech, decision
    #[arg(long = "where")]
    places: bool,
    /// So many letters on either side (as many as fit the line, if nothing is said)
    #[arg(short = 'C', long, value_name = "N")]
    context: Option<usize>,
    /// How many hits each document has, instead of them
    #[arg(long)]
    count: bool,
    /// What is written
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Write here instead, whole or not at all, in the place of a file that is there
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// What parts the columns of CSV; Swedish Excel wants ;
    #[arg(long, value_name = "CHAR", default_value = ",", value_parser = separator)]
    csv_separator: u8,
    /// Begin CSV with a byte order mark, which Excel needs to see that it is UTF-8
    #[arg(long)]
    csv_bom: bool,
    /// Put ' before a text in CSV that a spreadsheet would take for a formula: one that begins with =, +, - or @
    #[arg(long)]
    csv_no_formulas: bool,
    /// The documents' date where a text gives none
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = options::day)]
    date: Option<civil::Date>,
    /// Words of your own for what hits stand in: TOML with lists called bodies, roles, verbs, labels
    #[arg(long, value_name = "FILE")]
    lexicon: Option<PathBuf>,
    /// Colours: where a terminal is, always, never
    #[arg(long, value_enum, default_value_t = Color::Auto)]
    color: Color,
    /// Threads (as many as there are cores, if nothing is said)
    #[arg(short = 'j', long, value_name = "N")]
    threads: Option<std::num::NonZeroUsize>,
    /// No summary
    #[arg(short, long)]
    quiet: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A line a hit, the words in the middle
    Text,
    /// The table matches, an object a line
    Jsonl,
    /// The same as CSV
    Csv,
    /// The same as Parquet, into a file
    Parquet,
}

/// A document with hits.
struct Searched {
    doc_id: i64,
    found: Analyzed,
    hits: Hits,
}

/// A batch, done.
struct Product {
    documents: u64,
    searched: Vec<Searched>,
    failures: Vec<Failure>,
}

/// What each thread does.
struct Searcher {
    finder: Finder,
    analyzer: Analyzer,
    settings: Settings,
    /// Whether what hits stand in is wanted.
    analyze: bool,
}

impl Searcher {
    fn make(&self, batch: Batch) -> Product {
        let documents = batch.entries.len() as u64;
        let (mut searched, mut failures) = (Vec::new(), Vec::new());
        for (doc_id, entry) in (batch.first..).zip(batch.entries) {
            if matches!(entry.content, Ok(Content::Unwanted)) {
                continue;
            }
            let one = read(&self.settings, entry).and_then(|read| {
                if !self.analyze {
                    let hits = self.finder.find_anywhere(&read.text);
                    return Ok((!hits.matches.is_empty()).then(|| (read.with(Document::empty()), hits)));
                }
                // What has no hit anywhere needs no analysis.
                if !self.finder.may_fit(&read.text) {
                    return Ok(None);
                }
                let found = analyzed(&self.analyzer, &self.settings, read)?;
                let hits = self.finder.find(&found.text, &found.document);
                Ok((!hits.matches.is_empty()).then_some((found, hits)))
            });
            match one {
                Ok(Some((found, hits))) => searched.push(Searched { doc_id: doc_id as i64, found, hits }),
                Ok(None) => {}
                Err(failure) => failures.push(failure),
            }
        }
        Product { documents, searched, failures }
    }
}

/// What tells by the bytes of a document that there is no hit in it.
fn unwanted(finder: Finder) -> Unwanted {
    Unwanted(Arc::new(move |bytes| finder.miss(bytes) && is_plain(bytes)))
}

impl Find {
    pub fn run(mut self) -> Result<u8, Error> {
        let patterns = self.read_patterns()?;
        let finder = self.finder(patterns)?;
        let mut archive = self.input.archive()?.threads(self.threads.map_or(0, std::num::NonZeroUsize::get));
        if self.format != Format::Text && self.input.max_size > 512 << 20 {
            return Err(Error::new(
                ErrorKind::Usage,
                "a document in a table may have at most 512M (--max-size)",
            ));
        }
        let analyze = self.places || self.format != Format::Text || finder.needs_analysis();
        let terms = self.lexicon.as_deref().map(own::terms).transpose()?;
        let analyzer = options::analyzer(self.date, &[], terms.as_ref(), None);
        let several = self.is_several();
        let groups = finder.patterns().groups();
        archive.settings.unwanted = Some(unwanted(finder.clone()));
        let searcher = Searcher { finder, analyzer, settings: archive.settings.clone(), analyze };
        let stop = Stop::listen()?;
        let asked = stop.flag();
        let plan = Plan { stop: stop.flag(), ..Plan::default() };
        let mut writer = Writer::open(&self, groups, several)?;
        let mut products = Ordered::start(archive, plan, move |batch| searcher.make(batch))?;
        let (mut documents, mut with, mut hits, mut failed) = (0, 0, 0, 0);
        let written = std::iter::from_fn(|| products.next_unless(&asked)).try_for_each(|product| {
            let Product { documents: more, searched, failures } = product?;
            documents += more;
            failed += failures.len() as u64;
            failures.iter().for_each(complain_of);
            for one in searched {
                with += 1;
                hits += one.hits.matches.len() as u64;
                if one.hits.more {
                    say(&format!(
                        "klubba: {}: has more than 1 000 000 hits; the rest is left out",
                        one.found.source
                    ));
                }
                writer.write(&one)?;
            }
            Ok(())
        });
        drop(products);
        if let Err(error) = written {
            return quiet(Err(error)).map(|()| 0);
        }
        if stop.asked() {
            // What was found so far is there, line by line; in the place of a file nothing is.
            match self.output {
                Some(_) => say("klubba: stopped; nothing was written"),
                None => quiet(writer.finish())?,
            }
            return Ok(super::analyze::INTERRUPTED);
        }
        quiet(writer.finish())?;
        if !self.quiet && (hits == 0 || std::io::IsTerminal::is_terminal(&std::io::stderr())) {
            let counted = |n: u64, one: &str, many: &str| format!("{n} {}", if n == 1 { one } else { many });
            say(&format!(
                "{} in {with} of {}",
                counted(hits, "hit", "hits"),
                counted(documents, "document", "documents")
            ));
        }
        Ok(u8::from(failed > 0))
    }

    /// The patterns that are named; without -e and --patterns the first of the arguments is one.
    fn read_patterns(&mut self) -> Result<Patterns, Error> {
        let usage = |message: &str| Error::new(ErrorKind::Usage, message);
        let mut builder = Patterns::builder().words(self.words).folded(self.folded);
        if self.more.is_empty() && self.patterns.is_none() {
            let pattern = self.pattern.take().ok_or_else(|| usage("name a PATTERN to find, and a PATH"))?;
            let pattern = pattern.into_string().map_err(|_| usage("the PATTERN is no UTF-8"))?;
            builder = builder.pattern(pattern.clone(), pattern);
        } else if let Some(path) = self.pattern.take() {
            self.input.begin_with(PathBuf::from(path));
        }
        if self.input.is_empty() {
            return Err(usage(
                "name a PATH to find it in: a file, a folder, an archive, or - for standard input",
            ));
        }
        for pattern in &self.more {
            builder = builder.pattern(pattern.clone(), pattern.clone());
        }
        let Some(path) = &self.patterns else { return builder.build() };
        for (name, pattern) in own::named_patterns(path)? {
            builder = builder.pattern(name, pattern);
        }
        builder.build().map_err(|error| error.of(path.to_string_lossy()))
    }

    fn finder(&self, patterns: Patterns) -> Result<Finder, Error> {
        let mut finder = Finder::new(patterns).within(self.within.unwrap_or_default());
        for kind in &self.kind {
            finder = finder.kind(kind)?;
        }
        if let Some(words) = &self.body {
            finder = finder.body(words);
        }
        if let Some(words) = &self.speaker {
            finder = finder.speaker(words);
        }
        if let Some(day) = self.since {
            finder = finder.since(day);
        }
        if let Some(day) = self.until {
            finder = finder.until(day);
        }
        Ok(finder)
    }

    /// Whether hits should say which pattern they fit.
    fn is_several(&self) -> bool {
        self.patterns.is_some() || self.more.len() > 1
    }

    fn csv(&self) -> Csv {
        Csv { separator: self.csv_separator, mark: self.csv_bom, no_formulas: self.csv_no_formulas }
    }

    fn target(&self) -> &Path {
        self.output.as_deref().unwrap_or(Path::new("-"))
    }

    fn unwritable(&self) -> impl Fn(&std::io::Error) -> Error {
        |error| unwritable(self.target(), error)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::{ExtractLimits, extract};
    use proptest::prelude::*;

    /// Pieces of texts and of words, whole and broken as files have them.
    const PIECES: &[&str] = &[
        "uppdrag",
        "upp",
        "drag",
        "UPPDRAG",
        "\u{ad}",
        "-\u{ad}\u{2010}",
        "klimat",
        "miljö",
        "miljo\u{308}",
        "f¨or",
        "¨",
        "o",
        "\u{308}",
        " ",
        "  ",
        "\n",
        "\n\n",
        "\t",
        "2024",
        ":",
        "&shy;",
        "&#117;ppdrag",
        "<html>",
        "<p>",
        "å",
        "Ã¥",
        "sk",
        "ſk",
        "\u{212a}",
        "{\"text\": \"uppdrag\"}",
        "\u{0}",
        "\u{1b}",
        "From: a@b.se\nTo: c@d.se\nSubject: uppdrag\n\n",
        "–",
        "%PDF-",
        "nämnd",
        "PK\u{3}\u{4}",
        "§ 4 ",
        "\u{feff}",
        "anta budgeten",
    ];
    const PATTERNS: &[&str] = &[
        "uppdrag",
        "uppdrag|klimat",
        "miljö.{0,20}klimat",
        "[0-9]{4}:",
        "(?i)uppdrag",
        "(?i)sk",
        "upp drag",
        "för",
        "nämnd",
        r"upp\w*",
        "(?:drag)+:?",
        "-08|-klimat",
        "anta budgeten",
        r"[^u]\bklimat\b",
        "upp.drag",
        "dragklimat",
        "o§",
    ];

    /// The text as files hold it.
    fn written(text: &str, how: usize) -> Vec<u8> {
        let old = |encoding: &'static encoding_rs::Encoding| encoding.encode(text).0.into_owned();
        match how {
            0 => text.as_bytes().to_vec(),
            1 => [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
            2 => old(encoding_rs::WINDOWS_1252),
            3 => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            4 => [b"\xFF\xFE".to_vec(), text.encode_utf16().flat_map(u16::to_le_bytes).collect()].concat(),
            5 => old(encoding_rs::MACINTOSH),
            6 => [b"\xE5\xF6 ", text.as_bytes()].concat(),
            _ => old(encoding_rs::SHIFT_JIS),
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 5_000, failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn nothing_is_passed_by_that_has_a_hit(
            pieces in prop::collection::vec(prop::sample::select(PIECES), 0..12),
            pattern in prop::sample::select(PATTERNS),
            (how, words, folded) in (0..8_usize, any::<bool>(), any::<bool>()),
        ) {
            let bytes = written(&pieces.concat(), how);
            let finder = Finder::new(Patterns::builder().pattern("p", pattern).words(words).folded(folded).build().unwrap());
            if unwanted(finder.clone()).0(&bytes) {
                let read = extract(bytes.clone(), &ExtractLimits::default());
                prop_assert!(read.is_ok(), "{bytes:?} fails and would not be told of");
                let text = read.unwrap().text;
                prop_assert!(finder.find_anywhere(&text).matches.is_empty(), "{pattern:?} in {text:?}");
            }
        }
    }

    #[test]
    fn most_documents_without_a_hit_are_passed_by() {
        let passes =
            |pattern: &str, text: &[u8]| unwanted(Finder::new(Patterns::new([pattern]).unwrap())).0(text);
        assert!(passes("uppdrag", "Nämnden på ön.\n".as_bytes()));
        assert!(!passes("uppdrag", "Nämndens uppdrag.\n".as_bytes()));
        for text in
            [&b"N\xe4mnden"[..], "N\u{ad}".as_bytes(), b"<html><p>upp&shy;drag</p></html>", b"\x81\0\x01\x02"]
        {
            assert!(!passes("uppdrag", text), "{text:?}");
        }
    }
}
