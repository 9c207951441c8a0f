"""The rows of a dashboard of ten thousand candidates in a real browser: order, filters, comparison, keyboard, and what is said of them."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from dashboard_batch import HOSTILE, NAMED, write
from dashboard_pages import MANY, ORDERS, area_score, shown_name
from msgspec.structs import replace
from opened_dashboard import Open, Opened, opening
from playwright.sync_api import Browser, expect

from skillgap.batch.types import BatchTarget, Blind, Ranked
from skillgap.evidence.proficiency import level_of
from skillgap.taxonomy.types import Level, SkillId


@pytest.fixture(scope="module")
def opened_many(browser: Browser, page_of_many: Path) -> Iterator[Opened]:
    """Ten thousand candidates, opened once; the state is set with `go`."""
    with opening(browser) as load:
        yield load(page_of_many)


@pytest.mark.parametrize("label", ORDERS)
def test_each_column_sorts_all_rows(opened_many: Opened, many: list[Ranked], label: str) -> None:
    """The first page has those that come first of all ten thousand; equals stay in the order of the ranking."""
    order, key = ORDERS[label]
    named = [each for each in many if label != "Candidate" or shown_name(each)[0].isalnum()]
    expected = sorted(named, key=key, reverse=order == "descending")
    opened_many.go("sort=score&order=down")
    opened_many.sort(label, order)
    assert opened_many.ids() == [each.row.id for each in expected[:50]]
    assert opened_many.page.locator("#columns [aria-sort]").count() == 1


def test_what_is_unknown_comes_last_either_way(opened_many: Opened) -> None:
    """A candidate without a score in an area is neither the best nor the worst in it."""
    opened_many.go("sort=score")
    for order in ("ascending", "descending"):
        opened_many.sort("Systems", order)
        opened_many.page.click("#p-last")
        assert opened_many.page.locator("#shown tr").last.locator("td.area").first.inner_text() == "–"
        opened_many.page.click("#p-first")
        assert opened_many.page.locator("#shown tr").first.locator("td.area").first.inner_text() != "–"


def has_word(word: str) -> Callable[[Ranked], bool]:
    return lambda each: word in f"{each.row.person} {each.name} {each.row.id}".casefold()


def shows(skill: int, level: Level) -> Callable[[Ranked], bool]:
    return lambda each: level_of(each.row.levels.get(SkillId(f"skill-{skill}"), 0)).rank >= level.rank


@pytest.mark.parametrize(
    ("address", "meets"),
    [
        ("text=example+774", lambda each: has_word("example")(each) and has_word("774")(each)),
        ("text=RUST", lambda each: has_word("rust")(each) or shows(0, Level.AWARENESS)(each)),
        ("text=0000000001", has_word("0000000001")),
        ("least=60.5", lambda each: each.row.score >= 60.5),
        ("selected=true", lambda each: each.is_selected),
        ("area.networking=70&area.systems=50", lambda each: area_score(1)(each) >= 70 and area_score(0)(each) >= 50),
        ("skill=skill-0.3", shows(0, Level.PRACTITIONER)),
        ("skill=skill-0.3&skill=skill-1.2", lambda each: shows(0, Level.PRACTITIONER)(each) and shows(1, Level.WORKING)(each)),
        ("warning=hidden_text", lambda each: "hidden_text" in each.row.warnings),
        ("warning=any", lambda each: bool(each.row.warnings)),
        ("warning=none&selected=true", lambda each: not each.row.warnings and each.is_selected),
        ("text=nobody+is+called+so", lambda _: False),
    ],
)  # fmt: skip
def test_filters_leave_who_meets_them(
    opened_many: Opened, many: list[Ranked], address: str, meets: Callable[[Ranked], bool]
) -> None:
    """As many as the rows' own values say, the same first ones, and the charts count the same rows."""
    expected = [each for each in many if meets(each)]
    opened_many.go(address)
    assert opened_many.count() == len(expected)
    assert opened_many.ids() == [each.row.id for each in expected[:50]]
    title = opened_many.page.locator("#histogram title").text_content() or ""
    assert title.startswith(f"Scores of {len(expected):,} candidate")
    assert int(opened_many.page.get_attribute("#table", "aria-rowcount") or 0) == len(expected) + 1


