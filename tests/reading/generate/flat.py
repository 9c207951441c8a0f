"""Résumés as flat ODF, written by hand; what a person reads is noted as each paragraph is added."""

from collections.abc import Callable
from xml.sax.saxutils import escape

from people import Entry, Person, Section

NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("style", "style"),
        ("text", "text"),
        ("table", "table"),
        ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
        ("svg", "svg-compatible"),
    )
)
WRITTEN = "2022-03-01T09:00:00"


class Flat:
    """A flat ODF document under construction; parts is its body."""

    def __init__(self, font: str, size: float, accent: str, *, justify: bool = False, footer: str = "") -> None:
        self.font, self.size, self.accent, self.justify, self.footer = font, size, accent, justify, footer
        self.expected: list[str] = []
        self.parts: list[str] = []

    def p(self, text: str, style: str = "body") -> str:
        """A paragraph, noted as read; ``~`` is a soft hyphen in it."""
        self.expected.append(text)
        return f'<text:p text:style-name="{style}">{escape(text.replace("~", chr(0xAD)))}</text:p>'

    def add(self, text: str, style: str = "body") -> None:
        self.parts.append(self.p(text, style))

    def top(self, person: Person, *, contact: bool = True) -> None:
        self.add(person.name, "name")
        self.add(person.role)
        if contact:
            self.add(" · ".join(person.contact))
        self.add(person.about)

    def sections(self, sections: list[Section], first: str = "head") -> None:
        for place, section in enumerate(sections):
            self.add(section.title, "head" if place else first)
            for entry in section.entries:
                self.entry(entry)
            for label, text in section.facts:
                self.add(f"{label}: {text}")

    def entry(self, entry: Entry) -> None:
        if entry.head:
            self.expected.append(f"{entry.title} {entry.dates}")
            self.parts.append(
                f'<text:p text:style-name="title">{escape(entry.title)}<text:tab/>{escape(entry.dates)}</text:p>'
            )
        if entry.firm if entry.head else "":
            self.add(entry.firm)
        for point in entry.points:
            self.point(point)

    def point(self, text: str) -> None:
        self.parts.append(
            f'<text:list text:style-name="dots"><text:list-item>{self.p(text)}</text:list-item></text:list>'
        )

    def xml(self) -> str:
        return (
            f'<?xml version="1.0" encoding="UTF-8"?><office:document {NAMES} office:version="1.2"'
            ' office:mimetype="application/vnd.oasis.opendocument.text">'
            f"{self._styles()}<office:body><office:text>{''.join(self.parts)}</office:text></office:body></office:document>"
        )

    def _styles(self) -> str:
        line = f'<style:text-properties style:font-name="{self.font}" fo:font-family="{self.font}" fo:language="en"'
        justify = ' fo:text-align="justify"' if self.justify else ""
        tab = '<style:tab-stops><style:tab-stop style:position="17cm" style:type="right"/></style:tab-stops>'
        big = f'fo:font-weight="bold" fo:color="{self.accent}"'
        head = f'{line} fo:font-size="12pt" {big}/>'
        footer = f"<style:footer><text:p>{self.footer}</text:p></style:footer>" if self.footer else ""
        column = '<style:column style:rel-width="1*" fo:end-indent="0.25cm"/><style:column style:rel-width="1*" fo:start-indent="0.25cm"/>'
        return (
            "<office:styles>"
            '<style:style style:name="body" style:family="paragraph"><style:paragraph-properties'
            f' fo:margin-bottom="0.06cm"{justify}/>{line} fo:font-size="{self.size}pt"/></style:style>'
            '<style:style style:name="title" style:family="paragraph"><style:paragraph-properties fo:margin-top="0.12cm">'
            f'{tab}</style:paragraph-properties>{line} fo:font-size="{self.size}pt" fo:font-weight="bold"/></style:style>'
            '<style:style style:name="head" style:family="paragraph"><style:paragraph-properties fo:margin-top="0.3cm"/>'
            f"{head}</style:style>"
            '<style:style style:name="headnext" style:family="paragraph"><style:paragraph-properties'
            f' fo:break-before="column"/>{head}</style:style>'
            f'<style:style style:name="name" style:family="paragraph">{line} fo:font-size="20pt" {big}/></style:style>'
            '<text:list-style style:name="dots"><text:list-level-style-bullet text:level="1" text:bullet-char="•">'
            '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">'
            '<style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.4cm"'
            ' fo:margin-left="0.5cm"/></style:list-level-properties></text:list-level-style-bullet></text:list-style>'
            "</office:styles><office:automatic-styles>"
            '<style:page-layout style:name="page"><style:page-layout-properties fo:page-width="21cm"'
            ' fo:page-height="29.7cm" fo:margin="2cm"/><style:footer-style/></style:page-layout>'
            '<style:style style:name="two" style:family="section"><style:section-properties'
            ' text:dont-balance-text-columns="true"><style:columns fo:column-count="2">'
            f"{column}</style:columns></style:section-properties></style:style>"
            '<style:style style:name="narrow" style:family="table-column"><style:table-column-properties'
            ' style:column-width="3.5cm"/></style:style>'
            '<style:style style:name="wide" style:family="table-column"><style:table-column-properties'
            ' style:column-width="13.5cm"/></style:style>'
            '<style:style style:name="cell" style:family="table-cell"><style:table-cell-properties'
            ' fo:border="0.5pt solid #777777" fo:padding="0.1cm"/></style:style>'
            '<style:style style:name="frame" style:family="graphic"><style:graphic-properties draw:fill="none"'
            ' fo:border="0.5pt solid #777777" fo:padding="0.2cm" style:wrap="none" style:vertical-pos="top"/></style:style>'
            "</office:automatic-styles><office:master-styles>"
            f'<style:master-page style:name="Standard" style:page-layout-name="page">{footer}</style:master-page>'
            "</office:master-styles>"
        )


