"""Finds what a built site would fetch from elsewhere: `python docs/_generate/foreign.py site` fails on any."""

from __future__ import annotations

import re
import sys
from html.parser import HTMLParser
from pathlib import Path

from typing_extensions import override

FETCHED = {"script": "src", "img": "src", "iframe": "src", "source": "src", "link": "href"}
"""Tags whose address a browser fetches by itself; a link that a reader follows (`a`) is not one."""
NOT_FETCHED = {"canonical", "alternate", "next", "prev"}
"""Values of `rel` that say where a page belongs and fetch nothing."""
IN_STYLES = re.compile(r"""(?:@import\s+|url\(\s*)["']?((?:https?:)?//[^"')\s]+)""")


class _Addresses(HTMLParser):
    """Collects the addresses that a browser would fetch for a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        address = values.get(FETCHED.get(tag, ""))
        if address and not NOT_FETCHED & set((values.get("rel") or "").split()):
            self.found.append(address)


def foreign_addresses(site: Path) -> list[str]:
    """Every address of another host that the pages or style sheets under `site` fetch, as `file: address`."""
    found = []
    for path in sorted(site.rglob("*.html")):
        page = _Addresses()
        page.feed(path.read_text(encoding="utf-8"))
        found += [(path, address) for address in page.found if re.match(r"(https?:)?//", address)]
    for path in sorted(site.rglob("*.css")):
        found += [(path, match[1]) for match in IN_STYLES.finditer(path.read_text(encoding="utf-8"))]
    return [f"{path.relative_to(site)}: {address}" for path, address in found]


if __name__ == "__main__":
    problems = foreign_addresses(Path(sys.argv[1]))
    if problems:
        sys.exit("The site fetches from elsewhere:\n" + "\n".join(problems))
