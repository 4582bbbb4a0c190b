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

_NS = f"{{{NAMESPACE}}}"
KINDS = {f"{_NS}{name}": kind for names in (ELEMENTS, QUOTED) for kind, name in names.items()}
_EMPHASIS = {f"{_NS}{letter}": letter for letter in "biu"}
_REVISIONS = {f"{_NS}ins": "inserted", f"{_NS}del": "deleted"}
RUNS = {f"{_NS}span", *_EMPHASIS, *_REVISIONS}
_PLACE = ("file", "line", "page", "part", "paragraph")


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
            LeftOut(element.text or "", element.get("why", ""), reader.stated(element))
            for element in root.iterfind(f"{_NS}coverage/{_NS}leftOut")
        ),
        markup=tuple(
            reader.stated(element) for element in root.iterfind(f"{_NS}coverage/{_NS}mark")
        ),
        findings=tuple(
            reader.finding(element) for element in root.iterfind(f"{_NS}findings/{_NS}finding")
        ),
        read=_number(root, "read"),
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
        source = self.stated(element)
        number = element.find(f"{_NS}num")
        label = self.runs(number, source)
        value = number.get("value") if number is not None else None
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
                    _number(cell, "colspan", 1),
                    _number(cell, "rowspan", 1),
                )
                for cell in row
            )
            for row in grid.iterfind(f"{_NS}tr")
        )
        return Table(rows, _number(grid, "headerRows"), columns)

    def runs(self, holder: etree._Element | None, source: Source) -> Runs:
        """The runs of an element: those that have elements of their own, and the text between.

        `source` is the clause's; a run is expected there, and after it where it ended.
        """
        if holder is None:
            return ()
        here = self.moved(holder, replace(source, start=0))
        found: list[Run] = []
        for element, text in _pieces(holder):
            if element is None and not text:
                continue
            emphasis, revision = ("", "") if element is None else _manner(element)
            stands = None
            if not any(e is not None and e.get("generated") == "true" for e in (holder, element)):
                end = None
                if element is not None:
                    here = self.moved(element, here)
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
            source=self.stated(source) if source is not None else None,
            quote=element.findtext(f"{_NS}quote") or "",
        )

    def stated(self, element: etree._Element) -> Source:
        """The source that an element states by itself."""
        source = self.moved(element, self.default)
        return replace(source, end=_number(element, "end", source.start))

    def moved(self, element: etree._Element, source: Source) -> Source:
        """`source`, but where the attributes of `element` say otherwise."""
        if any(element.get(name) is not None for name in _PLACE):
            # As soon as one of them stands there, those that do not are the default.
            source = Source(
                file=element.get("file", self.default.file),
                line=_optional(element, "line"),
                page=_optional(element, "page"),
                part=element.get("part", self.default.part),
                paragraph=_optional(element, "paragraph"),
            )
        return replace(source, start=_number(element, "start", source.start))


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


def _optional(element: etree._Element, name: str) -> int | None:
    value = element.get(name)
    return None if value is None else int(value)


def _number(element: etree._Element, name: str, default: int = 0) -> int:
    return int(element.get(name, default))


def _day(element: etree._Element, name: str) -> date | None:
    value = element.get(name)
    return None if value is None else date.fromisoformat(value.strip())
