"""Visual lines put together again into bullets, sentences and paragraphs.

The rule: a line was wrapped where the next line hangs under the text of its bullet, goes on with its sentence in small
letters, or begins with a word that would not have fitted behind it. Else the break was meant. Files that mark their own
paragraphs (Word, Markdown) are never joined.
"""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from msgspec import Struct

from skillgap.documents.types import Document, Line
from skillgap.resume.types import LogicalLine, PageBox, Piece
from skillgap.resume.wrapped_lines import is_wrapped_line, page_margins
from skillgap.resume.wrapped_text import (
    BULLET,
    HANGING,
    Margin,
    goes_on_small,
    is_row,
    is_wrapped_text,
    looks_like_label,
    text_margins,
)

ANY_LABEL = re.compile(r"^[^\W\d_][\w /&'’.-]{1,40}:")
NARROW_CELL, NARROW_SHIFT, MOST_IN_CELL = 170.0, 12.0, 5
"""Points: a cell so narrow wraps what stands behind its labels; and over how many lines at most."""
VALUE_GAP, SAME_VALUE = 8.0, 3.0
"""Points between a label and its value, and within which two values begin at one place."""
LONGEST_RANGE, LONGEST_OPEN = 14, 24
"""Letters of the rest of a range, and of one without its last year."""
OPEN_RANGE = re.compile(r"(?:\d{4}|['’]\d\d)\s*(?:[-–—]|\bto|\bbis)$")
"""What the first of two dates ends a line with; its other date begins the next."""
MONTH_IN_RANGE = re.compile(r"[-–—]\s*[^\W\d_]{3,9}\.?$")
"""The second month of a range, without its year."""
BEGINS_WITH_YEAR = re.compile(r"(?:19|20)\d\d(?:\s*[-–—]\s*(?:(?:19|20)?\d\d(?!\S?\d)|[^\W\d]+)|\s)")
"""As each line of a list does that is in the order of time; a day (2024-03-01) is none."""
DATED_ROW = re.compile(r"(?:\d{1,2}[./])?(?:19|20)\d\d[^,;]{0,20}?(?:\t| {3,})\S")
"""Dates in a column of their own, with what they are of beside them."""
NAMED_ROW = re.compile(r"[^\W\d_][\w.+-]*\s[—–]\s\S")
"""One word, and behind a dash what it is: "pgwhy — explains lock queues"."""
ENDS_WITH_YEAR = re.compile(r"[^\W\d_,|–—-],? (?:19|20)\d\d\)?$")
"""As each line of a list of certificates or prizes may."""
YEAR = re.compile(r"(?:19|20)\d\d")
REST_OF_RANGE = re.compile(r"[-–—]\s*\w")
MONTH_AT_END, YEAR_OF_RANGE = (
    re.compile(r"(?:[|,;(\t–—·•]|\s{2})\s*([^\W\d_]{3,9}\.?)$"),
    re.compile(rf"({YEAR.pattern})\s*(?:[-–—]|to\b|bis\b)"),
)
JOINING = ("/", "-")
"""Nothing stands between these and what follows on the next line; broken words are whole before."""
ALONE = re.compile(r"[^\s@]+@[^\s@]+\.[a-z]{2,}|\+?\(?\d[\d\s()./-]{7,22}\d")
LINK_ALONE = re.compile(r"(?:https?://)?(?:[\w-]+\.)+[a-z]{2,}/\S+|@[A-Za-z][\w.]{3,}")
HANDLE = re.compile(r"@[A-Za-z][\w.]{3,}")
TORN_MAIL, REST_OF_MAIL = re.compile(r"^[^\s@]+@[^\s@]+$"), re.compile(r"[a-z.]{1,12}")
"""An address alone in a column so narrow that it was wrapped between two letters: "jane@example.c" above "om"."""


class Apart(Struct, frozen=True):
    """Starts of lines that stand alone, and of those that may be names, behind the end of a sentence."""

    lines: frozenset[int] = frozenset()
    names: frozenset[int] = frozenset()


