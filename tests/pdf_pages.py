"""PDF files for tests, written by hand: text and rules in their places, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

#: The fonts that every reader has; their Helvetica widths in thousandths, for setting lines full.
FONTS = {"": "Helvetica", "b": "Helvetica-Bold", "i": "Helvetica-Oblique"}
_WIDE = dict(
    zip(
        "fijlt I.,:;'!()-/",
        (278, 222, 222, 222, 278, 278, 278, 278, 278, 278, 278, 191, 278, 333, 333, 333, 278),
        strict=True,
    )
)


@dataclass(frozen=True)
class Text:
    """One line of text; `y` is its base line, from the foot of the page."""

    x: float
    y: float
    text: str
    size: float = 10
    font: str = ""
    colour: tuple[float, float, float] = (0, 0, 0)

    def operators(self) -> bytes:
        shown = self.text.encode("cp1252").replace(b"\\", b"\\\\")
        shown = shown.replace(b"(", b"\\(").replace(b")", b"\\)")
        red, green, blue = self.colour
        name = list(FONTS).index(self.font)
        return (
            b"%g %g %g rg BT /F%d %g Tf %g %g Td ("
            % (red, green, blue, name, self.size, self.x, self.y)
            + shown
            + b") Tj ET\n"
        )


@dataclass(frozen=True)
class Stroke:
    """A straight line, or with `fill` a box filled so thin that it looks like one."""

    x0: float
    y0: float
    x1: float
    y1: float
    colour: tuple[float, float, float] = (0, 0, 0)
    fill: bool = False

    def operators(self) -> bytes:
        red, green, blue = self.colour
        if self.fill:
            return b"%g %g %g rg %g %g %g %g re f\n" % (
                red,
                green,
                blue,
                self.x0,
                self.y0 - 0.3,
                self.x1 - self.x0,
                0.6,
            )
        return b"%g %g %g RG 0.5 w %g %g m %g %g l S\n" % (
            red,
            green,
            blue,
            self.x0,
            self.y0,
            self.x1,
            self.y1,
        )


def width(text: str, size: float = 10) -> float:
    """About how wide Helvetica sets a text."""
    return sum(_WIDE.get(c, 667 if c.isupper() else 540) for c in text) * size / 1000


def wrapped(x: float, y: float, words: str, wide: float, size: float = 10) -> list[Text]:
    """A paragraph set in lines of that width, from its first base line down."""
    out: list[Text] = []
    line = ""
    for word in words.split():
        if line and width(f"{line} {word}", size) > wide:
            out.append(Text(x, y - 1.2 * size * len(out), line, size))
            line = word
        else:
            line = f"{line} {word}".strip()
    return [*out, Text(x, y - 1.2 * size * len(out), line, size)]


def grid(xs: Sequence[float], ys: Sequence[float]) -> list[Stroke]:
    """The rules of a table between those edges."""
    return [
        *(Stroke(min(xs), y, max(xs), y) for y in ys),
        *(Stroke(x, min(ys), x, max(ys)) for x in xs),
    ]


class Operators(Protocol):
    """What a page may hold."""

    def operators(self) -> bytes: ...


def pdf(
    pages: Sequence[Iterable[Operators]],
    *,
    turned: int = 0,
    annotations: Sequence[bytes] = (),
) -> bytes:
    """A PDF of A4 pages; `annotations` lie on each of them, and make up its form."""
    bodies = [b"".join(item.operators() for item in page) for page in pages]
    fonts = b" ".join(b"/F%d %d 0 R" % (at, at + 3) for at in range(len(FONTS)))
    first = 3 + len(FONTS)
    after = first + 2 * len(pages)
    laid = b" ".join(b"%d 0 R" % (after + at) for at in range(len(annotations)))
    kids = b" ".join(b"%d 0 R" % (first + 2 * at) for at in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [" + laid + b"] >> >>",
        b"<< /Type /Pages /Kids [" + kids + b"] /Count %d >>" % len(pages),
        *(
            b"<< /Type /Font /Subtype /Type1 /Encoding /WinAnsiEncoding /BaseFont /"
            + name.encode()
            + b" >>"
            for name in FONTS.values()
        ),
    ]
    for at, body in enumerate(bodies):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate %d /Contents %d 0 R "
            b"/Resources << /Font << " % (turned, first + 2 * at + 1) + fonts + b" >> >> "
            b"/Annots [" + laid + b"] >>"
        )
        objects.append(b"<< /Length %d >>\nstream\n" % len(body) + body + b"endstream")
    return assembled([*objects, *annotations])


def assembled(objects: Sequence[bytes]) -> bytes:
    """A file of numbered objects, the first of them the catalogue."""
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        bytes(out)
        + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
        + table
        + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (len(objects) + 1, len(out))
    )
