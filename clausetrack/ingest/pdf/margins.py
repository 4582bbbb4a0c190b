"""Rows outside the text of a page: running headers and footers, page numbers, footnotes."""

from __future__ import annotations

import re
import statistics
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from clausetrack import reasons
from clausetrack.ingest.pdf.rows import PrintedPage, PrintedRow, Span

_ZONE = 0.14
_PAGES = 4  # on which a row has the same place, for it to be that of a header
#: The number of a page that stands apart behind other words, those of the Part it is in perhaps.
_APART = re.compile(
    r"(?P<words>.*\S)\s*\t\s*(?:page\s*\|?\s*)?(?P<number>\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?\s*",
    re.I,
)
#: A number that may count the pages: no part of "4.2", "2022-25" or an amount, and not that of the
#: Article that begins there. Where each has a page of its own they count as the pages do.
_NUMBER = re.compile(
    r"(?:\b(?:part|article|chapter|section|clause|schedule|appendix|annexe?|item)\s+\d[\d.]*)"
    r"|(?<![\d.,$–-])(?P<page>\d{1,4})(?![\d.,–-]*\d)",
    re.I,
)
_PAGE_NUMBER = re.compile(
    r"(?:page\s*\|?\s*)?[-–—|]?\s*(?:\d{1,4}|[ivxl]{1,6})\s*[-–—|]?(?:\s*(?:of|/)\s*\d{1,4})?", re.I
)
_END_ROWS = 5  # of a note that goes on
_MOST_NOTES = 12  # of a page
_NOTE = re.compile(r"\d{1,3} \S")  # a clause has a wider gap behind its number
_UNIT = re.compile(r"\b(?:[ckm]?m|ft)\s?$")
_MARK = re.compile(r"\s*(\d{1,3}|[*†‡])[.)]?\s*")



class _Raised(NamedTuple):
    """A mark of a note in its row."""

    text: str
    row: PrintedRow
    span: Span


class _Notes(NamedTuple):
    """The marks on a page that have no note there, and whether its last note goes on."""

    waiting: Sequence[_Raised] = ()
    open_: bool = False


_Key = tuple[str, bool, float, int]
#: The top or the foot of a page, the size of a row there, and its place.
_Slot = tuple[bool, float, int]


def set_aside(pages: Sequence[PrintedPage], body_size: float) -> None:
    """Mark the rows of each page that are no part of its text, with the reason in `aside`."""
    seen: Counter[_Key] = Counter()
    for page in pages:
        for top, row in (*_edge(page, top=True), *_edge(page, top=False)):
            seen.update(set(_keys(page, row, top, body_size)))
    often = 3 if len(pages) > 3 else 2

    def comes_back(page: PrintedPage, row: PrintedRow, top: bool) -> bool:
        return any(_comes_back(key, seen) >= often for key in _keys(page, row, top, body_size))

    headings = _pairs(pages)
    slots = _slots(pages, body_size, comes_back)
    said = {
        _spaced(row.text) for page in pages for row in page.rows
        if (row.y > 0.5 * page.height, row.size, round(row.y / 4)) not in slots
    }  # fmt: skip
    notes = _Notes()
    for page in pages:
        for top in (True, False):
            named = ""  # what the row nearer to the edge says of the page
            for _, row in _edge(page, top=top):
                text = _spaced(row.text)
                again = text in said and (top, row.size, round(row.y / 4)) in slots
                again = again or (text, named) in headings
                if not again and not comes_back(page, row, top):
                    break
                if _ends_sentence(row, body_size):
                    break
                apart = _APART.fullmatch(row.text)
                named = _spaced(apart["words"]) if apart and not top else ""
                row.aside = (
                    "a page number"
                    if _PAGE_NUMBER.fullmatch(row.text.strip())
                    else (reasons.RUNNING_HEADER if top else reasons.RUNNING_FOOTER)
                )
        notes = _set_footnotes_aside(page, body_size, notes)


def _slots(
    pages: Sequence[PrintedPage],
    body_size: float,
    comes_back: Callable[[PrintedPage, PrintedRow, bool], bool],
) -> set[_Slot]:
    """The places at the edges of most pages where a row stands well apart from the text.

    What it says may change with the Part that the page is in.
    """
    gaps: dict[_Slot, list[float]] = defaultdict(list)
    usual = [a.y - b.y for page in pages for a, b in pairwise(page.rows) if a.y > b.y]
    apart = max(2 * body_size, 1.8 * statistics.median(usual or [0]))
    for page in pages:
        places = [row.y for row in page.rows]
        for top in (True, False):
            for _, row in _edge(page, top=top):
                inward = (abs(row.y - y) for y in places if (y < row.y if top else y > row.y))
                gap = min(inward, default=0)
                for step in (-1, 0, 1):
                    gaps[top, row.size, round(row.y / 4) + step].append(gap)
                if not comes_back(page, row, top):
                    break  # the text begins, or such a row that no other page has
    often = max(_PAGES, 0.6 * len(pages))
    return {
        slot
        for slot, found in gaps.items()
        if len(found) >= often and statistics.median(found) >= apart
    }


def _pairs(pages: Sequence[PrintedPage]) -> set[tuple[str, str]]:
    """The texts of two rows one below the other: "ARTICLE 7" and "OVERTIME".

    A foot of a page that says "OVERTIME" and its number has "ARTICLE 7" above it.
    """
    texts = [_spaced(row.text) for page in pages for row in page.rows]
    return set(pairwise(texts))


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _ends_sentence(row: PrintedRow, body_size: float) -> bool:
    """Is a row the end of a sentence? The same end may come back at the edge of other pages."""
    text = row.text.strip()
    return text[:1].islower() and text.endswith(".") and abs(row.size - body_size) < 0.5


