"""The layouts of office programs; run it to make the files named o-* again.

They are Word documents by python-docx, flat ODF by hand, and what LibreOffice makes of both.
"""

import shutil
import subprocess
import tempfile
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

from docx.enum.section import WD_SECTION
from docx.enum.text import WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from flat import FLAT
from people import LAYOUTS, Entry, Person, Section, read_people, spoken, write_expected
from steady import steady
from word import Word, add_field, element, first, fragment, text_box

WRITTEN = "2022-03-01T09:00:00Z"
CASES: dict[str, tuple[str, Callable[[Person], Word]]] = {}
Case = Callable[[Person], Word]


def case(name: str, ending: str = "docx") -> Callable[[Case], Case]:
    """Enter a document, with the ending of the file that is kept."""

    def enter(function: Case) -> Case:
        CASES[name] = (ending, function)
        return function

    return enter


class Tabbed(Word):
    """Title and dates on one line, the dates flush right by a tab."""

    def entry_head(self, holder: Word | _Cell, entry: Entry) -> None:
        self.tabbed(holder, entry.title, entry.dates, self.width)
        if entry.firm:
            self.text(holder, entry.firm)


def plain(person: Person, word: Word) -> Word:
    word.top(person)
    word.sections(word.document, person.sections)
    return word


@case("o-dates-by-tab")
def dates_by_tab(person: Person) -> Word:
    return plain(person, Tabbed("Liberation Sans", 10, "1F4E79"))


@case("o-word-dates-by-tab-rtf", "rtf")
def dates_by_tab_rtf(person: Person) -> Word:
    return plain(person, Tabbed("Liberation Serif", 11, "7A1F3D"))


@case("o-word-plain-html", "html")
def plain_html(person: Person) -> Word:
    return plain(person, Word("Liberation Sans", 10, "20603C"))


def sidebar(person: Person, word: Word, widths: list[float]) -> Word:
    """A table of two cells: the narrow column and the wide one."""
    word.top(person)
    left, right = word.row(word.table(widths))
    word.sections(left, person.at("<"))
    word.sections(right, person.at(""))
    first(left)
    first(right)
    return word


@case("o-sidebar-table")
def sidebar_table(person: Person) -> Word:
    return sidebar(person, Word("Liberation Sans", 9.5, "8A4B08"), [2.0, 4.9])


@case("o-word-sidebar-table", "pdf")
def sidebar_table_pdf(person: Person) -> Word:
    return sidebar(person, Word("Liberation Serif", 10.5, "0B3D5C"), [1.8, 5.1])


def box_lines(section: Section) -> list[str]:
    return [section.title, *section.entries[0].points]


def boxed(person: Person, word: Word, section: Section, box: tuple[float, float], *, floating: bool) -> Word:
    """A text box under the summary: a line of its own, or on the left with the rest beside it."""
    word.top(person)
    lines = box_lines(section)
    word.say(*lines)
    word.document.add_paragraph()._p.append(text_box(lines, *box, floating=floating))  # noqa: SLF001 - a drawing is XML
    word.sections(word.document, person.at(""))
    return word


@case("o-text-box-inline")
def text_box_inline(person: Person) -> Word:
    return boxed(person, Word("Liberation Sans", 10, "5B2C6F"), person.at("1")[0], (6.8, 1.2), floating=False)


@case("o-text-box-left")
def text_box_left(person: Person) -> Word:
    return boxed(person, Word("Liberation Sans", 10, "114411"), person.at("<")[0], (1.9, 3.2), floating=True)


def running(paragraph: Paragraph, *, total: bool) -> None:
    """A page number, with the number of pages if wanted."""
    paragraph.add_run("Page ")
    add_field(paragraph, "PAGE", "1")
    if total:
        paragraph.add_run(" of ")
        add_field(paragraph, "NUMPAGES", "2")


@case("o-header-contact")
def header_contact(person: Person) -> Word:
    """Contact details stand in the header of both pages and nowhere else; page numbers in the footer."""
    word = Tabbed("Liberation Serif", 12, "000000")
    section = word.document.sections[0]
    section.header.paragraphs[0].text = " | ".join(person.contact)
    word.say(*person.contact)
    running(section.footer.paragraphs[0], total=False)
    word.top(person, contact=False)
    word.sections(word.document, person.sections)
    return word


