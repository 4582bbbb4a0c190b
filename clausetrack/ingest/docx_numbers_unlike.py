"""The numbers that Word computes, where they are printed otherwise than they are read: with words
beside them, in a form of numbers that is not known here, struck out or hidden."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator

from clausetrack.errors import finding
from clausetrack.ingest.docx_lines import Part
from clausetrack.model import Finding, Source
from clausetrack.numbering import from_roman
from clausetrack.ooxml.names import Element, child, elements, local, make
from clausetrack.ooxml.numbering import Definitions
from clausetrack.ooxml.printed_as import Around, Settings
from clausetrack.values import few

#: A check of a run: its code, what to say of the run, and what finds it.
Check = tuple[str, str, Callable[[Element | None, Around], bool]]

_WORD = re.compile(r"[^\W_]+")
_NAME = 2  # words that a number has before it, or in place of a figure: "Te Wāhanga One"
#: Words that name no number, whatever their first letter; and names that may be in small letters.
_TURNING = frozenset(("not", "never", "unless", "except", "if", "only", "without", "excluding"))
_NAMES = frozenset(("clause", "item", "note", "para", "paragraph", "part", "rule", "section",
                    "step", "subclause", "tier", "type", "level", "grade", "no"))  # fmt: skip
#: What of the settings of a number, or of the end of its paragraph, may make it print otherwise.
_HIDING = frozenset(("vanish", "specVanish", "strike", "dstrike", "color", "sz", "w", "spacing",
                     "position", "highlight", "shd"))  # fmt: skip


def worded(here: Part, definitions: Definitions) -> Iterator[Finding]:
    """The words that are printed with the number of a paragraph: "(a) if the board agrees,", and
    numbers in a form that is not known here."""
    for paragraph, (label, instance, depth) in here.labels.items():
        if paragraph not in here.places:
            continue
        place = Source(here.file, part=here.part, paragraph=here.places[paragraph])
        if words := _beside_number(label):
            message = f"“{few(words)}” is printed with a number, and is not read as text"
            yield finding("number-worded", message, source=place, quote=words)
        if form := definitions.unknown_form(instance, depth):
            message = f"“{label}” is printed in another form of numbers ({form}) than it is read"
            yield finding("number-worded", message, source=place, quote=label)


def unseen_numbers(
    here: Part, definitions: Definitions, settings: Settings, checks: list[Check]
) -> Iterator[Finding]:
    """The numbers that a check finds by what is set for them and for the end of the paragraph."""
    for paragraph, (label, instance, depth) in here.labels.items():
        if paragraph not in here.places or not any(map(str.isalnum, label)):
            continue
        level = definitions.element(instance, depth)
        said = {local(one): one for one in _set(child(paragraph, "pPr"))}
        for name in ("vanish", "specVanish"):
            said.pop(name, None)  # that hides the end of the paragraph alone
        said |= {local(one): one for one in _set(level)}
        if _HIDING.isdisjoint(said):
            continue
        run = make("r")
        made = make("rPr")
        made.extend(copy.deepcopy(one) for one in said.values() if local(one))
        run.append(made)
        paragraph.append(run)  # what is behind it is asked for, too
        around = settings.around(paragraph)
        found = [(code, how) for code, how, is_so in checks if is_so(run, around)]
        paragraph.remove(run)
        place = Source(here.file, part=here.part, paragraph=here.places[paragraph])
        for code, how in found:
            yield finding(code, f"the number “{label}” {how}", source=place, quote=label)


def _set(holder: Element | None) -> list[Element]:
    """What is set for the runs of a level, or for the end of a paragraph."""
    found = None if holder is None else child(holder, "rPr")
    return [] if found is None else elements(found)


def _beside_number(label: str) -> str:
    """The words of a label but for its counters and the few before the first: "Part One"."""
    words = list(_WORD.finditer(label))
    counters = [at for at, word in enumerate(words) if _is_counter(word[0])]
    first = counters[0] if counters else 0
    lead = [word[0] for word in words[:first]]
    said = bool(lead) and lead[0].islower() and lead[0] not in _NAMES
    if said or first > _NAME or (not counters and len(words) > _NAME + 1):
        return label
    if not _TURNING.isdisjoint(map(str.casefold, lead)):
        return label
    rest = [at for at, word in enumerate(words) if at > first and not _is_counter(word[0])]
    return label[words[rest[0]].start() :].strip() if counters and rest else ""


def _is_counter(word: str) -> bool:
    """Does a word of a label count? A figure, a letter, the same letters, a roman numeral."""
    few_letters = len(set(word.casefold())) == 1 or from_roman(word.casefold()) is not None
    return few_letters or any(map(str.isdigit, word))
