"""The given wordings: does each stand in the new agreement as the terms print it?

The third statement of the proof.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from clausetrack import values
from clausetrack.amend.tree import Tree, as_pattern, citation, folded, is_numbered, wording
from clausetrack.model import Clause
from clausetrack.settlement import Amendment, Outcome, StatedChange
from clausetrack.verbatim_case import Case, Claim, Printed, content

#: What stands before the start of a sentence.
_STARTS = re.compile(r"(?:^|[.!?][”\"’)\]]*\s+)$")
_ENDS = " .;,:"
_ITEM = re.compile(r"\([a-z0-9]{1,4}\)\s")
#: The clauses of a list, as it numbers them.
_CITED = re.compile(r"(?<![\w.$])[A-Z]{0,2}\d[\w.]*(?:\([a-z]+\))*(?!\w|\s?%| per cent)")


# --------------------------------------------------------------------------- 3: given wording


def failures(case: Case) -> Iterator[str]:
    """A sentence for each wording of an applied instruction that does not stand as printed."""
    for outcome in case.outcomes:
        amendment = outcome.amendment
        if not outcome.done or amendment.part is not None:  # for parts, see `verbatim_parts`
            continue
        if exchanges(amendment):
            yield from _figure(case, outcome)
        if amendment.action == "repeal":
            yield from _gone(case, amendment)
            continue
        given = case.printed(amendment)
        printed = given.tree
        for top in given.tops:
            if top not in printed:
                yield f"{amendment.id}: the terms print no wording for {top}"
            elif is_numbered(printed[top]):
                yield from _unit(case, amendment, printed.subtree(top))
            elif printed[top].kind == "heading":
                yield from _heading(case, amendment, printed, top)
            else:
                yield from _unnumbered(case, amendment, printed[top])


def _unit(case: Case, amendment: Amendment, printed: Sequence[Clause]) -> Iterator[str]:
    """A numbered unit: whole and nothing else, or, where it was added, all there and once."""
    top = printed[0].id
    if top not in case.accepted:
        yield f"{amendment.id}: clause {top} is not in the new agreement"
        return
    standing = case.accepted.subtree(top)
    adds = amendment.action == "insertion"
    here = [_name(clause) for clause in standing]
    want = [_name(clause) for clause in printed]
    at = 0
    for name, clause in zip(want, printed, strict=True):
        fits = (i for i in range(at, len(standing)) if here[i] == name
                and _reads(case, standing[i], clause, adds=adds))  # fmt: skip
        if (place := next(fits, None)) is None:
            yield f"{amendment.id}: {clause.id} does not stand as the terms print it"
            return
        if not adds and place != at:
            yield f"{amendment.id}: {standing[at].id} in clause {top} is not in the wording"
            return
        at = place + 1
    if not adds and at < len(standing):
        yield f"{amendment.id}: {standing[at].id} in clause {top} is not in the wording"
    if adds:
        yield from _doubled(case, amendment, printed, standing)


def _doubled(
    case: Case, amendment: Amendment, printed: Sequence[Clause], standing: Sequence[Clause]
) -> Iterator[str]:
    """Unnumbered clauses of an addition that stand more often than printed or in the base."""

    def counted(clauses: Iterable[Clause], moved: dict[str, str]) -> Counter[str]:
        return Counter(
            f"{moved.get(one.parent or '', one.parent)} {one.kind} {content(one)}"
            for one in clauses
            if not is_numbered(one)
        )

    allowed = counted(printed, {}) | counted(case.base.clauses, case.renumbered)
    more = counted(standing, {}) - allowed
    for clause in standing:
        if counted((clause,), {}) & more:
            yield f"{amendment.id}: {clause.id} stands more than once"


def _name(clause: Clause) -> str:
    """What a clause of the wording is found by: its number, or its kind where it has none."""
    return clause.id if is_numbered(clause) else clause.kind


def _reads(case: Case, have: Clause, want: Clause, *, adds: bool) -> bool:
    """Does a clause read as printed? A heading that the wording does not print is the base's."""
    heading, text, cells = content(have)
    wanted, words, rows = content(want)
    if cells != rows:
        return False
    old = case.back.get(have.id, have.id)
    was: Printed = content(case.base[old]) if old in case.base else ("", "", [])
    if folded(f"{heading} {text}") == folded(f"{wanted} {words}"):
        return True
    if not wanted and heading == was[0] and text == words:
        return True
    # A line of the wording that prints no text of its own leaves the base's where it only adds.
    return (
        not words and (adds or want.inferred) and text == was[1] and heading == (wanted or was[0])
    )


def _heading(case: Case, amendment: Amendment, printed: Tree, top: str) -> Iterator[str]:
    """An unnumbered heading beside the wording: right before the clause that it opens."""
    at = printed.at[top]
    after = next((one for one in printed.clauses[at:] if is_numbered(one)), None)
    place = case.accepted.at.get(after.id) if after else len(case.accepted.clauses)
    said = content(printed[top])
    before = case.accepted.clauses[:place][-len(printed.clauses) :] if place is not None else ()
    while before and before[-1].kind == "heading" and content(before[-1]) != said:
        before = before[:-1]
    if not before or content(before[-1]) != said:
        yield f"{amendment.id}: the heading “{said[0]}” does not stand where the terms print it"


