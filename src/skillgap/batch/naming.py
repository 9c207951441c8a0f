"""What inputs are called in everything that is written: as the user knows them or, in a blind batch, by digest, with the key apart."""

from skillgap.pipeline.analyzing import NAME_LENGTH


class Naming:
    """As the user knows them."""

    def read(self, position: int, name: str, sha256: str) -> str:
        """The name of an input whose content could be read."""
        del position, sha256
        return name

    def unread(self, position: int, name: str) -> str:
        """The name of one that could not."""
        del position
        return name


class BlindNaming(Naming):
    """By digest; of one that can't be read, by its place."""

    def read(self, position: int, name: str, sha256: str) -> str:
        del position, name
        return sha256[:NAME_LENGTH]

    def unread(self, position: int, name: str) -> str:
        del name
        return f"input-{position + 1:06}"
