"""Holds of a judo class, blows of a game and a parent at bedtime, in five languages."""

from __future__ import annotations

from typing import Final

from segue.safety.rows.explained_by import ExplainedBy
from segue.safety.rules import either

_BOUT_EN = (
    r"(?:(?:in|at|during|while|doing|from) (?:(?:the|our|my|a|an|his|her|last|today's|yesterday's|some|friendly|school|"
    r"no gi|boxing|wrestling|karate|judo|mma|bjj|rugby) ){0,3}(?:ring(?! of)|octagon|sparring|spar|judo|jiu ?jitsu|"
    r"ju ?jitsu|bjj|wrestling|grappling|mma|karate|kick ?boxing|boxing|taekwondo|krav maga|martial arts|"
    r"self defen[cs]e (?:class|course)|dojo|aikido|muay thai|rugby|football|soccer|hockey|basketball|water polo|"
    r"dodge ?ball|tennis|squash|badminton|volleyball|handball|cricket|baseball|ping pong|laser tag|paintball|chess|"
    r"scrabble|monopoly|cards|uno|poker|mario kart|fifa|school play)(?! (?:team's|coach's))|"
    r"(?:at|in) (?:\w{3,8} ){0,2}(?:card|board|video|computer) games?|tapped(?: out)?|rear naked|training partner|"
    r"sparring partner|(?:we|were|are|just|always) (?:play ?fight\w{0,3}|wrestl(?:e|ing) for fun|wrestling around|"
    r"sparring)|pillow fight|snowball fight|water fight|on the back (?:when|because|as) i)"
)
_BOUT_DE = (
    r"(?:im (?:ring|boxring|training|sparring|judo|karate|kampfsport\w{0,9}|boxtraining|ringen|boxen|kickboxen|dojo)|"
    r"(?:beim|bei) (?:\w{3,9} )?(?:training|sparring|judo\w{0,8}|karate|kampfsport|jiu ?jitsu|bjj|boxen|ringen|"
    r"kickboxen|raufen aus spass|toben aus spass|kartenspielen?|schach|fussball|handball|tennis|tischtennis|basketball|"
    r"federball|volkerball|brettspiel\w{0,2})|abgeklopft|sparringspartner|kissenschlacht|schneeballschlacht)"
)
_BOUT_ES = (
    r"(?:(?:en|durante) (?:(?:el|la|un|una|nuestro) )?(?:(?:entrenamiento|clase|combate|pelea|partido|"
    r"torneo) (?:de )?)?(?:ring|sparring|judo|jiu ?jitsu|karate|boxeo|lucha libre|taekwondo|artes marciales|"
    r"kick ?boxing|mma|entrenamiento|combate|futbol|baloncesto|tenis|ajedrez|cartas)|jugando (?:a|al) (?:\w{4,12})|"
    r"guerra de almohadas)"
)
_BOUT_FR = (
    r"(?:(?:au|pendant|dans|en|lors de) ?(?:(?:le|la|l'|un|une|mon|notre) ?)?(?:(?:entrainement|cours|combat|match|"
    r"tournoi)(?: de| d')? ?)?(?:ring|sparring|judo|jiu ?jitsu|jujitsu|karate|boxe|lutte|taekwondo|arts martiaux|mma|"
    r"foot|rugby|tennis|basket|echecs|cartes|entrainement|tatami)|en jouant (?:au|aux|a la)|"
    r"bataille (?:d'oreillers|de polochons|de boules de neige))"
)
_BOUT_PT = (
    r"(?:(?:no|na|durante o|durante a|num|numa) (?:(?:treino|aula|luta|combate|jogo|torneio) (?:de )?)?(?:ringue|"
    r"sparring|judo|jiu ?jitsu|karate|carate|boxe|mma|taekwondo|artes marciais|tatame|treino|futebol|tenis|xadrez|"
    r"basquete)|(?:jogando|brincando de|a jogar) \w{4,10}|guerra de (?:travesseiros|almofadas))"
)
BOUT: Final = ExplainedBy(
    ("abuse.", "harm_to_others."),
    behind=r"(?: \w{1,10}){0,4}? (?:in (?:his|her|their) sleep|im schlaf|mientras duerme|dormido|dormida|en dormant|"
    r"a dormir|dormindo)\b",
    needs="_ring im_ring octagon _spar judo jitsu bjj wrestl grappl mma karate boxing taekwondo krav martial defen "
    "dojo aikido muay rugby football soccer hockey basketball polo dodge tennis squash badminton volleyball handball "
    "cricket baseball pong laser paintball chess scrabble monopoly cards uno poker mario fifa play game tapped rear "
    "training fight boxen boxtr ringen kickbox raufen toben karten schach fussball federball volkerball brettspiel "
    "abgeklopft schlacht kampfsport entrenamiento combate futbol baloncesto tenis ajedrez cartas jugando guerra boxeo "
    "lucha artes entrainement boxe lutte arts foot basket echecs cartes tatami jouant bataille treino ringue carate "
    "tatame futebol xadrez basquete jogando brincando jogar back",
    beside=rf"{_BOUT_EN}|{_BOUT_DE}|{_BOUT_ES}|{_BOUT_FR}|{_BOUT_PT}",
    unless=r"\b(?:rap(?:e|ed|es|ing)|molest\w{0,3}|touch\w{0,3}|sex\w{0,4}|grop\w{1,3}|kill\w{0,3}|murder|knife|gun|"
    r"bab(?:y|ies)|bat|after|before|since|because|whenever|when (?:he|she|they) (?:loses?|lost|is|was|gets?)|"
    r"if (?:i|he|she)|lost|home|drunk|angry|mad|furious|every (?:day|night|time)|always(?= \w{3,10} me)|wouldn't|won't|"
    r"didn't stop|doesn't stop|couldn't|can't|refus\w{1,3}|punish\w{0,4}|for real|on purpose|not playing|uses?|used|"
    r"learn(?:ed|t|s)|afraid|scared|fear\w{0,2}|unconscious|passed out|bruis\w{0,3}|hospital|blood|bleed\w{0,3}|"
    r"cr(?:y|ied|ying)|pretend\w{0,3}|claims?|excus\w{1,3}|says? (?:it|it's|its|that)|calls? (?:it|this)|secret|nach|"
    r"vor dem|weil|wenn|zuhause|zu hause|betrunken|wutend|wuetend|jeden (?:tag|abend)|absicht\w{0,4}|angst|bewusstlos|"
    r"vergewalt\w{2,6}|missbrauch\w{0,2}|toten|toeten|umbring\w{0,3}|messer|blut\w{0,2}|despues|antes|porque|cuando|"
    r"casa|borrach[oa]|de verdad|a proposito|miedo|viol\w{1,4}|matar\w{0,2}|cuchillo|apres|avant|parce|quand|chez|ivre|"
    r"bourre|expres|peur|tuer|couteau|depois|quando|em casa|bebad[oa]|de proposito|medo|estupr\w{1,4}|faca)\b",
)
"""A hold or a blow of sport and games, in the words of those who are in it. Not what comes after the match, or of
whoever lost it; and nothing of it makes what only is called play."""

