"""Faults within the questionnaire, and phrases of it that no role says."""

from collections import Counter
from collections.abc import Iterator, Sequence

from skillgap.taxonomy.authoring.findings import Finding
from skillgap.taxonomy.authoring.name_checks import repeated
from skillgap.taxonomy.phrases import sentences_with
from skillgap.taxonomy.questionnaire import Interest, Questionnaire
from skillgap.taxonomy.types import Role


def fit_faults(fit: Questionnaire) -> Iterator[Finding]:
    ids = [*(each.id for each in fit.statements), *(each.id for each in fit.circumstances)]
    messages = [f"uses the id {each!r} twice" for each in repeated(ids)]
    counts = Counter(each.interest for each in fit.interests)
    if len({counts[interest] for interest in Interest}) > 1:
        told = ", ".join(f"{interest} {counts[interest]}" for interest in Interest)
        messages.append(f"should have as many statements for each interest; it has {told}")
    for circumstance in fit.circumstances:
        same = repeated(option.id for option in circumstance.options)
        messages += [f"has the option {each!r} of {circumstance.id} twice" for each in same]
    yield from (Finding("fit", "fit.yaml", message) for message in messages)


def idle_phrases(fit: Questionnaire, roles: Sequence[Role]) -> Iterator[str]:
    good = [sentence for role in roles for sentence in (*role.values, *role.thrives)]
    hard = [sentence for role in roles for sentence in role.finds_it_hard]
    varying = hard + [sentence for role in roles for sentence in role.varies]
    looked_for = [
        *((each.id, each.offered_by, good) for each in fit.values),
        *((each.id, each.denied_by, hard) for each in fit.values),
        *((each.id, each.named_by, varying) for each in fit.circumstances),
    ]
    for owner, phrases, sentences in looked_for:
        idle = [phrase for phrase in phrases if not sentences_with([phrase], sentences)]
        yield from (f"fit.yaml, {owner}: no role says {phrase!r}" for phrase in idle)
