"""What somebody wants to be over, cannot live with or cannot bear: a migraine, mould, a queue, in five languages."""

from __future__ import annotations

from typing import Final

from segue.safety.rows.explained_by import ExplainedBy
from segue.safety.rules import either

_GRAVE = (
    r"(?:(?:to|i|i'll|will|gonna|wanna|can|could|just|should|might|may|rather) die|die(?= ?(?:$|[.!?,]))|dying|dead|"
    r"death|kill(?:ed|ing)? my ?self|suicid\w{0,4}|end (?:it all|my life|everything)|my life|pills|tablets|rope|bridge|"
    r"knife|forever|for good|al(?:one|ive)|hopeless|worthless|nobody|no ?one|hits? me|beats? me|"
    r"hurt(?:s|ing)? (?:me|my ?self)|rape\w{0,1}|abus\w{1,4}|afraid|scared of him|existing|exist|chronic|for years|"
    r"years of|morir\w{0,2}|muert[eoa]|matar\w{0,2}|mourir|mort|tuer|en finir|sterb\w{0,3}|tot|umbring\w{0,3}|morrer|"
    r"in bed|can't face|voices|screams?|shouts|shouting|yell\w{0,3}|breaks|threat\w{2,4}|him|doctor|oncolog\w{2,4}|"
    r"judge|me mat\w{1,3}|me pega|me frappe|schlagt|me bate|mi vida|ma vie|mein leben|minha vida|nadie|personne|"
    r"niemand|ninguem|sol[oa]|seule?|allein|sozinh[oa])"
)
_ILL_EN = (
    r"(?:migraines?|headaches?|labou?r(?: ward)?|contractions|epidural|pregnan(?:t|cy)|weeks? (?:pregnant|overdue)|"
    r"due date|tooth ?ache|dentist|drill(?:ing|s)?|root canal|wisdom (?:tooth|teeth)|kidney stones?|flu|covid|"
    r"(?:this|stinking|bad|nasty|heavy|rotten) cold|head cold|food poisoning|stomach bug|norovirus|hangover|hung ?over|"
    r"period pains?|cramps|sunburn|itch(?:ing|y)?|colonoscopy|mri|chemo|shingles|exams?|finals|interview|court case|"
    r"lawsuit|election|renovations?|building works?|house move|moving (?:house|home|flat)|meeting|lecture|flight|"
    r"heat ?wave|marathon|semester|thesis|deadline|night shift|wedding planning|dress rehearsal|film|movie|match|game)"
)
OVER: Final = ExplainedBy(
    ("passive.want_it_over", "ideation.suicide"),
    beside=either(
        rf"(?:{_ILL_EN})\b[^.!?;]{{0,60}}\b(?:want|wish|need|waiting for) (?:it|this|everything|"
        r"all of (?:it|this)) (?:all |just )?to (?:be over|stop|end)|(?:want|wish|need|waiting for) (?:it|this|"
        rf"all of (?:it|this))(?: all)?(?: just)? to (?:be over|stop|end)\b[^.!?;]{{0,40}}\b(?:{_ILL_EN})",
        r"(?:migrane|kopfweh|kopfschmerzen|wehen|zahnarzt\w{0,2}|zahnschmerzen|grippe|kater|prufung\w{0,2}|"
        r"pruefung\w{0,2}|klausur\w{0,3}|schwanger\w{0,2}|umzug|renovierung|nierensteine?|"
        r"migraene)\b[^.!?;]{0,60}\b(?:es|das|alles) (?:einfach |endlich |bald )?(?:vorbei ist|aufhort|aufhoert|endet)",
        r"(?:migrana|contracciones|de parto|dentista|dolor de (?:cabeza|muelas)|resaca|gripe|examen(?:es)?|embarazada|"
        r"mudanza|obras|colico)\b[^.!?;]{0,60}\bque (?:se|esto|ya|todo|pare|acabe|termine)(?: (?:se|acabe|pare|termine|"
        r"ya)){0,3}",
        r"(?:migraine|contractions|accouch\w{2,6}|dentiste|mal de (?:tete|dents)|rage de dents|gueule de bois|grippe|"
        r"examens?|partiels|enceinte|demenagement|travaux|calculs)\b[^.!?;]{0,60}\bque (?:ca|tout|cela) (?:s'arrete|"
        r"se termine|finisse|soit fini|passe)",
        r"(?:enxaqueca|contracoes|parto|dentista|dor de (?:cabeca|dente)|ressaca|gripe|provas?|exames?|gravida|mudanca|"
        r"obras?|colica)\b[^.!?;]{0,60}\bque (?:isso |tudo |isto )?(?:acabe|pare|passe|termine)(?: logo)?",
    ),
    needs="igrane igraene igraine headache labo contractions epidural pregnan overdue due_date due tooth dentist drill "
    "canal wisdom kidney flu covid cold food stomach norovirus hang hung period cramps sunburn itch colonoscopy mri "
    "chemo shingles exam final interview court lawsuit election renovation building house moving meeting lecture "
    "flight heat winter monday season marathon semester thesis deadline shift wedding rehearsal film movie match game "
    "kopf wehen zahn grippe kater prufung pruefung klausur schwanger umzug renovierung nieren migrana contracc parto "
    "dolor resaca gripe embarazada mudanza obra colic accouch dents tete gueule partiels enceinte demenag travaux "
    "calculs enxaqueca contraco dor_de dor ressaca prova gravida mudanca weeks week",
    unless=rf"\b(?:{_GRAVE}|every day|all the time|everything to|tonight|bath ?tub|it all to end|"
    r"all of (?:it|this) to end|failed|took (?:my|the|our)|jeden tag|todos los dias|tous les jours|todos os dias)\b",
)
"""A migraine, labour, an exam: who wants that to be over wants to live on without it."""

