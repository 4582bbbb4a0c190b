"""The schedule of changes as a record that a reviewer fills in, and what it then says.

The workbook holds a row for each change and a sheet that names the documents it was made of. An
instruction is withheld whole: the proof asks that wording which the terms give stands in full, so
that half an instruction could not be proved.
"""

from __future__ import annotations

import hashlib
import warnings
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from clausetrack.errors import InvalidDecisions, UnreadableInput, finding
from clausetrack.model import Finding
from clausetrack.ooxml.package import open_parts

CHANGES, ABOUT = "Changes", "About"  # the sheets
INSTRUCTION, DECISION, BY, NOTE = "Instruction", "Decision", "Decided by", "Note"
FINGERPRINT = "Fingerprint"
APPLY, WITHHOLD = "apply", "withhold"

#: What a reviewer may write -> what it means.
_VERDICTS = {"apply": APPLY, "applied": APPLY, "withhold": WITHHOLD, "withheld": WITHHOLD}
_MOST_ROWS = 50_000
_MOST_COLUMNS = 200
_HEADER_WITHIN = 50  # rows in which the headings must stand


@dataclass(frozen=True, slots=True)
class Decision:
    """What a reviewer wrote on an instruction: "apply", "withhold" or "" (undecided); who; why.

    It is of all `changes` of the instruction, on however few of their rows it was written.
    """

    verdict: str = ""
    by: str = ""
    note: str = ""
    changes: int = 1

    @property
    def reason(self) -> str:
        """Why an instruction is withheld, as its outcome says it."""
        said = f"withheld by {self.by or 'a reviewer who is not named'}: " + (
            self.note or "no reason is given"
        )
        if self.changes > 1:
            said += f" (all {self.changes} changes of the instruction)"
        return said


def fingerprint(documents: Sequence[bytes], revisions: str) -> str:
    """What tells a schedule of these very documents from any other."""
    digest = hashlib.sha256()
    for source in (*documents, revisions.encode()):
        digest.update(hashlib.sha256(source).digest())
    return digest.hexdigest()


def withheld(decisions: Mapping[str, Decision]) -> dict[str, str]:
    """The instructions that are left out, and the reason that their outcome gives."""
    return {one: said.reason for one, said in decisions.items() if said.verdict == WITHHOLD}


def findings(decisions: Mapping[str, Decision]) -> Iterator[Finding]:
    """Instructions that are withheld without a name or a reason."""
    for one, said in decisions.items():
        lacks = [what for what, given in (("who", said.by), ("why", said.note)) if not given]
        if said.verdict == WITHHOLD and lacks:
            message = f"{one} is withheld, and the schedule does not say {' or '.join(lacks)}"
            yield finding("decision-unsigned", message)


# ------------------------------------------------------------------------------------- reading


def read(data: bytes, name: str, made_of: str, known: Collection[str]) -> dict[str, Decision]:
    """The decisions in a filled-in schedule, by instruction.

    `made_of` is the fingerprint of the documents at hand, `known` the instructions that they hold.
    Rows may be sorted, columns moved and added. Raises InvalidDecisions where the schedule is of
    other documents or cannot be followed, and UnreadableInput where it is no workbook.
    """
    book = _workbook(data, name)
    _check_fingerprint(book, name, made_of)
    if CHANGES not in book.sheetnames:
        raise InvalidDecisions(f"{name}: it has no sheet “{CHANGES}”; is it the schedule?")
    sheet = book[CHANGES]
    if sheet.max_row > _MOST_ROWS or sheet.max_column > _MOST_COLUMNS:
        raise InvalidDecisions(f"{name}: {sheet.max_row} rows and {sheet.max_column} columns are "
                               "more than a schedule of changes has")  # fmt: skip
    rows = enumerate(sheet.iter_rows(), 1)
    columns = _columns(rows, name)
    found: dict[str, dict[int, Decision]] = {}
    for number, row in rows:
        cells = {what: _text(row[at], number, what, name) for what, at in columns.items()}
        said = Decision(_verdict(cells[DECISION], number, name), cells[BY], cells[NOTE])
        one = cells[INSTRUCTION]
        if not one:
            if said.verdict:
                raise InvalidDecisions(f"{name}, row {number}: a decision on no instruction; write "
                                       "it on the row of a change")  # fmt: skip
            continue
        if one not in known:
            raise InvalidDecisions(
                f"{name}, row {number}: the terms hold no instruction “{one[:40]}”; leave the "
                f"column “{INSTRUCTION}” as it was written"
            )
        found.setdefault(one, {})[number] = said
    missing = [one for one in known if one not in found]
    if missing:
        raise InvalidDecisions(f"{name}: no row is left of {', '.join(missing)}; leave every row "
                               f"in, and write “{WITHHOLD}” on a change to leave out")  # fmt: skip
    return {one: _joined(one, rows, name) for one, rows in found.items()}


