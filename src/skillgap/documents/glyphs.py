"""One form for what looks the same: bullets, spaces, ligatures, composed letters, and no invisible characters."""

import re
import unicodedata

from skillgap.documents.disguises import undisguised

BULLET = "\u2022"
BULLET_GLYPHS = re.compile(
    r"^\s*[\u2022\u25cf\u25aa\u25e6\u2023\u2043\u2219\u00b7\u25a0\u25ab\u25b6-\u25bb\u25c6\u25c7\u274d-\u2752\u2756\u2794-\u27bd\u2981\u2b25\u30fb\uf0b7\uf0a7\uf02d\uf076\uf0d8\x80-\x9f\ufffd](?=\s|\w)\s*"
)
ICON = re.compile(r"[\ue000-\uf8ff\U000f0000-\U0010ffff]")
LIGATURES = {ord(glyph): unicodedata.normalize("NFKC", glyph) for glyph in "\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06"}
INVISIBLE = re.compile(
    "[\ufffe\x80-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\x00-\x08\x0b\x0c\x0e-\x1f\x7f\U000e0000-\U000e007f]"
)
ACCENTS = {
    "\u00b4": "\u0301", "\u00a8": "\u0308", "`": "\u0300", "\u02c6": "\u0302", "\u02dc": "\u0303", "\u02c7": "\u030c",
    "\u02d8": "\u0306", "\u02d9": "\u0307", "\u02da": "\u030a", "\u00b8": "\u0327", "\u02db": "\u0328", "\u02dd": "\u030b",
}  # fmt: skip
"""As TeX draws them, before their letter, and as Unicode has them, behind it."""
ACCENTED = re.compile(rf"([{''.join(ACCENTS)}])([^\W\d_])")
GRAVE = "`"
IN_GRAVES = re.compile(r"(?<!\w)`[^`\n]+`(?!\w)")
"""Signs of quotation, as in Markdown, and no accents."""
MOSTLY_SPACED = 3
STROKE = "\u3161"
"""A letter of Korean that no word is; templates draw a short line with it above each heading."""
LETTERS_APART = re.compile(r"(?<!\S)(?:[^\W\d_] ){3,}[^\W\d_](?!\S)")
LINE_END_HYPHEN = re.compile("(?<=\\w)[\ufffe\x02]$")
SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
LONGEST_GAP = 80
GARBLED_SHARE = 0.15
STRANGE = re.compile("[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f\x80-\x9f\U000e0000-\U0010ffff]")
NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalpha())
NO_VOWELS = bytes(code for code in range(128) if chr(code).casefold() not in "aeiouy")
TORN = re.compile("[A-Za-z][\ue000-\uf8ff]|[\ue000-\uf8ff][A-Za-z]")
FEW_TORN, TORN_SHARE = 8, 0.02
"""Letters beside a private code point: ligatures and small capitals of fonts that give them no other."""
ENOUGH_LETTERS, FEWEST_VOWELS, MOST_VOWELS = 120, 0.22, 0.65
"""Between these lies the share of vowels of every language in Latin letters: about 0.4."""
LONG_GAP = re.compile(rf"[ \t]{{{LONGEST_GAP + 1},}}")


def with_plain_bullet(text: str) -> str:
    """The text with whatever bullet it begins with as "• "."""
    return text if text[:1].isalnum() else BULLET_GLYPHS.sub(f"{BULLET} ", text)


def plain(text: str) -> str:
    """The text as a person would type it; spaces at its ends are kept."""
    if not (text.isascii() and text.isprintable()):
        if text.strip() == STROKE:
            return ""
        text = LINE_END_HYPHEN.sub("-", text)
        text = SPACES.sub(" ", INVISIBLE.sub("", undisguised(text.translate(LIGATURES))))
        text = ACCENTED.sub(composed, unicodedata.normalize("NFC", ICON.sub(" ", text)))
    elif GRAVE in text:
        text = ACCENTED.sub(composed, text)
    if MOSTLY_SPACED * text.count(" ") > len(text):
        text = LETTERS_APART.sub(lambda match: match[0].replace(" ", ""), text)
    return LONG_GAP.sub(" " * LONGEST_GAP, text) if " " * (LONGEST_GAP + 1) in text else text


def is_garbled(text: str) -> bool:
    """Whether the letters are not those that are drawn: a font without a Unicode map gives strange ones, or others in their place."""
    strange = len(STRANGE.findall(text))
    plain_text = text.encode("ascii", "ignore")
    letters = len(plain_text.translate(None, NO_LETTERS))
    vowels = len(plain_text.translate(None, NO_VOWELS)) / max(1, letters)
    is_scrambled = letters >= ENOUGH_LETTERS and not FEWEST_VOWELS < vowels < MOST_VOWELS
    torn = len(TORN.findall(text))
    return strange > GARBLED_SHARE * len(text) or is_scrambled or torn > max(FEW_TORN, TORN_SHARE * text.count(" "))


def composed(match: re.Match[str]) -> str:
    """The letter with the accent that stands before it, if there is such a letter."""
    if match[1] == GRAVE and IN_GRAVES.search(match.string):
        return match[0]
    letter = "i" if match[2] == "\u0131" else match[2]
    whole = unicodedata.normalize("NFC", letter + ACCENTS[match[1]])
    return whole if len(whole) == 1 else match[0]
