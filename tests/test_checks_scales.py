"""What a careful reader holds a table against: its own rows, the words beside it, the title."""

from __future__ import annotations

import pytest
from test_checks_noise import of
from test_checks_rules import _agreement

TERM = """Lamps Collective Agreement

{title}

1 Term

1.1 This agreement comes into force on 1 March 2025 and expires on 31 January 2027.

2 Lamps

2.1 Lamps burn.
"""


def table(*rows: str) -> str:
    return "\n".join(rows)


def test_a_title_that_says_another_term_is_told() -> None:
    (one,) = of("period-off-length", TERM.format(title="1 March 2025 to 28 February 2027"))
    assert one.message == (
        "the title says another term than clause 1.1: 1 March 2025 to 31 January 2027"
    )
    assert not of("period-off-length", TERM.format(title="1 March 2025 to 31 January 2027"))
    assert not of("period-off-length", TERM.format(title="Lamps of 2025"))


@pytest.mark.parametrize(
    ("low", "high"), [("Minimum", "Maximum"), ("Start", "After 6 months"), ("Year 1", "Year 2")]
)
def test_the_one_row_whose_most_is_less_than_its_least_is_told(low: str, high: str) -> None:
    rows = (f"Rank\t{low}\t{high}", "Hand\t$24.50\t$25.20", "Mate\t$29.00\t$30.50",
            "Cook\t$27.00\t$28.10", "Pilot\t$38.10\t$37.90")  # fmt: skip
    (one,) = of("step-below", _agreement("2.1 Hourly rates are:", table(*rows)))
    assert one.message == (
        f"Pilot: the $37.90 of “{high}” is less than the $38.10 of “{low}”; all other rows rise"
    )
    right = (*rows[:-1], "Pilot\t$38.10\t$38.90")
    assert not of("step-below", _agreement("2.1 Hourly rates are:", table(*right)))


def test_columns_of_other_work_need_not_rise() -> None:
    rows = ("Rank\tDay\tNight", "Hand\t$24.50\t$25.20", "Mate\t$29.00\t$30.50",
            "Cook\t$27.00\t$28.10", "Pilot\t$38.10\t$37.90")  # fmt: skip
    assert not of("step-below", _agreement("2.1 Hourly rates are:", table(*rows)))


def test_a_total_beside_what_it_sums_up_is_checked_row_by_row() -> None:
    rows = ("Service\tLeave\tHolidays\tTotal", "None\t27\t8\t35", "Five years\t29\t8\t37",
            "Ten years\t33\t8\t42")  # fmt: skip
    (one,) = of("figure-off-sum", _agreement("2.1 Days are:", table(*rows)))
    assert one.message == "the figures before the total come to 41, not 42"
    right = (*rows[:-1], "Ten years\t33\t8\t41")
    assert not of("figure-off-sum", _agreement("2.1 Days are:", table(*right)))
    # where most rows do not add up the total is one of something else
    other = (rows[0], "None\t27\t8\t30", "Five years\t29\t8\t31", rows[3])
    assert not of("figure-off-sum", _agreement("2.1 Days are:", table(*other)))


def test_a_rate_that_is_not_the_stated_share_of_another_is_told() -> None:
    rows = ("Rank\t1 May 2025", "Mate\t$30.00", "First mate\t$31.20", "Pilot\t$33.00")
    said = (
        "2.2 The First mate rate is 104% of the Mate rate, and the Pilot rate is {} of the Mate"
        " rate."
    )
    (one,) = of("figure-off-sum", _agreement("2.1 Rates are:", table(*rows), said.format("112%")))
    assert one.message == "Pilot is $33.00 and not 112% of the $30.00 of Mate, which is $33.60"
    assert (one.clause, one.severity) == ("2.2", "warning")
    assert not of(
        "figure-off-sum", _agreement("2.1 Rates are:", table(*rows), said.format("110 per cent"))
    )


STEPS = (
    "2.1 The salaries are:",
    "Step\t1 May 2025\n1\t$61,000\n2\t$63,000\n3\t$65,500\n4\t$68,000",
)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("A keeper moves up a step a year until step 5 of the scale.", True),
        ("A keeper moves up a step a year until step 4 of the scale.", False),
        ("A complaint that is not settled at step 3 goes on to step 5.", False),
        ("A keeper is paid as on step 5 of the Pilots Agreement.", False),
    ],
)
def test_a_step_beyond_the_last_of_the_scale_is_told(words: str, told: bool) -> None:
    found = of("reference-unresolved", _agreement(*STEPS, f"2.2 {words}"))
    assert [one.message for one in found] == (
        ["“step 5” is no step of the scale, which ends with step 4"] if told else []
    )


def test_a_table_of_a_number_that_none_has_is_told() -> None:
    rates = "Rank\tRate\nMate\t$30.00\nPilot\t$33.00"
    text = _agreement("2.1 Rates are:", "Table 1: Rates", rates, "2.2 See {}.")
    (one,) = of("reference-unresolved", text.replace("{}", "Table 2"))
    assert one.message == "“Table 2” cites nothing: no table of that number in this document"
    assert not of("reference-unresolved", text.replace("{}", "Table 1"))
    assert not of("reference-unresolved", text.replace("{}", "Table 2 of the Pilots Agreement"))
    assert not of("reference-unresolved", _agreement("2.1 Lamps burn.", "2.2 See Table 2."))
