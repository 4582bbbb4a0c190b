"""The figures that documents hold for a measure, with the days from which they run.

They are the rates that `rates` finds, where the measure says that it is held; nothing is read a
second time here. A clause that no document given holds has no figures, and an amount that is not
written as one, or not in the measure's unit, is reported and never mended.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from clausetrack import values
from clausetrack.model import Clause, Document, Source
from clausetrack.provisions.places import cited, under
from clausetrack.provisions.vocabulary import Measure
from clausetrack.rates import find, spoken, units
from clausetrack.rates.inforce import joined
from clausetrack.rates.measures import Held
from clausetrack.rates.model import Rate, Rates, short


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in a clause: `amount` is None where it is no amount of money beyond doubt.

    So it is of "$5, 500", of a percentage, of another unit than the measure's, and of a change
    ("by $500") whose result is not stated.

    `start` is the day from which it runs and `end` the last day, None where the words do not say;
    `event` is what it begins with where that is no day. `clause` is the agreement's, or an item of
    terms that names none; `quote` the sentence, or row, column and cell; `place` where that stands.
    """

    text: str
    amount: Decimal | None
    start: date | None
    end: date | None
    clause: str
    quote: str
    place: str
    event: str = ""


#: Figures that stand in for those of the documents, by version (or short name) and measure.
Supposed = Mapping[tuple[str, str], tuple["Figure", ...]]
NOTHING: Supposed = {}


def instead(supposed: Supposed, version: str, measure: str) -> tuple[Figure, ...]:
    """The figures that are supposed of a version, or of its agreement whatever the version."""
    own = supposed.get((version, measure))
    return own or supposed.get((short(version), measure), ())


def held(measure: Measure, documents: Sequence[Document]) -> tuple[Figure, ...]:
    """The figures of a measure in the documents of one version: the one way in which they are had.

    Of several documents a later figure ends an open one, as `rates` joins them.
    """
    given = [(document, rates_of(document)) for document in documents]
    found: list[Figure] = []
    line = iter(joined([rates for _, rates in given]))
    for document, rates in given:
        places = _Places(document)
        own = [next(line) for _ in rates.rates]
        # an item of terms that names no clause is asked only where the clause has no figures
        by_clause, by_item = (
            [_figure(measure, rate, places) for rate in own if _is_of(bound, measure.unit, rate)]
            for bound in _clauses_and_items(measure)
        )
        read = by_clause or by_item
        found += [*read, *_unread(measure, rates, places, bool(read))]
    return tuple(found)


def rates_of(document: Document) -> Rates:
    """What `rates` finds in a document, found once however often it is judged."""
    return _rates_of(_Same(document))


class _Same:
    """A document by its identity: to compare two by their text would cost more than to read one."""

    __slots__ = ("document",)

    def __init__(self, document: Document) -> None:
        self.document = document

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.document is self.document

    def __hash__(self) -> int:
        return id(self.document)


@lru_cache(maxsize=16)
def _rates_of(same: _Same) -> Rates:
    return find.find(same.document)


class _Places:
    """Where the sources of a document's figures stand, as a reader cites them."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._at: dict[Source, Clause] = {}
        for clause in document.clauses:
            self._at.setdefault(clause.source, clause)
            for row in clause.table.rows if clause.table is not None else ():
                for cell in row:
                    for run in cell.runs:
                        self._at.setdefault(run.source or clause.source, clause)

    def clause(self, source: Source | None) -> Clause | None:
        return self._at.get(source) if source else None

    def cited(self, source: Source | None) -> str:
        clause = self.clause(source)
        return cited(self.document, clause) if clause else str(source or "")

    def in_wording(self, source: Source | None) -> bool:
        """Whether it stands in the agreement's own wording, and not in an instruction."""
        clause = self.clause(source)
        return self.document.kind == "agreement" or bool(clause and clause.fragment is not None)


def _clauses_and_items(measure: Measure) -> tuple[list[Held], list[Held]]:
    items = [bound for bound in measure.held if bound.clause.startswith("item ")]
    return [bound for bound in measure.held if bound not in items], items


def _is_of(held: Iterable[Held], unit: str, rate: Rate) -> bool:
    """Money that the measure is bound to; what is counted in days or FTTE is none of its figures.

    An amount that is paid once is none either, where the measure is one for a period.
    """
    if not rate.unit.startswith(units.MONEY) or not any(bound.holds(rate) for bound in held):
        return False
    return rate.unit != units.ONCE or unit in ("", units.ONCE)


def _figure(measure: Measure, rate: Rate, places: _Places) -> Figure:
    text = f"${rate.amount:,}"
    amount: Decimal | None = rate.amount
    if measure.unit and not units.alike(rate.unit, measure.unit):
        text, amount = f"{text} ({rate.unit}, and not {measure.unit})", None
    return Figure(
        text, amount, rate.start, rate.end, rate.clause, rate.quote, places.cited(rate.source),
        rate.event or (f"a day that “{rate.doubt}” leaves open" if rate.doubt else ""),
    )  # fmt: skip


def _unread(measure: Measure, rates: Rates, places: _Places, read: bool) -> Iterator[Figure]:
    """What stands where the measure is held and is no amount beyond doubt.

    An instruction that tells a change beside the wording or table that tells the result (`read`)
    says no more than they do.
    """
    for finding in rates.findings:
        if finding.code == "rate-unread" and _at(measure, rates, finding.clause, finding.quote):
            yield Figure(
                finding.quote.split(" | ")[-1], None, None, None, finding.clause, finding.quote,
                places.cited(finding.source),
            )  # fmt: skip
    for mention in rates.mentions:
        told = mention.why == spoken.CHANGE and _at(measure, rates, mention.clause, "")
        if told and (places.in_wording(mention.source) or not read):
            yield Figure(
                mention.text, None, None, None, mention.clause, mention.text,
                places.cited(mention.source),
            )  # fmt: skip
    for bound in measure.held:
        for clause in under(places.document, bound.clause) if bound.clause else ():
            for percent in values.percentages(clause.own_text) if clause.table is None else ():
                yield Figure(
                    percent.text, None, None, None, clause.id, clause.own_text,
                    cited(places.document, clause),
                )  # fmt: skip


def _at(measure: Measure, rates: Rates, clause: str, quote: str) -> bool:
    """Whether a measure is held where a figure that gives no rate stands."""
    step = quote.split(" | ")[0] if " | " in quote else ""
    return any(bound.at(rates.agreement, clause, step) for bound in measure.held)


def amounts(figures: Iterable[Figure]) -> list[tuple[object, ...]]:
    """What tells figures apart: two texts with the same have the same figures."""
    return [(figure.amount, figure.start, figure.end, figure.event) for figure in figures]
