"""Clauses and rows that are nearly like others: which is which, worked out by hand."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

import pytest
from docx import Document as Word
from lxml import etree

from clausetrack.comparison import compared, tracked
from clausetrack.ooxml.names import w
from clausetrack.ooxml.package import open_package, save
from clausetrack.ooxml.revisions import accept, reject
from clausetrack.render import diff_terminal as terminal
from clausetrack.render.diff_json import edit_of

pytest_plugins = ["word_processors"]

AROUND = """Slip Works Collective Agreement

1. Parties
1.1 The parties are the Works and the Union.

"""
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"


def brief(old: str, new: str) -> list[str]:
    was, now = ((AROUND + text).encode() for text in (old, new))
    found = compared(was, now, "old.txt", "new.txt")
    return [
        f"{one.kind} {one.old_id or '-'} {one.new_id or '-'} "
        + ", ".join(f"{edit.old}>{edit.new}" for edit in one.edits if edit.op == "replace")
        for one in found.changes
    ]


SECTIONS = {
    "Sick": "After 6 months a rigger has {} weeks of leave.",
    "Study": "After 2 years a rigger has {} weeks of leave.",
    "Long": "After 10 years a rigger has {} weeks of leave.",
}


def sections(**weeks: int) -> str:
    return "\n\n".join(
        f"{at}. {name} leave\n{at}.1 {SECTIONS[name].format(count)}"
        for at, (name, count) in enumerate(weeks.items(), 2)
    )


def test_a_section_put_before_ones_like_it_is_new_and_they_count_on() -> None:
    assert brief(sections(Sick=2, Study=5), sections(Long=4, Sick=3, Study=6)) == [
        "inserted - 2 ", "inserted - 2.1 ", "renumbered 2 3 ", "changed 2.1 3.1 2>3",
        "renumbered 3 4 ", "changed 3.1 4.1 5>6",
    ]  # fmt: skip


def test_sections_that_change_places_keep_their_clauses() -> None:
    changes = brief(sections(Long=2, Sick=4, Study=5), sections(Sick=3, Study=6, Long=8))
    assert {one for one in changes if one.startswith("changed")} == {
        "changed 3.1 2.1 4>3", "changed 4.1 3.1 5>6", "changed 2.1 4.1 2>8",
    }  # fmt: skip
    assert [one for one in changes if one.startswith("moved")] == ["moved 2 4 "]


def test_what_only_took_another_number_is_listed_with_its_heading() -> None:
    leave = "2. Leave", "2.1 Each rigger has five days of leave in every year of service."
    rest = "2.2 No leave is taken in the week before the slip is greased.", "3. Hours of work"
    hours = "3.1 A rigger works from dawn to dusk on the slip or beside it."
    come = "3.1 Leave is asked for on the form that hangs in the shed."
    old = "\n".join((*leave, *rest, hours))
    new = "\n".join(("2. Tools", "2.1 Each rigger owns a mallet.", "3. Leave", come,
                     leave[1].replace("2.1", "3.2"), rest[0].replace("2.2", "3.3"),
                     "4. Hours of work", hours.replace("3.1", "4.1")))  # fmt: skip
    was, now = ((AROUND + text).encode() for text in (old, new))
    said = terminal.diff(compared(was, now, "old.txt", "new.txt").changes)
    assert "\n\nrenumbered\n    2 → 3  Leave\n\n3.1  inserted" in said
    assert "\n\nrenumbered\n    2.1 → 3.2; 2.2 → 3.3\n    3 → 4  Hours of work\n\n" in said


def staff(**days: int) -> str:
    lines = (
        f"2.{at} {who} staff have {count} days of leave."
        for at, (who, count) in enumerate(days.items(), 1)
    )
    return "\n".join(["2. Leave", *lines])


def test_items_that_differ_in_a_word_keep_their_figures_when_one_is_put_before_them() -> None:
    old = staff(Permanent=10, Temporary=5, Casual=4, Trainee=2)
    new = staff(Seasonal=8, Permanent=11, Temporary=6, Casual=7, Trainee=3)
    assert brief(old, new) == [
        "inserted - 2.1 ", "changed 2.1 2.2 10>11", "changed 2.2 2.3 5>6", "changed 2.3 2.4 4>7",
        "changed 2.4 2.5 2>3",
    ]  # fmt: skip


def test_items_whose_first_goes_do_not_slide() -> None:
    old = staff(Permanent=10, Temporary=5, Casual=4, Trainee=2)
    new = staff(Temporary=6, Casual=7, Trainee=3)
    assert brief(old, new) == [
        "deleted 2.1 - ", "changed 2.2 2.1 5>6", "changed 2.3 2.2 4>7", "changed 2.4 2.3 2>3",
    ]  # fmt: skip


RATES = {"Cook 1": "$25.00", "Cook 2": "$26.00", "Cleaner 1": "$24.00", "Cleaner 2": "$24.50"}


def table(rates: dict[str, str]) -> str:
    rows = (f"{' | '.join(row.split())} | {rate}" for row, rate in rates.items())
    return "\n".join(["Schedule 1 - Rates", "", "Role | Step | Rate", *rows])


def cells(old: dict[str, str], new: dict[str, str]) -> list[tuple[str, str, str, str]]:
    was, now = ((AROUND + table(rates)).encode() for rates in (old, new))
    (change,) = compared(was, now, "old.txt", "new.txt").changes
    return [(edit.part, edit.row, edit.old[-6:], edit.new[-6:]) for edit in change.edits]


def test_a_step_of_each_role_goes_by_both() -> None:
    assert cells(RATES, RATES | {"Cleaner 2": "$25.50"}) == [
        ("cell", "Cleaner 2", "$24.50", "$25.50")
    ]


def test_rows_in_another_order_change_no_rate() -> None:
    turned = {row: RATES[row] for row in ("Cleaner 1", "Cleaner 2", "Cook 1", "Cook 2")}
    assert {part for part, *_ in cells(RATES, turned)} == {"row"}


def test_a_row_that_moved_and_changed_is_told_once() -> None:
    rates = "Cook $25.00 Tern", "Deckhand $26.00 Gull", "Rigger $27.00 Tern", "Bosun $28.00 Skua"
    lines = [row.replace(" ", " | ") for row in rates]
    moved = [lines[0], lines[3].replace("28", "29"), *lines[1:3]]
    old, new = ("\n".join([AROUND, "Schedule 1 - Rates", "", "Role | Rate | Boat", *rows]).encode()
                for rows in (lines, moved))  # fmt: skip
    found = compared(old, new, "old.txt", "new.txt")
    said = terminal.diff(found.changes)
    assert "row “Bosun” moved after “Cook”\n" in said
    assert "Bosun, Rate: [-$28.00-]{+$29.00+}  (+$1, +3.57%)" in said
    assert not found.changes[0].slight
    assert found.changes[0].classes == ("figure",)
    told = [edit_of(edit) for edit in found.changes[0].edits]
    assert [one["op"] for one in told] == ["move", "replace"]
    assert (told[0]["row"], told[0]["after"]) == ("Bosun", "Cook")
    assert "start" not in told[0]


def equation(right: str) -> bytes:
    word = Word()
    word.add_paragraph("Slip Works Collective Agreement")
    word.add_paragraph("1 Pay")
    paragraph = word.add_paragraph("1.1 The bonus is such that ")
    paragraph._p.append(
        etree.fromstring(f'<m:oMath xmlns:m="{M}"><m:r><m:t>x={right}</m:t></m:r></m:oMath>')
    )
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


@pytest.mark.parametrize(("left", "right"), [("1", "2"), ("1y", "1z")])
def test_an_equation_that_changed_is_tracked_in_it(left: str, right: str) -> None:
    written = tracked(equation(left), equation(right), "old.docx", "new.docx")[0]
    with zipfile.ZipFile(io.BytesIO(written)) as package:
        body = package.read("word/document.xml").decode()
    assert re.search(r"<w:del\b[^>]*><m:r><m:t[^>]*>", body)
    assert not compared(written, equation(right), "a.docx", "b.docx").changes
    assert not compared(written, equation(left), "a.docx", "b.docx", revisions="rejected").changes


def rates(*columns: str) -> bytes:
    word = Word()
    word.add_paragraph("Slip Works Collective Agreement")
    word.add_paragraph("1 Pay")
    word.add_paragraph("1.1 The rates are:")
    table = word.add_table(rows=0, cols=1 + len(columns))
    for said in (("Role", *columns), ("Cook", *(f"${20 + at}" for at in range(len(columns))))):
        for cell, text in zip(table.add_row().cells, said, strict=True):
            cell.text = text
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def grid(data: bytes) -> list[int]:
    """How many columns the tables of a file have, and had."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    return [len(one.findall(w("gridCol"))) for one in root.iter(w("tblGrid"))]


