r"""What one writes first: 32 regular expressions for headings, dates, people, speeches and decisions.

They find the plain cases only. `\d` and `\w` of Python know Unicode, as one wants for Swedish.
"""

import re

_MONTH = r"(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)"
_NAME = r"[A-ZÅÄÖ][a-zåäöé]+(?:-[A-ZÅÄÖ][a-zåäöé]+)? [A-ZÅÄÖ][a-zåäöé]+"
_PARTY = r"\((?:S|M|SD|C|V|KD|L|MP)\)"
_BODY = r"(?:[Kk]ommunstyrelsen|[Kk]ommunfullmäktige|[Rr]egeringen|[A-ZÅÄÖ]?[a-zåäö -]*nämnden)"

_PATTERNS = (
    # dates
    r"\b\d{4}-\d{2}-\d{2}\b",
    rf"\b(?:den )?\d{{1,2}} {_MONTH}(?: \d{{4}})?\b",
    rf"\b{_MONTH} \d{{4}}\b",
    rf"\b(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?(?: den \d{{1,2}} {_MONTH})?\b",
    r"\b(?:v\.|vecka) ?\d{1,2}\b",
    r"\b(?:tertial|kvartal) \d(?: \d{4})?\b",
    r"\b(?:våren|sommaren|hösten|vintern) \d{4}\b",
    r"\b(?:i går|igår|i dag|idag|i morgon|förra veckan|nästa vecka|nästa år)\b",
    r"\b(?:19|20)\d{2}[/–-]\d{2,4}\b",
    r"\bkl(?:\.|ockan) ?\d{1,2}[.:]\d{2}(?: ?[–-] ?\d{1,2}[.:]\d{2})?",
    # headings
    r"(?m)^§ ?\d+.*$",
    r"(?m)^\d+ § .*$",
    r"(?m)^\d+(?:\.\d+)* [A-ZÅÄÖ].{3,80}$",
    r"(?m)^#{1,6} .+$",
    r"(?m)^(?:Beslut|Yrkanden|Reservation|Ärendet|Sammanfattning av ärendet|Handlingar|Omröstning|Bakgrund)$",
    r"(?m)^.{3,80}?\.{4,} *\d+$",
    r"\b(?:Dnr|KS|SLK|BN)[ -]?\d{4}[-/]\d+\b",
    # people
    rf"\b{_NAME} {_PARTY}",
    r"\b[A-ZÅÄÖ-]{2,} [A-ZÅÄÖ-]{2,} \([A-Z]{1,2}\)",
    rf"\b\w*(?:ordförande|ordföranden|minister|direktör|sekreterare|chef) {_NAME}",
    rf"\b{_NAME}, \w*(?:ordförande|minister|direktör|direktören|sekreterare|chef)\b",
    rf"(?m)^{_NAME}(?: {_PARTY})?$",
    # speeches
    r"(?m)^Anf\. \d+ .+:$",
    rf"(?m)^[–-] .+?, (?:säger|menar|berättar) .*?{_NAME}",
    rf"\b{_NAME}(?: {_PARTY})? (?:säger|sade|menar|anser|informerar|redogör|frågar)\b[^.]*\.",
    r"”[^”\n]+”",
    # decisions
    rf"\b{_BODY} (?:beslutar|beslutade|beslutat) (?:[^.]*? )?att\b[^.]*\.",
    rf"\b{_BODY} föreslår att\b[^.]*\.",
    r"[^.\n]*\b(?:godkänns|avslås|bordläggs|återremitteras|antecknas|antas)\b[^.]*\.",
    rf"\b{_NAME}(?: {_PARTY})? yrkar\b[^.]*\.",
    r"\b\d+ ja(?:-röster)? mot \d+ nej\b",
    r"\b(?:får|ges|gavs|ge \w+|ger \w+) i uppdrag att\b[^.\n]*",
)

RULES = tuple(re.compile(pattern) for pattern in _PATTERNS)


def findings(text: str) -> list[tuple[int, int, int]]:
    """Start, end and number of the rule for each hit."""
    return [(hit.start(), hit.end(), rule) for rule, one in enumerate(RULES) for hit in one.finditer(text)]
