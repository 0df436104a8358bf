"""Wounds of one's own, blows, threats, hunger and weapons, in French."""

from __future__ import annotations

from segue.domain.findings import Category
from segue.domain.models import SafetyLevel
from segue.safety.rules import Rule, either

_I, _A, _E, _H = Category.SELF_INJURY, Category.ABUSE, Category.EATING_DISORDER, Category.HARM_TO_OTHERS
_HIGH, _MODERATE = SafetyLevel.HIGH, SafetyLevel.MODERATE

_END = r"(?= ?(?:$|[.!?;,]))"
_LIMBS = r"(?:bras|avant-bras|poignets?|cuisses?|jambes?)"
_BY_CHANCE = (
    r"(?! (?:\w{1,8} ){0,2}(?:genou|dos|cheville|doigt|en jouant|en courant|en cuisinant|foot|muscu|sport|salle|match|"
    r"chat|"
    r"chien|ronces|rosier|jardin|velo|moto|chute|rasant|epilant|expres pas|sans faire)\b)"
)
"""How somebody is hurt by chance."""
_FAMILY = (
    r"(?:mon (?:mari|copain|mec|chum|conjoint|compagnon|ex|pere|beau-pere|frere|oncle|papi|grand-pere|cousin|daron)|ma "
    r"(?:femme|copine|mere|belle-mere|blonde)|il|papa)"
)
_GUN = r"(?:fusil|pistolet|flingue|revolver|arme|gun|carabine)"

