"""Lists of orders under one line, their days, and tables of what rises; worked by hand."""

from __future__ import annotations

from datetime import date

import pytest
from factory import statuses

from clausetrack.markup import Markup, markup

AGREEMENT = """Quarry Hill Collective Agreement 2023–2025

1 Allowances

1.1 The dust allowance is $6.00 per shift.

1.2 The blasting allowance is $11.50 per shift.

1.3 The boot allowance is $90.00 per year.

2 Work

2.1 Shifts are of ten hours.

2.2 Shifts are posted by the foreman. They are posted on Fridays.
"""
TERMS = "Terms of settlement\nQuarry Hill Collective Agreement 2025–2027\n\n1. Pay\n\n{}\n"


def result(order: str, agreement: str = AGREEMENT) -> Markup:
    return markup(agreement.encode(), TERMS.format(order).encode())


def text(done: Markup, clause: str) -> str:
    return done.applied.document.body[clause].own_text


def days(done: Markup) -> list[list[date]]:
    return [[one.date for one in each.effective] for each in done.instructions.amendments]


def later(done: Markup) -> int:
    every = (*done.instructions.findings, *done.applied.findings)
    return sum(one.code == "operative-later" for one in every)


# ------------------------------------------------------------------------- lists of increases


@pytest.mark.parametrize("marks", [("(a) ", "(b) "), ("- ", "- ")])
@pytest.mark.parametrize(
    "lead",
    [
        "The following allowances will be increased from 1 October 2026:",
        "The following allowances increase from 1 October 2026:",
        "With effect from 1 October 2026, allowances increase as follows:",
        "Increase the following allowances from 1 October 2026:",
        "From 1 October 2026:",
    ],
)
def test_each_line_of_a_list_of_increases_is_an_order(lead: str, marks: tuple[str, str]) -> None:
    one, two = marks
    done = result(
        f"{lead}\n\n{one}Clause 1.1: dust allowance from $6.00 to $6.50 per shift; and\n\n"
        f"{two}Blasting allowance in clause 1.2 from $11.50 to $12.00 per shift."
    )
    assert statuses(done) == ["applied", "applied"]
    assert text(done, "1.1") == "The dust allowance is $6.50 per shift."
    assert text(done, "1.2") == "The blasting allowance is $12.00 per shift."
    assert days(done) == [[date(2026, 10, 1)], [date(2026, 10, 1)]]
    assert later(done) == 2


def test_a_list_under_a_line_that_names_the_clause_is_no_wording_for_it() -> None:
    done = result(
        "The allowances in clause 1 will increase as follows:\n\n"
        "- dust allowance from $6.00 to $6.50 per shift\n"
        "- boot allowance from $90.00 to $95.00 per year"
    )
    assert statuses(done) == ["applied", "applied"]
    assert text(done, "1.1") == "The dust allowance is $6.50 per shift."
    assert text(done, "1.3") == "The boot allowance is $95.00 per year."
    assert len(done.applied.document.body) == len(result("Pay is good.").applied.document.body)


@pytest.mark.parametrize(
    "line",
    [
        "Clause 1.1: dust allowance from $6.00 to $5.50 per shift.",  # no increase
        "Dust allowance from $6.00 to $6.50 per shift.",  # in which clause?
        "Clause 1.1: dust allowance $6.50 per shift.",  # in place of what?
        "Clause 1.1: dust allowance from $6.00 to $6.50 per week.",
    ],
)
def test_a_line_that_is_not_certain_is_listed_and_the_others_are_carried_out(line: str) -> None:
    done = result(
        f"The following allowances will be increased:\n\n(a) {line}\n\n"
        "(b) Clause 1.2: blasting allowance from $11.50 to $12.00 per shift."
    )
    first, second = statuses(done) if "1.1" not in line else sorted(statuses(done))[::-1]
    assert {first, second} > {"applied"}
    assert text(done, "1.1") == "The dust allowance is $6.00 per shift."
    assert text(done, "1.2") == "The blasting allowance is $12.00 per shift."


@pytest.mark.parametrize(
    "lead",
    [
        "The following claims are withdrawn:",
        "The union sought the following increases:",
        "For night crews only, the following allowances will be increased:",
    ],
)
def test_a_list_that_was_not_agreed_stays_a_persons(lead: str) -> None:
    done = result(f"{lead}\n\n(a) Clause 1.1: dust allowance from $6.00 to $6.50 per shift.")
    assert set(statuses(done)) == {"needs-decision"}
    assert text(done, "1.1") == "The dust allowance is $6.00 per shift."


def test_a_line_that_orders_an_increase_of_all_is_not_lost_with_its_list() -> None:
    done = result(
        "The following allowances will be increased by 3%:\n\n"
        "(a) Clause 1.1: dust allowance from $6.00 to $6.50 per shift."
    )
    assert statuses(done) == ["target-unnamed", "applied"]


