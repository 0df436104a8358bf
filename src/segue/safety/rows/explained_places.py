"""What somebody sees no future in, sleeps for, or is the wrong one for: a firm, a weekend, a goal, in five "
"languages."""

from __future__ import annotations

from typing import Final

from segue.safety.rows.explained_by import ExplainedBy
from segue.safety.rules import either

_GRAVE = (
    r"(?:(?:to|i|i'll|will|gonna|wanna|can|could) die|die(?= ?(?:$|[.!?,]))|dying|death|kill(?:ed|ing)? my ?self|"
    r"suicid\w{0,4}|end (?:it|things|everything|my)|pills?|tablets|overdos\w{1,4}|rope|noose|gun|bridge|roof|knife|"
    r"blades?|goodbyes?|farewell|forgive|for good|peace|pain|hurts?|hopeless|worthless|burden|useless|"
    r"nobody (?:would|will|cares|loves)|alone|any ?where|nowhere|at all|alive|everything|any ?more (?:and|of)|"
    r"gone(?<!lag is gone)|no more|never again|tired of|sick of|don't want|letters?|notes?|(?:my|this|of) life|world|"
    r"sterb\w{0,3}|umbring\w{0,3}|tabletten|leben|welt|abschied\w{0,3}|morir\w{0,2}|matar\w{0,2}|pastillas|vida|mundo|"
    r"mourir|tuer|cachets|vie|monde|morrer|remedios)"
)

