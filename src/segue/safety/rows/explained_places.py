"""What somebody sees no future in, sleeps for, or is the wrong one for: a firm, a weekend, a goal, in five "
"languages."""

from __future__ import annotations

from typing import Final

from segue.safety.rows.explained_by import ExplainedBy
from segue.safety.rules import either

_GRAVE = (
    r"(?:(?:to|i|i'll|will|gonna|wanna|can|could) die|die(?= ?(?:$|[.!?,]))|dying|death|kill(?:ed|ing)? my ?self|"
    r"suicid\w{0,4}|end (?:it|things|everything|my)|pills?|tablets|overdos\w{1,4}|rope|noose|gun|bridge|roof|"
    r"knife|blades?|goodbyes?|farewell|forgive|for good|peace|pain|hurts?|hopeless|worthless|burden|useless|"
    r"nobody (?:would|will|cares|loves)|alone|any ?where|nowhere|at all|alive|everything|any ?more (?:and|of)|"
    r"gone(?<!lag is gone)|no more|never again|tired of|sick of|don't want|letters?|notes?|(?:my|this|of) life|world|"
    r"sterb\w{0,3}|umbring\w{0,3}|tabletten|leben|welt|abschied\w{0,3}|morir\w{0,2}|matar\w{0,2}|pastillas|vida|mundo|"
    r"mourir|tuer|cachets|vie|monde|morrer|remedios)"
)

_WORK = (
    r"(?:company|firm|job|career|industry|business|start ?up|department|team|club|band|choir|league|bank|agency|"
    r"newspaper|restaurant|office|university|uni|college|degree|course|faculty|lab|internship|apprenticeship|role|"
    r"position|profession|army|navy|marketing|teaching|publishing|journalism|retail|academia|politics|relationship|"
    r"marriage|"
    r"engagement|situationship)"
)
_TASK = (
    r"(?:pattern|project|games?|books?|novel|series|show|levels?|puzzle|crossword|essay|diet|recipe|sweater|jumper|"
    r"scarf|sock|blanket|starter|sourdough|app|software|spreadsheet|plan|campaign|quest|argument|meeting|discussion|"
    r"negotiations?|contract|lease|lawsuit|season|match|homework|assignment|thesis|dissertation|report|song|painting|"
    r"model|garden|renovation|experiment|petition|course|subscription|podcast|blog|floor|map|island|dungeon|area|"
    r"zone|chapter|world map|save file|run|server|guild)"
)
_PLACE = r"(?:town|city|village|country|suburb|county|place|flat|house|here)"
_LEAVING = (
    r"(?:(?:so |and |that's why |which is why )?(?:i'm|i am|i've|i|we're|we) (?:already |now |finally |"
    r"just )?(?:mov(?:e|"
    r"ed|ing)|updat\w{1,3}|appl(?:y|ied|ying)|retrain\w{0,3}|transferr\w{0,3}|took (?:the|a) (?:job|flat|offer)|handed "
    r"in|hand in|found (?:a|another) (?:\w{3,9} )?(?:job|flat|house|position|company|firm|town|room|band|club|"
    r"team|school|course|place in)|got (?:a|the) (?:job|offer|flat)|switch\w{0,3}|leaving for|relocat\w{1,3}|"
    r"looking for (?:work|jobs|(?:a|an|another|something) (?:\w{3,9} )?(?:job|flat|house|room|team|band|club|course|"
    r"else|"
    r"closer|new|bigger|town|city))|start(?:ed|ing)? (?:a|at|in)|signed (?:up|a|the|for|with))|except the (?:pub|"
    r"bar|bakery|library|beach|cinema|gym|kebab)|"
    r"the (?:bakery|pub|cinema|library|shop|gym) (?:has |is )?(?:closed|shut|gone))"
)
NO_FUTURE_THERE: Final = ExplainedBy(
    ("passive.no_point", "passive.no_future", "passive.want_it_over", "ideation.unnamed", "ideation.no_reason_to_live"),
    behind=either(
        rf"(?: (?:for (?:me|my ?self|us)|left|left for me|to do|in|at|with|staying|in staying))? ?(?<!live for)"
        rf"(?: left)?(?: to do)? (?:at|in|with|on) (?:this|that|my|our|the) (?:[\w']{{3,12}} )?"
        rf"(?:{_WORK}|{_TASK})(?! (?:of|called) )\b",
        r"(?: for (?:me|my ?self|us))? in (?:teaching|publishing|journalism|retail|academia|politics|marketing|banking|"
        r"acting|hospitality|nursing|the (?:army|navy|police|civil service))\b",
        rf"(?: with)? (?:this|that|my|our|the) (?:[\w']{{3,12}} )?{_TASK}(?! (?:of|called) )\b",
        rf"(?:(?<=with this)|(?<=in this)|(?<=at this)) (?:[\w']{{3,12}} )?(?:{_WORK}|{_TASK})(?! (?:of|called) )\b",
        rf"(?<=in this) {_PLACE}[ ,]{{1,3}}{_LEAVING}\b",
        rf"(?:(?: for me)? (?:in|on) (?:this|that|the|my) (?:\w{{3,9}} )?{_PLACE}|(?<=here))[ ,]{{1,3}}(?:\w{{2,8}} )?"
        rf"{_LEAVING}\b",
        r"(?<=here)[ ,]{1,3}(?:i've|i have) (?:finished|done|looted|cleared|completed|collected|beaten) (?:every|"
        r"all the) (?:\w{3,9} )?(?:quests?|rooms?|chests?|levels?|missions?|floors?|loot|shrines?|boss(?:es)?|"
        r"trophy|trophies)\b",
        r" with my (?:boy|girl)friend[ ,]{1,3}(?:he|she|we|they) (?:want|do|live|never)\w{0,3}\b",
        r" (?:in|bei) (?:diese[rmn]|der|dem|meine[rm]) (?:firma|verein|beziehung|band|branche|job|beruf|mannschaft|"
        r"abteilung|partei|team)\b| mit (?:diesem|dem|dieser|der) (?:strickmuster|projekt|spiel|buch|puzzle|rezept|"
        r"vertrag|diat|diaet|aufsatz)\b",
        r"(?: para mi)? (?:en|con) (?:esta|este|la|el|mi) (?:empresa|trabajo|equipo|relacion|club|sector|proyecto|"
        r"juego|libro|carrera|banda)\b",
        r"(?: pour moi)? (?:dans|avec|a) (?:cette|ce|cet|la|le|mon|ma) (?:entreprise|boite|boulot|equipe|relation|club|"
        r"secteur|projet|jeu|livre|tricot|metier|couple)\b",
        r"(?: para mim)? (?:nest[ae]|ness[ae]|n[oa]|com est[ea]|com ess[ea]) (?:empresa|trabalho|equipa|equipe|time|"
        r"relacao|clube|setor|projeto|jogo|livro|emprego|banda)\b",
    ),
    beside=r"in (?:dieser|der|meiner|diesem|meinem) (?:firma|verein|beziehung|band|branche|job|beruf|mannschaft|"
    r"abteilung|partei|team) keine zukunft",
    needs="firma verein beziehung band branche job beruf mannschaft abteilung partei team",
    unless=rf"\b(?:{_GRAVE}|(?:or|and) (?:in|with|at) (?:life|anything)|living|exist\w{{0,3}}|fired|sacked|"
    rf"bullie[ds])\b",
)
"""A firm, a couple or a game that has no future; a town that somebody leaves."""

