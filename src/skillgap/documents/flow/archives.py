"""The one place that opens zip-based formats: nothing is trusted that their directory or their XML claims."""

import re
import struct
import zipfile
import zlib
from io import BytesIO
from posixpath import dirname, join, normpath
from typing import Any

from lxml import etree

from skillgap.documents.types import Limits
from skillgap.errors import DocumentCorrupt, DocumentEncrypted, DocumentTooLarge, DocumentUnsupported

Element = Any
"""An lxml element, which has no types of its own."""

MOST_ENTRIES = 10_000
LARGEST_XML = 32_000_000
RATIO_FREE = 1_000_000
DIRECTORY_ENTRY = b"PK\x01\x02"
IS_ENCRYPTED = 0x1
METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
DAMAGED = (zipfile.BadZipFile, zlib.error, struct.error, ValueError, OSError, EOFError, RuntimeError)
DOCTYPES = (b"<!DOCTYPE", "<!DOCTYPE".encode("utf-16-le")[:-1])
STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/(\w+)")
TRANSITIONAL = rb"http://schemas.openxmlformats.org/\1/2006/\2"
SAVE_AGAIN = "open it in Word or LibreOffice and save it again"
DEPTH_OF_PARSER = 256


class Archive:
    """The parts of a zip file by name; upper and lower case are the same, as in the office formats.

    Raises DocumentCorrupt where the zip is damaged or holds a name twice, DocumentTooLarge where a part unpacks to more
    than the limits, DocumentEncrypted where it needs a password.
    """

    def __init__(self, content: bytes, name: str, limits: Limits) -> None:
        self.name = name
        self.limits = limits
        self.left = limits.unpacked_size
        if content.count(DIRECTORY_ENTRY) > MOST_ENTRIES:
            raise DocumentTooLarge(f"{name}: the file has over {MOST_ENTRIES:,} parts", hint=SAVE_AGAIN)
        try:
            self.zip = zipfile.ZipFile(BytesIO(content))
        except DAMAGED as error:
            raise DocumentCorrupt(f"{name}: the file is damaged, it can't be unpacked", hint=SAVE_AGAIN) from error
        entries = self.zip.infolist()
        self.entries = {plain_path(entry.filename): entry for entry in entries}
        if len(self.entries) < len(entries):
            raise DocumentCorrupt(f"{name}: the file holds two parts of one name", hint=SAVE_AGAIN)

    def __contains__(self, path: str) -> bool:
        return plain_path(path) in self.entries

    def read(self, path: str) -> bytes | None:
        """Return the unpacked part, None where there is none; never more is unpacked than the limits allow."""
        entry = self.entries.get(plain_path(path))
        if entry is None:
            return None
        if entry.flag_bits & IS_ENCRYPTED:
            raise DocumentEncrypted(f"{self.name}: the file is protected by a password", hint="save a copy without it")
        if entry.compress_type not in METHODS:
            raise DocumentUnsupported(f"{self.name}: the file is packed in an unusual way", hint=SAVE_AGAIN)
        most = min(self.left, max(RATIO_FREE, entry.compress_size * self.limits.unpacked_ratio))
        try:
            with self.zip.open(entry) as part:
                content = part.read(most + 1)
        except DAMAGED as error:
            raise DocumentCorrupt(f"{self.name}: the file is damaged", hint=SAVE_AGAIN) from error
        if len(content) > most:
            raise DocumentTooLarge(
                f"{self.name}: the file unpacks to far more than a résumé needs", hint="remove its images"
            )
        self.left -= len(content)
        return content

    def xml(self, path: str) -> Element | None:
        content = self.read(path)
        return None if content is None else parsed_xml(content, self.name, self.limits)


class Relations:
    """Which part the ids in another one mean; targets outside the file are links, and never opened."""

    def __init__(self, archive: Archive, path: str) -> None:
        folder = dirname(path)
        root = archive.xml(join(folder, "_rels", path.rpartition("/")[2] + ".rels"))
        self.parts: dict[str, tuple[str, str]] = {}
        self.links: dict[str, str] = {}
        for relation in () if root is None else root:
            key, target = relation.get("Id", ""), relation.get("Target", "")
            if relation.get("TargetMode") == "External":
                self.links[key] = target
            else:
                kind = relation.get("Type", "").rpartition("/")[2]
                self.parts[key] = (kind, normpath(join("/", folder, target)).lstrip("/"))

    def of_kind(self, kind: str) -> str | None:
        return next((path for found, path in self.parts.values() if found == kind), None)


def plain_path(path: str) -> str:
    return path.replace("\\", "/").lstrip("/").casefold()


def parsed_xml(content: bytes, name: str, limits: Limits) -> Element:
    """Parse XML that declares nothing of its own: no DOCTYPE, no entities, no comments kept, no depth without end.

    The namespaces of strict Office Open XML become the usual ones.
    """
    if len(content) > LARGEST_XML:
        raise DocumentTooLarge(f"{name}: far longer than a résumé", hint="save only the résumé's pages")
    if any(doctype in content for doctype in DOCTYPES):
        raise DocumentCorrupt(f"{name}: the file declares its own XML entities", hint=SAVE_AGAIN)
    if b"//purl.oclc.org/ooxml/" in content:
        content = STRICT.sub(TRANSITIONAL, content)
    try:
        root = etree.fromstring(content, safe_parser())
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        if "Excessive depth" in str(error):
            raise too_deep(name) from error
        raise DocumentCorrupt(f"{name}: the file is damaged, its XML can't be read", hint=SAVE_AGAIN) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise DocumentCorrupt(f"{name}: the file declares its own XML entities", hint=SAVE_AGAIN)
    if limits.xml_depth < DEPTH_OF_PARSER and root.xpath("boolean(" + "/*" * (limits.xml_depth + 1) + ")"):
        raise too_deep(name)
    return root


def safe_parser() -> Any:
    """Without `huge_tree` the parser itself refuses what is nested deeper than 256."""
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )


def too_deep(name: str) -> DocumentTooLarge:
    return DocumentTooLarge(f"{name}: the file is nested too deeply", hint=SAVE_AGAIN)
