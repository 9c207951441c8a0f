"""Files that nothing can be read from, as they come with every folder of applications, and files that do harm.

The latter are real ones: small, well-formed, and more work than any page deserves.
"""

from collections.abc import Callable, Mapping
from random import Random
from typing import NamedTuple

from skillgap.evaluation.batch_files.candidates import candidate
from skillgap.evaluation.batch_files.layouts import as_pdf, zipped
from skillgap.evaluation.batch_files.pdf_objects import CATALOG, FIRST_FREE, PAGES, form, page, pdf
from skillgap.taxonomy.loading import shipped_taxonomy


class Spoilt(NamedTuple):
    suffix: str
    make: Callable[[Random], bytes]


def truncated(rng: Random) -> bytes:
    """A download that broke off before anything that is on a page."""
    whole = as_pdf(candidate(rng, shipped_taxonomy()), rng)
    return whole[: whole.index(b"stream") - 40]


def encrypted(rng: Random) -> bytes:
    """One that asks for a password: nobody's key fits these."""
    key, other, identity = (rng.randbytes(size).hex().encode() for size in (32, 32, 16))
    lock = b"<</Filter/Standard/V 2/R 3/Length 128/P -44/O<%b>/U<%b>>>" % (key, other)
    leaf = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"
    return pdf([CATALOG, PAGES, leaf, lock], b"/Encrypt 4 0 R/ID[<%b><%b>]" % (identity, identity))


def empty(rng: Random) -> bytes:
    """The seed is not used: all of them are the same."""
    del rng
    return b""


def other_archive(rng: Random) -> bytes:
    return zipped([("photos/list.txt", rng.randbytes(400).hex().encode())])


def noise(rng: Random) -> bytes:
    return rng.randbytes(rng.randint(2_000, 20_000))


def without_pages(rng: Random) -> bytes:
    return pdf([CATALOG, b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % rng.randint(50, 10_000)])


def picture(rng: Random) -> bytes:
    return b"GIF89a\x10\0\x10\0\0\0\0" + rng.randbytes(300)


def spreadsheet(rng: Random) -> bytes:
    return zipped([("xl/workbook.xml", b"<workbook/>"), ("xl/cells.bin", rng.randbytes(300))])


def error_page(rng: Random) -> bytes:
    """What a server gave in the place of the file: a page that can be read, and is no résumé."""
    text = f"<!DOCTYPE html><title>404 Not Found</title><h1>Not Found</h1><p>No file {rng.randrange(10**9)} here.</p>"
    return text.encode()


BROKEN: Mapping[str, Spoilt] = {
    "truncated": Spoilt(".pdf", truncated),
    "encrypted": Spoilt(".pdf", encrypted),
    "empty": Spoilt(".pdf", empty),
    "zip": Spoilt(".docx", other_archive),
    "noise": Spoilt(".pdf", noise),
    "pages": Spoilt(".pdf", without_pages),
    "picture": Spoilt(".gif", picture),
    "spreadsheet": Spoilt(".docx", spreadsheet),
    "error page": Spoilt(".pdf", error_page),
}
READABLE = {"error page"}
"""Those that a reader reads all the same: a file is what its bytes are."""


def hanging(rng: Random) -> bytes:
    """A form of millions of operators that leave nothing, drawn thousands of times: hours, and no memory."""
    return page(b"/X Do " * rng.randint(4_000, 6_000), [form(rng.choice((b"q Q ", b"0 0 m n ")) * 2_000_000)])


DEPTH, TIMES = 12, 10


def multiplying(rng: Random) -> bytes:
    """Forms within forms, each drawing the next ten times: a million million lines to keep."""
    forms = [
        form(b"/X Do " * TIMES, b"<</XObject<</X %d 0 R>>>>" % number)
        for number in range(FIRST_FREE + 1, FIRST_FREE + DEPTH)
    ]
    leaf = form(b"%d %d m 1 1 l S " % (rng.randrange(500), rng.randrange(500)))
    return page(b"/X Do ", [*forms, leaf])


def endless(rng: Random) -> bytes:
    """Millions of lines of one letter."""
    return (rng.choice("abcdefgh") + "\n").encode() * rng.randint(9_500_000, 9_900_000)


HARMFUL: Mapping[str, tuple[Spoilt, ...]] = {
    "hanging": (Spoilt(".pdf", hanging),),
    "memory": (Spoilt(".txt", endless), Spoilt(".pdf", multiplying)),
}
