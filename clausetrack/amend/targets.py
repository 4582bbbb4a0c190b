"""Where an amendment strikes: the units of its wording, its target, the place of a new unit."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from clausetrack.amend.plan import Refusal
from clausetrack.amend.tree import Tree, citation, family, in_divisions, is_numbered, ranked, words
from clausetrack.model import Clause, Document
from clausetrack.segment.tree import OWN_NUMBERS
from clausetrack.segment.wording import division
from clausetrack.settlement import UNREAD, Amendment, Instructions

_EMPTY = frozenset(re.findall(r"\w+", "a an and as at by for from in of on or set out the to"))

_ARTICLE = re.compile(r"\bArticles? \d")
_ANEW = "its wording is for {}, and was read as that of {}: a person must carry it out"
_WITHIN = re.compile(
    r"(?P<at>\d+[A-Z]?)(?:(?P<label>\((?:[a-z]{1,5}|\d{1,2})\))|\.(?P<number>\d+[A-Z]?))"
)
_SECTION = re.compile(r"(?P<article>Article \w+) Section (?P<own>\d[\w.()]*)")
_LETTERED = re.compile(r"(?P<name>Appendix|Schedule|Annexe?) (?P<clause>[A-Z]\d[\w.]*)")


@dataclass(frozen=True, slots=True)
class Wording:
    """The wording of one amendment: its clauses, and the units at their top, in order.

    `opening` has, for a unit, the unnumbered headings that stand right before it.
    """

    tree: Tree
    units: tuple[Clause, ...]
    opening: dict[str, list[Clause]]

    @property
    def only_tables(self) -> bool:
        return bool(self.units) and all(unit.kind == "table" for unit in self.units)


def wording_of(terms: Document, amendment: Amendment, all_: Iterable[Amendment]) -> Wording:
    """The part of the terms that `amendment` quotes; what others quote there is theirs.

    The units are the clauses that the amendment names, and what stands unnumbered beside them.
    """
    if amendment.fragment is None:
        return Wording(Tree(()), (), {})
    tree = Tree.of(terms.fragment(amendment.fragment), amendment.fragment)
    theirs = {
        clause_id
        for other in all_
        if other.fragment == amendment.fragment
        for clause_id in other.clauses
    } - set(amendment.clauses)
    units: list[Clause] = []
    opening: dict[str, list[Clause]] = {}
    heads: list[Clause] = []
    for top in tree.tops:
        named = top.id in amendment.clauses
        if top.id in theirs or (amendment.clauses and is_numbered(top) and not named):
            heads = []
        elif top.kind == "heading" and not tree.under(top.id):
            heads.append(top)
        else:
            if heads and is_numbered(top):
                opening[top.id], heads = heads, []
            units += [*heads, top]
            heads = []
    return Wording(tree, (*units, *heads), opening)


# ----------------------------------------------------------------------------------- targets


def resolve(base: Tree, amendment: Amendment) -> str | Refusal | None:
    """The base clause that the amendment names or describes; None where it does neither."""
    if amendment.target is not None:
        if amendment.target in base:
            return amendment.target
        return missing(base, amendment.target)
    if amendment.described_target and amendment.described_target[0] not in "“\"‘":
        return described(base, amendment.described_target)
    return None


def missing(base: Tree, clause_id: str) -> Refusal:
    """The refusal of an order on a clause that the agreement has not, or has by Parts alone."""
    reason = f"the agreement has no clause {clause_id}"
    if found := in_divisions(base.at, clause_id):
        where = " and in ".join(one.division for one in found)
        said = f"and the order was not read as saying {'which' if found[1:] else 'so'}"
        reason = f"clause {clause_id} stands in {where}, {said}"
    return Refusal("target-missing", reason)


def located(base: Document, found: Instructions) -> Instructions:
    """The instructions with the numbers that `base` has: "Part B, clause 4.2" may be its 4.2.

    It is where numbers count through the Parts, and that one stands in Part B. "Schedule A2" is
    the A2 of Schedule A, where no Schedule is called so; "Article 4" is clause 4 where the
    agreement calls its clauses Articles, and "Article 4(2)" or "4.2" the 2 of its Article 4.
    Its "Section 2" is its clause 4.2, where no Section is called so.
    """
    tree = Tree.of(base.clauses)
    articles = any(_ARTICLE.search(clause.own_text) for clause in base.clauses)

    def settled(amendment: Amendment) -> Amendment:
        named = amendment.target or ""
        sections = map(_SECTION.fullmatch, (named, *amendment.clauses))
        if section := next(filter(None, sections), None):
            return _in_article(tree, amendment, section)
        if "rticle" in amendment.instruction and named not in tree:
            within = _WITHIN.fullmatch(named)
            others = [named.removeprefix("Article ")] if articles else []
            if within is not None:
                inside = within["number"] or within["label"].strip("()")
                others += [f"Article {within['at']} {own}" for own in (f"({inside})", inside)]
            found = [other for other in others if other in tree]
            if len(found) != 1:
                return amendment
            if amendment.fragment is not None and within is not None:
                return replace(amendment, held=_ANEW.format(found[0], named))
            return _with_target(amendment, found[0])
        cited = citation(named)
        lettered = _LETTERED.fullmatch(named)
        if lettered and named not in tree and (bare := lettered["clause"]) in tree:
            above = f"{lettered['name']} {bare[0]}"
            return _with_target(amendment, bare) if above in tree.path(bare) else amendment
        if named in tree or cited is None or not (cited.division and cited.numbers):
            return amendment
        bare = str(cited._replace(division=""))
        if bare not in tree or cited.division not in tree.path(bare):
            return amendment
        return _with_target(amendment, bare)

    return replace(found, amendments=tuple(map(settled, found.amendments)))


def _in_article(tree: Tree, amendment: Amendment, section: re.Match[str]) -> Amendment:
    """An order on "Section 2 of Article 13", which may be clause 13.2 of that Article.

    What is printed as a Section is a person's to place there.
    """
    article, named = section["article"], section[0]
    if named in tree or any(one.id.startswith(f"{article} Section ") for one in tree.clauses):
        return amendment
    number = f"{article.rpartition(' ')[2]}.{section['own']}"
    own = number if number in tree and article in tree.path(number) else ""
    if amendment.fragment is None and own:
        return _with_target(amendment, own)
    if amendment.fragment is not None and any(map(is_numbered, tree.under(article))):
        return replace(amendment, held=_ANEW.format(own or f"a clause of {article}", named))
    return amendment


def _with_target(amendment: Amendment, target: str) -> Amendment:
    clauses = tuple(target if one == amendment.target else one for one in amendment.clauses)
    return replace(amendment, target=target, clauses=clauses)


def names(instruction: str, clause_id: str) -> bool:
    """Do the words of the instruction cite that very clause?"""
    return bool(re.search(rf"(?<![\w.]){re.escape(clause_id)}(?![\w(]|\.\d)", instruction))


def is_part(instruction: str, clause_id: str) -> bool:
    """Do the words speak of something in that clause, and not of the clause itself?"""
    part = r"\b(?:notes?|words?|sentences?|tables?|rows?|columns?|bullets?|references?|figures?)\b"
    where = rf"[^.;:]*\b(?:to|of|in|from|under|after)\s+(?:clause\s+)?{re.escape(clause_id)}"
    return bool(re.search(part + where + r"(?![\w(]|\.\d)", instruction, re.I))


def is_new(amendment: Amendment) -> bool:
    """Is what the amendment names to come into being by it?"""
    if amendment.action == "insertion" or is_called_new(amendment, amendment.target):
        return True
    state = r"(?: ?\(new\)|(?: ?:| [–—-]) (?:insert|add|new)\b)"
    behind = re.escape(amendment.target or "") + state
    return amendment.held == UNREAD and bool(re.search(behind, amendment.said, re.I))


def is_called_new(amendment: Amendment, clause_id: str | None) -> bool:
    """Do the words call a clause that they name a new one, alone or in a list of new ones?"""
    named = re.escape(clause_id or "")
    said = (
        r"\bnew\s+(?:sub-?)?(?:clause|paragraph|part|article|appendix|schedule)?s?\s*"
        rf"(?:[\d.]\S*\s+(?:and\s+)?)*{named}(?![\w(]|\.\d)"
    )
    return bool(named and re.search(said, amendment.said, re.I))


def described(base: Tree, description: str) -> str | Refusal:
    """The one clause or table whose heading or caption is meant by `description`."""
    wanted = keywords(description)
    headed = (base.clauses[place] for place in base.at.values() if base.clauses[place].heading)
    named = [(clause, have) for clause in headed if (have := keywords(clause.heading_text))]
    exact = [clause for clause, have in named if have == wanted]
    # Every word of the heading in the description, or the other way round.
    close = [
        (len(have & wanted), clause)
        for clause, have in named
        if len(have & wanted) > 1 and (have <= wanted or wanted <= have)
    ]
    best = max((shared for shared, _ in close), default=0)
    found = exact or [clause for shared, clause in close if shared == best]
    if len(found) == 1:
        return found[0].id
    near = found or _nearest(named, wanted)
    candidates = "; ".join(f"{clause.id} “{clause.heading_text.strip()}”" for clause in near)
    said = "more than one heading or table fits" if found else "no heading or table fits"
    return Refusal(
        "target-unnamed",
        f"the terms name no clause, and {said} “{description}”"
        + (f": candidates {candidates}" if candidates else ""),
    )


def _nearest(named: list[tuple[Clause, frozenset[str]]], wanted: frozenset[str]) -> list[Clause]:
    shared = [(len(have & wanted), clause) for clause, have in named]
    most = max((count for count, _ in shared), default=0)
    return [clause for count, clause in shared if count == most][:5] if most > 1 else []


def keywords(text: str) -> frozenset[str]:
    """The words of a description that tell one heading from another."""
    return frozenset(re.sub(r"(?<=\w\w)s$", "", word) for word in words(text) if word not in _EMPTY)


# ------------------------------------------------------------------------------------ places


@dataclass(frozen=True, slots=True)
class Place:
    """Before which place of the base a new clause comes, and its parent there."""

    at: int
    under: str | None


def place(base: Tree, clause_id: str, amendment: Amendment) -> Place | None:
    """The place of a numbered clause that the base lacks, in the order of numbers; None if nowhere.

    It comes after the subtree of the sibling before it, or, where it has no siblings, at the end
    of the clause above it. Where the base lacks that too, its place is that of the citation above,
    provided that the instruction introduces that citation or names a clause that is there. The
    first Appendix comes at the end.
    """
    here = citation(clause_id)
    target = amendment.target
    climbs = target in base if target else False
    while here is not None:
        standing = [clause.id for clause in base.families.get(family(str(here)), [])]
        if standing:
            order = ranked([*standing, str(here)])
            at = order.index(str(here))
            first = order[at - 1] if at else order[at + 1]
            return Place(base.after(first) if at else base.at[first], base[first].parent)
        if here.parent is not None and str(here.parent) in base:
            return Place(base.end(str(here.parent)), str(here.parent))
        if here.parent is None and here.numbers:
            return _in_division(base, here.numbers[0])
        # "(vi)" cannot stand without its clause.
        introduced = here.parent is not None and str(here.parent) == target
        here = here.parent if (climbs or introduced) and not here.labels else None
    return _at_the_end(base, amendment) if clause_id == target else None


def _at_the_end(base: Tree, amendment: Amendment) -> Place | None:
    """A new Appendix or Schedule of an agreement that has none: last, or before the signatures."""
    named = amendment.target or ""
    new = amendment.action == "insertion" and not division(amendment.said)
    has = any(top.kind == "part" and top.id.startswith(OWN_NUMBERS) for top in base.under(None))
    if has or not new or not re.fullmatch(rf"(?:{'|'.join(OWN_NUMBERS)}) \w+", named):
        return None
    signed = base.at.get("signatures 1", len(base.clauses))
    last = not any(clause.citable for clause in base.clauses[signed:])
    return Place(signed if last else len(base.clauses), None)


def _in_division(base: Tree, number: str) -> Place | None:
    """Clause 12.1 stands in Part 12, where the base has one."""
    parts = [c.id for c in base.under(None) if c.kind == "part" and c.id.split()[-1] == number]
    return Place(base.end(parts[0]), parts[0]) if len(parts) == 1 else None


def beneath(base: Tree, unit: str, kind: str) -> Place:
    """The place for a new unnumbered clause at the end of what stands under `unit`.

    A note or a bullet belongs to the unit right before it: the last numbered one; a paragraph or
    a table belongs to the clause itself.
    """
    alike = [clause.id for clause in base.under(unit) if clause.kind == kind]
    if alike:
        return Place(base.end(alike[-1]), unit)
    within = [clause.id for clause in base.subtree(unit) if is_numbered(clause)]
    last = within[-1] if within and kind in {"note", "bullet"} else unit
    return Place(base.end(last), last)
