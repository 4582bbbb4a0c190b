"""What a page prints before a paragraph: its number, its letter, or a bullet."""

from __future__ import annotations

import re

from clausetrack import numbering

#: What stands before the text of a paragraph that hangs from it: a number, a letter, a bullet.
LABEL = re.compile(
    r"(?:Part |Appendix |Schedule )?"
    r"(?:[A-Z]?\d{1,3}[A-Z]?(?:\.\d{1,3}[A-Z]?)*(?:[-–][A-Z]?\d{1,3})?[.):]?"
    r"|\([a-zA-Z]{1,5}\)|\(\d{1,2}\)|[a-z]{1,5}[.)]|[a-z]|[ivx]{2,5}|[A-Z][.)]?)\.?"
)
#: Bullets, and the sign of a section that stands apart.
BULLETS = f"{numbering.BULLETS}§"
#: Bullets that are marks of punctuation too.
_DASHES = "-–—·§»›"
SURE_BULLETS = frozenset(BULLETS) - set(_DASHES)
BULLET = re.compile(rf"(?:[{re.escape(BULLETS)}]|o(?=\t))\s+(?=\S)")
#: A label that is one by its form alone; "T1.5 for" is a multiple of the rate of pay.
BY_FORM = re.compile(
    r"(?!T\d(?:\.\d{1,2})?\s+(?-i:[a-z]))"
    r"(?:[A-Z]?\d{1,3}(?:\.\d{1,3}[A-Z]?)+[.:)]?|\d{1,3}[.)]|[A-Z]\d{1,3}[-–][A-Z]?\d{1,3}|\([a-z]{1,5}\)|\(\d{1,2}\)|\([A-Z]\)"
    r"|[a-z]{1,4}[.)]|(?:part|appendix|schedule)\s+(?:\d+|[A-Z]|[a-z]+)(?=\s*[:–-]|\s*$))(?:\s+|$)",
    re.I,
)
#: A label that is one because it is set apart from its text.
_SET_APART = re.compile(r"(?P<label>[^\s]{1,10}|(?:Part|Appendix|Schedule) \w{1,8})\t")

#: What a paragraph of an annex may begin with, "F5", and other lines of text.
OF_ANNEX = re.compile(r"[A-Z]\d{1,3}\s")


def label_end(text: str) -> int:
    """The length of the label that a row begins with, 0 for none."""
    for pattern in (BULLET, BY_FORM, _SET_APART):
        if found := pattern.match(text):
            return found.end()
    return 0
