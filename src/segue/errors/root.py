"""The root of the tree of errors, and what goes wrong in Segue itself: settings, parts, stores."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from typing_extensions import override

if TYPE_CHECKING:
    from pathlib import Path


class SegueError(Exception):
    """The root of the tree: `except SegueError` catches all that Segue raises on purpose."""

    code: str = "internal_error"
    """Stable, for programs."""
    http_status: int = 500
    kind: ClassVar[str] = "api_error"
    """The `type` field of the OpenAI error shape."""
    retryable: ClassVar[bool] = False
    """True when the same request may succeed later without any change."""
    for_person: str = "Something went wrong on our side, and it is nothing you did."
    """Words for the one who talks: no jargon, no blame, and no "try again" where that would be in vain."""
    usual_hint: ClassVar[str] = ""
    """What to do where the one who raises it knows nothing better."""

    def __init__(self, message: str, *, hint: str = "", param: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint or self.usual_hint
        """What to do, for the operator or the caller; empty where the message says it."""
        self.param = param
        """The request field that it is about, None when it is about none."""

    @override
    def __str__(self) -> str:
        return f"{self.message} {self.hint}".rstrip()


class ConfigError(SegueError):
    """A setting is wrong. `file`, `line` and `key` say where."""

    code = "config_error"
    for_person = "Something on our side is not set up as it should be. Those who run this have to mend it."

    def __init__(
        self, message: str, *, key: str = "", file: Path | None = None, line: int | None = None, hint: str = ""
    ) -> None:
        super().__init__(message, hint=hint)
        self.key, self.file, self.line = key, file, line
        self.others: tuple[ConfigError, ...] = ()
        """Further errors of the same file, so that all can be mended at once."""

    @override
    def __str__(self) -> str:
        where = ":".join(str(part) for part in (self.file, self.line, self.key) if part)
        first = ": ".join(filter(None, (where, super().__str__())))
        return "\n".join((first, *map(str, self.others)))


class PartMissing(SegueError):
    """An optional part is not installed here; the hint names the command that installs it."""

    code = "part_missing"
    http_status = 503
    for_person = "Something is missing on our side. Those who run this have to add it."


class WeightsError(SegueError):
    """Weights could not be fetched, verified or kept."""

    code = "weights_error"
    http_status = 503
    for_person = "Something that is needed to answer could not be made ready on our side."


class StorageError(SegueError):
    """A store did not do what it was asked; what was to be written is named, never shown."""

    code = "storage_error"
    http_status = 503
    retryable = True
    for_person = "Something could not be kept on our side just now. Please try again in a moment."


class UnfitRecord(StorageError):
    """What was to be kept has a value that no store takes, or that stands there already: trying again is in vain."""

    code = "unfit_record"
    http_status = 500
    retryable = False
    for_person = "Something could not be kept on our side, and it is nothing you did."
    usual_hint = "The value is at fault and not the store: nothing has to be done there."


class VaultLocked(SegueError):
    """The master key is gone, is another one than before, or may be read by others: it has to be entered again."""

    code = "vault_locked"
    http_status = 503
    for_person = "Something on our side is locked, and those who run this have to open it."


class KeyNotKept(SegueError):
    """A key for a provider was not kept: it is none, its provider does not take it, or could not be asked."""

    code = "key_not_kept"
    for_person = "Something on our side is not set up as it should be. Those who run this have to mend it."
    usual_hint = "Enter another one; with --no-verify one is kept untried."


class ProviderNotAdded(SegueError):
    """Nobody could be asked at the address of a new provider, or what answers there is none; nothing was changed."""

    code = "provider_not_added"
    for_person = "Something on our side is not set up as it should be. Those who run this have to mend it."
    usual_hint = "With --no-probe it is added without being asked."


class SealBroken(SegueError):
    """Something that was kept encrypted is damaged, or stands where it does not belong."""

    code = "seal_broken"
    for_person = "Something that was kept on our side is damaged, and it is nothing you did."


class Stopping(SegueError):
    """The gateway is on its way down: running answers finish, new ones go elsewhere."""

    code = "stopping"
    http_status = 503
    retryable = True
    for_person = "The service is restarting. Please try again in a moment."
