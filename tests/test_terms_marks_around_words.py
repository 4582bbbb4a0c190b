"""Quotation marks and apostrophes: what stands behind them, and in whichever shape they are."""

from __future__ import annotations

import pytest
from factory import on, statuses, texts_changed

from clausetrack.amend.remarks import behind_marks
from clausetrack.ingest import read

AGREEMENT = """Ferrymen’s Collective Agreement 2023–2025

1 Notice

1.1 A ferryman gives one month’s notice.

1.2 A ferryman’s coat is the Company's, and a ferryman’s cap is his own.

1.3 Leave is ten days.

1.4 In this agreement:

“night’s work” means work after ten;

“tide” means high water.

1.5 A mate's berth is dry. The mate’s bunk is his own.
"""
TERMS = "Terms of settlement\n\nFerrymen’s Collective Agreement 2025–2027\n\n1. {}\n"
UNCHANGED = {one.id: one.own_text for one in read(AGREEMENT.encode(), "base.txt").clauses}
result = on(AGREEMENT, TERMS)


@pytest.mark.parametrize(
    ("wording", "left"),
    [
        ('"Leave is twelve days of the year" as agreed on 3 March.', "as agreed on 3 March."),
        ('"Leave is twelve days" (the Guild having sought 14).', "(the Guild having sought 14)."),
        ('"Leave is twelve days" – note this is a minimum.', "– note this is a minimum."),
        ('"Leave is twelve days" is agreed.', "is agreed."),
        ("‘Leave is twelve days of the year’ for all.", "for all."),
    ],
)
def test_what_stands_behind_the_marks_is_not_put_in(wording: str, left: str) -> None:
    for gap in (" ", "\n"):
        done = result(f"Amend clause 1.3 to read:{gap}{wording}")
        assert (statuses(done), texts_changed(done, UNCHANGED)) == (["needs-decision"], {})
        assert f"“{left}”" in done.applied.outcomes[0].reason


@pytest.mark.parametrize(
    "text",
    [
        "“Tide” means high water.",
        '"Hand" (or "mate") includes a cook.',
        "“Ashore” is off the boat.",
        "“Night work”, for the purposes of this clause, means work after ten.",
        "Leave is “paid”.",
        "“Leave is twelve days.”",
        '"Days" and "nights" have their usual meaning.',
    ],
)
def test_a_term_that_a_clause_defines_is_no_wording_in_marks(text: str) -> None:
    assert behind_marks(text) == ""


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        ("In clause 1.1, replace \"one month's\" with \"two months'\".",
         {"1.1": "A ferryman gives two months' notice."}),
        # the same word keeps the mark that it has
        ("In clause 1.2, replace \"ferryman's coat\" with \"ferryman's oilskin\".",
         {"1.2": "A ferryman’s oilskin is the Company's, and a ferryman’s cap is his own."}),
        ("In clause 1.2, delete “the Company’s, and”.",
         {"1.2": "A ferryman’s coat is a ferryman’s cap is his own."}),
        ("Delete the definition of \"night's work\" in clause 1.4.", None),
    ],
)  # fmt: skip
def test_words_are_found_whatever_the_shape_of_their_marks(
    order: str, wanted: dict[str, str | None] | None
) -> None:
    done = result(order)
    assert statuses(done) == ["applied"]
    if wanted is None:
        gone = [one for one in texts_changed(done, UNCHANGED).values() if one is None]
        assert len(gone) == 1
    else:
        assert texts_changed(done, UNCHANGED) == wanted
    assert "with marks of another shape" in done.applied.outcomes[0].reason


def test_at_every_place_both_shapes_are_meant() -> None:
    done = result("In clause 1.5, replace “mate’s” with “skipper’s” wherever it appears.")
    assert statuses(done) == ["applied"]
    wanted = "A skipper’s berth is dry. The skipper’s bunk is his own."
    assert texts_changed(done, UNCHANGED) == {"1.5": wanted}


def test_words_that_stand_in_both_shapes_stand_more_than_once() -> None:
    done = result("In clause 1.5, replace “mate’s” with “skipper’s”.")
    assert (statuses(done), texts_changed(done, UNCHANGED)) == (["needs-decision"], {})
