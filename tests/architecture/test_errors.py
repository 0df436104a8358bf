"""The whole tree of errors: what every class promises to programs, to operators and to the one who talks."""

from __future__ import annotations

import ast
import inspect
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from segue import errors
from segue.domain.models import ModelRef
from segue.errors import ContextTooLong, PromptTooLong, ProviderError, RequestError, SegueError, Silent
from segue.server import refusals

OURS = [kind for kind in vars(errors).values() if inspect.isclass(kind) and issubclass(kind, SegueError)]
EVERY = [
    *OURS,
    *(
        k
        for k in vars(refusals).values()
        if inspect.isclass(k) and issubclass(k, RequestError) and k is not RequestError
    ),
]
KINDS = {"api_error", "invalid_request_error", "authentication_error", "permission_error", "rate_limit_error"}
"""What OpenAI's clients know as `type` of an error."""
SAME_CODE = {ContextTooLong, PromptTooLong}
"""Two classes that mean one thing to a program: the conversation has to become shorter."""
JARGON = re.compile(
    r"\b(?:api|http|json|model|provider|token|server|client|request|key|credit|context|stream|worker|process|config\w*"
    r"|setting|database|store|timeout|status|code|invalid|exception|fallback|upstream|gateway|null|field)s?\b",
    re.IGNORECASE,
)
BLAME = re.compile(
    r"\byour (?:fault|mistake|error)|\byou (?:must|have to|should|failed|forgot|sent)|\bwrong with you", re.IGNORECASE
)
HINTED_ELSEWHERE = {"WrongMethod": "its own __init__ makes the hint of the methods that are allowed"}
"""Classes whose hint does not stand where they are made, with the reason."""

every_error = pytest.mark.parametrize("kind", EVERY, ids=lambda kind: kind.__name__)
every_of_ours = pytest.mark.parametrize("kind", OURS, ids=lambda kind: kind.__name__)


@every_of_ours
def test_every_error_has_words_of_its_own_for_a_person(kind: type[SegueError]) -> None:
    """Whoever talks reads one or two plain sentences, without jargon, blame or a promise in vain. Covers R5.4."""
    words = kind.for_person

    assert "for_person" in vars(kind), "each class says for itself what a person reads"
    assert re.fullmatch(r"[A-Z][^\n]*\.", words)
    assert len(words) <= 120
    assert not JARGON.search(words)
    assert not BLAME.search(words)
    assert ("try again" in words.lower()) is kind.retryable


@every_error
def test_every_error_tells_programs_what_they_need(kind: type[SegueError]) -> None:
    """A stable code, a status of HTTP, a type that clients know, and whether trying again makes sense."""
    assert re.fullmatch(r"[a-z]+(?:_[a-z]+)*", kind.code)
    assert "code" in vars(kind)
    assert 400 <= kind.http_status < 600
    assert kind.kind in KINDS
    assert (kind.kind in {"api_error", "rate_limit_error"}) or kind.http_status < 500
    assert not (kind.retryable and kind.kind == "invalid_request_error")
    assert kind.__doc__


def test_no_two_errors_share_a_code() -> None:
    """A program that reads the code knows what happened; the one pair that shares means one thing."""
    shared = {code for code, times in Counter(kind.code for kind in EVERY).items() if times > 1}
    assert {kind for kind in EVERY if kind.code in shared} == SAME_CODE


def test_every_error_stands_in_the_drawing_of_the_tree() -> None:
    """The module's own overview leaves none out and draws none that is gone."""
    drawing = (errors.__doc__ or "").split("\n\n")[1]
    drawn = set(re.findall(r"\b[A-Z][a-z]+(?:[A-Z][a-z]+)+\b|\bSilent\b", drawing)) - {"ExceptionGroup"}
    names = {kind.__name__ for kind in OURS}
    assert [name for name in names if not re.search(rf"\b{name}\b", drawing)] == []
    assert drawn <= names


def makings(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """Where a file makes one of our errors."""
    names = {kind.__name__ for kind in EVERY}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
            yield node.func.id, node


def is_hinted(name: str, call: ast.Call) -> bool:
    """Whether whoever reads this error learns what to do."""
    kind = next(kind for kind in EVERY if kind.__name__ == name)
    given = {keyword.arg for keyword in call.keywords}
    # A refusal that names its field says in its message what the field has to be.
    names_its_field = issubclass(kind, RequestError) and "param" in given
    return bool("hint" in given or kind.usual_hint or names_its_field or name in HINTED_ELSEWHERE)


def test_every_error_that_is_made_says_what_to_do(repository: Path) -> None:
    """Wherever an error is made, an operator or a caller is told the way out."""
    made = [
        (f"{path.relative_to(repository)}:{call.lineno}: {name}", is_hinted(name, call))
        for path in sorted((repository / "src").rglob("*.py"))
        for name, call in makings(path)
    ]

    assert len(made) > 100
    assert [place for place, hinted in made if not hinted] == []


def test_every_kind_of_attempt_s_error_has_a_usual_hint() -> None:
    """Providers, also those of others, may leave the hint out."""
    kinds = [kind for kind in OURS if issubclass(kind, ProviderError) and kind is not ProviderError]
    assert [kind.__name__ for kind in kinds if not kind.usual_hint.endswith(".")] == []


def test_only_what_every_model_would_refuse_stops_a_turn() -> None:
    """Another model is asked after every failure but one."""
    kinds = [kind for kind in OURS if issubclass(kind, ProviderError)]
    assert [kind.__name__ for kind in kinds if kind.stops_turn] == ["RequestRefused"]


def test_error_without_a_hint_of_its_own_has_the_usual_one() -> None:
    """What is known better at the place stands in place of it."""
    model = ModelRef("p", "m")

    assert Silent("No word.", model=model).hint == Silent.usual_hint
    assert Silent("No word.", model=model, hint="Wake it.").hint == "Wake it."
