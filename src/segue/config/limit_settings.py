"""The settings of limits: how much may be asked within a minute, and how much at once."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, Field, ValidationInfo, field_validator, model_validator

from segue.config.section import MODEL_PATTERN, NAME_PATTERN, Section
from segue.domain.limits import MOST_COUNTED
from segue.domain.scopes import ScopeKind

Count = Annotated[int, Field(ge=1, le=MOST_COUNTED)]


class LimitSettings(Section):
    """A limit for one provider, model, caller, session or tag, for each of its kind, or for everything together."""

    scope: ScopeKind
    """What it is counted for: `global`, `provider`, `model`, `caller`, `session` or `tag`."""
    name: Annotated[str, Field(min_length=1, max_length=256)] | None = None
    """Whose limit it is: a provider's name, `provider:name` of a model, a caller's name, a session's hash, a tag. It
    holds in place of one without a name. Empty: each has its own; for `global` there is nothing to name."""
    requests_per_minute: Count | None = None
    """Most requests within any 60 seconds."""
    tokens_per_minute: Count | None = None
    """Most tokens within any 60 seconds, in and out; taken by estimate, and put right after the answer."""
    concurrent: Count | None = None
    """Most requests under way at once."""

    @field_validator("name")
    @classmethod
    def _fits_its_scope(cls, name: str | None, others: ValidationInfo) -> str | None:
        scope = others.data.get("scope")
        if name is None or scope is None:
            return name
        if scope is ScopeKind.GLOBAL:
            raise ValueError("`global` is everything together and takes no name: leave it out")
        if scope is ScopeKind.MODEL and re.fullmatch(MODEL_PATTERN, name) is None:
            raise ValueError("A model is written `provider:name`")
        if scope is ScopeKind.PROVIDER and re.fullmatch(NAME_PATTERN, name) is None:
            raise ValueError("A provider has the name under which it stands in `providers`, as `openrouter`")
        return name

    @model_validator(mode="after")
    def _limits_something(self) -> LimitSettings:
        if self.requests_per_minute is None and self.tokens_per_minute is None and self.concurrent is None:
            raise ValueError("This limits nothing: give `requests_per_minute`, `tokens_per_minute` or `concurrent`")
        return self


def _each_once(limits: tuple[LimitSettings, ...]) -> tuple[LimitSettings, ...]:
    seen: set[tuple[ScopeKind, str | None]] = set()
    for limit in limits:
        if (limit.scope, limit.name) in seen:
            of = f"`{limit.scope}` '{limit.name}'" if limit.name else f"`{limit.scope}` without a name"
            raise ValueError(f"There are two limits for {of}: write their figures into one")
        seen.add((limit.scope, limit.name))
    return limits


Limits = Annotated[tuple[LimitSettings, ...], AfterValidator(_each_once)]
