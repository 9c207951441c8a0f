"""The style sheets of the looks, on paper and on a screen."""

from .markup import header_place
from .taste import Design

BASE = """
* { box-sizing: border-box; }
body { font-family: $stack; font-size: $size; line-height: $leading; color: $ink; margin: 0; }
h1, h2, h3, p, ul, div { margin: 0; padding: 0; }
h3, p { font-size: 1em; font-weight: normal; }
strong, b, .b { font-weight: bold; } em, i, .i { font-style: italic; }
a { color: inherit; text-decoration: $underline; }
.name { font-size: $name; font-weight: bold; line-height: 1.2; margin-bottom: .15em; color: $accent; }
.headline { font-size: 1.15em; margin-bottom: .2em; }
.header { margin-bottom: .9em; }
.heading { font-size: $heading; font-weight: bold; color: $accent; margin: $gap 0 .35em; break-after: avoid; $capitals $rule }
.untitled { margin-top: $gap; }
.entry { margin-bottom: $between; }
.head:not(:last-child) { break-after: avoid; }
ul { margin: .15em 0 .2em; padding-left: 1.35em; list-style-type: $marker; }
.item { padding-left: 1.3em; text-indent: -.95em; margin: .1em 0; }
.item .sign { display: inline-block; width: .95em; text-indent: 0; }
.item.bare { text-indent: 0; }
.split { display: flex; justify-content: space-between; gap: 1.2em; }
.split .right { white-space: nowrap; text-align: right; }
table.split { display: table; }
table { border-collapse: collapse; width: 100%; }
td { vertical-align: top; padding: 0; }
td.right { text-align: right; white-space: nowrap; padding-left: 1em; }
.main .line, .content .line, .main li { $justify }
"""
FLOAT = ".split { display: block; overflow: hidden; } .split .right { float: right; margin-left: 1em; }\n"
CENTERED = (
    ".header { text-align: center; } .heading { text-align: center; } .header .split { justify-content: center; }\n"
)
COLUMNS = """
.columns { column-count: 2; column-gap: 2.2em; column-fill: balance; $column_rule }
.columns > * > .heading { margin-top: 0; } .section { padding-top: .01em; margin-bottom: .9em; }
.split { display: block; } .split .right { float: right; white-space: normal; }
"""
RAIL = """
.section { display: grid; grid-template-columns: $rail 1fr; column-gap: 1.4em; margin-top: $gap; }
.rail .heading { margin: 0; break-after: auto; $rail_align }
.section { $rail_rule }
"""
DATED = """
.dated { display: grid; grid-template-columns: $dates 1fr; column-gap: 1.2em; margin-bottom: .2em; }
.dated.entry { margin-bottom: $between; }
"""
TABLE = """
.ruled { margin-bottom: .8em; } .ruled > tbody > tr > td { border: .75pt solid #888; padding: .3em .5em; }
td.left { width: $dates; } td .head:not(:last-child) { break-after: auto; }
td.left .split, td.left .split .right { display: block; float: none; text-align: left; white-space: normal; }
.heading { $band }
.details { width: auto; margin-top: .4em; } .details td { border: .75pt solid #888; padding: .15em .6em; }
"""
TWO = """
.two { display: grid; grid-template-columns: $columns; grid-template-rows: auto; align-items: start; }
.side { grid-column: $side_at; grid-row: 1; padding: $side_pad; color: $side_ink; overflow-wrap: anywhere; font-size: .95em; }
.main { grid-column: $main_at; grid-row: 1; padding: $main_pad; }
.side .split { display: block; } .side .split .right { white-space: normal; float: none; display: block; text-align: left; }
.side > .section:first-child .heading, .main > .section:first-child .heading { margin-top: 0; }
.side .name { font-size: 1.7em; } .side .heading, .side .name { color: $side_head; $side_rule }
"""
NARROW = "32%"
TINTS = {"#eef2f5": 4, "#e6ecf0": 3, "#f3efe8": 2, "dark": 3, "#ececec": 3}


def style_sheet(design: Design, *, flush: str, on_screen: bool = False) -> str:
    """What every medium needs; sizes are in points on paper, in pixels on a screen."""
    values = _values(design, on_screen=on_screen)
    extra = {
        "centered": CENTERED,
        "columns": COLUMNS,
        "rail": RAIL,
        "dates-left": DATED,
        "table": TABLE,
        "sidebar": TWO,
        "sidebar-right": TWO,
    }.get(design.look, "")
    parts = [BASE, FLOAT if flush == "float" and "columns" not in design.look else "", extra]
    text = "".join(parts)
    for name in sorted(values, key=len, reverse=True):
        text = text.replace(f"${name}", values[name])
    return text


def paper_sheet(design: Design, footer: str) -> str:
    """The page: its size and margins, the tint beside it, and what runs along its foot or head."""
    width, height = design.paper
    if is_tinted(design):
        return f"@page {{ size: {width}pt {height}pt; margin: 0; }}\n{_tint(design)}"
    running = _running(design, footer) if footer else ""
    return f"@page {{ size: {width}pt {height}pt; margin: {design.margin}pt; {running} }}\n"


def is_tinted(design: Design) -> bool:
    return design.look.startswith("sidebar")


