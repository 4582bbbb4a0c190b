"""What a Word file prints otherwise than its words read: struck out, hidden, or raised."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from functools import partial
from itertools import chain

from clausetrack.errors import finding
from clausetrack.ingest import docx_out_of_sight, raised
from clausetrack.ingest.docx_lines import Part
from clausetrack.ingest.docx_numbers_unlike import Check, unseen_numbers, worded
from clausetrack.model import Finding, Source
from clausetrack.ooxml.names import Element, child, local, own_text, value, w
from clausetrack.ooxml.numbering import Definitions
from clausetrack.ooxml.printed_as import Around, Settings
from clausetrack.ooxml.shades import FILL, Shades
from clausetrack.ooxml.text import Piece, in_fallback, is_on, node_text, printed_paragraphs
from clausetrack.ooxml.theme import Theme, Themes
from clausetrack.values import few

_STRUCK = ("text-struck-out", "is struck out by its format alone")
_HIDDEN = ("text-hidden", "is hidden")
_UNSEEN = ("text-hidden", "has the colour of what is behind it")
_FAINT = ("text-hidden", "can hardly be told from what is behind it")
_CODE = ("text-hidden", "stands in the code of a field")
_SMALL = ("text-hidden", "is too small to be read")
_TURNED = ("text-hidden", docx_out_of_sight.TURNED)
_ASTRAY = ("text-hidden", "is raised or lowered out of its line")
_SIGNS_ALONE = ("text-hidden", "is set in a font that has signs in place of letters")
#: Half points, and hundredths of the width: so small or narrow text is a line, or nothing.
_LEAST = {"sz": 4, "w": 10}
_USUAL = 20  # half points of text that nothing is said of
_CLOSED = 0.4  # of the height of letters: brought so much closer they stand on each other
_PITCH = 20  # twentieths of a point of a letter that is pressed into a width
_LIFTED = 6  # half points by which a figure is raised or lowered that is seen to be
_OF_SIGNS = re.compile(r"(?:Wing|Web|Zapf ?)dings.*|Marlett|MT Extra", re.I)
_LEGIBLE = re.compile(r"\d|[^\W\d_]{2}")  # one letter may be a bullet or a box to tick
_GREEK = re.compile(r"\$|[^\W\d_]{2}")  # the figures of the font Symbol are figures
_OF_HEBREW = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
#: What is looked for in a part and in its styles before any run is looked at.
_ASKED = (*map(w, ("strike", "dstrike", "vanish", "specVanish", "rFonts", "color", "highlight",
                   "shd", "sz", "w", "spacing", "fitText", "position", "rtl", "vertAlign")), FILL)
_BEFORE, _AFTER = re.compile(r"[^\W_]+\Z"), re.compile(r"[^\W_]+")
_SIGNS = {"superscript": "^", "subscript": "_"}


def unlike_print(
    themes: Themes, here: Part, root: Element, definitions: Definitions | None = None
) -> Iterator[Finding]:
    """The words of each paragraph that count, and that a reader of the print takes otherwise.

    `definitions` are those of the numbers of the part.
    """
    counted = [] if definitions is None else [*definitions.abstracts.values(),
                                              *definitions.instances.values()]  # fmt: skip
    settings = Settings(here.styles)
    said = _gathered(here, (root, *counted))
    checks = list(_checks(themes, here, settings, root, said))
    is_raised = bool(said["vertAlign"] or said["position"])
    for paragraph in printed_paragraphs(root) if checks or is_raised else ():
        found = here.own(paragraph)
        around = settings.around(paragraph) if found else Around()
        for code, how, is_so in checks:
            at = first = 0
            text = ""
            for piece in found:
                if is_so(piece.run, around):
                    first = first if text else at
                    text += piece.text
                at += len(piece.text)
            if text and how == docx_out_of_sight.TURNED and _is_leftward(found):
                continue
            if text := text.strip():
                message = f"“{few(text)}” {how}, and is read as part of the text"
                yield _finding(here, code, message, text, found[0], first)
        if is_raised:
            signs = [_sign(here, piece.run) for piece in found]
            if any(sign != " " for sign in signs):
                text = "".join(piece.text for piece in found)
                flags = "".join(s * len(p.text) for s, p in zip(signs, found, strict=True))
                text = _without_marks(here, found, text, flags)
                for at, printed, message in raised.figures(text, flags):
                    yield _finding(here, "figure-raised", message, printed, found[0], at)
    if said["vanish"] or said["specVanish"]:
        yield from _without_ends(here, root)
    yield from _parted(here, root)
    if definitions is not None and here.labels:
        yield from worded(here, definitions)
        yield from unseen_numbers(here, definitions, settings, checks) if checks else ()


def _sign(here: Part, run: Element | None) -> str:
    """"^" for a run that is raised, "_" for one that is lowered, else " "."""
    if (sign := _SIGNS.get(here.styles.said(run, "vertAlign") or "")) is not None:
        return sign
    by = here.styles.said(run, "position") or ""
    if not by.removeprefix("-").isdigit() or abs(int(by)) < _LIFTED:
        return " "
    return "_" if by.startswith("-") else "^"


def _without_ends(here: Part, root: Element) -> Iterator[Finding]:
    """The paragraphs whose end is hidden: what follows them is printed in the same line."""
    for paragraph in printed_paragraphs(root):
        mark = child(paragraph, "pPr", "rPr")
        after = next(paragraph.itersiblings(w("p")), None)
        found = here.own(paragraph)
        text = "".join(piece.text for piece in found)
        if after is not None and mark is not None and text.strip() and _vanishes(mark):
            quote = text.strip()
            message = f"“{few(quote)}” has no end that is seen: what follows is printed in its line"
            yield _finding(here, "text-hidden", message, quote, found[0], 0)


def _parted(here: Part, root: Element) -> Iterator[Finding]:
    """The words and figures in which a page or a column ends: they are read as if none did."""
    ends = (node for node in root.iter(w("br")) if node_text(node) == "")
    for paragraph in {next(end.iterancestors(w("p")), None): None for end in ends}:
        found = [] if paragraph is None or in_fallback(paragraph) else here.own(paragraph)
        text = "".join(piece.text for piece in found)
        at = 0
        for piece in found:
            at += len(piece.text)
            if local(piece.node) == "br" and not piece.text:
                before, after = _BEFORE.search(text[:at]), _AFTER.match(text[at:])
                if before and after:
                    quote = before[0] + after[0]
                    message = f"a page or a column ends in “{quote}”, which is read as one"
                    yield _finding(here, "text-hidden", message, quote, found[0], before.start())


def _vanishes(properties: Element) -> bool:
    return any(is_on(properties, name) for name in ("vanish", "specVanish"))


def _without_marks(here: Part, found: Sequence[Piece], text: str, flags: str) -> str:
    """The text of a paragraph with spaces for the raised marks of notes, which are noted."""
    marks = dict(raised.marks(text, flags))
    at = 0
    for piece in found if marks else ():
        start, at = at, at + len(piece.text)
        if marks.get(start) == at:
            here.marks.add(piece.node)
            text = f"{text[:start]}{' ' * (at - start)}{text[at:]}"
    return text


def _finding(
    here: Part, code: str, message: str, quote: str, piece: Piece, start: int
) -> Finding:
    place = Source(here.file, part=here.part, paragraph=here.places[piece.node],
                   start=start, end=start + len(quote))  # fmt: skip
    return finding(code, message, source=place, quote=quote)


def _gathered(here: Part, roots: Iterable[Element]) -> dict[str, list[Element]]:
    """What some parts, and the styles, say of each property that is asked for here, by its name."""
    out: dict[str, list[Element]] = {tag: [] for tag in _ASKED}
    for node in chain(here.styles.said_of(_ASKED), *(root.iter(*_ASKED) for root in roots)):
        out[str(node.tag)].append(node)
    return {tag.rpartition("}")[2]: found for tag, found in out.items()}


def _checks(
    themes: Themes,
    here: Part,
    settings: Settings,
    root: Element,
    said: Mapping[str, Sequence[Element]],
) -> Iterator[Check]:
    """The code of each kind that the part may hold, what to say of it, and what finds a run.

    `said` is what the part says, its styles, and what says how its numbers are set.
    """
    if said["strike"] or said["dstrike"]:
        yield *_STRUCK, partial(_is_set, settings, ("strike", "dstrike"))
    rows = frozenset(row for row in root.iter(w("tr")) if is_on(child(row, "trPr"), "hidden"))
    if rows or said["vanish"] or said["specVanish"]:
        yield *_HIDDEN, partial(_is_hidden, settings, rows)
    for how, elements in docx_out_of_sight.holders(root, here.styles):
        yield "text-hidden", how, partial(_is_held, elements)
    named = themes.own if _names_theme(said) else Theme()
    if any(_signs_of(named, fonts) for fonts in said["rFonts"]):
        yield *_SIGNS_ALONE, partial(_is_of_signs, settings, named)
    if codes := docx_out_of_sight.codes(root):
        yield *_CODE, lambda run, _: run in codes
    filled = bool(said["textFill"])
    if filled or said["color"] or said["highlight"]:
        shades = Shades(settings, themes.own if filled else named, filled)
        yield *_UNSEEN, shades.is_unseen
        if filled or any(map(shades.is_pale, said["color"])):
            yield *_FAINT, shades.is_faint
    if any(_is_small(one) for name in _LEAST for one in said[name]):
        yield *_SMALL, partial(_is_unreadable, settings)
    if said["fitText"] or any(one.get(w("val"), "").startswith("-") for one in said["spacing"]):
        yield *_SMALL, partial(_is_closed, settings)
    if said["position"]:
        yield *_ASTRAY, partial(_is_lifted, settings)
    if said["rtl"]:
        yield *_TURNED, partial(_is_set, settings, ("rtl",))


def _names_theme(said: Mapping[str, Sequence[Element]]) -> bool:
    """Is a colour or a font called by its name in the theme?"""
    names = tuple(map(w, ("themeColor", "themeFill", "asciiTheme")))
    found = (one for name in ("color", "shd", "rFonts") for one in said[name])
    return any(one.get(name) for one in found for name in names)


def _is_held(elements: Set[Element], run: Element | None, _: Around) -> bool:
    return docx_out_of_sight.holds(run, elements)


def _is_of_signs(
    settings: Settings, named: Theme, run: Element | None, around: Around
) -> bool:
    fonts = None if run is None else settings.of_run(run, around, "rFonts")
    signs = None if fonts is None else _signs_of(named, fonts)
    return run is not None and signs is not None and bool(signs.search(_words(run)))


def _signs_of(named: Theme, fonts: Element) -> re.Pattern[str] | None:
    """What a font of signs does not show as it reads; None of other fonts."""
    font = named.font(fonts.get(w("asciiTheme"), "")) or fonts.get(w("ascii"), "")
    if font.casefold() == "symbol":
        return _GREEK
    return _LEGIBLE if _OF_SIGNS.fullmatch(font) else None


def _words(run: Element) -> str:
    return "".join(own_text(node) for node in run.iter(w("t")))


def _is_set(
    settings: Settings, toggles: Iterable[str], run: Element | None, around: Around
) -> bool:
    return any(settings.is_set(run, around, name) for name in toggles)


def _is_hidden(
    settings: Settings, rows: Set[Element], run: Element | None, around: Around
) -> bool:
    """Is a run hidden, or does it stand in a row of a table that is?"""
    if rows and run is not None and not rows.isdisjoint(run.iterancestors(w("tr"))):
        return True
    return _is_set(settings, ("vanish", "specVanish"), run, around)


def _is_unreadable(settings: Settings, run: Element | None, around: Around) -> bool:
    said = (settings.of_run(run, around, name) for name in _LEAST)
    return any(one is not None and _is_small(one) for one in said)


def _is_small(setting: Element) -> bool:
    """Is text of that size, or of that width, none that anybody can read?"""
    size = setting.get(w("val"), "").removesuffix("%")
    return size.isdigit() and int(size) <= _LEAST[local(setting)]


def _is_closed(settings: Settings, run: Element | None, around: Around) -> bool:
    """Do the letters of a run stand on each other?"""
    if run is None:
        return False
    by, size = (_half_points(settings, run, around, name) for name in ("spacing", "sz"))
    width = value(run, "rPr", "fitText") or ""
    if width.isdigit() and int(width) < _PITCH * len(_words(run)):
        return True
    return by < 0 and -by / 10 > _CLOSED * (size or _USUAL)


def _is_lifted(settings: Settings, run: Element | None, around: Around) -> bool:
    """Is a run set higher or lower than a line is high?"""
    by, size = (_half_points(settings, run, around, name) for name in ("position", "sz"))
    return run is not None and abs(by) > 2 * (size or _USUAL)


def _half_points(settings: Settings, run: Element | None, around: Around, name: str) -> int:
    said = None if run is None else settings.of_run(run, around, name)
    size = "" if said is None else said.get(w("val"), "")
    return int(size) if size.removeprefix("-").isdigit() and len(size) < 9 else 0


def _is_leftward(found: Iterable[Piece]) -> bool:
    """Does a paragraph hold letters of a script that goes to the left, as those of Hebrew?"""
    return any(map(_OF_HEBREW.search, (piece.text for piece in found)))
