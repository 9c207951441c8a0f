"""What the model that reads education entries sees of a word: its form, the cues that cover it, its part, where it stands."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from skillgap.resume.atoms import Rows
from skillgap.resume.degree_names import DegreeGrammar, degrees_in, is_school
from skillgap.resume.grades import PLAIN, find_grade
from skillgap.resume.lexicon import tokens_of
from skillgap.resume.places import is_place, is_town_like
from skillgap.resume.schooling_words import Word, parts_of
from skillgap.resume.segments import SegmentGrammar

LEXICA = (
    "generic", "prefixes", "subjects", "asides", "exchanges", "dittos", "minors", "notes", "levels", "states", "schools",
    "faculties", "links", "school_links",
)  # fmt: skip
"""Cues that may cover a word, by their names in the grammar."""
LAST_ROW, LAST_PLACE, MOST_ROWS = 4, 3, 5
LONG = 4
GRADE = re.compile(rf"{PLAIN.pattern}|[A-F]\+?")
"""What may be a grade by itself."""
FIGURE = re.compile(r"\d+")
UPPER, LOWER = re.compile(r"[A-ZÀ-Þ]+"), re.compile(r"[a-zß-ÿ]+")
OTHER = re.compile(r"[^\W\d_Xxd]+")


class Seen(Struct, frozen=True):
    """A word with what doesn't hang on the words around it."""

    word: Word
    form: str
    shape: str
    cover: tuple[str, ...]
    kind: str = "^"
    weight: int = 0


class PartSeen(Struct, frozen=True):
    """What the words of a part say together."""

    best: str
    second: str
    shares: tuple[tuple[str, int], ...]
    flags: tuple[str, ...]
    length: int


class Heading(Struct, frozen=True):
    """The words of one heading, and for each the part that it is of."""

    words: tuple[Seen, ...]
    parts: tuple[PartSeen, ...]
    first_of_part: tuple[int, ...]
    last_of_part: tuple[int, ...]
    dated: tuple[bool, ...]


def shape_of(text: str) -> str:
    return OTHER.sub("x", LOWER.sub("x", UPPER.sub(lambda found: "X" * min(len(found[0]), 2), FIGURE.sub("d", text))))


def form_of(text: str) -> str:
    """Small letters without full stops; a number by the count of its figures."""
    if text[0].isdigit():
        return FIGURE.sub(lambda found: "0" * min(len(found[0]), 5), text.casefold().replace(" ", ""))
    return text.casefold().replace(".", "").replace("’", "'")


def covers_in(text: str, degrees: DegreeGrammar) -> Iterator[tuple[str, int, int]]:
    """The spans of the cues' words in a row, each with the name of what they are cues for."""
    tokens = tokens_of(text)
    for name in LEXICA:
        yield from ((name, start, end) for start, end in getattr(degrees, name).find(text, tokens))
    yield from (("label", start, end) for start, end in degrees.grades.labels.find(text, tokens))
    yield from (("mark", start, end) for start, end in degrees.grades.words.find(text, tokens))
    yield from (("degree", start, end) for start, end in degrees_in(text, degrees))
    grade = find_grade(text, degrees.grades)
    if grade is not None:
        start = text.find(grade.text, grade.start)
        yield "grade", start, start + len(grade.text)


def seen(word: Word, covers: Sequence[tuple[str, int, int]], grammar: SegmentGrammar) -> Seen:
    cover = []
    for name, start, end in covers:
        if start < word.end and word.start < end:
            cover.append(name + ("<" if word.start <= start else "") + (">" if word.end >= end else ""))
    if GRADE.fullmatch(word.text):
        cover.append("plain")
    shares = (
        grammar.fields.model.log_shares(word.text) if word.text[0].isalpha() and len(word.text) > 1 else {"fig": 0.0}
    )
    best = max(shares, key=lambda kind: shares[kind])
    return Seen(word, form_of(word.text), shape_of(word.text), tuple(cover), best, max(-3, round(shares[best] * 2)))


