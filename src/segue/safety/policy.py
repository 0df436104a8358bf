"""One verdict of what all checks find: pass, answer with written words, or stop. It fails closed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import lru_cache, partial

from segue.domain.chat import ChatRequest, Message, Role
from segue.domain.findings import AnswerScore, Category, Finding, Measure, RiskScore, Subject, Verdict
from segue.domain.models import SafetyLevel
from segue.domain.resources import WrittenReply
from segue.domain.values import made_often
from segue.safety.boundaries import Boundaries
from segue.safety.care import answers_with_care
from segue.safety.confirming import only_says_safe
from segue.safety.contract import CHECKS, Check, Classifier, Direction
from segue.safety.hearing import Earlier, EarlierWords, heard
from segue.safety.helplines import Helplines, packaged_helplines
from segue.safety.judging import CRISIS, EARLIER, gravest_of, guarded, on_answer, on_person
from segue.safety.policy_table import PolicyTable, Setting, Turn, packaged_policy
from segue.safety.reading.normalize import Utterance, fold
from segue.safety.replies import reply, written_replies
from segue.safety.replying import Replies
from segue.safety.rows.surroundings import ORDINARY
from segue.safety.standing import Standing, standing

CLASSIFIER = "classifier"
"""Name of the classifier among the checks of a finding."""
_FAREWELL = "goodbye."
"""With what the code of a farewell begins: moderate ones end many an ordinary letter."""


@made_often
@dataclass(frozen=True, slots=True)
class Reading:
    """What rules found in a person's words, before it is weighed."""

    newest: str = field(repr=False)
    """The newest words: every message since the last answer."""
    found: tuple[Finding, ...]
    earlier: Earlier = field(default=(), repr=False)
    """Earlier messages, newest first, each with what was found in it."""


