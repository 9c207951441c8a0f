"""What gives a person away by name: its words in every script, how they are told from ordinary words, and where they stand."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise, takewhile

from msgspec import Struct

from skillgap.resume.contact import Contact
from skillgap.resume.detail_types import NAMES, DetailKind
from skillgap.resume.details import DetailGrammar, find_labels
from skillgap.resume.header_lines import CONTACT_SECTIONS, fields_of, top_lines
from skillgap.resume.name_forms import PARTICLES, NameGrammar, bare_name, is_capital
from skillgap.resume.name_letters import GENERATIONS, HYPHENS, agreement, is_latin, is_other_script, latin_letters
from skillgap.resume.places import is_place
from skillgap.resume.types import LogicalLine, Resume, SectionKind

SHORTEST_WORD, SHORTEST_SMALL = 3, 5
"""Letters of a word of the name that is replaced wherever it stands, and of one in small letters."""
LONGEST_FIELD, NEAR_TOP = 120, 10
MOSTLY = 0.5
WORD = re.compile(rf"[^\W\d_]+(?:['’{HYPHENS}][^\W\d_]+)*")
POSSESSIVES = {"'s", "’s"}
MADE_UP = re.compile(r"(?<![\w@.])(?:@\w[\w.]*|[A-Za-z0-9]+(?:[_.-][A-Za-z0-9]+)+|(?:[A-Z][a-z]+){2,}[\w.]*)")
HUMPS = re.compile(r"[A-Z]?[a-zà-ÿ]+|[A-Z]+(?![a-z])")
AT_HOST = re.compile(r"(?<![\w@.])([A-Za-z][\w.+-]{0,40})@[a-z]")
"""An account at a computer, as in "jane@build-host"."""
HOME_FOLDER = re.compile(r"/(?:home|users)/(\w+)", re.IGNORECASE)
LONG_WORD = 4
QUOTED = re.compile(r"[\"“„«(]\s?([^\W\d_][\w.'’-]*)\s?[\"”“»)]")
READING = re.compile(
    r"[(（]\s?([\u3041-\u3096ー]+(?:\s[\u3041-\u3096ー]+)?|[\u30a1-\u30fa・ー]+\s[\u30a1-\u30fa・ー]+)\s?[)）]"
)
"""How a Japanese name is read, in brackets behind it."""
BETWEEN_PARTS = re.compile(rf"[{HYPHENS}'’\"“”„()]")
BETWEEN_ITEMS = re.compile(r"[,;|/•·:()]")
INITIALS_BEFORE = re.compile(r"(?<!\w)(?:[^\W\d_]\.[ -]?){1,3}$")
INITIALS_BEHIND = re.compile(r",? ?(?:(?<!\w)[^\W\d_](?:\.-?|(?=[,;)]|$)) ?){1,3}(?!\w)")
GAP = re.compile(rf"[ ,.\u00a0\"“”„«»'’(){HYPHENS}]{{0,4}}")
"""Between two words of one name."""
YEAR_FOLLOWS = re.compile(
    r"\.?,? ?(?:\d{1,2}(?:st|nd|rd|th)?,? )?['’]?(?:(?:19|20)\d\d|\d\d)(?!\w)|\s*[–—-]\s*[^\W\d_]{3,9}\.? (?:19|20)\d\d"
)
TITLES_BEFORE = 3
FEWEST_SPOKEN = 2
"""Languages that people speak, in a list of such."""


class NameWords(Struct, frozen=True):
    """Small letters without accents. `certain` give the person away alone, `weak` only beside another: short ones, names of skills.

    `small` are those of the certain that are surely a name, and give the person away in small letters too.
    """

    certain: frozenset[str] = frozenset()
    weak: frozenset[str] = frozenset()
    small: frozenset[str] = frozenset()


class Token(Struct, frozen=True):
    """A word; `is_certain` of the name, `is_weak` of the name beside another word of it."""

    start: int
    end: int
    is_certain: bool
    is_weak: bool


def person_words(resume: Resume, contact: Contact, details: DetailGrammar, grammar: NameGrammar) -> NameWords:
    """The words of the name, those beside it such as another script's, and those that the address spells."""
    top = set(top_lines(resume))
    header = [line for n, line in enumerate(resume.lines) if n in top or resume.kind_of(line) in CONTACT_SECTIONS]
    texts = [line.text for line in header] + [section.heading for section in resume.sections if not section.is_known]
    words = WORD.findall(contact.name or "")
    words += [word for text in texts for word in words_beside(text, words)]
    words += [word for line in header for word in labelled_words(line.text, details.labels)]
    words += other_script_beside(header, words, grammar)
    rest = [line for line in resume.lines if resume.kind_of(line) is not SectionKind.SKILLS]
    everywhere = [*texts, *(line.text for line in rest if len(line.text) <= LONGEST_FIELD)]
    words += spelled_words(everywhere, contact, grammar)
    parts = {latin_letters(part) or part for word in words for part in (word, *BETWEEN_PARTS.split(word)) if part}
    particles = parts & PARTICLES
    parts -= PARTICLES | GENERATIONS
    if contact.name is None and not words:
        local = re.split(r"[._+\-\d]", (contact.email or "").partition("@")[0])
        parts |= {latin_letters(part) for part in local if len(part) > SHORTEST_WORD} - GENERIC
    weak = {part for part in parts if len(part) < SHORTEST_WORD and part.isascii()}
    if len(words) > 1:
        weak |= parts & skill_items(resume, details.demonyms)
    return NameWords(frozenset(parts - weak), frozenset(weak | particles))


