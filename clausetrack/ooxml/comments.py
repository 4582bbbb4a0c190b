"""Comments added to a Word package: the part that holds them and their anchors in the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from clausetrack.ooxml.marks import Stamp, new_run
from clausetrack.ooxml.names import R_NS, W_NS, Element, child, local, make, w
from clausetrack.ooxml.package import Package, add_part, relationships, to_bytes

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_KIND = f"{R_NS}/comments"


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment: the paragraph that it stands at, and its paragraphs of text.

    `marks` are the changes in that paragraph that it is about, where they are not all of them.
    """

    anchor: Element
    text: str
    marks: tuple[Element, ...] = ()


def add_comments(package: Package, comments: Sequence[Comment], by: Stamp) -> Package:
    """The package with `comments` in its comments part, anchored in the tree that holds them.

    The caller writes that tree; `by` gives author and date.
    """
    if not comments:
        return package
    part = next(
        (r.target for r in relationships(package, package.document) if r.type == _KIND), None
    )
    if part is not None and part in package.parts:
        root = package.xml(part)
    else:
        root = etree.Element(w("comments"), nsmap={"w": W_NS})
    taken = [node.get(w("id"), "") for node in root.iter(w("comment"))]
    number = max((int(n) for n in taken if n.isdigit()), default=-1)
    for comment in comments:
        number += 1
        root.append(_comment(number, comment.text, by))
        _anchor(comment, number, by)
    if part is not None and part in package.parts:
        return package.changed({part: to_bytes(root)})
    part = next(
        name
        for name in ("word/comments.xml", *(f"word/comments{n}.xml" for n in range(1, 99)))
        if name not in package.parts
    )
    return add_part(package, package.document, part, to_bytes(root), _TYPE, _KIND)


def _comment(number: int, text: str, by: Stamp) -> Element:
    initials = "".join(word[0] for word in by.author.split()).upper()
    comment = make("comment", id=str(number), **by.signature, initials=initials)
    for line in text.split("\n"):
        paragraph = make("p")
        if not len(comment):
            paragraph.append(make("r", make("annotationRef")))
        paragraph.append(new_run(line))
        comment.append(paragraph)
    return comment


def _anchor(comment: Comment, number: int, by: Stamp) -> None:
    """Mark the whole paragraph as what the comment is about, or its changes there."""
    paragraph = comment.anchor
    settings = child(paragraph, "pPr")
    start, end = (make(name, id=str(number)) for name in ("commentRangeStart", "commentRangeEnd"))
    run = make("r", make("commentReference", id=str(number)))
    if marks := [node for node in paragraph.iter() if node in comment.marks]:
        marks[0].addprevious(start)
        marks[-1].addnext(end)
        end.addnext(run)
        return
    if settings is None:
        paragraph.insert(0, start)
    else:
        settings.addnext(start)
    paragraph.append(end)
    mark = child(paragraph, "pPr", "rPr")
    if mark is not None and any(local(node) == "ins" for node in mark):
        # a comment on an inserted paragraph goes with it
        box = by.mark("ins")
        box.append(run)
        run = box
    paragraph.append(run)
