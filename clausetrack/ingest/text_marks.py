"""The mark-up in the lines of a text file, emphasis and escapes above all, and an account of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from clausetrack import reasons
from clausetrack.errors import finding
from clausetrack.ingest import markdown, markdown_math, raised, text_layout
from clausetrack.ingest.markdown import Mark
from clausetrack.model import Finding, LeftOut, Run, Source

_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_EMPHASIS = re.compile(r"\*{1,3}")
_STRUCK = re.compile(r"(?<!~)~~([^\s~](?:[^~\n]*[^\s~])?)~~(?!~)")
PAIR = re.compile(r"(?<![\w*\\])(\*{1,3})(?=[^\s*])[^*]*[^\s*\\]\1(?!\w)")
_UNDERSCORED = re.compile(r"(?<!\w)(_{1,2})(?=[^\s_])([^_]*[^\s_])\1(?!\w)")


@dataclass
class Account:
    """What the reader notes as it goes along: mark-up and findings."""

    file: str
    emphasised: bool
    markup: list[Source] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    #: What the file defines where it is Markdown, else None.
    names: markdown.Known | None = None
    #: Does a line of it hold a formula?
    formulas: bool = False
    lists: Mapping[int, markdown.Item] = field(default_factory=dict)
    #: The lines, by index, with which an item begins whose bullet stands elsewhere.
    items: set[int] = field(default_factory=set)

    def mark(self, line: int, text: str, start: int, end: int) -> None:
        """Note the non-space stretches of `text[start:end]` as mark-up."""
        for found in re.finditer(r"\S+", text[start:end]):
            self.markup.append(
                Source(self.file, line, start=start + found.start(), end=start + found.end())
            )

    def leave(self, line: int, text: str, start: int, end: int, why: str) -> None:
        """Note `text[start:end]` as left out."""
        place = Source(self.file, line, start=start, end=end)
        self.left_out.append(LeftOut(text[start:end], why, place))

    def find(self, code: str, message: str, line: int, quote: str, start: int = 0) -> None:
        place = Source(self.file, line, start=start, end=start + len(quote) if start else 0)
        self.findings.append(finding(code, message, source=place, quote=quote))


_NEAR_MARKDOWN = re.compile(r"[\[<&\\]")
_NEAR_EMPHASIS = re.compile(r"[*_\\~]")


def marks(line: str, start: int, end: int, number: int, account: Account) -> list[Mark]:
    """The mark-up inside a stretch of a line, in order."""
    out: list[Mark] = []
    # Only this stretch is looked at: a line may be a row of very many cells.
    if account.names is not None and _NEAR_MARKDOWN.search(line, start, end):
        out = markdown.marks(line, start, end, account.names)
    if account.formulas:
        out += markdown_math.marks(line, start, end)
    if _NEAR_EMPHASIS.search(line, start, end):  # as nearly nowhere
        out += _emphasis(line, start, end, number, account)
    return list(markdown.without_overlaps(out)) if out else out


def _emphasis(line: str, start: int, end: int, number: int, account: Account) -> list[Mark]:
    out = [Mark(*found.span()) for found in _ESCAPE.finditer(line, start, end)]
    for found in _STRUCK.finditer(line, start, end):
        out += [Mark(at, at + 2) for at in (found.start(), found.end() - 2)]
        message = f"“{found[1]}” is struck out by its format alone, and is read as part of the text"
        account.find("text-struck-out", message, number, found[1], found.start(1))
    escaped = {mark.end for mark in out}
    for found in _UNDERSCORED.finditer(line, start, end):
        kind = frozenset("i" if len(found[1]) == 1 else "b")
        width = len(found[1])
        out.append(Mark(found.start(), found.start() + width, kind))
        out.append(Mark(found.end() - width, found.end(), kind))
    if account.emphasised:
        stars = [m for m in _EMPHASIS.finditer(line, start, end) if m.start() not in escaped]
        paired = {
            (at, len(m[1]))
            for m in PAIR.finditer(line, start, end)
            for at in (m.start(), m.end() - len(m[1]))
        }
        kinds = {1: frozenset("i"), 2: frozenset("b"), 3: frozenset("bi")}
        for mark in stars:
            if (mark.start(), len(mark[0])) in paired:
                out.append(Mark(mark.start(), mark.end(), kinds[len(mark[0])]))
                continue
            # What has no partner is mark-up where conversion leaves it: at an end of the line. In
            # the middle it may be a footnote mark, and stays.
            before, after = line[start : mark.start()].strip(), line[mark.end() : end].strip()
            if (
                not after
                or not before
                or text_layout.LABEL.fullmatch(before + " ")
                or _label_only(before)
            ):
                out.append(Mark(mark.start(), mark.end()))
                account.find(
                    "emphasis-unbalanced",
                    "an emphasis mark without its partner was removed",
                    number,
                    line.strip()[-60:],
                )
    return out


def without_raised(runs: Sequence[Run], signs: str, account: Account) -> list[Run]:
    """The runs without the raised marks of notes; figures of which a part is raised are told."""
    marks = dict(raised.marks("".join(run.text for run in runs), signs))
    out, kept, at = [], "", 0
    for run in runs:
        start, at = at, at + len(run.text)
        if marks.get(start) == at and run.source is not None:
            account.left_out.append(LeftOut(run.text, reasons.RAISED_MARK, run.source))
        else:
            out.append(run)
            kept += signs[start:at]
    for start, printed, message in raised.figures("".join(run.text for run in out), kept):
        first = out[0].source or Source(account.file)
        account.find("figure-raised", message, first.line or 0, printed, first.start + start)
    return out


def _label_only(text: str) -> bool:
    return bool(re.fullmatch(r"(?:\(?[\w.]{1,12}\)?\.?|Notes?:)", text))
