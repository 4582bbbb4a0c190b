"""Figures that their own parts do not come to, and periods of another length or that meet."""

from __future__ import annotations

import pytest
from test_checks_noise import of
from test_checks_rules import _agreement


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("The oil fee of $600 a year is paid in 26 equal instalments of $32.08.",
         "26 times $32.08 is $834.08, not $600"),
        ("A sum of $1,200.00 is paid by twelve monthly payments of $110.00.",
         "twelve times $110.00 is $1,320.00, not $1,200.00"),
        ("The fee is 10% of $4,500, that is $540.", "10% of $4,500 is $450.00, not $540"),
        ("The fee is 7.5 per cent of $40.00 ($3.50).", "7.5% of $40.00 is $3.00, not $3.50"),
        ("The rate goes up by 3% from $25.00 to $25.95 an hour.",
         "$25.00 and 3% is $25.75, not $25.95"),
        ("From 1 May 2026 it rises from $52,000 to $54,000, an increase of 3%.",
         "$52,000 and 3% is $53,560.00, not $54,000"),
        ("The sum of $1,500 is paid as $500 in March, $500.00 in June and $400 in July.",
         "the parts come to $1,400.00, not $1,500"),
        ("Hours are 40 hours a week, worked in five shifts of 7.5 hours each.",
         "five shifts of 7.5 hours are 37.5 hours, not 40"),
    ],
)  # fmt: skip
def test_a_figure_that_its_parts_do_not_come_to(words: str, said: str) -> None:
    (one,) = of("figure-off-sum", _agreement(f"2.1 {words}"))
    assert (one.clause, one.message, one.severity) == ("2.1", said, "warning")


@pytest.mark.parametrize(
    "words",
    [
        "The oil fee of $600 a year is paid in 26 equal instalments of $23.08.",  # 600.08
        "The oil fee of $1,000 is paid in three instalments of $333.33.",
        "A sum of $1,000 is paid in two payments of $400 and a last one of $200.",
        "The fee is 10% of $4,500, that is $450.",
        "The fee is 10% of $4,555, that is $456.",
        "The fee is 10% of $4,500 or $500, whichever is the greater.",
        "The rate goes up by 3% from $25.00 to $25.80 an hour.",  # to ten cents
        "The rate goes up by 3.1% from $27.42 to $28.28.",  # 28.27 and 3.1%
        "The rate goes up by at least 3% from $25.00 to $26.00.",
        "The rate goes up from $25.00 to $26.00, and the next by 3%; the first by 4%.",
        "The sum of $1,500 is paid as $500 in March, $500 in June and $500 in July.",
        "Hours are 37.5 hours a week, worked in five shifts of 7.5 hours each.",
        "Hours are up to 40 hours a week, worked in five shifts of 7.5 hours each.",
        "Hours are 40 hours a week, in four shifts of eight hours and two of four hours.",
    ],
)
def test_a_figure_that_its_parts_come_to_or_that_is_no_exact_one(words: str) -> None:
    assert not of("figure-off-sum", _agreement(f"2.1 {words}"))


def table(*rows: str) -> str:
    head, *rest = rows
    rule = "|---" * (head.count("|") - 1) + "|"
    return "\n".join(["2.1 The fund is:", "", head, rule, *rest])


def test_a_total_that_the_rows_above_it_do_not_come_to() -> None:
    text = table("| Fund | 2026 | 2027 |", "| Oil | $10,000 | $11,000 |",
                 "| Lamps | $5,000 | $5,500 |", "| Total | $15,000 | $17,000 |")  # fmt: skip
    (one,) = of("figure-off-sum", _agreement(text))
    assert one.message == "the rows above the total come to 16,500, not $17,000"
    assert one.quote == "Total | $17,000"


@pytest.mark.parametrize(
    "rows",
    [
        ("| Fund | 2026 |", "| Oil | $10,000 |", "| Lamps | – |", "| Horn | $1 |",
         "| Total | $10,001 |"),
        ("| Fund | 2026 |", "| Oil | $10,000 |", "| Lamps | what is left |", "| Total | $17,000 |"),
        ("| Fund | 2026 |", "| Oil | $10,000 |", "| Share | 50% |", "| Total | $17,000 |"),
        ("| Fund | 2026 |", "| Total | $17,000 |", "| Oil | $10,000 |", "| Lamps | $5,000 |"),
        ("| Step | 2026 |", "| 1 | $50,000 |", "| 2 | $55,000 |", "| 3 | $60,000 |"),
    ],
)  # fmt: skip
def test_a_total_that_is_right_or_cannot_be_reckoned(rows: tuple[str, ...]) -> None:
    assert not of("figure-off-sum", _agreement(table(*rows)))


@pytest.mark.parametrize(
    "words",
    [
        "This agreement is for a term of 18 months from 1 March 2026 to 29 February 2028.",
        "It comes into force on 1 July 2026 and expires on 30 June 2028. Its term is three years.",
        "It runs for a period of two years from 1 July 2026 to 15 June 2028.",
    ],
)
def test_a_term_that_its_days_are_not(words: str) -> None:
    (one,) = of("period-off-length", _agreement(f"2.1 {words}"))
    assert (one.clause, one.severity) == ("2.1", "warning")


@pytest.mark.parametrize(
    "words",
    [
        "This agreement is for a term of 24 months from 1 March 2026 to 29 February 2028.",
        "It comes into force on 1 July 2026 and expires on 1 July 2028. Its term is two years.",
        "It runs for a period of eighteen months from 31 March 2026 to 29 September 2027.",
        "Those on a fixed term of one year from 1 July 2026 to 30 June 2028 are no keepers.",
        "It runs from 1 July 2026 to 30 June 2028. A trial lasts for six months.",
    ],
)
def test_a_term_that_its_days_are(words: str) -> None:
    assert not of("period-off-length", _agreement(f"2.1 {words}"))


def test_a_figure_that_begins_before_the_last_one_ends() -> None:
    words = "The lamp fee is $50 from 1 March 2026 to 28 February 2027 and $60 from"
    (one,) = of("rates-overlap", _agreement(f"2.1 {words} 1 February 2027."))
    assert one.message == (
        "one figure is in force until 28 February 2027, the next from 1 February 2027"
    )
    assert not of("rates-overlap", _agreement(f"2.1 {words} 1 March 2027."))
    other = words.replace("and $60", "and the oil fee $60")
    assert not of("rates-overlap", _agreement(f"2.1 {other} 1 February 2027."))
