"""Both ends of a link: a figure that changed, and the provisions that watch or would raise it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from clausetrack.errors import FINDINGS
from clausetrack.model import Document, Finding
from clausetrack.provisions.conditions import money_text
from clausetrack.provisions.figures import Figure, amounts, held
from clausetrack.provisions.places import named, under
from clausetrack.provisions.vocabulary import Measure, Party, Provision, sides
from clausetrack.values import day_text


def watched(old: Document, new: Document, provisions: Iterable[Provision]) -> tuple[Finding, ...]:
    """A finding for each provision and each of its measures whose figures changed from `old`.

    The provision may be the other agreement's, which watches the figure, or this one's own.
    """
    return tuple(finding for record in provisions for finding in _of_record(old, new, record))


def _of_record(old: Document, new: Document, record: Provision) -> Iterator[Finding]:
    for measure in record.measures:
        for party, agreement in sides(record):
            clause = measure.clause(agreement)
            if not clause or agreement != new.agreement or _untouched(measure, old, new):
                continue
            before, after = (held(measure, [one]) for one in (old, new))
            if amounts(before) != amounts(after) and after:
                yield _finding(record, measure.name, party, clause, before, after, new)


def _untouched(measure: Measure, old: Document, new: Document) -> bool:
    """Whether the text of every clause that holds the measure is the same: figures cost more."""
    if not all(bound.clause for bound in measure.held if bound.agreement == new.agreement):
        return False
    clauses = [bound.clause for bound in measure.held if bound.agreement == new.agreement]
    texts = [
        [(one.id, one.printed, one.table) for at in clauses for one in under(document, at)]
        for document in (old, new)
    ]
    return texts[0] == texts[1]


def _finding(
    record: Provision,
    measure: str,
    party: Party,
    clause: str,
    before: Sequence[Figure],
    after: Sequence[Figure],
    new: Document,
) -> Finding:
    verb = "watches it" if party == "watched" else "would raise it"
    was = f" (it was {_told(before)})" if before else ""
    message = (
        f"the {measure} is now {_told(after)}{was}; the {record.agreement}, {named(record.source)},"
        f" {verb} ({record.id}{'' if record.confirmed else ', unconfirmed'})"
    )
    source = next((one.source for one in new.clauses if one.id == clause), None)
    return Finding("figure-watched", FINDINGS["figure-watched"], message, clause, source)


def _told(figures: Iterable[Figure]) -> str:
    return ", ".join(
        (figure.text if figure.amount is None else money_text(figure.amount))
        + (f" from {day_text(figure.start)}" if figure.start else "")
        for figure in figures
    )
