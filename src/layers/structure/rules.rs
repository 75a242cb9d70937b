//! Why something is a heading or a line of the contents.

use crate::document::Rule;
use crate::document::rule::rule;

rule! {
    /// A line that the writer marked up as a heading: `#`, an underline, `\section{}`, `<h2>`, a style of the file.
    pub(crate) MARKUP = "heading.markup";
    finds "# Mötesanteckningar\n\n## ⟦Rapporter⟧\n\nInget nytt.\n";
    passes "Se #Rapporter i kanalen för mer.\n";
}
rule! {
    /// The title that front matter gives.
    pub(crate) MATTER = "heading.front-matter";
    finds "<!--\n.. title: ⟦Vårmöte⟧\n.. slug: var\n-->\n\nProtokoll fört vid vårmötet.\n";
    passes "Text om title: Vårmöte i en mening.\n";
}
rule! {
    /// A whole line in bold with a blank above it, or one that the file sets larger or bolder than its text.
    pub(crate) BOLD = "heading.bold";
    finds "**⟦Bakgrund⟧**\n\nFrågan har utretts länge.\n";
    passes "Detta är **viktigt** för oss.\n";
}
rule! {
    /// The first line of a text that reads like a title: short, no full stop, nothing above.
    pub(crate) TITLE = "heading.title";
    finds "⟦Besök i hamnen⟧\n\nKommunalrådet besökte hamnen på tisdagen och talade med de anställda om framtiden.\n";
    passes "Kommunalrådet besökte hamnen på tisdagen.\n\nHon talade med de anställda.\n";
}
rule! {
    /// A line that begins with `§` and a number: a paragraph of minutes, with its case number and title.
    pub(crate) PARAGRAPH = "heading.paragraph";
    finds "⟦§ 114    Dnr BN-2024-00105\nNybyggnad av bod⟧\n\nBeslut\n\nÄrendet bordläggs.\n";
    passes "Enligt reglementet, och i enlighet med\n§ 17 som lämnas oförändrad, gäller detta.\n";
}
rule! {
    /// A number that runs on (`1`, `1.2`, `3.`), a title, and text below.
    pub(crate) NUMBERED = "heading.numbered";
    finds "Årsrapport om vatten\n\n⟦1. Inledning⟧\n\nVattnet är rent.\n\n2. Resultat\n\nProverna var goda.\n";
    passes "Att köpa:\n\n1. Mjölk\n2. Bröd\n3. Smör\n";
}
rule! {
    /// A whole line that is a known name for a portion of an item (*Beslut, Yrkanden, Närvarande*).
    pub(crate) LABEL = "heading.label";
    finds "§ 3 Budget\n\n⟦Beslutsunderlag⟧\n\nSkrivelse den 3 mars 2024.\n";
    passes "Det beslut som fattades gäller.\n";
}
rule! {
    /// A line that meetings head their matters with (*Mötets avslutande*, *Motion: …*), alone between blanks.
    pub(crate) MATTER_LINE = "heading.matter";
    finds "Styrelsemöte\n\nAnna hälsade alla välkomna och läste upp förra veckans brev.\n\n⟦Mötets avslutande⟧\n";
    passes "Anna tackade för mötets avslutande\noch gick hem.\n";
}
rule! {
    /// A body with the day and the number under which it handled the matter before: a line that minutes in Finland put above
    /// what was said then.
    pub(crate) HANDLED = "heading.handled";
    finds "Protokoll\n\n12 § Nämndens namn\n\n⟦Stadsstyrelsen 16.8.2021, 232 §⟧\nBeredning: stadsdirektören\n";
    passes "Protokoll\n\n12 § Nämndens namn\n\nBordlagt av stadsstyrelsen 16.8.2021, 232 §.\n";
}
rule! {
    /// A short line alone between blanks, without end mark, above text that it names.
    pub(crate) ALONE = "heading.alone";
    finds "Nytt från hamnen\n\nArbetet går vidare som planerat under våren, säger projektledningen.\n\n⟦Kajerna byggs ut⟧\n\nDen norra kajen blir längre och får plats för tre fartyg till.\n";
    passes "Arbetet går vidare.\n\nOch det är bra.\n";
}
rule! {
    /// A short line in capitals with a blank above it.
    pub(crate) CAPITALS = "heading.capitals";
    finds "Nytt från hamnen\n\nArbetet går vidare som planerat under våren, säger projektledningen.\n\n⟦KAJERNA BYGGS UT⟧\nDen norra kajen blir längre och får plats för tre fartyg till.\n";
    passes "Kommunen är medlem i SKR.\n";
}
rule! {
    /// A line that no other rule takes, but that looks, reads and stands as headings do: what speaks for and against it
    /// is weighed.
    pub(crate) WEIGHED = "heading.weighed";
    finds "Styrelsemöte 7 mars 2024\n\nVid mötet deltog hela styrelsen utom Anna, som var sjuk.\n\n⟦Frågor från medlemmarna:⟧\nFlera medlemmar undrar när vägen ska lagas. Styrelsen tar upp det med entreprenören.\n";
    passes "Anna frågade när vägen ska lagas:\ni vår eller i höst.\n";
}
rule! {
    /// A line of the contents: a title, dots, a tab or a gap, and a page number.
    pub(crate) TOC_PAGE = "toc.page";
    finds "Innehåll\n\n⟦1 Inledning ........ 3⟧\n2 Resultat ......... 5\n\n1 Inledning\n\nVattnet är rent.\n";
    passes "Lön ger 3 kronor och 5 öre.\n";
}

pub(crate) static RULES: &[&Rule] = &[
    &MARKUP,
    &MATTER,
    &BOLD,
    &TITLE,
    &PARAGRAPH,
    &NUMBERED,
    &LABEL,
    &MATTER_LINE,
    &HANDLED,
    &ALONE,
    &CAPITALS,
    &WEIGHED,
    &TOC_PAGE,
];
