"""Orders that are told ("will be replaced"), and the paragraph in which words change."""

from __future__ import annotations

import pytest
from factory import on, statuses, texts

from clausetrack.ingest import read

AGREEMENT = """Slate Trains Collective Agreement 2023–2025

1 Guards

1.1 Each guard has:

(a) a lamp worth $40;

(b) a flag worth $12; and

(c) a coat worth $12.

1.2 A tunnel payment of $6.50 is made for each trip.

1.3 Guards meet in June each year.
"""
TERMS = "Terms of settlement\nSlate Trains Collective Agreement 2025–2027\n\n1. {}\n"
result = on(AGREEMENT, TERMS)
UNCHANGED = {one.id: one.own_text for one in read(AGREEMENT.encode(), "base.txt").clauses}


@pytest.mark.parametrize(
    "told",
    [
        "“June” will be replaced with “May”",
        "“June” shall be replaced by “May”",
        "the word “June” shall hereby be replaced by the word “May”",
    ],
)
def test_words_that_will_be_others_are_exchanged(told: str) -> None:
    done = result(f"In clause 1.3, {told}.")
    assert texts(done) == UNCHANGED | {"1.3": "Guards meet in May each year."}


def test_words_that_will_go_are_taken_out() -> None:
    done = result("In clause 1.3, the words “each year” shall be deleted.")
    assert texts(done) == UNCHANGED | {"1.3": "Guards meet in June."}


@pytest.mark.parametrize("verb", ["will increase", "shall increase", "increases", "rises"])
def test_the_one_amount_of_a_clause_goes_up_by_what_is_told(verb: str) -> None:
    done = result(f"The tunnel payment in clause 1.2 {verb} to $7.20.")
    assert texts(done) == UNCHANGED | {"1.2": "A tunnel payment of $7.20 is made for each trip."}


@pytest.mark.parametrize(
    "told",
    [
        "In clause 1.3, “June” should be replaced with “May” if the board agrees.",
        "In clause 1.3, “June” may be replaced with “May”.",
        "The tunnel payment in clause 1.2 increases to $7.20 for head guards.",
    ],
)
def test_what_only_may_be_is_left_to_a_person(told: str) -> None:
    done = result(told)
    assert "applied" not in statuses(done)
    assert texts(done) == UNCHANGED


LINES = [
    "Clause 1.1 is amended as follows:\n(a) in paragraph (b), {}.",
    "Clause 1.1 is amended as follows:\n- paragraph (b): {}.",
    "Clause 1.1: in paragraph (b), {}.",
    "In clause 1.1, paragraph (b), {}.",
]


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("words", ["“$12” is replaced with “$15”", "“$12” becomes “$15”"])
def test_words_are_exchanged_in_the_paragraph_that_is_named(line: str, words: str) -> None:
    done = result(line.format(words))
    assert texts(done) == UNCHANGED | {"1.1(b)": "a flag worth $15; and"}


@pytest.mark.parametrize("line", LINES)
def test_words_that_only_another_paragraph_has_are_not_exchanged(line: str) -> None:
    done = result(line.format("“$40” is replaced with “$45”"))
    assert statuses(done) == ["precondition-failed"]
    assert texts(done) == UNCHANGED


def test_each_line_below_a_clause_is_an_order_on_it() -> None:
    done = result(
        "Clause 1.1 is amended as follows:\n"
        "(a) in paragraph (a), “$40” is replaced with “$45”; and\n"
        "(b) in paragraph (c), “$12” is replaced with “$14”."
    )
    assert statuses(done) == ["applied", "applied"]
    assert texts(done) == UNCHANGED | {"1.1(a)": "a lamp worth $45;", "1.1(c)": "a coat worth $14."}


def test_a_paragraph_is_named_below_its_clause_in_a_paragraph_of_the_terms() -> None:
    order = "Clause 1.1 is amended as follows:\nIn paragraph (b), replace “{}” with “$15”."
    assert texts(result(order.format("$12"))) == UNCHANGED | {"1.1(b)": "a flag worth $15; and"}
    assert texts(result(order.format("$40"))) == UNCHANGED


def test_a_paragraph_of_a_clause_is_taken_out_by_either_name() -> None:
    assert "1.1(c)" not in texts(result("Delete clause 1.1, paragraph (c)."))
    assert "1.1(c)" not in texts(result("Delete paragraph (c) of clause 1.1."))
