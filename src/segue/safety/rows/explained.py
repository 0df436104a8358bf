"""What explains a match as harmless: a pharmacy, a thorn, a suitcase, a goalkeeper, and where the others stand."""

from __future__ import annotations

from typing import Final

from segue.safety.rows.explained_absence import ABSENT, LAST_DAY
from segue.safety.rows.explained_asides import (
    CHEESE_OR_A_HILL,
    DULL_PARTY,
    FOR_A_STORY,
    MOVED_ON,
    NOT_MY_GAME,
    NUISANCE,
    OUT_OF_TOWN,
    PENALTIES,
    PLAYED,
    SPLINTER,
    TOASTER,
    UNDERTAKER,
)
from segue.safety.rows.explained_blows import BEDTIME, BOUT, LITTLE_ONES
from segue.safety.rows.explained_bodies import MOULD, OVER, QUEUES
from segue.safety.rows.explained_by import ExplainedBy
from segue.safety.rows.explained_evenings import AFTER_TODAY, TONIGHT
from segue.safety.rows.explained_figures import BORED, DEBTS, HARMLESS_SIP, NOT_THERE
from segue.safety.rows.explained_jests import SLACK, TRIFLES
from segue.safety.rows.explained_places import EMBARRASSED, LONG_SLEEP, NO_FUTURE_THERE, NOT_IN_GOAL
from segue.safety.rows.explained_things import AT_THE_GYM, CLUMSY, HOMEWORK, IN_ORDER, MOVED, TAKEN, TRUSTED_WITH
from segue.safety.rows.explained_words import (
    BROKEN_THING,
    ENDED_WITH,
    FOR_TONIGHT,
    LETTER_TO_A_THING,
    ON_A_LIST,
    QUOTED,
    TRAINING,
)
from segue.safety.rules import either