def heading_of(
    words: Sequence[Word], rows: Rows, hidden: Sequence[str], grammar: SegmentGrammar, degrees: DegreeGrammar
) -> Heading:
    covers = [list(covers_in(text, degrees)) for text in hidden]
    parts: list[PartSeen] = []
    first: list[int] = []
    last: list[int] = []
    for own in parts_of(words):
        text = hidden[own[0].row][own[0].start : own[-1].end]
        said = part_seen(text, len(own), grammar, degrees)
        parts += [said] * len(own)
        first += [len(first)] * len(own)
        last += [len(last) + len(own) - 1] * len(own)
    return Heading(
        tuple(seen(word, covers[word.row], grammar) for word in words),
        tuple(parts),
        tuple(first),
        tuple(last),
        tuple(bool(found) for _, found in rows),
    )


def part_seen(text: str, length: int, grammar: SegmentGrammar, degrees: DegreeGrammar) -> PartSeen:
    shares = grammar.fields.model.log_shares(text)
    ranked = sorted(shares, key=lambda kind: -shares[kind])
    tokens = tokens_of(text)
    flags = {
        "place": is_place(text, grammar.places),
        "town": is_town_like(text, grammar.places),
        "school": is_school(text, degrees, tokens),
        "legal": grammar.fields.legal_forms.ends(text, tokens),
        "degree": bool(degrees_in(text, degrees)),
        "figure": FIGURE.search(text) is not None,
        "caps": text.isupper(),
        "small": text[:1].islower(),
    }
    return PartSeen(
        ranked[0],
        ranked[1],
        tuple((kind, max(-4, round(share))) for kind, share in shares.items()),
        tuple(name for name, is_so in flags.items() if is_so),
        length,
    )


NONE = Seen(Word(0, 0, 0, "", "", 0), "^", "^", ())


def word_features(heading: Heading, number: int) -> Iterator[str]:
    """All features of a word that don't hang on how those before it were read."""
    words = heading.words
    own = words[number]
    word = own.word
    before = [words[n] if n >= 0 and words[n].word.row == word.row else NONE for n in (number - 1, number - 2)]
    after = [words[n] if n < len(words) and words[n].word.row == word.row else NONE for n in (number + 1, number + 2)]
    behind = after[0].word.joint if after[0] is not NONE else "end"
    yield f"w:{own.form}"
    yield f"s:{own.shape}"
    yield f"w-1:{before[0].form}"
    yield f"w-2:{before[1].form}"
    yield f"w+1:{after[0].form}"
    yield f"w+2:{after[1].form}"
    yield f"2:{before[0].form} {own.form}"
    yield f"2+:{own.form} {after[0].form}"
    yield f"s-1:{before[0].shape} {own.shape}"
    yield f"s+1:{own.shape} {after[0].shape}"
    if len(own.form) > LONG and own.form[0].isalpha():
        yield f"e:{own.form[-4:]}"
        yield f"e:{own.form[-3:]}"
        yield f"b:{own.form[:4]}"
    yield from covered(own, before, after)
    yield f"j:{word.joint}"
    yield f"k:{behind}"
    yield f"jw:{word.joint} {own.form}"
    yield f"kw:{behind} {own.form}"
    yield f"js:{word.joint} {own.shape} {behind}"
    yield f"t:{own.kind}"
    yield f"t:{own.kind} {own.weight}"
    yield f"t-:{before[0].kind} {own.kind}"
    yield f"t+:{own.kind} {after[0].kind}"
    yield f"t3:{before[0].kind} {own.kind} {after[0].kind}"
    yield from placed(heading, number)
    yield from parted(heading, number)


