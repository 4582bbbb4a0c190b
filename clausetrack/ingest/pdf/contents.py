"""The table of contents: its rows leave the text, its entries tell which rows are headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from clausetrack.ingest.pdf.rows import PrintedPage, PrintedRow, is_contents_title

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


def words(text: str) -> str:
    """A text as it is compared: its letters and digits, in one case."""
    return "".join(re.findall(r"\w+", text)).casefold()


def set_aside(pages: Sequence[PrintedPage]) -> list[Entry]:
    """Mark the rows of contents pages in `aside` and return what they list."""
    entries: list[Entry] = []
    texts: list[list[str]] = []
    open_ = False
    for at, page in enumerate(pages):
        rows = [row for row in page.rows if not row.aside]
        first, last = _extent(rows, open_)
        if first is None:
            open_ = False
            continue
        texts = texts or [[words(row.text) for row in page.rows] for page in pages]
        later = {text for page_texts in texts[at + 1 :] for text in page_texts}
        while last + 1 < len(rows) and words(rows[last + 1].text) in later:
            last += 1
        open_ = last >= len(rows) - 3
        block = rows[first : last + 1]
        for row in block:
            row.aside = "a line of the table of contents"
        entries += _entries(block)
    return entries


def _extent(rows: Sequence[PrintedRow], open_: bool) -> tuple[int | None, int]:
    """The first and last row of the contents on a page; None where there are none.

    Rows with leaders are contents anywhere; rows that only end with a number, under the title or
    on the page after.
    """
    title = next(
        (at for at, row in enumerate(rows) if is_contents_title(row.text)),
        None,
    )
    led = [at for at, row in enumerate(rows) if _is_led(row.text)]
    if len(led) < 3 and title is None and not open_:
        return None, -1
    plain = [at for at, row in enumerate(rows) if _is_entry(row)]
    if len(led) >= 3:
        begin = title if title is not None and title < led[0] else (0 if open_ else led[0])
        while not open_ and title is None and begin and _is_entry(rows[begin - 1]):
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


def _is_entry(row: PrintedRow) -> bool:
    """Does a row end with a page number set apart at its right edge?"""
    found = _entry(row.text)
    if found is None or len(found["title"]) > 150:
        return False
    return found["lead"] != " " or row.x1 > row.right - 2 * row.size


def _entries(block: Sequence[PrintedRow]) -> list[Entry]:
    """The entries of a block of rows; one that goes over two rows is joined."""
    out: list[Entry] = []
    begun = ""
    for row in block:
        text = row.text.strip()
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