_BOXES_EN = r"(?:pharmac(?:y|ist|ies)|chemist'?s?|pharmacist's)"
PILLS_KEPT: Final = ExplainedBy(
    ("means.", "plan."),
    behind=r"(?: \w{1,10}){0,3}? from (?:the|my|our) (?:dogs?|cats?|puppy|kids?|children|toddlers?)\b",
    needs="pharm charity back collection disposal _aid bank shelter refug pacient clinic home residents patients "
    "shipment donat chemist dispose hand return hospital hospice nurse apothek hilfs spend flucht fluecht altersheim "
    "pflegeheim bewohner patient station entsorg sammelstelle zuruckgeben zurueckgeben farmac donar sigre recicl _ong "
    "residencia donner association cyclamed doar doacao descarte _lar geb bring",
    beside=either(
        rf"for (?:(?:the|our|my|a|an|this|local|old|church|mum's|mom's|grandma's) ){{0,3}}(?:\w{{3,12}} )?{_BOXES_EN}|"
        rf"to (?:return|hand|take|bring|give|drop|donate|send)(?: [\w']{{1,10}}){{0,4}} {_BOXES_EN}|"
        r"to (?:donate|be donated|dispose of|hand (?:them )?in|return them)|"
        r"for (?:(?:the|a|our|an|church|my) ){0,2}(?:\w{3,12} )?(?:charity|take ?back\w{0,4}|collection point|disposal|"
        r"aid (?:\w{3,12})|food bank|shelter|refugees|clinic|nursing home|care home|residents|patients|shipment|"
        r"donation)|(?:work|working|job|shift|intern\w{0,4}) (?:as a |in|"
        rf"at) ?(?:(?:a|an|the|our) )?(?:\w{{3,10}} )?(?:{_BOXES_EN}|nursing home|hospital|care home|hospice|nurse)",
        r"(?:fur|fuer) (?:(?:die|den|das|unsere|ein|eine) )?(?:\w{3,12} )?(?:(?:\w{3,10})?apotheke|hilfs\w{4,12}|"
        r"spende\w{0,5}|fluechtlinge|fluchtlinge|altersheim|pflegeheim|bewohner\w{0,3}|patienten|station|entsorgung|"
        r"sammelstelle)|(?:zur|in (?:der|die|einer)) (?:\w{3,10} )?apotheke (?:\w{2,9} )?(?:ab|zuruck|bring\w{1,3}|"
        r"geb\w{1,3}|abzugeben|abgeb\w{1,2}|zuruckzugeben|zurueckzugeben|zuruckgeb\w{1,3}|zurueckgeb\w{1,3}|"
        r"arbeit\w{0,2}|job\w{0,3})|bring\w{0,3} (?:\w{1,5} )?(?:\w{2,9} )?(?:zur|in die) apotheke|"
        r"arbeit\w{0,2} (?:\w{2,9} )?(?:in|bei) (?:der|einer) apotheke|zum (?:entsorgen|spenden|zuruckgeben|"
        r"zurueckgeben)|(?:gebe?|bringe?) (?:sie|die|es|alles|das) (?:\w{2,9} ){0,2}(?:ab|zuruck|zurueck|weg)",
        r"(?:para (?:llevar(?:l[oa]s)?|devolver(?:l[oa]s)?|entregar(?:l[oa]s)?|dar(?:l[oa]s)?)(?: \w{1,9}){0,3} (?:la |"
        r"una )?farmacia|para (?:la|una|nuestra) farmacia|para (?:donar\w{0,3}|el punto sigre|el reciclaje|"
        r"reciclar\w{0,3}|una ong|la ong|los refugiados|la residencia|los pacientes)|"
        r"trabajo en (?:una|la) (?:farmacia|residencia))",
        r"(?:pour (?:les )?(?:rendre|rapporter|ramener|apporter|remettre|deposer|"
        r"donner)(?: [\w']{1,9}){0,3} (?:pharmacie)|pour (?:la|une|ma|notre) pharmacie|pour (?:les )?donner|"
        r"pour (?:une|l') ?(?:ong|association)|pour cyclamed|pour les (?:refugies|patients|residents)|"
        r"(?:preparat\w{2,5}|travaille|bosse) en pharmacie|travaille (?:dans|a) (?:une|la) pharmacie)",
        r"(?:(?:para|pra) (?:devolver|entregar|levar|dar|deixar)(?: \w{1,9}){0,3} (?:n?a |a |uma |numa )?farmacia|"
        r"(?:para|pra) (?:a|uma|nossa) farmacia|(?:para|pra) (?:doar|doacao|descarte|reciclar|uma ong|o lar|"
        r"os (?:refugiados|pacientes))|trabalho (?:numa|na|em uma) farmacia)",
    ),
    unless=r"\b(?:(?:to|i|will|gonna|wanna|can) die|die(?= ?(?:$|[.!?,]))|dying|dead|death|kill\w{0,4}|suicid\w{0,4}|"
    r"overdos\w{1,4}|end it|tonight|enough to|swallow\w{0,3}|take (?:them )?all|all at once|goodbye|secret\w{0,2}|"
    r"hid(?:e|ing|den)|steal\w{0,3}|stole|pretend\w{0,3}|sterb\w{0,3}|tot|umbring\w{0,3}|heimlich|"
    r"heute (?:nacht|abend)|schluck\w{0,3}|gestohlen|geklaut|morir\w{0,2}|matar\w{0,2}|escond\w{1,5}|esta noche|"
    r"rob(?:o|e|ado|ando)|mourir|tuer|ce soir|en cachette|cach(?:e|er)|vol(?:e|er|es)|finir|morrer|me mat\w{1,4}|"
    r"hoje a noite|roub\w{2,5}|acabar com)\b",
)
"""Pills that go back to a pharmacy or to somebody who needs them, and those of somebody who works with them."""

