"""What the review report shows of a pay table: each figure against what was paid on its day."""

from __future__ import annotations

import re
from decimal import Decimal

from test_diff_pay_tables import SCALE
from test_diff_plain_tables import changed, page
from test_html_charts import NS, marks, read

from clausetrack.comparison import compared
from clausetrack.diff.tables import compare, step_names
from clausetrack.model import Table
from clausetrack.render import diff_html
from clausetrack.render.html_pictures import pictures

RANKS = ["Step | Grade | From 1 May 2025 | From 1 May 2026",
         "1 | Rigger | $41,000 | $42,100", "2 | Rigger | $43,500 | $44,700",
         "1 | Bosun | $47,200 | $48,600", "2 | Bosun | $49,900 | $51,300"]  # fmt: skip


def tables(old: list[str], new: list[str]) -> tuple[Table, Table]:
    found = compared(page(*old), page(*new), "old.md", "new.md")
    (was,), (now,) = (
        [clause.table for clause in side.clauses if clause.table] for side in (found.old, found.new)
    )
    return was, now


def last_column(old: list[str], new: list[str]) -> dict[str, tuple[str, str, Decimal | None]]:
    """What the last column is set against, by step."""
    return {
        f"{step.key} {step.group}".strip(): (
            step.cells[-1].old, step.cells[-1].new, step.cells[-1].difference,
        )
        for step in compare(*tables(old, new)).steps
    }  # fmt: skip


def drawn(old: list[str], new: list[str]) -> dict[str, object]:
    was, now = tables(old, new)
    return {caption: read(picture)
            for caption, picture in pictures("t", was, now, compare(was, now))}  # fmt: skip


def lines(picture: object) -> int:
    return len(picture.findall(f"{NS}path"))  # type: ignore[attr-defined]


def said(picture: object) -> str:
    return "".join(picture.itertext())  # type: ignore[attr-defined]


PUT_OFF = changed(SCALE, (0, "Step | From 1 May 2025 | From 1 June 2026"),
                  (2, "2 | $54,200 | $55,090"))  # fmt: skip


def test_a_rise_that_is_put_off_is_set_against_what_was_paid_on_its_new_day() -> None:
    """On 1 June 2026 the old version has paid the rates of 1 May 2026 for a month."""
    assert last_column(SCALE, PUT_OFF) == {
        "1": ("$52,500", "$52,500", Decimal(0)),
        "2": ("$55,900", "$55,090", Decimal(-810)),
        "3": ("$59,400", "$59,400", Decimal(0)),
        "4": ("$62,100", "$62,100", Decimal(0)),
    }


def test_so_is_one_that_is_put_off_behind_rates_without_a_day() -> None:
    old, new = ([rows[0].replace("From 1 May 2025", "Current"), *rows[1:]]
                for rows in (SCALE, PUT_OFF))  # fmt: skip
    assert last_column(old, new)["2"] == ("$55,900", "$55,090", Decimal(-810))


def test_a_second_rise_is_set_against_the_first_one_of_its_own_version() -> None:
    """1 May 2027 is after 1 June 2026, which is after all that the old version says."""
    later = ["From 1 May 2027", "$54,000", "$56,900", "$61,000", "$64,000"]
    new = [f"{row} | {last}" for row, last in zip(PUT_OFF, later, strict=True)]
    assert last_column(SCALE, new)["2"] == ("$55,090", "$56,900", Decimal(1810))


def test_the_line_of_rates_by_date_is_that_of_the_new_version() -> None:
    """A rise of 1 May 2026 that is no longer one is no step of the line."""
    picture = drawn(SCALE, PUT_OFF)["Rates by date"]
    assert "1 May 2026" not in said(picture)
    assert "1 Jun 2026" in said(picture)
    rolled = [" | ".join(row.split(" | ")[::2]) for row in PUT_OFF]  # 1 June 2026 alone
    picture = drawn([" | ".join(row.split(" | ")[:2]) for row in SCALE], rolled)["Rates by date"]
    assert "1 May 2025" in said(picture)
    assert "1 Jun 2026" in said(picture)


def test_steps_of_several_grades_go_by_step_and_grade() -> None:
    new = changed(RANKS, (2, "2 | Rigger | $43,500 | $45,000"))
    found = drawn(RANKS, new)
    after = [each for each in marks(found["Before and after, by step"], 1) if ":" in each]
    assert [each.split(":")[0] for each in after] == [
        "1 Rigger", "2 Rigger", "1 Bosun", "2 Bosun",
    ]  # fmt: skip
    assert "4 rates" in said(found["Rates by date"])
    assert lines(found["Rates by date"]) == 4


def test_a_step_is_set_against_that_of_its_own_grade() -> None:
    new = [RANKS[0], *RANKS[3:], "3 | Bosun | $52,000 | $53,500"]
    steps = compare(*tables(RANKS, new)).steps
    assert [(step.key, step.group or step.old_group, step.cells[0].kind) for step in steps] == [
        ("1", "Bosun", "same"), ("2", "Bosun", "same"), ("3", "Bosun", "added"),
        ("1", "Rigger", "removed"), ("2", "Rigger", "removed"),
    ]  # fmt: skip


