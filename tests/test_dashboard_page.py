"""The page of a dashboard in a real browser: nothing on it runs or leaves it; every screen, paper and theme shows it whole."""

import json
import re
import tracemalloc
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from dashboard_batch import HOSTILE, counts_of, write
from dashboard_pages import ORDERS, natural
from msgspec.structs import replace
from opened_dashboard import Open

from skillgap.batch.dashboard import write_dashboard
from skillgap.batch.dashboard.embedding import LETTERS
from skillgap.batch.types import BatchTarget, Ranked
from skillgap.report.wording import clean_text

SERIOUS = {"serious", "critical"}


def test_hostile_names_are_text(open_page: Open, page_of_many: Path, many: list[Ranked]) -> None:
    """In the table, the comparison, the form and the skipped inputs; nothing of them ends an element, begins one, or runs."""
    opened = open_page(page_of_many)
    bad = [each for each in many if each.row.person in HOSTILE]
    assert {each.row.person for each in bad} == set(HOSTILE)
    seen = set()
    for each in bad[: len(HOSTILE)]:
        opened.page.fill("#f-text", each.row.id)
        seen.add(opened.page.inner_text("#shown .in-person b"))
        opened.page.locator("#shown input").set_checked(len(seen) <= 4)
    assert seen == {clean_text(name) for name in HOSTILE}
    opened.page.click("#compare")
    heads = opened.page.locator("#comparison thead th b").all_inner_texts()
    assert set(heads) < {clean_text(name) for name in HOSTILE}
    assert len(heads) == 4
    opened.page.keyboard.press("Escape")
    assert HOSTILE[0] in opened.page.inner_text("#skipped")
    assert opened.page.locator("script").count() == 3
    assert opened.page.locator("img, iframe, object, embed").count() == 0


def test_the_data_cannot_end_its_element(page_of_few: Path, few: list[Ranked]) -> None:
    """Between its tags the JSON has no letter that HTML or a script's end could be made of, and says what the rows say."""
    text = page_of_few.read_text("utf-8").partition('id="rows">')[2].partition("</script>")[0]
    assert not set(text) & set("<>&\u2028\u2029")
    rows = json.loads(text)
    assert [row[2] for row in rows] == [clean_text(each.row.person) for each in few]
    for each, row in zip(few, rows, strict=True):
        assert [LETTERS.index(letter) for letter in row[11]] == [round(100 * credit) for credit in each.row.credits]
    assert len(set(LETTERS)) == len(LETTERS) == 101


def test_no_markup_is_made_of_strings(page_of_few: Path) -> None:
    """The script has no way to turn text into elements, and the policy lets nothing run or load but it and its style."""
    text = page_of_few.read_text("utf-8")
    assert not re.search(r"innerHTML|outerHTML|insertAdjacent|document\.write|eval\(|Function\(", text)
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)
    assert policy is not None
    assert policy[1].startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy[1]
    assert " style=" not in text


@pytest.mark.parametrize(("theme", "width"), [("light", 1440), ("dark", 390)])
def test_axe_finds_nothing_serious(open_page: Open, page_of_few: Path, theme: str, width: int) -> None:
    """On a desk and on a phone, with everything unfolded, and with the comparison open."""
    opened = open_page(page_of_few, color_scheme=theme, viewport={"width": width, "height": 900}, bypass_csp=True)
    opened.page.click("#more summary")
    opened.page.click("#f-add")
    opened.tick(3, 4, 5)
    for state in ("table", "comparison"):
        if state == "comparison":
            opened.page.click("#compare")
        found = Axe().run(opened.page).response["violations"]
        assert [(each["id"], each["nodes"][0]["html"]) for each in found if each["impact"] in SERIOUS] == []


@pytest.mark.parametrize("width", [320, 640, 768, 1440])
def test_nothing_is_wider_than_the_screen(open_page: Open, page_of_few: Path, width: int) -> None:
    """Also at twice the size, which is half the width; a wide table scrolls in a place of its own."""
    opened = open_page(page_of_few, viewport={"width": width, "height": 800})
    opened.page.click("#more summary")
    opened.tick(0, 1)
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= width
    opened.page.click("#compare")
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_small_screen_can_sort(open_page: Open, page_of_few: Path, few: list[Ranked]) -> None:
    """Where there are no heads of columns a list has them."""
    opened = open_page(page_of_few, viewport={"width": 390, "height": 800})
    assert opened.page.locator("#columns").is_hidden()
    opened.page.select_option("#s-column", label="File")
    opened.page.click("#s-turn")
    expected = sorted(few, key=lambda each: natural(each.name), reverse=True)
    assert opened.ids() == [each.row.id for each in expected[:50]]


