"""Looks whether every printed word is in the file that was made."""

import subprocess
import unicodedata
from collections import Counter
from pathlib import Path

from docx import Document
from lxml import html


def lost_words(printed: str, path: Path) -> list[str]:
    """The words that stand in the file less often than they should, also counting those that a line's end broke."""
    wanted, found = folded(printed), folded(read_back(path))
    missing = Counter(wanted.split()) - Counter(found.split())
    squeezed = "".join(found.split())
    return [word for word in missing if squeezed.count(word) < Counter(wanted.split())[word]]


def folded(text: str) -> str:
    """Without what setting in capitals, ligatures and fonts change."""
    text = unicodedata.normalize("NFKD", text).casefold().replace("ı", "i")
    return "".join(
        sign for sign in unicodedata.normalize("NFKD", text) if unicodedata.category(sign) not in {"Mn", "Cf"}
    )


def read_back(path: Path) -> str:
    match path.suffix:
        case ".pdf":
            command = ["pdftotext", "-raw", str(path), "-"]
            return subprocess.run(command, check=True, capture_output=True).stdout.decode()
        case ".docx":
            return _docx_text(path)
        case ".html":
            return " ".join(html.fromstring(path.read_bytes()).itertext())
    return path.read_text(encoding="utf-8")


def _docx_text(path: Path) -> str:
    document = Document(str(path))
    section = document.sections[0]
    roots = [document.element.body, section.header._element, section.footer._element]  # noqa: SLF001
    paragraphs = [paragraph for root in roots for paragraph in root.iter("{*}p")]
    return "\n".join("".join(map(_sign, each.iter("{*}t", "{*}tab", "{*}br"))) for each in paragraphs)


def _sign(node: object) -> str:
    return node.text or "" if node.tag.endswith("}t") else "\n"  # type: ignore[attr-defined]
