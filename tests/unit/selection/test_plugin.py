"""A third party adds a criterion without changing Segue."""

from dataclasses import replace

from typing_extensions import override

from segue.domain.choice import Evidence, Score, TaskProfile
from segue.domain.models import ModelCard, ModelRef
from segue.plugins import Seam
from segue.selection.contract import Criterion, Opinion
from segue.selection.requirements import Requirements
from segue.selection.selector import ModelSelector
from tests.unit.selection.examples import CLOUD, TURN


class Speaks(Criterion):
    """Prefers models whose maker names the language of the turn."""

    name = "speaks"

    @override
    def judge(self, card: ModelCard, task: TaskProfile, evidence: Evidence) -> Opinion:
        if task.language is None or card.languages is None:
            return Score(self.name, None, "Its languages, or the turn's, are not known.")
        if task.language in card.languages:
            return Score(self.name, 1.0, f"Its maker names {task.language}.")
        return Score(self.name, 0.0, f"Its maker does not name {task.language}.")


def test_a_criterion_of_somebody_else_takes_part_in_the_choice() -> None:
    """A class that keeps the contract, found through the seam, is weighed like a built-in one. Covers R2.2."""
    seam: Seam[type[Criterion]] = Seam("segue.criteria", "criterion", {"speaks": f"{__name__}:Speaks"})
    polyglot = replace(CLOUD, ref=ModelRef("cloud", "polyglot"), languages=frozenset({"en", "fr"}))
    selector = ModelSelector((Requirements(), seam.load("speaks")()), {"speaks": 1.0})

    best, second = selector.rank([CLOUD, polyglot], TURN, Evidence()).ranked

    assert (best.card.ref.name, best.total, best.scores[0].because) == ("polyglot", 1.0, "Its maker names en.")
    assert (second.card.ref.name, second.total, second.scores[0].value) == ("large", 0.0, None)


def test_a_number_that_is_no_score_is_taken_as_unknown() -> None:
    """A plug-in that gives 3 instead of a share gets no points for it, and the explanation says so."""

    class Boasts(Criterion):
        name = "boasts"

        @override
        def judge(self, card: ModelCard, task: TaskProfile, evidence: Evidence) -> Opinion:
            return Score(self.name, 3.0, "The best.")

    (ranked,) = ModelSelector((Boasts(),), {"boasts": 1.0}).rank([CLOUD], TURN, Evidence()).ranked

    assert (ranked.total, ranked.scores[0].value) == (0.0, None)
    assert "outside 0 to 1" in ranked.scores[0].because
