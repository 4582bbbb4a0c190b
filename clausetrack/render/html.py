"""The schedule of changes as one self-contained HTML page: no script, nothing fetched."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from clausetrack import values
from clausetrack.diff.tables import amount, grid
from clausetrack.diff.words import WordEdit, words
from clausetrack.model import (
    STATUSES,
    Amendment,
    Applied,
    Clause,
    Document,
    Finding,
    Instructions,
    Table,
)
from clausetrack.render import schedule as rows_of
from clausetrack.render.schedule import Part, Row
from clausetrack.visible import visible

if TYPE_CHECKING:
    from clausetrack.prove import Proof

#: What XML and HTML cannot hold: controls but tab, line feed and carriage return.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")

_DEEPEST = 8  # indents that the style sheet knows

#: How the instruction gave its wording, for a reader who does not know our words.
WORDINGS = {
    "given": "wording given in full",
    "partial": "only part of the wording given",
    "figures": "figures given, not the sentence",
    "described": "change described, wording not given",
    "elsewhere": "wording is in another document",
    "tracked": "wording taken from the tracked agreement",
}


@dataclass(frozen=True, slots=True)
class NumberedRow:
    """A row of the schedule with its anchor, and that of its clause in the text ("" if none)."""

    anchor: str
    number: int
    row: Row
    clause_anchor: str


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of one instruction under one printed unit."""

    amendment: Amendment
    title: str
    context: str
    rows: tuple[NumberedRow, ...]


@dataclass(frozen=True, slots=True)
class FindingView:
    """Findings that say the same of one clause, and the places where they do."""

    finding: Finding
    about: str
    count: int
    places: str


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell to print: `scope` is col, row or ""."""

    edits: tuple[WordEdit, ...]
    scope: str
    colspan: int
    rowspan: int
    figure: bool


@dataclass(frozen=True, slots=True)
class Block:
    """A clause of the marked-up text. `state` is "", inserted, deleted or changed."""

    anchor: str
    kind: str
    depth: int
    state: str
    parts: tuple[Part, ...]
    tables: tuple[tuple[str, tuple[tuple[CellView, ...], ...]], ...]
    rows: tuple[NumberedRow, ...]


def schedule(
    base: Document, terms: Document, instructions: Instructions, applied: Applied, proof: Proof
) -> bytes:
    """The page for a reviewer: what was not applied, the proof, the changes, the whole text."""
    anchors = _anchors(applied)
    numbered = [
        NumberedRow(f"change-{n}", n, row, "" if row.place is None else anchors[row.place])
        for n, row in enumerate((r for r in rows_of.rows(base, applied) if r.operation), 1)
    ]
    counts = Counter(outcome.status for outcome in applied.outcomes)
    return page(
        "schedule",
        base=base,
        terms=terms,
        new=applied.document,
        instructions=instructions,
        ordered=len(applied.outcomes),
        counts=[(status, counts[status]) for status in STATUSES if counts[status]],
        undone=[outcome for outcome in applied.outcomes if not outcome.done],
        standing=_standing(base, applied, anchors),
        statements=rows_of.statements(proof),
        failures=proof.failures,
        findings=_findings(base, terms, instructions, applied),
        groups=_groups(base, applied, numbered),
        changes=len(numbered),
        blocks=_blocks(base, applied, anchors, numbered),
        item=lambda item: _item(terms, item),
        wordings=WORDINGS,
    )


def page(name: str, **values: object) -> bytes:
    """A page from the template and the style sheet of that name: nothing in it is executed."""
    template = _environment().get_template(f"{name}.html.j2")
    text = template.render(**_style(f"{name}.css"), **values)
    return _CONTROLS.sub("\ufffd", text).encode("utf-8", "replace")


@cache
def _shown(value: object) -> object:
    """Text as it may stand on a page; mark-up of our own is left as it is."""
    return visible(value) if type(value) is str else value


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("clausetrack", "render/templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(day=day, fragment=_fragment, money=money, percent=percent)
    return environment


def _style(sheet: str) -> dict[str, Markup | str]:
    """A style sheet, and its hash for the page's content security policy."""
    environment = _environment()
    assert environment.loader is not None
    text = environment.loader.get_source(environment, sheet)[0]
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return {"style": Markup(text), "style_hash": f"sha256-{digest}"}