def with_small(words: NameWords, contact: Contact, english: frozenset[str]) -> NameWords:
    """The same words; those of the name itself that the address spells and that are no English ones are known in small letters."""
    local = latin_letters((contact.email or "").partition("@")[0])
    own = {latin_letters(part) for word in WORD.findall(contact.name or "") for part in BETWEEN_PARTS.split(word)}
    is_printed_small = (contact.name or "").islower()
    small = {
        word
        for word in own & words.certain - english
        if is_printed_small or (len(word) >= SHORTEST_SMALL and word in local)
    }
    return NameWords(words.certain, words.weak, frozenset(small))


GENERIC = {
    "info",
    "mail",
    "email",
    "contact",
    "hello",
    "office",
    "studio",
    "work",
    "resume",
    "jobs",
    "career",
    "admin",
    "team",
    "post",
    "kontakt",
    "bewerbung",
    "contacto",
    "bonjour",
}
"""What addresses say instead of a name."""


def words_beside(text: str, name: Sequence[str]) -> Iterator[str]:
    """In the field that holds the name: its form in another script and a nickname."""
    if not name or len(text) > LONGEST_FIELD:
        return
    known = set(name)
    for field in fields_of_two_scripts(text):
        words = WORD.findall(field)
        if len(known & set(words)) >= MOSTLY * len(known):
            yield from (word for word in words if is_other_script(word[0]) != is_other_script(name[0][0]))
            yield from (match[1] for match in QUOTED.finditer(field) if not are_letters_behind(match, name))
            yield from (word for reading in READING.findall(field) for word in reading.split())


def are_letters_behind(match: re.Match[str], name: Sequence[str]) -> bool:
    """Say whether what is in brackets is a degree rather than a nickname: the "(FH)" of a name that is not in capitals itself."""
    return match[0].startswith("(") and match[1].isupper() and not name[0].isupper()


def fields_of_two_scripts(text: str) -> Iterable[str]:
    """The fields of a line; all of it where a name's other script may stand in the next field."""
    return (
        (text,) if any(map(is_other_script, text)) and any(map(is_latin, text)) else re.split(r"[|•·\t]|\s{3,}", text)
    )


def labelled_words(text: str, labels: Mapping[str, DetailKind]) -> Iterator[str]:
    for kind, start, after in find_labels(text, labels):
        if kind in NAMES and not text[:start].strip():
            yield from (
                word
                for word in WORD.findall(re.split(r"[|;\t]|\s{3,}", text[after:])[0])
                if word[0].isupper() or not is_latin(word[0])
            )


def other_script_beside(lines: Sequence[LogicalLine], name: Sequence[str], grammar: NameGrammar) -> Iterator[str]:
    """A line right above or below the name that says it in another script."""
    known = set(name)
    for first, second in pairwise(lines):
        for line, other in ((first, second), (second, first)):
            words = WORD.findall(other.text)
            if not (known & set(WORD.findall(line.text)) and words and name):
                continue
            is_other = is_other_script(words[0][0]) != is_other_script(name[0][0])
            field = next(iter(fields_of(other.text)), "") if is_other else ""
            is_whole = field == other.text.strip() or len(field.split()) > 1
            if is_whole and is_name_like(field, grammar) and not is_place(field, grammar.places):
                yield from WORD.findall(bare_name(field, grammar) or "")


