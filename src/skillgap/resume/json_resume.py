"""JSON Resume 1.0.0 (https://jsonresume.org/schema): the structured résumé in the form that other tools read."""

import re

from msgspec import Struct

from skillgap.resume.contact import Contact, network_of
from skillgap.resume.types import Entry, LogicalLine, Resume, SectionKind

LIST_BREAK = re.compile(r"\s*[,;|•·]\s*|\s{3,}|\t")
LABEL = re.compile(r"^([\w /&+'-]{2,40}):\s*(.+)$")


class Place(Struct, frozen=True, omit_defaults=True, rename="camel"):
    address: str | None = None


class Profile(Struct, frozen=True, omit_defaults=True, rename="camel"):
    network: str | None = None
    url: str | None = None


class Basics(Struct, frozen=True, omit_defaults=True, rename="camel"):
    name: str | None = None
    label: str | None = None
    email: str | None = None
    phone: str | None = None
    url: str | None = None
    summary: str | None = None
    location: Place | None = None
    profiles: tuple[Profile, ...] = ()


class Work(Struct, frozen=True, omit_defaults=True, rename="camel"):
    name: str | None = None
    position: str | None = None
    location: str | None = None
    start_date: str | None = None
    end_date: str | None = None
    highlights: tuple[str, ...] = ()


class Volunteer(Struct, frozen=True, omit_defaults=True, rename="camel"):
    organization: str | None = None
    position: str | None = None
    start_date: str | None = None
    end_date: str | None = None
    highlights: tuple[str, ...] = ()


class Education(Struct, frozen=True, omit_defaults=True, rename="camel"):
    institution: str | None = None
    study_type: str | None = None
    start_date: str | None = None
    end_date: str | None = None
    courses: tuple[str, ...] = ()


class ProjectItem(Struct, frozen=True, omit_defaults=True, rename="camel"):
    name: str | None = None
    start_date: str | None = None
    end_date: str | None = None
    highlights: tuple[str, ...] = ()


class Named(Struct, frozen=True, omit_defaults=True, rename="camel"):
    name: str | None = None


class SkillSet(Struct, frozen=True, omit_defaults=True, rename="camel"):
    name: str | None = None
    keywords: tuple[str, ...] = ()


class Language(Struct, frozen=True, omit_defaults=True, rename="camel"):
    language: str | None = None


class JsonResume(Struct, frozen=True, omit_defaults=True, rename="camel"):
    basics: Basics
    work: tuple[Work, ...] = ()
    volunteer: tuple[Volunteer, ...] = ()
    education: tuple[Education, ...] = ()
    certificates: tuple[Named, ...] = ()
    skills: tuple[SkillSet, ...] = ()
    languages: tuple[Language, ...] = ()
    interests: tuple[Named, ...] = ()
    projects: tuple[ProjectItem, ...] = ()


def to_json_resume(resume: Resume, contact: Contact) -> JsonResume:
    """Map the sections that the schema has; the others stay in the report's `sections`."""

    def entries(*kinds: SectionKind) -> list[Entry]:
        return [entry for entry in resume.entries if entry.kind in kinds]

    def texts(kind: SectionKind) -> list[LogicalLine]:
        return [line for line in resume.lines if resume.kind_of(line) is kind]

    return JsonResume(
        basics=basics_of(contact, " ".join(line.text for line in texts(SectionKind.SUMMARY))),
        work=tuple(work_of(resume, entry) for entry in entries(SectionKind.EXPERIENCE, SectionKind.MILITARY)),
        volunteer=tuple(volunteer_of(resume, entry) for entry in entries(SectionKind.VOLUNTEERING)),
        education=tuple(education_of(resume, entry) for entry in entries(SectionKind.EDUCATION)),
        certificates=tuple(Named(line.text) for line in texts(SectionKind.CERTIFICATIONS)),
        skills=tuple(skill_set(line.text) for line in texts(SectionKind.SKILLS)),
        languages=tuple(
            Language(part) for line in texts(SectionKind.LANGUAGES) for part in skill_set(line.text).keywords
        ),
        interests=tuple(Named(part) for line in texts(SectionKind.INTERESTS) for part in skill_set(line.text).keywords),
        projects=tuple(project_of(resume, entry) for entry in entries(SectionKind.PROJECTS, SectionKind.OPEN_SOURCE)),
    )


def basics_of(contact: Contact, summary: str) -> Basics:
    profiles = tuple(Profile(network, link) for link in contact.links if (network := network_of(link)))
    return Basics(
        name=contact.name,
        label=contact.label,
        email=contact.email,
        phone=contact.phone,
        url=next((link for link in contact.links if not network_of(link)), None),
        summary=summary or None,
        location=Place(contact.location) if contact.location else None,
        profiles=profiles,
    )


def body_of(resume: Resume, entry: Entry) -> tuple[str, ...]:
    return tuple(resume.lines[n].text for n in entry.line_numbers[entry.head_count :])


def start_of(entry: Entry) -> str | None:
    return entry.dates.start if entry.dates else None


def end_of(entry: Entry) -> str | None:
    return entry.dates.end if entry.dates else None


def work_of(resume: Resume, entry: Entry) -> Work:
    return Work(
        name=entry.organization,
        position=entry.title,
        location=entry.location,
        start_date=start_of(entry),
        end_date=end_of(entry),
        highlights=body_of(resume, entry),
    )


def volunteer_of(resume: Resume, entry: Entry) -> Volunteer:
    return Volunteer(entry.organization, entry.title, start_of(entry), end_of(entry), body_of(resume, entry))


def education_of(resume: Resume, entry: Entry) -> Education:
    return Education(entry.organization, entry.title, start_of(entry), end_of(entry), body_of(resume, entry))


def project_of(resume: Resume, entry: Entry) -> ProjectItem:
    return ProjectItem(entry.title or entry.organization, start_of(entry), end_of(entry), body_of(resume, entry))


def skill_set(text: str) -> SkillSet:
    label = LABEL.match(text)
    words = label[2] if label else text
    return SkillSet(label[1] if label else None, tuple(part for part in LIST_BREAK.split(words) if part))
