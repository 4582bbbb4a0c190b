"""What a text means, piece by piece: the references, amounts and dates that the XML marks."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from clausetrack import currency, values
from clausetrack.citations import find
from clausetrack.model import Clause
from clausetrack.references import Reference, Space, resolve


class Mark(NamedTuple):
    """An element around a piece of text: what the piece means."""

    start: int
    end: int
    name: str
    attributes: dict[str, str]
    to: tuple[tuple[str, str], ...] = ()


def marks(clause: Clause, text: str, space: Space, money: Callable[[], str]) -> tuple[Mark, ...]:
    """References, amounts and dates in a text, in order and without overlaps.

    `money` says in whose dollars the document speaks; it is asked only for an amount that has them
    not before its sign ("US$40").
    """
    found = [_reference(resolve(mention, clause, space)) for mention in find(text)]
    for value in values.find(text):
        if isinstance(value.value, Decimal):
            if value.kind == "percent":
                unit = "percent"
            else:
                unit = currency.before(text[max(0, value.start - 4) : value.start]) or money()
            amount = {"value": format(value.value, "f"), "unit": unit}
            found.append(Mark(value.start, value.end, "quantity", amount))
        elif value.value is not None:
            day = {"date": value.value.isoformat()}
            found.append(Mark(value.start, value.end, "date", day))
    if len(found) < 2:
        return tuple(found)
    kept: list[Mark] = []
    for mark in sorted(found, key=lambda mark: (mark.start, -mark.end)):
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return tuple(kept)


def _reference(reference: Reference) -> Mark:
    """A reference: `clause` or `quoted` where it resolves, and `cites` where it stays open."""
    attributes = {"kind": reference.kind, "instrument": reference.instrument}
    name = "cites"
    if reference.resolves:
        name = "clause" if reference.fragment is None else "quoted"
    elif reference.kind in {"internal", "item"}:
        attributes["why"] = reference.why
    to = tuple((name, target) for target in reference.targets)
    if len(to) == 1:
        attributes |= dict(to)
        to = ()
    return Mark(reference.start, reference.end, "ref", attributes, to)
