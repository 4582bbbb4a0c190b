"""A day among words that are not understood dates no figure: it is told as undecided."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from test_rates import HEAD, rates, rows

from clausetrack.commands import main
from clausetrack.rates.inforce import in_force


@pytest.mark.parametrize(
    "sentence",
    [
        # it ends, or rests, in words that no list will ever hold
        "The lamp bonus of $31 a week winds down from 1 June 2026.",
        "The lamp bonus is $31 a week and tapers from 1 June 2026.",
        "The lamp bonus of $31 a week is shelved from 1 June 2026 to 31 May 2027.",
        "The lamp bonus of $31 a week is mothballed until 1 June 2026.",
        "The lamp bonus of $31 a week falls away on 1 June 2026.",
        "From 1 June 2026 the lamp bonus of $31 a week is forgone.",
        "From 1 June 2026 the $31 bonus vanishes.",
        "The lamp bonus of $31 a week increases from 1 June 2026 in line with inflation.",
        "The lamp bonus of $31 a week drops from 1 June 2026.",
        "The lamp bonus of $31 a week is replaced from 1 June 2026 by a day off.",
        "The lamp bonus of $31 a week for mates tapers from 1 June 2026.",
        "The lamp bonus of $31 per week tapers from 1 June 2026.",
        "The lamp bonus is $31 a week on hold from 1 June 2026.",
        "The lamp bonus of $31 a week remains under review from 1 June 2026.",
        "The lamp bonus of $31 a week is set for review from 1 June 2026.",
        "From 1 June 2026 no lamp bonus of $31 a week is payable.",
        "No lamp bonus of $31 a week is payable from 1 June 2026.",
        "The lamp bonus of $31 a week shall not be payable after 31 May 2026.",
        # something else happens on that day
        "The lamp bonus of $31 a week was last looked at on 1 June 2024.",
        "The lamp bonus of $31 a week will be looked at again from 1 June 2026.",
        "The lamp bonus is $31 a week, and keepers will meet from 1 June 2026.",
        "The lamp bonus, settled on 1 June 2024, is $31 a week.",
        "From 1 June 2026 the parties will discuss the bonus of $31 a week.",
        "From 1 June 2026 the Trust may trim the bonus of $31 a week.",
        "The lamp bonus of $31 a week is payable after two years' service from 1 June 2025.",
        # which day it is is left open
        "The lamp bonus is $31 a week from 1 June 2026 or the launch, whichever is the later.",
        "The lamp bonus is $31 a week from ten days after 1 June 2026.",
        "Not before 1 June 2026 the lamp bonus is $31 a week.",
        "From 1 June 2025 (1 June 2026 for mates) the lamp bonus is $31 a week.",
        "The lamp bonus is $31 a week (from 1 June 2026, plus a tenth).",
    ],
)
def test_words_that_are_not_understood_leave_the_day_undecided(sentence: str) -> None:
    (rate,) = rates(f"2.1 {sentence}\n").rates
    assert (rate.start, rate.end, rate.event, rate.until) == (None, None, "", "")
    assert rate.doubt
    assert rate.doubt.strip("… ") in sentence


def test_another_sentence_about_the_figures_leaves_them_undecided() -> None:
    (rate,) = rates("2.1 The lamp bonus is $31 a week. It winds down from 1 June 2026.\n").rates
    assert (rate.start, rate.doubt) == (None, "It winds down from 1 June 2026.")
    (rate,) = rates("2.1 The lamp bonus is $31 a week. It applies from 1 June 2026.\n").rates
    assert (str(rate.start), rate.doubt) == ("2026-06-01", "")


def test_an_undecided_day_is_not_that_of_the_figures_beside_it() -> None:
    found = rates(
        "2.1 The lamp bonus of $31 a week is shelved from 1 June 2026.\n\n"
        "2.2 The oil fee is $4 a day.\n"
    )
    assert [(r.start, bool(r.doubt)) for r in found.rates] == [(None, True), (None, False)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The fog fee is $31 a week, except from 1 June 2026 to 9 June 2026, when it is $40 a week.",
        "The fog fee is $31 a week, save that from 1 June 2026 to 9 June 2026 it is $40 a week.",
    ],
)
def test_an_exception_is_not_read_as_the_rule(sentence: str) -> None:
    assert all(rate.doubt for rate in rates(f"2.1 {sentence}\n").rates)


@pytest.mark.parametrize(
    "text",
    [
        "The fog fee is $31 a week. From 1 June 2026 to 9 June 2026 the fog fee is $40 a week.",
        "The fog fee is $31 a week, temporarily raised to $40 a week from 1 June 2026 to 9 June"
        " 2026.",
    ],
)
def test_what_another_figure_takes_the_place_of_for_a_time_does_not_end(text: str) -> None:
    rule, exception = rates(f"2.1 {text}\n").rates
    assert rule.doubt
    assert rule.end is None
    assert (str(exception.start), str(exception.end)) == ("2026-06-01", "2026-06-09")


def test_a_figure_that_a_later_one_follows_on_from_does_end() -> None:
    found = rows(
        "2.1 The fog fee is $31 a week. From 1 June 2026 to 31 May 2027 the fog fee is $40 a week."
        " From 1 June 2027 the fog fee is $41 a week.\n"
    )
    assert [row[4:] for row in found] == [
        ("", "2026-05-31"), ("2026-06-01", "2027-05-31"), ("2027-06-01", ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "start", "end"),
    [
        ("The fog fee is $31 per week.", "", ""),
        ("The fog fee is $31 per week for mates and night crews from 1 June 2026.",
         "2026-06-01", ""),
        ("The fog fee of $31 per week is payable to mates from 1 June 2026.", "2026-06-01", ""),
        ("The Trust will pay a fog fee of $31 per week from 1 June 2026.", "2026-06-01", ""),
        ("Keepers who do not live in are paid $31 per week from 1 June 2026.", "2026-06-01", ""),
        ("The fog fee shall not be less than $31 per week from 1 June 2026.", "2026-06-01", ""),
        ("From 1 June 2026 a fog fee of $31 per week is paid.", "2026-06-01", ""),
        ("The fog fee of $31 per week is no longer paid from 1 June 2026.", "", "2026-05-31"),
        ("Lamp money of $31 per week, w.e.f. 1 June 2026.", "2026-06-01", ""),
        ("The $31 lamp fee for mates applies from 1 June 2026.", "2026-06-01", ""),
        ("A fog fee of $31 per week will commence on 1 June 2026.", "2026-06-01", ""),
        # days of people and of papers are days of no figure
        ("Those employed on or after 1 June 2026 receive a fog fee of $31 per week.", "", ""),
        ("Under the order dated 1 June 2024 the fog fee is $31 per week.", "", ""),
    ],
)  # fmt: skip
def test_what_is_understood_is_not_undecided(sentence: str, start: str, end: str) -> None:
    (rate,) = rates(f"2.1 {sentence}\n").rates
    assert (str(rate.start or ""), str(rate.end or ""), rate.doubt) == (start, end, "")


def test_what_is_undecided_is_in_force_on_no_day() -> None:
    found = rates("2.1 The lamp bonus of $31 a week is shelved from 1 June 2026.\n")
    assert not in_force(found.rates, date(2025, 1, 1))
    assert not in_force(found.rates, date(2026, 7, 1))


SHELVED = "2.1 The lamp bonus of $31 a week is shelved from 1 June 2026.\n"
WORDS = "“The lamp bonus of $31 a week is shelved from 1 June 2026.”"


def _run(tmp_path: Path, *options: str) -> str:
    path = tmp_path / "a.txt"
    path.write_text(HEAD + SHELVED, "utf-8")
    return CliRunner().invoke(main, ["rates", str(path), *options]).stdout


def test_every_output_tells_what_is_undecided(tmp_path: Path) -> None:
    assert f"$31 per week  undecided: {WORDS}" in _run(tmp_path)
    text = _run(tmp_path, "--brief")
    assert f"2.1: the day of 31 (NZD per week) is undecided: {WORDS}" in text
    assert f"undecided: {WORDS}" in _run(tmp_path, "--as-at", "2026-07-01")
    found = json.loads(_run(tmp_path, "--format", "json", "--brief"))
    assert found["rates"][0]["depends_on"] == f"undecided: {WORDS}"
    assert found["briefs"][0]["lines"][0]["depends_on"] == f"undecided: {WORDS}"
    assert "undecided" in _run(tmp_path, "--format", "html")
    assert "undecided" in _run(tmp_path, "--format", "csv")


def test_a_day_far_from_its_figure_is_undecided() -> None:
    far = "for each of the mates and in the port on the night " * 400
    (rate,) = rates(f"2.1 The fog fee is $31 per week {far} from 1 June 2026.\n").rates
    assert rate.doubt
    many = "The fee is $31 per week from 1 June 2026 and " * 300
    assert len(rates(f"2.1 {many}that is all.\n").rates) == 300


def test_the_event_of_one_clause_is_not_that_of_the_clause_beside_it() -> None:
    found = rates(
        "2.1 The lamp fee is $3 a night.\n\n2.2 The oil fee is $7 a night from the date this"
        " agreement is ratified.\n"
    )
    assert [rate.event for rate in found.rates] == ["", "the date this agreement is ratified"]


@pytest.mark.parametrize(
    "said", ["The rates in this table expired on 30 June 2024.", "They lapse on 30 June 2024."]
)
def test_what_is_said_of_a_table_with_a_day_leaves_its_figures_undecided(said: str) -> None:
    table = "Level\tRate\n1\t$22.00\n2\t$24.00\n"
    before = rates(f"2.1 Old rates\n\n{said}\n\n{table}").rates
    behind = rates(f"2.1 Old rates\n\n{table}\n{said}\n").rates
    for found in (before, behind):
        assert [bool(r.doubt) for r in found] == [True, True]
    dated = rates(f"2.1 Old rates\n\n{table.replace('Rate', '5 May 2025')}\n{said}\n").rates
    assert not any(r.doubt for r in dated)
    other = rates(f"2.1 Rates\n\n{table}\n2.2 Notes\n\n{said}\n").rates
    assert not any(r.doubt for r in other)


def test_an_indicative_rate_begins_on_no_day() -> None:
    (first, second) = rates(
        "2.1 Rates\n\nLevel\t5 May 2025\tIndicative rate from 4 May 2026\n1\t$22.00\t$23.00\n"
    ).rates
    assert (str(first.start), second.start) == ("2025-05-05", None)
    assert second.event == first.until == "Indicative rate from 4 May 2026"
