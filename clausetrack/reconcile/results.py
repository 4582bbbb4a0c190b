"""Our result and theirs: what was not ordered, not done, or done otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from clausetrack.diff.changes import Change, text_of
from clausetrack.diff.edits import ChangeEdit, set_otherwise, wording_edits
from clausetrack.diff.moves import number
from clausetrack.model import Clause, plain
from clausetrack.reconcile import lists
from clausetrack.reconcile.differences import FOLLOWS, Difference, Passage
from clausetrack.reconcile.drafts import Draft
from clausetrack.reconcile.orders import Orders
from clausetrack.reconcile.passages import by_cell, parts, settled, undone, unknown
from clausetrack.reconcile.sides import Sides, path
from clausetrack.reconcile.wording import (
    changed_words,
    classes_of,
    come_words,
    gone_words,
    same_line,
    slight,
)
from clausetrack.verbatim_case import content


@dataclass
class Results:
    """The drafts of all differences in the result; `emphasis` says whether it is compared.

    `undone` are the clauses of ours at which an ordered change is absent or different, `free` the
    numbers that an ordered repeal left to the clauses behind it.
    """

    sides: Sides
    orders: Orders
    emphasis: bool
    drafts: list[Draft] = field(default_factory=list)
    undone: set[str] = field(default_factory=set)
    free: set[str] = field(default_factory=set)

    def find(self) -> None:
        """Go through ours and theirs once."""
        ours, theirs = self.sides.ours, self.sides.theirs
        self.free = lists.freed(self.sides, self.orders)
        told_ours, told_theirs = self.divided()
        back = {j: i for i, j in self.sides.pairs.items()}
        for i in range(len(ours.clauses)):
            if i in told_ours:
                continue
            j = self.sides.pairs.get(i)
            if j is None:
                self.only_ours(i)
            elif j not in told_theirs:
                self.pair(i, j)
        for j in range(len(theirs.clauses)):
            if j not in back and j not in told_theirs:
                self.only_theirs(j)
        for name, edit in self.orders.went.items():
            self.gone(name, edit.old)

    # ---------------------------------------------------------------------------- telling of it

    def tell(
        self,
        kind: str,
        what: str,
        clause: Clause,
        passages: tuple[Passage, ...],
        *,
        order: str = "",
        at: int,
        reason: str = "",
        slight: bool = False,
        renumbers: tuple[tuple[str, str], ...] = (),
        theirs: Clause | None = None,
    ) -> None:
        """Note one difference at a clause; what agrees stands in the order of the terms."""
        at = list(self.orders.outcomes).index(order) if kind == "agreed" else at
        found = Difference(
            kind,
            clause.id,
            what,
            passages,
            order,
            reason,
            " ".join(clause.heading_text.split()),
            slight,
            classes_of(passages),
            (clause.id,),
            renumbers,
            theirs.source if theirs is not None else None,
            at=at,
        )
        self.drafts.append(Draft(found, clause, "result"))

    def rank(self, i: int | None, j: int | None) -> int:
        """Where a difference stands in print: by theirs, else after what comes before in ours."""
        if j is not None:
            return 2 * j
        while i is not None and i >= 0:
            if i in self.sides.pairs:
                return 2 * self.sides.pairs[i] + 1
            i -= 1
        return -1

    # ------------------------------------------------------------------------------ on one side

    def only_ours(self, i: int) -> None:
        """A clause that theirs does not have."""
        clause = self.sides.ours.clauses[i]
        edit = self.orders.came[clause.id]
        at = self.rank(i, None)
        if edit.old is None:
            self.undone.add(clause.id)
            self.tell("absent", "deleted", clause, gone_words(clause), order=edit.amendment, at=at)
            return
        there = self.sides.in_rejected(edit.old)
        order = edit.amendment or (self.orders.printed.get(clause.id) or ("",))[0]
        if there is None:
            if edit.amendment:
                self.undone.add(clause.id)
                reason = "their base does not hold the clause at all"
                self.tell("absent", "deleted", clause, gone_words(clause), order=edit.amendment,
                          at=at, reason=reason)  # fmt: skip
            return  # taken out silently: told there
        if order:
            self.undone.add(clause.id)
            self.tell("different", "deleted", clause, gone_words(clause), order=order, at=at,
                      reason="theirs takes the clause out", theirs=there)  # fmt: skip
            return
        kind, waiting = self.unordered("deleted", edit.old, path(self.sides.ours, i))
        self.tell(kind, "deleted", clause, gone_words(clause), order=waiting, at=at, theirs=there)

    def only_theirs(self, j: int) -> None:
        """A clause that ours does not have, unless an order was to take it out."""
        clause = self.sides.theirs.clauses[j]
        before = self.before(j)
        if before is None:
            kind, waiting = self.unordered("inserted", None, path(self.sides.theirs, j))
            self.tell(kind, "inserted", clause, come_words(clause), order=waiting,
                      at=self.rank(None, j), theirs=clause)  # fmt: skip
            return
        r, old = before
        if old is not None:
            return  # a clause of the base: told of as such
        passages = changed_words(r, clause)
        if passages:  # the clause itself came silently
            kind, waiting = self.unordered("changed", r, path(self.sides.theirs, j))
            self.tell(kind, "changed", clause, passages, order=waiting, at=self.rank(None, j),
                      theirs=clause, slight=slight(passages))  # fmt: skip

    def before(self, j: int) -> tuple[Clause, Clause | None] | None:
        """What a clause of theirs was before their tracked changes, there and in the base."""
        r = self.sides.back_in_rejected.get(j)
        if r is None:
            return None
        i = self.sides.back_in_base.get(r)
        return self.sides.rejected.clauses[r], None if i is None else self.sides.base.clauses[i]

    def gone(self, name: str, old: Clause | None) -> None:
        """A clause that an order takes out: is it out of theirs, too?"""
        there = self.sides.in_rejected(old)
        if there is None or old is None:
            return
        place = self.sides.rejected.at[there.id]
        j = self.sides.tracked.forth.get(place)
        if j is None or j in self.sides.pairs.values():
            return
        self.undone.add(name)
        clause = self.sides.theirs.clauses[j]
        same = content(clause) == content(there)
        self.tell(
            "absent" if same else "different", "inserted", old, come_words(clause),
            order=self.orders.went[name].amendment, at=self.rank(None, j), theirs=clause,
            reason="ordered out, and still there",
        )  # fmt: skip

    def paths(self, i: int, j: int) -> tuple[list[str], list[str]]:
        return path(self.sides.ours, i), path(self.sides.theirs, j)

    def unordered(self, what: str, old: Clause | None, *paths: list[str]) -> tuple[str, str]:
        """The kind of a tracked change that we did not make, and the instruction it waits for."""
        for scope in self.orders.waiting(*paths):
            if scope.may_be(what, old):
                return "unverified", scope.order.id
        return "not-ordered", ""

    def by_order(
        self, old: Clause | None, passages: tuple[Passage, ...], *paths: list[str]
    ) -> Iterator[tuple[str, str, tuple[Passage, ...]]]:
        """The same for its edits: those that each instruction may mean, and the rest."""
        scopes = list(self.orders.waiting(*paths))
        found: dict[str, dict[int, list[ChangeEdit]]] = {}
        for at, passage in enumerate(passages):
            for edit in passage.edits:
                may = (one.order.id for one in scopes if one.may_be("changed", old, edit))
                found.setdefault(next(may, ""), {}).setdefault(at, []).append(edit)
        for order, places in found.items():
            some = (replace(passages[at], edits=tuple(edits)) for at, edits in places.items())
            yield "unverified" if order else "not-ordered", order, tuple(some)

    def following(self, i: int, j: int) -> tuple[str, str, str]:
        """The same where an order on another item of the list may be what it follows from."""
        kind, order = lists.order_on_list(self.sides, self.orders, i, j)
        return (kind, order, FOLLOWS) if kind else ("not-ordered", "", "")

    # ----------------------------------------------------------------------------- on both sides

    def pair(self, i: int, j: int) -> None:
        """A clause that both have: its words, its place, its number."""
        one, other = self.sides.ours.clauses[i], self.sides.theirs.clauses[j]
        edit = self.orders.came[one.id]
        there = self.sides.in_rejected(edit.old)
        found = list(parts(self.orders, one, other, edit.old, there))
        done = settled(found, edit.old, one)
        renumbers = self.number(i, j, edit.old, there)
        for kind, order in dict.fromkeys((kind, order) for kind, order, _ in done):
            passages = tuple(passage for k, o, passage in done if (k, o) == (kind, order))
            each = [(kind, order, passages)]
            if kind == "not-ordered":
                each = list(self.by_order(edit.old, passages, *self.paths(i, j)))
            for told, waiting, words in each:
                reason = ""
                old = edit.old if told == "not-ordered" else None
                if old is not None and lists.ends_alone(self.sides, old, j, words):
                    told, waiting, reason = self.following(i, j)
                if told in {"absent", "different"}:
                    self.undone.add(one.id)
                self.tell(told, "changed", one, words, order=waiting, at=self.rank(i, j),
                          slight=slight(words), theirs=other, reason=reason)  # fmt: skip
        if renumbers:
            self.tell_number(i, j, edit.old, there, renumbers)
        self.tell_move(i, j, edit.old)
        if self.emphasis and not found and not edit.amendment:
            self.tell_emphasis(i, j, there)

    # ----------------------------------------------------------------- numbers, places, emphasis

    def number(
        self, i: int, j: int, old: Clause | None, there: Clause | None
    ) -> tuple[tuple[str, str], ...]:
        """Our ID and theirs where theirs bears another number, or sets it in another way."""
        one, other = self.sides.ours.clauses[i], self.sides.theirs.clauses[j]
        if i in self.sides.renumbered:
            if old and there and number(there) != number(old) and number(there) == number(other):
                return ()  # told as silent
            return ((one.id, other.id),)
        printed = [plain(clause.label).strip() for clause in (one, other)]
        was = plain(there.label).strip() if there else printed[1]
        if old is not None and all(printed) and printed[0] != printed[1] and was != printed[1]:
            return ((one.id, other.id),)
        return ()

    def tell_number(
        self,
        i: int,
        j: int,
        old: Clause | None,
        there: Clause | None,
        renumbers: tuple[tuple[str, str], ...],
    ) -> None:
        one, other = self.sides.ours.clauses[i], self.sides.theirs.clauses[j]
        shape = i not in self.sides.renumbered
        mine, other_label = (plain(c.label).strip() or c.number for c in (one, other))
        edits = wording_edits(mine, other_label, "number")
        words = (Passage(one.id, "number", mine, other_label, edits),)
        edit = self.orders.came[one.id]
        order, reason = edit.amendment, ""
        if old is not None and there is not None and number(old) != number(one):
            kind = "absent" if number(other) == number(there) else "different"
        elif order or self.orders.printed.get(one.id):
            kind, order = "different", order or self.orders.printed[one.id][0]
        else:
            kind, order = self.unordered("renumbered", old, *self.paths(i, j))
            if kind == "not-ordered" and not shape and other.id in self.free:
                kind, order, reason = self.following(i, j)
        if kind == "absent":
            self.undone.add(one.id)
        elif reason == FOLLOWS:
            self.free.add(one.id)
        self.tell(kind, "renumbered", one, () if not shape else words, order=order,
                  at=self.rank(i, j), slight=shape, renumbers=renumbers, theirs=other,
                  reason="the number is set in another way" if shape else reason)  # fmt: skip

    def tell_move(self, i: int, j: int, old: Clause | None) -> None:
        """A clause that stands elsewhere, unless it stood there in their base already."""
        if i not in self.sides.moved:
            return
        one, other = self.sides.ours.clauses[i], self.sides.theirs.clauses[j]
        at = None if old is None else self.sides.base.at.get(old.id)
        if at in self.sides.silent.moved:
            return
        order = self.orders.came[one.id].amendment if old is None else ""
        after = self.sides.theirs.clauses[j - 1].id if j else "the start"
        kind, waiting = "different", order
        if not order:
            kind, waiting = self.unordered("moved", old, *self.paths(i, j))
        else:
            self.undone.add(one.id)
        words = (Passage(one.id, "text", text_of(one), text_of(other)),)
        self.tell(kind, "moved", one, words, order=waiting, at=self.rank(i, j), theirs=other,
                  reason=f"in theirs it stands after {after}")  # fmt: skip

    def tell_emphasis(self, i: int, j: int, there: Clause | None) -> None:
        one, other = self.sides.ours.clauses[i], self.sides.theirs.clauses[j]
        if there is None:
            return
        reason = "the emphasis is another"
        if same_line(there, other) and same_line(one, other):
            came = len(other.heading_text) > len(there.heading_text)
            reason = f"it is {'' if came else 'no longer '}set as a heading"
        elif not set_otherwise(there, other) or not set_otherwise(one, other):
            return
        kind, waiting = self.unordered("changed", there, *self.paths(i, j))
        words = (Passage(one.id, "text", text_of(one), text_of(other)),)
        self.tell(kind, "changed", one, words, order=waiting, at=self.rank(i, j), slight=True,
                  theirs=other, reason=reason)  # fmt: skip

    # ------------------------------------------------------------------------- split and joined

    def divided(self) -> tuple[set[int], set[int]]:
        """Tell of clauses that were split or joined; the places that are told of with that."""
        ours, theirs = self.sides.ours, self.sides.theirs
        silent = {(c.kind, c.old_id) for c in self.sides.silent.changes if c.ids}
        told: tuple[set[int], set[int]] = (set(), set())
        for change in self.sides.result.changes:
            if not change.ids or change.old is None or change.new is None:
                continue
            heads = ours.at[change.old.id], theirs.at[change.new.id]
            side = theirs if change.kind == "split" else ours
            places = {side.at[name] for name in change.ids}
            of_table = change.old.table is not None
            edits = [self.orders.came[c.id] for c in self.parted(change)]
            if any(edit.old is None or (edit.amendment and not of_table) for edit in edits):
                continue  # an order is in it: told clause by clause
            if of_table and (change.kind, change.old_id) in silent:
                continue  # the parts are clauses of theirs, and told as these
            told[0].update({heads[0]} if change.kind == "split" else places)
            told[1].update(places if change.kind == "split" else {heads[1]})
            if (change.kind, change.old_id) in silent:
                continue
            kind, waiting = self.unordered(change.kind, change.old, *self.paths(*heads))
            texts = change.old_text, change.new_text
            edited = self.in_tables(change, heads) if of_table else change.edits
            words = (Passage(change.old.id, "table" if of_table else "text", *texts, edited),)
            self.tell(kind, change.kind, change.old, words, order=waiting, at=self.rank(*heads),
                      theirs=change.new, reason=", ".join(change.ids))  # fmt: skip
        return told

    def in_tables(self, change: Change, heads: tuple[int, int]) -> tuple[ChangeEdit, ...]:
        """The edits of tables that no order is about; those that one is about are told."""
        rest = list(change.edits)
        for clause in self.parted(change):
            edit = self.orders.came[clause.id]
            there = self.sides.in_rejected(edit.old)
            if edit.old is not None and there is not None and edit.old.table and there.table:
                rest = unknown(rest, edit.old.table, there.table, clause.table or edit.old.table)
            by_order, rest = by_cell(self.orders, clause, rest)
            for order, found in by_order:
                if found:
                    kind = "absent" if undone(edit, order, found) else "different"
                    self.undone.add(clause.id)
                    texts = change.old_text, change.new_text
                    words = Passage(clause.id, "table", *texts, tuple(found))
                    self.tell(kind, "changed", clause, (words,), order=order, at=self.rank(*heads),
                              theirs=change.new)  # fmt: skip
        return tuple(rest)

    def parted(self, change: Change) -> list[Clause]:
        """Our clauses that a split or a joining is about."""
        ours = self.sides.ours
        if change.kind == "joined":
            return [ours.clauses[ours.at[name]] for name in change.ids]
        return [change.old] if change.old else []
