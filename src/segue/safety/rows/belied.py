"""What belies whatever explains a match: a date that is set, a locked door, a lie in a nurse's face, in five languages.

An explanation sees one thing that somebody names: a printer, a dog, a newborn. Who is in danger names them too. These
words near the match, and not within it, say that it is no explanation.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from segue.safety.rules import either


@dataclass(frozen=True, slots=True)
class Belied:
    """What belies any explanation of the findings of some codes, in the notation of rules."""

    codes: tuple[str, ...]
    """How the codes begin."""
    words: str


_DAY = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
_OWN = (
    "behaviour.",
    "goodbye.",
    "ideation.",
    "intent.",
    "means.",
    "method_seeking.",
    "overdose_under_way.",
    "passive.",
    "plan.",
)

DECIDED: Final = Belied(
    _OWN,
    either(
        r"made up my mind|made my (?:mind up|decision)|(?:set|picked|chosen|chose) (?:the|a|my) (?:date|day|place|spot|"
        rf"way|time)|(?:picked|chosen|set for|it's) {_DAY}(?: it's done| it is)?(?= ?(?:$|[.!;]))|all planned|"
        r"planned it all|made sure of (?:it|that)|i've made sure|finish what i started|know how(?= ?(?:$|[.!;]))|"
        rf"then me(?= ?(?:$|[.!]))|it's (?:all )?done on {_DAY}|{_DAY} it(?:'s| is) (?:done|over)",
        r"(?:found|found me|see|took) (?:a|the|my) way out|one way(?= ?(?:$|[.!;,]))|(?:only )?goes one way|"
        r"(?:no|without) return|want out of (?:this|the) (?:world|life)|out of this world|"
        r"where (?:she|he|mum|mom|dad|nan|gran) is now|with (?:mum|mom|dad|him|her) soon|when i'm not here|"
        r"what i'm going to do(?= ?(?:$|[.!]))|(?:be|be my|was my|my) last(?= ?(?:$|[.!]))|left of me|without a coat|"
        r"not (?:be|get) found|nothing left to do but",
        r"and i mean|looked up how|(?:is|it's) my turn(?= ?(?:$|[.!]))|easier for (?:mum|mom|dad|them|everyone)|"
        r"the last hope|(?:or|and) (?:after it|anywhere)|(?:day|night) anywhere|of any day|looks soft|"
        r"all of it(?= ?(?:$|[.!]))|made of me",
        r"ohne ruckkehr|ohne rueckkehr|sin (?:vuelta|retorno|regreso)|sans retour|grand voyage|"
        r"sem (?:volta|regresso|retorno)|hoy lo hago|(?:heute|morgen|freitag) mache? ich es|"
        r"je le fais (?:ce soir|demain|vendredi)|(?:hoje|amanha|sexta) (?:eu )?faco",
    ),
)
"""What is settled, and where it leads."""

WITHIN: Final = Belied(
    _OWN,
    either(
        r"(?<!stuck )in my (?:own )?head|inside (?:of )?(?:me|my head|my chest)|my head is|"
        r"my own (?:head|thoughts|mind)|my thoughts|my head,|(?:in|about) (?:this|my own) (?:body|skin)|"
        r"this (?:body|me)(?= ?(?:$|[.,!]))|(?:or|and|nor) (?:of|in|with|for) me(?= ?(?:$|[.!,]))|"
        r"so am i(?= ?(?:$|[.!,]))|i want to end(?= ?(?:$|[.!,]))|(?:or|and) (?:in |of |with |to )?(?:breath\w{0,3}|"
        r"living)|(?:useless|hopeless|bad) as (?:a|an)|(?:and|or) on this planet|in this house(?= ?(?:$|[.!,]))|"
        r"bad at school",
        r"(?:in )?meinem kopf|in mir|(?:de|en) mi cabeza|dentro de mi|(?:dans|de) ma tete|en moi|(?:n|d)a minha cabeca|"
        r"dentro de mim|(?:seguir|continuar) (?:respirando|a respirar)|(?:continuer|de) a? ?respirer|weiter ?atmen",
    ),
)
"""A noise in one's own head, and a future that oneself lacks."""

