"""Sets of statuses that a place in a line cannot have, by what speaks against them."""

from skillgap.evidence.types import Status

Statuses = frozenset[Status]
NONE: Statuses = frozenset()
OF_OTHERS: Statuses = frozenset({Status.OTHER_PERSON})
OWN: Statuses = frozenset({Status.USED, Status.LISTED, Status.COURSEWORK, Status.LEARNING})
DENIED: Statuses = frozenset({Status.NEGATED})
NOT_TAKEN: Statuses = frozenset(Status) - {Status.NEGATED, Status.LISTED}
NOT_AT_WORK = OF_OTHERS | {Status.LEARNING}
NOT_OWN = OF_OTHERS | {Status.NEGATED}
NOT_IN_HEADING = NOT_OWN | {Status.COURSEWORK}
NOT_IN_POST = NOT_IN_HEADING | {Status.LEARNING}
NOT_IN_TITLE = NOT_IN_POST | {Status.LISTED}
USED: Statuses = frozenset({Status.USED})
NOT_USED: Statuses = frozenset(Status) - USED
NOT_IN_LIST = USED | OF_OTHERS
NOT_LISTED: Statuses = frozenset(Status) - {Status.LISTED}
NOT_TO_COME: Statuses = frozenset({Status.COURSEWORK, Status.LISTED})
"""Not even a cue makes them so: a course that stands under "Learning now" runs."""
PASSED: Statuses = frozenset({Status.LEARNING})
NOT_IN_LESSON: Statuses = frozenset({Status.COURSEWORK, Status.LEARNING})
MINE = NOT_OWN | NOT_IN_LESSON
"""What is plainly one's own cannot be somebody else's, whatever cue reaches it."""
NOT_WISHED = NOT_IN_LIST | NOT_TO_COME