LONG_SLEEP: Final = ExplainedBy(
    ("passive.not_wake_up", "passive.want_peace", "passive.no_future"),
    behind=either(
        r"(?: up)? (?:until|till|before|bis|hasta|jusqu'a|ate) (?:(?:about|at least|monday|tuesday|sunday|the|my|half "
        r"past) )?(?:\d{1,2}|ten|eleven|twelve|noon|lunch\w{0,4}|midday|monday|tuesday|the jet ?lag|jet ?lag|the "
        r"alarm|mittag)\b",
        r" (?:this|on|next|over the|during|for the)(?: whole| entire)? (?:week ?end|saturday|sunday|"
        r"holidays?)[^.!?;]{0,30}\bno "
        r"alarms?\b(?! and no)",
        r"[^.!?;]{0,40}\b(?:alarm is set|or at least (?:until|till)|(?:then|and) "
        r"(?:eat|have) (?:pancakes|pizza|brunch|breakfast|cake)|see you (?:on|at)|massage|call (?:me )?before (?:lunch|"
        r"noon|ten|eleven)|half ?term|without the (?:baby|kids)|jet ?lag|said every (?:mum|mom|parent)|"
        r"ohne wecker|kein wecker|sin despertador|sans reveil ni (?:enfants|boulot)|sem despertador)\b",
    ),
    beside=r"(?:mattress|duvet|newborn|jet ?lag|night ?shift|long ?haul)",
    needs="mattress duvet newborn jet_lag jetlag night_shift nightshift haul",
    unless=rf"\b(?:{_GRAVE}|(?:better|happier) (?:off )?without|dead|can't (?:cope|go on|do)|sorry|fail\w{{0,3}}|"
    rf"don't (?:wake|care)|(?:not|never) (?:wake|waking) up(?! (?:until|till|before|at))(?! again (?:until|till|"
    rf"before)))\b",
)
"""A lie-in of a weekend without alarms."""

