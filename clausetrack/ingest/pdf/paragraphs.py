"""Printed rows -> paragraphs: which row goes on with the one before it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, pairwise
from typing import NamedTuple

from clausetrack.ingest.listed import words
from clausetrack.ingest.pdf.cells import TableRow, Tables
from clausetrack.ingest.pdf.contents import Entry
from clausetrack.ingest.pdf.labels import BULLET, OF_ANNEX, SURE_BULLETS, label_end
from clausetrack.ingest.pdf.rows import PrintedRow
from clausetrack.ingest.pdf.setting import EDGE, Setting
from clausetrack.numbering import NUMBER_WORD

_CONJUNCTION = re.compile(r"\s*(?:and|or)[,:]?\s*")
#: A sentence that goes on with a figure: "within the last" before "2 years and ...".
_FIGURE = re.compile(r"\s*\d[\d,.]*%?\s+[a-z]")
#: "within ten" before "(10) days": the figure is that of the words, and no label.
_IN_WORDS = re.compile(
    rf"\b(?:{NUMBER_WORD}|(?:thir|for|fif|six|seven|eigh|nine)ty(?:-[a-z]+)?|hundred)\s*$", re.I
)
_IN_FIGURES = re.compile(r"\(\d{1,3}\)\s+[a-z]")
_STOPPED = re.compile(r"[.;:?!]\s*$")
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
            if isinstance(last, Paragraph) and _goes_on(
                _Seam(last, row, known, titles)
            ):
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


@dataclass(frozen=True)
class _Seam:
    """The end of a paragraph and the row that comes next: is it the next line of it?"""

    paragraph: Paragraph
    row: PrintedRow
    known: Setting
    titles: dict[str, Entry]

    @property
    def last(self) -> PrintedRow:
        return self.paragraph.rows[-1]

    @cached_property
    def listed(self) -> bool | None:
        """What the contents say: True where a listed title goes on in the row, False where it ends
        or one begins, None where they say nothing."""
        if not self.titles:
            return None
        before, added = words(self.paragraph.text), words(self.row.text)
        if before in self.titles:
            return words(self.paragraph.text + self.row.text) in self.titles
        if before + added in self.titles and len(self.paragraph.rows) < 4:
            return True
        return False if added in self.titles and self.is_labelled else None

    @cached_property
    def is_labelled(self) -> bool:
        return label_end(self.row.text) > 0

    @property
    def is_moved(self) -> bool:
        """Is the row in another column or on another page?"""
        row, last = self.row, self.last
        return row.page != last.page or row.y > last.y or row.left != last.left

    @cached_property
    def is_full(self) -> bool:
        """Would the first word of the row not have fitted on the line above it?"""
        row = self.row
        wide = (row.x1 - row.x0) / max(len(row.text), 1)
        # a capital is about half as wide again as most letters
        first = "".join(row.text.split()[:1])
        letters = sum(1.5 if letter.isupper() else 1.0 for letter in first)
        return self.room < (letters + 1.0) * wide + 1.0

    @cached_property
    def room(self) -> float:
        """The white space between the end of the last line and the right edge of its column."""
        row, known, right = self.last, self.known, self.last.right
        if round(right / EDGE) not in known.edges and not row.margin:
            # a page with a few short lines on it
            return max(known.right, right) - row.x1
        if right - row.left > 0.6 * (known.right - row.left) and not row.margin:
            right = min(right, max(known.right, row.x1))
        return right - row.x1

    @property
    def step(self) -> float:
        """From the last line down to the row, in sizes."""
        return (self.last.y - self.row.y) / self.row.size

    @property
    def usual_step(self) -> float:
        rows = self.paragraph.rows
        if len(rows) > 1 and rows[-1].page == rows[-2].page and rows[-2].y > rows[-1].y:
            return max((rows[-2].y - rows[-1].y) / rows[-1].size, 1.0)
        return max(self.known.leading, 1.0)

    @cached_property
    def is_aligned(self) -> bool:
        """Does the row begin where lines of the paragraph go on?"""
        row = self.row
        first, *rest = self.paragraph.worded
        slack = 0.45 * row.size
        if rest and rest[-1].page == row.page:
            return abs(row.x0 - rest[-1].x0) <= slack
        if label_end(first.text) or OF_ANNEX.match(first.text):
            return row.x0 > first.x0 - slack
        return abs(row.x0 - first.x0) <= slack or row.x0 < first.x0

    @property
    def is_outdented(self) -> bool:
        rest = self.paragraph.worded[1:] or self.paragraph.worded
        return self.row.x0 < rest[-1].x0 - 0.45 * self.row.size

    @property
    def is_bold_too(self) -> bool:
        return self.row.bold == self.last.bold

    @property
    def is_whole(self) -> bool:
        """Does the last line end a sentence, or an item of a list?"""
        return _ENDED.search(self.last.text) is not None

    @property
    def is_stopped(self) -> bool:
        """Does the last line end in a stop, and nothing behind it?"""
        return _STOPPED.search(self.last.text) is not None

    @property
    def crosses(self) -> bool:
        """Does a sentence go on at the top of the next page or column?"""
        row, last = self.row, self.last
        if self.is_whole or not self.is_bold_too or _is_display(last, self.known):
            return False
        first = row.text.lstrip()[:1]
        near = len(last.text) > 40 and abs(row.x0 - last.x0) < 2 * row.size
        return first.islower() or (self.is_full and (near or not first.isupper()))

    @property
    def hangs_on(self) -> bool:
        """Does a row at the top of a column stand as deep as the lines that hang from a label,
        after a filled line in which a sentence ends?"""
        row = self.row
        first, *rest = self.paragraph.worded
        slack = 0.45 * row.size
        return (
            self.is_full
            and bool(rest)
            and bool(label_end(first.text))
            and rest[-1].x0 > first.x0 + slack
            and abs((row.x0 - row.left) - (rest[-1].x0 - rest[-1].left)) <= slack
            and row.bold == rest[-1].bold
            and abs(row.size - rest[-1].size) < 0.1
            and rest[-1].text.rstrip().endswith(".")
        )


class _Rule(NamedTuple):
    """What is so, when it is, and whether the row then goes on with the paragraph."""

    name: str
    holds: Callable[[_Seam], object]
    goes_on: Callable[[_Seam], object]


def _always(_: _Seam) -> bool:
    return True


def _never(_: _Seam) -> bool:
    return False


#: The first rule that holds decides.
_RULES = (
    _Rule("the margin begins or ends", lambda s: s.row.margin != s.last.margin, _never),
    _Rule("a bullet in a row of its own, or drawn before the row",
          lambda s: _is_bullet(s.row) or s.row.dotted, _never),
    # a bullet set a little off its text, or one that holds nothing but a list of its own
    _Rule("below a bullet alone", lambda s: s.paragraph.is_bare,
          lambda s: s.row.page == s.last.page and s.row.x0 > s.last.x1
          and s.last.y - s.row.y < 2 * s.row.size),
    _Rule("the contents tell", lambda s: s.listed is not None, lambda s: s.listed),
    _Rule("another size",
          lambda s: abs(s.row.size - s.last.size) > 0.07 * max(s.row.size, s.last.size), _never),
    _Rule("a number in words, then in figures",
          lambda s: _IN_FIGURES.match(s.row.text) and _IN_WORDS.search(s.last.text), _always),
    _Rule("another column or page", lambda s: s.is_moved and not s.row.margin,
          lambda s: not s.is_labelled and (s.crosses or s.hangs_on)),
    _Rule("too far down, or not down",
          lambda s: s.step > 1.25 * s.usual_step or s.step < 0.3, _never),
    _Rule("a bullet with its text", lambda s: s.is_labelled and s.row.text[:1] in SURE_BULLETS,
          _never),
    _Rule("what may be a label, or a number in the sentence", lambda s: s.is_labelled,
          lambda s: s.is_full and s.is_aligned and not s.is_whole
          and "\t" not in s.row.text[:12] and not s.is_outdented),
    _Rule("another weight, and no word in bold within a sentence",
          lambda s: not s.is_bold_too and (
              not s.is_full or s.row.spans[0].colour != s.last.spans[0].colour), _never),
    _Rule("a heading after a sentence",
          lambda s: s.row.bold and not s.last.bold and s.is_stopped, _never),
    _Rule("below a line in large print", lambda s: _is_display(s.last, s.known),
          lambda s: s.is_bold_too and not s.is_whole),
    _Rule("not where the lines begin", lambda s: not s.is_aligned,
          lambda s: s.is_full and not s.is_whole and s.row.text[:1].islower()),
    _Rule("below a filled line", lambda s: s.is_full, _always),
    _Rule("“and” or “or” alone", lambda s: _CONJUNCTION.fullmatch(s.row.text), _always),
    _Rule("no white space, where that parts the paragraphs",
          lambda s: s.known.spaced and s.step < 1.1 * s.known.leading
          and len(s.last.text) > 40 and s.room < 0.25 * (s.last.right - s.last.left), _always),
    _Rule("after a sentence", lambda s: s.is_stopped, _never),
    _Rule("within a sentence", lambda s: s.row.text.lstrip()[:1].islower(), _always),
    _Rule("a figure within a sentence",
          lambda s: len(s.paragraph.rows) > 1 and _FIGURE.match(s.row.text), _always),
    _Rule("any other", _always,
          lambda s: s.room < 0.2 * (s.known.right - s.last.left)),
)  # fmt: skip


def _goes_on(seam: _Seam) -> bool:
    """Is the row the next line of the paragraph?"""
    return bool(next(rule.goes_on(seam) for rule in _RULES if rule.holds(seam)))


def _is_bullet(row: PrintedRow) -> bool:
    text = row.text.strip()
    return text in SURE_BULLETS


def _is_display(row: PrintedRow, known: Setting) -> bool:
    return row.size > 1.08 * known.size


# -------------------------------------------------------------------------------------- styles


def _mark(paragraph: Paragraph, known: Setting, titles: dict[str, Entry]) -> None:
    text = paragraph.text
    if paragraph.rows[0].dotted and not label_end(text):
        paragraph.style = "list"
        return
    if paragraph.is_bare:
        paragraph.style, paragraph.bullet = "list", 1
        return
    if found := BULLET.match(text):
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
