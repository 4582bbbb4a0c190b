"""What each figure of a sentence or a list is for, and the day of a line that leads in."""

from __future__ import annotations

from test_rates import rates, rows


def named(text: str) -> list[tuple[str, str, str, str]]:
    return [
        (r.step or r.scale, f"{r.amount}", str(r.start or ""), str(r.end or ""))
        for r in rates(text).rates
    ]


def test_figures_of_one_list_share_the_day_behind_it() -> None:
    found = named(
        "2.1 The watch rate is $31.00 per weekday, $62.00 per Saturday or Sunday and $81.00 per"
        " public holiday from 1 May 2026.\n"
    )
    assert found == [
        ("weekday", "31.00", "2026-05-01", ""),
        ("Saturday or Sunday", "62.00", "2026-05-01", ""),
        ("public holiday", "81.00", "2026-05-01", ""),
    ]


def test_a_day_of_all_is_said_of_all() -> None:
    found = named(
        "2.1 The call rate: weekdays $3.10 per hour; weekends $4.20 per hour; public holidays $6.30"
        " per hour (all from 1 May 2026).\n"
    )
    assert found == [
        ("weekdays", "3.10", "2026-05-01", ""), ("weekends", "4.20", "2026-05-01", ""),
        ("public holidays", "6.30", "2026-05-01", ""),
    ]  # fmt: skip


def test_a_day_behind_a_figure_with_a_verb_of_its_own_is_its_alone() -> None:
    found = rows("2.1 Oil is $5 a day and tar is $6 a week from 1 May 2026.\n")
    assert [row[4] for row in found] == ["", "2026-05-01"]


def test_the_words_before_a_figure_name_it() -> None:
    found = named("2.1 Deck allowance: $1.15 per hour; engine room: 70 cents per hour.\n")
    assert found == [("Deck allowance", "1.15", "", ""), ("engine room", "0.7", "", "")]
    found = named("2.1 Laundry allowance - $4.40 per week; dry cleaning - $6.60 per week.\n")
    assert found[1][0] == "dry cleaning"


def test_respectively_goes_by_the_order() -> None:
    found = named(
        "2.1 From 1 May 2025 the oil allowance is $12.00 and the tar allowance $2.00; from 1 May"
        " 2026 they are $12.60 and $2.20 respectively.\n"
    )
    assert found == [
        ("oil allowance", "12.00", "2025-05-01", "2026-04-30"),
        ("tar allowance", "2.00", "2025-05-01", "2026-04-30"),
        ("oil allowance", "12.60", "2026-05-01", ""), ("tar allowance", "2.20", "2026-05-01", ""),
    ]  # fmt: skip


def test_one_day_is_that_of_all_that_respectively_names() -> None:
    found = rows("2.1 Oil and tar are $12 and $15 per day respectively from 1 May 2026.\n")
    assert [row[4] for row in found] == ["2026-05-01", "2026-05-01"]


def test_a_line_that_leads_in_dates_its_items() -> None:
    found = named(
        "2.1 Effective from 1 May 2025:\n\n(a) Oil allowance: $12.00;\n\n(b) Tar allowance: $2.00;"
        " and\n\n(c) Rope allowance, from 1 May 2026: $15.00 per week.\n"
    )
    assert found == [
        ("Oil allowance", "12.00", "2025-05-01", ""), ("Tar allowance", "2.00", "2025-05-01", ""),
        ("Rope allowance", "15.00", "2026-05-01", ""),
    ]  # fmt: skip


def test_a_line_that_names_two_days_dates_nothing() -> None:
    found = named("2.1 From 1 May 2025 and 1 May 2026:\n\n(a) Oil allowance: $12.00.\n")
    assert found == [("Oil allowance", "12.00", "", "")]
