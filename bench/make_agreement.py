#!/usr/bin/env python3
"""Make an agreement of any size and its next version, with every edit known.

    python bench/make_agreement.py --words 60000 --out DIR [--seed 1] [--case usual] [--orders 400]

Writes DIR/old.txt, new.txt, old.docx, new.docx and DIR/edits.json; with `--orders`, DIR/terms.txt
orders so many amendments of old. The same seed gives the same files. All wording comes from the
lists below. `--case` is `usual` (a few edits of every kind), or
one of the worst: `rewritten` (every clause says something else), `reversed` (every clause stands
elsewhere), `repeated` (one clause 2,000 times).
"""

# ruff: noqa: SIM905 (lists of wording read better as text)

from __future__ import annotations

import argparse
import copy
import json
import random
import re
import zipfile
from collections import Counter
from dataclasses import asdict, dataclass, field, replace
from functools import partial
from pathlib import Path
from xml.sax.saxutils import escape

WHO = (
    "lightkeeper|harbour pilot|relief keeper|senior boatman|signal officer|winch operator|"
    "assistant storekeeper|dredge hand|tide clerk|buoy tender"
).split("|")
BODY = (
    "the port company|the keepers’ guild|the harbour board|the pilotage panel|the station head|"
    "the safety circle|the pay office|the roster team"
).split("|")
DO = (
    "issue oil to|lodge a return for|second|give shore leave to|inspect the quarters of|"
    "send a relief boat for|set aside provisions for|hear|release|write to"
).split("|")
THING = (
    "the storm allowance|the isolation payment|shore leave|winter clothing|the lamp log|"
    "boat training|the fog signal payment|the night watch rate|the stores credit|family passage|"
    "the mooring bonus|a second dwelling|the medical boat|the passage warrant"
).split("|")
WHEN = (
    "where the crossing took longer than {n} hours|once {n} watches have been stood|"
    "on or after {day}|if the sum is above {money}|in any quarter with {n} gales or more|"
    "unless clause {clause} says otherwise|while the lower light is out of order|"
    "provided {n} days’ warning was given|when the tender cannot land|"
    "as long as the lamp log shows at least {n} entries"
).split("|")
SAY = (
    "{Body} must {do} the {who} in respect of {thing}, {when}.|"
    "The {who} may ask {body} for {thing} within {n} days, {when}.|"
    "{Thing} is worth {money} a year to the {who}, {when}.|"
    "{When}, {body} shall {do} the {who} and enter {thing} in the register.|"
    "No {who} loses {thing} by reason of a missed boat, {when}.|"
    "From {day} the {who} is paid {money} for {thing}, {when}.|"
    "Whatever {body} decides about {thing} is told to the {who} in {n} days, {when}."
).split("|")
MONTHS = "January February March April May June July August September October November".split()
TITLES = "Watches|Stores|Leave|Pay and payments|Dwellings|Boats|Records|Disputes|Training".split(
    "|"
)
NEW_WORDS = "promptly|sheltered|northern|appointed|spare|agreed|temporary|certified".split("|")


@dataclass
class Block:
    """A part, a clause, a lettered item, or a table; `name` stays from version to version."""

    name: int
    kind: str
    text: str = ""
    number: str = ""
    parent: int | None = None
    rows: list[list[str]] = field(default_factory=list)
    merged: bool = False


