"""Word files, built by hand: what is read, in which order, and what is kept apart."""

import zipfile
from collections.abc import Iterable
from io import BytesIO
from typing import Any

import pytest

from skillgap.documents.types import HiddenCause, Limits, ReaderResult, WarningCode
from skillgap.documents.word.reader import read_docx
from skillgap.errors import (
    DocumentCorrupt,
    DocumentEncrypted,
    DocumentError,
    DocumentTooLarge,
    DocumentUnsupported,
)

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LONG = "".join(f"<w:p><w:r><w:t>Line {number} of a long career.</w:t></w:r></w:p>" for number in range(60))


def relations(entries: Iterable[tuple[str, str, str]]) -> str:
    rows = "".join(
        f'<Relationship Id="{key}" Type="{RELATION}/{kind}" Target="{target}"'
        + (' TargetMode="External"/>' if kind == "hyperlink" else "/>")
        for key, kind, target in entries
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'


def packed(parts: dict[str, str | bytes]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in parts.items():
            archive.writestr(path, content)
    return buffer.getvalue()


def word(body: str, *, before: str = "", links: dict[str, str] | None = None, **parts: str) -> bytes:
    """A Word file of a body and further parts, each the inner XML of its root: styles, numbering, header1, footnotes."""
    roots = {"header": "hdr", "footer": "ftr", "theme": "theme"}
    files: dict[str, str | bytes] = {
        "_rels/.rels": relations([("r1", "officeDocument", "word/document.xml")]),
        "word/document.xml": f"<w:document {NAMESPACES}>{before}<w:body>{body}</w:body></w:document>",
    }
    entries = [(key, "hyperlink", target) for key, target in (links or {}).items()]
    for name, inner in parts.items():
        kind = name.rstrip("0123456789")
        root = ("a" if kind == "theme" else "w") + ":" + roots.get(kind, kind)
        files[f"word/{name}.xml"] = f"<{root} {NAMESPACES}>{inner}</{root}>"
        entries.append((name, kind, f"{name}.xml"))
    files["word/_rels/document.xml.rels"] = relations(entries)
    return packed(files)


def read(body: str, **parts: Any) -> ReaderResult:
    return read_docx(word(body, **parts), "cv.docx", Limits())


def texts(result: ReaderResult) -> list[str]:
    return [line.text for line in result.lines]


def p(text: str, properties: str = "", run: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{r(text, run)}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def table(*rows: list[str], properties: str = "") -> str:
    cells = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def box(content: str, *, fill: str = "", anchor: str = "", extent: str = 'cx="900000" cy="900000"') -> str:
    return (
        f"<w:r><w:drawing><wp:anchor><wp:extent {extent}/>{anchor}<a:graphic><a:graphicData><wps:wsp><wps:spPr>{fill}</wps:spPr>"
        f"<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
    )


def in_box(content: str, **settings: str) -> str:
    return f"<w:p>{box(content, **settings)}</w:p>"


def pict(content: str, style: str = "") -> str:
    return f'<w:pict><v:rect style="{style}"><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:rect></w:pict>'


def field(instruction: str, shown: str) -> str:
    kinds = {kind: f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")}
    code = f"<w:r><w:instrText> {instruction} </w:instrText></w:r>"
    return f"{kinds['begin']}{code}{kinds['separate']}{r(shown)}{kinds['end']}"


def solid(color: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{color}"/></a:solidFill>'


BLOCKS = {
    "line and page breaks split": (
        '<w:p><w:r><w:t>one</w:t><w:br/><w:t>two</w:t><w:br w:type="page"/><w:t>three</w:t></w:r></w:p>',
        ["one", "two", "three"],
    ),
    "tabs stay, hyphens are signs": (
        "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t><w:softHyphen/><w:t>s</w:t></w:r></w:p>",
        ["a\tco-ops"],
    ),
    "insertions and moves are text, deletions are not": (
        (
            f"<w:p><w:ins>{r('new ')}</w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:moveTo>{r('here')}</w:moveTo>"
            f"<w:moveFrom>{r('gone')}</w:moveFrom></w:p>"
        ),
        ["new here"],
    ),
    "a deleted paragraph mark joins": (
        f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{r('one ')}</w:p><w:p>{r('line')}</w:p>",
        ["one line"],
    ),
    "content controls, but no prompts": (
        (
            f"<w:sdt><w:sdtPr/><w:sdtContent>{p('block')}</w:sdtContent></w:sdt>"
            f"<w:p><w:sdt><w:sdtContent>{r('inline')}</w:sdtContent></w:sdt></w:p>"
            f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{p('Click here')}</w:sdtContent></w:sdt>"
        ),
        ["block", "inline"],
    ),
    "the first choice, not the fallback": (
        f"<w:p><mc:AlternateContent><mc:Choice>{r('new')}</mc:Choice><mc:Fallback>{r('old')}</mc:Fallback></mc:AlternateContent></w:p>",
        ["new"],
    ),
    "only the base of a ruby, and formulas": (
        (
            "<w:p><w:r><w:ruby><w:rt><w:r><w:t>small</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>base</w:t></w:r></w:rubyBase></w:ruby></w:r>"
            "<m:oMath><m:r><m:t> E=mc</m:t></m:r></m:oMath></w:p>"
        ),
        ["base E=mc"],
    ),
    "symbols: a bullet first, else a space": (
        '<w:p><w:r><w:sym w:char="F0B7"/><w:t>item</w:t><w:sym w:char="F028"/><w:t>x</w:t><w:sym w:char="00E9"/></w:r></w:p>',
        ["• item xé"],
    ),
    "other documents are not followed": ('<w:altChunk r:id="x"/>' + p("text"), ["text"]),
    "a row of short cells is a line": (
        table([p("Engineer"), p("2019 - 2021")], [p("Place"), p("")]),
        ["Engineer   2019 - 2021", "Place"],
    ),
    "cells of several paragraphs stand alone": (
        table([p("one") + p("two"), p("three")], [p("x" * 70), p("four")]),
        ["one", "two", "three", "x" * 70, "four"],
    ),
    "more than four cells stand alone": (table([p(letter) for letter in "abcde"]), list("abcde")),
    "nested tables": (table([p("out") + table([p("in"), p("ner")]), p("after")]), ["out", "in   ner", "after"]),
    "deleted rows are gone": (
        f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>{p('gone')}</w:tc></w:tr><w:tr><w:tc>{p('here')}</w:tc></w:tr></w:tbl>",
        ["here"],
    ),
    "text boxes follow their paragraph": (
        f"<w:p>{box(p('in the box'))}{r('anchor')}</w:p>" + p("next"),
        ["anchor", "in the box", "next"],
    ),
    "VML boxes, once beside their DrawingML twin": (
        (
            f"<w:p><w:r><mc:AlternateContent><mc:Choice>{box(p('box'))[5:-6]}</mc:Choice><mc:Fallback>{pict(p('box'))}</mc:Fallback>"
            f"</mc:AlternateContent></w:r><w:r>{pict(p('old'))}</w:r></w:p>"
        ),
        ["box", "old"],
    ),
    "a field's instruction is no text": (f"<w:p>{field('DATE', 'today')}</w:p>", ["today"]),
    "a field left open swallows nothing further on": (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> X </w:instrText></w:r></w:p>' + p("text"),
        ["text"],
    ),
}


@pytest.mark.parametrize(("body", "expected"), BLOCKS.values(), ids=BLOCKS)
def test_what_is_text(body: str, expected: list[str]) -> None:
    assert texts(read(body)) == expected


def test_strict_files_and_main_parts_of_any_name_are_read() -> None:
    """The strict namespaces say the same; only the package's relations say which part is the text."""
    strict = NAMESPACES.replace("schemas.openxmlformats.org", "purl.oclc.org/ooxml").replace("/2006/", "/")
    rels = relations([("r1", "officeDocument", "/doc/text.xml")]).replace(
        RELATION, "http://purl.oclc.org/ooxml/officeDocument/relationships"
    )
    body = p("seen", run='<w:sz w:val="11pt"/>') + p("off", run='<w:vanish w:val="true"/>')
    document = f"<w:document {strict}><w:body>{body}</w:body></w:document>"
    result = read_docx(packed({"_rels/.rels": rels, "doc/text.xml": document}), "cv.docx", Limits())
    assert [(line.text, line.font_size) for line in result.lines] == [("seen", 11.0)]
    assert [hidden.text for hidden in result.hidden] == ["off"]


NUMBERING = "".join(
    f'<w:abstractNum w:abstractNumId="{key}">{levels}</w:abstractNum><w:num w:numId="{key}"><w:abstractNumId w:val="{key}"/></w:num>'
    for key, levels in {
        "1": '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="x"/></w:lvl>',
        "2": '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl>',
    }.items()
)


def item(list_id: int, level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'


def test_lists_have_their_bullets_and_numbers() -> None:
    """Directly or through the style; each level counts on its own, and a number of 0 takes a style's list away."""
    style = f'<w:style w:type="paragraph" w:styleId="B"><w:name w:val="Bullet"/><w:pPr>{item(1)}</w:pPr></w:style>'
    body = [p("a", item(2)), p("b", item(2, 1)), p("c", item(2, 1)), p("d", item(2)), p("e", item(2, 1))]
    body += [p("f", '<w:pStyle w:val="B"/>'), p("g", '<w:pStyle w:val="B"/>' + item(0)), p("h", item(9))]
    result = read("".join(body), numbering=NUMBERING, styles=style)
    assert texts(result) == ["1. a", "1.a) b", "1.b) c", "2. d", "2.a) e", "• f", "g", "• h"]


STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:styleId="U1"><w:name w:val="heading 1"/><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="CV part"/><w:basedOn w:val="U1"/><w:rPr><w:b w:val="0"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="x"/><w:basedOn w:val="Loop"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Off"><w:name w:val="y"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="White"><w:name w:val="z"/><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>'
)


def test_styles_give_headings_sizes_and_weights() -> None:
    """By name whatever the id, by what they are based on, or by an outline level; circles end."""
    body = [p("a", '<w:pStyle w:val="U1"/>'), p("b", '<w:pStyle w:val="Own"/>'), p("c", '<w:pStyle w:val="T"/>')]
    body += [
        p("d", '<w:pStyle w:val="Loop"/>'),
        p("e", '<w:outlineLvl w:val="2"/>'),
        p("f", '<w:outlineLvl w:val="9"/>'),
    ]
    result = read("".join(body), styles=STYLES)
    assert [(line.text, line.heading_level, line.font_size, line.is_bold) for line in result.lines] == [
        ("a", 1, 16.0, True),
        ("b", 1, 16.0, False),
        ("c", 10, 11.0, False),
        ("d", 0, 11.0, False),
        ("e", 3, 11.0, False),
        ("f", 0, 11.0, False),
    ]


def test_spans_are_given_only_where_the_style_changes() -> None:
    """Their texts together are the line's, its marker included; the line is bold only if all its letters are."""
    one, two = read(
        f"<w:p>{r('all ', '<w:b/>')}{r('bold', '<w:b/>')}</w:p><w:p>{r(' Title', '<w:b/>')}{r(' 2020 ')}</w:p>"
    ).lines
    assert (one.text, one.is_bold, one.spans) == ("all bold", True, ())
    assert (two.text, two.is_bold) == ("Title 2020", False)
    assert [(span.text, span.is_bold) for span in two.spans] == [("Title", True), (" 2020", False)]


def test_empty_paragraphs_large_spaces_and_column_breaks_are_gaps() -> None:
    body = (
        p("a") + p("b") + p("") + p("c") + p("d", '<w:spacing w:before="240"/>') + p("e", '<w:spacing w:before="40"/>')
    )
    body += '<w:p><w:r><w:t>f</w:t><w:br w:type="column"/><w:t>g</w:t></w:r></w:p>'
    assert [line.text for line in read(body).lines if line.follows_gap] == ["c", "d", "g"]


def white(text: str) -> str:
    return r(text, '<w:color w:val="FFFFFF"/>')


WHITE_X = f"<w:p>{white('x')}</w:p>"
FAR_LEFT = '<wp:positionH relativeFrom="page"><wp:posOffset>-9000000</wp:posOffset></wp:positionH>'
DARK = '<w:shd w:val="clear" w:fill="203040"/>'
THEME = '<a:themeElements><a:clrScheme><a:lt1><a:sysClr val="window" lastClr="FEFEFE"/></a:lt1></a:clrScheme></a:themeElements>'
HIDDEN = {
    "vanish": (p("x", run="<w:vanish/>"), HiddenCause.SWITCHED_OFF),
    "vanish by style": (p("x", '<w:pStyle w:val="Off"/>'), HiddenCause.SWITCHED_OFF),
    "white": (p("x", run='<w:color w:val="FFFFFF"/>'), HiddenCause.SAME_COLOR),
    "near white": (p("x", run='<w:color w:val="F2F2F2"/>'), HiddenCause.SAME_COLOR),
    "white by theme": (p("x", run='<w:color w:val="000000" w:themeColor="background1"/>'), HiddenCause.SAME_COLOR),
    "white by character style": (p("x", run='<w:rStyle w:val="White"/>'), HiddenCause.SAME_COLOR),
    "dark on the same dark": (p("x", DARK, '<w:color w:val="223242"/>'), HiddenCause.SAME_COLOR),
    "white in a white cell of a dark table": (
        table([f'<w:tcPr><w:shd w:val="clear" w:fill="FFFFFF"/></w:tcPr><w:p>{white("x")}</w:p>'], properties=DARK),
        HiddenCause.SAME_COLOR,
    ),
    "white in a white box": (
        in_box(WHITE_X, fill=solid("FFFFFF")),
        HiddenCause.SAME_COLOR,
    ),
    "white in a clear box": (
        in_box(WHITE_X, fill="<a:noFill/>"),
        HiddenCause.SAME_COLOR,
    ),
    "one point": (p("x", run='<w:sz w:val="2"/>'), HiddenCause.TINY),
    "no width": (p("x", run='<w:w w:val="1"/>'), HiddenCause.TINY),
    "no height": (p("x", '<w:spacing w:line="20" w:lineRule="exact"/>'), HiddenCause.CLIPPED),
    "clear letters": (p("x", run="<w14:textFill><w14:noFill/></w14:textFill>"), HiddenCause.TRANSPARENT),
    "a box without width": (in_box(p("x"), extent='cx="0" cy="9"'), HiddenCause.CLIPPED),
    "a box off the page": (
        in_box(p("x"), anchor=FAR_LEFT),
        HiddenCause.OFF_PAGE,
    ),
    "a VML box off the page": (
        f"<w:p><w:r>{pict(p('x'), 'margin-left:-9999pt;width:90pt')}</w:r></w:p>",
        HiddenCause.OFF_PAGE,
    ),
}


@pytest.mark.parametrize(("body", "cause"), HIDDEN.values(), ids=HIDDEN)
def test_what_no_person_can_see_is_kept_apart(body: str, cause: HiddenCause) -> None:
    result = read(body + p("seen"), styles=STYLES, theme=THEME)
    assert texts(result) == ["seen"]
    assert [(hidden.text, hidden.cause) for hidden in result.hidden] == [("x", cause)]


SEEN = {
    "vanish taken back": p("x", '<w:pStyle w:val="Off"/>', '<w:vanish w:val="0"/>'),
    "hidden on the web only": p("x", run="<w:webHidden/>"),
    "white on a shaded run": p("x", run='<w:color w:val="FFFFFF"/>' + DARK),
    "white on a highlight": p("x", run='<w:color w:val="FFFFFF"/><w:highlight w:val="black"/>'),
    "white on a shaded paragraph": f"<w:p><w:pPr>{DARK}</w:pPr>{white('x')}</w:p>",
    "white in a shaded cell": table([f"<w:tcPr>{DARK}</w:tcPr><w:p>{white('x')}</w:p>"]),
    "white in a shaded table": table([WHITE_X], properties=DARK),
    "white in a table of a shading style": table([WHITE_X], properties='<w:tblStyle w:val="Grid"/>'),
    "white in a dark box": in_box(WHITE_X, fill=solid("203040")),
    "white in a clear box over a dark one": (in_box(WHITE_X) + in_box("<w:p/>", fill=solid("203040"))),
    "small print": p("x", run='<w:sz w:val="12"/>'),
    "light grey": p("x", run='<w:color w:val="999999"/>'),
    "yellow": p("x", run='<w:color w:val="FFFF00"/>'),
    "a thin but real line": p("x", '<w:spacing w:line="240" w:lineRule="exact"/>'),
}


@pytest.mark.parametrize("body", SEEN.values(), ids=SEEN)
def test_what_a_person_can_see_is_text(body: str) -> None:
    grid = f'<w:style w:type="table" w:styleId="Grid"><w:tblStylePr w:type="firstRow"><w:tcPr>{DARK}</w:tcPr></w:tblStylePr></w:style>'
    result = read(body, styles=STYLES + grid)
    assert texts(result) == ["x"]
    assert result.hidden == ()


def test_the_page_may_have_a_colour_of_its_own() -> None:
    """Word shows it only where the settings say so; on a dark page white is seen and the dark colour is not."""
    body = f"<w:p>{white('light')}</w:p>" + p("dark", run='<w:color w:val="203040"/>')
    page = '<w:background w:color="203040"/>'
    assert texts(read(body, before=page)) == ["dark"]
    assert texts(read(body, before=page, settings="<w:displayBackgroundShape/>")) == ["light"]


def test_links_are_kept_and_not_followed() -> None:
    body = (
        f'<w:p><w:hyperlink r:id="h1">{r("profile")}</w:hyperlink><w:hyperlink r:id="h2">{r(" file")}</w:hyperlink>'
        f'<w:fldSimple w:instr=" HYPERLINK &quot;mailto:jane@example.com&quot; ">{r(" mail")}</w:fldSimple></w:p>'
    )
    result = read(body, links={"h1": "https://example.com/jane", "h2": "file:///etc/passwd"})
    assert texts(result) == ["profile file mail"]
    assert [link.target for link in result.links] == ["https://example.com/jane", "mailto:jane@example.com"]


def test_footnotes_follow_the_text_and_comments_are_not_read() -> None:
    """Only those that the text refers to, in its order."""
    body = f'<w:p>{r("text")}<w:r><w:footnoteReference w:id="3"/></w:r><w:commentRangeStart w:id="1"/></w:p>' + p(
        "more"
    )
    notes = "".join(f'<w:footnote w:id="{key}">{p(f"note {key}")}</w:footnote>' for key in (2, 3))
    result = read(body, footnotes=notes, comments=f'<w:comment w:id="1">{p("secret")}</w:comment>')
    assert texts(result) == ["text", "more", "note 3"]


def section(*edges: str, switch: str = "") -> str:
    references = "".join(
        f'<w:{edge.rstrip("123")}Reference w:type="{kind}" r:id="{edge}"/>'
        for edge, _, kind in (e.partition(":") for e in edges)
    )
    return f'<w:sectPr>{references}<w:pgSz w:w="12240" w:h="15840"/>{switch}</w:sectPr>'


PAGE_OF = f"{r('Page ')}{field('PAGE', '1')}{r(' of ')}<w:fldSimple w:instr='NUMPAGES'>{r('3')}</w:fldSimple>"


def test_running_headers_stay_apart_but_contact_details_are_text() -> None:
    """On every page: what the body does not say of contact or name stands once; page numbers never do."""
    header = f"<w:p>{r('Jane Example')}<w:r><w:tab/></w:r>{r('jane@example.com')}<w:r><w:tab/></w:r>{PAGE_OF}</w:p>"
    footer = p("References on request") + p("https://example.com/jane") + f"<w:p>{PAGE_OF}</w:p>"
    body = p("Jane Example") + LONG + section("header1:default", "footer1:default", "footer2:default")
    result = read(body, header1=header, footer1=footer, footer2=footer)
    assert texts(result)[:2] == ["jane@example.com", "Jane Example"]
    assert texts(result)[-2:] == ["Line 59 of a long career.", "https://example.com/jane"]
    assert [running.text for running in result.running] == ["Jane Example", "Page 1 of 3", "References on request"]


def test_a_header_on_one_page_alone_is_text() -> None:
    """That of a first page, where the section has one; and all of a text that fits one page."""
    parts = {"header1": p("Curriculum vitae"), "footer1": p("References on request") + p("Page 1 of 1")}
    first = section("header1:first", "footer1:default", switch="<w:titlePg/>")
    assert texts(read(LONG + first, **parts))[0] == "Curriculum vitae"
    assert texts(read(LONG + section("header1:first", "footer1:default"), **parts))[0] == "Line 0 of a long career."
    short = read(p("body") + section("header1:default", "footer1:default"), **parts)
    assert texts(short) == ["Curriculum vitae", "body", "References on request"]
    assert [running.text for running in short.running] == ["Page 1 of 1"]


def test_pages_are_counted_by_breaks_and_cut_at_the_limit() -> None:
    """A break that Word found when it last laid the file out is no second one after a break that the writer set."""
    both = '<w:p><w:r><w:br w:type="page"/></w:r></w:p><w:p><w:r><w:lastRenderedPageBreak/><w:t>two</w:t></w:r></w:p>'
    soft = "<w:p><w:r><w:t>begins </w:t><w:lastRenderedPageBreak/><w:t>ends</w:t></w:r></w:p>"
    content = word(p("one") + both + soft + p("three") + section())
    result = read_docx(content, "cv.docx", Limits())
    assert [(line.text, line.page) for line in result.lines] == [
        ("one", 1),
        ("two", 2),
        ("begins ends", 2),
        ("three", 3),
    ]
    assert [(page.number, page.width, page.height) for page in result.pages] == [
        (1, 612, 792),
        (2, 612, 792),
        (3, 612, 792),
    ]
    cut = read_docx(content, "cv.docx", Limits(pages=2))
    assert texts(cut) == ["one", "two", "begins ends"]
    assert [warning.code for warning in cut.warnings] == [WarningCode.TRUNCATED]


def encrypted(content: bytes) -> bytes:
    """Set the flag of an encrypted entry in every header."""
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        parts = content.split(mark)
        content = mark.join([parts[0], *(part[: offset - 4] + b"\x01\x00" + part[offset - 2 :] for part in parts[1:])])
    return content


def doubled() -> bytes:
    buffer = BytesIO(word(p("x")))
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("WORD/document.xml", "<x/>")
    return buffer.getvalue()


def repacked(method: int) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(word(p("x")))) as source, zipfile.ZipFile(buffer, "w", method) as target:
        for name in source.namelist():
            target.writestr(name, source.read(name))
    return buffer.getvalue()


def understated() -> bytes:
    """A directory that claims the text to be ten bytes long."""
    content = bytearray(word(p("x" * 90_000)))
    at = content.rindex(b"word/document.xml", 0, content.rindex(b"word/_rels")) - 46
    content[at + 24 : at + 28] = (10).to_bytes(4, "little")
    return bytes(content)


LAUGH = '<!DOCTYPE x [<!ENTITY a "ha">]><w:document/>'
REFUSED = {
    "cut off": (word(p("x"))[:300], Limits(), DocumentCorrupt),
    "no text": (packed({"a.txt": "x"}), Limits(), DocumentCorrupt),
    "broken xml": (packed({"word/document.xml": "<not closed"}), Limits(), DocumentCorrupt),
    "entities": (packed({"word/document.xml": LAUGH}), Limits(), DocumentCorrupt),
    "entities in UTF-16": (packed({"word/document.xml": LAUGH.encode("utf-16")}), Limits(), DocumentCorrupt),
    "one name twice": (doubled(), Limits(), DocumentCorrupt),
    "a password": (encrypted(word(p("x"))), Limits(), DocumentEncrypted),
    "an unusual packing": (repacked(zipfile.ZIP_BZIP2), Limits(), DocumentUnsupported),
    "a false length": (understated(), Limits(), DocumentCorrupt),
    "unpacks to much": (word(p("x" * 10_000)), Limits(unpacked_size=5_000), DocumentTooLarge),
    "unpacks to many times its size": (word(p("x" * 2_000_000)), Limits(unpacked_ratio=50), DocumentTooLarge),
    "nested without end": (word("<w:sdt><w:sdtContent>" * 3_000), Limits(), DocumentTooLarge),
    "nested deeper than allowed": (word(table([table([p("x")])])), Limits(xml_depth=8), DocumentTooLarge),
}


@pytest.mark.parametrize(("content", "limits", "error"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused_says_why_in_one_line(content: bytes, limits: Limits, error: type[DocumentError]) -> None:
    with pytest.raises(error) as caught:
        read_docx(content, "cv.docx", limits)
    assert caught.value.message.startswith("cv.docx: ")
    assert "\n" not in str(caught.value)
    assert caught.value.hint


def test_a_wrong_checksum_is_damage() -> None:
    content = bytearray(repacked(zipfile.ZIP_STORED))
    at = content.index(b'preserve">x<') + len(b'preserve">')
    content[at] = ord("y")
    with pytest.raises(DocumentCorrupt):
        read_docx(bytes(content), "cv.docx", Limits())


def test_the_deepest_nesting_that_parses_is_read_without_recursion_errors() -> None:
    depth = 120
    body = "<w:sdt><w:sdtContent>" * depth + p("deep") + "</w:sdtContent></w:sdt>" * depth
    assert texts(read(body)) == ["deep"]


def test_any_truncation_gives_lines_or_our_error() -> None:
    content = word(p("one") + table([p("two")]), styles=STYLES)
    for length in range(0, len(content), 37):
        try:
            read_docx(content[:length], "cv.docx", Limits())
        except DocumentError as error:
            assert error.message.startswith("cv.docx: ")  # noqa: PT017 - either outcome is right, but nothing else