def apart_in_profile(document: Document, is_total: Callable[[str], bool], tells_span: Callable[[str], bool]) -> Apart:
    """How long somebody was with an employer (`is_total`) stands alone, and its name in the line above.

    On such a page a post's title stands right above its dates (`tells_span`), and an employer may above that.
    """
    lines = document.lines
    totals = [line.start for line in lines if is_total(document.text_of(line))]
    if not totals:
        return Apart()
    alone = {*totals, *(line.start for line, below in pairwise(lines) if below.start in totals)}
    dated = [n for n, line in enumerate(lines) if n > 1 and tells_span(document.text_of(line))]
    alone |= {lines[n - above].start for n in dated for above in (0, 1)}
    return Apart(frozenset(alone), frozenset(lines[n - 2].start for n in dated))


def logical_lines(
    document: Document,
    *,
    heading_length: Callable[[Line], int],
    ends_in_dates: Callable[[str], bool],
    begins_with_label: Callable[[str], bool],
    apart: Apart | None = None,
) -> list[LogicalLine]:
    """Join what belongs together; headings stand alone, and dates flush right end a line however far it reaches.

    `heading_length` says how many letters of a line are a heading; what stands behind one may go on below. `apart` are the lines that go on
    with none above them.
    """
    lines = document.lines
    apart = apart or Apart()
    margins = text_margins(document) if lines and lines[0].box is None else page_margins(document)
    groups: list[list[Line]] = []
    for before, line in pairwise((None, *lines)):
        assert line is not None  # noqa: S101 - only the first of a pair can be missing
        if (
            before is None
            or heading_length(before) >= before.end - before.start
            or heading_length(line)
            or BULLET.match(document.text_of(line))
            or line.start in apart.lines
            or (line.start in apart.names and document.text_of(before).endswith("."))
        ):
            groups.append([line])
        elif is_rest_of_label(document, groups[-1], line, begins_with_label) or (
            not before.is_whole and is_split_range(document.text_of(before), document.text_of(line), ends_in_dates)
        ):
            groups[-1].append(line)
        elif (
            not is_continued(document, groups[-1], line, margins[before.start])
            or ends_in_dates(document.text_of(before))
            or (
                ends_in_dates(document.text_of(line))
                and not goes_on_small(document.text_of(before), document.text_of(line))
                and not HANGING.search(document.text_of(before))
            )
        ):
            groups.append([line])
        else:
            groups[-1].append(line)
    return [joined(document, group, is_heading=heading_length(group[0]) > 0) for group in groups]


def is_rest_of_label(
    document: Document, group: Sequence[Line], line: Line, begins_with_label: Callable[[str], bool]
) -> bool:
    """The value of a label, wrapped in a narrow cell: "Period:" above "03/07/2017 to" above "20/12/2020"."""
    first, before = document.text_of(group[0]), group[-1]
    text = document.text_of(line)
    is_set_apart = line.follows_gap or (
        line.is_bold and not before.is_bold and not any(each.is_bold for each in before.spans)
    )
    if not begins_with_label(first) or ANY_LABEL.match(text) or line.is_whole or is_set_apart:
        return False
    if before.box is None or line.box is None or before.page != line.page:
        return first.endswith(":")
    height = before.box[3] - before.box[1]
    is_below = abs(line.box[0] - before.box[0]) < NARROW_SHIFT and 0 <= line.box[1] - before.box[1] < 2 * height
    is_narrow = max(each.box[2] - each.box[0] for each in (*group, line) if each.box) < NARROW_CELL
    return is_below and is_narrow and len(group) < MOST_IN_CELL


def is_continued(document: Document, group: Sequence[Line], line: Line, margin: Margin) -> bool:
    """Whether the line goes on with what the group says; files that mark their own paragraphs say so themselves."""
    before = group[-1]
    text, next_text = document.text_of(before), document.text_of(line)
    if before.is_whole or line.is_whole or line.follows_gap or BULLET.match(next_text) or is_row(next_text):
        return False
    if (
        stands_alone(text, next_text)
        or looks_like_label(next_text)
        or DATED_ROW.match(next_text)
        or are_listed(document.text_of(group[0]), text, next_text)
    ):
        return False
    if before.box is None or line.box is None:
        return is_wrapped_text(document, group, line, margin.right)
    is_labelled = group[0].spans and not any(map(str.isdigit, document.text_of(group[0].spans[0])))
    if is_labelled and next_text[:1].islower() and is_below_value(group, line):
        return True
    if line.page != before.page:
        return not text.endswith((".", ":", "!")) and next_text[:1].islower()
    return is_wrapped_line(document, group, line, margin)


