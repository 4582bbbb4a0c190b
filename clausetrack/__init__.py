"""Document diff and clause tracking for New Zealand collective employment agreements.

The public verbs are attributes of this package. Each is imported when it is first used, so that
`import clausetrack`, and with it `clausetrack --help`, loads no library.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clausetrack.ingest import read
    from clausetrack.markup import markup
    from clausetrack.verbs import (
        amendments,
        check,
        compare,
        diff,
        rates,
        reconcile,
        references,
    )

__version__ = "0.1.0"
__all__ = [
    "__version__",
    "amendments",
    "check",
    "compare",
    "diff",
    "markup",
    "rates",
    "read",
    "reconcile",
    "references",
]

_VERBS = {
    "read": "clausetrack.ingest",
    "amendments": "clausetrack.verbs",
    "check": "clausetrack.verbs",
    "compare": "clausetrack.verbs",
    "diff": "clausetrack.verbs",
    "rates": "clausetrack.verbs",
    "markup": "clausetrack.markup",
    "reconcile": "clausetrack.verbs",
    "references": "clausetrack.verbs",
}


if not TYPE_CHECKING:  # a type checker would take every misspelt name for an attribute

    def __getattr__(name: str) -> object:
        if name not in _VERBS:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(_VERBS[name]), name)


class _Package(ModuleType):
    # The import system binds a submodule to its package under its own name. Where a verb has that
    # name too (markup), `clausetrack.markup` would be the verb or the module by what was imported
    # first; here it is always the verb.
    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _VERBS and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
