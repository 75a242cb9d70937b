//! Words that headings are told by.

use super::sets;

sets! { "../data/headings.txt":
    /// Finite verbs, which sentences have and most headings have not.
    set VERBS = "verb";
    /// How a letter or a page greets and takes leave.
    set GREETINGS = "greeting";
    /// The words of a site, not of its texts.
    set CHROME = "chrome";
    /// Whose signature stands below.
    set SIGNS = "sign";
    /// Fields of a cover page.
    set FIELDS = "field";
    /// What headings of matters and parts begin with.
    set HEADS = "head";
    /// Words that name a document.
    set DOCUMENTS = "document";
    /// Words that a line ends with only if it goes on below.
    set SMALL = "small";
    /// Days of the week.
    set DAYS = "day";
}
