"""The proof of orders on a part of a clause: that part reads as ordered, and the rest as before.

Nothing here asks how the order was carried out. The clause of the base and the clause that was read
back are held against the words of the order and of the terms, by plain rules of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausetrack.amend.tree import as_pattern, citation, folded
from clausetrack.model import Clause
from clausetrack.settlement import Amendment, Outcome, Part
from clausetrack.verbatim import exchanged, is_item
from clausetrack.verbatim_case import Case, Claim, Printed, content
from clausetrack.verbatim_words import (
    ENDS,
    OPENS,
    as_inside,
    matched,
    says,
    with_numbers,
    with_words,
)

#: The operations by which a part of each kind may come, go and change.
_IN_A_CLAUSE = frozenset(
    ("words", "occurrence", "rest", "references", "sentence", "row", "heading")
)
_NOTE = re.compile(r"^Notes?(?: \d+)?\s*[:.–—-]\s*")
_STOPS = frozenset(".!?”\")]")


def unlicensed(case: Case, claim: Claim) -> str:
    """Why an order on a part does not order a claimed operation; "" where it does."""
    amendment = claim.outcome.amendment
    part = amendment.part
    assert part is not None
    wanted = "substitution" if part.kind in _IN_A_CLAUSE else amendment.action
    tree, clause_id = case.named(claim, of_base=claim.before is not None)
    if claim.op != wanted:
        return f"a {part.kind} is not changed so"
    if clause_id is None or clause_id not in tree:
        return "there is no such clause"
    if amendment.target is None:
        by_term = "definition" in {part.kind, part.within.kind if part.within else ""}
        return "" if part.everywhere or by_term else "the order names no clause"
    return "" if amendment.target in tree.path(clause_id) else "it is not what the order names"


def failures(case: Case) -> Iterator[str]:
    """A sentence for each order on a part that does not stand in the new agreement as ordered."""
    for outcome in case.outcomes:
        part = outcome.amendment.part
        if not outcome.done or part is None:
            continue
        claims = [claim for claim in case.claims if claim.outcome is outcome]
        if part.kind == "words":
            why = _words(case, outcome, claims)
        elif part.kind == "references":
            why = _references(case, outcome.amendment, claims)
        elif part.kind in _IN_A_CLAUSE:
            why = _within(case, outcome.amendment, part, claims)
        else:
            why = _by_itself(case, outcome.amendment, part, claims)
        if why:
            yield f"{outcome.amendment.id}: {why}"


def carried_out(case: Case, amendment: Amendment, was: Printed) -> list[Printed]:
    """What a clause that prints `was` may print once the order on its part is carried out.

    None where it cannot be. The order is one on words, a sentence, a heading or a row.
    """
    part = amendment.part
    assert part is not None
    heading, text, rows = was
    if part.kind == "words":
        return [with_words(amendment, was)] if says(amendment, was) else []
    if part.kind == "references":
        return [with_numbers(case, was)]
    if part.kind in {"occurrence", "rest"}:
        rest = part.kind == "rest"
        now = _without_rest(part, text) if rest else _at_place(amendment, part, text)
        return [(heading, one, rows) for one in now]
    if amendment.stated:
        return list(_words_changed(amendment, part, was))
    if part.kind == "heading":
        return [(_heading(case, amendment), text, rows)]
    if part.kind == "sentence":
        new = folded(_printed(case, amendment))
        return [(heading, one, rows) for one in _sentence(text, amendment, part, new)]
    return [(heading, text, one) for one in _row(rows, case, amendment, part)]


# ----------------------------------------------------------------------------- words everywhere


def _words(case: Case, outcome: Outcome, claims: list[Claim]) -> str:
    """Each claimed clause has the new words for the old, and no other has the old ones left.

    A clause that another instruction prints says what that prints.
    """
    change = outcome.amendment.stated[0]
    for claim in claims:
        was, now = case.base.at.get(claim.before or ""), case.accepted.at.get(claim.after or "")
        if was is None or now is None:
            return f"{claim} is of no clause"
        old, new = content(case.base.clauses[was]), content(case.accepted.clauses[now])
        if not case.shared(claim) and new not in carried_out(case, outcome.amendment, old):
            return f"{claim} is not “{change.new}” for “{change.old}” and no more"
    target = outcome.amendment.target
    printing = (claim for claim in case.claims
                if claim.op != "renumbering" and claim.outcome.amendment.fragment)  # fmt: skip
    mine = {claim.after for claim in (*claims, *printing)}
    for clause in case.accepted.subtree(target) if target else case.accepted.clauses:
        if clause.id not in mine and says(outcome.amendment, content(clause)):
            return f"{clause.id} still says “{change.old}”"
    return ""


def _references(case: Case, amendment: Amendment, claims: list[Claim]) -> str:
    """Each claimed clause cites the new numbers, and no other words of the base the old ones."""
    for claim in claims:
        before, after = claim.before or "", claim.after or ""
        if before not in case.base or after not in case.accepted:
            return f"{claim} is of no clause"
        was, now = content(case.base[before]), content(case.accepted[after])
        if not case.shared(claim) and now not in carried_out(case, amendment, was):
            return f"{claim} is not the new numbers and no more"
    return ""


# ------------------------------------------------------------------- a sentence, a heading, a row


def _within(case: Case, amendment: Amendment, part: Part, claims: list[Claim]) -> str:
    """One clause is changed, in that part alone; none where it read as ordered before."""
    if len(claims) > 1:
        return f"a {part.kind} stands in one clause, and {len(claims)} are changed"
    clause_id = claims[0].before if claims else _holder(case, amendment, part)
    if part.within and (not clause_id or not _is_meant(case, part.within, clause_id)):
        return f"{clause_id} is not the {part.within.kind} that is meant"
    after_id = claims[0].after if claims else case.renumbered.get(clause_id or "", clause_id)
    if clause_id not in case.base or after_id not in case.accepted:
        return f"there is no clause {clause_id}"
    was, now = content(case.base[clause_id or ""]), content(case.accepted[after_id or ""])
    if part.kind == "row" and not claims:  # it is the table's, and which is not claimed
        tables = case.base.subtree(clause_id or "")
        read = any(content(one) in carried_out(case, amendment, content(one)) for one in tables)
        return "" if read else f"no row of {clause_id} reads as ordered"
    wanted = carried_out(case, amendment, was)
    if not claims:  # what others change is theirs to answer for
        return "" if was in wanted else f"the {part.kind} of {clause_id} does not read as ordered"
    if case.shared(claims[0]) or now in wanted:
        return ""
    return f"the {part.kind} of {after_id} is not as ordered, or more is changed"


def _words_changed(amendment: Amendment, part: Part, was: Printed) -> Iterator[Printed]:
    """A heading, sentence, row or text with the stated words in it changed, and nothing else."""
    heading, text, rows = was
    if part.kind == "heading":
        yield from ((one, text, rows) for one in exchanged(amendment, heading))
    elif part.kind == "row":
        for at in _keyed(rows, part):
            changed = [[*exchanged(amendment, cell), cell][0] for cell in rows[at]]
            if changed != rows[at]:
                yield heading, text, [*rows[:at], changed, *rows[at + 1 :]]
    elif part.kind == "sentence":
        parts = ENDS.split(text)
        at = len(parts) - 1 if part.which == "-1" else int(part.which) - 1
        for one in exchanged(amendment, parts[at]) if at < len(parts) else ():
            yield heading, " ".join([*parts[:at], one, *parts[at + 1 :]]), rows
    else:
        yield from ((heading, one, rows) for one in exchanged(amendment, text))


def _at_place(amendment: Amendment, part: Part, was: str) -> list[str]:
    """A text with the new words at the one place of the old ones that is counted."""
    text, new = as_inside(amendment)(was), amendment.stated[0].new
    found = list(matched(amendment.stated[0].old).finditer(text))
    at = len(found) if part.which == "-1" else int(part.which)
    if not 1 <= at <= len(found):
        return []
    before, after = text[: found[at - 1].start()], text[found[at - 1].end() :]
    if before.endswith(OPENS):
        new = new[:1].upper() + new[1:]
        before = before[:-1]
    before = before.rstrip() if new[:1] in {"", *",.;:"} else before
    return [folded(re.sub(f"{OPENS}(.)", lambda one: one[1].upper(), before + new + after))]


def _without_rest(part: Part, was: str) -> list[str]:
    """A text up to the words that it says once, or from there, with what comes in for the rest."""
    pieces, words = matched(part.which).split(was), matched(part.which).findall(was)
    if len(pieces) != 2:
        return []
    if part.place == "before":
        return [folded(f"{part.words} {words[0]}{pieces[1]}")]
    last = (part.words or part.which)[-1:]
    stop = was[-1] if was[-1:] in ".,;" and last not in {*".,;:"} else ""
    gap = "" if part.words[:1] in {"", *",.;:"} else " "
    return [folded(f"{pieces[0]}{words[0]}{gap}{part.words}{stop}")]


def _heading(case: Case, amendment: Amendment) -> str:
    """The heading as the terms print it, without its number."""
    wanted = folded(_printed(case, amendment))
    label = re.match(r"((?:Part|Appendix|Schedule) \w+|[\d.]+[A-Z]?)[:.\s–—-]+", wanted)
    if label and str(citation(label[1].rstrip(".")) or "") == amendment.target:
        wanted = wanted[label.end() :]
    return wanted


def _sentence(was: str, amendment: Amendment, part: Part, new: str) -> Iterator[str]:
    """The base's sentences, counted by a plain rule, with the ordered one gone, new or changed."""
    parts = ENDS.split(was)
    at = len(parts) if part.place == "end" else int(part.which)
    at = len(parts) if at == -1 else at
    if not 1 <= at <= len(parts):
        return
    if amendment.action == "repeal":
        wanted = [*parts[: at - 1], *parts[at:]]
    elif part.place == "end" and new[-1:] not in _STOPS and was.endswith("."):
        wanted = [was[:-1] + new + "."] if new[:1] in ",;" else [was[:-1], new + "."]
    elif amendment.action == "substitution":
        wanted = [*parts[: at - 1], new, *parts[at:]]
    else:
        here = at - 1 if part.place == "before" else at
        wanted = [*parts[:here], new, *parts[here:]]
    yield " ".join(wanted)


