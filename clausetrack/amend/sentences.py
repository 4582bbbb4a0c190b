"""What one sentence of terms of settlement orders: the grammar of `instruction.lark`, read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import Any

from clausetrack import citations, numbering
from clausetrack.amend import parts, ranges
from clausetrack.amend.citing import listed, printed, settled
from clausetrack.amend.renumbering import given_anew, makes_room
from clausetrack.amend.said import GOES_FOR
from clausetrack.segment.inline import reads
from clausetrack.segment.phrases import DIVISION
from clausetrack.segment.wording import AGREED, CITATION, QUOTED, division, masked
from clausetrack.settlement import Part, StatedChange

_INSERTION = re.compile(
    r"insert|\badd|\bappend|incorporat|introduc|includ|payment|recogni|receive|run from", re.I
)
_REPEAL = re.compile(
    r"delet|omit|remov|repeal|revok|rescind|cease|no longer|\b(?:strike|take) out|\bdrop", re.I
)
#: What "the parties agree that" may be followed by without ordering anything.
_CONDITION = re.compile(
    r"\s*(?:the following|upon|if|when|where|on|in the event|should|nothing)\b", re.I
)
_STOP = re.compile(
    r"\s*(?:,(?!\d)|[:;(]|\.(?:\s|$)|\b(?:from|as|by|under|which|so|that|to|where|at|effective|is"
    r"|are|will|shall|reflected|provided|in order)\b)", re.I,
)  # fmt: skip
_TOPIC = r"[A-ZĀĒĪŌŪ][\w ’',-]{1,60}?(?::| [–—-])\s*"  # "Sick leave: insert a new clause 4:"
_LEADS_IN = re.compile(
    rf"\W*(?:{_TOPIC}){{0,2}}(?:(?:[Ii]n|[Aa]t|[Aa]fter|[Bb]efore|[Uu]nder|Following|Within|[Ff]rom"
    r"|Throughout|Wherever|With effect|Effective|As from|On and from|Retain|Keep)\b[^;]{0,80}"
    r"|(?:[Nn]ew )?[Cc]lauses?\s[^;]{1,40}[:–—-]\s*"
    rf"|(?:Sub-?)?[Cc]lause\s{CITATION},?\s*)?"
)
#: What stands before that of which something is said, and behind it.
_BEFORE_NOUN = re.compile(
    r".*\bthat\b|\s*(?:Additionally|From)\b.*?,|\s*From the same date\b", re.S
)
_AS_SHOWN = re.compile(r"\s+(?:as|\(?see)\s+(?:set out\s+)?")
_LONGEST = 600  # characters in which the words of a noun phrase stand; texts are hostile
_LABEL = re.compile(r"\([a-z]+\)")
_CITED = re.compile(
    rf"(?:{DIVISION}|[Ss]ection)\s.*|(?:[A-Z]{{1,2}}|[A-Z]\.)?\d.*"
)
_COMES = re.compile(  # "(d) a new clause 6.3:", over its wording or before it
    rf"\W*(?:an? )?new (?:sub-?)?clause {CITATION}\s*(?:[:–—-]\s*(?:[“\"].*)?)?", re.I
)
_AS = re.compile(r"\s+as (?:an? )?(?:new )?(?=(?:sub-?)?(?:clause|paragraph)\b|\d)")
#: The parties say that something is not agreed, or not any more.
_DENIED = re.compile(
    r"\A\W*no(?:ne)?\b|\b(?:not|no longer|never|withdr[ae]wn?|withdrew|declin\w+|reject\w*)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Order:
    """One thing that a sentence orders: an action on targets, or on what `described` names.

    `start` and `end` are where it stands in the sentence, up to the next order. `part` is the part
    of the target that the whole sentence is about, and `stated` the words that it exchanges there.
    `alone` is the order by itself, where it is one of several of which one is on a part, or is put
    in other words. `goes_on` says that its wording has no marks, and may go on behind the sentence.
    """

    action: str
    verb: str
    targets: tuple[str, ...]
    described: str
    new: bool = False
    note: bool = False
    start: int = 0
    end: int = 0
    part: Part | None = None
    stated: tuple[StatedChange, ...] = ()
    alone: str = ""
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its orders, and what it says of where wording stands.

    `cited` are all the clauses that it names; `elsewhere` that the wording is held in another
    document; `opens` that wording follows; `shown` that a table does; `after` the clause that an
    insertion follows; `promise` that the parties undertake something that amends nothing.
    """

    text: str
    orders: tuple[Order, ...] = ()
    cited: tuple[str, ...] = ()
    agreed: bool = False
    promise: bool = False
    elsewhere: bool = False
    opens: bool = False
    shown: bool = False
    after: str | None = None


