"""Hidden words in ODT, and harmless look-alikes."""

import io
import zipfile
from html import escape

from hidden_cases import FOLDER, Case, entries, repack

_SPAN = '<text:p><text:span text:style-name="S">WORDS</text:span></text:p>'
_ODT_CELL = (
    '<table:table><table:table-column/><table:table-row><table:table-cell table:style-name="C" office:value-type="string">'
    '<text:p><text:span text:style-name="S">WORDS</text:span></text:p></table:table-cell></table:table-row></table:table>'
)
_ODT_SECTION = '<text:section text:name="Notes" text:display="{}"><text:p>WORDS</text:p></text:section>'


def _text_style(properties: str) -> str:
    return f'<style:style style:name="S" style:family="text"><style:text-properties {properties}/></style:style>'


_WHITE_STYLE = _text_style('fo:color="#ffffff"')
_DARK_CELL = (
    '<style:style style:name="C" style:family="table-cell">'
    '<style:table-cell-properties fo:background-color="#1f3a5f" fo:padding="0.1cm"/></style:style>'
)
_DARK_PARAGRAPH = (
    '<style:style style:name="P" style:family="paragraph"><style:paragraph-properties fo:background-color="#2b2b2b"/>'
    '<style:text-properties fo:color="#ffffff"/></style:style>'
)

ODT = [
    Case(
        "hide-odt-display-none",
        "bullet",
        '<text:span text:style-name="S">WORDS</text:span>',
        _text_style('text:display="none"'),
    ),
    Case("hide-odt-white", "between", _SPAN, _WHITE_STYLE),
    Case("hide-odt-tiny-1pt", "end", _SPAN, _text_style('fo:font-size="1pt"')),
    Case("hide-odt-section", "end", _ODT_SECTION.format("none")),
    Case(
        "hide-odt-paragraph",
        "between",
        '<text:p><text:hidden-paragraph text:condition="ooow:TRUE" text:is-hidden="true"/>WORDS</text:p>',
    ),
    Case("fair-odt-white-cell", "end", _ODT_CELL, _WHITE_STYLE + _DARK_CELL),
    Case("fair-odt-white-paragraph", "between", '<text:p text:style-name="P">WORDS</text:p>', _DARK_PARAGRAPH),
    Case(
        "fair-odt-display-true",
        "bullet",
        '<text:span text:style-name="S">WORDS</text:span>',
        _text_style('text:display="true"'),
    ),
    Case("fair-odt-section", "end", _ODT_SECTION.format("true")),
    Case("fair-odt-grey", "end", _SPAN, _text_style('fo:color="#808080"')),
]

_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_ODF_NAMES = " ".join(
    [
        *(f'xmlns:{name}="{_ODF}:{name}:1.0"' for name in ("office", "text", "style", "table")),
        f'xmlns:fo="{_ODF}:xsl-fo-compatible:1.0"',
        'xmlns:ooow="http://openoffice.org/2004/writer"',
    ],
)
_ODT_STYLES = (
    '<style:style style:name="Big" style:family="paragraph"><style:text-properties fo:font-size="18pt"/></style:style>'
    '<style:style style:name="Head" style:family="paragraph"><style:text-properties fo:font-size="13pt"/></style:style>'
)


def _odt_content(case: Case, person: list[str], words: str) -> str:
    body = []
    for kind, text, here in entries(person, case.place):
        extra = case.markup.replace("WORDS", escape(words)) if here else ""
        inner = escape(text).replace("\t", "<text:tab/>")
        if here and case.place == "bullet":
            inner, extra = f"{inner} {extra}", ""
        style = {"name": ' text:style-name="Big"', "#": ' text:style-name="Head"'}.get(kind, "")
        if kind == "-":
            body.append(f"<text:list><text:list-item><text:p>{inner}</text:p></text:list-item></text:list>{extra}")
        else:
            body.append(f"<text:p{style}>{inner}</text:p>{extra}")
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content {_ODF_NAMES} office:version="1.3">'
        f"<office:automatic-styles>{_ODT_STYLES}{case.extra}</office:automatic-styles>"
        f"<office:body><office:text>{''.join(body)}</office:text></office:body></office:document-content>"
    )


def write_odt(case: Case, person: list[str], words: str) -> None:
    kind = "application/vnd.oasis.opendocument.text"
    entries = f'<m:file-entry m:full-path="/" m:media-type="{kind}"/><m:file-entry m:full-path="content.xml" m:media-type="text/xml"/>'
    manifest = f'<m:manifest xmlns:m="{_ODF}:manifest:1.0" m:version="1.3">{entries}</m:manifest>'
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("mimetype", kind)
        archive.writestr("content.xml", _odt_content(case, person, words))
        archive.writestr("META-INF/manifest.xml", manifest)
    repack(data, FOLDER / f"{case.name}.odt")
