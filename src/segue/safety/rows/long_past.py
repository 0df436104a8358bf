"""How somebody tells that an attempt lies many years back, and what says that it does not rest, in five languages."""

from __future__ import annotations

from typing import Final

from segue.safety.rules import either

CODES: Final = ("overdose_under_way.", "history.", "behaviour.nearly", "behaviour.rehearsed")
"""How the codes begin that such a past makes low."""

_YEARS_EN = (
    r"(?:(?:many|some|several|a few|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|"
    r"seventeen|eighteen|nineteen|twenty|twenty five|thirty|forty|fifty|[4-9]|\d{2}) (?:odd |or so )?)?years"
)
_AGE_EN = (
    r"(?:1\d|2\d|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|"
    r"twenty(?:[ \-](?:one|two|three|four|five|six|seven|eight|nine))?)"
)
_YOUNG_EN = (
    r"(?:(?:a |an |still a |at |in |just a |only )?(?:(?:moody|troubled|young|shy|lonely|confused|"
    r"first[ \-]year) )?(?:kid|child|teen(?:ager)?|student|undergrad(?:uate)?|boy|girl|school ?kid|young(?:er)?|"
    r"university|uni|college|high school|secondary school|boarding school|sixth form|the army|"
    r"my (?:early |mid |late )?(?:teens|twenties|thirties))|(?:only |about |just |barely )?" + _AGE_EN + r")"
)
_ERA_EN = (
    r"(?:in (?:my|the) (?:early |mid |late |mid[ \-]|late[ \-])?(?:teens|twenties|thirties|forties|20s|30s|40s|"
    r"teenage years|student days|youth|seventies|eighties|nineties|70s|80s|90s|noughties)|"
    r"in (?:my )?(?:high school|secondary school|college|university|uni|sixth form|the army|my student days|my youth)|"
    r"(?:back )?in (?:19\d\d|200\d|201\d|202[01])|as (?:a|an) (?:\w{4,10} )?(?:teen(?:ager)?|kid|child|student|"
    r"undergrad(?:uate)?|young (?:man|woman|mum|mother)|girl|boy)|(?:at|around|about) (?:the (?:tender )?age of |age )?"
    + _AGE_EN
    + rf"(?! ?(?:minutes|hours|past|am|pm|o'clock))|(?:{_YEARS_EN}|decades|a (?:long|very long) time|a lifetime|"
    r"half (?:a lifetime|my life)|(?:a )?long) (?:ago(?: (?:today|tomorrow|this (?:week|month|year)))?|before)|"
    r"in my (?:first|second|third|final|last) year (?:at|of) (?:uni|university|college|school)|back in the day|"
    r"way back)"
)
BEFORE: Final = either(
    rf"(?:{_ERA_EN}|(?:back )?when i (?:was {_YOUNG_EN}|was at school|lived in \w{{3,12}}|was (?:\w{{3,9}} )?married|"
    r"turned " + _AGE_EN + r"|was in my (?:first|second|third|final|last) year (?:at|of) (?:uni|university|college|"
    r"school))|it was (?:in )?(?:19\d\d|200\d|201\d))[ ,.:\-]{1,3}(?:and in love[ ,]{1,2})?(?:(?!(?:and|but|now|today|"
    r"tonight|just|again|until|was|were|am|had)\b)[\w']{1,12}[ ]){0,4}",
    rf"i was (?:only |just |about |barely )?(?:{_AGE_EN}|{_YOUNG_EN}) when ",
    r"(?:mit (?:1\d|2\d|\w{2,6}zehn|zwanzig)(?: jahren)?|vor (?:\w{2,8} )?(?:jahren|jahrzehnten)|vor langer zeit|"
    r"im studium|wahrend (?:des|meines) studiums|in (?:meinen (?:\w{4,8} )?(?:zwanzigern|zwanzigerjahren|dreissigern|"
    r"teenagerjahren)|meiner (?:jugend|kindheit|studienzeit|schulzeit))|als (?:jugendliche\w{0,1}|teenager(?:in)?|kind|"
    r"student(?:in)?|schulerin|schueler\w{0,2}|schuler)|(?:im jahr(?:e)? )?(?:19\d\d|200\d|201\d|202[01])|"
    r"(?:damals|fruher|frueher)|als ich (?:\d{2}|jung|student\w{0,2}) war)[ ,]{1,2}(?:(?!(?:und|aber|jetzt|heute|"
    r"wieder|gerade|eben|war|hatte|ging|lief)\b)\w{1,12}[ ]){0,4}",
    r"(?:(?:a los|con) (?:1\d|2\d|\w{4,10}) anos|(?<!desde )hace (?:muchos |\w{2,8} )?(?:anos|decadas)|"
    r"hace mucho(?: tiempo)?|(?:en|por) (?:19\d\d|200\d|201\d|202[01])|(?:de|cuando era) (?:joven|adolescente|"
    r"estudiante|nin[oa])|cuando tenia (?:1\d|2\d) anos|en (?:mi (?:juventud|adolescencia)|la universidad|"
    r"el instituto))[ ,]{1,2}(?:(?!(?:y|pero|ahora|era|estaba|tenia|hoy)\b)\w{1,12}[ ]){0,4}",
    r"(?:a (?:1\d|2\d|l'age de \d\d|\w{4,8}) ans|il y a (?:\w{2,8} |des )?(?:ans|annees|decennies)(?! que\b)|"
    r"il y a longtemps|en (?:19\d\d|200\d|201\d|202[01])|quand j'(?:etais (?:jeune|ado(?:lescente?)?|etudiante?|enfant|"
    r"au lycee|au college|a la fac)|avais (?:1\d|2\d) ans)|dans ma jeunesse|a l'adolescence|"
    r"adolescente?)[ ,]{1,2}(?:(?!(?:et|mais|maintenant|aujourd'hui)\b)[\w']{1,12}[ ]){0,4}",
    r"(?:aos (?:1\d|2\d|\w{4,10})(?: anos)?|com (?:1\d|2\d|\w{4,8}) anos|"
    r"(?<!desde )(?:ha|faz) (?:muitos |\w{2,8} )?(?:anos|decadas)|ha muito tempo|(?:\w{2,8} )?anos atras|"
    r"em (?:19\d\d|200\d|201\d|202[01])|quando (?:eu )?(?:era (?:jovem|adolescente|estudante|crianca|miud[oa])|"
    r"tinha (?:1\d|2\d) anos)|na (?:minha )?(?:adolescencia|juventude|faculdade))[ ,]{1,2}(?:(?!(?:e|mas|agora|"
    r"hoje)\b)\w{1,12}[ ]){0,4}",
)
"""In front of the match, at the beginning of a clause, with few words between."""

