"""What Word prints with the numbers that it computes: words, and numbers in the cells of tables."""

from __future__ import annotations

import pytest
from word_samples import cell, row, run, table, word

from clausetrack.comparison import compared
from clausetrack.ingest.docx import read as read_lines
from clausetrack.reconcile.differences import Reconciliation
from clausetrack.reconciliation import reconciled

TERMS = b"""Terms of Settlement

1. Amend clause 1.2 by replacing "Monday" with "Tuesday".
"""
TRACKED = 'w:id="9" w:author="Them" w:date="2027-05-01T00:00:00Z"'


def numbering(text: str, start: int = 1, how: str = "lowerLetter") -> str:
    return (
        f'<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="{start}"/>'
        f'<w:numFmt w:val="{how}"/><w:lvlText w:val="{text}"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )


def item(text: str) -> str:
    settings = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    return f"<w:p>{settings}{run(text)}</w:p>"


def agreement(text: str) -> bytes:
    return word(
        "Slip Works Collective Agreement 2024",
        "1 Pay",
        "1.1 The works gives each rigger:",
        item("a coat for the winter; and"),
        item("a helmet."),
        "1.2 Pay is on a Monday.",
        numbering=numbering(text),
    )


def held(base: bytes, theirs: bytes) -> Reconciliation:
    return reconciled(base, TERMS, theirs, "base.docx", "terms.txt", "theirs.docx")


BASE, WORDED = agreement("(%1)"), agreement("(%1) if the works agrees,")


def test_words_that_are_printed_with_a_number_are_told_at_each() -> None:
    found = compared(BASE, WORDED).findings
    assert [(one.code, one.clause, one.quote) for one in found] == [
        ("number-worded", "1.1(a)", "if the works agrees,"),
        ("number-worded", "1.1(b)", "if the works agrees,"),
    ]
    back = compared(WORDED, BASE).findings
    assert [one.clause for one in back] == ["1.1(a)", "1.1(b)"]
    assert back[0].message.startswith("in the old version alone, “if the works agrees,” is printed")
    assert compared(WORDED, WORDED).findings == ()


def test_they_are_a_silent_edit_and_not_slight() -> None:
    found = held(BASE, WORDED).of("silent")
    assert {one.clause for one in found} == {"1.1(a)", "1.1(b)"}
    assert not any(one.slight for one in found)
    (first, second) = held(BASE, agreement("%1)")).of("silent")
    assert first.slight
    assert second.slight


@pytest.mark.parametrize(
    "text",
    ["%1.", "Part %1:", "para %1", "No. %1",
     "Example:", "Nota bene", "Te Wāhanga %1 –", "Step (%1)", "Clause A%1"],
)
def test_what_numbers_are_called_is_no_such_word(text: str) -> None:
    assert [one.code for one in read_lines(agreement(text), "x.docx").findings] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("(%1) not", "not"),
        ("not (%1)", "not (a)"),
        ("Except (%1)", "Except (a)"),
        ("Only where the works agrees (%1)", "Only where the works agrees (a)"),
    ],
)
def test_where_such_words_stand(text: str, words: str) -> None:
    found = read_lines(agreement(text), "x.docx").findings
    assert found[0].quote == words


def grades(start: int, *pay: str, mark: str = "") -> bytes:
    marks = [""] * (len(pay) - 1) + [mark]
    rows = (row(cell(item("Grade")), cell(one), properties=put)
            for one, put in zip(pay, marks, strict=True))  # fmt: skip
    return word(
        "Slip Works Collective Agreement 2024",
        "1 Pay",
        "1.1 The rates are these:",
        table(*rows),
        "1.2 Pay is on a Monday.",
        numbering=numbering("%1", start, "decimal"),
    )


def test_numbers_in_cells_that_start_elsewhere_are_told() -> None:
    old, new = grades(1, "$30", "$40"), grades(2, "$30", "$40")
    (one,) = compared(old, new).findings
    assert one.code == "outside-changed"
    assert one.message == (
        "in the numbers that Word computes in cells of tables, changed: “1 2” → “2 3”"
    )
    (silent,) = held(old, new).of("silent")
    assert (silent.ours, silent.theirs) == ("1 2", "2 3")


def test_a_row_that_came_has_its_own_number_and_is_told_itself() -> None:
    old, new = grades(1, "$30", "$40"), grades(1, "$30", "$40", "$50", mark=f"<w:ins {TRACKED}/>")
    assert [one.code for one in compared(old, new).findings] == []
    found = held(old, new)
    assert [one.clause for one in found.of("not-ordered")] == ["1.1 table 1"]
    assert found.of("silent") == ()
