"""Drafts of orders on a part of a clause: the clause they are on, and the wording they need."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from clausetrack import numbering
from clausetrack.amend.binding import is_conditional, is_exchange, is_whole, relates, takes_effect
from clausetrack.amend.drafts import Draft
from clausetrack.amend.renumbering import TAKES_OUT
from clausetrack.amend.sentences import Order, Sentence, parse
from clausetrack.amend.splitting import split
from clausetrack.amend.telling import stands_apart
from clausetrack.amend.unread import is_kept
from clausetrack.model import Clause, plain
from clausetrack.segment.phrases import BE, GONE
from clausetrack.segment.titles import is_clause_title
from clausetrack.segment.wording import CITATION, masked
from clausetrack.settlement import TermsOnly

_IN = re.compile(
    rf"(?:In |Amend )?(?:(?:sub-?)?clause |(?=article ))(?P<id>{CITATION})\s*[:–—-]?", re.I
)
_LISTS = re.compile(r"\b(?:by|as follows)\s*:?\s*$", re.I)
_VERBS = {
    "replacing": "replace", "deleting": "delete", "inserting": "insert", "adding": "add",
    "substituting": "substitute", "omitting": "omit", "removing": "remove", "amending": "amend",
    "changing": "change", "renaming": "rename", "updating": "update", "increasing": "increase",
}  # fmt: skip
_VERB = re.compile(rf"(?P<verb>{'|'.join((*_VERBS, *_VERBS.values()))})\b", re.I)
_DONE_TO = re.compile(
    r"\b(?:delet|replac|insert|omit|remov|substitut|amend|add)(?:e|ed|s|ing)?\b", re.I
)
_EXCEPTS = re.compile(
    r"\bnot (?:to )?(?:be )?(?:appl|affect|extend|includ|chang|amend)\w*|\bonly\b|\bunchanged\b"
    r"|\bexclud\w+|\bremains?\b|\bkeeps? (?!pace|up)|\bstays?\b|\b(?:likewise|similarly)\b"
    r"|\bdo the same\b|\bthe same (?:clause|paragraph|item)\b|\b(?:sentence|words?) go(?:es)?\b"
    r"|\balso (?:be |is |are )?(?:made|done|chang|amend|replac|appl)"
    r"|\bthe same (?:change|amendment|substitution|replacement)\b",
    re.I,
)
_ALL_ELSE = re.compile(r"(?:all |the )?(?:other|rest|remainder|remaining)\b", re.I)
#: "In paragraph (b), replace …", "Paragraph (b): …"
_PARAGRAPH = re.compile(
    r"\W*(?:(?:and|then) )?(?:(?:in|at|from|amend) )?(?:the )?"
    r"(?:(?:sub-?)?paragraph|sub-?clause|item) (?P<label>(?:\s?\([a-z]{1,4}\))+)(?!\w)",
    re.I,
)
#: "Replace the table with the following:", behind an order on the table that a clause has
_THE_TABLE = re.compile(
    r"\W*(?:and )?(?:replace|substitute) (?:the|that|this) (?:(?:existing|current) )?"
    r"(?:table|scale|rates?)(?: (?:of rates|in (?:that|the same) clause))? (?:with|by) "
    r"(?:the following(?: (?:table|scale|rates))?|the (?:table|scale|rates) below)\W*",
    re.I,
)
_TABLE = re.compile(r"\b(?:tables?|scales?|rates?)\b", re.I)
#: "Delete paragraph (b).", and no more of it
_PARAGRAPH_GOES = re.compile(
    r"\W*(?:delete|remove|omit|repeal|revoke|strike out) (?:the )?"
    r"(?:(?:sub-?)?paragraph|sub-?clause|item) (?P<label>(?:\s?\([a-z]{1,4}\))+)\W*(?:and\W*)?",
    re.I,
)
#: "(c) Delete.", of the paragraph (c): it says nothing but that.
_GOES_ALONE = re.compile(
    r"\W*(?:(?:delete|remove|omit|repeal|revoke|strike out)(?: th(?:is|e) paragraph)?"
    rf"|(?:{BE} )?{GONE})\W*(?:and\W*)?",
    re.I,
)
_LETTERS = re.compile(r"(?:\([a-z]{1,5}\))+\Z")
_TITLE = re.compile(
    rf"(?:(?:Sub-?)?[Cc]lause |(?=Article ))(?P<id>{CITATION})(?![\w(]|\.\d)[^.:;]*"
)


def in_clause(text: str) -> str | None:
    """The clause that a line opens a list of orders on: "In clause 4.2:"."""
    found = _IN.fullmatch(text.strip())
    return str(numbering.parse(found["id"])) if found else None


def led(drafts: list[Draft], order: Order, text: str, marker: Clause) -> Order:
    """An order below "amend clause 2.1.1 as follows:", which is on that clause; it takes its place.

    Only an order on a part, or an exchange of words, that names no clause itself, nor has the
    number of one before it.
    """
    lead = drafts[-1] if drafts else None
    if lead is None or order.targets or not (order.part or is_exchange(text)) or cites(marker):
        return order
    if order.part is not None and order.part.everywhere and not order.part.place:
        return order
    bare = lead.fragment is None and lead.wording == "described" and lead.order.part is None
    if not (bare and lead.target and lead.said[-1].rstrip().endswith(":")):
        return order
    drafts.pop()
    part = order.part and replace(order.part, everywhere=False)
    return replace(order, targets=_inside(text, (lead.target,)), part=part)


def below(marker: Clause, aim: str | None) -> str | None:
    """The clause that an order under a marker is on, where the lead of the list names `aim`.

    A marker "2.1.1" may be that clause and not the place in the list: then it has to be `aim`, or
    in it, and no number of the item's own.
    """
    number = marker.number
    if "." not in number.strip(".") or not aim:
        return aim
    item = (marker.parent or "").partition("(")[0]
    own = number.partition(".")[0] == item
    return number if not own and relates(number, aim) and len(number) >= len(aim) else None


def ordered(text: str, lead: str) -> str:
    """A line of a list of orders as an order by itself: "replacing “x” …" in "amend 4.2 by:"."""
    text = text.lstrip(" –—")  # "(a) – delete …"
    found = _VERB.match(text)
    if found is None or not (in_clause(lead) or _LISTS.search(lead)):
        return text
    verb = found["verb"].casefold()
    said = _VERBS.get(verb, verb)
    return f"{said[:1].upper()}{said[1:]}{text[found.end() :]}"


def unclear(drafts: Sequence[Draft], order: Order, clause: Clause, titled: str | None) -> bool:
    """May "wherever it appears" be said of the clause of the title, or of the order before it?"""
    last = drafts[-1] if drafts else None
    before = last is not None and last.source == clause.source and last.target is not None
    named = before and not order.targets
    return bool(order.part and order.part.place == "throughout" and (titled or named))


def goes_on(drafts: list[Draft], order: Order, clause: Clause, text: str) -> str | None:
    """The clause of the order before in the same paragraph: "In 4.2, …. Delete the last row".

    So it is where words are exchanged, and nothing says where.
    """
    last = drafts[-1] if drafts else None
    if last is None or last.source != clause.source or not last.by_words:
        return None
    same = {one.target for one in drafts if one.said[0] == last.said[0]}
    if len(same) > 1:
        return None
    if order.part is None:
        if last.order.action == "repeal" and last.order.part is None:
            return None  # the clause goes
        return last.target if is_exchange(order.alone or text) else None
    return last.target if order.part.kind in {"sentence", "bullet", "note", "row"} else None


def of_another(line: Clause, draft: Draft) -> bool:
    """Is a line on another clause than an order: its own number, none of the item's, says so?

    So does one that says that a clause stays: "(c) Clause 3.3 – no change."
    """
    kept = parse(line.own_text).cited if is_kept(line.own_text) else ()
    if kept:
        return not any(relates(one, draft.target) for one in kept)
    number = line.number.strip(".")
    own = number.partition(".")[0] == draft.item
    return "." in number and not own and not relates(number, draft.target)


def begins(text: str) -> bool:
    """Does a sentence begin as an order on a text does ("Add a fifth bullet: …"), or is it one?"""
    return bool(_VERB.match(text)) or is_exchange(text)


def repeats(drafts: Sequence[Draft], sentence: Sentence) -> bool:
    """Does a sentence only say again what was ordered ("the scale is amended as below")?"""
    anew = begins(sentence.text)
    free = [one for one in drafts if one.fragment is None and not (anew and one.by_words)]
    order = sentence.orders[0]
    named = free and free[-1] is drafts[-1] and free[-1].target is not None
    of_table = named and _THE_TABLE.fullmatch(sentence.text) and _TABLE.search(drafts[-1].said[0])
    return (
        bool(free)
        and order.part is None
        and not order.targets
        and not sentence.agreed
        and bool(
            sentence.shown or sentence.opens or of_table or len(order.described.split()) < 3
        )
    )


def commands(text: str) -> bool:
    """Does a line of a list of orders say that something is to be done to a text?"""
    return bool(_DONE_TO.search(masked(text)))


def led_by(aims: Sequence[str], order: Order, marker: Clause, item: str) -> Order:
    """An order under a marker of a list on the clauses `aims`, which it need not name itself.

    `item` is the number of the item of the terms, "" where it has none.
    """
    led = tuple(one for aim in aims if (one := below(marker, aim)))
    if not led and (order.part or order.action != "insertion"):
        led = tuple(filter(None, [_by_itself(marker, item)]))
    if order.targets or not led:
        return order
    first = (split(marker.own_text) or [""])[0]
    if len(led) == 1 and order.action == "repeal" and (gone := _PARAGRAPH_GOES.fullmatch(first)):
        label = re.sub(r"\s", "", gone["label"])
        target = led[0] if led[0].endswith(label) else f"{led[0]}{label}"
        return replace(order, targets=(target,), alone=f"Delete clause {target}.")
    return replace(order, targets=_inside(marker.own_text, led))


def of_marker(order: Order, marker: Clause, text: str, named: str | None, title: str) -> Order:
    """An order that says no more than that something goes is of the paragraph whose letter it has.

    "(c) Delete." below "Clause 4" takes out 4(c), and not all of the clause that a title `named`.
    """
    label = _LETTERS.search(marker.id) if marker.kind == "paragraph" else None
    aims = order.targets or (named,)
    if label is None or len(aims) > 1 or not aims[0] or not _GOES_ALONE.fullmatch(text):
        return order
    if not order.targets and len(parse(title).cited) > 1:
        return order  # of which of them?
    target = aims[0] if aims[0].endswith(label[0]) else f"{aims[0]}{label[0]}"
    return replace(order, targets=(target,), alone=f"Delete clause {target}.")


def over(draft: Draft, marker: Clause) -> str | None:
    """The clause that an order under a marker is on, without the letter of the marker itself."""
    label = _LETTERS.search(marker.id)
    own = label[0] if label and draft.order.alone else ""
    return draft.target.removesuffix(own) if draft.target else None


def _inside(text: str, aims: Sequence[str]) -> tuple[str, ...]:
    """The paragraph of each of the clauses that a line names at its beginning, or the clauses."""
    found = _PARAGRAPH.match(text)
    label = re.sub(r"\s", "", found["label"]) if found else ""
    return tuple(one if one.endswith(label) else f"{one}{label}" for one in aims)


def _by_itself(marker: Clause, item: str) -> str | None:
    """The clause that the number before an order is, or that of the title over it, in no list.

    "6.2 Delete “ten”", but not where the items of the terms have no numbers: it may be one of
    their paragraphs.
    """
    number = (marker.parent or "" if marker.kind == "text" else marker.number).strip(".")
    first, point, _ = number.partition(".")
    stands = marker.kind in {"clause", "text"} and point and item.isdigit() and first != item
    return number if stands else None


def cites(marker: Clause) -> bool:
    """Is the number before a text a citation, as in "6.2: delete “ten”"?"""
    dash = marker.own_text.startswith(("–", "—"))
    return "." in marker.number and (dash or plain(marker.label).rstrip().endswith(":"))


def said(marker: Clause, item: Clause, text: str) -> list[str]:
    """The sentences of a text, with the clause that the number before it cites.

    A number of the item's own cites none, nor one before a text that names a clause itself.
    """
    own = marker.number.partition(".")[0] == item.number
    if marker.kind == "paragraph" and _GOES_ALONE.fullmatch(text):
        text = "Delete."
    elif not (own or not cites(marker) or parse(text).cited):
        text = f"Clause {marker.number}: {text.lstrip(' –—')}"
    return split(text)


def excepts(draft: Draft, text: str) -> bool:
    """Does a sentence after an order on words say where else, or where not, it is carried out?"""
    words = draft.order.part is not None or draft.order.action == "substitution"
    return words and not _ALL_ELSE.match(text) and bool(_EXCEPTS.search(masked(text)))


def held_by(draft: Draft, text: str) -> bool:
    """Does a sentence after an order keep it from being carried out as it stands?

    The day from which words are exchanged is told, and does not.
    """
    exchanges = draft.order.part is None and draft.order.action == "substitution"
    dated = exchanges and takes_effect(text)
    return excepts(draft, text) or (is_conditional(text) and not dated)


def is_apart(line: Clause, draft: Draft) -> bool:
    """Is a line of a list on no order beside it: what a party will do, or another clause?"""
    return stands_apart(line.own_text) or of_another(line, draft)


def beside(draft: Draft, lines: Sequence[Clause]) -> list[TermsOnly]:
    """Lines of a list that order nothing, by an order of it: what of them stays in the terms.

    They are quoted with the order, and no word of them is carried out with it.
    """
    out = []
    for one in lines:
        if is_apart(one, draft):
            out.append(TermsOnly(draft.item, one.printed, one.source))
            continue
        if draft.by_words and held_by(draft, one.own_text):
            draft.wording = "described"
        elif draft.by_words:
            out.append(TermsOnly(draft.item, one.printed, one.source))
        draft.said.append(one.printed)
    return out


def titled(text: str) -> str | None:
    """The clause that a line names as a title does: "Clause 2.4.1 Meal tickets"."""
    found = _TITLE.fullmatch(text.strip())
    return str(numbering.parse(found["id"])) if found and not parse(text).orders else None


def names_clause(clause: Clause) -> str | None:
    """The clause that a title between the orders of an item names."""
    text = clause.heading_text or clause.own_text
    title = clause.fragment is None and clause.kind in {"heading", "text"} and is_clause_title(text)
    return titled(text) if title else None


def wording_of(order: Order) -> str:
    """Given, where an order on a part of a clause needs no wording but its own."""
    part = order.part
    done = part is not None and (
        order.action == "repeal" or part.words or order.stated or part.kind == "references"
    )
    return "given" if done else "described"


def in_itself(sentence: Sentence) -> Order | None:
    """The one order of a sentence that is carried out by its own words, and says no more."""
    if len(sentence.orders) != 1 or len(sentence.cited) != 1:
        return None
    order = sentence.orders[0]
    given = order.part is not None and wording_of(order) == "given"
    return order if given or is_whole(sentence.text) else None


def give_heading(drafts: Sequence[Draft], heading: Clause) -> None:
    """A line that stands alone after "amend the heading of clause 2.1 to read:" is that heading."""
    draft = drafts[-1] if drafts else None
    part = draft.order.part if draft else None
    if draft is None or part is None or part.kind != "heading":
        return
    opens = draft.said[-1].rstrip().endswith((":", " as", " read"))
    if opens and not part.words and draft.fragment is None:
        part = replace(part, words=heading.heading_text.strip())
        draft.order, draft.wording = replace(draft.order, part=part), "given"


def settle_part(draft: Draft, clauses: Sequence[Clause]) -> None:
    """Wording with a number of its own is a clause, and no part of one, but for a heading alone."""
    part, first = draft.order.part, clauses[0]
    if part is None:
        return
    numbered = bool(first.number) and first.kind not in {"note", "bullet"}
    if numbered and not (part.kind in {"heading", "row"} and len(clauses) == 1):
        draft.order = replace(draft.order, part=None)
    else:
        draft.clauses = ()


def also_deleted(drafts: Sequence[Draft], draft: Draft, tops: Sequence[Clause]) -> list[Draft]:
    """The clauses that the same words take out beside the one that they reprint."""
    sentence = parse(draft.said[0])
    printed = {*(one.target for one in drafts if one.said[0] == draft.said[0])}
    printed |= {draft.target, *(top.id for top in tops)}
    if not TAKES_OUT.search(sentence.text) or sentence.orders[1:]:
        return []
    return [
        Draft(draft.item, Order("repeal", "", (one,), ""), one, draft.source, draft.said[:1])
        for one in sentence.cited
        if one not in printed
    ]
