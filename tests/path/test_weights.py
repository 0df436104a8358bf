"""`segue models pull|weights|verify|rm|pin` as a person uses them, against a mirror of the hub."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from segue.cli import main
from segue.errors import WeightsError
from segue.machine.stored_models import MANIFEST
from segue.machine.weight_checks import check_quick
from segue.machine.weight_store import WeightStore
from tests.support.hub_mirror import TOKEN, HubMirror
from tests.support.model_files import Meta, gguf
from tests.support.product import SEGUE, until
from tests.support.stored_weights import COMMIT, LATER_COMMIT, keep_tiny, tiny_gguf

REPO, FILE = "owner/tiny-GGUF", "tiny.Q4_K_M.gguf"
BIG_BYTES = 24 * 2**20
Said = tuple[int, str, str]
Segue = Callable[..., Said]


@pytest.fixture(scope="module")
def hub() -> Iterator[HubMirror]:
    """One mirror for all."""
    with HubMirror() as mirror:
        yield mirror


@pytest.fixture
def mirror(hub: HubMirror, monkeypatch: pytest.MonkeyPatch) -> Iterator[HubMirror]:
    """The mirror with one small repository; commands find it by HF_ENDPOINT."""
    monkeypatch.setenv("HF_ENDPOINT", hub.endpoint)
    hub.add(REPO, {FILE: tiny_gguf(), "tiny.Q8_0.gguf": tiny_gguf(size_bytes=8192)})
    hub.is_held.clear()
    hub.go_on.clear()
    yield hub
    for kept in (hub.repositories, hub.asked, hub.ranges, hub.holds, hub.extra_files):
        kept.clear()
    hub.go_on.set()


@pytest.fixture
def segue(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Segue:
    """The command in this process: its exit status, its output, what it says beside."""

    def run(*words: str, given: str = "") -> Said:
        monkeypatch.setattr("sys.argv", ["segue", *words])
        monkeypatch.setattr("sys.stdin", io.StringIO(given))
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capsys.readouterr()
        return int(ended.value.code or 0), out, err

    return run


def told(said: Said) -> dict[str, object]:
    """The one JSON object."""
    found = json.loads(said[1])
    assert isinstance(found, dict)
    return found


def in_a_process(*words: str) -> subprocess.Popen[str]:
    return subprocess.Popen([*SEGUE, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=os.environ)


def test_pull_says_what_has_to_be_installed(
    segue: Segue, mirror: HubMirror, segue_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A model that nothing here can run is not to be talked to yet."""
    monkeypatch.setattr("segue.catalog.fitting.find_spec", lambda _: None)
    status, out, _ = segue("models", "pull", REPO)
    assert (status, out.splitlines()[-2]) == (0, "It needs what runs it: pip install 'segue[gguf]'")


def test_model_is_pulled_listed_verified_mended_and_removed(segue: Segue, mirror: HubMirror, segue_home: Path) -> None:
    """The whole life of stored weights, and what is said at each step."""
    status, out, _ = segue("models", "pull", REPO)
    assert status == 0
    assert "does not say of which architecture" in out
    assert out.splitlines()[-1].endswith("To remove it: segue models rm tiny-q4_k_m")
    assert "what it takes is not known: `segue models fit local:tiny-q4_k_m`" in segue("models", "list")[1]
    (listed,) = json.loads(segue("models", "weights", "--json")[1])["weights"]
    commit = mirror.repositories[REPO].branches["main"]
    assert (listed["name"], listed["bytes"], listed["revision"]) == ("tiny-q4_k_m", 4096, commit)
    assert segue("models", "verify")[0] == 0

    path = Path(listed["path"])
    path.write_bytes(tiny_gguf()[:-1] + b"\x00")
    status, _, err = segue("models", "verify", "tiny-q4_k_m")
    assert status == 1
    assert "segue models verify tiny-q4_k_m --repair" in err
    assert "Have it read" not in err  # it just was
    stored = WeightStore(segue_home).find("tiny-q4_k_m")
    assert stored is not None
    with pytest.raises(WeightsError, match="are not used"):
        check_quick(stored)

    assert segue("models", "verify", "--repair")[0] == 0
    assert path.read_bytes() == tiny_gguf()
    status, _, err = segue("models", "rm", "tiny-q4_k_m")
    assert (status, "--yes" in err, path.is_file()) == (2, True, True)
    assert segue("models", "rm", "tiny-q4_k_m", "--yes")[0] == 0
    assert told(segue("models", "weights", "--json"))["weights"] == []


