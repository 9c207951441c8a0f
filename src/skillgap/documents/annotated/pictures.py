"""Pages as pictures, bare or marked with what was read on them. To be called in a process of its own: see `guarding`."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from math import atan2, cos, sin, sqrt
from typing import TYPE_CHECKING, Any, Literal

from msgspec import Struct

from skillgap.documents.annotated.marking import Mark, PageMarks, Step, marks_of
from skillgap.documents.types import IMAGES, Box, Document, Limits
from skillgap.errors import DocumentCorrupt

if TYPE_CHECKING:
    from PIL.Image import Image

SCALE = 110 / 72
MOST_PIXELS = 4_000_000
PHOTO_QUALITY = 80
MOST_COLORS = 4096
SHAPE_TOLERANCE = 0.02
FINER = 2
SIGNATURES = {"image/png": b"\x89PNG\r\n\x1a\n", "image/jpeg": b"\xff\xd8\xff"}
READ, HEADING, JUMP, HIDDEN, RUNNING, LINK = "#2456b8", "#0d6259", "#b3470b", "#b42318", "#66707a", "#7a2fb5"


class Picture(Struct, frozen=True, kw_only=True):
    page: int
    media_type: Literal["image/png", "image/jpeg"]
    content: bytes


def pictures_of(
    document: Document, content: bytes, pages: Sequence[int], *, is_marked: bool, limits: Limits
) -> tuple[Picture, ...]:
    """Draw those of the pages that have a size and lie as they were read; a marked picture is a PNG.

    Raises DocumentCorrupt where a page can't be drawn.
    """
    marks = {page.number: found for page in document.pages if (found := marks_of(document, page))}
    wanted = [marks[number] for number in pages if number in marks][: limits.pages]
    drawn = drawn_images if document.media_type in IMAGES else drawn_pdf
    return tuple(
        encoded(with_marks(image, page) if is_marked else image, page.number, is_marked=is_marked)
        for page, image in zip(wanted, drawn(document.name, content, wanted, limits), strict=True)
        if is_of_shape(image, page)
    )


def is_of_shape(image: "Image", page: PageMarks) -> bool:
    """A page that lay on its side and was turned to be read looks otherwise than its boxes say."""
    return abs(image.width * page.height / (image.height * page.width) - 1) < SHAPE_TOLERANCE


def drawn_pdf(name: str, content: bytes, pages: Sequence[PageMarks], limits: Limits) -> "Iterator[Image]":
    import pypdfium2

    from skillgap.documents.pdf.pdfium import LOCK

    del limits  # its pages are counted by the caller
    with LOCK:
        try:
            with opened(pypdfium2.PdfDocument(content)) as pdf:
                for page in pages:
                    yield pdf[page.number - 1].render(scale=scale_of(page)).to_pil().convert("RGB")
        except (pypdfium2.PdfiumError, IndexError) as error:
            raise DocumentCorrupt(f"{name}: a page can't be drawn", hint="export it again") from error


@contextmanager
def opened(pdf: Any) -> Iterator[Any]:
    try:
        yield pdf
    finally:
        pdf.close()


def drawn_images(name: str, content: bytes, pages: Sequence[PageMarks], limits: Limits) -> "Iterator[Image]":
    """An image file's pages are its frames, turned as its camera says, on white where they are transparent."""
    from PIL import Image, ImageOps

    try:
        with Image.open(BytesIO(content)) as file:
            for page in pages:
                file.seek(page.number - 1)
                if file.width * file.height > limits.pixels:
                    raise DocumentCorrupt(f"{name}: the image is too large to be drawn")
                image = ImageOps.exif_transpose(file.copy()).convert("RGBA")
                image = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image).convert("RGB")
                image.thumbnail((page.width * scale_of(page), page.height * scale_of(page)))
                yield image
    except (OSError, ValueError, SyntaxError, EOFError) as error:
        raise DocumentCorrupt(f"{name}: the image can't be drawn", hint="save it again") from error


