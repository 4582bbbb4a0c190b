"""What an order that we did not carry out may have meant: nothing else is put down to it.

Only what its words leave no doubt of counts: an insertion takes nothing out, a repeal puts nothing
in, and who states the figure that is to change speaks of no other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from clausetrack import citations
from clausetrack.amend import targets
from clausetrack.amend.tree import Tree
from clausetrack.diff.edits import ChangeEdit
from clausetrack.model import Clause
from clausetrack.numbering import ClauseId
from clausetrack.segment.wording import QUOTED
from clausetrack.settlement import Amendment
from clausetrack.values import Value, money

#: Words by which an order is more than the insertion, or the repeal, that it begins as.
_TAKES = re.compile(
    r"\b(?:amend|delet|remov|replac|repeal|substitut|omit|strik|chang|increas|rais|reduc|lower|updat"
    r"|in\s+place|in\s+lieu|instead|supersed|revis|combin|merg)",
    re.I,
)
_PUTS = re.compile(
    r"\b(?:amend|add|insert|replac|substitut|chang|new\b|instead|increas|rais|reduc|lower|updat|revis"
    r"|combin|merg|mov)",
    re.I,
)
#: What makes an order on a figure one on figures that it does not state.
_OTHERS = re.compile(r"%|\bper\s?cent|\b(?:all|every|others?|accordingly)\b|\bby\s+[$\d]", re.I)
_ELSEWHERE = frozenset(("elsewhere", "tracked"))
_WORD = re.compile(r"\w+")
_JOINING = frozenset(("and", "or"))  # before the last item of a list, which may be another


@dataclass(frozen=True, slots=True)
class Scope:
    """One such order: what it names, whether it only adds or takes, the amounts that it states."""

    order: Amendment
    names: tuple[str, ...]
    adds: bool = False
    takes: bool = False
    amounts: frozenset[object] = frozenset()

    @classmethod
    def of(cls, base: Tree, order: Amendment, names: list[str]) -> Scope:
        """The scope of an order that names those clauses."""
        known = order.wording not in _ELSEWHERE
        said = QUOTED.sub("", order.instruction)
        takes = order.action == "repeal" and not _PUTS.search(said)
        items = [one for name in names for one in _items(base, order, name)] if takes else []
        figures = order.instruction if order.wording == "figures" else ""
        stated = frozenset(_amounts(figures))
        clauses = (one for name in names if name in base for one in base.subtree(name))
        here = {amount for one in clauses for amount in _amounts(_text(one))}
        only = not (order.fragment or _OTHERS.search(said)) and not here.isdisjoint(stated)
        return cls(
            order,
            tuple(dict.fromkeys(items or names)),
            known and order.action == "insertion" and not _takes(said),
            known and takes,
            stated if only else frozenset(),
        )

    def may_be(self, what: str, old: Clause | None, edit: ChangeEdit | None = None) -> bool:
        """May what became of a clause, which was `old` before, or one edit of it, be ordered?"""
        if self.adds and old is not None and what != "renumbered" and self.is_new(old.id):
            return False
        if edit is None:
            return not ((self.adds and what == "deleted") or (self.takes and what == "inserted"))
        gone, come = (_words(text) for text in (edit.old, edit.new))
        if (self.adds and not _within(gone, come)) or (self.takes and not _within(come, gone)):
            return False
        was = set(_amounts(edit.old))
        return not (self.amounts and was) or not self.amounts.isdisjoint(
            {*was, *_amounts(edit.new)}
        )

    def is_new(self, name: str) -> bool:
        """Is the clause of that number one that comes into being by the order?"""
        label = name[name.rfind("(") :] if name.endswith(")") else name
        called = any(targets.is_called_new(self.order, one) for one in (name, label))
        return name == self.order.target and called


def _takes(said: str) -> bool:
    """Does an order to insert also take something out? "Amend 4.1 by adding" does not."""
    return bool(_TAKES.search(re.sub(r"\bamend\S*", "", said, count=1, flags=re.I)))


def _items(base: Tree, order: Amendment, target: str) -> Iterator[str]:
    """The items under a clause that an order cites: "paragraphs (b) and (c) of clause 4.1"."""
    beside = [one.id for one in base.under(target)]
    for mention in citations.find(order.instruction):
        for cited in mention.cited:
            ends = [_under(target, one) for one in (cited.first, cited.last or cited.first)]
            if all(end in beside for end in ends):
                first, last = map(beside.index, ends)
                yield from beside[first : last + 1]


def _under(target: str, cited: ClauseId) -> str:
    """A citation; one of labels alone is an item of the clause that is amended."""
    if cited.numbers or cited.division:
        return str(cited)
    return target + "".join(f"({label})" for label in cited.labels)


def _text(clause: Clause) -> str:
    cells = (cell for row in clause.table.texts for cell in row) if clause.table else ()
    return " | ".join((clause.heading_text, clause.own_text, *cells))


def _amounts(text: str) -> Iterator[object]:
    found: tuple[Value, ...] = money(text)
    return (one.value for one in found if one.value is not None)


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _within(few: list[str], many: list[str]) -> bool:
    """Do all words stand among others, in their order? A joining word may have gone elsewhere."""
    other = not _JOINING.isdisjoint(many)
    kept = [word for word in few if other or word not in _JOINING]
    rest = iter(many)
    return all(word in rest for word in kept)
