"""Somebody else's danger at this moment, as those write it who stand beside them, in five languages."""

from __future__ import annotations

from segue.domain.findings import Category, Subject
from segue.domain.models import SafetyLevel
from segue.safety.rows.de.crisis import PILLS as PILLS_DE
from segue.safety.rows.en.words import OTHERS, SOMEBODY
from segue.safety.rows.es.crisis import PILLS as PILLS_ES
from segue.safety.rows.fr.crisis import PILLS as PILLS_FR
from segue.safety.rows.pt.crisis import PILLS as PILLS_PT
from segue.safety.rules import Rule, either

_S, _M, _A = Category.SUICIDE, Category.MEDICAL_EMERGENCY, Category.ABUSE
_IMMINENT, _HIGH = SafetyLevel.IMMINENT, SafetyLevel.HIGH
_OTHER = Subject.OTHER

_END = r"(?= ?(?:$|[.!?;]))"
_KIN = r"(?:friend|brother|sister|mom|mum|mother|dad|father|son|daughter|kids?|child|children|baby|wife|grandma|cousin)"
_HIM_EN = rf"(?:him|her|them|my (?:\w{{3,8}} )?{_KIN})"
_HIGH_PLACE_EN = r"(?:bridge|roof|rooftop|building|balcony|cliff|window|overpass|ledge|platform)"
_ES = (
    r"(?:mi (?:mejor |propi[oa] )?(?:amig[oa]|herman[oa]|hij[oa]|madre|padre|mama|papa|prim[oa]|novi[oa]|pareja|"
    r"espos[oa]|marido|mujer|companer[oa]|ti[oa]|alumn[oa]|paciente|vecin[oa]))"
)
_FR = (
    r"(?:(?:mon|ma) (?:meilleure? |petite? )?(?:amie?|frere|soeur|fils|fille|mere|pere|cousine?|copain|copine|mari|"
    r"femme|collegue|eleve|patiente?|voisine?|oncle|tante))"
)
_DE = (
    r"(?:meine? (?:bester? |kleiner? )?(?:freund|freundin|bruder|schwester|sohn|tochter|mutter|vater|mama|papa|cousin|"
    r"cousine|mann|frau|kollege|kollegin|schuler|schulerin|patient|patientin|nachbar|nachbarin|onkel|tante))"
)
_PT = (
    r"(?:(?:meu|minha) (?:melhor )?(?:amig[oa]|irma|irmao|filh[oa]|mae|pai|prim[oa]|namorad[oa]|marido|esposa|mulher|"
    r"colega|alun[oa]|paciente|vizinh[oa]|ti[oa]))"
)
_SOON_DE = r"(?:heute nacht|heute abend|heute|jetzt|gerade|gleich)"
_SOON_ES = r"(?:esta noche|hoy|ahora(?: mismo)?)"
_FALL_DE = r"von (?:der|einer|dem|einem) (?:brucke|bruecke|dach|balkon|hochhaus|turm)"

