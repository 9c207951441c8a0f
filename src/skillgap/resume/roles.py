"""The letters that say what a line of a section with entries is."""

EMPLOYER, BODY, HEADING, OUTSIDE, START = "A", "B", "H", "-", "S"
"""An employer's name above several posts; what was done; a further line of a heading; what is of no entry; an entry's first line."""
