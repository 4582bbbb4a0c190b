"""Do these terms amend this agreement, and what of it do they leave behind the times?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from clausetrack import reasons
from clausetrack.agreements import FullName, full_name
from clausetrack.errors import TermsDoNotFit, finding
from clausetrack.model import Document, Finding
from clausetrack.settlement import Applied

_VARIATION = re.compile(
    r"\b(?:agreement|deed|heads|memorandum|terms) (?:of|for) variation\b"
    r"|^\W*(?:agreed |proposed )?variation(?: (?:to|of|no\b)|\W*$)"
    r"|\b(?:order|determination|deed|agreement) (?:varying|amending|to (?:vary|amend))\b"
    r"|\b(?:deed|memorandum|letter) of amendment\b|\bvariation (?:order|determination|agreement)\b",
    re.I,
)
_TOP, _TERMS_TOP = 12, 40  # clauses at the top of an agreement, and of terms
_TITLE = 120  # characters of a line that may be a title
_YEARS = re.compile(r"(?P<first>\d{4})(?:\s*[-–/]\s*(?P<last>\d{4}|\d{2}))?")


def check(base: Document, terms: Document) -> list[Finding]:
    """Findings about what could not be verified; raises TermsDoNotFit where the two do not fit.

    They fit where they name one agreement and the base is the version before the terms' own.
    """
    if terms.kind != "terms":
        raise TermsDoNotFit(f"{_name(terms)} is not terms of settlement; give the terms second")
    if base.kind != "agreement":
        raise TermsDoNotFit(f"{_name(base)} is not an agreement; give the base agreement first")
    findings = []
    named = base.agreement and terms.agreement
    if named and base.agreement.casefold() != terms.agreement.casefold():
        raise TermsDoNotFit(
            f"the terms amend the {terms.agreement} and the base is the {base.agreement}; "
            f"give the {terms.agreement} as the base"
        )
    ours, theirs = full_name(_first_lines(base)), full_name(_first_lines(terms))
    if ours and theirs and ours.unlike(theirs):
        raise TermsDoNotFit(
            f"the terms amend the {theirs.name} and the base is the {ours.name}; "
            "give the agreement that they amend"
        )
    if not (named or (ours and theirs)):
        called = base.agreement or ours, terms.agreement or theirs
        findings.append(_unverified("which agreement", *map(bool, called)))
    old, new = years(base.version), years(terms.version)
    if old is None or new is None:
        findings += _version_named(base, terms, ours, theirs)
    elif old == new and _varies(terms):
        pass  # of the version that is in force
    elif old == new:
        raise TermsDoNotFit(
            f"the base already is version {base.version}, which these terms settle; "
            "give the version before it"
        )
    elif abs(new[0] - old[1]) > 1:
        raise TermsDoNotFit(
            f"the terms settle version {terms.version} and the base is version {base.version}; "
            f"give the version that runs to {new[0]}"
        )
    return findings


def _first_lines(document: Document) -> Iterator[str]:
    """The lines in which a document says what it is, or what it amends."""
    yield document.title
    for clause in document.clauses[: _TERMS_TOP if document.kind == "terms" else _TOP]:
        yield from clause.printed.split("\n")


def _version_named(
    base: Document, terms: Document, ours: FullName | None, theirs: FullName | None
) -> list[Finding]:
    """What is to be said where not both name the years of a version: one year may stand in a name.

    Raises TermsDoNotFit where the terms amend the agreement of another year.
    """
    if ours and theirs and theirs.amended and ours.years and theirs.years:
        if ours.years[:4] != theirs.years[:4]:
            raise TermsDoNotFit(
                f"the terms amend the {theirs.name} {theirs.years} and the base is that of "
                f"{ours.years}; give the one of {theirs.years}"
            )
        return []
    return [_unverified("which version", bool(base.version), bool(terms.version))]


def _varies(terms: Document) -> bool:
    """Do the terms call themselves a variation? That is made of the version that is in force."""
    front = takewhile(lambda one: one.kind != "item", terms.clauses)
    said = (one.printed for one in front if len(one.printed) < _TITLE)
    return any(map(_VARIATION.search, (terms.title, *said)))


def check_tracked(base: Document, theirs: Document) -> None:
    """Raise TermsDoNotFit where a tracked agreement is not one of the base's agreement."""
    if theirs.kind != "agreement":
        raise TermsDoNotFit(f"{_name(theirs)} is not an agreement; give the tracked agreement")
    names = base.agreement.casefold(), theirs.agreement.casefold()
    if all(names) and names[0] != names[1]:
        raise TermsDoNotFit(
            f"the tracked agreement is the {theirs.agreement} and the base is the "
            f"{base.agreement}; give the tracked {base.agreement}"
        )


