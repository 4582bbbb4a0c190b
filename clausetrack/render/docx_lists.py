"""Automatic numbers for a Word file of our own making, wherever a list would print the very label.

Numbers with dots ("4.3.2") count in a list of many levels, and every other label ("(a)", "Part
One:", "Section 1.") in a list of its own level. A label that no list would come to, such as 4.3A,
stays typed. Where a list would not come to a number by itself, another starts there: by what its
levels say and not by w:isLgl or a w:startOverride, of which LibreOffice 7.4 ignores the first and
keeps the other with the first paragraph of the list, so that it is lost where that is new or goes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from clausetrack import numbering
from clausetrack.model import Clause, plain
from clausetrack.ooxml.names import Element, make
from clausetrack.ooxml.numbering import number

_DOTTED = re.compile(r"(\d{1,4}(?:\.\d{1,4}){0,7})(\.?)")
_SINGLE = re.compile(
    rf"(?P<before>(?:[A-Za-z]+ )?\(?)"
    rf"(?P<value>\d{{1,3}}|[A-Za-z]{{1,6}}|(?i:{numbering.NUMBER_WORD}))"
    r"(?P<after>\)?[.:]?(?: ?[-–—])?)"
)
_FORMATS = ("decimal", "lowerRoman", "upperRoman", "lowerLetter", "upperLetter", "cardinalText")
_MOST = 400  # the highest count of a list that is tried


@dataclass(frozen=True, slots=True)
class _Shape:
    """How a list prints: what stands before the count, how that is written, what stands after."""

    before: str
    how: str
    after: str

    @property
    def text(self) -> str:
        return f"{self.before}%1{self.after}"


@dataclass
class _Dotted:
    """The list of the dotted numbers of one space (the body, or an Appendix), and its counters.

    The first `assumed` levels print where they start: no paragraph of the list counts in them.
    """

    endings: list[str]
    instance: int = 0
    starts: list[int] = field(default_factory=list)
    count: list[int] = field(default_factory=list)
    assumed: int = 0


@dataclass
class Lists:
    """The lists of a document: `place` gives each clause its instance and level, in order.

    `elements` are the children of the numbering part.
    """

    clauses: Sequence[Clause]
    definitions: list[Element] = field(default_factory=list)
    instances: list[Element] = field(default_factory=list)
    _dotted: dict[str, _Dotted] = field(default_factory=dict)
    _running: dict[str | None, tuple[_Shape, int, int]] = field(default_factory=dict)

    def place(self, clause: Clause) -> tuple[int, int] | None:
        """The instance and level at which Word prints the label of the next clause; None: none."""
        label = plain(clause.label).strip()
        if not label or clause.kind in {"note", "bullet", "table"}:
            return None
        if found := _DOTTED.fullmatch(label):
            space = _space(clause)
            if space is not None and (found[1].count(".") or self._opens_dotted(clause, space)):
                figures = [int(one) for one in found[1].split(".")]
                return self._count(self._list(space), figures, found[2])
        return self._item(clause, label)

    @property
    def elements(self) -> list[Element]:
        """Definitions first, then instances, as the schema asks."""
        return [*self.definitions, *self.instances]

    # ------------------------------------------------------------------------- dotted numbers

    def _list(self, space: str) -> _Dotted:
        if space not in self._dotted:
            self._dotted[space] = _Dotted(_endings(self.clauses, space))
        return self._dotted[space]

    def _opens_dotted(self, clause: Clause, space: str) -> bool:
        """Does a number without a dot, such as "4.", count with those that have one?"""
        opening = f"{clause.number}."
        return any(
            other.number.startswith(opening) and _space(other) == space for other in self.clauses
        )

    def _count(self, here: _Dotted, figures: list[int], ending: str) -> tuple[int, int] | None:
        """Count on to `figures`, in a new list that starts there where the last would not come."""
        level = len(figures) - 1
        if ending != here.endings[level]:
            return None
        opens = here.starts[level] if level < len(here.starts) else 1
        come = [*here.count[:level], here.count[level] + 1 if level < len(here.count) else opens]
        if not here.instance or level < here.assumed or come != figures:
            here.starts, here.assumed = figures, level
            texts = (".".join(f"%{n}" for n in range(1, depth + 2)) for depth in range(9))
            levels = [
                _level(depth, "decimal", text + here.endings[depth], opening)
                for depth, (text, opening) in enumerate(
                    zip(texts, [*figures, *[1] * (9 - len(figures))], strict=True)
                )
            ]
            here.instance = self._instance(self._define(levels))
        here.count = figures
        return here.instance, level

    # ------------------------------------------------------------------------------ all others

    def _item(self, clause: Clause, label: str) -> tuple[int, int] | None:
        running = self._running.get(clause.parent)
        readings = list(_readings(label))
        for shape, count in readings:
            if running is not None and running[0] == shape and running[2] + 1 == count:
                self._running[clause.parent] = (shape, running[1], count)
                return running[1], 0
        if not readings:
            return None
        shape, count = min(readings, key=lambda reading: reading[1] != 1)
        instance = self._instance(self._define([_level(0, shape.how, shape.text, count)]))
        self._running[clause.parent] = (shape, instance, count)
        return instance, 0

    # --------------------------------------------------------------------------------- the part

    def _define(self, levels: list[Element]) -> int:
        identity = len(self.definitions) + 1  # 0 is the bullets'
        kind = make("multiLevelType", val="multilevel" if levels[1:] else "singleLevel")
        self.definitions.append(make("abstractNum", kind, *levels, abstractNumId=str(identity)))
        return identity

    def _instance(self, definition: int) -> int:
        identity = len(self.instances) + 2  # 1 is the bullets'
        of = make("abstractNumId", val=str(definition))
        self.instances.append(make("num", of, numId=str(identity)))
        return identity


def _level(depth: int, how: str, text: str, start: int = 1) -> Element:
    return make("lvl", make("start", val=str(start)), make("numFmt", val=how),
                make("lvlText", val=text), make("lvlJc", val="left"), ilvl=str(depth))  # fmt: skip


def _space(clause: Clause) -> str | None:
    """What the dotted number of a clause counts in: "" for the body, None where it is not known."""
    try:
        named = numbering.parse(clause.id)
    except ValueError:
        return None
    plainly = ".".join(named.numbers) == clause.number.strip() and not named.place
    return named.division if plainly and not named.labels else None


def _endings(clauses: Sequence[Clause], space: str) -> list[str]:
    """What stands after a dotted number, level by level: as after the first of its length."""
    endings: dict[int, str] = {}
    for clause in clauses:
        found = _DOTTED.fullmatch(plain(clause.label).strip())
        if found and _space(clause) == space:
            endings.setdefault(found[1].count("."), found[2])
    return [endings.get(level, "") for level in range(9)]


def _readings(label: str) -> Iterator[tuple[_Shape, int]]:
    """The lists that would print a label, and at which count."""
    found = _SINGLE.fullmatch(label)
    if found is None:
        return
    for how in _FORMATS:
        count = _value(found["value"], how)
        if count and number(count, how) == found["value"]:
            yield _Shape(found["before"], how, found["after"]), count


def _value(text: str, how: str) -> int | None:
    if how == "decimal":
        return int(text) if text.isdigit() else None
    if text.isdigit():
        return None
    if how.endswith("Roman"):
        return numbering.from_roman(text.lower())
    if how.endswith("Letter"):
        return next((n for n in range(1, _MOST) if number(n, how) == text), None)
    return next((n for n, word in numbering.NUMBER_WORDS.items() if word == text.lower()), None)
