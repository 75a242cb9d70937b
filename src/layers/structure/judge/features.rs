//! What may be said of a line that may be a heading: groups of values, one of which holds in each group.

use crate::words::model::groups;

groups! {
    /// Which lines the candidate takes.
    Extent = "extent" {
        Line = "line", Rule = "rule", Two = "two", Three = "three", RunIn = "run-in", Number = "number",
        Before = "before",
    }
    /// Whether it ends where its wording tells.
    Ends = "ends" { Untold = "untold", There = "there", Before = "before", Behind = "behind", Prose = "prose" }
    /// The rule that found the same lines to be a heading.
    ByRule = "rule" {
        Nothing = "none", Markup = "markup", Matter = "matter", Bold = "bold", Title = "title",
        Paragraph = "paragraph", Numbered = "numbered", Label = "label", MatterLine = "matter-line",
        Alone = "alone", Capitals = "capitals", Elsewhere = "other-lines",
    }
    Written = "role" {
        Text = "text", Bold = "bold", Marked = "marked", Item = "item", Row = "row", Large = "large", Cut = "cut",
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
    /// `§ 3` or `3 §`.
    Sign = "sign" { None = "none", Before = "before", Behind = "behind" }
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
        Quote = "quote", Letter = "letter",
    }
    /// The line of text before.
    Last = "last" {
        None = "none", Prose = "prose", Sentence = "sentence", Short = "short", Item = "item", Row = "row",
        Field = "field", Name = "name", Number = "number", Heading = "heading",
    }
    /// The line of text below that one.
    After = "after-next" {
        None = "none", Prose = "prose", Sentence = "sentence", Short = "short", Small = "small", Item = "item",
        Row = "row", Field = "field", Name = "name", Label = "label", Number = "number", Heading = "heading",
        Quote = "quote", Letter = "letter",
    }
    /// Whether the lines below and above have a verb among their first words.
    NextReads = "next-reads" { None = "none", Verb = "verb", Noun = "noun" }
    LastReads = "last-reads" { None = "none", Verb = "verb", Noun = "noun" }
    /// How much room its last line leaves for the first word of the line right below.
    RoomBelow = "room-below" { None = "none", Full = "full", Near = "near", Half = "half", Wide = "wide" }
    /// How much room the line right above leaves for its first word.
    RoomAbove = "room-above" { None = "none", Full = "full", Near = "near", Half = "half", Wide = "wide" }
    /// Its length beside that of the next line.
    Longer = "next-length" { None = "none", Half = "half", Less = "less", Like = "like", More = "more", Most = "most" }
    /// Of short lines alone between blanks, how many follow each other here.
    Chain = "chain" { None = "0", One = "1", Two = "2", Few = "3-4", Many = "5-" }
    ChainPlace = "chain-place" { None = "none", First = "first", Inner = "inner", Last = "last" }
    Width = "width" { Third = "third", Half = "half", Most = "most", Full = "full" }
    Indent = "indent" { None = "none", Small = "small", Mid = "mid", Large = "large" }
    IndentBelow = "indent-below" { Same = "same", Less = "less", More = "more", None = "none" }
    IndentAbove = "indent-above" { Same = "same", Less = "less", More = "more", None = "none" }
    /// How the document parts its paragraphs.
    Habit = "habit" { Tight = "tight", Parted = "parted", Double = "double" }
    /// Of the numbered lines, how many hold a title and the sentence behind it.
    RunIns = "run-ins" { None = "none", Few = "few", Half = "half", Most = "most" }
    /// How many lines of the document are short.
    Texture = "texture" { Prose = "prose", Mixed = "mixed", Short = "short", List = "list" }
    Known = "label" {
        Nothing = "none", Decision = "decision", Proposal = "proposal", Motions = "motions", Vote = "vote",
        Reservation = "reservation", Attendance = "attendance", Dispatch = "dispatch", Papers = "papers",
        Other = "other", Field = "field", Contents = "contents", Matter = "matter",
        Chapter = "chapter",
    }
    /// The known label that holds above.
    Under = "under" {
        Nothing = "none", Decision = "decision", Points = "points", Attendance = "attendance",
        Dispatch = "dispatch", Other = "other", Item = "item",
    }
    /// What its first word is.
    FirstWord = "first" {
        Other = "other", Greeting = "greeting", Sign = "sign", Field = "field", Document = "document",
        Head = "head", Chrome = "chrome", Day = "day", Verb = "verb", Small = "small-word", Name = "name",
        Body = "body", That = "that", To = "to", By = "by",
    }
    /// The end of its first word.
    Suffix = "suffix" {
        Other = "other", Ing = "ing", Nde = "nde", Genitive = "s", Definite = "n", Plural = "r", Neuter = "t",
    }
    /// Whether it has a finite verb: a known one, or a word that ends as the past does.
    Verb = "verb" { None = "none", One = "one", Past = "past" }
    /// A pronoun that stands for someone: sentences have it, most headings have not.
    Pronoun = "pronoun" { None = "none", One = "one" }
    Dated = "dated" {
        None = "none", Begin = "begin", Inside = "inside", Whole = "whole", Year = "year", Place = "place",
    }
    /// A name, or what someone is (*Auktoriserad revisor*).
    Named = "named" {
        None = "none", Line = "line", Bracket = "bracket", First = "first", Body = "body", Role = "role",
    }
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
    /// Where it stands among the lines that no blank parts.
    BlockPlace = "block-place" { Alone = "alone", First = "first", Inner = "inner", Last = "last" }
    /// Whether a blank stands below the next line.
    NextGap = "next-gap" { None = "none", Tight = "tight", Gap = "gap" }
    /// The end of the next line.
    BelowEnd = "below-end" {
        None = "none", Letter = "letter", Stop = "stop", Colon = "colon", Comma = "comma", Other = "other",
    }
    /// How many lines the text has.
    Size = "size" { L8 = "-8", L20 = "-20", L50 = "-50", L150 = "-150", L400 = "-400", Many = "400-" }
    /// *KS 2019/33*, *SOU 2001:97*, *8 kap. 3 §*.
    Coded = "coded" { None = "none", Inside = "inside", Most = "most", Law = "law" }
    /// How many small words it has.
    SmallWords = "small-words" { W0 = "0", W1 = "1", W2 = "2", W3 = "3", Many = "4-" }
    /// The end of its last word.
    LastSuffix = "last-suffix" {
        Other = "other", Ing = "ing", Else = "else", Tion = "tion", Het = "het", Genitive = "s", Definite = "n",
        Plural = "r", Neuter = "t", Past = "de", Vowel = "a",
    }
    /// Words of English.
    English = "english" { None = "none", One = "one" }
    /// What the first line of a broken title is.
    Joint = "joint" {
        None = "none", Document = "document", Begins = "begins", Body = "body", Other = "other",
    }
    /// What its second line is.
    Second = "second" {
        None = "none", Dated = "dated", Document = "document", Body = "body", Name = "name", Small = "small", Other = "other",
    }
}