def test_a_table_that_has_a_column_more_says_so(pandoc: Callable[[bytes, str], str]) -> None:
    old, new = rates("1 May 2024"), rates("1 May 2024", "1 May 2025")
    written = tracked(old, new, "old.docx", "new.docx")[0]
    assert grid(written) == [3, 2]
    for settle, columns, words in ((accept, 3, new), (reject, 2, old)):
        settled = save(settle(open_package(written, "a.docx")))
        assert grid(settled) == [columns]
        assert not compared(settled, words, "a.docx", "b.docx").changes
    assert "$21" in pandoc(written, "accept")
    assert "$21" not in pandoc(written, "reject")


def struck(word: str, mark: str) -> bytes:
    """A file in which one word is struck out, or hidden, by its format."""
    made = Word()
    made.add_paragraph("Slip Works Collective Agreement")
    made.add_paragraph("1 Pay")
    paragraph = made.add_paragraph("1.1 The bonus is ")
    run = paragraph.add_run(word)
    paragraph.add_run(" paid in May.")
    if mark:
        setattr(run.font, mark, True)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("mark", "code"), [("strike", "text-struck-out"), ("hidden", "text-hidden")]
)
def test_what_is_struck_out_by_its_format_alone_is_told(mark: str, code: str) -> None:
    plain, marked = struck("not", ""), struck("not", mark)
    for old, new, which in ((plain, marked, "new"), (marked, plain, "old")):
        found = compared(old, new, "old.docx", "new.docx")
        assert found.differs
        assert [(one.code, one.quote) for one in found.findings] == [(code, "not")]
        assert found.findings[0].message.startswith(f"in the {which} version alone")
    assert not compared(marked, marked, "old.docx", "new.docx").differs