class Writer:
    """Wording at random."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.count = 0

    def money(self) -> str:
        return f"${self.rng.randint(200, 98000):,}"

    def day(self) -> str:
        return f"{self.rng.randint(1, 28)} {self.rng.choice(MONTHS)} {self.rng.randint(2022, 2029)}"

    def when(self) -> str:
        clause = ".".join(str(self.rng.randint(1, 9)) for _ in range(3))
        return self.rng.choice(WHEN).format(
            n=self.rng.randint(2, 90), day=self.day(), money=self.money(), clause=clause
        )

    def sentence(self) -> str:
        pick = self.rng.choice
        body, thing, when = pick(BODY), pick(THING), self.when()
        if self.rng.random() < 0.4:
            when += f" and {self.when()}"
        upper = {"Body": body, "Thing": thing, "When": when}
        return pick(SAY).format(
            who=pick(WHO), body=pick(BODY), do=pick(DO), thing=thing, when=when,
            n=self.rng.randint(2, 60), money=self.money(), day=self.day(),
            **{name: text[0].upper() + text[1:] for name, text in upper.items()},
        )  # fmt: skip

    def block(self, kind: str, parent: int | None, sentences: int = 1) -> Block:
        self.count += 1
        text = " ".join(self.sentence() for _ in range(sentences))
        return Block(self.count, kind, text, parent=parent)

    def table(self, parent: int) -> Block:
        made = replace(self.block("table", parent), text="")
        days = [self.day() for _ in range(self.rng.randint(2, 3))]
        made.rows = [["Step", "Group", *(f"Rates from {day}" for day in days)]]
        pay = self.rng.randint(40, 90) * 1000
        for step in range(1, self.rng.randint(4, 9)):
            rates = [f"${pay + 1100 * step + 900 * at:,}" for at in range(len(days))]
            made.rows.append([str(step), f"K{(step + 1) // 2}", *rates])
        made.merged = self.rng.random() < 0.3
        return made


def build(words: int, rng: random.Random) -> list[Block]:
    """An agreement of about so many words: parts, sections, clauses, items, tables."""
    writer = Writer(rng)
    blocks: list[Block] = []
    have = 0
    while have < words:
        part = replace(writer.block("part", None), text=rng.choice(TITLES))
        blocks.append(part)
        for _ in range(rng.randint(3, 6)):
            section = replace(writer.block("section", part.name),
                              text=f"{rng.choice(TITLES)} of {rng.choice(THING)[4:]}")  # fmt: skip
            blocks.append(section)
            for _ in range(rng.randint(2, 6)):
                clause = writer.block("clause", section.name, rng.randint(1, 3))
                blocks.append(clause)
                if rng.random() < 0.4:
                    blocks += [writer.block("item", clause.name) for _ in range(rng.randint(2, 5))]
            if rng.random() < 0.2:
                blocks.append(writer.table(section.name))
        have = sum(len(block.text.split()) for block in blocks)
    number(blocks, {})
    return blocks


def number(blocks: list[Block], kept: dict[int, str]) -> None:
    """Number all blocks in place; sections and clauses that had a number keep it (`kept`).

    One that came between takes a letter ("4.3.2A"), as drafters do; letters of items run on.
    """
    counts: Counter[int | None] = Counter()
    last: dict[int | None, str] = {}
    names = {block.name: block for block in blocks}
    for block in blocks:
        above = names[block.parent].number if block.parent is not None else ""
        counts[block.parent] += block.kind != "table"
        if block.kind == "item":
            block.number = f"({chr(96 + counts[block.parent])})"
        elif block.kind != "table":
            fresh = f"{above}.{counts[block.parent]}".lstrip(".")
            if kept:
                before = last.get(block.parent, f"{above}.0")
                bump = chr(ord(before[-1]) + 1) if before[-1].isalpha() else "A"
                fresh = f"{before.rstrip('ABCDEFGH')}{bump}"
            block.number = kept.get(block.name, fresh)
            last[block.parent] = block.number


# ----------------------------------------------------------------------------------- next version


def edited(text: str, rng: random.Random) -> tuple[str, list[tuple[str, str]]]:
    """One or two edits far from each other, and what they replace by what."""
    tokens = re.findall(r"\$[\d,]+|\d+ [A-Z]\w+ \d{4}|[\w’.-]+\w|\w|\W", text)
    words = [at for at, token in enumerate(tokens) if re.fullmatch(r"[a-z]{4,}", token)]
    money = [at for at, token in enumerate(tokens) if token.startswith("$")]
    spots = sorted(rng.sample(words, min(len(words), 2)))
    if len(spots) == 2 and spots[1] - spots[0] < 12:
        spots = spots[:1]
    ops = []
    for at in spots:
        roll = rng.random()
        near = [place for place in money if all(abs(place - other) > 8 for other in spots)]
        if roll < 0.4 and near:
            at = near[0]
            money.remove(at)
            new = f"${int(tokens[at][1:].replace(',', '')) + 150:,}"
        elif roll < 0.7:
            new = rng.choice(NEW_WORDS)
        else:
            new = f"{tokens[at]} ({rng.choice(WHEN[4::2]).format(n=7)})"
            ops.append(("", new.removeprefix(f"{tokens[at]} ")))
        if not new.startswith(f"{tokens[at]} "):
            ops.append((tokens[at], new))
        tokens[at] = new
    return "".join(tokens), ops


def next_version(
    old: list[Block], rng: random.Random, density: float = 1, rename: tuple[str, str] | None = None
) -> tuple[list[Block], list[dict[str, object]]]:
    """The next version and what was done: a few of each kind of edit, none of them in another.

    Of 100 clauses and items `density` are deleted, moved, split, joined and so on each, and five
    times as many edited. `rename` is a word and what it is called from now on, everywhere.
    """
    new = copy.deepcopy(old)
    writer = Writer(rng)
    writer.count = max(block.name for block in old)
    parents = {block.parent for block in old}
    bodies = [b for b in new if b.kind in {"clause", "item"} and b.name not in parents]
    rng.shuffle(bodies)
    some = max(int(len(bodies) * density / 100), 1)
    done: list[dict[str, object]] = []

    def take(count: int, sentences: int = 1) -> list[Block]:
        found = [b for b in bodies if len(re.findall(r"[.] ", b.text)) + 1 >= sentences][:count]
        bodies[:] = [b for b in bodies if b not in found]
        return found

    def note(kind: str, block: Block, **more: object) -> None:
        done.append({"type": kind, "name": block.name, "old_number": block.number, **more})

    for block in take(5 * some):
        text, ops = edited(block.text, rng)
        note("edit", block, old_text=block.text, new_text=text, ops=ops)
        block.text = text
    for block in take(some):
        note("delete", block, old_text=block.text)
        new.remove(block)
    for place in take(some):
        made = writer.block(place.kind, place.parent)
        new.insert(new.index(place) + 1, made)
        note("insert", made, new_text=made.text)
    for count, block in enumerate([b for b in take(some) if b.kind == "clause"]):
        target = rng.choice([b for b in new if b.kind == "clause" and b.parent != block.parent
                             and b.name not in parents])  # fmt: skip
        text, ops = edited(block.text, rng) if count % 2 else (block.text, [])
        note("move", block, old_text=block.text, new_text=text, ops=ops)
        new.remove(block)
        block.text, block.parent = text, target.parent
        new.insert(new.index(target) + 1, block)
    for block in [b for b in take(some, 2) if b.kind == "clause"]:
        head, _, tail = block.text.partition(". ")
        made = replace(writer.block("clause", block.parent), text=tail)
        note("split", block, old_text=block.text, new_texts=[f"{head}.", tail])
        block.text = f"{head}."
        new.insert(new.index(block) + 1, made)
    for block in [b for b in take(some, 1) if b.kind == "clause"]:
        at = new.index(block)
        after = new[at + 1] if at + 1 < len(new) else block
        if after in bodies and after.parent == block.parent:
            bodies.remove(after)
            note("join", block, old_texts=[block.text, after.text])
            block.text = f"{block.text} {after.text}"
            new.remove(after)
    for block in [b for b in new if b.kind == "table"][::3]:
        row = block.rows[rng.randint(1, len(block.rows) - 1)]
        was, row[-1] = row[-1], f"${int(row[-1][1:].replace(',', '')) + 450:,}"
        note("cell", block, old_text=was, new_text=row[-1])
    if rename:
        done += renamed(old, new, done, *rename)
    number(new, {b.name: b.number for b in old if not any(
        d["name"] == b.name and d["type"] == "move" for d in done)})  # fmt: skip
    return new, done


def terms(old: list[Block], rng: random.Random, count: int) -> str:
    """Terms of settlement that amend `old`: of ten instructions seven reprint a clause or an
    item, two delete one, one leaves its wording to another document; every second table gets a
    column.
    """
    names = {block.name: block for block in old}
    parents = {block.parent for block in old}
    leaves = [b for b in old if b.kind in {"clause", "item"} and b.name not in parents]
    tables = {b.name: b for b in [b for b in old if b.kind == "table"][::2]}
    # an item that goes would give the others of its clause another letter
    chosen = {b.name for b in rng.sample(leaves, count - len(tables))}
    out = [
        "Terms of Settlement",
        "These terms renew the Harbour Lights Collective Agreement (2025 – 2027).",
    ]
    for at, block in enumerate((b for b in old if b.name in chosen | tables.keys()), 1):
        above = names[block.parent].number if block.parent is not None else ""
        name = above + block.number if block.kind == "item" else block.number or above
        roll = at % 10
        out.append(f"{at}. {rng.choice(TITLES)}")
        if block.rows:
            rows = copy.deepcopy(block.rows)
            for row in rows[1:]:
                row.append(f"${int(row[-1][1:].replace(',', '')) + 450:,}")
            rows[0].append(f"Rates from {rng.randint(1, 28)} March 2030")
            printed = "\n".join("\t".join(row) for row in rows)
            out += [f"Amend the table in clause {name} as follows:", printed]
        elif roll in {3, 7} and block.kind == "clause":
            out.append(f"Delete clause {name}.")
        elif roll == 5:
            out.append(f"Amend clause {name} as set out in the tracked change agreement.")
        else:
            text, _ = edited(block.text, rng)
            out += [f"Amend clause {name} as follows:", f"{block.number} {text}"]
    return "\n\n".join(out) + "\n"


def renamed(
    old: list[Block], new: list[Block], done: list[dict[str, object]], word: str, name: str
) -> list[dict[str, object]]:
    """Call a thing by another name in all of `new`; the edits of clauses that had none."""
    called = partial(re.compile(rf"\b{word}\b").sub, name)
    for edit in done:
        for key in ("new_text", "new_texts"):
            match edit.get(key):
                case str(text):
                    edit[key] = called(text)
                case list(texts):
                    edit[key] = [called(text) for text in texts]
    told = {edit["name"] for edit in done}
    before = {block.name: block for block in old}
    more: list[dict[str, object]] = []
    for block in new:
        text = called(block.text)
        if text != block.text and block.name in before and block.name not in told:
            more.append({"type": "edit", "name": block.name, "old_number": block.number,
                         "old_text": block.text, "new_text": text})  # fmt: skip
        block.text = text
    return more


def worst(
    case: str, old: list[Block], rng: random.Random, count: int = 2000
) -> tuple[list[Block], list[Block]]:
    """The two versions of a worst case; `count` is how often `repeated` repeats its clause."""
    if case == "repeated":
        part = Block(1, "part", "Watches", "1")
        same = Writer(rng).sentence()
        many = [Block(at, "clause", same, f"1.{at - 1}", 1) for at in range(2, count + 2)]
        left = [block for at, block in enumerate(many) if at not in {count // 3, count * 2 // 3}]
        return [part, *many], [part, *left]
    new = copy.deepcopy(old)
    if case == "rewritten":
        writer = Writer(rng)
        for block in new:
            block.text = writer.sentence() if block.text else ""
    else:
        new.reverse()
    return old, new


# -------------------------------------------------------------------------------------- writers


def as_text(blocks: list[Block], width: int = 0) -> str:
    """One paragraph a block and tables with tabs; with `width`, clauses run over several lines."""
    out = ["Harbour Lights Collective Agreement 2022-2025"]
    for block in blocks:
        if block.rows:
            out.append("\n".join("\t".join(row) for row in block.rows))
            continue
        line = f"{block.number} {block.text}"
        if width and block.kind in {"clause", "item"}:
            line = re.sub(rf"(.{{1,{width}}})(?:\s|$)", r"\1\n", line).strip()
        out.append(line)
    return "\n\n".join(out) + "\n"


def as_docx(blocks: list[Block], path: Path) -> None:
    """A Word file: items numbered by Word itself, the group cells of some tables merged."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    lists: dict[int | None, int] = {}
    body = [_paragraph("Harbour Lights Collective Agreement 2022-2025")]
    for block in blocks:
        if block.rows:
            body.append(_table(block))
        elif block.kind == "item":
            at = lists.setdefault(block.parent, len(lists) + 1)
            settings = (
                f'<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="{at}"/></w:numPr></w:pPr>'
            )
            body.append(_paragraph(block.text, settings))
        else:
            body.append(_paragraph(f"{block.number}\t{block.text}"))
    numbers = "".join(
        f'<w:num w:numId="{at}"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for at in lists.values()
    )
    level = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%1)"/></w:lvl></w:abstractNum>'
    )
    office = "http://schemas.openxmlformats.org"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    link = f"{office}/officeDocument/2006/relationships"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{office}/package/2006/content-types"><Default '
        'Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{kind}.document.main+xml"/><Override'
        f' PartName="/word/numbering.xml" ContentType="{kind}.numbering+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{office}/package/2006/relationships"><Relationship '
        f'Id="r1" Type="{link}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{office}/package/2006/relationships'
        f'"><Relationship Id="r1" Type="{link}/numbering" Target="numbering.xml"/></Relationships>',
        "word/numbering.xml": f"<w:numbering {space}>{level}{numbers}</w:numbering>",
        "word/document.xml": f"<w:document {space}><w:body>{''.join(body)}</w:body></w:document>",
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0)),
                             f'<?xml version="1.0" encoding="UTF-8"?>{text}')  # fmt: skip


