"""OpenDocument texts, zipped and flat, built by hand: what is read, in which order, and what is kept apart."""

import zipfile
from io import BytesIO

import pytest

from skillgap.documents.opendocument.reader import read_flat_odt, read_odt
from skillgap.documents.types import HiddenCause, Limits, ReaderResult
from skillgap.errors import DocumentCorrupt, DocumentEncrypted, DocumentError, DocumentTooLarge

OASIS = "urn:oasis:names:tc:opendocument:xmlns"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{OASIS}:{name}:1.0"'
    for prefix, name in {
        "office": "office",
        "style": "style",
        "text": "text",
        "table": "table",
        "draw": "drawing",
        "fo": "xsl-fo-compatible",
        "svg": "svg-compatible",
    }.items()
) + (
    ' xmlns:xlink="http://www.w3.org/1999/xlink"'
    ' xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'
)
LONG = "".join(f"<text:p>Line {number} of a long career.</text:p>" for number in range(60))


def part(root: str, inner: str) -> str:
    return f"<office:{root} {NAMESPACES}>{inner}</office:{root}>"


def open_text(body: str, *, automatic: str = "", styles: str = "", encrypted: str = "") -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        text = f"<office:body><office:text>{body}</office:text></office:body>"
        automatic = f"<office:automatic-styles>{automatic}</office:automatic-styles>"
        archive.writestr("content.xml", part("document-content", automatic + text))
        archive.writestr("styles.xml", part("document-styles", styles))
        archive.writestr("META-INF/manifest.xml", f"<manifest>{encrypted}</manifest>")
    return buffer.getvalue()


def read(body: str, *, automatic: str = "", styles: str = "") -> ReaderResult:
    return read_odt(open_text(body, automatic=automatic, styles=styles), "cv.odt", Limits())


def texts(result: ReaderResult) -> list[str]:
    return [line.text for line in result.lines]


def style(name: str, properties: str, family: str = "paragraph", more: str = "") -> str:
    return f'<style:style style:name="{name}" style:family="{family}" {more}>{properties}</style:style>'


def letters(settings: str) -> str:
    return f"<style:text-properties {settings}/>"


def p(text: str, name: str = "") -> str:
    return f'<text:p text:style-name="{name}">{text}</text:p>'


def row(*cells: str, more: str = "") -> str:
    return (
        f"<table:table-row {more}>"
        + "".join(f"<table:table-cell>{cell}</table:table-cell>" for cell in cells)
        + "</table:table-row>"
    )


def frame(content: str, settings: str = 'svg:width="5cm" svg:height="5cm"', name: str = "") -> str:
    return f'<draw:frame draw:style-name="{name}" {settings}><draw:text-box>{content}</draw:text-box></draw:frame>'


BLOCKS = {
    "tabs, spaces and breaks": (
        'a<text:tab/>b<text:s text:c="2"/>c<text:line-break/>d <text:span>e</text:span>\n   f',
        ["a\tb  c", "d e f"],
    ),
    "spaces are counted within reason": ('a<text:s text:c="99999999999"/>b', [f"a{' ' * 100}b"]),
    "fields are what they show": ("on <text:date>1 May</text:date>", ["on 1 May"]),
    "notes follow the text": (
        (
            "a<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>note</text:p></text:note-body></text:note> b"
            "</text:p><text:p>c"
        ),
        ["a b", "c", "note"],
    ),
    "comments and prompts are no text": (
        "a<office:annotation><text:p>secret</text:p></office:annotation><text:placeholder>click</text:placeholder>",
        ["a"],
    ),
    "only the base of a ruby": (
        "<text:ruby><text:ruby-base>base</text:ruby-base><text:ruby-text>small</text:ruby-text></text:ruby>",
        ["base"],
    ),
    "frames follow their paragraph": (
        f"<draw:g>{frame('<text:p>box</text:p>')}</draw:g>anchor</text:p><text:p>next",
        ["anchor", "box", "next"],
    ),
    "shapes hold text as well": ("<draw:custom-shape><text:p>shape</text:p></draw:custom-shape>", ["shape"]),
    "deletions are gone, insertions are text": (
        (
            "a</text:p><text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion>"
            "</text:changed-region></text:tracked-changes><text:p><text:change-start/>new<text:change-end/>"
        ),
        ["a", "new"],
    ),
    "sections and indexes": (
        (
            "a</text:p><text:section><text:p>b</text:p></text:section><text:table-of-content><text:table-of-content-source>"
            "<text:p>no</text:p></text:table-of-content-source><text:index-body><text:p>c</text:p></text:index-body>"
            "</text:table-of-content><text:p>d"
        ),
        ["a", "b", "c", "d"],
    ),
    "rows of short cells, and of longer ones": (
        f"a</text:p><table:table>{row(p('x'), p('y'), p(''))}{row(p('b') + p('c'), p('d'))}</table:table><text:p>e",
        ["a", "x   y", "b", "c", "d", "e"],
    ),
    "repeated rows within reason": (
        (
            f"a</text:p><table:table>{row(p('x'), more=chr(32).join(['table:number-rows-repeated=' + repr('1000000000')]))}"
            f"{row(p('y'), more='table:number-rows-repeated=' + repr('2'))}</table:table><text:p>e"
        ),
        ["a", "x", "y", "y", "e"],
    ),
}


