//! The rules of this layer.

crate::document::rule::rules! {
    DECIDES = "decision.decides", "A body *beslutar*: the kind follows from what is decided.",
        "§ 4 Budget\n\n⟦Kommunstyrelsen beslutar att anta budgeten.⟧\n",
        "Det är kommunstyrelsen som ska besluta om budgeten.\n";
    VERB = "decision.verb", "A deciding verb, finite, in a main clause: *godkänner, bordläggs, yrkar*.",
        "Protokoll\n\n§ 4 Rapport\n\n⟦Ärendet bordläggs till nästa möte.⟧\n",
        "Protokoll\n\n§ 4 Rapport\n\nÄrendet kan bordläggas om tiden inte räcker.\n";
    PHRASE = "decision.phrase", "A verb that settles in a phrase: *lägger till handlingarna, får i uppdrag, deltar inte i beslutet*.",
        "Protokoll\n\n§ 4 Rapport\n\n⟦Styrelsen lägger rapporten till handlingarna.⟧\n",
        "Protokoll\n\n§ 4 Rapport\n\nStyrelsen lägger stor vikt vid rapporten.\n";
    TAKEN = "decision.taken", "A decision that is taken: *fattade beslut om, beslut om … fattades av*.",
        "Rapport om skolan\n\nSkolan växer. ⟦Beslut om nya lokaler fattades av utbildningsnämnden.⟧\n",
        "Rapport om skolan\n\nBeslut fattas av den som har delegation.\n";
    POINTS = "decision.points", "Points under *Beslut* that carry no deciding verb of their own are one decision.",
        "Protokoll\n\n§ 4 Lokaler\n\nBeslut\n\n⟦att hyra lokalen\natt köpa stolar⟧\n",
        "Protokoll\n\n§ 4 Lokaler\n\nKommentar\n\nLokalen är stor.\n";
    LIST = "decision.list", "Deciding words and the *att* clauses or points listed under them.",
        "Protokoll\n\n§ 4 Lokaler\n\n⟦Styrelsen beslutar\natt hyra lokalen\natt köpa stolar⟧\n",
        "Protokoll\n\n§ 4 Lokaler\n\nStyrelsen har tre lokaler:\n\n- en stor\n- två små\n";
    CHAIR = "decision.chair", "The chair puts a matter and finds what the body decides; the kind is that of what was put.",
        "Protokoll\n\n§ 4 Rapport\n\n⟦Ordföranden frågar om nämnden kan godkänna rapporten och finner att nämnden bifaller det.⟧\n",
        "Protokoll\n\n§ 4 Rapport\n\nOrdföranden finner att det finns två förslag till beslut.\n";
    PROPOSITION = "decision.proposition", "An approved voting proposition: what yes and no stand for.",
        "Protokoll\n\n§ 4 Skatt\n\n⟦Godkänd voteringsproposition: ”Ja för bifall till förslaget och Nej för avslag.”⟧\n",
        "Protokoll\n\n§ 4 Skatt\n\nOmröstning begärs.\n";
    VOTE = "decision.vote", "The outcome of a vote with its figures; the kind is that of what won.",
        "Protokoll\n\n§ 4 Skatt\n\n⟦Omröstningen utfaller med 22 Ja mot 19 Nej.⟧\n",
        "Protokoll\n\n§ 4 Skatt\n\nHur var och en röstar framgår av bilaga 3.\n";
    MOTION = "decision.motion", "Under *Yrkanden*: *bifall, avslag, återremiss* without a verb.",
        "Protokoll\n\n§ 4 Skatt\n\nYrkanden\n\n⟦Anna Holm (S): Bifall till förslaget.⟧\n",
        "Protokoll\n\n§ 4 Skatt\n\nKommentar\n\nDet blev bifall.\n";
    DISSENT = "decision.dissent", "Under *Reservation* the names of those who dissent, with or without what they favour.",
        "Protokoll\n\n§ 4 Skatt\n\nReservation\n\n⟦Anna Holm (S) till förmån för eget förslag.⟧\n",
        "Protokoll\n\n§ 4 Skatt\n\nReservation\n\nInga reservationer lämnades.\n";
    DUTY = "decision.duty", "What someone charged is to do (*Utredaren ska*), or a duty with a day to answer by.",
        "# Uppdrag om vatten\n\n⟦Uppdraget ska redovisas senast den 31 mars 2024.⟧\n",
        "# Policy för vatten\n\nStyrelsen ska verka för rent vatten.\n";
}
