"""What a page of a PDF holds: words with place and style, rules. No I/O and no library."""

from __future__ import annotations

from dataclasses import dataclass, field

#: What lies on a page and is none of its text: the value of a form's field, words of a text box or
#: a stamp, words of the page that are struck out, and what a comment says.
FIELD, LAID_ON, STRUCK, NOTE = "field", "laid on", "struck", "note"


@dataclass(frozen=True, slots=True)
class Style:
    """How a word is set: `emphasis` in the letters of `model.Run`, `colour` as "rrggbb".

    `upright` says that it runs as most of the page's text does.
    """

    emphasis: str
    size: float
    colour: str
    upright: bool = True


@dataclass(slots=True)
class Word:
    """A word, or the part of one in one style.

    `before` is what stands between it and the word before: "" nothing, " " a space, "\\n" a line
    end as PDFium sees it. `y` is the base line. `struck` and `underlined` are the colours of the
    lines through and under it, "" for none; `unseen` says that nothing of it, or not all of a
    figure, is drawn to be seen.
    """

    text: str
    x0: float
    x1: float
    y: float
    style: Style
    before: str = " "
    struck: str = ""
    underlined: str = ""
    first: int = 0
    unseen: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line, or a filled box so thin that it is one."""

    x0: float
    y0: float
    x1: float
    y1: float
    colour: str

    @property
    def level(self) -> bool:
        return self.x1 - self.x0 >= self.y1 - self.y0


@dataclass(slots=True)
class Page:
    """What a page holds. `characters` counts the non-space ones in PDFium's own text; `links` are
    the boxes (x0, y0, x1, y1) that lead somewhere when clicked, `linked` the colours of underlined
    words in them, `pictures` what tells each picture from another one, `laid_on` what lies on the
    page and is none of its text, each with its kind. `dots` are the boxes of shapes as small and as
    wide as they are high, which may be bullets. `imaged` says that an image covers most of the
    page, `covers` that something lies on it which may cover a part of a word."""

    width: float
    height: float
    words: list[Word] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    dots: list[tuple[float, float, float, float]] = field(default_factory=list)
    bars: list[Rule] = field(default_factory=list)
    links: list[tuple[float, float, float, float]] = field(default_factory=list)
    linked: set[str] = field(default_factory=set)
    characters: int = 0
    pictured: bool = False
    imaged: bool = False
    covers: bool = False
    replaced: int = 0
    pictures: list[str] = field(default_factory=list)
    laid_on: list[tuple[str, str]] = field(default_factory=list)


class PageTooLarge(Exception):
    """The page holds more than a printed page can."""
