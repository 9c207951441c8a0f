"""What the model that finds entries sees of a line: its dates, its look, what its words are like, and its neighbours."""

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from skillgap.resume.dates import FoundDates
from skillgap.resume.field_scores import FieldScores, score_field
from skillgap.resume.head_lines import EntryGrammar, begins_with_verb, is_stopped
from skillgap.resume.places import is_place
from skillgap.resume.segments import COUNTED, EDGE, STRONG, comma_parts, without_dates
from skillgap.resume.types import LogicalLine, SectionKind

LONG = 24
"""Words; of a longer line only its beginning and its end are looked at."""
MOST_PARTS = 5
LONGEST_LABEL = 36
"""Letters."""
CLEAR = 0.8
"""How much more like a field than like a description a part must be."""
COUNTS = (0, 1, 2, 3, 4, 6, 9, 13, 18, 24)
FULL = 3


class SeenLine(Struct, frozen=True, kw_only=True):
    """A line of a section as the model sees it; `fields` are those of title and organisation that parts of it are like."""

    words: int
    look: str
    date: str
    fields: str
    has_dates: bool
    is_item: bool
    is_place: bool
    label: str | None
    form: str
    said: tuple[str, ...]


class Sight(Struct, frozen=True):
    """What a section's lines are like together: how many are set alike, and how many are bullets."""

    looks: Counter[str]
    labels: Counter[str]
    items: int
    dated: int
    lines: int


def seen_line(line: LogicalLine, dates: Sequence[FoundDates], indent: int, grammar: EntryGrammar) -> SeenLine:
    text = line.text
    words = text.split()
    is_long = len(words) > LONG
    bare = "" if is_long else without_dates(text, dates, grammar.segments).strip(EDGE + "\n")
    label = label_in(text)
    is_field = label is not None and label in grammar.segments.labels
    place = bool(bare) and not is_long and is_place(bare, grammar.segments.places)
    parts = parts_of(bare, grammar) if bare and not place else []
    scores = [score_field(part, grammar.segments.fields) for part in parts]
    return SeenLine(
        words=len(words),
        look=f"{'b' * line.is_bold}{'c' * text.isupper()}{'i' * line.is_item}{line.font_size or 0:.0f}/{indent}",
        date=date_form(text, dates),
        fields="".join(sorted({field for each in scores if (field := field_like(each))})),
        has_dates=bool(dates),
        is_item=line.is_item,
        is_place=place,
        label=label,
        form="d" if dates else "i" if line.is_item else "l" if len(words) > LONG // 2 else "n" if label else "p" if place else "s",
        said=(*said(line, words, bare, scores, grammar), *(['label of a field'] if is_field else [])),
    )


def label_in(text: str) -> str | None:
    """What stands in front of a colon near the line's beginning, in small letters and without a number."""
    name, colon, _ = text[:LONGEST_LABEL].partition(":")
    return " ".join(COUNTED.sub("", name.rstrip()).casefold().split()) or None if colon else None


def parts_of(bare: str, grammar: EntryGrammar) -> list[str]:
    fields = grammar.segments.fields
    return [part for each in STRONG.split(bare) for part in comma_parts(each, fields)][:MOST_PARTS]


def field_like(scores: FieldScores) -> str:
    """T, O, D or nothing."""
    best = max(scores.title, scores.organization, scores.degree)
    if best < scores.other + CLEAR or best < scores.study:
        return ""
    return "T" if best == scores.title else "O" if best == scores.organization else "D"


def date_form(text: str, dates: Sequence[FoundDates]) -> str:
    """What kind of date the line has and where."""
    if not dates:
        return "none"
    first, last = dates[0], dates[-1]
    kind = "single" if first.range.start is None else "current" if first.range.is_current else "range"
    before, after = text[: first.start].strip(EDGE + "(["), text[last.end :].strip(EDGE + ")].")
    where = "alone" if not before and not after else "first" if not before else "last" if not after else "within"
    return f"{kind} {where}"


