"""What the score would be with some gaps closed: the figures that the page's script adds up."""

from skillgap.report.types import Analysis
from skillgap.report.view_types import WhatIf


def what_if_of(analysis: Analysis) -> WhatIf:
    places = {component.skill: place for place, component in enumerate(analysis.score.components)}
    closed = ([(gap.skill, 1.0), *((lift.skill, lift.credit) for lift in gap.lifts)] for gap in analysis.gaps)
    return WhatIf(
        components=tuple((component.worth, component.credit) for component in analysis.score.components),
        raises=tuple(tuple((places[skill], credit) for skill, credit in each if skill in places) for each in closed),
    )
