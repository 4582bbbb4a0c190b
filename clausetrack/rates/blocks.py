"""The blocks of a table of rates: each column of steps, with the columns of figures behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise

from clausetrack.model import Column
from clausetrack.rates import headings
from clausetrack.rates.columns import Rated

_NEW = re.compile(r"\b(?:new|revised|translat\w+)\b", re.I)
_STEP = re.compile(r"\b(?:steps?|points?)\b", re.I)
_SERVICE = re.compile(r"\b(?:years?|months?|service|experience)\b", re.I)
#: What a column of shares of pay is called: its figures name no row.
_SHARES = re.compile(
    r"^\W*per\s?cent|^\s*%|(?:%|\bper\s?cent(?:age)?)\s+of\b|%\W*$", re.I
)


@dataclass(frozen=True, slots=True)
class Block:
    """The columns from one key to the next: a scale of its own."""

    key: int | None
    groups: tuple[int, ...]
    rated: tuple[Rated, ...]
    behind: tuple[int, ...] = ()  # columns of words behind the figures


def of(columns: Sequence[Column], rated: Sequence[Rated], days: AbstractSet[int]) -> list[Block]:
    """The blocks of a table; `days` are the columns that say for each row when it runs."""
    roles = [column.role for column in columns]
    last = max(each.at for each in rated)
    figured = {each.at for each in rated} | days
    named = [at for at, each in enumerate(columns)
             if at not in figured and not _SHARES.search(each.heading)
             and not headings.is_reference(each.heading)]  # fmt: skip
    told = [at for at in named if not headings.is_of_time(columns[at].heading)]
    named = told or named  # hours beside the years of service name no row
    keys = [at for at in named if roles[at] == "key" and at < last]
    keys = [_named(columns, run) for run in _runs([*keys, len(roles)], rated)]
    if not keys:
        keys = [at for at in named if at < rated[0].at][:1]
    edges = [0, *(_edge(key, roles, figured) for key in keys[1:]), len(roles)]
    blocks = []
    for place, key in enumerate(keys or [None]):
        first, last = edges[place : place + 2]
        mine = tuple(each for each in rated if first <= each.at < last)
        begin, end = (mine[0].at, mine[-1].at + 1) if mine else (last, last)
        groups = tuple(at for at in range(first, begin) if at != key and at not in figured)
        behind = tuple(at for at in range(end, last) if at not in figured)
        blocks.append(Block(key, groups, mine, behind))
    return blocks


def _runs(keys: Sequence[int], rated: Sequence[Rated]) -> Iterator[list[int]]:
    """The keys that stand side by side, up to those with figures behind them."""
    run = []
    for key, end in pairwise(keys):
        run.append(key)
        if any(key < each.at < end for each in rated):
            yield run
            run = []


def _named(columns: Sequence[Column], run: Sequence[int]) -> int:
    """Of "Grade" and "Step" side by side the one beside the figures, of "Step" and "Years of
    service" the step."""
    last = columns[run[-1]].heading
    steps = [at for at in run if _STEP.search(columns[at].heading)]
    return steps[-1] if steps and _SERVICE.search(last) and not _STEP.search(last) else run[-1]


def _edge(key: int, roles: Sequence[str], figured: AbstractSet[int]) -> int:
    """Where the columns of a later key begin: whose steps they are may stand before it."""
    while roles[key - 1] == "group" and key - 1 not in figured:
        key -= 1
    return key


def turns(block: Block, following: Block, columns: Sequence[Column]) -> bool:
    """Are the steps of the second block what those of the first become?"""
    ends = [each.span.end for each in block.rated]
    starts = [each.span.start for each in following.rated]
    over = all(end and all(start is None or end < start for start in starts) for end in ends)
    return over or bool(_NEW.search(columns[following.key or 0].heading))
