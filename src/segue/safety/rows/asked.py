"""How somebody tells that they were asked about a danger, and that the answer is no, in five languages."""

from __future__ import annotations

from segue.safety.rules import either

ASKED_NEEDS = (
    "ask want wonder check screen inquir enquir fill question frag wissen erkundigt pregunt saber demand savoir pergunt"
)
"""Stems, of which every such question holds one."""
ASKED_BEFORE = either(
    r"(?:(?:ask(?:s|ed|ing)?|wanted to know|wants to know|wondered|checked|checks|screen(?:s|ed|ing)?|inquired|"
    r"enquired|fill(?:ed)? in|question(?:s|ed|naire)?)(?: (?!my ?self)[\w',\"]{1,14}){0,7}?[ ,:\"']{1,3}(?:if|whether|"
    r"wether|did|do|am|are|was|have|had|about|for))",
    r"(?:(?:gefragt|fragt|fragte|fragen|fragten|erkundigt|wissen (?:will|wollte|wollten|wollen)|"
    r"(?:will|wollte|wollten|wollen) (?:\w{2,8} ){0,2}wissen|(?<!\w)frage(?:bogen)?(?! mich))(?: (?!mich ob|"
    r"mich selbst)\w{1,14}){0,5}[ ,:\"']{1,3}ob)",
    r"(?:(?:pregunt(?:o|a|an|aron|aban|aba|ado|e)|(?:queria|querian|quiere|quieren|quiso|"
    r"quisieron) saber)(?: \w{1,14}){0,5}?[ ,:\"']{1,3}(?:si|por|sobre|acerca de))",
    r"(?:(?:demand(?:e|ent|ait|aient|es)|(?:veut|veulent|voulait|voulaient|"
    r"a voulu) savoir)(?: [\w']{1,14}){0,5}?[ ,:\"']{1,3}(?:si|s'))",
    r"(?:(?:pergunt(?:ou|aram|a|am|ava|avam|ado|e)|(?:queria|queriam|quer|querem|"
    r"quis) saber)(?: \w{1,14}){0,5}?[ ,:\"']{1,3}se)",
)
"""Up to the question itself; nobody here asks themselves."""
ASKED_AFTER = (
    r"(?:(?!\b(?:and|und) )[^.!;]){0,30}[,?\"' ]{1,3}(?:(?:they|he|she|the \w{3,12}|my \w{3,12}) (?:asked|asks|"
    r"wanted to know)|(?:haben|hat|wurde|wollte) (?:sie|er|ich|man|mein\w{0,2} \w{3,12}|die \w{3,14}|"
    r"der \w{3,14})(?: \w{2,6})? (?:gefragt|wissen)|fragte?n? (?:sie|er|man|mich|die|der|meine?))"
)
"""The question is told of behind it, in no clause of its own: `I want to die and she asked …`."""