SCRATCHED: Final = ExplainedBy(
    ("self_injury.",),
    behind=either(
        r"(?: \w{1,10}){0,4}? (?:on|from) (?:a|an|the|some|our|my|that) (?:\w{3,10} )?(?:rose ?bush|rose|thorns?|"
        r"brambles?|hedge|fence|barbed wire|paper|envelope|cardboard|tin|can lid|nail(?! scissors)|rock|coral|shell|"
        r"door|drawer|table|gate|bush|cactus|oven|hob|stove|iron|kettle|baking tray|exhaust)\b",
        r"(?: \w{1,10}){0,2}? (?:while|when|whilst) (?:i was )?(?:slicing|chopping|peeling|cooking|shaving|gardening|"
        r"opening|washing|doing the dishes|carving|grating|baking|pruning|trimming|repairing|fixing|drilling|"
        r"cutting (?:the |up |some )?(?:bread|onions?|vegetables|carrots|cheese|meat|wood|hedge|grass|paper|"
        r"cardboard))\b",
        r"(?: \w{1,10}){0,3}? (?:beim (?:rasieren|kochen|schneiden|schalen|schaelen|gartnern|gaertnern|abwaschen|"
        r"backen|basteln|hecke\w{0,9}|brot\w{0,9}|gemuse\w{0,9})|an (?:der|einer|den|einem|dem) (?:\w{3,10})?(?:dose|"
        r"rose|dornen?|hecke|zaun|papier|ofen|herd))\b",
        r"(?: \w{1,10}){0,3}? (?:afeitandome|al afeitarme|cocinando|pelando|picando|cortando (?:pan|cebolla|verdura)|"
        r"con (?:un papel|una espina|la lata|una zarza|el horno))\b",
        r"(?: \w{1,10}){0,3}? (?:en (?:me rasant|cuisinant|epluchant|jardinant|bricolant|ouvrant|"
        r"coupant (?:du|les|des|le pain))|avec (?:une feuille|une epine|une boite))\b",
        r"(?: \w{1,10}){0,3}? (?:a fazer a barba|fazendo a barba|cozinhando|a cozinhar|descascando|picando|a picar|"
        r"cortando (?:pao|cebola)|com (?:papel|um espinho|a lata))\b",
    ),
    unless=r"\b(?:on purpose|purposely|deliberate\w{0,2}|intentional\w{0,2}|again|want\w{0,3}|felt (?:good|better)|"
    r"relie\w{1,3}|release|need(?:ed|s)? (?:to|it)|deserve\w{0,2}|secret\w{0,2}|hide|hid|every (?:day|night)|"
    r"absicht\w{0,4}|wieder|erleichter\w{1,4}|verdien\w{1,2}|a proposito|otra vez|alivi\w{1,2}|merezco|expres|encore|"
    r"soulag\w{1,5}|merite|de proposito|de novo|mereco|pretend\w{0,3}|lie[ds]?|say\w{0,3}|told)\b",
)
"""Thorns, tins and kitchen knives."""

_BUT: Final = (
    r"\b(?:(?:to|i|will|gonna|wanna|can) die|die(?= ?(?:$|[.!?,]))|dying|kill\w{0,4}|suicid\w{0,4}|end it|pills|"
    r"forever|never|for good|life\b(?! in)|alive|nobody|pain|hurt\w{0,3}|hopeless|worthless|anyway|muerte|morir\w{0,2}|"
    r"mourir|morrer|sterb\w{0,3})\b"
)
"""Words of danger beside which none of the next four explains anything."""

TIRED_OF_A_PLACE: Final = ExplainedBy(
    ("ideation.dont_want_to_live", "passive.death_on_mind", "ideation.unnamed"),
    behind=either(
        r" (?:out of (?:a|my|the) (?:suitcase|car|van|boxes|bag|backpack)|in (?:the|this|a|an) (?:\w{3,9} )?(?:city|"
        r"town|village|country ?side|suburbs|big city|dorms?|hostel|basement|apartment block|cold|heat|fog|"
        r"middle of nowhere)|with (?:(?:my|three|two|four|these|messy|noisy|so many) ){0,2}(?:room ?mates?|"
        r"flat ?mates?|house ?mates?|mice|cockroaches)|on (?:noodles|takeaways?|takeout|campus|a boat|the road|"
        r"a building site|ramen)|pay ?check to pay ?check)(?= ?(?:$|[.!?;,])| (?:and|so|because|since|thinking|for|"
        r"where|with|after|,))",
    ),
    unless=_BUT,
)
"""What somebody is tired of living in, on or with: a suitcase, noodles, flatmates."""

