"""A small agreement marked up by hand, for the tests of what is printed about it.

Everything in it is written out: no reader, no grammar and no `apply` takes part.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from clausetrack.model import Cell, Clause, Column, Document, Finding, Fragment, Run, Source, Table
from clausetrack.prove import STATEMENTS, Proof
from clausetrack.settlement import (
    Amendment,
    Applied,
    Edit,
    Effective,
    Instructions,
    Operation,
    Outcome,
    TermsOnly,
)

JANUARY_2026 = date(2026, 1, 28)
JANUARY_2027 = date(2027, 1, 28)


def runs(text: str, line: int | None = None) -> tuple[Run, ...]:
    """One run; with a source where a line is given."""
    source = None if line is None else Source("base.txt", line=line, end=len(text))
    return (Run(text, source=source),) if text else ()


def clause(
    clause_id: str,
    kind: str = "clause",
    number: str = "",
    heading: str = "",
    text: str = "",
    parent: str | None = None,
    table: Table | None = None,
    fragment: str | None = None,
    line: int | None = None,
) -> Clause:
    """A clause printed on one line of `base.txt`, or from nowhere."""
    return Clause(
        id=clause_id,
        kind=kind,
        number=number,
        label=runs(number, line),
        heading=runs(heading, line),
        text=runs(text, line),
        parent=parent,
        table=table,
        fragment=fragment,
        citable=bool(number),
        source=Source("base.txt", line=line),
    )


def table(heads: list[str], columns: tuple[Column, ...], *rows: list[str]) -> Table:
    """A table with one header row."""
    cells = tuple(tuple(Cell(runs(text)) for text in row) for row in (heads, *rows))
    return Table(cells, 1, columns)


KEY = Column("Step", "key")
GROUP = Column("Group", "group")
OLD_SCALE = table(
    ["Step", "Group", "From 1 July 2023", "From 1 July 2024"],
    (KEY, GROUP, Column("From 1 July 2023", "rate", date(2023, 7, 1)),
     Column("From 1 July 2024", "rate", date(2024, 7, 1))),
    ["1", "K1", "$50,000", "$52,000"],
    ["2", "K2", "$60,000", "$61,500"],
    ["3", "", "$70,000", "$71,000"],
)  # fmt: skip
NEW_SCALE = table(
    ["Step", "Group", "Until 27 January 2026", "From 28 January 2026", "From 28 January 2027"],
    (KEY, GROUP, Column("Until 27 January 2026", "rate", end=date(2026, 1, 27)),
     Column("From 28 January 2026", "rate", JANUARY_2026),
     Column("From 28 January 2027", "rate", JANUARY_2027)),
    ["1", "K1", "$52,000", "$53,300", "$54,366"],
    ["2", "K2", "$61,500", "$63,000", "$62,900"],
    ["4", "K4", "$80,000", "$82,000", "$84,000"],
)  # fmt: skip


@dataclass(frozen=True)
class Sample:
    """All that a report is made of, but for the proof."""

    base: Document
    terms: Document
    instructions: Instructions
    applied: Applied


def proof(*, failing: str = "", failures: tuple[str, ...] = ()) -> Proof:
    """A proof that holds in all its parts but the one that is named."""
    return Proof(**{name: name != failing for name in STATEMENTS}, failures=failures)


PART = clause("Part 4", "part", "Part 4", "Pay", line=1)
SCALE = clause("4.1", number="4.1", heading="Scale", text="The scale is in the table.",
               parent="Part 4", line=2)  # fmt: skip
OLD_TABLE = clause("4.1 table 1", "table", parent="4.1", table=OLD_SCALE)
NEW_TABLE = clause("4.1 table 1", "table", parent="4.1", table=NEW_SCALE)
UNITS = clause("4.2", number="4.2", heading="Units", parent="Part 4", line=4)
OLD_UNIT = clause("4.2.1", number="4.2.1", text="A unit is worth $5,000 a year.",
                  parent="4.2", line=5)  # fmt: skip
NEW_UNIT = clause("4.2.1", number="4.2.1", text="A unit is worth $5,500 a year.", parent="4.2")
OLD_A = clause("4.2.1(a)", "paragraph", "(a)", text="It is paid fortnightly.", parent="4.2.1")
OLD_B = clause("4.2.1(b)", "paragraph", "(b)", text="It lapses on transfer.", parent="4.2.1")
ADDED = clause("4.3", number="4.3", heading="Nominee", text="A nominee is paid $900.",
               parent="Part 4")  # fmt: skip
OLD_LAST = clause("4.3", number="4.3", text="Kura may top up any rate.", parent="Part 4", line=8)
NEW_LAST = OLD_LAST._replace(id="4.4", number="4.4", label=runs("4.4"))

BASE = Document(
    "agreement", "XTCA", "Example Teachers’ Collective Agreement", "2023-25",
    (PART, SCALE, OLD_TABLE, UNITS, OLD_UNIT, OLD_A, OLD_B, OLD_LAST),
    findings=(Finding("label-inferred", "warning", "A label was restored.", "4.2.1(a)"),),
    file="base.docx",
)  # fmt: skip

NEW = replace(
    BASE, version="2025-27", file="",
    clauses=(PART, SCALE, NEW_TABLE, UNITS, NEW_UNIT, OLD_A, ADDED, NEW_LAST),
)  # fmt: skip

TERMS = Document(
    "terms", "XTCA", "Terms of settlement", "2025-27",
    (
        clause("1", "item", "1", "Scale"),
        clause("2", "item", "2", "Units"),
        NEW_UNIT._replace(fragment="2#1"),
        clause("3", "item", "3", "Nominees"),
        ADDED._replace(fragment="3#1", parent=None),
        clause("Technical changes", "heading", heading="Technical changes"),
        clause("5", "item", "5", "Leave"),
    ),
    fragments=(Fragment("2#1", "2"), Fragment("3#1", "3")),
    file="terms.md",
)  # fmt: skip

RATES = Amendment("1#1", "1", "substitution", "4.1", "figures", "The scale rises as in the table.",
                  clauses=("4.1 table 1",),
                  effective=(Effective(JANUARY_2026), Effective(JANUARY_2027)))  # fmt: skip
UNIT = Amendment("2#1", "2", "substitution", "4.2.1", "given", "Amend clause 4.2.1 as follows.",
                 clauses=("4.2.1",), fragment="2#1",
                 effective=(Effective(JANUARY_2026, "the unit value"),))  # fmt: skip
NOMINEE = Amendment("3#1", "3", "insertion", "4.3", "given", "Introduce a new clause 4.3.",
                    clauses=("4.3",), fragment="3#1")  # fmt: skip
TECHNICAL = Amendment("Technical changes#1", "Technical changes", "substitution", None,
                      "elsewhere", "Small corrections are made.")  # fmt: skip
LEAVE = Amendment("5#1", "5", "substitution", "9.9", "given", "Amend clause 9.9 as follows.",
                  described_target="the leave table")  # fmt: skip

INSTRUCTIONS = Instructions(
    (RATES, UNIT, NOMINEE, TECHNICAL, LEAVE),
    (TermsOnly("5", "The parties will meet each March.", Source("terms.md", line=9)),),
    unused=("A stray sentence.",),
)

APPLIED = Applied(
    NEW,
    (
        Outcome(RATES, "applied", operations=(Operation("4.1 table 1", "substitution"),)),
        Outcome(UNIT, "applied", operations=(
            Operation("4.2.1", "substitution"), Operation("4.2.1(b)", "repeal"))),
        Outcome(NOMINEE, "applied", operations=(
            Operation("4.3", "insertion"), Operation("4.4", "renumbering"))),
        Outcome(TECHNICAL, "target-unnamed", "The terms do not say which clauses change."),
        Outcome(LEAVE, "target-missing", "The base has no clause 9.9."),
    ),
    (
        Edit(PART, PART), Edit(SCALE, SCALE), Edit(OLD_TABLE, NEW_TABLE, "1#1"),
        Edit(UNITS, UNITS), Edit(OLD_UNIT, NEW_UNIT, "2#1"), Edit(OLD_A, OLD_A),
        Edit(OLD_B, None, "2#1"), Edit(None, ADDED, "3#1"), Edit(OLD_LAST, NEW_LAST, "3#1"),
    ),
    {"4.3": "4.4"},
    (Finding("child-repealed", "warning", "4.2.1(b) is not in the new wording.", "4.2.1(b)"),),
)  # fmt: skip

SAMPLE = Sample(BASE, TERMS, INSTRUCTIONS, APPLIED)
