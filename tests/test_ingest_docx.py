"""Word files read: the text and where it stood, tables, what is left out, and nothing lost."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from word_samples import (
    WHO,
    cell,
    deleted,
    inserted,
    paragraph,
    parts,
    row,
    run,
    table,
    word,
    zipped,
)

from clausetrack.errors import InvalidXml
from clausetrack.ingest.docx import read
from clausetrack.model import Line, Reading, Run
from clausetrack.ooxml.revisions import View


def lines(*blocks: str, view: View = "accepted", **stories: str) -> tuple[Line, ...]:
    return read(word(*blocks, **stories), "sample.docx", view).lines


def texts(*blocks: str, view: View = "accepted") -> list[str]:
    return [line.text for line in lines(*blocks, view=view)]


def characters(text: str) -> int:
    return sum(not character.isspace() for character in text)


def accounted(reading: Reading) -> int:
    """The non-space characters that the lines, their cells and what is left out hold."""
    cells = [cell.text for line in reading.lines for cell in line.cells or ()]
    found = [line.text for line in reading.lines] + cells
    return sum(map(characters, [*found, *(left.text for left in reading.left_out)]))


# --------------------------------------------------------------------------------- paragraphs


def test_a_paragraph_is_a_line_without_the_space_around_it() -> None:
    assert texts("  4.1\tThe lamp. ", "   ", "The oil.") == ["4.1\tThe lamp.", "The oil."]


def test_breaks_tabs_hyphens_and_symbols_are_text() -> None:
    block = paragraph(
        "<w:r><w:t>4.1</w:t><w:tab/><w:t>night</w:t><w:noBreakHyphen/><w:t>time</w:t><w:br/>"
        '<w:t>two</w:t><w:softHyphen/><w:t>fold</w:t><w:br w:type="page"/>'
        '<w:sym w:font="Symbol" w:char="F0B7"/></w:r>'
    )
    assert texts(block) == ["4.1\tnight\u2011time\ntwofold•"]


def test_text_is_in_normal_form() -> None:
    assert texts("Te Reo Ma\u0304ori") == ["Te Reo Māori"]


def test_the_instructions_of_a_field_are_no_text() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF _Ref1 \\r</w:instrText>'
        '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>4.3</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert texts(paragraph("under clause ", field, " above")) == ["under clause 4.3 above"]


def test_links_fields_and_content_controls_are_read_in_place() -> None:
    block = paragraph(
        "<w:hyperlink><w:r><w:t>one</w:t></w:r></w:hyperlink>",
        "<w:sdt><w:sdtContent><w:r><w:t>, two</w:t></w:r></w:sdtContent></w:sdt>",
        '<w:fldSimple w:instr="PAGE"><w:r><w:t>, 3</w:t></w:r></w:fldSimple>',
        "<m:oMath><m:r><m:t>, x</m:t></m:r></m:oMath>",
    )
    control = f"<w:sdt><w:sdtContent>{paragraph('five')}</w:sdtContent></w:sdt>"
    assert texts(block, control) == ["one, two, 3, x", "five"]


def test_of_two_branches_one_is_read() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:txbxContent>"
    block = paragraph(
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{box.format("Notice")}</mc:Choice>'
        f"<mc:Fallback>{box.format('Notice')}</mc:Fallback></mc:AlternateContent></w:r>",
        "The lamp.",
    )
    reading = read(word(block, "The oil."), "sample.docx")
    assert [line.text for line in reading.lines] == ["The lamp.", "The oil."]
    assert [(left.text, left.why) for left in reading.left_out] == [("Notice", "in a text box")]
    assert reading.read == accounted(reading) == len("Thelamp.Theoil.Notice")


def test_two_branches_around_paragraphs_are_read_as_one() -> None:
    block = (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{paragraph("The lamp.")}</mc:Choice>'
        f"<mc:Fallback>{paragraph('The lamp.')}</mc:Fallback></mc:AlternateContent>"
    )
    reading = read(word(block, "The oil."), "sample.docx")
    assert [line.text for line in reading.lines] == ["The lamp.", "The oil."]
    assert reading.left_out == ()


@pytest.mark.parametrize("view", ["accepted", "rejected"])
def test_a_text_box_in_a_header_is_told_once(view: View) -> None:
    inner = f"<w:txbxContent>{paragraph(run('Page'), inserted(' two'))}</w:txbxContent>"
    box = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{inner}</mc:Choice>'
        f"<mc:Fallback>{inner}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    reading = read(word("The oil.", header=paragraph(box)), "sample.docx", view)
    put = "inserted by a tracked change" if view == "rejected" else "in the page header"
    told = [(left.text.strip(), left.why) for left in reading.left_out]
    assert "".join(text for text, _ in told).replace(" ", "") == "Pagetwo"
    assert {why for text, why in told if "two" in text} == {put}
    assert reading.read == accounted(reading)


def test_a_text_box_in_a_text_box_is_told_once() -> None:
    small = f"<w:r><w:txbxContent>{paragraph('Note')}</w:txbxContent></w:r>"
    large = f"<w:r><w:txbxContent>{paragraph('Notice', small)}</w:txbxContent></w:r>"
    reading = read(word(paragraph("The oil.", large)), "sample.docx")
    assert [left.text for left in reading.left_out] == ["Notice", "Note"]


def test_text_where_no_text_should_be_is_told() -> None:
    inside = table(row("a rope", "a bell"))
    reading = read(word(paragraph("The oil.", inside)), "sample.docx")
    assert [line.text for line in reading.lines] == ["The oil."]
    assert [left.text for left in reading.left_out] == ["a rope", "a bell"]
    assert reading.read == accounted(reading)
    assert [each.code for each in reading.findings] == ["text-left-out"]


def test_another_document_that_stands_in_the_file_is_told() -> None:
    content = parts(paragraph("The oil.") + '<w:altChunk r:id="rId9"/>')
    links = "word/_rels/document.xml.rels"
    content[links] = content[links].replace(
        b"</Relationships>",
        b'<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'relationships/aFChunk" Target="more.html"/></Relationships>',
    )
    content["word/more.html"] = b"<p>The wick.</p>"
    [found] = read(zipped(content), "sample.docx").findings
    assert found.code == "part-unread"
    assert "word/more.html" in found.message
    assert read(word("The oil."), "sample.docx").findings == ()


def test_emphasis_is_that_of_the_words_and_not_of_the_paragraph_style() -> None:
    block = paragraph(
        run("Oil", "<w:b/><w:i/>"),
        run(" is", '<w:b w:val="0"/><w:u w:val="single"/>'),
        run(" issued", '<w:rStyle w:val="Strong"/>'),
        run(" free", '<w:rStyle w:val="Strong"/><w:b w:val="false"/>'),
        run(".", '<w:u w:val="none"/>'),
        style="Title",
    )
    [line] = lines(block)
    assert [(one.text, one.emphasis) for one in line.runs] == [
        ("Oil", "bi"),
        (" is", "u"),
        (" issued", "b"),
        (" free.", ""),
    ]


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("", ("", 0)),
        ("Title", ("title", 0)),
        ("H2", ("heading", 2)),
        ("Sub", ("heading", 2)),
        ("Outline", ("heading", 1)),
        ("Dots", ("list", 1)),
        ("unknown", ("", 0)),
    ],
)
def test_the_style_tells_what_a_paragraph_is(style: str, expected: tuple[str, int]) -> None:
    [line] = lines(paragraph("The lamp.", style=style))
    assert (line.style, line.level) == expected


def test_every_run_stands_where_it_says() -> None:
    blocks = (
        "The lamp.",
        table(row("Step", "Rate"), row("1", cell(paragraph(" $10 ", run("a year", "<w:b/>"))))),
        paragraph(" The ", run("oil", "<w:b/>"), inserted(" and wick"), deleted(" alone"), "."),
    )
    reading = read(word(*blocks), "sample.docx")
    runs = [one for line in reading.lines for one in line.runs]
    runs += [one for line in reading.lines for c in line.cells or () for one in c.runs]
    # the paragraphs of the file, in the accepted view, as a person counts them
    paragraphs = ["The lamp.", "Step", "Rate", "1", " $10 a year", " The oil and wick."]
    for one in runs:
        assert isinstance(one, Run)
        assert one.source is not None
        assert one.source.paragraph is not None
        assert one.source.part == "word/document.xml"
        assert paragraphs[one.source.paragraph][one.source.start : one.source.end] == one.text
    assert {one.source.paragraph for one in runs if one.source} == set(range(6))


# ------------------------------------------------------------------------------------- tables


def test_merged_cells_are_spans() -> None:
    wide = '<w:gridSpan w:val="2"/>'
    tall, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    [first, second, third] = lines(
        table(
            row(cell("Step"), cell("Rates", properties=wide)),
            row(cell("1", properties=tall), "$10", "$11"),
            row(cell("", properties=on), "$12", "$13"),
            columns=3,
        )
    )
    shapes = [
        [(c.text, c.colspan, c.rowspan) for c in line.cells or ()]
        for line in (first, second, third)
    ]
    assert shapes == [
        [("Step", 1, 1), ("Rates", 2, 1)],
        [("1", 1, 2), ("$10", 1, 1), ("$11", 1, 1)],
        [("$12", 1, 1), ("$13", 1, 1)],
    ]
    assert {line.table for line in (first, second, third)} == {1}


def test_text_behind_a_merged_cell_is_left_out_and_not_lost() -> None:
    tall, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = (row(cell("1", properties=tall), "a"), row(cell("hidden", properties=on), "b"))
    reading = read(word(table(*rows)), "sample.docx")
    assert [(left.text, left.why) for left in reading.left_out] == [
        ("hidden", "in a cell that is hidden by a merged one")
    ]
    assert reading.read == accounted(reading)


def test_a_merge_that_begins_nowhere_hides_nothing() -> None:
    tall, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    gone = f"<w:del {WHO} w:id='904'/>"
    rows = (
        row(cell("1", properties=tall), "a", properties=gone),
        row(cell("2", properties=on), "b"),
        row(cell("hidden", properties=on), "c"),
        row("3", "d"),
        row(cell("4", properties=on), "e"),
    )
    found = [[(c.text, c.rowspan) for c in line.cells or ()] for line in lines(table(*rows))]
    assert found == [
        [("2", 2), ("b", 1)],
        [("c", 1)],
        [("3", 1), ("d", 1)],
        [("4", 1), ("e", 1)],
    ]


def test_a_cell_holds_its_paragraphs_and_the_tables_in_it() -> None:
    inner = table(row("x", "y"), columns=2)
    content = f"<w:tc><w:tcPr/>{paragraph('one')}{inner}{paragraph('two')}</w:tc>"
    [line] = lines(table(row(content, "b")))
    assert [c.text for c in line.cells or ()] == ["one\nx\ny\ntwo", "b"]


def test_tables_are_told_apart_and_empty_rows_stay() -> None:
    found = lines(table(row("a", "b"), row("", "")), "Between.", table(row("c", "d")))
    assert [line.table for line in found] == [1, 1, None, 2]
    assert [line.text for line in found] == ["", "", "Between.", ""]


# ----------------------------------------------------------------------------------- versions


TRACKED = (
    paragraph("Oil ", inserted("and wick "), deleted("and rope "), "is issued."),
    paragraph(deleted("Two."), mark="del"),
    paragraph(inserted("Three."), mark="ins"),
    "Four.",
)


@pytest.mark.parametrize(
    ("properties", "codes"),
    [
        ("<w:strike/>", ["text-struck-out"]),
        ("<w:dstrike/>", ["text-struck-out"]),
        ("<w:vanish/>", ["text-hidden"]),
        ('<w:strike w:val="0"/>', []),
        ("<w:b/>", []),
    ],
)
def test_words_that_a_reader_takes_for_deleted_or_cannot_see_are_said(
    properties: str, codes: list[str]
) -> None:
    body = paragraph("Oil is issued, ", run("but never on a Sunday", properties), ".")
    reading = read(word(body), "sample.docx")
    assert "".join(texts(body)) == "Oil is issued, but never on a Sunday."
    assert [finding.code for finding in reading.findings] == codes
    assert all(one.quote == "but never on a Sunday" for one in reading.findings)


def test_words_struck_out_by_a_tracked_change_are_no_finding() -> None:
    struck = paragraph("Oil is issued", deleted(", but never on a Sunday"), ".")
    codes = [one.code for one in read(word(struck), "sample.docx").findings]
    assert codes == ["document-marked-up"]


def test_a_marked_up_file_is_read_in_the_version_that_was_asked_for() -> None:
    assert texts(*TRACKED) == ["Oil and wick is issued.", "Three.", "Four."]
    assert texts(*TRACKED, view="rejected") == ["Oil and rope is issued.", "Two.", "Four."]


@pytest.mark.parametrize(
    ("view", "dropped", "why"),
    [
        ("accepted", ["and rope ", "Two."], "deleted by a tracked change"),
        ("rejected", ["and wick ", "Three."], "inserted by a tracked change"),
    ],
)
def test_what_the_version_drops_is_left_out_and_said(
    view: View, dropped: list[str], why: str
) -> None:
    reading = read(word(*TRACKED), "sample.docx", view)
    assert [(left.text, left.why) for left in reading.left_out] == [(d, why) for d in dropped]
    assert [finding.code for finding in reading.findings] == ["document-marked-up"]
    assert view in reading.findings[0].message


def test_places_count_the_paragraphs_of_the_file_as_it_stands() -> None:
    found = [line.source.paragraph for line in lines(*TRACKED)]
    assert found == [0, 2, 3]
    assert [line.source.paragraph for line in lines(*TRACKED, view="rejected")] == [0, 1, 3]


def test_joined_paragraphs_keep_their_places() -> None:
    [line] = lines(paragraph("Oil is ", mark="del"), "issued.")
    assert line.text == "Oil is issued."
    assert [one.source and one.source.paragraph for one in line.runs] == [0, 1]


# ----------------------------------------------------------------------------------- left out


def test_headers_notes_and_comments_are_left_out_with_the_reason() -> None:
    reading = read(
        word(
            paragraph("Contents 4", style="TOC1"),
            "The lamp.",
            header=paragraph("Draft"),
            footer=paragraph("Page 1"),
            footnotes=f"<w:footnote>{paragraph('See the log.')}</w:footnote>",
            comments=f"<w:comment>{paragraph('Why?')}</w:comment>",
        ),
        "sample.docx",
    )
    assert [line.text for line in reading.lines] == ["The lamp."]
    assert {(left.text, left.why) for left in reading.left_out} == {
        ("Contents 4", "a line of the table of contents"),
        ("Draft", "in the page header"),
        ("Page 1", "in the page footer"),
        ("See the log.", "in a footnote"),
        ("Why?", "in a comment"),
    }
    assert reading.read == accounted(reading)
    assert {finding.code for finding in reading.findings} == {"text-left-out"}


def test_markup_that_would_make_the_reader_fetch_is_refused() -> None:
    data = word("The lamp.", header="&outside;")
    with pytest.raises(InvalidXml, match=r"sample\.docx, word/header\.xml"):
        read(data, "sample.docx")


@pytest.mark.parametrize("view", ["accepted", "rejected"])
def test_every_character_of_real_files_is_accounted_for(cases: Path, view: View) -> None:
    wrong = []
    for path in sorted(cases.glob("docx-*/*.docx")):
        reading = read(path.read_bytes(), path.name, view)
        if reading.read != accounted(reading):
            wrong.append(path.name)
    assert wrong == []


def test_a_plain_file_reads_as_python_docx_reads_it() -> None:
    made = docx.Document()
    made.add_heading("Lamps", level=1)
    made.add_paragraph("4.1\tThe lamp is lit\nat dusk.")
    made.add_table(rows=2, cols=2).cell(1, 1).text = "$10"
    made.add_paragraph("The oil.").add_run(" Free.").bold = True
    out = io.BytesIO()
    made.save(out)
    reading = read(out.getvalue(), "made.docx")
    assert [line.text for line in reading.lines if line.cells is None] == [
        one.text for one in made.paragraphs
    ]
    assert [[c.text for c in line.cells] for line in reading.lines if line.cells is not None] == [
        [c.text for c in one.cells] for one in made.tables[0].rows
    ]
