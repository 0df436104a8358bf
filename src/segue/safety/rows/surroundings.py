"""What stands around a match and changes what it means: a figure of speech, a denial, a story, the past, a time."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from segue.safety.rows.words_en import ADV
from segue.safety.rules import compiled


@dataclass(frozen=True, slots=True)
class Surroundings:
    """One language's signs. `…_before` is searched in the text up to a match, `…_after` matched right behind it, and
    the others at the beginning of the match itself."""

    speaker: re.Pattern[str]
    """The person who writes; searched in the match."""
    clause: re.Pattern[str]
    """A match with a subject of its own, which no word of the clause before it denies or tells."""
    present: re.Pattern[str]
    """A match that says itself that it is so today: `I want`, and not `I wanted`. Nothing around makes it past."""
    game_after: re.Pattern[str]
    """It was said of a game, a story or sport: `beats me in this level`."""
    figure_after: re.Pattern[str]
    """It was a figure of speech: `kill myself laughing`. Of words about death alone."""
    strong_after: re.Pattern[str]
    """One that is none behind `plain` words: `dying of shame`, and not `kill myself of shame`."""
    plain: re.Pattern[str]
    """Words that say it plainly; searched in the match."""
    dose_after: re.Pattern[str]
    """It was taken as it should be: `all my pills as prescribed`. Of words about medicine alone."""
    denied_before: re.Pattern[str]
    """It was denied: `I would never …`."""
    clause_denied_before: re.Pattern[str]
    """A clause of its own was denied: `I don't think …`."""
    story_before: re.Pattern[str]
    """A figure of a story, a song or a game says it. The group `frame` is what names the story."""
    anew_before: re.Pattern[str]
    """A clause of its own begins that need not belong to the story named before it: `my character is weak, …`."""
    says: re.Pattern[str]
    """A figure speaks."""
    told_before: re.Pattern[str]
    """Somebody else says it."""
    somebody_before: re.Pattern[str]
    """Somebody else is spoken of, for a match that names nobody."""
    past_before: re.Pattern[str]
    past_after: re.Pattern[str]
    """It is over: `… when I was fifteen`."""
    made_small_after: re.Pattern[str]
    """It is made small by who said it: `… but I'm fine`."""


def _signs(
    *,
    speaker: str,
    game: str,
    figure: str,
    denied: str,
    fiction: str,
    story_ends: str,
    cited: str,
    told: str,
    somebody: str,
    past_before: str,
    past_ends: str,
    past_after: str,
    made_small: str,
    clause: str = "(?!)",
    clause_denied: str = "",
    anew: str = "(?!)",
    says: str = "(?!)",
    plain: str = "(?!)",
    present: str = "(?!)",
    strong: str = "(?!)",
    dose: str = "(?!)",
) -> Surroundings:
    """`story_ends`, `past_ends`: words with which a writer leaves a story or a past within the same sentence.

    `clause_denied`: what denies a clause of its own; nothing: whatever denies.
    """
    return Surroundings(
        speaker=compiled(rf"\b(?:{speaker})\b"),
        clause=compiled(rf"(?:{clause})\b"),
        present=compiled(rf"(?:{present})\b"),
        game_after=compiled(rf"[ ,]{{0,2}}(?:{game})\b"),
        figure_after=compiled(rf"[ ,]{{0,2}}(?:{figure})\b"),
        strong_after=compiled(rf"[ ,]{{0,2}}(?:{strong})\b"),
        plain=compiled(rf"\b(?:{plain})\b"),
        dose_after=compiled(rf"[ ,]{{0,2}}(?:{dose})\b"),
        # What is parted from it by a comma denies something else: `I'm not, I want to die`.
        denied_before=compiled(rf"\b(?:{denied})[ \-]{{0,3}}$"),
        clause_denied_before=compiled(rf"\b(?:{clause_denied or denied})[ \-]{{0,3}}$"),
        # A story's frame reaches to the end of its sentence, unless the writer turns to themselves with "but".
        story_before=compiled(
            rf"\b(?P<frame>{fiction})\b(?:(?! (?:{story_ends}) )[^.!?;]){{0,80}}$|(?:{cited})[ :,\"']{{0,4}}$"
        ),
        anew_before=compiled(rf"(?:,|\b(?:{anew}))[ ,]{{0,2}}$"),
        says=compiled(rf"\b(?:{says})\b"),
        told_before=compiled(rf"(?:{told})[ :,\"']{{0,4}}$"),
        somebody_before=compiled(rf"\b(?:{somebody})\b(?:(?! (?:i|and i|{story_ends}) )[^.!?;]){{0,30}}$"),
        # A past reaches to the end of its sentence, unless the writer comes to the present.
        past_before=compiled(rf"\b(?:{past_before})\b(?:(?! (?:{past_ends}) )[^.!?;]){{0,60}}$"),
        past_after=compiled(rf"[ ,]{{0,2}}(?:{past_after})\b"),
        made_small_after=compiled(rf"[ ,]{{0,2}}(?:\w{{1,10}} ){{0,3}}(?:{made_small})\b"),
    )


_LANDINGS = {
    "en": r"(?:in|on)to (?:the|a|an|my|our|his|her) (?:\w{3,10} )?(?:boat|ship|raft|cart|wagon|hay|haystack|deck|"
    "dragon|"
    r"horse|pool|trampoline|net|airbag|balloon)",
    "es": r"(?:al|a la|sobre (?:el|la|un|una)|en (?:el|la|un|una)) (?:barco|barca|bote|balsa|carro|carreta|heno|"
    "cubierta|"
    r"dragon|caballo|piscina|red)",
    "fr": r"(?:sur|dans) (?:le|la|un|une|mon) (?:bateau|navire|barque|radeau|charrette|foin|dragon|cheval|piscine|"
    "filet)",
    "de": r"(?:auf|in) (?:das|den|die|ein|einen|eine) (?:schiff|boot|floss|wagen|heu|deck|drachen|pferd|netz)|ins "
    "(?:boot|"
    r"heu|netz)",
    "pt": r"(?:para|pra|em cima d|n)(?: ?[oa]| um| uma) (?:barco|navio|bote|jangada|carroca|feno|conves|dragao|cavalo|"
    r"piscina|rede)",
}
"""Where somebody lands who jumps in a story or for fun; water, a road and rails are none."""

EN = _signs(
    clause=r"i|i'm|im|i've|i'd|i'll|imma|he|he's|she|she's|they",
    clause_denied=r"i(?:'m| am|'d| would)?(?: (?:really|honestly|actually|personally|truly))? (?:don't|do not|didn't|"
    r"did not|never|not|wouldn't)(?: (?:really|actually|even|ever|going to|trying to|currently)){0,2} (?:think|"
    r"thought|thinking|mean|meant|meaning|say|said|saying|believe|feel|imply|implying|claim|claiming)"
    r"(?: (?:to say|that|like)){0,2}|not (?:that|because|like)|doesn't mean(?: that)?",
    anew="and|so|because|since|cause|cuz|bc|when|while|though|although|but|now|lol|why",
    says=r"says?|said|saying|thinks?|thinking|thought|tells|told|whispers?|screams?|cries|shouts?|yells?|sings?|"
    r"mutters?|goes|writes?|wrote|asks|begs|called|titled",
    plain=r"my ?self|suicid\w{1,4}|want(?:ed)? to die|wanna die|end (?:it|my life)",
    present=rf"i(?:'m|m| am|'ll| will|'ve been| have been|'d (?:like|love|rather|prefer))|i{ADV} (?:want|need|wish|"
    r"hope|feel|hate|plan|intend|think|have|hear|see|keep|deserve|can't|cannot|don't|do not|wanna|gonna)|"
    r"(?:(?:just|really|honestly|still) )?(?:want to|wanna|gonna)",
    speaker="i|i'm|im|i've|me|my|mine|my ?self",
    story_ends="but",
    somebody=r"he|she|my (?:best |little |older |ex |\w{3,10} )?(?:friend|brother|sister|mom|mum|mother|dad|father|son|"
    r"daughter|husband|wife|boyfriend|girlfriend|partner|roommate|cousin|uncle|aunt|student|client|patient)",
    past_ends="but|now|today|again|tonight|lately|these days|this (?:year|month|week|time|morning|evening)",
    game=rf"{_LANDINGS['en']}|in the (?:boxing |wrestling )?ring|while (?:sparring|boxing)|"
    r"in (?:this|the|that|my) (?:game|level|match|raid|dungeon|boss fight|video game|story(?! of my)|book|novel|film|"
    r"movie|scene|play)|in (?:minecraft|fortnite|elden ring|dark souls|roblox|gta|skyrim|the sims|mario)|"
    r"(?:to )?respawn|at the gym",
    figure=r"(?:of|from|with) (?:laugh(?:ter|ing)|embarrass(?:ment|ed)|boredom|cringe|happiness|joy|curiosity|cuteness|"
    r"excitement)|laughing(?! at (?:me|my ?self|us)\b)|"
    r"for (?:that|this|a|some) (?:pizza|burger|cake|coffee|chocolate|cookie|nap|ice cream|steak|dress|bag)|with this "
    r"(?:workout|exam|homework)|if i (?:hear|see|have to (?:hear|see|read|listen|watch|sit|eat))"
    r"(?!(?: \w{1,12}){0,2} (?:him|her|his|their|them|my|another day|one more day)\b)(?: \w{1,12}){0,3} (?:that|this|"
    r"another|one more|again)",
    strong=r"(?:of|from|with) (?:shame|hunger|thirst|the heat|heat|old age|natural causes)|happy|to "
    r"(?:see|meet|know|have) (?:that|this|the|you|him|her|them|what|a)",
    dose=r"as prescribed|on time|like (?:i'm|i am) supposed|for the day(?! to)|this morning(?! and i)|"
    r"(?:like|as) (?:the|my) doctor|every (?:day|morning|night)",
    denied=r"(?:no|zero)(?=[ ]$)|(?<!why )(?:i'd |i would |i could |i'll |i will |i have |i've )?(?:never|not|"
    r"wouldn't|won't|don't|didn't|couldn't|isn't|no intention (?:of|to)|no plans? (?:of|to|for)|no desire to|no wish "
    r"to|not that|neither)(?: ever| actually| really| even| want(?:ed)?| going| planning| trying| about| thinking| "
    r"considering| having| saying| consider| mean(?:ing)?| think| plan| try| do| have| be| feel| that| i(?:'m|"
    r" am)?| to| of| on| any| and| just){0,4}",
    fiction=r"(?:my|the|a|an|our|this|her|his|main) (?:main )?(?:character|protagonist|hero|heroine|villain|narrator|"
    r"npc|avatar|oc|player|antagonist)|in (?:my|the|this|a) (?:story|novel|book|script|play|game|poem|"
    r"screenplay|fanfic|fanfiction|movie|film|episode|song|show|series|lyrics?|scene|chapter|campaign|"
    r"roleplay)|(?:story|novel|book|song|film|movie|poem|lyrics?|scene|chapter|quote|essay|article|play) "
    r"(?:about|where|in which|called|titled|with|goes|says|by)|role ?play|(?:writing|write) (?:a|the|my) "
    r"(?:\w{2,12} ){0,2}(?:scene|story|novel|chapter|poem|song|script|essay)",
    cited=r"(?:character|hero|heroine|villain|protagonist|narrator|hamlet|npc|singer|poet|author) (?:just |once |"
    r"then |always |keeps )?(?:says|said|saying|tells me|told me|wrote|writes|screams|screamed|shouts|shouted|"
    r"whispers|whispered|yells|yelled|cries|cried|thinks|thought|mutters|muttered|sings|sang)(?: me| that| to "
    r"me){0,2}|(?:quote|lyrics?|line|phrase|words|sentence|called|titled|named|translate|means|mean)(?: is| are| "
    r"like| the words?| the sentence| the phrase)?",
    told=r"(?:he|she|they|it|who|friend|brother|sister|mother|mom|mum|father|dad|son|daughter|husband|wife|partner|"
    r"boyfriend|girlfriend|cousin|student|client|patient|ex|someone|somebody|people|roommate|teacher|classmate|"
    r"colleague|niece|nephew|uncle|aunt|neighbou?r) (?:just |once |then |always |keeps |kept |also )?(?:says|said|"
    r"saying|tells me|told me|texted(?: me)?|wrote|writes|screams|screamed|shouts|shouted|whispers|whispered|yells|"
    r"yelled|cries|cried|posted|thinks|thought|mutters|muttered|sent(?: me)?|messaged(?: me)?)(?: me| that| to "
    r"me){0,2}",
    past_before=r"used to|when i was (?:\d{1,2}|a (?:kid|child|teen(?:ager)?)|younger|little|young|in (?:high school|"
    r"college|school))|(?:many |some |a few |several |two |three |four |five |six |seven |eight |ten |\d{1,2} "
    r")(?:years|months) ago|back (?:then|in)|years ago|last year|in the past|in (?:19|20)\d\d|there was a "
    r"time|no longer|not anymore|i once",
    past_after=r"(?:when i was (?:\d{1,2}|a (?:kid|child|teen(?:ager)?)|younger|little|young|in (?:high school|"
    r"college|school))|(?:many |some |a few |several |two |three |four |five |six |seven |eight |ten |\d{1,2} "
    r")?(?:years|months) ago|back then|last year|in the past|in (?:19|20)\d\d|but (?:i'm|i am|that's|i don't|"
    r"i got|not anymore|it's)(?: \w{2,12}){0,2} (?:better|over|past|behind|recovered|anymore|help))",
    made_small=r"(?:but )?(?:i'm|i am|it's|it is|that's|i'll be)(?: \w{2,12})? (?:fine|okay|ok|alright|nothing|no "
    r"big deal)(?: now)?",
)

ES = _signs(
    speaker="yo|mi|mis|me",
    story_ends="pero",
    somebody="mi (?:amig[oa]|herman[oa]|hij[oa]|novi[oa])",
    past_ends="pero|ahora|hoy|otra vez|de nuevo|todavia|esta (?:noche|semana|vez|manana|tarde)|este (?:ano|mes)",
    game=rf"{_LANDINGS['es']}|en el ring|boxeando|en (?:el|este|un) (?:juego|videojuego|nivel|examen)",
    figure=r"de (?:risa|verguenza|hambre|sed|sueno|aburrimiento|amor|calor|frio|miedo|pena|ganas|envidia|la risa|"
    r"curiosidad)|por (?:ver|comer|probar)",
    denied=r"(?:nunca|jamas|no(?=[ ]))(?: me| voy a| quiero| pienso| he| tengo| tenia| tuve| tenido| pensado| estoy|"
    r" en| es que| que| podria| seria capaz de){0,4}",  # "no, …" answers somebody and denies nothing
    fiction=r"(?:mi|el|la|un|una) (?:personaje|protagonista|heroe|heroina|villano|narrador|jugador)|en (?:mi|la|el|"
    r"una|un) (?:historia|novela|libro|cuento|obra|juego|guion|pelicula|cancion|serie|escena)",
    cited=r"(?:personaje|protagonista|heroe|heroina) (?:dice|dijo|escribio|grita|grito|piensa)(?: que)?|(?:significa|"
    r"cancion|titulad[oa]|frase|palabras)",
    told=r"(?:el|ella|amig[oa]|herman[oa]|madre|padre|hij[oa]|alguien|que|prim[oa]|companer[oa]|novi[oa]) (?:dice|"
    r"dijo|me dijo|me dice|me escribio|escribio|grita|grito|piensa)(?: que)?",
    past_before=r"hace (?:\w{2,8} )?(?:anos|meses)|cuando (?:era|tenia) (?:\w{2,12})|antes (?:yo )?|de (?:nin[oa]|"
    r"adolescente|joven)|en el pasado",
    past_after=r"hace (?:\w{2,8} )?(?:anos|meses)|cuando (?:era|tenia)|en el pasado|pero ya (?:no|estoy)",
    made_small=r"(?:pero )?(?:ya )?(?:estoy|no es|no pasa) (?:bien|nada|mejor)(?: ya| ahora)?",
)
PT = _signs(
    speaker="eu|meu|minha|me",
    story_ends="mas",
    somebody="(?:meu|minha) (?:amig[oa]|irma|irmao|filh[oa])",
    past_ends="mas|agora|hoje|de novo|outra vez|ainda|est[ae] (?:noite|semana|vez|manha|tarde|ano|mes)",
    game=rf"{_LANDINGS['pt']}|no ringue|no boxe|no (?:jogo|videogame)",
    figure=r"de (?:rir|vergonha|fome|sede|sono|tedio|amor|calor|frio|medo|raiva|inveja|curiosidade|saudade|saudades|"
    r"rir disso)|por (?:ver|comer)",
    denied=r"(?:nunca|jamais|nao(?=[ ]))(?: vou| quero| penso| pensei| tenho| tinha| tive| tido| estou| em| e que| que|"
    r" pensando| seria capaz de| iria){0,4}",
    fiction=r"(?:meu|minha|o|a|um|uma) (?:personagem|protagonista|heroi|heroina|vilao|narrador|jogador)|(?:na|no|em|"
    r"numa|num) (?:minha |meu |uma |um )?(?:historia|romance|livro|conto|jogo|roteiro|filme|musica|serie|cena|"
    r"peca)",
    cited=r"(?:personagem|protagonista|heroi|heroina) (?:diz|disse|escreveu|grita|gritou|pensa)(?: que)?|"
    r"(?:significa|musica|intitulad[oa]|frase|palavras)",
    told=r"(?:ele|ela|amig[oa]|irma|irmao|mae|pai|filh[oa]|alguem|que|prim[oa]|colega|namorad[oa]) (?:diz|disse|me "
    r"disse|me diz|escreveu|me escreveu|grita|gritou|pensa)(?: que)?",
    past_before=r"ha (?:\w{2,8} )?(?:anos|meses)|quando (?:eu )?(?:era|tinha) (?:\w{2,12})|no passado|"
    r"antigamente|antes (?:eu )?|anos atras",
    past_after=r"(?:ha (?:\w{2,8} )?(?:anos|meses)|(?:\w{2,8} )?anos atras|quando (?:eu )?(?:era|tinha)|no passado|"
    r"mas (?:hoje|agora|ja) (?:\w{2,8} ){0,2}(?:bem|melhor|passou|nao))",
    made_small=r"(?:mas )?(?:ja )?(?:estou|to|nao e|ta tudo) (?:bem|nada|melhor)(?: agora)?",
)
FR = _signs(
    speaker="je|j'|moi|mon|ma|mes",
    story_ends="mais",
    somebody="mon (?:ami|frere|fils|copain)|ma (?:copine|soeur|fille|mere)",
    past_ends="mais|maintenant|aujourd'hui|encore|a nouveau|ce (?:soir|mois|matin)|cette (?:nuit|annee|semaine|fois)",
    game=rf"{_LANDINGS['fr']}|sur le ring|a la boxe|dans (?:le|ce|un|mon) (?:jeu|niveau|donjon)",
    figure=r"de (?:rire|honte|faim|soif|fatigue|ennui|chaud|froid|peur|jalousie|curiosite|bonheur|rire la)|moins bete|"
    r"(?:ce|mes|les|cet|cette) (?:devoir|dissertation|travail|exercice|exam(?:en)?|dossier|memoire|exos?)s?|"
    r"(?:le|ce|avec ce|ma) (?:menage|vaisselle|rangement)|(?:avec|de) (?:ce|cette|mon|ma|mes|"
    r"ces|les) (?:dossier|projet|devoirs?|travail|histoire|"
    r"paperasse|exams?|examens?|cours|revisions)",
    denied=r"(?:jamais|ne|n'|pas|aucune intention de|aucune envie de)(?: vais| veux| pense| ai| songe| compte| pas| "
    r"jamais| l'intention de| envie de| de| a| que| je| me){0,5}",
    fiction=r"(?:mon|ma|le|la|un|une) (?:personnage|heros|heroine|protagoniste|mechant|narrateur|narratrice|joueur)|"
    r"dans (?:mon|ma|le|la|un|une) (?:histoire|roman|livre|jeu|scenario|film|chanson|piece|scene|nouvelle)|"
    r"dans l'histoire",
    cited=r"(?:personnage|heros|heroine) (?:dit|a dit|ecrit|crie|pense|repete)(?: que)?|(?:signifie|chanson|"
    r"intitulee?|phrase|mots)",
    told=r"(?:il|elle|ami|amie|frere|soeur|mere|pere|fils|fille|quelqu'un|on|cousine?|copine?|collegue) (?:dit|m'a "
    r"dit|a dit|me dit|m'ecrit|m'a ecrit|ecrit|a ecrit|crie|pense|repete)(?: que)?",
    past_before=r"il y a (?:\w{2,8} )?(?:ans|mois|annees)|quand j'(?:etais|avais) (?:\w{2,12})|autrefois|"
    r"a l'epoque|dans "
    r"le passe|par le passe",
    past_after=r"(?:il y a (?:\w{2,8} )?(?:ans|mois|annees)|quand j'(?:etais|avais)|a l'epoque|dans le passe|"
    r"mais (?:ca "
    r"va|maintenant|c'est (?:fini|passe)|aujourd'hui))",
    made_small=r"(?:mais )?(?:ca va|c'est rien|ce n'est rien|je vais (?:bien|mieux))(?: maintenant)?",
)
_DENIED_DE = (
    r"(?:(?:glaube?|denke?|sage?|meine?|behaupte)(?: (?:ja|auch|jetzt|damit|aber|doch|echt|wirklich)){0,2} "
    r"nicht|will(?: damit)? nicht (?:sagen|behaupten)|(?:heisst|bedeutet|ist|war)(?: (?:ja|doch|jetzt|aber|noch)){0,2} "
    r"nicht(?: so| wahr)?|stimmt nicht|(?:nie|niemals|nicht) (?:gesagt|behauptet|gemeint|geschrieben)|(?<!\w )nicht"
    r"(?: etwa)?) dass"
)
"""What denies the clause behind it; `er glaubt mir nicht, dass` does not."""
_DENIED_DE = (
    r"(?:(?:glaube?|denke?|sage?|meine?|behaupte)(?: (?:ja|auch|jetzt|damit|aber|doch|echt|wirklich)){0,2} "
    r"nicht|will(?: damit)? nicht (?:sagen|behaupten)|(?:heisst|bedeutet|ist|war)(?: (?:ja|doch|jetzt|aber|noch)){0,2} "
    r"nicht(?: so| wahr)?|stimmt nicht|(?:nie|niemals|nicht) (?:gesagt|behauptet|gemeint|geschrieben)|(?<!\w )nicht"
    r"(?: etwa)?) dass"
)
"""What denies the clause behind it; `er glaubt mir nicht, dass` does not."""
_DENIED_DE = (
    r"(?:(?:glaube?|denke?|sage?|meine?|behaupte)(?: (?:ja|auch|jetzt|damit|aber|doch|echt|wirklich)){0,2} "
    r"nicht|will(?: damit)? nicht (?:sagen|behaupten)|(?:heisst|bedeutet|ist|war)(?: (?:ja|doch|jetzt|aber|noch)){0,2} "
    r"nicht(?: so| wahr)?|stimmt nicht|(?:nie|niemals|nicht) (?:gesagt|behauptet|gemeint|geschrieben)|(?<!\w )nicht"
    r"(?: etwa)?) dass"
)
"""What denies the clause behind it; `er glaubt mir nicht, dass` does not."""
_DENIED_DE = (
    r"(?:(?:glaube?|denke?|sage?|meine?|behaupte)(?: (?:ja|auch|jetzt|damit|aber|doch|echt|wirklich)){0,2} "
    r"nicht|will(?: damit)? nicht (?:sagen|behaupten)|(?:heisst|bedeutet|ist|war)(?: (?:ja|doch|jetzt|aber|noch)){0,2} "
    r"nicht(?: so| wahr)?|stimmt nicht|(?:nie|niemals|nicht) (?:gesagt|behauptet|gemeint|geschrieben)|(?<!\w )nicht"
    r"(?: etwa)?) dass"
)
"""What denies the clause behind it; `er glaubt mir nicht, dass` does not."""
_DENIED_DE = (
    r"(?:(?:glaube?|denke?|sage?|meine?|behaupte)(?: (?:ja|auch|jetzt|damit|aber|doch|echt|wirklich)){0,2} "
    r"nicht|will(?: damit)? nicht (?:sagen|behaupten)|(?:heisst|bedeutet|ist|war)(?: (?:ja|doch|jetzt|aber|noch)){0,2} "
    r"nicht(?: so| wahr)?|stimmt nicht|(?:nie|niemals|nicht) (?:gesagt|behauptet|gemeint|geschrieben)|(?<!\w )nicht"
    r"(?: etwa)?) dass"
)
"""What denies the clause behind it; `er glaubt mir nicht, dass` does not."""
DE = _signs(
    speaker=r"ich|mich|mir|mein\w{0,2}|habe?|bin|denke|sehe|schreibe|verschenke|stehe|halte|ertrage|wache|falle",
    clause=r"(?:\w{2,10} )?ich|mein\w{0,2}|er|sie|die|das|alle|niemand|keiner|wenn",
    clause_denied=_DENIED_DE,
    anew=r", (?:ich|mir|es|mein\w{0,2}|hab)(?: \w{2,10}){0,3}|und|ob|also|weil|denn|deshalb|jetzt|heute|aber|dass|nun|"
    r"da|wenn|warum|lol",
    says=r"sagte?|ruft|rief|denkt|dachte|schreit|schrie|fluster\w{1,2}|fluester\w{1,2}|murmelt|singt|sang|schreibt|"
    r"schrieb|meinte?|spricht|heisst|namens|fragt",
    plain=r"(?!(?:ich|wurde|wuerde|wollte|sterben|am|liebsten|so|echt|einfach)\b)\w{2,20}",
    present=r"ich (?:will|mag|mochte|moechte|werde|muss|bringe?|denke?|plane|ritze?|schneide|verletze|hore|hoere|"
    r"nehme?|"
    r"springe?|kotze|erbreche|hange|haenge|ware|waere)|(?:will|mag|mochte|moechte|werde|muss|bringe?|denke|ritze?|"
    r"schneide|verletze|hore|hoere|kotze|erbreche|ware|waere) ich|ich(?: (?!habe?\b|hatte|wurde|wollte|war\b|und\b|"
    r"konnte|bin\b)\w{1,12}){1,5} (?:will|mag|mochte|moechte|werde|muss|umbringe|denke|ritze|schneide|verletze|hore|"
    r"hoere|kotze|erbreche|ware|waere)|(?:(?!wurde|worden|hat\b|haben\b|bin\b)\w{2,12} ){0,4}(?:schlagt|schlaegt|"
    r"schlagen|haut|verhaut|verprugelt|"
    r"misshandelt|missbraucht|wurgt|wuergt|tritt|bedroht|sperrt|zwingt)(?! (?:hat|wurde|haben|worden)\b)|(?:ich "
    r")?(?:hab|habe) "
    r"(?:ich )?(?:(?:\w{2,8} ){0,2}angst|(?:\w{2,10} ){0,2}(?:suizid|selbstmord)gedanken(?! gehabt))|ich (?:\w{2,10} )"
    r"{0,2}(?:suizid|selbstmord)gedanken (?:hab|habe)|ich (?:\w{2,8} ){0,2}angst vor \w{2,8} \w{2,12} habe?|\w{2,5} "
    r"(?:\w{2,8} )?stimmen "
    r"sagen|sagen mir|ich habe? "
    r"(?:vor|lust|angst)|ich (?:wurde|wuerde)(?: \w{2,10}){0,3} (?:sterben|tot sein|mich|gern|gerne)|(?!(?:\w{1,14} "
    r"){0,6}"
    r"(?:habe?|hat|haben|hatte|wurden?|wollten?|war|konnte|dachte|worden|gewesen|ge\w{2,10}(?:t|en))\b)\w{1,20}",
    story_ends="aber|im ernst|ehrlich gesagt|in echt|in wirklichkeit",
    somebody=r"meine? (?:freund|freundin|bruder|schwester|sohn|tochter)(?! (?:\w{2,8} )?(?:mich|mir|tot|gestorben|"
    r"weg)\b)"
    r"(?=[^,.!?;]{0,30}$)",
    past_ends="aber|jetzt|heute|wieder|immer noch|noch immer|seitdem|seither|inzwischen|mittlerweile|nun|neulich|"
    "gestern|"
    "vorhin|gerade|diesmal|zurzeit|momentan|dies(?:e woche|es jahr|es mal|en monat)|(?<!nicht )(?<!nicht so )(?:gut|"
    "glucklich|gluecklich|"
    "frohlich|froehlich|normal|okay|leichter|besser|schoner|schoener)|gestorben|verlassen|getrennt|schluss gemacht",
    game=rf"{_LANDINGS['de']}|im (?:ring|boxring|level|game|match)|im spiel(?! (?:des|meines|mit|namens)\b)|in "
    rf"(?:diesem|"
    r"dem) (?:spiel(?! (?:des|namens)\b)|level)|(?:(?:immer|oft|standig|jedes mal|wieder|manchmal) )?(?:im|beim|bei|"
    r"in) "
    r"(?:boxen|spielen|schach|tennis|tischtennis|badminton|poker|armdrucken|armdruecken|mario kart|fifa|skat|uno|"
    r"monopoly|"
    r"fussball|basketball|wettrennen|karate|judo|sparring|videospiel|kartenspiel|minecraft|fortnite|elden ring|"
    r"dark souls|roblox|gta|skyrim)|(?:fur|fuer|zum|zur|als) (?:\w{2,15} ){1,3}vor(?= ?(?:$|[.!?;,]))",
    figure=r"als (?:auf (?:dieser|der|einer) \w{3,12}|\w{3,14} (?:essen|horen|hoeren|sehen|schauen|trinken)|zum "
    r"zahnarzt)|vor (?:lauter )?(?:lachen|langeweile|neugier|peinlichkeit|fremdscham|gluck|glueck|freude|aufregung|"
    r"begeisterung)|(?:fur|fuer) (?:ein|einen|eine|diese[nrs]?|das|die|den|ne?|nen) (?:(?:stuck|stueck|tasse|tafel|"
    r"portion|\w{3,10}) )?(?:pizza|burger|doner|doener|kaffee|kuchen|torte|schokolade|schoki|keks|eis|nickerchen|bier|"
    r"steak|kleid|tasche|schuhe|pommes|karten?|tickets?|konzert)",
    strong=r"vor (?:lauter )?(?:scham|angst|hunger|durst|hitze|kalte|kaelte|muedigkeit|mudigkeit|schreck)",
    denied=r"(?:nie|niemals|nicht|keineswegs|nicht vor|keine?n?|keinerlei|keine absicht)(?: wieder| daran| mich| mir| "
    r"das|"
    rf" vor| werde| wurde| wuerde| gedanken| lust| drang){{0,4}}|(?:{_DENIED_DE})(?: ich)?(?: mich| mir)?",
    fiction=r"(?:mein|meine|der|die|ein|eine|unser) (?:held|heldin|protagonist|protagonistin|bosewicht|erzahler|avatar|"
    r"hauptfigur|romanfigur|spielfigur|hauptcharakter|spielcharakter)|(?:der|die|ein|eine) (?:figur|charakter|spieler)|"
    r"(?:meine figur|mein (?:charakter|spieler))(?= (?:sagt|denkt|will|schreit|flustert|ruft|heisst|stirbt|spricht|"
    r"murmelt|meint)\b)|in (?:meiner|der|meinem|dem|einer|einem) (?:geschichte|roman|buch|spiel|stuck|drehbuch|film|"
    r"lied|"
    r"szene|serie|theaterstuck|gedicht)|(?<!wie )im (?:roman|buch|spiel|film|lied|stuck|rollenspiel|theaterstuck)|"
    r"(?:eine?|meine?"
    r"|einen|das|den|der) (?:geschichte|roman|buch|szene|film|lied|gedicht|songtext|kapitel) (?:in (?:der|dem)|wo|uber|"
    r"ueber|namens)|(?:schreib|schreibe) (?:mir )?(?:eine?n?|die|das) (?:\w{2,12} )?(?:geschichte|szene|gedicht|roman|"
    r"lied)",
    cited=r"(?:figur|held|heldin|charakter|protagonistin?) (?:sagte?|schreibt|schrieb|schreit|schrie|meint|denkt|ruft|"
    r"rief|"
    r"flustert)(?: dass)?|was (?:bedeutet|heisst)|wie sagt man|(?:bedeutet|heisst|namens|lied|satz|zeile|worte|zitat|"
    r"spruch|songtext)"
    r"(?=[ ]{0,1}[:\"'])",
    told=r"\b(?:er|sie|freund|freundin|bruder|schwester|mutter|vater|mama|papa|mann|frau|sohn|tochter|jemand|cousine?|"
    r"kollegin|kollege|patient|patientin|schulerin?) (?:(?:sagt|sagte|schreibt|schrieb|meint|meinte|denkt|hat (?:mir )?"
    r"gesagt|hat (?:mir )?geschrieben)(?: mir)?(?: dass)?|(?:schreit|schrie|brullt|ruft|rief)(?=[ ]{0,1}[:\"']))",
    past_before=r"vor (?:\w{2,8} )?(?:jahren|monaten)|fruher|frueher|damals|letztes jahr|als (?:ich (?:noch |damals )?"
    r"(?:(?:ein |sehr |so )?(?:klein\w{0,2}|jung|junger|juenger|kind|teenager|jugendliche?r?)|\d{1,2}|zehn|elf|zwolf|"
    r"zwoelf|dreizehn|vierzehn|funfzehn|fuenfzehn|sechzehn|in der grundschule)(?: \w{2,10})? war|kind|jugendlicher?|"
    r"teenager)|in (?:der vergangenheit|meiner (?:kindheit|jugend))",
    past_after=r"vor (?:\w{2,8} )?(?:jahren|monaten)|als ich (?:\w{1,12} ){1,3}war|als kind|(?:damals|fruher|"
    r"frueher)(?! "
    r"(?:wie|und|genauso)\b)|letztes jahr|aber (?:das |es )?ist (?:lange |schon |jetzt ){0,2}(?:vorbei|her|"
    r"vergangenheit)|"
    r"aber (?:heute|jetzt|inzwischen|mittlerweile) (?:(?!kann |will |wird |nicht |nie |kaum |noch )\w{2,8} "
    r"){0,3}(?:gut|"
    r"besser|nicht mehr(?= ?(?:$|[.!?;,])))",
    made_small=r"aber (?:(?!dann |danach |bald |nicht |nie |nichts )\w{2,10} ){0,2}(?:geht es|geht's|ist|"
    r"alles)(?: mir| "
    r"schon| jetzt| wieder| alles| auch){0,3} (?:gut|besser|okay|ok|nicht (?:so )?schlimm|halb so (?:wild|schlimm))|"
    r"mir "
    r"geht(?: es|'s)? (?:aber |jetzt |trotzdem |sonst |schon ){0,2}(?:gut|okay|ok|besser)|(?<!ist )(?<!wird )(?<!dann )"
    r"alles (?:wieder )?(?:gut|okay|ok)(?= ?(?:$|[.!?;,]))|(?:ist )?nicht (?:so )?schlimm",
)

BY_LANGUAGE: Mapping[str, Surroundings] = MappingProxyType({"en": EN, "es": ES, "fr": FR, "de": DE, "pt": PT})

SOON = compiled(
    r"\b(?:tonight|right now|this (?:evening|morning|afternoon|weekend)|in (?:an|one|a few|two|five|ten|\d{1,2}) "
    r"(?:hours?|minutes?|mins?)|in a (?:minute|moment)|before (?:they|he|she|anyone|anybody|my \w{2,12}) (?:gets?|"
    r"comes?|wakes?|finds?)|as soon as|when (?:they|everyone|everybody|my \w{2,12})(?:'s| is| are|'re)? (?:asleep|"
    r"gone|out)|esta noche|ahora mismo|ce soir|cette nuit|tout de suite|heute (?:nacht|abend)|noch heute|jetzt "
    r"gleich|hoje a noite|agora mesmo|esta madrugada)\b"
)
"""A time that is near, wherever in the words it stands."""
SOON_BESIDE = compiled(
    r"\b(?:today|tomorrow|now|soon|hoy|ahora|manana|maintenant|aujourd'hui|demain|heute|jetzt|morgen|gleich|hoje|"
    r"agora|amanha)\b"
)
"""A time that may be near: it counts only in the same sentence, close by."""
ORDINARY = compiled(
    r"\b(?:(?<!not )(?:(?:as|like|how) (?:the|my) (?:doctor|psychiatrist|pharmacist) (?:said|says|told|prescribed|"
    r"ordered)|as prescribed)|(?<!no )como (?:(?:me )?(?:dijo|dice|receto|indico) (?:el|la|mi) (?:medic[oa]|doctora?))|"
    r"(?<!no )como (?:el|la|mi) (?:medic[oa]|doctora?) (?:me )?(?:dijo|receto|indico)|"
    r"(?<!pas )comme (?:le|la|mon|ma) (?:medecin|docteur|psychiatre) (?:l'a |me l'a |m'a |a )?(?:dit|prescrit)|"
    r"(?<!nicht )wie (?:es )?(?:der|die|mein|meine) (?:arzt|arztin|aerztin) (?:es )?(?:gesagt|sagt|sagte|verschrieben|"
    r"verordnet)|(?<!nao )como o (?:medico|psiquiatra) (?:disse|mandou|receitou)|(?:jump|leap|salto|saltar|tirar|"
    r"sauter|"
    r"saute|springe|springen|werfe|pular|pulo)(?: \w{1,10}){1,5} "
    rf"(?:{'|'.join(_LANDINGS.values())}))\b"
)
"""Medicine taken as a doctor said, and a jump that lands on something: what the classifier takes for danger."""
OUT_OF_STORY = compiled(
    r"\b(?:ooc|out of character|outside (?:of )?the (?:game|story)|irl|in real life|for real (?:now|though|this "
    r"time)|pause the (?:game|adventure|story|roleplay)|stop the (?:game|story|roleplay)|(?:not|isn't|no longer|"
    r"never was|nothing to do with)(?: just| only| really| in| about| part of| talking about| from){0,3} (?:the|a|my|"
    r"our)? ?(?:game|story|role ?play|character|hero|heroine|novel|book|rp)(?: anymore| any more)?|i mean me|it's "
    r"(?:me|about me)|this is (?:really )?(?:me|about me)(?: talking| speaking| now)?|speaking as my ?self|as the "
    r"player|me the player|i'm (?:serious|not (?:joking|kidding|acting|playing))|fuera (?:de(?:l)? )?(?:personaje|"
    r"juego|rol)|(?:no es|ya no es) (?:un |parte del |el )?(?:juego|rol|cuento)|hablo (?:de mi|en serio)|hors (?:jeu|"
    r"rp|personnage)|(?:pas|plus) (?:un |le |du |dans le )?(?:jeu|rp)|je parle de moi|kein spiel(?: mehr)?|nicht "
    r"(?:im|das) spiel|ausserhalb (?:der rolle|des spiels)|ich meine mich|im ernst|fora d[oe] (?:personagem|jogo)|"
    r"(?:nao e|ja nao e) (?:um |o |parte do )?jogo|falo (?:de mim|serio))\b"
)
"""The writer steps out of the story."""
