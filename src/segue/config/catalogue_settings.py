"""The settings of the catalogue: how young lists of models are kept, and who is told of what changed."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import Field

from segue.config.safety_settings import ReceiverUrl, SigningSecret
from segue.config.section import Section


class CatalogueSettings(Section):
    """Lists of models, and what changed in them."""

    refresh_h: Annotated[float, Field(ge=0.25, le=720)] | None = 24.0
    """Hours after which a running gateway fetches the lists of configured hosts anew, where a host has no `refresh_h`
    of its own; `null`: only with `segue models refresh`."""
    webhook_url: ReceiverUrl | None = None
    """Where a signed message goes when something changed, as `https://desk.example.org/list`. Empty: the log tells."""
    webhook_secret: SigningSecret | None = None
    """What messages are signed with: `whsec_` and 24 to 64 bytes in base64; write it as `${NAME}`."""
    webhook_secret_file: Path | None = None
    """File whose first line is the secret; not together with `webhook_secret`."""