ROWS: tuple[Rule, ...] = (
    Rule(
        "self_injury.fresh",
        _I,
        _MODERATE,
        "fr",
        "balafre brulure coupure entaill estensa plaies saigne sontens",
        either(
            rf"(?:mes|mon|ma) {_LIMBS} (?:me )?(?:saigne(?:nt)?|(?:n')?arretent? pas de saigner|est en sang|sont en "
            rf"sang|"
            rf"recommencent? a saigner)(?: encore| toujours| a nouveau)?{_BY_CHANCE}",
            rf"(?:mes|mon|les) {_LIMBS} (?:(?:est|sont) )?(?:plein(?:e)?s?|couvert(?:e)?s?|marquee?s?) (?:de |"
            rf"d')(?:\w{{4,8}} "
            rf")?(?:coupures|entailles|plaies|brulures|balafres){_BY_CHANCE}",
        ),
    ),
    Rule(
        "self_injury.blade",
        _I,
        _MODERATE,
        "fr",
        "lame cutter rasoir",
        r"(?:lames?|cutter|rasoir)(?: de rasoir| de cutter)? (?:encore|a nouveau|encore une fois|de nouveau)(?: "
        r"(?:comme "
        rf"(?:chaque|tous|toutes|hier|d'hab\w*|toujours)|ce soir|cette nuit|hier soir|sur (?:ma|la) peau)|{_END})",
    ),
    Rule(
        "self_injury.for_a_reason",
        _I,
        _MODERATE,
        "fr",
        "mecalme mepunir merite neplusp plussen ressent sentirq",
        r"je me (?:suis )?(?:encore )?(?:brulee?|brule|coupee?|coupe|frappee?|frappe|tape|tapee?|griffe|griffee?|fais|"
        r"fait)(?: "
        r"\w{1,10}){0,7} (?:(?:parce que|pcq|car) je (?:le|l') ?merite|pour (?:me (?:punir|calmer)|ressentir|sentir "
        r"quelque|ne "
        r"plus (?:sentir|penser)|plus sentir))",
    ),
    Rule(
        "self_injury.once_more",
        _I,
        _MODERATE,
        "fr",
        "latetec latetes suisenc",
        either(
            r"(?:je|j') ?(?:me )?suis encore (?:coupee?|fait (?:du )?mal|brulee?|tailladee?|scarifiee?)(?:"
            rf"{_END}| (?:aujourd'hui|hier|ce (?:soir|matin)|cette nuit|expres|au (?:bras|poignet)|les|la cuisse|et|"
            rf"pour)){_BY_CHANCE}(?! "
            r"(?:les (?:cheveux|ongles)|la (?:frange|langue)))",
            r"je me (?:tape|cogne|frappe) la tete (?:contre|sur) (?:le|les) murs?(?! (?:avec|a cause d|devant) (?:ce|"
            r"cette|mon|"
            r"l[ae])\b)(?: jusqu'au sang| jusqu'a saigner| fort| pour| quand| tous)",
        ),
    ),
    Rule(
        "abuse.at_night",
        _A,
        _MODERATE,
        "fr",
        "ma_chambre mon_lit",
        rf"{_FAMILY} (?:\w{{1,8}} )?(?:vient|entre|se glisse|rentre|monte) (?:dans (?:ma chambre|mon lit)) (?:la nuit|"
        rf"le soir|"
        r"chaque nuit|quand (?:tout le monde|maman|ma mere|tous)|toutes les nuits|et (?:me touche|ferme))(?! (?:pour|"
        r"et me) "
        r"(?:eteindre|border|donner|voir|reveiller|lit|borde|dire|lire)\b)",
    ),
    Rule(
        "abuse.locked_up",
        _A,
        _MODERATE,
        "fr",
        "m'enferm",
        rf"{_FAMILY} m'enferm\w{{1,4}}(?: [\w']{{1,8}}){{0,5}} (?:sans (?:manger|nourriture|eau|sortir|lumiere)|a cle|"
        rf"a "
        rf"clef|a la "
        r"cave|au sous-sol)",
    ),
    Rule(
        "abuse.threat_if",
        _A,
        _HIGH,
        "fr",
        "me_tue",
        rf"{_FAMILY} (?:me |m'a )?(?:dit|jure|promis|menace)(?: de| qu'il| qu'elle| que)+ (?:va )?(?:me tue(?:ra|r)?) "
        rf"si (?:je|"
        r"j') ?(?:\w{1,4} ){0,2}(?:quitte|pars|porte plainte|parle|vais (?:a|voir) (?:la )?(?:police|flics|gendarmes)|"
        r"vais aux|"
        r"raconte|denonce|dis|appelle)\b",
    ),
    Rule(
        "abuse.beaten_slang",
        _A,
        _MODERATE,
        "fr",
        "batcomm cognede defonce derouil foutdes foutune lagueul tabasse varge",
        rf"{_FAMILY} (?:me|m'a) (?:encore )?(?:varge(?: dessus)?|tabassee?|tabasse|derouille|(?:defonce|casse|pete) "
        rf"la gueule|"
        r"fout (?:des|une) (?:coups|torgnoles?|raclees?|claques?)|cogne dessus|bat comme platre|defoncee)",
    ),
    Rule(
        "harm_to_others.weapon_to_school",
        _H,
        _HIGH,
        "fr",
        "fusil pistolet flingue revolver arme_ l'arme une_arme gun carabine",
        rf"(?:amen|apport|emmen|ramen|prend|embarqu)\w{{1,4}} (?:le|la|un|une|mon|l') ?{_GUN}(?! (?:a eau|en "
        rf"plastique|a billes))(?: "
        r"\w{1,8}){0,4} (?:au|a l'|en) ?(?:lycee|college|ecole|cours|fac|bahut|boulot|travail|bureau|cegep)",
    ),
    Rule(
        "harm_to_others.him",
        _H,
        _MODERATE,
        "fr",
        "jevaisl jevasl jvaisl jvasl",
        r"(?:je vais|j'vais|j'vas|je vas) (?:le|la|les) (?:tuer|buter|poignarder|planter) (?:quand (?:il|elle|ils) "
        r"(?:\w{1,3} "
        r")?(?:rentr|revien|dorm|arriv|sort)\w{1,5}|ce soir|cette nuit|demain|pendant (?:qu'il|qu'elle|son)|avec "
        r"(?:un|mon|le) "
        r"(?:couteau|fusil|flingue|marteau))(?! (?:de (?:rire|bisous)))",
    ),
    Rule(
        "harm_to_others.pillow",
        _H,
        _HIGH,
        "fr",
        "oreiller coussin",
        r"(?:oreiller|coussin)(?: [\w']{1,8}){0,5} (?:bebe|petite?|fils|fille|mere|pere|lui|elle)(?: [\w']{1,8}){0,5} "
        r"(?:appuy|etouff|"
        r"press|serr)\w{1,4}",
    ),
    Rule(
        "eating_disorder.proud_hunger",
        _E,
        _MODERATE,
        "fr",
        "jefais jepese mangepa mangepl mangera mangeri queje sansman sansrie",
        either(
            r"jours (?:que je (?:n'ai |ne |n')?(?:rien |pas )?(?:mange|mange rien|mange pas|ai rien mange)|sans "
            r"(?:rien )?manger)"
            r"(?: \w{2,5})? (?:et )?(?:\w{1,4} ){0,3}(?:du bien|bien|legere?|forte?|fiere?|propre|puissante?|pure?)",
            r"(?:je fais|je pese) [2345]\d(?: ?kg| ?kilos)? et (?:je (?:suis|me sens|me trouve) )?(?:encore|"
            r"toujours)? ?(?:trop )?"
            r"(?:grosse?|enorme)(?! gagnant)",
            r"(?:mange|mangerai) (?:plus|rien|pas)(?: rien)? (?:jusqu'a|avant|tant que)(?: \w{2,5}){0,3} [2345]\d(?! "
            r"(?:ans|"
            r"minutes|heures))",
        ),
    ),
)
