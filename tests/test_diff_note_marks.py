"""Notes whose mark stands elsewhere or was taken out, in Markdown and in Word."""

from __future__ import annotations

import pytest
from word_samples import cell, paragraph, row, table, word

from clausetrack.comparison import Compared, compared

TAX, DAY = "Paid before tax.", "For each day at sea."


def markdown(first: str, second: str, *notes: str) -> bytes:
    """Clauses 1.1 and 1.2 with these marks, and these notes below."""
    lines = ["# Pilot Boats Collective Agreement", "## 1. Pay", f"1.1 Pay is weekly.{first}",
             f"1.2 Meals are paid.{second} They are hot.", *notes]  # fmt: skip
    return ("\n\n".join(lines) + "\n").encode()


ONE, TWO = f"[^1]: {TAX}", f"[^2]: {DAY}"
BASE = markdown("[^1]", "[^2]", ONE, TWO)


def told(found: Compared) -> list[tuple[str, str]]:
    assert not found.changes
    return [(one.clause, one.message) for one in found.findings if one.code != "not-compared"]


def between(new: bytes, old: bytes = BASE) -> list[tuple[str, str]]:
    return told(compared(old, new, "old.md", "new.md"))


def test_a_mark_that_another_clause_has_is_told_at_that_clause() -> None:
    assert between(markdown("", "[^1][^2]", ONE, TWO)) == [
        ("1.2", f"in a footnote, moved: “{TAX}” stood at 1.1")
    ]


def test_marks_that_were_exchanged_are_told_once_each() -> None:
    assert between(markdown("[^2]", "[^1]", ONE, TWO)) == [
        ("1.1", f"in a footnote, moved: “{DAY}” stood at 1.2"),
        ("1.2", f"in a footnote, moved: “{TAX}” stood at 1.1"),
    ]


def test_texts_that_were_exchanged_below_the_same_marks_are_told_too() -> None:
    assert between(markdown("[^1]", "[^2]", f"[^1]: {DAY}", f"[^2]: {TAX}")) == [
        ("1.1", f"in a footnote, moved: “{DAY}” stood at 1.2"),
        ("1.2", f"in a footnote, moved: “{TAX}” stood at 1.1"),
    ]


def test_a_mark_that_was_taken_out_or_came_is_told() -> None:
    without = markdown("", "[^2]", ONE, TWO)
    gone = ("1.1", f"in a footnote, its mark deleted: “{TAX}”")
    come = ("1.1", f"in a footnote, its mark inserted: “{TAX}”")
    assert between(without) == [gone]
    assert between(BASE, without) == [come]


def test_a_second_mark_of_one_note_is_told() -> None:
    assert between(markdown("[^1]", "[^1][^2]", ONE, TWO)) == [
        ("1.2", f"in a footnote, its mark inserted: “{TAX}”")
    ]


@pytest.mark.parametrize(
    "new",
    [
        markdown("[^1]", "[^2]", TWO, ONE),  # where the notes stand in the file is nowhere printed
        markdown("[^tax]", "[^d]", f"[^tax]: {TAX}", f"[^d]: {DAY}"),  # other names
        markdown("[^1]", "[^2]", f"[^1]: {TAX[:5]}\n    {TAX[5:]}", TWO),  # in two lines
    ],
)
def test_the_same_notes_at_the_same_clauses_are_no_difference(new: bytes) -> None:
    assert between(new) == []


def test_a_note_that_came_with_its_mark_is_told_once_and_one_that_reads_otherwise() -> None:
    assert between(markdown("[^1]", "", ONE)) == [("1.2", f"in a footnote, deleted: “{DAY}”")]
    assert between(markdown("[^1]", "[^2]", f"[^1]: {TAX} Each week.", TWO)) == [
        ("1.1", f"in a footnote, changed: “{TAX}” → “{TAX} Each week.”")
    ]


def test_a_note_is_told_as_gone_though_another_only_changed_its_place() -> None:
    old = markdown("[^1]", "[^2][^3]", ONE, TWO, "[^3]: On request.")
    new = markdown("", "[^2][^3]", "[^3]: On request.", TWO)
    assert between(new, old) == [("1.1", f"in a footnote, deleted: “{TAX}”")]