POINTLESS: Final = ExplainedBy(
    ("passive.no_point", "passive.no_future", "passive.not_wake_up", "passive.want_it_over", "ideation.unnamed"),
    behind=either(
        r" (?:of|in|with|about) (?:(?:going|carrying|keeping) on with |doing |having |continuing |watching |reading |"
        r"attending |sitting in )?(?:this|the|that|these|those|my|our|a) (?:(?!suicid|treat)\w{3,12} )?(?:meetings?|"
        r"diet|game|show|series|book|course|class|homework|exercise|rule|update|project|discussion|debate|films?|movie|"
        r"subscription|app|argument|email|form|lesson|lecture|level|match|season|paper|assignment|exam|test|quiz|"
        r"software|printer|rehearsal|report)(?= ?(?:$|[.!?;,]))",
        r"(?: anymore| any ?more)?[,:;.\- ]{1,3}(?:with )?(?:all )?(?:this|the|these|that|my neighbou?rs?'?s?|"
        r"my) (?:[\w']{2,12} ){0,2}(?:music|noise|heat(?:wave)?|traffic|printer|wi ?fi|weather|drilling|barking|"
        r"construction|pollen|hay ?fever|humidity|mosquitoes|ads|adverts|spam|commute|snoring|meeting|lecture|"
        r"renovation|diet|flight|lesson|exam (?:week|season)|semester|winter|queue)\b",
        r" (?:con|por) (?:el|la|este|esta|tanto|tanta) (?:ruido|calor|trafico|musica|tos|alergia)\b",
        r" (?:du|avec|a cause du|de) (?:ce |cette )?(?:bruit|chaleur|boucan|bouchons|musique|pollen)\b",
        r" com (?:o|a|este|esse|tanto|esta|tanta) (?:barulho|calor|transito|musica|ruido)\b",
    ),
    unless=_BUT,
)
"""What has no point or cannot be borne: a meeting, the noise."""

VANISH: Final = ExplainedBy(
    ("passive.",),
    behind=either(
        r" (?:in)?to (?:a|an|the|my) (?:(?:good|new|nice|remote|small|desert|tropical|quiet|warm|cabin) ){0,2}(?:book|"
        r"novel|island|beach|mountains|forest|cabin|series|countryside|holiday|spa|library)(?! (?:and|to) (?:never|die|"
        r"not|end))",
        r" (?:in)?to \w{4,12}(?: \w{2,8}){0,2} for (?:a|the|two|three|a whole|the whole) (?:week|weekend|fortnight|"
        r"month|summer|few days)\b",
    ),
    unless=_BUT,
)
"""What somebody wants to vanish into: a book, an island for a week."""

DEAD_TIRED: Final = ExplainedBy(
    ("ideation.wish",),
    behind=r" (?:tired|sure|certain|set on|broke|asleep|serious|lucky|easy)(?! of)\b",
    unless=_BUT,
)
"""Dead is no more than very."""

OTHER_BOXES: Final = ExplainedBy(
    ("overdose_under_way.", "means."),
    behind=r" (?:of )?(?:the |my |our |his |her )?(?:\w{3,10} )?(?:chocolates?|cookies?|biscuits?|donuts?|doughnuts?|"
    r"pastries|books|toys|tissues|cereals?|crackers|sweets|candy|candies|cupcakes|muffins|pizzas?|juice|milk|lemonade|"
    r"smarties|tic ?tacs|mints|legos?|crayons|keksen?|pralinen|schokolade|galletas|bombones|chocolats|gateaux|bolachas|"
    r"biscoitos)\b",
    unless=r"\b(?:pills|tablets|meds|to die|dying|kill\w{0,4}|tabletten|pastillas|cachets|comprimidos|"
    r"and (?:then )?threw|vomit\w{0,3}|purg\w{1,3})\b",
)
"""A box or a bottle of something else."""

NEXT_DOOR: Final = ExplainedBy(
    ("psychosis.",),
    behind=r"(?: [\w']{1,9}){0,2}? (?:through the (?:wall|door|floor|ceiling)|from (?:next door|downstairs|upstairs|"
    r"outside|the (?:street|corridor|kitchen|garden|flat|neighbou?rs?|other room))|next door|"
    r"in the (?:street|corridor|garden|kitchen|next room)|aus der (?:nachbarwohnung|kuche|kueche|wohnung|strasse)|"
    r"(?:aus|in) dem (?:nebenzimmer|garten|flur|treppenhaus)|durch die wand|von (?:nebenan|unten|oben|draussen)|"
    r"en (?:el|la) (?:piso|apartamento|casa|cuarto|calle|pasillo|cocina|patio) (?:de al lado|de abajo|de arriba|"
    r"del? vecin[oa]s?)|en (?:la calle|el pasillo|el patio)|(?:de|dans) (?:l'appartement|la rue|le couloir|la cuisine|"
    r"le jardin|l'escalier)|chez les voisins|a travers le mur|(?:no|na) (?:apartamento|casa|andar|rua|corredor|cozinha|"
    r"quintal)(?: (?:ao lado|de baixo|de cima|do vizinho))?|d[oa]s? vizinh[oa]s?)\b",
    unless=r"\b(?:tell\w{0,3}|told|say\w{0,3}|about me|my head|nobody|no ?one|whisper\w{0,3}|my name|spy\w{0,3}|"
    r"watch\w{0,3}|sagen|befehl\w{0,3}|uber mich|ueber mich|niemand|kopf|namen|flustern|fluestern|dicen|de mi|cabeza|"
    r"nadie|susurr\w{1,3}|disent|de moi|tete|personne|chuchot\w{1,4}|dizem|de mim|ninguem|sussurr\w{1,4}|"
    r"command\w{0,3}|order\w{0,3})\b",
)
"""Voices of neighbours."""

