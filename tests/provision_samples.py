"""Made-up terms of settlement, in our own words, that the shipped provision record fits."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from pathlib import Path

from clausetrack.model import Cell, Clause, Column, Document, Fragment, Run, Runs, Source, Table
from clausetrack.provisions import records
from clausetrack.provisions.facts import NAMES
from clausetrack.provisions.vocabulary import Provision
from clausetrack.rates import measures

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
RECORD = CORPUS / "records" / "ptca-2025-27.xml"


@cache
def shipped() -> tuple[Provision, ...]:
    """The record of PTCA item 3."""
    return tuple(record for record in bound() if record.id == "ptca-2025-27-item-3")


@cache
def bound() -> tuple[Provision, ...]:
    """The shipped records, with their measures bound as the shipped measures say."""
    file = CORPUS / "measures" / "measures.toml"
    known = measures.read(file.read_bytes(), file.name)
    return records.bind(records.read(RECORD.read_bytes(), RECORD.name), known)


def ledger(short: str | bytes) -> bytes:
    """A ledger from a short form: a version in brackets, then lines like `ratified = 2025-12-05`.

    `false` is what is known not to have happened; `source` holds for the version; a table is an
    entry's own keys (`signed = {to = 2025-10-06}`).
    """
    text = short.decode() if isinstance(short, bytes) else short
    entries = []
    for version, table in tomllib.loads(text).items():
        source = table.pop("source", "a test")
        for name, value in table.items():
            if value is False:
                when = "never = true"
            elif isinstance(value, dict):
                when = "\n".join(f"{key} = {str(day).lower()}" for key, day in value.items())
            else:
                when = f"on = {value}"
            entries.append(
                f'[[fact]]\nversion = "{version}"\nevent = "{NAMES[name]}"\n{when}\n'
                f'source = "{source}"\nrecorded = 2025-12-31\n'
            )
    return "\n".join(entries).encode()


def runs(text: str) -> Runs:
    return (Run(text),)


def clause(id_: str, kind: str, text: str = "", *, parent: str = "", line: int = 1) -> Clause:
    return Clause(id_, kind, text=runs(text), parent=parent or None, source=Source("t", line=line))


def unit_table(*amounts: str) -> Table:
    """The holder's unit value: now, from 28 January 2026, and from 28 January 2027."""
    days = (None, date(2026, 1, 28), date(2027, 1, 28))
    heads = ("", "Now", "28 January 2026", "28 January 2027")
    return Table(
        rows=(
            tuple(Cell(runs(head)) for head in heads),
            tuple(Cell(runs(text)) for text in ("Unit Value", *amounts)),
        ),
        header_rows=1,
        columns=(
            Column("", "key"),
            *(Column(heads[i + 1], "rate", day) for i, day in enumerate(days)),
        ),
    )


@cache
def ptca(
    *, amounts: tuple[str, ...] = ("$4,500", "$4,600", "$4,700"), threshold: str = "$5,000"
) -> Document:
    """Terms whose item 3 holds what the record of PTCA item 3 rests on."""
    lapse = (
        "Unless ratified by 5pm on 3 October 2025 and signed by 5 pm on 6 October 2025, deemed to"
        " have lapsed."
    )
    trigger = (
        "This follows where another agreement ratified (or varied) during the period up to"
        f" 2 December 2027 has units above {threshold}:"
    )
    note = (
        "Upon the signing of the variation units rise by what exceeds $5,000; where another has"
        " $5,200 that is $200."
    )
    return Document(
        "terms",
        "PTCA",
        version="2025-27",
        file="ptca.txt",
        clauses=(
            clause("preamble 1", "text", lapse, line=2),
            clause("3", "item", "Amend clause 3.9 by raising each unit as follows:", line=10),
            Clause(
                "3 table 1",
                "table",
                table=unit_table(*amounts),
                parent="3",
                source=Source("ptca.txt", line=12),
            ),
            clause("3 paragraph 1", "text", trigger, parent="3", line=16),
            clause(
                "3(a)",
                "paragraph",
                "The part over $5,000 is offered via a variation within one month of that day.",
                parent="3",
                line=17,
            ),
            clause("3(b)", "paragraph", "Answered within one month of receipt.", parent="3"),
            clause("3(c)", "paragraph", "Then it will be deemed to be varied.", parent="3"),
            clause("3(c) note 1", "note", note, parent="3(c)", line=20),
            clause("4", "item", "A unit is worth $9,999 elsewhere.", line=22),
        ),
    )


@cache
def stca(value: str = "", *, version: str = "2025-27") -> Document:
    """Terms with a cut-off, whose item 6 quotes a clause 4.3.2, or without `value` no clause."""
    lapse = (
        "This stands if it is ratified before 5pm on 5 December 2025 and signed before 5pm on"
        " 9 December 2025."
    )
    preamble = clause("preamble 1", "text", lapse, line=2)
    item = clause("6", "item", "Clause 4.3.2 is amended.", line=5)
    if not value:
        return Document("terms", "STCA", version=version, file="stca.txt", clauses=(preamble, item))
    quoted = Clause(
        "4.3.2",
        "clause",
        text=runs(f"A unit is worth $3,100 a year. From 28 January 2026 it is worth {value}."),
        fragment="6 quoted 1",
        source=Source("stca.txt", line=6),
    )
    return Document(
        "terms",
        "STCA",
        version=version,
        file="stca.txt",
        clauses=(preamble, item, quoted),
        fragments=(Fragment("6 quoted 1", "6"),),
    )
