#!/usr/bin/env python3
"""Make an agreement, terms that amend it, and another side's tracked agreement with known faults.

    python bench/make_tracked.py --out DIR [--seed 1] [--orders 60] [--faults 20]

Writes DIR/base.docx, terms.txt, tracked.docx and truth.json: what was planted, and where. Nothing
of clausetrack takes part, so the truth is what was planted and not what a program found. The same
seed gives the same files; another seed plants other faults in other places. With --pdf and
--resaved LibreOffice prints the tracked agreement and saves it anew.
"""

# ruff: noqa: SIM905 (lists of wording read better as text)

from __future__ import annotations

import argparse
import json
import random
import re
import subprocess
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path

from tracked_word import Word, package

ROLES = "deckhand|purser|mate|stoker|steward|bosun|lookout|winchman".split("|")
BODIES = "the ferry company|the crews’ union|the wharf office|the safety panel".split("|")
ACTS = "roster|pay|release|inform|train|second|excuse|equip".split("|")
THINGS = (
    "the tide allowance|the fog payment|shore leave|oilskin boots|the galley rate|the bell watch|"
    "the berthing bonus|relief sailings|the ice premium|the harbour course|the log book fee|"
    "the night crossing|spare berths|the medical launch|the winter stand-by|the gangway duty"
).split("|")
REASONS = (
    "when a sailing is cancelled|if the crossing takes more than {n} hours|once a quarter|"
    "on {n} days’ notice|while the slip is closed|where {n} sailings follow one another|"
    "before the summer timetable begins|for as long as the vessel is docked"
).split("|")
SENTENCES = (
    "{Body} must {act} each {role} with regard to {thing} {reason}.|"
    "A {role} may ask for {thing} within {n} days, and {body} answers {reason}.|"
    "For {thing} the {role} is paid ${sum} a year {reason}.|"
    "No {role} loses {thing} because {body} was late {reason}.|"
    "Where {thing} falls due, {body} will {act} the {role} and keep a record for {n} months."
).split("|")
WORDS = "northern prompt written sheltered appointed spare agreed certified weekly early".split()
PARTS = "Crewing|Pay|Leave|Vessels|Safety|Disputes|Training|Records".split("|")
COUNT = "Zero One Two Three Four Five Six Seven Eight Nine".split()
AGREEMENT = "Ferry Crews’ Collective Agreement"


@dataclass
class Unit:
    """One paragraph or table: in their base (`old`), in the new text (`new`); None is not there.

    `clause` is the number that it is cited by, `label` and `new_label` what is printed before it.
    `base` is what our base says, where that is not their base's wording. `swapped` says that its
    words changed places with a neighbour's: they are tracked as moved.
    """

    clause: str
    kind: str
    old: str | list[list[str]] | None
    new: str | list[list[str]] | None
    label: str = ""
    new_label: str | None = None
    base: str | list[list[str]] | None = None
    in_base: bool = True
    swapped: bool = False
    taken: bool = False

    @property
    def ours(self) -> str | list[list[str]] | None:
        """What the base that we hold says."""
        return (self.old if self.base is None else self.base) if self.in_base else None


@dataclass
class Fault:
    """What was planted: its kind as `reconcile` names it, the clause, and what was done there."""

    kind: str
    clause: str
    how: str


