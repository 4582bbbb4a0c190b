"""How a text was laid out: hard-wrapped lines, and what surrounds the text on each page."""

from __future__ import annotations

import re
import statistics
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from clausetrack.counting import Numbers, opening
from clausetrack.ingest import listed, text_pages, text_running
from clausetrack.numbering import BULLETS
from clausetrack.reasons import FRONT_MATTER, RUNNING
from clausetrack.values import MONTH

BULLET = re.compile(
    rf"(?P<indent>[ \t]*)(?P<mark>[{BULLETS}*+]|o(?=[ \t]{{2}}))[ \t]+(?=\S)"
)
LABEL = re.compile(
    r"\s*(?:\d+[A-Z]*(?:\.\d+[A-Z]*)*[.)]?|\([a-zA-Z0-9]{1,4}\)|[a-z]{1,4}[.)]|Note:"
    r"|(?:[A-Z]|[IVXLC]{2,5})[.)](?=\t|\s\s)"
    r"|(?:[a-z]|[ivxl]{2,6})(?=\t|\s{3})|[A-Z]\d{1,3}(?:[-–][A-Z]?\d{1,3})?(?=[ ]{3}))(?=\s)"
)
#: With one space behind it a capital letter is a label, or somebody's initial.
_CAPITAL = re.compile(r"\s*(?:[A-Z]|[IVXLC]{2,5})[.)](?=\s)")
_OF_ANNEX = re.compile(r"\s*[A-Z]\d{1,3}(?=\s)")  # "F5"
#: The name of a division, or a reference that goes on.
_DIVISION = re.compile(
    r"\s*(?:Section|Article|Clause|Part|Schedule|Appendix|Step) [\dA-Z][\w.]*[.:]?\s+\S", re.I
)
_ORDER = re.compile(
    r"\s*(?:Add|Amend|Delete|Insert|Introduce|Omit|Remove|Repeal|Replace|Substitute)\s"
    r"(?:(?:an?|the|new)\s){0,2}(?:sub-?)?clauses?\s\d"
)
#: A label that is all of a line; not behind words that cite it.
_ALONE = re.compile(
    r"\s*(?:[A-Z]?\d{1,3}(?:\.\d{1,3})+[.)]?|\d{1,3}[.)]|\([a-z]{1,5}\)|(?:[a-z]|[ivx]{1,5})[.)])\s*$"
)
_WHOLE = re.compile(r"\s*\d{1,3}\s*")
_CITING = re.compile(
    r"(?:\b(?:clauses?|sections?|paragraphs?|articles?|steps?|items?|to|of|in|under|with|by)|[^;:,.]\s+(?:and|or))\s*$",
    re.I,
)
_CITED = re.compile(r"\b(?:clauses?|sections?|paragraphs?|articles?)\s*$")
_ENDS = re.compile(r"[.:;!?][”\"’')]*\s*$")
#: The heading of a division, which goes on with no sentence.
_HEADS = re.compile(
    r"\s*(?:PART|Part|SCHEDULE|Schedule|APPENDIX|Appendix|ARTICLE|Article)\s+[\dA-Z]\w{0,5}\s*(?:[:–—]|$)"
)
_LEADER = re.compile(r"\s*\S.*?(?:(?:\.\s?){4,}|…\s?(?:[.…]\s?)+)\s*[\divxlc]+\s*$")
#: No entry of a contents page is so long: the pattern takes the square of the length.
_LONG = 500
_LONG_HEADER = 200
#: Behind an entry; a bullet before a clause is none.
_POINTER = re.compile(
    r"\S\s{0,9}[-–—,]\s+(?:Article|Section|Clause|Appendix|Part)\s+[\dA-Z][\w.]*", re.I
)
#: Above the first entry of an index: its title, and the letter that its entries begin with.
_INDEX_TITLE = re.compile(r"[\s#*]*(?:[^.;:]{0,30}\bindex\b[^.;:]{0,40}|[A-Z])[\s*:]*", re.I)
_STOP, _CLOSED = re.compile(r"[.:;?!][”\"]?\s*$"), re.compile(r"[)”\"]\s*$")
_DAY = re.compile(rf"\s*\d{{1,2}}\s+{MONTH}\s+\d{{4}}\b")
_DAY_OF_YEAR = re.compile(rf"\s*\d{{1,2}}\s+{MONTH}\b")
_YEAR, _DAY_ABOVE = re.compile(r"\s*\d{4}\b"), re.compile(rf"\b\d{{1,2}}\s+{MONTH}\s*$")
#: Where a sentence goes on: after a word, or a comma.
_OPEN = re.compile(r"\S.{40,}[^\W\d_],?\s*$")
_FIGURES = re.compile(r"[\s\d,.$£€%]*")  # of a column that lost its table
_COLUMNS = re.compile(r"\S(?:[ \t]{3,}|\t)\S")
_SQUEEZED = re.compile(r"\s*\d{1,2}\.[A-Z][a-z]")  # "2.Pay", whose space a narrow tab took
_CELL = 24  # characters of what may be a cell
_GOES_ON = 0.3  # of the lines that others follow: items of a list may, too
_FULL = 50  # characters of a line that is no heading

