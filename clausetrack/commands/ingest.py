"""`clausetrack ingest`: documents as XML, keyed by clause."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from clausetrack.commands import documents, options
from clausetrack.commands.output import emit, write_all

if TYPE_CHECKING:
    from clausetrack.ingest import Revisions


@click.command("ingest")
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
@options.output(
    "-o",
    "--output",
    endings=("xml",),
    metavar="FILE|DIR",
    help="Where to write: a file for one source, an existing folder for several.",
)
@options.revisions
def command(sources: tuple[str, ...], output: str | None, revisions: Revisions) -> None:
    """Read documents and write them as XML, keyed by clause.

    One source without -o goes to standard output. In a folder each keeps its name, with .xml.
    """
    from clausetrack.xmlio import to_xml

    folder = Path(output) if output and Path(output).is_dir() else None
    if len(sources) > 1 and folder is None:
        raise click.UsageError("several sources need -o with an existing folder")
    if folder is None:
        documents.distinct(sources, [output])
        emit(to_xml(documents.read(sources[0], revisions)), output)
        return
    targets = [folder / f"{'standard-input' if s == '-' else Path(s).stem}.xml" for s in sources]
    for at, target in enumerate(targets):
        if target in targets[:at]:
            raise click.UsageError(f"two sources would both be written to {target}")
    documents.distinct(sources, map(str, targets))
    files: dict[str | Path, bytes] = {}
    for source, target in zip(sources, targets, strict=True):
        files[target] = to_xml(documents.read(source, revisions))
    write_all(files)
