"""Small pieces of HTML of which a report has hundreds, so that functions make them rather than macros."""

from collections.abc import Iterable
from functools import cache

from markupsafe import Markup

from skillgap.gap.types import Component, GapKind
from skillgap.report.view_types import DrawnText, EvidenceView, GapView, PageMark, Quotation, Segment, SkillView
from skillgap.report.wording import LEVELS, count_of, gain, titled
from skillgap.taxonomy.types import Level

LOW, RIGHT = 85, 50
"""Percent of a page: from there on what a mark tells opens above it, or to its left."""
PIECES = (
    "boxes",
    "component",
    "evidence",
    "levels",
    "marked",
    "meter",
    "place",
    "skill",
    "small_gap",
    "spots",
    "texts",
    "tick",
)
"""What templates may call, as filters."""
AT_ONCE = 2
"""Lines of a skill that are shown without a click."""


def escaped(text: str) -> str:
    """The same letters as from `markupsafe.escape`, which takes three times as long to wrap each text in a `Markup`."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("'", "&#39;").replace('"', "&#34;")


def marked(segments: Iterable[Segment]) -> Markup:
    """The text of a quotation."""
    parts = [f"<mark>{escaped(each.text)}</mark>" if each.is_marked else escaped(each.text) for each in segments]
    return Markup("".join(parts))  # noqa: S704 - escaped above


def place(quote: Quotation) -> Markup:
    """On which page it is, with a link to where it is drawn."""
    page = f"page {quote.page}"
    return Markup(f'<a href="#{escaped(quote.anchor)}">{page}</a>' if quote.anchor else page)  # noqa: S704 - escaped


def evidence(found: Iterable[EvidenceView]) -> Markup:
    """A list of lines, each with its place and what it is to the skill."""
    items = [
        f'<li><q dir="auto">{marked(each.quote.segments)}</q>'
        f' <span class="soft">{place(each.quote)} · {escaped(each.about)}</span></li>\n'
        for each in found
    ]
    return Markup(f'<ul class="evidence">\n{"".join(items)}</ul>\n')  # noqa: S704 - escaped above


@cache
def meter(shown: Level, asked: Level) -> Markup:
    return Markup(f'<svg class="meter" aria-hidden="true"><use href="#m{shown.rank}{asked.rank}"/></svg>')  # noqa: S704


@cache
def levels(shown: Level, asked: Level, stands: str = "") -> Markup:
    """The meter in words; `stands` is said in the place of the level that is shown."""
    wanted = f'<span class="soft"> · asked for: {LEVELS[asked].label}</span>' if asked.rank else ""
    words = f"<span><b>{escaped(stands or LEVELS[shown].label)}</b>{wanted}</span>"
    return Markup(f'<span class="levels">{meter(shown, asked)} {words}</span>')  # noqa: S704 - escaped


def skill(each: SkillView) -> Markup:
    """A skill that was found, with all its lines."""
    asked = f"asked for: {LEVELS[each.asked].label}" if each.asked.rank else "not asked for here"
    lines = f"{evidence(each.evidence[:AT_ONCE])}\n"
    if rest := each.evidence[AT_ONCE:]:
        summary = f"<summary>{count_of(len(rest), 'more line')}</summary>"
        lines += f'<details class="rest">\n{summary}\n{evidence(rest)}\n</details>\n'
    return Markup(  # noqa: S704 - escaped
        f'<li id="skill-{escaped(each.id)}">\n'
        f"<p><b>{escaped(titled(each.name))}</b> {meter(each.level, each.asked)} "
        f'<span class="soft">{asked}</span></p>\n'
        f'<p class="soft">{escaped(each.summary)}</p>\n{lines}</li>'
    )


def small_gap(each: GapView) -> Markup:
    """A gap that is not among the largest."""
    gap = each.gap
    why = f'<p class="why">{escaped(gap.reason)}</p>\n' if gap.kind is not GapKind.MISSING else ""
    return Markup(  # noqa: S704 - escaped
        f'<li>\n<p class="name"><b>{escaped(titled(gap.name))}</b><span class="soft"> · {gap.importance}</span></p>\n'
        f'<p class="level">{levels(each.shown, gap.required, each.stands)}</p>\n'
        f'<p class="points">{gain(gap.points_at_stake)}<span class="hidden"> points</span></p>\n'
        f"{tick(each.number, gap.name)}\n{why}</li>"
    )


def tick(gap: int, name: str) -> Markup:
    """The box by which a reader asks what the score would be without the gap."""
    return Markup(  # noqa: S704 - escaped
        f'<label class="tick" data-live hidden><input type="checkbox" autocomplete="off" data-gap="{gap}" '
        f'aria-label="What if the page showed {escaped(name)}?"> What if?</label>'
    )


def component(each: Component) -> Markup:
    """A skill in the table of the score."""
    return Markup(  # noqa: S704 - escaped
        f'<tr><th scope="row">{escaped(titled(each.name))}</th><td>{each.importance}</td>'
        f"<td>{LEVELS[each.required].label}</td><td>{LEVELS[each.estimated].label}</td>"
        f'<td class="n">{each.weight:.2f}</td><td class="n">{each.credit * 100:.0f} %</td>'
        f'<td class="n">{each.points:.2f}</td></tr>'
    )


def boxes(marks: Iterable[PageMark]) -> Markup:
    """What is marked of a drawn page, under its text."""
    lines = [
        f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="1.5"/>\n'
        for mark in marks
        for x, y, width, height in mark.boxes
    ]
    return Markup("".join(lines))  # noqa: S704 - figures


def texts(drawn: Iterable[DrawnText]) -> Markup:
    return Markup("".join(map(drawn_text, drawn)))  # noqa: S704 - escaped below


def drawn_text(each: DrawnText) -> str:
    length = f' textLength="{each.length}" lengthAdjust="spacingAndGlyphs"' if each.length else ""
    weight = ' class="bold"' if each.is_bold else ""
    turn = f' transform="rotate(-90 {each.x} {each.y})"' if each.is_turned else ""
    return (
        f'<text x="{each.x}" y="{each.y}" font-size="{each.size}"{length}{weight}{turn}>{escaped(each.text)}</text>\n'
    )


def spots(marks: Iterable[PageMark]) -> Markup:
    """Over what is marked, links that tell what it shows."""
    return Markup("".join(map(spot, marks)))  # noqa: S704 - escaped below


def spot(mark: PageMark) -> str:
    anchor = f' id="{escaped(mark.anchor)}"' if mark.anchor else ""
    beside = (" low" if mark.top > LOW else "") + (" right" if mark.left > RIGHT else "")
    place = f"left:{mark.left}%;top:{mark.top}%;width:{mark.width}%;height:{mark.height}%"
    tip = f'<span class="tip">{escaped(mark.label)}</span>'
    return f'<a{anchor} class="spot{beside}" href="#skill-{escaped(mark.skill)}" style="{place}">{tip}</a>\n'
