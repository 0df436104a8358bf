"""Two gateways as processes of their own, and one real Redis: they keep one limit together."""

from __future__ import annotations

import http.client
import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import ExitStack, closing, contextmanager
from itertools import islice
from pathlib import Path

from tests.support.redis_server import RedisServer

SETTINGS = """
providers:
  stage: {{type: scripted, options: {{models: {{slow: {{text: "Here.", delay_s: 600}}, plain: {{text: "Here."}}}}}}}}
cache: {{url: "{url}", deadline_s: 10}}
safety: {{classifier: "off"}}
limits:
  - {{scope: global, concurrent: 3}}
  - {{scope: tag, requests_per_minute: 5}}
"""
STARTS_S = 30.0
BODY = {"messages": [{"role": "user", "content": "Hello"}]}


@contextmanager
def served(folder: Path, redis: RedisServer) -> Iterator[int]:
    """A gateway on a free port; killed at the end, as nobody would wish."""
    folder.mkdir()
    (folder / "segue.yaml").write_text(SETTINGS.format(url=redis.url()))
    command = [sys.executable, "-m", "segue.cli", "serve", "--port", "0"]
    env = {**os.environ, "SEGUE_HOME": str(folder / "home")}
    with subprocess.Popen(
        command, cwd=folder, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        said = re.search(r"http://[^ ]+?:(\d+) ", process.stdout.readline())
        try:
            assert said is not None, process.communicate(timeout=STARTS_S)[1]
            yield int(said[1])
        finally:
            process.kill()


def ask(port: int, **fields: object) -> int:
    """The status of one turn."""
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=STARTS_S)) as connection:
        body = json.dumps({**BODY, **fields})
        connection.request("POST", "/v1/chat/completions", body, {"content-type": "application/json"})
        response = connection.getresponse()
        response.read()
        return response.status


def test_two_gateways_let_through_what_one_would(own_redis: RedisServer, tmp_path: Path) -> None:
    """One after the other, five of one tag within a minute pass, wherever they go, and another tag is not touched. Then
    sixty-four requests at both at once, and three may be under way: the others are refused, and three go on."""
    with ExitStack() as stack:
        pool = stack.enter_context(ThreadPoolExecutor(64))  # ends when the gateways are gone
        ports = [stack.enter_context(served(tmp_path / name, own_redis)) for name in ("one", "two")]
        assert [ask(port, model="stage:plain") for port in ports] == [200, 200], "what the first turn reads is read"
        in_turn = [ask(ports[number % 2], model="stage:plain", segue={"tags": ["game"]}) for number in range(8)]
        assert in_turn == [200] * 5 + [429] * 3
        assert ask(ports[0], model="stage:plain", segue={"tags": ["other"]}) == 200
        asking = [pool.submit(ask, ports[number % 2], model="stage:slow") for number in range(64)]
        refused = [one.result() for one in islice(as_completed(asking), 61)]
        assert Counter(refused) == {429: 61}
        assert sum(one.running() for one in asking) == 3
