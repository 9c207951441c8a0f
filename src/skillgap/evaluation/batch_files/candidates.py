"""Invented candidates: who they are, where they worked, and what they say of it."""

from collections.abc import Callable, Sequence
from random import Random

from msgspec import Struct

from skillgap.evaluation.batch_files import phrases
from skillgap.taxonomy.types import CareerLevel, Importance, Role, Skill
from skillgap.taxonomy.whole import Taxonomy

DEFAULT_ROLE, DEFAULT_SHARE = "software-systems-engineer", 0.4
OTHER_SHARE = 0.08
"""Of candidates of another trade altogether."""
EXAMPLE_SHARE = 0.15
"""Of sentences that are the taxonomy's own examples."""
MOST_SHOWN = 34
LEVELS = tuple(CareerLevel)


class Post(Struct, frozen=True, kw_only=True):
    title: str
    place: str
    dates: str
    lines: tuple[str, ...]


class Section(Struct, frozen=True, kw_only=True):
    """`kind` is a key of `phrases.HEADINGS`."""

    kind: str
    heading: str
    lines: tuple[str, ...] = ()
    posts: tuple[Post, ...] = ()


class Candidate(Struct, frozen=True, kw_only=True):
    name: str
    family: str
    contact: tuple[str, ...]
    sections: tuple[Section, ...]


def dice(seed: int, *what: object) -> Random:
    """The same numbers for the same seed and thing on every machine."""
    return Random(f"{seed} {what}")  # noqa: S311 - nothing here is secret


