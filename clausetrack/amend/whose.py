"""Whose figure an order moves: what it calls the figure must not be what another figure is called.

"Increase the boat allowance from $6.00": where $6.00 is the lamp allowance, the order is mistaken,
or the figure is; nothing is carried out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausetrack import values
from clausetrack.amend.everywhere import Text
from clausetrack.amend.tree import words
from clausetrack.model import plain
from clausetrack.segment.wording import masked
from clausetrack.settlement import StatedChange

_YEAR = re.compile(r"(?<![\w.])(?:19|20)\d\d(?![\w])")
#: What is said of any figure, or of any order.
_ANY = frozenset((
    "a", "agree", "agreed", "all", "allowance", "allowances", "amend", "amended", "amount",
    "an", "and", "annum", "any", "appendix", "are", "article", "as", "at", "be", "both",
    "by", "change", "changed", "clause", "column", "each", "every", "figure", "following",
    "for", "from", "in", "increase", "increased", "increases", "is", "it", "item", "its",
    "new", "of", "on", "or", "paid", "paragraph", "part", "parties", "pay", "payable",
    "payment", "per", "raise", "raised", "rate", "rates", "reduce", "reduced", "replace",
    "replaced", "s", "salary", "schedule", "section", "shall", "sum", "table", "that",
    "the", "their", "this", "to", "value", "wage", "was", "which", "will", "with", "words",
))  # fmt: skip


def another(said: str, every: Sequence[Text], at: int, change: StatedChange) -> str:
    """A word or a day of the order that stands by another figure, and not by the one at `at`."""
    here = every[at]
    if not any(map(str.isdigit, change.old)):
        return ""
    sign = "$" if "$" in change.old else ""
    by_place: dict[tuple[str, int], list[str]] = {}
    for text in every:
        by_place.setdefault((text.clause.id, text.row), []).append(plain(text.runs))
    own = _stems(" ".join(by_place[here.clause.id, here.row]))
    others: set[str] = set()
    for place, texts in by_place.items():
        said_there = " ".join(texts)
        figures = sign in said_there if sign else any(map(str.isdigit, said_there))
        if place != (here.clause.id, here.row) and figures:
            others |= _stems(said_there)
    named = (one for one in words(masked(said)) if one.isalpha() and len(one) > 2)
    found = next((one for one in named if one not in _ANY and _stem(one) in others - own), "")
    return found or _other_day(said, here)


def _stem(word: str) -> str:
    return word[:-1] if word.endswith("s") and len(word) > 3 else word


def _stems(text: str) -> set[str]:
    return set(map(_stem, words(text)))


def _other_day(said: str, here: Text) -> str:
    """The day, or the year, of another column than the one in which the figure stands."""
    table = here.clause.table
    if table is None or here.cell < 0:
        return ""
    every, own = set[str](), set[str]()
    for row in table.rows[: max(table.header_rows, 1)]:
        for column, cell in enumerate(row):
            days = _days(cell.text)
            every |= days
            own |= days if column == here.cell else set()
    return next((day for day in sorted(_days(masked(said))) if day in every - own), "")


def _days(text: str) -> set[str]:
    """The days and the years that a text names, as it prints them."""
    return {day.text for day in values.dates(text)} | set(_YEAR.findall(text))