def is_name_like(text: str, grammar: NameGrammar) -> bool:
    name = bare_name(text, grammar)
    return (
        name is not None
        and len(name.split()) <= 4  # noqa: PLR2004 - words of a name
        and all(is_capital(word) for word in name.split())
        and not grammar.fields.titles.search(name)
        and not grammar.fields.organizations.search(name)
    )


def spelled_words(texts: Sequence[str], contact: Contact, grammar: NameGrammar) -> Iterator[str]:
    """Fields that look like a name and whose words the address spells: all of them, or half near the top where no name is known."""
    if contact.email is None:
        return
    local = contact.email.rpartition(".")[0]
    key = latin_letters(local)
    is_spelled = cache(lambda word: len(word) >= SHORTEST_WORD and latin_letters(word) in key)
    for number, text in enumerate(texts):
        if len(text) > LONGEST_FIELD or not any(map(is_spelled, WORD.findall(text))):
            continue
        for field in fields_of(text):
            words = WORD.findall(bare_name(field, grammar) or "")
            needed = 1.0 if contact.name or number >= NEAR_TOP else MOSTLY
            is_sure = any(len(word) >= LONG_WORD and is_spelled(word) for word in words) or all(map(is_spelled, words))
            if len(words) > 1 and is_sure and agreement(words, [local]) >= needed and is_name_like(field, grammar):
                yield from words


def skill_items(resume: Resume, demonyms: re.Pattern[str]) -> set[str]:
    """Single words of the lists in sections of skills, but not of those that list the languages somebody speaks."""
    lines = [line.text for line in resume.lines if resume.kind_of(line) is SectionKind.SKILLS]
    lists = [text for text in lines if BETWEEN_ITEMS.search(text) and len(demonyms.findall(text)) < FEWEST_SPOKEN]
    items = [item.strip(" .-•*") for text in lists for item in BETWEEN_ITEMS.split(text)]
    return {latin_letters(item) for item in items if item.isalpha()}


def find_names(text: str, words: NameWords, months: frozenset[str], grammar: NameGrammar) -> Iterator[tuple[int, int]]:
    """Spans of the name: its words side by side are one, with initials, small words and titles between and around them."""
    if not words.certain:
        return
    letters = {word[0] for word in words.certain | words.weak}
    for run in runs_of(text, list(tokens_of(text, words, months))):
        start, end = run[0].start, run[-1].end
        first = before_name(text, behind_particles(text, start, words.weak), letters, grammar)
        is_certain = any(token.is_certain for token in run)
        behind = INITIALS_BEHIND.match(text, end) if is_certain or text[end : end + 1] == "," else None
        behind = behind if is_certain or (behind and "." in behind[0]) else None
        last = (
            behind.end()
            if behind and {latin_letters(each) for each in re.findall(r"[^\W\d_]", behind[0])} <= letters
            else end
        )
        if is_certain or first < start or last > end:
            end += len(text[end:last].rstrip(" ,"))
            is_open = text.count("(", first, end) > text.count(")", first, end)
            yield first, end + (is_open and text[end : end + 1] == ")")


def whole_names(
    resume: Resume, words: NameWords, months: frozenset[str], grammar: NameGrammar
) -> Iterator[tuple[int, int, int]]:
    """Where lines say more than one word of the name, or one with an initial: a line's number and a span of its text.

    A single word may be the name or any other: "Ruby led the team", "rewrote it in Ruby".
    """
    for number, line in enumerate(resume.lines):
        for start, end in find_names(line.text, words, months, grammar):
            parts = [word for word in WORD.finditer(line.text, start, end) if is_part_of_name(word, line.text)]
            if len(parts) > 1:
                yield number, start, end


def is_part_of_name(word: re.Match[str], text: str) -> bool:
    """A single letter is an initial with a full stop, or right behind the surname: "Java, C" is no name of Christopher Java's."""
    return len(word[0]) > 1 or text[word.end() :][:1] == "." or text[: word.start()][-2:-1].isalpha()


