//! What may be said of a part of a long line that may be a heading.

use crate::words::model::groups;

groups! {
    /// Why it may begin here.
    Start = "start" {
        Line = "line", Number = "number", Label = "label", Capitals = "capitals", Head = "head", After = "after",
        Wide = "wide", Inside = "inside", Mark = "mark",
    }
    /// The end of what stands before.
    Before = "before" {
        None = "none", Stop = "stop", Colon = "colon", Comma = "comma", Bracket = "bracket", Digit = "digit",
        Small = "small", Capital = "capital", Dots = "dots", Mark = "mark",
    }
    NumberForm = "number" {
        None = "none", Sign = "sign", SignAfter = "sign-after", Stop = "stop", Bare = "bare", Bracket = "bracket",
        Letter = "letter", Code = "code", Named = "named", Deep = "deep",
    }
    Run = "run" { None = "none", Alone = "alone", First = "first", Last = "last", Inner = "inner", Odd = "odd" }
    RunLength = "run-length" { None = "0", One = "1", Two = "2", Few = "3-5", Many = "6-" }
    /// Bytes to the numbers that it runs with.
    RunGap = "run-gap" { None = "none", Near = "near", Some = "some", Far = "far" }
    WordCount = "words" {
        None = "0", One = "1", Two = "2", Three = "3", Four = "4", Six = "5-6", Nine = "7-9", Fourteen = "10-14",
        Many = "15-",
    }
    /// Capitals inside the title.
    Inner = "inner" { None = "0", One = "1", Two = "2", Many = "3-" }
    Verb = "verb" { None = "none", One = "one" }
    Comma = "comma" { None = "none", One = "one" }
    Stops = "stops" { None = "none", One = "one" }
    /// What ends it.
    Ends = "ends" {
        Capital = "capital", Stop = "stop", Colon = "colon", Line = "line", Number = "number", Label = "label",
        Capitals = "capitals", Dots = "dots", Ask = "ask", Wide = "wide", Digit = "digit",
        Deals = "deals",
    }
    LastWord = "last" { Other = "other", Small = "small", Digit = "digit", Comma = "comma", Capital = "capital", Bracket = "bracket" }
    /// How soon a verb follows.
    NextVerb = "next-verb" { None = "none", V1 = "1", V2 = "2", V4 = "3-4", V7 = "5-7" }
    NextWord = "next" {
        Other = "other", Greeting = "greeting", Sign = "sign", Field = "field", Document = "document",
        Head = "head", Chrome = "chrome", Day = "day", Verb = "verb", Small = "small-word", Name = "name",
        Body = "body", None = "none", Digit = "digit",
    }
    AfterNext = "after-next" { None = "none", Small = "small", Capital = "capital", Digit = "digit", Other = "other" }
    FirstWord = "first" {
        Other = "other", Greeting = "greeting", Sign = "sign", Field = "field", Document = "document",
        Head = "head", Chrome = "chrome", Day = "day", Verb = "verb", Small = "small-word", Name = "name",
        Body = "body",
    }
    Suffix = "suffix" { Other = "other", Ing = "ing", Nde = "nde", Genitive = "s", Definite = "n", Plural = "r", Neuter = "t" }
    Known = "label" { None = "none", Text = "text", Points = "points", Attendance = "attendance", Field = "field" }
    /// How its words are written.
    Case = "case" { Sentence = "sentence", Titled = "titled", Capitals = "capitals", Single = "single" }
    Digits = "digits" { None = "none", Few = "few", Many = "many" }
    LineLength = "line" { L400 = "-400", L800 = "-800", L1500 = "-1500", L3000 = "-3000", Long = "long" }
    /// Bytes of the line on which a byte of the text stands, one with another.
    Flatness = "flatness" { L400 = "-400", L700 = "-700", L1000 = "-1000", L1500 = "-1500", Long = "long" }
    /// Which of the ends from the same beginning it is.
    Option = "option" { First = "first", Second = "second", Third = "third", Later = "later" }
    Place = "place" { Begin = "begin", Early = "early", Later = "later" }
    Leaders = "leaders" { None = "none", Near = "near", Text = "text" }
    Repeated = "repeated" { Once = "1", Twice = "2", Many = "3-" }
}