def columns(person: Person) -> Flat:
    """Two justified columns under a full-width head, with soft hyphens in the long words."""
    flat = Flat("Liberation Serif", 14, "#3d405b", justify=True)
    flat.top(person)
    flat.parts.append('<text:section text:style-name="two" text:name="columns">')
    for place, style in (("<", "head"), (">", "headnext")):
        for number, section in enumerate(person.at(place)):
            flat.add(section.title, "head" if number else style)
            narrow(flat, section)
    flat.parts.append("</text:section>")
    return flat


def narrow(flat: Flat, section: Section) -> None:
    """A section in a narrow column: the dates below the title."""
    for entry in section.entries:
        for line in entry.head:
            flat.add(line)
        for point in entry.points:
            flat.point(point)


def frame(person: Person) -> Flat:
    """A frame of its own between summary and experience."""
    flat = Flat("Liberation Sans", 10, "#8a4b08")
    flat.top(person)
    box = person.at("1")[0]
    inside = "".join(flat.p(line) for line in [box.title, *box.entries[0].points])
    flat.parts.append(
        '<text:p text:style-name="body"><draw:frame draw:style-name="frame" draw:name="box" text:anchor-type="as-char"'
        f' svg:width="16cm"><draw:text-box fo:min-height="1cm">{inside}</draw:text-box></draw:frame></text:p>'
    )
    flat.sections(person.at(""))
    return flat


def table(person: Person) -> Flat:
    """A ruled table of two columns with several paragraphs in a cell."""
    flat = Flat("Liberation Sans", 10, "#20603c")
    flat.top(person)
    for section in person.sections:
        flat.add(section.title, "head")
        if section.entries and not section.entries[0].head:
            for point in section.entries[0].points:
                flat.point(point)
            continue
        rows = [([entry.dates], [entry.title, entry.firm, *entry.points]) for entry in section.entries]
        rows += [([label], [text]) for label, text in section.facts]
        cells = "".join(
            f"<table:table-row>{cell(flat, left)}{cell(flat, right)}</table:table-row>" for left, right in rows
        )
        widths = '<table:table-column table:style-name="narrow"/><table:table-column table:style-name="wide"/>'
        flat.parts.append(f'<table:table table:name="{section.title}">{widths}{cells}</table:table>')
    return flat


def cell(flat: Flat, lines: list[str]) -> str:
    inside = "".join(flat.p(line) for line in lines if line)
    return f'<table:table-cell table:style-name="cell" office:value-type="string">{inside}</table:table-cell>'


def footer(person: Person) -> Flat:
    """One page; its footer alone has the contact details, and a page number, which is not read."""
    details = escape(" · ".join(person.contact))
    flat = Flat("Liberation Serif", 11, "#5c1a1a", footer=f"{details} · <text:page-number>1</text:page-number>")
    flat.top(person, contact=False)
    flat.sections(person.at(""))
    flat.expected += person.contact
    return flat


class Changed(Flat):
    """Points with tracked changes: the last word inserted, other words deleted before it."""

    def __init__(self, font: str, size: float, accent: str) -> None:
        super().__init__(font, size, accent)
        self.regions: list[str] = []

    def point(self, text: str) -> None:
        self.expected.append(text)
        head, _, last = text.rpartition(" ")
        gone, new = f"d{len(self.regions)}", f"i{len(self.regions)}"
        info = f"<office:change-info><dc:creator>Reviewer</dc:creator><dc:date>{WRITTEN}</dc:date></office:change-info>"
        deleted = f'<text:deletion>{info}<text:p text:style-name="body">as in earlier years </text:p></text:deletion>'
        for name, change in ((gone, deleted), (new, f"<text:insertion>{info}</text:insertion>")):
            self.regions.append(f'<text:changed-region xml:id="{name}" text:id="{name}">{change}</text:changed-region>')
        inserted = f'<text:change-start text:change-id="{new}"/>{escape(last)}<text:change-end text:change-id="{new}"/>'
        line = f'{escape(head)} <text:change text:change-id="{gone}"/>{inserted}'
        item = f'<text:list-item><text:p text:style-name="body">{line}</text:p></text:list-item>'
        self.parts.append(f'<text:list text:style-name="dots">{item}</text:list>')

    def xml(self) -> str:
        regions = f"<text:tracked-changes>{''.join(self.regions)}</text:tracked-changes>"
        names = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
        return super().xml().replace("<office:text>", f"<office:text>{regions}").replace(NAMES, f"{NAMES} {names}")


def tracked(person: Person) -> Flat:
    flat = Changed("Liberation Sans", 10.5, "#004d4d")
    flat.top(person)
    flat.sections(person.at(""))
    return flat


FLAT: dict[str, tuple[str, Callable[[Person], Flat]]] = {
    "o-flat-columns-soft-hyphens": ("pdf", columns),
    "o-flat-frame": ("odt", frame),
    "o-flat-table": ("docx", table),
    "o-flat-page-footer": ("rtf", footer),
    "o-flat-tracked": ("odt", tracked),
}
"""The flat documents, each with the ending that LibreOffice converts it to."""
