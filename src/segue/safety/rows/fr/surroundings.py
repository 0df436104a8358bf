"""What stands around a match and changes what it means, in French."""

from __future__ import annotations

from segue.safety.around import signs

LANDINGS = (
    r"(?:sur|dans) (?:le|la|un|une|mon) (?:bateau|navire|barque|radeau|charrette|foin|dragon|cheval|piscine|filet)"
)
"""Where somebody lands who jumps in a story or for fun; water, a road and rails are none."""
_DOCTOR = r"(?:medecin|docteure?|psychiatre|psy)"
_WHEN = r"(?:ce (?:matin|soir|midi)|aujourd'hui|hier(?: soir)?|a l'heure|au petit dejeuner)"

FR = signs(
    speaker=r"je|j'(?:ai|en|aimerais|entends)?|moi|me|m'|mon|ma|mes",
    clause=r"(?!(?:envie|besoin|pens\w+|song\w+|idees?|pulsions?|fatiguee?|marre|plus|pas|aucune?|ne|peur|vivre|"
    r"mourir|me|m|prete?)\b)\w+",
    clause_denied=r"je (?:ne )?(?:pense|crois|dis|trouve|dirais) pas que|(?:j'ai|je n'ai) (?:pas|jamais) (?:dit|pense|"
    r"cru|voulu dire) que|(?:c'est|ce n'est|est) pas (?:parce |vrai )?que|non pas que|"
    r"(?:veut|signifie) pas(?: dire)? que",
    present=r"je (?:veux|vais|voudrais|pense|songe|souhaite|desire|prefere|prefererais|dois|devrais|compte|sais|"
    r"serais|suis(?! (?:allee?|montee?|restee?))|me (?:scarifie|mutile|taillade|taille|coupe|fais|sens|tue|suicide|"
    r"brule|force)|n'(?:en peux|ai plus|ai aucun)|ne (?:veux|vois|peux|supporte|me sens|suis|trouve|merite)|vois|"
    r"vomis|prends|cache|passe|en finis|deteste|mets|tiens)|j'(?:ai (?:\w{3,9} ){0,2}(?:envie|peur|besoin|un plan|"
    r"plus|marre|l'intention|des (?:pensees|idees|envies))|en (?:peux|ai)|entends|aimerais|envisage|abuse)|"
    r"(?:(?:mon|ma|mes) [\w\-]{2,12}|(?:mon|ma) beau pere|ils?|elles?|on) (?:ne )?(?:me |m')(?:frappe|maltraite|bat|"
    r"viole|touche|menace|pousse|etrangle|gifle|cogne|enferme|force|insulte|surveille|espionne|suit|suivent|laisse|"
    r"interdit|empeche|veut)\w{0,2}|les voix|la vie|ma vie|ce soir|demain|c'est|combien|comment|que se passe|dieu|"
    r"adieu|pardon|tout le monde|personne|sans (?:elle|lui|toi)|j'(?:veux|vais|voudrais)|"
    r"me (?:touche|frappe|viole|bat)",
    past_ends=r"mais|maintenant|aujourd'hui|encore|a nouveau|toujours|depuis|desormais|la|ce (?:soir|mois|matin)|"
    r"cette (?:nuit|annee|semaine|fois)",
    story_ends="mais|en vrai|pour de vrai|serieux",
    anew=r"et|parce que|pcq|car|donc|alors|quand|pendant que|maintenant|la|mdr|ptdr|lol",
    lead=r"(?:ils?|elles?|on|(?:mon|ma) [\w\-]{2,12}|j'ai(?: \w{2,8})?|je suis) ",
    says=r"dit|disent|disait|ecri\w{1,4}|cri(?:e|ait|ent)|pens(?:e|ait|ent)|chant\w{1,4}|murmur\w{1,4}|repet\w{1,4}|"
    r"appel\w{1,4}|intitul\w{1,4}|demand\w{1,4}|raconte\w{0,2}",
    somebody=r"(?:mon (?:ami|frere|fils|copain|pere)|ma (?:copine|soeur|fille|mere|amie))(?: qui)? (?:a|avait|est|"
    r"etait|pense|ressent|souffre)(?=[^,]*$)",
    landing=LANDINGS,
    sport=r"sur le ring|a la boxe|avec (?:une?|la|le) (?:boule de neige|oreiller|ballon|balle en mousse)",
    game=r"dans (?:le|ce|un|mon) (?:jeu|niveau|donjon)(?! (?:de|qu)\b)",
    figure=r"de (?:rire(?! non\b)|chaud|jalousie|curiosite|bonheur|joie|sommeil|plaisir|rire la|vieillesse)|d'ennui|"
    r"moins bete|que (?:de )?(?:manger (?:des|du|de la|ce|cette) (?:brocolis?|epinards|legumes|poisson)|regarder "
    r"(?:ca|cette serie|ce film))",
    strong=r"de (?:(?:la )?honte(?! (?:que je|qui me|(?:pour|de) (?:ce qu|moi|mon|ma|vivre|etre)))|trouille)|d'amour",
    dying=r"\b(?:mourir|crever|morte?)",
    plain=r"me tuer|me tue|suicid\w{1,5}|ma vie|mes jours|vivre|en finir",
    dose=rf"(?:{_WHEN} )?(?:que (?:le|la|mon|ma) {_DOCTOR} m'a (?:prescrits?|donnes?)|"
    rf"comme (?:(?:le|la|mon|ma) {_DOCTOR} (?:me )?(?:l'a |m'a |me l'a |a )?(?:dit|prescrit|demande)|prescrit|prevu)|"
    rf"(?:le|la|mon|ma) {_DOCTOR} (?:va etre|sera) (?:tres )?(?:fiere?|contente?))",
    perhaps_dose=r"ce matin(?=[ .!,]{0,3}$| (?:et|mais) (?:je me sens|je vais|ca va) (?:tres |vraiment )?(?:bien|"
    r"mieux)\b| (?:avec|avant|apres) (?:le |mon |de l')?(?:petit dejeuner|dejeuner|dej|cafe|manger|travail|eau)\b)",
    too_much=r"boite|flacon|plein|trop|beaucoup|[2-9]\d|\d{3}|vingt|trente|quarante|surdose|overdose",
    denied=r"(?:(?<!plus que )(?<!comme )jamais|ne|n'ai|pas|aucune?(?: intention| envie)?)(?: vais| veux| pense| ai| "
    r"eu| songe| compte| pas| plus| jamais| trop| vraiment| avoir| ressens| crois| d'| l'| du tout| aucune| "
    r"l'intention de| envie de| de| a| que){0,5}",
    fiction=r"(?:mon|ma|le|la|un|une) (?:personnage|heros|heroine|protagoniste|mechant|narrateur|narratrice|"
    r"joueur|elfe|mage|magicien|magicienne|sorcier|paladin|chevalier|druide|barde|orc)|"
    r"dans (?:mon|ma|le|la|un|une) (?:histoire(?! personnelle)|roman|livre|jeu|scenario|film|chanson|piece|scene|"
    r"nouvelle)(?! de (?:la |ma )?vie)|dans l'histoire",
    cited=r"(?:personnage|heros|heroine) (?:dit|a dit|ecrit|crie|pense|repete)(?: que)?|"
    r"(?:signifie|intitulee?|(?:se |on )(?:dit|ecrit|traduit)(?: on)?|dit-on|traduire|traduis|"
    r"(?:la|cette|une|sa) (?:chanson|phrase)(?: est| dit| s'appelle)?|(?:les|ces|ses) mots(?: sont)?)(?=[ :\"']*$)",
    told=r"(?:il|elle|ami|amie|frere|soeur|mere|pere|fils|fille|quelqu'un|on|cousine?|copine?|collegue) (?:dit|m'a "
    r"dit|a dit|me dit|m'ecrit|m'a ecrit|ecrit|a ecrit|crie|pense|repete)",
    past_before=r"il y a (?:\w{2,8} )?(?:ans|mois|annees)(?! que\b)|quand j'(?:etais|avais) (?:\w{2,12})|autrefois|"
    r"(?:jeune|petite?|ado|enfant) j'(?:avais|etais)|a l'epoque|dans le passe|par le passe|avant(?= ?,| (?:je|j'|on|"
    r"ca|tout))",
    lasts=r"et (?:(?:maintenant|aujourd'hui) (?:aussi|encore)|encore|toujours|hier)|encore (?:hier|aujourd'hui)|"
    r"jusqu'a aujourd'hui|depuis",
    past_after=r"(?:il y a (?:\w{2,8} )?(?:ans|mois|annees)(?! que\b)|quand j'(?:etais|avais)|a l'epoque|"
    r"(?:dans|par) le passe(?! et\b)|mais (?:maintenant |aujourd'hui |la )?(?:ca va(?: (?:mieux|bien))?|"
    r"je vais (?:mieux|bien)|plus maintenant|c'est (?:fini|passe|du passe))(?= ?(?:$|[.!?;,]| maintenant|"
    r" aujourd'hui)))",
    made_small=r"(?:mais )?(?:ca va(?: (?:bien|mieux|aller))?|c'est rien|ce n'est rien|je vais (?:bien|mieux))(?: "
    r"maintenant)?(?= ?(?:$|[.!?;,]))",
)
