"""Orders on rows and cells of one table: what none of them touches stays as the file has it."""

from __future__ import annotations

from lxml import etree
from word_samples import W as W_NS
from word_samples import cell, paragraph, row, run, table, unzipped, word

from clausetrack.markup import markup

W = f"{{{W_NS}}}"
TITLE = "Ropemakers’ Collective Agreement 2027-2029"


def base(*rows: str) -> bytes:
    return word(TITLE, paragraph("1. Pay"), "1.1 The rates are:", table(*rows, columns=3),
                "1.2 They are paid each week.")  # fmt: skip


def ordered(file: bytes, *orders: str) -> etree._Element:
    """The table in the marked-up file, of which all orders were carried out."""
    terms = "Terms of settlement\n\n" + "".join(
        f"{at}. {order}\n\n" for at, order in enumerate(orders, 1)
    )
    result = markup(file, terms.encode())
    assert [one.status for one in result.applied.outcomes] == ["applied"] * len(orders)
    tables = list(etree.fromstring(unzipped(result.docx)["word/document.xml"]).iter(f"{W}tbl"))
    assert len(tables) == 1, "the table was replaced whole"
    return tables[0]


def texts(root: etree._Element, *, old: bool) -> list[list[str]]:
    """The cells of the rows with the changes undone or done, by hand."""
    gone, tag = ("ins", "delText") if old else ("del", "t")
    out = []
    for line in root.iter(f"{W}tr"):
        if line.find(f"{W}trPr/{W}{gone}") is None:
            out.append([
                "".join(node.text or "" for node in one.iter(f"{W}t", f"{W}{tag}")
                        if next(node.iterancestors(f"{W}{gone}"), None) is None)
                for one in line.iter(f"{W}tc")
            ])  # fmt: skip
    return out


HEADINGS = row("Grade", "1 May 2027", "1 May 2028")
LOOKS = cell(paragraph(run("$3", "<w:b/>"), run("1.00", "<w:i/>")))
ROWS = [HEADINGS, row("Spinner", "$27.00", "$28.00"), row("Layer", LOOKS, "$32.00"),
        row("Master", "$39.00", "$40.00")]  # fmt: skip


def test_rows_that_come_and_go_leave_the_other_cells_as_they_are() -> None:
    made = ordered(
        base(*ROWS),
        "In clause 1.1, delete the row for Spinner.",
        "In the table in clause 1.1 replace “$32.00” with “$32.50”.",
        "In the table in clause 1.1, insert the following row after the row for Layer:\n\n"
        "Tarrer\t$35.00\t$36.00",
    )
    assert texts(made, old=True) == [
        ["Grade", "1 May 2027", "1 May 2028"], ["Spinner", "$27.00", "$28.00"],
        ["Layer", "$31.00", "$32.00"], ["Master", "$39.00", "$40.00"],
    ]  # fmt: skip
    assert texts(made, old=False) == [
        ["Grade", "1 May 2027", "1 May 2028"], ["Layer", "$31.00", "$32.50"],
        ["Tarrer", "$35.00", "$36.00"], ["Master", "$39.00", "$40.00"],
    ]  # fmt: skip
    layer = next(line for line in made.iter(f"{W}tr") if "Layer" in map(str, line.itertext()))
    looks = [one for one in layer.iter(f"{W}r") if one.find(f"{W}rPr") is not None]
    assert ["".join(map(str, one.itertext())) for one in looks] == ["$3", "1.00"]


def test_a_word_of_a_heading_is_changed_in_its_cell() -> None:
    order = "In the table in clause 1.1 replace “1 May 2028” with “1 June 2028”."
    made = ordered(base(*ROWS), order)
    assert texts(made, old=False)[0] == ["Grade", "1 May 2027", "1 June 2028"]
    assert made.find(f".//{W}trPr/{W}ins") is None
