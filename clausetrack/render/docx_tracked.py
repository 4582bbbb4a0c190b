"""The edits of a document's clauses, written into the base as tracked changes, one by one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from clausetrack.diff.words import words
from clausetrack.model import Clause, Runs, plain
from clausetrack.ooxml.controls import place_behind
from clausetrack.ooxml.names import Element, local, make, w
from clausetrack.ooxml.whole import delete_paragraph, insert_paragraph
from clausetrack.render import docx_tables as tables
from clausetrack.render.docx_base import Base, own_runs
from clausetrack.render.docx_numbers import New
from clausetrack.render.docx_paragraphs import Kin, paragraph
from clausetrack.settlement import Edit


@dataclass
class Writer:
    """The base while its edits are written.

    `depths` are those of the new document's clauses; `owners` the base clauses that a paragraph
    holds wording of, and `gone` those that are deleted. `last` is the block after which the next
    new one goes, `seen` counts the base clauses passed, `first` is the first paragraph that each
    amendment changed, `marks` its own changes there where others change that paragraph too, `made`
    the first new block of each new clause. `new` are the new paragraphs, and `renumbered` the
    labels of those whose computed one changes.
    """

    base: Base
    kin: Kin
    depths: Mapping[str, int]
    owners: Mapping[int, frozenset[str]]
    gone: frozenset[str]
    last: Element | None = None
    seen: int = 0
    first: dict[str, Element] = field(default_factory=dict)
    marks: dict[str, tuple[Element, ...]] = field(default_factory=dict)
    made: dict[str, Element] = field(default_factory=dict)
    new: list[New] = field(default_factory=list)
    renumbered: dict[Element, str] = field(default_factory=dict)

    def write(self, edit: Edit) -> None:
        """Write one edit; they come in the order in which the marked-up document prints them."""
        before = len(self.base.touched)
        if edit.old is not None:
            blocks = self.base.blocks(edit.old)
            self._pass(blocks)
            if edit.new is None:
                self._delete(own_runs(edit.old), self.gone)
                self._delete_table(edit.old)
            elif not alike(edit.old, edit.new):
                apart = edit.apart and _add_up(edit)
                known = _marks(edit.old, self.base) if apart else set()
                for one in edit.by_order if apart else (edit,):
                    self._change_words(edit.old, one)
                    if apart:
                        mine = _marks(edit.old, self.base) - known
                        self.marks.setdefault(one.amendment, tuple(mine))
                        known |= mine
                self._change_table(edit.old, edit.new)
                self._note(edit, before)
            self.seen += 1
        elif edit.new is not None:
            self._insert(edit.new, parts(edit.new))
            self._insert_table(edit.new, None)
            if len(self.base.touched) > before:
                self.made[edit.new.id] = self.base.touched[before]
        self._note(edit, before)

    def _note(self, edit: Edit, before: int) -> None:
        """Note the first paragraph changed since `before` for the instructions that have none."""
        if len(self.base.touched) > before:
            for amendment in filter(None, edit.amendments):
                self.first.setdefault(amendment, self.base.touched[before])

    def _pass(self, blocks: list[Element]) -> None:
        """New blocks go after `blocks` from now on, if those do not stand further up."""
        if not blocks:
            return
        order = self.base.order
        here = self.last
        while here is not None and here not in order:
            here = here.getprevious()  # past the new ones
        if here is None or order[blocks[-1]] > order[here]:
            self.last = blocks[-1]

    # --------------------------------------------------------------------------------- change

    def _change_words(self, old: Clause, edit: Edit) -> None:
        """What one instruction changes of the number, heading and text of a clause."""
        assert edit.new is not None
        new, before = edit.new, len(self.base.touched)
        was, becomes = parts(old), parts(new)
        element, own = self.base.table(old), self.base.paragraphs(old)
        if element is not None:  # heading and text stand before the table
            self.last = own[-1] if own else element.getprevious()
        if was and was != becomes and becomes[: len(was)] != was and len(was) != len(becomes):
            self._delete(own_runs(old), frozenset((old.id,)))
            self._insert(new, becomes)
        else:
            self._relabel(old, new)
            for one, other in zip(was, becomes, strict=False):
                if plain(part(old, one)) != plain(part(new, other)):
                    self.base.replace(part(old, one), plain(part(new, other)))
            alone = not was and bool(self.base.places(old.label))  # a number without words
            if alone and becomes:
                self._append(old.label, plain(part(new, becomes[0])))
                was = becomes[:1]
            self._insert(new, becomes[len(was) :], labelled=not (was or alone))
        if element is not None:
            self.last = element
        self._note(edit, before)

    def _relabel(self, old: Clause, new: Clause) -> None:
        if label_of(old) == label_of(new):
            return
        if self.base.places(old.label):
            self.base.replace(old.label, plain(new.label) or new.number)
        elif runs := old.heading or old.text:
            holders = [self.base.holders[at] for at in self.base.places(runs)[:1]]
            if holders and holders[0] in self.base.labels:
                self.renumbered[holders[0]] = label_of(new)
            elif not self.kin.computes_label(old):
                self._open(runs, f"{label_of(new)}\t")

    def _open(self, runs: Runs, text: str) -> None:
        """Insert text before the first of `runs`."""
        source = runs[0].source
        at = self.base.place(source)
        if at is not None and source is not None:
            self.base.texts[at].insert(source.start, text, self.base.by)
            self.base.touch(self.base.holders[at])

    def _append(self, label: Runs, text: str) -> None:
        """Insert wording after a label that stood alone."""
        source = label[-1].source
        at = self.base.place(source)
        if at is not None and source is not None:
            self.base.texts[at].insert(source.end, f"\t{text}", self.base.by)
            self.base.touch(self.base.holders[at])

    # --------------------------------------------------------------------- deletion, insertion

    def _delete(self, runs: Runs, gone: frozenset[str]) -> None:
        """Delete the paragraphs of `runs`; of one that other clauses share, only their part."""
        for at in self.base.places(runs):
            holder = self.base.holders[at]
            if self.owners[at] <= gone:
                delete_paragraph(holder, self.base.by)
                self.base.touch(holder)
            else:
                here = tuple(run for run in runs if self.base.place(run.source) == at)
                self.base.replace(here, "")

    def _insert(self, new: Clause, roles: list[str], labelled: bool = True) -> None:
        """New paragraphs for the heading and text of a clause, the first of them with its label."""
        depth = self.depths.get(new.id, 0)
        for role in roles:
            label = label_of(new) if labelled else ""
            pattern = self.kin.pattern(new, depth, role, bool(label), self.seen)
            if new.kind == "bullet" and not label and not pattern.computed:
                label = pattern.bullet
            self._add(New(paragraph(pattern, label, plain(part(new, role))), label, pattern,
                          new.kind == "bullet"))  # fmt: skip
            labelled = False
        if not roles and labelled and label_of(new) and new.kind != "table":
            pattern = self.kin.pattern(new, depth, "text", True, self.seen)
            self._add(New(paragraph(pattern, label_of(new), ""), label_of(new), pattern))

    def _add(self, new: New) -> None:
        insert_paragraph(new.paragraph, self.base.by)
        self._place(new.paragraph)
        self.base.touch(new.paragraph)
        self.new.append(new)

    def _place(self, block: Element) -> None:
        """Put a new block after the last one; at the start where nothing was passed yet."""
        if self.last is not None:
            place_behind(self.last).addnext(block)
        else:
            body = self.base.root.find(w("body"))
            if body is not None:
                body.insert(0, block)
        self.last = block

    # --------------------------------------------------------------------------------- tables

    def _change_table(self, old: Clause, new: Clause) -> None:
        if old.table is None or new.table is None:
            if old.table is not None:
                self._delete_table(old)
            self._insert_table(new, None)
            return
        if old.table.texts == new.table.texts:
            return
        element = self.base.table(old)
        if element is None:
            self._insert_table(new, None)
        elif not (
            (
                tables.same_shape(old.table, new.table)
                and tables.change_cells(self.base, element, old.table, new.table)
            )
            or tables.change_rows(self.base, element, old.table, new.table)
        ):
            self._delete_table(old)
            self._insert_table(new, element)

    def _delete_table(self, clause: Clause) -> None:
        element = self.base.table(clause)
        if element is not None:
            tables.delete(self.base, element)
            self.base.touch(next(element.iter(w("p"))))

    def _insert_table(self, new: Clause, old: Element | None) -> None:
        """A new table, straight after the old one that it replaces, else apart from any other."""
        if new.table is None:
            return
        like = old if old is not None else next(self.base.root.iter(w("tbl")), None)
        made = tables.insert(self.base, new.table, like)
        if old is None and self.last is not None and local(self.last) == "tbl":
            self._gap()
        self._place(made)
        self.base.touch(next(made.iter(w("p"))))
        after = made.getnext()
        if after is None or local(after) in {"tbl", "sectPr"}:
            self._gap()

    def _gap(self) -> None:
        """An empty paragraph, so that Word does not draw two tables as one."""
        made = make("p")
        insert_paragraph(made, self.base.by)
        self._place(made)


def _add_up(edit: Edit) -> bool:
    """Do the changes of each instruction, set down beside those of the others, make the new text?

    Where one ends another may begin, and the space between them be taken for either's.
    """
    assert edit.old is not None
    assert edit.new is not None
    for role in ("heading", "text"):
        before, out, last = plain(part(edit.old, role)), "", 0
        changes = []
        for one in edit.apart:
            at = 0
            for word in words(before, plain(part(one.new, role)) if one.new else ""):
                if word.op == "insert":
                    changes.append((at, at, word.text))
                else:
                    if word.op == "delete":
                        changes.append((at, at + len(word.text), ""))
                    at += len(word.text)
        for start, end, text in sorted(changes):
            if start < last:
                return False
            out, last = f"{out}{before[last:start]}{text}", end
        if out + before[last:] != plain(part(edit.new, role)):
            return False
    return True


def _marks(clause: Clause, base: Base) -> set[Element]:
    """The changes marked so far in the paragraphs of a clause, its table apart."""
    return {mark for one in base.paragraphs(clause) for mark in one.iter(w("ins"), w("del"))}


def alike(old: Clause, new: Clause) -> bool:
    """Do two clauses print the same?"""
    return (
        label_of(old) == label_of(new)
        and old.heading_text == new.heading_text
        and old.own_text == new.own_text
        and (old.table.texts if old.table else None) == (new.table.texts if new.table else None)
    )


def label_of(clause: Clause) -> str:
    """The label as it is printed; the number where the source lost its label."""
    return plain(clause.label).strip() or clause.number


def parts(clause: Clause) -> list[str]:
    """Which of heading and text a clause has: each is a paragraph."""
    return [role for role in ("heading", "text") if plain(part(clause, role))]


def part(clause: Clause, role: str) -> Runs:
    return clause.heading if role == "heading" else clause.text
