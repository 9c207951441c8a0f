"""PDF files written object by object: what no PDF writer would make."""

import zlib
from collections.abc import Sequence

FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
GREETING = b"BT /F1 11 Tf 50 800 Td (Curriculum vitae) Tj ET "
FIRST_FREE = 6
"""The number of the first object after those that every page of `page` needs."""


def pdf(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """The objects are numbered from 1; the first is the catalog."""
    out = bytearray(b"%PDF-1.7\n")
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    end = b"trailer\n<</Size %d/Root 1 0 R%b>>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, len(out))
    return bytes(out + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + end)


def stream(entries: bytes, content: bytes) -> bytes:
    small = zlib.compress(content, 9)
    return b"<<%b/Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream" % (entries, len(small), small)


def form(content: bytes, resources: bytes = b"<<>>") -> bytes:
    return stream(b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources " + resources, content)


def page(content: bytes, forms: Sequence[bytes]) -> bytes:
    """One page that says little, and draws; `/X` is the first of the forms."""
    resources = b"<</Font<</F1 5 0 R>>/XObject<</X %d 0 R>>>>" % FIRST_FREE
    leaf = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources %b/Contents 4 0 R>>" % resources
    return pdf([CATALOG, PAGES, leaf, stream(b"", GREETING + content), FONT, *forms])
