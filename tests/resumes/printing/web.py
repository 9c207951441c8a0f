"""Résumés as pages that people put on the web."""

from html import escape

from .css import is_tinted, style_sheet, tint_of
from .markup import DIVS, SEMANTIC, SIMPLE, Markup
from .taste import Design
from .typed import typed

SCREEN = """
body { padding: 2em 1em; background: $back; }
.page { max-width: $width; margin: 0 auto; background: #fff; padding: $padding; }
.side { background: $tint; }
.side, .main { padding-top: 1.2em; padding-bottom: 1.2em; }
"""


def write_page(design: Design) -> str:
    pick = design.taste.pick
    tags = pick("web tags", {SEMANTIC: 45, DIVS: 35, SIMPLE: 20})
    flush = pick("flush", {"flex": 60, "float": 25, "table": 15})
    if design.look == "typewriter":
        body = f"<pre>{escape(typed(design, for_paper=True))}</pre>"
    else:
        body = Markup(design, tags, flush, are_links=design.taste.among("web links", [True, True, True, False])).body()
    name = escape(design.resume.name)
    title = pick("web title", {name: 2, f"{name} – CV": 2, f"Résumé of {name}": 1, "Curriculum Vitae": 1})
    head = f'<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n<title>{title}</title>\n'
    sheet = style_sheet(design, flush=flush, on_screen=True) + _screen(design)
    page = f'<div class="page">\n{body}\n</div>'
    opening = f'<!DOCTYPE html>\n<html lang="{design.language}">\n<head>\n{head}<style>{sheet}</style>\n</head>\n'
    return f"{opening}<body>\n{page}\n</body>\n</html>\n"


def _screen(design: Design) -> str:
    pick = design.taste.pick
    values = {
        "back": pick("web back", {"#fff": 3, "#f2f2f2": 3}),
        "width": pick("web width", {"46em": 2, "54em": 3, "62em": 2}),
        "padding": "2em",
        "tint": tint_of(design) if is_tinted(design) else "none",
    }
    text = SCREEN
    for name, value in values.items():
        text = text.replace(f"${name}", value)
    return text
