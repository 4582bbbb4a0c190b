"""One definition of a list of definitions: found by its term, never by its place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from clausetrack.amend.joined import in_one_form
from clausetrack.amend.plan import Insertion, Plan, Refusal, undecided
from clausetrack.amend.tree import is_numbered
from clausetrack.model import Clause
from clausetrack.settlement import Part

_QUOTED = r"(?:“([^“”]{1,80})”|\"([^\"]{1,80})\"|‘([^‘’]{1,80})’)"
_MEANS = (
    r"(?:means|mean|includes?|has the|have the|refers? to|is|are|shall mean|will mean"
    r"|in relation to|for the purposes? of)\b"
)
_TERMS = re.compile(
    rf"\W{{0,2}}(?P<terms>{_QUOTED}(?:(?:,| or| and|, or|, and) {_QUOTED})*)"
    rf"(?: \([^()]{{1,60}}\))?(?:,[^,;:]{{1,60}},)?,?:?\s+{_MEANS}"
)
_SECOND = re.compile(rf"[;.]\s+(?:and\s+)?{_TERMS.pattern}")
_BARE = re.compile(
    r"(?P<term>[^\W\d_][\w’' /&-]{0,60}?) (?:means|mean|includes|has the|refers to)\b"
)
_OPENS = "it would come before the definition that is the text of {} itself"


def terms_of(clause: Clause) -> list[str]:
    """The terms that a clause defines: in quotation marks, in bold, or bare before "means"."""
    text = clause.own_text.strip()
    if found := _TERMS.match(text):
        return [next(filter(None, each)) for each in re.findall(_QUOTED, found["terms"])]
    if not re.match(r"[“\"‘]", text) and (bare := _BARE.match(text)):
        return [bare["term"].strip()]
    return []


def take_definition(
    plan: Plan, part: Part, target: str | None, wording: Sequence[Clause]
) -> Refusal | None:
    """The definition of a term, under `target` or anywhere, taken out or put anew."""
    where = target or "the agreement"
    old = defined(plan, part.which, target)
    if isinstance(old, Refusal):
        return old
    base = plan.base
    opens = _opens_list(plan, old) and plan.amendment.action != "repeal"
    if not opens and any(one.kind != "note" for one in base.under(old.id)):
        return undecided(f"more stands under the definition in {old.id}")
    if goes_on(plan, old):
        return undecided(f"it is not certain where the definition in {old.id} ends")
    if plan.amendment.action == "repeal":
        plan.repeal(old)
        return None
    if len(wording) != 1 or wording[0].table is not None or wording[0].heading:
        return undecided(f"the terms print more than a definition for {where}")
    if _SECOND.search(wording[0].own_text):
        return undecided("the terms print two definitions in one paragraph")
    said = [one.casefold() for one in terms_of(wording[0])]
    if said != [one.casefold() for one in terms_of(old)]:
        return undecided(f"the terms do not print a definition of “{part.which}”")
    plan.touched.add(old.id)
    if wording[0].own_text != old.own_text:
        plan.changed[old.id] = old._replace(text=wording[0].text)
    return None


def defined(plan: Plan, term: str, target: str | None) -> Clause | Refusal:
    """The one clause that defines `term`; its own spelling goes before another."""
    base = plan.base
    here = base.subtree(target) if target else base.clauses
    among = [(one, terms_of(one)) for one in here]
    alike = [one for one, terms in among if term.casefold() in {each.casefold() for each in terms}]
    where = target or "the agreement"
    if not alike:
        return Refusal("target-missing", f"{where} has no definition of “{term}” by itself")
    if len(alike) > 1:
        names = ", ".join(one.id for one in alike)
        return undecided(f"“{term}” is defined more than once: {names}")
    defined = terms_of(alike[0])
    if len(defined) > 1:
        return undecided(f"{alike[0].id} defines {' and '.join(defined)} together")
    return alike[0]


def goes_on(plan: Plan, old: Clause) -> bool:
    """May the paragraph after a definition without a number belong to it?"""
    if old.kind != "text":
        return False
    siblings = plan.base.under(old.parent)
    after = siblings[[one.id for one in siblings].index(old.id) + 1 :]
    return bool(after) and not terms_of(after[0]) and not is_numbered(after[0])


def _opens_list(plan: Plan, old: Clause) -> bool:
    """Is the first definition of a list the text of the clause under whose heading they stand?"""
    below = plan.base.under(old.id)
    return bool(below and terms_of(old)) and all(
        one.kind == "text" and terms_of(one) for one in below
    )


# ----------------------------------------------------------------------------------- insertion


def put_definition(
    plan: Plan, part: Part, target: str, wording: Sequence[Clause]
) -> Refusal | None:
    """Each definition that the terms print, at its place in the list under `target`."""
    base = plan.base
    below = base.under(target)
    entries = [one for one in below if terms_of(one)]
    first = [base[target]] if entries and _opens_list(plan, base[target]) else []
    if not entries or (terms_of(base[target]) and not first):
        return undecided(f"{target} has no list of definitions by themselves")
    kind = entries[0].kind
    if {one.kind for one in entries} - {"text"} and {one.kind for one in below} != {"bullet"}:
        return undecided(
            f"the definitions of {target} are numbered, and the terms do not print the number "
            "of the new one"
        )
    known = {term.casefold() for one in base.subtree(target) for term in terms_of(one)}
    for number, new in enumerate(wording, 1):
        terms = terms_of(new)
        if _SECOND.search(new.own_text):
            return undecided("the terms print two definitions in one paragraph")
        if len(terms) != 1 or new.table is not None or new.heading:
            return undecided("the terms print something else than definitions")
        if terms[0].casefold() in known:
            return undecided(f"{target} defines “{terms[0]}” already")
        known.add(terms[0].casefold())
        place = _place(plan, part, target, [*first, *entries], terms[0])
        if isinstance(place, Refusal):
            return place
        if kind == "bullet" and not in_one_form([one.own_text for one in (*entries, new)]):
            return undecided(f"the definitions of {target} do not end alike")
        clause = Clause(entries[0].id, kind, text=new.text, citable=False, source=new.source)
        name = f"{plan.amendment.id}|{number}"
        plan.inserted.append(Insertion(place, clause, name, target, target))
        plan.touched.add(f"{target} at {place}")
    return _in_order(plan, part)


def _place(
    plan: Plan, part: Part, target: str, entries: Sequence[Clause], term: str
) -> int | Refusal:
    """Before which place of the base the definition of `term` comes."""
    base = plan.base
    if part.which:
        beside = defined(plan, part.which, target)
        if isinstance(beside, Refusal):
            return beside
        plan.touched.add(beside.id)
        if part.place == "before" and beside.id == target:
            return undecided(_OPENS.format(target))
        if part.place == "before":
            return base.at[beside.id]
        if beside.id == target:
            return base.at[entries[1].id]
        if goes_on(plan, beside):
            return undecided(f"it is not certain where {beside.id} ends")
        return base.end(beside.id)
    at = len(entries)
    sorted_by = [_key(terms_of(one)[0]) for one in entries]
    in_order = sorted_by == sorted(sorted_by)
    if part.place == "alphabetical" or (part.place == "last" and in_order):
        if not in_order:
            return undecided(f"the definitions of {target} are in no alphabetical order")
        at = sum(key < _key(term) for key in sorted_by)
    if at < len(entries) and entries[at].id == target:
        return undecided(_OPENS.format(target))
    if at < len(entries):
        return base.at[entries[at].id]
    if goes_on(plan, entries[-1]):
        return undecided(f"it is not certain where {entries[-1].id} ends")
    return base.end(entries[-1].id)


def _in_order(plan: Plan, part: Part) -> Refusal | None:
    """Refuses several that come in at one place out of their order in the alphabet."""
    came = [(new.at, _key(terms_of(new.clause)[0])) for new in plan.inserted]
    if part.place == "alphabetical" and came != sorted(came):
        return undecided("the terms print the definitions out of alphabetical order")
    return None


def _key(term: str) -> str:
    """A term as it is sorted: without macrons, case and punctuation."""
    plain_ = unicodedata.normalize("NFD", term.casefold())
    return " ".join(re.findall(r"\w+", "".join(c for c in plain_ if not unicodedata.combining(c))))
