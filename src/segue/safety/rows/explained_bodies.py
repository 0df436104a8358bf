"""What somebody wants to be over, cannot live with or cannot bear: a migraine, mould, a queue, in five languages."""

from __future__ import annotations

from typing import Final

from segue.safety.rows.explained_by import ExplainedBy
from segue.safety.rules import either

_GRAVE = (
    r"(?:(?:to|i|i'll|will|gonna|wanna|can|could|just|should|might|may|rather) die|die(?= ?(?:$|[.!?,]))|dying|dead|"
    r"death|kill(?:ed|ing)? my ?self|suicid\w{0,4}|end (?:it all|my life|everything)|my life|pills|"
    r"tablets|rope|bridge|knife|forever|for good|al(?:one|ive)|hopeless|worthless|nobody|no ?one|hits? me|beats? me|"
    r"hurt(?:s|ing)? (?:me|my ?self)|rape\w{0,1}|abus\w{1,4}|afraid|scared of him|existing|exist|chronic|for years|"
    r"years of|morir\w{0,2}|muert[eoa]|matar\w{0,2}|mourir|mort|tuer|en finir|sterb\w{0,3}|tot|umbring\w{0,3}|morrer|"
    r"in bed|can't face|voices|screams?|shouts|shouting|yell\w{0,3}|breaks|threat\w{2,4}|him|doctor|oncolog\w{2,4}|"
    r"judge|me mat\w{1,3}|"
    r"me pega|me frappe|schlagt|me bate|mi vida|ma vie|mein leben|minha vida|nadie|personne|niemand|"
    r"ninguem|sol[oa]|seule?|allein|sozinh[oa])"
)
_ILL_EN = (
    r"(?:migraines?|headaches?|labou?r(?: ward)?|contractions|epidural|pregnan(?:t|cy)|weeks? (?:pregnant|overdue)|"
    r"due "
    r"date|tooth ?ache|dentist|drill(?:ing|s)?|root canal|wisdom (?:tooth|teeth)|kidney stones?|flu|covid|(?:this|"
    r"stinking|bad|nasty|heavy|rotten) cold|"
    r"head cold|food poisoning|stomach bug|norovirus|hangover|hung ?over|period pains?|cramps|sunburn|itch(?:ing|y)?|"
    r"colonoscopy|mri|chemo|shingles|exams?|finals|interview|court case|lawsuit|election|renovations?|building "
    r"works?|"
    r"house move|moving (?:house|home|flat)|meeting|lecture|flight|heat ?wave|marathon|semester|"
    r"thesis|deadline|night shift|"
    r"wedding planning|dress rehearsal|film|movie|match|game)"
)
OVER: Final = ExplainedBy(
    ("passive.want_it_over", "ideation.suicide"),
    beside=either(
        rf"(?:{_ILL_EN})\b[^.!?;]{{0,60}}\b(?:want|wish|need|waiting for) (?:it|this|everything|all of (?:it|this)) "
        rf"(?:all |just )?to (?:be over|stop|end)|(?:want|wish|need|waiting for) (?:it|this|all of (?:it|this))(?: "
        rf"all)?"
        rf"(?: just)? to (?:be over|stop|end)\b[^.!?;]{{0,40}}\b(?:{_ILL_EN})",
        r"(?:migrane|kopfweh|kopfschmerzen|wehen|zahnarzt\w{0,2}|zahnschmerzen|grippe|kater|prufung\w{0,2}|"
        r"pruefung\w{0,2}"
        r"|klausur\w{0,3}|schwanger\w{0,2}|umzug|renovierung|nierensteine?|migraene)\b[^.!?;]{0,60}\b(?:es|das|"
        r"alles) "
        r"(?:einfach |endlich |bald )?(?:vorbei ist|aufhort|aufhoert|endet)",
        r"(?:migrana|contracciones|de parto|dentista|dolor de (?:cabeza|muelas)|resaca|gripe|examen(?:es)?|"
        r"embarazada|"
        r"mudanza|obras|colico)\b[^.!?;]{0,60}\bque (?:se|esto|ya|todo|pare|acabe|termine)(?: (?:se|acabe|pare|"
        r"termine|"
        r"ya)){0,3}",
        r"(?:migraine|contractions|accouch\w{2,6}|dentiste|mal de (?:tete|dents)|rage de dents|gueule de bois|grippe|"
        r"examens?|partiels|enceinte|demenagement|travaux|calculs)\b[^.!?;]{0,60}\bque (?:ca|tout|cela) (?:s'arrete|"
        r"se termine|finisse|soit fini|passe)",
        r"(?:enxaqueca|contracoes|parto|dentista|dor de (?:cabeca|dente)|ressaca|gripe|provas?|exames?|gravida|"
        r"mudanca|"
        r"obras?|colica)\b[^.!?;]{0,60}\bque (?:isso |tudo |isto )?(?:acabe|pare|passe|termine)(?: logo)?",
    ),
    needs="igrane igraene igraine headache labo contractions epidural pregnan overdue due_date due tooth dentist "
    "drill "
    "canal wisdom kidney flu covid cold food stomach norovirus hang hung period cramps sunburn itch colonoscopy mri "
    "chemo "
    "shingles exam final interview court lawsuit election renovation building house moving meeting lecture flight "
    "heat "
    "winter monday season marathon semester thesis deadline shift wedding rehearsal film movie match game "
    "kopf wehen zahn grippe kater prufung pruefung klausur schwanger umzug renovierung nieren migrana contracc "
    "parto dolor resaca gripe embarazada mudanza obra colic accouch dents tete gueule partiels enceinte demenag "
    "travaux calculs enxaqueca contraco dor_de dor ressaca prova gravida mudanca weeks week",
    unless=rf"\b(?:{_GRAVE}|every day|all the time|everything to|tonight|bath ?tub|it all to end|all of (?:it|this) "
    rf"to end|failed|"
    rf"took (?:my|the|our)|jeden tag|todos los dias|tous les jours|todos os "
    r"dias)\b",
)
"""A migraine, labour, an exam: who wants that to be over wants to live on without it."""

