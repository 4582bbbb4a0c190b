"""Agreements and wording written as a person would jot them down, and what reading back gives.

One line a clause: its ID and its text, `4.9 = Heading` for a heading, `== Words` for an unnumbered
one, `Note: ...`, `* bullet`, `~ paragraph`, `| a | b |` for the rows of a table after its caption
`^ Caption`. Dates in a table's heading are written `2026-01-28`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from documents import clause, document, table
from hypothesis import strategies as st

from clausetrack.amend.apply import apply
from clausetrack.marked_spans import ChangedSpan
from clausetrack.markup import Markup, markup
from clausetrack.model import (
    Clause,
    Column,
    Document,
    Fragment,
    Line,
    Reading,
    Run,
    Runs,
    Source,
    Table,
)
from clausetrack.numbering import parse
from clausetrack.prove import prove
from clausetrack.segment import build
from clausetrack.settlement import Amendment, Applied, Instructions, Outcome, StatedChange

_LINE = re.compile(
    r"(?P<id>(?:Part|Appendix) \w+(?: \d[\d.]*)?|\d[\w.]*(?:\([a-z]+\))*)"
    r"(?: = (?P<heading>[^=]*))?(?: ?=? (?P<text>.*))?"
)
_MARKS = {"Note: ": "note", "* ": "bullet", "~ ": "text"}


def clauses(text: str, fragment: str | None = None) -> tuple[Clause, ...]:
    """The clauses that the lines of `text` are, in one ID space."""
    out: list[Clause] = []
    counts: Counter[tuple[str | None, str]] = Counter()
    rows: list[list[str]] = []
    caption = ""
    division = unit = deepest = None

    def positional(kind: str, parent: str | None) -> str:
        counts[parent, kind] += 1
        word = "paragraph" if kind == "text" else kind
        return f"{parent or ''} {word} {counts[parent, kind]}".strip()

    for line in [*(line.strip() for line in text.strip().splitlines()), ""]:
        if line.startswith("|"):
            rows.append([cell.strip() for cell in line.strip("|").split("|")])
            continue
        if rows:
            here = positional("table", unit or division)
            out.append(_tabled(here, caption, unit or division or "", rows))
            rows, caption = [], ""
        mark = next((mark for mark in _MARKS if line.startswith(mark)), None)
        if line.startswith("^ "):
            caption = line[2:]
        elif line.startswith("== "):
            out.append(Clause(line[3:], "heading", heading=(Run(line[3:]),), citable=False,
                              parent=str(parse(unit).parent) if unit else None))  # fmt: skip
        elif mark is not None:
            kind = _MARKS[mark]
            parent = deepest if kind in {"note", "bullet"} else unit or division
            label = (Run("Note:"),) if kind == "note" else ()
            made = clause(
                positional(kind, parent), line[len(mark) :], kind=kind, parent=parent or ""
            )
            out.append(made._replace(label=label, number="Note" if label else ""))
        elif line:
            found = _LINE.fullmatch(line)
            assert found, line
            present = {one.id for one in out}
            above = parse(found["id"]).parent
            while above is not None and str(above) not in present:
                above = above.parent
            parent = str(above) if above else division if found["id"][0].isdigit() else None
            said, heading = found["text"] or "", (found["heading"] or "").strip()
            made = clause(found["id"], said, heading=heading,
                          parent=parent or "")  # fmt: skip
            out.append(made)
            if made.kind == "part":
                division, unit, deepest = made.id, None, made.id
            else:
                deepest = made.id
                unit = made.id if made.kind == "clause" else unit
    inside = {one.id for one in out}
    return tuple(
        one._replace(fragment=fragment, parent=one.parent if one.parent in inside else None)
        for one in out
    )


def _tabled(clause_id: str, caption: str, parent: str, rows: Sequence[Sequence[str]]) -> Clause:
    return clause(clause_id, heading=caption, kind="table", parent=parent, table=_table(rows))


def _table(rows: Sequence[Sequence[str]]) -> Table:
    columns = []
    for heading in rows[0]:
        days = [date.fromisoformat(day) for day in re.findall(r"\d{4}-\d\d-\d\d", heading)]
        role = "key" if heading.startswith("Step") else "rate" if "Rate" in heading else "other"
        end = days[0] if days and "until" in heading else None
        columns.append(Column(heading, role, days[0] if days and not end else None, end))
    return table(rows, columns)


def agreement(text: str, name: str = "STCA", version: str = "2022-25") -> Document:
    """An agreement whose clauses are the lines of `text`, each with its permanent key."""
    made = document(*clauses(text), agreement=name, version=version)
    keyed = (one._replace(key=f"{one.id}@{version}") for one in made.clauses)
    return replace(made, clauses=tuple(keyed))


def terms(*wordings: str, name: str = "STCA", version: str = "2025-27") -> Document:
    """Terms of settlement with an item and a fragment for each of `wordings`: "1 quoted 1" ..."""
    made: list[Clause] = []
    fragments = []
    for item, wording in enumerate(wordings, 1):
        made.append(Clause(str(item), "item", str(item), heading=(Run(f"Item {item}"),)))
        if wording:
            fragments.append(Fragment(f"{item} quoted 1", str(item)))
            made += clauses(wording, fragments[-1].id)
    return replace(
        document(kind="terms", agreement=name, version=version),
        clauses=tuple(made),
        fragments=tuple(fragments),
    )


def amendment(
    item: int,
    target: str | None,
    *,
    action: str = "substitution",
    wording: str = "given",
    instruction: str = "",
    described: str = "",
    stated: tuple[str, str] | None = None,
    after: str | None = None,
    fragment: bool = True,
    printed: tuple[str, ...] = (),
) -> Amendment:
    """The instruction of an item; its wording is the item's fragment."""
    how = f" from {stated[0]} to {stated[1]}." if stated else " as follows:"
    return Amendment(
        id=f"{item}#1",
        item=str(item),
        action=action,
        target=target,
        wording=wording,
        instruction=instruction or f"Amend clause {target}{how}",
        described_target=described,
        clauses=printed,
        fragment=f"{item} quoted 1" if fragment and wording == "given" else None,
        stated=(StatedChange(*stated),) if stated else (),
        after=after,
    )


