"""What documents set, figure by figure: tables, sentences, days, and what is refused."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from clausetrack.ingest import read
from clausetrack.rates.find import find
from clausetrack.rates.inforce import in_force, joined
from clausetrack.rates.model import Rates

HEAD = """Harbour Lights Collective Agreement 2024-2026

1 Term

1.1 This agreement is in force from 1 July 2024 and expires on 30 June 2026.

2 Pay

"""


YEAR = "NZD per year"


def rates(text: str) -> Rates:
    return find(read((HEAD + text).encode()))


def rows(text: str) -> list[tuple[str, str, str, str, str, str]]:
    """Step, group, amount, unit, from and to of each rate under clause 2."""
    return [
        (r.step, r.group, f"{r.amount:f}", r.unit, str(r.start or ""), str(r.end or ""))
        for r in rates(text).rates
    ]


def page(table: str, before: str = "2.1 The salary scale is below.") -> Rates:
    """A web page with one table under clause 2."""
    top = "".join(f"<p>{line}</p>" for line in (*HEAD.split("\n\n"), before) if line.strip())
    return find(read(f"<html><body>{top}<table>{table}</table></body></html>".encode()))


# ------------------------------------------------------------------------------------- tables


def test_a_column_runs_until_the_day_before_the_next() -> None:
    found = rows(
        "2.1 Keepers are paid a salary.\n\n"
        "Step\tGroup\tRates effective until 30 Jun 2025\tRates effective 1 Jul 2025\t"
        "Rates effective 1 Jul 2026\n"
        "1\tA\t$50,000\t$51,000\t$52,000\n"
        "2\t\t$60,000\t$61,000\t$62,000\n"
    )
    assert found == [
        ("1", "A", "50000", "NZD per year", "", "2025-06-30"),
        ("1", "A", "51000", "NZD per year", "2025-07-01", "2026-06-30"),
        ("1", "A", "52000", "NZD per year", "2026-07-01", ""),
        ("2", "", "60000", "NZD per year", "", "2025-06-30"),
        ("2", "", "61000", "NZD per year", "2025-07-01", "2026-06-30"),
        ("2", "", "62000", "NZD per year", "2026-07-01", ""),
    ]


def test_the_expiry_of_the_agreement_ends_no_rate() -> None:
    found = rates("2.1 The lamp allowance is $900 per annum.\n")
    assert [rate.end for rate in found.rates] == [None]
    assert len(in_force(found.rates, date(2031, 1, 1))) == 1


def test_steps_that_are_renumbered_say_what_they_become() -> None:
    found = rates(
        "2.1 From 1 July 2025 steps 1 and 2 of the salary scale are merged.\n\n"
        "Step | Current | New step | Rates effective 1 July 2025 |\n"
        "1 | $50,000 | 1 | $54,000 |\n2 | $52,000 | | |\n3 | $55,000 | 2 | $57,000 |\n"
    )
    assert [(r.step, int(r.amount), r.becomes, str(r.start), str(r.end)) for r in found.rates] == [
        ("1", 50000, "1", "None", "2025-06-30"),
        ("2", 52000, "1", "None", "2025-06-30"),
        ("3", 55000, "2", "None", "2025-06-30"),
        ("1", 54000, "", "2025-07-01", "None"),
        ("2", 57000, "", "2025-07-01", "None"),
    ]
    assert not [f for f in found.findings if f.code == "step-unmapped"]


def test_a_step_that_nothing_maps_is_reported() -> None:
    found = rates(
        "2.1 The salary scale changes on 1 July 2025.\n\n"
        "Step | Current | New step | Rates effective 1 July 2025 |\n"
        "1 | $50,000 | 1 | $54,000 |\n2 | $52,000 | | |\n3 | $55,000 | 2 | $57,000 |\n"
    )
    assert [f.quote for f in found.findings if f.code == "step-unmapped"] == ["2"]
    assert [r.becomes for r in found.rates if r.step == "2" and r.end] == [""]


def test_scales_side_by_side_are_not_taken_for_a_renumbering() -> None:
    found = page(
        "<tr><th>Step</th><th>1 July 2024</th><th>Step</th><th>1 July 2024</th></tr>"
        "<tr><td>1</td><td>$50,000</td><td>3</td><td>$60,000</td></tr>"
        "<tr><td>2</td><td>$55,000</td><td>4</td><td>$65,000</td></tr>"
    )
    assert [(r.step, int(r.amount), r.becomes) for r in found.rates] == [
        ("1", 50000, ""), ("2", 55000, ""), ("3", 60000, ""), ("4", 65000, ""),
    ]  # fmt: skip


def test_headings_over_several_rows_and_columns() -> None:
    found = page(
        '<tr><th rowspan="2">Step</th><th colspan="2">Keepers</th><th colspan="2">Masters</th></tr>'
        "<tr><th>1 July 2024</th><th>1 July 2025</th><th>1 July 2024</th><th>1 July 2025</th></tr>"
        "<tr><td>1</td><td>$50,000</td><td>$51,000</td><td>$70,000</td><td>$71,000</td></tr>"
    )
    assert [(r.group, int(r.amount), str(r.start), str(r.end)) for r in found.rates] == [
        ("Keepers", 50000, "2024-07-01", "2025-06-30"),
        ("Keepers", 51000, "2025-07-01", "None"),
        ("Masters", 70000, "2024-07-01", "2025-06-30"),
        ("Masters", 71000, "2025-07-01", "None"),
    ]


def test_headings_that_lost_their_spans_are_put_over_what_repeats() -> None:
    found = rows(
        "2.1 The lamp allowance is as follows.\n\n"
        "Outer | Inner | | | |\n"
        "Years of service | To 30 June 2025 | From 1 July 2025 | To 30 June 2025 |"
        " From 1 July 2025 |\n"
        "Up to 3 years | $400 | $500 | $300 | $350 |\n"
    )
    assert [(group, amount, start, end) for _, group, amount, _, start, end in found] == [
        ("Outer", "400", "", "2025-06-30"), ("Outer", "500", "2025-07-01", ""),
        ("Inner", "300", "", "2025-06-30"), ("Inner", "350", "2025-07-01", ""),
    ]  # fmt: skip


def test_bands_down_and_steps_across() -> None:
    found = page(
        "<tr><th>Band</th><th>Step 1</th><th>Step 2</th></tr>"
        "<tr><td>A</td><td>$28.50</td><td>$29.75</td></tr>",
        "2.1 Hourly rates of pay for casual keepers are below.",
    )
    assert [(r.step, r.group, r.amount, r.unit) for r in found.rates] == [
        ("Step 1", "A", Decimal("28.50"), "NZD per hour"),
        ("Step 2", "A", Decimal("29.75"), "NZD per hour"),
    ]


def test_figures_without_a_dollar_sign_and_sections() -> None:
    found = page(
        "<tr><th>Registered keeper</th><th>Current</th><th>4 November 2024</th></tr>"
        '<tr><td colspan="3">Outer stations</td></tr>'
        "<tr><td>Step 2</td><td>66,739</td><td>67,239</td></tr>"
        "<tr><td>Step 1</td><td>63,630</td><td>64, 130</td></tr>"
    )
    assert [(r.step, r.group, int(r.amount), str(r.start), str(r.end)) for r in found.rates] == [
        ("Step 2", "Registered keeper, Outer stations", 66739, "None", "2024-11-03"),
        ("Step 2", "Registered keeper, Outer stations", 67239, "2024-11-04", "None"),
        ("Step 1", "Registered keeper, Outer stations", 63630, "None", "2024-11-03"),
    ]
    assert [f.quote.split(" | ")[-1] for f in found.findings] == ["64, 130"]


def test_a_malformed_figure_gives_no_rate_and_still_ends_the_one_before() -> None:
    found = rates(
        "2.1 Keepers are paid a salary.\n\n"
        "Step\tRates effective 1 Jul 2024\tRates effective 1 Jul 2025\n1\t$50,000\t$51, 000\n"
    )
    assert [(int(r.amount), str(r.end)) for r in found.rates] == [(50000, "2025-06-30")]
    assert [f.code for f in found.findings] == ["rate-unread"]
    assert not in_force(found.rates, date(2025, 8, 1))


def test_a_row_that_lost_a_figure_gives_none() -> None:
    found = rates(
        "2.1 Keepers are paid a salary.\n\n"
        "Step | 1 July 2024 | 1 July 2025 | 1 July 2026 |\n"
        "1 | $50,000 | $51,000 | $52,000 |\n2 | $60,000 | $62,000 |\n"
    )
    assert {r.step for r in found.rates} == {"1"}
    assert [f.code for f in found.findings] == ["rate-unread"]


@pytest.mark.parametrize(("second", "proved"), [("$1,000", True), ("$900", False)])
def test_a_column_without_its_day_is_dated_only_by_the_stated_rises(
    second: str, proved: bool
) -> None:
    text = (
        f"2.1 The salary scale will increase by {second} effective from 1 July 2025 and $1,000 "
        "effective from 1 July 2026.\n\n"
        "| Step | | | Rates effective 1 July 2026 |\n| --- | --- | --- | --- |\n"
        "| Least | $50,000 | $51,000 | $52,000 |\n| Most | $60,000 | $61,000 | $62,000 |\n"
    )
    found = rates(text)
    dated = [(str(r.start), str(r.end)) for r in found.rates if r.step == "Least"]
    if proved:
        expected = [("None", "2025-06-30"), ("2025-07-01", "2026-06-30"), ("2026-07-01", "None")]
        assert dated == expected
        assert not found.findings
    else:
        assert dated == [("2026-07-01", "None")]
        assert {f.code for f in found.findings} == {"rate-unread"}


def test_days_and_staffing_are_counted_in_their_own_units() -> None:
    found = page(
        "<tr><th>Service</th><th>Days of sick leave</th></tr>"
        "<tr><td>Up to a year</td><td>7</td></tr><tr><td>Over a year</td><td>14</td></tr>"
    )
    assert [(r.step, int(r.amount), r.unit) for r in found.rates] == [
        ("Up to a year", 7, "days"), ("Over a year", 14, "days"),
    ]  # fmt: skip


def test_a_column_of_changes_is_no_column_of_rates() -> None:
    found = page(
        "<tr><th>Step</th><th>1 July 2024</th><th></th><th>1 July 2025</th></tr>"
        "<tr><td>1</td><td>$50,000</td><td>→ $900 →</td><td>$50,900</td></tr>"
    )
    assert [int(r.amount) for r in found.rates] == [50000, 50900]
    assert [m.text for m in found.mentions] == ["→ $900 →"]


# ---------------------------------------------------------------------------------- sentences


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (
            "The allowance is $2,000 per annum increasing to $2,400 per annum from 1 May 2025.",
            [("2000", YEAR, "", "2025-04-30"), ("2400", YEAR, "2025-05-01", "")],
        ),
        (
            "The allowance is $2,000 per annum, rising on 1 May 2025 to $2,400 per annum.",
            [("2000", YEAR, "", "2025-04-30"), ("2400", YEAR, "2025-05-01", "")],
        ),
        (
            "The rate of a watch is $500 per annum. From 1 May 2025 the rate of a watch is $550.",
            [("500", YEAR, "", "2025-04-30"), ("550", YEAR, "2025-05-01", "")],
        ),
        (
            "A keeper is paid $40 for each night away. From 1 May 2025 oil is refunded up to $90.",
            [("40", "NZD per night", "", ""), ("90", "NZD", "2025-05-01", "")],
        ),
        ("Each keeper receives a one-off payment of $750.", [("750", "NZD once", "", "")]),
        ("The warden has a time allowance of 0.04 FTTE.", [("0.04", "FTTE", "", "")]),
        (
            "The loading of 11 per cent is not paid for any service on or after 28 January 2025.",
            [("11", "percent", "", "2025-01-27")],
        ),
        (
            "The number of days rises from up to 10 days to up to 20 days from 1 May 2025.",
            [("10", "days", "", "2025-04-30"), ("20", "days", "2025-05-01", "")],
        ),
        ("A keeper is entitled to 10 days leave each year.", [("10", "days per year", "", "")]),
    ],
)
def test_what_a_sentence_sets(sentence: str, wanted: list[tuple[str, str, str, str]]) -> None:
    assert [row[2:] for row in rows(f"2.1 {sentence}\n")] == wanted


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("The allowance goes up by $100 from 1 May 2025.", "a change, and not what it comes to"),
        ("An offer is made where a watch is worth above $5,000.", "a threshold"),
        ("Stations with 20.0 FTTE or more have a deputy.", "a threshold"),
        ("Two sums may differ by two dollars ($2.00) or less per month.", "a threshold"),
        ("For example, a keeper might then have $450 in hand.", "an example"),
        ("A keeper on step 1 ($50,000) would then move up.", "a supposition"),
    ],
)
def test_a_figure_that_sets_nothing_is_listed_with_the_reason(sentence: str, why: str) -> None:
    found = rates(f"2.1 {sentence}\n")
    assert not found.rates
    assert {mention.why for mention in found.mentions} == {why}


def test_a_list_of_changes_holds_no_value() -> None:
    found = rates("2.1 Salaries rise by $1,300 from 1 May 2025 and $1,200 from 1 May 2026.\n")
    assert not found.rates
    assert [mention.text for mention in found.mentions] == ["$1,300", "$1,200"]


def test_one_day_may_speak_for_a_figure_beside_it_and_only_where_no_figure_has_it() -> None:
    claim = "\n\n2.1.2 The claim is $60 a day.\n"
    lent = rates(f"2.1 Oil\n\n2.1.1 From 1 May 2025 a keeper may claim for oil.{claim}")
    assert [(int(r.amount), r.dated_by) for r in lent.rates] == [(60, "context")]
    owned = rates(f"2.1 Oil\n\n2.1.1 From 1 May 2025 wicks are $5 a day.{claim}")
    assert [(int(r.amount), str(r.start)) for r in owned.rates] == [(5, "2025-05-01"), (60, "None")]


TERMS = """Terms of Settlement – Harbour Lights Collective Agreement 2024-2026

