"""A document as XML, by the rules of `schemas/clausetrack.xsd`. `xmlio.read` is the inverse."""

from __future__ import annotations

from collections import Counter

from clausetrack.errors import InvalidXml
from clausetrack.model import Clause, Document, Source, Table, plain
from clausetrack.references import spaces
from clausetrack.xmlio import ELEMENTS, NAMESPACE, QUOTED
from clausetrack.xmlio.marks import marks
from clausetrack.xmlio.runs import Place, Writer, element, stand, write_runs

#: The parser takes 256 levels; a clause needs a dozen for what it holds itself.
DEEPEST = 200


def write(document: Document) -> bytes:
    """See `xmlio.to_xml`."""
    parts = Counter(clause.source.part for clause in document.clauses)
    part = max(sorted(parts), key=lambda name: parts[name], default="")
    writer = Writer(document, spaces(document), part)
    named = {name: getattr(document, name) for name in ("kind", "agreement", "version", "file")}
    said = "".join(writer.attribute(*pair) for pair in [*named.items(), ("part", part)])
    lines = [
        "<?xml version='1.0' encoding='UTF-8'?>",
        f'<document xmlns="{NAMESPACE}"{said} read="{document.read}">',
        *_section("meta", _meta(writer)),
        *_section("body", _Body(writer).lines()),
        *(_section("findings", found) if (found := _findings(writer)) else ()),
        *(_section("coverage", found) if (found := _coverage(writer)) else ()),
        "</document>\n",
    ]
    return "\n".join(lines).encode()


def _section(name: str, lines: list[str]) -> list[str]:
    return [f"  <{name}>", *lines, f"  </{name}>"] if lines else [f"  <{name}/>"]


def _meta(writer: Writer) -> list[str]:
    document = writer.document
    title = [f"    <title>{writer.text(document.title)}</title>"] if document.title else []
    return title + [
        f'    <fragment id="{writer.value(each.id)}" item="{writer.value(each.item)}"/>'
        for each in document.fragments
    ]


# ------------------------------------------------------------------------------- the clause tree


class _Body:
    """The clauses, each inside its parent, quoted wording where it occurs."""

    def __init__(self, writer: Writer) -> None:
        self.writer = writer
        self.out: list[str] = []
        # The open elements, of the body and in it of quoted wording: the clause and its name.
        # The first of each is what holds the others.
        self.own: list[tuple[str | None, str]] = [(None, "body")]
        self.quoted: list[tuple[str | None, str]] = []

    def lines(self) -> list[str]:
        document = self.writer.document
        items = {fragment.id: fragment.item for fragment in document.fragments}
        follows = _next_parents(document.clauses)
        fragment: str | None = None
        seen: set[tuple[str | None, str]] = set()
        for at, clause in enumerate(document.clauses):
            where = self.writer.where = f"clause {clause.id}"
            if clause.fragment != fragment:
                self.close(self.quoted, 0)
                fragment = clause.fragment
                if fragment is not None:
                    # Inside its item, or deeper where the next clause of the body hangs from there.
                    inside = (items.get(fragment), follows[at])
                    self.close(self.own, max(_depth(self.own, name) for name in inside) + 1)
                    said = f' fragment="{self.writer.value(fragment)}"'
                    self.open(self.quoted, None, "quotedStructure", said)
            stack = self.own if fragment is None else self.quoted
            if (fragment, clause.id) in seen:
                raise InvalidXml(f"{where} stands twice in one ID space")
            if clause.parent is not None and (fragment, clause.parent) not in seen:
                raise InvalidXml(f"{where} stands before its parent {clause.parent}, or has none")
            seen.add((fragment, clause.id))
            depth = _depth(stack, clause.parent)
            apart = clause.parent is not None and depth == 0
            # Apart from its parent, whose element is closed, it stands beside the clause before it.
            self.close(stack, max(len(stack) - 1, 1) if apart else depth + 1)
            if len(self.own) + len(self.quoted) > DEEPEST:
                raise InvalidXml(f"{where} is nested more than {DEEPEST} levels deep")
            self.clause(stack, clause, apart=apart)
        self.close(self.quoted, 0)
        self.close(self.own, 1)
        return self.out

    @property
    def indent(self) -> str:
        """The space before an element inside those that are open."""
        return "  " * (len(self.own) + len(self.quoted) + 1)

    def open(
        self, stack: list[tuple[str | None, str]], clause: str | None, name: str, said: str
    ) -> None:
        self.out.append(f"{self.indent}<{name}{said}>")
        stack.append((clause, name))

    def close(self, stack: list[tuple[str | None, str]], depth: int) -> None:
        """End the elements from `depth` on; one that holds nothing is ended where it began."""
        while len(stack) > depth:
            _, name = stack.pop()
            begun = f"{self.indent}<{name}"
            last = self.out[-1]
            if last.endswith('">') and last.startswith(begun):
                self.out[-1] = last[:-1] + "/>"
            else:
                self.out.append(f"{self.indent}</{name}>")

    def clause(self, stack: list[tuple[str | None, str]], clause: Clause, *, apart: bool) -> None:
        """Open a clause, with its own attributes and content."""
        writer = self.writer
        space = writer.spaces[clause.fragment]
        placed, place, _ = stand(writer, clause.source, writer.place, 0)
        said = f' id="{writer.value(clause.id)}"{writer.attribute("key", clause.key)}'
        said += ' inferred="true"' if clause.inferred else ""
        said += "" if clause.citable else ' citable="false"'
        said += writer.attribute("scope", clause.scope) + placed
        if clause.source.end != clause.source.start:
            said += f' end="{clause.source.end}"'
        if apart:
            said += f' parent="{writer.value(clause.parent or "")}"'
        names = ELEMENTS if clause.fragment is None else QUOTED
        self.open(stack, clause.id, names[clause.kind], said)
        inside = self.indent
        if clause.number or clause.label:
            same = clause.number == plain(clause.label)
            given = "" if same else f' value="{writer.value(clause.number)}"'
            self.out.append(inside + write_runs(writer, "num", given, clause.label, place, ()))
        if clause.heading:
            found = marks(clause, plain(clause.heading), space, writer.money)
            heading = write_runs(writer, "heading", "", clause.heading, place, found)
            self.out.append(inside + heading)
        if clause.text:
            found = marks(clause, plain(clause.text), space, writer.money)
            text = write_runs(writer, "p", "", clause.text, place, found)
            self.out.append(f"{inside}<content>{text}</content>")
        if clause.table is not None:
            self.out += _grid(writer, inside, clause, clause.table, place)


