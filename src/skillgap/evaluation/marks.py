"""Marks within a line of annotated text: `{words|skill-id|status|paraphrase}` (the guide: tests/evidence/GUIDE.md)."""

import re

from msgspec import Struct

from skillgap.errors import PersonaError
from skillgap.evidence.types import Status, Via
from skillgap.resume.types import SectionKind
from skillgap.taxonomy.types import SkillId

MARK = re.compile(r"\{([^{}|]+)\|([a-z0-9-]+)((?:\|[a-z_]+){0,2})\}")
DEFAULT_STATUS = {
    SectionKind.SKILLS: Status.LISTED,
    SectionKind.LANGUAGES: Status.LISTED,
    SectionKind.EDUCATION: Status.COURSEWORK,
    SectionKind.CERTIFICATIONS: Status.COURSEWORK,
    SectionKind.INTERESTS: Status.LEARNING,
}


class GoldMention(Struct, frozen=True):
    """A marked span of its line's printed text."""

    skill: SkillId
    start: int
    end: int
    status: Status
    via: Via


class GoldLine(Struct, frozen=True):
    """`proves` and `sounds_like` are skills that the line as a whole proves, or only seems to, without naming them."""

    text: str
    mentions: tuple[GoldMention, ...]
    is_item: bool = False
    proves: tuple[SkillId, ...] = ()
    sounds_like: tuple[SkillId, ...] = ()


def marked(text: str, kind: SectionKind | None, place: str, *, is_item: bool = False) -> GoldLine:
    """Take the marks out of a line and note where they stood; raises PersonaError naming the `place` of a broken one."""
    default = DEFAULT_STATUS.get(kind, Status.USED) if kind else Status.USED
    printed = ""
    position = 0
    mentions = []
    for mark in MARK.finditer(text):
        printed += text[position : mark.start()]
        extras = [extra for extra in mark[3].split("|") if extra]
        via = Via.PARAPHRASE if "paraphrase" in extras else Via.ALIAS
        named = [extra for extra in extras if extra != "paraphrase"]
        if named and named[0] not in tuple(Status):
            raise PersonaError(f"{place}: no status {named[0]!r}")
        status = Status(named[0]) if named else default
        mentions.append(GoldMention(SkillId(mark[2]), len(printed), len(printed) + len(mark[1]), status, via))
        printed += mark[1]
        position = mark.end()
    printed += text[position:]
    if "{" in printed or "}" in printed:
        raise PersonaError(f"{place}: a mark is not {{surface|skill-id}}")
    return GoldLine(printed, tuple(mentions), is_item)
