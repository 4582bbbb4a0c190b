"""What if: a figure of another agreement supposed, and from what value anything bites."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from clausetrack.errors import InvalidFacts
from clausetrack.model import Document
from clausetrack.provisions.consequences import Deadline, Raised
from clausetrack.provisions.evaluate import evaluate
from clausetrack.provisions.facts import Facts
from clausetrack.provisions.figures import Figure, Supposed
from clausetrack.provisions.vocabulary import Measure, Provision, comparisons, sides
from clausetrack.rates.model import short
from clausetrack.values import day_text, only_date

_WHAT_IF = re.compile(
    r"(?P<agreement>\S+(?: \d{4}-\d{2})?) (?P<measure>.+?)"
    r"(?:\s*=\s*\$?(?P<amount>\d[\d,]*(?:\.\d{1,2})?)(?:\s+from\s+(?P<from>.+))?)?\s*"
)


@dataclass(frozen=True, slots=True)
class Supposition:
    """What `--what-if` asks: a measure of an agreement, and its amount, None for "from what value".

    `agreement` is a short name ("STCA") or a version; `start` is the day from which it would run.
    """

    agreement: str
    measure: str
    amount: Decimal | None = None
    start: date | None = None

    def __str__(self) -> str:
        since = f" from {day_text(self.start)}" if self.start else ""
        amount = f" = ${self.amount:,}" if self.amount is not None else ""
        return f"{self.agreement} {self.measure}{amount}{since}"


@dataclass(frozen=True, slots=True)
class Threshold:
    """The value of a watched measure from which a provision bites: `relation` to `amount`.

    `excess` says that it passes on what is above the amount. `status`, `deadlines` and `raised` are
    those of the first dollar that bites, on the facts given: each of the holder's figures rises by
    as much more as the value does.
    """

    provision: Provision
    version: str
    measure: str
    relation: str
    amount: Decimal
    excess: bool
    status: str
    deadlines: tuple[Deadline, ...]
    raised: tuple[Raised, ...]


def parse(text: str, provisions: Iterable[Provision]) -> Supposition:
    """What a text such as "STCA unit value = 5200 from 28 January 2026" supposes.

    Raises InvalidFacts where it does not say so, or where no record has such a measure.
    """
    found = _WHAT_IF.fullmatch(" ".join(text.split()))
    if found is None:
        raise InvalidFacts(f'{text!r} supposes nothing; write "STCA unit value = 5200"')
    names = {measure.name for record in provisions for measure in record.measures}
    if found["measure"] not in names:
        held = f"one of: {', '.join(sorted(names))}" if names else "the records have none"
        raise InvalidFacts(f"{found['measure']!r} is no measure of these records; {held}")
    start = only_date(found["from"] or "")
    if found["from"] and start is None:
        raise InvalidFacts(f'{found["from"]!r} is no day; write it as "28 January 2026"')
    amount = Decimal(found["amount"].replace(",", "")) if found["amount"] else None
    return Supposition(found["agreement"], found["measure"], amount, start)


def supposed(what: Iterable[Supposition], provisions: Sequence[Provision]) -> Supposed:
    """The figures to judge by, in place of those of the documents."""
    return {
        (one.agreement, measure.id): (_figure(one, one.amount, measure),)
        for one in what
        if one.amount is not None
        for record in provisions
        for measure in record.measures
        if measure.name == one.measure
    }


def thresholds(
    what: Supposition,
    provisions: Iterable[Provision],
    documents: Sequence[Document],
    facts: Facts,
    as_at: date | None = None,
) -> Iterator[Threshold]:
    """Each provision that watches the measure of that agreement, and from what value it bites."""
    agreement = short(what.agreement)
    for record in provisions:
        for part in comparisons(record.condition):
            measure = record.measure(part.measure).name
            if what.measure != measure or (part.party, agreement) not in sides(record):
                continue
            least = part.amount + (1 if part.relation == "above" else 0)
            instead = supposed([replace(what, amount=least)], [record])
            (bitten,) = evaluate([record], documents, facts, as_at, instead)
            yield Threshold(
                record,
                what.agreement,
                what.measure,
                part.relation,
                part.amount,
                any(effect.excess.measure == part.measure for effect in record.effects),
                bitten.status,
                tuple(one for follows in bitten.follows for one in follows.deadlines),
                tuple(one for follows in bitten.follows for one in follows.raised),
            )


def _figure(what: Supposition, amount: Decimal, measure: Measure) -> Figure:
    clause = measure.clause(short(what.agreement))
    return Figure(f"${amount:,}", amount, what.start, None, clause, f"supposed: {what}", "what if")
