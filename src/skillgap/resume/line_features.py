"""What the model that finds entries sees of a line: its dates, its look, what its words are like, and its neighbours."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, islice

from msgspec import Struct

from skillgap.resume.breaks import break_in
from skillgap.resume.dates import FoundDates
from skillgap.resume.entry_lines import EntryGrammar, begins_with_verb, is_stopped
from skillgap.resume.features import rounded
from skillgap.resume.field_scores import FieldScores, score_field
from skillgap.resume.forms import field_in, is_address_line, tells_post
from skillgap.resume.places import is_place
from skillgap.resume.segments import COUNTED, EDGE, STRONG, comma_parts, is_total_of, without_dates
from skillgap.resume.types import LogicalLine, SectionKind

WORK = {SectionKind.EXPERIENCE, SectionKind.MILITARY, SectionKind.VOLUNTEERING}
LONG, PROSE = 24, 12
"""Words; of a line with more than the first only its beginning and its end are looked at, one with more than the second is no heading's."""
MOST_PARTS = 5
LONGEST_LABEL = 36
"""Letters."""
CLEAR = 0.8
"""How much more like a field than like a description a part must be."""
COUNTS = (0, 1, 2, 3, 4, 6, 9, 13, 18, 24)
FULL = 3
QUARTERS = 4
MOST_APART = 4
"""Scores that differ by more are not told apart."""
INDENT, MOST_INDENTS = 6.0, 4
"""Points of a step to the right, and how many steps are told apart."""
NAME_END = re.compile(r"^(?:\S+ ){0,3}\S+?(?: \([^()]*\d{4}[^()]*\))?(?P<end>\s?:|\s[–—-])\s\S")
"""A name, its dates and what separates it from its description."""
NEIGHBOURS = (("before", -1), ("after", 1), ("later", 2))
BEHIND, AHEAD, FARTHEST = 2, 3, 6


class SeenLine(Struct, frozen=True, kw_only=True):
    """A line of a section as the model sees it.

    `look` is how it is set, `date` the kind of its dates and where they stand, `fields` what parts of it are like (T, O, D for
    title, organisation, degree), `form` its kind as a letter, `length` its words as a step of COUNTS,
    `name_end` what parts a name from its description, `is_total` that it says how long something took and nothing else,
    `is_break` that it names a career break,
    `is_address` that it is a part of an address, `labelled` what its label in a form names ("post": how somebody was employed),
    `size` that of its letters.
    """

    look: str
    date: str
    fields: str
    form: str
    length: int
    label: str | None
    name_end: str
    is_stopped: bool
    has_dates: bool
    is_item: bool
    is_bold: bool
    is_place: bool
    follows_gap: bool
    is_total: bool
    is_break: bool
    is_address: bool
    labelled: str | None
    size: float | None
    said: tuple[str, ...]


class Sight(Struct, frozen=True):
    """What a section's lines are like together; `group` names its kind as far as entries are set differently."""

    kind: SectionKind
    group: str
    looks: Counter[str]
    labels: Counter[str | None]
    dated: int
    is_all_items: bool
    lines: int


