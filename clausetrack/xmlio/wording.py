"""What a stored document says, without the places where it stood: all that a comparison needs.

It takes a fraction of the time of the schema and `xmlio.read`, whose result it is but for the
sources, and for findings, mark-up and what was left out. It reads what `xmlio.write` writes and
takes nothing that it does not know: where it meets such a thing, the schema must say what it is.
"""

from __future__ import annotations

from lxml import etree

from clausetrack.errors import InvalidXml
from clausetrack.model import Cell, Clause, Document, Fragment, Run, Runs, Source, Table, plain
from clausetrack.xmlio import ELEMENTS, NAMESPACE, QUOTED
from clausetrack.xmlio.read import RUNS, Reader, column

_NS = f"{{{NAMESPACE}}}"
_NUM, _HEADING, _CONTENT, _GRID = (f"{_NS}{name}" for name in ("num", "heading", "content", "grid"))
_P, _TR, _COLUMN, _CELLS = f"{_NS}p", f"{_NS}tr", f"{_NS}column", (f"{_NS}th", f"{_NS}td")
_UNITS = {f"{_NS}{name}": kind for kind, name in ELEMENTS.items()}
_QUOTED_UNITS = {f"{_NS}{name}": kind for kind, name in QUOTED.items()}
_QUOTED = f"{_NS}quotedStructure"
_MARKS = {f"{_NS}{name}" for name in ("ref", "quantity", "date")}
_SECTIONS = [f"{_NS}{name}" for name in ("meta", "body", "findings", "coverage")]
_NOWHERE = Source()


class _UnknownError(Exception):
    """Something that `xmlio.write` does not write."""


def read(root: etree._Element) -> Document | None:
    """The document without places; None where only the schema can say whether it is one."""
    clauses: list[Clause] = []
    try:
        sections = [element.tag for element in root]
        _expect(sections == [name for name in _SECTIONS if name in sections])
        _expect(root.tag == f"{_NS}document" and sections[:2] == _SECTIONS[:2])
        _expect(root.get("kind") in {"agreement", "terms"})
        _units(root[1], None, None, clauses)
        _expect(len({(clause.fragment, clause.id) for clause in clauses}) == len(clauses))
    except (_UnknownError, ValueError, InvalidXml):
        return None
    meta = root[0]
    return Document(
        kind=root.get("kind", ""),
        agreement=root.get("agreement", ""),
        title=meta.findtext(f"{_NS}title") or "",
        version=root.get("version", ""),
        clauses=tuple(clauses),
        fragments=tuple(
            Fragment(element.get("id", ""), element.get("item", ""))
            for element in meta.iterfind(f"{_NS}fragment")
        ),
        file=root.get("file", ""),
    )


def _expect(true: bool) -> None:
    if not true:
        raise _UnknownError


def _no_text(text: str | None) -> None:
    """Between the elements of a document stands no text."""
    if text and not text.isspace():
        raise _UnknownError


def _required(element: etree._Element, name: str) -> str:
    value = element.get(name)
    if value is None:
        raise _UnknownError
    return value


def _units(
    holder: etree._Element, parent: str | None, fragment: str | None, out: list[Clause]
) -> None:
    """The clauses inside the body, or inside quoted wording, in document order."""
    kinds = _UNITS if fragment is None else _QUOTED_UNITS
    _no_text(holder.text)
    for element in holder:
        _unit(element, kinds, parent, fragment, out)
        _no_text(element.tail)


def _unit(
    element: etree._Element,
    kinds: dict[str, str],
    parent: str | None,
    fragment: str | None,
    out: list[Clause],
) -> None:
    """One clause and those under it, or a piece of quoted wording."""
    if element.tag == _QUOTED and fragment is None:
        _units(element, None, _required(element, "fragment"), out)
        return
    kind = kinds.get(element.tag)
    name = _required(element, "id")
    if kind is None:
        raise _UnknownError
    label: Runs = ()
    heading: Runs = ()
    text: Runs = ()
    table: Table | None = None
    number = ""
    place = len(out)
    out.append(_UNREAD)
    _no_text(element.text)
    for child in element:
        tag = child.tag
        if tag == _CONTENT:
            (paragraph,) = child
            _expect(paragraph.tag == _P)
            _no_text(child.text)
            _no_text(paragraph.tail)
            text = _runs(paragraph)
        elif tag == _NUM:
            label = _runs(child)
            number = child.get("value", plain(label))
        elif tag == _HEADING:
            heading = _runs(child)
        elif tag == _GRID:
            table = _table(child)
        else:
            _unit(child, kinds, name, fragment, out)
        _no_text(child.tail)
    out[place] = Clause(
        name,
        kind,
        number,
        label,
        heading,
        text,
        table,
        element.get("parent", parent),
        fragment,
        element.get("inferred") == "true",
        element.get("citable") != "false",
        element.get("scope", ""),
        element.get("key", ""),
        _NOWHERE,
    )


_UNREAD = Clause("", "")  # stands where a clause will, before those under it


def _runs(holder: etree._Element) -> Runs:
    """The text of an element, in runs where some of it is emphasised or revised."""
    text = holder.text or ""
    for child in holder:
        tag = child.tag
        if tag in RUNS:
            return tuple(
                Run(run.text, run.emphasis, run.revision)
                for run in Reader(_NOWHERE).runs(holder, _NOWHERE)
            )
        if tag not in _MARKS:
            raise _UnknownError
        words = "".join(map(str, child.itertext())) if len(child) else child.text
        text += (words or "") + (child.tail or "")
    return (Run(text),) if text else ()


def _table(grid: etree._Element) -> Table:
    columns, rows = [], []
    _no_text(grid.text)
    for element in grid:
        if element.tag == _COLUMN:
            columns.append(column(element))
        elif element.tag == _TR:
            rows.append(tuple(map(_cell, element)))
        else:
            raise _UnknownError
        _no_text(element.tail)
    return Table(tuple(rows), int(grid.get("headerRows", 0)), tuple(columns))


def _cell(element: etree._Element) -> Cell:
    _expect(element.tag in _CELLS)
    _no_text(element.tail)
    return Cell(_runs(element), int(element.get("colspan", 1)), int(element.get("rowspan", 1)))
