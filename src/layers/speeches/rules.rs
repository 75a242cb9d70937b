//! The rules of this layer.

crate::document::rule::rules! {
    TURN = "speech.turn", "What is said under the line that introduces the speaker, until the next speaker or the chamber's business",
        "Anf. 3 ANNA HOLM (M):\n\n⟦Fru talman! Tack för svaret.⟧\n\nÖverläggningen var härmed avslutad.",
        "Anf. 3 lämnas utan svar.";
    DASH = "speech.dash", "A paragraph that begins with a dash, with its attribution",
        "⟦– Vi är snart klara med bygget⟧, säger Anna Holm.", "– Vi är snart klara med bygget.";
    MARKS = "speech.marks", "Words between quotation marks with an attribution before, inside or after",
        "⟦”Vi är snart klara med bygget”⟧, säger Anna Holm.", "Anna Holm såg filmen ”Vi är snart klara”.";
    REPORTED = "speech.reported", "A sentence with a clause whose subject is a named person and whose verb is one of speaking",
        "Mötet började nio. ⟦Anna Holm berättar om bygget.⟧", "Mötet började nio. Vi berättar om Anna Holm.";
    CHAIR = "speech.chair", "The same of a bare ordföranden, where one person is named so",
        "Ordförande Anna Holm kom. ⟦Ordföranden informerar om bygget.⟧", "Ordföranden informerar om bygget.";
    BYLINE = "speech.byline", "The body under a heading whose presenter is named in the line below it",
        "# Möte\n\n## Bygget\n\nAnna Holm, verksamhetschef\n\n⟦Bygget går bra och blir klart i tid.⟧\n",
        "# Möte\n\n## Bygget\n\nAnna Holm var där och bygget går bra.\n";
    HEADED = "speech.headed", "The body under a heading that names its speaker (Tal av)",
        "# Tal av kulturminister Anna Holm\n\n⟦Kära vänner! Det är vår, och vi är många som har kommit.⟧\n", "# Bygget\n\nAnna Holm kom.\n";
}
