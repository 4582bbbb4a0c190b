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
