"""Web pages: lxml reads them, however broken; style sheets say what of them can be seen."""

import re
from typing import Any

import webencodings
from lxml import etree

from skillgap.documents.types import Limits, ReaderResult
from skillgap.documents.web.css import Node
from skillgap.documents.web.walk import Walk
from skillgap.errors import DocumentCorrupt, DocumentEmpty, DocumentTooLarge

HEAD_SIZE = 4096
DECLARED = re.compile(
    rb"""<meta\b[^>]{0,300}?\bcharset\s*=\s*["']?\s*([\w.:-]+)|<\?xml\b[^>]{0,100}?\bencoding\s*=\s*["']([\w.:-]+)""",
    re.IGNORECASE,
)
XML_DECLARATION = re.compile(r"\s*<\?xml\b[^>]*>")
NOT_TEXT = re.compile("[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff]")
MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def read_html(content: bytes, name: str, limits: Limits) -> ReaderResult:
    """Read what a browser would show on a screen: one line a block or break in it, in the order of the file.

    Raises DocumentEmpty where there is no markup, DocumentTooLarge where it is nested too deep, DocumentCorrupt where it can't be parsed.
    """
    walk = Walk(Node.from_html_root(parsed(page_text(content), name)), name, limits)
    walk.run()
    return ReaderResult(
        lines=tuple(walk.flow.box.lines),
        reader="html",
        hidden=tuple(walk.sheet.hidden),
        links=tuple(walk.sheet.links),
        warnings=walk.warnings(),
    )


def page_text(content: bytes) -> str:
    """Decode by the byte order mark, else as the page says, else as UTF-8, else as the Windows code page."""
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    for codec in (*declared_codecs(content[:HEAD_SIZE]), "utf-8"):
        try:
            return content.decode(codec)
        except (UnicodeDecodeError, LookupError):
            continue
    return content.decode("cp1252", errors="replace")


def declared_codecs(head: bytes) -> list[str]:
    """The names are those of the web, never Python's own; what says in ASCII that it is UTF-16 is not."""
    found = DECLARED.search(head)
    encoding = webencodings.lookup((found[1] or found[2]).decode("ascii")) if found else None
    if encoding is None or encoding.name.startswith("utf-16"):
        return []
    return [encoding.codec_info.name]


def parsed(text: str, name: str) -> Any:
    """The depth is the parser's limit here, and the walk's afterwards; there are no entities to expand in HTML."""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    source = NOT_TEXT.sub(" ", XML_DECLARATION.sub("", text, count=1) if text.lstrip().startswith("<?xml") else text)
    try:
        root = etree.fromstring(source.encode("utf-8"), parser)
    except etree.LxmlError as error:
        raise DocumentCorrupt(f"{name}: the HTML can't be parsed", hint="print it to PDF from a browser") from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise DocumentTooLarge(f"{name}: the HTML is nested too deep", hint="print it to PDF from a browser")
    if root is None:
        raise DocumentEmpty(f"{name}: there is nothing in the page")
    return root