def test_a_grade_of_another_name_keeps_its_steps() -> None:
    new = [row.replace("Rigger", "Shipwright") for row in RANKS]
    found = compare(*tables(RANKS, new)).steps
    assert [(step.old_group, step.group, step.cells[0].kind) for step in found] == [
        ("Rigger", "Shipwright", "same"), ("Rigger", "Shipwright", "same"),
        ("Bosun", "Bosun", "same"), ("Bosun", "Bosun", "same"),
    ]  # fmt: skip


def test_steps_that_are_told_apart_by_their_key_go_by_it_alone() -> None:
    new = changed(SCALE, (2, "2 | $54,200 | $56,000"))
    after = marks(drawn(SCALE, new)["Before and after, by step"], 1)
    assert {each.split(":")[0] for each in after if ":" in each} == {"1", "2", "3", "4"}


def test_no_line_is_drawn_of_the_old_version_alone() -> None:
    """A table that was turned round has its days down the side."""
    cells = [row.split(" | ") for row in SCALE]
    turned = [" | ".join(row) for row in zip(*cells, strict=True)]
    assert "Rates by date" not in drawn(SCALE, turned)


# ------------------------------------------------------------------- steps of other numbers

LOWEST_GONE = [SCALE[0], "1 | $54,200 | $55,900", "2 | $57,700 | $59,400", "3 | $60,300 | $62,100"]


def test_steps_that_count_on_are_set_against_what_they_were_before() -> None:
    """The lowest step went: nobody's pay rose, and the change list says so too."""
    found = compare(*tables(SCALE, LOWEST_GONE)).steps
    assert [(step.old_key, step.key, {cell.kind for cell in step.cells}) for step in found] == [
        ("2", "1", {"same"}), ("3", "2", {"same"}), ("4", "3", {"same"}), ("1", "1", {"removed"}),
    ]  # fmt: skip
    back = compare(*tables(LOWEST_GONE, SCALE)).steps
    assert [(step.old_key, step.key, {cell.kind for cell in step.cells}) for step in back] == [
        ("", "1", {"added"}), ("1", "2", {"same"}), ("2", "3", {"same"}), ("3", "4", {"same"}),
    ]  # fmt: skip


def test_a_step_that_took_another_name_is_set_against_itself() -> None:
    new = changed(SCALE, (3, "Senior | $57,700 | $59,900"))
    found = compare(*tables(SCALE, new)).steps
    assert ("3", "Senior", "changed") in {
        (step.old_key, step.key, step.cells[1].kind) for step in found
    }
    assert len(found) == 4


def test_the_report_shows_both_numbers_of_a_step_that_counts_on() -> None:
    rows = by_step(SCALE, LOWEST_GONE)
    assert rows["<del>2</del> <ins>1</ins>"] == "$54,200 as before $55,900 as before"
    assert rows["1"] == "$51,000 $52,500"


def test_a_line_of_rates_follows_the_step_and_not_its_number() -> None:
    """Of the step that went no line is drawn, and none of its rates stands in that of another."""
    late = ["Step | From 1 May 2026 | From 1 May 2027", "1 | $55,900 | $57,000",
            "2 | $59,400 | $60,600", "3 | $62,100 | $63,300"]  # fmt: skip
    old, new = tables(SCALE, late)
    assert step_names(old, new) == (["", "1", "2", "3"], ["1", "2", "3"])


# ------------------------------------------------------------------- what a delay costs


def test_of_a_rise_that_is_put_off_the_report_says_what_is_paid_meanwhile() -> None:
    """On 1 May 2026 the new version still pays the rates of 1 May 2025."""
    (lost,) = compare(*tables(SCALE, PUT_OFF)).lost
    assert lost.column.heading == "From 1 May 2026"
    assert [(cell.old, cell.new, cell.difference) for cell in lost.cells] == [
        ("$52,500", "$51,000", Decimal(-1500)), ("$55,900", "$54,200", Decimal(-1700)),
        ("$59,400", "$57,700", Decimal(-1700)), ("$62,100", "$60,300", Decimal(-1800)),
    ]  # fmt: skip
    assert "<del>$52,500</del> <ins>$51,000</ins> −$1,500 (−2.86%)" in by_step(SCALE, PUT_OFF)["1"]


def test_rates_that_are_brought_forward_are_no_loss() -> None:
    new = changed(SCALE, (0, "Step | From 1 May 2025 | From 1 April 2026"))
    assert compare(*tables(SCALE, new)).lost == ()


def test_nor_are_those_of_a_day_before_all_of_the_new_version() -> None:
    new = ["Step | From 1 May 2026 | From 1 May 2027", "1 | $52,500 | $53,000",
           "2 | $55,900 | $56,500", "3 | $59,400 | $60,000", "4 | $62,100 | $63,000"]  # fmt: skip
    assert compare(*tables(SCALE, new)).lost == ()


def by_step(old: list[str], new: list[str]) -> dict[str, str]:
    """The rows of the figures by step and date as the report prints them, by their step."""
    found = compared(page(*old), page(*new), "old.md", "new.md")
    report = diff_html.diff(found.old, found.new, found.comparison).decode()
    table = report[report.index('<table class="rows rates">') :].split("</table>")[0]
    out = {}
    for row in re.findall(r'<tr><th scope="row">(.*?)</tr>', table, re.S):
        step, cells = row.split("</th>", 1)
        cells = re.sub(r"</?(?:small|td|span)[^>]*>", " ", cells)
        if "as before" not in cells and "ins" not in cells:
            cells = re.sub("</?del>", "", cells)
        out[step] = " ".join(cells.split())
    return out
