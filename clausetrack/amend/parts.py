"""Orders on a part of a clause: a sentence, bullet, note, row, definition, heading, or words.

An order is read as one of these only where the forms below account for every word of it. A
condition, a day, or a second order in the same sentence leaves it to the other rules, and so to a
person.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from clausetrack import numbering
from clausetrack.amend.part_forms import FORMS, ORDINALS, form
from clausetrack.amend.said import quotations, words_for_words
from clausetrack.segment.wording import CITATION, division
from clausetrack.settlement import Part, StatedChange

_KINDS = re.compile(
    r"\b(?:sentences?|bullets?|rows?|definitions?|headings?|titles?|rename|retitle"
    r"|(?<!parties )(?<!we )notes?|wherever|throughout|references?|mentions|occurrences?"
    r"|(?:each|every|all) (?:place|instance))", re.I
)  # fmt: skip
_QUOTED = re.compile(
    r"“([^“”]*)”|\"([^\"]*)\"|‘([^‘’“”]*(?:’\w[^‘’“”]*)*)’(?!\w)|(?<!\w)'([^'“”]*(?:'\w[^'“”]*)*)'(?!\w)"
)
_LONGEST = 5000  # characters; texts are hostile
_LONGEST_ORDER = 300  # without what it quotes: it is one sentence of known words
_MANY = re.compile(
    r"\x02.*\b(?:throughout|wherever|agreement)\b|\b(?:throughout|wherever|agreement)\b.*\x02"
    r"|\b(?:references|mentions|uses|(?:all|every|each|any)\b)", re.I
)  # fmt: skip
_STRAY = re.compile(r"[“”\"‘]|(?<!\w)'|’(?!\w)")


@dataclass(frozen=True, slots=True)
class PartOrder:
    """An order on a part: its action, and the clauses that it names, each of them by itself.

    `stated` are the words that go, with what takes their place, where the part is words.
    """

    action: str
    targets: tuple[str, ...]
    part: Part
    stated: tuple[StatedChange, ...] = ()


def read(text: str) -> PartOrder | None:
    """The one order on a part that a sentence is from end to end; None where it is anything else.

    A mark that may be an apostrophe or close a quotation leaves it unread.
    """
    if len(text) > _LONGEST or not _KINDS.search(text):
        return None
    quoted: list[str] = []

    def masked(found: re.Match[str]) -> str:
        quoted.append(next(group for group in found.groups() if group is not None))
        return f"\x02{len(quoted) - 1}\x03"

    plain = _QUOTED.sub(masked, re.sub(r"\s+", " ", text).strip())
    if _STRAY.search(plain) or len(plain) > _LONGEST_ORDER:
        return None
    for at, (cue, pattern, action) in enumerate(FORMS):
        of_words = "(?P<old>" in pattern
        meant = re.search(cue, plain, re.I) and (_MANY.search(plain) or not of_words)
        found = form(at).fullmatch(plain) if meant else None
        if found is not None:
            return _order(found, action, quoted, plain)
    return None


def _order(found: re.Match[str], action: str, quoted: list[str], plain: str) -> PartOrder | None:
    named = {name: value for name, value in found.groupdict().items() if value is not None}
    groups: dict[str, str] = {}
    cited: list[str] = []
    for numbered, value in named.items():
        name = numbered.rstrip("0123456789")
        if groups.setdefault(name, value) != value and name in {"ordinal", "key", "term"}:
            return None  # two sentences
        cited += [value] if name == "clause" else []
        cited += re.findall(CITATION, value) if name == "clauses" else []
    targets = _clauses(cited, division(plain))
    if targets is None or ("clauses" not in groups and len(targets) > 1):
        return None

    def said(name: str) -> str:
        value = groups.get(name, "")
        return re.sub(r"\x02(\d+)\x03", lambda at: quoted[int(at[1])], value).strip()

    if "old" in groups:
        return _everywhere(action, targets, groups, said("old"), said("new"))
    kinds = [kind for kind in ("sentence", "bullet", "note", "row", "definition", "heading")
             if kind in groups]  # fmt: skip
    if len(kinds) != 1:
        return None  # "insert the following bullet after the first sentence"
    kind = kinds[0]
    which = said("key") or said("term")
    if "ordinal" in groups:
        ordinal = groups["ordinal"].casefold()
        which = ordinal if ordinal.isdigit() else ORDINALS[ordinal]
    place = next(
        (name for name in ("end", "after", "before", "alphabetical") if name in groups), ""
    )
    if action == "insertion" and (not place or kind == "note"):
        return None  # a note is added as a clause is
    if action == "repeal" and kind == "heading":
        return None
    if "change" in groups:
        marked = re.sub(r"\x02(\d+)\x03", lambda at: f"“{quoted[int(at[1])]}”", groups["change"])
        changes = words_for_words(marked)
        if sum(1 if one.gone else 2 for one in changes) != quotations(marked):
            return None
        return PartOrder(action, targets, Part(kind, which), changes)
    if "becomes" in groups:
        change = StatedChange(said("words"), said("becomes"))
        return PartOrder(action, targets, Part(kind, which), (change,)) if targets else None
    return PartOrder(action, targets, Part(kind, which, place, said("words")))


def _everywhere(
    action: str, targets: tuple[str, ...], groups: dict[str, str], old: str, new: str
) -> PartOrder | None:
    whole = "agreement" in groups or "throughout" in groups
    meant = bool(groups.keys() & {"agreement", "throughout", "every", "all"})
    if not (meant and old) or (targets and "agreement" in groups):
        return None
    bare = "" if "agreement" in groups else "throughout"
    part = Part("words", place="" if targets else bare, everywhere=whole and not targets)
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
            found.append(f"{within} {one}" if within and not one.division else str(one))
    return tuple(dict.fromkeys(found or ([within] if cited else [])))
