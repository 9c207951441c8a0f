"""Imported by the one process that all workers begin from, so that what is slow to load is loaded once for all of them.

Unlike any other module it does its work on import: that is all the system lets such a process do.
"""

import lxml.etree
import PIL.Image
import pypdfium2

from skillgap.pipeline.analyzing import Analyzer

LOADED = (lxml.etree, PIL.Image, pypdfium2)
TEXT = "Jane Doe\n\nExperience\n\nEngineer, Example, 2019 - 2023\n- Wrote a Linux driver in C and tested it."

Analyzer().analyze_text(TEXT)
