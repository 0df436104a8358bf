"""Which words speak for which task, in English, Spanish, French, German and Portuguese.

Cues are words and short phrases in lower case, without punctuation, chosen by hand. A text is read once for all cues of
a list, so that the size of these lists costs nothing on the request path.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import filterfalse
from typing import Final

from ahocorasick_rs import BytesAhoCorasick, Implementation

from segue.domain.models import TaskType
from segue.domain.values import made_often


@made_often
@dataclass(frozen=True, slots=True)
class Words:
    """A text made ready for looking up cues: its words in lower case, in order. They never show in a repr."""

    ordered: tuple[str, ...] = field(repr=False)
    padded: bytes = field(repr=False)
    """The words joined by single spaces, with one at each end, in UTF-8."""

    @classmethod
    def of(cls, ordered: Iterable[str]) -> Words:
        """Make ready what a word pattern found."""
        words = tuple(ordered)
        return cls(words, _padded(words))


def _padded(words: Iterable[str]) -> bytes:
    return f" {' '.join(words)} ".encode()


def phrases_of(*lines: str) -> frozenset[str]:
    """The phrases of lines in which commas stand between them."""
    return frozenset(phrase.strip() for line in lines for phrase in line.split(","))


class CueList:
    """Phrases that speak for one thing."""

    def __init__(self, *lines: str) -> None:
        self.phrases = phrases_of(*lines)
        self._longest_words = frozenset(max(phrase.split(), key=len) for phrase in self.phrases)
        """One word of each phrase: a text with none of these has no phrase, and is not searched."""
        padded = [f" {phrase} ".encode() for phrase in self.phrases]
        # Few texts come to it, so it need not be the fastest: a table of all of them would take two megabytes more.
        self._search = BytesAhoCorasick(padded, implementation=Implementation.ContiguousNFA)

    def is_in(self, words: Words, *, leaving_out: frozenset[str] = frozenset()) -> bool:
        """Whether a text has one of them; `leaving_out`: words that may stand within a phrase, or between its words."""
        if self._longest_words.isdisjoint(words.ordered):
            return False
        if self._search.find_matches_as_indexes(words.padded):
            return True
        if leaving_out.isdisjoint(words.ordered):
            return False
        plain = _padded(filterfalse(leaving_out.__contains__, words.ordered))
        return bool(self._search.find_matches_as_indexes(plain))


TASK_CUES: Final[dict[TaskType, CueList]] = {
    TaskType.THERAPEUTIC_RESPONSE: CueList(
        "therapist, therapeutic, therapy, counsellor, counselor, counselling, counseling, psychologist, cbt, dbt,"
        " coping, emotional support, mental health, active listening, cognitive behavioral,"
        " cognitive behavioural, wellbeing",
        "terapeuta, terapéutico, terapéutica, terapia, psicólogo, psicóloga, apoyo emocional, salud mental",
        "thérapeute, thérapeutique, thérapie, psychologue, soutien émotionnel, santé mentale",
        "therapeut, therapeutin, therapeutisch, therapeutische, therapie, psychologin, psychologe,"
        " psychische gesundheit",
        "terapêutico, terapêutica, psicóloga, apoio emocional, saúde mental",
    ),
    TaskType.CONSEQUENCE_ANALYSIS: CueList(
        "consequence, consequences, what happens if, what would happen, what will happen, repercussions, aftermath,"
        " outcome of, result of my choice, result of this choice, as a result of",
        "consecuencia, consecuencias, qué pasa si, qué pasaría si, qué ocurre si",
        "conséquence, conséquences, que se passe t il si, qu'arrive t il si, que se passerait",
        "konsequenz, konsequenzen, folgen, was passiert wenn, was geschieht wenn, was würde passieren",
        "consequência, consequências, o que acontece se, o que aconteceria",
    ),
    TaskType.CHOICE_GENERATION: CueList(
        "choices, options, what can i do, what are my options, offer choices, give me choices, next moves,"
        " possible actions, choose from, decision points, branching",
        "opciones, elecciones, qué puedo hacer, posibles acciones, alternativas",
        "choix, que puis je faire, actions possibles",
        "optionen, auswahlmöglichkeiten, wahlmöglichkeiten, was kann ich tun, mögliche aktionen",
        "opções, escolhas, o que posso fazer, ações possíveis",
    ),
    TaskType.CHARACTER_DEVELOPMENT: CueList(
        "backstory, character arc, character development, develop the character, develop a character, protagonist,"
        " antagonist, character sheet, character profile, motivation of, personality traits, create a character",
        "desarrollo de personaje, desarrollo del personaje, protagonista, trasfondo, crea un personaje",
        "développement du personnage, développe le personnage, protagoniste, crée un personnage",
        "charakterentwicklung, hintergrundgeschichte, protagonist, protagonistin, erschaffe eine figur",
        "desenvolvimento do personagem, protagonista, história de fundo, crie um personagem",
    ),
    TaskType.WORLD_BUILDING: CueList(
        "worldbuilding, world building, build a world, build the world, create a world, describe the world, lore,"
        " geography, kingdom, kingdoms, factions, magic system, the setting, history of the realm",
        "construcción de mundos, crea un mundo, describe el mundo, reino, facciones, sistema de magia",
        "construction du monde, crée un monde, décris le monde, royaume, factions, système de magie",
        "weltenbau, erschaffe eine welt, beschreibe die welt, königreich, fraktionen, magiesystem",
        "construção de mundo, crie um mundo, descreva o mundo, facções, sistema de magia",
    ),
    TaskType.DIALOGUE_GENERATION: CueList(
        "dialogue, dialog, npc, in character, stay in character, speak as, speaks to, talk to the, ask the, reply as,"
        " conversation between, lines for, roleplay, role play",
        "diálogo, diálogos, habla como, responde como, conversación entre, personaje no jugador",
        "dialogue entre, parle comme, réponds comme, conversation entre, pnj",
        "dialoge, sprich als, antworte als, gespräch zwischen, nsc",
        "fale como, responda como, conversa entre",
    ),
    TaskType.NARRATIVE_GENERATION: CueList(
        "story, narrative, narrator, narrate, storyteller, storytelling, scene, chapter, tale, once upon a time,"
        " text adventure, interactive fiction, continue the story, dungeon master, game master, i walk, i enter,"
        " i open",
        "historia, cuento, narrador, narradora, narra, escena, capítulo, érase una vez, aventura",
        "histoire, récit, conte, narrateur, narratrice, raconte, scène, chapitre, il était une fois, aventure",
        "geschichte, erzähler, erzählerin, erzähle, szene, kapitel, märchen, es war einmal, abenteuer",
        "história, conto, narrador, narre, cena, era uma vez, aventura",
    ),
}
"""In the order of precedence among tasks with equally many points: the task that needs most care comes first."""
PRECEDENCE: Final = {task: place for place, task in enumerate(TASK_CUES)}
"""Of each task, lowest first."""


def _tasks_of_cues() -> dict[str, list[TaskType]]:
    found: dict[str, list[TaskType]] = {}
    for task, cues in TASK_CUES.items():
        for phrase in cues.phrases:
            found.setdefault(f" {phrase} ", []).append(task)
    return found


_TASKS_OF_CUES: Final = _tasks_of_cues()
_CUES: Final = BytesAhoCorasick(map(str.encode, _TASKS_OF_CUES), implementation=Implementation.DFA)
"""Every cue of every task: a text is read once for all of them."""
_TASKS: Final = tuple(_TASKS_OF_CUES.values())
"""For each cue, in the order in which the search knows them, the tasks that it speaks for."""


def task_points(words: Words) -> dict[TaskType, int]:
    """How many different cues of each task a text has; tasks without any are absent."""
    counts: dict[TaskType, int] = {}
    for cue in {cue for cue, _, _ in _CUES.find_matches_as_indexes(words.padded, overlapping=True)}:
        for task in _TASKS[cue]:
            counts[task] = counts.get(task, 0) + 1
    return counts
