"""What a batch gives: a row a file that was analysed, a line a file that was not, and what all of them were held against."""

from msgspec import Struct

from skillgap.report.types import Generator
from skillgap.taxonomy.types import CareerLevel, Importance, Level, SkillId


class Blind(Struct, frozen=True, kw_only=True):
    """What is replaced besides the person: the names of schools, of companies, the years of studies."""

    schools: bool = False
    companies: bool = False
    study_years: bool = False


class AskedSkill(Struct, frozen=True, kw_only=True):
    """A skill that the target asks for: `weight` is the points that it can give, of 100 in all."""

    skill: SkillId
    name: str
    area: str
    importance: Importance
    required: Level
    weight: float


class BatchTarget(Struct, frozen=True, kw_only=True):
    """What every candidate is held against. `areas` are (id, name) in the taxonomy's order, of those that have a score.

    `posting` is the title of a job posting that stands in the place of a role, else None; `names` are those of all skills.
    """

    role: str
    label: str
    level: CareerLevel
    track: str | None
    posting: str | None
    as_of: str
    generator: Generator
    blind: Blind | None
    areas: tuple[tuple[str, str], ...]
    skills: tuple[AskedSkill, ...]


class Row(Struct, frozen=True, kw_only=True):
    """What tables say of one content. `id` is the first twelve letters of `sha256`.

    `levels` are the level scores (0 to 4) of every skill claimed, `credits` (0 to 1) those of `BatchTarget.skills` in their
    order. `person` is the candidate's name, empty where it is unknown or the batch is blind. `strengths` and `gaps` are names
    of skills, the weightiest first. `latest` (YYYY-MM) is the latest month that its jobs and projects tell of, or that of the target's
    `as_of`. `signature` is the text's MinHash.
    """

    id: str
    sha256: str
    media_type: str
    pages: int
    person: str
    score: float
    low: float
    high: float
    areas: dict[str, float]
    levels: dict[SkillId, float]
    credits: tuple[float, ...]
    strengths: tuple[str, ...]
    gaps: tuple[str, ...]
    warnings: tuple[str, ...]
    latest: str
    signature: bytes


class Ranked(Struct, frozen=True, kw_only=True):
    """An input's place. `rank` counts those with a higher score, so that equal scores share one.

    `best` and `worst` are the first and last rank it could have within its band and those of the others: candidates whose
    bands overlap are not told apart. `name` is the input's, as the user knows it (in a blind batch its id). `duplicate_of`
    is the name of the first input of the same content, `similar_to` that of the best placed candidate whose text is nearly
    the same; both are else empty. `reason` says why one is not `is_selected`, which is None where no condition was set.
    """

    name: str
    row: Row
    rank: int
    best: int
    worst: int
    is_selected: bool | None
    reason: str
    duplicate_of: str
    similar_to: str


class SkippedInput(Struct, frozen=True, kw_only=True):
    """An input that gave nothing: `code`, `reason` and `hint` are those of the error."""

    name: str
    code: str
    reason: str
    hint: str


class Counts(Struct, frozen=True, kw_only=True):
    """`inputs` = `analysed` + `skipped`; `duplicates` are those analysed that have the content of another.

    `later` are those that tell of months after what "present" means.
    """

    inputs: int
    analysed: int
    skipped: int
    duplicates: int
    selected: int
    later: int
