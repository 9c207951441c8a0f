"""Zip archives as folders of candidates: read from disk member by member, never unpacked onto it.

Nothing is trusted that an archive says of itself. What its names mean to a file system does not matter, for they are only shown.
"""

import io
import os
import re
import stat
import struct
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import IO, NamedTuple

from skillgap.batch.inputs.folders import is_left_out
from skillgap.batch.inputs.types import PERMISSIONS, File, Found, Input, absent, file_input, is_archive, unreadable
from skillgap.documents.flow.archives import DAMAGED, DIRECTORY_ENTRY, IS_ENCRYPTED, METHODS, RATIO_FREE
from skillgap.documents.sources import printable, too_large
from skillgap.documents.types import Limits
from skillgap.errors import (
    DocumentCorrupt,
    DocumentEncrypted,
    DocumentError,
    DocumentMissing,
    DocumentTooLarge,
    DocumentUnsupported,
)

MOST_MEMBERS = 100_000
"""What is known of each takes about a kilobyte while the archive is open."""
LARGEST_DIRECTORY = 32_000_000
"""Bytes: that of so many members with names of two hundred letters."""
ENTRY_SIZE = 46
"""Of an entry of the directory, before its name."""
CHUNK = 65_536
IS_UTF8 = 0x800
BROKEN = (*DAMAGED, OverflowError)
DOCUMENT_PARTS = frozenset({"[Content_Types].xml", "META-INF/manifest.xml"})
"""Where one of these is, the archive is an office document that was given another name."""
DRIVE = re.compile(r"[A-Za-z]:")
PACK_AGAIN = "pack it again, or unpack it and name the folder"
UNPACK = "unpack it and name the folder"


class Member(NamedTuple):
    """`inside` are the names that lead to it, without those that lead out of the archive; `place` is where the archive lists it."""

    inside: tuple[str, ...]
    place: int
    entry: zipfile.ZipInfo


def in_archive(file: File, takes: Callable[[tuple[str, ...]], bool]) -> Iterator[Found]:
    """Yield the members that are taken, in the order of their names: as if the archive were a folder.

    An archive that can't be opened is one input that can't be read, and so is one within another. `takes` is asked with
    the names that lead to a member from the archive, with none of them for an office document that the archive is.
    """
    try:
        with opened(file.path) as archive:
            if not archive.members:
                yield absent(str(file.path), "there are no files in this archive", "pack it again")
            if not DOCUMENT_PARTS.isdisjoint(archive.zip.namelist()):
                if takes(()):
                    yield Found(file.real, file_input(file.path))
                return
            for member in archive.members:
                identity = f"{file.real}\0{member.place}"
                if any(map(is_left_out, member.inside)):
                    yield Found(identity, None)
                elif takes(member.inside) or is_archive(member.inside[-1]):
                    yield Found(identity, archive.input_of(member))
    except DocumentError as error:
        yield Found(file.real, unreadable(error, printable(str(file.path))))


@contextmanager
def opened(path: Path) -> Iterator["OpenArchive"]:
    """Raises DocumentMissing, DocumentCorrupt where it is damaged or no zip archive, DocumentTooLarge where it holds too many files."""
    name = printable(str(path))
    try:
        file = CheckedFile(path, name)
    except OSError as error:
        raise DocumentMissing(f"{name}: can't be opened: {error.strerror}", hint=PERMISSIONS) from error
    try:
        with file, zipfile.ZipFile(file) as archive:
            file.is_listed = True
            yield OpenArchive(archive, name, os.fstat(file.fileno()).st_size)
    except BROKEN as error:
        raise DocumentCorrupt(f"{name}: the archive is damaged, it can't be unpacked", hint=PACK_AGAIN) from error


class CheckedFile(io.BufferedReader):
    """The file as `zipfile` reads it: until its directory `is_listed`, no more is read at once than a directory may have.

    Where a name is not the UTF-8 that its flag claims, the flag is taken away: `zipfile` would give up the whole archive
    for it, and now says so when that member is read.
    """

    def __init__(self, path: Path, name: str) -> None:
        super().__init__(io.FileIO(path))
        self.shown = name
        self.is_listed = False

    def read(self, size: int | None = -1, /) -> bytes:
        if self.is_listed:
            return super().read(size)
        content = super().read(min(-1 if size is None else size, LARGEST_DIRECTORY + 1))
        if len(content) > LARGEST_DIRECTORY or content.count(DIRECTORY_ENTRY) > MOST_MEMBERS:
            raise DocumentTooLarge(f"{self.shown}: the archive holds over {MOST_MEMBERS:,} files", hint=UNPACK)
        return with_true_flags(content) if content.startswith(DIRECTORY_ENTRY) else content


