"""What if: a figure of another agreement supposed, and from what value anything bites."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from difflib import get_close_matches

from clausetrack.errors import InvalidFacts
from clausetrack.model import Document
from clausetrack.provisions.consequences import Deadline, Raised
from clausetrack.provisions.evaluate import evaluate
from clausetrack.provisions.facts import Fact, Facts
from clausetrack.provisions.figures import Figure, Supposed
from clausetrack.provisions.places import version
from clausetrack.provisions.vocabulary import Measure, Provision, comparisons, sides
from clausetrack.rates.model import is_version, short
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


def parse(text: str, provisions: Sequence[Provision]) -> Supposition:
    """What a text such as "STCA unit value = 5200 from 28 January 2026" supposes.

    Raises InvalidFacts where it does not say so, or where no record has such a measure or speaks of
    such an agreement.
    """
    found = _WHAT_IF.fullmatch(" ".join(text.split()))
    if found is None:
        raise InvalidFacts(f'{text!r} supposes nothing; write "STCA unit value = 5200"')
    said, equals, amount_said = found["measure"].partition("=")
    names = {measure.name.casefold(): measure.name for r in provisions for measure in r.measures}
    if said.strip().casefold() not in names:
        held = f"one of: {', '.join(sorted(names.values()))}" if names else "the records have none"
        raise InvalidFacts(f"{said.strip()!r} is no measure of these records; {held}")
    if equals:
        raise InvalidFacts(f"{amount_said.strip()!r} is no amount; write 5200 or 5,200.50")
    agreements = {name for r in provisions if r.measures for _, name in sides(r)}
    agreement = _known(found["agreement"], agreements)
    start = only_date(found["from"] or "")
    if found["from"] and start is None:
        raise InvalidFacts(f'{found["from"]!r} is no day; write it as "28 January 2026"')
    amount = Decimal(found["amount"].replace(",", "")) if found["amount"] else None
    return Supposition(agreement, names[said.strip().casefold()], amount, start)


def _known(said: str, agreements: Collection[str]) -> str:
    """The agreement or version that is meant, in the spelling of the records."""
    name = short(said)
    for known in agreements:
        if known.casefold() == name.casefold():
            return known + said[len(name) :]
    near = nearest(name, agreements)
    raise InvalidFacts(
        f"{name!r} is no agreement that these records speak of"
        + (f"; did you mean {near}?" if near else f"; one of: {', '.join(sorted(agreements))}")
    )


def nearest(name: str, known: Iterable[str]) -> str:
    """The one of the names that was probably meant, "" if none is near."""
    found = get_close_matches(name, sorted(known), 1, 0.7)
    return found[0] if found else ""


def supposed(what: Iterable[Supposition], provisions: Sequence[Provision]) -> Supposed:
    """The figures to judge by, in place of those of the documents.

    Several of one measure are figures that run from several days. Raises InvalidFacts for two that
    run from the same one.
    """
    found: dict[tuple[str, str], tuple[Figure, ...]] = {}
    for one in what:
        if one.amount is None:
            continue
        for key, measure in _measures(one, provisions).items():
            held = found.get(key, ())
            for other in held:
                if other.start == one.start:
                    raise InvalidFacts(f"{one} and {other.text} cannot both be supposed")
            found[key] = (*held, _figure(one, one.amount, measure))
    return found


def unspoken(
    what: Iterable[Supposition], documents: Iterable[Document], facts: Iterable[Fact]
) -> str:
    """A version that is supposed something of and that no document or fact is about, "" if none."""
    given = {version(document) for document in documents} | {fact.name.version for fact in facts}
    for one in what:
        if is_version(one.agreement) and one.agreement not in given:
            return one.agreement
    return ""


def _measures(
    what: Supposition, provisions: Iterable[Provision]
) -> dict[tuple[str, str], Measure]:
    return {
        (what.agreement, measure.id): measure
        for record in provisions
        for measure in record.measures
        if measure.name == what.measure
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
