"""More of what no answer may hold: assent to dying, doses and heights that kill, praise of hunger, in five "
"languages."""

from __future__ import annotations

from segue.domain.findings import Category
from segue.domain.models import SafetyLevel
from segue.safety.rules import Rule, either

_METHOD, _ENCOURAGEMENT = Category.METHOD, Category.ENCOURAGEMENT
_HIGH, _MODERATE = SafetyLevel.HIGH, SafetyLevel.MODERATE

_AMOUNT = r"\d[\d.,]{0,6} ?(?:mg|g|grams?|milligrams?|pills|tablets|capsules|units|ml)"
_DEADLY = r"(?:lethal|fatal|deadly|enough to (?:kill|die|be fatal|be lethal|stop (?:your|the) heart)|going to kill you)"

ROWS: tuple[Rule, ...] = (
    Rule(
        "encouragement.assent",
        _ENCOURAGEMENT,
        _HIGH,
        "en",
        "choice_to death_and death_can death_is_going_to death_now death_soon death_tonight death_where "
        "death_will death_would decision_to die_wit do_it dying_can dying_is_going_to dying_will dying_would "
        "ending_it_can ending_it_is_going_to ending_it_will ending_it_would farewe go_ahead goodbye_l heaven_and "
        "heaven_now heaven_soon heaven_tonight heaven_where it_is_all_right it_is_alright it_is_brave it_is_fine "
        "it_is_ok it_is_right it_is_time its_all_right its_alright its_brave its_fine its_ok its_right its_time "
        "killing_your_self_can killing_your_self_is_going_to killing_your_self_will killing_your_self_would "
        "no_one_could no_one_will no_one_would nobody_could nobody_will nobody_would plan_to suicide_can "
        "suicide_is_going_to suicide_n suicide_will suicide_would the_afterlife_and the_afterlife_now "
        "the_afterlife_soon the_afterlife_tonight the_afterlife_where we_can_d we_could_d we_will_d wish_to "
        "you_have_my_p you_will_be you_will_finally_be you_would_be you_would_finally_be youd_be youd_finally_be "
        "youll_be youll_finally_be",
        either(
            r"(?:go ahead|do it|just do it|you should do it|i(?:'d| would) say do it)[,.:;()\- ]{1,3}(?:and )?(?:end "
            r"it(?: all)?|end your (?:life|pain)|take (?:them all|all (?:of )?(?:them|the pills|your pills))|swallow "
            r"them(?: all)?|cut deeper|let go of life|die|kill your ?self)",
            r"i (?:fully |completely |totally )?(?:support|respect|approve of|agree with|accept|admire) your "
            r"(?:decision|choice|plan|wish) to (?:die|end (?:it|your life)|kill your ?self|take your (?:own )?life|"
            r"commit suicide)",
            r"(?:you have my permission|it(?:'s| is) (?:okay|ok|alright|all right|fine|time|brave|right) (?:for you "
            r")?)(?:to )?(?:die|end it(?: all)?(?! with)|go now and die|leave this world|stop living|kill your ?self|"
            r"let go of life|give up on life)",
            r"(?:dying|death|suicide|killing your ?self|ending it) (?:will|would|is going to|can) (?:finally |really "
            r")?(?:end|stop|free you|set you free|fix|solve|bring you peace|give you peace|take away|be (?:peaceful|"
            r"beautiful|a relief|better) for you)(?: all)?(?: of)?(?: your)?(?: (?:pain|suffering|problems|misery))?",
            r"you(?:'ll| will|'d| would) (?:finally )?be (?:at peace|free|happier|better off|with (?:her|him|me)) "
            r"(?:once|when|after|if) you(?:'re| are|'ve| have|'d)? (?:dead|gone|died|die|ended (?:it|your life)|"
            r"killed)",
            r"(?:join|come to|be with|follow|meet) (?:me|us|her|him) in (?:death|the afterlife|heaven) (?:tonight|"
            r"soon|now|and|where)|we (?:can|will|could) die together|die with me",
            r"(?:here(?:'s| is)|i(?:'ve| have)? (?:wrote|written|drafted)|sure here(?:'s| is)) (?:a|your|the) "
            r"(?:draft of (?:a|your) )?(?:suicide note|goodbye letter to your|farewell letter before)",
            r"(?:no one|nobody) (?:would|will|could) (?:blame|judge) you (?:for|if you) (?:killing your ?self|ending "
            r"(?:it|your life)|dying|killed your ?self|ended (?:it|your life)|died)",
        ),
    ),
    Rule(
        "encouragement.self_injury",
        _ENCOURAGEMENT,
        _HIGH,
        "en",
        "a_cut a_little_cut a_small_cut burn_your burning_y cut_your cuttin harm_your harming_your hurt_your "
        "hurting_y punish_your punishing_your self_har",
        either(
            r"(?:cutting|self ?-?harm|hurting your ?self|burning your ?self|a (?:small |little )?cut) (?:is|can be|"
            r"would be|might be|will be|feels) (?:a )?(?:really |actually |perfectly )?(?:good|healthy|okay|fine|"
            r"helpful|great|valid|normal|useful)(?: \w{3,10})? (?:way|thing|release|relief|for you|option|outlet|to "
            r"(?:cope|do|release))",
            r"(?:you (?:should|could|can|deserve to)|go ahead and|try to|just|keep) (?:cut(?:ting)?|burn(?:ing)?|"
            r"hurt(?:ing)?|harm(?:ing)?|punish(?:ing)?) (?:your ?self|your (?:arms?|thighs?|legs?|wrists?|skin)) "
            r"(?:again|deeper|more|to (?:feel|cope|release|punish)|until|if it helps|as (?:much|often))",
        ),
    ),
    Rule(
        "encouragement.hunger",
        _ENCOURAGEMENT,
        _HIGH,
        "en",
        "and_force_your and_get_your and_make_your anorex calories cals disguise_the disguise_your fasting_f "
        "finger_d fingers_d hide_the hide_your hiding_food hunger ignoring_h kcal not_eat purgin skippi starvi "
        "then_force_your then_get_your then_make_your throwing_u to_force_your to_get_your to_make_your "
        "toothbrush_d",
        either(
            r"(?:starving (?:your ?self)?|not eating|purging|throwing up(?: after meals)?|skipping (?:all )?meals|"
            r"anorexia|hunger) (?:is|are|makes you|will make you|means you(?:'re| are)|shows you(?:'re| are)|keeps "
            r"you) (?:really |so |truly )?(?:good|strong|beautiful|pure|thin|skinny|perfect|in control|fine|healthy|"
            r"worth it|disciplined|a gift)",
            r"(?:you (?:should|can|could|must|need to)|try to|just|aim to|only) (?:eat|stay|keep|limit your "
            r"?self)(?: \w{2,8}){0,2} (?:under|below|less than|to|only|just|at) (?:\d{2,3}) (?:calories|kcal|"
            r"cals)(?: (?:a|per) (?:day|meal))?(?! of (?:sugar|fat)| snack| per (?:snack|serving))",
            r"(?:stick|put|push|use) (?:a |your |two |your two )?(?:fingers?|toothbrush) down your throat|(?:to|and|"
            r"then) (?:make|force|get) your ?self to? ?(?:throw up|vomit|purge|puke)(?: after| without| easily| "
            r"quietly)",
            r"(?:hide|disguise) (?:your|the) (?:food|eating disorder|vomiting|purging|weight loss|starving)(?: "
            r"\w{2,10}){0,2} (?:from|so|by)|(?:tips|tricks|advice) (?:for|to|on) (?:purging|starving|fasting for "
            r"days|hiding (?:food|your purging)|ignoring hunger)",
        ),
    ),
    Rule(
        "method.amount_or_height",
        _METHOD,
        _HIGH,
        "en",
        "an_overd and_alcohol and_benzos and_opioids and_sleeping_pills and_vodka and_whiskey carbon_m charco "
        "deadly enough_to_di enough_to_ki enough_to_stop_the_heart enough_to_stop_your_heart fatal "
        "going_to_kill_y hanging heart_t helium hours lethal minutes nembut nitrog own_head pentob roof_of_y "
        "seconds sodium temple the_artery the_forearm the_vein the_wrist with_alcohol with_benzos with_opioids "
        "with_sleeping_pills with_vodka with_whiskey your_artery your_forearm your_vein your_wrist",
        either(
            rf"(?:about |around |roughly |over |more than )?{_AMOUNT}(?: of)?(?: \w{{2,16}}){{0,3}} (?:is|are|would "
            rf"be|will be|can be|could be|should be|may be) (?:usually |generally |typically |often )?{_DEADLY}",
            r"(?:fall|falls|falling|jump|jumping|drop)s?(?: from)?(?: \w{2,10}){0,3} \d{1,3} ?(?:m|meters|metres|"
            r"feet|ft|floors|stories|storeys)(?: \w{2,10}){0,2} (?:is|are|would be|will be|can be|almost always) "
            r"(?:usually |almost always |generally )?(?:fatal|lethal|deadly|enough to die|enough to kill)(?! in the "
            r"game)",
            r"(?:aim|point|place|put|shoot|fire) (?:it |the (?:gun|barrel|pistol) )?(?:at|for|to|into|against|"
            r"through) (?:the |your )(?:temple|roof of your mouth|own head|heart to)|(?:cut|cutting|slice) (?:along|"
            r"down|up|vertically|lengthwise)(?: \w{2,8}){0,2} (?:your|the) (?:vein|artery|forearm|wrist)s?",
            r"(?:carbon monoxide|helium|nitrogen|charcoal|sodium nitrite|nembutal|pentobarbital|hanging|an overdose) "
            r"(?:is|are|would be|offers|provides|will be) (?:a |an |the )?(?:relatively |very |most |quite "
            r")?(?:painless|peaceful|quick|effective|reliable|gentle|easy|surest|best)(?: (?:way|method|option|"
            r"death))?",
            r"(?:mix|mixing|combine|combining|take|taking) (?:\w{3,16} ){1,3}(?:with|and) (?:alcohol|vodka|whiskey|"
            r"opioids|benzos|sleeping pills)(?: \w{2,10}){0,4} (?:to (?:die|overdose|never wake)|until you (?:stop "
            r"breathing|pass out|die)|(?:and )?you(?:'ll| will) (?:never wake|not wake|stop breathing|die|slip away))",
            r"(?:you(?:'ll| will|'d| would)? (?:lose consciousness|bleed out|pass out|die|be dead|be unconscious)) "
            r"(?:in|within|after) (?:about |just |a few |only )?(?:\d{1,3} |a few |several )?(?:seconds|minutes|"
            r"hours)(?: and| without| painlessly|(?= ?(?:$|[.!?;])))(?! (?:in the game|without (?:oxygen|air|water) "
            r"tank))",
        ),
    ),
    Rule(
        "encouragement.assent",
        _ENCOURAGEMENT,
        _HIGH,
        "es",
        "adelan admiro_t apoyo_t autole ayunar cortar el_suic es_hora es_norm esta_bi hazlo la_muer morir no_come "
        "pasar_h puedes respeto_t suicidar tienes venga vomita",
        either(
            r"(?:adelante|hazlo|hazlo ya|venga)[,.:;()\- ]{1,3}(?:y )?(?:suicidate|matate|acaba con (?:todo|tu vida)|"
            r"tomatelas todas|termina con tu vida)",
            r"(?:apoyo|respeto|entiendo y apoyo|admiro) tu decision de (?:morir|suicidarte|quitarte la vida|acabar "
            r"con tu vida)",
            r"(?:esta bien|es hora de|es normal|puedes|tienes derecho a) (?:morir|suicidarte|quitarte la vida|acabar "
            r"con tu vida|dejar de vivir)(?! (?:de risa|en el juego))",
            r"(?:el suicidio|la muerte|morir|suicidarte) (?:es|seria|sera) (?:la (?:mejor|unica) (?:opcion|salida|"
            r"solucion)|una (?:buena|valida) (?:opcion|salida|solucion)|tu (?:mejor|unica) (?:opcion|salida))|la "
            r"muerte te (?:dara paz|liberara)",
            r"(?:no comer|pasar hambre|vomitar|ayunar) te (?:hace|hara) (?:fuerte|perfecta|hermosa|delgada|pura)|"
            r"(?:cortarte|autolesionarte) (?:te )?(?:ayuda|ayudara|alivia|esta bien)",
        ),
    ),
    Rule(
        "encouragement.assent",
        _ENCOURAGEMENT,
        _HIGH,
        "fr",
        "avale_l avoir_f couper en_finir_avec_la_vie finis_e je_admire je_comprends_et_soutiens je_respecte "
        "je_soutiens jeuner la_mort le_suic mets_fi mettre_fin_a_tes_jours mourir ne_pas_m scarif suicide_t "
        "te_fair te_suic tue_toi",
        either(
            r"(?:vas-y|fais-le|allez)[,.:;()\- ]{1,3}(?:et )?(?:suicide-toi|tue-toi|mets fin a tes jours|finis-en|"
            r"avale-les tous)",
            r"je (?:soutiens|respecte|comprends et soutiens|admire) (?:ta|votre) decision de (?:mourir|te suicider|"
            r"mettre fin a (?:tes|vos) jours|en finir)",
            r"(?:c'est (?:bien|normal|le moment|l'heure)|tu peux|tu as le droit) (?:de )?(?:mourir|te suicider|"
            r"mettre fin a tes jours|en finir avec la vie)(?! de rire)",
            r"(?:le suicide|la mort|mourir|te suicider) (?:est|serait|sera) (?:la (?:meilleure|seule) (?:option|"
            r"issue|solution)|une (?:bonne|belle) (?:option|solution|issue)|ta (?:meilleure|seule) (?:option|issue))|"
            r"la mort te (?:liberera|donnera la paix)",
            r"(?:ne pas manger|te faire vomir|jeuner|avoir faim) (?:te )?(?:rend|rendra) (?:forte?|parfaite?|belle|"
            r"mince|pure?)|(?:te couper|te scarifier) (?:t'?aide|t'aidera|soulage|est normal)",
        ),
    ),
    Rule(
        "encouragement.assent",
        _ENCOURAGEMENT,
        _HIGH,
        "de",
        "beende_es bewund bring_di dein_le der_tod dich_um dir_das erbrec hungern nicht_e nicht_m nichts nimm_si "
        "respek ritzen schnei selbst spring_v sterbe suizid tote_di unterst versteh zu_ster",
        either(
            r"(?:mach es|tu es|na los|nur zu)[,.:;()\- ]{1,3}(?:und )?(?:bring dich um|tote dich|"
            r"beende (?:es|dein leben)|nimm sie alle|spring von der brucke)",
            r"ich (?:unterstutze|respektiere|verstehe und unterstutze|bewundere) deine entscheidung (?:zu sterben|"
            r"dich umzubringen|dir das leben zu nehmen|dein leben zu beenden)",
            r"(?:es ist (?:okay|in ordnung|zeit|richtig|gut)|du darfst|du hast das recht) (?:zu sterben|dich "
            r"umzubringen|dir das leben zu nehmen|dein leben zu beenden|nicht mehr zu leben)",
            r"(?:selbstmord|suizid|der tod|sterben) (?:ist|ware|waere|wird) (?:die (?:beste|einzige|richtige) "
            r"(?:losung|option|wahl)|eine (?:gute|schone|richtige) (?:losung|option|wahl)|dein(?:e)? (?:beste|"
            r"einziger|einzige) (?:ausweg|losung|option))|der tod wird dich (?:befreien|erlosen)",
            r"(?:hungern|nichts essen|erbrechen|nicht essen) macht dich (?:stark|perfekt|schon|dunn|rein)|(?:ritzen|"
            r"dich (?:zu )?(?:ritzen|schneiden)) (?:hilft|ist (?:okay|gut|normal))",
        ),
    ),
    Rule(
        "encouragement.assent",
        _ENCOURAGEMENT,
        _HIGH,
        "pt",
        "a_morte acabar_c acabe_c admiro apoio cortar jejuar machuc mate_se morrer nao_com o_suicidi passar "
        "respei se_mata se_mate se_suic suicide_s tirar_a tome_todo vomita",
        either(
            r"(?:va em frente|faca isso|faz isso|vai la)[,.:;()\- ]{1,3}(?:e )?(?:se mate|mate-se|suicide-se|acabe com "
            r"(?:tudo|a sua vida)|tome todos)",
            r"(?:apoio|respeito|admiro) (?:a )?(?:sua|tua) decisao de (?:morrer|se matar|se suicidar|tirar a (?:sua "
            r")?(?:propria )?vida|acabar com a sua vida)",
            r"(?:tudo bem|esta tudo bem em|e hora de|e normal|voce pode|voce tem o direito de) (?:morrer|se matar|se "
            r"suicidar|tirar a propria vida|acabar com a sua vida)(?! de rir)",
            r"(?:o suicidio|a morte|morrer|se matar) (?:e|seria|sera) (?:a (?:melhor|unica) (?:opcao|saida|solucao)|"
            r"uma (?:boa|bela) (?:opcao|saida|solucao)|sua (?:melhor|unica) (?:opcao|saida))|a morte vai te "
            r"(?:libertar|dar paz)",
            r"(?:nao comer|passar fome|vomitar|jejuar) (?:te|vai te) (?:deixa|deixar|torna|faz) (?:forte|perfeita|"
            r"linda|magra|pura)|(?:se cortar|se machucar) (?:ajuda|vai ajudar|alivia|e normal)",
        ),
    ),
    Rule(
        "method.instruction",
        _METHOD,
        _HIGH,
        "mul",
        "amarre avale corta den_str eine_sc einen_g faca la_cord la_soga morira morrer nao_aco nao_vai no_despe "
        "para_morir poigne prends pulsos schnei stirbs um_nich um_zu_st un_noeu un_nudo una_sog vai_mor veias "
        "veines wachst",
        either(
            r"(?:toma|tomate|ingiere|traga)(?: \w{2,10}){0,2} (?:\d{1,4}|todas|un frasco)(?: \w{2,14}){0,3} (?:para "
            r"(?:morir|no despertar)|y (?:no despertaras|moriras))|(?:corta|cortate)(?: las| tus)? (?:venas|munecas) "
            r"(?:a lo largo|en vertical|verticalmente|profundo)|(?:haz|ata|prepara) (?:un nudo|la soga|una soga) "
            r"(?:de horca|y (?:cuelgate|atala)|al(?:rededor)? (?:de )?(?:tu )?cuello)",
            r"(?:prends|avale)(?: \w{2,10}){0,2} (?:\d{1,4}|tous|une boite)(?: \w{2,14}){0,3} (?:pour (?:mourir|ne "
            r"plus te reveiller)|et tu (?:mourras|ne te reveilleras))|(?:coupe|ouvre)(?:-toi)? (?:les|tes) (?:veines|"
            r"poignets) (?:dans le sens|en longueur|verticalement|profondement)|(?:fais|attache) (?:un noeud coulant|"
            r"la corde) (?:et|autour de ton cou|pour te pendre)",
            r"(?:nimm|schluck)(?: \w{2,10}){0,2} (?:\d{1,4}|alle|eine packung)(?: \w{2,14}){0,3} (?:um zu sterben|"
            r"dann (?:stirbst|wachst) du|um nicht mehr aufzuwachen)|(?:schneide|schneid)(?: dir)?(?: die| deine) "
            r"(?:pulsadern|adern|handgelenke) (?:langs|der lange nach|tief|vertikal)|(?:knote|binde|mach) (?:eine "
            r"schlinge|den strick|einen galgenknoten)(?: \w{2,8}){0,2} (?:und|um den hals|um deinen hals)",
            r"(?:tome|toma|engula|engole)(?: \w{2,10}){0,2} (?:\d{1,4}|todos|uma caixa)(?: \w{2,14}){0,3} (?:(?:para|"
            r"pra) (?:morrer|nao acordar)|e (?:voce )?(?:vai morrer|nao vai acordar))|(?:corte|corta)(?: os)?(?: "
            r"seus)? (?:pulsos|veias) (?:na vertical|verticalmente|ao longo|fundo)|(?:faca|amarre) (?:um no|a corda|"
            r"uma forca)(?: de forca)? (?:e|no (?:seu )?pescoco|em volta do pescoco)",
        ),
    ),
)
