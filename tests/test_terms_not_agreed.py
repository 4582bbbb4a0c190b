"""Orders that nobody agreed, that are for some only, or on another document; worked by hand."""

from __future__ import annotations

import pytest
from factory import on, statuses, texts, texts_changed

from clausetrack.ingest import read
from clausetrack.markup import Markup, markup

AGREEMENT = """Millrace Bakeries Collective Agreement 2023–2025

1 Ovens

1.1 Ovens are lit at four.

1.2 Ovens are swept on Sundays.

2 Pay

2.1 Flour money: $8.00 a shift.

3 Aprons

3.1 Aprons are white.
"""
TERMS = (
    "Terms of settlement\n\nMillrace Bakeries Collective Agreement 2025–2027\n\n1. Changes\n\n{}\n"
)
UNCHANGED = {one.id: one.own_text for one in read(AGREEMENT.encode(), "base.txt").clauses}
EXCHANGE = "in clause 1.1 replace “four” with “five”"
LIT = {"1.1": "Ovens are lit at five."}
SWEPT = {one: text for one, text in UNCHANGED.items() if one != "1.2"}
result = on(AGREEMENT, TERMS)


def reasons(done: Markup) -> list[str]:
    return [one.reason for one in done.applied.outcomes]


@pytest.mark.parametrize(
    "order",
    [
        "The parties agreed not to replace “four” with “five” in clause 1.1.",
        "The Company's proposal to replace “four” with “six” in clause 1.1 is withdrawn.",
        "The Union claimed an increase in clause 2.1 from $8.00 to $12.00.",
        "The Company offered to increase the flour money in clause 2.1 from $8.00 to $9.00 and the"
        " Union declined.",
        "The parties agreed not to insert a new clause 3.2:\n\n3.2 Caps are white.",
        "Not agreed: delete clause 1.2.",
        "Delete clause 1.2. Not agreed.",
        "Delete clause 1.2.\n\nThis claim is withdrawn.",
        "The Company may replace “four” with “five” in clause 1.1.",
        f"I{EXCHANGE[1:]} [not agreed].",
        f"I{EXCHANGE[1:]} [to be confirmed].",
        f"[Draft – {EXCHANGE}.]",
        f"By way of example, {EXCHANGE}.",
        "In the next bargaining the parties will replace “four” with “five” in clause 1.1.",
        f"Option A: delete clause 1.2.\n\nOption B: {EXCHANGE}.",
    ],
)
def test_what_was_not_agreed_is_not_carried_out(order: str) -> None:
    done = result(order)
    assert set(statuses(done)) == {"needs-decision"}
    assert texts(done) == UNCHANGED


@pytest.mark.parametrize(
    ("order", "said"),
    [
        ("The Union's claim to replace “four” with “five” in clause 1.1 was rejected.",
         "“was rejected”"),
        (f"I{EXCHANGE[1:]} [not agreed].", "“[not agreed]”"),
    ],
)  # fmt: skip
def test_the_reason_quotes_the_words_that_take_the_order_back(order: str, said: str) -> None:
    assert [said in one for one in reasons(result(order))] == [True]


@pytest.mark.parametrize(
    "line",
    [
        "The following claims are withdrawn:",
        "The parties did not agree on the following:",
        "The following changes will be made only if the budget is approved:",
        "Once the budget is approved, the following changes are made:",
        "For night bakers only:",
        "For casual employees:",
        "The Company will consider the following:",
        "Union claims:",
        "The following are deferred to the next bargaining:",
        "The following changes are made to the Leave Policy:",
        "In the Staff Handbook:",
        "The Staff Handbook is amended as follows:",
    ],
)
@pytest.mark.parametrize(
    "orders",
    [
        "(a) Delete clause 1.2.\n\n(b) Replace clause 3.1 with:\n\n3.1 Aprons are blue.\n\n"
        "(c) In clause 1.1 replace “four” with “five”.",
        "Delete clause 1.2.\n\nReplace clause 3.1 with:\n\n3.1 Aprons are blue.",
    ],
)
def test_a_line_that_takes_back_what_it_leads_into_goes_for_every_order(
    line: str, orders: str
) -> None:
    done = result(f"{line}\n\n{orders}")
    assert set(statuses(done)) == {"needs-decision"}
    assert [line in one for one in reasons(done)] == [True] * (orders.count("lause 1.") + 1)
    assert texts(done) == UNCHANGED


def test_a_line_in_the_same_paragraph_goes_for_each_sentence_of_it() -> None:
    done = result("For night bakers only: delete clause 1.2. Replace “four” with “five” in 1.1.")
    assert set(statuses(done)) == {"needs-decision"}
    assert texts(done) == UNCHANGED


@pytest.mark.parametrize(
    "title",
    ["Company claim withdrawn", "Outstanding claims", "Changes to the Leave Policy",
     "Ovens (not agreed)", "For apprentices only"],
)  # fmt: skip
def test_the_title_of_an_item_goes_for_its_orders(title: str) -> None:
    done = result(f"I{EXCHANGE[1:]}.\n\n2. {title}\n\nDelete clause 1.2.")
    assert statuses(done) == ["applied", "needs-decision"]
    assert title in reasons(done)[1]
    assert texts(done) == UNCHANGED | LIT


