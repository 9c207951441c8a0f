"""What the PDF report is drawn with: one font, a few styles, bars. Everything written is plain text."""

from collections.abc import Iterable
from html import escape
from importlib.resources import files

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, Paragraph

from skillgap.report.view_types import Quotation

FONT = "Noto Sans"
UNKNOWN = "\N{REPLACEMENT CHARACTER}"
LONGEST = 2000
INK, SOFT, ACCENT, FAINT, WARM = (HexColor(each) for each in ("#1b2530", "#55606d", "#0d6259", "#ebe7dd", "#92480a"))
STYLES = {
    "title": {"fontSize": 24, "leading": 30},
    "heading": {
        "fontSize": 15,
        "leading": 20,
        "textColor": ACCENT,
        "spaceBefore": 16,
        "spaceAfter": 5,
        "keepWithNext": 1,
    },
    "name": {"fontSize": 11.5, "leading": 15, "spaceBefore": 8, "keepWithNext": 1},
    "text": {"fontSize": 9.5, "leading": 13.5, "spaceAfter": 2},
    "soft": {"fontSize": 8.5, "leading": 12, "textColor": SOFT, "spaceAfter": 2},
    "quote": {"fontSize": 9.5, "leading": 13.5, "leftIndent": 10, "spaceBefore": 4, "spaceAfter": 1},
    "about": {"fontSize": 8.5, "leading": 12, "textColor": SOFT, "leftIndent": 10, "spaceAfter": 4},
    "item": {"fontSize": 9.5, "leading": 13.5, "leftIndent": 12, "bulletIndent": 2, "spaceAfter": 2},
    "score": {"fontSize": 34, "leading": 40, "textColor": ACCENT},
}


class Bar(Flowable):  # type: ignore[misc]
    """Parts of `width` between two shares of 100 each, on a faint ground."""

    def __init__(self, parts: Iterable[tuple[float, float, HexColor]], width: float, height: float = 5) -> None:
        super().__init__()
        self.parts, self.width, self.height = tuple(parts), width, height

    def draw(self) -> None:
        self.canv.setFillColor(FAINT)
        self.canv.rect(0, 0, self.width, self.height, stroke=0, fill=1)
        for start, end, color in self.parts:
            self.canv.setFillColor(color)
            self.canv.rect(start / 100 * self.width, 0, (end - start) / 100 * self.width, self.height, stroke=0, fill=1)


class Pen:
    """Writes paragraphs; `has_unknown` once a letter was wanted that the font has not."""

    def __init__(self) -> None:
        font = TTFont(FONT, str(files("fontpkg_noto_sans").joinpath("files", "NotoSans[wdth,wght].ttf")))
        pdfmetrics.registerFont(font)
        self.known = font.face.charToGlyph
        self.has_unknown = False
        self.styles = {
            name: ParagraphStyle(
                name, fontName=FONT, bulletFontName=FONT, textColor=fields.pop("textColor", INK), **fields
            )
            for name, fields in ((name, dict(fields)) for name, fields in STYLES.items())
        }

    def write(self, style: str, *parts: str, bullet: str | None = None) -> Paragraph:
        """One paragraph of the parts, which are marked up already: see `plain`, `soft`, `marked`, `link`."""
        return Paragraph("".join(parts), self.styles[style], bulletText=bullet)

    def text(self, style: str, text: str) -> Paragraph:
        return self.write(style, self.plain(text))

    def item(self, *parts: str) -> Paragraph:
        return self.write("item", *parts, bullet="•")

    def plain(self, text: str) -> str:
        shown = "".join(each if ord(each) in self.known else UNKNOWN for each in text[:LONGEST])
        self.has_unknown |= shown != text[:LONGEST]
        return escape(shown + ("…" if len(text) > LONGEST else ""))

    def soft(self, text: str) -> str:
        return f'<font color="{SOFT.hexval().replace("0x", "#")}">{self.plain(text)}</font>'

    def marked(self, quote: Quotation) -> str:
        parts = (
            f'<font backColor="#ffeeb0">{self.plain(each.text)}</font>' if each.is_marked else self.plain(each.text)
            for each in quote.segments
        )
        return f"“{''.join(parts)}”"

    def link(self, text: str, url: str | None) -> str:
        return f'<a href="{escape(url)}" color="#0d6259">{self.plain(text)}</a>' if url else self.plain(text)
