"""A mapping whose values stay encoded until somebody asks for them: an analysis needs a tenth of what is known."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Generic, TypeVar

import msgspec

K = TypeVar("K")
V = TypeVar("V")


class Lazy(Mapping[K, V], Generic[K, V]):
    """A mapping in MessagePack with values of one shape; safe to share between threads, since decoding twice gives the same."""

    def __init__(self, encoded: msgspec.Raw, shape: type[V]) -> None:
        self._whole = encoded
        self._decoder = msgspec.msgpack.Decoder(shape)
        self._values: dict[K, V] = {}

    @cached_property
    def _encoded(self) -> dict[K, msgspec.Raw]:
        found: dict[K, msgspec.Raw] = msgspec.msgpack.decode(self._whole, type=dict[str, msgspec.Raw])
        return found

    def __getitem__(self, key: K) -> V:
        try:
            return self._values[key]
        except KeyError:
            self._values[key] = value = self._decoder.decode(self._encoded[key])
            return value

    def __contains__(self, key: object) -> bool:
        return key in self._encoded

    def __iter__(self) -> Iterator[K]:
        return iter(self._encoded)

    def __len__(self) -> int:
        return len(self._encoded)