@case("o-word-page-numbers", "pdf")
def page_numbers(person: Person) -> Word:
    """A running header with the name, a footer with page and pages; two pages."""
    word = Tabbed("Liberation Sans", 11, "7B241C")
    section = word.document.sections[0]
    section.header.paragraphs[0].text = f"{person.name} – Résumé"
    running(section.footer.paragraphs[0], total=True)
    word.top(person)
    word.sections(word.document, person.sections)
    return word


def controlled(block: list[Paragraph], title: str) -> None:
    """Put paragraphs into a content control."""
    raw = [paragraph._p for paragraph in block]  # noqa: SLF001 - content controls are XML
    control = fragment(f'<w:sdt><w:sdtPr><w:alias w:val="{title}"/></w:sdtPr><w:sdtContent/></w:sdt>')
    raw[0].addprevious(control)
    control[-1].extend(raw)


def controlled_runs(paragraph: Paragraph, title: str) -> None:
    """Put a paragraph's runs into a content control inside the paragraph."""
    control = fragment(f'<w:sdt><w:sdtPr><w:alias w:val="{title}"/><w:text/></w:sdtPr><w:sdtContent/></w:sdt>')
    runs = [run._r for run in paragraph.runs]  # noqa: SLF001 - content controls are XML
    paragraph._p.append(control)  # noqa: SLF001 - as above
    control[-1].extend(runs)


@case("o-content-controls")
def content_controls(person: Person) -> Word:
    """The forms of a template: name and role inside a paragraph, entries and sections as blocks."""
    word = Word("Liberation Sans", 10.5, "2D6A4F")
    word.top(person)
    for paragraph, title in zip(word.document.paragraphs[:3], ("Name", "Role", "Contact"), strict=True):
        controlled_runs(paragraph, title)
    controlled(word.document.paragraphs[3:4], "Summary")
    for section in person.sections:
        before = len(word.document.paragraphs)
        word.heading(word.document, section.title)
        word.body(word.document, section)
        controlled(word.document.paragraphs[before + 1 :], section.title)
    return word


class Linked(Word):
    """E-mail and addresses are links, by relation or by field."""

    def link(self, paragraph: Paragraph, text: str, address: str) -> None:
        target = self.document.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        style = '<w:rPr><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr>'
        link = fragment(f'<w:hyperlink r:id="{target}"><w:r>{style}<w:t>{text}</w:t></w:r></w:hyperlink>')
        paragraph._p.append(link)  # noqa: SLF001 - python-docx adds no links

    def entry_head(self, holder: Word | _Cell, entry: Entry) -> None:
        if "example.org/" not in entry.firm:
            super().entry_head(holder, entry)
            return
        self.say(f"{entry.title} {entry.firm} {entry.dates}")
        paragraph = holder.add_paragraph()
        paragraph.add_run(f"{entry.title}, ").bold = True
        self.link(paragraph, entry.firm, f"https://{entry.firm}")
        paragraph.add_run(f", {entry.dates}")


@case("o-hyperlinks-and-fields")
def hyperlinks(person: Person) -> Word:
    word = Linked("Liberation Serif", 11, "9B2226")
    word.heading(word.document, person.name, 20)
    word.text(word.document, person.role)
    mail, phone, place, site = person.contact
    word.say(" | ".join(person.contact))
    line = word.document.add_paragraph()
    word.link(line, mail, f"mailto:{mail}")
    line.add_run(f" | {phone} | {place} | ")
    add_field(line, f'HYPERLINK "https://{site}"', site)
    word.text(word.document, person.about)
    word.sections(word.document, person.sections)
    running(word.document.sections[0].footer.paragraphs[0], total=True)
    return word


class Numbered(Word):
    """Loose points are numbered by Word."""

    def body(self, holder: Word | _Cell, section: Section) -> None:
        if section.entries and not section.entries[0].head:
            for point in section.entries[0].points:
                self.text(holder, point, "List Number")
        else:
            super().body(holder, section)


@case("o-numbered-lists")
def numbered_lists(person: Person) -> Word:
    return plain(person, Numbered("Liberation Sans", 10.5, "003049"))


def columns(word: Word, count: int) -> None:
    """What follows stands in this many columns."""
    section = word.document.add_section(WD_SECTION.CONTINUOUS)
    layout = section._sectPr.find(element("cols").tag)  # noqa: SLF001 - python-docx knows no columns
    for name, value in (("num", count), ("space", 500)):
        layout.set(qn(f"w:{name}"), str(value))


