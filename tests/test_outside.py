"""Footnotes of a Word file and of a PDF, held against each other."""

from __future__ import annotations

import pytest

from clausetrack.diff.outside import findings, notes, stretches
from clausetrack.model import Document, LeftOut, Source
from clausetrack.reasons import FOOTNOTE
from clausetrack.reconcile import outside


def word(*texts: str) -> Document:
    left = (LeftOut(text, "in a footnote", Source("a.docx", paragraph=at))
            for at, text in enumerate(texts))  # fmt: skip
    return Document("agreement", left_out=(*left, LeftOut("Draft", "in the page header", Source())))


def printed(*rows: tuple[int, int, str]) -> Document:
    """Rows of footnotes by page and line, with a running header and a mark between them."""
    left = [LeftOut("Draft", "a running header", Source("a.pdf", page=1, line=1))]
    for page, line, text in rows:
        left.append(LeftOut("1", "the mark of a footnote", Source("a.pdf", page=page, line=2)))
        left.append(LeftOut(text, "a footnote", Source("a.pdf", page=page, line=line)))
    return Document("agreement", left_out=tuple(left))


def test_the_lines_of_a_printed_note_are_one_note_without_its_mark() -> None:
    document = printed(
        (1, 40, "1 Up to 60 days in"),
        (1, 41, "all, and none of them twice."),
        (1, 42, "215 days for a mate."),  # the second note, that begins with a figure
        (3, 50, "1Begins anew on a page."),
        (3, 51, "* By a sign."),
    )
    assert [note.text for note in notes(document)] == [
        "Up to 60 days in all, and none of them twice.",
        "15 days for a mate.",
        "Begins anew on a page.",
        "By a sign.",
    ]


def test_the_pieces_of_a_row_between_which_a_change_was_left_out_are_one() -> None:
    pieces = printed((1, 40, "1Up to 60 days"), (1, 40, " in all"), (1, 40, "."))
    assert [note.text for note in notes(pieces)] == ["Up to 60 days in all."]


@pytest.mark.parametrize("turned", [False, True])
def test_notes_of_word_and_pdf_differ_where_their_words_do(turned: bool) -> None:
    one = word("Up to  60 days in all.")
    same = printed((1, 40, "1 Up to 60 days"), (1, 41, "in all."))
    other = printed((1, 40, "1 Up to 40 days in all."), (1, 41, "2 Not a mate."))
    sides = (same, one) if turned else (one, same)
    assert findings(*sides, only=(FOOTNOTE,)) == ()
    (told,) = findings(one, other, only=(FOOTNOTE,))
    assert told.code == "outside-changed"
    assert told.message == (
        "in a footnote, changed: “Up to 60 days in all.” → “Up to 40 days in all. / Not a mate.”"
    )


def test_between_word_files_all_places_are_held_against_each_other() -> None:
    old, new = word("A note."), Document("agreement", left_out=word("A note.").left_out[:1])
    assert [why for why, _, _ in stretches(old, new)] == ["in the page header"]
    assert list(stretches(old, new, only=(FOOTNOTE,))) == []


def test_a_note_that_changed_is_a_difference_of_its_kind() -> None:
    (draft,) = outside.find(
        word("Up to 60 days."), printed((1, 9, "1Up to 40 days.")), "silent", only=(FOOTNOTE,)
    )
    told = draft.told
    assert (told.kind, told.what, told.reason) == ("silent", "changed", "in a footnote")
    assert (told.ours, told.theirs, told.classes) == (
        "Up to 60 days.", "Up to 40 days.", ("figure",)
    )  # fmt: skip