def _paragraph(text: str, settings: str = "") -> str:
    runs = "<w:tab/>".join(f'<w:t xml:space="preserve">{escape(t)}</w:t>' for t in text.split("\t"))
    return f"<w:p>{settings}<w:r>{runs}</w:r></w:p>"


def _table(block: Block) -> str:
    rows = []
    for at, row in enumerate(block.rows):
        cells = []
        for column, text in enumerate(row):
            settings = ""
            if block.merged and column == 1 and at:
                begins = block.rows[at - 1][1] != text
                settings = (
                    f'<w:tcPr><w:vMerge w:val="{"restart" if begins else "continue"}"/></w:tcPr>'
                )
                text = text if begins else ""
            cells.append(f"<w:tc>{settings}{_paragraph(text)}</w:tc>")
        rows.append(f"<w:tr>{''.join(cells)}</w:tr>")
    grid = "<w:gridCol w:w='1800'/>" * len(block.rows[0])
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>{_paragraph('')}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--words", type=int, default=60000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--case", default="usual",
                        choices=["usual", "rewritten", "reversed", "repeated"])  # fmt: skip
    parser.add_argument("--width", type=int, default=0, help="wrap clauses of the text files")
    parser.add_argument("--orders", type=int, default=0, help="write terms with so many amendments")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    old = build(given.words, random.Random(given.seed))
    done: list[dict[str, object]] = []
    if given.case == "usual":
        new, done = next_version(old, random.Random(given.seed + 1))
    else:
        old, new = worst(given.case, old, random.Random(given.seed + 1))
    for name, blocks in (("old", old), ("new", new)):
        (given.out / f"{name}.txt").write_text(as_text(blocks, given.width), "utf-8")
        as_docx(blocks, given.out / f"{name}.docx")
    if given.orders:
        ordered = terms(old, random.Random(given.seed + 2), given.orders)
        (given.out / "terms.txt").write_text(ordered, "utf-8")
    counts = dict(Counter(str(each["type"]) for each in done))
    report = {"counts": counts, "edits": done, "old": [asdict(block) for block in old]}
    (given.out / "edits.json").write_text(json.dumps(report, indent=1, ensure_ascii=False), "utf-8")
    print(json.dumps(counts))


if __name__ == "__main__":
    main()
