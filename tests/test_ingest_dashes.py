"""Dashes and asterisks at the heads of lines: items of a list, words of a sentence, a frame."""

from __future__ import annotations

import pytest
from pdf_pages import Text, pdf
from word_samples import paragraph, run, word

from clausetrack.diff.compare import compare
from clausetrack.ingest import read, text
from clausetrack.model import Document

TITLE = "Ferry Crews Collective Agreement 2020-2023"
ITEMS = ("row the boat,", "mend the nets that were torn,", "light the lamp.")
PARAGRAPHS = (TITLE, "1. Crews", "1.1 They", *(f"— {one}" for one in ITEMS), "1.2 They sleep.")
FULL = "The crew of a ferry rows in each week of the year, and in a storm too, with all the others"
FILLER = "\n\n".join(f"{n}. {FULL}\n{FULL.lower()},\nand rest." for n in range(1, 9))


def read_as(kind: str) -> Document:
    if kind == "txt":
        return read("\n".join(PARAGRAPHS).encode(), "a.txt")
    if kind == "html":
        page = "".join(f"<p>{one}</p>" for one in PARAGRAPHS)
        return read(f"<html><body>{page}</body></html>".encode(), "a.html")
    if kind == "docx":
        return read(word(*(paragraph(run(one)) for one in PARAGRAPHS)), "a.docx")
    return read(pdf([[Text(60, 780 - 30 * at, one) for at, one in enumerate(PARAGRAPHS)]]), "a.pdf")


@pytest.mark.parametrize("kind", ["txt", "html", "docx", "pdf"])
def test_a_long_dash_before_items_is_a_bullet_in_every_format(kind: str) -> None:
    bullets = [c.own_text for c in read_as(kind).clauses if "bullet" in c.id]
    assert bullets == list(ITEMS)


def test_a_list_with_long_dashes_in_two_formats_has_no_changes() -> None:
    assert not compare(read_as("docx"), read_as("pdf")).changes


def test_dashes_in_wrapped_text_begin_items_and_one_in_a_sentence_none() -> None:
    listed = "\n".join(f"— {one}" for one in ITEMS)
    made = f"{FILLER}\n\n9. The crew has to:\n{listed}\n\n10. {FULL}\n— the cook too — and rests."
    lines = [line.text for line in text.read(made.encode(), "a.txt").lines]
    assert lines[8:] == ["9. The crew has to:", *ITEMS, f"10. {FULL} — the cook too — and rests."]


def test_a_clause_in_a_frame_of_asterisks_is_its_words() -> None:
    words = ("6. Storms", "---------", "", "The crew rows to the shore when a storm is told, and",
             "stays there until it is over.", "")  # fmt: skip
    rule = "*" * 62
    frame = [rule, *(f"*  {one:56}  *" for one in words), rule]
    made = "\n".join([FILLER, "", *frame, "", "7. Nets"])
    reading = text.read(made.encode(), "a.txt")
    assert [" ".join(line.text.split()) for line in reading.lines[8:]] == [
        "6. Storms", f"{words[3]} {words[4]}", "7. Nets",
    ]  # fmt: skip
    marks = sum((place.end or 0) - place.start for place in reading.markup)
    kept = sum(len("".join(line.text.split())) for line in reading.lines)
    assert marks + kept == reading.read


def test_items_that_asterisks_mark_and_one_that_ends_in_one_are_no_frame() -> None:
    lines = text.read(b"5. Boats\n\n* oars *\n* nets\n* lamps\n", "a.txt").lines
    assert [line.style for line in lines] == ["", "list", "list", "list"]
