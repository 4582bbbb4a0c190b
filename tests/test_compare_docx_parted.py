"""Paragraphs that were split or joined: the ends between the parts are tracked, not the parts."""

from __future__ import annotations

import pytest
from lxml import etree
from word_samples import W as W_NS
from word_samples import paragraph, run, unzipped, word

from clausetrack.comparison import tracked
from clausetrack.ooxml.package import open_package, save
from clausetrack.ooxml.revisions import accept, reject

W = f"{{{W_NS}}}"
HEAD = "1. Lamps"
LIT = "The lamp is lit at dusk and put out when the sun is up."
OIL = "Oil is issued on the first of the month to the keeper within {} days."
ROPE = "Rope is ordered in spring by the head keeper on the form that the board keeps."
LAST = "{} A mate who stood the middle watch may rest until the tender calls at noon."
WHOLE = [HEAD, f"1.1 {LIT} {OIL.format(10)} {ROPE}", LAST.format("1.2")]
PARTS = [HEAD, f"1.1 {LIT}", f"1.2 {OIL.format(5)}", f"1.3 {ROPE}", LAST.format("1.4")]


def lines(data: bytes) -> list[str]:
    root = etree.fromstring(unzipped(data)["word/document.xml"])
    return ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in root.iter(f"{W}p")]


def marked(old: bytes, new: bytes) -> tuple[list[str], list[str], list[str]]:
    """What is deleted and inserted, white space apart, and the marks on the ends of paragraphs."""
    data = tracked(old, new)[0]
    package = open_package(data)
    assert lines(save(accept(package))) == lines(new)
    assert lines(save(reject(package))) == lines(old)
    root = etree.fromstring(unzipped(data)["word/document.xml"])
    gone, come = (
        [text for box in root.iter(f"{W}{name}")
         if (text := "".join(t.text or "" for t in box.iter(f"{W}t", f"{W}delText")).strip())]
        for name in ("del", "ins")
    )  # fmt: skip
    marks = (mark for end in root.iter(f"{W}pPr") for mark in end.iterfind(f"{W}rPr"))
    return gone, come, [etree.QName(node).localname for mark in marks for node in mark]


def test_of_a_paragraph_that_was_split_only_the_ends_and_the_edits_are_marked() -> None:
    assert marked(word(*WHOLE), word(*PARTS)) == (
        ["10", "1.2"], ["1.2", "5", "1.3", "1.4"], ["ins", "ins"],
    )  # fmt: skip


def test_of_paragraphs_that_were_joined_only_the_ends_and_the_edits_are_marked() -> None:
    assert marked(word(*PARTS), word(*WHOLE)) == (
        ["1.2", "5", "1.3", "1.4"], ["10", "1.2"], ["del", "del"],
    )  # fmt: skip


@pytest.mark.parametrize("turned", [False, True])
def test_what_became_a_list_is_cut_at_its_items(turned: bool) -> None:
    whole = [HEAD, "1.1 The keeper must trim the wick, wind the clock of the lamp each evening, "
             "and enter both in the log.", LAST.format("1.2")]  # fmt: skip
    items = [HEAD, "1.1 The keeper must:", "(a) trim the wick;", "(b) wind the clock of the lamp "
             "each evening; and", "(c) enter both in the log.", LAST.format("1.2")]  # fmt: skip
    sides = (items, whole) if turned else (whole, items)
    gone, come, ends = marked(word(*sides[0]), word(*sides[1]))
    assert ends == ["del" if turned else "ins"] * 3
    assert not any(word in text for text in (*gone, *come) for word in ("trim", "clock", "enter"))


def test_what_holds_a_field_is_not_cut_and_no_text_is_lost() -> None:
    field = f'<w:fldSimple w:instr="REF a">{run(OIL.format(10))}</w:fldSimple>'
    whole = paragraph(run(f"1.1 {LIT} "), field, run(f" {ROPE}"))
    gone, come, _ = marked(word(HEAD, whole, WHOLE[2]), word(*PARTS))
    assert any(ROPE in text for text in gone)
    assert f"1.3 {ROPE}" in come