def tint_of(design: Design) -> str:
    """The colour of the narrow column: a light one, or the accent itself under white words."""
    colour = design.taste.pick("tint", TINTS)
    if colour != "dark":
        return colour
    return "#2f3e4e" if design.accent == "#000000" else design.accent


def is_dark(design: Design) -> bool:
    return is_tinted(design) and design.taste.pick("tint", TINTS) == "dark"


def _tint(design: Design) -> str:
    """A block behind each page, to its edges; so the margins are a padding, which each page has anew."""
    side = "right" if design.look == "sidebar-right" else "left"
    margin = design.margin
    return (
        f".tint {{ position: fixed; top: 0; bottom: 0; {side}: 0; width: {NARROW};"
        f" background: {tint_of(design)}; z-index: -1; -webkit-print-color-adjust: exact; }}\n"
        f".sheet {{ padding: {margin}pt 0; box-decoration-break: clone; -webkit-box-decoration-break: clone; }}\n"
        f".sheet > .header {{ margin: -{margin}pt 0 {margin / 2}pt; padding: {margin}pt {margin}pt {margin / 3:.1f}pt; background: white;"
        f" -webkit-print-color-adjust: exact; border-bottom: 1.5pt solid {design.accent}; }}\n"
    )


def _running(design: Design, footer: str) -> str:
    name = design.resume.name.replace('"', "'")
    number, of = "counter(page)", "counter(pages)"
    texts = {
        "of": f'"{name} – page " {number} " of " {of}',
        "page": f'"Page " {number}',
        "slash": f'{number} " / " {of}',
        "name": f'"{name}, CV, p. " {number}',
    }
    place = design.taste.pick("running place", {"@bottom-right": 4, "@bottom-center": 4, "@top-right": 2})
    return f"{place} {{ content: {texts[footer]}; font-family: {design.stack.replace(chr(34), '')}; font-size: 8pt; color: #555; }}"


def _values(design: Design, *, on_screen: bool) -> dict[str, str]:
    pick = design.taste.pick
    is_dense, is_plain = design.look == "dense", design.look == "plain"
    values = {
        "stack": design.stack,
        "size": f"{design.fitted * 1.45:.1f}px" if on_screen else f"{design.fitted}pt",
        "leading": pick("leading", {"1.12": 1} if is_dense else {"1.25": 3, "1.32": 4, "1.42": 3}),
        "ink": pick("ink", {"#000": 6, "#222": 3, "#333": 1}),
        "underline": pick("underline", {"none": 6, "underline": 4}),
        "name": {
            "modern": "2.5em",
            "dense": "1.7em",
            "plain": pick("name size", {"1em": 1, "1.3em": 2, "1.6em": 3}),
        }.get(design.look, pick("name size", {"1.7em": 3, "2em": 4, "2.3em": 2})),
        "accent": design.accent,
        "heading": pick("heading size", {"1em": 1, "1.08em": 2})
        if is_plain or is_dense
        else pick("heading", {"1.1em": 3, "1.25em": 3}),
        "gap": ".6em" if is_dense else pick("gap", {".9em": 2, "1.1em": 3, "1.4em": 2}),
        "between": ".25em" if is_dense else pick("between", {".35em": 2, ".6em": 3, ".85em": 2}),
        "capitals": "text-transform: uppercase;" + pick("spaced", {"": 7, " letter-spacing: .06em;": 3})
        if design.has_capitals
        else "",
        "rule": f"border-bottom: .75pt solid {design.accent}; padding-bottom: .08em;" if design.is_ruled else "",
        "marker": {"•": "disc", "": "none"}.get(design.bullet, f'"{design.bullet}\\00a0 "'),
        "justify": "text-align: justify;" if design.is_serif and design.taste.one_in(4, "justify") else "",
    }
    return values | _look_values(design)


def _look_values(design: Design) -> dict[str, str]:
    pick = design.taste.pick
    is_right = design.look == "sidebar-right"
    margin, gap = f"{design.margin}pt", f"{design.margin / 2}pt"
    dark = is_dark(design)
    return {
        "column_rule": pick("column rule", {"": 3, "column-rule: .5pt solid #999;": 2}),
        "rail": f"{design.rail * 100:.1f}%",
        "rail_align": pick("rail align", {"": 3, "text-align: right;": 2})
        + " font-size: 1em; line-height: inherit; border: 0;",
        "rail_rule": pick("rail rule", {"": 3, "border-top: .6pt solid #bbb; padding-top: .5em;": 2}),
        "dates": pick("dates width", {"19%": 2, "22%": 3, "25%": 2}),
        "band": pick("band", {"": 2, "background: #e3e7ea; padding: .1em .4em;": 3}),
        "columns": f"1fr {NARROW}" if is_right else f"{NARROW} 1fr",
        "side_at": "2" if is_right else "1",
        "main_at": "1" if is_right else "2",
        "side_pad": f"0 {gap} 0 {gap}",
        "main_pad": f"0 {gap} 0 {margin}" if is_right else f"0 {margin} 0 {gap}",
        "side_ink": "#fff" if dark else "inherit",
        "side_head": "#fff" if dark else design.accent,
        "side_rule": "border-color: #fff;" if dark else "",
    }


def has_header_above(design: Design) -> bool:
    return is_tinted(design) and header_place(design) == "above"
