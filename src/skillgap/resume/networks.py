"""The networks on which people have a profile: what they are called, and what the addresses of profiles begin with."""

import re
from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from skillgap.taxonomy.loading import shipped_words
from skillgap.taxonomy.words import Cues


class Networks(Struct, frozen=True):
    """`names` by their small letters, `by_host`; `profiles` are what stands in front of a handle, by name.

    `words` are names, in small letters, that are words as well. `no_handles` are what stands behind a name and is no handle.
    """

    names: Mapping[str, str]
    by_host: Mapping[str, str]
    profiles: Mapping[str, str]
    words: frozenset[str]
    no_handles: frozenset[str]


def compile_networks(cues: Cues) -> Networks:
    known = cues.networks
    return Networks(
        names={name.casefold(): name for name in known},
        by_host={network.host: name for name, network in known.items() if network.host},
        profiles={name: network.profiles for name, network in known.items() if network.profiles},
        words=frozenset(name.casefold() for name, network in known.items() if network.is_word),
        no_handles=frozenset(cues.no_handles),
    )


@cache
def shipped_networks() -> Networks:
    return compile_networks(shipped_words().cues)


def network_of(link: str) -> str | None:
    """The network a profile link belongs to, None for a site of one's own."""
    host = re.sub(r"^(?:https?://)?(?:www\.|[a-z]{2}\.)?", "", link.casefold()).partition("/")[0]
    return shipped_networks().by_host.get(host)
