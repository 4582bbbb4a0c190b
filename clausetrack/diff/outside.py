"""Text outside the clauses: page headers, footnotes, text boxes of Word files; notes of a PDF."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher

from clausetrack.errors import FINDINGS
from clausetrack.model import Document, Finding, LeftOut

#: Why a Word reader leaves text out that is printed with the agreement all the same.
PRINTED = (
    "in the page header",
    "in the page footer",
    "in a footnote",
    "in an endnote",
    "in a text box",
    "in a cell that is hidden by a merged one",
)

#: The code of a finding that such text differs.
OUTSIDE = "outside-changed"


#: The codes of what a file strikes out or hides by its format alone: it reads as if it stood.
BY_FORMAT = ("text-struck-out", "text-hidden")
#: What differs although every clause reads the same.
DIFFERING = frozenset((OUTSIDE, *BY_FORMAT))

#: A footnote as Word keeps it, and the lines in which a PDF prints one.
NOTE, _PRINTED_NOTE = "in a footnote", "a footnote"
_SIGNS = ("*", "†", "‡", "§")


def stretches(
    old: Document, new: Document, *, notes_only: bool = False
) -> Iterator[tuple[str, list[LeftOut], list[LeftOut]]]:
    """The paragraphs outside the clauses that differ: where they stand, the old and the new.

    With `notes_only` the footnotes alone, which a PDF has too.
    """
    for why in (NOTE,) if notes_only else PRINTED:
        if notes_only:
            sides = [notes(one) for one in (old, new)]
        else:
            sides = [[left for left in one.left_out if left.why == why] for one in (old, new)]
        texts = [[left.text.strip() for left in side] for side in sides]
        if texts[0] == texts[1]:
            continue
        matcher = SequenceMatcher(None, texts[0], texts[1], autojunk=False)
        for tag, i1, i2, j1, j2 in matcher.get_opcodes():
            if tag != "equal":
                yield why, sides[0][i1:i2], sides[1][j1:j2]


def notes(document: Document) -> list[LeftOut]:
    """The footnotes, the lines of one put together again and without the mark before them.

    Their marks count on through the document, or begin anew on a page.
    """
    out: list[LeftOut] = []
    number = 0
    row = None
    for left in document.left_out:
        if left.why == NOTE:
            out.append(left)
        elif left.why == _PRINTED_NOTE:
            text, here = left.text, (left.source.page, left.source.line)
            mark = next((m for m in (str(number + 1), "1", *_SIGNS) if text.startswith(m)), "")
            if out and (here == row or not mark):
                gap = "" if here == row else " "
                out[-1] = replace(out[-1], text=f"{out[-1].text}{gap}{text}")
            else:
                number = int(mark) if mark.isdigit() else number
                out.append(replace(left, text=text[len(mark) :], why=NOTE))
            row = here
    return [replace(left, text=" ".join(left.text.split())) for left in out]


def findings(old: Document, new: Document, *, notes_only: bool = False) -> tuple[Finding, ...]:
    """A finding for each stretch of such text that differs, with its old and its new words."""
    out = []
    for why, gone, come in stretches(old, new, notes_only=notes_only):
        was, now = (
            " / ".join(" ".join(left.text.split()) for left in side) for side in (gone, come)
        )
        if was and now:
            said = f"{why}, changed: “{was}” → “{now}”"
        else:
            said = f"{why}, {'deleted' if was else 'inserted'}: “{was or now}”"
        source = (come or gone)[0].source
        out.append(Finding(OUTSIDE, FINDINGS[OUTSIDE], said, "", source, now or was))
    return tuple(out)


def by_format(old: Document, new: Document) -> tuple[Finding, ...]:
    """What one version strikes out or hides by its format alone, and the other does not."""
    out: list[Finding] = []
    for one, other, which in ((new, old, "new"), (old, new, "old")):
        there = Counter((each.code, each.quote) for each in other.findings)
        for each in one.findings:
            if each.code in BY_FORMAT:
                there[each.code, each.quote] -= 1
                if there[each.code, each.quote] < 0:
                    message = f"in the {which} version alone, {each.message}"
                    out.append(replace(each, message=message))
    return tuple(out)
