"""What is said in other ways: "paragraph (b) of clause 4.2" is 4.2(b), and B.4.2 is not 4.2."""

from __future__ import annotations

import re

from clausetrack.segment.wording import as_order, masked

_UNIT = r"(?:(?:sub-?)?(?:clause|paragraph)|item|sub-?item)"
_INWARD = re.compile(
    rf"\b{_UNIT} (?P<label>(?:\((?:[a-z]{{1,5}}|\d{{1,2}})\))+),? (?:of|in|from|under|to) "
    r"(?P<clause>(?:sub-?)?clause \d+(?:[A-Z]*\.\d+)*[A-Z]*(?:\([a-z]+\))*)(?![\w(]|\.\d)",
    re.I,
)
#: The dots of a number that is not read, until the sentence has been.
HIDDEN = "\u2024"
#: The numbers of a schedule that counts by its own letter: clause 4.2 is another one.
_LETTERED = re.compile(r"(?<![\w.])[A-Z]\.\d[\w.]*\d|(?<![\w.])[A-Z]\.\d")


#: "clauses 2 to 4", "clauses 2, 4.1 and 6".
_NUMBERS = re.compile(
    r"\b(?:sub-?)?clauses \d[\w.]*+(?:(?:, (?:and )?| and | to | ?[-–—] ?)\d[\w.]*+)+"
    r"(?! ?(?:%|per|days?|weeks?|months?|years?|hours?|cents)\b)",
    re.I,
)
_WHOLE = re.compile(r"(?<![\w.])\d{1,3}(?![\w.]*\w)")
#: The digits by which the grammar knows a whole number as that of a clause.
_DIGITS = "".join(map(chr, range(0x1D7E2, 0x1D7EC)))
_CITED = str.maketrans("0123456789", _DIGITS)
_PRINTED = str.maketrans(_DIGITS, "0123456789")


def listed(text: str) -> str:
    """A sentence with the whole numbers of a list of clauses in digits that say so."""
    return _NUMBERS.sub(
        lambda found: _WHOLE.sub(lambda one: one[0].translate(_CITED), found[0]), text
    )


def printed(text: str) -> str:
    """A number in the digits in which it was printed."""
    return text.translate(_PRINTED)


def settled(text: str) -> str:
    """A sentence with what it cites in the usual way, or hidden, in as many characters."""
    hidden = _LETTERED.sub(lambda found: found[0].replace(".", HIDDEN), as_order(text))
    return labels_last(hidden)


def labels_last(text: str) -> str:
    """A sentence with each such citation as "clause 4.2(b)", in as many characters."""
    out, at = "", 0
    for match in _INWARD.finditer(masked(text)):  # what is quoted stays as it is
        cited = match["clause"] + match["label"]
        if match[0][0].isupper():
            cited = cited[0].upper() + cited[1:]
        out += text[at : match.start()] + cited.ljust(len(match[0]))
        at = match.end()
    return out + text[at:]
