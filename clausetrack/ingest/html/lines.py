"""A web page -> lines: one a paragraph, one a row of a table.

A place is a line of the file and offsets in the text that begins on that line: tags do not count,
white space is collapsed as a browser prints it, and a `br` counts as one character. A page that
stands on a single line has running offsets in all of its text.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import cast

from clausetrack import reasons
from clausetrack.errors import finding
from clausetrack.ingest import raised
from clausetrack.ingest.html import content
from clausetrack.ingest.html.labels import Counters, list_style
from clausetrack.ingest.html.pieces import BREAK, DECIMAL, Piece, paragraphs, trimmed, without_marks
from clausetrack.ingest.html.styles import Element, Styles, classes, text_of
from clausetrack.model import Finding, LeftOut, Line, Run, Runs, Source, plain

#: Characters that show nothing and are no space: soft hyphens, zero-width marks, directions.
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
DROPPED = {"accepted": ("del", reasons.DROPPED["accepted"]),
           "rejected": ("ins", reasons.DROPPED["rejected"])}  # fmt: skip

_BLOCK_TAGS = """
    address article aside blockquote body caption center dd details dialog dir div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav
    noframes ol option p pre search section select summary table tbody td tfoot th thead tr ul
"""
_BLOCKS = frozenset(_BLOCK_TAGS.split())
_SHOWN_AS_BLOCKS = frozenset(("block", "list-item", "table", "flex", "grid"))
_SPACE = re.compile(r"[^\S\n]+")
_BARE = re.compile(rf"(?:{DECIMAL}[.):]?|\d{{1,3}}[.)]|\([a-zA-Z]{{1,5}}\)|\(\d{{1,3}}\))")
_LABELLED = re.compile(
    rf"(?:{DECIMAL}[.):]?|\([a-zA-Z]{{1,5}}\)|\(\d{{1,3}}\)|(?:\d{{1,3}}|[a-zA-Z]|[ivx]+)[.)])\s"
)
_WHOLE = re.compile(r"(?P<whole>\d{1,3})[A-Z]?(?P<parts>(?:\.\d+[A-Z]?)*)[.)]?(?:\s|$)")
_WORD_BULLET = re.compile(r"\s*(?P<glyph>[·•▪●○§ØüvoÞ*\uf000-\uf0ff–-])[\s\xa0]{2,}")
_LETTERS = re.compile(r"[“\"‘'(]?(?:[^\W\d_]{2}|[AaI]\s)")


@dataclass(frozen=True, slots=True)
class Context:
    """What an element hands down to what is in it."""

    emphasis: str = ""
    why: str = ""
    root: Element | None = None
    style: str = ""
    level: int = 0
    lists: int = 0
    series: int = 0
    pre: bool = False
    depth: int = 0
    sign: str = " "


@dataclass
class Writer:
    """The lines of a page as they grow, and what is left out or mark-up."""

    file: str
    styles: Styles
    reasons: dict[Element, str]
    drops: str
    counters: Counters
    lines: list[Line] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    markup: list[Source] = field(default_factory=list)
    raised: list[Finding] = field(default_factory=list)
    tables: int = 0
    series: int = 0
    marked_up: bool = False
    at: int = 1
    ends: Counter[int] = field(default_factory=Counter)
    pieces: list[Piece] = field(default_factory=list)
    leaving: list[Piece] = field(default_factory=list)
    label: str = ""
    is_first: bool = False
    is_counted: bool = True
    is_word: bool = False
    #: The whole number that the last number of a clause begins with.
    whole: int = 0
    #: The numbers that paragraphs outside of tables open with, once a table asks for them.
    numbers: frozenset[str] | None = None

    # ---------------------------------------------------------------------------------- walking

    def walk(self, element: Element, above: Context) -> None:
        """Write the lines of an element; what follows it in its parent is the parent's."""
        tag = element.tag
        self.at = max(self.at, cast("int | None", element.sourceline) or 0)
        if not isinstance(tag, str) or tag in content.NOT_TEXT:
            return
        if tag == "br":
            self.pieces.append(Piece(BREAK, self.at, above.emphasis, above.why, above.root))
            return
        here = self.context(element, tag, above)
        style = self.styles.of(element)
        blocks = tag in _BLOCKS or style.get("display") in _SHOWN_AS_BLOCKS
        blocks = blocks or (tag == "button" and not here.why)
        if blocks:
            self.flush(above)
            self.is_word = any(name.startswith("Mso") for name in classes(element))
        if not here.why and not self._is_dropped(element):
            self.counters.enter(element, style, here.depth)
            self._number(element, tag)
        if tag == "table" and not here.why:
            from clausetrack.ingest.html import tables  # which walks cells with this writer

            tables.write(self, element, here)
        else:
            self.add(element.text, here)
            for child in element:
                self.walk(child, here)
                self.add(child.tail, here)
        self.counters.leave(here.depth)
        if blocks:
            self.flush(here)
        elif _is_glued(element):
            self.add(" ", here)
        if tag == "li":
            self.label = ""

    def context(self, element: Element, tag: str, above: Context) -> Context:
        """What `element` hands down: its emphasis, revision, style, and why it is left out."""
        style = self.styles.of(element)
        why = self.reasons.get(element, above.why)
        root = above.root
        if element in self.reasons:
            root = element if why else None
        change = self._change(element)
        if change and not why:
            self.marked_up = True
            if change == self.drops:
                why = next(reason for drop, reason in DROPPED.values() if drop == change)
                root = element
        emphasis = set(above.emphasis)
        weight = style.get("font-weight", "")
        if tag in {"b", "strong"} or weight in {"bold", "bolder", "600", "700", "800", "900"}:
            emphasis.add("b")
        elif weight in {"normal", "400"}:
            emphasis.discard("b")
        if tag in {"i", "em", "cite"} or style.get("font-style") in {"italic", "oblique"}:
            emphasis.add("i")
        if tag == "u" or "underline" in style.get("text-decoration", ""):
            emphasis.add("u")
        kind, level = self._hint(element, tag, above, style.get("mso-list", ""))
        lists = above.lists + (tag in {"ol", "ul"})
        if lists == 1 != above.lists:
            self.series += 1
        return Context(
            "".join(sorted(emphasis)), why, root, kind, level, lists,
            self.series if lists else 0, above.pre or tag == "pre", above.depth + 1,
            raised.SIGNS.get(tag, above.sign),
        )  # fmt: skip

    def _hint(self, element: Element, tag: str, above: Context, listed: str) -> tuple[str, int]:
        """`Line.style` and `Line.level` of what the element holds."""
        names = {name.lower() for name in classes(element)}
        if re.fullmatch("h[1-6]", tag):
            return ("title", 0) if "title" in names else ("heading", int(tag[1]))
        if tag == "button" and not above.why and above.style != "heading":
            return "heading", 2  # one that is kept opens a part of the content
        if element.get("role") == "heading":
            level = element.get("aria-level") or "2"
            return "heading", int(level) if level in set("123456789") else 2
        if tag == "p" and names & {"title", "msotitle"}:
            return "title", 0
        if found := re.search(r"level(\d)", listed):
            self.is_first = True
            return "list", int(found[1]) - 1
        if tag == "li":
            self.is_first = True
            return "list", max(above.lists - 1, 0)
        return (above.style, above.level) if tag not in {"table", "td", "th"} else ("", 0)

    def _change(self, element: Element) -> str:
        """The revision that an element marks: "ins", "del" or ""."""
        names = classes(element) if element.tag in {"span", "div"} else []
        struck = "line-through" in self.styles.of(element).get("text-decoration", "")
        if element.tag in {"del", "s", "strike"} or struck or "deletion" in names:
            return "del"
        return "ins" if element.tag == "ins" or "insertion" in names else ""

    def _is_dropped(self, element: Element) -> bool:
        """Is all the text of a list item taken out by the view, so that it is not counted?"""
        if element.tag != "li" or (element.text or "").strip():
            return False
        kept = [child for child in element if self._change(child) != self.drops]
        tails = any((child.tail or "").strip() for child in element)
        return len(element) > 0 and not kept and not tails

    def _number(self, element: Element, tag: str) -> None:
        kind = ""
        if tag == "li":
            parent = element.getparent()
            above = {} if parent is None else self.styles.of(parent)
            kind = list_style(element, self.styles.of(element), above)
        if label := self.counters.label(element, kind):
            self.write_label()
            self.label = label
            # what an attribute says is printed as it stands, and counts in no list
            self.is_counted = "attr(" not in self.styles.marker(element)

    def write_label(self) -> None:
        """Give a label that nothing stands beside a line of its own."""
        if self.label:
            start = self.ends[self.at]
            place = Source(self.file, self.at, start=start, end=start)
            self._emit(Line((), place, "list", 0, self.label))
            self.label = ""

    # ------------------------------------------------------------------------------------- text

    def add(self, text: str | None, here: Context) -> None:
        """Add the text of one text node to the paragraph."""
        if not text:
            return
        clean = unicodedata.normalize("NFC", INVISIBLE.sub("", text))
        first = self.at + text[: len(text) - len(text.lstrip())].count("\n")
        self.at += text.count("\n")
        if here.pre:
            for number, line in enumerate(clean.split("\n")):
                if number:
                    self.pieces.append(Piece(BREAK, first, here.emphasis, here.why, here.root))
                    self.pieces.append(Piece(BREAK, first, here.emphasis, here.why, here.root))
                self.pieces.append(Piece(line, first + number, here.emphasis, here.why, here.root))
            return
        clean = re.sub(r"\s", lambda m: "\xa0" if m[0] == "\xa0" else " ", clean)
        self.pieces.append(Piece(clean, first, here.emphasis, here.why, here.root, here.sign))

    def flush(self, here: Context) -> None:
        """End the paragraph: a line for it, or several where breaks divide it."""
        pieces, self.pieces = self.pieces, []
        if pieces:
            for group in paragraphs(pieces):
                self._paragraph(group, here)

    def _paragraph(self, group: list[Piece], here: Context) -> None:
        line = next((piece.line for piece in group if piece.text.strip()), 0)
        if not line:
            return
        style, level = here.style, here.level
        if style == "list" and not self.is_first:
            style, level = "", 0  # a further paragraph of the item
        if any(piece.sign == "^" for piece in group):
            group = without_marks(group)
        if self.leaving:
            self.leaving.append(replace(self.leaving[-1], text=" "))  # a block ends words
        kept = "".join(piece.text for piece in group if not piece.why)
        bullet = _WORD_BULLET.match(kept) if self.is_word else None
        waiting = bullet is not None
        runs: list[Run] = []
        signs: list[str] = []
        for piece in group:
            end = self.ends[line]
            if piece.why:
                self._leave(piece)
                continue
            text = piece.text
            if not text.strip():
                if runs:
                    self._extend(runs, text, piece.emphasis, line)
                    signs.append(" " * (self.ends[line] - end))
                continue
            self.leave_out()
            if waiting:
                text = text.lstrip()
                start = self._take(line, 1)
                self.markup.append(Source(self.file, line, start=start, end=start + 1))
                text, waiting, style = text[1:], False, "list"
            end = self.ends[line]
            self._extend(runs, text, piece.emphasis, line)
            signs.append(piece.sign * (self.ends[line] - end))
        found = trimmed(runs)
        if not found or found[0].source is None:
            return
        label = "" if _LABELLED.match(plain(found)) else self.label
        self.label, self.is_first = "", False
        first, last = found[0].source, found[-1].source
        self._raised(found, "".join(signs), first)
        end = last.end if last is not None else first.end
        series = here.series if label and style == "list" and self.is_counted else 0
        self._emit(Line(found, Source(self.file, line, start=first.start, end=end), style, level,
                        label, series=series))  # fmt: skip

    def _raised(self, runs: Runs, signs: str, first: Source) -> None:
        """Note the figures of a paragraph of which a part is raised or lowered."""
        if not signs.isspace():
            text = plain(tuple(run for run in runs if run.source is not None))
            for at, printed, message in raised.figures(text, signs):
                start = first.start + at
                place = replace(first, start=start, end=start + len(printed))
                found = finding("figure-raised", message, source=place, quote=printed)
                self.raised.append(found)

    def _emit(self, line: Line) -> None:
        before = self.lines[-1] if self.lines else None
        if (before is not None and before.cells is None and self._is_number(before, line)
                and not before.label and not line.label and not _LABELLED.match(line.text)
                and not _BARE.fullmatch(line.text)):  # fmt: skip
            # A number in a block of its own, beside what it numbers.
            runs = (*before.runs, Run(" "), *line.runs)
            line = replace(line, runs=runs, source=before.source, style=line.style or before.style)
            self.lines.pop()
        found = None if line.cells is not None else _WHOLE.match(line.label or line.text)
        if found and (found["parts"] or (_stands_out(line) and found.end() < len(line.text))):
            self.whole = int(found["whole"])
        self.lines.append(line)

    def _is_number(self, before: Line, line: Line) -> bool:
        """Does a block hold the number of the block after it, and no more?

        A whole number without a dot is one where it counts on, before what stands out as a heading.
        """
        counts_on = before.text == str(self.whole + 1)
        return bool(_BARE.fullmatch(before.text)) or (counts_on and _stands_out(line))

    def _extend(self, runs: list[Run], text: str, emphasis: str, line: int) -> None:
        """Add text to the runs of a paragraph, white space collapsed."""
        text = re.sub(r"[^\S\n]*\n[^\S\n]*", "\n", _SPACE.sub(" ", text))
        if not runs:
            text = text.lstrip()
        elif runs[-1].text[-1].isspace():
            text = text.lstrip(" ")
        elif len(runs) < 4 and _LETTERS.match(text) and (
            _BARE.fullmatch(before := plain(tuple(runs)))
            or (before == str(self.whole + 1) and text[0].isupper())
        ):
            runs.append(Run(" "))  # what a style sheet sets apart
        if not text:
            return
        start = self._take(line, len(text))
        source = Source(self.file, line, start=start, end=start + len(text))
        last = runs[-1] if runs else None
        if last is not None and last.source is not None and last.emphasis == emphasis \
                and last.source.end == start:  # fmt: skip
            place = Source(self.file, line, start=last.source.start, end=source.end)
            runs[-1] = Run(last.text + text, emphasis, source=place)
        else:
            runs.append(Run(text, emphasis, source=source))

    def _take(self, line: int, length: int) -> int:
        start = self.ends[line]
        self.ends[line] += length
        return start

    # --------------------------------------------------------------------------------- left out

    def _leave(self, piece: Piece) -> None:
        if self.leaving and self.leaving[0].root is not piece.root:
            self.leave_out()
        self.leaving.append(piece)

    def leave_out(self) -> None:
        """End the stretch of text that is being left out."""
        pieces, self.leaving = self.leaving, []
        text = " ".join("".join(piece.text for piece in pieces).split())
        if text:
            line = next(piece.line for piece in pieces if piece.text.strip())
            start = self._take(line, len(text))
            source = Source(self.file, line, start=start, end=start + len(text))
            self.left_out.append(LeftOut(text, pieces[0].why, source))


def _stands_out(line: Line) -> bool:
    """Is a paragraph set as a heading, or bold from end to end?"""
    bold = all("b" in run.emphasis for run in line.runs if run.text.strip())
    return line.style in {"heading", "title"} or (bold and bool(line.runs))


def _alone(element: Element) -> str:
    return text_of(element).strip(" ().")


def _is_glued(element: Element) -> bool:
    """Is it a number that only the page's style parts from the words after it?"""
    named = {"label", "num", "number", "enum"} & {name.lower() for name in classes(element)}
    after = (element.tail or "")[:1]
    return bool(named) and after.isalnum() and _alone(element).isalnum()
