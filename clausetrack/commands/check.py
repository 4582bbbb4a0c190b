"""`clausetrack check`: legal-review findings."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from clausetrack.commands import documents, options
from clausetrack.commands.input import read_bytes
from clausetrack.commands.output import echo, emit_json

if TYPE_CHECKING:
    from clausetrack.checks.review import Report, SetAside
    from clausetrack.ingest import Revisions

FOUND = 1
#: What is added to a document's name for the file of its reviewed findings.
REVIEWED = ".review.toml"


def _names(
    _context: click.Context, _option: click.Parameter, given: tuple[str, ...]
) -> tuple[str, ...]:
    return tuple(name.strip() for each in given for name in each.split(",") if name.strip())


def _codes(name: str, what: str) -> Callable[[Callable[..., int]], Callable[..., int]]:
    return click.option(
        name, metavar="CODES", multiple=True, callback=_names,
        help=f"{what}: codes or groups of codes, separated by commas.",
    )  # fmt: skip


@click.command("check")
@click.argument("sources", metavar="DOC...", nargs=-1, required=True)
@_codes("--select", "Look for these only")
@_codes("--ignore", "Leave these out")
@click.option(
    "--severity",
    type=click.Choice(["info", "warning", "error"]),
    default="info",
    show_default=True,
    help="Leave out what is less severe.",
)
@click.option("--exit-code", is_flag=True, help="Exit with 1 where anything is found.")
@options.as_json
@options.revisions
def command(
    sources: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    severity: str,
    exit_code: bool,
    as_json: bool,
    revisions: Revisions,
) -> int:
    """Say what a careful reader would note in each DOC, clause by clause.

    Given several documents, they are also held against one another: versions of one agreement in
    the order of their years, and scales that two agreements share.

    A finding that was looked at is set aside, with a reason, in a file beside the document that has
    its name and ".review.toml"; the pin in it is the one printed with the finding. docs/findings.md
    says what each code means.
    """
    documents.distinct(sources)
    documents.once(sources)
    with _kept():
        report = _report(sources, select, ignore, severity, revisions)
    for each in report.outdated:
        echo(
            f"warning: the review of {each.code} at {each.clause or 'the document'} ({each.pin})"
            " fits no finding any more",
            err=True,
        )
    if as_json:
        from clausetrack.render import findings_json

        emit_json(findings_json.check(report))
    else:
        from clausetrack.render import findings_terminal

        documents.show(findings_terminal.check(report, documents.width(), colour=True))
    return FOUND if exit_code and report.findings else 0


def _report(
    sources: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    severity: str,
    revisions: Revisions,
) -> Report:
    from clausetrack.checks.review import review
    from clausetrack.ingest import read

    given = []
    reviewed: dict[int, tuple[SetAside, ...]] = {}
    for at, source in enumerate(sources):
        given.append(read(read_bytes(source), documents.name(source), revisions))
        reviewed[at] = _reviewed(source)
    return review(given, select=select, ignore=ignore, severity=severity, reviewed=reviewed)


@contextmanager
def _kept() -> Iterator[None]:
    """While everything that is made is kept, looking through it for garbage is lost time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _reviewed(source: str) -> tuple[SetAside, ...]:
    from clausetrack.checks.review import read_reviewed

    path = Path(f"{source}{REVIEWED}")
    if source == "-" or not path.is_file():
        return ()
    return read_reviewed(read_bytes(path), path.name)
