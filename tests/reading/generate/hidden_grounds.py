"""What a page of a case has behind its words: colours, gradients, pictures, a sidebar, a watermark."""

import io

from hidden_page import BANNER, HEIGHT, WIDTH, Draw, Sheet
from PIL import Image, ImageDraw
from reportlab.lib.colors import Color, HexColor
from reportlab.lib.utils import ImageReader, simpleSplit


def rectangle(sheet: Sheet, colour: Color, box: tuple[float, float, float, float] = (0, 0, WIDTH, HEIGHT)) -> None:
    sheet.canvas.setFillColor(colour)
    sheet.canvas.rect(*box, stroke=0, fill=1)


def gradient(sheet: Sheet, first: Color, last: Color, box: tuple[float, float, float, float] = BANNER) -> None:
    """A shading from left to right."""
    x, y, width, _ = box
    path = sheet.canvas.beginPath()
    path.rect(*box)
    sheet.canvas.saveState()
    sheet.canvas.clipPath(path, stroke=0, fill=0)
    sheet.canvas.linearGradient(x, y, x + width, y, (first, last))
    sheet.canvas.restoreState()


def form(sheet: Sheet, name: str, draw: Draw) -> None:
    """What `draw` draws, inside a Form XObject."""
    sheet.canvas.beginForm(name)
    draw(sheet)
    sheet.canvas.endForm()
    sheet.canvas.doForm(name)


def flat(colour: str, size: tuple[int, int] = (60, 10)) -> ImageReader:
    return ImageReader(Image.new("RGB", size, colour))


def photo(size: tuple[int, int] = (90, 110), dark: int = 0) -> ImageReader:
    """A made-up photograph: a head before a wall; `dark` turns it into a picture of a night."""
    image = Image.new("RGB", size, (178 - dark, 190 - dark, 200 - dark))
    pen = ImageDraw.Draw(image)
    width, height = size
    for row in range(height):
        pen.line((0, row, width, row), (170 - dark - row // 4, 186 - dark - row // 4, 205 - dark - row // 5))
    pen.ellipse(
        (width * 0.12, height * 0.62, width * 0.88, height * 1.4), (70 - dark // 3, 80 - dark // 3, 110 - dark // 3)
    )
    pen.ellipse((width * 0.3, height * 0.16, width * 0.7, height * 0.66), (214 - dark, 176 - dark, 150 - dark))
    data = io.BytesIO()
    image.save(data, "JPEG", quality=70)
    return ImageReader(data)


def image(sheet: Sheet, picture: ImageReader, box: tuple[float, float, float, float] = BANNER) -> None:
    sheet.canvas.drawImage(picture, *box, mask="auto")


def sidebar(sheet: Sheet, colour: Color, ink: Color, secret: Color | None = None) -> None:
    """A coloured column on the left that is read first; `secret` words stand on it in that colour."""
    rectangle(sheet, colour, (0, 0, 150, HEIGHT))
    sheet.canvas.setFillColor(ink)
    for row, text in enumerate(("Languages", "English, fluent", "Polish, basic", "Licence", "Cars and vans")):
        sheet.text(20, 780 - 16 * row, text, size=10)
        sheet.visible.append(text)
    sheet.left = 170
    if secret:
        sheet.canvas.setFillColor(secret)
        for row, part in enumerate(simpleSplit(sheet.words, sheet.font, 9, 120)):
            sheet.text(20, 420 - 12 * row, part, size=9)
        sheet.hidden.append(sheet.words)


def watermark(sheet: Sheet) -> None:
    """A big pale ring behind the page."""
    sheet.canvas.setStrokeColor(HexColor("#e6e6e6"))
    sheet.canvas.setLineWidth(40)
    sheet.canvas.circle(WIDTH / 2, HEIGHT / 2 + 80, 160)
