"""The review report of a comparison holds both versions whole, whatever moved, split or joined."""

from __future__ import annotations

from pathlib import Path

import pytest
from factory import agreement as jotted
from test_render_html import Element, Page, agreement, printed

from clausetrack.diff.compare import compare
from clausetrack.ingest import read
from clausetrack.model import Document
from clausetrack.render import diff_html

OLD = """
Part 1 = Pay
1.1 = Rates
1.1.1 The keeper is paid $500 for each month on the outer rock.
1.1.2 A boat is sent each week in fair weather. The boat brings oil, flour and the post bag.
1.1.3 The lamp is lit at dusk.
1.1.4 The log is kept in ink by the senior keeper of the station.
| Step | Rates from 2024-12-02 |
| 1 | $61,000 |
| 2 | $64,000 |
1.2 = Leave
1.2.1 Leave is taken ashore, and the passage is paid by the board.
1.2.2 A relief keeper is appointed before leave begins and has the spare room.
"""
NEW = """
Part 1 = Pay
1.1 = Rates
1.1.1 The keeper is paid $550 for each month on the outer rock.
1.1.2 A boat is sent each week in fair weather.
1.1.3 The boat brings oil, flour and the post bag.
1.1.4 The lamp is lit at dusk.
| Step | Rates from 2024-12-02 | Rates from 2026-01-28 |
| 1 | $61,000 | $62,500 |
| 2 | $64,000 | $65,600 |
1.2 = Leave
1.2.1 A relief keeper is appointed before leave begins and has the spare room.
1.2.2 Leave is taken ashore, and the passage is paid by the board.
1.2.3 Letters are free of charge.
"""


def shown(old: Document, new: Document) -> Element:
    return Page(diff_html.diff(old, new, compare(old, new))).root


def holds(old: Document, new: Document) -> None:
    """Without what went it reads as the new version; without what came it has the old words."""
    page = shown(old, new)
    for gone, version in (("del", new), ("ins", old)):
        # a note's label is printed with its colon, which is no part of its number
        here = [word.rstrip(":") for word in agreement(page, gone)]
        assert sorted(here) == sorted(word.rstrip(":") for word in printed(version.clauses))


@pytest.mark.parametrize("way", [1, -1])
def test_both_versions_are_there_whole(way: int) -> None:
    holds(*(jotted(text) for text in (OLD, NEW)[::way]))


def test_two_other_agreements_are_there_whole(corpus: Path) -> None:
    holds(read(corpus / "stca-2022-25.txt"), read(corpus / "ptca-2023-25.txt"))


def test_no_change_is_said_as_that() -> None:
    page = shown(jotted(OLD), jotted(OLD))
    assert page.one("p", "lead").text() == "The two versions read the same."
    assert not page.all("article", "change")


def test_there_is_nothing_of_instructions_where_none_were_given() -> None:
    page = shown(jotted(OLD), jotted(NEW))
    ids = {each.attributes.get("id") for each in page.all("section")}
    assert ids == {"text"}
    filters = {each.attributes.get("data-filter") for each in page.all("select")} - {None}
    assert filters == {"class", "date"}


def test_a_row_that_moved_stands_where_it_was_and_where_it_is() -> None:
    lines = (
        "1.1 = Rates",
        "| Role | Rate |",
        "| Cook | $25 |",
        "| Bosun | $27 |",
        "| Rigger | $28 |",
    )
    moved = lines[0], lines[1], "| Rigger | $29 |", *lines[2:4]
    sides = ["\n".join(["", "Part 1 = Pay", *rows, ""]) for rows in (lines, moved)]
    holds(*map(jotted, sides))
    holds(*map(jotted, sides[::-1]))
    edits = compare(*map(jotted, sides)).changes[0].edits
    assert [edit.op for edit in edits] == ["move", "replace"]
