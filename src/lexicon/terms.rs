//! Own terms: words of a field that an analyzer adds to klubba's lexicon, or takes out of it.

use crate::document::{Error, ErrorKind};
use crate::lexicon::labels::{self, Label, Labels};
use crate::lexicon::{Classes, Lexicon};
use crate::words::table::LONGEST;
use std::collections::HashSet;
use std::sync::{LazyLock, Mutex, PoisonError};

/// What a list of [`Terms`] holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TermKind {
    /// Who decides: *vattenrådet*, or with an ending all that end so: *-kollegiet*.
    Bodies,
    /// What a person is: *processledare*, *-handläggare*.
    Roles,
    /// Verbs of speaking, form by form (*muttrade*), or with their lemma: *muttra: muttrar muttrade muttrat*.
    Verbs,
    /// Whole lines that name a part of an item, after what stands under them: *decision: avgörande*. The names are
    /// `decision`, `proposal`, `motions`, `vote`, `reservation`, `attendance`, `dispatch`, `papers` and `other`, which
    /// may be left out.
    Labels,
}

impl TermKind {
    /// All of them.
    pub const ALL: [TermKind; 4] = [TermKind::Bodies, TermKind::Roles, TermKind::Verbs, TermKind::Labels];

    /// Its name: `bodies`, `roles`, `verbs` or `labels`.
    pub fn as_str(self) -> &'static str {
        match self {
            TermKind::Bodies => "bodies",
            TermKind::Roles => "roles",
            TermKind::Verbs => "verbs",
            TermKind::Labels => "labels",
        }
    }

    /// The kind of this name.
    pub fn from_name(name: &str) -> Option<TermKind> {
        TermKind::ALL.into_iter().find(|kind| kind.as_str() == name)
    }

    pub(crate) fn class(self) -> Classes {
        match self {
            TermKind::Bodies => Classes::BODY,
            TermKind::Roles => Classes::ROLE,
            TermKind::Verbs => Classes::SAYS,
            TermKind::Labels => Classes::default(),
        }
    }
}

