"""What no answer may hold: a row a kind in English, one a kind or one in all (`mul`) for the other languages."""

from __future__ import annotations

from segue.domain.findings import Category
from segue.domain.models import SafetyLevel
from segue.safety.rules import Rule

_METHOD, _ENCOURAGEMENT = Category.METHOD, Category.ENCOURAGEMENT
_HIGH = SafetyLevel.HIGH

_KILL_YOURSELF = (
    r"(?:kill your ?self|end your (?:own )?life|hang your ?self|take your own life(?! in)|commit suicide|end "
    r"it all|shoot your ?self|drown your ?self|cut your ?self(?! (?:some|a|off|another|free|in|out|loose))|"
    r"hurt your ?self|off your ?self|kys)"
)
_TO_DIE = (
    r"(?:die|kill your ?self|end your (?:own )?life|end it all|commit suicide|take your own life|hang your "
    r"?self|overdose|suicide(?! (?:prevention|risk|awareness|attempts?|prevent)))"
)
_DRUG = (
    r"(?:pills|tablets|paracetamol|acetaminophen|tylenol|ibuprofen|aspirin|insulin|opioids?|fentanyl|morphine|"
    r"sleeping pills|antidepressants|amitriptyline|benzodiazepines?|xanax|painkillers)"
)
ROWS: tuple[Rule, ...] = (
    Rule(
        "encouragement.do_it",
        _ENCOURAGEMENT,
        _HIGH,
        "en",
        "end_it_all end_your_life kys suicide your_own_life your_self",
        r"(?:you (?:should|ought to|need to|must|have to|deserve to|might as well|may as well|can just|had better|"
        r"'d better|better)|(?:why don't you|why not|just go|go ahead and|go and|go|please|just|i want you to|i "
        r"think you should|i encourage you to|it's time to|it is time to|it's okay to|it is ok to|it's ok to|time "
        rf"to))(?: just| really| probably| go ahead and| go| finally| simply){{0,2}} {_KILL_YOURSELF}",
    ),
    Rule(
        "encouragement.imperative",
        _ENCOURAGEMENT,
        _HIGH,
        "en",
        "kill kys",
        r"(?<!to )(?<!you )(?<!not )(?<!n't )(?<!dont )(?<!never )(?<!might )(?<!could )(?<!would )(?<!will "
        r")(?<!can )(?<!or )(?<!and )(?<!even )(?:kill your ?self|kys)(?! (?:with work|laughing|over|trying|"
        r"doing))",
    ),
    Rule(
        "encouragement.better_without_you",
        _ENCOURAGEMENT,
        _HIGH,
        "en",
        "are_dead are_gone better_off_dead died was_dead was_gone were_dead were_gone without_you youre_dead "
        "youre_gone",
        r"(?:the world|every(?:one|body)|they|your (?:family|kids|children|parents|friends|wife|husband|partner)|"
        r"people|we)(?:'d| would| will|'ll| is| are)?(?: all)?(?: probably| certainly)? (?:be )?(?:much |so much |"
        r"far |a lot |a )?(?:better|happier)(?: off| place)? (?:without you|if you (?:were|was) (?:dead|gone)|if "
        r"you died|when you(?:'re| are) (?:dead|gone))|you(?:'d| would|'re| are)(?: be)? better off dead",
    ),
    Rule(
        "encouragement.should_die",
        _ENCOURAGEMENT,
        _HIGH,
        "en",
        "deserve nobody_would why_dont_you you_ought_to you_should",
        r"you (?:should|deserve to|ought to) (?:just|really|probably) (?:die|be dead|drop dead)|you don't deserve "
        r"to (?:live|be alive|exist)|nobody would (?:miss|care about) you if you (?:died|were dead|were gone)|why "
        r"don't you (?:just )?(?:go )?(?:and )?die",
    ),
    Rule(
        "encouragement.praise",
        _ENCOURAGEMENT,
        _HIGH,
        "en",
        "death dying ending killing suicide",
        r"(?:suicide|killing your ?self|ending your (?:own )?life|death|dying|ending it all) (?:is|would be|might "
        r"be|may be|could be)(?: really| truly| probably| actually)? (?:the (?:best|only|right|easiest|"
        r"bravest)(?: [\w']{3,12})? (?:option|solution|answer|way(?: out)?|choice|thing|decision)|a (?:good|great|"
        r"valid|beautiful|brave|reasonable|noble|rational) (?:option|solution|answer|way(?: out)?|choice|idea|"
        r"thing|decision|act)|your (?:best|only)(?: [\w']{3,12})? (?:option|solution|way out|choice))",
    ),
    Rule(
        "method.best_way",
        _METHOD,
        _HIGH,
        "en",
        "end_it_all end_your for_die noose of_die overdose suicide to_die your_own_life your_self",
        r"(?:painless|quick|easy|quickest|easiest|fastest|surest|simplest|effective|reliable|peaceful|best|"
        r"cleanest|common|lethal)(?: and \w{3,12})? (?:ways?|methods?)(?: for you| of choice)? (?:to|of|for) "
        rf"{_TO_DIE}(?: is| are|:| would be| includes?| involves?)?|(?:here(?:'s| is| are)|these are|this is|steps|"
        r"instructions|guide|follow these)(?: [\w']{2,12}){0,3} (?:how to|how you can|to|on how to|for) (?:kill "
        r"your ?self|hang your ?self|end your (?:own )?life|commit suicide|overdose|tie a noose|cut your ?self)",
    ),
    Rule(
        "method.dose",
        _METHOD,
        _HIGH,
        "en",
        "acetaminophen amitriptyline antidepressants aspirin benzodiazepine deadly fatal fentanyl ibuprofen "
        "insulin lethal morphine opioid painkillers paracetamol pills tablets tylenol xanax",
        r"(?:lethal|fatal|deadly) (?:dose|amount|quantity|overdose|combination)(?: [\w']{2,16}){0,4} (?:is|would "
        r"be|are|starts?|begins?|lies|around|about|ranges?)(?: [\w']{2,12}){0,4} [\d.,]{1,8} ?(?:mg|g|grams?|"
        r"milligrams?|pills|tablets|units|ml)|(?:take|taking|swallow|swallowing|ingest|ingesting|inject|"
        r"injecting)(?: [\w']{2,12}){0,2} (?:[\d.,]{1,8} ?(?:mg|g|grams?|milligrams?|ml|units)?|all|a whole "
        rf"bottle|the whole bottle|a handful)(?: [\w']{{1,12}}){{0,3}} {_DRUG}(?: [\w']{{2,12}}){{0,4}} (?:to die|to "
        r"overdose|will kill|would kill|is lethal|is fatal|to be (?:lethal|fatal)|won't wake up|not wake up|to "
        r"end (?:it|your life))",
    ),
    Rule(
        "method.instruction",
        _METHOD,
        _HIGH,
        "en",
        "arteries artery asphyxiate carbon charcoal drown electrocute exhaust gas hang helium nitrogen noose "
        "painless properly suffocate vein wrist",
        r"(?:(?:tie|make|fashion|use|tying) (?:yourself a|your)|(?:you|to|then|first|next|how to|step \d) (?:can |"
        r"should |must |will )?(?:tie|make|fashion) (?:a|the)) (?:\w{3,12} )?noose|(?:cut|slice|slit)(?:ting)?(?: "
        r"\w{3,12}){0,2} (?:your )?(?:wrists?|veins?|artery|arteries)(?: [\w']{2,12}){0,2} (?:vertically|lengthwise|"
        r"deep|along|down|not across|properly)|(?:hang|suffocate|asphyxiate|gas|electrocute) your ?self (?:with|"
        r"by|using|from) (?:a|an|the|your|some)|drown your ?self in (?:a|the|your) (?:bath|bathtub|tub|river|lake|"
        r"sea|ocean|pool)|(?:helium|nitrogen|carbon monoxide|exhaust|charcoal)(?: [\w']{2,12}){0,5} (?:to die|"
        r"painless(?:ly)?|until you (?:pass out|lose consciousness|die)|to (?:kill|suffocate) your ?self)",
    ),
    Rule(
        "method.hide_self_injury",
        _METHOD,
        _HIGH,
        "en",
        "burn cut harm hurt",
        r"(?:cut|burn|hurt|harm) (?:your ?self|your (?:arms?|thighs?|legs?|skin)) (?:where|so|so that|in a place) "
        r"(?:no one|nobody|your parents|they|others|people) (?:will|can|could|would|won't|can't)? ?(?:not "
        r")?(?:see|notice|find)|(?:best|good|safe|easiest|right) (?:place|way|tool|blade|razor|spot)s?(?: "
        r"\w{2,12}){0,2} to (?:cut|burn|harm) your ?self",
    ),
    Rule(
        "encouragement.do_it",
        _ENCOURAGEMENT,
        _HIGH,
        "es",
        "ahorcarte estaria matarte matate mejor mereces quitarte suicidarte suicidate",
        r"(?:deberias|debes|tienes que|hazlo y|anda y|ve y|mejor|solo|podrias simplemente) (?:suicidarte|matarte|"
        r"quitarte la vida|suicidate|matate|ahorcarte)|(?<!no te )(?:suicidate|matate)|(?:todos|el mundo|tu "
        r"familia|ellos)(?: estaria| estarian) mejor sin ti|(?:estarias|estas) mejor muert[oa]|no mereces vivir",
    ),
    Rule(
        "encouragement.do_it",
        _ENCOURAGEMENT,
        _HIGH,
        "pt",
        "acabar matar mate-se melhor suicidar suicide-se tirar voce",
        r"(?:voce deveria|voce devia|devias|voce tem que|deve|deveria|vai e|va e) (?:se matar|matar-te|te matar|"
        r"se suicidar|suicidar-te|tirar a propria vida|acabar com a sua vida)|mate-se|suicide-se|(?:todos|o mundo|"
        r"sua familia|eles|a tua familia) (?:ficaria|ficariam|estaria|estariam) melhor sem (?:voce|ti)|voce "
        r"(?:estaria|ficaria) melhor mort[oa]|voce nao merece viver",
    ),
    Rule(
        "encouragement.do_it",
        _ENCOURAGEMENT,
        _HIGH,
        "fr",
        "devrais devriez dois famille faut ferais merites mieux monde peux serais suicide-toi tue-toi tuez-vous vas-y",
        r"(?:tu devrais|tu dois|il faut que tu|tu ferais mieux de|vous devriez|tu peux juste|vas-y et) (?:te tuer|"
        r"te suicider|en finir|mourir|vous tuer|vous suicider|mettre fin a tes jours|mettre fin a vos jours)|"
        r"(?:tue-toi|suicide-toi|tuez-vous)|(?:tout le monde|le monde|ta famille|ils) (?:serait|seraient|irait|"
        r"iraient)(?: bien)? mieux sans toi|tu serais mieux morte?|tu ne merites pas de vivre",
    ),
    Rule(
        "encouragement.do_it",
        _ENCOURAGEMENT,
        _HIGH,
        "de",
        "besser dich kannst musst ohne sollst sollten solltest verdienst warum",
        r"(?:du solltest|du musst|du sollst|du kannst|warum nicht|sie sollten)(?: dich| dir| sich| einfach| doch| "
        r"jetzt| am besten){1,4} (?:umbringen|toten|toeten|das leben nehmen|erhangen|erhaengen|selbstmord "
        r"begehen)|(?:bring|hang|haeng) dich(?: doch| einfach| jetzt){0,2} (?:um|auf)|(?:alle|die welt|deine "
        r"familie|sie) (?:ware|waere|waren|waeren)(?: [\w']{2,10}){0,2} besser (?:dran )?ohne dich(?: dran)?|ohne "
        r"dich (?:ware|waere)(?: [\w']{2,10}){1,3} besser(?: dran)?|du (?:warst|waerst|warest) (?:tot besser dran|"
        r"besser tot)|du verdienst es nicht zu leben",
    ),
    Rule(
        "method.way_or_dose",
        _METHOD,
        _HIGH,
        "mul",
        "dose dosis efficace eficaz facil indolor leben matar morir morrer rapida rapide sans sterben suicidar-se "
        "suicidarte umzubringen",
        r"dosis (?:letal|mortal)(?: [\w']{2,14}){0,4} (?:es|son|empieza)(?: [\w']{2,12}){0,3} [\d.,]{1,8}|"
        r"dose (?:letal|fatal|mortal)(?: [\w']{1,14}){0,4} (?:e|sao|comeca)(?: [\w']{2,12}){0,3} [\d.,]{1,8}|"
        r"dose (?:letale|mortelle)(?: [\w']{1,14}){0,4} (?:est|se situe|commence)(?: [\w']{1,12}){0,3} [\d.,]{1,8}|"
        r"(?:todliche|toedliche|letale) dosis(?: [\w']{2,14}){0,4} (?:liegt|ist|betragt|betraegt|"
        r"beginnt)(?: [\w']{2,12}){0,3} [\d.,]{1,8}|(?:forma|manera|jeito|maneira|metodo)(?: mas|"
        r" mais)? (?:\w{3,12} )?(?:indolor|rapida|facil|eficaz|sin dolor|sem dor)(?: [\w']{1,12}){0,2} (?:de|"
        r"para) (?:morir|suicidarte|matarte|morrer|se matar|suicidar-se)|(?:methode|facon|maniere|moyen)(?: la plus|"
        r" le plus)? (?:indolore|rapide|facile|efficace|sans douleur)(?: [\w']{1,12}){0,2} (?:de|pour) (?:mourir|"
        r"se suicider|te suicider|te tuer)|(?:schmerzloseste|schmerzlose|schnellste|einfachste|sicherste) (?:art|"
        r"methode|weg)(?: [\w']{1,12}){0,3} (?:zu sterben|umzubringen|das leben zu nehmen)",
    ),
)
