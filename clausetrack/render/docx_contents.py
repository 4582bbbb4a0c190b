"""A table of contents in a Word file of our own making: a field that Word fills in itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from clausetrack.ooxml.marks import new_run
from clausetrack.ooxml.names import Element, child, make, value, w
from clausetrack.ooxml.numbering import labels
from clausetrack.ooxml.package import Package, to_bytes
from clausetrack.ooxml.styles import styles
from clausetrack.ooxml.text import paragraph_text
from clausetrack.render.docx_styles import CONTENTS_LEVELS, styled

_HEADING = re.compile(r"Heading([1-9])")
_TITLE = "Contents"
_CODE = f' TOC \\o "1-{CONTENTS_LEVELS}" \\h \\z \\u '
_BOOKMARK = re.compile(r"_Toc\d{8}")


def add_contents(body: Element, counted: Mapping[Element, str]) -> None:
    """Put a table of contents behind the title, with the headings and links to them.

    `counted` are the labels that Word counts and no text holds. The pages are for Word to find: it
    fills them in when it opens the file.
    """
    entries = list(_entries(body, counted))
    if not entries:
        return
    lines = [
        styled(f"TOC{level}", make("hyperlink", new_run(text), anchor=name, history="1"))
        for text, level, name in entries
    ]
    begin = make("fldChar", fldCharType="begin", dirty="true")
    code = make("instrText")
    code.text = _CODE
    for field in (make("fldChar", fldCharType="separate"), code, begin):
        lines[0].insert(1, make("r", field))
    lines[-1].append(make("r", make("fldChar", fldCharType="end")))
    heading = styled("TOCHeading", new_run(_TITLE))
    first = body[0]
    titled = value(first, "pPr", "pStyle") == "Title"
    at = 1 if titled else 0
    behind = body[at] if len(body) > at else None
    settings = None if behind is None else child(behind, "pPr")
    if settings is not None and child(settings, "pageBreakBefore") is None:
        settings.insert(1, make("pageBreakBefore"))  # behind the style, which opens the settings
    body[at:at] = [heading, *lines]


def with_contents_anew(package: Package) -> Package:
    """The package with the headings as they stand now in a table of contents that we made.

    Any other table of contents has pages, which only a word processor knows: it stays.
    """
    root = package.xml(package.document)
    body = root.find(w("body"))
    ours = [] if body is None else [
        paragraph for paragraph in body.findall(w("p"))
        if re.fullmatch(r"TOC(Heading|\d)", value(paragraph, "pPr", "pStyle") or "")
    ]  # fmt: skip
    codes = [node.text for paragraph in ours for node in paragraph.iter(w("instrText"))]
    if body is None or codes != [_CODE]:
        return package
    for paragraph in ours:
        body.remove(paragraph)
    marks = [mark for mark in root.iter(w("bookmarkStart"))
             if _BOOKMARK.fullmatch(mark.get(w("name")) or "")]  # fmt: skip
    ids = {mark.get(w("id")) for mark in marks}
    ends = [mark for mark in root.iter(w("bookmarkEnd")) if mark.get(w("id")) in ids]
    for mark in [*marks, *ends]:
        parent = mark.getparent()
        assert parent is not None
        parent.remove(mark)
    add_contents(body, labels(package, styles(package), root))
    return package.changed({package.document: to_bytes(root)})


def _entries(body: Element, counted: Mapping[Element, str]) -> Iterator[tuple[str, int, str]]:
    """The text, level and bookmark of each heading, which gets that bookmark."""
    for number, paragraph in enumerate(body.findall(w("p")), 1):
        found = _HEADING.fullmatch(value(paragraph, "pPr", "pStyle") or "")
        if found and int(found[1]) <= CONTENTS_LEVELS and paragraph_text(paragraph).strip():
            name = f"_Toc{number:08d}"
            start = make("bookmarkStart", id=str(number))
            start.set(w("name"), name)
            paragraph.insert(1, start)
            paragraph.append(make("bookmarkEnd", id=str(number)))
            text = " ".join(filter(None, (counted.get(paragraph, ""), paragraph_text(paragraph))))
            yield text.replace("\t", " "), int(found[1]), name