QUEUES: Final = ExplainedBy(
    ("passive.death_on_mind",),
    behind=r"(?<=will to live)(?:,? (?:(?:just |slowly |already |completely |currently |here ){0,2}(?:in|during|on|"
    r"with|trying to|waiting|watching|reading|listening|filling|queu\w{2,4}|standing|sitting|halfway|after|at|over|"
    r"because of|thanks to|while|when|somewhere|around|about))(?: [\w'&\-]{1,12}){0,6}? (?:queues?|line|lines|hold|"
    r"meetings?|traffic|jam|spreadsheets?|excel|printers?|wi ?fi|software|updates?|wardrobes?|flat ?pack|furniture|"
    r"ikea|lectures?|class|lesson|films?|movie|series|episode|seasons?|match|game|innings|forms?|paperwork|tax|"
    r"returns?|emails?|phone|call ?cent(?:re|er)|helpline music|muzak|bank|airport|security|dmv|hmrc|council|"
    r"supermarket|checkout|self checkout|argos|m25|motorway|commute|train|bus|delays?|speech(?:es)?|powerpoint|slides?|"
    r"presentation|training|webinar|zoom|teams|karaoke|recorder|bagpipes|homework|maths?|algebra|revision|school run|"
    r"nativity|soft play|wedding planning|shopping|changing rooms?|jeans|grouting|wallpaper(?:ing)?|sudoku|crossword|"
    r"level|patch|lobby|briefing|inspection|self ?-?checkout|slide))\b|(?<=will to live)[,:;\-]{1,2} ?(?:this|the|that|"
    r"these) (?:\w{3,10} )?(?:queue|line|meeting|traffic|spreadsheet|printer|wi ?fi|software|update|wardrobe|lecture|"
    r"film|movie|form|tax return|train|bus|website|hold music|presentation|webinar|commute|homework|wallpaper)\b",
    beside=r"(?:queue|spreadsheet|printer|wi ?fi|software|wardrobe|flat ?pack|lecture|training video|webinar|"
    r"tax return|powerpoint|presentation|call ?cent(?:re|er)|hold music|commute|traffic jam)s?\b[^.!?;]{0,30}\b(?:lost|"
    r"losing|lose) the will to live",
    needs="queue spreadsheet printer wifi wi_fi wi software wardrobe flat lecture training webinar tax_return tax "
    "powerpoint presentation call hold commute traffic",
    unless=rf"\b(?:{_GRAVE}|food bank|died|passed away|left me|divorce|funeral|diagnos\w{{2,4}}|hospital|"
    r"depress\w{2,4}|took (?:the|my|our)|taking (?:the|my|our)|tracks|lost my|my (?:kids|daughter|son))\b",
)
"""Who loses the will to live in a queue."""

