"""How long a person, or a program, would wait; by measurement alone."""

from __future__ import annotations

from typing import Final

from typing_extensions import override

from segue.domain.choice import Evidence, LatencyClass, Score, TaskProfile
from segue.domain.models import ModelCard, ModelMetrics
from segue.selection.contract import Criterion, Opinion

HALF_LIFE_S: Final = 1.0
"""Each further second until the first word halves the score: a wait of a second is where a train of thought begins to
break (J. Nielsen, Usability Engineering, 1993, chapter 5)."""
TAIL_SHARE: Final = 0.25
"""Weight of the 95th percentile beside the median: a model that is sometimes very slow is worse than its median. Our
choice."""
HALF_TOKENS_PER_S: Final = 20.0
"""Throughput that scores 0.5 where the whole answer is awaited: 300 tokens in a quarter of a minute. Our choice."""

_INTERACTIVE: Final = LatencyClass.INTERACTIVE
"""Looked up once: it is asked for of every model in every turn."""


class Latency(Criterion):
    """Streamed turns are judged by the time to the first word, others by tokens a second. Unmeasured is unknown."""

    name = "latency"
    only_scores = True

    @override
    def judge(self, card: ModelCard, task: TaskProfile, evidence: Evidence) -> Opinion:
        metrics = evidence.of(card.ref)
        if task.latency is _INTERACTIVE:
            return self._first_token(metrics)
        return self._throughput(metrics)

    def _first_token(self, metrics: ModelMetrics) -> Score:
        median_s = metrics.first_token_p50_s
        if median_s is None:
            return _NOT_TIMED
        tail_s = median_s if metrics.first_token_p95_s is None else metrics.first_token_p95_s
        wait_s = (1 - TAIL_SHARE) * median_s + TAIL_SHARE * tail_s
        because = "Its first word came after {:.2f} s (median), {:.2f} s (95th percentile)."
        return Score(self.name, 0.5 ** (wait_s / HALF_LIFE_S), because, (median_s, tail_s))

    def _throughput(self, metrics: ModelMetrics) -> Score:
        tokens_per_s = metrics.output_tokens_per_s
        if tokens_per_s is None:
            return _NOT_MEASURED
        score = tokens_per_s / (tokens_per_s + HALF_TOKENS_PER_S)
        return Score(self.name, score, "It wrote {:.1f} tokens a second (median).", (tokens_per_s,))


_NOT_TIMED: Final = Score(Latency.name, None, "Its first word has not been timed yet.")
_NOT_MEASURED: Final = Score(Latency.name, None, "Its throughput has not been measured yet.")
