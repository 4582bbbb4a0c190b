"""Fields of old forms are read as they are printed, and go as one when they are replaced."""

from __future__ import annotations

import pytest
from word_samples import body_texts, deleted, paragraph, unzipped, word

from clausetrack.comparison import compared, tracked
from clausetrack.ingest import read
from clausetrack.markup import markup
from clausetrack.ooxml import revisions
from clausetrack.ooxml.package import open_package
from clausetrack.reconciliation import reconciled

NAME = "Slip Works Collective Agreement 2024"
PAID = "1.1 Wages are paid "


def field(settings: str, code: str, result: str | None = None) -> str:
    parted = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' * (result is not None)
    shown = f"<w:r><w:t>{result}</w:t></w:r>" if result else ""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{settings}</w:ffData></w:fldChar></w:r>'
        f"<w:r><w:instrText> {code} </w:instrText></w:r>{parted}{shown}"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def listed(chosen: str, result: str | None = None) -> str:
    entries = '<w:listEntry w:val="weekly"/><w:listEntry w:val="each month"/>'
    return field(f"<w:ddList>{chosen}{entries}</w:ddList>", "FORMDROPDOWN", result)


def box(said: str) -> str:
    return field(f"<w:checkBox><w:sizeAuto/>{said}</w:checkBox>", "FORMCHECKBOX", "")


def agreement(*first: str) -> bytes:
    return word(NAME, "1 Pay", paragraph(*first), "1.2 No other day is kept.")


def read_as(*first: str) -> str:
    document = read(agreement(*first), "a.docx")
    held = sum(len("".join(one.printed.split())) for one in document.clauses)
    held += sum(len("".join(one.text.split())) for one in document.left_out)
    assert held == document.read
    return document.body["1.1"].own_text


@pytest.mark.parametrize(
    ("form", "printed"),
    [
        (listed('<w:result w:val="1"/>'), "each month"),
        (listed('<w:default w:val="1"/>'), "each month"),
        (listed('<w:result w:val="0"/><w:default w:val="1"/>'), "weekly"),
        (listed(""), "weekly"),
        (listed('<w:result w:val="1"/>', "each month"), "each month"),
        (listed('<w:result w:val="1"/>', "weekly"), "each monthweekly"),  # which one is printed?
        (field("<w:textInput/>", "FORMTEXT", "on Fridays"), "on Fridays"),
        (box('<w:default w:val="0"/><w:checked/>'), "☒"),
        (box('<w:default w:val="1"/>'), "☒"),
        (box('<w:default w:val="1"/><w:checked w:val="0"/>'), "☐"),
        (box(""), "☐"),
    ],
)
def test_a_field_of_a_form_reads_as_it_is_printed(form: str, printed: str) -> None:
    assert read_as(PAID, form, " by the owner.") == f"Wages are paid {printed} by the owner."


def test_a_number_that_cannot_be_an_entry_prints_nothing() -> None:
    assert read_as(PAID, listed('<w:result w:val="7"/>'), "late.") == "Wages are paid late."


def test_another_entry_and_another_tick_are_changes() -> None:
    old, new = (agreement(PAID, listed(f'<w:result w:val="{at}"/>'), ".") for at in "01")
    (change,) = compared(old, new, "a.docx", "b.docx").changes
    assert [(edit.old, edit.new) for edit in change.edits] == [("weekly", "each month")]
    old, new = (agreement(PAID, box(f'<w:checked w:val="{at}"/>'), " weekly.") for at in "10")
    (change,) = compared(old, new, "a.docx", "b.docx").changes
    assert [(edit.old, edit.new) for edit in change.edits] == [("☒", "☐")]
    assert not change.slight


def test_an_entry_that_theirs_chose_otherwise_is_a_silent_edit() -> None:
    ours, theirs = (agreement(PAID, listed(f'<w:result w:val="{at}"/>'), ".") for at in "01")
    terms = b'Terms of Settlement\n\n1. Amend clause 1.2 by replacing "day" with "date".\n'
    (one,) = reconciled(ours, terms, theirs, "a.docx", "t.txt", "b.docx").of("silent")
    assert (one.clause, one.ours, one.theirs) == (
        "1.1",
        "Wages are paid weekly.",
        "Wages are paid each month.",
    )


@pytest.mark.parametrize("result", [None, "", "weekly"])
def test_a_field_that_is_replaced_goes_as_one(result: str | None) -> None:
    old = agreement(PAID, listed('<w:result w:val="0"/>', result), ".")
    new = agreement("1.1 Wages are paid yearly.")
    made = tracked(old, new, "a.docx", "b.docx")[0]
    main = revisions.resolve(open_package(made), "accepted").parts["word/document.xml"]
    assert main.count(b"<w:fldChar ") == 0
    assert body_texts(main)[2] == "1.1 Wages are paid yearly."
    main = revisions.resolve(open_package(made), "rejected").parts["word/document.xml"]
    assert main.count(b"<w:fldChar ") == 2 + (result is not None)


def test_words_that_come_behind_a_field_stand_behind_its_end() -> None:
    old = agreement(PAID, listed('<w:result w:val="0"/>'))
    new = agreement(PAID, listed('<w:result w:val="0"/>'), " in arrears")
    main = unzipped(tracked(old, new, "a.docx", "b.docx")[0])["word/document.xml"]
    assert main.index(b'"end"') < main.index(b"in arrears")


def test_an_order_on_the_words_of_a_field_is_carried_out_in_the_file() -> None:
    base = agreement(PAID, listed('<w:result w:val="0"/>'), ".")
    terms = b'Terms of Settlement\n\n1. Amend clause 1.1 by replacing "weekly" with "daily".\n'
    made = markup(base, terms)
    assert [one.status for one in made.applied.outcomes] == ["applied"]


def test_a_field_in_a_deletion_of_theirs_is_of_the_rejected_text_alone() -> None:
    gone = deleted("x").replace("<w:r><w:delText", listed("") + "<w:r><w:delText")
    both = [read(agreement(PAID, gone, "late."), "a.docx", view).body["1.1"].own_text
            for view in ("rejected", "accepted")]  # fmt: skip
    assert both == ["Wages are paid weeklyxlate.", "Wages are paid late."]
