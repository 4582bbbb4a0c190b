"""The ZIP archive that a Word file is, looked at before anything in it is unpacked."""

from __future__ import annotations

import re
import zipfile

from clausetrack.errors import UnreadableInput

MAX_FILE = 64_000_000
MAX_ENTRIES = 4_000
MAX_UNPACKED = 256_000_000
MAX_XML = 80_000_000  # unpacked, of all parts that are parsed: a tree takes ten times as much
MAX_RATIO = 200  # of the parts larger than what follows
_MEGABYTE = 1_000_000
_MAX_PICTURE = 16 * _MEGABYTE  # an empty drawing shrinks to nothing, and no tree is made of it

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ODD_NAME = re.compile(r"[\x00-\x1f\\:*?\"<>|]|^/|(?:^|/)\.{1,2}(?:/|$)|//")


def check_file(data: bytes, name: str, kind: str, ending: str) -> None:
    """Refuse what is no ZIP archive at all, with what it may be; raises UnreadableInput."""
    if not data:
        raise UnreadableInput(f"{name}: empty")
    if len(data) > MAX_FILE:
        raise UnreadableInput(f"{name}: too large ({len(data) // _MEGABYTE} MB; the limit is "
                              f"{MAX_FILE // _MEGABYTE} MB)")  # fmt: skip
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise UnreadableInput(f"{name}: encrypted; open it in Word, remove the password and "
                                  "save it again")  # fmt: skip
        raise UnreadableInput(f"{name}: an old binary Office file ({ending[:-1]}); save it as "
                              f"{ending}")  # fmt: skip
    if not data.startswith(b"PK"):
        raise UnreadableInput(f"{name}: not a {kind} ({ending})")


def check_entries(infos: list[zipfile.ZipInfo], name: str) -> None:
    """Refuse what no Word file holds: a bomb, a name that leads elsewhere, one name twice.

    Raises UnreadableInput.
    """
    if len(infos) > MAX_ENTRIES:
        raise UnreadableInput(f"{name}: refused: {len(infos)} parts in one file")
    if sum(info.file_size for info in infos) > MAX_UNPACKED:
        raise UnreadableInput(f"{name}: refused: more than {MAX_UNPACKED // _MEGABYTE} MB unpacked")
    if sum(info.file_size for info in infos if is_xml(info.filename)) > MAX_XML:
        raise UnreadableInput(f"{name}: refused: more than {MAX_XML // _MEGABYTE} MB of text parts")
    seen = set()
    for info in infos:
        shown = info.filename.encode("ascii", "replace").decode()
        if _ODD_NAME.search(info.orig_filename):
            raise UnreadableInput(f"{name}: refused: a part with the name {shown!r}")
        if info.filename.lower() in seen:
            raise UnreadableInput(f"{name}: refused: two parts with the name {shown!r}")
        seen.add(info.filename.lower())
        if info.flag_bits & 0x1:
            raise UnreadableInput(f"{name}: encrypted; remove the password and save it again")
        if is_like_a_bomb(info):
            raise UnreadableInput(f"{name}: refused: the part {shown!r} unpacks to more than "
                                  f"{MAX_RATIO} times its size")  # fmt: skip


def is_like_a_bomb(info: zipfile.ZipInfo) -> bool:
    """Does an entry unpack to so many times its size that nobody wrote it in good faith?"""
    large = info.file_size > (_MEGABYTE if is_xml(info.filename) else _MAX_PICTURE)
    return large and info.file_size > MAX_RATIO * info.compress_size


def is_xml(part: str) -> bool:
    """Is it a part that is parsed?"""
    return part.lower().endswith((".xml", ".rels"))
