"""Words of others at a person's terminal: nothing moves, hides or forges what stands there."""

from datetime import UTC, date, datetime
from typing import cast

import msgspec
import pytest

from segue.cli.options import say
from segue.cli.printing import print_table
from segue.domain.foreign_text import is_showable, shown, shown_lines
from segue.providers.anthropic.listing import read_listing
from segue.providers.ollama.server import OllamaServer
from segue.providers.openrouter.models import read_models
from segue.providers.server_answers import OllamaModel
from segue.providers.wire import Wire

EVIL = "\x1b[2J\x1b]0;owned\x07evil\nrm -rf \u202egnp"


def test_what_cannot_be_seen_is_marked_and_what_is_long_is_cut() -> None:
    """One line, 200 signs; a whole text keeps its lines and tabs."""
    assert shown("maker/größe:8b") == "maker/größe:8b"
    assert shown("\x1b[31mred\n" + "b" * 10**6) == f"\ufffd[31mred\ufffd{'b' * 191}…"
    assert shown_lines("one\r\n\ttwo\x9b") == "one\ufffd\n\ttwo\ufffd"
    assert [is_showable(name) for name in ("a b", "", EVIL, "b" * 201)] == [True, False, False, False]


def test_lists_leave_out_names_that_cannot_be_shown_and_count_them() -> None:
    """Titles are shown without what cannot be seen."""
    data = [{"id": EVIL}, {"id": "maker/good", "name": EVIL, "supported_parameters": [EVIL, "tools"]}]
    models, unread = read_models(data, provider="openrouter", as_of=date(2026, 11, 26))
    assert ([model.ref.name for model in models], unread, models[0].parameters) == (
        ["maker/good"],
        1,
        frozenset({"tools"}),
    )
    entries = [msgspec.Raw(msgspec.json.encode(one)) for one in ({"id": EVIL}, {"id": "good", "display_name": EVIL})]
    listing = read_listing(entries, "anthropic", as_of=datetime.now(UTC))
    assert ([model.ref.name for model in listing.models], listing.unread) == (["good"], 1)
    assert all(title.isprintable() for title in (models[0].title, listing.models[0].title))


def test_what_a_server_holds_in_memory_is_shown_whatever_it_is_called() -> None:
    """Its memory is taken all the same, so that it is not left out."""
    running = OllamaServer(cast("Wire", None), "ollama")._running(OllamaModel(EVIL))
    assert running.ref.name.isprintable()


def test_nothing_that_is_printed_reaches_the_terminal_raw(capsys: pytest.CaptureFixture[str]) -> None:
    """The last hand before the terminal, for tables and for lines."""
    say(f"It has: {EVIL}")
    print_table(("name",), [(EVIL,)])
    written = "".join(capsys.readouterr())
    assert not {"\x1b", "\x07", "\u202e"} & set(written)
