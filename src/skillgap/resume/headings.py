"""Which lines are section headings, and of what kind: by their words and by how they look."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from itertools import pairwise

import msgspec
from msgspec import Struct

from skillgap.documents.types import Document, Line
from skillgap.resume.content import heading_odds
from skillgap.resume.details import EMAIL
from skillgap.resume.heading_looks import (
    Candidate,
    Surroundings,
    body_style,
    heading_score,
    is_marked,
    look_of,
    space_above,
    surroundings,
)
from skillgap.resume.heading_words import (
    ITEM,
    LONGEST_LINE,
    Heading,
    HeadingGrammar,
    bare_heading,
    counted_heading,
    heading_of,
    normal,
    parts_of_form,
)
from skillgap.resume.inline_headings import inline_heading, is_own_label, names_person, rail_heading
from skillgap.resume.language_grids import FEWEST_COLUMNS, columns_in
from skillgap.resume.names import agreement
from skillgap.resume.rails import SAME_PLACE, Rail, rail_label, rail_of
from skillgap.resume.types import SectionKind

BAR = "|"
"""What begins with one, and is no heading's words, goes on with the row above."""
HALF = 0.4
IN_RAIL = 4.0
"""How much it speaks for a heading that it stands in the rail of headings, as in `heading_looks`."""
MUCH_LIKELIER = 3.0
"""How much more a line's words must be those of a heading than the next one's so that it heads that although set like it."""
MOST_LEADING = 1.5
FEWEST_ALIKE = 2
BESIDE_BREAKS = {
    SectionKind.EXPERIENCE,
    SectionKind.MILITARY,
    SectionKind.VOLUNTEERING,
    SectionKind.PROJECTS,
    SectionKind.OTHER,
}
LONGEST_BREAK = 4
"""Lines of a section that tells of a break and nothing else."""
LABELS_OF_SKILLS = {SectionKind.SKILLS, SectionKind.LANGUAGES}


class PageText(Struct, frozen=True):
    """A document's lines with what is looked at of each: `bare` without decoration if it may be a heading, else empty.

    `parts` are the words of those that head a part of a form, `labels` what stands apart left of the rest of a line; `mails` finds the
    addresses when a line asks for them.
    """

    lines: Sequence[Line]
    texts: Sequence[str]
    parts: Sequence[str]
    bare: Sequence[str]
    phrases: Sequence[str]
    labels: Sequence[str]
    spaces: Sequence[float]
    around: Surroundings
    rail: Rail | None
    mails: Callable[[], Sequence[str]]


def find_headings(document: Document, grammar: HeadingGrammar) -> dict[int, Heading]:
    """Return the headings by the start of their line."""
    page = page_of(document, grammar)
    found: dict[int, Heading] = {}
    current, current_look, is_personal, is_inline = SectionKind.HEADER, None, False, False
    for number, line in enumerate(document.lines):
        text = page.texts[number]
        beside = rail_heading(page.labels[number], text, line, page.rail, grammar)
        if beside and is_own_label(beside, current, line, page.rail):
            beside = None
        heading = (
            (beside if page.rail is not None else None)
            or form_heading(page, number, grammar)
            or whole_heading(page, number, grammar)
        )
        if heading and current in BESIDE_BREAKS and is_break_among_posts(page, number, heading, grammar):
            heading = None
        if heading and is_first_below(page, number, heading, found):
            heading = None
        look = look_of(text, line) if heading else None
        if heading and current is SectionKind.SKILLS and heading.kind in LABELS_OF_SKILLS and look != current_look:
            continue  # "Languages" in small type under SKILLS is a label
        heading = heading or beside
        if not heading and not is_personal:
            heading = inline_heading(text, line, current, grammar, has_gap=page.spaces[number] > 0 or is_inline)
        if heading:
            found[line.start] = heading
            is_inline = heading.length < len(text)
            current, current_look, is_personal = heading.kind, look, names_person(heading)
    return joined(document, found, grammar)


def is_break_among_posts(page: PageText, number: int, heading: Heading, grammar: HeadingGrammar) -> bool:
    """Say whether "Career break" is one of the posts, and not set as headings are with the next one a few lines below."""
    if not grammar.breaks.fullmatch(heading.text):
        return False
    is_set_alike = page.around.known.get(look_of(page.texts[number], page.lines[number]), 0) >= FEWEST_ALIKE
    return not (
        is_set_alike and any(map(grammar.phrases.__contains__, page.phrases[number + 1 : number + 1 + LONGEST_BREAK]))
    )


def is_first_below(page: PageText, number: int, heading: Heading, found: Mapping[int, Heading]) -> bool:
    """Say whether words that name no kind stand right below a heading that does, and are not the rest of it: no section is empty."""
    above = found.get(page.lines[number - 1].start) if number else None
    if above is None or not above.is_known or heading.prior > 0 or above.length < len(page.texts[number - 1]):
        return False
    looks = [look_of(page.texts[n], page.lines[n]) for n in (number - 1, number)]
    return page.rail is None and (page.spaces[number] > 0 or looks[0] != looks[1])