def test_killed_pull_is_gone_on_with(segue: Segue, mirror: HubMirror, segue_home: Path) -> None:
    """A kill in the middle leaves nothing that counts, and the next try fetches the rest alone."""
    content = tiny_gguf(size_bytes=BIG_BYTES)
    mirror.add("owner/big", {"big.gguf": content})
    mirror.holds["big.gguf"] = BIG_BYTES // 2
    with in_a_process("models", "pull", "owner/big") as first:
        assert mirror.is_held.wait(45)
        store = WeightStore(segue_home)
        until(lambda: sum(size for _, size in store.unfinished()) >= 10 * 2**20)
        os.kill(first.pid, signal.SIGKILL)
    assert store.find("big") is None
    assert "Not finished: big" in segue("models", "weights")[2]
    mirror.go_on.set()
    assert segue("models", "pull", "owner/big")[0] == 0
    found = store.find("big")
    assert found is not None
    assert found.path.read_bytes() == content
    assert mirror.ranges == [f"bytes=0-{2**20 - 1}", f"bytes={10 * 2**20}-"]  # the first was its header
    assert store.unfinished() == ()


@pytest.mark.parametrize("is_hub", [True, False])
def test_what_cannot_be_talked_with_is_told_before_it_is_fetched(segue: Segue, mirror: HubMirror, is_hub: bool) -> None:
    """A file without chat template is warned of; an encoder and a vocabulary alone are not fetched. Covers R8.2."""
    bert: dict[str, Meta] = {"general.architecture": "bert", "bert.attention.causal": False}
    files = {"base": gguf({"general.architecture": "llama"}), "bert": gguf(bert), "vocab": gguf(tensors=())}
    mirror.add("owner/odd", {f"{name}.gguf": data for name, data in files.items()})
    whole: dict[str, bool] = {}

    def fetches() -> int:
        return sum(path.startswith("/large/") for path in mirror.fetched()) - len(mirror.ranges)

    for name, words in (("base", "has no chat template"), ("bert", "cannot chat"), ("vocab", "has no tensors")):
        begun = fetches()
        asked = (
            ("owner/odd", "--file", f"{name}.gguf")
            if is_hub
            else (f"{mirror.endpoint}/owner/odd/resolve/main/{name}.gguf",)
        )
        status, _, err = segue("models", "pull", *asked, "--name", name)
        whole[name] = fetches() > begun
        assert (status == 0, words in err) == (name == "base", True)
    assert whole == {"base": True, "bert": False, "vocab": False}


def test_two_pulls_at_once_fetch_once(mirror: HubMirror, segue_home: Path) -> None:
    """The second waits for the first, and both end with the model here."""
    mirror.holds[FILE] = 0
    with in_a_process("models", "pull", REPO) as first:
        assert mirror.is_held.wait(45)
        with in_a_process("models", "pull", REPO) as second:
            until(lambda: sum("/api/models/" in path for _, path, _ in mirror.asked) == 2)
            mirror.go_on.set()
            assert (first.wait(45), second.wait(45)) == (0, 0)
    assert len(mirror.fetched()) - len(mirror.ranges) == 1  # both read its header before
    assert WeightStore(segue_home).find("tiny-q4_k_m") is not None


def test_gated_model_wants_the_token_of_the_vault_which_is_never_shown(
    segue: Segue, mirror: HubMirror, segue_home: Path
) -> None:
    """Without a token people are told how to keep one; with it the model comes; nothing said or stored has it."""
    mirror.add("owner/gated", {FILE: tiny_gguf()}, is_gated=True)
    refused = segue("models", "pull", "owner/gated")
    assert refused[0] == 1
    assert "segue keys set huggingface" in refused[2]
    mistyped = segue("keys", "set", "huggingface", given="hf_nosuchtokenofthetests\n")
    assert mistyped[0] == 1
    assert "does not know it" in mistyped[2]
    kept = segue("keys", "set", "huggingface", given=f"{TOKEN}\n")
    assert kept[0] == 0
    tested = segue("keys", "test")
    pulled = segue("models", "pull", "owner/gated", "--name", "gated", "--json")
    assert (tested[0], pulled[0]) == (0, 0)
    said = repr((refused, mistyped, kept, tested, pulled, segue("keys", "list"), segue("models", "weights")))
    assert TOKEN not in said
    for path in segue_home.rglob("*"):
        assert not path.is_file() or TOKEN.encode() not in path.read_bytes(), path


