"""What people write in a crisis, in French: what is hinted at, prepared, asked for, and other dangers."""

from __future__ import annotations

from segue.domain.findings import Category, Subject
from segue.domain.models import SafetyLevel
from segue.safety.rows.fr.crisis import KILL, PILLS
from segue.safety.rules import Rule, either

_S, _I, _M, _A = Category.SUICIDE, Category.SELF_INJURY, Category.MEDICAL_EMERGENCY, Category.ABUSE
_E, _P, _H = Category.EATING_DISORDER, Category.PSYCHOSIS, Category.HARM_TO_OTHERS
_IMMINENT, _HIGH, _MODERATE, _LOW = SafetyLevel.IMMINENT, SafetyLevel.HIGH, SafetyLevel.MODERATE, SafetyLevel.LOW

_SOMEBODY = (
    r"(?:(?:mon|ma|un|une) (?:meilleure? |propre )?(?:ami|amie|frere|soeur|fils|fille|mere|pere|cousine?|copain|"
    r"copine|mari|femme|collegue|eleve|etudiante?|patiente?|voisine?|camarade))"
)
_PARTNER = (
    r"(?:(?:mon|ma) (?:mari|femme|copain|copine|pere|mere|beau-pere|beau pere|conjointe?|compagnon|compagne|frere|"
    r"oncle|ex)|il|elle)"
)