FOR_OTHERS: Final = ExplainedBy(
    ("passive.burden", "passive.unmissed", "passive.wished", "passive.no_future", "passive.not_wake_up"),
    behind=either(
        r" (?:at|as|in|on) (?:(?:a|the) )?(?:goal(?:keeper|ie)?|midfield|defen[cs]e|striker|centre ?back|center ?back|"
        r"captain|bass|drums|vocals|choir|backing vocals|quarterback|team)\b",
        r" (?:comme|como|als) (?:gardien|capitaine|attaquant|goleiro|portero|capitan|capitao|torwart|sturmer|"
        r"zagueiro)\b| (?:de|im|no) (?:portero|tor|gol)\b",
        r" (?:to|on|for) (?:my|the|our|this) (?:walking|running|hiking|cycling|study|project|chess|book|reading|group|"
        r"football|quiz) ?(?:group|club|team|project|class|partner)\b",
        r" (?:until|till|before) (?:(?:about|almost|nearly|around|half past|quarter past) )?(?:\d{1,2}|one|two|three|"
        r"four|five|six|seven|eight|nine|ten|eleven|noon|midday|lunch ?time|lunch|the alarm|my alarm)\b",
        r" (?:so|this|that|too) early\b| early\b| at (?:\d{1,2}|four|five|six|seven)\b",
    ),
    unless=r"\b(?:die|dead|dying|kill\w{0,4}|ever|forever|pills|suicid\w{0,4}|gone)\b",
)
"""Who is better off without a goalkeeper, and when somebody wakes up."""

GIVEN: Final = ExplainedBy(
    ("behaviour.gave_away",),
    behind=r"(?: \w{1,10}){0,3}? (?:because (?:of (?:my|his|her|the|our) (?:allerg\w{1,4}|asthma|landlord|move)|"
    r"i'm (?:allergic|moving|decluttering)|we(?:'re| are)? mov\w{1,3}|(?:they|it) (?:don't|doesn't|didn't) fit)|"
    r"to (?:the |a |our )?(?:charity|goodwill|library|church|oxfam|thrift store|second hand shop|shelter|flea market|"
    r"food bank))\b",
    unless=r"\b(?:won't need|don't need|no longer need|die|dead|dying|gone|kill\w{0,4}|goodbye|anymore|where i'm going|"
    r"suicid\w{0,4})\b",
)
"""Things given away for a reason."""

OTHER_SIDE: Final = ExplainedBy(
    ("goodbye.soft",),
    behind=r" of (?:the|this|my|our) (?:exams?|finals|deadline|weekend|week|street|road|river|border|lockdown|term|"
    r"holidays?|move|renovation|pandemic)\b",
    unless=r"\b(?:die|dead|dying|kill\w{0,4}|forever|sorry|goodbye|love you)\b",
)
"""The other side of an exam."""

CUTTING: Final = ExplainedBy(
    ("self_injury.",),
    behind=r" (?:for (?:the )?(?:summer|season|competition|show|beach|meet|fight)|carbs|calories|sugar|weight|dairy|"
    r"gluten|corners|costs|class(?:es)?)\b",
    unless=r"\b(?:my ?self|wrists?|arms?|thighs?|legs?|blades?|razor|again|blood|skin)\b",
)
"""What else is cut: carbs, classes, weight."""

FOR_ANIMALS: Final = ExplainedBy(
    ("method_seeking.",),
    behind=r" (?:(?:for|to) (?:a |my |our |the |small |big )?(?:dogs?|cats?|puppy|puppies|kittens?|horses?|hamsters?|"
    r"rabbits?|birds?|pets?|fish|plants?|weeds|mice|rats|slugs)|(?:when|while|"
    r"for) cleaning(?: (?:the|my|a) \w{3,10})?)\b",
    unless=r"\b(?:to kill (?:me|my|him|her)|(?:if|when) i (?:eat|take|drink|swallow|mix)|my ?self|for me|human|person|"
    r"suicid\w{0,4}|die)\b",
)
"""What is poison for a dog, and what to keep apart when cleaning."""