def test_token_of_the_environment_is_taken(segue: Segue, mirror: HubMirror, monkeypatch: pytest.MonkeyPatch) -> None:
    """HF_TOKEN does, where the vault has none."""
    mirror.add("owner/gated", {FILE: tiny_gguf()}, is_gated=True)
    monkeypatch.setenv("HF_TOKEN", TOKEN)
    assert segue("models", "pull", "owner/gated", "--name", "gated")[0] == 0


def test_quantization_that_is_not_there_names_those_that_are(segue: Segue, mirror: HubMirror) -> None:
    """A choice that cannot be made is answered with the choices."""
    status, _, err = segue("models", "pull", REPO, "-q", "Q2_K")
    assert status == 1
    assert "no GGUF file of Q2_K" in err
    assert "Q4_K_M 0.0 MB; Q8_0 0.0 MB" in err


def test_disk_budget_names_what_was_not_used_for_longest_and_removes_it_after_a_yes(
    segue: Segue, mirror: HubMirror, segue_home: Path
) -> None:
    """Beyond the budget nothing is fetched or removed by itself; pinned models are never in the way."""
    store = WeightStore(segue_home)
    for name in ("pinned", "old", "used"):
        keep_tiny(segue_home, name, size_bytes=4096)
    store.pin("pinned")
    store.note_use("used")
    Path("segue.yaml").write_text("weights: {disk_budget_bytes: 14000}", encoding="utf-8")
    status, _, err = segue("models", "pull", REPO)
    assert status == 1
    assert "To remove old (0.0 MB), not used for longest, add --make-room" in err
    assert not mirror.fetched()
    assert segue("models", "pull", REPO, "--make-room")[0] == 0
    listed, _ = store.list_all()
    assert [model.name for model in listed] == ["pinned", "tiny-q4_k_m", "used"]


def test_what_the_settings_name_is_not_offered_for_removal_and_its_removal_is_told(
    segue: Segue, mirror: HubMirror, segue_home: Path
) -> None:
    """By `weights`, or by a path; whoever removes it all the same is told who cannot answer any more."""
    for name in ("named", "by-path", "spare"):
        keep_tiny(segue_home, name)
    path = WeightStore(segue_home).folder / "by-path" / COMMIT / "tiny.gguf"
    models = {"keep": {"weights": "named"}, "also": {"path": str(path)}}
    local = {"type": "local", "options": {"models": models}}
    told_settings = {"weights": {"disk_budget_bytes": 8200}, "providers": {"mine": local}}
    Path("segue.yaml").write_text(json.dumps(told_settings), encoding="utf-8")
    status, _, err = segue("models", "pull", REPO, "--make-room")
    assert (status, "Remove pinned models, those of the settings" in err) == (1, True)
    assert "in the settings: mine:keep" in segue("models", "weights")[1]
    assert "mine:also" in segue("models", "rm", "by-path")[2]
    assert "The settings still name it as mine:keep" in segue("models", "rm", "named", "--yes")[2]


def test_model_in_memory_is_unloaded_by_the_name_that_it_has_there(segue: Segue, segue_home: Path) -> None:
    """The settings' own, where they have one."""
    store, kept = WeightStore(segue_home), keep_tiny(segue_home)
    Path("segue.yaml").write_text(
        "providers: {local: {type: local, options: {models: {talker: {weights: tiny}}}}}", encoding="utf-8"
    )
    with store.hold(kept):
        status, _, err = segue("models", "rm", "tiny", "--yes")
    assert (status, "segue models unload local:talker" in " ".join(err.split())) == (1, True)


