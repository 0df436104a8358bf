"""What is ready, taken or said for the last time, and whom life is too much for, in French."""

from __future__ import annotations

from segue.domain.findings import Category
from segue.domain.models import SafetyLevel
from segue.safety.rows.fr.crisis import PILLS
from segue.safety.rules import Rule, either

_S, _M = Category.SUICIDE, Category.MEDICAL_EMERGENCY
_IMMINENT, _HIGH, _MODERATE = SafetyLevel.IMMINENT, SafetyLevel.HIGH, SafetyLevel.MODERATE

_END = r"(?= ?(?:$|[.!?;,]))"
_HIGH_PLACE = r"(?:pont|toit|immeuble|balcon|falaise|precipice|quai|rails|vide|fenetre|viaduc)"
_GUN = r"(?:fusil|pistolet|flingue|revolver|arme|carabine)"
_I = r"(?:j'ai|jai|j'|je )"
_BRANDS = (
    r"(?:dolipranes?|paracetamols?|efferalgans?|ibuprofenes?|aspirines?|xanax|lexomils?|temestas?|valiums?|"
    r"tylenols?|advils?)"
)

ROWS: tuple[Rule, ...] = (
    Rule(
        "plan.at_the_edge",
        _S,
        _HIGH,
        "fr",
        "bord_d rebord parapet rambarde",
        rf"(?:je suis|chu|chui|j'suis) (?:la )?(?:assise? |debout )?(?:au bord|sur le (?:re)?bord|sur le parapet|sur "
        rf"la "
        rf"rambarde)(?: du| de la| d'un| d'une| des) {_HIGH_PLACE}(?:{_END}| (?:la|maintenant|la maintenant|et (?:je|"
        rf"j'|ca|"
        r"personne)|en (?:bas|train)|a regarder (?:en bas|le vide)))",
    ),
    Rule(
        "means.looked_at",
        _S,
        _HIGH,
        "fr",
        "aligne arretep charge compte contre danslab danslam dansmab dansmam etale mappell peuxpas posedev "
        "sortito surles surmes",
        either(
            rf"(?:corde|{_GUN}|{PILLS}|lames?|couteau)(?: [\w']{{1,10}}){{0,5}} (?:(?:je )?(?:n')?(?:arrete pas|peux "
            rf"pas "
            r"m'empecher) (?:de |d')(?:la |le |les |y )?(?:regarder|fixer|penser)|m'(?:appelle|appellent))",
            rf"(?:j'ai |je )(?:charge|pris|sorti|tiens) (?:le|la|mon|un|une|l') ?{_GUN}(?: [\w']{{1,8}}){{0,4}} (?:sur "
            rf"(?:mes|"
            r"les) (?:genoux|cuisses)|dans (?:la|ma) (?:main|bouche)|contre (?:ma|la) tempe)",
            rf"{_GUN} (?:est )?(?:deja )?chargee?(?: [\w']{{1,8}}){{0,4}} (?:genoux|main|mains|bouche|cote de moi|mon "
            rf"lit)",
            rf"(?:aligne|compte|etale|pose devant moi|sorti tous)(?: tou(?:s|tes))? (?:les|mes) {PILLS}",
        ),
    ),
    Rule(
        "behaviour.letters_to_explain",
        _S,
        _MODERATE,
        "fr",
        "lettre",
        r"lettres? (?:\w{1,10} ){1,6}(?:pour (?:qu'(?:ils?|elles?|on)|que (?:tu|mes \w{3,8}|mon \w{3,8}|ma \w{3,8}|"
        r"vous)) "
        r"(?:comprenne\w{0,2}|sache\w{0,2} (?:pourquoi|que)|pardonne\w{0,2}|culpabilise\w{0,2})|pour (?:dire adieu|"
        r"quand je "
        r"(?:ne )?serai plus))",
    ),
    Rule(
        "behaviour.gave_for_good",
        _S,
        _MODERATE,
        "fr",
        "donne legue offert distribu",
        r"(?:j'ai|je) (?:tout )?(?:donne|legue|offert|distribue)(?: (?:mon (?:chien|chat)|mes (?:affaires|disques|"
        r"livres|"
        r"bijoux|economies|chats|chiens|vetements)|ma (?:guitare|chatte|chienne|collection)))?(?: [\w']{1,10}){0,6} "
        r"(?:n'en |en )?"
        r"(?:n'en )?(?:aurai(?:s)? plus besoin|(?:me )?servir(?:a|ont) plus)",
    ),
    Rule(
        "plan.day_chosen",
        _S,
        _MODERATE,
        "fr",
        "la_date le_jour",
        r"(?:j'ai|je) (?:deja )?(?:choisi|fixe|decide|trouve|la)(?: de)? ?(?:la date|le jour)[,.:; ]{1,3}(?:c'est|ce "
        r"sera) "
        rf"(?:le |pour |ce )?(?:\d{{1,2}}|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|mon "
        rf"anniv\w{{0,8}}){_END}",
    ),
    Rule(
        "plan.nobody_in_time",
        _S,
        _HIGH,
        "fr",
        "sais_comm sais_ou",
        r"je sais (?:comment|ou)(?: et (?:comment|ou|quand))? (?:je (?:vais|veux) )?(?:le |m'y )?(?:faire|prendre)(?: "
        r"\w{1,8}){0,3} (?:personne|on)(?: \w{1,6}){0,3} (?:trouv|empech|sauv|arret)\w{0,6}",
    ),
    Rule(
        "goodbye.tell_them",
        _S,
        _HIGH,
        "fr",
        "l'aime les_aime",
        r"(?:dis|dites) a (?:maman|papa|mamie|papi|ma \w{3,8}|mon \w{3,8}|mes \w{3,8}|tout le monde) que je (?:l'|les "
        r")aime"
        r"[.,;!]{1,3} ?(?:et )?(?:pardon|desolee?|adieu|je suis desolee?|pardonne)",
    ),
    Rule(
        "goodbye.last_time",
        _S,
        _MODERATE,
        "fr",
        "derniere_fois_que",
        r"(?:c'est|ce sera) la derniere fois que (?:tu|vous) (?:entend\w{1,4} parler de moi|me (?:vois|verras|voyez|"
        r"lis|"
        r"lisez|entends))(?! (?:\w{1,8} ){0,4}(?:avec|en|avant|jouer|fumer|perdre|a la|au|jusqu)\b)",
    ),
    Rule(
        "goodbye.world",
        _S,
        _HIGH,
        "fr",
        "adieu",
        r"adieu(?: \w{1,6}){0,2} (?:monde|vie|a tous|a toutes|(?:mes )?amis|famille)(?: cruel)?(?: [\w']{1,8}){0,3} "
        rf"(?:(?:j'en |je n'en |en )(?:peux|ai) (?:plus|marre|assez)(?:{_END}| de (?:vivre|tout|souffrir))|(?:je suis "
        rf"|trop "
        rf")?fatiguee?{_END}|j'abandonne|pardon(?:nez-moi|ne-moi)?|je m'en vais pour toujours)",
    ),
    Rule(
        "passive.why_live",
        _S,
        _MODERATE,
        "fr",
        "aquoi chup jarrive jenpeux jensupp jentien jenyarr jesuppo jetiens jeyarri jyarriv lebutd lesensd "
        "lintere lutilit plusetr plusviv puetred puetrei puetrel puvivre raison",
        either(
            rf"(?:a quoi (?:bon|ca sert|sert)(?: de| d'| il de)? ?(?:vivre|continuer(?: a vivre)?|exister|rester en "
            rf"vie)){_END}",
            rf"j'(?:veux|voudrais|ai) (?:plus|pu) (?:etre (?:la|ici|de ce monde)|etre la{_END}|vivre)(?:{_END}| "
            rf"(?:vraiment|"
            r"serieux))",
            r"(?:j'y arrive|je (?:n')?y arrive|j'arrive|je (?:n')?(?:supporte|tiens)|j'en peux|chu) (?:plus|pas|"
            r"pu)(?: capable)?"
            r"(?: avec| de)? (?:cette|la|ma) (?:\w{3,9} )?vie(?! (?:sociale|de (?:bureau|etudiant\w?)|nocturne|a la|"
            r"en ville))",
            r"(?:j'(?:veux|veut)|je veux) (?:pu|plus) vivre|chu pu capable de vivre",
            r"(?:n'y|n'|y)? ?(?:a|ai|ai|vois) (?:plus|aucune|pas)(?: aucune| de){0,2} raisons? de (?:continuer|vivre|"
            r"me lever|"
            rf"rester)(?: (?:a vivre|ici|en vie))?{_END}",
            r"(?:vois|voit) (?:pas|plus) (?:l'utilite|l'interet|le sens|a quoi bon|le but) d(?:e |')(?:un(?:e)? "
            r"(?:hiver|annee|"
            rf"an|jour|noel|ete|printemps)(?: de plus)?|vivre|continuer(?: a vivre)?{_END}|(?:ma|la|cette) vie|"
            rf"exister)",
        ),
    ),
    Rule(
        "passive.death_awaited",
        _S,
        _MODERATE,
        "fr",
        "derange estegal gener jaimera jespere jevoudr mecherc megal melaiss memmene memport menfich menfous "
        "meprend meprenn merappe pourvu serait siseule",
        either(
            r"(?:prie|prier|priais|supplie|demande|que)(?: \w{1,9}){0,6} (?:dieu|seigneur|ciel|vierge|mort)(?: "
            r"\w{1,8}){0,4} "
            r"(?:me (?:chercher|prendre|prenne|rappeler?|laisse mourir)|m'(?:emporter?|emmener?))"
            rf"(?:{_END}| (?:enfin|bientot|avec (?:lui|elle)|a lui|vite|aupres))",
            r"(?:j'espere|j'aimerais|je voudrais|pourvu|si seulement)(?: [\w']{1,8}){0,3} (?:cancer|tumeur|maladie|"
            r"infarctus|"
            r"coeur|virus|covid)(?: [\w']{1,8}){0,5} (?:m'(?:emporter?|emportera|acheve)|me (?:tue|tuer|prenne|tuera))",
            r"si (?:une voiture|un (?:bus|camion|train)|on|quelqu'un|je)(?: \w{1,6}){0,2} (?:me (?:renvers|ecras|"
            r"fauch|tu)\w{2,4}|"
            r"m'ecras\w{2,4}|mourais|mourrais)(?: [\w']{1,8}){0,4} (?:(?:derangerait|derange|gener\w{2,4}) pas|"
            r"(?:m'est|"
            r"serait|m'|"
            rf"est) egal|serait (?:mieux|pas grave)|m'en (?:fiche|fous)\w{{0,3}}){_END}",
        ),
    ),
    Rule(
        "intent.slang",
        _S,
        _HIGH,
        "fr",
        "ebalanc efaires eficher efoutre ejeters foutree uneball unebast",
        r"(?:je vais|j'vais|j'veux|je veux|j'ai envie de|je pense a|je songe a) (?:(?:me foutre|me ficher|m'foutre) "
        r"en l'air"
        r"(?! (?:le|la|les|mon|ma)\b)|me (?:tirer|mettre|coller) une (?:balle|bastos)(?! (?:dans le pied|si (?:tu|il|"
        r"elle|ca|on)))|"
        r"me faire sauter le caisson|me (?:jeter|foutre|balancer) sous (?:un|le) (?:train|metro|bus|camion))",
    ),
    Rule(
        "method_seeking.how_many",
        _S,
        _MODERATE,
        "fr",
        "combien",
        r"j'ai (?:cherche|regarde|google|tape)(?: (?:sur (?:google|internet)|hier|ce soir)){0,2} combien d(?:e |') "
        rf"(?:{PILLS}|{_BRANDS}) (?:il faut|il en faut|sont (?:mortels|necessaires)|suffisent|faut-il|je dois prendre)"
        rf"(?:{_END}| pour (?:mourir|ne plus|une overdose|que))",
    ),
    Rule(
        "overdose_under_way.whole_box",
        _M,
        _IMMINENT,
        "fr",
        "avale bouffe flacon gobe plaquet pris tube",
        either(
            rf"{_I} ?(?:ai )?(?:pris|avale|bouffe|gobe)(?: (?:genre|environ|presque|au moins|pres de|a peu "
            rf"pres)){{0,2}} (?:[2-9]\d|"
            rf"1\d\d|vingt|trente|quarante|cinquante) {_BRANDS}",
            rf"{_I} ?(?:ai )?(?:pris|avale|bouffe|gobe|vide) (?:toute? |tout )?(?:la|le|une|un|ma|mon) (?:plaquette|"
            rf"flacon|"
            rf"tube)(?: entiere?)?(?: de {_BRANDS}| de {PILLS}|{_END}|(?= (?:il y a|et|hier|ce soir|la)))",
        ),
    ),
)