def test_print_shows_the_rows_of_the_page(open_page: Open, page_of_few: Path) -> None:
    """What can only be pressed is not on paper, the names of the columns are, and no column is cut off."""
    opened = open_page(page_of_few, viewport={"width": 1016, "height": 700})
    opened.page.emulate_media(media="print")
    assert opened.page.locator("#shown tr:visible").count() == 50
    assert opened.page.locator("button:visible:not(.sort), input:visible, select:visible").count() == 0
    assert opened.page.locator(".sort:visible").count() == len(ORDERS)
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 1016
    assert opened.page.locator("#table").evaluate("table => table.offsetWidth <= table.parentElement.offsetWidth")


def test_an_open_comparison_is_what_is_printed(open_page: Open, page_of_few: Path) -> None:
    """From its beginning to its end, and nothing of the page behind it."""
    opened = open_page(page_of_few, viewport={"width": 1016, "height": 700})
    opened.tick(0, 40)
    opened.page.click("#compare")
    opened.page.emulate_media(media="print")
    top, bottom, inner = opened.page.locator("#comparison").evaluate(
        "each => { const { top, bottom } = each.getBoundingClientRect(); return [top + scrollY, bottom + scrollY, each.scrollHeight]; }"
    )
    assert top >= 0
    assert bottom - top + 1 > inner > 700
    assert opened.page.locator("main:visible, header.hero:visible").count() == 0


def test_without_script_the_first_hundred_are_there(open_page: Open, page_of_few: Path, many: list[Ranked]) -> None:
    """As a plain table, with a word on where the rest is, and no dead buttons."""
    opened = open_page(page_of_few, java_script_enabled=False)
    assert opened.page.locator("#candidates noscript tbody tr").count() == 100
    assert many[1].row.person in opened.page.inner_text("#candidates")
    assert opened.page.get_attribute("#candidates a[href$=csv]", "href") == "ranking.csv"
    assert opened.page.locator("button:visible, input:visible, select:visible").count() == 0
    assert "There is no text in it" in opened.page.inner_text("#skipped")


@pytest.mark.parametrize("system", ["light", "dark"])
def test_the_theme_follows_the_system_until_it_is_switched(open_page: Open, page_of_few: Path, system: str) -> None:
    """The button says what it does, and does it."""
    opened = open_page(page_of_few, color_scheme=system)
    other = {"light": "dark", "dark": "light"}[system]

    def is_dark() -> bool:
        color = opened.page.evaluate("getComputedStyle(document.body).backgroundColor")
        return sum(map(int, re.findall(r"\d+", color))) < 150

    assert is_dark() == (system == "dark")
    assert opened.page.inner_text("#theme").lower().startswith(other)
    opened.page.click("#theme")
    assert is_dark() == (other == "dark")


def test_the_same_batch_gives_the_same_bytes(many: list[Ranked], target: BatchTarget, tmp_path: Path) -> None:
    """Whatever the order of the set of reports."""
    first, second = (write(tmp_path / f"{name}.html", many[:30], target).read_bytes() for name in "ab")
    assert first == second


def test_ten_thousand_make_a_file_that_can_be_sent(page_of_many: Path) -> None:
    """Under six megabytes with 129 skills each."""
    assert page_of_many.stat().st_size < 6_000_000


def test_rows_are_written_as_they_come(many: list[Ranked], target: BatchTarget, tmp_path: Path) -> None:
    """Writing four times as many takes no more memory."""
    path = tmp_path / "index.html"
    write(path, many[:1], target)
    peaks = []
    for times in (500, 2_000):
        tracemalloc.start()
        counts = counts_of(many[:1], ())
        write_dashboard(path, OneAgain(many[0], times), target, skipped=(), counts=counts)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert path.stat().st_size > 900_000
    assert peaks[1] < peaks[0] + 50_000


@dataclass(frozen=True)
class OneAgain:
    """A ranking of equals that is nowhere as a whole."""

    one: Ranked
    times: int

    def __iter__(self) -> Iterator[Ranked]:
        return (replace(self.one, best=number) for number in range(self.times))
