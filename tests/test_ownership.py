"""What was the person's own to decide counts for the page as a whole, up to what a career level asks for."""

from collections.abc import Sequence

import pytest

from skillgap import Analyzer
from skillgap.batch.comparing import side_by_side
from skillgap.batch.comparing.rendering import render_comparison
from skillgap.documents.reading import document_of_text
from skillgap.progress.comparing import progress_between
from skillgap.progress.view import progress_view
from skillgap.report.pages import PageFormat

OWNED = (
    "- Decided to keep one broker for all sites and wrote down why",
    "- Found why the gateway lost every thousandth order: two threads wrote the same slot",
    "- Designed the protocol by which the tills come back after an outage",
    "- Led the move of the warehouse service to the new cluster, planned and done in four nights",
)
DONE = "- Wrote unit tests in Python\n- Ported the agent to Linux\n"


def page_with(lines: Sequence[str], years: str = "Jan 2019 - present") -> str:
    return f"Jane Example\n\nEXPERIENCE\nSoftware Engineer, Some Ltd, {years}\n{DONE}" + "\n".join(lines) + "\n"


def test_lines_on_what_was_ones_own_to_decide_count_up_to_those_that_the_level_asks_for() -> None:
    analyzer = Analyzer(level="senior")
    shares = []
    for count in range(len(OWNED) + 1):
        own = analyzer.analyze_text(page_with(OWNED[:count])).score.ownership
        assert [each.line for each in own.lines] == [line.removeprefix("- ") for line in OWNED[:count]]
        shares.append(own.share)
    assert shares == [0.5, 0.625, 0.75, 0.875, 1.0]


@pytest.mark.parametrize(("level", "asked"), [("junior", 0), ("mid", 2), ("senior", 4), ("staff", 6)])
def test_what_a_level_asks_for_is_said_by_its_score(level: str, asked: int) -> None:
    own = Analyzer(level=level).analyze_text(page_with([])).score.ownership
    assert (own.asked, own.share) == (asked, 1.0 if not asked else 0.5)


def test_what_was_decided_long_ago_or_in_another_trade_does_not_count() -> None:
    analyzer = Analyzer(level="senior")
    assert analyzer.analyze_text(page_with(OWNED, "Jan 2005 - Dec 2011")).score.ownership.lines == ()
    nurse = (
        "Jane Example\n\nEXPERIENCE\nWard Sister, Some Hospital, Jan 2019 - present\n- Decided the rota of the ward\n"
    )
    assert analyzer.analyze_text(nurse).score.ownership.lines == ()


def test_a_paragraph_counts_by_its_sentences() -> None:
    told = " ".join(f"{line.removeprefix('- ')}." for line in OWNED)
    bullets, paragraph = (
        len(Analyzer(level="senior").analyze_text(page_with(lines)).score.ownership.lines) for lines in (OWNED, [told])
    )
    assert bullets == paragraph == len(OWNED)


def test_other_levels_are_asked_for_their_own_lines() -> None:
    """Readiness for staff is what the page would score there."""
    page = page_with(OWNED)
    ladder = {each.level: each.score for each in Analyzer(level="senior").analyze_text(page).advancement.levels}
    assert ladder == {level: Analyzer(level=level).analyze_text(page).score.overall for level in ladder}


def test_a_quoted_line_of_ownership_is_blind_where_the_rest_is() -> None:
    line = "- Decided with Wendelin Quillbank against a second database, wq@example.com has the paper"
    page = page_with([line]).replace("Jane Example", "Wendelin Quillbank\nwq@example.com")
    document = document_of_text(page, name="page.txt")
    own = Analyzer(level="senior").analyze_blind(document).score.ownership
    assert [each.line for each in own.lines] == [
        "Decided with [name] against a second database, [e-mail] has the paper"
    ]


def test_two_pages_are_told_apart_by_it_in_words() -> None:
    analyzer = Analyzer(level="senior")
    many, few = (analyzer.analyze_text(page_with(OWNED[:count])) for count in (4, 1))
    told = render_comparison(side_by_side([many, few]), PageFormat.MARKDOWN)
    assert "4 lines on what was decided, designed, led or found out" in told
    assert "counts for 62 %" in told
    changed = progress_between(few, many)
    assert changed.score is not None
    assert (changed.score.owned_before, changed.score.owned_after) == (1, 4)
    assert "1 before, 4 now" in progress_view(changed).summary
