"""The copies for ratification and signing: the same words, and nothing of who made them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree
from word_samples import W, paragraph, parts, row, run, table, unzipped, word, zipped

from clausetrack import copies, markup
from clausetrack.errors import ProofFailed
from clausetrack.ingest import read
from clausetrack.markup import Markup
from clausetrack.model import Document
from clausetrack.ooxml.banner import with_banner
from clausetrack.ooxml.names import value, w
from clausetrack.ooxml.package import open_package, save
from clausetrack.ooxml.revisions import View, accept, has_revisions
from clausetrack.ooxml.scrub import scrubbed, traces, without_comments
from clausetrack.ooxml.text import paragraph_text

pytest_plugins = ["word_processors"]

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WHO = 'w:author="B. Keeper" w:initials="BK" w:date="2026-02-03T00:00:00Z"'


@pytest.fixture(scope="module", params=["docx", "txt"])
def result(request: pytest.FixtureRequest) -> Markup:
    base = CORPUS / f"stca-2022-25.{request.param}"
    return markup(base, CORPUS / "stca-2025-27-terms.txt", author="B. Keeper")


def wording(node: etree._Element) -> str:
    return "".join(map(str, node.itertext()))


def contents(document: Document) -> list[tuple[str, str, str, str]]:
    return [(c.id, c.number, c.heading_text, c.own_text) for c in document.clauses]


def everything(data: bytes) -> str:
    return "".join(part.decode("utf-8", "replace") for part in unzipped(data).values())


def test_the_ratification_copy_has_the_changes_and_nothing_of_their_maker(result: Markup) -> None:
    data = copies.ratification(result)
    assert "B. Keeper" in everything(result.docx)
    assert "B. Keeper" not in everything(data)
    assert not any("comments" in part for part in unzipped(data))
    assert "commentReference" not in unzipped(data)["word/document.xml"].decode()
    assert not re.search(r'w:date="|rsid', everything(data))
    views: list[tuple[View, Document]] = [
        ("rejected", result.base), ("accepted", result.applied.document)
    ]  # fmt: skip
    for view, wanted in views:
        assert contents(read(data, "out.docx", view)) == contents(wanted)


def test_the_signing_copy_is_the_new_agreement_without_a_change(result: Markup) -> None:
    data = copies.signing(result)
    package = open_package(data)
    assert not any(has_revisions(package.xml(part)) for part in package.stories())
    assert contents(read(data, "out.docx")) == contents(result.applied.document)
    assert list(traces(package)) == []


def test_copies_say_what_is_not_in_them(result: Markup) -> None:
    assert "not applied: item 8, item 17" in result.banner
    for data in (copies.ratification(result), copies.signing(result)):
        assert result.banner in {left.text for left in read(data, "out.docx").left_out}
    assert result.banner not in {left.text for left in read(result.docx, "out.docx").left_out}


def test_the_same_settlement_gives_the_same_copies(result: Markup) -> None:
    assert copies.ratification(result) == copies.ratification(result)
    assert copies.signing(result) == copies.signing(result)


def test_a_copy_with_other_words_is_not_given_out(result: Markup) -> None:
    document = result.applied.document
    other = replace(document, clauses=document.clauses[:-1])
    with pytest.raises(ProofFailed, match="signing copy"):
        copies.signing(replace(result, applied=replace(result.applied, document=other)))


def test_libreoffice_accepts_the_ratification_copy_to_the_signing_copy(
    result: Markup, libreoffice: Callable[[Sequence[tuple[bytes, str]]], list[str]]
) -> None:
    ratification, signing = copies.ratification(result), copies.signing(result)
    accepted, signed = libreoffice([(ratification, "accept"), (signing, "keep")])
    opening = "This is a sample written"  # of the text: the contents of the signing copy are new
    assert accepted.partition(opening)[2].split() == signed.partition(opening)[2].split() != []


# ---------------------------------------------------------------------------------- the scrubbing


def signed_file() -> bytes:
    """A file that names its maker wherever one can."""
    body = (
        f'<w:p w:rsidR="00AA11BB"><w:commentRangeStart w:id="1"/>{run("The lamp.")}'
        '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>'
        f'<w:ins w:id="7" {WHO.replace("w:initials=" + chr(34) + "BK" + chr(34) + " ", "")}>'
        f"{run(' Lit.')}</w:ins></w:p><w:sectPr/>"
    )
    files = parts(body, comments=f'<w:comment w:id="1" {WHO}>{paragraph("Why?")}</w:comment>',
                  settings='<w:rsids><w:rsidRoot w:val="00AA11BB"/></w:rsids>')  # fmt: skip
    core = ('<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
            'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Keepers</dc:title>'
            "<dc:creator>B. Keeper</dc:creator><cp:lastModifiedBy>B. Keeper</cp:lastModifiedBy>"
            "</cp:coreProperties>")  # fmt: skip
    app = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-'
        'properties"><Company>B. Keeper and Sons</Company><Pages>3</Pages></Properties>'
    )
    files["docProps/core.xml"], files["docProps/app.xml"] = core.encode(), app.encode()
    files["docProps/custom.xml"] = b'<Properties xmlns="urn:x"><p>B. Keeper</p></Properties>'
    package = "http://schemas.openxmlformats.org/package/2006/relationships/metadata"
    links = "".join(
        f'<Relationship Id="rId{at}" Type="{kind}" Target="docProps/{name}.xml"/>'
        for at, (kind, name) in enumerate(
            ((f"{package}/core-properties", "core"), (f"{_R}/extended-properties", "app"),
             (f"{_R}/custom-properties", "custom")), 5)
    )  # fmt: skip
    files["_rels/.rels"] = files["_rels/.rels"].replace(
        b"</Relationships>", f"{links}</Relationships>".encode()
    )
    return zipped(files)


def test_names_times_comments_and_save_ids_go_and_the_words_stay() -> None:
    package = open_package(signed_file())
    assert len(list(traces(package))) >= 5
    clean = scrubbed(without_comments(package))
    assert list(traces(clean)) == []
    shown = everything(save(clean))
    for gone in ("Keeper and", "B. Keeper", "rsid", "w:date", "commentR", "comments.xml", "custom"):
        assert gone not in shown, gone
    assert "Keepers" in shown  # the title
    assert "<Pages>3</Pages>" in shown
    assert 'w:author="Author"' in shown
    assert wording(clean.xml("word/document.xml")) == "The lamp. Lit."


def test_where_a_move_begins_a_date_must_stand_and_tells_nothing() -> None:
    start = f'<w:moveFromRangeStart w:id="8" w:name="move1" {WHO}/>'
    body = f'<w:p>{start}{run("The lamp.")}<w:moveFromRangeEnd w:id="8"/></w:p><w:sectPr/>'
    clean = scrubbed(open_package(zipped(parts(body))))
    (found,) = clean.xml("word/document.xml").iter(w("moveFromRangeStart"))
    assert found.get(w("date")) == "1970-01-01T00:00:00Z"
    assert list(traces(clean)) == []


def test_what_tells_nothing_stays_byte_for_byte() -> None:
    package = open_package(word("The lamp.", table(row("a", "b"))))
    assert scrubbed(without_comments(package)).parts == package.parts


def test_a_bookmark_goes_with_the_wording_that_it_marks() -> None:
    marked = (
        '<w:p><w:pPr><w:rPr><w:del w:id="5" w:author="x"/></w:rPr></w:pPr>'
        '<w:bookmarkStart w:id="1" w:name="_Ref1"/><w:del w:id="6" w:author="x"><w:r>'
        '<w:delText>Gone.</w:delText></w:r></w:del><w:bookmarkEnd w:id="1"/></w:p>'
    )
    kept = ('<w:p><w:bookmarkStart w:id="2" w:name="_Ref2"/>' + run("Stays.")
            + '<w:bookmarkEnd w:id="2"/></w:p>')  # fmt: skip
    root = accept(open_package(word(marked, kept))).xml("word/document.xml")
    names = [node.get(f"{{{W}}}name") for node in root.iter(f"{{{W}}}bookmarkStart")]
    assert names == ["_Ref2"]


# ------------------------------------------------------------------------------------ the banner


@pytest.mark.parametrize("sections", ["", "<w:sectPr/>", "<w:sectPr><w:titlePg/></w:sectPr>"])
def test_a_banner_is_on_every_page_of_a_file_without_headers(sections: str) -> None:
    package = with_banner(open_package(zipped(parts(paragraph("The lamp.") + sections))), "Not all")
    root = package.xml("word/document.xml")
    kinds = [str(node.get(f"{{{W}}}type")) for node in root.iter(f"{{{W}}}headerReference")]
    assert sorted(kinds) == (["default", "first"] if "titlePg" in sections else ["default"])
    headers = [part for part, kind in package.stories().items() if kind == "header"]
    assert len(headers) == len(kinds)
    for part in headers:
        assert wording(package.xml(part)) == "Not all"


def test_a_banner_stands_over_the_header_that_is_there() -> None:
    body = paragraph("The lamp.") + (
        f'<w:sectPr><w:headerReference xmlns:r="{_R}" w:type="default" r:id="rId2"/></w:sectPr>'
    )
    package = open_package(zipped(parts(body, header=paragraph("Keepers"))))
    root = with_banner(package, "Not all").xml("word/header.xml")
    texts = [wording(p) for p in root.iter(f"{{{W}}}p")]
    assert texts == ["Not all", "Keepers"]
    assert etree.tostring(package.xml("word/header.xml")).count(b"Not all") == 0


def test_the_contents_of_a_signing_copy_list_what_came_and_not_what_went() -> None:
    base = "1 Lamps\n\n1.1 Wicks\n\n1.1.1 Wicks are cut.\n\n1.2 Oil\n\n1.2.1 Oil is issued.\n"
    terms = (
        "Terms of Settlement\n\nThese terms amend the agreement.\n\n1. Glass\n\n"
        "Insert a new clause 1.3 as follows:\n\n1.3 Glass\n\n1.3.1 Glass is wiped.\n\n"
        "2. Oil\n\nDelete clause 1.2.\n"
    )
    result = markup(base.encode(), terms.encode())
    listed = {
        name: [
            paragraph_text(line)
            for line in open_package(data).xml("word/document.xml").iter(w("p"))
            if (value(line, "pPr", "pStyle") or "").startswith("TOC")
        ]
        for name, data in (("tracked", result.docx), ("signing", copies.signing(result)))
    }
    assert listed["tracked"] == ["Contents", "1 Lamps", "1.1 Wicks", "1.2 Oil"]
    assert listed["signing"] == ["Contents", "1 Lamps", "1.1 Wicks", "1.3 Glass"]


def test_a_move_has_the_day_that_the_format_wants_and_that_tells_nothing() -> None:
    ends = "".join(
        f'<w:{end}RangeStart w:id="{at}" w:name="m" w:author="B. Keeper" '
        'w:date="2026-02-03T00:00:00Z"/>'
        f'<w:{end} w:id="{at + 2}" w:author="B. Keeper">{run("Oil.")}</w:{end}>'
        f'<w:{end}RangeEnd w:id="{at}"/>'
        for at, end in enumerate(("moveFrom", "moveTo"), 1)
    )
    package = scrubbed(open_package(word(f"<w:p>{ends}</w:p>")))
    root = package.xml("word/document.xml")
    starts = [*root.iter(w("moveFromRangeStart")), *root.iter(w("moveToRangeStart"))]
    assert [start.get(w("date")) for start in starts] == ["1970-01-01T00:00:00Z"] * 2
    assert not list(traces(package))
