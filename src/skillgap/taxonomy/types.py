"""What the knowledge folder holds. The shapes of the YAML files are these types: the only statement of what is allowed."""

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Literal, NewType

from msgspec import Meta, Struct
from msgspec.structs import replace

SkillId = NewType("SkillId", str)
RoleId = NewType("RoleId", str)
SKILL_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
ESCO_SKILL = Meta(
    pattern=r"^http://data\.europa\.eu/esco/skill/[0-9a-f-]{36}$", description="the address of an ESCO skill"
)
LEVEL_RANGE = Meta(
    pattern=r"^(junior|mid|senior|staff)(-(mid|senior|staff))?$",
    description="junior, mid, senior, staff, or a range such as junior-mid",
)
YEARS = Meta(pattern=r"^\d+(-\d+|\+)$", description="years such as 2-5 or 8+")
Id = Meta(pattern=f"^{SKILL_ID.pattern}$", description="lower-case words joined by hyphens")
Share = Annotated[float, Meta(gt=0, le=1)]
Word = Annotated[str, Meta(pattern=r"\w|[.+#]", description="a word or phrase")]
Hours = Annotated[float, Meta(gt=0)]


class Kind(StrEnum):
    CONCEPT = "concept"
    TECHNOLOGY = "technology"
    PRACTICE = "practice"
    TOOL = "tool"
    LANGUAGE = "language"
    STANDARD = "standard"
    PROTOCOL = "protocol"


class Level(StrEnum):
    """How well somebody can do something; the four names are those of the UK government's Digital and Data framework."""

    NONE = "none"
    AWARENESS = "awareness"
    WORKING = "working"
    PRACTITIONER = "practitioner"
    EXPERT = "expert"

    @property
    def rank(self) -> int:
        return RANKS[self]


RANKS = {level: rank for rank, level in enumerate(Level)}


class CareerLevel(StrEnum):
    JUNIOR = "junior"
    MID = "mid"
    SENIOR = "senior"
    STAFF = "staff"


class Importance(StrEnum):
    ESSENTIAL = "essential"
    IMPORTANT = "important"
    USEFUL = "useful"


class Case(StrEnum):
    ANY = "any"
    EXACT = "exact"


class Match(StrEnum):
    """How well another vocabulary's concept fits ours (SKOS)."""

    EXACT = "exact"
    CLOSE = "close"
    BROAD = "broad"
    NARROW = "narrow"


class Basis(StrEnum):
    """Where an importance comes from: counted postings, a public occupation database, or our own judgement."""

    POSTINGS = "postings"
    OCCUPATION = "occupation"
    JUDGEMENT = "judgement"


class Value(Struct, frozen=True, forbid_unknown_fields=True):
    """Base of what the files hold: immutable, and a key that is not a field is a fault."""


class Alias(Value, frozen=True):
    text: Word
    case: Case = Case.ANY
    ambiguous: bool = False


class Project(Value, frozen=True):
    title: str
    brief: str
    hours: Hours


class SkillLevels(Value, frozen=True, kw_only=True):
    """What each level of one skill looks like in evidence: one sentence each."""

    awareness: str
    working: str
    practitioner: str
    expert: str


class Links(Value, frozen=True, kw_only=True):
    """The same skill in public vocabularies, where somebody looked: `sources` in release.yaml names their versions."""

    esco: Annotated[str, ESCO_SKILL] | None = None
    esco_match: Match = Match.EXACT
    onet: tuple[str, ...] = ()
    wikidata: Annotated[str, Meta(pattern=r"^Q[1-9]\d*$", description="a Wikidata id such as Q11368")] | None = None


class Skill(Value, frozen=True, kw_only=True):
    """`examples` must be read as this skill, `counterexamples` must not; `paraphrases` prove it without naming it."""

    id: Annotated[SkillId, Id]
    label: str
    kind: Kind
    definition: str
    aliases: tuple[Word | Alias, ...] = ()
    near: tuple[str, ...] = ()
    not_near: tuple[str, ...] = ()
    other_senses: tuple[str, ...] = ()
    broader: tuple[SkillId, ...] = ()
    requires: tuple[SkillId, ...] = ()
    implies: Mapping[SkillId, Share] = {}
    adjacent: Mapping[SkillId, Share] = {}
    examples: Annotated[tuple[str, ...], Meta(min_length=2)]
    counterexamples: tuple[str, ...] = ()
    paraphrases: tuple[str, ...] = ()
    levels: SkillLevels | None = None
    project: Project | None = None
    links: Links | None = None

    @property
    def surfaces(self) -> tuple[Alias, ...]:
        """Every alias in its long form; the label is one too, unless an alias of the same text says more."""
        aliases = [alias if isinstance(alias, Alias) else Alias(alias) for alias in self.aliases]
        if self.label.casefold() not in {alias.text.casefold() for alias in aliases}:
            aliases.append(Alias(self.label))
        return tuple(aliases)