ROWS: tuple[Rule, ...] = (
    Rule(
        "ideation.suicide",
        _S,
        _HIGH,
        "fr",
        "de_mort de_suic fatigue_de fatiguee_de jai_env jai_peu jai_plu je_me_se je_ne_me_se je_ne_ve je_songe "
        "je_veux jen_ai_p jen_peux_p marre_d pense suicidai",
        either(
            r"j'en (?:peux|ai) plus (?:de vivre|de la vie|de cette vie|envie d'etre la)|je ne veux plus etre (?:la|"
            r"ici|en vie)",
            r"(?:je pense|je songe|j'ai pense|pense)(?: souvent| tout le temps| beaucoup| parfois| de plus en plus| "
            r"tous les jours)? (?:au suicide|a (?:la mort tous|me suicider|me tuer|mourir|en finir))",
            r"(?:idees|pensees|envies|pulsions) (?:suicidaires|de suicide|de mort)(?: (?:reviennent|tous|encore|"
            r"depuis))?",
            r"(?:j'en ai )?marre de (?:vivre(?! (?:en (?:coloc\w*|ville|appart\w*)|chez (?:mes|ma|mon)|avec (?:mes|ma|"
            r"mon) \w{2,12}))|la vie(?! (?:de (?:bureau|etudiante?|couple)|en ville|parisienne))|exister)|(?:je suis "
            r"(?:\w{2,10} )?)?fatiguee? de (?:vivre(?! (?:en (?:coloc\w*|ville)|chez (?:mes|ma|mon)))|la vie(?! (?:de "
            r"(?:bureau|etudiante?|couple)|en ville))|exister)",
            r"(?:je veux|j'ai envie) (?:juste |seulement )?que (?:tout|ca|ma vie) (?:s'arrete|se termine|finisse)(?: "
            r"pour (?:toujours|de bon))?|(?:je veux|j'ai envie de) crever(?! (?:ce|cet|le|un|mon) (?:ballon|pneu|"
            r"abces|bouton))",
            r"(?:je n'ai|j'ai) plus (?:envie|la force|le courage|aucune raison) de (?:vivre|continuer a vivre|me "
            r"battre pour vivre|etre la)",
            r"je (?:ne )?me sens pas en securite (?:avec moi|seule? ce soir|ce soir)|j'ai peur de (?:ce que je "
            r"pourrais me faire|me faire du mal|passer a l'acte)",
        ),
    ),
    Rule(
        "passive.no_future",
        _S,
        _MODERATE,
        "fr",
        "a_quoi_b ai_aucun ai_pas ai_plus aimera aurais continuer_n dormir e_voudr etre_mo il_ny_a_p je_ne_suis "
        "je_suis la_mort la_vie_n ma_vie_n mourir peux que_je_n rien_n sans_mo si_je si_un tiens trouve_p vivre_n "
        "vois_aucun vois_p",
        either(
            r"(?:la vie|ma vie|vivre|continuer|rien) (?:n'a|n'ont|ne|na) ?(?:plus|pas|aucun) (?:de |aucun )?sens|"
            r"(?:je )?(?:ne )?(?:vois|trouve) (?:plus|pas) (?:de |le |aucun )?sens (?:a (?:la vie|ma vie|tout ca|"
            r"continuer)|de vivre)",
            r"(?:je )?(?:ne )?(?:vois|ai) (?:plus|pas|aucun|aucune) (?:d'|de )?(?:avenir|issue|espoir|autre (?:issue|"
            r"solution)|raison de (?:continuer|rester|vivre))(?! dans (?:cette|ce|ma|mon) (?:boite|boulot|entreprise|"
            r"metier|pays|rue))|il n'y a (?:plus|pas) (?:d'issue(?! dans (?:cette|la) rue)|d'espoir pour moi|d'avenir "
            r"pour moi)",
            r"je (?:ne |n')?(?:peux|en peux|tiens) plus (?:continuer|vivre comme ca|tenir|supporter (?:cette|ma) "
            r"vie)(?! ce (?:regime|travail|projet))",
            r"(?:personne|tout le monde|ma famille|ils|elles|mes \w{3,10})(?: ne)? (?:me )?(?:serait|seraient|sera|"
            r"seront|remarquerait|regretterait|pleurerait|serait triste) (?:mieux |soulagee?s? |contente?s? |triste "
            r")?(?:si je (?:mourais|disparaissais|n'etais plus la|n'existais pas|meurs)|sans moi|que je ne sois plus "
            r"la)",
            r"je (?:ne )?suis (?:qu'|vraiment |juste )?(?:un|une) (?:fardeau|poids|boulet|charge)(?! (?:plume|lourd|"
            r"en (?:sport|maths)|au foot))",
            r"(?:je voudrais|j'aimerais|j'aurais voulu|j'aurais aime) (?:ne jamais (?:etre|avoir ete) nee?|"
            r"n'etre jamais nee?|ne pas exister|m'endormir pour toujours)|"
            r"(?:m'endormir|dormir) (?:et )?(?:ne (?:plus|jamais|pas) (?:jamais )?me reveiller|"
            r"pour toujours(?! apres (?:cette|ce|ma|la|mon)(?: \w{2,10})? (?:garde|semaine|journee|nuit|soiree|fete|"
            r"examens?|partiels?|voyage|vol|course|match|randonnee|service)\b))",
            r"(?:la mort|mourir|etre morte?) (?:serait|semble|parait|me semble) (?:plus (?:facile|simple|douce?)|"
            r"mieux|un soulagement|une delivrance|la seule (?:issue|solution))",
            r"si (?:une voiture|un camion|un train|un bus) (?:me (?:renversait|percutait|fauchait|tuait))",
            r"a quoi bon (?:vivre|continuer a vivre|rester en vie)",
        ),
    ),
    Rule(
        "intent.tonight",
        _S,
        _HIGH,
        "fr",
        "aujour ce_sera_m ce_soir cest_m cette_n demain je_en_finis je_me_suicide je_me_tue je_passe "
        "je_vais_le_faire je_vais_passer",
        either(
            r"(?:ce soir|cette nuit|demain|aujourd'hui) (?:je (?:le fais|vais le faire|passe a l'acte|me tue|me "
            r"suicide|en finis|mets fin)|tout (?:sera fini|s'arrete)|c'est fini pour moi)",
            r"je (?:vais passer|passe) a l'acte|je (?:me tue|me suicide|en finis|vais le faire) (?:ce soir|cette nuit|"
            r"demain|maintenant)",
            r"demain je (?:ne )?serai(?:s)? (?:plus la|plus de ce monde|morte?|plus en vie)",
            r"(?:c'est|ce sera) (?:ma|mon) dern(?:iere nuit|ier jour|iere journee)(?: sur terre| en vie|(?= ?(?:$|"
            r"[.!?;])))",
        ),
    ),
    Rule(
        "behaviour.prepared",
        _S,
        _HIGH,
        "fr",
        "achete ai_donn compte dadieu de_suic e_donne e_suis_e jai_choisi jai_decide jai_deja_choisi jai_deja_decide "
        "jai_deja_fixe jai_fixe jai_mis je_choisi je_decide je_deja_choisi je_deja_decide je_deja_fixe je_fixe "
        "je_mets je_suis_alle je_suis_monte je_suis_reste jetais ma_fami mes_enfants mes_parents mettre mis_de_c "
        "quand_j recompt",
        either(
            r"(?:j'ai|je viens d'|j')(?: deja)? ?(?:ecrit|ecrire|redige|laisse|prepare)(?: \w{2,8}){0,2} (?:lettres?|"
            r"mots?) (?:d'adieu|de suicide|pour (?:ma famille|mes (?:parents|enfants)|quand je))",
            r"(?:je donne|j'ai donne|je suis en train de donner) (?:toutes )?mes affaires(?! (?:parce que|car|quand|"
            r"avant de|puisque)(?: je)? demenage)",
            r"(?:je suis allee?|j'etais|je suis montee?|je suis restee?) (?:sur|au bord|pres|jusqu'au|au|a la|"
            r"devant)(?: de la| du| le| la| les)? (?:pont|toit|voie ferree|rails|falaise|gare)(?: [\w']{1,10}){0,3} "
            r"(?:saute|sauter|failli|pense|jeter|presque)",
            r"(?:j'ai mis|je mets|mettre) (?:mes affaires|tout|mes papiers) en ordre",
            r"(?:j'ai|je) (?:deja )?(?:choisi|fixe|decide) (?:le|la|un|une) (?:jour|date|endroit|lieu|methode|"
            rf"moyen)(?: et \w{{2,10}})? (?:pour|de) (?:mourir|le faire|{KILL}|ma mort)",
            rf"(?:j'ai|je) (?:compte|recompte|achete|mis de cote)(?: \w{{2,8}}){{0,2}} (?:{PILLS}|corde|"
            r"lames?)(?: \w{1,8}){0,2} (?:pour (?:mourir|en finir|me tuer|le faire)|suffit|ca suffira|il y en a assez)",
        ),
    ),
    Rule(
        "goodbye.last_words",
        _S,
        _HIGH,
        "fr",
        "la_dern mon_der peux_pl que_je_l tiens_pl un_adie",
        either(
            r"(?:ceci est|c'est|voila) (?:mon dernier message(?! (?:pour (?:ce soir|aujourd'hui)|d[eu] (?:jour|"
            r"soir)))|un adieu|la derniere (?:fois que (?:je vous|tu me|vous me)|chose que j'ecris))",
            r"(?:pardon|desolee?|pardonnez-moi|pardonne-moi)(?: pour tout)?(?: mais)? je (?:n'en|ne|n') ?(?:peux|"
            r"tiens) plus(?: adieu)?",
            r"(?:dites|dis) a (?:ma|mon|mes) \w{3,10} que je (?:l'|les |la |le )aime(?= ?(?:$|[.!?;])| adieu| pardon| "
            r"quand)",
        ),
    ),
    Rule(
        "method_seeking.question",
        _S,
        _HIGH,
        "fr",
        "a_fait_m assez_h combie doulou en_fini faire_u javale je_pren mettre mourir ombien on_pren quel rapide",
        either(
            rf"(?:quelle|combien|quel)(?: \w{{2,12}}){{0,3}} (?:dose|quantite|{PILLS})(?: \w{{2,12}}){{0,4}} (?:tue|"
            r"tuer|mortelle?|letale?|mourir|arreter le coeur|ne plus se reveiller)",
            r"(?:que|qu'est-ce qui) (?:se passe|arrive)(?: t-il|-t-il)? si (?:je prends|j'avale|on prend) (?:toute |"
            rf"tous |une boite de )(?:la |les |mes |ma )?(?:boite|{PILLS})",
            r"(?:est-ce que )?(?:ca fait mal|c'est (?:douloureux|rapide)|combien de temps)(?: \w{1,10}){0,3} (?:se "
            r"pendre|pendaison|se vider de son sang|se noyer|overdose|s'ouvrir les veines)",
            r"comment (?:mourir (?:vite|rapidement|sans (?:souffrir|douleur))|en finir(?: avec la vie| sans| vite)|"
            r"mettre fin a (?:mes jours|ma vie)|faire un noeud coulant)",
            r"quel (?:pont|immeuble|batiment)(?: \w{2,10}){0,3} assez haut",
        ),
    ),
    Rule(
        "overdose_under_way.now",
        _M,
        _IMMINENT,
        "fr",
        "ai_prendre ai_pris avale e_me_sui e_suis e_viens_d_prendre e_viens_d_pris e_viens_de_prendre "
        "e_viens_de_pris pris_la pris_ma pris_toute_la pris_toute_ma tout_av tout_pr",
        either(
            r"j'ai (?:tout avale|tout pris|avale (?:toute )?(?:la|ma) boite|pris (?:toute )?(?:la|ma) boite|"
            rf"avale tous (?:mes|les) {PILLS})",
            r"(?:j'ai|je viens de|je viens d') ?(?:pris|avale|prendre|avaler) (?:environ |presque |une? )?(?:\d{2,3}|"
            rf"dix|quinze|vingt|vingtaine de|trente|trentaine de|quarante|cinquante) {PILLS}",
            r"je me suis (?:ouvert|coupe|taillade) les (?:veines|poignets)",
        ),
    ),
    Rule(
        "overdose_under_way.at_the_edge",
        _S,
        _IMMINENT,
        "fr",
        "saute lacher jeter",
        r"je suis (?:sur|au bord)(?: du| de la| le| la)? (?:pont|toit|rebord|balcon|quai|rails|vide)(?: "
        r"\w{1,10}){0,3} (?:sauter|saute|jeter|lacher)",
    ),
    Rule(
        "self_injury.wounds",
        _I,
        _MODERATE,
        "fr",
        "automu besoin_d envie_d je_cach je_me_coupe je_me_suis rechute recommence scarif",
        either(
            r"je me (?:suis|coupe|suis encore) ?(?:coupee?|fait (?:du )?mal|brulee?|blessee? expres)?(?<!je me "
            r"suis)(?: (?:hier|encore|expres|cette nuit|ce soir|au (?:bras|poignet)|les (?:bras|cuisses|poignets|"
            r"jambes)|quand))(?! en (?:cuisinant|rasant))",
            r"(?:j'ai (?:\w{3,9} )?)?(?:envie|besoin) de me (?:couper|scarifier|mutiler|faire (?:du )?mal|bruler)|"
            r"(?:j'ai )?(?:rechute|recommence)(?: \w{1,10}){0,3} (?:scarif|coup|mutil|automutil)\w{0,8}",
            r"(?:automutilation|scarifications?) (?:encore|recommence|sur mes|m'aide|me calme)|je cache mes "
            r"(?:coupures|cicatrices|scarifications)",
        ),
    ),
    Rule(
        "eating_disorder.signs",
        _E,
        _MODERATE,
        "fr",
        "crise jabuse jai_peu je_maff je_me je_ne_meri je_prends je_vomi jours",
        either(
            r"je me (?:fais|force a|suis (?:encore )?fait) vomir|je vomis (?:apres (?:chaque repas|avoir mange|"
            r"manger)|tout ce que je mange|expres)",
            r"(?:je (?:n'ai )?(?:pas|rien) mange depuis|ca fait) (?:\w{1,8} )?jours(?: \w{1,10}){0,4} (?:gros|maigr|"
            r"poids|mince|kilos|moche)\w{0,6}|je (?:ne )?merite pas de manger",
            r"(?:je prends|j'abuse) (?:des|de) laxatifs|(?:crises|crise) de boulimie (?:et|puis) (?:je )?(?:me fais "
            r")?vomi\w{0,3}",
            r"je m'affame|j'ai peur de (?:grossir|manger|prendre du poids)",
        ),
    ),
    Rule(
        "psychosis.signs",
        _P,
        _MODERATE,
        "fr",
        "a_mis_un controle ecoute empois espion jenten la_radio la_tele les_voi lit_dan me_vole ont_mis_u suit "
        r"suiven survei",
        either(
            r"j'entends (?:des|les) voix(?: dans ma tete| que personne| qui)?|les voix (?:dans ma tete|ne "
            r"(?:s'arretent|se taisent)|me (?:parlent|insultent)|sont revenues)",
            r"(?:on|ils|les voisins|la police|le gouvernement) (?:me |m')(?:surveille(?:nt)?|espionne(?:nt)?|suivent|"
            r"suit|empoisonne(?:nt)?|ecoute(?:nt)?|a mis une puce|ont mis une puce)(?: (?:par|avec|a travers|partout|"
            r"tout le temps|et personne))?",
            r"(?:la tele|la television|la radio) me (?:parle|envoie des messages)|on (?:me vole|lit dans|controle) "
            r"mes pensees",
        ),
    ),
    Rule(
        "psychosis.commands",
        _P,
        _HIGH,
        "fr",
        "dieu la_voix le_diab les_dem les_voi une_voi",
        r"(?:les voix|une voix|la voix|dieu|le diable|les demons)(?: dans ma tete)? (?:me |m')(?:disent|dit|ordonnent|"
        r"ordonne|demandent|demande|crient)(?: de| que je)?(?: me| le| la| les)? (?:tuer|suicider|couper|faire du mal|"
        r"mourir|sauter|jeter|blesser|dois mourir|frapper)",
    ),
    Rule(
        "harm_to_others.planned",
        _H,
        _HIGH,
        "fr",
        "a_tuer amener apporter e_tuer emmener es_tuer je_vais",
        either(
            r"je vais (?:tuer|poignarder|empoisonner|etrangler|abattre) (?:mon (?:patron|mari|pere|beau-pere|voisin|"
            r"ex|bebe|fils|frere)|ma (?:femme|mere|voisine|fille|soeur)|quelqu'un|tout le monde)(?: \w{1,8}){0,2} "
            r"(?:ce soir|cette nuit|demain|avec (?:un|une|le|la|mon) (?:couteau|arme|fusil|pistolet)|quand)",
            r"j'ai (?:achete|pris|trouve)? ?(?:une arme|un couteau|un fusil|un pistolet) (?:pour|et je vais) (?:le|la|"
            r"les) tuer",
            r"(?:apporter|amener|emmener|ramener) (?:une arme|un couteau|une bombe|un fusil) (?:a l'ecole|au (?:lycee|"
            r"college|travail|bureau))",
        ),
    ),
    Rule(
        "harm_to_others.urge",
        _H,
        _MODERATE,
        "fr",
        "envie_d je_pens je_veux peur_de pulsio",
        r"(?:je veux|(?:j'ai (?:\w{3,9} )?)?envie de|je pense a|pulsions? de|(?:j'ai (?:\w{3,9} )?)?peur de) (?:tuer|"
        r"faire (?:du )?mal a|blesser|poignarder|etrangler|secouer) (?:quelqu'un|mon (?:bebe|enfant|fils|mari|pere|"
        r"beau-pere|frere)|ma (?:fille|femme|mere)|mes enfants|tout le monde)",
    ),
    Rule(
        "abuse.violence",
        _A,
        _MODERATE,
        "fr",
        "bat cogne empech enferm etrang force_a forcee_a frappe gifle il_ma_viole insulte interd jai_ete jai_peu "
        "je_me_suis_fait laisse menace pousse",
        either(
            rf"{_PARTNER} (?:me |m'(?:a )?)(?:encore )?(?:menacee?|menace|pousse|poussee?|etrangle|etranglee?|gifle|"
            r"giflee?|cogne|enferme|enfermee?|force a|forcee? a|insulte tous|frappe|frappee?|"
            r"bat)(?! (?:toujours |encore |souvent )?(?:au|aux) (?:echecs|jeu|tennis))",
            rf"{_PARTNER} (?:ne )?(?:me |m')(?:laisse pas|interdit de|empeche de) (?:sortir|voir (?:mes|ma)|travailler|"
            r"parler a|avoir)",
            r"j'ai peur (?:de (?:mon (?:mari|copain|pere|beau-pere|conjoint|compagnon|ex)|rentrer (?:chez moi|a la "
            r"maison)|ce qu'il (?:va|peut) me faire)|qu'il me (?:tue|frappe|retrouve))",
            r"(?:j'ai ete|je me suis fait) (?:violee?r?|abusee?r?|agressee?r? sexuellement|viol)|il m'a (?:violee?|"
            r"force a coucher)",
        ),
    ),
    Rule(
        "ideation.somebody",
        _S,
        _LOW,
        "fr",
        "a_essaye_d a_fait_une_tentative_d a_tente_d coupe_l en_fini est_sui mutile parle_d scarif se_suic se_tuer "
        r"veut voulai",
        rf"{_SOMEBODY}(?: m'a| me| a)?(?: dit| ecrit| confie)?(?: qu'il| qu'elle|"
        r" que)? (?:veut (?:mourir|se tuer|se suicider|en finir|mettre fin)|va (?:se tuer|se suicider|en finir)|"
        r"voulait (?:mourir|se tuer|se suicider)|a (?:tente|essaye|fait une tentative) de (?:se (?:suicider|tuer)|"
        r"suicide|mettre fin)|parle de (?:se suicider|mourir|suicide)|est suicidaire|se (?:scarifie|mutile|coupe les))",
        subject=Subject.OTHER,
    ),
)
