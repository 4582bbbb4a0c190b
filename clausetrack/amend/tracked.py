"""Wording that the terms leave to a tracked agreement, taken from there where nothing is in doubt.

What is taken becomes a fragment of its own, as if the terms had printed it: it is applied and
proved like any given wording, and its outcome says where it came from.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from clausetrack.amend import targets
from clausetrack.amend.tree import Tree, content, is_numbered
from clausetrack.diff.changes import Comparison
from clausetrack.diff.compare import compare
from clausetrack.model import Clause, Document, Fragment
from clausetrack.settlement import Amendment, Applied, Instructions, Outcome

#: The wording of an instruction that was taken from the tracked agreement.
TRACKED = "tracked"


@dataclass(frozen=True)
class Taken:
    """Terms and instructions with the wording that was taken, and why other wording was not.

    `refused` has the reasons by the ID of the instruction.
    """

    terms: Document
    instructions: Instructions
    refused: Mapping[str, str]

    def explained(self, applied: Applied) -> Applied:
        """`applied` with the reasons in its outcomes."""
        return replace(applied, outcomes=tuple(map(self._explained, applied.outcomes)))

    def _explained(self, outcome: Outcome) -> Outcome:
        why = self.refused.get(outcome.amendment.id)
        return outcome if why is None else replace(outcome, reason=f"{outcome.reason}; {why}")


def take(
    base: Document,
    terms: Document,
    instructions: Instructions,
    applied: Applied,
    rejected: Document,
    accepted: Document,
    without: Mapping[str, str],
) -> Taken:
    """The wording of each instruction that needs it, from a tracked agreement read both ways.

    It is taken for the clause that the instruction names, with everything under it, where theirs
    with all changes rejected reads there as our base does, and tracks a change there. `applied` is
    what the terms alone did; `without` are instructions to leave as they are, with the reason.
    """
    known = _Known(base, rejected, accepted)
    refused = dict(without)
    changed: dict[str, Amendment] = {}
    clauses: list[Clause] = []
    fragments: list[Fragment] = []
    for outcome in applied.outcomes:
        order = outcome.amendment
        if outcome.status != "needs-wording" or order.id in without:
            continue
        found = known.wording(order)
        if isinstance(found, str):
            refused[order.id] = found
            continue
        name = f"tracked {order.id}"
        top = found[0]
        fragments.append(Fragment(name, order.item))
        clauses += [
            one._replace(fragment=name, parent=None if one is top else one.parent) for one in found
        ]
        changed[order.id] = replace(
            order,
            action="substitution" if top.id in known.base else "insertion",
            wording=TRACKED,
            target=top.id,
            clauses=(top.id,),
            fragment=name,
            stated=(),
        )
    return Taken(
        replace(
            terms,
            clauses=(*terms.clauses, *clauses),
            fragments=(*terms.fragments, *fragments),
        ),
        replace(
            instructions,
            amendments=tuple(changed.get(one.id, one) for one in instructions.amendments),
        ),
        refused,
    )


class _Known:
    """The base and both versions of theirs, ready to be asked."""

    def __init__(self, base: Document, rejected: Document, accepted: Document) -> None:
        self.base, self.rejected, self.accepted = (
            Tree.of(one.clauses) for one in (base, rejected, accepted)
        )
        self.comparison: Comparison = compare(rejected, accepted)

    def wording(self, order: Amendment) -> tuple[Clause, ...] | str:
        """The clause that theirs has for an instruction with all under it, or why not."""
        target = targets.resolve(self.base, order)
        name = target if isinstance(target, str) else order.target
        if name is None:
            return "it names no clause, so nothing is taken from the tracked agreement"
        if name not in self.base:
            if name in self.rejected or name not in self.accepted:
                return f"the tracked agreement has no new clause {name}"
            return self._numbered(name)
        if name not in self.rejected or not _same(self.base, self.rejected, name):
            return (
                f"not taken from the tracked agreement: with its changes rejected, its {name} is "
                "not the base's"
            )
        place = self.comparison.forth.get(self.rejected.at[name])
        if place is None or self.accepted.clauses[place].id != name:
            return (
                f"not taken from the tracked agreement: {name} is struck out there, or bears "
                "another number"
            )
        if _same(self.rejected, self.accepted, name):
            return f"the tracked agreement has no tracked change in {name}"
        return self._numbered(name)

    def _numbered(self, name: str) -> tuple[Clause, ...] | str:
        if not is_numbered(self.accepted[name]):
            return f"not taken from the tracked agreement: {name} has no number to cite it by"
        return self.accepted.subtree(name)


def _same(one: Tree, other: Tree, name: str) -> bool:
    """Do two trees print the same under a clause, the clause included?"""
    sides = ([(c.id, c.number, content(c)) for c in tree.subtree(name)] for tree in (one, other))
    return next(sides) == next(sides)
