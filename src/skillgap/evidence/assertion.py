"""What a line says about the skills it names: used, listed, learning, coursework, denied, somebody else's.

Cues give a verdict by direction and scope; trained models weigh it with the words around the mention and where it stands.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from itertools import pairwise, takewhile

from msgspec import Struct
from msgspec.structs import replace

from skillgap.evidence.choices import choices_in
from skillgap.evidence.cue_grammar import HYPHENS, WORD, CueGrammar, phrases_at, status_of_label, words_of
from skillgap.evidence.cue_reach import Reach, find_cues, is_by_tool
from skillgap.evidence.denials import denials_of
from skillgap.evidence.own_deeds import has_own_deed
from skillgap.evidence.parts import borne_out, part_features
from skillgap.evidence.ruling_out import ITEMS_END, LONGEST_ITEM, TurnedLine, ruled_out
from skillgap.evidence.status_features import NAME, CuedLine, LineContext, masked
from skillgap.evidence.statuses import StatusModel
from skillgap.evidence.trades import tellings_of
from skillgap.evidence.types import Part, Status
from skillgap.evidence.whose import is_dependent
from skillgap.linear import LinearScorer
from skillgap.resume.types import Resume, SectionKind

Span = tuple[int, int]
WORD_OR_DASH = re.compile(rf"(?!(?<=\S)[{''.join(HYPHENS)}]\S)(?:{WORD.pattern})")
"""A hyphen within a word is none; between words it is a dash."""
LONGEST_HEADLINE = 20
"""Words and marks of a line at the top that names a trade."""
FEWEST_LISTED = 3
HEADLINE_PARTS = ITEMS_END | set("()–—-:")
"""What parts a trade from the list behind it, and the items of that."""
DASHES = frozenset("–—")
NEAR_HEDGE = 3
CELLS = re.compile(r"\s{3,}|\t|\s[|│]\s")
SEPARATORS = frozenset(",;/|&·•()")
WEIGHT = (Status.NEGATED, Status.OTHER_PERSON, Status.LEARNING, Status.COURSEWORK, Status.LISTED)
"""Where several cues reach a mention, the first of these wins."""
SECTION_STATUS = {
    SectionKind.SKILLS: Status.LISTED,
    SectionKind.LANGUAGES: Status.LISTED,
    SectionKind.INTERESTS: Status.LEARNING,
    SectionKind.EDUCATION: Status.COURSEWORK,
    SectionKind.CERTIFICATIONS: Status.COURSEWORK,
}


class JudgedLine(Struct, frozen=True):
    """A line's statuses by mention, in the mentions' order, and what part its writer had in what it tells of using them."""

    statuses: tuple[Status, ...]
    part: Part


def judge_lines(lines: Sequence[CuedLine], statuses: StatusModel, parts: LinearScorer) -> list[JudgedLine]:
    """Judge all mentions of all lines of a résumé."""
    places = {number for number, line in enumerate(lines) if is_said_by_place(line)}
    judged = iter(statuses.judge([line for number, line in enumerate(lines) if number not in places]))
    return [
        JudgedLine(line.verdicts, Part.DID) if number in places else told(line, next(judged), parts)
        for number, line in enumerate(lines)
    ]


def told(line: CuedLine, statuses: tuple[Status, ...], parts: LinearScorer) -> JudgedLine:
    """What part it is matters of what is used alone."""
    is_told = Status.USED in statuses and not line.context.is_head
    return JudgedLine(statuses, part_of(line, parts) if is_told else Part.DID)


def is_said_by_place(line: CuedLine) -> bool:
    """Of a bare list its section says all there is to say; beside a headline stands what tells of nothing, an address or a number."""
    words = line.read.words
    is_headline = line.context.section is SectionKind.HEADER and len(words) <= LONGEST_HEADLINE
    return is_headline or is_bare_list(words)


def part_of(cued: CuedLine, parts: LinearScorer) -> Part:
    return borne_out(Part(parts.best(part_features(cued))), cued)


def is_bare_list(words: Sequence[str]) -> bool:
    """Nothing but names and what stands between the items of a list."""
    return all(word == NAME or word in SEPARATORS for word in words)


def cued_line(text: str, spans: Sequence[Span], context: LineContext, grammar: CueGrammar) -> CuedLine:
    """`spans` are the half-open spans of the line's text that its mentions cover."""
    matches = list(WORD_OR_DASH.finditer(text))
    words = [match[0].casefold().replace("’", "'") for match in matches]
    places = [words_covered(matches, span) for span in spans]
    inside = {index for place in places for index in range(*place)}
    cues = [
        cue
        for cue in find_cues(words, grammar)
        if not (
            inside.issuperset(range(cue.start, cue.end))
            or (cue.rule.status is Status.OTHER_PERSON and is_by_tool(words, cue.end, inside, grammar))
        )
    ]
    label = status_of_label(words, grammar)
    default = label or context.default
    listed = behind_headline(words, inside) if context.section is SectionKind.HEADER else set()
    where = replace(
        context,
        is_to_come=context.is_to_come or is_row_to_come(text, grammar),
        of_others=frozenset(words) if label is Status.OTHER_PERSON else context.of_others,
    )
    reach = Reach(words, inside, cues, grammar) if cues else None
    denials, choices = denials_of(words, inside, grammar.denials), choices_in(words, places, grammar.choices)
    undenied = denials.affirmed | denials.in_use
    reached = tuple(
        tuple(
            each
            for each in WEIGHT
            if reach and reach.covers(each, place) and not (each is Status.NEGATED and place[0] in undenied)
        )
        for place in places
    )
    return CuedLine(
        read=masked(words, places, cues),
        context=context,
        reached=reached,
        verdicts=tuple(
            each[0] if each else Status.LISTED if start in listed else default
            for each, (start, _) in zip(reached, places, strict=True)
        ),
        ruled_out=tuple(
            ruled_out(
                TurnedLine(words, inside, label, choices, denials),
                list(zip(places, reached, strict=True)),
                where,
                grammar,
            )
        ),
        unsaid=tuple(place[0] in denials.unsaid or place in choices.passed_over for place in places),
        has_depth=any(phrases_at(words, grammar.depth)),
        is_slight=is_slight(words, inside, grammar),
        is_dependent=is_dependent(words, grammar),
        tells_own_deed=is_upkeep(words, grammar) or has_own_deed(words, grammar),
    )


