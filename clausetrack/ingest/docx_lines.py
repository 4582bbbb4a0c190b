"""The body of a Word document -> lines, with the place of each: paragraphs, and rows of tables.

A table that only lays clauses out is read as the paragraphs in its cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from clausetrack import reasons
from clausetrack.model import Cell, LeftOut, Line, Run, Runs, Source, plain
from clausetrack.ooxml.names import Element, child, local, value, w
from clausetrack.ooxml.styles import Styles
from clausetrack.ooxml.text import (
    GridRow,
    Piece,
    blocks,
    cell_paragraphs,
    pieces,
    rows,
)

_WIDEST = 3  # columns that lay clauses out: a number, a letter, and words
_BREAK = re.compile(r"\s*\n\s*")
_LETTERED = re.compile(r"\([a-z]{1,5}\)\s")
#: A border that is not drawn.
_NO_LINE = frozenset(("nil", "none"))


@dataclass
class Part:
    """A part as one view shows it, and how its text elements were placed in the file."""

    file: str
    part: str
    styles: Styles
    places: dict[Element, int]
    ends: dict[int, int] = field(default_factory=dict)
    pieces: dict[Element, list[Piece]] = field(default_factory=dict)
    left_out: list[LeftOut] = field(default_factory=list)
    labels: dict[Element, tuple[str, str, int]] = field(default_factory=dict)
    series: dict[str, int] = field(default_factory=dict)
    in_cells: list[tuple[str, int]] = field(default_factory=list)
    seen: set[Element] = field(default_factory=set)
    #: What holds the raised mark of a note, which is no word of its paragraph.
    marks: set[Element] = field(default_factory=set)
    tables: int = 0

    def own(self, paragraph: Element) -> list[Piece]:
        """The pieces of a paragraph."""
        found = self.pieces.get(paragraph)
        return pieces(paragraph) if found is None else found

    def runs(self, found: Iterable[Piece]) -> Runs:
        """The pieces as runs, each with its place; neighbours in one emphasis are one run."""
        out: list[Run] = []
        texts: list[str] = []
        emphasis, before, start, end = "", -1, 0, 0

        def close() -> None:
            if text := "".join(texts):
                source = Source(self.file, None, None, self.part, before, start, end)
                out.append(Run(text, emphasis, "", source))

        for piece in found:
            at = self.places[piece.node]
            self.seen.add(piece.node)
            if piece.node in self.marks:
                close()
                texts, before = [], -1
                begin = self.ends.get(at, 0)
                self.ends[at] = begin + len(piece.text)
                place = Source(self.file, None, None, self.part, at, begin, self.ends[at])
                self.left_out.append(LeftOut(piece.text, reasons.RAISED_MARK, place))
                continue
            how = self.styles.emphasis(piece.run)
            if how != emphasis or at != before:
                close()
                texts, emphasis, before = [], how, at
                start = end = self.ends.get(at, 0)
            texts.append(piece.text)
            end += len(piece.text)
            self.ends[at] = end
        close()
        return tuple(out)

    def leave_out(self, runs: Runs, why: str, of: tuple[Source, ...] = ()) -> None:
        """Note the text of `runs`, a stretch for each paragraph that it came from.

        `of` are the paragraphs that a note is of.
        """
        by_place: dict[int, list[Run]] = {}
        for run in runs:
            if run.source is not None and run.source.paragraph is not None:
                by_place.setdefault(run.source.paragraph, []).append(run)
        for at, group in by_place.items():
            text = plain(tuple(group))
            if text.strip():
                places = [run.source for run in group if run.source is not None]
                source = Source(self.file, part=self.part, paragraph=at, start=places[0].start,
                                end=places[-1].end)  # fmt: skip
                self.left_out.append(LeftOut(text, why, source, of))


def lines(here: Part, body: Element) -> list[Line]:
    """The lines of a body, in order."""
    return _Body(here, body).read()


@dataclass
class _Body:
    """A body while its lines are read."""

    here: Part
    body: Element
    out: list[Line] = field(default_factory=list)

    def read(self) -> list[Line]:
        for block in blocks(self.body):
            self._block(block)
        return self.out

    def _block(self, block: Element) -> None:
        if local(block) == "p":
            self._paragraph(block)
            return
        grid = rows(block)
        if self._lays_out(block, grid):
            self._laid_out(grid)
        else:
            self.here.tables += 1
            self.out += _rows(self.here, grid, self.here.tables)

    def _paragraph(self, block: Element) -> None:
        here = self.here
        runs = here.runs(here.own(block))
        style, level = here.styles.hint(block)
        if style == "contents":
            here.leave_out(runs, reasons.CONTENTS)
        elif runs := _stripped(runs):
            label, instance, depth = here.labels.get(block, ("", "", 0))
            series = 0
            if label and style == "list":
                level, series = depth, here.series.setdefault(instance, len(here.series) + 1)
            more: list[Runs] = []
            if "\n" in plain(runs):
                runs, *more = self._parted(runs, label)
            place = _place(here, block, runs)
            self.out.append(Line(runs, place, style, level, label, series=series))
            for part in more:
                self.out.append(Line(part, _place(here, block, part)))

    def _parted(self, runs: Runs, label: str) -> list[Runs]:
        """The runs of a paragraph, parted at the line breaks where a clause begins in it.

        One does where its number follows the one before it: then what stands behind the other
        breaks may begin with a letter.
        """
        from clausetrack.ingest.clause_tables import follows, number_of

        text = plain(runs)
        last = number_of(f"{label} {text}".strip()) or self._last_number()
        at, found = 0, False
        starts = []
        for broken in _BREAK.finditer(text):
            number = number_of(text[broken.end() :].partition("\n")[0])
            if "." in number and last and follows(number, last):
                found, last = True, number
                starts.append(broken)
            elif _LETTERED.match(text, broken.end()):
                starts.append(broken)
        if not found:
            return [runs]
        out = []
        for broken in starts:
            out.append(_stripped(_slice(runs, at, broken.start())))
            at = broken.end()
        return [*filter(None, out), _stripped(_slice(runs, at, len(text)))]

    # ------------------------------------------------------------------------------- layout

    def _lays_out(self, table: Element, grid: Sequence[GridRow]) -> bool:
        """Does the table only lay clauses out?"""
        if any(len(row.cells) > _WIDEST for row in grid[:3]):
            return False  # as nearly every table
        from clausetrack.ingest import clause_tables

        first = (self._texts(cell.element) for row in grid[:3] for cell in row.cells[:1])
        if not any(map(clause_tables.may_hold, first)):
            return False
        texts = [[self._texts(cell.element) for cell in row.cells] for row in grid]
        ruled = _is_ruled(self.here.styles, table)
        last = self._last_number()
        return clause_tables.holds_clauses(texts, last, self._elsewhere(table), ruled=ruled)

    def _laid_out(self, grid: Sequence[GridRow]) -> None:
        """The paragraphs of the cells; a label in a cell of its own stands before its words."""
        from clausetrack.ingest import clause_tables

        for row in grid:
            label: Element | None = None
            for cell in row.cells:
                if cell.element is None:
                    continue
                if label is None and clause_tables.label_in(self._texts(cell.element)):
                    label = next(p for p in cell_paragraphs(cell.element) if self._text(p))
                    continue
                for block in blocks(cell.element):
                    before = len(self.out)
                    self._block(block)
                    if label is not None and len(self.out) > before:
                        if self.out[before].cells is None:
                            self.out[before] = self._labelled(label, self.out[before])
                        else:
                            self.out.insert(before, self._label_alone(label))
                        label = None
            if label is not None:
                self.out.append(self._label_alone(label))
            for hidden in row.continued:
                self.here.leave_out(_cell_runs(self.here, hidden), reasons.MERGED_CELL)

    def _label_alone(self, label: Element) -> Line:
        """The line of a paragraph that is a label and no more, be it typed or computed."""
        here = self.here
        found = here.labels.get(label, ("", "", 0))
        runs = _stripped(here.runs(here.own(label)))
        style, level = here.styles.hint(label)
        series = 0
        if found[0] and style == "list":
            level, series = found[2], here.series.setdefault(found[1], len(here.series) + 1)
        return Line(runs, _place(here, label, runs), style, level, found[0], series=series)

    def _labelled(self, label: Element, line: Line) -> Line:
        own = self._label_alone(label)
        if not own.runs:  # computed
            return replace(line, label=own.label, style=own.style, level=own.level,
                           series=own.series)  # fmt: skip
        return replace(line, runs=(*own.runs, Run("\t"), *line.runs), source=own.source)

    def _texts(self, cell: Element | None) -> list[str]:
        """The texts of the paragraphs of a cell, with the labels that Word computes."""
        if cell is None:
            return []
        return [text for p in cell_paragraphs(cell) if (text := self._text(p))]

    def _text(self, paragraph: Element) -> str:
        found = self.here.labels.get(paragraph)
        text = "".join(piece.text for piece in self.here.own(paragraph)).strip()
        return f"{found[0]} {text}".strip() if found else text

    def _last_number(self) -> str:
        from clausetrack.ingest.clause_tables import number_of, opens_division

        for line in reversed(self.out):
            if line.cells is None:
                printed = f"{line.label} {line.text}".strip()
                if (number := number_of(printed)) or opens_division(printed):
                    return number
        return ""

    def _elsewhere(self, table: Element) -> set[str]:
        """The numbers that paragraphs outside of tables open with, in the same body or Schedule."""
        outermost = [table, *table.iterancestors(w("tbl"))][-1]
        found: set[str] = set()
        for block, number, divides in self._openings:
            if block is outermost:
                found.add("")
            elif divides and "" in found:
                break
            elif divides:
                found.clear()
            elif number:
                found.add(number)
        return found

    @cached_property
    def _openings(self) -> list[tuple[Element, str, bool]]:
        """Each block of the body, the number that it opens with, and whether it is a division."""
        from clausetrack.ingest.clause_tables import number_of, opens_division

        texts = ((block, self._text(block) if local(block) == "p" else "")
                 for block in blocks(self.body))  # fmt: skip
        return [(block, number_of(text), opens_division(text)) for block, text in texts]


def _is_ruled(styles: Styles, table: Element) -> bool:
    """Are the lines of a table drawn, by its own settings, its style's or those of its cells?"""
    said = [node for holder in (table, *styles.chain(value(table, "tblPr", "tblStyle")))
            if (node := child(holder, "tblPr", "tblBorders")) is not None]  # fmt: skip
    drawn = [*said[:1], *table.iter(w("tcBorders"))]
    return any(side.get(w("val"), "nil") not in _NO_LINE for node in drawn for side in node)


