"""Walls of names: skills that are listed, claimed in a row or packed into sentences, and words said over and over."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from textwrap import shorten

from skillgap.documents.types import ReadingWarning, WarningCode
from skillgap.evidence.types import Claim, Evidence, Part, SkillProfile, Status, Via

WALL = 30
"""Skills that nothing shows but lists and crowds; of 513 fair résumés one has so many, 35 of its 59."""
SHOWN_SHARE = 0.2
CROWD, AROUND = 11, 150
"""Skills within so many letters before and behind; no more than ten of a fair page's skills stand in such crowds alone."""
REPEATS = 6
"""Of the same words within one line; several products of one skill are no repetition."""
LONGEST_QUOTE = 90


def stuffing_warnings(profile: SkillProfile) -> Iterator[ReadingWarning]:
    """A wall of names with next to nothing shown, and lines that say one name over and over."""
    direct = [claim for claim in profile.claims if any(each.via is not Via.IMPLIED for each in claim.evidence)]
    is_crowded = crowds(direct) if len(direct) >= WALL else never
    bare = [claim for claim in direct if is_bare(claim, is_crowded)]
    if len(bare) >= WALL and len(direct) - len(bare) < SHOWN_SHARE * len(direct):
        packed = " or stand in sentences packed with names" * any(not is_bare(claim, never) for claim in bare)
        message = (
            f"{len(bare)} of {len(direct)} skills are only listed{packed} and nowhere shown in use; lists earn little"
        )
        yield ReadingWarning(WarningCode.KEYWORD_STUFFING, message, bare[0].evidence[0].page)
    for claim in direct:
        words = Counter(
            (each.text.casefold(), each.line, each.page) for each in claim.evidence if each.via is Via.ALIAS
        )
        for (word, line, page), count in words.items():
            if count >= REPEATS:
                said = shorten(line, LONGEST_QUOTE, placeholder="…")
                message = f"“{word}” stands {count} times in one line: “{said}”; it counts once"
                yield ReadingWarning(WarningCode.KEYWORD_STUFFING, message, page)


def is_bare(claim: Claim, is_crowded: Callable[[Evidence], bool]) -> bool:
    """Say whether nothing shows the skill but lists, rows of claims and crowds of names."""
    return all(
        each.status is Status.LISTED or is_crowded(each) for each in claim.evidence if each.via is not Via.IMPLIED
    )


def never(_: Evidence) -> bool:
    return False


def crowds(claims: Sequence[Claim]) -> Callable[[Evidence], bool]:
    """What says whether a place of the page only claims, or is packed with names of skills."""
    places = sorted(
        (each.start, claim.id)
        for claim in claims
        for each in claim.evidence
        if each.via is Via.ALIAS and each.status is not Status.LISTED
    )
    starts = [start for start, _ in places]

    def is_crowded(evidence: Evidence) -> bool:
        first, last = bisect_left(starts, evidence.start - AROUND), bisect_right(starts, evidence.start + AROUND)
        return evidence.part is Part.VAGUE or (
            last - first >= CROWD and len({skill for _, skill in places[first:last]}) >= CROWD
        )

    return is_crowded
