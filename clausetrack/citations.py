"""Find the places where a text cites something: a clause, a statute, another agreement, an item.

Finding is kept apart from resolving (`references`): here only the words are read, never the
document. A provision of a statute or of another agreement is told apart by what follows it, and
is never taken for a clause of the text's own agreement.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from clausetrack import citation_patterns as patterns
from clausetrack.numbering import ClauseId, division_id, from_roman, parse


class Cited(NamedTuple):
    """One citation of a list, or a range of them where `last` is there."""

    first: ClauseId
    last: ClauseId | None = None


class Mention(NamedTuple):
    """A citation as it stands in a text, at `start` to `end`.

    `kind` is internal, agreement, statute or item. `cited` holds what is cited, short forms
    completed ("4.2.2.1(b) or (c)" cites 4.2.2.1(b) and 4.2.2.1(c)); a citation of nothing but
    labels is relative to where it stands. `word` is what the text calls it ("clause",
    "section", ""), `instrument` the statute or agreement that it belongs to, `direction` is
    "above", "below" or "".
    """

    start: int
    end: int
    text: str
    kind: str
    cited: tuple[Cited, ...] = ()
    word: str = ""
    instrument: str = ""
    direction: str = ""

    @property
    def ids(self) -> tuple[str, ...]:
        """What is cited, each end of a range named: IDs, or "section 53" of a statute."""
        ends = [end for cited in self.cited for end in (cited.first, cited.last) if end]
        return tuple(self._provision(end) if self.kind == "statute" else str(end) for end in ends)

    def _provision(self, cited: ClauseId) -> str:
        number = str(cited._replace(division=""))
        word = f"{self.word} {number}" if self.word and number else number
        return " ".join(part for part in (cited.division, word) if part)


#: "paragraph (c) of subclause (2) of clause 4 of Part 1 of ...": as far as this is followed.
_DEEPEST = 5
_SHORT = {"s": "section", "ss": "sections", "cl": "clause", "cls": "clauses"}
_STATUTE_WORDS = ("section", "regulation")


# ---------------------------------------------------------------------------------------- find


def find(text: str) -> tuple[Mention, ...]:
    """Every citation in `text`, in order and without overlaps."""
    found: list[Mention] = []
    at = 0
    after = f" {text}"  # each place in it is that after which a character of `text` stands
    acts = max(text.rfind(word) for word in patterns.STATUTE_WORDS)  # where the last of them is
    while opens := patterns.OPENS.search(after, at):
        match = patterns.START.match(text, opens.start())
        if match is None:
            at = opens.start() + 1
            continue
        mention, at = _mention(text, match, acts)
        if mention is not None:
            found.append(mention)
    return tuple(found)


def list_at(text: str, at: int) -> tuple[tuple[Cited, ...], int]:
    """The citations that stand at `at`, one after another, and where they end: () where none do."""
    return _list(text, at, many=True)


def _mention(text: str, match: re.Match[str], acts: int) -> tuple[Mention | None, int]:
    """The citation that opens with `match`, if it is one, and where to look on.

    From `acts` on no statute is named.
    """
    mention: Mention | None = None
    # What looked like a Part may hold another citation in its second word.
    after = match.start() + len(match[0].split(None, 1)[0])
    if match["act"]:
        mention = _statute(text, match) if match.start() < acts else None
        after = match.start() + 1
    elif match["division"]:
        mention = _in_division(text, match)
    elif match["word"] or match["short"]:
        word = (match["word"] or _SHORT[match["short"].lower().rstrip(".")]).lower()
        word = word.replace("-", "").strip()
        cited, end = _list(text, match.end(), many=word.endswith("s"))
        if cited:
            mention = _placed(text, match.start(), end, cited, word.removesuffix("s"))
    else:
        cited, after = _list(text, match.start(), many=True)
        before = text[max(0, match.start() - 24) : match.start()]
        if (
            cited
            and not (match["bare"] and patterns.FOREIGN.search(before))
            and not (match["bare"] and patterns.OLD_DAY.fullmatch(match["bare"]))
            and (
                (match["bare"] and (match["bare"].count(".") > 1 or cited[0].first.labels))
                or patterns.CUE.search(before)
                or (patterns.MID_SENTENCE.search(before) and patterns.CUE_AFTER.match(text, after))
                or patterns.DIRECTION.match(text, after)
            )
        ):
            mention = _placed(text, match.start(), after, cited, "")
    return mention, mention.end if mention else max(after, match.start() + 1)


def _statute(text: str, match: re.Match[str]) -> Mention | None:
    """A statute by its name, with a provision that follows it ("... Act 2000, section 53")."""
    opening = patterns.OPENING.match(text, match.start())
    start = opening.end() if opening else match.start()
    named = patterns.STATUTE.match(text, start)
    if named is None:
        return None
    end, cited, word = named.end(), tuple[Cited, ...](), ""
    if after := patterns.PROVISION.match(text, end):
        listed, stop = _list(text, after.end(), many=True)
        if listed:
            end, cited, word = stop, listed, "section"
    return Mention(start, end, text[start:end], "statute", cited, word, _name(named[0]))


def _in_division(text: str, start: re.Match[str]) -> Mention | None:
    """A mention that opens with "Part Eleven", "Appendices A and B", "Appendix D, clause 1.5"."""
    match = patterns.DIVISION.match(text, start.start())
    if start["division"].lower().startswith("section"):
        # of a statute, or "Section 3.2", as some agreements call their clauses
        cited, end = _list(text, start.end() + 1, many=True)
        mention = _placed(text, start.start(), end, cited, "section") if cited else None
        dotted = bool(cited) and len(cited[0].first.numbers) > 1
        if mention and (mention.kind != "internal" or match is None or dotted):
            return mention
    if match is None:
        return None
    name = _singular(match["name"])
    first = division_id(name, match["at"])
    end = match.end()
    # "Article 11.1, Section 2(C)" is one place
    while inner := patterns.INNER.match(text, end):
        deeper = patterns.DIVISION.match(text, inner.end())
        if deeper is None:
            break
        first = f"{first} {division_id(_singular(deeper['name']), deeper['at'])}"
        end = deeper.end()
    if into := patterns.INTO.match(text, end):
        cited, stop = _list(text, into.end(), many=True)
        if cited and (cited[0].first.numbers or into.end() == end):
            inside = tuple(_within(one, first) for one in cited)
            return _placed(text, match.start(), stop, inside, "clause")
    several = [Cited(ClauseId(first))]
    plural = match["name"].lower() != name.lower()
    while plural and (separator := patterns.SEPARATOR.match(text, end)):
        designation = patterns.NEXT_DESIGNATION.match(text, separator.end())
        if designation is None:
            break
        another = ClauseId(division_id(name, designation["at"]))
        if separator["range"]:
            several[-1] = several[-1]._replace(last=another)
        else:
            several.append(Cited(another))
        end = designation.end()
    return _placed(text, match.start(), end, tuple(several), "")


def _placed(text: str, start: int, end: int, cited: tuple[Cited, ...], word: str) -> Mention:
    """The mention with what follows the citation: a direction, and whose provision it is."""
    direction = ""
    if way := patterns.DIRECTION.match(text, end):
        direction, end = way["way"], way.end()
    kind, instrument = ("item" if word == "item" else "internal"), ""
    at_home = False
    for _ in range(_DEEPEST):
        titled = patterns.TITLE.match(text, end)
        of = patterns.OF.match(text, titled.end() if titled else end)
        if of is None and (words := patterns.ITS_WORDS.match(text, end)):
            of = patterns.OF.match(text, words.end())
            of = of if of and patterns.STATUTE.match(text, _past(text, of.end())) else None
        if of is None:
            break
        at = of.end()
        if (own := patterns.OWN.match(text, at)) or (own := patterns.HERE.match(text, at)):
            end, at_home = own.end(), True
        elif terms := patterns.TERMS.match(text, at):
            kind, end = "item", terms.end()
        elif that := patterns.THAT_STATUTE.match(text, at):
            kind, instrument, end = "statute", that[0], that.end()
        elif division := patterns.DIVISION.match(text, at):
            name = division_id(_singular(division["name"]), division["at"])
            cited, end = tuple(_within(one, name) for one in cited), division.end()
            continue
        elif act := patterns.STATUTE.match(text, _past(text, at)):
            kind, instrument, end = "statute", _name(act[0]), act.end()
        elif of["how"] != "to" and (other := patterns.OTHER.match(text, at)):
            law = word.removeprefix("sub") in _STATUTE_WORDS
            kind, instrument = "statute" if law else "agreement", _name(other["name"])
            end = other.end()
        elif of["how"] == "of" and not any(one.first.numbers for one in cited):
            whole = patterns.CITATION.match(text, _past(text, at, patterns.OF_CLAUSE))
            if whole is None:
                break
            cited, end = tuple(_under(one, _clause_id(whole)) for one in cited), whole.end()
            continue
        break
    if kind == "internal" and word.removeprefix("sub") in _STATUTE_WORDS:
        act = patterns.STATUTE.match(text, _past(text, end))
        if act is not None:
            instrument, end = _name(act[0]), act.end()
        # "Section 3.2" is a clause of some agreements; "section 53" a statute's, without dots
        dotted = all(len(one.first.numbers) > 1 for one in cited)
        ours = at_home or dotted or (direction and word.startswith("sub"))
        if act is not None or not (text[start].isupper() or ours):
            kind = "statute"
    if kind == "internal" and (before := patterns.BEFORE.search(text[max(0, start - 20) : start])):
        kind, instrument = "agreement", before["name"]
    return Mention(start, end, text[start:end], kind, cited, word, instrument, direction)


def _list(text: str, at: int, *, many: bool) -> tuple[tuple[Cited, ...], int]:
    """The citations that stand at `at`, one after another, and where they end.

    `many` says that the word before was a plural: only then may whole numbers follow ("clauses
    4, 5 and 6"), since "in clause 4, 25 teachers" cites one clause.
    """
    match = patterns.CITATION.match(text, at)
    if match is None:
        return (), at
    cited = [Cited(_clause_id(match))]
    end = match.end()
    while separator := patterns.SEPARATOR.match(text, end):
        start = separator.end()
        if separator["range"] and (again := patterns.SAME_WORD.match(text, start)):
            start = again.end()
        match = patterns.CITATION.match(text, start)
        if match is None:
            break
        last = cited[-1].last or cited[-1].first
        named = _clause_id(match) if match["number"] else following(last, match["labels"])
        if named is None or (match["number"] and not many and "." not in match["number"]):
            break
        if match["number"] and len(named.numbers) == 1 < len(last.numbers):
            break
        if separator["range"]:
            cited[-1] = Cited(cited[-1].last or cited[-1].first, named)
        else:
            cited.append(Cited(named))
        end = match.end()
    return tuple(cited), end


def following(last: ClauseId, labels: str) -> ClauseId | None:
    """What labels alone mean after `last`: "(c)" after 4.2.2.1(b) is 4.2.2.1(c)."""
    found = _labels(labels)
    for depth in range(len(last.labels) - 1, -1, -1):
        if _manner(found[0], depth) == _manner(last.labels[depth], depth):
            return last._replace(labels=(*last.labels[:depth], *found))
    return None


def _manner(label: str, depth: int) -> str:
    """How a label is counted at a depth: below the first level, what may be roman is."""
    if label.isdigit():
        return "number"
    if from_roman(label.lower()) and (depth > 0 or len(label) > 1) and label[:1] not in "cdmCDM":
        return "roman"
    return "capital" if label.isupper() else "letter"


def _clause_id(match: re.Match[str]) -> ClauseId:
    numbers = parse(match["number"]).numbers if match["number"] else ()
    return ClauseId("", numbers, _labels(match["under"] or match["labels"] or ""))


def _labels(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\((\w+)\)", text))


def _within(cited: Cited, division: str) -> Cited:
    """The citation inside a division; "Part 2 of Appendix D" is a place in it, not Part 2."""

    def inside(one: ClauseId) -> ClauseId:
        if one.division:
            return one._replace(division=f"{division} {one.division}")
        return one._replace(division=division)

    return Cited(inside(cited.first), inside(cited.last) if cited.last else None)


def _under(cited: Cited, whole: ClauseId) -> Cited:
    """ "(b)" of clause 4.3 -> 4.3(b)."""

    def under(one: ClauseId) -> ClauseId:
        return whole._replace(labels=(*whole.labels, *one.labels))

    return Cited(under(cited.first), under(cited.last) if cited.last else None)


def _singular(name: str) -> str:
    name = name.lower()
    return {"appendices": "appendix", "annexes": "annex"}.get(
        name, name.removesuffix("s")
    ).capitalize()


def _past(text: str, at: int, words: re.Pattern[str] = patterns.THE) -> int:
    match = words.match(text, at)
    return match.end() if match else at


def _name(text: str) -> str:
    """An instrument's name with its year plain: "Health Act (1956)" -> "Health Act 1956"."""
    return re.sub(r"\((\d{4})\)", r"\1", " ".join(text.split()))
