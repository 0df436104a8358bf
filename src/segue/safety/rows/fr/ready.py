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
    r"(?:dolipranes?|paracetamols?|efferalgans?|ibuprofenes?|aspirines?|xanax|lexomils?|temestas?|valiums?|tylenols?|"
    r"advils?)"
)

ROWS: tuple[Rule, ...] = (
    Rule(
        "plan.at_the_edge",
        _S,
        _HIGH,
        "fr",
        "bord_d rebord parapet rambarde",
        r"(?:je suis|chu|chui|j'suis) (?:la )?(?:assise? |debout )?(?:au bord|sur le (?:re)?bord|sur le parapet|"
        rf"sur la rambarde)(?: du| de la| d'un| d'une| des) {_HIGH_PLACE}(?:{_END}|"
        r" (?:la|maintenant|la maintenant|et (?:je|j'|ca|personne)|en (?:bas|train)|a regarder (?:en bas|le vide)))",
    ),
    Rule(
        "means.looked_at",
        _S,
        _HIGH,
        "fr",
        "aligne arretep charge compte contre danslab danslam dansmab dansmam etale mappell peuxpas posedev "
        "sortito surles surmes",
        either(
            rf"(?:corde(?! (?:de la balancoire|a sauter|a linge))|{_GUN}|{PILLS}|lames?|"
            r"couteau)(?: [\w']{1,10}){0,5} (?:(?:je )?(?:n')?(?:arrete pas|peux pas m'empecher) (?:de |d')(?:la |le |"
            r"les |y )?(?:regarder|fixer|penser)|m'(?:appelle|appellent))",
            r"(?:j'ai |je )(?:charge|pris|sorti|tiens) (?:le|la|mon|un|une|"
            rf"l') ?{_GUN}(?: [\w']{{1,8}}){{0,4}} (?:sur (?:mes|les) (?:genoux|cuisses)|"
            r"dans (?:la|ma) (?:main|bouche)|contre (?:ma|la) tempe)",
            rf"{_GUN} (?:est )?(?:deja )?chargee?(?: [\w']{{1,8}}){{0,4}} (?:genoux|main|mains|bouche|cote de moi|"
            r"mon lit)",
            r"(?:aligne|compte|etale|pose devant moi|sorti tous)(?: tou(?:s|tes))? (?:les|"
            rf"mes) {PILLS}(?! (?:de|pour) (?:la|ce|ma))",
        ),
    ),
    Rule(
        "behaviour.letters_to_explain",
        _S,
        _MODERATE,
        "fr",
        "lettre",
        r"lettres? (?:\w{1,10} ){1,6}(?:pour (?:qu'(?:ils?|elles?|on)|que (?:tu|mes \w{3,8}|mon \w{3,8}|ma \w{3,8}|"
        r"vous)) (?:comprenne\w{0,2}|sache\w{0,2} (?:pourquoi|que)|pardonne\w{0,2}|culpabilise\w{0,2})|pour (?:dire "
        r"adieu|quand je (?:ne )?serai plus))",
    ),
    Rule(
        "behaviour.gave_for_good",
        _S,
        _MODERATE,
        "fr",
        "donne legue offert distribu",
        r"(?:j'ai|je) (?:tout )?(?:donne|legue|offert|distribue)(?: (?:mon (?:chien|chat)|mes (?:affaires|disques|"
        r"livres|bijoux|economies|chats|chiens|vetements)|ma (?:guitare|chatte|chienne|collection)))?(?: "
        r"[\w']{1,10}){0,6} (?:n'en |en )?(?:n'en )?(?:aurai(?:s)? plus besoin|(?:me )?servir(?:a|ont) plus)",
    ),
    Rule(
        "plan.day_chosen",
        _S,
        _MODERATE,
        "fr",
        "la_date le_jour",
        r"(?:j'ai|je) (?:deja )?(?:choisi|fixe|decide|trouve|la)(?: de)? ?(?:la date|le jour)[,.:; ]{1,3}(?:c'est|"
        r"ce sera) (?:le |pour |ce )?(?:\d{1,2}|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|"
        rf"mon anniv\w{{0,8}}){_END}(?!.{{0,50}}(?:church|booked|venue|wedding|party|dinner|ticket|flight|iglesia|"
        r"reserv|boda|fiesta|cena|eglise|mariage|resto|kirche|gebucht|hochzeit|feier|igreja|casamento|festa|jantar))",
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
        r")aime[.,;!]{1,3} ?(?:et )?(?:pardon|desolee?|adieu|je suis desolee?|pardonne)",
    ),
    Rule(
        "goodbye.last_time",
        _S,
        _MODERATE,
        "fr",
        "derniere_fois_que",
        r"(?:c'est|ce sera) la derniere fois que (?:tu|vous) (?:entend\w{1,4} parler de moi|me (?:vois|verras|voyez|"
        r"lis|lisez|entends))(?! (?:\w{1,8} ){0,4}(?:avec|en|avant|jouer|fumer|perdre|a la|au|jusqu)\b)",
    ),
    Rule(
        "goodbye.world",
        _S,
        _HIGH,
        "fr",
        "adieu",
        r"adieu(?!.{0,45}(?:manana|luego|hablamos|nos vemos|demain|bientot|amanha|se fala|se ve|ate ja|madrugo|"
        r"cedo))(?: \w{1,6}){0,2} (?:monde|vie|a tous|a toutes|(?:mes )?amis|"
        r"famille)(?: cruel)?(?: [\w']{1,8}){0,3} (?:(?:j'en |je n'en |en )(?:peux|ai) (?:plus|marre|"
        rf"assez)(?:{_END}| de (?:vivre|tout|souffrir))|(?:je suis |trop )?fatiguee?{_END}|j'abandonne|"
        r"pardon(?:nez-moi|ne-moi)?|je m'en vais pour toujours)",
    ),
    Rule(
        "passive.why_live",
        _S,
        _MODERATE,
        "fr",
        "aquoi chup jarrive jenpeux jensupp jentien jenyarr jesuppo jetiens jeyarri jyarriv lebutd lesensd "
        "lintere lutilit plusetr plusviv puetred puetrei puetrel puvivre raison",
        either(
            r"(?:a quoi (?:bon|ca sert|sert)(?: de| d'| il de)? ?(?:vivre|continuer(?: a vivre)?|exister|"
            rf"rester en vie)){_END}",
            rf"j'(?:veux|voudrais|ai) (?:plus|pu) (?:etre (?:la|ici|de ce monde)|etre la{_END}|vivre)(?:{_END}|"
            r" (?:vraiment|serieux))",
            r"(?:j'y arrive|je (?:n')?y arrive|j'arrive|je (?:n')?(?:supporte|tiens)|j'en peux|chu) (?:plus|pas|"
            r"pu)(?: capable)?(?: avec| de)? (?:cette|la|ma) (?:\w{3,9} )?vie(?! (?:sociale|de (?:bureau|etudiant\w?)|"
            r"nocturne|a la|en ville))",
            r"(?:j'(?:veux|veut)|je veux) (?:pu|plus) vivre|chu pu capable de vivre",
            r"(?:n'y|n'|y)? ?(?:a|ai|ai|vois) (?:plus|aucune|pas)(?: aucune| de){0,2} raisons? de (?:continuer|vivre|"
            rf"me lever|rester)(?: (?:a vivre|ici|en vie))?{_END}",
            r"(?:vois|voit) (?:pas|plus) (?:l'utilite|l'interet|le sens|a quoi bon|le but) d(?:e |"
            r"')(?:un(?:e)? (?:hiver|annee|an|jour|noel|ete|printemps)(?: de plus)?|vivre|"
            rf"continuer(?: a vivre)?{_END}|(?:ma|la|cette) vie|exister)",
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
            r"(?:prie|prier|priais|supplie|demande|que)(?: \w{1,9}){0,6} (?:dieu|seigneur|ciel|vierge|"
            r"mort)(?: \w{1,8}){0,4} (?:me (?:chercher|prendre|prenne|rappeler?|laisse mourir)|"
            rf"m'(?:emporter?|emmener?))(?:{_END}| (?:enfin|bientot|avec (?:lui|elle)|a lui|vite|aupres))",
            r"(?:j'espere|j'aimerais|je voudrais|pourvu|si seulement)(?: [\w']{1,8}){0,3} (?:cancer|tumeur|maladie|"
            r"infarctus|coeur|virus|covid)(?: [\w']{1,8}){0,5} (?:m'(?:emporter?|emportera|acheve)|me (?:tue|tuer|"
            r"prenne|tuera))",
            r"si (?:une voiture|un (?:bus|camion|train)|on|quelqu'un|je)(?: \w{1,6}){0,2} (?:me (?:renvers|ecras|fauch|"
            r"tu)\w{2,4}|m'ecras\w{2,4}|mourais|mourrais)(?: [\w']{1,8}){0,4} (?:(?:derangerait|derange|"
            r"gener\w{2,4}) pas|(?:m'est|serait|m'|est) egal|serait (?:mieux|pas grave)|"
            rf"m'en (?:fiche|fous)\w{{0,3}}){_END}",
        ),
    ),
    Rule(
        "intent.slang",
        _S,
        _HIGH,
        "fr",
        "ebalanc efaires eficher efoutre ejeters foutree uneball unebast",
        r"(?:je vais|j'vais|j'veux|je veux|j'ai envie de|je pense a|je songe a) (?:(?:me foutre|me ficher|m'foutre) "
        r"en l'air(?! (?:le|la|les|mon|ma)\b)|me (?:tirer|mettre|coller) une (?:balle|bastos)(?! (?:dans le pied|si "
        r"(?:tu|il|elle|ca|on)))|me faire sauter le caisson|me (?:jeter|foutre|balancer) sous (?:un|le) (?:train|"
        r"metro|bus|camion))",
    ),
    Rule(
        "method_seeking.how_many",
        _S,
        _MODERATE,
        "fr",
        "combien",
        r"j'ai (?:cherche|regarde|google|tape)(?: (?:sur (?:google|internet)|hier|ce soir)){0,2} combien d(?:e |"
        rf"')(?:{PILLS}|{_BRANDS}) (?:il faut|il en faut|sont (?:mortels|necessaires)|suffisent|faut-il|"
        rf"je dois prendre)(?:{_END}| pour (?:mourir|ne plus|une overdose|que))",
    ),
    Rule(
        "overdose_under_way.whole_box",
        _M,
        _IMMINENT,
        "fr",
        "avale bouffe flacon gobe plaquet pris tube",
        either(
            rf"{_I} ?(?:ai )?(?:pris|avale|bouffe|gobe)(?: (?:genre|environ|presque|au moins|pres de|a peu "
            rf"pres)){{0,2}} (?:[2-9]\d|1\d\d|vingt|trente|quarante|cinquante) {_BRANDS}",
            rf"{_I} ?(?:ai )?(?:pris|avale|bouffe|gobe|vide) (?:toute? |tout )?(?:la|le|une|un|ma|mon) (?:plaquette|"
            rf"flacon|tube)(?: entiere?)?(?: de {_BRANDS}| de {PILLS}|{_END}|(?= (?:il y a|et|hier|ce soir|la)))",
        ),
    ),
    Rule(
        "goodbye.when_you_read",
        _S,
        _HIGH,
        "fr",
        "cesera mercipo toutser",
        either(
            r"quand (?:tu|vous|on) (?:liras|lirez|verras|verrez|trouveras|lira)(?: ca| ceci| cela| ce message| ces "
            r"mots)?(?: \w{2,4})? (?:ce sera (?:fini|trop tard|termine)|tout sera (?:fini|termine))",
            r"merci pour tout(?!.{0,40}(?:monday|tuesday|wednesday|thursday|friday|lunes|martes|miercoles|jueves|"
            r"viernes|oficina|lundi|mardi|mercredi|jeudi|vendredi|bureau|montag|dienstag|mittwoch|donnerstag|freitag|"
            r"buro|segunda|terca|quarta|quinta|sexta|escritorio|office|"
            rf"work))(?: [\w']{{1,9}}){{0,5}} je (?:ne )?serai plus la{_END}",
        ),
    ),
    Rule(
        "behaviour.left_in_order",
        _S,
        _MODERATE,
        "fr",
        "dernierel insulin sonten",
        either(
            r"(?:mes|les) (?:papiers|affaires) sont en (?:regle|ordre)(?: [\w']{1,9}){0,2} (?:n'|ne )?(?:embeter|"
            r"derangerai|embeterai|generai|serai)\w{0,3} (?:plus )?(?:personne|une charge)",
            r"(?:laisse|ecrit|pose|mis) (?:ma|la) derniere lettre(?! (?:de (?:motivation|demission)))(?: "
            r"[\w']{1,9}){0,4} (?:l'|sous l')?(?:oreiller|maman|papa|enfants|famille|lit|tiroir)",
            r"(?:arrete|stoppe) (?:de prendre |de m'injecter )?(?:mon|l') ?insuline(?: [\w']{1,9}){0,4} (?:pas|plus|"
            r"jamais) (?:l'intention de )?(?:reprendre|recommencer)",
        ),
    ),
    Rule(
        "means.tied",
        _S,
        _HIGH,
        "fr",
        "accrochea accrochee attache fixea fixeea nouea noueea",
        either(
            r"(?:ceinture|corde|cable|drap|echarpe|foulard|noeud)(?: est)?(?: deja)? (?:attachee?|nouee?|accrochee?|"
            r"fixee?) (?:a|au|autour|a la) (?:la |l'|mon |du |de mon |une )?(?:porte|poutre|crochet|plafond|poignee|"
            r"cou|tuyau|lustre|rampe)",
        ),
    ),
    Rule(
        "plan.up_there",
        _S,
        _HIGH,
        "fr",
        "aipeur aitresp aitropp epleure esaispa etrembl",
        either(
            r"(?:je suis|chui|chu) (?:monte |montee )?sur (?:le|la|les|un) (?:toit|pont|rebord|parapet|rails|voies?|"
            r"balcon) (?:et )?(?:(?:j'ai|jai) (?:tres |trop )?peur|je pleure|je tremble|je (?:ne )?sais pas quoi "
            r"faire)(?! (?:du|des|de la) )",
        ),
    ),
    Rule(
        "passive.life_over",
        _S,
        _MODERATE,
        "fr",
        "aplusri deretou ejamais emereve enterre epasmer jedevra laforce levolan personnea personnenab siseule",
        either(
            r"(?:plus|pas) la force de vivre|personne n'a besoin de moi|personne a besoin de moi|je devrais etre "
            r"morte?|c'est (?:ce soir|aujourd'hui|pour ce soir) (?:et )?(?:il n'y a )?(?:pas|plus)? ?de retour en "
            r"arriere",
            r"(?:imagine|pense a|vois)(?: [\w']{2,6}){0,3} mon (?:propre )?enterrement(?! de vie)",
            r"la vie (?:n'a|a) plus rien (?:a (?:m'offrir|me donner)|pour (?:moi|un vieux comme moi|une vieille comme "
            r"moi))",
            r"(?:heureu[xs]e?|contente?|soulagee?|mieux) de (?:ne )?(?:pas|jamais) me reveiller de (?:l'|cette |mon "
            r")?(?:operation|anesthesie)|si je (?:ne )?me reveillais pas de l'(?:operation|anesthesie)",
            r"si seulement (?:le|la|ce|cette) (?:bus|voiture|camion|train|chauffeur|metro) (?:n')?avait pas (?:freine|"
            r"evite)",
            r"(?:envie de|veux|pense a|songe a) (?:lacher|tourner) le volant",
        ),
    ),
    Rule(
        "overdose_under_way.on_purpose",
        _M,
        _IMMINENT,
        "fr",
        "pleinde tousles toutesl tropde untasde",
        either(
            r"(?:j'ai|je viens de|j'viens d') ?(?:pris|prendre|avale|avaler|gobe) (?:beaucoup )?(?:trop de|plein de|"
            rf"un tas de) {PILLS} (?:expres|volontairement|pour (?:mourir|en finir|dormir pour))",
            rf"j'ai (?:pris|avale|gobe) tou(?:s|tes) les {PILLS} de (?:ma mere|mon pere|maman|papa|ma grand-mere|"
            r"mamie)",
        ),
    ),
    Rule(
        "passive.not_that_long",
        _S,
        _MODERATE,
        "fr",
        "emevois",
        either(
            r"je (?:ne )?me vois (?:pas|plus) (?:arriver|vivre|etre (?:la|vivante?)|vivante?)(?: jusqu'?)? ?(?:a|au|"
            r"pour|en) ?(?:noel|mes|mon|l'ete|trente|vingt|l'an|2\d\d\d|la fin)",
        ),
    ),
    Rule(
        "overdose_under_way.took_a_lot",
        Category.MEDICAL_EMERGENCY,
        _HIGH,
        "fr",
        "boite destruc flacon pharmaci plaquet quelque untruc",
        either(
            r"j'ai (?:pris|avale) (?:un truc|des trucs|quelque chose)[.,; ]{1,3}(?:beaucoup|trop|plein)",
            r"(?:vide|verse) (?:l'|toute l'|la|le|ma|mon) ?(?:armoire a pharmacie|boite|flacon|plaquette|"
            r"pharmacie)(?: de cachets)? (?:dans|sur) (?:ma|la) (?:main|bouche|table)",
        ),
    ),
    Rule(
        "means.picked_up",
        _S,
        _HIGH,
        "fr",
        "encoree sansarr sansces toutlet",
        either(
            r"(?:couteau|lame|fusil|corde|cutter|flingue)(?: [\w']{1,8}){0,5} (?:et )?je (?:le|la) (?:reprends|prends|"
            r"touche|tiens) (?:sans arret|tout le temps|encore et encore|sans cesse)",
        ),
    ),
    Rule(
        "passive.at_peace_to_go",
        _S,
        _MODERATE,
        "fr",
        "jesuisp",
        either(
            r"je suis prete? a (?:partir|m'en aller|mourir)(?! (?:a|en|au|pour)\b)(?: [\w']{1,5}){0,2} (?:fait (?:la|"
            r"ma) paix|suis en paix|dit adieu|n'ai (?:plus|pas) peur)",
        ),
    ),
)
