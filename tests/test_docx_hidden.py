"""What nobody can see in a Word file is kept apart, and nothing else is."""

import pytest
from word_files import STYLES, in_box, p, pict, r, read, solid, table, texts

from skillgap.documents.types import HiddenCause


def white(text: str) -> str:
    return r(text, '<w:color w:val="FFFFFF"/>')


WHITE_X = f"<w:p>{white('x')}</w:p>"
FAR_LEFT = '<wp:positionH relativeFrom="page"><wp:posOffset>-9000000</wp:posOffset></wp:positionH>'
DARK = '<w:shd w:val="clear" w:fill="203040"/>'
THEME = '<a:themeElements><a:clrScheme><a:lt1><a:sysClr val="window" lastClr="FEFEFE"/></a:lt1></a:clrScheme></a:themeElements>'
HIDDEN = {
    "vanish": (p("x", run="<w:vanish/>"), HiddenCause.SWITCHED_OFF),
    "vanish by style": (p("x", '<w:pStyle w:val="Off"/>'), HiddenCause.SWITCHED_OFF),
    "white": (p("x", run='<w:color w:val="FFFFFF"/>'), HiddenCause.SAME_COLOR),
    "near white": (p("x", run='<w:color w:val="F2F2F2"/>'), HiddenCause.SAME_COLOR),
    "white by theme": (p("x", run='<w:color w:val="000000" w:themeColor="background1"/>'), HiddenCause.SAME_COLOR),
    "white by character style": (p("x", run='<w:rStyle w:val="White"/>'), HiddenCause.SAME_COLOR),
    "dark on the same dark": (p("x", DARK, '<w:color w:val="223242"/>'), HiddenCause.SAME_COLOR),
    "white in a white cell of a dark table": (
        table([f'<w:tcPr><w:shd w:val="clear" w:fill="FFFFFF"/></w:tcPr><w:p>{white("x")}</w:p>'], properties=DARK),
        HiddenCause.SAME_COLOR,
    ),
    "white in a white box": (
        in_box(WHITE_X, fill=solid("FFFFFF")),
        HiddenCause.SAME_COLOR,
    ),
    "white in a clear box": (
        in_box(WHITE_X, fill="<a:noFill/>"),
        HiddenCause.SAME_COLOR,
    ),
    "one point": (p("x", run='<w:sz w:val="2"/>'), HiddenCause.TINY),
    "no width": (p("x", run='<w:w w:val="1"/>'), HiddenCause.TINY),
    "no height": (p("x", '<w:spacing w:line="20" w:lineRule="exact"/>'), HiddenCause.CLIPPED),
    "clear letters": (p("x", run="<w14:textFill><w14:noFill/></w14:textFill>"), HiddenCause.TRANSPARENT),
    "a box without width": (in_box(p("x"), extent='cx="0" cy="9"'), HiddenCause.CLIPPED),
    "a box off the page": (
        in_box(p("x"), anchor=FAR_LEFT),
        HiddenCause.OFF_PAGE,
    ),
    "a VML box off the page": (
        f"<w:p><w:r>{pict(p('x'), 'margin-left:-9999pt;width:90pt')}</w:r></w:p>",
        HiddenCause.OFF_PAGE,
    ),
}


@pytest.mark.parametrize(("body", "cause"), HIDDEN.values(), ids=HIDDEN)
def test_what_no_person_can_see_is_kept_apart(body: str, cause: HiddenCause) -> None:
    result = read(body + p("seen"), styles=STYLES, theme=THEME)
    assert texts(result) == ["seen"]
    assert [(hidden.text, hidden.cause) for hidden in result.hidden] == [("x", cause)]


SEEN = {
    "vanish taken back": p("x", '<w:pStyle w:val="Off"/>', '<w:vanish w:val="0"/>'),
    "hidden on the web only": p("x", run="<w:webHidden/>"),
    "white on a shaded run": p("x", run='<w:color w:val="FFFFFF"/>' + DARK),
    "white on a highlight": p("x", run='<w:color w:val="FFFFFF"/><w:highlight w:val="black"/>'),
    "white on a shaded paragraph": f"<w:p><w:pPr>{DARK}</w:pPr>{white('x')}</w:p>",
    "white in a shaded cell": table([f"<w:tcPr>{DARK}</w:tcPr><w:p>{white('x')}</w:p>"]),
    "white in a shaded table": table([WHITE_X], properties=DARK),
    "white in a table of a shading style": table([WHITE_X], properties='<w:tblStyle w:val="Grid"/>'),
    "white in a dark box": in_box(WHITE_X, fill=solid("203040")),
    "white in a clear box over a dark one": (in_box(WHITE_X) + in_box("<w:p/>", fill=solid("203040"))),
    "small print": p("x", run='<w:sz w:val="12"/>'),
    "light grey": p("x", run='<w:color w:val="999999"/>'),
    "yellow": p("x", run='<w:color w:val="FFFF00"/>'),
    "a thin but real line": p("x", '<w:spacing w:line="240" w:lineRule="exact"/>'),
}


@pytest.mark.parametrize("body", SEEN.values(), ids=SEEN)
def test_what_a_person_can_see_is_text(body: str) -> None:
    grid = f'<w:style w:type="table" w:styleId="Grid"><w:tblStylePr w:type="firstRow"><w:tcPr>{DARK}</w:tcPr></w:tblStylePr></w:style>'
    result = read(body, styles=STYLES + grid)
    assert texts(result) == ["x"]
    assert result.hidden == ()


def test_the_page_may_have_a_colour_of_its_own() -> None:
    """Word shows it only where the settings say so; on a dark page white is seen and the dark colour is not."""
    body = f"<w:p>{white('light')}</w:p>" + p("dark", run='<w:color w:val="203040"/>')
    page = '<w:background w:color="203040"/>'
    assert texts(read(body, before=page)) == ["dark"]
    assert texts(read(body, before=page, settings="<w:displayBackgroundShape/>")) == ["light"]
