"""A dashboard in a real browser, with what it asks for and says."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page


@dataclass
class Opened:
    """A dashboard in a browser, with all that it should not have done."""

    page: Page
    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def ids(self) -> list[str]:
        """Of the rows that are shown."""
        found: list[str] = self.page.evaluate(
            "[...document.querySelectorAll('#shown tr')].map(each => rows[each.dataset.row].id)"
        )
        return found

    def count(self) -> int:
        """As it is announced."""
        said = self.page.inner_text("#status")
        return 0 if said.startswith("No ") else int(said.split()[0].replace(",", ""))

    def go(self, address: str) -> None:
        """Change the end of the address, and wait until the page has followed."""
        self.page.evaluate("wanted => { location.hash = wanted; }", address)
        self.page.wait_for_function("wanted => address === wanted", arg=address)

    def sort(self, label: str, order: str) -> None:
        head = self.page.get_by_role("columnheader", name=label, exact=True)
        for _ in range(2):
            if head.get_attribute("aria-sort") != order:
                head.get_by_role("button").click()
        assert head.get_attribute("aria-sort") == order

    def tick(self, *places: int) -> None:
        for place in places:
            self.page.locator("#shown .tick-cell input").nth(place).click()


Open = Callable[..., Opened]


@contextmanager
def opening(browser: Browser) -> Iterator[Open]:
    """Open files as a double click does; at the end they must have asked for nothing and complained of nothing."""
    opened: list[Opened] = []

    def load(path: Path, address: str = "", **options: Any) -> Opened:
        usual = {"viewport": {"width": 1440, "height": 900}, "reduced_motion": "reduce"}
        result = Opened(browser.new_context(**(usual | options)).new_page())
        opened.append(result)
        result.page.on("request", lambda request: result.asked.append(request.url))
        result.page.on("console", lambda message: result.said.append(message.text))
        result.page.on("pageerror", lambda error: result.said.append(str(error)))
        result.page.on("dialog", lambda dialog: result.said.append(dialog.message))
        result.page.goto(path.as_uri() + address)
        return result

    yield load
    for each in opened:
        each.page.context.close()
        assert [url for url in each.asked[1:] if not url.startswith("data:")] == []
        assert each.said == []