def test_revision_in_memory_is_told_and_stays_with_all_that_is_beside_it(
    segue: Segue, mirror: HubMirror, segue_home: Path
) -> None:
    """A newer one comes beside it, its files are mended under it, and nothing of the model is removed meanwhile."""
    assert segue("models", "pull", REPO)[0] == 0
    store = WeightStore(segue_home)
    earlier = store.find("tiny-q4_k_m")
    assert earlier is not None
    with store.hold(earlier):
        earlier.path.write_bytes(tiny_gguf()[:-1] + b"\x00")
        mended = segue("models", "verify", "--repair")
        mirror.add(REPO, {FILE: tiny_gguf(seed=2)})
        Path("segue.yaml").write_text("weights: {disk_budget_bytes: 4096}", encoding="utf-8")
        refused = segue("models", "pull", REPO, "--make-room")
        Path("segue.yaml").unlink()
        pulled = segue("models", "pull", REPO)
        listed = json.loads(segue("models", "weights", "--json")[1])["weights"]
        removed = segue("models", "rm", "tiny-q4_k_m", "--yes")
    assert (mended[0], refused[0], pulled[0], removed[0]) == (0, 1, 0, 1)
    for said in (mended, pulled):
        assert "until it is unloaded: segue models unload local:tiny-q4_k_m" in " ".join(said[2].split())
    assert [(one["is_current"], one["loaded"]) for one in listed] == [(True, False), (False, True)]
    assert len(store.revisions("tiny-q4_k_m")) == 2
    mirror.add(REPO, {FILE: tiny_gguf(seed=3)})
    Path("segue.yaml").write_text("weights: {disk_budget_bytes: 8192}", encoding="utf-8")
    assert segue("models", "pull", REPO, "--make-room")[0] == 1  # what it has is what could be gone back to


def test_suggested_removal_leaves_the_earlier_revision(segue: Segue, segue_home: Path) -> None:
    """The command that is told removes what is told, and no more."""
    keep_tiny(segue_home, fetched_at=datetime(2026, 1, 1, tzinfo=UTC))
    later = keep_tiny(segue_home, revision=LATER_COMMIT)
    Path("segue.yaml").write_text("weights: {disk_budget_bytes: 5000}", encoding="utf-8")
    _, _, err = segue("models", "weights")
    assert f"segue models rm tiny --revision {later.revision[:12]} frees 0.0 MB" in " ".join(err.split())


def test_linked_file_takes_nothing_of_the_budget(segue: Segue, tmp_path: Path, segue_home: Path) -> None:
    """It is not offered for removal, and its removal frees nothing."""
    file = tmp_path / "mine.gguf"
    file.write_bytes(tiny_gguf())
    Path("segue.yaml").write_text("weights: {disk_budget_bytes: 100}", encoding="utf-8")
    status, _, said = segue("models", "pull", str(file), "--link")
    assert (status, "Linking mine" in said) == (0, True)
    listed = told(segue("models", "weights", "--json"))
    assert (listed["total_bytes"], listed["beyond_budget_bytes"], listed["may_be_removed"]) == (0, 0, [])
    checked = segue("models", "verify")
    assert ("Checking mine" in checked[2], "Fetching" in checked[2]) == (True, False)
    assert "its file stays" in segue("models", "rm", "mine", "--yes")[1]
    assert file.is_file()


def test_pull_that_is_stopped_says_what_is_kept(mirror: HubMirror, segue_home: Path) -> None:
    """Ctrl-C, and the way on."""
    mirror.add("owner/big", {"big.gguf": tiny_gguf(size_bytes=BIG_BYTES)})
    mirror.holds["big.gguf"] = BIG_BYTES // 2
    with in_a_process("models", "pull", "owner/big") as stopped:
        assert mirror.is_held.wait(45)
        store = WeightStore(segue_home)
        until(lambda: sum(size for _, size in store.unfinished()) >= 10 * 2**20)
        stopped.send_signal(signal.SIGINT)
        mirror.go_on.set()
        _, err = stopped.communicate(timeout=150)
    assert stopped.returncode == 130
    assert "of big are kept: the same command goes on from there" in " ".join(err.split())


def test_model_that_the_disk_cannot_hold_is_refused_before_a_byte_is_fetched(segue: Segue, mirror: HubMirror) -> None:
    """What is missing is told, with what to do; nothing that would not help is suggested."""
    mirror.add("owner/huge", {"README.md": b"words"})
    mirror.extra_files.append({"rfilename": "huge.gguf", "size": 2**43})
    status, _, err = segue("models", "pull", "owner/huge")
    assert status == 1
    assert "huge (8796.1 GB) does not fit into the disk" in err
    assert not mirror.fetched()


def test_pinned_model_is_kept_until_it_is_unpinned(segue: Segue, segue_home: Path) -> None:
    """`rm` refuses what is pinned, also with a yes."""
    keep_tiny(segue_home)
    assert segue("models", "pin", "tiny")[0] == 0
    status, _, err = segue("models", "rm", "tiny", "--yes")
    assert (status, "segue models unpin tiny" in err) == (1, True)
    assert segue("models", "unpin", "tiny")[0] == 0
    assert segue("models", "rm", "tiny", "--yes")[0] == 0


