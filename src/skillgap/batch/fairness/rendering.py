"""An audit as JSON, as a page for whoever answers for the ranking, and in a few lines for the terminal."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from skillgap.batch.fairness import wording
from skillgap.batch.fairness.types import Audit
from skillgap.printed_json import json_text
from skillgap.report.cleaning import clean_copy

if TYPE_CHECKING:
    from jinja2 import Environment

MOST_SHOWN = 200
"""Changes on the page; the JSON has all."""


def audit_json(audit: Audit) -> bytes:
    return json_text(audit).encode()


def audit_page(audit: Audit) -> str:
    """One file without a script, which loads nothing."""
    return page_environment().get_template("audit.html.j2").render(audit=clean_copy(audit), most=MOST_SHOWN)


def audit_lines(audit: Audit) -> Iterator[str]:
    """The result first, then what makes it doubtful."""
    audit = clean_copy(audit)
    if audit.counterfactual is not None:
        yield wording.counterfactual_sentence(audit.counterfactual)
        if audit.counterfactual.unaudited:
            yield f"{len(audit.counterfactual.unaudited):,} could not be tested."
        yield from (wording.gap_sentence(each) for each in audit.counterfactual.gaps)
    if audit.groups is not None:
        yield wording.basis_sentence(audit.groups)
        yield from wording.group_sentences(audit.groups)
        yield from wording.counted_sentences(audit.groups)
    yield from audit.notes


@cache
def page_environment() -> "Environment":
    from jinja2 import ChoiceLoader, PackageLoader

    from skillgap.report.rendering import environment
    from skillgap.report.wording import month

    result = environment("skillgap.batch.fairness", autoescape=True)
    result.loader = ChoiceLoader([PackageLoader("skillgap.batch.fairness"), PackageLoader("skillgap.report")])
    result.globals["w"] = wording
    result.filters["month"] = month
    return result
