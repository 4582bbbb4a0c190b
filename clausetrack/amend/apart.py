"""Orders that put words for words in one clause, each plainly on other words than the next.

Whether two orders go together is asked of the clause that the first makes (`meeting`). Where both
only put words in place of words, the answer rests on where the old words of the second stand: it is
the same as in the base unless the first changes what is near them, or brings such words in.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from clausetrack import values
from clausetrack.amend import topics
from clausetrack.amend.everywhere import texts
from clausetrack.amend.figures import exchanged
from clausetrack.amend.plan import Plan
from clausetrack.amend.splices import Splice
from clausetrack.amend.tree import as_pattern
from clausetrack.model import plain

#: Words between two places, from which on the one does not say how the other reads: whether a
#: sentence begins there, or where a word ends.
_FAR = 3
_OF_A_VALUE = 8  # words that an amount or a day may have
_WORD = re.compile(r"\w+")
_TOKEN = re.compile(r"\S+")
#: Which of the texts of a clause: its role, row and cell.
_Where = tuple[str, int, int]


class _Place(NamedTuple):
    """A stretch of a text that an order changes, counted in words, and the plan's number."""

    start: int
    end: int
    at: int


class _Window(NamedTuple):
    """A text as an order makes it, near what it changes: `first` to `last` is new or beside it."""

    text: str
    first: int
    last: int


class _Text:
    """One text of the clause: where its words stand, and what the orders change in it."""

    def __init__(self, text: str) -> None:
        self.text = text
        found = [word.span() for word in _TOKEN.finditer(text)]
        self.starts, self.ends = [one[0] for one in found], [one[1] for one in found]
        self.places: list[_Place] = []
        self.reach: list[int] = []  # how far any of the places up to each goes

    def words(self, start: int, end: int) -> tuple[int, int]:
        """The words that a stretch has a part in: the first, and the one behind the last."""
        first = bisect_right(self.ends, start)
        return first, max(first, bisect_left(self.starts, end))

    def settle(self) -> None:
        self.places.sort()
        for place in self.places:
            self.reach.append(max(place.end, self.reach[-1] if self.reach else 0))

    def near(self, start: int, end: int) -> Iterator[int]:
        """The orders that change words between which and these stand fewer than `_FAR`."""
        last = bisect_left(self.places, (end + _FAR,))
        for number in range(last - 1, -1, -1):
            if self.reach[number] + _FAR <= start:
                break
            if self.places[number].end + _FAR > start:
                yield self.places[number].at

    def window(self, splices: Sequence[Splice], wide: int) -> _Window:
        """The text from `wide` words before what the splices change to as many behind it."""
        ordered = sorted(splices, key=lambda one: one.start)
        first, _ = self.words(ordered[0].start, ordered[0].end)
        _, end = self.words(ordered[-1].start, ordered[-1].end)
        at = begins = self._begin(first - wide)
        said = ""
        for one in ordered:
            said += self.text[at : one.start] + one.new
            at = one.end
        beside = len(said) + max(0, self._end(end + _FAR) - at)
        said += self.text[at : max(at, self._end(end + wide))]
        return _Window(said, self._begin(first - _FAR) - begins, beside)

    def _begin(self, word: int) -> int:
        return self.starts[word] if 0 < word < len(self.starts) else 0

    def _end(self, word: int) -> int:
        return self.ends[word - 1] if 0 < word <= len(self.ends) else len(self.text)


class Apart:
    """The plain exchanges of words among the orders on a clause `where`, by their numbers."""

    def __init__(self, plans: Sequence[Plan], numbers: Sequence[int], where: str) -> None:
        self.plans, self.where = plans, where
        self.exchanges = [at for at in numbers if _is_exchange(plans[at], where)]
        self.others = sorted(set(numbers).difference(self.exchanges))
        self.texts: dict[_Where, _Text] = {}
        if not self.exchanges:
            return
        for one in texts(plans[self.exchanges[0]].base[where]):
            self.texts[one.role, one.row, one.cell] = _Text(plain(one.runs))
        for at in self.exchanges:
            for splice in plans[at].splices[where]:
                here = self.texts[splice.role, splice.row, splice.cell]
                here.places.append(_Place(*here.words(splice.start, splice.end), at))
        for text in self.texts.values():
            text.settle()
        self._index()

    def _index(self) -> None:
        """What each order looks for, by the word of it that the fewest others have."""
        olds = [(at, one.old) for at in self.exchanges for one in self.plans[at].amendment.stated]
        self.wide = _OF_A_VALUE + max(len(old.split()) for _, old in olds) + _FAR
        common = Counter(word for _, old in olds for word in set(_said(old)))
        self.by_word: dict[str, list[tuple[int, str]]] = defaultdict(list)
        self.by_value: dict[tuple[str, object], list[int]] = defaultdict(list)
        for at, old in olds:
            meant = [one for one in values.find(old) if one.text == old.strip()]
            if meant and meant[0].value is not None:
                self.by_value[meant[0].kind, meant[0].value].append(at)
            else:
                rare = min(_said(old), key=lambda word: (common[word], word))
                self.by_word[rare].append((at, old))

    def beside(self, at: int) -> set[int]:
        """The orders that one of the exchanges must be held against, among them later ones."""
        found = set(self.others)
        by_text: dict[_Where, list[Splice]] = defaultdict(list)
        for splice in self.plans[at].splices[self.where]:
            by_text[splice.role, splice.row, splice.cell].append(splice)
        for where, splices in by_text.items():
            text = self.texts[where]
            for splice in splices:
                found.update(text.near(*text.words(splice.start, splice.end)))
            found.update(self._brought(text.window(splices, self.wide), at))
        return found

    def _brought(self, window: _Window, at: int) -> Iterator[int]:
        """The later orders whose old words may stand where an order has changed the text."""
        for word in set(_said(window.text)):
            for other, old in self.by_word.get(word, ()):
                if other > at and _says(window, old):
                    yield other
        for value in values.find(window.text):
            if value.start <= window.last and value.end >= window.first:
                yield from self.by_value.get((value.kind, value.value), ())


def _is_exchange(plan: Plan, where: str) -> bool:
    """Does the plan put words for words in this clause alone, by an order that says no more?"""
    order = plan.amendment
    return (
        order.part is None and order.fragment is None and order.wording == "given"
        and bool(exchanged(order)) and not topics.asks_the_clause(order)
        and plan.touched == {where} == plan.splices.keys()
        and not (plan.whole or plan.repealed or plan.inserted or plan.shifted)
        and all(one.role != "rows" for one in plan.splices[where])
        and all(_WORD.search(one.old) and one.old[-1:] != "_" for one in order.stated)
    )  # fmt: skip


def _said(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _says(window: _Window, old: str) -> bool:
    """May the window say the words, in whatever case, in what is new or beside it?"""
    return any(found.start() <= window.last and found.end() >= window.first
               for found in re.finditer(as_pattern(old), window.text, re.I))  # fmt: skip
