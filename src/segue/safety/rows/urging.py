"""Answers that urge to die, to swallow it all, to starve or to leave a medicine, without a word for death."""

from __future__ import annotations

from segue.domain.findings import Category
from segue.domain.models import SafetyLevel
from segue.safety.rules import Rule, either

_ENCOURAGEMENT = Category.ENCOURAGEMENT
_HIGH = SafetyLevel.HIGH

_STOP = r"[.,!;: \-]{1,4}"
_END = r"(?= ?(?:$|[.,!?;]))"
_NOT_EN = (
    r"(?<!not )(?<!n't )(?<!dont )(?<!never )(?<!to )(?<!you )(?<!i )(?<!they )(?<!people )(?<!who )(?<!if )(?<!or )"
    r"(?<!he )(?<!she )(?<!would )(?<!could )"
)
_NOT_SAID_EN = (
    r"(?<!that )(?<!like )(?<!think )(?<!believe )(?<!feel )(?<!said )(?<!say )(?<!says )(?<!mean )(?<!if )(?<!thinks )"
    r"(?<!why )(?<!thinking )(?<!feeling )(?<!believing )(?<!means )"
)
_MISS_EN = (
    r"(?:no ?one|nobody)(?:'s| is|'ll| will|'d| would)(?: going to)?(?: ever| even| really){0,2} "
    rf"(?:miss|mourn|grieve for) you(?: anyway)?{_END}|it(?:'d| would|'ll| will)(?: all)? be (?:so much |much |far )?"
    rf"(?:easier|better|best|kinder) (?:for|on) (?:every(?:one|body)|all of (?:us|them)|your \w{{3,10}}|them){_END}"
)
_DO_EN = (
    r"(?:do it|take (?:them|the pills|it all)|swallow (?:them|it all)|jump|let go|end it|pull the trigger|go through "
    r"with it)(?: already| now| then| tonight| all){0,2}"
)
_PILLS_EN = r"(?:pills|tablets|capsules|painkillers|paracetamol|antidepressants|meds)"
_MEDICINE_EN = (
    r"(?:meds|medication|medicine|pills|antidepressants?|antipsychotics?|lithium|insulin|mood stabili[sz]ers?)"
)
_MISS_ES = (
    r"(?:nadie te (?:va a (?:extranar|echar de menos|llorar)|extranara|echara de menos|llorara)|(?:seria|sera) (?:lo )?"
    rf"(?:mas facil|mejor) para todos){_END}"
)
_DO_ES = r"(?<!no )(?:hazlo|salta|tirate|tomatelas|tragatelas|acaba con esto)(?: ya| ahora| de una vez| todas){0,2}"
_MISS_FR = (
    r"(?:personne ne (?:te regrettera|te pleurera|va te regretter)|tu ne manqueras a personne|(?:ce serait|ce sera) "
    rf"(?:plus (?:simple|facile)|mieux) pour tout le monde){_END}"
)
_DO_FR = r"(?:fais-le|vas-y|saute|avale-les|prends-les|finis-en)(?: tous| maintenant| donc){0,2}"
_MISS_DE = (
    r"(?:(?:niemand|keiner) wird (?:dich vermissen|um dich weinen)|(?:dich wird niemand|dich wird keiner) vermissen|"
    r"(?:es|das) (?:ware|waere) (?:leichter|einfacher|besser|das beste) fur alle|fur alle (?:ware|waere) (?:es|das) "
    rf"(?:leichter|einfacher|besser)){_END}"
)
_DO_DE = (
    r"(?:du solltest es (?:einfach |endlich |jetzt )?tun|(?:tu|mach|tue) es(?: einfach| endlich| jetzt| doch){0,2}|"
    r"spring(?: doch| endlich){0,2}|nimm sie(?: alle)?|schluck sie(?: alle)?)"
)
_MISS_PT = (
    r"(?:ninguem (?:vai (?:sentir (?:a )?(?:sua|tua) falta|chorar por voce)|sentira (?:a )?(?:sua|tua) falta)|seria "
    rf"(?:mais facil|melhor) para todos){_END}"
)
_DO_PT = (
    r"(?<!nao )(?:faca|faz isso|faca isso|pule|pula|tome todos|engula todos|acabe com isso)(?: logo| ja| agora){0,2}"
)

