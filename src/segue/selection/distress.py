"""Which words speak for a person who tells of distress, in English, Spanish, French, German and Portuguese.

It errs towards care: a turn that is taken for therapeutic has stricter privacy and never prefers a demonstration model.
It is not a safety check: `segue.safety` is. The words were chosen by hand, as those of `segue.selection.cues`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from segue.selection.cues import CueList, Words, phrases_of


def tells_of_distress(texts: Sequence[Words]) -> bool:
    """Whether any of a person's messages has a cue of distress, also with "so", "very" or "today" within it."""
    for words in texts:  # noqa: SIM110 - every turn asks, and a generator costs more than what it asks for
        if DISTRESS_CUES.is_in(words, leaving_out=FILLERS):
            return True
    return False


def _each(openings: str, feelings: str) -> str:
    """Every opening before every feeling, as one list of cues."""
    return ",".join(
        f"{opening.strip()} {feeling.strip()}" for opening in openings.split(",") for feeling in feelings.split(",")
    )


FILLERS: Final = phrases_of(
    "so, very, really, too, just, such, extremely, totally, completely, incredibly, terribly, deeply, quite, pretty,"
    " always, often, still, also, today, now, simply, a, bit, little",
    "muy, tan, mucho, mucha, tanto, tanta, bastante, demasiado, demasiada, realmente, totalmente, completamente,"
    " profundamente, terriblemente, siempre, hoy, ahora, un, poco, también, simplemente, súper, ya",
    "si, très, tellement, vraiment, trop, tout, toute, assez, plutôt, complètement, totalement, terriblement,"
    " extrêmement, profondément, absolument, simplement, toujours, souvent, aujourd'hui, maintenant, aussi, encore,"
    " peu",
    "sehr, echt, wirklich, total, ganz, einfach, nur, extrem, unglaublich, furchtbar, schrecklich, unendlich, zutiefst,"
    " ziemlich, völlig, komplett, richtig, etwas, ein, bisschen, immer, oft, gerade, heute, jetzt, momentan, wieder,"
    " noch, auch, viel, zu, solche",
    "muito, muita, tão, demais, extremamente, terrivelmente, sempre, hoje, agora, um, pouco, também, bem, meio,"
    " mesmo, super",
)
"""Words that may stand within a cue without changing what it says: how much, how often, when."""

DISTRESS_CUES: Final = CueList(
    "anxious, anxiety, depressed, depression, panic, panicking, lonely, loneliness, hopeless, worthless, overwhelmed,"
    " grief, grieving, ashamed, trauma, traumatised, traumatized, suicidal, suicide, nightmares, crying, heartbroken,"
    " self harm, selfharm, burnout, desperate, miserable, abused, scared, terrified, i feel, i felt, i'm feeling,"
    " i've been feeling, feel empty, feel numb, feel alone, hate myself, hurt myself, hurting myself, cut myself,"
    " kill myself, end my life, want to die, wanna die, end it all, passed away, can't cope, can't sleep, can't go on,"
    " cannot go on, can't take it, no hope, no one cares, nobody cares, give up, broke up with me, no reason to live,"
    " better off without me",
    _each("i am, i'm, im, i've been", "sad, unhappy, afraid, alone, empty, numb, broken"),
    "ansioso, ansiosa, ansiedad, deprimido, deprimida, depresión, pánico, suicidarme, suicidio, agobiado, agobiada,"
    " me siento, tengo miedo, sin esperanza, quiero morir, matarme, hacerme daño, no puedo más, no puedo seguir,"
    " no aguanto más, nadie me quiere, me odio, duelo, angustia, sola en el mundo, solo en el mundo, tengo vergüenza,"
    " me da vergüenza, me avergüenzo, avergonzado, avergonzada, aterrado, aterrada, asustado, asustada, desesperado,"
    " desesperada, soledad, perdí la esperanza, no tengo esperanza, no tengo esperanzas",
    _each("estoy, me encuentro, ando", "triste, solo, sola, vacío, vacía, roto, rota, hundido, hundida"),
    "anxieux, anxieuse, angoisse, angoissé, angoissée, déprimé, déprimée, dépression, panique, suicide, suicider,"
    " deuil, je me sens, j'ai peur, désespéré, désespérée, je veux mourir, me tuer, me faire du mal, n'en peux plus,"
    " j'en peux plus, ne peux plus continuer, n'y arrive plus, j'y arrive plus, personne ne m'aime, je me déteste,"
    " j'ai honte, sans espoir, plus d'espoir, aucun espoir, perdu espoir, terrifié, terrifiée, effrayé, effrayée,"
    " solitude",
    _each(
        "je suis, j'suis, chuis", "triste, malheureux, malheureuse, seul, seule, vide, brisé, brisée, honteux, honteuse"
    ),
    "ängstlich, angst, depressiv, depression, panikattacke, panik, einsam, einsamkeit, hoffnungslos, wertlos,"
    " überfordert, trauer, selbstmord, suizid, fühle mich, fühl mich, mich fühle, verzweifelt, sterben will,"
    " will sterben, mich umbringen, mir wehtun, mich ritzen, kann nicht mehr, nicht mehr weiter, kann nicht weiter,"
    " niemand mag mich, ich hasse mich, schäme mich, schäm mich, keine hoffnung",
    _each("bin, bin ich", "traurig, unglücklich, allein, alleine, leer, am ende, beschämt, verängstigt"),
    "ansiedade, deprimido, deprimida, depressão, pânico, suicídio, sinto me, me sinto, eu sinto, tenho medo,"
    " estou com medo, desesperado, desesperada, sem esperança, sem esperanças, não tenho esperança, quero morrer,"
    " me matar, me machucar, não aguento, não consigo mais, não consigo continuar, não posso mais, não posso continuar,"
    " ninguém me ama, me odeio, luto, angústia, sozinha no mundo, sozinho no mundo, tenho vergonha, sinto vergonha,"
    " estou com vergonha, envergonhado, envergonhada, apavorado, apavorada, assustado, assustada, solidão",
    _each("estou, tô, ando", "triste, sozinho, sozinha, vazio, vazia, infeliz, arrasado, arrasada"),
)
