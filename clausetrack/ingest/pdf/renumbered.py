"""Numbers that a marked-up PDF prints in both versions: "1.4[1.3]".

LibreOffice prints the number that an automatic list gives with all changes accepted, and behind it
in brackets the one from before them where that is another: "[1.3]" alone where the paragraph has
no number of its own in the new version, or where a part of its words is deleted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from clausetrack.ingest.clause_tables import follows
from clausetrack.ingest.pdf.rows import PrintedRow, Span

_ONE = r"(?:[A-Z]?\d{1,3}[A-Z]?(?:\.\d{1,3}[A-Z]?)*|\(?[a-z]{1,5}\)|\(\d{1,3}\)|[a-z]{1,4}\.)[.):]?"
_BOTH = re.compile(rf"(?P<new>{_ONE})?(?P<open>\[)(?P<old>{_ONE})(?P<close>\])(?=\s)")
_ALONE = re.compile(rf"\s*{_ONE}\s*")
_NUMBER = re.compile(r"(?P<id>\d{1,3}(?:\.\d{1,3})*)[.)]?\s+[^\W\d]")
WHY = "the number that the clause has in the other version"


def choose(rows: Sequence[PrintedRow], revisions: str) -> list[PrintedRow]:
    """Leave the number of the chosen version in the rows that print both; these are returned.

    Where it does not follow the number before it, and the other does, the other is left: the
    program counts a paragraph that was joined or split wrongly in one of the two.
    """
    rows = [row for row in rows if not row.aside and row.cell is None]
    if not any(row.text[:12].find("[") >= 0 and _BOTH.match(row.text) for row in rows):
        return []
    changed, last = [], ""
    for row in rows:
        _put_back(row)
        found = _BOTH.match(row.text)
        if found is not None:
            new, old = found["new"], found["old"]
            order = [old, new] if revisions == "rejected" else [new, old]
            known = [label for label in order if label]
            kept = next((label for label in known if _comes_after(label, last)), known[0])
            stays = "old" if kept is old else "new"
            gone = [found.span(name) for name in ("new", "open", "old", "close")
                    if name != stays and found[name]]  # fmt: skip
            _take_out(row, gone)
            changed.append(row)
        number = _NUMBER.match(row.text)
        if number and ("." in number["id"] or _comes_after(number["id"], last)):
            last = number["id"]
    return changed


def _comes_after(label: str, last: str) -> bool:
    return bool(last) and label[0].isdigit() and follows(label, last)


def _put_back(row: PrintedRow) -> None:
    """An automatic number looks as the end of its paragraph does: one that was split, or joined to
    the next, keeps its number where nothing but that has the look of a change."""
    if len(row.dropped) != 1 or not row.spans:
        return
    label, after = row.dropped[0][0], row.spans[0]
    if label.at or not _ALONE.fullmatch(label.text) or after.at > len(label.text) + 1:
        return
    row.dropped.clear()
    row.spans = (replace(label, text=f"{label.text.rstrip()}\t", revision=""), *row.spans)
    row.text = "".join(span.text for span in row.spans)


def _take_out(row: PrintedRow, gone: Sequence[tuple[int, int]]) -> None:
    row.spans = tuple(_cut(row.spans, gone))
    row.drop([span for span in row.spans if span.revision == WHY], WHY)


def _cut(spans: Sequence[Span], gone: Sequence[tuple[int, int]]) -> Iterator[Span]:
    """The spans cut where a stretch that goes begins or ends; those that go are marked."""
    at = 0
    edges = sorted({edge for stretch in gone for edge in stretch})
    for span in spans:
        end = at + len(span.text)
        parts = [at, *(edge for edge in edges if at < edge < end), end]
        for first, last in pairwise(parts):
            inside = any(start <= first and last <= stop for start, stop in gone)
            yield replace(span, text=span.text[first - at : last - at], at=span.at + first - at,
                          revision=WHY if inside else span.revision)  # fmt: skip
        at = end
