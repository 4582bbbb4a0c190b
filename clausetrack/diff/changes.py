"""What changed between two versions of a document, clause by clause: pure, values in and out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from clausetrack.diff import classes as classed
from clausetrack.diff import moves
from clausetrack.diff.align import Alignment, align
from clausetrack.diff.edits import ChangeEdit, recast, set_otherwise, wording_edits
from clausetrack.diff.sides import Side
from clausetrack.model import Clause, Document, plain

KINDS = ("inserted", "deleted", "changed", "moved", "renumbered", "split", "joined")


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to one clause.

    `kind` is one of KINDS: a clause that moved, or took another number, and was edited too is
    `changed`. The texts are the clause's own, heading and text in lines of their own and a line
    for each row of a table, without number and children; `edits` what makes the old the new.
    `ids` are the clauses that a split one became, or that were joined into one. `after` is the
    clause that an inserted or moved one now follows in the document. `form` is "heading" or "text"
    where words that stayed became that; `old` and `old_text` have them as the new version does.
    `key` is the permanent name that the clause carries on. What is under a clause that moved or
    took another number moved or took it too, and is no change of its own.
    """

    kind: str
    old_id: str | None
    new_id: str | None
    old_text: str
    new_text: str
    edits: tuple[ChangeEdit, ...] = ()
    moved: bool = False
    renumbered: bool = False
    classes: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    after: str | None = None
    form: str = ""
    key: str = ""
    old: Clause | None = field(default=None, repr=False)
    new: Clause | None = field(default=None, repr=False)

    @property
    def slight(self) -> bool:
        """Is it spacing, the shape of quotation marks or emphasis alone?"""
        return (
            self.kind == "changed"
            and not (self.moved or self.renumbered or self.form)
            and all(map(classed.is_slight, self.edits))
        )


    @property
    def marks(self) -> tuple[str, str] | None:
        """The mark of a bullet and that which it took, which its ID does not say."""
        if not self.renumbered or self.old_id != self.new_id or not (self.old and self.new):
            return None
        return plain(self.old.label).strip(), plain(self.new.label).strip()


@dataclass(frozen=True)
class Comparison:
    """Two documents side by side: their clauses, which is which, and the changes.

    `forth` is one to one, by place; `divided` and `united` are those of `align.Alignment`.
    """

    old: Side
    new: Side
    forth: dict[int, int]
    divided: dict[int, list[int]]
    united: dict[int, list[int]]
    moved: frozenset[int]
    changes: tuple[Change, ...]

    @property
    def names(self) -> dict[str, str]:
        """The IDs of the clauses in the new version, by those of the old one."""
        old, new = self.old.clauses, self.new.clauses
        return {old[i].id: new[j].id for i, j in self.forth.items()}


def by_clause(old: Document, new: Document) -> Comparison:
    """The changes of each clause by itself, with the alignment that they come from."""
    sides = Side(_named(old)), Side(_named(new))
    aligned = align(*sides)
    forth = aligned.forth
    elsewhere = frozenset(moves.moved(*sides, forth))
    defined = classed.defined_terms(old, new)
    found = _Found(*sides, aligned, elsewhere, moves.renumbered(*sides, forth), defined)
    return Comparison(
        *sides, forth, aligned.divided, aligned.united, elsewhere, tuple(found.changes())
    )


def _named(document: Document) -> tuple[Clause, ...]:
    """The clauses, those of quoted wording under the name of their fragment."""
    if not document.fragments:
        return document.clauses
    return tuple(
        clause
        if clause.fragment is None
        else clause._replace(
            id=f"{clause.fragment}: {clause.id}",
            parent=f"{clause.fragment}: {clause.parent}" if clause.parent else None,
        )
        for clause in document.clauses
    )


