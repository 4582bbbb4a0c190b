"""Both ends of a link: a figure that changed, and the provisions that watch or would raise it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from clausetrack.errors import FINDINGS
from clausetrack.model import Document, Finding
from clausetrack.provisions.conditions import money_text
from clausetrack.provisions.facts import agreement
from clausetrack.provisions.figures import Figure, written
from clausetrack.provisions.places import named
from clausetrack.provisions.vocabulary import Held, Provision
from clausetrack.values import day_text


def watched(old: Document, new: Document, provisions: Iterable[Provision]) -> tuple[Finding, ...]:
    """A finding for each provision and each of its measures whose figures changed from `old`.

    The provision may be the other agreement's, which watches the figure, or this one's own.
    """
    return tuple(finding for record in provisions for finding in _of_record(old, new, record))


def _of_record(old: Document, new: Document, record: Provision) -> Iterator[Finding]:
    sides = {"watched": record.watches, "own": agreement(record.agreement)}
    for measure in record.measures:
        for held in measure.held:
            if not new.agreement or sides[held.party] != new.agreement:
                continue
            before, after = (written([one], held.place.clause) for one in (old, new))
            if _amounts(before) != _amounts(after) and after:
                yield _finding(record, measure.name, held, before, after, new)


def _finding(
    record: Provision,
    measure: str,
    held: Held,
    before: Sequence[Figure],
    after: Sequence[Figure],
    new: Document,
) -> Finding:
    clause = held.place.clause
    verb = "watches it" if held.party == "watched" else "would raise it"
    was = f" (it was {_told(before)})" if before else ""
    message = (
        f"the {measure} is now {_told(after)}{was}; the {record.agreement}, {named(record.source)},"
        f" {verb} ({record.id}{'' if record.confirmed else ', unconfirmed'})"
    )
    source = next((one.source for one in new.clauses if one.id == clause), None)
    return Finding("figure-watched", FINDINGS["figure-watched"], message, clause, source)


def _amounts(figures: Iterable[Figure]) -> list[tuple[object, ...]]:
    return [(figure.amount, figure.start, figure.end) for figure in figures]


def _told(figures: Iterable[Figure]) -> str:
    return ", ".join(
        (figure.text if figure.amount is None else money_text(figure.amount))
        + (f" from {day_text(figure.start)}" if figure.start else "")
        for figure in figures
    )