QUEUES: Final = ExplainedBy(
    ("passive.death_on_mind",),
    behind=r"(?<=will to live)(?:,? (?:(?:just |slowly |already |completely |currently |here ){0,2}(?:in|during|on|"
    r"with|"
    r"trying to|waiting|watching|reading|listening|filling|queu\w{2,4}|standing|sitting|halfway|after|at|over|"
    r"because "
    r"of|thanks to|while|when|somewhere|around|about))(?: [\w'&\-]{1,12}){0,6}? (?:queues?|line|lines|hold|meetings?|"
    r"traffic|jam|spreadsheets?|"
    r"excel|printers?|wi ?fi|software|updates?|wardrobes?|flat ?pack|furniture|ikea|lectures?|class|lesson|films?|"
    r"movie|series|episode|seasons?|match|game|innings|forms?|paperwork|tax|returns?|emails?|phone|call ?cent(?:re|"
    r"er)|"
    r"helpline music|muzak|bank|airport|security|dmv|hmrc|council|supermarket|checkout|self checkout|argos|m25|"
    r"motorway|commute|train|bus|delays?|speech(?:es)?|powerpoint|slides?|presentation|training|webinar|zoom|teams|"
    r"karaoke|recorder|bagpipes|homework|maths?|algebra|revision|school run|nativity|soft play|wedding planning|"
    r"shopping|changing rooms?|jeans|grouting|wallpaper(?:ing)?|sudoku|crossword|level|patch|lobby|briefing|"
    r"inspection|self ?-?checkout|slide))\b|"
    r"(?<=will to live)[,:;\-]{1,2} ?(?:this|the|that|these) (?:\w{3,10} )?(?:queue|line|meeting|traffic|spreadsheet|"
    r"printer|"
    r"wi ?fi|software|update|wardrobe|lecture|film|movie|form|tax return|train|bus|website|hold music|presentation|"
    r"webinar|"
    r"commute|homework|wallpaper)\b",
    beside=r"(?:queue|spreadsheet|printer|wi ?fi|software|wardrobe|flat ?pack|lecture|training video|webinar|tax "
    r"return|"
    r"powerpoint|presentation|call ?cent(?:re|er)|hold music|commute|traffic jam)s?\b[^.!?;]{0,30}\b(?:lost|losing|"
    r"lose) the "
    r"will to live",
    needs="queue spreadsheet printer wifi wi_fi wi software wardrobe flat lecture training webinar tax_return tax "
    "powerpoint "
    "presentation call hold commute traffic",
    unless=rf"\b(?:{_GRAVE}|food bank|died|passed away|left me|divorce|funeral|diagnos\w{{2,4}}|hospital|"
    rf"depress\w{{2,4}}|took (?:the|my|our)|taking (?:the|my|our)|tracks|lost my|my (?:kids|daughter|son))\b",
)
"""Who loses the will to live in a queue."""

