"""What one amendment would do to the base, worked out before anything is changed."""

from __future__ import annotations

from dataclasses import dataclass, field

from clausetrack.amend.splices import Splice, spliced
from clausetrack.amend.tree import Tree, content, folded
from clausetrack.errors import finding
from clausetrack.model import Clause, Finding, Runs
from clausetrack.settlement import Amendment


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an amendment is not carried out: a status of `settlement.STATUSES` and the reason."""

    status: str
    reason: str


def undecided(reason: str) -> Refusal:
    """Why a person has to decide what an amendment means, or does."""
    return Refusal("needs-decision", reason)


@dataclass(frozen=True, slots=True)
class Insertion:
    """A clause that comes in before place `at` of the base.

    `name` tells it from every other clause while the new agreement is put together; `under` is the
    name of its parent: a base ID or the name of another insertion. `beside` is the citation by
    which insertions of several amendments at one place are put in order.
    """

    at: int
    clause: Clause
    name: str
    under: str | None
    beside: str


@dataclass
class Plan:
    """The operations of one amendment, by IDs of the base.

    `shifted` maps a numbered clause to its new ID; what stands under it follows. `touched` are the
    IDs, old and new, that the amendment rules on, `whole` the units that it replaces with
    everything under them: what another amendment may not touch as well. `splices` are the stretches
    of clauses that it changes, where it does not change the clause. `said` is what the outcome says
    of what was done.
    """

    amendment: Amendment
    base: Tree
    changed: dict[str, Clause] = field(default_factory=dict)
    repealed: set[str] = field(default_factory=set)
    inserted: list[Insertion] = field(default_factory=list)
    shifted: dict[str, str] = field(default_factory=dict)
    touched: set[str] = field(default_factory=set)
    whole: set[str] = field(default_factory=set)
    splices: dict[str, list[Splice]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    said: str = ""

    def find(self, code: str, message: str, clause: str) -> None:
        """Report something of the base or of the wording, with the amendment that met it."""
        self.findings.append(
            finding(
                code,
                f"{self.amendment.id}: {message}",
                clause,
                self.amendment.source,
            )
        )

    def rewrite(self, old: Clause, new: Clause, *, keep: bool = False) -> None:
        """Give `old` the wording of `new`; its number and label stay.

        A heading stays where `new` prints none, and `keep` does the same for the text.
        """
        self.touched.add(old.id)
        heading, text = _wording(old, new)
        if not text and (keep or new.inferred or new.table):
            text = old.text
        after = old._replace(heading=heading, text=text, table=new.table or old.table)
        if content(after) != content(old):
            self.changed[old.id] = after

    def splice(self, clause: Clause, *splices: Splice) -> None:
        """Change stretches of a clause of the base, and nothing else in it."""
        self.touched.add(clause.id)
        here = self.splices.setdefault(clause.id, [])
        here += splices
        after = spliced(clause, here)
        if printed(after) != printed(clause):
            self.changed[clause.id] = after

    def repeal(self, clause: Clause) -> None:
        """Take out a clause of the base and everything under it."""
        gone = {below.id for below in self.base.subtree(clause.id)}
        self.touched |= gone
        self.repealed |= gone

    def insert(self, wording: Tree, top: Clause, at: int, under: str | None, beside: str) -> None:
        """Bring in `top` of the wording and everything under it, before place `at` of the base."""
        for clause in wording.subtree(top.id):
            name = f"{self.amendment.id}|{clause.id}"
            parent = under if clause.id == top.id else f"{self.amendment.id}|{clause.parent}"
            self.inserted.append(Insertion(at, clause, name, parent, beside))
            self.touched.add(clause.id)

    def empty(self) -> bool:
        """Does the base already read as the amendment orders?"""
        return not (self.changed or self.repealed or self.inserted or self.shifted)


def printed(clause: Clause) -> tuple[str, str, list[list[str]]]:
    """All that a clause prints below its number, white space as it is."""
    rows = clause.table.texts if clause.table else []
    return clause.heading_text, clause.own_text, rows


def _wording(old: Clause, new: Clause) -> tuple[Runs, Runs]:
    """The heading and the text that `old` has when it reads as `new`.

    One line that the wording prints and the base holds too is the heading or the text that it is
    in the base, whichever the other document took it for.
    """
    if not new.heading and not old.text and folded(new.own_text) == folded(old.heading_text):
        return new.text, ()
    if not new.text and not old.heading and folded(new.heading_text) == folded(old.own_text):
        return (), new.heading
    return new.heading or old.heading, new.text