def candidate(rng: Random, taxonomy: Taxonomy) -> Candidate:
    """One of any trade and level, who shows nothing to nearly everything that a role asks for."""
    if rng.random() < OTHER_SHARE:
        return other_candidate(rng)
    roles = list(taxonomy.roles.values())
    is_usual = rng.random() < DEFAULT_SHARE
    role = next(each for each in roles if each.id == DEFAULT_ROLE) if is_usual else rng.choice(roles)
    rank = rng.randrange(len(LEVELS))
    wanted = asked_skills(rng, role, taxonomy)
    shown = wanted[: int(MOST_SHOWN * rng.random() * (rank + 2) / 5) + 1]
    listed = [*rng.sample(shown, k=len(shown) // 2), *wanted[len(shown) : len(shown) + rng.randrange(12)]]
    title = phrases.RANKS[rank].format(label=role.label)
    years = (1 + rank) * rng.randint(2, 5)

    def sentence() -> str:
        return told(rng, shown)

    return put_together(rng, title, years, sentence, shown, listed)


def asked_skills(rng: Random, role: Role, taxonomy: Taxonomy) -> list[Skill]:
    """The role's skills, what is essential mostly first."""
    order = list(Importance)
    lines = sorted(role.skills, key=lambda line: order.index(line.importance) + 1.5 * rng.random())
    return [taxonomy.skills[line.skill] for line in lines]


def told(rng: Random, shown: Sequence[Skill]) -> str:
    """A sentence on one to three of the skills."""
    if rng.random() < EXAMPLE_SHARE:
        return rng.choice(rng.choice(shown).examples)
    parts = (
        rng.choice(phrases.DONE),
        rng.choice(phrases.THINGS),
        rng.choice(phrases.MEANS),
        rng.choice(phrases.OUTCOMES),
    )
    return filled(rng, "{} {}{}{}.".format(*(part.replace("{}", "") for part in parts)), shown)


def filled(rng: Random, text: str, shown: Sequence[Skill], **known: object) -> str:
    names = {letter: surface(rng, rng.choice(shown)) if shown else "the work" for letter in "abc"}
    return text.format(n=rng.randint(12, 480), m=rng.randint(3, 95), k=rng.randint(2, 9), **names, **known)


def surface(rng: Random, skill: Skill) -> str:
    """The skill as people write it: its label, or an alias that can mean nothing else."""
    aliases = [alias for alias in skill.aliases if isinstance(alias, str)]
    return rng.choice(aliases) if aliases and rng.random() < 0.5 else skill.label  # noqa: PLR2004 - a coin


def other_candidate(rng: Random) -> Candidate:
    title = rng.choice(list(phrases.OTHER_TRADES))

    def sentence() -> str:
        line = rng.choice(phrases.OTHER_TRADES[title]) + rng.choice(phrases.OUTCOMES[4:5] + phrases.OUTCOMES[8:9])
        return filled(rng, f"{line}; {rng.choice(phrases.BESIDE)}", ())

    return put_together(rng, title, rng.randint(2, 25), sentence, (), ())


def put_together(  # noqa: PLR0913, PLR0917 - a résumé has many sides
    rng: Random,
    title: str,
    years: int,
    sentence: Callable[[], str],
    shown: Sequence[Skill],
    listed: Sequence[Skill],
) -> Candidate:
    given, family = ("".join(rng.choice(part) for part in parts) for parts in (phrases.GIVEN, phrases.FAMILY))
    about = [filled(rng, each, shown, years=years, title=title) for each in rng.sample(phrases.ABOUT, k=2)]
    sections = [
        section(rng, "summary", lines=tuple(about)),
        section(rng, "experience", posts=posts(rng, title, years, sentence)),
        section(rng, "education", posts=(schooling(rng, years),)),
        section(rng, "languages", lines=(", ".join(spoken(rng)),)),
    ]
    if listed:
        names = [surface(rng, each) for each in listed]
        rows = tuple(", ".join(names[start : start + 5]) for start in range(0, len(names), 5))
        sections.insert(rng.choice((1, 2)), section(rng, "skills", lines=rows))
    return Candidate(
        name=f"{given} {family}", family=family, contact=contact(rng, given, family), sections=tuple(sections)
    )


def section(rng: Random, kind: str, *, lines: tuple[str, ...] = (), posts: tuple[Post, ...] = ()) -> Section:
    return Section(kind=kind, heading=rng.choice(phrases.HEADINGS[kind]), lines=lines, posts=posts)


def contact(rng: Random, given: str, family: str) -> tuple[str, ...]:
    mail = f"{given}.{family}{rng.randrange(1000)}@example.com".casefold().replace("é", "e")
    return mail, f"{rng.randint(201, 989)}-555-01{rng.randrange(100):02}", town(rng)


def town(rng: Random) -> str:
    first, last, where = (rng.choice(part) for part in phrases.TOWN)
    return f"{first}{last}, {where}"


def firm(rng: Random) -> str:
    first, second, kind = (rng.choice(part) for part in phrases.FIRM)
    return f"{first}{second} {kind}"


def posts(rng: Random, title: str, years: int, sentence: Callable[[], str]) -> tuple[Post, ...]:
    """The latest first, one after the other until the years are used up; lines on other things between the others."""
    form = rng.choice((month_and_year, year_alone, in_numbers))
    end = 12 * 2025 + rng.randrange(12)
    first = end - 12 * years
    found: list[Post] = []
    while end > first and len(found) < 6:  # noqa: PLR2004 - more would fill pages
        begin = max(first, end - rng.randint(10, 60))
        lines = [sentence() for _ in range(rng.randint(2, 6))]
        if rng.random() < 0.5:  # noqa: PLR2004 - a coin
            lines.insert(rng.randrange(len(lines)), filled(rng, rng.choice(phrases.BESIDE), ()))
        until = "Present" if not found and rng.random() < 0.7 else form(end)  # noqa: PLR2004 - more are in work than not
        place = f"{firm(rng)}, {town(rng)}"
        found.append(Post(title=title, place=place, dates=f"{form(begin)} - {until}", lines=tuple(lines)))
        title = title.removeprefix("Staff ").removeprefix("Senior ")
        end = begin - rng.randint(0, 4)
    return tuple(found)


def month_and_year(month: int) -> str:
    return f"{phrases.MONTHS[month % 12]} {month // 12}"


def year_alone(month: int) -> str:
    return str(month // 12)


def in_numbers(month: int) -> str:
    return f"{month % 12 + 1:02}/{month // 12}"


def schooling(rng: Random, years: int) -> Post:
    end = 2025 - years - rng.randint(0, 2)
    school = rng.choice(phrases.SCHOOLS).format(town=town(rng).partition(",")[0])
    title = f"{rng.choice(phrases.DEGREES)} {rng.choice(phrases.SUBJECTS)}"
    return Post(title=title, place=school, dates=f"{end - rng.randint(3, 5)} - {end}", lines=())


def spoken(rng: Random) -> list[str]:
    return [f"{each} ({rng.choice(phrases.FLUENCY)})" for each in rng.sample(phrases.LANGUAGES, k=rng.randint(1, 3))]
