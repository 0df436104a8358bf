"""What stands around a match and changes what it means: a figure of speech, a denial, a story, the past, a time."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from segue.safety.around import Surroundings
from segue.safety.around import signs as _signs
from segue.safety.rows import surroundings_en, surroundings_es, surroundings_fr, surroundings_pt
from segue.safety.rules import compiled

_LANDINGS = {
    "en": surroundings_en.LANDINGS,
    "es": surroundings_es.LANDINGS,
    "fr": surroundings_fr.LANDINGS,
    "de": r"(?:auf|in) (?:das|den|die|ein|einen|eine) (?:schiff|boot|floss|wagen|heu|deck|drachen|pferd|netz)|ins "
    "(?:boot|"
    r"heu|netz)",
    "pt": surroundings_pt.LANDINGS,
}
"""Where somebody lands who jumps in a story or for fun; water, a road and rails are none."""

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
    {
        "en": surroundings_en.EN,
        "es": surroundings_es.ES,
        "fr": surroundings_fr.FR,
        "de": DE,
        "pt": surroundings_pt.PT,
    }
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
