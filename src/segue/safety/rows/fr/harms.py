"""What people write in few plain words, in French: wounds, blows, a body used, pills, an attempt before."""

from __future__ import annotations

from segue.domain.findings import Category
from segue.domain.models import SafetyLevel
from segue.safety.rules import Rule, either

_S, _I, _A, _M = Category.SUICIDE, Category.SELF_INJURY, Category.ABUSE, Category.MEDICAL_EMERGENCY
_E, _H = Category.EATING_DISORDER, Category.HARM_TO_OTHERS
_IMMINENT, _HIGH, _MODERATE, _LOW = SafetyLevel.IMMINENT, SafetyLevel.HIGH, SafetyLevel.MODERATE, SafetyLevel.LOW

_END = r"(?= ?(?:$|[.!?;,]))"
_OFTEN = (
    r"(?:tous les (?:jours|soirs)|toutes les (?:nuits|semaines)|chaque (?:jour|soir|nuit)|la nuit|le soir|souvent|"
    r"toujours|parfois|beaucoup|depuis|encore|en cachette|toute? seule?|dans (?:ma chambre|la salle de bains?)|et "
    r"(?:personne|je (?:peux|n'arrive|me sens)|ca me (?:calme|soulage|fait du bien)))"
)

ROWS: tuple[Rule, ...] = (
    Rule(
        "self_injury.plainly",
        _I,
        _MODERATE,
        "fr",
        "me_coupe me_brule me_fais_du_mal me_fais_mal",
        either(
            rf"je me coupe(?:{_END}| {_OFTEN})(?! en (?:cuisinant|me rasant|epluchant|bricolant|jardinant))",
            r"je me coupe avec (?:une? |des |ma |mon |le |la )?(?:lames?|rasoir|cutter|couteau|ciseaux|compas|verre)",
            r"je me fais du mal(?! (?:a (?:l'|la|le|mon|ma)|aux?|en (?:jouant|courant|tombant|dansant|faisant du "
            r"sport|pensant)))",
            r"je me brule (?:avec (?:des |une |mes |un |la )?(?:cigarettes?|clopes?|briquet)|expres)",
        ),
    ),
    Rule(
        "self_injury.head",
        _I,
        _LOW,
        "fr",
        "me_tape_la me_cogne_la me_frappe_la me_tape_moi me_cogne_moi me_frappe_moi",
        r"je me (?:tape|cogne|frappe) (?:la tete|moi meme|moi-meme)(?: contre| sur)?",
    ),
    Rule(
        "abuse.plainly",
        _A,
        _MODERATE,
        "fr",
        "me_frapp me_batt me_tap me_bat abuse_de ma_viol ma_touch ma_agress ma_abus ma_forc me_touch me_embr me_desh",
        either(
            r"(?:mon papa|ma maman|mes parents|mon tonton|mon grand-pere|mes freres) me (?:frappe(?:nt)?|battent|bat|"
            r"tape(?:nt)?)(?! (?:sur (?:les nerfs|le systeme)|aux? (?:echecs|jeux?|cartes|tennis|foot\w*|ping|baby)|a "
            r"la (?:console|course|belote|petanque)))",
            r"mon (?:pere|papa|beau-pere|beau pere|oncle|frere|cousin|grand-pere|copain|mari|prof|entraineur|voisin|"
            r"parrain) abuse de moi",
            r"(?:on|un (?:homme|mec|type|inconnu|ami|voisin|prof)|mon (?:oncle|cousin|frere|prof|patron|entraineur|"
            r"ami|ex|grand-pere|beau-pere|pere|copain|mari)|cet homme) m'a (?:violee?|abusee?|agressee? sexuellement|"
            r"forcee? a (?:coucher|le sucer|faire l'amour))",
            r"(?:mon [\w\-]{3,12}|il|quelqu'un)(?: \w{2,8}){0,2} (?:vient|venait|entre|entrait) dans (?:ma chambre|"
            r"mon lit)(?: \w{1,8}){0,3} et (?:il )?me (?:touche(?! (?:l'epaule|le (?:bras|front)))|touchait|embrasse|"
            r"deshabille)",
        ),
    ),
    Rule(
        "overdose_under_way.box",
        _M,
        _IMMINENT,
        "fr",
        "viens_davaler viens_de_prendre",
        r"je viens (?:d'avaler|de prendre) (?:toute )?(?:la|ma|une) (?:boite|plaquette)(?! de (?:chocolats?|gateaux|"
        r"bonbons|biscuits|cookies|conserve|thon|sardines|raviolis))",
    ),
    Rule(
        "harm_to_others.stab",
        _H,
        _MODERATE,
        "fr",
        "poignarder",
        r"(?:je veux|(?:j'ai )?envie de|je pense a|je vais) poignarder (?:mon|ma|mes|un|une|quelqu'un|tout le "
        r"monde)(?! (?:personnage|joueur|ennemi))",
    ),
    Rule(
        "eating_disorder.plainly",
        _E,
        _MODERATE,
        "fr",
        "mange_plus mange_pas mange_presque mange_rien arrete_de_manger",
        r"je (?:ne )?mange (?:plus|pas|presque (?:plus|rien)|rien|plus rien) pour (?:maigrir|perdre|etre (?:mince|"
        r"maigre))|j'ai arrete de manger pour (?:maigrir|perdre)",
    ),
    Rule(
        "history.attempt",
        _S,
        _MODERATE,
        "fr",
        "essaye tente tentative fait_une_ts",
        either(
            r"j'ai (?:deja )?(?:essaye|tente) de (?:me (?:suicider|tuer(?! a (?:l'expliquer|la tache|le dire))|"
            r"pendre)|mettre fin a (?:mes jours|ma vie))",
            r"(?:j'ai (?:deja )?(?:fait|eu)|depuis|apres)(?: ma| une| deux| trois| plusieurs) (?:premiere |derniere "
            r")?tentatives? de suicide|j'ai fait une ts",
        ),
    ),
    Rule(
        "ideation.weighed",
        _S,
        _HIGH,
        "fr",
        "perdu j'envisage quitter partir_pour supporte_plus manquerai",
        either(
            r"(?:j'ai )?perdu (?:l'envie|le gout|toute envie) de vivre",
            r"je (?:veux|voudrais) (?:quitter (?:ce monde|cette (?:terre|vie))|partir pour (?:toujours|de bon))"
            rf"(?:{_END}| et )|je ne supporte plus (?:cette|ma|la) vie{_END}",
            r"je (?:ne )?manquerai[st]? a personne (?:si|quand) je",
        ),
    ),
    Rule(
        "abuse.by_whom",
        _A,
        _MODERATE,
        "fr",
        "me_maltrait me_viol me_touch me_batt me_frapp abuse_de abusait_de me_tue peur_que",
        either(
            r"(?:mon|ma) (?:mari|femme|copain|copine|pere|mere|beau-pere|patron|entraineur|prof|grand-pere|oncle|"
            r"cousin|frere|voisin|conjoint|compagnon) me (?:maltraite|violait|battait|frappait|touchait|viole)(?! "
            r"(?:aux? (?:foot|tennis|echecs|jeux?|cartes|ping)|a (?:la course|fifa)))",
            r"mon (?:patron|entraineur|prof|grand-pere|cousin|voisin|parrain) me touche(?! (?:un mot|par|avec|"
            r"beaucoup))",
            r"(?:mon [\w\-]{3,12}|il) (?:a abuse|abusait) de moi",
            r"j'ai peur que (?:mon|ma) [\w\-]{2,12} me (?:tue|frappe|batte|viole|fasse du mal)",
        ),
    ),
    Rule(
        "overdose_under_way.swallowed",
        _M,
        _IMMINENT,
        "fr",
        "plaquette boite flacon bu_de avale_de avale_du bu_du",
        either(
            r"(?:j'ai|je viens d')(?: ?)(?:avale|pris|avaler) (?:une |deux |toute une |la )?(?:plaquettes?|boites?|"
            r"flacons?)(?: entiere?)? (?:de |d')(?:xanax|lexomil|valium|temesta|doliprane|paracetamol|lysanxia|"
            r"seresta|tercian|zolpidem|stilnox|tramadol|efferalgan|cachets|comprimes|medicaments)",
            r"j'ai (?:bu|avale) (?:de la|du|de l') ?(?:javel|eau de javel|deboucheur|poison|detergent|antigel|acide)",
        ),
    ),
    Rule(
        "self_injury.bleeding",
        _I,
        _MODERATE,
        "fr",
        "saigne",
        r"(?:je|ca) saigne(?: beaucoup| trop)?(?: et| parce que)? je me suis (?:coupee?|taillade|ouvert)(?! en )|je "
        r"me suis coupee? et (?:ca|je) (?:saigne|ne s'arrete pas de saigner)",
    ),
    Rule(
        "means.gun",
        _S,
        _HIGH,
        "fr",
        "fusil pistolet flingue revolver",
        r"j'ai (?:un|le|mon) (?:fusil|pistolet|flingue|revolver) (?:dans (?:les|la|ma) mains?|en main|charge|contre "
        r"(?:ma|la) tempe)(?! dans (?:le|ce) jeu)",
    ),
    Rule(
        "harm_to_others.announced",
        _H,
        _MODERATE,
        "fr",
        "faire_du_mal_a faire_mal_a",
        r"je vais (?:leur )?faire (?:du )?mal a (?:quelqu'un|mon|ma|mes|tout le monde)(?! (?:dos|genou|pied|bras|"
        r"dent))",
    ),
)
