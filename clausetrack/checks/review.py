"""The whole review: every rule on every document, less what a person has looked at and set aside.

A finding that was reviewed is set aside in a small TOML file beside the document:

    [[reviewed]]
    code = "heading-repeated"
    clause = "15"
    pin = "3f2a91c04b"
    reason = "Item 15 records what item 7 did not say."

The pin is taken from the text of the clause and what the finding quotes of it: where the text
changes, the finding comes back.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from clausetrack.checks.registry import ACROSS, CARRIED, CODES, GROUPS, RULES
from clausetrack.checks.subject import Subject
from clausetrack.errors import SEVERITIES, InvalidReview, UnknownCode
from clausetrack.model import Clause, Document, Finding
from clausetrack.values import grouped

_FIELDS = {"code", "clause", "pin", "reason"}


@dataclass(frozen=True, slots=True)
class SetAside:
    """A finding that a person has looked at, and the reason why it may stand."""

    code: str
    clause: str
    pin: str
    reason: str


@dataclass(frozen=True, slots=True)
class Reported:
    """A finding of one document; `reason` is why it was set aside, "" where it was not."""

    document: Document
    finding: Finding
    pin: str
    reason: str = ""

    @property
    def group(self) -> str:
        return CODES[self.finding.code].group

    @property
    def why(self) -> str:
        return CODES[self.finding.code].why


@dataclass(frozen=True, slots=True)
class Report:
    """What is found, what of it was set aside, and the reviews that no longer fit any finding."""

    documents: tuple[Document, ...]
    findings: tuple[Reported, ...]
    set_aside: tuple[Reported, ...] = ()
    outdated: tuple[SetAside, ...] = ()


def review(
    documents: Sequence[Document],
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    severity: str = "info",
    reviewed: Mapping[int, Sequence[SetAside]] | None = None,
) -> Report:
    """Every finding of `documents`, in the order of their clauses.

    `select` and `ignore` name codes or groups of codes; without `select` all are wanted. Findings
    below `severity` are left out. `reviewed` holds, by the place of its document, what was set
    aside. Raises UnknownCode.
    """
    wanted = _codes(select) or set(CODES)
    wanted -= _codes(ignore)
    plain = [Subject(document) for document in documents]
    subjects = [replace(each, amended=_amended(each, plain)) for each in plain]
    found: list[tuple[int, Finding]] = []
    for at, subject in enumerate(subjects):
        for carried in CARRIED:
            found += [(at, finding) for finding in carried.check(subject)]
        for rule in RULES:
            if not wanted.isdisjoint(rule.WHY):
                found += [(at, finding) for finding in rule.check(subject)]
    if len(subjects) > 1:
        place = {id(subject): at for at, subject in enumerate(subjects)}
        for across in ACROSS:
            if not wanted.isdisjoint(across.WHY):
                found += [(place[id(which)], finding) for which, finding in across.check(subjects)]
    level = SEVERITIES.index(severity)
    kept = [
        (at, finding)
        for at, finding in dict.fromkeys(found)
        if finding.code in wanted and SEVERITIES.index(finding.severity) <= level
    ]
    # an item behind a lost label is told once
    skipped = {(at, each.clause) for at, each in kept if each.code == "label-skipped"}
    kept = [
        (at, each)
        for at, each in kept
        if each.code != "number-out-of-order" or (at, each.clause) not in skipped
    ]
    return _sorted_out(subjects, kept, reviewed or {})


def _amended(terms: Subject, given: Sequence[Subject]) -> Subject | None:
    """The agreement that terms amend: of those given, the last version before theirs.

    A variation is made of the version that is in force, and names that.
    """
    new = terms.document
    if not terms.is_terms or not new.agreement:
        return None
    before = [
        each
        for each in given
        if not each.is_terms
        and each.document.agreement == new.agreement
        and each.document.version <= new.version
    ]
    return max(
        before,
        key=lambda each: (each.document.version < new.version, each.document.version),
        default=None,
    )


def _codes(names: Iterable[str]) -> set[str]:
    """The codes that are named, each by itself or by its group."""
    out = set()
    for name in names:
        if name not in CODES and name not in GROUPS:
            raise UnknownCode(
                f"{name!r} is no code of a finding, and no group; docs/findings.md lists them all"
            )
        out |= {code.name for code in CODES.values() if name in (code.name, code.group)}
    return out


def _sorted_out(
    subjects: Sequence[Subject],
    found: Sequence[tuple[int, Finding]],
    reviewed: Mapping[int, Sequence[SetAside]],
) -> Report:
    shown: list[Reported] = []
    aside: list[Reported] = []
    outdated: list[SetAside] = []
    for at, subject in enumerate(subjects):
        order = {id(clause.source): n for n, clause in enumerate(subject.document.clauses)}
        names = {clause.id: n for n, clause in reversed(list(enumerate(subject.document.clauses)))}
        named = grouped(subject.document.clauses, lambda clause: clause.id)
        said = {(each.code, each.clause, each.pin): each for each in reviewed.get(at, ())}
        used = set()
        texts: dict[int, bytes] = {}  # each clause is put together once, whatever is found in it
        mine = [finding for which, finding in found if which == at]
        mine.sort(key=lambda each: order.get(id(each.source), names.get(each.clause, -1)))
        for finding in mine:
            where = _clause(named.get(finding.clause, []), finding)
            if id(where) not in texts:
                texts[id(where)] = _text(where)
            pinned = pin(finding, texts[id(where)])
            name = (finding.code, finding.clause, pinned)
            if name in said:
                used.add(name)
                aside.append(Reported(subject.document, finding, pinned, said[name].reason))
            else:
                shown.append(Reported(subject.document, finding, pinned))
        outdated += [each for name, each in said.items() if name not in used]
    documents = tuple(subject.document for subject in subjects)
    return Report(documents, tuple(shown), tuple(aside), tuple(outdated))


def _clause(named: Sequence[Clause], finding: Finding) -> Clause | None:
    """The clause that a finding is of: of those with its ID, the one that stands at its place."""
    return next((c for c in named if c.source == finding.source), named[0] if named else None)


def pin(finding: Finding, text: bytes) -> str:
    """What a review holds on to: a digest of the clause's text and of what is quoted of it."""
    quoted = "\0".join((finding.code, finding.clause, finding.quote))
    return hashlib.sha256(quoted.encode() + text).hexdigest()[:10]