def _rows(here: Part, grid: Sequence[GridRow], number: int) -> Iterator[Line]:
    for row in grid:
        cells = []
        for cell in row.cells:
            runs: Runs = () if cell.element is None else _cell_runs(here, cell.element)
            cells.append(Cell(runs, cell.colspan, cell.rowspan))
        for hidden in row.continued:
            here.leave_out(_cell_runs(here, hidden), reasons.MERGED_CELL)
        first = next((cell.runs for cell in cells if cell.runs), ())
        yield Line((), _place(here, row.element, first), cells=tuple(cells), table=number)


def _cell_runs(here: Part, cell: Element) -> Runs:
    """The paragraphs of a cell, those of a table inside it included, each on a line of its own."""
    out: list[Run] = []
    for paragraph in cell_paragraphs(cell):
        label, _, _ = here.labels.get(paragraph, ("", "", 0))
        if any(character.isalnum() for character in label):
            here.in_cells.append((label, here.places[paragraph]))
        if runs := _stripped(here.runs(here.own(paragraph))):
            out += [*([Run("\n")] if out else []), *runs]
    return tuple(out)


def _place(here: Part, block: Element, runs: Runs) -> Source:
    """Where a line stands: the paragraph that its text begins in, or its first one."""
    sources = [run.source for run in runs if run.source is not None]
    if not sources:
        at = next((here.places[paragraph] for paragraph in block.iter(w("p"))), None)
        return Source(here.file, part=here.part, paragraph=at)
    first = sources[0]
    end = max(source.end for source in sources if source.paragraph == first.paragraph)
    return Source(here.file, part=here.part, paragraph=first.paragraph, start=first.start, end=end)