def test_a_marker_that_is_the_clause_goes_for_the_lines_under_it() -> None:
    done = result(
        "The following allowances will be increased:\n\n(a) Clause 1.3: boot allowance from $90.00 "
        "to $95.00 per year.\n\n(b) Clause 1.1:\n\n(i) dust allowance from $6.00 to $6.50"
    )
    assert statuses(done) == ["applied", "applied"]
    assert text(done, "1.1") == "The dust allowance is $6.50 per shift."


def test_figures_in_wording_for_a_clause_are_wording() -> None:
    done = result(
        "Insert new clause 1.4:\n\n1.4 Fees are:\n\n(a) from $3.00 to $4.00; and\n\n(b) nil."
    )
    assert statuses(done) == ["applied"]
    assert text(done, "1.4(a)") == "from $3.00 to $4.00; and"


def test_a_list_behind_wording_is_none_of_it() -> None:
    done = result(
        "Replace clause 2.1 with:\n\n2.1 Shifts are:\n\n(a) of nine hours; and\n\n(b) paid.\n\n"
        "The following allowances increase:\n\n(a) Clause 1.3: boots from $90.00 to $95.00."
    )
    assert statuses(done) == ["applied", "applied"]
    assert text(done, "2.1(b)") == "paid."
    assert text(done, "1.3") == "The boot allowance is $95.00 per year."


# ------------------------------------------------------------------------ dates of lead-ins

LEAD = "The following changes take effect from 1 March 2027:"


@pytest.mark.parametrize(
    "orders",
    [
        "(a) Increase the boot allowance in clause 1.3 from $90.00 to $95.00.\n\n"
        "(b) In clause 2.1 replace “ten” with “nine”.",
        "Increase the boot allowance in clause 1.3 from $90.00 to $95.00.\n\n"
        "In clause 2.1 replace “ten” with “nine”.",
        "1.1 Increase the boot allowance in clause 1.3 from $90.00 to $95.00.\n\n"
        "1.2 In clause 2.1 replace “ten” with “nine”.",
    ],
)
def test_the_day_of_a_line_is_that_of_each_order_under_it(orders: str) -> None:
    done = result(f"{LEAD}\n\n{orders}")
    assert statuses(done) == ["applied", "applied"]
    assert days(done) == [[date(2027, 3, 1)], [date(2027, 3, 1)]]
    assert later(done) == 2


@pytest.mark.parametrize(
    "order",
    [
        "Delete clause 2.1.",
        "Replace the second sentence of clause 2.2 with “They are posted daily.”",
        "Amend clause 2.1 to read:\n\n2.1 Shifts are of nine hours.",
    ],
)
def test_what_has_no_figures_has_the_day_too(order: str) -> None:
    done = result(f"{LEAD}\n\n{order}")
    assert statuses(done) == ["applied"]
    assert (days(done), later(done)) == ([[date(2027, 3, 1)]], 1)


def test_a_day_of_its_own_goes_before_that_of_the_line() -> None:
    done = result(
        f"{LEAD}\n\n(a) Increase the boot allowance in clause 1.3 from $90.00 to $95.00 "
        "from 1 June 2027.\n\n(b) In clause 2.1 replace “ten” with “nine”."
    )
    assert days(done) == [[date(2027, 6, 1)], [date(2027, 3, 1)]]


def test_the_day_from_which_the_agreement_ran_is_none_of_a_change() -> None:
    lead = "The agreement that took effect from 1 July 2026 is amended as follows:"
    assert days(result(f"{lead}\n\n(a) In clause 2.1 replace “ten” with “nine”.")) == [[]]


def test_behind_its_list_a_line_says_nothing_more() -> None:
    done = result(
        f"{LEAD}\n\n(a) Amend clause 2.1 to read:\n\n2.1 Shifts are of nine hours.\n\n"
        "(b) Increase the boot allowance in clause 1.3 from $90.00 to $95.00.\n\n"
        "In clause 2.2 replace “foreman” with “manager”."
    )
    assert statuses(done) == ["applied", "applied", "applied"]
    assert days(done) == [[date(2027, 3, 1)], [date(2027, 3, 1)], []]


# ------------------------------------------------------------------------ titles with “only”


@pytest.mark.parametrize(
    "title", ["Pay of drivers only", "Casual employees only", "Boots for shotfirers only"]
)
def test_a_title_that_names_its_topic_holds_nothing_back(title: str) -> None:
    done = result(f"Pay is good.\n\n2. {title}\n\nIn clause 2.1 replace “ten” with “nine”.")
    assert statuses(done) == ["applied"]
    assert text(done, "2.1") == "Shifts are of nine hours."


@pytest.mark.parametrize("line", ["Night crew only:", "For casual employees only:"])
def test_a_line_that_leads_in_does(line: str) -> None:
    done = result(f"{line}\n\nIn clause 2.1 replace “ten” with “nine”.")
    assert statuses(done) == ["needs-decision"]


# ------------------------------------------------------------------------------- pay tables

