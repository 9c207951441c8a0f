"""The layouts that are drawn line by line as PDF; run it to make the files named r-* again."""

from collections.abc import Callable
from dataclasses import replace

from people import Person, read_people
from reportlab.lib.pagesizes import A4, LETTER
from reportlab.pdfbase.pdfdoc import PDFArray
from reportlab.pdfgen.canvas import Canvas
from sheet import Block, Frame, Look, Sheet, Type, by_row, by_word, register, right_first, shuffled
from tabled import dates_by_table, nested_tables, table_ruled, table_unruled

CASES: dict[str, Callable[[str, Person], None]] = {}
Case = Callable[[str, Person], None]
MARGIN = 50


def case(name: str) -> Callable[[Case], Case]:
    def enter(function: Case) -> Case:
        CASES[name] = function
        return function

    return enter


@case("r-one-column")
def one_column(name: str, person: Person) -> None:
    look = Look(dates="joined", rule="#1f4e79")
    sheet = Sheet(name, A4)
    blocks = [*look.top(person), *look.sections(person.at(""))]
    sheet.fill(blocks, Frame(MARGIN, 790, 495))
    sheet.save()


@case("r-dates-right-absolute")
def dates_right(name: str, person: Person) -> None:
    """Two pages, numbered; the dates stand flush right on the titles' lines."""
    look = Look("Times-Roman", "Times-Bold", "Times-Italic", 12, 1.35, accent="#000000", rule="#888888")
    sheet = Sheet(name, LETTER)
    blocks = [*look.top(person), *look.sections(person.at(""))]
    for number in (1, 2):
        _, blocks = sheet.flow(blocks, Frame(72, 720, 468, 72))
        sheet.put(280, 40, f"Page {number} of 2", replace(look.text, size=9))
        sheet.end_page()
    sheet.save()


def beside(  # noqa: PLR0913 - two columns have many sides
    sheet: Sheet, person: Person, look: Look, side: Look, *, narrow: float, gutter: float, left: bool, top: float
) -> None:
    """A narrow and a wide column from the top down; the left one is read first."""
    width = sheet.wide - 2 * MARGIN
    wide = width - narrow - gutter
    columns = [
        (side.sections(person.at("<" if left else ">")), narrow),
        (look.sections(person.at("")), wide),
    ]
    x = float(MARGIN)
    for blocks, room in columns if left else reversed(columns):
        sheet.fill(blocks, Frame(x, top, room))
        x += room + gutter


def under_header(sheet: Sheet, person: Person, look: Look) -> float:
    """Name, role, contact and summary over the full width; where they end."""
    return sheet.fill(look.top(person), Frame(MARGIN, sheet.high - 50, sheet.wide - 2 * MARGIN)) - 8


@case("r-left-sidebar-column-by-column")
def left_sidebar(name: str, person: Person) -> None:
    look = Look(accent="#7a1f3d", size=9.5)
    sheet = Sheet(name, A4)
    top = under_header(sheet, person, look)
    beside(sheet, person, look, replace(look, dates="below"), narrow=140, gutter=28, left=True, top=top)
    sheet.save()


@case("r-left-sidebar-row-by-row")
def left_sidebar_rows(name: str, person: Person) -> None:
    look = Look("Times-Roman", "Times-Bold", "Times-Italic", 10.5, accent="#20603c", upper=False)
    sheet = Sheet(name, LETTER, by_row)
    top = under_header(sheet, person, look)
    beside(sheet, person, look, replace(look, dates="below"), narrow=150, gutter=26, left=True, top=top)
    sheet.save()


@case("r-right-sidebar-shuffled")
def right_sidebar_shuffled(name: str, person: Person) -> None:
    look = Look(accent="#8a4b08", size=10)
    sheet = Sheet(name, LETTER, shuffled)
    top = under_header(sheet, person, look)
    beside(sheet, person, look, replace(look, size=9), narrow=150, gutter=24, left=False, top=top)
    sheet.save()