_STOP = r"(?=[ ]?(?:$|[.,;!?\"')]))"
_DENY_EN = either(
    rf"(?:which )?(?:and )?i (?:haven't|have not|hadn't|had not|don't|do not|didn't|did not|am not)(?:{_STOP}|"
    r" (?:want to (?:die|kill|hurt)|hear|cut|self harm|have (?:any|plans?|a plan|thoughts|those)|at all|of course))",
    rf"i(?:'m| was| am) not(?: going to)?{_STOP}|mine (?:doesn't|don't|isn't){_STOP}|"
    r"i (?:had to |could )?(?:reassured?|assured?) (?:him|her|them)(?: that)? (?:i'm not|"
    r"i (?:don't|haven't|didn't|wasn't))",
    rf"(?:and )?(?:of course |hell |god |definitely |still |because |obviously )?(?:no|nope|nah)(?:{_STOP}|"
    r" (?:every|each|i (?:don't|haven't|didn't|am not|'m not)))",
    rf"(?:never|none){_STOP}|(?:i )?never (?:have|did|had|thought|would|wanted)|not at all|"
    r"not in the (?:slightest|least)|(?:of course|certainly|absolutely|definitely) not|not (?:once|ever)",
    r"(?:the|my) answer(?:'s| is| was| stays| remains)(?: (?:still|always|again)){0,2} no",
    r"(?:and )?(?:i )?(?:ticked|checked|put|wrote|said|answered|replied|"
    r"told (?:him|her|them))(?: that)?[ ,:\"']{1,3}(?:no|never|not|nope|i (?:don't|haven't|didn't|wasn't|never|'m not)|"
    r"i'm not)(?! (?:sure|idea))",
    r"(?:he|she|nobody|no ?one|they)(?: (?:doesn't|does not|don't|didn't|hasn't|hadn't|haven't|never did|does|hits me|"
    rf"ever has|isn't))(?:{_STOP}| (?:hit|touch|hurt|beat) me)",
)
_DENY_DE = either(
    r"(?:das )?(?:habe?|hatte|will|wollte|werde|wurde|tue?|bin|war|mache?|denke?|ritze?|hore|"
    r"hoere) ich(?: (?:aber|auch|wirklich|naturlich|natuerlich|gar|uberhaupt|ueberhaupt|noch)){0,2} (?:nicht|nie|"
    rf"keine?)(?: mehr)?{_STOP}",
    rf"ich (?:habe?|will|bin|tue?|mache) (?:das )?nicht{_STOP}|(?:die|das|den) (?:habe?|will|tue?) ich nicht{_STOP}",
    rf"(?:denn |und |natuerlich |naturlich )?(?:nein|nee|nie|niemals|nicht|no){_STOP}|"
    rf"(?:naturlich|natuerlich|gar|uberhaupt|ueberhaupt|sicher|bestimmt) nicht{_STOP}|"
    r"nein (?:habe?|will|bin|tue?|hore|hoere) ich nicht",
    rf"(?:tut|macht|schlagt|schlaegt) (?:er|sie|niemand)(?: \w{{2,6}})? nicht{_STOP}",
    r"(?:und )?(?:ich )?(?:sage?|sagte|antworte|antwortete|habe?)(?: ich)?(?: (?:jedes mal|immer|wieder|wie immer|"
    r"mit)){0,2} nein(?: gesagt| geantwortet| angekreuzt)?|(?:ich (?:habe?|hab) )?(?:nie|nein|nicht) angekreuzt|"
    r"die antwort (?:ist|war|bleibt)(?: \w{2,6}){0,2} nein",
)
_DENY_ES = either(
    rf"(?:y |porque |claro que |pues |dije que |obvio que |todavia )?no{_STOP}|nunca(?: l[oa] he \w{{4,8}})?{_STOP}|"
    rf"jamas{_STOP}|para nada|en absoluto",
    rf"no tengo{_STOP}|no (?:l[oa]s? (?:oigo|tengo|hago|he (?:hecho|pensado|tenido)|quiero)|"
    r"me (?:pega|corto|autolesiono)|pienso en eso)",
    r"(?:y )?(?:marque|puse|dije|conteste|respondi|escribi)(?: que)? (?:no|nunca|jamas)|"
    r"la respuesta (?:\w{2,7} ){0,2}no",
)
_DENY_FR = either(
    rf"(?:et |parce que |bien sur que |evidemment |ben |toujours )?non{_STOP}|jamais{_STOP}|pas du tout|"
    r"bien sur que non",
    r"je n'en (?:ai|entends) (?:pas|aucune?|jamais)|je n'y (?:ai jamais )?pense (?:pas|jamais)|"
    r"je ne (?:le (?:fais|veux) pas|veux pas mourir)|il ne (?:me (?:frappe|touche|bat) pas|le fait pas)",
    r"(?:et )?j'ai (?:dit|coche|repondu|mis|ecrit)(?: que)? (?:non|jamais)|"
    r"la reponse (?:est|reste|etait) (?:toujours )?non",
)
_DENY_PT = either(
    rf"(?:e |porque |claro que |disse que |obvio que |ainda )?nao{_STOP}|nunca(?: o fiz| fiz| pensei)?{_STOP}|"
    r"de jeito nenhum|de modo nenhum",
    r"nao (?:tenho(?= ?[.,;!]| ?$)|ouco|quero(?= ?[.,;!]| ?$)|penso(?= ?[.,;!]| ?$)|me corto|bate|me bate)",
    r"(?:e )?(?:marquei|pus|disse|respondi|escrevi)(?: que)? (?:nao|nunca)|a resposta (?:\w{1,8} ){0,3}nao",
)
DENIED_AFTER = (
    r"(?:[^.!?;]{0,60}[.,;!?\"')]{1,3}[ ¡¿]{0,2}|(?: [\w']{1,12}){0,6}? )(?:(?:and|und|y|et|"
    rf"e) )?(?:{_DENY_EN}|{_DENY_DE}|{_DENY_ES}|{_DENY_FR}|{_DENY_PT})"
)
"""The answer, behind the rest of the question."""

