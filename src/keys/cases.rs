//! Case numbers in all their spellings: *KS 2023/145*, *KS2023-00145*, *Dnr 145/2023 KS*, *0145/23*.

/// A case number, read.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Case {
    pub year: u16,
    pub number: u32,
    /// Of the body or its register (*KS*), in upper case; empty where none are written.
    pub letters: String,
    /// A matter within the case (*:12* of *SLK-2024-00008:12*); some registers count below nought (*:-1*).
    pub part: Option<i32>,
}

/// Letters before a number that name no register.
const LABELS: &[&str] = &["DNR", "DIARIENR", "DIARIENUMMER", "ÄRENDE", "ÄRENDENR", "NR", "D"];
const YEARS: std::ops::RangeInclusive<u32> = 1950..=2099;

impl Case {
    /// Reads what a text writes; `None` if no year can be told from the number.
    pub fn read(written: &str) -> Option<Case> {
        let mut letters = String::new();
        let mut numbers: Vec<(&str, &str)> = Vec::new();
        let mut rest = written;
        // Where the signs before the next word or number begin.
        let mut signs = 0;
        while let Some(first) = rest.chars().next() {
            let end = rest
                .find(|c: char| if first.is_ascii_digit() { !c.is_ascii_digit() } else { !c.is_alphabetic() })
                .unwrap_or(rest.len())
                .max(first.len_utf8());
            let (run, after) = rest.split_at(end);
            let at = written.len() - rest.len();
            if first.is_ascii_digit() {
                numbers.push((run, &written[signs..at]));
            } else if first.is_alphabetic() {
                let upper = run.to_uppercase();
                if letters.is_empty() && !LABELS.contains(&upper.as_str()) {
                    letters = upper;
                }
            }
            if first.is_ascii_digit() || first.is_alphabetic() {
                signs = at + end;
            }
            rest = after;
        }
        let [(first, _), (second, _), others @ ..] = numbers.as_slice() else { return None };
        let value = |digits: &str| digits.parse::<u32>().ok();
        let is_year =
            |digits: &str| digits.len() == 4 && value(digits).is_some_and(|year| YEARS.contains(&year));
        let (year, number) = if is_year(first) {
            (value(first)?, value(second)?)
        } else if is_year(second) {
            (value(second)?, value(first)?)
        } else if second.len() == 2 {
            (century(value(second)?), value(first)?)
        } else if first.len() == 2 {
            (century(value(first)?), value(second)?)
        } else {
            return None;
        };
        let part = others.iter().find_map(|(digits, before)| {
            let below = before.strip_prefix(':')?;
            let part = i32::try_from(value(digits)?).ok()?;
            Some(if below == "-" { -part } else { part })
        });
        Some(Case { year: u16::try_from(year).ok()?, number, letters, part })
    }
}

#[cfg(feature = "link")]
impl Case {
    /// Whether the two can be one: the same number, and no other letters.
    pub fn fits(&self, other: &Case) -> bool {
        let letters = self.letters.is_empty() || other.letters.is_empty() || self.letters == other.letters;
        let part = other.part.is_none() || self.part == other.part;
        (self.year, self.number) == (other.year, other.number) && letters && part
    }
}

impl std::fmt::Display for Case {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if !self.letters.is_empty() {
            write!(f, "{} ", self.letters)?;
        }
        write!(f, "{}/{}", self.year, self.number)?;
        self.part.map_or(Ok(()), |part| write!(f, ":{part}"))
    }
}

/// The year of two digits.
fn century(year: u32) -> u32 {
    if year < 50 { 2000 + year } else { 1900 + year }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_case() {
        let case = Case { year: 2023, number: 145, letters: "KS".to_string(), part: None };
        for written in [
            "KS 2023/145",
            "KS2023-00145",
            "Dnr 145/2023 KS",
            "KS 23/145",
            "ks 2023:145",
            "Dnr KS-2023/145-3",
        ] {
            assert_eq!(Case::read(written).as_ref(), Some(&case), "{written}");
        }
        assert_eq!(case.to_string(), "KS 2023/145");
        assert_eq!(Case::read("slk-2024-00008:12").unwrap().to_string(), "SLK 2024/8:12");
        assert_eq!(Case::read("SLK-2024-00008:-1").unwrap().to_string(), "SLK 2024/8:-1");
        assert_eq!(Case::read("0145/23").unwrap().letters, "");
        assert_eq!(Case::read("SLK-2024-00008:12").unwrap().part, Some(12));
        for none in ["", "KS 145", "1234567", "§ 5"] {
            assert_eq!(Case::read(none), None, "{none}");
        }
    }
}
