"""Orders on a part of a clause: a sentence, bullet, note, row, definition, heading, or words.

The words may be those at every place, or at one that is counted, or all that stand behind others.

An order is read as one of these only where the forms below account for every word of it. A
condition, a day, or a second order in the same sentence leaves it to the other rules, and so to a
person.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from clausetrack import numbering
from clausetrack.amend.part_forms import BESIDE, FORMS, form
from clausetrack.amend.renumbering import carries_references
from clausetrack.amend.reworded import reworded, spelt_out
from clausetrack.amend.row_orders import row_order
from clausetrack.amend.said import quotations, words_for_words
from clausetrack.amend.spans import is_finished
from clausetrack.segment.phrases import ORDINAL, ORDINALS
from clausetrack.segment.wording import CITATION, division
from clausetrack.settlement import Part, StatedChange

_KINDS = re.compile(
    r"\b(?:sentences?|bullets?|paragraphs?|rows?|definitions?|headings?|titles?|rename|retitle"
    r"|(?<!parties )(?<!we )notes?|wherever|throughout|references?|mentions|occurrences?"
    r"|(?:each|every|all|both) (?:place|instance)|add(?:ing)? to|the list"
    r"|(?:at|to|on) the (?:end|foot)|(?:all|everything|occurs?|occurring|appears?|appearing|time"
    rf"|place)\b)|\b{ORDINAL} [“\"‘']", re.I
)  # fmt: skip
_QUOTED = re.compile(
    r"“([^“”]*)”|\"([^\"]*)\"|‘([^‘’“”]*(?:’\w[^‘’“”]*)*)’(?!\w)|(?<!\w)'([^'“”]*(?:'\w[^'“”]*)*)'(?!\w)"
)
#: The kinds of parts.
KINDS = ("sentence", "bullet", "paragraph", "note", "row", "definition", "heading")
#: The groups of a form that tell which part is meant.
_COUNTS = {"ordinal", "key", "term", "held_at", "held_term"}
_LONGEST = 5000  # characters; texts are hostile
_LONGEST_ORDER = 300  # without what it quotes: it is one sentence of known words
_MANY = re.compile(
    r"\x02.*\b(?:throughout|wherever|agreement)\b|\b(?:throughout|wherever|agreement)\b.*\x02"
    r"|\b(?:references|mentions|uses|(?:all|every|each|any|both)\b)", re.I
)  # fmt: skip
#: What joins two orders in one sentence.
_JOINED = re.compile(
    r"(?:[,;] (?:and |then |and then )?| and (?:then )?)(?:by )?"
    rf"(?=(?:(?:(?:in|from|at|after) [^,;:]{{2,40}}?|(?:the )?{ORDINAL} \w+),? )?"
    r"(?:(?:delet|remov|omit|replac|insert|add|substitut|amend|chang|renam|updat|revis)(?:e|ing|ting)?"
    r"|vary)\b)", re.I
)  # fmt: skip
_TAKES_OUT = re.compile(r"(?:[^\x02]{0,60}?, )?(?P<verb>delete|remove|omit)\b", re.I)
_AND_THE = re.compile(rf",? and (?=the (?:{ORDINAL}|note|heading|row|definition)\b)", re.I)
#: Words that a sentence may go on with.
_RUNS_ON = re.compile(r"[a-z,;(][^.!?:]*[^.!?:;,\s]")
_MOST = 6  # orders in one sentence
_STRAY = re.compile(r"[“”\"‘]|(?<!\w)'|’(?!\w)")


@dataclass(frozen=True, slots=True)
class PartOrder:
    """An order on a part: its action, and the clauses that it names, each of them by itself.

    `stated` are the words that go, with what takes their place, where the part is words. `part` is
    None, and `text` the order by itself, where it stands beside such an order in one sentence, or
    is put in other words. `goes_on` says that its wording may go on behind the sentence.
    """

    action: str
    targets: tuple[str, ...]
    part: Part | None
    stated: tuple[StatedChange, ...] = ()
    text: str = ""
    goes_on: bool = False


def read(text: str) -> PartOrder | None:
    """The one order on a part that a sentence is from end to end; None where it is anything else.

    A mark that may be an apostrophe or close a quotation leaves it unread.
    """
    masked = _masked(text) if len(text) <= _LONGEST else None
    if masked is None:
        return None
    if carries_references(text):
        return PartOrder("substitution", (), Part("references", everywhere=True))
    found = _read(*masked) if _KINDS.search(text) else None
    usual = None if found else reworded(text, *masked) or row_order(*masked)
    if usual is None:
        return found
    plain, quoted, goes_on = usual
    order = _piece(plain, quoted)
    return order and replace(order, goes_on=goes_on)


def several(text: str) -> list[PartOrder]:
    """The orders that a sentence joins, one of them on words or a part, each from end to end.

    () where any word of it is left over. What names no clause is on that of the first.
    """
    masked = _masked(text) if len(text) <= _LONGEST else None
    if masked is None or not (masked[1] or _KINDS.search(masked[0])):
        return []
    plain, quoted = spelt_out(masked[0]), masked[1]
    if verb := _TAKES_OUT.match(plain):  # "delete the first bullet and the last one"
        plain = _AND_THE.sub(f" and {verb['verb']} ", plain)
    joints = list(_JOINED.finditer(plain))
    starts, ends = [0, *(one.end() for one in joints)], [*(one.start() for one in joints), None]
    if not 0 < len(joints) <= _MOST:
        return []
    out: list[PartOrder] = []
    at = 0
    while at < len(starts):
        for end in range(len(ends), at, -1):  # "delete “x” and insert “y”" is one
            found = _piece(plain[starts[at] : ends[end - 1]], quoted)
            if found is not None:
                break
        else:
            return []
        outside = [one for one in found.targets if not numbering.parse(one).division]
        if out and outside and division(plain):
            return []  # is that clause in the Schedule as well?
        # what is inserted may be for what goes, and nothing else is
        counted = any(one.part or any(each.gone for each in one.stated) for one in out)
        if counted and not found.targets and found.part and found.part.place == "end" \
                and found.part.words and not is_finished(found.part.words):
            return []  # at the end of the clause, or of the sentence that the first order is on?
        if not found.targets and out and not (found.part and found.part.everywhere):
            found = replace(found, targets=out[0].targets)
        out.append(found)
        at = end
    return out if any(one.part or one.stated for one in out) else []


def _piece(plain: str, quoted: list[str]) -> PartOrder | None:
    if found := _read(plain, quoted):
        return found
    for pattern, action in BESIDE:
        if at := form(pattern).fullmatch(plain):
            marked = _restored(plain, quoted)
            order = _order(at, action, quoted, plain)
            return order and replace(order, text=marked)
    return None


def _masked(text: str) -> tuple[str, list[str]] | None:
    """A sentence with a number between two marks for each quotation, and the quotations."""
    quoted: list[str] = []

    def masked(found: re.Match[str]) -> str:
        quoted.append(next(group for group in found.groups() if group is not None))
        return f"\x02{len(quoted) - 1}\x03"

    plain = _QUOTED.sub(masked, re.sub(r"\s+", " ", text).strip())
    return None if _STRAY.search(plain) or len(plain) > _LONGEST_ORDER else (plain, quoted)


def _restored(plain: str, quoted: list[str]) -> str:
    return re.sub(r"\x02(\d+)\x03", lambda at: f"“{quoted[int(at[1])]}”", plain)


def _read(plain: str, quoted: list[str]) -> PartOrder | None:
    for cue, pattern, action in FORMS:
        of_words = "(?P<old>" in pattern
        meant = re.search(cue, plain, re.I) and (_MANY.search(plain) or not of_words)
        found = form(pattern).fullmatch(plain) if meant else None
        if found is not None:
            return _order(found, action, quoted, plain)
    return None


def _order(found: re.Match[str], action: str, quoted: list[str], plain: str) -> PartOrder | None:
    groups: dict[str, str] = {}
    cited: list[str] = []
    for numbered, value in found.groupdict().items():
        name = numbered.rstrip("0123456789")
        if value is None:
            continue
        if groups.setdefault(name, value) != value and name in _COUNTS:
            return None  # two sentences
        cited += [value] if name == "clause" else []
        cited += re.findall(CITATION, value) if name == "clauses" else []
    targets = _clauses(cited, division(plain))
    if targets is None or ("clauses" not in groups and len(targets) > 1):
        return None

    def said(name: str) -> str:
        value = groups.get(name, "")
        return re.sub(r"\x02(\d+)\x03", lambda at: quoted[int(at[1])], value).strip()

    if "was" in groups:
        change = StatedChange(said("was"), said("now"), gone="now" not in groups)
        ordinal = ORDINALS[groups["ordinal"].casefold()]
        return PartOrder(action, targets, Part("occurrence", ordinal), (change,))
    if "anchor" in groups:
        place = "after" if "after" in groups else "before"
        return PartOrder(action, targets, Part("rest", said("anchor"), place, said("words")))
    if "old" in groups:
        return _everywhere(action, targets, groups, said("old"), said("new"))
    if action == "repeal" and groups.keys() == {"clause"}:
        return PartOrder(action, targets, None)
    if "change" in groups and groups.keys() <= {"clause", "change"}:
        return _exchange(action, targets, None, _restored(groups["change"], quoted))
    part = _part(action, groups, said)
    if part is None:
        return None
    if "change" in groups:
        return _exchange(action, targets, part, _restored(groups["change"], quoted))
    if "becomes" in groups:
        change = StatedChange(said("words"), said("becomes"))
        return PartOrder(action, targets, part, (change,)) if targets else None
    return PartOrder(action, targets, replace(part, words=said("words")))


def _part(action: str, groups: dict[str, str], said: Callable[[str], str]) -> Part | None:
    """The part of a clause that an order is on; None where it is no single one, or has no place."""
    kinds = [kind for kind in KINDS if kind in groups]
    held = _held(groups, said)
    if len(kinds) != 1 or (held is not None and kinds != ["sentence"]):
        return None  # "insert the following bullet after the first sentence"
    kind = kinds[0]
    ordinal = groups.get("ordinal", "").casefold()
    which = ORDINALS.get(ordinal, ordinal) or said("key") or said("term")
    if "change" in groups:
        return Part(kind, which, within=held)
    place = next(
        (name for name in ("end", "after", "before", "alphabetical") if name in groups), ""
    )
    words = said("words")
    finished = is_finished(words) and words[:1].isupper()
    if action == "insertion":
        place = place or ("last" if kind in {"bullet", "definition"} else "")
        if not place or kind == "note":
            return None  # a note is added as a clause is
        if kind == "sentence" and "whole" not in groups and words and not finished:
            return None  # the order calls a sentence what is none
    if action == "repeal" and kind == "heading":
        return None
    runs_on = groups.get("end") and _RUNS_ON.fullmatch(words)
    if "whole" in groups and not (finished or runs_on):
        return None  # words that are put nowhere for certain
    return Part(kind, which, "" if "becomes" in groups else place, within=held)


def _held(groups: dict[str, str], said: Callable[[str], str]) -> Part | None:
    """The part of the clause that the sentence is counted in: a paragraph, bullet, definition."""
    kind = next((kind for kind in KINDS if f"held_{kind}" in groups), None)
    if kind is None:
        return None
    at = groups.get("held_at", "").casefold()
    return Part(kind, said("held_term") or ORDINALS.get(at, at))


def _exchange(
    action: str, targets: tuple[str, ...], part: Part | None, said: str
) -> PartOrder | None:
    changes = words_for_words(said)
    if sum(1 if one.gone else 2 for one in changes) != quotations(said):
        return None
    return PartOrder(action, targets, part, changes)


def _everywhere(
    action: str, targets: tuple[str, ...], groups: dict[str, str], old: str, new: str
) -> PartOrder | None:
    # "wherever it appears", and nothing says in which clause: in all of the agreement
    whole = bool(groups.keys() & {"agreement", "throughout", "every", "all"})
    if not (whole and old) or (targets and "agreement" in groups):
        return None
    bare = "" if "agreement" in groups else "throughout"
    which = "2" if "both" in groups else ""
    part = Part("words", which, "" if targets else bare, everywhere=whole and not targets)
    gone = action == "repeal"
    return PartOrder("substitution", targets, part, (StatedChange(old, "" if gone else new, gone),))


def _clauses(cited: Sequence[str], within: str) -> tuple[str, ...] | None:
    """The IDs of the clauses cited, in the Appendix `within` where the order names one."""
    found: list[str] = []
    for each in cited:
        try:
            one = numbering.parse(re.sub(r"^the ", "", each))
        except ValueError:
            return None
        if str(one) != within or len(cited) == 1:
            outside = within and not one.division
            found.append(str(numbering.parse(f"{within} {one}") if outside else one))
    return tuple(dict.fromkeys(found or ([within] if cited else [])))