/// Words to add to the lexicon, and words to take out: see [`Terms::add`].
#[derive(Clone, Debug, Default)]
pub struct Terms {
    /// Words and endings, with the verbs' lemmas.
    pub(crate) words: Vec<(TermKind, &'static str, &'static str)>,
    pub(crate) labels: Vec<(Label, &'static str)>,
    removed: HashSet<(TermKind, &'static str)>,
}

/// More words than this are a lexicon of their own.
const MOST: usize = 5_000;
/// Bytes of an ending: shorter ones would fit half the language.
const ENDING: usize = 4;

impl Terms {
    /// No terms.
    pub fn new() -> Terms {
        Terms::default()
    }

    /// Adds an entry as [`TermKind`] describes it, or takes a word of klubba's own out: `!mötet`. Case does not
    /// matter.
    ///
    /// ```
    /// use klubba::{Analyzer, TermKind, Terms};
    /// let mut terms = Terms::new();
    /// terms.add(TermKind::Bodies, "vattenrådet").unwrap();
    /// let analyzer = Analyzer::builder().terms(&terms).build();
    /// let doc = analyzer.analyze("Vattenrådet beslutade den 3 maj 2024 att anta planen.");
    /// assert_eq!(doc.decisions[0].body.as_deref(), Some("Vattenrådet"));
    /// ```
    ///
    /// # Errors
    /// [`ErrorKind::Usage`] for what is no such entry, for a word to take out that is not there, and for more than
    /// 5,000 words. The terms are then as they were.
    pub fn add(&mut self, kind: TermKind, entry: &str) -> Result<(), Error> {
        let written = entry.trim();
        let lower = written.to_lowercase();
        if let Some(word) = lower.strip_prefix('!').map(str::trim) {
            if !is_known(kind, word) {
                let message = format!("{written:?} takes out what is not among the {}", kind.as_str());
                return Err(Error::new(ErrorKind::Usage, message));
            }
            self.removed.insert((kind, kept(word)));
            return Ok(());
        }
        let (value, forms) =
            lower.split_once(':').map_or(("", lower.as_str()), |(a, b)| (a.trim(), b.trim()));
        if kind == TermKind::Labels {
            let label = labels::label(if value.is_empty() { "other" } else { value });
            let label =
                label.ok_or_else(|| wrong(kind, written, &format!("{value:?} is no kind of label")))?;
            if forms.is_empty() || forms.len() >= labels::LINE || forms.contains(['\n', ';']) {
                return Err(wrong(kind, written, "a label is a line of 1 to 95 bytes"));
            }
            self.labels.push((label, kept(forms)));
            return Ok(());
        }
        let forms = Vec::from_iter(forms.split_whitespace());
        if !value.is_empty() && kind != TermKind::Verbs {
            return Err(wrong(kind, written, "only verbs and labels have a colon"));
        }
        if forms.is_empty() || forms.len() > 1 && value.is_empty() {
            return Err(wrong(
                kind,
                written,
                "an entry is one word, or a verb's lemma, a colon and its forms",
            ));
        }
        for form in forms.iter().copied().chain((!value.is_empty()).then_some(value)) {
            let ending = form.strip_prefix('-');
            let word = ending.unwrap_or(form);
            if word.is_empty() || !word.chars().all(char::is_alphabetic) {
                return Err(wrong(kind, written, &format!("{form:?} is no word of letters")));
            }
            if word.len() > LONGEST || ending.is_some_and(|ending| ending.len() < ENDING) {
                return Err(wrong(
                    kind,
                    written,
                    &format!("{form:?} is too long, or too short for an ending"),
                ));
            }
        }
        if self.words.len() + forms.len() > MOST {
            return Err(wrong(kind, written, &format!("there are more than {MOST} words")));
        }
        self.words.extend(forms.iter().map(|form| {
            let lemma = if value.is_empty() { form } else { value };
            (kind, kept(form), kept(lemma))
        }));
        Ok(())
    }

    pub(crate) fn removes(&self, kind: TermKind, word: &str) -> bool {
        self.removed.contains(&(kind, word))
    }
}

fn wrong(kind: TermKind, entry: &str, why: &str) -> Error {
    Error::new(ErrorKind::Usage, format!("{entry:?} is no entry for {}: {why}", kind.as_str()))
}

/// Whether klubba's own lexicon has the word, ending or label.
fn is_known(kind: TermKind, word: &str) -> bool {
    if kind == TermKind::Labels {
        return Vocabulary::shipped().labels.has_form(word);
    }
    let lexicon = &Vocabulary::shipped().lexicon;
    lexicon.word(word.as_bytes()).is_some_and(|number| lexicon.classes(number).has(kind.class()))
}

/// The word for as long as the program runs, each once: lexicons hold words that never go away.
fn kept(word: &str) -> &'static str {
    static WORDS: LazyLock<Mutex<HashSet<&'static str>>> = LazyLock::new(Mutex::default);
    let mut words = WORDS.lock().unwrap_or_else(PoisonError::into_inner);
    match words.get(word) {
        Some(known) => known,
        None => {
            let new: &'static str = Box::leak(word.into());
            words.insert(new);
            new
        }
    }
}

/// All words that an analyzer knows.
#[derive(Debug)]
pub(crate) struct Vocabulary {
    pub lexicon: Lexicon,
    pub labels: Labels,
}

impl Vocabulary {
    /// The one that the crate ships with, built at first use.
    pub fn shipped() -> &'static Vocabulary {
        static SHIPPED: LazyLock<Vocabulary> = LazyLock::new(|| Vocabulary::with(&Terms::new()));
        &SHIPPED
    }

    /// The same with own terms.
    pub fn with(terms: &Terms) -> Vocabulary {
        Vocabulary { lexicon: Lexicon::with(terms), labels: Labels::with(terms) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_checked() {
        let mut terms = Terms::new();
        for (kind, entry) in [
            (TermKind::Bodies, "Vattenrådet"),
            (TermKind::Bodies, "-kollegiet"),
            (TermKind::Bodies, "!mötet"),
            (TermKind::Roles, "lotsbåtsförare"),
            (TermKind::Verbs, "muttra: muttrar muttrade"),
            (TermKind::Labels, "decision: nämndens avgörande"),
            (TermKind::Labels, "Att tänka på"),
            (TermKind::Labels, "!beslut"),
        ] {
            terms.add(kind, entry).unwrap();
        }
        for (kind, entry, says) in [
            (TermKind::Bodies, "", "one word"),
            (TermKind::Bodies, "två ord", "one word"),
            (TermKind::Bodies, "ö3", "no word of letters"),
            (TermKind::Bodies, "a: b", "colon"),
            (TermKind::Bodies, "-en", "too short"),
            (TermKind::Bodies, "!vattenrådet", "not among the bodies"),
            (TermKind::Verbs, "muttra:", "one word"),
            (TermKind::Labels, "dom: avgörande", "no kind of label"),
        ] {
            let error = terms.add(kind, entry).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Usage);
            assert!(error.to_string().contains(says), "{error}");
        }
        assert_eq!(terms.words.len(), 5);
    }
}
