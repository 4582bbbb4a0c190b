"""What is said in other ways: "paragraph (b) of clause 4.2" is 4.2(b)."""

from __future__ import annotations

import re
from functools import lru_cache

from clausetrack.segment.wording import CITATION, QUOTED, as_order, masked, without_asides

_UNIT = r"(?:(?:sub-?)?(?:clause|paragraph)|item|sub-?item)s?"
_LABEL = r"(?:\((?:[a-z]{1,5}|\d{1,2})\))+"
#: One label or a list of them: "(b)", "(a) to (c)".
_LABELS = rf"{_LABEL}(?:(?:, and |, | and | & | to | through |[-–]| [-–] ){_LABEL}){{0,20}}"
_CLAUSE = r"(?P<clause>(?:sub-?)?clause (?:[A-Z]\.?)?\d+(?:[A-Z]*\.\d+)*[A-Z]*(?:\([a-z]+\))*)"
_INWARD = re.compile(
    rf"\b{_UNIT} (?P<label>{_LABELS}),? (?:of|in|from|under|to) {_CLAUSE}(?![\w(]|\.\d)",
    re.I,
)
#: "Clause 4.2, paragraph (b)", "clause 4.2: in paragraph (b)", "clause 4.2 – in paragraph (b)"
_OUTWARD = re.compile(
    rf"\b{_CLAUSE}(?:[,:]| [–—-])? (?:in |at )?{_UNIT} (?P<label>{_LABELS})"
    r"(?![\w(]|\.\d)",
    re.I,
)
#: "Amend clause 4.2 by deleting paragraph (b).", and no word more
_TAKEN_OUT = re.compile(
    rf"(?:amend {_CLAUSE},? by (?:deleting|omitting|removing|repealing)"
    rf"|(?:in|from) {_CLAUSE.replace('P<clause>', 'P<within>')},? (?:delete|omit|remove|repeal))"
    rf" {_UNIT} (?P<label>{_LABELS})(?P<end>[.;]?)",
    re.I,
)
#: The digits by which the grammar knows a number that has no other mark of being a clause's.
_DIGITS = "".join(map(chr, range(0x1D7E2, 0x1D7EC)))
_MARKED = str.maketrans("0123456789", _DIGITS)
_PRINTED = str.maketrans(_DIGITS, "0123456789")
_ONE = (
    rf"(?:(?:sub-?)?clauses? )?{CITATION}(?!\w|\.\d| ?(?:%|cents|per\b|hours?\b|days?\b|weeks?\b"
    r"|months?\b|years?\b))"
)
_LIST = re.compile(
    rf"\b(?:sub-?)?clauses {_ONE}(?:(?:,? (?:and |or )|, | to | ?[-–—] ?){_ONE}){{1,30}}", re.I
)
_BARE = re.compile(
    r"(?:(?<=\band )|(?<=\bor )|(?<=\bto )|(?<=, )|(?<=[-–—])|(?<=[-–—] ))"
    r"(?:[A-Z]\.)?\d+(?=[A-Z]?(?:\s?\([a-z0-9]+\))*(?!\w|\.\d))"
)
#: "In B.2 replace": a letter and one number are those of a clause here.
_LETTERED = re.compile(
    r"(?:(?<=\b[Ii]n)|(?<=\bof)|(?<=\b[Tt]o)|(?<=mend)|(?<=lete)|(?<=place)) [A-Z]\.\d"
)


#: "In clause 24.1, replace the reference to clause 23.1 with a reference to clause 23": what the
#: clause cites is not what is changed.
_REFERENCES = re.compile(
    rf"(?<=[ ,:])(?:(?:the|a|any|all) )?references? to (?:(?:sub-?)?clauses? )?{CITATION}"
    r"(?=[^“”\"]*\Z) (?:with|by|to)(?: (?:the|a))?(?: references? to)? (?:(?:sub-?)?clauses? )?"
    rf"{CITATION}",
    re.I,
)


def settled(text: str) -> str:
    """A sentence with what it cites in the usual way, in as many characters."""
    usual = _REFERENCES.sub(lambda found: " " * len(found[0]), as_order(text))
    return labels_last(without_asides(usual))


def listed(text: str) -> str:
    """A sentence in which the whole numbers of "clauses 7.1 and 8" have digits that say so."""
    text = _LETTERED.sub(_marked, text)
    return _LIST.sub(lambda found: _BARE.sub(_marked, found[0]), text)


def _marked(found: re.Match[str]) -> str:
    return found[0].translate(_MARKED)


def printed(text: str) -> str:
    """A number in the digits in which it was printed."""
    return text.translate(_PRINTED)


@lru_cache(8)  # of a long sentence it is asked for each of its orders
def labels_last(text: str) -> str:
    """A sentence with each such citation as "clause 4.2(b)", in as many characters."""
    if found := _TAKEN_OUT.fullmatch(text.strip()):
        clause = found["clause"] or found["within"]
        whole = f"Delete {clause}{found['label']}{found['end']}"
        return whole.ljust(len(text))
    for pattern in (_INWARD, _OUTWARD):
        text = _joined(pattern, text)
    return text


def as_printed(said: str, text: str) -> str:
    """Words that were found in a text with its quotations masked, with what these say."""
    for plain in (text, masked(as_order(text)), masked(text)):
        if (at := plain.find(said)) >= 0:
            return text[at : at + len(said)]
    return QUOTED.sub("“…”", said)


def _joined(pattern: re.Pattern[str], text: str) -> str:
    out, at = "", 0
    for match in pattern.finditer(masked(text)):  # what is quoted stays as it is
        cited = match["clause"] + match["label"]
        if match[0][0].isupper():
            cited = cited[0].upper() + cited[1:]
        out += text[at : match.start()] + cited.ljust(len(match[0]))
        at = match.end()
    return out + text[at:]
