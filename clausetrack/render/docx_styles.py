"""The parts of a Word file of our own making that no document changes: styles, lists, types."""

from __future__ import annotations

import re
from collections.abc import Mapping

from clausetrack.ooxml.names import R_NS, RELATIONSHIPS_NS, TYPES_NS, W_NS, Element, make
from clausetrack.ooxml.package import TYPES

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml"
STEP = 567  # a centimetre, in twentieths of a point
_LEVELS = 6
_HEADING_SIZES = (32, 28, 24, 22, 22, 22, 22, 22, 22)  # in half points
_BULLETS = "•◦▪"
CONTENTS_LEVELS = 3


#: The relationship of the footer.
_FOOTER = "rId4"


def indent_of(style: str) -> int:
    """How far in the wording begins in a style of a clause or a heading."""
    found = re.fullmatch(r"Clause(\d)", style)
    return STEP * (int(found[1]) + 2 if found else 2)


def styled(style: str, *content: Element) -> Element:
    """A paragraph in a style."""
    return make("p", make("pPr", make("pStyle", val=style)), *content)


def numbered_pages() -> Element:
    """What a section says to show the footer of `parts`, which numbers the pages."""
    reference = make("footerReference", type="default")
    reference.set(f"{{{R_NS}}}id", _FOOTER)
    return reference


def parts(lists: str = "", *, footer: bool = False) -> Mapping[str, bytes]:
    """The parts around word/document.xml, the content types first.

    `lists` are what the numbering part holds besides the bullets; `footer` numbers the pages.
    """
    kinds = {
        "document": "document.main",
        "styles": "styles",
        "numbering": "numbering",
        "settings": "settings",
    }
    if footer:
        kinds["footer1"] = "footer"
    overrides = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_MIME}.{kind}+xml"/>'
        for part, kind in kinds.items()
    )
    types = (
        f'<Types xmlns="{TYPES_NS}">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )
    texts = {
        TYPES: types,
        "_rels/.rels": _relationships({"officeDocument": "word/document.xml"}),
        "word/_rels/document.xml.rels": _relationships(
            {kind: f"{part}.xml" for part, kind in kinds.items() if part != "document"}
        ),
        "word/styles.xml": _styles(),
        "word/numbering.xml": _numbering(lists),
        "word/settings.xml": _settings(),
    }
    if footer:
        texts["word/footer1.xml"] = _footer()
    return {part: (_XML + text).encode() for part, text in texts.items()}


def _relationships(targets: Mapping[str, str]) -> str:
    inner = "".join(
        f'<Relationship Id="rId{at}" Type="{R_NS}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(targets.items(), 1)
    )
    return f'<Relationships xmlns="{RELATIONSHIPS_NS}">{inner}</Relationships>'


# ------------------------------------------------------------------------------------- styles


def _styles() -> str:
    styles = [
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" '
        'w:cs="Calibri"/><w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="en-NZ"/></w:rPr>'
        '</w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="259" '
        'w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>',
        _style("Normal", "Normal", default=True),
        _style("Title", "Title", '<w:spacing w:after="240"/>', '<w:b/><w:sz w:val="40"/>'),
        _style("BodyText", "Body Text"),
        _style("Note", "Note", f'<w:ind w:left="{STEP}"/>', '<w:sz w:val="20"/>'),
        _style("Caption", "caption", '<w:keepNext/><w:spacing w:before="120"/>', "<w:b/>"),
        _style("TableText", "Table Text", '<w:spacing w:after="0"/>', '<w:sz w:val="20"/>'),
        _style("ListBullet", "List Bullet", '<w:numPr><w:numId w:val="1"/></w:numPr>'),
    ]
    for level, size in enumerate(_HEADING_SIZES):
        settings = (
            f'<w:keepNext/><w:spacing w:before="{240 if level < 2 else 120}"/>'
            f'<w:ind w:left="{STEP * 2}" w:hanging="{STEP * 2}"/>'
            f'<w:outlineLvl w:val="{level}"/>'
        )
        name = f"heading {level + 1}"
        styles.append(
            _style(f"Heading{level + 1}", name, settings, f'<w:b/><w:sz w:val="{size}"/>')
        )
    for level in range(_LEVELS + 1):
        # a hanging label: the tab after it ends where the wording begins
        settings = f'<w:ind w:left="{STEP * (level + 2)}" w:hanging="{STEP * 2}"/>'
        styles.append(_style(f"Clause{level}", f"Clause {level + 1}", settings))
    for level in range(CONTENTS_LEVELS):
        settings = f'<w:spacing w:after="40"/><w:ind w:left="{STEP * level}"/>'
        tab = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9026"/></w:tabs>'
        styles.append(_style(f"TOC{level + 1}", f"toc {level + 1}", tab + settings))
    styles.append(_style("TOCHeading", "TOC Heading", "<w:keepNext/>", '<w:b/><w:sz w:val="28"/>'))
    styles.append(_table_style())
    return f'<w:styles xmlns:w="{W_NS}">{"".join(styles)}</w:styles>'


def _style(
    identity: str, name: str, paragraph: str = "", run: str = "", default: bool = False
) -> str:
    standard = ' w:default="1"' if default else ""
    based = "" if default else '<w:basedOn w:val="Normal"/>'
    return (
        f'<w:style w:type="paragraph"{standard} '
        f'w:styleId="{identity}"><w:name w:val="{name}"/>{based}<w:qFormat/>'
        + (f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "")
        + (f"<w:rPr>{run}</w:rPr>" if run else "")
        + "</w:style>"
    )


def _table_style() -> str:
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return (
        '<w:style w:type="table" w:styleId="ClauseTable"><w:name w:val="Clause Table"/>'
        f"<w:tblPr><w:tblBorders>{sides}</w:tblBorders><w:tblCellMar>"
        '<w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr>'
        '<w:shd w:val="clear" w:color="auto" w:fill="E7E6E6"/></w:tcPr></w:tblStylePr></w:style>'
    )


def _numbering(lists: str) -> str:
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="bullet"/>'
        f'<w:lvlText w:val="{_BULLETS[level % len(_BULLETS)]}"/><w:lvlJc w:val="left"/><w:pPr>'
        f'<w:ind w:left="{STEP * (level + 1)}" w:hanging="{STEP}"/></w:pPr></w:lvl>'
        for level in range(9)
    )
    definitions, _, instances = lists.partition("<w:num ")
    return (
        f'<w:numbering xmlns:w="{W_NS}"><w:abstractNum w:abstractNumId="0">'
        f'<w:multiLevelType w:val="hybridMultilevel"/>{levels}</w:abstractNum>{definitions}'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        f'{f"<w:num {instances}" if instances else ""}</w:numbering>'
    )


def _settings() -> str:
    """What makes Word open the file as one of its own day, and not in a mode of compatibility."""
    return (
        f'<w:settings xmlns:w="{W_NS}"><w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
    )


def _footer() -> str:
    def field(code: str) -> str:
        return f'<w:fldSimple w:instr="{code}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'

    return (
        f'<w:ftr xmlns:w="{W_NS}"><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r>'
        f'<w:t xml:space="preserve">Page </w:t></w:r>{field("PAGE")}<w:r>'
        f'<w:t xml:space="preserve"> of </w:t></w:r>{field("NUMPAGES")}</w:p></w:ftr>'
    )
