"""Sizes as people read them."""

from __future__ import annotations


def gb(size_bytes: int) -> str:
    """A size in GB."""
    return f"{size_bytes / 1e9:.1f} GB" if size_bytes >= 1e9 else f"{size_bytes / 1e9:.2f} GB"


def size(size_bytes: int) -> str:
    """A size on the disk: in GB, or in MB below one."""
    return f"{size_bytes / 1e9:.1f} GB" if size_bytes >= 1e9 else f"{size_bytes / 1e6:.1f} MB"
