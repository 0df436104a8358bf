"""Somebody close whose body fails now: no breath, no waking, a heart, a stroke, blood, in five languages."""

from __future__ import annotations

from typing import Final

from segue.domain.findings import Category, Subject
from segue.domain.models import SafetyLevel
from segue.safety.rows.poisoned import CLOSE_DE, CLOSE_EN, CLOSE_ES, CLOSE_FR, CLOSE_PT
from segue.safety.rules import Rule, either

_WHO_EN: Final = (
    rf"(?:{CLOSE_EN}|some(?:one|body)|(?:a|this|the) (?:man|woman|guy|lady|kid|customer|passenger|stranger)(?: here| "
    r"next to me| beside me| in front of me| on the (?:bus|train|street)){1,2}|he|she)"
)
_WHO_DE: Final = rf"(?<!wenn )(?:{CLOSE_DE}|jemand|er|sie|es)(?:"
"""With what a way goes on that they are."""
_END = r"(?= ?(?:$|[.!?;]))"
_URGENT_EN = (
    rf"(?:{_END}|(?= (?:at all|anymore|any more|now|right now|no matter|what(?:ever)? |please|pls|plz|help|there|she|he|we|they|"
    rf"it's|her|his|i (?:called|took|found|can't|don't|tried|"
    r"shook|keep|called)|and (?:there|i (?:don't|can't|think|am|need|called)|her|his|he's|she's|is|isn't|not|won't|"
    r"turning)|even|there's|omg|idk|wtf|when i shake)))"
)
_OVER_EN = (
    r"(?! (?:over|about|because|at (?:the|my|this)|when|whenever|if|from|watching|every|just|trying|laughing|in (?:the|"
    r"my|this|a) (?:story|book|novel|movie|film|show|game|scene|play|episode)|lol|lmao|haha))"
)
"""Somebody is only beside themselves, or it is a story."""

