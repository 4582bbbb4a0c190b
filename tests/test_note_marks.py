"""Raised marks of notes behind amounts: the figure is without them, and the marks are told."""

from __future__ import annotations

from typing import Literal

import pytest
from word_samples import body_texts, cell, paragraph, row, run, table, unzipped, word

from clausetrack.comparison import compared
from clausetrack.ingest import read
from clausetrack.markup import markup
from clausetrack.model import Document
from clausetrack.ooxml import revisions
from clausetrack.ooxml.package import open_package, save
from clausetrack.rates.find import find

RAISED = '<w:vertAlign w:val="superscript"/>'
TITLE = "Pilots’ Collective Agreement 2027-2029"


def word_file(*clause: str, rate: str = "") -> bytes:
    rates = table(row("Step", "Rate from 1 May 2027"), row("1", cell(rate or "$60,000")),
                  row("2", "$65,000"))  # fmt: skip
    return word(paragraph(TITLE), paragraph("1. Pay"), paragraph("1.1 ", *clause),
                paragraph("1.2 The rates are:"), rates)  # fmt: skip


def page(clause: str, rate: str = "$60,000") -> bytes:
    return (f"<html><body><h1>{TITLE}</h1><h2>1. Pay</h2><p>1.1 {clause}</p>"
            "<p>1.2 The rates are:</p><table><tr><th>Step</th><th>Rate from 1 May 2027</th></tr>"
            f"<tr><td>1</td><td>{rate}</td></tr><tr><td>2</td><td>$65,000</td></tr></table>"
            "</body></html>").encode()  # fmt: skip


def markdown(clause: str, rate: str = "$60,000") -> bytes:
    return (f"# {TITLE}\n\n## 1. Pay\n\n1.1 {clause}\n\n1.2 The rates are:\n\n"
            f"| Step | Rate from 1 May 2027 |\n|--|--|\n| 1 | {rate} |\n| 2 | $65,000 |\n"
            ).encode()  # fmt: skip


def marks(document: Document) -> list[str]:
    return [left.text for left in document.left_out if left.why == "the raised mark of a note"]


def text_of(document: Document, name: str = "1.1") -> str:
    clause = document.body[name]
    return clause.heading_text or clause.own_text


def rates_of(document: Document) -> list[str]:
    table = next(clause.table for clause in document.clauses if clause.table)
    return [one[1] for one in table.texts[1:]]


# ---------------------------------------------------------------------------- what is a mark


def test_a_raised_mark_behind_an_amount_is_left_out_of_a_word_file() -> None:
    made = word_file("A pilot is paid $70,000", run("1", RAISED), " a year.",
                     rate=paragraph("$60,000", run("2", RAISED)))  # fmt: skip
    document = read(made, "pay.docx")
    assert text_of(document) == "A pilot is paid $70,000 a year."
    assert rates_of(document) == ["$60,000", "$65,000"]
    assert marks(document) == ["1", "2"]
    assert "figure-raised" not in {one.code for one in document.findings}
    held = sum(len("".join(run.text.split())) for clause in document.clauses
               for run in clause.runs if run.source)  # fmt: skip
    assert document.read == held + len("12")


def test_a_raised_mark_behind_an_amount_is_left_out_of_a_page() -> None:
    document = read(page("A pilot is paid $70,000<sup>1</sup> a year.", "$60,000<sup>2</sup>"))
    assert text_of(document) == "A pilot is paid $70,000 a year."
    assert rates_of(document) == ["$60,000", "$65,000"]
    assert marks(document) == ["1", "2"]
    assert "figure-raised" not in {one.code for one in document.findings}


def test_a_raised_mark_behind_an_amount_is_left_out_of_markdown() -> None:
    made = markdown("A pilot is paid $70,000<sup>1</sup> a year.", "$60,000<sup>2</sup>")
    document = read(made, "pay.md")
    assert text_of(document) == "A pilot is paid $70,000 a year."
    assert rates_of(document) == ["$60,000", "$65,000"]
    assert marks(document) == ["1", "2"]


def test_raised_digits_in_the_text_keep_a_row_of_a_table_one() -> None:
    made = (f"{TITLE}\n\n1. Pay\n\n1.1 The rates are:\n\nStep\tRate from 1 May 2027\n"
            "1\t$60,000¹\n2\t$65,000²\n3\t$70,000\n").encode()  # fmt: skip
    assert rates_of(read(made, "pay.txt")) == ["$60,000¹", "$65,000²", "$70,000"]


