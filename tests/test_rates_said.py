"""The forms in which a sentence says from when and until when each of its figures runs."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_rates import rates, rows
from test_rates_stated import as_json, run

HOUR, NIGHT, WEEK = (f"NZD per {period}" for period in ("hour", "night", "week"))
#: 1 June of three years, and the days before
FIRST, LATER, LAST = "2025-06-01", "2026-06-01", "2027-06-01"
BEFORE, EVE, END = "2025-05-31", "2026-05-31", "2027-05-31"


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        # periods, with and without a word before them
        (
            "For the period 1 June 2025 – 31 May 2026 the fog fee is $30 per night, for 1 June 2026"
            " – 31 May 2027 it is $31 per night and thereafter it is $32 per night.",
            [("30", FIRST, EVE), ("31", LATER, END), ("32", LAST, "")],
        ),
        (
            "For the period 1 June 2025 to 31 May 2026 the fog fee is $30 per night; for the period"
            " 1 June 2026 to 31 May 2027 it is $31 per night.",
            [("30", FIRST, EVE), ("31", LATER, END)],
        ),
        (
            "The fog fee is $30 per night from 1 June 2025 through to 31 May 2026, and $31 per"
            " night for the year following.",
            [("30", FIRST, EVE), ("31", LATER, "")],
        ),
        # words that lead a day
        ("The fog fee is $30 per night from Monday, 1 June 2026.", [("30", LATER, "")]),
        (
            "The fog fee is $30 per night starting 1 June 2025 and $31 per night starting 1 June"
            " 2026.",
            [("30", FIRST, EVE), ("31", LATER, "")],
        ),
        (
            "The fog fee is $30 per night beginning on 1 June 2025 and $31 per night beginning on"
            " 1 June 2026.",
            [("30", FIRST, EVE), ("31", LATER, "")],
        ),
        (
            "The fog fee is payable from 1 June 2025 at $30 per night and from 1 June 2026 at $31"
            " per night.",
            [("30", FIRST, EVE), ("31", LATER, "")],
        ),
        (
            "Keepers get $30 per night till 31 May 2026, thereafter $31 per night.",
            [("30", "", EVE), ("31", LATER, "")],
        ),
        (
            "Keepers get $30 per night to the close of 31 May 2026 and $31 per night afterwards.",
            [("30", "", EVE), ("31", LATER, "")],
        ),
        (
            "The fog fee is $30 per night until 31 May 2026 and, from the following day, $31 per"
            " night.",
            [("30", "", EVE), ("31", LATER, "")],
        ),
        (
            "The fog fee is $30 per night until 31 May 2026. Thereafter it is $31 per night.",
            [("30", "", EVE), ("31", LATER, "")],
        ),
        (
            "The fee of a pilot, being $30 per night before 1 June 2026, shall be $31 per night"
            " from that date.",
            [("30", "", EVE), ("31", LATER, "")],
        ),
        (
            "The fog fee of $30, which has applied since 1 June 2025, becomes $31 on 1 June 2026"
            " and $32 twelve months later.",
            [("30", FIRST, EVE), ("31", LATER, END), ("32", LAST, "")],
        ),
        (
            "The fees in this clause are paid from 1 June 2026; until then they are $30, $31 and"
            " $32.",
            [("30", "", EVE), ("31", "", EVE), ("32", "", EVE)],
        ),
        (
            "The fees in this clause are paid from 1 June 2026; they are $30, $31 and $32.",
            [("30", LATER, ""), ("31", LATER, ""), ("32", LATER, "")],
        ),
        # a day in brackets behind each figure, or as a label before it
        (
            "Pilots are paid $30 per night (1 June 2025), $31 (1 June 2026) and $32 (1 June 2027).",
            [("30", FIRST, EVE), ("31", LATER, END), ("32", LAST, "")],
        ),
        (
            "Fog fee: 1 June 2025: $30 per night; 1 June 2026: $31 per night.",
            [("30", FIRST, EVE), ("31", LATER, "")],
        ),
        # the day belongs to the figure that it leads to
        (
            "The fog fee is increased from $30 per night, effective 1 June 2026, to $31 per night.",
            [("30", "", EVE), ("31", LATER, "")],
        ),
        (
            "The fog fee shall be increased with effect on 1 June 2026 to $31 per night from $30"
            " per night.",
            [("31", LATER, "")],
        ),
        # what was paid until a day gives the first day of what is paid
        (
            "The fog fee, which was $30 per night up to 31 May 2026, is now $31 per night.",
            [("31", LATER, "")],
        ),
        ("Fog pays $31 per night, which was $30 per night before 1 June 2026.",
         [("31", LATER, "")]),
        # two ranges
        (
            "A band of $60,000 to $65,000 applies from 1 June 2025 and of $62,000 to $67,000 from"
            " 1 June 2026.",
            [("60000", FIRST, EVE), ("65000", FIRST, EVE), ("62000", LATER, ""),
             ("67000", LATER, "")],
        ),
    ],
)  # fmt: skip
def test_the_days_of_a_sentence(sentence: str, wanted: list[tuple[str, str, str]]) -> None:
    found = rates(f"2.1 {sentence}\n")
    assert not [rate.doubt for rate in found.rates if rate.doubt]
    assert [(row[2], *row[4:]) for row in rows(f"2.1 {sentence}\n")] == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (
            "The fog fee is $30 per night until ratification, and $31 per night from the date of"
            " ratification.",
            [("", "ratification"), ("the date of ratification", "")],
        ),
        (
            "The fog fee of $30 will be paid until the date of ratification and $31 from then.",
            [("", "the date of ratification"), ("the date of ratification", "")],
        ),
        (
            "From the first pay period commencing on or after 1 June 2026 the fee is $31 per night;"
            " until then it remains $30 per night.",
            [("the first pay period commencing on or after 1 June 2026", ""),
             ("", "the first pay period commencing on or after 1 June 2026")],
        ),
        (
            "The fee is $31 per night with effect from the first pay day on or after 1 June 2026.",
            [("the first pay day on or after 1 June 2026", "")],
        ),
        (
            "With effect from the beginning of the first full pay period after 1 June 2026 the fee"
            " is $31 per night.",
            [("the beginning of the first full pay period after 1 June 2026", "")],
        ),
    ],
)  # fmt: skip
def test_what_is_no_day_keeps_its_words(sentence: str, wanted: list[tuple[str, str]]) -> None:
    found = rates(f"2.1 {sentence}\n").rates
    assert [(rate.event, rate.until) for rate in found] == wanted
    assert {(rate.start, rate.end) for rate in found} == {(None, None)}


def test_a_pay_day_that_is_a_day_stays_one() -> None:
    (rate,) = rates("2.1 The fee is $31 per night from 1 June 2026.\n").rates
    assert (str(rate.start), rate.event) == ("2026-06-01", "")


# -------------------------------------------------------------------------- whose figure it is


def test_the_figures_of_two_ranks_are_told_apart_and_end_each_their_own() -> None:
    found = rows(
        "2.1 From 1 June 2025 mates are paid $29 and pilots $33 per hour; from 1 June 2026 mates"
        " $30 and pilots $34 per hour.\n"
    )
    assert [(row[0], *row[2:]) for row in found] == [
        ("mates", "29", HOUR, FIRST, EVE), ("pilots", "33", HOUR, FIRST, EVE),
        ("mates", "30", HOUR, LATER, ""), ("pilots", "34", HOUR, LATER, ""),
    ]  # fmt: skip


def test_what_several_figures_become_is_told_in_their_order() -> None:
    found = rows("2.1 Meals: tea $22, lunch $24; from 1 June 2026 these become $23 and $25.\n")
    assert [(row[0], row[2], *row[4:]) for row in found] == [
        ("tea", "22", "", EVE), ("lunch", "24", "", EVE),
        ("tea", "23", LATER, ""), ("lunch", "25", LATER, ""),
    ]  # fmt: skip
    # three cannot become two
    found = rows(
        "2.1 Meals: tea $22, lunch $24, dinner $40; from 1 June 2026 these become $23 and $25.\n"
    )
    assert [row[5] for row in found] == [""] * 5


def test_the_years_of_a_list_are_names_and_its_unit_is_that_of_all() -> None:
    found = rows(
        "2.1 Cadets: 1st year $24, 2nd year $26 and 3rd year $29 per hour, all from 1 June 2025.\n"
    )
    assert [(row[0], *row[2:]) for row in found] == [
        (f"{nth} year", amount, HOUR, FIRST, "")
        for nth, amount in (("1st", "24"), ("2nd", "26"), ("3rd", "29"))
    ]


def test_two_sums_that_are_no_list_have_each_their_own_unit() -> None:
    found = rows("2.1 A keeper is paid $500 and a further $3 per hour.\n")
    assert [row[3] for row in found] == ["NZD", HOUR]


def test_each_label_before_a_colon_names_its_own_figure() -> None:
    found = rates(
        "2.1 Dog watch: $3 per hour (from 1 June 2025). Fog watch: $5 per hour (from 1 June"
        " 2026).\n"
    ).rates
    assert [(r.scale, str(r.start), r.end) for r in found] == [
        ("Dog watch", FIRST, None), ("Fog watch", LATER, None),
    ]  # fmt: skip


def test_a_day_over_a_list_is_that_of_an_item_with_a_rise_of_its_own() -> None:
    found = rows(
        "2.1 From 1 June 2025:\n\n(a) meals: $15, rising to $16 from 1 June 2026;\n\n"
        "(b) boots: $6 per week.\n"
    )
    assert [row[4:] for row in found] == [(FIRST, EVE), (LATER, ""), (FIRST, "")]


# ------------------------------------------------------------------------- nothing gets lost


def test_a_sentence_that_opens_with_between_sets_a_range() -> None:
    found = rows("2.1 Between $20 and $30 per night is paid.\n")
    assert [(row[0], row[2], row[3]) for row in found] == [
        ("minimum", "20", NIGHT), ("maximum", "30", NIGHT),
    ]  # fmt: skip
    assert not rows("2.1 Between $20 and $30 the keeper needs a receipt.\n")


def test_extras_that_rise_are_told_as_a_stated_rise() -> None:
    found = rates(
        "2.1 Watches\n\nWatch\tExtra per hour\nLate\t$2.40\nNight\t$3.20\n\n"
        "The extras apply from 1 June 2025 and rise by 2.5% on 1 June 2026.\n"
    )
    assert [(m.text, str(m.start), m.is_open) for m in found.mentions] == [
        ("2.5%", "2026-06-01", True)
    ]


def test_a_sum_that_is_paid_in_parts_is_no_third_payment() -> None:
    found = rates(
        "2.1 A one-off payment of $500 is made in two parts: $300 on 20 August 2025 and $200 on"
        " 20 February 2026.\n"
    )
    assert [f"{rate.amount}" for rate in found.rates] == ["300", "200"]
    assert [m.why for m in found.mentions] == ["a sum whose parts follow"]
    found = rates(
        "2.1 A one-off payment of $500 is made in two parts: $300 on 6 May 2026 and $100 on 6 June"
        " 2026.\n"
    )
    assert len(found.rates) == 3


def test_what_is_paid_for_each_dollar_is_one_figure() -> None:
    found = rates("2.1 The Trust pays $1.00 for each $2.00 that a keeper saves.\n")
    assert [f"{rate.amount}" for rate in found.rates] == ["1.00"]


def test_a_day_of_payment_that_is_another_for_some_is_not_told_as_that_of_all() -> None:
    (rate,) = rates(
        "2.1 A lump sum of $500 is payable on 20 August 2025 (20 September 2025 for casuals).\n"
    ).rates
    assert (rate.unit, rate.paid) == ("NZD once", None)


# --------------------------------------------------------------------------------- the brief


def test_the_brief_counts_what_has_only_a_last_day_and_what_began_before(tmp_path: Path) -> None:
    text = (
        "2.1 Oil is $5 a day until 31 May 2025.\n\n2.2 From 1 May 2023 tar is $6 a day.\n\n"
        "2.3 From 1 May 2025 rope is $7 a day.\n"
    )
    (brief,) = as_json(text, tmp_path, "--brief")["briefs"]
    assert brief["undated"] == [{"clause": "2.1", "figures": 1}]
    assert brief["begun_before"] == [{"clause": "2.2", "figures": 1}]
    assert [line["clause"] for line in brief["lines"]] == ["2.3"]
    said = run(text, tmp_path, "--brief")
    assert "1 figure has no first day and stands in no line here: 2.1" in said
    assert "1 figure began before the term and stands in no line here: 2.2" in said
