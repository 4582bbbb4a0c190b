"""Sentences that went from one clause to another, which says nothing of them but the words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from clausetrack.diff.changes import Change
from clausetrack.diff.edits import wording_edits
from clausetrack.diff.similarity import Index, alike, shingles, strong, terms
from clausetrack.errors import finding
from clausetrack.lazily import pattern
from clausetrack.model import Finding
from clausetrack.values import few

_CODE = "sentence-moved"
_END = pattern(r"(?:(?<=[.!?])|(?<=[.!?][”\"’)]))\s+(?=[“\"‘(]?[^\W\d_a-zāēīōū])")
_FEWEST = 8  # words of a sentence that may have been edited on the way
_NEARLY = 0.9  # how much of it has to stay: wording from one template shares a good part, too


def findings(changes: Iterable[Change]) -> tuple[Finding, ...]:
    """A finding for each sentence that one clause lost and one other clause got.

    It is told at the clause where it stands now. One that was edited on the way is told with what
    changed in it, which nobody sees in a deletion here and an insertion there.
    """
    gone, come = _lost_and_got(changes)
    pairs = {now: now for now in come.keys() & gone.keys()}
    pairs |= _edited(*({text: one for text, one in side.items() if text not in pairs}
                       for side in (gone, come)))  # fmt: skip
    return tuple(
        _finding(pairs[now], gone[pairs[now]], now, got)
        for now, got in come.items()
        if now in pairs and gone[pairs[now]] is not got
    )


def _lost_and_got(changes: Iterable[Change]) -> tuple[dict[str, Change], dict[str, Change]]:
    """The sentences that one clause alone lost, with its change, and those that one alone got."""
    sides: tuple[dict[str, list[Change]], dict[str, list[Change]]] = ({}, {})
    for change in changes:
        large = [edit for edit in change.edits if strong(edit.old) or strong(edit.new)]
        if large:
            was = {sentence: None for edit in large for sentence in _sentences(edit.old)}
            now = {sentence: None for edit in large for sentence in _sentences(edit.new)}
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


def _edited(gone: Mapping[str, Change], come: Mapping[str, Change]) -> Mapping[str, str]:
    """The old sentence of each new one that reads nearly as it did; each is one of them at most.

    Not of a clause that is gone as a whole and one that is new as a whole: these were set against
    each other before.
    """
    old, new = ({text: words for text in side if len(words := terms(text)) >= _FEWEST}
                for side in (gone, come))  # fmt: skip
    names = list(old)
    held = [(at, shingles(old[was])) for at, was in enumerate(names)]
    all_ = Index(held)
    parts = Index((at, has) for at, has in held if gone[names[at]].kind != "deleted")
    scored = sorted(
        (-score, was, now)
        for now, words in new.items()
        for at in (parts if come[now].kind == "inserted" else all_).candidates(shingles(words))
        for was in (names[at],)
        if (score := alike(words, old[was])) >= _NEARLY
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
    message = f"“{few(now)}” stood in {lost.old_id}, word for word"
    if was != now:
        edits = (f"{edit.old.strip() or 'nothing'} → {edit.new.strip() or 'nothing'}"
                 for edit in wording_edits(was, now))  # fmt: skip
        message = f"“{few(now)}” reads as what {lost.old_id} lost, but for: {'; '.join(edits)}"
    return finding(_CODE, message, clause.id, clause.source, now)
