"""What a Word file prints otherwise than its words read: struck out, hidden, or raised."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from functools import partial
from itertools import chain

from clausetrack.errors import finding
from clausetrack.ingest import raised
from clausetrack.ingest.docx_lines import Part
from clausetrack.model import Finding, Source
from clausetrack.numbering import from_roman
from clausetrack.ooxml.names import Element, child, local, value, w
from clausetrack.ooxml.printed_as import Around, Settings
from clausetrack.ooxml.text import Piece, is_on, printed_paragraphs
from clausetrack.values import few

_STRUCK = ("text-struck-out", "is struck out by its format alone")
_HIDDEN = ("text-hidden", "is hidden")
_UNSEEN = ("text-hidden", "has the colour of what is behind it")
_CODE = ("text-hidden", "stands in the code of a field")
_SMALL = ("text-hidden", "is too small to be read")
#: Half points, and hundredths of the width: so small or narrow text is a line, or nothing.
_LEAST = {"sz": 4, "w": 10}
_LOWEST = 40  # twentieths of a point of a line or a row that is set to be so high, and no higher
_SIGNS_ALONE = ("text-hidden", "is set in a font that has signs in place of letters")
_OF_SIGNS = re.compile(r"(?:Wing|Web|Zapf ?)dings.*|Marlett|MT Extra", re.I)
_LEGIBLE = re.compile(r"\d|[^\W\d_]{2}")  # one letter may be a bullet or a box to tick
_Check = Callable[[Element | None, Around], bool]
_SIGNS = {"superscript": "^", "subscript": "_"}
_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_WHITE = "FFFFFF"
_THEME = {"background1": _WHITE, "light1": _WHITE, "text1": "000000", "dark1": "000000"}
#: What of a run's own settings lays another colour behind it: a style of its own may, too.
_GROUNDS = ("highlight", "shd", "rStyle")
_WORD = re.compile(r"[^\W_]+")
_NAME = 2  # words that a number has before it, or in place of a figure: "Te Wāhanga One"
_NEAR = 16  # of 255: two shades that nobody tells apart


def unlike_print(here: Part, root: Element) -> Iterator[Finding]:
    """The words of each paragraph that count, and that a reader of the print takes otherwise."""
    checks = list(_checks(here, root))
    settings = Settings(here.styles)
    is_raised = _mentions(here, root, "vertAlign")
    if not checks and not is_raised:
        return
    for paragraph in printed_paragraphs(root):
        found = here.own(paragraph)
        around = settings.around(paragraph) if found else ("", "")
        for code, how, is_so in checks:
            at = first = 0
            text = ""
            for piece in found:
                if is_so(piece.run, around):
                    first = first if text else at
                    text += piece.text
                at += len(piece.text)
            if text := text.strip():
                message = f"“{few(text)}” {how}, and is read as part of the text"
                yield _finding(here, code, message, text, found[0], first)
        if is_raised:
            signs = [_SIGNS.get(here.styles.said(p.run, "vertAlign") or "", " ") for p in found]
            if any(sign != " " for sign in signs):
                text = "".join(piece.text for piece in found)
                flags = "".join(s * len(p.text) for s, p in zip(signs, found, strict=True))
                text = _without_marks(here, found, text, flags)
                for at, printed, message in raised.figures(text, flags):
                    yield _finding(here, "figure-raised", message, printed, found[0], at)


def worded(here: Part) -> Iterator[Finding]:
    """The words that are printed with the number of a paragraph: "(a) if the board agrees,"."""
    for paragraph, (label, _, _) in here.labels.items():
        if (words := _beside_number(label)) and paragraph in here.places:
            message = f"“{few(words)}” is printed with a number, and is not read as text"
            place = Source(here.file, part=here.part, paragraph=here.places[paragraph])
            yield finding("number-worded", message, source=place, quote=words)


def _beside_number(label: str) -> str:
    """The words of a label but for its counters and the few before the first: "Part One"."""
    words = list(_WORD.finditer(label))
    counters = [at for at, word in enumerate(words) if _is_counter(word[0])]
    first = counters[0] if counters else 0
    if first > _NAME or (not counters and len(words) > _NAME + 1):
        return label
    rest = [at for at, word in enumerate(words) if at > first and not _is_counter(word[0])]
    return label[words[rest[0]].start() :].strip() if counters and rest else ""


def _is_counter(word: str) -> bool:
    """Does a word of a label count? A figure, a letter, the same letters, a roman numeral."""
    few_letters = len(set(word.casefold())) == 1 or from_roman(word.casefold()) is not None
    return few_letters or any(map(str.isdigit, word))


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


def _mentions(here: Part, root: Element, *names: str) -> bool:
    """Does the part, or any style, say something of one of these properties?"""
    return next(chain(root.iter(*map(w, names)), here.styles.said_of(names)), None) is not None


def _checks(here: Part, root: Element) -> Iterator[tuple[str, str, _Check]]:
    """The code of each kind that the part may hold, what to say of it, and what finds a run."""
    settings = Settings(here.styles)
    if _mentions(here, root, "strike", "dstrike"):
        yield *_STRUCK, partial(_is_set, settings, ("strike", "dstrike"))
    rows = frozenset(row for row in root.iter(w("tr")) if is_on(child(row, "trPr"), "hidden"))
    if rows or _mentions(here, root, "vanish"):
        yield *_HIDDEN, partial(_is_hidden, settings, rows)
    if flat := _flat(root):
        yield *_SMALL, lambda run, _: _is_flat(run, flat)
    if _mentions(here, root, "rFonts"):
        yield *_SIGNS_ALONE, partial(_is_of_signs, settings)
    if codes := _in_codes(root):
        yield *_CODE, lambda run, _: run in codes
    if _mentions(here, root, "color", "highlight"):
        yield *_UNSEEN, partial(_is_unseen, here, settings, {})
    said = chain(root.iter(*map(w, _LEAST)), here.styles.said_of(_LEAST))
    if any(map(_is_small, said)):
        yield *_SMALL, partial(_is_unreadable, settings)


def _flat(root: Element) -> frozenset[Element]:
    """The rows and paragraphs whose own settings leave their lines no height."""
    low = ((one, one.get(w("hRule")), one.get(w("val"), "")) for one in root.iter(w("trHeight")))
    lines = ((one, one.get(w("lineRule")), one.get(w("line"), ""))
             for one in root.iter(w("spacing")))  # fmt: skip
    found = set()
    for setting, rule, height in chain(low, lines):
        holder = setting.getparent()
        if rule == "exact" and height.isdigit() and int(height) <= _LOWEST and holder is not None:
            found.add(holder.getparent())
    return frozenset(one for one in found if one is not None)


def _is_flat(run: Element | None, flat: Set[Element]) -> bool:
    holders = () if run is None else (next(run.iterancestors(w("p")), run),
                                      *run.iterancestors(w("tr")))  # fmt: skip
    return not flat.isdisjoint(holders)


def _is_of_signs(settings: Settings, run: Element | None, around: Around) -> bool:
    fonts = None if run is None else settings.of_run(run, around, "rFonts")
    if run is None or fonts is None or not _OF_SIGNS.fullmatch(fonts.get(w("ascii"), "")):
        return False
    return bool(_LEGIBLE.search("".join(node.text or "" for node in run.iter(w("t")))))


def _in_codes(root: Element) -> frozenset[Element]:
    """The runs between the begin of a field and its result, where its code stands."""
    found: set[Element] = set()
    around: list[tuple[list[Element], bool]] = []  # the fields: runs in the code, still in it?
    for node in root.iter(w("fldChar"), w("t")) if _has_fields(root) else ():
        kind, run = node.get(w("fldCharType")), node.getparent()
        if kind == "begin":
            around.append(([], True))
        elif kind == "separate" and around:
            around[-1] = (around[-1][0], False)
        elif kind == "end" and around:
            found.update(around.pop()[0])
        elif kind is None and run is not None:
            outermost = next((runs for runs, in_code in around if in_code), None)
            if outermost is not None:
                outermost.append(run)
    return frozenset(found)


def _has_fields(root: Element) -> bool:
    return next(root.iter(w("fldChar")), None) is not None


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
    return settings.is_set(run, around, "vanish")


def _is_unreadable(settings: Settings, run: Element | None, around: Around) -> bool:
    said = (settings.of_run(run, around, name) for name in _LEAST)
    return any(one is not None and _is_small(one) for one in said)


def _is_small(setting: Element) -> bool:
    """Is text of that size, or of that width, none that anybody can read?"""
    size = setting.get(w("val"), "").removesuffix("%")
    return size.isdigit() and int(size) <= _LEAST[local(setting)]


# ------------------------------------------------------------------------------------- colours


def _is_unseen(
    here: Part,
    settings: Settings,
    known: dict[Element, str],
    run: Element | None,
    around: Around,
) -> bool:
    """Has a run the colour of what is behind it, where the file says what that is?

    `known` has what is behind the runs of a paragraph that have no ground of their own.
    """
    said = None if run is None else settings.of_run(run, around, "color")
    colour = "" if said is None else _colour(said)
    if run is None:
        return False
    if not colour:  # black, where nothing says another one
        named = said is not None and said.get(w("val"), "auto") != "auto"
        return not named and here.styles.said(run, "highlight") == "black"
    own = child(run, "rPr")
    paragraph = next(run.iterancestors(w("p")), run)
    if own is not None and any(child(own, one) is not None for one in _GROUNDS):
        behind = _behind(here, run)
    else:
        if paragraph not in known:
            known[paragraph] = _behind(here, run)
        behind = known[paragraph]
    pairs = zip(_shades(colour), _shades(behind), strict=False)
    return bool(behind) and all(abs(one - other) < _NEAR for one, other in pairs)


def _behind(here: Part, run: Element) -> str:
    """The colour behind a run: its own, its paragraph's, its cell's, or the page's; "" unknown."""
    marked = here.styles.said(run, "highlight")
    if marked is not None and marked != "none":
        return {"white": _WHITE, "black": "000000"}.get(marked, "")
    holders = [child(run, "rPr")]
    for outer in run.iterancestors(w("p"), w("tc"), w("tbl"), w("txbxContent"), w("document")):
        name = outer.tag.rpartition("}")[2]
        if name == "p":
            styled = here.styles.chain(value(outer, "pPr", "pStyle") or here.styles.default)
            holders += [child(outer, "pPr"), *(child(style, "pPr") for style in styled)]
        elif name == "tc":
            holders.append(child(outer, "tcPr"))
        elif name == "tbl":
            styles = here.styles.chain(value(outer, "tblPr", "tblStyle"))
            if any(_fill(node) != _WHITE for style in styles for node in style.iter(w("shd"))):
                return ""  # some rows or columns are shaded, and which ones is not looked up
        elif name == "txbxContent" or child(outer, "background") is not None:
            return ""  # a shape or a page of another colour
        for holder in holders:
            shading = None if holder is None else child(holder, "shd")
            if shading is not None and not _clear(shading):
                return _fill(shading)
        holders = []
    return _WHITE


def _colour(said: Element) -> str:
    """A colour as six digits; "" where the reader's screen or a theme that was changed says it.

    The ground of the theme is white and its text black, whatever else is said beside that.
    """
    named, changed = said.get(w("themeColor"), ""), (w("themeShade"), w("themeTint"))
    if named in _THEME and all(said.get(name) is None for name in changed):
        return _THEME[named]
    colour = said.get(w("val"), "")
    return colour if _HEX.fullmatch(colour) else ""


def _clear(shading: Element) -> bool:
    """Does a shading leave what is behind it as it is?"""
    return shading.get(w("fill"), "auto") == "auto" and shading.get(w("themeFill")) is None


def _fill(shading: Element) -> str:
    """The colour of a shading; "" of a pattern, and of one that only the theme names."""
    fill = shading.get(w("fill"), "auto")
    if shading.get(w("val"), "clear") not in {"clear", "nil"}:
        return ""
    return _WHITE if _clear(shading) else fill if _HEX.fullmatch(fill) else ""


def _shades(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in range(0, len(colour), 2)]
