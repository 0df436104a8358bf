"""`python -m segue.cli` is `segue`."""

from segue.cli import main

main()
