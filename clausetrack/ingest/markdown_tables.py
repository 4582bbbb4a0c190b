"""Tables that Markdown holds in the tags of HTML, as converters print them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clausetrack.ingest.text_ruled import Cells, Piece

_BEGINS = re.compile(r"\s*<table\b[^<>]*>", re.I)
_TAG = re.compile(
    r"<(?P<close>/?)(?P<name>table|thead|tbody|tfoot|tr|td|th|colgroup|col|p|div|br|[uo]l|li)\b"
    r"(?P<said>[^<>]*)>",
    re.I,
)
_ACROSS = re.compile(r"\bcolspan\s*=\s*[\"']?(\d{1,2})\b", re.I)
_DOWN = re.compile(r"\browspan\s*=", re.I)
_MOST = 5_000  # lines of a table


def rows(physical: Sequence[str]) -> dict[int, tuple[int, Cells | None]]:
    """The lines of such tables, each with the number of its table from 1.

    With the first line of a row stand its cells; with its other lines None. A table in a table, one
    whose cells go down over rows, and one with words outside its cells are left as they stand.
    """
    found: dict[int, tuple[int, Cells | None]] = {}
    number, end = 0, 0
    for at, line in enumerate(physical):
        if at < end or not _BEGINS.match(line):
            continue
        table = _table(physical, at)
        if table is None:
            continue
        number += 1
        end, parts = table
        found.update(dict.fromkeys(range(at, end), (number, None)))
        found.update({first: (number, cells) for first, cells in parts})
    return found


def _table(physical: Sequence[str], at: int) -> tuple[int, list[tuple[int, Cells]]] | None:
    """The line behind the table that begins at line `at`, and its rows, each with its line."""
    parts: list[tuple[int, Cells]] = []
    row: list[tuple[Piece, ...]] = []
    cell: list[Piece] | None = None
    first, deep = at, 0
    for tag, n, start, end in _stretches(physical, at):
        if tag is None:
            if cell is not None:
                cell.append((n, start, end))
            elif deep:
                return None  # words outside the cells
            continue
        name, closes = tag["name"].lower(), bool(tag["close"])
        if name == "table":
            deep += -1 if closes else 1
            if deep > 1:
                return None
            if deep == 0:
                behind = physical[n][tag.end() :].strip()
                return (n + 1, parts) if parts and cell is None and not behind else None
        elif name == "tr" and not closes:
            row, first = [], n
        elif name == "tr":
            if parts and parts[-1][0] == first:
                return None  # two rows in one line
            parts.append((first, tuple(row)))
        elif name in {"td", "th"}:
            if _DOWN.search(tag["said"]) or closes == (cell is None):
                return None
            if cell is None:
                across = _ACROSS.search(tag["said"])
                cell, wide = [], int(across[1]) if across else 1
            else:
                row += [tuple(cell), *[()] * (wide - 1)]
                cell = None
    return None


def _stretches(
    physical: Sequence[str], at: int
) -> Iterator[tuple[re.Match[str] | None, int, int, int]]:
    """The tags from line `at` on and the words between them, each with its line and its place."""
    for n in range(at, min(at + _MOST, len(physical))):
        line = physical[n]
        place = 0
        for tag in [*_TAG.finditer(line), None]:
            until = len(line) if tag is None else tag.start()
            words = line[place:until]
            if words.strip():
                yield None, n, place + len(words) - len(words.lstrip()), place + len(words.rstrip())
            if tag is not None:
                yield tag, n, tag.start(), tag.end()
                place = tag.end()
