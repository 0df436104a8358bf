"""What stands around a match and changes what it means: a figure of speech, a denial, a story, the past, a time."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from segue.safety.rules import compiled


@dataclass(frozen=True, slots=True)
class Surroundings:
    """One language's signs. `…_before` is searched in the text up to a match, `…_after` matched right behind it."""

    figure_after: re.Pattern[str]
    """It was a figure of speech: `kill myself laughing`."""
    denied_before: re.Pattern[str]
    """It was denied: `I would never …`."""
    not_mine_before: re.Pattern[str]
    """A character or somebody else says it."""
    past_before: re.Pattern[str]
    past_after: re.Pattern[str]
    """It is over: `… when I was fifteen`."""


def _signs(*, figure: str, denied: str, fiction: str, quoted: str, past_before: str, past_after: str) -> Surroundings:
    return Surroundings(
        figure_after=compiled(rf"[ ,]{{0,2}}(?:{figure})\b"),
        denied_before=compiled(rf"\b(?:{denied}) ?$"),
        # A story's frame reaches to the end of its sentence, unless the writer turns to themselves with "but".
        not_mine_before=compiled(rf"\b(?:{fiction})\b(?:(?! but | pero | mais | aber | mas )[^.!?;]){{0,80}}$|(?:{quoted})[ :,\"']{{0,4}}$"),
        past_before=compiled(rf"\b(?:{past_before})\b(?:(?! but | now | today | again )[^.!?;]){{0,60}}$"),
        past_after=compiled(rf"[ ,]{{0,2}}(?:{past_after})\b"),
    )


EN = _signs(
    figure=r"(?:of|from|with) (?:laugh(?:ter|ing)|embarrass(?:ment|ed)|boredom|shame|cringe|happiness|joy|hunger|thirst|curiosity|cuteness|excitement|the heat|heat|old age|natural causes)|laughing|happy|"
    r"in (?:this|the|that|my) (?:game|level|match|raid|dungeon|boss fight|video game|story|book|novel|film|movie|scene|play)|in (?:minecraft|fortnite|elden ring|dark souls|roblox|gta|skyrim|the sims|mario)|"
    r"for (?:that|this|a|some) (?:pizza|burger|cake|coffee|chocolate|cookie|nap|ice cream|steak|dress|bag)|to (?:see|meet|know|have) (?:that|this|the|you|him|her|them|what|a)|(?:to )?respawn|at the gym|with this (?:workout|exam|homework)|if i (?:hear|see|have to (?:hear|see|read|listen|watch|sit|eat))(?: \w{1,12}){0,3} (?:that|this|another|one more|again)",
    denied=r"(?<!why )(?:i'd |i would |i could |i'll |i will |i have |i've )?(?:never|not|wouldn't|won't|don't|didn't|couldn't|isn't|no intention (?:of|to)|no plans? (?:of|to|for)|no desire to|no wish to|not that|neither)(?: ever| actually| really| even| want(?:ed)?| going| planning| trying| about| thinking| considering| having| saying| consider| mean(?:ing)?| think| plan| try| do| have| be| feel| that| i(?:'m| am)?| to| of| on| any| and| just){0,4}",
    fiction=r"(?:my|the|a|an|our|this|her|his|main) (?:main )?(?:character|protagonist|hero|heroine|villain|narrator|npc|avatar|oc|player|antagonist)|in (?:my|the|this|a) (?:story|novel|book|script|play|game|poem|screenplay|fanfic|fanfiction|movie|film|episode|song|show|series|lyrics?|scene|chapter|campaign|roleplay)|(?:story|novel|book|song|film|movie|poem|lyrics?|scene|chapter|quote|essay|article|play) (?:about|where|in which|called|titled|with|goes|says|by)|role ?play|(?:writing|write) (?:a|the|my) (?:\w{2,12} ){0,2}(?:scene|story|novel|chapter|poem|song|script|essay)",
    quoted=r"(?:he|she|they|it|who|friend|brother|sister|mother|mom|mum|father|dad|son|daughter|husband|wife|partner|boyfriend|girlfriend|cousin|student|client|patient|character|hero|heroine|ex|someone|somebody|people|roommate|hamlet|teacher) (?:just |once |then |always |keeps |kept |also )?(?:says|said|saying|tells me|told me|texted(?: me)?|wrote|writes|screams|screamed|shouts|shouted|whispers|whispered|yells|yelled|cries|cried|posted|thinks|thought|mutters|muttered)(?: me| that| to me){0,2}|(?:quote|lyrics?|line|phrase|words|sentence|called|titled|named|translate|means|mean)(?: is| are| like| the words?| the sentence| the phrase)?",
    past_before=r"used to|when i was (?:\d{1,2}|a (?:kid|child|teen(?:ager)?)|younger|little|young|in (?:high school|college|school))|(?:many |some |a few |several |two |three |four |five |six |seven |eight |ten |\d{1,2} )(?:years|months) ago|back (?:then|in)|years ago|last year|in the past|in (?:19|20)\d\d|there was a time|no longer|not anymore|i once",
    past_after=r"(?:when i was (?:\d{1,2}|a (?:kid|child|teen(?:ager)?)|younger|little|young|in (?:high school|college|school))|(?:many |some |a few |several |two |three |four |five |six |seven |eight |ten |\d{1,2} )?(?:years|months) ago|back then|last year|in the past|in (?:19|20)\d\d|but (?:i'm|i am|that's|i don't|i got|not anymore|it's)(?: \w{2,12}){0,2} (?:better|over|past|behind|fine now|okay now|ok now|recovered|anymore|help))",
)