SCALE = """Quarry Hill Collective Agreement 2023–2025

1 Pay

1.1 The rates are those of Schedule A.

1.2 Shotfirers are paid:

Grade\t1 May 2024
Shotfirer\t$38.00
Chief shotfirer\t$44.00

SCHEDULE A – RATES

Step\t1 May 2024
Drayman\t$30.00
Breaker\t$32.50
Foreman\t$36.00
"""
NEW = "Step\t1 May 2024\t1 May 2026\nDrayman\t$30.00\t$31.00\nBreaker\t$32.50\t$33.50\n"
FOREMAN = "Foreman\t$36.00\t$37.00\n"


def rows(done: Markup, table: str) -> list[list[str]]:
    found = done.applied.document.body[table].table
    assert found is not None
    return found.texts


@pytest.mark.parametrize(
    "order",
    [
        "Schedule A rates will increase as follows:",
        "Rates in Schedule A increase as follows:",
        "The rates in Schedule A increase as follows from 1 May 2026:",
        "Increase the rates in Schedule A as follows:",
    ],
)
def test_a_whole_table_of_what_rises_takes_the_place_of_the_old(order: str) -> None:
    done = result(f"{order}\n\n{NEW}{FOREMAN}", SCALE)
    assert statuses(done) == ["applied"]
    assert rows(done, "Schedule A table 1") == [
        ["Step", "1 May 2024", "1 May 2026"],
        ["Drayman", "$30.00", "$31.00"],
        ["Breaker", "$32.50", "$33.50"],
        ["Foreman", "$36.00", "$37.00"],
    ]


def test_the_scale_in_a_clause_rises_too() -> None:
    done = result(
        "The rates in clause 1.2 will increase as follows:\n\n"
        "Grade\t1 May 2026\nShotfirer\t$39.00\nChief shotfirer\t$45.00",
        SCALE,
    )
    assert statuses(done) == ["applied"]
    assert text(done, "1.2") == "Shotfirers are paid:"
    assert rows(done, "1.2 table 1")[1] == ["Shotfirer", "$39.00"]


@pytest.mark.parametrize(
    ("table", "status"),
    [
        (NEW, "needs-decision"),  # the foreman is not in it
        (NEW + FOREMAN + "Carter\t$29.00\t$30.00\n", "needs-decision"),
        ((NEW + FOREMAN).replace("1 May 2024", "Current"), "needs-decision"),
        ((NEW + FOREMAN).replace("$32.50", "$32.00"), "precondition-failed"),
    ],
)
def test_a_table_that_is_not_that_of_the_agreement_is_listed(table: str, status: str) -> None:
    done = result(f"Rates in Schedule A increase as follows:\n\n{table}", SCALE)
    assert statuses(done) == [status]
    assert rows(done, "Schedule A table 1")[1] == ["Drayman", "$30.00"]


# ---------------------------------------------------------------- wording in the line of its entry


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("(a) Clause 2.1 to read: “Shifts are of nine hours.”", "(b) Clause 1.3 is deleted."),
        ("(a) Clause 2.1 is replaced with: “Shifts are of nine hours.”; and",
         "(b) Clause 1.3 is deleted."),
        ("1.1 Replace clause 2.1 with “Shifts are of nine hours.”", "1.2 Delete clause 1.3."),
    ],
)  # fmt: skip
def test_an_entry_of_a_list_quotes_the_wording_of_its_clause(first: str, second: str) -> None:
    done = result(f"The parties agree:\n\n{first}\n\n{second}")
    assert statuses(done) == ["applied", "applied"]
    assert text(done, "2.1") == "Shifts are of nine hours."
    assert "1.3" not in done.applied.document.body
    assert [one.text for one in done.instructions.terms_only] == ["The parties agree:"]


@pytest.mark.parametrize(
    "entries",
    [
        "(a) The union wants clause 2.1 to read: “Shifts are of nine hours.”",
        "(a) Clause 2.1 to read: “Shifts are of nine hours.” This is for blasters only.",
        "(a) Clause 2.1 to read: “Shifts are of nine hours.”\n\n(b) Withdrawn.",
        "(a) Clause 2.1 or 2.2 to read: “Shifts are of nine hours.”",
    ],
)
def test_wording_of_an_entry_that_is_not_ordered_is_left_to_a_person(entries: str) -> None:
    done = result(f"The parties agree:\n\n{entries}")
    assert not any(one.done for one in done.applied.outcomes)
    assert text(done, "2.1") == "Shifts are of ten hours."


def test_an_exchange_between_other_entries_of_a_list_is_an_order_of_its_own() -> None:
    done = result(
        "(a) In clause 1.1, increase the allowance from $6.00 to $6.50.\n\n"
        "(b) In clause 1.3, $90.00 becomes $95.00.\n\n"
        "(c) Clause 2.1 to read: “Shifts are of nine hours.”"
    )
    assert sorted(statuses(done)) == ["applied"] * 3
    assert [text(done, one) for one in ("1.1", "1.3", "2.1")] == [
        "The dust allowance is $6.50 per shift.", "The boot allowance is $95.00 per year.",
        "Shifts are of nine hours.",
    ]  # fmt: skip
