"""What people write with few words of danger: hunger as a victory, a secret at night, a note on a desk."""

from __future__ import annotations

from segue.domain.findings import Category
from segue.domain.models import SafetyLevel
from segue.safety.rules import Rule, either

_S, _A, _E = Category.SUICIDE, Category.ABUSE, Category.EATING_DISORDER
_HIGH, _MODERATE = SafetyLevel.HIGH, SafetyLevel.MODERATE

_SO_EN = (
    r"(?:it |i )?(?:'m |am |feel |feels )?(?:like )?(?:so |really )?(?:winning|proud|good|great|powerful|strong|in "
    r"control|light|lighter|clean|thin|thinner|happy|pure|disgusting|fat)"
)
_DAY_EN = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|tonight|tomorrow)"

ROWS: tuple[Rule, ...] = (
    Rule(
        "eating_disorder.hunger_felt",
        _E,
        _MODERATE,
        "en",
        "binge binging bingeing eaten",
        either(
            r"(?:i (?:always |still )?binge|i'm bingeing|i'm binging|bingeing|binging) (?:(?:eat )?and|then|and then) "
            r"(?:i )?(?:purg(?:e|ing)|throw(?:ing)? (?:it )?up|vomit(?:ing)?|make my ?self)(?: every "
            r"(?:day|night|weekend))?",
            r"i (?:haven't|have not)(?: really)? eaten(?: anything)? (?:in|for) (?:(?:two|three|four|five|six|seven|"
            rf"\d{{1,2}}|several|a few) days|a week) and {_SO_EN}",
        ),
    ),
    Rule(
        "eating_disorder.hunger_felt",
        _E,
        _MODERATE,
        "es",
        "atracon no_como sin_comer",
        either(
            r"(?:me doy|tengo) atracones y (?:luego |despues )?(?:me provoco|vomito|me purgo)",
            r"(?:hace|llevo) \w{2,8} dias (?:que no como|sin comer)(?: nada)? y (?:me (?:da asco|siento (?:bien|fuerte|"
            r"orgullos[oa]|liger[oa]|poderos[oa]|gord[oa]))|odio mi cuerpo|estoy orgullos[oa])",
        ),
    ),
    Rule(
        "eating_disorder.hunger_felt",
        _E,
        _MODERATE,
        "fr",
        "pas_mange rien_mange je_vomis je_me_fais_v",
        either(
            r"(?:crises|je mange|je me goinfre)(?: \w{2,8}){0,3} (?:et|puis) (?:je vomis|je me fais vomir)",
            r"je n'ai (?:pas|rien) mange depuis \w{2,8} jours et (?:je (?:me sens|suis) (?:bien|forte?|fiere?|legere?|"
            r"grosse?|gros)|mon corps me degoute|ca fait du bien)",
        ),
    ),
    Rule(
        "eating_disorder.hunger_felt",
        _E,
        _MODERATE,
        "de",
        "nichts_gegessen nichts_mehr_gegessen kotze erbreche",
        either(
            r"(?:fressanfalle|ich fresse|ich esse alles)(?: \w{2,8}){0,3} (?:und|dann) (?:dann )?(?:kotze|erbreche)",
            r"(?:seit|schon) \w{3,8} tagen nichts (?:mehr )?gegessen und (?:es fuhlt sich (?:gut|wie)|ich (?:bin stolz|"
            r"fuhle mich|ekle mich)|mein korper ekelt)",
        ),
    ),
    Rule(
        "eating_disorder.hunger_felt",
        _E,
        _MODERATE,
        "pt",
        "nao_como sem_comer compulsao",
        either(
            r"(?:tenho|depois da) compulsao(?: \w{2,10}){0,2} e (?:depois )?(?:vomito|provoco)",
            r"(?:faz|ha|estou ha) \w{2,8} dias (?:que nao como|sem comer)(?: nada)? e (?:tenho nojo|me sinto (?:bem|"
            r"forte|leve|orgulhos[oa]|gord[oa])|odeio meu corpo)",
        ),
    ),
    Rule(
        "abuse.secret_touch",
        _A,
        _HIGH,
        "en",
        "touches_me touched_me touching_me",
        either(
            r"(?:someone|somebody|(?:my|our) (?:step ?)?(?:dad|father|brother|uncle|grandpa|grandfather|cousin|coach|"
            r"teacher|mom|mother|babysitter))(?: at home| in my family| keeps| is| has| always){0,2} (?:touch(?:es|ed|"
            r"ing)) me (?:at night|in (?:my )?bed|down there|under my|between my|where|in places|when (?:everyone|"
            r"nobody|mom|mum|no one))",
            r"(?:touches|touched|touching) me[^.!?;]{0,40}\b(?:our (?:little )?secret|not to tell|don't tell|"
            r"can't tell|never tell)",
        ),
    ),
    Rule(
        "abuse.secret_touch",
        _A,
        _HIGH,
        "es",
        "me_toca",
        either(
            r"(?:alguien|mi (?:padrastro|padre|papa|tio|abuelo|hermano|hermanastro|primo|profesor|entrenador))(?: en "
            r"casa| de casa| de mi familia)? me toca (?:por las? noches?|de noche|ahi abajo|debajo|donde no|cuando "
            r"(?:todos|nadie|mama))",
            r"me (?:toca|tocaba)[^.!?;]{0,40}\b(?:nuestro secreto|un secreto|no (?:se )?lo (?:diga|cuente))",
        ),
    ),
    Rule(
        "abuse.secret_touch",
        _A,
        _HIGH,
        "fr",
        "me_touch",
        either(
            r"(?:quelqu'un|mon (?:beau-pere|pere|oncle|grand-pere|frere|cousin|prof|entraineur))(?: a la maison| de ma "
            r"famille)? me touche (?:la nuit|le soir|en bas|sous|entre|quand (?:tout le monde|personne|maman))",
            r"me touch(?:e|ait)[^.!?;]{0,40}\b(?:notre secret|un secret|ne (?:rien|pas le) dire)",
        ),
    ),
    Rule(
        "abuse.secret_touch",
        _A,
        _HIGH,
        "de",
        "mich_nachts mich_an mich_unter mich_zwischen",
        either(
            r"(?:jemand|mein (?:stiefvater|vater|papa|onkel|opa|bruder|cousin|lehrer|trainer))(?: zu hause| daheim|"
            r" aus der familie)? (?:fasst|beruhrt) mich (?:nachts|nachts an|an (?:wenn|im bett)|zwischen|unter)",
            r"(?:fasst|beruhrt|fasste) mich(?: an| nachts){1,2}[^.!?;]{0,40}\b(?:unser geheimnis|niemandem)",
        ),
    ),
    Rule(
        "abuse.secret_touch",
        _A,
        _HIGH,
        "pt",
        "me_toca mexe_com",
        either(
            r"(?:alguem|meu (?:padrasto|pai|tio|avo|irmao|primo|professor|treinador))(?: em casa| da familia|"
            r" de casa)? (?:me toca|mexe comigo) (?:a noite|de noite|la embaixo|por baixo|onde nao|"
            r"quando (?:todos|ninguem|mamae))",
            r"(?:me toca|me tocava|mexe comigo)[^.!?;]{0,40}\b(?:nosso segredo|um segredo|nao contar|para nao contar)",
        ),
    ),
    Rule(
        "behaviour.note_left",
        _S,
        _MODERATE,
        "en",
        "the_note my_note",
        r"i(?:'ve| have)?(?: already)? (?:wrote|written|finished) (?:the|my) note[.,!;: \-]{1,4}(?:and )?(?:it's|it is|"
        r"i left it|i put it) (?:on|under) (?:my|the) (?:desk|table|bed|pillow|nightstand|dresser)",
    ),
    Rule(
        "plan.day_and_relief",
        _S,
        _HIGH,
        "en",
        "ve_decided i_decided have_decided",
        rf"i(?:'ve| have)? decided[.,!;: \-]{{1,4}}(?:it's |on )?(?:this )?{_DAY_EN}[.,!;: \-]{{1,4}}(?:it's|it is|"
        r"it feels|what|i feel)(?: like)?(?: such)?(?: so)? (?:a relief|relieved|at peace|calm|peaceful)",
    ),
    Rule(
        "method_seeking.height",
        _S,
        _MODERATE,
        "en",
        "height_of how_high",
        r"i(?:'ve| have)? (?:looked|been looking|googled|checked) (?:up )?(?:the height of|how high) (?:the|our|a|"
        r"that) (?:\w{3,10} ){0,2}(?:roof|bridge|cliff|balcony|overpass)(?! (?:for|because my (?:truck|van)) )",
    ),
    Rule(
        "method_seeking.what_kills",
        _S,
        _HIGH,
        "mul",
        "pills_kil pills_are_d pills_are_l tablets_kil tablets_are_d tablets_are_l meds_kil meds_are_d meds_are_l "
        "medications_kil medications_are_d medications_are_l tote matan tuent matam sind_to toeten",
        either(
            r"(?:which|what) (?:pills|tablets|meds|medications) (?:kill you|kill (?:the )?(?:fast|quick|fastest|"
            r"quickest)(?:ly)?|are (?:deadly|lethal)(?: fast| quickly)?)",
            r"que (?:pastillas|pildoras|medicamentos) matan (?:rapido|mas rapido|sin dolor)",
            r"quels (?:medicaments|cachets) tuent (?:vite|rapidement|le plus vite|sans douleur)",
            r"welche (?:medikamente|tabletten|pillen) (?:toten|toeten|sind todlich)(?: einen)?(?: am)? (?:schnell|"
            r"schnellsten|schmerzlos)",
            r"(?:que|quais) (?:remedios|comprimidos|medicamentos) matam (?:rapido|mais rapido|sem dor)",
        ),
        guarded=False,
    ),
    Rule(
        "ideation.through_fiction_named",
        _S,
        _HIGH,
        "en",
        "thats_me that_is_me thats_really_me that_is_really_me",
        r"(?:hero|heroine|character|knight|protagonist|player)(?: [\w']{1,12}){0,10} (?:jump|die|drown|end it|fall|"
        r"gone)(?: [\w']{1,12}){0,3}[.!,;:\- ]{1,3}(?:that's|that is) (?:really )?me not (?:him|her|them)",
        guarded=False,
    ),
    Rule(
        "intent.slang_now",
        _S,
        _HIGH,
        "en",
        "kms kill_my_self ctb",
        r"(?<![a-z0-9'] )(?:kms|kill my ?self|ctb) (?:tonight|right now)(?= ?(?:$|[.!?;])| (?:bye|goodbye|for real|"
        r"fr))",
    ),
    Rule(
        "behaviour.left_in_order",
        _S,
        _MODERATE,
        "pt",
        "tudo_organizado tudo_pronto tudo_arrumado tudo_em_ordem",
        r"(?:ja )?deixei tudo (?:organizado|pronto|arrumado|em ordem) (?:para|pra) (?:a minha|o meu|minha|meu|os meus|"
        r"meus) (?:mae|pai|filh[oa]s?|familia|irmaos?|irma|pais|marido|mulher|esposa)",
    ),
)
