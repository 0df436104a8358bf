"""Keeps one local model in at most one worker: loads it for whoever comes first, and again after a death.

    unloaded --ensure_loaded--> loading --> loaded --unload, close--> unloaded
                                   |          |
                                 failed      died      each time later than the last: `rest_s`
                                   +----------+--> unloaded
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from time import monotonic

from segue.domain.models import LoadState, ModelStatus
from segue.errors import Overloaded, ProviderError, WorkerDied
from segue.events import ModelStateChanged, Teller
from segue.providers.local.process import WorkerProcess
from segue.providers.local.spec import WorkerSpec
from segue.providers.openai_protocol import OpenAIProtocol
from segue.providers.wire import Wire

_REST_S = 0.5
"""Rest after the second failure in a row; it doubles with each further one."""
_LONGEST_REST_S = 30.0
_DEATH_S = 1.0
"""How long the system may take to tell of a death that a broken connection already showed."""
