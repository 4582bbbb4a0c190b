"""Both ends of a link: a figure that changed, and the provisions that watch or would raise it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clausetrack.errors import finding
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
    if old.agreement != new.agreement:
        return ()  # two agreements: none of them changed
    return tuple(finding for record in provisions for finding in _of_record(old, new, record))


def ordered(
    terms: Document, new: Document, provisions: Iterable[Provision]
) -> tuple[Finding, ...]:
    """A finding for each watched measure that terms give figures of which the new text lacks.

    So it is where an instruction waits for a decision or for its wording: the figure moves all the
    same, once the parties sign.
    """
    found: list[Finding] = []
    if terms.agreement != new.agreement:
        return ()
    for record, measure, party, clause in _sides(new.agreement, provisions):
        held_now = {(one.amount, one.start) for one in held(measure, [new])}
        said = [
            one
            for one in held(measure, [terms])
            if one.amount is not None and (one.amount, one.start) not in held_now
        ]
        if said:
            message = (
                f"the terms set the {measure.name} at {_told(said)}, which the new text does not"
                f" hold; {_watcher(record, party)}"
            )
            found.append(_finding(message, clause, new))
    return tuple(found)


def _sides(
    agreement: str, provisions: Iterable[Provision]
) -> Iterator[tuple[Provision, Measure, Party, str]]:
    """Each record's measures that the agreement holds, with its side and the clause."""
    for record in provisions:
        for measure in record.measures:
            for party, name in sides(record):
                if agreement and name == agreement and (clause := measure.clause(name)):
                    yield record, measure, party, clause


def _of_record(old: Document, new: Document, record: Provision) -> Iterator[Finding]:
    for _, measure, party, clause in _sides(new.agreement, [record]):
        if _untouched(measure, old, new):
            continue
        before, after = (held(measure, [one]) for one in (old, new))
        if amounts(before) != amounts(after):
            now = f"is now {_told(after)}" if after else "is stated no more"
            was = f" (it was {_told(before)})" if before else ""
            message = f"the {measure.name} {now}{was}; {_watcher(record, party)}"
            yield _finding(message, clause, new)


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


def _watcher(record: Provision, party: Party) -> str:
    verb = "watches it" if party == "watched" else "would raise it"
    state = "" if record.confirmed else ", unconfirmed"
    return f"the {record.agreement}, {named(record.source)}, {verb} ({record.id}{state})"


def _finding(message: str, clause: str, new: Document) -> Finding:
    source = next((one.source for one in new.clauses if one.id == clause), None)
    return finding("figure-watched", message, clause, source)


def _told(figures: Iterable[Figure]) -> str:
    return ", ".join(
        (figure.text if figure.amount is None else money_text(figure.amount))
        + (f" from {day_text(figure.start)}" if figure.start else "")
        for figure in figures
    )
