"""Small pieces of HTML of which a report has hundreds, so that functions make them rather than macros."""

from collections.abc import Iterable

from markupsafe import Markup, escape

from skillgap.gap.types import Component
from skillgap.report.view_types import EvidenceView, Quotation, Segment
from skillgap.report.wording import LEVELS, titled


def marked(segments: Iterable[Segment]) -> Markup:
    """The text of a quotation."""
    parts = [f"<mark>{escape(each.text)}</mark>" if each.is_marked else escape(each.text) for each in segments]
    return Markup("".join(parts))  # noqa: S704 - escaped above


def place(quote: Quotation) -> Markup:
    """On which page it is, with a link to where it is drawn."""
    page = f"page {quote.page}"
    return Markup(f'<a href="#{escape(quote.anchor)}">{page}</a>' if quote.anchor else page)  # noqa: S704 - escaped


def evidence(found: Iterable[EvidenceView]) -> Markup:
    """A list of lines, each with its place and what it is to the skill."""
    items = [
        f'<li><q dir="auto">{marked(each.quote.segments)}</q>'
        f' <span class="soft">{place(each.quote)} · {escape(each.about)}</span></li>\n'
        for each in found
    ]
    return Markup(f'<ul class="evidence">\n{"".join(items)}</ul>\n')  # noqa: S704 - escaped above


def tick(gap: int, name: str) -> Markup:
    """The box by which a reader asks what the score would be without the gap."""
    return Markup(  # noqa: S704 - escaped
        f'<label class="tick" data-live hidden><input type="checkbox" autocomplete="off" data-gap="{gap}" '
        f'aria-label="What if the page showed {escape(name)}?"> What if?</label>'
    )


def component(each: Component) -> Markup:
    """A skill in the table of the score."""
    return Markup(  # noqa: S704 - escaped
        f'<tr><th scope="row">{escape(titled(each.name))}</th><td>{each.importance}</td>'
        f"<td>{LEVELS[each.required].label}</td><td>{LEVELS[each.estimated].label}</td>"
        f'<td class="n">{each.weight:.2f}</td><td class="n">{each.credit * 100:.0f} %</td>'
        f'<td class="n">{each.points:.2f}</td></tr>'
    )
