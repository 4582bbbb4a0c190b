"""Lines through and under the words of a page, and bars beside its rows.

What they mean is decided over the whole document (`marks`); here they are only seen. Heights
are in parts of the character size, from the base line: a strike runs through the small letters,
an underline just below the base line, a table's rule lower than that.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from clausetrack.ingest.pdf.page import Page, Rule, Word
from clausetrack.ingest.pdf.tables import merged
from clausetrack.values import grouped

_STRIKE = (0.08, 0.50)
_UNDERLINE = (-0.30, -0.03)
_THICK = 0.22
#: The colours in which programs set links.
LINKS = frozenset(("0000ff", "0000ee", "0563c1", "1155cc", "0000cc", "0066cc", "0070c0", "467886"))
_NEAR = 6  # of 255: what a program rounds otherwise
_BUCKET = 24.0

Edges = Callable[[Word], list[tuple[float, float]]]


def mark(page: Page, edges: Edges) -> None:
    """Note on each word the colours of the lines through and under it, cutting words where a line
    begins or ends inside them. `edges` gives the edges of a word's characters."""
    rules = [rule for rule in page.rules if rule.level and rule.x1 - rule.x0 > 1.5]
    if not rules:
        return
    uprights = [rule for rule in page.rules if not rule.level]
    drawn: dict[Rule, bool] = {}

    def is_free(rule: Rule) -> bool:
        """Is it no rule of a table, which meets others at right angles?"""
        if rule not in drawn:
            drawn[rule] = not _is_side(rule, uprights)
        return drawn[rule]

    buckets = grouped(rules, lambda rule: int(rule.y0 // _BUCKET))
    out: list[Word] = []
    for word in page.words:
        at = int(word.y // _BUCKET)
        near = [
            r
            for step in (-1, 0, 1)
            for r in buckets.get(at + step, ())
            if r.x0 < word.x1 and r.x1 > word.x0
        ]
        # the line in the text's own colour first, where a table's rule is near too
        own = word.style.colour
        near = [r for r in near if r.colour == own] + [r for r in near if r.colour != own]
        through = [rule for rule in near if _runs_at(rule, word, _STRIKE) and is_free(rule)]
        under = [rule for rule in near if _runs_at(rule, word, _UNDERLINE) and is_free(rule)]
        if under and page.links and _leads_on(word, page):
            page.linked.add(own)
            under = [] if own in LINKS else under
        out += _marked(word, through, under, edges) if through or under else [word]
    page.words = out


def is_link(colour: str) -> bool:
    """Is a colour one that links are set in?"""
    return colour in LINKS or any(
        all(abs(int(colour[at : at + 2], 16) - int(link[at : at + 2], 16)) <= _NEAR
            for at in (0, 2, 4))
        for link in LINKS
    )  # fmt: skip


def _is_side(rule: Rule, uprights: Sequence[Rule]) -> bool:
    """Is a level rule a side of cells: does it cross upright ones, or meet one at each end?"""
    met = [upright for upright in uprights if _meet(upright, rule, 1.0)]
    first = any(upright.x0 <= rule.x0 + 1.0 for upright in met)
    last = any(upright.x1 >= rule.x1 - 1.0 for upright in met)
    within = any(upright.x0 > rule.x0 + 1.0 and upright.x1 < rule.x1 - 1.0 for upright in met)
    return within or (first and last)


def _leads_on(word: Word, page: Page) -> bool:
    """Does a word lead somewhere when clicked?"""
    middle, up = (word.x0 + word.x1) / 2, word.y + 0.3 * word.style.size
    return any(x0 <= middle <= x1 and y0 <= up <= y1 for x0, y0, x1, y1 in page.links)


def _runs_at(rule: Rule, word: Word, band: tuple[float, float]) -> bool:
    size = word.style.size
    height = ((rule.y0 + rule.y1) / 2 - word.y) / (size or 1.0)
    return band[0] <= height <= band[1] and rule.y1 - rule.y0 <= max(_THICK * size, 0.8)


def _marked(word: Word, through: Sequence[Rule], under: Sequence[Rule], edges: Edges) -> list[Word]:
    # under "either:." a struck full stop is a sliver, and so is the rest of an underline
    mixed = through and under
    if not mixed and _cover(through, word) in (0.0, 1.0) and _cover(under, word) in (0.0, 1.0):
        word.struck = _colour(through, (word.x0 + word.x1) / 2)
        word.underlined = _colour(under, (word.x0 + word.x1) / 2)
        return [word]
    out: list[Word] = []
    for character, (x0, x1) in zip(word.text, edges(word), strict=False):
        middle = (x0 + x1) / 2
        marks = _colour(through, middle), _colour(under, middle)
        if out and (out[-1].struck, out[-1].underlined) == marks:
            out[-1].text += character
            out[-1].x1 = max(out[-1].x1, x1)
        else:
            before = "" if out else word.before
            first = word.first + sum(len(part.text) for part in out)
            out.append(
                replace(
                    word,
                    text=character,
                    x0=x0,
                    x1=x1,
                    before=before,
                    struck=marks[0],
                    underlined=marks[1],
                    first=first,
                )
            )
    return out


def _cover(rules: Sequence[Rule], word: Word) -> float:
    """How much of a word the rules cover: exactly 0 or 1 where it is none or all but a sliver."""
    wide = max(word.x1 - word.x0, 0.1)
    share = max((min(r.x1, word.x1) - max(r.x0, word.x0) for r in rules), default=0.0) / wide
    return 0.0 if share < 0.12 else 1.0 if share > 0.88 else share


def _colour(rules: Sequence[Rule], x: float) -> str:
    return next((rule.colour for rule in rules if rule.x0 <= x <= rule.x1), "")


def bars(page: Page) -> list[Rule]:
    """The upright rules outside the text that stand alone, as beside changed lines.

    Pieces that touch are one rule: a side of a table is no bar where any of it meets a level one.
    """
    if not page.words:
        return []
    left = min(word.x0 for word in page.words)
    right = max(word.x1 for word in page.words)
    levels = [rule for rule in page.rules if rule.level]
    return [
        rule
        for rule in merged([rule for rule in page.rules if not rule.level], level=False)
        if rule.y1 - rule.y0 < 0.8 * page.height
        and (rule.x1 < left - 3 or rule.x0 > right + 3)
        and not any(_meet(rule, level, 3.0) for level in levels)
    ]


def _meet(upright: Rule, level: Rule, slack: float) -> bool:
    return (
        level.x0 - slack <= upright.x1
        and upright.x0 <= level.x1 + slack
        and upright.y0 - slack <= level.y1
        and level.y0 <= upright.y1 + slack
    )
