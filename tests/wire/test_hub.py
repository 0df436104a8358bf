"""Weights are fetched from the hub whole and right, or not at all, and every failure says what to do."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from segue.errors import WeightsError
from segue.machine.hub import HubAccess, HubSource, ranges_of
from segue.machine.stored_models import StoredModel
from segue.machine.url_source import UrlSource
from segue.machine.weight_checks import check_quick, wrong_files
from segue.machine.weight_choice import Wish
from segue.machine.weight_pull import plan, pull, repair
from segue.machine.weight_sources import WeightSource
from segue.machine.weight_store import PARTIAL, WeightStore
from tests.support.hub_mirror import TOKEN, HubMirror
from tests.support.model_files import LLAMA, gguf
from tests.support.stored_weights import tiny_gguf, tiny_safetensors

REPO = "owner/tiny-GGUF"
FILE = "tiny.Q4_K_M.gguf"


@pytest.fixture(scope="module")
def hub() -> Iterator[HubMirror]:
    """One mirror for all; every test has its repositories to itself."""
    with HubMirror() as mirror:
        yield mirror


@pytest.fixture
def mirror(hub: HubMirror) -> Iterator[HubMirror]:
    """The mirror as it was started, with one small repository."""
    hub.add(REPO, {FILE: tiny_gguf(), "README.md": b"words"})
    yield hub
    hub.repositories.clear()
    hub.asked.clear()
    hub.extra_files.clear()
    hub.flips.clear()
    hub.cuts.clear()
    hub.serves_ranges, hub.status = True, None


def source_of(
    mirror: HubMirror, repository: str = REPO, revision: str | None = None, token: str | None = None
) -> HubSource:
    return HubSource(repository, revision, HubAccess(mirror.endpoint, token))


def fetch(home: Path, source: WeightSource, wish: Wish | None = None, name: str | None = None) -> StoredModel:
    """Plan and pull, as the command does."""
    store = WeightStore(home)
    return pull(store, source, plan(store, source, wish or Wish(), name=name), lambda *_: None)


def left(home: Path) -> list[str]:
    """What lies in the store besides locks, by path."""
    paths = (home / "models").rglob("*")
    return sorted(str(path.relative_to(home / "models")) for path in paths if path.is_file() and path.name[0] != ".")


def test_model_is_pinned_to_its_commit_and_only_its_file_is_fetched(mirror: HubMirror, tmp_path: Path) -> None:
    """A branch is turned into the commit that it stands at, and nothing else of the repository comes along."""
    commit = mirror.repositories[REPO].branches["main"]
    stored = fetch(tmp_path, source_of(mirror))
    assert (stored.name, stored.revision, stored.quantization) == ("tiny-q4_k_m", commit, "Q4_K_M")
    assert stored.path.read_bytes() == tiny_gguf()
    assert stored.licence == "apache-2.0"
    assert [path.rsplit("/", 1)[-1] for path in mirror.fetched()] == [FILE]
    assert WeightStore(tmp_path).find("tiny-q4_k_m") == stored
    check_quick(stored)


def test_model_that_is_here_is_not_fetched_again(mirror: HubMirror, tmp_path: Path) -> None:
    """The same commit is asked about and not fetched."""
    first = fetch(tmp_path, source_of(mirror))
    mirror.asked.clear()
    assert fetch(tmp_path, source_of(mirror)) == first
    assert not mirror.fetched()


def test_update_keeps_the_revision_before_it(mirror: HubMirror, tmp_path: Path) -> None:
    """What was fetched before stays, and can be had by its commit; the name means the newest."""
    first = fetch(tmp_path, source_of(mirror))
    commit = mirror.add(REPO, {FILE: tiny_gguf(seed=2)})
    second = fetch(tmp_path, source_of(mirror))
    store = WeightStore(tmp_path)
    assert second.revision == commit
    assert [one.revision for one in store.revisions(second.name)] == [commit, first.revision]
    assert first.path.is_file()


def test_folder_of_safetensors_comes_with_what_belongs_to_it_and_without_programs(
    mirror: HubMirror, tmp_path: Path
) -> None:
    """Weights, configuration and tokenizer are fetched; pickles and model code of the repository are not."""
    files = {
        "model.safetensors": tiny_safetensors(),
        "config.json": b"{}",
        "tokenizer.json": b"{}",
        "pytorch_model.bin": b"pickle",
        "modeling_tiny.py": b"import os",
        "onnx/model.onnx": b"onnx",
    }
    mirror.add("owner/folder", files)
    stored = fetch(tmp_path, source_of(mirror, "owner/folder"))
    assert (stored.format, stored.path) == ("safetensors", stored.folder)
    assert sorted(file.path for file in stored.files) == ["config.json", "model.safetensors", "tokenizer.json"]


def test_pickles_are_refused_unless_they_are_asked_for(mirror: HubMirror, tmp_path: Path) -> None:
    """Files that can run programs are named as such, with what to do; nothing of them is fetched before a yes."""
    mirror.add("owner/pickles", {"pytorch_model.bin": b"\x80\x04pickle", "config.json": b"{}"})
    with pytest.raises(WeightsError, match=r"Python pickles .*--allow-pickle"):
        fetch(tmp_path, source_of(mirror, "owner/pickles"))
    assert not mirror.fetched()
    stored = fetch(tmp_path, source_of(mirror, "owner/pickles"), Wish(allows_pickle=True))
    assert stored.format == "pickle"


def test_connection_that_breaks_is_taken_up_where_it_broke(mirror: HubMirror, tmp_path: Path) -> None:
    """A break in the middle costs nothing that came before it, and the whole is right."""
    content = tiny_gguf(size_bytes=11 * 2**20)
    mirror.add("owner/big", {"big.gguf": content})
    mirror.cuts["big.gguf"] = 10 * 2**20 + 2**19
    assert fetch(tmp_path, source_of(mirror, "owner/big")).path.read_bytes() == content


def test_flipped_bit_on_the_way_is_refused(mirror: HubMirror, tmp_path: Path) -> None:
    """What has another checksum than the repository lists is not kept, nor gone on with."""
    mirror.flips.add(FILE)
    with pytest.raises(WeightsError, match=r"not what was promised: its SHA-256"):
        fetch(tmp_path, source_of(mirror))
    assert left(tmp_path) == []
    mirror.flips.clear()
    assert fetch(tmp_path, source_of(mirror)).path.read_bytes() == tiny_gguf()


def test_small_files_are_checked_by_their_identity_in_git(mirror: HubMirror, tmp_path: Path) -> None:
    """A configuration that was changed on its way is refused like weights are."""
    mirror.add("owner/folder", {"model.safetensors": tiny_safetensors(), "config.json": b'{"a":1}'})
    mirror.flips.add("config.json")
    with pytest.raises(WeightsError, match=r"config\.json is not what was promised: its content"):
        fetch(tmp_path, source_of(mirror, "owner/folder"))


def test_damaged_part_of_an_earlier_try_is_fetched_anew(mirror: HubMirror, tmp_path: Path) -> None:
    """What a killed fetch left may be wrong: then the file is fetched from its beginning, without being asked."""
    store, source = WeightStore(tmp_path), source_of(mirror)
    mirror.flips.add(FILE)
    with pytest.raises(WeightsError):
        fetch(tmp_path, source)
    mirror.flips.clear()
    (partial,) = (tmp_path / "models/tiny-q4_k_m").glob(f"{PARTIAL}*")
    (partial / f"{FILE}.part").write_bytes(b"GGUX" * 100)
    stored = pull(store, source, plan(store, source, Wish()), lambda *_: None)
    assert stored.path.read_bytes() == tiny_gguf()


def test_host_that_ignores_ranges_still_ends_in_the_right_file(mirror: HubMirror, tmp_path: Path) -> None:
    """A part that cannot be gone on with is thrown away."""
    store, source = WeightStore(tmp_path), source_of(mirror)
    what = plan(store, source, Wish())
    mirror.status = 503
    with pytest.raises(WeightsError, match="HTTP 503"):
        pull(store, source, what, lambda *_: None)
    (partial,) = (tmp_path / "models/tiny-q4_k_m").glob(f"{PARTIAL}*")
    (partial / f"{FILE}.part").write_bytes(tiny_gguf()[:1000])
    mirror.status, mirror.serves_ranges = None, False
    assert pull(store, source, what, lambda *_: None).path.read_bytes() == tiny_gguf()


def test_revision_that_is_not_there_says_so(mirror: HubMirror, tmp_path: Path) -> None:
    """A wrong branch, tag or commit is named as what is wrong."""
    with pytest.raises(WeightsError, match=r"owner/tiny-GGUF@nosuch has no such revision"):
        fetch(tmp_path, source_of(mirror, revision="nosuch"))


def test_file_of_another_commit_is_refused(mirror: HubMirror, tmp_path: Path) -> None:
    """A mirror that serves another state than it lists gets nowhere."""
    source = source_of(mirror)
    store = WeightStore(tmp_path)
    what = plan(store, source, Wish())
    commits = mirror.repositories[REPO].commits
    commits[next(iter(commits))] = {FILE: tiny_gguf(seed=9)}
    with pytest.raises(WeightsError, match=r"is another one than its repository lists"):
        pull(store, source, what, lambda *_: None)


@pytest.mark.parametrize(
    ("token", "lets_in", "says"),
    [(None, True, "is gated: its owner decides"), (TOKEN, False, "the token may not read it")],
)
def test_gated_model_says_what_to_do(
    mirror: HubMirror, tmp_path: Path, token: str | None, lets_in: bool, says: str
) -> None:
    """Without a token, or with one that was not let in, people are sent to the page and told how to keep a token."""
    mirror.add("owner/gated", {FILE: tiny_gguf()}, is_gated=True)
    mirror.repositories["owner/gated"].lets_in = lets_in
    with pytest.raises(WeightsError, match=says) as caught:
        fetch(tmp_path, source_of(mirror, "owner/gated", token=token))
    assert TOKEN not in str(caught.value)


def test_gated_model_is_fetched_with_a_token_that_stays_at_the_hub(mirror: HubMirror, tmp_path: Path) -> None:
    """The token opens the repository, and is not sent to where the bytes come from."""
    mirror.add("owner/gated", {FILE: tiny_gguf()}, is_gated=True)
    fetch(tmp_path, source_of(mirror, "owner/gated", token=TOKEN))
    assert [has_token for _, path, has_token in mirror.asked if path.startswith("/large/")] == [False]
    assert any(has_token for _, _, has_token in mirror.asked)


def test_token_that_is_not_known_says_so(mirror: HubMirror, tmp_path: Path) -> None:
    """A mistyped token is named as what is wrong, not shown."""
    with pytest.raises(WeightsError, match="does not take the token") as caught:
        fetch(tmp_path, source_of(mirror, token="hf_wrongtokenofthetests"))
    assert "hf_wrong" not in str(caught.value)


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        ({"rfilename": "../../evil.Q4_K_M.gguf", "size": 10}, "leave its folder"),
        ({"rfilename": "sub/../evil.Q4_K_M.gguf", "size": 10}, "leave its folder"),
        ({"rfilename": "evil.Q4_K_M.gguf", "size": -5}, "with -5 bytes"),
        ({"rfilename": "evil.Q4_K_M.gguf", "size": 2**60}, "bytes"),
        ({"rfilename": "evil.Q4_K_M.gguf"}, "with -1 bytes"),
        ({"size": 10}, "cannot be read"),
    ],
)
def test_absurd_listing_is_refused(mirror: HubMirror, tmp_path: Path, entry: dict[str, object], says: str) -> None:
    """Paths that leave the folder, and sizes that cannot be, end the fetch before it begins."""
    mirror.add("owner/evil", {"README.md": b"words"})
    mirror.extra_files.append(entry)
    with pytest.raises(WeightsError, match=says):
        fetch(tmp_path, source_of(mirror, "owner/evil"))
    assert left(tmp_path) == []
    assert not mirror.fetched()


def test_paths_that_are_one_where_case_makes_no_difference_are_refused(mirror: HubMirror, tmp_path: Path) -> None:
    """Two files that would overwrite each other on some systems are refused on all."""
    weights = tiny_safetensors()
    files = {"model-a.safetensors": weights, "model-A.safetensors": weights, "config.json": b"{}"}
    mirror.add("owner/case", {**files, "model.safetensors.index.json": b"{}"})
    with pytest.raises(WeightsError, match="two files that are one on many systems"):
        fetch(tmp_path, source_of(mirror, "owner/case"))


def test_file_that_is_no_model_is_not_kept(mirror: HubMirror, tmp_path: Path) -> None:
    """A link of git, or a page of HTML with the right name, is no GGUF file."""
    mirror.add("owner/link", {"model.gguf": b"../elsewhere/model.gguf"})
    with pytest.raises(WeightsError, match="does not begin with GGUF"):
        fetch(tmp_path, source_of(mirror, "owner/link"))
    assert left(tmp_path) == []
    assert WeightStore(tmp_path).list_all() == ((), ())


def test_file_that_its_source_has_only_the_beginning_of_is_not_kept(mirror: HubMirror, tmp_path: Path) -> None:
    """Its header tells where its tensors end; there is nothing to go on with."""
    mirror.add("owner/cut", {"model.gguf": gguf(LLAMA)[:-100]})
    with pytest.raises(WeightsError, match=r"model\.gguf is incomplete"):
        fetch(tmp_path, source_of(mirror, "owner/cut"))
    store = WeightStore(tmp_path)
    assert (store.list_all(), store.unfinished()) == (((), ()), ())


def test_disk_without_room_is_said_before_a_byte_is_fetched(mirror: HubMirror, tmp_path: Path) -> None:
    """What does not fit is refused with what is free and what it needs."""
    mirror.add("owner/huge", {"README.md": b"words"})
    mirror.extra_files.append({"rfilename": "huge.gguf", "size": 2**43})
    with pytest.raises(WeightsError, match=r"MB free; huge needs 8,796,160 MB"):
        fetch(tmp_path, source_of(mirror, "owner/huge"))
    assert not mirror.fetched()


def test_disk_that_is_full_in_the_middle_says_so(mirror: HubMirror, tmp_path: Path) -> None:
    """What the system refuses to write ends the fetch with what to do."""
    store, source = WeightStore(tmp_path), source_of(mirror)
    what = plan(store, source, Wish())
    mirror.status = 503
    with pytest.raises(WeightsError):
        pull(store, source, what, lambda *_: None)
    mirror.status = None
    (partial,) = (tmp_path / "models/tiny-q4_k_m").glob(f"{PARTIAL}*")
    (partial / f"{FILE}.part").unlink(missing_ok=True)
    (partial / f"{FILE}.part").symlink_to("/dev/full")
    with pytest.raises(WeightsError, match="The disk is full"):
        pull(store, source, what, lambda *_: None)


def test_name_of_another_model_is_not_taken(mirror: HubMirror, tmp_path: Path) -> None:
    """A name stands for one source: another one has to be called something else."""
    fetch(tmp_path, source_of(mirror), name="mine")
    mirror.add("else/tiny", {FILE: tiny_gguf(seed=2)})
    with pytest.raises(WeightsError, match=r"'mine' is stored from huggingface owner/tiny-GGUF"):
        fetch(tmp_path, source_of(mirror, "else/tiny"), name="mine")


def test_pull_of_damaged_weights_says_how_to_mend_them(mirror: HubMirror, tmp_path: Path) -> None:
    """What is here and wrong is not called here."""
    stored = fetch(tmp_path, source_of(mirror))
    stored.path.write_bytes(b"GGUF")
    with pytest.raises(WeightsError, match=r"truncated: 4 bytes of 4,096.*verify tiny-q4_k_m --repair"):
        fetch(tmp_path, source_of(mirror))


def test_wrong_files_of_a_stored_model_are_found_and_fetched_again(mirror: HubMirror, tmp_path: Path) -> None:
    """Truncated, flipped and missing files are each named, and a repair fetches them and nothing else."""
    files = {"model.safetensors": tiny_safetensors(), "config.json": b"{}", "tokenizer.json": b'{"a":1}'}
    mirror.add("owner/folder", files)
    stored = fetch(tmp_path, source_of(mirror, "owner/folder"))
    raw = bytearray(tiny_safetensors())
    raw[-1] ^= 1
    (stored.folder / "model.safetensors").write_bytes(raw)
    (stored.folder / "config.json").unlink()
    (stored.folder / "tokenizer.json").write_bytes(b"{")
    wrong, _ = wrong_files(stored)
    assert [(one.file.path, one.fault) for one in wrong] == [
        ("config.json", "missing"),
        ("model.safetensors", "changed"),
        ("tokenizer.json", "truncated"),
    ]
    source = source_of(mirror, "owner/folder", stored.revision)
    repaired = repair(WeightStore(tmp_path), source, stored, [one.file.path for one in wrong], lambda *_: None)
    assert wrong_files(repaired)[0] == ()
    check_quick(repaired)
    assert WeightStore(tmp_path).find(stored.name) == repaired


def test_url_is_fetched_and_checked_against_what_its_maker_told(mirror: HubMirror, tmp_path: Path) -> None:
    """A file from anywhere is its own revision; another than was told is refused."""
    url = f"{mirror.content}/plain/{REPO}/{FILE}?key=secretofthisaddress"
    with pytest.raises(WeightsError, match="not what was promised"):
        fetch(tmp_path, UrlSource(url, sha256="0" * 64))
    stored = fetch(tmp_path, UrlSource(url))
    assert stored.revision == stored.files[0].sha256
    assert "secret" not in (stored.source + repr(stored))


def test_header_is_read_by_ranges_and_nothing_else_of_the_file(mirror: HubMirror) -> None:
    """A piece of a remote file costs that piece."""
    reader = ranges_of(REPO, FILE, access=HubAccess(mirror.endpoint))
    assert reader(0, 4) == b"GGUF"
    assert reader(4000, 1000) == tiny_gguf()[4000:]
    assert reader(5000, 10) == b""
    assert (reader.file_bytes, reader.revision) == (4096, mirror.repositories[REPO].branches["main"])
    mirror.serves_ranges = False
    with pytest.raises(WeightsError, match="cannot be read in pieces"):
        reader(0, 4)


def test_hub_that_is_not_reached_says_so(tmp_path: Path) -> None:
    """No network is an error that names the way on."""
    with pytest.raises(WeightsError, match="cannot be reached") as raised:
        fetch(tmp_path, HubSource(REPO, None, HubAccess("http://127.0.0.1:9")))
    assert "kept" not in raised.value.hint  # as nothing is where only its files are asked for


def test_address_that_is_not_reached_says_nothing_of_the_hub(tmp_path: Path) -> None:
    """HF_ENDPOINT has nothing to do with it."""
    with pytest.raises(WeightsError, match="cannot be reached") as raised:
        fetch(tmp_path, UrlSource("http://127.0.0.1:9/model.gguf"))
    assert "HF_ENDPOINT" not in raised.value.hint
