//! Why something is a heading or a line of the contents.

crate::document::rule::rules! {
    MARKUP = "heading.markup", "A line that the writer marked up as a heading: `#`, an underline, `\\section{}`, `<h2>`, a style of the file.",
        "# Mötesanteckningar\n\n## ⟦Rapporter⟧\n\nInget nytt.\n",
        "Se #Rapporter i kanalen för mer.\n";
    MATTER = "heading.front-matter", "The title that front matter gives.",
        "<!--\n.. title: ⟦Vårmöte⟧\n.. slug: var\n-->\n\nProtokoll fört vid vårmötet.\n",
        "Text om title: Vårmöte i en mening.\n";
    BOLD = "heading.bold", "A whole line in bold with a blank above it, or one that the file sets larger or bolder than its text.",
        "**⟦Bakgrund⟧**\n\nFrågan har utretts länge.\n",
        "Detta är **viktigt** för oss.\n";
    TITLE = "heading.title", "The first line of a text that reads like a title: short, no full stop, nothing above.",
        "⟦Besök i hamnen⟧\n\nKommunalrådet besökte hamnen på tisdagen och talade med de anställda om framtiden.\n",
        "Kommunalrådet besökte hamnen på tisdagen.\n\nHon talade med de anställda.\n";
    PARAGRAPH = "heading.paragraph", "A line that begins with `§` and a number: a paragraph of minutes, with its case number and title.",
        "⟦§ 114    Dnr BN-2024-00105\nNybyggnad av bod⟧\n\nBeslut\n\nÄrendet bordläggs.\n",
        "Enligt reglementet, och i enlighet med\n§ 17 som lämnas oförändrad, gäller detta.\n";
    NUMBERED = "heading.numbered", "A number that runs on (`1`, `1.2`, `3.`), a title, and text below.",
        "Årsrapport om vatten\n\n⟦1. Inledning⟧\n\nVattnet är rent.\n\n2. Resultat\n\nProverna var goda.\n",
        "Att köpa:\n\n1. Mjölk\n2. Bröd\n3. Smör\n";
    LABEL = "heading.label", "A whole line that is a known name for a portion of an item (*Beslut, Yrkanden, Närvarande*).",
        "§ 3 Budget\n\n⟦Beslutsunderlag⟧\n\nSkrivelse den 3 mars 2024.\n",
        "Det beslut som fattades gäller.\n";
    MATTER_LINE = "heading.matter", "A line that meetings head their matters with (*Mötets avslutande*, *Motion: …*), alone between blanks.",
        "Styrelsemöte\n\nAnna hälsade alla välkomna och läste upp förra veckans brev.\n\n⟦Mötets avslutande⟧\n",
        "Anna tackade för mötets avslutande\noch gick hem.\n";
    ALONE = "heading.alone", "A short line alone between blanks, without end mark, above text that it names.",
        "Nytt från hamnen\n\nArbetet går vidare som planerat under våren, säger projektledningen.\n\n⟦Kajerna byggs ut⟧\n\nDen norra kajen blir längre och får plats för tre fartyg till.\n",
        "Arbetet går vidare.\n\nOch det är bra.\n";
    CAPITALS = "heading.capitals", "A short line in capitals with a blank above it.",
        "Nytt från hamnen\n\nArbetet går vidare som planerat under våren, säger projektledningen.\n\n⟦KAJERNA BYGGS UT⟧\nDen norra kajen blir längre och får plats för tre fartyg till.\n",
        "Kommunen är medlem i SKR.\n";
    WEIGHED = "heading.weighed", "A line that no other rule takes, but that looks, reads and stands as headings do: what speaks for and against it is weighed.",
        "Styrelsemöte 7 mars 2024\n\nVid mötet deltog hela styrelsen utom Anna, som var sjuk.\n\n⟦Frågor från medlemmarna:⟧\nFlera medlemmar undrar när vägen ska lagas. Styrelsen tar upp det med entreprenören.\n",
        "Anna frågade när vägen ska lagas:\ni vår eller i höst.\n";
    TOC_PAGE = "toc.page", "A line of the contents: a title, dots, a tab or a gap, and a page number.",
        "Innehåll\n\n⟦1 Inledning ........ 3⟧\n2 Resultat ......... 5\n\n1 Inledning\n\nVattnet är rent.\n",
        "Lön ger 3 kronor och 5 öre.\n";
}
