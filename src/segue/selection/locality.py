"""How near a model runs: what stays here needs no network, no account and nobody's promise."""

from __future__ import annotations

from typing import Final

from typing_extensions import override

from segue.domain.choice import Evidence, Score, TaskProfile
from segue.domain.models import ModelCard, ProviderType
from segue.selection.contract import Criterion, Opinion

_NAME: Final = "locality"
_NEARNESS: Final = {
    ProviderType.LOCAL: (1.0, "It runs on this machine."),
    ProviderType.SCRIPTED: (1.0, "Its answers are written on this machine."),
    ProviderType.LOCAL_SERVER: (0.75, "It runs on a server in the operator's hands."),
    ProviderType.OPENROUTER: (0.0, "It runs elsewhere, reached through OpenRouter."),
    ProviderType.CUSTOM_API: (0.0, "It runs elsewhere."),
}
"""Score and reason by where a provider's models run. 0.75 is our choice: nearer to here than to elsewhere."""
_SCORES: Final = {kind: Score(_NAME, value, because) for kind, (value, because) in _NEARNESS.items()}


class Locality(Criterion):
    """1 on this machine, 0.75 on a server of the operator's, 0 elsewhere."""

    name = _NAME
    only_scores = True

    @override
    def judge(self, card: ModelCard, task: TaskProfile, evidence: Evidence) -> Opinion:
        return _SCORES[card.provider_type]
