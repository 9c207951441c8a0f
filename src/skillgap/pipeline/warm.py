"""Imported by the one process that all workers begin from, so that what is slow to load is loaded once for all of them.

Unlike any other module it does its work on import: that is all the system lets such a process do.
"""

import lxml.etree
import PIL.Image
import pypdfium2

from skillgap.documents.pdf import reader as pdf_reader
from skillgap.documents.word import reader as word_reader
from skillgap.pipeline.analyzing import Analyzer

LOADED = (lxml.etree, PIL.Image, pypdfium2, pdf_reader, word_reader)
TEXT = """Jane Doe
Software Engineer
jane.doe@example.com | 212-555-0101 | Springfield, OH

Summary
Ten years of work on services and on what they stand on.

Experience

Senior Software Engineer, Example Systems, Springfield, OH
March 2019 - Present
{work}

Engineer, Example Networks
06/2013 - 02/2019
- Wrote a Linux driver in C and tested it; led a team of four.

Skills
C, Python, Linux

Education
B.Sc. Computer Science, University of Springfield, 2009 - 2013

Languages
English (native), German (B2)
"""


def warm_up() -> None:
    """Meet the names that most résumés have: those of the usual role's skills, as their examples write them."""
    analyzer = Analyzer()
    lines = [f"- {analyzer.taxonomy.skills[each.skill].examples[0]}" for each in analyzer.role.skills]
    analyzer.analyze_text(TEXT.format(work="\n".join(lines)))


warm_up()
