"""The report shows all of an analysis, in every format, and whatever a résumé says stays text."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from markdown_it import MarkdownIt
from markupsafe import escape
from msgspec import Struct
from rich.cells import cell_len

from skillgap import Analysis, UsageError
from skillgap.report.cleaning import clean_copy
from skillgap.report.html_pieces import escaped
from skillgap.report.pages import PlanFormat
from skillgap.report.plan_rendering import render_plan
from skillgap.report.plan_view import NO_RESUME, web_address
from skillgap.report.quoting import SHOWN as SHOWN_LETTERS
from skillgap.report.quoting import around_the_marks, quoted_once, segments_of
from skillgap.report.rendering import Format, escape_markdown, render, render_pdf
from skillgap.report.score_view import HOW_TO_READ, HOW_TO_READ_POSTING, VERY_LITTLE_SHOWN
from skillgap.report.view import view_of
from skillgap.report.wording import clean_text, titled
from skillgap.taxonomy.types import Level

FIXTURE = Path(__file__).with_name("report_fixture.json")
PAGES = (Format.HTML, Format.MARKDOWN, Format.TEXT)
NASTY = "<script>alert(1)</script> {{ 7*7 }} {% raw %} [bold] [x](javascript:a) *a* _b_ `c` | &amp; 1. #"
HOSTILE = f"{NASTY} \x1b[31mred\x07\nend"
SHOWN = f"{NASTY} [31mred end"
"""What is left of it once the control characters are gone."""


@pytest.fixture
def contract() -> dict[str, Any]:
    return json.loads(FIXTURE.read_text(encoding="utf-8"))


@pytest.fixture
def analysis(contract: dict[str, Any]) -> Analysis:
    return Analysis.from_dict(contract)


@pytest.fixture
def hostile(contract: dict[str, Any]) -> Analysis:
    """Every text field of the analysis says the same nasty thing."""
    for holder, key in list(text_fields(contract)):
        before = holder[key]
        holder[key] = HOSTILE
        try:
            Analysis.from_dict(contract)
        except UsageError:  # a word from a closed list
            holder[key] = before
    return Analysis.from_dict(contract)


@pytest.fixture
def empty(contract: dict[str, Any]) -> Analysis:
    contract["resume"] = {"basics": {}}
    contract["document"]["warnings"] = []
    contract["score"] = {"overall": 0.0, "band": [0.0, 0.0], "areas": {}, "components": []}
    contract["fit"] = {"summary": "", "work": [], "thrives": [], "finds_it_hard": []}
    contract["advancement"] = {"levels": [], "next_level": None, "separates": []}
    contract["plan"] |= {"hours": 0.0, "weeks": 0.0, "score_after": 0.0, "steps": []}
    contract["plan"]["left_out"] = []
    for key in ("sections", "skills", "strengths", "gaps", "quick_wins", "lateral_moves", "interview", "advice"):
        contract[key] = []
    return Analysis.from_dict(contract)


def text_fields(value: Any) -> Iterator[tuple[Any, Any]]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in items:
        if isinstance(each, str) and key != "schema_version":
            yield value, key
        yield from text_fields(each)


def page(analysis: Analysis) -> html.HtmlElement:
    return html.document_fromstring(render(analysis, Format.HTML))


def markdown(analysis: Analysis) -> MarkdownIt:
    return MarkdownIt("commonmark").enable("table").parse(render(analysis, Format.MARKDOWN))


def test_hostile_text_is_text_in_html(hostile: Analysis) -> None:
    """No field can bring in an element, an attribute or a template expression."""
    document = page(hostile)
    assert not document.xpath("//img | //iframe | //@onclick")
    figures, script = document.xpath("//script")
    assert NASTY[:8] not in figures.text + script.text
    for each in (figures, script):
        each.drop_tree()
    shown = " ".join(document.text_content().split())
    assert shown.count(SHOWN) > 50
    assert "49" not in shown
    assert document.get_element_by_id("gaps").xpath(".//h3")[0].text_content() == SHOWN


def test_hostile_text_is_text_in_markdown(hostile: Analysis) -> None:
    """A Markdown renderer shows every field as it was written: no HTML, no links, no emphasis of its own."""
    inline = [each for token in markdown(hostile) for each in (token.children or [])]
    assert not [token for token in markdown(hostile) if token.type == "html_block"]
    assert not [each for each in inline if each.type in {"html_inline", "link_open", "image", "em_open", "code_inline"}]
    texts = [
        "".join(each.content for each in token.children or [] if each.type == "text") for token in markdown(hostile)
    ]
    assert sum(text.count(SHOWN) for text in texts) > 50


@pytest.mark.parametrize("color", [True, False])
def test_hostile_text_is_text_in_a_terminal(hostile: Analysis, color: bool) -> None:
    """No markup is read and no escape gets through."""
    text = render(hostile, Format.TEXT, width=400, color=color)
    assert "\x07" not in text
    assert "\x1b[31m" not in text
    assert "[bold]" in text
    assert "[31mred end" in text


def test_plain_text_has_no_control_characters(hostile: Analysis) -> None:
    """Without colour nothing but line ends controls the terminal."""
    assert all(character == "\n" or character.isprintable() for character in render(hostile, Format.TEXT))


def test_color_is_an_addition(analysis: Analysis) -> None:
    """With the escapes taken out, the coloured report is the plain one."""
    colored = render(analysis, Format.TEXT, width=80, color=True)
    plain = re.sub(r"\x1b\[[\d;]*m", "", colored)
    assert colored != plain
    assert [line.rstrip() for line in plain.splitlines()] == render(analysis, Format.TEXT, width=80).splitlines()


@pytest.mark.parametrize("width", [40, 80, 100, 160])
def test_lines_fit_the_terminal(analysis: Analysis, hostile: Analysis, width: int) -> None:
    """No line is wider than the terminal, whatever the words."""
    for each in (analysis, hostile):
        assert max(map(cell_len, render(each, Format.TEXT, width=width).splitlines())) <= width


@pytest.mark.parametrize("format_", PAGES)
def test_an_empty_analysis_renders(empty: Analysis, format_: Format) -> None:
    """Nothing found is said, not shown as an error or as None."""
    text = render(empty, format_)
    assert "tobias.pdf" in text
    assert "No line names a skill of this role and shows it in full yet." in text
    assert not re.search(r"\b(None|Undefined|nan)\b", text)


@pytest.mark.parametrize("format_", Format)
def test_the_same_analysis_gives_the_same_report(analysis: Analysis, format_: Format) -> None:
    """No clock, no order of a set, no environment."""
    again = Analysis.from_json(analysis.to_json())
    assert render(analysis, format_) == render(again, format_)


def test_json_is_the_contract(analysis: Analysis) -> None:
    """The JSON format leaves nothing out and adds nothing."""
    assert Analysis.from_json(render(analysis, Format.JSON)) == analysis


@pytest.mark.parametrize("format_", PAGES)
def test_everything_that_matters_is_there(analysis: Analysis, format_: Format) -> None:
    """Score, band, warnings, strengths, gaps with reason, lines to reword, plan, advice and limits are in each format."""
    text = " ".join(render(analysis, format_).replace("\\", "").split())
    text = " ".join(re.sub(r"<[^>]+>", "", text).split()) if format_ is Format.HTML else text
    view = view_of(analysis)
    wanted = [view.person, view.score.text, view.score.band, view.plan, "A person decides", "12 words are drawn"]
    wanted += [analysis.quick_wins[0].suggestion, "Done, but not named"]
    wanted += [analysis.gaps[0].reason, analysis.plan.steps[0].resources[0].title, analysis.advice[0].message]
    assert [each for each in wanted if each.casefold() not in text.casefold()] == []


@pytest.mark.parametrize("format_", [Format.HTML, Format.MARKDOWN])
def test_guidance_is_whole(analysis: Analysis, format_: Format) -> None:
    """What a step earns, what did not fit in, what changes at a level, and how far another role is."""
    text = " ".join(page(analysis).text_content().split()) if format_ is Format.HTML else render(analysis, format_)
    wanted = [
        analysis.plan.steps[0].earns.split("…")[-1],
        "For later",
        "Work comes as a problem rather than as a task.",
    ]
    wanted += ["bout 90 hours of learning for all that is essential", "ou bring", "Monitoring and alerting"]
    assert [each for each in wanted if each not in text] == []


ALL = (*PAGES, "pdf")


def words_of(analysis: Analysis, format_: str) -> str:
    """The text of a report on one line."""
    if format_ == "pdf":
        return " ".join(document_text(render_pdf(analysis)).split())
    text = page(analysis).text_content() if format_ is Format.HTML else render(analysis, Format(format_))
    return " ".join(text.replace("\\", "").split())


def document_text(content: bytes) -> str:
    from skillgap import read_document

    return read_document(content, name="report.pdf").text


@pytest.mark.parametrize("format_", ALL)
def test_a_score_says_how_it_is_read(contract: dict[str, Any], format_: str) -> None:
    """Beside the score; against a role, against a posting, and where the page is one of another trade."""
    contract["score"]["overall"] = 44.0
    assert HOW_TO_READ in words_of(Analysis.from_dict(contract), format_)
    contract["target"]["posting"] = "Engineer"
    assert HOW_TO_READ_POSTING in words_of(Analysis.from_dict(contract), format_)
    contract["score"]["overall"] = 7.9
    text = words_of(Analysis.from_dict(contract), format_)
    assert VERY_LITTLE_SHOWN in text
    assert "near 60" not in text


@pytest.mark.parametrize("format_", ALL)
def test_only_who_shows_something_of_the_role_is_told_what_the_next_level_asks(
    contract: dict[str, Any], format_: str
) -> None:
    contract["score"]["overall"] = 44.0
    assert "separates this page most from" in words_of(Analysis.from_dict(contract), format_)
    contract["score"]["overall"] = 7.9
    text = words_of(Analysis.from_dict(contract), format_)
    assert "separates this page" not in text
    assert "If you want to move towards this work" in text


@pytest.mark.parametrize("format_", ALL)
def test_a_posting_has_no_career_levels(contract: dict[str, Any], format_: str) -> None:
    assert "career level" in words_of(Analysis.from_dict(contract), format_)
    contract["target"]["posting"] = "Engineer"
    contract["gaps"], contract["strengths"] = [], []
    text = words_of(Analysis.from_dict(contract), format_)
    assert "career level" not in text
    assert "of the role" not in text
    assert "for the role" not in text


@pytest.mark.parametrize("format_", ALL)
def test_what_is_no_resume_is_told_what_to_do_instead(contract: dict[str, Any], format_: str) -> None:
    contract["document"]["warnings"] = [{"code": "not_a_resume", "message": "this is a bill"}]
    contract["gaps"], contract["quick_wins"], contract["interview"] = [], [], []
    contract["plan"] |= {"steps": [], "left_out": []}
    text = words_of(Analysis.from_dict(contract), format_)
    assert NO_RESUME in text
    assert text.index("this is a bill") < text.index(NO_RESUME) or format_ in {"pdf", Format.MARKDOWN}
    for heading in ("The gaps that matter", "No gap is left", "nothing to plan", "Would you like", "career level"):
        assert heading not in text


@pytest.mark.parametrize("format_", ALL)
def test_no_more_than_ten_are_named_that_did_not_fit_in(contract: dict[str, Any], format_: str) -> None:
    contract["plan"]["left_out"] = [f"Skill{number}" for number in range(1, 15)]
    analysis = Analysis.from_dict(contract)
    text = render_plan(analysis, PlanFormat.TEXT).decode() if format_ is Format.TEXT else words_of(analysis, format_)
    assert "Skill10, and 4 more" in " ".join(text.split())
    assert "Skill11" not in text


def test_a_gap_that_a_line_closes_has_no_full_dots(contract: dict[str, Any]) -> None:
    gap = contract["gaps"][0]
    gap |= {"kind": "to_show", "estimated": "practitioner", "required": "working"}
    text = render(Analysis.from_dict(contract), Format.TEXT)
    assert f"1. {titled(gap['name'])} ○○––" in text


def test_a_long_line_is_cut_to_the_words_around_its_mark() -> None:
    words = [f"word{number}" for number in range(80)]
    for place in (0, 40, 79):
        cut = around_the_marks(segments_of(" ".join(words), [words[place]]))
        text = "".join(each.text for each in cut)
        assert [each.text for each in cut if each.is_marked] == [words[place]]
        assert len(text) <= SHOWN_LETTERS + 4
        assert {*text.split()} <= {*words, "…"}
        assert text.startswith("…") is (place > 10)
        assert text.endswith("…") is (place < 70)
    short = segments_of("C and Rust", ["C"])
    assert around_the_marks(short) == short


def test_a_line_is_quoted_once_in_what_the_page_shows_of_liking(contract: dict[str, Any]) -> None:
    quote = {"skill": "c", "line": "Wrote it in C", "page": 1}
    told = [{"kind": kind, "message": f"About {kind}.", "quotes": [quote]} for kind in ("areas", "doing")]
    contract["fit"]["evidence"] = told
    analysis = Analysis.from_dict(contract)
    assert [len(quotes) for _, quotes in quoted_once(analysis.fit.evidence)] == [1, 0]


def test_the_plan_is_drawn_over_its_weeks(analysis: Analysis) -> None:
    """Each step's bar begins and ends with its weeks, and the last one ends the drawing."""
    first, second = page(analysis).xpath("//div[@class='weeks']//*[@class='fill']")
    assert (first.get("x"), first.get("width")) == ("0", "4")
    assert (second.get("x"), second.get("width")) == ("4", "5")
    assert second.getparent().get("viewbox") == "0 0 9 10"


