"""What a person decides about a file: drawn from the résumé's id, so that it is the same on every run and every machine."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from .source import Resume

Answer = TypeVar("Answer")

LETTER = {
    "united states", "usa", "us", "united states of america", "canada", "mexico", "chile", "colombia", "philippines",
    "puerto rico", "venezuela", "costa rica", "guatemala", "panama", "dominican republic",
}  # fmt: skip
LANGUAGES = {
    "china": "zh-Hans", "taiwan": "zh-Hant", "hong kong": "zh-Hant-HK", "japan": "ja", "south korea": "ko", "korea": "ko",
    "turkey": "tr", "türkiye": "tr",
}  # fmt: skip
CJK = {"zh-Hans": "SC", "zh-Hant": "TC", "zh-Hant-HK": "HK", "ja": "JP", "ko": "KR"}
SERIF = {
    "Liberation Serif": 46, "Caladea": 16, "Noto Serif": 10, "Gentium Book Basic": 12, "DejaVu Serif": 4,
}  # fmt: skip
SANS = {"Liberation Sans": 34, "Carlito": 28, "Lato": 10, "Open Sans": 10, "Roboto": 10, "Noto Sans": 8}
MONO = {"Liberation Mono": 70, "DejaVu Sans Mono": 30}
IN_WORD = {
    "Liberation Serif": "Times New Roman", "Caladea": "Cambria", "Noto Serif": "Georgia",
    "Gentium Book Basic": "Georgia", "DejaVu Serif": "Georgia", "Liberation Sans": "Arial", "Carlito": "Calibri",
    "Lato": "Calibri", "Open Sans": "Verdana", "Roboto": "Arial", "Noto Sans": "Tahoma",
    "Liberation Mono": "Courier New", "DejaVu Sans Mono": "Consolas",
}  # fmt: skip
ACCENTS = {
    "#1f4e79": 4,
    "#2e74b5": 4,
    "#0b6e6e": 3,
    "#7a1f3d": 2,
    "#4a5568": 3,
    "#2f5d3a": 2,
    "#b4531a": 1,
    "#5b3a8c": 1,
}
VIETNAMESE, CYRILLIC, GREEK, ROMANIAN = (
    range(0x1EA0, 0x1F00),
    range(0x400, 0x530),
    range(0x370, 0x400),
    range(0x218, 0x21C),
)
LACKS = {
    "Liberation Serif": [VIETNAMESE], "Liberation Sans": [VIETNAMESE], "Liberation Mono": [VIETNAMESE],
    "DejaVu Sans Mono": [VIETNAMESE], "Caladea": [VIETNAMESE, CYRILLIC, GREEK], "Gentium Book Basic": [CYRILLIC, GREEK, ROMANIAN],
}  # fmt: skip
"""The letters that a font has not got; a word set in two fonts is not what people see."""
WIDE = {"Carlito": 1.06, "Open Sans": 0.94, "Noto Sans": 0.95, "Noto Serif": 0.93, "Lato": 0.98,
        "DejaVu Serif": 0.9, "DejaVu Sans Mono": 0.94}  # fmt: skip
"""How much larger or smaller a font is set than others to look as large."""


@dataclass(frozen=True)
class Taste:
    """The decisions for one résumé; the same question has the same answer."""

    id: str

    def pick(self, question: str, answers: Mapping[Answer, int]) -> Answer:
        """One of the answers, each as often as its weight says."""
        place = self._number(question) % sum(answers.values())
        for answer, weight in answers.items():
            place -= weight
            if place < 0:
                return answer
        raise AssertionError

    def among(self, question: str, answers: Sequence[Answer]) -> Answer:
        return answers[self._number(question) % len(answers)]

    def one_in(self, count: int, question: str) -> bool:
        return self._number(question) % count == 0

    def _number(self, question: str) -> int:
        return int.from_bytes(hashlib.sha256(f"{self.id}/{question}".encode()).digest()[:8], "big")


@dataclass(frozen=True)
class Design:
    """How one résumé looks."""

    resume: Resume
    taste: Taste

    @property
    def look(self) -> str:
        return self.resume.about.get("look", "plain")

    @property
    def is_letter(self) -> bool:
        return self.resume.about.get("country", "").lower() in LETTER

    @property
    def paper(self) -> tuple[float, float]:
        """Width and height in points."""
        return (612, 792) if self.is_letter else (595.28, 841.89)

    @property
    def language(self) -> str:
        return LANGUAGES.get(self.resume.about.get("country", "").lower(), "en")

    @cached_property
    def font(self) -> str:
        if self.look == "typewriter":
            return self._font("mono", MONO)
        sans = {"classic": 35, "plain": 60, "modern": 100, "centered": 5, "sidebar": 90, "sidebar-right": 85}
        share = sans.get(self.look, 60)
        fonts = self.taste.pick("sans", {True: share, False: 100 - share}) if share < 100 else True
        return self._font("font", SANS if fonts else SERIF)

    def _font(self, question: str, fonts: Mapping[str, int]) -> str:
        """One that has all letters, or where none has any of them."""
        signs = set(map(ord, self.resume.text))
        full = {
            name: weight
            for name, weight in fonts.items()
            if not any(signs & set(letters) for letters in LACKS.get(name, []))
        }
        return self.taste.pick(question, full or fonts)

    @property
    def is_serif(self) -> bool:
        return self.font in SERIF

    @property
    def stack(self) -> str:
        """The fonts as CSS names them, with what other scripts need behind."""
        kind, noto = ("serif", "Serif") if self.is_serif else ("sans-serif", "Sans")
        fallbacks = [
            f"Noto {noto}",
            f"Noto {noto} CJK {CJK.get(self.language, 'SC')}",
            "Noto Sans Arabic",
            "Noto Sans Symbols2",
        ]
        return ", ".join([*(f"'{name}'" for name in [self.font, *fallbacks]), kind])

    @property
    def word_font(self) -> str:
        return IN_WORD[self.font]

    @cached_property
    def size(self) -> float:
        sizes = {
            "dense": [7.5, 8, 8.2],
            "typewriter": [9.5, 10],
            "sidebar": [9, 9.5],
            "sidebar-right": [9, 9.5],
            "columns": [9, 9.5],
        }
        return self.taste.among("size", sizes.get(self.look, [10, 10.5, 10.5, 11]))

    @property
    def fitted(self) -> float:
        """The size that makes the drawn font look as large as others."""
        return round(self.size * WIDE.get(self.font, 1), 2)

    @cached_property
    def margin(self) -> float:
        """In points, at every side."""
        margins = {
            "dense": [28, 34],
            "sidebar": [36, 42],
            "sidebar-right": [36, 42],
            "columns": [40, 48],
            "typewriter": [60, 72],
        }
        return self.taste.among("margin", margins.get(self.look, [48, 54, 60, 72]))

    @cached_property
    def accent(self) -> str:
        coloured = {
            "modern": 100,
            "sidebar": 85,
            "sidebar-right": 85,
            "rail": 60,
            "dates-left": 40,
            "columns": 50,
            "centered": 25,
        }
        share = coloured.get(self.look, 10)
        if self.look == "typewriter" or (
            share < 100 and not self.taste.pick("coloured", {True: share, False: 100 - share})
        ):
            return "#000000"
        return self.taste.pick("accent", ACCENTS)

    @cached_property
    def rail(self) -> float:
        """The share of the width that headings at the left have: as much as the longest word wants."""
        words = [word for section in self.resume.sections for word in section.heading.split() if not section.is_inline]
        wide = max(map(len, words), default=0) * self.fitted * (0.78 if self.has_capitals else 0.62) + 12
        return max(
            self.taste.pick("rail", {0.2: 2, 0.24: 2, 0.27: 1}), min(0.4, wide / (self.paper[0] - 2 * self.margin))
        )

    @cached_property
    def has_capitals(self) -> bool:
        """Whether headings are set in capitals."""
        share = {"classic": 100, "plain": 20, "modern": 35, "centered": 60, "table": 40}.get(self.look, 40)
        return share == 100 or self.taste.pick("capitals", {True: share, False: 100 - share})

    @cached_property
    def is_ruled(self) -> bool:
        """Whether a line runs under the headings."""
        share = {"classic": 100, "plain": 0, "table": 0, "rail": 15, "typewriter": 0, "dense": 60}.get(self.look, 40)
        return share == 100 or self.taste.pick("ruled", {True: share, False: 100 - share})

    @cached_property
    def bullet(self) -> str:
        return self.taste.pick("bullet", {"•": 56, "–": 19, "▪": 12, "": 13})

    @cached_property
    def head(self) -> str:
        """What of an entry's head is set off."""
        return self.taste.pick("head", {"first": 50, "fields": 20, "title": 20, "plain": 10})

    @cached_property
    def right_tone(self) -> str:
        return self.taste.pick("right tone", {"": 60, "i": 22, "b": 18})

    @cached_property
    def has_bold_labels(self) -> bool:
        return self.taste.one_in(2, "labels")

    @cached_property
    def dates_in_table(self) -> bool:
        """In a table: whether the left cell has the dates only, or all head lines."""
        return self.taste.one_in(2, "table cells")


def design_of(resume: Resume) -> Design:
    return Design(resume, Taste(resume.about["id"]))