def _unnumbered(case: Case, amendment: Amendment, printed: Clause) -> Iterator[str]:
    """A table, note or paragraph printed alone: once, under its clause, cell for cell."""
    above = citation(printed.id)
    parent = str(above.parent) if above and above.parent else ""
    home = next((one for one in (parent, amendment.target) if one in case.accepted), None)
    pool = case.accepted.subtree(home) if home is not None else case.accepted.clauses
    same = [clause for clause in pool if clause.kind == printed.kind
            and content(clause)[1:] == content(printed)[1:]]  # fmt: skip
    if len(same) != 1:
        said = "does not stand as the terms print it" if not same else "stands more than once"
        yield f"{amendment.id}: {printed.id} {said}"
        return
    old = case.back.get(same[0].id, same[0].id)
    caption = content(case.base[old])[0] if old in case.base else ""
    if amendment.action == "substitution" and content(same[0])[0] != caption:
        yield f"{amendment.id}: the caption of {same[0].id} is not the base's"


def _gone(case: Case, amendment: Amendment) -> Iterator[str]:
    for top in amendment.clauses or ((amendment.target,) if amendment.target else ()):
        both = top in case.base and top in case.accepted and top not in case.back
        if both and content(case.accepted[top]) == content(case.base[top]):
            yield f"{amendment.id}: clause {top} is still in the new agreement"


def exchanges(amendment: Amendment) -> bool:
    """Does the instruction print no whole clause: an old figure or words and the new, or a part?"""
    if amendment.part is not None:
        kinds = {"words", "occurrence", "rest", "references", "sentence", "row", "heading"}
        return amendment.part.kind in kinds
    return amendment.wording == "figures" or (amendment.fragment is None and bool(amendment.stated))


def _figure(case: Case, outcome: Outcome) -> Iterator[str]:
    """A figure alone: the base's words, but for one old figure that reads as the new one."""
    claims = [claim for claim in case.claims if claim.outcome is outcome]
    amendment = outcome.amendment
    if not amendment.stated:
        amendment = replace(amendment, stated=_only_amounts(case, amendment))
    stated = amendment.stated
    if len(stated) > 1:
        yield from _exchanged(case, outcome, claims)
        return
    if len(claims) != 1 or len(stated) != 1:
        yield f"{outcome.amendment.id}: figures change one clause by one figure, or none"
        return
    before, after = claims[0].before or "", claims[0].after or ""
    gone = case.base[before] if claims[0].after is None and before in case.base else None
    if gone is not None and takes_out(outcome.amendment, gone):
        return
    if before in case.base and after in case.accepted:
        was, now = content(case.base[before]), content(case.accepted[after])
        if case.shared(claims[0]) or now in exchanged_in(amendment, was):
            return
    yield f"{claims[0]} is not {stated[0].new} in place of {stated[0].old}"


def takes_out(amendment: Amendment, clause: Clause) -> bool:
    """Is the clause to go: by the order, or since the words that go are all that a bullet says?"""
    words = [one.old for one in amendment.stated if one.gone]
    alone = len(words) == len(amendment.stated) == 1 and clause.kind == "bullet"
    return amendment.action == "repeal" or (alone and is_item(clause, words[0]))


def is_item(clause: Clause, words: str) -> bool:
    """Is that all that a clause says, but for a stop, "and" or "or" behind it?"""
    said, old = (folded(text).rstrip(_ENDS) for text in (clause.own_text, words))
    joined = said.removesuffix(" and").removesuffix(" or").rstrip(_ENDS)
    return old in {said, joined} and old != ""


def _only_amounts(case: Case, amendment: Amendment) -> tuple[StatedChange, ...]:
    """The one amount of the clause, and that of the order, where each has one and no other."""
    target = amendment.target or ""
    here = case.base.subtree(target) if target in case.base else ()
    old = values.money(" ".join(wording([clause]) for clause in here))
    rows = [row for clause in here for row in _rows_named(clause, amendment.instruction)]
    if len(old) > 1 and len(rows) == 1:  # "Step 2 increases to $56,000"
        old = values.money(rows[0])
    new = values.money(amendment.instruction)
    if len(new) > 1 and amendment.instruction.rstrip(" .;").endswith("respectively"):
        cited = _CITED.findall(amendment.instruction[: new[0].start])
        at = cited.index(target) if cited.count(target) == 1 else len(new)
        new = new[at : at + 1] if len(cited) == len(new) else ()
    return (StatedChange(old[0].text, new[0].text),) if len(old) == len(new) == 1 else ()


