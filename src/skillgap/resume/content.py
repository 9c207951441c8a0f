"""How likely texts are in each kind of section, by what they say: lines (models/sections) and headings (models/headings)."""

import math
from collections.abc import Mapping
from functools import cache, lru_cache

from skillgap.resume.classifier import Classifier, shipped_classifier
from skillgap.resume.section_steps import KINDS, Shares
from skillgap.resume.types import SectionKind

LEAST = -5.0
"""A single line never speaks more strongly than this against a kind."""
NO_HEADING = "none"
"""What the model of headings calls short lines that are none."""
RAREST = 1e-9
NAMES = {"contact": SectionKind.HEADER}


def section_kind(name: str) -> SectionKind:
    return NAMES.get(name) or SectionKind(name)


@cache
def places_of(kinds: tuple[str, ...]) -> tuple[int, ...]:
    """Where each of `KINDS` stands among a model's kinds."""
    places = {section_kind(name): place for place, name in enumerate(kinds) if name != NO_HEADING}
    return tuple(places[kind] for kind in KINDS)


def line_shares(text: str, model: Classifier | None = None) -> Shares:
    """Natural logarithms, none under `LEAST`."""
    model = model or shipped_classifier("sections")
    shares = list(model.log_shares(text).values())
    return [max(LEAST, shares[place]) for place in places_of(model.kinds)]


def line_likelihoods(text: str) -> dict[SectionKind, float]:
    return dict(zip(KINDS, line_shares(text), strict=True))


@lru_cache(maxsize=512)
def said_of_heading(text: str) -> Mapping[str, float]:
    """What the model of headings says; kept for a while, as a heading is asked about its kind too."""
    return shipped_classifier("headings").log_shares(text)


def heading_odds(text: str) -> float:
    """How much likelier than not, in natural logarithms, words are those of a section heading."""
    none = said_of_heading(text)[NO_HEADING]
    return math.log(max(RAREST, 1.0 - math.exp(none))) - none


def heading_shares(text: str, model: Classifier | None = None) -> Shares:
    """Of each kind, if the text is a heading; none under `LEAST`."""
    said = model.log_shares(text) if model else said_of_heading(text)
    shares = list(said.values())
    rest = math.log(max(RAREST, 1.0 - math.exp(said[NO_HEADING])))
    return [max(LEAST, shares[place] - rest) for place in places_of(tuple(said))]


def heading_likelihoods(text: str) -> dict[SectionKind, float]:
    return dict(zip(KINDS, heading_shares(text), strict=True))