def scale_of(page: PageMarks) -> float:
    """Pixels a point: 110 an inch, less on a poster."""
    return min(SCALE, sqrt(MOST_PIXELS / (page.width * page.height)))


def encoded(image: "Image", page: int, *, is_marked: bool) -> Picture:
    """Letters are small and sharp as PNG, photographs, which have many colours, as JPEG."""
    buffer = BytesIO()
    if not is_marked and image.getcolors(MOST_COLORS) is None:
        image.save(buffer, "JPEG", quality=PHOTO_QUALITY, optimize=True)
        return Picture(page=page, media_type="image/jpeg", content=buffer.getvalue())
    (image if is_marked else image.quantize(128)).save(buffer, "PNG", optimize=True)
    return Picture(page=page, media_type="image/png", content=buffer.getvalue())


def with_marks(image: "Image", page: PageMarks) -> "Image":
    """The overlay of the HTML page, painted in twice the size so that its edges are smooth."""
    from PIL import Image, ImageDraw

    width, height = image.size
    overlay = image.resize((width * FINER, height * FINER))
    draw_marks(ImageDraw.Draw(overlay, "RGBA"), page, overlay.width / page.width)
    return overlay.resize((width, height), Image.Resampling.BOX)


def draw_marks(draw: Any, page: PageMarks, scale: float) -> None:
    for box in page.running:
        draw.rectangle(scaled(box, scale), fill=f"{RUNNING}33", outline=RUNNING, width=FINER)
    for box in page.links:
        x0, _, x1, bottom = scaled(box, scale)
        draw.line((x0, bottom, x1, bottom), fill=LINK, width=2 * FINER)
    for step in page.steps:
        draw_step(draw, step, scale)
    for line in page.lines:
        color = HEADING if line.is_heading else READ
        draw.rectangle(scaled(line.box, scale), fill=f"{color}12", outline=f"{color}b0", width=FINER)
        draw_tag(draw, line, color, scale)
    for mark in page.hidden:
        hatch(draw, scaled(mark.box, scale))
        draw_tag(draw, mark, HIDDEN, scale)


def scaled(box: Box, scale: float) -> Box:
    x0, top, x1, bottom = box
    return x0 * scale, top * scale, x1 * scale, bottom * scale


def draw_tag(draw: Any, mark: Mark, color: str, scale: float) -> None:
    from PIL import ImageFont

    box = scaled(mark.tag_box, scale)
    draw.rounded_rectangle(box, radius=2 * scale, fill=color)
    center = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
    draw.text(center, mark.tag, fill="white", anchor="mm", font=ImageFont.load_default(7 * scale))


def draw_step(draw: Any, step: Step, scale: float) -> None:
    if not step.is_jump:
        draw.line([(x * scale, y * scale) for x, y in step.points], fill=f"{READ}80", width=FINER)
        return
    curve = [(x * scale, y * scale) for x, y in (step.along(n / 24) for n in range(25))]
    draw.line(curve, fill=JUMP, width=2 * FINER, joint="curve")
    (x, y), toward = curve[-1], atan2(curve[-1][1] - curve[-3][1], curve[-1][0] - curve[-3][0])
    barbs = [(x - 5 * scale * cos(toward + turn), y - 5 * scale * sin(toward + turn)) for turn in (0.5, -0.5)]
    draw.polygon([(x, y), *barbs], fill=JUMP)


def hatch(draw: Any, box: Box) -> None:
    """Red strokes from lower left to upper right, cut at the box."""
    x0, top, x1, bottom = box
    draw.rectangle(box, fill=f"{HIDDEN}26", outline=HIDDEN, width=2 * FINER)
    height = bottom - top
    for start in range(int(x0 - height), int(x1), 7 * FINER):
        begin, end = max(x0, start), min(x1, start + height)
        if begin < end:
            draw.line((begin, bottom - (begin - start), end, bottom - (end - start)), fill=HIDDEN, width=FINER)
