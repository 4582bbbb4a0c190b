"""Every sentence of terms is an instruction, or is listed as what stays in the terms."""

from __future__ import annotations

import pytest
from factory import on, statuses, texts

from clausetrack.ingest import read
from clausetrack.markup import Markup

AGREEMENT = """Fern Ferries Collective Agreement 2023–2025

1 Crew

1.1 A deckhand has nine days of shore leave.

1.2 Shore leave is posted a week ahead.

2 Money

2.1 The payments are:

(a) a boot payment of $40 a year;

(b) a glove payment of $12 a year; and

(c) a torch payment of $8 a year.

2.2 A galley payment of $6.50 is made for each meal.

2.3 A night payment of $18 is made.
"""
TERMS = "Terms of settlement\nFern Ferries Collective Agreement 2025–2027\n\n{}\n"
result = on(AGREEMENT, TERMS)


def kept(done: Markup) -> list[str]:
    return [one.text for one in done.instructions.terms_only]


def said(done: Markup) -> str:
    """All that the reports say of the terms."""
    return " ".join([*(one.instruction for one in done.instructions.amendments), *kept(done)])


UNCHANGED = {one.id: one.own_text for one in read(AGREEMENT.encode(), "base.txt").clauses}


def test_an_order_is_not_lost_where_the_next_number_names_its_clause_again() -> None:
    done = result(
        "1. Money\n1.1 In clause 2.2 replace “$6.50” with “$7.00”.\n"
        "1.2 Clause 2.2 and clause 2.3 are to be reviewed and amended in 2027."
    )
    assert statuses(done) == ["applied", "needs-decision", "needs-decision"]
    assert texts(done) == UNCHANGED | {"2.2": "A galley payment of $7.00 is made for each meal."}


def test_an_order_with_figures_is_not_lost_in_a_list_that_names_its_clause_again() -> None:
    done = result(
        "1. Money\n1.1 Clause 2.3 is amended by deleting “$18” and substituting “$21”.\n"
        "1.2 The word “made” is deleted from clause 2.2 and inserted in clause 2.3."
    )
    assert texts(done) == UNCHANGED | {"2.3": "A night payment of $21 is made."}
    assert "The word “made” is deleted" in said(done)


def test_a_line_that_only_leads_into_a_list_is_still_carried_out_by_it() -> None:
    done = result(
        "1. Amend clauses 2.2 and 2.3 as follows:\n"
        "(a) in clause 2.2 replace “$6.50” with “$7.00”;\n"
        "(b) in clause 2.3 replace “$18” with “$21”."
    )
    assert statuses(done) == ["applied", "applied"]
    assert kept(done) == []


@pytest.mark.parametrize("becomes", ["becomes", "is changed to", "is replaced by"])
def test_what_stands_behind_words_that_become_others_is_listed(becomes: str) -> None:
    done = result(f"1. In clause 1.1, “nine” {becomes} “ten”. In addition the company gives $75.")
    assert texts(done) == UNCHANGED | {"1.1": "A deckhand has ten days of shore leave."}
    assert kept(done) == ["In addition the company gives $75."]


def test_for_whom_words_become_others_is_not_passed_over() -> None:
    done = result("1. In clause 1.1, “nine” becomes “ten”. Cooks keep nine.")
    assert statuses(done) == ["needs-decision"]
    assert texts(done) == UNCHANGED


def test_the_lines_beside_one_that_was_not_read_are_told() -> None:
    done = result(
        "1. Money\nThe payments in clause 2.2 go up.\n"
        "(a) Boots are bought in June.\n(b) Clause 2.3 goes.\n(c) Gloves are bought in July."
    )
    for line in ("Boots are bought in June", "Clause 2.3 goes", "Gloves are bought in July"):
        assert line in said(done)


