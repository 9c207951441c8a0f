"""The cues of all languages as one: a résumé in English has German months in it, and a German one English titles."""

from collections.abc import Sequence
from itertools import zip_longest

import msgspec

from skillgap.taxonomy.words import Cues, PostingCues

PLAIN = {
    *("seasons", "neutral_words", "neutral_alone", "neutral_verbs", "from_years"),
    *("grades", "numbers", "spans", "post_shows", "networks"),
}
"""Mappings from a word to one value, rather than to a list of words."""


def merged_cues(languages: Sequence[Cues]) -> Cues:
    """Join the word lists field by field, without repeats; a word of two languages keeps its first place."""
    first, *others = languages
    fields = {name: getattr(first, name) for name in Cues.__struct_fields__}
    for other in others:
        for name, known in fields.items():
            fields[name] = joined(name, known, getattr(other, name))
    return msgspec.convert(fields, Cues)


def joined(name: str, known: object, more: object) -> object:
    match known, more:
        case str(), str():
            return f"{known}+{more}"
        case dict(), dict() if name in PLAIN:
            return {**more, **known}
        case dict(), dict():
            return {key: tuple(dict.fromkeys((*known.get(key, ()), *more.get(key, ())))) for key in {**known, **more}}
        case PostingCues(), PostingCues():
            own = {field: getattr(known, field) for field in PostingCues.__struct_fields__}
            return msgspec.convert(
                {field: joined(field, value, getattr(more, field)) for field, value in own.items()}, PostingCues
            )
        case tuple(), tuple() if name == "months":
            return tuple(tuple(dict.fromkeys((*a, *b))) for a, b in zip_longest(known, more, fillvalue=()))
        case tuple(), tuple():
            return tuple(dict.fromkeys((*known, *more)))
    raise TypeError(name)
