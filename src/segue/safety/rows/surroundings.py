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
        not_mine_before=compiled(
            rf"\b(?:{fiction})\b(?:(?! but | pero | mais | aber | mas )[^.!?;]){{0,80}}$|(?:{quoted})[ :,\"']{{0,4}}$"
        ),
        past_before=compiled(rf"\b(?:{past_before})\b(?:(?! but | now | today | again )[^.!?;]){{0,60}}$"),
        past_after=compiled(rf"[ ,]{{0,2}}(?:{past_after})\b"),
    )


EN = _signs(
    figure=r"(?:as prescribed|on time|like (?:i'm|i am) supposed|for the day|this morning(?! and i)|(?:like|as) "
    r"(?:the|my) doctor|every (?:day|morning|night))|(?:of|from|with) (?:laugh(?:ter|ing)|embarrass(?:ment|"
    r"ed)|boredom|shame|cringe|happiness|joy|hunger|thirst|curiosity|cuteness|excitement|the heat|heat|old "
    r"age|natural causes)|laughing|happy|"
    r"in (?:this|the|that|my) (?:game|level|match|raid|dungeon|boss fight|video game|story|book|novel|film|"
    r"movie|scene|play)|in (?:minecraft|fortnite|elden ring|dark souls|roblox|gta|skyrim|the sims|mario)|"
    r"for (?:that|this|a|some) (?:pizza|burger|cake|coffee|chocolate|cookie|nap|ice cream|steak|dress|bag)|to "
    r"(?:see|meet|know|have) (?:that|this|the|you|him|her|them|what|a)|(?:to )?respawn|at the gym|with this "
    r"(?:workout|exam|homework)|if i (?:hear|see|have to (?:hear|see|read|listen|watch|sit|eat))(?: "
    r"\w{1,12}){0,3} (?:that|this|another|one more|again)",
    denied=r"(?<!why )(?:i'd |i would |i could |i'll |i will |i have |i've )?(?:never|not|wouldn't|won't|don't|"
    r"didn't|couldn't|isn't|no intention (?:of|to)|no plans? (?:of|to|for)|no desire to|no wish to|not that|"
    r"neither)(?: ever| actually| really| even| want(?:ed)?| going| planning| trying| about| thinking| "
    r"considering| having| saying| consider| mean(?:ing)?| think| plan| try| do| have| be| feel| that| i(?:'m|"
    r" am)?| to| of| on| any| and| just){0,4}",
    fiction=r"(?:my|the|a|an|our|this|her|his|main) (?:main )?(?:character|protagonist|hero|heroine|villain|narrator|"
    r"npc|avatar|oc|player|antagonist)|in (?:my|the|this|a) (?:story|novel|book|script|play|game|poem|"
    r"screenplay|fanfic|fanfiction|movie|film|episode|song|show|series|lyrics?|scene|chapter|campaign|"
    r"roleplay)|(?:story|novel|book|song|film|movie|poem|lyrics?|scene|chapter|quote|essay|article|play) "
    r"(?:about|where|in which|called|titled|with|goes|says|by)|role ?play|(?:writing|write) (?:a|the|my) "
    r"(?:\w{2,12} ){0,2}(?:scene|story|novel|chapter|poem|song|script|essay)",
    quoted=r"(?:he|she|they|it|who|friend|brother|sister|mother|mom|mum|father|dad|son|daughter|husband|wife|partner|"
    r"boyfriend|girlfriend|cousin|student|client|patient|character|hero|heroine|ex|someone|somebody|people|"
    r"roommate|hamlet|teacher) (?:just |once |then |always |keeps |kept |also )?(?:says|said|saying|tells me|"
    r"told me|texted(?: me)?|wrote|writes|screams|screamed|shouts|shouted|whispers|whispered|yells|yelled|"
    r"cries|cried|posted|thinks|thought|mutters|muttered)(?: me| that| to me){0,2}|(?:quote|lyrics?|line|"
    r"phrase|words|sentence|called|titled|named|translate|means|mean)(?: is| are| like| the words?| the "
    r"sentence| the phrase)?",
    past_before=r"used to|when i was (?:\d{1,2}|a (?:kid|child|teen(?:ager)?)|younger|little|young|in (?:high school|"
    r"college|school))|(?:many |some |a few |several |two |three |four |five |six |seven |eight |ten |\d{1,2} "
    r")(?:years|months) ago|back (?:then|in)|years ago|last year|in the past|in (?:19|20)\d\d|there was a "
    r"time|no longer|not anymore|i once",
    past_after=r"(?:when i was (?:\d{1,2}|a (?:kid|child|teen(?:ager)?)|younger|little|young|in (?:high school|college|"
    r"school))|(?:many |some |a few |several |two |three |four |five |six |seven |eight |ten |\d{1,2} "
    r")?(?:years|months) ago|back then|last year|in the past|in (?:19|20)\d\d|but (?:i'm|i am|that's|i don't|"
    r"i got|not anymore|it's)(?: \w{2,12}){0,2} (?:better|over|past|behind|fine now|okay now|ok now|recovered|"
    r"anymore|help))",
)

