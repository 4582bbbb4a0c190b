"""A table of contents in a Word file of our own making: a field that Word fills in itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from clausetrack.ooxml.marks import new_run
from clausetrack.ooxml.names import Element, child, make, value, w
from clausetrack.ooxml.text import paragraph_text
from clausetrack.render.docx_styles import CONTENTS_LEVELS

_HEADING = re.compile(r"Heading([1-9])")
_TITLE = "Contents"


def add_contents(body: Element, labels: Mapping[Element, str]) -> None:
    """Put a table of contents behind the title, with the headings and links to them.

    `labels` are those that Word counts and no text holds. The pages are for Word to find: it fills
    them in when it opens the file.
    """
    entries = list(_entries(body, labels))
    if not entries:
        return
    lines = [_line(text, level, name) for text, level, name in entries]
    begin = make("fldChar", fldCharType="begin", dirty="true")
    code = make("instrText")
    code.text = f' TOC \\o "1-{CONTENTS_LEVELS}" \\h \\z \\u '
    opening = [_run(begin), _run(code), _run(make("fldChar", fldCharType="separate"))]
    for run in reversed(opening):
        lines[0].insert(1, run)
    lines[-1].append(_run(make("fldChar", fldCharType="end")))
    heading = _paragraph("TOCHeading")
    heading.append(new_run(_TITLE))
    first = body[0]
    titled = value(first, "pPr", "pStyle") == "Title"
    at = 1 if titled else 0
    behind = body[at] if len(body) > at else None
    if behind is not None and (settings := child(behind, "pPr")) is not None:
        settings.insert(1, make("pageBreakBefore"))  # behind the style, which opens the settings
    body[at:at] = [heading, *lines]


def _entries(body: Element, labels: Mapping[Element, str]) -> Iterator[tuple[str, int, str]]:
    """The text, level and bookmark of each heading, which gets that bookmark."""
    for number, paragraph in enumerate(body.findall(w("p")), 1):
        found = _HEADING.fullmatch(value(paragraph, "pPr", "pStyle") or "")
        if found and int(found[1]) <= CONTENTS_LEVELS and paragraph_text(paragraph).strip():
            name = f"_Toc{number:08d}"
            start = make("bookmarkStart", id=str(number))
            start.set(w("name"), name)
            paragraph.insert(1, start)
            paragraph.append(make("bookmarkEnd", id=str(number)))
            text = " ".join(filter(None, (labels.get(paragraph, ""), paragraph_text(paragraph))))
            yield text.replace("\t", " "), int(found[1]), name


def _line(text: str, level: int, name: str) -> Element:
    paragraph = _paragraph(f"TOC{level}")
    link = make("hyperlink", anchor=name, history="1")
    link.append(new_run(text))
    paragraph.append(link)
    return paragraph


def _paragraph(style: str) -> Element:
    paragraph = make("p")
    settings = make("pPr")
    settings.append(make("pStyle", val=style))
    paragraph.append(settings)
    return paragraph


def _run(content: Element) -> Element:
    run = make("r")
    run.append(content)
    return run
