"""The headings of education entries in parts between commas, each with what it may be."""

import re

from msgspec import Struct

from skillgap.resume.degree_names import DegreeGrammar, is_nothing, is_school, is_state
from skillgap.resume.lexicon import Tokens, tokens_of
from skillgap.resume.places import is_place
from skillgap.resume.segments import Segment, SegmentGrammar, comma_parts

DANGLING = re.compile(r"\s+(?:in|im|en|em|on|during)$")
"""What a date leaves behind: "from Anna University in 2015"."""
COLON = re.compile(r":\s+")
LONGEST_NAME = 9
"""Words of a field or a school."""
SHORTEST_LINK = 5
"""Letters of a link that is cut from in front of a field that stands by itself: "Major in"."""


class Part(Struct, frozen=True):
    """A part of a heading between commas; `segment` is the number of the segment that it is of, `shares` what it may be.

    `is_idle` says that it is none of what is looked for; then nobody asks for its shares.
    """

    text: str
    number: int
    row: int
    segment: int
    is_aside: bool
    is_school: bool
    is_idle: bool
    shares: dict[str, float]

    def is_likely(self, kind: str) -> bool:
        return self.shares[kind] == max(self.shares.values())


def parts_of(segment: Segment, number: int, first: int, grammar: SegmentGrammar, degrees: DegreeGrammar) -> list[Part]:
    """Parts between commas, behind colons, and where "from" or "at" leads to a school."""
    texts = [part for text in COLON.split(segment.text) for part in comma_parts(text, grammar.fields)]
    split = [
        without_link(DANGLING.sub("", text), degrees) for whole in texts for text in at_school(whole, grammar, degrees)
    ]
    parts = []
    for place, text in enumerate(split, first):
        tokens = tokens_of(text)
        school = is_school(text, degrees, tokens) or grammar.fields.legal_forms.ends(text, tokens)
        is_no_part = is_nothing(text, degrees, tokens) or (not school and is_idle(text, tokens, grammar, degrees))
        part = Part(
            text=text,
            number=place,
            row=segment.row,
            segment=number,
            is_aside=segment.is_aside,
            is_school=school,
            is_idle=is_no_part,
            shares={} if is_no_part else grammar.fields.model.log_shares(text),
        )
        parts.append(part)
    return parts


def is_idle(text: str, tokens: Tokens, grammar: SegmentGrammar, degrees: DegreeGrammar) -> bool:
    """Say whether a part without a school's word is neither a field nor a school."""
    if is_state(text, degrees, tokens) or len(tokens.words) > LONGEST_NAME or is_place(text, grammar.places):
        return True
    return degrees.exchanges.match(text, tokens) is not None


def without_link(text: str, degrees: DegreeGrammar) -> str:
    """Cut "Major in" from in front of a field, but not "Trade" from "Trade school"."""
    link = degrees.links.match(text)
    if link is None or not link["word"] or link.end() == len(text) or degrees.degrees.match(text) is not None:
        return text
    is_name = text[link.end()].islower() and is_school(text, degrees)
    return text[link.end() :] if len(link["word"]) >= SHORTEST_LINK and not is_name else text


def at_school(text: str, grammar: SegmentGrammar, degrees: DegreeGrammar) -> list[str]:
    """Split "BTech from Anna University" and "Lehre bei der Siemens AG"."""
    for link in degrees.school_links.finditer(text):
        before, school = text[: link.start()], text[link.end() :]
        if not is_school(before, degrees) and (is_school(school, degrees) or grammar.fields.legal_forms.ends(school)):
            return [part for part in (before, school) if part.strip()]
    return [text]