def two_columns(person: Person, word: Word, *, balanced: bool) -> Word:
    """Full width, then two columns (balanced by the engine, or broken by hand), then full width again."""
    word.top(person)
    columns(word, 2)
    word.sections(word.document, person.at("<"))
    if not balanced:
        word.document.paragraphs[-1].add_run().add_break(WD_BREAK.COLUMN)
    word.sections(word.document, person.at(">"))
    columns(word, 1)
    word.sections(word.document, person.at("="))
    for paragraph in word.document.paragraphs:
        paragraph.paragraph_format.keep_with_next = None  # LibreOffice balances no columns with it
    return word


@case("o-two-column-section")
def two_column_section(person: Person) -> Word:
    return two_columns(person, Word("Liberation Sans", 10, "4A4E69"), balanced=False)


@case("o-word-two-column-section", "pdf")
def two_column_section_pdf(person: Person) -> Word:
    return two_columns(person, Word("Liberation Serif", 11, "386641"), balanced=True)


class Tracked(Word):
    """Points with tracked changes: their last words inserted, other words deleted before them."""

    def points(self, holder: Word | _Cell, points: list[str]) -> None:
        for point in points:
            self.say(point)
            words = point.split(" ")
            paragraph = holder.add_paragraph(" ".join(words[:-3]) + " ", "List Bullet")
            self.change(paragraph, "del", "more or less in the old way ")
            self.change(paragraph, "ins", " ".join(words[-3:]))

    def change(self, paragraph: Paragraph, kind: str, text: str) -> None:
        number = 2 * len(self.expected) + (kind == "ins")
        change = element(kind, id=str(number), author="Reviewer", date=WRITTEN)
        run = element("r")
        run.append(element("delText" if kind == "del" else "t", text))
        change.append(run)
        paragraph._p.append(change)  # noqa: SLF001 - python-docx tracks no changes

    def removed(self, text: str) -> None:
        """A whole paragraph that is deleted."""
        paragraph = self.document.add_paragraph()
        mark = element("rPr")
        mark.append(element("del", id="1000", author="Reviewer", date=WRITTEN))
        paragraph._p.get_or_add_pPr().append(mark)  # noqa: SLF001 - as above
        self.change(paragraph, "del", text)


@case("o-tracked-changes")
def tracked_changes(person: Person) -> Word:
    """Changes that are shown as accepted: insertions stand, deletions do not."""
    word = Tracked("Liberation Sans", 10.5, "6D597A")
    word.top(person)
    word.removed("References from the last three employers can be had on request.")
    word.sections(word.document, person.sections)
    return word


@case("o-nested-tables")
def nested_tables(person: Person) -> Word:
    """Section titles in the left cell, a table of the entries in the right one."""
    word = Word("Liberation Sans", 9.5, "1D5B4F")
    word.top(person)
    outer = word.table([1.3, 5.6])
    for section in person.sections:
        left, right = word.row(outer)
        word.heading(left, section.title, 10)
        first(left)
        fill_inner(word, right, section)
    return word


def fill_inner(word: Word, cell: _Cell, section: Section) -> None:
    loose = [point for entry in section.entries if not entry.head for point in entry.points]
    if loose:
        word.points(cell, loose)
        return
    inner = word.table([1.3, 4.2] if section.facts else [4.2, 1.3], ruled=bool(section.facts), holder=cell)
    for entry in section.entries:
        left, right = word.row(inner)
        word.bold(left, entry.title)
        word.text(right, entry.dates)
        below, beside = word.row(inner)
        wide = below.merge(beside)
        word.text(wide, entry.firm)
        word.points(wide, entry.points)
        for made in (left, right, wide):
            first(made)
    for label, text in section.facts:
        left, right = word.row(inner)
        word.text(left, label)
        word.text(right, text)
        first(left)
        first(right)


def signed(paragraph: Paragraph, sign: str) -> None:
    """A sign of a symbol font before a line."""
    run = paragraph.add_run()
    run._r.append(element("sym", font="Wingdings", char=sign))  # noqa: SLF001 - python-docx adds no symbols
    paragraph.add_run(" ")


