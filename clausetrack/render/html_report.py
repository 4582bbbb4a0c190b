"""The review report: one page for whatever made the changes, a settlement or a comparison."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from clausetrack.model import Document, Finding
from clausetrack.render import html_charts, html_pictures
from clausetrack.render.html_page import page
from clausetrack.render.html_tables import tables
from clausetrack.render.html_text import (
    Passage,
    Unit,
    anchors,
    depths,
    label,
    links,
    parts,
    title,
)
from clausetrack.settlement import Amendment, TermsOnly
from clausetrack.values import capital, day_text


@dataclass(frozen=True, slots=True)
class Order:
    """An instruction: what it says, what became of it, and where its changes are.

    `place` is where its target stands, "" where it has none in this agreement.
    """

    anchor: str
    amendment: Amendment
    item: str
    status: str
    reason: str
    place: str = ""
    done: tuple[Unit, ...] = ()

    @property
    def applied(self) -> bool:
        return self.status.startswith("applied")


@dataclass(frozen=True, slots=True)
class FindingView:
    """Findings that say the same of one clause: about what, how many, where, and their clause."""

    finding: Finding
    count: int = 1
    places: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Proved:
    """The parts of the proof in plain words, whether each holds, and what does not."""

    statements: Sequence[tuple[str, bool]]
    failures: Sequence[str]


@dataclass(frozen=True, slots=True)
class Report:
    """All that the page says. `banner` is printed above everything else, "" for none.

    `sides` names the two versions at the head of their columns. `orders` is None where nothing
    was ordered: two versions that were only compared. `dated` are days, each with the item that
    names it and what it says it of.
    """

    eyebrow: str
    title: str
    documents: Sequence[tuple[str, Document]]
    sides: tuple[str, str]
    lead: str
    units: Sequence[Unit]
    banner: str = ""
    counts: Sequence[tuple[str, str, int]] = ()
    orders: Sequence[Order] | None = None
    unused: Sequence[str] = ()
    findings: Sequence[FindingView] = ()
    terms_only: Sequence[tuple[str, TermsOnly]] = ()
    proved: Proved | None = None
    dated: Sequence[tuple[str, str, date]] = ()
    note: str = ""


#: How the instruction gave its wording, for a reader who does not know our words.
WORDINGS = {
    "given": "wording given in full",
    "partial": "only part of the wording given",
    "figures": "figures given, not the sentence",
    "described": "change described, wording not given",
    "elsewhere": "wording is in another document",
    "tracked": "wording taken from the tracked agreement",
}


@dataclass(slots=True)
class Node:
    """An entry of the contents, with how many changes stand in it and under it."""

    unit: Unit
    changes: int
    children: list[Node] = field(default_factory=list)


def report(made: Report) -> bytes:
    """The page as UTF-8: it fetches nothing, and runs nothing but its own script."""
    changed = [unit for unit in made.units if unit.number]
    return page(
        "report",
        report=made,
        undone=[each for each in made.orders or () if not each.applied],
        changed=changed,
        contents=contents(made.units),
        choices=_choices(changed),
        to_check=sum(each.count for each in made.findings if each.finding.severity != "info"),
        dates=_by_day(made.dated),
        wordings=WORDINGS,
        timeline=html_charts.timeline(
            "timeline", "When what operates", [(item, when) for item, _, when in made.dated]
        ),
    )


def _by_day(dated: Iterable[tuple[str, str, date]]) -> list[tuple[date, list[str]]]:
    found: dict[date, dict[str, None]] = {}
    for item, what, when in dated:
        found.setdefault(when, {})[f"{item} ({what})" if what else item] = None
    return [(when, list(found[when])) for when in sorted(found)]


def _choices(changed: Iterable[Unit]) -> dict[str, list[tuple[str, str, int]]]:
    """What the changes can be filtered by: each value, as a reader has it, and how many have it."""
    counts: dict[str, Counter[str]] = {"class": Counter(), "item": Counter(), "date": Counter()}
    for unit in changed:
        assert unit.change is not None
        counts["class"].update(unit.change.classes)
        counts["item"].update(list(dict.fromkeys(filter(None, unit.change.items))))
        counts["date"].update(when.isoformat() for when in unit.change.dates)
    dates = sorted(counts["date"].items())
    return {
        "class": [(each, capital(each), count) for each, count in counts["class"].most_common()],
        "item": [(each, capital(each), count) for each, count in counts["item"].items()],
        "date": [(each, day_text(date.fromisoformat(each)), count) for each, count in dates],
    }


# --------------------------------------------------------------------------------------- units


def units(passages: Sequence[Passage], old: Document, new: Document) -> list[Unit]:
    """The passages ready to print, numbered and linked, in their order."""
    names = anchors(passages)
    standing = {
        passage.new.id: name
        for passage, name in zip(passages, names, strict=True)
        if passage.new and passage.new.fragment is None
    }
    linked = links(new, standing)
    deep = depths(old), depths(new)
    out: list[Unit] = []
    headed: list[int] = []  # the depths of the headings above
    count = 0
    for passage, name in zip(passages, names, strict=True):
        was, now = passage.old, passage.new
        clause = now or was
        if clause is None:
            continue
        count += passage.change is not None
        depth = deep[1 if now else 0].get(clause.id, 0)
        while headed and headed[-1] >= depth:
            headed.pop()
        by_step = drawn = None
        if passage.change and was and now and was.table and now.table:
            by_step = html_pictures.comparison(was.table, now.table)
            drawn = by_step and html_pictures.pictures(name, was.table, now.table, by_step)
        out.append(
            Unit(
                anchor=name,
                kind=clause.kind,
                depth=depth,
                level=min(3 + len(headed), 6),
                parts=tuple(parts(was, now, linked)),
                tables=tables(was if passage.change else now, now, linked),
                number=count if passage.change else 0,
                title=title(passage),
                label=label(passage),
                change=passage.change,
                lost=now is None,
                came=was is None,
                comparison=by_step,
                pictures=drawn or (),
            )
        )
        if out[-1].headed:
            headed.append(depth)
    return _held(out)


def _held(found: list[Unit]) -> list[Unit]:
    """The units, those above a change marked: they stay where only changes are shown."""
    out = []
    wanted = 0  # the depth below which a unit is above one that is shown
    for unit in reversed(found):
        if unit.number:
            wanted = unit.depth
        elif unit.depth < wanted:
            wanted = unit.depth
            unit = replace(unit, holds=True)
        out.append(unit)
    return out[::-1]


def contents(found: Iterable[Unit]) -> list[Node]:
    """The tree of contents: headings, and every change under its heading."""
    roots: list[Node] = []
    path: list[Node] = []
    for unit in found:
        if not unit.label:
            continue
        node = Node(unit, 0)
        while path and path[-1].unit.depth >= unit.depth:
            path.pop()
        (path[-1].children if path else roots).append(node)
        path.append(node)
        if unit.number:
            for above in path:
                above.changes += 1
    return roots


def orders(
    found: Sequence[Unit],
    amendments: Sequence[tuple[Amendment, str, str]],
    standing: Mapping[str, str],
    called: Callable[[str], str],
) -> list[Order]:
    """The instructions with their changes; `amendments` are with their outcome and its reason."""
    done: dict[int, list[Unit]] = {}
    for unit in found:
        for at in unit.change.orders if unit.change else ():
            done.setdefault(at, []).append(unit)
    return [
        Order(
            anchor=f"instruction-{at + 1}",
            amendment=amendment,
            item=called(amendment.item),
            status=status,
            reason=reason,
            place=standing.get(amendment.target or "", ""),
            done=tuple(done.get(at, ())),
        )
        for at, (amendment, status, reason) in enumerate(amendments)
    ]
