"""Makes the cases in `visibility/`: hidden words by every means a PDF has, and beside each a harmless look-alike.

Run as `python tests/reading/generate/hidden.py`; needs ReportLab, pikepdf, Pillow and python-docx, and for a few cases
pdftoppm, Chromium and pdfLaTeX.
"""

from hidden_cases import FOLDER
from hidden_drawn import make_drawn
from hidden_office import make_office
from hidden_prints import make_prints
from hidden_scans import make_scans
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont


def main() -> None:
    pdfmetrics.registerFont(TTFont("Vera", "Vera.ttf"))
    FOLDER.mkdir(exist_ok=True)
    make_drawn()
    make_scans()
    make_office()
    make_prints()


if __name__ == "__main__":
    main()
