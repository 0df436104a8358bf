"""What this very turn would cost."""

from __future__ import annotations

from typing import Final

from typing_extensions import override

from segue.domain.choice import Evidence, Score, TaskProfile
from segue.domain.models import ModelCard
from segue.selection.contract import Criterion, Opinion

HALF_SCORE_USD: Final = 0.002
"""A turn at this price scores 0.5. Our choice: between a small model's turn of 1,000 tokens in and 300 out (about
$0.0003 at $0.15 and $0.60 a million) and a large one's (about $0.0055 at $2.50 and $10)."""


class Cost(Criterion):
    """Free scores 1; the score is `h / (h + cost)` with h = `HALF_SCORE_USD`, so it falls with every cent."""

    name = "cost"
    only_scores = True

    @override
    def judge(self, card: ModelCard, task: TaskProfile, evidence: Evidence) -> Opinion:
        if card.price is None:
            return _UNKNOWN
        if card.price.is_free:
            return _FREE
        cost_usd = float(card.price.cost_usd(task.input_tokens, task.output_tokens))
        if cost_usd <= 0:
            return _FREE
        score = HALF_SCORE_USD / (HALF_SCORE_USD + cost_usd)
        return Score(self.name, score, "This turn is estimated at ${:.6f} ({}).", (cost_usd, card.price.source))


_UNKNOWN: Final = Score(Cost.name, None, "Its price is unknown.")
_FREE: Final = Score(Cost.name, 1.0, "This turn is free.")
