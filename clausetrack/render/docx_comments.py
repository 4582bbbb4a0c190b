"""What the comments of the working copy say, and where: one an instruction, one a finding."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from clausetrack import numbering
from clausetrack.model import Clause, Document, Finding
from clausetrack.ooxml.comments import Comment
from clausetrack.ooxml.names import Element, w
from clausetrack.render.docx_base import Base
from clausetrack.render.items import item_called, operative, spelled_out
from clausetrack.settlement import Amendment, Applied, Edit, Outcome

_LONGEST = 2000  # characters of an instruction that a comment quotes; texts are hostile


@dataclass(frozen=True)
class Anchors:
    """Where the clauses stand in the marked-up file.

    `first` is the first paragraph that each amendment changed, `made` the first new block of each
    inserted clause, `marks` the changes of an amendment where others change the paragraph as well.
    """

    page: Base
    base: Document
    applied: Applied
    first: Mapping[str, Element]
    made: Mapping[str, Element]
    marks: Mapping[str, tuple[Element, ...]] = field(default_factory=dict)

    def outcome(self, outcome: Outcome) -> Element | None:
        """The first change of an amendment, else its target, a sibling's clause, or the title."""
        order = outcome.amendment
        if outcome.done and order.id in self.first:
            return self.first[order.id]
        found = self._around(order.target or "", deleted=True)
        if found is None and order.target is None:
            found = self._sibling(order)
        return found if found is not None else self._title

    def finding(self, finding: Finding) -> Element | None:
        """The clause of a finding, the nearest one around it, or the title."""
        found = self._around(finding.clause, deleted=finding.code == "child-repealed")
        return found if found is not None else self._title

    def _sibling(self, order: Amendment) -> Element | None:
        """Where another amendment of the same item belongs."""
        siblings = [o.amendment for o in self.applied.outcomes if o.amendment.item == order.item]
        for other in siblings:
            found = self._around(other.target or "", deleted=True)
            if found is None:
                found = self.first.get(other.id)
            if found is not None:
                return found
        return None

    def _around(self, clause_id: str, *, deleted: bool) -> Element | None:
        """The first paragraph of a clause, of the nearest clause around it, or of its Part.

        Of an ID that a repealed and a new clause share, `deleted` says which is meant.
        """
        around = (self._clause(one, deleted) for one in _upwards(clause_id))
        return next((found for found in around if found is not None), None)

    def _clause(self, clause_id: str, deleted: bool) -> Element | None:
        was, stays = self._edits["old", clause_id], self._edits["new", clause_id]
        for edit in (*was, *stays) if deleted else (*stays, *was):
            if edit.new is not None and edit.new.id in self.made:
                return self.made[edit.new.id]
            found = None if edit.old is None else self._paragraph(edit.old)
            if found is not None:
                return found
        return None

    @cached_property
    def _edits(self) -> Mapping[tuple[str, str], list[Edit]]:
        """The edits by the ID of the old and of the new clause."""
        out: defaultdict[tuple[str, str], list[Edit]] = defaultdict(list)
        for edit in self.applied.edits:
            if edit.old is not None:
                out["old", edit.old.id].append(edit)
            if edit.new is not None:
                out["new", edit.new.id].append(edit)
        return out

    def _paragraph(self, clause: Clause) -> Element | None:
        for block in self.page.blocks(clause):
            return next(block.iter(w("p")))
        return None

    @cached_property
    def _title(self) -> Element | None:
        return next((self.page.holders[at] for at, text in sorted(self.page.texts.items())
                     if text.original.strip()), None)  # fmt: skip


def _upwards(clause_id: str) -> Iterator[str]:
    """A clause, what it stands under by its number, and the Part that its number begins with."""
    yield clause_id
    try:
        named = numbering.parse(clause_id)
    except ValueError:
        return
    here = named.parent
    while here is not None:
        yield str(here)
        here = here.parent
    if named.numbers and not named.division:
        yield f"Part {named.numbers[0]}"


def comments(anchors: Anchors, findings: Sequence[Finding]) -> list[Comment]:
    """A comment for each outcome, then one for each of `findings` that asks for a decision."""
    outcomes = anchors.applied.outcomes
    out = [
        (anchors.outcome(one), comment_text(one, outcomes), anchors.marks.get(one.amendment.id, ()))
        for one in outcomes
    ]
    orders = [one.amendment for one in outcomes]
    for finding in findings:
        if finding.severity != "info":
            text = f"To check: {spelled_out(finding.message, orders)}"
            out.append((anchors.finding(finding), text, ()))
    return [Comment(at, text, marks) for at, text, marks in dict.fromkeys(out) if at is not None]


def comment_text(outcome: Outcome, outcomes: Sequence[Outcome] = ()) -> str:
    """What the comment on an outcome says: item, action, status, instruction, operative dates.

    `outcomes` are all of them: what else of the item was not applied is said as well.
    """
    order = outcome.amendment
    name = item_called(order.item)
    title = f"{name[:1].upper()}{name[1:]}"
    title += f" ({order.id}), {order.action}" if name != order.item else f", {order.action}"
    if outcome.status == "applied-from-tracked":
        title += ": applied with the wording of the tracked agreement, not of the terms"
    elif outcome.status != "applied":
        title += f": not applied ({outcome.status})"
    if outcome.reason:
        title += f": {outcome.reason}"
    quoted = order.instruction
    if len(quoted) > _LONGEST:
        quoted = f"{quoted[:_LONGEST]}… (cut short here: {name} of the terms has the whole)"
    lines = [title, f"Instruction: {quoted}"]
    rest = list(dict.fromkeys(_rest(outcome, outcomes)))
    if outcome.done and rest:
        lines.append(f"The rest of {name} was not applied: {', '.join(rest)}")
    if order.effective:
        lines.append(f"Operative: {'; '.join(map(operative, order.effective))}")
    return "\n".join(lines)


def _rest(outcome: Outcome, outcomes: Sequence[Outcome]) -> Iterator[str]:
    """The statuses of what the same item orders and was not applied."""
    for other in outcomes:
        if other.amendment.item == outcome.amendment.item and not other.done:
            yield other.status