ROWS: tuple[Rule, ...] = (
    Rule(
        "plan.somebody_now",
        _S,
        _IMMINENT,
        "en",
        "end_his_life end_her_life end_their_life hang_himse hang_herse jump_from jump_off kill_himse kill_herse "
        "kill_themse commit_suicide shoot_himse shoot_herse hang_themse shoot_themse",
        rf"(?:{OTHERS}|{SOMEBODY})(?: says| said| just| told me| texted(?: me)?| wrote| messaged me| that| he| she| "
        r"they){0,4}(?:'s going to| is going to| going to| gonna|'s gonna| will|'ll| wants? to| plans? to| is about "
        r"to|'s about to| about to| threatens to| is threatening to) (?:(?:kill|hang|shoot) (?:him|her|them)sel(?:f|"
        r"ves)|end (?:his|her|their) life|commit suicide|jump (?:from|off)(?: of)? (?:the|a|my|our) (?:\w{3,10} )?"
        rf"{_HIGH_PLACE_EN}) (?:tonight|right now|now|today|this evening|in an hour)(?! (?:into|onto|for|with) )",
        subject=_OTHER,
    ),
    Rule(
        "plan.somebody_now",
        _S,
        _IMMINENT,
        "es",
        "la_vida matar saltar se_mata se_tira suicidar tirar",
        either(
            rf"{_ES}(?: me)?(?: dice| dijo| ha dicho| escribio| amenaza)?(?: que| con)?(?: hoy| esta noche| ahora)? "
            r"(?:se (?:va a|quiere) (?:matar|suicidar|quitar la vida|tirar (?:del|de la|desde \w{2}) \w{4,10})|(?:va a|"
            r"quiere) (?:matarse|suicidarse|quitarse la vida|(?:saltar|tirarse) (?:del|de la|desde \w{2}) (?:puente|"
            rf"azotea|balcon|edificio|tejado|ventana))|se (?:mata|tira (?:del|de la) (?:puente|azotea))) {_SOON_ES}"
            r"(?! (?:de risa|con))",
        ),
        subject=_OTHER,
    ),
    Rule(
        "plan.somebody_now",
        _S,
        _IMMINENT,
        "fr",
        "en_finir fin_a_ses_j sauter se_jeter se_suicide se_tue",
        rf"{_FR}(?: m'a| me| a)?(?: dit| ecrit)?(?: qu'il| qu'elle| que)? (?:veut|va|menace de) (?:se (?:tuer|"
        r"suicider)|en finir|mettre fin a ses jours|(?:sauter|se jeter) (?:du|d'un|de la|par la) (?:pont|toit|"
        r"balcon|immeuble|fenetre|falaise)) (?:ce soir|cette nuit|maintenant|aujourd'hui|tout de suite)(?! (?:a la "
        r"tache|de rire|au travail))",
        subject=_OTHER,
    ),
    Rule(
        "plan.somebody_now",
        _S,
        _IMMINENT,
        "de",
        "das_leben dem_leben umbring umzubring bringt_sich spring",
        either(
            rf"{_DE}(?: (?:sagt|schreibt|droht|hat gesagt)(?: mir)?)?(?: dass)?(?: er| sie)? (?:will|wird|mochte|"
            rf"moechte)(?: sich| dem leben| seinem leben| ihrem leben)? {_SOON_DE}(?: sich)? (?:umbringen|das leben "
            rf"nehmen|{_FALL_DE} springen)",
            rf"{_DE}(?: (?:sagt|schreibt|hat gesagt)(?: mir)?)?(?: dass)?(?: er| sie)? (?:sich {_SOON_DE} (?:umbringt|"
            rf"umbringen will|das leben nimmt|das leben nehmen will)|bringt sich {_SOON_DE} um|springt {_SOON_DE} "
            rf"{_FALL_DE}|{_SOON_DE} {_FALL_DE} (?:springt|springen will)|droht sich {_SOON_DE} umzubringen)",
        ),
        subject=_OTHER,
    ),
    Rule(
        "plan.somebody_now",
        _S,
        _IMMINENT,
        "pt",
        "a_propria_v pular saltar se_jogar se_mata se_suicid",
        rf"{_PT}(?: me)?(?: disse| diz| falou| escreveu)?(?: que)? (?:vai|quer) (?:se (?:matar|suicidar)|tirar a "
        r"propria vida|(?:pular|saltar|se jogar) (?:da|do|de um|de uma) (?:ponte|predio|telhado|varanda|janela)) "
        r"(?:hoje|agora|esta noite)(?! (?:de rir|para o|na agua))",
        subject=_OTHER,
    ),
    Rule(
        "overdose_under_way.somebody_still",
        _M,
        _HIGH,
        "en",
        "isnt_breath isnt_wak not_breath not_wak wont_wake wont_wak wont_breath isnt_wake not_wake pill_bottle "
        "medicine_bottle pills_and tablets_and meds_and medication_and",
        either(
            rf"(?:{OTHERS}|he|she)(?: is not|'s not| isn't| won't| still isn't) (?:waking up|wake up|breathing)"
            r"(?= ?(?:$|[.!?;])| (?:there|help|what|please|and (?:there|i don't|her|his|she's|he's)))",
            rf"(?:{OTHERS}|he|she)(?:'s| has| just){{0,2}} (?:took|taken|swallowed) (?:some |his |her |the |my |"
            r"these )?(?:pills|tablets|meds|medication) and (?:now )?(?:he |she )?(?:isn't|won't|is not|'s not|doesn't|"
            r"stopped|can't) (?:respond|wak|mov|answer|breath|react|talk)\w{0,4}",
            r"empty (?:pill|medicine) ?bottles? (?:next to|beside|near|by|around) (?:him|her|them)",
        ),
        subject=_OTHER,
    ),
    Rule(
        "overdose_under_way.somebody_still",
        _M,
        _HIGH,
        "es",
        "inconsc no_despierta no_reacciona no_respira no_respond no_se_desp pastillas pildoras comprimidos somniferos "
        "medicamentos antidepresivos ansioliticos paracetamol medicinas",
        either(
            rf"{_ES}(?: acaba de)? (?:se )?(?:ha tomado|tomo|tomarse|trago|ha tragado) (?:toda )?(?:una caja de|"
            rf"la caja de|un frasco de|todas (?:las|sus|mis)|un monton de|demasiad[oa]s) {PILLS_ES}",
            rf"{_ES} (?:se )?(?:ha tomado|tomo|trago|ha tragado) (?:unas |las |sus )?{PILLS_ES} y (?:ya )?(?:no (?:"
            r"reacciona|responde|respira|despierta|se despierta|contesta)|se (?:ha desmayado|desmayo)|esta "
            r"inconsciente)",
            rf"{_ES} (?:ya )?(?:no (?:respira|reacciona|se despierta|despierta)|esta inconsciente){_END}",
        ),
        subject=_OTHER,
    ),
    Rule(
        "overdose_under_way.somebody_still",
        _M,
        _HIGH,
        "fr",
        "avale inconscien prendre pris_d pris_l pris_m pris_p pris_s pris_t pris_u reagit respire reveille",
        either(
            rf"{_FR} (?:a|vient d'|vient de) ?(?:avale|avaler|pris|prendre) (?:une (?:boite|plaquette|"
            r"poignee) (?:entiere )?de|toute (?:la|sa) boite de|un flacon de|tous (?:ses|les|mes)|plein de|"
            rf"trop de) {PILLS_FR}",
            rf"{_FR} a (?:avale|pris) (?:des|ses|les|mes) {PILLS_FR} et (?:il |elle )?(?:ne )?(?:reagit|repond|respire|"
            r"se reveille|bouge) (?:plus|pas)",
            rf"{_FR} (?:(?:ne )?(?:respire|reagit|se reveille) (?:plus|pas)|est inconsciente?){_END}",
        ),
        subject=_OTHER,
    ),
    Rule(
        "overdose_under_way.somebody_still",
        _M,
        _HIGH,
        "de",
        "genommen geschluckt reagiert_ni atmet_ni wacht_ni bewusstlos",
        either(
            rf"{_DE} hat(?: gerade| eben)? (?:eine (?:ganze )?(?:packung|schachtel|handvoll)|alle|zu viele|alle seine|"
            rf"alle ihre) {PILLS_DE} (?:genommen|geschluckt)",
            rf"{_DE} hat (?:\w{{3,8}} ){{0,2}}{PILLS_DE} (?:genommen|geschluckt) und (?:er |sie )?(?:reagiert|atmet|"
            r"wacht|antwortet|bewegt sich|ist bewusstlos)(?: nicht(?: mehr)?)?",
            rf"{_DE} (?:reagiert nicht mehr|atmet nicht(?: mehr)?|wacht nicht (?:mehr )?auf|ist bewusstlos){_END}",
        ),
        subject=_OTHER,
    ),
    Rule(
        "overdose_under_way.somebody_still",
        _M,
        _HIGH,
        "pt",
        "inconsc nao_acorda nao_reage nao_respira tomou engoliu",
        either(
            rf"{_PT} (?:tomou|engoliu) (?:uma caixa (?:inteira )?de|um frasco de|todos (?:os|os seus)|uma cartela (?:"
            rf"inteira )?de|um monte de) {PILLS_PT}",
            rf"{_PT} (?:tomou|engoliu) (?:uns |os |seus )?{PILLS_PT} e (?:agora )?(?:nao (?:reage|responde|respira|"
            r"acorda)|desmaiou|esta inconsciente)",
            rf"{_PT} (?:nao (?:respira|reage|acorda)(?: mais)?|esta inconsciente){_END}",
        ),
        subject=_OTHER,
    ),
    Rule(
        "abuse.somebody_now",
        _A,
        _IMMINENT,
        "en",
        "right_now him_now her_now them_now friend_now brother_now sister_now mom_now mum_now mother_now dad_now "
        "father_now son_now daughter_now kid_now kids_now child_now children_now baby_now wife_now grandma_now "
        "cousin_now up_now",
        rf"(?:{OTHERS}|he)(?:'s| is) (?:(?:about to|going to|gonna|trying to) (?:hurt|kill|beat|stab|shoot|strangle|"
        rf"choke|attack)|beating|hurting|choking|strangling|stabbing|attacking) {_HIM_EN}(?: up)? (?:right now|now)",
        subject=_OTHER,
    ),
    Rule(
        "abuse.somebody_now",
        _A,
        _IMMINENT,
        "es",
        "pegando_a matar_a pegar_a dano_a",
        rf"{_ES} (?:le )?(?:esta pegando|va a (?:pegar|matar|hacer dano)) a mi (?:madre|mama|herman[oa]|"
        r"hij[oa]) (?:ahora(?: mismo)?|en este momento)",
        subject=_OTHER,
    ),
    Rule(
        "abuse.somebody_now",
        _A,
        _IMMINENT,
        "fr",
        "en_train_d",
        rf"{_FR} est en train (?:de |d')(?:frapper|battre|etrangler|tuer) (?:mon|ma|mes) (?:petite? )?(?:frere|soeur|"
        r"mere|fils|fille|enfants|maman)(?! aux? (?:echecs|jeux?|cartes|tennis|foot|ping|baby|judo|boxe))",
        subject=_OTHER,
    ),
    Rule(
        "abuse.somebody_now",
        _A,
        _IMMINENT,
        "de",
        "schlagt_g schlagt_j wurgt_g wurgt_j verprugelt_g verprugelt_j",
        rf"{_DE} (?:schlagt|wurgt|verprugelt) (?:gerade|jetzt) meinen? (?:kleinen? )?(?:mutter|schwester|bruder|sohn|"
        r"tochter|mama)(?! (?:im|beim) )",
        subject=_OTHER,
    ),
    Rule(
        "abuse.somebody_now",
        _A,
        _IMMINENT,
        "pt",
        "batendo machucando",
        rf"{_PT} esta (?:batendo|machucando) (?:em |na |no )?(?:minha|meu) (?:mae|irma|irmao|filh[oa]) agora",
        subject=_OTHER,
    ),
)