_TITLE = re.compile(r"#[ \t]+\S")
_FULL_TEXT = re.compile(r"#{2,6}[ \t]+(?:the )?(?:full|complete) text(?: of [\w ]+)?\s*$", re.I)

ABOUT = "what the publisher says about the document"
CONTENTS = "table of contents"
INDEX = "index"


def furniture(physical: list[str], pages: Sequence[int] = ()) -> dict[int, str]:
    """The lines that are no part of the text, by index, each with the reason.

    Front matter between two lines of dashes at the top; what a publisher's page says about the
    document, before a heading "Full text"; lines of a table of contents, with their leaders and
    page numbers; a line that stands on page after page, alike but for its page number.
    `pages` are the first lines of pages where the file has form feeds.
    """
    apart: dict[int, str] = {}
    if physical[0].rstrip() == "---" and "---" in (line.rstrip() for line in physical[1:100]):
        end = next(at for at, line in enumerate(physical[1:], 1) if line.rstrip() == "---")
        apart |= dict.fromkeys(range(end + 1), FRONT_MATTER)
    for at in _about(physical):
        apart.setdefault(at, ABOUT)
    leaders = [
        at
        for at, line in enumerate(physical)
        if (".." in line or ". ." in line or "…" in line)
        and len(line) < _LONG
        and _LEADER.match(line)
    ]
    if len(leaders) >= 4:
        apart |= dict.fromkeys(leaders, CONTENTS)
        titles = [at for at in range(leaders[0]) if listed.is_contents_title(physical[at])]
        apart |= dict.fromkeys(titles, CONTENTS)
        apart |= dict.fromkeys(_wrapped_entries(physical, leaders), CONTENTS)
        apart |= dict.fromkeys(_last_entries(physical, leaders[-1], pages), CONTENTS)
    apart |= dict.fromkeys(_index(physical), INDEX)
    headers = text_pages.running(physical, pages)
    gone = apart.keys() | set(headers)
    rest = ["" if at in gone else line for at, line in enumerate(physical)]
    if listed.lines(rest):
        from clausetrack.ingest import text_rows  # which asks this module what a label is

        rows = text_rows.rows(rest, text_rows.indents(rest))
        apart |= dict.fromkeys(listed.lines(rest, rows), CONTENTS)
    for at in headers:
        apart.setdefault(at, RUNNING)
    return {at: why for at, why in sorted(apart.items()) if physical[at].strip()}


