"""What names no clause and reads as a change is told; what is of the settlement alone is not."""

from __future__ import annotations

import pytest
from factory import on, statuses, texts

AGREEMENT = """Slate Trains Collective Agreement 2023–2025

1 Guards

1.1 Each guard has:

(a) a lamp worth $40;

(b) a flag worth $12; and

(c) a coat worth $12.

1.2 A tunnel payment of $6.50 is made for each trip.

1.3 Guards meet in June each year.

2 Pay

2.1 The hourly rates are:

Grade	Rate
1	$20.00
2	$30.00
"""
TERMS = "Terms of settlement\nSlate Trains Collective Agreement 2025–2027\n\n"
result = on(AGREEMENT, TERMS)


def told(text: str) -> list[str]:
    done = result(f"1. Meeting\n\nIn clause 1.3, replace “June” with “May”.\n\n{text}")
    assert statuses(done) == ["applied"]
    return [one.quote for one in done.instructions.findings if one.code == "terms-perhaps-ordered"]


@pytest.mark.parametrize(
    "text",
    [
        "The tunnel payment is now $7.",
        "The ceiling on lost lamps moves from 2 years to 3 years.",
        "Guards who work more than ten hours get a supper of $18.",
        "Coats are no longer supplied.",
        "The retirement contribution will be 4% from 1 April 2028.",
        "There is to be a new whistle allowance of $9 a month.",
        "Guards are to be called conductors in all clauses.",
        "References to lamps become references to lanterns.",
        "Use “lantern” for “lamp” throughout.",
        # verbs that no list has
        "Reverse the order of clauses 1.2 and 1.3.",
        "Begin clause 1.3 with “From 2026, ”.",
        "In clause 1.2 italicise “tunnel payment”.",
    ],
)
def test_what_may_change_the_agreement_is_told(text: str) -> None:
    assert told(f"2. Others\n\n{text}") == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Each member is paid a one-off lump sum of $600.",
        "A payment of $400 is made to each member within a month of ratification.",
        "The parties will meet every three months about rosters.",
        "A working party of 6 people is set up for 12 months.",
        "The settlement costs 3% over 2 years.",
        "The union notes that the payment is now $6.50.",
        "All other claims are withdrawn.",
        "The employer will print 400 copies.",
        "Review of clauses 1.2 and 1.3",
        "Clause 1.3 is not deleted.",
        "The parties will look at the order of clauses 1.2 and 1.3.",
    ],
)
def test_what_is_of_the_settlement_is_not(text: str) -> None:
    assert told(f"2. Others\n\n{text}") == []


@pytest.mark.parametrize(
    "text",
    [
        "Clause 1.2 applies to cleaners as well.",
        "Guards have 4 lamps a year under clause 1.1 and 2 days off from 1 January 2026.",
    ],
)
def test_what_names_a_clause_is_an_order_for_a_person(text: str) -> None:
    assert statuses(result(f"1. Others\n\n{text}")) == ["needs-decision"]


def test_an_exception_from_no_change_is_a_change() -> None:
    done = result(
        "1. Guards\n\nNo change to clause 1 except that in 1.3 “June” is replaced with “May”."
    )
    assert statuses(done) == ["needs-decision"]
    assert not done.instructions.terms_only


def test_a_paragraph_goes_in_a_list_of_orders() -> None:
    done = result(
        "1. Guards\n\nIn clause 1.1:\n\n(a) in paragraph (b), delete “$12” and insert “$14”;\n\n"
        "(b) delete paragraph (a) and renumber the remaining paragraphs accordingly."
    )
    assert statuses(done) == ["applied", "applied"]
    assert texts(done)["1.1(a)"] == "a flag worth $14; and"
    assert not done.instructions.terms_only
    held = result("1. Guards\n\nIn clause 1.1:\n\n(a) delete paragraph (a) from 1 July 2026.")
    assert statuses(held) == ["needs-decision"]