@pytest.mark.parametrize(("content", "expected"), BLOCKS.values(), ids=BLOCKS)
def test_what_is_text(content: str, expected: list[str]) -> None:
    assert texts(read(p(content))) == expected


def test_flat_files_are_read_by_the_same_rules() -> None:
    styles = "<office:styles>" + style("B", letters('fo:font-weight="bold"')) + "</office:styles>"
    body = f"<office:body><office:text>{p('bold', 'B')}</office:text></office:body>"
    result = read_flat_odt(part("document", styles + body).encode(), "cv.fodt", Limits())
    assert [(line.text, line.is_bold) for line in result.lines] == [("bold", True)]
    assert result.reader == "fodt"


LISTS = (
    '<text:list-style style:name="N"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/></text:list-style>'
    '<text:list-style style:name="B"><text:list-level-style-bullet text:level="1" text:bullet-char="x"/></text:list-style>'
)


def test_lists_have_their_bullets_and_numbers() -> None:
    """Only an item's first paragraph has one; a new list counts from the start, a continued one goes on."""

    def items(name: str, *contents: str, more: str = "") -> str:
        inner = "".join(f"<text:list-item>{content}</text:list-item>" for content in contents)
        return f'<text:list text:style-name="{name}" {more}>{inner}</text:list>'

    nested = "<text:list><text:list-item><text:p>b</text:p></text:list-item></text:list>"
    body = items("N", p("a") + p("more") + nested, p("c")) + items("N", p("d"), more='text:continue-numbering="true"')
    body += items("N", p("e")) + items("B", p("f")) + items("unknown", p("g"))
    expected = ["1. a", "more", "a) b", "2. c", "3. d", "1. e", "• f", "• g"]
    assert texts(read(body, automatic=LISTS)) == expected


def test_styles_give_headings_sizes_weights_and_spans() -> None:
    """Parents first; a size may be a share of the size around it; circles end."""
    automatic = (
        style("Base", letters('fo:font-size="10pt" fo:font-weight="bold" fo:color="#102030"'))
        + style("Half", letters('fo:font-size="150%"'), more='style:parent-style-name="Base"')
        + style("Loop", "", more='style:parent-style-name="Loop"')
        + style("Title", "")
        + style("Light", letters('fo:font-weight="normal"'), family="text")
    )
    body = p("a", "Half") + p("b", "Loop") + p("c", "Title") + '<text:h text:outline-level="2">d</text:h>'
    body += p('e<text:span text:style-name="Light"> f</text:span>', "Base")
    lines = read(body, automatic=automatic).lines
    assert [(line.text, line.heading_level, line.font_size, line.is_bold, line.color) for line in lines] == [
        ("a", 0, 15.0, True, "#102030"),
        ("b", 0, None, False, None),
        ("c", 10, None, False, None),
        ("d", 2, None, False, None),
        ("e f", 0, 10.0, False, "#102030"),
    ]
    assert [(span.text, span.is_bold) for span in lines[-1].spans] == [("e", True), (" f", False)]


