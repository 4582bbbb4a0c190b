"""Wording of the other side that their file prints otherwise than it reads is not taken."""

from __future__ import annotations

import pytest
from word_samples import WHO, deleted, inserted, paragraph, run, word

from clausetrack import markup
from clausetrack.settlement import Outcome

TERMS = b"""Terms of Settlement

1. Amend clause 1.2 so that it is easier to follow. The wording is available in the tracked change \
collective agreement.
"""
MARK = '<w:r><w:footnoteReference w:id="2"/></w:r>'
PAGE = "<w:r><w:lastRenderedPageBreak/></w:r>"


def agreement(*second: str, note: str = "") -> bytes:
    """`second` is what clause 1.2 holds; `note` is the XML of the words of a footnote."""
    notes = {"footnotes": f'<w:footnote w:id="2"><w:p>{note}</w:p></w:footnote>'} if note else {}
    return word(
        "Slip Works Collective Agreement 2024",
        "1 Pay",
        "1.1 A rigger is paid weekly.",
        paragraph(*second),
        "1.3 Pay is on a Monday.",
        **notes,
    )


BASE = agreement("1.2 A welder is paid $40 an hour.")


def taken(theirs: bytes, base: bytes = BASE) -> Outcome:
    result = markup(base, TERMS, tracked=theirs, tracked_name="theirs.docx")
    assert result.proof.holds
    (outcome,) = result.applied.outcomes
    return outcome


def changed(*more: str, note: str = "") -> bytes:
    return agreement("1.2 A welder is paid ", deleted("$40"), inserted("$45"), *more, note=note)


def test_wording_that_prints_as_it_reads_is_taken_with_its_page() -> None:
    outcome = taken(changed(" an hour."))
    assert outcome.status == "applied-from-tracked"
    assert outcome.reason.endswith("theirs.docx, paragraph 4")
    broken = agreement(
        PAGE, "1.2 A welder is paid ", deleted("$40"), inserted("$45"), " an hour."
    )
    assert taken(broken).reason.endswith("theirs.docx, page 2, paragraph 4")


def test_content_in_two_forms_is_not_taken() -> None:
    names = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    first, second = (inserted(run(text)) for text in (" by day", " by night"))
    forms = (f'<mc:AlternateContent {names}><mc:Choice Requires="w">{first}</mc:Choice>'
             f"<mc:Fallback>{second}</mc:Fallback></mc:AlternateContent>")  # fmt: skip
    outcome = taken(changed(" an hour", forms, "."))
    assert outcome.status == "needs-wording"
    assert "which of them is shown depends on the program" in outcome.reason


@pytest.mark.parametrize(
    ("words", "how"),
    [
        (run(" but never more than $50", "<w:vanish/>"), "is hidden"),
        (run(" but never more than $50", '<w:color w:val="FFFFFF"/>'), "has the colour of"),
        (run(" but never more than $50", "<w:strike/>"), "is struck out by its format alone"),
    ],
)
def test_words_that_are_hidden_or_struck_out_are_not_taken(words: str, how: str) -> None:
    outcome = taken(changed(" an hour", inserted(words), "."))
    assert outcome.status == "needs-wording"
    told = f"not taken from the tracked agreement: “but never more than $50” {how}"
    assert told in outcome.reason
    assert outcome.operations == ()


@pytest.mark.parametrize("page", ["", PAGE])
def test_a_note_that_belongs_to_the_wording_is_not_lost(page: str) -> None:
    mark = f"<w:ins w:id=\"44\" {WHO}>{MARK}</w:ins>"
    outcome = taken(changed(" an hour", mark, page, ".", note=inserted("Not of casuals.")))
    assert outcome.status == "needs-wording"
    assert "“Not of casuals.” stands there in a footnote" in outcome.reason


def test_a_note_that_our_base_has_too_stays_as_it_is() -> None:
    note = run("Not of casuals.")
    base = agreement("1.2 A welder is paid $40 an hour", MARK, ".", note=note)
    outcome = taken(changed(" an hour", MARK, ".", note=note), base)
    assert outcome.status == "applied-from-tracked"