def test_a_word_file_that_lost_the_mark_and_kept_the_note_is_told() -> None:
    def made(*, marked: bool) -> bytes:
        mark = ['<w:r><w:footnoteReference w:id="1"/></w:r>'] if marked else []
        return word(
            "Pilot Boats Collective Agreement", "1 Pay", paragraph("1.1 Pay is weekly", *mark, "."),
            footnotes=f'<w:footnote w:id="1">{paragraph(TAX)}</w:footnote>',
        )  # fmt: skip

    with_mark, without = made(marked=True), made(marked=False)
    assert told(compared(with_mark, without, "old.docx", "new.docx")) == [
        ("1.1", f"in a footnote, its mark deleted: “{TAX}”")
    ]
    assert told(compared(without, without, "old.docx", "new.docx")) == []


def test_a_mark_that_goes_with_its_clause_is_told_with_that_alone() -> None:
    lines = BASE.decode().split("\n\n")
    new = "\n\n".join(line for line in lines if not line.startswith("1.2"))
    found = compared(BASE, new.encode(), "old.md", "new.md")
    assert [(one.kind, one.old_id) for one in found.changes] == [("deleted", "1.2")]
    assert found.findings == ()


def test_a_mark_that_stands_elsewhere_in_its_clause_is_told() -> None:
    said = [("1.2", f"in a footnote, its mark moved within the clause: “{DAY}”")]
    lines = BASE.decode()
    assert between(lines.replace("paid.[^2] They", "paid. They[^2]").encode()) == said
    assert between(lines.replace("paid.[^2]", "paid[^2].").encode()) == said
    # a space before it is none, nor another clause; and where the words of its own changed, nobody
    # can say which place is the same
    for was, now in (("paid.[", "paid. ["), ("weekly", "fortnightly"), ("Meals", "Hot meals")):
        found = compared(BASE, lines.replace(was, now).encode(), "old.md", "new.md")
        assert len(found.changes) == 1
        assert found.findings == ()


def test_a_mark_at_another_figure_of_its_table_or_in_its_sentence_is_told_in_word() -> None:
    mark = '<w:r><w:footnoteReference w:id="1"/></w:r>'

    def made(*cells: str, inside: tuple[str, ...] = ("1.2 Meals", " are paid.")) -> bytes:
        amounts = (cell(paragraph(f"${at}0", *([one] if one else []))) for at, one in
                   enumerate(cells, 1))  # fmt: skip
        rows = (row(f"Cook {at}", amount) for at, amount in enumerate(amounts, 1))
        return word(
            "Pilot Boats Collective Agreement", "1 Pay", "1.1 The rates are:",
            table(row("Who", "Rate"), *rows), paragraph(*inside),
            footnotes=f'<w:footnote w:id="1">{paragraph(TAX)}</w:footnote>',
        )  # fmt: skip

    first, second = made(mark, ""), made("", mark)
    said = f"in a footnote, its mark moved within the clause: “{TAX}”"
    assert told(compared(first, second, "old.docx", "new.docx")) == [("1.1 table 1", said)]
    one = made("", "", inside=("1.2 Meals", mark, " are paid."))
    other = made("", "", inside=("1.2 Meals are paid", mark, "."))
    assert told(compared(one, other, "old.docx", "new.docx")) == [("1.2", said)]
    # runs that are cut in another way are nothing
    other = made("", "", inside=("1.2 ", "Meals", mark, " are", " paid."))
    assert told(compared(one, other, "old.docx", "new.docx")) == []


def test_a_mark_in_the_first_paragraph_of_a_file_has_its_clause() -> None:
    def made(said: str) -> bytes:
        mark = '<w:r><w:footnoteReference w:id="1"/></w:r>'
        return word(
            paragraph("This agreement binds all pilots", mark, "."), "1 Pay", "1.1 Pay is weekly.",
            footnotes=f'<w:footnote w:id="1">{paragraph(said)}</w:footnote>',
        )  # fmt: skip

    found = told(compared(made(TAX), made(DAY), "old.docx", "new.docx"))
    assert found == [("preamble 1", f"in a footnote, changed: “{TAX}” → “{DAY}”")]
