"""Rules of the engine over Ray: what it leaves is what one machine leaves, and nothing is done twice, told or lost on the way."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec
import pytest
from fsspec.implementations.memory import MemoryFileSystem

from skillgap import Analyzer, cli
from skillgap.batch import journal as journals
from skillgap.batch.cluster.inputs import RemoteInput, RemoteInputs
from skillgap.batch.cluster.outputs import prepared_output
from skillgap.batch.cluster.partitions import Partitions, Wanted, forget
from skillgap.batch.cluster.running import Run
from skillgap.batch.cluster.tasks import Order, Task, prepare_tasks
from skillgap.batch.journal import JournalInput
from skillgap.batch.keys import Identity, Keys
from skillgap.batch.packing import unpacked_contract
from skillgap.batch.running import Pending
from skillgap.batch.targeting import identity_of, target_of
from skillgap.batch.working import Job, Worked
from skillgap.documents.types import Limits
from skillgap.errors import DocumentMissing, DocumentTooLarge, UsageError
from skillgap.isolation.pool import Cause, Lost
from skillgap.pipeline.many import Skipped

SAMPLES = Path(__file__).parent.parent / "samples"
PERSONA = "Jane Doe"
TEXT = (
    "{name}\n\nExperience\n\nEngineer, Example, 2019 - 2023\n- Wrote Linux driver number {number} in C and tested it.\n"
)
COUNT = 20
HOLD_A_CLUSTER = """
import json, os, sys
from skillgap.batch.cluster.session import session
with session(None, 2) as connected:
    nodes = [node["NodeManagerAddress"] for node in connected.ray.nodes()]
    address = connected.ray.get_runtime_context().gcs_address
    environment = {name: value for name, value in os.environ.items() if name.startswith("RAY_")}
    print(json.dumps({"nodes": nodes, "address": address, "environment": environment}), flush=True)
    sys.stdin.read()
"""
RANK = "import sys; from skillgap.cli import main; main(['rank', *sys.argv[1:]])"
Rank = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    """A cluster of two processors; in processes of its own, for Ray talks to itself through sockets."""
    home = tmp_path_factory.mktemp("home")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("RAY_")}
    environment |= {"HOME": str(home)}
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD_A_CLUSTER],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    )
    assert holder.stdout
    told = json.loads(holder.stdout.readline())
    yield told | {"home": home, "environment": environment | told["environment"]}
    holder.communicate(timeout=60)


@pytest.fixture(scope="module")
def rank(cluster: dict[str, Any]) -> Rank:
    """The command line over that cluster."""

    def ranked(*arguments: object) -> subprocess.CompletedProcess[str]:
        options = ("--engine", "ray", "--ray-address", cluster["address"])
        return subprocess.run(
            [sys.executable, "-c", RANK, *map(str, arguments), *options],
            capture_output=True,
            text=True,
            env=cluster["environment"],
            check=False,
        )

    return ranked


@pytest.fixture(scope="module")
def candidates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two blocks: different texts, the same content twice, with and without that suffix, a damaged and an empty file."""
    folder = tmp_path_factory.mktemp("candidates")
    for number in range(COUNT):
        (folder / f"{number:02}-doe.txt").write_text(TEXT.format(name=PERSONA, number=number))
    shutil.copy(folder / "00-doe.txt", folder / "zz-again.txt")
    shutil.copy(SAMPLES / "embedded.pdf", folder)
    shutil.copy(SAMPLES / "embedded.docx", folder)
    (folder / "05-damaged.pdf").write_bytes(b"%PDF-1.7\nnothing follows")
    (folder / "zz-empty.txt").write_bytes(b"")
    return folder


