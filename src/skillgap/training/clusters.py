"""Take the commonest words' clusters out of `spacy-lookups-data`, a package that is needed for this alone.

`python -m skillgap.training.clusters` writes them into `models/`.
"""

import gzip
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from skillgap.shelves import shelf
from skillgap.training.shipping import write
from skillgap.word_clusters import FINE

PACKAGE = "spacy_lookups_data"
MOST = 60_000
CARD = """# clusters

The first {bits} steps of the Brown clusters of the {most:,} commonest English words that have any, in small letters
(`skillgap.word_clusters`).

* Source: `en_lexeme_cluster` and `en_lexeme_prob` of the package [spacy-lookups-data](https://github.com/explosion/spacy-lookups-data)
  1.0.5, MIT licence, © ExplosionAI GmbH. Not trained here; `python -m skillgap.training.clusters` takes them out of the package.
* Size: {most:,} words.
"""


def clusters_of_words() -> dict[str, Any]:
    """Words in small letters with the first bits of their paths.

    Raises ModuleNotFoundError where the package is missing: `pip install spacy-lookups-data`.
    """
    found = find_spec(PACKAGE)
    if found is None or found.origin is None:
        raise ModuleNotFoundError(f"the clusters come with {PACKAGE}: pip install spacy-lookups-data==1.0.5")
    folder = Path(found.origin).parent / "data"
    paths = table(folder / "en_lexeme_cluster.json.gz")
    likely = table(folder / "en_lexeme_prob.json.gz")
    known = {word: paths.get(word) or paths.get(word.capitalize(), 0) for word in likely if is_word(word)}
    common = sorted((word for word, path in known.items() if path), key=lambda word: (-likely[word], word))[:MOST]
    words = sorted(common)
    return {
        "words": np.frombuffer("\n".join(words).encode(), "uint8"),
        "paths": np.array([int(known[word]) & (1 << FINE) - 1 for word in words], "uint16"),
    }


def is_word(text: str) -> bool:
    return text == text.casefold() and (text.replace("'", "").replace("-", "").isalpha() or not text.isalnum())


def table(path: Path) -> Mapping[str, float]:
    return msgspec.json.decode(gzip.decompress(path.read_bytes()), type=dict[str, float])


if __name__ == "__main__":
    write(shelf("models"), "clusters", clusters_of_words(), CARD.format(bits=FINE, most=MOST))
