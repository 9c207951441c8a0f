"""`summary.json`: what a run was for, by what conditions it selected, and what it came to."""

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from skillgap.batch.gates import Gates
from skillgap.batch.types import BatchTarget, Counts
from skillgap.printed_json import json_text
from skillgap.whole_files import written_whole


class Summary(Struct, frozen=True, kw_only=True):
    """`conditions` are the gates in words; `files` those written beside it, `reports` how many of them are reports.

    `left_out` counts the candidates for whom a sheet had no row left.
    """

    counts: Counts
    conditions: tuple[str, ...]
    files: tuple[str, ...]
    reports: int
    left_out: int
    target: BatchTarget


def write_summary(path: Path, summary: Summary) -> None:
    """Raises UsageError where it can't be written."""
    with written_whole(path) as part:
        part.write_text(json_text(summary), "utf-8", newline="\n")


def conditions_of(gates: Gates) -> tuple[str, ...]:
    """The gates in words; empty where everybody is selected."""
    return tuple(each_condition(gates))


def each_condition(gates: Gates) -> Iterator[str]:
    for must in gates.must_have:
        yield f"shows {must.name} at {must.level} or more"
    if gates.min_score is not None:
        yield f"has a score of {gates.min_score:g} or more"
    if gates.top is not None:
        yield f"is among the first {gates.top}, or has the same score as the last of them"


def target_in_words(target: BatchTarget) -> tuple[tuple[str, str], ...]:
    """Names and values, for people; only what there is."""
    made = target.generator
    lines = (
        ("Posting", target.posting or ""),
        ("Role", f"{target.label} ({target.role})"),
        ("Level", target.level),
        ("Track", target.track or ""),
        ('"Present" means', target.as_of),
        ("Blind", blind_in_words(target)),
        ("Made by", f"{made.name} {made.version}"),
        ("Taxonomy", made.taxonomy),
        ("Models", made.models),
    )
    return tuple((name, value) for name, value in lines if value)


def blind_in_words(target: BatchTarget) -> str:
    if target.blind is None:
        return "no"
    options = {
        "schools": target.blind.schools,
        "companies": target.blind.companies,
        "years of studies": target.blind.study_years,
    }
    also = [word for word, is_on in options.items() if is_on]
    return f"yes, with {' and '.join(also)}" if also else "yes"