@dataclass
class Made:
    """The agreement on its way, the instructions so far, and what was planted."""

    rng: random.Random
    units: list[Unit] = field(default_factory=list)
    items: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    said: set[str] = field(default_factory=set)

    # ------------------------------------------------------------------------------- wording

    def sentence(self) -> str:
        """A sentence that the agreement does not have yet."""
        pick, rng = self.rng.choice, self.rng
        while True:
            body = pick(BODIES)
            text = pick(SENTENCES).format(
                body=body,
                Body=body[0].upper() + body[1:],
                act=pick(ACTS),
                role=pick(ROLES),
                thing=pick(THINGS),
                n=rng.randint(2, 60),
                sum=f"{rng.randint(20, 990) * 10:,}",
                reason=pick(REASONS).format(n=rng.randint(2, 60)),
            )
            if text not in self.said:
                self.said.add(text)
                return text

    def edited(self, text: str) -> str:
        """One figure or one word of a sentence changed, or a word put in."""
        figures = list(re.finditer(r"\$[\d,]+|\b\d+\b", text))
        if figures and self.rng.random() < 0.6:
            found = self.rng.choice(figures)
            value = int(found[0].lstrip("$").replace(",", ""))
            value += self.rng.randint(1, 9) * (10 if found[0].startswith("$") else 1)
            figure = f"${value:,}" if found[0].startswith("$") else str(value)
            return text[: found.start()] + figure + text[found.end() :]
        spots = list(re.finditer(r"\b(?:a|the|each|no) (?=[a-z])", text, re.I))
        found = self.rng.choice(spots)
        return text[: found.end()] + self.rng.choice(WORDS) + " " + text[found.end() :]

    def scale(self) -> list[list[str]]:
        pay = self.rng.randint(40, 70) * 1000
        rows = [["Step", "Grade", "Rates effective 1 July 2024"]]
        for step in range(1, self.rng.randint(4, 7)):
            rows.append([str(step), f"D{(step + 1) // 2}", f"${pay + 1300 * step:,}"])
        return rows

    # ----------------------------------------------------------------------------- finding

    def free(self, kind: str, test: Callable[[Unit], bool] = bool) -> Unit:
        """A unit that nothing has touched yet; it is touched from now on."""
        found = self.rng.choice(
            [u for u in self.units if u.kind == kind and not u.taken and test(u)]
        )
        found.taken = True
        return found

    def items_of(self, clause: str) -> list[Unit]:
        """The lettered items, or bullets, under a clause."""
        return [
            u
            for u in self.units
            if u.clause.startswith(f"{clause}(") or (u.kind == "bullet" and u.clause == clause)
        ]

    def simple(self) -> Unit:
        """A clause with nothing under it."""
        return self.free("clause", lambda u: not self.items_of(u.clause) and not self.table_of(u))

    def table_of(self, unit: Unit) -> Unit | None:
        return next((u for u in self.units if u.kind == "table" and u.clause == unit.clause), None)

    def listed(self) -> Unit:
        """A clause with lettered items."""
        return self.free(
            "clause",
            lambda u: any(i.kind == "item" and not i.taken for i in self.items_of(u.clause)),
        )

    def after(self, clause: str) -> int:
        """The place after everything under a clause."""
        return (
            max(
                at
                for at, u in enumerate(self.units)
                if u.clause == clause or u.clause.startswith((f"{clause}(", f"{clause}."))
            )
            + 1
        )

    def order(self, text: str) -> None:
        self.items.append(text)


# -------------------------------------------------------------------------------------- the base


def build(made: Made, clauses: int) -> None:
    """Parts of sections of clauses; some have lettered items, bullets, or a pay scale."""
    rng, units = made.rng, made.units
    part = count = 0
    while count < clauses:
        part += 1
        units.append(Unit(f"Part {part}", "part", f"Part {COUNT[part]}: {PARTS[part - 1]}", ""))
        for section in range(1, 8):
            thing = THINGS[(part * 7 + section) % len(THINGS)].removeprefix("the ")
            heading = f"Rules on {thing}"
            units.append(Unit(f"{part}.{section}", "section", heading, "", f"{part}.{section}"))
            for number in range(1, rng.randint(7, 10)):
                name = f"{part}.{section}.{number}"
                count += 1
                units.append(Unit(name, "clause", made.sentence(), "", name))
                roll = rng.random()
                if roll < 0.25:
                    for letter in "abcde"[: rng.randint(3, 5)]:
                        units.append(
                            Unit(f"{name}({letter})", "item", made.sentence(), "", f"({letter})")
                        )
                elif roll < 0.32:
                    units += [Unit(name, "bullet", made.sentence(), "", "•") for _ in range(3)]
                elif roll < 0.40:
                    units[-1].old = f"Each {rng.choice(ROLES)} is paid on the scale of {name}."
                    units.append(Unit(name, "caption", f"Scale of clause {name}", ""))
                    units.append(Unit(name, "table", made.scale(), ""))
    for unit in units:
        unit.new = unit.old


# ------------------------------------------------------------------------------------ the orders


def substitute(made: Made, fault: str = "") -> None:
    """A clause reprinted with one or two changes."""
    unit = made.simple()
    want = made.edited(str(unit.old))
    if made.rng.random() < 0.3:
        want += f" {made.sentence()}"
    made.order(f"Amend clause {unit.clause} as follows:\n\n{unit.clause} {want}")
    unit.new = want
    plant(made, unit, fault, want)


