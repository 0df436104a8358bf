"""Whether a model fits the gateway's machine, for operators: `GET /v1/admin/fit`."""

from __future__ import annotations

from typing import Final

import msgspec

from segue.catalog.fit_facts import fit_facts
from segue.errors import ModelNotFound, RequestError
from segue.server.access import OPERATES, Door
from segue.server.catalogue import read_query, whole_number
from segue.server.contract import TurnTaker
from segue.server.refusals import WrongField
from segue.server.wire import Incoming, respond

LEAST_CONTEXT_TOKENS: Final = 256
"""No local model is loaded with less (`context_tokens`)."""
_MOST_TOKENS: Final = 10**8
_MOST_CHARS: Final = 300


class FitRoute:
    """Serves operators alone."""

    def __init__(self, turns: TurnTaker, door: Door) -> None:
        self._turns = turns
        self._door = door

    async def fit(self, request: Incoming) -> None:
        """Whether a configured or stored model fits now. Paths and repositories are no names here: over HTTP nobody has
        files read, or others asked."""
        await self._door.admit(request.headers, OPERATES)
        given = read_query(request.query, known=("name", "context", "quantization"))
        name = given.get("name", "")
        if not 0 < len(name) <= _MOST_CHARS:
            raise WrongField("Name the model.", param="name", hint="A configured or stored one, as local:smollm2.")
        context_tokens = whole_number(given, "context", least=LEAST_CONTEXT_TOKENS, most=_MOST_TOKENS)
        try:
            advice = await self._turns.fitting.fit(
                name, context_tokens=context_tokens, quantization=given.get("quantization"), only_known=True
            )
        except ModelNotFound:
            raise
        except RequestError as error:
            raise WrongField(error.message, param=error.param, hint=error.hint) from error
        await respond(request.send, msgspec.json.encode(fit_facts(advice)))
