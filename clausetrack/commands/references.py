"""`clausetrack references`: what clauses cite, and what that leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from clausetrack.commands import documents, options
from clausetrack.commands.output import echo, emit_json, write_whole

if TYPE_CHECKING:
    from clausetrack.ingest import Revisions


@click.command("references")
@click.argument("sources", metavar="DOC...", nargs=-1, required=True)
@click.option(
    "--since",
    metavar="OLD",
    help="An earlier version of the one DOC: list what cites a clause that has moved or is gone.",
)
@options.output("--html", endings=("html", "htm"),
                help="Write a page with the graph of references.")  # fmt: skip
@options.as_json
@options.revisions
def command(
    sources: tuple[str, ...],
    since: str | None,
    html: str | None,
    as_json: bool,
    revisions: Revisions,
) -> None:
    """List what the clauses of each DOC cite, resolved or left open with the reason.

    Terms of settlement cite clauses of the agreement: give that too, and they resolve there. A
    provision of a statute is never taken for a clause.
    """
    from clausetrack.across import follow
    from clausetrack.model import Finding
    from clausetrack.render import references

    if since is not None and len(sources) != 1:
        raise click.UsageError("--since compares one DOC with its earlier version; give one DOC")
    documents.distinct([*sources, since], [html])
    documents.once(sources)
    given = [documents.read(source, revisions) for source in sources]
    findings: tuple[Finding, ...] = ()
    if since is not None:
        from clausetrack.diff.compare import compare
        from clausetrack.diff.consequences import stale_references

        old = documents.read(since, revisions)
        findings = stale_references(old, given[0], compare(old, given[0]))
    followed = follow(given)
    if html is not None:
        from clausetrack.render import references_html

        write_whole(html, references_html.references(given, followed, findings))
    if as_json:
        emit_json(references.as_json(given, followed, findings))
    else:
        echo(references.text(given, followed, findings, documents.width()), nl=False)
