"""The report in a real browser: what its script adds up, what keyboard, screen reader and printer get; and nothing leaves it."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import SAMPLES
from msgspec.structs import replace
from playwright.sync_api import Browser, Page, Request, Route

from skillgap import Analysis, Analyzer
from skillgap.documents.reading import document_of_text, read_document
from skillgap.documents.types import Document
from skillgap.gap.types import Lift
from skillgap.report.rendering import Format, render

ADDRESS = "http://report.example/"
THEMES = ("light", "dark")
SERIOUS = {"serious", "critical"}
TICKS = "label.tick input"


@dataclass
class Opened:
    """A report in a browser, with all that it should not have done."""

    page: Page
    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def tick(self, gap: int) -> None:
        """Also where it is folded away."""
        self.page.locator(f"{TICKS}[data-gap='{gap}']").first.evaluate("box => box.checked || box.click()")

    def score(self) -> str:
        return self.page.locator("#score-value").text_content() or ""


Open = Callable[..., Opened]


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Open]:
    """Open a report; at the end it must have asked for nothing and complained of nothing."""
    opened: list[Opened] = []

    def load(text: str, **options: Any) -> Opened:
        context = browser.new_context(**({"viewport": {"width": 1280, "height": 900}} | options))
        result = Opened(context.new_page())
        opened.append(result)

        def answer(route: Route, request: Request) -> None:
            if request.url == ADDRESS:
                route.fulfill(body=text, content_type="text/html; charset=utf-8")
            else:
                result.asked.append(request.url)
                route.abort()

        context.route("**/*", answer)
        result.page.on("console", lambda message: result.said.append(message.text))
        result.page.on("pageerror", lambda error: result.said.append(str(error)))
        result.page.on("dialog", lambda dialog: result.said.append(dialog.message))
        result.page.goto(ADDRESS)
        return result

    yield load
    for each in opened:
        each.page.context.close()
        assert each.asked == []
        assert each.said == []


@pytest.fixture(scope="module")
def document() -> Document:
    return read_document(SAMPLES / "senior-systems.pdf")


@pytest.fixture(scope="module")
def analysis(document: Document) -> Analysis:
    """Of a sample, with skills that would carry over to others: one by more than they have, one by less."""
    result = Analyzer(level="senior").analyze_document(document)
    first, second, *others = result.gaps
    partly = next(each for each in result.score.components if 0 < each.credit < 1 and each.skill != first.skill)
    lifted = replace(first, lifts=(Lift(second.skill, 0.6), Lift(partly.skill, partly.credit / 2)))
    return replace(result, gaps=(lifted, second, *others))


@pytest.fixture(scope="module")
def report(analysis: Analysis, document: Document) -> str:
    return render(analysis, Format.HTML, document=document)


@pytest.fixture(scope="module")
def small_report(analyzer: Analyzer) -> str:
    document = read_document(SAMPLES / "career-changer.pdf")
    return render(analyzer.analyze_document(document), Format.HTML, document=document)


def score_with(analysis: Analysis, *closed: int) -> float:
    """The score by the contract's own words: Σ weight × credit, a closed gap's credit 1, its lifts at least theirs."""
    credits_ = {each.skill: each.credit for each in analysis.score.components}
    for number in closed:
        gap = analysis.gaps[number]
        for skill, credit in [(gap.skill, 1.0), *((lift.skill, lift.credit) for lift in gap.lifts)]:
            credits_[skill] = max(credits_[skill], credit)
    return round(sum(each.weight * credits_[each.skill] for each in analysis.score.components), 1)


@pytest.mark.parametrize("closed", [(0,), (1,), (0, 1), (0, 1, 2, 5, 9)])
def test_ticking_moves_the_score(open_page: Open, report: str, analysis: Analysis, closed: tuple[int, ...]) -> None:
    """Number, arc and sentence say what the analysis's own figures add up to, wherever and in whatever order they are ticked."""
    opened = open_page(report)
    before = opened.score()
    for gap in reversed(closed):
        opened.tick(gap)
    expected = score_with(analysis, *closed)
    assert opened.score() == f"{expected:.1f}"
    assert f"would be {expected:.1f} instead of {analysis.score.overall:.1f}" in opened.page.inner_text("[role=status]")
    arc = opened.page.get_attribute("#score-gain", "stroke-dasharray") or ""
    assert float(arc.split()[0]) == pytest.approx(expected, abs=0.05)
    assert opened.page.inner_text("#what-if-gain") == f"+{expected - analysis.score.overall:.1f}"
    opened.page.click("#what-if-reset")
    assert opened.score() == before
    assert opened.page.locator(f"{TICKS}:checked").count() == 0
    assert opened.page.locator("#what-if").is_hidden()