def with_true_flags(directory: bytes) -> bytes:
    content = bytearray(directory)
    start = 0
    while content[start : start + 4] == DIRECTORY_ENTRY and len(content) >= start + ENTRY_SIZE:
        (flags,) = struct.unpack_from("<H", content, start + 8)
        lengths = struct.unpack_from("<3H", content, start + 28)
        name = start + ENTRY_SIZE
        try:
            content[name : name + lengths[0]].decode("utf-8")
        except UnicodeDecodeError:
            struct.pack_into("<H", content, start + 8, flags & ~IS_UTF8)
        start = name + sum(lengths)
    return bytes(content)


class OpenArchive:
    """Members are read while it is open. `size` is what it takes on disk, `spent` what has been unpacked of it so far."""

    def __init__(self, archive: zipfile.ZipFile, name: str, size: int) -> None:
        self.zip = archive
        self.name = name
        self.size = size
        self.spent = 0
        entries = archive.infolist()
        self.last = {entry.orig_filename: entry for entry in entries}
        self.members = sorted(
            Member(names_of(entry), place, entry) for place, entry in enumerate(entries) if not is_folder(entry)
        )

    def input_of(self, member: Member) -> Input:
        name = printable("/".join((self.name, *member.inside)))
        return Input(name, partial(self.unpacked, member, name))

    def unpacked(self, member: Member, name: str, limits: Limits) -> bytes:
        """Raises a DocumentError; never more is unpacked than the limits allow, of one member and of all together."""
        entry = member.entry
        self.check(entry, member.inside[-1], name)
        left = max(limits.unpacked_size, self.size * limits.unpacked_ratio) - self.spent
        most = max(0, min(limits.size, left, max(RATIO_FREE, entry.compress_size * limits.unpacked_ratio)))
        try:
            with self.zip.open(entry) as part:
                content = self._read(part, most)
        except BROKEN as error:
            raise DocumentCorrupt(f"{name}: this file is damaged in the archive", hint=PACK_AGAIN) from error
        if len(content) <= most:
            return content
        if most == limits.size:
            raise too_large(name, limits)
        raise DocumentTooLarge(f"{name}: it unpacks to far more than a résumé that is packed so small", hint=UNPACK)

    def _read(self, part: IO[bytes], most: int) -> bytes:
        """A little at a time, so that what is found to be damaged at its end has been counted, too."""
        content = bytearray()
        while len(content) <= most and (more := part.read(CHUNK)):
            content += more
            self.spent += len(more)
        return bytes(content)

    def check(self, entry: zipfile.ZipInfo, last_name: str, name: str) -> None:
        """Raises a DocumentError where it is not worth an attempt."""
        if is_archive(last_name):
            raise DocumentUnsupported(f"{name}: an archive in an archive is not opened", hint=UNPACK)
        if kind_of(entry) not in {0, stat.S_IFREG}:
            raise DocumentUnsupported(f"{name}: this is a link or a device, not a file", hint="pack the file itself")
        if self.last[entry.orig_filename] is not entry:
            raise DocumentUnsupported(
                f"{name}: another file of this name follows in the archive",
                hint="the last one is read, as by unpacking",
            )
        if entry.flag_bits & IS_ENCRYPTED:
            raise DocumentEncrypted(f"{name}: the archive is protected by a password", hint=UNPACK)
        if entry.compress_type not in METHODS:
            raise DocumentUnsupported(f"{name}: this file is packed in an unusual way", hint=UNPACK)


def kind_of(entry: zipfile.ZipInfo) -> int:
    return stat.S_IFMT(entry.external_attr >> 16)


def is_folder(entry: zipfile.ZipInfo) -> bool:
    return entry.orig_filename.endswith(("/", "\\")) or kind_of(entry) == stat.S_IFDIR


def names_of(entry: zipfile.ZipInfo) -> tuple[str, ...]:
    """What leads out of the archive goes: the root, a drive, `..`."""
    parts = true_name(entry).replace("\\", "/").split("/")
    kept = tuple(each for each in parts if each not in {"", ".", ".."} and not DRIVE.fullmatch(each))
    return kept or ("(no name)",)


def true_name(entry: zipfile.ZipInfo) -> str:
    """Many programs write UTF-8 without saying so; code page 437 has a letter for every byte."""
    if entry.flag_bits & IS_UTF8:
        return entry.orig_filename
    try:
        return entry.orig_filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return entry.orig_filename
