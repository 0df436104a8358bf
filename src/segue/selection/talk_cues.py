"""Which words speak for a theme, and for how a talk goes, in English, Spanish, French, German and Portuguese.

Chosen by hand, as those of `segue.selection.cues`, and reviewed by no clinician. A theme that is missed or heard where
there is none costs little: it is a reason to ask one model rather than another, and no more.
"""

from __future__ import annotations

from typing import Final, TypeAlias

from ahocorasick_rs import BytesAhoCorasick, Implementation

from segue.domain.therapy import Alliance, SessionPhase, Theme
from segue.selection.cues import Words, phrases_of

THEME_CUES: Final[dict[Theme, frozenset[str]]] = {
    Theme.GRIEF: phrases_of(
        "grief, grieving, mourning, bereaved, passed away, funeral, since she died, since he died, since they died,"
        " lost my mother, lost my mum, lost my mom, lost my father, lost my dad, lost my son, lost my daughter,"
        " lost my husband, lost my wife, my late husband, my late wife",
        "duelo, luto, funeral, entierro, desde que murió, falleció, perdí a mi madre, perdí a mi padre",
        "deuil, enterrement, obsèques, funérailles, depuis sa mort, est décédé, est décédée, j'ai perdu ma mère,"
        " j'ai perdu mon père",
        "trauer, trauere, beerdigung, verstorben, seit sie gestorben ist, seit er gestorben ist, seit seinem tod,"
        " seit ihrem tod, meine mutter verloren, meinen vater verloren",
        "enterro, funeral, velório, desde que ela morreu, desde que ele morreu, faleceu, perdi minha mãe,"
        " perdi meu pai",
    ),
    Theme.ANXIETY: phrases_of(
        "anxious, anxiety, panic, panicking, panic attack, worried, worry, worrying, nervous, i'm afraid, i am afraid,"
        " scared, on edge",
        "ansioso, ansiosa, ansiedad, pánico, preocupado, preocupada, nervioso, nerviosa, tengo miedo, angustia",
        "anxieux, anxieuse, anxiété, angoisse, angoissé, angoissée, panique, inquiet, inquiète, j'ai peur",
        "ängstlich, angst, panik, panikattacke, nervös, sorgen, mache mir sorgen",
        "ansioso, ansiosa, ansiedade, pânico, preocupado, preocupada, nervoso, nervosa, tenho medo, estou com medo",
    ),
    Theme.LONELINESS: phrases_of(
        "lonely, loneliness, so alone, all alone, feel alone, no friends, nobody to talk to, no one to talk to,"
        " isolated",
        "soledad, me siento solo, me siento sola, tan solo, tan sola, muy solo, muy sola, sin amigos, nadie con quien"
        " hablar",
        "solitude, me sens seul, me sens seule, si seul, si seule, tellement seul, tellement seule, pas d'amis,"
        " personne à qui parler",
        "einsam, einsamkeit, so allein, so alleine, ganz allein, ganz alleine, keine freunde, niemand zum reden",
        "solidão, me sinto só, tão sozinho, tão sozinha, me sinto sozinho, me sinto sozinha, sem amigos, ninguém para"
        " conversar",
    ),
    Theme.FAMILY: phrases_of(
        "my family, my mother, my father, my mum, my mom, my dad, my parents, my sister, my brother, my son,"
        " my daughter, my husband, my wife, my kids, my children, divorce",
        "mi familia, mi madre, mi padre, mi mamá, mi papá, mis padres, mi hermana, mi hermano, mi hijo, mi hija,"
        " mi marido, mi mujer, mis hijos, divorcio",
        "ma famille, ma mère, mon père, mes parents, ma sœur, mon frère, mon fils, ma fille, mon mari, ma femme,"
        " mes enfants, divorce",
        "meine familie, meine mutter, mein vater, meine eltern, meine schwester, mein bruder, mein sohn,"
        " meine tochter, mein mann, meine frau, meine kinder, scheidung",
        "minha família, minha mãe, meu pai, meus pais, minha irmã, meu irmão, meu filho, minha filha, meu marido,"
        " minha esposa, minha mulher, meus filhos, divórcio",
    ),
    Theme.SELF_WORTH: phrases_of(
        "worthless, not good enough, never good enough, hate myself, a failure, such a failure, useless, ashamed of"
        " myself, i'm stupid, i'm ugly, self esteem",
        "no valgo nada, no soy suficiente, me odio, un fracaso, una fracasada, un fracasado, inútil, me avergüenzo de"
        " mí, autoestima",
        "je ne vaux rien, pas assez bien, je me déteste, un échec, nul, nulle, inutile, j'ai honte de moi, estime de"
        " soi",
        "wertlos, nicht gut genug, hasse mich, versager, versagerin, nutzlos, schäme mich, selbstwert,"
        " selbstwertgefühl",
        "não valho nada, não sou bom o bastante, não sou boa o bastante, me odeio, um fracasso, inútil, vergonha de"
        " mim, autoestima",
    ),
}

