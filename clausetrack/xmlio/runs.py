"""Runs of text as XML, each with its emphasis, its revision and the place where it stood.

What keeps this small: a run says where it stood only where it differs from what the reader
expects, which is the clause's own line and in it the offset where the run before ended. A plain
run that stands just there is the text of the element around it.

Elements are made as text and not as a tree that is then written: it is the layout itself that
`xmlio.wording` reads, and it takes half the time.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field

from clausetrack import currency
from clausetrack.errors import InvalidXml
from clausetrack.model import Document, Run, Runs, Source
from clausetrack.references import Space
from clausetrack.xmlio.marks import Mark

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_REVISIONS = {"inserted": "ins", "deleted": "del"}
_PLACE = ("file", "line", "page", "part", "paragraph")

Place = tuple[str, int | None, int | None, str, int | None]


@dataclass(slots=True)
class Writer:
    """What a part of the file needs to know of the whole."""

    document: Document
    spaces: dict[str | None, Space]
    part: str
    where: str = ""
    currency: str = ""
    #: Where text stands of which nothing is said.
    place: Place = field(init=False)

    def __post_init__(self) -> None:
        self.place = (self.document.file, None, None, self.part, None)

    def money(self) -> str:
        """In whose dollars the document speaks."""
        if not self.currency:
            self.currency, _ = currency.of(self.document)
        return self.currency

    def text(self, text: str) -> str:
        """Text as XML writes it; raises InvalidXml where it holds what XML cannot hold."""
        if not text.isprintable() and (bad := _ILLEGAL.search(text)):
            where = self.where or "the document"
            code = f"U+{ord(bad[0]):04X}"
            raise InvalidXml(f"{where} holds the character {code}, which XML cannot hold")
        if "&" in text or "<" in text or ">" in text or "\r" in text:
            text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
            text = text.replace("\r", "&#13;")
        return text

    def attribute(self, name: str, value: str) -> str:
        """An attribute with a space before it; "" where there is nothing to say."""
        return f' {name}="{self.value(value)}"' if value else ""

    def value(self, value: str) -> str:
        """The value of an attribute: what a parser would take for a space is written as a code."""
        text = self.text(value)
        if not text.isprintable() or '"' in text:
            text = text.replace('"', "&quot;").replace("\t", "&#9;").replace("\n", "&#10;")
        return text


def element(name: str, attributes: str, content: str) -> str:
    """An element; `attributes` have a space before each, `content` is XML."""
    return f"<{name}{attributes}>{content}</{name}>" if content else f"<{name}{attributes}/>"


def write_runs(
    writer: Writer, name: str, attributes: str, runs: Runs, place: Place, marks: Iterable[Mark]
) -> str:
    """An element with runs in it: as its own text where the reader would expect just that run."""
    if not runs:
        return element(name, attributes, "")
    if len(runs) == 1 and _is_bare(runs[0]):
        source = runs[0].source
        assert source is not None
        said, _, _ = stand(writer, source, place, 0)
        return element(name, attributes + said, _marked(writer, runs[0].text, 0, marks))
    first = next((run.source for run in runs if run.source is not None), None)
    at = 0
    if first is not None:
        said, place, at = stand(writer, first, place, 0)
        attributes += said
    else:
        attributes += ' generated="true"'
    ahead = deque(marks)
    offset = 0
    out: list[str] = []
    bare = False
    for run in runs:
        inside = []
        while ahead and ahead[0].end <= offset + len(run.text):
            mark = ahead.popleft()
            if mark.start >= offset:  # a mark that crosses the border of a run is left out
                inside.append(mark)
        text = _marked(writer, run.text, offset, inside)
        source = run.source
        if source is None:
            expected = first is None
        else:
            stands = (_place(source), source.start, source.end)
            expected = stands == (place, at, at + len(run.text))
        # Text directly after such text would be one run with it.
        if expected and run.text and not (run.emphasis or run.revision or bare):
            out.append(text)
            bare = True
        else:
            said = ""
            if source is None and first is not None:
                said = ' generated="true"'
            elif source is not None:
                said, place, at = stand(writer, source, place, at)
                if source.end != at + len(run.text):
                    said += f' end="{source.end}"'
            out.append(_run(run, said, text))
            bare = False
        if source is not None:
            at = source.end
        offset += len(run.text)
    return element(name, attributes, "".join(out))


def _is_bare(run: Run) -> bool:
    """Is it text and nothing else, that stands in one piece?"""
    source, length = run.source, len(run.text)
    plain = length and source is not None and not (run.emphasis or run.revision)
    return bool(plain and source is not None and source.end == source.start + length)


def _run(run: Run, attributes: str, content: str) -> str:
    """The element of a run: each further property of its text is one inside it, `<ins><b><i>`."""
    names = [_REVISIONS[run.revision]] if run.revision else []
    outer, *inner = [*names, *run.emphasis] or ["span"]
    for name in reversed(inner):
        content = element(name, "", content)
    return element(outer, attributes, content)


def _marked(writer: Writer, text: str, offset: int, marks: Iterable[Mark]) -> str:
    """Text with its marks; `offset` is where it begins in that in which they were found."""
    if not marks:
        return writer.text(text)
    out: list[str] = []
    done = 0
    for mark in marks:
        start, end = mark.start - offset, mark.end - offset
        named = "".join(writer.attribute(*pair) for pair in mark.attributes.items())
        to = "".join(element("to", writer.attribute(*pair), "") for pair in mark.to)
        out.append(writer.text(text[done:start]))
        out.append(element(mark.name, named, to + writer.text(text[start:end])))
        done = end
    out.append(writer.text(text[done:]))
    return "".join(out)


def _place(source: Source) -> Place:
    return (source.file, source.line, source.page, source.part, source.paragraph)


def stand(writer: Writer, source: Source, place: Place, at: int) -> tuple[str, Place, int]:
    """How `source` differs from `place` and the offset `at`, as attributes; where that leads.

    As soon as one attribute of the place stands there, those that do not are the default.
    """
    here = _place(source)
    said = ""
    if here != place:
        at = 0
        for name, value, default in zip(_PLACE, here, writer.place, strict=True):
            if value != default:
                text = writer.value(value) if isinstance(value, str) else value
                said += f' {name}="{"" if text is None else text}"'
        said = said or f' file="{writer.value(source.file)}"'
    if source.start != at:
        said += f' start="{source.start}"'
    return said, here, source.start
