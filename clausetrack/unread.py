"""What was not read of two documents: whether it differs nobody can say, and a reader must know."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from clausetrack.errors import UNREAD, finding
from clausetrack.ingest import Revisions, is_page, is_pdf, is_word
from clausetrack.lazily import pattern
from clausetrack.model import Document, Finding, Picture, Source

if TYPE_CHECKING:
    from clausetrack.ooxml.beside import Beside
    from clausetrack.ooxml.package import Package

_PAGE, _PART, _PICTURE = UNREAD
#: A picture on so many pages of both is their stationery: on how many it stands says nothing.
_STATIONERY = 3
#: What names, in a part of a Word file, text that Word shows and that stands elsewhere.
_MARKS = (b"altChunk", b"subDoc", b"dataBinding", b"Fallback")
#: The parts of pictures, and those that say where links lead.
_BESIDE = pattern(r".*/(?:media|embeddings|charts|diagrams)/.*|.*/_rels/document\w*\.xml\.rels")
_DRAWN = (b":drawing>", b":pict>")
#: The code of a field, or a piece of it, and one that repeats what stands elsewhere.
_FIELD = re.compile(rb"instr(?:Text\b[^>]*>|=[\"'])([^<\"']*)")
_REPEATS = re.compile(rb"\s*REF\s", re.I)
_NAMED = 8  # pages that a finding lists


@dataclass(frozen=True)
class Side:
    """A document, the bytes that it was read from, and what the reader is told to call it."""

    document: Document
    data: bytes
    name: str
    view: Revisions = "accepted"

    @cached_property
    def shown(self) -> Beside:
        """What a Word file shows beside its text."""
        from clausetrack.ooxml.beside import Beside, beside
        from clausetrack.ooxml.package import open_package

        if not is_word(self.data):
            return Beside()
        return beside(open_package(self.data, self.document.file), self.view)

    @property
    def called(self) -> str:
        return " ".join(filter(None, (self.name, self.document.file and f"({self.document.file})")))

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """The pictures in its pages, but for a page that is one: that page is told itself."""
        if is_word(self.data):
            from clausetrack.ooxml.beside import PICTURE

            things = (one for one in self.shown.things if one.kind == PICTURE)
            return tuple(Picture(one.key, Source(self.document.file)) for one in things)
        return tuple(one for one in self.document.pictures if not one.whole)

    def found(self, *codes: str) -> tuple[Finding, ...]:
        return tuple(one for one in self.document.findings if one.code in codes)


def told(old: Side, new: Side, *, fonts: bool = True) -> tuple[Finding, ...]:
    """What either side holds and nobody read, unless both are known to hold the same there.

    Without `fonts` those that a file brings are not looked at.
    """
    if old.data == new.data:
        return ()
    codes = [code for code, alike in ((_PAGE, _same_pages), (_PART, _same_parts))
             if (old.found(code) or new.found(code)) and not alike(old, new)]  # fmt: skip
    brought = _fonts(old, new) if fonts else ()
    return (*alone(old, *codes), *alone(new, *codes), *_pictures(old, new), *brought)


def holds_documents(package: Package) -> bool:
    """Does a Word file say that other documents stand in it, or data that it may show?"""
    stories = [package.parts[part] for part in package.stories()]
    return any(mark in held for held in stories for mark in _MARKS)


def may_show_others(old: Package, new: Package) -> bool:
    """May two Word files show other pictures, links and fields?

    Not where those parts of both are alike, as many things are drawn in them, and the codes of
    fields are alike, none of which repeats what stands elsewhere.
    """
    held = [{part: data for part, data in package.parts.items() if _BESIDE.fullmatch(part)}
            for package in (old, new)]  # fmt: skip
    codes = [[code for part in package.stories() for code in _FIELD.findall(package.parts[part])]
             for package in (old, new)]  # fmt: skip
    drawn = [[package.parts[part].count(mark) for part in package.stories() for mark in _DRAWN]
             for package in (old, new)]  # fmt: skip
    alike = held[0] == held[1] and codes[0] == codes[1] and drawn[0] == drawn[1]
    return not alike or any(map(_REPEATS.match, codes[1]))


def alone(side: Side, *codes: str) -> Iterator[Finding]:
    """What a document says of itself that was not read, as something that was not compared."""
    for one in side.found(*codes):
        yield replace(one, message=f"not compared, in {side.called}: {one.message}")


def _same_pages(old: Side, new: Side) -> bool:
    """Are the pages without text the same pictures?"""
    sides = [Counter(one.key for one in side.document.pictures if one.whole) for side in (old, new)]
    return sides[0] == sides[1] and "" not in sides[0] and bool(sides[0])


def _same_parts(old: Side, new: Side) -> bool:
    """Are the documents and data that stand in two Word files the same to the byte, or the words
    that lie on the pages of two PDFs?"""
    if is_pdf(old.data) and is_pdf(new.data):
        laid = [[(one.message, one.quote) for one in side.found(_PART)] for side in (old, new)]
        return laid[0] == laid[1]
    sides = [Counter(side.shown.documents) for side in (old, new)]
    return sides[0] == sides[1] and bool(sides[0])


def _fonts(old: Side, new: Side) -> Iterator[Finding]:
    """That a Word file brings fonts which the other one does not have, where one does."""
    if all(is_word(side.data) for side in (old, new)) and new.shown.fonts - old.shown.fonts:
        message = f"not compared, in {new.called}: fonts stand in the file itself, and what their "
        message += "letters look like is not read"
        yield finding(_PART, message, source=Source(new.document.file))


# ------------------------------------------------------------------------------------- pictures


def _pictures(old: Side, new: Side) -> Iterator[Finding]:
    """One finding for pictures that nobody set against each other, where there are any.

    Those of two Word files and of two web pages are told one by one, elsewhere.
    """
    if all(is_word(side.data) for side in (old, new)):
        return
    if all(is_page(side.data) for side in (old, new)):
        return
    if all(is_pdf(side.data) for side in (old, new)):
        pages = tuple(map(tuple, _unlike(old.pictures, new.pictures)))
        why = "and whether they show the same is not known"
    else:
        pages = old.pictures, new.pictures
        why = "since they are of files of different formats"
    held = [f"{_counted(found)} in {side.called}"
            for side, found in zip((old, new), pages, strict=True) if found]  # fmt: skip
    if held:
        message = f"pictures were not compared, {why}: {', '.join(held)}"
        place = next(one.source for one in (*pages[1], *pages[0]))
        yield finding(_PICTURE, message, source=place)


def _unlike(
    old: Sequence[Picture], new: Sequence[Picture]
) -> tuple[list[Picture], list[Picture]]:
    """The pictures of either side that the other does not have."""
    counts = [Counter(one.key for one in side) for side in (old, new)]
    for key in counts[0].keys() & counts[1].keys():
        if all(count[key] >= _STATIONERY for count in counts):
            counts[0][key] = counts[1][key] = 1
    out: tuple[list[Picture], list[Picture]] = [], []
    for side, more, found in zip(
        (old, new), (counts[0] - counts[1], counts[1] - counts[0]), out, strict=True
    ):
        left = dict(more)
        for one in side:
            if left.get(one.key, 0) > 0:
                left[one.key] -= 1
                found.append(one)
    return out


def _counted(found: Iterable[Picture]) -> str:
    """ "3 (pages 1, 4)"."""
    found = tuple(found)
    pages = sorted({one.source.page for one in found if one.source.page is not None})
    said = ", ".join(map(str, pages[:_NAMED])) + (" …" if len(pages) > _NAMED else "")
    where = f" (page{'s' if len(pages) > 1 else ''} {said})" if pages else ""
    return f"{len(found)}{where}"
