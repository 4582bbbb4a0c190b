"""The proof: what is about to be written, read back and held against the base and the terms.

Nothing here trusts how `amend.apply` went to work. Its result is a set of claims: outcomes, their
operations, the renumbered clauses. Each is checked against the base, the terms, and the documents
that were read back from the bytes with all changes rejected and with all changes accepted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from clausetrack import verbatim, verbatim_parts, verbatim_together
from clausetrack.amend.tree import Tree, citation, family, folded, is_numbered, ranked, words
from clausetrack.marked_spans import ChangedSpan
from clausetrack.model import Clause, Document, plain
from clausetrack.numbering import AGAIN
from clausetrack.settlement import Amendment, Applied, Instructions
from clausetrack.verbatim_case import Case, Claim, content

_CLOSES = re.compile(r"(?<!not )(?<!not be )\bre-?(?:number|letter)", re.I)

STATEMENTS = (
    "reject_equals_base",
    "accept_equals_new",
    "wording_verbatim",
    "changes_attributed",
    "rest_untouched",
)


@dataclass(frozen=True, slots=True)
class Proof:
    """The five statements, each true or false, and a sentence for each thing that breaks one."""

    reject_equals_base: bool
    accept_equals_new: bool
    wording_verbatim: bool
    changes_attributed: bool
    rest_untouched: bool
    failures: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        return all(self.as_json().values())

    def as_json(self) -> dict[str, bool]:
        """The five statements by name, in their order."""
        return {name: getattr(self, name) for name in STATEMENTS}


# ------------------------------------------------------------------------------------ the proof


def prove(
    base: Document,
    terms: Document,
    instructions: Instructions,
    applied: Applied,
    rejected: Document,
    accepted: Document,
    changed: Iterable[ChangedSpan],
) -> Proof:
    """Hold what was read back against the base, the terms and the claims of `applied`.

    `rejected` and `accepted` are the written bytes, read with all changes rejected and accepted;
    `changed` is every stretch of them that carries a revision.
    """
    case = Case(
        base=Tree.of(base.clauses),
        accepted=Tree.of(accepted.clauses),
        terms=terms,
        outcomes=applied.outcomes,
        renumbered=applied.renumbered,
        back={new: old for old, new in applied.renumbered.items()},
        claims=tuple(_claims(applied)),
    )
    spans = tuple(changed)
    failures = [
        list(differences("with all changes rejected", base, rejected)),
        list(differences("with all changes accepted", applied.document, accepted)),
        [
            *verbatim.failures(case),
            *verbatim_parts.failures(case),
            *verbatim_together.failures(case),
        ],
        [*_known(case, instructions), *_attributed(case, spans), *_licensed(case)],
        list(_rest(case)),
    ]
    said = tuple(failure for found in failures for failure in found)
    holds = {name: not found for name, found in zip(STATEMENTS, failures, strict=True)}
    return Proof(**holds, failures=said)


def _claims(applied: Applied) -> Iterator[Claim]:
    back = {new: old for old, new in applied.renumbered.items()}
    for outcome in applied.outcomes:
        for done in outcome.operations:
            old = None if done.op == "insertion" else done.clause
            if old is not None and done.op != "repeal":
                old = back.get(old, old)
            yield Claim(outcome, done.op, old, None if done.op == "repeal" else done.clause)


# ------------------------------------------------------------------- 1 and 2: the two documents


def differences(view: str, want: Document, have: Document) -> Iterator[str]:
    """Where two documents do not print the same clauses in the same order; `view` says which."""
    expected, found = list(map(_row, want.clauses)), list(map(_row, have.clauses))
    if expected == found:
        return
    ids, others = [row[0] for row in expected], [row[0] for row in found]
    missing, extra = set(ids) - set(others), set(others) - set(ids)
    yield from (f"{view}, clause {one} is missing" for one in ids if one in missing)
    yield from (f"{view}, there is a clause {one} too many" for one in others if one in extra)
    rows = dict(zip(ids, expected, strict=True))
    yield from (f"{view}, clause {row[0]} reads otherwise" for row in found
                if row[0] in rows and row != rows[row[0]])  # fmt: skip
    if not missing and not extra and ids != others:
        at = next((i for i, one in enumerate(ids[: len(others)]) if one != others[i]), len(others))
        yield f"{view}, the clauses from {ids[min(at, len(ids) - 1)]} on stand in another order"


def _row(clause: Clause) -> tuple[str, str, str, str, list[list[str]]]:
    heading, text, cells = content(clause)
    return clause.id, clause.number, heading, text, cells


# ---------------------------------------------------------------------- 4: whose change it is


def _known(case: Case, instructions: Instructions) -> Iterator[str]:
    """An outcome for each instruction and no other; operations only where it was applied."""
    if [one.amendment for one in case.outcomes] != list(instructions.amendments):
        yield "the outcomes are not those of the instructions, one for each"
    for one in case.outcomes:
        if one.operations and not one.done:
            yield f"{one.amendment.id} is {one.status} and claims operations"


def _attributed(case: Case, spans: Sequence[ChangedSpan]) -> Iterator[str]:
    """Every change in the bytes belongs to one instruction, and every claim shows in the bytes.

    Of clauses in one paragraph one is claimed: that the others stay is proved by what they say.
    Of a clause that several change, `verbatim_together` proves that each changes something of it.
    """
    owners: dict[tuple[str, str], list[Claim]] = {}
    for claim in case.claims:
        for revision, side in (("deleted", claim.before), ("inserted", claim.after)):
            if side is not None:
                owners.setdefault((revision, side), []).append(claim)
    for (_, clause), claims in owners.items():
        # what gives a clause another number changes none of its words
        moving = [claim for claim in claims if claim.op == "renumbering"]
        orders = [claim.outcome.amendment for claim in claims if claim.op != "renumbering"]
        several = len({order.id for order in orders}) > 1 or len(moving) > 1 or bool(
            {claim.outcome.amendment.id for claim in moving} - {order.id for order in orders})
        if several and (moving[1:] or not all(map(verbatim.exchanges, orders))):
            yield f"clause {clause} is claimed by " + " and by ".join(map(str, claims))
    shown: set[int] = set()
    for span in spans:
        tree = case.accepted if span.revision == "inserted" else case.base
        here = (span.clause, *span.beside)
        mine = [claim for one in here for claim in owners.get((span.revision, one), [])]
        above = [
            claim
            for inner in here
            for one in tree.path(inner)[1:]
            for claim in owners.get((span.revision, one), [])
            if claim.op == "renumbering"
        ]
        if not (mine or above):
            where = f"clause {span.clause}" if span.clause else "no clause"
            said = f"“{folded(span.text)[:60]}”, {span.revision} in {where},"
            yield f"{said} belongs to no instruction"
        shown |= {id(claim) for claim in mine}
    yield from (f"{claim} changes nothing" for claim in case.claims
                if id(claim) not in shown and not _counted(case, claim))  # fmt: skip


def _counted(case: Case, claim: Claim) -> bool:
    """Is it a renumbering that the file counts? Its numbers are read back, and are in no text."""
    before, after = claim.before or "", claim.after or ""
    if claim.op != "renumbering" or before not in case.base or after not in case.accepted:
        return False
    labels = case.base[before].label, case.accepted[after].label
    computed = all(label and all(run.source is None for run in label) for label in labels)
    return computed and plain(labels[0]) != plain(labels[1])


def _licensed(case: Case) -> Iterator[str]:
    """Did the instruction order what is claimed for it?"""
    for claim in case.claims:
        if why := _unlicensed(case, claim):
            yield f"{claim} is not ordered: {why}"
    yield from _unclosed(case)


def _unlicensed(case: Case, claim: Claim) -> str:
    """Why the terms do not order a claimed operation; "" where they do."""
    amendment = claim.outcome.amendment
    if amendment.part is not None:
        return verbatim_parts.unlicensed(case, claim)
    tree, clause_id = case.named(claim, of_base=verbatim.exchanges(amendment))
    if clause_id is None or clause_id not in tree:
        return "there is no such clause"
    clause = tree[clause_id]
    path = {*tree.path(clause_id), *_citations(clause_id)}
    if claim.op == "renumbering" and amendment.action == "repeal":
        closed = _closed_up(case, amendment)
        return "" if closed.get(claim.before or "") == claim.after else "it does not close a gap"
    if amendment.action == "repeal" or verbatim.exchanges(amendment):
        wanted = "repeal" if verbatim.takes_out(amendment, clause) else "substitution"
        units = set(amendment.clauses) if amendment.action == "repeal" else set()
        meant = path & units if units else _is_meant(tree, path, amendment, "")
        return "" if claim.op == wanted and meant else "it is not what the instruction names"
    wording = case.printed(amendment)
    printed, tops = wording.tree, wording.tops
    if claim.op == "renumbering" and amendment.action == "insertion":
        return _unmoved(claim, tops)
    if claim.op == "repeal" and amendment.action == "insertion":
        return "an instruction to add repeals nothing"
    if wording.of_tables:
        return _not_the_table(case, claim, clause, printed)
    if claim.op == "repeal":
        inside = [one for one in path & tops.keys() if one in printed and is_numbered(printed[one])]
        kept = is_numbered(clause) and clause_id in printed and not _taken(case, clause_id)
        return "" if inside and not kept else f"it is not under {', '.join(tops)}, or printed there"
    if claim.op == "renumbering":
        above = case.base[claim.before or ""].parent or "" if claim.before in case.base else ""
        if case.renumbered.get(above, above) != clause.parent:
            return "it was not in that clause"
    if is_numbered(clause):
        stands = clause_id in printed and bool(path & tops.keys())
    else:
        stands = wording.prints(clause)
    return "" if stands else "the wording does not print it"


def _closed_up(case: Case, amendment: Amendment) -> dict[str, str]:
    """What follows clauses that are taken out, with its new numbers, where these are ordered."""
    out: dict[str, str] = {}
    gone = amendment.clauses or tuple(filter(None, [amendment.target]))
    if _CLOSES.search(amendment.instruction):
        for above in dict.fromkeys(map(family, gone)):
            order = ranked([clause.id for clause in case.base.families.get(above, ())])
            left = [one for one in order if one not in gone]
            out |= {one: number for one, number in zip(left, order, strict=False) if one != number}
    return out


def _unclosed(case: Case) -> Iterator[str]:
    """What should have taken another number, and did not."""
    for outcome in case.outcomes:
        if outcome.status == "applied" and outcome.amendment.action == "repeal":
            for old, new in _closed_up(case, outcome.amendment).items():
                if case.renumbered.get(old) != new:
                    yield f"{outcome.amendment.id}: clause {old} does not become {new}"


def _not_the_table(case: Case, claim: Claim, clause: Clause, printed: Tree) -> str:
    """Why a table may not be the one that a table printed alone replaces or adds to."""
    amendment, path = claim.outcome.amendment, set(case.accepted.path(clause.id))
    if clause.kind != "table":
        return "the terms print a table alone"
    above = {str(citation(one.id)).rpartition(" table")[0] for one in printed.tops}
    captions = " ".join(one.heading_text for one in printed.tops)
    if _is_meant(case.accepted, path, amendment, captions) or path & above:
        return ""
    return "it is not the table that the instruction names"


def _is_meant(tree: Tree, path: set[str], amendment: Amendment, captions: str) -> bool:
    """Does a clause stand under what the instruction names, or describes by a heading?"""
    if amendment.target is not None:
        return amendment.target in path
    said = set(words(f"{amendment.described_target} {captions}"))
    heads = [set(words(tree[one].heading_text)) for one in path if one in tree]
    return any(head and 2 * len(head & said) > len(head) for head in heads)


def _taken(case: Case, number: str) -> bool:
    """Is a number of the base borne by another clause now, one that came or counts anew?"""
    came = any(claim.op == "insertion" and claim.after == number for claim in case.claims)
    return came or number in case.back


def _unmoved(claim: Claim, tops: Iterable[str]) -> str:
    """Why a clause may not move up: only later siblings of an added number do."""
    before, after = claim.before or "", claim.after or ""
    added = [top for top in tops if citation(top) and family(top) == family(before)]
    if not added or family(before) != family(after):
        return "no number was added before it"
    first = ranked([*added, before, after])[0]
    return "" if first in added and ranked([before, after])[0] == before else "it did not move up"


def _citations(clause_id: str) -> Iterator[str]:
    here = citation(clause_id)
    while here is not None:
        yield str(here)
        here = here.parent


# ---------------------------------------------------------------------------- 5: all the rest


def _rest(case: Case) -> Iterator[str]:
    """Every clause that no operation claims reads as in the base, in the base's order."""
    gone = {claim.before for claim in case.claims if claim.op == "repeal"}
    came = {claim.after for claim in case.claims if claim.op == "insertion"}
    claimed = {claim.before for claim in case.claims}
    stayed = [clause for clause in case.base.clauses if clause.id not in gone]
    there = [clause for clause in case.accepted.clauses if clause.id not in came]
    names = [case.renumbered.get(clause.id, clause.id) for clause in stayed]
    if names != [clause.id for clause in there]:
        have = Counter(clause.id for clause in there)
        lost, more = Counter(names) - have, have - Counter(names)
        yield from (
            f"clause {one} of the base is gone, and no operation repeals it" for one in lost
        )
        yield from (f"clause {one} is new, and no operation inserts it" for one in more)
        if not (lost or more):
            yield "the clauses that stay are in another order than in the base"
        return
    for was, now in zip(stayed, there, strict=True):
        moved = was.id != now.id
        if was.id not in claimed:
            if content(was) != content(now):
                yield f"clause {now.id} reads otherwise than the base, and no operation changes it"
            if was.number != now.number and not moved:
                yield f"clause {now.id} is numbered otherwise than in the base"
        # An unnumbered heading is called by its words, and they may be what an operation changed.
        called = was.kind == "heading" and was.id in claimed
        if moved and not called and not _follows(case, was, now):
            yield f"clause {was.id} became {now.id}, and no operation renumbers it"


def _follows(case: Case, was: Clause, now: Clause) -> bool:
    """Is a new ID that of a renumbered clause, of what stands under one, or a mere position?"""
    moves = {claim.before: claim.after for claim in case.claims if claim.op == "renumbering"}
    if is_numbered(was):
        above = next((one for one in case.base.path(was.id) if one in moves), None)
        return above is not None and now.id == f"{moves[above]}{was.id[len(above) :]}"
    if AGAIN.sub("", was.id) == AGAIN.sub("", now.id):
        return True
    parent = was.parent or ""
    stem, other = was.id.rpartition(" ")[0], now.id.rpartition(" ")[0]
    return other == case.renumbered.get(parent, parent) + stem[len(parent) :]
