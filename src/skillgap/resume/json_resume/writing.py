"""From a parsed résumé to JSON Resume: every line stands in it somewhere; dates are ISO 8601, as far as the page says them."""

import re
from collections.abc import Iterator
from itertools import chain
from urllib.parse import quote

from skillgap.resume.contact import Contact
from skillgap.resume.date_grammar import DateGrammar
from skillgap.resume.dates import find_dates
from skillgap.resume.entries import WITH_ENTRIES
from skillgap.resume.forms import label_in, shipped_forms, tells_post
from skillgap.resume.handles import address_of_profile, name_in
from skillgap.resume.intervals import months_between
from skillgap.resume.json_resume.certificates import BREAK, EDGE, certificates_of, cut_date, is_under_way, tells_more
from skillgap.resume.json_resume.lists import (
    LIST_BREAK,
    interests_of,
    is_entry_label,
    parts_of,
    skill_sets,
    spoken_languages,
    spoken_lines,
    tells_languages,
)
from skillgap.resume.json_resume.types import (
    Award,
    Basics,
    Education,
    JsonResume,
    Meta,
    MoreLines,
    OwnMeta,
    Place,
    Profile,
    ProjectItem,
    Publication,
    Reference,
    Volunteer,
    Work,
)
from skillgap.resume.networks import network_of
from skillgap.resume.types import Entry, Resume, SectionKind