@pytest.mark.parametrize("format_", PAGES)
def test_warnings_come_first(analysis: Analysis, format_: Format) -> None:
    """Whoever reads on knows already what is doubtful; hidden text before missing dates."""
    text = render(analysis, format_)
    order = [
        text.index(part) for part in ("Text that people cannot see", "No dates found", "What you can already show")
    ]
    assert order[0] < order[1]
    assert format_ is Format.HTML or order == sorted(order)


def test_html_loads_nothing(analysis: Analysis) -> None:
    """The page is one file under a strict policy; addresses of the web stand in links alone."""
    text, document = render(analysis, Format.HTML), page(analysis)
    policy = document.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy.replace("style-src 'unsafe-inline'", "")
    assert not re.search(r"url\(|@import|\ssrc=", text)
    links = document.xpath("//a[not(starts-with(@href, '#'))]")
    assert links
    assert all(link.get("rel") == "noopener noreferrer" for link in links)
    others = document.xpath("//*[not(self::a)]/@href")
    assert all(each.startswith(("#", "data:")) for each in others)


def test_html_is_well_built(analysis: Analysis) -> None:
    """Headings leave no level out, ids are unique, and every reference to one leads somewhere."""
    document = page(analysis)
    levels = [int(each.tag[1]) for each in document.xpath("//h1 | //h2 | //h3 | //h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    ids = document.xpath("//@id")
    assert len(ids) == len(set(ids))
    references = [each[1:] for each in document.xpath("//@href[starts-with(., '#')]")]
    references += " ".join(document.xpath("//@aria-labelledby")).split()
    assert set(references) <= set(ids)
    assert all(each.xpath("./caption") for each in document.xpath("//table"))
    assert all(
        each.xpath("./title | @aria-label") or each.get("aria-hidden") == "true" for each in document.xpath("//svg")
    )


def test_the_table_adds_up_to_the_score(analysis: Analysis) -> None:
    """Anybody can check the score with the figures shown."""
    rows = page(analysis).xpath("//section[@id='score']//tbody/tr[not(@class)]/td[last()]/text()")
    assert len(rows) == len(analysis.score.components)
    assert sum(map(float, rows)) == pytest.approx(analysis.score.overall, abs=0.1)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//host/x",
        "http://",
        "https://a b",
        "http://[",
        "",
    ],
)
def test_only_web_addresses_become_links(contract: dict[str, Any], url: str) -> None:
    """Another scheme, or an address that is none, is left out; the title stays."""
    contract["plan"]["steps"][0]["resources"] = [
        {"id": "x", "title": "Odd one", "authors": "", "url": url, "free": True, "hours": 1.0}
    ]
    contract["plan"]["steps"] = contract["plan"]["steps"][:1]
    analysis = Analysis.from_dict(contract)
    assert web_address(url) is None
    assert not page(analysis).xpath("//a[not(starts-with(@href, '#'))]")
    assert "Odd one" in render(analysis, Format.HTML)
    assert not [each for token in markdown(analysis) for each in token.children or [] if each.type == "link_open"]


