"""Everything that the `rates` command shows, from documents to rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from clausetrack.amend import instructions
from clausetrack.model import Document, Finding
from clausetrack.rates.brief import Brief, brief
from clausetrack.rates.called import called
from clausetrack.rates.compare import Difference, apart, compare
from clausetrack.rates.find import find
from clausetrack.rates.inforce import in_force, joined
from clausetrack.rates.measures import Measure, named
from clausetrack.rates.model import Rate, Rates
from clausetrack.settlement import Instructions


@dataclass(frozen=True, slots=True)
class Report:
    """`rates` are those in force on `as_at`, or all where no day is asked for.

    `undecided` are the rates whose day hangs on an event, where a day is asked for. `measures`
    has, for each of `rates`, the name of its measure or ""; `known` are the measures. `apart` are
    the rates of either side that no difference sets against one of the other side.
    """

    given: tuple[Rates, ...]
    rates: tuple[Rate, ...]
    measures: tuple[str, ...]
    known: tuple[Measure, ...] = ()
    undecided: tuple[Rate, ...] = ()
    as_at: date | None = None
    against: str = ""
    differences: tuple[Difference, ...] = ()
    apart: tuple[Rate, ...] = ()
    briefs: tuple[Brief, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        return tuple(finding for rates in self.given for finding in rates.findings)


def report(
    documents: Sequence[Document],
    *,
    as_at: date | None = None,
    against: Sequence[Document] = (),
    measures: Iterable[Measure] = (),
    briefs: bool = False,
    currency: str = "",
) -> Report:
    """The rates of the documents, joined in time; against those of others where they are given.

    `currency` is that of all amounts, where it is known; else `find` says.
    """
    known = tuple(measures)
    ordered = [_instructions(document) for document in documents]
    given = tuple(find(d, orders, currency) for d, orders in zip(documents, ordered, strict=True))

    def measure(rate: Rate) -> str:
        found = named(known, rate)
        return found.name if found else ""

    every = joined(given, measure)
    labels = {id(rate): label for rate, label in zip(every, called(every), strict=True)}
    shown = in_force(every, as_at) if as_at else every
    differences: tuple[Difference, ...] = ()
    alone: tuple[Rate, ...] = ()
    old = _one([find(document, currency=currency) for document in against]) if against else None
    if old:
        differences = tuple(
            difference for rates in given for difference in compare(old, rates, as_at, known)
        )
        sides = old.rates, *(rates.rates for rates in given)
        alone = tuple(rate for side in sides for rate in apart(side, differences, as_at))
    return Report(
        given=given,
        rates=tuple(labels[id(rate)] for rate in shown),
        measures=tuple(map(measure, shown)),
        known=known,
        undecided=tuple(labels[id(r)] for r in every if r.undecided_on(as_at)) if as_at else (),
        as_at=as_at,
        against=old.agreement if old else "",
        differences=differences,
        apart=tuple(called(alone)),
        briefs=tuple(map(brief, documents, given, ordered)) if briefs else (),
    )


def _instructions(document: Document) -> Instructions | None:
    """What terms of settlement order; an agreement orders nothing."""
    return instructions.find(document) if document.kind == "terms" else None


def _one(given: Sequence[Rates]) -> Rates:
    """Several documents on one side of a comparison as if they were one."""
    names = ", ".join(dict.fromkeys(rates.agreement for rates in given))
    return replace(given[0], agreement=names, rates=joined(given))
