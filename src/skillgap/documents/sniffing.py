"""What a file is, by its bytes; its name is never asked."""

import re
import zipfile
from io import BytesIO

from skillgap.documents.types import MediaType
from skillgap.errors import DocumentCorrupt, DocumentEmpty, DocumentEncrypted, DocumentUnsupported

AS_PDF = "save it as PDF or DOCX and try again"
OCR_MEANWHILE = (
    "reading scans (OCR) is coming; meanwhile export the résumé as a text PDF, or run an OCR program over it"
)
IMAGES = {
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"II*\0": "a TIFF image",
    b"MM\0*": "a TIFF image",
}
OPAQUE = {
    b"%!PS": "PostScript",
    b"\x7fELF": "a program",
    b"\x1f\x8b": "a gzip archive",
    b"7z\xbc\xaf": "a 7z archive",
}
ATX_HEADING = re.compile(r"^#{1,4} \S", re.MULTILINE)
MOST_CONTROLS = 0.01
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def media_type_of(content: bytes, name: str) -> MediaType:
    """Return what the bytes are.

    Raises DocumentEmpty, DocumentCorrupt, DocumentEncrypted or DocumentUnsupported where they are nothing that can be read.
    """
    if not content.strip():
        raise DocumentEmpty(f"{name}: the file is empty")
    if b"%PDF-" in content[:1024]:
        return MediaType.PDF
    if content.startswith(b"PK\x03\x04"):
        return zip_media_type(content, name)
    if content.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        raise ole_error(content, name)
    refuse_other_kinds(content, name)
    text = decoded(content, name)
    start = text.lstrip("\ufeff \t\r\n")[:200].casefold()
    if start.startswith(("<!doctype html", "<html", "<?xml", "<svg")):
        raise DocumentUnsupported(
            f"{name}: HTML and XML can't be read yet", hint="open it in a browser and print it to PDF"
        )
    return MediaType.MARKDOWN if is_markdown(text) else MediaType.TEXT


def is_markdown(text: str) -> bool:
    return ATX_HEADING.search(text) is not None


def refuse_other_kinds(content: bytes, name: str) -> None:
    """Name the kinds that people send and that can't be read."""
    if content.startswith(b"{\\rtf"):
        raise DocumentUnsupported(f"{name}: RTF can't be read yet", hint=AS_PDF)
    for magic, what in IMAGES.items():
        if content.startswith(magic):
            raise DocumentUnsupported(f"{name}: this is {what}", hint=OCR_MEANWHILE)
    for magic, what in OPAQUE.items():
        if content.startswith(magic):
            raise DocumentUnsupported(f"{name}: this is {what}, not a résumé", hint=AS_PDF)


def zip_media_type(content: bytes, name: str) -> MediaType:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            entries = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise DocumentCorrupt(
            f"{name}: the file is damaged, its zip directory can't be read", hint="export it again"
        ) from error
    if "word/document.xml" in entries:
        return MediaType.DOCX
    kinds = {
        "content.xml": "an OpenDocument file",
        "xl/workbook.xml": "a spreadsheet",
        "ppt/presentation.xml": "a presentation",
        "Index/Document.iwa": "an Apple Pages file",
        "mimetype": "an e-book or OpenDocument file",
    }
    what = next((label for entry, label in kinds.items() if entry in entries), "a zip archive")
    raise DocumentUnsupported(f"{name}: this is {what}, which can't be read", hint=AS_PDF)


def ole_error(content: bytes, name: str) -> DocumentUnsupported | DocumentEncrypted:
    """Old Word files and password-protected new ones share one container; stream names in it are UTF-16."""
    if "EncryptedPackage".encode("utf-16-le") in content:
        return DocumentEncrypted(f"{name}: the file is protected by a password", hint="save a copy without it")
    return DocumentUnsupported(f"{name}: an old Office file (.doc) can't be read", hint=AS_PDF)


def decoded(content: bytes, name: str) -> str:
    """Decode text: by its byte order mark, else as UTF-8, else as the Windows code page that old editors save.

    Raises DocumentUnsupported where the bytes are no text at all.
    """
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    if b"\0" in content or len(CONTROL.findall(content)) > MOST_CONTROLS * len(content):
        raise DocumentUnsupported(f"{name}: this is neither text nor a kind of file that can be read", hint=AS_PDF)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")