ES = _signs(
    figure=r"de (?:risa|verguenza|hambre|sed|sueno|aburrimiento|amor|calor|frio|miedo|pena|ganas|envidia|la risa|curiosidad)|en (?:el|este|un) (?:juego|videojuego|nivel|examen)|por (?:ver|comer|probar)",
    denied=r"(?:nunca|jamas|no)(?: me| voy a| quiero| pienso| he| pensado| estoy| en| es que| que| podria| seria capaz de){0,4}",
    fiction=r"(?:mi|el|la|un|una) (?:personaje|protagonista|heroe|heroina|villano|narrador|jugador)|en (?:mi|la|el|una|un) (?:historia|novela|libro|cuento|obra|juego|guion|pelicula|cancion|serie|escena)",
    quoted=r"(?:el|ella|amig[oa]|herman[oa]|madre|padre|hij[oa]|alguien|personaje|protagonista|que) (?:dice|dijo|me dijo|me dice|escribio|grita|grito|piensa)(?: que)?|(?:significa|cancion|titulad[oa]|frase|palabras)",
    past_before=r"hace (?:\w{2,8} )?(?:anos|meses)|cuando (?:era|tenia) (?:\w{2,12})|antes (?:yo )?|de (?:nin[oa]|adolescente|joven)|en el pasado",
    past_after=r"hace (?:\w{2,8} )?(?:anos|meses)|cuando (?:era|tenia)|en el pasado|pero ya (?:no|estoy)",
)
PT = _signs(
    figure=r"de (?:rir|vergonha|fome|sede|sono|tedio|amor|calor|frio|medo|raiva|inveja|curiosidade|saudade|saudades|rir disso)|no (?:jogo|videogame)|por (?:ver|comer)",
    denied=r"(?:nunca|jamais|nao)(?: vou| quero| penso| pensei| estou| em| e que| que| pensando| seria capaz de| iria){0,4}",
    fiction=r"(?:meu|minha|o|a|um|uma) (?:personagem|protagonista|heroi|heroina|vilao|narrador|jogador)|(?:na|no|em|numa|num) (?:minha |meu |uma |um )?(?:historia|romance|livro|conto|jogo|roteiro|filme|musica|serie|cena|peca)",
    quoted=r"(?:ele|ela|amig[oa]|irma|irmao|mae|pai|filh[oa]|alguem|personagem|que) (?:diz|disse|me disse|me diz|escreveu|grita|gritou|pensa)(?: que)?|(?:significa|musica|intitulad[oa]|frase|palavras)",
    past_before=r"ha (?:\w{2,8} )?(?:anos|meses)|quando (?:eu )?(?:era|tinha) (?:\w{2,12})|no passado|antigamente|anos atras",
    past_after=r"(?:ha (?:\w{2,8} )?(?:anos|meses)|(?:\w{2,8} )?anos atras|quando (?:eu )?(?:era|tinha)|no passado|mas (?:hoje|agora|ja) (?:\w{2,8} ){0,2}(?:bem|melhor|passou|nao))",
)
FR = _signs(
    figure=r"de (?:rire|honte|faim|soif|fatigue|ennui|chaud|froid|peur|jalousie|curiosite|bonheur|rire la)|dans (?:le|ce|un|mon) (?:jeu|niveau|donjon)|moins bete|(?:ce|mes|les|cet|cette) (?:devoir|dissertation|travail|exercice|exam(?:en)?|dossier|memoire|exos?)s?|(?:le|ce|avec ce|ma) (?:menage|vaisselle|rangement)|(?:avec|de) (?:ce|cette|mon|ma|mes|ces|les) (?:dossier|projet|devoirs?|travail|histoire|paperasse|exams?|examens?|cours|revisions)",
    denied=r"(?:jamais|ne|n'|pas|aucune intention de|aucune envie de)(?: vais| veux| pense| ai| songe| compte| pas| jamais| l'intention de| envie de| de| a| que| je| me){0,5}",
    fiction=r"(?:mon|ma|le|la|un|une) (?:personnage|heros|heroine|protagoniste|mechant|narrateur|narratrice|joueur)|dans (?:mon|ma|le|la|un|une) (?:histoire|roman|livre|jeu|scenario|film|chanson|piece|scene|nouvelle)|dans l'histoire",
    quoted=r"(?:il|elle|ami|amie|frere|soeur|mere|pere|fils|fille|quelqu'un|personnage|heros|on) (?:dit|m'a dit|a dit|me dit|ecrit|a ecrit|crie|pense|repete)(?: que)?|(?:signifie|chanson|intitulee?|phrase|mots)",
    past_before=r"il y a (?:\w{2,8} )?(?:ans|mois|annees)|quand j'(?:etais|avais) (?:\w{2,12})|autrefois|a l'epoque|dans le passe|par le passe",
    past_after=r"(?:il y a (?:\w{2,8} )?(?:ans|mois|annees)|quand j'(?:etais|avais)|a l'epoque|dans le passe|mais (?:ca va|maintenant|c'est (?:fini|passe)|aujourd'hui))",
)
DE = _signs(
    figure=r"vor (?:lachen|scham|hunger|durst|langeweile|muedigkeit|mudigkeit|neugier|peinlichkeit|gluck|angst|aufregung)|im (?:spiel|level|game)|in (?:diesem|dem) (?:spiel|level)|fur (?:ein|einen|eine|dieses|diesen) \w{3,15}",
    denied=r"(?:nie|niemals|nicht|keineswegs|nicht vor|keine absicht)(?: wieder| daran| dass| ich| mich| mir| das| vor| werde| wurde| wuerde){0,4}",
    fiction=r"(?:mein|meine|der|die|ein|eine) (?:figur|charakter|held|heldin|protagonist|protagonistin|bosewicht|erzahler|spieler|hauptfigur)|in (?:meiner|der|meinem|dem|einer|einem) (?:geschichte|roman|buch|spiel|stuck|drehbuch|film|lied|szene|serie)|im (?:roman|buch|spiel|film|lied|stuck)",
    quoted=r"(?:er|sie|freund|freundin|bruder|schwester|mutter|vater|sohn|tochter|jemand|figur|held|heldin) (?:sagt|sagte|schreibt|schrieb|schreit|schrie|meint|meinte|denkt)(?: dass)?|(?:bedeutet|lied|namens|satz|worte)",
    past_before=r"vor (?:\w{2,8} )?(?:jahren|monaten)|fruher|frueher|damals|als (?:ich|kind|jugendlicher?)|in der vergangenheit",
    past_after=r"(?:vor (?:\w{2,8} )?(?:jahren|monaten)|als ich (?:\w{2,12} )?war|damals|aber (?:heute|jetzt|inzwischen) (?:\w{2,8} ){0,3}(?:gut|besser|nicht))",
)

BY_LANGUAGE: Mapping[str, Surroundings] = MappingProxyType({"en": EN, "es": ES, "fr": FR, "de": DE, "pt": PT})

SOON = compiled(
    r"\b(?:tonight|right now|today|tomorrow|this (?:evening|morning|afternoon|weekend)|in (?:an|one|a few|two|five|ten|"
    r"\d{1,2}) (?:hours?|minutes?|mins?)|in a (?:minute|moment|while)|before (?:they|he|she|anyone|anybody|my \w{2,12}) "
    r"(?:gets?|comes?|wakes?|finds?)|as soon as|when (?:they|everyone|everybody|my \w{2,12})(?:'s| is| are|'re)? "
    r"(?:asleep|gone|out)|now|esta noche|hoy|ahora|manana|ce soir|cette nuit|maintenant|aujourd'hui|demain|"
    r"heute (?:nacht|abend)?|jetzt|morgen|gleich|hoje(?: a noite)?|agora|esta noite|amanha)\b"
)
"""A time that is near."""
