"""A document as XML, by the rules of `schemas/clausetrack.xsd`. `xmlio.read` is the inverse."""

from __future__ import annotations

from collections import Counter
from typing import Any

from lxml import etree

from clausetrack.errors import InvalidXml
from clausetrack.model import Clause, Document, Source, Table, plain
from clausetrack.references import spaces
from clausetrack.xmlio import ELEMENTS, NAMESPACE, QUOTED
from clausetrack.xmlio.marks import marks
from clausetrack.xmlio.runs import (
    Place,
    Writer,
    attribute,
    child,
    legal,
    stand,
    write_runs,
    write_text,
)

#: The parser takes 256 levels; a clause needs a dozen for what it holds itself.
DEEPEST = 200

#: Elements whose children stand on lines of their own: those that hold no text.
_LAID_OUT = {
    f"{{{NAMESPACE}}}{name}"
    for name in (
        *("document", "meta", "body", "quotedStructure", "grid", "findings", "coverage"),
        *ELEMENTS.values(),
        *QUOTED.values(),
    )
}

# lxml takes None for the namespace without a prefix, its published types do not know it.
_NAMESPACES: Any = {None: NAMESPACE}


def write(document: Document) -> bytes:
    """See `xmlio.to_xml`."""
    parts = Counter(clause.source.part for clause in document.clauses)
    part = max(sorted(parts), key=lambda name: parts[name], default="")
    writer = Writer(document, spaces(document), part)
    root = etree.Element(f"{{{NAMESPACE}}}document", nsmap=_NAMESPACES)
    for name in ("kind", "agreement", "version", "file"):
        attribute(writer, root, name, getattr(document, name))
    attribute(writer, root, "part", part)
    root.set("read", str(document.read))
    meta = child(root, "meta")
    if document.title:
        write_text(writer, child(meta, "title"), document.title)
    for fragment in document.fragments:
        listed = child(meta, "fragment")
        listed.set("id", legal(writer, fragment.id))
        listed.set("item", legal(writer, fragment.item))
    _body(writer, child(root, "body"))
    _findings(writer, root)
    _coverage(writer, root)
    _lay_out(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


# ------------------------------------------------------------------------------- the clause tree


def _body(writer: Writer, body: etree._Element) -> None:
    """The clauses, each inside its parent, quoted wording where it occurs."""
    items = {fragment.id: fragment.item for fragment in writer.document.fragments}
    follows = _next_parents(writer.document.clauses)
    own: list[tuple[str | None, etree._Element]] = [(None, body)]
    quoted: list[tuple[str | None, etree._Element]] = []
    fragment: str | None = None
    seen: set[tuple[str | None, str]] = set()
    for at, clause in enumerate(writer.document.clauses):
        writer.where = f"clause {clause.id}"
        if clause.fragment is None:
            fragment, stack, quoted = None, own, []
        else:
            if clause.fragment != fragment:
                fragment = clause.fragment
                # Inside its item, or deeper where the next clause of the body hangs from there.
                depth = max(_depth(own, items.get(fragment)), _depth(own, follows[at]))
                del own[depth + 1 :]
                holder = child(own[-1][1], "quotedStructure")
                holder.set("fragment", legal(writer, fragment))
                quoted = [(None, holder)]
            stack = quoted
        if (clause.fragment, clause.id) in seen:
            raise InvalidXml(f"{writer.where} stands twice in one ID space")
        if clause.parent is not None and (clause.fragment, clause.parent) not in seen:
            raise InvalidXml(
                f"{writer.where} stands before its parent {clause.parent}, or has none"
            )
        seen.add((clause.fragment, clause.id))
        depth = _depth(stack, clause.parent)
        apart = clause.parent is not None and depth == 0
        # Apart from its parent, whose element is closed, it stands beside the clause before it.
        del stack[max(len(stack) - 1, 1) if apart else depth + 1 :]
        if len(own) + len(quoted) > DEEPEST:
            raise InvalidXml(f"{writer.where} is nested more than {DEEPEST} levels deep")
        names = ELEMENTS if clause.fragment is None else QUOTED
        element = child(stack[-1][1], names[clause.kind])
        _clause(writer, element, clause)
        if apart:
            element.set("parent", legal(writer, clause.parent or ""))
        stack.append((clause.id, element))


def _next_parents(clauses: tuple[Clause, ...]) -> list[str | None]:
    """For each clause the parent of the next one of the body at or after it."""
    parents: list[str | None] = []
    parent: str | None = None
    for clause in reversed(clauses):
        if clause.fragment is None:
            parent = clause.parent
        parents.append(parent)
    return parents[::-1]


def _depth(stack: list[tuple[str | None, etree._Element]], clause_id: str | None) -> int:
    """Where in the open elements the clause stands; 0, the root of them, where it does not."""
    return next((at for at in range(len(stack) - 1, 0, -1) if stack[at][0] == clause_id), 0)


def _clause(writer: Writer, element: etree._Element, clause: Clause) -> None:
    """A clause's own attributes and content, without its children."""
    space = writer.spaces[clause.fragment]
    element.set("id", legal(writer, clause.id))
    attribute(writer, element, "key", clause.key)
    if clause.inferred:
        element.set("inferred", "true")
    if not clause.citable:
        element.set("citable", "false")
    attribute(writer, element, "scope", clause.scope)
    place, _ = stand(writer, element, clause.source, writer.place, 0)
    if clause.source.end != clause.source.start:
        element.set("end", str(clause.source.end))
    if clause.number or clause.label:
        number = child(element, "num")
        if clause.number != plain(clause.label):
            number.set("value", legal(writer, clause.number))
        write_runs(writer, number, clause.label, place, ())
    if clause.heading:
        found = marks(clause, plain(clause.heading), space)
        write_runs(writer, child(element, "heading"), clause.heading, place, found)
    if clause.text:
        found = marks(clause, plain(clause.text), space)
        write_runs(writer, child(child(element, "content"), "p"), clause.text, place, found)
    if clause.table is not None:
        _grid(writer, child(element, "grid"), clause, clause.table, place)


def _grid(writer: Writer, grid: etree._Element, clause: Clause, table: Table, place: Place) -> None:
    """A table: what its columns mean, then its rows."""
    space = writer.spaces[clause.fragment]
    if table.header_rows:
        grid.set("headerRows", str(table.header_rows))
    for column in table.columns:
        element = child(grid, "column")
        element.set("role", column.role)
        for name, day in (("start", column.start), ("end", column.end)):
            if day is not None:
                element.set(name, day.isoformat())
        write_text(writer, element, column.heading)
    for at, cells in enumerate(table.rows):
        row = child(grid, "tr")
        if at >= table.header_rows:
            attribute(writer, row, "key", table.key(at))
        for cell in cells:
            element = child(row, "td" if at >= table.header_rows else "th")
            for name, span in (("colspan", cell.colspan), ("rowspan", cell.rowspan)):
                if span != 1:
                    element.set(name, str(span))
            write_runs(writer, element, cell.runs, place, marks(clause, cell.text, space))


# ------------------------------------------------------------------------ findings and coverage


def _findings(writer: Writer, root: etree._Element) -> None:
    if not writer.document.findings:
        return
    findings = child(root, "findings")
    for finding in writer.document.findings:
        writer.where = f"finding {finding.code}"
        element = child(findings, "finding")
        for name in ("code", "severity", "clause"):
            attribute(writer, element, name, getattr(finding, name))
        write_text(writer, child(element, "message"), finding.message)
        if finding.quote:
            write_text(writer, child(element, "quote"), finding.quote)
        if finding.source is not None:
            _standing(writer, child(element, "source"), finding.source)


def _coverage(writer: Writer, root: etree._Element) -> None:
    """What no clause holds: text left out, and the source's own mark-up."""
    document = writer.document
    if not (document.left_out or document.markup):
        return
    writer.where = "text left out"
    coverage = child(root, "coverage")
    for left in document.left_out:
        element = child(coverage, "leftOut")
        element.set("why", legal(writer, left.why))
        _standing(writer, element, left.source)
        write_text(writer, element, left.text)
    for source in document.markup:
        _standing(writer, child(coverage, "mark"), source)


def _standing(writer: Writer, element: etree._Element, source: Source) -> None:
    stand(writer, element, source, writer.place, 0)
    if source.end != source.start:
        element.set("end", str(source.end))


def _lay_out(element: etree._Element, depth: int = 0) -> None:
    """Each child on a line of its own, in the elements that hold no text."""
    if element.tag not in _LAID_OUT or not len(element):
        return
    element.text = "\n" + "  " * (depth + 1)
    for inner in element:
        inner.tail = "\n" + "  " * (depth + 1)
        _lay_out(inner, depth + 1)
    element[-1].tail = "\n" + "  " * depth
