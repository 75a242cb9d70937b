//! What a word of the lexicon, a number or a mark is to the layers.

/// What a cue is to the layers; a word can be several things (*maj*, *Maj Karlsson*).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Classes(pub u16);

impl Classes {
    /// No cue.
    pub const NONE: Classes = Classes(0);
    /// A word of the calendar: month, weekday, unit, relative word, holiday (`lexicon/data/dates.txt`).
    pub const DATE: Classes = Classes(1);
    /// A run of ASCII digits.
    pub const NUMBER: Classes = Classes(1 << 1);
    /// `§`.
    pub const SECTION: Classes = Classes(1 << 2);
    /// An opening bracket that closes within six bytes, as a party's does: `(S)`.
    pub const BRACKET: Classes = Classes(1 << 3);
    /// A quotation mark.
    pub const QUOTE: Classes = Classes(1 << 4);
    /// A given name, capitalised or in capitals.
    pub const GIVEN: Classes = Classes(1 << 5);
    /// A surname, capitalised or in capitals.
    pub const SURNAME: Classes = Classes(1 << 6);
    /// A word for what a person is (*ordförande, verksamhetschef*), by word or ending.
    pub const ROLE: Classes = Classes(1 << 7);
    /// A word before a name: *herr, fru, statsrådet*.
    pub const TITLE: Classes = Classes(1 << 8);
    /// A word for who decides (*kommunstyrelsen, byggnadsnämnden*), by word or ending.
    pub const BODY: Classes = Classes(1 << 9);
    /// A verb of speaking, informing or moving (`lexicon/data/says.txt`).
    pub const SAYS: Classes = Classes(1 << 10);
    /// A word that can settle a matter (`lexicon/data/settles.txt`).
    pub const SETTLES: Classes = Classes(1 << 11);

    pub const fn or(self, other: Classes) -> Classes {
        Classes(self.0 | other.0)
    }
    pub const fn without(self, other: Classes) -> Classes {
        Classes(self.0 & !other.0)
    }
    pub const fn has(self, any: Classes) -> bool {
        self.0 & any.0 != 0
    }
}
