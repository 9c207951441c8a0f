"""What an audit finds: `audit.json` is an `Audit`."""

from enum import StrEnum

from msgspec import Struct

from skillgap.batch.types import BatchTarget


class Caution(StrEnum):
    """Why a group's ratio is not, or hardly, to be relied on.

    `few`: under 30 people in the group or in the one that it is held against. `few_expected`: by the rate of both together under
    five would be expected chosen, or not chosen, in one of them. `turns_on_one`: one different choice would turn the difference around.
    `left_out`: under 2 % of all, and left out of the comparison. `not_stated`: no group.
    """

    FEW = "few"
    FEW_EXPECTED = "few_expected"
    TURNS_ON_ONE = "turns_on_one"
    LEFT_OUT = "left_out"
    NOT_STATED = "not_stated"


class Compared(Struct, frozen=True, kw_only=True):
    """A group's rate held against the highest. `ratio` and `interval` (95 %) are of the rates, `chance` is Fisher's exact test.

    They are None for a group that is not compared; `ratio` also where nobody was chosen. The group with the highest rate has none but a
    `ratio` of 1. `is_under` says that the ratio is under four fifths.
    """

    chosen: int
    rate: float
    ratio: float | None = None
    interval: tuple[float, float] | None = None
    chance: float | None = None
    is_under: bool = False
    cautions: tuple[Caution, ...] = ()


class Group(Struct, frozen=True, kw_only=True):
    """`values` are one a column; empty where it is not stated.

    `selection` is what the gates chose, None where there were none; `scoring` is a score above the median of all.
    """

    values: tuple[str, ...]
    number: int
    mean_score: float
    scoring: Compared
    selection: Compared | None = None


class Grouping(Struct, frozen=True, kw_only=True):
    """One column, or several together; the largest group first, what is not stated last."""

    columns: tuple[str, ...]
    groups: tuple[Group, ...]


class GroupAudit(Struct, frozen=True, kw_only=True):
    """By given groups. `gates` are those of the selection in words, empty where there were none.

    `unknown_rows` name no candidate, `unread_rows` one whose file gave no result; `not_given` candidates have no row.
    """

    candidates: int
    selected: int | None
    gates: tuple[str, ...]
    median_score: float
    unknown_rows: int
    unread_rows: int
    not_given: int
    groupings: tuple[Grouping, ...]


class SwapKind(StrEnum):
    """What is exchanged; `everything` is all of it together."""

    NAME = "name"
    PRONOUNS = "pronouns"
    PLACE = "place"
    SCHOOL = "school"
    AGE = "age"
    PERSONAL = "personal"
    EVERYTHING = "everything"


class LevelChange(Struct, frozen=True):
    """A skill's level, 0 to 4, before and after; None where it was not claimed."""

    skill: str
    before: float | None
    after: float | None


class Change(Struct, frozen=True, kw_only=True):
    """A candidate whose result hangs on who they are: `swap` says what took the place of what was there."""

    name: str
    id: str
    kind: SwapKind
    swap: str
    score: tuple[float, float]
    band_before: tuple[float, float]
    band_after: tuple[float, float]
    levels: tuple[LevelChange, ...]


class SwapCount(Struct, frozen=True, kw_only=True):
    """`held` résumés had something of the kind to exchange; `runs` are re-runs, `changed` those that gave another result."""

    kind: SwapKind
    held: int
    runs: int
    changed: int


class GapPlace(StrEnum):
    BETWEEN = "between"
    AFTER = "after"


class GapCount(Struct, frozen=True, kw_only=True):
    """What closing a career gap does: of `held` résumés that have one, by how many points the score moves.

    `between` is the longest between two jobs, `after` the time since the last. `quartiles` are the least, the lower quartile, the median,
    the upper one and the most; `months` the same for how long the gaps are. Both are None where nobody has one.
    """

    place: GapPlace
    held: int
    moved: int
    months: tuple[float, float, float, float, float] | None
    quartiles: tuple[float, float, float, float, float] | None


class Unaudited(Struct, frozen=True, kw_only=True):
    """A candidate whose re-runs gave no result."""

    name: str
    reason: str


class CounterfactualAudit(Struct, frozen=True, kw_only=True):
    """Every résumé re-run with its identity exchanged. `of` is how many candidates there are, `tested` how many were re-run."""

    of: int
    tested: int
    runs: int
    counts: tuple[SwapCount, ...]
    changes: tuple[Change, ...]
    unaudited: tuple[Unaudited, ...]
    gaps: tuple[GapCount, ...]


class Audit(Struct, frozen=True, kw_only=True):
    """Either part is None where it was not done; `notes` say why."""

    target: BatchTarget
    groups: GroupAudit | None
    counterfactual: CounterfactualAudit | None
    notes: tuple[str, ...] = ()
    schema_version: str = "1"

    @property
    def has_changes(self) -> bool:
        return self.counterfactual is not None and bool(self.counterfactual.changes)
