"""Where the links of a page lead; none is followed."""

import ctypes
from typing import Any

from skillgap.documents.pdf.pagetext import PageText
from skillgap.documents.types import SCHEMES, Link

MOST_LINKS, LONGEST_TARGET = 200, 500


def links_of(page: Any, text: PageText, number: int) -> tuple[Link, ...]:
    """Links to the web, to mail and to telephones."""
    from pypdfium2 import raw

    links: list[Link] = []
    position, link, rect = ctypes.c_int(0), raw.FPDF_LINK(), raw.FS_RECTF()
    target = ctypes.create_string_buffer(LONGEST_TARGET)
    while len(links) < MOST_LINKS and raw.FPDFLink_Enumerate(page, position, link):
        action = raw.FPDFLink_GetAction(link)
        length = raw.FPDFAction_GetURIPath(page.pdf, action, target, len(target)) if action else 0
        if not 0 < length <= len(target):
            continue
        uri = target.value.decode("utf-8", errors="replace")
        if uri.casefold().startswith(SCHEMES) and raw.FPDFLink_GetAnnotRect(link, rect):
            x0, top, x1, bottom = text.on_screen(
                rect.left, min(rect.bottom, rect.top), rect.right, max(rect.bottom, rect.top)
            )
            links.append(
                Link(target=uri, page=number, box=(round(x0, 1), round(top, 1), round(x1, 1), round(bottom, 1)))
            )
    return tuple(links)
