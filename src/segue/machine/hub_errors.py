"""What goes wrong between here and the Hugging Face hub, or any host of a file, in words that say what to do.

No word of a host is passed on, and no address with its query: both may hold secrets.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from segue.errors import WeightsError

KEY_NAME: Final = "huggingface"
"""By this name `segue keys set` keeps the hub's token."""
_AGAIN: Final = "What is here already is kept: the same command goes on from there."


@contextmanager
def told_plainly(what: str, *, has_token: bool = False, is_hub: bool = True, fetches: bool = False) -> Iterator[None]:
    """Turn what huggingface_hub and its HTTP client raise into WeightsError. `what` is a repository or an address.

    `is_hub`: it is asked for where HF_ENDPOINT says. `fetches`: what came of a file is kept.
    """
    again = f" {_AGAIN}" if fetches else ""
    import httpx2
    from huggingface_hub import errors

    try:
        yield
    except WeightsError:
        raise
    except errors.OfflineModeIsEnabled as error:
        hint = "Unset it to fetch, or take a file that you have: segue models pull ./model.gguf"
        raise WeightsError(f"{what} cannot be fetched: HF_HUB_OFFLINE is set.", hint=hint) from error
    except errors.GatedRepoError as error:
        raise _gated(what, has_token=has_token) from error
    except errors.RepositoryNotFoundError as error:
        raise _not_found(what, has_token=has_token) from error
    except errors.RevisionNotFoundError as error:
        hint = "Leave @REVISION away for the newest, or name a branch, a tag or a commit of its page."
        raise WeightsError(f"{what} has no such revision.", hint=hint) from error
    except errors.EntryNotFoundError as error:
        hint = "It may have been removed: look at its page, and name another file with --file."
        raise WeightsError(f"{what} does not have this file any more.", hint=hint) from error
    except errors.HFValidationError as error:
        hint = "Write it as OWNER/REPO, as its page on the hub has it."
        raise WeightsError(f"{what} is no name of a repository.", hint=hint) from error
    except errors.HfHubHTTPError as error:
        raise _refused(what, error.response.status_code, again, has_token=has_token) from error
    except httpx2.TimeoutException as error:
        raise WeightsError(f"{what}: its host was silent for too long.", hint=f"Try again.{again}") from error
    except httpx2.HTTPError as error:
        where = "the network (and HF_ENDPOINT, where you set it)" if is_hub else "the address and the network"
        hint = f"Check {where}, then try again.{again}"
        raise WeightsError(f"{what}: its host cannot be reached.", hint=hint) from error
    except httpx2.InvalidURL as error:
        raise WeightsError(f"{what} is no address.", hint="Write it as https://HOST/PATH/model.gguf.") from error
    except OSError as error:
        hint = f"Try again.{again}"
        raise WeightsError(f"{what}: the connection ended before all was here.", hint=hint) from error
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        hint = (
            "Check HF_ENDPOINT: it has to be the Hugging Face hub or a mirror of it." if is_hub else "Try another one."
        )
        raise WeightsError(f"{what}: what its host says cannot be read.", hint=hint) from error


def _gated(what: str, *, has_token: bool) -> WeightsError:
    page = "ask for access on its page at the hub"
    if has_token:
        hint = f"Log in there as the token's owner and {page}; then try again."
        return WeightsError(f"{what} is gated, and the token may not read it.", hint=hint)
    hint = f"First {page}, then keep a token: segue keys set {KEY_NAME} (or set HF_TOKEN)."
    return WeightsError(f"{what} is gated: its owner decides who may fetch it.", hint=hint)


def _not_found(what: str, *, has_token: bool) -> WeightsError:
    """The hub answers the same for what is not there and for what may not be seen."""
    private = (
        "If it is private, the token has to belong to somebody who may read it."
        if has_token
        else f"If it is private or gated, keep a token first: segue keys set {KEY_NAME}"
    )
    return WeightsError(f"{what} is not there, or may not be seen.", hint=f"Check its name. {private}")


def _refused(what: str, status: int, again: str, *, has_token: bool) -> WeightsError:
    """`again`: what is said of trying it again."""
    if status in (401, 403) and has_token:
        hint = f"Keep another one: segue keys set {KEY_NAME}; it needs the right to read this repository."
        return WeightsError(f"{what}: the hub does not take the token (HTTP {status}).", hint=hint)
    if status in (401, 403):
        return WeightsError(f"{what} may not be read without a token (HTTP {status}).", hint=_token_hint())
    if status == 404:
        return WeightsError(f"{what} is not there (HTTP 404).", hint="Check the address.")
    if status == 416:
        hint = "Begin anew: segue models rm NAME removes what is here of it."
        return WeightsError(f"{what} has changed since its fetch began (HTTP 416).", hint=hint)
    if status == 429:
        hint = f"Wait some minutes; with a token more is allowed: segue keys set {KEY_NAME}.{again}"
        return WeightsError(f"{what}: too many requests (HTTP 429).", hint=hint)
    return WeightsError(f"{what}: its host answered HTTP {status}.", hint=f"Try again later.{again}")


def _token_hint() -> str:
    return f"Keep a token: segue keys set {KEY_NAME} (or set HF_TOKEN)."
