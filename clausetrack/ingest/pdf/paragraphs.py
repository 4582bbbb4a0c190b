"""Printed rows -> paragraphs: which row goes on with the one before it."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from clausetrack.ingest.listed import words
from clausetrack.ingest.pdf.cells import TableRow, Tables
from clausetrack.ingest.pdf.contents import Entry
from clausetrack.ingest.pdf.labels import BULLETS
from clausetrack.ingest.pdf.rows import PrintedRow
from clausetrack.numbering import NUMBER_WORD

_BULLET = re.compile(rf"(?:[{re.escape(BULLETS)}]|o(?=\t))\s+(?=\S)")
#: Bullets that are marks of punctuation too.
_DASHES = "-–—·§»›"
#: How near to each other right edges of text that is not justified stand, in points.
_EDGE = 12
#: A label that is one by its form alone; "T1.5 for" is a multiple of the rate of pay.
_LABEL = re.compile(
    r"(?!T\d(?:\.\d{1,2})?\s+(?-i:[a-z]))"
    r"(?:[A-Z]?\d{1,3}(?:\.\d{1,3}[A-Z]?)+[.:)]?|\d{1,3}[.)]|[A-Z]\d{1,3}[-–][A-Z]?\d{1,3}|\([a-z]{1,5}\)|\(\d{1,2}\)|\([A-Z]\)"
    r"|[a-z]{1,4}[.)]|(?:part|appendix|schedule)\s+(?:\d+|[A-Z]|[a-z]+)(?=\s*[:–-]|\s*$))(?:\s+|$)",
    re.I,
)
#: A label that is one because it is set apart from its text.
_SET_APART = re.compile(r"(?P<label>[^\s]{1,10}|(?:Part|Appendix|Schedule) \w{1,8})\t")
_CONJUNCTION = re.compile(r"\s*(?:and|or)[,:]?\s*")
#: A sentence that goes on with a figure: "within the last" before "2 years and ...".
_FIGURE = re.compile(r"\s*\d[\d,.]*%?\s+[a-z]")
#: "within ten" before "(10) days": the figure is that of the words, and no label.
_IN_WORDS = re.compile(
    rf"\b(?:{NUMBER_WORD}|(?:thir|for|fif|six|seven|eigh|nine)ty(?:-[a-z]+)?|hundred)\s*$", re.I
)
_IN_FIGURES = re.compile(r"\(\d{1,3}\)\s+[a-z]")
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

    @property
    def is_bare(self) -> bool:
        """Is it a bullet and nothing else?"""
        return len(self.rows) == 1 and _is_bullet(self.rows[0])

    @property
    def worded(self) -> list[PrintedRow]:
        """Its rows, but for a bullet in a row of its own."""
        return self.rows[1:] if len(self.rows) > 1 and _is_bullet(self.rows[0]) else self.rows


@dataclass(frozen=True, slots=True)
class Setting:
    """How a document is set: the size of its text, the step from line to line in sizes, the right
    edge of its text, the right edges of columns that come on more pages than one, and whether more
    white space than between lines stands before each paragraph that has a label."""

    size: float
    leading: float
    right: float
    edges: frozenset[int] = frozenset()
    spaced: bool = False


def setting(rows: Sequence[PrintedRow]) -> Setting:
    """The measures of most of the text."""
    sizes: Counter[float] = Counter()
    for row in rows:
        sizes[row.size] += len(row.text)
    size = sizes.most_common(1)[0][0] if sizes else 10.0
    # the step between two lines of a paragraph: below a line that is filled, not below a short one
    steps = _steps(rows, size, filled=True) or _steps(rows, size, filled=False)
    leading = steps.most_common(1)[0][0] if steps else 1.2
    rights = [row.x1 for row in rows if abs(row.size - size) < 0.5]
    right = statistics.quantiles(rights, n=20)[-1] if len(rights) > 2 else 0.0
    return Setting(size, leading, right, _edges(rows), _is_spaced(rows, leading))


def _edges(rows: Sequence[PrintedRow]) -> frozenset[int]:
    """The right edges, rounded, that columns of two pages or more have; all, of a single page."""
    pages: dict[int, set[int]] = {}
    for row in rows:
        pages.setdefault(round(row.right / _EDGE), set()).add(row.page)
    single = len({row.page for row in rows}) == 1
    near = {at: pages[at].union(*(pages.get(at + step, ()) for step in (-1, 1))) for at in pages}
    return frozenset(at for at, found in near.items() if single or len(found) > 1)


def _is_spaced(rows: Sequence[PrintedRow], leading: float) -> bool:
    """Do labelled paragraphs stand further from the line above them than lines of one do?"""
    steps = [
        (above.y - below.y) / below.size
        for above, below in pairwise(rows)
        if above.page == below.page and above.y > below.y and _LABEL.match(below.text)
    ]
    return len(steps) > 9 and sum(step > 1.2 * leading for step in steps) > 0.97 * len(steps)


def _steps(rows: Sequence[PrintedRow], size: float, *, filled: bool) -> Counter[float]:
    """How often each step from line to line is met, in parts of the size."""
    steps: Counter[float] = Counter()
    for above, below in pairwise(rows):
        step = above.y - below.y
        if (
            above.page == below.page
            and above.size == below.size
            and 0.9 * size < step < 2.2 * size
            and (not filled or above.x1 > above.right - 0.15 * (above.right - above.left))
        ):
            steps[round(step / above.size, 1)] += 1
    return steps


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
    if row.margin != last.margin or _is_bullet(row):
        return False
    if paragraph.is_bare:
        # a bullet set a little off its text, or one that holds nothing but a list of its own
        return row.page == last.page and row.x0 > last.x1 and last.y - row.y < 2 * row.size
    if titles and (listed := _title(paragraph, row, titles)) is not None:
        return listed
    if abs(row.size - last.size) > 0.07 * max(row.size, last.size):
        return False
    if _IN_FIGURES.match(row.text) and _IN_WORDS.search(last.text):
        return True
    moved = row.page != last.page or row.y > last.y or row.left != last.left
    full = _is_full(last, row, known)
    labelled = label_end(row.text) > 0
    if moved and not row.margin:
        return not labelled and (
            _crosses(last, row, full, known) or (full and _hangs_on(paragraph, row))
        )
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
    if full or _CONJUNCTION.fullmatch(row.text):
        return True
    room = _room(last, known)
    near = len(last.text) > 40 and room < 0.25 * (last.right - last.left)
    if known.spaced and near and step < 1.1 * known.leading:
        return True  # white space parts the paragraphs, and there is none here
    if re.search(r"[.;:?!]\s*$", last.text):
        return False
    figure = len(paragraph.rows) > 1 and _FIGURE.match(row.text)
    opens = row.text.lstrip()[:1].islower() or bool(figure)
    return opens or room < 0.2 * (known.right - last.left)


def _is_bullet(row: PrintedRow) -> bool:
    text = row.text.strip()
    return len(text) == 1 and text in BULLETS and text not in _DASHES


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
    # a capital is about half as wide again as most letters
    letters = sum(1.5 if letter.isupper() else 1.0 for letter in "".join(first))
    return room < (letters + 1.0) * wide + 1.0


def _room(row: PrintedRow, known: Setting) -> float:
    """The white space between the end of a row and the right edge of its column."""
    right = row.right
    if round(right / _EDGE) not in known.edges and not row.margin:
        # a page with a few short lines on it
        return max(known.right, right) - row.x1
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
    first, *rest = paragraph.worded
    slack = 0.45 * row.size
    if rest and rest[-1].page == row.page:
        return abs(row.x0 - rest[-1].x0) <= slack
    if label_end(first.text):
        return row.x0 > first.x0 - slack
    return abs(row.x0 - first.x0) <= slack or row.x0 < first.x0


def _is_outdented(paragraph: Paragraph, row: PrintedRow) -> bool:
    rest = paragraph.worded[1:] or paragraph.worded
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


def _hangs_on(paragraph: Paragraph, row: PrintedRow) -> bool:
    """Does a row at the top of a column stand as deep as the lines that hang from a label, after a
    filled line in which a sentence ends?"""
    first, *rest = paragraph.worded
    slack = 0.45 * row.size
    return (
        bool(rest)
        and bool(label_end(first.text))
        and rest[-1].x0 > first.x0 + slack
        and abs((row.x0 - row.left) - (rest[-1].x0 - rest[-1].left)) <= slack
        and row.bold == rest[-1].bold
        and abs(row.size - rest[-1].size) < 0.1
        and rest[-1].text.rstrip().endswith(".")
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
    if paragraph.is_bare:
        paragraph.style, paragraph.bullet = "list", 1
        return
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


def whole_words(found: Sequence[Paragraph | TableRow]) -> set[str]:
    """The words that the end of a line cannot have cut: in one case, without those at the ends and
    beginnings of lines inside cells."""
    out: set[str] = set()
    for block in found:
        if isinstance(block, Paragraph):
            cells = [block.rows]
        else:
            cells = [cell.rows for cell in block.cells]
        for rows in cells:
            for at, row in enumerate(rows):
                tokens = row.text.casefold().split()
                if row.cell:
                    tokens = tokens[at > 0 : len(tokens) - (at + 1 < len(rows))]
                out.update(word for token in tokens for word in re.findall(r"\w+", token))
    return out
