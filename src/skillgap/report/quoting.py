"""A line of the résumé as it is quoted, with the words that name a skill marked in it."""

import re
from collections.abc import Iterable, Mapping

from msgspec import Struct

from skillgap.gap.types import Gap, Quote
from skillgap.report.types import Analysis
from skillgap.report.view_types import Key, Quotation, Segment
from skillgap.report.wording import Names, name_of

Terms = Mapping[tuple[str, str], tuple[str, ...]]
"""For a skill and a line, the words of the line that name the skill."""


class Quoter(Struct, frozen=True):
    """What has to be known of a résumé to quote it; `anchors` lead to where a line is drawn."""

    names: Names
    terms: Terms
    anchors: Mapping[Key, str]

    def quote(self, line: str, page: int, terms: Iterable[str], *, skill: str | None = None) -> Quotation:
        return Quotation(segments_of(line, terms), page, skill, self.anchors.get((line, page), ""))

    def quote_for(self, skills: Iterable[str], line: str, page: int) -> Quotation:
        """With the words marked that name any of the skills."""
        return self.quote(line, page, (term for skill in skills for term in self.terms.get((skill, line), ())))

    def own(self, quote: Quote) -> Quotation:
        return self.quote_for([quote.skill], quote.line, quote.page)

    def nearest(self, gap: Gap) -> Quotation | None:
        """What the page has that comes nearest to the gap; names the skill where that is another one."""
        nearest = gap.nearest
        if nearest is None:
            return None
        other = name_of(nearest.skill, self.names) if nearest.skill != gap.skill else None
        return self.quote(nearest.line, nearest.page, self.terms.get((nearest.skill, nearest.line), ()), skill=other)


def quoter_for(analysis: Analysis, names: Names, anchors: Mapping[Key, str]) -> Quoter:
    terms: dict[tuple[str, str], tuple[str, ...]] = {}
    for claim in analysis.skills:
        for each in claim.evidence:
            key = claim.id, each.line
            terms[key] = (*terms.get(key, ()), each.text)
    return Quoter(names, terms, anchors)


def segments_of(line: str, terms: Iterable[str]) -> tuple[Segment, ...]:
    """Mark the terms where they stand as whole words; the longest wins."""
    wanted = "|".join(re.escape(term) for term in sorted(set(terms), key=lambda term: (-len(term), term)) if term)
    parts = re.split(rf"(?<!\w)({wanted})(?!\w)", line) if wanted else [line]
    return tuple(Segment(part, bool(n % 2)) for n, part in enumerate(parts) if part)