def instructions(*amendments: Amendment) -> Instructions:
    return Instructions(amendments, ())


def printed(document: Document | Sequence[Clause]) -> list[str]:
    """Each clause as one line: what a reader of the paper sees."""
    here = document.clauses if isinstance(document, Document) else document
    lines = []
    for one in here:
        rows = ["|".join(row) for row in one.table.texts] if one.table else []
        lines.append(" / ".join([one.printed, *rows]))
    return lines


def spans(applied: Applied) -> tuple[ChangedSpan, ...]:
    """The revisions that a faithful writer would put into the bytes for these edits."""
    out = []
    for edit in applied.edits:
        old = printed([edit.old])[0] if edit.old else ""
        new = printed([edit.new])[0] if edit.new else ""
        if old != new and edit.old:
            out.append(ChangedSpan("deleted", edit.old.id, old))
        if old != new and edit.new:
            out.append(ChangedSpan("inserted", edit.new.id, new))
    return tuple(out)


def reread(document: Document) -> Document:
    """The agreement as it is read again from its printed lines."""
    # Text that names no agreement and is hardly numbered would not be read as one.
    opening = Run("This is the Sample Teachers’ Collective Agreement 2022-25, and it says this.")
    bare = bool(document.clauses[0].number)
    lines = [Line((opening,), Source("sample.txt", 1))] if bare else []

    def add(runs: Runs, style: str = "") -> None:
        lines.append(Line(runs, Source("sample.txt", len(lines) + 1), style))

    for number, one in enumerate(document.clauses):
        if one.heading or one.text:
            space = (Run(" "),) if one.label else ()
            add((*one.label, *space, *(one.heading or one.text)),
                {"heading": "heading", "bullet": "list"}.get(one.kind, ""))  # fmt: skip
        if one.heading and one.text:
            add(one.text)
        for row in one.table.rows if one.table else ():
            here = Source("sample.txt", len(lines) + 1)
            lines.append(Line((), here, cells=row, table=number))
    read = build(Reading(tuple(lines), "sample.txt"))
    return replace(read, clauses=read.clauses[1:]) if bare else read


# ------------------------------------------------------------------------------------- a sample

SAMPLE = agreement(
    """
    Part 1 = Term
    1.6 = Term = It runs until a day in 2025.
    1.8 = Definitions = In this agreement:
    1.8(h) “Teacher” means a person appointed, and:
    1.8(h)(i) a trained one; and
    1.8(h)(ii) an untrained one.
    1.8(i) “Union” means the union.
    ~ These meanings hold in every Part.
    Part 4 = Pay
    4.1 = Scales
    4.1.1 Teachers are paid on this scale.
    ^ Base scale
    | Step | Rates from 2024-12-02 |
    | 1 | $61,000 |
    | 2 | $64,000 |
    ~ The letter E marks an entry step.
    4.3 = Units
    4.3.1 Units recognise responsibility.
    4.3.2 A unit is worth $5,000 each year.
    4.4 = Other allowances
    4.4.1 Travel is paid at 62 cents for each kilometre.
    4.9 = Increment
    4.9.1 A teacher may be paid it if:
    4.9.1(a) the post is permanent; and
    4.9.1(b) the principal agrees.
    4.9.2 It is worth $1,600.
    4.9.9 A teacher who moves keeps it.
    Note: This does not reach a teacher on leave.
    4.10 = Tutors
    4.10.1 A tutor is paid under clause 4.9.2.
    Part 6 = Leave
    6.2.8 = Disregarded leave
    6.2.8(a) It is granted for two years.
    6.2.8(b) Days deducted are given back.
    6.2.8(g) Apply through the employer.
    Note: A form is on the website.
    6.2.9 A refusal under clause 6.2.8(g) may be looked at again.
    """
)


