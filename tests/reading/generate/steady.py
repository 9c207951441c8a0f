"""Office files without what differs from run to run: dates, identifiers, the order of time."""

import re
import zipfile
from io import BytesIO
from pathlib import Path

FIRST_DAY = (1980, 1, 1, 0, 0, 0)
IN_XML = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z?(?=</(dcterms|dc|meta):)")
DURATION = re.compile(rb"<meta:editing-duration>[^<]*</meta:editing-duration>")
IN_HTML = re.compile(rb'\s*<meta name="(created|changed)"[^>]*>')
IN_RTF = re.compile(rb"\{\\(creatim|revtim|printim)[^}]*\}")
RTF_FONT = re.compile(rb"\{\\f(\d+)((?:[^{}]|\{[^{}]*\})*)\}")
RTF_FONT_USE = re.compile(rb"(\\(?:f|af|deff))(\d+)(?!\d)")
RTF_COLOURS = re.compile(rb"(?<=\{\\colortbl;)[^}]*(?=\})")
RTF_COLOUR_USE = re.compile(rb"(\\(?:cf|cb|ulc|highlight|brdrcf|clcbpat|chcbpat|cbpat))(\d+)(?!\d)")
RSID = re.compile(rb'(config:name="Rsid(?:Root)?" config:type="int">)\d+')
IDENTITY = re.compile(rb"\b(list|ct)\d{5,}\b")
IN_PDF = re.compile(rb"(?<=/CreationDate\(D:)\d{14}[^)]*|(?<=/DocChecksum /)[0-9A-F]{32}|(?<=<)[0-9A-F]{32}(?=>)")


def steady(path: Path) -> bytes:
    """A made file's bytes, the same on every run."""
    data = path.read_bytes()
    match path.suffix:
        case ".docx" | ".odt":
            return _steady_zip(data)
        case ".pdf":
            return IN_PDF.sub(lambda found: b"0" * len(found[0]), data)
        case ".rtf":
            return _steady_rtf(IN_RTF.sub(b"", data))
    return IN_HTML.sub(b"", data)


def _steady_zip(data: bytes) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        for entry in old.infolist():
            info = zipfile.ZipInfo(entry.filename, FIRST_DAY)
            info.compress_type = entry.compress_type
            new.writestr(info, _steady_xml(old.read(entry)))
    return target.getvalue()


def _steady_xml(data: bytes) -> bytes:
    """Fixed dates, and identifiers counted in the order in which they first stand there."""
    data = RSID.sub(rb"\g<1>0", DURATION.sub(b"", IN_XML.sub(b"2022-03-01T09:00:00Z", data)))
    numbers: dict[bytes, bytes] = {}
    return IDENTITY.sub(lambda found: numbers.setdefault(found[0], b"%b%d" % (found[1], len(numbers))), data)


def _steady_rtf(data: bytes) -> bytes:
    """The tables of fonts and colours in the order of their names: LibreOffice's own changes from run to run."""
    start = data.index(b"{\\fonttbl")
    end = data.index(b"\n", start)
    fonts = RTF_FONT.findall(data[start:end].removeprefix(b"{"))
    names = sorted({text for _, text in fonts})
    table = b"".join(b"{\\f%d%b}" % (number, text) for number, text in enumerate(names))
    numbers = {number: b"%d" % names.index(text) for number, text in fonts}
    head, tail = (_renumbered(part, RTF_FONT_USE, numbers) for part in (data[:start], data[end:]))
    return _steady_colours(head + b"{\\fonttbl" + table + b"}" + tail)


def _steady_colours(data: bytes) -> bytes:
    colours = RTF_COLOURS.search(data)
    if not colours:
        return data
    old = colours[0].rstrip(b";").split(b";")
    new = sorted(set(old))
    numbers = {b"%d" % place: b"%d" % (new.index(colour) + 1) for place, colour in enumerate(old, start=1)}
    data = RTF_COLOURS.sub(lambda _: b"".join(colour + b";" for colour in new), data)
    return _renumbered(data, RTF_COLOUR_USE, numbers)


def _renumbered(data: bytes, use: re.Pattern[bytes], numbers: dict[bytes, bytes]) -> bytes:
    return use.sub(lambda found: found[1] + numbers.get(found[2], found[2]), data)