@pytest.fixture(scope="module")
def over_ray(candidates: Path, rank: Rank, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Of a run over Ray, OUT and what it told."""
    out = tmp_path_factory.mktemp("ray") / "out"
    result = rank(candidates, "-o", out)
    assert result.returncode == 4, result.stderr
    return out, result.stderr


@pytest.fixture(scope="module")
def by_url(candidates: Path, rank: Rank, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, str]:
    """Of a run over Ray with URLs, OUT, its URL and what it told."""
    out = tmp_path_factory.mktemp("url") / "out"
    result = rank(candidates.as_uri(), (candidates / "nobody.pdf").as_uri(), "-o", out.as_uri())
    assert result.returncode == 4, result.stderr
    return out, out.as_uri(), result.stderr


def table(out: Path, name: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(out / journals.FILE)) as connection:
        return sorted(connection.execute(f"select * from {name}"), key=repr)  # noqa: S608 - the test's own names


def test_a_cluster_leaves_what_one_machine_leaves(
    candidates: Path, over_ray: tuple[Path, str], cluster: dict[str, Any], tmp_path: Path
) -> None:
    """The same inputs give the same bytes in all files, and the same rows in the journal."""
    out, _ = over_ray
    local = subprocess.run(
        [sys.executable, "-c", RANK, str(candidates), "-o", str(tmp_path / "out")],
        capture_output=True,
        env=cluster["environment"],
        check=False,
    )
    assert local.returncode == 4, local.stderr
    written = [each for each in (tmp_path / "out").rglob("*") if each.is_file() and each.name != journals.FILE]
    assert any(each.name == "ranking.csv" for each in written)
    for each in written:
        assert each.read_bytes() == (out / each.relative_to(tmp_path / "out")).read_bytes()
    for name in ("inputs", "results", "structures", "facts"):
        assert table(tmp_path / "out", name) == table(out, name)


def test_each_unreadable_file_is_one_line(candidates: Path, over_ray: tuple[Path, str]) -> None:
    """What fails in a block, and what cannot be read, costs one line each; Ray itself says nothing."""
    *failures, counts = over_ray[1].splitlines()
    damaged, empty = sorted(failures)
    assert damaged.startswith(f"skillgap: {candidates / '05-damaged.pdf'}: ")
    assert empty.startswith(f"skillgap: {candidates / 'zz-empty.txt'}: ")
    assert f"{COUNT + 5} files: " in counts


def test_workers_read_what_a_url_names(over_ray: tuple[Path, str], by_url: tuple[Path, str, str]) -> None:
    """By URL the same contents come to the same, whatever they are called; an address without a file is one line."""
    out, _, told = by_url
    assert table(out, "results") == table(over_ray[0], "results")
    missing = [line for line in told.splitlines() if "nobody.pdf" in line]
    assert len(missing) == 1
    assert ": no such file" in missing[0].casefold()


def test_a_finished_partition_is_not_done_again(
    candidates: Path, by_url: tuple[Path, str, str], rank: Rank, tmp_path: Path
) -> None:
    """A run that finds partitions takes them, writes none again but of what failed, and says the same; what is unfinished is removed."""
    out = tmp_path / "out"
    shutil.copytree(by_url[0], out)
    before = {each: each.stat().st_mtime_ns for each in out.rglob("done-*") if count_of(each)}
    (unfinished := next(iter(before)).parent / ".part-done-x").write_bytes(b"half")
    result = rank(candidates.as_uri(), (candidates / "nobody.pdf").as_uri(), "-o", out.as_uri())
    assert result.returncode == 4, result.stderr
    assert {each: each.stat().st_mtime_ns for each in out.rglob("done-*") if count_of(each)} == before
    said = result.stderr.replace(out.as_uri(), by_url[0].as_uri())
    assert sorted(said.splitlines()) == sorted(by_url[2].splitlines())
    assert (out / "ranking.csv").read_bytes() == (by_url[0] / "ranking.csv").read_bytes()
    assert not unfinished.exists()


def count_of(partition: Path) -> int:
    """Results in it."""
    return len(Partitions(str(partition.parent)).contents(partition.stem.removeprefix("done-")))


def test_partitions_of_a_blind_batch_name_nobody(candidates: Path, rank: Rank, tmp_path: Path) -> None:
    """Neither a person nor a file is named in a partition."""
    shutil.copytree(candidates, tmp_path / "in", ignore=shutil.ignore_patterns("1*", "embedded*"))
    result = rank((tmp_path / "in").as_uri(), "-o", tmp_path / "out", "--blind")
    assert result.returncode == 4, result.stderr
    done, failed = contents_of(next((tmp_path / "out" / "partitions").iterdir()))
    assert len(done) == 10
    assert len(failed) == 2
    text = b"".join(unpacked_contract(each.contract) + each.row for each in done)
    text += msgspec.json.encode([(each.code, each.reason, each.hint) for each in failed])
    for word in (PERSONA.split()[1], "-doe", "05-damaged", str(tmp_path)):
        assert word.encode() not in text


def contents_of(folder: Path) -> tuple[list[Worked], list[Skipped]]:
    partitions = Partitions(str(folder))
    names = tuple(partitions.names())
    done = [worked for name in names for _, worked in partitions.done(name)]
    return done, [skipped for name in names for _, skipped in partitions.failed(name)]


def test_ray_keeps_to_this_machine(cluster: dict[str, Any], over_ray: tuple[Path, str]) -> None:
    """A cluster that we start is on the loopback, lets nobody in without its token, reports nothing, and leaves nothing at home."""
    assert over_ray
    assert cluster["nodes"] == ["127.0.0.1"]
    assert cluster["address"].startswith("127.0.0.1:")
    assert cluster["environment"]["RAY_USAGE_STATS_ENABLED"] == "0"
    assert cluster["environment"]["RAY_AUTH_MODE"] == "token"
    assert list(cluster["home"].iterdir()) == []


def test_without_ray_one_line_says_how_to_get_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The extra is asked for only where the engine is."""
    monkeypatch.setitem(sys.modules, "ray", None)
    (tmp_path / "one.txt").write_text(TEXT.format(name=PERSONA, number=1))
    code = cli.run(["rank", str(tmp_path / "one.txt"), "-o", str(tmp_path / "out"), "--engine", "ray"])
    assert code == 2
    assert capsys.readouterr().err.splitlines() == [
        'skillgap: --engine ray needs more than is installed (pip install "skillgap[ray]")'
    ]


def test_workers_are_not_asked_for_on_a_cluster(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """How many there are is the cluster's business."""
    options = ["--engine", "ray", "--ray-address", "127.0.0.1:1", "--workers", "2"]
    assert cli.run(["rank", str(SAMPLES / "nurse.txt"), "-o", str(tmp_path / "out"), *options]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_cluster_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    """Where nothing listens nobody waits."""
    arguments = [str(SAMPLES / "nurse.txt"), "-o", str(tmp_path / "out"), "--engine", "ray"]
    result = subprocess.run(
        [sys.executable, "-c", RANK, *arguments, "--ray-address", "127.0.0.1:1"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 2
    assert result.stderr.startswith("skillgap: no Ray cluster answers at 127.0.0.1:1 (")
    assert result.stderr.count("\n") == 1


@pytest.fixture
def store() -> Iterator[str]:
    """A store in memory, with files."""
    files = MemoryFileSystem()
    for name in ("b/2.pdf", "b/1.pdf", "a.pdf", "c.txt", ".hidden.pdf", "b/.git/x.pdf", "out/partitions/x.pdf"):
        files.pipe_file(f"/store/{name}", b"content of " + name.encode())
    yield "memory://store"
    files.rm("/store", recursive=True)


def names(
    *arguments: str, include: tuple[str, ...] = (), apart_from: tuple[str, ...] = ("memory://store/out",)
) -> list[str]:
    found = RemoteInputs(arguments, include=include, apart_from=apart_from)
    return [each.name.split("store/", 1)[1] for each in found]


def test_a_url_names_a_folder_a_pattern_or_a_file(store: str) -> None:
    """Folders are gone through by path, without what is hidden and without OUT; the order of arguments stays."""
    assert names(store) == ["a.pdf", "b/1.pdf", "b/2.pdf", "c.txt"]
    assert names(store, include=("*.txt",)) == ["c.txt"]
    assert names(f"{store}/c.txt", f"{store}/b/*.pdf") == [
        "c.txt",
        "b/1.pdf",
        "b/2.pdf",
    ]
    assert names(f"{store}/nobody.pdf") == ["nobody.pdf"]


def test_an_unknown_kind_of_url_is_one_line() -> None:
    """Nothing is guessed of a scheme that no installed package knows."""
    with pytest.raises(UsageError, match="nowhere://a: can't be reached"):
        names("nowhere://a")


def test_no_more_is_read_than_a_file_may_have(store: str) -> None:
    """The limit holds for what lies elsewhere, and what is not there is the file's failure, not the batch's."""
    assert RemoteInput(f"{store}/a.pdf").content(Limits()) == b"content of a.pdf"
    with pytest.raises(DocumentTooLarge):
        RemoteInput(f"{store}/a.pdf").content(Limits(size=3))
    with pytest.raises(DocumentMissing, match="nobody"):
        RemoteInput(f"{store}/nobody.pdf").content(Limits())


def test_a_file_that_changes_meanwhile_is_not_taken_for_what_it_was(store: str, analyzer: Analyzer) -> None:
    """A result is never written under the digest of another content."""
    wanted = Wanted("0" * 64, "key", "structure")
    work = prepare_tasks(analyzer.__reduce__()[1], None)
    result = work(Task(wanted, Job("0.pdf", wanted.sha256), f"{store}/a.pdf"))
    assert isinstance(result, Skipped)
    assert "changed" in result.reason


def test_fresh_forgets_partitions(store: str) -> None:
    """Forgetting takes all versions, and takes nothing amiss where there is nothing."""
    forget(f"{store}/out/partitions")
    forget(f"{store}/out/partitions")
    assert names(store, apart_from=()) == ["a.pdf", "b/1.pdf", "b/2.pdf", "c.txt"]


def test_a_blind_batch_is_not_put_to_a_url(store: str) -> None:
    """Its key would lie where its results are."""
    identity = Identity(role="r", level="mid", track=None, posting=None, is_blind=True, schools=False, companies=False)
    with pytest.raises(UsageError, match="blind"), prepared_output(store, identity, is_fresh=False):
        pass


class LosingSession:
    """A cluster on which every task is lost that has one of these contents in it; the others write nothing."""

    def __init__(self, lost: set[str]) -> None:
        self.lost = lost
        self.ray = self
        self.submitted: list[tuple[Task, ...]] = []

    def put(self, value: object) -> object:
        return value

    def processors(self) -> int:
        return 1

    def submit(self, task: object, order: Order, name: str, tasks: tuple[Task, ...]) -> int:
        del task
        self.submitted.append(tasks)
        if not self.is_lost(tasks):
            failed = [(each.wanted, Skipped("", "corrupt", "damaged", "")) for each in tasks]
            Partitions(order.partitions).write(name, (), failed)
        return len(self.submitted) - 1

    def is_lost(self, tasks: tuple[Task, ...]) -> bool:
        return any(each.wanted.sha256 in self.lost for each in tasks)

    def first_done(self, references: list[int]) -> int:
        return references[0]

    def result(self, reference: int) -> Lost | None:
        return Lost(Cause.CRASH) if self.is_lost(self.submitted[reference]) else None


def test_of_a_lost_block_only_the_file_that_is_to_blame_is_lost(tmp_path: Path, analyzer: Analyzer) -> None:
    """A block that Ray gave up on is done again file by file, and what is lost alone is that file's outcome."""
    digests = [letter * 64 for letter in "abc"]
    order = Order(
        version="v", analyzer=({}, None), blind=None, seconds=1, memory=1 << 20, partitions=str(tmp_path / "p")
    )
    identity = identity_of(analyzer, None)
    with prepared_output(str(tmp_path / "out"), identity, is_fresh=False) as (_, journal, _):
        journal.begin(target_of(analyzer, None))
        session = LosingSession({digests[1]})
        planned = []
        for position, digest in enumerate(digests):
            journal.note(JournalInput(position, digest[:1], digest))
            job = Job(f"{digest[:12]}.txt", digest, b"")
            planned.append((Pending(digest[:1], job, "key"), Task(Wanted(digest, "key", "s"), job, "")))
        steps = list(Run(session, order, Keys("s", "r"), journal).steps(planned))  # type: ignore[arg-type]
    assert [len(each) for each in session.submitted] == [3, 1, 1, 1]
    assert [(each.name, each.skipped and each.skipped.code) for each in steps] == [
        ("a", "corrupt"),
        ("b", "crash"),
        ("c", "corrupt"),
    ]
