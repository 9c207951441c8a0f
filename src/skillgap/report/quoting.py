"""A line of the résumé as it is quoted, with the words that name a skill marked in it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from skillgap.gap.types import FitEvidence, FitEvidenceKind, Gap, Quote
from skillgap.report.types import Analysis
from skillgap.report.view_types import Key, Quotation, Segment
from skillgap.report.wording import Names, name_of

Terms = Mapping[tuple[str, str], tuple[str, ...]]
"""For a skill and a line, the words of the line that name the skill."""


LONG, SHOWN = 240, 180
"""Letters of a line that is cut where it stands for one skill alone, and how many are left of it."""


class Quoter(Struct, frozen=True):
    """What has to be known of a résumé to quote it; `anchors` lead to where a line is drawn."""

    names: Names
    terms: Terms
    anchors: Mapping[Key, str]
    pages: int = 0

    def quote(self, line: str, page: int, terms: Iterable[str], *, skill: str | None = None) -> Quotation:
        anchor = self.anchors.get((line, page), "")
        return Quotation(segments_of(line, terms), page, skill, anchor, is_only_page=self.pages == 1)

    def quote_for(self, skills: Iterable[str], line: str, page: int) -> Quotation:
        """With the words marked that name any of the skills."""
        return self.quote(line, page, (term for skill in skills for term in self.terms.get((skill, line), ())))

    def own(self, quote: Quote) -> Quotation:
        return shortened(self.quote_for([quote.skill], quote.line, quote.page))

    def nearest(self, gap: Gap) -> Quotation | None:
        """What the page has that comes nearest to the gap; names the skill where that is another one."""
        nearest = gap.nearest
        if nearest is None:
            return None
        other = name_of(nearest.skill, self.names) if nearest.skill != gap.skill else None
        terms = self.terms.get((nearest.skill, nearest.line), ())
        return shortened(self.quote(nearest.line, nearest.page, terms, skill=other))


def shortened(quote: Quotation) -> Quotation:
    return replace(quote, segments=around_the_marks(quote.segments))


def quoter_for(analysis: Analysis, names: Names, anchors: Mapping[Key, str]) -> Quoter:
    terms: dict[tuple[str, str], tuple[str, ...]] = {}
    for claim in analysis.skills:
        for each in claim.evidence:
            key = claim.id, each.line
            terms[key] = (*terms.get(key, ()), each.text)
    return Quoter(names, terms, anchors, analysis.document.pages)


QUOTED_FOR = {
    FitEvidenceKind.AREAS: "The line that brings most of the first:",
    FitEvidenceKind.DOING: "Among them:",
    FitEvidenceKind.NEAREST_ROLE: "The line that speaks most for it:",
}


def quoted_once(evidence: Iterable[FitEvidence]) -> list[tuple[str, tuple[Quote, ...]]]:
    """Each message with the lines that no message before it has quoted, and a word of what these are."""
    seen: set[Key] = set()
    found = []
    for each in evidence:
        fresh = tuple(quote for quote in each.quotes if (quote.line, quote.page) not in seen)
        seen.update((quote.line, quote.page) for quote in fresh)
        found.append((f"{each.message} {QUOTED_FOR[each.kind]}" if fresh else each.message, fresh))
    return found


def around_the_marks(segments: Sequence[Segment]) -> tuple[Segment, ...]:
    """A long line cut to the words around its first mark; one of few words as it is."""
    length = sum(len(each.text) for each in segments)
    if length <= LONG:
        return tuple(segments)
    texts = [each.text for each in segments]
    first = next((n for n, each in enumerate(segments) if each.is_marked), 0)
    middle = sum(map(len, texts[:first])) + len(texts[first]) // 2
    start = max(0, min(middle - SHOWN // 2, length - SHOWN))
    return tuple(cut_to(segments, start, start + SHOWN, length))


def cut_to(segments: Sequence[Segment], start: int, end: int, length: int) -> Iterator[Segment]:
    """Whole words alone, with dots for what is left out."""
    line = "".join(each.text for each in segments)
    if start:
        start = line.find(" ", start) + 1 or start
        yield Segment("… ", is_marked=False)
    if end < length:
        end = max(line.rfind(" ", start, end), start + 1)
    at = 0
    for each in segments:
        text = each.text[max(0, start - at) : max(0, end - at)]
        at += len(each.text)
        if text:
            yield Segment(text, each.is_marked)
    if end < length:
        yield Segment(" …", is_marked=False)


def segments_of(line: str, terms: Iterable[str]) -> tuple[Segment, ...]:
    """Mark the terms where they stand as whole words; of two that overlap the first, and of those that begin together the longest."""
    segments, done = [], 0
    for start, end in sorted(set(whole_words(line, terms)), key=lambda span: (span[0], -span[1])):
        if start >= done:
            segments += [Segment(line[done:start], is_marked=False), Segment(line[start:end], is_marked=True)]
            done = end
    segments.append(Segment(line[done:], is_marked=False))
    return tuple(each for each in segments if each.text)


def whole_words(line: str, terms: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where a term stands with no letter, digit or underscore right before or behind it."""
    for term in filter(None, terms):
        start = line.find(term)
        while start >= 0:
            end = start + len(term)
            if not (is_of_word(line[start - 1 : start]) or is_of_word(line[end : end + 1])):
                yield start, end
            start = line.find(term, start + 1)


def is_of_word(character: str) -> bool:
    return character.isalnum() or character == "_"
