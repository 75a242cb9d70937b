//! What the elements of a page are for.

use html5gum::StartTag;

/// What an element does to the text around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Part of a line.
    Inline,
    /// Begins and ends a line.
    Block,
    /// A block that others stand in, and whose end counts.
    Container,
    Heading(u8),
    List {
        numbered: bool,
    },
    Item,
    Table,
    Row,
    Cell,
    Break,
    /// Text as typed.
    Preformatted,
    /// The page's own name.
    Title,
    /// Text where it folds out what a heading names, else never text.
    Button,
    /// Never text: scripts, styles, forms' fields, drawings.
    Hidden,
}

pub(super) fn role(name: &[u8]) -> Role {
    match name {
        b"h1" => Role::Heading(1),
        b"h2" => Role::Heading(2),
        b"h3" => Role::Heading(3),
        b"h4" => Role::Heading(4),
        b"h5" => Role::Heading(5),
        b"h6" => Role::Heading(6),
        b"ul" | b"menu" => Role::List { numbered: false },
        b"ol" => Role::List { numbered: true },
        b"li" => Role::Item,
        b"table" => Role::Table,
        b"tr" => Role::Row,
        b"td" | b"th" => Role::Cell,
        b"br" => Role::Break,
        b"pre" => Role::Preformatted,
        b"title" => Role::Title,
        b"div" | b"section" | b"article" | b"main" | b"header" | b"footer" | b"nav" | b"aside" | b"form"
        | b"body" | b"dialog" | b"blockquote" | b"figure" | b"details" | b"fieldset" | b"center" => {
            Role::Container
        }
        b"p" | b"dl" | b"dt" | b"dd" | b"hr" | b"address" | b"figcaption" | b"summary" | b"legend"
        | b"caption" | b"thead" | b"tbody" | b"tfoot" | b"hgroup" | b"html" | b"head" => Role::Block,
        b"script" | b"style" | b"noscript" | b"template" | b"svg" | b"math" | b"iframe" | b"object"
        | b"canvas" | b"select" | b"textarea" | b"audio" | b"video" | b"map" | b"noframes" | b"datalist" => {
            Role::Hidden
        }
        b"button" => Role::Button,
        _ => Role::Inline,
    }
}

/// Elements without content and end tag.
pub(super) fn is_void(name: &[u8]) -> bool {
    matches!(
        name,
        b"area"
            | b"base"
            | b"br"
            | b"col"
            | b"embed"
            | b"hr"
            | b"img"
            | b"input"
            | b"link"
            | b"meta"
            | b"param"
            | b"source"
            | b"track"
            | b"wbr"
    )
}

/// Which part of the page an element holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    Body,
    Article,
    Main,
    /// Something around the text that its classes tell: it may hold the text after all.
    Around,
    /// Other articles that the page points to, which are articles as the text is.
    Related,
    /// Navigation, what is hidden.
    Out,
}

/// Words in `class` and `id` of what stands around the text.
const AROUND: &[&str] = &[
    "breadcrumb",
    "breadcrumbs",
    "consent",
    "cookie",
    "cookiebar",
    "cookies",
    "footer",
    "menu",
    "nav",
    "navbar",
    "navigation",
    "pagination",
    "share",
    "sidebar",
    "sidfot",
    "sidhuvud",
    "skip",
    "skiplink",
    "social",
    "toolbar",
];

/// Words in `class` and `id` of what points to other articles.
const RELATED: &[&str] = &["recommended", "related", "relatedposts", "relaterade", "relaterat", "yarpp"];

/// The part that an element begins inside another part; `None` if it begins none. What a button folds out is text, though
/// it is hidden at first.
pub(super) fn part(tag: &StartTag<()>, outer: Part, is_folded: bool) -> Option<Part> {
    let name = tag.name.as_slice();
    let get =
        |key: &[u8]| tag.attributes.get(key).map(|value| String::from_utf8_lossy(value).to_ascii_lowercase());
    let style = get(b"style").unwrap_or_default();
    let hidden = tag.attributes.contains_key(b"hidden".as_slice())
        || get(b"aria-hidden").is_some_and(|value| value == "true")
        || style.replace(' ', "").contains("display:none");
    if hidden && !is_folded && !matches!(name, b"html" | b"body") {
        return Some(Part::Out);
    }
    let inside = matches!(outer, Part::Main | Part::Article);
    let said = get(b"role").unwrap_or_default();
    match (name, said.as_str()) {
        (b"main", _) | (_, "main") => return Some(Part::Main),
        (b"article", _) | (_, "article") if outer == Part::Related => return None,
        (b"article", _) | (_, "article") if outer != Part::Main => return Some(Part::Article),
        (b"nav" | b"dialog", _) => return Some(Part::Out),
        (_, "navigation" | "search" | "dialog" | "alertdialog" | "menu" | "menubar" | "contentinfo") => {
            return Some(Part::Out);
        }
        (b"aside", _) | (_, "complementary" | "banner") => return Some(Part::Around),
        // An article has a head and a foot of its own.
        (b"header" | b"footer", _) if !inside => return Some(Part::Around),
        (b"html" | b"body" | b"article", _) => return None,
        _ => {}
    }
    let words = [get(b"class"), get(b"id")];
    let words = words.iter().flatten().flat_map(|value| value.split(|c: char| !c.is_ascii_alphanumeric()));
    // Frameworks name a whole page's classes by what it has; a part is named by few.
    let mut around = false;
    for word in words.take(12) {
        if RELATED.contains(&word) {
            return Some(Part::Related);
        }
        around |= AROUND.contains(&word);
    }
    around.then_some(Part::Around)
}