_HOME_EN = (
    r"(?:mou?ld(?:y)?|damp|mice|mouse|rats?|cockroaches|roaches|bed ?bugs|fleas|moths|ants|leak(?:s|ing|y)?|ceiling|"
    r"roof|boiler|heating|hot water|no (?:water|power|electricity|kitchen|internet)|kitchen|bathroom|toilet|sink|"
    r"dishes|"
    r"mess|clutter|boxes|builders|building site|scaffolding|renovations?|dust|landlord|neighbou?rs? (?:part(?:y|ies)|"
    r"play|drill|bark|shout|scream|smok)\w{0,4}|(?:loud|noisy) (?:music|neighbou?rs?)|noise|drilling|wi ?fi|flat "
    r"?mates?|"
    r"room ?mates?|sofa bed|air mattress|suitcases?|commute|traffic|smell|stinks?|drains?|radiators?|draughts?|"
    r"wallpaper|carpet|laundry|no space|cats|lift|elevator|one bathroom|trombone|trumpet|practi[sc]es)"
)
MOULD: Final = ExplainedBy(
    ("ideation.dont_want_to_live", "ideation.unnamed", "ideation.want_to_die", "ideation.life_unwanted", "ideation."),
    behind=either(
        rf"(?:(?<=like this)| like (?:this|that))(?: any ?more| any longer)?[^.!?;]{{1,60}}\b{_HOME_EN}\b",
        r"(?:(?<=asi)| asi|(?=, sin (?:calefaccion|agua|luz|internet)))(?: mas)?[^.!?;]{1,50}\b(?:moho|"
        r"humedad(?:es)?|raton(?:es)?|ratas?|cucarachas|chinches|"
        r"goteras?|obras?|polvo|vecin[oa]s|calefaccion|agua caliente|luz|desorden|platos|cajas|casero|ruido|internet|"
        r"caldera)\b",
        r"(?:(?<=comme ca)| comme ca)[^.!?;]{1,50}\b(?:moisissures?|humidite|souris|rats?|cafards|punaises|fuites?|"
        r"travaux|poussiere|voisins?|chauffage|eau chaude|electricite|bazar|vaisselle|cartons|proprietaire|bruit|"
        r"internet|chaudiere)\b",
        r"(?:(?<=so)|(?<=so nicht leben)|(?<=so nicht mehr leben)| so)(?: nicht)?(?: mehr)?(?: leben| "
        r"wohnen)?[^.!?;]{1,50}\b(?:schimmel|mause|maeuse|ratten|"
        r"kakerlaken|"
        r"wanzen|baustelle|staub|nachbarn|heizung|warmes wasser|strom|chaos|geschirr|kartons|vermieter|larm|laerm|"
        r"internet)\b",
        r"(?:(?<=assim)| assim)(?: mais)?[^.!?;]{1,50}\b(?:mofo|bolor|humidade|umidade|ratos?|baratas|percevejos|"
        r"goteiras?|infiltrac\w{2,4}|obras?|poeira|vizinh[oa]s|aquecimento|agua quente|luz|bagunca|louca|caixas|"
        r"senhorio|barulho|internet)\b",
    ),
    unless=rf"\b(?:{_GRAVE}|(?:on|up on|to|off) the roof|on the (?:\w{{4,9}} )?floor|door|locked|razor)\b",
)
"""Who does not want to live like this has mould in the flat."""
