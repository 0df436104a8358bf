"""What people write in a crisis, in French. Folded text has no accents."""

from __future__ import annotations

from segue.domain.findings import Category
from segue.domain.models import SafetyLevel
from segue.safety.rules import Rule

_S, _I, _M = Category.SUICIDE, Category.SELF_INJURY, Category.MEDICAL_EMERGENCY
_IMMINENT, _HIGH, _MODERATE = SafetyLevel.IMMINENT, SafetyLevel.HIGH, SafetyLevel.MODERATE

_ADV = r"(?: (?:vraiment|juste|tellement|souvent|parfois|toujours|encore|seulement|simplement|bien|trop)){0,2}"
_WORK = (
    r"(?! (?:avec|de) (?:ce|cet|cette|mon|ma|mes|ces|les|la|le|l')(?: \w{3,10})? ?(?:dossier|projet|devoirs?|travail|"
    r"histoire|paperasse|exams?|examens?|cours|revisions|menage|vaisselle|rangement|exercice|memoire|dissertation|"
    r"maths|these|fac))"
)
"""What somebody wants to have done with who speaks of no end."""
KILL = (
    r"(?:me tuer(?! a (?:la tache|l'expliquer|(?:te )?le (?:dire|repeter)|te dire))|me suicider|mettre fin a mes jours|"
    rf"mettre fin a ma vie|en finir(?: avec (?:la|ma) vie| avec tout| pour de bon)?{_WORK}|m'oter la vie|"
    r"me pendre(?! a (?:ton|son|leur) cou)|me jeter (?:d'un|du|de la|sous un|sous le|par la|dans le)(?: \w{3,12})?|"
    r"sauter (?:d'un|du|de la|par la) (?:pont|toit|fenetre|balcon|immeuble|falaise)|me tirer une balle|"
    r"m'ouvrir les veines|me tailler les veines|me foutre en l'air|me flinguer)"
)
_ELSEWHERE = (
    r"(?! (?:ici |toute? seule? )?(?:chez (?!moi|nous)|a (?:paris|lyon|marseille|toulouse|lille|bordeaux|nantes|nice|"
    r"strasbourg|montpellier|rennes|geneve|bruxelles|montreal|quebec|londres|la campagne|l'etranger|l'hotel|deux|"
    r"plusieurs)|en (?:ville|france|banlieue|coloc\w*|appartement|europe|suisse|belgique|province)|avec (?:(?:mes|mon|"
    r"ma) (?:parents|mere|pere|mari|femme|copain|copine|ex|coloc\w*|beau-pere|frere|soeur)|(?:lui|elle|eux)(?= ?(?:$|"
    r"[.!?;,])))|dans (?:cette (?:ville|maison|region|rue|coloc\w*)|cet (?:appart\w*|immeuble)|ce (?:quartier|village|"
    r"pays|studio|bled)|une (?:grande )?ville)))"
)
"""A place or a company that somebody does not want to live in."""
_DAY = (
    r"(?! (?:de (?:vacances|cours|travail|boulot|stage|classe|formation|soldes|conge|ecole)|au (?:bureau|travail|"
    r"boulot|lycee|college)|a (?:la (?:fac|boite)|l'ecole)|en (?:stage|france)|pour (?:ce soir|aujourd'hui)|d[eu] "
    r"(?:mois|jour|soir|stage)))"
)
_BEATEN_AT = (
    r"(?! (?:toujours |encore |souvent |tout le temps )?(?:aux? (?:echecs|jeux?|tennis|foot|ping|cartes|babyfoot|"
    r"basket|dames|scrabble)|a (?:fifa|la course|mario|la console)))"
)
_TOUCHED_BY = (
    r"(?! (?:un mot|(?:par|avec) (?:ses (?:mots|paroles|blagues)|son (?:histoire|humour)|sa (?:gentillesse|voix|"
    r"chanson))|beaucoup|droit au coeur))"
)
"""At what somebody beats, and how somebody touches, who does no harm."""
PILLS = r"(?:medicaments|cachets|comprimes|somniferes|pilules|antidepresseurs|anxiolytiques|medocs|doliprane)"