_TOLD_AND_MORE = (
    r"(?<!said )no[.] (?:i have(?! (?:no|not|never))|i've got|i'm past|she(?! (?:doesn't|never))|but|if)\b|"
    r"(?:(?:said|answered|replied|told (?:him|her|them)|ticked|wrote|put|dije|conteste|respondi|j'ai dit|ai repondu|"
    r"disse|sage|sagte|gesagt)(?: ich| i| que)? (?:no|never|nein|nie|non|jamais|nao|nunca)|"
    r"(?:no|nope|nein|non|nao),? (?:i said|sagte ich|habe ich gesagt|dije|j'ai dit|disse(?: eu)?)|"
    r"nein gesagt)(?: haha)?(?:[.!]|, (?=if|until|need)) ?(?!(?:(?:it|that) (?:was|is)|it's|that's|just|only|we|i'm|"
    r"i am|i (?:just|only|love|like|laughed|really|never|don't|haven't|didn't)|all|so|thank|routine|everything|"
    r"they were|standard|es (?:war|ist)|ich (?:bin|habe|will)|solo|estoy|fue|es|c'etait|c'est|je|foi|estou|so|"
    r"e)\b)(?=\w)"
)
"""A no that was told somebody, and what comes after it: whoever is sure has no more to tell."""

UNDENIED = (
    rf"\b(?:{_TOLD_AND_MORE}|(?:yes|yeah|yep|yea|ja|oui|sim|lied?|lying|(?:a|the) lie|but|though|truth|actually|"
    r"honest(?:ly)?|wish|afraid|scared|because (?:they|he|she|then|otherwise|i (?:don't|didn't|can't|couldn't|was|am)|"
    r"i'm)|so (?:that )?(?:they|he|she|nobody|no ?one|i)|otherwise|"
    r"and i (?:have|do|did|am|was|had)(?! (?:to re|not|no\b|laughed))|i (?:do|did|am|have)(?= ?(?:$|[.,!]))|maybe|"
    r"sometimes|not sure|don't know|dunno|couldn't|secret\w{0,2}|hide|hid|hiding|except|only(?! because)|"
    r"pretend\w{0,3}|of course i (?:said|told)|always say|keep saying|tonight|(?:will|gonna|going to) do it|"
    r"heute nacht|esta noche|ce soir|hoje a noite|(?:just )?(?:like|as) always|anyway|aloud|out loud|should have|"
    r"wasn't true|not true|(?:he|she|they) do(?:es)?(?= ?(?:$|[.,!]))|asked my ?self|ask my ?self|doch|aber|gelogen|"
    r"luge|luege|log|ehrlich|wahrheit|weiss|vielleicht|manchmal|keine ahnung|obwohl|weil|damit|sonst|stimmt|trau|angst|"
    r"eigentlich|leider|verschwiegen|verheimlich\w{1,2}|frage? ich mich|ich mich gefragt|pero|menti|mentira|verdad|"
    r"aunque|a veces|quizas?|tal vez|no (?:lo )?se|miedo|porque (?!no\b|nao\b)|para que|en realidad|ocult\w{1,4}|"
    r"(?:que|y|claro que) si(?= ?(?:$|[.,!]))|mais|verite|parfois|peut etre|sais pas|peur|pour (?:ne pas|qu\w{0,3})|"
    r"en fait|en vrai|sinon|parce que (?!non)|car|cache|je me demande si|mas|verdade|as vezes|talvez|nao sei|medo|"
    r"na real|escond\w{1,3}|so que|believed|convinced|fingers crossed|else (?:can|could|would|do) (?:i|you)|"
    r"what to tick|they(?:'d| would|'ll) (?:take|lock|keep|call|tell|send|only|just)|"
    r"(?:she|he)(?:'d| would|'ll) (?:only|just|cry|call|tell|take)|(?:my )?sleeves|spinning|dizzy|finish the letters?|"
    r"(?:was )?(?:standing|sitting|listening|watching)|it's set|set for|i smiled|"
    r"(?:i'm )?(?:good|used) (?:at|to) (?:it|this|that)|the usual|practi[sc]ed|(?:ask|asks) about me|"
    r"and i want to(?= ?(?:$|[.!,]))|rope|pills|noose|(?:it is|it's) (?:ready|planned)|"
    r"(?:friday|saturday|sunday|monday|tomorrow|tonight) it is|am (?:montag|dienstag|mittwoch|donnerstag|freitag|"
    r"samstag|sonntag) (?:ist|mache|tue)|soweit|lo hago|lo hare|todo listo|tout est pret|je le fais|"
    r"(?:esta )?tudo pronto|vou fazer)\b)"
)
"""Words with which such a no may be none."""
