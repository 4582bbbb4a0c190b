"""Headings in te reo Māori and in English, on two lines."""

from __future__ import annotations

import pytest

from clausetrack.ingest import read
from clausetrack.segment.te_reo import is_te_reo


def headings(*lines: str) -> list[tuple[str, str, str]]:
    text = "# Port Workers Collective Agreement\n\n" + "\n\n".join(lines)
    found = read(text.encode(), "a.md").clauses
    return [(one.id, one.heading_text, one.own_text) for one in found[1:]]


TEXT = "A paid break is taken in every two hours."


def test_the_second_language_belongs_to_the_heading_above_it() -> None:
    assert headings("**1 Ngā haora mahi**", "**Hours of work**", "**1.1 Ngā whakatā**",
                    "**Breaks**", TEXT) == [
        ("1", "Ngā haora mahi\nHours of work", ""),
        ("1.1", "Ngā whakatā\nBreaks", TEXT),
    ]  # fmt: skip


def test_te_reo_below_english_is_its_heading_where_words_follow() -> None:
    found = headings("**1 Hours**", "**1.1 Breaks**", "**Ngā whakatā**", TEXT,
                     "**1.2 Leave**", "**Te wā whakatā**", TEXT)  # fmt: skip
    assert found[1:] == [("1.1", "Breaks\nNgā whakatā", TEXT),
                         ("1.2", "Leave\nTe wā whakatā", TEXT)]  # fmt: skip


def test_one_such_pair_alone_is_a_heading_and_one_inside_it() -> None:
    found = headings("**1 Partners**", "**1.1 Te Tiriti o Waitangi**", "**Partnership**", TEXT)
    assert [one[0] for one in found][:3] == ["1", "1.1", "Partnership"]


def test_te_reo_above_a_number_stays_a_heading_of_its_own() -> None:
    found = headings("**1 Hours**", "**Ngā whakatā**", "**1.1 Breaks**", TEXT)
    assert [one[0] for one in found] == ["1", "Ngā whakatā", "1.1"]


def test_a_heading_in_the_same_language_stays_one_of_its_own() -> None:
    found = headings("**1 Hours**", "**1.1 Breaks**", "**More time**", TEXT)
    assert [one[0] for one in found][:3] == ["1", "1.1", "More time"]


@pytest.mark.parametrize(
    ("text", "known"),
    [("Ngā haora mahi", True), ("Te mutunga o te mahi", True), ("Whakamarama", True),
     ("Hours of work", False), ("More time", False), ("A rate", False), ("Te Tiriti clause", False),
     ("Māori members", False), ("", False)],
)  # fmt: skip
def test_te_reo_is_told_by_its_letters_and_a_sign_of_it(text: str, known: bool) -> None:
    assert is_te_reo(text) is known