These terms are subject to ratification.

1. Carts

The parties agree to increase clause 3.4 from the date the agreement is settled as follows:

- the cart allowance increases from 44 cents a kilometre to 57 cents a kilometre.
- the barrow rate increases from 22 or 18 cents a kilometre to 33 cents a kilometre.

2. Watches

Amend clause 3.5 by increasing the watch value to $5,500 from 1 May 2025.

3.5 The rate of each watch is $5,000 per annum. From 1 May 2025 the rate of each watch is $5,500.
"""


def test_figures_that_begin_with_an_event_have_no_day() -> None:
    found = [r for r in find(read(TERMS.encode())).rates if r.clause == "3.4"]
    event = "the date the agreement is settled"
    assert [(r.step, f"{r.amount}", r.until, r.event) for r in found] == [
        ("cart allowance", "0.44", event, ""), ("cart allowance", "0.57", "", event),
        ("barrow", "0.22", event, ""), ("barrow", "0.18", event, ""), ("barrow", "0.33", "", event),
    ]  # fmt: skip
    assert {r.unit for r in found} == {"NZD per kilometre"}
    assert not in_force(found, date(2026, 1, 1))


def test_what_the_instruction_says_again_of_its_wording_is_one_rate() -> None:
    found = find(read(TERMS.encode()))
    watches = [(int(r.amount), str(r.start), str(r.end)) for r in found.rates if r.clause == "3.5"]
    assert watches == [(5000, "None", "2025-04-30"), (5500, "2025-05-01", "None")]
    assert [m.why for m in found.mentions] == ["said again"]


def test_a_later_document_ends_the_open_rate_of_an_earlier_one() -> None:
    base = find(read((HEAD + "3.5 The rate of each watch is $5,000 per annum.\n").encode()))
    every = joined([base, find(read(TERMS.encode()))])
    day = date(2025, 6, 1)
    assert [int(r.amount) for r in in_force(every, day) if r.clause == "3.5"] == [5500]
    assert len(in_force(base.rates, day)) == 1


def test_rows_that_no_table_holds_are_reported_and_give_no_rate() -> None:
    for row in ("Step 1\t$50,000\t$51,000", "It is | 1 | $50,000 | $51,000 |"):
        found = rates(f"2.1 Salaries\n\n2.1.1 {row}\n")
        assert not found.rates
        assert {f.code for f in found.findings} == {"rate-unread"}


def test_a_cell_that_says_its_unit_is_counted_in_it() -> None:
    found = page(
        "<tr><th>Watch</th><th>Fee</th></tr><tr><td>Weekday</td><td>$47 per night</td></tr>"
        "<tr><td>Sunday</td><td>$110 per day</td></tr><tr><td>Gale</td><td>$9</td></tr>"
    )
    assert [rate.unit for rate in found.rates] == ["NZD per night", "NZD per day", "NZD"]


def test_a_figure_that_would_end_before_it_begins_gives_no_rate() -> None:
    said = "2.1 The fee is $5 from {} until 1 May 2025.\n"
    (rate,) = rates(said.replace("{}", "1 June 2024")).rates
    assert (str(rate.start), str(rate.end)) == ("2024-06-01", "2025-05-01")
    found = rates(said.replace("{}", "1 June 2026"))
    assert not found.rates
    assert {f.code for f in found.findings} == {"rate-unread"}


def test_the_days_of_a_long_sentence_are_said_of_the_figures_beside_them() -> None:
    fees = "".join(f", rising to ${n} from 1 May {n}" for n in range(2001, 2061))
    found = rates(f"2.1 The fee is $1{fees}.\n").rates
    assert [str(rate.start or "") for rate in found] == [
        "", *(f"{n}-05-01" for n in range(2001, 2061))
    ]  # fmt: skip
    opened = rates("2.1 From 1 May 2024 oil is $5 and a wick $6, and from 1 June 2025 oil is $7.\n")
    assert [str(rate.start) for rate in opened.rates] == ["2024-05-01", "2024-05-01", "2025-06-01"]


def test_amounts_under_headings_that_nothing_tells_apart_give_no_rate() -> None:
    found = page("<tr><td>1</td><td>$50,000</td><td>$51,000</td></tr>")
    assert not found.rates
    assert {f.code for f in found.findings} == {"rate-unread"}
    assert len(found.findings) == 2
