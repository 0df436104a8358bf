"""How somebody else's danger is told in French, and how a writer says that it is so with them too."""

from __future__ import annotations

from types import MappingProxyType

from segue.safety.rows.likewise_said import Likewise
from segue.safety.rules import either

_FIGURE = r"\b(?! (?:de (?:rire|honte|chaud|faim|soif|jalousie|bonheur|joie|rire la)|d'ennui|d'amour))"
_DEED = (
    r"(?:se (?:suicider|tuer|pendre|foutre en l'air|jeter (?:du|de|dans|sous|par)(?: \w{2,10}){1,3}|tirer une balle|"
    r"noyer|defenestrer)|mettre fin a (?:ses jours|sa vie|tout)|en finir|sauter (?:du|de|d'un|par)(?: \w{2,10}){1,3}|"
    r"s'oter la vie|s'ouvrir les veines)"
)
_KIN = (
    r"(?:pere|papa|mere|maman|beau[ \-]?pere|belle[ \-]?mere|copain|copine|mari|femme|oncle|frere|conjoint|"
    r"chum|blonde)"
)
_LAND = r"(?! (?:sur|dans) (?:le|la|un|une|son) (?:bateau|navire|barque|foin|dragon|cheval|piscine|filet))"
FR = Likewise(
    "aussi ossi pareil idem comme_moi meme same non_plus moi_avec moe_avec mwa_avec moi_donc "
    "c'est_moi vraiment exactement trop_moi tellement carrement on_est_deux egalement",
    r"(?:(?:moi|mwa|moe)(?: \w{2,11}){0,2} (?:aussi|ossi|pareil|egalement|de meme|non plus|la meme chose)|"
    r"(?:moi|mwa|moe) avec|(?:c'est )?(?:pareil|idem|la meme chose|le meme cas|meme chose)(?: (?:pour|chez|avec) moi|"
    r" ici)?|same|(?:tout |exactement |un peu )?comme moi|et moi donc|"
    r"(?:je|j'|j'en)(?: ?(?:le|la|en|y|ne|me|veux|suis|ressens|pense|fais|vais|sens|voudrais|ai|envie|peux|plus|"
    r"la)){1,5} (?:aussi|pareil|la meme chose|egalement|de meme)|(?:c'est|ca c'est|lui c'est|elle c'est) (?:vraiment |"
    r"exactement |trop |tellement |carrement )?moi|on est deux|j'en suis la aussi)",
    r"(?:il|elle) (?:est|se sent|n'en peut|en a|en peut) ",
    MappingProxyType(
        {
            "overdose_under_way": either(
                r"a (?:pris|avale) (?:tou[st]e?s? (?:ses|les)|une boite (?:entiere )?de|un flacon (?:entier )?de|"
                r"trop de) (?:\w{3,10} )?(?:cachets|comprimes|medicaments|pilules|medocs)",
            ),
            "intent": either(
                rf"(?:va|compte|prevoit de|a decide de|decide de|s'apprete a|est sur le point de) {_DEED}{_LAND}",
            ),
            "ideation": either(
                r"(?:veut|veu|voudrait|souhaite|desire|prefererait|prefere|essaie de|menace de|a envie de|reve de|"
                rf"aimerait)(?: (?:juste|vraiment))? (?:{_DEED}{_LAND}|mourir|crever|etre morte?|"
                r"disparaitre (?:a jamais|pour toujours)|ne (?:plus|pas) (?:exister|vivre|se reveiller|"
                rf"etre la)){_FIGURE}",
                r"se (?:suicide|tue|pend|jette (?:du|dans|sous)(?: \w{2,10}){1,2})(?! (?:au travail|a la tache))|"
                r"met fin a ses jours|(?:ne )?veut (?:plus|pas) (?:vivre|exister|etre (?:la|en vie)|se reveiller)|"
                r"(?:pense|songe) (?:souvent |tout le temps )?(?:au suicide|a (?:mourir|la mort|se (?:tuer|suicider)|"
                r"en finir))|est suicidaire|a des (?:idees|pensees) (?:suicidaires|noires)",
            ),
            "passive": either(
                r"(?:est|en a) (?:si |tellement |trop )?(?:fatiguee? (?:de|d') ?(?:vivre|la vie|exister)|"
                r"marre (?:de (?:vivre|la vie)|d'exister))|(?:n'a|a) (?:plus|aucune) (?:de )?(?:raison|envie) de vivre|"
                r"ne voit (?:plus|aucun|pas) (?:de )?sens a (?:la|sa) vie",
            ),
            "self_injury": either(
                r"se (?:scarifie|mutile|taillade|coupe(?! les (?:cheveux|ongles))|brule (?:la peau|les bras)|"
                r"fait (?:du )?mal|fait des (?:coupures|entailles))(?! (?:en|au) )|veut se (?:scarifier|mutiler|couper|"
                r"faire du mal)",
            ),
            "eating_disorder": either(
                r"(?:vomit|se fait vomir)(?: (?:apres|tous) (?:chaque|ses|les) (?:repas))?",
            ),
            "psychosis": either(
                r"entend (?:\w{2,6} )?voix",
            ),
            "abuse": either(
                rf"(?:son|sa) {_KIN} (?:la |le |l')(?:\w{{3,8}} )?(?:frappe|bat|viole|touche|maltraite|agresse|"
                r"etrangle|a (?:violee?|frappee?|touchee?|etranglee?))|(?:a ete|est) (?:violee?|battue?|"
                r"abusee?)(?: par (?:son|sa) \w{3,10})?",
            ),
            "harm_to_others": either(
                rf"(?:veut|va) tuer (?:son|sa|ses) (?:{_KIN}|patron|prof|famille|parents|ex|fils|fille|soeur)",
            ),
        }
    ),
)