def _rows_named(clause: Clause, said: str) -> list[str]:
    """The rows of a table of which a cell stands in an order, by itself or behind its heading."""
    _, _, rows = content(clause)
    named = (
        any(
            any(map(str.isalpha, one)) and re.search(rf"(?<!\w){re.escape(one)}(?!\w)", said, re.I)
            for head, cell in zip(rows[0], row, strict=False)
            for one in (cell, f"{head} {cell}")
        )
        for row in rows[1:]
    )
    return [" ".join(row) for row, is_named in zip(rows[1:], named, strict=True) if is_named]


def exchanged_in(amendment: Amendment, was: Printed) -> list[Printed]:
    """What a clause may print with the stated words changed in its text or in a cell."""
    heading, text, rows = was
    if len(amendment.stated) == 1:
        out: list[Printed] = [(heading, one, rows) for one in exchanged(amendment, text)]
        for at, row in enumerate(rows):
            for i, cell in enumerate(row):
                for one in exchanged(amendment, cell):
                    now = [*row[:i], one, *row[i + 1 :]]
                    out.append((heading, text, [*rows[:at], now, *rows[at + 1 :]]))
        return out

    def put(one: str) -> str:
        return next(iter(exchanged(amendment, one)), one)

    changed = (heading, put(text), [[put(cell) for cell in row] for row in rows])
    return [changed] if changed != was else []


def exchanged(amendment: Amendment, was: str) -> list[str]:
    """What a text may read as with the stated words in place of the old; none where it cannot."""
    stated = amendment.stated
    if len(stated) == 1:
        spans = _spans(was, stated[0].old, opens=not stated[0].gone)
        return [folded(_put(was, span, _opening(was, span, stated[0]))) for span in spans]
    here = [
        (spans[0], _opening(was, spans[0], one))
        for one in stated
        if (spans := _spans(was, one.old, opens=not one.gone))
    ]
    text = was
    for span, new in sorted(here, reverse=True):
        text = _put(text, span, new)
    return [folded(text)] if here else []


def _exchanged(case: Case, outcome: Outcome, claims: Sequence[Claim]) -> Iterator[str]:
    """Several words for words: put into the base's text from the back, they give the new one."""
    left = list(outcome.amendment.stated)
    for claim in claims:
        before, after = claim.before or "", claim.after or ""
        if before not in case.base or after not in case.accepted:
            yield f"{claim} is of no clause"
            continue
        was, now = content(case.base[before]), content(case.accepted[after])
        texts = (was[1], *(cell for row in was[2] for cell in row))
        left = [
            one
            for one in left
            if not any(_spans(text, one.old, opens=not one.gone) for text in texts)
        ]
        if not case.shared(claim) and now not in exchanged_in(outcome.amendment, was):
            yield f"{claim} is not the stated words in place of the old ones"
    if left and claims:
        yield f"{outcome.amendment.id}: {left[0].new} is not in place of {left[0].old}"


def _opening(text: str, span: tuple[int, int], change: StatedChange) -> str:
    """New words with the capital that the old ones have at the start of a sentence.

    Those that stay have the marks that they have in the text ("one month’s").
    """
    old, there = change.old.split(), text[slice(*span)].split()
    stay = dict(zip(old, there, strict=True)) if len(old) == len(there) else {}
    stay = {one: other for one, other in stay.items() if re.fullmatch(as_pattern(one), other)}
    new = re.sub(r"\S+", lambda word: stay.get(word[0], word[0]), change.new)
    capital = text[span[0] : span[0] + 1].isupper() and _STARTS.search(text[: span[0]])
    return new[:1].upper() + new[1:] if capital else new


def _spans(text: str, old: str, *, opens: bool) -> list[tuple[int, int]]:
    """Where `text` has the words `old` by themselves, or the same value written otherwise.

    `opens` says that they may have a capital where they open a sentence.
    """
    meant = [value.value for value in values.find(old) if value.value is not None]
    words = as_pattern(old)
    # "part" is no word of "part-time"
    before = r"(?<![\w‑])(?<!\w-)" if old.strip()[:1].isalnum() else ""
    after = r"(?![\w‑]|-\w)"
    found = [one.span() for one in re.finditer(rf"{before}{words}{after}", text)]
    if opens and words[:1].islower():
        said = re.finditer(rf"{before}{words[0].upper()}{words[1:]}{after}", text)
        found += [one.span() for one in said if _STARTS.search(text[: one.start()])]
    return found + [
        (value.start, value.end) for value in values.find(text) if value.value in meant
    ]


def _put(text: str, span: tuple[int, int], new: str) -> str:
    """`text` with `new` for what stands in `span`; no space before a comma.

    Of the commas around an item of a list that goes, "(c) tea", one goes with it.
    """
    before = text[: span[0]].rstrip() if not new or new[0] in ",.;:" else text[: span[0]]
    after = text[span[1] :]
    if not new and _ITEM.match(text[span[0] :]) and before[-1:] in {",", ";"}:
        before = before[:-1] if after.startswith(before[-1]) else before
    return before + new + (after if before or new else after.lstrip())
