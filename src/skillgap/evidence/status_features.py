"""What the model of statuses sees of a mention: the cues that reach it, the words around it, where it stands. No skill, no names."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from skillgap.evidence.cue_reach import FoundCue
from skillgap.evidence.types import Status
from skillgap.network import WordLine
from skillgap.resume.types import SectionKind
from skillgap.taxonomy.words import Scope

NAME = "§"
"""Stands for the words of any mention: which skill it is says nothing."""
NUMBER = "#"
BREAKS = frozenset(".;:()–—|•!?")
NEAR = 3
DISTANCES = (1, 2, 4, 8)
FARTHEST_CUE = 60
MOST_AROUND = 12
"""Words to either side that are looked at."""
TITLE, TITLE_END, LONGEST_TITLE = "title", "¦", 8
"""The mark of the words of the job's title, which the network reads in front of the line."""


class LineContext(Struct, frozen=True):
    """Where a line stands: `default` is what its section makes of a skill, `title` the words of its entry's title.

    `is_to_come` says that it stands under a heading such as "Learning now", and `of_others` holds the
    words by which a line tells of others' skills, where the job is to hire, to sell or to retell.
    """

    section: SectionKind
    default: Status
    title: tuple[str, ...] = ()
    is_head: bool = False
    is_to_come: bool = False
    of_others: frozenset[str] = frozenset()


class ReadLine(Struct, frozen=True):
    """A line's words with one `§` for each mention, the positions of those, and the cues in the same positions."""

    words: tuple[str, ...]
    places: tuple[int, ...]
    cues: tuple[FoundCue, ...]


class CuedLine(Struct, frozen=True):
    """A line and what its cues say: for each mention the statuses that reach it, the verdict, and what it cannot be.

    `unsaid` are the mentions that say nothing of what the writer knows: what another thing was chosen over, what a place had none of.
    `has_depth`, `is_slight`, `is_dependent` and `tells_own_deed` say which words of the taxonomy speak of the writer's part.
    """

    read: ReadLine
    context: LineContext
    reached: tuple[tuple[Status, ...], ...]
    verdicts: tuple[Status, ...]
    ruled_out: tuple[frozenset[Status], ...]
    unsaid: tuple[bool, ...]
    has_depth: bool
    is_slight: bool
    is_dependent: bool
    tells_own_deed: bool


def masked(words: Sequence[str], places: Sequence[tuple[int, int]], cues: Sequence[FoundCue]) -> ReadLine:
    """Put one sign in the place of each mention's words; what lies within another mention shares its sign."""
    position = [0] * (len(words) + 1)
    kept: list[str] = []
    starts = dict(sorted(places, key=lambda place: place[1]))
    inside_until = 0
    for at, word in enumerate(words):
        if at >= inside_until and starts.get(at, 0) > at:
            inside_until = starts[at]
            kept.append(NAME)
        elif at >= inside_until:
            kept.append(NUMBER if word[0].isdigit() else word)
        position[at] = len(kept) - 1
    position[len(words)] = len(kept)
    moved = tuple(FoundCue(position[cue.start], position[cue.end - 1] + 1, cue.rule) for cue in cues)
    return ReadLine(tuple(kept), tuple(position[min(start, len(words))] for start, _ in places), moved)


def line_features(line: ReadLine, context: LineContext) -> list[str]:
    """What holds for every mention of the line."""
    words = line.words
    found = [f"s:{context.section}", f"d:{context.default}", "f:" + " ".join(words[:1]), "f2:" + " ".join(words[:2])]
    found += [f"t:{word}" for word in context.title]
    if context.is_head:
        found.append("head")
    if words.count(",") >= NEAR and words.count(NAME) >= NEAR:
        found.append(f"list:{context.default}")
    return found


def mention_features(line: ReadLine, at: int, reached: Sequence[Status], verdict: Status) -> Iterator[str]:
    """What holds for the mention at `at`: `reached` are the statuses whose cues reach it, `verdict` what they come to."""
    yield f"v:{verdict}"
    for status in reached:
        yield f"r:{status}"
    words = line.words
    before = words[max(0, at - MOST_AROUND) : at]
    after = words[at + 1 : at + 1 + MOST_AROUND]
    start = next((n + 1 for n in range(len(before) - 1, -1, -1) if before[n] in BREAKS), 0)
    end = next((n for n, word in enumerate(after) if word in BREAKS), len(after))
    for n, word in enumerate(reversed(before[-NEAR:])):
        yield f"<{n}:{word}"
    for n, word in enumerate(after[:NEAR]):
        yield f">{n}:{word}"
    yield "<<" + " ".join(before[-2:])
    yield ">>" + " ".join(after[:2])
    yield from side_features("<", before[start:])
    yield from side_features(">", after[:end])
    yield "c:" + " ".join(before[start : start + 2])
    yield f"e:{bool(before)}{bool(after)}"
    yield from cue_features(line.cues, at)


def side_features(side: str, words: Sequence[str]) -> Iterator[str]:
    """The words of a clause on one side of a mention, and their pairs."""
    yield from {f"{side}:{word}" for word in words}
    yield from {f"{side}2:{first} {second}" for first, second in pairwise(words)}


def cue_features(cues: Sequence[FoundCue], at: int) -> Iterator[str]:
    """Each cue near the mention with its side and how far away it is, whether its scope reaches or not."""
    first = bisect_left(cues, at - FARTHEST_CUE, key=lambda cue: cue.start)
    end = bisect_right(cues, at + FARTHEST_CUE, key=lambda cue: cue.start)
    for cue in cues[first:end]:
        side = "after" if cue.start > at else "before"
        gap = cue.start - at if cue.start > at else at - cue.end + 1
        distance = sum(gap > each for each in DISTANCES)
        follows = cue.rule.scope is Scope.BEFORE
        yield f"q:{cue.rule.status}:{side}:{follows}:{distance}"
        yield f"q:{cue.rule.status}:{side}"


def word_line(line: CuedLine) -> WordLine:
    """What the network sees: the words of the title and of the line, each cue's words marked, and what is known of each mention."""
    read, context = line.read, line.context
    marks = [""] * len(read.words)
    for cue in read.cues:
        marks[cue.start : cue.end] = [f"{cue.rule.status} {cue.rule.scope}"] * (cue.end - cue.start)
    title = (*context.title[:LONGEST_TITLE], TITLE_END)
    known = (f"section {context.section}", f"default {context.default}", f"head {context.is_head}")
    return WordLine(
        words=title + read.words,
        marks=(TITLE,) * len(title) + tuple(marks),
        places=tuple(len(title) + place for place in read.places),
        features=tuple(
            (*known, f"verdict {verdict}", *(f"reached {status}" for status in reached))
            for verdict, reached in zip(line.verdicts, line.reached, strict=True)
        ),
    )