def seen_lines(
    lines: Sequence[LogicalLine], dates: Sequence[Sequence[FoundDates]], grammar: EntryGrammar
) -> list[SeenLine]:
    """All lines of a section with the dates found in each."""
    lefts = [min((each.box[0] for each in line.boxes), default=0.0) for line in lines]
    left = min(lefts, default=0.0)
    return [
        seen_line(line, found, min(int((own - left) // INDENT), MOST_INDENTS), grammar)
        for line, found, own in zip(lines, dates, lefts, strict=True)
    ]


def seen_line(line: LogicalLine, dates: Sequence[FoundDates], indent: int, grammar: EntryGrammar) -> SeenLine:
    text, segments = line.text, grammar.segments
    words = text.split()
    bare = "" if len(words) > LONG else without_dates(text, dates, segments).strip(EDGE + "\n")
    label = label_of(text)
    in_place = bool(bare) and is_place(bare, segments.places)
    parts = parts_of(bare, grammar) if bare and not in_place else []
    scores = [score_field(part, segments.fields) for part in parts]
    return SeenLine(
        look=f"{'b' * line.is_bold}{'c' * text.isupper()}{'i' * line.is_item}{line.font_size or 0:.0f}/{indent}",
        date=date_form(text, dates),
        fields="".join(sorted({like for each in scores if (like := field_like(each))})),
        form=form_of(line, len(words), has_dates=bool(dates), is_labelled=label is not None, in_place=in_place),
        length=step(len(words)),
        label=label,
        name_end=name_end_of(text, label, grammar),
        is_stopped=text.endswith("."),
        has_dates=bool(dates),
        is_item=line.is_item,
        is_bold=line.is_bold,
        is_place=in_place,
        follows_gap=line.follows_gap,
        size=line.font_size,
        is_total=not dates and is_total_of(text, segments),
        is_break=bool(bare) and break_in(bare, segments) is not None,
        is_address=is_address_line(text, grammar.forms),
        labelled="post" if tells_post(text, grammar.forms) else field_in(text, grammar.forms),
        said=(*looks(line, words, label, grammar), *worded(bare, scores, grammar)),
    )


def form_of(line: LogicalLine, words: int, *, has_dates: bool, is_labelled: bool, in_place: bool) -> str:
    if has_dates or line.is_item:
        return "d" if has_dates else "i"
    return "l" if words > PROSE else "n" if is_labelled else "p" if in_place else "s"


def label_of(text: str) -> str | None:
    """What stands in front of a colon near the line's beginning, in small letters and without a number."""
    name, colon, _ = text[:LONGEST_LABEL].partition(":")
    return " ".join(COUNTED.sub("", name.rstrip()).casefold().split()) or None if colon else None


def name_end_of(text: str, label: str | None, grammar: EntryGrammar) -> str:
    """Empty where the line rather tells of a thing already named: "Tools: C++", "Built an engine – in C"."""
    end = NAME_END.match(text)
    is_told = (label is not None and grammar.generic_labels.fullmatch(label)) or begins_with_verb(text, grammar)
    return end["end"].strip() if end and not is_told else ""


def parts_of(bare: str, grammar: EntryGrammar) -> list[str]:
    fields = grammar.segments.fields
    return list(islice(chain.from_iterable(comma_parts(each, fields) for each in STRONG.split(bare)), MOST_PARTS))


def field_like(scores: FieldScores) -> str:
    best = max(scores.title, scores.organization, scores.degree)
    if best < scores.other + CLEAR or best < scores.study:
        return ""
    return "T" if best == scores.title else "O" if best == scores.organization else "D"


def date_form(text: str, dates: Sequence[FoundDates]) -> str:
    if not dates:
        return "none"
    first, last = dates[0], dates[-1]
    kind = "single" if first.range.start is None else "current" if first.range.is_current else "range"
    before, after = text[: first.start].strip(EDGE + "(["), text[last.end :].strip(EDGE + ")].")
    where = "alone" if not before and not after else "first" if not before else "last" if not after else "within"
    return f"{kind} {where}"


def looks(line: LogicalLine, words: Sequence[str], label: str | None, grammar: EntryGrammar) -> Iterator[str]:
    """How the line begins and ends, and how it is set."""
    text = line.text
    yield f"n:{step(len(words))}"
    yield f"f:{words[0].casefold()}" if words else "empty"
    yield f"e:{'a' if text[-1].isalnum() else text[-1]}"
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
        "colon": label is not None,
        "field's label": label in grammar.segments.labels,
        "told label": label is not None and grammar.generic_labels.fullmatch(label),
        "bar": "|" in text or "·" in text,
        "bracket": text[-1] == ")",
        "wide": "   " in text or "\t" in text,
        "internship": len(words) <= LONG and grammar.internships.search(text),
    }
    yield from (name for name, is_so in flags.items() if is_so)


def worded(bare: str, scores: Sequence[FieldScores], grammar: EntryGrammar) -> Iterator[str]:
    """What its words, and the words of each of its parts, are like."""
    if bare:
        whole = score_field(bare, grammar.segments.fields)
        best = max(whole.title, whole.organization, whole.degree, whole.study)
        yield f"o:{rounded(whole.other - best, MOST_APART)}"
        yield f"t:{rounded(whole.title - whole.organization, MOST_APART)}"
    if scores:
        yield f"first:{field_like(scores[0]) or '-'}"
        yield f"best title:{rounded(max(each.title - each.other for each in scores), MOST_APART)}"
        yield f"best employer:{rounded(max(each.organization - each.other for each in scores), MOST_APART)}"
        yield f"parts:{min(len(scores), FULL)}"


def sight_of(lines: Sequence[SeenLine], kind: SectionKind) -> Sight:
    return Sight(
        kind,
        "study" if kind is SectionKind.EDUCATION else "work" if kind in WORK else "thing",
        Counter(line.look for line in lines),
        Counter(line.label for line in lines if line.label),
        sum(line.has_dates for line in lines),
        all(line.is_item for line in lines),
        len(lines),
    )


def line_features(lines: Sequence[SeenLine], position: int, sight: Sight) -> list[str]:
    """All features of a line that don't hang on how the lines before it were read."""
    return [
        *lines[position].said,
        *placed(lines, position, sight),
        *shapes(lines, position),
        *neighboured(lines, position),
    ]


def placed(lines: Sequence[SeenLine], position: int, sight: Sight) -> Iterator[str]:
    """How the line stands out among those of its section."""
    own, group = lines[position], sight.group
    yield f"kind:{sight.kind}"
    yield f"date:{own.date}"
    yield f"{group} date:{own.date}"
    yield f"fields:{own.fields}"
    yield f"{group} fields:{own.fields} {own.has_dates}"
    yield f"{group} item:{own.is_item} {sight.is_all_items}"
    yield f"place:{own.is_place}"
    yield f"look:{share_of(sight.looks[own.look], sight.lines)}"
    yield f"like first:{own.look == lines[0].look} {own.is_item}"
    yield f"dated:{share_of(sight.dated, sight.lines)} {own.has_dates}"
    if own.label:
        often = sight.labels[own.label]
        share = share_of(often, max(sight.labels.values()))
        yield f"label:{own.label}"
        yield f"labels:{own.label == lines[0].label} {min(often, FULL)} {share}"
    else:
        yield f"no label:{lines[0].label is not None}"
    if position == 0:
        yield "first line"


def shapes(lines: Sequence[SeenLine], position: int) -> Iterator[str]:
    """The kinds of the lines around it, and how far the next dates are."""
    own = lines[position]
    before = "".join(line.form for line in lines[max(0, position - BEHIND) : position]).rjust(BEHIND, "^")
    behind = "".join(line.form for line in lines[position + 1 : position + 1 + AHEAD]).ljust(AHEAD, "$")
    yield f"shape:{before}{own.form}"
    yield f"shape:{own.form}{behind[:2]}"
    yield f"shape:{own.form}{behind}"
    yield f"shape:{before[1:]}{own.form}{behind[:1]}"
    yield f"shape:{before[1:]}{own.form}{behind[:2]}"
    yield f"shape:{before}{own.form}{behind[:1]}"
    ahead = next((n for n, line in enumerate(lines[position : position + FARTHEST]) if line.has_dates), FARTHEST)
    past = reversed(lines[max(0, position - FARTHEST + 1) : position])
    ago = next((n for n, line in enumerate(past, start=1) if line.has_dates), FARTHEST)
    yield f"ahead:{ahead}"
    yield f"ahead:{ahead} {ago}"
    yield f"ahead:{ahead} {own.fields}"


def neighboured(lines: Sequence[SeenLine], position: int) -> Iterator[str]:
    own = lines[position]
    kind = "dated" if own.has_dates else "item" if own.is_item else "plain"
    for name, step_to in NEIGHBOURS:
        other = position + step_to
        if not 0 <= other < len(lines):
            yield f"{name}:none"
            continue
        line = lines[other]
        form = line.form if line.form in "dil" else "s"
        yield f"{name}:{form}"
        yield f"{name}:{form} {kind}"
        yield f"{name} date:{line.date}"
        yield f"{name} fields:{line.fields} {own.fields}"
        yield f"{name} alike:{line.look == own.look}"
        yield f"{name} label:{line.label is not None}"
        yield f"{name} place:{line.is_place}"


def step(value: int) -> int:
    return max(each for each in COUNTS if each <= value)


def share_of(count: int, total: int) -> int:
    """In quarters."""
    return round(QUARTERS * count / total)
