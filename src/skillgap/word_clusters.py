"""Clusters of English words that stand in like places (Brown et al. 1992): what is known of a word that no example has.

A cluster is a path of bits; words whose paths begin alike are alike, so that the first bits name a coarser cluster.
"""

from collections.abc import Mapping
from functools import cache

from skillgap.trained import shipped_arrays

FINE, COARSE = 16, 8
"""Bits of a path that are looked at."""


def cluster_names(word: str) -> tuple[str, str]:
    """The fine and the coarse cluster of a word in small letters; two empty strings where it is not known."""
    path = shipped_clusters().get(word)
    return ("", "") if path is None else (f"{path:x}", f"{path & (1 << COARSE) - 1:x}")


@cache
def shipped_clusters() -> Mapping[str, int]:
    """Paths by word, the first step in the lowest bit."""
    arrays = shipped_arrays("clusters")
    words = arrays["words"].tobytes().decode("utf-8").split("\n")
    return dict(zip(words, arrays["paths"].tolist(), strict=True))
