"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])


def revisions(command: Command) -> Command:
    """`--revisions accepted|rejected`: which version of a marked-up document is read."""
    return click.option(
        "--revisions",
        type=click.Choice(["accepted", "rejected"]),
        default="accepted",
        show_default=True,
        help="Read a marked-up document as if its changes were all accepted, or all rejected.",
    )(command)


def as_json(command: Command) -> Command:
    """`--json`: the result as one JSON object."""
    return click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")(command)