def substitute_list(made: Made, fault: str = "") -> None:
    """A clause reprinted with its items: one edited, sometimes two that change places."""
    unit = made.listed()
    items = made.items_of(unit.clause)
    for item in items:
        item.taken = True
    chosen = made.rng.choice(items)
    chosen.new = made.edited(str(chosen.old))
    others = [item for item in items if item is not chosen]
    if len(others) > 1 and made.rng.random() < 0.4 and not fault:
        one, other = others[:2]
        one.new, other.new = other.old, one.old
        one.swapped = other.swapped = True
    printed = "\n\n".join(f"{item.label} {item.new}" for item in items)
    made.order(f"Amend clause {unit.clause} as follows:\n\n{unit.clause} {unit.old}\n\n{printed}")
    plant(made, chosen, fault, str(chosen.new))


def exchange(made: Made, fault: str = "") -> None:
    """Words for words."""
    unit = made.free(
        "clause",
        lambda u: (
            not made.items_of(u.clause)
            and not made.table_of(u)
            and bool(re.search(r"\b\d+ (?:days|hours|months|sailings)", str(u.old)))
        ),
    )
    found = re.search(r"\b(\d+) (days|hours|months|sailings)", str(unit.old))
    assert found
    put = f"{int(found[1]) + made.rng.randint(1, 9)} {found[2]}"
    made.order(f"In clause {unit.clause} replace the words “{found[0]}” with “{put}”.")
    want = str(unit.old).replace(found[0], put, 1)
    unit.new = want
    if fault == "different":
        other = f"{int(found[1]) + made.rng.randint(10, 19)} {found[2]}"
        unit.new = str(unit.old).replace(found[0], other, 1)
        made.faults.append(Fault("different", unit.clause, f"“{other}” for the ordered “{put}”"))
    elif fault == "not-ordered":
        unit.new = want.rstrip(".") + ", subject to the timetable."
        made.faults.append(Fault("not-ordered", unit.clause, "goes beyond the words exchanged"))
    else:
        plant(made, unit, fault, want)


def plant(made: Made, unit: Unit, fault: str, want: str) -> None:
    """Leave an ordered change out, do it otherwise, or change their base under it."""
    if fault == "absent":
        unit.new = unit.old
        made.faults.append(Fault("absent", unit.clause, "the ordered change is left out"))
    elif fault == "different":
        while unit.new in (want, unit.old):
            unit.new = made.edited(want)
        made.faults.append(Fault("different", unit.clause, "another word or figure than ordered"))
    elif fault == "silent":
        # a sentence that no order speaks of and that theirs keeps
        unit.base = unit.old
        lead = made.sentence()
        unit.old, unit.new = f"{lead} {unit.old}", f"{lead} {unit.new}"
        made.faults.append(Fault("silent", unit.clause, "a sentence in their base, with an order"))


def add_clause(made: Made, fault: str = "") -> None:
    """A new clause at the end of a section, sometimes with items."""
    section = made.free("section")
    last = [
        u for u in made.units if u.kind == "clause" and u.clause.startswith(f"{section.clause}.")
    ]
    name = f"{section.clause}.{int(last[-1].clause.rpartition('.')[2]) + 1}"
    new = [Unit(name, "clause", None, made.sentence(), name, in_base=False, taken=True)]
    if made.rng.random() < 0.5:
        new += [
            Unit(f"{name}({x})", "item", None, made.sentence(), f"({x})", in_base=False, taken=True)
            for x in "ab"
        ]
    printed = "\n\n".join(f"{unit.label} {unit.new}" for unit in new)
    made.order(f"Insert a new clause {name} as follows:\n\n{printed}")
    at = made.after(section.clause)
    if fault == "absent":
        made.faults.append(Fault("absent", name, "the new clause is not there"))
        return
    made.units[at:at] = new
    if fault == "different":
        chosen = made.rng.choice(new)
        plant(made, chosen, fault, str(chosen.new))


