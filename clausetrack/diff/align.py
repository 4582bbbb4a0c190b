"""Which clause of one version is which clause of the other.

What reads the same is found by hash and costs nothing. Then come, in this order, what the clauses
under a clause say of it, what stands in the same place, and what is alike; an ID is evidence, and
never the only one where lettered items can count on. No step compares every clause with every
other, so the time grows with the text.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from clausetrack.diff.gaps import counted_on, in_one_gap, near_places
from clausetrack.diff.pairs import Pairs
from clausetrack.diff.replaced import gone_elsewhere
from clausetrack.diff.same import edited_in_place, paired, same_by_number
from clausetrack.diff.sides import Side
from clausetrack.diff.similarity import (
    Index,
    alike,
    kept,
    nearly_same,
    strong,
    without_figures,
)
from clausetrack.diff.template import of_one_clause

_NEAR = 0.5  # how alike clauses in one place must be to be one clause
_FAR = 0.6  # and clauses in different places
_SAME_ID = 0.4  # and clauses with one ID
_NUMBERED = ("part", "clause", "item")
_HEADINGS = ("heading", "crossHeading")  # which bear no number


@dataclass(frozen=True)
class Alignment:
    """The places of old clauses in the new version, and the clauses that were divided or united.

    `forth` is one to one. `divided` has the new places of each old clause that became several,
    `united` the old places of each new clause that several became.
    """

    forth: dict[int, int]
    divided: dict[int, list[int]]
    united: dict[int, list[int]]


def align(old: Side, new: Side) -> Alignment:
    """Match the clauses of two versions; what is in one of them only has no partner."""
    pairs = _Matching(old, new)
    pairs.same_content()
    pairs.figures_apart()
    pairs.little_changed()
    pairs.list_up()
    pairs.divide(sure=True)
    pairs.settle(sure=True)
    pairs.divide()
    pairs.alike(far=True)
    pairs.settle()
    pairs.restate()
    if pairs.same_number():
        pairs.restate()
    pairs.elsewhere()
    pairs.lines()
    return Alignment(pairs.forth, pairs.divided, pairs.united)


class _Matching(Pairs):
    """The steps by which clauses are matched."""

    def settle(self, *, sure: bool = False) -> None:
        """Let parents and children tell of each other until they have nothing more to tell.

        Each round reaches one level further down, so there are no more than levels.
        """
        found = -1
        while found < len(self.forth):
            found = len(self.forth)
            self.by_children(sure=sure)
            self.same_place()
            self.alike(far=False)

    # ------------------------------------------------------------------------------- unchanged

    def same_content(self) -> None:
        """Wording long enough to be known by: with its ID, then alone, then in order."""
        old, new = self.old, self.new
        same = same_by_number(old, new)
        self.match_same(same)
        lists = [_by_content(side, places)
                 for side, places in zip((old, new), self.left(), strict=True)]  # fmt: skip
        for i, j in edited_in_place(old, new, *lists).items():
            if i in self.here and j in self.there:
                self.match(i, j)
        for text, here in lists[0].items():
            there = lists[1].get(text, [])
            if len(here) == len(there) == 1:
                j = self._headed_anew(here[0], there[0])
                if here[0] in self.here and j in self.there:
                    self.match(here[0], j)
        for text, here in lists[0].items():
            there = lists[1].get(text, [])
            if len(here) > 1 or len(there) > 1:
                left = ([i for i in here if i in self.here], [j for j in there if j in self.there])
                for i, j in paired(old, left[0], new, left[1], self.forth):
                    self.match(i, j)

    def _headed_anew(self, i: int, j: int) -> int:
        """Where an old clause stands of which the new one at `j` has the wording.

        What stays under its number, most of it and more than stands under the other, says that
        the heading alone went there.
        """
        clause = self.old.clauses[i]
        own = self.new.at.get(clause.id, -1)
        if own in {j, -1} or own not in self.there or not self.new.terms(own):
            return j
        under = Counter(self.old.contents[child] for child in self.old.children[i])
        stay, go = (
            (under & Counter(self.new.contents[child] for child in self.new.children[at])).total()
            for at in (own, j)
        )
        return own if stay > go and 2 * stay >= under.total() else j

    def figures_apart(self) -> None:
        """What reads the same but for its figures, as nothing else on either side does."""
        lists: list[dict[str, list[int]]] = [defaultdict(list), defaultdict(list)]
        for side, places, found in zip((self.old, self.new), self.left(), lists, strict=True):
            for place in places:
                if side.parents[place] >= 0 and not side.children[place]:
                    found[without_figures(side.contents[place])].append(place)
        for text, here in lists[0].items():
            there = lists[1].get(text, [])
            if len(here) == len(there) == 1 and self.parent(here[0]) == self.new.parents[there[0]]:
                if self._passed(here[0], there[0], text):
                    self.gone.add(here[0])
                    self.come.add(there[0])
                else:
                    self.match(here[0], there[0])

    def _passed(self, i: int, j: int, text: str) -> bool:
        """Would a clause pass one beside it of the same template, whose figures stayed?

        Of the rates of some years the oldest went and a new one came: none of them was edited.
        """
        return any(
            (self.forth[k] < j) != (k < i) and without_figures(self.old.contents[k]) == text
            for k in (i - 1, i + 1)
            if k in self.forth
        )

    def little_changed(self) -> None:
        """What stands where it stood, and changed too little for a part to be a clause."""
        old, new = self.old, self.new
        for i in self.left()[0]:
            clause = old.clauses[i]
            j = new.at.get(clause.id, -1)
            known = j in self.there and self.parent(i) in {None, new.parents[j]}
            if known and nearly_same(old.contents[i], new.contents[j]):
                beside = ((old.beside(i, step), new.beside(j, step)) for step in (-1, 1))
                if any(self.forth.get(one, -1) == other for one, other in beside):
                    self.match(i, j)

    # -------------------------------------------------------------------------- by what is near

    def by_children(self, *, sure: bool) -> None:
        """Parents are one where most children are; of two such, where it reads the same.

        While one has to be `sure`, no more than half of the children take none elsewhere along.
        """
        for i in reversed(self.left()[0]):
            if not self.old.children[i]:
                continue
            votes = Counter(
                self.new.parents[self.forth[child]]
                for child in self.old.children[i]
                if child in self.forth
            )
            reads_else = {j: j < 0 or self.new.contents[j] != self.old.contents[i] for j in votes}
            ranked = sorted(votes, key=lambda j: (-votes[j], reads_else[j], j))
            stays = self._reads_as_before(i)
            for j in ranked[:2]:
                few = 2 * votes[j] <= len(self.old.children[i])
                if (
                    j >= 0
                    and not (few and reads_else[j] and (stays or (sure and self._elsewhere(i, j))))
                    and j in self.there
                    and 2 * votes[j] >= sum(votes.values())
                    and self._is_from(i, j, votes[j])
                    and self._may_be_one(i, j)
                ):
                    self.match(i, j)
                    break

    def _reads_as_before(self, i: int) -> bool:
        """Does the clause that bears the number of an old one say the same?"""
        clause = self.old.clauses[i]
        own = self.new.at.get(clause.id, -1)
        return own in self.there and self.new.contents[own] == self.old.contents[i]

    def _elsewhere(self, i: int, j: int) -> bool:
        """Is a new clause under another parent, as far as is known, with another number?"""
        own = self.old.clauses[i].id == self.new.clauses[j].id
        return not own and self.parent(i) != self.new.parents[j]

    def _is_from(self, i: int, j: int, count: int) -> bool:
        """Are so many at least half of what is known to be under a new clause?

        One that came to where others are says nothing of the clause that is above them all. Of two
        headings that were united the one whose number and words it has stays.
        """
        if (owner := self._owner(j)) >= 0:
            return owner == i or self.old.contents[i] == self.new.contents[j]
        return 2 * count >= sum(child in self.back for child in self.new.children[j])

    def _owner(self, j: int) -> int:
        """The old clause whose number and words the heading of a new one has, or -1.

        All that is left of what was under it went there.
        """
        clause = self.new.clauses[j]
        i = self.old.at.get(clause.id, -1)
        if i not in self.here or not (clause.heading and self.old.clauses[i].heading):
            return -1
        went = {self.new.parents[self.forth[at]] for at in self.old.children[i] if at in self.forth}
        return i if went == {j} and alike(self.old.terms(i), self.new.terms(j)) >= _SAME_ID else -1

    def _may_be_one(self, i: int, j: int) -> bool:
        """Do two parents that share children agree in ID, in level, or in some words?"""
        one, other = self.old.clauses[i], self.new.clauses[j]
        if (one.kind == "table") != (other.kind == "table"):
            return False
        same = self.old.contents[i] == self.new.contents[j] or one.id == other.id
        return same or alike(self.old.terms(i), self.new.terms(j)) >= _SAME_ID

    def same_place(self) -> None:
        """Slight wording (a heading, "or") is the same under the same parent: by ID, in order."""
        old, new = self.old, self.new
        here, there = self.left()
        for i in here:
            clause = old.clauses[i]
            parent = self.parent(i)
            own = new.at.get(clause.id, -1)
            if (
                own in self.there
                and old.contents[i] == new.contents[own]
                and new.parents[own] == parent
            ):
                self.match(i, own)
        by_place: dict[tuple[int, str], list[int]] = defaultdict(list)
        for j in reversed(there):
            if j in self.there:
                by_place[new.parents[j], new.contents[j]].append(j)
        for i in here:
            parent = self.parent(i)
            if parent is not None and i in self.here:
                waiting = by_place.get((parent, old.contents[i]))
                if waiting:
                    self.match(i, waiting.pop())

    # ------------------------------------------------------------------------------------ alike

    def alike(self, *, far: bool) -> None:
        """The rest by how alike they are, the likest first; places and IDs count in favour.

        First what stands in the same place or has the same ID; with `far`, what stands elsewhere.
        """
        here, there = (sorted(side - known) for side, known in
                       ((self.here, self.gone), (self.there, self.come)))  # fmt: skip
        if not here or not there:
            return
        wordings = {j: self.new.terms(j) for j in there}
        near = near_places(self.old, self.new, self.forth, self.back, here)
        shifted = counted_on(self.old, self.new, self.forth, here)
        if far:
            each = itertools.chain(map(self.old.shingles, here), map(self.new.shingles, there))
            common = self.common.among(set(itertools.chain.from_iterable(each)))
            index = Index(((j, self.new.shingles(j)) for j in wordings), common)
        scored: list[tuple[float, int, int]] = []
        for i in here:
            clause = self.old.clauses[i]
            own = self.new.at.get(clause.id, -1)
            beyond = self.parent(i) != self.new.parents[own]
            if beyond and (clause.kind not in _NUMBERED or self.parent(i) is not None):
                own = -1  # a letter says nothing outside its list, nor a number outside its section
            close = {j for j in (*near.get(i, ()), own) if j in wordings}
            if far:
                close = set(index.candidates(self.old.shingles(i))) - close
            for j in sorted(close):
                if (clause.table is None) == (self.new.clauses[j].table is None):
                    score = self._score(i, j, j == own and i not in shifted, far)
                    if score:
                        scored.append((-score, i, j))
        if not far:
            scored = of_one_clause(self.old, self.new, self.common, scored)
            scored += gone_elsewhere(self.old, self.new, scored, here, there)
        for _, i, j in sorted(scored):
            if i not in self.forth and j not in self.back:
                self.match(i, j)

    def _score(self, i: int, j: int, own: bool, far: bool) -> float:
        """How likely two clauses are one; 0 where they are not alike enough for where they are."""
        one, other = self.old.terms(i), self.new.terms(j)
        score = alike(one, other)
        if far:
            return score if score >= _FAR and kept(one, other) else 0.0
        least = _SAME_ID if own else _NEAR
        if score >= least or self.old.clauses[i].table is not None or kept(one, other):
            return score + 0.15 * own + 0.1
        return 0.0

    def same_number(self) -> bool:
        """What still bears the same number between the same clauses is that one, written anew.

        So is what alone stands between the same two, whatever number that gives it. A clause of
        another subject that took the number is another clause. Is there any?
        """
        if not (self.here and self.there):
            return False
        from clausetrack.diff.subjects import one_subject

        before = len(self.forth)
        stands = in_one_gap(self.old, self.new, dict(self.forth))
        for i in self.left()[0]:
            clause = self.old.clauses[i]
            if clause.kind not in _NUMBERED + _HEADINGS:
                continue
            for j in (self.new.at.get(clause.id), self._between(i)):
                if j is None or j not in self.there or self.new.parents[j] != self.parent(i):
                    continue
                if self.new.clauses[j].kind == clause.kind and stands(i, j) and (
                    clause.kind in _HEADINGS
                    or (clause.citable and one_subject(self.old, i, self.new, j))
                ):
                    self.match(i, j)
                    break
        return len(self.forth) > before

    def _between(self, i: int) -> int | None:
        """What alone stands between what the clauses before and behind an old one became."""
        parent = self.parent(i)
        if parent is None or i in self.gone:
            return None
        family, now = self.old.under(self.old.parents[i]), self.new.under(parent)
        at = bisect_left(family, i)
        if not 0 < at < len(family) - 1:
            return None
        first, last = self.forth.get(family[at - 1]), self.forth.get(family[at + 1])
        found = bisect_left(now, -1 if first is None else first) + 1
        if last is None or now[found - 1 : found + 2 : 2] != [first, last]:
            return None
        clauses, others = self.old.clauses, self.new.clauses
        if clauses[family[at + 1]].id == others[last].id and clauses[i].kind in _NUMBERED:
            return None  # what follows kept its number, and so would this
        return now[found]


def _by_content(side: Side, places: Iterable[int]) -> dict[str, list[int]]:
    out: dict[str, list[int]] = {}
    for place in places:
        if strong(side.contents[place]) or (side.children[place] and side.contents[place].strip()):
            out.setdefault(side.contents[place], []).append(place)
    return out