def test_pages_and_gaps() -> None:
    automatic = style("New", '<style:paragraph-properties fo:break-before="page"/>')
    automatic += style("Far", '<style:paragraph-properties fo:margin-top="0.5cm"/>')
    body = (
        p("a")
        + p("b<text:soft-page-break/>c")
        + "<text:soft-page-break/>"
        + p("d", "Far")
        + p("e", "New")
        + p("")
        + p("f")
    )
    result = read(body, automatic=automatic)
    assert [(line.text, line.page, line.follows_gap) for line in result.lines] == [
        ("a", 1, False),
        ("bc", 1, False),
        ("d", 2, True),
        ("e", 3, False),
        ("f", 3, True),
    ]
    assert [page.number for page in result.pages] == [1, 2, 3]


COLORS = (
    style("White", letters('fo:color="#ffffff" loext:opacity="100%"'))
    + style("Clear", letters('fo:color="#000000" loext:opacity="0%"'))
    + style("Auto", letters('style:use-window-font-color="true" loext:opacity="0%"'))
    + style("Off", letters('text:display="none"'), family="text")
    + style("On", letters('text:display="true"'), family="text")
    + style("Tiny", letters('fo:font-size="1pt"'), family="text")
    + style("Marked", letters('fo:background-color="#203040"'), family="text")
    + style("Shaded", letters('fo:color="#ffffff"') + '<style:paragraph-properties fo:background-color="#203040"/>')
    + style("Cell", '<style:table-cell-properties fo:background-color="#203040"/>', family="table-cell")
    + style("Dark", '<style:graphic-properties draw:fill="solid" draw:fill-color="#203040"/>', family="graphic")
    + style("None", '<style:graphic-properties draw:fill="none"/>', family="graphic")
    + style("Page", '<style:graphic-properties style:horizontal-rel="page"/>', family="graphic")
)
HIDDEN = {
    "switched off": (p('<text:span text:style-name="Off">x</text:span>'), HiddenCause.SWITCHED_OFF),
    "a hidden section": (f'<text:section text:display="none">{p("x")}</text:section>', HiddenCause.SWITCHED_OFF),
    "hidden text": (p('<text:hidden-text text:is-hidden="true">x</text:hidden-text>'), HiddenCause.SWITCHED_OFF),
    "a hidden paragraph": (p('x<text:hidden-paragraph text:is-hidden="true"/>'), HiddenCause.SWITCHED_OFF),
    "white": (p("x", "White"), HiddenCause.SAME_COLOR),
    "white in a clear frame": (p(frame(p("x", "White"), name="None")), HiddenCause.SAME_COLOR),
    "clear letters": (p("x", "Clear"), HiddenCause.TRANSPARENT),
    "one point": (p('<text:span text:style-name="Tiny">x</text:span>'), HiddenCause.TINY),
    "a frame without width": (p(frame(p("x"), 'svg:width="0cm"')), HiddenCause.CLIPPED),
    "a frame off the page": (p(frame(p("x"), 'svg:width="2cm" svg:x="-5cm"', "Page")), HiddenCause.OFF_PAGE),
}


@pytest.mark.parametrize(("body", "cause"), HIDDEN.values(), ids=HIDDEN)
def test_what_no_person_can_see_is_kept_apart(body: str, cause: HiddenCause) -> None:
    result = read(body + p("seen"), automatic=COLORS)
    assert texts(result) == ["seen"]
    assert [(hidden.text, hidden.cause) for hidden in result.hidden] == [("x", cause)]


SEEN = {
    "switched on again": p(
        '<text:span text:style-name="Off"><text:span text:style-name="On">x</text:span></text:span>'
    ),
    "white on a marked span": p('<text:span text:style-name="Marked">x</text:span>', "White"),
    "white on a shaded paragraph": p("x", "Shaded"),
    "white in a dark cell": (
        '<table:table><table:table-row><table:table-cell table:style-name="Cell">'
        f"{p('x', 'White')}</table:table-cell></table:table-row></table:table>"
    ),
    "white in a dark frame": p(frame(p("x", "White"), name="Dark")),
    "white in a clear frame over a dark one": p(frame("", name="Dark") + frame(p("x", "White"), name="None")),
    "the automatic colour has no opacity": p("x", "Auto"),
    "a shown conditional text": p('<text:hidden-text text:is-hidden="false">x</text:hidden-text>'),
}


