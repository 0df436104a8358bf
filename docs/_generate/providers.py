"""Writes the page of provider types: what each is, and the options it takes."""

from __future__ import annotations

from docstrings import block, first_line
from segue.providers.contract import PROVIDERS
from segue.providers.hosts import HOSTS
from settings import options


def render() -> str:
    """One section a built-in type, with a table of its options."""
    lines: list[str] = []
    for name in sorted(PROVIDERS.builtins):
        provider = PROVIDERS.load(name)
        lines += ["", f"## {name}", "", first_line(provider), "", *options(provider.Options)]
    return block(lines)


def hosts() -> str:
    """One row a known host of `openai_compatible`."""
    rows = ["| `host` | Where | Its key is kept in | Address |", "| --- | --- | --- | --- |"]
    for name, host in sorted(HOSTS.items()):
        key = f"`{host.key_variable}`" if host.key_variable else "no key"
        rows.append(f"| `{name}` | `{host.provider_type}` | {key} | `{host.base_url}` |")
    return block(rows)
