"""What no answer may hold."""

from __future__ import annotations

from segue.domain.findings import Category
from segue.domain.models import SafetyLevel
from segue.safety.rules import Rule, compiled

_METHOD, _ENCOURAGEMENT, _MINORS = Category.METHOD, Category.ENCOURAGEMENT, Category.MINORS
_HIGH = SafetyLevel.HIGH

_KILL_YOURSELF = r"(?:kill your ?self|end your (?:own )?life|hang your ?self|take your own life|commit suicide|end it all|shoot your ?self|drown your ?self|cut your ?self|hurt your ?self|off your ?self|kys)"
_TO_DIE = r"(?:die|kill your ?self|end your (?:own )?life|end it all|commit suicide|take your own life|hang your ?self|overdose|suicide)"
_DRUG = r"(?:pills|tablets|paracetamol|acetaminophen|tylenol|ibuprofen|aspirin|insulin|opioids?|fentanyl|morphine|sleeping pills|antidepressants|amitriptyline|benzodiazepines?|xanax|painkillers)"
_CHILD = r"(?:child|children|kids?|minors?|little (?:girl|boy)s?|(?:young|under ?age|prepubescent|preteen|pre-teen)(?: \w{3,12})? (?:girl|boy|child|teen)s?|toddlers?|preteens?|schoolgirls?|schoolboys?|loli|shota|(?:\d|1[0-7]|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|six|seven|eight|nine)(?: year| yr| yo)s?(?: |-)?(?:old)?(?: girl| boy| child)?)"
_SEXUAL = r"(?:sex|sexual(?:ly)?|porn(?:ographic)?|erotic(?:a)?|nude|nudes|naked|explicit(?:ly)? sexual|nsfw|smut|hentai|lewd|orgasms?|blow ?jobs?|masturbat(?:e|es|ing|ion)|penetrat(?:e|es|ing|ion)|aroused|seductive(?:ly)?|sexy|horny|fucks?|fucking|moans?)"

