"""Tells how likely a message speaks of danger, also where it is only implied: a trained network, the extra `safety`.

A screening aid and no diagnosis: `docs/safety/classifier.md` has what it was trained on and how often it is wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from threading import Lock
from typing import TYPE_CHECKING

from segue.domain.findings import Finding, RiskScore
from segue.domain.models import SafetyLevel
from segue.errors import PartMissing
from segue.machine.heap import give_back_freed
from segue.safety.contract import Heard
from segue.safety.learned.calibration import Calibrations

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from segue.safety.learned.embedding import SentenceEncoder
    from segue.safety.learned.encoder import Encoder, Read
    from segue.safety.learned.network import Network
    from segue.safety.learned.topic import Topic

_loaded: dict[str, RiskClassifier] = {}
_loading = Lock()
"""Held while one is loaded: a process needs the encoder's 80 MB once, however many threads ask."""


class RiskClassifier:
    """Implements `segue.safety.contract.BatchClassifier`. Holds no state that changes, so threads may share it.

    Some 5 ms of processor for a message of 230 characters, and never more than `stretches.MOST_STRETCHES` stretches of
    a long one; their gravest counts. The same text and findings always get the same score. Languages other than
    `languages`, and an unknown one, are scored with the calibration of all together, and said to be not calibrated.
    """

    def __init__(
        self, version: str, encoder: Encoder, network: Network, calibrations: Calibrations, topic: Topic
    ) -> None:
        self.version = version
        self.languages = frozenset(calibrations.by_language)
        self._encoder, self._network, self._calibrations, self._topic = encoder, network, calibrations, topic

    @property
    def sentences(self) -> SentenceEncoder:
        """What it reads with, for others that read in the same process."""
        return self._encoder.sentences

    @classmethod
    def load(cls, folder: Traversable | None = None) -> RiskClassifier:
        """The classifier that ships with Segue, or the one that was trained into `folder`; loaded once a process.

        Takes about a second and reads files: call it at start, off the event loop. Raises PartMissing where the extra
        is not installed, WeightsError where the weights are not the ones that their manifest names.
        """
        try:
            from segue.safety.learned import topic, trained
        except ImportError as error:
            raise PartMissing(
                f"The classifier of risk cannot run here: the package {error.name or 'numpy'!r} is missing.",
                hint="Install it with `pip install 'segue[safety]'`; until then screening is degraded.",
            ) from error
        place = folder or trained.SHIPPED
        with _loading:
            if (key := str(place)) not in _loaded:
                _loaded[key] = cls(*trained.read(place), topic.read_topic(trained.SHIPPED))
                give_back_freed()  # what reading the weights took beside them, 10 MB
            return _loaded[key]

    def score(self, text: str, findings: Sequence[Finding], *, language: str | None) -> RiskScore:
        """As the contract says. `findings` are those of the check `crisis`; without them it misses more."""
        return self.scores([Heard(text, findings, language)])[0]

    def scores(self, messages: Sequence[Heard]) -> list[RiskScore]:
        """As the contract says."""
        with self.sentences.in_one_thread():  # more would spend twice the processor's time on products this small
            read = iter(self._encoder.read([heard for heard in messages if heard.text.strip()]))
            return [
                self._read(next(read), heard.language)
                if heard.text.strip()
                else RiskScore(0.0, SafetyLevel.NONE, _bare(heard.language) in self.languages, self.version)
                for heard in messages
            ]

    def _read(self, read: Read, language: str | None) -> RiskScore:
        danger = self.judged(self._network.logits(read).tolist(), language)
        return replace(danger, topic=self._topic.chance(read))

    def judged(self, logits: Sequence[float], language: str | None) -> RiskScore:
        """What comes of the network's three numbers in a language; for measuring other networks by this calibration."""
        known = self._calibrations.by_language.get(_bare(language))
        calibration = known or self._calibrations.pooled
        chances = calibration.chances(logits)
        return RiskScore(chances[0], calibration.level(chances), known is not None, self.version)


def _bare(language: str | None) -> str:
    """`pt-BR` is Portuguese."""
    return (language or "").lower().replace("_", "-").partition("-")[0]
