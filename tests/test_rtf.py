r"""RTF files: control words are followed as far as text, its style and its visibility need."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillgap.documents.rtf.reader import read_rtf
from skillgap.documents.types import HiddenCause, Limits, ReaderResult, WarningCode

TABLES = (
    r"{\fonttbl{\f0\fswiss Arial;}{\f1\fcharset204 Times;}{\f2\fcharset2 Symbol;}{\f3\fcharset128 Gothic;}}"
    r"{\colortbl;\red255\green255\blue255;\red16\green32\blue48;\red250\green250\blue250;}"
    r"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\s2 Title;}{\s3\fs40\b Big;}{\*\cs9 Letters;}}"
)


def read(body: str) -> ReaderResult:
    return read_rtf((r"{\rtf1\ansi\ansicpg1252\deff0" + TABLES + body + "}").encode("latin-1"), "cv.rtf", Limits())


def texts(body: str) -> list[str]:
    return [line.text for line in read(body).lines]


def test_paragraphs_and_line_breaks_are_lines() -> None:
    assert texts(r"One{\b  bold}\par Two\line three" + "\r\n" + r"\tab four\par\pard last") == [
        "One bold",
        "Two",
        "three\tfour",
        "last",
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"caf\'e9", "café"),
        (r"\u233?t\u233\'e9", "été"),
        (r"\uc2\u8211--x", "–x"),
        (r"\uc0\u960 x", "πx"),
        (r"{\uc0 {\uc2 }\u960}x", "πx"),
        (r"\u-10179?\u-8704?", "\U0001f600"),
        (r"\u-10179? x", "x"),
        (r"\f1\'cf\'f0\'e8", "При"),
        (r"\f3\'93\'fa\'96\'7b", "日本"),
        (r"\f2\'b7", "\uf0b7"),
        (r"a\~b\_c\-d", "a\u00a0b-cd"),
        (r"\lquote a\rquote  \endash \bullet", "‘a’ –•"),
        (r"\{\\\}", "{\\}"),
        (r"{\upr{\ansi no}{\*\ud yes}}", "yes"),
        (r"a\b\b0\i\ulnone\foo12 b", "ab"),
        ("caf\xe9", "café"),
    ],
)
def test_characters_are_decoded(body: str, expected: str) -> None:
    assert texts(body) == [expected]


@pytest.mark.parametrize(
    "group",
    [
        r"{\info{\title no}}",
        r"{\pict\pngblip 89504e47}",
        r"{\*\unknown no}",
        r"{\object{\*\objdata 0123}}",
        r"{\*\bkmkstart no}",
        r"{\deleted no}",
        r"{\*\annotation no}",
        r"{\pict\bin4 {{}\}",
    ],
)
def test_what_is_no_text_is_neither_text_nor_hidden(group: str) -> None:
    result = read(f"seen{group}")
    assert [line.text for line in result.lines] == ["seen"]
    assert result.hidden == ()


def test_style_is_that_of_the_letters_and_of_the_paragraph() -> None:
    result = read(
        r"\fs28\cf2\b Name\b0  plain\par\pard\plain\s1 Work\par\pard\plain\s2 Jo\par\pard\plain\s3 big\par\pard\plain small"
    )
    name, work, title, big, small = result.lines
    assert (name.font_size, name.color, name.is_bold) == (14.0, "#102030", False)
    assert [(span.text, span.is_bold) for span in name.spans] == [("Name", True), (" plain", False)]
    assert (work.heading_level, title.heading_level) == (1, 10)
    assert (big.font_size, big.is_bold) == (20.0, True)
    assert (small.font_size, small.is_bold, small.heading_level) == (12.0, False, 0)


@pytest.mark.parametrize(
    ("words", "cause"),
    [
        (r"\v", HiddenCause.SWITCHED_OFF),
        (r"\cf1", HiddenCause.SAME_COLOR),
        (r"\cf3", HiddenCause.SAME_COLOR),
        (r"\cf2\highlight2", HiddenCause.SAME_COLOR),
        (r"\cf2\cbpat2", HiddenCause.SAME_COLOR),
        (r"\fs2", HiddenCause.TINY),
        (r"\charscalex1", HiddenCause.TINY),
        (r"\posx-30000", HiddenCause.OFF_PAGE),
    ],
)
def test_what_no_person_can_see_is_hidden_for_its_cause(words: str, cause: HiddenCause) -> None:
    result = read(rf"seen{{{words} spam eggs}} too\par")
    assert [line.text for line in result.lines] == ["seen too"]
    assert [(each.text, each.cause) for each in result.hidden] == [("spam eggs", cause)]


@pytest.mark.parametrize("words", [r"\v\v0", r"\cf1\highlight2", r"\cf1\cbpat2", r"\cf1\plain", r"\fs8", r"\webhidden"])
def test_what_looks_hidden_and_is_not(words: str) -> None:
    result = read(rf"{{{words} seen}}\par")
    assert [line.text for line in result.lines] == ["seen"]
    assert result.hidden == ()


def test_white_letters_are_seen_on_a_dark_cell_alone() -> None:
    result = read(r"\trowd\clcbpat2\cellx100\cellx200\pard\intbl\cf1 seen\cell spam\cell\row\pard\par")
    assert [line.text for line in result.lines] == ["seen"]
    assert [each.text for each in result.hidden] == ["spam"]


def test_rows_of_tables() -> None:
    """Short cells stand on one line; a cell with several paragraphs is read to its end; an inner table is read in its cell."""
    assert texts(r"\trowd\cellx1\cellx2\intbl 2019\cell Engineer\cell\row\pard after\par") == [
        "2019   Engineer",
        "after",
    ]
    assert texts(r"\trowd\intbl a\par b\cell c\cell\row") == ["a", "b", "c"]
    inner = r"\pard\intbl\itap2 x\nestcell y\nestcell{\*\nesttableprops\trowd\nestrow}{\nonesttables\par}"
    assert texts(rf"\trowd\intbl\itap1 a\par {inner}\pard\intbl\itap1 b\cell c\cell\row") == ["a", "x   y", "b", "c"]
    assert texts(r"\trowd\intbl open\cell end") == ["open   end"]


def test_list_labels_are_bullets_or_numbers() -> None:
    assert texts(r"{\listtext\f2\'b7\tab}a\par{\pntext 2.\tab}b\par{\listtext\'a7\tab}c\par d") == [
        "• a",
        "2. b",
        "• c",
        "d",
    ]


def test_links_are_kept_and_fields_show_their_result() -> None:
    result = read(
        r'{\field{\*\fldinst{HYPERLINK "https://example.org/a"}}{\fldrslt{\ul page}}} {\field{\*\fldinst DATE}{\fldrslt today}}'
    )
    assert [line.text for line in result.lines] == ["page today"]
    assert [link.target for link in result.links] == ["https://example.org/a"]


def test_headers_keep_contact_details_and_lose_page_numbers() -> None:
    many = "".join(rf"line {number}\par " for number in range(60))
    result = read(
        rf"{{\header Jo Reed jo@example.com\par}}{{\footer Page \chpgn  of {{\field{{\*\fldinst NUMPAGES}}{{\fldrslt 2}}}}\par}}{many}"
    )
    lines = [line.text for line in result.lines]
    assert lines[0] == "Jo Reed jo@example.com"
    assert len(lines) == 61
    assert any("Page" in each.text for each in result.running)


def test_notes_come_after_the_text_and_text_boxes_after_their_paragraph() -> None:
    box = r"{\shp{\*\shpinst{\sp{\sn fillColor}{\sv 3153936}}{\shptxt\pard\cf1 in the box\par}}{\shprslt{\*\do no}}}"
    assert texts(rf"a{box} b\par c{{\footnote note}}\par d") == ["a b", "in the box", "c", "d", "note"]


def test_a_box_of_no_size_or_off_the_page_is_not_seen() -> None:
    for place, cause in (
        (r"\shpleft0\shptop0\shpright0\shpbottom9", HiddenCause.CLIPPED),
        (r"\shpleft-9000\shptop0\shpright-8000\shpbottom9", HiddenCause.OFF_PAGE),
    ):
        result = read(rf"seen{{\shp{{\*\shpinst{place}{{\shptxt spam\par}}}}}}\par")
        assert [line.text for line in result.lines] == ["seen"]
        assert [(each.text, each.cause) for each in result.hidden] == [("spam", cause)]


def test_pages_turn_at_breaks() -> None:
    result = read(r"\paperw11900\paperh16840 one\par\page two\sect\sectd three")
    assert [line.page for line in result.lines] == [1, 2, 3]
    assert (result.pages[0].width, result.pages[0].height) == (595.0, 842.0)


def test_gaps_are_where_white_space_is() -> None:
    result = read(r"a\par b\par\par c\par\sb400 d\par\pard\s3\contextualspace\sb400 e\par f")
    assert [line.follows_gap for line in result.lines] == [False, False, True, True, True, False]


@pytest.mark.parametrize(
    "content",
    [
        r"{\rtf1 text so far",
        r"{\rtf1 text so far\b",
        r"{\rtf1 text so far}}} junk",
        r"{\rtf1 text so far{\*\x \'e",
        r"{\rtf1 text so far\bin99999 x",
    ],
)
def test_of_a_file_that_breaks_off_there_is_what_it_has(content: str) -> None:
    assert [line.text for line in read_rtf(content.encode(), "cv.rtf", Limits()).lines] == ["text so far"]


def test_depth_costs_nothing_and_length_has_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    assert texts("{" * 200_000 + "deep") == ["deep"]
    assert texts(r"{\footnote " * 5_000 + "deep") == ["deep"]
    assert texts(r"{\shp{\*\shpinst{\shptxt " * 2_000 + r"deep\par") == ["deep"]
    monkeypatch.setattr("skillgap.documents.rtf.walk.MOST_PARTS", 1_000)
    result = read("seen" + r"\'41" * 1_000)
    assert [line.text[:6] for line in result.lines] == ["seenAA"]
    assert [warning.code for warning in result.warnings] == [WarningCode.TRUNCATED]


@given(
    st.lists(
        st.sampled_from(
            [
                "{",
                "}",
                "\\",
                "\\par ",
                "\\cell ",
                "\\row ",
                "\\intbl ",
                "\\itap3 ",
                "\\nestcell ",
                "\\shp ",
                "\\shptxt ",
                "\\sv ",
                "\\fldinst ",
                "\\fldrslt ",
                "\\header ",
                "\\footnote ",
                "\\*",
                "\\u-9 ",
                "\\'",
                "\\s1 ",
                "\\stylesheet ",
                "\\colortbl ",
                "\\page ",
                "\\listtext ",
                ";",
                "x",
                "\\fs-5 ",
                "\\bin-3 ",
            ]
        )
    )
)
def test_any_run_of_control_words_is_read(parts: list[str]) -> None:
    """What stands before it stays, whatever the words do to what follows."""
    assert "first" in [line.text for line in read("first\\par " + "".join(parts)).lines]