ROWS: tuple[Rule, ...] = (
    Rule("encouragement.do_it", _ENCOURAGEMENT, _HIGH, "en", ("kill", "life", "yourself", "your self", "suicide", "end it", "kys"),
         rf"(?:you (?:should|ought to|need to|must|have to|deserve to|might as well|may as well|can|could|had better|'d better|better)|(?:why don't you|why not|just go|go ahead and|go and|go|please|just|i want you to|i think you should|i encourage you to|it's time to|it is time to|it's okay to|it is ok to|it's ok to|time to))(?: just| really| probably| go ahead and| go| finally| simply){{0,2}} {_KILL_YOURSELF}"),
    Rule("encouragement.imperative", _ENCOURAGEMENT, _HIGH, "en", ("kill yourself", "kys", "kill your self"),
         r"(?:kill your ?self|kys)"),
    Rule("encouragement.better_without_you", _ENCOURAGEMENT, _HIGH, "en", ("better off", "better without", "better place", "happier"),
         r"(?:the world|every(?:one|body)|they|your (?:family|kids|children|parents|friends|wife|husband|partner)|people|we)(?:'d| would| will|'ll| is| are)?(?: all)?(?: probably| certainly)? (?:be )?(?:much |so much |far |a lot |a )?(?:better|happier)(?: off| place)? (?:without you|if you (?:were|was) (?:dead|gone)|if you died|when you(?:'re| are) (?:dead|gone))|you(?:'d| would|'re| are)(?: be)? better off dead"),
    Rule("encouragement.should_die", _ENCOURAGEMENT, _HIGH, "en", ("die", "dead", "live"),
         r"you (?:should|deserve to|ought to|need to|must)(?: just| probably| really)? (?:die|be dead|drop dead)|you don't deserve to (?:live|be alive|exist)|nobody would (?:miss|care about) you if you (?:died|were dead|were gone)|go (?:and )?die"),
    Rule("encouragement.praise", _ENCOURAGEMENT, _HIGH, "en", ("suicide", "killing yourself", "ending your", "dying", "death"),
         r"(?:suicide|killing your ?self|ending your (?:own )?life|death|dying|ending it all) (?:is|would be|might be|may be|could be)(?: really| truly| probably| actually)? (?:the (?:best|only|right|easiest|bravest)(?: \w{3,12})? (?:option|solution|answer|way(?: out)?|choice|thing|decision)|a (?:good|great|valid|beautiful|brave|reasonable|noble|rational) (?:option|solution|answer|way(?: out)?|choice|idea|thing|decision|act)|your (?:best|only)(?: \w{3,12})? (?:option|solution|way out|choice))"),
    Rule("method.best_way", _METHOD, _HIGH, "en", ("way to", "ways to", "method", "how to"),
         rf"(?:painless|quick|easy|quickest|easiest|fastest|surest|simplest|effective|reliable|peaceful|best|cleanest|common|lethal)(?: and \w{{3,12}})? (?:ways?|methods?)(?: for you| of choice)? (?:to|of|for) {_TO_DIE}(?: is| are|:| would be| includes?| involves?)?|(?:here(?:'s| is| are)|these are|this is|steps|instructions|guide|follow these)(?: \w{{2,12}}){{0,3}} (?:how to|how you can|to|on how to|for) (?:kill your ?self|hang your ?self|end your (?:own )?life|commit suicide|overdose|tie a noose|cut your ?self)"),
    Rule("method.dose", _METHOD, _HIGH, "en", ("lethal", "fatal", "deadly", "overdose", "enough to"),
         rf"(?:lethal|fatal|deadly) (?:dose|amount|quantity|overdose|combination)(?: \w{{2,16}}){{0,4}} (?:is|would be|are|starts?|begins?|lies|around|about|ranges?)(?: \w{{2,12}}){{0,4}} [\d.,]{{1,8}} ?(?:mg|g|grams?|milligrams?|pills|tablets|units|ml)|(?:take|taking|swallow|swallowing|ingest|ingesting|inject|injecting)(?: \w{{2,12}}){{0,2}} (?:[\d.,]{{1,8}} ?(?:mg|g|grams?|milligrams?|ml|units)?|all|a whole bottle|the whole bottle|a handful)(?: \w{{1,12}}){{0,3}} {_DRUG}(?: \w{{2,12}}){{0,4}} (?:to die|to overdose|will kill|would kill|is lethal|is fatal|to be (?:lethal|fatal)|won't wake up|not wake up|to end (?:it|your life))"),
    Rule("method.instruction", _METHOD, _HIGH, "en", ("noose", "hang", "wrist", "vein", "arter", "exhaust", "helium", "suffocat", "drown", "carbon monoxide", "charcoal"),
         r"(?:tie|make|making|tying|fashion|use)(?: yourself)? (?:a|the|your) (?:\w{3,12} )?noose|(?:cut|slice|slit)(?:ting)?(?: \w{3,12}){0,2} (?:your )?(?:wrists?|veins?|artery|arteries)(?: \w{2,12}){0,2} (?:vertically|lengthwise|deep|along|down|not across|properly)|(?:hang|suffocate|asphyxiate|drown|gas|electrocute) your ?self (?:with|by|using|from|in|on) (?:a|an|the|your|some)?|(?:helium|nitrogen|carbon monoxide|exhaust|charcoal)(?: \w{2,12}){0,5} (?:to die|painless(?:ly)?|until you (?:pass out|lose consciousness|die)|to (?:kill|suffocate) your ?self)"),
    Rule("method.hide_self_injury", _METHOD, _HIGH, "en", ("cut yourself", "cut your", "hide", "burn yourself"),
         r"(?:cut|burn|hurt|harm) (?:your ?self|your (?:arms?|thighs?|legs?|skin)) (?:where|so|so that|in a place) (?:no one|nobody|your parents|they|others|people) (?:will|can|could|would|won't|can't)? ?(?:not )?(?:see|notice|find)|(?:best|good|safe|easiest|right) (?:place|way|tool|blade|razor|spot)s?(?: \w{2,12}){0,2} to (?:cut|burn|harm) your ?self"),
    Rule("minors.sexual", _MINORS, _HIGH, "en", ("sex", "porn", "erotic", "nude", "naked", "nsfw", "smut", "hentai", "lewd", "orgasm", "masturbat", "aroused", "seduct", "sexy", "horny", "fuck", "moan", "penetrat", "blowjob", "blow job"),
         rf"{_SEXUAL} (?:(?:with|of|about|involving|between|featuring|for|scene|scenes|story|stories|roleplay|content|picture|pictures|image|images|video|videos|the|a|an|and|her|his|my|two|some) ){{1,5}}{_CHILD}", guarded=False),
    Rule("minors.sexual_child_first", _MINORS, _HIGH, "en", ("sex", "porn", "erotic", "nude", "naked", "nsfw", "smut", "hentai", "lewd", "orgasm", "masturbat", "aroused", "seduct", "sexy", "horny", "fuck", "moan", "penetrat", "blowjob", "blow job"),
         rf"(?:{_CHILD} (?:(?:has|having|have|had|in|is|gets|being|wants|a|an|her|his|the|and|very|so|character|girl|boy|feels|getting|undresses|stands) ){{0,4}}{_SEXUAL}|child porn(?:ography)?|cp videos?|csam|loli(?:con)? (?:porn|hentai|smut))", guarded=False),
)

WARNED_BEFORE = compiled(r"\b(?:don't|do not|never|not|please don't|won't|shouldn't|should not|cannot|can't|avoid|instead of|rather than)(?: \w{1,12}){0,3} ?$")
