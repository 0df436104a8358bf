"""What people are told about a hand-off is true."""

import re

import pytest

from segue.domain.handoffs import HandoffState
from segue.safety.handed_over import handoff_words
from segue.safety.replies import reply

PROMISES = re.compile(
    r"(?i)will (call|come|contact|reach|write)|is on (the|their) way|va a llamar|llamar\u00e1n|vendr\u00e1n|"
    r"vont (t.appeler|venir)|werden (dich|sich)|kommen zu dir|v\u00e3o (ligar|vir|entrar)"
)


@pytest.mark.parametrize("state", [None, *HandoffState])
def test_only_an_acknowledgement_lets_it_be_said_that_somebody_knows(state: HandoffState | None) -> None:
    """No receiver, one that is down, one that is slow, one that only has the message: nothing is said."""
    assert (handoff_words(state) == "handed_over") is (state is HandoffState.ACKNOWLEDGED)


@pytest.mark.parametrize("language", ["en", "es", "fr", "de", "pt"])
def test_the_words_promise_nothing_beyond_the_acknowledgement(language: str) -> None:
    """They do not say that somebody will come or call, or when."""
    assert not PROMISES.search(reply("handed_over", language).text)
