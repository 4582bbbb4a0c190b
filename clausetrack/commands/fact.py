"""`clausetrack fact`: the ledger of facts, to which entries are added and from which none goes."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from clausetrack.commands import options
from clausetrack.commands.input import read_bytes
from clausetrack.commands.output import echo, emit_json, write_whole
from clausetrack.visible import visible

if TYPE_CHECKING:
    from clausetrack.provisions.facts import Span

LEDGER = "facts.toml"
_DAY = options.DAY
_ledger = click.option(
    "--facts", "ledger", metavar="FILE", default=LEDGER, show_default=True, help="The ledger."
)


@click.group("fact")
def command() -> None:
    """Keep a ledger of what happened to agreements: what, when, and who says so."""


@command.command("add", short_help="Add a fact: what happened, when, and who says so.")
@click.argument("version")
@click.argument("event")
@click.option("--on", type=_DAY, metavar="DATE", help="It happened on that day.")
@click.option("--at", "hour", type=options.HOUR, metavar="TIME",
              help="The time on that day, in New Zealand: 16:30.")  # fmt: skip
@click.option("--from", "first", type=_DAY, metavar="DATE", help="It happened then or later.")
@click.option("--to", "last", type=_DAY, metavar="DATE", help="It happened then or earlier.")
@click.option(
    "--never", is_flag=True, help="It is known not to have happened (with --to: up to that day)."
)
@click.option("--source", required=True, help="Where the fact comes from.")
@click.option("--provision", default="", help="The record under which a variation was offered.")
@click.option(
    "--variation",
    default="",
    help="Which variation, where there are several; of an offer, the event that it answers.",
)
@click.option(
    "--recorded", type=_DAY, metavar="DATE", help="The day of the entry. [default: today]"
)
@click.option("--replaces", type=int, default=0, metavar="NUMBER", help="An entry that was wrong.")
@_ledger
def add(
    version: str,
    event: str,
    on: datetime | None,
    hour: datetime | None,
    first: datetime | None,
    last: datetime | None,
    never: bool,
    source: str,
    provision: str,
    variation: str,
    recorded: datetime | None,
    replaces: int,
    ledger: str,
) -> None:
    """Add a fact: `fact add "STCA 2025-27" ratified --on 2025-12-05 --source "..."`.

    Where only an interval is known, give its ends. A fact that conflicts with another is refused,
    and both are named; one that was wrong is replaced, and stays in the file.
    """
    from clausetrack.provisions import ledger as ledgers
    from clausetrack.provisions.deadlines import ZONE
    from clausetrack.provisions.facts import FactName
    from clausetrack.rates.model import is_version

    if event not in ledgers.EVENTS:
        raise click.UsageError(f"{event!r} is no event; one of {', '.join(ledgers.EVENTS)}")
    if not is_version(version):
        raise click.UsageError(f"{version!r} is no version: a short name and years, “STCA 2025-27”")
    day = recorded.date() if recorded else datetime.now(ZONE).date()
    name = FactName(visible(version), ledgers.EVENTS[event], visible(provision), visible(variation))
    span = _span(on, hour, first, last, never)
    if span.days and not span.never and span.first > day:
        raise click.UsageError(f"a fact has happened, and {span.first} is after {day}, its entry")
    text = ledgers.entry(name, span, visible(source), day, replaces)
    held = read_bytes(ledger) if Path(ledger).exists() else b""
    written = ledgers.added(held, text)
    ledgers.read(written, ledger)
    write_whole(ledger, written)
    number = len(ledgers.parse(written, ledger))
    echo(f"fact {number} added to {ledger}", err=True)


def _span(
    on: datetime | None,
    hour: datetime | None,
    first: datetime | None,
    last: datetime | None,
    never: bool,
) -> Span:
    from clausetrack.provisions.facts import NEVER, Span
    from clausetrack.provisions.facts import on as on_day

    if sum((on is not None, first is not None or (last is not None and not never), never)) != 1:
        raise click.UsageError("say when: --on, or --from and --to, or --never")
    if on is not None:
        return on_day(on.date(), hour.time() if hour else None)
    if hour is not None:
        raise click.UsageError("--at stands with --on: the time of a day that is known")
    if never:
        return Span(last.date() + timedelta(days=1), never=True) if last else NEVER
    return Span(first.date() if first else date.min, last.date() if last else date.max)


@command.command("list")
@click.option("--known-as-at", type=_DAY, metavar="DATE", help="What was recorded by that day.")
@options.as_json
@_ledger
def list_(known_as_at: datetime | None, as_json: bool, ledger: str) -> None:
    """List the facts that hold, and those that later entries replace."""
    from clausetrack.provisions import ledger as ledgers

    data = read_bytes(ledger)
    by = known_as_at.date() if known_as_at else None
    held = {fact.number for fact in ledgers.read(data, ledger, by)}
    entries = [fact for fact in ledgers.parse(data, ledger) if by is None or fact.recorded <= by]
    if as_json:
        emit_json(
            {
                "schema": "clausetrack/facts/1",
                "facts": [
                    {
                        "number": fact.number,
                        "version": fact.name.version,
                        "event": fact.name.name,
                        "provision": fact.name.provision or None,
                        "variation": fact.name.variation or None,
                        "when": str(fact.span),
                        "day": fact.day.isoformat() if fact.day else None,
                        "source": fact.source,
                        "recorded": fact.recorded.isoformat(),
                        "replaced": fact.number not in held,
                    }
                    for fact in entries
                ],
            }
        )
        return
    for fact in entries:
        replaced = "" if fact.number in held else ", replaced"
        echo(
            f"{fact.number:>3}  {fact.name}: {fact.span} ({fact.source}; recorded"
            f" {fact.recorded}{replaced})"
        )
