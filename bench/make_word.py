"""A long agreement as a drafter's Word file, and terms that amend it: with everything that in-place
marking must not disturb.

Headers and footers that differ from Part to Part, pictures, automatic numbers on three levels and
in lettered lists, cross-reference fields, links, footnotes, a pay scale. The same size and seed
give the same bytes.

    python bench/make_word.py --parts 12 --out build/word
"""

from __future__ import annotations

import argparse
import random
import struct
import zlib
from pathlib import Path

from clausetrack.ooxml.package import Package, save

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

CLAUSES, ITEMS = 1, 2  # the numbering instances
SECTIONS, LEAVES = 6, 4  # headings in a Part, numbered clauses under each

_WHO = ("A keeper", "The boatman", "An apprentice", "The harbour board", "Each station")
_DOES = ("keeps a log of", "answers for", "reports to the board on", "may be paid for", "records")
_WHAT = (
    "the lamp and its oil",
    "the boats in its care",
    "every night of fog",
    "the stores",
    "leave that was not taken",
    "the hours of the watch",
)
_WHEN = (
    "at the end of each month",
    "before the quarter is out",
    "within ten working days",
    "as soon as the weather allows",
    "in the book that the station keeps",
)


def sentence(rng: random.Random) -> str:
    words = (rng.choice(each) for each in (_WHO, _DOES, _WHAT, _WHEN))
    return f"{' '.join(words)}."


