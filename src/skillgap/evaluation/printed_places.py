"""Where a document prints a text, however it was wrapped."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from skillgap.documents.types import Document
from skillgap.evaluation.gold_resumes import FLUSH


class Placed(Struct, frozen=True):
    """The letters and figures of a document with where each stands, in which any text can be found however it was wrapped.

    `begins` are those of them with which a printed line begins.
    """

    letters: str
    places: Sequence[int]
    begins: frozenset[int]

    def find_line(self, line: str, used: set[int]) -> list[int]:
        """Places of a printed line's letters; what stands flush right in it may be printed elsewhere."""
        return self.find(line, used) or [place for part in line.split(FLUSH) for place in self.find(part, used)]

    def find(self, text: str, used: set[int]) -> list[int]:
        """Places of the text's letters, at an occurrence not used yet, of several one that begins a line; empty where there is none."""
        key = key_of(text)
        found = [start for start in self._all(key) if start not in used]
        start = next((start for start in found if start in self.begins), found[0] if found else None)
        if start is None:
            return []
        used.add(start)
        return list(self.places[start : start + len(key)])

    def _all(self, key: str) -> Iterator[int]:
        start = self.letters.find(key) if key else -1
        while start >= 0:
            yield start
            start = self.letters.find(key, start + 1)


def key_of(text: str) -> str:
    """Letters and figures only, in small letters."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def placed(document: Document) -> Placed:
    letters: list[str] = []
    places: list[int] = []
    begins: list[int] = []
    for line in document.lines:
        begins.append(len(letters))
        for place in range(line.start, line.end):
            for folded in document.text[place].casefold():
                if folded.isalnum():
                    letters.append(folded)
                    places.append(place)
    return Placed("".join(letters), places, frozenset(begins))
