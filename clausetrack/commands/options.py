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


class Moment(click.DateTime):
    """A day or a time of day; the value is a datetime, as click's own type gives it."""

    def __init__(self, form: str, wanted: str) -> None:
        super().__init__([form])
        self.wanted = wanted

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Any:
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            raise click.BadParameter(f"“{value}” is no {self.wanted}", ctx, param) from None


DAY = Moment("%Y-%m-%d", "day; write the year, the month and the day: 2026-01-28")
HOUR = Moment("%H:%M", "time of day; write the hour and the minute: 16:30")

#: The endings of files that the program reads or writes.
_KINDS = frozenset((
    "docx", "docm", "dotx", "dotm", "doc", "odt", "rtf", "pdf", "html", "htm", "xml", "json", "txt",
    "md", "toml", "xlsx", "csv", "ics",
))  # fmt: skip


def as_json(command: Command) -> Command:
    """`--json`: the result as one JSON object."""
    return click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")(command)


def output(
    *names: str, endings: Collection[str] = (), metavar: str = "FILE", help: str
) -> Callable[[Command], Command]:
    """An option for one file to write: its name, or None for standard output (-o "-").

    Click's own takes the last of several without a word. A name that ends as another kind of file
    does is refused: somebody would open it as that, or lose what it holds.
    """

    def one(ctx: click.Context, param: click.Parameter, given: tuple[str, ...]) -> str | None:
        if len(given) > 1:
            raise click.BadParameter("give it once", ctx, param)
        if given == ("-",) and "-o" not in names:
            raise click.BadParameter("standard output has something else; name a file", ctx, param)
        if not given or given == ("-",):
            return None
        ending = Path(given[0]).suffix.lower().lstrip(".")
        if endings and ending in _KINDS and ending not in endings:
            written = " or ".join(f".{each}" for each in endings)
            message = f"{given[0]} ends in .{ending}, and what is written is {written}"
            raise click.BadParameter(message, ctx, param)
        return given[0]

    return click.option(*names, metavar=metavar, multiple=True, callback=one, help=help)


def form(shown: str, forms: Collection[str]) -> Callable[[Command], Command]:
    """`--format`: in which of several forms something is shown. See `form_of`."""
    said = f"How to show the {shown} (by the ending of FILE; text unless it says)."
    return click.option("--format", "form", type=click.Choice(list(forms)), help=said)


def to_file(command: Command) -> Command:
    """`-o FILE`: where the result goes instead of the screen."""
    return output("-o", "--output", help="Write to a file, and not to the screen.")(command)


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
