"""Hosts of weights that lie: more than was promised, plain HTTP behind https, a hub that would listen to a token."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from segue.catalog.hub_key import HubKey
from segue.domain.provider_keys import KeyReason, KeyState
from segue.errors import WeightsError
from segue.machine.hub import HubAccess, HubSource
from segue.machine.url_source import UrlSource
from segue.machine.weight_sources import WeightSource
from tests.support.hub_mirror import TOKEN, HubMirror
from tests.support.stored_weights import tiny_gguf

REPO, FILE = "owner/tiny-GGUF", "tiny.Q4_K_M.gguf"


@pytest.fixture
def mirror() -> Iterator[HubMirror]:
    """A mirror with one small repository."""
    with HubMirror() as mirror:
        mirror.add(REPO, {FILE: tiny_gguf()})
        yield mirror


def elsewhere(url: str) -> str:
    """The same server by an address that is not known to be this machine."""
    return url.replace("127.0.0.1", "0.0.0.0")


@pytest.mark.parametrize("is_hub", [True, False])
def test_body_without_an_end_fills_no_disk(mirror: HubMirror, tmp_path: Path, is_hub: bool) -> None:
    """No more is written than was promised, however much is sent."""
    url = f"{mirror.content}/plain/{REPO}/{FILE}"
    source: WeightSource = HubSource(REPO, None, HubAccess(mirror.endpoint)) if is_hub else UrlSource(url)
    (file,) = source.offer().files
    mirror.endless.add(FILE)
    part = tmp_path / "tiny.part"
    seen: list[int] = []
    with pytest.raises(WeightsError, match=r"larger than the 4,096 bytes that were promised"):
        source.fetch(file, part, seen.append)
    assert part.stat().st_size == 0
    assert sum(seen) == 0


def test_part_that_cannot_be_gone_on_with_is_thrown_away_at_once(mirror: HubMirror, tmp_path: Path) -> None:
    """A host that sends the whole again has it written from the beginning, once."""
    source = UrlSource(f"{mirror.content}/plain/{REPO}/{FILE}")
    (file,) = source.offer().files
    part = tmp_path / "tiny.part"
    part.write_bytes(b"GGUX" * 100)
    mirror.serves_ranges = False
    source.fetch(file, part, lambda _: None)
    assert part.read_bytes() == tiny_gguf()


@pytest.mark.parametrize("size_bytes", [4096, 5000])
def test_rest_of_another_version_is_not_put_behind_the_first(
    mirror: HubMirror, tmp_path: Path, size_bytes: int
) -> None:
    """A host that does not know If-Range sends a piece of the new file: all of it is fetched anew, or nothing is."""
    source = UrlSource(f"{mirror.content}/plain/{REPO}/{FILE}")
    (file,) = source.offer().files
    part = tmp_path / "tiny.part"
    part.write_bytes(tiny_gguf()[:2000])
    newer = tiny_gguf(size_bytes=size_bytes, seed=9)
    mirror.add(REPO, {FILE: newer})
    mirror.heeds_if_range = False
    seen: list[int] = []
    if size_bytes == file.size_bytes:
        source.fetch(file, part, seen.append)
        assert part.read_bytes() == newer
    else:
        with pytest.raises(WeightsError, match="larger than the 4,096 bytes"):
            source.fetch(file, part, seen.append)
    assert sum(seen) == part.stat().st_size


@pytest.mark.parametrize("is_hub", [True, False])
def test_host_that_asks_to_wait_for_hours_holds_nobody(mirror: HubMirror, tmp_path: Path, is_hub: bool) -> None:
    """How long it asked for is said; what is here is kept, and gone on with."""
    url = f"{mirror.content}/plain/{REPO}/{FILE}"
    source: WeightSource = HubSource(REPO, None, HubAccess(mirror.endpoint)) if is_hub else UrlSource(url)
    (file,) = source.offer().files
    part = tmp_path / "tiny.part"
    part.write_bytes(tiny_gguf()[:2000])
    mirror.asks_wait_s = 3600
    with pytest.raises(WeightsError, match=r"asked to wait 3,600 s.*kept"):
        source.fetch(file, part, lambda _: None)
    mirror.asks_wait_s = None
    source.fetch(file, part, lambda _: None)
    assert (part.read_bytes(), mirror.ranges[-1]) == (tiny_gguf(), "bytes=2000-")


def test_library_logs_no_address() -> None:
    """Its warnings name where bytes come from, signature and all; they are off from the first use on."""
    looks = "import logging, segue.machine.hub_http as one; one.require_hub(); import huggingface_hub.file_download; "
    shows = "print(logging.getLogger('huggingface_hub.file_download').isEnabledFor(logging.WARNING))"
    told = subprocess.run([sys.executable, "-c", looks + shows], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"


def test_safe_address_leads_to_no_plain_one(mirror: HubMirror, tmp_path: Path) -> None:
    """Each hop is looked at, when it is asked about and when it is fetched; a SHA-256 makes any of them good."""
    plain = f"{mirror.content}/plain/{REPO}/{FILE}"
    source = UrlSource(plain)
    (file,) = source.offer().files
    mirror.leads_to[f"/plain/{REPO}/moved.gguf"] = elsewhere(plain)
    moved = f"{mirror.content}/plain/{REPO}/moved.gguf"
    mirror.asked.clear()
    for one in (UrlSource(moved).offer, lambda: UrlSource(moved).fetch(file, tmp_path / "a.part", lambda _: None)):
        with pytest.raises(WeightsError, match=r"could be changed on its way here by anybody.*--sha256"):
            one()
    assert {path for _, path, _ in mirror.asked} == {f"/plain/{REPO}/moved.gguf"}


def test_token_is_not_sent_over_plain_http(mirror: HubMirror) -> None:
    """Whoever asks the hub with a token: it does not leave for another machine in the open."""
    access = HubAccess(elsewhere(mirror.endpoint), TOKEN)
    with pytest.raises(WeightsError, match="the token is not sent there"):
        access.takes_token()
    with pytest.raises(WeightsError, match="the token is not sent there"):
        HubSource(REPO, None, access).offer()
    assert not mirror.asked
    assert HubAccess(mirror.endpoint, TOKEN).takes_token()


async def test_token_that_may_not_be_sent_was_not_checked(mirror: HubMirror) -> None:
    """That HF_ENDPOINT is plain HTTP elsewhere is no fault of the network, and says nothing of the token."""
    told = await HubKey(TOKEN, endpoint=elsewhere(mirror.endpoint)).check_key()
    assert (told.state, told.reason) == (KeyState.UNVERIFIED, KeyReason.NOT_CHECKED)
    assert "Set HF_ENDPOINT to an https address" in told.detail
    assert not mirror.asked


def test_another_piece_than_was_asked_for_is_not_taken(mirror: HubMirror) -> None:
    """A header is not put together from the wrong places."""
    reader = HubSource(REPO, None, HubAccess(mirror.endpoint)).ranges_of(FILE)
    mirror.shifts_ranges = True
    with pytest.raises(WeightsError, match="its host sends another piece"):
        reader(0, 16)