def _row(
    was: list[list[str]], case: Case, amendment: Amendment, part: Part
) -> Iterator[list[list[str]]]:
    """The base's rows with the one of that key gone, changed, or new ones beside it."""
    fragment = case.terms.fragment(amendment.fragment or "")
    printed = [[folded(cell) for cell in row] for one in fragment if one.table
               for row in one.table.texts]  # fmt: skip
    given = [row for row in printed if row not in was[:1]]
    given += [[one.number.strip("()"), *one.own_text.split("\t")] for one in fragment if one.number]
    if part.words and was:  # told in a line: the key, and a word for each of the other cells
        said = re.sub(r"\s[|–—-]\s|[|:,](?=\s)", " ", part.words).strip(" .;").split()
        cut = len(said) - len(was[0]) + 1
        given.append([" ".join(said[:cut]), *said[cut:]])
    for at in _keyed(was, part):
        if amendment.action == "repeal":
            yield [*was[:at], *was[at + 1 :]]
        elif amendment.action == "substitution":
            yield [*was[:at], *given, *was[at + 1 :]]
        else:
            here = at if part.place == "before" else at + 1
            yield [*was[:here], *given, *was[here:]]


def _keyed(rows: list[list[str]], part: Part) -> list[int]:
    """The places of the rows that the order may mean."""
    key = re.compile(as_pattern(part.which), re.I)

    def bears(row: list[str]) -> bool:
        names = (*row, *(f"{head} {cell}" for head, cell in zip(rows[0], row, strict=False)))
        return any(map(key.fullmatch, names))

    if part.place == "end":
        return [len(rows) - 1] if rows else []
    return [at for at, row in enumerate(rows) if bears(row)]


