"""PDF -> lines: one a paragraph, one a row of a table.

The library that reads the file runs in a child process (`process`); here its rows become
paragraphs, and what is no part of the text is left out, with the reason.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from clausetrack import reasons
from clausetrack.errors import UnreadableInput, finding
from clausetrack.ingest.pdf import (
    contents,
    line_numbers,
    margins,
    marks,
    process,
    renumbered,
    unseen,
)
from clausetrack.ingest.pdf.cells import FilledCell, TableRow, Tables
from clausetrack.ingest.pdf.page import FIELD, LAID_ON, NOTE, STRUCK
from clausetrack.ingest.pdf.paragraphs import Paragraph, blocks, whole_words
from clausetrack.ingest.pdf.rows import BALLOON, CLOSES, PrintedPage, PrintedRow, decoded
from clausetrack.ingest.pdf.setting import setting
from clausetrack.model import (
    Cell,
    Finding,
    LeftOut,
    Line,
    Picture,
    Reading,
    Run,
    Runs,
    Source,
)
from clausetrack.values import counted, few

#: The hyphen that typesetters put at the end of a line; keyboards have another.
_SET = "\u2010"
#: What is said of that which lies on a page.
_LAID_ON = {
    FIELD: "a form on page {} is filled in, and what it shows is not read: {}",
    LAID_ON: "words were laid on page {}, and are not read: {}",
    STRUCK: "a comment strikes out words on page {}, which are read as if they stood: {}",
}
#: A page with fewer characters and a picture over most of it is a scan.
_FEW = 20


def read(data: bytes, name: str, revisions: str = "accepted") -> Reading:
    """Read a PDF; raises UnreadableInput.

    `revisions` picks the version of a file that shows its changes: "accepted" or "rejected".
    """
    pages = line_numbers.set_aside(_pages(process.pages(data, name), name))
    findings = [*_unread(pages, name), *_laid_on(pages, name)]
    flowing = [row for page in pages for row in page.rows]
    shown = marks.choose(pages, revisions)
    findings += _revised(shown, flowing, name, revisions)
    if shown.marked or any(row.barred for row in flowing):
        findings += _renumbered(renumbered.choose(flowing, revisions), name)
    margins.set_aside(pages, setting(flowing).size)
    entries = contents.set_aside(pages)
    body = [row for row in flowing if not row.aside]
    findings += unseen.unseen(body, name)
    tables = Tables({page.number: page for page in pages})
    found = blocks(body, setting(body), entries, tables)
    account = _Account(
        name,
        {word for row in body for word in re.findall(r"\w+", row.text.casefold())},
        whole_words(found),
        any(_SET in row.text.strip()[:-1] for row in body),
    )
    lines = tuple(account.lines(found))
    left_out = tuple(entry for row in flowing for entry in account.left_out(row))
    comments = tuple(_comments(pages, name))
    return Reading(
        lines,
        file=name,
        markup=tuple(account.markup),
        left_out=(*left_out, *comments),
        findings=tuple(findings),
        read=sum(page.characters for page in pages)
        + sum(len("".join(one.text.split())) for one in comments),
        pictures=tuple(_pictures(pages, name)),
    )


def _pages(told: Iterator[dict[str, Any]], name: str) -> list[PrintedPage]:
    """The pages that the children tell of, with a bar on a terminal once it takes a second.

    Raises UnreadableInput at the first page that holds more than a page can.
    """
    total = next(told)["pages"]
    started, shown = time.monotonic(), sys.stderr.isatty()
    pages = []
    for message in told:
        pages.append(page := decoded(message))
        if page.error == "too large":
            raise UnreadableInput(
                f"{name or 'the input'} holds more on page {page.number} than a page can; "
                "print it to a new PDF and give that"
            )
        if shown and time.monotonic() - started > 1:
            done = 30 * len(pages) // total
            sys.stderr.write(f"\r[{'#' * done:<30}] page {len(pages)} of {total}")
    if shown and time.monotonic() - started > 1:
        sys.stderr.write("\r\x1b[K")
    return pages


def _unread(pages: Sequence[PrintedPage], name: str) -> list[Finding]:
    """Findings for pages that hold no text or cannot be read; raises UnreadableInput for a scan."""
    where = name or "the input"
    damaged = [page.number for page in pages if page.error]
    if len(damaged) == len(pages):
        raise UnreadableInput(f"{where} is damaged: none of its pages can be read; save it anew")
    scanned = [page.number for page in pages if _is_scanned(page)]
    if 2 * len(scanned) >= len(pages):
        raise UnreadableInput(
            f"{where} has no text layer on {_listed(scanned)}; run ocrmypdf first"
        )
    if not any(page.characters for page in pages):
        which = _listed([page.number for page in pages])
        raise UnreadableInput(f"{where} has no text layer on {which}; run ocrmypdf first")
    found = []
    for numbers, what in (
        (damaged, "cannot be read: the file is damaged"),
        (scanned, f"{'has' if len(scanned) == 1 else 'have'} no text layer; run ocrmypdf first"),
    ):
        if numbers:
            place = Source(name, page=numbers[0])
            found.append(finding("page-unread", f"{_listed(numbers)} {what}", source=place))
    found += [
        finding(
            "character-replaced",
            f"{page.replaced} characters that XML cannot hold, or without a meaning in the file, "
            "are shown as U+FFFD",
            source=Source(name, page=page.number),
        )
        for page in pages
        if page.replaced
    ]
    return found


def _laid_on(pages: Sequence[PrintedPage], name: str) -> Iterator[Finding]:
    """What lies on the pages and is none of their text, but shows or strikes out words; comments.

    Each page is told once of each kind.
    """
    for page in pages:
        for kind, said in _LAID_ON.items():
            texts = [text for held, text in page.laid_on if held == kind]
            if texts:
                message = said.format(page.number, f"“{few('; '.join(texts))}”")
                place = Source(name, page=page.number)
                yield finding("part-unread", message, source=place, quote="; ".join(texts))
    if comments := list(_comments(pages, name)):
        many = counted(len(comments), "comment")
        message = f"text {reasons.COMMENT} is no part of the clauses ({many})"
        yield finding("text-left-out", message, source=comments[0].source)


def _comments(pages: Sequence[PrintedPage], name: str) -> Iterator[LeftOut]:
    for page in pages:
        for kind, text in page.laid_on:
            if kind == NOTE:
                yield LeftOut(text, reasons.COMMENT, Source(name, page=page.number))


def _is_scanned(page: PrintedPage) -> bool:
    return not page.error and page.characters < _FEW and page.pictured


def _pictures(pages: Sequence[PrintedPage], name: str) -> Iterator[Picture]:
    """The pictures of the pages; of a page that cannot be read nothing tells what it shows."""
    for page in pages:
        whole = bool(page.error) or _is_scanned(page)
        for key in page.pictures or ("",) * whole:
            yield Picture(key, Source(name, page=page.number), whole)


def _revised(
    shown: marks.Shown, rows: Sequence[PrintedRow], name: str, revisions: str
) -> list[Finding]:
    """What is to be said of a file with tracked changes, or with the bars that go with them."""
    barred = [row for row in rows if row.barred and row.cell is None]
    found = []
    if shown.marked:
        message = f"the document shows tracked changes; it is read with all of them {revisions}"
        found.append(("document-marked-up", message, Source(name)))
    elif barred:
        message = (
            f"bars beside {len(barred)} lines say that something changed there, and the file does "
            "not show what; it is read as it is printed"
        )
        found.append(("changes-not-shown", message, Source(name, page=barred[0].page)))
    if shown.marked and not shown.proved:
        message = (
            "words underlined in a colour of their own are read as insertions; the file shows no "
            "deletion and no bar that would prove it"
        )
        found.append(("changes-unproved", message, Source(name)))
    told = [row for row in rows if row.aside == BALLOON and "Deleted" in row.text]
    if told:
        message = (
            f"{len(told)} balloons beside the text say that words were deleted there; they are "
            "left out, and the version before the changes is not whole"
        )
        found.append(("changes-not-shown", message, Source(name, page=told[0].page)))
    if shown.open:
        message = (
            f"words in {len(shown.open)} lines have a line under or through them that may show a "
            "change, or a link; they are read as they are printed"
        )
        found.append(("changes-unproved", message, Source(name, page=shown.open[0].page)))
    return [finding(code, message, source=place) for code, message, place in found]


def _renumbered(rows: Sequence[PrintedRow], name: str) -> list[Finding]:
    """That the numbers of some rows were printed for both versions, and one of them was taken."""
    if not rows:
        return []
    message = (f"{len(rows)} numbers are printed for both versions, as 1.4[1.3]; that of the one "
               "that is read was taken where it follows the number before it")  # fmt: skip
    return [finding("label-inferred", message, source=Source(name, page=rows[0].page))]


def _listed(numbers: Sequence[int]) -> str:
    """ "page 4", "pages 1-12, 15"."""
    spans: list[list[int]] = []
    for number in numbers:
        if spans and spans[-1][-1] == number - 1:
            spans[-1][1:] = [number]
        else:
            spans.append([number])
    shown = ", ".join("-".join(map(str, span)) for span in spans)
    return f"page{'s' if len(numbers) > 1 else ''} {shown}"


@dataclass
class _Account:
    """Runs with their places, and what is mark-up: bullets, hyphens at the ends of lines."""

    file: str
    words: set[str]
    whole: set[str]
    typed: bool = False  # does that hyphen stand inside a line, too?
    markup: list[Source] = field(default_factory=list)

    def left_out(self, row: PrintedRow) -> Iterator[LeftOut]:
        """What of a row is no part of the text: all of it where it stands aside, or spans.

        A footnote is two texts where a change is shown in it: what the other has is left out of it.
        """
        dropped = row.dropped if row.aside in ("", reasons.PRINTED_FOOTNOTE) else []
        if row.aside:
            apart = [] if dropped else [span for span, _ in row.dropped]
            start, text = 0, ""
            for span in sorted([*row.spans, *apart], key=lambda s: s.at):
                if text and span.at != start + len(text):
                    yield LeftOut(text, row.aside, self._source(row, start, start + len(text)))
                    text = ""
                start, text = (start, text + span.text) if text else (span.at, span.text)
            if text:
                yield LeftOut(text, row.aside, self._source(row, start, start + len(text)))
        for span, why in dropped:
            yield LeftOut(span.text, why, self._source(row, span.at, span.at + len(span.text)))

    def lines(self, found: Sequence[Paragraph | TableRow]) -> Iterator[Line]:
        for block in found:
            first = block.rows[0]
            if isinstance(block, TableRow):
                cells = tuple(self._cell(cell) for cell in block.cells)
                yield Line(
                    (), self._source(first, 0, len(first.text)), cells=cells, table=block.table
                )
                continue
            rows, start = block.rows, block.bullet
            if start:
                self._mark(first, 0, start)
            if start and start >= len(first.text.strip()):
                rows, start = rows[1:], 0
            runs = self._joined(rows, start)
            if runs:
                yield Line(
                    runs,
                    self._source(rows[0], start, len(rows[0].text)),
                    block.style,
                    block.level,
                )

    def _cell(self, cell: FilledCell) -> Cell:
        return Cell(self._joined(cell.rows, 0), cell.colspan, cell.rowspan)

    def _joined(self, rows: Sequence[PrintedRow], start: int) -> Runs:
        """The rows as one text: a space between them, or nothing at a hyphen."""
        out: list[Run] = []
        for at, row in enumerate(rows):
            after = rows[at + 1].text.split()[:1] if at + 1 < len(rows) else []
            end, space = self._end(row, after[0] if after else "")
            if space and after and row.cell and self._is_cut(rows, at):
                space = False
            out += self._runs(row, start, end)
            start = 0
            # a line begins with a comma only where the words before it were taken away
            if after and space and not CLOSES.match(after[0]):
                out.append(Run(" "))
        return tuple(out)

    def _end(self, row: PrintedRow, after: str) -> tuple[int, bool]:
        """Where the text of a row ends, and whether a space goes before the word after it."""
        text = row.text.rstrip()
        before = text.split()[-1:]
        hyphened = text.endswith(("-", _SET, "\u00ad"))
        if not hyphened or not before or len(before[0]) < 2 or not after:
            return len(text), True
        if not before[0][-2].isalnum() or not after[0].isalnum():
            return len(text), True
        whole = (before[0][:-1] + after).strip("()[]“”\"‘’'.,;:!?").casefold()
        cut = text.endswith("\u00ad") or (text.endswith(_SET) and not self.typed)
        if cut or (whole in self.words and after[0].islower()):
            self._mark(row, len(text) - 1, len(text))
            return len(text) - 1, False
        return len(text), False

    def _is_cut(self, rows: Sequence[PrintedRow], at: int) -> bool:
        """Does a narrow cell cut a word in two, without a hyphen, after the row at `at`?

        Proved by the whole word standing elsewhere, and one of its two parts nowhere.
        """
        before, after = rows[at].text.split()[-1], rows[at + 1].text.split()[0]
        wide = max(row.x1 - row.x0 for row in rows)
        parts = re.search(r"\w+$", before.casefold()), re.match(r"\w+", after.casefold())
        if rows[at].x1 - rows[at].x0 < 0.75 * wide or parts[0] is None or parts[1] is None:
            return False
        first, second = parts[0][0], parts[1][0]
        return first + second in self.words and not {first, second} <= self.whole

    def _runs(self, row: PrintedRow, start: int, end: int) -> Iterator[Run]:
        """The runs of `row.text[start:end]`, each with its place on the printed line."""
        at = 0
        for span in row.spans:
            first, last = max(start - at, 0), min(end - at, len(span.text))
            if first < last:
                source = self._source(row, span.at + first, span.at + last)
                yield Run(span.text[first:last], span.emphasis, source=source)
            at += len(span.text)

    def _mark(self, row: PrintedRow, start: int, end: int) -> None:
        """Note the non-space text of `row.text[start:end]` as mark-up."""
        for run in self._runs(row, start, end):
            if run.source is not None and run.text.strip():
                lead = len(run.text) - len(run.text.lstrip())
                begin = run.source.start + lead
                self.markup.append(
                    replace(run.source, start=begin, end=begin + len(run.text.strip()))
                )

    def _source(self, row: PrintedRow, start: int, end: int) -> Source:
        return Source(self.file, row.line, row.page, start=start, end=end)
