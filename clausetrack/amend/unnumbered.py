"""Clauses without a number: a heading that nothing is counted by, and the paragraphs under it.

The agreement does not say where such a clause ends. The paragraphs under the heading are its own;
what stands behind them under a heading or number of its own may belong to it as well, so that what
goes to the end of it is a person's, unless the agreement ends there.
"""

from __future__ import annotations

from dataclasses import replace

from clausetrack.amend.tree import Tree, is_numbered
from clausetrack.model import Clause
from clausetrack.settlement import Amendment

_OWN = frozenset({"text", "bullet", "paragraph", "note", "table"})
_ENDS = "“{}” has no number, and it is not certain where it ends: a person must decide"


def is_clause(tree: Tree, heading: Clause) -> bool:
    """Is a heading without a number the name of paragraphs that stand under it, and of no more?"""
    below = tree.subtree(heading.id)[1:]
    return (
        heading.kind == "heading"
        and not heading.number
        and bool(below)
        and all(one.kind in _OWN for one in below)
    )


def aimed(tree: Tree, was: Amendment, read: Amendment, number: str, clause: str) -> Amendment:
    """An order that was `read` with a number for a heading, on the clause that has the heading.

    It is as it `was` where it is on something that the clause does not have.
    """
    if number == clause or read.target is None:
        return read
    label = read.target.removeprefix(number)
    target = f"{clause} {label}" if label else clause
    part = read.part
    if target not in tree:
        return was
    if part is not None and part.kind == "sentence" and part.within is None and not label:
        below = tree.under(clause)
        if len(below) != 1 or below[0].kind != "text":
            return was
        target = below[0].id
    to_the_end = (read.action == "repeal" and part is None and not label) or (
        part is not None and "-1" in {part.which, "-1" if part.place in {"end", "last"} else ""}
    )
    if to_the_end and not _is_last(tree, clause):
        return replace(was, held=_ENDS.format(tree[clause].heading_text.strip()))
    clauses = (target,) if read.clauses else ()
    return replace(read, target=target, clauses=clauses)


def _is_last(tree: Tree, clause: str) -> bool:
    """Does nothing that has a heading or a number follow the paragraphs of a clause?"""
    behind = tree.clauses[tree.end(clause) :]
    return not any(one.heading or is_numbered(one) for one in behind)
