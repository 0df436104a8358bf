"""Why a model is left out, and the smallest change that would help."""

from dataclasses import replace
from decimal import Decimal

import pytest

from segue.domain.choice import Evidence, Rejection, Score, TaskProfile
from segue.domain.losses import LossKind
from segue.domain.models import Capability, DataPolicy, ModelCard, ModelRequirements, ModelStatus, Privacy
from segue.domain.money import Price
from segue.selection.requirements import Requirements, may_answer
from tests.unit.selection.examples import CLOUD, LOCAL, TURN


def needing(needs: ModelRequirements, task: TaskProfile = TURN) -> TaskProfile:
    return replace(task, requirements=needs)


def rejections(card: ModelCard, task: TaskProfile = TURN, evidence: Evidence | None = None) -> tuple[Rejection, ...]:
    opinion = Requirements().judge(card, task, evidence or Evidence())
    return () if isinstance(opinion, Score) else opinion


def test_a_model_that_lacks_nothing_is_not_rejected() -> None:
    """A model that meets every need qualifies."""
    assert Requirements().judge(CLOUD, TURN, Evidence()) == Score(
        "requirements", 1.0, "It lacks nothing that the turn needs."
    )


def test_a_model_that_needs_a_step_first_names_that_step() -> None:
    """A model that is not set up is left out with the command that sets it up. Covers R2.5."""
    card = replace(LOCAL, status=ModelStatus.MISSING, missing="Fetch it: `segue models get small`.")

    assert [r.hint for r in rejections(card)] == ["Fetch it: `segue models get small`."]
    assert [r.reason for r in rejections(card)] == ["It cannot answer yet: Fetch it: `segue models get small`."]


def test_a_withdrawn_model_is_rejected_with_another_way() -> None:
    """A model that its provider took away is left out. Covers R2.5."""
    (rejection,) = rejections(replace(CLOUD, status=ModelStatus.WITHDRAWN))

    assert "withdrawn" in rejection.reason
    assert "auto" in rejection.hint


def test_a_resting_model_is_rejected_with_its_reason() -> None:
    """A model that failed too often is left out until it comes back. Covers R2.5."""
    evidence = Evidence(resting={CLOUD.ref: "five failures in a row."})

    assert [r.reason for r in rejections(CLOUD, evidence=evidence)] == ["It is resting: five failures in a row."]
    assert len(rejections(replace(CLOUD, status=ModelStatus.RESTING))) == 1


@pytest.mark.parametrize("status", [ModelStatus.MISSING, ModelStatus.WITHDRAWN, ModelStatus.RESTING])
def test_what_is_the_model_s_own_state_is_told_from_what_the_turn_needs(status: ModelStatus) -> None:
    """Whether a model cannot answer now, or never this turn, decides what a person is told. Covers R5.4."""
    task = needing(ModelRequirements(capabilities=frozenset({Capability.TOOLS})))

    assert [r.not_able_now for r in rejections(replace(CLOUD, status=status), task)] == [True, False]


def test_each_lacking_capability_is_named_with_its_own_way_out() -> None:
    """A model without tools and pictures says how to do without each. Covers R2.1, R2.5."""
    task = needing(ModelRequirements(capabilities=frozenset({Capability.TOOLS, Capability.IMAGES, Capability.CHAT})))

    assert [(r.reason, r.hint) for r in rejections(CLOUD, task)] == [
        ("It does not have the capability `images`.", "Send the conversation without pictures."),
        ("It does not have the capability `tools`.", "Send the turn without `tools`, or with `tool_choice: none`."),
    ]


def test_a_context_too_small_says_by_how_much() -> None:
    """A model that is too small for the turn names the figures and the limit that would do. Covers R2.5."""
    (rejection,) = rejections(replace(LOCAL, context_tokens=1_200))

    assert rejection.reason == "Its context holds 1200 tokens; the turn needs about 1500 (1000 in, 500 out)."
    assert rejection.hint == "Set `max_tokens` to 200 or less."


def test_a_prompt_beyond_the_context_must_be_shortened() -> None:
    """Where the conversation alone is too long, no limit on the answer helps. Covers R2.5."""
    (rejection,) = rejections(replace(LOCAL, context_tokens=900))

    assert rejection.hint == "Shorten the conversation by about 600 tokens."


