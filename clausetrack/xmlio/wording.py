"""What a stored document says, without the places where it stood: all that a comparison needs.

It takes a fraction of the time of `xmlio.read`, whose result it is but for the sources, and for
findings, mark-up and what was left out.
"""

from __future__ import annotations

from lxml import etree

from clausetrack.model import Cell, Clause, Document, Fragment, Run, Runs, Source, Table
from clausetrack.xmlio import NAMESPACE
from clausetrack.xmlio.read import KINDS, RUNS, Reader, column

_NS = f"{{{NAMESPACE}}}"
_NUM, _HEADING, _CONTENT, _GRID = (f"{_NS}{name}" for name in ("num", "heading", "content", "grid"))
_P, _TR, _COLUMN = f"{_NS}p", f"{_NS}tr", f"{_NS}column"
_QUOTED = f"{_NS}quotedStructure"
_NOWHERE = Source()


def read(root: etree._Element) -> Document:
    """The document in XML that is valid by the schema, without places."""
    clauses: list[Clause] = []
    for body in root.iterfind(f"{_NS}body"):
        _clauses(body, None, None, clauses)
    return Document(
        kind=root.get("kind", ""),
        agreement=root.get("agreement", ""),
        title=root.findtext(f"{_NS}meta/{_NS}title") or "",
        version=root.get("version", ""),
        clauses=tuple(clauses),
        fragments=tuple(
            Fragment(element.get("id", ""), element.get("item", ""))
            for element in root.iterfind(f"{_NS}meta/{_NS}fragment")
        ),
        file=root.get("file", ""),
    )


def _clauses(
    holder: etree._Element, parent: str | None, fragment: str | None, out: list[Clause]
) -> None:
    """The clauses inside an element, in document order."""
    for element in holder:
        if element.tag == _QUOTED:
            _clauses(element, None, element.get("fragment"), out)
        elif (kind := KINDS.get(element.tag)) is not None:
            _clause(element, kind, parent, fragment, out)


def _clause(
    element: etree._Element, kind: str, parent: str | None, fragment: str | None, out: list[Clause]
) -> None:
    """One clause and those under it."""
    label: Runs = ()
    heading: Runs = ()
    text: Runs = ()
    table: Table | None = None
    number = ""
    given = element.attrib
    place = len(out)
    for child in element:
        tag = child.tag
        if tag == _NUM:
            label = _runs(child)
            number = child.get("value") or "".join(run.text for run in label)
        elif tag == _HEADING:
            heading = _runs(child)
        elif tag == _CONTENT:
            text = next((_runs(paragraph) for paragraph in child if paragraph.tag == _P), ())
        elif tag == _GRID:
            table = _table(child)
    clause_id = given.get("id", "")
    out.append(
        Clause(
            clause_id,
            kind,
            number,
            label,
            heading,
            text,
            table,
            given.get("parent", parent),
            fragment,
            given.get("inferred") == "true",
            given.get("citable") != "false",
            given.get("scope", ""),
            given.get("key", ""),
            _NOWHERE,
        )
    )
    if len(element) > (label != ()) + (heading != ()) + (text != ()) + (table is not None):
        _clauses(element, out[place].id, fragment, out)


def _runs(holder: etree._Element) -> Runs:
    """The text of an element, in runs where some of it is emphasised or revised."""
    if not len(holder):
        return (Run(holder.text),) if holder.text else ()
    if any(child.tag in RUNS for child in holder):
        return tuple(
            Run(run.text, run.emphasis, run.revision)
            for run in Reader(_NOWHERE).runs(holder, _NOWHERE)
        )
    text = "".join(map(str, holder.itertext()))
    return (Run(text),) if text else ()


def _table(grid: etree._Element) -> Table:
    rows = tuple(
        tuple(
            Cell(_runs(cell), int(cell.get("colspan", 1)), int(cell.get("rowspan", 1)))
            for cell in row
        )
        for row in grid.iterfind(_TR)
    )
    return Table(rows, int(grid.get("headerRows", 0)), tuple(map(column, grid.iterfind(_COLUMN))))
