"""The JSON objects, the schedule that they hold, and the tables compared in it."""

from __future__ import annotations

import json as standard
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_markup import (
    APPLIED,
    BASE,
    GROUP,
    INSTRUCTIONS,
    JANUARY_2026,
    KEY,
    NEW_SCALE,
    NEW_TABLE,
    OLD_SCALE,
    OLD_TABLE,
    RATES,
    SAMPLE,
    TERMS,
    UNIT,
    clause,
    proof,
    runs,
    table,
)

from clausetrack.diff import tables
from clausetrack.grids import fill
from clausetrack.model import Cell, Clause, Column, Document, Finding, LeftOut, Run, Source, Table
from clausetrack.render import json, schedule, settlement_json
from clausetrack.settlement import Applied, Edit, Outcome

# ------------------------------------------------------------------------------------ outline


def test_the_outline_lists_the_clauses_in_order_with_the_promised_fields() -> None:
    out = json.outline(BASE)
    assert next(iter(out)) == "schema"
    assert out["schema"] == "clausetrack/outline/1"
    assert out["document"]["kind"] == "agreement"
    assert [(c["id"], c["parent"], c["depth"]) for c in out["clauses"]] == [
        ("Part 4", None, 0),
        ("4.1", "Part 4", 1),
        ("4.1 table 1", "4.1", 2),
        ("4.2", "Part 4", 1),
        ("4.2.1", "4.2", 2),
        ("4.2.1(a)", "4.2.1", 3),
        ("4.2.1(b)", "4.2.1", 3),
        ("4.3", "Part 4", 1),
    ]
    unit = out["clauses"][4]
    assert unit["number"] == "4.2.1"
    assert unit["text"] == "A unit is worth $5,000 a year."
    assert unit["heading"] == ""
    assert unit["quoted_in"] is None
    assert unit["citable"] is True
    assert unit["inferred"] is False
    assert unit["source"] == {
        "file": "base.txt", "page": None, "line": 5, "part": "", "paragraph": None,
    }  # fmt: skip


def test_quoted_wording_names_its_item_and_has_depths_of_its_own() -> None:
    quoted = [c for c in json.outline(TERMS)["clauses"] if c["quoted_in"]]
    assert [(c["id"], c["quoted_in"], c["fragment"], c["depth"]) for c in quoted] == [
        ("4.2.1", "2", "2#1", 0),
        ("4.3", "3", "3#1", 0),
    ]


def test_a_table_has_rows_and_the_meaning_of_its_columns() -> None:
    shown = json.outline(BASE)["clauses"][2]
    assert shown["kind"] == "table"
    assert shown["rows"][0] == ["Step", "Group", "From 1 July 2023", "From 1 July 2024"]
    assert shown["rows"][3] == ["3", "", "$70,000", "$71,000"]
    assert shown["columns"][3] == {
        "heading": "From 1 July 2024", "role": "rate", "start": "2024-07-01", "end": None,
    }  # fmt: skip


def test_coverage_counts_each_character_that_has_a_place_once() -> None:
    place = Source("a.txt", line=1)
    over_two_lines = Cell((Run("two", source=place), Run(" "), Run("lines", source=place)))
    merged = Cell((Run("both", source=place),), rowspan=2)
    rows = ((merged, over_two_lines), (Cell((Run("x y", source=place),)),))
    parts = Clause(
        "1.1",
        "clause",
        "1.1",
        label=(Run("1.1", source=place),),
        heading=(Run("A head", source=place),),
        text=(Run("ā b", source=place), Run(" joined")),
    )
    lost = Clause("1.1(a)", "paragraph", "(a)", (), (), (Run("word", source=place),), inferred=True)
    document = Document(
        "agreement",
        clauses=(parts, lost, Clause("1.1 table 1", "table", table=Table(rows))),
        markup=(Source("a.txt", line=1, start=4, end=6),),
        left_out=(LeftOut("page 1", "page number", place),),
        read=40,
    )
    # 1.1: 3 + 5 + 2; (a): 4; the cells: 3 + 5 + 4 + 2; the mark-up: 2
    assert json.coverage(document) == {"read": 40, "keyed": 30, "left_out": 5}


def test_coverage_does_not_balance_when_a_clause_is_lost() -> None:
    def characters(document: Document) -> int:
        return json.coverage(document)["keyed"]

    lost = replace(BASE, clauses=BASE.clauses[:4] + BASE.clauses[5:])
    assert characters(BASE) - characters(lost) == len("4.2.1Aunitisworth$5,000ayear.")


