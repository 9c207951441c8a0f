"""JSON Resume 1.0.0 (https://jsonresume.org/schema) as types.

What the schema leaves open, we add: `type`, `location`, `description`, `highlights`, `issued`, `meta.skillgap`.
"""

from msgspec import Struct


class Place(Struct, frozen=True, omit_defaults=True, rename="camel"):
    address: str | None = None
    postal_code: str | None = None
    city: str | None = None
    country_code: str | None = None
    region: str | None = None


class Profile(Struct, frozen=True, omit_defaults=True, rename="camel"):
    network: str | None = None
    username: str | None = None
    url: str | None = None


class Basics(Struct, frozen=True, omit_defaults=True, rename="camel"):
    name: str | None = None
    label: str | None = None
    image: str | None = None
    email: str | None = None
    phone: str | None = None
    url: str | None = None
    summary: str | None = None
    location: Place | None = None
    profiles: tuple[Profile, ...] = ()


class Work(Struct, frozen=True, omit_defaults=True, rename="camel", kw_only=True):
    """`type` is `internship` or `military` where it is no ordinary employment."""

    name: str | None = None
    position: str | None = None
    location: str | None = None
    description: str | None = None
    url: str | None = None
    start_date: str | None = None
    end_date: str | None = None
    summary: str | None = None
    highlights: tuple[str, ...] = ()
    type: str | None = None


class Volunteer(Struct, frozen=True, omit_defaults=True, rename="camel", kw_only=True):
    organization: str | None = None
    position: str | None = None
    location: str | None = None
    description: str | None = None
    url: str | None = None
    start_date: str | None = None
    end_date: str | None = None
    summary: str | None = None
    highlights: tuple[str, ...] = ()


class Education(Struct, frozen=True, omit_defaults=True, rename="camel", kw_only=True):
    """`highlights` are lines about the studies that name no course."""

    institution: str | None = None
    url: str | None = None
    area: str | None = None
    study_type: str | None = None
    location: str | None = None
    description: str | None = None
    start_date: str | None = None
    end_date: str | None = None
    score: str | None = None
    courses: tuple[str, ...] = ()
    highlights: tuple[str, ...] = ()


class Award(Struct, frozen=True, omit_defaults=True, rename="camel"):
    title: str | None = None
    date: str | None = None
    awarder: str | None = None
    summary: str | None = None


class Certificate(Struct, frozen=True, omit_defaults=True, rename="camel"):
    """`issued` is the date as far as the page says it: the schema has `date` to the day alone, which nobody prints."""

    name: str | None = None
    date: str | None = None
    issued: str | None = None
    url: str | None = None
    issuer: str | None = None


class Publication(Struct, frozen=True, omit_defaults=True, rename="camel"):
    name: str | None = None
    publisher: str | None = None
    release_date: str | None = None
    url: str | None = None
    summary: str | None = None


class SkillSet(Struct, frozen=True, omit_defaults=True, rename="camel"):
    name: str | None = None
    level: str | None = None
    keywords: tuple[str, ...] = ()


class Language(Struct, frozen=True, omit_defaults=True, rename="camel"):
    language: str | None = None
    fluency: str | None = None


class Interest(Struct, frozen=True, omit_defaults=True, rename="camel"):
    name: str | None = None
    keywords: tuple[str, ...] = ()


class Reference(Struct, frozen=True, omit_defaults=True, rename="camel"):
    name: str | None = None
    reference: str | None = None


class ProjectItem(Struct, frozen=True, omit_defaults=True, rename="camel", kw_only=True):
    """`type` is `open_source` where the section says so."""

    name: str | None = None
    description: str | None = None
    highlights: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    start_date: str | None = None
    end_date: str | None = None
    url: str | None = None
    roles: tuple[str, ...] = ()
    entity: str | None = None
    type: str | None = None
    location: str | None = None


class MoreLines(Struct, frozen=True):
    """A section for which the schema has no place: its kind, its heading as printed and its lines."""

    kind: str
    heading: str
    lines: tuple[str, ...]


class OwnMeta(Struct, frozen=True, omit_defaults=True, rename="camel"):
    """`as_of` is what "present" means (YYYY-MM); months are those of the union of the posts' dates, internships apart."""

    as_of: str | None = None
    months_of_employment: int | None = None
    months_of_internships: int | None = None
    sections: tuple[MoreLines, ...] = ()


class Meta(Struct, frozen=True, omit_defaults=True, rename="camel"):
    canonical: str | None = None
    version: str | None = None
    last_modified: str | None = None
    skillgap: OwnMeta | None = None


class JsonResume(Struct, frozen=True, omit_defaults=True, rename="camel", kw_only=True):
    basics: Basics
    work: tuple[Work, ...] = ()
    volunteer: tuple[Volunteer, ...] = ()
    education: tuple[Education, ...] = ()
    awards: tuple[Award, ...] = ()
    certificates: tuple[Certificate, ...] = ()
    publications: tuple[Publication, ...] = ()
    skills: tuple[SkillSet, ...] = ()
    languages: tuple[Language, ...] = ()
    interests: tuple[Interest, ...] = ()
    references: tuple[Reference, ...] = ()
    projects: tuple[ProjectItem, ...] = ()
    meta: Meta | None = None
