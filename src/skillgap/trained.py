"""Trained models: plain tables of weights in `models/`, opened once their digest is right. Nothing in them can run."""

from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from skillgap.errors import ModelError
from skillgap.shelves import shelf

if TYPE_CHECKING:
    import numpy as np

SCALE = 100
"""Weights are hundredths, so that no result hangs on the last bit of a linear algebra library."""


class LinearModel(Struct, frozen=True):
    """For each feature the kinds it speaks for or against: pairs of a kind's number and its weight in hundredths, end to end."""

    kinds: tuple[str, ...]
    bias: tuple[int, ...]
    weights: Mapping[str, tuple[int, ...]]


class PackedModel(Struct, frozen=True):
    """A `LinearModel` whose weights are still JSON, a piece for each feature: a résumé asks for a few hundred of them."""

    kinds: tuple[str, ...]
    bias: tuple[int, ...]
    weights: Mapping[str, msgspec.Raw]


@cache
def packed_model(name: str) -> PackedModel:
    """Read a model that is only asked for the weights of single features, in half the time. Raises ModelError."""
    return msgspec.json.decode(checked(name, "json"), type=PackedModel)


@cache
def shipped_model(name: str) -> LinearModel:
    """Read a model that came with the package, once a process.

    Raises ModelError where the file is not the one that `models/digests.json` names.
    """
    return msgspec.json.decode(checked(name, "json"), type=LinearModel)


@cache
def shipped_arrays(name: str) -> "Mapping[str, np.ndarray]":
    """Read a model of plain arrays, as `shipped_model` does one in JSON. No array may hold objects."""
    import numpy as np

    with np.load(BytesIO(checked(name, "npz")), allow_pickle=False) as arrays:
        return dict(arrays)


def checked(name: str, ending: str) -> bytes:
    folder = shelf("models")
    content = (folder / f"{name}.{ending}").read_bytes()
    digests = msgspec.json.decode((folder / "digests.json").read_bytes(), type=dict[str, str])
    if sha256(content).hexdigest() != digests.get(name):
        raise ModelError.changed(name)
    return content


def models_version() -> str:
    """Name all models by the digest of their digests."""
    return sha256((shelf("models") / "digests.json").read_bytes()).hexdigest()[:12]
