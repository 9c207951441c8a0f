"""What a posting asks for besides skills, beside the line of the page that speaks of it: a checklist, no part of the score."""

from collections.abc import Iterator, Sequence

from skillgap.postings.types import Condition, Strength
from skillgap.report.wording import capital
from skillgap.taxonomy.words import ConditionKind

NAMES = {
    ConditionKind.DEGREE: "a degree",
    ConditionKind.LANGUAGE: "languages",
    ConditionKind.ON_CALL: "on-call or shift work",
    ConditionKind.TRAVEL: "travel",
    ConditionKind.LICENCE: "a driving licence",
    ConditionKind.CLEARANCE: "a security clearance",
    ConditionKind.PERMIT: "a permit to work there",
}


def condition_sentences(conditions: Sequence[Condition]) -> Iterator[str]:
    if conditions:
        yield "It asks for more than skills, which is no part of the score:"
    for each in conditions:
        wish = " (an advantage)" if each.strength is not Strength.REQUIRED else ""
        found = f"on your page: “{each.on_page}”" if each.on_page else "not found on your page"
        yield f"{capital(name_of(each))}{wish}: “{each.line}” – {found}."


def name_of(condition: Condition) -> str:
    if condition.kind is ConditionKind.LANGUAGE:
        return (" or " if condition.is_choice else " and ").join(condition.names)
    return NAMES[condition.kind]
