//! Verbs and nouns of `settles.txt` and `says.txt` by their lemma.

use super::sets;

sets! { LEMMAS_FILE in "../data/lemmas.txt":
    /// *få* (*får i uppdrag*).
    word GET = "get";
    /// *ha*, of one charged (*har haft i uppdrag*).
    word HAD = "had";
    /// *ge* (*ger i uppdrag*).
    word GIVE = "give";
    /// *ta* (*tar beslut*).
    word TAKE = "take";
    /// *fatta* (*fattar beslut*).
    word REACH = "reach";
    /// *be* (*ber styrelsen att*).
    word ASK = "ask";
    /// *överens* (*kommer överens om*).
    word AGREED = "agreed";
    /// *enig* (*är eniga om*).
    word UNANIMOUS = "unanimous";
    /// *komma* (*kommer fram till*).
    word COME = "come";
    /// *förrätta* (*val förrättades*).
    word CONDUCT = "conduct";
    /// *vinna*.
    word WIN = "win";
    /// *föreskriva*.
    word PRESCRIBE = "prescribe";
    /// *bli* (*ordförande blev*).
    word BECOME = "become";
    /// *avsluta* (*avslutar ärendet*).
    word CLOSE = "close";
    /// *lämna* (*lämnar bifall*).
    word LEAVE_WITH = "leave-with";
    /// *meddela* (*meddelar tillstånd*).
    word NOTIFY = "notify";
    /// *betala* (*ersätts med 300 kr*).
    word PAY = "pay";
    /// *Gå igenom*.
    word GO = "go";
    /// *Undgå*.
    word ESCAPE = "escape";
    /// *delta* (*deltar inte i beslutet*).
    word TAKE_PART = "take-part";
    /// *anteckna* (*antecknas till protokollet*).
    word RECORD = "record";
    /// *redovisa* (*redovisar uppdraget*).
    word ACCOUNT = "account";
    /// *höja* (*avgiften höjdes*).
    word RAISE = "raise";
    /// *inkomma* (*motionen inkom*).
    word COME_IN = "come-in";
    /// *väcka* (*väckte en motion*).
    word BRING = "bring";
    /// *ställa* (*ställer sig bakom*).
    word STAND = "stand";
    /// *lägga* (*lägger till handlingarna*).
    word LAY = "lay";
    /// *framlägga*.
    word LAY_BEFORE = "lay-before";
    /// *rösta*.
    word VOTE_FOR = "vote-for";
    /// *ske* (*omröstning sker*).
    word HAPPEN = "happen";
    /// *skjuta* (*skjuter upp*).
    word SHIFT = "shift";
    /// The noun *beslut*.
    word DECISION_NOUN = "decision-noun";
    /// The noun *uppdrag*.
    word CHARGE_NOUN = "charge-noun";
    /// Their subject is the one charged.
    list CHARGED = "charged";
    /// What an assignment holds (*I uppdraget ingår att*).
    list HOLDS_CHARGE = "holds-charge";
    /// *instämma* (*instämmer i anförandet*).
    word JOIN_IN = "join-in";
    /// *begära* (*begär ordet*).
    word REQUEST = "request";
    /// *presentera*.
    word INTRODUCE = "introduce";
    /// *anmäla*.
    word REPORT = "report";
    /// *inleda*.
    word BEGIN = "begin";
    /// *tacka*.
    word THANK = "thank";
    /// *skriva*.
    word WRITE = "write";
    /// *prata*.
    word CHAT = "chat";
    /// *tala*.
    word SPEAK = "speak";
    /// *påminna*.
    word REMIND = "remind";
    /// *svara*.
    word ANSWER = "answer";
    /// *önska*.
    word WISH = "wish";
    /// *förklara* (*förklarar mötet öppnat*).
    word DECLARE = "declare";
}