def test_a_title_before_items_goes_for_all_of_them() -> None:
    done = result("Thanks.\n\nClaims not agreed\n\n2. Delete clause 1.2.\n\n3. Delete clause 3.1.")
    assert statuses(done) == ["needs-decision"] * 2
    assert texts(done) == UNCHANGED


@pytest.mark.parametrize(
    "line",
    [
        "The following changes are agreed:",
        "The parties have agreed the following amendments:",
        "In settlement of the Union's claims, the parties agree to the following changes:",
        "Subject to ratification, the following changes are made:",
        "With effect from 1 July 2026:",
        "The agreement should be amended as follows:",
        "The Millrace Bakeries Collective Agreement 2023–2025 is amended as follows:",
        "The following changes to the collective agreement are agreed:",
        "Ovens:",
        "Expense claims:",
        "For all employees:",
        "The following claims are withdrawn:\n\n(a) claim 4;\n\n(b) claim 7.",
        "The claim for hats is withdrawn.",
        "The following claims are withdrawn:\n\nclaim 4.\n\nThe following changes are agreed:",
    ],
)
def test_other_lines_take_nothing_back(line: str) -> None:
    done = result(f"{line}\n\nDelete clause 1.2.")
    assert statuses(done) == ["applied"]
    assert texts(done) == SWEPT


@pytest.mark.parametrize(
    "order",
    [
        "Replace clause 3.1 with:\n\n3.1 Aprons that were declined may not be worn.",
        "Amend clause 3.1, so that aprons are not left out, to read:\n\n3.1 Aprons that were"
        " declined may not be worn.",
        "Replace clause 3.1 (Withdrawn aprons) with:\n\n3.1 Aprons that were declined may not be"
        " worn.",
    ],
)
def test_what_the_wording_says_takes_nothing_back(order: str) -> None:
    expected = {"3.1": "Aprons that were declined may not be worn."}
    assert texts(result(order)) == UNCHANGED | expected


@pytest.mark.parametrize(
    "order",
    [
        "In clause 2.1 of the Staff Handbook replace “$8.00” with “$9.00”.",
        "In clause 2.1 of the Pastry Agreement replace “$8.00” with “$9.00”.",
        "In clause 2.1 of the Company's leave policy replace “$8.00” with “$9.00”.",
        "In clauses 1.1 and 1.2 of the Staff Handbook replace “Ovens” with “Stoves”.",
        "In clause 2.1 of the agreement for drivers replace “$8.00” with “$9.00”.",
        "In the individual employment agreements of bakers, clause 1.1, replace “four” with"
        " “five”.",
        "Insert a new clause 3.2 in the Leave Policy:\n\n3.2 Caps are white.",
        "Insert in the Leave Policy a new clause 3.2:\n\n3.2 Caps are white.",
        "Replace clause 3.1 of the Leave Policy with:\n\n3.1 Aprons are blue.",
        "In clause 1.1 of the PTCA replace “four” with “five”.",
    ],
)
def test_an_order_on_another_document_is_not_carried_out_here(order: str) -> None:
    done = result(order)
    assert set(statuses(done)) == {"needs-decision"}
    assert all("not on this agreement" in one for one in reasons(done))
    assert texts(done) == UNCHANGED


@pytest.mark.parametrize(
    "name",
    [
        "the agreement", "this Agreement", "the collective agreement", "the previous agreement",
        "the current collective agreement", "the 2023–2025 agreement", "the MBCA", "the CEA",
        "the Millrace Bakeries Collective Agreement", "the Millrace Bakeries Ltd agreement",
    ],
)  # fmt: skip
def test_this_agreement_may_be_named_in_many_ways(name: str) -> None:
    done = result(f"In clause 1.1 of {name} replace “four” with “five”.")
    assert texts(done) == UNCHANGED | LIT


@pytest.mark.parametrize("name", ["the agreement", "this Agreement", "the collective agreement"])
def test_a_clause_of_this_agreement_may_be_taken_out(name: str) -> None:
    assert texts(result(f"Delete clause 1.2 of {name}.")) == SWEPT


def test_a_document_that_is_only_spoken_of_is_not_the_one_that_is_changed() -> None:
    done = result("Insert a new clause 3.2 on the Leave Policy:\n\n3.2 The Leave Policy applies.")
    assert texts(done) == UNCHANGED | {"3.2": "The Leave Policy applies."}


@pytest.mark.parametrize(
    "order", [f"For night bakers’ staff, {EXCHANGE}.", "For casual staff, replace clause 3.1 with:"
              "\n\n3.1 Aprons are blue."],
)  # fmt: skip
def test_for_whom_an_order_is_may_stand_before_it(order: str) -> None:
    done = result(order)
    assert statuses(done) == ["needs-decision"]
    assert texts(done) == UNCHANGED


