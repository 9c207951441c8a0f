"""What the knowledge folder holds. The shapes of the YAML files are these types: the only statement of what is allowed."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, NewType

from msgspec import Meta, Struct

SkillId = NewType("SkillId", str)
RoleId = NewType("RoleId", str)
Share = Annotated[float, Meta(gt=0, le=1)]
Word = Annotated[str, Meta(pattern=r"\w|[.+#]")]
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


class Skill(Value, frozen=True, kw_only=True):
    id: SkillId
    label: str
    kind: Kind
    definition: str
    aliases: tuple[Word | Alias, ...] = ()
    near: tuple[str, ...] = ()
    other_senses: tuple[str, ...] = ()
    broader: tuple[SkillId, ...] = ()
    requires: tuple[SkillId, ...] = ()
    implies: Mapping[SkillId, Share] = {}
    adjacent: Mapping[SkillId, Share] = {}
    examples: Annotated[tuple[str, ...], Meta(min_length=2)]
    counterexamples: tuple[str, ...] = ()
    project: Project | None = None

    @property
    def surfaces(self) -> tuple[Alias, ...]:
        """Every alias in its long form; the label is one too, unless an alias of the same text says more."""
        aliases = [alias if isinstance(alias, Alias) else Alias(alias) for alias in self.aliases]
        if self.label.casefold() not in {alias.text.casefold() for alias in aliases}:
            aliases.append(Alias(self.label))
        return tuple(aliases)


class Area(Value, frozen=True):
    id: str
    label: str
    about: str


class RoleSkill(Value, frozen=True, kw_only=True):
    """One line of a role profile. `postings` of `of` job postings named the skill or one that implies it."""

    skill: SkillId
    importance: Importance
    junior: Level
    mid: Level
    senior: Level
    staff: Level
    postings: int
    of: int

    def required(self, level: CareerLevel) -> Level:
        match level:
            case CareerLevel.JUNIOR:
                return self.junior
            case CareerLevel.MID:
                return self.mid
            case CareerLevel.SENIOR:
                return self.senior
            case CareerLevel.STAFF:
                return self.staff


class CareerStep(Value, frozen=True):
    level: CareerLevel
    typical_years: str
    about: str


class Role(Value, frozen=True, kw_only=True):
    id: RoleId
    label: str
    summary: str
    work: tuple[str, ...]
    thrives: tuple[str, ...]
    finds_it_hard: tuple[str, ...]
    levels: Annotated[tuple[CareerStep, ...], Meta(min_length=1)]
    skills: tuple[RoleSkill, ...]
    source: str


class Resource(Value, frozen=True, kw_only=True):
    """Something to learn from. `verified_in` names a public list or page on which the address was seen."""

    id: str
    title: str
    authors: str
    year: str
    type: str
    url: str
    free: bool
    hours: Hours
    hours_basis: str
    level: str
    skills: Annotated[tuple[SkillId, ...], Meta(min_length=1)]
    verified_in: str


class Question(Value, frozen=True, kw_only=True):
    id: str
    skill: SkillId
    level: CareerLevel
    question: str
    strong_answer: str
    follow_up: str


class Scope(StrEnum):
    """How far a cue reaches: to the next skill with only filler words between, or to the end of its clause."""

    NEXT = "next"
    CLAUSE = "clause"
    BEFORE = "before"


class Cue(Value, frozen=True):
    """Words that change what a mention beside them is worth."""

    text: Word
    scope: Scope


class Cues(Value, frozen=True, kw_only=True):
    """The words of one language by which structure and status are recognised; a language may lack some of them."""

    language: str
    headings: Mapping[str, tuple[str, ...]] = {}
    telling: Mapping[str, tuple[str, ...]] = {}
    unsure: tuple[str, ...] = ()
    months: tuple[tuple[str, ...], ...] = ()
    seasons: Mapping[str, int] = {}
    present: tuple[str, ...] = ()
    since: tuple[str, ...] = ()
    onwards: tuple[str, ...] = ()
    until: tuple[str, ...] = ()
    expected: tuple[str, ...] = ()
    date_links: tuple[str, ...] = ()
    date_qualifiers: tuple[str, ...] = ()
    duration_units: tuple[str, ...] = ()
    duration_starts: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    title_endings: tuple[str, ...] = ()
    ranks: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    legal_forms: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    degrees: tuple[str, ...] = ()
    degree_asides: tuple[str, ...] = ()
    degree_prefixes: tuple[str, ...] = ()
    studies: tuple[str, ...] = ()
    exchanges: tuple[str, ...] = ()
    dittos: tuple[str, ...] = ()
    minors: tuple[str, ...] = ()
    education_notes: tuple[str, ...] = ()
    study_states: tuple[str, ...] = ()
    schools: tuple[str, ...] = ()
    school_endings: tuple[str, ...] = ()
    school_links: tuple[str, ...] = ()
    faculties: tuple[str, ...] = ()
    generic_labels: tuple[str, ...] = ()
    education_levels: tuple[str, ...] = ()
    field_links: tuple[str, ...] = ()
    project_roles: tuple[str, ...] = ()
    degree_subjects: tuple[str, ...] = ()
    degree_subject_abbreviations: tuple[str, ...] = ()
    grade_words: tuple[str, ...] = ()
    grade_units: tuple[str, ...] = ()
    at: tuple[str, ...] = ()
    joints: tuple[str, ...] = ()
    serving: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    entry_labels: Mapping[str, tuple[str, ...]] = {}
    courses: tuple[str, ...] = ()
    works: tuple[str, ...] = ()
    internships: tuple[str, ...] = ()
    employments: tuple[str, ...] = ()
    employment_nouns: tuple[str, ...] = ()
    document_titles: tuple[str, ...] = ()
    honorifics: tuple[str, ...] = ()
    credentials: tuple[str, ...] = ()
    contact_labels: Mapping[str, tuple[str, ...]] = {}
    streets: tuple[str, ...] = ()
    street_endings: tuple[str, ...] = ()
    introductions: tuple[str, ...] = ()
    greetings: tuple[str, ...] = ()
    marital_words: tuple[str, ...] = ()
    gender_words: tuple[str, ...] = ()
    religion_words: tuple[str, ...] = ()
    neutral_words: Mapping[str, str] = {}
    age_phrases: tuple[str, ...] = ()
    age_units: tuple[str, ...] = ()
    photo_words: tuple[str, ...] = ()
    other_documents: Mapping[str, tuple[str, ...]] = {}
    negated: tuple[Cue, ...] = ()
    learning: tuple[Cue, ...] = ()
    coursework: tuple[Cue, ...] = ()
    other_person: tuple[Cue, ...] = ()
    listed: tuple[Cue, ...] = ()
    others: tuple[str, ...] = ()
    others_verbs: tuple[str, ...] = ()
    own_team: tuple[str, ...] = ()
    no_cues: tuple[str, ...] = ()
    labels: Mapping[str, tuple[str, ...]] = {}
    fillers: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    spared: tuple[str, ...] = ()
    clause_ends: tuple[str, ...] = ()
    clause_starts: tuple[str, ...] = ()
    after_letter: tuple[str, ...] = ()
    depth: tuple[str, ...] = ()


class Places(Value, frozen=True, kw_only=True):
    """Names of places as résumés print them; `countries` by their ISO 3166 code, `demonyms` for the people of them."""

    countries: Mapping[str, tuple[str, ...]]
    demonyms: tuple[str, ...]
    regions: tuple[str, ...]
    codes: tuple[str, ...]
    towns: tuple[str, ...]
    modes: tuple[str, ...]


class Release(Value, frozen=True):
    """`released` (YYYY-MM) stands in for today's date, which the analysis never asks for."""

    version: str
    released: Annotated[str, Meta(pattern=r"^(19|20)\d\d-(0[1-9]|1[0-2])$")]


class Words(Struct, frozen=True):
    """What reading a résumé's structure needs: no skills, no roles."""

    release: Release
    cues: Cues
    places: Places


class Taxonomy(Struct, frozen=True, kw_only=True):
    """The whole folder. `neighbours` are the skills nearest to each, nearest first; `teaching` the resources for it, best first."""

    release: Release
    areas: Mapping[str, Area]
    skills: Mapping[SkillId, Skill]
    area_of: Mapping[SkillId, str]
    roles: Mapping[RoleId, Role]
    resources: tuple[Resource, ...]
    questions: tuple[Question, ...]
    cues: Cues
    places: Places
    digest: str
    neighbours: Mapping[SkillId, tuple[tuple[SkillId, float], ...]]
    teaching: Mapping[SkillId, tuple[Resource, ...]]
