"""The scales of a document as series: each step's figures in the order of their days."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from clausetrack.checks.rounding import Row, columns_by_kind
from clausetrack.checks.subject import Subject
from clausetrack.model import Clause
from clausetrack.rates.model import Scale, Span, Step

_STROKE = "′"
_MOST_STROKES = 3  # that tell steps of one name apart; more of them are counted
#: A number or a letter alone says nothing without the word "step".
_CODE = re.compile(r"[A-Z]{0,3}\d{0,3}[A-Z]?")


@dataclass(frozen=True, slots=True)
class Series:
    """Columns of one table that follow one another in time.

    `openings` has, where steps were renumbered or merged, the other first figures that a row may
    have come from. `lead` is the text that introduces the table.
    """

    clause: Clause
    scale: Scale
    columns: tuple[Span, ...]
    rows: dict[str, Row]
    steps: dict[str, Step]
    openings: dict[str, tuple[Decimal, ...]]
    lead: str
    offset: dict[int, int]

    def printed(self, key: str, at: int) -> str:
        """The cell as it is printed, "" for an opening figure of the scale before."""
        column = self.offset.get(at)
        return self.steps[key].cells[column] if column is not None else ""

    def quoted(self, key: str, at: int) -> str:
        """A cell with its row and the heading of its column: "4 | 1 July 2025 | $31.20"."""
        parts = self.named(key), self.columns[at].heading, self.printed(key, at)
        return " | ".join(filter(None, parts))

    def called(self, key: str) -> str:
        """A row in a sentence: "step 4", "Inspector", "step 2 (Senior Officer)"."""
        return called(key.split(_STROKE)[0], self.named(key))

    def named(self, key: str) -> str:
        """A row as the table names it, with its group where others have its name."""
        name, group = key.split(_STROKE)[0], self.steps[key].group
        others = sum(each.split(_STROKE)[0] == name for each in self.rows)
        return f"{name} ({group})" if others > 1 and group else name


def called(key: str, name: str) -> str:
    """A name with the word "step" before it, where the key alone would say nothing."""
    return f"step {name}" if _CODE.fullmatch(key) else name


def series(subject: Subject) -> Iterator[Series]:
    """The series of every scale of a document, those of levels and bands by themselves."""
    for clause, lead, reading in subject.scales:
        before: Scale | None = None
        for scale in reading.scales:
            opening = before if before is not None and before.steps[0].becomes else None
            for at in columns_by_kind([(span.label, span.unit) for span in scale.columns]):
                yield _series(clause, scale, at, opening, lead)
            before = scale


def _series(
    clause: Clause, scale: Scale, at: list[int], opening: Scale | None, lead: str
) -> Series:
    begins: dict[int, date] = {}
    last = date.min
    for n in at:  # what begins with no date stands where it is printed
        column = scale.columns[n]
        begins[n] = column.start or (last if column.event else date.min)
        last = begins[n]
    order = sorted(at, key=lambda n: (begins[n], n))
    steps = _named(scale)
    columns = tuple(scale.columns[n] for n in order)
    rows: dict[str, Row] = {
        key: tuple(step.amounts[n] for n in order) for key, step in steps.items()
    }
    offset = dict(enumerate(order))
    openings: dict[str, tuple[Decimal, ...]] = {}
    if opening is not None:
        old: defaultdict[str, list[Decimal | None]] = defaultdict(list)
        for step in opening.steps:
            old[step.becomes].append(step.amounts[-1])
        for key in rows:
            known = tuple(amount for amount in old[key] if amount is not None)
            rows[key] = (known[-1] if known else None, *rows[key])
            openings[key] = known
        columns = (opening.columns[-1], *columns)
        offset = {n + 1: column for n, column in offset.items()}
    return Series(
        clause, replace(scale, steps=tuple(steps.values())), columns, rows, steps, openings, lead,
        offset,
    )  # fmt: skip


def _named(scale: Scale) -> dict[str, Step]:
    """The steps by a key that is theirs alone."""
    out: dict[str, Step] = {}
    same: Counter[str] = Counter()
    for step in scale.steps:
        nth = same[step.key]
        same[step.key] += 1
        key = step.key + (_STROKE * nth if nth <= _MOST_STROKES else f"{_STROKE}{nth}")
        while key in out:
            key += _STROKE
        out[key] = replace(step, key=key)
    return out
