"""Rows of a heading that the page broke within a name: "Kepler &" above "Stroud Solicitors"."""

from collections.abc import Sequence

import msgspec

from skillgap.resume.atoms import Rows
from skillgap.resume.dates import FoundDates
from skillgap.resume.places import PlaceGrammar
from skillgap.resume.segments import EDGE
from skillgap.resume.wrapped_text import BINDING

GAP = "   "
Row = tuple[str, Sequence[FoundDates]]


def with_torn_rows_joined(rows: Rows, places: PlaceGrammar) -> Rows:
    """Dates flush right behind the first of two rows stay at the end."""
    result: list[Row] = []
    for row in rows:
        joined = joined_row(result[-1], row, places) if result else None
        result = [*result[:-1], joined] if joined else [*result, row]
    return result


def joined_row(above: Row, row: Row, places: PlaceGrammar) -> Row | None:
    """The two as one where nothing ends as the first does, or only a region's code is below its comma; else None."""
    (text, found), (below, more) = above, row
    last = found[-1] if found and not text[found[-1].end :].strip(EDGE) and text[: found[-1].start].strip() else None
    name = text[: last.start].rstrip() if last else text.rstrip()
    is_code = name.endswith(",") and below.strip() in places.codes
    if not (is_code or BINDING.search(name)) or (last and more):
        return None
    whole = f"{name} {below}"
    dates = [each for each in found if each is not last] + [moved(each, len(name) + 1) for each in more]
    if last is None:
        return whole, dates
    return f"{whole}{GAP}{text[last.start :]}", [*dates, moved(last, len(whole) + len(GAP) - last.start)]


def moved(dates: FoundDates, by: int) -> FoundDates:
    return msgspec.structs.replace(dates, start=dates.start + by, end=dates.end + by)
