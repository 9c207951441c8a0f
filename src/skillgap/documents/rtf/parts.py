"""What stands beside the body of an RTF file: headers, notes, text boxes, fields; each is read where its group opens."""

import re
from collections.abc import Callable

from msgspec.structs import replace

from skillgap.documents.flow.edges import Edge
from skillgap.documents.flow.sheet import COUNT_CLOSES, COUNT_OPENS
from skillgap.documents.rtf.groups import Groups
from skillgap.documents.rtf.shapes import Shape
from skillgap.documents.rtf.state import State, Target
from skillgap.documents.rtf.story import Story
from skillgap.documents.rtf.tables import HEADERS
from skillgap.documents.types import DrawnLine, Limits

HYPERLINK = re.compile(r"""\s*HYPERLINK\s+(?:\\[a-z]\s+)*"?([^"\s]+)""", re.IGNORECASE)
COUNT_FIELD = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b", re.IGNORECASE)

MOST_EDGES = 60


class Parts(Groups):
    def __init__(self, limits: Limits) -> None:
        super().__init__(limits)
        self.shapes: list[Shape] = []
        self.edges: list[Edge] = []
        self.notes: list[DrawnLine] = []
        self.is_count = self.is_background = self.is_background_shown = False

    def open_story(self, story: Story, end: Callable[[list[DrawnLine]], None]) -> None:
        """Read a group as a story of its own, whose lines go where `end` puts them."""
        self.stories.append(story)
        self.sheet.open_cell()
        self.state = State(font=self.state.font, skip=self.state.skip)

        def close() -> None:
            self.story.end()
            self.stories.pop()
            end(self.sheet.close_cell())

        self.at_close(close)

    def open_edge(self, word: str) -> None:
        def end(lines: list[DrawnLine]) -> None:
            if len(self.edges) < MOST_EDGES:
                self.edges.append(
                    Edge(lines=tuple(lines), is_header=word in HEADERS, is_once=word in {"headerf", "footerf"})
                )

        self.open_story(Story(self.sheet, self.stories[0].ground, is_edge=True), end)

    def open_note(self) -> None:
        self.open_story(Story(self.sheet, self.stories[0].ground), self.notes.extend)

    def open_text_box(self) -> None:
        """Its lines come after the paragraph that it hangs on."""
        shape, host = self.shapes[-1] if self.shapes else Shape(), self.story
        shape.has_text = True
        self.open_story(Story(self.sheet, shape.ground(host.ground), host.cause or shape.cause), host.floating.extend)

    def open_shape(self) -> None:
        self.shapes.append(Shape())
        self.at_close(self.end_shape)

    def end_shape(self) -> None:
        shape, story = self.shapes.pop(), self.stories[0]
        if not self.is_background:
            story.ground = shape.page_ground(story.ground)
        elif self.is_background_shown:
            story.ground = shape.fill

    def open_background(self) -> None:
        self.is_background = True
        self.at_close(self.end_background)

    def end_background(self) -> None:
        self.is_background = False

    def open_instruction(self) -> None:
        self.state = replace(self.state, target=Target.INSTRUCTION)
        self.at_close(self.end_instruction)

    def end_instruction(self) -> None:
        instruction = self.remark(Target.INSTRUCTION)
        link = HYPERLINK.match(instruction)
        if link and not self.state.is_hidden:
            self.sheet.add_link(link[1])
        self.is_count = COUNT_FIELD.match(instruction) is not None

    def open_result(self) -> None:
        """The number of a page is marked in headers and footers, where it is no text."""
        if self.is_count and self.story.is_edge:
            self.put(COUNT_OPENS)
            self.at_close(lambda: self.put(COUNT_CLOSES))
        self.is_count = False

    def put_page_number(self) -> None:
        if self.story.is_edge:
            self.put(f"{COUNT_OPENS}1{COUNT_CLOSES}")
