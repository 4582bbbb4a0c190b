"""Figures against the increase that is stated, and documents held against one another."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausetrack.checks import rounding
from clausetrack.checks.increases import Increase
from clausetrack.checks.review import review
from clausetrack.ingest import read
from clausetrack.model import Finding

STARTS = (51_358, 53_544, 55_948, 58_133, 61_794, 65_776, 70_040, 75_190)
PERCENT = (Decimal(6), Decimal(4), Decimal("3.9"))
RISES = {
    (str(step), at): Increase(percent, percent=True)
    for step in range(len(STARTS))
    for at, percent in enumerate(PERCENT, 1)
}


def _scale(how: str, *, compound: bool, cents: bool = False) -> dict[str, rounding.Row]:
    rows: dict[str, rounding.Row] = {}
    for step, start in enumerate(STARTS):
        exact, row = Decimal(start), [Decimal(start)]
        if cents:  # rounded down, and not printed
            exact += Decimal(99 - 37 * step % 100) / 100
        for percent in PERCENT:
            base = exact if compound else row[-1]
            exact = base * (1 + percent / 100)
            row.append(exact.quantize(Decimal(1), how))
        rows[str(step)] = tuple(row)
    return rows


@pytest.mark.parametrize("how", [ROUND_HALF_UP, ROUND_FLOOR, ROUND_CEILING])
@pytest.mark.parametrize("compound", [True, False])
def test_a_method_is_fitted_to_the_whole_table(how: str, compound: bool) -> None:
    assert rounding.fit(_scale(how, compound=compound), RISES).left == ()


def test_cents_that_are_not_printed_explain_a_table() -> None:
    rows = _scale(ROUND_FLOOR, compound=True, cents=True)
    found = rounding.fit(rows, RISES)
    assert found.left == ()
    assert found.method.basis == rounding.HIDDEN


@given(st.integers(0, len(STARTS) - 1), st.integers(1, 3), st.integers(3, 4000), st.booleans())
def test_one_wrong_figure_is_what_the_method_leaves_over(
    step: int, at: int, off: int, compound: bool
) -> None:
    rows = _scale(ROUND_HALF_UP, compound=compound)
    row = list(rows[str(step)])
    row[at] = (row[at] or Decimal(0)) + off
    rows[str(step)] = tuple(row)
    left = set(rounding.fit(rows, RISES).left)
    assert (str(step), at) in left
    assert left <= {(str(step), at), (str(step), at + 1)}  # what follows may follow either


def test_hidden_cents_do_not_excuse_one_figure_of_a_table_that_a_plain_method_explains() -> None:
    rows = _scale(ROUND_HALF_UP, compound=True)
    row = rows["3"]
    rows["3"] = (*row[:3], (row[3] or Decimal(0)) - 1)
    assert rounding.fit(rows, RISES).left == (("3", 3),)


# ----------------------------------------------------------------------------------- documents

TERMS = """Terms of Settlement

These terms renew the Lamp Keepers’ Collective Agreement ({years}).

1. Term

Amend clause 1.4 as follows: This agreement is effective from {term}.

2. Pay

{lead}

Scale of Keepers

