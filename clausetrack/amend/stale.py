"""References in words that stay, to clauses that have another number now, or are gone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from clausetrack.amend.plan import Plan
from clausetrack.amend.renumbering import own_number
from clausetrack.errors import FINDINGS
from clausetrack.model import Document, Finding


def references_left(
    base: Document, plans: Iterable[Plan], renumbered: Mapping[str, str]
) -> list[Finding]:
    """A finding for each reference that no longer means what it meant in the base.

    `renumbered` is what the agreement's clauses are called now, by their IDs in the base. Words
    that the amendments themselves print are written for the new numbers and are not looked at.
    """
    moved: dict[str, str] = {}
    gone: dict[str, str] = {}
    rewritten: set[str] = set()
    printed: set[str] = set()
    for plan in plans:
        rewritten |= {*plan.changed, *plan.repealed}
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
            or not reference.resolves
        ):
            continue
        for target in reference.targets:
            # "(b) below", said inside a clause that moved, still means what it meant.
            if target in moved and reference.clause in printed:
                continue
            if target in moved and own_number(moved[target]) in reference.text:
                code = "reference-stale"
                message = f"“{reference.text}” meant what is now {renumbered[target]}"
            elif target in gone:
                code = "reference-unresolved"
                message = f"“{reference.text}” meant {target}, which {gone[target]} repeals"
            else:
                continue
            where = renumbered.get(reference.clause, reference.clause)
            source = sources[reference.clause]
            found.append(Finding(code, FINDINGS[code], message, where, source, reference.text))
    return found
