"""`clausetrack outline`: the clause tree of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from clausetrack.commands import documents, options
from clausetrack.commands.output import emit_json

if TYPE_CHECKING:
    from clausetrack.ingest import Revisions


@click.command("outline")
@click.argument("document", metavar="DOC")
@options.as_json
@options.revisions
def command(document: str, as_json: bool, revisions: Revisions) -> None:
    """Print the clause tree of a document.

    Wording that terms of settlement quote stands under its item, behind a bar. A label that the
    document lost and its neighbours prove is marked with an asterisk.
    """
    found = documents.read(document, revisions)
    if as_json:
        from clausetrack.render import json

        emit_json(json.outline(found))
        return
    from clausetrack.render import terminal

    documents.show(terminal.outline(found, documents.width(), colour=True))