class TherapeuticSafetyValidator:
    """Screens what people write and what models answer, by every check; the built-in ones cannot be left out.

    Rules read first, then the classifier, if there is one, reads the newest message; it raises what rules found and
    never lowers it. A verdict is degraded where no classifier read it, where it failed, and where its thresholds were
    not made for the language (`docs/decisions/0005`). Reading the replies and preparing the rules takes a moment: make
    one at start and keep it. It may be shared. Its one state is what rules found in earlier messages, without their
    words.
    """

    def __init__(
        self,
        checks: Sequence[Check] | None = None,
        classifier: Classifier | None = None,
        *,
        policy: PolicyTable | None = None,
        helplines: Helplines | None = None,
    ) -> None:
        """`policy` and `helplines`: an operator's own; None: those that come with Segue.

        A model may name the numbers of helplines that are fresh when this is made.
        """
        self.policy = policy or packaged_policy()
        self.helplines = helplines or packaged_helplines()
        numbers = Boundaries(self.helplines.allowed_numbers(datetime.now(UTC).date()))
        builtin = [numbers if name == Boundaries.name else CHECKS.load(name)() for name in CHECKS.builtins]
        names = {check.name for check in builtin}
        every = (*builtin, *(check for check in checks or () if check.name not in names))
        self._input = tuple(check for check in every if Direction.INPUT in check.directions)
        self._output = tuple(check for check in every if Direction.OUTPUT in check.directions)
        self.span_chars = max(check.span_chars for check in self._output)
        """Longest stretch that a finding in an answer can cover: a stream must hold back at least that much."""
        self._classifier = classifier
        self._replies = Replies(self.policy, self.helplines)
        self._nothing = on_person((), self.policy, Setting.GENERAL, score=None, is_degraded=False)
        self._nothing_by_rules = replace(self._nothing, is_degraded=True)
        self._earlier = EarlierWords(partial(self._find, self._input))  # a call of ours would hold us: a circle
        written_replies()

    def prepare(self) -> Iterator[None]:
        """Compile every rule, one a step, some 0.8 s of processor: in a thread behind the start, or else rule by rule
        in the turns that need one first."""
        for check in (*self._input, *self._output):
            for rule in getattr(check, "rules", ()):
                _ = rule.regex
                yield

    def screen(
        self,
        conversation: ChatRequest | Sequence[Message],
        *,
        language: str | None = None,
        setting: Setting = Setting.GENERAL,
    ) -> Verdict:
        """What the person's words call for. The newest are read whole, earlier ones for risk, nobody else's at all.

        `action` is PASS or REPLACE. Findings in earlier messages have codes that begin with `earlier.` and no place;
        they do not replace an answer by themselves, but make a moderate finding in the newest words a high one.
        """
        reading = self.read(conversation, language=language)
        is_unread = not reading.newest and self._classifier is not None
        return self.weighed(reading, self._score(reading, language), setting=setting, is_unread=is_unread)

    def read(self, conversation: ChatRequest | Sequence[Message], *, language: str | None = None) -> Reading:
        """What rules find in the person's newest words, and in those before them."""
        messages = conversation.messages if isinstance(conversation, ChatRequest) else conversation
        newest, earlier = heard(messages)
        for _ in self.steps(earlier, language=language):
            pass
        return self.read_newest(newest, self.known(earlier, language=language), language=language)

    def steps(self, earlier: Sequence[str], *, language: str | None) -> Iterator[int]:
        """Read what is not remembered of earlier messages (`hearing.heard`), a piece a step, so that others' turns may
        come in between; its characters."""
        return self._earlier.steps(earlier, language)

    def known(self, earlier: Sequence[str], *, language: str | None) -> Earlier:
        """What was found in earlier messages."""
        return self._earlier.known(earlier, language)

    def read_newest(self, text: str, earlier: Earlier = (), *, language: str | None = None) -> Reading:
        """What rules find in newest words, beside what was found before them."""
        return Reading(text, tuple(self._find(self._input, text, language)), earlier)

    def weighed(
        self,
        reading: Reading,
        score: RiskScore | None,
        *,
        setting: Setting = Setting.GENERAL,
        is_known: bool = False,
        is_unread: bool = False,
    ) -> Verdict:
        """The verdict on what was read, as `screen` gives it. `score`: the classifier's; None where it gave none.

        `is_unread`: a classifier is there and had nothing to read, or nothing to add; that is no degraded screening.
        `is_known`: what is kept of the session weighs what was said earlier, so it does not count here once more.
        """
        is_degraded = not is_unread and (score is None or not score.is_calibrated)
        if not (reading.found or reading.earlier or score):  # nearly every turn
            return self._nothing_by_rules if is_degraded else self._nothing
        found = list(reading.found)
        if score is not None and not found and _is_soft(score) and only_says_safe(reading.newest):
            score = replace(score, probability=0.0, level=SafetyLevel.NONE)
        if score is not None:
            found += _raised_by(score, found, reading.newest)
        grave = dict.fromkeys(f for _, said in reading.earlier for f in said if self._is_grave(f))
        before = list(dict.fromkeys(map(_as_earlier, grave)))
        if before and not is_known:
            found = [_raised(f) for f in found]
        if not (found or before or score):
            return self._nothing_by_rules if is_degraded else self._nothing
        return on_person([*found, *before], self.policy, setting, score=score, is_degraded=is_degraded)

    def earlier(self, reading: Reading) -> Iterator[tuple[Verdict, str]]:
        """The verdict on each earlier message alone, and its text; oldest first."""
        for text, found in reversed(reading.earlier):
            if found:
                yield on_person(found, self.policy, Setting.GENERAL, score=None, is_degraded=True), text
            else:
                yield self._nothing_by_rules, text

    def in_setting(self, verdict: Verdict, setting: Setting) -> Verdict:
        """A verdict on a person's words once it is known what the talk is for."""
        if not verdict.findings:
            return verdict
        return on_person(verdict.findings, self.policy, setting, score=verdict.score, is_degraded=verdict.is_degraded)

    @staticmethod
    def guarded(verdict: Verdict) -> Verdict:
        """The verdict in guarded mode: written words answer whatever calls for help to be named."""
        return guarded(verdict)

    def screen_output(
        self,
        text: str,
        *,
        language: str | None = None,
        therapeutic: bool = False,
        is_adult: bool = False,
        is_degraded: bool | None = None,
    ) -> Verdict:
        """Whether a model's words may be shown. `action` is PASS or STOP. Arguments of tool calls are words too.

        `therapeutic`: the turn is; more is stopped there. `is_adult`: the person is known to be of age; an age that
        nobody knows is none. `is_degraded`: the turn is; None: as this validator's own verdicts are.
        """
        is_degraded = self._classifier is None if is_degraded is None else is_degraded
        found = self._find(self._output, text, language)
        if not found:
            return self._nothing_by_rules if is_degraded else self._nothing
        turn = Turn.THERAPEUTIC if therapeutic else Turn.ADULT if is_adult else Turn.ORDINARY
        return on_answer(found, self.policy, turn, is_degraded=is_degraded)

    def screen_care(self, text: str, *, language: str | None, is_degraded: bool) -> Verdict:
        """Whether a whole answer to somebody at risk cares at all: it acknowledges, asks, or names where help is.

        `action` is PASS or STOP.
        """
        if answers_with_care(text, language):
            return self._nothing_by_rules if is_degraded else self._nothing
        found = Finding("care", Category.NO_CARE, SafetyLevel.MODERATE, "no_care")
        return on_answer((found,), self.policy, Turn.THERAPEUTIC, is_degraded=is_degraded)

    def on_harm(self, score: AnswerScore, start: int, end: int, *, therapeutic: bool, is_degraded: bool) -> Verdict:
        """The verdict on a model's words in which the classifier of answers heard harm, as on a rule's finding."""
        found = Finding(CLASSIFIER, score.category, SafetyLevel.HIGH, f"classifier.{score.category}", start, end)
        turn = Turn.THERAPEUTIC if therapeutic else Turn.ORDINARY
        heard = RiskScore(score.probability, found.level, is_calibrated=False, version=score.version)
        return replace(on_answer((found,), self.policy, turn, is_degraded=is_degraded), score=heard)

    def reply_for(
        self,
        verdict: Verdict,
        language: str | None,
        country: str | None = None,
        now: datetime | None = None,
    ) -> WrittenReply:
        """The words that stand in for, or end, the model's answer. Raises ValueError for a verdict that passes.

        Places of help follow where `country` (ISO 3166-1 alpha-2) has fresh records at `now`; without either there
        are none, and the words speak of the local emergency number.
        """
        return self._replies.in_place(verdict, language, country=country, today=now.date() if now else None)

    def over_turns(
        self, code: str, verdict: Verdict, language: str | None, country: str | None, now: datetime
    ) -> WrittenReply:
        """The words that `conversation.advance` asks for by their code; places of help as in `reply_for`."""
        return self._replies.over_turns(code, verdict, language, country=country, today=now.date())

    def additions(
        self,
        verdict: Verdict,
        language: str | None,
        country: str | None = None,
        now: datetime | None = None,
    ) -> tuple[WrittenReply, ...]:
        """What goes behind a model's answer to a person whose words pass: a caring question, where to find help."""
        return self._replies.additions(verdict, language, country=country, today=now.date() if now else None)

    def standing(self, now: datetime) -> Standing:
        """How far people have checked what somebody in danger is shown."""
        return standing(written_replies().values(), self.helplines, today=now.date())

    def check_in(self, language: str | None) -> WrittenReply:
        """The line that every therapeutic answer carries while screening is degraded."""
        return reply("check_in", language)

    def is_grave(self, reading: Reading) -> bool:
        """Whether rules found what written words answer, whatever else is known."""
        return any(map(self._is_grave, reading.found))

    def _is_grave(self, finding: Finding) -> bool:
        return Measure.REPLACE in self.policy.measures(finding, Setting.GENERAL)

    def _score(self, reading: Reading, language: str | None) -> RiskScore | None:
        """What the classifier makes of the newest words; None without one, and where it fails: the verdict says so."""
        if self._classifier is None or not reading.newest:
            return None
        try:
            return self._classifier.score(reading.newest, reading.found, language=language)
        except Exception:  # noqa: BLE001 - a classifier that fails leaves the rules, and the verdict is degraded
            return None

    @staticmethod
    def _find(checks: Iterable[Check], text: str, language: str | None) -> list[Finding]:
        found: list[Finding] = []
        said = text if isinstance(text, Utterance) else Utterance(text)
        for check in checks if text else ():
            try:
                found += check.find(said, language=language)
            except Exception:  # noqa: BLE001 - a check that cannot answer has found something
                found.append(Finding(check.name, Category.SCREENING_FAILED, SafetyLevel.HIGH, "screening_failed"))
        return found