def test_everything_ticked_is_all_of_the_score(open_page: Open, report: str, analysis: Analysis) -> None:
    """With no gap left the score is 100."""
    opened = open_page(report)
    for number in range(len(analysis.gaps)):
        opened.tick(number)
    assert opened.score() == "100.0"


def test_a_step_of_the_plan_ticks_its_gap(open_page: Open, report: str, analysis: Analysis) -> None:
    """The same skill is ticked wherever it stands."""
    opened = open_page(report)
    step = opened.page.locator(f"#plan {TICKS}").first
    step.check()
    gap = int(step.get_attribute("data-gap") or "")
    assert analysis.gaps[gap].skill == analysis.plan.steps[0].skill
    assert opened.page.locator(f"#gaps {TICKS}[data-gap='{gap}']").is_checked()
    assert opened.score() == f"{score_with(analysis, gap):.1f}"


def test_a_page_number_leads_to_the_line(open_page: Open, report: str) -> None:
    """The folded page opens, and the line that was quoted is marked on it, with the skills that it shows."""
    opened = open_page(report)
    assert opened.page.locator(".spot").first.is_hidden()
    link = opened.page.locator("#strengths blockquote footer a").first
    quote = opened.page.locator("#strengths blockquote q").first.inner_text()
    link.click()
    spot = opened.page.locator(f"{link.get_attribute('href')}")
    spot.wait_for(state="visible")
    assert spot.evaluate("spot => spot.matches(':target')")
    assert spot.evaluate("spot => getComputedStyle(spot.querySelector('.tip')).opacity") == "1"
    text = opened.page.evaluate(
        """id => {
            const place = document.getElementById(id).getBoundingClientRect();
            const inside = ({ left, right, top, bottom }) =>
                left > place.left - 4 && right < place.right + 4 && (top + bottom) / 2 > place.top && (top + bottom) / 2 < place.bottom;
            return [...document.querySelectorAll(".sheet text")].filter((text) => inside(text.getBoundingClientRect()))
                .map((text) => text.textContent).join(" ");
        }""",
        (link.get_attribute("href") or "")[1:],
    )
    assert "".join(quote.strip("“”").split()) in "".join(text.split())


def test_lines_without_a_place_are_marked_in_the_text(open_page: Open, analyzer: Analyzer) -> None:
    """Of plain text the lines are shown, with the words that name a skill marked."""
    text = (
        "Nadia Okonjo-Example\n\nExperience\nEngineer, Example Ltd, 2019 - 2024\n- Wrote a TCP proxy in Go on epoll.\n"
    )
    document = document_of_text(text, name="nadia.txt")
    analysis = analyzer.analyze_document(document)
    opened = open_page(render(analysis, Format.HTML, document=document))
    opened.page.click("#pages summary")
    marked = opened.page.locator(".plain mark").all_inner_texts()
    assert {"TCP", "Go", "epoll"} <= {word for each in marked for word in each.split()}
    assert "Wrote a TCP proxy in Go on epoll." in opened.page.inner_text(".plain")


@pytest.mark.parametrize("system", THEMES)
def test_the_theme_follows_the_system_until_it_is_switched(open_page: Open, small_report: str, system: str) -> None:
    """The button says what it does, and does it."""
    opened = open_page(small_report, color_scheme=system)

    def brightness() -> int:
        color = opened.page.evaluate("getComputedStyle(document.body).backgroundColor")
        return sum(map(int, color.removeprefix("rgb(").removesuffix(")").split(",")))

    other = next(each for each in THEMES if each != system)
    first = brightness()
    assert (first < 150) == (system == "dark")
    assert opened.page.inner_text("#theme").lower().startswith(other)
    opened.page.click("#theme")
    assert (brightness() < 150) == (other == "dark")
    opened.page.click("#theme")
    assert brightness() == first


