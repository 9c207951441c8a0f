"""The report as a PDF: what one would hand over on paper. Details stay in the HTML report."""

from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, KeepTogether, SimpleDocTemplate, Spacer, Table

from skillgap.report.pdf_drawing import ACCENT, FONT, SOFT, UNKNOWN, WARM, Bar, Pen
from skillgap.report.view_types import GapView, Proof, StepView, View
from skillgap.report.wording import LEVELS, count_of, gain, number, titled

MARGIN, PADDING = 18 * mm, 6
WIDTH = A4[0] - 2 * MARGIN - 2 * PADDING
MOST_PROOFS, MOST_OTHER_GAPS, MOST_ROLES, MOST_WINS = 10, 25, 5, 6
LABEL, FIGURE = 48 * mm, 14 * mm
LONGEST_LABEL = 60
Story = list[Flowable]


def render_pdf(view: View) -> bytes:
    """The same bytes for the same view: no date, no random id."""
    pen, buffer = Pen(), BytesIO()
    document = SimpleDocTemplate(
        buffer,
        pagesize=A4,
        leftMargin=MARGIN,
        rightMargin=MARGIN,
        topMargin=MARGIN,
        bottomMargin=MARGIN,
        title=f"{view.person} · {view.role}, {view.level.lower()}",
        author=view.analysis.generator.name,
        lang="en",
        invariant=1,
    )
    full = (opening, warnings, areas, strengths, gaps, wins, plan, guidance, advice, ending)
    parts = (opening, warnings, plan, ending) if view.instead else full
    document.build(
        [each for part in parts for each in part(view, pen)], onFirstPage=page_number, onLaterPages=page_number
    )
    return buffer.getvalue()


def page_number(canvas: Canvas, document: SimpleDocTemplate) -> None:
    canvas.setFont(FONT, 8)
    canvas.setFillColor(SOFT)
    canvas.drawRightString(A4[0] - MARGIN, 10 * mm, str(document.page))


def opening(view: View, pen: Pen) -> Story:
    score = view.score
    target = "the job posting" if view.analysis.target.posting else "the role of"
    role = f"Compared with {target} {view.role}, {view.level.lower()} · as of {view.as_of}"
    band = Bar([(0, score.value, ACCENT), (score.value, score.high, WARM)], WIDTH, 9)
    facts = " · ".join(f"{fact.label} {fact.meaning}" for fact in score.facts)
    return [
        pen.text("title", view.person),
        pen.text("soft", role),
        *(pen.text("soft", each) for each in view.posting),
        *([pen.text("text", view.trade.said)] if view.trade.said else []),
        pen.write(
            "score", pen.plain(score.text), f'<font size="12"> of 100, fair range {pen.plain(score.band)}</font>'
        ),
        band,
        Spacer(0, 6),
        pen.text("text", score.sentence),
        pen.text("soft", score.note),
        pen.text("soft", facts),
    ]


def warnings(view: View, pen: Pen) -> Story:
    found = [pen.item(pen.plain(f"{label}: {each.message}")) for label, each in view.warnings]
    return [pen.text("heading", "Please note first"), *found] if found else []


def areas(view: View, pen: Pen) -> Story:
    rows = [
        (area.label, [(0.0, area.score, ACCENT)], f"{area.score:.0f}", area.counts)
        for area in view.areas
        if area.score is not None
    ]
    return [pen.text("heading", "Area by area"), *(bar_row(pen, *row) for row in rows)] if rows else []


def bar_row(pen: Pen, label: str, parts: list[tuple[float, float, object]], figure: str, note: str = "") -> Table:
    """A label, a bar and a figure side by side; short texts alone, as a row can't be split over pages."""
    cells = [
        pen.text("text", label[:LONGEST_LABEL]),
        [
            Spacer(0, 4),
            Bar(parts, WIDTH - LABEL - FIGURE - 6),
            *([pen.text("soft", note[:LONGEST_LABEL])] if note else []),
        ],
        pen.text("text", figure),
    ]
    style = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0), ("TOPPADDING", (0, 0), (-1, -1), 1),
             ("BOTTOMPADDING", (0, 0), (-1, -1), 1)]  # fmt: skip
    return Table([cells], colWidths=[LABEL, WIDTH - LABEL - FIGURE, FIGURE], style=style, hAlign="LEFT")


def strengths(view: View, pen: Pen) -> Story:
    body = [each for proof in view.proofs[:MOST_PROOFS] for each in proof_lines(proof, pen)]
    more = len(view.proofs) - MOST_PROOFS
    if more > 0:
        body.append(pen.text("soft", f"and {count_of(more, 'more line')} in the HTML report"))
    said = [pen.text("text", view.in_part)] if view.in_part else []
    return [pen.text("heading", "What you can already show"), *said, *body]


def proof_lines(proof: Proof, pen: Pen) -> Story:
    shown = ", ".join(f"{titled(each.name)} ({LEVELS[each.level].label.lower()})" for each in proof.strengths)
    return [
        pen.write("quote", pen.marked(proof.quote)),
        pen.text("about", f"page {proof.quote.page} · {shown}"),
    ]


