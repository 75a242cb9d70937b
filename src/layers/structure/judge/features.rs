//! What may be said of a line that may be a heading: groups of values, one of which holds in each group.

/// One of the values that a group has.
pub(super) trait Feature: Copy {
    /// Index of the group in [`GROUPS`].
    const GROUP: usize;
    fn value(self) -> u8;
}

/// Declares the groups: each is an enum; names are those that the file of weights has.
macro_rules! groups {
    ($($(#[$doc:meta])* $group:ident = $name:literal { $($value:ident = $text:literal),+ $(,)? })+) => {
        #[allow(clippy::enum_variant_names)]
        #[derive(Clone, Copy)]
        enum Index { $($group),+ }
        $(
            $(#[$doc])*
            // Values are also set by their number.
            #[allow(dead_code, clippy::enum_variant_names)]
            #[derive(Clone, Copy, Debug, PartialEq, Eq)]
            pub(super) enum $group { $($value),+ }
            impl Feature for $group {
                const GROUP: usize = Index::$group as usize;
                fn value(self) -> u8 {
                    self as u8
                }
            }
        )+
        /// The name of each group and of its values.
        pub(super) const GROUPS: &[(&str, &[&str])] = &[$(($name, &[$($text),+])),+];
    };
}

groups! {
    /// Which lines the candidate takes.
    Extent = "extent" {
        Line = "line", Rule = "rule", Two = "two", Three = "three", RunIn = "run-in", Number = "number",
        Before = "before",
    }
    /// The rule that found the same lines to be a heading.
    ByRule = "rule" {
        Nothing = "none", Markup = "markup", Matter = "matter", Bold = "bold", Title = "title",
        Paragraph = "paragraph", Numbered = "numbered", Label = "label", MatterLine = "matter-line",
        Alone = "alone", Capitals = "capitals", Elsewhere = "other-lines",
    }
    Written = "role" {
        Text = "text", Bold = "bold", Marked = "marked", Item = "item", Row = "row", Large = "large",
    }
    NumberSort = "number" {
        Nothing = "none", Paragraph = "paragraph", Decimal = "decimal", Deep = "deep", Letter = "letter",
        Roman = "roman", Part = "part",
    }
    /// Whether the number goes on from one above, and whether one below goes on from it.
    NumberRun = "run" {
        Nothing = "none", Alone = "alone", First = "first", Last = "last", Inner = "inner", Same = "same",
        Even = "even",
    }
    /// Whether text stands between the number and those it runs with.
    NumberGap = "run-text" { Nothing = "none", Apart = "apart", After = "after", Before = "before", Tight = "tight" }
    /// How many numbers the run has.
    RunLength = "run-length" { None = "0", One = "1", Two = "2", Few = "3-5", Many = "6-" }
    /// What follows on the same line: the first word, and whether the sentence has a verb.
    Rest = "rest" {
        None = "none", Verb = "verb", Head = "head", Small = "small", Capital = "capital", Other = "other",
    }
    RestLength = "rest-length" { None = "none", Short = "short", Line = "line", Long = "long" }
    Closed = "closed" { Nothing = "none", Bare = "bare", Stop = "stop", Bracket = "bracket" }
    End = "end" {
        Letter = "letter", Digit = "digit", Stop = "stop", Colon = "colon", Comma = "comma", Dash = "dash",
        Ask = "ask", Call = "call", Bracket = "bracket", Small = "small-word", Other = "other",
    }
    /// A sentence ends inside.
    Inside = "inside" { Plain = "plain", Stop = "stop", Comma = "comma", Field = "field", Wide = "wide" }
    WordCount = "words" {
        None = "0", One = "1", Two = "2", Three = "3", Four = "4", Six = "5-6", Nine = "7-9", Fourteen = "10-14",
        Many = "15-",
    }
    Length = "length" {
        L8 = "-8", L14 = "-14", L24 = "-24", L40 = "-40", L60 = "-60", L84 = "-84", L110 = "-110", L200 = "-200",
        Long = "long",
    }
    Begin = "begin" {
        Capital = "capital", Capitals = "capitals", Small = "small", Digit = "digit", Quote = "quote",
        Empty = "empty", Other = "other",
    }
    /// How its words are written.
    Words = "case" { Sentence = "sentence", Titled = "titled", Capitals = "capitals", Single = "single" }
    Above = "above" {
        Start = "start", Blank = "blank", Heading = "heading", Furniture = "furniture", Short = "short",
        Prose = "prose", Item = "item", Row = "row", Toc = "toc", Markup = "markup",
    }
    /// The same with blanks between all lines counted as none.
    RealAbove = "gap-above" { None = "none", Gap = "gap", Wide = "wide" }
    RealBelow = "gap-below" { None = "none", Gap = "gap", Wide = "wide" }
    /// The end of the last line of text above.
    AboveEnd = "above-end" {
        None = "none", Letter = "letter", Stop = "stop", Colon = "colon", Comma = "comma", Other = "other",
    }
    Below = "below" {
        End = "end", Blank = "blank", Text = "text", Item = "item", Row = "row", Furniture = "furniture",
        Toc = "toc", Markup = "markup",
    }
    /// The next line of text.
    Next = "next" {
        None = "none", Prose = "prose", Sentence = "sentence", Short = "short", Small = "small", Item = "item",
        Row = "row", Field = "field", Name = "name", Label = "label", Number = "number", Heading = "heading",
        Quote = "quote",
    }
    /// The line of text before.
    Last = "last" {
        None = "none", Prose = "prose", Sentence = "sentence", Short = "short", Item = "item", Row = "row",
        Field = "field", Name = "name", Number = "number", Heading = "heading",
    }
    /// Its length beside that of the next line.
    Longer = "next-length" { None = "none", Half = "half", Less = "less", Like = "like", More = "more", Most = "most" }
    Width = "width" { Third = "third", Half = "half", Most = "most", Full = "full" }
    Indent = "indent" { None = "none", Small = "small", Mid = "mid", Large = "large" }
    IndentBelow = "indent-below" { Same = "same", Less = "less", More = "more", None = "none" }
    IndentAbove = "indent-above" { Same = "same", Less = "less", More = "more", None = "none" }
    /// How the document parts its paragraphs.
    Habit = "habit" { Tight = "tight", Parted = "parted", Double = "double" }
    Known = "label" {
        Nothing = "none", Decision = "decision", Proposal = "proposal", Motions = "motions", Vote = "vote",
        Reservation = "reservation", Attendance = "attendance", Dispatch = "dispatch", Papers = "papers",
        Other = "other", Field = "field", Contents = "contents", Matter = "matter",
    }
    /// The known label that holds above.
    Under = "under" {
        Nothing = "none", Decision = "decision", Points = "points", Attendance = "attendance",
        Dispatch = "dispatch", Other = "other", Item = "item",
    }
    /// What its first word is.
    FirstWord = "first" {
        Other = "other", Verb = "verb", Greeting = "greeting", Chrome = "chrome", Sign = "sign", Field = "field",
        Head = "head", Document = "document", Name = "name", Body = "body", Day = "day", Small = "small-word",
        That = "that",
    }
    /// The end of its first word.
    Suffix = "suffix" {
        Other = "other", Ing = "ing", Nde = "nde", Genitive = "s", Definite = "n", Plural = "r", Neuter = "t",
    }
    Verb = "verb" { None = "none", One = "one" }
    Dated = "dated" { None = "none", Begin = "begin", Inside = "inside", Whole = "whole" }
    Named = "named" { None = "none", Line = "line", Bracket = "bracket", First = "first", Body = "body" }
    Repeated = "repeated" { Once = "1", Twice = "2", Few = "3-5", Many = "6-" }
    Place = "place" {
        R0 = "0", R1 = "1", R2 = "2", R4 = "3-4", R8 = "5-8", R16 = "9-16", Later = "later", Last = "last",
    }
    /// Before or after the first number that runs on.
    Part = "part" { None = "no-run", Before = "before", Within = "within", After = "after" }
    Document = "document" { Plain = "plain", Paragraphs = "paragraphs", Marked = "marked", Record = "record" }
    /// How the lines of a broken title follow each other.
    Break = "break" { None = "none", Small = "small", Capital = "capital", Digit = "digit", Number = "number", Dash = "dash" }
    /// The first line of a broken title had room for the next word.
    Room = "room" { None = "none", Room = "room", Full = "full" }
    Listed = "listed" { No = "no", Number = "number", Title = "title", Below = "below" }
    /// How sure a first look at the candidate was; this and what follows takes the neighbours in.
    Score = "score" {
        S0 = "-5", S1 = "-3", S2 = "-2", S3 = "-1", S4 = "0", S5 = "1", S6 = "2", S7 = "3", S8 = "5", S9 = "over",
    }
    /// The best look at another candidate of this line.
    Rival = "rival" { None = "none", Lower = "lower", Like = "like", Higher = "higher" }
    /// How sure the others are that are written alike.
    Alike = "alike" { None = "none", S0 = "-4", S1 = "-2", S2 = "-1", S3 = "0", S4 = "1", S5 = "2", S6 = "4", S7 = "over" }
    AlikeCount = "alike-count" { None = "0", One = "1", Few = "2-3", Some = "4-8", Many = "9-" }
    /// How sure the line above is, if nothing stands between.
    ScoreAbove = "score-above" { Far = "far", S0 = "-3", S1 = "-1", S2 = "1", S3 = "3", S4 = "over" }
    ScoreBelow = "score-below" { Far = "far", S0 = "-3", S1 = "-1", S2 = "1", S3 = "3", S4 = "over" }
    /// How sure a candidate is that begins above and takes this line.
    Covered = "covered" { None = "none", Lower = "lower", Like = "like", Higher = "higher" }
    /// How sure a line inside is, but for the first.
    Covers = "covers" { None = "none", S0 = "-3", S1 = "-1", S2 = "1", S3 = "over" }
    /// How many sure ones the document has to its length.
    Density = "density" { None = "none", Rare = "rare", Some = "some", Many = "many" }
}

pub(super) const COUNT: usize = GROUPS.len();

/// The value that holds in each group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Features(pub [u8; COUNT]);

impl Default for Features {
    fn default() -> Features {
        Features([0; COUNT])
    }
}

impl Features {
    pub fn set<F: Feature>(&mut self, feature: F) {
        self.0[F::GROUP] = feature.value();
    }

    /// Sets the group `F` to its value number `at`, or to its last one.
    pub fn set_nth<F: Feature>(&mut self, at: usize) {
        let last = GROUPS[F::GROUP].1.len() - 1;
        self.0[F::GROUP] = at.min(last) as u8;
    }

    /// Sets the group `F` to the first value whose bound is not passed.
    pub fn set_within<F: Feature, T: PartialOrd>(&mut self, value: T, bounds: &[T]) {
        self.set_nth::<F>(bounds.iter().take_while(|bound| value > **bound).count());
    }
}
