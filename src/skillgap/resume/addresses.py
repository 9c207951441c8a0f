"""E-mail addresses, also those hidden from machines, and links."""

import re
from collections.abc import Iterator

from skillgap.resume.detail_types import Detail, DetailKind

WORD_OF_ADDRESS = "A-Za-z0-9À-ɏ"
DOMAIN = rf"[{WORD_OF_ADDRESS}_-]+(?:(?:\.[{WORD_OF_ADDRESS}_-]+)+|\.\s(?:com|org|net|edu|de|fr|es|in|io)\b)"
EMAIL = re.compile(
    rf"(?<![{WORD_OF_ADDRESS}_@])[{WORD_OF_ADDRESS}_][{WORD_OF_ADDRESS}_.+'%-]{{0,80}}[@＠]\s?{DOMAIN}"
    rf"|(?:(?<=[|•·:;(])|^)(?<![^\s|•·:;(])\s?(?-i:[a-z0-9][a-z0-9_.+-]*)\s[@＠]\s?(?-i:[a-z0-9-]+(?:\.[a-z0-9-]+)+)",
    re.MULTILINE,
)
"""An address; wrapped behind its "@", or with spaces around it where a field begins ("Engineer @ example.com" is none)."""
DOT = r"(?:\s?[\[({<]\s?(?:dot|punkt|point|punto|\.)\s?[\])}>]\s?|\s(?:dot|punkt|point|punto)\s)"
SPELLED_EMAIL = re.compile(
    rf"(?<![\w.+-])([\w+-]+(?:(?:\.|{DOT})[\w+-]+)*)(?:\s?[\[({{<]\s?(?:at|ät|arroba|chez|@)\s?[\])}}>]\s?([\w-]+(?:(?:\.|{DOT})[\w-]+)+)"
    rf"|\s(?:at|ät|arroba)\s([\w-]+(?:{DOT}[\w-]+)+))",
    re.IGNORECASE,
)
"""An address hidden from machines: "jane [at] example [dot] com"."""
LINK = re.compile(
    r"(?:https?://|www\.)[^\s,;|<>()]+"
    r"|(?<![\w.@-])(?:[\w-]+\.)+(?:com|org|net|dev|io|me|info|page|app|co|ai|edu|xyz|tech|blog|design|studio|codes|works|online|site|website|space|digital|engineer|photography|media|agency|consulting|[a-z]{2})(?:/[^\s,;|<>()]*|(?![\w.@-]))"
    r"|(?<![\w.@/-])(?:[\w-]+\.)+[a-z]{3,16}/[^\s,;|<>()]+",
    re.IGNORECASE,
)
SUFFIXES_OF_FILES = {"js", "py", "rs", "md", "sh", "go"}
FEDERATED = re.compile(rf"(?<![\w@])@[\w.-]+@{DOMAIN}")
"""What somebody is called on one server of many: "@jane@example.social"."""


def emails_and_links(text: str) -> Iterator[Detail]:
    emails = []
    if "@" in text or "＠" in text:
        for match in FEDERATED.finditer(text):
            yield Detail(DetailKind.LINK, *match.span(), match[0], network="Mastodon")
        for match in EMAIL.finditer(text):
            start = match.end() - len(match[0].lstrip())
            emails.append((start, match.end()))
            yield Detail(DetailKind.EMAIL, start, match.end(), "".join(match[0].split()).replace("＠", "@"))
    if "[" in text or "(" in text or "{" in text or "<" in text or " dot " in text.casefold():
        for match in SPELLED_EMAIL.finditer(text):
            emails.append(match.span())
            yield Detail(DetailKind.EMAIL, *match.span(), unspelled(match))
    if "." in text:
        for match in LINK.finditer(text):
            link = match[0].rstrip("./:")
            if not any(start <= match.start() < end for start, end in emails) and is_link(link):
                yield Detail(DetailKind.LINK, match.start(), match.start() + len(link), link)


def unspelled(match: re.Match[str]) -> str:
    return "@".join(re.sub(DOT, ".", part, flags=re.IGNORECASE) for part in match.groups() if part)


def is_link(text: str) -> bool:
    """Say whether it leads somewhere: "example.com/jane", not "e.g" or "Node.js" or "B.Sc"."""
    if text.casefold().startswith(("http", "www.")):
        return True
    host, _, path = text.partition("/")
    name, _, top = host.rpartition(".")
    is_long_enough = len(top) > len("uk") or bool(path) or len(name) > len("e.g")
    return top.islower() and name.islower() and is_long_enough and top not in SUFFIXES_OF_FILES
