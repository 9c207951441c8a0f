"""Results as tables of plain text, with the counts behind every share."""

from collections.abc import Mapping

from skillgap.evaluation.evidence import EvidenceResult
from skillgap.evaluation.structure import Tally


def evidence_table(result: EvidenceResult, *, details: bool) -> str:
    rows = [
        f"personas         {result.personas:>6}",
        f"precision        {result.precision:>6.3f}  {result.right} of {result.found} found",
        f"recall           {result.recall:>6.3f}  {result.right} of {result.gold} marked",
        f"status           {share(result.status_right, result.right):>6.3f}  {result.status_right} of {result.right} right ones",
        f"paraphrases      {result.paraphrases:>6}  marked, none looked for yet",
    ]
    rows += [f"  {number:>3} × {expected} read as {actual}" for expected, actual, number in result.confusions]
    if details:
        rows += ["", "missed", *(f"  {skill:<28} {line[:140]}" for line, skill in result.missed)]
        rows += ["", "found, but not marked", *(f"  {skill:<28} {line[:140]}" for line, skill in result.spurious)]
    return "\n".join(rows) + "\n"


def structure_table(tallies: Mapping[str, Tally]) -> str:
    rows = [
        f"{name:<16} {share(tally.right, tally.total):>6.3f}  {tally.right} of {tally.total}"
        for name, tally in tallies.items()
    ]
    return "\n".join(rows) + "\n"


def share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0
