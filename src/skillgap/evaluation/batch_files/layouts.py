"""A candidate on paper: PDF with one column or two, Word, plain text. The same bytes for the same candidate."""

import zipfile
from collections.abc import Iterator, Sequence
from functools import cache
from io import BytesIO
from random import Random
from typing import Any
from xml.sax.saxutils import escape

from msgspec import Struct

from skillgap.evaluation.batch_files.candidates import Candidate, Post, Section

WIDTH, HEIGHT, MARGIN, SIDEBAR, GAP = 595, 842, 50, 150, 18
BESIDE = {"skills", "education", "languages"}
FONTS = (("Helvetica", "Helvetica-Bold"), ("Times-Roman", "Times-Bold"))
MOMENT = (1980, 1, 1, 0, 0, 0)
MAIN = "word/document.xml"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


class Look(Struct, frozen=True):
    """`sidebar` is -1 for a narrow column on the left, 1 for one on the right, 0 for none."""

    font: str
    bold: str
    size: float
    sidebar: int
    bullet: str


def look(rng: Random) -> Look:
    font, bold = rng.choice(FONTS)
    return Look(font, bold, rng.choice((9.0, 9.5, 10.0, 10.5)), rng.choice((0, 0, -1, 1)), rng.choice(("•", "-")))


class Column:
    """Takes lines from the top of a page to its foot, and goes on at the top of the next."""

    def __init__(self, canvas: Any, look: Look, x: float, width: float) -> None:
        self.canvas, self.look, self.x, self.width = canvas, look, x, width
        self.y: float = HEIGHT - MARGIN

    def write(self, text: str, *, is_bold: bool = False, scale: float = 1.0, indent: float = 0.0) -> None:
        from reportlab.lib.utils import simpleSplit

        font, size = self.look.bold if is_bold else self.look.font, self.look.size * scale
        for line in simpleSplit(text, font, size, self.width - indent):
            if self.y < MARGIN + size:
                self.canvas.showPage()
                self.y = HEIGHT - MARGIN
            self.y -= size * 1.3
            self.canvas.setFont(font, size)
            self.canvas.drawString(self.x + indent, self.y, line)

    def section(self, section: Section) -> None:
        self.y -= self.look.size * 0.8
        self.write(section.heading, is_bold=True, scale=1.25)
        for line in section.lines:
            self.write(line)
        for post in section.posts:
            self.post(post)

    def post(self, post: Post) -> None:
        self.y -= self.look.size * 0.4
        self.write(post.title, is_bold=True)
        self.write(f"{post.place}  {post.dates}")
        for line in post.lines:
            self.write(f"{self.look.bullet} {line}", indent=8)


def as_pdf(candidate: Candidate, rng: Random) -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    buffer = BytesIO()
    own = look(rng)
    canvas = Canvas(buffer, pagesize=(WIDTH, HEIGHT), invariant=1)
    narrow = SIDEBAR + GAP if own.sidebar else 0
    x = MARGIN + (narrow if own.sidebar < 0 else 0)
    beside = [each for each in candidate.sections if own.sidebar and each.kind in BESIDE]
    if beside:
        column = Column(canvas, own, MARGIN if own.sidebar < 0 else WIDTH - MARGIN - SIDEBAR, SIDEBAR)
        for line in candidate.contact:
            column.write(line)
        for section in beside:
            column.section(section)
    wide = Column(canvas, own, x, WIDTH - 2 * MARGIN - narrow)
    wide.write(candidate.name, is_bold=True, scale=2)
    if not beside:
        wide.write(" | ".join(candidate.contact))
    for section in candidate.sections:
        if section not in beside:
            wide.section(section)
    canvas.save()
    return buffer.getvalue()


def as_text(candidate: Candidate) -> bytes:
    lines = [candidate.name, *candidate.contact]
    for section in candidate.sections:
        lines += ["", section.heading.upper(), *section.lines]
        for post in section.posts:
            lines += [f"{post.title}, {post.place}", post.dates, *(f"- {line}" for line in post.lines), ""]
    return "\n".join(lines).encode()


def as_docx(candidate: Candidate) -> bytes:
    """The parts of python-docx's template, and a text part with real headings and list items."""
    paragraphs = "".join(word_paragraphs(candidate))
    text = f'<?xml version="1.0"?><w:document xmlns:w="{W}"><w:body>{paragraphs}</w:body></w:document>'
    return zipped([(name, text.encode() if name == MAIN else content) for name, content in template()])


def word_paragraphs(candidate: Candidate) -> Iterator[str]:
    yield word_paragraph(candidate.name, "Title")
    yield word_paragraph(" | ".join(candidate.contact))
    for section in candidate.sections:
        yield word_paragraph(section.heading, "Heading1")
        yield from map(word_paragraph, section.lines)
        for post in section.posts:
            yield word_paragraph(f"{post.title}, {post.place}", "Heading3")
            yield word_paragraph(post.dates)
            yield from (word_paragraph(line, "ListBullet") for line in post.lines)


def word_paragraph(text: str, style: str = "Normal") -> str:
    run = f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run}</w:p>'


@cache
def template() -> tuple[tuple[str, bytes], ...]:
    """What a reader needs of it: not the picture of the page, and not when it was made."""
    from docx import Document

    buffer = BytesIO()
    Document().save(buffer)
    with zipfile.ZipFile(buffer) as archive:
        return tuple(
            (name, archive.read(name)) for name in archive.namelist() if not name.startswith(("docProps/thumb",))
        )


def zipped(parts: Sequence[tuple[str, bytes]]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts:
            entry = zipfile.ZipInfo(name, MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return buffer.getvalue()
