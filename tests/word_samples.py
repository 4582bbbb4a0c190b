"""Word packages for tests, written by hand part by part and not by the program under test."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml"
WHO = 'w:author="A. Drafter" w:date="2026-01-05T09:00:00Z"'

_STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="Sub"/><w:basedOn w:val="H2"/></w:style>
<w:style w:type="paragraph" w:styleId="Outline"><w:name w:val="Own"/>
  <w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Dots"><w:name w:val="List Bullet"/>
  <w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="7"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/>
  <w:rPr><w:b/></w:rPr></w:style>
"""

#: Kind of part -> its root element.
_ROOTS = {"header": "hdr", "footer": "ftr"}


def paragraph(*content: str, style: str = "", mark: str = "") -> str:
    """A w:p: text, or XML where it begins with "<"; `mark` is a revision of its end (ins, del)."""
    settings = f'<w:pStyle w:val="{style}"/>' if style else ""
    if mark:
        settings += f'<w:rPr><w:{mark} w:id="901" {WHO}/></w:rPr>'
    settings = f"<w:pPr>{settings}</w:pPr>" if settings else ""
    inner = "".join(part if part.startswith("<") else run(part) for part in content)
    return f"<w:p>{settings}{inner}</w:p>"


def run(text: str, properties: str = "", element: str = "t") -> str:
    settings = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    parts = (f'<w:{element} xml:space="preserve">{part}</w:{element}>' if part else ""
             for part in text.split("\t"))  # fmt: skip
    return f"<w:r>{settings}{'<w:tab/>'.join(parts)}</w:r>"


def inserted(*content: str, kind: str = "ins") -> str:
    inner = "".join(part if part.startswith("<") else run(part) for part in content)
    return f'<w:{kind} w:id="902" {WHO}>{inner}</w:{kind}>'


def deleted(text: str, kind: str = "del") -> str:
    return f'<w:{kind} w:id="903" {WHO}>{run(text, element="delText")}</w:{kind}>'


def cell(*content: str, properties: str = "") -> str:
    inner = "".join(part if part.startswith("<w:p") else paragraph(part) for part in content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    inner = "".join(one if one.startswith("<") else cell(one) for one in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"


def table(*rows: str, columns: int = 2) -> str:
    grid = '<w:gridCol w:w="2000"/>' * columns
    return (f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>")  # fmt: skip


def parts(body: str, **stories: str) -> dict[str, bytes]:
    """The parts of a package with that body; `stories` are headers, footnotes and the like."""
    kinds = {"document": "document.main", "styles": "styles", **{name: name for name in stories}}
    names = (f'xmlns:w="{W}" xmlns:r="{_R}" '
             'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
             'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"')  # fmt: skip
    overrides = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_MIME}.{kind}+xml"/>'
        for part, kind in kinds.items()
    )
    related = "".join(
        f'<Relationship Id="rId{at}" Type="{_R}/{part}" Target="{part}.xml"/>'
        for at, part in enumerate(["styles", *stories], 1)
    )
    out = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
        'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-'
        'package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f"{overrides}</Types>",
        "_rels/.rels": f'<Relationships xmlns="{_RELS}"><Relationship Id="rId1" '
        f'Type="{_R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {names}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_RELS}">{related}</Relationships>',
        "word/styles.xml": f"<w:styles {names}>{_STYLES}</w:styles>",
    }
    for name, content in stories.items():
        root = _ROOTS.get(name, name)
        out[f"word/{name}.xml"] = f"<w:{root} {names}>{content}</w:{root}>"
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return {part: (head + text).encode() for part, text in out.items()}


def zipped(content: Mapping[str, bytes]) -> bytes:
    """A ZIP archive of those parts."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, data in content.items():
            archive.writestr(part, data)
    return out.getvalue()


def word(*blocks: str, **stories: str) -> bytes:
    """A Word file with those blocks in its body; a block that is no XML is a paragraph of text."""
    body = "".join(block if block.startswith("<") else paragraph(block) for block in blocks)
    return zipped(parts(body, **stories))


def unzipped(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def body_texts(document: bytes) -> list[str]:
    """The texts of the paragraphs of a main part, tabs as "\\t", without the program's reader."""
    texts = []
    for found in etree.fromstring(document).iter(f"{{{W}}}p"):
        text = ""
        for node in found.iter(f"{{{W}}}t", f"{{{W}}}tab"):
            if next(node.iterancestors(f"{{{W}}}p")) is found:
                parent = node.getparent()
                if node.tag.endswith("}t"):
                    text += node.text or ""
                elif parent is not None and parent.tag == f"{{{W}}}r":
                    text += "\t"
        texts.append(text)
    return texts