ALLIANCE_CUES: Final[dict[Alliance, frozenset[str]]] = {
    Alliance.TRUST: phrases_of(
        "thank you, thanks, that helps, that helped, you helped me, i trust you, good to talk, glad i told you",
        "gracias, eso me ayuda, me ayudaste, confío en ti, me hace bien hablar",
        "merci, ça m'aide, ça aide, tu m'as aidé, tu m'as aidée, je te fais confiance, ça fait du bien de parler",
        "danke, dankeschön, das hilft, das hat geholfen, ich vertraue dir, tut gut zu reden",
        "obrigado, obrigada, isso ajuda, me ajudou, confio em você, faz bem conversar",
    ),
    Alliance.FRUSTRATION: phrases_of(
        "you don't understand, you do not understand, you're not listening, you are not listening, stop asking,"
        " stop asking me, this is useless, you're useless, you are useless, not helping, you keep saying,"
        " you already said that, you already asked, leave me alone with that",
        "no me entiendes, no me escuchas, deja de preguntar, deja de preguntarme, no me ayudas, no sirve de nada,"
        " ya me lo preguntaste, siempre dices lo mismo",
        "tu ne comprends pas, tu ne comprends rien, tu n'écoutes pas, arrête de demander, arrête de me demander,"
        " ça ne sert à rien, tu ne m'aides pas, tu l'as déjà demandé",
        "du verstehst mich nicht, du verstehst nichts, du hörst nicht zu, hör auf zu fragen, frag nicht mehr,"
        " das bringt nichts, du hilfst mir nicht, das hast du schon gefragt",
        "você não entende, você não me entende, você não me escuta, para de perguntar, pare de perguntar,"
        " não está ajudando, isso não adianta, você já perguntou",
    ),
}

CLOSING_CUES: Final = phrases_of(
    "bye, goodbye, good bye, bye bye, see you, see you tomorrow, talk tomorrow, good night, goodnight, have to go,"
    " gotta go, need to go now, going to bed, that's all for today, talk later",
    "adiós, chao, hasta luego, hasta mañana, buenas noches, me tengo que ir, tengo que irme, me voy a dormir",
    "au revoir, à demain, à bientôt, bonne nuit, je dois y aller, je dois partir, je vais me coucher",
    "tschüss, auf wiedersehen, bis morgen, bis bald, gute nacht, ich muss los, ich muss gehen, ich gehe schlafen",
    "tchau, adeus, até amanhã, até logo, boa noite, tenho que ir, preciso ir, vou dormir",
)
"""How people take their leave. Whether it is a goodbye for good is what screening reads, by rules of its own."""

Tag: TypeAlias = Theme | Alliance | SessionPhase
_LISTS: Final[tuple[tuple[Tag, frozenset[str]], ...]] = (
    *THEME_CUES.items(),
    *ALLIANCE_CUES.items(),
    (SessionPhase.CLOSING, CLOSING_CUES),
)
_TAGS: Final[dict[str, frozenset[Tag]]] = {
    phrase: frozenset(tag for tag, others in _LISTS if phrase in others) for _, of_tag in _LISTS for phrase in of_tag
}
_OF_PLACE: Final = tuple(_TAGS.values())
_ALL: Final = BytesAhoCorasick(
    [f" {phrase} ".encode() for phrase in _TAGS], implementation=Implementation.ContiguousNFA
)
"""All of them in one search: what is read once costs a tenth of what is read nine times."""


def tags_in(words: Words) -> frozenset[Tag]:
    """What a text has a cue of."""
    found = {place for place, _, _ in _ALL.find_matches_as_indexes(words.padded, overlapping=True)}
    return frozenset[Tag]().union(*(_OF_PLACE[place] for place in found))