def _workbook(data: bytes, name: str) -> Any:
    """The workbook in `data`, its package checked before the library sees it."""
    try:
        open_parts(data, name, "workbook", ".xlsx")
    except UnreadableInput as error:
        raise UnreadableInput(f"{error}; give the schedule as .xlsx (“Save as”, Excel)") from None
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what it cannot keep; nothing is saved
        try:
            return load_workbook(BytesIO(data))
        except Exception as error:  # the library raises whatever a damaged part leads it to
            raise UnreadableInput(f"{name}: not a workbook that can be read: {error}") from None


def _check_fingerprint(book: Any, name: str, made_of: str) -> None:
    rows = book[ABOUT].iter_rows(max_row=100, max_col=2) if ABOUT in book.sheetnames else ()
    about = {str(row[0].value).strip(): str(row[1].value).strip() for row in rows if len(row) > 1}
    if FINGERPRINT not in about:
        raise InvalidDecisions(
            f"{name}: it does not say which documents it was made of; give the workbook that "
            f"--schedule wrote, with its sheet “{ABOUT}”"
        )
    if about[FINGERPRINT] != made_of:
        which = " and ".join(f"“{about[what]}”" for what in ("Base", "Terms") if what in about)
        raise InvalidDecisions(f"{name}: the schedule of other documents: it was made of {which}, "
                               "and those given now are not the same, byte for byte")  # fmt: skip


def _columns(rows: Iterator[tuple[int, Any]], name: str) -> dict[str, int]:
    """The places of the columns that count, by the headings; `rows` go on below those."""
    wanted = (INSTRUCTION, DECISION, BY, NOTE)
    for number, row in rows:
        heads = [str(cell.value or "").strip().casefold() for cell in row]
        if INSTRUCTION.casefold() in heads or DECISION.casefold() in heads:
            for what in wanted:
                if heads.count(what.casefold()) != 1:
                    how = "two columns" if what.casefold() in heads else "no column"
                    raise InvalidDecisions(f"{name}, row {number}: {how} with the heading “{what}”")
            return {what: heads.index(what.casefold()) for what in wanted}
        if number >= _HEADER_WITHIN:
            break
    raise InvalidDecisions(f"{name}: the sheet “{CHANGES}” has no headings “{INSTRUCTION}” and "
                           f"“{DECISION}”")  # fmt: skip


def _text(cell: Any, number: int, what: str, name: str) -> str:
    if cell.data_type == "f":
        raise InvalidDecisions(f"{name}, row {number}: a formula in the column “{what}”; write the "
                               "words")  # fmt: skip
    return "" if cell.value is None else " ".join(str(cell.value).split())


def _verdict(text: str, number: int, name: str) -> str:
    if not text:
        return ""
    if (said := _VERDICTS.get(text.casefold())) is not None:
        return said
    from difflib import get_close_matches

    near = get_close_matches(text.casefold(), _VERDICTS, 1)
    meant = f" (did you mean “{_VERDICTS[near[0]]}”?)" if near else ""
    raise InvalidDecisions(f"{name}, row {number}: the decision “{text[:40]}” is neither “{APPLY}” "
                           f"nor “{WITHHOLD}”{meant}")  # fmt: skip


def _joined(instruction: str, rows: Mapping[int, Decision], name: str) -> Decision:
    """What the rows of one instruction say together: it stands or falls whole."""
    verdicts = {said.verdict for said in rows.values() if said.verdict}
    if len(verdicts) > 1:
        where = ", ".join(str(number) for number, said in rows.items() if said.verdict)
        raise InvalidDecisions(
            f"{name}, rows {where}: {instruction} is one instruction and cannot be applied on one "
            "row and withheld on another; decide the same on all of its rows"
        )
    verdict = next(iter(verdicts), "")
    deciding = [said for said in rows.values() if said.verdict == verdict]
    by, note = (
        "; ".join(dict.fromkeys(filter(None, texts)))
        for texts in ([said.by for said in deciding], [said.note for said in deciding])
    )
    return Decision(verdict, by, note, len(rows))