AT_HAND: Final = Belied(
    _OWN,
    either(
        r"razor(?! blades? for)|noose|insulin|antifreeze|petrol|veins?|sleeping (?:stuff|pills|tablets)|"
        r"(?:pills|tablets) (?:are|were) counted|enough (?:pills|tablets|insulin)|counted (?:out )?(?:the|my) (?:pills|"
        r"tablets)|morphine",
        r"(?:locked|lock) (?:the|my) (?:bathroom )?door|(?:bathroom |bedroom )?door(?:'s| is)? locked|"
        r"locked (?:my ?self )?in|door unlocked|paramedics (?:can|to|will|get)|for the paramedics|"
        r"(?:on|at|off) the (?:roof|cliffs?|ledge|edge)|(?:to|near|by) the (?:cliffs?|ledge)|beachy head|"
        r"on the (?:kitchen |bathroom |bedroom )?floor|gas is on|(?:the )?(?:train |railway )?tracks|"
        r"in front of (?:a|the|that) (?:\w{3,8} )?(?:train|express|lorry|truck|tube|tram)|step(?:ping)? in front|"
        r"standing (?:at|by) the (?:open )?window|(?:the )?window opens|at the river now|"
        r"parking (?:garage|deck|structure)|klippen|auf dem dach|am fenster|las vias|en la azotea|sur le toit|"
        r"les rails|no telhado|os trilhos",
        r"(?:the|my|a|left the|left a) letters? (?:is|are|for (?:you|mum|mom|dad)) ?(?:on|in|under|by|written|ready|"
        r"done)?|(?:wrote|written) to (?:my )?(?:mum|mom|dad|sister|brother|mother|father|wife|husband)|"
        r"my (?:password|pin|passcode) is|the code is|lie on the bed|lay (?:down )?on (?:the|my) bed|lying in bed|"
        r"phone off",
    ),
)
"""What stands ready, and where somebody stands."""

ASKED_TO: Final = Belied(
    ("intent.tonight", "goodbye.after_me", "goodbye.after_tonight", "behaviour.gave_away"),
    r"(?:please|pls|someone|somebody) (?:feed|take|look|water|tell|keep|find|remember|don't)",
)
"""What is asked of others; not of an absence alone, which a wedding may explain."""

LEFT_BEHIND: Final = Belied(
    ("intent.", "goodbye.after_me", "goodbye.after_tonight", "passive.gone_tomorrow", "behaviour.gave_away"),
    either(
        r"(?<!to )(?<!please )(?:feed|walk|keep) (?:my|the) (?:dog|cat|hamster|rabbit|fish)|"
        r"take (?:my|the) (?:dog|cat)|(?:dog|cat|kids|baby|children) (?:is|are) (?:at|with) (?:my|her|his)|"
        r"parked (?:at|by|near)|in the (?:top )?drawer|thank you for (?:being|every)|i've made sure|any longer|"
        r"enough(?= ?(?:$|[.!]))|nobody called|not starting another|quietly|fed the (?:cat|dog)|bye(?= ?(?:$|[.!]))|"
        r"(?:meet|see) (?:my |him |her )?(?:\w{3,8} )?again|(?:needs|find) (?:a|her a|him a) (?:new|good|loving) home|"
        r"all be sorry|be sorry(?= ?(?:$|[.!]))|locker|friedhof|hinter der kirche|cemetery|graveyard|can't make it|"
        r"before the (?:exam )?results|they can keep|with the drink|where (?:i'm|i am) (?:going|headed)|churchyard|"
        r"(?:is|are) yours(?= ?(?:$|[.,!]))|(?:he|she)(?:'s| has) waited|cancelled everything|pretended",
    ),
)
"""Who is asked to feed the dog is left alone with it."""

LOST: Final = Belied(
    ("passive.", "ideation."),
    either(
        r"(?:took|taking|take) (?:the house|our house|my (?:kids|children|daughter|son)|them from me)|"
        r"(?:she|he|they) took (?:them|the kids)|failed (?:my|all|the)|went wrong|another round|"
        r"hop(?:e|ing) (?:that )?i (?:don't|won't|never)|everyone i|lost everyone|crying|cried|seen too much|envy them|"
        r"can't stop thinking|only place|(?:and )?(?:so )?i'm done(?= ?(?:$|[.!]))|or at all|never wanted|lonel\w{1,4}|"
        r"i could (?:shake|hit|hurt)|gets (?:it|me)(?= ?(?:$|[.!]))|custody|bailiffs|verhauen|durchgefallen|suspendi|"
        r"j'ai rate|reprovei|chumbei",
    ),
)
"""What was lost, and who hopes not to wake."""

