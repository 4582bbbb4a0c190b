"""What of two versions is matched so far, and what was split or joined."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from clausetrack.diff.divided import split
from clausetrack.diff.items import items
from clausetrack.diff.lines import parted, same_lines
from clausetrack.diff.listed import listed
from clausetrack.diff.restated import restated
from clausetrack.diff.sides import Side
from clausetrack.diff.similarity import Common, nearly_same
from clausetrack.diff.stretches import in_stretches


@dataclass
class Pairs:
    """What is matched so far."""

    old: Side
    new: Side
    forth: dict[int, int] = field(default_factory=dict)
    back: dict[int, int] = field(default_factory=dict)
    divided: dict[int, list[int]] = field(default_factory=dict)
    united: dict[int, list[int]] = field(default_factory=dict)
    here: set[int] = field(default_factory=set)
    there: set[int] = field(default_factory=set)
    #: The matched old places whose clauses do not say nearly the same.
    edited: list[int] = field(default_factory=list)
    #: The old places whose clauses are known to be gone, and the new ones whose clauses are new.
    gone: set[int] = field(default_factory=set)
    come: set[int] = field(default_factory=set)
    common: Common = field(init=False)

    def __post_init__(self) -> None:
        self.common = Common(self.new.contents)
        self.here.update(range(len(self.old.clauses)))
        self.there.update(range(len(self.new.clauses)))

    def match(self, i: int, j: int) -> None:
        self.forth[i], self.back[j] = j, i
        self.here.remove(i)
        self.there.remove(j)
        one, other = self.old.contents[i], self.new.contents[j]
        if one != other and not nearly_same(one, other):
            self.edited.append(i)

    def match_same(self, same: Mapping[int, int]) -> None:
        """Match many that say the same, at once."""
        self.forth.update(same)
        self.back.update(zip(same.values(), same, strict=True))
        self.here.difference_update(same)
        self.there.difference_update(same.values())

    def left(self) -> tuple[list[int], list[int]]:
        """The old and the new places without a partner, but for what was divided or united."""
        return sorted(self.here), sorted(self.there)

    def list_up(self) -> None:
        """Find the paragraphs that became a line with a list, and the reverse."""
        for i, found in list(listed(self.old, self.new, self.here, self.there)):
            self.match(i, found[0])
            self.divided[i] = found
            self.there.difference_update(found)
        for j, found in list(listed(self.new, self.old, self.there, self.here)):
            self.match(found[0], j)
            self.united[j] = found
            self.here.difference_update(found)

    def divide(self, *, sure: bool = False) -> None:
        """Find the clauses that were split or joined, before their parts are taken for others."""
        pieces = {j for found in self.divided.values() for j in found}
        found_of = split(self.old, self.new, self.forth, self.back, self.edited, sure=sure)
        for i, found in found_of.items():
            if i not in self.divided and not pieces & set(found):
                self.divided[i] = found
                pieces.update(found)
        joined = {i for found in self.united.values() for i in found} | set(self.divided)
        edited = [self.forth[i] for i in self.edited]
        found_of = split(self.new, self.old, self.back, self.forth, edited, sure=sure)
        for j, found in found_of.items():
            if j not in self.united and j not in pieces and not joined & set(found):
                self.united[j] = found
                joined.update(found)
        if sure:  # what is under them has to know where they are
            for i, found in self.divided.items():
                if i in self.here:
                    self.match(i, next((j for j in found if self._same_id(i, j)), found[0]))
            for j, found in self.united.items():
                if j in self.there:
                    self.match(next((i for i in found if self._same_id(i, j)), found[0]), j)
        for i, found in self.divided.items():
            self.here.discard(i)
            self.there.difference_update(found)
        for j, found in self.united.items():
            self.there.discard(j)
            self.here.difference_update(found)

    def restate(self) -> None:
        """Find the clauses that were split or joined and said in other sentences for it."""
        joined = {i for found in self.united.values() for i in found}
        for i, found in restated(self.old, self.new, self.forth, self.divided, self.there).items():
            if i not in joined and not any(j in self.united for j in found):
                self.divided[i] = found
                self.there.difference_update(found)
                self._by_number((i, j) for j in found)
        pieces = {j for found in self.divided.values() for j in found}
        for j, found in restated(self.new, self.old, self.back, self.united, self.here).items():
            if j not in pieces and not any(i in self.divided for i in found):
                self.united[j] = found
                self.here.difference_update(found)
                self._by_number((i, j) for i in found)

    def _by_number(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Of a clause that was split or joined, the part with its number goes by its name."""
        for i, j in pairs:
            if self._same_id(i, j) and self.forth.get(i) != j:
                self._instead(i, j)

    def _same_id(self, i: int, j: int) -> bool:
        return self.old.clauses[i].id == self.new.clauses[j].id

    def parent(self, i: int) -> int | None:
        """The place under which an old clause's siblings now stand; None where that is gone."""
        above = self.old.parents[i]
        return self.forth.get(above) if above >= 0 else -1

    def elsewhere(self) -> None:
        """What stands elsewhere, and was edited much."""
        left = self.here - self.gone, self.there - self.come
        for i, j in list(in_stretches(self.old, self.new, self.common, *left)):
            self.match(i, j)

    def lines(self) -> None:
        """What is too slight for all that, and is the same line all the same."""
        for i, j in list(same_lines(self.old, self.new, self.forth, self.here, self.there)):
            self.match(i, j)
        for i, j in list(items(self.old, self.new, self.forth, self.here, self.there)):
            self.match(i, j)
        for i, j in list(parted(self.old, self.new, self.forth, self.there)):
            if i not in self.divided:
                self.divided[i] = sorted((self.forth[i], j))
                self._by_number([(i, j)])
        for j, i in list(parted(self.new, self.old, self.back, self.here)):
            if j not in self.united:
                self.united[j] = sorted((self.back[j], i))
                self._by_number([(i, j)])
        self.there.difference_update(*self.divided.values())
        self.here.difference_update(*self.united.values())

    def _instead(self, i: int, j: int) -> None:
        """Match two clauses of which one has another partner."""
        self.back.pop(self.forth.pop(i, -1), None)
        self.forth.pop(self.back.pop(j, -1), None)
        self.forth[i], self.back[j] = j, i
