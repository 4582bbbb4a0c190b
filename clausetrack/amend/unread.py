"""What a sentence that was read as no order may order all the same: it is listed for a person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rapidfuzz.distance import OSA

from clausetrack.amend.binding import is_exchange, takes_out
from clausetrack.amend.said import quotations, words_for_words
from clausetrack.amend.sentences import Order, Sentence, parse
from clausetrack.amend.telling import is_held, tells_change
from clausetrack.segment.phrases import BE, MARKED, STEAD
from clausetrack.segment.told import is_told, moves_figure
from clausetrack.segment.wording import CITATION, masked

#: What has become of a clause, or is to become of it.
_DONE = (
    r"(?:added|altered|amended|changed|combined|corrected|deleted|increased|inserted|merged|modified"
    r"|moved|omitted|raised|reduced|removed|renamed|renumbered|repealed|replaced|revised|revoked"
    r"|split|struck out|substituted|suspended|updated|varied)"
)
#: A change in the form of an order, where the grammar found none.
_COMMAND = re.compile(
    r"\b(?:amend|insert|replace|delete|substitute|omit|repeal|move|renumber|strike out|swap"
    r"|rename|retitle)\b"
    r"|\bleave out\b(?! of\b)"
    r"|\b(?:to|that) (?:remove|add|introduce|include|increase)\b[^;]{0,40}\bclauses?\b"
    rf"|(?<!may )(?<!can )(?<!to )(?<!not )\bbe {_DONE}\b"
    r"|\b(?:does|do|shall|will) not apply\b|\bfalls? away\b|\blapses?\b"
    r"|\b(?:swap|change|trade) places\b"
    r"|\breads?(?: as follows)?\s*:"
    rf"|\b(?:is|are)(?: now| then| therefore| hereby| also| \w+ly)? {_DONE}\b"
    rf"|\b(?:to|will|shall|should|must)(?: now)? be {_DONE}\b"
    r"|\b(?:(?:now|shall|should|will|to) (?:be )?reads?|(?:is|are) to be (?:read|[“\"‘']))"
    r"|[”\"’] (?:becomes?|now|is to|to (?:be|read|become))\b|\bbecomes? [“\"‘']"
    r"|\bbecomes? (?:(?:sub-?)?clause )?\d"
    r"|\b(?:deletion|insertion|replacement|omission|removal|renumbering) of\b"
    r"|\b(?:increase|raise|lift|reduce|change)\b[^;]{0,80}\bto\b|\binstead of\b"
    r"|\bby (?:add|amend|delet|insert|omit|remov|replac|substitut)ing\b"
    r"|\bamending clauses?\b|\bnew (?:sub-?)?clause\b|\(new\)"
    r"|\b(?:amend(?:ments?|ing)|changes?) (?:to|is made to|are made to)\b",
    re.I,
)
#: "Clause 3.2: four becomes six", "Clause 3.2 Notice: six weeks".
_ON_CLAUSE = re.compile(
    rf"\W*(?:Sub-?)?[Cc]lauses? {CITATION}"
    r"(?:\s+[–—-]\s|(?: \(?[A-ZĀĒĪŌŪ][\w ’'()-]{1,50})?\s*:)\s*[\w“\"‘$]"
    rf"|\W*(?:{CITATION})\s*(?::|\s[–—-]\s)\s*[a-z]"
)
#: "Steps 1 and 2 of the scale are merged", under the title of the clause that has them
_IS_DONE = re.compile(
    rf"(?:The |An? |All |Both )?[^.;:]{{1,60}}? {BE} {_DONE}\b", re.I
)
_SAID = re.compile(r":$|\b(?:the|all|new|following|after|from|in|to|of)\b")
_WITH_WORDS = re.compile(r"\w+:\s*[“\"]")  # "Delete: “x”"
#: A figure that a clause is to have.
_SET = re.compile(
    rf"\b[Cc]lauses? {CITATION}[^.]{{0,120}}?\b(?:(?:will|shall|is to|are to)(?: now)? be|becomes?)"
    r"(?: increased to)? (?:\$\s?\d|\d[\d.,]*(?:%| per cent| cents| hours| days| weeks))"
)
#: What no title says: an amount, or what a figure takes the place of.
_FIGURED = re.compile(
    r"\$\s?\d|\b(?:in place of|instead of|in lieu of|becomes?|up to|from)\b[^.;]{0,40}\d", re.I
)
#: "Paragraphs (c) and (d) become (b) and (c)."
_RELABELS = re.compile(
    r"\W*(?:the )?(?:(?:existing|present|old|remaining|later|following) )?(?:sub-?)?"
    r"(?:clause|paragraph|item)s? \([a-z]{1,4}\)(?:(?:,| and| to|\s?[–-])+ ?\([a-z]{1,4}\)){0,9}"
    r"(?: (?:now|then|will|shall|is|are|to|be|accordingly)){0,4} "
    r"(?:becomes?|renumbered|re-?lettered|relabelled)\b",
    re.I,
)
#: What leads into the orders: "It is agreed that the agreement is amended as follows:"
_INTRODUCES = re.compile(
    r"\W*(?:[^.;:\d]{0,120}\bagree[sd]?\b[^.;:\d]{0,80}\bthat )?(?:the|this|their|our)"
    r"(?: [\w’'-]+){0,8}? [Aa]greement(?: [\d–/-]+)? (?:is|be|(?:shall|will|is to) be)(?: hereby)?"
    r" (?:amended|varied|changed) as (?:follows|set out below)\W*"
)
#: How long the agreement is to hold.
_TERM = re.compile(
    r"\bterm of th(?:e|is)(?: collective)? agreement\b[^.]{0,60}?\b(?:shall|will|is to)(?: now)?"
    r" (?:be|run|expire)\b",
    re.I,
)
#: "Definitions: add", with the wording below.
_TITLED = re.compile(
    r"[A-ZĀĒĪŌŪ][\w ’'-]{1,40}\s*[:–—-]\s*(?i:add|amend|delete|insert|omit|replace|substitute)\b"
)
#: The wording of a clause that the title names.
_NEW = re.compile(
    r"(?:New|Proposed|Agreed|Amended|Revised)(?: (?:wording|text|clause|version))?"
    rf"(?:\s*:\s*\S| (?:(?:of|for) )?(?:clause )?{CITATION}\s*:)"
)
_THAT_CLAUSE = re.compile(r"\b(?:that|the same) (?:sub-?)?clause\b(?! \d)", re.I)
CITED = re.compile(rf"(?:Clause )?(?=.*[.(A-Z]){CITATION}")
#: The headings of what stands and of what is to stand.
STANDS = re.compile(r"\b(?:old|current|existing|present)\b|^\W*from\W*$", re.I)
_COMES = re.compile(
    r"\b(?:new|proposed|agreed|amended|revised|replacement)\b|^\W*to\W*$|\bfrom \d", re.I
)
#: What heads a column of what was agreed, and what a cell of it says where nothing was.
_OUTCOME = re.compile(r"\b(?:agreed|agreement|outcome|changes?|settle\w*|amend\w*)\b", re.I)
KEPT = re.compile(
    r"\A[\W_]*\Z|\b(?:no change|not agreed|status quo|unchanged|withdr[ae]wn?|withdrew|declined"
    r"|as is|n/?a)\b",
    re.I,
)
_UNIT = re.compile(
    r"\b(?:Part|Appendix|Schedule|Supplement|Annexe?|Article)\s+[A-Z\d]"
    r"|\b(?:under|below|beneath) the heading\b"
    r"|\bth(?:e|is) agreement\b|\breferences? to\b"
    r"|\b[Tt]he [A-ZĀĒĪŌŪ][\w ’'-]{0,40}? (?:clause|article|section|provision)\b"
    r"|\bdefinitions? of\b|\bnew (?:sub-?)?clause\b"
)
#: What an agreement says the figure of.
_PAY = re.compile(r"\b(?:rates?|allowances?|loadings?|scales?|salar(?:y|ies)|wages?)\b", re.I)
#: "read “ten”", below "In clause 4.2, for “nine”".
_READ = re.compile(r"\W*(?:and )?(?:reads?:?|for:) ?(?:[“\"‘'$\d]|\Z)", re.I)
_VERBS = ("amend", "delete", "insert", "omit", "remove", "renumber", "repeal", "replace",
          "substitute", "increase")  # fmt: skip
_DENIED = re.compile(
    r"\b(?:claim|proposal)\b[^.]{0,80}\bwithdr[ae]wn?\b"
    r"|\A\W*no(?:ne)?\b[^.;]{0,60}\b(?:is|are|(?:will|shall) be)\b"
    r"|\b(?:not(?! (?:before|until|later|earlier|only)\b)|no longer|no change|withdr[ae]wn?"
    r"|withdrew)\b[^.]{0,60}\b(?:agree|propos|clause)",
    re.I,
)

#: "No change to clause 4 except that “x” is replaced with “y”."
_BUT = re.compile(
    r"\b(?:no|not|without) (?:other |further )?chang\w+[^.]{0,80}?"
    r"\b(?:except|save|other than|apart from|but|beyond|besides)\b",
    re.I,
)
#: "Insert “y” in its place.", which says no other place
_PUTS = re.compile(
    rf"\W*(?:and |then )*(?:{STEAD},? )?(?:insert|substitute|put|replace(?: it)? with)"
    rf"(?: the (?:words?|following(?: words?| sentence)?))?:? ?(?P<words>{MARKED})(?: {STEAD})?\W*",
    re.I,
)
#: "Clause 4.2. Delete “x”."
_NAMED_FIRST = re.compile(rf"\A(\W*(?:in )?(?:sub-?)?clause {CITATION})\. ", re.I)
#: "Clause 25: no change."
_UNCHANGED = re.compile(
    rf"\W*(?:(?:Sub-?)?[Cc]lauses? |(?=Part |Article |Schedule |Appendix )){CITATION}"
    r"(?: \(?[A-ZĀĒĪŌŪ][\w ’'()-]{1,50})?(?:\s*:|\s+[–—-])\s*"
    r"(?i:no (?:agreed )?(?:change|variation|amendment)s?|status quo|unchanged|as is|not agreed"
    r"|rollover|retain(?:ed)?|renew(?:ed)?|current (?:contract )?language)\W*"
)


def understood(text: str) -> Sentence:
    """A sentence as the grammar reads it, or as the order to take out whole clauses that it is."""
    sentence = parse(text)
    if sentence.orders or not (sentence.cited and takes_out(text)):
        return sentence
    return replace(sentence, orders=(Order("repeal", "", sentence.cited, ""),))


def is_kept(text: str) -> bool:
    """Does a line say of the clause that it names that nothing is changed?"""
    return bool(_UNCHANGED.fullmatch(text))


def puts_instead(text: str) -> bool:
    """Does a sentence put words in the place of those that the one before takes out?"""
    return bool(_PUTS.fullmatch(text))


def _takes_words(sentence: Sentence) -> bool:
    """Does a sentence take words or one part out of a clause, as the last that it orders?"""
    last = sentence.orders[-1] if sentence.orders else None
    if last is not None and last.part is not None:
        return last.action == "repeal" or bool(last.stated and last.stated[-1].gone)
    changes = words_for_words(sentence.text)
    return bool(changes) and changes[-1].gone


def _put_instead(sentence: Sentence, behind: str) -> Sentence | None:
    """Two sentences that order one thing: "In clause 4.2, delete “x”. Insert “y”."; else None.

    Where the two are not understood as one, they order nothing that could be carried out.
    """
    found = _PUTS.fullmatch(behind) if _takes_words(sentence) else None
    if found is None:
        return None
    both = f"{sentence.text} {behind}"
    first = _NAMED_FIRST.sub(r"\1: ", sentence.text.rstrip(" .;"))
    said = f"{first} and insert {found['words']}."
    made = understood(said)
    if not (made.orders and made.orders[-1].part) and not is_exchange(said):
        return replace(sentence, text=both, orders=())
    orders = tuple(one if one.part else replace(one, alone=one.alone or said)
                   for one in made.orders)  # fmt: skip
    return replace(made, text=both, orders=orders)


def pointed(texts: Sequence[str]) -> list[Sentence]:
    """The sentences of a paragraph; "in that clause" is said of the one named right before.

    What is inserted right behind what goes, and nowhere else, is one order with it.
    """
    out: list[Sentence] = []
    last: tuple[str, ...] = ()
    for text in texts:
        if out and (one := _put_instead(out[-1], text)):
            out[-1] = one
            continue
        found = understood(text)
        if not found.cited and len(last) == 1 and len(_THAT_CLAUSE.findall(text)) == 1:
            said = _THAT_CLAUSE.sub(f"clause {last[0]}", text)
            named = understood(said)
            orders = tuple(one if one.part else replace(one, alone=one.alone or said)
                           for one in named.orders)  # fmt: skip
            found = replace(named, text=text, orders=orders) if orders else found
        last = found.cited or last
        out.append(found)
    return out


#: What heads a column of clauses.
OF_CLAUSES = re.compile(
    r"(?:(?:sub-?)?clause|article|section|provision)s?(?: (?:no\.?|numbers?|ref(?:erence)?))?", re.I
)
_IS_NEW = re.compile(r"\Anew (?:clause )?|,? \(?new\)?\Z", re.I)


def looks_ordered(
    sentence: Sentence, *, explained: bool = False, titled: bool = False
) -> bool:
    """Does a sentence that was read as no order speak of a change to a clause all the same?

    In what explains the terms (`explained`) what is merely told of a clause is none. What is said
    of words in quotation marks is of the clause that the title names, if one is `titled` so.
    """
    text = sentence.text
    if sentence.promise or _INTRODUCES.fullmatch(text):
        return False
    if _RELABELS.match(text) or _READ.match(text):
        return True
    told = _tells(sentence, titled=titled) and not is_held(text)
    ordered = told or (_names(sentence, titled=titled) and _has_form(text))
    denied = _DENIED.search(text) and not _BUT.search(text)
    if ordered and not (denied or _UNCHANGED.fullmatch(text)):
        return True
    return not explained and tells_change(text)


def _tells(sentence: Sentence, *, titled: bool) -> bool:
    """Does a sentence say what becomes of words, or what a figure goes to?"""
    text = sentence.text
    # two stretches in marks beside a clause: “In clause 4 exchange “x” for “y””
    words = bool(sentence.cited or titled) and quotations(text) > 1
    return bool(words or (_PAY.search(text) and moves_figure(text)) or is_told(text))


def _names(sentence: Sentence, *, titled: bool) -> bool:
    """Does a sentence name a clause or words of one, itself or with the title over it?"""
    text = sentence.text
    return bool(
        sentence.cited or _UNIT.search(text) or words_for_words(text) or _NEW.match(text)
        or quotations(text) > (0 if titled else 1) or _TITLED.match(text)
        or (titled and _IS_DONE.match(text) and not is_held(text))
    )  # fmt: skip


def _has_form(text: str) -> bool:
    """Has a sentence the form of an order, however it is spelt?"""
    return bool(
        _COMMAND.search(text) or _ON_CLAUSE.match(text) or _SET.search(text) or _NEW.match(text)
        or _TERM.search(text) or _TITLED.match(text) or _is_misspelt(text)
        or (quotations(text) and re.search(rf"\b{_DONE}\b", masked(text)))
    )  # fmt: skip


def ordered_in_row(cells: Sequence[str]) -> Sentence | None:
    """The order that a row of a table of changes gives: a clause, and what becomes of it."""
    cells = _without_number(cells)
    first, rest = "".join(cells[:1]).strip(), " ".join(cells[1:]).strip()
    name = _IS_NEW.sub("", first)
    if not rest or not CITED.fullmatch(name):
        return None
    sentence = parse(f"{'New ' if name != first else ''}{named(name)}: {rest}")
    own = [aim for order in parse(rest).orders for aim in order.targets]
    # "2.1 | Delete clause 5.2": the first cell may number the row
    sentence = replace(sentence, cited=tuple(dict.fromkeys((*own, *sentence.cited))))
    return sentence if name != first or sentence.orders or _COMMAND.search(rest) else None


def lists_changes(rows: Sequence[Sequence[str]]) -> bool:
    """Is a table one of changes: by an order in a row of it, or by the headings of its columns?"""
    heads = rows[0] if rows else ()
    headed = heads and OF_CLAUSES.fullmatch(heads[0].strip())
    return bool(headed and any(map(_OUTCOME.search, heads[1:]))) or any(map(ordered_in_row, rows))


def row_said(cells: Sequence[str]) -> str:
    """What a row of a table of changes says, of the clause that it names if it changes that."""
    first, *rest = [cell.strip() for cell in _without_number(cells)]
    said = " | ".join(filter(None, rest))
    if not rest:
        return first
    if not said or KEPT.search(rest[-1]):
        return f"{first} | {said}"
    if re.fullmatch(r"new(?: clause)?", first, re.I):
        return f"New clause: {said}"
    return f"{named(first)}: {said}" if CITED.fullmatch(first) else f"{first} | {said}"


def _without_number(cells: Sequence[str]) -> Sequence[str]:
    """The cells of a row that names a clause behind the number of the row, without that."""
    numbered = len(cells) > 2 and cells[0].strip(" .").isdigit()
    return cells[1:] if numbered and CITED.fullmatch(cells[1].strip()) else cells


def names_clause(cells: Sequence[str]) -> bool:
    """Does a row name a clause in its first cell, or in the one behind its own number?"""
    return bool(CITED.fullmatch("".join(_without_number(cells)[:1]).strip()))


def named(first: str) -> str:
    """The clause of a row as a sentence names it: "5.2" is "Clause 5.2"."""
    return first if re.match(r"[A-Za-z]{3}", first) else f"Clause {first}"


def ordered_in_table(rows: Sequence[Sequence[str]], *, alone: bool) -> list[Sentence]:
    """What the rows of a table order, those of old and new wording where it stands `alone`."""
    beside = (_of_clauses(rows) or set_side_by_side(rows)) if alone else []
    return beside or [found for row in rows if (found := ordered_in_row(row)) is not None]


def _of_clauses(rows: Sequence[Sequence[str]]) -> list[Sentence]:
    """The rows of a table of figures whose first column, and all of it, names clauses."""
    heads = rows[0] if rows else ()
    if not heads or not OF_CLAUSES.fullmatch(heads[0].strip()):
        return []
    found = []
    for row in rows[1:]:
        first = row[0].strip().removeprefix("Clause ")
        cited = parse(f"Clause {first}:").cited if CITED.fullmatch(first) else ()
        figures = any(re.search(r"\d", cell) for cell in row[1:])
        if not (cited and figures) or len(row) != len(heads):
            return []
        pairs = zip(heads[1:], row[1:], strict=True)
        cells = [f"{head.strip()}: {cell.strip()}" for head, cell in pairs]
        found.append(Sentence(" | ".join([row[0].strip(), *cells]), cited=cited))
    return found


def set_side_by_side(rows: Sequence[Sequence[str]]) -> list[Sentence]:
    """The rows of a table that has what is now in one column and what is to be in another.

    Those that name no clause are told as one.
    """
    heads = rows[0] if rows else ()
    old = next((at for at, head in enumerate(heads) if STANDS.search(head)), None)
    if old is None or not any(_COMES.search(head) for head in heads[old + 1 :]):
        return []
    named: list[Sentence] = []
    others: list[str] = []
    for row in rows[1:]:
        first = row[0].strip().removeprefix("Clause ")
        text = " | ".join(cell.strip() for cell in row if cell.strip())
        if ordered := ordered_in_row(row):
            named.append(ordered)
        elif CITED.fullmatch(first) and (cited := parse(f"Clause {first}:").cited):
            named.append(Sentence(text, cited=cited))
        elif text:
            others.append(text)
    return [*named, *([Sentence("; ".join(others))] if others else ())]


def _is_misspelt(text: str) -> bool:
    """Does a sentence begin like an order, but for one letter ("Amned", "Repalce")?"""
    first = re.match(r"\W*([A-Za-z]{5,12})\b", text)
    return first is not None and any(
        OSA.distance(first[1].casefold(), verb, score_cutoff=1) == 1 for verb in _VERBS
    )


def is_said(heading: str) -> bool:
    """Is what was taken for a heading an order: "Remove the third bullet", "Tea: delete “hot”"?"""
    ordered = bool(_SAID.search(heading) or _WITH_WORDS.match(heading)) and bool(
        parse(heading).orders
    )
    words = bool(words_for_words(heading)) and bool(_COMMAND.search(heading))
    figured = _ON_CLAUSE.match(heading) and _FIGURED.search(heading)
    return ordered or words or bool(_TITLED.match(heading) or figured)
