"""One of the places that say some words, and all the words behind or before others."""

from __future__ import annotations

from clausetrack.amend.everywhere import doubt, occurrences, places, texts
from clausetrack.amend.joined import is_joined
from clausetrack.amend.plan import Plan, Refusal, undecided
from clausetrack.amend.splices import Splice
from clausetrack.model import plain
from clausetrack.settlement import Part
from clausetrack.values import counted

KINDS = frozenset(("occurrence", "rest"))
_STOPS = ".,;:"
_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"))


def carry_out(plan: Plan, part: Part, target: str) -> Refusal | None:
    """Plan what the instruction orders for a stretch of `target`."""
    return (_at_one_place if part.kind == "occurrence" else _rest)(plan, part, target)


def _at_one_place(plan: Plan, part: Part, target: str) -> Refusal | None:
    """The new words at the place that is counted among those of one text."""
    change = plan.amendment.stated[0]
    every = [text for clause in plan.base.subtree(target) for text in texts(clause)]
    for text in every:
        if why := doubt(plain(text.runs), change):
            said = f"it is not certain which places are meant by “{change.old}”"
            return undecided(f"{said}: {text.clause.id} has {why}")
    found = [(text, spans) for text in every if (spans := places(plain(text.runs), change))]
    if not found:
        return Refusal("precondition-failed", f"“{change.old}” stands nowhere in {target}")
    text, spans = found[0]
    if len(found) > 1 or text.role != "text":
        said = f"“{change.old}” stands in several texts of {target}, or in a heading or a table"
        return undecided(f"{said}: which place is counted is not certain")
    at = len(spans) - 1 if part.which == "-1" else int(part.which) - 1
    if at >= len(spans):
        stood = counted(len(spans), "place")
        return Refusal("precondition-failed", f"“{change.old}” stands in {stood} of {target}")
    start, end, new = spans[at]
    made = text.exchange(start, end, change, new, plan)
    if isinstance(made, Refusal):
        return made
    plan.splice(text.clause, made)
    return None


def _rest(plan: Plan, part: Part, target: str) -> Refusal | None:
    """All that the text of `target` says behind or before some words goes; a stop at its end stays.

    Other words may come in its place.
    """
    clause, words, new = plan.base[target], part.which, part.words
    text = clause.own_text
    if below := [one.id for one in plan.base.under(target) if one.kind != "note"]:
        return undecided(f"more stands under {target}: {below[0]}")
    found = occurrences(text, words)
    if not found:
        return Refusal("precondition-failed", f"{target} does not say “{words}” by itself")
    if len(found) + len(occurrences(clause.heading_text, words)) > 1:
        return undecided(f"“{words}” stands more than once in {target}")
    start, end = 0, found[0][0]
    if part.place == "after":
        start, end = found[0][1], len(text.rstrip())
        if is_joined(text) or text.rstrip().endswith(":"):
            said = f"{target} is joined to what follows it, and the terms do not say how it ends"
            return undecided(said)
        if text[:end].endswith(tuple(_STOPS)) and not (new or words).endswith(tuple(_STOPS)):
            end -= 1
    gone = text[start:end]
    if not gone.strip(_STOPS + " "):
        return Refusal("precondition-failed", f"{target} has nothing {part.place} “{words}”")
    if part.place == "before":
        if not new and text[:1].isupper() and text[end].islower():
            return undecided(f"“{words}” would begin {target}, and has no capital")
        new = f"{new} " if new else ""
    elif new and new[0] not in _STOPS:
        new = f" {new}"
    left = f"{text[:start]}{text[end:]}"
    if any(left.count(one) != left.count(other) for one, other in _PAIRS):
        return undecided(f"a bracket or a quotation of {target} would stay open")
    plan.splice(clause, Splice(target, "text", start, end, new, source=plan.amendment.source))
    return None