def covered(own: Seen, before: Sequence[Seen], after: Sequence[Seen]) -> Iterator[str]:
    for name in own.cover or ("none",):
        yield f"c:{name}"
    if own.cover:
        yield f"cc:{' '.join(own.cover)}"
    for where, each in (("-1", before[0]), ("+1", after[0]), ("-2", before[1]), ("+2", after[1])):
        for name in each.cover:
            yield f"c{where}:{name}"


def placed(heading: Heading, number: int) -> Iterator[str]:
    word = heading.words[number].word
    row = min(word.row, LAST_ROW)
    dated = heading.dated[word.row]
    yield f"r:{row}"
    yield f"rd:{row} {dated} {min(len(heading.dated), MOST_ROWS)}"
    if word.is_aside:
        yield "aside"
    if word.is_after_date:
        yield "after date"
    if word.label:
        yield f"label:{word.label}"
    if word.joint.startswith("^"):
        yield "begins"
        yield f"begins:{row} {dated}"


def parted(heading: Heading, number: int) -> Iterator[str]:
    """What the word's part is like, and where in it the word stands."""
    part = heading.parts[number]
    first, last = heading.first_of_part[number], heading.last_of_part[number]
    place, left = min(number - first, LAST_PLACE), min(last - number, LAST_PLACE)
    joint = heading.words[first].word.joint
    row = heading.words[number].word.row
    ends_row = last + 1 == len(heading.words) or heading.words[last + 1].word.row != row
    behind = "end" if ends_row else heading.words[last + 1].word.joint
    yield f"p:{part.best}"
    yield f"p:{part.best} {part.second}"
    yield f"pp:{part.best} {place}"
    yield f"pl:{min(part.length, 6)}"
    yield f"pi:{place} {left}"
    yield f"pj:{joint} {behind}"
    yield f"pb:{joint} {part.best}"
    yield from (f"q:{kind} {share}" for kind, share in part.shares)
    for flag in part.flags:
        yield f"f:{flag}"
        yield f"f:{flag} {place}"
        yield f"f:{flag} {joint}"
    yield f"ff:{' '.join(part.flags)}"
    if first:
        previous = heading.parts[first - 1]
        same = heading.words[first - 1].word.row == row
        yield f"P:{same} {previous.best}"
        yield from (f"F:{same} {flag}" for flag in previous.flags)
        yield f"FF:{same} {' '.join(previous.flags)} / {' '.join(part.flags)}"
    if last + 1 < len(heading.words):
        following = heading.parts[last + 1]
        same = not ends_row
        yield f"N:{same} {following.best}"
        yield from (f"G:{same} {flag}" for flag in following.flags)
    own = set(part.flags)
    others = {flag for each in (*heading.parts[:first], *heading.parts[last + 1 :]) for flag in each.flags}
    for flag in ("school", "degree", "place"):
        if flag in others:
            yield f"o:{flag}"
            yield f"o:{flag} {flag in own} {part.best}"


def link_features(heading: Heading, number: int, last: str, seen: str, habit: str) -> tuple[str, ...]:
    """What hangs on how the words before it were read."""
    own = heading.words[number]
    before = last[-1:] or "^"
    part = heading.parts[number]
    joint = own.word.joint
    if joint.startswith("^"):
        before += "^"
    return (
        f"m:{before}",
        f"m:{before} {joint}",
        f"mm:{last}",
        f"mw:{before} {own.form}",
        f"ms:{before} {own.shape} {joint}",
        f"mc:{before} {' '.join(own.cover)}",
        f"mp:{before} {joint} {part.best}",
        f"mf:{before} {joint} {' '.join(part.flags)}",
        f"mt:{before} {joint} {own.kind}",
        f"S:{seen}",
        f"Sm:{seen} {before}",
        f"Sp:{seen} {joint} {part.best}",
        f"Sf:{seen} {' '.join(part.flags)}",
        f"h:{habit}",
        f"H:{habit} {seen} {before}",
        f"Hj:{habit} {seen} {joint}",
    )
