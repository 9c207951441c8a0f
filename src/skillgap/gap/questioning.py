"""The step from somebody's answers to what they say about a role: interests, work values, circumstances."""

from collections.abc import Iterator, Mapping

from skillgap.gap.congruence import interest_fit
from skillgap.gap.fit_types import Answers, CircumstanceFit, FitAnswers, Lean, Reply, Tie, ValueFit
from skillgap.gap.fit_types import ProfilePart as P
from skillgap.taxonomy.phrases import sentences_with
from skillgap.taxonomy.questionnaire import Circumstance, Questionnaire, ValueKind, ValueStatement
from skillgap.taxonomy.types import Role, RoleId

MATTERS, MATTERS_LITTLE = 4, 2
"""Answers from, and up to, which a statement says something."""
CLEARLY = 2 / 3
"""The share of what was said on one side from which that side leads."""
DOES_NOT_MIND = "either"
SUMMARIES = {
    Lean.TOWARDS: "Your answers lean towards this kind of work.",
    Lean.MIXED: "Your answers are mixed: some of this kind of work would suit you, some would not.",
    Lean.AWAY: "Your answers lean away from this kind of work.",
    Lean.UNCLEAR: "Your answers do not say whether this kind of work would suit you.",
}


NO_VALUES = ValueFit(lean=Lean.UNCLEAR, speaks_for=(), speaks_against=())


def hold_answers_against(
    role: Role, answers: Answers, roles: Mapping[RoleId, Role], questionnaire: Questionnaire
) -> FitAnswers:
    """`roles` are those to compare interests with, `role` among them."""
    interests = interest_fit(answers, role, roles, questionnaire)
    values = value_fit(answers, role, questionnaire) if tells_apart(answers) else NO_VALUES
    lean = joined(interests.lean, values.lean)
    return FitAnswers(
        lean=lean,
        summary=summary_of(lean, interests.lean, values.lean),
        interests=interests,
        values=values,
        circumstances=tuple(circumstance_fit(each, answers, role) for each in questionnaire.circumstances),
        limits=questionnaire.limits,
    )


def tells_apart(answers: Answers) -> bool:
    """Whether anything was answered otherwise than the rest; who gives one answer to all has told of no preference."""
    return len(set(answers.statements.values())) > 1


def summary_of(lean: Lean, interests: Lean, values: Lean) -> str:
    """In a sentence; where one half is unclear it says which half the lean rests on."""
    if lean is Lean.UNCLEAR or Lean.UNCLEAR not in {interests, values}:
        return SUMMARIES[lean]
    known, open_ = (
        ("what matters to you", "interests") if interests is Lean.UNCLEAR else ("interests", "what matters to you")
    )
    return f"{SUMMARIES[lean]} That rests on your answers about {known} alone: those about {open_} say nothing clear."


def joined(one: Lean, other: Lean) -> Lean:
    """Where the two differ the whole is mixed; what is unclear leaves it to the other."""
    if Lean.UNCLEAR in {one, other}:
        return other if one is Lean.UNCLEAR else one
    return one if one is other else Lean.MIXED


def value_fit(answers: Answers, role: Role, questionnaire: Questionnaire) -> ValueFit:
    good: list[Tie] = []
    bad: list[Tie] = []
    for statement in questionnaire.values:
        for is_good, tie in ties_of(statement, answers.statements[statement.id], role, questionnaire):
            (good if is_good else bad).append(tie)
    return ValueFit(lean=lean_by_count(len(good), len(bad)), speaks_for=tuple(good), speaks_against=tuple(bad))


def ties_of(
    statement: ValueStatement, answer: int, role: Role, questionnaire: Questionnaire
) -> Iterator[tuple[bool, Tie]]:
    """What matters to the person and the role offers or denies; and what the role asks for and matters little to them."""
    reply = Reply(statement.text, answer, questionnaire.scale[answer - 1])
    offers = first_with(statement.offered_by, reply, {P.VALUES: role.values, P.THRIVES: role.thrives})
    denies = first_with(statement.denied_by, reply, {P.FINDS_IT_HARD: role.finds_it_hard})
    if answer >= MATTERS:
        yield from ((True, tie) for tie in offers)
        yield from ((False, tie) for tie in denies)
    elif answer <= MATTERS_LITTLE and statement.kind is ValueKind.STYLE:
        yield from ((False, tie) for tie in offers)


def first_with(phrases: tuple[str, ...], reply: Reply, parts: Mapping[P, tuple[str, ...]]) -> list[Tie]:
    """The first sentence of the profile that has one of the phrases, or none."""
    found = [Tie(reply, part, each) for part, said in parts.items() for each in sentences_with(phrases, said)]
    return found[:1]


def lean_by_count(good: int, bad: int) -> Lean:
    if not good + bad:
        return Lean.UNCLEAR
    share = good / (good + bad)
    if share >= CLEARLY:
        return Lean.TOWARDS
    return Lean.AWAY if share <= 1 - CLEARLY else Lean.MIXED


def circumstance_fit(circumstance: Circumstance, answers: Answers, role: Role) -> CircumstanceFit:
    chosen = answers.circumstances[circumstance.id]
    labels = {option.id: option.label for option in circumstance.options}
    return CircumstanceFit(
        question=circumstance.question,
        answer=labels[chosen],
        role_says=sentences_with(circumstance.named_by, (*role.varies, *role.finds_it_hard)),
        ask="" if chosen == DOES_NOT_MIND else circumstance.ask,
    )
