"""Candidates whose texts are nearly the same: MinHash signatures of five-word runs, and the groups that they make.

Broder, "On the resemblance and containment of documents", 1997. The hashing is that of the library rensa; pairs are looked for
among those that have a band of hashes in common (Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets", 3.4).
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

HASHES = 64
SEED = 7
WORDS = 5
BANDS = 16
"""Four hashes each: two texts that have `NEARLY` in common share a band with a probability of .9998."""
NEARLY = 0.8
"""The share of equal hashes, an estimate of the share of runs in common, from which two texts count as nearly the same."""


def signature_of(text: str) -> bytes:
    """Four bytes a hash, the lowest first."""
    import numpy as np
    from rensa import RMinHash

    words = text.casefold().split()
    runs = [" ".join(words[start : start + WORDS]) for start in range(max(1, len(words) - WORDS + 1))]
    hashed = RMinHash(num_perm=HASHES, seed=SEED)
    hashed.update(runs)
    return np.array(hashed.digest(), dtype="<u4").tobytes()


def nearly_the_same(signatures: Iterable[bytes]) -> dict[int, int]:
    """For each text, by its number, that is nearly the same as an earlier one: the number of the first of its group."""
    import numpy as np

    joined = bytearray()
    for signature in signatures:
        joined += signature
    table = np.frombuffer(joined, dtype="<u4").reshape(-1, HASHES)
    first: dict[int, int] = {}
    for one, other in sorted(set(neighbours(table))):
        if (table[one] == table[other]).mean() >= NEARLY:
            low, high = sorted((group_of(one, first), group_of(other, first)))
            if low != high:
                first[high] = low
    return {number: group_of(number, first) for number in sorted(first)}


def neighbours(table: "np.ndarray") -> "Iterator[tuple[int, int]]":
    """Pairs of numbers, the lower first, of texts that share a band: each with the one before it and with the first that has it."""
    width = HASHES // BANDS
    for band in range(0, HASHES, width):
        keys = [each.tobytes() for each in table[:, band : band + width]]
        order = sorted(range(len(keys)), key=keys.__getitem__)
        start = order[0] if order else 0
        for one, other in pairwise(order):
            if keys[one] == keys[other]:
                yield one, other
                yield start, other
            else:
                start = other


def group_of(number: int, first: dict[int, int]) -> int:
    while number in first:
        number = first[number]
    return number
