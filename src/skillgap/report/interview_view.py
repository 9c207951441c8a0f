"""The interview questions for one side of the table: to prepare with, or to ask."""

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct

from skillgap.plan.types import InterviewQuestion
from skillgap.report.cleaning import clean_copy
from skillgap.report.plan_outline import target_of
from skillgap.report.types import Analysis
from skillgap.report.view import names_of, questions_of
from skillgap.report.wording import CAREER_LEVELS, Names, Word, name_of, number, titled
from skillgap.taxonomy.types import SkillId

NOTHING = "There are no questions for these skills yet."


class Side(StrEnum):
    CANDIDATE = "candidate"
    INTERVIEWER = "interviewer"


LEADS = {
    Side.CANDIDATE: "These are likely to be asked, as your page raises them. Say plainly what you do not know.",
    Side.INTERVIEWER: (
        "Let the person tell it first, and note what you hear before you weigh it. What the page does not show may well be "
        "there. Other words than these can be as strong. You decide, not the score."
    ),
}
PREPARE = {
    "verify": Word(
        "Bring a story for each",
        "what the situation was, what you yourself did and why, and what came of it, measured. "
        "They are after whether the work was your own, and how well you know what stands behind the line.",
    ),
    "probe": Word(
        "Bring what is nearest",
        "what you have done that comes close, where that ends, and how you would find out the rest. "
        "They are after how far you have come, and how you go about what you do not know yet.",
    ),
}
LISTEN = {
    "verify": Word(
        "Listen for", "what the person did, as against the team; reasons, figures, and what went wrong on the way."
    ),
    "probe": Word(
        "Listen for", "work that the page leaves out, and how the person goes about what they do not know yet."
    ),
}


class AskedQuestion(Struct, frozen=True):
    topic: str
    question: str
    points: tuple[Word, ...]


class QuestionSet(Struct, frozen=True):
    """Questions of one purpose, with what to know for all of them."""

    label: str
    meaning: str
    advice: tuple[Word, ...]
    questions: tuple[AskedQuestion, ...]


class InterviewView(Struct, frozen=True):
    """`has_notes` leaves room to write."""

    title: str
    lead: str
    sets: tuple[QuestionSet, ...]
    has_notes: bool


def interview_view(analysis: Analysis, side: Side) -> InterviewView:
    is_interviewer = side is Side.INTERVIEWER
    clean = clean_copy(analysis)
    names = names_of(clean)
    sets = tuple(
        QuestionSet(
            label=word.label,
            meaning=word.meaning,
            advice=advice_on(asked[0][1].purpose, LISTEN if is_interviewer else PREPARE),
            questions=tuple(asked_question(each, name, clean, side, names) for name, each in asked),
        )
        for word, asked in questions_of(clean, names)
    )
    heading = "Interview guide" if is_interviewer else "Preparing for an interview"
    return InterviewView(
        f"{heading}: {target_of(clean)}", LEADS[side] if sets else NOTHING, sets, has_notes=is_interviewer
    )


def advice_on(purpose: str, advice: Mapping[str, Word]) -> tuple[Word, ...]:
    return (advice[purpose],) if purpose in advice else ()


def asked_question(
    question: InterviewQuestion, name: str, analysis: Analysis, side: Side, names: Names
) -> AskedQuestion:
    level = CAREER_LEVELS[question.level].lower()
    match side:
        case Side.CANDIDATE:
            points = (
                *line_of(question, names, "Your line"),
                Word("Points to cover, in your own words", question.strong_answer),
                Word("You may be asked next", question.follow_up),
                *project_for(question.skill, analysis),
            )
        case Side.INTERVIEWER:
            points = (
                *line_of(question, names, "Their line"),
                Word("A strong answer", question.strong_answer),
                Word("Then ask", question.follow_up),
            )
    return AskedQuestion(f"{titled(name)} ({level})", question.question, points)


def line_of(question: InterviewQuestion, names: Names, label: str) -> tuple[Word, ...]:
    """The line that the question refers to, or for a gap the nearest that there is."""
    quote = question.quote
    if quote is None:
        return ()
    if quote.skill == question.skill:
        return (Word(label, f"“{quote.line}” (page {quote.page})"),)
    shows = name_of(quote.skill, names)
    return (Word(f"{label}, the nearest", f"“{quote.line}” (page {quote.page}, shows {shows})"),)


def project_for(skill: SkillId, analysis: Analysis) -> tuple[Word, ...]:
    """The project that the learning plan has for it."""
    projects = [step.project for step in analysis.plan.steps if step.skill == skill and step.project]
    return tuple(
        Word("To have more to tell", f"{each.title}, from your plan ({number(each.hours)} h)") for each in projects[:1]
    )
