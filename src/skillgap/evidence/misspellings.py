"""Names of tools and the like with a slip in them: "kuberentes".

Only long names, only one slip, and no common word: a filmmaker has not misspelt FileMaker.
"""

from collections import defaultdict
from collections.abc import Mapping

from skillgap.taxonomy.names import VERSIONED_KINDS, Pattern
from skillgap.taxonomy.whole import Taxonomy
from skillgap.word_clusters import shipped_clusters

SHORTEST, SHORTEST_SWAPPED = 7, 6
"""Letters; shorter names are too near to other words."""
LONG = 9
MOST_KEPT = 50_000


class Misspellings:
    """Looks up words that are no name for a name one slip away: a letter wrong, missing, too many, or two swapped."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._taxonomy = taxonomy
        self._names: Mapping[tuple[str, int], list[str]] = by_start(taxonomy)
        self._known: dict[str, Pattern | None] = {}

    def find(self, word: str) -> Pattern | None:
        """Return what the word may be meant for. Names of one length and first letter are few, so that this is cheap."""
        if len(word) < SHORTEST_SWAPPED or not word.isalpha():
            return None
        if word not in self._known:
            if len(self._known) >= MOST_KEPT:
                self._known.clear()
            self._known[word] = self._closest(word)
        return self._known[word]

    def _closest(self, word: str) -> Pattern | None:
        if word in shipped_clusters():
            return None
        from rapidfuzz.distance import OSA

        close = {
            pattern
            for length in range(len(word) - 1, len(word) + 2)
            for name in self._names.get((word[0], length), ())
            if OSA.distance(word, name, score_cutoff=1) == 1 and is_slip(word, name)
            for pattern in self._patterns_of(name)
        }
        return close.pop() if len(close) == 1 else None

    def _patterns_of(self, name: str) -> set[Pattern]:
        """What the name alone stands for, if it is one of a tool, a language, a product or a standard, and surely so.

        Names of several words, written as one, are not looked for: `Paystack` is no slip of "PAM stack".
        """
        return {
            phrase.pattern
            for phrase in self._taxonomy.phrases[name]
            if phrase.text.casefold() == name
            and not (phrase.pattern.is_ambiguous or phrase.pattern.is_other_sense)
            and any(surface.text.casefold() == name for surface in self._taxonomy.skills[phrase.pattern.skill].surfaces)
            and self._taxonomy.skills[phrase.pattern.skill].kind in VERSIONED_KINDS
        }


def is_slip(word: str, name: str) -> bool:
    """Two letters swapped, one doubled or no longer doubled, or one missing, too many or wrong before the last two.

    Other endings make other words (`contained`, not containerd), unless a long name lost one of its last letters but not the last.
    """
    if sorted(word) == sorted(name):
        return True
    if len(name) <= SHORTEST:
        return len(name) == SHORTEST and len(word) > len(name) and set(word) == set(name)
    if set(word) == set(name):
        return True
    return word[-2:] == name[-2:] or (LONG <= len(name) > len(word) and word[-1] == name[-1])


def by_start(taxonomy: Taxonomy) -> Mapping[tuple[str, int], list[str]]:
    """The words that names begin with, by first letter and length."""
    found: dict[tuple[str, int], list[str]] = defaultdict(list)
    for name in taxonomy.phrases:
        if len(name) >= SHORTEST_SWAPPED and name.isalpha():
            found[name[0], len(name)].append(name)
    return found