@case("r-right-column-drawn-first")
def right_drawn_first(name: str, person: Person) -> None:
    look = Look(accent="#0b3d5c", size=10, dates="below")
    sheet = Sheet(name, A4, right_first)
    top = under_header(sheet, person, look)
    beside(sheet, person, look, replace(look, size=9), narrow=160, gutter=22, left=False, top=top)
    sheet.save()


def halves(sheet: Sheet, person: Person, look: Look, *, gutter: float, top: float) -> float:
    """Two columns of equal width; where the longer one ends."""
    room = (sheet.wide - 2 * MARGIN - gutter) / 2
    frames = [Frame(MARGIN, top, room), Frame(MARGIN + room + gutter, top, room)]
    return min(sheet.fill(look.sections(person.at(place)), frame) for place, frame in zip("<>", frames, strict=True))


@case("r-two-columns-word-by-word")
def word_by_word(name: str, person: Person) -> None:
    look = Look(size=10, accent="#333399", dates="below")
    sheet = Sheet(name, LETTER, lambda marks: by_word(by_row(marks)))
    top = under_header(sheet, person, look)
    halves(sheet, person, look, gutter=26, top=top)
    sheet.save()


@case("r-narrow-gutter-justified-hyphenated")
def narrow_gutter(name: str, person: Person) -> None:
    look = Look("Times-Roman", "Times-Bold", "Times-Italic", 12, dates="below", justify=True)
    sheet = Sheet(name, A4, hyphen="-")
    top = under_header(sheet, person, look)
    halves(sheet, person, look, gutter=12, top=top)
    sheet.save()


@case("r-quarter-sidebar-banner")
def banner(name: str, person: Person) -> None:
    """White letters on a dark banner over a quarter and three quarters, drawn row by row."""
    look = Look(accent="#004d4d")
    white = replace(look, ink="#ffffff", accent="#ffffff")
    sheet = Sheet(name, A4, by_row)
    sheet.box(0, sheet.high - 112, sheet.wide, 112, "#004d4d")
    sheet.fill(white.top(person), Frame(MARGIN, sheet.high - 26, 495))
    beside(sheet, person, look, replace(look, size=9), narrow=112, gutter=22, left=True, top=sheet.high - 122)
    sheet.save()


@case("r-third-sidebar-two-pages")
def third_sidebar(name: str, person: Person) -> None:
    """A third and two thirds on either page, with a running header on the second."""
    look = Look(accent="#5b2c6f", size=10.5, dates="right")
    sheet = Sheet(name, LETTER)
    top = under_header(sheet, person, look)
    for page in (1, 2):
        sheet.fill(look.sections(person.at("<", page)), Frame(MARGIN, top, 152))
        sheet.fill(look.sections(person.at("", page)), Frame(MARGIN + 176, top, 336))
        sheet.put(MARGIN, 26, f"{person.name} – Résumé – {page}", replace(look.text, size=8))
        sheet.end_page()
        top = sheet.high - 60
    sheet.save()


@case("r-columns-mid-page")
def columns_mid_page(name: str, person: Person) -> None:
    look = Look(size=10, accent="#114411")
    sheet = Sheet(name, LETTER)
    top = under_header(sheet, person, look)
    below = halves(sheet, person, replace(look, dates="below"), gutter=30, top=top)
    sheet.fill(look.sections(person.at("")), Frame(MARGIN, below - 6, 512))
    sheet.save()


@case("r-skills-in-three-columns")
def three_columns(name: str, person: Person) -> None:
    look = Look("Times-Roman", "Times-Bold", "Times-Italic", 11, accent="#7b241c")
    sheet = Sheet(name, LETTER, by_row)
    top = under_header(sheet, person, look)
    top = sheet.fill(look.sections(person.at("")), Frame(MARGIN, top, 512)) - 6
    ends = [
        sheet.fill(look.sections(person.at(str(number + 1))), Frame(MARGIN + number * 175, top, 155))
        for number in range(3)
    ]
    sheet.fill(look.sections(person.at("=")), Frame(MARGIN, min(ends) - 6, 512))
    sheet.save()


