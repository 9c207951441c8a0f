"""Runs a function on many items in processes that may hang, die or run out of memory without taking the others with them."""
