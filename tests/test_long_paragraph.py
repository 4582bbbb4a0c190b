"""A paragraph of very many words: its changes are right, and take time as the words do."""

from __future__ import annotations

import random

import pytest
from lxml import etree
from word_samples import body_texts, paragraph, run, unzipped, word

from clausetrack.comparison import tracked
from clausetrack.diff.similarity import together
from clausetrack.ooxml.marks import stamp, text_of
from clausetrack.ooxml.names import Element, w
from clausetrack.ooxml.package import open_package, save
from clausetrack.ooxml.revisions import accept, reject
from clausetrack.ooxml.text import pieces


def _pair(count: int, size: int) -> tuple[bytes, bytes, str, str]:
    """A paragraph of so many words, in runs of so many, and the same with a tenth of them new."""
    rng = random.Random(count)
    old = [f"{rng.choice(('lamp', 'oil', 'rope', 'tide'))}{rng.randint(1, 999)}"
           for _ in range(count)]  # fmt: skip
    new = [f"{one}x" if rng.random() < 0.1 else one for one in old]
    files = [
        word(paragraph(run("Harbour")),
             paragraph(*(run(" ".join(side[at : at + size]) + " ", "<w:b/>" * (at // size % 2))
                         for at in range(0, count, size))))
        for side in (old, new)
    ]  # fmt: skip
    return files[0], files[1], " ".join(["Harbour", *old]), " ".join(["Harbour", *new])


def _text(data: bytes) -> str:
    return " ".join(" ".join(body_texts(unzipped(data)["word/document.xml"])).split())


@pytest.mark.parametrize("size", [100_000, 7])
def test_both_versions_stand_in_a_long_paragraph(size: int) -> None:
    for count in (2_000, 8_000):
        old, new, was, now = _pair(count, size)
        made = open_package(tracked(old, new, "old.docx", "new.docx")[0])
        assert _text(save(reject(made))) == was
        assert _text(save(accept(made))) == now


def _said(element: Element) -> str:
    return "".join(str(text) for text in element.itertext())


def _paragraph(*runs: str) -> Element:
    found = etree.fromstring(unzipped(word(paragraph(*runs)))["word/document.xml"])
    element = found.find(f".//{w('p')}")
    assert element is not None
    return element


def test_runs_are_parted_at_all_places_at_once() -> None:
    said = ("Oil is ", "landed at dusk", " by the mate")
    element = _paragraph(*(run(text, "<w:b/>") for text in said))
    text = text_of(element, pieces(element))
    text.part([3, 9, 7, 15, 33])  # in "Oil", behind "is ", in "landed at", and at both ends of all
    parts = ["Oil", " is ", "la", "nded a", "t dusk", " by the mate"]
    assert [span.text for span in text.spans] == parts
    runs = element.findall(w("r"))
    assert [_said(one) for one in runs] == parts
    assert all(one.find(f"{w('rPr')}/{w('b')}") is not None for one in runs)
    by = stamp(element, "A", None)
    text.delete(7, 9, by)
    text.insert(9, "sto", by)
    assert [_said(one) for one in element.iter(w("del"))] == ["la"]
    assert [_said(one) for one in element.iter(w("ins"))] == ["sto"]


def test_what_stands_behind_a_text_in_its_run_follows_the_last_part() -> None:
    both = run("Oil is landed").replace("</w:t>", "</w:t><w:tab/><w:t>at dusk</w:t>")
    element = _paragraph(both)
    text = text_of(element, pieces(element))
    text.part([4, 16])
    assert [span.text for span in text.spans] == ["Oil ", "is landed", "\t", "at", " dusk"]
    assert [_said(one) for one in element.iter(w("r"))] == [
        "Oil ", "is landedat", " dusk"
    ]  # fmt: skip
    text.delete(13, 14, stamp(element, "A", None))
    (gone,) = element.iter(w("del"))
    assert len(list(gone.iter(w("tab")))) == 1
    assert _said(gone) == ""


def test_how_much_of_a_long_piece_stands_in_the_whole_is_told_by_its_stretch() -> None:
    rng = random.Random(5)
    whole = [f"w{rng.randint(0, 100_000)}" for _ in range(4_000)]
    assert together(whole[1000:2000], whole) == 1.0
    assert together([f"x{at}" for at in range(1000)], whole) == 0.0
    apart = [word for at in range(0, 4_000, 40) for word in whole[at : at + 10]]
    assert together(apart, whole) < 0.5  # all of it stands there, and not in one stretch


def test_a_typed_character_of_a_font_of_symbols_is_no_note_or_picture() -> None:
    """Such a character (U+F0B7, a bullet of Symbol) is what notes are compared by, too."""
    old = word(paragraph(run("Harbour")), paragraph(run("1.1 Oil is landed at dusk.")))
    new = "Harbour\n\n1.1 Oil \uf0b7 rope and \ue000 is landed at dusk.\n".encode()
    made = open_package(tracked(old, new, "old.docx", "new.txt")[0])
    assert _text(save(reject(made))) == "Harbour 1.1 Oil is landed at dusk."
    assert _text(save(accept(made))) == "Harbour 1.1 Oil \uf0b7 rope and \ue000 is landed at dusk."