def add_section(made: Made, fault: str = "") -> None:
    """A new numbered clause with a heading and clauses under it."""
    part = made.free("part").clause.removeprefix("Part ")
    sections = [u for u in made.units if u.kind == "section" and u.clause.startswith(f"{part}.")]
    name = f"{part}.{int(sections[-1].clause.rpartition('.')[2]) + 1}"
    new = [
        Unit(
            name,
            "section",
            None,
            f"New rules on {made.rng.choice(WORDS)} berths",
            name,
            in_base=False,
            taken=True,
        )
    ]
    new += [
        Unit(
            f"{name}.{n}", "clause", None, made.sentence(), f"{name}.{n}", in_base=False, taken=True
        )
        for n in (1, 2)
    ]
    printed = "\n\n".join(f"{unit.label} {unit.new}" for unit in new)
    made.order(f"Introduce a new clause {name} as follows:\n\n{printed}")
    if fault == "absent":
        made.faults.append(Fault("absent", name, "the new section is not there"))
        return
    at = made.after(sections[-1].clause)
    made.units[at:at] = new
    if fault == "different":
        plant(made, new[-1], fault, str(new[-1].new))


def add_item(made: Made, fault: str = "") -> None:
    """One more item at the end of a list."""
    unit = made.listed()
    items = made.items_of(unit.clause)
    for item in items:
        item.taken = True
    letter = chr(ord(items[-1].label[1]) + 1)
    name = f"{unit.clause}({letter})"
    new = Unit(name, "item", None, made.sentence(), f"({letter})", in_base=False, taken=True)
    made.order(f"Amend clause {unit.clause} by adding a sub-clause:\n\n({letter}) {new.new}")
    if fault == "absent":
        made.faults.append(Fault("absent", name, "the new item is not there"))
        return
    made.units.insert(made.units.index(items[-1]) + 1, new)
    if fault == "different":
        plant(made, new, fault, str(new.new))


def take_number(made: Made, fault: str = "") -> None:
    """A new clause with a number that is in use: those after it move up by one."""
    sections = [
        u
        for u in made.units
        if u.kind == "section"
        and not u.taken
        and all(not b.taken for b in made.units if b.clause.startswith(f"{u.clause}."))
    ]
    section = made.rng.choice(sections)
    inside = [u for u in made.units if u.clause.startswith(f"{section.clause}.")]
    for unit in (section, *inside):
        unit.taken = True
    clauses = [u for u in inside if u.kind == "clause"]
    number = made.rng.randint(2, len(clauses) - 1)
    name = f"{section.clause}.{number}"
    at = made.units.index(next(u for u in clauses if u.clause == name))
    for unit in clauses[number - 1 :]:
        stem, _, last = unit.clause.rpartition(".")
        unit.new_label = f"{stem}.{int(last) + 1}"
    term = made.rng.choice(THINGS).removeprefix("the ").title()
    text = f"“{term}” is what the wharf office calls {made.rng.choice(THINGS)} in a leap year."
    made.order(f"Amend clause {section.clause} by adding this clause:\n\n{name} {text}")
    new = Unit(name, "clause", None, text, name, in_base=False, taken=True)
    made.units.insert(at, new)
    if fault == "different":
        plant(made, new, fault, text)


def repeal(made: Made, fault: str = "") -> None:
    """A clause taken out, with everything under it."""
    unit = made.simple()
    made.order(f"Delete clause {unit.clause}.")
    if fault == "absent":
        made.faults.append(Fault("absent", unit.clause, "the clause is still there"))
    else:
        unit.new = None


def rescale(made: Made, fault: str = "") -> None:
    """A pay scale replaced by one with a new column."""
    table = made.free("table")
    for unit in made.units:
        unit.taken = unit.taken or unit.clause == table.clause
    old = table.old
    assert isinstance(old, list)
    new = [["Step", "Grade", "Rates effective until 27 Jan 2026", "Rates effective 28 Jan 2026"]]
    for row in old[1:]:
        new.append([*row, f"${round(int(row[2][1:].replace(',', '')) * 1.03):,}"])
    printed = "\n".join("\t".join(row) for row in new)
    made.order(
        f"The rates of the scale in clause {table.clause} rise by 3% on 28 Jan 2026. The scale is "
        f"amended as in this table.\n\nScale of clause {table.clause}\n\n{printed}"
    )
    table.new = [list(row) for row in new]
    if fault == "absent":
        table.new = old
        made.faults.append(Fault("absent", table.clause, "the old scale is still there"))
    elif fault == "different":
        row = made.rng.choice(table.new[1:])
        row[3] = raised(row[3])
        made.faults.append(Fault("different", table.clause, f"step {row[0]} pays {row[3]}"))


