"""Make the Word files of the sample agreements from their texts.

    python corpus/build.py

The result looks like a drafter's own file: clause numbers are typed, followed by a tab, and
nothing is numbered by Word. The same text always gives the same bytes.
"""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from docx import Document
from docx.document import Document as Docx
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table
from docx.text.paragraph import Paragraph

HERE = Path(__file__).parent
AGREEMENTS = ("stca-2022-25", "ptca-2023-25")
FONT = "Arial"
FIXED_DATE = datetime.datetime(2025, 7, 1, 9, 0, 0)
HANGING = Cm(1.6)
TEXT_WIDTH = Cm(16)
# Where the text of a line begins, in centimetres, by the kind of its label.
INDENTS = {"number": 1.6, "letter": 2.6, "roman": 3.6}

PART = re.compile(r"(Part [A-Z][a-z]+|Appendix [A-Z0-9]+|Supplement \d+): \S")
LABEL = re.compile(r"(?P<label>\d+(?:\.\d+[A-Z]?)+|\([a-z]+\)) (?P<text>.+)")
DEFINED = re.compile(r"“[^”]+”")


@dataclass(frozen=True)
class Line:
    """One paragraph, or one whole table where `rows` is not empty."""

    kind: str  # part, heading, caption, number, letter, roman, bullet, note, plain or table
    label: str = ""
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


def is_heading(text: str) -> bool:
    return len(text.split()) <= 14 and text[-1] not in ".,:;_"


def label_kind(label: str, following: str, in_roman: bool) -> str:
    """Number, letter or roman; "(i)" is a letter where "(j)" comes next."""
    if not label.startswith("("):
        return "number"
    if label == "(i)":
        return "letter" if following == "(j)" else "roman"
    return "roman" if in_roman and set(label[1:-1]) <= set("ivx") else "letter"


def lines_of(text: str) -> list[Line]:
    blocks = [block.split("\n") for block in text.strip().split("\n\n")]
    labels = [found["label"] if (found := LABEL.match(b[0])) else "" for b in blocks]
    lines: list[Line] = []
    in_roman = under_letter = False
    for position, block in enumerate(blocks):
        first = block[0]
        if "\t" in first:
            rows = tuple(tuple(row.split("\t")) for row in block)
            lines.append(Line("table", rows=rows))
            continue
        is_caption = position + 1 < len(blocks) and "\t" in blocks[position + 1][0]
        found = LABEL.match(first)
        if found:
            label, words = found["label"], found["text"]
            following = next((name for name in labels[position + 1 :] if name), "")
            kind = label_kind(label, following, in_roman)
            in_roman = kind == "roman"
            under_letter = kind == "letter" or (in_roman and under_letter)
            if in_roman and not under_letter:
                kind = "letter"  # laid out as the first level below its number
            if kind == "number" and is_heading(words):
                kind = "heading"
            lines.append(Line(kind, label, words))
        elif first.startswith("- "):
            lines.append(Line("bullet", "•", first[2:]))
        elif first.startswith("Note:"):
            lines.append(Line("note", text=first))
        elif is_caption:
            lines.append(Line("caption", text=first))
        elif PART.match(first) or first in ("Preamble", "Signatures"):
            lines.append(Line("part", text=first))
        elif is_heading(first):
            lines.append(Line("heading", text=first))
        else:
            lines.append(Line("plain", text=first))
    return lines


def hang(paragraph: Paragraph, left: float, label: str) -> None:
    """Typed label, tab, and the text beginning at `left` centimetres."""
    layout = paragraph.paragraph_format
    layout.left_indent = Cm(left)
    layout.first_line_indent = Cm(-1.6 if label[0].isdigit() else -1.0)
    layout.tab_stops.add_tab_stop(Cm(left))
    paragraph.add_run(f"{label}\t")


def add_words(paragraph: Paragraph, text: str) -> None:
    """The words, with a defined term or the word "Note:" at their start in bold."""
    lead = DEFINED.match(text)
    end = lead.end() if lead else 5 if text.startswith("Note:") else 0
    if end:
        paragraph.add_run(text[:end]).bold = True
    paragraph.add_run(text[end:])


def add_heading(document: Docx, line: Line) -> None:
    level = 3 if line.label.count(".") != 1 else 2
    paragraph = document.add_paragraph(style=f"Heading {level}")
    if line.label:
        hang(paragraph, INDENTS["number"], line.label)
    paragraph.add_run(line.text)


