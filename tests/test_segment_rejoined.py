"""Lines in the middle of a sentence that open with a figure or a label: they begin no clause."""

from __future__ import annotations

import pytest
from pdf_pages import Text, pdf

from clausetrack.ingest import read
from clausetrack.model import Document

TITLE = "Ferry Crews’ Collective Agreement 2020–2023"
CODE = (
    "8. USERS. The charts are a commercial item, as that term is used in 48 C.F.R.",
    "12.212 (June 1996). All crews hold them on these terms.",
)


def agreement(*paragraphs: str) -> Document:
    return read("\n\n".join((TITLE, *paragraphs)).encode(), "sample.txt")


def ids(document: Document) -> list[str]:
    return [c.id for c in document.clauses if not c.id.startswith(("Ferry", "preamble"))]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("A deckhand is paid for each hour of a night shift an allowance of not less than",
         "3.25 dollars, and the allowance is paid with the wages."),
        ("The ordinary hours of a full-time deckhand who works on the car ferry are",
         "37.5 hours a week, and no more."),
        ("Leave that a deckhand has not taken within the time that is set out in the Holidays Act",
         "2003 is paid out."),
        ("A deckhand may refuse where the notice that the master gives is shorter than is said in "
         "the rule at", "7.2 of the manual of the ship."),
        ("A deckhand who sails on a holiday is paid, on which the ferry sails, the rate "
         "which stands at", "12.4 in the scale of the port."),
        ("The crew meets the master on", "1 July in each year."),
        ("A deckhand has four weeks of leave, and takes it within the year unless the",
         "Master and the deckhand agree otherwise."),
        ("A deckhand to whom paragraph", "(a) of clause 9.1 applies may carry leave over."),
    ],
)  # fmt: skip
def test_a_line_in_the_middle_of_a_sentence_begins_no_clause(before: str, after: str) -> None:
    document = agreement("1. Crews", f"1.1 {before}", after, "1.2 They sleep.", "1.3 They wake.")
    assert ids(document) == ["1", "1.1", "1.2", "1.3"]
    clause = document.body["1.1"]
    assert " ".join((clause.heading_text + " " + clause.own_text).split()) == f"{before} {after}"
    assert "sentence-rejoined" in {found.code for found in document.findings}


def test_the_section_of_a_code_of_law_begins_no_clause_in_text_pages_and_print() -> None:
    around = ("7. LOSS. No crew pays for a loss.", "9. WHOLE. This is all.", "10. CLAIMS. None.")
    clauses = (around[0], *CODE, *around[1:])
    page = "".join(f"<p>{one}</p>" for one in (TITLE, around[0], "<br>".join(CODE), *around[1:]))
    printed = pdf([[Text(60, 780 - 30 * at, one) for at, one in enumerate((TITLE, *clauses))]])
    for document in (
        agreement(*clauses),
        read(f"<html><body>{page}</body></html>".encode(), "page.html"),
        read(printed.replace("’".encode(), b"'"), "made.pdf"),
    ):
        assert ids(document) == ["(7)", "(8)", "(9)", "(10)"]
        assert "48 C.F.R. 12.212 (June 1996)." in " ".join(document.body["(8)"].own_text.split())


@pytest.mark.parametrize(
    "below",
    [
        # a heading, which ends in no mark either
        ("Hours of work for the crews of the ferries that sail across the harbour",
         "7.2 of the crew, one half sleeps."),
        # the next number goes on from it
        ("A deckhand who sails on a holiday is paid the rates that stand in the scale here",
         "12.4 of the scale is for days.", "12.5 of the scale is for nights."),
        # the sentence has ended
        ("A deckhand who sails on a holiday is paid the rates that stand in the scale.",
         "7.2 of the crew, one half sleeps."),
    ],
)  # fmt: skip
def test_a_number_below_a_heading_or_that_others_go_on_from_is_one(below: tuple[str, ...]) -> None:
    document = agreement("1. Crews", "1.1 They sail.", *below)
    assert {"7.2", "12.4"} & set(ids(document))


def test_a_clause_that_counts_on_below_an_open_line_is_one() -> None:
    document = agreement(
        "1. Crews", "1.1 In this agreement each of these words has the meaning given beside it",
        "1.2 crew means all who sail.", "1.3 ferry means the ship.",
    )  # fmt: skip
    assert ids(document) == ["1", "1.1", "1.2", "1.3"]


def test_a_clause_that_an_order_gives_is_no_part_of_the_order() -> None:
    terms = read(
        "Terms of Settlement\n\nThese are the terms for the Ferry Crews’ Collective Agreement "
        "2020–2023.\n\n1. Replace the whole of the clause on the hours of the crew so that "
        "it reads\n\n7.2 the crew sleeps by day.\n".encode(),
        "terms.txt",
    )
    assert any("7.2" in clause.id for clause in terms.clauses)


def test_items_below_the_word_that_names_them_are_items() -> None:
    document = agreement(
        "1. Crews", "1.1 Each of these is a separate paragraph", "(a) the crew;", "(b) the ship.",
    )  # fmt: skip
    assert ids(document) == ["1", "1.1", "1.1(a)", "1.1(b)"]
