"""`segue serve` and `segue callers` as processes of their own."""

import http.client
import json
import os
import re
import resource
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager

import psutil
import pytest

SEGUE = [sys.executable, "-m", "segue.cli"]
STARTS_S = 30.0


def segue(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command to its end."""
    return subprocess.run([*SEGUE, *arguments], capture_output=True, text=True, check=False, timeout=STARTS_S)


@contextmanager
def served(*arguments: str, before: tuple[str, ...] = ()) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """Run the gateway on a free port until the block ends."""
    command = [*before, *SEGUE, "serve", "--port", "0", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        said = re.search(r"http://[^ ]+?:(\d+) ", process.stdout.readline())
        try:
            assert said is not None, process.communicate(timeout=STARTS_S)[1]
            yield process, int(said[1])
        finally:
            process.kill()


def ask(port: int, path: str, **headers: str) -> int:
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=60)) as connection:
        connection.request("GET", path, headers=headers)
        response = connection.getresponse()
        response.read()
        return response.status


@pytest.mark.skipif(sys.platform != "linux", reason="reads another process's limits")
def test_gateway_takes_more_connections_than_a_shell_allows() -> None:
    """A limit of open files that may be raised is raised: each turn takes two."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    few = ("sh", "-c", 'ulimit -Sn 256 && exec "$0" "$@"')
    with served(before=few) as (process, _):
        assert psutil.Process(process.pid).rlimit(psutil.RLIMIT_NOFILE) == (min(hard, 65_536), hard)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_gateway_says_where_it_listens_and_stops_well_on_a_signal(number: signal.Signals) -> None:
    """The line with the address comes when requests are taken; a signal ends it with status 0."""
    with served() as (process, port):
        assert ask(port, "/readyz") == 200
        process.send_signal(number)
        assert process.wait(10) == 0


def test_gateway_says_that_it_stops() -> None:
    """A signal is answered with a word in the log."""
    with served() as (process, _):
        process.send_signal(signal.SIGTERM)
        assert "Stopping." in process.communicate(timeout=60)[1]


def test_port_that_is_taken_is_told_with_the_way_out() -> None:
    """A port in use is an error of one line, not a traceback."""
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        done = segue("serve", "--port", str(taken.getsockname()[1]))
    assert done.returncode == 2
    assert "--port" in done.stderr
    assert "Traceback" not in done.stderr


def test_gateway_for_other_machines_needs_a_caller_key() -> None:
    """Beyond loopback nothing is served before somebody has a key."""
    refused = segue("serve", "--host", "0.0.0.0", "--port", "0")
    assert refused.returncode == 2
    assert "segue callers create" in refused.stderr
    key = segue("callers", "create", "game").stdout.strip()
    with served("--host", "0.0.0.0") as (_, port):
        assert [ask(port, "/v1/models"), ask(port, "/v1/models", authorization=f"Bearer {key}")] == [401, 200]


def test_caller_key_is_shown_once_and_its_hash_kept() -> None:
    """Create, list and revoke a caller; the key is in no file."""
    made = json.loads(segue("callers", "create", "game", "--role", "operator", "--json").stdout)
    listed = segue("callers", "list", "--json")
    assert made["key"] not in listed.stdout
    assert [(c["name"], c["role"], c["revoked_at"]) for c in json.loads(listed.stdout)["callers"]] == [
        ("game", "operator", None)
    ]
    home = os.environ["SEGUE_HOME"]
    files = [entry.path for entry in os.scandir(home) if entry.is_file()]
    assert files
    for path in files:
        with open(path, "rb") as file:  # noqa: PTH123
            assert made["key"].encode() not in file.read()
    assert json.loads(segue("callers", "revoke", "game", "--json").stdout) == {"name": "game", "revoked": True}


@pytest.mark.parametrize("name", ["", " ", "x" * 65, "a\nb", "game\n", ".hidden", "game server", "$(reboot)", "jürgen"])
def test_caller_without_a_proper_name_is_refused(name: str) -> None:
    """A caller's name can be shown in a line and typed into a shell."""
    refused = segue("callers", "create", name)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "1 to 64 characters" in refused.stderr


def test_name_is_free_again_once_its_key_was_taken_back() -> None:
    """A revoked caller's name can be given anew."""
    done = [segue("callers", deed, "game-1.eu_west").returncode for deed in ("create", "revoke", "create")]
    assert done == [0, 0, 0]


def test_name_in_use_and_unknown_name_are_told() -> None:
    """Two active callers of one name, and revoking nobody, are misuse; the error says what to do."""
    assert segue("callers", "create", "game").returncode == 0
    again, nobody = segue("callers", "create", "game"), segue("callers", "revoke", "nobody")
    assert again.returncode == 2
    assert "`segue callers revoke game`" in again.stderr
    assert nobody.returncode == 2
    assert "`segue callers list`" in nobody.stderr