RELEASED: Final = Belied(
    ("ideation.", "passive."),
    either(
        r"(?:because|since|now that|cause|cuz) i(?:'ve| have)? (?:\w{4,7} )?(?:made|set|decided|know|found|picked|"
        r"chose)|set the date|weil ich (?:mich )?(?:entschieden|weiss)|seit (?:ich|der entscheidung)|"
        r"porque (?:ya )?(?:he )?decid\w{1,3}|parce que j'ai (?:decide|choisi)|porque (?:ja )?decidi|entschieden|"
        r"mi decision",
    ),
)
"""Thoughts that are gone because it is decided."""

KEPT: Final = Belied(
    ("means.", "plan."),
    either(
        r"(?:nobody|no ?one|never) (?:\w{3,5} )?(?:counts?|checks?|notices?|will (?:notice|miss))|"
        r"know (?:exactly )?how (?:many|much)|(?:have|got) (?:the amount|enough|plenty)|gave me plenty|"
        r"for (?:weeks|months)|weiss[, ]{1,2}wie viele|se cuantas|sais combien|sei quant[oa]s|"
        r"as far as (?:they|she|he) knows?|what i tell|know why|regret|altar|i'll be gone|before (?:her|his) yes",
    ),
)
"""Whoever works where pills are counted knows how many it takes."""

WOUNDS: Final = Belied(
    ("self_injury.",),
    either(
        r"(?:i )?tell (?:mum|mom|everyone|people|them|her|him|my)|no ?one asks|nobody asks|can't feel|numb|quiet|calm|"
        r"wrists?|last letter|every time|(?:second|third|fourth) time|nobody (?:buys|believes)|"
        r"to stop (?:thinking|feeling)|sage ich|erzahle ich|le digo|digo a|je dis|digo que|"
        r"until i (?:pass|bleed|faint)",
    ),
)
"""What is told to a mother about a cut."""

OTHERS_HARMED: Final = Belied(
    ("harm_to_others.",),
    either(
        r"(?:kill|murder|shoot) (?:them|you|us) all|them all because|(?:monday|tomorrow|today),? at school|petrol|"
        r"driving to (?:her|his|their)|took the (?:kids|children)|leave me|with the children|scissors|in the dark|"
        r"waiting (?:for|in|outside)|outside (?:his|her|their)",
    ),
)
"""Whoever waits in the dark is in no jest."""

BLOWS: Final = Belied(
    ("abuse.",),
    either(
        r"(?:with|mit|con|avec|com) (?:a|his|her|dem|seinem|einem|el|su|un|sa|la|une|o|seu) (?:stick|belt|strap|cane|"
        r"bat|gurtel|guertel|stock|cinturon|palo|ceinture|baton|cinto|vara)|nobody (?:will|would) believe|"
        r"(?:nobody|no ?one) (?:looks|sees|watches|is looking)|locks (?:us|me|the)|split|in the car|in front of|"
        r"devant tout|and i (?:win|won|make|made|miss|beat)|when i (?:win|won|miss)|boys will be boys|"
        r"(?:again )?at night on",
        r"pretend\w{0,3}|freez\w{1,3}|froze|strok\w{1,3}|our (?:game|secret|thing)|pyjamas|pajamas|too long|breathing|"
        r"stands there|stares?|watches me|bed at night (?:to|and) play|kissing my|outside my room",
    ),
)
"""A coach with a belt, and a child that pretends to sleep."""

SWALLOWED: Final = Belied(
    ("overdose_under_way.",),
    either(
        r"wine|feel(?:ing)? (?:cold|hot|heavy|tired|strange)|can't (?:stand|walk|see|move|feel)|cabinet|bathroom|"
        r"in (?:my )?bed|i'm sorry|sorry (?:about|for|mum|mom|dad)|doing it|rat poison|(?:toilet|oven|drain) cleaner|"
        r"(?:picking|picked) up|on hold|busy|(?:he|she|it)(?:'s| is) (?:just |so |very )?quiet|grey|pale|swell\w{0,3}|"
        r"swollen|bye(?= ?(?:$|[.!]))",
    ),
)
"""How it feels, and a doctor who does not answer."""

BELIED: Final = (
    DECIDED,
    WITHIN,
    AT_HAND,
    ASKED_TO,
    LEFT_BEHIND,
    LOST,
    RELEASED,
    KEPT,
    WOUNDS,
    OTHERS_HARMED,
    BLOWS,
    SWALLOWED,
)