@pytest.mark.parametrize(
    "order",
    [
        "In clause 1.1 replace “four” with “XX”.",
        "In clause 1.1 replace “four” with “[five]”.",
        "Insert a new clause 3.2:\n\n3.2 Caps cost $XX.",
        "Insert a new clause 3.2:\n\n3.2 Caps last TBC weeks.",
        "Add the following sentence to the end of clause 3.1: They last XX weeks.",
    ],
)
def test_wording_with_a_gap_is_not_put_in(order: str) -> None:
    done = result(order)
    assert statuses(done) == ["needs-decision"]
    assert ["not settled" in one for one in reasons(done)] == [True]
    assert texts(done) == UNCHANGED


def test_a_roman_numeral_and_brackets_in_a_printed_clause_are_no_gap() -> None:
    done = result("Insert a new clause 3.2:\n\n3.2 Caps [white] are worn as Part XX says.")
    assert texts(done) == UNCHANGED | {"3.2": "Caps [white] are worn as Part XX says."}


ROWS = "\n\n| Clause | Change |\n| --- | --- |\n| 1.1 | Replace “four” with “five”. |\n"


def tabled(terms: str) -> Markup:
    head = TERMS.split("1. ")[0]
    return markup(AGREEMENT.encode(), f"{head}{terms}\n".encode(),
                  base_name="agreement.md", terms_name="terms.md")  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        "These changes are not agreed.", "None of the following is agreed.",
        "These are the Union's claims.", "The Company does not agree to these changes.",
        "These apply to bakers on nights only.", "Claims withdrawn", "Union claims",
    ],
)  # fmt: skip
def test_a_line_over_a_table_goes_for_its_rows(line: str) -> None:
    done = tabled(line + ROWS)
    assert statuses(done) == ["needs-decision"]
    assert line.rstrip(".") in reasons(done)[0]
    assert texts(done) == UNCHANGED


@pytest.mark.parametrize(
    "line",
    [
        "These changes are agreed.", "The parties discussed the claims and agreed these changes.",
        "The parties will review rosters in 2027.", "Agreed changes",
        "These changes settle the Union's claims.",
    ],
)  # fmt: skip
def test_a_line_that_takes_nothing_back_does_not(line: str) -> None:
    assert texts(tabled(line + ROWS)) == {**UNCHANGED, **LIT}


def test_what_is_said_of_the_rows_below_ends_at_the_next_title_over_orders() -> None:
    other = ROWS.replace("1.1", "1.2").replace("“four” with “five”", "“Sundays” with “Mondays”")
    done = tabled(
        f"## Outstanding\n\nThese changes are not agreed.{other}\n## Agreed{ROWS}"
    )
    assert statuses(done) == ["needs-decision", "applied"]
    assert texts(done) == {**UNCHANGED, **LIT}


@pytest.mark.parametrize("head", ["Claim", "Union claim", "Proposed change", "Rejected"])
def test_the_heading_of_a_column_of_orders_goes_for_its_rows(head: str) -> None:
    done = tabled(ROWS.replace("Change", head))
    assert statuses(done) == ["needs-decision"]
    assert f"“{head}”" in reasons(done)[0]
    assert texts(done) == UNCHANGED


@pytest.mark.parametrize("over", ["Not agreed:", "1. Not agreed"])
def test_a_row_that_is_held_for_itself_leaves_the_others_under_their_line(over: str) -> None:
    rows = "| 1.1 | four | five |\n| 2.1 | $8.00 |  |\n"
    done = tabled(f"{over}\n\n| Clause | Current | New |\n| --- | --- | --- |\n{rows}")
    assert statuses(done) == ["needs-decision", "needs-decision"]
    assert "Not agreed" in reasons(done)[0]
    assert texts(done) == UNCHANGED


@pytest.mark.parametrize(
    ("row", "came"),
    [
        ("1.2 | Delete.", {"1.2": None}),
        ("1.2 | Delete the last sentence.", {"1.2": "Ovens are swept on Sundays."}),
        ("1.2 | Replace the last sentence with “Brooms are kept.”",
         {"1.2": "Ovens are swept on Sundays. Brooms are kept."}),
    ],
)  # fmt: skip
def test_a_row_that_orders_by_its_own_words_is_carried_out(
    row: str, came: dict[str, str | None]
) -> None:
    two = AGREEMENT.replace("Sundays.", "Sundays. Brooms are lent.")
    head = TERMS.split("1. ")[0]
    table = f"{head}| Clause | Change |\n| --- | --- |\n| {row} |\n"
    done = markup(two.encode(), table.encode(), base_name="agreement.md", terms_name="terms.md")
    before = {one.id: one.own_text for one in read(two.encode(), "base.md").clauses}
    assert statuses(done) == ["applied"]
    assert texts_changed(done, before) == came


@pytest.mark.parametrize("first", ["New 3.2", "3.2 (new)", "New clause 3.2"])
def test_a_row_on_a_new_clause_is_an_instruction(first: str) -> None:
    done = tabled(ROWS + f"| {first} | Caps are white. |")
    assert [one.amendment.target for one in done.applied.outcomes] == ["1.1", "3.2"]
    assert texts(done) == {**UNCHANGED, **LIT}
