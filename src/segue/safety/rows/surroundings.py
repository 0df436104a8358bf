"""What stands around a match and changes what it means: a figure of speech, a denial, a story, the past, a time."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from segue.safety.around import Surroundings
from segue.safety.rows.de import surroundings as de
from segue.safety.rows.en import surroundings as en
from segue.safety.rows.es import surroundings as es
from segue.safety.rows.fr import surroundings as fr
from segue.safety.rows.pt import surroundings as pt
from segue.safety.rules import late_rule

_LANDINGS = {
    "en": en.LANDINGS,
    "es": es.LANDINGS,
    "fr": fr.LANDINGS,
    "de": de.LANDINGS,
    "pt": pt.LANDINGS,
}
"""Where somebody lands who jumps in a story or for fun; water, a road and rails are none."""

BY_LANGUAGE: Mapping[str, Surroundings] = MappingProxyType(
    {
        "en": en.EN,
        "es": es.ES,
        "fr": fr.FR,
        "de": de.DE,
        "pt": pt.PT,
    }
)

SOON = late_rule(
    rf"\b(?:{en.SOON}|esta noche|ahora mismo|ce soir|cette nuit|tout de suite|heute (?:nacht|abend)|noch heute|"
    r"jetzt gleich|hoje a noite|agora mesmo|esta madrugada|esta tarde|hoy mismo|"
    r"dentro de (?:un rato|una hora|\d{1,2} (?:minutos|horas))|cuando (?:todos|mis padres|"
    r"mi \w{2,8}) (?:se )?(?:duerman?|vayan?)|cet apres-midi|dans (?:une heure|"
    r"(?:\d{1,2}|cinq|dix|quelques) (?:minutes|heures))|quand (?:tout le monde|mes parents|ma mere) (?:dormira|"
    r"dormiront|sera parti)|hoje mesmo|ess[ea] noite|esta noite|daqui a (?:pouco|uma hora|\d{1,2} (?:minutos|horas))|"
    r"quando (?:todos|meus pais) (?:dormirem|sairem))\b"
)
"""A time that is near, wherever in the words it stands."""
SOON_BESIDE = late_rule(
    rf"\b(?:{en.SOON_BESIDE}|hoy|ahora|manana|maintenant|aujourd'hui|demain|heute|jetzt|morgen|gleich|hoje|agora|"
    r"amanha)\b"
)
"""A time that may be near: it counts only in the same sentence, close by."""
ORDINARY = late_rule(
    r"\b(?:(?<!not )(?:(?:as|like|how) (?:the|my) (?:doctor|psychiatrist|pharmacist) (?:said|says|told|prescribed|"
    r"ordered)|as prescribed|(?:my|the) (?:doctor|psychiatrist|nurse)(?:'ll| will| would|'s going to|"
    r" is going to) be (?:so |very |really )?(?:proud|happy|pleased|glad))|(?:el|la|mi) (?:medic[oa]|doctora?|"
    r"psiquiatra) (?:va a estar|estara|se pondra) (?:muy )?(?:orgullos|content)[oa]|"
    r"(?:le|la|mon|ma) (?:medecin|docteure?|psychiatre|psy) (?:va etre|sera) (?:tres )?(?:fiere?|contente?)|"
    r"(?:o|a|meu|minha) (?:medic[oa]|psiquiatra|doutora?) (?:vai ficar|ficara|vai estar) (?:muito )?(?:orgulhos[oa]|"
    r"content[ea]|feliz)|(?:mein|meine|der|die) (?:arzt|arztin|aerztin|psychiater|"
    r"psychiaterin) wird (?:\w{2,8} )?(?:stolz|froh|zufrieden)|(?<!no )como (?:(?:me )?(?:dijo|dice|receto|"
    r"indico) (?:el|la|mi) (?:medic[oa]|doctora?))|(?<!no )como (?:el|la|mi) (?:medic[oa]|doctora?) (?:me )?(?:dijo|"
    r"receto|indico)|(?<!pas )comme (?:le|la|mon|ma) (?:medecin|docteur|psychiatre) (?:l'a |me l'a |m'a |a )?(?:dit|"
    r"prescrit)|(?<!nicht )wie (?:es )?(?:der|die|mein|meine) (?:arzt|arztin|aerztin) (?:es )?(?:gesagt|sagt|sagte|"
    r"verschrieben|verordnet)|(?<!nao )como (?:o |a |meu |minha |o meu |a minha )(?:medic[oa]|psiquiatra|"
    r"doutora?) (?:me )?(?:disse|mandou|receitou)|(?:jump|leap|salto|saltar|tirar|sauter|saute|springe|springen|werfe|"
    rf"pular|pulo)(?: \w{{1,10}}){{1,5}} (?:{'|'.join(_LANDINGS.values())})|when i was (?:one|two|three|four|five|"
    r"[1-6]|a (?:baby|toddler)) i (?:drank|swallowed|ate) \w{2,14})\b"
)
"""Medicine taken as a doctor said, and a jump that lands on something: what the classifier takes for danger."""
OUT_OF_STORY = late_rule(
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
