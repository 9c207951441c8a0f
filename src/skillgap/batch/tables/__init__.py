"""The tables of a finished run, a file a format: what the columns are is said once, in `columns`."""
