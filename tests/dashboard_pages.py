"""The dashboards that the tests of it open: of ten thousand candidates, and of some of them; and how their columns sort."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from dashboard_batch import AREAS, WARNINGS, ranking_of_many, target_of_many, write
from opened_dashboard import Open, opening
from playwright.sync_api import Browser

from skillgap.batch.types import BatchTarget, Ranked
from skillgap.report.wording import clean_text

MANY = 10_000


@pytest.fixture(scope="session")
def target() -> BatchTarget:
    return target_of_many()


@pytest.fixture(scope="session")
def many(target: BatchTarget) -> list[Ranked]:
    return ranking_of_many(target, MANY)


@pytest.fixture(scope="session")
def few(many: list[Ranked]) -> list[Ranked]:
    """Of the first, and of those that are not selected."""
    return many[:75] + many[3_000:3_075]


@pytest.fixture(scope="session")
def page_of_many(many: list[Ranked], target: BatchTarget, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("many") / "index.html", many, target)


@pytest.fixture(scope="session")
def page_of_few(few: list[Ranked], target: BatchTarget, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("few") / "index.html", few, target)


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Open]:
    with opening(browser) as load:
        yield load


def natural(text: str) -> list[tuple[int, str, int]]:
    """As people sort file names: digits by their worth."""
    return [(0, "", int(part)) if part.isdigit() else (1, part.casefold(), 0) for part in re.findall(r"\d+|\D+", text)]


def gravest(each: Ranked) -> tuple[int, int]:
    return min(map(WARNINGS.index, each.row.warnings)), -len(each.row.warnings)


def shown_name(each: Ranked) -> str:
    return each.row.person or each.row.id


def area_score(place: int) -> Callable[[Ranked], float]:
    return lambda each: each.row.areas.get(AREAS[place][0], -1)


ORDERS: dict[str, tuple[str, Callable[[Ranked], Any]]] = {
    "Place": ("ascending", lambda each: (each.best, each.worst)),
    "Candidate": ("descending", lambda each: natural(clean_text(shown_name(each)))),
    "File": ("ascending", lambda each: natural(each.name)),
    "Score": ("ascending", lambda each: each.row.score),
    **{name: ("descending", area_score(place)) for place, (_, name) in enumerate(AREAS)},
    "Selected": ("ascending", lambda each: (bool(each.reason), natural(each.reason.removesuffix(" is under 60")))),
    "Strengths": ("descending", lambda each: natural(", ".join(each.row.strengths))),
    "Gaps": ("descending", lambda each: natural(", ".join(each.row.gaps))),
    "Warnings": ("ascending", lambda each: gravest(each) if each.row.warnings else (99, 0)),
    "Copies": ("ascending", lambda each: each.duplicate_of or each.similar_to or "~"),
}