def page_of(document: Document, grammar: HeadingGrammar) -> PageText:
    lines = document.lines
    texts = [document.text_of(line) for line in lines]
    body = body_style(lines)
    parts = parts_of_form(texts, grammar)
    bare = [
        part
        or (
            ""
            if ITEM.match(text) and not is_marked(text, line, body)
            else bare_heading(text) or counted_heading(text, grammar)
        )
        for text, line, part in zip(texts, lines, parts, strict=True)
    ]
    phrases = [normal(words) for words in bare]
    labels = [rail_label(document, line) for line in lines]
    return PageText(
        lines=lines,
        texts=texts,
        parts=parts,
        bare=bare,
        phrases=phrases,
        labels=labels,
        spaces=[0.0, *(space_above(before, line) for before, line in pairwise(lines))],
        around=surroundings(
            document,
            [line for line, words in zip(lines, bare, strict=True) if words],
            [line for line, phrase in zip(lines, phrases, strict=True) if phrase in grammar.phrases],
        ),
        rail=rail_of(document, labels, grammar),
        mails=cache(lambda: EMAIL.findall(document.text)),
    )


def form_heading(page: PageText, number: int, grammar: HeadingGrammar) -> Heading | None:
    """A numbered part of a form, whatever its words."""
    part = page.parts[number]
    return heading_of(part, page.phrases[number], len(page.texts[number]), grammar) if part else None


def whole_heading(page: PageText, number: int, grammar: HeadingGrammar) -> Heading | None:
    """A line that is a heading and nothing else. The first line of all is one only by its words."""
    line, text, bare, phrase = page.lines[number], page.texts[number], page.bare[number], page.phrases[number]
    if not bare and text:
        return dated_heading(page, number, grammar)
    is_known = phrase in grammar.phrases
    if len(columns_in(text)) >= FEWEST_COLUMNS or (text.startswith(BAR) and not (is_known or text.endswith(BAR))):
        return None
    if not bare or not (is_known or number) or not (page.rail is None or page.rail.holds(line)):
        return None
    if not is_known and page.spaces[number] <= 0 and not is_marked(text, line, page.around.body):
        return None
    following = page.lines[number + 1] if number + 1 < len(page.lines) and page.bare[number + 1] else None
    candidate = Candidate(
        line=line,
        text=text,
        words=bare,
        space=page.spaces[number],
        is_known=is_known,
        is_like_next=following is not None
        and look_of(page.texts[number + 1], following) == look_of(text, line)
        and heading_odds(page.bare[number + 1]) > heading_odds(bare) - MUCH_LIKELIER,
        has_title=grammar.titles.search(text),
    )
    score = heading_score(candidate, page.around) + IN_RAIL * is_label_in_rail(page, number)
    is_sure = is_known or page.around.known.get(look_of(text, line), 0) >= FEWEST_ALIKE
    if score <= 0 or not (is_sure or agreement(text.split(), page.mails()) <= HALF):
        return None
    return heading_of(bare, phrase, len(text), grammar)


def dated_heading(page: PageText, number: int, grammar: HeadingGrammar) -> Heading | None:
    """Known words set like the known headings, with more behind a dash: "MILITARY CAREER — US ARMY, 2004 TO 2024"."""
    line, text = page.lines[number], page.texts[number]
    words, dash, _ = text.replace(" – ", " — ").partition(" — ")
    if not dash or len(text) > LONGEST_LINE or page.around.known.get(look_of(text, line), 0) < FEWEST_ALIKE:
        return None
    phrase = normal(words)
    is_apart = is_marked(text, line, page.around.body) and page.spaces[number] > 0
    return heading_of(words, phrase, len(text), grammar) if is_apart and phrase in grammar.phrases else None


def is_label_in_rail(page: PageText, number: int) -> bool:
    """Alone in the rail of headings, behind a gap or continuing the label above it."""
    line = page.lines[number]
    if page.rail is None or line.box is None:
        return False
    before = page.lines[number - 1]
    is_below = page.bare[number - 1] and before.box is not None and abs(before.box[0] - line.box[0]) < SAME_PLACE
    return page.spaces[number] > 0 or bool(
        is_below and look_of(page.texts[number - 1], before) == look_of(page.texts[number], line)
    )


def joined(document: Document, found: Mapping[int, Heading], grammar: HeadingGrammar) -> dict[int, Heading]:
    """Put a heading that was wrapped over lines together again: the first line has its words, the others continue it.

    In a rail, where text stands beside each of its lines, only if together they are known words.
    """
    result = dict(found)
    first = None
    for before, line in pairwise(document.lines):
        if not (before.start in result and line.start in result and is_wrapped(result, before, line)):
            first = None
            continue
        start = first if first is not None else before.start
        text = f"{result[start].text} {result[line.start].text}"
        phrase = normal(text)
        whole = heading_of(text, phrase, result[start].length, grammar)
        if not (phrase in grammar.phrases or (is_whole(result, before) and is_whole(result, line))):
            first = None
            continue
        first = start
        result[first] = whole
        result[line.start] = msgspec.structs.replace(result[line.start], continues=True)
    return result


def is_whole(headings: Mapping[int, Heading], line: Line) -> bool:
    return line.start in headings and headings[line.start].length >= line.end - line.start


def is_wrapped(headings: Mapping[int, Heading], before: Line, line: Line) -> bool:
    """Set alike, at the same place, directly below."""
    if before.box is None or line.box is None or before.page != line.page or line.follows_gap:
        return False
    return (
        look_of(headings[before.start].text, before) == look_of(headings[line.start].text, line)
        and abs(before.box[0] - line.box[0]) < SAME_PLACE
        and 0 < line.box[1] - before.box[1] < MOST_LEADING * max(before.box[3] - before.box[1], before.font_size or 0)
    )
