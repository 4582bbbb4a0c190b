"""Tracked changes accepted and rejected, kind by kind, and on real files with their twins."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from word_samples import (
    WHO,
    body_texts,
    cell,
    deleted,
    inserted,
    paragraph,
    row,
    run,
    table,
    unzipped,
    word,
)

from clausetrack.ooxml.package import Package, open_package, save
from clausetrack.ooxml.revisions import accept, has_revisions, reject

pytest_plugins = ["word_processors"]


def body(package: Package) -> list[str]:
    return body_texts(package.parts["word/document.xml"])


def both(*blocks: str) -> tuple[list[str], list[str]]:
    """What is left of the blocks with all changes accepted, and with all rejected."""
    package = open_package(word(*blocks), "sample.docx")
    return body(accept(package)), body(reject(package))


CELL_INSERTED = f'<w:cellIns w:id="1" {WHO}/>'
CELL_DELETED = f'<w:cellDel w:id="1" {WHO}/>'
ROW_INSERTED = f'<w:ins w:id="1" {WHO}/>'
ROW_DELETED = f'<w:del w:id="1" {WHO}/>'

# name: (blocks, accepted, rejected)
KINDS: dict[str, tuple[tuple[str, ...], list[str], list[str]]] = {
    "words": (
        (paragraph("Oil ", inserted("and wick "), deleted("and rope "), "is issued."),),
        ["Oil and wick is issued."],
        ["Oil and rope is issued."],
    ),
    "inserted, then deleted again": (
        (paragraph("Oil", inserted(deleted(" and tar")), " is issued."),),
        ["Oil is issued."],
        ["Oil is issued."],
    ),
    "a move": (
        (
            paragraph(deleted("First.", "moveFrom"), mark="moveFrom"),
            "Second.",
            paragraph(inserted("First.", kind="moveTo"), mark="moveTo"),
            "Third.",
        ),
        ["Second.", "First.", "Third."],
        ["First.", "Second.", "Third."],
    ),
    "an inserted paragraph": (
        ("One.", paragraph(inserted("Two."), mark="ins"), "Three."),
        ["One.", "Two.", "Three."],
        ["One.", "Three."],
    ),
    "a deleted paragraph": (
        ("One.", paragraph(deleted("Two."), mark="del"), "Three."),
        ["One.", "Three."],
        ["One.", "Two.", "Three."],
    ),
    "a split paragraph": (
        (paragraph("Oil is issued.", mark="ins"), "Wick is not."),
        ["Oil is issued.", "Wick is not."],
        ["Oil is issued.Wick is not."],
    ),
    "a joined paragraph": (
        (paragraph("Oil is issued.", mark="del"), "Wick is not."),
        ["Oil is issued.Wick is not."],
        ["Oil is issued.", "Wick is not."],
    ),
    "three joined paragraphs": (
        (paragraph("One ", mark="del"), paragraph("two ", mark="del"), "three."),
        ["One two three."],
        ["One ", "two ", "three."],
    ),
    "the last paragraph inserted": (
        ("One.", paragraph(inserted("Two."), mark="ins")),
        ["One.", "Two."],
        ["One."],
    ),
    "a deleted paragraph before a table": (
        ("One.", paragraph(deleted("Two."), mark="del"), table(row("a", "b")), "End."),
        ["One.", "a", "b", "End."],
        ["One.", "Two.", "a", "b", "End."],
    ),
    "text that cannot be joined to a table": (
        (paragraph("One.", mark="del"), table(row("a", "b")), "End."),
        ["One.", "a", "b", "End."],
        ["One.", "a", "b", "End."],
    ),
    "a deleted paragraph at the end of a cell": (
        (table(row(cell("a", paragraph(deleted("b"), mark="del")), "c")), "End."),
        ["a", "c", "End."],
        ["a", "b", "c", "End."],
    ),
    "a cell keeps a paragraph": (
        (table(row(cell(paragraph(deleted("a"), mark="del")), "c")), "End."),
        ["", "c", "End."],
        ["a", "c", "End."],
    ),
    "rows": (
        (
            table(
                row("1", "$10"),
                row("2", "$20", properties=ROW_DELETED),
                row("3", "$30", properties=ROW_INSERTED),
            ),
            "End.",
        ),
        ["1", "$10", "3", "$30", "End."],
        ["1", "$10", "2", "$20", "End."],
    ),
    "a table": (
        (
            "One.",
            table(row("1", "$10", properties=ROW_DELETED)),
            table(row("1", "$11", properties=ROW_INSERTED)),
            "End.",
        ),
        ["One.", "1", "$11", "End."],
        ["One.", "1", "$10", "End."],
    ),
    "cells": (
        (
            table(
                row(
                    "1",
                    cell("$10", properties=CELL_DELETED),
                    cell("$11", properties=CELL_INSERTED),
                )
            ),
            "End.",
        ),
        ["1", "$11", "End."],
        ["1", "$10", "End."],
    ),
    "a deleted tab": (
        (paragraph(f"<w:del {WHO}><w:r><w:delText>(a)</w:delText><w:tab/></w:r></w:del>", "Oil."),),
        ["Oil."],
        ["(a)\tOil."],
    ),
    "a link that is deleted whole": (
        (paragraph("See ", f"<w:hyperlink>{deleted('the chart')}</w:hyperlink>", "below."),),
        ["See below."],
        ["See the chartbelow."],
    ),
    "a content control": (
        (f"<w:sdt><w:sdtContent>{paragraph(deleted('One.'), mark='del')}</w:sdtContent></w:sdt>",
         "Two."),
        ["Two."],
        ["One.", "Two."],
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_change_can_be_accepted_and_rejected(kind: str) -> None:
    blocks, accepted, rejected = KINDS[kind]
    assert both(*blocks) == (accepted, rejected)


@pytest.mark.parametrize("kind", KINDS)
def test_no_change_is_left_and_settling_twice_settles_once(kind: str) -> None:
    package = open_package(word(*KINDS[kind][0]), "sample.docx")
    for settle in (accept, reject):
        settled = settle(package)
        assert not has_revisions(settled.xml(settled.document))
        assert save(settle(settled)) == save(settled)


def xml(settled: Package) -> str:
    return settled.parts["word/document.xml"].decode()


def test_rejecting_brings_back_the_old_settings() -> None:
    changed = (
        f'<w:p><w:pPr><w:jc w:val="center"/><w:pPrChange w:id="1" {WHO}><w:pPr>'
        '<w:jc w:val="right"/></w:pPr></w:pPrChange></w:pPr>'
        f'<w:r><w:rPr><w:b/><w:rPrChange w:id="2" {WHO}><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr>'
        "<w:t>Oil.</w:t></w:r></w:p>"
    )
    package = open_package(word(changed), "sample.docx")
    assert '<w:jc w:val="center"/>' in xml(accept(package))
    assert "<w:b/>" in xml(accept(package))
    assert "<w:i/>" not in xml(accept(package))
    assert '<w:jc w:val="right"/>' in xml(reject(package))
    assert "<w:i/>" in xml(reject(package))
    assert "<w:b/>" not in xml(reject(package))
    assert "Change" not in xml(accept(package)) + xml(reject(package))


def test_a_section_keeps_its_header_when_its_change_is_rejected() -> None:
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:pgSz w:w="9"/>'
        f'<w:sectPrChange w:id="1" {WHO}><w:sectPr><w:pgSz w:w="5"/></w:sectPr></w:sectPrChange>'
        "</w:sectPr>"
    )
    settled = xml(reject(open_package(word("Oil.", section), "sample.docx")))
    assert settled.index("headerReference") < settled.index('<w:pgSz w:w="5"/>')
    assert 'w:w="9"' not in settled


def test_an_inserted_number_goes_when_it_is_rejected() -> None:
    numbered = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/>'
        f'<w:ins w:id="1" {WHO}/></w:numPr></w:pPr><w:r><w:t>Oil.</w:t></w:r></w:p>'
    )
    package = open_package(word(numbered), "sample.docx")
    assert "numPr" in xml(accept(package))
    assert "numPr" not in xml(reject(package))


def test_a_tracked_merge_of_cells_is_a_merge_or_none() -> None:
    merge = '<w:cellMerge w:id="1" {} w:vMerge="{}"/>'
    rows = (row(cell("a", properties=merge.format(WHO, kind)), "b") for kind in ("rest", "cont"))
    package = open_package(word(table(*rows), "End."), "sample.docx")
    assert xml(accept(package)).count('<w:vMerge w:val="restart"/>') == 1
    assert xml(accept(package)).count('<w:vMerge w:val="continue"/>') == 1
    assert "erge" not in xml(reject(package))


def test_bookmarks_outlive_the_words_around_them() -> None:
    marked = (
        f'<w:del {WHO}><w:bookmarkStart w:id="7" w:name="oil"/>{run("Oil", "", "delText")}</w:del>'
    )
    block = paragraph(marked, '<w:bookmarkEnd w:id="7"/>', "is issued.")
    settled = xml(accept(open_package(word(block), "sample.docx")))
    assert "bookmarkStart" in settled
    assert "Oil" not in settled


def test_every_story_is_settled_and_untouched_parts_stay() -> None:
    changed = paragraph("Page ", inserted("one"), deleted("two"))
    data = word("The lamp.", header=changed, footnotes=f"<w:footnote>{changed}</w:footnote>")
    package = open_package(data, "sample.docx")
    settled = accept(package)
    for part in ("word/header.xml", "word/footnotes.xml"):
        assert b"Page " in settled.parts[part]
        assert b"two" not in settled.parts[part]
    before, after = unzipped(data), unzipped(save(settled))
    changed_parts = {part for part in before if before[part] != after[part]}
    assert changed_parts == {"word/header.xml", "word/footnotes.xml"}


# --------------------------------------------------------------------------------- real files


def _twins(cases: Path) -> list[tuple[Path, str, Path]]:
    folder = cases / "docx-tracked"
    triples = json.loads((folder / "triples.json").read_text("utf-8"))
    return [
        (folder / triple["tracked"], view, folder / triple[view])
        for triple in triples
        for view in ("accepted", "rejected")
        if view in triple
    ]


def test_real_files_settled_read_as_their_twins(cases: Path) -> None:
    """Empty paragraphs are left out: the twins keep one where a paragraph was moved away."""
    settle: dict[str, Callable[[Package], Package]] = {"accepted": accept, "rejected": reject}
    wrong = []
    for tracked, view, twin in _twins(cases):
        ours = body(settle[view](open_package(tracked.read_bytes(), tracked.name)))
        theirs = body(open_package(twin.read_bytes(), twin.name))
        if [text for text in ours if text.strip()] != [text for text in theirs if text.strip()]:
            wrong.append(f"{tracked.name} {view}")
    assert wrong == []


def test_real_files_settled_are_as_libreoffice_settles_them(
    cases: Path, libreoffice: Callable[..., list[str]]
) -> None:
    """Body text alone, without white space: LibreOffice prints notes and boxes where they stand."""
    names = ("RP003-Inserted-Text.docx", "RP006-Inserted-Paragraph-Mark.docx",
             "RP009-Deleted-Table-Row.docx", "RP012-Multiple-Inserted-Rows.docx",
             "RP015-MoveFrom-MoveTo.docx", "RP039-Inserted-Paras-at-End.docx",
             "RP045-One-and-Half-Deleted-Lines-at-End.docx")  # fmt: skip
    files = [(cases / "docx-tracked" / name).read_bytes() for name in names]
    theirs = libreoffice([(data, view) for data in files for view in ("accept", "reject")])
    ours = [settle(open_package(data, "x")) for data in files for settle in (accept, reject)]
    assert ["".join("".join(body(one)).split()) for one in ours] == [
        "".join(text.split()) for text in theirs
    ]
