"""The heading of an entry as fragments that could be its fields: as they stand, and with commas, "at" and case separating."""

import re
from collections.abc import Sequence

import msgspec
from msgspec import Struct

from skillgap.resume.dates import FoundDates
from skillgap.resume.field_scores import FieldScores, score_field
from skillgap.resume.segments import Segment, SegmentGrammar, comma_parts, segments_of
from skillgap.resume.types import SectionKind

NAMED = {SectionKind.PROJECTS, SectionKind.OPEN_SOURCE}
"""Kinds of sections whose entries have a name rather than a post."""
CLEAR = 1.0
"""How far a fragment's score for one field must be above another's to be a vote."""
FEWEST_UNSPLIT, MOST_UNSPLIT, SPLIT_CLEAR = 4, 12, 2.5
"""Words of a fragment that may hold both, and how clear both halves must be."""
BRACKETS = re.compile(r"\s*\([^()]*\)")
MOST_CANDIDATES = 6
Rows = Sequence[tuple[str, Sequence[FoundDates]]]


class Fragment(Struct, frozen=True):
    segment: Segment
    scores: FieldScores


class Candidates(Struct, frozen=True):
    """A heading's fragments that are neither places nor labelled, as they stand and with their commas separating.

    `known` are those that a label names.
    """

    whole: tuple[Fragment, ...]
    apart: tuple[Fragment, ...]
    known: dict[str, Segment]
    places: tuple[Segment, ...]


def candidates_of(rows: Rows, kind: SectionKind, grammar: SegmentGrammar) -> Candidates:
    known: dict[str, Segment] = {}
    places: list[Segment] = []
    others: list[Segment] = []
    for segment in segments_of(rows, grammar, keeps_labels=kind in NAMED, keeps_asides=kind not in NAMED):
        if segment.label == "place":
            places.append(segment)
        elif segment.label is not None:
            known.setdefault(segment.label, segment)
        elif not segment.is_aside:
            others += split_at(segment, grammar)
    if len(others) == 1 and not known and kind not in NAMED:
        others = split_by_words(others[0], grammar)
    parts = [] if kind in NAMED else [part for segment in others for part in taken_apart(segment, grammar)]
    return Candidates(
        whole=scored(others, grammar),
        apart=scored(parts, grammar) if len(parts) > len(others) else (),
        known=known,
        places=tuple(places),
    )


def scored(segments: Sequence[Segment], grammar: SegmentGrammar) -> tuple[Fragment, ...]:
    return tuple(
        Fragment(each, score_field(BRACKETS.sub("", each.text), grammar.fields)) for each in segments[:MOST_CANDIDATES]
    )


def split_at(segment: Segment, grammar: SegmentGrammar) -> list[Segment]:
    """Split "Driver at Acme", where what stands before is a title."""
    match = grammar.at.search(segment.text)
    if match is None:
        return [segment]
    if "@" in match[0]:
        return [msgspec.structs.replace(segment, text=text.strip()) for text in segment.text.split("@", 1)]
    before = score_field(segment.text[: match.start()], grammar.fields)
    if before.title - before.organization < CLEAR:
        return [segment]
    rest = segment.text[match.end() :]
    after = score_field(rest, grammar.fields)
    if "," in segment.text[: match.start()] or after.organization < max(after.title, after.other, after.study) - CLEAR:
        return [segment]
    return [
        msgspec.structs.replace(segment, text=segment.text[: match.start()].strip()),
        msgspec.structs.replace(segment, text=rest),
    ]


def split_by_words(segment: Segment, grammar: SegmentGrammar) -> list[Segment]:
    """Where nothing separates them, split at the word where both sides are clearest: "Hengtai Lighting Factory Electronic Engineer"."""
    words = segment.text.split()
    if not FEWEST_UNSPLIT <= len(words) <= MOST_UNSPLIT or "," in segment.text.rstrip(".,"):
        return [segment]
    splits = []
    for place in range(1, len(words)):
        if words[place][0].islower() or words[place - 1][0].islower():
            continue
        left, right = " ".join(words[:place]), " ".join(words[place:])
        a, b = score_field(left, grammar.fields), score_field(right, grammar.fields)
        for first, second in (
            (a.title - a.organization, b.organization - b.title),
            (a.organization - a.title, b.title - b.organization),
        ):
            splits.append((min(first, second), left, right))
    clearest = max(splits, default=(0.0, "", ""))
    if clearest[0] < SPLIT_CLEAR:
        return [segment]
    return [msgspec.structs.replace(segment, text=text) for text in clearest[1:]]


def taken_apart(segment: Segment, grammar: SegmentGrammar) -> list[Segment]:
    """Where commas separate: "Site Engineer, Obras do Norte, Lda."."""
    parts = comma_parts(segment.text, grammar.fields)
    return [msgspec.structs.replace(segment, text=part, whole=segment.text) for part in parts]