AFTER_MONTHS: Final = (
    r"(?: (?!(?:and|but|now|today|tonight|again|because|like|as|after|since)\b)[\w']{1,12}){0,4},? (?:last year|"
    r"(?:two|three|a couple of|[23]) years ago|(?:(?:a few|several|some|two|three|four|five|six|seven|eight|nine|ten|"
    r"\d{1,2}) )?months ago)(?= ?(?:$|[.,;!?)])| (?:and|but|when|after|so)\b)"
)
"""Behind the match, and not so long ago: it asks to be spoken of."""

AFTER: Final = either(
    rf"(?: (?!(?:and|but|now|today|tonight|again|because|like|as|after|since)\b)[\w']{{1,12}}){{0,4}},? (?:{_ERA_EN}|"
    rf"(?:back )?when i (?:was (?!at\b|in\b)(?:{_YOUNG_EN}|(?:\w{{3,9}} )?married)|"
    r"was (?:at|in) (?:uni|university|college|secondary school|high school|the army)|lived in \w{3,12}))(?= ?(?:$|"
    r"[.,;!?)])| (?:and (?:i'm|i am|i've|i have|got|was|my|it|the|they|then|ended|spent|woke|survived|lived)|but|when|"
    r"after|so|long|which|with)\b)",
    r"[^.!?;]{0,30}[.!;,] ?(?:but )?(?:that|it|this)(?:'s| was| is| happened)(?: all| now| over| about| nearly| almost|"
    rf" more than){{0,2}} (?:{_YEARS_EN} ago|decades ago|a (?:long|very long) time ago|a lifetime ago)",
    r"(?: (?!(?:und|aber|jetzt|heute|wieder)\b)\w{1,12}){0,3},? (?:vor (?:\w{2,8} )?(?:jahren|jahrzehnten)|"
    r"als (?:jugendliche\w{0,1}|teenager(?:in)?|kind|student(?:in)?)|als ich (?:noch )?(?:jung|\d{2}) war|"
    r"das ist (?:\w{3,9} )?(?:jahre|jahrzehnte) her)(?= ?(?:$|[.,;!?]))",
    r"(?: (?!(?:y|pero|ahora|hoy|otra)\b)\w{1,12}){0,3},? (?:hace (?:muchos |\w{2,8} )?(?:anos|decadas)|"
    r"cuando era (?:joven|adolescente|estudiante)|a los (?:1\d|2\d) anos)(?= ?(?:$|[.,;!?]))",
    r"(?: (?!(?:et|mais|encore)\b)[\w']{1,12}){0,3},? (?:il y a (?:\w{2,8} |des )?(?:ans|annees|decennies)|"
    r"quand j'etais (?:jeune|ado|etudiante?)|a (?:1\d|2\d) ans)(?= ?(?:$|[.,;!?]))",
    r"(?: (?!(?:e|mas|agora|hoje|de novo)\b)\w{1,12}){0,3},? (?:(?:ha|faz) (?:muitos |\w{2,8} )?(?:anos|decadas)|"
    r"(?:\w{2,8} )?anos atras|quando (?:eu )?era (?:jovem|adolescente|estudante)|aos (?:1\d|2\d)(?: anos)?)(?= ?(?:$|"
    r"[.,;!?]))",
)
"""Behind the match, at the end of its clause, or as a sentence of its own."""