@cache
def _grammar() -> Any:
    from lark import Lark

    grammar = resources.files("clausetrack.amend").joinpath("instruction.lark").read_text("utf-8")
    return Lark(grammar, parser="lalr", lexer="basic", start="sentence")


def parse(text: str) -> Sentence:
    """Read one sentence. Words that the grammar does not know carry no meaning here."""
    found = _parsed(settled(text))
    return replace(found, text=text, agreed=found.agreed or AGREED.match(text) is not None)


def _parsed(text: str) -> Sentence:
    within = parts.read(text)
    if joined := [within] if within else parts.several(text):
        orders = tuple(
            Order(one.action, "", one.targets, "", end=len(text), part=one.part, stated=one.stated,
                  alone=one.text, goes_on=one.goes_on)
            for one in joined
        )  # fmt: skip
        cited = dict.fromkeys(aim for one in joined for aim in one.targets)
        return Sentence(text, orders, tuple(cited), opens=text.endswith(":"))
    tree = _grammar().parse(listed(masked(text)))
    found = _grouped(tree.children)
    state = _Reading(text)
    for at, part in enumerate(found):
        state.take(part, found[at + 1 :], first=_begins(text[: _start(part)]))
    return state.sentence()


def _begins(before: str) -> bool:
    """Do these words leave the order after them the first of its sentence ("In clause 4.5, …")?"""
    return not before.strip("“\"‘' ") or bool(_LEADS_IN.fullmatch(before))


