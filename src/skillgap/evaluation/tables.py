"""Results as tables of plain text, with the counts behind every share."""

from collections.abc import Sequence

from skillgap.evaluation.evidence import EvidenceResult
from skillgap.evaluation.reading import Outcome
from skillgap.evaluation.structure import StructureResult

LOWEST = 0.93


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


def structure_table(result: StructureResult, *, details: bool) -> str:
    rows = [
        f"{name:<38} {share(tally.right, tally.total):>6.3f}  {tally.right} of {tally.total}"
        for name, tally in result.tallies.items()
        if tally.total
    ]
    if details:
        rows += ["", *(f"  {each.resume}  {each.field}: {each.gold!r}, read {each.read!r}" for each in result.faults)]
    return "\n".join(rows) + "\n"


def reading_table(outcomes: Sequence[Outcome], *, details: bool) -> str:
    phrases = sum(len(outcome.case.phrases) for outcome in outcomes)
    fair = [outcome for outcome in outcomes if not outcome.case.phrases]
    alarms = sum(outcome.false_alarms > 0 for outcome in outcomes)
    found = sum(outcome.found for outcome in outcomes)
    similarity = sum(outcome.similarity for outcome in outcomes) / max(1, len(outcomes))
    worst = sorted(outcomes, key=lambda outcome: outcome.similarity)
    lowest = worst[0].similarity if worst else 1.0
    leaked = sum(outcome.leaked for outcome in outcomes)
    rows = [
        f"files            {len(outcomes):>6}  {len(outcomes) - len(fair)} of them with hidden text",
        f"similarity       {similarity:>6.4f}  mean, of the words in their order",
        f"lowest           {lowest:>6.4f}  {sum(each.similarity < LOWEST for each in worst)} under {LOWEST}",
        f"hidden found     {share(found, phrases):>6.3f}  {found} of {phrases} phrases, {leaked} read as text",
        f"false alarms     {alarms:>6}  files with visible words taken for hidden",
    ]
    shown = worst if details else [each for each in worst if is_faulty(each)]
    rows += ["", *(reading_row(outcome) for outcome in shown)] if shown else []
    return "\n".join(rows) + "\n"


def is_faulty(outcome: Outcome) -> bool:
    missed = outcome.found < len(outcome.case.phrases) or outcome.leaked or outcome.false_alarms
    return outcome.similarity < LOWEST or bool(missed or outcome.error)


def reading_row(outcome: Outcome) -> str:
    hidden = f"  hidden {outcome.found}/{len(outcome.case.phrases)}" if outcome.case.phrases else ""
    faults = [(outcome.leaked, "read as text"), (outcome.false_alarms, "false alarms")]
    told = "".join(f"  {count} {what}" for count, what in faults if count)
    return f"  {outcome.similarity:.3f}  {outcome.case.path.name}{hidden}{told}  {outcome.error}".rstrip()


def share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0
