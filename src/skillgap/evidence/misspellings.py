"""Names of tools and the like with a slip in them: "kuberentes". Only long names, and only one slip."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from skillgap.taxonomy.names import VERSIONED_KINDS, Pattern
from skillgap.taxonomy.types import Skill

SHORTEST = 7
"""Letters; shorter names are too near to other words."""
MOST_KEPT = 50_000


class Misspellings:
    """Looks up words that are no name for a name one slip away: a letter wrong, missing, too many, or two swapped."""

    def __init__(self, skills: Iterable[Skill]) -> None:
        self._names = names_by_start(skills)
        self._known: dict[str, Pattern | None] = {}

    def find(self, word: str) -> Pattern | None:
        """Return what the word may be meant for. Names of one length and first letter are few, so that this is cheap."""
        if len(word) < SHORTEST - 1 or not word.isalpha():
            return None
        if word not in self._known:
            if len(self._known) >= MOST_KEPT:
                self._known.clear()
            self._known[word] = self._closest(word)
        return self._known[word]

    def _closest(self, word: str) -> Pattern | None:
        from rapidfuzz.distance import OSA

        close = {
            pattern
            for length in range(len(word) - 1, len(word) + 2)
            for name, pattern in self._names.get((word[0], length), ())
            if OSA.distance(word, name, score_cutoff=1) == 1 and is_slip(word, name)
        }
        return close.pop() if len(close) == 1 else None


def is_slip(word: str, name: str) -> bool:
    """Other endings make other words (`contained`, not containerd), and so does a new letter in a short name."""
    is_swap = sorted(word) == sorted(name)
    return is_swap or (word[-2:] == name[-2:] and (len(name) > SHORTEST or set(word) == set(name)))


def names_by_start(skills: Iterable[Skill]) -> Mapping[tuple[str, int], list[tuple[str, Pattern]]]:
    """Unambiguous names of one word, of tools, languages, products and standards, by first letter and length."""
    found: dict[tuple[str, int], list[tuple[str, Pattern]]] = defaultdict(list)
    for skill in skills:
        for alias in skill.surfaces if skill.kind in VERSIONED_KINDS else ():
            name = alias.text.casefold()
            if not alias.ambiguous and name.isalpha() and len(name) >= SHORTEST:
                found[name[0], len(name)].append((name, Pattern(skill.id)))
    return found