@pytest.mark.parametrize(
    "order",
    [
        "In clause 2.2 exchange “meal” for “shift”.",
        "The date in the Torches clause is changed to 3 May 2026.",
        "The hourly rate for a mate goes up to $31.00.",
        "Article 14 (Boots): delete the Article and leave the number vacant.",
        "This clause is renamed “Shore time”.",
    ],
)
def test_what_changes_the_agreement_is_not_said_to_stay_in_the_terms(order: str) -> None:
    done = result(f"1. Delete clause 1.2.\n2. {order}")
    assert len(statuses(done)) == 2
    assert kept(done) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Each member is paid $500 in the first pay.",
        "The parties note that “shore” in clause 1.1 and “leave” in clause 1.2 are clear.",
        "A group on boots is set up.",
    ],
)
def test_what_changes_no_clause_is_listed_with_the_terms(sentence: str) -> None:
    done = result(f"1. Delete clause 1.2.\n2. Other\n{sentence}")
    assert statuses(done) == ["applied"]
    assert kept(done) == [sentence]


def test_a_list_on_a_clause_that_its_title_names_is_one_of_orders() -> None:
    done = result(
        "1. Clause 2.1:\n(a) in paragraph (a), the figure $40 is increased to $45;\n"
        "(b) paragraph (b) is deleted and replaced with: “(b) a glove payment of $14; and”;\n"
        "(c) a new paragraph (d) is added: “(d) a hat payment of $5 a year.”"
    )
    assert {one.amendment.target for one in done.applied.outcomes} == {"2.1"}
    for line in ("increased to $45", "a glove payment of $14", "a hat payment of $5"):
        assert line in " ".join(one.instruction for one in done.instructions.amendments)


def test_what_stands_in_no_item_is_told() -> None:
    done = result(
        "14. Money. Clause 2.1:\n(a) in paragraph (a), the figure $40 is increased to $45;\n"
        "(b) boots are bought in June."
    )
    assert "the figure $40 is increased to $45" in said(done)
    assert "boots are bought in June." in said(done)


def test_an_item_that_is_a_title_alone_is_told() -> None:
    assert kept(result("1. Delete clause 1.2.\n2. Tea breaks unchanged")) == [
        "Tea breaks unchanged"
    ]


def test_what_says_which_document_it_is_and_who_signed_is_not_listed() -> None:
    done = result(
        "These terms renew the Fern Ferries Collective Agreement.\n\n1. Delete clause 1.2.\n\n"
        "Signed for the union: ________"
    )
    assert kept(done) == []


def test_figures_before_the_first_item_are_told() -> None:
    done = result("Deckhands are paid 3% more than cooks.\n\n1. Delete clause 1.2.")
    assert "Deckhands are paid 3% more than cooks." in said(done)


@pytest.mark.parametrize("above", ["1. Money\n{}", "1. Amend clause 1.1 as follows:\n{}"])
@pytest.mark.parametrize("marks", [("- ", "- "), ("(a) ", "(b) ")])
def test_a_line_beside_an_exchange_of_words_is_no_part_of_it(
    above: str, marks: tuple[str, str]
) -> None:
    lines = (f"{marks[0]}in clause 1.1 replace “nine” with “ten”;\n"
             f"{marks[1]}boots are bought in June.")  # fmt: skip
    done = result(above.format(lines))
    assert texts(done) == UNCHANGED | {"1.1": "A deckhand has ten days of shore leave."}
    assert [one.split(maxsplit=1)[-1] for one in kept(done)] in (
        ["boots are bought in June."], ["are bought in June."],
    )  # fmt: skip


def test_for_whom_a_line_beside_an_exchange_says_it_is_holds_it_back() -> None:
    done = result(
        "1. Leave\n(a) in clause 1.1 replace “nine” with “ten”;\n(b) this applies to cooks only."
    )
    assert statuses(done) == ["needs-decision"]
    assert texts(done) == UNCHANGED


def test_the_same_words_in_two_items_are_told_of_both() -> None:
    done = result(
        "1. In clause 1.1, “nine” becomes “ten”. Boots are black.\n"
        "2. In clause 1.2, “week” becomes “month”. Boots are black."
    )
    assert [one.item for one in done.instructions.terms_only] == ["1", "2"]


def test_a_table_in_an_item_that_orders_nothing_is_told() -> None:
    done = result("1. Delete clause 1.2.\n2. Lump sums\nCrew\tSum\nCook\t$50\nMate\t$60")
    assert "Cook $50 Mate $60" in " ".join(kept(done))