@dataclass
class _Found:
    """An alignment, and what was found of it, on the way to changes."""

    old: Side
    new: Side
    aligned: Alignment
    moved: frozenset[int]
    renumbered: set[int]
    defined: re.Pattern[str] | None

    @property
    def forth(self) -> dict[int, int]:
        return self.aligned.forth

    def changes(self) -> Iterator[Change]:
        """The changes in the order of the new document, deletions where they stood."""
        back = {j: i for i, j in self.forth.items()}
        divided, united = self.aligned.divided, self.aligned.united
        told_old = {i for found in united.values() for i in found} | set(divided)
        told_new = {j for found in divided.values() for j in found} | set(united)
        gone = self._gone(told_old)
        for i in gone.get(-1, ()):
            yield self._deleted(i)
        heads = {found[0]: i for i, found in divided.items()}
        for j in range(len(self.new.clauses)):
            if j in heads:
                yield self._divided("split", heads[j], divided[heads[j]])
            elif j in united:
                yield self._united(j, united[j])
            elif j in told_new:
                pass
            elif j not in back:
                yield self._inserted(j)
            elif (change := self._kept(back[j], j)) is not None:
                yield change
            for i in gone.get(j, ()):
                yield self._deleted(i)

    def _gone(self, told: set[int]) -> dict[int, list[int]]:
        """The deleted clauses by the new place after which they are told; -1 is the start."""
        out: dict[int, list[int]] = {}
        last = -1
        for i in range(len(self.old.clauses)):
            if i in self.forth:
                last = last if i in self.moved else max(last, self.forth[i])
            elif i not in told:
                out.setdefault(last, []).append(i)
        return out

    # --------------------------------------------------------------------------------- each kind

    def _inserted(self, j: int) -> Change:
        clause = self.new.clauses[j]
        text = text_of(clause)
        edits = (ChangeEdit("insert", "", text),) if text else ()
        return Change(
            "inserted", None, clause.id, "", text, edits,
            classes=self._classes(None, clause, edits), after=self._after(j), key=clause.key,
            new=clause,
        )  # fmt: skip

    def _deleted(self, i: int) -> Change:
        clause = self.old.clauses[i]
        text = text_of(clause)
        edits = (ChangeEdit("delete", text, ""),) if text else ()
        return Change(
            "deleted", clause.id, None, text, "", edits,
            classes=self._classes(clause, None, edits), key=clause.key, old=clause,
        )  # fmt: skip

    def _kept(self, i: int, j: int) -> Change | None:
        """The change of a clause that is in both versions; None where it reads as before."""
        one, other = self.old.clauses[i], self.new.clauses[j]
        moved, renumbered = i in self.moved, i in self.renumbered
        if (  # read once for both: as nearly all are
            one.text is other.text and one.heading is other.heading and one.table is other.table
            and not (moved or renumbered)
        ):  # fmt: skip
            return None
        was, form = one, ""
        edits: tuple[ChangeEdit, ...] = ()
        if self.old.contents[i] != self.new.contents[j]:
            if (cast := recast(one, other)) is not None:
                was, form = cast, _form(one, other)
            edits = clause_edits(was, other)
        elif one.table is not None and other.table is not None and one.table != other.table:
            from clausetrack.diff.heads import heading_edits

            edits = tuple(heading_edits(one.table, other.table))
        formatted = bool(form) or (not edits and set_otherwise(one, other))
        if not (edits or formatted or moved or renumbered):
            return None
        found = self._classes(was, other, edits)
        if formatted:
            found += ("formatting",)
        if renumbered:
            found += ("renumbering",)
        kind = "changed" if edits or formatted else "moved" if moved else "renumbered"
        return Change(
            kind, one.id, other.id, text_of(was), text_of(other), edits, moved, renumbered,
            _in_order(found), after=self._after(j) if moved else None, form=form,
            key=one.key or other.key, old=was, new=other,
        )  # fmt: skip

    def _divided(self, kind: str, i: int, found: list[int]) -> Change:
        clause, parts = self.old.clauses[i], [self.new.clauses[j] for j in found]
        head = self.new.clauses[self.forth.get(i, found[0])]
        text, texts = text_of(clause), "\n".join(map(text_of, parts))
        edits = wording_edits(text, texts)
        return Change(
            kind, clause.id, head.id, text, texts, edits, i in self.moved, i in self.renumbered,
            _in_order(tuple(classed.classes(text, texts, edits, self.defined))),
            tuple(part.id for part in parts), key=clause.key or head.key, old=clause, new=head,
        )  # fmt: skip

    def _united(self, j: int, found: list[int]) -> Change:
        clause, parts = self.new.clauses[j], [self.old.clauses[i] for i in found]
        places = [i for i in found if self.forth.get(i) == j] or found
        head = self.old.clauses[places[0]]
        text, texts = text_of(clause), "\n".join(map(text_of, parts))
        edits = wording_edits(texts, text)
        return Change(
            "joined", head.id, clause.id, texts, text, edits,
            places[0] in self.moved, places[0] in self.renumbered,
            _in_order(tuple(classed.classes(texts, text, edits, self.defined))),
            tuple(part.id for part in parts), key=head.key or clause.key, old=head, new=clause,
        )  # fmt: skip

    def _after(self, j: int) -> str | None:
        return self.new.clauses[j - 1].id if j else None

    def _classes(
        self, old: Clause | None, new: Clause | None, edits: tuple[ChangeEdit, ...]
    ) -> tuple[str, ...]:
        return classes_of(old, new, edits, self.defined)


def clause_edits(old: Clause, new: Clause) -> tuple[ChangeEdit, ...]:
    """All that was edited in a clause, its number apart."""
    heading = wording_edits(old.heading_text, new.heading_text, "heading")
    text = wording_edits(old.own_text, new.own_text)
    if old.table is None or new.table is None:
        return (*heading, *text)
    from clausetrack.diff.cells import table_edits

    return (*heading, *text, *table_edits(old.table, new.table))


def _form(old: Clause, new: Clause) -> str:
    """What words of a clause became that are the same but for their form."""
    return "heading" if len(new.heading_text) > len(old.heading_text) else "text"


def classes_of(
    old: Clause | None,
    new: Clause | None,
    edits: tuple[ChangeEdit, ...],
    defined: re.Pattern[str] | None,
) -> tuple[str, ...]:
    """The classes of the edits of a clause, each part by itself: offsets fall in its wording."""
    found: set[str] = set()
    for part in dict.fromkeys(edit.part for edit in edits):
        before, after = (_part(clause, part) for clause in (old, new))
        here = [edit for edit in edits if edit.part == part]
        found |= classed.classes(before, after, here, defined)
    return _in_order(tuple(found))


def text_of(clause: Clause) -> str:
    """Heading, text and rows of a clause, each on a line of its own."""
    heading, text = clause.heading_text, clause.own_text
    if clause.table is None:
        return f"{heading}\n{text}" if heading and text else heading or text
    rows = ("\t".join(row) for row in clause.table.texts)
    return "\n".join(part for part in (heading, text, *rows) if part)


def _part(clause: Clause | None, part: str) -> str:
    if clause is None:
        return ""
    if part == "heading":
        return clause.heading_text
    return clause.own_text if part == "text" else text_of(clause)


def _in_order(found: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in classed.CLASSES if name in found)
