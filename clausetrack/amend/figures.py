"""New figures, or words, in place of stated old ones: all that they alone may change."""

from __future__ import annotations

from itertools import pairwise

from clausetrack import values
from clausetrack.amend import preconditions
from clausetrack.amend.plan import Plan, Refusal
from clausetrack.amend.splices import Splice
from clausetrack.amend.tree import wording
from clausetrack.settlement import Amendment, StatedChange


def replace_figures(plan: Plan, target: str) -> Refusal | None:
    """Write each new figure, or new words, for the old in the one clause under `target` with it.

    All are sought in the base: what one puts in is not what another takes out.
    """
    amendment = plan.amendment
    if len({effective.date for effective in amendment.effective}) > 1:
        return Refusal(
            "needs-decision",
            "the figure moves in dated steps, and the terms do not give "
            f"the wording of {target} that says so",
        )
    under = plan.base.subtree(target)
    places: dict[str, list[tuple[int, int, str]]] = {}
    for change in exchanged(amendment):
        if len(preconditions.occurrences(wording(under), change.old)) != 1:
            return Refusal("needs-decision", f"{change.old} stands more than once in {target}")
        found = [
            (clause.id, *span)
            for clause in under
            for span in preconditions.occurrences(clause.own_text, change.old)
        ]
        if not found:
            return Refusal(
                "needs-decision",
                f"{change.old} stands in a heading or a table of {target}, "
                "and the terms do not print it",
            )
        clause_id, start, end = found[0]
        text = plan.base[clause_id].own_text
        if change.gone or change.new[:1] in ",.;:":  # no space is left before what follows
            start = len(text[:start].rstrip())
        if change.gone and not start:
            end += len(text[end:]) - len(text[end:].lstrip())
        places.setdefault(clause_id, []).append((start, end, change.new))
    for clause_id, spans in places.items():
        clause = plan.base[clause_id]
        ordered = sorted(spans)
        if any(later[0] < earlier[1] for earlier, later in pairwise(ordered)):
            return Refusal("needs-decision", f"what is to be replaced in {clause_id} overlaps")
        source = amendment.source
        plan.splice(
            clause,
            *(Splice(clause_id, "text", *span, source=source) for span in ordered),
        )
    says = {
        day.value
        for clause_id in places
        for text in (
            plan.changed.get(clause_id, plan.base[clause_id]).own_text,
            plan.base[clause_id].heading_text,
        )
        for day in values.dates(text)
    }
    for effective in amendment.effective:
        if effective.date in says:
            continue
        plan.find(
            "operative-later",
            f"the words say from {values.day_text(effective.date)}, and the clause does not:"
            " accepted as it is, the new figure replaces the old from the commencement",
            target,
        )
    return None


def exchanged(amendment: Amendment) -> tuple[StatedChange, ...]:
    """The old figures or words that the instruction puts others in place of; () where not all.

    A figure alone is exchanged by itself only: two of them may be two steps of one.
    """
    changes = amendment.stated
    if not all(change.old and (change.new or change.gone) for change in changes):
        return ()
    return changes if len(changes) == 1 or amendment.wording == "given" else ()
