"""What a person is called on a network where the page prints no address: "GitHub: example-jane", "@jane", "Skype jane.e77"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from skillgap.resume.detail_types import Detail, DetailKind
from skillgap.resume.networks import shipped_networks
from skillgap.resume.patterns import alternatives

HANDLE = r"(?P<handle>(?:/?in/|[/~]|live:)?@?[A-Za-z\d.][\w.-]{1,38}[A-Za-z\d_](?:#\d{4})?)/?"
MADE_UP = re.compile(r"^@|[\d._-]")
"""More than a word: what follows a network's name without a colon is a handle only then, "GitHub Actions" is none."""
EDGE = r"(?=\s*(?:$|[|,;•·●▪◆)\t/]|\s{2}|\s[–—-]\s|\s@))"
NEXT_LABEL = r"(?=\s+[^\W\d_][\w .-]{1,20}:\s)"
BEGINNING = r"(?:^|(?<=[|,;•·●▪◆(\t])|(?<=\s{2})|(?<=\s[–—/-]))\s*"
SEPARATORS = "|,;•·●▪◆()/–—-:"


@cache
def patterns() -> tuple[re.Pattern[str], ...]:
    """Behind a label, behind a network's name alone, in front of one, and with nothing but its "@"."""
    name = rf"(?<![\w/.@-])(?P<network>{alternatives(shipped_networks().names)})(?:\s(?:id|handle|name|username|user|profile))?"
    return tuple(
        re.compile(pattern, re.IGNORECASE)
        for pattern in (
            rf"{name}\s*(?:[:=：](?://)?\s*|\t\s*|\s{{3,}}|\s[–—-]\s)(?:@\s)?{HANDLE}(?:{EDGE}|{NEXT_LABEL})",
            rf"{BEGINNING}{name}\s{HANDLE}{EDGE}",
            rf"{BEGINNING}{HANDLE}\s(?:\(|on\s){name}\)?{EDGE}",
            rf"(?<!\S)(?P<handle>@[A-Za-z_]\w{{2,38}}){EDGE}",
        )
    )


def find_handles(text: str, known: Sequence[Detail] = ()) -> Iterator[Detail]:
    """Each with the network that is named beside it, if one is; nothing within what is `known`, as an address."""
    taken = [(each.start, each.end) for each in known]
    names, small = shipped_networks().names, text.casefold()
    if "@" not in text and not any(name in small for name in names):
        return
    for number, pattern in enumerate(patterns()):
        for match in pattern.finditer(text):
            start, end = match.span("handle")
            network = match["network"] if "network" in pattern.groupindex else None
            is_free = not any(first < end and start < last for first, last in taken)
            before = text[:start].rstrip()
            is_field = (
                network or not before or before[-1] in SEPARATORS or any(last == len(before) for _, last in taken)
            )
            if is_free and is_field and is_handle(match["handle"], network, is_labelled=number == 0):
                taken.append((start, end))
                name = names[network.casefold()] if network else ""
                yield Detail(DetailKind.LINK, start, end, match["handle"], is_labelled=True, network=name)


def is_handle(text: str, network: str | None, *, is_labelled: bool) -> bool:
    """Say whether it is one, and no word that happens to stand there."""
    if network is None or text.startswith("@"):
        return True
    networks = shipped_networks()
    if network.casefold() in networks.words or text.casefold() in networks.no_handles:
        return False
    return is_labelled or MADE_UP.search(text) is not None


def name_in(handle: str) -> str:
    """The handle without what leads to it: "@jane" and "/in/jane" are "jane", and so is "@jane@example.social"."""
    if handle.startswith("@") and "@" in handle[1:]:
        return handle[1:].partition("@")[0]
    return handle.rstrip("/").rpartition("/")[2].lstrip("@~")


def address_of_profile(network: str, handle: str) -> str | None:
    """Where the profile is, as far as its network's addresses follow from the handle."""
    if handle.count("@") == 2:  # noqa: PLR2004 - of one server of many
        _, name, server = handle.split("@")
        return f"https://{server}/@{name}"
    path = shipped_networks().profiles.get(network)
    return f"https://{path}{name_in(handle)}" if path else None
