"""A figure of a table ends with the next figure of its row, and with no empty cell."""

from __future__ import annotations

import pytest
from test_rates import page, rates

HEADS = "2.1 The hourly rates are:\n\nGrade\t1 July 2024\t1 July 2025\t1 July 2026\n"


def ends(cells: str) -> list[tuple[str, str, str, str]]:
    """Amount, first and last day and note of the figures of one row among others."""
    found = rates(f"{HEADS}1\t$25.00\t$26.00\t$27.00\n2\t{cells}\n3\t$35.00\t$36.00\t$37.00\n")
    return [
        (f"{r.amount}", str(r.start), str(r.end or ""), r.note)
        for r in found.rates
        if r.step == "2"
    ]


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("–", " (“–”)"),
        ("-", " (“-”)"),
        ("", ""),
        ("n/a", " (“n/a”)"),
        ("N/A", " (“N/A”)"),
        ("TBC", " (“TBC”)"),
        ("to be negotiated", " (“to be negotiated”)"),
    ],
)
def test_an_empty_cell_ends_no_figure_and_is_told(cell: str, words: str) -> None:
    found = rates(f"{HEADS}1\t$25.00\t$26.00\t$27.00\n2\t$28.00\t$29.00\t{cell}\n")
    last = [rate for rate in found.rates if rate.step == "2"][-1]
    assert (f"{last.amount}", last.end) == ("29.00", None)
    assert last.note == f"no figure from 2026-07-01{words}"
    told = [f for f in found.findings if f.code == "scale-open"]
    assert [f.quote for f in told] == [" | ".join(filter(None, ("2", "1 July 2026", cell)))]
    assert "1 July 2026" in told[0].message


def test_a_figure_before_a_gap_ends_where_the_next_figure_begins() -> None:
    assert ends("$28.00\t–\t$30.00") == [
        ("28.00", "2024-07-01", "2026-06-30", "no figure from 2025-07-01 (“–”)"),
        ("30.00", "2026-07-01", "", ""),
    ]


@pytest.mark.parametrize("words", ["abolished", "nil", "Discontinued", "as grade 3", "see step 3"])
def test_words_that_end_a_figure_end_it_and_are_told(words: str) -> None:
    assert ends(f"$28.00\t$29.00\t{words}") == [
        ("28.00", "2024-07-01", "2025-06-30", ""),
        ("29.00", "2025-07-01", "2026-06-30", f"no figure from 2026-07-01 (“{words}”)"),
    ]


@pytest.mark.parametrize("words", ["unchanged", "No change", "frozen"])
def test_a_figure_that_is_unchanged_runs_on(words: str) -> None:
    assert ends(f"$28.00\t{words}\t$30.00") == [
        ("28.00", "2024-07-01", "2026-06-30", ""),
        ("30.00", "2026-07-01", "", ""),
    ]


def test_a_figure_that_cannot_be_read_ends_the_one_before_it() -> None:
    found = page(
        "<tr><th>Grade</th><th>1 July 2024</th><th>1 July 2025</th></tr>"
        "<tr><td>1</td><td>$50,000</td><td>$51,000</td></tr>"
        "<tr><td>2</td><td>$52,000</td><td>$53, 000</td></tr>"
    )
    assert [(r.step, str(r.end)) for r in found.rates] == [
        ("1", "2025-06-30"), ("1", "None"), ("2", "2025-06-30"),
    ]  # fmt: skip
    assert [f.code for f in found.findings] == ["rate-unread"]


def test_what_was_paid_until_now_runs_on_where_the_new_figure_is_missing() -> None:
    found = rates(
        "2.1 The hourly rates are:\n\nGrade\tCurrent\t1 July 2025\n1\t$25.00\t$26.00\n"
        "2\t$28.00\t–\n3\t$30.00\t$31.00\n"
    )
    assert [(r.step, f"{r.amount}", str(r.end or "")) for r in found.rates] == [
        ("1", "25.00", "2025-06-30"), ("1", "26.00", ""), ("2", "28.00", ""),
        ("3", "30.00", "2025-06-30"), ("3", "31.00", ""),
    ]  # fmt: skip


def test_a_last_day_that_a_heading_names_stays() -> None:
    found = rates(
        "2.1 The hourly rates are:\n\nGrade\t1 July 2024 to 30 June 2025\t1 July 2025 to"
        " 30 June 2026\n1\t$25.00\t$26.00\n2\t$28.00\t–\n"
    )
    assert [(str(r.end), r.note) for r in found.rates] == [
        ("2025-06-30", ""), ("2026-06-30", ""), ("2025-06-30", "no figure from 2025-07-01 (“–”)"),
    ]  # fmt: skip


def test_words_that_are_not_known_leave_the_row_unread() -> None:
    found = rates(f"{HEADS}1\t$25.00\t$26.00\t$27.00\n2\t$28.00\t$29.00\tat the board’s wish\n")
    assert {rate.step for rate in found.rates} == {"1"}
    assert "rate-unread" in {f.code for f in found.findings}
