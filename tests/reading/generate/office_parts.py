"""Word documents with parts beside their text: boxes, headers, fields, columns, changes, notes."""

from docx.enum.section import WD_SECTION
from docx.enum.text import WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from office_cases import case, plain
from office_lines import Tabbed
from people import Entry, Person, Section, spoken
from word import Word, add_field, element, fragment, text_box

WRITTEN = "2022-03-01T09:00:00Z"


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
