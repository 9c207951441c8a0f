"""What an RTF file says before its text: code pages and fonts, colours, names of styles; and what control words stand for."""

import codecs
import re
from functools import lru_cache

from skillgap.documents.types import TITLE_LEVEL

DEEPEST_HEADING = 6
HEADING = re.compile(r"heading (\d)")
SYMBOL_CHARSET = 2
MOST_COLORS = 4_000
LONGEST_NAME = 200
SYMBOL_AREA = 0xF000
CODE_PAGES = {
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "gbk",
    136: "big5",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    255: "cp437",
}
OTHER_PAGES = {65001: "utf-8", 10000: "mac_roman", 936: "gbk", 950: "big5"}
PAGES = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}
CHARACTERS = {
    "tab": "\t",
    "line": "\n",
    "lbr": "\n",
    "softline": "\n",
    "column": "\v",
    "page": "\f",
    "bullet": "\u2022",
    "endash": "\u2013",
    "emdash": "\u2014",
    "lquote": "\u2018",
    "rquote": "\u2019",
    "ldblquote": "\u201c",
    "rdblquote": "\u201d",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": "\u2005",
}
SIGNS = {"~": "\u00a0", "_": "-", "\\": "\\", "{": "{", "}": "}"}
NOT_READ = frozenset(
    {
        "info",
        "pict",
        "themedata",
        "colorschememapping",
        "datastore",
        "latentstyles",
        "listtable",
        "listoverridetable",
        "listpicture",
        "revtbl",
        "rsidtbl",
        "generator",
        "xmlnstbl",
        "mmathPr",
        "filetbl",
        "pgptbl",
        "nonshppict",
        "shprslt",
        "objdata",
        "objclass",
        "bkmkstart",
        "bkmkend",
        "comment",
        "annotation",
        "atnid",
        "atnauthor",
        "atnref",
        "atndate",
        "atnicn",
        "atntime",
        "atnparent",
        "atrfstart",
        "atrfend",
        "tc",
        "tcn",
        "xe",
        "rxe",
        "txe",
        "private",
        "template",
        "ftnsep",
        "ftnsepc",
        "ftncn",
        "aftnsep",
        "aftnsepc",
        "aftncn",
        "nonesttables",
        "pn",
        "pnseclvl",
        "do",
        "userprops",
        "docvar",
        "upr",
        "fldtype",
        "formfield",
        "datafield",
        "ffname",
        "ffdeftext",
        "keywords",
        "author",
        "title",
        "subject",
        "operator",
        "company",
        "doccomm",
        "wgrffmtfilter",
    }
)
HEADERS = frozenset({"header", "headerl", "headerr", "headerf"})
FOOTERS = frozenset({"footer", "footerl", "footerr", "footerf"})
KNOWN_AFTER_STAR = frozenset(
    {"shpinst", "shppict", "shptxt", "fldinst", "footnote", "nesttableprops", "ud", "background", "listtext"}
)


def code_page(number: int) -> str:
    return known_codec(OTHER_PAGES.get(number, f"cp{number}"))


@lru_cache(maxsize=64)
def known_codec(name: str) -> str:
    try:
        codecs.lookup(name)
    except LookupError:
        return "cp1252"
    return name


def heading_level(style: str) -> int:
    """A document's title is no heading of a section."""
    name = " ".join(style.split()).casefold()
    found = HEADING.fullmatch(name)
    if found and 1 <= int(found[1]) <= DEEPEST_HEADING:
        return int(found[1])
    return TITLE_LEVEL if name == "title" else 0


class Tables:
    """Fonts with their code pages, colours and styles, by number."""

    def __init__(self) -> None:
        self.ansi = "cp1252"
        self.fonts: dict[int, str | None] = {}
        self.font = 0
        self.default_font = 0
        self.colors: list[str | None] = []
        self.color: dict[str, int] = {}
        self.levels: dict[int, int] = {}
        self.style = 0
        self.style_name = ""

    def add_to_font(self, word: str, number: int) -> None:
        if word == "f":
            self.font = number
        elif word == "fcharset":
            self.fonts[self.font] = None if number == SYMBOL_CHARSET else CODE_PAGES.get(number, "")
        elif word == "cpg":
            self.fonts[self.font] = code_page(number)

    def add_to_color(self, word: str, number: int) -> None:
        if word in {"red", "green", "blue"}:
            self.color[word] = min(255, max(0, number))

    def end_colors(self, count: int) -> None:
        """A semicolon ends a colour; one of no parts is the automatic one."""
        for _ in range(min(count, MOST_COLORS - len(self.colors))):
            parts = [self.color.get(part, 0) for part in ("red", "green", "blue")]
            self.colors.append("#" + "".join(f"{part:02x}" for part in parts) if self.color else None)
            self.color = {}

    def add_to_style(self, text: str) -> None:
        """A semicolon ends the name, which is what stands in the group besides control words."""
        name, end, _ = text.partition(";")
        self.style_name = (self.style_name + name)[:LONGEST_NAME]
        if end:
            self.levels.setdefault(self.style, heading_level(self.style_name))
            self.style_name, self.style = "", 0

    def color_of(self, number: int) -> str | None:
        return self.colors[number] if 0 < number < len(self.colors) else None

    def decoded(self, data: bytes, font: int) -> str:
        """Letters of a symbol font go to the private area of Unicode, where they are known to be glyphs."""
        page = self.fonts.get(font, "")
        if page is None:
            return "".join(chr(SYMBOL_AREA + byte) if byte > 32 else " " for byte in data)  # noqa: PLR2004 - a space
        return data.decode(page or self.ansi, errors="replace")