LEGAL: Final = ExplainedBy(
    ("psychosis.",),
    behind=r"(?: [\w']{1,10}){0,6}?[,.?!; ]{1,3}(?:(?:is|are) (?:it|that|this|they) (?:even )?(?:legal|allowed)|"
    r"ist das (?:eigentlich |uberhaupt |ueberhaupt )?(?:erlaubt|legal)|(?:eso )?es legal|(?:est ce que )?c'est legal|"
    r"(?:isso )?e legal)\b",
    unless=r"\b(?:thoughts|mind|gedanken|voices|stimmen|pensamientos|pensees|pensamentos|poison\w{0,3}|kill\w{0,3})\b",
)
"""A neighbour's camera, and whether it is allowed."""

CHEESE: Final = ExplainedBy(
    ("harm_to_others.",),
    behind=r" if (?:he|she|they|you|it|someone|somebody) (?:ever |once |even |dares? to )?(?:eats?|drinks?|steals?|"
    r"uses?|borrows?|finish(?:es)?|spoils?|sings?|plays?|sends?|says?) (?:(?:the|my|this|that|one more|another|all|of|"
    r"me) ){0,3}(?:\w{3,10} )?(?:cheese|food|cake|yog(?:h)?urt|ending|song|charger|toothbrush|fries|chocolate|milk|"
    r"coffee|mug|snacks?|leftovers|pizza|cookies?|icecream|ice cream|meme|joke|spoilers?|show|series)\b",
    unless=r"\b(?:knife|gun|really|mean it|serious|tonight|blood|stab\w{0,4}|shoot\w{0,3}|strangl\w{1,3}|"
    r"plan\w{0,4})\b",
)
"""What roommates are killed for in jest."""

KNOTS: Final = ExplainedBy(
    ("method_seeking.",),
    behind=r"(?: knots?)?(?: properly| correctly| safely)? for (?:(?:my|the|a|our|his|her|"
    r"some) )?(?:\w{3,10} )?(?:climbing|sailing|fishing|scouts?|knitting|boat|hammock|swing|macrame|halloween|"
    r"theat(?:er|re)|props?|film|play|knot[- ]tying|arborist)\b",
    unless=r"\b(?:my ?self|die|suicid\w{0,4}|kill\w{0,3}|hang my|end it|\d\d ?(?:kilos?|kg|pounds|lbs)|"
    r"hold (?:me|a person|my weight)|this world)\b",
)
"""Knots of climbers and sailors."""

EXPLAINED: Final = (
    ABSENT,
    LAST_DAY,
    PILLS_KEPT,
    BOUT,
    BEDTIME,
    SCRATCHED,
    TIRED_OF_A_PLACE,
    POINTLESS,
    VANISH,
    DEAD_TIRED,
    OTHER_BOXES,
    NEXT_DOOR,
    FOR_OTHERS,
    GIVEN,
    OTHER_SIDE,
    CUTTING,
    FOR_ANIMALS,
    LEGAL,
    CHEESE,
    LITTLE_ONES,
    KNOTS,
    TAKEN,
    MOVED,
    IN_ORDER,
    HOMEWORK,
    TRUSTED_WITH,
    CLUMSY,
    AT_THE_GYM,
    TONIGHT,
    AFTER_TODAY,
    OVER,
    QUEUES,
    MOULD,
    DEBTS,
    BORED,
    HARMLESS_SIP,
    NOT_THERE,
    NO_FUTURE_THERE,
    LONG_SLEEP,
    NOT_IN_GOAL,
    EMBARRASSED,
    TRIFLES,
    SLACK,
    FOR_TONIGHT,
    LETTER_TO_A_THING,
    ENDED_WITH,
    QUOTED,
    TRAINING,
    ON_A_LIST,
    BROKEN_THING,
    DULL_PARTY,
    NUISANCE,
    PENALTIES,
    NOT_MY_GAME,
    CHEESE_OR_A_HILL,
    TOASTER,
    SPLINTER,
    PLAYED,
    UNDERTAKER,
    MOVED_ON,
    OUT_OF_TOWN,
    FOR_A_STORY,
)