def _cut(run: Run, start: int, end: int, text: str) -> Run:
    assert run.source is not None
    place = Source(run.source.file, part=run.source.part, paragraph=run.source.paragraph,
                   start=start, end=end)  # fmt: skip
    return Run(text, run.emphasis, run.revision, place)


def _slice(runs: Runs, start: int, end: int) -> Runs:
    """The runs of the text from `start` to `end`."""
    out, at = [], 0
    for run in runs:
        first, last = max(start - at, 0), min(end - at, len(run.text))
        if first < last and run.source is not None:
            begin = run.source.start
            out.append(_cut(run, begin + first, begin + last, run.text[first:last]))
        at += len(run.text)
    return tuple(out)


def _stripped(runs: Runs) -> Runs:
    """`runs` without the white space around them; () where there is nothing else."""
    out = list(runs)
    while out and not out[0].text.strip():
        del out[0]
    while out and not out[-1].text.strip():
        del out[-1]
    if not out:
        return ()
    if lead := len(out[0].text) - len(out[0].text.lstrip()):
        place = out[0].source
        assert place is not None
        out[0] = _cut(out[0], place.start + lead, place.end, out[0].text[lead:])
    if trail := len(out[-1].text) - len(out[-1].text.rstrip()):
        place = out[-1].source
        assert place is not None
        out[-1] = _cut(out[-1], place.start, place.end - trail, out[-1].text[:-trail])
    return tuple(out)
