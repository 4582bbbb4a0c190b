"""Paragraphs and tables of a file, aligned as clauses are: by number, wording and neighbours."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from clausetrack.diff.align import align
from clausetrack.diff.moves import moved
from clausetrack.diff.sides import Side
from clausetrack.model import Cell, Clause, Run, Table

_LABEL = re.compile(
    r"\s*(?P<label>[A-Z]?\d+[A-Z]?(?:\.\d+[A-Z]?)*\.?|\((?:[a-z]{1,4}|\d{1,3})\))(?:[\t ]+|$)"
)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph's text, or the texts of a table's cells row by row."""

    text: str = ""
    rows: tuple[tuple[str, ...], ...] | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A block of the old sequence, of the new one, or one that is in both; `None` is no place.

    One that stands elsewhere is two steps, where it went from and where it came to; both have its
    old place as `moved`. One that was split has the new places of all its parts, of which the
    first is `new`, and what several became their old places, of which the first is `old`.
    """

    old: int | None
    new: int | None
    moved: int | None = None
    split: tuple[int, ...] = ()
    joined: tuple[int, ...] = ()


def steps(old: Sequence[Block], new: Sequence[Block]) -> list[Step]:
    """How to get from one sequence to the other, in the order of a marked-up page.

    Every old place and every new one is in exactly one step; where both are there, the places rise.
    """
    sides = Side(_clauses(old, "old")), Side(_clauses(new, "new"))
    aligned = align(*sides)
    forth = aligned.forth
    divided = _in_a_row(aligned.divided, forth)
    united = _in_a_row(aligned.united, {j: i for i, j in forth.items()})
    forth |= {i: found[0] for i, found in divided.items()}
    forth |= {found[0]: j for j, found in united.items()}
    away = moved(*sides, forth)
    back = {j: i for i, j in forth.items() if i not in away}
    arrived = {forth[i]: i for i in away}
    out: list[Step] = []
    at = 0
    for j in [*range(len(new)), None]:
        until = len(old) if j is None else back.get(j, at)
        out += [Step(i, None, i if i in away else None) for i in range(at, until)]
        at = max(at, until)
        if j is not None and j in back:
            out.append(Step(back[j], j, None, divided.get(back[j], ()), united.get(j, ())))
            at += 1
        elif j is not None:
            out.append(Step(None, j, arrived.get(j)))
    return out


def _in_a_row(
    several: Mapping[int, Sequence[int]], known: Mapping[int, int]
) -> dict[int, tuple[int, ...]]:
    """What is split into places that follow one another, of which the first goes by its name."""
    taken = set(known.values())
    return {
        whole: tuple(found)
        for whole, found in several.items()
        if list(found) == list(range(found[0], found[0] + len(found)))
        and (known[whole] == found[0] if whole in known else found[0] not in taken)
    }


def _clauses(blocks: Sequence[Block], side: str) -> tuple[Clause, ...]:
    """The blocks as clauses; a number such as 4.3.2 is an ID, a letter is only a label."""
    out = []
    used: set[str] = set()
    for place, block in enumerate(blocks):
        if block.rows is not None:
            cells = tuple(tuple(Cell((Run(text),)) for text in row) for row in block.rows)
            out.append(Clause(f"{side} table {place}", "table", table=Table(cells)))
            continue
        found = _LABEL.match(block.text)
        label = found["label"].rstrip(".") if found else ""
        text = block.text[found.end() :] if found else block.text
        name = f"{side} paragraph {place}"
        numbered = bool(label) and label[0] != "(" and label not in used
        if numbered:
            used.add(label)
            name = label
        out.append(Clause(name, "clause" if numbered else "text", label, text=(Run(text),)))
    return tuple(out)