def test_weights_with_a_damaged_manifest_are_named_and_can_be_removed(segue: Segue, segue_home: Path) -> None:
    """What cannot be believed is told by the list, fails the check, and goes with `rm`."""
    keep_tiny(segue_home, "sound")
    (keep_tiny(segue_home).folder / MANIFEST).write_text("{")
    assert "segue models rm tiny" in segue("models", "weights")[2]
    assert segue("models", "verify")[0] == 1
    assert segue("models", "rm", "tiny", "--yes")[0] == 0
    listed = json.loads(segue("models", "weights", "--json")[1])
    assert [one["name"] for one in listed["weights"]] == ["sound"]
    assert listed["problems"] == []


def test_what_was_pulled_is_told_by_its_header(segue: Segue, tmp_path: Path, segue_home: Path) -> None:
    """Its quantization is that of `segue models fit`, whatever its name says, and whoever is told to talk to it is told
    what the settings call it."""
    Path("segue.yaml").write_text("providers: {local: {type: local, options: {models: {talker: {weights: told}}}}}")
    file = tmp_path / "tale.Q2_K.gguf"
    file.write_bytes(gguf())
    assert "Talk to it: segue chat --model local:talker\n" in segue("models", "pull", str(file), "--name", "told")[1]
    weights = json.loads(segue("models", "weights", "--json")[1])["weights"][0]
    for name in ("told", "local:told", "talker"):
        fits = json.loads(segue("models", "fit", name, "--json")[1])
        assert (fits["ways"][0]["quantization"], fits["model"]) == (weights["quantization"], "local:talker")
    assert weights["quantization"] == "Q4_0"


def test_file_of_this_machine_is_copied_or_linked(segue: Segue, tmp_path: Path, segue_home: Path) -> None:
    """A file that is here already becomes a stored model; a linked one is not used any more once it changed."""
    file = tmp_path / "mine.Q8_0.gguf"
    file.write_bytes(tiny_gguf())
    status, _, said = segue("models", "pull", str(file), "--name", "copied")
    assert (status, "Copying copied" in said, "Fetching" in said) == (0, True, False)
    assert segue("models", "pull", str(file), "--name", "linked", "--link")[0] == 0
    file.write_bytes(tiny_gguf(seed=2))
    copied, linked = (WeightStore(segue_home).find(name) for name in ("copied", "linked"))
    assert copied is not None
    assert linked is not None
    check_quick(copied)
    with pytest.raises(WeightsError, match="was written since it was checked"):
        check_quick(linked)


def test_page_of_the_hub_is_taken_for_its_repository(segue: Segue, mirror: HubMirror) -> None:
    """The address of a file's page fetches that file, by the hub's own way."""
    address = f"https://huggingface.co/{REPO}/blob/main/tiny.Q8_0.gguf"
    pulled = told(segue("models", "pull", address, "--json"))
    assert (pulled["name"], pulled["bytes"]) == ("tiny-q8_0", 8192)


def test_address_that_anybody_could_change_wants_a_checksum(segue: Segue) -> None:
    """Plain HTTP from elsewhere is refused without a SHA-256, before anything is asked."""
    status, _, err = segue("models", "pull", "http://models.example.org/a.gguf?key=secret")
    assert (status, "--sha256" in err, "secret" in err) == (1, True, False)


def test_offline_says_so(mirror: HubMirror, monkeypatch: pytest.MonkeyPatch) -> None:
    """HF_HUB_OFFLINE is named as what is in the way."""
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with in_a_process("models", "pull", REPO) as ended:
        _, err = ended.communicate(timeout=150)
    assert ended.returncode == 1
    assert "HF_HUB_OFFLINE is set" in err
    assert not mirror.asked


def test_what_names_no_model_is_misuse(segue: Segue, segue_home: Path) -> None:
    """A name that could be anything is answered with the ways to write one."""
    status, _, err = segue("models", "pull", "tiny")
    assert (status, "OWNER/REPO" in err) == (2, True)
    assert "Did you mean 'smollm2'?" in segue("models", "pull", "SmolLM2")[2]
    keep_tiny(segue_home, "tale")
    assert "'tale' is here already, from huggingface" in segue("models", "pull", "tale")[2]
    assert segue("models", "verify", "tiny")[0] == 2
    assert segue("models", "rm", "tiny", "--yes")[0] == 2
