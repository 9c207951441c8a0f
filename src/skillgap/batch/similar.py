"""Candidates whose texts are nearly the same: MinHash signatures of five-word runs, and the groups that they make.

Broder, "On the resemblance and containment of documents", 1997. The hashing and the index are those of the library rensa.
"""

from collections.abc import Iterable

from rensa import RMinHash

HASHES = 64
SEED = 7
WORDS = 5


def signature_of(text: str) -> tuple[int, ...]:
    words = text.casefold().split()
    runs = [" ".join(words[start : start + WORDS]) for start in range(max(1, len(words) - WORDS + 1))]
    hashed = RMinHash(num_perm=HASHES, seed=SEED)
    hashed.update(runs)
    return tuple(hashed.digest())


NEARLY = 0.8
"""The share of equal hashes, an estimate of the share of runs in common, from which two texts count as nearly the same."""
BANDS = 16
"""Four hashes each: two texts that have `NEARLY` in common share a band with a probability of .9998."""


def nearly_the_same(signatures: Iterable[tuple[int, ...]]) -> dict[int, int]:
    """For each text, by its number, that is nearly the same as an earlier one: the number of the first of its group."""
    first_with: dict[tuple[int, ...], list[int]] = {}
    kept: list[tuple[int, ...]] = []
    group: dict[int, int] = {}
    for number, signature in enumerate(signatures):
        kept.append(signature)
        near = sorted(
            other
            for other in {other for band in bands_of(signature) for other in first_with.get(band, ())}
            if share_of_equal(signature, kept[other]) >= NEARLY
        )
        if near:
            group[number] = group.get(near[0], near[0])
        for band in bands_of(signature):
            first_with.setdefault(band, []).append(number)
    return group


def bands_of(signature: tuple[int, ...]) -> list[tuple[int, ...]]:
    size = len(signature) // BANDS
    return [(band, *signature[band * size : (band + 1) * size]) for band in range(BANDS)]


def share_of_equal(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    return sum(a == b for a, b in zip(one, other, strict=True)) / len(one)
