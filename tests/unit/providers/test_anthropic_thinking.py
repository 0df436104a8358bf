"""What a model thought before it called a tool is kept for a while, and no longer."""

from segue.providers.anthropic.thinking import KEPT_S, MOST, Layout, Thoughts, digest

THOUGHT = {"type": "thinking", "thinking": "", "signature": "c2ln"}


def test_thoughts_are_found_by_what_was_asked_and_called() -> None:
    """Another question, other calls or another order of them do not get them."""
    thoughts, layout = Thoughts(), Layout((THOUGHT, "a", "b"))
    thoughts.keep(b"asked", layout)

    assert thoughts.find(b"asked", ("a", "b")) is layout
    assert thoughts.find(b"other", ("a", "b")) is thoughts.find(b"asked", ("a",)) is thoughts.find(b"asked", ()) is None


def test_answer_without_thoughts_or_calls_is_not_kept() -> None:
    """There is nothing to give back."""
    thoughts = Thoughts()
    thoughts.keep(b"asked", Layout((None, "a")))
    thoughts.keep(b"asked", Layout((THOUGHT, None)))

    assert len(thoughts) == 0


def test_thoughts_are_kept_for_a_while_and_not_without_end() -> None:
    """Memory holds so many of them, and none that is older than a tool takes."""
    now_s = 0.0
    thoughts = Thoughts(clock=lambda: now_s)
    for number in range(MOST + 5):
        thoughts.keep(b"asked", Layout((THOUGHT, f"call{number}")))
    assert len(thoughts) == MOST
    assert thoughts.find(b"asked", ("call0",)) is None

    now_s = KEPT_S
    thoughts.forget_old()
    assert len(thoughts) == 0
    assert thoughts.find(b"asked", (f"call{MOST}",)) is None


def test_no_word_is_in_what_they_are_found_by_or_shown_as() -> None:
    """What was asked is a hash, and a layout shows nothing of it."""
    assert len(digest("m", "planted", (), [{"role": "user", "content": "planted"}])) == 32
    assert "planted" not in repr(Layout(({"thinking": "planted"},)))