def test_a_table_that_is_spoken_of_and_then_replaced_is_one_order() -> None:
    done = result(
        "1. Pay\n\nThe rates in the table in clause 2.1 are increased by 10%. Replace the table "
        "with the following:\n\nGrade\tRate\n1\t$22.00\n2\t$33.00"
    )
    assert statuses(done) == ["applied"]
    table = next(one.table for one in done.applied.document.clauses if one.table)
    assert table.texts == [["Grade", "Rate"], ["1", "$22.00"], ["2", "$33.00"]]


@pytest.mark.parametrize(
    "text",
    [
        "Clause 1.2: omit $6.50, substitute $7.00.",
        "In clause 1.2, omit $6.50, insert $7.00.",
        "In clause 1.2, delete $6.50 and insert $7.00.",
    ],
)
def test_a_figure_that_goes_for_another_is_a_substitution(text: str) -> None:
    done = result(f"1. Tunnels\n\n{text}")
    assert statuses(done) == ["applied"]
    assert texts(done)["1.2"] == "A tunnel payment of $7.00 is made for each trip."
    assert done.applied.outcomes[0].amendment.action == "substitution"


def test_words_that_go_for_others_are_no_repeal() -> None:
    done = result(
        "1. Meeting\n\nAmend clause 1.3 by deleting “June” and substituting “May” so far as the "
        "board agrees."
    )
    assert statuses(done) == ["needs-decision"]
    assert done.applied.outcomes[0].amendment.action == "substitution"


@pytest.mark.parametrize(
    "text",
    [
        "1 Pay\nAll payments in this agreement are increased by 3% from 1 July 2025.",
        "1 Meeting\nSubject to a vote of the board, in clause 1.3 replace “June” with “May”.",
    ],
)
def test_terms_that_say_what_they_amend_are_terms(text: str) -> None:
    head = "Terms of Settlement\nSlate Trains Collective Agreement 2025–2027\n\nThese terms of " \
           "settlement amend the Slate Trains Collective Agreement 2023–2025.\n\n"
    done = on(AGREEMENT, head)(text)
    assert len(statuses(done)) == 1
    assert statuses(done) != ["applied"]


def test_what_only_another_order_brings_is_said() -> None:
    done = result(
        "1. Tunnels\n\nIn clause 1.2, replace “$6.50” with “$7.00”.\n\n2. Later\n\nIn clause 1.2, "
        "replace “$7.00” with “$8.00”."
    )
    assert statuses(done) == ["applied", "precondition-failed"]
    assert "only what 1#1 brings says so" in done.applied.outcomes[1].reason


def test_orders_that_name_a_clause_by_that_clause() -> None:
    done = result(
        "1. Meeting\n\nIn clause 1.3, replace “June” with “May”. In that clause, replace “year” "
        "with “spring”."
    )
    assert statuses(done) == ["applied", "applied"]
    assert texts(done)["1.3"] == "Guards meet in May each spring."
    # two clauses were named: which is "that clause"?
    done = result(
        "1. Meeting\n\nIn clauses 1.2 and 1.3, replace “each” with “every”. In that clause, "
        "replace “June” with “May”."
    )
    assert statuses(done) == ["applied", "applied", "target-unnamed"]


def test_pairs_that_are_said_respectively() -> None:
    done = result(
        "1. Things\n\nAmend clauses 1.1(a) and 1.1(c) by replacing “$40” with “$45” and “$12” "
        "with “$15” respectively."
    )
    assert statuses(done) == ["applied", "applied"]
    assert texts(done)["1.1(a)"] == "a lamp worth $45;"
    assert texts(done)["1.1(b)"] == "a flag worth $12; and"
    assert texts(done)["1.1(c)"] == "a coat worth $15."


def test_words_change_and_a_sentence_comes_by_two_verbs() -> None:
    done = result(
        "1. Meeting\n\nAmend clause 1.3 by deleting “June” and substituting “May”, and by adding "
        "at the end: “Tea is served.”"
    )
    assert statuses(done) == ["applied", "applied"]
    assert texts(done)["1.3"] == "Guards meet in May each year. Tea is served."
