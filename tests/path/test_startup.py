"""The gateway is ready before its local model is; whoever asks first waits for the model."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.support.product import SEGUE, STARTS_S, Served, give_models, serving_command, until, worker_of

ALONE = """
import http.client, re, subprocess, sys
sys.path.insert(0, sys.argv[1])
from loopback import has_only_loopback, raise_loopback
raise_loopback()
with subprocess.Popen(sys.argv[2:], stdout=subprocess.PIPE, text=True) as gateway:
    port = int(re.search(r":(\\d+) ", gateway.stdout.readline())[1])
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", "/readyz")
    print(has_only_loopback(), connection.getresponse().status)
    gateway.terminate()
"""
"""Run in a network name space of its own: whether nothing but loopback is there, and what `/readyz` answers."""


@pytest.fixture
def gateway(segue_home: Path, demonstration_home: Path) -> Iterator[Served]:
    """`segue serve` with nothing configured and the demonstration model on disk."""
    give_models(segue_home, demonstration_home)
    with serving_command() as running:
        yield running


@pytest.mark.gguf
def test_gateway_is_ready_before_its_model_and_the_first_requests_wait_for_it(gateway: Served) -> None:
    """`/readyz` answers 200 before and during the load; two who ask at once are both answered, by one load."""
    assert gateway.get("/readyz").status == 200
    assert worker_of(gateway.process.pid) is None
    with ThreadPoolExecutor(2) as pool:
        answers = [pool.submit(gateway.chat, "Hello.", model="auto", max_tokens=8) for _ in range(2)]
        until(lambda: worker_of(gateway.process.pid) is not None)
        assert not any(answer.done() for answer in answers)
        assert gateway.get("/readyz").status == 200
        heard = [answer.result() for answer in answers]
    assert [(answer.status, json.loads(answer.body)["segue"]["model"]) for answer in heard] == [
        (200, "local:smollm2")
    ] * 2
    assert b'segue_model_state_changes_total{model="smollm2",provider="local",state="loaded"} 1.0' in (
        gateway.get("/metrics").body
    )


def test_gateway_without_a_model_is_ready_and_says_what_is_missing(segue_home: Path) -> None:
    """Where no model can answer yet, the gateway runs all the same and tells each request what to do."""
    with serving_command() as bare:
        assert bare.get("/readyz").status == 200
        refused = bare.chat("Hello.", model="auto")
    assert refused.status == 503
    assert "segue chat --yes" in json.loads(refused.body)["error"]["segue"]["hint"]


def test_gateway_is_ready_without_a_network(repository: Path, needs: Callable[[bool, str], None]) -> None:
    """Nothing is fetched and nobody is called at the start."""
    alone = ["unshare", "--map-root-user", "--net"]
    can = shutil.which("unshare") and subprocess.run([*alone, "true"], capture_output=True, check=False).returncode == 0
    needs(bool(can), "the right to make a network name space (unshare --net)")
    command = [*alone, sys.executable, "-c", ALONE, str(repository / "benchmarks"), *SEGUE, "serve", "--port", "0"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=STARTS_S, check=True)
    assert done.stdout.split() == ["True", "200"]