class Broken(Word):
    """Lines broken by hand, tabs between words, hyphens that do not break."""

    def text(self, holder: Word | _Cell, text: str, style: str | None = None) -> Paragraph:
        paragraph = super().text(holder, text, style)
        for run in paragraph.runs:
            head, dash, tail = run.text.partition("-")
            if dash and head[-1:].isalpha():
                run.text = head
                run._r.append(element("noBreakHyphen"))  # noqa: SLF001 - python-docx writes it only when reading
                run._r.append(element("t", tail))  # noqa: SLF001 - as above
        return paragraph

    def entry_head(self, holder: Word | _Cell, entry: Entry) -> None:
        self.say(f"{entry.title} {entry.dates}", entry.firm)
        paragraph = holder.add_paragraph()
        paragraph.add_run(entry.title).bold = True
        paragraph.add_run(f"\t\t{entry.dates}\n{entry.firm}")


@case("o-breaks-tabs-and-hyphens")
def breaks(person: Person) -> Word:
    word = Broken("Liberation Serif", 11, "264653")
    word.heading(word.document, person.name, 20)
    word.text(word.document, person.role)
    line = word.document.add_paragraph()
    for place, (sign, text) in enumerate(zip(("F02A", "F028", "F0A8", "F038"), person.contact, strict=True)):
        if place:
            line.add_run().add_break()
        signed(line, sign)
        line.add_run(text)
        word.say(text)
    word.text(word.document, person.about)
    word.sections(word.document, person.sections)
    return word


NOTES = {
    "Rescued the papers of a shipyard from a flooded cellar.": "Described in the yearly report of the archive for 2018.",
    "Published an edition of a lighthouse keeper's journal.": "Second printing with an index of ships.",
}


def add_notes(word: Word) -> None:
    """Footnotes under the page; their sign is an asterisk that is written by hand."""
    notes = ['<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>']
    places = {spoken(paragraph.text): paragraph for paragraph in word.document.paragraphs}
    raised = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
    for number, (text, note) in enumerate(NOTES.items(), start=2):
        sign = "*" * (number - 1)
        mark = f'<w:footnoteReference w:customMarkFollows="1" w:id="{number}"/><w:t>{sign}</w:t>'
        places[text]._p.append(fragment(f"<w:r>{raised}{mark}</w:r>"))  # noqa: SLF001 - python-docx has no footnotes
        inside = f'<w:r><w:t xml:space="preserve">{sign} {note}</w:t></w:r>'
        notes.append(f'<w:footnote w:id="{number}"><w:p>{inside}</w:p></w:footnote>')
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    xml = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes {names}>{"".join(notes)}</w:footnotes>'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, xml.encode(), word.document.part.package)
    word.document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    word.say(*NOTES.values())


@case("o-footnotes")
def footnotes(person: Person) -> Word:
    """One page; the notes stand at its foot, so they are read last."""
    word = plain(person, Word("Liberation Serif", 9.5, "3D405B", 0.7))
    add_notes(word)
    return word


@case("o-merged-cells")
def merged_cells(person: Person) -> Word:
    """A table with cells over two rows and over two columns."""
    word = Word("Liberation Sans", 9.5, "BC4B51")
    word.top(person)
    table = word.table([1.3, 3.2, 2.4], ruled=True)
    for section in person.sections:
        cells = word.row(table)
        title = cells[0].merge(cells[2])
        word.heading(title, section.title, 11)
        first(title)
        for entry in section.entries:
            merged_entry(word, [word.row(table), word.row(table)], entry)
        for label, text in section.facts:
            cells = word.row(table)
            word.text(cells[0], label)
            wide = cells[1].merge(cells[2])
            word.text(wide, text)
            first(cells[0])
            first(wide)
    return word


def merged_entry(word: Word, rows: list[list[_Cell]], entry: Entry) -> None:
    """Dates over two rows; title and organisation above the points, which run over two columns."""
    upper, lower = rows
    if not entry.head:
        upper[0].merge(lower[2])
        word.points(upper[0], entry.points)
        first(upper[0])
        return
    upper[0].merge(lower[0])
    wide = lower[1].merge(lower[2])
    word.text(upper[0], entry.dates)
    word.bold(upper[1], entry.title)
    word.text(upper[2], entry.firm)
    word.points(wide, entry.points)
    for cell in (upper[0], upper[1], upper[2], wide):
        first(cell)


class Spaced(Word):
    """Small capitals, capitals, letters apart by character spacing and by spaces."""

    def heading(self, holder: Word | _Cell, title: str, size: float = 12) -> Paragraph:
        paragraph = super().heading(holder, title, size)
        for run in paragraph.runs:
            run.font.small_caps = True
            look = run._r.get_or_add_rPr()  # noqa: SLF001 - python-docx spaces no letters
            look.insert_element_before(element("spacing", val="60"), "w:sz")
        return paragraph


