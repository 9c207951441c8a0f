"""Answers to the questionnaire, and what they come to."""

from skillgap.gap.fit_types import Answers, FitAnswers
from skillgap.gap.questioning import hold_answers_against
from skillgap.taxonomy.loading import shipped_taxonomy
from skillgap.taxonomy.questionnaire import Interest
from skillgap.taxonomy.types import Role, RoleId

TAXONOMY = shipped_taxonomy()
FIT = TAXONOMY.fit
ROLE = TAXONOMY.roles[RoleId("software-systems-engineer")]
ENGINEER = {Interest.REALISTIC: 4, Interest.INVESTIGATIVE: 5, Interest.CONVENTIONAL: 5}


def answers_of(interests: dict[Interest, int], values: dict[str, int] | None = None) -> Answers:
    """The same answer to all statements of an interest; 3 and the last option for what is not said."""
    given_values = values or {}
    return Answers(
        {each.id: interests.get(each.interest, 3) for each in FIT.interests}
        | {each.id: given_values.get(each.id, 3) for each in FIT.values},
        {each.id: each.options[-1].id for each in FIT.circumstances},
    )


def result(answers: Answers, role: Role = ROLE) -> FitAnswers:
    return hold_answers_against(role, answers, TAXONOMY.roles, FIT)
