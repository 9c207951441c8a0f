"""A line of the résumé as it is quoted, with the words that name a skill marked in it."""

import re
from collections.abc import Iterable, Mapping

from skillgap.gap.types import Gap, Quote
from skillgap.report.types import Analysis
from skillgap.report.view_types import Quotation, Segment
from skillgap.report.wording import Names, name_of

Terms = Mapping[tuple[str, str], tuple[str, ...]]
"""For a skill and a line, the words of the line that name the skill."""


def terms_of(analysis: Analysis) -> Terms:
    terms: dict[tuple[str, str], tuple[str, ...]] = {}
    for claim in analysis.skills:
        for each in claim.evidence:
            key = claim.id, each.line
            terms[key] = (*terms.get(key, ()), each.text)
    return terms


def quotation(line: str, page: int, terms: Iterable[str], *, skill: str | None = None) -> Quotation:
    """Mark the terms where they stand as whole words; the longest wins."""
    wanted = "|".join(re.escape(term) for term in sorted(set(terms), key=lambda term: (-len(term), term)) if term)
    parts = re.split(rf"(?<!\w)({wanted})(?!\w)", line) if wanted else [line]
    return Quotation(tuple(Segment(part, bool(n % 2)) for n, part in enumerate(parts) if part), page, skill)


def nearest_of(gap: Gap, names: Names, terms: Terms) -> Quotation | None:
    """What the page has that comes nearest to the gap; names the skill where that is another one."""
    nearest = gap.nearest
    if nearest is None:
        return None
    other = name_of(nearest.skill, names) if nearest.skill != gap.skill else None
    return quoted(nearest, terms, skill=other)


def quoted(quote: Quote, terms: Terms, *, skill: str | None = None) -> Quotation:
    return quotation(quote.line, quote.page, terms.get((quote.skill, quote.line), ()), skill=skill)
