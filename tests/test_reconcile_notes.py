"""Notes of the other side's file that another clause refers to than before."""

from __future__ import annotations

from typing import get_args

import pytest
from word_samples import deleted, inserted, paragraph, word

from clausetrack import markup
from clausetrack.comparison import compared
from clausetrack.ingest import Revisions
from clausetrack.reconcile.differences import Difference, Reconciliation
from clausetrack.reconciliation import reconciled

TERMS = b"""Terms of Settlement

1. Amend clause 1.3 by replacing "Monday" with "Tuesday".
"""
MARK = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
TRACKED = '<w:{kind} w:id="9{at}" w:author="Them" w:date="2027-05-01T00:00:00Z">{mark}</w:{kind}>'


def agreement(*marks: str, notes: tuple[str, ...] = ("Before tax.", "At sea.")) -> bytes:
    """Clauses 1.1 to 1.3, each with the XML of its marks; the notes count from 1."""
    clauses = (paragraph(f"1.{at} {text}", *([mark] if mark else []), ".")
               for at, (text, mark) in enumerate(zip(TEXTS, marks, strict=True), 1))  # fmt: skip
    told = (f'<w:footnote w:id="{at}">{paragraph(text)}</w:footnote>'
            for at, text in enumerate(notes, 1))  # fmt: skip
    return word("Slip Works Collective Agreement 2024", "1 Pay", *clauses, footnotes="".join(told))


TEXTS = ("A rigger is paid $30 an hour", "A welder is paid $40 an hour", "Pay is on a Monday")
BASE = agreement(MARK.format(1), MARK.format(2), "")


def held(theirs: bytes) -> Reconciliation:
    return reconciled(BASE, TERMS, theirs, "base.docx", "terms.txt", "theirs.docx")


def told(one: Difference) -> tuple[str, str]:
    return one.clause, one.reason


def test_a_note_that_another_clause_refers_to_is_a_silent_edit() -> None:
    found = held(agreement("", MARK.format(2), MARK.format(1)))
    assert [told(one) for one in found.of("silent")] == [
        ("1.3", "in a footnote, moved: “Before tax.” stood at 1.1")]  # fmt: skip
    assert not found.of("not-ordered")
    assert found.differs


def test_notes_that_changed_places_are_told_once_each() -> None:
    found = held(agreement(MARK.format(1), MARK.format(2), "", notes=("At sea.", "Before tax.")))
    assert [told(one) for one in found.of("silent")] == [
        ("1.1", "in a footnote, moved: “At sea.” stood at 1.2"),
        ("1.2", "in a footnote, moved: “Before tax.” stood at 1.1"),
    ]


def test_a_note_that_a_tracked_change_moves_was_not_ordered() -> None:
    gone, come = (TRACKED.format(kind=kind, at=at, mark=MARK.format(1))
                  for at, kind in enumerate(("del", "ins")))  # fmt: skip
    found = held(agreement(gone, MARK.format(2), come))
    assert not found.of("silent")
    assert [told(one) for one in found.of("not-ordered")] == [
        ("1.3", "in a footnote, moved: “Before tax.” stood at 1.1")]  # fmt: skip


@pytest.mark.parametrize("notes", [("Before tax.", "At sea."), ("Before taxes.", "At sea.")])
def test_notes_that_stay_at_their_clauses_did_not_move(notes: tuple[str, str]) -> None:
    found = held(agreement(MARK.format(1), MARK.format(2), "", notes=notes))
    assert [one.reason for one in found.of("silent")] == ["in a footnote"] * (
        notes[0] != "Before tax.")  # fmt: skip


def test_a_mark_that_is_taken_out_is_told_though_its_note_stays_in_the_file() -> None:
    said = [("1.1", "in a footnote, its mark deleted: “Before tax.”")]
    found = held(agreement("", MARK.format(2), ""))
    assert [told(one) for one in found.of("silent")] == said
    gone = TRACKED.format(kind="del", at=0, mark=MARK.format(1))
    found = held(agreement(gone, MARK.format(2), ""))
    assert not found.of("silent")
    assert [told(one) for one in found.of("not-ordered")] == said


def test_a_mark_that_goes_with_a_clause_that_was_ordered_out_is_no_difference() -> None:
    terms = b"Terms of Settlement\n\n1. Delete clause 1.2.\n"
    theirs = markup(BASE, terms).docx
    found = reconciled(BASE, terms, theirs, "base.docx", "terms.txt", "theirs.docx")
    assert [one.kind for one in found.differences] == ["agreed"]


def test_a_note_whose_mark_comes_by_a_tracked_change_is_no_silent_edit() -> None:
    come = TRACKED.format(kind="ins", at=0, mark=MARK.format(3))
    theirs = agreement(
        MARK.format(1), MARK.format(2), come, notes=("Before tax.", "At sea.", "Not on a holiday.")
    )
    found = held(theirs)
    assert not found.of("silent")
    (one,) = found.of("not-ordered")
    assert "Not on a holiday." in f"{one.theirs}{one.reason}"
    # Word drops a note with its mark, so that nothing is left of it when the change is rejected
    rejected = compared(BASE, theirs, "base.docx", "theirs.docx", revisions="rejected")
    assert (rejected.changes, rejected.findings) == ((), ())


def test_comments_that_only_theirs_has_are_told_as_not_compared() -> None:
    def commented(*said: str) -> bytes:
        told = "".join(
            f'<w:comment w:id="{at}" w:author="Them">{paragraph(text)}</w:comment>'
            for at, text in enumerate(said)
        )
        clauses = [f"1.{at} {text}." for at, text in enumerate(TEXTS, 1)]
        return word("Slip Works Collective Agreement 2024", "1 Pay", *clauses, comments=told)

    base = commented("For the printer.")
    for theirs, expected in (
        (commented("For the printer."), []),
        (commented("For the printer.", "Not agreed."), ["“Not agreed.”"]),
        (commented(*"ABCDE"), ["“A”, “B”, “C”, and 2 more"]),
    ):
        found = reconciled(base, TERMS, theirs, "base.docx", "terms.txt", "theirs.docx")
        said = [one.message for one in found.findings if one.code == "text-left-out"]
        assert said == [f"what comments say is not compared: {each}" for each in expected]
        assert not found.of("silent")


def test_the_version_of_marked_up_terms_is_the_one_that_is_asked_for() -> None:
    order = 'Amend clause 1.3 by replacing "Monday" with "'
    terms = word("Terms of Settlement", paragraph(f"1. {order}", deleted("Tuesday"),
                                                  inserted("Friday"), '".'))  # fmt: skip
    theirs = word(
        "Slip Works Collective Agreement 2024",
        "1 Pay",
        *(f"1.{at} {text}." for at, text in enumerate(TEXTS[:2], 1)),
        paragraph("1.3 Pay is on a ", deleted("Monday"), inserted("Tuesday"), "."),
    )
    base = word("Slip Works Collective Agreement 2024", "1 Pay",
                *(f"1.{at} {text}." for at, text in enumerate(TEXTS, 1)))  # fmt: skip
    kinds = {
        view: [(one.kind, one.clause) for one in reconciled(
            base, terms, theirs, "base.docx", "terms.docx", "theirs.docx", revisions=view
        ).differences if one.kind != "agreed"]
        for view in get_args(Revisions)
    }  # fmt: skip
    assert kinds == {"accepted": [("different", "1.3")], "rejected": []}
