"""What a line says about the skills it names: used, listed, learning, coursework, denied, somebody else's.

Cues give a verdict by direction and scope; trained models weigh it with the words around the mention and where it stands.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from msgspec import Struct

from skillgap.evidence.cue_grammar import HYPHENS, WORD, CueGrammar, phrases_at, words_of
from skillgap.evidence.cue_reach import Reach, find_cues
from skillgap.evidence.parts import part_features
from skillgap.evidence.status_features import NAME, CuedLine, LineContext, masked
from skillgap.evidence.statuses import StatusModel
from skillgap.evidence.types import Part, Status
from skillgap.linear import LinearScorer
from skillgap.resume.types import Resume, SectionKind

Span = tuple[int, int]
WORD_OR_DASH = re.compile(rf"(?!(?<=\S)[{''.join(HYPHENS)}]\S)(?:{WORD.pattern})")
"""A hyphen within a word is none; between words it is a dash."""
LONGEST_LABEL = 5
LONGEST_HEADLINE = 20
"""Words and marks of a line at the top that names a trade."""
SEPARATORS = frozenset(",;/|&·•()")
WEIGHT = (Status.NEGATED, Status.OTHER_PERSON, Status.LEARNING, Status.COURSEWORK, Status.LISTED)
"""Where several cues reach a mention, the first of these wins."""
NOT_OWN = {Status.NEGATED, Status.OTHER_PERSON}
SECTION_STATUS = {
    SectionKind.SKILLS: Status.LISTED,
    SectionKind.LANGUAGES: Status.LISTED,
    SectionKind.INTERESTS: Status.LEARNING,
    SectionKind.EDUCATION: Status.COURSEWORK,
    SectionKind.CERTIFICATIONS: Status.COURSEWORK,
}


class JudgedLine(Struct, frozen=True):
    """A line's statuses by mention, in the mentions' order, and what part its writer had in what it tells."""

    statuses: tuple[Status, ...]
    part: Part


def judge_lines(lines: Sequence[CuedLine], statuses: StatusModel, parts: LinearScorer) -> list[JudgedLine]:
    """Judge all mentions of all lines of a résumé."""
    places = {number for number, line in enumerate(lines) if is_said_by_place(line)}
    judged = iter(statuses.judge([line for number, line in enumerate(lines) if number not in places]))
    return [
        JudgedLine(line.verdicts, Part.DID)
        if number in places
        else in_heading(next(judged))
        if line.context.is_head
        else JudgedLine(next(judged), part_of(line, parts))
        for number, line in enumerate(lines)
    ]


def is_said_by_place(line: CuedLine) -> bool:
    """Of a bare list its section says all there is to say; beside a headline stands what tells of nothing, an address or a number."""
    words = line.read.words
    is_headline = line.context.section is SectionKind.HEADER and len(words) <= LONGEST_HEADLINE
    return is_headline or is_bare_list(words)


def in_heading(statuses: Sequence[Status]) -> JudgedLine:
    """What somebody was is their own work and not denied: "Support Technician", "Consultant for the network team"."""
    return JudgedLine(tuple(Status.USED if status in NOT_OWN else status for status in statuses), Part.DID)


def part_of(cued: CuedLine, parts: LinearScorer) -> Part:
    return Part(parts.best(part_features(cued.read, has_depth=cued.has_depth, is_slight=cued.is_slight)))


def is_bare_list(words: Sequence[str]) -> bool:
    """Nothing but names and what stands between the items of a list."""
    return all(word == NAME or word in SEPARATORS for word in words)


def cued_line(text: str, spans: Sequence[Span], context: LineContext, grammar: CueGrammar) -> CuedLine:
    """`spans` are the half-open spans of the line's text that its mentions cover."""
    matches = list(WORD_OR_DASH.finditer(text))
    words = [match[0].casefold().replace("’", "'") for match in matches]
    places = [words_covered(matches, span) for span in spans]
    inside = {index for place in places for index in range(*place)}
    cues = [cue for cue in find_cues(words, grammar) if not inside.issuperset(range(cue.start, cue.end))]
    default = status_of_label(words, grammar) or context.default
    reach = Reach(words, inside, cues, grammar) if cues else None
    reached = tuple(tuple(each for each in WEIGHT if reach and reach.covers(each, place)) for place in places)
    return CuedLine(
        read=masked(words, places, cues),
        context=context,
        reached=reached,
        verdicts=tuple(each[0] if each else default for each in reached),
        has_depth=any(phrases_at(words, grammar.depth)),
        is_slight=any(phrases_at(words, grammar.slight)),
    )


def context_of(number: int, resume: Resume, grammar: CueGrammar) -> LineContext:
    """Where a line stands. A section has its own status; a heading may say one ("Currently learning")."""
    line = resume.lines[number]
    section = resume.sections[line.section]
    default = SECTION_STATUS.get(section.kind, Status.USED)
    if section.kind is SectionKind.OTHER and section.heading:
        default = status_of_heading(section.heading, default, grammar)
    entry = resume.entry_of(line)
    return LineContext(
        section=section.kind,
        default=default,
        title=words_of(entry.title) if entry and entry.title else (),
        is_head=resume.is_head(number),
    )


def status_of_heading(heading: str, default: Status, grammar: CueGrammar) -> Status:
    """What a heading's cues would make of a skill right behind it."""
    end = len(heading) + 1
    return cued_line(f"{heading} x", [(end, end + 1)], LineContext(SectionKind.OTHER, default), grammar).verdicts[0]


def status_of_label(words: Sequence[str], grammar: CueGrammar) -> Status | None:
    """A label such as "Learning now:" speaks for the whole line."""
    start = list(words[: LONGEST_LABEL + 1])
    return grammar.labels.get(tuple(start[: start.index(":")])) if ":" in start else None


def words_covered(matches: Sequence[re.Match[str]], span: Span) -> Span:
    """The half-open range of words that a span of the text covers."""
    first = bisect_right(matches, span[0], key=lambda match: match.end())
    end = bisect_left(matches, span[1], key=lambda match: match.start())
    return first, max(first, end)
