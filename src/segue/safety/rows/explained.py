"""What in the words around a match explains it: a fair, a judo class, a pharmacy, a story at bedtime, a thorn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from segue.safety.rules import either


@dataclass(frozen=True, slots=True)
class ExplainedBy:
    """What explains the findings of some codes, in the notation of rules."""

    codes: tuple[str, ...]
    """How the codes begin."""
    unless: str
    """Words near the match with which nothing is explained."""
    behind: str = ""
    """It stands right behind the match; empty: nothing does."""
    beside: str = ""
    """It stands anywhere in the sentence of the match, or within the match; empty: nothing does."""
    needs: str = ""
    """Stems, separated by spaces, of which whatever stands beside a match holds one."""


_NEXT: Final = r"(?: (?!and |und |y |et |e )\w{1,12}){0,4} ?"
"""What may follow within the clause, before its reason."""

_AWAY_EN = (
    r"(?:(?:because|since|as|cause|cuz|bc) )?(?:(?:i'm|i am|i'll be|we're|we are|we'll be|i've got|i've|i have|we "
    r"have|"
    r"we've|got|there's|it's|off to|off on|due to|attending|at|on|my|our|the|a) )?(?:(?!not\b|no\b)[\w']{1,12} "
    r"){0,4}?(?:fair|conference|congress|convention|trade show|seminar|workshop|training course|training day|"
    r"holidays?|"
    r"vacation|annual leave|parental leave|maternity leave|paternity leave|(?:day|days|week|morning|afternoon) off|"
    r"flight|fly(?:ing)?(?! away)|airport|plane to|train to|dentist|doctor's(?: appointment)?|appointment|wedding|"
    r"festival|new job|work(?:ing)? from home|home office|(?:business|school|work|class|field|day|road) trip|trip to|"
    r"mov(?:e|ing) (?:to|house|out)|visit(?:ing)?|practice|rehearsal|tournament|match|school play|sailing|skiing|"
    r"camping|travell?ing|honeymoon|cruise|jury duty|driving (?:to|up to|down to)|leave for|night shift|day shift|"
    r"back (?:on|in|next) (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|"
    r"april|may|"
    r"june|july|august|september|october|november|december|week))"
)
_AWAY_DE = (
    r"(?:(?:denn|weil) )?(?:(?!nicht\b|kein)\w{1,12} ){0,5}?(?:(?:\w{3,12})?messe|kongress|konferenz|tagung|"
    r"(?:\w{3,10})?urlaub|ferien|dienstreise|(?:urlaubs|geschafts|klassen|gruppen)(?:reise|fahrt)|fortbildung|"
    r"seminar|"
    r"schulung|homeoffice|home office|arbeite von (?:zu hause|daheim)|(?:\w{3,10})?(?:arzt|aerztin|"
    r"termin)(?:termin)?|"
    r"hochzeit|flug (?:geht|um|nach)|flieg\w{1,2} (?:um|nach|in)|verreis\w{1,3}|fahr\w{0,3} (?:nach|zu|an die|an "
    r"den|in "
    r"die|in den|ans)|neue[nr]? (?:job|stelle|arbeit)|zieh\w{0,3} (?:um|nach)|ostsee|nordsee|hab\w{0,2} (?:einen "
    r"tag |"
    r"dann )?frei|elternzeit|klassenfahrt|training|turnier|probe|auf der arbeit|am strand)"
)
_AWAY_ES = (
    r"(?:(?:porque|ya que|pues) )?(?:(?!no\b)\w{1,12} ){0,5}?(?:feria|congreso|conferencia|curso|vacaciones|dia "
    r"libre|"
    r"dias libres|dentista|cita (?:con|en|medica)|medico|viaj[eo](?: a| de)|vuelo|boda|nuevo trabajo|cambio de "
    r"trabajo|"
    r"trabajo nuevo|me mudo|desde casa|por trabajo|teletrabajo|visit(?:o|ar|amos)|excursion|torneo|partido|me voy a "
    r"\w{3,12} (?:por|con|de))"
)
_AWAY_FR = (
    r"(?:(?:parce que|car|puisque) )?(?:(?!pas\b|plus\b)[\w']{1,12} ){0,5}?(?:salon|congres|conference|colloque|"
    r"formation|stage|vacances|conges?|dentiste|rendez[- ]vous|rdv|medecin|avion (?:pour|a)|vol (?:pour|a)|voyage|"
    r"mariage|nouveau (?:travail|boulot|job|poste)|teletravail|de la maison|demenage|deplacement|tournoi|match|"
    r"pars (?:a|"
    r"en|pour|chez))"
)
_AWAY_PT = (
    r"(?:(?:porque|pois|ja que) )?(?:(?!nao\b)\w{1,12} ){0,5}?(?:feira|congresso|conferencia|formacao|curso|ferias|"
    r"folga|dentista|consulta|medico|voo (?:para|as|pra)|viag(?:em|o)(?: a| para| de)?|viajo|casamento|mudei de "
    r"emprego|"
    r"novo emprego|emprego novo|de casa|home office|teletrabalho|mudo|visitar|torneio|jogo de)"
)
ABSENT: Final = ExplainedBy(
    ("intent.absent", "intent.tonight", "passive.gone_tomorrow", "goodbye.after_me"),
    behind=either(
        rf"{_NEXT}[,.:;!\-(]{{1,2}} ?(?:{_AWAY_EN}|{_AWAY_DE}|{_AWAY_ES}|{_AWAY_FR}|{_AWAY_PT})\b",
        rf"{_NEXT}(?:(?:because|since|as) {_AWAY_EN}|(?:denn|weil) {_AWAY_DE}|porque (?:{_AWAY_ES}|{_AWAY_PT})|"
        rf"(?:car|"
        rf"parce que) {_AWAY_FR})\b",
        r" (?:before (?:i|we) (?:board|fly|take off|land|leave for \w{3,12}|go on (?:holiday|vacation))|before "
        r"(?:the|my|"
        r"our) (?:flight|exam|holidays?|summer break))\b",
    ),
    unless=r"\b(?:(?:to|i|will|i\'ll|gonna|wanna|can|could|must) die|die(?= ?(?:$|[.!?,]))|died|dying|dead|death|"
    r"kill\w{0,4}|suicid\w{0,4}|murder\w{0,2}|pills?|tablets|overdos\w{1,4}|rope|"
    r"noose|gun|bridge|roof|tracks|rails|jump\w{0,3}|heaven|hell|god|angels?|grave|goodbye|good bye|farewell|forgive|"
    r"funeral|forever|never|for good|suffer\w{0,3}|burden|pain|end it|end(?:ing)? (?:everything|my)|peace|better "
    r"place|"
    r"other side|gone|cancel\w{0,5}|no more|anymore(?= ?[.!?,]? ?(?:i'm (?:on|at) (?:the|my|a) (?:last|final)))|"
    r"tot|tod|"
    r"sterb\w{0,3}|umbring\w{0,3}|himmel|engel\w{0,2}|gott|letzte\w{0,2}|abschied\w{0,4}|lebt? wohl|verzeih\w{0,3}|"
    r"vergebt|schluss|ende|erlos\w{0,4}|tabletten|strick|brucke|dach|gleise\w{0,2}|muert[eoa]|morir\w{0,2}|"
    r"matar\w{0,2}|"
    r"suicid\w{0,4}|cielo|dios|adios|perdon\w{0,5}|ultim[oa]|siempre|nunca|puente|pastillas|mort[eos]{0,2}|"
    r"mour\w{0,3}|"
    r"tuer|ciel|dieu|adieu|pardon\w{0,5}|dernie\w{1,3}|toujours|jamais|pont|cachets|corde|morr\w{0,3}|matar|ceu|deus|"
    r"adeus|perdo\w{0,4}|ultim[oa]|sempre|nunca|ponte|remedios|corda|eterna?|eternelle?s?|ewige?n?)\b",
)
"""Somebody who will not be here is at a fair, on holiday, at the dentist. Said apart: `… for the wedding` is no
reason, but what they will not live to see."""

_BOXES_EN = r"(?:pharmac(?:y|ist|ies)|chemist'?s?|pharmacist's)"
PILLS_KEPT: Final = ExplainedBy(
    ("means.", "plan."),
    needs="pharm charity back collection disposal aid bank shelter refug pacient clinic home residents patients "
    "shipment donat "
    "chemist dispose hand return hospital hospice nurse apothek hilfs spend flucht fluecht altersheim "
    "pflegeheim bewohner "
    "patient station entsorg sammelstelle zuruckgeben zurueckgeben farmac donar sigre recicl ong residencia donner "
    "association cyclamed doar doacao descarte lar",
    beside=either(
        rf"for (?:(?:the|our|my|a|an|this|local|old|church|mum's|mom's|grandma's) ){{0,3}}(?:\w{{3,12}} "
        rf")?{_BOXES_EN}|to "
        rf"(?:return|hand|take|bring|give|drop|donate|send)(?: [\w']{{1,10}}){{0,4}} {_BOXES_EN}|to (?:donate|be "
        r"donated|dispose of|hand (?:them )?in|return them)|for (?:(?:the|a|our|an|church|my) ){0,2}(?:\w{3,12} "
        r")?(?:charity|take ?back\w{0,4}|collection point|disposal|aid (?:\w{3,12})|food bank|shelter|refugees|"
        r"clinic|"
        r"nursing home|care home|residents|patients|shipment|donation)|(?:work|working|job|shift|intern\w{0,4}) "
        r"(?:as a |"
        rf"in|at) ?(?:(?:a|an|the|our) )?(?:\w{{3,10}} )?(?:{_BOXES_EN}|nursing home|hospital|care home|hospice|"
        rf"nurse)",
        r"(?:fur|fuer) (?:(?:die|den|das|unsere|ein|eine) )?(?:\w{3,12} )?(?:(?:\w{3,10})?apotheke|hilfs\w{4,12}|"
        r"spende\w{0,5}|"
        r"fluechtlinge|fluchtlinge|altersheim|pflegeheim|bewohner\w{0,3}|patienten|station|entsorgung|sammelstelle)|"
        r"(?:zur|in (?:der|die|einer)) (?:\w{3,10} )?apotheke (?:\w{2,9} )?(?:ab|zuruck|bring\w{1,3}|geb\w{1,3}|"
        r"abzugeben|abgeb\w{1,2}|zuruckzugeben|zurueckzugeben|zuruckgeb\w{1,3}|zurueckgeb\w{1,3}|arbeit\w{0,2}|"
        r"job\w{0,3})|"
        r"bring\w{0,3} (?:\w{1,5} )?(?:\w{2,9} )?(?:zur|in die) apotheke|arbeit\w{0,2} (?:\w{2,9} )?(?:in|bei) "
        r"(?:der|einer) apotheke|zum (?:entsorgen|spenden|zuruckgeben|zurueckgeben)",
        r"(?:para (?:llevar(?:l[oa]s)?|devolver(?:l[oa]s)?|entregar(?:l[oa]s)?|dar(?:l[oa]s)?)(?: \w{1,9}){0,3} "
        r"(?:la |"
        r"una )?farmacia|para (?:la|una|nuestra) farmacia|para (?:donar\w{0,3}|el punto sigre|el reciclaje|"
        r"reciclar\w{0,3}|"
        r"una ong|la ong|los refugiados|la residencia|los pacientes)|trabajo en (?:una|la) (?:farmacia|residencia))",
        r"(?:pour (?:les )?(?:rendre|rapporter|ramener|apporter|remettre|deposer|donner)(?: [\w']{1,9}){0,3} "
        r"(?:pharmacie)|"
        r"pour (?:la|une|ma|notre) pharmacie|pour (?:les )?donner|pour (?:une|l') ?(?:ong|association)|pour "
        r"cyclamed|pour les (?:refugies|patients|residents)|(?:preparat\w{2,5}|travaille|bosse) en pharmacie|"
        r"travaille "
        r"(?:dans|a) (?:une|la) pharmacie)",
        r"(?:(?:para|pra) (?:devolver|entregar|levar|dar|deixar)(?: \w{1,9}){0,3} (?:n?a |a |uma |numa )?farmacia|"
        r"(?:para|"
        r"pra) (?:a|uma|nossa) farmacia|(?:para|pra) (?:doar|doacao|descarte|reciclar|uma ong|o lar|os (?:refugiados|"
        r"pacientes))|trabalho (?:numa|na|em uma) farmacia)",
    ),
    unless=r"\b(?:(?:to|i|will|gonna|wanna|can) die|die(?= ?(?:$|[.!?,]))|dying|dead|death|kill\w{0,4}|"
    r"suicid\w{0,4}|overdos\w{1,4}|end it|tonight|enough to|swallow\w{0,3}|"
    r"take (?:them )?all|all at once|goodbye|secret\w{0,2}|hid(?:e|ing|den)|steal\w{0,3}|stole|pretend\w{0,3}|"
    r"sterb\w{0,3}|"
    r"tot|umbring\w{0,3}|heimlich|heute (?:nacht|abend)|schluck\w{0,3}|gestohlen|geklaut|morir\w{0,2}|matar\w{0,2}|"
    r"escond\w{1,5}|esta noche|rob(?:o|e|ado|ando)|mourir|tuer|ce soir|en cachette|cach(?:e|er)|vol(?:e|er|es)|finir|"
    r"morrer|me mat\w{1,4}|hoje a noite|roub\w{2,5}|acabar com)\b",
)
"""Pills that go back to a pharmacy or to somebody who needs them, and those of somebody who works with them."""

_BOUT_EN = (
    r"(?:(?:in|at|during|while|doing|from) (?:(?:the|our|my|a|an|his|her|last|today's|yesterday's|some|friendly|"
    r"school|no gi|boxing|wrestling|karate|judo|mma|bjj|rugby) ){0,3}(?:ring|octagon|sparring|spar|judo|jiu ?jitsu|"
    r"ju ?jitsu|bjj|wrestling|grappling|mma|karate|kick ?boxing|boxing|taekwondo|krav maga|martial arts|self "
    r"defen[cs]e "
    r"(?:class|course)|dojo|aikido|muay thai|rugby|football|soccer|hockey|basketball|water polo|dodge ?ball|"
    r"tennis|squash|"
    r"badminton|volleyball|handball|cricket|baseball|ping pong|laser tag|paintball|chess|scrabble|monopoly|cards|uno|"
    r"poker|mario kart|fifa|school play)(?! (?:team's|coach's))|(?:at|in) (?:\w{3,8} ){0,2}(?:card|board|video|"
    r"computer) "
    r"games?|tapped(?: out)?|rear naked|training partner|sparring partner|(?:we|were|are|just|always) (?:play "
    r"?fight\w{0,3}|"
    r"wrestl(?:e|ing) for fun|wrestling around|sparring)|pillow fight|snowball fight|water fight)"
)
_BOUT_DE = (
    r"(?:im (?:ring|boxring|training|sparring|judo|karate|kampfsport\w{0,9}|boxtraining|ringen|boxen|kickboxen|dojo)|"
    r"(?:beim|bei) (?:\w{3,9} )?(?:training|sparring|judo\w{0,8}|karate|kampfsport|jiu ?jitsu|bjj|boxen|ringen|"
    r"kickboxen|raufen aus spass|toben aus spass|kartenspielen?|schach|fussball|handball|tennis|tischtennis|"
    r"basketball|"
    r"federball|volkerball|brettspiel\w{0,2})|abgeklopft|sparringspartner|kissenschlacht|schneeballschlacht)"
)
_BOUT_ES = (
    r"(?:(?:en|durante) (?:(?:el|la|un|una|nuestro) )?(?:(?:entrenamiento|clase|combate|pelea|partido|torneo) "
    r"(?:de )?)?"
    r"(?:ring|sparring|judo|jiu ?jitsu|karate|boxeo|lucha libre|taekwondo|artes marciales|kick ?boxing|mma|"
    r"entrenamiento|"
    r"combate|futbol|baloncesto|tenis|ajedrez|cartas)|jugando (?:a|al) (?:\w{4,12})|guerra de almohadas)"
)
_BOUT_FR = (
    r"(?:(?:au|pendant|dans|en|lors de) ?(?:(?:le|la|l'|un|une|mon|notre) ?)?(?:(?:entrainement|cours|combat|match|"
    r"tournoi)(?: de| d')? ?)?(?:ring|sparring|judo|jiu ?jitsu|jujitsu|karate|boxe|lutte|taekwondo|arts martiaux|"
    r"mma|foot|"
    r"rugby|tennis|basket|echecs|cartes|entrainement|tatami)|en jouant (?:au|aux|a la)|bataille (?:d'oreillers|de "
    r"polochons|de boules de neige))"
)
_BOUT_PT = (
    r"(?:(?:no|na|durante o|durante a|num|numa) (?:(?:treino|aula|luta|combate|jogo|torneio) (?:de )?)?(?:ringue|"
    r"sparring|"
    r"judo|jiu ?jitsu|karate|carate|boxe|mma|taekwondo|artes marciais|tatame|treino|futebol|tenis|xadrez|basquete)|"
    r"(?:jogando|brincando de|a jogar) \w{4,10}|guerra de (?:travesseiros|almofadas))"
)
BOUT: Final = ExplainedBy(
    ("abuse.", "harm_to_others."),
    needs="ring octagon spar judo jitsu bjj wrestl grappl mma karate boxing taekwondo krav martial "
    "defen dojo "
    "aikido muay rugby football soccer hockey basketball polo dodge tennis squash badminton volleyball handball "
    "cricket "
    "baseball pong laser paintball chess scrabble monopoly cards uno poker mario fifa play game tapped rear "
    "training fight "
    "boxen boxtr ringen kickbox raufen toben karten schach fussball federball volkerball brettspiel abgeklopft "
    "schlacht "
    "kampfsport entrenamiento combate futbol baloncesto tenis ajedrez cartas jugando guerra boxeo lucha artes "
    "entrainement boxe lutte arts foot basket echecs cartes tatami jouant bataille treino ringue carate tatame "
    "futebol "
    "xadrez basquete jogando brincando jogar",
    beside=rf"{_BOUT_EN}|{_BOUT_DE}|{_BOUT_ES}|{_BOUT_FR}|{_BOUT_PT}",
    unless=r"\b(?:rap(?:e|ed|es|ing)|molest\w{0,3}|touch\w{0,3}|sex\w{0,4}|grop\w{1,3}|kill\w{0,3}|murder|knife|"
    r"gun|bab(?:y|"
    r"ies)|bat|after|before|since|because|whenever|when (?:he|she|they) (?:loses?|lost|is|was|gets?)|if (?:i|he|"
    r"she)|lost|"
    r"home|drunk|angry|mad|furious|every (?:day|night|time)|always(?= \w{3,10} me)|wouldn't|won't|didn't stop|"
    r"doesn't stop|"
    r"couldn't|can't|refus\w{1,3}|punish\w{0,4}|for real|on purpose|not playing|uses?|used|learn(?:ed|t|s)|afraid|"
    r"scared|"
    r"fear\w{0,2}|unconscious|passed out|bruis\w{0,3}|hospital|blood|bleed\w{0,3}|cr(?:y|ied|ying)|pretend\w{0,3}|"
    r"claims?|"
    r"excus\w{1,3}|says? (?:it|it's|its|that)|calls? (?:it|this)|secret|nach|vor dem|weil|wenn|zuhause|zu hause|"
    r"betrunken|"
    r"wutend|wuetend|jeden (?:tag|abend)|absicht\w{0,4}|angst|bewusstlos|vergewalt\w{2,6}|missbrauch\w{0,2}|toten|"
    r"toeten|"
    r"umbring\w{0,3}|messer|blut\w{0,2}|despues|antes|porque|cuando|casa|borrach[oa]|de verdad|a proposito|miedo|"
    r"viol\w{1,4}|"
    r"matar\w{0,2}|cuchillo|apres|avant|parce|quand|chez|ivre|bourre|expres|peur|tuer|couteau|depois|quando|em casa|"
    r"bebad[oa]|de proposito|medo|estupr\w{1,4}|faca)\b",
)
"""A hold or a blow of sport and games, in the words of those who are in it. Not what comes after the match, or of
whoever lost it; and nothing of it makes what only is called play."""

BEDTIME: Final = ExplainedBy(
    ("abuse.at_night", "abuse.violence"),
    behind=either(
        r"(?: [\w']{1,10}){0,3}? (?:to|and) (?:say|says|said|wish|turn|turns|switch|switches|read|reads|tuck|"
        r"tucks|close|closes|"
        r"open|opens|check (?:on|if|that|whether)|checks (?:on|if|that)|help|helps|steal|steals|get (?:his|her|"
        r"the|my)|fetch|"
        r"wake|wakes|bring|brings|borrow|borrows|play|plays|ask if|see if|use the|feed|feeds|walk the|water|look "
        r"for|pick up|"
        r"give me (?:my|the|a (?:glass|hug|medicine))|sing|sings|plug|charge|put the)\b",
        r"(?: \w{1,10}){0,3}? um (?:(?:mir|mich|uns|das|den|die|sein|ihr|seine|bei|nach|noch) )?(?:\w{2,14} "
        r"){0,3}(?:zu "
        r"(?:sagen|schliessen|lesen|helfen|holen|loschen|loeschen|wecken|sehen|schauen|bringen|spielen|offnen|"
        r"oeffnen|"
        r"futtern|fuettern)|\w{2,5}zu(?:machen|lesen|schalten|decken|schauen|sehen|wunschen))",
        r"(?: \w{1,10}){0,3}? (?:a|para|y) (?:me )?(?:darme (?:las buenas noches|un beso de buenas noches|la "
        r"medicina)|"
        r"apaga\w{0,2}|cerra\w{0,2}|cierra|leer(?:me)?|lee|decir(?:me)? buenas|busca\w{0,2}|desperta\w{0,4}|"
        r"arropa\w{0,4}|"
        r"ayuda\w{0,4}|ver si|coger|jugar)\b",
        r"(?: [\w']{1,10}){0,3}? (?:(?:pour|et) )?(?:(?:me|m'|nous) ?)?(?:dire|souhaiter|lire|lit|eteindre|eteint|"
        r"fermer|"
        r"ferme|reveiller|aider|border|chercher|prendre (?:son|le|la|mon)|jouer|ouvrir|voir si)\b",
        r"(?: \w{1,10}){0,3}? (?:para|pra|e|a) (?:me )?(?:dar(?:-me)? boa noite|dizer(?:-me)?|desejar(?:-me)?|"
        r"apagar|apaga|"
        r"fechar|fecha|ler(?:-me)?|le|acordar(?:-me)?|cobrir(?:-me)?|ajudar(?:-me)?|buscar|ver se|jogar|pegar "
        r"(?:o|a) \w{4,10})"
        r"\b",
    ),
    unless=r"\b(?:touch\w{0,3}|kiss(?:es|ed|ing)? me on|naked|undress\w{0,3}|clothes|pyjamas|pajamas|under (?:my|"
    r"the)|lies|lay|"
    r"lying|on top|locks?|secret\w{0,2}|tell (?:anyone|mum|mom)|hurt\w{0,3}|scared|afraid|hate|stop|body|"
    r"sex\w{0,4}|legs?|"
    r"alone|drunk|but|then|and (?:he|then|lies|gets|stays|puts|won't|makes)|rap(?:e|ed|es)|fasst|anfass\w{1,2}|nackt|"
    r"ausz\w{2,7}|legt|decke|geheim\w{0,5}|angst|aber|dann|betrunken|streichel\w{1,3}|toca\w{0,4}|desnud\w{1,3}|"
    r"acuesta|"
    r"encima|miedo|secreto|pero|luego|borracho|touche\w{0,2}|nue?|deshabill\w{1,4}|couche|peur|mais|puis|ivre|nu|"
    r"deita|"
    r"despe\w{0,3}|medo|segredo|mas|depois|bebado)\b",
)
"""A parent who comes to say good night, to read or to turn off the light."""

SCRATCHED: Final = ExplainedBy(
    ("self_injury.",),
    behind=either(
        r"(?: \w{1,10}){0,4}? (?:on|with|from) (?:a|an|the|some|our|my|that) (?:\w{3,10} )?(?:rose ?bush|rose|"
        r"thorns?|brambles?|"
        r"hedge|fence|barbed wire|paper|envelope|cardboard|tin|can lid|nail(?! scissors)|rock|coral|shell|door|"
        r"drawer|table|"
        r"gate|bush|cactus|oven|hob|stove|iron|kettle|baking tray|exhaust)\b",
        r"(?: \w{1,10}){0,2}? (?:while|when|whilst) (?:i was )?(?:slicing|chopping|peeling|cooking|shaving|gardening|"
        r"opening|washing|doing the dishes|carving|grating|baking|pruning|trimming|repairing|fixing|drilling|"
        r"cutting (?:the |"
        r"up |some )?(?:bread|onions?|vegetables|carrots|cheese|meat|wood|hedge|grass|paper|cardboard))\b",
        r"(?: \w{1,10}){0,3}? (?:beim (?:rasieren|kochen|schneiden|schalen|schaelen|gartnern|gaertnern|abwaschen|"
        r"backen|"
        r"basteln|hecke\w{0,9}|brot\w{0,9}|gemuse\w{0,9})|an (?:der|einer|den|einem|dem) (?:\w{3,10})?(?:dose|"
        r"rose|dornen?|"
        r"hecke|zaun|papier|ofen|herd))\b",
        r"(?: \w{1,10}){0,3}? (?:afeitandome|al afeitarme|cocinando|pelando|picando|cortando (?:pan|cebolla|"
        r"verdura)|con "
        r"(?:un papel|una espina|la lata|una zarza|el horno))\b",
        r"(?: \w{1,10}){0,3}? (?:en (?:me rasant|cuisinant|epluchant|jardinant|bricolant|ouvrant|coupant (?:du|"
        r"les|des|le "
        r"pain))|avec (?:une feuille|une epine|une boite))\b",
        r"(?: \w{1,10}){0,3}? (?:a fazer a barba|fazendo a barba|cozinhando|a cozinhar|descascando|picando|a "
        r"picar|cortando "
        r"(?:pao|cebola)|com (?:papel|um espinho|a lata))\b",
    ),
    unless=r"\b(?:on purpose|purposely|deliberate\w{0,2}|intentional\w{0,2}|again|want\w{0,3}|felt (?:good|"
    r"better)|relie\w{1,3}|"
    r"release|need(?:ed|s)? (?:to|it)|deserve\w{0,2}|secret\w{0,2}|hide|hid|every (?:day|night)|absicht\w{0,4}|"
    r"wieder|"
    r"erleichter\w{1,4}|"
    r"verdien\w{1,2}|a proposito|otra vez|alivi\w{1,2}|merezco|expres|encore|soulag\w{1,5}|merite|de proposito|de "
    r"novo|"
    r"mereco|pretend\w{0,3}|lie[ds]?|say\w{0,3}|told)\b",
)
"""Thorns, tins and kitchen knives."""

TIRED_OF_A_PLACE: Final = ExplainedBy(
    ("ideation.dont_want_to_live", "passive.death_on_mind", "ideation.", "passive."),
    behind=either(
        r" (?:out of (?:a|my|the) (?:suitcase|car|van|boxes|bag|backpack)|in (?:the|this|a|an) (?:\w{3,9} "
        r")?(?:city|town|"
        r"village|country ?side|suburbs|big city|dorms?|hostel|basement|apartment block|cold|heat|fog|middle of "
        r"nowhere)|with "
        r"(?:(?:my|three|two|four|these|messy|noisy|so many) ){0,2}(?:room ?mates?|flat ?mates?|house ?mates?|mice|"
        r"cockroaches)|on (?:noodles|takeaways?|takeout|campus|a boat|the road|a building site|ramen)|pay ?check "
        r"to pay ?check)"
        r"(?= ?(?:$|[.!?;,])| (?:and|so|because|since|thinking|for|where|with|after|,))",
        r" (?:of|in|with|about) (?:(?:going|carrying|keeping) on with |doing |having |continuing |watching |"
        r"reading |attending |"
        r"sitting in )?(?:this|the|that|these|those|my|our|a) (?:(?!suicid|treat)\w{3,12} )?(?:meetings?|diet|"
        r"game|show|series|"
        r"book|course|class|homework|exercise|rule|update|project|discussion|debate|films?|movie|subscription|app|"
        r"argument|"
        r"email|form|lesson|lecture|level|match|season|paper|assignment|exam|test|quiz|software|printer|rehearsal|"
        r"report)"
        r"(?= ?(?:$|[.!?;,]))",
        r" (?:in)?to (?:a|an|the|my) (?:(?:good|new|nice|remote|small|desert|tropical|quiet|warm|cabin) "
        r"){0,2}(?:book|novel|"
        r"island|beach|mountains|forest|cabin|series|countryside|holiday|spa|library)(?! (?:and|to) (?:never|die|"
        r"not|end))",
        r" (?:in)?to \w{4,12}(?: \w{2,8}){0,2} for (?:a|the|two|three|a whole|the whole) (?:week|weekend|"
        r"fortnight|month|summer|"
        r"few days)\b",
        r"(?: anymore| any ?more)?[,:;.\- ]{1,3}(?:with )?(?:all )?(?:this|the|these|that|my neighbou?rs?'?s?|my) "
        r"(?:[\w']{2,12} "
        r"){0,2}(?:music|noise|heat(?:wave)?|traffic|printer|wi ?fi|weather|drilling|barking|construction|pollen|"
        r"hay ?fever|"
        r"humidity|mosquitoes|ads|adverts|spam|commute|snoring)\b",
        r" (?:con|por) (?:el|la|este|esta|tanto|tanta) (?:ruido|calor|trafico|musica|tos|alergia)\b",
        r" (?:du|avec|a cause du|de) (?:ce |cette )?(?:bruit|chaleur|boucan|bouchons|musique|pollen)\b",
        r" com (?:o|a|este|esse|tanto|esta|tanta) (?:barulho|calor|transito|musica|ruido)\b",
        r" (?:tired|sure|certain|set on|broke|asleep|serious|lucky|easy)(?! of)\b",
    ),
    unless=r"\b(?:(?:to|i|will|gonna|wanna|can) die|die(?= ?(?:$|[.!?,]))|dying|kill\w{0,4}|suicid\w{0,4}|end it|"
    r"pills|forever|never|for good|life\b(?! in)|alive|nobody|pain|"
    r"hurt\w{0,3}|hopeless|worthless|anyway|muerte|morir\w{0,2}|mourir|morrer|sterb\w{0,3})\b",
)
"""What somebody is tired of, sees no point in, or wants to vanish into: a suitcase, a meeting, a book."""

OTHER_BOXES: Final = ExplainedBy(
    ("overdose_under_way.", "means."),
    behind=r" (?:of )?(?:the |my |our |his |her )?(?:\w{3,10} )?(?:chocolates?|cookies?|biscuits?|donuts?|"
    r"doughnuts?|pastries|"
    r"books|toys|tissues|cereals?|crackers|sweets|candy|candies|cupcakes|muffins|pizzas?|juice|milk|lemonade|"
    r"smarties|"
    r"tic ?tacs|mints|legos?|crayons|keksen?|pralinen|schokolade|galletas|bombones|chocolats|gateaux|bolachas|"
    r"biscoitos)\b",
    unless=r"\b(?:pills|tablets|meds|to die|dying|kill\w{0,4}|tabletten|pastillas|cachets|comprimidos|and (?:then "
    r")?threw|vomit\w{0,3}|"
    r"purg\w{1,3})\b",
)
"""A box or a bottle of something else."""

NEXT_DOOR: Final = ExplainedBy(
    ("psychosis.",),
    behind=r"(?: [\w']{1,9}){0,2}? (?:through the (?:wall|door|floor|ceiling)|from (?:next door|downstairs|"
    r"upstairs|outside|the "
    r"(?:street|corridor|kitchen|garden|flat|neighbou?rs?|other room))|next door|in the (?:street|corridor|garden|"
    r"kitchen|next "
    r"room)|aus der (?:nachbarwohnung|kuche|kueche|wohnung|strasse)|(?:aus|in) dem (?:nebenzimmer|garten|flur|"
    r"treppenhaus)|durch "
    r"die wand|von (?:nebenan|unten|oben|draussen)|en (?:el|la) (?:piso|apartamento|casa|cuarto|calle|pasillo|"
    r"cocina|patio) "
    r"(?:de al lado|de abajo|de arriba|del? vecin[oa]s?)|en (?:la calle|el pasillo|el patio)|(?:de|dans) "
    r"(?:l'appartement|la "
    r"rue|le couloir|la cuisine|le jardin|l'escalier)|chez les voisins|a travers le mur|(?:no|na) (?:apartamento|"
    r"casa|andar|"
    r"rua|corredor|cozinha|quintal)(?: (?:ao lado|de baixo|de cima|do vizinho))?|d[oa]s? vizinh[oa]s?)\b",
    unless=r"\b(?:tell\w{0,3}|told|say\w{0,3}|about me|my head|nobody|no ?one|whisper\w{0,3}|my name|spy\w{0,3}|"
    r"watch\w{0,3}|"
    r"sagen|befehl\w{0,3}|uber mich|ueber mich|niemand|kopf|namen|flustern|fluestern|dicen|de mi|cabeza|nadie|"
    r"susurr\w{1,3}|"
    r"disent|de moi|tete|personne|chuchot\w{1,4}|dizem|de mim|ninguem|sussurr\w{1,4}|command\w{0,3}|order\w{0,3})\b",
)
"""Voices of neighbours."""

KNOTS: Final = ExplainedBy(
    ("method_seeking.",),
    behind=r"(?: knots?)?(?: properly| correctly| safely)? for (?:(?:my|the|a|our|his|her|some) )?(?:\w{3,10} "
    r")?(?:climbing|sailing|fishing|"
    r"scouts?|knitting|boat|hammock|swing|macrame|halloween|theat(?:er|re)|props?|film|play|knot[- ]tying|"
    r"arborist)\b",
    unless=r"\b(?:my ?self|die|suicid\w{0,4}|kill\w{0,3}|hang my|end it)\b",
)
"""Knots of climbers and sailors."""

EXPLAINED: Final = (ABSENT, PILLS_KEPT, BOUT, BEDTIME, SCRATCHED, TIRED_OF_A_PLACE, OTHER_BOXES, NEXT_DOOR, KNOTS)
