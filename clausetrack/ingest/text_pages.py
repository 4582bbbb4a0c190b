"""What a converted text has at the ends of its pages: headers, footers and the numbers of pages."""

from __future__ import annotations

import re
import statistics
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

_LONG_HEADER = 200
_PAGES = 5  # that have a line alike, for it to be a header or a footer
_APART = 12  # lines of a page: a list that counts has fewer between its numbers
_DRIFT = 6  # columns by which the place of a number may change from page to page
_WORDS = 12  # of a header
_NEAR = 3  # lines above and below the number of a page, in which its header may stand
_PAGE_NUMBER = re.compile(r"(\d+)(?: of \d+)?\D*$")
_FRONT_NUMBER = re.compile(r"\b([ivxlc]+)\W*$")
#: The number of a page at the end of a line: "7 of 99", "Page 7", "7 | Page", "- 7 -", "7".
_COUNTED = re.compile(
    r"(?<![\w.,/–-])(?:(?P<of>(?:Page\s{1,3})?(?P<a>\d{1,3})\s{1,3}of\s{1,3}\d{1,3})"
    r"|(?P<page>Page\s{0,3}\|?\s{0,3}(?P<b>\d{1,3}))"
    r"|(?P<before>(?P<c>\d{1,3})\s{0,3}\|\s{0,3}P\s?a\s?g\s?e)"
    r"|(?P<alone>(?P<d>\d{1,3})|-\s?(?P<e>\d{1,3})\s?-))$",
    re.I,
)
_LAST = 24  # characters of a line in which that stands
_ALONE = re.compile(r"\s*\d{1,3}\s*")


class _Chain(NamedTuple):
    """Numbers that count up: how many, the last one's line and where it ends, and those before."""

    length: int
    at: int
    end: int
    before: _Chain | None

    def follows(self, other: _Chain) -> bool:
        """Does a page lie between the two, at whose end the number stands in the same place?"""
        return self.at - other.at > _APART // 2 and abs(self.end - other.end) <= _DRIFT

    def back(self) -> Iterator[int]:
        one: _Chain | None = self
        while one is not None:
            yield one.at
            one = one.before


def _length(chain: _Chain) -> int:
    return chain.length


def running(physical: Sequence[str], pages: Sequence[int]) -> list[int]:
    """The headers and footers of pages."""
    numbers = dict.fromkeys(_running(physical), "") | _counting(physical)
    return [*numbers, *_around(physical, numbers), *_at_page_ends(physical, pages)]


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


def _counting(physical: Sequence[str]) -> dict[int, str]:
    """The lines that end in the number of a page, which counts up, with the words before it.

    These may name the Article that a page is in: "OVERTIME     7 of 99".
    """
    out: dict[int, str] = {}
    chains: dict[str, dict[int, _Chain]] = defaultdict(dict)  # the longest so far, by form and end
    words: dict[int, str] = {}
    headed = _above_headers(physical)
    for at, line in enumerate(physical):
        found = ("alone", int(line), "") if at in headed else _counted(line)
        if found is None:
            continue
        if not (found[2] or at in headed or not physical[max(0, at - 1)].strip()):
            continue
        form, number, words[at] = found
        here = _Chain(1, at, len(line.rstrip()), None)
        below = [one for n in (number - 1, number - 2) if (one := chains[form].get(n))]
        before = max(filter(here.follows, below), key=_length, default=None)
        if before is not None:
            here = here._replace(length=before.length + 1, before=before)
        chains[form][number] = here
    for each in chains.values():
        longest = list(max(each.values(), key=_length).back())
        apart = [a - b for a, b in pairwise(longest)]
        if len(longest) >= _PAGES and statistics.median(apart) > _APART:
            out |= {at: words[at] for at in longest}
    return out


def _above_headers(physical: Sequence[str]) -> set[int]:
    """The lines of one number right above words that stand so under many: a footer and a header.

    Where a text lost its form feeds, they may follow the last line of a page without a gap.
    """
    below: dict[str, list[int]] = defaultdict(list)
    for at, (line, header) in enumerate(pairwise(physical)):
        if _ALONE.fullmatch(line) and header.strip() and _may_be_header(header):
            below[_alike(header, None)].append(at)
    return {at for found in below.values() if len(found) >= _PAGES for at in found}


def _counted(line: str) -> tuple[str, int, str] | None:
    """The form of the page number that a line ends in, the number, and the words before it.

    None where it has none, or one that stands too near its words to be no part of them.
    """
    text = line.rstrip()
    if len(text) >= _LONG_HEADER or not (text[-1:].isdigit() or text[-1:] in ("-", "e", "E")):
        return None
    found = _COUNTED.search(text, max(0, len(text) - _LAST))
    if found is None:
        return None
    form = found.lastgroup or ""
    words = text[: found.start()].rstrip()
    gap = found.start() - len(words)
    wide = {"alone": 8, "before": _LONG_HEADER if words else 0}.get(form, 3 if words else 0)
    number = next(int(each) for each in found.group("a", "b", "c", "d", "e") if each)
    return (form, number, words) if gap >= wide else None


def _around(physical: Sequence[str], numbers: Mapping[int, str]) -> Iterator[int]:
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
    for at, words in numbers.items():
        if words and (_bare(physical[at - 1]), _bare(words)) in headings:
            yield at - 1


def _may_be_header(line: str) -> bool:
    """No sentence: a few words that begin with none that goes on, and end in no stop."""
    words = line.split()
    goes_on = words[0][0].islower() or words[-1].endswith((".", ";", ",", ":"))
    return len(words) <= _WORDS and not goes_on


def _at_page_ends(physical: Sequence[str], pages: Sequence[int]) -> list[int]:
    """Of the first and last two lines of each page those that a third of the pages have alike.

    `pages` are the first lines of pages, by the form feeds of the file. Of two lines alike on one
    page the inner one is none: under the header that repeats it stands the title.
    """
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for start, end in pairwise([0, *pages, len(physical)]):
        filled = [at for at in range(start, end) if physical[at].strip()]
        for side, found in (("top", filled[:2]), ("bottom", filled[:-3:-1])):
            seen = ""
            for at in found:
                line = physical[at]
                alike = _alike(line, _PAGE_NUMBER.search(line))
                if alike != seen and not line.rstrip().endswith((".", ";", ",", ":")):
                    places[side, alike].append(at)
                seen = alike
    often = max(_PAGES, len(pages) / 3)
    return [at for found in places.values() if len(found) >= often for at in found]


def _alike(line: str, number: re.Match[str] | None) -> str:
    """A line by its words, whatever the number in it and the space between them."""
    if number is not None:
        line = f"{line[: number.start(1)]}#{line[number.end(1) :]}"
    return " ".join(line.split())


def _bare(line: str) -> str:
    return " ".join(line.lstrip("# ").split())