def test_an_address_that_is_given_while_a_change_is_written_down_counts(open_page: Open, page_of_few: Path) -> None:
    """What was clicked just before is put into the address a moment later, and never over another that was given meanwhile."""
    opened = open_page(page_of_few)
    opened.page.evaluate(
        """wanted => new Promise(done => {
            change({ least: 50 });
            history.replaceState(null, "", `#${wanted}`);
            setTimeout(done, 250);
        })""",
        "text=nobody+at+all",
    )
    opened.page.evaluate("dispatchEvent(new HashChangeEvent('hashchange'))")
    assert opened.count() == 0


def test_the_form_filters_and_the_address_keeps_it(open_page: Open, page_of_many: Path, many: list[Ranked]) -> None:
    """What is filled in takes effect at once; opened again at its address the page shows the same; reset shows all."""
    opened = open_page(page_of_many)
    opened.page.fill("#f-text", "Example")
    opened.page.fill("#f-least", "50")
    opened.page.click("#more summary")
    opened.page.get_by_label("Networking").fill("40")
    opened.page.select_option("#f-skill", label="C++")
    opened.page.select_option("#f-level", label="Working or more")
    opened.page.click("#f-add")
    opened.page.check("#f-selected")
    opened.page.select_option("#f-warning", value="none")
    expected = [
        each
        for each in many
        if has_word("example")(each)
        and each.row.score >= 60
        and area_score(1)(each) >= 40
        and shows(1, Level.WORKING)(each)
        and not each.row.warnings
    ]
    assert opened.count() == len(expected) > 100
    opened.page.click("#p-after")
    second = opened.ids()
    expect(opened.page).to_have_url(re.compile(r"page=2"))
    again = open_page(page_of_many, "#" + opened.page.url.partition("#")[2])
    assert again.ids() == second == [each.row.id for each in expected[50:100]]
    assert again.page.input_value("#f-least") == "50"
    assert "C++: Working or more" in again.page.inner_text("#f-asked")
    again.page.get_by_role("button", name="Remove C++").click()
    assert again.count() > len(expected)
    again.page.click("#reset")
    assert again.count() == MANY
    assert again.page.input_value("#f-text") == again.page.inner_text("#f-asked") == ""


@pytest.mark.parametrize(
    "address", ["sort=nothing&page=-3&size=7", "least=many&area.=5&skill=x&warning=%FF", "page=99999999"]
)
def test_an_address_that_makes_no_sense_shows_all(open_page: Open, page_of_few: Path, address: str) -> None:
    """What is not understood is left out."""
    opened = open_page(page_of_few, f"#{address}")
    assert opened.count() == 150
    assert len(opened.ids()) == 50


def test_few_rows_are_on_the_page_at_a_time(open_page: Open, page_of_many: Path, many: list[Ranked]) -> None:
    """However many there are; each says which of all it is."""
    opened = open_page(page_of_many)
    assert opened.page.evaluate("document.querySelectorAll('*').length") < 4_000
    opened.page.select_option("#p-size", "25")
    opened.page.click("#p-last")
    assert opened.ids() == [each.row.id for each in many[-25:]]
    assert opened.page.locator("#shown tr").last.get_attribute("aria-rowindex") == str(MANY + 1)
    opened.page.focus("#p-after")
    opened.page.keyboard.press("Enter")
    assert opened.page.inner_text("#p-says") == "9,976–10,000 of 10,000"


