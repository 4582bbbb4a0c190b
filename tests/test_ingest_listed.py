"""Contents pages that nothing in the file marks as such."""

from __future__ import annotations

import pytest
from word_samples import paragraph, word

from clausetrack.ingest import lines, read
from clausetrack.ingest.listed import is_contents_title

TITLE = "Lamp Keepers Collective Agreement 2025-2027"
BODY = [
    "1. Watches", "1.1 A watch lasts four hours.",
    "2. Oil and wicks", "2.1 The employer gives oil.",
    "3. Boats", "3.1 A boat is kept at each light, and one more at the second of them.",
    "4. Storms", "4.1 No boat leaves in a storm.",
]  # fmt: skip
ENTRIES = ["1. Watches", "2. Oil and wicks", "3. Boats", "4. Storms"]
WANTED = ["1", "1.1", "2", "2.1", "3", "3.1", "4", "4.1"]


def numbered(data: bytes, name: str) -> list[str]:
    return [clause.id for clause in read(data, name).clauses if clause.number]


@pytest.mark.parametrize(
    "entries",
    [
        [f"{entry}\t{page}" for page, entry in enumerate(ENTRIES, 3)],
        [f"{entry} ........ {page}" for page, entry in enumerate(ENTRIES, 3)],
        ENTRIES,
        [entry.upper() for entry in ENTRIES],
    ],
)
@pytest.mark.parametrize("title", ["Contents", "Table of Contents / Rārangi upoko"])
def test_contents_that_were_typed_are_left_out_in_every_format(
    entries: list[str], title: str
) -> None:
    paragraphs = [TITLE, title, *entries, *BODY]
    web = "".join(f"<p>{text}</p>" for text in paragraphs)
    for name, data in (
        ("a.docx", word(*map(paragraph, paragraphs))),
        ("a.html", f"<html><body>{web}</body></html>".encode()),
        ("a.txt", "\n\n".join(paragraphs).encode()),
    ):
        assert numbered(data, name) == WANTED
        found = lines(data, name)
        gone = [entry.text.split()[0] for entry in found.left_out if "contents" in entry.why]
        assert gone == [title.split()[0], "1.", "2.", "3.", "4."]
        shown = "".join("".join(line.text.split()) for line in found.lines)
        out = "".join("".join(entry.text.split()) for entry in found.left_out)
        assert len(shown) + len(out) == found.read


def test_page_numbers_tell_contents_without_a_title() -> None:
    entries = [f"{entry}\t{page}" for page, entry in enumerate([*ENTRIES, "5. Fog"], 3)]
    body = [*BODY, "5. Fog", "5.1 In fog the bell is rung."]
    data = word(*map(paragraph, [TITLE, *entries, *body]))
    assert numbered(data, "a.docx") == [*WANTED, "5", "5.1"]


def test_a_clause_about_contents_and_its_list_stay() -> None:
    body = [TITLE, "1. Boxes", "Contents", "(a) two lamps;", "(b) a can of oil 4;",
            "(c) a coil of rope 5", "2. Keys", "2.1 Keys are kept in the box."]  # fmt: skip
    data = word(*map(paragraph, body))
    assert lines(data, "a.docx").left_out == ()
    assert [line.text for line in lines(data, "a.docx").lines] == body


def test_the_words_of_a_title() -> None:
    for text in ("CONTENTS", "Table of contents:", "Ngā ihirangi", "Contents | Ngā Ihirangi"):
        assert is_contents_title(text)
    for text in ("The contents of a locker", "Contents insurance", ""):
        assert not is_contents_title(text)