ROWS: tuple[Rule, ...] = (
    Rule(
        "overdose_under_way.took_pills",
        _M,
        _IMMINENT,
        "fr",
        "antidepresseurs anxiolytiques cachets comprimes doliprane medicaments medocs pilules somniferes suis viens",
        r"(?:j'ai|je viens d'|je viens de) ?(?:deja |tout )?(?:avale|avaler|pris|prendre|gobe) (?:tous |toute |toutes "
        r"|une boite (?:entiere )?de |un flacon (?:entier )?de |plein de |trop de |beaucoup de |[1-9]\d |"
        rf"vingt |trente |quarante )(?:les |mes |la boite de |ma boite de |le flacon de )?{PILLS}|je (?:me suis|"
        r"viens de me|viens de m') ?(?:ouvert|ouvrir|taille|tailler|coupe|couper) les (?:veines|poignets)",
    ),
    Rule(
        "intent.going_to",
        _S,
        _HIGH,
        "fr",
        "finir flinguer foutre jeter m'oter mettre moter pendre sauter suicider tailler tirer tuer veines",
        r"(?:je (?:vais|veux|voudrais|dois|compte|prevois de|pense a|songe a|souhaite|desire|devrais|pourrais)|j'ai "
        r"(?:envie de|decide de|l'intention de|besoin de|pense a|prevu de|failli)|j'aimerais|j'envisage de|"
        rf"je n'arrete pas de penser a|envie de|penser a|idee de|pret a|prete a){_ADV} {KILL}",
    ),
    Rule(
        "ideation.want_to_die",
        _S,
        _HIGH,
        "fr",
        "arreter cesser crever disparaitre etre exister mourir prefere serais suicidaire vaut vivre",
        rf"(?:je (?:veux|voudrais|souhaite|desire|prefere|prefererais)|j'ai{_ADV} envie de|j'aimerais|envie de|"
        rf"j'ai besoin de){_ADV} (?:mourir|crever(?! (?:ce|cet|le|un|mon) (?:ballon|pneu|abces|bouton))|etre morte?|"
        r"ne plus (?:exister|vivre|etre la)|cesser d'exister|arreter de vivre|disparaitre pour de bon)|"
        rf"je (?:ne |n')?(?:veux|voudrais|ai|peux) plus (?:envie de )?(?:vivre|exister|etre en vie){_ELSEWHERE}|"
        r"(?:plus|pas|aucune) (?:de )?(?:raison|envie|gout) (?:de|a) vivre|j'ai (?:des|eu des|souvent des) (?:pensees|"
        r"idees|envies) suicidaires|(?:je suis|je me sens) suicidaire|je serais mieux morte?|"
        r"(?:la|ma) vie ne vaut (?:pas|plus) la peine(?: d'etre vecue)?|je prefere(?:rais)? etre morte?",
    ),
    Rule(
        "passive.not_wake_up",
        _S,
        _MODERATE,
        "fr",
        "aimerais aurais envie mieux monde reveiller suis veux voudrais",
        r"(?:ne (?:plus|pas|jamais)|plus jamais|ne veux (?:plus|pas)|(?:j')?aimerais ne (?:plus|pas)|"
        r"m'endormir et ne (?:plus|jamais|pas)) (?:jamais )?me reveiller(?! (?:(?:trop|si|aussi) )?(?:tot|a \d|avant|"
        r"en retard))|(?:je veux|je voudrais|j'ai envie de|j'aimerais|envie de)(?: juste|"
        r" vraiment)? disparaitre(?! (?:de (?:cette|la|ce) (?:soiree|reunion|fete|photo)|sous la table|"
        r"un (?:moment|peu|instant)|(?:une?|quelques|deux|trois) (?:jours?|semaines?|week-end|mois)|"
        r"(?:a|vers|sur) (?:la|une?|le) (?:montagne|plage|campagne|ile)(?! et (?:ne|n'|plus|jamais)\b)))|"
        r"j'aurais prefere ne (?:jamais|pas) (?:naitre|etre nee?)|(?:tout le monde|le monde|ma famille|mes enfants|"
        r"mes parents|les autres|ils) (?:serait|seraient|irait|iraient)(?: bien| tous)? mieux sans moi|"
        r"je suis un (?:fardeau|poids) pour",
        also="aitre jauraispreferene jesuisun mieuxsansmoi smereveiller",
    ),
    Rule(
        "plan.have_a_plan",
        _S,
        _HIGH,
        "fr",
        "lettre pour sais",
        rf"j'ai (?:deja )?(?:un plan|tout prevu|tout planifie) pour {KILL}|(?:j'ai ecrit|j'ecris|je viens d'ecrire) "
        rf"(?:ma|une|la) lettre (?:d'adieu|de suicide)|je sais (?:deja )?comment (?:je vais )?{KILL}",
    ),
    Rule(
        "method_seeking.way",
        _S,
        _HIGH,
        "fr",
        r"combien facon finir flinguer foutre jeter letale maniere methode mortelle mourir moyen pendre sauter "
        r"suicider tuer",
        rf"combien de (?:\w{{3,20}} ){{0,4}}pour (?:mourir|{KILL}|se tuer|que ce soit mortel)|(?:facon|moyen|methode|"
        rf"maniere)(?: la plus| le plus)? (?:\w{{3,12}} )?(?:de|pour) (?:mourir|{KILL}|se suicider)|"
        r"comment (?:me suicider|me tuer|me pendre|mourir sans (?:douleur|souffrir)|en finir avec la vie)|dose "
        r"(?:letale|mortelle) (?:de|du)",
    ),
    Rule(
        "means.in_hand",
        _S,
        _HIGH,
        "fr",
        r"antidepresseurs anxiolytiques arme cachets comprimes corde couteau doliprane lame medicaments medocs "
        r"pilules somniferes stocke",
        rf"(?:j'ai|je tiens)(?: deja)? (?:les |une |la |un |le |mes |l')?(?:{PILLS}|corde|arme|couteau|lame)(?: "
        r"\w{2,12}){0,2} (?:dans (?:la|les|ma) mains?|en main|prete?s?|devant moi|a cote de moi|sous la main)|(?:j'ai|"
        r"je suis en train d'|je) (?:mis de cote|stocke|accumule|garde)(?:r)? (?:les |mes |des |assez de "
        rf")?{PILLS}",
    ),
    Rule(
        "goodbye.after_me",
        _S,
        _HIGH,
        "fr",
        "adieu dernier quand",
        rf"(?:c'est|ce sera|voici) mon dernier (?:message|jour|adieu){_DAY}|"
        r"quand (?:vous lirez|tu liras|on lira) (?:ceci|ca|ce message|cette lettre) je (?:ne )?serai (?:plus la|"
        r"deja mort|mort)e?|(?:prends|prenez|occupe-toi|occupez-vous)(?: \w{2,12}){1,5} quand je (?:ne )?serai plus la|"
        r"adieu (?:a tous|tout le monde|le monde|pour toujours|monde cruel)",
    ),
    Rule(
        "self_injury.cutting",
        _I,
        _MODERATE,
        "fr",
        "besoin coupe envie fais mutile recommence scarifie suis taillade taille",
        r"je (?:me (?:scarifie|mutile|taillade|taille)|me suis (?:encore )?(?:scarifiee?|mutilee?|tailladee?)|"
        r"recommence a me (?:couper|scarifier|mutiler))|(?:j'ai (?:\w{3,9} )?)?(?:envie|besoin) de me (?:couper|"
        r"scarifier|mutiler|faire (?:du )?mal|bruler|taillader)|je me (?:coupe|fais (?:du )?mal) (?:les bras|les "
        r"cuisses|expres|pour|quand|encore)",
    ),
    Rule(
        "abuse.ongoing",
        Category.ABUSE,
        _MODERATE,
        "fr",
        "abuse agresse compagnon conjoint copain copine femme frere mari mere oncle pere viole",
        r"(?:mon|ma) (?:mari|femme|copain|copine|pere|mere|beau-pere|beau pere|conjoint|compagnon|frere|oncle) (?:me|"
        rf"m'a|m') ?(?:frappe|(?:bat|battue?){_BEATEN_AT}|viole|violee?|agressee?|touche{_TOUCHED_BY})|"
        r"j'ai ete (?:violee?|abusee?|agressee? sexuellement)|il abuse de moi",
    ),
    Rule(
        "abuse.danger_now",
        Category.ABUSE,
        _HIGH,
        "fr",
        "menace veut",
        r"(?:mon|ma) (?:mari|femme|copain|copine|pere|mere|beau-pere|beau pere|conjoint|compagnon|frere|ex) (?:veut "
        r"me tuer|(?:me |m'a )?menacee? de me tuer|menace de me tuer)",
    ),
)
"""Fewer rows than in English: what is missing here is not found."""
