"""One version of a document made ready to be compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from clausetrack.diff.similarity import Shingles, shingles, strong, terms
from clausetrack.model import Clause, plain


@dataclass
class Side:
    """One version, by place in the document: contents, parents, children, IDs.

    Each clause has an ID of its own: those of quoted wording bear the name of their fragment.
    """

    clauses: Sequence[Clause]
    contents: list[str] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)
    children: list[list[int]] = field(default_factory=list)
    roots: list[int] = field(default_factory=list)
    at: dict[str, int] = field(default_factory=dict)
    words: dict[int, list[str]] = field(default_factory=dict)
    shingled: dict[int, Shingles] = field(default_factory=dict)

    def __post_init__(self) -> None:
        at, parents = self.at, self.parents
        self.contents = list(map(content, self.clauses))
        self.children = [[] for _ in self.clauses]
        for place, clause in enumerate(self.clauses):
            at.setdefault(clause.id, place)
            parent = at.get(clause.parent or "", -1)
            parents.append(parent)
            (self.children[parent] if parent >= 0 else self.roots).append(place)

    def terms(self, place: int) -> list[str]:
        """The words of a clause, cut once."""
        if place not in self.words:
            self.words[place] = terms(self.contents[place])
        return self.words[place]

    def shingles(self, place: int) -> Shingles:
        """The shingles of a clause, made once."""
        if place not in self.shingled:
            self.shingled[place] = shingles(self.terms(place))
        return self.shingled[place]

    def under(self, parent: int) -> list[int]:
        """The children of a place, or the clauses under none (-1)."""
        return self.children[parent] if parent >= 0 else self.roots

    def beside(self, place: int, step: int) -> int:
        """The next place of strong wording in one direction; -1 at the end."""
        place += step
        while 0 <= place < len(self.contents) and not strong(self.contents[place]):
            place += step
        return place if place < len(self.contents) else -1


def content(clause: Clause) -> str:
    """All that a clause says itself, without its number: what makes two clauses the same.

    Where that is text alone it is one and the same string for both versions that were read
    together, which is quickly seen.
    """
    runs = clause.text
    text = runs[0].text if len(runs) == 1 else plain(runs)  # as most are
    if clause.heading:
        text = f"{plain(clause.heading)}\x1f{text}"
    if clause.table is None:
        return text
    return text + "\x1e" + "\x1e".join("\x1f".join(row) for row in clause.table.texts)