@pytest.mark.parametrize("body", SEEN.values(), ids=SEEN)
def test_what_a_person_can_see_is_text(body: str) -> None:
    result = read(body, automatic=COLORS)
    assert texts(result) == ["x"]
    assert result.hidden == ()


def masters(header: str, footer: str, *, first: str = "", ground: str = "transparent") -> str:
    """A page style with a header and a footer, and one before it where `first` is that one's header."""
    layout = f'fo:page-width="21cm" fo:page-height="29.7cm" fo:background-color="{ground}"'
    page = '<style:master-page style:name="{}" style:page-layout-name="L" {}><style:header>{}</style:header>{}</style:master-page>'
    pages = page.format("Standard", "", header, f"<style:footer>{footer}</style:footer>")
    if first:
        pages = page.format("First", 'style:next-style-name="Standard"', first, "") + pages
    return (
        f'<office:automatic-styles><style:page-layout style:name="L"><style:page-layout-properties {layout}/></style:page-layout>'
        f"</office:automatic-styles><office:master-styles>{pages}</office:master-styles>"
    )


def test_running_headers_stay_apart_but_contact_details_are_text() -> None:
    header = p("Jane Example<text:tab/>jane@example.com")
    footer = p("Page <text:page-number>2</text:page-number> of <text:page-count>3</text:page-count>") + p(
        "Confidential"
    )
    result = read(p("Jane Example") + LONG, styles=masters(header, footer))
    assert texts(result)[:2] == ["jane@example.com", "Jane Example"]
    assert texts(result)[-1] == "Line 59 of a long career."
    assert [running.text for running in result.running] == ["Jane Example", "Page 2 of 3", "Confidential"]


def test_the_header_of_a_page_style_that_gives_way_stands_once() -> None:
    automatic = style("P1", "", more='style:master-page-name="First"')
    styles = masters(p("Confidential draft"), "", first=p("Jane Example"))
    result = read(p("Jane Example", "P1") + LONG, automatic=automatic, styles=styles)
    assert texts(result)[:3] == ["Jane Example", "Confidential draft", "Jane Example"]


def test_the_page_may_have_a_colour_of_its_own() -> None:
    body = p("light", "White") + p("dark", "Ink")
    result = read(
        body, automatic=COLORS + style("Ink", letters('fo:color="#203040"')), styles=masters("", "", ground="#203040")
    )
    assert texts(result) == ["light"]
    assert round(result.pages[0].width or 0) == 595


def test_links_are_kept_and_not_followed() -> None:
    body = p(
        '<text:a xlink:href="https://example.com/jane">profile</text:a><text:a xlink:href="../secret.odt"> file</text:a>'
    )
    result = read(body)
    assert texts(result) == ["profile file"]
    assert [link.target for link in result.links] == ["https://example.com/jane"]


LAUGH = '<!DOCTYPE x [<!ENTITY a "ha">]><x>&a;</x>'
REFUSED = {
    "a password": (open_text("", encrypted="<manifest:encryption-data/>"), Limits(), DocumentEncrypted),
    "cut off": (open_text(p("x"))[:200], Limits(), DocumentCorrupt),
    "unpacks to much": (open_text(p("x" * 9_000)), Limits(unpacked_size=5_000), DocumentTooLarge),
    "nested without end": (open_text("<text:section>" * 2_000), Limits(), DocumentTooLarge),
}


@pytest.mark.parametrize(("content", "limits", "error"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused_says_why_in_one_line(content: bytes, limits: Limits, error: type[DocumentError]) -> None:
    with pytest.raises(error) as caught:
        read_odt(content, "cv.odt", limits)
    assert caught.value.message.startswith("cv.odt: ")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("content", [LAUGH, "<not closed", part("document", ""), ""])
def test_flat_files_that_are_none_are_refused(content: str) -> None:
    with pytest.raises(DocumentCorrupt, match=r"cv\.fodt: "):
        read_flat_odt(content.encode(), "cv.fodt", Limits())


def test_the_deepest_nesting_that_parses_is_read_without_recursion_errors() -> None:
    spans, sections = ("<text:span>" * 120, "</text:span>" * 120), ("<text:section>" * 120, "</text:section>" * 120)
    assert texts(read(f"{sections[0]}{p(f'{spans[0]}deep{spans[1]}')}{sections[1]}")) == ["deep"]