# ------------------------------------------------------------- a bullet, a note, a definition


def _by_itself(case: Case, amendment: Amendment, part: Part, claims: list[Claim]) -> str:
    """A part that is a clause of its own: the meant one and no other, reading as printed."""
    printed = _texts(case, amendment)
    if amendment.action == "insertion":
        came = [claim.after or "" for claim in claims]
        new = [case.accepted[one].own_text for one in came if one in case.accepted]
        if sorted(map(folded, new)) != sorted(map(folded, printed)):
            return f"what came in is not the {part.kind} that the terms print"
        return next(filter(None, (_beside(case, part, one) for one in came)), "")
    if len(claims) > 1 or (not claims and amendment.action == "repeal"):
        return f"one {part.kind} is meant, and {len(claims)} are changed"
    for claim in claims:
        old = claim.before or ""
        if old not in case.base or not _is_meant(case, part, old):
            return f"{old} is not the {part.kind} that is meant"
        if claim.after is None:
            continue
        heading, text, rows = content(case.base[old])
        wanted = [(heading, folded(" ".join(printed)), rows)]
        if amendment.stated:
            wanted = carried_out(case, amendment, (heading, text, rows))
        if claim.after not in case.accepted or content(case.accepted[claim.after]) not in wanted:
            return f"{claim.after} does not read as the terms print it"
    return ""