CASES |= {
    "r-table-ruled": table_ruled,
    "r-table-unruled-multiline": table_unruled,
    "r-nested-tables": nested_tables,
    "r-dates-by-table": dates_by_table,
}


@case("r-label-rail")
def label_rail(name: str, person: Person) -> None:
    """Narrow labels on the left, wide text beside each."""
    look = Look("Times-Roman", "Times-Bold", "Times-Italic", 11, accent="#3b3b3b", rule="#bbbbbb")
    sheet = Sheet(name, A4)
    blocks = look.top(person)
    for section in person.sections:
        blocks.append(look.head(section.title))
        blocks += [Block(text, replace(look.text, before=4), rail=label) for label, text in section.facts]
    top, middle = 790, len(look.top(person))
    top = sheet.fill(blocks[:middle], Frame(MARGIN, top, 495))
    for block in blocks[middle:]:
        top = sheet.fill([block], Frame(MARGIN, top, 495, rail=90 if block.rail else 0))
    sheet.save()


@case("r-date-rail")
def date_rail(name: str, person: Person) -> None:
    """Dates in a rail on the left of titles, organisations and points; drawn row by row."""
    look = Look(size=9.5, accent="#8b0000", dates="rail")
    sheet = Sheet(name, LETTER, by_row)
    top = under_header(sheet, person, look)
    for section in person.sections:
        top = sheet.fill([look.head(section.title)], Frame(MARGIN, top, 512))
        top = sheet.fill(look.body(section), Frame(MARGIN, top, 512, rail=96))
    sheet.save()


@case("r-footer-contact-only")
def footer_contact(name: str, person: Person) -> None:
    """Contact details stand in the footer of both pages and nowhere else."""
    look = Look(size=11, lead=1.45, accent="#1b4965")
    sheet = Sheet(name, LETTER)
    about = Block(person.about, replace(look.text, before=6))
    blocks = [look.name(person), look.role(person), about, *look.sections(person.at(""))]
    small = replace(look.text, size=8.5)
    for page in (1, 2):
        _, blocks = sheet.flow(blocks, Frame(64, 736, 484, 72))
        sheet.put(64, 34, "   ".join(person.contact), small)
        if page == 1:
            sheet.say(*person.contact)
        sheet.end_page()
    require_all(blocks)
    sheet.save()


def require_all(blocks: list[Block]) -> None:
    if blocks:
        raise ValueError(f"no page for {blocks[0].text!r}")


@case("r-running-header-three-pages")
def running_header(name: str, person: Person) -> None:
    """Name and page number above every page but the first, the same words below every page."""
    look = Look("Times-Roman", "Times-Bold", "Times-Italic", 13, 1.5, accent="#1a1a1a", rule="#1a1a1a")
    sheet = Sheet(name, LETTER)
    blocks = [*look.top(person), *look.sections(person.at(""))]
    small = replace(look.text, size=9, ink="#666666")
    for page in (1, 2, 3):
        if page > 1:
            sheet.put(72, 752, person.name, small)
            sheet.put(500, 752, f"Page {page}", small)
        _, blocks = sheet.flow(blocks, Frame(72, 728, 468, 210))
        sheet.put(230, 44, "Confidential – not for circulation", small)
        sheet.end_page()
    require_all(blocks)
    sheet.save()


@case("r-vertical-name")
def vertical_name(name: str, person: Person) -> None:
    """The name runs up a band in the left margin and stands nowhere else."""
    look = Look(size=10.5, accent="#2d6a4f")
    sheet = Sheet(name, A4)
    sheet.box(0, 0, 70, sheet.high, "#2d6a4f")
    sheet.put(46, 420, person.name, Type("Helvetica-Bold", 30, ink="#ffffff", way="upright"))
    sheet.say(person.name)
    sheet.fill(look.top(person)[1:] + look.sections(person.at("")), Frame(98, 800, 447))
    sheet.save()


