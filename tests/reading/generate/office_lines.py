"""Word documents whose lines are set in some way: by tabs, in lists, with breaks, in small capitals."""

from docx.shared import Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from office_cases import case, plain
from people import Entry, Person, Section
from word import Word, element


class Tabbed(Word):
    """Title and dates on one line, the dates flush right by a tab."""

    def entry_head(self, holder: Word | _Cell, entry: Entry) -> None:
        self.tabbed(holder, entry.title, entry.dates, self.width)
        if entry.firm:
            self.text(holder, entry.firm)


@case("o-dates-by-tab")
def dates_by_tab(person: Person) -> Word:
    return plain(person, Tabbed("Liberation Sans", 10, "1F4E79"))


@case("o-word-dates-by-tab-rtf", "rtf")
def dates_by_tab_rtf(person: Person) -> Word:
    return plain(person, Tabbed("Liberation Serif", 11, "7A1F3D"))


@case("o-word-plain-html", "html")
def plain_html(person: Person) -> Word:
    return plain(person, Word("Liberation Sans", 10, "20603C"))


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
