"""Months and days that stand without a year ("1 May each year", "in May"), and no verb among them.

"May" is a verb too. Only what no verb can be is a month: a day beside it or a year after it, a
preposition before it or another month beside it, and the capital letter that a verb has not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausetrack import values
from clausetrack.lazily import pattern

#: What a number belongs to that is no day: "Clause 12 May Apply".
_CITED = pattern(
    r"\b(?:clauses?|sections?|schedules?|appendix|part|items?|paragraphs?|steps?|grades?|tables?)"
    r"\s+\Z",
    re.I,
)
_LONGEST = 16  # characters of such a word, or of another month, and what is between
#: What a heading in capitals has after a verb: "Only 5 May Be Taken".
_VERB = pattern(r"\s+(?:be|not|have|only|also)\b", re.I)
_DAY = pattern(
    r"(?<![\d.,$])(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?\s+(?:(?:day\s+)?of\s+)?"
    rf"{values.MONTH}\b"
)
_MAY = pattern(r"\bMay\b")
_BESIDE = r"(?:,|\s+(?:and|or|to)|\s?[–-])\s?"
_BEFORE = pattern(
    r"\b(?:(?i:in|of|by|since|until|till|from|during|before|after|early|late|mid)[\s-]+"
    rf"|{values.MONTH}{_BESIDE})\Z"
)
_AFTER = pattern(
    rf"{_BESIDE}{values.MONTH}\b|,?\s+(?:19|20)[0-9]{{2}}\b|\s+[0-9]{{1,2}}(?:st|nd|rd|th)?\b"
)


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Where a text has a day of a month, and where "May" is a month; "1 May" may be both."""
    for match in _DAY.finditer(text):
        start, end = match.span()
        if not (_CITED.search(text, max(start - _LONGEST, 0), start) or _VERB.match(text, end)):
            yield start, end
    for match in _MAY.finditer(text) if "May" in text else ():
        start, end = match.span()
        if _AFTER.match(text, end) or (
            _BEFORE.search(text, max(start - _LONGEST, 0), start) and not _VERB.match(text, end)
        ):
            yield start, end