@case("r-vertical-labels")
def vertical_labels(name: str, person: Person) -> None:
    """Section labels run up the margin beside their sections."""
    look = Look(size=10, accent="#7f4f24")
    sheet = Sheet(name, LETTER)
    top = under_header(sheet, person, look) - 6
    for section in person.sections:
        sheet.say(section.title)
        end = sheet.fill(look.body(section), Frame(MARGIN + 44, top, 468))
        label = Type("Helvetica-Bold", 13, ink="#7f4f24", way="upright")
        sheet.put(MARGIN + 16, (top + end - label.width(section.title)) / 2, section.title, label)
        sheet.box(MARGIN + 26, end, 1, top - end, "#7f4f24")
        top = end - 20
    sheet.save()


@case("r-rotated-page")
def rotated_page(name: str, person: Person) -> None:
    """A page that is stored lying and shown upright by its /Rotate 90."""
    look = Look("Times-Roman", "Times-Bold", "Times-Italic", 11, accent="#003049")
    sheet = Sheet(name, LETTER)
    sheet.canvas.setPageRotation(90)
    sheet.canvas.transform(0, 1, -1, 0, sheet.high, 0)
    sheet.fill([*look.top(person), *look.sections(person.at(""))], Frame(64, 740, 484))
    sheet.save()


def letters_apart(way: str, look: Look) -> Case:
    """Headings and name with their letters apart."""

    def draw(name: str, person: Person) -> None:
        sheet = Sheet(name, LETTER)
        first = look.name(person, 1.8)
        title = Block(first.text.upper(), replace(first.type, way=way))
        blocks = [title, *look.top(person)[1:], *look.sections(person.at(""))]
        while blocks:
            _, blocks = sheet.flow(blocks, Frame(60, 740, 492, 60))
            sheet.end_page()
        sheet.save()

    return draw


CASES |= {
    "r-letters-apart-by-spaces": letters_apart("spaced", Look(size=10.5, accent="#4a4e69", heading="spaced")),
    "r-letters-apart-by-operator": letters_apart(
        "tracked", Look("Times-Roman", "Times-Bold", "Times-Italic", 11.5, accent="#22223b", heading="tracked")
    ),
    "r-letters-apart-by-position": letters_apart("letters", Look(size=10.5, accent="#6d597a", heading="letters")),
}


@case("r-ligatures")
def ligatures(name: str, person: Person) -> None:
    """Every ff, fi, fl, ffi and ffl is one sign, U+FB00 to U+FB04."""
    look = Look(register("Serif", "DejaVuSerif.ttf"), register("Serif-Bold", "DejaVuSerif-Bold.ttf"), "Serif", 9.5)
    look = replace(look, accent="#333333", way="ligatures", heading="ligatures", upper=False, dates="joined")
    sheet = Sheet(name, A4)
    sheet.fill([*look.top(person), *look.sections(person.at(""))], Frame(MARGIN, 790, 495))
    sheet.save()


@case("r-soft-hyphens")
def soft_hyphens(name: str, person: Person) -> None:
    """Narrow columns; words broken at a line end keep the soft hyphen, U+00AD, as their hyphen sign."""
    look = Look(register("Sans", "DejaVuSans.ttf"), register("Sans-Bold", "DejaVuSans-Bold.ttf"), "Sans", 9)
    look = replace(look, dates="below", accent="#264653")
    sheet = Sheet(name, A4, hyphen="\u00ad")
    top = under_header(sheet, person, look)
    halves(sheet, person, look, gutter=150, top=top)
    sheet.save()


