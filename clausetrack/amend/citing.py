"""Clauses cited from the inside out: "paragraph (b) of clause 4.2" is clause 4.2(b)."""

from __future__ import annotations

import re

from clausetrack.segment.wording import masked

_UNIT = r"(?:(?:sub-?)?(?:clause|paragraph)|item|sub-?item)"
_INWARD = re.compile(
    rf"\b{_UNIT} (?P<label>(?:\((?:[a-z]{{1,5}}|\d{{1,2}})\))+),? (?:of|in|from|under|to) "
    r"(?P<clause>(?:sub-?)?clause \d+(?:[A-Z]*\.\d+)*[A-Z]*(?:\([a-z]+\))*)(?![\w(]|\.\d)",
    re.I,
)


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
