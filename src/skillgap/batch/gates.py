"""Gates: conditions that a user sets for the shortlist. Who fails one is still ranked, and told why; no gate gives points."""

from msgspec import Struct

from skillgap.batch.types import Row
from skillgap.errors import unknown
from skillgap.evidence.proficiency import level_of
from skillgap.taxonomy.types import Level, SkillId
from skillgap.taxonomy.whole import Taxonomy


class MustHave(Struct, frozen=True):
    skill: SkillId
    name: str
    level: Level


class Gates(Struct, frozen=True, kw_only=True):
    """`top`: how many are to be selected, those of equal score as the last among them too."""

    must_have: tuple[MustHave, ...] = ()
    min_score: float | None = None
    top: int | None = None

    def reason_against(self, row: Row) -> str:
        """Why a candidate does not pass, whatever the others have; empty for one who does."""
        reasons = [reason for each in self.must_have if (reason := reason_missing(each, row.levels.get(each.skill)))]
        if self.min_score is not None and row.score < self.min_score:
            reasons.append(f"score {row.score:g} is under {self.min_score:g}")
        return "; ".join(reasons)


def reason_missing(must: MustHave, score: float | None) -> str:
    if score is None or score <= 0:
        return f"shows no {must.name}"
    shown = level_of(score)
    return "" if shown.rank >= must.level.rank else f"{must.name} at {shown}, not {must.level}"


def must_haves(wishes: str, taxonomy: Taxonomy) -> tuple[MustHave, ...]:
    """Read `SKILL[:LEVEL],…`, each an id or a name of a skill; without a level any will do. Raises UsageError."""
    by_name = {skill.label.casefold(): skill.id for skill in taxonomy.skills.values()}
    result = []
    for wish in filter(None, (part.strip() for part in wishes.split(","))):
        name, _, level = (part.strip() for part in wish.partition(":"))
        skill = SkillId(name) if name in taxonomy.skills else by_name.get(name.casefold())
        if skill is None:
            raise unknown("skill", name, taxonomy.skills)
        if level and (level not in tuple(Level) or level == Level.NONE):
            raise unknown("level", level, [each for each in Level if each is not Level.NONE])
        result.append(MustHave(skill, taxonomy.skills[skill].label, Level(level) if level else Level.AWARENESS))
    return tuple(result)