ROWS: tuple[Rule, ...] = (
    Rule(
        "overdose_under_way.body_fails",
        Category.MEDICAL_EMERGENCY,
        SafetyLevel.IMMINENT,
        "en",
        "wake waking breath respond responsive unconscious conscious heart_attack stroke seizure cardiac_arrest "
        "anaphyla choking bleeding_out bleeding_heav bleeding_bad bleeding_a_lot bleeding_ever bleeding_real "
        "bleeding_so turning_blue going_blue turned_blue gone_blue lips_are_blue convulsing collapsed no_pulse",
        either(
            rf"(?<!if ){_WHO_EN}(?: just| still| suddenly)? (?:won't|will not|isn't|is not|'s not|not|doesn't|can't|"
            rf"cannot|"
            r"stopped|has stopped|hasn't|barely) ?(?:wak(?:e|ing)(?: up)?|breath(?:e|ing)|respond(?:ing)?|responsive|"
            rf"conscious){_URGENT_EN}",
            rf"(?<!if )(?:{_WHO_EN})(?:'s| is| has| just| suddenly){{0,3}} (?:unconscious|unresponsive|collapsed and|"
            rf"convulsing|turning blue|going blue|turned blue|gone blue){_OVER_EN}",
            rf"(?<!if )(?:{_WHO_EN})(?:'s| is| are)(?: having| in)(?: an?| some kind of| another| a massive){{0,2}} "
            rf"(?:heart "
            rf"attack|stroke|seizure|cardiac arrest|anaphyla\w{{2,8}})(?! of (?:luck|genius|good|bad)){_OVER_EN}",
            rf"(?<!if )(?:{_WHO_EN})(?: just| has just)(?: had| got)? an? (?:heart attack|stroke|seizure){_OVER_EN}",
            rf"(?<!if )(?:{_WHO_EN}) had an? (?:heart attack|stroke|seizure) (?:just now|right now|(?:\w{{1,6}} "
            rf")?(?:minutes?|mins?) "
            r"ago|a moment ago)",
            rf"i (?:don't|do not) think (?:{_WHO_EN})(?:'s| is) (?:still )?breathing{_URGENT_EN}",
            rf"(?<!if )(?:{_WHO_EN})(?:'s| is)(?: still)? choking(?: on (?:a|an|some|his|her) (?!words|tears|own|"
            rf"laugh)\w"
            rf"{{3,10}})?(?: and| help| please|{_END})",
            rf"(?<!if )(?:{_WHO_EN})(?:'s| is|'s still| won't stop| can't stop| keeps)? bleeding (?:out|heavily|badly|"
            rf"a "
            rf"lot|everywhere|really (?:bad|badly|heavily)|so (?:much|bad|badly)){_OVER_EN}",
            r"(?:his|her|the baby's|my baby's) lips are blue|(?:he|she|there) (?:has|is) no pulse",
        ),
        subject=Subject.OTHER,
    ),
    Rule(
        "overdose_under_way.body_fails",
        Category.MEDICAL_EMERGENCY,
        SafetyLevel.IMMINENT,
        "es",
        "despiert respira reacciona responde inconsc desmay infarto ataque_al_cor derrame ictus convulsi paro_card "
        "ahogando atragant epilepsia desangr sangra sin_pulso morad azul",
        either(
            rf"(?<!si )(?:{CLOSE_ES}|alguien)(?: \w{{2,9}}){{0,3}}? (?:y )?(?:ya )?no (?:se |me )?(?:despierta|"
            rf"respira|reacciona|esta (?:respirando|reaccionando)|"
            rf"responde a nada)(?: mas| a nada| de nada)?(?= ?(?:$|[.!?;]| (?:y |ella|el |esta|estoy|hay|se |que hago|"
            rf"ayuda|por favor|no se|con "
            rf"nada)))",
            rf"(?<!si )(?:{CLOSE_ES}|alguien)(?: me)? (?:esta|se quedo|ha quedado|quedo|esta como) (?:\w{{3,8}} )?"
            r"(?:inconsciente|desmayad[oa] y no|convulsionando|con convulsiones|desangrandose|morad[oa]|azul)"
            r"(?! (?:de (?:risa|rabia|frio)|por el frio))",
            rf"(?<!si )(?:{CLOSE_ES}|alguien) (?:esta (?:teniendo|sufriendo|con)|acaba de (?:tener|sufrir)|tiene|le "
            rf"esta dando|"
            r"le dio|sufre|le acaba de dar|tuvo recien|acaba de tener) un (?:infarto|ataque al corazon|derrame(?: "
            r"cerebral)?|ictus|paro cardiaco|"
            r"ataque "
            r"de epilepsia)(?! (?:por|de risa|cuando|si|hace|con mis|cada|siempre))",
            rf"(?<!si )(?:{CLOSE_ES}|alguien) tuvo un (?:infarto|ataque al corazon|derrame|ictus|paro cardiaco) "
            rf"(?:ahora|"
            r"recien|ahorita|hace (?:un rato|\w{1,6} minutos?))",
            rf"(?<!si )a {CLOSE_ES} le (?:esta dando|dio|acaba de dar|ha dado) (?:un|una) (?:infarto|ataque al "
            rf"corazon|derrame|"
            r"ictus|convulsion|paro cardiaco)(?! (?:por|de risa|cuando|si|hace|con mis|cada|siempre))",
            rf"(?<!si )(?:{CLOSE_ES}|alguien) (?:se (?:esta )?(?:ahogando|atragantando|desangrando|atraganto(?= (?:y|"
            rf"con))|"
            r"desangra)|sangra (?:mucho|muchisimo|sin parar)|esta sangrando (?:mucho|muchisimo|sin parar))(?! (?:de "
            r"risa|en "
            r"deudas|en trabajo|con la risa))",
        ),
        subject=Subject.OTHER,
    ),
    Rule(
        "overdose_under_way.body_fails",
        Category.MEDICAL_EMERGENCY,
        SafetyLevel.IMMINENT,
        "fr",
        "reveille respir reagi inconscien crise_cardia infarctus avc arret_card convuls etouff saigne tout_bleu "
        "toute_bleu de_sang",
        either(
            rf"(?<!si )(?:{CLOSE_FR}|quelqu'un|il|elle) (?:ne |n')?(?:se )?(?:reveille|respire|reagit) (?:plus|"
            rf"pas)(?: du "
            r"tout)?(?= ?(?:$|[.!?;]| (?:et |elle|il |on |aide|aidez|je |que |s'il|svp|stp|quand je le|quand je la)))",
            rf"(?<!si )(?:{CLOSE_FR}|quelqu'un) (?:est|a l'air|est tombee?|vient de tomber) (?:inconsciente?|en arret "
            r"cardiaque|toute? bleue?|en train de (?:convulser|s'etouffer))(?! de (?:rire|froid))",
            rf"(?<!si )(?:{CLOSE_FR}|quelqu'un) (?:fait|est en train de faire|vient de faire|a) (?:un |une )?(?:crise "
            rf"cardiaque|"
            r"infarctus|avc|arret cardiaque|convulsions?|crise de convulsions?)(?! (?:a cause|quand|si|pour|en voyant|"
            r"chaque|il y "
            r"a|devant|a chaque))(?<!a crise cardiaque)",
            rf"(?<!si )(?:{CLOSE_FR}|quelqu'un) (?:s'etouffe|convulse|s'est etouffee?)(?! (?:de rire|avec ses mots|"
            rf"dans|sous))",
            rf"(?<!si )(?:{CLOSE_FR}|quelqu'un|il|elle) (?:saigne (?:beaucoup|enormement|abondamment|de partout|sans "
            rf"arret)|perd "
            r"(?:beaucoup|enormement) de sang)",
        ),
        subject=Subject.OTHER,
    ),
    Rule(
        "overdose_under_way.body_fails",
        Category.MEDICAL_EMERGENCY,
        SafetyLevel.IMMINENT,
        "de",
        "atmet atmig wacht aufwach reagiert bewusstlos ohnmacht herzinfarkt herzanfall schlaganfall krampfanfall "
        "krampft herzstillstand erstick verblutet blutet lauft_blau ist_blau schnuft zusammengebrochen angelaufen",
        _WHO_DE
        + either(
            r"(?: \w{2,9}){0,2}? (?:atmet|reagiert|schnuft) (?:gar |"
            r"uberhaupt )?"
            r"(?:nicht|nid|not|nimmer|kaum)(?: mehr| noch)?(?! (?:auf|durch|an|ein|richtig durch))"
            r"(?<!reagiert nicht)(?<!reagiert kaum)(?<!reagiert kaum noch)",
            r" wacht (?:einfach |gar |uberhaupt )?nicht (?:mehr )?auf(?! "
            r"(?:wenn|bevor|ohne))"
            r"(?= ?(?:$|[.!?;]| (?:und |er |sie |es |wir |seit |was|hilfe|bitte|egal|ich )))",
            r" (?:ist|liegt)(?: \w{2,9}){0,2} (?:bewusstlos|ohnmachtig|"
            r"zusammengebrochen|"
            r"blau angelaufen)(?! (?:vor \w{3,9}|wenn))",
            r" (?:hat|erleidet|bekommt|kriegt)(?: (?:gerade|grad|glaub ich|"
            r"jetzt|eben|wohl|"
            r"grade|gerade eben|einen|ein|ne|nen|vielleicht)){1,3} (?:herzinfarkt|herzanfall|schlaganfall|krampfanfall|"
            r"herzstillstand)(?! (?:wenn|weil|wegen|bei|als|gehabt|vor|bekommen vor|gekriegt))",
            r" (?:erstickt|krampft|verblutet|blutet (?:stark|sehr|extrem|wie verruckt|"
            r"uberall)|"
            r"lauft blau an)(?! (?:fast|beinahe|in (?:arbeit|papier|schulden|geld)|vor lachen|im|an (?:arbeit)))",
        )
        + ")",
        subject=Subject.OTHER,
    ),
    Rule(
        "overdose_under_way.body_fails",
        Category.MEDICAL_EMERGENCY,
        SafetyLevel.IMMINENT,
        "pt",
        "acorda respira reage reagi responde inconsc desmai infart enfart ataque_card avc derrame convuls paragem "
        "parada_card "
        "engasg sangra esvair rox",
        either(
            rf"(?<!se )(?:{CLOSE_PT}|alguem|ela|ele)(?: \w{{1,9}}){{0,4}}? nao (?:me )?(?:acorda|respira|reage|(?:esta|ta) "
            rf"(?:respirando|reagindo|acordando|a respirar|a reagir|a acordar))(?: "
            rf"mais| de jeito "
            r"nenhum| por nada)?(?= ?(?:$|[.!?;]| (?:e |ela|ele|eu |esta|ta |o que|ajud|socorro|por favor|pf|pfv|nao "
            r"sei|me ajud)))",
            rf"(?<!se )(?:{CLOSE_PT}|alguem) (?:esta|ta|ficou) (?:\w{{3,8}} )?(?:inconsciente|desmaiad[oa] e nao|"
            rf"convulsionando|a "
            r"convulsionar|tendo convulsao|a ter convulsoes|rox[oa] e|a esvair-se)",
            rf"(?<!se )(?:{CLOSE_PT}|alguem) (?:esta tendo|ta tendo|esta a ter|ta a ter|acabou de ter|esta sofrendo|"
            rf"esta a sofrer|teve "
            r"agora|esta com|esta) ?(?:um |uma )?(?:infarto|enfarte|infartando|enfartando|ataque cardiaco|avc|derrame|"
            r"convulsao|paragem cardiaca|parada cardiaca)(?! (?:por causa|quando|se|cada|toda|sempre|de rir|com as "
            r"minhas))",
            rf"(?<!se )(?:{CLOSE_PT}|alguem) (?:(?:esta|ta) (?:a )?(?:engasgad[oa]|engasgando|engasgar(?:-se)?|se "
            rf"engasgando)|"
            r"engasgou(?: |-)?(?:se )?(?:com|e)|(?:esta|ta) (?:a )?(?:sangrando|sangrar) (?:muito|demais|sem parar)|"
            r"sangra muito)"
            r"(?! de (?:rir|riso))",
        ),
        subject=Subject.OTHER,
    ),
)
