"""Diagnoses, instructions for medicines, and sexual content in answers: English, and one row for each other "
"language."""

from __future__ import annotations

from segue.domain.findings import Category
from segue.domain.models import SafetyLevel
from segue.safety.rules import Rule, either

_ADVICE, _SEXUAL = Category.MEDICAL_ADVICE, Category.SEXUAL_CONTENT
_HIGH, _MODERATE = SafetyLevel.HIGH, SafetyLevel.MODERATE

_DISORDER = (
    r"(?:(?:clinical |major |severe |manic )?depression|major depressive disorder|bipolar(?: disorder)?|bpd|"
    r"borderline(?: personality(?: disorder)?)?|schizophrenia|psychosis|ptsd|c ?-?ptsd|adhd|autism|ocd|anorexia|"
    r"bulimia|an eating disorder|generali[sz]ed anxiety disorder|an anxiety disorder|panic disorder|dissociative "
    r"identity disorder|narcissistic personality(?: disorder)?)"
)
_MEDICINE = (
    r"(?:meds|medication|medications|medicine|pills|antidepressants?|antipsychotics?|ssris?|lithium|insulin|mood "
    r"stabili[sz]ers?|prescription|sertraline|fluoxetine|prozac|zoloft|lexapro|escitalopram|citalopram|quetiapine|"
    r"seroquel|xanax|alprazolam|clonazepam|diazepam|valium|lorazepam|venlafaxine|bupropion|lamotrigine|olanzapine|"
    r"risperidone|benzos|sleeping pills|ritalin|adderall|dose|dosage)"
)
_PSYCHIATRIC = (
    r"(?:sertraline|fluoxetine|prozac|zoloft|lexapro|escitalopram|citalopram|quetiapine|seroquel|xanax|alprazolam|"
    r"clonazepam|diazepam|valium|lorazepam|venlafaxine|bupropion|lamotrigine|olanzapine|risperidone|lithium|"
    r"trazodone|mirtazapine|antidepressants?|ritalin|adderall|benzos?)"
)
_CHANGE = r"(?:stop|quit|skip|halve|double|triple|increase|reduce|lower|raise|come off|go off|ditch|throw away|drop)"

