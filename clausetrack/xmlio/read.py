"""A document from XML that is valid by `schemas/clausetrack.xsd`: the inverse of `xmlio.write`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from lxml import etree

from clausetrack.errors import InvalidXml
from clausetrack.model import (
    Cell,
    Clause,
    Column,
    Document,
    Finding,
    Fragment,
    LeftOut,
    Run,
    Runs,
    Source,
    Table,
    plain,
)
from clausetrack.xmlio import ELEMENTS, NAMESPACE, QUOTED
from clausetrack.xmlio.stated import moved, number, stated

_NS = f"{{{NAMESPACE}}}"
KINDS = {f"{_NS}{name}": kind for names in (ELEMENTS, QUOTED) for kind, name in names.items()}
_EMPHASIS = {f"{_NS}{letter}": letter for letter in "biu"}
_REVISIONS = {f"{_NS}ins": "inserted", f"{_NS}del": "deleted"}
RUNS = {f"{_NS}span", *_EMPHASIS, *_REVISIONS}


def read(root: etree._Element) -> Document:
    """See `xmlio.from_xml`."""
    reader = Reader(Source(file=root.get("file", ""), part=root.get("part", "")))
    return Document(
        kind=root.get("kind", ""),
        agreement=root.get("agreement", ""),
        title=root.findtext(f"{_NS}meta/{_NS}title") or "",
        version=root.get("version", ""),
        clauses=tuple(
            clause
            for body in root.iterfind(f"{_NS}body")
            for clause in reader.clauses(body, None, None)
        ),
        fragments=tuple(
            Fragment(element.get("id", ""), element.get("item", ""))
            for element in root.iterfind(f"{_NS}meta/{_NS}fragment")
        ),
        left_out=tuple(
            LeftOut(element.text or "", element.get("why", ""), stated(element, reader.default))
            for element in root.iterfind(f"{_NS}coverage/{_NS}leftOut")
        ),
        markup=tuple(
            stated(element, reader.default) for element in root.iterfind(f"{_NS}coverage/{_NS}mark")
        ),
        findings=tuple(
            reader.finding(element) for element in root.iterfind(f"{_NS}findings/{_NS}finding")
        ),
        read=number(root, "read"),
        file=reader.default.file,
    )


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the elements of one file, of which `default` is where text stands that says nothing."""

    default: Source

    def clauses(
        self, holder: etree._Element, parent: str | None, fragment: str | None
    ) -> Iterator[Clause]:
        """The clauses inside an element, in document order."""
        for element in holder:
            if element.tag == f"{_NS}quotedStructure":
                yield from self.clauses(element, None, element.get("fragment"))
            elif element.tag in KINDS:
                clause = self.clause(element, parent, fragment)
                yield clause
                yield from self.clauses(element, clause.id, fragment)

    def clause(self, element: etree._Element, parent: str | None, fragment: str | None) -> Clause:
        source = stated(element, self.default)
        num = element.find(f"{_NS}num")
        label = self.runs(num, source)
        value = num.get("value") if num is not None else None
        grid = element.find(f"{_NS}grid")
        return Clause(
            id=element.get("id", ""),
            kind=KINDS[element.tag],
            number=plain(label) if value is None else value,
            label=label,
            heading=self.runs(element.find(f"{_NS}heading"), source),
            text=self.runs(element.find(f"{_NS}content/{_NS}p"), source),
            table=self.table(grid, source) if grid is not None else None,
            parent=element.get("parent", parent),
            fragment=fragment,
            inferred=element.get("inferred") == "true",
            citable=element.get("citable") != "false",
            scope=element.get("scope", ""),
            key=element.get("key", ""),
            source=source,
        )

    def table(self, grid: etree._Element, source: Source) -> Table:
        columns = tuple(map(column, grid.iterfind(f"{_NS}column")))
        rows = tuple(
            tuple(
                Cell(
                    self.runs(cell, source),
                    number(cell, "colspan", 1),
                    number(cell, "rowspan", 1),
                )
                for cell in row
            )
            for row in grid.iterfind(f"{_NS}tr")
        )
        return Table(rows, number(grid, "headerRows"), columns)

    def runs(self, holder: etree._Element | None, source: Source) -> Runs:
        """The runs of an element: those that have elements of their own, and the text between.

        `source` is the clause's; a run is expected there, and after it where it ended.
        """
        if holder is None:
            return ()
        here = moved(holder, replace(source, start=0), self.default)
        found: list[Run] = []
        for element, text in _pieces(holder):
            if element is None and not text:
                continue
            emphasis, revision = ("", "") if element is None else _manner(element)
            stands = None
            if not any(e is not None and e.get("generated") == "true" for e in (holder, element)):
                end = None
                if element is not None:
                    here = moved(element, here, self.default)
                    end = element.get("end")
                stands = replace(here, end=here.start + len(text) if end is None else int(end))
                here = replace(here, start=stands.end)
            found.append(Run(text, emphasis, revision, stands))
        return tuple(found)

    def finding(self, element: etree._Element) -> Finding:
        source = element.find(f"{_NS}source")
        return Finding(
            code=element.get("code", ""),
            severity=element.get("severity", ""),
            message=element.findtext(f"{_NS}message") or "",
            clause=element.get("clause", ""),
            source=stated(source, self.default) if source is not None else None,
            quote=element.findtext(f"{_NS}quote") or "",
        )


def column(element: etree._Element) -> Column:
    """What a column of a table means."""
    role = element.get("role", "")
    return Column(element.text or "", role, _day(element, "start"), _day(element, "end"))


def _pieces(holder: etree._Element) -> Iterator[tuple[etree._Element | None, str]]:
    """The elements of runs in `holder` with their text, and the text between them (None)."""
    text = holder.text or ""
    for child in holder:
        if child.tag in RUNS:
            yield None, text
            yield child, _words(child)
            text = child.tail or ""
        else:
            # a reference, an amount or a date: what it means is read from the words again
            text += _words(child) + (child.tail or "")
    yield None, text


def _words(element: etree._Element) -> str:
    return "".join(str(text) for text in element.itertext())


def _manner(element: etree._Element) -> tuple[str, str]:
    """The emphasis and the revision of a run, which the elements around its text say."""
    letters: set[str] = set()
    revision = ""
    here: etree._Element | None = element
    while here is not None and here.tag in RUNS:
        revision = _REVISIONS.get(here.tag, revision)
        letters |= {_EMPHASIS[here.tag]} if here.tag in _EMPHASIS else set()
        inner = here[0] if len(here) else None
        if inner is not None and inner.tag in RUNS and (here.text or inner.tail):
            raise InvalidXml(
                f"line {inner.sourceline}: {etree.QName(inner).localname} stands around a part of a"
                " run; close the run before it and open another"
            )
        here = inner
    return "".join(sorted(letters)), revision


def _day(element: etree._Element, name: str) -> date | None:
    value = element.get(name)
    return None if value is None else date.fromisoformat(value.strip())