{table}
"""
COLUMNS = "Step\tGroup\tRates until 30 April 2025\tRates from 1 May 2025\tRates from 1 May 2026"
ROWS = (
    "1\tK1E, K2E\t$50,000\t$51,000\t$52,020",
    "2\tK3E\t$52,000\t$53,040\t$54,101",
    "3\t\t$54,000\t$55,080\t$56,182",
    "4\tK1M, K3M\t$56,000\t$57,120\t$58,262",
)
LEAD = "The scale in clause 4.1 will increase by 2% from 1 May 2025 and by 2% from 1 May 2026."
TERM = "1 May 2025 and expires on 30 April 2027"


def _terms(
    *rows: str, lead: str = LEAD, columns: str = COLUMNS, years: str = "2025 - 2027",
    term: str = TERM,
) -> bytes:  # fmt: skip
    table = "\n".join((columns, *(rows or ROWS)))
    return TERMS.format(lead=lead, table=table, years=years, term=term).encode()


def _found(*documents: bytes) -> list[Finding]:
    given = [read(data, f"{at}.txt") for at, data in enumerate(documents)]
    return [each.finding for each in review(given).findings]


def _of(code: str, *documents: bytes) -> list[str]:
    return [each.quote for each in _found(*documents) if each.code == code]


def test_figures_that_follow_are_no_finding() -> None:
    assert not {"rate-off-increase", "rate-off-column"} & {each.code for each in _found(_terms())}


def test_a_figure_that_does_not_follow_names_its_step_day_and_what_each_method_gives() -> None:
    wrong = (*ROWS[:2], "3\t\t$54,000\t$55,180\t$56,284", ROWS[3])
    (one,) = [each for each in _found(_terms(*wrong)) if each.code == "rate-off-increase"]
    assert (one.severity, one.clause) == ("warning", "4.1 table 1")
    assert one.quote == "3 | Rates from 1 May 2025 | $55,180"
    assert "$55,080" in one.message


def test_steps_that_are_named_have_their_own_increase() -> None:
    lead = LEAD.replace("and by 2% from 1 May 2026", "and by 2% from 1 May 2026 for steps 1 to 3"
                        " and 3% from 1 May 2026 for step 4")  # fmt: skip
    other = (*ROWS[:3], "4\tK1M, K3M\t$56,000\t$57,120\t$58,834")
    assert not _of("rate-off-increase", _terms(*other, lead=lead))
    assert _of("rate-off-increase", _terms(lead=lead)) == ["4 | Rates from 1 May 2026 | $58,262"]


def test_dollars_for_one_step_and_for_the_others() -> None:
    lead = ("The scale in clause 4.1 will increase on 1 May 2025 by $2,600 (4.6%) at the top of the"
            " scale (step 4), and by $1,300 on other steps.")  # fmt: skip
    columns = "\t".join(COLUMNS.split("\t")[:4])
    rows = ("1\t\t$50,000\t$51,300", "2\t\t$52,000\t$53,300", "4\t\t$56,000\t$58,600")
    assert not _of("rate-off-increase", _terms(*rows, lead=lead, columns=columns))
    wrong = (*rows[:2], "4\t\t$56,000\t$57,300")
    assert _of("rate-off-increase", _terms(*wrong, lead=lead, columns=columns)) == [
        "4 | Rates from 1 May 2025 | $57,300"
    ]
    about = lead.replace("4.6%", "5.6%")
    (said,) = _of("rate-off-increase", _terms(*rows, lead=about, columns=columns))
    assert "5.6%" in said


PLAIN = "The parties agree that the scale in clause 4.1 is as shown below."


def test_where_nothing_is_stated_most_of_a_column_is_followed_at_lower_severity() -> None:
    wrong = (*ROWS[:3], "4\tK1M, K3M\t$56,000\t$58,217\t$59,381")
    (one,) = [e for e in _found(_terms(*wrong, lead=PLAIN)) if e.code == "rate-off-column"]
    assert (one.severity, one.quote) == ("info", "4 | Rates from 1 May 2025 | $58,217")


@pytest.mark.parametrize("top", ["$58,600\t$59,772", "$57,680\t$58,834", "$57,121\t$58,262"])
def test_a_round_rule_of_a_step_of_its_own_may_be_meant(top: str) -> None:
    rows = (*ROWS[:3], f"4\tK1M, K3M\t$56,000\t{top}")  # $2,600; 3%; a dollar of hidden cents
    assert not _of("rate-off-column", _terms(*rows, lead=PLAIN))


NEXT = _terms(
    "1\tK1E, K2E\t$52,020\t$53,060\t$54,121",
    "2\tK3E\t$54,101\t$55,183\t$56,287",
    "3\t\t$56,182\t$57,306\t$58,452",
    "4\tK1M, K3M\t$58,262\t$59,427\t$60,616",
    columns=COLUMNS.replace("2026", "2028").replace("2025", "2027"),
    lead=LEAD.replace("2026", "2028").replace("2025", "2027"),
    years="2027 - 2029",
    term="1 May 2027 and expires on 30 April 2029",
)
ACROSS = {"opening-differs", "group-dropped", "scale-differs", "term-gap", "term-overlap"}


def test_versions_that_fit_one_another_are_no_finding() -> None:
    assert not ACROSS & {each.code for each in _found(_terms(), NEXT)}


def test_closing_figures_are_the_opening_ones_of_the_next() -> None:
    text = NEXT.replace(b"K3E\t$54,101", b"K3E\t$54,191")
    assert _of("opening-differs", _terms(), text) == ["2 | Rates until 30 April 2027 | $54,191"]


def test_a_group_that_is_dropped_without_words() -> None:
    assert _of("group-dropped", _terms(), NEXT.replace(b"K1E, K2E", b"K2E")) == ["K2E"]
    moved = NEXT.replace(b"K1E, K2E", b"K2E").replace(b"2\tK3E", b"2\tK1E, K3E")
    assert not _of("group-dropped", _terms(), moved)


@pytest.mark.parametrize(
    ("start", "code"), [("1 June 2027", "term-gap"), ("1 April 2027", "term-overlap")]
)
def test_terms_that_leave_a_gap_or_overlap(start: str, code: str) -> None:
    text = NEXT.replace(b"from 1 May 2027 and expires", f"from {start} and expires".encode())
    assert ACROSS & {each.code for each in _found(_terms(), text)} == {code}


def test_one_scale_in_two_agreements_differs_by_a_dollar() -> None:
    other = _terms().replace(b"Lamp Keepers", b"Horn Sounders")
    assert not _of("scale-differs", _terms(), other)
    off = other.replace(b"$54,101", b"$54,102")
    assert _of("scale-differs", _terms(), off) == ["2 | Rates from 1 May 2026 | $54,101"]
    own = other.replace(b"$54,101", b"$55,000")  # a rate of its own, not a slip
    assert not _of("scale-differs", _terms(), own)


AGREEMENT = """Lamp Keepers’ Collective Agreement {years}

1.1 The parties to this agreement are the Board and the Guild.

2.1 A keeper is paid a lamp fee of {fee} for every night on which a gale blows.

11.1 A keeper is paid a lamp fee of $20 for every night on which a gale blows.
"""


def test_parallel_provisions_of_which_one_was_changed() -> None:
    old = AGREEMENT.format(years="2023-2025", fee="$20").encode()
    new = AGREEMENT.format(years="2025-2027", fee="$25").encode()
    found = [each for each in _found(old, new) if each.code == "parallel-left-behind"]
    assert [each.clause for each in found] == ["11.1"]
    both = new.replace(b"$20", b"$25")
    assert not [each for each in _found(old, both) if each.code == "parallel-left-behind"]
