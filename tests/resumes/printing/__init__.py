"""Prints annotated résumés in the looks that real files have."""
