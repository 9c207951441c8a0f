"""What somebody's post shows by its title alone: who is employed as a developer programs. Worth less than a line that tells of it."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

import msgspec
from msgspec import Struct

from skillgap.evidence.cue_grammar import CueGrammar, words_of
from skillgap.evidence.proficiency import Estimator, level_of, with_source
from skillgap.evidence.trades import tellings_of
from skillgap.evidence.types import Claim, Evidence, Status, Via
from skillgap.evidence.use import EMPLOYMENT, Use, later_of
from skillgap.resume.lexicon import Lexicon
from skillgap.resume.types import Entry, Resume
from skillgap.taxonomy.types import SkillId
from skillgap.taxonomy.whole import Taxonomy
from skillgap.taxonomy.words import Cues

CONFIDENCE = 0.8
"""How surely a title is what it says; less what the skill follows from."""
QUOTES = 3


class Held(Struct, frozen=True):
    """A post on the page: the line with its title, quoted, and what it shows, as surely as the strengths say."""

    line_number: int
    quote: Evidence
    shows: Mapping[SkillId, float]


class PostReader:
    """Reads what kinds of posts a title names."""

    def __init__(self, cues: Cues) -> None:
        self._posts = [(name, Lexicon(titles)) for name, titles in cues.posts.items()]
        self._shows = cues.post_shows
        self._others = Lexicon(cues.posts_not)
        self._other_trades, self._this_trade = Lexicon(cues.other_trades), Lexicon(cues.this_trade)
        self._maybe_this_trade = Lexicon((*cues.trades, *cues.maybe_this_trade))

    def kinds(self, title: str) -> list[str]:
        if self._others.search(title):
            return []
        return [name for name, titles in self._posts if titles.search(title)]

    def is_other_trade(self, title: str) -> bool:
        return self._other_trades.search(title) and not self.is_this_trade(title)

    def of_other_trades(self, resume: Resume, named: Collection[int]) -> frozenset[int]:
        """The jobs, by number, of other trades; `named` are the lines that name a skill, as the title of a teacher of computing may."""
        return frozenset(
            number
            for number, entry in enumerate(resume.entries)
            if entry.work_kind in EMPLOYMENT
            and entry.title
            and self.is_other_trade(entry.title)
            and line_of(entry, resume) not in named
        )

    def is_page_of_other_trade(self, resume: Resume, grammar: CueGrammar) -> bool:
        """Say whether the jobs on the page are of another trade, and no job, project or degree is of this one.

        Some job is known to be of another, or to deal or retell; or there are jobs, and none may be of this one.
        """
        titles = [entry.title for entry in resume.entries if entry.title]
        held = [entry.title for entry in resume.entries if entry.title and entry.work_kind in EMPLOYMENT]
        if not held or any(map(self.is_this_trade, titles)):
            return False
        is_known = any(self._other_trades.search(title) or tellings_of(words_of(title), grammar) for title in held)
        return is_known or not any(map(self._maybe_this_trade.search, titles))

    def is_this_trade(self, title: str) -> bool:
        return bool(self._this_trade.search(title) or self.kinds(title))

    def held(self, resume: Resume) -> list[Held]:
        found = []
        for entry in resume.entries:
            if entry.work_kind in EMPLOYMENT and entry.title and (kinds := self.kinds(entry.title)):
                shows: dict[SkillId, float] = {}
                for skill, strength in (pair for kind in kinds for pair in self._shows.get(kind, {}).items()):
                    shows[skill] = max(shows.get(skill, 0.0), strength)
                number = line_of(entry, resume)
                found.append(Held(number, quote(number, entry.title, resume), shows))
        return found


def line_of(entry: Entry, resume: Resume) -> int:
    """The line of the heading that has the title, or its first."""
    head = entry.line_numbers[: max(1, entry.head_count)]
    return next((n for n in head if entry.title and entry.title in resume.lines[n].text), head[0])


def with_posts(
    claims: Mapping[SkillId, Claim], held: Sequence[Held], estimator: Estimator, taxonomy: Taxonomy
) -> dict[SkillId, Claim]:
    """Add what the posts show; what is worth more by itself keeps its level. A denied skill stays denied."""
    by_skill: dict[SkillId, list[Held]] = defaultdict(list)
    for post in held:
        for skill in post.shows.keys() & taxonomy.skills.keys():
            by_skill[skill].append(post)
    result = dict(claims)
    for skill, posts in by_skill.items():
        own = claims.get(skill)
        if own is None or all(each.status is not Status.NEGATED for each in own.evidence):
            result[skill] = claim_with(own, skill, posts, estimator, taxonomy)
    return result


def claim_with(
    own: Claim | None, skill: SkillId, posts: Sequence[Held], estimator: Estimator, taxonomy: Taxonomy
) -> Claim:
    use = Use({post.line_number: post.shows[skill] for post in posts})
    score, places = estimator.score_of(use), estimator.career.places(use)
    practised = max(estimator.career.months_practised(use), own.months_practised if own else 0)
    if own is not None and own.level_score >= score:
        return msgspec.structs.replace(own, months_practised=practised)
    shown = tuple(post.quote for post in posts[:QUOTES])
    return Claim(
        id=skill,
        name=taxonomy.skills[skill].label,
        area=taxonomy.area_of[skill],
        level=level_of(score),
        level_score=score,
        confidence=round(max(CONFIDENCE * max(use.lines.values()), own.confidence if own else 0.0), 2),
        months=max(estimator.career.months(places), own.months if own else 0),
        last_used=later_of(estimator.career.last_used(use), own.last_used if own else None),
        reasons=with_source(own, f"goes with the post of {posts[0].quote.text}"),
        evidence=(*own.evidence, *shown) if own else shown,
        months_practised=practised,
    )


def quote(number: int, title: str, resume: Resume) -> Evidence:
    """The title where its line has it word for word, else the whole line."""
    line = resume.lines[number]
    text = title if title in line.text else line.text
    first = line.text.index(text)
    start, end = line.span(first, first + len(text))
    return Evidence(
        text=text,
        line=line.text,
        page=line.page,
        boxes=line.boxes,
        start=start,
        end=end,
        section=resume.kind_of(line),
        entry=line.entry,
        status=Status.USED,
        via=Via.IMPLIED,
        in_heading=True,
    )
