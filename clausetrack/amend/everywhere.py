"""Words replaced at every place that says them: all of them, each as it stands, or none.

An order to do so rests on there being no doubt about what counts as a place. Where the words stand
in another case or number, inside a longer word, a name or a quotation, it is a person who decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from clausetrack import reasons
from clausetrack.amend.plan import Plan, Refusal, undecided
from clausetrack.amend.spans import begins_sentence, in_place
from clausetrack.amend.splices import Splice
from clausetrack.amend.tree import as_pattern
from clausetrack.model import Clause, Document, Runs, plain
from clausetrack.settlement import StatedChange
from clausetrack.values import capital, counted

_BEFORE, _AFTER = r"(?<![\w‑$])(?<!\w-)(?<!\d[.,])", r"(?![\w‑]|-\w|[.,]\d)"
_NOT_PARTED = "the terms print no comma between “{}” and “{}”: a person must put it in"
_ILL_LEFT = "without “{}” the clause would read “{}”: a person must say what else goes"
_NO_WORD = re.compile(r"[^\w‑-]")
_NAME = re.compile(r"(?P<word>[^\W\d_][\w’'-]*) $")
#: An item of a list in running text.
_ITEM = re.compile(r"\([a-z0-9]{1,4}\)\s")
_STOP, _STOPPED = re.compile(r"[,.;:)]"), re.compile(r"(?:[,;:(]|\b(?:and|or))$")
#: Words with a capital that begin a sentence, and are part of no name.
_NO_NAME = frozenset((
    "the", "a", "an", "this", "that", "these", "those", "each", "every", "any", "all", "no", "if",
    "when", "where", "while", "in", "on", "at", "by", "for", "from", "to", "of", "with", "under",
    "and", "or", "but", "as", "it", "its", "such",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Text:
    """A stretch of a clause that is printed by itself: its heading, its text, or a cell."""

    clause: Clause
    runs: Runs
    row: int = -1
    cell: int = -1

    @property
    def role(self) -> str:
        if self.row >= 0:
            return "cell"
        return "heading" if self.runs is self.clause.heading else "text"

    def splice(self, start: int, end: int, plan: Plan, new: str) -> Splice:
        """The new words for a stretch of this text."""
        return Splice(
            self.clause.id, self.role, start, end, new, (), self.row, self.cell,
            plan.amendment.source,
        )  # fmt: skip

    def exchange(
        self, start: int, end: int, change: StatedChange, new: str, plan: Plan
    ) -> Splice | Refusal:
        """`new` for the old words of a change that stand from `start` to `end`.

        It is refused where the clause would read as no one writes.
        """
        said = plain(self.runs)
        first, last = bounds(said, start, end, change)
        if reason := ill_made(said, first, last, change):
            return undecided(reason)
        return self.splice(first, last, plan, new)

    def covered(self, other: Splice) -> list[tuple[int, int]]:
        """The stretch of this text that another order deals with."""
        if other.role == "rows" and other.start <= self.row < other.end:
            return [(0, len(plain(self.runs)))]
        mine = (other.role, other.row, other.cell) == (self.role, self.row, self.cell)
        return [(other.start, other.end)] if mine and other.start < other.end else []


def texts(clause: Clause) -> Iterator[Text]:
    """All that a clause prints below its number."""
    if clause.heading:
        yield Text(clause, clause.heading)
    if clause.text:
        yield Text(clause, clause.text)
    for at, row in enumerate(clause.table.rows if clause.table else ()):
        for number, cell in enumerate(row):
            yield Text(clause, cell.runs, at, number)


def occurrences(text: str, words: str) -> list[tuple[int, int]]:
    """Where `text` says `words`: the same letters, by themselves."""
    said = as_pattern(words)
    before = _BEFORE if words[:1].isalnum() or words[:1] == "_" else ""
    after = _AFTER if words[-1:].isalnum() else ""
    return [found.span() for found in re.finditer(before + said + after, text)]


def places(text: str, change: StatedChange) -> list[tuple[int, int, str]]:
    """Where `text` says the old words, and what comes there.

    At the start of a sentence they have a capital that is the sentence's; so have the new ones.
    """
    old, new = capital(change.old), capital(change.new)
    found = []
    for start, end in occurrences(text, change.old):
        found.append((start, end, in_place(text, start, change.new)))
    if old != change.old and not change.gone:
        found += [
            (start, end, new)
            for start, end in occurrences(text, old)
            if begins_sentence(text, start)
        ]
    return sorted(found)


def doubt(text: str, change: StatedChange, taken: Sequence[tuple[int, int]] = ()) -> str:
    """Why it is not certain what the order means in `text`; "" where it is.

    Where another order deals with the words (`taken`) there is nothing to ask.
    """
    exact = [(start, end) for start, end, _ in places(text, change)]
    exact = [span for span in exact if not _inside(span, taken)]
    for start, end in _alike(text, change.old):
        if _inside((start, end), taken):
            continue
        if not any(first <= start and end <= last for first, last in exact):
            return f"“{whole_words(text, start, end)}”"
    ordered = occurrences(text, change.new) if change.new else []
    for start, end in exact:
        here = f"“{text[start:end]}”"
        if any(first <= start and end <= last for first, last in ordered):
            return f"“{change.new}”, which reads as ordered already"
        if text[end : end + 2] in {"’s", "'s"} and change.new[-1:] in "sS’":
            return f"“{text[start : end + 2]}”"
        if name := _name(text, start, end):
            return f"“{name}”, which may be a name of its own"
        if _is_quoted(text, start, end):
            return f"{here} inside a quotation"
    return ""


def whole_words(text: str, start: int, end: int) -> str:
    """A stretch of a text with all of the words that it begins and ends in."""
    before, after = _NO_WORD.split(text[:start])[-1], _NO_WORD.split(text[end:], 1)[0]
    return f"{before}{' '.join(text[start:end].split())}{after}"


def _inside(span: tuple[int, int], taken: Sequence[tuple[int, int]]) -> bool:
    return any(first <= span[0] and span[1] <= last for first, last in taken)


def replace_all(plan: Plan, document: Document, others: Sequence[Plan]) -> Refusal | None:
    """Put the new words in each place under the target, or in the whole agreement `document`.

    What `others` rewrite or take out, a clause or a stretch of one, stands as they order it: it is
    left alone, unless it says the old words as well.
    """
    amendment = plan.amendment
    change, target = amendment.stated[0], amendment.target
    here = plan.base.subtree(target) if target is not None else plan.base.clauses
    where = target or "the agreement"
    settled = {
        one
        for other in others
        for one in (*other.changed.keys() - other.splices.keys(), *other.repealed)
    }
    if refusal := _said_elsewhere(plan, document, others, {clause.id for clause in here}):
        return refusal
    doubtful: list[str] = []
    capitals: list[str] = []
    count = 0
    for clause in here:
        if clause.id in settled:
            continue
        here_too = [one for other in others for one in other.splices.get(clause.id, ())]
        for text in texts(clause):
            said = plain(text.runs)
            taken = [span for one in here_too for span in text.covered(one)]
            if why := doubt(said, change, taken):
                doubtful.append(f"{clause.id} has {why}")
                continue
            spans = [one for one in places(said, change) if not _inside(one[:2], taken)]
            if not spans:
                continue
            if not clause.number and _names_others(plan, said):
                doubtful.append(f"what follows is called by the heading “{said}”")
            for start, end, new in spans:
                made = text.exchange(start, end, change, new, plan)
                if isinstance(made, Refusal):
                    return made
                plan.splice(clause, made)
                if new != change.new:
                    capitals.append(clause.id)
            count += len(spans)
    if doubtful:
        more = f"; and {len(doubtful) - 5} more" if len(doubtful) > 5 else ""
        return undecided(
            f"it is not certain which places are meant by “{change.old}”: "
            f"{'; '.join(doubtful[:5])}{more}"
        )
    if not count:
        return Refusal("precondition-failed", f"“{change.old}” stands nowhere in {where}")
    part = amendment.part
    if part is not None and part.which and count != int(part.which):
        stood = counted(count, "place")
        return undecided(f"“{change.old}” stands in {stood} of {where}, not {part.which}")
    plan.said = f"“{change.old}” stood in {counted(count, 'place')}: {', '.join(plan.changed)}"
    if capitals:
        where = ", ".join(dict.fromkeys(capitals))
        plan.said += f"; “{capital(change.new)}” where it begins a sentence: {where}"
    return None


def _said_elsewhere(
    plan: Plan, document: Document, others: Sequence[Plan], here: set[str]
) -> Refusal | None:
    """Refuses where new words in a clause say the old ones too, or text that is no clause does.

    A clause that is printed anew stands as it is printed, and what it says of the old words is
    told.
    """
    change = plan.amendment.stated[0]
    for other in others:
        for where, said in _printed_anew(other, here):
            if _alike(said, change.old):
                plan.find(
                    "term-left",
                    f"{other.amendment.id} prints “{change.old}” in {where}, and there it stands "
                    f"as printed; at all other places it is “{change.new}”",
                    where,
                )
        for where, said in _new_words(other, here):
            if _alike(said, change.old):
                return undecided(
                    f"{other.amendment.id} prints “{change.old}” in {where}, and it is not "
                    "certain whether that is meant"
                )
    if plan.amendment.target is None:
        for left in document.left_out:
            if reasons.is_place(left.why) and _alike(left.text, change.old):
                return undecided(f"“{change.old}” stands {left.why} as well")
    return None


def _printed_anew(other: Plan, here: set[str]) -> Iterator[tuple[str, str]]:
    """What the clauses of `here` say that another order prints anew or adds, and where."""
    whole = [now for old, now in other.changed.items() if old in here and old not in other.splices]
    added = {one.name for one in other.inserted if one.under in here | {None} or not here}
    for one in other.inserted:
        added |= {one.name} if one.under in added else set()
    whole += [one.clause for one in other.inserted if one.name in added]
    yield from ((clause.id, plain(text.runs)) for clause in whole for text in texts(clause))


def _new_words(other: Plan, here: set[str]) -> Iterator[tuple[str, str]]:
    """The stretches that another order puts into clauses of `here`, and where."""
    for clause_id in here & other.splices.keys():
        for one in other.splices[clause_id]:
            yield clause_id, one.new
            yield from ((clause_id, cell.text) for row in one.rows for cell in row)


def bounds(text: str, start: int, end: int, change: StatedChange) -> tuple[int, int]:
    """What goes with the words: the space before them where nothing takes their place.

    Of an item of a list in running text, "(c) tea", its comma goes, too.
    """
    if not change.gone and change.new[:1] not in ",.;:":
        return start, end
    first = len(text[:start].rstrip())
    if change.gone and _ITEM.match(text, start) and text[first - 1 : first] in {",", ";"}:
        first -= text[end:].startswith(text[first - 1])
    return (first, end) if first else (0, end + len(text[end:]) - len(text[end:].lstrip()))


def ill_made(text: str, first: int, last: int, change: StatedChange) -> str:
    """Why the clause would read as no one writes ("a,, b", "a and."); "" where it would not."""
    left, right = text[:first].rstrip(), text[last:].lstrip()
    if change.gone:
        found = _STOPPED.search(left) if _STOP.match(right) or not right else None
        # "a coat; and" may end in a semicolon, and in nothing that joins
        if found and (right or found[0].isalpha()):
            return _ILL_LEFT.format(change.old, f"{' '.join(left.split()[-2:])}{right[:1]}")
    added = change.new.removeprefix(f"{change.old} ")
    items = added != change.new and _ITEM.match(change.old) and _ITEM.match(added)
    parted = right[:1] in {",", ";"} and not change.old.endswith((",", ";"))
    return _NOT_PARTED.format(added, change.old) if items and parted else ""


def _names_others(plan: Plan, heading: str) -> bool:
    """Are clauses without a number called by this heading, as "signatures 2" is?"""
    name = f"{heading.strip().casefold()} "
    return any(clause_id.startswith(name) for clause_id in plan.base.at)


def _alike(text: str, words: str) -> list[tuple[int, int]]:
    """Where `text` may say `words`, in whatever case and number, alone or in a longer word."""
    said = r"[\s‑-]+".join(_inflected(word) for word in re.split(r"[\s‑-]+", words.strip()))
    # inside a word, with letters on both sides, it is another word: "unit" in "community"
    said = rf"(?:(?<!\w){said}|{said}(?!\w))"
    return [found.span() for found in re.finditer(said, text, re.I)]


def _inflected(word: str) -> str:
    if re.search(r"[^aeiou]y$", word, re.I):
        return as_pattern(word[:-1]) + "(?:y|ies)"
    if re.search(r"ies$", word, re.I):
        return as_pattern(word[:-3]) + "(?:y|ies)"
    if re.search(r"(?:ch|sh|x|ss|z)es$", word, re.I):
        return as_pattern(word[:-2]) + "(?:es)?"
    if re.search(r"[^\Ws]s$", word, re.I) and len(word) > 3:
        return as_pattern(word[:-1]) + "s?"
    return as_pattern(word) + ("(?:e?s)?" if word[-1:].isalpha() else "")


def _name(text: str, start: int, end: int) -> str:
    """The words with what stands beside them, where both begin with capitals as in a name."""
    said = text[start:end]
    first, last = start, end
    before = _NAME.search(text[:start])
    if said[:1].isupper() and before and before["word"][:1].isupper():
        opens = not text[: before.start()].strip() or re.search(
            r"[.!?:]\W*$", text[: before.start()]
        )
        if before["word"].casefold() not in _NO_NAME and not opens:
            first = before.start()
    after = re.match(r" (?P<word>[^\W\d_][\w’'-]*)", text[end:])
    if said.split()[-1][:1].isupper() and after and after["word"][:1].isupper():
        last = end + after.end()
    return text[first:last] if (first, last) != (start, end) else ""


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Do the words stand inside a quotation of more than themselves?"""
    opened = max(text.rfind("“", 0, start), -1)
    inside = opened >= 0 and "”" not in text[opened:start]
    if not inside and text.count('"', 0, start) % 2:
        opened, inside = text.rfind('"', 0, start), True
    return inside and (text[opened + 1 : start].strip() != "" or text[end : end + 1] not in '”"')
