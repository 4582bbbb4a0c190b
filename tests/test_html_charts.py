"""Pictures as inline SVG: what is drawn, where, and what is not drawn for want of figures."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from lxml import etree

from clausetrack.render.html_charts import Series, scale, steps, timeline

NS = "{http://www.w3.org/2000/svg}"
LABELS = ["1", "2", "3"]
BEFORE = Series("before", (Decimal(50_000), Decimal(60_000), None))
AFTER = Series("from 28 Jan 2026", (Decimal(51_000), Decimal(62_000), Decimal(70_000)))


def read(picture: str) -> Any:
    return etree.fromstring(str(picture).replace("<svg ", f'<svg xmlns="{NS[1:-1]}" ', 1))


def marks(picture: Any, series: int) -> dict[str, str]:
    """What each mark of a series says, and where across it stands."""
    found = {}
    for each in picture.iter():
        if each.get("class") == f"s{series}":
            said = each.find(f"{NS}title").text
            found[said] = each.get("cx") or each.get("d") or each.get("x")
    return found


def test_a_scale_has_a_mark_for_each_amount_in_proportion() -> None:
    picture = read(scale("pay", "Pay", LABELS, [BEFORE, AFTER]))
    before = marks(picture, 0)
    assert {"1: before $50,000", "2: before $60,000"} < set(before)
    assert not [said for said in before if said.startswith("3:")]
    after = {said: int(x) for said, x in marks(picture, 1).items() if ":" in said}
    one, two, three = (after[f"{n}: from 28 Jan 2026 ${amount}"]
                       for n, amount in ((1, "51,000"), (2, "62,000"), (3, "70,000")))  # fmt: skip
    assert (two - one) / (three - two) == pytest.approx(11 / 8, abs=0.02)


def test_a_picture_is_named_and_described() -> None:
    picture = read(scale("pay", "Pay <b>", LABELS, [BEFORE, AFTER]))
    assert picture.get("aria-labelledby") == "pay-title pay-said"
    assert picture.find(f"{NS}title").text == "Pay <b>"
    said = picture.find(f"{NS}desc").text
    assert "before: $50,000 to $60,000;" in said
    assert "from 28 Jan 2026: $51,000 to $70,000." in said


def test_of_many_series_the_first_and_the_last_are_drawn_and_that_is_said() -> None:
    series = [Series(f"s{n}", (Decimal(n), Decimal(n + 1))) for n in range(8)]
    picture = read(scale("pay", "Pay", ["1", "2"], series))
    assert "3 earlier sets of rates not drawn" in picture.find(f"{NS}desc").text
    assert "1: s0 $0" in marks(picture, 0)
    assert "1: s7 $7" in marks(picture, 4)


@pytest.mark.parametrize(
    ("labels", "series"),
    [
        (LABELS, [BEFORE]),
        (LABELS[:1], [Series("a", (Decimal(1),)), Series("b", (Decimal(2),))]),
        (LABELS, [BEFORE, Series("after", (None, None, None))]),
    ],
)
def test_nothing_is_drawn_where_there_is_nothing_to_compare(
    labels: list[str], series: list[Series]
) -> None:
    assert scale("pay", "Pay", labels, series) == ""


def test_rates_step_up_on_their_days() -> None:
    days = date(2026, 1, 1), date(2026, 7, 1), date(2027, 1, 1)
    rows = [("1", day, Decimal(50_000 + 1_000 * n)) for n, day in enumerate(days)]
    picture = read(steps("pay", "Pay", [*rows, ("2", days[0], Decimal(60_000))]))
    lines = [each.get("d") for each in picture.iter(f"{NS}path") if each.get("class") == "rate"]
    assert sorted(line.count("V") for line in lines) == [0, 2]
    texts = [each.text for each in picture.iter(f"{NS}text")]
    assert "1 Jan 2026" in texts
    assert steps("pay", "Pay", rows[:1]) == ""


def test_what_was_paid_before_the_first_day_comes_in_from_the_left() -> None:
    rows = [("1", None, Decimal(50_000)), ("1", date(2026, 1, 28), Decimal(60_000)),
            ("2", date(2026, 1, 28), Decimal(55_000))]  # fmt: skip
    picture = read(steps("pay", "Pay", rows))
    [one, two] = sorted(
        ([int(n) for n in re.findall(r"\d+", each.get("d", ""))]
         for each in picture.iter(f"{NS}path")), key=len,
    )  # fmt: skip
    first_day = one[0]
    assert two[0] < first_day  # begins left of the day on which the other begins
    assert first_day in two  # and goes up on that day
    assert two[1] > two[3]  # from the lower amount, further down, to the higher
    assert steps("pay", "Pay", rows[:1]) == steps("pay", "Pay", rows[2:]) == ""


def test_a_timeline_has_a_row_for_each_day_with_all_that_it_brings() -> None:
    rows = [("item 2", date(2026, 1, 28)), ("item 1", date(2025, 12, 1)),
            ("item 5", date(2026, 1, 28)), ("item 2", date(2026, 1, 28))]  # fmt: skip
    picture = read(timeline("when", "When", rows))
    texts = [each.text for each in picture.iter(f"{NS}text")]
    assert texts == ["2026", "1 December 2025", "item 1", "28 January 2026", "item 2, item 5"]
    assert timeline("when", "When", rows[1:2]) == ""


def test_one_amount_for_all_and_amounts_of_cents_are_drawn_too() -> None:
    same = Series("a", (Decimal(5), Decimal(5))), Series("b", (Decimal(5), Decimal(5)))
    assert read(scale("pay", "Pay", ["1", "2"], same)) is not None
    cents = (Series("a", (Decimal("0.62"), Decimal("0.70"))),
             Series("b", (Decimal("0.83"), Decimal("0.90"))))  # fmt: skip
    assert "1: a $0.62" in marks(read(scale("pay", "Pay", ["1", "2"], cents)), 0)
