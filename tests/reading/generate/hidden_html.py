"""Hidden words in HTML, and harmless look-alikes."""

from html import escape

from hidden_cases import FOLDER, Case, entries

_TAGS = {"name": "h1", "title": "p", "contact": "p", "#": "h2", "@": "h3", "-": "li", "text": "p"}
_CSS = "body{font:15px/1.5 sans-serif;color:#222;background:#fff;max-width:44em;margin:2em} h3 span{float:right}"

HTML = [
    Case("hide-html-display-inline", "end", '<p style="display:none">WORDS</p>'),
    Case("hide-html-display-class", "bullet", '<span class="note">WORDS</span>', ".note{display:none}"),
    Case("hide-html-display-id", "between", '<li id="note">WORDS</li>', "#note{display:none !important}"),
    Case("hide-html-display-screen", "end", '<p class="p1">WORDS</p>', "@media screen{.p1{display:none}}"),
    Case(
        "hide-html-display-parent", "end", '<div class="aside"><div><p>WORDS</p></div></div>', ".aside{display: none}"
    ),
    Case("hide-html-visibility", "between", '<li class="ghost">WORDS</li>', ".ghost{visibility:hidden}"),
    Case("hide-html-opacity", "bullet", '<span style="opacity:0">WORDS</span>'),
    Case("hide-html-offscreen-left", "end", '<p style="position:absolute;left:-9999px">WORDS</p>'),
    Case(
        "hide-html-offscreen-indent", "end", '<p class="logo">WORDS</p>', ".logo{text-indent:-9999px;overflow:hidden}"
    ),
    Case("hide-html-zero-font", "bullet", '<span style="font-size:0">WORDS</span>'),
    Case("hide-html-zero-height", "end", '<div class="fold">WORDS</div>', ".fold{height:0;overflow:hidden}"),
    Case(
        "hide-html-clip",
        "end",
        '<p class="sr">WORDS</p>',
        ".sr{position:absolute;clip-path:inset(100%);width:1px;height:1px}",
    ),
    Case("hide-html-white-class", "between", '<li class="blank">WORDS</li>', ".blank{color:#ffffff}"),
    Case("hide-html-white-inherited", "end", '<div class="w"><p><b>WORDS</b></p></div>', ".w{color:white}"),
    Case("hide-html-same-dark", "end", '<p class="bar">WORDS</p>', ".bar{background:#223344;color:rgb(34,51,68)}"),
    Case("hide-html-transparent", "bullet", '<span style="color:transparent">WORDS</span>'),
    Case("hide-html-attribute", "end", "<section hidden><p>WORDS</p></section>"),
    Case("hide-html-template", "end", "<template><p>WORDS</p></template>"),
    Case("fair-html-script", "end", '<script type="text/plain">WORDS</script>'),
    Case("hide-html-noscript", "end", "<noscript>WORDS</noscript>"),
    Case("fair-html-comment", "between", "<!-- WORDS -->"),
    Case("fair-html-display-print", "end", '<p class="p1">WORDS</p>', "@media print{.p1{display:none}}"),
    Case(
        "fair-html-display-overridden",
        "between",
        '<li class="note">WORDS</li>',
        "li.note{display:list-item} .note{display:none}",
    ),
    Case("fair-html-display-later", "end", '<p class="a">WORDS</p>', ".a{display:none} .a{display:block}"),
    Case("fair-html-display-other", "end", '<p class="note">WORDS</p>', "div.note, p .note{display:none}"),
    Case(
        "fair-html-visibility-child",
        "end",
        '<p class="v"><span>WORDS</span></p>',
        ".v{visibility:hidden} .v span{visibility:visible}",
    ),
    Case("fair-html-opacity-part", "between", '<li style="opacity:.7">WORDS</li>'),
    Case("fair-html-hanging-indent", "end", '<p class="h">WORDS</p>', ".h{text-indent:-1.5em;padding-left:1.5em}"),
    Case("fair-html-offset-small", "end", '<p style="position:relative;left:-4px">WORDS</p>'),
    Case(
        "fair-html-font-restored",
        "end",
        '<div class="z"><span>WORDS</span></div>',
        ".z{font-size:0} .z span{font-size:15px}",
    ),
    Case("fair-html-height-fits", "end", '<div class="box">WORDS</div>', ".box{height:6em;overflow:hidden}"),
    Case(
        "fair-html-white-on-dark",
        "end",
        '<p class="bar">WORDS</p>',
        ".bar{background-color:#223344;color:#fff;padding:6px}",
    ),
    Case(
        "fair-html-white-in-dark",
        "end",
        '<footer><p class="w">WORDS</p></footer>',
        "footer{background:#123} .w{color:white}",
    ),
    Case("fair-html-grey", "bullet", '<span style="color:#888">WORDS</span>'),
    Case("fair-html-details", "end", "<details><summary>More</summary><p>WORDS</p></details>", lead="More"),
    Case("fair-html-aria-hidden", "between", '<li aria-hidden="true">WORDS</li>'),
    Case("fair-html-class-name", "end", '<p class="hidden invisible">WORDS</p>'),
]


def html_page(case: Case, person: list[str], words: str) -> str:
    """The person as a page with the words in their mark-up."""
    body: list[str] = []
    inside = False
    extra = case.markup.replace("WORDS", escape(words))
    for kind, text, here in entries(person, case.place):
        if (kind == "-") != inside:
            inside = kind == "-"
            body.append("<ul>" if inside else "</ul>")
        left, _, right = escape(text).partition("\t")
        dates = f" <span>{right}</span>" if right else ""
        more = f" {extra}" if here and case.place == "bullet" else ""
        body.append(f"<{_TAGS[kind]}>{left}{dates}{more}</{_TAGS[kind]}>")
        if here and case.place == "end":
            body.append(f"</ul>\n{extra}" if inside else extra)
            inside = False
        elif here and not more:
            body.append(extra)
    head = f'<meta charset="utf-8">\n<title>{person[0]}</title>\n<style>{_CSS}\n{case.extra}</style>'
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n{head}\n</head>\n<body>\n'
        + "\n".join(body)
        + "\n</body>\n</html>\n"
    )


def write_html(case: Case, person: list[str], words: str) -> None:
    (FOLDER / f"{case.name}.html").write_text(html_page(case, person, words), "utf-8")
