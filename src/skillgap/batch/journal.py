"""The journal: an SQLite file that remembers by content and version what was done, so that it is done once.

A step's key names everything that its result hangs on besides the content. What was read of a file (`structures`) and what it came to
(`results`) have keys of their own: new knowledge of skills costs no second reading. Each is one transaction, so that whatever
ends the program loses at most what was in work.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import msgspec
from msgspec import Struct

from skillgap.batch.types import BatchTarget, Row
from skillgap.errors import UsageError

FILE = "journal.sqlite"
FORMAT = "skillgap journal 1"
TABLES = """
create table if not exists facts (name text primary key, value blob not null) without rowid;
create table if not exists structures (sha256 text primary key, key text not null, content blob not null);
create table if not exists results (
    sha256 text primary key, key text not null, score real not null, low real not null, high real not null,
    row blob not null, contract blob not null
);
create table if not exists inputs (
    position integer primary key, name text not null, sha256 text, code text, reason text, hint text
);
create index if not exists inputs_of_content on inputs (sha256, position);
create index if not exists results_by_score on results (score desc, sha256);
"""
BY_RANK = "from inputs join results using (sha256) order by results.score desc, results.sha256, inputs.position"


class Result(Struct, frozen=True, kw_only=True):
    """What a content came to: `row` is a `Row` and `contract` an `Analysis`, both encoded; the contract is packed (zlib, JSON)."""

    sha256: str
    score: float
    low: float
    high: float
    row: bytes
    contract: bytes


class JournalInput(Struct, frozen=True):
    """An input of the last run: with a content, or with the reason why there is none or it gave nothing."""

    position: int
    name: str
    sha256: str | None
    code: str | None = None
    reason: str | None = None
    hint: str | None = None


class Journal:
    """Open one with `opened`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def fact(self, name: str) -> bytes | None:
        found = self.connection.execute("select value from facts where name = ?", (name,)).fetchone()
        return None if found is None else bytes(found[0])

    def state(self, name: str, value: bytes) -> None:
        self.connection.execute("insert or replace into facts values (?, ?)", (name, value))

    def begin(self, target: BatchTarget) -> None:
        """Begin a run: the inputs are listed anew, what is known of contents stays."""
        with self.transaction():
            self.connection.execute("delete from inputs")
            self.state("target", msgspec.json.encode(target))
            self.state("is_complete", b"no")

    @contextmanager
    def transaction(self) -> Iterator[None]:
        self.connection.execute("begin immediate")
        try:
            yield
        except BaseException:
            self.connection.execute("rollback")
            raise
        self.connection.execute("commit")

    def target(self) -> BatchTarget:
        """What the last run held its candidates against."""
        return msgspec.json.decode(self.fact("target") or b"", type=BatchTarget)

    def note(self, each: JournalInput) -> None:
        self.connection.execute(
            "insert or replace into inputs values (?, ?, ?, ?, ?, ?)",
            (each.position, each.name, each.sha256, each.code, each.reason, each.hint),
        )

    def skip(self, sha256: str, code: str, reason: str, hint: str) -> None:
        """Give every input of that content the reason why it gave nothing."""
        self.connection.execute(
            "update inputs set code = ?, reason = ?, hint = ? where sha256 = ?", (code, reason, hint, sha256)
        )
        self.connection.execute("delete from results where sha256 = ?", (sha256,))

    def first_of(self, sha256: str) -> JournalInput | None:
        """The first input of this run that has this content."""
        found = self.connection.execute(
            "select position, name, sha256, code, reason, hint from inputs where sha256 = ? order by position limit 1",
            (sha256,),
        ).fetchone()
        return None if found is None else JournalInput(*found)

    def copies(self, sha256: str) -> int:
        """How many inputs of this run have this content, so far."""
        found = self.connection.execute("select count(*) from inputs where sha256 = ?", (sha256,)).fetchone()
        return int(found[0])

    def has_result(self, sha256: str, key: str) -> bool:
        found = self.connection.execute("select 1 from results where sha256 = ? and key = ?", (sha256, key)).fetchone()
        return found is not None

    def structure(self, sha256: str, key: str) -> bytes | None:
        """What was read of that content, packed; None where that is not known for this key."""
        found = self.connection.execute(
            "select content from structures where sha256 = ? and key = ?", (sha256, key)
        ).fetchone()
        return None if found is None else bytes(found[0])

    def last_structure(self, sha256: str) -> bytes | None:
        """What the content's result was made of, packed; None where it is not kept, as in a blind batch."""
        found = self.connection.execute("select content from structures where sha256 = ?", (sha256,)).fetchone()
        return None if found is None else bytes(found[0])

    def keep_structure(self, sha256: str, key: str, content: bytes) -> None:
        self.connection.execute("insert or replace into structures values (?, ?, ?)", (sha256, key, content))

    def keep(self, key: str, result: Result) -> None:
        self.connection.execute(
            "insert or replace into results values (?, ?, ?, ?, ?, ?, ?)",
            (result.sha256, key, result.score, result.low, result.high, result.row, result.contract),
        )

    def inputs(self) -> Iterator[JournalInput]:
        """All inputs of the last run in their order."""
        for found in self.connection.execute(
            "select position, name, sha256, code, reason, hint from inputs order by position"
        ):
            yield JournalInput(*found)

    def skipped(self) -> Iterator[JournalInput]:
        for found in self.connection.execute(
            "select position, name, sha256, code, reason, hint from inputs where code is not null order by position"
        ):
            yield JournalInput(*found)

    def bands(self) -> Iterator[tuple[float, float, float]]:
        """Score and band of each candidate: a content counts once."""
        yield from self.connection.execute(
            "select score, low, high from results where sha256 in (select sha256 from inputs) order by score desc"
        )

    def rows(self) -> Iterator[tuple[str, Row]]:
        """Name and row of every input that was analysed, the highest score first, inputs of one content in their order."""
        decoder = msgspec.msgpack.Decoder(Row)
        for name, row in self.connection.execute(f"select inputs.name, results.row {BY_RANK}"):
            yield name, decoder.decode(row)

    def contracts(self) -> Iterator[tuple[str, bytes]]:
        """Name and packed contract of every input that was analysed, in the order of `rows`."""
        for name, contract in self.connection.execute(f"select inputs.name, results.contract {BY_RANK}"):
            yield name, bytes(contract)

    def contract(self, sha256: str) -> bytes | None:
        found = self.connection.execute("select contract from results where sha256 = ?", (sha256,)).fetchone()
        return None if found is None else bytes(found[0])

    def contents_like(self, beginning: str) -> list[str]:
        """Those of the last run's analysed contents whose digest begins so."""
        found = self.connection.execute(
            "select sha256 from results where substr(sha256, 1, ?) = ? and sha256 in (select sha256 from inputs)",
            (len(beginning), beginning),
        )
        return [sha256 for (sha256,) in found]

    def contents_named(self, name: str) -> list[str]:
        """Those of the last run's analysed inputs of that name."""
        found = self.connection.execute(
            "select distinct sha256 from inputs join results using (sha256) where name = ?", (name,)
        )
        return [sha256 for (sha256,) in found]


@contextmanager
def opened(path: Path) -> Iterator[Journal]:
    """Open a journal, or begin one; it belongs to this process until it is closed.

    Raises UsageError where it is not one of ours, can't be written, or belongs to another process now.
    """
    try:
        with closing(sqlite3.connect(path, isolation_level=None, timeout=0.5)) as connection:
            connection.execute("pragma locking_mode = exclusive")
            connection.executescript(TABLES)  # before the log: beside an empty file SQLite throws the log away
            connection.execute("pragma journal_mode = wal")
            connection.execute("pragma synchronous = normal")
            journal = Journal(connection)
            if journal.fact("format") is None:
                journal.state("format", FORMAT.encode())
            if journal.fact("format") != FORMAT.encode():
                raise UsageError(
                    f"{path}: was written by another version of skillgap", hint="say --fresh to start over"
                )
            yield journal
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise UsageError(
                f"{path.parent}: another run is at work in it", hint="wait for it, or choose another folder"
            ) from error
        raise UsageError(f"{path}: can't be used: {error}") from error
    except sqlite3.DatabaseError as error:
        raise UsageError(f"{path}: is damaged or not a journal: {error}", hint="say --fresh to start over") from error
