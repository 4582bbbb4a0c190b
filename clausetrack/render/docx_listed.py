"""The lists of the new file in a tracked comparison: the old file's where they print alike.

A list that would print otherwise in the old file comes along with its definition, and the
paragraphs that count in it are given it as a tracked change.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from functools import cached_property

from clausetrack.ooxml.names import R_NS, Element, child, local, make, properties, remove, w
from clausetrack.ooxml.numbering import Definitions
from clausetrack.ooxml.package import Package, add_part, mime, part_of, to_bytes
from clausetrack.ooxml.styles import Styles, styles

#: What ties a definition to other parts of its own file, or to others that count with it.
_TYPE = f"{R_NS}/numbering"
_AFTER = frozenset(("num", "numIdMacAtCleanup"))
_TIES = frozenset(("nsid", "tmpl", "styleLink", "numStyleLink", "pStyle", "lvlPicBulletId"))


@dataclass
class Lists:
    """The lists of two files; `root` is the old file's numbering part, once something came."""

    old: Package
    new: Package
    root: Element | None = None
    _known: dict[str, str | None] = field(default_factory=dict)
    _copied: dict[str, str] = field(default_factory=dict)

    @cached_property
    def _same_parts(self) -> bool:
        """Do the files say the same of all their lists, to the byte, as most do?"""
        one, other = (
            [package.parts.get(part_of(package, kind)) for kind in ("numbering", "styles")]
            for package in (self.old, self.new)
        )
        return one == other

    @cached_property
    def differ(self) -> bool:
        """May a paragraph that is written alike in both files bear another number?"""
        if self._same_parts:
            return False
        names = self._mine.instances.keys() & self._theirs.instances.keys()
        kept = self._mine.known.by_id.keys() & self._theirs.known.by_id.keys()
        return not all(map(self._unchanged, names)) or any(
            self._mine.of_style(style) != self._theirs.of_style(style) for style in kept
        )

    def settings(self, old: Element, new: Element) -> Element | None:
        """The properties of a paragraph of the new file, counting in a list of the old one.

        `old` is its counterpart, the list of which it keeps where nothing else can be said.
        """
        own = child(new, "pPr")
        if self._same_parts:
            return own
        had = child(old, "pPr", "numPr")
        if own is not None and child(own, "numPr") is not None:
            settings = copy.deepcopy(own)
            numbering = properties(settings, "numPr")
            if not self.bring(numbering, self._mine.place(old)):
                remove(numbering)
                if had is not None:
                    settings.replace(properties(settings, "numPr"), copy.deepcopy(had))
            return settings
        if not self.differ:
            return own
        here, there = self._mine.place(new), self._theirs.place(new)
        if there is None:
            instance = None if here is None else "0"
        else:
            instance = self._instance(there[0], here)
            instance = None if here == (instance, there[1]) else instance
        if instance is None:
            return own
        settings = make("pPr") if own is None else copy.deepcopy(own)
        numbering = properties(settings, "numPr")
        if there is not None:
            numbering.append(make("ilvl", val=str(there[1])))
        numbering.append(make("numId", val=instance))
        return settings

    def bring(self, numbered: Element, like: tuple[str, int] | None = None) -> bool:
        """Let w:numPr of the new file count in the old file's list; `like` is one that it may be.

        False where the new file does not say what its list is.
        """
        holder = child(numbered, "numId")
        instance = None if holder is None else holder.get(w("val"))
        if holder is None or instance is None or instance == "0" or self._same_parts:
            return True
        mine = self._instance(instance, like)
        if mine is None:
            return False
        holder.set(w("val"), mine)
        return True

    # ------------------------------------------------------------------------------- instances

    @cached_property
    def _mine(self) -> Definitions:
        return _definitions(self.old)

    @cached_property
    def _theirs(self) -> Definitions:
        return _definitions(self.new)

    @cached_property
    def _depths(self) -> list[int]:
        """The levels that either file counts in: what others would print does not matter."""
        found = {0}
        for package in (self.old, self.new):
            for part in (package.document, part_of(package, "styles")):
                if part in package.parts:
                    levels = package.xml(part).iter(w("ilvl"))
                    found |= {int(at) for n in levels if (at := n.get(w("val"), "")).isdigit()}
        return sorted(depth for depth in found if depth < 9)

    def _instance(self, instance: str, like: tuple[str, int] | None) -> str | None:
        """The old file's instance that counts as one of the new file does; None: not said."""
        if instance not in self._known and instance in self._theirs.instances:
            known = self._theirs.abstract(instance) in self._theirs.abstracts
            mine = (self._same(instance, like) or self._come(instance)) if known else None
            self._known[instance] = mine
        return self._known.get(instance)

    def _same(self, instance: str, like: tuple[str, int] | None) -> str | None:
        """An instance that prints alike: by its own name, that of the counterpart, or a free one.

        Two lists of the new file must not become one, which would count on.
        """
        ours = self._mine.instances
        if instance in ours and self._unchanged(instance):
            return instance
        wanted = self._prints(self._theirs, instance)
        taken = set(self._known.values())
        for name in [*([like[0]] if like else []), *ours]:
            free = name not in taken and not self._unchanged(name)
            if free and self._prints(self._mine, name) == wanted:
                return name
        return None

    def _unchanged(self, instance: str) -> bool:
        """Does an instance of the old file print the same by that name in the new one?"""
        return instance in self._theirs.instances and (
            self._prints(self._mine, instance) == self._prints(self._theirs, instance)
        )

    def _prints(self, of: Definitions, instance: str) -> tuple[object, ...]:
        """What an instance prints on the levels that are used."""
        levels, starts = of.levels(instance), of.starts(instance)
        return tuple((levels[at]._replace(style=""), starts.get(at)) for at in self._depths)

    # ---------------------------------------------------------------------------------- copies

    def _come(self, instance: str) -> str:
        """A copy of an instance of the new file in the old one, and its name there."""
        if self.root is None:
            part = part_of(self.old, "numbering")
            self.root = self.old.xml(part) if part else make("numbering")
        made = copy.deepcopy(self._theirs.instances[instance])
        made.tail = None
        name = _free(self.root, "num", "numId")
        made.set(w("numId"), name)
        holder = child(made, "abstractNumId")
        if holder is not None:
            holder.set(w("val"), self._definition(self.root, instance))
        _untie(made, self._mine.known)
        last = self.root.findall(w("num"))
        if last:
            last[-1].addnext(made)
        else:
            self.root.append(made)
        return name

    def _definition(self, root: Element, instance: str) -> str:
        """The definition of the old file, perhaps a copy, that an instance is to use."""
        abstract = self._theirs.abstract(instance)
        for name in self._theirs.instances:  # one that counts with it, and is in both files
            same = self._theirs.abstract(name) == abstract and name in self._mine.instances
            if same and self._unchanged(name):
                return self._mine.abstract(name)
        if abstract not in self._copied:
            self._copied[abstract] = _free(root, "abstractNum", "abstractNumId")
            made = copy.deepcopy(self._theirs.abstracts[abstract])
            made.tail = None
            made.set(w("abstractNumId"), self._copied[abstract])
            _untie(made, self._mine.known)
            first = next((node for node in root if local(node) in _AFTER), None)
            if first is not None:
                first.addprevious(made)
            else:
                root.append(made)
        return self._copied[abstract]

    def written(self, package: Package) -> Package:
        """The old file with the lists that came."""
        if self.root is None:
            return package
        if part := part_of(package, "numbering"):
            return package.changed({part: to_bytes(self.root)})
        theirs = part_of(self.new, "numbering")
        return add_part(package, package.document, "word/numbering.xml", to_bytes(self.root),
                        mime(self.new, theirs), _TYPE)  # fmt: skip


def _definitions(package: Package) -> Definitions:
    return Definitions(package, styles(package))


def _free(root: Element, name: str, identity: str) -> str:
    used = [node.get(w(identity), "") for node in root.findall(w(name))]
    return str(max((int(one) for one in used if one.isdigit() and len(one) < 9), default=0) + 1)


def _untie(made: Element, known: Styles) -> None:
    """Leave out of a copy what belongs to other parts of its file."""
    for node in [node for node in made.iter() if isinstance(node.tag, str)]:
        unknown = local(node) == "rStyle" and node.get(w("val")) not in known.by_id
        if local(node) in _TIES or unknown:
            remove(node)