def _holder(case: Case, amendment: Amendment, part: Part) -> str | None:
    """The clause that a part which is not claimed stands in."""
    if part.within is None:
        return amendment.target
    here = case.base.subtree(amendment.target) if amendment.target else case.base.clauses
    return next((one.id for one in here if _is_meant(case, part.within, one.id)), None)


def _is_meant(case: Case, part: Part, clause_id: str) -> bool:
    """Is a clause of the base the one of its kind that the order counts or calls by its term?"""
    clause = case.base[clause_id]
    if part.kind == "definition":
        return _defines(clause, part.which)
    if part.kind == "paragraph":
        above = clause.parent if clause.kind == "text" else clause.id
        beside = (case.base[above or ""], *case.base.under(above)) if above else ()
        prose = [one.id for one in beside if one.own_text and one.kind != "note"]
        at = -1 if part.which == "-1" else int(part.which) - 1
        return clause_id in prose[at:][:1]
    alike = [one.id for one in case.base.under(clause.parent) if one.kind == part.kind]
    if clause_id not in alike:
        return False
    if not part.which:
        return len(alike) == 1
    if not part.which.removeprefix("-").isdigit():
        return [one for one in alike if is_item(case.base[one], part.which)] == [clause_id]
    meant = len(alike) if part.which == "-1" else int(part.which)
    return alike.index(clause_id) == meant - 1


def _beside(case: Case, part: Part, clause_id: str) -> str:
    """Why a clause that came in does not stand where the order puts it; "" where it does."""
    came = {claim.after for claim in case.claims if claim.op == "insertion"}
    clause = case.accepted[clause_id]
    alike = [one for one in case.accepted.under(clause.parent) if one.kind == clause.kind]
    opens = part.kind == "definition" and part.place == "after"  # the text over a list is the first
    if (part.kind == "paragraph" or opens) and clause.parent in case.accepted:
        alike.insert(0, case.accepted[clause.parent or ""])
    at = [one.id for one in alike].index(clause_id)
    if part.place == "alphabetical":
        terms = [_opening(one) for one in alike[max(at - 1, 0) : at + 2]]
        return "" if terms == sorted(terms) else f"{clause_id} is out of alphabetical order"
    if part.place == "last" and part.kind == "definition":
        terms = [_opening(one) for one in alike]
        if terms == sorted(terms):
            return ""
    stood = [one for one in (alike[at::-1] if part.place == "after" else alike[at:])
             if one.id not in came]  # fmt: skip
    if part.place in {"end", "last"}:
        return f"{clause_id} is not at the end" if stood else ""
    old = case.back.get(stood[0].id, stood[0].id) if stood else ""
    if old in case.base and _is_meant(case, part, old):
        return ""
    return f"{clause_id} does not stand {part.place} the {part.kind} that is meant"


def _defines(clause: Clause, term: str) -> bool:
    """Does a clause begin with a term, in quotation marks or not?"""
    return bool(re.match(rf"[“\"‘']?{as_pattern(term)}(?!\w)", clause.own_text.strip(), re.I))


def _opening(clause: Clause) -> str:
    """The letters that a definition begins with, as an alphabet has them."""
    text = clause.own_text.casefold().translate(str.maketrans("āēīōū", "aeiou"))
    term = re.match(r"\W*([^“”\"]+?)(?:[”\"]| means| includes)", text)
    return " ".join(re.findall(r"\w+", term[1] if term else text))


def _texts(case: Case, amendment: Amendment) -> list[str]:
    part = amendment.part
    if part is not None and part.words:
        return [_NOTE.sub("", part.words)]
    printed = case.terms.fragment(amendment.fragment or "")
    return [_NOTE.sub("", one.own_text or one.heading_text) for one in printed]


def _printed(case: Case, amendment: Amendment) -> str:
    return " ".join(_texts(case, amendment))
