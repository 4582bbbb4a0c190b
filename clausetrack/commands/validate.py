"""`clausetrack validate`: is a file what the schema of our XML says?"""

from __future__ import annotations

import click

from clausetrack.commands.input import read_bytes
from clausetrack.commands.output import echo
from clausetrack.errors import UnreadableInput


@click.command("validate")
@click.argument("files", nargs=-1, required=True, metavar="FILE.xml...")
def command(files: tuple[str, ...]) -> int:
    """Check XML files against the schema of clausetrack.

    Prints each problem as FILE:LINE: ELEMENT: RULE. Exits with 0 where every file is valid, and
    with 2 where one is not, or is no XML.
    """
    from clausetrack.ingest import is_pdf, is_word
    from clausetrack.xmlio import validate

    valid = True
    for name in files:
        try:
            data = read_bytes(name)
            if is_word(data) or is_pdf(data):
                kind = "a Word file" if is_word(data) else "a PDF"
                raise UnreadableInput(
                    f"{name} is {kind}, not XML; `clausetrack ingest` writes what it says as XML"
                )
            problems = validate(data, name)
        except UnreadableInput as error:
            echo(f"clausetrack: error: {error}", err=True)
            valid = False
            continue
        for problem in problems:
            echo(f"{name}:{problem.line}: {problem.element}: {problem.rule}")
        if problems:
            valid = False
        else:
            echo(f"{name}: valid")
    return 0 if valid else 2
