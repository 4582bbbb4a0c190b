"""Tables that a text rules with dashes or sets in tags; where pandoc is there, what that prints."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from clausetrack import read
from clausetrack.ingest import text

HEADS = ["Step", "Qualification group", "Rates effective 3 July 2023"]
ROWS = [["1", "G1E, G2E", "$56,757"], ["2", "", "$59,305"], ["3", "G4E", "$61,621"]]


def rows(made: str, name: str = "made.txt") -> list[list[str]]:
    found = text.read(made.encode(), name).lines
    return [[cell.text for cell in line.cells] for line in found if line.cells is not None]


SIMPLE = """
Pay scale

  Step   Group      Rate
  ------ ---------- ---------
  1      G1E, G2E   $56,757
  2                 $59,305

The letter E is the entry step.
"""
SEVERAL = """
  --------------------------------------------
  Step     Qualification   Rates effective 3
           group           July 2023
  -------- --------------- -------------------
  1        G1E, G2E        $56,757

  2                        $59,305

  3        G4E             $61,621
  --------------------------------------------
"""
HEADLESS = """
  -------- --------------- -------------------
  Step     Qualification   Rates effective 3
           group           July 2023

  1        G1E, G2E        $56,757

  2                        $59,305

  3        G4E             $61,621
  -------- --------------- -------------------
"""
GRID = """
+------+---------------+-------------------+
| Step | Qualification | Rates effective 3 |
|      | group         | July 2023         |
+======+===============+===================+
| 1    | G1E, G2E      | $56,757           |
+------+---------------+-------------------+
| 2    |               | $59,305           |
+------+---------------+-------------------+
| 3    | G4E           | $61,621           |
+------+---------------+-------------------+
"""
DOCUTILS = """
========  ===============  =================
Step      Group            Rate
========  ===============  =================
1         G1E, G2E         $56,757
2         ..               $59,305
========  ===============  =================
"""


def test_below_one_line_of_headings() -> None:
    found = [["Step", "Group", "Rate"], ["1", "G1E, G2E", "$56,757"], ["2", "", "$59,305"]]
    assert rows(SIMPLE) == found
    assert rows(DOCUTILS) == [*found[:2], ["2", "..", "$59,305"]]


@pytest.mark.parametrize("made", [SEVERAL, HEADLESS, GRID])
def test_cells_go_on_over_lines(made: str) -> None:
    assert rows(made) == [HEADS, *ROWS]


@pytest.mark.parametrize("made", [SIMPLE, SEVERAL, HEADLESS, GRID, DOCUTILS])
def test_nothing_is_lost(made: str) -> None:
    document = read(f"1. Rates\n\n1.1 The rates are these:\n{made}\n2. Term\n".encode(), "made.txt",
                    any_text=True)  # fmt: skip
    assert sum(clause.table is not None for clause in document.clauses) == 1
    texts = "".join(
        "".join(
            [clause.number, clause.heading_text, clause.own_text,
             *(cell for row in (clause.table.texts if clause.table else ()) for cell in row)]
        )
        for clause in document.clauses
    )  # fmt: skip
    assert "$59,305" in texts
    assert not any("--" in clause.own_text or "==" in clause.own_text
                   for clause in document.clauses)  # fmt: skip


@pytest.mark.parametrize(
    "made",
    [
        pytest.param("Signed\n\n  ------------- ---------------\n  for the depot   for the crews\n",
                     id="words across the strip"),
        pytest.param("The depot\n  ----- -----\nand the union agree on all that follows here.\n",
                     id="a sentence"),
        pytest.param("+------+------+\n| a cell of both |\n+------+------+\n", id="a wide cell"),
        pytest.param("------ ------\n\nThe depot pays.\n", id="nothing under it"),
    ],
)  # fmt: skip
def test_what_is_no_table_keeps_its_lines(made: str) -> None:
    assert not any(len(cells) > 1 for cells in rows(made))


TAGGED = """
<table>
<thead><tr class="header">
<th><strong>Step</strong></th>
<th>Qualification
group</th>
<th>Rates effective<br/>3 July 2023</th>
</tr></thead>
<tr><td>1</td><td>G1E, G2E</td><td>$56,757</td></tr>
<tr><td>2</td><td></td><td>$59,305</td></tr>
<tr><td>3</td><td>G4E</td><td>$61,621</td></tr>
</table>
"""


def test_tags_may_set_the_cells_of_markdown() -> None:
    assert rows(f"# Rates\n{TAGGED}", "made.md") == [HEADS, *ROWS]
    wide = "<table>\n<tr><td colspan='2'>A</td><td>B</td></tr>\n</table>\n"
    assert rows(f"# Rates\n\n{wide}", "made.md") == [["A", "", "B"]]


@pytest.mark.parametrize(
    "made",
    [
        pytest.param(TAGGED.replace("<thead>", "<caption>Pay</caption><thead>"), id="a caption"),
        pytest.param(TAGGED.replace("<td>1</td>", "<td rowspan='2'>1</td>"), id="down over rows"),
        pytest.param(TAGGED.replace("G4E", "<table></table>"), id="a table in a table"),
        pytest.param(TAGGED.replace("</table>", ""), id="no end"),
        pytest.param(TAGGED.replace("</table>", "</table> are paid"), id="words behind it"),
    ],
)
def test_tags_that_set_more_than_cells_are_left_as_they_stand(made: str) -> None:
    found = text.read(f"# Rates\n{made}".encode(), "made.md")
    assert not any(line.cells for line in found.lines)
    assert "$59,305" in "".join(line.text for line in found.lines)


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
@pytest.mark.parametrize("form", ["plain", "markdown", "rst", "gfm", "commonmark"])
def test_what_pandoc_prints(form: str) -> None:
    cells = "".join(
        "<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in row) + "</tr>"
        for tag, row in [("th", HEADS), *(("td", row) for row in ROWS)]
    )
    made = f"<p>The rates that the depot pays to its drivers.</p><table>{cells}</table>"
    printed = subprocess.run(
        ["pandoc", "-f", "html", "-t", form, "--columns=40"],
        input=made, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    name = "made.txt" if form in {"plain", "rst"} else "made.md"
    assert rows(printed, name) == [HEADS, *ROWS]
