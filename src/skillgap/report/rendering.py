"""The step from an `Analysis` to what people and programs read."""

import re
from base64 import b64encode
from enum import StrEnum
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Any, assert_never

from skillgap.documents.types import Document
from skillgap.errors import UsageError
from skillgap.report.quoting import quoted_once
from skillgap.report.types import Analysis
from skillgap.report.view import view_of
from skillgap.report.wording import (
    CAREER_LEVELS,
    LEANS,
    LEVELS,
    OWN_DEEDS,
    PROFILE_PARTS,
    capital,
    count_of,
    gain,
    number,
    titled,
)

if TYPE_CHECKING:
    from jinja2 import Environment

ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
SPECIAL = re.compile(r"[\\`*_\[\]|#~$!&<>]|^[-+=](?=\s|[-+=]|$)")
ORDINAL = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")


class Format(StrEnum):
    TEXT = "text"
    HTML = "html"
    JSON = "json"
    MARKDOWN = "md"


def render(
    analysis: Analysis,
    format: Format,  # noqa: A002 - the option's name
    *,
    width: int = 100,
    color: bool = False,
    document: Document | None = None,
) -> str:
    """Return the whole report.

    `width` and `color` are the terminal's and matter to text alone; `document` is what was analysed, and lets HTML show the
    quoted lines on its pages.
    """
    match format:
        case Format.JSON:
            return analysis.to_json()
        case Format.TEXT:
            from skillgap.report.terminal import render_text

            return render_text(view_of(analysis), width=width, color=color)
        case Format.HTML:
            return str(html_environment().get_template("report.html.j2").render(v=view_of(analysis, document)))
        case Format.MARKDOWN:
            return str(markdown_environment().get_template("report.md.j2").render(v=view_of(analysis)))
        case _:
            assert_never(format)


def render_pdf(analysis: Analysis) -> bytes:
    """Return the report as a PDF file; raises UsageError where the extra that draws it is not installed."""
    try:
        from skillgap.report import pdf
    except ModuleNotFoundError as error:
        raise UsageError("a PDF report needs more than is installed", hint='pip install "skillgap[pdf]"') from error
    return pdf.render_pdf(view_of(analysis))


@cache
def html_environment() -> "Environment":
    """The page's policy lets no script run but ours, which it knows by its digest."""
    from markupsafe import Markup

    from skillgap.report import html_pieces

    script = files("skillgap.report").joinpath("templates", "parts", "script.js").read_text("utf-8")
    result = environment(autoescape=True)
    result.filters.update({name: getattr(html_pieces, name) for name in html_pieces.PIECES})
    result.globals.update(
        SCRIPT=Markup(script),  # noqa: S704 - our own file
        SCRIPT_DIGEST=b64encode(sha256(script.encode()).digest()).decode(),
        SYMBOLS=Markup(result.get_template("parts/symbols.svg").render()),  # noqa: S704 - our own file
    )
    return result


@cache
def markdown_environment(package: str = "skillgap.report") -> "Environment":
    """Whatever a template prints is escaped by `finalize`: none can forget it."""
    return environment(package, autoescape=False, finalize=escape_markdown)


def environment(package: str = "skillgap.report", **options: Any) -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    result = Environment(  # noqa: S701 - both callers say how they escape
        loader=PackageLoader(package),
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        **options,
    )
    result.filters.update(
        quoted_once=quoted_once, number=number, count_of=count_of, gain=gain, titled=titled, capital=capital
    )
    result.globals.update(
        LEVELS=LEVELS, CAREER_LEVELS=CAREER_LEVELS, LEANS=LEANS, OWN_DEEDS=OWN_DEEDS, PROFILE_PARTS=PROFILE_PARTS
    )
    return result


def escape_markdown(value: object) -> str:
    """Make it one line that a Markdown renderer shows as it is: specials get a backslash, HTML's become entities."""
    line = " ".join(str(value).split())
    escaped = SPECIAL.sub(lambda found: ENTITIES.get(found[0], f"\\{found[0]}"), line)
    return ORDINAL.sub(r"\1\\\2", escaped)
