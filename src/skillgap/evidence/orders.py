"""Text that tells a machine what to make of a page: words that speak to one, and what it shall do, soon after each other."""

import re
from collections.abc import Iterable
from functools import lru_cache

from skillgap.resume.patterns import alternatives
from skillgap.taxonomy.words import Cues

Orders = tuple[tuple[tuple[str, ...], ...], ...]
LONGEST = 8000
"""Letters of one line; orders are short."""
BEGINNING = "^"
"""What stands in the cues for the beginning of a sentence."""
SENTENCE = re.compile(r"[.!?](?:\s|$)|[\]|>“”\"]+")
WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
BETWEEN = r"(?: \S+){0,4}? "
"""Words that may stand between two groups of an order's words."""


class OrderReader:
    """Made once from the cues; see `orders` in them."""

    def __init__(self, orders: Orders, told_of: tuple[str, ...]) -> None:
        self._orders = re.compile("|".join(BETWEEN.join(map(any_of, groups)) for groups in orders) or r"(?!)")
        self._told_of = re.compile(any_of(told_of))

    def is_order(self, text: str) -> bool:
        """Say whether it gives one, and does not tell of what finds such."""
        words = plain(text[:LONGEST])
        order = self._orders.search(words)
        return order is not None and self._told_of.search(words, 0, order.start()) is None


def order_reader(cues: Cues) -> OrderReader:
    return made_ready(cues.orders, cues.orders_told_of)


made_ready = lru_cache(maxsize=4)(OrderReader)


def plain(text: str) -> str:
    """The words in small letters, each sentence behind the sign for its beginning."""
    text = text.replace("’", "'").casefold()
    return " ".join(" ".join((BEGINNING, *WORD.findall(part))) for part in SENTENCE.split(text))


def any_of(words: Iterable[str]) -> str:
    """One of the words or phrases, whole."""
    spaced = alternatives(re.sub(r"[-_]", " ", word) for word in words)
    return rf"(?<!\S)(?:{spaced})(?!\S)"
