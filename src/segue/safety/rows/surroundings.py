"""What stands around a match and changes what it means: a figure of speech, a denial, a story, the past, a time."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from segue.safety.around import Surroundings
from segue.safety.around import signs as _signs
from segue.safety.rows import surroundings_en
from segue.safety.rules import compiled

_LANDINGS = {
    "en": surroundings_en.LANDINGS,
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
DE = _signs(
    speaker="ich|mich|mir",
    story_ends="aber",
    somebody="mein(?:e)? (?:freund|freundin|bruder|schwester|sohn|tochter)",
    past_ends="aber|jetzt|heute|wieder|immer noch|noch immer|dies(?:e woche|es jahr|es mal|en monat)",
    game=rf"{_LANDINGS['de']}|im (?:ring|boxring)|beim boxen|im (?:spiel|level|game)|in (?:diesem|dem) (?:spiel|level)",
    figure=r"vor (?:lachen|scham|hunger|durst|langeweile|muedigkeit|mudigkeit|neugier|peinlichkeit|gluck|angst|"
    r"aufregung)|fur (?:ein|einen|eine|dieses|"
    r"diesen) \w{3,15}",
    denied=r"(?:nie|niemals|nicht|keineswegs|nicht vor|keine absicht)(?: wieder| daran| dass| ich| mich| mir| das| "
    r"vor| werde| wurde| wuerde){0,4}",
    fiction=r"(?:mein|meine|der|die|ein|eine) (?:figur|charakter|held|heldin|protagonist|protagonistin|bosewicht|"
    r"erzahler|spieler|hauptfigur)|in (?:meiner|der|meinem|dem|einer|einem) (?:geschichte|roman|buch|spiel|"
    r"stuck|drehbuch|film|lied|szene|serie)|im (?:roman|buch|spiel|film|lied|stuck)",
    cited=r"(?:figur|held|heldin|charakter) (?:sagt|sagte|schreibt|schrieb|schreit|schrie|meint|denkt)(?: dass)?|"
    r"(?:bedeutet|lied|namens|satz|worte)",
    told=r"(?:er|sie|freund|freundin|bruder|schwester|mutter|vater|sohn|tochter|jemand|cousine?|kollegin|kollege) "
    r"(?:sagt|sagte|schreibt|schrieb|schreit|schrie|meint|meinte|denkt|hat (?:mir )?gesagt|hat (?:mir "
    r")?geschrieben)(?: mir)?(?: dass)?",
    past_before=r"vor (?:\w{2,8} )?(?:jahren|monaten)|fruher|frueher|damals|als (?:ich|kind|jugendlicher?)|in der "
    r"vergangenheit",
    past_after=r"(?:vor (?:\w{2,8} )?(?:jahren|monaten)|als ich (?:\w{2,12} )?war|damals|aber (?:heute|jetzt|"
    r"inzwischen) "
    r"(?:\w{2,8} ){0,3}(?:gut|besser|nicht))",
    made_small=r"(?:aber )?(?:mir geht es|es geht mir|ist|alles|jetzt) (?:wieder |jetzt )?(?:gut|besser|nicht "
    r"schlimm|okay)",
)

BY_LANGUAGE: Mapping[str, Surroundings] = MappingProxyType(
    {"en": surroundings_en.EN, "es": ES, "fr": FR, "de": DE, "pt": PT}
)

SOON = compiled(
    r"\b(?:tonight|tonite|2nite|right now|rn|at midnight|in a (?:bit|sec|second)|once (?:they|everyone|everybody) "
    r"(?:is|are|'re|'s) (?:asleep|gone|out)|this (?:evening|morning|afternoon|weekend)|in (?:an|one|a few|two|five|"
    r"ten|\d{1,2}) (?:hours?|minutes?|mins?)|in a (?:minute|moment)|before (?:they|he|she|anyone|anybody|my "
    r"\w{2,12}) (?:gets?|comes?|wakes?|finds?)|as soon as|when (?:they|everyone|everybody|my \w{2,12})(?:'s| is| are|"
    r"'re)? (?:asleep|gone|out)|esta noche|ahora mismo|ce soir|cette nuit|tout de suite|heute (?:nacht|abend)|noch "
    r"heute|jetzt gleich|hoje a noite|agora mesmo|esta madrugada)\b"
)
"""A time that is near, wherever in the words it stands."""
SOON_BESIDE = compiled(
    r"\b(?:today|tomorrow|(?<!better )(?<!fine )(?<!ok )(?<!okay )(?<!good )(?<!until )now|soon|hoy|ahora|manana|"
    r"maintenant|aujourd'hui|demain|heute|jetzt|morgen|gleich|hoje|agora|amanha)\b"
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
