"""Results as tables of plain text, with the counts behind every share."""

from collections.abc import Iterable, Sequence

from skillgap.evaluation.evidence import EvidenceResult, Tally
from skillgap.evaluation.pairs import Ordered
from skillgap.evaluation.postings import PostingsResult
from skillgap.evaluation.reading import Outcome
from skillgap.evaluation.structure import StructureResult
from skillgap.evidence.types import Status

LOWEST = 0.93


def evidence_table(result: EvidenceResult, *, details: bool) -> str:
    """Counts behind every share; names found as more than one mention in a line count as often."""
    rows = [
        f"text                 {result.resumes} résumés, {result.blocks} blocks, {result.lines} lines",
        *mention_rows("mentions", total_of(result.mentions.values())),
    ]
    for area, tally in sorted(result.mentions.items()):
        rows += mention_rows(f"  {area}", tally)
    for name, tally in result.baselines.items():
        rows += mention_rows(f"baseline: {name}", tally)
    rows += [*sense_rows(result), *status_rows(result), *link_rows(result), *level_rows(result)]
    if result.unrelated:
        each = result.false_skills / result.unrelated
        rows.append(f"other trades         {each:.2f} false skills of the four areas a résumé, in {result.unrelated}")
    if details:
        rows += ["", "missed", *(f"  {skill:<28} {line[:160]}" for line, skill in sorted(result.missed))]
        rows += ["", "found, not marked", *(f"  {skill:<28} {line[:160]}" for line, skill in sorted(result.spurious))]
        rows += [
            "",
            "read otherwise",
            *(f"  {skill:<24} {a} as {b}: {line[:160]}" for skill, a, b, line in result.wrong),
        ]
    return "\n".join(rows) + "\n"


def total_of(tallies: Iterable[Tally]) -> Tally:
    whole = Tally()
    for tally in tallies:
        whole.right, whole.found, whole.gold = (
            whole.right + tally.right,
            whole.found + tally.found,
            whole.gold + tally.gold,
        )
    return whole


def mention_rows(name: str, tally: Tally) -> list[str]:
    precision = f"precision {tally.precision:.3f} ({tally.right} of {tally.found} found)"
    return [f"{name:<22} {precision:<40} recall {tally.recall:.3f} ({tally.right} of {tally.gold} marked)"]


def sense_rows(result: EvidenceResult) -> list[str]:
    if not result.senses:
        return []
    taken, left = result.sense_accuracy
    words = len(result.senses)
    meant, other = (sum(each[n] for each in result.senses.values()) for n in (1, 3))
    balanced = f"{(taken + left) / 2:.3f} balanced accuracy"
    return [
        f"senses                 {balanced}: {taken:.3f} of {meant} meant, {left:.3f} of {other} not, {words} names"
    ]


def status_rows(result: EvidenceResult) -> list[str]:
    right, total = result.statuses_right
    rows = [f"status                 {share(right, total):.3f} ({right} of {total} mentions found)"]
    for status in Status:
        tally = result.status_tally(status)
        parts = f"precision {tally.precision:.3f}, recall {tally.recall:.3f} of {tally.gold}"
        rows.append(f"  {status:<20} F1 {tally.f1:.3f}  {parts}")
    credited, of = result.wrongly_credited
    return [*rows, f"  credited though not one's own  {share(credited, of) if of else 0.0:.3f} ({credited} of {of})"]


def link_rows(result: EvidenceResult) -> list[str]:
    rows = []
    for group, tally in result.proving.items():
        if tally.gold:
            links = result.links[group]
            precision = f"precision {links.precision:.3f} ({links.right} of {links.found} links)"
            found = f"recall {tally.recall:.3f} ({tally.right} of {tally.gold} lines)"
            rows.append(f"paraphrases, {group:<9} {precision:<40} {found}")
    near = result.near_misses
    return rows + ([f"  near misses linked   {near.found} of {near.gold}"] if near.gold else [])


def level_rows(result: EvidenceResult) -> list[str]:
    total = result.levels.total()
    if not total:
        return []
    apart = [(abs(a.rank - b.rank), count) for (a, b), count in result.levels.items()]
    exact, near = (sum(count for steps, count in apart if steps <= most) for most in (0, 1))
    high = sum(count for (a, b), count in result.levels.items() if b.rank > a.rank)
    shares = f"exact {exact / total:.3f}, within one step {near / total:.3f}, too high {high / total:.3f}"
    return [f"levels                 {shares}, of {total}"]


def pairs_table(pairs: Sequence[Ordered], *, details: bool) -> str:
    rows = []
    for kind in dict.fromkeys(each.pair.kind for each in pairs):
        own = [each for each in pairs if each.pair.kind == kind]
        right = sum(each.is_right for each in own)
        rows.append(f"{kind:<8} ordered right {share(right, len(own)):.3f} ({right} of {len(own)})")
        for theme in sorted({each.pair.theme for each in own}):
            themed = [each.is_right for each in own if each.pair.theme == theme]
            rows.append(f"  {theme:<34} {sum(themed)} of {len(themed)}")
    if details:
        rows += ["", *(pair_row(each) for each in pairs)]
    return "\n".join(rows) + "\n"


def pair_row(each: Ordered) -> str:
    pair = each.pair
    verdict = "right" if each.is_right else "wrong"
    return f"{verdict}  {pair.id:<7} {pair.kind:<6} {each.better:5.1f} {each.other:5.1f}  {pair.role} {pair.level}  {pair.theme}"


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


def postings_table(result: PostingsResult, *, details: bool) -> str:
    rows = [f"postings    {result.postings}"]
    for name, tally in (*result.lists.items(), ("unknown", result.unknown)):
        precision = f"precision {tally.precision:.3f} ({tally.right} of {tally.found} found)"
        recall = f"recall {tally.recall:.3f} ({tally.right} of {tally.gold} marked)"
        rows.append(f"{name:<10}  F1 {tally.f1:.3f}  {precision:<38} {recall}")
    for field, right in result.shares.items():
        rows.append(f"{field:<10}  {share(right, result.postings):.3f}  {right} of {result.postings}")
    if details:
        rows += ["", *(f"  {each.posting}  {each.field}: {each.gold}, read {each.read}" for each in result.faults)]
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
