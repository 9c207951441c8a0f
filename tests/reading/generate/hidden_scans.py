"""The cases of scans: a picture of the page with its words as text over or under it."""

import io
import shutil
import subprocess
import tempfile
from pathlib import Path

from hidden_cases import FOLDER, PEOPLE, phrase, save_expected
from hidden_grounds import image
from hidden_page import HEIGHT, WIDTH, Case, Sheet, draw_page
from hidden_words import nothing
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas


def run(tool: str, *arguments: str | Path) -> None:
    """Run an engine quietly."""
    subprocess.run([shutil.which(tool) or tool, *map(str, arguments)], check=True, capture_output=True)


def scanned(person: list[str]) -> ImageReader:
    """The person's page as a scanner delivers it: a grey JPEG of 100 dots per inch."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page"
        canvas = Canvas(f"{page}.pdf", pagesize=A4, invariant=1)
        draw_page(Sheet(canvas, attack=False, words=""), person, Case("page", "none", nothing))
        canvas.save()
        run("pdftoppm", "-r", "100", "-gray", "-singlefile", f"{page}.pdf", page)
        data = io.BytesIO()
        Image.open(f"{page}.pgm").save(data, "JPEG", quality=25, optimize=True)
    return ImageReader(data)


def make_scan(name: str, number: int, place: tuple[float, float], *, under: bool) -> None:
    """The picture of a page with its words as text: invisible on top, or black `under` the picture.

    An attack has one more line, at a `place` where the picture is blank.
    """
    canvas = Canvas(str(FOLDER / f"{name}.pdf"), pagesize=A4, invariant=1)
    person = PEOPLE[number]
    picture = scanned(person)
    attack = name.startswith("hide-")
    sheet = Sheet(canvas, attack, phrase(attack=True) if attack else "", mode=0 if under else 3)
    if not under:
        image(sheet, picture, (0, 0, WIDTH, HEIGHT))
    draw_page(sheet, person, Case(name, "none", nothing))
    if attack:
        sheet.x, sheet.y = place
        sheet.put(9)
        sheet.hidden.append(sheet.words)
    if under:
        image(sheet, picture, (0, 0, WIDTH, HEIGHT))
    canvas.save()
    save_expected(name, sheet.visible, sheet.hidden)


def make_scans() -> None:
    make_scan("fair-scan-over", 2, (0, 0), under=False)
    make_scan("fair-scan-under", 8, (0, 0), under=True)
    make_scan("hide-scan-over", 5, (60, 90), under=False)
    make_scan("hide-scan-under", 10, (70, 200), under=True)
