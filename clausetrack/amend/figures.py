"""New figures, or words, in place of stated old ones: all that they alone may change."""

from __future__ import annotations

from clausetrack import values
from clausetrack.amend import preconditions
from clausetrack.amend.everywhere import Text, texts
from clausetrack.amend.joined import bare, take_item
from clausetrack.amend.moves import contradicts, days_behind, left_over
from clausetrack.amend.narrower import kind_said
from clausetrack.amend.plan import Plan, Refusal
from clausetrack.amend.said import figure_for_figure, quotations
from clausetrack.amend.spans import in_place
from clausetrack.amend.splices import Splice, overlap
from clausetrack.amend.whose import of_another
from clausetrack.model import plain
from clausetrack.segment.wording import masked
from clausetrack.settlement import Amendment, StatedChange

NOT_READ = (
    "of the figure the order says “{}”, which the clause does not say or which was not understood;"
    " a person must carry it out"
)


def replace_figures(plan: Plan, target: str) -> Refusal | None:
    """Write each new figure, or new words, for the old in the one clause under `target` with it.

    All are sought in the base: what one puts in is not what another takes out.
    """
    amendment, said = plan.amendment, plan.amendment.said
    moved = amendment.wording == "figures" and figure_for_figure(said) is None
    days = {effective.date for effective in amendment.effective}
    if moved:
        days |= {day for one in exchanged(amendment) for day in days_behind(said, one)}
    if len(days) > 1:
        return Refusal(
            "needs-decision",
            "the figure moves in dated steps, and the terms do not give "
            f"the wording of {target} that says so",
        )
    here = plan.base.subtree(target)
    kind = kind_said(masked(said))
    every = [text for clause in here for text in texts(clause) if _is_in(kind, text, target)]
    exchanges: dict[int, list[Splice]] = {}
    for change in exchanged(amendment):
        found = preconditions.places([plain(text.runs) for text in every], change)
        if not found and kind:
            reason = f"{target} does not say {change.old} in a {kind}"
            return Refusal("precondition-failed", reason)
        if not found:
            return Refusal("precondition-failed", f"{target} does not say {change.old} by itself")
        if len(found) > 1:
            return Refusal("needs-decision", f"{change.old} stands more than once in {target}")
        at, start, end = found[0]
        one = every[at]
        if one.role == "heading":
            return Refusal(
                "needs-decision",
                f"{change.old} stands in a heading of {target}, and the terms do not print it",
            )
        if change.gone and one.role == "text" and bare(plain(one.runs)) == bare(change.old):
            if one.clause.kind == "bullet" and len(amendment.stated) == 1:
                return take_item(plan, one.clause)
            reason = f"“{change.old}” is all that {one.clause.id} says: is the whole of it to go?"
            return Refusal("needs-decision", reason)
        if reason := of_another(plan.base, target, said, one, found[0][1:], change):
            return Refusal("needs-decision", reason)
        if contradicts(said, change):
            reason = f"{change.new} in place of {change.old} is not what the order says is done"
            return Refusal("needs-decision", reason)
        text = plain(one.runs)
        if moved and (left := left_over(said, change, text[end:], preconditions.printed(here))):
            return Refusal("needs-decision", NOT_READ.format(left))
        made = one.exchange(start, end, change, in_place(text, start, change.new), plan)
        if isinstance(made, Refusal):
            return made
        exchanges.setdefault(at, []).append(made)
    for at, splices in exchanges.items():
        clause = every[at].clause
        if overlap(splices):
            return Refusal("needs-decision", f"what is to be replaced in {clause.id} overlaps")
        plan.splice(clause, *sorted(splices, key=lambda one: one.start))
    written = (plan.changed.get(one, plan.base[one]) for one in plan.splices)
    told = [change.new for change in exchanged(amendment)]
    told += [text for one in written for text in (one.heading_text, one.own_text)]
    says = {day.value for text in told for day in values.dates(text)}
    new = "words replace" if quotations(said) else "figure replaces"
    for day in sorted(days):
        if day in says:
            continue
        plan.find(
            "operative-later",
            f"the words say from {values.day_text(day)}, and the clause does not:"
            f" accepted as it is, the new {new} the old from the commencement",
            target,
        )
    return None


def _is_in(kind: str, text: Text, target: str) -> bool:
    """Does a text stand in the table, list or bullet of `target` that an order speaks of?"""
    if kind == "table":
        return text.clause.kind == "table"
    if kind == "bullet":
        return text.clause.kind == "bullet"
    return kind == "" or text.clause.id != target


def exchanged(amendment: Amendment) -> tuple[StatedChange, ...]:
    """The old figures or words that the instruction puts others in place of; () where not all.

    A figure alone is exchanged by itself only: two of them may be two steps of one. Figures in
    quotation marks are words, and given where the order says no more than that.
    """
    changes = amendment.stated
    if amendment.wording != "given" and quotations(amendment.said):
        return ()
    if not all(change.old and (change.new or change.gone) for change in changes):
        return ()
    return changes if len(changes) == 1 or amendment.wording == "given" else ()
