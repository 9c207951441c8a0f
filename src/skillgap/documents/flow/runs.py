"""Pieces of text in the making: what follows in the same look is joined once, at the end, however many parts it has."""

from skillgap.documents.flow.sheet import Look, Piece


class Runs:
    def __init__(self) -> None:
        self.parts: list[tuple[list[str], Look]] = []

    def __bool__(self) -> bool:
        return bool(self.parts)

    def add(self, text: str, look: Look) -> None:
        if self.parts and self.parts[-1][1] == look:
            self.parts[-1][0].append(text)
        else:
            self.parts.append(([text], look))

    def taken(self) -> list[Piece]:
        """Return the pieces, and begin anew."""
        pieces = [("".join(texts), look) for texts, look in self.parts]
        self.parts = []
        return pieces
