"""The engine beyond one machine: blocks of files are Ray tasks, each supervised as on one machine; their results are Parquet files.

What is done first, how often and where is Ray's business. The journal is what it is without a cluster, and so is all that follows from it.
"""