# ------------------------------------------------------------------------------------ filters


def day(value: date) -> str:
    """28 January 2026."""
    return f"{value.day} {values.MONTHS[value.month - 1]} {value.year}"


def money(value: Decimal) -> str:
    """A signed difference: +$1,533, −$20.50."""
    sign = "−" if value < 0 else "+"
    places = 0 if value == value.to_integral_value() else 2
    return f"{sign}${abs(value):,.{places}f}" if value else "$0"


def percent(value: Decimal) -> str:
    """A signed percentage: +2.50%."""
    return f"{'−' if value < 0 else '+' if value else ''}{abs(value):.2f}%"


def _item(terms: Document, item: str) -> str:
    """item 9, or the heading of an item without a number."""
    name = rows_of.item_name(terms, item)
    return f"item {name}" if name == item and name[:1].isdigit() else f"“{name}”"


def _fragment(anchor: str) -> str:
    return "#" + quote(anchor, safe="().-")


# ----------------------------------------------------------------------------------- findings


def _findings(
    base: Document, terms: Document, instructions: Instructions, applied: Applied
) -> list[FindingView]:
    """The findings, those alike put together: a conversion's faults come by the dozen."""
    alike: dict[tuple[str, ...], list[Finding]] = {}
    for about, each in rows_of.findings(base, terms, instructions, applied):
        alike.setdefault((about, each.code, each.message, each.clause), []).append(each)
    names = {base.file: "base", terms.file: "terms"}
    return [
        FindingView(found[0], key[0], len(found), _places(found, names))
        for key, found in alike.items()
    ]


def _places(findings: Iterable[Finding], names: Mapping[str, str]) -> str:
    """Where the findings stand, each file named once: "terms, lines 7, 9"."""
    found: dict[str, dict[str, None]] = {}
    for each in findings:
        if each.source:
            place = str(replace(each.source, file=""))
            found.setdefault(names.get(each.source.file, each.source.file), {})[place] = None
    out = []
    for file, places in found.items():
        lines = [place.removeprefix("line ") for place in places]
        plain = len(lines) > 1 and all(line.isdigit() for line in lines)
        where = "lines " + ", ".join(lines) if plain else "; ".join(places)
        out.append(", ".join(filter(None, (file, where))))
    return "; ".join(out)


# -------------------------------------------------------------------------------- marked text


def _anchors(applied: Applied) -> tuple[str, ...]:
    """An anchor for each edit, from the clause's ID: `clause-4.3.2`, `repealed-6.2.8(g)`."""
    used: set[str] = set()
    out = []
    for edit in applied.edits:
        clause = edit.new or edit.old
        name = re.sub(r"[^\w.()-]+", "-", clause.id if clause else "")
        stem = anchor = f"{'clause' if edit.new else 'repealed'}-{name}"
        again = 2
        while anchor in used:
            anchor, again = f"{stem}-{again}", again + 1
        used.add(anchor)
        out.append(anchor)
    return tuple(out)


def _standing(base: Document, applied: Applied, anchors: tuple[str, ...]) -> dict[str, str]:
    """Where each base clause stands in the marked-up text: ID -> anchor."""
    places = zip(applied.edits, anchors, strict=True)
    return {edit.old.id: anchor for edit, anchor in places if edit.old and edit.old.id in base.body}


