"""`clausetrack triggers`: which linked provisions are met, by when, and why."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from clausetrack.commands import documents, options
from clausetrack.commands import records as record_files
from clausetrack.commands.input import read_bytes
from clausetrack.commands.output import echo, emit_json, write_all

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from clausetrack.ingest import Revisions
    from clausetrack.model import Document
    from clausetrack.provisions.facts import FactName


@click.command("triggers")
@click.argument("sources", metavar="DOC...", nargs=-1, required=True)
@click.option(
    "--records",
    metavar="FILE|DIR",
    help="The provision records to judge: an XML file, or a folder of them. [default: the records"
    " that come with the program]",
)
@click.option(
    "--measures",
    metavar="FILE",
    help="In which clause each agreement holds a measure: TOML. [default: ours]",
)
@click.option("--facts", metavar="FILE", help="What is known to have happened, and when: TOML.")
@click.option(
    "--as-at",
    type=options.DAY,
    metavar="DATE",
    help="Judge as things stood on that day, such as 2025-12-05.",
)
@click.option(
    "--known-as-at",
    type=options.DAY,
    metavar="DATE",
    help="Use only the facts that had been recorded by that day.",
)
@click.option(
    "--what-if",
    "what_if",
    metavar="TEXT",
    multiple=True,
    help='Suppose a figure: "STCA unit value = 5200"; without an amount, from what value anything'
    " bites.",
)
@click.option("--region", metavar="CODE", help="Whose anniversary day is no working day: WGN, ...")
@click.option("--terms", metavar="FILE", help="The school terms, for a notice of terms: TOML.")
@options.output("--ics", endings=("ics",), help="Write the last days as a calendar.")
@options.output("--html", endings=("html", "htm"), help="Write the answer as a web page.")
@options.agreement
@options.as_json
@options.revisions
def command(
    sources: tuple[str, ...],
    records: str | None,
    measures: str | None,
    facts: str | None,
    as_at: datetime | None,
    known_as_at: datetime | None,
    what_if: tuple[str, ...],
    region: str | None,
    terms: str | None,
    ics: str | None,
    html: str | None,
    named: tuple[str, ...],
    as_json: bool,
    revisions: Revisions,
) -> None:
    """Say which linked provisions are met, by when, and why.

    The figures and the words are read from each DOC: give the terms or the agreement that holds
    the provision, and those that it watches. What is not known is listed, and never assumed.
    """
    from clausetrack.provisions import (
        agreements,
        answers,
        changes,
        evaluate,
        explain,
        in_short,
        school,
        suppose,
    )
    from clausetrack.provisions import ledger as ledgers
    from clausetrack.provisions.deadlines import regions
    from clausetrack.provisions.facts import Facts

    if region is not None and region not in regions():
        raise click.UsageError(f"{region!r} is no region; one of {', '.join(regions())}")
    documents.once(sources)
    documents.distinct([*sources, records, measures, facts, terms], [ics, html])
    day = as_at.date() if as_at else None
    known_by = known_as_at.date() if known_as_at else None
    provisions = record_files.read(records, measures)
    known = ledgers.read(read_bytes(facts), facts, known_by) if facts else Facts()
    school_terms = school.read(read_bytes(terms), terms) if terms else ()
    what = [suppose.parse(text, provisions) for text in what_if]
    supposed = suppose.supposed(what, provisions)
    given = documents.read_all(sources, revisions, named)
    if unknown := suppose.unspoken(what, given, known):
        raise click.UsageError(f"--what-if: no document or fact given is about the {unknown}")
    thresholds = [
        found for one in what for found in suppose.thresholds(one, provisions, given, known, day)
    ]
    judged = evaluate.evaluate(provisions, given, known, day, supposed, region or "")
    would = [changes.changes(one, given, known, day, supposed) for one in judged]
    standing = agreements.statuses(given, known, day) if day else ()
    spoken = evaluate.versions_spoken_of(provisions, given, known)
    unused_facts = [
        name
        for name in evaluate.unused_facts(judged, known)
        if day is None or name.name not in agreements.FACTS or name.version not in spoken
    ]
    unused_documents = evaluate.unused_documents(provisions, given)
    order = in_short.by_urgency(judged)
    first = [judged[at] for at in order]
    files: dict[str | Path, bytes] = {}
    if ics is not None:
        from clausetrack.render.ics import calendar

        files[ics] = calendar(judged)
    if html is not None:
        from clausetrack.render import triggers_html

        files[html] = triggers_html.triggers(
            first, [would[at] for at in order], day, standing, thresholds, school_terms
        )
    write_all(files)
    if as_json:
        emit_json(
            answers.as_json(
                judged,
                as_at=day,
                changes=would,
                agreements=standing,
                thresholds=thresholds,
                terms=school_terms,
                unused_facts=unused_facts,
                unused_documents=unused_documents,
            )
        )
    else:
        told = [
            in_short.text(first),
            *(explain.text(judged[at], day, would[at], school_terms) for at in order),
        ]
        if day is not None:
            told.append(explain.agreements(standing, day))
        told.append(explain.thresholds(thresholds))
        rule = "\n\n" + "-" * explain.WIDTH + "\n\n"
        echo(rule.join(part for part in told if part))
    own = {record.agreement for record in provisions}
    _warn(unused_facts, unused_documents, spoken, own)


def _warn(
    facts: Iterable[FactName],
    files: Iterable[Document],
    spoken: Collection[str],
    own: Collection[str],
) -> None:
    """Say on standard error what was given and had no part in any answer.

    `spoken` are the versions that an answer speaks of, `own` the agreements with records.
    """
    from clausetrack.provisions import suppose

    for name in facts:
        if name.name.startswith("variation_") and not name.provision and name.version in own:
            near = "; a variation that is offered under a provision names it (--provision)"
            echo(f"warning: the fact {name!s} was not used{near}", err=True)
            continue
        near = "" if name.version in spoken else suppose.nearest(name.version, spoken)
        meant = f"; did you mean {near}?" if near else ""
        echo(
            f"warning: the fact {name!s} was not used; no answer here turns on it{meant}", err=True
        )
    for document in files:
        echo(f"warning: no record speaks of {document.file}; it was not used", err=True)