_HOME_EN = (
    r"(?:mou?ld(?:y)?|damp|mice|mouse|rats?|cockroaches|roaches|bed ?bugs|fleas|moths|ants|leak(?:s|ing|y)?|ceiling|"
    r"roof|boiler|heating|hot water|no (?:water|power|electricity|kitchen|internet)|kitchen|bathroom|toilet|sink|"
    r"dishes|mess|clutter|boxes|builders|building site|scaffolding|renovations?|dust|landlord|"
    r"neighbou?rs? (?:part(?:y|ies)|play|drill|bark|shout|scream|smok)\w{0,4}|(?:loud|noisy) (?:music|neighbou?rs?)|"
    r"noise|drilling|wi ?fi|flat ?mates?|room ?mates?|sofa bed|air mattress|suitcases?|commute|traffic|smell|stinks?|"
    r"drains?|radiators?|draughts?|wallpaper|carpet|laundry|no space|cats|lift|elevator|one bathroom|trombone|trumpet|"
    r"practi[sc]es)"
)
MOULD: Final = ExplainedBy(
    ("ideation.dont_want_to_live", "ideation.unnamed", "ideation.want_to_die", "ideation.life_unwanted", "ideation."),
    behind=either(
        rf"(?:(?<=like this)| like (?:this|that))(?: any ?more| any longer)?[^.!?;]{{1,60}}\b{_HOME_EN}\b",
        r"(?:(?<=asi)| asi|(?=, sin (?:calefaccion|agua|luz|internet)))(?: mas)?[^.!?;]{1,50}\b(?:moho|humedad(?:es)?|"
        r"raton(?:es)?|ratas?|cucarachas|chinches|goteras?|obras?|polvo|vecin[oa]s|calefaccion|agua caliente|luz|"
        r"desorden|platos|cajas|casero|ruido|internet|caldera)\b",
        r"(?:(?<=comme ca)| comme ca)[^.!?;]{1,50}\b(?:moisissures?|humidite|souris|rats?|cafards|punaises|fuites?|"
        r"travaux|poussiere|voisins?|chauffage|eau chaude|electricite|bazar|vaisselle|cartons|proprietaire|bruit|"
        r"internet|chaudiere)\b",
        r"(?:(?<=so)|(?<=so nicht leben)|(?<=so nicht mehr leben)| so)(?: nicht)?(?: mehr)?(?: leben|"
        r" wohnen)?[^.!?;]{1,50}\b(?:schimmel|mause|maeuse|ratten|kakerlaken|wanzen|baustelle|staub|nachbarn|heizung|"
        r"warmes wasser|strom|chaos|geschirr|kartons|vermieter|larm|laerm|internet)\b",
        r"(?:(?<=assim)| assim)(?: mais)?[^.!?;]{1,50}\b(?:mofo|bolor|humidade|umidade|ratos?|baratas|percevejos|"
        r"goteiras?|infiltrac\w{2,4}|obras?|poeira|vizinh[oa]s|aquecimento|agua quente|luz|bagunca|louca|caixas|"
        r"senhorio|barulho|internet)\b",
    ),
    unless=rf"\b(?:{_GRAVE}|(?:on|up on|to|off) the roof|on the (?:\w{{4,9}} )?floor|door|locked|razor)\b",
)
"""Who does not want to live like this has mould in the flat."""