def test_real_terms_are_covered_to_the_last_character(seeds: Path) -> None:
    from clausetrack.ingest import read

    for path in sorted(seeds.glob("00[123]_*.txt")):
        counts = json.coverage(read(path))
        solid = "".join(path.read_text("utf-8").split())
        assert counts["read"] == len(solid)
        assert counts["keyed"] + counts["left_out"] == len(solid)


# --------------------------------------------------------------------------------- amendments


def test_amendments_say_what_is_ordered_and_how_it_was_read() -> None:
    out = settlement_json.amendments(TERMS, INSTRUCTIONS)
    assert out["schema"] == "clausetrack/amendments/1"
    unit = out["amendments"][1]
    assert unit == {
        "id": "2#1",
        "item": "2",
        "action": "substitution",
        "target": "4.2.1",
        "described_target": None,
        "wording": "given",
        "clauses": ["4.2.1"],
        "effective": [{"date": "2026-01-28", "applies_to": "the unit value"}],
        "instruction": "Amend clause 4.2.1 as follows.",
        "source": unit["source"],
        "after": None,
        "fragment": "2#1",
        "stated": [],
        "part": None,
        "held": None,
    }
    assert out["terms_only"] == [
        {
            "item": "5",
            "text": "The parties will meet each March.",
            "source": {"file": "terms.md", "page": None, "line": 9, "part": "", "paragraph": None},
        }
    ]
    assert out["unused"] == ["A stray sentence."]


def test_an_item_without_a_number_goes_by_its_heading() -> None:
    headed = clause("technical 1", "heading", heading="Technical changes")
    terms = replace(TERMS, clauses=(*TERMS.clauses, headed))
    order = replace(UNIT, item="technical 1")
    out = settlement_json.amendments(terms, replace(INSTRUCTIONS, amendments=(order,)))
    assert out["amendments"][0]["item"] == "Technical changes"


# ------------------------------------------------------------------------------------- markup


@pytest.fixture(scope="module")
def out() -> dict[str, Any]:
    return settlement_json.markup(
        SAMPLE.base, SAMPLE.terms, SAMPLE.instructions, SAMPLE.applied,
        proof(failing="wording_verbatim", failures=("4.2 is amiss",)),
    )  # fmt: skip


def test_outcomes_have_status_reason_and_operations(out: dict[str, Any]) -> None:
    assert out["schema"] == "clausetrack/markup/1"
    assert [(o["amendment"], o["status"], o["operations"]) for o in out["outcomes"]] == [
        ("1#1", "applied", [{"clause": "4.1 table 1", "op": "substitution"}]),
        ("2#1", "applied", [{"clause": "4.2.1", "op": "substitution"},
                            {"clause": "4.2.1(b)", "op": "repeal"}]),
        ("3#1", "applied", [{"clause": "4.3", "op": "insertion"},
                            {"clause": "4.4", "op": "renumbering"}]),
        ("Technical changes#1", "target-unnamed", []),
        ("5#1", "target-missing", []),
    ]  # fmt: skip
    assert out["outcomes"][3]["reason"] == "The terms do not say which clauses change."
    assert out["outcomes"][3]["target"] is None
    assert out["outcomes"][4]["target"] == "9.9"


def test_the_proof_is_passed_on_as_it_is(out: dict[str, Any]) -> None:
    assert out["proof"] == {
        "reject_equals_base": True,
        "accept_equals_new": True,
        "wording_verbatim": False,
        "changes_attributed": True,
        "rest_untouched": True,
    }
    assert out["proof_failures"] == ["4.2 is amiss"]


def test_each_finding_stands_once_by_gravity_and_says_what_it_is_about() -> None:
    (found,) = APPLIED.findings
    instructions = replace(INSTRUCTIONS, findings=(found,))
    unbalanced = Finding("sentence-rejoined", "info", "A sentence was joined.")
    terms = replace(TERMS, findings=(unbalanced,))
    out = settlement_json.markup(BASE, terms, instructions, APPLIED, proof())
    assert [(each["about"], each["code"]) for each in out["findings"]] == [
        ("amending", "child-repealed"),
        ("base", "label-inferred"),
        ("terms", "sentence-rejoined"),
    ]