@pytest.mark.parametrize(
    "clause",
    [
        "A hold of 10<sup>2</sup> feet.",  # a power
        "A pilot is paid $35<sup>50</sup> an hour.",  # it may be cents
        "It is 1,000<sup>2</sup> in all.",
        "The sum of $1<sup>1</sup>/<sub>2</sub> is paid.",  # a fraction
        "The sum of $20<sup>1</sup>00 is paid.",
    ],
)
def test_what_may_be_a_part_of_the_figure_stays_in_it(clause: str) -> None:
    for made, name in ((page(clause), "a.html"), (markdown(clause), "a.md")):
        document = read(made, name)
        assert not marks(document)
        assert "figure-raised" in {one.code for one in document.findings}


@pytest.mark.parametrize(
    ("clause", "read_as"),
    [
        ("A pilot is paid $35.50<sup>12</sup> an hour.", "A pilot is paid $35.50 an hour."),
        ("The sum is $70<sup>1,2</sup>.", "The sum is $70."),
        ("On the 1<sup>st</sup> day.", "On the 1st day."),
        ("A pilot<sup>1</sup> is paid.", "A pilot1 is paid."),  # changes no figure
    ],
)
def test_what_is_raised_is_a_mark_only_behind_an_amount(clause: str, read_as: str) -> None:
    assert text_of(read(page(clause), "a.html")) == read_as
    assert text_of(read(markdown(clause), "a.md")) == read_as


# ---------------------------------------------------------------- what is done with the figure


@pytest.mark.parametrize("kind", ["docx", "html", "md"])
def test_the_same_amount_with_a_mark_and_without_is_no_change(kind: str) -> None:
    sides = {
        "docx": (word_file("A pilot is paid $70,000", run("1", RAISED), " a year."),
                 word_file("A pilot is paid $70,000 a year.")),
        "html": (page("A pilot is paid $70,000<sup>1</sup> a year."),
                 page("A pilot is paid $70,000 a year.")),
        "md": (markdown("A pilot is paid $70,000<sup>1</sup> a year."),
               markdown("A pilot is paid $70,000 a year.")),
    }[kind]  # fmt: skip
    found = compared(*sides, f"old.{kind}", f"new.{kind}")
    assert not found.changes
    told = [one.message for one in found.findings if one.code == "outside-changed"]
    assert told == ["the raised mark of a note, deleted: “1”"]


@pytest.mark.parametrize(
    ("order", "printed"),
    [
        ("In clause 1.1 replace “$70,000” with “$72,000”.",
         "A pilot flies. A pilot is paid $72,0001 a year."),  # its mark stays, and is raised
        ("In clause 1.1 replace “A pilot is paid $70,000 a year” with “Nobody is paid”.",
         "A pilot flies. Nobody is paid."),
        ("Delete clause 1.1.", ""),
    ],
)  # fmt: skip
def test_a_clause_with_a_mark_is_changed_in_place(order: str, printed: str) -> None:
    base = word_file("A pilot flies. A pilot is paid $70,000", run("1", RAISED), " a year.")
    terms = (f"Terms of Settlement {TITLE.replace('2027-2029', '2029-2031')}\n\n1. Pay\n\n"
             f"{order}\n").encode()  # fmt: skip
    made = markup(base, terms, base_name="pay.docx", terms_name="terms.txt")
    assert [one.status for one in made.applied.outcomes] == ["applied"]
    texts = resolved(made.docx, "accepted")
    assert [text.removeprefix("1.1 ") for text in texts if text.startswith("1.1")] == [
        printed] * bool(printed)  # fmt: skip
    assert resolved(made.docx, "rejected") == resolved(base, "accepted")


def resolved(data: bytes, view: Literal["accepted", "rejected"]) -> list[str]:
    settled = save(revisions.resolve(open_package(data, "made.docx"), view))
    return body_texts(unzipped(settled)["word/document.xml"])


def test_a_raised_mark_behind_a_figure_is_in_the_note_of_its_rate() -> None:
    made = word_file("A pilot is paid $70,000", run("1", RAISED), " a year.",
                     rate=paragraph("$60,000", run("2", RAISED)))  # fmt: skip
    assert {f"{rate.amount}": rate.note for rate in find(read(made, "pay.docx")).rates} == {
        "70000": "the mark “1” of a note stands behind it",
        "60000": "the mark “2” of a note stands behind it",
        "65000": "",
    }
