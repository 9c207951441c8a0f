"""The batch as one page for a browser: to sort, to filter and to compare."""

from skillgap.batch.dashboard.writing import write_dashboard

__all__ = ["write_dashboard"]