def test_the_object_is_plain_json_and_the_same_each_time(out: dict[str, Any]) -> None:
    again = settlement_json.markup(
        BASE,
        TERMS,
        INSTRUCTIONS,
        APPLIED,
        proof(failing="wording_verbatim", failures=("4.2 is amiss",)),
    )
    assert standard.dumps(out) == standard.dumps(again)
    assert standard.loads(standard.dumps(out)) == out


# ----------------------------------------------------------------------------------- schedule


def test_every_operation_and_every_refusal_has_its_row(out: dict[str, Any]) -> None:
    assert [
        (r["item"], r["clause"], r["operation"], r["under"], r["status"]) for r in out["schedule"]
    ] == [
        ("1", "4.1 table 1", "substitution", "4.1 table 1", "applied"),
        ("2", "4.2.1", "substitution", "4.2.1", "applied"),
        ("2", "4.2.1(b)", "repeal", "4.2.1", "applied"),
        ("3", "4.3", "insertion", "4.3", "applied"),
        ("3", "4.4", "renumbering", "4.4", "applied"),
        ("Technical changes", None, None, None, "target-unnamed"),
        ("5", "9.9", None, "9.9", "target-missing"),
    ]


def test_a_row_has_both_texts_and_the_edits_between_them(out: dict[str, Any]) -> None:
    row = out["schedule"][1]
    assert row["context"] == "Part 4 Pay › 4.2 Units"
    assert row["old_text"] == "4.2.1 A unit is worth $5,000 a year."
    assert row["new_text"] == "4.2.1 A unit is worth $5,500 a year."
    assert [(e["op"], e["text"]) for e in row["edits"] if e["op"] != "equal"] == [
        ("delete", "$5,000"),
        ("insert", "$5,500"),
    ]
    assert row["effective"] == [{"date": "2026-01-28", "applies_to": "the unit value"}]


def test_a_renumbered_clause_shows_both_its_ids(out: dict[str, Any]) -> None:
    row = out["schedule"][4]
    assert (row["old_clause"], row["clause"]) == ("4.3", "4.4")
    assert out["renumbered"] == {"4.3": "4.4"}


def test_a_change_that_no_operation_names_is_not_lost() -> None:
    outcomes = tuple(replace(each, operations=()) for each in APPLIED.outcomes)
    found = schedule.rows(BASE, replace(APPLIED, outcomes=outcomes))
    assert [(row.clause, row.operation) for row in found if row.operation] == [
        ("4.1 table 1", "substitution"),
        ("4.2.1", "substitution"),
        ("4.2.1(b)", "repeal"),
        ("4.3", "insertion"),
        ("4.4", "renumbering"),
    ]


def test_a_table_taken_out_and_put_in_is_one_row_with_a_comparison() -> None:
    edits = (Edit(OLD_TABLE, None, "1#1"), Edit(None, NEW_TABLE, "1#1"))
    found = schedule.rows(BASE, Applied(BASE, (Outcome(RATES, "applied"),), edits, {}))
    assert len(found) == 1
    assert found[0].table == tables.compare(OLD_SCALE, NEW_SCALE)
    assert found[0].operation == "substitution"


WORDS = st.text("ab $5,.()\n", max_size=12)


@given(WORDS, WORDS, WORDS, WORDS)
def test_the_edits_of_a_row_give_back_both_texts(h1: str, t1: str, h2: str, t2: str) -> None:
    old, new = clause("1", heading=h1, text=t1), clause("1", heading=h2, text=t2)
    for part in schedule.marked(old, new):
        before = "".join(e.text for e in part.edits if e.op != "insert")
        after = "".join(e.text for e in part.edits if e.op != "delete")
        texts = {"heading": (h1, h2), "text": (t1, t2)}[part.role]
        assert (before, after) == (texts[0].strip(), texts[1].strip())


# ------------------------------------------------------------------------------------- tables


def cells(old: Table, new: Table) -> dict[str, list[tuple[str, str, str, str | None, str | None]]]:
    """By step: kind, old, new, difference and percentage of each cell."""
    return {
        step.key: [
            (c.kind, c.old, c.new, _text(c.difference), _text(c.percent)) for c in step.cells
        ]
        for step in tables.compare(old, new).steps
    }


def _text(value: Decimal | None) -> str | None:
    return None if value is None else str(value)