def test_a_row_says_what_is_known(open_page: Open, page_of_many: Path, many: list[Ranked]) -> None:
    """Place as a range, band, warnings and copies in words, a link where there is a report."""
    each = next(each for each in many if "hidden_text" in each.row.warnings and each.reason and each.best != each.worst)
    opened = open_page(page_of_many, f"#text={each.row.id}")
    text = opened.page.inner_text("#shown tr")
    assert f"{each.best:,}–{each.worst:,}" in text
    assert f"{each.row.low:.1f}–{each.row.high:.1f}" in text
    assert f"No: {each.reason}" in text
    assert "Text that people cannot see" in text
    assert opened.page.locator("#shown a").count() == 0
    opened.page.fill("#f-text", many[5].row.id)
    assert "Same content as inbox/first.pdf" in opened.page.inner_text("#shown tr")
    assert opened.page.get_attribute("#shown a", "href") == f"reports/{many[5].row.id}.html"


def test_the_folder_of_all_files_is_said_once(
    open_page: Open, few: list[Ranked], target: BatchTarget, tmp_path: Path
) -> None:
    """Above the table; a cell has what is different, and the whole name for whoever points at it. A score is one word."""
    names = [f"/home/invented/applications of {number % 2}/cv_{number}.pdf" for number in range(len(few))]
    inside = [replace(each, name=name) for each, name in zip(few, names, strict=True)]
    opened = open_page(write(tmp_path / "index.html", inside, target), viewport={"width": 1280, "height": 900})
    assert opened.page.inner_text("#folder") == "The files lie in /home/invented/"
    cells = opened.page.locator("#shown .in-file bdi")
    shown = {cell.get_attribute("title"): cell.inner_text() for cell in cells.all()}
    assert shown
    assert all(title and title == f"/home/invented/{text}" for title, text in shown.items())
    heights = opened.page.evaluate(
        """() => [...document.querySelectorAll("#shown td.area")].map(cell => {
            cell.textContent = "100";
            const range = document.createRange();
            range.selectNodeContents(cell);
            return range.getClientRects().length;
        })"""
    )
    assert set(heights) == {1}


def test_four_are_compared_and_a_fifth_is_refused(open_page: Open, page_of_many: Path, many: list[Ranked]) -> None:
    """Side by side with score, areas and each skill's level and credit as the rows have them, differences first."""
    opened = open_page(page_of_many)
    places = (4, 8, 15, 23)
    opened.tick(*places)
    opened.tick(30)
    assert opened.page.locator("#shown input:checked").count() == 4
    assert "Four at most" in opened.page.inner_text("#picked-says")
    opened.page.click("#compare")
    some = [many[place] for place in places]
    heads = opened.page.locator("#comparison thead th").all_inner_texts()
    assert [head.splitlines()[0] for head in heads] == [shown_name(each) for each in some]

    def cells(label: str) -> list[str]:
        row = opened.page.locator("#comparison tr", has=opened.page.locator("th", has_text=re.compile(f"^{label}")))
        return row.locator("td").all_inner_texts()

    assert [cell.split()[0] for cell in cells("Score and fair range")] == [f"{each.row.score:.1f}" for each in some]
    assert cells("Networking") == [f"{each.row.areas['networking']:.0f}" for each in some]
    differing = [
        skill for skill in range(0, 129, 5) if len({(each.row.credits[skill], shown_level(each, skill)) for each in some}) > 1
    ]  # fmt: skip
    body = opened.page.locator("#comparison tbody").nth(1)
    assert body.locator("th").count() - 1 == len(differing)
    for skill in differing[:5]:
        name = NAMED[skill] if skill < len(NAMED) else f"Subject {skill}"
        credits_ = [round(100 * each.row.credits[skill]) for each in some]
        words = [
            f"{shown_level(each, skill).capitalize()} credit {credit}%"
            for each, credit in zip(some, credits_, strict=True)
        ]
        assert [" ".join(cell.split()) for cell in cells(f"{name}\n|{re.escape(name)}asked")] == words


def shown_level(each: Ranked, skill: int) -> str:
    level = level_of(each.row.levels.get(SkillId(f"skill-{skill}"), 0))
    return "not shown" if level is Level.NONE else level


