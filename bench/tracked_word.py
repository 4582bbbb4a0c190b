"""A Word file with tracked changes, written by hand: nothing of clausetrack takes part."""

from __future__ import annotations

import difflib
import re
import zipfile
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

AUTHORS = [("R. Rua", "2025-11-20T09:00:00Z"), ("K. Smith", "2025-11-21T14:30:00Z")]


class Word:
    """A Word file's body, paragraph by paragraph, with tracked changes."""

    def __init__(self) -> None:
        self.ids = 0

    def mark(self, name: str, inner: str = "", unit: str = "") -> str:
        """A revision element; `unit` picks its author."""
        self.ids += 1
        author, day = AUTHORS[sum(map(ord, unit)) % 2]
        given = f'w:id="{self.ids}" w:author="{author}" w:date="{day}"'
        return f"<w:{name} {given}>{inner}</w:{name}>" if inner else f"<w:{name} {given}/>"

    def run(
        self, text: str, state: str = "", bold: bool = False, unit: str = "", moved: bool = False
    ) -> str:
        if not text:
            return ""
        name = "delText" if state == "del" else "t"
        words = f'<w:{name} xml:space="preserve">{escape(text)}</w:{name}>'.replace(
            "\t", f'</w:{name}><w:tab/><w:{name} xml:space="preserve">'
        )
        made = f"<w:r>{'<w:rPr><w:b/></w:rPr>' if bold else ''}{words}</w:r>"
        if not state:
            return made
        if moved:
            self.ids += 2
            end = "From" if state == "del" else "To"
            author, day = AUTHORS[sum(map(ord, unit)) % 2]
            start = (
                f'<w:move{end}RangeStart w:id="{self.ids}" w:author="{author}" '
                f'w:date="{day}" w:name="move{self.ids}"/>'
            )
            made = made.replace("delText", "t")
            return (
                start
                + self.mark(f"move{end}", made, unit)
                + f'<w:move{end}RangeEnd w:id="{self.ids}"/>'
            )
        return self.mark(state, made, unit)

    def paragraph(
        self,
        label: tuple[str, str],
        old: str | None,
        new: str | None,
        *,
        bold: bool = False,
        unit: str = "",
        moved: bool = False,
    ) -> str:
        """A paragraph from `old` to `new`, with the labels printed before them."""
        lead = [f"{one}\t" if one else "" for one in label]
        gap = '<w:spacing w:after="120"/>'
        if any(label):  # a hanging indent, as drafters set it
            gap = (
                '<w:tabs><w:tab w:val="left" w:pos="1000"/></w:tabs>'
                f'{gap}<w:ind w:left="1000" w:hanging="1000"/>'
            )
        if old is None or new is None:
            state = "ins" if old is None else "del"
            words = lead[1] + new if new is not None else lead[0] + str(old)
            end = {"ins": "moveTo", "del": "moveFrom"}[state] if moved else state
            settings = f"<w:pPr>{gap}<w:rPr>{self.mark(end, unit=unit)}</w:rPr></w:pPr>"
            return f"<w:p>{settings}{self.run(words, state, bold, unit, moved)}</w:p>"
        runs = "".join(
            self.run(text, state, bold, unit, moved and text not in lead)
            for state, text in [*steps(*lead), *steps(old, new, whole=moved)]
        )
        return f"<w:p><w:pPr>{gap}</w:pPr>{runs}</w:p>"

    def table(self, old: list[list[str]] | None, new: list[list[str]] | None, unit: str) -> str:
        """A table; one with other columns is the old one struck out and the new one put in."""
        if old and new and len(old[0]) == len(new[0]):
            return self.grid(old, new, unit)
        before = self.grid(old, None, unit) if old else ""
        between = '<w:p><w:r><w:t xml:space="preserve"></w:t></w:r></w:p>' if old and new else ""
        del between  # one table right after the other: a paragraph between would be a change
        return before + (self.grid(None, new, unit) if new else "")

    def grid(self, old: list[list[str]] | None, new: list[list[str]] | None, unit: str) -> str:
        shape = old or new or []
        rows = []
        for at in range(len(shape)):
            state = "del" if new is None else "ins" if old is None else ""
            cells = []
            for column in range(len(shape[at])):
                was = old[at][column] if old else None
                now = new[at][column] if new else None
                inner = self.paragraph(("", ""), was, now, bold=at == 0, unit=unit)
                cells.append(
                    f'<w:tc><w:tcPr><w:tcW w:w="2200" w:type="dxa"/></w:tcPr>{inner}</w:tc>'
                )
            state = self.mark(state, unit=unit) if state else ""
            settings = f"<w:trPr><w:cantSplit/>{state}</w:trPr>"
            rows.append(f"<w:tr>{settings}{''.join(cells)}</w:tr>")
        lines = "".join(
            f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
            for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        columns = '<w:gridCol w:w="2200"/>' * len(shape[0])
        return (
            f"<w:tbl><w:tblPr><w:tblBorders>{lines}</w:tblBorders></w:tblPr><w:tblGrid>"
            f"{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
        )


def steps(old: str, new: str, *, whole: bool = False) -> list[tuple[str, str]]:
    """What stays ("") , goes ("del") and comes ("ins"), by words."""
    if old == new:
        return [("", old)]
    if whole:
        return [("del", old), ("ins", new)]
    sides: list[list[str]] = [re.findall(r"\s+|[^\s]+", text) for text in (old, new)]
    out = []
    matcher = difflib.SequenceMatcher(None, sides[0], sides[1], autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            out.append(("", "".join(sides[0][i1:i2])))
            continue
        out.append(("del", "".join(sides[0][i1:i2])))
        out.append(("ins", "".join(sides[1][j1:j2])))
    return out


def package(body: Sequence[str], path: Path) -> None:
    """A Word file with that body."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    office = "http://schemas.openxmlformats.org"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    link = f"{office}/officeDocument/2006/relationships"
    page = (
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" '
        'w:bottom="1440" w:left="1440" w:header="700" w:footer="700" w:gutter="0"/></w:sectPr>'
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{office}/package/2006/content-types"><Default '
        'Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{kind}.document.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{office}/package/2006/relationships"><Relationship '
        f'Id="r1" Type="{link}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {space}><w:body>{''.join(body)}{page}</w:body>"
        "</w:document>",
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(
                zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0)),
                f'<?xml version="1.0" encoding="UTF-8"?>{text}',
            )
