"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path
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


def agreement(command: Command) -> Command:
    """`--agreement [FILE=]VERSION`: what a document is a version of, where it does not say so."""
    return click.option(
        "--agreement",
        "named",
        metavar="[FILE=]NAME",
        multiple=True,
        help='Which version a document is, where it does not say: "MBCA 2022-24".',
    )(command)


class Day(click.DateTime):
    """A day as 2026-01-28; the value is a datetime, as click's own type gives it."""

    def __init__(self) -> None:
        super().__init__(["%Y-%m-%d"])

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Any:
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            message = f"“{value}” is no day; write the year, the month and the day: 2026-01-28"
            raise click.BadParameter(message, ctx, param) from None


DAY = Day()


def as_json(command: Command) -> Command:
    """`--json`: the result as one JSON object."""
    return click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")(command)


def form_of(form: str | None, output: str | None, forms: Collection[str]) -> str:
    """What to write: the form that was asked for, or that the ending of the output's name says.

    Without either it is text. Raises click.UsageError for an ending that says no form, and for one
    that says another form than the one asked for.
    """
    ending = Path(output or "").suffix.lower().lstrip(".")
    said = {"": "text", "txt": "text"}.get(ending, ending)
    if form is not None:
        if ending and said in forms and said != form:
            raise click.UsageError(f"{output} ends in .{ending}, and --format says {form}")
        return form
    if said not in forms:
        endings = ", ".join(f".{each}" for each in ("txt", *forms) if each != "text")
        raise click.UsageError(
            f"cannot tell what -o is to write to {output}: its name must end in {endings}, or give"
            " --format"
        )
    return said
