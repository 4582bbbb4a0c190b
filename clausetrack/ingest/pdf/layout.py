"""The words of a page -> rows in reading order: column after column, labels cut off by a tab.

A `Row` is one printed line of one column, or of a table's cell; nothing here knows of other pages.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from clausetrack.ingest.pdf.labels import BULLETS, LABEL
from clausetrack.ingest.pdf.page import Word

_TAB = 0.62
_WIDER = 1.5
_GAP = 1.3
_FAR = 3.0


@dataclass(slots=True)
class Fragment:
    """Words in one line with no wide gap between them."""

    words: list[Word]
    x0: float
    x1: float
    y: float
    size: float

    @property
    def text(self) -> str:
        if len(self.words) == 1:
            return self.words[0].text
        return "".join((w.before if w.before != "\n" else " ") + w.text for w in self.words).strip()


@dataclass(slots=True)
class Row:
    """One printed line. `left` and `right` are the edges of its column; `cell` says which cell of
    which table of the page it belongs to: (table, cell)."""

    fragments: list[Fragment]
    left: float
    right: float
    cell: tuple[int, int] | None = None
    margin: bool = False
    aside: str = ""

    @property
    def x0(self) -> float:
        return self.fragments[0].x0

    @property
    def x1(self) -> float:
        return self.fragments[-1].x1

    @property
    def y(self) -> float:
        return max(self.fragments, key=lambda f: f.x1 - f.x0).y

    @property
    def size(self) -> float:
        """The size of most of its characters."""
        sizes: dict[float, int] = {}
        for fragment in self.fragments:
            for word in fragment.words:
                sizes[word.style.size] = sizes.get(word.style.size, 0) + len(word.text)
        return max(sizes, key=lambda size: sizes[size])

    def pieces(self) -> list[tuple[Word, str]]:
        """Its words, each with what stands before it: "", " " or a tab."""
        out: list[tuple[Word, str]] = []
        previous: Word | None = None
        for fragment in self.fragments:
            for word in fragment.words:
                before = word.before
                if previous is None:
                    before = ""
                else:
                    gap = word.x0 - previous.x1
                    if before == "\n":
                        before = (
                            " " if gap > 0.1 * min(word.style.size, previous.style.size) else ""
                        )
                        before = before if gap > -0.5 * word.style.size else " "
                    size = max(word.style.size, previous.style.size)
                    wide = gap > _TAB * size and gap > _WIDER * self._usual_gap()
                    if (
                        wide and self._label("".join(b + w.text for w, b in out))
                    ) or gap > _FAR * word.style.size:
                        before = "\t"
                    elif wide:
                        before = " "
                out.append((word, before))
                previous = word
        return out

    def _usual_gap(self) -> float:
        """The gap between its words where there are many: justified and typewriter text is wide."""
        words = [word for fragment in self.fragments for word in fragment.words]
        gaps = [after.x0 - word.x1 for word, after in pairwise(words) if after.before]
        return statistics.median(gaps) if len(gaps) > 3 else 0.0

    def _label(self, text: str) -> bool:
        return len(text) <= 14 and (text in BULLETS or bool(LABEL.fullmatch(text)))


def fragments(words: Iterable[Word]) -> list[Fragment]:
    """Words in the order of the file, gathered where they follow each other in one line."""
    out: list[Fragment] = []
    for word in words:
        last = out[-1] if out else None
        size = word.style.size
        if last is not None:
            gap = word.x0 - last.x1
            if abs(word.y - last.y) < 0.6 and -0.3 * size < gap < (
                _GAP if word.before != "\n" else 0.5
            ) * max(size, last.size):
                last.words.append(word)
                last.x1 = max(last.x1, word.x1)
                last.size = max(last.size, size)
                continue
        out.append(Fragment([word], word.x0, word.x1, word.y, size))
    return out


def lines(found: Sequence[Fragment]) -> list[list[Fragment]]:
    """Fragments gathered by base line, from the top; those of a line from the left."""
    out: list[list[Fragment]] = []
    for fragment in sorted(found, key=lambda f: (-f.y, f.x0)):
        if out:
            line = out[-1]
            base = max(line, key=lambda f: f.size)
            drop = base.y - fragment.y
            same = abs(drop) <= 0.25 * max(fragment.size, base.size)
            raised = fragment.size < 0.8 * base.size and abs(drop) < 0.5 * base.size
            lifts = base.size < 0.8 * fragment.size and abs(drop) < 0.5 * fragment.size
            if (same or raised or lifts) and not any(_overlap(fragment, f) for f in line):
                line.append(fragment)
                continue
        out.append([fragment])
    for line in out:
        line.sort(key=lambda f: f.x0)
        if _right_to_left(line):
            line.reverse()
    return _labels_joined(out)


def _labels_joined(found: list[list[Fragment]]) -> list[list[Fragment]]:
    """Lines with each label that stands a little off its text's base line joined to it."""
    out: list[list[Fragment]] = []
    for line in found:
        above = out[-1] if out else None
        if above is not None and _is_beside(above, line):
            above[:] = sorted([*above, *line], key=lambda f: f.x0)
        else:
            out.append(line)
    return out


def _is_beside(above: Sequence[Fragment], below: Sequence[Fragment]) -> bool:
    label, text = (
        (above, below) if len(above) == 1 and is_label(above, above[0]) else (below, above)
    )
    return (
        len(label) == 1
        and is_label(label, label[0])
        and label[0].x1 < text[0].x0
        and text[0].x0 - label[0].x1 < 6 * text[0].size
        and 0 <= above[0].y - below[0].y < 0.75 * max(label[0].size, text[0].size)
    )


def _overlap(a: Fragment, b: Fragment) -> bool:
    return min(a.x1, b.x1) - max(a.x0, b.x0) > 0.3 * min(a.size, b.size)


def _right_to_left(line: Sequence[Fragment]) -> bool:
    if not any(_is_semitic(fragment.words[0].text[0]) for fragment in line):
        return False
    text = "".join(word.text for fragment in line for word in fragment.words)
    return sum(map(_is_semitic, text)) > len(text) / 2


def _is_semitic(character: str) -> bool:
    """Is a character of the scripts that run from right to left?"""
    return "\u0590" <= character <= "\u08ff"


def line_x0(line: Sequence[Fragment]) -> float:
    return min(fragment.x0 for fragment in line)


def line_x1(line: Sequence[Fragment]) -> float:
    return max(fragment.x1 for fragment in line)


def is_label(line: Sequence[Fragment], fragment: Fragment) -> bool:
    """Is that fragment the label before the text of its line?"""
    return fragment is line[0] and (
        fragment.text in BULLETS
        or (len(fragment.text) < 15 and bool(LABEL.fullmatch(fragment.text)))
    )
