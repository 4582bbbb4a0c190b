"""What the terms print with the wording of an order that is no wording, no order and no remark.

Every paragraph of an item is put into the agreement, read as an order, or listed as what stays in
the terms. What is none of these is told here, by where it stands and not by how it was read: an
order by whose wording such text stands may have been given only half of its wording.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from clausetrack.amend.passages import Passage, divides, items
from clausetrack.amend.remarks import in_marks, is_remark
from clausetrack.amend.splitting import split
from clausetrack.amend.targets import wording_of
from clausetrack.errors import finding
from clausetrack.model import Clause, Document, Finding, Line, Source, tops
from clausetrack.segment.labels import classify, is_heading
from clausetrack.segment.tree import OWN_NUMBERS
from clausetrack.segment.wording import is_duty, is_prose
from clausetrack.settlement import Amendment, TermsOnly

_TITLES = 2  # lines that may stand over an order
_SHOWN, _FIRST_WORDS = 80, 60  # characters of a paragraph by which a reader knows it


@dataclass(frozen=True, slots=True)
class Left:
    """A paragraph that is used nowhere, and the amendments whose wording it stands by.

    A `remark` is plainly the terms' own.
    """

    item: str
    clause: Clause
    amendments: tuple[str, ...]
    remark: bool

    @property
    def text(self) -> str:
        return words(self.clause)

    @property
    def finding(self) -> Finding:
        code = "wording-unused"
        message = f"the terms print “{shown(self.text)}” with wording, and nothing takes it up"
        return finding(code, message, "", self.clause.source, self.text[:_SHOWN])


def left(
    terms: Document,
    amendments: Sequence[Amendment],
    terms_only: Iterable[TermsOnly],
    findings: Iterable[Finding],
) -> Iterator[Left]:
    """The paragraphs by the wording of orders that none of the others account for."""
    ordering = {one.source for one in amendments}
    told = ordering | {one.source for one in terms_only} | {one.source for one in findings}
    kept: dict[str, set[str]] = {}
    for one in terms_only:
        for line in one.text.splitlines():
            kept.setdefault(one.item, set()).update((line, *split(line)))
    bound: dict[str, list[str]] = {}
    for each in amendments:
        if each.fragment is not None:
            bound.setdefault(each.fragment, []).append(each.id)
    read = [(item, passages) for item, passages, _ in items(terms)]
    for item, passages in read:
        listed = kept.get(item.id, set())
        ends = _ends(passages, ordering, last=item is read[-1][0])
        printed: tuple[Clause, ...] = ()  # the wording that a passage stands behind
        behind = False  # the passage before was the wording itself
        apart = False  # a heading has come, so that no paragraph is of the order before it
        before: list[Clause] = []  # what looks like wording, and stands between it and its order
        for passage, end in zip(passages, ends, strict=True):
            if passage.fragment is not None:
                printed = terms.fragment(passage.fragment)
                owners = tuple(bound.get(passage.fragment, ()))
                yield from (Left(item.id, one, owners, False) for one in before)
                before, behind, apart = [], True, False
                continue
            topic = end and passage.under
            if topic or passage.clause.source in ordering or _is_over(passage, ordering):
                printed, before, apart = (), [], False
            if not printed:
                before += [one for one in (passage.clause, *passage.under)
                           if one.source not in told and _may_be_wording(one)]  # fmt: skip
            apart = apart or passage.clause.kind == "heading"
            if not printed or (end and not _opens(printed[-1])):
                continue
            owners = tuple(bound.get(printed[0].fragment or "", ()))
            if behind and _may_go_on(terms, passage, printed):
                yield Left(item.id, passage.clause, owners, False)
            behind = False
            remark = _is_theirs(item, passage, printed)
            if remark and passage.clause.kind == "text" and not apart:
                continue  # it is quoted with the order
            for clause in (passage.clause, *passage.under):
                said = split(clause.own_text) or [clause.printed]
                if clause.source not in told and clause.printed not in listed \
                        and not listed.issuperset(said):  # fmt: skip
                    yield Left(item.id, clause, owners, remark)


def _ends(passages: Sequence[Passage], ordering: set[Source], *, last: bool) -> list[bool]:
    """For each passage, is it a title over the next order, or over the next item?

    Two such lines may stand there ("Part B" and "Pay"); more are no titles.
    """
    out: list[bool] = []
    over = 0 if last else _TITLES
    for passage in reversed(passages):
        ordered = passage.under and passage.under[0].source in ordering  # "Pay", and "(b) Delete …"
        over = _TITLES if ordered else over
        bare = passage.fragment is None and not (passage.under and not ordered)
        titled = bare and _may_be_title(passage.clause)
        over = over - 1 if titled else 0
        out.append(over >= 0 and titled)
        if passage.clause.source in ordering:
            over = _TITLES
    return out[::-1]


def _is_over(passage: Passage, ordering: set[Source]) -> bool:
    """Does a line lead into a list of orders? What it says goes for each of them."""
    return passage.lead.rstrip().endswith(":") and any(
        one.source in ordering for one in passage.under
    )


def _may_be_title(clause: Clause) -> bool:
    if clause.kind == "heading":
        return clause.heading_text.strip()[:1].isupper()
    line = clause.kind == "text" and classify(Line(clause.text, clause.source)).kind == "division"
    return line or divides(clause)


def _may_be_wording(clause: Clause) -> bool:
    """Is a line with a label of its own the heading of a clause, and no word of the order?"""
    return bool(clause.number) and clause.kind != "item" and is_heading(clause.own_text, "")


def _opens(clause: Clause) -> bool:
    """Does wording break off with a clause, so that more of it has to follow?"""
    return clause.printed.rstrip().endswith((":", ",", "–", "—"))


def _may_go_on(terms: Document, passage: Passage, printed: Sequence[Clause]) -> bool:
    """May a paragraph of what the parties shall do be wording, where no mark has ended that?"""
    marked = in_marks(terms, printed[0].fragment or "")
    return passage.clause.kind == "text" and not marked and is_duty(passage.clause.own_text)


def _is_theirs(item: Clause, passage: Passage, printed: Sequence[Clause]) -> bool:
    """Does a paragraph speak as the terms do, or behind a table that is all the wording?"""
    text, heading = passage.clause.own_text, passage.clause.heading_text
    if passage.clause.kind == "clause" and passage.clause.parent == item.id:
        # "5.2" of item 5 behind the table of a Schedule, where no clause of the agreement counts on
        return all(one.kind == "table" and one.id.startswith(OWN_NUMBERS) for one in printed)
    if passage.clause.kind not in {"text", "heading"} or passage.clause.number:
        return False
    tables = bool(text) and all(one.kind == "table" for one in printed)
    said = text or heading
    return tables or is_prose(said) or is_remark(said)


def unused(terms: Document, amendments: Iterable[Amendment]) -> list[Finding]:
    """Quoted wording of the terms that no amendment takes up."""
    every = tuple(amendments)
    findings = []
    for fragment in terms.fragments:
        used: set[str] = set()
        for amendment in every:
            if amendment.fragment == fragment.id:
                printed = wording_of(terms, amendment, every)
                heads = [head for opening in printed.opening.values() for head in opening]
                for top in (*printed.units, *heads):
                    used |= {clause.id for clause in printed.tree.subtree(top.id)}
        for clause in tops(tuple(c for c in terms.fragment(fragment.id) if c.id not in used)):
            what = f"{_item(fragment.item)} prints {_called(clause)}"
            findings.append(
                finding(
                    "wording-unused",
                    f"{what}, and no instruction takes it up",
                    clause.id,
                    clause.source,
                    clause.printed[:80],
                )
            )
    return findings


def _item(item: str) -> str:
    return f"item {item}" if item[:1].isdigit() else f"the item “{item}”"


def _called(clause: Clause) -> str:
    """A clause by its number, or by its first words where it has none."""
    numbered = clause.number and clause.citable
    return clause.id if numbered else f"“{shown(words(clause), _FIRST_WORDS)}”"


def words(clause: Clause) -> str:
    """All that a clause prints, and the cells of its table."""
    rows = clause.table.texts if clause.table else []
    return " ".join(filter(None, (clause.printed, *(cell for row in rows for cell in row))))


def shown(text: str, most: int = _SHOWN) -> str:
    """The first words of a text, by which a reader knows it."""
    words = " ".join(text.split())
    return words if len(words) <= most else f"{words[:most].rpartition(' ')[0]} …"
