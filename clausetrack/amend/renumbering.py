"""A number that is taken: later siblings move up by one, and references to them go stale."""

from __future__ import annotations

from dataclasses import replace

from clausetrack import numbering
from clausetrack.amend.plan import Plan, Refusal
from clausetrack.amend.tree import following, ranked
from clausetrack.model import Clause, Runs, plain


def shift(standing: dict[str, str], number: str) -> Refusal | None:
    """Free `number` in a family: it and all later siblings move up by one.

    `standing` (number now -> ID in the base) is changed; only an unbroken run of numbers moves.
    """
    order = ranked(list(standing))
    run = order[order.index(number) :]
    moved = [following(one, order) for one in run]
    if run[1:] != moved[:-1]:
        at = next(i for i, after in enumerate(run[1:]) if moved[i] != after)
        return Refusal(
            "needs-decision",
            f"clause {number} is there already with another provision, and its later siblings "
            f"cannot move up by one: {run[at]} is followed by {run[at + 1]}",
        )
    freed = [standing.pop(one) for one in run]
    standing.update(zip(moved, freed, strict=True))
    return None


def record(plan: Plan, standing: dict[str, str]) -> None:
    """Note in the plan which siblings have moved, with everything under them."""
    order = [number for number in ranked(list(standing)) if standing[number] != number]
    runs: list[list[str]] = []
    for number in order:
        old = standing[number]
        plan.shifted[old] = number
        plan.touched |= {number, *(clause.id for clause in plan.base.subtree(old))}
        if runs and following(runs[-1][-1], order) == number:
            runs[-1].append(number)
        else:
            runs.append([number])
    for run in runs:
        old = standing[run[0]] + (f" to {standing[run[-1]]}" if len(run) > 1 else "")
        new = run[0] + (f" to {run[-1]}" if len(run) > 1 else "")
        plan.notes.append(f"{old} became {new}")


def relabelled(clause: Clause, new_id: str) -> Clause:
    """The clause with the ID `new_id`, and the number that it prints changed to suit."""
    was, now = own_number(clause.id), own_number(new_id)
    label = clause.label
    if was != now and plain(label):
        bare = (was, now) if was in plain(label) else (was.strip("()"), now.strip("()"))
        label = _replaced(label, *bare)
    return clause._replace(id=new_id, number=clause.number.replace(was, now), label=label)


def _replaced(runs: Runs, was: str, now: str) -> Runs:
    """`runs` with the one occurrence of `was` written `now`, in the emphasis that it begins in."""
    at = plain(runs).find(was)
    if at < 0:
        return runs
    out, place = [], 0
    for run in runs:
        first, last = max(at - place, 0), min(at + len(was) - place, len(run.text))
        put = now if 0 <= at - place < len(run.text) else ""
        text = run.text[:first] + put + run.text[last:] if first < last else run.text
        out.append(replace(run, text=text))
        place += len(run.text)
    return tuple(out)


def own_number(clause_id: str) -> str:
    """The part of an ID that its own number is: "(m)" of 1.8(m), else the digits."""
    found = numbering.parse(clause_id)
    return f"({found.labels[-1]})" if found.labels else ".".join(found.numbers)
