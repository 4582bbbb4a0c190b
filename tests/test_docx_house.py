"""The house style with Word's own numbers, a contents field, and fields that are computed anew."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from documents import clause, document
from lxml import etree
from word_samples import W, paragraph, parts, unzipped, zipped

from clausetrack.ingest import docx as reader
from clausetrack.ingest import read
from clausetrack.model import Document, plain
from clausetrack.ooxml.fields import compute_anew
from clausetrack.ooxml.package import open_package
from clausetrack.render.docx import house

pytest_plugins = ["word_processors"]

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
SAMPLE = document(
    clause("Part 4", heading="Lamps"),
    clause("4.1", "The lamp is lit."),
    clause("4.2", heading="Oil"),
    clause("4.2.1", "Oil is issued:"),
    clause("4.2.1(a)", "at dusk;"),
    clause("4.2.1(b)", "at dawn."),
    clause("4.2A", "Wick is not oil."),
    clause("4.3", "The log is kept."),
    clause("4.5", "There is no 4.4."),
    clause("5.1", "The boat is tarred."),
    title="Keepers’ Collective Agreement (2020 – 2023)",
)
LABELS = ["Part 4", "4.1", "4.2", "4.2.1", "(a)", "(b)", "4.2A", "4.3", "4.5", "5.1"]


def printed(source: Document) -> list[tuple[str, str, str, str]]:
    return [(c.id, c.number, c.heading_text, c.own_text) for c in source.clauses]


def test_numbers_are_counted_wherever_a_list_prints_the_very_label() -> None:
    lines = reader.read(house(SAMPLE, automatic=True), "house.docx").lines[1:]
    shown = [line.label or line.text.partition("\t")[0] for line in lines]
    assert shown == LABELS
    typed = [line.text.partition("\t")[0] for line in lines if not line.label]
    assert typed == ["4.2A"]


def test_a_text_is_the_same_clauses_with_typed_numbers_and_with_counted_ones() -> None:
    source = read(CORPUS / "stca-2022-25.txt")
    back = read(house(source, automatic=True), "house.docx")
    assert printed(back) == printed(source)
    computed = [c for c in back.clauses if c.label and all(r.source is None for r in c.label)]
    assert len(computed) > 400


def test_libreoffice_prints_every_counted_number(
    libreoffice: Callable[[Sequence[tuple[bytes, str]]], list[str]],
) -> None:
    source = read(CORPUS / "ptca-2023-25.txt")
    [text] = libreoffice([(house(source, automatic=True), "keep")])
    text, at = "".join(text.split()), 0
    for one in source.clauses:
        words = one.heading_text or one.own_text
        if one.number and words:
            at = text.index("".join(f"{plain(one.label)}{words}".split())[:40], at)


def test_the_contents_are_a_field_that_links_to_every_heading() -> None:
    data = house(SAMPLE, automatic=True)
    root = etree.fromstring(unzipped(data)["word/document.xml"])
    [code] = [node.text or "" for node in root.iter(f"{{{W}}}instrText")]
    assert code.split()[:2] == ["TOC", "\\o"]
    names = {node.get(f"{{{W}}}name") for node in root.iter(f"{{{W}}}bookmarkStart")}
    links = [node.get(f"{{{W}}}anchor") for node in root.iter(f"{{{W}}}hyperlink")]
    assert set(links) == names
    assert len(links) == 2
    why = {left.why for left in read(data, "house.docx").left_out}
    assert "a line of the table of contents" in why


def test_a_comparison_keeps_typed_numbers_and_no_contents() -> None:
    xml = unzipped(house(SAMPLE))["word/document.xml"]
    assert b"numId" not in xml
    assert b"instrText" not in xml


@pytest.mark.parametrize(
    ("code", "anew"),
    [(" REF _Ref1 \\r \\h ", True), (" TOC \\o ", True), (" REF _Ref1 \\h ", False)],
)
def test_fields_that_print_numbers_are_computed_anew(code: str, anew: bool) -> None:
    field = f"<w:p><w:r><w:instrText>{code}</w:instrText></w:r></w:p>"
    settings = '<w:zoom w:percent="100"/><w:compat/><w:rsids/>'
    package = open_package(zipped(parts(field + paragraph("Oil."), settings=settings)))
    root = compute_anew(package).xml("word/settings.xml")
    names = [str(node.tag).rpartition("}")[2] for node in root]
    assert names == ["zoom", *(["updateFields"] if anew else []), "compat", "rsids"]