@case("r-private-bullets-and-icons")
def private_signs(name: str, person: Person) -> None:
    """Bullets and the icons before contact details are private-use signs."""
    look = Look(register("Icons", "DejaVuSans.ttf"), register("Icons-Bold", "DejaVuSans-Bold.ttf"), "Icons", 9.5)
    look = replace(look, accent="#0a9396", bullet="\uf0b7")
    sheet = Sheet(name, LETTER)
    top = sheet.fill([look.name(person), look.role(person)], Frame(MARGIN, 750, 512))
    for icon, line in zip("\uf0e0\uf095\uf015\uf0ac", look.contact(person, ""), strict=True):
        top -= 2
        sheet.put(MARGIN, top - line.type.size, icon, line.type)
        top = sheet.fill([line], Frame(MARGIN + 16, top, 496))
    about = Block(person.about, replace(look.text, before=6))
    sheet.fill([about, *look.sections(person.at(""))], Frame(MARGIN, top, 512))
    sheet.save()


@case("r-small-caps-and-drawn-bullets")
def small_caps(name: str, person: Person) -> None:
    """Headings in small capitals (smaller capitals behind a larger one); the bullets are squares, not text."""
    look = Look("Times-Roman", "Times-Bold", "Times-Italic", 10, 1.25, accent="#14213d", heading="small caps")
    look = replace(look, upper=False, bullet="shape", rule="#14213d")
    sheet = Sheet(name, LETTER)
    sheet.fill([*look.top(person), *look.sections(person.at(""))], Frame(60, 744, 492))
    sheet.save()


@case("r-superscripts")
def superscripts(name: str, person: Person) -> None:
    look = Look(size=10, accent="#9b2226")
    sheet = Sheet(name, LETTER)
    sheet.fill([*look.top(person), *look.sections(person.at(""))], Frame(60, 744, 492))
    sheet.save()


@case("r-justified-wide-spaces")
def wide_spaces(name: str, person: Person) -> None:
    """Narrow justified columns without hyphenation, so that spaces between words grow wide."""
    look = Look("Times-Roman", "Times-Bold", "Times-Italic", 11, dates="below", justify=True, accent="#3d405b")
    sheet = Sheet(name, LETTER)
    top = under_header(sheet, person, look)
    halves(sheet, person, look, gutter=90, top=top)
    sheet.save()


@case("r-cropbox-offset")
def cropbox(name: str, person: Person) -> None:
    """The page that is shown is a window in a larger one."""
    look = Look(size=10, accent="#386641", bullet="–")
    sheet = Sheet(name, (792, 1008))
    sheet.canvas.setCropBox((90, 130, 90 + 612, 130 + 792))
    sheet.canvas.translate(90, 130)
    sheet.fill([*look.top(person), *look.sections(person.at(""))], Frame(60, 740, 492))
    sheet.save()


class Shifted(Canvas):
    """Pages whose lower left corner is not the origin."""

    corner = (-306, 1200)

    def showPage(self) -> None:  # noqa: N802 - ReportLab's name
        super().showPage()
        x, y = self.corner
        wide, high = LETTER
        self._doc.Pages.pages[-1].MediaBox = PDFArray([x, y, x + wide, y + high])


@case("r-mediabox-offset-columns")
def mediabox(name: str, person: Person) -> None:
    look = Look(size=10.5, accent="#bc4b51")
    sheet = Sheet(name, LETTER, shuffled, canvas=Shifted)
    sheet.canvas.translate(*Shifted.corner)
    top = under_header(sheet, person, look)
    halves(sheet, person, replace(look, dates="below"), gutter=28, top=top)
    sheet.save()


def main() -> None:
    people = read_people("people_drawn.txt")
    if CASES.keys() != people.keys():
        raise ValueError(f"without person or layout: {sorted(CASES.keys() ^ people.keys())}")
    for name, function in CASES.items():
        function(name, people[name])


if __name__ == "__main__":
    main()
