"""The key of a provider that is being added: from a variable, from the vault, or typed; never on the command line."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from segue.cli.options import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from segue.config.load import Loaded
    from segue.domain.provider_keys import KeptKey, KeyCheck


@dataclass(slots=True)
class NewKey:
    """Where a key comes from, and the key once it is here."""

    provider: str
    variable: str | None
    """The environment variable that holds it; the settings will name it."""
    wanted: bool | None
    """True: one is asked for at once; False: never; None: where the provider wants one."""
    secret: str | None = field(default=None, repr=False)
    is_typed: bool = False
    """True: it has to be kept in the vault."""
    takes_kept: bool = False
    """Whether somebody said that the key which the vault has for this name may be sent there."""
    asks: bool = False
    """Whether somebody is there who can say so."""

    @property
    def may_ask(self) -> bool:
        """Whether somebody may still be asked for one."""
        return self.secret is None and self.wanted is not False

    async def find(self, loaded: Loaded, *, is_needed: bool, address: str) -> None:
        """Take what there is: the variable's, or one that the vault has for a provider of this name; ask for one where
        it is needed. `address`: where it will be sent. Raises ConfigError, VaultLocked, RequestError, KeyNotKept."""
        from segue.cli.provider_rows import kept_keys
        from segue.config.load import named_key

        if self.variable is not None:
            self.secret = named_key(self.variable).get_secret_value()
            return
        if kept := (await kept_keys(loaded)).get(self.provider):
            self._agree([one.kept for one in kept], address)
            self.secret = next((one.secret for one in kept if one.secret), None)
        if self.secret is None and self.wanted is not False and (is_needed or self.wanted):
            await self.ask(loaded)

    def _agree(self, kept: Sequence[KeptKey], address: str) -> None:
        """See that somebody wants it: the provider that had this name, and its key, may have been quite another one.

        Also with `--no-key`: once the provider is there, what the vault has for its name is used. Raises RequestError.
        """
        import typer

        from segue.errors import RequestError

        names = ", ".join(f"{one.name} ({one.fingerprint})" for one in kept)
        if self.takes_kept:
            say(f"The vault has a key already, which is used: {names}.")
            return
        question = f"The vault has a key for this name already: {names}. Send it to {address}?"
        if self.asks and typer.confirm(question, default=False, err=True):
            return
        forget = "; ".join(f"segue keys remove {one.name.replace('/', ' --label ', 1)}" for one in kept)
        raise RequestError(
            f"The vault has a key for this name already: {names}. It is not sent to {address} unasked: nothing was "
            "added.",
            param="name",
            hint=f"With --kept-key it is sent there. To forget it: {forget}. Or take another name.",
        )

    async def ask(self, loaded: Loaded) -> None:
        """Have one typed, or read from standard input, once it is sure that it can be kept."""
        from segue.cli.keys import opened_keys
        from segue.cli.secret_input import read_secret
        from segue.domain.provider_keys import is_key_form
        from segue.errors import KeyNotKept

        async with opened_keys(loaded) as keys:
            await keys.make_ready()
        if not sys.stdin.isatty():
            say(f"The key of {self.provider} is read from standard input.")
        secret = read_secret(f"Key of {self.provider}")
        if not is_key_form(secret):
            hint = "Enter another one."
            raise KeyNotKept(
                "That is no key: it has to be one word of 8 or more letters, digits and signs. Nothing was added.",
                hint=hint,
            )
        self.secret, self.is_typed = secret, True

    async def keep(self, loaded: Loaded, check: KeyCheck) -> str | None:
        """Put a typed one into the vault; its fingerprint, None for one that is elsewhere."""
        from segue.cli.keys import opened_keys
        from segue.domain.provider_keys import MAIN_LABEL

        if not self.is_typed or self.secret is None:
            return None
        async with opened_keys(loaded) as keys:
            return (await keys.put(self.provider, MAIN_LABEL, self.secret, check)).fingerprint
