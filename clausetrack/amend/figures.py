"""A figure in place of exactly one stated old figure: all that figures alone may change."""

from __future__ import annotations

from dataclasses import replace

from clausetrack.amend import preconditions
from clausetrack.amend.plan import Plan, Refusal
from clausetrack.amend.tree import wording
from clausetrack.model import Run, Runs
from clausetrack.settlement import Amendment, StatedChange


def replace_figure(plan: Plan, target: str) -> Refusal | None:
    """Write the new figure for the old one in the one clause under `target` that has it."""
    amendment = plan.amendment
    change = only_change(amendment)
    if change is None:
        return Refusal("needs-decision", f"the terms give figures for {target} and not its wording")
    if len({effective.date for effective in amendment.effective}) > 1:
        return Refusal(
            "needs-decision",
            "the figure moves in dated steps, and the terms do not give "
            f"the wording of {target} that says so",
        )
    under = plan.base.subtree(target)
    if len(preconditions.occurrences(wording(under), change.old)) != 1:
        return Refusal("needs-decision", f"{change.old} stands more than once in {target}")
    for clause in under:
        spans = preconditions.occurrences(clause.own_text, change.old)
        if spans:
            text = _put(clause.text, *spans[0], change.new, amendment)
            plan.changed[clause.id] = replace(clause, text=text)
            plan.touched.add(clause.id)
            return None
    return Refusal(
        "needs-decision",
        f"{change.old} stands in a heading or a table of {target}, and the terms do not print it",
    )


def only_change(amendment: Amendment) -> StatedChange | None:
    """The one old figure that the instruction states with its new one, if it states just one."""
    if len(amendment.stated) != 1:
        return None
    change = amendment.stated[0]
    return change if change.old and change.new else None


def _put(runs: Runs, start: int, end: int, text: str, amendment: Amendment) -> Runs:
    """`runs` with `text` for the characters from `start` to `end`, in the emphasis found there."""
    out: list[Run] = []
    at = 0
    for run in runs:
        first, last = max(start - at, 0), min(end - at, len(run.text))
        if first >= last:
            out.append(run)
        else:
            if first:
                out.append(_cut(run, 0, first))
            if start >= at:
                out.append(Run(text, run.emphasis, source=amendment.source))
            if last < len(run.text):
                out.append(_cut(run, last, len(run.text)))
        at += len(run.text)
    return tuple(out)


def _cut(run: Run, first: int, last: int) -> Run:
    """A stretch of a run, with the offsets of that stretch in its source."""
    source = run.source
    if source is not None:
        source = replace(source, start=source.start + first, end=source.start + last)
    return replace(run, text=run.text[first:last], source=source)
