"""An order on a part of a clause, carried out: that part, and nothing else.

Where the part is not certain, or the terms print something else than such a part, it is refused.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausetrack import numbering
from clausetrack.amend.defined import defined, goes_on, put_definition, take_definition
from clausetrack.amend.joined import bare, in_one_form, take_item
from clausetrack.amend.plan import Insertion, Plan, Refusal, undecided
from clausetrack.amend.rows import change_rows
from clausetrack.amend.sentence import change_sentence, only_words
from clausetrack.amend.splices import Splice
from clausetrack.amend.tree import citation, folded
from clausetrack.model import Clause, Document, Run, plain
from clausetrack.segment.phrases import DIVISION
from clausetrack.settlement import Part
from clausetrack.values import counted

_LABEL = re.compile(r"Notes?(?: \d+)?\s*[:.–—-]\s*")
_NUMBER = re.compile(
    rf"(?P<number>{DIVISION} {numbering.DESIGNATION}"
    r"|(?:[Cc]lause )?\d[\d.]*[A-Z]?)(?!\w)"
    r"(?:[:.\s–—-]+(?=\S)|\Z)"
)
_NUMBERED_NOTE = re.compile(r"(\d+)")


def carry_out(plan: Plan, terms: Document, target: str | None) -> Refusal | None:
    """Plan what the instruction orders for its part of `target`."""
    part = plan.amendment.part
    assert part is not None
    if target is None and part.kind != "definition":
        return Refusal("target-unnamed", f"the terms name no clause whose {part.kind} this is")
    wording = _wording(plan, terms)
    if plan.amendment.action != "repeal" and not wording:
        return undecided(f"the terms print no wording for the {part.kind}")
    if part.kind == "row":
        return change_rows(plan, part, target or "", wording)
    if part.kind == "definition":
        if plan.amendment.action == "insertion":
            return put_definition(plan, part, target or "", wording)
        return take_definition(plan, part, target, wording)
    if part.kind == "sentence":
        return change_sentence(plan, part, target or "", wording)
    if part.kind == "heading":
        return _heading(plan, target or "", wording)
    return _of_a_list(plan, part, target or "", wording)


def _wording(plan: Plan, terms: Document) -> list[Clause]:
    """What the terms print for the part, clause by clause, or quote in the instruction itself."""
    amendment, part = plan.amendment, plan.amendment.part
    if part is not None and part.words:
        words = (Run(part.words, source=amendment.source),)
        return [Clause("", "text", text=words, source=amendment.source)]
    return list(terms.fragment(amendment.fragment)) if amendment.fragment else []


def holder(plan: Plan, part: Part, target: str | None) -> str | Refusal | None:
    """The clause that the part is counted in: `target`, or the part of it that holds it."""
    if part.within is None:
        return target
    if part.within.kind == "definition":
        found = defined(plan, part.within.which, target)
        if isinstance(found, Refusal):
            return found
        if goes_on(plan, found) and "-1" in {part.which, "-1" if part.place == "end" else ""}:
            return undecided(f"it is not certain where the definition in {found.id} ends")
        return found.id
    if target is None:
        said = f"the terms name no clause whose {part.within.kind} this is"
        return Refusal("target-unnamed", said)
    alike = meant(plan, part.within, target)
    return alike if isinstance(alike, Refusal) else alike[0][alike[1]].id


def _rewrite(plan: Plan, clause: Clause, after: Clause) -> None:
    plan.touched.add(clause.id)
    before = (clause.heading_text, clause.own_text)
    if (after.heading_text, after.own_text) != before:
        plan.changed[clause.id] = after


# -------------------------------------------------------------------------------------- headings


def _heading(plan: Plan, target: str, wording: Sequence[Clause]) -> Refusal | None:
    """The heading of `target`, without the number before it."""
    clause = plan.base[target]
    if not clause.heading:
        return Refusal("target-missing", f"{target} has no heading of its own")
    first = wording[0]
    if len(wording) != 1 or bool(first.heading) == bool(first.text) or first.table is not None:
        return undecided(f"the terms print more than a heading for {target}")
    runs = first.heading or first.text
    new = plain(runs).strip()
    if first.number and first.id != target:
        return undecided(f"the terms print a heading for {first.id}")
    if new.endswith((".", ";", ":")) and not clause.heading_text.endswith(new[-1]):
        return undecided(f"“{new}” is a sentence, and no heading")
    label = _NUMBER.match(new)
    if label and not first.number:
        if str(citation(label["number"]) or "") != target or label.end() == len(new):
            return undecided(f"“{new}” has a number: is {target} to bear it?")
        new = new[label.end() :]
    whole = Splice(target, "heading", 0, len(clause.heading_text), new, source=runs[0].source)
    plan.splice(clause, whole)
    return None


# ----------------------------------------------------------------------------- bullets and notes


def _of_a_list(plan: Plan, part: Part, target: str, wording: Sequence[Clause]) -> Refusal | None:
    """One bullet or note under `target`."""
    found = meant(plan, part, target)
    if isinstance(found, Refusal):
        return found
    alike, at = found
    old = alike[at]
    base = plan.base
    if old.id == target and plan.amendment.action != "substitution":
        return undecided(f"{target} begins with that paragraph")
    if base.under(old.id) and old.id != target:
        return undecided(f"more stands under {old.id}")
    if plan.amendment.action == "repeal":
        if not _counted(part.which):
            return take_item(plan, old)
        plan.repeal(old)
        return None
    if plan.amendment.action == "insertion":
        texts = [one.own_text for one in (*alike[-2:], *wording)]
        if part.place == "last" and not in_one_form(texts):
            said = f"the list of {target} does not end as its other items do, or as the new one"
            return undecided(said)
        place = base.at[old.id] if part.place == "before" else base.end(old.id)
        return insert_alike(plan, wording, old, place)
    runs = only_words(wording)
    if runs is None:
        return undecided(f"the terms do not print one {part.kind}")
    label = _LABEL.match(plain(runs)) if part.kind == "note" else None
    if label:
        if folded(label[0]) != folded(plain(old.label)):
            return undecided(f"the terms print another label than {old.id} has")
        runs = (Run(plain(runs)[label.end() :], source=runs[0].source),)
    _rewrite(plan, old, old._replace(text=runs))
    return None


def meant(plan: Plan, part: Part, target: str) -> tuple[list[Clause], int] | Refusal:
    """The bullets or notes among which the part is, and which of them."""
    base = plan.base
    if part.kind == "paragraph":
        return _paragraph(plan, part, target)
    alike = [one for one in base.under(target) if one.kind == part.kind]
    if not alike:
        alike = [one for one in base.subtree(target) if one.kind == part.kind]
    if len({one.parent for one in alike}) > 1:
        return undecided(f"{target} has {part.kind}s in several places")
    if not alike:
        return Refusal("target-missing", f"{target} has no {part.kind}")
    if part.kind == "bullet":
        siblings = [one.kind for one in base.under(alike[0].parent)]
        first = siblings.index("bullet")
        if siblings[first : first + len(alike)] != ["bullet"] * len(alike):
            return undecided(f"{target} has several lists of bullets")
    said = counted(len(alike), part.kind)
    if part.kind == "bullet" and not _counted(part.which):
        return _by_words(alike, part.which, target)
    at_end = part.place in {"end", "last"}
    if not part.which and not at_end:
        if len(alike) > 1:
            return undecided(f"{target} has {said}, and the terms do not say which")
        return alike, 0
    at = len(alike) - 1 if part.which == "-1" or at_end else int(part.which) - 1
    if at >= len(alike):
        return Refusal("target-missing", f"{target} has {said}")
    number = _NUMBERED_NOTE.search(plain(alike[at].label)) if part.kind == "note" else None
    if number and number[1] != str(at + 1):
        return undecided(f"{alike[at].id} is numbered otherwise")
    return alike, at


def _counted(which: str) -> bool:
    return not which or which.removeprefix("-").isdigit()


def _by_words(
    alike: list[Clause], words: str, target: str
) -> tuple[list[Clause], int] | Refusal:
    """The one bullet that says no more than `words`, however it is joined to the next."""
    found = [at for at, one in enumerate(alike) if bare(one.own_text) == bare(words)]
    if len(found) == 1:
        return alike, found[0]
    if found:
        return undecided(f"several bullets of {target} say “{words}”")
    return Refusal("target-missing", f"{target} has no bullet that says “{words}” and no more")


def _paragraph(plan: Plan, part: Part, target: str) -> tuple[list[Clause], int] | Refusal:
    """The paragraphs of the text of `target`, its own first, where it is certain what counts."""
    base = plan.base
    below = base.under(target)
    if any(one.kind not in {"text", "note"} for one in below):
        return undecided(f"it is not certain what counts as a paragraph of {target}")
    alike = [one for one in (base[target], *below) if one.own_text and one.kind != "note"]
    at = len(alike) - 1 if part.which == "-1" else int(part.which) - 1
    if at >= len(alike):
        said = f"{target} has {counted(len(alike), 'paragraph')}"
        return Refusal("target-missing", said)
    return alike, at


def insert_alike(
    plan: Plan, wording: Sequence[Clause], beside: Clause, place: int
) -> Refusal | None:
    """Each paragraph of the wording as a clause of the kind of `beside`, before `place`."""
    if any(one.table is not None or one.heading or not one.text for one in wording):
        return undecided(f"the terms print something else than a {beside.kind}")
    for number, one in enumerate(wording, 1):
        name = f"{plan.amendment.id}|{number}"
        new = Clause(beside.id, beside.kind, text=one.text, citable=False, source=one.source)
        plan.inserted.append(Insertion(place, new, name, beside.parent, beside.parent or ""))
    # two that come in at one place are in conflict: the terms do not say which is first
    plan.touched |= {beside.id, f"{beside.parent} at {place}"}
    return None
