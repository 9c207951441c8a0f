"""The lines that a larger model judged: each is a line of ours with a share of every status for each skill."""

import lzma
from itertools import islice
from pathlib import Path

import pytest

from skillgap.training.statuses import STATUSES, guessed_lines

TRAINING = Path("training")


def test_every_variant_has_shares_that_add_up_to_one() -> None:
    with lzma.open(TRAINING / "statuses" / "variants.tsv.xz", "rt", encoding="utf-8") as rows:
        wrong = [row for row in rows if not is_whole(*row.rstrip("\n").split("\t"))]
    assert wrong == []


def is_whole(*cells: str) -> bool:
    text, shares = cells[-2], [[float(each) for each in one.split()] for one in cells[-1].split(";")]
    adds_up = all(len(each) == len(STATUSES) and sum(each) == pytest.approx(1, abs=0.035) for each in shares)
    return len(cells) == 6 and adds_up and text.count("§") == len(shares)


def test_a_variant_is_read_as_any_line() -> None:
    """Its skills stand where its signs do, and none of its other words is a name."""
    for each in islice(guessed_lines(TRAINING), 500):
        assert len(each.line.places) == len(each.shares)
        assert all(each.line.words[place] == "§" for place in each.line.places)
