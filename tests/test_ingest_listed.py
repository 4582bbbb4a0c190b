"""Tables whose rows end in figures that go up, and come again, list no headings."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from docx import Document as WordDocument

from clausetrack import read

Table = list[tuple[str, ...]]

LEAVE: Table = [
    ("Up to 3 months", "10"), ("Up to 6 months", "20"), ("Up to 9 months", "30"),
    ("Up to 5 years", "55"), ("Up to 9 years", "110"), ("Over 9 years", "130"),
]  # fmt: skip
SCALE: Table = [
    (f"Step {step}", "AP", str(3000 + step), str(4000 + step)) for step in range(12, 20)
]
#: A table that is more than half of its file is never taken for its contents.
CLAUSES = [f"3.{n} The depot keeps lamp {n} of the upper and the lower quay lit from dusk to dawn."
           for n in range(1, 9)]  # fmt: skip


def word(table: Table) -> bytes:
    """An agreement with the same table for two groups of employees."""
    made = WordDocument()
    made.add_paragraph("Depot Drivers’ Collective Agreement 2027–2029")
    for number, group in enumerate(("drivers", "mates"), 1):
        made.add_paragraph(f"{number}. Leave of {group}")
        made.add_paragraph(f"{number}.1 The depot gives {group} what the table says.")
        rows = made.add_table(rows=0, cols=len(table[0]))
        for cells in table:
            for cell, words in zip(rows.add_row().cells, cells, strict=True):
                cell.text = words
    for words in CLAUSES:
        made.add_paragraph(words)
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


def tabbed(table: Table) -> bytes:
    rows = "\n".join("\t".join(cells) for cells in table)
    parts = (
        f"{n}. Leave of {group}\n\n{n}.1 The depot gives {group} what the table says.\n\n{rows}\n"
        for n, group in enumerate(("drivers", "mates"), 1)
    )
    title = "Depot Drivers’ Collective Agreement 2027–2029\n"
    return "\n".join([title, *parts, *CLAUSES]).encode()


@pytest.mark.parametrize("table", [LEAVE, SCALE], ids=["days of leave", "a scale"])
@pytest.mark.parametrize(("make", "name"), [(word, "made.docx"), (tabbed, "made.txt")])
def test_a_table_that_comes_again_is_no_table_of_contents(
    make: Callable[[Table], bytes], name: str, table: Table
) -> None:
    document = read(make(table), name)
    assert not document.left_out
    found = [clause.table.texts for clause in document.clauses if clause.table]
    assert [[tuple(row) for row in one] for one in found] == [table, table]
