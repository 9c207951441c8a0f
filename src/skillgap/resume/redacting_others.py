"""Other people by name: the referees of a résumé, and the parents and spouses that it names."""

import re
from collections.abc import Iterator

from skillgap.resume.details import FIELD_BREAK
from skillgap.resume.field_scores import score_field
from skillgap.resume.name_forms import PARTICLES, NameGrammar, bare_name, is_capital
from skillgap.resume.name_letters import is_other_script
from skillgap.resume.places import is_place
from skillgap.resume.types import LogicalLine, Resume, SectionKind

FEWEST, MOST = 2, 5
"""Words of somebody's name."""
LONGEST_LINE = 160
BETWEEN = re.compile(rf"{FIELD_BREAK.pattern}|\s[–—-]+\s|[,:;()]\s*|\s{{2,}}|(?<=\d)\s+(?=[^\W\d_])")
NUMBERED = re.compile(r"^\s*(?:\(?\d{1,2}[.)]|[a-z][.)]|[•*–-])\s*", re.IGNORECASE)
QUOTES = set("\"“„«‘'")
"""What somebody says begins so, and behind it stands who says it."""
INITIALS = re.compile(r"^(?:[^\W\d_]\.?){1,3}$")


def referees(resume: Resume, names: NameGrammar) -> list[str]:
    """Whole names in the section of references, as they are printed there; employers of the entries are none."""
    employers = {each.organization.casefold() for each in resume.entries if each.organization}
    found = [
        name
        for line in resume.lines
        if resume.kind_of(line) is SectionKind.REFERENCES and len(line.text) <= LONGEST_LINE
        for name in people(line, names)
    ]
    return [name for name in dict.fromkeys(found) if name.casefold() not in employers]


def people(line: LogicalLine, names: NameGrammar) -> Iterator[str]:
    """Fields that say somebody's name: with a title of address wherever they stand, without one at the beginning of the line."""
    text = NUMBERED.sub("", line.text)
    is_quote = text[:1] in QUOTES
    for number, field in enumerate(each.strip(" .,") for each in BETWEEN.split(text) if each and each.strip(" .,")):
        addressed = names.honorifics.match(field)
        name = bare_name(field, names)
        if name is None or name not in field:
            continue
        is_addressed = addressed is not None and field[0].isupper() and name.split()[-1][0].isupper()
        if is_addressed or ((number == 0 or is_quote) and is_whole_name(name, field, names)):
            yield name


def is_whole_name(name: str, field: str, names: NameGrammar) -> bool:
    """Say whether these words can be nothing but somebody's given name and surname."""
    words = name.split()
    fields = names.fields
    if not FEWEST <= len(words) <= MOST or not all(is_capital(word) for word in words):
        return any(map(is_other_script, name)) and len(words) <= MOST
    if all(INITIALS.match(word) or word.casefold() in PARTICLES for word in words) or is_place(field, names.places):
        return False
    is_named_so = fields.titles.search(name) or fields.organizations.search(name) or fields.legal_forms.search(name)
    scores = score_field(name, fields)
    return not (is_named_so or fields.departments.search(name) or max(scores.title, scores.organization) > SURE)


SURE = 2.0
"""Points at which words are a trade or an employer, whatever they look like."""
