"""What would change an answer: each fact that is not known, tried both ways; and why not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from clausetrack.model import Document
from clausetrack.provisions import suppose
from clausetrack.provisions.conditions import Reason
from clausetrack.provisions.evaluate import Evaluation, evaluate
from clausetrack.provisions.facts import NEVER, Fact, FactName, Facts, Span, on
from clausetrack.provisions.figures import NOTHING, Supposed
from clausetrack.provisions.vocabulary import Provision, comparisons, events


@dataclass(frozen=True, slots=True)
class Change:
    """What the status would be if something were so: `span` of a fact, or in words alone."""

    supposed: str
    status: str


def why_not(evaluation: Evaluation) -> tuple[Reason, ...]:
    """The reasons at the ends of the tree for which the provision does not bite, each once."""
    ends = (
        reason
        for top in evaluation.because
        for reason in top.walk()
        if reason.truth is False and not reason.parts
    )
    return tuple({reason.statement: reason for reason in ends}.values())


def changes(
    evaluation: Evaluation,
    documents: Sequence[Document],
    facts: Facts,
    as_at: date | None = None,
    supposed: Supposed = NOTHING,
) -> tuple[Change, ...]:
    """What would make the status another one.

    Each missing fact is tried as known not to have happened, on the last day that is in time and
    on the day after; each figure on both sides of the amount that it is compared with. One thing is
    tried at a time, so that where several are needed none of them may be told.
    """
    provision, out = evaluation.provision, []
    for name in evaluation.missing:
        for span in _tries(provision, name, facts):
            told = Facts((*facts, Fact(name, span)))
            if not told.span(name).possible:
                continue
            (tried,) = evaluate([provision], documents, told, as_at, supposed)
            if tried.status != evaluation.status:
                out.append(Change(f"{name}: {span}", tried.status))
    for what in _amounts(provision):
        instead = {**supposed, **suppose.supposed([what], [provision])}
        (tried,) = evaluate([provision], documents, facts, as_at, instead)
        if tried.status != evaluation.status:
            out.append(Change(str(what), tried.status))
    return tuple(dict.fromkeys(out))


def _amounts(provision: Provision) -> Iterator[suppose.Supposition]:
    """The figures on both sides of each comparison with another agreement's."""
    for part in comparisons(provision.condition):
        if part.party == "watched":
            measure = provision.measure(part.measure).name
            other = part.amount + (1 if part.relation == "above" else -1)
            for amount in sorted((part.amount, other)):
                for agreement in provision.watches:
                    yield suppose.Supposition(agreement, measure, amount)


def _tries(provision: Provision, name: FactName, facts: Facts) -> Iterator[Span]:
    held = facts.span(name)
    party = "own" if name.version == provision.agreement else "watched"
    yield NEVER
    ends = {
        event.window.end
        for event in (
            *events(provision.binding),
            *events(provision.condition),
            *(event for standing in provision.standings for event in standing.events),
        )
        if event.window.end and (event.of.fact, event.of.party) == (name.name, party)
    }
    for end in sorted(ends):
        yield from (on(day) for day in (end, end + timedelta(days=1)) if _inside(day, held))


def _inside(day: date, span: Span) -> bool:
    return span.first <= day <= span.last
