"""The whole folder as one value, with what others ask of it again and again worked out."""

from collections.abc import Mapping

from msgspec import Struct

from skillgap.taxonomy.names import NormalForm, Phrase
from skillgap.taxonomy.questionnaire import Questionnaire
from skillgap.taxonomy.types import Area, Question, Release, Resource, Role, RoleId, RoleSkill, Skill, SkillId
from skillgap.taxonomy.words import Cues, Places


class Taxonomy(Struct, frozen=True, kw_only=True, eq=False):
    """Everything that is known, by id. Two are the same only if they are one.

    `area_of` and `group_of` say where a skill is filed. `neighbours` are the skills nearest to each with how near, nearest
    first; `teaching` the ids of the resources for it, best first; `asking` those of the questions on it. `form` and `phrases`
    are what a matcher needs.
    """

    release: Release
    areas: Mapping[str, Area]
    skills: Mapping[SkillId, Skill]
    area_of: Mapping[SkillId, str]
    group_of: Mapping[SkillId, str]
    roles: Mapping[RoleId, Role]
    resources: Mapping[str, Resource]
    questions: Mapping[str, Question]
    cues: Cues
    places: Places
    fit: Questionnaire
    digest: str
    neighbours: Mapping[SkillId, tuple[tuple[SkillId, float], ...]]
    teaching: Mapping[SkillId, tuple[str, ...]]
    asking: Mapping[SkillId, tuple[str, ...]]
    form: NormalForm
    phrases: Mapping[str, tuple[Phrase, ...]]

    def label_of(self, line: RoleSkill) -> str:
        """What a role asks for, in words: one skill, or several of which one is enough."""
        return " or ".join(self.skills[skill].label for skill in line.choice)