def _blocks(
    base: Document, applied: Applied, anchors: tuple[str, ...], numbered: list[NumberedRow]
) -> list[Block]:
    rows: dict[int | None, list[NumberedRow]] = {}
    for each in numbered:
        rows.setdefault(each.row.place, []).append(each)
    depths = (_depths(base), _depths(applied.document))
    out = []
    for place, edit in enumerate(applied.edits):
        clause = edit.new or edit.old
        if clause is None:
            continue
        state = ""
        if rows_of.operation(edit):
            state = "inserted" if not edit.old else "changed" if edit.new else "deleted"
        out.append(
            Block(
                anchor=anchors[place],
                kind=clause.kind,
                depth=min(depths[1 if edit.new else 0].get(clause.id, 0), _DEEPEST),
                state=state,
                parts=rows_of.marked(edit.old, edit.new),
                tables=_tables(edit.old, edit.new),
                rows=tuple(rows.get(place, ())),
            )
        )
    return out


def _depths(document: Document) -> dict[str, int]:
    out: dict[str, int] = {}
    for clause in document.body.values():
        out[clause.id] = out.get(clause.parent or "", -1) + 1
    return out


def _tables(
    old: Clause | None, new: Clause | None
) -> tuple[tuple[str, tuple[tuple[CellView, ...], ...]], ...]:
    """The tables to print, with how: "" (cells hold their own edits), "deleted" or "inserted"."""
    was, now = old.table if old else None, new.table if new else None
    if was and now and _alike(was, now):
        return (("", _cells(was, now)),)
    out = []
    if was:
        out.append(("deleted", _cells(was, was)))
    if now:
        out.append(("inserted", _cells(now, now)))
    return tuple(out)


def _alike(was: Table, now: Table) -> bool:
    """Do the two have the same shape, the same headings and the same keys?"""

    def shape(table: Table) -> list[list[tuple[int, int]]]:
        return [[(cell.colspan, cell.rowspan) for cell in row] for row in table.rows]

    def frame(table: Table) -> tuple[list[list[str]], list[str]]:
        keys = [table.key(at) for at in range(len(table.rows))]
        return table.texts[: table.header_rows], keys

    return shape(was) == shape(now) and frame(was) == frame(now)


def _cells(was: Table, now: Table) -> tuple[tuple[CellView, ...], ...]:
    keys = [at for at, column in enumerate(now.columns) if column.role == "key"] or [0]
    filled = grid(now)
    out = []
    for number, (old_row, new_row) in enumerate(zip(was.rows, now.rows, strict=True)):
        key_cells = [filled[number][at] for at in keys if at < len(filled[number])]
        header = number < now.header_rows
        row = []
        for old, new in zip(old_row, new_row, strict=True):
            key = any(new is cell for cell in key_cells)
            scope = "col" if header else "row" if key and new.text.strip() else ""
            edits = words(old.text.strip(), new.text.strip())
            figure = not header and amount(new.text) is not None
            row.append(CellView(edits, scope, new.colspan, new.rowspan, figure))
        out.append(tuple(row))
    return tuple(out)


# ------------------------------------------------------------------------------------- groups


def _groups(base: Document, applied: Applied, numbered: Iterable[NumberedRow]) -> list[Group]:
    """The rows by instruction and printed unit, in the order in which each first appears.

    Clauses that only took another number stand together, not each under a head of its own.
    """
    amendments = {outcome.amendment.id: outcome.amendment for outcome in applied.outcomes}
    found: dict[tuple[str, str], list[NumberedRow]] = {}
    for each in numbered:
        under = "" if each.row.operation == "renumbering" else each.row.under
        found.setdefault((each.row.amendment, under), []).append(each)
    out = []
    for (amendment, under), rows in found.items():
        title = _title(under, applied.document.body, base.body) if under else "Renumbered"
        context = rows[0].row.context if under else ""
        out.append(Group(amendments[amendment], title, context, tuple(rows)))
    return out


def _title(clause_id: str, *bodies: Mapping[str, Clause]) -> str:
    """Number and heading; a table goes by its caption, or by the clause that it stands in."""
    for body in bodies:
        if clause := body.get(clause_id):
            heading = clause.heading_text.strip()
            if clause.kind == "table":
                return heading or f"{_title(clause.parent or '', *bodies)}: table".strip(" :")
            return f"{clause_id}  {heading}" if heading and heading != clause_id else clause_id
    return clause_id
