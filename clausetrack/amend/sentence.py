"""One sentence of the text of a clause: found by counting, taken out, replaced, or put in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausetrack.amend import preconditions
from clausetrack.amend.plan import Plan, Refusal, undecided
from clausetrack.amend.spans import is_finished, sentences
from clausetrack.amend.splices import Splice
from clausetrack.model import Clause, Runs, plain
from clausetrack.settlement import Part
from clausetrack.values import counted

_OPENS = re.compile(
    r"(?:The|An?|This|That|These|Those|It|They|He|She|We|Each|Every|Any|All|No|If|Where|When|Such)\b"
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|shall|will|may|must|should|can|could|has|have|had|do|does|did"
    r"|apply|applies|means?|includes?|receives?|takes?|works?|pays?)\b", re.I
)  # fmt: skip


def find_sentence(
    plan: Plan, part: Part, target: str
) -> tuple[list[tuple[int, int]], int] | Refusal:
    """Where the sentences of `target` stand in its text, and which of them is meant."""
    text = plan.base[target].own_text
    if not text:
        return undecided(f"{target} has no text of its own whose sentence this is")
    spans = sentences(text)
    if spans is None:
        return undecided(f"it is not certain where the sentences of {target} end")
    below = plan.base.under(target)
    at_end = part.place == "end" or part.which == "-1"
    if below and at_end:
        return undecided(
            f"{below[0].id} follows the text of {target}: its last sentence is not certain"
        )
    first = text[slice(*spans[0])]
    told = [preconditions.occurrences(text, one.old) for one in plan.amendment.stated]
    opens = _may_be_heading(first) and plan.base[target].number and not plan.base[target].heading
    if opens and not at_end and any(len(found) != 1 for found in told or [[]]):
        return undecided(f"“{first}” may be a heading: which sentence is meant is not certain")
    at = len(spans) - 1 if at_end else int(part.which) - 1
    if at >= len(spans):
        said = f"the text of {target} has {counted(len(spans), 'sentence')}"
        if any(one.kind != "note" for one in below):
            return undecided(f"{said}, and more stands under it")
        return Refusal("target-missing", said)
    return spans, at


def _may_be_heading(sentence: str) -> bool:
    """Is what opens a text a heading run into it ("Study leave.") and no sentence?"""
    words = sentence.split()
    return len(words) < 7 and not (_OPENS.match(sentence) or _VERB.search(sentence))


def change_sentence(
    plan: Plan, part: Part, target: str, wording: Sequence[Clause]
) -> Refusal | None:
    """One sentence of the text of `target`."""
    clause = plan.base[target]
    found = find_sentence(plan, part, target)
    if isinstance(found, Refusal):
        return found
    spans, at = found
    start, end = spans[at]
    if not is_finished(clause.own_text[start:end]):
        return undecided(f"sentence {at + 1} of {target} does not end in its text")
    action, words = plan.amendment.action, ""
    if action == "repeal":
        if len(spans) == 1:
            return undecided(f"{target} has no other sentence")
        start = spans[at - 1][1] if at else start  # with the space before it
    else:
        given = only_words(wording)
        words = plain(given).strip() if given else ""
        if part.place == "end" and part.words and not is_finished(words):
            return _run_on(plan, clause, words)
        if not words or not is_finished(words):
            return undecided("the terms do not print a whole sentence")
        if action == "insertion" and part.place == "before":
            words, end = f"{words} ", start
        elif action == "insertion":
            words, start = f" {words}", end
    plan.splice(clause, Splice(target, "text", start, end, words, source=plan.amendment.source))
    return None


def _run_on(plan: Plan, clause: Clause, words: str) -> Refusal | None:
    """Words at the end of the last sentence of a clause: before its full stop."""
    text = clause.own_text
    if not text.endswith("."):
        return undecided(f"{clause.id} does not end in a full stop")
    said, end = words if words[0] in ",;" else f" {words}", len(text) - 1
    plan.splice(clause, Splice(clause.id, "text", end, end, said, source=plan.amendment.source))
    return None


def only_words(wording: Sequence[Clause]) -> Runs | None:
    """The words that the terms print, where it is one paragraph of prose."""
    if len(wording) != 1 or wording[0].table is not None or wording[0].heading:
        return None
    return wording[0].text
