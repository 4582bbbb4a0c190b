"""Pieces -> clauses: one `Branch` for each ID space, the body and every quoted fragment."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from clausetrack import numbering
from clausetrack.errors import finding
from clausetrack.model import Clause, Finding, Run, Runs, Source
from clausetrack.segment import letters
from clausetrack.segment.labels import Piece
from clausetrack.segment.te_reo import is_te_reo

#: Divisions whose clauses count from one again, so that their numbers need the division's name.
OWN_NUMBERS = ("Appendix", "Schedule", "Annex", "Attachment", "Supplement")

#: What an item of terms is called that has no number and no heading: "order 2".
UNNAMED = "order"

_DEEPEST = 12  # lists in one another: a label that follows nothing opens no deeper one

_RANKS = {"Chapter": 1, "Article": 2, "Section": 3}  # which may stand in which; others are a top


@dataclass
class Branch:
    """Clauses of one ID space as they grow.

    `root` is the unit that wording without a number of its own belongs to: the target of an
    instruction ("1.8(h)" for "ii. ..."), or None in a body. `path` are the units that are open, the
    last clause included, outermost first: only they can be parents.
    """

    fragment: str | None = None
    root: str | None = None
    restarting: bool = False
    #: May a heading go on in another language on the next line? In wording that is quoted, yes.
    bilingual: bool = True
    clauses: list[Clause] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    #: Each unit so far, with the one around it.
    parents: dict[str, str | None] = field(default_factory=dict)
    #: The last citable clause under each parent: its ID, and where that stands in the order.
    numbered: dict[str | None, tuple[str, tuple[object, ...]]] = field(default_factory=dict)
    uses: Counter[str] = field(default_factory=Counter)
    path: list[str] = field(default_factory=list)
    division: str | None = None
    outer: list[tuple[int, str]] = field(default_factory=list)
    unit: str | None = None
    levels: list[letters.Level] = field(default_factory=list)
    counts: Counter[tuple[str | None, str]] = field(default_factory=Counter)
    signing: bool = False

    # ------------------------------------------------------------------------------- places

    @property
    def deepest(self) -> str | None:
        """The unit that a following note or bullet belongs to."""
        return self.levels[-1].id if self.levels else self.container

    @property
    def container(self) -> str | None:
        """The unit that a following unnumbered paragraph belongs to: never an item of a list."""
        return self.unit or self.root or self.division

    def _inside(self, unit: str | None) -> str | None:
        """A unit, where it is one of these clauses."""
        return unit if unit in self.parents else None

    def _add(self, clause: Clause) -> Clause:
        first = clause.id
        number = self.uses[first] + 1
        while first in self.parents:
            if (name := numbering.again(first, number)) not in self.parents:
                clause = clause._replace(id=name, citable=False)
                break
            number += 1
        self.uses[first] = number
        if clause.id != first and clause.kind not in {"heading"}:
            message = f"{first} is used more than once; this one cannot be cited"
            self._find("number-repeated", message, clause)
        if clause.parent is not None and clause.parent not in self.path:
            # What is out of order cannot reopen a unit that has ended: it stands where it is.
            clause = clause._replace(parent=self._still_open(clause.parent))
        while self.path and self.path[-1] != clause.parent:
            self.path.pop()
        self.path.append(clause.id)
        self.parents[clause.id] = clause.parent
        self.clauses.append(clause)
        return clause

    def _still_open(self, unit: str) -> str | None:
        """What is open of the units around one that has ended."""
        above = self.parents.get(unit)
        while above is not None and above not in self.path:
            above = self.parents.get(above)
        return above or (self.division if self.division in self.path else None)

    def _find(self, code: str, message: str, clause: Clause) -> None:
        self.findings.append(
            finding(code, message, clause.id, clause.source, clause.printed[:80])
        )

    def _clause(
        self,
        piece: Piece,
        kind: str,
        clause_id: str,
        parent: str | None,
        *,
        number: str = "",
        heading: bool = False,
        citable: bool = True,
    ) -> Clause:
        return self._add(
            Clause(
                clause_id,
                kind,
                number,
                piece.label,
                piece.runs if heading else (),
                () if heading else piece.runs,
                table=piece.table,
                parent=parent,
                fragment=self.fragment,
                inferred=piece.inferred,
                citable=citable,
                source=piece.source,
            )
        )

    def add(self, piece: Piece, ahead: str = "") -> None:
        """A piece by its kind, a plain one as text; `ahead` is the letter that comes next."""
        if piece.kind == "letter":
            self.add_letter(piece, ahead)
        else:
            _BY_KIND[piece.kind](self, piece)

    # ------------------------------------------------------------------------- what is numbered

    def add_division(self, piece: Piece) -> None:
        """A Part, an Article, an Appendix: a new top, or inside an open division."""
        rank = _RANKS.get(piece.id.split(" ")[0], 0)
        while self.outer and self.outer[-1][0] >= rank:
            self.outer.pop()
        parent = self.outer[-1][1] if self.outer else None
        anew = rank > 2 and (piece.id in self.parents or "Article" in (parent or ""))
        own = f"{parent} {piece.id}" if parent and anew else piece.id
        heading = piece.heading
        clause = self._clause(piece, "part", own, parent, number=piece.id, heading=heading)
        self.outer.append((rank, clause.id))
        self.division, self.unit, self.levels = clause.id, None, []

    def add_section(self, piece: Piece) -> None:
        """A section, which counts from one in every Article; Section 12.1 in Article 12 is 12.1."""
        number = piece.id.rpartition(" ")[2]
        above = number.rpartition(".")[0]
        if above and self.division == f"Article {above.partition('.')[0]}":
            self.add_number(piece._replace(id=number))
            return
        own = f"{self.division} {piece.id}" if self.division else piece.id
        holder = own.removesuffix(number) + above
        parent = holder if above and holder in self.path else self.division
        heading = piece.heading
        clause = self._clause(piece, "clause", own, parent, number=piece.id, heading=heading)
        self.unit, self.levels = clause.id, []

    def add_number(self, piece: Piece) -> None:
        """A clause by its absolute number."""
        number = piece.id
        name = (self.division or "").rpartition(" ")[0]
        prefixed = name in OWN_NUMBERS or (self.restarting and bool(self.division))
        own = f"{self.division} {number}" if prefixed and not number[0].isalpha() else number
        parent: str | None = None
        above = numbering.parse(own).parent
        while above is not None and parent is None:
            parent = self._inside(str(above))
            above = above.parent
        if parent is None and self.division is not None:
            parent = self.division
        clause = self._clause(piece, "clause", own, parent, number=number, heading=piece.heading)
        self._check_order(clause)
        self.unit, self.levels = clause.id, []

    def _check_order(self, clause: Clause) -> None:
        if not clause.citable:
            return
        before, last = self.numbered.get(clause.parent, ("", ()))
        order = numbering.parse(clause.id).order
        self.numbered[clause.parent] = clause.id, order
        if order < last:
            message = f"{clause.id} comes after {numbering.parse(before)}"
            self._find("number-out-of-order", message, clause)

    def add_item(self, piece: Piece) -> None:
        """An item of terms of settlement: numbered, under a heading, or just an order."""
        number = piece.id
        name = number or re.sub(r"\s+", " ", piece.text).strip(" :")
        if not number and not piece.heading:
            name = f"{UNNAMED} {1 + sum(clause.kind == 'item' for clause in self.clauses)}"
        clause = self._clause(
            piece, "item", name, None, number=number, heading=piece.heading, citable=bool(number)
        )
        self.unit, self.levels = clause.id, []

    def add_letter(self, piece: Piece, ahead: str) -> None:
        """(a), (i), (1): its place is decided by the lists that are open and by what follows."""
        label = piece.id.lower()
        upper = piece.id.isupper() and piece.id.isalpha()
        line = piece.line
        place = (line.series, line.level) if line.label and line.series else None
        proved = None if place is None else self._level_in_list(place, label, ahead)
        at, how, gap = proved or self._level(label, ahead, upper)
        here = self.levels[at] if at < len(self.levels) else None
        added = here is not None and letters.put_in(here.label, label)
        # What is put in after (b) leaves the list at (b): (c) follows it.
        counted = here.label if added and here is not None else label
        del self.levels[at:]
        above = self.levels[-1].id if self.levels else (self.unit or self.division or self.root)
        clause = self._clause(
            piece,
            "paragraph",
            letters.child(above, piece.id),
            self._inside(above) or self._inside(self.unit),
            number=f"({piece.id})",
        )
        if gap:
            where = "does not follow its neighbours" if here else "is the first of its list"
            self._find("number-out-of-order", f"{clause.id} {where}", clause)
        self.levels.append(letters.Level(how, counted, upper, clause.id, place))

    def _level_in_list(
        self, place: tuple[int, int], label: str, ahead: str
    ) -> tuple[int, str, bool] | None:
        """What `_level` says, where the list that the format counts decides it; else None.

        Its items are siblings whatever their values are, and a list inside it is deeper.
        """
        for at, level in enumerate(self.levels):
            if level.place == place:
                values = [numbering.label_value(each, level.how) for each in (level.label, label)]
                return at, level.how, abs(values[1] - values[0]) != 1
        last = self.levels[-1].place if self.levels else None
        if last is None or last[0] != place[0] or last[1] > place[1]:
            return None
        return len(self.levels), letters.counting(label, ahead), label not in {"a", "i", "1"}

    def _level(self, label: str, ahead: str, upper: bool) -> tuple[int, str, bool]:
        """Where a label goes: index of its level, how it counts, and whether it skips some."""
        follows: list[tuple[int, str]] = []
        for at, level in enumerate(self.levels):
            if letters.put_in(level.label, label):
                return at, level.how, False  # (ba), put in after (b); (1A) after (1)
            if level.upper == upper:
                follows += [(at, level.how)] * letters.follows(level.label, label, level.how)
        opens = label in {"a", "i", "1"}
        depth = len(self.levels)
        if follows and label == "i" and ahead.lower() == "ii":
            return depth, "roman", False  # (i) behind (h) is a letter, unless (ii) comes next
        if follows:
            return (*follows[-1], False)
        if letters.goes_below(label, self.clauses[-1:]):
            return depth, "roman", False
        how = letters.counting(label, ahead)
        if opens or not self.levels:
            ways = [(level.how, level.upper) for level in self.levels]
            again = [at for at, way in enumerate(ways) if way == (how, upper)]
            first = not self.levels and (opens or self.root is not None)
            if again:
                return again[-1], how, False
            return depth, how, not (opens or first)
        later = [
            (at, level.how)
            for at, level in enumerate(self.levels)
            if level.upper == upper
            and numbering.label_value(label, level.how)
            > numbering.label_value(level.label, level.how)
            > 0
            and (level.how == "letter" or numbering.style(label) == level.how or label in "ivx")
        ]
        return (*later[-1], True) if later else (min(depth, _DEEPEST), how, True)

    # ----------------------------------------------------------------------- what is not numbered

    def _position(self, parent: str | None, word: str) -> str:
        self.counts[parent, word] += 1
        return f"{parent or ''} {word} {self.counts[parent, word]}".strip()

    def add_note(self, piece: Piece) -> None:
        """A note belongs to the unit before it; `scope` is the clause that its words name."""
        parent = self.deepest
        clause = self._clause(
            piece,
            "note",
            self._position(parent, "note"),
            self._inside(parent),
            number=piece.id,
            citable=False,
        )
        said = re.search(r"\bclauses?\s+(\d[\w.]*(?:\([a-z]+\))*)", piece.text[:80], re.I)
        scope = said[1].rstrip(".") if said else parent or ""
        self.clauses[-1] = clause._replace(scope=scope)

    def add_bullet(self, piece: Piece) -> None:
        parent = self.deepest
        self._clause(
            piece, "bullet", self._position(parent, "bullet"), self._inside(parent), citable=False
        )

    def add_heading(
        self, piece: Piece, ahead: str, within: str | None = None, *, opens: bool = True
    ) -> None:
        """An unnumbered heading stands beside the numbered clause that it opens (`ahead`).

        Where words come first, it `opens` nothing, and stands in the clause that goes on after it.
        In an item of terms (`within`) it stands in the item, and opens nothing.
        """
        last = self.clauses[-1] if self.clauses else None
        if last is not None and last.kind == "part" and last.id == self.unit_or_division \
                and not (last.heading or last.text or within):  # fmt: skip
            self.clauses[-1] = last._replace(heading=piece.runs)  # "PART II", and its name below
            return
        if self.bilingual and last is not None and self._goes_on_in(last, piece, opens):
            heading = (*last.heading, Run("\n"), *piece.runs)
            self.clauses[-1] = last._replace(heading=heading)
            return
        parent = within or self.division
        if ahead and (above := numbering.parse(ahead).parent):
            parent = self._inside(str(above)) or self.division
            if not opens and self.unit in self.path:
                parent = self.unit
        words = re.sub(r"\s+", " ", piece.text).strip(" :")
        clause = self._clause(
            piece, "heading", words, self._inside(parent), heading=True, citable=False
        )
        if within is None and (not ahead or parent is None):
            self.unit, self.levels = clause.id, []

    def _goes_on_in(self, last: Clause, piece: Piece, opens: bool) -> bool:
        """Is a heading the other half of the last clause's, in another language?

        One in te reo Māori before the next number may be that of the next.
        """
        if last.kind != "clause" or last.id != self.unit or not last.heading or last.text:
            return False
        return is_te_reo(last.heading_text) > is_te_reo(piece.text) or (
            not opens and is_te_reo(piece.text) > is_te_reo(last.heading_text)
        )

    def add_text(self, piece: Piece) -> None:
        """An unnumbered paragraph: the text of a unit with a heading only, or one of its own."""
        last = self.clauses[-1] if self.clauses else None
        takes = last is not None and last.kind in {"clause", "item", "part"} and not last.text
        if takes and last is not None and last.heading and last.id == self.unit_or_division:
            self.clauses[-1] = last._replace(text=piece.runs)
            return
        if self.root is not None and not self.clauses:
            self._clause(piece, "clause", self.root, None)
            self.unit = self.root
            return
        parent = self._inside(self.container)
        word = "paragraph" if self.container else "preamble"
        if self.signing:
            parent, word = None, "signatures"
        clause_id = self._position(self.container if word == "paragraph" else None, word)
        self._clause(piece, "text", clause_id, parent, citable=False)

    @property
    def unit_or_division(self) -> str | None:
        return self.unit or self.division

    def add_table(self, piece: Piece) -> None:
        parent = None if self.signing else self.container
        self._clause(
            piece._replace(runs=piece.caption), "table", self._position(parent, "table"),
            self._inside(parent), heading=True, citable=False,
        )  # fmt: skip

    def continue_text(self, runs: Runs, source: Source) -> None:
        """Give the branch's root unit its wording where the instruction prints it in line."""
        self._add(
            Clause(
                self.root or "wording",
                "clause",
                text=runs,
                fragment=self.fragment,
                citable=self.root is not None,
                source=source,
            )
        )
        self.unit = self.root


_BY_KIND = {
    "division": Branch.add_division, "section": Branch.add_section, "decimal": Branch.add_number,
    "note": Branch.add_note, "bullet": Branch.add_bullet, "table": Branch.add_table,
    "plain": Branch.add_text,
}  # fmt: skip