class SkillExtension(Value, frozen=True, kw_only=True):
    """What somebody's own folder adds to a skill of ours."""

    extends: SkillId
    aliases: tuple[Word | Alias, ...] = ()
    near: tuple[str, ...] = ()
    not_near: tuple[str, ...] = ()
    other_senses: tuple[str, ...] = ()
    broader: tuple[SkillId, ...] = ()
    requires: tuple[SkillId, ...] = ()
    implies: Mapping[SkillId, Share] = {}
    adjacent: Mapping[SkillId, Share] = {}
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()
    paraphrases: tuple[str, ...] = ()


class Area(Value, frozen=True):
    id: Annotated[str, Id]
    label: str
    about: str


class RoleSkill(Value, frozen=True, kw_only=True):
    """One line of a role profile. `postings` of `of` job postings named the skill or one that implies it.

    `alternatives` will do in its place: of all these the one that somebody knows best counts.
    """

    skill: SkillId
    importance: Importance
    junior: Level
    mid: Level
    senior: Level
    staff: Level
    basis: Basis = Basis.POSTINGS
    postings: Annotated[int, Meta(ge=0)] | None = None
    of: Annotated[int, Meta(gt=0)] | None = None
    alternatives: tuple[SkillId, ...] = ()

    @property
    def choice(self) -> tuple[SkillId, ...]:
        """All that will do, the usual one first."""
        return (self.skill, *self.alternatives)

    def required(self, level: CareerLevel) -> Level:
        required: Level = getattr(self, level)
        return required


class CareerStep(Value, frozen=True):
    """`changes` is what sets the level apart from the one before."""

    level: CareerLevel
    typical_years: Annotated[str, YEARS]
    about: str
    changes: str = ""


class Track(Value, frozen=True, kw_only=True):
    """A way of doing the role, as a small change to it: lines that are added or replaced, and skills left out."""

    id: Annotated[str, Id]
    label: str
    about: str
    skills: tuple[RoleSkill, ...] = ()
    drops: tuple[SkillId, ...] = ()


class Occupation(Value, frozen=True, kw_only=True):
    """Where public classifications put the role."""

    system: Literal["SOC", "O*NET", "ESCO", "ISCO"]
    code: str
    title: str
    uri: str | None = None


class Figure(Value, frozen=True, kw_only=True):
    """A published number about an occupation; `vintage` is the time that it describes, `about` the group it was counted for."""

    what: str
    value: str
    country: str
    vintage: str
    about: str
    source: str


class Interests(Value, frozen=True, kw_only=True):
    """Holland interests of the occupation, from 1 to 7, as O*NET publishes them."""

    realistic: float
    investigative: float
    artistic: float
    social: float
    enterprising: float
    conventional: float
    source: str


class Role(Value, frozen=True, kw_only=True):
    id: Annotated[RoleId, Id]
    label: str
    summary: str
    work: tuple[str, ...]
    thrives: tuple[str, ...]
    finds_it_hard: tuple[str, ...]
    varies: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    interests: Interests | None = None
    occupations: tuple[Occupation, ...] = ()
    pay: tuple[Figure, ...] = ()
    outlook: tuple[Figure, ...] = ()
    levels: Annotated[tuple[CareerStep, ...], Meta(min_length=1)]
    skills: tuple[RoleSkill, ...]
    tracks: tuple[Track, ...] = ()
    source: str

    def on(self, track: Track) -> "Role":
        """The role as its track has it."""
        changed = {line.skill: line for line in track.skills}
        kept = [changed.pop(line.skill, line) for line in self.skills if line.skill not in track.drops]
        return replace(self, skills=(*kept, *changed.values()))


class Resource(Value, frozen=True, kw_only=True):
    """Something to learn from. `verified_in` names a public list or page on which the address was seen."""

    id: Annotated[str, Id]
    title: str
    authors: str
    year: str
    type: str
    url: Annotated[
        str, Meta(pattern=r"^https?://[^\s]+$", description="an address that begins with https:// or http://")
    ]
    free: bool
    hours: Hours
    hours_basis: str
    level: Annotated[str, LEVEL_RANGE]
    skills: Annotated[tuple[SkillId, ...], Meta(min_length=1)]
    verified_in: str


class Question(Value, frozen=True, kw_only=True):
    id: Annotated[str, Id]
    skill: SkillId
    level: CareerLevel
    question: str
    strong_answer: str
    follow_up: str


class Release(Value, frozen=True):
    """`released` (YYYY-MM) stands in for today's date, which the analysis never asks for; `sources` are what the links refer to."""

    version: str
    released: Annotated[str, Meta(pattern=r"^(19|20)\d\d-(0[1-9]|1[0-2])$", description="a month such as 2026-11")]
    sources: Mapping[str, str] = {}