def raised(amount: str) -> str:
    return f"${int(amount[1:].replace(',', '')) + 275:,}"


def elsewhere(made: Made) -> None:
    """An instruction whose wording is in the tracked agreement: a person must check it."""
    unit = made.simple()
    made.order(
        f"Amend clause {unit.clause} so that it is easier to follow. The wording is available "
        "in the tracked change collective agreement."
    )
    unit.new = f"{unit.old} {made.sentence()}"
    made.waiting.append(unit.clause)


# ------------------------------------------------------------------- faults without an order


def silent_words(made: Made) -> None:
    unit = made.free(made.rng.choice(["clause", "item"]))
    unit.base, unit.old = unit.old, made.edited(str(unit.old))
    unit.new = unit.old
    made.faults.append(Fault("silent", unit.clause, "a word or figure in their base"))


def silent_gone(made: Made) -> None:
    unit = made.simple()
    unit.base, unit.old, unit.new = unit.old, None, None
    made.faults.append(Fault("silent", unit.clause, "the clause is not in their base"))


def silent_come(made: Made) -> None:
    unit = made.listed()
    items = made.items_of(unit.clause)
    for item in items:
        item.taken = True
    letter = chr(ord(items[-1].label[1]) + 1)
    text = made.sentence()
    new = Unit(
        f"{unit.clause}({letter})", "item", text, text, f"({letter})", in_base=False, taken=True
    )
    made.units.insert(made.units.index(items[-1]) + 1, new)
    made.faults.append(Fault("silent", new.clause, "an item that only their base has"))


def silent_cell(made: Made) -> None:
    table = made.free("table")
    assert isinstance(table.old, list)
    table.base = [list(row) for row in table.old]
    row = made.rng.choice(table.old[1:])
    row[2] = raised(row[2])
    table.new = table.old
    made.faults.append(Fault("silent", table.clause, f"step {row[0]} in their base pays {row[2]}"))


def tracked_words(made: Made) -> None:
    unit = made.free(made.rng.choice(["clause", "item", "bullet"]))
    unit.new = made.edited(str(unit.old))
    made.faults.append(Fault("not-ordered", unit.clause, "a tracked word or figure"))


def tracked_gone(made: Made) -> None:
    unit = made.simple()
    unit.new = None
    made.faults.append(Fault("not-ordered", unit.clause, "a clause struck out"))


def tracked_come(made: Made) -> None:
    unit = made.listed()
    items = made.items_of(unit.clause)
    for item in items:
        item.taken = True
    letter = chr(ord(items[-1].label[1]) + 1)
    new = Unit(
        f"{unit.clause}({letter})",
        "item",
        None,
        made.sentence(),
        f"({letter})",
        in_base=False,
        taken=True,
    )
    made.units.insert(made.units.index(items[-1]) + 1, new)
    made.faults.append(Fault("not-ordered", new.clause, "a new item"))


def tracked_cell(made: Made) -> None:
    table = made.free("table")
    assert isinstance(table.old, list)
    table.new = [list(row) for row in table.old]
    row = made.rng.choice(table.new[1:])
    row[2] = raised(row[2])
    made.faults.append(Fault("not-ordered", table.clause, f"step {row[0]} pays {row[2]}"))


ORDERS = [
    substitute,
    substitute_list,
    exchange,
    add_clause,
    add_section,
    add_item,
    take_number,
    repeal,
    rescale,
]
WEIGHTS = [20, 6, 12, 6, 2, 5, 1, 6, 2]
LOOSE: dict[str, list[Callable[[Made], None]]] = {
    "silent": [silent_words, silent_words, silent_words, silent_gone, silent_come, silent_cell],
    "not-ordered": [
        tracked_words,
        tracked_words,
        tracked_words,
        tracked_gone,
        tracked_come,
        tracked_cell,
    ],
}
#: The orders in which a fault of a kind can stand.
WITHIN: dict[str, list[Callable[[Made, str], None]]] = {
    "silent": [substitute, exchange],
    "not-ordered": [exchange],
    "absent": [substitute, exchange, add_clause, add_section, add_item, repeal, rescale],
    "different": [
        substitute,
        substitute_list,
        exchange,
        add_clause,
        add_section,
        add_item,
        rescale,
    ],
}


