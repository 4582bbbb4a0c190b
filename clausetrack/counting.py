"""Numbers of clauses as they come: whether one can be a label where it stands."""

from __future__ import annotations

import re

#: So many siblings are seldom left out.
_GAP = 10
_NUMBERED = re.compile(r"\s*(\d{1,4}[A-Z]{0,2}(?:\.\d{1,4}[A-Z]{0,2})*)[.)]?(?=\s|$)")


def opening(text: str) -> tuple[int, ...]:
    """The parts of the number that a line opens with, () for none."""
    found = _NUMBERED.match(text)
    return tuple(map(int, re.findall(r"\d+", found[1]))) if found else ()


class Numbers:
    """The numbers with which paragraphs began, the last of each depth: what can count on."""

    def __init__(self) -> None:
        self.last: dict[int, tuple[int, ...]] = {}

    def begin(self, text: str) -> None:
        """Note the number of a paragraph's first line, if it has one."""
        if number := opening(text):
            self.last[len(number)] = number

    def may_be_next(self, number: tuple[int, ...]) -> bool:
        """Can a number be a label here: a later sibling, a first child, or where counting begins?

        Siblings may be left out, but not many; under a sibling, counting begins anew.
        """
        if set(number) == {1} or not self.last:
            return True
        for last in self.last.values():
            same = next((n for n, (a, b) in enumerate(zip(last, number, strict=False)) if a != b),
                        min(len(last), len(number)))  # fmt: skip
            rest = number[same:]
            if same == len(last):
                begins = rest
            elif rest and 0 < rest[0] - last[same] < _GAP:
                begins = rest[1:]
            else:
                continue
            if set(begins) <= {1}:
                return True
        return False
