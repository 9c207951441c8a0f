"""From a parsed résumé to JSON Resume. Every line of the résumé stands in it somewhere; dates are ISO 8601, as far as the page says them."""

import re
from itertools import chain

from skillgap.resume.contact import Contact
from skillgap.resume.dates import DateGrammar, find_dates
from skillgap.resume.details import network_of
from skillgap.resume.intervals import months_between
from skillgap.resume.json_resume.types import (
    Award,
    Basics,
    Certificate,
    Education,
    Interest,
    JsonResume,
    Language,
    Meta,
    MoreLines,
    OwnMeta,
    Place,
    Profile,
    ProjectItem,
    Publication,
    Reference,
    SkillSet,
    Volunteer,
    Work,
)
from skillgap.resume.types import Entry, Resume, SectionKind

LIST_BREAK = re.compile(r"\s*[,;|•·]\s*(?![^()]*\))|\s{3,}|\t")
LABEL = re.compile(r"^([^\W\d_][\w /&+'’-]{1,39}):\s*(.+)$")
FLUENCY = re.compile(r"^(.+?)\s*(?:[(:–—-]|\s-\s)\s*(.+?)\)?$")
EDGE = " ,;–—-|·•()"
VERSION = "v1.0.0"
UNPLACED = (SectionKind.TALKS, SectionKind.PATENTS, SectionKind.OTHER)
"""Kinds of sections for which the schema has no place."""


def to_json_resume(resume: Resume, contact: Contact, dates: DateGrammar, as_of: str) -> JsonResume:
    """Map all sections; what the schema has no place for goes under `meta.skillgap`."""

    def entries(*kinds: SectionKind) -> list[Entry]:
        return [entry for entry in resume.entries if entry.kind in kinds]

    def texts(kind: SectionKind) -> list[str]:
        return [line.text for line in resume.lines if resume.kind_of(line) is kind]

    return JsonResume(
        basics=basics_of(contact, "\n".join(texts(SectionKind.SUMMARY))),
        work=tuple(work_of(resume, entry) for entry in entries(SectionKind.EXPERIENCE, SectionKind.MILITARY)),
        volunteer=tuple(volunteer_of(resume, entry) for entry in entries(SectionKind.VOLUNTEERING)),
        education=tuple(education_of(resume, entry) for entry in entries(SectionKind.EDUCATION)),
        awards=tuple(award_of(text, dates) for text in texts(SectionKind.AWARDS)),
        certificates=tuple(certificate_of(text, dates) for text in texts(SectionKind.CERTIFICATIONS)),
        publications=tuple(publication_of(text, dates) for text in texts(SectionKind.PUBLICATIONS)),
        skills=tuple(skill_set(text) for text in texts(SectionKind.SKILLS)),
        languages=tuple(language_of(part) for text in texts(SectionKind.LANGUAGES) for part in parts_of(text)),
        interests=tuple(Interest(part) for text in texts(SectionKind.INTERESTS) for part in parts_of(text)),
        references=tuple(Reference(reference=text) for text in texts(SectionKind.REFERENCES)),
        projects=tuple(project_of(resume, entry) for entry in entries(SectionKind.PROJECTS, SectionKind.OPEN_SOURCE)),
        meta=Meta(version=VERSION, skillgap=own_meta(resume, as_of)),
    )


def own_meta(resume: Resume, as_of: str) -> OwnMeta:
    posts = [entry for entry in resume.entries if entry.kind is SectionKind.EXPERIENCE and entry.dates]
    return OwnMeta(
        as_of=as_of,
        months_of_employment=months_between((e.dates for e in posts if e.dates and not e.is_internship), as_of),
        months_of_internships=months_between((e.dates for e in posts if e.dates and e.is_internship), as_of),
        sections=more_lines(resume),
    )


def more_lines(resume: Resume) -> tuple[MoreLines, ...]:
    sections = []
    for number, section in enumerate(resume.sections):
        if section.kind in UNPLACED:
            lines = tuple(line.text for line in resume.lines if line.section == number)
            if lines:
                sections.append(MoreLines(section.kind, section.heading, lines))
    return tuple(sections)


