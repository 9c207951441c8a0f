"""A connection to Ray: to a cluster that is there, or to one on this machine that is started and ended here."""

import os
import secrets
import socket
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from skillgap.batch.cluster.inputs import not_installed
from skillgap.errors import SkillgapError, UsageError
from skillgap.isolation.pool import Cause, Lost
from skillgap.pipeline.many import usable_processors

ADDRESS = "RAY_ADDRESS"
PATIENCE = 10.0
"""Seconds to wait for an existing cluster to answer."""
QUIET: dict[str, Any] = {"log_to_driver": False, "logging_level": "ERROR"}


@contextmanager
def session(address: str | None, workers: int | None) -> Iterator["Session"]:
    """`address` (else what RAY_ADDRESS says) is a cluster's; without one, `workers` processors of this machine are used.

    Raises UsageError where Ray is not installed or the cluster does not answer.
    """
    address = address or os.environ.get(ADDRESS)
    if address:
        if workers:
            raise UsageError(
                "--workers is for this machine alone", hint="leave it out: the cluster says how many it has"
            )
        os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
        ray = imported()
        check_answers(address)
        start(ray, address=address, **QUIET)
        try:
            yield Session(ray)
        finally:
            ray.shutdown()
        return
    with tempfile.TemporaryDirectory(prefix="skillgap-ray-", ignore_cleanup_errors=True) as folder:
        keep_to_this_machine()
        ray = imported()
        processors = workers or usable_processors()
        start(ray, address="local", num_cpus=processors, include_dashboard=False, _temp_dir=folder, **QUIET)
        try:
            yield Session(ray)
        finally:
            ray.shutdown()


def check_answers(address: str) -> None:
    """Raise UsageError where nothing listens there, which Ray would wait for much longer."""
    host, _, port = address.removeprefix("ray://").rpartition(":")
    if not port.isdigit():
        return
    try:
        socket.create_connection((host, int(port)), timeout=PATIENCE).close()
    except (OSError, OverflowError) as error:
        raise UsageError(
            f"no Ray cluster answers at {address}", hint="check --ray-address or RAY_ADDRESS, and that it runs"
        ) from error


def keep_to_this_machine() -> None:
    """Before Ray is imported: no reports to its makers, no port but on the loopback, and nobody let in there without this run's token."""
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    os.environ["RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER"] = "0"
    os.environ.setdefault("RAY_AUTH_MODE", "token")
    os.environ.setdefault("RAY_AUTH_TOKEN", secrets.token_hex(32))


def imported() -> Any:
    try:
        import ray
    except ImportError as error:
        raise not_installed() from error
    return ray


def start(ray: Any, **options: Any) -> None:
    try:
        ray.init(**options)
    except Exception as error:
        raise UsageError(
            f"Ray can't be used: {first_line(error)}", hint="check the cluster's address, and that it runs"
        ) from error


class Session:
    """Tasks are functions that every worker can import; what they return or how they were lost is taken with `result`."""

    def __init__(self, ray: Any) -> None:
        self.ray = ray

    def processors(self) -> int:
        """Of the cluster, as it is now."""
        return max(1, int(self.ray.cluster_resources().get("CPU", 1)))

    def submit(self, task: Any, *arguments: Any) -> Any:
        return self.ray.remote(num_cpus=1)(task).remote(*arguments)

    def first_done(self, references: list[Any]) -> Any:
        return self.ray.wait(references, num_returns=1)[0][0]

    def result(self, reference: Any) -> Any:
        """`Lost` where Ray gave up on it, having tried several times; raises SkillgapError for what would go wrong with every task."""
        errors = self.ray.exceptions
        try:
            return self.ray.get(reference)
        except errors.OutOfMemoryError:
            return Lost(Cause.MEMORY)
        except (errors.WorkerCrashedError, errors.NodeDiedError, errors.ObjectLostError):
            return Lost(Cause.CRASH)
        except errors.RayTaskError as error:
            raise failed(error.cause) from error
        except errors.RayError as error:
            raise failed(error) from error

    def cancel(self, references: list[Any]) -> None:
        for each in references:
            self.ray.cancel(each, force=True)


def failed(error: BaseException) -> SkillgapError:
    if isinstance(error, SkillgapError):
        return error
    return SkillgapError(
        f"a task of the cluster failed: {first_line(error)}",
        hint="every node needs this version of skillgap, and to reach the inputs and OUT",
    )


def first_line(error: BaseException) -> str:
    return next((line.strip() for line in str(error).splitlines() if line.strip()), type(error).__name__)
