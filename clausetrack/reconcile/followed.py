"""References of theirs beside numbers that changed: they follow, go elsewhere, or were left."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from clausetrack.diff.consequences import stale
from clausetrack.diff.edits import ChangeEdit
from clausetrack.model import Clause, Document, Finding
from clausetrack.reconcile.differences import FOLLOWED, Difference, Passage
from clausetrack.reconcile.drafts import Draft
from clausetrack.reconcile.orders import Orders
from clausetrack.reconcile.sides import Sides
from clausetrack.reconcile.wording import classes_of, own
from clausetrack.references import Reference, Space, find, resolve, spaces

#: What a difference of their numbers has to be for a reference to follow it.
_GRANTED = frozenset(("agreed", "unverified"))


@dataclass
class Followed:
    """The references beside the numbers that ours and theirs changed, and by which instruction.

    `numbers` are the differences by our number of a clause and theirs.
    """

    base: Document
    accepted: Document
    sides: Sides
    orders: Orders
    numbers: Mapping[tuple[str, str], Difference]

    @cached_property
    def spaces(self) -> tuple[Space, Space]:
        return spaces(self.base)[None], spaces(self.accepted)[None]

    def told(self, draft: Draft) -> Iterator[Draft]:
        """A difference; the edits of references that follow, as what these are, apart from it."""
        told = draft.told
        i = self.sides.ours.at.get(told.clause)
        j = None if i is None else self.sides.pairs.get(i)
        old = self.orders.came[told.clause].old if told.clause in self.orders.came else None
        if (told.kind, told.what) != ("not-ordered", "changed") or j is None or old is None:
            yield draft
            return
        if not told.edits:  # as of another emphasis
            yield draft
            return
        kept: list[Passage] = []
        following: dict[tuple[str, str], list[Passage]] = {}
        for passage in told.passages:
            found = self._by_order(passage, old, self.sides.theirs.clauses[j])
            for key, edits in found.items():
                part = replace(passage, edits=tuple(edits))
                (kept if key is None else following.setdefault(key, [])).append(part)
        if kept:
            yield _with(draft, kept)
        ranks = list(self.orders.outcomes)
        for (kind, order), words in following.items():
            at = ranks.index(order) if kind == "agreed" else told.at
            one = _with(draft, words)
            yield replace(one, told=replace(one.told, kind=kind, amendment=order, reason=FOLLOWED,
                                            at=at))  # fmt: skip

    def _by_order(
        self, passage: Passage, old: Clause, new: Clause
    ) -> dict[tuple[str, str] | None, list[ChangeEdit]]:
        """The edits of a passage by what they follow from, None where that is nothing."""
        out: dict[tuple[str, str] | None, list[ChangeEdit]] = {}
        refs: list[tuple[Reference, tuple[str, str]]] = []
        part = passage.part
        if part != "table" and own(old, part) == passage.ours and own(new, part) == passage.theirs:
            before, after = (
                [resolve(mention, clause, space, part) for mention in find(own(clause, part))]
                for clause, space in zip((old, new), self.spaces, strict=True)
            )
            if len(before) == len(after):
                for was, now in zip(before, after, strict=True):
                    if was.text != now.text and (key := self._follows(was, now)):
                        refs.append((was, key))
        for edit in passage.edits:
            end = edit.start + len(edit.old)
            keys = (key for was, key in refs if was.start <= edit.start and end <= was.end)
            out.setdefault(next(keys, None), []).append(edit)
        return out

    def _follows(self, was: Reference, now: Reference) -> tuple[str, str] | None:
        """The kind and the instruction of the number that a reference follows."""
        if not (was.resolves and now.resolves) or len(was.targets) != len(now.targets):
            return None
        found = {self._renumbered(*pair) for pair in zip(was.targets, now.targets, strict=True)}
        return found.pop() if len(found) == 1 else None

    def _renumbered(self, old: str, new: str) -> tuple[str, str] | None:
        """By what a clause of the base, or one above it, has the number in theirs."""
        at = self.sides.base.at.get(old, -1)
        first = True
        while at >= 0:
            clause = self.sides.base.clauses[at]
            there = self.sides.in_rejected(clause)
            r = None if there is None else self.sides.rejected.at[there.id]
            j = None if r is None else self.sides.tracked.forth.get(r)
            if j is None:
                return None
            theirs = self.sides.theirs.clauses[j].id
            if first and theirs != new:
                return None
            first = False
            for name, edit in self.orders.came.items():
                if edit.old is not None and edit.old.id == clause.id:
                    told = self.numbers.get((name, theirs))
                    if told is not None:
                        return (told.kind, told.amendment) if told.kind in _GRANTED else None
                    if name == theirs != clause.id and edit.amendment:
                        return "agreed", edit.amendment
            at = self.sides.base.parents[at]
        return None


def _with(draft: Draft, passages: Sequence[Passage]) -> Draft:
    words = tuple(passages)
    return replace(draft, told=replace(draft.told, passages=words, classes=classes_of(words)))


def followed(
    base: Document,
    rejected: Document,
    accepted: Document,
    sides: Sides,
    orders: Orders,
    drafts: Sequence[Draft],
) -> tuple[list[Draft], tuple[Finding, ...]]:
    """The differences, with what follows apart and what goes elsewhere said; what was left."""
    left = stale(rejected, accepted, sides.tracked)
    numbers = {pair: draft.told for draft in drafts for pair in draft.told.renumbers}
    found = Followed(base, accepted, sides, orders, numbers)
    astray = [one.finding for one in left if one.edited]
    said: set[Finding] = set()
    out = []
    for draft in (each for one in drafts for each in found.told(one)):
        told = draft.told
        if told.kind == "not-ordered" and told.what == "changed" and told.place is not None:
            here = [one for one in astray if one.source == told.place
                    and any(one.quote in passage.theirs for passage in told.passages)]  # fmt: skip
            said.update(here)
            reason = "; ".join(filter(None, (told.reason, *(one.message for one in here))))
            draft = replace(draft, told=replace(told, reason=reason))
        out.append(draft)
    return out, tuple(one.finding for one in left if one.finding not in said)
