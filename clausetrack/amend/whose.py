"""Whose figure an order moves: what it calls the figure must not be what another figure is called.

"Increase the boat allowance from $6.00": where $6.00 is the lamp allowance, the order is mistaken,
or the figure is; nothing is carried out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from clausetrack import values
from clausetrack.amend.binding import is_in
from clausetrack.amend.everywhere import Text, texts
from clausetrack.amend.spans import sentences
from clausetrack.amend.tree import Tree, is_numbered, words
from clausetrack.model import plain
from clausetrack.segment.wording import masked
from clausetrack.settlement import StatedChange

_YEAR = re.compile(r"(?<![\w.])(?:19|20)\d\d(?![\w])")
#: What is said of any figure, or of any order.
_ANY = frozenset((
    "a", "after", "agree", "agreed", "all", "allowance", "allowances", "amend", "amended", "amount",
    "an", "and", "annum", "any", "appendix", "are", "article", "as", "at", "be", "before",
    "beside", "both", "by", "change", "changed", "clause", "column", "each", "every", "figure",
    "following", "for", "from", "in", "increase", "increased", "increases", "is", "it", "item",
    "its", "new", "of", "on", "or", "paid", "paragraph", "part", "parties", "pay", "payable",
    "payment", "per", "raise", "raised", "rate", "rates", "reduce", "reduced", "replace",
    "replaced", "s", "salary", "schedule", "section", "shall", "sum", "table", "that",
    "the", "their", "this", "to", "value", "wage", "was", "which", "will", "with", "words",
))  # fmt: skip


#: "Step 3", "grade B": a label that stands by a figure, and no number of a clause.
_LABEL = re.compile(r"\b[^\W\d_]{3,} (?:\d+[A-Z]?|[A-Z])(?![\w.(])")
_SENTENCE_GOES_ON = re.compile(r"\W*(?:it|this|that|these|those|they|such)\b", re.I)
#: Why an order is made: "So that workers know who decides, …"
_PURPOSE = re.compile(
    r"\A\W*(?:so (?:that|as)|in order|to|following|because|as|since|given|having)\b[^,“”\"]*,", re.I
)
_FIGURE = re.compile(r"\$\d[\d.,]*|[”\"]|‘[^‘’]*’(?!\w)")
#: What joins two figures of one sentence: each has the words on its side.
_JOINT = re.compile(r"[;:]\s|,\s|\b(?:and|or|but|while|whereas)\b")


_ANOTHER = (
    "the order says “{}”, which stands by another figure of {}, and not by {}: a person must decide"
)
_OTHER_WORDS = (
    "the order says “{}”, of which {} speaks elsewhere, and not where it says “{}”: "
    "a person must decide"
)
_BESIDE = (
    "the order says “{}”, which a clause beside {} says of its figure, and this one does not of {}:"
    " a person must decide"
)


def of_another(
    base: Tree, target: str, said: str, here: Text, span: tuple[int, int], change: StatedChange
) -> str:
    """Why the figure or the words at `span` of `here` may not be meant; "" where they are.

    The order calls them what stands elsewhere in `target`, or by the figure of a clause beside it.
    """
    every = [text for clause in base.subtree(target) for text in texts(clause)]
    if not any(map(str.isdigit, change.old)):
        named, reason = _other_subject(said, every, here, span, change), _OTHER_WORDS
    else:
        sign = "$" if "$" in change.old else ""
        named, reason = _other_figure(said, every, here, span, change, sign), _ANOTHER
        if not named:
            named, reason = _beside(said, base, target, change, sign), _BESIDE
    as_said = re.search(rf"\b{re.escape(named)}\b", said, re.I)
    return reason.format(as_said[0] if as_said else named, target, change.old) if named else ""


def _other_figure(
    said: str,
    every: Sequence[Text],
    here: Text,
    span: tuple[int, int],
    change: StatedChange,
    sign: str,
) -> str:
    """A word, label or day of the order that stands by another figure, and not by this one."""
    by_place: dict[tuple[str, int], list[str]] = {}
    for text in every:
        by_place.setdefault((text.clause.id, text.row), []).append(plain(text.runs))
    joined = {place: " ".join(found) for place, found in by_place.items()}
    place = here.clause.id, here.row
    apart = [text for one, text in joined.items() if one != place and _has_figure(text, sign)]
    if label := _other_label(said, joined[place], apart):
        return label
    if found := _of_others(_named(said), joined[place], apart):
        return found
    if here.role == "text":
        by, beside = _in_text(plain(here.runs), span, sign)
        by = f"{by} {here.clause.heading_text}"
        if found := _of_others(_named(_before(said, change)), by, beside):
            return found
    return _other_day(said, here) or _other_column(said, here)


def _other_subject(
    said: str, every: Sequence[Text], here: Text, span: tuple[int, int], change: StatedChange
) -> str:
    """A word of the order by which the clause speaks of something else than in `span`.

    Not where the order names what stands there, too.
    """
    if here.role != "text":
        return ""
    text = plain(here.runs)
    spans = sentences(text) or [(0, len(text))]
    mine = next((one for one in spans if one[0] <= span[0] < one[1]), (0, len(text)))
    if _SENTENCE_GOES_ON.match(text, mine[0]):
        return ""
    beside = [text[slice(*one)] for one in spans if one != mine]
    over = [text[slice(*mine)]]
    for one in every:
        if one.runs is not here.runs:
            above = one.role == "heading" or is_in(here.clause.id, one.clause.id)
            (over if above else beside).append(plain(one.runs))
    named = _named(_PURPOSE.sub("", _before(said, change)))
    if _of_others(named, " ".join(beside), over):
        return ""
    return _of_others(named, " ".join(over), beside)


def _of_others(named: Sequence[str], own: str, others: Sequence[str]) -> str:
    """The first of some words that `others` say and `own` does not, in singular or plural."""
    only = {one for text in others for one in _stems(text)} - _stems(own)
    return next((one for one in named if _stem(one) in only), "")


def _beside(said: str, base: Tree, target: str, change: StatedChange, sign: str) -> str:
    """A word that only a clause beside `target` says: "the meal allowance (clause 4.2)"."""
    over = " ".join(base[one].heading_text for one in base.path(target))
    own = f"{over} {_printed(base, target)}"
    siblings = (one.id for one in base.under(base[target].parent) if is_numbered(one))
    beside = (_printed(base, one) for one in siblings if one != target)
    others = [text for text in beside if _has_figure(text, sign)]
    return _of_others(_named(_before(said, change)), own, others)


def _printed(base: Tree, target: str) -> str:
    return " ".join(
        plain(text.runs) for clause in base.subtree(target) for text in texts(clause)
    )


def _has_figure(text: str, sign: str) -> bool:
    return sign in text if sign else any(map(str.isdigit, text))


def _named(said: str) -> list[str]:
    """The words of an order that may name a figure."""
    plain_words = (one for one in words(masked(said)) if one.isalpha() and len(one) > 2)
    return [one for one in plain_words if one not in _ANY]


def _before(said: str, change: StatedChange) -> str:
    """What an order says before the old figure, behind the figure before that: what it calls it."""
    return _FIGURE.split(said.partition(change.old)[0])[-1]


def _other_label(said: str, own: str, apart: Sequence[str]) -> str:
    for found in _LABEL.finditer(masked(said)):
        label = rf"\b{re.escape(found[0])}(?![\w.])"
        if any(re.search(label, text, re.I) for text in apart) and not re.search(label, own, re.I):
            return found[0]
    return ""


def _in_text(text: str, span: tuple[int, int], sign: str) -> tuple[str, list[str]]:
    """What a text says by the figure in `span`, and what by each of its other figures.

    A sentence that goes on about what was said ("It is …") has the words of those before it, and so
    has a figure that nothing of its own stands before ("$5 by day and $9 after six").
    """
    own, others = [""], list[str]()
    for start, end in sentences(text) or [(0, len(text))]:
        cuts = [start, *(one.end() for one in _JOINT.finditer(text, start, end)), end]
        pieces = [one for one in pairwise(cuts) if one[0] < one[1]]
        with_figure = [one for one in pieces if _has_figure(text[slice(*one)], sign)]
        mine = next((one for one in pieces if one[0] <= span[0] < one[1]), None)
        if mine is None:
            whole = [(start, end)] if len(with_figure) == 1 else with_figure
            others += [text[slice(*one)] for one in whole]
            own += [text[start:end]] if end <= span[0] and not with_figure else []
            continue
        if _SENTENCE_GOES_ON.match(text, start):
            return text, []
        subject = not set(words(text[mine[0] : span[0]])) - _ANY
        for one in pieces:
            said = text[slice(*one)]
            if one == mine or one not in with_figure:
                own.append(said)
                continue
            if subject and one[1] <= mine[0]:
                own.append(text[one[0] : one[0] + _first_figure(said)])
            others.append(said)
    return " ".join(own), others


def _first_figure(text: str) -> int:
    found = re.search(r"\$?\d", text)
    return found.start() if found else len(text)


def _stem(word: str) -> str:
    return word[:-1] if word.endswith("s") and len(word) > 3 else word


def _stems(text: str) -> set[str]:
    return set(map(_stem, words(text)))


def _other_day(said: str, here: Text) -> str:
    """The day, or the year, of another column than the one in which the figure stands."""
    table = here.clause.table
    if table is None or here.cell < 0:
        return ""
    every, own = set[str](), set[str]()
    for row in table.rows[: max(table.header_rows, 1)]:
        for column, cell in enumerate(row):
            days = _days(cell.text)
            every |= days
            own |= days if column == here.cell else set()
    return next((day for day in sorted(_days(masked(said))) if day in every - own), "")


def _other_column(said: str, here: Text) -> str:
    """A word of the heading of another column, where no word of this column's own is said."""
    table = here.clause.table
    if table is None or here.cell < 1:
        return ""
    heads: dict[int, set[str]] = {}
    for row in table.rows[: max(table.header_rows, 1)]:
        for column, cell in enumerate(row):
            heads.setdefault(column, set()).update(_stems(cell.text))
    own = heads.get(here.cell, set())
    by_it = _stems(" ".join(cell.text for cell in table.rows[here.row]))
    beside = (heads[column] for column in heads if column not in {0, here.cell})
    others = set[str]().union(*beside) - by_it
    named = _named(said)
    if any(_stem(one) in own - others for one in named):
        return ""
    return next((one for one in named if _stem(one) in others - own), "")


def _days(text: str) -> set[str]:
    """The days and the years that a text names, as it prints them."""
    return {day.text for day in values.dates(text)} | set(_YEAR.findall(text))
