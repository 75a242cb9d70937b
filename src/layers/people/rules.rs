//! The rules of this layer.

crate::document::rule::rules! {
    GIVEN = "person.given", "A given name and the capitalised words after it (SCB's register of names)",
        "Mötet leddes av ⟦Anna Holm⟧ från Umeå.", "Mötet hölls på Hotell Anna Holm i Umeå.";
    PARTY = "person.party", "Capitalised words before the letters of a party in brackets",
        "Jävig var ⟦Hravn Forsne⟧ (M) i ärendet.", "Förslaget kom från Moderaterna (M) i mars.";
    TITLE = "person.title", "A surname after herr, fru, fröken or statsrådet",
        "Ordet lämnades till herr ⟦Forsne⟧ i går.", "Herr talman! Detta är viktigt.";
    ROLE = "person.role", "Capitalised words after a word for what a person is",
        "Vid mötet var kommundirektör ⟦Hravn Lindberg⟧ med.", "Vid mötet var kommundirektör Region Skåne med.";
    SAYS = "person.says", "Capitalised words beside a verb of speaking",
        "– Det blir bra, säger ⟦Hravn Forsne⟧.", "– Det blir bra, säger Göteborgs Stad.";
    ALONE = "person.alone", "A given name alone beside a verb of speaking or a role",
        "– Det blir bra, säger ⟦Lisa⟧.", "Hotellet heter Lisa.";
    LIST = "person.list", "A line of attendance or signature that holds a name alone",
        "Närvarande\n\n⟦Hravn Lindberg⟧\nAnna Holm\n", "Innehåll\n\nVästra Lindberg\nRegion Skåne\n";
    HANDLE = "person.handle", "A handle in small letters that a role or the opening of a meeting makes a name",
        "Val av styrelse\n\nKassör: ⟦perla⟧\n", "Val av styrelse\n\nKassör: vakant\n";
    SPEAKER = "person.speaker", "The line that introduces a speaker of a verbatim record",
        "Anf. 3 ⟦HRAVN FORSNE⟧ (M):\n\nFru talman! Tack.", "Anf. 3 lämnas utan svar.";
    CHAIR = "person.chair", "The chair of a record's line, where no name is given",
        "Herr ⟦TALMANNEN⟧ yttrade:\n\nJag öppnar mötet.", "Herr talman! Jag yrkar bifall.";
}
