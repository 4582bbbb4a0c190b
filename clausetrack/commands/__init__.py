"""The command line: `main` finds a command, runs it, and turns what stops it into an exit code.

A command's module is imported when that command runs or shows its own help, and not before: its
name and short help stand in `COMMANDS`.
"""

from __future__ import annotations

import atexit
import gc
import io
import os
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any, NamedTuple, NoReturn

import click

from clausetrack import __version__
from clausetrack.commands.output import echo
from clausetrack.errors import ClausetrackError
from clausetrack.visible import visible

INTERRUPTED = 130
BROKEN_PIPE = 141  # what a shell reports of a program whose reader went away


class Entry(NamedTuple):
    """Where a command is defined, and what `clausetrack --help` says of it."""

    module: str
    attribute: str
    help: str


#: In the order in which a person meets them, which `--help` keeps.
COMMANDS: dict[str, Entry] = {
    "ingest": Entry("ingest", "command", "Read documents and write them as XML, by clause."),
    "outline": Entry("outline", "command", "Print the clause tree of a document."),
    "show": Entry("show", "command", "Print one clause."),
    "validate": Entry("validate", "command", "Check an XML file against the schema."),
    "amendments": Entry("amendments", "command", "List what terms of settlement order."),
    "markup": Entry("markup", "command", "Apply terms to an agreement as tracked changes."),
    "diff": Entry("diff", "command", "Show what changed from one version to the next."),
    "reconcile": Entry("reconcile", "command", "Hold another side's mark-up against the terms."),
    "references": Entry("references", "command", "List what clauses cite, and where that leads."),
    "triggers": Entry("triggers", "command", "Say which linked provisions are met, and why."),
    "rates": Entry("rates", "command", "List every dated amount, for payroll and to compare."),
    "provisions": Entry("provisions", "command", "Propose, list and confirm provision records."),
    "fact": Entry("fact", "command", "Keep the ledger of what happened to agreements."),
    "check": Entry("check", "command", "Say what a careful reader would note: legal review."),
    "accept": Entry("revisions", "accept", "Accept all tracked changes of a Word document."),
    "reject": Entry("revisions", "reject", "Reject all tracked changes of a Word document."),
}


class Commands(click.Group):
    """A group whose commands are imported when they are used."""

    def __init__(
        self, *args: Any, entries: Mapping[str, Entry], package: str = __name__, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.entries = entries
        self.package = package
        self.debug = False

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(self.entries)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:  # noqa: ARG002
        entry = self.entries.get(name)
        if entry is None:
            return None
        module = import_module(f"{self.package}.{entry.module}")
        command: click.Command = getattr(module, entry.attribute)
        return command

    def format_commands(
        self,
        ctx: click.Context,  # noqa: ARG002
        formatter: click.HelpFormatter,
    ) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.help) for name, entry in self.entries.items()])

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,
    ) -> click.Context:
        # click itself drops colours when the output is no terminal, and does not know NO_COLOR.
        if os.environ.get("NO_COLOR"):
            extra.setdefault("color", False)
        return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        self.debug = ctx.params["debug"]
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()  # or the interpreter finds the broken pipe after we have gone
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(BROKEN_PIPE)
        return result

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """Run, and exit with what the command returned, or with the code of what stopped it."""
        self.debug = False
        # A document is hundreds of thousands of values that live as long as the process, and
        # hardly any of them in cycles: looking for those takes time and frees nothing.
        gc.disable()
        for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
            if getattr(sys, name) is None:  # closed by whoever runs us
                setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode))
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):  # a terminal without macrons is no error
                stream.reconfigure(errors="backslashreplace")
        try:
            result = super().main(
                args, prog_name or "clausetrack", complete_var, standalone_mode=False, **extra
            )
        except Exception as error:
            if not standalone_mode:
                raise
            sys.exit(stopped(error, debug=self.debug))
        if not standalone_mode:
            return result
        sys.exit(result if isinstance(result, int) else 0)


def stopped(error: Exception, *, debug: bool) -> int:
    """Say on standard error what stopped the program; the exit code that goes with it."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        error.show()
        return 2
    if isinstance(error, click.Abort) and not isinstance(error.__cause__, EOFError):
        return INTERRUPTED
    if debug:
        import traceback

        echo("".join(traceback.format_exception(error)), err=True, nl=False)
    echo(f"clausetrack: error: {one_line(message(error))}", err=True)
    return error.exit_code if isinstance(error, ClausetrackError) else 2


def message(error: Exception) -> str:
    """What the user reads of an exception."""
    if isinstance(error, ClausetrackError):
        return str(error)
    if isinstance(error, click.UsageError):
        hint = f" Try '{error.ctx.command_path} --help'." if error.ctx else ""
        said = error.format_message()
        return f"{said}{'' if said.endswith(('.', '?')) else '.'}{hint}" if hint else said
    if isinstance(error, click.ClickException):
        return error.format_message()
    if isinstance(error, OSError):
        what = error.strerror or str(error) or type(error).__name__
        return f"{error.filename}: {what}" if error.filename else what
    # click takes an EOFError, which a damaged archive raises too, for the user's Ctrl-D
    cause = error.__cause__ if isinstance(error, click.Abort) else error
    return (
        f"this is a bug in clausetrack ({type(cause).__name__}: {cause}); "
        "run it again as `clausetrack --debug ...` and report what it prints"
    )


def one_line(text: str) -> str:
    """`text` made printable, without line breaks."""
    return " ".join(visible(text).split())


@click.group(
    "clausetrack",
    cls=Commands,
    entries=COMMANDS,
    context_settings={"max_content_width": 100},
    epilog="A document is a file in any format that clausetrack reads; - is standard input.",
)
@click.version_option(__version__, prog_name="clausetrack")
@click.option("--debug", is_flag=True, help="Print a traceback where an error stops the program.")
def main(debug: bool) -> None:
    """Compare collective agreements, and track their clauses through terms of settlement."""
    # `Commands.invoke` has read `debug`.


def program() -> NoReturn:
    """Run `main`, and leave the memory of the process to the system, which frees it at once.

    The interpreter would take every value of a document apart first: a twentieth of a run.
    """
    try:
        main()
    except SystemExit as leaving:
        code = leaving.code if isinstance(leaving.code, int) else 0
    atexit._run_exitfuncs()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:
        code = BROKEN_PIPE
    os._exit(code)
