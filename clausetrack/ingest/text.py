"""Plain text and Markdown -> lines.

A paragraph is one physical line, or a block of lines where the text is hard-wrapped. Cells of
tables are separated by tabs or pipes, or set in columns. Emphasis marks, escapes, bullets and table
rules are mark-up: they leave the text and are accounted for in `Reading.markup`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from clausetrack import reasons
from clausetrack.counting import Numbers
from clausetrack.errors import REJOINED, UnreadableInput
from clausetrack.ingest import (
    markdown,
    markdown_math,
    markdown_tables,
    text_bullets,
    text_columns,
    text_framed,
    text_layout,
    text_marks,
    text_rows,
    text_ruled,
    text_sides,
    text_spacing,
)
from clausetrack.ingest.characters import NOT_XML
from clausetrack.ingest.encoded import decode
from clausetrack.ingest.markdown import Mark
from clausetrack.ingest.text_marks import PAIR, Account
from clausetrack.model import Cell, LeftOut, Line, Reading, Run, Runs, Source

#: More than any agreement holds.
MAX_LINES = 300_000
MAX_LINE = 200_000

_HASHES = re.compile(r"[ ]{0,3}(?P<marks>#{1,6})[ \t]+(?=\S)")
#: What Markdown prints before the lines of a quotation; in other text it is "more than".
_QUOTE = re.compile(r"[ ]{0,3}(?:>[ \t]?)+")
#: A word goes on behind its hyphen, but not in "full- and part-time".
_HYPHENED = re.compile(r"[^\W\d_]-\n(?!(?:and|or|to)\b)[^\W\d_]")
_RULE = re.compile(r"[ ]{0,3}(?:[-_*=][ \t]*){3,}$")


def read(data: bytes, name: str) -> Reading:
    """Read a text or Markdown document; raises UnreadableInput."""
    text, findings = decode(data, name)
    account = Account(name, emphasised=len(PAIR.findall(text)) > 0, findings=findings)
    # A form feed is a page break, and white space.
    pages = [at for at, line in enumerate(text.split("\n")) if "\f" in line]
    physical = text.replace("\f", " ").split("\n")
    if len(physical) > MAX_LINES or max(map(len, physical)) > MAX_LINE:
        raise UnreadableInput(
            f"{name or 'the input'} holds more lines, or a longer one, than an agreement can; "
            "give the agreement"
        )
    for at, line in enumerate(physical if NOT_XML.search(text) else ()):
        if NOT_XML.search(line):
            physical[at] = NOT_XML.sub("\ufffd", line)
            message = "a character that XML cannot hold is shown as U+FFFD"
            account.find("character-replaced", message, at + 1, physical[at][:60])
    printed, places = list(physical), list[text_sides.Place]()
    framed = text_framed.edges(physical)
    for at, (left, right) in framed.items():
        line = physical[at]
        physical[at] = f"{line[:left]} {line[left + 1 : right]} {line[right + 1 :]}"
    numbered = text_spacing.margin_numbers(physical)
    if numbered:
        ends = [numbered.get(at, (0, 0))[1] for at in range(len(physical))]
        physical = [" " * end + line[end:] for end, line in zip(ends, physical, strict=True)]
    if (close := text_spacing.closed_up(physical)) is not None:
        places = [(at, 0) for at in close]
        physical, pages = [physical[at] for at in close], [bisect_left(close, at) for at in pages]
    sides = text_sides.unfolded(physical, pages)
    if sides is not None:
        physical, beside = sides
        begun = {at: n for n, (at, _) in reversed(list(enumerate(beside)))}
        pages = [begun[page] for page in pages]
        places = [(places[at][0] if places else at, begin) for at, begin in beside]
    apart = text_layout.furniture(physical, pages)
    kept = [line if at not in apart else "" for at, line in enumerate(physical)]
    if account.emphasised or markdown.is_named(name) or any(map(_HASHES.match, kept)):
        kept = _without_notes(kept, account)
        kept = [_unquoted(line, at + 1, account) for at, line in enumerate(kept)]
        if not text_layout.is_wrapped(kept):
            account.lists = markdown.items(kept)
    for bullets, items in text_bullets.above_their_lists(kept):
        account.items.update(items)
        for at in bullets:
            account.mark(at + 1, kept[at], 0, len(kept[at]))
            kept[at] = ""
    lines = tuple(_lines(kept, text_layout.page_breaks(kept, apart, pages), account))
    if account.lists:
        from clausetrack.ingest.html import nested  # whose lists count anew inside lists, too

        joined, inferred = nested.joined(lines)
        lines = tuple(joined)
        account.findings += inferred
    left_out = tuple(
        LeftOut(physical[at], why, Source(name, at + 1, end=len(physical[at])))
        for at, why in apart.items()
    )
    reading = Reading(
        lines,
        file=name,
        markup=tuple(account.markup),
        left_out=(*left_out, *account.left_out),
        findings=tuple(account.findings),
        read=_count(printed),
    )
    if places:
        reading = text_sides.replaced(reading, places)
    apart_by = [*numbered.items(), *((at, (edge, edge + 1)) for at, two in framed.items()
                                     for edge in two)]  # fmt: skip
    marks = [Source(name, at + 1, start=a, end=b) for at, (a, b) in apart_by]
    return replace(reading, markup=(*marks, *reading.markup))


def _unquoted(line: str, number: int, account: Account) -> str:
    """A line of Markdown with spaces for the marks of a quotation; a row of cells has none."""
    found = _QUOTE.match(line) if ">" in line[:4] and "\t" not in line else None
    if found is None:
        return line
    account.mark(number, line, 0, found.end())
    return " " * found.end() + line[found.end() :]


def _without_notes(physical: list[str], account: Account) -> list[str]:
    """The lines of Markdown without its notes, the addresses of links, and lists of links."""
    account.names = markdown.known(physical)
    account.formulas = markdown_math.found_in(physical)
    apart = markdown.apart(physical)
    for at, (start, why) in apart.items():
        if start and why == reasons.FOOTNOTE:  # which marks are its own
            account.leave(at + 1, physical[at], 0, start, reasons.FOOTNOTE_NAME)
        else:
            account.mark(at + 1, physical[at], 0, start)
        account.leave(at + 1, physical[at], start, len(physical[at]), why)
    if noted := [at for at, (_, why) in apart.items() if why == reasons.FOOTNOTE]:
        message = f"text left out of the clauses: {reasons.FOOTNOTE} ({len(noted)} lines)"
        account.find("text-left-out", message, noted[0] + 1, "")
    return ["" if at in apart else line for at, line in enumerate(physical)]


def _count(physical: list[str]) -> int:
    return sum(len("".join(line.split())) for line in physical)


def _lines(physical: list[str], breaks: dict[int, int], account: Account) -> Iterator[Line]:
    """The paragraphs, those that go on over lines and pages joined, and the rows of tables."""
    wrapped = text_layout.is_wrapped(physical)
    tables = _Tables(physical, account)
    gaps = {between for at, last in breaks.items() for between in range(last + 1, at)}
    paragraph: Line | None = None
    numbers = Numbers()
    long = text_layout.lengths(physical, tables.rows)
    for at, line in enumerate(physical):
        number = at + 1
        if at in gaps:
            continue
        joins = (
            paragraph is not None
            and paragraph.style != "heading"
            and at not in tables.rows
            and at not in account.items
            and (
                text_layout.continues(physical, at, long, numbers, breaks.get(at))
                if wrapped
                else text_layout.hangs(physical[(paragraph.source.line or 1) - 1], line)
            )
        )
        if paragraph is not None and not joins:
            yield paragraph
            paragraph = None
        if not line.strip():
            continue
        if at in tables.rows:
            row = tables.row(at, line)
            if row is not None:
                yield row
        elif _RULE.match(line):
            account.mark(number, line, 0, len(line))
        elif joins and paragraph is not None:
            more = _runs(line, number, 0, len(line), account)
            if at in breaks:
                quote = f"{paragraph.text[-30:]} {line.strip()[:30]}"
                account.find("sentence-rejoined", REJOINED, number, quote)
            ends = f"{paragraph.runs[-1].text[-2:]}\n{line.lstrip()[:4]}"
            space = () if _HYPHENED.search(ends) else (Run(" "),)
            paragraph = replace(paragraph, runs=(*paragraph.runs, *space, *more))
        else:
            paragraph = _paragraph(line, number, account)
            numbers.begin(line)
    if paragraph is not None:
        yield paragraph


# --------------------------------------------------------------------------------- paragraphs


def _paragraph(line: str, number: int, account: Account) -> Line | None:
    start, style, level = 0, "", 0
    item = account.lists.get(number - 1)
    if item is not None:
        style, level, start = "list", item.level, item.end
    elif number - 1 in account.items:
        style = "list"
    elif account.names is not None and (found := markdown.MEANING.match(line)):
        start = found.end()
    elif found := _HASHES.match(line):
        style, level, start = "heading", len(found["marks"]), found.end()
    elif (found := text_layout.BULLET.match(line)) and not PAIR.match(line.lstrip()):
        style, level, start = "list", len(found["indent"].expandtabs(4)), found.end()
    account.mark(number, line, 0, start)
    end = len(line)
    if style == "heading" and account.names is not None:
        end = markdown.heading_end(line, start)
        account.mark(number, line, end, len(line))
    runs = _runs(line, number, start, end, account)
    if not runs:
        return None
    place = Source(account.file, number, start=start, end=end)
    if item is not None:
        return Line(runs, place, style, level, item.label, series=item.series)
    return Line(runs, place, style, level)


def _runs(line: str, number: int, start: int, end: int, account: Account) -> Runs:
    """The runs of `line[start:end]`, without its emphasis marks and escapes."""
    while start < end and line[start].isspace():
        start += 1
    while end > start and line[end - 1].isspace():
        end -= 1
    marks = text_marks.marks(line, start, end, number, account)
    if not marks:  # as nearly everywhere
        place = Source(account.file, number, start=start, end=end)
        return (Run(line[start:end], source=place),) if start < end else ()
    runs: list[Run] = []
    signs: list[str] = []
    at, emphasis, sign = start, frozenset[str](), " "
    for mark in [*marks, Mark(end, end)]:
        how = "".join(sorted(emphasis))
        if mark.start > at:
            place = Source(account.file, number, start=at, end=mark.start)
            runs.append(Run(line[at : mark.start], how, source=place))
            signs.append(sign * (mark.start - at))
        if mark.shown and (runs or not mark.shown.isspace()):
            runs.append(Run(mark.shown, how))
            signs.append(" " * len(mark.shown))
        sign = mark.sign or sign
        if mark.why:
            account.leave(number, line, mark.start, mark.end, mark.why)
        else:
            account.mark(number, line, mark.start, mark.end)
        emphasis, at = emphasis ^ mark.toggles, mark.end
    if any(mark.sign for mark in marks):
        runs = text_marks.without_raised(runs, "".join(signs), account)
    while runs and runs[-1].source is None and runs[-1].text.isspace():
        runs.pop()
    return tuple(runs)


# ------------------------------------------------------------------------------------- tables


class _Tables:
    """The rows of a text's tables, whose cells dashes, bars, tabs or blank strips hold apart."""

    def __init__(self, physical: list[str], account: Account) -> None:
        self.physical = physical
        self.account = account
        self.indents = text_rows.indents(physical)
        #: What tells a table of that kind from the others, and the cells of its row.
        self.placed: dict[int, tuple[tuple[str, int], text_ruled.Cells | None]] = {}
        self._place("ruled", text_ruled.rows(physical))
        if account.names is not None:
            self._place("tagged", markdown_tables.rows(physical))
        rows = text_rows.rows(physical, self.indents) - self.placed.keys()
        self.blanks = text_rows.blanks(physical, rows)
        columns = text_columns.rows(physical)
        self._place("columns", {at: columns[at] for at in columns.keys() - rows})
        self.rows = rows | self.placed.keys()
        self.inside: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for _, cells in self.placed.values():
            for at, start, end in chain.from_iterable(cells or ()):
                self.inside[at].append((start, end))
        self.table = 0
        self.last: tuple[str, int] | None = None

    def _place(self, kind: str, found: Mapping[int, tuple[int, text_ruled.Cells | None]]) -> None:
        for at, (number, cells) in found.items():
            self.placed.setdefault(at, ((kind, number), cells))

    def row(self, at: int, line: str) -> Line | None:
        """The row that begins at line `at`, with the number of its table; None of other lines."""
        if at in self.placed:
            table, cells = self.placed[at]
            self.table += self.last != table
            self.last = table
            return self._row(at, line, cells)
        if at - 1 not in self.rows or self.last is not None:
            self.table += 1
        self.last = None
        if text_rows.RULE.match(line):
            self.account.mark(at + 1, line, 0, len(line))
            return None
        blank = self.blanks.get(at, text_rows.NONE)
        return _row(line, at + 1, self.table, self.account, blank, self.indents[at])

    def _row(self, at: int, line: str, cells: text_ruled.Cells | None) -> Line | None:
        """The row with those cells, which may go on over lines; dashes and bars are marks."""
        number = at + 1
        edges = [0, *chain.from_iterable(sorted(self.inside[at])), len(line)]
        for start, end in zip(edges[::2], edges[1::2], strict=True):
            self.account.mark(number, line, start, end)
        if cells is None:
            return None
        found = tuple(Cell(self._cell(pieces)) for pieces in cells)
        place = Source(self.account.file, number, end=len(line))
        return Line((), place, cells=found, table=self.table)

    def _cell(self, pieces: Sequence[text_ruled.Piece]) -> Runs:
        runs: Runs = ()
        for at, start, end in pieces:
            more = _runs(self.physical[at], at + 1, start, end, self.account)
            runs = (*runs, Run(" "), *more) if runs else more
        return runs


def _row(
    line: str, number: int, table: int, account: Account, blank: text_rows.Blank, start: int
) -> Line:
    """The row whose first cell begins at `start`."""
    borders = text_rows.borders(line)
    bars = bool(borders)
    cells = []
    if bars and not line[: borders[0]].strip() and not blank.first:
        account.mark(number, line, borders[0], borders[0] + 1)
        start = borders.pop(0) + 1
    tabs = [at for at, each in enumerate(line) if each == "\t" and at >= start]
    for border in borders if bars else tabs:
        cells.append(Cell(_runs(line, number, start, border, account)))
        account.mark(number, line, border, border + 1)
        start = border + 1
    if not bars or blank.last or line[start:].strip():
        cells.append(Cell(_runs(line, number, start, len(line), account)))
    return Line((), Source(account.file, number, end=len(line)), cells=tuple(cells), table=table)