def picture(shade: int) -> bytes:
    """A small grey PNG."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    rows = b"".join(b"\0" + bytes([shade]) * 40 for _ in range(24))
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", 40, 24, 8, 0, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(rows, 9))
        + chunk(b"IEND", b"")
    )


def _run(text: str, look: str = "") -> str:
    settings = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{settings}<w:t xml:space="preserve">{text}</w:t></w:r>'


def _paragraph(content: str, settings: str = "") -> str:
    return f"<w:p><w:pPr>{settings}</w:pPr>{content}</w:p>" if settings else f"<w:p>{content}</w:p>"


def _counted(content: str, level: int, instance: int = CLAUSES, style: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return _paragraph(
        content,
        f'{named}<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{instance}"/></w:numPr>',
    )


def _field(code: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{_run(result)}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _image(number: int, relation: str) -> str:
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_WP}"><wp:extent cx="720000" cy="432000"/>'
        f'<wp:docPr id="{number}" name="Picture {number}" descr="A lamp"/>'
        f'<a:graphic xmlns:a="{_A}"><a:graphicData uri="{_PIC}"><pic:pic xmlns:pic="{_PIC}">'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="lamp.png"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch>'
        '</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="720000" cy="432000"/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def _table(rows: list[tuple[str, ...]]) -> str:
    grid = '<w:gridCol w:w="3000"/>' * len(rows[0])
    body = "".join(
        "<w:tr>"
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>{_paragraph(_run(c))}</w:tc>'
            for c in row
        )
        + "</w:tr>"
        for row in rows
    )
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"
    )


def agreement(parts: int = 12, seed: int = 1) -> bytes:
    """The agreement as a Word file; twelve Parts are some sixty pages."""
    rng = random.Random(seed)
    names = f'xmlns:w="{W}" xmlns:r="{R}"'
    body = [
        _paragraph(
            _run("Lighthouse Keepers’ Collective Agreement (2023 – 2026)"),
            '<w:pStyle w:val="Title"/>',
        )
    ]
    files: dict[str, str | bytes] = {}
    related = [
        ("styles", "styles.xml"),
        ("numbering", "numbering.xml"),
        ("footnotes", "footnotes.xml"),
        ("settings", "settings.xml"),
        ("image", "media/lamp1.png"),
        ("image", "media/lamp2.png"),
        ("footer", "footer1.xml"),
        ("hyperlink", "https://example.org/keepers"),
    ]
    notes: list[str] = []
    items = ITEMS
    marks = 0
    for part in range(1, parts + 1):
        body.append(_counted(_run(f"Part of the {rng.choice(_WHAT)}".title()), 0, style="Heading1"))
        for section in range(1, SECTIONS + 1):
            head = _run(f"Duty {part}-{section} and what it asks")
            body.append(_counted(head, 1, style="Heading2"))
            for leaf in range(1, LEAVES + 1):
                marks += 1
                first, second, third = (sentence(rng) for _ in range(3))
                start = f'<w:bookmarkStart w:id="{marks}" w:name="_Ref{marks:06d}"/>'
                content = [
                    start,
                    _run(f"{first} "),
                    _run("For the keeper’s part: ", "<w:b/>"),
                    _run(f"{second} "),
                    _run(third, "<w:i/>"),
                    f'<w:bookmarkEnd w:id="{marks}"/>',
                ]
                if leaf == 2:
                    target = rng.randrange(1, marks + 1)
                    at = target - 1
                    number = (
                        f"{at // (SECTIONS * LEAVES) + 1}."
                        f"{at // LEAVES % SECTIONS + 1}.{at % LEAVES + 1}"
                    )
                    content += [
                        _run(" It is read with clause "),
                        _field(f"REF _Ref{target:06d} \\r \\h", number),
                        _run("."),
                    ]
                if leaf == 3:
                    notes.append(sentence(rng))
                    content.append(f'<w:r><w:footnoteReference w:id="{len(notes) + 1}"/></w:r>')
                    content += [
                        '<w:hyperlink r:id="rId8">',
                        _run(" See the keepers’ page."),
                        "</w:hyperlink>",
                    ]
                body.append(_counted("".join(content), 2))
                if leaf == 4:
                    items += 1
                    for _ in range(3):
                        ending = sentence(rng).rstrip(".").lower()
                        body.append(_counted(_run(f"{ending};"), 0, items))
            if section == 2:
                body.append(_paragraph(_image(marks, f"rId{5 + part % 2}")))
            if section == 3:
                body.append(_paragraph(_run(f"Rates of Part {part}"), "<w:keepNext/>"))
                body.append(
                    _table(
                        [
                            ("Step", "Rate from 1 July 2023"),
                            *((str(n), f"${40 + n + part},{100 + n * 7}") for n in (1, 2, 3)),
                        ]
                    )
                )
                body.append(_paragraph(""))
        related.append(("header", f"header{part}.xml"))
        logo = _image(900 + part, "rId1")
        files[f"word/header{part}.xml"] = (
            f"<w:hdr {names}>{_paragraph(logo + _run(f' Keepers’ agreement, Part {part}'))}</w:hdr>"
        )
        files[f"word/_rels/header{part}.xml.rels"] = _relations([("image", "media/lamp1.png")])
        section_settings = (
            f'<w:sectPr><w:headerReference w:type="default" r:id="rId{len(related)}"/>'
            '<w:footerReference w:type="default" r:id="rId7"/>'
            '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1701" w:right="1440" w:bottom="1440" '
            'w:left="1440" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
        )
        if part < parts:
            body.append(f"<w:p><w:pPr>{section_settings}</w:pPr></w:p>")
        else:
            body += [_paragraph(_run("Signed for the keepers and the board.")), section_settings]
    files |= {
        "word/document.xml": f"<w:document {names}><w:body>{''.join(body)}</w:body></w:document>",
        "word/styles.xml": _styles(names),
        "word/numbering.xml": _numbering(names, items),
        "word/footnotes.xml": _footnotes(names, notes),
        "word/settings.xml": f'<w:settings {names}><w:rsids><w:rsidRoot w:val="00AB12CD"/>'
        "</w:rsids></w:settings>",
        "word/footer1.xml": f"<w:ftr {names}>"
        + _paragraph(
            _run("Page ") + '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        )
        + "</w:ftr>",
        "word/_rels/document.xml.rels": _relations(related),
        "_rels/.rels": _relations(
            [("officeDocument", "word/document.xml"), ("extended-properties", "docProps/app.xml")]
        ).replace(
            "</Relationships>",
            '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/package/2006/'
            'relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>',
        ),
        "docProps/core.xml": '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package'
        '/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:title>Keepers</dc:title><dc:creator>A. Drafter</dc:creator></cp:coreProperties>",
        "docProps/app.xml": '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006'
        '/extended-properties"><Company>Harbour Board</Company></Properties>',
    }
    kinds = {
        "document": "document.main",
        "styles": "styles",
        "numbering": "numbering",
        "footnotes": "footnotes",
        "settings": "settings",
        "footer1": "footer",
    }
    kinds |= {f"header{part}": "header" for part in range(1, parts + 1)}
    overrides = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_MIME}.{kind}+xml"/>'
        for part, kind in kinds.items()
    )
    types = (
        f'<Types xmlns="{_TYPES}"><Default Extension="png" ContentType="image/png"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f"{overrides}"
        '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-'
        'package.core-properties+xml"/><Override PartName="/docProps/app.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>'
    )
    made: dict[str, bytes] = {"[Content_Types].xml": (_HEAD + types).encode()}
    for name, text in files.items():
        made[name] = text if isinstance(text, bytes) else (_HEAD + text).encode()
    made |= {f"word/media/lamp{n}.png": picture(90 * n) for n in (1, 2)}
    return save(Package(made))


def _relations(targets: list[tuple[str, str]]) -> str:
    inner = "".join(
        f'<Relationship Id="rId{at}" Type="{R}/{kind}" Target="{target}"'
        + (' TargetMode="External"/>' if kind == "hyperlink" else "/>")
        for at, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_RELS}">{inner}</Relationships>'


def _styles(names: str) -> str:
    def style(identity: str, name: str, settings: str, look: str = "") -> str:
        return (
            f'<w:style w:type="paragraph" w:styleId="{identity}"><w:name w:val="{name}"/>'
            f'<w:basedOn w:val="Normal"/><w:pPr>{settings}</w:pPr><w:rPr>{look}</w:rPr></w:style>'
        )

    return (
        f'<w:styles {names}><w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        '<w:name w:val="Normal"/><w:pPr><w:spacing w:after="160" w:line="300" w:lineRule="auto"/>'
        '</w:pPr><w:rPr><w:sz w:val="23"/></w:rPr></w:style>'
        + style("Title", "Title", '<w:spacing w:after="300"/>', '<w:b/><w:sz w:val="40"/>')
        + style(
            "Heading1",
            "heading 1",
            '<w:keepNext/><w:outlineLvl w:val="0"/>',
            '<w:b/><w:sz w:val="30"/>',
        )
        + style("Heading2", "heading 2", '<w:keepNext/><w:outlineLvl w:val="1"/>', "<w:b/>")
        + '<w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/></w:style>'
        "</w:styles>"
    )


def _numbering(names: str, items: int) -> str:
    def level(depth: int, how: str, text: str, indent: int) -> str:
        return (
            f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{how}"/>'
            f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr>'
            f'<w:ind w:left="{indent}" w:hanging="850"/></w:pPr></w:lvl>'
        )

    clauses = "".join(
        level(n, "decimal", ".".join(f"%{i}" for i in range(1, n + 2)), 850) for n in range(3)
    )
    letters = level(0, "lowerLetter", "(%1)", 1700)
    instances = "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for n in range(ITEMS + 1, items + 1)
    )
    return (
        f'<w:numbering {names}><w:abstractNum w:abstractNumId="1"><w:multiLevelType '
        f'w:val="multilevel"/>{clauses}</w:abstractNum><w:abstractNum w:abstractNumId="2">'
        f'<w:multiLevelType w:val="singleLevel"/>{letters}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>{instances}</w:numbering>'
    )


def _footnotes(names: str, notes: list[str]) -> str:
    apart = "".join(
        f'<w:footnote w:type="{kind}" w:id="{at}"><w:p><w:r><w:{mark}/></w:r></w:p></w:footnote>'
        for at, (kind, mark) in enumerate(
            (("separator", "separator"), ("continuationSeparator", "continuationSeparator"))
        )
    )
    own = "".join(
        f'<w:footnote w:id="{at}">{_paragraph("<w:r><w:footnoteRef/></w:r>" + _run(f" {note}"))}'
        "</w:footnote>"
        for at, note in enumerate(notes, 2)
    )
    return f"<w:footnotes {names}>{apart}{own}</w:footnotes>"


TERMS = """Terms of Settlement

These terms renew the Lighthouse Keepers’ Collective Agreement (2026 – 2028).

1. Fog

Amend clause 2.3.1 as follows:

2.3.1 A keeper who watches through a night of fog is paid for two watches.

2. Oil

Insert a new clause 3.2.5 as follows:

3.2.5 The board replaces oil that salt water has spoilt.

3. Apprentices

Amend clause 1.4.4 as follows:

1.4.4 An apprentice is taught by a keeper of five years’ standing:

(a) at the lower station;

(b) at the upper station;

(c) in the boat; and

(d) on the reef.

4. Boats

Delete clause 2.6.4.

5. Logs

Insert a new clause 1.6.5 as follows:

1.6.5 The log is kept for seven years.
"""


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--parts", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "agreement.docx").write_bytes(agreement(options.parts, options.seed))
    (options.out / "terms.txt").write_text(TERMS, "utf-8")


if __name__ == "__main__":
    main()