def test_an_unknown_context_does_not_exclude() -> None:
    """What is not known is no reason to leave a model out."""
    assert rejections(replace(LOCAL, context_tokens=None)) == ()


@pytest.mark.parametrize(
    ("privacy", "allowed"),
    [
        (Privacy.LOCAL_ONLY, {DataPolicy.LOCAL}),
        (Privacy.NO_TRAINING, {DataPolicy.LOCAL, DataPolicy.NO_TRAINING}),
        (Privacy.ANY, set(DataPolicy)),
    ],
)
def test_privacy_lets_through_only_what_it_allows(privacy: Privacy, allowed: set[DataPolicy]) -> None:
    """What may leave the machine is a hard condition, and an unknown policy is not eligible. Covers R2.5."""
    task = needing(ModelRequirements(privacy=privacy))

    assert {policy for policy in DataPolicy if not rejections(replace(CLOUD, data_policy=policy), task)} == allowed


def test_privacy_names_the_rule_that_would_let_a_model_in() -> None:
    """The hint is the narrowest rule that would do, or the provider's setting where its terms allow. Covers R2.5."""
    local_only = needing(ModelRequirements(privacy=Privacy.LOCAL_ONLY))
    no_training = needing(ModelRequirements(privacy=Privacy.NO_TRAINING))

    assert "`privacy: no_training`" in rejections(CLOUD, local_only)[0].hint
    assert "`privacy: any`" in rejections(replace(CLOUD, data_policy=DataPolicy.MAY_TRAIN), no_training)[0].hint
    assert "data_policy" in rejections(replace(CLOUD, data_policy=DataPolicy.UNKNOWN), no_training)[0].hint


def test_a_price_above_the_ceiling_says_which_ceiling_would_do() -> None:
    """A model that is too dear names what the turn may cost there. Covers R2.5."""
    (rejection,) = rejections(CLOUD, needing(ModelRequirements(max_cost_usd=0.001)))

    assert rejection.reason == "This turn may cost $0.003000 there, more than $0.001000."
    assert rejection.hint.startswith("Raise `max_cost_usd` to 0.003000")


def test_an_unknown_price_is_not_eligible_under_a_ceiling() -> None:
    """Where spending is limited, a model whose price nobody knows is left out; elsewhere it is not."""
    card = replace(CLOUD, price=None)

    assert len(rejections(card, needing(ModelRequirements(max_cost_usd=10)))) == 1
    assert rejections(card) == ()


def test_a_price_at_the_ceiling_qualifies() -> None:
    """A ceiling is the most that a turn may cost, not less."""
    card = replace(CLOUD, price=Price(Decimal(1), Decimal(0)))

    assert rejections(card, needing(ModelRequirements(max_cost_usd=0.001))) == ()


def test_a_model_that_is_not_for_auto_answers_when_it_is_named() -> None:
    """A model kept out of `auto` is left out unless somebody asks for it. Covers R2.5."""
    card = replace(CLOUD, in_auto=False)

    assert [r.hint for r in rejections(card)] == ["Ask for `cloud:large`."]
    assert rejections(card, needing(ModelRequirements(named=frozenset({card.ref})))) == ()


def test_only_named_models_may_answer_where_others_are_forbidden() -> None:
    """A route, or a strict request, is never answered by somebody else. Covers R2.5."""
    task = needing(ModelRequirements(named=frozenset({LOCAL.ref}), only_named=True))

    assert rejections(LOCAL, task) == ()
    assert [r.reason for r in rejections(CLOUD, task)] == ["Only the models that were asked for may answer."]


def test_every_lack_is_told_at_once() -> None:
    """A model that fails several needs says all of them, so that one change is not followed by the next refusal."""
    task = needing(ModelRequirements(frozenset({Capability.TOOLS}), 9_000, Privacy.LOCAL_ONLY, 0.000001))

    assert len(rejections(replace(CLOUD, in_auto=False), task)) == 5