FOR_THE_SCREEN = ".file-only"


def test_paper_has_what_one_wants_on_it(open_page: Open, report: str, analysis: Analysis) -> None:
    """Without a script: what is folded is open but for the long lists, every gap is named; no page is wider, none is blank."""
    opened = open_page(report, viewport={"width": 700, "height": 1000}, java_script_enabled=False)
    opened.page.emulate_media(media="print")
    folded = opened.page.locator("details > :not(summary)")
    on_screen = opened.page.locator(f"{FOR_THE_SCREEN} *")
    assert folded.count() > 20
    assert on_screen.count() > 20
    assert opened.page.locator(f"{FOR_THE_SCREEN}:visible, {FOR_THE_SCREEN} :visible").count() == 0
    assert opened.page.locator("details > summary ~ *:visible").count() > 10
    gaps = opened.page.inner_text("#gaps").casefold()
    assert [each.name for each in analysis.gaps if each.name.casefold() not in gaps] == []
    assert opened.page.locator("button:visible, input:visible, .contents:visible").count() == 0
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 700
    assert 3 < pages_of(opened) <= 10


@pytest.mark.parametrize("script", [True, False])
def test_what_was_unfolded_is_printed(open_page: Open, report: str, *, script: bool) -> None:
    """The table of points, or the skills with their lines, are on paper for whoever opens them, and folded again with nothing left."""
    opened = open_page(report, java_script_enabled=script)
    before = pages_of(opened)
    opened.page.click("#score summary")
    with_table = pages_of(opened)
    opened.page.click("#skills summary >> nth=0")
    assert before < with_table < pages_of(opened)
    opened.page.click("#skills summary >> nth=0")
    opened.page.click("#score summary")
    assert pages_of(opened) == before


def pages_of(opened: Opened) -> int:
    return opened.page.pdf(format="A4", prefer_css_page_size=True).count(b"/Type /Page\n")


def test_nothing_needs_the_script(open_page: Open, report: str, analysis: Analysis) -> None:
    """Without it there are no dead buttons, and every gap says its points."""
    opened = open_page(report, java_script_enabled=False)
    assert opened.page.locator("button:visible, input:visible").count() == 0
    assert opened.score() == f"{analysis.score.overall:.0f}"
    assert f"+{analysis.gaps[0].points_at_stake:.1f}" in opened.page.inner_text("#gaps")
    assert opened.page.locator("details:not([open])").count() > 5
    opened.page.locator("#gaps summary").first.click()
    assert opened.page.locator("#gaps .rows").first.is_visible()


def test_the_keyboard_is_enough(open_page: Open, small_report: str) -> None:
    """Tab reaches the theme, the ticks, what folds and the lines on the page; space works them; focus can be seen."""
    opened = open_page(small_report)
    opened.page.evaluate(
        "document.querySelectorAll('details').forEach(each => { each.open = each.className === 'drawn' })"
    )
    wanted = {"theme", "skip", "tick", "summary", "spot"}
    reached = set()
    for _ in range(400):
        opened.page.keyboard.press("Tab")
        kind = opened.page.evaluate(
            """() => {
                const at = document.activeElement;
                if (at.matches("input") && !document.querySelector("input:checked")) at.click();
                const seen = getComputedStyle(at).outlineStyle !== "none";
                return !seen ? "unseen " + at.outerHTML : at.id === "theme" ? "theme" : at.matches("input") ? "tick" :
                    at.matches("summary") ? "summary" : at.className.split(" ")[0];
            }"""
        )
        assert not kind.startswith("unseen"), kind
        reached.add(kind)
        if wanted <= reached:
            break
    assert wanted <= reached
    opened.page.locator(TICKS).nth(1).focus()
    before = opened.score()
    opened.page.keyboard.press("Space")
    assert opened.score() != before


