"""One self-contained HTML page from a template: escaped, nothing fetched, only our script runs."""

from __future__ import annotations

import base64
import hashlib
import re
from decimal import Decimal
from functools import cache
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from clausetrack import values
from clausetrack.render import items
from clausetrack.visible import visible

#: What XML and HTML cannot hold: controls but tab, line feed and carriage return.
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")

#: What a style sheet asks of a control.
_ASKED = re.compile(r"body:has\(#([\w-]+):checked\)")


def page(name: str, **values: object) -> bytes:
    """The page that the template `NAME.html.j2` makes of `values`.

    What the template prints is escaped. What it has `inlined`, a style sheet or script of ours, the
    page’s content security policy names by its hash (`hashed`): nothing else runs or is fetched.
    """
    text = _environment().get_template(f"{name}.html.j2").render(**values)
    return _CONTROLS.sub("\ufffd", text).encode("utf-8", "replace")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("clausetrack", "render/templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        day=values.day_text, counted=values.counted, fragment=fragment, money=money,
        percent=percent, capital=values.capital, named=items.named, applies=items.applies,
    )  # fmt: skip
    environment.globals.update(inlined=_inlined, hashed=_hashed)
    return environment


def _shown(value: object) -> object:
    """Text as it may stand on a page; mark-up of our own is left as it is."""
    return visible(value) if type(value) is str else value


@cache
def _inlined(file: str) -> Markup:
    """A style sheet or script of the package, as it is.

    "NAME by class" is the sheet with a class on the root for each control that it asks.
    """
    environment = _environment()
    assert environment.loader is not None
    name, _, by_class = file.partition(" ")
    text = environment.loader.get_source(environment, name)[0]
    return Markup(_ASKED.sub(r":root.on-\1", text) if by_class else text)


def _hashed(*files: str) -> Markup:
    """What a content security policy calls these files, inlined."""
    digests = (hashlib.sha256(_inlined(file).encode()).digest() for file in files)
    return Markup(" ".join(f"'sha256-{base64.b64encode(each).decode()}'" for each in digests))


# ------------------------------------------------------------------------------------ filters


def money(value: Decimal) -> str:
    """A signed difference: +$1,533, −$20.50."""
    sign = "−" if value < 0 else "+"
    places = 0 if value == value.to_integral_value() else 2
    return f"{sign}${abs(value):,.{places}f}" if value else "$0"


def percent(value: Decimal) -> str:
    """A signed percentage: +2.50%."""
    return f"{'−' if value < 0 else '+' if value else ''}{abs(value):.2f}%"


def fragment(anchor: str) -> str:
    """The link to an anchor on the same page."""
    return "#" + quote(anchor, safe="().-")