def test_markdown_links_survive_escaping(contract: dict[str, Any]) -> None:
    """Underscores, ampersands and brackets of an address come out as they went in."""
    url = "https://example.org/a_b(c)?x=1&y=*2*#top"
    contract["plan"]["steps"][0]["resources"][0]["url"] = url
    tokens = markdown(Analysis.from_dict(contract))
    hrefs = [each.attrs["href"] for token in tokens for each in token.children or [] if each.type == "link_open"]
    assert hrefs[0] == url


@pytest.mark.parametrize(
    "text",
    [
        "- a",
        "+ a",
        "1. a",
        "12) a",
        "# a",
        "> a",
        "---",
        "===",
        "~~~",
        "a\n\nb",
        "<b>",
        "&lt;",
        "![x](y)",
        "a|b",
        "C:\\_x_",
        "-",
        "3.5",
    ],
)
def test_markdown_escaping_keeps_the_text(text: str) -> None:
    """Whatever the line begins with or holds, it comes out as one paragraph of plain text."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(escape_markdown(text))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert "".join(each.content for each in tokens[1].children or []) == " ".join(text.split())


def test_clean_text_drops_what_cannot_be_seen() -> None:
    """Escapes, line breaks of every kind and direction marks are no part of a line."""
    assert clean_text("a\x1b[2J\u2028b\x00\u202ec\td\x9b") == "a[2J bc d"


def test_a_quotation_marks_whole_words() -> None:
    """C is marked where it is the language, not inside C++ or Customers."""
    marked = [
        segment.text for segment in segments_of("C and C++ for Customers in C.", ["C", "C++"]) if segment.is_marked
    ]
    assert marked == ["C", "C++", "C"]


@given(st.text("abC_+ .é1", max_size=30), st.lists(st.text("abC+ .é1", max_size=4), max_size=5))
def test_terms_are_marked_as_a_pattern_of_them_would(line: str, terms: list[str]) -> None:
    """Whole words alone; of two that overlap the first, of those that begin together the longest."""
    wanted = "|".join(re.escape(term) for term in sorted(terms, key=len, reverse=True) if term)
    parts = re.split(rf"(?<!\w)({wanted})(?!\w)", line) if wanted else [line]
    expected = [(part, n % 2 == 1) for n, part in enumerate(parts) if part]
    assert [(each.text, each.is_marked) for each in segments_of(line, terms)] == expected


def test_a_clean_copy_is_clean_however_deep() -> None:
    """In lists, mappings and values within values; numbers and words of our own stay as they are."""

    class Part(Struct, frozen=True):
        text: str
        level: Level = Level.EXPERT

    class Whole(Struct, frozen=True):
        parts: tuple[Part, ...]
        names: dict[str, tuple[str, ...]]
        score: float | None = None

    dirty = Whole((Part("a  b\x1b"), Part("fine")), {" k\n": ("\u202ex", "y")}, 0.5)
    clean = clean_copy(dirty)
    assert clean == Whole((Part("a b"), Part("fine")), {"k": ("x", "y")}, 0.5)
    assert clean.parts[1] is dirty.parts[1]


class Node(Struct, frozen=True):
    anything: Any
    number: float
    below: tuple["Node", ...] = ()


def test_a_clean_copy_is_clean_where_a_field_may_hold_anything() -> None:
    """Also in a kind of value that has others of its kind in it."""
    dirty = Node(1, 2.0, (Node("a  b", 3.0, (Node(("c\n",), 4.0),)),))
    assert clean_copy(dirty) == Node(1, 2.0, (Node("a b", 3.0, (Node(("c",), 4.0),)),))


@given(st.text(alphabet="a&<>'\";#x é", max_size=12))
def test_pieces_of_a_page_escape_as_its_templates_do(text: str) -> None:
    assert escaped(text) == str(escape(text))


@pytest.mark.parametrize("score", [0.0, 0.04, 50.0, 99.96, 100.0])
def test_any_score_can_be_drawn(contract: dict[str, Any], score: float) -> None:
    """The ends of the scale, and what lies outside it by rounding, draw as well as the middle."""
    contract["score"] |= {"overall": score, "band": [score, score]}
    analysis = Analysis.from_dict(contract)
    for format_ in PAGES:
        assert f"{score:.0f}" in render(analysis, format_)


def test_rendering_starts_fast() -> None:
    """Neither Jinja nor Rich is imported before a report needs it."""
    code = "import sys, skillgap.report.rendering; sys.exit(bool({'jinja2', 'rich'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