@case("o-small-caps-and-spacing")
def small_caps(person: Person) -> Word:
    word = Spaced("Liberation Serif", 11.5, "14213D")
    word.say(person.name, person.role, " | ".join(person.contact))
    name = word.document.add_paragraph().add_run("   ".join(" ".join(part.upper()) for part in person.name.split(" ")))
    name.font.size, name.bold = Pt(17), True
    word.document.add_paragraph().add_run(person.role).font.all_caps = True
    word.document.add_paragraph(" | ".join(person.contact))
    word.text(word.document, person.about)
    word.sections(word.document, person.sections)
    return word


class Symbols(Word):
    """Bullets are signs of a symbol font, typed by hand."""

    def points(self, holder: Word | _Cell, points: list[str]) -> None:
        for point in points:
            self.say(point)
            paragraph = holder.add_paragraph()
            paragraph.add_run("\uf0b7").font.name = "Symbol"
            paragraph.add_run(f"\t{point}")
            paragraph.paragraph_format.left_indent, paragraph.paragraph_format.first_line_indent = Pt(18), Pt(-18)


@case("o-word-symbol-bullets", "pdf")
def symbol_bullets(person: Person) -> Word:
    return plain(person, Symbols("Liberation Sans", 10.5, "333333"))


def railed(person: Person, word: Word, *, ruled: bool) -> Word:
    """Tables of two columns: dates or labels on the left, everything else on the right."""
    word.top(person)
    for section in person.sections:
        word.heading(word.document, section.title)
        loose = [point for entry in section.entries if not entry.head for point in entry.points]
        if loose:
            word.points(word.document, loose)
            continue
        table = word.table([1.4, 5.4], ruled=ruled)
        for entry in section.entries:
            left, right = word.row(table)
            word.text(left, entry.dates)
            word.bold(right, entry.title)
            word.text(right, entry.firm)
            word.points(right, entry.points)
            first(left)
            first(right)
        for label, text in section.facts:
            left, right = word.row(table)
            word.text(left, label)
            word.text(right, text)
            first(left)
            first(right)
    return word


@case("o-word-date-rail", "odt")
def date_rail(person: Person) -> Word:
    return railed(person, Word("Liberation Serif", 11, "7F4F24"), ruled=False)


@case("o-word-table-rtf", "rtf")
def table_rtf(person: Person) -> Word:
    return railed(person, Word("Liberation Sans", 10, "8B0000"), ruled=True)


@case("o-word-table-html", "html")
def table_html(person: Person) -> Word:
    return railed(person, Word("Liberation Sans", 10, "1B4965"), ruled=True)


def convert(sources: dict[str, list[Path]], folder: Path) -> None:
    """Have LibreOffice convert the files, one run for each ending."""
    soffice = shutil.which("soffice")
    if not soffice:
        raise FileNotFoundError("LibreOffice (soffice) is needed to make these files again.")
    for ending, paths in sources.items():
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = [soffice, profile, "--headless", "--convert-to", ending, "--outdir", str(folder / "made")]
        subprocess.run([*command, *map(str, paths)], check=True, capture_output=True)


def main() -> None:
    people = read_people("people_office.txt")
    if CASES.keys() | FLAT.keys() != people.keys():
        raise ValueError(f"without person or layout: {sorted((CASES.keys() | FLAT.keys()) ^ people.keys())}")
    sources = defaultdict(list)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "made").mkdir()
        for case_name, (ending, function) in CASES.items():
            word = function(people[case_name])
            word.save(folder / f"{case_name}.docx")
            write_expected(case_name, word.expected)
            if ending == "docx":
                shutil.copy(folder / f"{case_name}.docx", folder / "made")
            else:
                sources[ending].append(folder / f"{case_name}.docx")
        for case_name, (ending, write) in FLAT.items():
            flat = write(people[case_name])
            (folder / f"{case_name}.fodt").write_text(flat.xml(), encoding="utf-8")
            write_expected(case_name, flat.expected)
            sources[ending].append(folder / f"{case_name}.fodt")
        convert(sources, folder)
        for made in sorted((folder / "made").iterdir()):
            (LAYOUTS / made.name).write_bytes(steady(made))


if __name__ == "__main__":
    main()