def unchanged_title(base: Document, applied: Applied) -> list[Finding]:
    """A finding where the agreement still names the years of the old version.

    Its title, page headers and signatures are its own words: no instruction, no change.
    """
    old, new = years(base.version), applied.document.version
    if old is None or new == base.version:
        return []
    first, last = old
    named = re.compile(rf"{first}\s*(?:[-–—/]|to|and)\s*(?:{last}|{last % 100:02d})(?!\d)")
    front, signed = [], False
    clauses = list(applied.document.body.values())
    numbered = next((at for at, one in enumerate(clauses) if one.number), len(clauses))
    kept = {edit.new.id for edit in applied.edits if edit.new is not None and not edit.amendment}
    for at, clause in enumerate(clauses):
        if clause.id in kept and at < numbered and named.search(clause.printed):
            front.append(clause.id)
        elif clause.id in kept and clause.id.startswith("signatures "):
            signed = signed or bool(_YEARS.search(clause.own_text))
    places = ["the title"] if front else []
    whys = dict.fromkeys(left.why for left in base.left_out if named.search(left.text))
    places += [why.removeprefix("in ") for why in whys if why.startswith("in the page")]
    if not places:
        return []
    said = f"{_listed(places)} still say{'s' if len(places) == 1 else ''} {base.version}"
    if signed:
        said += ", and the signatures are those of that version"
    them = "it" if len(places) == 1 and not signed else "them"
    refused = any(
        not one.done and any(named.search(change.old) for change in one.amendment.stated)
        for one in applied.outcomes
    )
    why = "the order to change {} was not carried out" if refused else "no instruction changes {}"
    message = f"{said}, since {why.format(them)}: the agreement is now {new}"
    code = "title-unchanged"
    where = front[0] if front else ""
    source = applied.document.body[where].source if where else None
    return [finding(code, message, where, source)]


def kept_notes(base: Document, applied: Applied) -> list[Finding]:
    """A finding for each note of a Word file that stays where the terms print the clause anew.

    They do not print the note: whether it goes on is for a person to say.
    """
    printed = {one.amendment.id for one in applied.outcomes if one.done and one.amendment.fragment}
    notes = [left for left in base.left_out if left.why in reasons.NOTES]
    found = []
    for edit in applied.edits if notes else ():
        old, new = edit.old, edit.new
        if old is None or new is None or printed.isdisjoint(edit.amendments):
            continue
        places = {(run.source.part, run.source.paragraph) for run in old.runs if run.source}
        for left in notes:
            if any((at.part, at.paragraph) in places for at in left.at):
                note = left.why.removeprefix("in a ").removeprefix("in an ")
                text = " ".join(left.text.split())
                message = f"the {note} “{text}” stays, though the wording printed for it has none"
                found.append(finding("note-kept", message, new.id, old.source))
    return found


def _listed(words: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def years(version: str) -> tuple[int, int] | None:
    """The first and the last year of a version: "2022-25" is (2022, 2025)."""
    found = _YEARS.search(version)
    if found is None:
        return None
    first = int(found["first"])
    last = int(found["last"] or first)
    if last < 100:
        last += first - first % 100
        last += 100 if last < first else 0
    return first, last


def _name(document: Document) -> str:
    return document.file or document.title or "the document"


def _unverified(what: str, base: bool, terms: bool) -> Finding:
    """The finding that the base, the terms or both do not say something."""
    if base and not terms:
        silent = f"the terms do not say {what} they settle"
    elif terms and not base:
        silent = f"the base does not say {what} it is"
    else:
        silent = f"neither the base nor the terms say {what} this is"
    code = "base-not-verified"
    return finding(code, f"{silent}: the fit was not checked")
