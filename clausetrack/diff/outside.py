"""Text outside the clauses: page headers, footnotes, text boxes of Word files; notes of a PDF."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from unicodedata import normalize

from clausetrack import reasons
from clausetrack.errors import BY_FORMAT, UNREAD, finding
from clausetrack.model import Document, Finding, LeftOut, Source

_RUNNING = (reasons.HEADER, reasons.FOOTER)
#: Why a Word reader leaves text out that is printed with the agreement all the same.
PRINTED = (
    *_RUNNING,
    reasons.FOOTNOTE,
    reasons.ENDNOTE,
    reasons.TEXT_BOX,
    reasons.WORD_ART,
    reasons.DIAGRAM,
    reasons.FIELD,
    reasons.MERGED_CELL,
    reasons.ASTRAY,
    reasons.RAISED_MARK,
)

#: What a PDF, or a text made of pages, prints at the edges of its pages, and where that is.
_EDGES = {
    reasons.RUNNING_HEADER: reasons.HEADER,
    reasons.RUNNING_FOOTER: reasons.FOOTER,
    reasons.RUNNING: "in the page header or footer",
}
_FIGURE, _OF, _BREAK = re.compile(r"\d+"), re.compile(r"\s*(?:of|/)\s*", re.I), "\x00"
_COUNTING = frozenset(("page", "pages", "p", "pg", "of"))  # words that a number of a page has
#: Where numbers stand that Word computes, and that are no part of the text of their cells.
IN_CELLS = "in the numbers that Word computes in cells of tables"
_WORD, _PAGE = re.compile(r"[^\W_]+"), re.compile(r"\t\s*\d+\s*\Z")

#: The code of a finding that such text differs.
OUTSIDE = "outside-changed"
#: What differs, or may, although every clause reads the same.
DIFFERING = frozenset((OUTSIDE, *BY_FORMAT, *UNREAD))

_SIGNS = ("*", "†", "‡", "§")
#: What stands before and behind the words of a note in a page: "[1]", and the way back.
_PAGE_MARKS = re.compile(r"\A\s*\[\w{1,3}\]\s*|\s*[↩↑]\ufe0e?\s*\Z")
#: A page's number in the words of a header, where nothing says that Word computed it.
_PAGE_NUMBER = re.compile(r"\bpage\s*\d+(?:\s*(?:of|/)\s*\d+)?|\A[\s–-]*\d+[\s–-]*\Z", re.I)
#: What two files of one format may both have where they are no Word files.
NOTED = (reasons.FOOTNOTE, reasons.RAISED_MARK, reasons.ADDRESS, reasons.FRONT_MATTER)


#: Text outside the clauses that differs: where it stands, the old and the new.
Stretch = tuple[str, list[LeftOut], list[LeftOut]]


def stretches(
    old: Document, new: Document, *, only: Sequence[str] = ()
) -> Iterator[Stretch]:
    """The paragraphs outside the clauses that differ: where they stand, the old and the new.

    With `only` those places alone, such as footnotes, which other files than Word's have.
    """
    for why in only or (*PRINTED, reasons.CONTENTS, IN_CELLS):
        if only and why == reasons.FOOTNOTE:
            sides = [notes(one) for one in (old, new)]
        elif why == reasons.CONTENTS:
            sides = _listing_nothing(old, new)
        elif why == IN_CELLS:
            sides = _in_cells(old, new)
        else:
            sides = [[left for left in one.left_out if left.why == why] for one in (old, new)]
        texts = [[left.text.strip() for left in side] for side in sides]
        if texts[0] == texts[1]:
            continue
        matcher = SequenceMatcher(None, texts[0], texts[1], autojunk=False)
        for tag, i1, i2, j1, j2 in matcher.get_opcodes():
            if tag != "equal":
                yield why, sides[0][i1:i2], sides[1][j1:j2]


def _listing_nothing(old: Document, new: Document) -> list[list[LeftOut]]:
    """The lines of either table of contents that are the heading or the text of no clause.

    Any paragraph may have the style of such a line, and is printed as it stands. Numbers are no
    words of it: those of pages are others in every version, and those of clauses may be computed.
    """
    sides = [
        [replace(left, text=_PAGE.sub("", left.text)) for left in one.left_out
         if left.why == reasons.CONTENTS]
        for one in (old, new)
    ]  # fmt: skip
    if not any(sides):
        return sides
    texts = {_listed(text) for one in (old, new) for c in one.clauses
             for text in (c.printed, c.heading_text, f"{c.number} {c.heading_text}")}  # fmt: skip
    return [[left for left in side if _listed(left.text) not in texts] for side in sides]


def _in_cells(old: Document, new: Document) -> list[list[LeftOut]]:
    """The numbers that Word computes in cells, where as many of them read otherwise.

    With a row that came or went there are more or fewer, and that is told of the row.
    """
    found = [[one for one in side.findings if one.code == "cell-number-unread"]
             for side in (old, new)]  # fmt: skip
    sides = [[LeftOut(one.quote, IN_CELLS, one.source or Source()) for one in side]
             for side in found]  # fmt: skip
    counts = [[len(left.text.split()) for left in side] for side in sides]
    return sides if counts[0] == counts[1] else [[], []]


def _listed(text: str) -> str:
    return " ".join(word.casefold() for word in _WORD.findall(text) if not word.isdigit())


def notes(document: Document) -> list[LeftOut]:
    """The footnotes, the lines of one put together again and without the mark before them.

    Their marks count on through the document, or begin anew on a page.
    """
    out: list[LeftOut] = []
    number = 0
    row = None
    for left in document.left_out:
        if left.why == reasons.FOOTNOTE and out and left.source.line and left.text[:1].isspace():
            out[-1] = replace(out[-1], text=f"{out[-1].text} {left.text}")  # set in below it
        elif left.why == reasons.FOOTNOTE:
            out.append(left)
        elif left.why == reasons.PRINTED_FOOTNOTE:
            text, here = left.text, (left.source.page, left.source.line)
            mark = next((m for m in (str(number + 1), "1", *_SIGNS) if text.startswith(m)), "")
            if out and (here == row or not mark):
                gap = "" if here == row else " "
                out[-1] = replace(out[-1], text=f"{out[-1].text}{gap}{text}")
            else:
                number = int(mark) if mark.isdigit() else number
                out.append(replace(left, text=text[len(mark) :], why=reasons.FOOTNOTE))
            row = here
    texts = (" ".join(_PAGE_MARKS.sub("", left.text).split()) for left in out)
    return [replace(left, text=text) for left, text in zip(out, texts, strict=True) if text]


def running(
    old: Document, new: Document
) -> Iterator[Stretch]:
    """The lines at the edges of printed pages that stand nowhere in the other version, by place.

    Of a PDF and of a text that was made of pages; each once, without the numbers of the pages.
    """
    sides = [list(_running(one)) for one in (old, new)]
    if not any(sides):
        return
    texts = [_all(one) for one in (old, new)]
    gone, come = (
        [left for left in side if any(part not in text for part in _parts(left.text))]
        for side, text in zip(sides, reversed(texts), strict=True)
    )
    for why, place in _EDGES.items():
        found = [[left for left in side if left.why == why] for side in (gone, come)]
        if any(found):
            was, now = ([replace(one, text=_edge(one.text)) for one in side] for side in found)
            yield place, was, now


def _running(document: Document) -> Iterator[LeftOut]:
    """The lines at the edges of pages, each once; a break stands for a number of the page."""
    alike: dict[tuple[str, str], list[LeftOut]] = {}
    for left in document.left_out:
        if left.why in _EDGES:
            alike.setdefault((left.why, _FIGURE.sub("0", left.text)), []).append(left)
    for group in alike.values():
        rows = list(zip(*(_FIGURE.findall(left.text) for left in group), strict=True))
        counts = [len(set(row)) > 1 for row in rows]
        pieces = _FIGURE.split(group[0].text)
        text = pieces[0]
        for at, piece in enumerate(pieces[1:]):
            total = at > 0 and counts[at - 1] and _OF.fullmatch(pieces[at])
            text += (_BREAK if counts[at] or total else rows[at][0]) + piece
        yield replace(group[0], text=text)


def _parts(text: str) -> list[str]:
    """The words of a line at the edge of a page, as they may stand anywhere else."""
    found = (_closed(part) for part in re.split(rf"{_BREAK}|\t|\s{{2,}}", text))
    return [part for part in found if part and part not in _COUNTING]


def _edge(text: str) -> str:
    return " ".join(text.replace(_BREAK, " ").split())


def _all(document: Document) -> str:
    """All words of a document, what was left out of its clauses included."""
    cells = ("".join(map("".join, one.table.texts)) for one in document.clauses if one.table)
    left = (one.text for one in document.left_out if not one.why.endswith("a tracked change"))
    printed = (one.printed for one in document.clauses)
    return _closed("".join((*printed, *cells, *dict.fromkeys(left))))


def _closed(text: str) -> str:
    return "".join(_WORD.findall(text)).casefold()


def findings(old: Document, new: Document, *, only: Sequence[str] = ()) -> tuple[Finding, ...]:
    """A finding for each stretch of such text that differs, with its old and its new words."""
    return tuple(map(told_of, stretches(old, new, only=only)))


def printed_on_pages(old: Document, new: Document, *, alike: bool) -> tuple[Finding, ...]:
    """A finding for each edge of the pages where one version alone says something.

    Where they are not `alike`, of formats that both have such text, that is no difference, but
    was not compared.
    """
    found = tuple(map(told_of, running(old, new)))
    if alike:
        return found
    lead = "text of one version alone is not compared"
    return tuple(
        finding("not-compared", f"{lead}: {one.message}", source=one.source, quote=one.quote)
        for one in found
    )


def told_of(stretch: Stretch) -> Finding:
    """The finding that a stretch of text outside the clauses differs."""
    why, gone, come = stretch
    was, now = (" / ".join(" ".join(left.text.split()) for left in side) for side in (gone, come))
    if was and now:
        said = f"{why}, changed: “{was}” → “{now}”"
    else:
        said = f"{why}, {'deleted' if was else 'inserted'}: “{was or now}”"
    source = (come or gone)[0].source
    return finding(OUTSIDE, said, "", source, now or was)


def without_page_numbers(document: Document) -> Document:
    """A document made of a Word file without the numbers of the pages that were open last."""
    left = (
        replace(one, text=_PAGE_NUMBER.sub("", one.text)) if one.why in _RUNNING else one
        for one in document.left_out
    )
    return replace(document, left_out=tuple(one for one in left if one.text.strip()))


def by_format(
    old: Document, new: Document, names: Mapping[str, str], *, raised: bool = True
) -> Iterator[tuple[str, Finding]]:
    """What one version strikes out, hides or raises by its format alone: "old" or "new", and it.

    `names` has the clauses of the new version by what the old one calls them. Without `raised`
    figures are not looked at: of two formats only one tells that a figure is raised.
    """
    sides: list[list[tuple[tuple[str, str, str], Finding]]] = []
    for document in (old, new):
        found = (one for one in document.findings if one.code in BY_FORMAT)
        kept = [one for one in found if raised or one.code != "figure-raised"]
        here = names if document is old else {}
        sides.append([((one.code, here.get(one.clause, one.clause), one.quote), one)
                      for one in kept])  # fmt: skip
    for mine, others, which in ((1, 0, "new"), (0, 1, "old")):
        there = Counter(key for key, _ in sides[others])
        for key, one in sides[mine]:
            there[key] -= 1
            if there[key] < 0 and (which == "new" or _stands(key[1], one, new)):
                yield which, one


def _stands(name: str, told: Finding, new: Document) -> bool:
    """Do the words of a finding stand in the new version? Where they went that is told already."""
    clause = new.body.get(name)
    if clause is None:
        return not told.clause
    if told.code == "number-worded":
        return True  # with the number, and not with words
    rows = clause.table.texts if clause.table else ()
    texts = (clause.printed, *(cell for row in rows for cell in row))
    quote, own = _read(told.quote), _read(clause.own_text)
    # a paragraph that is hidden from its number on may hold more than one clause
    return any(quote in _read(text) for text in texts) or bool(own and own in quote)


def _read(text: str) -> str:
    """A text with the figures on the line that are raised in it."""
    return " ".join(normalize("NFKC", text).replace("\u2212", "-").split())


def told(found: Iterable[tuple[str, Finding]]) -> tuple[Finding, ...]:
    """What `by_format` gives, as findings that say which version it is."""
    return tuple(
        replace(one, message=f"in the {which} version alone, {one.message}")
        for which, one in found
    )
