"""Sums in the words of other trades' agreements: who is paid, by what, and what is not paid."""

from __future__ import annotations

import pytest
from test_rates import rates

from clausetrack.rates.called import called
from clausetrack.rates.model import Rates


def laid_out(*rows: list[str]) -> Rates:
    """The rates of a table under clause 2.1."""
    return rates("2.1 Pay\n\n" + "".join("\t".join(row) + "\n" for row in rows))


def named(text: str) -> list[str]:
    """What each figure of a text is called."""
    return [rate.step for rate in called(rates(text).rates)]


def told(found: Rates) -> list[tuple[str, str, str, str]]:
    """Step, amount, unit and note of each rate."""
    return [(r.step, f"{r.amount}", r.unit, r.note) for r in found.rates]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The officer in charge will repay eligible employees up to $300 per financial year.",
         ("", "300", "NZD per year", "at most")),
        ("The chief officer shall reimburse each employee $45 a week.",
         ("", "45", "NZD per week", "")),
        ("The board gives $19 per child per day.", ("", "19", "NZD per day", "“per child”")),
        ("The board gives up to $189 per family per week.",
         ("", "189", "NZD per week", "at most; “per family”")),
        ("The board gives $260 per fiscal year for boots, to be paid on the first pay day in May.",
         ("", "260", "NZD per year", "")),
        ("A mate in charge is paid an additional two dollars ($2.00) per hour.",
         ("mate in charge", "2.00", "NZD per hour", "on top of another amount")),
        ("Late crews get a payment of $41 as a meal allowance.",
         ("meal allowance", "41", "NZD", "")),
        ("On call is paid at $31.50 for each period of 24 hours.",
         ("On call", "31.50", "NZD per 24 hours", "")),
        ("A cook shall not be paid less than $30 per hour.",
         ("", "30", "NZD per hour", "at least")),
    ],
)  # fmt: skip
def test_a_sum_is_by_what_its_words_say(sentence: str, expected: tuple[str, ...]) -> None:
    (found,) = told(rates(f"2.1 {sentence}\n"))
    assert (found[0] or expected[0], *found[1:]) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Hands will not receive the forty dollars ($40.00) meal allowance where the cook serves.",
        "A hand on leave is not paid the night premium of $3.25.",
        "Mates are no longer entitled to the lamp fee of $6.",
    ],
)
def test_what_is_not_paid_is_no_rate(sentence: str) -> None:
    found = rates(f"2.1 {sentence}\n")
    assert not found.rates
    assert [mention.why for mention in found.mentions] == ["what is not paid"]


def test_a_hand_who_pays_the_employer_back_still_owes_it() -> None:
    found = rates("2.1 An employee who leaves early will reimburse the employer $500.\n")
    assert [mention.why for mention in found.mentions] == ["taken off, and nobody's pay"]


@pytest.mark.parametrize(
    ("words", "unread"),
    [
        ("four dollars and fifty cents ($4.50) per hour", ""),
        ("forty dollars ($40.00) a day", ""),
        ("two dollars and three cents (2.03) per hour", "two dollars and three cents"),
        ("two dollars and three cents per hour", "two dollars and three cents"),
        ("forty dollars a day", "forty dollars"),
    ],
)
def test_a_sum_in_words_with_its_figure_behind_it_is_read(words: str, unread: str) -> None:
    found = rates(f"2.1 A mate is paid {words}.\n")
    assert [each.quote for each in found.findings] == ([unread] if unread else [])
    assert bool(found.rates) == (not unread)


def test_items_and_days_have_their_whole_names() -> None:
    found = named("2.1 Watch money:\n\n(a) evenings: $2.75 per hour;\n\n(b) nights: $5 per hour.\n")
    assert found == ["evenings", "nights"]
    found = named(
        "2.1 A watch is paid at $35 per day on weekdays and $50 per day on weekends and holidays.\n"
    )
    assert found == ["weekdays", "weekends and holidays"]
    assert named("2.1 Late crews get a payment of $41 as a meal allowance.\n") == ["meal allowance"]


def test_periods_below_days_are_the_units_of_their_columns() -> None:
    found = laid_out(
        ["Grade", "From 1 July 2025 Fortnight", "From 1 July 2025 Hour", "Current Hour"],
        ["Cook", "$2,151.88", "$28.31", "$27.49"],
    )
    assert sorted((f"{r.amount}", r.unit) for r in found.rates) == [
        ("2151.88", "NZD per fortnight"), ("27.49", "NZD per hour"), ("28.31", "NZD per hour"),
    ]  # fmt: skip


def test_how_long_after_ratification_a_sum_begins_is_said_with_it() -> None:
    found = rates(
        "2.1 Effective the first full pay period no more than ninety (90) days from ratification,"
        " the following is paid:\n\n(a) the lamp fee is $6 a day.\n"
    )
    (rate,) = found.rates
    assert rate.event == "the first full pay period no more than ninety (90) days from ratification"


def test_rows_that_say_one_thing_in_every_column_are_sections() -> None:
    found = laid_out(
        ["Effective", "Base rate", "Gross"],
        ["Foreman", "Foreman", "Foreman"],
        ["4 May 2025", "$64.11", "$70.52"],
        ["3 May 2026", "$65.21", "$71.73"],
        ["Rigger", "Rigger", "Rigger"],
        ["4 May 2025", "$61.20", "$67.32"],
    )
    assert {(r.group, r.step, f"{r.amount}", f"{r.start}") for r in found.rates} == {
        ("Foreman", "Base rate", "64.11", "2025-05-04"),
        ("Foreman", "Gross", "70.52", "2025-05-04"),
        ("Foreman", "Base rate", "65.21", "2026-05-03"),
        ("Foreman", "Gross", "71.73", "2026-05-03"),
        ("Rigger", "Base rate", "61.20", "2025-05-04"),
        ("Rigger", "Gross", "67.32", "2025-05-04"),
    }


def test_fees_without_a_sign_are_told_and_are_no_headings() -> None:
    found = laid_out(
        ["Length", "Rate from 1 May 2025", "Rate from 1 May 2026"],
        ["5 minutes", "264", "271"],
        ["15 minutes", "529", "542"],
        ["30 minutes", "1,137", "1165"],
    )
    assert not found.rates
    (told_,) = [each for each in found.findings if each.code == "rate-unread"]
    assert told_.quote == "264 | 271 | 529 | 542 | 1,137 | 1165"


def test_columns_of_figures_that_lost_their_table_are_told() -> None:
    found = rates("2.1 Salaries\n\nMates\n\n152,273\n\n155,166\n")
    assert not found.rates
    assert [one.quote for one in found.findings if one.code == "rate-unread"] == [
        "152,273", "155,166",
    ]  # fmt: skip
