//! What a step of several is about, by which a matter is decided: *Ordföranden finner att ärendet ska avgöras i dag.*

#[cfg(feature = "link")]
use crate::lexicon::sets::decisions::RECEIVED;
use crate::lexicon::sets::decisions::{
    BESIDE_THE_MATTER, COUNTER_PROPOSALS, FELL, LEADS_BACK, OF_THE_MATTER, ORDERS_OF_BUSINESS, PROPOSAL_WORD,
    PUT_OFF, PUTS_THE_MATTER, SET_UP_AS, SETTLES, SETTLES_ALONE, SETTLING, TODAY, YRKANDE_WORD,
};
use crate::lexicon::sets::function_words::{ATT_FIRST, ENLIGT_WORD};
use crate::text::walk;
use crate::words::lower::lowered;

/// What a step is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum About {
    /// The matter itself.
    Matter,
    /// A motion beside it (*tilläggsyrkande*): that it fell, nothing else says.
    Addition,
    /// The order of business: whether the matter is settled today, and in which order it is put.
    Procedure,
    /// What stands against a proposal in a vote (*motförslag*).
    Counter,
}

/// What is longer says more than in which order something is done.
const LONGEST: usize = 240;

/// What a step is about, by its words.
pub(crate) fn about(text: &str) -> About {
    let said = Said::read(text);
    let any = |words: &[&str], text: &str| words.iter().any(|word| text.contains(word));
    if is_counter_proposal(&said.all) {
        return About::Counter;
    }
    if (said.finds || said.all.len() <= LONGEST) && (said.settles_today() || said.orders()) {
        return About::Procedure;
    }
    if any(BESIDE_THE_MATTER, said.named()) { About::Addition } else { About::Matter }
}

/// Whether what came in is listed under a title: *Förteckning över anmälningsärenden*, *Meddelanden*. What others decided is told there.
#[cfg(feature = "link")]
pub(crate) fn lists_received(title: &str) -> bool {
    let title = lowered(title);
    RECEIVED.iter().any(|word| title.contains(word))
}

/// Whether the chair finds a proposal or a motion adopted that is the matter: what was put then tells what was decided.
pub(crate) fn puts_the_matter(text: &str) -> bool {
    let said = Said::read(text);
    let named = said.named();
    let put_off = PUT_OFF.iter().any(|word| named.contains(word));
    about(text) == About::Matter
        && !put_off
        && (named.contains(PROPOSAL_WORD) || named.contains(YRKANDE_WORD))
}

/// *antagits som motförslag*, *utses till huvudförslag*.
fn is_counter_proposal(said: &str) -> bool {
    COUNTER_PROPOSALS.iter().any(|word| {
        said.match_indices(word).any(|(at, _)| {
            let before = said.get(..at).unwrap_or_default().trim_end();
            SET_UP_AS.iter().any(|lead| before.ends_with(lead))
        })
    })
}

/// The words of a step in small letters on one line.
struct Said {
    all: String,
    /// Where what is found begins.
    found: usize,
    finds: bool,
}

impl Said {
    fn read(text: &str) -> Said {
        let all = lowered(&walk::one_line(text));
        let finds = all.rfind(FINDS);
        Said { found: finds.map_or(0, |at| at + FINDS.len()), finds: finds.is_some(), all }
    }

    /// What is found, else all of it.
    fn found(&self) -> &str {
        let found = self.all.get(self.found..).unwrap_or_default();
        found.strip_prefix(ATT_FIRST).unwrap_or(found)
    }

    /// The same, or what was put, where a pronoun leads back to it: *ställer proposition på yrkandet och finner att det …*.
    fn named(&self) -> &str {
        // *Det egna yrkandet* names what it is itself.
        let named = [PROPOSAL_WORD, YRKANDE_WORD].iter().any(|word| self.found().contains(word));
        let leads = !named && LEADS_BACK.iter().any(|word| self.found().starts_with(word));
        if leads { self.all.get(..self.found).unwrap_or_default() } else { self.found() }
    }

