"""Sentences that went from one clause to another, which says nothing of them but the words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from textwrap import shorten

from clausetrack.diff.changes import Change
from clausetrack.diff.edits import wording_edits
from clausetrack.diff.similarity import Index, alike, shingles, strong, terms
from clausetrack.errors import finding
from clausetrack.lazily import pattern
from clausetrack.model import Finding

_CODE = "sentence-moved"
_END = pattern(r"(?:(?<=[.!?])|(?<=[.!?][”\"’)]))\s+(?=[“\"‘(]?[^\W\d_a-zāēīōū])")
_SHOWN = 80  # characters of a sentence by which a reader knows it
_FEWEST = 8  # words of a sentence that may have been edited on the way
_NEARLY = 0.9  # how much of it has to stay: wording from one template shares a good part, too


def findings(changes: Iterable[Change]) -> tuple[Finding, ...]:
    """A finding for each sentence that one clause lost and one other clause got.

    It is told at the clause where it stands now. One that was edited on the way is told with what
    changed in it, which nobody sees in a deletion here and an insertion there.
    """
    gone, come = _lost_and_got(changes)
    pairs = {now: now for now in come.keys() & gone.keys()}
    pairs |= _edited(gone.keys() - pairs.keys(), come.keys() - pairs.keys())
    return tuple(
        _finding(pairs[now], gone[pairs[now]], now, got)
        for now, got in come.items()
        if now in pairs and gone[pairs[now]] is not got
    )


def _lost_and_got(changes: Iterable[Change]) -> tuple[dict[str, Change], dict[str, Change]]:
    """The sentences that one clause alone lost, with its change, and those that one alone got."""
    sides: tuple[dict[str, list[Change]], dict[str, list[Change]]] = ({}, {})
    for change in changes:
        if any(strong(edit.old) or strong(edit.new) for edit in change.edits):
            was, now = (dict.fromkeys(_sentences(text))
                        for text in (change.old_text, change.new_text))  # fmt: skip
            for side, here, there in ((sides[0], was, now), (sides[1], now, was)):
                for sentence in here:
                    if sentence not in there:
                        side.setdefault(sentence, []).append(change)
    gone, come = ({sentence: found[0] for sentence, found in side.items() if len(found) == 1}
                  for side in sides)  # fmt: skip
    return gone, come


def _sentences(text: str) -> Iterator[str]:
    """Those of a text that are not the same by chance; rows of tables have none."""
    for line in text.split("\n"):
        if "\t" not in line:
            for sentence in _END.split(line):
                said = " ".join(sentence.split())
                if strong(said):
                    yield said


def _edited(gone: Iterable[str], come: Iterable[str]) -> Mapping[str, str]:
    """The old sentence of each new one that reads nearly as it did; each is one of them at most."""
    old, new = ([(text, words) for text in sorted(side) if len(words := terms(text)) >= _FEWEST]
                for side in (gone, come))  # fmt: skip
    index = Index((at, shingles(words)) for at, (_, words) in enumerate(old))
    scored = sorted(
        (-score, was, text)
        for text, words in new
        for at in index.candidates(shingles(words))
        for was, others in (old[at],)
        if (score := alike(words, others)) >= _NEARLY
    )
    out: dict[str, str] = {}
    taken: set[str] = set()
    for _, was, now in scored:
        if now not in out and was not in taken:
            out[now] = was
            taken.add(was)
    return out


def _finding(was: str, lost: Change, now: str, got: Change) -> Finding:
    clause = got.new
    assert clause is not None
    shown = shorten(now, _SHOWN, placeholder=" …")
    message = f"“{shown}” stood in {lost.old_id}, word for word"
    if was != now:
        edits = (f"{edit.old.strip() or 'nothing'} → {edit.new.strip() or 'nothing'}"
                 for edit in wording_edits(was, now))  # fmt: skip
        message = f"“{shown}” reads as what {lost.old_id} lost, but for: {'; '.join(edits)}"
    return finding(_CODE, message, clause.id, clause.source, now)