class _Reading:
    """The parts of a sentence as they come."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.orders: list[Order] = []
        self.cited: list[str] = []
        self.seen: list[str] = []
        self.said: set[str] = set()
        self.after: str | None = None
        self.agreed_at: int | None = None
        self.pending = False
        self.denied = _DENIED.search(text)

    def take(self, part: Any, rest: list[Any], *, first: bool) -> None:
        kind = part.data
        self.said.add(kind)
        if kind == "agreed":
            self.pending, self.agreed_at = True, _end(part)
        elif kind == "promise":
            self.pending = False
        elif kind == "targets" or kind == "under":
            ids = _ids(part)
            self.cited += ids
            self.seen += ids
        elif kind == "after":
            self.after = _id(_token(part)) or _LABEL.findall(_token(part))[-1]
        elif kind == "order":
            self._order(part, rest, first=first)
        elif kind == "passive":
            self._passive(part, rest)
        elif kind == "new" and rest and (
            not self.text[: _end(part)].strip("New ") or _COMES.fullmatch(self.text)
        ):
            named = tuple(_ids(rest[0])) if rest[0].data == "targets" else ()
            self.orders.append(Order("insertion", "new", named, "", new=True))

    def _order(self, part: Any, rest: list[Any], *, first: bool) -> None:
        token = part.children[0]
        first = first and not self.orders
        again = bool(self.orders) and self.text[: _start(part)].rstrip().endswith(" and")
        if not (first or again if token.type == "IMPERATIVE" else self.pending):
            return
        self.pending = False
        verb = _token(part)
        if again and self.orders[-1].action == "insertion" and makes_room(self.text[_start(part):]):
            return  # what the clause that comes in makes of the next
        targets: list[str] = []
        new = note = False
        for following in rest:
            if following.data in {"order", "passive", "agreed"}:
                break
            if following.data in {"targets", "under"} and not targets:
                # “In 2.1 replace “a” with “b” and update 7.1”: the order is not on the second.
                said = self.text[_end(part) : _start(following)]
                behind = bool(self.seen) and QUOTED.search(said)
                targets = [] if behind else _ids(following)
            new = new or (following.data == "new" and not targets)
            note = note or following.data == "note"
        action = _action(verb, rest, self.text)
        # "to technical changes": the noun itself is what is ordered.
        words = self.text[_end(part) :]
        if token.type == "TO_NOUN":
            words = re.sub(r"^to ", "", verb) + ("" if _STOP.match(words) else words)
        if again and not first and not targets:
            # "delete the table ... and replace it": one change, said with two verbs.
            last = self.orders[-1]
            both = "substitution" if last.action == "repeal" else last.action
            self.orders[-1] = replace(last, action=both)
            return
        named = tuple(targets) or (tuple(self.seen) if token.type == "IMPERATIVE" else ())
        self.orders.append(Order(action, verb, named, _words(words), new, note, _start(part)))

    def _passive(self, part: Any, rest: list[Any]) -> None:
        if self.denied and self.denied.end() <= _start(part):
            return
        subject = self.text[: _start(part)]
        if self.agreed_at is not None:
            subject = self.text[self.agreed_at : _start(part)]
            if _CONDITION.match(subject):
                self.pending = False
                return
        elif _AS.match(self.text, _end(part)) and rest and rest[0].data == "targets":
            self.seen = _ids(rest[0])  # "the following is added as clause 4.3"
        elif not self.seen and not re.search(
            r"\b(?:scales?|rates?|loading|allowances?|clauses?)\b", subject + _token(part)
        ):
            return
        self.pending = False
        targets = [one for one in dict.fromkeys(self.seen) if one not in given_anew(subject)]
        new = bool(re.search(r"\bnew\s+(?:sub-?)?clause\b", subject))
        led = _BEFORE_NOUN.match(subject)
        subject = _AS_SHOWN.split(subject[led.end() if led else 0 :], maxsplit=1)[0]
        action = _action(_token(part), rest, self.text)
        start = _start(part) - len(self.text[: _start(part)].rpartition(", ")[2])
        self.orders.append(
            Order(action, _token(part), tuple(targets), _noun(subject), new, start=start)
        )
        self.seen = []

    def sentence(self) -> Sentence:
        agreed = "agreed" in self.said
        if agreed and self.pending and not self.orders and self.agreed_at is not None:
            self._declared(self.agreed_at)
        if not self.orders and len(self.cited) == 1 and reads(self.text):
            self.orders.append(Order("substitution", "to read", (self.cited[0],), ""))
        self._settle()
        ends = [order.start for order in self.orders[1:]] + [len(self.text)]
        orders = (replace(order, end=end) for order, end in zip(self.orders, ends, strict=False))
        return Sentence(
            self.text,
            tuple(orders),
            tuple(dict.fromkeys(self.cited)),
            agreed,
            "promise" in self.said and not self.orders,
            "elsewhere" in self.said,
            "opening" in self.said,
            "shown" in self.said,
            self.after,
        )

    def _settle(self) -> None:
        """Give numbers their Appendix, a lone label its clause, "delete and insert" one name."""
        within = division(self.text)
        if within and not ranges.ends_in(self.cited, within):
            cited = [ranges.inside(one, within) for one in self.cited if one != within]
            self.cited = cited or [within]
            for at, order in enumerate(self.orders):
                targets = [ranges.inside(aim, within) for aim in order.targets if aim != within]
                self.orders[at] = replace(order, targets=tuple(targets) or (within,))
        if len(self.orders) == 2 and [o.action for o in self.orders] == ["repeal", "insertion"]:
            out, put = self.orders
            if not put.targets or put.targets == out.targets:
                self.orders = [replace(out, action="substitution")]
        if self.after and self.after.startswith("("):
            named = self.orders[0].targets if self.orders else ()
            self.after = f"{named[0]}{self.after}" if named else None

    def _declared(self, at: int) -> None:
        """An order by its result: "the parties agree that the term is three years"."""
        said = self.text[at:]
        agreed = self.text[:at].rstrip().endswith("that")
        if not agreed or _CONDITION.match(said) or _DENIED.search(said):
            return
        found = re.match(r"(.+?)\s+(?:is|are|will|shall)\b", said)
        if found:
            self.orders.append(
                Order("substitution", "agree that", tuple(self.cited), _noun(found[1]), start=at)
            )


def _action(verb: str, rest: list[Any], text: str) -> str:
    """The Akoma Ntoso name of what a verb orders, or of the means that follow it."""
    for part in rest:
        if part.data in {"order", "passive", "agreed"}:
            break
        if part.data == "means":
            verb = _token(part)
            break
    if _REPEAL.search(verb):
        # "delete clause 3.1 and replace it with the following" repeals nothing.
        return "substitution" if GOES_FOR.search(text) else "repeal"
    if re.search(r"renumber|\bmove", verb, re.I):
        return "renumbering"
    if re.search("merg", verb, re.I):
        return "join"
    return "insertion" if _INSERTION.search(verb) else "substitution"


# ------------------------------------------------------------------------------------ citations


def _token(part: Any) -> str:
    return str(part.children[0])


def _start(part: Any) -> int:
    return int(next(part.scan_values(lambda _: True)).start_pos)


def _end(part: Any) -> int:
    return max(int(token.end_pos) for token in part.scan_values(lambda _: True))


def _id(text: str) -> str | None:
    """The ID that a citation names, whatever words stand before it."""
    text = printed(text)
    found = _CITED.search(text)
    if found is None:
        return None
    try:
        return str(numbering.parse(re.sub(r"\s*\([A-Z]{2,}\)$", "", found[0]).rstrip(". ")))
    except ValueError:
        return None


def _ids(part: Any) -> list[str]:
    """The ID of a citation, or those of a list; a range is spelt out where its ends allow it."""
    if part.data != "targets":
        return [found] if (found := _id(_token(part))) else []
    out: list[str] = []
    ranged = False
    for child in part.children:
        if child.children and child.children[0].type == "DIVISIONS":
            out += [name for one in citations.find(_token(child)) for name in one.ids]
            continue
        found = _id(_token(child)) if child.data == "target" else None
        if child.data == "label" and out:
            found = ranges.labelled(out[-1], _token(child))
            if found is None:
                break  # a letter of another list
        if found and out and _token(child)[:1].isdigit():
            found = ranges.beside(found, out[-1])
        if found:
            out += ranges.spelt_out(out[-1], found) if ranged and out else [found]
        ranged = child.data == "to"
    return out


def _grouped(parts: Sequence[Any]) -> list[Any]:
    """The parts with each list of targets as one; a joint that joins no targets is dropped."""
    from lark import Tree

    out: list[Any] = []
    joint: Any = None
    ended = False  # by a label that nothing joins to the list
    for part in parts:
        if part.data in {"and", "to"}:
            listed = out and out[-1].data == "targets" and not ended
            joint = part if listed and joint is None else None
            continue
        ended = part.data == "label" and (ended or joint is None)
        if ended:
            continue
        if part.data not in {"target", "label"}:
            out.append(part)
        elif joint is not None:
            out[-1].children.extend((joint, part))
        else:
            out.append(Tree("targets", [part]))
        joint = None
    return out


def _words(text: str) -> str:
    """The noun phrase at the start of `text`."""
    return _noun(_STOP.split(text[:_LONGEST], maxsplit=1)[0])


def _noun(text: str) -> str:
    text = " ".join(text[:_LONGEST].split()).strip(" ,.:;–—-")
    text = re.sub(r"^(?:(?:that|the|a|an|new|to|of|in)\s+)+", "", text, flags=re.I)
    return " ".join(text.split()[:14])
