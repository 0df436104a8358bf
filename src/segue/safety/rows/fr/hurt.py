"""Wounds of one's own, blows, threats, hunger and weapons, in French."""

from __future__ import annotations

from segue.domain.findings import Category
from segue.domain.models import SafetyLevel
from segue.safety.rules import Rule, either

_I, _A, _E, _H = Category.SELF_INJURY, Category.ABUSE, Category.EATING_DISORDER, Category.HARM_TO_OTHERS
_P = Category.PSYCHOSIS
_HIGH, _MODERATE = SafetyLevel.HIGH, SafetyLevel.MODERATE

_END = r"(?= ?(?:$|[.!?;,]))"
_LIMBS = r"(?:bras|avant-bras|poignets?|cuisses?|jambes?)"
_BY_CHANCE = (
    r"(?! (?:\w{1,8} ){0,3}(?:genou|dos|cheville|doigt|en jouant|en courant|en cuisinant|foot|muscu|sport|salle|match|"
    r"chat|chien|ronces|epines|orties|moustiques|rosier|jardin|velo|moto|chute|rasant|epilant|expres pas|sans faire)\b)"
)
"""How somebody is hurt by chance."""
_FAMILY = (
    r"(?:mon (?:mari|copain|mec|chum|conjoint|compagnon|ex|pere|beau-pere|frere|oncle|papi|grand-pere|cousin|daron)|"
    r"ma (?:femme|copine|mere|belle-mere|blonde)|il|papa)"
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
            rf"sang|recommencent? a saigner)(?: encore| toujours| a nouveau)?{_BY_CHANCE}",
            rf"(?:mes|mon|les) {_LIMBS} (?:(?:est|sont) )?(?:plein(?:e)?s?|couvert(?:e)?s?|marquee?s?) (?:de |"
            rf"d')(?:\w{{4,8}} )?(?:coupures|entailles|plaies|brulures|balafres){_BY_CHANCE}",
        ),
    ),
    Rule(
        "self_injury.blade",
        _I,
        _MODERATE,
        "fr",
        "lame cutter rasoir",
        r"(?:lames?|cutter|rasoir)(?: de rasoir| de cutter)? (?:encore|a nouveau|encore une fois|"
        r"de nouveau)(?: (?:comme (?:chaque|tous|toutes|hier|d'hab\w{0,12}|toujours)|ce soir|cette nuit|hier soir|"
        rf"sur (?:ma|la) peau)|{_END})",
    ),
    Rule(
        "self_injury.for_a_reason",
        _I,
        _MODERATE,
        "fr",
        "mecalme mepunir merite neplusp plussen ressent sentirq",
        r"je me (?:suis )?(?:encore )?(?:brulee?|brule|coupee?|coupe|frappee?|frappe|tape|tapee?|griffe|griffee?|fais|"
        r"fait)(?: \w{1,10}){0,7} (?:(?:parce que|pcq|car) je (?:le|l') ?merite|pour (?:me (?:punir|calmer)|ressentir|"
        r"sentir quelque|ne plus (?:sentir|penser)|plus sentir))",
    ),
    Rule(
        "self_injury.once_more",
        _I,
        _MODERATE,
        "fr",
        "latetec latetes suisenc",
        either(
            rf"(?:je|j') ?(?:me )?suis encore (?:coupee?|fait (?:du )?mal|brulee?|tailladee?|scarifiee?)(?:{_END}|"
            r" (?:aujourd'hui|hier|ce (?:soir|matin)|cette nuit|expres|au (?:bras|poignet)|les|la cuisse|et|"
            rf"pour)){_BY_CHANCE}(?! (?:les (?:cheveux|ongles)|la (?:frange|langue)))",
            r"je me (?:tape|cogne|frappe) la tete (?:contre|sur) (?:le|les) murs?(?! (?:avec|a cause d|devant) (?:ce|"
            r"cette|mon|l[ae])\b)(?: jusqu'au sang| jusqu'a saigner| fort| pour| quand| tous)",
        ),
    ),
    Rule(
        "abuse.at_night",
        _A,
        _MODERATE,
        "fr",
        "ma_chambre mon_lit",
        rf"{_FAMILY} (?:\w{{1,8}} )?(?:vient|entre|se glisse|rentre|monte) (?:dans (?:ma chambre|mon lit)) (?:la nuit|"
        r"le soir|chaque nuit|quand (?:tout le monde|maman|ma mere|tous)|toutes les nuits|"
        r"et (?:me touche|ferme))(?! (?:pour|et me) (?:eteindre|border|donner|voir|reveiller|lit|borde|dire|lire)\b)",
    ),
    Rule(
        "abuse.locked_up",
        _A,
        _MODERATE,
        "fr",
        "m'enferm",
        rf"{_FAMILY} m'enferm\w{{1,4}}(?: [\w']{{1,8}}){{0,5}} (?:sans (?:manger|nourriture|eau|sortir|lumiere)|a cle|"
        r"a clef|a la cave|au sous-sol)",
    ),
    Rule(
        "abuse.threat_if",
        _A,
        _HIGH,
        "fr",
        "me_tue",
        rf"{_FAMILY} (?:me |m'a )?(?:dit|jure|promis|menace)(?: de| qu'il| qu'elle| que){{1,2}} (?:va )?(?:me tue(?:ra|"
        r"r)?) si (?:je|j') ?(?:\w{1,4} ){0,2}(?:quitte|pars|porte plainte|parle|"
        r"vais (?:a|voir) (?:la )?(?:police|flics|gendarmes)|vais aux|raconte|denonce|dis|appelle)\b",
    ),
    Rule(
        "abuse.beaten_slang",
        _A,
        _MODERATE,
        "fr",
        "batcomm cognede defonce derouil foutdes foutune lagueul tabasse varge",
        rf"{_FAMILY} (?:me|m'a) (?:encore )?(?:varge(?: dessus)?|tabassee?|tabasse|derouille|"
        r"(?:defonce|casse|pete) la gueule|fout (?:des|une) (?:coups|torgnoles?|raclees?|claques?)|cogne dessus|"
        r"bat comme platre|defoncee)",
    ),
    Rule(
        "harm_to_others.weapon_to_school",
        _H,
        _HIGH,
        "fr",
        "fusil pistolet flingue revolver arme_ l'arme une_arme gun carabine",
        rf"(?:amen|apport|emmen|ramen|prend|embarqu)\w{{1,4}} (?:le|la|un|une|mon|l') ?{_GUN}(?! (?:a eau|en plastique|"
        r"a billes))(?: \w{1,8}){0,4} (?:au|a l'|en) ?(?:lycee|college|ecole|cours|fac|bahut|boulot|travail|bureau|"
        r"cegep)",
    ),
    Rule(
        "harm_to_others.him",
        _H,
        _MODERATE,
        "fr",
        "jevaisl jevasl jvaisl jvasl",
        r"(?:je vais|j'vais|j'vas|je vas) (?:le|la|les) (?:tuer|buter|poignarder|planter) (?:quand (?:il|elle|ils) "
        r"(?:\w{1,3} )?(?:rentr|revien|dorm|arriv|sort)\w{1,5}|ce soir|cette nuit|demain|pendant (?:qu'il|qu'elle|"
        r"son)|avec (?:un|mon|le) (?:couteau|fusil|flingue|marteau))(?! (?:de (?:rire|bisous)))",
    ),
    Rule(
        "harm_to_others.pillow",
        _H,
        _HIGH,
        "fr",
        "oreiller coussin",
        r"(?:oreiller|coussin)(?: [\w']{1,8}){0,5} (?:bebe|petite?|fils|fille|mere|pere|lui|elle)(?: [\w']{1,8}){0,5} "
        r"(?:appuy|etouff|press|serr)\w{1,4}",
    ),
    Rule(
        "eating_disorder.proud_hunger",
        _E,
        _MODERATE,
        "fr",
        "jefais jepese mangepa mangepl mangera mangeri queje sansman sansrie",
        either(
            r"jours (?:que je (?:n'ai |ne |n')?(?:rien |pas )?(?:mange|mange rien|mange pas|ai rien mange)|sans "
            r"(?:rien )?manger)(?: \w{2,5})? (?:et )?(?:\w{1,4} ){0,3}(?:du bien|bien|legere?|forte?|fiere?|propre|"
            r"puissante?|pure?)",
            r"(?:je fais|je pese) [2345]\d(?: ?kg| ?kilos)? et (?:je (?:suis|me sens|me trouve) )?(?:encore|"
            r"toujours)? ?(?:trop )?(?:grosse?|enorme)(?! gagnant)",
            r"(?:mange|mangerai) (?:plus|rien|pas)(?: rien)? (?:jusqu'a|avant|tant que)(?: \w{2,5}){0,3} [2345]\d(?! "
            r"(?:ans|minutes|heures))",
        ),
    ),
    Rule(
        "self_injury.by_hand",
        _I,
        _MODERATE,
        "fr",
        "aiguill arrache briquet ciseaux compas jusqua ouvertm recoupe tesson verre",
        either(
            r"(?:rouvert|arrache|ouvert|recoupe) mes (?:vieilles |anciennes )?(?:cicatrices|plaies|points|croutes)",
            r"je me (?:suis )?(?:gratte|grattee|griffe|griffee|mordu|mordue|frotte|mords) (?:les?|la) (?:bras|jambes?|"
            r"peau|poignets?|mains?|cuisses?|visage) jusqu'(?:au sang|a saigner|a ce que)",
            r"(?:utilise|pris|passe) (?:le|un|du|des|les|la) (?:verre|ciseaux|briquet|tesson|compas|aiguille)(?: "
            r"cassee?)? sur (?:mon|mes|ma|le|la|les) (?:bras|jambes?|peau|poignets?|cuisses?)",
        ),
    ),
    Rule(
        "abuse.cruel",
        _A,
        _HIGH,
        "fr",
        "enlever lamaiso latetec medesha medonned mefiled mefoutd memetde",
        either(
            r"(?:beau-pere|pere|oncle|frere|mari|copain|entraineur|il|grand-pere|cousin|papa) m(?:e fait|'a fait|"
            r"'oblige a|'a obligee? a|e force a) (?:enlever (?:mes vetements|mes habits|tous mes)|me deshabiller)",
            r"(?:dit|jure|menace)(?: de| que)?(?: si je (?:pars|parle|le quitte))? (?:il |elle )?(?:va )?brule(?:ra|"
            r"r)? la maison avec (?:les (?:enfants|gosses|petits)|nous|moi)",
            r"(?:il|elle|mari|copain|pere|mere|ex) m(?:'a|e) (?:eclate|fracasse|cogne|tape|explose)e? la tete contre "
            r"(?:le|la|un|une) (?:mur|porte|table|sol|lavabo)",
            r"(?:copine|copain|mari|femme|conjoint|pere|mere|ex|mec|chum) me (?:donne|met|fout|"
            rf"file) des (?:coups(?: de (?:poing|pied))?|gifles|claques|baffes)(?: quand|{_END}| si| parce| tous)",
        ),
    ),
    Rule(
        "harm_to_others.massacre",
        _H,
        _HIGH,
        "fr",
        "dansson mescoll pendant tousles toutlem",
        either(
            r"(?:je vais tirer|je tire|j'vais tirer|je vais tuer|je bute|je vais buter) (?:sur )?(?:tout le monde|"
            r"tous les (?:eleves|profs)|mes collegues)(?: [\w']{2,4})? (?:au|a l'|en|dans) ?(?:lycee|college|ecole|"
            r"cours|travail|bureau|fac|bahut|ma classe)",
            r"(?:pourrais|veux|vais) (?:etrangler|etouffer|poignarder|tuer) mon \w{3,10} (?:dans son sommeil|pendant "
            r"qu'il dort)",
        ),
    ),
    Rule(
        "eating_disorder.in_secret",
        _E,
        _MODERATE,
        "fr",
        "deleau deschew ducafe pourpas pourque",
        either(
            r"(?:que|seulement|juste) (?:de l'eau|du cafe|des chewing-gums?)(?: et [\w']{2,4} [\w\-]{3,12})? (?:et "
            r")?(?:j'en suis|je suis|je me sens) (?:fiere?|forte?|legere?|puissante?)",
            r"(?:vomis|vomir)(?: sous la douche| dans (?:la douche|un sac|l'evier)| en cachette| en silence) pour "
            r"(?:que|pas que) (?:personne|on|ma mere|maman)",
        ),
    ),
    Rule(
        "psychosis.whispered",
        _P,
        _HIGH,
        "fr",
        "medeman meditde meordon merepet quejedo",
        either(
            r"(?:homme|femme|voix|type|ombre|diable) (?:dans|derriere) (?:le|la|mon|ma) (?:mur|tete|plafond|miroir|"
            r"tele|radio) me (?:dit|ordonne|demande|repete) de (?:me )?(?:trancher|couper|tuer|jeter|bruler|sauter|"
            r"mourir|faire du mal)",
            r"(?:chuchotent|murmurent|me disent|repetent|crient)(?: [\w']{2,7}){0,3} que je dois (?:bruler|tuer|"
            r"mourir|couper|sauter|me tuer|blesser)",
        ),
    ),
    Rule(
        "abuse.with_what",
        _A,
        _MODERATE,
        "fr",
        "batavec battuav battuea bruleav bruleea cogneav ememang eprendsdes erecois fouette frappea frappee "
        "maattra maencorea maencores maencoret masaisi maserre matire matrain meattra meencor mesaisi meserre "
        "metire metrain tapeave tapeeav",
        either(
            r"(?:maman|papa|mere|pere|beau-pere|belle-mere|oncle|tante|frere|mari|copain|conjoint|grand-pere|ex|il|"
            r"elle|ils) (?:me|m'a) (?:encore )?(?:fouettee?|frappee?|bat|battue?|tapee?|brulee?|cogne) avec (?:un |"
            r"une |le |la |sa |son |des )?(?:cable|ceinture|baton|martinet|tuyau|fil|chaussure|cintre|fer|cigarettes?|"
            r"bouteille|poings?|balai|fouet|chaise|regle)",
            r"(?:m'a|me) (?:encore )?(?:serree?|saisie?|attrapee?|serre|attrape|traine[e]?|tiree?) (?:par )?(?:le cou|"
            r"la gorge|les cheveux|au cou|a la gorge|par le cou)(?!.{0,12}(?:braid|brush|wash|peinar|tresser|coiffer|"
            r"flecht|tranca|pentear|jug|jouer|brincar))(?! (?:pour jouer|doucement))",
            r"je (?:me prends|prends|recois|me mange) des (?:coups|claques|gifles|baffes|raclees) (?:des que|chaque "
            r"fois|quand|si)",
        ),
    ),
    Rule(
        "psychosis.god_told",
        _P,
        _HIGH,
        "fr",
        "blesser bruler enfinir etouffer etrangl noyer poignar sacrifie tuer",
        either(
            r"(?:dieu|jesus|satan|le diable|un ange|les voix|la voix|allah|le seigneur|les demons) (?:m'a|me|m'ont|"
            r") ?(?:dit|disent|demande|ordonne|ordonnent|commande|veut|veulent)(?: de|"
            r" que je (?:dois|devais|devrais))? (?:noyer|tuer|poignarder|bruler|sacrifier|etrangler|etouffer|en finir|"
            rf"blesser) ?(?:mon|ma|mes|le|la|les|tout le monde|avec moi|{_END})",
        ),
    ),
    Rule(
        "harm_to_others.bullet",
        _H,
        _HIGH,
        "fr",
        "uneball unebast unecart",
        either(
            r"je (?:lui|leur) (?:mets|colle|tire|mettrai|tirerai|foutrai|fous) une (?:balle|bastos|"
            r"cartouche)(?!.{0,18}(?:level|nivel|fase|round|partida|runde|niveau|jeu|juego|jogo|game))(?! (?:dans le "
            r"jeu|au prochain))|(?:vais|veux) (?:lui|leur) (?:mettre|coller|tirer) une (?:balle|bastos)",
        ),
    ),
    Rule(
        "harm_to_others.hurt_badly",
        _H,
        _MODERATE,
        "fr",
        "leurfai luifair",
        either(
            r"(?:envie de|veux|vais) (?:lui|leur) faire (?:tellement |tres |si |vraiment )?(?:du )?mal(?! au (?:jeu|"
            r"classement))",
        ),
    ),
    Rule(
        "eating_disorder.tricks",
        _E,
        _MODERATE,
        "fr",
        "crache tousles unjours",
        either(
            r"je mache (?:et|la nourriture et|puis) (?:je )?(?:re)?crache",
            r"je mange (?:qu')?(?:une fois )?(?:tous les|un jour sur) (?:deux|trois|quatre|cinq|\d)(?: jours)? "
            r"(?:pour|parce) (?:[\w']{2,5} ){0,2}(?:mince|maigre|maigrir|perdre|grosse?)",
        ),
    ),
    Rule(
        "self_injury.on_purpose",
        _I,
        _MODERATE,
        "fr",
        "mecoupe mescari metaill saigner",
        either(
            r"je me (?:fais|suis fait) saigner|je me (?:coupe|scarifie|taillade) (?:depuis|tous les|chaque|en "
            r"cachette|toutes les)(?! (?:les cheveux|la frange))",
        ),
    ),
)
