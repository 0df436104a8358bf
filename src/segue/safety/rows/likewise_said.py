"""What is told of somebody else and of the writer too: the frame that five languages' words are put into."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

TURNS = "but|aber|doch|pero|mais|mas|not|unlike|anders als|a diferencia|contrairement|ao contrario"
"""What turns to something else between the two."""
LEAD = (
    r"and|but|honestly|tbh|to be honest|lol|ngl|actually|well|sometimes|maybe|in fact|ok|yeah|yes|btw|by the way|"
    r"truth is|god|idk|hm{1,4}|oh|so|same|und|aber|ehrlich(?: gesagt)?|um ehrlich zu sein|ja|naja|tja|na ja|"
    r"eigentlich|manchmal|y|pero|la verdad(?: es que)?|sinceramente|honestamente|bueno|si|pues|creo que|de hecho|a "
    r"veces|et|mais|franchement|honnetement|en vrai|oui|bah|ben|en fait|parfois|pour etre honnete|e|mas|na verdade|"
    r"a verdade e que|pois|sim|as vezes|acho que|para ser sincer[oa]|pra ser sincer[oa]|olha|haha|jaja|kkk|mdr|xd"
)
"""How such a sentence begins."""
BEHIND = (
    r"honestly|really|lol|tbh|btw|by the way|sometimes|today|tonight|now|for real|fr|ngl|actually|and|but|so|to be|i|"
    r"kinda|lately|most|every|some|often|always|right|because|cause|cuz|bc|when|since|if|though|anymore|irl|in real|"
    r"man|bro|dude|please|help|even|a lot|then|too|as well|ehrlich|echt|wirklich|manchmal|heute|jetzt|und|aber|so|oft|"
    r"leider|gerade|seit|weil|wenn|immer|irgendwie|ubrigens|uebrigens|glaub|me pasa|me ocurre|"
    r"(?:lo )?(?:siento|pienso|quiero)|boludo|wey|guey|bro|juro|palabra|alter|digga|mec|mano|cara|la|de verdad|a veces|"
    r"ahora|hoy|y|pero|porque|pq|desde|cuando|si|en serio|sinceramente|ultimamente|la verdad|muchas|siempre|creo|jaja|"
    r"en vrai|vraiment|parfois|souvent|franchement|honnetement|ce|aujourd'hui|et|mais|parce|car|depuis|quand|toujours|"
    r"pour|serieux|je|mdr|de verdade|as vezes|agora|hoje|e|mas|quando|se|serio|muitas|sempre|acho|na verdade|esta|essa"
)
"""What may follow within the sentence: anything else makes another sentence of it (`I too believe …`)."""
SAYS = (
    r"said|says|replied|repl(?:y|ies)|answers|answered|whispers|whispered|thought|thinks|sagt|sagte|fluestert|flustert|"
    r"antwortet|antwortete|meint|meinte|dice|dijo|responde|respondio|dit|repond|repondit|murmure|diz|disse|respondeu|"
    r"(?:some|one) day|eventually|irgendwann|eines tages|algun dia|un jour|um dia"
)
"""A figure says it, or everybody may."""


@dataclass(frozen=True, slots=True)
class Likewise:
    """One language's words, in the notation of rules."""

    needs: str
    too: str
    """`me too`, and the like."""
    still: str
    """How a further sentence about the other begins, before it: `She is so tired. Me too.`"""
    dangers: Mapping[str, str]
    """How somebody else's danger is told, by kind."""