    /// *att avgöra ärendet i dag*, *att ärendet avgörs nu*; not *avgöra ärendet genom att anta planen*.
    fn settles_today(&self) -> bool {
        let found = self.found();
        found.match_indices(SETTLES).any(|(at, _)| {
            let rest = found.get(at + SETTLES.len()..).unwrap_or_default();
            let of_matter = rest.starts_with(SETTLING)
                && found.get(..at).is_some_and(|before| before.ends_with(OF_THE_MATTER));
            let words = rest.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
            let rest = format!(" {} ", Vec::from_iter(words).join(" "));
            of_matter || SETTLES_ALONE.contains(&rest.trim()) || TODAY.iter().any(|day| rest.contains(day))
        })
    }

    /// *finner att yrkandet om återremiss avslagits*, *godkänner propositionsordningen*.
    fn orders(&self) -> bool {
        let any = |words: &[&str], text: &str| words.iter().any(|word| text.contains(word));
        let named = self.named();
        let put_off = any(PUT_OFF, named) && !any(PUTS_THE_MATTER, named) && any(FELL, self.found());
        put_off || any(ORDERS_OF_BUSINESS, named) && !named.contains(ENLIGT_WORD)
    }
}

const FINDS: &str = " finner ";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn that_it_is_settled_today_settles_nothing() {
        for text in [
            "Ordföranden ställer proposition på ärendets återremiss och på dess avgörande idag och finner att nämnden\n\
             beslutat att avgöra ärendet vid dagens möte.",
            "Ordföranden finner att ärendet ska avgöras i dag.",
            "Ordföranden finner att stämman beslutar att ärendet avgörs nu.",
            "Fullmäktige beslutar att avgöra ärendet.",
            "Ordföranden ställer proposition på yrkandet om återremiss och finner att det avslagits.",
            "Ordföranden finner att återremissyrkandet har fallit.",
            "Ordföranden prövar bordläggningsyrkandet och finner att nämnden avslår bordläggning.",
            "Nämnden godkänner propositionsordningen.",
            "Ja för ärendets avgörande i dag, nej för återremiss.",
        ] {
            assert_eq!(about(text), About::Procedure, "{text}");
        }
        for text in [
            "Ordföranden ställer proposition på återremiss och avgörande idag och finner att nämnden beslutat\n\
             återremittera ärendet till kontoret.",
            "Ordföranden finner att nämnden avgör ärendet genom att anta planen.",
            "Nämnden avgör ärendet enligt nuvarande taxa.",
            "Ordföranden ställer proposition på återremiss och på bifall och finner att motionen avslagits.",
            "Ordföranden finner enligt godkänd propositionsordning att planen antagits.",
            "Ordföranden finner att styrelsens förslag har bifallits.",
            "Ordföranden ställer proposition på yrkandena utom tilläggsyrkandet och finner att planen antagits.",
            "Ärendet återremitteras.",
        ] {
            assert_eq!(about(text), About::Matter, "{text}");
        }
    }

    #[test]
    fn what_is_put_beside_the_matter_is_told() {
        let text = "Ordföranden ställer proposition på tilläggsyrkandet från Anna Holm och finner att det avslagits.";
        assert_eq!(about(text), About::Addition);
        assert_eq!(about("Ordföranden finner att yrkandet från Anna Holm har avslagits."), About::Matter);
    }

    #[test]
    fn what_is_set_against_the_proposal_is_not_adopted() {
        assert_eq!(
            about("Ordföranden finner att Anna Holms yrkande antagits som motförslag."),
            About::Counter
        );
        assert_eq!(about("Fullmäktige utser avslag till motförslag i voteringen."), About::Counter);
        assert_eq!(about("Nämnden avslår motförslaget från Anna Holm."), About::Matter);
    }

    #[test]
    fn what_was_put_tells_what_was_decided() {
        for text in [
            "Ordföranden ställer propositioner på yrkandena och finner att styrelsens förslag har bifallits.",
            "Ordföranden finner att det egna yrkandet bifallits.",
            "Ordföranden ställer proposition på yrkandet från Anna Holm och finner att det bifallits.",
        ] {
            assert!(puts_the_matter(text), "{text}");
        }
        for text in [
            "Ordföranden ställer proposition på tilläggsyrkandet från Anna Holm och finner att det bifallits.",
            "Ordföranden ställer proposition på yrkandena och finner att nämnden beslutat avgöra ärendet i dag.",
            "Ordföranden finner att motionen bifallits.",
            "Ordföranden finner att nämnden godtagit yrkandet om återremiss.",
        ] {
            assert!(!puts_the_matter(text), "{text}");
        }
    }
}