BEDTIME: Final = ExplainedBy(
    ("abuse.at_night", "abuse.violence"),
    behind=either(
        r" because (?:of (?:his|her) (?:dementia|insomnia|sleepwalking)|(?:he|she) sleepwalks|"
        r"the (?:router|printer|dog|cat|window|heater|fuse box|bathroom|wardrobe|charger|baby))\b",
        r"(?: \w{1,10}){0,3}? und (?:klaut|holt|sucht|macht das licht|schaltet|spielt|schaut|fragt|liest|offnet|"
        r"schliesst)\b",
        r"(?: \w{1,10}){0,2}? (?:when i have (?:a )?(?:nightmares?|bad dreams?)|"
        r"wenn ich (?:schlecht traume|schlecht traeume|albtraume|alptraume|einen albtraum|einen alptraum|krank)|"
        r"cuando tengo (?:pesadillas|fiebre)|quand je fais (?:un cauchemar|des cauchemars)|"
        r"quando tenho (?:pesadelos|febre))\b",
        r"(?: [\w']{1,10}){0,3}? (?:to|and) (?:say|says|said|wish|turn|turns|switch|switches|read|reads|tuck|tucks|"
        r"close|closes|open|opens|check (?:on|if|that|whether)|checks (?:on|if|that)|help|helps|steal|steals|"
        r"get (?:his|her|the|my)|fetch|wake|wakes|bring|brings|borrow|borrows|play|plays|ask if|see if|use the|feed|"
        r"feeds|walk the|water|look for|pick up|vacuum|fix|give me (?:my|the|a (?:glass|hug|medicine))|sing|sings|plug|"
        r"charge|put the)\b",
        r"(?: \w{1,10}){0,3}? um (?:(?:mir|mich|uns|das|den|die|sein|ihr|seine|bei|nach|"
        r"noch) )?(?:\w{2,14} ){0,3}(?:zu (?:sagen|schliessen|lesen|helfen|holen|loschen|loeschen|wecken|sehen|schauen|"
        r"bringen|spielen|offnen|oeffnen|futtern|fuettern)|\w{2,5}zu(?:machen|lesen|schalten|decken|schauen|sehen|"
        r"wunschen))",
        r"(?: \w{1,10}){0,3}? (?:a|para|y) (?:me )?(?:darme (?:las buenas noches|un beso de buenas noches|la medicina)|"
        r"apaga\w{0,2}|cerra\w{0,2}|cierra|leer(?:me)?|lee|decir(?:me)? buenas|busca\w{0,2}|desperta\w{0,4}|"
        r"arropa\w{0,4}|ayuda\w{0,4}|ver si|coger|jugar)\b",
        r"(?: [\w']{1,10}){0,3}? (?:(?:pour|et) )?(?:(?:me|m'|nous) ?)?(?:dire|souhaiter|verifier|regler|lire|lit|"
        r"eteindre|eteint|fermer|ferme|reveiller|aider|border|chercher|prendre (?:son|le|la|mon)|jouer|ouvrir|"
        r"voir si)\b",
        r"(?: \w{1,10}){0,3}? (?:para|pra|e|a) (?:me )?(?:dar(?:-me)? boa noite|dizer(?:-me)?|desejar(?:-me)?|apagar|"
        r"apaga|fechar|fecha|ler(?:-me)?|le|acordar(?:-me)?|cobrir(?:-me)?|ajudar(?:-me)?|buscar|ver se|jogar|"
        r"pegar (?:o|a) \w{4,10})\b",
    ),
    unless=r"\b(?:touch\w{0,3}|kiss(?:es|ed|ing)? me on|naked|undress\w{0,3}|clothes|pyjamas|pajamas|under (?:my|the)|"
    r"lies|lay|lying|on top|locks?|secret\w{0,2}|tell (?:anyone|mum|mom)|hurt\w{0,3}|scared|afraid|hate|stop|body|"
    r"sex\w{0,4}|legs?|alone|drunk|but|then|and (?:he|then|lies|gets|stays|puts|won't|makes)|rap(?:e|ed|es)|fasst|"
    r"anfass\w{1,2}|nackt|ausz\w{2,7}|legt|decke|geheim\w{0,5}|angst|aber|dann|betrunken|streichel\w{1,3}|toca\w{0,4}|"
    r"desnud\w{1,3}|acuesta|encima|miedo|secreto|pero|luego|borracho|touche\w{0,2}|nue?|deshabill\w{1,4}|couche|peur|"
    r"mais|puis|ivre|nu|deita|despe\w{0,3}|medo|segredo|mas|depois|bebado|(?:step ?(?:dad|father)|stiefvater|onkel|"
    r"padrastro|tio|beau[ \-]pere|oncle|padrasto)\b[^.!?;]{0,70}\b(?:spielen|jugar|jouer|jogar|brincar))\b",
)
"""A parent who comes to say good night, to read or to turn off the light."""

LITTLE_ONES: Final = ExplainedBy(
    ("abuse.",),
    beside=r"(?:my|our|mein|meine|unser|mon|notre|mi|nuestro|meu|nosso) (?:little |petit |kleiner |kleines )?(?:baby|"
    r"toddler|newborn|infant|bebe|nourrisson|kleinkind|saugling|saeugling) (?:(?!dad|mam|mum|mom|boy|"
    r"father)\w{3,8} )?(?:me|mich|mir|m'a|hits|bites|kicks|pulls|slaps|scratches|beisst|tritt|haut|kratzt)",
    needs="baby toddler newborn infant bebe nourrisson kleinkind saugling saeugling",
    unless=r"\b(?:husband|boyfriend|partner|father|ex|mann|freund|vater|marido|novio|padre|mari|copain|pere|namorado|"
    r"pai)\b",
)
"""What babies do."""
