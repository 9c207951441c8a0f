"""The files with hidden words that are no PDF."""

from collections.abc import Callable

from hidden_cases import PEOPLE, Case, expect, phrase
from hidden_docx import DOCX, write_docx
from hidden_html import HTML, write_html
from hidden_odt import ODT, write_odt
from hidden_rtf import RTF, write_rtf

_WRITERS: list[tuple[list[Case], Callable[[Case, list[str], str], None]]] = [
    (HTML, write_html),
    (DOCX, write_docx),
    (ODT, write_odt),
    (RTF, write_rtf),
]


def make_office() -> None:
    """Every case that is no PDF."""
    for cases, write in _WRITERS:
        for number, case in enumerate(cases):
            person = PEOPLE[(number + len(cases)) % len(PEOPLE)]
            words = phrase(attack=case.attack, short=case.place == "bullet")
            write(case, person, words)
            expect(case, person, words)
