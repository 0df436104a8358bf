"""Tells how likely a model's words do harm, also where no rule has a row for them: a trained network, extra `safety`.

A screening aid: `docs/safety/answers.md` has what it was trained on and how often it is wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp
from typing import TYPE_CHECKING

from segue.domain.findings import AnswerScore
from segue.errors import PartMissing
from segue.safety.learned.sayings import Said

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from segue.safety.learned.answer_network import AnswerNetwork
    from segue.safety.learned.embedding import SentenceEncoder


class TrainedAnswers:
    """Implements `segue.safety.contract.AnswerClassifier`. Holds no state that changes, so threads may share it.

    1 to 3 ms of processor a saying. It reads with the encoder of the classifier of risk, so it needs 1 MB of its own.
    """

    def __init__(self, version: str, encoder: SentenceEncoder, network: AnswerNetwork, limit: float) -> None:
        self.version = version
        self._encoder, self._network, self._limit = encoder, network, limit

    @classmethod
    def load(cls, folder: Traversable | None = None) -> TrainedAnswers:
        """The one that ships with Segue, or was trained into `folder`. Takes a second where no classifier of risk is
        loaded yet. Raises PartMissing without the extra, WeightsError where weights are not as their manifest says.
        """
        try:
            from segue.safety.learned import trained
            from segue.safety.learned.answer_weights import read_answers
            from segue.safety.learned.classifier import RiskClassifier
        except ImportError as error:
            raise PartMissing(
                f"The classifier of answers cannot run here: the package {error.name or 'numpy'!r} is missing.",
                hint="Install it with `pip install 'segue[safety]'`; until then screening is degraded.",
            ) from error
        manifest, network = read_answers(folder or trained.SHIPPED)
        return cls(manifest.version, RiskClassifier.load().sentences, network, manifest.limit)

    def scores(self, said: Sequence[Said]) -> list[AnswerScore]:
        """As the contract says."""
        from segue.safety.learned.answer_network import HARMS, read

        if not said:
            return []
        logits = self._network.logits(read(self._encoder, said))
        return [
            AnswerScore(_share(harm), HARMS[kind], is_harm=harm >= self._limit, version=self.version)
            for harm, kind in zip(logits[:, 0].tolist(), logits[:, 1:].argmax(axis=1).tolist(), strict=True)
        ]


def _share(logit: float) -> float:
    return 1 / (1 + exp(-max(-30.0, min(30.0, logit))))