def find_made_up(text: str, words: NameWords) -> Iterator[tuple[int, int]]:
    """Spans of names of files, accounts and folders that are made of the name: "CV_JaneExample.pdf", "j.example", "@jane", "/home/jane"."""
    if not words.certain:
        return
    initials = {word[0] for word in words.certain}
    for match in MADE_UP.finditer(text):
        parts = [part.casefold() for part in HUMPS.findall(match[0])]
        letters = latin_letters(match[0])
        within = {word for word in words.certain if len(word) >= LONG_WORD and word in letters}
        known = within | (words.certain & set(parts))
        letters_too = {part for part in parts if len(part) == 1 and part in initials}
        is_spelled_out = known | letters_too == set(parts) and len(parts) > 1
        if len(known) > 1 or (known and is_spelled_out) or (within and match[0].startswith("@")):
            yield match.span()
    for match in AT_HOST.finditer(text):
        if words.certain.intersection(re.split(r"[._+-]", match[1].casefold())):
            yield match.span(1)
    for match in HOME_FOLDER.finditer(text):
        if match[1].casefold() in words.certain:
            yield match.span(1)


def tokens_of(text: str, words: NameWords, months: frozenset[str]) -> Iterator[Token]:
    for match in WORD.finditer(text):
        word = match[0]
        if word[0].islower() and not is_small_name(word, words.small):
            continue
        parts = {latin_letters(part) or part for part in {word, *BETWEEN_PARTS.split(word)} if part}
        is_certain = not words.certain.isdisjoint(parts)
        if is_certain and word.casefold() in months and YEAR_FOLLOWS.match(text, match.end()):
            is_certain = False  # "May 2020"
        is_weak = not words.weak.isdisjoint(parts) or word.casefold() in GENERATIONS
        if is_certain or is_weak:
            is_possessive = word[-2:].casefold() in POSSESSIVES and latin_letters(word) not in words.certain
            yield Token(match.start(), match.end() - 2 * is_possessive, is_certain, is_weak)


def is_small_name(word: str, names: frozenset[str]) -> bool:
    stem = word[:-2] if word[-2:] in POSSESSIVES else word
    return bool(names) and (stem if stem.isascii() else latin_letters(stem)) in names


def runs_of(text: str, tokens: Sequence[Token]) -> Iterator[list[Token]]:
    run: list[Token] = []
    for token in tokens:
        if run and not is_within_name(text[run[-1].end : token.start]):
            yield run
            run = []
        run.append(token)
    if run:
        yield run


def is_within_name(gap: str) -> bool:
    """Say whether nothing but spaces, initials and small words stands between two words of one name."""
    if len(gap) > LONGEST_GAP or "\n" in gap:
        return False
    return GAP.fullmatch(gap) is not None or all(
        word.casefold() in PARTICLES or INITIAL.match(word) for word in re.split(r"[ \u00a0,()\"“”„-]+", gap) if word
    )


LONGEST_GAP = 24
INITIAL = re.compile(r"^[^\W\d_]\.?$")
BEFORE = re.compile(r"[^\s,;:|]+[ \u00a0]+")


PARTICLES_BEFORE = re.compile(r"(?<!\w)(?:[a-z']+ ){1,3}$")
OF = {"de", "da", "do", "dos", "das", "di", "del", "du", "la", "le", "y", "e", "i", "of"}
"""Small words that mean something else before most names."""


def behind_particles(text: str, start: int, weak: frozenset[str]) -> int:
    """Where the small words of the name begin that stand in front of it: "Herr von der Heydt", but not "a filha de Silva"."""
    match = PARTICLES_BEFORE.search(text, max(0, start - LONGEST_GAP), start)
    words = match[0].split() if match is not None else []
    own = [*takewhile(lambda word: word in PARTICLES and word in weak, reversed(words))]
    return start if not own or (len(own) == 1 and own[0] in OF) else start - sum(len(word) + 1 for word in own)


def before_name(text: str, start: int, letters: set[str], grammar: NameGrammar) -> int:
    """Where the name begins with the initials and titles that stand in front of it."""
    initials = INITIALS_BEFORE.search(text, max(0, start - LONGEST_GAP), start)
    if initials and {latin_letters(each) for each in re.findall(r"[^\W\d_]", initials[0])} <= letters:
        start = initials.start()
    segment = text[max(0, start - LONGEST_GAP) : start].rpartition("\n")[2]
    for match in [*BEFORE.finditer(segment)][-TITLES_BEFORE:]:
        titles = segment[match.start() :]
        found = grammar.honorifics.match(titles + "X")
        if found is not None and found.end() == len(titles):
            return start - len(titles)
    return start
