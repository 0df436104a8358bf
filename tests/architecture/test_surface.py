"""What others may build on."""

import importlib.metadata

import segue

SURFACE = (
    "AllModelsFailed",
    "Capability",
    "ChatRequest",
    "ConfigError",
    "ImagePart",
    "Message",
    "ModelCard",
    "ModelManager",
    "ModelRef",
    "NoModelFits",
    "Privacy",
    "ProviderError",
    "ProviderType",
    "Reply",
    "RequestError",
    "ResponseFormat",
    "Role",
    "SafetyLevel",
    "SegueError",
    "Settings",
    "SystemResourceMonitor",
    "TaskType",
    "TextDelta",
    "TextPart",
    "Tool",
    "ToolCall",
    "ToolCallDelta",
    "TurnFinished",
    "TurnStarted",
    "TurnWaiting",
    "Usage",
    "__version__",
    "ask",
    "load_settings",
    "open",
)


def test_public_surface_is_exactly_what_is_promised() -> None:
    """A name that people use does not appear or vanish unnoticed: change this list with the changelog."""
    assert tuple(segue.__all__) == SURFACE


def test_public_surface_is_sorted_and_every_name_exists() -> None:
    """Every promised name can be imported from segue."""
    assert sorted(segue.__all__) == list(segue.__all__)
    assert [name for name in segue.__all__ if not hasattr(segue, name)] == []


def test_public_names_are_documented() -> None:
    """help() says something about every public class and function."""
    assert [name for name in segue.__all__ if callable(value := getattr(segue, name)) and not value.__doc__] == []


def test_version_is_the_installed_one() -> None:
    """What `segue --version` says is what pip installed."""
    assert segue.__version__ == importlib.metadata.version("segue")
