"""Word documents -> lines: one a paragraph, one a row of a table.

Tracked changes are accepted or rejected first. What is not in the body's flow (headers, notes,
comments, text boxes) and what the chosen view drops is left out, with the reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from clausetrack.errors import FINDINGS
from clausetrack.model import Cell, Finding, LeftOut, Line, Reading, Run, Runs, Source, plain
from clausetrack.ooxml import revisions as tracked
from clausetrack.ooxml.names import M_NS, R_NS, Element, local, paragraphs, w
from clausetrack.ooxml.numbering import counted as numbered
from clausetrack.ooxml.package import Package, open_package, relationships
from clausetrack.ooxml.styles import Styles, styles
from clausetrack.ooxml.text import (
    FALLBACK,
    Piece,
    blocks,
    cell_paragraphs,
    in_fallback,
    node_text,
    pieces,
    places,
    printed_paragraphs,
    rows,
)
from clausetrack.values import counted

DROPPED_WHY = {
    "accepted": "deleted by a tracked change",
    "rejected": "inserted by a tracked change",
}
_STORY_WHY = {
    "header": "in the page header",
    "footer": "in the page footer",
    "footnotes": "in a footnote",
    "endnotes": "in an endnote",
    "comments": "in a comment",
}
_CONTENTS_WHY = "a line of the table of contents"
_TEXT_BOX_WHY = "in a text box"
_MERGED_WHY = "in a cell that is hidden by a merged one"
_ASTRAY_WHY = "at a place where Word keeps no text"
#: How a run can be set so that a person reads something else than its words.
_UNLIKE_PRINT = {
    "text-struck-out": ("is struck out by its format alone", ("strike", "dstrike")),
    "text-hidden": ("is hidden", ("vanish",)),
}


@dataclass
class _Part:
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

    def leave_out(self, runs: Runs, why: str) -> None:
        """Note the text of `runs`, a stretch for each paragraph that it came from."""
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
                self.left_out.append(LeftOut(text, why, source))


def read(data: bytes, name: str, revisions: tracked.View = "accepted") -> Reading:
    """Read a Word document; raises UnreadableInput or InvalidXml.

    `revisions` says how tracked changes are read: all accepted or all rejected.
    """
    package = open_package(data, name)
    known = styles(package)
    lines: list[Line] = []
    left_out: list[LeftOut] = []
    unlike: list[Finding] = []
    unread: list[Finding] = []
    count, marked_up = 0, False
    for part, kind in package.stories().items():
        root = package.xml(part)
        count += _count(root)
        revised = tracked.has_revisions(root)
        marked_up = marked_up or revised
        found: dict[Element, list[Piece]] | None = None if revised else {}
        here = _Part(name, part, known, places(root, found), pieces=found or {})
        if revised:
            tracked.resolve_part(root, revisions)
        unlike += _unlike_print(here, root)
        unread += _unread(package, here, root)
        if kind == "document":
            here.labels = numbered(package, known, root)
            body = root.find(w("body"))
            if body is not None:
                lines += _lines(here, body)
                unread += _in_cells(here)
            _leave_text_boxes(here, root)
        else:
            for paragraph in printed_paragraphs(root):
                here.leave_out(here.runs(here.own(paragraph)), _STORY_WHY[kind])
        _leave_astray(here, root)
        left_out += here.left_out
        if revised:
            left_out += _dropped(here, root, DROPPED_WHY[revisions])
    findings = (*_findings(package, left_out, marked_up, revisions), *unread, *unlike)
    return Reading(tuple(lines), file=name, left_out=tuple(left_out), findings=findings, read=count)


def _findings(
    package: Package, left_out: list[LeftOut], marked_up: bool, view: str
) -> tuple[Finding, ...]:
    found = []
    source = Source(package.name, part=package.document)
    if marked_up:
        message = f"the document holds tracked changes; it is read with all of them {view}"
        found.append(_finding("document-marked-up", message, source))
    for why in dict.fromkeys(entry.why for entry in left_out):
        entries = [entry for entry in left_out if entry.why == why]
        if why not in DROPPED_WHY.values():
            message = f"text {why} is no part of the clauses ({counted(len(entries), 'paragraph')})"
            if why == _CONTENTS_WHY:
                message = f"the table of contents is left out ({len(entries)} lines)"
            found.append(_finding("text-left-out", message, entries[0].source))
    return tuple(found)


def _unread(package: Package, here: _Part, root: Element) -> Iterator[Finding]:
    """The other documents that Word would show here, whose text is not in this part."""
    for node in root.iter(w("altChunk"), w("subDoc")):
        links = {link.id: link.target for link in relationships(package, here.part)}
        target = links.get(node.get(f"{{{R_NS}}}id", ""), "a part that is not there")
        message = (f"the text of another document stands here ({target}), and is not read; open "
                   "the file in Word, save it, and read that")  # fmt: skip
        yield _finding("part-unread", message, Source(here.file, part=here.part))


def _unlike_print(here: _Part, root: Element) -> Iterator[Finding]:
    """The paragraphs with words that count, and that a reader takes for deleted or cannot see."""
    listed = [name for _, toggles in _UNLIKE_PRINT.values() for name in toggles]
    if next(root.iter(*map(w, listed)), None) is None and not here.styles.sets(listed):
        return
    for paragraph in paragraphs(root):
        found = list(pieces(paragraph))
        for code, (how, toggles) in _UNLIKE_PRINT.items():
            set_so = [piece for piece in found if here.styles.is_set(piece.run, toggles)]
            text = "".join(piece.text for piece in set_so).strip()
            if text:
                source = Source(here.file, part=here.part, paragraph=here.places[set_so[0].node])
                message = f"“{_few(text)}” {how}, and is read as part of the text"
                yield _finding(code, message, source, text)


def _in_cells(here: _Part) -> Iterator[Finding]:
    """The numbers that are computed in cells, whose text is what the file itself holds."""
    if here.in_cells:
        said = _few(" ".join(label for label, _ in here.in_cells))
        message = f"numbers that Word computes in cells of tables are no part of the text: {said}"
        source = Source(here.file, part=here.part, paragraph=here.in_cells[0][1])
        yield _finding("cell-number-unread", message, source, said)


def _few(text: str) -> str:
    words = text.split()
    return " ".join(words[:12]) + (" …" if len(words) > 12 else "")


def _finding(code: str, message: str, source: Source, quote: str = "") -> Finding:
    return Finding(code, FINDINGS[code], message, source=source, quote=quote)


def _count(root: Element) -> int:
    """The non-space characters of a part in either view: a pass of its own over the elements."""
    texts = (w("t"), w("delText"), w("noBreakHyphen"), w("sym"), f"{{{M_NS}}}t")
    twice = next(root.iter(FALLBACK), None) is not None
    count = 0
    for node in root.iter(*texts):
        if not (twice and in_fallback(node)):
            count += len("".join((node_text(node) or "").split()))
    return count


# -------------------------------------------------------------------------------------- lines


def _lines(here: _Part, body: Element) -> Iterator[Line]:
    tables = 0
    for block in blocks(body):
        if local(block) == "tbl":
            tables += 1
            yield from _rows(here, block, tables)
            continue
        runs = here.runs(here.own(block))
        style, level = here.styles.hint(block)
        if style == "contents":
            here.leave_out(runs, _CONTENTS_WHY)
        elif runs := _stripped(runs):
            label, instance, depth = here.labels.get(block, ("", "", 0))
            series = 0
            if label and style == "list":
                level, series = depth, here.series.setdefault(instance, len(here.series) + 1)
            yield Line(runs, _place(here, block, runs), style, level, label, series=series)


def _rows(here: _Part, table: Element, number: int) -> Iterator[Line]:
    for row in rows(table):
        cells = []
        for cell in row.cells:
            runs: Runs = () if cell.element is None else _cell_runs(here, cell.element)
            cells.append(Cell(runs, cell.colspan, cell.rowspan))
        for hidden in row.continued:
            here.leave_out(_cell_runs(here, hidden), _MERGED_WHY)
        first = next((cell.runs for cell in cells if cell.runs), ())
        yield Line((), _place(here, row.element, first), cells=tuple(cells), table=number)


def _cell_runs(here: _Part, cell: Element) -> Runs:
    """The paragraphs of a cell, those of a table inside it included, each on a line of its own."""
    out: list[Run] = []
    for paragraph in cell_paragraphs(cell):
        label, _, _ = here.labels.get(paragraph, ("", "", 0))
        if any(character.isalnum() for character in label):
            here.in_cells.append((label, here.places[paragraph]))
        if runs := _stripped(here.runs(here.own(paragraph))):
            out += [*([Run("\n")] if out else []), *runs]
    return tuple(out)


def _place(here: _Part, block: Element, runs: Runs) -> Source:
    """Where a line stands: the paragraph that its text begins in, or its first one."""
    sources = [run.source for run in runs if run.source is not None]
    if not sources:
        at = next((here.places[paragraph] for paragraph in block.iter(w("p"))), None)
        return Source(here.file, part=here.part, paragraph=at)
    first = sources[0]
    end = max(source.end for source in sources if source.paragraph == first.paragraph)
    return Source(here.file, part=here.part, paragraph=first.paragraph, start=first.start, end=end)


# ----------------------------------------------------------------------------------- left out


def _leave_text_boxes(here: _Part, root: Element) -> None:
    for box in root.iter(w("txbxContent")):
        if not in_fallback(box):
            for paragraph in printed_paragraphs(box):
                found = [piece for piece in here.own(paragraph) if piece.node not in here.seen]
                here.leave_out(here.runs(found), _TEXT_BOX_WHY)


def _leave_astray(here: _Part, root: Element) -> None:
    """Note the text that no walk met, such as that of a table inside a paragraph."""
    met = here.seen.union(root.iter(w("p")))
    if met.issuperset(here.places):
        return
    for paragraph in printed_paragraphs(root):
        found = [piece for piece in here.own(paragraph) if piece.node not in here.seen]
        here.leave_out(here.runs(found), _ASTRAY_WHY)


def _dropped(here: _Part, root: Element, why: str) -> list[LeftOut]:
    """The text that stood in the file and is not in this view, where it has no offsets."""
    kept = set(root.iter())
    texts: dict[int, str] = {}
    for node, at in here.places.items():
        if node not in kept:
            texts[at] = texts.get(at, "") + (node_text(node) or "")
    return [
        LeftOut(text, why, Source(here.file, part=here.part, paragraph=at))
        for at, text in texts.items()
        if text.strip()
    ]


# --------------------------------------------------------------------------------------- runs


def _cut(run: Run, start: int, end: int, text: str) -> Run:
    assert run.source is not None
    place = Source(run.source.file, part=run.source.part, paragraph=run.source.paragraph,
                   start=start, end=end)  # fmt: skip
    return Run(text, run.emphasis, run.revision, place)


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
