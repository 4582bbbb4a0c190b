"""A Word file in which Word counts: automatic numbers wherever a list can give them."""

from __future__ import annotations

import io

import docx
from docx.document import Document as WordDocument
from docx.oxml import parse_xml

from clausetrack import numbering
from clausetrack.model import Clause, Document

NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
CLAUSES, ITEMS = 70, 71


def _level(at: int, how: str, text: str) -> str:
    legal = "<w:isLgl/>" if how == "decimal" else ""  # "1.1" under "Part One"
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{how}"/>{legal}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


_DEFINITIONS = {
    CLAUSES: _level(0, "cardinalText", "Part %1:")
    + "".join(_level(n, "decimal", ".".join(f"%{i}" for i in range(1, n + 2))) for n in (1, 2, 3)),
    ITEMS: _level(0, "lowerLetter", "(%1)") + _level(1, "lowerRoman", "(%2)"),
}


class _Lists:
    """The instances of the two lists, and where the counters of the clauses stand."""

    def __init__(self, made: WordDocument) -> None:
        self.root = made.part.numbering_part.element
        for node in list(self.root):
            self.root.remove(node)
        for name, levels in _DEFINITIONS.items():
            xml = f'<w:abstractNum {NS} w:abstractNumId="{name}">{levels}</w:abstractNum>'
            self.root.append(parse_xml(xml))
        self.count = [0, 0, 0, 0]
        self.instances = 0
        self.clauses = self.instance(CLAUSES)

    def instance(self, definition: int) -> int:
        self.instances += 1
        starts = "".join(
            f'<w:lvlOverride w:ilvl="{n}"><w:startOverride w:val="1"/></w:lvlOverride>'
            for n in ((0, 1) if definition == ITEMS else ())
        )
        self.root.append(
            parse_xml(
                f'<w:num {NS} w:numId="{self.instances}"><w:abstractNumId w:val="{definition}"/>'
                f"{starts}</w:num>"
            )
        )
        return self.instances

    def counts(self, clause: Clause) -> int | None:
        """The level that would print the clause's number next, None where it has to be typed."""
        own = numbering.parse(clause.id)
        if clause.kind == "part" and own.division.startswith("Part "):
            wanted = [int(own.division.split()[1])]
        elif clause.kind == "clause" and not own.division and "".join(own.numbers).isdigit():
            wanted = [int(number) for number in own.numbers]
        else:
            return None
        level = len(wanted) - 1
        if level > 3 or wanted != [*self.count[:level], self.count[level] + 1]:
            return None
        self.count[: level + 1] = wanted
        self.count[level + 1 :] = [0] * (3 - level)
        return level


def _numbered(paragraph: object, instance: int, level: int) -> None:
    paragraph._p.get_or_add_pPr().append(  # type: ignore[attr-defined]
        parse_xml(f'<w:numPr {NS}><w:ilvl w:val="{level}"/><w:numId w:val="{instance}"/></w:numPr>')
    )


def _item(lists: _Lists, items: dict[str, int], clause: Clause) -> tuple[int | None, int]:
    """The level and instance of a lettered item: (a) opens a list, (i) counts under its letter."""
    own = numbering.parse(clause.id)
    holder = str(own._replace(labels=()))
    if len(own.labels) == 1 and own.labels[0] == "a":
        items[holder] = lists.instance(ITEMS)
    if holder not in items or len(own.labels) > 2:
        return None, 0
    return len(own.labels) - 1, items[holder]


def word(document: Document) -> tuple[bytes, int]:
    """The file, and how many of its numbers are automatic."""
    made = docx.Document()
    lists = _Lists(made)
    automatic = 0
    items: dict[str, int] = {}
    for clause in document.clauses:
        texts = [text for text in (clause.heading_text, clause.own_text) if text]
        level = (
            lists.counts(clause) if clause.citable and clause.kind in {"part", "clause"} else None
        )
        instance = lists.clauses
        if clause.kind == "paragraph":
            level, instance = _item(lists, items, clause)
        if clause.table is not None:
            if texts:
                made.add_paragraph(texts[0])
            grid = made.add_table(rows=0, cols=len(clause.table.rows[0]))
            for row in clause.table.texts:
                for cell, text in zip(grid.add_row().cells, row, strict=True):
                    cell.text = text
            continue
        for at, text in enumerate(texts or [""]):
            typed = "".join(run.text for run in clause.label) or (
                "•" if clause.kind == "bullet" else ""
            )
            if at == 0 and level is not None:
                _numbered(made.add_paragraph(text), instance, level)
                automatic += 1
            else:
                made.add_paragraph(f"{typed}\t{text}" if typed and at == 0 else text)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue(), automatic
