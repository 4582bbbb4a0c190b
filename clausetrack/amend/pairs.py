"""Orders on several clauses in one sentence, of which only the first has the verb.

"Replace “a” with “b” in clause 2.1 and “c” with “d” in clause 2.2." In the patterns a quotation
stands as its number between two marks, as in `part_forms`.
"""

from __future__ import annotations

import re

from clausetrack.segment.wording import CITATION

_Q = "\x02\\d+\x03"
_CLAUSE = rf"(?:(?:sub-?)?clause {CITATION}|(?=[A-Z]?\.?\d+\.\d){CITATION})"  # no bare "2"
_AND = r"(?P<and>[,;] and |[,;] | and )"
_DOES = r"(?:replac|delet|insert|add|substitut|omit|remov|chang)ing\b"
#: "Clause 2.1 by replacing …", "…, and clause 2.2 by deleting …"
_BY = re.compile(rf"(?P<and>\A|(?<=\x03)(?:[,;] and |[,;] | and ))(?={_CLAUSE},? by {_DOES})", re.I)
#: "…, and in clause 2.2 “c” with “d”"
_AT = re.compile(
    rf"(?<=\x03){_AND}(?:in |at )?(?P<at>{_CLAUSE})[,:]? (?={_Q} (?:with|by) {_Q})", re.I
)
#: "… in clause 2.1 and “c” with “d” in clause 2.2"
_IN = re.compile(
    rf"(?P<at> (?:in|of|from) {_CLAUSE}){_AND}"
    rf"(?={_Q} (?:with|by) {_Q},? (?:in|of|from) {_CLAUSE})",
    re.I,
)
#: "… from clause 2.1 and “c” from clause 2.2"
_FROM = re.compile(
    rf"(?P<at> (?:in|of|from) {_CLAUSE}){_AND}(?={_Q} (?:in|of|from) {_CLAUSE})", re.I
)
#: "Amend clauses 2.1 and 2.2 by replacing “a” with “b” and “c” with “d” respectively."
_CITED = r"[A-Z]?\.?\d+(?:\.\d+)+(?:\([a-z]{1,5}\))*"
_PAIR = rf"{_Q} (?:with|by) {_Q}"
_EACH = re.compile(
    rf"(?:amend |in )?(?:sub-?)?clauses (?P<cited>{_CITED}(?:(?:, and |, | and ){_CITED}){{1,5}}),?"
    rf" (?:by )?(?:replac|substitut)(?:e|ing)"
    rf" (?P<pairs>{_PAIR}(?:(?:, and |, | and ){_PAIR}){{1,5}})"
    r",? respectively\.?",
    re.I,
)
_DELETES = re.compile(r"(?:delete|omit|remove) ", re.I)
_REPLACES = re.compile(r"\b(?:replac|substitut)(?:e|ing)\b", re.I)


def spelt_out(plain: str) -> str:
    """A sentence whose quotations are masked, with its verb said before each pair of words."""
    if found := _EACH.fullmatch(plain):
        cited, pairs = re.findall(_CITED, found["cited"]), re.findall(_PAIR, found["pairs"])
        if len(cited) == len(pairs):
            each = zip(cited, pairs, strict=True)
            return " and ".join(f"in clause {one} replace {pair}" for one, pair in each)
    plain = _BY.sub(r"\g<and>amend ", plain)
    if _REPLACES.search(plain):
        plain = _AT.sub(r"\g<and>in \g<at> replace ", plain)
        plain = _IN.sub(r"\g<at>\g<and>replace ", plain)
    if _DELETES.match(plain):
        plain = _FROM.sub(r"\g<at>\g<and>delete ", plain)
    return plain