def make(seed: int, orders: int = 60, faults: int = 20) -> Made:
    """An agreement with so many honest changes, and among them so many planted faults."""
    made = Made(random.Random(seed))
    rng = made.rng
    build(made, 3 * orders + 5 * faults)
    jobs: list[Callable[[], None]] = []
    for name in ORDERS:
        count = max(1, round(orders * WEIGHTS[ORDERS.index(name)] / sum(WEIGHTS)))
        jobs += [lambda name=name: name(made) for _ in range(count)]  # type: ignore[misc]
    jobs = jobs[: orders - 1]
    jobs.append(lambda: elsewhere(made))
    # a taken number needs a section that nothing touched: it comes first
    jobs.sort(key=lambda job: job.__defaults__ != (take_number,))
    kinds = ["silent", "not-ordered", "absent", "different"]
    planted = [kinds[at % 4] for at in range(faults)]
    first, rest = jobs[:1], jobs[1:]
    for kind in planted:
        within = rng.random() < 0.3 or kind not in LOOSE
        if within:
            rest.append(lambda kind=kind: rng.choice(WITHIN[kind])(made, kind))  # type: ignore[misc]
        else:
            rest.append(lambda kind=kind: rng.choice(LOOSE[kind])(made))  # type: ignore[misc]
    rng.shuffle(rest)
    for job in (*first, *rest):
        job()
    return made


def as_docx(made: Made, path: Path, *, base: bool) -> None:
    """The base, or the tracked agreement."""
    word = Word()
    body = [word.paragraph(("", ""), f"{AGREEMENT} 2023–2025", f"{AGREEMENT} 2023–2025", bold=True)]
    for unit in made.units:
        old, new = (unit.ours, unit.ours) if base else (unit.old, unit.new)
        if old is None and new is None:
            continue
        if isinstance(old, list) or isinstance(new, list):
            body.append(word.table(old, new, unit.clause))  # type: ignore[arg-type]
            body.append("<w:p/>")
            continue
        label = unit.label
        now = label if base or unit.new_label is None else unit.new_label
        body.append(
            word.paragraph(
                (label, now),
                old,
                new,
                bold=unit.kind in {"part", "section", "caption"},
                unit=unit.clause,
                moved=unit.swapped and not base,
            )
        )
    package(body, path)


def as_terms(made: Made) -> str:
    """The terms of settlement, an item for each instruction."""
    out = ["Terms of Settlement", f"These terms renew the {AGREEMENT} (2025 – 2027)."]
    for at, text in enumerate(made.items, 1):
        out += [f"{at}. Matter number {at}", text]
    return "\n\n".join(out) + "\n"


def write(made: Made, folder: Path) -> None:
    """All files of one agreement."""
    folder.mkdir(parents=True, exist_ok=True)
    as_docx(made, folder / "base.docx", base=True)
    as_docx(made, folder / "tracked.docx", base=False)
    (folder / "terms.txt").write_text(as_terms(made), "utf-8")
    truth = {
        "orders": len(made.items),
        "unverified": made.waiting,
        "faults": [asdict(fault) for fault in made.faults],
    }
    (folder / "truth.json").write_text(json.dumps(truth, indent=1, ensure_ascii=False), "utf-8")


def converted(source: Path, target: Path) -> None:
    """What LibreOffice makes of a file: a PDF, or the Word file saved anew."""
    profile = f"-env:UserInstallation=file://{target.parent.resolve() / 'office'}"
    ending = target.suffix.lstrip(".")
    out = target.parent / "out"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        ending,
        "--outdir",
        str(out),
        str(source),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    (out / source.with_suffix(target.suffix).name).replace(target)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--orders", type=int, default=60)
    parser.add_argument("--faults", type=int, default=20)
    parser.add_argument("--pdf", action="store_true", help="print it, changes showing")
    parser.add_argument("--resaved", action="store_true", help="save it anew with LibreOffice")
    given = parser.parse_args()
    write(make(given.seed, given.orders, given.faults), given.out)
    if given.pdf:
        converted(given.out / "tracked.docx", given.out / "tracked.pdf")
    if given.resaved:
        converted(given.out / "tracked.docx", given.out / "resaved.docx")


if __name__ == "__main__":
    main()
