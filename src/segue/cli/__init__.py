"""The command `segue`: one file a command group. Importing it loads no more than the help needs."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line. Exit status 1: it failed, 2: it was misused; errors go to standard error, hint last."""
    from segue.cli.root import app
    from segue.errors import ConfigError, RequestError, SegueError

    try:
        app()
    except (ConfigError, RequestError) as error:
        _tell(error)
        sys.exit(2)
    except SegueError as error:
        _tell(error)
        sys.exit(1)
    except BrokenPipeError:
        # Whoever read our output has left, as in `segue models list | head -1`; not an error.
        sys.stderr.close()
        sys.exit(0)


def _tell(error: Exception) -> None:
    sys.stderr.write(f"segue: {error}\n")
