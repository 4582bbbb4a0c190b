"""Printed rows -> paragraphs: which row goes on with the one before it."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from clausetrack.ingest.pdf.cells import TableRow, Tables
from clausetrack.ingest.pdf.contents import Entry, words
from clausetrack.ingest.pdf.rows import BULLETS, PrintedRow

_BULLET = re.compile(rf"(?:[{re.escape(BULLETS)}]|o(?=\t))\s+(?=\S)")
#: Bullets that are marks of punctuation too.
_DASHES = "-–—·§»›"
#: A label that is one by its form alone.
_LABEL = re.compile(
    r"(?:[A-Z]?\d{1,3}(?:\.\d{1,3}[A-Z]?)+[.:)]?|\d{1,3}[.)]|\([a-z]{1,5}\)|\(\d{1,2}\)|\([A-Z]\)"
    r"|[a-z]{1,4}[.)]|(?:part|appendix|schedule)\s+(?:\d+|[A-Z]|[a-z]+)(?=\s*[:–-]|\s*$))(?:\s+|$)",
    re.I,
)
#: A label that is one because it is set apart from its text.
_SET_APART = re.compile(r"(?P<label>[^\s]{1,10}|(?:Part|Appendix|Schedule) \w{1,8})\t")
_ENDED = re.compile(r"[.:;!?][”\"’)\]]*\s*$|[;,]\s*(?:and|or)\s*$", re.I)


@dataclass(slots=True)
class Paragraph:
    """The rows of one paragraph. `bullet` is the length of the bullet that it begins with."""

    rows: list[PrintedRow]
    style: str = ""
    level: int = 0
    bullet: int = 0

    @property
    def text(self) -> str:
        return " ".join(row.text.strip() for row in self.rows)


@dataclass(frozen=True, slots=True)
class Setting:
    """How a document is set: the size of its text, the step from line to line in sizes, the right
    edges of its columns by (page, left edge)."""

    size: float
    leading: float
    right: float


def setting(rows: Sequence[PrintedRow]) -> Setting:
    """The measures of most of the text."""
    sizes: Counter[float] = Counter()
    steps: Counter[float] = Counter()
    for row in rows:
        sizes[row.size] += len(row.text)
    size = sizes.most_common(1)[0][0] if sizes else 10.0
    rights = []
    for above, below in pairwise(rows):
        step = above.y - below.y
        if above.page == below.page and above.size == below.size and 0.9 * size < step < 2.2 * size:
            steps[round(step / above.size, 1)] += 1
    # where most paragraphs are a line, the step between them is the commoner one
    most = max(steps.values(), default=0)
    leading = min((step for step, count in steps.items() if 5 * count >= most), default=1.2)
    rights = [row.x1 for row in rows if abs(row.size - size) < 0.5]
    right = statistics.quantiles(rights, n=20)[-1] if len(rights) > 2 else 0.0
    return Setting(size, leading, right)


def blocks(
    rows: Sequence[PrintedRow], known: Setting, entries: Sequence[Entry], tables: Tables
) -> list[Paragraph | TableRow]:
    """The paragraphs and table rows of a document, in order, headings and list items marked."""
    titles = {words(entry.number + entry.title): entry for entry in entries if entry.title}
    out: list[Paragraph | TableRow] = []
    for inside, group in groupby(rows, lambda row: row.cell and (row.page, row.cell[0])):
        if inside:
            out += tables.read(list(group), follows=bool(out) and isinstance(out[-1], TableRow))
            continue
        for row in group:
            last = out[-1] if out else None
            if isinstance(last, Paragraph) and _goes_on(last, row, known, titles):
                last.rows.append(row)
            else:
                out.append(Paragraph([row]))
    found = [block for block in out if isinstance(block, Paragraph)]
    for paragraph in found:
        _mark(paragraph, known, titles)
    for above, below in pairwise(out):
        if isinstance(above, Paragraph) and isinstance(below, TableRow):
            _unmark_caption(above, known, titles)
    _rank(found)
    return out


def _unmark_caption(paragraph: Paragraph, known: Setting, titles: dict[str, Entry]) -> None:
    """A heading in the size of the text, without a number, is the caption of the table below it."""
    listed = words(paragraph.text) in titles or label_end(paragraph.text)
    if paragraph.style == "heading" and not listed and not _is_display(paragraph.rows[0], known):
        paragraph.style = ""


# ------------------------------------------------------------------------------- one paragraph


def _goes_on(
    paragraph: Paragraph, row: PrintedRow, known: Setting, titles: dict[str, Entry]
) -> bool:
    """Is the row the next line of the paragraph?"""
    last = paragraph.rows[-1]
    if row.margin != last.margin:
        return False
    if titles and (listed := _title(paragraph, row, titles)) is not None:
        return listed
    if abs(row.size - last.size) > 0.07 * max(row.size, last.size):
        return False
    moved = row.page != last.page or row.y > last.y or row.left != last.left
    full = _is_full(last, row, known)
    labelled = label_end(row.text) > 0
    if moved and not row.margin:
        return not labelled and _crosses(last, row, full, known)
    step = (last.y - row.y) / row.size
    usual = _leading(paragraph, known)
    if step > 1.25 * usual or step < 0.3:
        return False
    hangs = _continues_at(paragraph, row)
    if row.text[:1] in BULLETS and row.text[:1] not in _DASHES and labelled:
        return False
    if labelled:
        return (
            full
            and hangs
            and not _ENDED.search(last.text)
            and "\t" not in row.text[:12]
            and not _is_outdented(paragraph, row)
        )
    if row.bold != last.bold and (not full or row.spans[0].colour != last.spans[0].colour):
        return False
    if row.bold and not last.bold and re.search(r"[.;:?!]\s*$", last.text):
        return False  # a sentence ended, and what follows is a heading
    if _is_display(last, known):
        return row.bold == last.bold and not _ENDED.search(last.text)
    if not hangs:
        return full and not _ENDED.search(last.text) and row.text[:1].islower()
    if full:
        return True
    if re.search(r"[.;:?!]\s*$", last.text):
        return False
    return row.text.lstrip()[:1].islower() or _room(last, known) < 0.2 * (known.right - last.left)


def _title(paragraph: Paragraph, row: PrintedRow, titles: dict[str, Entry]) -> bool | None:
    """What the contents say: True where a listed title goes on in the row, False where it ends or
    one begins, None where they say nothing."""
    before = words(paragraph.text)
    if before in titles:
        return words(paragraph.text + row.text) in titles
    together = before + words(row.text)
    if together in titles and len(paragraph.rows) < 4:
        return True
    return False if words(row.text) in titles and label_end(row.text) else None


def _is_display(row: PrintedRow, known: Setting) -> bool:
    return row.size > 1.08 * known.size


def _is_full(last: PrintedRow, row: PrintedRow, known: Setting) -> bool:
    """Would the first word of the row not have fitted on the line above it?"""
    first = row.text.split()[:1]
    room = _room(last, known)
    wide = (row.x1 - row.x0) / max(len(row.text), 1)
    return room < (len(first[0]) + 1.0 if first else 1.0) * wide + 1.0


def _room(row: PrintedRow, known: Setting) -> float:
    """The white space between the end of a row and the right edge of its column."""
    right = row.right
    if right - row.left > 0.6 * (known.right - row.left) and not row.margin:
        right = min(right, max(known.right, row.x1))
    return right - row.x1


def _leading(paragraph: Paragraph, known: Setting) -> float:
    rows = paragraph.rows
    if len(rows) > 1 and rows[-1].page == rows[-2].page and rows[-2].y > rows[-1].y:
        return max((rows[-2].y - rows[-1].y) / rows[-1].size, 1.0)
    return max(known.leading, 1.0)


def _continues_at(paragraph: Paragraph, row: PrintedRow) -> bool:
    """Does the row begin where lines of the paragraph go on?"""
    first, rest = paragraph.rows[0], paragraph.rows[1:]
    slack = 0.45 * row.size
    if rest and rest[-1].page == row.page:
        return abs(row.x0 - rest[-1].x0) <= slack
    if label_end(first.text):
        return row.x0 > first.x0 - slack
    return abs(row.x0 - first.x0) <= slack or row.x0 < first.x0


def _is_outdented(paragraph: Paragraph, row: PrintedRow) -> bool:
    rest = paragraph.rows[1:] or paragraph.rows
    return row.x0 < rest[-1].x0 - 0.45 * row.size


def _crosses(last: PrintedRow, row: PrintedRow, full: bool, known: Setting) -> bool:
    """Does a sentence go on at the top of the next page or column?"""
    if _ENDED.search(last.text) or row.bold != last.bold or _is_display(last, known):
        return False
    return (
        row.text.lstrip()[:1].islower()
        or (full and not row.text.lstrip()[:1].isupper())
        or (full and len(last.text) > 40 and abs(row.x0 - last.x0) < 2 * row.size)
    )


def label_end(text: str) -> int:
    """The length of the label that a row begins with, 0 for none."""
    for pattern in (_BULLET, _LABEL, _SET_APART):
        if found := pattern.match(text):
            return found.end()
    return 0


# -------------------------------------------------------------------------------------- styles


def _mark(paragraph: Paragraph, known: Setting, titles: dict[str, Entry]) -> None:
    text = paragraph.text
    if found := _BULLET.match(text):
        paragraph.style, paragraph.bullet = "list", found.end()
        return
    if words(text) in titles:
        paragraph.style = "heading"
        return
    rows = paragraph.rows
    if len(text) > 160 or len(rows) > 3 or text.rstrip().endswith((".", ";", ",")):
        return
    first = rows[0]
    if _is_display(first, known) or first.margin or (all(row.bold for row in rows)):
        paragraph.style = "heading"


def _rank(out: Sequence[Paragraph]) -> None:
    """Levels: of headings by their size and weight, of list items by their indents."""
    looks = sorted({_look(p) for p in out if p.style == "heading"}, reverse=True)
    for paragraph in out:
        if paragraph.style == "heading":
            paragraph.level = min(looks.index(_look(paragraph)) + 1, 9)
        elif paragraph.style == "list":
            paragraph.level = round((paragraph.rows[0].x0 - paragraph.rows[0].left) / 6)


def _look(paragraph: Paragraph) -> tuple[float, bool]:
    row = paragraph.rows[0]
    return round(row.size), row.bold
