"""The clauses of one ID space with their family ties: children, subtrees, numbered siblings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from clausetrack import numbering
from clausetrack.model import Clause
from clausetrack.numbering import ClauseId

#: A mark in each of the shapes in which it is printed.
_SHAPES = {mark: f"[{marks}]" for marks in ("'’‘ʼ", '"“”„') for mark in marks}


@dataclass(frozen=True)
class Tree:
    """`clauses` in document order; `at` gives the place of an ID in them.

    `ends` has, for each place, the place after the last clause of that subtree. `families` are
    the numbered clauses by the citation above theirs ("4.9" for 4.9.1 to 4.9.9), whether or not
    the document holds a clause of that citation.
    """

    clauses: tuple[Clause, ...]
    at: dict[str, int] = field(default_factory=dict)
    children: dict[str | None, list[Clause]] = field(default_factory=dict)
    families: dict[str, list[Clause]] = field(default_factory=dict)
    ends: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, clauses: Iterable[Clause], fragment: str | None = None) -> Tree:
        """The tree of those of `clauses` that stand in `fragment`; places count all of them."""
        tree = cls(tuple(clauses))
        tree.ends.extend(range(1, len(tree.clauses) + 1))
        for place, clause in enumerate(tree.clauses):
            if clause.fragment == fragment:
                tree.at[clause.id] = place
                tree.children.setdefault(clause.parent, []).append(clause)
                if is_numbered(clause):
                    tree.families.setdefault(family(clause.id), []).append(clause)
        for place in range(len(tree.clauses) - 1, -1, -1):
            clause = tree.clauses[place]
            above = tree.at.get(clause.parent or "") if clause.fragment == fragment else None
            if above is not None:
                tree.ends[above] = max(tree.ends[above], tree.ends[place])
        return tree

    def reworded(self, clause: Clause) -> Tree:
        """The tree in which `clause` stands where the clause of its ID stood."""
        place = self.at[clause.id]
        was = self.clauses[place]
        clauses = (*self.clauses[:place], clause, *self.clauses[place + 1 :])
        children, families = dict(self.children), dict(self.families)
        children[was.parent] = [clause if one is was else one for one in children[was.parent]]
        if is_numbered(was):
            name = family(was.id)
            families[name] = [clause if one is was else one for one in families[name]]
        return Tree(clauses, self.at, children, families, self.ends)

    def __contains__(self, clause_id: object) -> bool:
        return clause_id in self.at

    def __getitem__(self, clause_id: str) -> Clause:
        return self.clauses[self.at[clause_id]]

    def end(self, clause_id: str) -> int:
        """The place after the subtree of a clause."""
        return self.ends[self.at[clause_id]]

    def after(self, clause_id: str) -> int:
        """The place after a clause and what a heading parts from it, which bears its number."""
        here = numbering.parse(clause_id)
        place = at = self.end(clause_id)
        while at < len(self.clauses) and not is_numbered(self.clauses[at]):
            found = citation(self.clauses[at].id)
            at += 1
            if found and found.place and found._replace(place="").within(here):
                place = at
        return place

    def subtree(self, clause_id: str) -> tuple[Clause, ...]:
        """A clause and everything under it, in order."""
        return self.clauses[self.at[clause_id] : self.end(clause_id)]

    def under(self, clause_id: str | None) -> list[Clause]:
        """The children of a clause, in order."""
        return self.children.get(clause_id, [])

    def path(self, clause_id: str) -> list[str]:
        """The ID itself and those above it in the tree, nearest first."""
        found: list[str] = []
        here: str | None = clause_id
        while here is not None and here in self.at and here not in found:
            found.append(here)
            here = self[here].parent
        return found

    @property
    def tops(self) -> list[Clause]:
        """The clauses whose parent is not in the tree."""
        return [
            self.clauses[place]
            for place in self.at.values()
            if self.clauses[place].parent not in self.at
        ]


def citation(clause_id: str) -> ClauseId | None:
    """The citation that an ID is, or None where it is words (an unnumbered heading)."""
    try:
        return numbering.parse(clause_id)
    except ValueError:
        return None


def in_divisions(ids: Iterable[str], number: str) -> list[ClauseId]:
    """Those of the IDs that are clauses of that number in a Part or a Schedule, counted anew."""
    cited = (found for one in ids if (found := citation(one)) and found.division)
    own = number.casefold()
    return [one for one in cited if str(one._replace(division="")).casefold() == own]


def is_numbered(clause: Clause) -> bool:
    """Does the clause stand by a number that can be cited?"""
    found = citation(clause.id) if clause.citable else None
    return found is not None and found.citable


def family(clause_id: str) -> str:
    """What the siblings of a numbered clause have in common: the citation above it.

    Divisions are siblings of divisions of their own name: Appendix E stands with Appendix D, and
    B1 of Schedule B with B2.
    """
    found = numbering.parse(clause_id)
    if not (found.division or found.labels or found.numbers[1:]) and found.numbers[0][:1].isalpha():
        return found.numbers[0][0]
    if not (found.numbers or found.labels):
        return found.division.rpartition(" ")[0]
    return str(found.parent or "")


def ranked(ids: Sequence[str]) -> list[str]:
    """The IDs of siblings in the order of their numbers; roman or letters by neighbours.

    Numbers come before letters, where siblings have both.
    """
    parsed = {clause_id: numbering.parse(clause_id) for clause_id in ids}
    labels = [found.labels[-1] for found in parsed.values() if found.labels]
    how = numbering.styles(labels)

    def rank(clause_id: str) -> tuple[object, ...]:
        found = parsed[clause_id]
        if not found.labels:
            return (0, *found.order)
        return (1, numbering.label_order(found.labels[-1], how))  # after the numbers, if both

    return sorted(ids, key=rank)


def following(clause_id: str, siblings: Sequence[str]) -> str:
    """The ID that comes next after `clause_id` in the counting of its siblings."""
    found = numbering.parse(clause_id)
    if not found.labels:
        return str(found.next)
    labels = [numbering.parse(sibling).labels[-1] for sibling in siblings]
    roman = numbering.styles(labels) == "roman"
    after = numbering.next_label(found.labels[-1], roman=roman)
    return str(ClauseId(found.division, found.numbers, (*found.labels[:-1], after)))


# --------------------------------------------------------------------------------------- words


def folded(text: str) -> str:
    """`text` with its white space folded: what two printed wordings are compared by."""
    return " ".join(text.split())


def as_pattern(words: str) -> str:
    """A pattern for words as a text may print them: any white space, marks of any shape."""
    return r"\s+".join(
        "".join(_SHAPES.get(letter) or re.escape(letter) for letter in word)
        for word in words.split()
    )


def words(text: str) -> list[str]:
    """The words of a text in lower case, punctuation aside."""
    return re.findall(r"\w+", text.casefold())


def leaves_out(was: str, now: str) -> bool:
    """Has a text lost a word of another, however often it has that?"""
    return bool(Counter(words(was)) - Counter(words(now)))


def content(clause: Clause) -> tuple[object, ...]:
    """What a clause prints below its number, white space folded: heading, text, cells."""
    cells = (
        [[folded(cell.text) for cell in row] for row in clause.table.rows] if clause.table else ()
    )
    return folded(clause.heading_text), folded(clause.own_text), cells


def wording(clauses: Iterable[Clause]) -> str:
    """Everything that `clauses` print below their numbers, as one text."""
    parts: list[str] = []
    for clause in clauses:
        parts += [clause.heading_text, clause.own_text]
        parts += [cell.text for row in clause.table.rows for cell in row] if clause.table else []
    return " ".join(part for part in parts if part)


def similarity(one: Sequence[str], other: Sequence[str]) -> float:
    """How much of their words two texts share in order, 0 to 100."""
    from rapidfuzz.distance import Indel

    return 100 * Indel.normalized_similarity(one, other)
