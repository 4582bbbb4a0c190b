"""The agreement that `make_tracked.py` makes: units in three versions, and random wording."""

# ruff: noqa: SIM905 (lists of wording read better as text)

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field

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


def raised(amount: str) -> str:
    return f"${int(amount[1:].replace(',', '')) + 275:,}"
