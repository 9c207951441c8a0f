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
SELDOM_WRITTEN = {ConditionKind.ON_CALL, ConditionKind.TRAVEL, ConditionKind.LICENCE, ConditionKind.PERMIT}


def condition_sentences(conditions: Sequence[Condition]) -> Iterator[str]:
    if conditions:
        yield "It asks for more than skills, which is no part of the score:"
    for each in conditions:
        wish = " (an advantage)" if each.strength is not Strength.REQUIRED else ""
        yield f"{capital(name_of(each))}{wish}: “{each.line}” – {found(each)}."


def found(condition: Condition) -> str:
    """What the page says of it; where few say anything, its silence is no lack."""
    if condition.written:
        own = f"your page is in {'it' if len(condition.names) == 1 else ' and '.join(condition.written)}"
        left = [name for name in condition.names if name not in condition.written]
        if condition.on_page:
            return f"{own}; on it: “{condition.on_page}”"
        return own if condition.is_choice or not left else f"{own}; {' and '.join(left)} not found on it"
    if condition.on_page:
        return f"on your page: “{condition.on_page}”"
    return "rarely written on a page; be ready to say" if condition.kind in SELDOM_WRITTEN else "not found on your page"


def name_of(condition: Condition) -> str:
    if condition.kind is ConditionKind.LANGUAGE:
        return (" or " if condition.is_choice else " and ").join(condition.names)
    return NAMES[condition.kind]