def basics_of(contact: Contact, summary: str) -> Basics:
    profiles = tuple(
        Profile(network, username_of(link), uri(link)) for link in contact.links if (network := network_of(link))
    )
    own = next((link for link in contact.links if not network_of(link)), None)
    return Basics(
        name=contact.name,
        label=contact.label,
        email=contact.email,
        phone=contact.phone,
        url=uri(own) if own else None,
        summary=summary or None,
        location=Place(address=contact.location) if contact.location else None,
        profiles=profiles,
    )


def uri(link: str) -> str:
    return link if "://" in link else f"https://{link}"


def username_of(link: str) -> str | None:
    return link.rstrip("/").rpartition("/")[2].removeprefix("@") or None


def body_of(resume: Resume, entry: Entry) -> tuple[str, ...]:
    return tuple(resume.lines[n].text for n in entry.line_numbers[entry.head_count :])


def start_of(entry: Entry) -> str | None:
    return entry.dates.start if entry.dates else None


def end_of(entry: Entry) -> str | None:
    return entry.dates.end if entry.dates else None


def work_of(resume: Resume, entry: Entry) -> Work:
    kind = "internship" if entry.is_internship else "military" if entry.kind is SectionKind.MILITARY else None
    return Work(
        name=entry.organization,
        position=entry.title,
        location=entry.location,
        start_date=start_of(entry),
        end_date=end_of(entry),
        highlights=body_of(resume, entry),
        type=kind,
    )


def volunteer_of(resume: Resume, entry: Entry) -> Volunteer:
    return Volunteer(
        organization=entry.organization,
        position=entry.title,
        location=entry.location,
        start_date=start_of(entry),
        end_date=end_of(entry),
        highlights=body_of(resume, entry),
    )


def education_of(resume: Resume, entry: Entry) -> Education:
    body = body_of(resume, entry)
    courses = [text for text in body if entry.courses and text in entry.courses]
    return Education(
        institution=entry.organization,
        area=entry.study,
        study_type=entry.degree or entry.title,
        location=entry.location,
        start_date=start_of(entry),
        end_date=end_of(entry),
        score=entry.grade,
        courses=tuple(chain.from_iterable(parts_of(text) for text in courses)),
        highlights=tuple(text for text in body if text not in courses),
    )


def project_of(resume: Resume, entry: Entry) -> ProjectItem:
    return ProjectItem(
        name=entry.title or entry.organization,
        entity=entry.organization if entry.title else None,
        location=entry.location,
        start_date=start_of(entry),
        end_date=end_of(entry),
        highlights=body_of(resume, entry),
        type="open_source" if entry.kind is SectionKind.OPEN_SOURCE else None,
    )


def cut_date(text: str, dates: DateGrammar) -> tuple[str, str | None]:
    """A line without the date that ends or begins it, and that date; of a range its end."""
    found = find_dates(text, dates)
    if len(found) != 1:
        return text, None
    date = found[0]
    rest = f"{text[: date.start].rstrip(EDGE)} {text[date.end :].strip(EDGE)}".strip()
    is_at_edge = not text[: date.start].strip(EDGE) or not text[date.end :].strip(EDGE)
    return (rest, date.range.end or date.range.start) if is_at_edge and rest else (text, date.range.end)


def award_of(text: str, dates: DateGrammar) -> Award:
    title, date = cut_date(text, dates)
    return Award(title=title, date=date)


def certificate_of(text: str, dates: DateGrammar) -> Certificate:
    name, date = cut_date(text, dates)
    return Certificate(name=name, date=date)


def publication_of(text: str, dates: DateGrammar) -> Publication:
    found = find_dates(text, dates)
    return Publication(name=text, release_date=found[-1].range.end if found else None)


def parts_of(text: str) -> tuple[str, ...]:
    """The items of a list, without its label."""
    label = LABEL.match(text)
    return tuple(part for part in LIST_BREAK.split(label[2] if label else text) if part)


def skill_set(text: str) -> SkillSet:
    label = LABEL.match(text)
    return SkillSet(name=label[1] if label else None, keywords=parts_of(text))


def language_of(text: str) -> Language:
    match = FLUENCY.match(text)
    return Language(match[1], match[2]) if match else Language(text)