def add_table(document: Docx, rows: tuple[tuple[str, ...], ...]) -> None:
    table = document.add_table(len(rows), len(rows[0]), style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    for cell, width in zip(table.columns, column_widths(rows), strict=True):
        cell.width = width
    for number, row in enumerate(rows):
        fill_row(table, number, row)
    document.add_paragraph().paragraph_format.space_after = Pt(2)


def column_widths(rows: tuple[tuple[str, ...], ...]) -> Iterator[int]:
    """Widths in proportion to the longest cell, within reason."""
    shares = [
        min(max(8, len(head) // 2, *(len(cell) for cell in cells)), 40)
        for head, *cells in zip(*rows, strict=True)
    ]
    for share in shares:
        yield Cm(round(TEXT_WIDTH.cm * share / sum(shares), 2))


def fill_row(table: Table, number: int, row: tuple[str, ...]) -> None:
    properties = table.rows[number]._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if number == 0:
        properties.append(OxmlElement("w:tblHeader"))
    for column, words in enumerate(row):
        cell = table.cell(number, column)
        cell.width = table.columns[column].width
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_before = Pt(2)
        paragraph.paragraph_format.space_after = Pt(2)
        paragraph.paragraph_format.keep_with_next = number < len(table.rows) - 1
        if words.startswith("$"):
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        paragraph.add_run(words).bold = True if number == 0 else None


def add_line(document: Docx, line: Line, left: float) -> float:
    """Add one line; return where the text of what follows it should begin."""
    if line.kind == "table":
        add_table(document, line.rows)
    elif line.kind == "part":
        document.add_paragraph(line.text, style="Heading 1")
        return 0.0
    elif line.kind == "heading":
        add_heading(document, line)
        return INDENTS["number"] if line.label else left
    elif line.kind == "caption":
        document.add_paragraph(line.text, style="Caption")
        return min(left, INDENTS["number"])
    else:
        paragraph = document.add_paragraph()
        if line.kind == "bullet":
            hang(paragraph, left + 0.8, line.label)
            paragraph.paragraph_format.first_line_indent = Cm(-0.8)
        elif line.label:
            left = INDENTS[line.kind]
            hang(paragraph, left, line.label)
        else:
            paragraph.paragraph_format.left_indent = Cm(left)
        add_words(paragraph, line.text)
    return left


def set_style(document: Docx, name: str, size: int, before: int, after: int) -> ParagraphStyle:
    style = document.styles[name]
    assert isinstance(style, ParagraphStyle)
    style.font.name, style.font.size = FONT, Pt(size)
    style.font.color.rgb = RGBColor(0, 0, 0)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for attribute in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(attribute), None)
    for attribute in ("w:eastAsia", "w:cs"):
        fonts.set(qn(attribute), FONT)
    style.paragraph_format.space_before = Pt(before)
    style.paragraph_format.space_after = Pt(after)
    return style


def no_letter_spacing(style: ParagraphStyle) -> None:
    properties = style.element.get_or_add_rPr()
    for spacing in properties.findall(qn("w:spacing")):
        properties.remove(spacing)


def set_styles(document: Docx) -> None:
    normal = set_style(document, "Normal", 10, 0, 6)
    normal.paragraph_format.line_spacing = 1.1
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-NZ")
    normal.element.get_or_add_rPr().append(language)
    title = set_style(document, "Title", 18, 0, 12)
    border = title.element.get_or_add_pPr().find(qn("w:pBdr"))
    if border is not None:
        border.getparent().remove(border)
    subtitle = set_style(document, "Subtitle", 10, 0, 18)
    subtitle.font.italic, subtitle.font.bold = True, False
    for style in (title, subtitle):
        no_letter_spacing(style)
    for level, size, before in ((1, 14, 20), (2, 11, 12), (3, 10, 8)):
        heading = set_style(document, f"Heading {level}", size, before, 6)
        heading.font.bold = True
        heading.paragraph_format.keep_with_next = True
    caption = set_style(document, "Caption", 10, 6, 4)
    caption.font.bold = True
    caption.paragraph_format.keep_with_next = True
    for name in ("Header", "Footer"):
        set_style(document, name, 8, 0, 0)


def add_page_field(paragraph: Paragraph) -> None:
    for kind in ("begin", "instruction", "separate", "result", "end"):
        run = paragraph.add_run("1" if kind == "result" else "")
        if kind == "instruction":
            code = OxmlElement("w:instrText")
            code.set(qn("xml:space"), "preserve")
            code.text = " PAGE "
            run._r.append(code)
        elif kind != "result":
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)


def set_page(document: Docx, title: str) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin = section.bottom_margin = Cm(2.5)
    section.header.paragraphs[0].add_run(title)
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    footer.add_run("Page ")
    add_page_field(footer)


def set_properties(document: Docx, title: str) -> None:
    properties = document.core_properties
    properties.title = title
    properties.author = properties.last_modified_by = "clausetrack sample"
    properties.created = properties.modified = FIXED_DATE
    properties.language = "en-NZ"
    properties.comments = ""
    properties.revision = 1
    package = document.part.package
    assert package is not None
    for key, relation in list(package.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            del package.rels[key]


def fixed_zip(package: bytes) -> bytes:
    """The same entries with one fixed date, so that the same text gives the same bytes."""
    result = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(package)) as source,
        zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, FIXED_DATE.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return result.getvalue()


def word_file(text: str) -> bytes:
    title, notice, body = text.split("\n\n", 2)
    document = Document()
    set_styles(document)
    set_page(document, title)
    set_properties(document, title)
    document.add_paragraph(title, style="Title")
    document.add_paragraph(notice, style="Subtitle")
    left = 0.0
    for line in lines_of(body):
        left = add_line(document, line, left)
    saved = io.BytesIO()
    document.save(saved)
    return fixed_zip(saved.getvalue())


def main() -> None:
    for name in AGREEMENTS:
        text = (HERE / f"{name}.txt").read_text(encoding="utf-8")
        (HERE / f"{name}.docx").write_bytes(word_file(text))


if __name__ == "__main__":
    main()
