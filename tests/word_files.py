"""Word files built by hand, each of the inner XML of its parts."""

import zipfile
from collections.abc import Iterable
from io import BytesIO
from typing import Any

from skillgap.documents.types import Limits, ReaderResult
from skillgap.documents.word.reader import read_docx

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def relations(entries: Iterable[tuple[str, str, str]]) -> str:
    rows = "".join(
        f'<Relationship Id="{key}" Type="{RELATION}/{kind}" Target="{target}"'
        + (' TargetMode="External"/>' if kind == "hyperlink" else "/>")
        for key, kind, target in entries
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'


def packed(parts: dict[str, str | bytes]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in parts.items():
            archive.writestr(path, content)
    return buffer.getvalue()


def word(body: str, *, before: str = "", links: dict[str, str] | None = None, **parts: str) -> bytes:
    """A Word file of a body and further parts, each the inner XML of its root: styles, numbering, header1, footnotes."""
    roots = {"header": "hdr", "footer": "ftr", "theme": "theme"}
    files: dict[str, str | bytes] = {
        "_rels/.rels": relations([("r1", "officeDocument", "word/document.xml")]),
        "word/document.xml": f"<w:document {NAMESPACES}>{before}<w:body>{body}</w:body></w:document>",
    }
    entries = [(key, "hyperlink", target) for key, target in (links or {}).items()]
    for name, inner in parts.items():
        kind = name.rstrip("0123456789")
        root = ("a" if kind == "theme" else "w") + ":" + roots.get(kind, kind)
        files[f"word/{name}.xml"] = f"<{root} {NAMESPACES}>{inner}</{root}>"
        entries.append((name, kind, f"{name}.xml"))
    files["word/_rels/document.xml.rels"] = relations(entries)
    return packed(files)


def read(body: str, **parts: Any) -> ReaderResult:
    return read_docx(word(body, **parts), "cv.docx", Limits())


def texts(result: ReaderResult) -> list[str]:
    return [line.text for line in result.lines]


def p(text: str, properties: str = "", run: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{r(text, run)}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def table(*rows: list[str], properties: str = "") -> str:
    cells = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def box(content: str, *, fill: str = "", anchor: str = "", extent: str = 'cx="900000" cy="900000"') -> str:
    return (
        f"<w:r><w:drawing><wp:anchor><wp:extent {extent}/>{anchor}<a:graphic><a:graphicData><wps:wsp><wps:spPr>{fill}</wps:spPr>"
        f"<wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
    )


def in_box(content: str, **settings: str) -> str:
    return f"<w:p>{box(content, **settings)}</w:p>"


def pict(content: str, style: str = "") -> str:
    return f'<w:pict><v:rect style="{style}"><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox></v:rect></w:pict>'


def field(instruction: str, shown: str) -> str:
    kinds = {kind: f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")}
    code = f"<w:r><w:instrText> {instruction} </w:instrText></w:r>"
    return f"{kinds['begin']}{code}{kinds['separate']}{r(shown)}{kinds['end']}"


def solid(color: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{color}"/></a:solidFill>'


STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:styleId="U1"><w:name w:val="heading 1"/><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="CV part"/><w:basedOn w:val="U1"/><w:rPr><w:b w:val="0"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="x"/><w:basedOn w:val="Loop"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Off"><w:name w:val="y"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="White"><w:name w:val="z"/><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>'
)
