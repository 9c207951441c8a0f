"""Names that share a word: "unit and integration tests" names unit tests, "memory leaks and corruption" memory corruption."""

from collections.abc import Callable, Iterator, Sequence

from skillgap.taxonomy.names import Pattern

Match = tuple[int, int, Pattern]
Lookup = Callable[[tuple[str, ...]], Pattern | None]
JOINTS = frozenset({"and", "or", "/", "&", "und", "oder", "et", "ou", "y", "o"})
LIST_JOINTS = JOINTS | {","}


def shared_names(words: Sequence[str], chosen: Sequence[Match], lookup: Lookup) -> Iterator[Match]:
    """What stands beside a name of several words and shares one of them with it; only over words that no name has taken."""
    taken = {token for start, end, _ in chosen for token in range(start, end)}
    for start, end, pattern in chosen:
        if end - start > 1:
            beside = (*before(words, start, end, taken, lookup), *after(words, start, end, taken, lookup))
            yield from (match for match in beside if match[2].skill != pattern.skill)


def before(words: Sequence[str], start: int, end: int, taken: set[int], lookup: Lookup) -> Iterator[Match]:
    """Walk back over "A, B and" (or "A, B, and") in front of "C tests"; each is looked up with the name's end in place of its own."""
    at, joints = start - 1, JOINTS
    if at > 1 and words[at] in JOINTS and words[at - 1] == ",":
        at, joints = at - 1, LIST_JOINTS
    while at >= 1 and words[at] in joints and at - 1 not in taken:
        first = next(
            (pattern for cut in range(start + 1, end) if (pattern := lookup((words[at - 1], *words[cut:end])))), None
        )
        if first is None:
            return
        taken.add(at - 1)
        yield at - 1, at, first
        at, joints = at - 2, LIST_JOINTS


def after(words: Sequence[str], start: int, end: int, taken: set[int], lookup: Lookup) -> Iterator[Match]:
    """The one word behind "memory leaks and", looked up with the name's beginning in front of it."""
    if end + 1 < len(words) and words[end] in JOINTS and end + 1 not in taken:
        pattern = lookup((*words[start : end - 1], words[end + 1]))
        if pattern:
            taken.add(end + 1)
            yield end + 1, end + 2, pattern
