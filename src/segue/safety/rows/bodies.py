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
    rf"(?:{_END}|(?= (?:at all|anymore|any more|now|right now|no matter|what(?:ever)? |please|pls|plz|help|there|she|"
    r"he|we|they|it's|her|his|i (?:called|took|found|can't|don't|tried|shook|keep|called)|"
    r"and (?:there|i (?:don't|can't|think|am|need|called)|her|his|he's|she's|is|isn't|not|won't|turning)|even|there's|"
    r"omg|idk|wtf|when i shake)))"
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
            r"cannot|stopped|has stopped|hasn't|barely) ?(?:wak(?:e|ing)(?: up)?|breath(?:e|ing)|respond(?:ing)?|"
            rf"responsive|conscious){_URGENT_EN}",
            rf"(?<!if )(?:{_WHO_EN})(?:'s| is| has| just| suddenly){{0,3}} (?:unconscious|unresponsive|collapsed and|"
            rf"convulsing|turning blue|going blue|turned blue|gone blue){_OVER_EN}",
            rf"(?<!if )(?:{_WHO_EN})(?:'s| is| are)(?: having| in)(?: an?| some kind of| another|"
            r" a massive){0,2} (?:heart attack|stroke|seizure|cardiac arrest|anaphyla\w{2,8})(?! of (?:luck|genius|"
            rf"good|bad)){_OVER_EN}",
            rf"(?<!if )(?:{_WHO_EN})(?: just| has just)(?: had| got)? an? (?:heart attack|stroke|seizure){_OVER_EN}",
            rf"(?<!if )(?:{_WHO_EN}) had an? (?:heart attack|stroke|seizure) (?:just now|right now|"
            r"(?:\w{1,6} )?(?:minutes?|mins?) ago|a moment ago)",
            rf"i (?:don't|do not) think (?:{_WHO_EN})(?:'s| is) (?:still )?breathing{_URGENT_EN}",
            rf"(?<!if )(?:{_WHO_EN})(?:'s| is)(?: still)? choking(?: on (?:a|an|some|his|her) (?!words|tears|own|"
            rf"laugh)\w{{3,10}})?(?: and| help| please|{_END})",
            rf"(?<!if )(?:{_WHO_EN})(?:'s| is|'s still| won't stop| can't stop| keeps)? bleeding (?:out|heavily|badly|"
            rf"a lot|everywhere|really (?:bad|badly|heavily)|so (?:much|bad|badly)){_OVER_EN}",
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
            rf"(?<!si )(?:{CLOSE_ES}|alguien)(?: \w{{2,9}}){{0,3}}? (?:y )?(?:ya )?no (?:se |me )?(?:despierta|respira|"
            r"reacciona|esta (?:respirando|reaccionando)|responde a nada)(?: mas| a nada|"
            r" de nada)?(?= ?(?:$|[.!?;]| (?:y |ella|el |esta|estoy|hay|se |que hago|ayuda|por favor|no se|con nada)))",
            rf"(?<!si )(?:{CLOSE_ES}|alguien)(?: me)? (?:esta|se quedo|ha quedado|quedo|esta como) (?:\w{{3,8}} )?"
            r"(?:inconsciente|desmayad[oa] y no|convulsionando|con convulsiones|desangrandose|morad[oa]|azul)"
            r"(?! (?:de (?:risa|rabia|frio)|por el frio))",
            rf"(?<!si )(?:{CLOSE_ES}|alguien) (?:esta (?:teniendo|sufriendo|con)|acaba de (?:tener|sufrir)|tiene|"
            r"le esta dando|le dio|sufre|le acaba de dar|tuvo recien|acaba de tener) un (?:infarto|ataque al corazon|"
            r"derrame(?: cerebral)?|ictus|paro cardiaco|ataque de epilepsia)(?! (?:por|de risa|cuando|si|hace|con mis|"
            r"cada|siempre))",
            rf"(?<!si )(?:{CLOSE_ES}|alguien) tuvo un (?:infarto|ataque al corazon|derrame|ictus|"
            r"paro cardiaco) (?:ahora|recien|ahorita|hace (?:un rato|\w{1,6} minutos?))",
            rf"(?<!si )a {CLOSE_ES} le (?:esta dando|dio|acaba de dar|ha dado) (?:un|una) (?:infarto|ataque al corazon|"
            r"derrame|ictus|convulsion|paro cardiaco)(?! (?:por|de risa|cuando|si|hace|con mis|cada|siempre))",
            rf"(?<!si )(?:{CLOSE_ES}|alguien) (?:se (?:esta )?(?:ahogando|atragantando|desangrando|"
            r"atraganto(?= (?:y|con))|desangra)|sangra (?:mucho|muchisimo|sin parar)|"
            r"esta sangrando (?:mucho|muchisimo|sin parar))(?! (?:de risa|en deudas|en trabajo|con la risa))",
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
            r"pas)(?: du tout)?(?= ?(?:$|[.!?;]| (?:et |elle|il |on |aide|aidez|je |que |s'il|svp|stp|quand je le|"
            r"quand je la)))",
            rf"(?<!si )(?:{CLOSE_FR}|quelqu'un) (?:est|a l'air|est tombee?|vient de tomber) (?:inconsciente?|en arret "
            r"cardiaque|toute? bleue?|en train de (?:convulser|s'etouffer))(?! de (?:rire|froid))",
            rf"(?<!si )(?:{CLOSE_FR}|quelqu'un) (?:fait|est en train de faire|vient de faire|a) (?:un |"
            r"une )?(?:crise cardiaque|infarctus|avc|arret cardiaque|convulsions?|crise de convulsions?)(?! (?:a cause|"
            r"quand|si|pour|en voyant|chaque|il y a|devant|a chaque))(?<!a crise cardiaque)",
            rf"(?<!si )(?:{CLOSE_FR}|quelqu'un) (?:s'etouffe|convulse|s'est etouffee?)(?! (?:de rire|avec ses mots|"
            r"dans|sous))",
            rf"(?<!si )(?:{CLOSE_FR}|quelqu'un|il|elle) (?:saigne (?:beaucoup|enormement|abondamment|de partout|"
            r"sans arret)|perd (?:beaucoup|enormement) de sang)",
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
            r"(?: \w{2,9}){0,2}? (?:atmet|reagiert|schnuft) (?:gar |uberhaupt )?(?:nicht|nid|not|nimmer|kaum)(?: mehr|"
            r" noch)?(?! (?:auf|durch|an|ein|richtig durch))(?<!reagiert nicht)(?<!reagiert kaum)(?<!reagiert kaum "
            r"noch)",
            r" wacht (?:einfach |gar |uberhaupt )?nicht (?:mehr )?auf(?! (?:wenn|bevor|ohne))(?= ?(?:$|[.!?;]|"
            r" (?:und |er |sie |es |wir |seit |was|hilfe|bitte|egal|ich )))",
            r" (?:ist|liegt)(?: \w{2,9}){0,2} (?:bewusstlos|ohnmachtig|zusammengebrochen|"
            r"blau angelaufen)(?! (?:vor \w{3,9}|wenn))",
            r" (?:hat|erleidet|bekommt|kriegt)(?: (?:gerade|grad|glaub ich|jetzt|eben|wohl|grade|gerade eben|einen|ein|"
            r"ne|nen|vielleicht)){1,3} (?:herzinfarkt|herzanfall|schlaganfall|krampfanfall|"
            r"herzstillstand)(?! (?:wenn|weil|wegen|bei|als|gehabt|vor|bekommen vor|gekriegt))",
            r" (?:erstickt|krampft|verblutet|blutet (?:stark|sehr|extrem|wie verruckt|uberall)|"
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
        "parada_card engasg sangra esvair rox",
        either(
            rf"(?<!se )(?:{CLOSE_PT}|alguem|ela|ele)(?: \w{{1,9}}){{0,4}}? nao (?:me )?(?:acorda|respira|reage|"
            r"(?:esta|ta) (?:respirando|reagindo|acordando|a respirar|a reagir|a acordar))(?: mais| de jeito nenhum|"
            r" por nada)?(?= ?(?:$|[.!?;]| (?:e |ela|ele|eu |esta|ta |o que|ajud|socorro|por favor|pf|pfv|nao sei|"
            r"me ajud)))",
            rf"(?<!se )(?:{CLOSE_PT}|alguem) (?:esta|ta|ficou) (?:\w{{3,8}} )?(?:inconsciente|desmaiad[oa] e nao|"
            r"convulsionando|a convulsionar|tendo convulsao|a ter convulsoes|rox[oa] e|a esvair-se)",
            rf"(?<!se )(?:{CLOSE_PT}|alguem) (?:esta tendo|ta tendo|esta a ter|ta a ter|acabou de ter|esta sofrendo|"
            r"esta a sofrer|teve agora|esta com|esta) ?(?:um |uma )?(?:infarto|enfarte|infartando|enfartando|"
            r"ataque cardiaco|avc|derrame|convulsao|paragem cardiaca|parada cardiaca)(?! (?:por causa|quando|se|cada|"
            r"toda|sempre|de rir|com as minhas))",
            rf"(?<!se )(?:{CLOSE_PT}|alguem) (?:(?:esta|ta) (?:a )?(?:engasgad[oa]|engasgando|engasgar(?:-se)?|"
            r"se engasgando)|engasgou(?: |-)?(?:se )?(?:com|e)|(?:esta|ta) (?:a )?(?:sangrando|sangrar) (?:muito|"
            r"demais|sem parar)|sangra muito)(?! de (?:rir|riso))",
        ),
        subject=Subject.OTHER,
    ),
)
