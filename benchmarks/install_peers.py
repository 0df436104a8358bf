"""Installs the gateways that Segue is measured against, each in a folder of its own outside the repository.

`python benchmarks/install_peers.py [litellm] [portkey]`. They lie in the user's cache folder, or where
SEGUE_BENCH_PEERS says. What is there in the wanted version is left alone, without a look at any registry. Exit status:
0 if all that was asked for is there, 1 if not, 2 if misused.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib.metadata import distributions
from pathlib import Path

from installed import FOREIGN, HOME_VARIABLE, LITELLM, PORTKEY, PORTKEY_PACKAGE, Foreign, Stamp

_LIMIT_S = 900.0
_OUT_OF_REACH = re.compile(
    r"ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|Failed to establish a new connection|NameResolutionError"
    r"|name resolution|timed out|No matching distribution|ConnectionError",
)
_CARRIERS = ("litellm", "uvicorn", "fastapi", "httpx", "aiohttp")
"""What of LiteLLM's packages carries a request."""


class InstallFailed(RuntimeError):
    """One of them could not be installed; the message says what to do."""


def install_litellm(folder: Path) -> Mapping[str, str]:
    """A virtual environment with LiteLLM in it; returns the versions."""
    _run((sys.executable, "-m", "venv", str(folder)), "On Debian: apt-get install python3-venv.")
    pip = (str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    _run((*pip, *LITELLM.wanted), "Or leave it out: --peers bare,segue.")
    packages = next((folder / "lib").glob("python*/site-packages"))
    found = {each.name.lower(): each.version for each in distributions(path=[str(packages)])}
    return {name: found[name] for name in _CARRIERS if name in found}


def install_portkey(folder: Path) -> Mapping[str, str]:
    """Portkey's gateway below `node_modules`; returns the versions."""
    if shutil.which("npm") is None or shutil.which("node") is None:
        raise InstallFailed("Portkey's gateway needs Node.js, and npm or node was not found; on Debian: install npm.")
    wanted = dict(package.rsplit("@", 1) for package in PORTKEY.wanted)
    package = {
        "private": True,
        "dependencies": {PORTKEY_PACKAGE: wanted.pop(PORTKEY_PACKAGE)},
        "overrides": wanted,
    }
    (folder / "package.json").write_text(json.dumps(package, indent=1), encoding="utf-8")
    # It runs as it comes; what its packages would run while they are installed is not needed.
    npm = ("npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error")
    _run(npm, "Or leave it out: --peers bare,segue.", folder)
    modules = {name: folder / "node_modules" / name / "package.json" for name in (PORTKEY_PACKAGE, *wanted)}
    return {name: json.loads(file.read_text(encoding="utf-8"))["version"] for name, file in modules.items()}


Installer = Callable[[Path], Mapping[str, str]]
INSTALLERS: Mapping[str, Installer] = {"litellm": install_litellm, "portkey": install_portkey}
"""How each is installed into its folder, by name."""


def install(foreign: Foreign, installer: Installer) -> None:
    """See that it is there; raises InstallFailed with what to do."""
    if foreign.is_installed:
        return
    if foreign.stamp() is not None:
        shutil.rmtree(foreign.folder)  # of another version, or broken off
    elif foreign.folder.exists():
        raise InstallFailed(f"{foreign.folder} holds something else; name another place by {HOME_VARIABLE}.")
    foreign.folder.mkdir(parents=True)
    foreign.write_stamp(Stamp())
    foreign.write_stamp(Stamp(foreign.wanted, dict(installer(foreign.folder))))


def _run(command: Sequence[str], hint: str, folder: Path | None = None) -> str:
    """What the command writes; it does not see the packages of this environment."""
    env = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    try:
        done = subprocess.run(
            command,
            cwd=folder,
            env=env,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=_LIMIT_S,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise InstallFailed(f"'{_short(command)}' took longer than {_LIMIT_S:.0f} s. {hint}") from error
    if done.returncode == 0:
        return done.stdout
    said = (done.stderr or done.stdout).strip()
    raise InstallFailed(f"'{_short(command)}' {cause_of(said, done.returncode)}. {hint}\n{said[-1500:]}")


def cause_of(said: str, status: int) -> str:
    """Why pip or npm failed, from what it wrote."""
    if _OUT_OF_REACH.search(said):
        return "could not reach a package registry, or did not find the package there"
    return f"ended with status {status}"


def _short(command: Sequence[str]) -> str:
    return " ".join([Path(command[0]).name, *command[1:3]])


def main(arguments: Sequence[str] | None = None) -> int:
    """The program; returns its exit status."""
    parser = argparse.ArgumentParser(
        description="Install the gateways that Segue is measured against.",
        epilog=f"They lie in the user's cache folder; {HOME_VARIABLE} names another.",
    )
    names = [foreign.name for foreign in FOREIGN]
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of: {', '.join(names)} (default: all)")
    asked = parser.parse_args(arguments).names or names
    if unknown := [name for name in asked if name not in names]:
        parser.error(f"Nothing by the name {unknown[0]!r} is installed here. There are: {', '.join(names)}.")
    failed = False
    for foreign in FOREIGN:
        if foreign.name not in asked:
            continue
        if not foreign.is_installed:
            print(f"{foreign.name}: installing into {foreign.folder} ...", flush=True)
        try:
            install(foreign, INSTALLERS[foreign.name])
        except (InstallFailed, OSError) as error:
            failed = True
            print(f"{foreign.name} could not be installed: {error}", file=sys.stderr)
            continue
        if (why := foreign.missing()) is not None:
            failed = True
            print(f"{foreign.name} cannot be started: {why}", file=sys.stderr)
        else:
            print(f"{foreign.name}: {foreign.version()}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
