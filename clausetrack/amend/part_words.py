"""Words in place of words in a part of a clause: "in its second sentence, replace “x” with “y”"."""

from __future__ import annotations

from collections.abc import Iterator

from clausetrack.amend.defined import defined
from clausetrack.amend.everywhere import Text, texts
from clausetrack.amend.moves import contradicts
from clausetrack.amend.plan import Plan, Refusal
from clausetrack.amend.preconditions import places
from clausetrack.amend.rows import find_row
from clausetrack.amend.sentence import find_sentence
from clausetrack.amend.spans import in_place
from clausetrack.amend.splices import Splice, overlap
from clausetrack.amend.within import meant
from clausetrack.model import Clause, plain
from clausetrack.settlement import Part

#: A text and the stretch of it that the part is.
Stretch = tuple[Text, int, int]


def change_words(plan: Plan, target: str | None) -> Refusal | None:
    """Put the stated words in place of the old ones, which the part must say once."""
    part = plan.amendment.part
    assert part is not None
    found = _stretches(plan, part, target)
    if isinstance(found, Refusal):
        return found
    clause, stretches = found
    called = f"the {part.kind} of {target}" if target else f"the {part.kind}"
    exchanges: list[tuple[int, Splice]] = []
    for change in plan.amendment.stated:
        said_there = [plain(text.runs)[start:end] for text, start, end in stretches]
        here = [
            (at, stretches[at][1] + first, stretches[at][1] + last)
            for at, first, last in places(said_there, change)
        ]
        if not here:
            said = f"{called} that is meant does not say “{change.old}”"
            return Refusal("precondition-failed", said)
        if len(here) > 1:
            return Refusal("needs-decision", f"“{change.old}” stands more than once in {called}")
        if contradicts(plan.amendment.said, change):
            reason = f"{change.new} in place of {change.old} is not what the order says is done"
            return Refusal("needs-decision", reason)
        at, first, last = here[0]
        text = stretches[at][0]
        new = in_place(plain(text.runs), first, change.new)
        made = text.exchange(first, last, change, new, plan)
        if isinstance(made, Refusal):
            return made
        exchanges.append((at, made))
    exchanges.sort(key=lambda each: (each[0], each[1].start))
    splices = [one for _, one in exchanges]
    if overlap(splices):
        return Refusal("needs-decision", f"what is to be replaced in {called} overlaps")
    plan.splice(clause, *splices)
    return None


def _stretches(
    plan: Plan, part: Part, target: str | None
) -> tuple[Clause, list[Stretch]] | Refusal:
    """The clause that holds the part, and the text or the cells that the part is."""
    if part.kind == "definition":
        clause = defined(plan, part.which, target)
        return clause if isinstance(clause, Refusal) else (clause, list(_whole(clause, "text")))
    if target is None:
        return Refusal("target-unnamed", f"the terms name no clause whose {part.kind} this is")
    here = plan.base[target]
    if part.kind == "heading":
        if not here.heading:
            return Refusal("target-missing", f"{target} has no heading of its own")
        return here, list(_whole(here, "heading"))
    if part.kind == "sentence":
        found = find_sentence(plan, part, target)
        if isinstance(found, Refusal):
            return found
        spans, at = found
        return here, [(text, *spans[at]) for text, _, _ in _whole(here, "text")]
    if part.kind == "row":
        place = find_row(plan, part, target)
        if isinstance(place, Refusal):
            return place
        table, row = place
        return table, [one for one in _whole(table, "cell") if one[0].row == row]
    alike = meant(plan, part, target)
    if isinstance(alike, Refusal):
        return alike
    one = alike[0][alike[1]]
    return one, list(_whole(one, "text"))


def _whole(clause: Clause, role: str) -> Iterator[Stretch]:
    for text in texts(clause):
        if text.role == role:
            yield text, 0, len(plain(text.runs))
