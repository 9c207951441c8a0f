"""Word files: what is read, in which order, with which looks."""

import pytest
from word_files import NAMESPACES, RELATION, STYLES, box, field, p, packed, pict, r, read, relations, table, texts, word

from skillgap.documents.types import Limits, WarningCode
from skillgap.documents.word.reader import read_docx

LONG = "".join(f"<w:p><w:r><w:t>Line {number} of a long career.</w:t></w:r></w:p>" for number in range(60))


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
    "but what a table with many columns says of one year is a line, wrapped or not": (
        table([p("Dipl."), p("Vet") + p("(large)"), p("Lund"), p("2011"), p("4.1")]),
        ["Dipl.   Vet (large)   Lund   2011   4.1"],
    ),
    "dates at the right stand beside the first line": (
        table([p("Stoker") + p("SS Ardent") + p("Kept four boilers."), p("May 1998 – 2003")]),
        ["Stoker   May 1998 – 2003", "SS Ardent", "Kept four boilers."],
    ),
    "and below it if that is a heading": (
        table([f'<w:p><w:pPr><w:outlineLvl w:val="2"/></w:pPr>{r("Stoker")}</w:p>' + p("SS Ardent"), p("1998–2003")]),
        ["Stoker", "1998–2003", "SS Ardent"],
    ),
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
