"""Rises and shares that are only stated, sums that are paid on a day, and what is no pay at all."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from test_rates import HEAD, page, rates

from clausetrack.commands import main


def run(text: str, folder: Path, *arguments: str) -> str:
    (folder / "lights.txt").write_text(HEAD + text, "utf-8")
    result = CliRunner().invoke(main, ["rates", str(folder / "lights.txt"), *arguments])
    assert result.exit_code == 0, result.stderr
    return result.stdout


def as_json(text: str, folder: Path, *arguments: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run(text, folder, *arguments, "--format", "json"))
    return found


# ------------------------------------------------------------------------------ only stated


@pytest.mark.parametrize(
    ("text", "clause", "figure", "start"),
    [
        ("2.1 Tar money of $5.20 an hour is payable from 1 May 2025. It will increase by 4% on"
         " 1 May 2026.\n", "2.1", "4%", "2026-05-01"),
        ("2.1 The fee is $30 per night from 1 May 2025. On 1 May 2026 it increases by 15 cents per"
         " hour.\n", "2.1", "15 cents", "2026-05-01"),
        ("2.1 All rates in clause 2.2 increase by 4% on 1 May 2026.\n\n2.2 The fee is $30 per night"
         " from 1 May 2025.\n", "2.1", "4%", "2026-05-01"),
        ("2.1 The fee is $30 per night. A further rise of 1.5 per cent applies from 1 May 2026.\n",
         "2.1", "1.5 per cent", "2026-05-01"),
        ("2.1 The fee is $30 per night. A 4% increase applies to it from 1 May 2026.\n",
         "2.1", "4%", "2026-05-01"),
        ("2.1 Wages increase as follows: 4% on 1 May 2026.\n", "2.1", "4%", "2026-05-01"),
        ("2.1 Wages increase by four percent (4%) on 1 May 2026.\n", "2.1", "4%", "2026-05-01"),
        ("2.1 The fee is $30 per night. It is increased by the same percentage as the watch fee"
         " from 1 May 2026.\n", "2.1", "by the same percentage", "2026-05-01"),
    ],
)  # fmt: skip
def test_a_rise_that_is_only_stated_is_told_everywhere(
    text: str, clause: str, figure: str, start: str, tmp_path: Path
) -> None:
    found = as_json(text, tmp_path, "--brief")
    (entry,) = found["not_rates"]
    assert (entry["clause"], entry["text"], entry["from"]) == (clause, figure, start)
    assert figure in entry["words"]
    shown = run(text, tmp_path).partition("Stated, and what it comes to is not computed:")[2]
    assert f"  {clause}: {figure} from {start}" in shown
    (still,) = [each for each in found["briefs"][0]["open"] if "not computed" in each]
    assert still.startswith(f"{clause}: {figure} from {start}")


def test_a_share_of_another_figure_is_listed() -> None:
    found = rates("2.1 A boy is paid 75% of the Step 1 rate, and a cook 95 per cent.\n").mentions
    assert [(m.text, m.why) for m in found] == [
        ("75%", "a share of another figure, and not computed"),
        ("95 per cent", "a share of another figure, and not computed"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "If prices rise by more than 3% the parties meet.",
        "A keeper puts 3% into the savings scheme.",
        "The fee is $500 (4% more than before).",
        "The number of boats is reduced by 10%.",
    ],
)
def test_other_percentages_are_no_rises_of_pay(sentence: str) -> None:
    assert not [m for m in rates(f"2.1 {sentence}\n").mentions if "%" in m.text]


def test_a_rise_whose_result_stands_beside_it_is_not_open(tmp_path: Path) -> None:
    text = "2.1 From 1 May 2026 the fee of $500 per annum increases by 4% to $520 per annum.\n"
    assert "not computed" not in run(text, tmp_path, "--brief")


# --------------------------------------------------------------------------- paid on a day


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("A one-off payment of $900 will be paid on 6 May 2026.", [("900", "on 2026-05-06")]),
        ("Payments: $900 on 6 May 2025, $450 on 6 May 2026.",
         [("900", "on 2025-05-06"), ("450", "on 2026-05-06")]),
        ("A keeper on Step 4 on 30 June 2025 receives a one-off payment of $800 (gross) with the"
         " pay of 6 August 2025.", [("800", "on 2025-08-06")]),
        ("A lump sum of $900 (gross) will be paid on 6 May 2025 to each keeper employed on"
         " 1 March 2025, and $450 on 5 May 2026.",
         [("900", "on 2025-05-06"), ("450", "on 2026-05-05")]),
        ("A lump sum of $900 is payable by 6 May 2026.", [("900", "by 2026-05-06")]),
        # who is meant, and no day of payment
        ("Keepers employed on 6 May 2026 receive a lump sum of $900.", [("900", "")]),
    ],
)  # fmt: skip
def test_a_sum_that_is_paid_once_has_its_day(
    sentence: str, wanted: list[tuple[str, str]], tmp_path: Path
) -> None:
    found = as_json(f"2.1 {sentence}\n", tmp_path, "--brief")
    assert [(r["amount"], r["paid"], r["unit"]) for r in found["rates"]] == [
        (amount, day, "NZD once") for amount, day in wanted
    ]
    assert not any(r["from"] or r["to"] for r in found["rates"])
    told = [line["pay_day"] for line in found["briefs"][0]["lines"]]
    assert told == [day[3:] or None for _, day in wanted]
    missed = any("no day of payment" in each for each in found["briefs"][0]["open"])
    assert missed == (not all(day for _, day in wanted))


def test_what_is_paid_from_a_day_is_not_paid_once() -> None:
    (rate,) = rates("2.1 An allowance of $90 a week is payable from 6 May 2026.\n").rates
    assert (rate.unit, str(rate.start), rate.paid) == ("NZD per week", "2026-05-06", None)


# ------------------------------------------------------------------------------ not pay


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("No keeper shall be paid less than $0.70 above the minimum wage.",
         "measured from another figure"),
        ("The berth charge of $6 per day is deducted from wages.",
         "taken off, and nobody's pay"),
        ("An excess of $450 is payable by the keeper.", "taken off, and nobody's pay"),
        ("The harbour levy was $412.10 in 2024.", "what it was before"),
    ],
)  # fmt: skip
def test_what_is_nobodys_pay_is_listed_with_the_reason(sentence: str, why: str) -> None:
    found = rates(f"2.1 {sentence}\n")
    assert not found.rates
    assert [m.why for m in found.mentions] == [why]


def test_the_rate_on_which_an_increase_is_counted_is_the_old_one() -> None:
    found = rates(
        "2.1 The fee is $52.00 per night from 1 May 2026, being an increase of $2.00 on the rate of"
        " $50.00.\n"
    )
    assert [f"{r.amount}" for r in found.rates] == ["52.00"]
    assert [m.text for m in found.mentions] == ["$2.00", "$50.00"]


# --------------------------------------------------------------------------- the brief


def test_the_brief_counts_the_figures_that_have_no_day(tmp_path: Path) -> None:
    text = "2.1 Oil is $5 a day.\n\n2.2 Tar is $6 a day.\n\n2.3 From 1 May 2025 rope is $7 a day.\n"
    (brief,) = as_json(text, tmp_path, "--brief")["briefs"]
    assert brief["undated"] == [{"clause": "2.1", "figures": 1}, {"clause": "2.2", "figures": 1}]
    assert "2 figures have no first day and stand in no line here: 2.1, 2.2" in run(
        text, tmp_path, "--brief"
    )


def opened(text: str) -> list[tuple[str, str]]:
    """The figures that are stated and not computed, each with its day."""
    return [(m.text, str(m.start or "")) for m in rates(text).mentions if m.is_open]


@pytest.mark.parametrize(
    "said",
    [
        "2.5% or $1,600, whichever is greater, effective 5 May 2025",
        "Effective 5 May 2025: 2.5% or $1,600, whichever is the higher",
        "A further increase of 2.5% or $1,600, whichever is greater, effective 5 May 2025",
    ],
)
def test_the_sum_beside_a_rise_without_a_verb_is_no_rate(said: str) -> None:
    text = f"2.1 Wage increases\n\n(a) {said}.\n"
    assert not rates(text).rates
    assert opened(text) == [("2.5%", "2025-05-05"), ("$1,600", "2025-05-05")]


def test_the_sum_beside_a_share_or_a_loading_is_paid() -> None:
    text = "2.1 A diver has a loading of 8% or $2.00 an hour, whichever is the greater.\n"
    assert [f"{r.amount}" for r in rates(text).rates] == ["8", "2.00"]
    share = "2.1 The bonus is $900 or 2% of the salary, whichever is the greater.\n"
    assert [f"{r.amount}" for r in rates(share).rates] == ["900"]


def test_percentages_under_a_heading_of_rises_are_stated() -> None:
    text = (
        "2.1 Wage increases\n\n(a) 3% on all rates effective 5 May 2025;\n\n"
        "(b) 2% from 4 May 2026.\n"
    )
    assert opened(text) == [("3%", "2025-05-05"), ("2%", "2026-05-04")]
    assert not opened(text.replace("Wage increases", "Leave"))


def test_the_rows_of_a_table_of_rises_are_stated() -> None:
    table = "<tr><td>Date</td><td>%</td></tr><tr><td>5 May 2025</td><td>3.0%</td></tr>"
    table += "<tr><td>4 May 2026</td><td>2.5%</td></tr>"
    found = page(table, "2.1 Wage increases").mentions
    assert [(m.text, str(m.start), m.is_open) for m in found] == [
        ("3.0%", "2025-05-05", True),
        ("2.5%", "2026-05-04", True),
    ]
    table = table.replace("%<", "Increase<", 1).replace("3.0%", "$1.20 per hour")
    sums = page(table, "2.1 Pay")
    assert not sums.rates
    assert [m.text for m in sums.mentions if m.is_open] == ["$1.20 per hour", "2.5%"]


def test_a_column_of_lump_sums_is_paid_once() -> None:
    found = rates("2.1 Payments\n\nRank\tLump sum\nMate\t$1,500\nCook\t$1,000\n").rates
    assert [r.unit for r in found] == ["NZD once", "NZD once"]
