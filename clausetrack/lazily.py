"""Regular expressions that are compiled when they are first used.

Compiling is much of what a short run takes, and most runs use few of them.
"""

from __future__ import annotations

import re
from typing import Any, cast


class _Pattern:
    """Stands for a pattern until something of it is asked for."""

    def __init__(self, source: str, flags: int) -> None:
        self.given = source, flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(*self.given), name)
        setattr(self, name, found)  # which from now on is found without coming here
        return found


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, later: its methods and attributes, and nothing else of it."""
    return cast("re.Pattern[str]", _Pattern(source, flags))