ON_ITS_OWN: Final = r"\b(?:i've|i have|ive|just)\b(?! (?:once|already|two|three|four|five|had))"
"""A match with such words tells of now."""

PRESENT: Final = (
    r"\b(?:again(?!st)|still|tonight|right now|just (?:now|did|done|taken|took)|this (?:morning|evening|afternoon|time|"
    r"week)|(?:minutes?|hours?|days?|weeks?) ago|yesterday|last (?:night|week)|i (?:just )?(?:want|wanna|need|wish|"
    r"plan|hope|miss)|i'm (?:planning|going|gonna|thinking|about)|i am (?:planning|going|thinking)|"
    r"i'm (?:only |just )?(?:1[2-9]|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)|"
    r"i(?:'ve| have) (?:got )?(?:the|my|some|enough) (?:pills|tablets|rope|gun)|here now|wish(?:ed)? (?:i|it)|"
    r"should have (?:died|worked)|should've|relaps\w{2,3}|do it (?:properly|right)|properly|com(?:e|es|ing) back|"
    r"came back|next time|nothing has changed|won't fail|(?:suicidal|dark) thoughts|can't stop|every (?:day|night)|"
    r"back (?:to|at) (?:that|it|the same)|will (?:work|do it)|wieder|noch(?:mal| einmal| immer)|immer noch|"
    r"heute (?:nacht|abend)|gestern|minuten|stunden|tagen|ich will|mochte|moechte|otra vez|de nuevo|todavia|"
    r"esta (?:noche|vez)|anoche|ayer|minutos|horas|dias|quiero|sigo|encore|a nouveau|toujours|ce soir|cette fois|hier|"
    r"minutes|heures|jours|je veux|j'ai envie|outra vez|ainda|hoje a noite|ontem|quero|continuo|tomorrow|"
    r"this (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend)|in front of me|in my hand|"
    r"holding (?:the|a|my|it)|back on (?:the|that|my)|back here|what i started|did wrong|"
    r"know (?:how|better|what i)(?! to (?:cope|ask|live|get|talk|swim))|how not to fail|"
    r"same (?:bridge|brand|pills|tablets|box|spot|place|tree)|the second one|urges?|(?:second|next|another) (?:attempt|"
    r"try)|try again|(?:i've|i have) (?:written|bought|decided|picked|set)|(?:have|got) (?:twice|more)|walking there|"
    r"(?:is|are) stronger|following (?:him|her|them)|same thoughts?|jetzt habe|ahora tengo|maintenant j'ai|agora tenho|"
    r"j'y retourne|morgen|manana|demain|amanha|diesmal|klappt|no fallo|nao falho)\b"
)
"""Anything near that says that it is not over: such a past makes nothing less."""
