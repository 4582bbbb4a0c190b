"""What no clause reads otherwise for: text outside the clauses, and what the format alone tells."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from clausetrack import beside
from clausetrack.diff.changes import Comparison, text_of
from clausetrack.diff.edits import ChangeEdit, wording_edits
from clausetrack.diff.outside import by_format, running, stretches
from clausetrack.model import Clause, Document, LeftOut
from clausetrack.ooxml.beside import Beside
from clausetrack.reconcile.differences import Difference, Passage
from clausetrack.reconcile.drafts import Draft
from clausetrack.reconcile.wording import classes_of, slight

#: What the two versions are called that differ silently, and by tracked changes.
_SIDES = {
    "silent": {"old": "ours", "new": "theirs"},
    "not-ordered": {"old": "their text before the changes", "new": "their text with the changes"},
}


def find(
    old: Document,
    new: Document,
    kind: str,
    *,
    only: Sequence[str] = (),
    moved: Collection[beside.Note] = (),
) -> Iterator[Draft]:
    """The paragraphs outside the clauses that differ, as differences of that kind.

    Not those of notes alone that only `moved` to another clause, which is told apart.
    """
    for why, gone, come in stretches(old, new, only=only):
        notes = [(why, " ".join(left.text.split())) for left in (*gone, *come)]
        if not all(note in moved for note in notes):
            yield _draft(kind, why, gone, come)


def at_edges(old: Document, new: Document, kind: str) -> Iterator[Draft]:
    """What only one of them prints at the edges of its pages, as differences of that kind."""
    for why, gone, come in running(old, new):
        yield _draft(kind, why, gone, come)


def _draft(kind: str, why: str, old: list[LeftOut], new: list[LeftOut]) -> Draft:
    was, now = ("\n".join(left.text.strip() for left in side) for side in (old, new))
    words = (Passage("", why, was, now, wording_edits(was, now)),)
    what = "changed" if old and new else "inserted" if new else "deleted"
    place = (new or old)[0].source
    told = Difference(kind, "", what, words, reason=why, slight=slight(words),
                      classes=classes_of(words), place=place)  # fmt: skip
    return Draft(told, Clause("", "text"), f"{why} {place}")


def things(
    documents: tuple[Document, Document],
    kind: str,
    shown: Sequence[Beside],
    names: Mapping[str, str],
) -> tuple[list[Difference], set[beside.Note]]:
    """The pictures and links that are others, and the marks of notes; the notes that moved.

    `shown` is what the two Word files show beside their text, `names` has the clauses of the new
    version by what the old one calls them.
    """
    kept = list(beside.kept(documents, shown, names))
    found = (*beside.things(documents, shown, names), *(one.finding for one in kept))
    told = [
        Difference(kind, one.clause, "changed", reason=one.message,
                   clauses=(one.clause,) if one.clause else (), place=one.source)
        for one in found
    ]  # fmt: skip
    return told, {one.moved for one in kept if one.moved is not None}


def shown(
    old: Document, new: Document, sides: Comparison, kind: str, *, raised: bool
) -> Iterator[Draft]:
    """What one version alone strikes out, hides or raises, as differences of that kind."""
    names = sides.names
    back = {here: there for there, here in names.items()}
    for which, one in by_format(old, new, names, raised=raised):
        here = one.clause if which == "new" else names.get(one.clause, "")
        there = one.clause if which == "old" else back.get(one.clause, "")
        was, now = old.body.get(there), new.body.get(here)
        clause = now or was or Clause("", "text")
        gone = Passage("", "text", one.quote, "", (ChangeEdit("delete", one.quote, ""),))
        classes = ("figure",) if one.code == "figure-raised" else classes_of((gone,))
        side = _SIDES[kind][which]
        told = Difference(
            kind,
            clause.id,
            "changed",
            (Passage(clause.id, "text", _text(was), _text(now)),),
            reason=f"in {side} alone, {one.message}",
            heading=" ".join(clause.heading_text.split()),
            classes=classes,
            clauses=(clause.id,) if clause.id else (),
            place=one.source if which == "new" else now.source if now else None,
            at=2 * sides.new.at.get(clause.id, 0),
        )
        yield Draft(told, clause, kind)


def _text(clause: Clause | None) -> str:
    return "" if clause is None else text_of(clause)