def is_upkeep(words: Sequence[str], grammar: CueGrammar) -> bool:
    """As "Administered …" is at the start of a line or behind a dash and, with a figure behind it, "Supported 600 users"."""
    has_figure = len(words) > 1 and words[1][0].isdigit()
    starts = [0, *(at + 1 for at, word in enumerate(words[:-1]) if word in DASHES)] if words else []
    is_kept_up = any(words[start] in grammar.own_upkeep for start in starts)
    return is_kept_up or (has_figure and words[0] in grammar.own_with_figures)


def is_slight(words: Sequence[str], inside: Collection[int], grammar: CueGrammar) -> bool:
    """Say whether a word makes the part a small one: "some" does so before what is named alone, not in "against some resistance"."""
    return any(
        place.stop - place.start > 1 or words[place.start] not in grammar.hedges or near_name(place.stop, inside)
        for place in phrases_at(words, grammar.slight)
    )


def near_name(at: int, inside: Collection[int]) -> bool:
    return not inside or any(near in inside for near in range(at, at + NEAR_HEDGE))


def behind_headline(words: Sequence[str], inside: set[int]) -> set[int]:
    """The words of a list that a headline ends in: "Backend Engineer · Java · Kafka · AWS"; two or fewer are the trade itself.

    What stands among them and is no name we know is an item all the same.
    """
    ends = [at for at, word in enumerate(words) if word in HEADLINE_PARTS]
    pieces = [range(start + 1, end) for start, end in pairwise([*ends, len(words)])]
    items = list(takewhile(lambda piece: len(piece) <= LONGEST_ITEM, reversed([each for each in pieces if each])))
    named = {at for piece in items if inside.issuperset(piece) for at in piece}
    return named if sum(inside.issuperset(piece) for piece in items) >= FEWEST_LISTED else set()


def is_row_to_come(text: str, grammar: CueGrammar) -> bool:
    """Say whether the last cell of a table's row says of the row that it is being learnt: "CCIE | Cisco | in progress"."""
    *others, last = CELLS.split(text)
    words = words_of(last) if others else ()
    return any(
        rule.words == words and rule.status is Status.LEARNING for rule in grammar.rules.get("".join(words[:1]), ())
    )


def context_of(number: int, resume: Resume, grammar: CueGrammar) -> LineContext:
    """Where a line stands. A section has its own status; a heading may say one ("Currently learning")."""
    line = resume.lines[number]
    section = resume.sections[line.section]
    default = SECTION_STATUS.get(section.kind, Status.USED)
    is_to_come = grammar.labels.get(words_of(section.heading)) is Status.LEARNING
    if is_to_come:
        default = Status.LEARNING
    elif section.kind is SectionKind.OTHER and section.heading:
        default = status_of_heading(section.heading, default, grammar)
    entry = resume.entry_of(line)
    title = words_of(entry.title) if entry and entry.title else ()
    return LineContext(
        section=section.kind,
        default=default,
        title=title,
        is_head=resume.is_head(number),
        is_to_come=is_to_come,
        of_others=tellings_of(title, grammar),
    )


def status_of_heading(heading: str, default: Status, grammar: CueGrammar) -> Status:
    """What a heading's cues would make of a skill right behind it."""
    end = len(heading) + 1
    return cued_line(f"{heading} x", [(end, end + 1)], LineContext(SectionKind.OTHER, default), grammar).verdicts[0]


def words_covered(matches: Sequence[re.Match[str]], span: Span) -> Span:
    """The half-open range of words that a span of the text covers."""
    first = bisect_right(matches, span[0], key=lambda match: match.end())
    end = bisect_left(matches, span[1], key=lambda match: match.start())
    return first, max(first, end)