SCALE = """
^ Scale of pay
| Step | Rates until 2026-01-27 | Rates from 2026-01-28 |
| 1 | $61,000 | $63,000 |
| 2 | $64,000 | $66,000 |
"""


def figure(old: str, new: str, target: str | None = "4.4.1", **more: str) -> Amendment:
    said = f"The rate increases from {old} to {new}."
    return amendment(1, target, wording="figures", stated=(old, new), instruction=said, **more)  # type: ignore[arg-type]


def run(base: Document, *ordered: Amendment, wording: tuple[str, ...] = ()) -> Applied:
    """Apply, and hold the result against the proof: it must stand whatever was ordered."""
    given = terms(*wording)
    said = instructions(*ordered)
    applied = apply(base, given, said)
    proof = prove(base, given, said, applied, base, applied.document, spans(applied))
    assert proof.failures == ()
    return applied


def only(applied: Applied) -> Outcome:
    assert len(applied.outcomes) == 1
    return applied.outcomes[0]


def operations(outcome: Outcome) -> list[str]:
    return [f"{one.op} {one.clause}" for one in outcome.operations]


def lines(applied: Applied) -> list[str]:
    return printed(applied.document)


def changed(applied: Applied, base: Document = SAMPLE) -> tuple[list[str], list[str]]:
    """The printed lines that went and those that came: all else is as in the base."""
    old, new = printed(base), lines(applied)
    return [line for line in old if line not in new], [line for line in new if line not in old]


# ----------------------------------------------------------------------------------- at random

_SAYINGS = (
    "The board will pay it.",
    "Leave is granted.",
    "A unit is worth $5,000.",
    "It must be in writing.",
    "The school may close.",
    "Each year it is reviewed.",
)


@st.composite
def bodies(draw: st.DrawFn, most: int = 6) -> str:
    """Clauses 2.1 to 2.9 in order, some with lettered paragraphs, notes, bullets or a table."""
    numbers = draw(st.lists(st.integers(1, 9), min_size=1, max_size=most, unique=True))
    lines: list[str] = []

    def text() -> str:
        return " ".join(draw(st.lists(st.sampled_from(_SAYINGS), min_size=1, max_size=4)))

    for number in sorted(numbers):
        heading = draw(st.sampled_from(["", "", "= Pay = ", "= Leave = "]))
        lines.append(f"2.{number} {heading}{text()}")
        if draw(st.booleans()):
            lines.append(f"~ {text()}")
        if draw(st.integers(0, 4)) == 0:
            lines += ["| Step | Rates from 2024-12-02 |", f"| 1 | ${draw(st.integers(1, 3))} |"]
        for letter in "abcd"[: draw(st.integers(0, 4))]:
            lines.append(f"2.{number}({letter}) {text()}")
            lines += [f"* {text()}"] * draw(st.integers(0, 1))
        lines += [f"Note: {text()}" for _ in range(draw(st.integers(0, 2)))]
    return "\n".join(lines)


def on(agreement: str, terms: str) -> Callable[[str], Markup]:
    """What carries out orders on an agreement: in `terms` they stand for "{}", else behind it."""
    if "{}" not in terms:
        terms = f"{terms}{{}}\n"

    def carried_out(orders: str) -> Markup:
        return markup(agreement.encode(), terms.replace("{}", orders).encode(),
                      base_name="agreement.txt", terms_name="terms.txt")  # fmt: skip

    return carried_out


def statuses(done: Markup) -> list[str]:
    """What became of each amendment."""
    return [outcome.status for outcome in done.applied.outcomes]


def texts(done: Markup) -> dict[str, str]:
    """The own text of each clause of the new agreement."""
    return {one.id: one.own_text for one in done.applied.document.clauses}


def texts_changed(done: Markup, before: Mapping[str, str]) -> dict[str, str | None]:
    """The clauses that read otherwise than before, with what they say; None where they are gone."""
    now = texts(done)
    return {one: now.get(one) for one in {**before, **now} if now.get(one) != before.get(one)}


@st.composite
def orders(draw: st.DrawFn) -> tuple[Document, Instructions]:
    """Terms with up to three items that amend such a body, and their instructions."""
    wordings: list[str] = []
    ordered: list[Amendment] = []
    for item in range(1, draw(st.integers(1, 3)) + 1):
        wordings.append(draw(bodies(most=3)))
        action = draw(st.sampled_from(["substitution", "insertion", "repeal"]))
        target = draw(st.sampled_from([None, "2.1", "2.4", "2.4(a)"]))
        ordered.append(amendment(item, target, action=action, fragment=action != "repeal"))
    return terms(*wordings), instructions(*ordered)