@pytest.mark.parametrize(("theme", "width"), [("light", 1280), ("dark", 390)])
def test_axe_finds_nothing_serious(open_page: Open, small_report: str, theme: str, width: int) -> None:
    """With all that folds unfolded and a skill ticked, light on a desk and dark on a phone."""
    opened = open_page(small_report, color_scheme=theme, viewport={"width": width, "height": 900}, bypass_csp=True)
    opened.page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
    opened.tick(0)
    found = Axe().run(opened.page).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in found if each["impact"] in SERIOUS] == []


@pytest.mark.parametrize("width", [320, 390, 768])
def test_nothing_is_wider_than_the_screen(open_page: Open, small_report: str, width: int) -> None:
    """A small screen scrolls one way only."""
    opened = open_page(small_report, viewport={"width": width, "height": 800})
    opened.page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_hostile_resume_is_shown_as_text(open_page: Open, analyzer: Analyzer) -> None:
    """Nothing that it says ends an element, begins one, or is worked out."""
    hostile = "<script>alert(1)</script> {{7*7}} </style></script><img src=x onerror=alert(2)> ${8*8} &lt;b&gt;"
    lines = ["Experience", "Engineer, Example Ltd, 2019 - 2024", f"- Wrote a TCP proxy in Go {hostile}", hostile]
    document = document_of_text("\n".join(["Mallory Example", "", *lines]), name=f"{hostile}.txt".replace("/", "_"))
    analysis = analyzer.analyze_document(document)
    opened = open_page(render(analysis, Format.HTML, document=document))
    opened.page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
    text = opened.page.inner_text("body")
    assert text.count(hostile) > 2
    assert opened.page.locator("img, iframe, object, embed").count() == 0
    assert opened.page.locator("script").count() == 2


def test_the_figures_of_the_script_are_numbers(report: str, analysis: Analysis) -> None:
    """No word of a résumé or a taxonomy reaches the script."""
    figures = report.partition('id="what-if-figures">')[2].partition("</script>")[0]

    def all_numbers(value: Any) -> bool:
        return all(map(all_numbers, value)) if isinstance(value, list) else isinstance(value, int | float)

    data = json.loads(figures)
    assert all(map(all_numbers, data.values()))
    assert len(data["components"]) == len(analysis.score.components)
    assert len(data["raises"]) == len(analysis.gaps)


@pytest.mark.parametrize("sample", ["senior-systems.pdf", "two-column.pdf", "kernel-staff.docx"])
def test_a_report_is_small(sample: str) -> None:
    """It can be sent by mail: 400 kB without the pages, 200 kB for them."""
    document = read_document(SAMPLES / sample)
    analysis = Analyzer(level="staff").analyze_document(document)
    bare, whole = (len(render(analysis, Format.HTML, document=each).encode()) for each in (None, document))
    assert bare < 400_000
    assert 1_000 < whole - bare < 200_000


def test_a_long_file_is_drawn_in_part(analyzer: Analyzer) -> None:
    """Pages of text that would make a huge report are cut, and it says so."""
    lines = "".join(f"- Wrote TCP proxy {number} in Go {'<&>' * 100}\n" for number in range(900))
    document = document_of_text(f"Experience\nEngineer, Example Ltd, 2019 - 2024\n{lines}", name="long.txt")
    analysis = analyzer.analyze_document(document)
    whole, bare = (render(analysis, Format.HTML, document=each) for each in (document, None))
    assert len(whole.encode()) - len(bare.encode()) < 250_000
    drawn = whole.partition('class="plain"')[2].partition("</details>")[0].count("<p")
    assert f"{len(document.lines) - drawn} more lines of the file are not drawn." in whole


def test_a_blind_report_has_no_pages(document: Document, analyzer: Analyzer) -> None:
    """They would show the name; so would those of another file."""
    blind = render(analyzer.analyze_blind(document), Format.HTML, document=document)
    assert blind == render(analyzer.analyze_blind(document), Format.HTML)
    assert "Valderrama" not in blind
    other = read_document(SAMPLES / "two-column.pdf")
    assert 'id="pages"' not in render(analyzer.analyze_document(document), Format.HTML, document=other)
