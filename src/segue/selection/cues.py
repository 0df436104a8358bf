"""Which words speak for which task, and which for a person who tells of distress; in English, Spanish, French, German
and Portuguese.

Cues are words and short phrases in lower case, without punctuation, chosen by hand. They are looked up in a set of the
text's words, so that the size of these lists costs nothing on the request path.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from segue.domain.models import TaskType


@dataclass(frozen=True, slots=True)
class Words:
    """A text made ready for looking up cues: its words in lower case, in order."""

    ordered: tuple[str, ...]
    distinct: frozenset[str]
    padded: str
    """The words joined by single spaces, with one at each end."""

    @classmethod
    def of(cls, ordered: Iterable[str]) -> Words:
        """Make ready what a word pattern found."""
        words = tuple(ordered)
        return cls(words, frozenset(words), f" {' '.join(words)} ")


class CueList:
    """Phrases that speak for one thing."""

    def __init__(self, *lines: str) -> None:
        phrases = [phrase.strip() for line in lines for phrase in line.split(",")]
        self._single = frozenset(phrase for phrase in phrases if " " not in phrase)
        self._longer: dict[str, tuple[str, ...]] = {}
        for phrase in phrases:
            if " " in phrase:
                first = phrase.split(" ", 1)[0]
                self._longer[first] = (*self._longer.get(first, ()), f" {phrase} ")

    def count(self, words: Words) -> int:
        """How many different cues a text has."""
        found = len(self._single & words.distinct)
        for first in self._longer.keys() & words.distinct:
            found += sum(phrase in words.padded for phrase in self._longer[first])
        return found


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

DISTRESS_CUES: Final = CueList(
    "anxious, anxiety, depressed, depression, panic, panicking, lonely, loneliness, hopeless, worthless, overwhelmed,"
    " grief, grieving, ashamed, trauma, traumatised, traumatized, suicidal, suicide, nightmares, crying, heartbroken,"
    " self harm, selfharm, burnout, desperate, miserable, abused, scared, terrified, i'm sad, i am sad, i feel, i felt,"
    " i'm afraid, i am afraid, i'm feeling, i've been feeling, feel empty, feel numb, feel alone, hate myself,"
    " hurt myself, hurting myself, cut myself, kill myself, end my life, want to die, wanna die, end it all,"
    " passed away, can't cope, can't sleep, can't go on, can't take it, no one cares, nobody cares, give up,"
    " broke up with me, no reason to live, better off without me",
    "ansioso, ansiosa, ansiedad, deprimido, deprimida, depresión, pánico, suicidarme, suicidio, agobiado, agobiada,"
    " me siento, estoy triste, tengo miedo, sin esperanza, quiero morir, matarme, hacerme daño, no puedo más,"
    " nadie me quiere, me odio, duelo, angustia, sola en el mundo, solo en el mundo",
    "anxieux, anxieuse, angoisse, angoissé, angoissée, déprimé, déprimée, dépression, panique, suicide, suicider,"
    " deuil, je me sens, je suis triste, j'ai peur, désespéré, désespérée, je veux mourir, me tuer, me faire du mal,"
    " je n'en peux plus, personne ne m'aime, je me déteste",
    "ängstlich, angst, depressiv, depression, panikattacke, panik, einsam, hoffnungslos, wertlos, überfordert, trauer,"
    " selbstmord, suizid, ich fühle mich, ich bin traurig, ich habe angst, verzweifelt, sterben will, will sterben,"
    " mich umbringen, mir wehtun, mich ritzen, kann nicht mehr, niemand mag mich, ich hasse mich",
    "ansiedade, deprimido, deprimida, depressão, pânico, suicídio, sinto me, me sinto, eu sinto, estou triste,"
    " tenho medo, desesperado, desesperada, sem esperança, quero morrer, me matar, me machucar, não aguento mais,"
    " ninguém me ama, me odeio, luto, angústia, sozinha no mundo, sozinho no mundo",
)
"""A person tells of distress. It errs towards care: a turn that is taken for therapeutic has stricter privacy and never
prefers a demonstration model. It is not a safety check: `segue.safety` is."""


def task_points(words: Words) -> dict[TaskType, int]:
    """How many different cues of each task a text has; tasks without any are absent."""
    counts = {task: cues.count(words) for task, cues in TASK_CUES.items()}
    return {task: count for task, count in counts.items() if count}


def tells_of_distress(texts: Sequence[Words]) -> bool:
    """Whether any of a person's messages has a cue of distress."""
    return any(DISTRESS_CUES.count(words) for words in texts)