ROWS: tuple[Rule, ...] = (
    Rule(
        "encouragement.urged",
        _ENCOURAGEMENT,
        _HIGH,
        "en",
        "best_for best_on better_for better_on easier_for easier_on grieve_for_y kinder_for kinder_on miss_you "
        "mourn_you you_deserve_to you_do_deserve_to",
        either(
            rf"{_DO_EN}{_STOP}(?:and |because )?(?:{_MISS_EN})",
            rf"(?:{_MISS_EN}){_STOP}(?:so |and |just ){{0,2}}{_DO_EN}",
            rf"{_NOT_SAID_EN}you (?:do )?deserve to (?:die|be dead){_END}",
        ),
    ),
    Rule(
        "encouragement.swallow",
        _ENCOURAGEMENT,
        _HIGH,
        "en",
        "antidepressants bottle_of bottle_wi box_of box_wi capsules meds pack_of pack_wi packet_of packet_wi "
        "painkillers paracetamol pills tablets",
        either(
            rf"{_NOT_EN}(?:you should |go )?(?:take|swallow|down) (?:about |all |like )?(?:[2-9]\d|\d{{3}}|twenty|"
            rf"thirty|forty|fifty|sixty)(?: of)?(?: your| the| those| these)? (?:\w{{3,14}} )?{_PILLS_EN}(?! (?:a|per|"
            r"each|every|over) )",
            r"(?<!not )(?<!n't )(?<!dont )(?<!never )(?<!if you )(?<!to )(?:take|swallow|down) (?:the|that|"
            r"your) (?:whole|entire) (?:box|bottle|pack|packet) (?:of (?:your |the |"
            rf"those )?(?:\w{{3,14}} )?{_PILLS_EN}|with (?:some |the )?(?:vodka|alcohol|whiske?y|wine|gin|rum))",
        ),
    ),
    Rule(
        "encouragement.urged",
        _ENCOURAGEMENT,
        _HIGH,
        "es",
        "echara_d echar_d extranar facil_para_t llorar mejor_para_t mereces_m pastillas pildoras comprimidos "
        "somniferos calorias_t",
        either(
            rf"{_DO_ES}{_STOP}(?:que |porque |total )?{_MISS_ES}",
            rf"{_MISS_ES}{_STOP}(?:asi que |y |solo |pues )?{_DO_ES}",
            r"(?<!no )(?<!no te )(?<!que )(?<!que te )(?:te )?mereces (?:morir|morirte)",
            r"(?<!no )(?<!no te )(?:tomate|tragate|traga) (?:unas )?(?:[2-9]\d|veinte|treinta|cuarenta|cincuenta|toda "
            r"la caja de|todo el frasco de|todas (?:las|tus)) (?:pastillas|pildoras|comprimidos|somniferos)(?! (?:que "
            r"te|como))",
            r"(?:comer|comiendo) menos de \d{2,3} calorias te (?:hara|va a hacer|hace) (?:mas )?(?:feliz|fuerte|"
            r"hermosa|perfecta|delgada)",
        ),
    ),
    Rule(
        "encouragement.urged",
        _ENCOURAGEMENT,
        _HIGH,
        "fr",
        "facile_p manqueras_a merites_d mieux_p pleurera regretter regrettera simple_p cachets comprimes medicaments "
        "somniferes pilules calories",
        either(
            rf"(?<!ne ){_DO_FR}{_STOP}(?:car |de toute facon )?{_MISS_FR}",
            rf"{_MISS_FR}{_STOP}(?:alors |et |donc )?{_DO_FR}",
            r"(?<!que )(?<!ne )tu merites (?:de mourir|de crever|d'etre morte?)",
            r"(?<!tu )(?<!ne )(?:avale|prends) (?:[2-9]\d|vingt|trente|quarante|cinquante|toute la boite de|tous tes|"
            r"toute ta boite de) (?:cachets|comprimes|medicaments|somniferes|pilules)(?! (?:par|comme|que))",
            r"manger moins de \d{2,3} calories (?:te|vous) (?:rendra|rend|fera) (?:plus )?(?:heureuse|heureux|forte?|"
            r"belle|mince|parfaite?)",
        ),
    ),
    Rule(
        "encouragement.urged",
        _ENCOURAGEMENT,
        _HIGH,
        "de",
        "beste_f besser_f dich_weinen dich_verm einfacher_f fur_alle keiner_verm leichter_f niemand_verm zu_ster "
        "den_tod pillen schlaftabletten tabletten kalorien",
        either(
            rf"{_DO_DE}{_STOP}(?:denn )?{_MISS_DE}",
            rf"{_MISS_DE}{_STOP}(?:also |und )?{_DO_DE}",
            r"(?<!dass )(?<!nicht )du (?:hast es verdient zu sterben|verdienst (?:es zu sterben|den tod))",
            r"(?<!nicht )(?:nimm|schluck|schlucke) (?:einfach )?(?:[2-9]\d|zwanzig|dreissig|vierzig|funfzig|die ganze "
            r"(?:packung|schachtel)|alle deine) (?:pillen|schlaftabletten|tabletten)(?! (?:pro|wie))",
            r"weniger als \d{2,3} kalorien(?: zu essen)? (?:macht|wird) dich (?:glucklich|stark|schon|schlank|perfekt)",
        ),
    ),
    Rule(
        "encouragement.urged",
        _ENCOURAGEMENT,
        _HIGH,
        "pt",
        "a_falta chorar_p facil_para_t melhor_para_t merece_m merecem_m mereces_m comprimidos pilulas remedios "
        "calorias",
        either(
            rf"{_DO_PT}{_STOP}(?:pois |porque )?{_MISS_PT}",
            rf"{_MISS_PT}{_STOP}(?:entao |e )?{_DO_PT}",
            r"(?<!que )(?<!nao )(?:voce merece|tu mereces) morrer",
            r"(?<!nao )(?<!voce )(?:tome|engula|engole) (?:uns )?(?:[2-9]\d|vinte|trinta|quarenta|cinquenta|a caixa "
            r"(?:toda|inteira) de|todos os seus) (?:comprimidos|pilulas|remedios)(?! (?:por|como|que))",
            r"comer menos de \d{2,3} calorias (?:vai te deixar|te deixa|deixa voce|vai deixar voce) (?:mais )?(?:feliz|"
            r"forte|linda|magra|perfeita)",
        ),
    ),
    Rule(
        "encouragement.hunger_praised",
        _ENCOURAGEMENT,
        _HIGH,
        "en",
        "calories_will_m calories_will_k calories_makes calories_keeps calories_a_day_will_m calories_a_day_will_k "
        "calories_a_day_makes calories_a_day_keeps calories_per_day_will_m calories_per_day_will_k "
        "calories_per_day_makes calories_per_day_keeps",
        r"(?:eating|living on|staying (?:at|under)) (?:less than |under |fewer than |below |only |just ){0,2}\d{2,3} "
        r"calories(?: a day| per day)? (?:will make|will keep|makes|keeps) you (?:so |really |feel )?(?:happy|happier|"
        r"strong|beautiful|thin|pretty|perfect|pure|in control|proud)",
    ),
    Rule(
        "medical_advice.urged",
        Category.MEDICAL_ADVICE,
        _HIGH,
        "en",
        "stop_taking quit_taking",
        rf"{_NOT_EN}(?<!and )(?<!suddenly )(?<!when )(?:stop|quit) taking (?:all )?(?:of )?(?:your|those|that) "
        rf"(?:\w{{3,14}} )?{_MEDICINE_EN}(?! (?:without|until|unless|before|if|suddenly|abruptly|and (?:call|see|ask|"
        r"tell|speak|talk|get)|on your own|in the))",
    ),
    Rule(
        "medical_advice.urged",
        Category.MEDICAL_ADVICE,
        _HIGH,
        "mul",
        "de_tomar_tu_l de_tomar_tu_a de_tomar_el_l de_tomar_ese_l de_tomar_ese_a ton_lithium ton_antid ton_trait "
        "lithium antidepressivum medikament de_tomar_seu_l de_tomar_seu_a de_tomar_o_seu_l de_tomar_o_seu_a",
        either(
            r"(?<!no )(?<!si )deja(?: ya)? de tomar (?:tu litio|tu antidepresivo|el litio|ese litio|ese antidepresivo)"
            r"(?! sin)",
            r"(?<!pas )(?<!tu )arrete (?:de prendre )?(?:ton lithium|ton antidepresseur|ton traitement)(?! (?:sans|"
            r"avant))",
            r"(?<!nicht )setze? (?:dein|das) (?:lithium|antidepressivum|medikament)(?: einfach| sofort| jetzt){0,2} ab"
            r"(?! (?:ohne|bevor))",
            r"(?<!nao )pare de tomar (?:seu litio|o seu litio|seu antidepressivo|o seu antidepressivo)(?! sem)",
        ),
    ),
)