def stands_alone(text: str, next_text: str) -> bool:
    """Whether one of both is nothing but a number, an address or a link, as in a narrow column of contact details; what is torn goes on."""
    is_sentence = next_text[:1].islower() and " " in next_text
    if text.endswith(JOINING) or is_sentence or is_within_mail(text, next_text):
        return False
    is_next = next_text[:1] in "+@(" and (ALONE.fullmatch(next_text) or HANDLE.fullmatch(next_text))
    return bool(is_next or ALONE.fullmatch(text) or (LINK_ALONE.fullmatch(text) and not next_text[:1].islower()))


def are_listed(first: str, text: str, next_text: str) -> bool:
    """Whether both are items of a list, each with a name and a dash in front, or with its year there or at its end."""
    if NAMED_ROW.match(next_text) and NAMED_ROW.match(first):
        return True
    end_alike = ENDS_WITH_YEAR.search(text) and ENDS_WITH_YEAR.search(next_text) and next_text[:1].isupper()
    return bool(end_alike or (BEGINS_WITH_YEAR.match(first) and BEGINS_WITH_YEAR.match(next_text)))


def is_below_value(group: Sequence[Line], line: Line) -> bool:
    """Whether it begins where the value of the row begins that the group is, right below what is there of it."""
    first, before = group[0], group[-1]
    if len(first.spans) < 2 or before.box is None or line.box is None or line.page != before.page:  # noqa: PLR2004
        return False
    label, value = first.spans[0].box, first.spans[1].box
    if label is None or value is None or value[0] - label[2] < VALUE_GAP:
        return False
    return abs(value[0] - line.box[0]) < SAME_VALUE and 0 < line.box[1] - before.box[1] < 2 * (
        before.box[3] - before.box[1]
    )


def is_split_range(text: str, next_text: str, ends_in_dates: Callable[[str], bool]) -> bool:
    """A range of dates on two lines: "10/2012 –" and "03/2018", "Jan. 2009 – Nov." and "2011,", or "2019" and "– 2022"."""
    rest = next_text.partition(",")[0].rstrip(" .;)")
    if is_before_year(text, next_text, ends_in_dates):
        return True
    if not rest or len(rest) > LONGEST_RANGE:
        return False
    if OPEN_RANGE.search(text) is not None or (MONTH_IN_RANGE.search(text) is not None and YEAR.fullmatch(rest)):
        return rest[0].isalnum() and ends_in_dates(f"{text[-LONGEST_OPEN:]} {rest}")
    return len(text) <= LONGEST_RANGE and text[-4:].isdecimal() and REST_OF_RANGE.match(next_text) is not None


def is_before_year(text: str, next_text: str, ends_in_dates: Callable[[str], bool]) -> bool:
    """The first month of a range is the last word of a line, its year begins the next: "Leeds | February" and "2019 – June 2021"."""
    word, year = MONTH_AT_END.search(text), YEAR_OF_RANGE.match(next_text)
    return word is not None and year is not None and ends_in_dates(f"{year[1]} – {word[1]} {year[1]}")


def is_within_mail(text: str, next_text: str) -> bool:
    return TORN_MAIL.match(text) is not None and REST_OF_MAIL.fullmatch(next_text) is not None


def joined(document: Document, group: Sequence[Line], *, is_heading: bool = False) -> LogicalLine:
    """One text for the group, and where each part of it stands in the document; a heading keeps its number."""
    text = ""
    pieces = []
    is_item = False
    for position, line in enumerate(group):
        part, start = document.text_of(line), line.start
        if position == 0 and not is_heading and (bullet := BULLET.match(part)):
            is_item = True
            part, start = part[bullet.end() :], start + bullet.end()
        if text and not text.endswith(JOINING) and not is_within_mail(text, part):
            text += " "
        pieces.append(Piece(len(text), start, line.end))
        text += part
    boxes = tuple(PageBox(line.page, line.box) for line in group if line.box is not None)
    return LogicalLine(
        text=text,
        pieces=tuple(pieces),
        page=group[0].page,
        boxes=boxes,
        is_item=is_item,
        is_bold=group[0].is_bold,
        follows_gap=group[0].follows_gap,
        font_size=group[0].font_size,
    )