def said(
    line: LogicalLine, words: Sequence[str], bare: str, scores: Sequence[FieldScores], grammar: EntryGrammar
) -> Iterator[str]:
    """What the words of the line say without its neighbours."""
    text = line.text
    yield f"n:{bucket(len(words))}"
    yield f"f:{words[0].casefold()}" if words else "empty"
    yield f"e:{text[-1] if not text[-1].isalnum() else 'a'}"
    yield f"commas:{min(text.count(','), FULL)}"
    flags = {
        "item": line.is_item,
        "bold": line.is_bold,
        "caps": text.isupper(),
        "gap": line.follows_gap,
        "small": text[0].islower(),
        "figure": text[0].isdigit(),
        "verb": begins_with_verb(text, grammar),
        "stopped": is_stopped(text),
        "colon": ":" in text[:40],
        "bar": "|" in text or "·" in text,
        "bracket": text[-1] == ")",
        "wide": "   " in text or "\t" in text,
        "internship": grammar.internships.search(text) if len(words) <= LONG else False,
    }
    yield from (name for name, is_so in flags.items() if is_so)
    if bare:
        whole = score_field(bare, grammar.segments.fields)
        best = max(whole.title, whole.organization, whole.degree, whole.study)
        yield f"o:{rounded(whole.other - best, 4)}"
        yield f"t:{rounded(whole.title - whole.organization, 4)}"
    if scores:
        yield f"first:{field_like(scores[0]) or '-'}"
        yield f"best title:{rounded(max(each.title - each.other for each in scores), 4)}"
        yield f"best employer:{rounded(max(each.organization - each.other for each in scores), 4)}"
        yield f"parts:{min(len(scores), FULL)}"


def sight_of(lines: Sequence[SeenLine]) -> Sight:
    return Sight(
        Counter(line.look for line in lines),
        Counter(line.label for line in lines if line.label),
        sum(line.is_item for line in lines),
        sum(line.has_dates for line in lines),
        len(lines),
    )


def line_features(lines: Sequence[SeenLine], position: int, sight: Sight, kind: SectionKind) -> list[str]:
    """All features of a line that don't hang on how the lines before it were read."""
    own = lines[position]
    return [*own.said, *placed(lines, position, sight, kind), *neighboured(lines, position)]


def placed(lines: Sequence[SeenLine], position: int, sight: Sight, kind: SectionKind) -> Iterator[str]:
    own = lines[position]
    group = "study" if kind is SectionKind.EDUCATION else "work" if kind in WORKING else "thing"
    yield f"kind:{kind}"
    yield f"date:{own.date}"
    yield f"{group} date:{own.date}"
    yield f"fields:{own.fields}"
    yield f"{group} fields:{own.fields} {own.has_dates}"
    yield f"{group} item:{own.is_item} {sight.items == sight.lines}"
    if own.label:
        yield f"label:{own.label}"
        yield f"label:{own.label == lines[0].label} {min(sight.labels[own.label], FULL)} {rounded(4 * sight.labels[own.label] / most_common(sight.labels), 4)}"
    else:
        yield f"no label {lines[0].label is not None}"
    yield f"place:{own.is_place}"
    share = sight.looks[own.look] / sight.lines
    yield f"look:{rounded(share * 5, 5)}"
    yield f"like first:{own.look == lines[0].look} {own.is_item}"
    yield f"dated:{rounded(4 * sight.dated / sight.lines, 4)} {own.has_dates}"
    if position == 0:
        yield "first line"


def most_common(counts: Counter[str]) -> int:
    return max(counts.values())


def neighboured(lines: Sequence[SeenLine], position: int) -> Iterator[str]:
    own = lines[position]
    forms = "".join(line.form for line in lines[max(0, position - 2) : position + 4])
    at = min(2, position)
    behind = forms[at + 1 :] + "$" * (3 - len(forms[at + 1 :]))
    before = "^" * (2 - at) + forms[:at]
    yield f"shape:{before}{own.form}"
    yield f"shape:{own.form}{behind[:2]}"
    yield f"shape:{own.form}{behind}"
    yield f"shape:{before[1:]}{own.form}{behind[:1]}"
    yield f"shape:{before[1:]}{own.form}{behind[:2]}"
    yield f"shape:{before}{own.form}{behind[:1]}"
    ahead = next((n for n in range(6) if position + n < len(lines) and lines[position + n].has_dates), 6)
    ago = next((n for n in range(1, 6) if position - n >= 0 and lines[position - n].has_dates), 6)
    yield f"ahead:{ahead}"
    yield f"ahead:{ahead} {ago}"
    yield f"ahead:{ahead} {own.fields}"
    for name, other in (("before", position - 1), ("after", position + 1), ("later", position + 2)):
        if not 0 <= other < len(lines):
            yield f"{name}:none"
            continue
        line = lines[other]
        form = "date" if line.has_dates else "item" if line.is_item else "long" if line.words > LONG // 2 else "short"
        yield f"{name}:{form}"
        yield f"{name}:{form} {'dated' if own.has_dates else 'item' if own.is_item else 'plain'}"
        yield f"{name} date:{line.date}"
        yield f"{name} fields:{line.fields} {own.fields}"
        yield f"{name} alike:{line.look == own.look}"
        yield f"{name} label:{line.label is not None}"
        yield f"{name} place:{line.is_place}"


WORKING = {SectionKind.EXPERIENCE, SectionKind.MILITARY, SectionKind.VOLUNTEERING}


def bucket(value: int) -> int:
    return max(each for each in COUNTS if each <= value)


def rounded(value: float, most: int) -> int:
    return max(-most, min(most, round(value)))
