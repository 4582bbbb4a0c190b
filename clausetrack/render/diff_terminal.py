"""The changes between two documents as text for a terminal, clause by clause."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from clausetrack.diff.changes import KINDS, Change
from clausetrack.diff.edits import ChangeEdit, wording_edits
from clausetrack.diff.outside import DIFFERING, OUTSIDE
from clausetrack.diff.renames import Rename
from clausetrack.errors import BY_FORMAT, UNREAD
from clausetrack.model import Clause, Finding
from clausetrack.render import happened
from clausetrack.render.terminal import one_line, safe, styled

_WIDTH = 100
_INDENT = "    "
_BESIDE = "Outside the clauses"
_UNSEEN = "Not compared"
_UNSHOWN = "Struck out, hidden or raised by format alone"
_THROUGHOUT = "Throughout"
_MOSTLY = "In most places"
_UNFOLLOWED = "References that did not follow"
_KEPT = "Names that stayed"
_IN_WORDS = "Tables and words"
_WENT = "Sentences that went to another clause"
WATCHED = "Provisions that watch a figure that changed"
_PROSE = 4  # words of a cell whose edits are shown in it; a shorter one is replaced whole
_AROUND = 60  # characters of unchanged wording that are shown on each side of an edit
_COLOURS = {"inserted": "green", "deleted": "red", "changed": "yellow"}


def diff(
    changes: Sequence[Change],
    findings: Iterable[Finding] = (),
    renames: Iterable[Rename] = (),
    *,
    slight: bool = False,
    colour: bool = False,
    width: int = _WIDTH,
) -> str:
    """A line for each kind and how often, the changes, and the references left behind.

    Changes of spacing, of the shape of quotation marks or of emphasis alone, and of a name that
    became another throughout, are shown with `slight`; their number is always printed, and where
    only a name changed is listed. Without `colour`, deletions stand in [-...-] and
    insertions in {+...+}.
    """
    page, renames = Page(colour, width), list(renames)
    named = {id(change) for rename in renames for change in rename.alone}
    shown = [change for change in changes if slight or not (change.slight or id(change) in named)]
    blocks = [*page.throughout(renames), *page.blocks(shown)]
    findings = list(findings)
    if told := page.findings(findings):
        blocks.append(told)
    codes = {one.code for one in findings}
    nothing = "no changes in the clauses" if codes & DIFFERING else "no changes"
    if codes & set(UNREAD):
        nothing = "no changes in what was read"
    blocks.append(_summary(changes, len(named), nothing, hidden=not slight))
    return "\n\n".join(blocks) + "\n"


def _summary(changes: Sequence[Change], renamed: int, nothing: str, *, hidden: bool) -> str:
    counts = Counter(change.kind for change in changes)
    said = {kind: f"{counts[kind]} {kind}" for kind in KINDS if counts[kind]}
    if moved := happened.moved_too(changes):
        said["changed"] += f" ({moved})"
    named = ", ".join(said.values())
    line = f"{len(changes)} {'change' if len(changes) == 1 else 'changes'}"
    if not changes:
        return nothing
    line = f"{line}: {named}"
    alone = sum(change.slight for change in changes)
    shows = "; --all shows them)" if hidden else ")"
    if alone:
        line += f"\n{alone} of them of spacing, quotation marks or emphasis alone"
        line += f" (not shown{shows}" if hidden else ""
    if renamed:
        line += f"\n{renamed} of them of a name alone (listed under “{_THROUGHOUT}”{shows}"
    return line


class Page:
    """How things are printed: `colour` says whether in ANSI styles, `width` in what columns."""

    def __init__(self, colour: bool, width: int = _WIDTH) -> None:
        self.colour = colour
        self.width = width

    def blocks(self, changes: Iterable[Change]) -> Iterator[str]:
        """A block for each change; clauses in a row that only took another number share one."""
        for only, group in groupby(changes, lambda change: change.kind == "renumbered"):
            if only:
                yield "\n".join([self.style("renumbered", bold=True), *self.renumbered(group)])
            else:
                yield from map(self.block, group)

    def renumbered(self, changes: Iterable[Change]) -> Iterator[str]:
        """The old and the new number of clauses: those with a heading a line each, with it."""
        for headed, group in groupby(changes, lambda change: bool(_titled(change))):
            if headed:
                yield from (self.filled(f"{_numbers(each)}  {_titled(each)}") for each in group)
            else:
                yield self.filled("; ".join(map(_numbers, group)))

    def throughout(self, renames: Sequence[Rename]) -> Iterator[str]:
        """A block for the names that became others, with where that was all that changed."""
        yield from self.renamed(_THROUGHOUT, [one for one in renames if one.throughout])
        yield from self.renamed(_MOSTLY, [one for one in renames if not one.throughout])

    def renamed(self, title: str, renames: Sequence[Rename]) -> Iterator[str]:
        lines = [self.style(title, bold=True)] * bool(renames)
        for rename in renames:
            only = ", ".join(safe(change.new_id or "") for change in rename.alone)
            said = safe(happened.throughout(rename))
            lines.append(self.hanging(f"{said}: {only}" if only else said))
        if lines:
            yield "\n".join(lines)

    def block(self, change: Change) -> str:
        """What happened and where, then the wording with its edits."""
        lines = [self.head(change)]
        if change.kind in {"split", "joined"} and not (change.old and change.old.table):
            lines.append(self.filled(self.marked(change.old_text, change.edits)))
        elif change.ids:  # tables, whose captions are told whole
            lines += [self.filled(self.edit(edit)) if edit.part == "heading" else self.cell(edit)
                      for edit in change.edits]  # fmt: skip
        elif change.old and change.new:
            for part, text in (
                ("heading", change.old.heading_text),
                ("text", change.old.own_text),
            ):
                edits = [edit for edit in change.edits if edit.part == part]
                if edits:
                    lines.append(self.filled(self.marked(text, edits)))
            lines += [self.cell(edit) for edit in change.edits
                      if edit.part not in {"heading", "text"}]  # fmt: skip
        else:
            said = self.edit(change.edits[0]) if change.edits else "(no words of its own)"
            lines.append(self.filled(said))
        told = change.kind == "moved" or (change.form and not change.edits)
        if told and not _heading(change.new):
            lines.append(self.filled(_begins(change.new_text)))  # which one it is
        return "\n".join(line for line in lines if line)

    def head(self, change: Change) -> str:
        where, heading = _numbers(change), _titled(change)
        kind = happened.happened(change) if change.kind == "changed" else change.kind
        if change.ids:
            kind += (" into " if kind == "split" else " from ") + ", ".join(map(safe, change.ids))
        lead = self.style(where, bold=True) + (f"  {heading}" if heading else "")
        said = self.style(kind, fg=_COLOURS.get(change.kind, "cyan"))
        classes = f"  ({', '.join(change.classes)})" if change.classes else ""
        return f"{lead}  {said}{self.style(classes, dim=True)}"

    # ------------------------------------------------------------------------------- wording

    def marked(self, old: str, edits: Iterable[ChangeEdit]) -> str:
        """The old wording with its edits, long stretches that stay cut short."""
        out: list[str] = []
        at = 0
        for edit in edits:
            out += [_short(safe(old[at : edit.start]), at == 0, False), self.edit(edit)]
            at = edit.start + len(edit.old)
        return "".join([*out, _short(safe(old[at:]), False, True)])

    def edit(self, edit: ChangeEdit) -> str:
        gone = self.mark(safe(edit.old), "[-{}-]", fg="red", strikethrough=True)
        come = self.mark(safe(edit.new), "{{+{}+}}", fg="green", underline=True)
        return gone + come

    def mark(self, text: str, frame: str, **style: Any) -> str:
        if not text:
            return ""
        if not self.colour:
            return frame.format(text)
        # each word in a style of its own, or a line that is wrapped would carry it past its end
        return " ".join(self.style(word, **style) for word in text.split(" "))

    def cell(self, edit: ChangeEdit) -> str:
        """One line for a cell, or for a row or column that came or went, or moved."""
        column, row = (_named(name) for name in (edit.column, edit.row))
        if edit.part == "table":
            return self.filled("turned round: its rows are columns now")
        if edit.part == "cell":
            where = ", ".join(filter(None, (row, column)))
            few = min(len(side.split()) for side in (edit.old, edit.new)) < _PROSE
            if few and "\n" not in edit.old + edit.new:
                return f"{_INDENT}{where}: {self.edit(edit)}{_difference(edit)}"
            said = self.marked(edit.old, wording_edits(edit.old, edit.new))
            return self.filled(f"{where}: {said}")
        where = f"{edit.part} “{row or column}”" if row or column else f"unnamed {edit.part}"
        lines = (edit.old or edit.new).split("\n")
        text = " | ".join(safe(line).replace("\t", " | ") for line in lines)
        if edit.op == "move":
            after = f" after “{_named(edit.after)}”" if edit.after else ""
            if edit.after is None:
                after = " to the top" if edit.part == "row" else " to the front"
            return self.filled(f"{where} moved{after}" + ("" if row or column else f": {text}"))
        shown = ChangeEdit(edit.op, text if edit.old else "", text if edit.new else "")
        return self.filled(f"{where} {edit.op}ed: {self.edit(shown)}".replace("eed:", "ed:"))

    def findings(self, findings: Sequence[Finding]) -> str:
        lines: list[str] = []
        apart = {"figure-watched": WATCHED, OUTSIDE: _BESIDE, "not-compared": _UNSEEN,
                 "table-in-words": _IN_WORDS, "term-left": _KEPT, "term-renamed": _THROUGHOUT,
                 "sentence-moved": _WENT,
                 **dict.fromkeys(BY_FORMAT, _UNSHOWN),
                 **dict.fromkeys(UNREAD, _UNSEEN)}  # fmt: skip
        for title in (_UNSHOWN, _BESIDE, _UNSEEN, _WENT, _IN_WORDS, _KEPT, _UNFOLLOWED,
                      WATCHED):
            told = [each for each in findings if apart.get(each.code, _UNFOLLOWED) == title]
            lines += [self.style(title, bold=True)] * bool(told)
            lines += [self.hanging(": ".join(filter(None, (safe(each.clause), safe(each.message)))))
                      for each in told]  # fmt: skip
        return "\n".join(lines)

    def hanging(self, text: str) -> str:
        """One thing that is told, its further lines set further in."""
        return textwrap.fill(
            text, self.width, initial_indent=_INDENT, subsequent_indent=_INDENT * 2
        )

    def filled(self, text: str) -> str:
        if self.colour:  # styles have no width on the screen, and the terminal wraps by itself
            return textwrap.indent(text, _INDENT)
        return "\n".join(
            textwrap.fill(line, self.width, initial_indent=_INDENT, subsequent_indent=_INDENT,
                          break_long_words=False, break_on_hyphens=False)
            for line in text.split("\n")
        )  # fmt: skip

    def style(self, text: str, **style: Any) -> str:
        return styled(text, self.colour, **style)


def _numbers(change: Change) -> str:
    """The old ID of a clause and the new one, one where they are the same, and the marks then."""
    names = (safe(name) for name in (change.old_id, change.new_id) if name)
    marks = f": {' → '.join(map(safe, change.marks))}" if change.marks else ""
    return " → ".join(dict.fromkeys(names)) + marks


def _difference(edit: ChangeEdit) -> str:
    """What an amount rose or fell by, as `  (+$1,533, +2.50%)`; "" where it is no amount."""
    if edit.difference is None:
        return ""
    sign = "−" if edit.difference < 0 else "+"
    places = 0 if edit.difference == edit.difference.to_integral_value() else 2
    said = f"{sign}${abs(edit.difference):,.{places}f}"
    if edit.percent is not None:
        said += f", {'−' if edit.percent < 0 else '+'}{abs(edit.percent):.2f}%"
    return f"  ({said})"


def _titled(change: Change) -> str:
    """The heading of a clause, where that is not what it goes by."""
    heading = _heading(change.new or change.old)
    return "" if heading in {change.old_id, change.new_id} else heading


def _heading(clause: Clause | None) -> str:
    return one_line(clause.heading_text) if clause else ""


def _named(text: str) -> str:
    """What a row or a column is called: of a cell that holds prose, its beginning."""
    line = one_line(text)
    if len(line) <= _AROUND:
        return line
    return f"{line[:_AROUND].rpartition(' ')[0] or line[:_AROUND]} …"


def _begins(text: str) -> str:
    """The first words of a text."""
    line = one_line(text)
    return line if len(line) <= 2 * _AROUND else f"{line[: 2 * _AROUND].rpartition(' ')[0]} …"


def _short(text: str, first: bool, last: bool) -> str:
    """A stretch that stays: what is next to the edits, the rest as an ellipsis."""
    lead = "" if first else text[:_AROUND].rpartition(" ")[0]
    trail = "" if last else text[-_AROUND:].partition(" ")[2]
    if len(text) <= len(lead) + len(trail) + _AROUND // 2:
        return text
    return f"{lead} … {trail}".lstrip() if first else f"{lead} … {trail}".rstrip() if last else (
        f"{lead} … {trail}")  # fmt: skip
