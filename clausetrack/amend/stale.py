"""References in words that stay, to clauses that have another number now, or are gone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from clausetrack.amend.plan import Plan
from clausetrack.amend.renumbering import own_number
from clausetrack.amend.splices import Splice
from clausetrack.errors import finding
from clausetrack.model import Document, Finding

if TYPE_CHECKING:
    from clausetrack.references import Reference


def references_left(
    base: Document, document: Document, plans: Iterable[Plan], renumbered: Mapping[str, str]
) -> list[Finding]:
    """A finding for each reference that no longer means what it meant in the base.

    `document` is the new agreement, and `renumbered` what its clauses are called now, by their IDs
    in the base. Words that the amendments themselves print are written for the new numbers: of a
    clause printed anew as a whole, and of the stretches that came into another one, only what
    cites a clause that is gone is told.
    """
    moved: dict[str, str] = {}
    gone: dict[str, str] = {}
    rewritten: set[str] = set()
    splices: dict[str, list[Splice]] = {}
    printed: set[str] = set()
    for plan in plans:
        rewritten |= {*plan.changed.keys() - plan.splices.keys(), *plan.repealed}
        for clause, stretches in plan.splices.items():
            splices.setdefault(clause, []).extend(stretches)
        printed |= plan.whole
        gone |= dict.fromkeys(plan.repealed, plan.amendment.id)
        for top in plan.shifted:
            moved |= {below.id: top for below in plan.base.subtree(top)}
    if not (moved or gone):
        return []
    from clausetrack.references import references

    found = []
    sources = {clause.id: clause.source for clause in base.clauses if clause.fragment is None}
    for reference in references(base):
        if (
            reference.fragment is not None
            or reference.clause in rewritten
            or any(_touches(one, reference) for one in splices.get(reference.clause, ()))
        ):
            continue
        meant = "meant" if reference.resolves else "may have meant"
        for target in reference.meant:
            # "(b) below", said inside a clause that moved, still means what it meant.
            if target in moved and reference.clause in printed:
                continue
            if target in moved and own_number(moved[target]) in reference.text:
                code = "reference-stale"
                message = f"“{reference.text}” {meant} what is now {renumbered[target]}"
            elif target in gone:
                code = "reference-unresolved"
                message = f"“{reference.text}” {meant} {target}, which {gone[target]} repeals"
            else:
                continue
            where = renumbered.get(reference.clause, reference.clause)
            source = sources[reference.clause]
            found.append(finding(code, message, where, source, reference.text))
    return [*found, *_written_anew(document, gone, {(one.clause, one.quote) for one in found})]


def _written_anew(
    document: Document, gone: Mapping[str, str], told: AbstractSet[tuple[str, str]]
) -> Iterator[Finding]:
    """A finding for each reference in the new agreement to what an amendment repeals, but for those
    that were told: nothing has the number that it cites."""
    from clausetrack.references import references

    if not gone:
        return
    code = "reference-unresolved"
    for reference in references(document):
        lost = [] if reference.resolves else [one for one in reference.targets if one in gone]
        if lost and reference.fragment is None and (reference.clause, reference.text) not in told:
            message = f"“{reference.text}” cites {lost[0]}, which {gone[lost[0]]} repeals"
            source = document.body[reference.clause].source
            yield finding(code, message, reference.clause, source, reference.text)


def _touches(splice: Splice, reference: Reference) -> bool:
    """Does an order on a stretch of a clause deal with the words of a reference in it?

    In a table with any words of its row: the reader of the terms has that before them.
    """
    if splice.role in {"heading", "text"}:
        here = splice.start < reference.end and reference.start < splice.end
        return splice.role == reference.place and here
    if not reference.place.startswith("cell "):
        return False
    row = int(reference.place.removeprefix("cell ").split(",")[0]) - 1
    return splice.start <= row < splice.end if splice.role == "rows" else splice.row == row