def screen_by_rules(text: str, *, language: str | None = None) -> Verdict:
    """What rules alone make of one message of a person, within a millisecond or so; the verdict is degraded."""
    return _validator().screen((Message(Role.USER, text),), language=language)


@lru_cache(maxsize=1)
def _validator() -> TherapeuticSafetyValidator:
    return TherapeuticSafetyValidator()


def _is_soft(score: RiskScore) -> bool:
    """Such a score of words that only answer "are you safe?" hears their topic, and nothing that they say."""
    return score.level in (SafetyLevel.LOW, SafetyLevel.MODERATE)


def _as_earlier(finding: Finding) -> Finding:
    return replace(finding, level=SafetyLevel.MODERATE, code=f"{EARLIER}{finding.code}", start=0, end=0)


def _raised(finding: Finding) -> Finding:
    is_risk = finding.level is SafetyLevel.MODERATE and finding.category in CRISIS
    is_own = is_risk and finding.subject is Subject.SELF
    return replace(finding, level=SafetyLevel.HIGH) if is_own else finding


def _raised_by(score: RiskScore, found: Sequence[Finding], text: str) -> list[Finding]:
    """The classifier's own finding, where it is graver than what rules found; nothing where it is not.

    It tells how grave, and not what about nor about whom: that is taken from the rules, and without them it is the
    person's own life. Danger at this moment is the person's own, whatever a rule says of a story; but not where rules
    found that it is somebody else's. It tells of danger now only where rules found more than a soft farewell:
    alone it takes thanks for it, and is at most high; and at most moderate of words that only sound like danger.
    """
    crisis = [f for f in found if f.category in CRISIS]
    about = gravest_of([f for f in crisis if f.subject is Subject.SELF] or crisis)
    is_backed = any(f.level.rank > SafetyLevel.MODERATE.rank or not f.code.startswith(_FAREWELL) for f in crisis)
    is_ordinary = not crisis and score.level.rank > SafetyLevel.MODERATE.rank and ORDINARY.search(fold(text).text)
    most = SafetyLevel.IMMINENT if is_backed else SafetyLevel.MODERATE if is_ordinary else SafetyLevel.HIGH
    level = min(score.level, most, key=lambda one: one.rank)
    if level.rank <= (about.level.rank if about else SafetyLevel.NONE.rank):
        return []
    is_story_now = level is SafetyLevel.IMMINENT and about is not None and about.subject is Subject.CHARACTER
    category = about.category if about else Category.SUICIDE
    subject = about.subject if about and not is_story_now else Subject.SELF
    return [Finding(CLASSIFIER, category, level, f"score.{level}", subject=subject)]