_ROLE = (
    r"(?:goal ?keeper|goalie|captain|keeper|striker|defender|quarterback|referee|umpire|coach|drummer|bassist|singer|"
    r"healer|tank|support|dps|dj|mc|chef|cook|host|barista|treasurer|secretary|designated driver|driver|dungeon "
    r"master|dm|game master|banker|scorekeeper|navigator|photographer|chairing|cooking|singing|driving|"
    r"dancing|baking|refereeing|maths teacher|on the (?:committee|board|jury|panel)|on (?:drums|bass|vocals|"
    r"keyboard)|in (?:goal|charge of (?:music|snacks|dinner))|"
    r"on (?:the|their|our) (?:team|quiz team|relay))"
)
NOT_IN_GOAL: Final = ExplainedBy(
    ("passive.burden", "passive.unmissed", "passive.wished"),
    behind=rf"(?: being)?(?: as)? (?:the |a |their |our |your |in |on )?{_ROLE}(?= ?(?:$|[.!?,;:\-\"])| (?:lol|"
    rf"haha\w{{0,4}}|tonight|today|at|for|on|this|because|cause|any ?more|so|since|instead)\b)| in the kitchen\b",
    unless=rf"\b(?:{_GRAVE}|dead|ever|forever|around|here)\b",
)
"""A goalkeeper, a healer or a cook whom everybody would gladly do without."""

EMBARRASSED: Final = ExplainedBy(
    ("passive.disappear", "passive.not_wake_up", "passive.want_to", "ideation.want_to_die", "ideation.wanted"),
    behind=either(
        r" (?:when|whenever|every time|each time) (?:(?:my|the|a|our|his) (?:\w{3,8} )?[\w']{3,12}|they|people|we|"
        r"everyone|he|she|i)(?: (?:(?:starts?|begins?|tries|insists|always|keeps|on|to|see|think|of) ?){1,3})? ?"
        r"(?:danc(?:es?|ing)|sings?|singing|kiss(?:es)?(?! me)|tells? (?:that|the|his|her|a) (?:\w{3,7} )?(?:jokes?|"
        r"story|"
        r"stories|puns?)|puns|raps?|yodels?|flirts?|haggl\w{1,3}|snores?|waves?|karaoke|(?:shows?|gets? out) "
        r"(?:my|the|our) (?:baby )?(?:photos?|pictures?|album|poems)|says? (?:enjoy|happy birthday)|(?:my|"
        r"that) (?:old )?"
        r"(?:haircut|karaoke|speech|yearbook|poems?)|wears? (?:that|his|her|socks|crocs)|dabs?|uses? slang|speaks? "
        r"french)\b",
        r"[ ,]{1,3}wenn (?:mein\w{0,2}|die|alle|sie) (?:\w{3,10} )?(?:\w{3,10} )?(?:(?:anfangt|anfaengt|"
        r"beginnt) zu )?(?:"
        r"tanz\w{1,3}|singt|singen|witze)\b",
        r" (?:cuando|cada vez que) (?:mi|mis|la|el) \w{3,9} (?:(?:empieza|se pone) a )?(?:bailar?|canta\w{0,2}|cuenta "
        r"chistes)\b",
        r" (?:quand|chaque fois que) (?:mon|ma|mes) \w{3,9} (?:(?:se met|commence) a )?(?:danse\w{0,2}|"
        r"chante\w{0,2})\b",
        r" (?:quando|cada vez que) (?:o |a )?(?:meu|minha) \w{3,9} (?:(?:comeca|se poe) a )?(?:danca\w{0,2}|"
        r"canta\w{0,2})"
        r"\b",
    ),
    unless=rf"\b(?:{_GRAVE}|dead|drunk|hits?|beats?|shout\w{{0,3}}|scream\w{{0,3}}|touch\w{{0,3}}|bed|forever|always "
    rf"feel|hate my ?self|betrunken|schlagt|borrach[oa]|pega|my (?:room|door)|at night|ivre|frappe|bebad[oa]|bate)\b",
)
"""A father who dances, a waiter who was answered wrongly."""
