"""What a file is, by its bytes; its name is never asked."""

import re
import zipfile
from io import BytesIO

import msgspec

from skillgap.documents.encodings import decoded
from skillgap.documents.types import MediaType
from skillgap.errors import DocumentCorrupt, DocumentEmpty, DocumentEncrypted, DocumentUnsupported

AS_PDF = "save it as PDF or DOCX and try again"
PICTURES = {
    b"\x89PNG": MediaType.PNG,
    b"\xff\xd8\xff": MediaType.JPEG,
    b"II*\0": MediaType.TIFF,
    b"MM\0*": MediaType.TIFF,
    b"II+\0": MediaType.TIFF,
    b"MM\0+": MediaType.TIFF,
}
CODE = ("<?php", "#!/")
"""How the text of a program begins."""
OPAQUE = {
    b"%!PS": "PostScript",
    b"GIF8": "a GIF image",
    b"\x7fELF": "a program",
    b"\x1f\x8b": "a gzip archive",
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ": "an xz archive",
    b"7z\xbc\xaf": "a 7z archive",
    b"Rar!": "a RAR archive",
    b"\0\0\0\x18ftyp": "an HEIC image or a video",
    b"\0\0\0\x1cftyp": "an HEIC image or a video",
    b"\0\0\0 ftyp": "an HEIC image or a video",
}
ZIPPED = {
    "xl/workbook.xml": ("a spreadsheet", AS_PDF),
    "ppt/presentation.xml": ("a presentation", AS_PDF),
    "Index/Document.iwa": ("an Apple Pages file", "in Pages, choose File, Export To, PDF or Word, and try again"),
    "META-INF/container.xml": ("an e-book", AS_PDF),
}
OPENDOCUMENT = re.compile(rb"mimetypeapplication/vnd\.oasis\.opendocument\.([a-z-]+)")
WORD_97 = "in Word or LibreOffice, open it, choose Save As, DOCX or PDF, and try again"
ATX_HEADING = re.compile(r"^#{1,4} \S", re.MULTILINE)
HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|div|table|p|section|article|h[1-6]|ul|style)\b", re.IGNORECASE)
JSON_OBJECT = re.compile(r"\{\s*(?:\"(?:[^\"\\]|\\.)*\"\s*:|\})")
FLAT_ODF = re.compile(r"<(?:office:document)[\s>]")
DOCX_PARTS = ("word/document.xml", "word/document2.xml")
BEGINNING = 2000
MAIL = re.compile(
    r"(?:From|Return-Path|Received|Delivered-To|MIME-Version|Subject|Date|Snapshot-Content-Location):? \S"
)
MULTIPART = re.compile(r"^Content-Type:\s*(?:multipart/|text/html)", re.MULTILINE | re.IGNORECASE)


def media_type_of(content: bytes, name: str) -> MediaType:
    """Return what the bytes are.

    Raises DocumentEmpty, DocumentCorrupt, DocumentEncrypted or DocumentUnsupported where they are nothing that can be read.
    """
    if not content.strip():
        raise DocumentEmpty(f"{name}: the file is empty")
    if b"%PDF-" in content[:1024]:
        return MediaType.PDF
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return zip_media_type(content, name)
    if content.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        raise ole_error(content, name)
    if content.lstrip()[:5] == b"{\\rtf":
        return MediaType.RTF
    if picture := picture_type(content):
        return picture
    for magic, what in OPAQUE.items():
        if content.startswith(magic):
            raise DocumentUnsupported(f"{name}: this is {what}, not a résumé", hint=AS_PDF)
    return text_media_type(decoded(content, name), name)


def picture_type(content: bytes) -> MediaType | None:
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return MediaType.WEBP
    return next((kind for magic, kind in PICTURES.items() if content.startswith(magic)), None)


def text_media_type(text: str, name: str) -> MediaType:
    start = text[:BEGINNING].lstrip("\ufeff \t\r\n")
    if MAIL.match(start) and MULTIPART.search(start):
        message = f"{name}: this is an e-mail or a saved web archive"
        raise DocumentUnsupported(message, hint="open it and save the page as PDF or HTML")
    if start.startswith("<") and FLAT_ODF.search(start):
        return MediaType.ODT
    if start.startswith("<") and HTML.search(start):
        return MediaType.HTML
    if start.startswith("{") and JSON_OBJECT.match(start):
        return MediaType.JSON
    if start.startswith(CODE):
        raise DocumentUnsupported(f"{name}: this is a program's text, not a résumé", hint=AS_PDF)
    if start.startswith("[") and is_json(text):
        return MediaType.JSON
    return MediaType.MARKDOWN if is_markdown(text) else MediaType.TEXT


def is_json(text: str) -> bool:
    """Say whether all of it is one value of JSON; the reader says whose."""
    try:
        msgspec.json.decode(text.lstrip("\ufeff"))
    except (msgspec.DecodeError, RecursionError):
        return False
    return True


def is_markdown(text: str) -> bool:
    return ATX_HEADING.search(text) is not None


def zip_media_type(content: bytes, name: str) -> MediaType:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            entries = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError) as error:
        raise DocumentCorrupt(
            f"{name}: the file is damaged, its zip directory can't be read", hint="export it again"
        ) from error
    what, hint = next((said for entry, said in ZIPPED.items() if entry in entries), ("a zip archive", AS_PDF))
    if what == "a zip archive":
        if "[Content_Types].xml" in entries or any(part in entries for part in DOCX_PARTS):
            return MediaType.DOCX
        kind = OPENDOCUMENT.search(content[:200])
        if kind is not None and kind[1].startswith(b"text"):
            return MediaType.ODT
        if "content.xml" in entries:
            if kind is None:
                return MediaType.ODT
            what = "an OpenDocument file that is no text"
    raise DocumentUnsupported(f"{name}: this is {what}, which can't be read", hint=hint)


def ole_error(content: bytes, name: str) -> DocumentUnsupported | DocumentEncrypted:
    """Old Word files and password-protected new ones share one container; stream names in it are UTF-16."""
    if "EncryptedPackage".encode("utf-16-le") in content:
        return DocumentEncrypted(f"{name}: the file is protected by a password", hint="save a copy without it")
    return DocumentUnsupported(f"{name}: an old Office file (.doc) can't be read", hint=WORD_97)
