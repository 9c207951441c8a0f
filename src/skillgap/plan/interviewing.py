"""Questions for an interview: they verify what the score rests on and probe the largest gaps, at the target level."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec import Struct

from skillgap.evidence.types import Claim, Evidence, SkillProfile, Via
from skillgap.evidence.use import is_shown
from skillgap.gap.quoting import best_direct, is_job_title, quote_of
from skillgap.gap.types import GapAnalysis, Quote
from skillgap.plan.types import InterviewQuestion
from skillgap.taxonomy.types import CareerLevel, Importance, Kind, Level, Question, SkillId
from skillgap.taxonomy.whole import Taxonomy

VERIFY, PROBE = "verify", "probe"
WORD = re.compile(r"[\w+#]+")
TO_VERIFY = TO_PROBE = 4
LADDER = list(CareerLevel)
NEAR_BELOW = 1
"""Career levels by which a question may be easier than the target asks for while there is another."""
FIRST = {importance: place for place, importance in enumerate(Importance)}


class Topic(Struct, frozen=True):
    """A skill that could be asked about; `stake` is how much hangs on the answer."""

    skill: SkillId
    importance: Importance
    stake: float
    quote: Quote | None


def interview_questions(
    profile: SkillProfile, analysis: GapAnalysis, taxonomy: Taxonomy
) -> tuple[InterviewQuestion, ...]:
    """Ask about essential skills first, spread over the areas, and about no group of skills twice.

    Nothing is asked above the target level while there is a topic with a question at it or below, and nothing far below it while
    there is one nearer. What the page shows best of all is verified even where the role does not ask for it.
    """
    chooser = Chooser(taxonomy, analysis.target.level, foreign_words(profile, taxonomy))
    verify = chooser.choose(topics_to_verify(profile, analysis), VERIFY, TO_VERIFY)
    chooser.areas.clear()
    probe = chooser.choose(topics_to_probe(analysis), PROBE, TO_PROBE)
    return (*verify, *probe)


def foreign_words(profile: SkillProfile, taxonomy: Taxonomy) -> frozenset[str]:
    """The languages that the page does not name."""
    named = {claim.id for claim in profile.claims}
    skills = taxonomy.skills.values()
    return frozenset(skill.label for skill in skills if skill.kind is Kind.LANGUAGE and skill.id not in named)


def topics_to_verify(profile: SkillProfile, analysis: GapAnalysis) -> Iterator[Topic]:
    """Skills shown in use. At stake are the points that they earn, and the more the less certain they are."""
    claims = {claim.id: claim for claim in profile.claims}
    points = {component.skill: component.points for component in analysis.score.components}
    quotes = [(each.skill, each.importance, each.quote) for each in analysis.strengths]
    quotes += [(each.skill, each.importance, each.nearest) for each in analysis.gaps if each.nearest]
    for skill, importance, quote in quotes:
        told = quote_to_verify(claims[skill], quote) if skill in claims and quote.skill == skill else None
        if told:
            yield Topic(skill, importance, points.get(skill, 0.0) * (2 - claims[skill].confidence), told)
    best = shown_best(profile)
    own = best and best_direct(best)
    if best and own and best.id not in points and shows_in(best, own.line):
        yield Topic(best.id, Importance.ESSENTIAL, max(points.values(), default=0.0) * 2, quote_of(best.id, own))


def quote_to_verify(claim: Claim, quote: Quote) -> Quote | None:
    """The line that is quoted for it, where that shows it itself, else the title of a project that names it."""
    if shows_in(claim, quote.line):
        return quote
    own = best_direct(claim)
    is_of_project = own is not None and own.in_heading and not is_job_title(own)
    return quote_of(claim.id, own) if own and is_of_project and shows_in(claim, own.line) else None


def shown_best(profile: SkillProfile) -> Claim | None:
    """The skill of which the page shows most, where that is much: the highest level, and of equals what most lines show."""
    claims = [each for each in profile.claims if each.level.rank >= Level.PRACTITIONER.rank]
    return max(claims, key=lambda each: (each.level.rank, sum(map(shows_itself, each.evidence))), default=None)


def shows_in(claim: Claim, line: str) -> bool:
    """Say whether the line itself shows the skill in use: not what follows from another, nor what the top says of oneself."""
    return any(each.line == line and shows_itself(each) for each in claim.evidence)


def shows_itself(evidence: Evidence) -> bool:
    return is_shown(evidence) and evidence.via is not Via.IMPLIED


def topics_to_probe(analysis: GapAnalysis) -> Iterator[Topic]:
    for gap in analysis.gaps:
        yield Topic(gap.skill, gap.importance, gap.points_at_stake, gap.nearest)


class Chooser:
    """Remembers which areas and groups of skills have been asked about."""

    def __init__(self, taxonomy: Taxonomy, level: CareerLevel, foreign: frozenset[str] = frozenset()) -> None:
        """`foreign` are names in whose terms nobody should be asked who has not named them."""
        self.taxonomy = taxonomy
        self.level = level
        self.foreign = foreign
        self.areas: Counter[str] = Counter()
        self.groups: set[str] = set()

    def choose(self, topics: Iterable[Topic], purpose: str, most: int) -> list[InterviewQuestion]:
        asked = [topic for topic in topics if topic.skill in self.taxonomy.asking]
        left = [topic for topic in asked if self.is_within_reach(self.nearest(topic.skill))] or asked
        chosen: list[InterviewQuestion] = []
        while len(chosen) < most:
            left = [topic for topic in left if self.taxonomy.group_of[topic.skill] not in self.groups]
            if not left:
                break
            topic = min(left, key=self.place_of)
            self.areas[self.taxonomy.area_of[topic.skill]] += 1
            self.groups.add(self.taxonomy.group_of[topic.skill])
            chosen.append(question_on(topic, purpose, self.nearest(topic.skill)))
        return chosen

    def place_of(self, topic: Topic) -> tuple[bool, int, float, SkillId]:
        """Questions near the target level first, of them essential skills.

        Then by what is at stake, which counts the less the more of the area has been asked.
        """
        asked = self.areas[self.taxonomy.area_of[topic.skill]]
        is_far_below = LADDER.index(self.level) - LADDER.index(self.nearest(topic.skill).level) > NEAR_BELOW
        return is_far_below, FIRST[topic.importance], -round(topic.stake / (1 + asked), 4), topic.skill

    def nearest(self, skill: SkillId) -> Question:
        """The question nearest to the target level: at it or below, else the one least above; languages that the page names first."""
        own = [self.taxonomy.questions[each] for each in self.taxonomy.asking[skill]]
        wanted = LADDER.index(self.level)
        return min(
            own,
            key=lambda each: (
                not self.is_within_reach(each),
                not self.foreign.isdisjoint(WORD.findall(each.question)),
                abs(LADDER.index(each.level) - wanted),
                each.id,
            ),
        )

    def is_within_reach(self, question: Question) -> bool:
        return LADDER.index(question.level) <= LADDER.index(self.level)


def question_on(topic: Topic, purpose: str, question: Question) -> InterviewQuestion:
    return InterviewQuestion(
        skill=topic.skill,
        purpose=purpose,
        level=question.level,
        question=question.question,
        strong_answer=question.strong_answer,
        follow_up=question.follow_up,
        quote=topic.quote,
    )