def _edge(page: PrintedPage, *, top: bool) -> Iterator[tuple[bool, PrintedRow]]:
    """The rows near one edge of a page, from the edge inwards."""
    zone = _ZONE * page.height
    near = [
        row
        for row in page.rows
        if row.cell is None
        and not row.aside
        and (row.y > page.height - zone if top else row.y < zone)
    ]
    for row in sorted(near, key=lambda row: row.y, reverse=top):
        yield top, row


def _keys(page: PrintedPage, row: PrintedRow, top: bool, body_size: float) -> Iterator[_Key]:
    """What makes a row the same on every page: words, place, a number that counts the pages."""
    text = re.sub(r"\s+", " ", row.text.strip())
    place = round(row.y / 4)
    yield text, top, row.size, place
    if apart := _APART.fullmatch(row.text):
        yield f"<{int(apart['number']) - page.number}>", top, row.size, place
    if row.size > 1.08 * body_size and not _PAGE_NUMBER.fullmatch(text):
        return  # a heading counts its Parts, not the pages
    for found in _NUMBER.finditer(text):
        offset = int(found["page"] or 9999) - page.number
        if abs(offset) < 500:
            # the number may change sides with the pages
            rest = " ".join((text[: found.start()] + text[found.end() :]).split())
            yield f"{rest}<{offset}>", top, row.size, place


def _comes_back(key: _Key, seen: Counter[_Key]) -> int:
    """On how many pages a row stands; a place on the border of two counts in both."""
    text, top, size, place = key
    return sum(seen[text, top, size, place + step] for step in (-1, 0, 1))


def _set_footnotes_aside(page: PrintedPage, body_size: float, before: _Notes) -> _Notes:
    """Rows at the foot of a page, from one whose mark stands raised in the text above.

    They are small; or as large as the text, and begin with the marks in their order. A note that
    had no room is on the page after its mark, and one that is long goes on there: `before` are
    those of the page before. Returns those of this page.
    """
    rows = [row for row in page.rows if not row.aside and row.cell is None]
    cells = [row for row in page.rows if not row.aside and row.cell is not None]
    foot = len(rows)
    while foot and rows[foot - 1].size <= 0.92 * body_size and rows[foot - 1].y < 0.5 * page.height:
        foot -= 1
    if foot == len(rows):
        foot = _notes_begin(rows, [mark.text for mark in (*before.waiting, *_raised(page.rows))])
        if before.open_ and foot < len(rows):
            foot = _end_begins(rows, foot)
    marks = [*before.waiting, *_raised([*rows[:foot], *cells])]
    goes_on = before.open_ and foot < len(rows) and rows[foot].text[:1].islower()
    noted: set[str] = set()
    for row in rows[foot:]:
        label = _MARK.match(row.text)
        if label is not None and any(label[1] == mark.text for mark in marks):
            noted.add(label[1])
        if noted or goes_on:
            row.aside = reasons.PRINTED_FOOTNOTE
    known = (mark for mark in marks if mark.text in noted)
    for _, found in groupby(known, key=lambda mark: id(mark.row)):
        gone = list(found)
        gone[0].row.drop([mark.span for mark in gone], reasons.FOOTNOTE_MARK, spaced=True)
    waiting = [mark for mark in _raised([*rows[:foot], *cells]) if mark.text not in noted]
    last = rows[-1].text.rstrip() if noted else "."
    return _Notes(waiting, not last.endswith((".", "!", "?", ")", "”")))


def _notes_begin(rows: Sequence[PrintedRow], marks: Sequence[str]) -> int:
    """The place of the first note of a page whose notes are as large as its text.

    They are those of the most of `marks` that follow one another.
    """
    numbers = [mark for mark in marks if mark.isdecimal()][:_MOST_NOTES]
    for count in range(len(numbers), 0, -1):
        for start in range(len(numbers) - count + 1):
            waiting, first = numbers[start : start + count], len(rows)
            for at in range(len(rows) - 1, -1, -1):
                text = rows[at].text
                if waiting and _NOTE.match(text) and text.split()[0] == waiting[-1]:
                    first = at
                    del waiting[-1]
            if not waiting and not _raised(rows[first:]):
                return first
    return len(rows)


def _end_begins(rows: Sequence[PrintedRow], first: int) -> int:
    """The place where the end of the last page's note begins, above the `first` note of this one.

    A gap parts it from the text, and it goes on in small letters.
    """
    for at in range(first - 1, max(first - _END_ROWS, 0), -1):
        gap, inside = rows[at - 1].y - rows[at].y, rows[at].y - rows[at + 1].y
        if gap > 1.2 * inside:
            return at if rows[at].text[:1].islower() else first
    return first


def _raised(rows: Iterable[PrintedRow]) -> list[_Raised]:
    """The raised marks of rows, in their order; that of "m²" is none."""
    return [_Raised(span.text.strip(), row, span) for row in rows for span in row.spans
            if _is_raised(row, span) and span.text.strip()
            and not _UNIT.search(row.text, 0, span.at)]  # fmt: skip


def _is_raised(row: PrintedRow, span: Span) -> bool:
    """Is a span a raised mark, by being so much smaller than the rest of its row?"""
    return 0 < span.size < 0.78 * row.size
