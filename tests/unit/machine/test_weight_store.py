"""Stored weights are found whole or not at all, and nothing in use or pinned is removed."""

import errno
import json
import os
import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from segue.errors import WeightsError
from segue.machine.file_source import FileSource
from segue.machine.stored_models import MANIFEST, is_inside
from segue.machine.weight_checks import wrong_files
from segue.machine.weight_pull import repair
from segue.machine.weight_store import PARTIAL, WeightStore
from segue.machine.weights import DEMONSTRATION
from tests.support.stored_weights import COMMIT, LATER_COMMIT, keep_tiny, tiny_gguf

HOLD_IN_A_PROCESS = """
import sys
from pathlib import Path
from segue.machine.weight_store import WeightStore
store = WeightStore(Path(sys.argv[1]))
with store.hold(store.find("tiny")):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_kept_model_is_found_with_all_that_is_known_of_it(tmp_path: Path) -> None:
    """What was kept is found by its name, with the file that is to be loaded."""
    kept = keep_tiny(tmp_path)
    found = WeightStore(tmp_path).find("tiny")
    assert found == kept
    assert (kept.path, kept.file_bytes) == (tmp_path / "models/tiny" / COMMIT / "tiny.gguf", 4096)
    assert (kept.source, kept.last_used_at, kept.is_pinned) == ("huggingface owner/tiny", None, False)


def test_fetch_that_was_cut_off_counts_for_nothing(tmp_path: Path) -> None:
    """A folder whose name was not given yet is no model, even with every file in it."""
    kept = keep_tiny(tmp_path)
    kept.folder.rename(kept.folder.with_name(f"{PARTIAL}{COMMIT}"))
    assert WeightStore(tmp_path).find("tiny") is None
    assert WeightStore(tmp_path).list_all() == ((), ())


def test_newer_revision_leaves_the_earlier_one(tmp_path: Path) -> None:
    """An update is what is found; the revision before it is still there by its commit."""
    before = datetime.now(UTC) - timedelta(days=1)
    keep_tiny(tmp_path, fetched_at=before)
    keep_tiny(tmp_path, revision=LATER_COMMIT)
    store = WeightStore(tmp_path)
    found, earlier = store.find("tiny"), store.find("tiny", revision=COMMIT[:8])
    assert found is not None
    assert earlier is not None
    assert (found.revision, found.is_current) == (LATER_COMMIT, True)
    assert (earlier.revision, earlier.is_current) == (COMMIT, False)


def test_demonstration_model_is_listed_with_the_others(tmp_path: Path) -> None:
    """What the package brought stands beside what was fetched from elsewhere."""
    path = DEMONSTRATION.path_in(tmp_path)
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        file.truncate(DEMONSTRATION.size_bytes)
    keep_tiny(tmp_path)
    listed, wrong = WeightStore(tmp_path).list_all()
    assert [one.name for one in listed] == ["smollm2", "tiny"]
    assert not wrong
    assert listed[0].path == path


def test_damaged_manifest_is_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    """A manifest that nobody can read makes its model unusable, and the others are listed all the same."""
    (keep_tiny(tmp_path).folder / MANIFEST).write_text("{")
    keep_tiny(tmp_path, "other")
    with pytest.raises(WeightsError, match="segue models rm tiny"):
        WeightStore(tmp_path).find("tiny")
    listed, wrong = WeightStore(tmp_path).list_all()
    assert [one.name for one in listed] == ["other"]
    assert len(wrong) == 1


def test_folder_of_another_revision_is_refused(tmp_path: Path) -> None:
    """A revision that was moved under another's name is not taken for it."""
    kept = keep_tiny(tmp_path)
    kept.folder.rename(kept.folder.with_name(LATER_COMMIT))
    with pytest.raises(WeightsError, match="holds another revision or model than it is named after"):
        WeightStore(tmp_path).find("tiny")


def test_use_and_pin_are_remembered(tmp_path: Path) -> None:
    """The last use and the pin belong to the model, and another process sees them."""
    keep_tiny(tmp_path)
    store = WeightStore(tmp_path)
    store.note_use("tiny")
    store.pin("tiny")
    found = WeightStore(tmp_path).find("tiny")
    assert found is not None
    assert found.is_pinned
    assert found.last_used_at is not None
    assert store.unpin("tiny")
    assert not store.unpin("tiny")


def test_pinned_model_is_not_removed(tmp_path: Path) -> None:
    """A pin has to be taken away before its model is."""
    kept = keep_tiny(tmp_path)
    WeightStore(tmp_path).pin("tiny")
    with pytest.raises(WeightsError, match="segue models unpin tiny"):
        WeightStore(tmp_path).remove(kept)
    assert kept.path.is_file()


