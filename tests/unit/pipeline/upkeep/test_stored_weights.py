"""Which stored weights may be proposed for removal."""

from pathlib import Path

from segue.config.settings import Settings
from segue.pipeline.upkeep.resources import stored_weights
from tests.support.stored_weights import keep_tiny


def test_weights_that_the_settings_name_are_told_apart(tmp_path: Path) -> None:
    """A model of the settings is served from them, by its name in the store or by the path of its file."""
    for name in ("spare", "by_name", "by_path"):
        keep_tiny(tmp_path, name)
    path = keep_tiny(tmp_path, "by_path", revision="f" * 40, seed=2).path
    models = {"talker": {"weights": "by_name"}, "other": {"path": str(path)}}
    settings = Settings.model_validate({"providers": {"mine": {"type": "local", "options": {"models": models}}}})
    told = {one.name: one.is_in_settings for one in stored_weights(tmp_path, settings)}
    assert told == {"spare": False, "by_name": True, "by_path": True}
