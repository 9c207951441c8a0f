"""The interview questions for a terminal."""

from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from skillgap.report.drawing import SOFT, draw, indented, points_list, section
from skillgap.report.interview_view import AskedQuestion, InterviewView, QuestionSet
from skillgap.report.wording import Word


def render_text(view: InterviewView, *, width: int, color: bool) -> str:
    parts: list[RenderableType] = [Text(), Text(view.title, style="bold"), Text(), Text(view.lead)]
    parts += map(set_part, view.sets)
    return draw(parts, width=width, color=color)


def set_part(each: QuestionSet) -> RenderableType:
    questions = [question_part(place, question) for place, question in enumerate(each.questions, 1)]
    return section(each.label, Text(each.meaning, style=SOFT), words(each.advice), *questions)


def question_part(place: int, each: AskedQuestion) -> RenderableType:
    question = Group(Text(each.question), words(each.points))
    return Group(Text(), Text(f"{place}. {each.topic}", style="bold"), indented(question, 3))


def words(each: Iterable[Word]) -> Table:
    return points_list([Text.assemble((f"{word.label}: ", SOFT), word.meaning) for word in each])
