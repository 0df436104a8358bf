"""Calls that no person reads (`segue.audience: internal`), as a summary or a title: who may mark one, what it changes.

What is said to a person in passing is left out. Nothing else is: input and output are screened, privacy and allowed
models hold, and what is found raises the session's state, so that the person reads its words in their own next turn.
"""

from __future__ import annotations

from dataclasses import replace

from segue.domain.chat import INTERNAL, ChatRequest
from segue.domain.risk import RiskState
from segue.errors import NotAllowed
from segue.pipeline.turn.turns import Asker
from segue.safety.conversation import Step


def check_audience(request: ChatRequest, asker: Asker) -> None:
    """Raise NotAllowed for a call that is marked as internal by somebody who may not do that."""
    if request.audience == INTERNAL and not asker.may_be_internal:
        raise NotAllowed(
            "Only a key that was made for it may mark a call as one that no person reads.",
            param="segue.audience",
            hint="Leave it out, or let the program's key do it: segue callers change NAME --internal (or create NAME).",
        )


def unheard(before: RiskState, step: Step) -> Step:
    """What an internal call's words come to: evidence counts, but nothing was asked, answered or calm.

    The person has said nothing, and will not read what is said here: no question is open because of it, and one that
    was asked before still waits for their answer, unless danger came to light meanwhile. (`risk.only_heard` is for a
    turn in which they have spoken.)
    """
    after = step.state
    # A turn that counts closes what was asked before it; fields that could only be taken back would come back, for
    # states of one session are joined.
    is_danger = after.safety.raised_us > before.safety.raised_us
    turn = after.turn if is_danger else before.turn
    state = replace(
        before,
        turn=turn,
        evidence=replace(after.evidence, turn=min(after.evidence.turn, turn)),
        lately=replace(after.lately, turn=min(after.lately.turn, turn)),
        safety=after.safety if is_danger else before.safety,
        disclosed=after.disclosed,
        highest=after.highest,
        uneasy_turn=turn,
    )
    return replace(step, state=state)
