"""The review report of an agreement marked up with terms of settlement."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from clausetrack.diff import classes as classed
from clausetrack.diff.changes import classes_of, clause_edits, text_of
from clausetrack.diff.edits import ChangeEdit
from clausetrack.model import Document, Finding
from clausetrack.render import html_report
from clausetrack.render import schedule as rows_of
from clausetrack.render.html_report import FindingView, Order, Proved, Report
from clausetrack.render.html_text import Change, Passage, Unit
from clausetrack.render.items import applies, spelled_out
from clausetrack.render.quotations import quotation
from clausetrack.settlement import STATUSES, Applied, Edit, Instructions
from clausetrack.values import counted

if TYPE_CHECKING:
    from clausetrack.prove import Proof

#: Operations and what a reader calls them.
SAID = {"repeal": "deleted", "insertion": "new", "substitution": "changed"}


def report(
    base: Document, terms: Document, instructions: Instructions, applied: Applied, proof: Proof
) -> bytes:
    """The page for a reviewer: what was not applied and why, the instructions, the whole text."""

    def called(item: str) -> str:
        name = rows_of.item_name(terms, item)
        return f"item {name}" if name == item and name[:1].isdigit() else f"“{name}”"

    passages = _passages(base, applied, called)
    found = html_report.units(passages, base, applied.document)
    standing = _standing(passages, found, base)
    outcomes = [(each.amendment, each.status, each.reason) for each in applied.outcomes]
    ordered = html_report.orders(found, outcomes, standing, called)
    return html_report.report(
        Report(
            eyebrow="Review of changes",
            title=base.title or base.agreement or base.file,
            documents=[
                ("Base agreement", base),
                ("Marked up with", terms),
                *_becomes(base, applied.document),
            ],
            sides=("Base agreement", "New agreement"),
            banner=rows_of.not_in_full(terms, applied) if applied.withheld else "",
            lead=_lead(ordered),
            counts=_counts(ordered),
            units=found,
            orders=ordered,
            unused=instructions.unused,
            findings=_findings(base, terms, instructions, applied, standing),
            terms_only=[(called(each.item), each) for each in instructions.terms_only],
            proved=Proved(rows_of.statements(proof), proof.failures),
            dated=list(_dated(ordered)),
            note="The working copy (Word) carries the same changes as tracked changes.",
        )
    )


def _becomes(base: Document, new: Document) -> Iterator[tuple[str, Document]]:
    """The version that comes of it, where it has another name than the base."""
    if new.version and new.version != base.version:
        yield "Becomes", replace(new, title=new.agreement or new.title, file="")


# -------------------------------------------------------------------------------------- counts


def _lead(ordered: list[Order]) -> str:
    done = sum(each.applied for each in ordered)
    left = len(ordered) - done
    if not ordered:
        return "The terms order no amendment of this agreement."
    if not left:
        if done == 1:
            return "The one amendment that the terms order was applied."
        return f"All {done} amendments that the terms order were applied."
    verb = "was" if left == 1 else "were"
    return (
        f"{done or 'None'} of the {counted(len(ordered), 'amendment')} that the terms order "
        f"{'was' if done == 1 else 'were'} applied. {left} {verb} not, for the reasons given below."
    )


def _counts(ordered: list[Order]) -> list[tuple[str, str, int]]:
    """The outcomes in the order of the model, those that it does not know last."""
    counts = Counter(each.status for each in ordered)
    names = dict.fromkeys((*STATUSES, *counts))
    return [(each, each.replace("-", " "), counts[each]) for each in names if counts[each]]


def _dated(ordered: Iterable[Order]) -> Iterator[tuple[str, str, date]]:
    for each in ordered:
        for when in each.amendment.effective:
            yield each.item, applies(when), when.date


# ------------------------------------------------------------------------------------ passages


def _passages(base: Document, applied: Applied, called: Callable[[str], str]) -> list[Passage]:
    """The edits as passages, each change with the instruction that it belongs to."""
    order = {outcome.amendment.id: at for at, outcome in enumerate(applied.outcomes)}
    named = {
        (outcome.amendment.id, op.clause, op.op == "repeal"): op.op
        for outcome in applied.outcomes
        for op in outcome.operations
    }
    defined = classed.defined_terms(base, applied.document)
    out: list[Passage] = []
    for edit in _joined(applied.edits):
        clause = edit.new or edit.old
        did = rows_of.operation(edit)
        if clause is None or not did:
            out.append(Passage(edit.old, edit.new))
            continue
        did = named.get((edit.amendment, clause.id, edit.new is None), did)
        places = tuple(order[one] for one in edit.amendments if one in order)
        amendments = [applied.outcomes[at].amendment for at in places]
        change = Change(
            kind=did,
            said=SAID.get(did, did),
            classes=_classes(edit, defined),
            dates=tuple(sorted({e.date for one in amendments for e in one.effective})),
            orders=places,
            items=tuple(called(one.item) for one in amendments),
        )
        out.append(Passage(edit.old, edit.new, change))
    return out


def _classes(edit: Edit, defined: re.Pattern[str] | None) -> tuple[str, ...]:
    if edit.old and edit.new:
        found = classes_of(edit.old, edit.new, clause_edits(edit.old, edit.new), defined)
        return found if edit.old.id == edit.new.id else (*found, "renumbering")
    old, new = (text_of(clause) if clause else "" for clause in (edit.old, edit.new))
    edits = (ChangeEdit("insert" if new else "delete", old, new),)
    return classes_of(edit.old, edit.new, edits, defined)


def _joined(edits: Iterable[Edit]) -> Iterator[Edit]:
    """The edits; of a table and the one that replaces it, side by side, one that holds both."""
    before: Edit | None = None
    for edit in edits:
        if before is not None and (both := _replacement(before, edit)):
            yield both
            before = None
            continue
        if before is not None:
            yield before
        before = edit
    if before is not None:
        yield before


def _replacement(one: Edit, other: Edit) -> Edit | None:
    if one.amendment != other.amendment or (one.old and one.new) or (other.old and other.new):
        return None
    old, new = one.old or other.old, one.new or other.new
    if old and new and old.table and new.table and old.parent == new.parent:
        return Edit(old, new, one.amendment)
    return None


def _standing(passages: list[Passage], found: list[Unit], base: Document) -> dict[str, str]:
    """Where each base clause stands in the marked-up text: ID -> anchor."""
    here = (each for each in passages if each.old or each.new)
    return {
        passage.old.id: unit.anchor
        for passage, unit in zip(here, found, strict=True)
        if passage.old and passage.old.id in base.body
    }


# ------------------------------------------------------------------------------------ findings


def _findings(
    base: Document,
    terms: Document,
    instructions: Instructions,
    applied: Applied,
    standing: Mapping[str, str],
) -> list[FindingView]:
    """The findings, those alike put together: a conversion's faults come by the dozen."""
    alike: dict[tuple[str, ...], list[Finding]] = {}
    orders = [outcome.amendment for outcome in applied.outcomes]
    for about, each in rows_of.findings(base, terms, instructions, applied):
        each = replace(each, message=spelled_out(each.message, orders))
        alike.setdefault((about, each.code, each.message, each.clause), []).append(each)
    names = {base.file: "base", terms.file: "terms"}
    return [
        FindingView(
            replace(found[0], quote=quotation(found[0], terms if about == "terms" else base)),
            len(found),
            _places(found, names) or ("" if about == "amending" else about),
            "" if about == "terms" else standing.get(found[0].clause, ""),
        )
        for (about, *_), found in alike.items()
    ]


def _places(findings: Iterable[Finding], names: Mapping[str, str]) -> str:
    """Where the findings stand, each file named once: "terms, lines 7, 9"."""
    found: dict[str, dict[str, None]] = {}
    for each in findings:
        if each.source:
            place = str(replace(each.source, file=""))
            found.setdefault(names.get(each.source.file, each.source.file), {})[place] = None
    out = []
    for file, places in found.items():
        lines = [place.removeprefix("line ") for place in places]
        plain = len(lines) > 1 and all(line.isdigit() for line in lines)
        where = "lines " + ", ".join(lines) if plain else "; ".join(places)
        out.append(", ".join(filter(None, (file, where))))
    return "; ".join(out)
