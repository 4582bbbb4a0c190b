"""What a finding quotes, with its words whole."""

from __future__ import annotations

import pytest
from documents import clause, document

from clausetrack.model import Finding
from clausetrack.render.quotations import in_words, quotation

TEXT = (
    "The keeper lights the lamp at dusk. Where the lamp fails, the keeper tells the harbour board"
    " within one hour and notes the failure in the log."
)


@pytest.mark.parametrize(
    ("quote", "shown"),
    [
        ("the har", "the harbour…"),  # cut inside a word
        ("rd within one hour", "…board within one hour"),
        ("harbour board", "harbour board"),  # a phrase, quoted for itself
        ("The keeper lights the lamp at dusk.", "The keeper lights the lamp at dusk."),
        ("…ils, the keeper tells…", "…fails, the keeper tells…"),
        (TEXT[:70], "The keeper lights the lamp at dusk. Where the lamp fails, the keeper tells…"),
        ("and notes the failure in the log.", "and notes the failure in the log."),
        ("a sentence that is not there", None),
        ("…", None),
    ],
)
def test_words_are_whole_and_an_ellipsis_stands_where_the_text_goes_on(
    quote: str, shown: str | None
) -> None:
    assert in_words(quote, TEXT) == shown


def test_what_is_quoted_of_an_item_under_the_clause_is_found_there() -> None:
    made = document(clause("1", "The keeper:"), clause("1(a)", f"(a) {TEXT}"))
    finding = Finding("lists", "info", "a list", "1", quote="er tells the harbour board within one")
    assert quotation(finding, made) == "…keeper tells the harbour board within one"
    other = Finding("lists", "info", "a list", "1", quote="a cell | a figure")
    assert quotation(other, made) == "a cell | a figure"
