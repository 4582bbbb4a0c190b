"""Where text stood, as the attributes of an element say it."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from clausetrack.model import Source

_PLACE = ("file", "line", "page", "part", "paragraph")


class Attributes(Protocol):
    """An element, or its attributes by their names."""

    def get(self, name: str, /) -> str | None: ...


def stated(said: Attributes, default: Source) -> Source:
    """The source that an element states by itself; `default` is where what says nothing stands."""
    source = moved(said, default, default)
    return replace(source, end=number(said, "end", source.start))


def moved(said: Attributes, source: Source, default: Source) -> Source:
    """`source`, but where the attributes say otherwise."""
    if any(said.get(name) is not None for name in _PLACE):
        # As soon as one of them stands there, those that do not are the default.
        file, part = said.get("file"), said.get("part")
        source = Source(
            file=default.file if file is None else file,
            line=_optional(said, "line"),
            page=_optional(said, "page"),
            part=default.part if part is None else part,
            paragraph=_optional(said, "paragraph"),
        )
    return replace(source, start=number(said, "start", source.start))


def number(said: Attributes, name: str, default: int = 0) -> int:
    """The whole number that an attribute says."""
    value = _optional(said, name)
    return default if value is None else value


def _optional(said: Attributes, name: str) -> int | None:
    value = said.get(name)
    return None if value is None else int(value)
