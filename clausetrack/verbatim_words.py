"""What texts say and would say with words at every place changed, by plain rules of their own."""

from __future__ import annotations

import re
from collections.abc import Callable

from clausetrack.amend.tree import as_pattern, folded
from clausetrack.settlement import Amendment
from clausetrack.verbatim_case import Case, Printed

#: What cites a clause by its number: one with a point or a letter, or behind "clause".
_CITED = re.compile(
    r"(?<![\w.$])(?:\d\w*(?:\.\w+)+|\d\w*(?=\([a-z])|(?<=[Cc]lause )\d\w*)(?:\([a-z]+\))*"
)
OPENS = "\ue001"  # where a sentence begins with the old words
ENDS = re.compile(r"(?<=[.!?])(?<!\be\.g\.)(?<!\bi\.e\.)[”\"]?\s+(?=[“\"‘(\[]?[A-ZĀĒĪŌŪ])")


def says(amendment: Amendment, here: Printed) -> bool:
    heading, text, rows = here
    every = (heading, text, *(cell for row in rows for cell in row))
    word = matched(amendment.stated[0].old)
    return any(word.search(one) for one in map(as_inside(amendment), every))


def as_inside(amendment: Amendment) -> Callable[[str], str]:
    """Texts with the old words as inside a sentence, and a mark before those that begin one."""
    old = amendment.stated[0].old
    first = old[:1].upper()

    def inside(text: str) -> str:
        out, at = "", 0
        for begins in (0, *(end.end() for end in ENDS.finditer(text))):
            if matched(first + old[1:]).match(text, begins):
                out, at = f"{out}{text[at:begins]}{OPENS}{old[0]}", begins + 1
        return out + text[at:]

    return inside if amendment.stated[0].new else folded


def matched(old: str) -> re.Pattern[str]:
    """The old words of an order on words, by themselves."""
    said = as_pattern(old)
    return re.compile(rf"(?<!\w){said}(?!\w)" if old[0].isalnum() else rf"{said}(?!\w)")


def with_words(amendment: Amendment, here: Printed) -> Printed:
    """What a clause prints with the new words wherever it says the old."""
    new, word, mark = amendment.stated[0].new, matched(amendment.stated[0].old), "\ue000"
    inside = as_inside(amendment)

    def put(text: str) -> str:  # no space is left before a comma, or where nothing comes
        before = r"\s*" if new[:1] in {"", *",.;:"} else ""
        marked = word.sub(mark, inside(text)).replace(
            OPENS + mark, OPENS + new[:1].upper() + new[1:]
        )
        return folded(re.sub(f"{before}{mark}", lambda _: new, marked).replace(OPENS, ""))

    heading, text, rows = here
    return put(heading), put(text), [[put(cell) for cell in row] for row in rows]


def with_numbers(case: Case, here: Printed) -> Printed:
    """What a clause prints with the new number for each of a clause that has another now."""

    def put(text: str) -> str:
        return _CITED.sub(lambda one: case.renumbered.get(one[0], one[0]), text)

    heading, text, rows = here
    return put(heading), put(text), [[put(cell) for cell in row] for row in rows]
