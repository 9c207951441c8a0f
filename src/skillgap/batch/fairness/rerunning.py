"""What a worker does with one résumé of an audit: analyse it as it is, then with its identity exchanged, then with a career gap closed."""

from collections.abc import Callable, Iterator

from msgspec import Struct

from skillgap.batch.fairness.career_gaps import closed_gap
from skillgap.batch.fairness.swap_words import SwapWords, swap_words
from skillgap.batch.fairness.swapping import identity_in, swapped, swaps_for
from skillgap.batch.fairness.types import GapPlace, LevelChange, SwapKind
from skillgap.batch.packing import Structure
from skillgap.batch.working import Job, structure_of
from skillgap.documents.types import Document
from skillgap.pipeline import Analyzer
from skillgap.pipeline.analyzing import made_ready
from skillgap.pipeline.many import Skipped, attempted
from skillgap.report.types import Analysis
from skillgap.resume.parsing import Parsed
from skillgap.resume.redacting import RedactionGrammar

MOST_RUNS = 14
"""Analyses of one résumé, at most."""


class Outcome(Struct, frozen=True):
    """What must not hang on who somebody is; `levels` are the level scores of the skills claimed."""

    score: float
    band: tuple[float, float]
    levels: dict[str, float]


class Rerun(Struct, frozen=True):
    """One exchange and what came of it; `outcome` is None where nothing changed."""

    kind: SwapKind
    swap: str
    outcome: Outcome | None


class ClosedGap(Struct, frozen=True):
    """A gap of so many months, and by how many points the score moves without it."""

    place: GapPlace
    months: int
    points: float


class Reruns(Struct, frozen=True):
    base: Outcome
    swaps: tuple[Rerun, ...]
    gaps: tuple[ClosedGap, ...]


def prepare_audit(analyzer: Analyzer) -> Callable[[Job], Reruns | Skipped]:
    """`analyzer` is one that takes "present" to mean the same in every résumé."""
    grammar, _ = made_ready(analyzer.taxonomy)

    def work(job: Job) -> Reruns | Skipped:
        return attempted(
            lambda: reruns_of(structure_of(job, analyzer), analyzer, grammar.redaction, swap_words()), job.name
        )

    return work


def reruns_of(known: Structure, analyzer: Analyzer, grammar: RedactionGrammar, words: SwapWords) -> Reruns:
    """An exchanged résumé is given its structure anew: names must not count there either."""
    base = outcome_of(analyzer.analyze_document(known.document, known.parsed))
    return Reruns(
        base,
        tuple(swap_reruns(known, base, analyzer, grammar, words)),
        tuple(gap_reruns(known.document, known.parsed, base, analyzer)),
    )


def swap_reruns(
    known: Structure, base: Outcome, analyzer: Analyzer, grammar: RedactionGrammar, words: SwapWords
) -> Iterator[Rerun]:
    identity = identity_in(known.document, known.parsed, grammar)
    for swap in swaps_for(identity, words, known.document.sha256):
        other = swapped(known.document, identity, swap, words)
        if other != known.document:
            outcome = outcome_of(analyzer.analyze_document(other))
            yield Rerun(swap.kind, str(swap), None if outcome == base else outcome)


def gap_reruns(document: Document, parsed: Parsed, base: Outcome, analyzer: Analyzer) -> Iterator[ClosedGap]:
    as_of = analyzer.as_of or analyzer.taxonomy.release.released
    for place in GapPlace:
        closed = closed_gap(parsed, as_of, place)
        if closed is not None:
            score = analyzer.analyze_document(document, closed.parsed).score.overall
            yield ClosedGap(place, closed.months, round(score - base.score, 1))


def outcome_of(analysis: Analysis) -> Outcome:
    return Outcome(
        analysis.score.overall, analysis.score.band, {claim.id: claim.level_score for claim in analysis.skills}
    )


def changed_levels(before: Outcome, after: Outcome) -> tuple[LevelChange, ...]:
    return tuple(
        LevelChange(skill, before.levels.get(skill), after.levels.get(skill))
        for skill in sorted(before.levels.keys() | after.levels.keys())
        if before.levels.get(skill) != after.levels.get(skill)
    )
