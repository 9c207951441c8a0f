"""A résumé of nothing but lines, for text that is known to be part of one."""

from collections.abc import Sequence

from skillgap.resume.types import LogicalLine, Piece, Resume, Section, SectionKind


def resume_of_line(text: str) -> Resume:
    return resume_of_lines([text])


def resume_of_lines(texts: Sequence[str]) -> Resume:
    """Lines of one job and nothing else, one under the other."""
    lines = []
    start = 0
    for text in texts:
        lines.append(
            LogicalLine(
                text=text,
                pieces=(Piece(0, start, start + len(text)),),
                page=1,
                boxes=(),
                is_item=True,
                is_bold=False,
                follows_gap=False,
            )
        )
        start += len(text) + 1
    return Resume(lines=tuple(lines), sections=(Section(SectionKind.EXPERIENCE, "", 1, 0, start),), entries=())
