"""Text from bytes: by the byte order mark, else as what the bytes can be."""

import codecs
import re

from skillgap.errors import DocumentUnsupported

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
MOST_CONTROLS = 0.01
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
MOSTLY = 0.7
SAMPLE = 4000
CODE_PAGES = [
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "iso8859_2", "koi8_r", "mac_roman"),
    *("shift_jis", "gb18030", "big5", "euc_kr"),
]
LETTER = re.compile(r"[^\W\d_]")
LEAST_WESTERN = 0.9
"""Of the letters beyond ASCII in a Western text, those that French, German, Spanish and their neighbours write with."""
WESTERN = frozenset("àáâãäåæçèéêëìíîïñòóôõöøœùúûüýÿßšžÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØŒÙÚÛÜÝŸŠŽ")


def decoded(content: bytes, name: str) -> str:
    """Decode text; bytes that are no UTF-8 among many that are stand for letters of the Windows code page.

    Raises DocumentUnsupported where the bytes are no text at all.
    """
    marked = next((encoding for mark, encoding in MARKS if content.startswith(mark)), None)
    if encoding := marked or wide_encoding(content):
        return content.decode(encoding, errors="replace")
    if b"\0" in content or len(CONTROL.findall(content)) > MOST_CONTROLS * len(content):
        raise DocumentUnsupported(
            f"{name}: this is neither text nor a kind of file that can be read",
            hint="save it as PDF or DOCX and try again",
        )
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return legacy_text(content)


def wide_encoding(content: bytes) -> str | None:
    """UTF-16 without a mark: of Latin text nearly every second byte is zero."""
    sample = content[:SAMPLE]
    even, odd = sample[::2], sample[1::2]
    if not odd:
        return None
    if odd.count(0) > MOSTLY * len(odd) and not even.count(0):
        return "utf-16-le"
    return "utf-16-be" if even.count(0) > MOSTLY * len(even) and not odd.count(0) else None


def legacy_text(content: bytes) -> str:
    """UTF-8 with strays, else the Windows code page of the West if it gives its letters, else what charset-normalizer finds."""
    repaired = content.decode("utf-8", errors="replace")
    strays = repaired.count("\ufffd")
    if strays < sum(not letter.isascii() for letter in repaired) - strays:
        return content.decode("utf-8", errors="cp1252_strays")
    western = content.decode("cp1252", errors="replace")
    letters = [letter for letter in LETTER.findall(western) if not letter.isascii()]
    if sum(letter in WESTERN for letter in letters) >= LEAST_WESTERN * len(letters) and not has_runs(western):
        return western
    from charset_normalizer import from_bytes

    best = from_bytes(content[: 50 * SAMPLE], cp_isolation=CODE_PAGES).best()
    return content.decode(best.encoding, errors="replace") if best else western


def has_runs(text: str) -> bool:
    """Whether letters beyond ASCII follow each other as they do in no Western language."""
    return re.search(r"[^\W\d_\x00-\x7f]{3}", text) is not None


def cp1252_stray(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)  # noqa: S101 - the only kind that decoding raises
    return error.object[error.start : error.end].decode("cp1252", errors="replace"), error.end


codecs.register_error("cp1252_strays", cp1252_stray)
