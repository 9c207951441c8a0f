"""What the system holds a process to."""

from collections.abc import Mapping
from pathlib import Path

STATM = Path("/proc/self/statm")
MEGABYTE = 1_048_576
LARGEST_FILE = 256 * MEGABYTE


def loaded() -> int:
    """Return the bytes of address space that this process has now; 0 where the system does not say."""
    try:
        pages = int(STATM.read_bytes().split()[0])
    except OSError:
        return 0
    import resource

    return pages * resource.getpagesize()


def limit_memory(memory: int) -> None:
    """Allow this process and those it starts `memory` bytes of address space, no large files, and no core dump.

    Windows knows no such limits, macOS none for memory.
    """
    try:
        import resource
    except ImportError:
        return
    set_limits(
        {
            resource.RLIMIT_AS: (memory, memory),
            resource.RLIMIT_FSIZE: (LARGEST_FILE, LARGEST_FILE),
            resource.RLIMIT_CORE: (0, 0),
        }
    )


def set_limits(wanted: Mapping[int, tuple[int, int]]) -> None:
    """Set each limit (soft, hard) as far as it is lower than what is set already; one that can't be set is left."""
    import resource

    for kind, (soft, hard) in wanted.items():
        allowed = resource.getrlimit(kind)[1]
        most = hard if allowed == resource.RLIM_INFINITY else min(hard, allowed)
        try:
            resource.setrlimit(kind, (min(soft, most), most))
        except (ValueError, OSError):
            continue
