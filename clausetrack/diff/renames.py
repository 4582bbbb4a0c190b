"""A word that became another throughout: told as one thing, and where it did not follow."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from operator import itemgetter

from clausetrack.diff.acts import acts
from clausetrack.diff.changes import Change, Comparison
from clausetrack.diff.classes import kinds
from clausetrack.diff.edits import ChangeEdit
from clausetrack.diff.quantities import measures
from clausetrack.diff.sides import Side
from clausetrack.diff.words import STOP_WORDS
from clausetrack.errors import finding
from clausetrack.model import Clause, Finding

#: Two names in one number and case.
_Pair = tuple[str, str]

#: Clauses in which a word must have become another, and the part of them that may have kept it:
#: where it is a name throughout, and where it is one in most places.
_MANY, _LEFT, _MOSTLY = 4, 0.25, 0.75
_WORDS = 4  # words of a name at most
_NEAR = 60  # characters in which the word before an edit is looked for
_PARTS = {"heading": "heading_text", "text": "own_text"}
_LAST = re.compile(r"([^\W\d_]+)\s?\Z")
_FIRST = re.compile(r"\s?([^\W\d_]+)")
_ARTICLE = re.compile(r"(?:an?|the)\s+", re.I)
_NAME = re.compile(r"[^\W\d_]+(?:[ '’-][^\W\d_]+)*\.?")
_ENDING = re.compile(r"(?:(?<=[^s])(?:s['’]?|['’]s)|\.)$")


@dataclass(frozen=True, slots=True)
class Rename:
    """A name that became another in so many `places`, in any number and case.

    `changes` are the changes in which it did, and `alone` those of them that hold nothing else;
    `left` the clauses of the new version that still say the old one.
    """

    old: str
    new: str
    places: int
    changes: tuple[Change, ...]
    alone: tuple[Change, ...]
    left: tuple[Clause, ...]

    @property
    def throughout(self) -> bool:
        """Did hardly any clause keep the old name? Else each change is to be read by itself."""
        return len(self.left) <= _LEFT * len(self.changes)


def renames(comparison: Comparison) -> tuple[Rename, ...]:
    """The names that became others throughout, those in most places first."""
    found: dict[_Pair, list[_Named]] = defaultdict(list)
    for change in comparison.changes:
        for edit in change.edits:
            for named in _renamings(change, edit):
                found[_stem(named.old), _stem(named.new)].append(named)
    out: list[Rename] = []
    said = _Said(comparison.new)
    told: set[int] = set()  # an edit between two names is one of one of them
    folded: set[int] = set()
    for _, all_ in sorted(found.items(), key=lambda item: (-len(item[1]), item[0])):
        here = [named for named in all_ if id(named.edit) not in told]
        for group, one in _throughout(here, said):
            edits = {id(named.edit) for named in group}
            told |= edits
            folded |= edits if one.throughout else set()
            out.append(one)
    return tuple(
        replace(one, alone=tuple(change for change in one.changes if _is_only(change, folded)))
        for one in out
    )


def findings(found: Sequence[Rename]) -> Iterator[Finding]:
    """What was renamed, and each clause that still has the old name."""
    for one in found:
        where = "throughout" if one.throughout else "in most places"
        message = f"“{one.old}” became “{one.new}” {where}: in {len(one.changes)} clauses"
        if one.left:
            message += f", and not in {', '.join(clause.id for clause in one.left)}"
        yield finding("term-renamed", message, quote=one.old)
        for clause in one.left:
            message = f"“{one.old}” became “{one.new}” elsewhere, and still stands here"
            yield finding("term-left", message, clause.id, clause.source,
                          one.old)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Named:
    """An edit in which one name may have become another."""

    change: Change
    edit: ChangeEdit
    old: str
    new: str


def _throughout(here: Sequence[_Named], said: _Said) -> Iterator[tuple[Sequence[_Named], Rename]]:
    """What became another throughout, of places in which one name did: that name, or longer ones.

    Where "staff" became "registered" before "nurse" alone, the name is "staff nurse": a "staff
    member" neither denies that it was renamed nor kept the old name.
    """
    if not _many(here):
        return
    plain = _renamed(here, said)
    if plain is not None and not plain.left:
        yield here, plain
        return
    longer = [
        [(group, one) for group in groups if (one := _renamed(group, said)) is not None]
        for groups in (_longer(here, before=False), _longer(here, before=True))
    ]
    if plain is None:
        places, best = max(((sum(one.places for _, one in found), found) for found in longer),
                           key=itemgetter(0))  # fmt: skip
        mostly = None
        if places < _MOSTLY * len(here) and all(map(_is_name, here)):
            mostly = _renamed(here, said, _MOSTLY)
        yield from best if mostly is None else [(here, mostly)]
        return
    all_ = [(group, one) for found in longer for group, one in found if len(group) == len(here)]
    yield min([(here, plain), *all_], key=lambda found: len(found[1].left))


def _many(here: Sequence[_Named]) -> bool:
    return len({id(named.change) for named in here}) >= _MANY


def _is_name(named: _Named) -> bool:
    """Was a name exchanged, and neither what one must do nor a figure nor a word beside it?"""
    words = (*named.old.split(), *named.new.split())
    plain = all(kind == "other words" for word in words for kind, _ in kinds(word))
    return plain and named.edit.op == "replace"


def _renamed(here: Sequence[_Named], said: _Said, part: float = _LEFT) -> Rename | None:
    """The name of some places as one renaming; None where too many kept the old one."""
    changes = tuple({id(named.change): named.change for named in here}.values())
    most = int(part * len(changes))
    pair = _stem(here[0].old), _stem(here[0].new)
    left = tuple(islice(said.saying(pair), most + 1))  # of a usual word no more is needed
    if len(left) > most:
        return None
    names = (_usual([named.old for named in here]), _usual([named.new for named in here]))
    return Rename(*names, len(here), changes, (), left)


def _longer(here: Sequence[_Named], *, before: bool) -> list[list[_Named]]:
    """The many places that share a word beside the name, which is taken as a part of it.

    That "may" became "must" after one name is no other name of it, nor is another figure.
    """
    groups: dict[_Pair, list[_Named]] = defaultdict(list)
    for named in here:
        word = _beside(named.change, named.edit)[not before]
        whole = (named.old, named.new) == (named.edit.old.strip(), named.edit.new.strip())
        if not (word and whole) or word.casefold() in STOP_WORDS:
            continue
        words = {word, *named.old.split(), *named.new.split()}
        if any(kind != "other words" for each in words for kind, _ in kinds(each)):
            continue
        old, new = (
            f"{word} {name}" if before else f"{name} {word}" for name in (named.old, named.new)
        )
        groups[_stem(old), _stem(new)].append(replace(named, old=old, new=new))
    return [group for group in groups.values() if _many(group)]


def _renamings(change: Change, edit: ChangeEdit) -> Iterator[_Named]:
    """What an edit may have named otherwise: what it replaces, or a word beside what came or went.

    "Ministry {+of Pilots +}pays" may be another name of the Ministry, and "{+harbour +}board" of
    the board; which it is, is told by the other places.
    """
    pairs = []
    if all(map(_says_how, filter(None, (edit.old, edit.new)))):
        return
    before, after = _beside(change, edit)
    if edit.op == "replace":
        must = bool(before) and any(kind == "modal" for kind, _ in kinds(before))
        if must or (acts(edit.old) and acts(edit.new)):
            return  # what one must do, or what one side asks of the other
        pairs.append((edit.old, edit.new))
    else:
        words = (edit.old or edit.new).strip()
        beside = [(before, f"{before} {words}")] if before else []
        beside += [(after, f"{words} {after}")] if after else []
        pairs += [pair if edit.new else pair[::-1] for pair in beside]
    for pair in pairs:
        old, new = (_ARTICLE.sub("", text.strip(), count=1) for text in pair)
        names = all(_NAME.fullmatch(name) and len(name.split()) <= _WORDS for name in (old, new))
        if names and _stem(old) != _stem(new):
            yield _Named(change, edit, old, new)


def _says_how(text: str) -> bool:
    """Does a stretch say how much, when, or what one must do, and so is no name?"""
    return any(
        measures(word) or any(kind != "other words" for kind, _ in kinds(word))
        for word in text.split()
    )


def _beside(change: Change, edit: ChangeEdit) -> tuple[str, str]:
    """The words right before and right after an edit in the prose of a clause; "" for none."""
    if change.kind != "changed" or edit.part not in _PARTS or change.old is None:
        return "", ""
    text = getattr(change.old, _PARTS[edit.part])
    before = _LAST.search(text, max(edit.start - _NEAR, 0), edit.start)
    after = _FIRST.match(text, edit.start + len(edit.old))
    return before[1] if before else "", after[1] if after else ""


def _stem(name: str) -> str:
    """The name in one number and case: what "Boards" and "the board's" have in common."""
    return re.sub("ies$", "y", _ENDING.sub("", name.casefold()))


def _is_only(change: Change, told: Set[int]) -> bool:
    """Does a change hold nothing but names that became others?"""
    stays = not (change.moved or change.renumbered or change.form)
    return change.kind == "changed" and stays and all(id(edit) in told for edit in change.edits)


class _Said:
    """What each clause says, in small letters."""

    def __init__(self, side: Side) -> None:
        self.clauses, self.contents = side.clauses, side.contents

    @cached_property
    def texts(self) -> list[str]:
        return [content.casefold() for content in self.contents]

    def saying(self, pair: _Pair) -> Iterator[Clause]:
        """The clauses that say the old name of a pair, and not as a part of the new one."""
        old, new = map(_anyhow, pair)
        stem, inside = pair[0].rstrip("y"), old.search(pair[1])
        for clause, text in zip(self.clauses, self.texts, strict=True):
            if stem in text and old.search(new.sub("", text) if inside else text):
                yield clause


def _anyhow(stem: str) -> re.Pattern[str]:
    """What finds a name in any number."""
    forms = [rf"{re.escape(stem)}(?:s['’]?|['’]s)?"]
    if stem.endswith("y"):
        forms.append(rf"{re.escape(stem[:-1])}ies['’]?")
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)")


def _usual(names: Sequence[str]) -> str:
    """The form in which a name is written most; the plain one, if it is written at all."""
    counts = Counter(names)
    return max(counts, key=lambda name: (_stem(name) == name.casefold(), counts[name], name))
