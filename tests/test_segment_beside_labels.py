"""Labels that something stands beside: a dash, a word of the format, what nobody sees."""

from __future__ import annotations

from clausetrack.ingest import read
from clausetrack.model import Document, Line, Reading, Run, Source
from clausetrack.segment import build


def agreement(text: str) -> Document:
    return read(f"# Keepers' Collective Agreement 2023-2024\n\n{text}".encode(), "keepers.md")


def test_a_dash_between_a_number_and_its_words_is_part_of_the_label() -> None:
    document = agreement("1 – Lamps\n\n1.1 – The lamp is lit at dusk.\n\n1.2 - Oil is dear.\n\n"
                         "1.3 3 - 5 days are given.")  # fmt: skip
    found = {one.id: (one.heading_text, one.own_text) for one in document.clauses}
    assert found["1"] == ("Lamps", "")
    assert found["1.1"] == ("", "The lamp is lit at dusk.")
    assert found["1.3"] == ("", "3 - 5 days are given.")


def test_a_word_that_the_format_prints_before_the_number_is_no_part_of_it() -> None:
    printed = [("Clause 1", 0, "Lamps"), ("1.1", 1, "They are lit at six."),
               ("Clause 2", 0, "Oil"), ("2.1", 1, "It is kept dry.")]  # fmt: skip
    lines = tuple(Line((Run(text),), Source("a.docx"), "list", level, label, series=1)
                  for label, level, text in printed)  # fmt: skip
    document = build(Reading(lines, "a.docx"), any_text=True)
    assert [one.id for one in document.clauses] == ["1", "1.1", "2", "2.1"]


def test_what_nobody_sees_behind_a_label_does_not_hide_it() -> None:
    document = agreement("1.1\u200b Lamps are lit at six.\n\n1.2\u200e\u2060 Oil is dear.\n\n"
                         "1.3 More.")  # fmt: skip
    found = {one.id: one.own_text for one in document.clauses if one.citable}
    assert found["1.1"] == "Lamps are lit at six."
    assert found["1.2"] == "Oil is dear."