ES = _signs(
    figure=r"de (?:risa|verguenza|hambre|sed|sueno|aburrimiento|amor|calor|frio|miedo|pena|ganas|envidia|la risa|"
    r"curiosidad)|en (?:el|este|un) (?:juego|videojuego|nivel|examen)|por (?:ver|comer|probar)",
    denied=r"(?:nunca|jamas|no)(?: me| voy a| quiero| pienso| he| pensado| estoy| en| es que| que| podria| seria "
    r"capaz de){0,4}",
    fiction=r"(?:mi|el|la|un|una) (?:personaje|protagonista|heroe|heroina|villano|narrador|jugador)|en (?:mi|la|el|"
    r"una|un) (?:historia|novela|libro|cuento|obra|juego|guion|pelicula|cancion|serie|escena)",
    quoted=r"(?:el|ella|amig[oa]|herman[oa]|madre|padre|hij[oa]|alguien|personaje|protagonista|que) (?:dice|dijo|me "
    r"dijo|me dice|escribio|grita|grito|piensa)(?: que)?|(?:significa|cancion|titulad[oa]|frase|palabras)",
    past_before=r"hace (?:\w{2,8} )?(?:anos|meses)|cuando (?:era|tenia) (?:\w{2,12})|antes (?:yo )?|de (?:nin[oa]|"
    r"adolescente|joven)|en el pasado",
    past_after=r"hace (?:\w{2,8} )?(?:anos|meses)|cuando (?:era|tenia)|en el pasado|pero ya (?:no|estoy)",
)
PT = _signs(
    figure=r"de (?:rir|vergonha|fome|sede|sono|tedio|amor|calor|frio|medo|raiva|inveja|curiosidade|saudade|saudades|"
    r"rir disso)|no (?:jogo|videogame)|por (?:ver|comer)",
    denied=r"(?:nunca|jamais|nao)(?: vou| quero| penso| pensei| estou| em| e que| que| pensando| seria capaz de| "
    r"iria){0,4}",
    fiction=r"(?:meu|minha|o|a|um|uma) (?:personagem|protagonista|heroi|heroina|vilao|narrador|jogador)|(?:na|no|em|"
    r"numa|num) (?:minha |meu |uma |um )?(?:historia|romance|livro|conto|jogo|roteiro|filme|musica|serie|cena|"
    r"peca)",
    quoted=r"(?:ele|ela|amig[oa]|irma|irmao|mae|pai|filh[oa]|alguem|personagem|que) (?:diz|disse|me disse|me diz|"
    r"escreveu|grita|gritou|pensa)(?: que)?|(?:significa|musica|intitulad[oa]|frase|palavras)",
    past_before=r"ha (?:\w{2,8} )?(?:anos|meses)|quando (?:eu )?(?:era|tinha) (?:\w{2,12})|no passado|"
    r"antigamente|anos atras",
    past_after=r"(?:ha (?:\w{2,8} )?(?:anos|meses)|(?:\w{2,8} )?anos atras|quando (?:eu )?(?:era|tinha)|no passado|mas "
    r"(?:hoje|agora|ja) (?:\w{2,8} ){0,2}(?:bem|melhor|passou|nao))",
)
FR = _signs(
    figure=r"de (?:rire|honte|faim|soif|fatigue|ennui|chaud|froid|peur|jalousie|curiosite|bonheur|rire la)|dans "
    r"(?:le|ce|un|mon) (?:jeu|niveau|donjon)|moins bete|(?:ce|mes|les|cet|cette) (?:devoir|dissertation|"
    r"travail|exercice|exam(?:en)?|dossier|memoire|exos?)s?|(?:le|ce|avec ce|ma) (?:menage|vaisselle|"
    r"rangement)|(?:avec|de) (?:ce|cette|mon|ma|mes|ces|les) (?:dossier|projet|devoirs?|travail|histoire|"
    r"paperasse|exams?|examens?|cours|revisions)",
    denied=r"(?:jamais|ne|n'|pas|aucune intention de|aucune envie de)(?: vais| veux| pense| ai| songe| compte| pas| "
    r"jamais| l'intention de| envie de| de| a| que| je| me){0,5}",
    fiction=r"(?:mon|ma|le|la|un|une) (?:personnage|heros|heroine|protagoniste|mechant|narrateur|narratrice|joueur)|"
    r"dans (?:mon|ma|le|la|un|une) (?:histoire|roman|livre|jeu|scenario|film|chanson|piece|scene|nouvelle)|"
    r"dans l'histoire",
    quoted=r"(?:il|elle|ami|amie|frere|soeur|mere|pere|fils|fille|quelqu'un|personnage|heros|on) (?:dit|m'a dit|a "
    r"dit|me dit|ecrit|a ecrit|crie|pense|repete)(?: que)?|(?:signifie|chanson|intitulee?|phrase|mots)",
    past_before=r"il y a (?:\w{2,8} )?(?:ans|mois|annees)|quand j'(?:etais|avais) (?:\w{2,12})|autrefois|"
    r"a l'epoque|dans "
    r"le passe|par le passe",
    past_after=r"(?:il y a (?:\w{2,8} )?(?:ans|mois|annees)|quand j'(?:etais|avais)|a l'epoque|dans le passe|"
    r"mais (?:ca "
    r"va|maintenant|c'est (?:fini|passe)|aujourd'hui))",
)
DE = _signs(
    figure=r"vor (?:lachen|scham|hunger|durst|langeweile|muedigkeit|mudigkeit|neugier|peinlichkeit|gluck|angst|"
    r"aufregung)|im (?:spiel|level|game)|in (?:diesem|dem) (?:spiel|level)|fur (?:ein|einen|eine|dieses|"
    r"diesen) \w{3,15}",
    denied=r"(?:nie|niemals|nicht|keineswegs|nicht vor|keine absicht)(?: wieder| daran| dass| ich| mich| mir| das| "
    r"vor| werde| wurde| wuerde){0,4}",
    fiction=r"(?:mein|meine|der|die|ein|eine) (?:figur|charakter|held|heldin|protagonist|protagonistin|bosewicht|"
    r"erzahler|spieler|hauptfigur)|in (?:meiner|der|meinem|dem|einer|einem) (?:geschichte|roman|buch|spiel|"
    r"stuck|drehbuch|film|lied|szene|serie)|im (?:roman|buch|spiel|film|lied|stuck)",
    quoted=r"(?:er|sie|freund|freundin|bruder|schwester|mutter|vater|sohn|tochter|jemand|figur|held|heldin) (?:sagt|"
    r"sagte|schreibt|schrieb|schreit|schrie|meint|meinte|denkt)(?: dass)?|(?:bedeutet|lied|namens|satz|worte)",
    past_before=r"vor (?:\w{2,8} )?(?:jahren|monaten)|fruher|frueher|damals|als (?:ich|kind|jugendlicher?)|in der "
    r"vergangenheit",
    past_after=r"(?:vor (?:\w{2,8} )?(?:jahren|monaten)|als ich (?:\w{2,12} )?war|damals|aber (?:heute|jetzt|"
    r"inzwischen) "
    r"(?:\w{2,8} ){0,3}(?:gut|besser|nicht))",
)

BY_LANGUAGE: Mapping[str, Surroundings] = MappingProxyType({"en": EN, "es": ES, "fr": FR, "de": DE, "pt": PT})

SOON = compiled(
    r"\b(?:tonight|right now|today|tomorrow|this (?:evening|morning|afternoon|weekend)|in (?:an|one|a few|two|"
    r"five|ten|"
    r"\d{1,2}) (?:hours?|minutes?|mins?)|in a (?:minute|moment|while)|before (?:they|he|she|anyone|anybody|my "
    r"\w{2,12}) "
    r"(?:gets?|comes?|wakes?|finds?)|as soon as|when (?:they|everyone|everybody|my \w{2,12})(?:'s| is| are|'re)? "
    r"(?:asleep|gone|out)|now|esta noche|hoy|ahora|manana|ce soir|cette nuit|maintenant|aujourd'hui|demain|"
    r"heute (?:nacht|abend)?|jetzt|morgen|gleich|hoje(?: a noite)?|agora|esta noite|amanha)\b"
)
"""A time that is near."""