def test_the_keyboard_is_enough(open_page: Open, page_of_few: Path) -> None:
    """Tab reaches every control in its order and the focus can be seen; space and Enter work them; the dialog keeps and returns it."""
    opened = open_page(page_of_few)
    keyboard = opened.page.keyboard
    fields = {"f-text", "f-least", "f-warning", "f-selected", "reset"}
    wanted = {"theme", "grid", "sort", "tick", "p-after", "compare"} | fields
    reached = set()
    for _ in range(200):
        keyboard.press("Tab")
        at = opened.page.evaluate(
            """() => {
                const at = document.activeElement;
                const seen = getComputedStyle(at).outlineStyle !== "none" || at.matches("input, select");
                const name = at.id || (at.matches(".tick-cell input") ? "tick" : at.className);
                return seen ? name : `unseen ${name}`;
            }"""
        )
        assert not at.startswith("unseen"), at
        if at == "tick" and opened.page.locator("#shown :checked").count() < 2:
            keyboard.press("Space")
        if at == "sort" and "sort" not in reached:
            keyboard.press("Enter")
            assert opened.page.evaluate("document.activeElement.closest('th').getAttribute('aria-sort')") == "ascending"
        reached.add(at)
        if at == "compare":
            break
    assert wanted <= reached
    keyboard.press("Enter")
    assert opened.page.locator("#comparison thead th").count() == 2
    for _ in range(5):
        keyboard.press("Tab")
        assert opened.page.evaluate(
            "document.activeElement === document.body || !!document.activeElement.closest('dialog')"
        )
    keyboard.press("Escape")
    assert opened.page.locator("#comparison").is_hidden()
    assert opened.page.evaluate("document.activeElement.id") == "compare"
    keyboard.press("Tab")
    keyboard.press("Enter")
    assert opened.page.locator("#shown :checked").count() == 0
    keyboard.press("Enter")
    assert "two candidates at least" in opened.page.inner_text("#picked-says")


def test_a_blind_page_names_ids_alone(open_page: Open, many: list[Ranked], target: BatchTarget, tmp_path: Path) -> None:
    """The candidate is the id, there is no column of files, and the head says that it is blind."""
    ranking = [replace(each, name=each.row.id, row=replace(each.row, person="")) for each in many[:60]]
    path = write(tmp_path / "index.html", ranking, replace(target, blind=Blind(schools=True)))
    opened = open_page(path)
    heads = opened.page.locator("#columns .sort").all_inner_texts()
    assert "File" not in [head.split()[0] for head in heads]
    assert opened.page.inner_text("#shown .in-person b >> nth=0") == many[0].row.id
    assert "Blind." in opened.page.inner_text("header.hero")
    assert "schools" in opened.page.inner_text("header.hero")
    assert "no name found" not in opened.page.inner_text("#shown")


def test_the_head_says_what_was_ranked(
    open_page: Open, many: list[Ranked], target: BatchTarget, tmp_path: Path
) -> None:
    """Target, level, track, date, versions and counts; that bands are not told apart, and that a person decides."""
    posting = replace(target, posting=HOSTILE[0], track="storage-systems")
    opened = open_page(write(tmp_path / "index.html", many[:10], posting))
    head = opened.page.inner_text("header.hero")
    for words in (HOSTILE[0], "senior", "Storage systems", "November 2026", "10 candidates", "12\n"):
        assert words in head
    text = opened.page.inner_text("body")
    for words in ("not told apart", "A person decides", "skill taxonomy 2026.11"):
        assert words in text


def test_an_empty_batch_has_a_page(open_page: Open, target: BatchTarget, tmp_path: Path) -> None:
    """With the skipped inputs, and a word where the rows would be."""
    opened = open_page(write(tmp_path / "index.html", [], target))
    assert opened.page.inner_text("#status") == "No candidate meets all of this"
    assert "inbox/empty.pdf" in opened.page.inner_text("#skipped")