_WORK = (
    r"(?:company|firm|job|career|industry|business|start ?up|department|team|club|band|choir|league|bank|agency|"
    r"newspaper|restaurant|office|university|uni|college|degree|course|faculty|lab|internship|apprenticeship|role|"
    r"position|profession|army|navy|marketing|teaching|publishing|journalism|retail|academia|politics|relationship|"
    r"marriage|engagement|situationship)"
)
_TASK = (
    r"(?:pattern|project|games?|books?|novel|series|show|levels?|puzzle|crossword|essay|diet|recipe|sweater|jumper|"
    r"scarf|sock|blanket|starter|sourdough|app|software|spreadsheet|plan|campaign|quest|argument|meeting|discussion|"
    r"negotiations?|contract|lease|lawsuit|season|match|homework|assignment|thesis|dissertation|report|song|painting|"
    r"model|garden|renovation|experiment|petition|course|subscription|podcast|blog|floor|map|island|dungeon|area|zone|"
    r"chapter|world map|save file|run|server|guild)"
)
_PLACE = r"(?:town|city|village|country|suburb|county|place|flat|house|here)"
_LEAVING = (
    r"(?:(?:so |and |that's why |which is why )?(?:i'm|i am|i've|i|we're|we) (?:already |now |finally |"
    r"just )?(?:mov(?:e|ed|ing)|updat\w{1,3}|appl(?:y|ied|ying)|retrain\w{0,3}|transferr\w{0,3}|"
    r"took (?:the|a) (?:job|flat|offer)|handed in|hand in|found (?:a|another) (?:\w{3,9} )?(?:job|flat|house|position|"
    r"company|firm|town|room|band|club|team|school|course|place in)|got (?:a|the) (?:job|offer|flat)|switch\w{0,3}|"
    r"leaving for|relocat\w{1,3}|looking for (?:work|jobs|(?:a|an|another|something) (?:\w{3,9} )?(?:job|flat|house|"
    r"room|team|band|club|course|else|closer|new|bigger|town|city))|start(?:ed|ing)? (?:a|at|in)|"
    r"signed (?:up|a|the|for|with))|except the (?:pub|bar|bakery|library|beach|cinema|gym|kebab)|"
    r"the (?:bakery|pub|cinema|library|shop|gym) (?:has |is )?(?:closed|shut|gone))"
)
NO_FUTURE_THERE: Final = ExplainedBy(
    ("passive.no_point", "passive.no_future", "passive.want_it_over", "ideation.unnamed", "ideation.no_reason_to_live"),
    behind=either(
        r"(?: (?:for (?:me|my ?self|us)|left|left for me|to do|in|at|with|staying|"
        r"in staying))? ?(?<!live for)(?: left)?(?: to do)? (?:at|in|with|on) (?:this|that|my|our|"
        rf"the) (?:[\w']{{3,12}} )?(?:{_WORK}|{_TASK})(?! (?:of|called) )\b",
        r"(?: for (?:me|my ?self|us))? in (?:teaching|publishing|journalism|retail|academia|politics|marketing|banking|"
        r"acting|hospitality|nursing|the (?:army|navy|police|civil service))\b",
        rf"(?: with)? (?:this|that|my|our|the) (?:[\w']{{3,12}} )?{_TASK}(?! (?:of|called) )\b",
        rf"(?:(?<=with this)|(?<=in this)|(?<=at this)) (?:[\w']{{3,12}} )?(?:{_WORK}|{_TASK})(?! (?:of|called) )\b",
        rf"(?<=in this) {_PLACE}[ ,]{{1,3}}{_LEAVING}\b",
        rf"(?:(?: for me)? (?:in|on) (?:this|that|the|my) (?:\w{{3,9}} )?{_PLACE}|"
        rf"(?<=here))[ ,]{{1,3}}(?:\w{{2,8}} )?{_LEAVING}\b",
        r"(?<=here)[ ,]{1,3}(?:i've|i have) (?:finished|done|looted|cleared|completed|collected|beaten) (?:every|"
        r"all the) (?:\w{3,9} )?(?:quests?|rooms?|chests?|levels?|missions?|floors?|loot|shrines?|boss(?:es)?|trophy|"
        r"trophies)\b",
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
    r"bullie[ds])\b",
)
"""A firm, a couple or a game that has no future; a town that somebody leaves."""

LONG_SLEEP: Final = ExplainedBy(
    ("passive.not_wake_up", "passive.want_peace", "passive.no_future"),
    behind=either(
        r"(?: up)? (?:until|till|before|bis|hasta|jusqu'a|ate) (?:(?:about|at least|monday|tuesday|sunday|the|my|"
        r"half past) )?(?:\d{1,2}|ten|eleven|twelve|noon|lunch\w{0,4}|midday|monday|tuesday|the jet ?lag|jet ?lag|"
        r"the alarm|mittag)\b",
        r" (?:this|on|next|over the|during|for the)(?: whole| entire)? (?:week ?end|saturday|sunday|"
        r"holidays?)[^.!?;]{0,30}\bno alarms?\b(?! and no)",
        r"[^.!?;]{0,40}\b(?:alarm is set|or at least (?:until|till)|(?:then|and) (?:eat|have) (?:pancakes|pizza|brunch|"
        r"breakfast|cake)|see you (?:on|at)|massage|call (?:me )?before (?:lunch|noon|ten|eleven)|half ?term|"
        r"without the (?:baby|kids)|jet ?lag|said every (?:mum|mom|parent)|ohne wecker|kein wecker|sin despertador|"
        r"sans reveil ni (?:enfants|boulot)|sem despertador)\b",
    ),
    beside=r"(?:mattress|duvet|newborn|jet ?lag|night ?shift|long ?haul)",
    needs="mattress duvet newborn jet_lag jetlag night_shift nightshift haul",
    unless=rf"\b(?:{_GRAVE}|(?:better|happier) (?:off )?without|dead|can't (?:cope|go on|do)|sorry|fail\w{{0,3}}|"
    r"don't (?:wake|care)|(?:not|never) (?:wake|waking) up(?! (?:until|till|before|at))(?! again (?:until|till|"
    r"before)))\b",
)
"""A lie-in of a weekend without alarms."""

_ROLE = (
    r"(?:goal ?keeper|goalie|captain|keeper|striker|defender|quarterback|referee|umpire|coach|drummer|bassist|singer|"
    r"healer|tank|support|dps|dj|mc|chef|cook|host|barista|treasurer|secretary|designated driver|driver|dungeon master|"
    r"dm|game master|banker|scorekeeper|navigator|photographer|chairing|cooking|singing|driving|dancing|baking|"
    r"refereeing|maths teacher|on the (?:committee|board|jury|panel)|on (?:drums|bass|vocals|keyboard)|"
    r"in (?:goal|charge of (?:music|snacks|dinner))|on (?:the|their|our) (?:team|quiz team|relay))"
)
NOT_IN_GOAL: Final = ExplainedBy(
    ("passive.burden", "passive.unmissed", "passive.wished"),
    behind=rf"(?: being)?(?: as)? (?:the |a |their |our |your |in |on )?{_ROLE}(?= ?(?:$|[.!?,;:\-\"])|"
    r" (?:lol|haha\w{0,4}|tonight|today|at|for|on|this|because|cause|any ?more|so|since|instead)\b)| in the kitchen\b",
    unless=rf"\b(?:{_GRAVE}|dead|ever|forever|around|here)\b",
)
"""A goalkeeper, a healer or a cook whom everybody would gladly do without."""

EMBARRASSED: Final = ExplainedBy(
    ("passive.disappear", "passive.not_wake_up", "passive.want_to", "ideation.want_to_die", "ideation.wanted"),
    behind=either(
        r" (?:when|whenever|every time|each time) (?:(?:my|the|a|our|his) (?:\w{3,8} )?[\w']{3,12}|they|people|we|"
        r"everyone|he|she|i)(?: (?:(?:starts?|begins?|tries|insists|always|keeps|on|to|see|think|"
        r"of) ?){1,3})? ?(?:danc(?:es?|ing)|sings?|singing|kiss(?:es)?(?! me)|"
        r"tells? (?:that|the|his|her|a) (?:\w{3,7} )?(?:jokes?|story|stories|puns?)|puns|raps?|yodels?|flirts?|"
        r"haggl\w{1,3}|snores?|waves?|karaoke|(?:shows?|gets? out) (?:my|the|our) (?:baby )?(?:photos?|pictures?|album|"
        r"poems)|says? (?:enjoy|happy birthday)|(?:my|that) (?:old )?(?:haircut|karaoke|speech|yearbook|poems?)|"
        r"wears? (?:that|his|her|socks|crocs)|dabs?|uses? slang|speaks? french)\b",
        r"[ ,]{1,3}wenn (?:mein\w{0,2}|die|alle|sie) (?:\w{3,10} )?(?:\w{3,10} )?(?:(?:anfangt|anfaengt|"
        r"beginnt) zu )?(?:tanz\w{1,3}|singt|singen|witze)\b",
        r" (?:cuando|cada vez que) (?:mi|mis|la|el) \w{3,9} (?:(?:empieza|se pone) a )?(?:bailar?|canta\w{0,2}|"
        r"cuenta chistes)\b",
        r" (?:quand|chaque fois que) (?:mon|ma|mes) \w{3,9} (?:(?:se met|commence) a )?(?:danse\w{0,2}|"
        r"chante\w{0,2})\b",
        r" (?:quando|cada vez que) (?:o |a )?(?:meu|minha) \w{3,9} (?:(?:comeca|se poe) a )?(?:danca\w{0,2}|"
        r"canta\w{0,2})\b",
    ),
    unless=rf"\b(?:{_GRAVE}|dead|drunk|hits?|beats?|shout\w{{0,3}}|scream\w{{0,3}}|touch\w{{0,3}}|bed|forever|"
    r"always feel|hate my ?self|betrunken|schlagt|borrach[oa]|pega|my (?:room|door)|at night|ivre|frappe|bebad[oa]|"
    r"bate)\b",
)
"""A father who dances, a waiter who was answered wrongly."""