def test_model_that_a_process_holds_is_not_removed_until_that_process_ends(tmp_path: Path) -> None:
    """What is loaded stays; a process that dies holds nothing any more."""
    kept = keep_tiny(tmp_path)
    store = WeightStore(tmp_path)
    command = [sys.executable, "-c", HOLD_IN_A_PROCESS, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(WeightsError, match="is loaded"):
            store.remove(kept)
        os.kill(holder.pid, signal.SIGKILL)
    store.remove(kept)
    assert store.find("tiny") is None
    assert not [path for path in kept.folder.parent.iterdir() if path.name != ".lock"]


def test_held_model_is_gone_says_so(tmp_path: Path) -> None:
    """Who comes too late to hold a model is told to fetch it again."""
    kept = keep_tiny(tmp_path)
    WeightStore(tmp_path).remove(kept)
    with pytest.raises(WeightsError), WeightStore(tmp_path).hold(kept):
        pass


def test_manifest_that_names_an_unlisted_file_to_load_is_damaged(tmp_path: Path) -> None:
    """What is loaded is among what was checked, or nothing is."""
    kept = keep_tiny(tmp_path)
    manifest = json.loads((kept.folder / MANIFEST).read_text())
    (kept.folder / "evil.gguf").write_bytes(b"GGUF")
    for main in ("evil.gguf", ""):
        (kept.folder / MANIFEST).write_text(json.dumps({**manifest, "main": main}))
        with pytest.raises(WeightsError, match="is damaged"):
            WeightStore(tmp_path).find("tiny")


def test_repair_of_what_was_removed_meanwhile_brings_nothing_back(tmp_path: Path) -> None:
    """Weights that were removed while their repair was asked for stay removed."""
    source = tmp_path / "tiny.gguf"
    source.write_bytes(tiny_gguf())
    store, kept = WeightStore(tmp_path), keep_tiny(tmp_path)
    store.remove(kept)
    with pytest.raises(WeightsError, match="was removed just now"):
        repair(store, FileSource(source), kept, ["tiny.gguf"], lambda *_: None)
    assert not kept.folder.exists()
    with pytest.raises(WeightsError, match="was removed just now"):
        store.note_files(kept, kept.files)


def test_revision_without_a_manifest_is_removed_as_damaged_and_folders_of_people_are_not(tmp_path: Path) -> None:
    """What lies where a revision would, and is none, can be removed by the model's name."""
    kept, own = keep_tiny(tmp_path), tmp_path / "models/tiny/own"
    (kept.folder / MANIFEST).unlink()
    own.mkdir()
    assert WeightStore(tmp_path).remove_damaged("tiny") == 1
    assert (kept.folder.exists(), own.exists()) == (False, True)


@pytest.mark.parametrize("was_held", [True, False])
def test_model_is_held_on_a_disk_that_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, was_held: bool
) -> None:
    """Weights that somebody else put there can be used where nothing may be written."""
    kept, store, opened = keep_tiny(tmp_path), WeightStore(tmp_path), Path.open
    if was_held:
        (kept.folder / ".held").touch()

    def read_only(path: Path, mode: str = "r") -> object:
        if "a" in mode:
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        return opened(path, mode)

    monkeypatch.setattr(Path, "open", read_only)
    with store.hold(kept):
        assert store.is_held(kept) == was_held


@pytest.mark.parametrize("path", ["model.gguf", "sub/model-00001-of-00002.gguf", "a b.json"])
def test_plain_path_is_inside(path: str) -> None:
    """Files and folders of ordinary repositories are taken."""
    assert is_inside(path)


@pytest.mark.parametrize(
    "path", ["", "../a", "a/../../b", "/etc/passwd", "a//b", "./a", "a\\b", "C:a", "a/", "a\nb", "a.", " a", "x" * 600]
)
def test_path_that_leaves_or_disguises_itself_is_refused(path: str) -> None:
    """A listing from elsewhere cannot write beside its folder, nor twice to one file."""
    assert not is_inside(path)


def test_what_a_killed_write_left_is_cleared_away(tmp_path: Path) -> None:
    """By the next fetch that is kept, and later by whoever writes or verifies; a write under way is left alone."""
    store = WeightStore(tmp_path)
    with store.locked("tiny") as folder:
        partial = folder / f"{PARTIAL}{COMMIT}"
        partial.mkdir()
        (partial / ".token.4711.new").write_bytes(b"")
    model = keep_tiny(tmp_path)
    left, now, own = (model.folder / name for name in (f"{MANIFEST}.1.new", f"{MANIFEST}.2.new", ".mine.new"))
    for one in (left, now, own):
        one.write_bytes(b"")
    for one in (left, own):
        os.utime(one, (1, 1))
    assert wrong_files(model)[0] == ()
    assert sorted(path.name for path in model.folder.glob("*.new")) == sorted((now.name, own.name))
