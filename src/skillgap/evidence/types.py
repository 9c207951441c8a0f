"""What a résumé says about each skill, with the places that say so."""

from enum import StrEnum

from msgspec import Struct

from skillgap.resume.types import PageBox, SectionKind
from skillgap.taxonomy.types import Level, SkillId


class Status(StrEnum):
    """What the line around a mention makes of it."""

    USED = "used"
    LISTED = "listed"
    LEARNING = "learning"
    COURSEWORK = "coursework"
    NEGATED = "negated"
    OTHER_PERSON = "other_person"

    @property
    def is_claim(self) -> bool:
        """A denied skill and somebody else's are reported, but claim nothing."""
        return self not in {Status.NEGATED, Status.OTHER_PERSON}


class Via(StrEnum):
    ALIAS = "alias"
    PARAPHRASE = "paraphrase"
    IMPLIED = "implied"


class Part(StrEnum):
    """What part the writer of a line had in what it tells.

    `vague` claims or enumerates without saying what was done; `none` tells of no work.
    """

    LED = "led"
    DID = "did"
    HELPED = "helped"
    VAGUE = "vague"
    NONE = "none"


class Mention(Struct, frozen=True, kw_only=True):
    """A span of one logical line that names a skill, before its context is judged.

    `first_word` and `last_word` count the line's tokens, both ends included. A name that is beyond doubt elsewhere is `is_doubted`
    where it is plain words in a job of another trade.
    """

    skill: SkillId
    line_number: int
    start: int
    end: int
    first_word: int
    last_word: int
    is_ambiguous: bool
    is_exact: bool = False
    is_doubted: bool = False


class Evidence(Struct, frozen=True, kw_only=True):
    """A mention judged in its context. `start` and `end` are code points into the document's text.

    `chain` leads from the named skill to this one where `via` is `implied`; `part` is what part the writer had in it, where `status` is
    `used`; `in_heading` says that it is a title, not a line that tells of work.
    """

    text: str
    line: str
    page: int
    boxes: tuple[PageBox, ...]
    start: int
    end: int
    section: SectionKind
    entry: int | None
    status: Status
    via: Via
    chain: tuple[SkillId, ...] = ()
    part: Part | None = None
    in_heading: bool = False


class Claim(Struct, frozen=True, kw_only=True):
    """A skill with its evidence. `level_score` runs from 0 to 4 along the levels; `reasons` say how it came about.

    `months` are those of use in jobs, `months_practised` those in which others relied
    on it: in jobs and public code, those of projects for less, of long ago not at all.
    """

    id: SkillId
    name: str
    area: str
    level: Level
    level_score: float
    confidence: float
    months: int
    last_used: str | None
    reasons: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    months_practised: int = 0


class OwnedLine(Struct, frozen=True):
    """A line that tells what the person decided, designed, led or found out; of a very long one the beginning."""

    line: str
    page: int


class SkillProfile(Struct, frozen=True):
    """Claims in the order of their skill ids; the lines that are `owned` in the order of the text."""

    claims: tuple[Claim, ...]
    owned: tuple[OwnedLine, ...] = ()