ROWS: tuple[Rule, ...] = (
    Rule(
        "medical_advice.diagnosis",
        _ADVICE,
        _HIGH,
        "en",
        "fulfil_all_of_the fulfil_all_the fulfil_of_the fulfil_the fulfill_all_of_the fulfill_all_the "
        "fulfill_of_the fulfill_the i_am_diagn i_can_diagn i_diagn i_hereb i_would_diagn id_diagn im_diagn "
        "im_going_to_diagn match_all_of_the match_all_the match_of_the match_the meet_all_of_the meet_all_the "
        "meet_of_the meet_the my_diag r_diagn you_certainly you_clearly you_definitely you_do_not_hav "
        "you_dont_hav you_obviously you_surely you_undoubtedly",
        either(
            r"you (?:definitely|clearly|certainly|obviously|undoubtedly|surely) (?:have|suffer from|"
            rf"are suffering from|are|meet the criteria for) (?:{_DISORDER}|bipolar|schizophrenic|psychotic|"
            r"clinically depressed|autistic)",
            r"(?:my diagnosis (?:is|would be)|i(?:'d| would|'m going to| can|'m| am)? diagnos(?:e|ing) you (?:with|"
            r"as)|i hereby diagnose)(?: \w{2,12}){0,3}",
            r"(?:you (?:meet|fulfil|fulfill|match) (?:all )?(?:of )?the (?:diagnostic )?criteria for|"
            rf"your diagnosis is) {_DISORDER}",
            r"you (?:don't|do not|definitely don't) have (?:a |any )?(?:mental illness|depression|disorder|mental "
            r"health (?:problem|condition))(?! to)",
        ),
    ),
    Rule(
        "medical_advice.likely",
        _ADVICE,
        _MODERATE,
        "en",
        "a_classic a_textbook clearl definitel most_likel obviousl you_are_suffering_from you_have "
        "you_probably_are_suffering_from you_probably_have you_probably_suffer_from you_really_are_suffering_from "
        "you_really_have you_really_suffer_from you_suffer_from",
        r"(?<!if )(?<!do )(?<!whether )(?<!when )(?<!think )(?<!said )(?<!mean )(?<!say )(?<!mentioned )(?<!believe "
        rf")you(?: most likely| probably| really)? (?:have|suffer from|are suffering from) {_DISORDER}|"
        r"(?:it|this|that) (?:is|'s) (?:clearly|definitely|obviously|most likely|"
        rf"a (?:textbook|classic) (?:case|sign) of) {_DISORDER}",
    ),
    Rule(
        "medical_advice.change_medicine",
        _ADVICE,
        _HIGH,
        "en",
        "addera alpraz antidepressa antips are_a_lie are_just_placebo are_making_you_sick are_making_you_worse "
        "are_poison are_the_problem are_the_real_problem are_useless benzo buprop citalo clonaze diazep dosage "
        "dose escita fluoxe insuli is_a_lie is_just_placebo is_making_you_sick is_making_you_worse is_poison "
        "is_the_problem is_the_real_problem is_useless lamotr lexapr lithiu loraze medicati medici meds "
        "mirtazapine mood_st olanza pills prescrip prozac quetia risper ritali seroqu sertra sleeping_pi ssri "
        "trazodone valium venlaf xanax you_do_not_n you_dont_n you_no_longer_n zoloft",
        either(
            r"(?:you (?:should|can|could|need to|must|may|might want to|ought to|have to)|just|simply|"
            r"i(?:'d| would)? (?:suggest|recommend|advise)(?: you| that you)?(?: to)?|go ahead and|feel free to|"
            r"it(?:'s| is) (?:safe|fine|ok|okay|best|time) to|try to)(?: just| simply| safely| slowly|"
            rf" stop and)? {_CHANGE}(?: taking| using| on)? (?:all )?(?:of )?(?:your|the|these|those|"
            rf"that) (?:\w{{3,14}} )?{_MEDICINE}(?! (?:reminder|without (?:talking|asking|speaking|consulting)|"
            r"in the (?:game|story)))",
            r"you (?:don't|do not|no longer) need (?:to take |to be on )?(?:your|the|those|"
            rf"any) (?:\w{{3,14}} )?{_MEDICINE}(?: anymore| any more)?",
            rf"(?:your|the|those) (?:\w{{3,14}} )?{_MEDICINE} (?:is|are) (?:poison|poisoning you|the (?:real )?problem|"
            r"making you (?:sick|worse)|useless|a lie|just placebos?)",
            r"(?:take|start with|start on|increase (?:it )?to|go up to|try|begin with|use) (?:about |"
            r"around )?(?:\d{1,4}|one|two|three|half a|double the) ?(?:mg|milligrams|tablets?|pills?|capsules?|"
            rf"dose)? ?(?:of )?(?:your )?{_PSYCHIATRIC}",
        ),
    ),
    Rule(
        "medical_advice.dose",
        _ADVICE,
        _MODERATE,
        "en",
        "increase_to start_with take",
        r"(?:take|you (?:should|can|could) take|start with|increase to) (?:\d{1,4} ?(?:mg|milligrams|tablets?|pills?|"
        r"capsules?)|(?:one|two|three|four) (?:tablets?|pills?|capsules?))(?: of)?(?: \w{3,16}){0,2} (?:every|each|"
        r"daily|a day|twice|per day|before bed|at night|once)",
    ),
    Rule(
        "medical_advice.change_medicine",
        _ADVICE,
        _HIGH,
        "mul",
        "antidepressiv arrete certainement clairement compri deja du_hast medicac medicam medika no_necesitas "
        "pillen remedio sufres tablett tienes tu_nas_pas_besoin voce",
        either(
            r"(?:deja|deberias dejar|puedes dejar|te recomiendo dejar|no necesitas) (?:de )?(?:tomar )?(?:tu|tus|la|"
            r"los|las) (?:medicacion|medicamentos|pastillas|antidepresivos|medicinas)|(?:claramente|definitivamente|"
            r"sin duda) (?:tienes|sufres(?: de)?) (?:depresion|trastorno bipolar|esquizofrenia|tept|tdah|anorexia)",
            r"(?:arrete|tu devrais arreter|tu peux arreter|je te (?:conseille|recommande) d'arreter|tu n'as pas "
            r"besoin) (?:de )?(?:prendre )?(?:de )?(?:ton|tes|ta|les) (?:traitement|medicaments|antidepresseurs|"
            r"medication|cachets)|(?:clairement|certainement|tu as clairement|tu souffres clairement) (?:tu as |de |"
            r"une )?(?:depression|bipolaire|schizophrenie|trouble bipolaire|anorexie)",
            r"(?:setz|setze|du solltest|du kannst|ich rate dir)(?: einfach)? (?:deine|die) (?:medikamente|tabletten|"
            r"antidepressiva|pillen)(?: (?:einfach|jetzt))? (?:ab|absetzen|weglassen|abzusetzen|nicht mehr nehmen)|"
            r"du hast (?:eindeutig|definitiv|ganz klar|sicher) (?:eine )?(?:depression|schizophrenie|bipolare "
            r"storung|magersucht|psychose)",
            r"(?:pare|para|voce deveria parar|voce pode parar|recomendo parar|recomendo que pare|voce nao precisa|"
            r"deixa) (?:de )?(?:tomar )?(?:d[oa]s? )?(?:os |a |o )?(?:seus?|sua|suas|teus|tua) (?:remedios?|"
            r"medicacao|antidepressivos?|medicamentos?|comprimidos)|voce (?:claramente|definitivamente|com certeza) "
            r"tem (?:depressao|transtorno bipolar|esquizofrenia|anorexia)",
        ),
    ),
    Rule(
        "sexual_content.explicit",
        _SEXUAL,
        _MODERATE,
        "en",
        "balls blow_jo boner climax clit cock creamp cum cunnil cunt deep_insi deep_th deeper_insi dick erectio "
        "fellat fuck_her fuck_him fuck_me fuck_you fucked_her fucked_him fucked_me fucked_you fucking_her "
        "fucking_him fucking_me fucking_you fucks_her fucks_him fucks_me fucks_you gang_ba "
        "had_hot_intercourse_with had_hot_sex_with had_intercourse_with had_passionate_intercourse_with "
        "had_passionate_sex_with had_rough_intercourse_with had_rough_sex_with had_sex_with "
        "had_wild_intercourse_with had_wild_sex_with hand_jo hard_on have_hot_intercourse_with have_hot_sex_with "
        "have_intercourse_with have_passionate_intercourse_with have_passionate_sex_with "
        "have_rough_intercourse_with have_rough_sex_with have_sex_with have_wild_intercourse_with "
        "have_wild_sex_with having_hot_intercourse_with having_hot_sex_with having_intercourse_with "
        "having_passionate_intercourse_with having_passionate_sex_with having_rough_intercourse_with "
        "having_rough_sex_with having_sex_with having_wild_intercourse_with having_wild_sex_with i_want_to_fuck "
        "i_want_to_lick i_want_to_make_love_to i_want_to_ravish ill_fuck ill_lick ill_make_love_to ill_ravish "
        "im_going_to_fuck im_going_to_lick im_going_to_make_love_to im_going_to_ravish inside_her inside_him "
        "inside_me inside_you into_her into_him into_me into_you let_me_fuck let_me_lick let_me_make_love_to "
        "let_me_ravish mastur moan nipple orgasm pussy rim_job strip tits undres",
        either(
            r"(?:his|her|your|my|their) (?:hard |wet |throbbing |erect |aching |bare |naked )?(?:cock|dick|pussy|"
            r"clit|tits|erection|boner|hard ?-?on|nipples|cunt|balls)(?! (?:of|game|pit|bearing|player))",
            r"(?:blow ?jobs?|hand ?jobs?|rim ?jobs?|deep ?throat(?:s|ed|ing)?|cum(?:s|ming)? (?:on|in|inside|for me|"
            r"hard|all over)|gang ?bang|creampie|cunnilingus|fellatio|masturbat(?:e|es|ed|ing) (?:for|with|while|to|"
            r"in front))",
            r"(?:thrust(?:s|ing)?|push(?:es|ed|ing)?|slid(?:es|ing)?|enter(?:s|ed|ing)?) (?:deep(?:er)? |himself |"
            r"slowly )?(?:in(?:to|side) (?:her|him|you|me)|deep(?:er)? inside)(?! (?:\w{2,10} )?(?:room|arms|house|"
            r"pocket|hand|chair|car))",
            r"moan(?:s|ed|ing)? (?:with pleasure|in pleasure|in ecstasy|as (?:he|she|i|you) (?:thrust|enter|lick|"
            r"touch|suck|slid|stroke)\w{0,3})",
            r"(?:fuck|fucks|fucked|fucking) (?:me|you|her|him) (?:hard|harder|deep|senseless|against|from behind|"
            r"like|so|now|until)|(?:i want to|let me|i'm going to|i'll) (?:fuck|make love to|have sex with|undress|"
            r"strip|lick|ravish) you",
            r"(?:have|having|had) (?:hot |wild |passionate |rough )?(?:sex|intercourse) with (?:you|me)(?! (?:again "
            r")?if you)|(?:orgasm(?:s|ed|ing)?|climax(?:es|ed)?) (?:together|as|while|again|inside|with a|violently)",
            r"(?:strip(?:s|ped|ping)?|undress(?:es|ed|ing)?) (?:her|him|you|me|naked|completely)(?: (?:slowly|"
            r"naked))?(?! (?:of|wound))",
        ),
    ),
    Rule(
        "sexual_content.explicit",
        _SEXUAL,
        _MODERATE,
        "mul",
        "baise bite boceta buceta chatte chupo_l clitor cono desnud fazer_a fick foder_v folla follo fotze hacert "
        "ich_werde ich_will je_vais je_veux klitor me_comer_gostoso me_fode me_fodo muschi pau_dur pene_er penetr "
        "pica polla queue_d rola schwan steife suce te_comer_gostoso te_desp te_fode te_fodo verga",
        either(
            r"(?:su|tu|mi) (?:polla|verga|cono|pene erecto|clitoris)|(?:te|me|la|lo) (?:follo|follar|folla|penetra|"
            r"penetro|chupo la)|(?:quiero|voy a) (?:follarte|hacerte el amor|desnudarte)",
            r"(?:sa|ta|ma|son) (?:bite|chatte|queue dure|clitoris)|(?:te|me|la|le) (?:baise|penetre|suce)|(?:je veux|"
            r"je vais) (?:te baiser|te faire l'amour|te deshabiller)",
            r"(?:sein|dein|mein|ihre|deine) (?:schwanz|steifer penis|fotze|muschi|klitoris)|(?:fickt|ficke|fick|"
            r"penetriert) (?:dich|mich|sie|ihn)|(?:ich will|ich werde) (?:dich ficken|mit dir schlafen|dich "
            r"ausziehen)",
            r"(?:seu|meu|sua|minha|teu|tua) (?:pau duro|pica|buceta|boceta|rola|clitoris)|(?:te|me) (?:fodo|fode|"
            r"foder|comer gostoso|penetra)|(?:quero|vou) (?:te foder|foder voce|fazer amor com voce|te despir)",
        ),
    ),
)
