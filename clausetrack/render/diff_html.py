"""The review report of two versions that were compared: nobody ordered what changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence, Set
from datetime import date

from clausetrack import values
from clausetrack.diff.abreast import abreast
from clausetrack.diff.changes import KINDS, Comparison, text_of
from clausetrack.diff.changes import Change as Compared
from clausetrack.diff.outside import DIFFERING
from clausetrack.diff.parted_tables import together
from clausetrack.diff.renames import Rename
from clausetrack.errors import UNREAD
from clausetrack.model import Clause, Document, Finding, Run
from clausetrack.render import html_report
from clausetrack.render.happened import happened, moved_too, throughout
from clausetrack.render.html_report import FindingView, Report
from clausetrack.render.html_text import Change, Passage
from clausetrack.render.schedule import printed_number

#: What happened, for a reader who does not know our words, and the style sheet's name for it.
SAID = {
    "inserted": ("new", "insertion"),
    "deleted": ("deleted", "repeal"),
    "changed": ("changed", "substitution"),
    "moved": ("moved", "move"),
    "renumbered": ("renumbered", "renumbering"),
    "split": ("split", "split"),
    "joined": ("joined", "join"),
}


def diff(
    old: Document,
    new: Document,
    comparison: Comparison,
    findings: Iterable[Finding] = (),
    renames: Sequence[Rename] = (),
) -> bytes:
    """The page: how much changed, the references left behind, the whole text with its changes."""
    changes, findings = comparison.changes, list(findings)
    counts = Counter(change.kind for change in changes)
    said = {kind: name for kind, (name, _) in SAID.items()}
    said["changed"] = ", ".join(filter(None, (said["changed"], moved_too(changes))))
    passages = list(_passages(comparison, {id(each) for one in renames for each in one.alone}))
    found = html_report.units(passages, old, new)
    standing = {
        passage.new.id: unit.anchor
        for passage, unit in zip(passages, found, strict=True)
        if passage.new
    }
    return html_report.report(
        Report(
            eyebrow="What changed",
            title=new.title or old.title or new.file,
            documents=[("Old version", old), ("New version", new)],
            sides=("Old version", "New version"),
            lead=" ".join(
                (
                    _lead(len(changes), {each.code for each in findings}),
                    *(f"{throughout(each)}." for each in renames),
                )
            ),
            counts=[(SAID[kind][1], said[kind], counts[kind]) for kind in KINDS if counts[kind]],
            units=found,
            findings=[
                FindingView(each, anchor=standing.get(each.clause, "")) for each in findings
            ],
        )
    )


def _lead(changes: int, codes: Set[str]) -> str:
    if not changes and not codes.isdisjoint(UNREAD):
        return "What was read is the same in both; some of it was not read, and is to check."
    if not changes and codes & DIFFERING:
        return "The clauses read the same; what changed outside them is to check."
    if not changes:
        return "The two versions read the same."
    return "One change." if changes == 1 else f"{changes} changes."


def _passages(comparison: Comparison, renamed: Container[int]) -> Iterator[Passage]:
    """The clauses in the order of the new version, what was deleted where it stood.

    `renamed` are the changes, by `id`, in which only a name became another.
    A split clause stands once, with the wording of all its parts.
    """
    found = {id(change.new or change.old): change for change in comparison.changes}
    back = {j: i for i, j in comparison.forth.items()}
    parts = {
        part for change in comparison.changes if change.kind == "split" for part in change.ids
    }
    gone = _gone(comparison, found)

    def changed(clause: Clause) -> Passage:
        change = found[id(clause)]
        return _changed(change, comparison, only_name=id(change) in renamed)

    for clause in gone.get(-1, ()):
        yield changed(clause)
    for j, clause in enumerate(comparison.new.clauses):
        if id(clause) in found:
            yield changed(clause)
        elif j in back:
            yield Passage(comparison.old.clauses[back[j]], clause)
        elif clause.id not in parts:
            yield Passage(clause, clause)
        for deleted in gone.get(j, ()):
            yield changed(deleted)


def _gone(comparison: Comparison, found: Container[int]) -> dict[int, list[Clause]]:
    """The deleted clauses by the new place after which they stood; -1 is the start."""
    out: dict[int, list[Clause]] = {}
    last = -1
    for i, clause in enumerate(comparison.old.clauses):
        if id(clause) in found and i not in comparison.forth:
            out.setdefault(last, []).append(clause)
        elif i in comparison.forth and i not in comparison.moved:
            last = max(last, comparison.forth[i])
    return out


def _changed(change: Compared, comparison: Comparison, *, only_name: bool) -> Passage:
    """A change as a passage; what was split or joined has its parts' wording as one text."""
    said, kind = SAID[change.kind]
    if change.kind == "changed":
        said = f"{happened(change)}{' in a name alone' if only_name else ''}"
        if any(edit.part == "table" for edit in change.edits):
            said += " and turned round"
    elif change.kind in {"split", "joined"}:
        said = f"{said} {'into' if change.kind == 'split' else 'from'} {', '.join(change.ids)}"
    named = {
        day.value
        for edit in change.edits
        for day in values.dates(f"{edit.new}\n{edit.column}")
        if isinstance(day.value, date)
    }
    old, new = change.old, change.new
    if old and change.kind == "joined":
        old = _together(old, change.ids, comparison.old.clauses, change.new)
    if new and change.kind == "split":
        new = _together(new, change.ids, comparison.new.clauses, change.old)
    return Passage(old, new, Change(kind, said, change.classes, tuple(sorted(named))))


def _together(
    head: Clause, ids: Container[str], clauses: Iterable[Clause], whole: Clause | None
) -> Clause:
    """The clause with the text of all its parts, each but its own under its number.

    The rows of tables are one table, in which the headings of all of them stand, or the columns
    where they stand side by side in the `whole`; their captions stand before it.
    """
    clauses = [part for part in clauses if part.id in ids]
    if head.table is not None:
        tables = [part.table for part in clauses if part.table]
        table = abreast(tables, whole.table) if whole and whole.table else None
        captions = "\n".join(part.heading_text for part in clauses if part.heading)
        return head._replace(
            heading=(Run(captions),) if captions else (),
            table=table or together(tables, headings=True),
        )
    lines = [
        " ".join(filter(None, ("" if part.id == head.id else printed_number(part), text_of(part))))
        for part in clauses
    ]
    return head._replace(heading=(), text=(Run("\n".join(lines)),))