@pytest.mark.parametrize(
    ("capability", "loss"),
    [
        (Capability.TOOLS, LossKind.TOOLS),
        (Capability.IMAGES, LossKind.IMAGES),
        (Capability.JSON_OBJECT, LossKind.JSON_OBJECT),
        (Capability.JSON_SCHEMA, LossKind.JSON_SCHEMA),
        (Capability.SYSTEM_ROLE, LossKind.SYSTEM_ROLE),
        (Capability.SEED, None),
        (Capability.PREFILL, None),
    ],
)
def test_a_lack_says_what_a_request_could_do_without(capability: Capability, loss: LossKind | None) -> None:
    """What can be put in words is mended by an adapted request, and told as a loss. Covers R5.5."""
    task = needing(ModelRequirements(capabilities=frozenset({capability})))

    (rejection,) = rejections(replace(CLOUD, capabilities=frozenset({Capability.CHAT})), task)

    assert (rejection.loss, rejection.adapts) == (loss, loss is not None)


def test_a_tool_that_must_be_called_is_not_done_without() -> None:
    """Where the answer has to be a tool call, no model without tools stands in."""
    task = needing(ModelRequirements(capabilities=frozenset({Capability.TOOLS}), must_call_tool=True))

    assert [r.adapts for r in rejections(CLOUD, task)] == [False]


@pytest.mark.parametrize(
    ("context_tokens", "max_output_tokens", "least_tokens", "loss"),
    [
        (1_200, None, 1_200, LossKind.TURNS),
        (1_199, None, 1_200, None),
        (1_199, 100, 1_200, LossKind.TURNS),
        (1_200, None, None, None),
    ],
)
def test_a_context_too_small_adapts_while_the_newest_turn_fits(
    context_tokens: int, max_output_tokens: int | None, least_tokens: int | None, loss: LossKind | None
) -> None:
    """A shorter conversation is an adaptation only where the system words, the last turn and the answer still fit."""
    card = replace(LOCAL, context_tokens=context_tokens, max_output_tokens=max_output_tokens)
    task = needing(
        ModelRequirements(least_tokens=least_tokens, context_tokens=2_500), replace(TURN, input_tokens=2_000)
    )

    assert [r.loss for r in rejections(card, task)] == [loss]


def test_what_must_not_be_is_never_adapted() -> None:
    """No adaptation mends privacy, price, names or a step that somebody has to take first."""
    only_others = ModelRequirements(
        privacy=Privacy.LOCAL_ONLY, max_cost_usd=0.0, named=frozenset({LOCAL.ref}), only_named=True
    )
    found = rejections(replace(CLOUD, status=ModelStatus.MISSING, in_auto=False), needing(only_others))

    assert [rejection.adapts for rejection in found] == [False] * 4


def test_only_resting_passes_by_itself() -> None:
    """A model that rests will be back; everything else needs somebody's doing."""
    assert [r.is_passing for r in rejections(CLOUD, evidence=Evidence(resting={CLOUD.ref: "failures."}))] == [True]
    assert [r.is_passing for r in rejections(replace(CLOUD, status=ModelStatus.WITHDRAWN))] == [False]


def test_a_model_that_nobody_allowed_is_left_out_with_what_to_do() -> None:
    """Where somebody has decided who may answer such turns, nobody else does, and it cannot be adapted. Covers R2.5."""
    task = needing(ModelRequirements(allowed=frozenset({LOCAL.ref})))
    (rejection,) = rejections(CLOUD, task)

    assert "safety.allowed_for_therapeutic" in rejection.reason
    assert f"`{CLOUD.ref}`" in rejection.hint
    assert (rejection.adapts, rejection.not_able_now) == (False, False)
    assert rejections(LOCAL, task) == ()
    assert (may_answer(CLOUD, task), may_answer(LOCAL, task), may_answer(CLOUD, TURN)) == (False, True, True)


def test_a_model_that_is_asked_for_by_name_has_to_be_allowed_as_well() -> None:
    """A name in a request is no decision about therapeutic turns."""
    task = needing(ModelRequirements(allowed=frozenset({LOCAL.ref}), named=frozenset({CLOUD.ref})))

    assert len(rejections(CLOUD, task)) == 1
