"""What is told of another side's tracked agreement: differences, and what agrees."""

from __future__ import annotations

from dataclasses import dataclass, field

from clausetrack.amend import targets
from clausetrack.diff.edits import ChangeEdit
from clausetrack.errors import UNREAD
from clausetrack.model import Document, Finding, Source
from clausetrack.settlement import Amendment, Applied, Instructions

#: In the order in which they are told: the gravest first.
KINDS = ("silent", "not-ordered", "absent", "different", "unverified", "agreed")
#: The reason of what agrees though no instruction says it.
FOLLOWS = "it follows from what was ordered for the list"
FOLLOWED = "the reference follows the number of what it means"


@dataclass(frozen=True, slots=True)
class Mark:
    """One tracked change of a Word file: `kind` is "inserted" or "deleted".

    `author` and `date` are as the file writes them, "" where it does not say.
    """

    kind: str
    author: str
    date: str
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Our words and theirs in one part of one clause.

    `part` is heading, text, table or number, or says where text outside the clauses stands.
    `edits` make `theirs` of `ours`, their offsets in `ours`; a table is given as its edits alone
    unless it came or went whole, then with a line a row.
    """

    clause: str
    part: str
    ours: str
    theirs: str
    edits: tuple[ChangeEdit, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference between our mark-up and theirs, or one thing in which they agree.

    `kind` is one of KINDS:

    - `silent`: their text with all changes rejected is not our base (`ours` is the base's words);
    - `not-ordered`: tracked, and no instruction orders it;
    - `absent`: ordered, and not done in theirs;
    - `different`: ordered, and done otherwise;
    - `unverified`: we did not carry the instruction out ourselves, so a person must hold what
      they tracked at its target (or that they tracked nothing) against the instruction;
    - `agreed`: ordered, and done as ordered.

    `clause` is the ID to look for: in the new agreement, or in the base where the clause is gone;
    "" for text outside the clauses. `clauses` are all clauses that this covers (a new clause with
    what is under it is one difference). `what` happened from our words to theirs: inserted,
    deleted, changed, moved, renumbered, split, joined, or none where no words are compared.
    `passages` hold the words; of an agreed change, `ours` are the base's and `theirs` the new ones.
    `amendment` is the ID of the instruction, "" without one. `reason` says what a person should
    know of it. `slight` is spacing, the shape of quotation marks and dashes, emphasis or the
    setting of a number or an amount alone. `renumbers` are later siblings that only took another
    number because of this. `place` is where it stands in the tracked file, `marks` the tracked
    changes there, `at` its rank in print.
    """

    kind: str
    clause: str
    what: str
    passages: tuple[Passage, ...] = ()
    amendment: str = ""
    reason: str = ""
    heading: str = ""
    slight: bool = False
    classes: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    renumbers: tuple[tuple[str, str], ...] = ()
    place: Source | None = None
    marks: tuple[Mark, ...] = ()
    at: int = field(default=0, repr=False)

    @property
    def ours(self) -> str:
        """Our words, a part of a clause on each line."""
        return "\n".join(one.ours for one in self.passages if one.ours)

    @property
    def theirs(self) -> str:
        """Their words, the same way."""
        return "\n".join(one.theirs for one in self.passages if one.theirs)

    @property
    def edits(self) -> tuple[ChangeEdit, ...]:
        """What makes their words of ours, passage by passage."""
        return tuple(edit for one in self.passages for edit in one.edits)


@dataclass(frozen=True)
class Reconciliation:
    """Another side's tracked agreement held against the base that we hold and the terms.

    `rejected` and `accepted` are the two versions that theirs holds. `differences` stand in the
    order of KINDS, each kind in the order of the document. `findings` are warnings about the
    comparison itself, such as text that was not read or could not be compared, the references of
    theirs that a change of theirs left pointing elsewhere, and what a table of ours says otherwise
    than the words that it was set in.
    """

    base: Document
    terms: Document
    instructions: Instructions
    applied: Applied
    rejected: Document
    accepted: Document
    differences: tuple[Difference, ...]
    findings: tuple[Finding, ...] = ()

    def of(self, kind: str) -> tuple[Difference, ...]:
        """The differences of one kind."""
        return tuple(one for one in self.differences if one.kind == kind)

    def order(self, one: Difference) -> Amendment | None:
        """The instruction that a difference is about; None without one."""
        found = (outcome.amendment for outcome in self.applied.outcomes)
        return next((each for each in found if each.id == one.amendment), None)

    def wording(self, one: Difference) -> str:
        """What the terms print for the instruction of a difference, a clause or a row on a line."""
        order = self.order(one)
        if order is None or order.fragment is None:
            return ""
        given = targets.wording_of(self.terms, order, self.instructions.amendments)
        clauses = [each for unit in given.units for each in given.tree.subtree(unit.id)]
        lines: list[str] = []
        for each in clauses:
            lines += [each.printed, *map("\t".join, each.table.texts if each.table else ())]
        return "\n".join(filter(str.strip, lines))

    @property
    def differs(self) -> bool:
        """Is there anything that is not agreed, or that nobody read?"""
        if any(one.code in UNREAD for one in self.findings):
            return True
        return any(one.kind != "agreed" for one in self.differences)
