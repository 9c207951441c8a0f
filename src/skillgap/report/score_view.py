"""The score as it is shown: in words, and as an arc with its band."""

import math

from skillgap.gap.types import Score
from skillgap.report.types import Analysis
from skillgap.report.view_types import ScoreView
from skillgap.report.wording import CAREER_LEVELS, OWN_DEEDS, Word, count_of
from skillgap.taxonomy.types import Importance

MET = 0.999
VERY_LITTLE = 8.0
WHAT_IT_MEASURES = "It measures what is on the page, not what the person can do."
HOW_TO_READ = "Nobody’s page shows all that a role asks for: a strong candidate stands near 60."
HOW_TO_READ_POSTING = "Few pages show all that a posting asks for."
VERY_LITTLE_SHOWN = (
    "Little on the page belongs to this kind of work; that says nothing about how good the person is at other work."
)


def within(share: float) -> float:
    return min(100.0, max(0.0, share))


def score_view(analysis: Analysis) -> ScoreView:
    score, target = analysis.score, analysis.target
    low, high = (f"{each:.0f}" for each in score.band)
    text = f"{score.overall:.0f}"
    level = CAREER_LEVELS[target.level]
    role = target.label if target.label.casefold().startswith(level.casefold()) else f"{level.lower()} {target.label}"
    asker = "this posting asks for" if target.posting else f"a {role} is asked for"
    doubt = (
        f" Lines can be read in more than one way, and some are misread: anything from {low} to {high} would be fair."
    )
    return ScoreView(
        value=within(score.overall),
        low=within(score.band[0]),
        high=within(score.band[1]),
        text=text,
        band=f"about {low}" if low == high else f"{low} to {high}",
        sentence=f"The résumé shows {text} of the 100 points’ worth of skill that {asker}."
        + (doubt if low != high else ""),
        note=note_of(analysis),
        facts=facts_of(analysis),
        formula=weights_sentence(score),
        owned=ownership_sentence(analysis),
        weight=sum(each.weight for each in score.components),
        track=arc(0.0, 100.0, 100.0),
        band_arc=arc(*score.band, 113.0),
        band_ends=" ".join(tick(each, 108.0, 118.0) for each in score.band),
    )


def shows_very_little(analysis: Analysis) -> bool:
    """Whether the page is most likely one of another trade."""
    return analysis.score.overall < VERY_LITTLE


def note_of(analysis: Analysis) -> str:
    if shows_very_little(analysis):
        return VERY_LITTLE_SHOWN
    return f"{WHAT_IT_MEASURES} {HOW_TO_READ_POSTING if analysis.target.posting else HOW_TO_READ}"


def facts_of(analysis: Analysis) -> tuple[Word, ...]:
    components, plan = analysis.score.components, analysis.plan
    met = sum(each.credit >= MET for each in components)
    partly = sum(0 < each.credit < MET for each in components)
    more = " more" if met else ""
    facts = [Word(f"{met} of {len(components)}", f"skills met in full, {partly}{more} in part")] if components else []
    if proven := len(analysis.strengths):
        facts.append(
            Word(str(proven), f"of these proven by a line that shows {'it' if proven == 1 else 'them'} in use")
        )
    elif met:
        facts.append(Word("0", "of these shown by a line of its own: they follow from other skills on the page"))
    if components and analysis.score.ownership.asked:
        facts.append(owned_fact(analysis))
    if plan.steps:
        facts.append(Word(f"{plan.score_after:.0f}", f"points after about {plan.hours:,.0f} hours of learning"))
    return tuple(facts)


def owned_fact(analysis: Analysis) -> Word:
    own, level = analysis.score.ownership, CAREER_LEVELS[analysis.target.level].lower()
    count = len(own.lines)
    if count >= own.asked:
        return Word(str(count), f"{'line tells' if count == 1 else 'lines tell'} what you {OWN_DEEDS}")
    return Word(
        f"{count} of {own.asked}",
        f"lines that {level} level asks for on what you {OWN_DEEDS}: with the others the score would be"
        f" {analysis.score.overall / own.share:.0f}",
    )


def ownership_sentence(analysis: Analysis) -> str:
    """Say what the lines come to that tell of more than carrying out; nothing where the level asks for none."""
    own, level = analysis.score.ownership, CAREER_LEVELS[analysis.target.level]
    if not own.asked:
        return ""
    counted = f"{level} level also asks for {count_of(own.asked, 'line')} of work on what was {OWN_DEEDS}"
    if len(own.lines) >= own.asked:
        return f"{counted}; the page has {len(own.lines)}, so all credits count in full."
    return f"{counted}; the page has {len(own.lines) or 'none'}, so all points are multiplied by {own.share:.2f}."


def weights_sentence(score: Score) -> str:
    """Say how the 100 points are spread over the importances."""
    shares = [(each, sum(c.weight for c in score.components if c.importance is each)) for each in Importance]
    spread = ", ".join(f"{share:.0f} on {importance} skills" for importance, share in shares if share)
    return f"The 100 points lie {spread}." if spread else ""


def point(share: float, radius: float) -> str:
    angle = math.pi * (1 - within(share) / 100)
    return f"{130 + radius * math.cos(angle):.2f} {126 - radius * math.sin(angle):.2f}"


def arc(start: float, end: float, radius: float) -> str:
    return f"M{point(start, radius)}A{radius:g} {radius:g} 0 0 1 {point(end, radius)}"


def tick(share: float, inner: float, outer: float) -> str:
    return f"M{point(share, inner)}L{point(share, outer)}"
