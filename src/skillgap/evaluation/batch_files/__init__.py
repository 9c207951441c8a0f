"""Folders of invented candidates, of any size: résumés put together from parts, and files that are broken or meant to do harm."""
