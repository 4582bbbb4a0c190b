"""What a converted text has at the ends of its pages: headers, footers and the numbers of pages."""

from __future__ import annotations

import re
import statistics
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

_LONG_HEADER = 200
_PAGES = 5  # that have a line alike, for it to be a header or a footer
_APART = 12  # lines of a page: a list that counts has fewer between its numbers
_WORDS = 12  # of a header
_NEAR = 3  # lines above and below the number of a page, in which its header may stand
_PAGE_NUMBER = re.compile(r"(\d+)(?: of \d+)?\D*$")
_FRONT_NUMBER = re.compile(r"\b([ivxlc]+)\W*$")
#: The number of a page as no sentence ends, behind whatever the page is about, or by itself.
_COUNTED = re.compile(
    r"(?:(?P<words>.*?)(?:^|\s{3,}|\t)\s*(?:[Pp]age\s*\|?\s*(?=\d)|(?=\d{1,3}\s+of\s))|\s{8,}(?:[-–]\s)?)"
    r"(?P<number>\d{1,3})(?:\s+of\s+\d{1,3}|\s[-–])?\s*$"
)


class _Chain(NamedTuple):
    """Numbers that count up: how many, the line of the last one, and those before it."""

    length: int
    at: int
    before: _Chain | None

    def back(self) -> Iterator[_Chain]:
        one: _Chain | None = self
        while one is not None and one.length:
            yield one
            one = one.before


_NONE = _Chain(0, -1, None)


def _length(chain: _Chain) -> int:
    return chain.length


def running(physical: Sequence[str], pages: Sequence[int]) -> list[int]:
    """The headers and footers of pages."""
    numbers = {*_running(physical), *_counting(physical)}
    return [*numbers, *_around(physical, sorted(numbers)), *_at_page_ends(physical, pages)]


def _running(physical: Sequence[str]) -> list[int]:
    """Lines that differ in a number only, the number counting up, five times or more.

    Those of front pages, which are numbered i, ii, iii, go with them.
    """
    alike: dict[str, list[tuple[int, int]]] = defaultdict(list)
    front: dict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(physical):
        if not 4 < len(line.strip()) < _LONG_HEADER:
            continue
        if found := _PAGE_NUMBER.search(line):
            alike[_alike(line, found)].append((at, int(found[1])))
        if found := _FRONT_NUMBER.search(line):
            front[_alike(line, found)].append(at)
    out = []
    for key, places in alike.items():
        numbers = [number for _, number in places]
        steps = sum(b - a in {1, 2} for a, b in pairwise(numbers))
        apart = [b[0] - a[0] for a, b in pairwise(places)]
        often = len(places) >= _PAGES and steps >= 0.8 * (len(places) - 1)
        if often and statistics.median(apart) > _APART and re.search(r"[^\W\d]{3}", key):
            out += [at for at, _ in places] + front[key]
    return out


def _counting(physical: Sequence[str]) -> list[int]:
    """The lines that are a number, or end in "7 of 99" or "Page 7", and count up.

    Whatever words stand before it: these name the Article that a page is in.
    """
    chains: dict[int, _Chain] = {}  # the longest one so far up to each number
    for at, line in enumerate(physical):
        found = _COUNTED.match(line) if len(line) < _LONG_HEADER else None
        if found is not None and (found["words"] or not physical[max(0, at - 1)].strip()):
            number = int(found["number"])
            before = max(chains.get(number - 1, _NONE), chains.get(number - 2, _NONE), key=_length)
            chains[number] = _Chain(before.length + 1, at, before)
    last = max(chains.values(), key=_length, default=_NONE)
    longest = [one.at for one in last.back()]
    apart = [a - b for a, b in pairwise(longest)]
    return longest if len(longest) >= _PAGES and statistics.median(apart) > _APART else []


def _around(physical: Sequence[str], numbers: Sequence[int]) -> Iterator[int]:
    """The lines near the numbers of pages that many pages have alike, and headings above them.

    "ARTICLE 7" over "OVERTIME     7 of 99" is a heading that the page says again.
    """
    filled = [at for at, line in enumerate(physical) if line.strip()]
    place = {at: n for n, at in enumerate(filled)}
    near: dict[tuple[int, str], list[int]] = defaultdict(list)
    for at in numbers:
        for step in range(-_NEAR, _NEAR + 1):
            if step and 0 <= place[at] + step < len(filled):
                line = physical[filled[place[at] + step]]
                if _may_be_header(line):
                    near[step, _alike(line, None)].append(filled[place[at] + step])
    often = max(_PAGES, len(numbers) / 3)
    for found in near.values():
        if len(found) >= often:
            yield from found
    headings = {(_bare(physical[a]), _bare(physical[b])) for a, b in pairwise(filled)}
    for at in numbers:
        said = _COUNTED.match(physical[at])
        if said and said["words"] and (_bare(physical[at - 1]), _bare(said["words"])) in headings:
            yield at - 1


def _may_be_header(line: str) -> bool:
    """No sentence: a few words that begin with none that goes on, and end in no stop."""
    words = line.split()
    goes_on = words[0][0].islower() or words[-1].endswith((".", ";", ",", ":"))
    return len(words) <= _WORDS and not goes_on


def _at_page_ends(physical: Sequence[str], pages: Sequence[int]) -> list[int]:
    """Of the first and last two lines of each page those that a third of the pages have alike.

    `pages` are the first lines of pages, by the form feeds of the file.
    """
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for start, end in pairwise([0, *pages, len(physical)]):
        filled = [at for at in range(start, end) if physical[at].strip()]
        for side, found in (("top", filled[:2]), ("bottom", filled[-2:])):
            for at in found:
                line = physical[at]
                if not line.rstrip().endswith((".", ";", ",", ":")):
                    places[side, _alike(line, _PAGE_NUMBER.search(line))].append(at)
    often = max(_PAGES, len(pages) / 3)
    return [at for found in places.values() if len(found) >= often for at in found]


def _alike(line: str, number: re.Match[str] | None) -> str:
    """A line by its words, whatever the number in it and the space between them."""
    if number is not None:
        line = f"{line[: number.start(1)]}#{line[number.end(1) :]}"
    return " ".join(line.split())


def _bare(line: str) -> str:
    return " ".join(line.lstrip("# ").split())
