"""`clausetrack provisions`: the records that `triggers` evaluates."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from clausetrack.commands import documents, options
from clausetrack.commands import records as record_files
from clausetrack.commands.input import read_bytes
from clausetrack.commands.output import echo, emit_bytes, emit_json, write_whole
from clausetrack.visible import visible

if TYPE_CHECKING:
    from clausetrack.ingest import Revisions
    from clausetrack.provisions.vocabulary import Provision

_records = click.option(
    "--records",
    metavar="FILE|DIR",
    help="The provision records. [default: those that come with the program]",
)


@click.group("provisions")
def command() -> None:
    """Propose, list and confirm the records that `triggers` evaluates."""


@command.command("suggest", short_help="Propose records of what DOC provides for.")
@click.argument("source", metavar="DOC")
@options.output("-o", "--output", endings=("xml",), help="Write the records to a file, as XML.")
@options.agreement
@options.as_json
@options.revisions
def suggest(
    source: str,
    output: str | None,
    named: tuple[str, ...],
    as_json: bool,
    revisions: Revisions,
) -> None:
    """Propose records of the linked, conditional and time-bound provisions of DOC.

    Each is pinned to the text that it was made from. None is confirmed: a person reads it against
    the text and does that.
    """
    from clausetrack.provisions import drafts
    from clausetrack.provisions.suggest import suggest as find

    documents.distinct([source], [output])
    if output is not None:
        _keep_confirmed(output)
    (document,) = documents.read_all([source], revisions, named)
    found = find(document)
    if output is not None:
        write_whole(output, drafts.write(found))
        echo(f"{len(found)} records proposed in {output}, none of them confirmed", err=True)
    elif as_json:
        emit_json({"schema": "clausetrack/provisions/1", "provisions": [_json(r) for r in found]})
    else:
        emit_bytes(drafts.write(found))


@command.command("list", short_help="List the records, and in what state each is.")
@click.argument("sources", metavar="[DOC...]", nargs=-1)
@_records
@options.agreement
@options.as_json
@options.revisions
def list_(
    sources: tuple[str, ...],
    records: str | None,
    named: tuple[str, ...],
    as_json: bool,
    revisions: Revisions,
) -> None:
    """List the records: kind, place, and whether each is suggested, confirmed or stale.

    A record can be found stale only against the text: give the documents that hold the words.
    """
    from clausetrack.provisions.evaluate import evaluate
    from clausetrack.provisions.places import named as place

    documents.distinct([*sources, records])
    held = record_files.read(records)
    given = documents.read_all(sources, revisions, named)
    judged = evaluate(held, given)
    if as_json:
        listed = [{**_json(one.provision), "state": one.state} for one in judged]
        emit_json({"schema": "clausetrack/provisions/1", "provisions": listed})
        return
    for one in judged:
        record = one.provision
        state = f"confirmed by {record.confirmed}" if one.state == "confirmed" else one.state
        echo(f"{record.id}  [{state}]")
        echo(f"    {record.agreement}, {place(record.source)}: {record.kind}. {record.title}")
        for why in one.stale:
            echo(f"    stale: {why}")


@command.command("confirm")
@click.argument("provision", metavar="ID")
@click.option("--by", required=True, help="Who read the record against the text.")
@click.option("--on", type=options.DAY, metavar="DATE", help="[default: today]")
@click.option("--records", metavar="FILE", required=True, help="The file that holds the record.")
@click.option(
    "--against",
    "sources",
    metavar="DOC",
    multiple=True,
    help="A document that holds the words; a record that is stale against it is not confirmed.",
)
@options.agreement
@options.revisions
def confirm(
    provision: str,
    by: str,
    on: datetime | None,
    records: str,
    sources: tuple[str, ...],
    named: tuple[str, ...],
    revisions: Revisions,
) -> None:
    """Record that a person has read a record against the text. Only then it speaks as fact."""
    from clausetrack.errors import InvalidFacts
    from clausetrack.provisions import drafts
    from clausetrack.provisions import records as files
    from clausetrack.provisions.deadlines import ZONE
    from clausetrack.provisions.evaluate import evaluate

    documents.distinct([*sources, records])
    data = read_bytes(records)
    held = files.read(data, records)
    given = documents.read_all(sources, revisions, named)
    for one in evaluate([record for record in held if record.id == provision], given):
        if one.stale:
            raise InvalidFacts(f"{records}: {provision} is stale: {one.stale[0]}")
    today = datetime.now(ZONE).date()
    day = on.date() if on else today
    if day > today:
        raise click.UsageError(f"--on: {day} is still to come; give the day on which it was read")
    name = " ".join(visible(by).split())
    if not name:
        raise click.UsageError("--by: give the name of the person who read the record")
    written = drafts.confirm(data, records, provision, name, day)
    files.read(written, records)
    write_whole(records, written)
    echo(f"{provision} confirmed by {name}", err=True)


def _keep_confirmed(output: str) -> None:
    """Refuse to replace a file in which a person has confirmed a record."""
    from clausetrack.errors import ClausetrackError

    if not Path(output).is_file():
        return
    try:
        held = record_files.read(output)
    except ClausetrackError:  # no records are lost with it
        return
    for record in held:
        if record.confirmed:
            raise click.UsageError(
                f"{record.confirmed} has confirmed {record.id} in {output}; write to another file"
            )


def _json(record: Provision) -> dict[str, object]:
    return {
        "id": record.id,
        "agreement": record.agreement,
        "kind": record.kind,
        "title": record.title,
        "item": record.source.item or None,
        "clause": record.source.clause or None,
        "state": "confirmed" if record.confirmed else "suggested",
        "at": record.pinned.clause if record.pinned else None,
        "quote": record.pinned.quote if record.pinned else None,
        "dates": [day.isoformat() for day in record.stated.dates],
        "amounts": [f"{amount:f}" for amount in record.stated.money],
        "periods": [str(period) for period in record.stated.periods],
    }
