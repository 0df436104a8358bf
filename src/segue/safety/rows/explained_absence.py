"""Why somebody will not be here: a fair, a holiday, the dentist, in five languages."""

from __future__ import annotations

from typing import Final

from segue.safety.rows.explained_by import ExplainedBy
from segue.safety.rules import either

_NEXT: Final = r"(?: (?!and |und |y |et |e )\w{1,12}){0,4} ?"
"""What may follow within the clause, before its reason."""

_AWAY_EN = (
    r"(?:(?:because|since|as|cause|cuz|bc) )?(?:(?:i'm|i am|i'll be|we're|we are|we'll be|i've got|i've|i have|we have|"
    r"we've|got|there's|it's|off to|off on|due to|attending|at|on|my|our|the|a) )?(?:(?!not\b|"
    r"no\b)[\w']{1,12} ){0,4}?(?:fair|conference|congress|convention|trade show|seminar|workshop|training course|"
    r"training day|holidays?|vacation|annual leave|parental leave|maternity leave|paternity leave|"
    r"(?:day|days|week|morning|afternoon) off|flight|fly(?:ing)?(?! away)|airport|plane to|train to|dentist|"
    r"doctor's(?: appointment)?|appointment|wedding|festival|new job|work(?:ing)? from home|home office|"
    r"(?:business|school|work|class|field|day|road|hiking|fishing|city|weekend) trip|trip to|"
    r"mov(?:e|ing) (?:to|house|out)|visit(?:ing)?|practice|rehearsal|tournament|match|school play|sailing|skiing|"
    r"camping|travell?ing|honeymoon|cruise|jury duty|driving (?:to|up to|down to)|leave for|"
    r"(?:early|late|night|day|morning) shift|(?:train|bus|ferry|plane) (?:leaves|goes|departs)|"
    r"back (?:on|in|next) (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|"
    r"june|july|august|september|october|november|december|week))"
)
_AWAY_DE = (
    r"(?:(?:denn|weil) )?(?:(?!nicht\b|kein)\w{1,12} ){0,5}?(?:(?:\w{3,12})?messe|kongress|konferenz|tagung|"
    r"(?:\w{3,10})?urlaub|ferien|dienstreise|(?:urlaubs|geschafts|klassen|gruppen)(?:reise|fahrt)|fortbildung|seminar|"
    r"schulung|homeoffice|home office|arbeite von (?:zu hause|daheim)|(?:\w{3,10})?(?:arzt|aerztin|termin)(?:termin)?|"
    r"hochzeit|flug (?:geht|um|nach)|flieg\w{1,2} (?:um|nach|in)|verreis\w{1,3}|fahr\w{0,3} (?:nach|zu|an die|an den|"
    r"in die|in den|ans)|neue[nr]? (?:job|stelle|arbeit)|zieh\w{0,3} (?:um|nach)|ostsee|nordsee|"
    r"hab\w{0,2} (?:einen tag |dann )?frei|elternzeit|klassenfahrt|training|turnier|probe|auf der arbeit|am strand)"
)
_AWAY_ES = (
    r"(?:(?:porque|ya que|pues) )?(?:(?!no\b)\w{1,12} ){0,5}?(?:feria|congreso|conferencia|curso|vacaciones|dia libre|"
    r"dias libres|dentista|cita (?:con|en|medica)|medico|viaj[eo](?: a| de)|vuelo|boda|nuevo trabajo|cambio de trabajo|"
    r"trabajo nuevo|me mudo|desde casa|por trabajo|teletrabajo|visit(?:o|ar|amos)|excursion|torneo|partido|"
    r"me voy a \w{3,12} (?:por|con|de))"
)
_AWAY_FR = (
    r"(?:(?:parce que|car|puisque) )?(?:(?!pas\b|plus\b)[\w']{1,12} ){0,5}?(?:salon|congres|conference|colloque|"
    r"formation|stage|vacances|conges?|dentiste|rendez[- ]vous|rdv|medecin|avion (?:pour|a)|vol (?:pour|a)|voyage|"
    r"mariage|nouveau (?:travail|boulot|job|poste)|teletravail|de la maison|demenage|deplacement|tournoi|match|"
    r"pars (?:a|en|pour|chez))"
)
_AWAY_PT = (
    r"(?:(?:porque|pois|ja que) )?(?:(?!nao\b)\w{1,12} ){0,5}?(?:feira|congresso|conferencia|formacao|curso|ferias|"
    r"folga|dentista|consulta|medico|voo (?:para|as|pra)|viag(?:em|o)(?: a| para| de)?|viajo|casamento|"
    r"mudei de emprego|novo emprego|emprego novo|de casa|home office|teletrabalho|mudo|visitar|torneio|jogo de)"
)
ABSENT: Final = ExplainedBy(
    ("intent.absent", "intent.tonight", "passive.gone_tomorrow", "goodbye.after_me", "goodbye.last_words"),
    behind=either(
        rf"(?<!the night){_NEXT}[,.:;!\-(]{{1,2}} ?(?:{_AWAY_EN}|{_AWAY_DE}|{_AWAY_ES}|{_AWAY_FR}|{_AWAY_PT})\b",
        rf"{_NEXT}(?:(?:because|since|as) {_AWAY_EN}|(?:denn|weil) {_AWAY_DE}|porque (?:{_AWAY_ES}|{_AWAY_PT})|"
        rf"(?:car|parce que) {_AWAY_FR})\b",
        r" (?:before (?:i|we) (?:board|fly|take off|land|leave for \w{3,12}|go on (?:holiday|vacation))|"
        r"before (?:the|my|our) (?:flight|exam|holidays?|summer break))\b",
        r" (?:this (?:week|weekend|month|summer)|(?:until|till|before) (?:next )?(?:monday|tuesday|wednesday|thursday|"
        r"friday|saturday|sunday|week|month|year|january|february|march|april|may|june|july|august|september|october|"
        r"november|december|easter|christmas|new year))\b",
    ),
    unless=r"\b(?:(?:to|i|will|i\'ll|gonna|wanna|can|could|must) die|die(?= ?(?:$|[.!?,]))|died|dying|dead|death|"
    r"kill\w{0,4}|suicid\w{0,4}|murder\w{0,2}|pills?|tablets|overdos\w{1,4}|rope|noose|gun|bridge|roof|tracks|rails|"
    r"jump\w{0,3}|heaven|hell|god|angels?|grave|goodbye|good bye|farewell|forgive|funeral|forever|never|for good|"
    r"suffer\w{0,3}|burden|pain|end it|end(?:ing)? (?:everything|my)|peace|better place|other side|cancel\w{0,5}|"
    r"no more|anymore(?= ?[.!?,]? ?(?:i'm (?:on|at) (?:the|my|a) (?:last|final)))|tot|tod|sterb\w{0,3}|umbring\w{0,3}|"
    r"himmel|engel\w{0,2}|gott|letzte\w{0,2}|abschied\w{0,4}|lebt? wohl|verzeih\w{0,3}|vergebt|schluss|ende|"
    r"erlos\w{0,4}|tabletten|strick|brucke|dach|gleise\w{0,2}|muert[eoa]|morir\w{0,2}|matar\w{0,2}|suicid\w{0,4}|cielo|"
    r"dios|adios|perdon\w{0,5}|ultim[oa]|siempre|nunca|puente|pastillas|mort[eos]{0,2}|mour\w{0,3}|tuer|ciel|dieu|"
    r"adieu|pardon\w{0,5}|dernie\w{1,3}|toujours|jamais|pont|cachets|corde|morr\w{0,3}|matar|ceu|deus|adeus|"
    r"perdo\w{0,4}|ultim[oa]|sempre|nunca|ponte|remedios|corda|eterna?|eternelle?s?|ewige?n?)\b",
)
"""Somebody who will not be here is at a fair, on holiday, at the dentist. Said apart: `… for the wedding` is no
reason, but what they will not live to see."""

LAST_DAY: Final = ExplainedBy(
    ("goodbye.after_me", "intent.my_last", "intent.tonight"),
    behind=r" (?:(?:at|in) (?:the|this|my|our) (?:office|company|firm|job|school|uni|university|internship|team)|"
    r"(?:dans|a) (?:l'|la |cette |notre )?(?:entreprise|boite|equipe|societe|ecole)|(?:au|du) (?:bureau|travail|boulot|"
    r"lycee|stage)|en (?:la|esta) (?:empresa|oficina|escuela)|(?:na|nesta|nessa) (?:empresa|escola|firma)|"
    r"no (?:escritorio|trabalho)|in der (?:firma|schule)|im (?:buro|buero))\b",
    unless=r"\b(?:die|dying|dead|kill\w{0,4}|suicid\w{0,4}|pills|rope|gun|bridge|forgive|goodbye forever|heaven|tot|"
    r"sterb\w{0,3}|umbring\w{0,3}|verzeih\w{0,3}|morir\w{0,2}|matar\w{0,2}|perdon\w{0,5}|mourir|tuer|pardon\w{0,5}|"
    r"morrer|perdo\w{0,4}|alive|earth)\b",
)
"""The last day at an office."""