def test_until_stands_for_the_latest_column_of_the_base_and_new_days_for_a_rise() -> None:
    # by hand: 53,300 / 52,000 = 1.025; 54,366 / 53,300 = 1.02; 62,900 / 63,000 = 0.99841...
    assert cells(OLD_SCALE, NEW_SCALE) == {
        "1": [("same", "$52,000", "$52,000", "0", "0.00"),
              ("rate", "$52,000", "$53,300", "1300", "2.50"),
              ("rate", "$53,300", "$54,366", "1066", "2.00")],
        "2": [("same", "$61,500", "$61,500", "0", "0.00"),
              ("rate", "$61,500", "$63,000", "1500", "2.44"),
              ("rate", "$63,000", "$62,900", "-100", "-0.16")],
        "4": [("added", "", "$80,000", None, None),
              ("added", "$80,000", "$82,000", "2000", "2.50"),
              ("added", "$82,000", "$84,000", "2000", "2.44")],
        "3": [("removed", "$71,000", "", None, None), ("removed", "", "", None, None),
              ("removed", "", "", None, None)],
    }  # fmt: skip
    compared = tables.compare(OLD_SCALE, NEW_SCALE)
    assert compared.old_columns == ("From 1 July 2024", "", "")
    assert compared.dropped == ("From 1 July 2023",)


def test_columns_meet_by_day_wherever_they_stand() -> None:
    first, second = date(2024, 7, 1), date(2025, 7, 1)
    old = table(["Step", "a", "b"],
                (KEY, Column("a", "rate", first), Column("b", "rate", second)),
                ["1", "$10.00", "$20.00"])  # fmt: skip
    new = table(["b", "Group", "Step", "a"],
                (Column("b", "rate", second), GROUP, KEY, Column("a", "rate", first)),
                ["$25.50", "G1", "1", "$10.00"])  # fmt: skip
    assert cells(old, new) == {
        "1": [("changed", "$20.00", "$25.50", "5.50", "27.50"),
              ("same", "$10.00", "$10.00", "0.00", "0.00")]
    }  # fmt: skip


def test_a_first_rate_is_set_against_what_the_base_paid_before_that_day() -> None:
    new = table(
        ["Step", "New rate"], (KEY, Column("New rate", "rate", JANUARY_2026)), ["1", "$54,080"]
    )
    assert cells(OLD_SCALE, new)["1"] == [("rate", "$52,000", "$54,080", "2080", "4.00")]


def test_no_rise_is_stated_over_a_column_that_lost_its_heading() -> None:
    columns = (KEY, Column("", "rate"), Column("From 28 January 2026", "rate", JANUARY_2026))
    new = table(["Step", "", "From 28 January 2026"], columns, ["1", "$53,000", "$54,080"])
    assert cells(OLD_SCALE, new)["1"] == [
        ("rate", "", "$53,000", None, None),
        ("rate", "", "$54,080", None, None),
    ]


def test_a_figure_that_is_none_gets_no_difference() -> None:
    new = table(
        ["Step", "New rate"], (KEY, Column("New rate", "rate", JANUARY_2026)), ["1", "$102, 476"]
    )
    assert cells(OLD_SCALE, new)["1"] == [("rate", "$52,000", "$102, 476", None, None)]


def test_steps_with_one_key_are_told_apart_by_their_order() -> None:
    columns = (KEY, Column("From 1 July 2024", "rate", date(2024, 7, 1)))
    old = table(["Step", "Rate"], columns, ["", "$1"], ["", "$2"])
    new = table(["Step", "Rate"], columns, ["", "$1"], ["", "$3"])
    changed = [step.cells[0].kind for step in tables.compare(old, new).steps]
    assert changed == ["same", "changed"]


def test_a_table_without_rates_is_compared_by_its_headings() -> None:
    old = table(["Leave", "Days", "Note"], (), ["Sick", "10", "x"])
    new = table(["Leave", "Note", "Days"], (), ["Sick", "x", "12"])
    assert cells(old, new) == {
        "Sick": [("same", "x", "x", None, None), ("changed", "10", "12", None, None)]
    }


def test_a_cell_that_spans_stands_in_every_place_it_covers() -> None:
    tall, wide = Cell(runs("t"), rowspan=2), Cell(runs("w"), colspan=2)
    a, b, c = (Cell(runs(text)) for text in "abc")
    assert fill(((tall, wide), (a, b), (c,))) == (
        (tall, wide, wide),
        (tall, a, b),
        (c,),
    )
