"""A table of contents that nothing marks as one: its lines come again further down.

A reader leaves out what its format calls a table of contents. Many are typed, or were pasted in;
those are known by their title, by page numbers, and by the headings that they list.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise

from clausetrack import reasons
from clausetrack.errors import finding
from clausetrack.model import LeftOut, Line, Reading, Run, Source

_TITLE = re.compile(
    r"(?:(?:table|list) of )?contents(?: page)?|contents of this agreement"
    r"|ngā ihirangi|rārangi (?:take|upoko|kōrero|ihirangi).*",
    re.I,
)
_NAMES = re.compile(r"content|rangi", re.I)  # what is in every such title
_BOTH = re.compile(r"\s*[/|•–—-]\s+|\s{2,}|\t")
_PAGE = re.compile(
    r"(?P<title>.*?\S)(?P<lead>\s*(?:(?:\.\s?){4,}|…[.…\s]*|_{4,}|(?:·\s?){4,})\s*|\s+)"
    r"(?P<page>\d{1,4}|[ivxl]{1,6})\s*$",
    re.S,
)
_LEADERS = re.compile(r"(?:\.\s?){5,}")
#: A number, a letter or a page number that stands on a line of its own.
_BARE = re.compile(r"\W*(?:(?:part|section|clause|article)\s+)?[\w.]{1,8}\W*", re.I)
_WHOLE = re.compile(r"\s*(?:\d{1,4}|[ivxl]{1,6})\s*")
_NUMBER = re.compile(r"[A-Z]?\d[\w.]{0,8}[.)]?\s+(?=[^\W\d])")
#: Longer than the entry of any contents page; the pattern takes the square of the length.
_LONG = 300
_CELLS = 3  # of an entry: its number, its title and its page
_FEW = 4  # letters of an entry that can be looked for


def is_contents_title(text: str) -> bool:
    """Is a line the title of a contents page, in one language or in two?"""
    if len(text) >= 80 or not _NAMES.search(text):
        return False
    text = text.strip(" :\t\n#*")
    if not text or len(text) >= 60:
        return False
    return any(_TITLE.fullmatch(part.strip()) for part in (text, *_BOTH.split(text)))


def words(text: str) -> str:
    """A text as it is compared: its letters and digits, in one case."""
    return "".join(re.findall(r"\w+", text)).casefold().replace("_", "")


def lines(texts: Sequence[str], rows: Set[int] = frozenset()) -> list[int]:
    """Which of the lines of a document are its table of contents, the title included.

    `rows` are those that are rows of tables, with a tab between two cells. They may list headings,
    but are none; and those of more cells than an entry has are none of it.
    """
    wide = {at for at in rows if texts[at].count("\t") >= _CELLS}
    at = next((at for at, text in enumerate(texts) if is_contents_title(text)), None)
    if at is None:
        at = _untitled(texts, wide)
        if at is None:
            return []
        return _Block(texts, at - 1, rows, wide).grown(least=5)
    return _Block(texts, at, rows, wide).grown(least=3)


def without(reading: Reading) -> Reading:
    """A reading with the lines of an unmarked table of contents left out, and said to be."""
    rows = {at for at, line in enumerate(reading.lines) if line.cells is not None}
    found = lines([_text(line) for line in reading.lines], rows)
    if not found:
        return reading
    gone = set(found)
    left_out = [entry for at in found for entry in _left_out(reading.lines[at])]
    message = f"the table of contents is left out ({len(found)} lines)"
    source = reading.lines[found[0]].source
    said = finding("text-left-out", message, source=source)
    return replace(
        reading,
        lines=tuple(line for at, line in enumerate(reading.lines) if at not in gone),
        left_out=(*reading.left_out, *left_out),
        findings=(*reading.findings, said),
    )


def _text(line: Line) -> str:
    if line.cells is not None:
        text = "\t".join(cell.text.strip() for cell in line.cells).strip()
    else:
        text = f"{line.label} {line.text}" if line.label else line.text
    return _LEADERS.sub(" .... ", text) if ".." in text or ". ." in text else text


def _left_out(line: Line) -> Iterator[LeftOut]:
    runs = line.runs if line.cells is None else [run for cell in line.cells for run in cell.runs]
    for _, group in groupby((run for run in runs if run.source), key=_place):
        found = list(group)
        text = "".join(run.text for run in found)
        first, last = found[0].source, found[-1].source
        if text.strip() and first is not None and last is not None:
            yield LeftOut(text, reasons.CONTENTS, replace(first, end=last.end))


def _place(run: Run) -> tuple[str, int | None, int | None, int | None]:
    source = run.source or Source()
    return source.part, source.paragraph, source.page, source.line


def _untitled(texts: Sequence[str], wide: Set[int]) -> int | None:
    """The first of five lines together that end in page numbers, apart from their words."""
    run: list[int] = []
    pages: list[int] = []
    for at, text in enumerate(texts):
        if at in wide:
            run, pages = [], []
            continue
        apart = "\t" in text or ".." in text or ". ." in text or "…" in text or "___" in text
        found = _paged(text) if apart else None
        if found is None or not (found["lead"].strip() or "\t" in found["lead"]):
            if text.strip():
                run, pages = [], []
            continue
        if not found["page"].isdecimal() or not re.search(r"[^\W\d]{3}", found["title"]):
            continue
        run.append(at)
        pages.append(int(found["page"]))
        if len(run) >= 5 and all(a <= b for a, b in pairwise(pages)):
            return run[0]
    return None


def _paged(text: str) -> re.Match[str] | None:
    text = text.strip()
    if len(text) > _LONG or not text[-1:].isalnum():
        return None
    return _PAGE.fullmatch(text)


@dataclass
class _Block:
    """The lines of a document from the title of its contents on; what comes later as one text."""

    texts: Sequence[str]
    title: int
    rows: Set[int]
    wide: Set[int]
    starts: list[int] = field(default_factory=list)
    stream: str = ""

    def __post_init__(self) -> None:
        parts, length = [], 0
        for at in range(self.title + 1, len(self.texts)):
            self.starts.append(length)
            parts.append(word := "" if at in self.rows else words(self.texts[at][:_LONG]))
            length += len(word)
        self.stream = "".join(parts)

    def comes_again(self, word: str, after: int) -> bool:
        """Does a line after the one at `after` begin with those words?"""
        if len(word) < _FEW:
            return False
        index = after - self.title
        if index >= len(self.starts):
            return False
        at = self.stream.find(word, self.starts[index])
        while at >= 0:
            place = bisect.bisect_left(self.starts, at)
            if place < len(self.starts) and self.starts[place] == at:
                return True
            at = self.stream.find(word, at + 1)
        return False

    def grown(self, least: int) -> list[int]:
        """The lines of the contents, none where too few of them are proved."""
        entries: list[int] = []
        seen: set[str] = set()
        proved = 0
        between: list[int] = []
        for at in range(self.title + 1, len(self.texts)):
            text = self.texts[at]
            if at in self.wide:
                break
            if not text.strip() or (_BARE.fullmatch(text.strip()) and len(text) < 24):
                continue
            found = _paged(text)
            whole = words(text)
            title = words(found["title"]) if found else whole
            if title in seen and (found is None or whole == title):
                break  # the document itself has begun
            # a page number may have lost the space before it, or be the number of a Schedule
            titles = [title, whole, whole.rstrip("0123456789")]
            if found is not None:  # its number may stand elsewhere, beside the heading
                titles.append(words(_NUMBER.sub("", found["title"].strip(), 1)))
            again = any(self.comes_again(one, at) for one in titles)
            apart = found is not None and bool(found["lead"].strip() or "\t" in found["lead"])
            if len(text) < _LONG and (again or apart):
                entries.append(at)
                seen.update(titles)
                proved += again
                between = []
                continue
            between.append(at)
            if len(between) > 2 or sum(len(self.texts[one]) for one in between) > 160:
                break
        if len(entries) < least or proved < max(least - 1, len(entries) // 2):
            return []
        end = self._pages_below(entries)
        held = range(max(self.title, 0), end + 1)
        if self.title < 0 or not is_contents_title(self.texts[self.title]):
            held = range(entries[0], end + 1)
        size = sum(len(self.texts[at]) for at in held)
        if 2 * size > sum(map(len, self.texts)):
            return []
        return [at for at in held if self.texts[at].strip()]

    def _pages_below(self, entries: Sequence[int]) -> int:
        """The last line, with page numbers that a converter set below their entries."""
        last = at = entries[-1]
        found = 0
        while at + 1 < len(self.texts):
            at += 1
            if not self.texts[at].strip():
                continue
            if not _WHOLE.fullmatch(self.texts[at]):
                break
            found, end = found + 1, at
        return end if found and 2 * found >= len(entries) else last
