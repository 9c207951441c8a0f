"""The cases that are drawn: attacks, and beside them harmless look-alikes."""

from functools import partial

import pikepdf
from hidden_cases import FOLDER, PEOPLE, phrase, save_expected
from hidden_grounds import flat, form, gradient, image, photo, rectangle, sidebar, watermark
from hidden_page import BANNER, CREAM, FONTS, HEIGHT, MINT, NAVY, SLATE, TEAL, WIDTH, Case, Sheet, draw_page
from hidden_whole import layer, smaller_page, soft_mask, turned, upside_down
from hidden_words import (
    clip_to_letters,
    clipped,
    cover_alpha,
    cover_and_repeat,
    cover_filled,
    cover_frame,
    cover_hole,
    cover_image,
    cover_line,
    cover_neighbour,
    cover_photo,
    cover_stamp,
    covered,
    elsewhere,
    half_covered,
    highlighted,
    in_mode,
    literal,
    marked,
    nothing,
    on_gradient,
    painted,
    scaled,
    see_through,
    stretched,
    stuffed_keywords,
    table_cell,
    text_matrix,
    twice,
    up_the_edge,
    word_by_word,
)
from reportlab.lib.colors import CMYKColor, CMYKColorSep, Color, HexColor, black, white
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

BANNER_HEAD = {"head_ink": white, "y": 810.0}
SECOND_BANNER = (0.0, 700.0, WIDTH, 142.0)

ATTACKS = [
    Case("hide-white-plain", "end", partial(painted, colour=white)),
    Case("hide-white-words", "between", partial(word_by_word, colour=white)),
    Case("hide-white-form", "bullet", partial(form, name="note", draw=partial(painted, colour=white))),
    Case("hide-white-grey-space", "top", partial(literal, code="1 g")),
    Case("hide-white-cmyk", "margin", partial(painted, colour=CMYKColor(0, 0, 0, 0), size=8)),
    Case(
        "hide-white-spot-colour", "end", partial(painted, colour=CMYKColorSep(0, 1, 1, 0, spotName="Signal", density=0))
    ),
    Case("hide-white-unit-font", "between", partial(painted, colour=white), options={"manner": "unit"}),
    Case("hide-nearwhite-margin", "margin", partial(painted, colour=HexColor("#fdfdfd"), size=8)),
    Case("hide-nearwhite-bullet", "bullet", partial(word_by_word, colour=HexColor("#fcfdfd"))),
    Case("hide-page-colour", "between", partial(painted, colour=CREAM), before=partial(rectangle, colour=CREAM)),
    Case(
        "hide-banner-dark",
        "top",
        partial(painted, colour=HexColor("#2d2d2d"), size=9),
        before=partial(rectangle, colour=SLATE, box=BANNER),
        options={**BANNER_HEAD, "y": 822.0},
    ),
    Case("hide-sidebar-colour", "none", nothing, before=partial(sidebar, colour=TEAL, ink=white, secret=TEAL)),
    Case(
        "hide-sidebar-pale",
        "none",
        nothing,
        before=partial(sidebar, colour=MINT, ink=black, secret=HexColor("#d1e9dd")),
    ),
    Case(
        "hide-image-colour",
        "top",
        partial(painted, colour=NAVY, size=9),
        before=partial(image, picture=flat("#1f3a5f")),
        options={**BANNER_HEAD, "y": 822.0},
    ),
    Case("hide-gradient-letters", "end", partial(on_gradient, first=NAVY, last=HexColor("#c8d6e5"))),
    Case("hide-mode3-plain", "end", partial(in_mode, mode=3)),
    Case("hide-mode3-form", "bullet", partial(form, name="note", draw=partial(in_mode, mode=3))),
    Case("hide-mode7-clip", "between", partial(in_mode, mode=7)),
    Case("hide-alpha-zero", "end", partial(see_through, alpha=0)),
    Case("hide-alpha-two-percent", "between", partial(see_through, alpha=0.02)),
    Case("hide-softmask-black", "end", partial(literal, code="/Masked gs"), after=soft_mask),
    Case("hide-tiny-1pt", "between", partial(painted, colour=black, size=1)),
    Case("hide-tiny-halfpt", "bullet", partial(painted, colour=black, size=0.5)),
    Case("hide-tiny-1.5pt", "end", partial(painted, colour=black, size=1.5)),
    Case("hide-tiny-page-matrix", "margin", partial(scaled, scale=0.1, size=10)),
    Case("hide-tiny-text-matrix", "top", partial(text_matrix, matrix=(0.12, 0, 0, 0.12))),
    Case("hide-flat-text-matrix", "between", partial(text_matrix, matrix=(1, 0, 0, 0.1))),
    Case("hide-narrow-scaling-zero", "end", partial(stretched, percent=0)),
    Case("hide-narrow-scaling-tenth", "bullet", partial(stretched, percent=10)),
    Case("hide-off-left", "end", partial(elsewhere, x=-900, y=400)),
    Case("hide-off-right", "between", partial(elsewhere, x=WIDTH + 20, y=500)),
    Case("hide-off-above", "top", partial(elsewhere, x=60, y=HEIGHT + 30)),
    Case("hide-off-cropbox", "end", partial(elsewhere, x=60, y=12), before=partial(smaller_page, inset=30)),
    Case("hide-clip-away", "end", partial(clipped, box=(60, 20, 200, 10))),
    Case("hide-clip-sliver", "between", partial(clipped, box=(0, 0, 0.01, HEIGHT))),
    Case("hide-covered-white", "end", partial(covered, cover=partial(cover_filled, colour=white))),
    Case("hide-covered-image", "between", partial(covered, cover=partial(cover_image, picture=flat("#ffffff")))),
    Case("hide-covered-shape", "end", partial(covered, cover=partial(cover_filled, colour=TEAL, radius=4))),
    Case("hide-covered-photo", "end", partial(covered, cover=cover_photo)),
    Case("hide-covered-half", "between", partial(half_covered, cover=white)),
    Case("hide-layer-marks", "end", marked, after=partial(layer, shown=False)),
    Case("hide-layer-form", "between", partial(form, name="note", draw=Sheet.put), after=partial(layer, shown=False)),
    Case("hide-layer-member", "top", marked, after=partial(layer, shown=False, member=True)),
    Case("hide-table-cell", "end", partial(table_cell, ground=white, ink=white)),
    Case("hide-stroke-white", "bullet", partial(in_mode, mode=1, stroke=white)),
    Case("hide-flipped-page", "end", partial(painted, colour=white), before=upside_down),
    Case("hide-turned-page", "between", partial(painted, colour=white), after=turned),
]

