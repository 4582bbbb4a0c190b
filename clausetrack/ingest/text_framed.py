"""Paragraphs of a text that stand in a frame of asterisks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

#: A line of a frame: its left and its right edge, with words between them or nothing.
_FRAMED = re.compile(r"(?P<left>[ ]*\*)(?P<inside>[^\S\n].*[^\S\n]|\*+)\*[ ]*$")
_LEAST = 3  # lines of a frame


def edges(physical: Sequence[str]) -> dict[int, tuple[int, int]]:
    """Where the two asterisks stand, by line, of the lines that are in a frame.

    Those follow one another with asterisks in the same two columns. A rule from edge to edge is
    none of them: it is read as any other rule.
    """
    out: dict[int, tuple[int, int]] = {}
    for block in _blocks(physical):
        inside = [at for at, _ in block if physical[at].strip(" *")]
        if len(block) >= _LEAST and len(inside) > 1:
            out |= {at: place for at, place in block if physical[at].strip(" ").strip("*")}
    return out


def _blocks(physical: Sequence[str]) -> Iterator[list[tuple[int, tuple[int, int]]]]:
    """Lines that follow one another with an asterisk in the same two columns, each with these."""
    block: list[tuple[int, tuple[int, int]]] = []
    for at, line in enumerate(physical):
        found = _FRAMED.match(line) if "*" in line else None
        place = (found.end("left") - 1, found.end("inside")) if found else None
        if block and (place != block[-1][1] or block[-1][0] != at - 1):
            yield block
            block = []
        if place:
            block.append((at, place))
    if block:
        yield block
