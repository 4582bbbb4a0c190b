"""What the terms rule on: which clause is whose, and where instructions wait for a person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from clausetrack.amend import targets
from clausetrack.amend.tree import Tree, is_numbered
from clausetrack.model import Clause, Document
from clausetrack.reconcile.scope import Scope
from clausetrack.settlement import Amendment, Applied, Edit, Instructions, Outcome
from clausetrack.verbatim import exchanges
from clausetrack.verbatim_case import content


@dataclass(frozen=True)
class Orders:
    """The instructions by what they rule on.

    `came` has, for each clause of our new agreement, how it came about; `went` the same for the
    clauses of the base that are repealed. `printed` has the wording that the terms print for a
    clause of our new agreement, with the ID of the instruction; `open` the instructions that we
    did not carry out, by the clauses that they name.
    """

    came: dict[str, Edit]
    went: dict[str, Edit]
    printed: dict[str, tuple[str, Clause | None]]
    open: dict[str, tuple[Scope, ...]]
    outcomes: dict[str, Outcome]

    @classmethod
    def of(
        cls, base: Document, terms: Document, instructions: Instructions, applied: Applied
    ) -> Orders:
        """The orders of `terms`, of which `applied` says what we made."""
        came = {edit.new.id: edit for edit in applied.edits if edit.new is not None}
        went = {edit.old.id: edit for edit in applied.edits if edit.old and edit.new is None}
        outcomes = {outcome.amendment.id: outcome for outcome in applied.outcomes}
        printed: dict[str, tuple[str, Clause | None]] = {}
        new = Tree.of(applied.document.clauses)
        for outcome in applied.outcomes:
            order = outcome.amendment
            if outcome.done and order.fragment and not (order.part or exchanges(order)):
                printed |= _printed(terms, order, instructions.amendments, new)
        for name, edit in came.items():
            order_of = outcomes.get(edit.amendment)
            moved = edit.old and edit.new and content(edit.old) == content(edit.new)
            # what only took another number is not printed
            if order_of is not None and not moved and not exchanges(order_of.amendment):
                printed.setdefault(name, (edit.amendment, None))
        tree = Tree.of(base.clauses)
        open_: dict[str, tuple[Scope, ...]] = {}
        for outcome in applied.outcomes:
            if not outcome.done:
                scope = Scope.of(tree, outcome.amendment, named(tree, outcome.amendment))
                for name in scope.names:
                    open_[name] = (*open_.get(name, ()), scope)
        return cls(came, went, printed, open_, outcomes)

    def rules(self, clause: Clause, part: str) -> str:
        """The instruction that prints the whole of a part of a clause: heading, text or table."""
        found = self.printed.get(clause.id)
        if found is None:
            return ""
        order, wording = found
        if wording is None:
            return order
        has = {"heading": wording.heading, "text": wording.text, "table": wording.table}[part]
        return order if has else ""

    def waiting(self, *paths: Iterable[str]) -> Iterator[Scope]:
        """The instructions not carried out that name one of the clauses, or one above."""
        for path in paths:
            for name in path:
                yield from self.open.get(name, ())


def named(base: Tree, order: Amendment) -> list[str]:
    """The clauses that an instruction names, describes or prints at the top of its wording."""
    found = targets.resolve(base, order)
    names = [found if isinstance(found, str) else None, order.target, *order.clauses]
    return list(dict.fromkeys(name for name in names if name))


def _printed(
    terms: Document, order: Amendment, every: Iterable[Amendment], new: Tree
) -> dict[str, tuple[str, Clause | None]]:
    """The clauses that an instruction prints; where it replaces, what is unnumbered in them too."""
    wording = targets.wording_of(terms, order, every)
    out: dict[str, tuple[str, Clause | None]] = {}
    for unit in wording.units:
        if not is_numbered(unit):
            continue
        if order.action != "insertion" and unit.id in new:
            for clause in new.subtree(unit.id):
                if not is_numbered(clause):
                    out[clause.id] = (order.id, None)
        for clause in wording.tree.subtree(unit.id):
            if is_numbered(clause):
                out[clause.id] = (order.id, clause)
    return out