def _text(clause: Clause | None) -> bytes:
    """What a clause says, and the rows of its table."""
    if clause is None:
        return b""
    rows = ["\t".join(row) for row in clause.table.texts] if clause.table else []
    return "".join(f"\0{text}" for text in (clause.printed, *rows)).encode()


def read_reviewed(data: bytes, name: str) -> tuple[SetAside, ...]:
    """The reviews in a TOML file; raises InvalidReview where it breaks its own form."""
    try:
        table = tomllib.loads(data.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise InvalidReview(f"{name} is not TOML: {error}") from error
    return tuple(_entries(table, name))


def _entries(table: Mapping[str, object], name: str) -> Iterator[SetAside]:
    entries = table.get("reviewed", [])
    if set(table) - {"reviewed"} or not isinstance(entries, list):
        raise InvalidReview(f"{name} may hold [[reviewed]] entries and nothing else")
    for at, entry in enumerate(entries, 1):
        texts = isinstance(entry, dict) and all(isinstance(v, str) for v in entry.values())
        if not texts or set(entry) != _FIELDS:
            raise InvalidReview(
                f"{name}: entry {at} needs code, clause, pin and reason, each a text"
            )
        if not entry["reason"].strip():
            raise InvalidReview(f"{name}: entry {at} gives no reason")
        if entry["code"] not in CODES:
            raise InvalidReview(f"{name}: entry {at} names no code: {entry['code']!r}")
        yield SetAside(**entry)
