"""What the proof holds together: the base, the new agreement, the terms, and what is claimed."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from clausetrack.amend.tree import Tree, folded, is_numbered
from clausetrack.model import Clause, Document
from clausetrack.settlement import Amendment, Outcome

Printed = tuple[str, str, list[list[str]]]


@dataclass(frozen=True, slots=True)
class Claim:
    """One operation that an outcome claims: the clause in the base and in the new agreement."""

    outcome: Outcome
    op: str
    before: str | None
    after: str | None

    def __str__(self) -> str:
        return f"{self.outcome.amendment.id}: the {self.op} of {self.after or self.before}"


@dataclass(frozen=True)
class Wording:
    """The fragment that an amendment quotes; `tops` are those of its tops that are the amendment's.

    These are the units that it names, and what stands unnumbered beside them.
    """

    tree: Tree
    tops: dict[str, None]

    def prints(self, clause: Clause) -> bool:
        """Does the wording print a clause of that kind, text and cells, wherever it stands?"""
        return _said(clause) in self._all

    @cached_property
    def _all(self) -> frozenset[tuple[object, ...]]:
        return frozenset(map(_said, self.tree.clauses))

    @cached_property
    def of_tables(self) -> bool:
        """Is all of it a table alone?"""
        return all(one.kind == "table" for one in self.tree.clauses)


@dataclass(frozen=True)
class Case:
    """What is held against what. `back` gives the old ID of a renumbered clause by its new one."""

    base: Tree
    accepted: Tree
    terms: Document
    outcomes: tuple[Outcome, ...]
    renumbered: dict[str, str]
    back: dict[str, str]
    claims: tuple[Claim, ...]
    _wordings: dict[str, Wording] = field(default_factory=dict, repr=False, compare=False)

    def named(self, claim: Claim, *, of_base: bool) -> tuple[Tree, str | None]:
        """Where the clause of a claim is called what the instruction calls it, and its ID there.

        That is the base where the clause goes, and where only words or a part of it change
        (`of_base`): it may have another number in the new agreement.
        """
        if claim.after is None or of_base:
            return self.base, claim.before
        return self.accepted, claim.after

    def shared(self, claim: Claim) -> bool:
        """Do other instructions claim to change its words as well (`verbatim_together`)?"""
        return any(
            other.outcome is not claim.outcome
            and other.op != "renumbering"
            and (other.before, other.after) == (claim.before, claim.after)
            for other in self.claims
        )

    def printed(self, amendment: Amendment) -> Wording:
        """The wording of an amendment, which is the same for each clause that it changes."""
        if amendment.id not in self._wordings:
            self._wordings[amendment.id] = self._printed(amendment)
        return self._wordings[amendment.id]

    def _printed(self, amendment: Amendment) -> Wording:
        if amendment.fragment is None:
            return Wording(Tree(()), {})
        tree = Tree.of(self.terms.fragment(amendment.fragment), amendment.fragment)
        named = {one for outcome in self.outcomes for one in outcome.amendment.clauses
                 if outcome.amendment.fragment == amendment.fragment}  # fmt: skip
        loose = [top.id for top in tree.tops if top.id not in named
                 and not (is_numbered(top) and amendment.clauses)]  # fmt: skip
        return Wording(tree, dict.fromkeys((*amendment.clauses, *loose)))


def content(clause: Clause) -> Printed:
    """What a clause prints below its number, white space folded."""
    rows = clause.table.texts if clause.table else []
    cells = [[folded(text) for text in row] for row in rows]
    return folded(clause.heading_text), folded(clause.own_text), cells


def _said(clause: Clause) -> tuple[object, ...]:
    _, text, cells = content(clause)
    return clause.kind, text, tuple(map(tuple, cells))