STRETCH_BREAK = re.compile(r"\s*[|•·\t]\s*|\s{3,}|\s+[–—-]\s+")
ROW = re.compile(r"^[^\t]{1,60}?(?:\t|\s{3,})")
"""A label in a cell of its own."""
STOP = re.compile(r"^\.\s+")
CUT = "\0"
"""Where a field of a heading stood."""
CONNECTIVES = frozenset(
    {"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "since", "the", "till", "to", "until", "with"}
)
IN_A_URI = ":/?#@!$&'()*+,;=%~"
SAYING = re.compile(r"[^\W_]{2}")
VERSION = "v1.0.0"
UNPLACED = frozenset({SectionKind.TALKS, SectionKind.PATENTS, SectionKind.OTHER, SectionKind.HEADER})
"""Kinds of sections for which the schema has no place; of the header what is no field of `basics`."""


def to_json_resume(resume: Resume, contact: Contact, dates: DateGrammar, as_of: str) -> JsonResume:
    """Map all sections; what the schema has no place for goes under `meta.skillgap`."""

    def entries(*kinds: SectionKind) -> list[Entry]:
        return [entry for entry in resume.entries if entry.kind in kinds]

    def texts(kind: SectionKind) -> list[str]:
        return [line.text for line in resume.lines if resume.kind_of(line) is kind]

    return JsonResume(
        basics=basics_of(contact, "\n".join(texts(SectionKind.SUMMARY))),
        work=tuple(work_of(resume, entry, dates) for entry in entries(SectionKind.EXPERIENCE, SectionKind.MILITARY)),
        volunteer=tuple(volunteer_of(resume, entry, dates) for entry in entries(SectionKind.VOLUNTEERING)),
        education=tuple(education_of(resume, entry, dates) for entry in entries(SectionKind.EDUCATION)),
        awards=tuple(award_of(text, dates) for text in texts(SectionKind.AWARDS)),
        certificates=tuple(certificates_of(texts(SectionKind.CERTIFICATIONS), dates)),
        publications=tuple(publication_of(text, dates) for text in texts(SectionKind.PUBLICATIONS)),
        skills=tuple(skill_sets([text for text in texts(SectionKind.SKILLS) if not tells_languages(text)])),
        languages=tuple(spoken_languages(spoken_lines(resume))),
        interests=tuple(interest for text in texts(SectionKind.INTERESTS) for interest in interests_of(text)),
        references=tuple(Reference(reference=text) for text in texts(SectionKind.REFERENCES)),
        projects=tuple(
            project_of(resume, entry, dates) for entry in entries(SectionKind.PROJECTS, SectionKind.OPEN_SOURCE)
        ),
        meta=Meta(version=VERSION, skillgap=own_meta(resume, contact, as_of)),
    )


def own_meta(resume: Resume, contact: Contact, as_of: str) -> OwnMeta:
    posts = [entry for entry in resume.entries if entry.kind is SectionKind.EXPERIENCE and entry.dates]
    return OwnMeta(
        as_of=as_of,
        months_of_employment=months_between(
            (e.dates for e in posts if e.dates and not (e.is_internship or e.is_break)), as_of
        ),
        months_of_internships=months_between((e.dates for e in posts if e.dates and e.is_internship), as_of),
        sections=more_lines(resume, contact),
    )


def more_lines(resume: Resume, contact: Contact) -> tuple[MoreLines, ...]:
    """Lines that stand in no field: of sections without a place, and above or below the entries of the others."""
    sections = []
    for number, section in enumerate(resume.sections):
        own = [line for line in resume.lines if line.section == number]
        if section.kind is SectionKind.HEADER:
            lines = tuple(line.text for line in own if is_more_than(contact, line.text))
        elif section.kind in WITH_ENTRIES:
            lines = tuple(line.text for line in own if line.entry is None)
        elif section.kind is SectionKind.CERTIFICATIONS:
            lines = tuple(line.text for line in own if is_under_way(line.text) or tells_more(line.text))
        else:
            lines = tuple(line.text for line in own) if section.kind in UNPLACED else ()
        if lines:
            sections.append(MoreLines(section.kind, section.heading, lines))
    return tuple(sections)


def is_more_than(contact: Contact, text: str) -> bool:
    """Whether a line of the header says anything that no field of `basics` does."""
    known = (contact.name, contact.label, contact.email, contact.phone, contact.location, *contact.links)
    rest = without(text, [each for each in known if each])
    return any(SAYING.search(part) for piece in rest.split(CUT) for part in LIST_BREAK.split(without_label(piece)))


def without(text: str, known: list[str]) -> str:
    """The text with a cut in place of every stretch that is known already."""
    for each in sorted({each for each in known if len(each) <= len(text)}, key=lambda each: (-len(each), each)):
        if each == text:
            return CUT
        pattern = r"\s+".join(re.escape(word) for word in each.split())
        text = re.sub(rf"(?<!\w){pattern}(?!\w)", CUT, text)
    return text


def description_of(resume: Resume, entry: Entry, dates: DateGrammar) -> str | None:
    """What an entry's heading says beside its fields: "Series C e-money issuer", "won 2nd place"."""
    fields = (entry.title, entry.organization, entry.location, entry.degree, entry.study, entry.grade)
    known = [each for each in fields if each]
    heading = resume.sections[entry.section].heading
    texts = (resume.lines[n].text.removeprefix(heading) for n in entry.line_numbers[: entry.head_count])
    rest = (part for text in texts for part in rest_of(text, known, dates))
    return ", ".join(dict.fromkeys(rest)) or None


def rest_of(text: str, known: list[str], dates: DateGrammar) -> Iterator[str]:
    """What a row says besides its fields; what a form says of a post behind a label stays with that."""
    forms = shipped_forms()
    label, value = label_in(text, forms) or ("", text)
    if label and tells_post(text, forms):
        yield from (text_of_form(text, value),) if value or label not in forms.duties else ()
        return
    if label in forms.starts or label in forms.ends:
        return
    text = value if label in forms.fields else text
    for found in reversed(find_dates(text, dates)):
        text = text[: found.start] + CUT + text[found.end :]
    pieces = without(text, known).split(CUT)
    for piece in (*(without_label(each) for each in pieces[:-1]), pieces[-1]):
        for part in STRETCH_BREAK.split(piece):
            rest = closed(STOP.sub("", part.strip(EDGE)))
            words = SAYING.findall(rest)
            if (
                words
                and not is_entry_label(rest)
                and not dates.durations.fullmatch(rest)
                and not CONNECTIVES.issuperset(words)
            ):
                yield rest


def text_of_form(text: str, value: str) -> str:
    """A label and its value, whatever stands between them: "Hours per week: 40"."""
    return f"{text[: len(text.rstrip()) - len(value)].rstrip(BREAK)}: {value}" if value else text.strip()


def without_label(text: str) -> str:
    """Without the label of the field that was cut off behind it: "Period: "."""
    if not text.rstrip().endswith(":"):
        return text
    return text[: max(text.rfind(mark, 0, text.rindex(":")) for mark in ",;|:") + 1]


def closed(text: str) -> str:
    """With the bracket again that was cut off at its edge."""
    missing = text.count("(") - text.count(")")
    return f"{text})" if missing > 0 else f"({text}" if missing < 0 else text


def basics_of(contact: Contact, summary: str) -> Basics:
    profiles = tuple(
        Profile(network, username_of(link), uri(link)) for link in contact.links if (network := network_of(link))
    )
    printed = {handle for _, handle in contact.handles}
    profiles += tuple(
        Profile(network or None, name_in(handle), address_of_profile(network, handle))
        for network, handle in contact.handles
    )
    own = next((link for link in contact.links if not network_of(link) and link not in printed), None)
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
    """As RFC 3986 has it: with a scheme, and what is no letter of ASCII in hexadecimal."""
    return quote(link if "://" in link else f"https://{link}", safe=IN_A_URI)


def username_of(link: str) -> str | None:
    """The last part of a profile's path; of a bare "github.com" there is none."""
    path = link.partition("://")[2] if "://" in link else link
    return path.partition("?")[0].rstrip("/").partition("/")[2].rpartition("/")[2].removeprefix("@") or None


def body_of(resume: Resume, entry: Entry) -> tuple[str, ...]:
    """What was done, without the label of a form in front of it."""
    texts = (resume.lines[n].text for n in entry.line_numbers[entry.head_count :])
    return tuple(without_duty_label(text) for text in texts)


def without_duty_label(text: str) -> str:
    forms = shipped_forms()
    label, value = label_in(text, forms) or ("", "")
    return value if value and label in forms.duties and ROW.match(text) else text


def start_of(entry: Entry) -> str | None:
    return entry.dates.start if entry.dates else None


def end_of(entry: Entry) -> str | None:
    return entry.dates.end if entry.dates else None


def work_of(resume: Resume, entry: Entry, dates: DateGrammar) -> Work:
    return Work(
        name=entry.organization,
        position=entry.title,
        location=entry.location,
        description=description_of(resume, entry, dates),
        start_date=start_of(entry),
        end_date=end_of(entry),
        highlights=body_of(resume, entry),
        type=type_of(entry),
    )


def type_of(entry: Entry) -> str | None:
    if entry.is_break:
        return "career_break"
    return "internship" if entry.is_internship else "military" if entry.kind is SectionKind.MILITARY else None


def volunteer_of(resume: Resume, entry: Entry, dates: DateGrammar) -> Volunteer:
    return Volunteer(
        organization=entry.organization,
        position=entry.title,
        location=entry.location,
        description=description_of(resume, entry, dates),
        start_date=start_of(entry),
        end_date=end_of(entry),
        highlights=body_of(resume, entry),
    )


def education_of(resume: Resume, entry: Entry, dates: DateGrammar) -> Education:
    body = body_of(resume, entry)
    courses = [text for text in body if entry.courses and text in entry.courses]
    return Education(
        institution=entry.organization,
        area=entry.study,
        study_type=entry.degree or (entry.title if entry.title != entry.study else None),
        location=entry.location,
        description=description_of(resume, entry, dates),
        start_date=start_of(entry),
        end_date=end_of(entry),
        score=entry.grade,
        courses=tuple(chain.from_iterable(parts_of(text) for text in courses)),
        highlights=tuple(text for text in body if text not in courses),
    )


def project_of(resume: Resume, entry: Entry, dates: DateGrammar) -> ProjectItem:
    return ProjectItem(
        name=entry.title or entry.organization,
        entity=entry.organization,
        location=entry.location,
        description=description_of(resume, entry, dates),
        start_date=start_of(entry),
        end_date=end_of(entry),
        highlights=body_of(resume, entry),
        type="open_source" if entry.kind is SectionKind.OPEN_SOURCE else None,
    )


def award_of(text: str, dates: DateGrammar) -> Award:
    title, date = cut_date(text, dates)
    return Award(title=title, date=date)


def publication_of(text: str, dates: DateGrammar) -> Publication:
    found = find_dates(text, dates)
    return Publication(name=text, release_date=found[-1].range.end if found else None)