def _next_parents(clauses: tuple[Clause, ...]) -> list[str | None]:
    """For each clause the parent of the next one of the body at or after it."""
    parents: list[str | None] = []
    parent: str | None = None
    for clause in reversed(clauses):
        if clause.fragment is None:
            parent = clause.parent
        parents.append(parent)
    return parents[::-1]


def _depth(stack: list[tuple[str | None, str]], clause_id: str | None) -> int:
    """Where in the open elements the clause stands; 0, the root of them, where it does not."""
    return next((at for at in range(len(stack) - 1, 0, -1) if stack[at][0] == clause_id), 0)


def _grid(writer: Writer, indent: str, clause: Clause, table: Table, place: Place) -> list[str]:
    """A table: what its columns mean, then its rows."""
    space = writer.spaces[clause.fragment]
    said = f' headerRows="{table.header_rows}"' if table.header_rows else ""
    inside = f"{indent}  "
    out = []
    for column in table.columns:
        means = f' role="{writer.value(column.role)}"'
        for name, day in (("start", column.start), ("end", column.end)):
            means += "" if day is None else f' {name}="{day.isoformat()}"'
        out.append(f"{inside}<column{means}>{writer.text(column.heading)}</column>")
    for at, cells in enumerate(table.rows):
        body = at >= table.header_rows
        key = writer.attribute("key", table.key(at)) if body else ""
        row = []
        for cell in cells:
            spans = (("colspan", cell.colspan), ("rowspan", cell.rowspan))
            over = "".join(f' {name}="{span}"' for name, span in spans if span != 1)
            found = marks(clause, cell.text, space, writer.money)
            row.append(write_runs(writer, "td" if body else "th", over, cell.runs, place, found))
        out.append(inside + element("tr", key, "".join(row)))
    if not out:
        return [f"{indent}<grid{said}/>"]
    return [f"{indent}<grid{said}>", *out, f"{indent}</grid>"]


# ------------------------------------------------------------------------ findings and coverage


def _findings(writer: Writer) -> list[str]:
    out = []
    for finding in writer.document.findings:
        writer.where = f"finding {finding.code}"
        named = [(name, getattr(finding, name)) for name in ("code", "severity", "clause")]
        said = "".join(writer.attribute(*pair) for pair in named)
        held = f"<message>{writer.text(finding.message)}</message>"
        if finding.quote:
            held += f"<quote>{writer.text(finding.quote)}</quote>"
        if finding.source is not None:
            held += element("source", _standing(writer, finding.source), "")
        out.append(f"    <finding{said}>{held}</finding>")
    return out


def _coverage(writer: Writer) -> list[str]:
    """What no clause holds: text left out, and the source's own mark-up."""
    writer.where = "text left out"
    out = []
    for left in writer.document.left_out:
        said = f' why="{writer.value(left.why)}"{_standing(writer, left.source)}'
        out.append(f"    <leftOut{said}>{writer.text(left.text)}</leftOut>")
    for source in writer.document.markup:
        out.append("    " + element("mark", _standing(writer, source), ""))
    return out


def _standing(writer: Writer, source: Source) -> str:
    said, _, _ = stand(writer, source, writer.place, 0)
    return said + (f' end="{source.end}"' if source.end != source.start else "")