def _about(physical: list[str]) -> list[int]:
    """The lines down to a heading "Full text" near the top, all but the title above it."""
    top = physical[: max(200, len(physical) // 5)]
    end = next((at for at, line in enumerate(top) if _FULL_TEXT.match(line)), None)
    title = next((at for at, line in enumerate(top[:end]) if _TITLE.match(line)), None)
    if end is None or title is None:
        return []
    return [at for at in range(end + 1) if at != title]


def _wrapped_entries(physical: list[str], leaders: list[int]) -> list[int]:
    """The lines of entries that run over more than one, or lost their leaders, between others."""
    found = []
    for before, after in pairwise(leaders):
        between = [at for at in range(before + 1, after) if physical[at].strip()]
        solid = len(between) == after - before - 1
        if (len(between) == 1 and physical[after - 1].strip()) or (solid and len(between) <= 3):
            found += between
    return found


def _last_entries(physical: list[str], leader: int, pages: Sequence[int]) -> list[int]:
    """The short lines that end the page of the last entry with leaders: entries without a page."""
    end = next((page for page in pages if page > leader), leader)
    rest = [at for at in range(leader + 1, end) if physical[at].strip()]
    short = all(len(physical[at].strip()) < 60 and not _STOP.search(physical[at]) for at in rest)
    return rest if short and len(rest) <= 3 else []


def _index(physical: list[str]) -> list[int]:
    """The lines of an alphabetical index: a run of entries that end in the place they point to."""
    filled = [at for at, line in enumerate(physical) if line.strip()]
    short = [len(physical[at]) < _LONG_HEADER for at in filled]
    points = [
        entry and bool(_POINTER.search(physical[at]))
        for at, entry in zip(filled, short, strict=True)
    ]
    out: list[int] = []
    start = 0
    while start < len(filled):
        end = start
        # an entry may run over three lines; what stands above the first one is the agreement
        while end < len(filled) and (
            points[end] or (end > start and short[end] and any(points[end + 1 : end + 3]))
        ):
            end += 1
        if sum(points[start:end]) >= 25:
            while start and _INDEX_TITLE.fullmatch(physical[filled[start - 1]]):
                start -= 1
            out += filled[start:end]
        start = max(end, start + 1)
    return out


# ------------------------------------------------------------------------------ hard wrapping


def is_wrapped(physical: list[str]) -> bool:
    """Are the paragraphs broken over several lines of about one width?

    Lines as short as the cells of a table say nothing, but for the last ones of paragraphs: a
    converter may set the cells one by one.
    """
    physical = [
        line if max(len(above.strip()), len(line.strip())) > _CELL else ""
        for above, line in pairwise(["", *physical])
    ]
    filled = [line for line in physical if line.strip()]
    pairs = [
        (line, after) for line, after in pairwise(physical)
        if line.strip() and after.strip() and not LABEL.match(after) and not BULLET.match(after)
        and not (_FIGURES.fullmatch(line) or _FIGURES.fullmatch(after))
    ]  # fmt: skip
    followed = [(len(line), len(line) + len(after.split()[0])) for line, after in pairs]
    if len(filled) < 8 or len(followed) < 0.2 * len(filled):
        return False
    ended = sum(line.rstrip().endswith((".", ":", ";", "?", "!", '"', "”")) for line in filled)
    # A table in columns may be wider than the text is set.
    widths = sorted(len(line) for line in filled if not _COLUMNS.search(line)) or [0]
    longest = widths[int(0.98 * len(widths)) - 1]
    if longest > 160 or not 50 <= statistics.median(length for length, _ in followed) <= 130:
        return False
    # Among many short items few lines go on; but where they do, the next word had no room.
    full = sum(length >= longest for _, length in followed)
    often = len(followed) >= 0.35 * len(filled) and ended <= 0.6 * len(filled)
    on = sum(stops_in_sentence(line, after) for line, after in pairs)
    return often or full >= 0.7 * len(followed) or on >= _GOES_ON * len(followed)


def stops_in_sentence(above: str, line: str) -> bool:
    """Does a line of text stop after a word, and the one below it go on in small letters?"""
    return above.rstrip()[-1].isalpha() and line.lstrip()[0].islower()


def page_breaks(
    physical: list[str], apart: Mapping[int, str], pages: Sequence[int]
) -> dict[int, int]:
    """The first line of text of each page, with the last one of the page before.

    A page begins where a form feed says so (`pages`), and where a header or a footer is. `physical`
    has nothing in the lines that are `apart`, headers and footers among them.
    """
    begins = set(pages)
    found: dict[int, int] = {}
    last, crossed = -1, False
    for at, line in enumerate(physical):
        crossed = crossed or at in begins or apart.get(at) == RUNNING
        if line.strip():
            if crossed and last >= 0:
                found[at] = last
            last, crossed = at, False
    return found


def lengths(physical: list[str], rows: AbstractSet[int]) -> list[int]:
    """How long each line is, 0 for one without text, or with a row of a table."""
    return [0 if at in rows else len(line.rstrip()) for at, line in enumerate(physical)]


def continues(
    physical: list[str], at: int, long: list[int], numbers: Numbers, last: int | None = None
) -> bool:
    """Does a line of a hard-wrapped text go on with the paragraph of the line above it?

    That is the `last` one of the page before where the line is the first of a page: a paragraph
    may have ended there for all that the page says, unless it stops in the middle of a sentence.
    `long` are the `lengths` of the lines, `numbers` those of the paragraphs so far.
    """
    before = at - 1 if last is None else last
    if not long[at] or not long[before]:
        return False
    line, above = physical[at], physical[before]
    lower = line.lstrip()[:1].islower()
    if _HEADS.match(line) and (last is not None or ":" in line or "–" in line or "—" in line):
        return False
    if above.isupper() and not (line.isupper() or lower) and _DIVISION.match(above):
        return False  # below a heading that is set in the middle, and so looks like a full line
    if last is not None and (
        _STOP.search(above)
        or (_CLOSED.search(above) and not lower)
        or _off(line, above) > (4 if lower else 2)  # pages drift by a little
        or _COLUMNS.search(above, _words_at(above))
        or _COLUMNS.search(line)
    ):
        return False
    if line.strip() in BULLETS or line.lstrip().startswith("#"):
        return False
    if BULLET.match(line) and not text_running.is_dash(physical, at):
        return False
    cells = _FIGURES.fullmatch(line) and _FIGURES.fullmatch(above)
    if cells or (_SQUEEZED.match(line) and _ENDS.search(above)):
        return False
    short = long[before] < 0.75 * _width(long, at)
    # behind a full line that stops in its sentence it is what that cites: "at step / 2."
    if _ALONE.match(line) and not _CITING.search(above) and (short or _ENDS.search(above)):
        return False
    runs_on = not short and text_running.is_in_list(physical, at)
    if short and _WHOLE.fullmatch(line):  # of a page, or a figure that lost its table
        return False
    if LABEL.match(line) and not (runs_on or _in_sentence(line, above)):
        # In the middle of a sentence, at the end of a full line, a number that cannot be the next
        # one is a word of the sentence.
        open_ = not short and _OPEN.search(above) and not _COLUMNS.search(f"{above}\n{line}")
        number = opening(line) if open_ else ()
        if not number or numbers.may_be_next(number):
            return False
    deeper = _indent(line) - _indent(above)
    ended = above.rstrip().endswith((".", ":", ";", "?", "!")) and not runs_on
    likely = _CAPITAL.match(line) or _DIVISION.match(line) or _ORDER.match(line)
    if ended and (likely or (deeper < 0 and last is None and _is_block(physical, at - 1))):
        return False
    if short and (ended or line.lstrip()[:1].isupper()):
        return False
    if ended and last is None and _is_title_of(line, physical[at + 1 : at + 2]):
        return False
    # A first line may be set in; what follows a label stands under the words behind it.
    return last is not None or deeper < 3 or _indent(line) <= _words_at(above) + 4


def _is_title_of(line: str, below: Sequence[str]) -> bool:
    """Is a line in no sentence the heading of the number that stands alone below it?"""
    closed = _ENDS.search(line) or line.rstrip().endswith(",") or _CITING.search(line)
    return bool(below and _ALONE.match(below[0])) and not closed and len(line.strip()) < _FULL


def hangs(first: str, line: str) -> bool:
    """Does a line go on with a bullet above, set in as far as its words, in small letters?"""
    small = line.lstrip()[:1].islower() and not LABEL.match(line)
    return bool(BULLET.match(first)) and small and _indent(line) == _words_at(first)


def _in_sentence(line: str, above: str) -> bool:
    """Is what looks like a label a word of the sentence above?

    Such are "twelve / (12) months", a day that begins or goes on in the next line ("16 May /
    2024."), what a full line cites at its end ("in clause / 9. It"), and the end of a bracket or of
    a sentence ("two days or / more.").
    """
    figure = re.match(r"\s*(?:\(\d+\)|\d[\d.]*)\s+[a-z]", line)
    full = len(above.strip()) >= _FULL  # "before / 1 April in each year"
    joint = re.search(r"(?P<item>[;,]\s+)?\b(?:and|or)\s*$", above)
    listed = joint is not None and (joint["item"] is not None or not full)
    if figure and not listed and not re.search(r"[.:;,)]\s*$", above):
        return True
    day = (_DAY.match(line) or (full and _DAY_OF_YEAR.match(line))) and not _STOP.search(above)
    year = _YEAR.match(line) and _DAY_ABOVE.search(above)
    closed = re.match(r"\s*\w+\)", line) and above.count("(") > above.count(")")
    word = re.match(r"\s*(?![ivxlc]+\.)[a-z]{3,}\.", line)
    return bool(day or year or closed or word or (full and _CITED.search(above)))


def _off(line: str, above: str) -> int:
    """By how much a line stands off from the one above, or from the words behind its label."""
    begins = _indent(above)
    return min(abs(_indent(line) - at) for at in (begins, _words_at(above) or begins))


def _words_at(line: str) -> int:
    """Where the words behind the label or the bullet of a line begin; 0 where it has none."""
    label = (
        LABEL.match(line) or _CAPITAL.match(line) or BULLET.match(line) or _OF_ANNEX.match(line)
    )
    return label.end() + _indent(line[label.end() :]) if label else 0


def _is_block(physical: list[str], at: int) -> bool:
    """Is a line set in as far as the line above it, or its words, and so no paragraph's first?"""
    above = physical[at - 1] if at else ""
    return bool(above.strip()) and _indent(physical[at]) in {_indent(above), _words_at(above)}


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _width(long: list[int], at: int) -> int:
    """About how wide the text around a line is set; what may be a cell does not say."""
    near = [length for length in long[max(0, at - 20) : at + 20] if length > _CELL]
    return sorted(near)[int(0.9 * len(near))] if near else 0
