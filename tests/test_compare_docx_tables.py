"""Tables with merged cells in a tracked comparison: what each version shows in every cell."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest
from docx import Document as Word
from lxml import etree

from clausetrack.comparison import tracked
from clausetrack.ooxml.package import open_package, save
from clausetrack.ooxml.revisions import accept, reject

if TYPE_CHECKING:  # a plugin must not be imported before pytest does
    from word_processors import Settle

pytest_plugins = ["word_processors"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

#: A pay table as its groups: the name in a merged cell, and the steps beside it.
Groups = list[tuple[str, list[str]]]
RANGERS = ("Ranger", ["1 $910", "2 $950", "3 $990"])
GARDENERS = ("Gardener", ["1 $800", "2 $840"])
OLD: Groups = [RANGERS, GARDENERS]


def pay(*tables: Groups) -> bytes:
    """A file with pay tables, each under a caption, the first column merged by group."""
    word = Word()
    for number, groups in enumerate(tables):
        word.add_paragraph(f"Scale {number} of the park's {'nesw'[number % 4]} side")
        table = word.add_table(rows=1, cols=3)
        for cell, text in zip(
            table.rows[0].cells, ("Group", "Step", f"Rate {number}"), strict=True
        ):
            cell.text = text
        for name, steps in groups:
            cells = []
            for step in steps:
                row = table.add_row().cells
                row[1].text, row[2].text = step.split()
                cells.append(row[0])
            merged = cells[0].merge(cells[-1]) if len(cells) > 1 else cells[0]
            merged.text = name
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def rows_of(data: bytes) -> list[etree._Element]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return list(etree.fromstring(archive.read("word/document.xml")).iter(f"{W}tr"))


def seen(data: bytes) -> list[list[tuple[str, int]]]:
    """What a reader sees in each row: text and width of each cell, a merged one in all its rows."""
    out: list[list[tuple[str, int]]] = []
    above: dict[int, str] = {}
    for row in rows_of(data):
        here, merged, column = [], {}, 0
        for cell in row.findall(f"{W}tc"):
            text = "\n".join(
                "".join(t.text or "" for t in p.iter(f"{W}t", f"{W}delText"))
                for p in cell.iter(f"{W}p")
            )
            span, merge = (cell.find(f"{W}tcPr/{W}{name}") for name in ("gridSpan", "vMerge"))
            if merge is not None:
                if merge.get(f"{W}val") != "restart":
                    text = above.get(column, text)
                merged[column] = text
            width = 1 if span is None else int(span.get(f"{W}val", ""))
            here.append((text, width))
            column += width
        above = merged
        out.append(here)
    return out


def expected(groups: Groups, number: int = 0) -> list[list[tuple[str, int]]]:
    lines = [f"Group Step Rate_{number}"]
    lines += [f"{name.replace(' ', '_')} {step}" for name, steps in groups for step in steps]
    return [[(cell.replace("_", " "), 1) for cell in line.split()] for line in lines]


def settled(data: bytes) -> tuple[bytes, bytes]:
    return tuple(save(how(open_package(data))) for how in (accept, reject))  # type: ignore[return-value]


CASES: dict[str, Groups] = {
    "the first row of a group went": [("Ranger", ["2 $950", "3 $990"]), GARDENERS],
    "the first row of the last group went": [RANGERS, ("Gardener", ["2 $840"])],
    "the last row of a group went": [RANGERS, ("Gardener", ["1 $800"])],
    "a group was split": [
        ("Ranger", ["1 $910", "2 $950"]), ("Head Ranger", ["3 $990"]), GARDENERS],
    "a row is another group's": [
        ("Ranger", ["1 $910", "2 $950"]), ("Gardener", ["3 $990", "1 $800", "2 $840"])],
    "a row came at the top": [RANGERS, ("Gardener", ["0 $780", "1 $800", "2 $840"])],
    "the merge was undone": [
        *((RANGERS[0], [step]) for step in RANGERS[1]), ("Gardener", ["1 $800"]),
        ("Gardener", ["2 $840"])],
    "a row came before the end of a group": [
        ("Ranger", ["1 $910", "2 $950", "2A $970", "3 $990"]), GARDENERS],
    "another group took the end of one": [
        ("Ranger", ["1 $910", "2 $950"]), ("Clerk", ["9 $700", "10 $720"]), GARDENERS],
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_each_row_stands_beside_its_own_group(name: str) -> None:
    accepted, rejected = settled(tracked(pay(OLD), pay(CASES[name]))[0])
    assert seen(accepted) == expected(CASES[name])
    assert seen(rejected) == expected(OLD)


def test_libreoffice_shows_each_row_beside_its_own_group(libreoffice_as: Settle) -> None:
    """All cases in one file, a table each."""
    made = tracked(pay(*[OLD] * len(CASES)), pay(*CASES.values()))[0]
    found = libreoffice_as([(made, "accept"), (made, "reject")], ".docx")
    for data, tables in zip(found, (list(CASES.values()), [OLD] * len(CASES)), strict=True):
        wanted = [row for at, groups in enumerate(tables) for row in expected(groups, at)]
        assert seen(data) == wanted


def test_a_figure_in_a_merged_group_is_changed_in_its_cell() -> None:
    new = [("Ranger", ["1 $910", "2 $955", "3 $990"]), GARDENERS]
    found = rows_of(tracked(pay(OLD), pay(new))[0])
    assert len(found) == 6
    assert [row.find(f"{W}trPr/{W}ins") for row in found] == [None] * 6
    (gone,), (come,) = (list(found[2].iter(f"{W}{name}")) for name in ("delText", "ins"))
    assert (gone.text, [t.text for t in come.iter(f"{W}t")]) == ("$950", ["$955"])


def test_only_the_group_that_is_merged_otherwise_is_replaced() -> None:
    found = rows_of(tracked(pay(OLD), pay(CASES["the first row of the last group went"]))[0])
    marks = [[etree.QName(m).localname for m in row.findall(f"{W}trPr/*")] for row in found]
    assert marks == [[], [], [], [], ["del"], ["del"], ["ins"]]


def test_cells_that_were_only_merged_are_a_change_too() -> None:
    apart = [("Ranger", ["1 $910"]), ("", ["2 $950"]), GARDENERS]
    joined: Groups = [("Ranger", ["1 $910", "2 $950"]), GARDENERS]
    accepted, rejected = settled(tracked(pay(apart), pay(joined))[0])
    assert seen(accepted) == expected(joined)
    assert [row[0][0] for row in seen(rejected)] == ["Group", "Ranger", "", "Gardener", "Gardener"]


def two_headed(years: list[str], grades: dict[str, list[str]]) -> bytes:
    """A table with "Weekly" over the years and "Hourly" over two more, "Grade" beside both rows."""
    word = Word()
    word.add_paragraph("The rates of the quay")
    width = 1 + len(years) + 2
    table = word.add_table(rows=0, cols=width)
    texts = [
        ["Grade"],
        ["", *years, "2025", "2026"],
        *([name, *row] for name, row in grades.items()),
    ]
    for line in texts:
        for cell, text in zip(table.add_row().cells, line, strict=False):
            cell.text = text
    for first, last, text in ((1, len(years), "Weekly"), (width - 2, width - 1, "Hourly")):
        table.cell(0, first).merge(table.cell(0, last)).text = text
    table.cell(0, 0).merge(table.cell(1, 0)).text = "Grade"
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def test_a_heading_spans_the_column_that_came_under_it() -> None:
    old = two_headed(["2025", "2026"], {"A": ["$800", "$820", "$20", "$21"]})
    new = two_headed(["2025", "2026", "2027"], {"A": ["$800", "$820", "$840", "$20", "$21"]})
    accepted, rejected = settled(tracked(old, new)[0])
    assert seen(accepted)[0] == [("Grade", 1), ("Weekly", 3), ("Hourly", 2)]
    assert [cell for cell, _ in seen(accepted)[1]] == [
        "Grade", "2025", "2026", "2027", "2025", "2026"]  # fmt: skip
    assert seen(rejected)[0] == [("Grade", 1), ("Weekly", 2), ("Hourly", 2)]
    assert [cell for cell, _ in seen(rejected)[2]] == ["A", "$800", "$820", "$20", "$21"]
