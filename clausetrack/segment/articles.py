"""Terms that speak of Articles are read in the words of clauses, and printed as they were.

"Article 4.2" is the clause 4.2. In the terms it is read as "clause 4.2", so that each way to order
something is known once; the runs that were changed for that are marked, and put back at the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from clausetrack import numbering
from clausetrack.articles import articles
from clausetrack.model import Clause, Finding, Run, Runs, plain
from clausetrack.segment.labels import Piece, classify, cut, is_heading

#: In the emphasis of a run: which word it was read for.
_MARKS = {"Article": "A", "article": "a"}
_WORDS = {mark: word for word, mark in _MARKS.items()}


_OF_ARTICLE = re.compile(
    r"\b(?P<section>[Ss]ection \d+(?:\.\d+)*(?:\s?\([A-Za-z0-9]{1,5}\))*),? (?:of|in|to|under)"
    rf" (?P<article>Article {numbering.DESIGNATION})(?!\w)"
)


def sections_last(text: str) -> str:
    """A text with "Section 2(a) of Article 13" as "Article 13 Section 2(a)"."""
    return _OF_ARTICLE.sub(r"\g<article> \g<section>", text)


def in_clauses(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces of terms, each in the words of clauses; what is changed in them is marked."""
    return [_read(piece) if "rticle" in piece.line.text else piece for piece in pieces]


def _read(piece: Piece) -> Piece:
    runs = _marked(piece.line.runs)
    if runs == piece.line.runs:
        return piece
    line = replace(piece.line, runs=runs)
    if piece.kind in {"plain", "division"}:
        return classify(line)
    again = piece._replace(line=line, runs=_marked(piece.runs))
    return again._replace(heading=again.heading and is_heading(again.text, line.style))


def _marked(runs: Runs) -> Runs:
    out: list[Run] = []
    at = 0
    for words, word in articles(plain(runs)):
        end = at + len(word or words)
        stretch = cut(runs, at, end)
        if word and len(stretch) == 1:
            mark = stretch[0].emphasis + _MARKS[word]
            stretch = (stretch[0]._replace(text=words, emphasis=mark),)
        out += stretch
        at = end
    return tuple(out) if any(run.emphasis[-1:] in _WORDS for run in out if run.emphasis) else runs


def as_printed(clauses: Iterable[Clause]) -> list[Clause]:
    """The clauses that were made of such pieces, with the words that the terms print."""
    return [
        clause._replace(
            label=_printed(clause.label),
            heading=_printed(clause.heading),
            text=_printed(clause.text),
        )
        for clause in clauses
    ]


def quoted(
    findings: Iterable[Finding], pieces: Sequence[Piece], read: Sequence[Piece]
) -> list[Finding]:
    """The findings on pieces that were `read` in other words, with their quotations as printed."""
    changed = [(now.text, was.text) for was, now in zip(pieces, read, strict=True) if was != now]
    out = list(findings)
    for at, one in enumerate(out):
        for now, was in changed:
            if one.quote and now.startswith(one.quote):
                out[at] = replace(one, quote=was[: len(one.quote)])
    return out


def _printed(runs: Runs) -> Runs:
    if not any(run.emphasis[-1:] in _WORDS for run in runs if run.emphasis):
        return runs
    out: list[Run] = []
    for run in runs:
        if run.emphasis[-1:] in _WORDS and run.emphasis:
            word = _WORDS[run.emphasis[-1]]
            run = run._replace(text=word, emphasis=run.emphasis[:-1])
        if out and out[-1][1:3] == run[1:3] and _meet(out[-1], run):
            run = _joined(out.pop(), run)
        out.append(run)
    return tuple(out)


def _meet(before: Run, after: Run) -> bool:
    """Does the source have one run right behind the other?"""
    one, two = before.source, after.source
    if one is None or two is None:
        return one is two
    return replace(one, start=two.start, end=two.end) == two and one.end == two.start


def _joined(before: Run, after: Run) -> Run:
    source = before.source
    if source is not None and after.source is not None:
        source = replace(source, end=after.source.end)
    return before._replace(text=before.text + after.text, source=source)
