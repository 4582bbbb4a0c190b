"""What terms of settlement order, and what became of it: amendments, operations, outcomes.

Frozen values and no I/O, as in `model`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from clausetrack.articles import in_clauses
from clausetrack.model import Clause, Document, Finding, Source

#: Why an order that was not understood is not carried out (`Amendment.held`).
UNREAD = "it speaks of a change in words that were not understood; a person must decide"


@dataclass(frozen=True, slots=True)
class Effective:
    """A day on which something inside the wording begins to operate, and what it is said of."""

    date: date
    applies_to: str = ""


@dataclass(frozen=True, slots=True)
class StatedChange:
    """An old figure that the instruction states, and the new one ("from 62 cents to 83 cents").

    `gone` are words that go and nothing takes the place of: then `new` is "".
    """

    old: str
    new: str = ""
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """The part of a clause that an instruction speaks of, where it is not the clause.

    `kind` is one of words (each place that says them), occurrence (one of these places), rest (all
    that stands after or before the words `which`), references (those to clauses that get another
    number, wherever they stand), sentence, bullet, paragraph, note, row,
    definition, heading. `which` tells it from the others of its kind: a sentence, occurrence,
    bullet, paragraph or note by its place ("2"; "-1" is the last), a bullet by its words, too, a
    row by its key, a definition by its term; "" where there is one only. For an insertion it is
    what the new part stands beside, and `place` says how: end, before, after, alphabetical, or
    last, where the terms do not say. For words, the place "throughout" says no more of where they
    are, and `which` may say in how many places that is.
    `words` is wording that the instruction itself quotes, "" where wording is printed below it;
    at the end of the last sentence they may be what it goes on with.
    `everywhere` says that words are meant in the whole agreement. `within` is the part of the
    clause that a sentence is counted in, None where that is its text.
    """

    kind: str
    which: str = ""
    place: str = ""
    words: str = ""
    everywhere: bool = False
    within: Part | None = None


@dataclass(frozen=True, slots=True)
class Amendment:
    """What one instruction orders for one provision, read from the terms alone.

    `id` is "9#2": the item and the ordinal in it. `action` is the Akoma Ntoso name (insertion,
    substitution, repeal, renumbering, split, join). `target` is a clause ID or None;
    `described_target` words for it where it has no number. `wording` is one of given, partial,
    figures, described, elsewhere, tracked (`amend.tracked`). `clauses` are the IDs at the top of
    the wording, in `fragment`. `after` is the clause that an insertion follows, if words say so.
    `part` is the part of the target that is meant, None where it is the target itself. `held` says
    why it is not to be carried out as it stands, "" where nothing speaks against it. `over` is the
    short line that it stands under ("Cleaners:"), which may say for whom it is, or the title, where
    it is on words at every place or the title is a group of employees.
    """

    id: str
    item: str
    action: str
    target: str | None
    wording: str
    instruction: str
    described_target: str = ""
    clauses: tuple[str, ...] = ()
    fragment: str | None = None
    effective: tuple[Effective, ...] = ()
    stated: tuple[StatedChange, ...] = ()
    after: str | None = None
    source: Source = field(default_factory=Source)
    part: Part | None = None
    held: str = ""
    over: str = ""

    @property
    def said(self) -> str:
        """The instruction as it is read: in the words of clauses, where it speaks of Articles."""
        return in_clauses(self.instruction)


@dataclass(frozen=True, slots=True)
class TermsOnly:
    """A passage that binds the parties and does not enter the agreement."""

    item: str
    text: str
    source: Source


@dataclass(frozen=True, slots=True)
class Instructions:
    """All that terms of settlement order: the result of `amend.instructions.find`.

    `left` has, for an amendment, text that stands behind its wording and is used nowhere.
    """

    amendments: tuple[Amendment, ...]
    terms_only: tuple[TermsOnly, ...]
    unused: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    left: Mapping[str, str] = field(default_factory=dict)


STATUSES = ("applied", "applied-from-tracked", "needs-wording", "needs-decision", "target-missing",
            "target-unnamed", "precondition-failed", "conflict", "withheld")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Operation:
    """What an amendment did (`op`, as `Amendment.action`) to a clause of the new agreement, or,
    for a repeal, of the base."""

    clause: str
    op: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one amendment, and why."""

    amendment: Amendment
    status: str
    reason: str = ""
    operations: tuple[Operation, ...] = ()

    @property
    def done(self) -> bool:  # with wording of the terms, or of a tracked agreement
        return self.status.startswith("applied")


@dataclass(frozen=True, slots=True)
class Edit:
    """One clause on its way from the base to the new agreement.

    Every base clause is the `old` of exactly one edit and every new clause the `new` of exactly
    one, in the order in which a marked-up document prints them. `amendment` is the ID of the
    instruction that the change belongs to, "" where `old` and `new` are the same.

    Where several instructions change different words of the clause, `apart` holds what each of them
    does by itself, in their order; `amendment` is the first of them.
    """

    old: Clause | None
    new: Clause | None
    amendment: str = ""
    apart: tuple[Edit, ...] = ()

    @property
    def by_order(self) -> tuple[Edit, ...]:
        """An edit for each instruction that the change belongs to."""
        return self.apart or (self,)

    @property
    def amendments(self) -> tuple[str, ...]:
        return tuple(one.amendment for one in self.by_order)


@dataclass(frozen=True, slots=True)
class Applied:
    """The result of applying instructions: the new agreement and how it came about."""

    document: Document
    outcomes: tuple[Outcome, ...]
    edits: tuple[Edit, ...]
    renumbered: dict[str, str]
    findings: tuple[Finding, ...] = ()

    @property
    def withheld(self) -> bool:
        """Did a reviewer leave an instruction out?"""
        return any(outcome.status == "withheld" for outcome in self.outcomes)