LOOKALIKES = [
    Case("fair-banner-path", "none", nothing, before=partial(rectangle, colour=SLATE, box=BANNER), options=BANNER_HEAD),
    Case("fair-banner-image", "none", nothing, before=partial(image, picture=flat("#1f3a5f")), options=BANNER_HEAD),
    Case("fair-banner-gradient", "none", nothing, before=partial(gradient, first=NAVY, last=TEAL), options=BANNER_HEAD),
    Case(
        "fair-banner-form",
        "none",
        nothing,
        before=partial(form, name="banner", draw=partial(rectangle, colour=NAVY, box=BANNER)),
        options=BANNER_HEAD,
    ),
    Case(
        "fair-banner-alpha",
        "none",
        nothing,
        before=partial(rectangle, colour=Color(0, 0, 0, alpha=0.8), box=BANNER),
        options=BANNER_HEAD,
    ),
    Case(
        "fair-banner-photo", "none", nothing, before=partial(image, picture=photo((300, 50), 130)), options=BANNER_HEAD
    ),
    Case("fair-sidebar-white", "none", nothing, before=partial(sidebar, colour=TEAL, ink=white)),
    Case("fair-grey-767676", "end", partial(painted, colour=HexColor("#767676"))),
    Case("fair-grey-999999", "between", partial(word_by_word, colour=HexColor("#999999"))),
    Case("fair-dark-yellow", "end", partial(highlighted, ground=SLATE, ink=HexColor("#ffe14d"))),
    Case("fair-white-on-strip", "between", partial(highlighted, ground=NAVY, ink=white)),
    Case("fair-small-5pt", "end", partial(painted, colour=black, size=5)),
    Case("fair-small-4pt", "between", partial(painted, colour=black, size=4)),
    Case("fair-unit-font", "end", Sheet.put, options={"manner": "unit"}),
    Case("fair-watermark-shape", "none", nothing, before=watermark),
    Case("fair-strikethrough", "between", partial(covered, cover=partial(cover_line, rise=3))),
    Case("fair-underline", "end", partial(covered, cover=partial(cover_line, rise=-1.5))),
    Case("fair-highlight-before", "end", partial(highlighted, ground=HexColor("#fff36b"), ink=black)),
    Case("fair-overlay-alpha", "end", partial(covered, cover=partial(cover_alpha, colour=white, alpha=0.1))),
    Case(
        "fair-overlay-multiply",
        "between",
        partial(covered, cover=partial(cover_alpha, colour=HexColor("#fff36b"), alpha=1, blend="Multiply")),
    ),
    Case("fair-overlay-frame", "end", partial(covered, cover=cover_frame)),
    Case("fair-overlay-hole", "end", partial(covered, cover=cover_hole)),
    Case("fair-overlay-stamp", "end", partial(covered, cover=cover_stamp)),
    Case("fair-overlay-neighbour", "between", partial(covered, cover=cover_neighbour)),
    Case("fair-overlay-repeated", "end", partial(covered, cover=cover_and_repeat)),
    Case("fair-layer-marks", "end", marked, after=partial(layer, shown=True)),
    Case("fair-layer-form", "between", partial(form, name="note", draw=Sheet.put), after=partial(layer, shown=True)),
    Case("fair-clip-around", "between", clipped),
    Case("fair-cropbox", "end", Sheet.put, before=partial(smaller_page, inset=30)),
    Case("fair-page-edge", "end", partial(elsewhere, x=0, y=3)),
    Case("fair-edge-rotated", "end", up_the_edge),
    Case("fair-flipped-page", "end", Sheet.put, before=upside_down),
    Case("fair-turned-page", "between", Sheet.put, after=turned),
    Case("fair-condensed", "end", partial(stretched, percent=70)),
    Case("fair-alpha-half", "end", partial(see_through, alpha=0.55)),
    Case("fair-table-cell", "end", partial(table_cell, ground=NAVY, ink=white)),
    Case("fair-double-bold", "end", partial(twice, dx=0.3, dy=0, first=black)),
    Case("fair-double-shadow", "end", partial(twice, dx=0.8, dy=-0.8, first=HexColor("#bbbbbb"))),
    Case("fair-outline-stroke", "end", partial(in_mode, mode=1, size=14)),
    Case("fair-outline-both", "end", partial(in_mode, mode=2, stroke=NAVY, fill=NAVY, size=12)),
    Case("fair-mode7-gradient", "end", clip_to_letters, options={"words": "Volunteer firefighter since 2018"}),
    Case("fair-info-keywords", "end", stuffed_keywords),
]


def make(case: Case, number: int) -> None:
    """Write the PDF and the two texts."""
    attack = case.name.startswith("hide-")
    target = FOLDER / f"{case.name}.pdf"
    canvas = Canvas(str(target), pagesize=A4, invariant=1, pageCompression=1)
    person = PEOPLE[number % len(PEOPLE)]
    canvas.setTitle(f"{person[0]}, {person[1]}")
    words = phrase(attack=attack, short=case.place == "bullet")
    options = {"fonts": FONTS[number % 3], "size": (10, 11, 9.5, 10.5)[number % 4], **case.options}
    sheet = Sheet(canvas, attack, **{"words": words, **options})
    draw_page(sheet, person, case)
    canvas.showPage()
    canvas.save()
    if case.after:
        with pikepdf.open(target, allow_overwriting_input=True) as pdf:
            case.after(pdf)
            pdf.save(target, deterministic_id=True)
    save_expected(case.name, sheet.visible, sheet.hidden)


def make_drawn() -> None:
    for number, case in enumerate(ATTACKS):
        make(case, number)
    for number, case in enumerate(LOOKALIKES):
        make(case, number + 5)
