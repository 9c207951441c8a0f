"""`results.jsonl`: the whole analysis of each input on a line."""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from skillgap.batch.naming import file_name
from skillgap.batch.packing import unpacked_contract
from skillgap.whole_files import written_whole


def write_json_lines(path: Path, contracts: Iterable[tuple[str, bytes]]) -> None:
    """`contracts` are names of inputs with packed contracts, as `Journal.contracts` gives them; raises UsageError."""
    with written_whole(path) as part, part.open("wb") as file:
        for name, contract in contracts:
            file.write(renamed(unpacked_contract(contract), file_name(name)) + b"\n")


def renamed(contract: bytes, name: str) -> bytes:
    """Give the document its name; all else is copied as it stands."""
    top = msgspec.json.decode(contract, type=dict[str, msgspec.Raw])
    document = msgspec.json.decode(top["document"], type=dict[str, msgspec.Raw])
    document["name"] = msgspec.Raw(msgspec.json.encode(name))
    top["document"] = msgspec.Raw(msgspec.json.encode(document))
    return msgspec.json.encode(top)