def gaps(view: View, pen: Pen) -> Story:
    heading = pen.text("heading", "The gaps that matter most")
    if not view.gaps:
        return [
            heading,
            pen.text(
                "text", f"No gap is left: the page shows every skill of the {view.asker} at the level it asks for."
            ),
        ]
    note = "A gap is something the page does not show, which is not the same as something you cannot do."
    body = [each for place, gap in enumerate(view.top_gaps, 1) for each in gap_lines(place, gap, pen)]
    others = view.gaps[len(view.top_gaps) :]
    names = ", ".join(f"{titled(each.gap.name)} {gain(each.gap.points_at_stake)}" for each in others[:MOST_OTHER_GAPS])
    more = len(others) - MOST_OTHER_GAPS
    rest = f"Also: {names}" + (f", and {more} more" if more > 0 else "") + "."
    return [heading, pen.text("soft", note), *body, *([Spacer(0, 6), pen.text("soft", rest)] if others else [])]


def gap_lines(place: int, view: GapView, pen: Pen) -> Story:
    gap = view.gap
    asked = f"{view.stands.lower()}, asked for: {LEVELS[gap.required].label.lower()}"
    head = pen.plain(f"{place}. {titled(gap.name)} "), pen.soft(f"{gain(gap.points_at_stake)} points · {asked}")
    nearest = [pen.write("quote", pen.soft("The nearest you have: "), pen.marked(view.nearest))] if view.nearest else []
    return [
        pen.write("name", *head),
        pen.text("text", gap.reason),
        *nearest,
        pen.text("text", f"What would count: {gap.proof}"),
    ]


def wins(view: View, pen: Pen) -> Story:
    body: Story = []
    for each in view.wins[:MOST_WINS]:
        body.append(
            pen.write("name", pen.plain(f"{titled(each.win.name)} "), pen.soft(f"{gain(each.win.points)} points"))
        )
        body += [pen.write("quote", pen.marked(each.quote)), pen.text("text", each.win.suggestion)]
    return [pen.text("heading", "Lines to add or reword"), *body] if body else []


def plan(view: View, pen: Pen) -> Story:
    heading = pen.text("heading", "What to do next")
    if not view.steps:
        return [heading, pen.text("text", view.plan)]
    weeks = max(1, view.weeks)
    timeline = [
        bar_row(
            pen,
            titled(each.step.name),
            [(100 * (each.first_week - 1) / weeks, 100 * each.last_week / weeks, ACCENT)],
            "",
        )
        for each in view.steps
    ]
    later = view.later
    steps = [each for step in view.steps for each in step_lines(step, pen)]
    rest = [pen.text("soft", f"For later: {', '.join(later)}.")] if later else []
    return [heading, pen.text("text", view.plan), *timeline, *steps, *rest]


def step_lines(view: StepView, pen: Pen) -> Story:
    step = view.step
    facts = f"{view.when} · {number(step.hours)} hours · score then {view.after:.0f} ({gain(step.points)})"
    body = [pen.write("name", pen.plain(f"{titled(step.name)} "), pen.soft(facts)), pen.text("soft", view.why)]
    body += [pen.item(pen.link(each.resource.title, each.url), pen.soft(f" – {each.about}")) for each in view.resources]
    if step.project:
        body.append(
            pen.item(pen.plain(f"Build: {step.project.title} ({number(step.project.hours)} h). {step.project.brief}"))
        )
    body.append(pen.item(pen.plain(f"Done when: {step.done_when}")))
    if step.earns:
        body.append(pen.item(pen.plain(f"Then your résumé can say: {step.earns}")))
    return [KeepTogether(body[:2]), *body[2:]]


def guidance(view: View, pen: Pen) -> Story:
    fit = view.analysis.fit
    ladder = [
        bar_row(pen, each.label, [(0, each.score, ACCENT)], f"{each.score:.0f}", each.years) for each in view.ladder
    ]
    apart = (
        [pen.text("text", f"What separates this page most from {view.next_level}: {'; '.join(view.separates)}.")]
        if view.separates
        else []
    )
    moves = [
        bar_row(pen, each.move.label, [(0, each.score, ACCENT)], f"{each.score:.0f}")
        for each in view.moves[:MOST_ROLES]
    ]
    wishes = [
        each
        for heading, lines in (
            ("What the work is like", fit.work),
            ("Who tends to enjoy it", fit.thrives),
            ("Who may find it hard", fit.finds_it_hard),
        )
        if lines
        for each in (pen.text("name", heading), *(pen.item(pen.plain(line)) for line in lines))
    ]
    return [
        *([pen.text("heading", "Readiness by career level"), *ladder, *apart] if ladder else []),
        *([pen.text("heading", "Other roles at the same level"), *moves] if moves else []),
        *([pen.text("heading", "Would you like the work?"), pen.text("soft", fit.summary), *wishes] if wishes else []),
    ]


def advice(view: View, pen: Pen) -> Story:
    found = [pen.item(pen.plain(each.message)) for each in view.analysis.advice]
    return [pen.text("heading", "The résumé itself"), *found] if found else []


def ending(view: View, pen: Pen) -> Story:
    made = view.analysis.generator
    unknown = f"{UNKNOWN} stands for a letter that this file's font does not have; the HTML report shows it."
    return [
        pen.text("heading", "Limits"),
        pen.text(
            "soft",
            "A person decides: this reads a page, not a person, and must not be used to reject anybody automatically.",
        ),
        *[pen.text("soft", line) for line in view.unread],
        *([pen.text("soft", unknown)] if pen.has_unknown else []),
        pen.text("soft", f"{made.name} {made.version} · taxonomy {made.taxonomy} · models {made.models}"),
    ]
