"""`clausetrack accept` and `clausetrack reject`: a tracked document with its changes settled."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from clausetrack.commands import documents, options
from clausetrack.commands.input import read_bytes
from clausetrack.commands.output import write_whole

if TYPE_CHECKING:
    from clausetrack.ingest import Revisions

_tracked = click.argument("tracked", metavar="TRACKED.docx")
_output = options.output(
    "-o", "--output", endings=("docx", "docm", "dotx", "dotm"),
    help="Where to write (standard output unless given).",
)  # fmt: skip


@click.command("accept")
@_tracked
@_output
def accept(tracked: str, output: str | None) -> None:
    """Write a Word document with all its tracked changes accepted."""
    _settle(tracked, output, "accepted")


@click.command("reject")
@_tracked
@_output
def reject(tracked: str, output: str | None) -> None:
    """Write a Word document with all its tracked changes rejected."""
    _settle(tracked, output, "rejected")


def _settle(tracked: str, output: str | None, view: Revisions) -> None:
    from clausetrack.ooxml.package import open_package, save
    from clausetrack.ooxml.revisions import resolve
    from clausetrack.render.docx_contents import with_contents_anew

    documents.distinct([tracked], [output])
    settled = resolve(open_package(read_bytes(tracked), documents.name(tracked)), view)
    data = save(with_contents_anew(settled) if view == "accepted" else settled)
    if output:
        write_whole(output, data)
    elif sys.stdout.isatty():
        raise click.UsageError("a Word file cannot be shown here; name a file with -o FILE")
    else:
        click.echo(data, nl=False)
