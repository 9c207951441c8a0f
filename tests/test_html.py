"""Web pages: what a person sees in a browser is text, in lines; what only the file holds is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.documents.types import HiddenCause, Limits, ReaderResult, WarningCode
from skillgap.documents.web.reader import read_html
from skillgap.errors import DocumentError, DocumentTooLarge

PAGE = "<!DOCTYPE html><html><head><meta charset=utf-8><title>Not text</title><style>{}</style></head><body>{}</body></html>"


def read(body: str, style: str = "") -> ReaderResult:
    return read_html(PAGE.format(style, body).encode(), "page.html", Limits())


def texts(body: str, style: str = "") -> list[str]:
    return [line.text for line in read(body, style).lines]


def hidden(body: str, style: str = "") -> list[tuple[str, HiddenCause]]:
    return [(each.text, each.cause) for each in read(body, style).hidden]


def test_blocks_and_breaks_are_lines_and_inline_elements_are_not() -> None:
    body = "<h1>Mara <i>Quill</i></h1><p>One\n   line</p>loose<div>a<br>b</div><pre>x\n  y</pre>"
    assert texts(body) == ["Mara Quill", "One line", "loose", "a", "b", "x", "y"]


def test_display_decides_what_a_block_is() -> None:
    style = ".s { display: block } li { display: inline } @media print { .s { display: inline } }"
    assert texts("<span class=s>one</span><span class=s>two</span><li>three <li>four", style) == [
        "one",
        "two",
        "three four",
    ]


def test_style_of_a_line_is_resolved_and_spans_say_where_it_changes() -> None:
    result = read(
        "<p class=k>Plain <b>bold</b></p><h2>Skills</h2>",
        "p.k { font-size: 20px; color: rgb(1 2 3) } h2 { color: var(--x) } :root { --x: #112233 }",
    )
    line, heading = result.lines
    assert (line.font_size, line.is_bold, line.color) == (15.0, False, "#010203")
    assert [(span.text, span.is_bold) for span in line.spans] == [("Plain ", False), ("bold", True)]
    assert (heading.heading_level, heading.is_bold, heading.color, heading.font_size) == (2, True, "#112233", 18.0)


def test_the_cascade_goes_by_importance_then_inline_then_specificity_then_order() -> None:
    style = "#i { color: #010101 } p.c { color: #020202 } p { color: #030303 } p { color: #040404 } b { color: #050505 !important }"
    lines = read(
        "<p id=i class=c>1</p><p class=c>2</p><p>3</p><p style='color:#060606'>4</p><b style='color:#070707'>5</b>",
        style,
    )
    assert [line.color for line in lines.lines] == ["#010101", "#020202", "#040404", "#060606", "#050505"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<ul><li>a<li>b</ul>", ["• a", "• b"]),
        ("<ol start=3><li>a<li value=9>b<li>c</ol>", ["3. a", "9. b", "10. c"]),
        ("<ul><li>a<ol><li>b</ol>c</ul>", ["• a", "1. b", "c"]),
        ("<ul style='list-style:none'><li>a</ul>", ["a"]),
        ("<ul><li></li></ul><p>after", ["after"]),
        ("<ul><li><p>deep</p></ul>", ["• deep"]),
    ],
)
def test_list_items_begin_with_their_bullet_or_number(body: str, expected: list[str]) -> None:
    assert texts(body) == expected


def test_what_style_sheets_put_before_an_item_is_its_marker() -> None:
    style = (
        "ul, ol { list-style: none } ul li::before { content: '\\25B8' } "
        "ol li:before { content: counter(n) '.' } p::before { content: 'Email: ' }"
    )
    body = "<ul><li>a</ul><ol><li>b<li>c</ol><p>x@example.com"
    assert texts(body, style) == ["• a", "1. b", "2. c", "Email: x@example.com"]


def test_short_cells_of_a_row_stand_on_one_line_and_long_ones_after_each_other() -> None:
    body = "<table><tr><td>2019<td>Engineer<tr><td><p>a</p><p>b</p><td>c</table>"
    assert texts(body) == ["2019   Engineer", "a", "b", "c"]


def test_flexible_rows_grids_and_floats_stand_beside_each_other() -> None:
    style = ".f { display: flex } .g { display: grid; grid-template-columns: 1fr 2fr } .r { float: right } .l { float: left }"
    assert texts("<div class=f><h3>Engineer</h3><span>2019</span></div>", style) == ["Engineer   2019"]
    assert texts("<div class=g><i>a</i><i>b</i><i>c</i><i>d</i></div>", style) == ["a   b", "c   d"]
    assert texts("<h3><span class=r>2019</span>Engineer</h3>", style) == ["Engineer   2019"]
    assert texts("<div class=l>2019</div><p>Engineer</p>", style) == ["2019   Engineer"]


def test_room_between_labels_parts_their_words() -> None:
    assert texts("<b class=t>Go</b><b class=t>C</b><b>x</b><b>y</b>", ".t { padding: 2px 8px }") == ["Go C xy"]


@pytest.mark.parametrize(
    "markup",
    [
        "<script>X</script>",
        "<style>X</style>",
        "<!-- X -->",
        "<img alt=X>",
        "<input value=X>",
        "<select><option>X</select>",
        "<svg><title>X</title></svg>",
    ],
)
def test_what_is_no_content_is_neither_text_nor_hidden_text(markup: str) -> None:
    result = read(f"<p>seen</p>{markup}")
    assert [line.text for line in result.lines] == ["seen"]
    assert result.hidden == ()


@pytest.mark.parametrize(
    ("style", "cause"),
    [
        ("display: none", HiddenCause.SWITCHED_OFF),
        ("visibility: hidden", HiddenCause.SWITCHED_OFF),
        ("mso-hide: all", HiddenCause.SWITCHED_OFF),
        ("opacity: .01", HiddenCause.TRANSPARENT),
        ("color: transparent", HiddenCause.TRANSPARENT),
        ("color: rgb(0 0 0 / 3%)", HiddenCause.TRANSPARENT),
        ("font-size: 2px", HiddenCause.TINY),
        ("font: 0/0 a", HiddenCause.TINY),
        ("color: #fff", HiddenCause.SAME_COLOR),
        ("color: oklch(0.99 0 0)", HiddenCause.SAME_COLOR),
        ("color: #111; background: #000", HiddenCause.SAME_COLOR),
        ("position: absolute; left: -9999px", HiddenCause.OFF_PAGE),
        ("position: fixed; inset: 0 auto auto 6000px", HiddenCause.OFF_PAGE),
        ("text-indent: -9999px", HiddenCause.OFF_PAGE),
        ("transform: translateX(-500em)", HiddenCause.OFF_PAGE),
        ("transform: scale(0)", HiddenCause.CLIPPED),
        ("height: 0; overflow: hidden", HiddenCause.CLIPPED),
        ("position: absolute; clip: rect(0, 0, 0, 0)", HiddenCause.CLIPPED),
        ("clip-path: inset(50%)", HiddenCause.CLIPPED),
    ],
)
def test_what_no_person_can_see_is_hidden_for_its_cause(style: str, cause: HiddenCause) -> None:
    """Inline, by a class, and by what it inherits from an element around it."""
    for body, sheet in (
        (f"<p style='{style}'>spam eggs</p><p>seen", ""),
        ("<p class=h>spam eggs</p><p>seen", f".h {{ {style} }}"),
        (f"<section style='{style}'><div><p>spam <b>eggs</b></p></div></section><p>seen", ""),
    ):
        assert texts(body, sheet) == ["seen"]
        assert {found for _, found in hidden(body, sheet)} == {cause}
        assert " ".join(text for text, _ in hidden(body, sheet)) == "spam eggs"


@pytest.mark.parametrize(
    "body",
    [
        "<div style='background:#123'><p style='color:#fff'>seen</p></div>",
        "<table bgcolor=navy><tr><td><font color=white>seen</font></table>",
        "<p style='color:#fff;background:url(a.png)'>seen</p>",
        "<h1 style='background:linear-gradient(red,blue);-webkit-background-clip:text;color:transparent'>seen</h1>",
        "<div style='visibility:hidden'><p style='visibility:visible'>seen</p></div>",
        "<div style='font-size:0'><p style='font-size:14px'>seen</p></div>",
        "<p aria-hidden=true>seen</p>",
        "<p style='opacity:.5'>seen</p>",
        "<p style='text-indent:-18pt'>seen</p>",
        "<p style='display:none;display:block'>seen</p>",
        "<p style='color:red;background:#7f7f7f'>seen</p>",
        "<style>@media print { p { display: none } }</style><p>seen</p>",
        "<style>body::before { content: ''; position: fixed; width: 200px; background: #123 } p { color: #fff }</style><p>seen</p>",
        "<svg><rect fill=black /><text fill=white>seen</text></svg>",
        "<details><p>seen</p></details>",
    ],
)
def test_what_looks_hidden_and_is_not(body: str) -> None:
    assert texts(body) == ["seen"]
    assert read(body).hidden == ()


def test_only_links_to_people_and_pages_are_kept() -> None:
    body = "<a href='mailto:a@example.com'>x</a><a href='https://example.org/a'></a><a href='#x'>y</a><a href='javascript:x()'>z</a>"
    body += "<p hidden><a href='https://example.org/hidden'>h</a></p>"
    assert [link.target for link in read(body).links] == ["mailto:a@example.com", "https://example.org/a"]


def test_word_exports_read_as_they_look() -> None:
    label = "<![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp; </span></span><![endif]>"
    body = f"<p class=MsoListParagraph style='mso-list:l0 level1'>{label}Built a\nparser<o:p></o:p></p>"
    body += "<p>Engineer<span style='mso-tab-count:1'>    </span>2019</p><!--[if gte mso 9]><p>no</p><![endif]-->"
    assert texts(body) == ["• Built a parser", "Engineer\t2019"]


@pytest.mark.parametrize(
    "content",
    [
        "<p>Zoë".encode("utf-8-sig"),
        "<p>Zoë".encode("utf-16"),
        "<p>Zoë".encode(),
        "<p>Zoë".encode("cp1252"),
        "<meta charset=iso-8859-2><p>Zoë".encode("iso-8859-2"),
        "<?xml version='1.0' encoding='windows-1250'?><html><p>Zoë</p></html>".encode("cp1250"),
        "<meta charset=utf-16><p>Zoë".encode(),
        "<meta charset=rot13><p>Zoë".encode(),
    ],
)
def test_the_encoding_is_found(content: bytes) -> None:
    assert [line.text for line in read_html(content, "page", Limits()).lines] == ["Zoë"]


def test_gaps_are_where_white_space_is() -> None:
    body = "<h2>A</h2><ul><li>b<li>c</ul><p style='margin:0'>d</p><p style='margin:0'>e<br><br>f"
    assert [line.follows_gap for line in read(body).lines] == [False, True, False, True, False, True]


def test_what_is_nested_too_deep_is_refused_and_what_is_deep_is_read() -> None:
    assert texts("<div>" * 400 + "deep") == ["deep"]
    for depth in (600, 100_000):
        with pytest.raises(DocumentTooLarge, match=r"^page\.html: "):
            texts("<div>" * depth + "deep")


@pytest.mark.parametrize(
    "style",
    [
        "div:has(b):has(i) p { color: red }",
        "b ~ p { color: red }",
        "* { color: red }" * 3_000,
        "a { color: red }" * 60_000,
        " ".join(["div"] * 30) + " x, " + " ".join(["div"] * 30) + " p.q { color: red }",
    ],
)
def test_style_sheets_that_cost_too_much_are_given_up_with_a_warning(style: str) -> None:
    """Every element that a selector looks at is counted, so the cost has a bound whatever the selectors are."""
    result = read("<div>" * 100 + "<p class=q>x" * 4_000, style)
    assert len(result.lines) == 4_000
    is_warned = [warning.code for warning in result.warnings] == [WarningCode.TRUNCATED]
    assert is_warned or len(style) < 1_000


@pytest.mark.parametrize(
    "style",
    [
        ":not(" * 5_000,
        "a { color: " + "(" * 20_000,
        "@media screen {" * 5_000,
        "{" * 20_000,
        "p { color: " + "var(--a," * 240 + "}",
    ],
)
def test_broken_style_sheets_cost_no_text(style: str) -> None:
    assert texts("<p>seen", style) == ["seen"]


def test_custom_properties_do_not_grow_without_bound() -> None:
    chain = ";".join(f"--a{i}: var(--a{i - 1}) var(--a{i - 1})" for i in range(1, 60))
    assert texts("<p>seen", f":root {{ --a0: red; {chain} }} p {{ color: var(--a59) }}") == ["seen"]


@given(st.text(alphabet="<>/ab=\"'&;:!-\n{}#.pdiv styletdlu", max_size=300))
def test_any_markup_is_read_or_refused(markup: str) -> None:
    """No markup takes away what stands before it, and each piece of text is a line."""
    try:
        lines = read_html(b"<p>first</p>" + markup.encode(), "page", Limits()).lines
    except DocumentError as error:
        assert str(error).startswith("page: ")  # noqa: PT017 - either outcome is right, but nothing else
    else:
        assert lines[0].text.startswith("first")


def test_definitions_stand_beside_their_terms() -> None:
    """One for each term; where a term has several, they stand below it."""
    long = "MSc, Marine Geology, with a thesis on the slopes below the Rockall Bank; University of Kilsample"
    body = f"<dl><dt>2012–2016</dt><dd><p>BSc, Geology; Owari Institute</p></dd><dt>2016–2018</dt><dd><p>{long}</p></dd></dl>"
    lines = read(body).lines
    assert [line.text for line in lines] == ["2012–2016   BSc, Geology; Owari Institute", "2016–2018", long]
    assert not lines[-1].follows_gap
    assert texts("<dl><dt>Tools</dt><dd>Helm</dd><dd>Nomad</dd></dl>") == ["Tools", "Helm", "Nomad"]
