"""The table of contents: its rows leave the text, its entries tell which rows are headings."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import groupby

from clausetrack import reasons
from clausetrack.ingest.listed import is_contents_title, words
from clausetrack.ingest.pdf.rows import PrintedPage, PrintedRow

_LEADER = re.compile(r"(?:\.\s?){4,}|…{2,}|_{4,}|(?:·\s?){4,}")
_ENTRY = re.compile(
    rf"(?P<title>.*?\S)\s*(?P<lead>{_LEADER.pattern}|\t|\s)\s*(?P<page>\d{{1,4}}|[ivxl]{{1,6}})\s*$"
)
_LAST = tuple("0123456789ivxl")
_NUMBER = re.compile(
    r"(?P<num>(?:(?:part|section|appendix|schedule)\s+)?[A-Z]?\d{1,3}[A-Z]?(?:\.\d{1,3}[A-Z]?)*)[.):]?(?:\s+|$)"
    r"(?P<title>.*)",
    re.I | re.S,
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its number ("4.2", "" for none) and its words."""

    number: str
    title: str


@dataclass(frozen=True, slots=True)
class _Line:
    """A printed line: one row, or those of a table's cells that stand side by side."""

    rows: tuple[PrintedRow, ...]
    text: str

    @property
    def at_right(self) -> bool:
        last = self.rows[-1]
        return last.x1 > last.right - 2 * last.size


def _lines(rows: Sequence[PrintedRow]) -> list[_Line]:
    out: list[_Line] = []
    for table, group in groupby(rows, lambda row: None if row.cell is None else row.cell[0]):
        if table is None:
            out += [_Line((row,), row.text) for row in group]
            continue
        beside: list[list[PrintedRow]] = []
        for row in sorted(group, key=lambda row: (-row.y, row.x0)):
            if beside and beside[-1][0].y - row.y < 0.3 * row.size:
                beside[-1].append(row)
            else:
                beside.append([row])
        for each in beside:
            each.sort(key=lambda row: row.x0)
            out.append(_Line(tuple(each), "\t".join(row.text.strip() for row in each)))
    return out


def set_aside(pages: Sequence[PrintedPage]) -> list[Entry]:
    """Mark the rows of contents pages in `aside` and return what they list."""
    entries: list[Entry] = []
    texts: list[list[str]] = []
    open_ = False
    for at, page in enumerate(pages):
        found = _lines([row for row in page.rows if not row.aside])
        if not (open_ or any(is_contents_title(line.text) or _is_led(line.text) for line in found)):
            continue
        texts = texts or [[words(line.text) for line in _lines(page.rows)] for page in pages]
        later = {text for page_texts in texts[at + 1 :] for text in page_texts}
        first, last = _extent(found, open_, later)
        if first is None:
            open_ = False
            continue
        while last + 1 < len(found) and words(found[last + 1].text) in later:
            last += 1
        open_ = last >= len(found) - 3
        block = found[first : last + 1]
        for line in block:
            for row in line.rows:
                row.aside = reasons.CONTENTS
        entries += _entries(block)
    return entries


def _extent(found: Sequence[_Line], open_: bool, later: set[str]) -> tuple[int | None, int]:
    """The first and last line of the contents on a page; None where there are none.

    Lines with leaders are contents anywhere; those that only end with a number, under the title or
    on the page after, where the number stands apart or the words before it come again `later`.
    """
    title = next(
        (at for at, line in enumerate(found) if is_contents_title(line.text)),
        None,
    )
    led = [at for at, line in enumerate(found) if _is_led(line.text)]
    if len(led) < 3 and title is None and not open_:
        return None, -1
    plain = [at for at, line in enumerate(found) if _is_entry(line, later)]
    if len(led) >= 3:
        begin = title if title is not None and title < led[0] else (0 if open_ else led[0])
        while not open_ and title is None and begin and _is_entry(found[begin - 1]):
            begin -= 1
        return begin, max(led[-1], *(at for at in plain if at <= led[-1] + 8), led[-1])
    begin = title if title is not None else 0
    after = [at for at in plain if at > begin or open_]
    if len(after) >= 3 and len(after) >= 0.4 * (after[-1] - begin):
        return begin, after[-1]
    return (0, led[-1]) if led and open_ else (None, -1)


def _entry(text: str) -> re.Match[str] | None:
    """What `_ENTRY` finds in a row; most rows do not even end as one.

    No entry is long, and the pattern takes the square of the length.
    """
    text = text.strip()
    return _ENTRY.fullmatch(text) if text.endswith(_LAST) and len(text) < 500 else None


def _is_led(text: str) -> bool:
    text = text.strip()
    return _entry(text) is not None and bool(_LEADER.search(text))


def _is_entry(line: _Line, later: Collection[str] = ()) -> bool:
    """Does a line end with a page number, apart at its right edge or after words of `later`?"""
    found = _entry(line.text)
    if found is None or len(found["title"]) > 150:
        return False
    return found["lead"] != " " or line.at_right or words(found["title"]) in later


def _entries(block: Sequence[_Line]) -> list[Entry]:
    """The entries of a block of lines; one that goes over two lines is joined."""
    out: list[Entry] = []
    begun = ""
    for line in block:
        text = line.text.strip()
        if is_contents_title(text):
            continue
        found = _entry(text)
        numbered = _NUMBER.match(text)
        if begun and numbered and not found:
            begun = ""
        if found is None:
            begun = f"{begun} {text}".strip()
            continue
        title = re.sub(rf"(?:{_LEADER.pattern}|[.…\s])+$", "", found["title"])
        if begun and not numbered:
            title = f"{begun} {title}"
        begun = ""
        parts = _NUMBER.match(title)
        out.append(Entry(parts["num"], parts["title"].strip()) if parts else Entry("", title))
    return out
