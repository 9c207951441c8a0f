"""Hidden words in DOCX, and harmless look-alikes."""

import io
from html import escape

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hidden_cases import FOLDER, Case, entries, repack

_NAMESPACES = (
    nsdecls("w", "wp", "a")
    + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    + ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def _run(properties: str) -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">WORDS</w:t></w:r>'


def _paragraph(run: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{run}</w:p>"


def _table(run: str, cell: str = "", table: str = "") -> str:
    """A table of one cell with borders."""
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:color="808080"/>' for side in ("top", "left", "bottom", "right")
    )
    frame = table or f"<w:tblBorders>{sides}</w:tblBorders>"
    grid = '<w:tblGrid><w:gridCol w:w="8600"/></w:tblGrid>'
    return (
        f'<w:tbl><w:tblPr>{frame}<w:tblW w:w="8600" w:type="dxa"/></w:tblPr>{grid}'
        f'<w:tr><w:tc><w:tcPr><w:tcW w:w="8600" w:type="dxa"/>{cell}</w:tcPr>{_paragraph(run)}</w:tc></w:tr></w:tbl>'
    )


def _text_box(run: str, offset: int, size: tuple[int, int], fill: str) -> str:
    """A floating box with text, `offset` to the right of the column, in English Metric Units."""
    width, height = size
    shape = (
        f'<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill}</wps:spPr>'
        f"<wps:txbx><w:txbxContent>{_paragraph(run)}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>"
    )
    uri = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    anchor = (
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0"'
        ' layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="column"><wp:posOffset>{offset}</wp:posOffset></wp:positionH>'
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>60000</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{width}" cy="{height}"/><wp:wrapTopAndBottom/><wp:docPr id="7" name="Box 7"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{uri}">{shape}</a:graphicData></a:graphic></wp:anchor>'
    )
    return _paragraph(
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{anchor}</w:drawing></mc:Choice></mc:AlternateContent></w:r>',
    )


def _style(kind: str, name: str, properties: str, base: str = "") -> str:
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    return f'<w:style w:type="{kind}" w:customStyle="1" w:styleId="{name}"><w:name w:val="{name}"/>{based}{properties}</w:style>'


_WHITE = '<w:color w:val="FFFFFF"/>'
_DARK = '<w:shd w:val="clear" w:color="auto" w:fill="1F3A5F"/>'
_BLUE_FILL = '<a:solidFill><a:srgbClr val="1F3A5F"/></a:solidFill>'
_HIDDEN = "<w:rPr><w:vanish/></w:rPr>"
_DARK_TABLE = "<w:tblPr/><w:tcPr>" + _DARK + "</w:tcPr>"

DOCX = [
    Case("hide-docx-vanish-run", "bullet", _run("<w:vanish/>")),
    Case(
        "hide-docx-vanish-style",
        "end",
        _paragraph(_run(""), '<w:pStyle w:val="Aside"/>'),
        _style("paragraph", "Aside", _HIDDEN),
    ),
    Case("hide-docx-white-run", "between", _paragraph(_run(_WHITE))),
    Case("hide-docx-white-bullet", "bullet", _run('<w:color w:val="FEFEFE"/>')),
    Case("hide-docx-white-theme", "end", _paragraph(_run('<w:color w:val="FFFFFF" w:themeColor="background1"/>'))),
    Case(
        "hide-docx-white-letters",
        "bullet",
        _run('<w:rStyle w:val="Pale"/>'),
        _style("character", "Pale", f"<w:rPr>{_WHITE}</w:rPr>"),
    ),
    Case(
        "hide-docx-white-based",
        "end",
        _paragraph(_run(""), '<w:pStyle w:val="Closing2"/>'),
        _style("paragraph", "Base2", f"<w:rPr>{_WHITE}</w:rPr>") + _style("paragraph", "Closing2", "", "Base2"),
    ),
    Case("hide-docx-tiny-1pt", "end", _paragraph(_run('<w:sz w:val="2"/><w:szCs w:val="2"/>'))),
    Case("hide-docx-page-colour", "between", _paragraph(_run('<w:color w:val="FBF6EA"/>')), "background FBF6EA"),
    Case("hide-docx-white-cell", "end", _table(_run(_WHITE), '<w:shd w:val="clear" w:color="auto" w:fill="FFFFFF"/>')),
    Case("hide-docx-dark-shade", "end", _paragraph(_run('<w:color w:val="1F3A5F"/>'), _DARK)),
    Case("hide-docx-box-off-page", "end", _text_box(_run(""), -9_000_000, (4_000_000, 500_000), "<a:noFill/>")),
    Case("hide-docx-box-zero", "end", _text_box(_run(""), 0, (0, 0), "<a:noFill/>")),
    Case("fair-docx-web-hidden", "end", _paragraph(_run("<w:webHidden/>"))),
    Case("fair-docx-vanish-off", "bullet", _run('<w:vanish w:val="0"/>')),
    Case(
        "fair-docx-vanish-undone",
        "end",
        _paragraph(_run('<w:vanish w:val="false"/>'), '<w:pStyle w:val="Aside"/>'),
        _style("paragraph", "Aside", _HIDDEN),
    ),
    Case("fair-docx-white-on-cell", "end", _table(_run(_WHITE), _DARK)),
    Case("fair-docx-white-on-paragraph", "between", _paragraph(_run(_WHITE), _DARK)),
    Case("fair-docx-white-on-highlight", "bullet", _run(f'{_WHITE}<w:highlight w:val="black"/>')),
    Case("fair-docx-white-on-run", "end", _paragraph(_run(_WHITE + _DARK))),
    Case("fair-docx-white-in-box", "end", _text_box(_run(_WHITE), 0, (5_200_000, 500_000), _BLUE_FILL)),
    Case(
        "fair-docx-white-table-style",
        "end",
        _table(_run(_WHITE), "", '<w:tblStyle w:val="Night"/>'),
        _style("table", "Night", _DARK_TABLE),
    ),
    Case(
        "fair-docx-white-paragraph-style",
        "end",
        _paragraph(_run(""), '<w:pStyle w:val="Strip"/>'),
        _style("paragraph", "Strip", f"<w:pPr>{_DARK}</w:pPr><w:rPr>{_WHITE}</w:rPr>"),
    ),
    Case("fair-docx-fine-print", "end", _paragraph(_run('<w:sz w:val="12"/>'))),
    Case("fair-docx-grey", "between", _paragraph(_run('<w:color w:val="8C8C8C"/>'))),
    Case("fair-docx-page-colour", "end", _paragraph(_run("")), "background FBF6EA"),
]


def _prepare(document: Document, extra: str) -> None:
    """Add styles, or a page colour with the setting that shows it."""
    if extra.startswith("background"):
        colour = extra.split()[1]
        document.element.insert(0, parse_xml(f'<w:background {nsdecls("w")} w:color="{colour}"/>'))
        document.settings.element.insert(0, parse_xml(f"<w:displayBackgroundShape {nsdecls('w')}/>"))
    elif extra:
        for style in parse_xml(f"<w:styles {nsdecls('w')}>{extra}</w:styles>"):
            document.styles.element.append(style)


def write_docx(case: Case, person: list[str], words: str) -> None:
    document = docx.Document()
    _prepare(document, case.extra)
    styles = {"name": "Title", "#": "Heading 1", "@": "Heading 3", "-": "List Bullet"}
    for kind, text, here in entries(person, case.place):
        document.add_paragraph(text, style=styles.get(kind, "Normal"))
        if not here:
            continue
        paragraph = document.element.body[-2]
        lead = " " if case.place == "bullet" else ""
        markup = case.markup.replace("WORDS", lead + escape(words))
        for element in parse_xml(f"<w:body {_NAMESPACES}>{markup}</w:body>"):
            if case.place == "bullet":
                paragraph.append(element)
            else:
                paragraph.addnext(element)
    data = io.BytesIO()
    document.save(data)
    repack(data, FOLDER / f"{case.name}.docx")
