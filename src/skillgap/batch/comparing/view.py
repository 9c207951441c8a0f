"""A comparison in words: what all candidates have, what makes a page or a figure doubtful, and then each pair."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from skillgap.batch.comparing.pair_view import Names, PairView, ends, pair_view
from skillgap.batch.comparing.types import Candidate, SideBySide
from skillgap.progress.view import target_words
from skillgap.report.cleaning import clean_copy
from skillgap.report.view import warnings_of
from skillgap.report.wording import LEVELS, humanized, month

LONGEST_LABEL = 40
LONG, SHORT = 6, 3
"""Differences shown on each side: of two candidates, of more."""
ROUNDED = "Points are rounded to a tenth, so that sums may be a tenth off."
READS_A_PAGE = (
    "A page that does not show a skill does not say that the person lacks it: ask. A person decides; this must not be used to reject "
    "anybody automatically."
)


class ComparisonView(Struct, frozen=True):
    """`table` has a row for each fact and a cell for each candidate; `notes` are what makes a page or a figure doubtful."""

    title: str
    labels: tuple[str, ...]
    table: tuple[tuple[str, tuple[str, ...]], ...]
    notes: tuple[str, ...]
    pairs: tuple[PairView, ...]
    ending: tuple[str, ...]


def comparison_view(compared: SideBySide) -> ComparisonView:
    clean = clean_copy(compared)
    candidates = clean.candidates
    labels = labels_of(candidates)
    shown = LONG if len(clean.comparisons) == 1 else SHORT
    return ComparisonView(
        title=title_of(clean),
        labels=labels,
        table=tuple(table_of(candidates)),
        notes=(*made_otherwise(candidates), *warnings_about(candidates, labels)),
        pairs=tuple(
            pair_view(each, Names(labels[0], label), shown)
            for each, label in zip(clean.comparisons, labels[1:], strict=True)
        ),
        ending=(f"{legend()} {ROUNDED}", READS_A_PAGE),
    )


def legend() -> str:
    return f"Levels – {'; '.join(f'{word.label.lower()}: {word.meaning}' for level, word in LEVELS.items() if level.rank)}."


def title_of(compared: SideBySide) -> str:
    """With the month where it is one."""
    months = {each.as_of for each in compared.candidates}
    as_of = f" · as of {month(months.pop())}" if len(months) == 1 else ""
    return f"Compared: {target_words(compared.comparisons[0].target)}{as_of}"


def labels_of(candidates: Sequence[Candidate]) -> tuple[str, ...]:
    """By name, or by file where there is none; what is not told apart so, with the id, or with a number."""
    names = [shortened(each.person or each.file) for each in candidates]
    with_ids = [f"{name} ({each.id})" for name, each in zip(names, candidates, strict=True)]
    numbered = tuple(f"{name} ({number})" for number, name in enumerate(names, 1))
    return next((tuple(labels) for labels in (names, with_ids) if len(set(labels)) == len(labels)), numbered)


def shortened(name: str) -> str:
    return name if len(name) <= LONGEST_LABEL else f"{name[: LONGEST_LABEL - 1]}…"


def table_of(candidates: Sequence[Candidate]) -> Iterator[tuple[str, tuple[str, ...]]]:
    if all(each.place for each in candidates):
        yield "Rank", tuple(f"{each.place.rank:,} of {each.place.of:,}" for each in candidates if each.place)
        yield "Fair ranks", tuple(ends(each.place.best, each.place.worst) for each in candidates if each.place)
    yield "Score", tuple(f"{each.score:.1f}" for each in candidates)
    yield "Fair range", tuple(ends(*each.band) for each in candidates)
    for area in candidates[0].areas:
        yield humanized(area), tuple(f"{each.areas.get(area, 0.0):.0f}" for each in candidates)
    yield "Id", tuple(each.id for each in candidates)
    yield "File", tuple(shortened(each.file) for each in candidates)


def made_otherwise(candidates: Sequence[Candidate]) -> Iterator[str]:
    first = candidates[0]
    if any((each.as_of, each.generator) != (first.as_of, first.generator) for each in candidates):
        made = (
            f"as of {month(each.as_of)} by {each.generator.name} {each.generator.version}, taxonomy "
            f"{each.generator.taxonomy}, models {each.generator.models}"
            for each in candidates
        )
        yield f"The analyses were made differently ({'; '.join(made)}): figures may differ for that reason alone."


def warnings_about(candidates: Sequence[Candidate], labels: Sequence[str]) -> Iterator[str]:
    for candidate, label in zip(candidates, labels, strict=True):
        for title, each in warnings_of(candidate.warnings):
            page = f" (page {each.page})" if each.page else ""
            yield f"{label} – {title.lower()}{page}: {each.message}"
