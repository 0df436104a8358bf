"""Whether a person asks if they talk with a human or with a program: then they are told. Pure, in five languages."""

from __future__ import annotations

import re
from functools import lru_cache

from segue.safety.reading.folding import fold
from segue.safety.rules import compiled

READ_CHARS = 4_000
"""How much of the end of what a person wrote is read: a question to whoever answers stands in the newest words."""

_END = (
    r"(?=\W*$|[?!.,;:\n]| (?:or|ou|o|oder|and not|right|here|there|really|at all|behind|talking|typing|writing|"
    r"verdad|de verdad|no|aqui|ai|la|vraiment|en vrai|hier|wirklich|echt|etwa|mesmo|ne)\b)"
)
"""What follows who is asked about: the question's end or the other possibility. Not "a person who likes tea"."""

_EN_WHO = (
    r"(?: an?)? (?:human(?: being)?|(?:real|actual|living|live|true) (?:human(?: being)?|person|people|someone|"
    r"somebody|man|woman|therapist|doctor|nurse|counsell?or)|person|bot|chat ?bot|robot|machine|program|software|"
    r"computer(?: program)?|algorithm|ai|a i|artificial intelligence|language model|llm|chat ?gpt|someone real)"
)
_EN = (
    rf"(?:are|r) (?:you|u)(?: (?:really|actually|even|just|only|truly|maybe|like|not|secretly|still)){{0,3}}{_EN_WHO}"
    rf"{_END}|"
    rf"(?:aren't you|you are|you're|ur)(?: (?:really|actually|just|only|not|like)){{0,2}}{_EN_WHO}"
    r"(?: (?:right|aren't you|are you|no|or what|correct))? ?\?|"
    r"(?:am i|i'm)(?: (?:really|actually|just|now|still)){0,2} (?:talking|speaking|chatting|writing|texting|typing)"
    rf"(?: here)? (?:to|with)(?: (?:really|actually|just)){{0,2}}{_EN_WHO}{_END}|"
    rf"(?:is|was) (?:this|that|it|there)(?: (?:really|actually|just|even)){{0,2}}{_EN_WHO}(?: (?:i'm|i am) (?:talking|"
    r"speaking|chatting|writing)| (?:there|here|behind|answering|reading|writing|typing|on)\b| ?\?)|"
    r"are you real(?= ?\?|\W*$| or)|what are you(?: exactly)? ?\?|"
    r"(?:who|what)(?: exactly)? am i (?:talking|speaking|chatting|writing) (?:to|with)"
)
_ES_WHO = (
    r"(?: una?)? (?:human[oa]|ser humano|persona(?: (?:real|de verdad|humana))?|alguien real|robot|bot|chatbot|maquina|"
    r"ia|inteligencia artificial|programa(?: informatico)?|ordenador|computadora)"
)
_ES = (
    rf"(?:eres|es usted|sos)(?: (?:realmente|de verdad|solo|acaso|en serio)){{0,2}}{_ES_WHO}{_END}|"
    r"(?:hablo|estoy hablando|chateo|estoy chateando|escribo|estoy escribiendo)(?: (?:realmente|de verdad))?"
    rf" (?:con|a){_ES_WHO}{_END}|"
    rf"hay (?:alguien|una?|alguna?)(?:{_ES_WHO})?(?: (?:real|de verdad))? (?:ahi|detras|al otro lado)"
)
_FR_WHO = (
    r"(?: une?)? (?:humaine?|etre humain|(?:vraie? )?personne(?: reelle)?|vrai humain|quelqu'un de (?:vrai|reel)|robot|"
    r"bot|chatbot|machine|ia|i a|intelligence artificielle|programme(?: informatique)?|ordinateur)"
)
_FR = (
    r"(?:es tu|tu es|t'es|etes vous|vous etes)(?: (?:vraiment|juste|seulement|bien|reellement)){0,2}"
    rf"{_FR_WHO}{_END}|"
    r"(?:je parle|parle je|je discute|j'ecris|suis je en train de parler|je suis en train de parler)"
    rf"(?: (?:vraiment|bien|la))? (?:a|avec){_FR_WHO}{_END}|"
    r"(?:y a t il|il y a)(?: (?:vraiment|bien))? (?:quelqu'un|un humain|une (?:vraie )?personne|un etre humain)"
    r"(?: de reel)? (?:derriere|la|de l'autre cote)"
)
_DE_WHO = (
    r"(?: (?:ein|eine|einem|einer|n|ne|nem|ner))? (?:(?:(?:echt|richtig|wirklich)(?:e[nrm]?)? )?"
    r"(?:mensch(?:en|lich)?|person)|roboter|bot|chatbot|maschine|ki|k i|k(?:u|ue)nstliche intelligenz|"
    r"computer(?:programm)?|programm)"
)
_DE = (
    r"(?:bist du|sind sie|biste)(?: (?:wirklich|echt|eigentlich|nur|denn|etwa|uberhaupt|auch|jetzt)){0,3}"
    rf"{_DE_WHO}{_END}|"
    r"(?:rede|spreche|schreibe|chatte|red|schreib) ich(?: (?:hier|da|mal|grad|gerade|wirklich|jetzt|eigentlich|"
    r"denn|echt)){0,3}"
    rf" mit{_DE_WHO}{_END}|"
    rf"(?:ist|sitzt) (?:da|hier|dort)(?: irgend)?{_DE_WHO}"
)
_PT_WHO = (
    r"(?: uma?)? (?:human[oa]|ser humano|pessoa(?: (?:real|de verdade|humana))?|alguem real|robo|robot|bot|chatbot|"
    r"maquina|ia|inteligencia artificial|programa(?: de computador)?|computador)"
)
_PT = (
    r"(?:voce e|vc e|tu es|es|o senhor e|a senhora e)(?: (?:mesmo|realmente|so|apenas|de verdade)){0,2}"
    rf"{_PT_WHO}{_END}|"
    r"(?:estou|to|tou)(?: (?:mesmo|realmente))? (?:falando|a falar|conversando|a conversar|escrevendo) (?:com|para)"
    rf"{_PT_WHO}{_END}|"
    rf"(?:tem|ha|existe) (?:alguem|uma?)(?:{_PT_WHO})?(?: (?:real|de verdade))? (?:ai|por tras|do outro lado)"
)
_SHORT_END = r"(?= ?\?|\W*$| (?:or|ou|o|oder|tho|though|here|wirklich|de verdad|mesmo)\b)"
_ANY_BOT = (
    r"(?:an?|une?|una|uma|um|ein|eine?[mnr]?|n|nem?|ner|de l'|der|die|das)? ?(?:real |vraie? |echte[rn]? |"
    r"verdader[ao] )?"
    r"(?:human(?:[oa]s?)?|humaine?|mensch|bot|chat ?bot|robots?|robo|machine|maschine|maquina|programme?|"
    r"programma|programa|"
    r"person(?:ne|a)?|pessoa|ia|ki|ai|gpt|chat ?gpt|algorithme?|ordinateur|computer|computador|ser humano|etre humain|"
    r"(?:some|any)(?:one|body)(?: real)?|real people|humans?|gente)"
)
_SHORT = (
    rf"(?:are|r) (?:you|u|ya)(?: (?:even|actually|really|like|rly|for)){{0,2}} (?:real|human|alive|"
    rf"a real one){_SHORT_END}|"
    rf"(?:you|u|ur|you're)(?: (?:even|actually|really|like|rly|just))? (?:real|human|(?:an? )?(?:bot|robot|ai|chatbot))"
    rf"(?= (?:or|right|rite)\b| ?\?)|"
    rf"(?:do|does|is|are|am i|will) (?:there )?{_ANY_BOT}(?: (?:actually|really|even|here|there))?"
    r" (?:answer|answers|answering|reply|replying|read|reads|reading|typing|type|writing|talking|on the other)"
    r"(?= ?\?|\W*$| (?:this|these|that|my|me|to|here|what|right|or)\b)|"
    r"(?:did|was) (?:an? )?(?:ai|bot|robot|human|real person) (?:write|writing|wrote)|"
    rf"(?:bist du|biste|bisch(?: du)?|sind sie|seid ihr)(?: (?:denn|uberhaupt|eigentlich|wirklich|jetzt)){{0,2}}"
    rf"(?: (?:echt|real|menschlich|ein echter|eine echte|(?:nur )?(?:chat ?gpt|gpt|en? (?:mensch|bot|roboter|"
    rf"maschine)))){_SHORT_END}|"
    r"(?:mit wem|wem) (?:rede|red|spreche|schreibe?|chatte) ich|"
    rf"(?:antwortet|schreibt|liest|spricht|redet)(?: (?:mir|da|hier|mit|das|gerade|eigentlich|jetzt|"
    rf"dort)){{0,4}} {_ANY_BOT}\b|"
    rf"(?:c'est|est ce|es ce) (?:que c'est )?{_ANY_BOT}(?: qui (?:me |te |m'|nous )?(?:repond|parle|ecri|lit|tape)|"
    rf" a qui| derriere| en face| ou| ?\?)|"
    rf"est ce que (?:c'est|tu es|t'es) {_ANY_BOT}{_SHORT_END}|"
    rf"(?:c'est|est ce que) qui qui (?:repond|parle|ecrit)|(?:a|avec) qui (?:je parle|est ce que je parle|parle je)|"
    rf"(?:tu es|t'es|t es|tes|t|es tu|vous etes|etes vous)(?: (?:vraiment|bien|un peu|en fait))?"
    rf" (?:reele?|reel(?:le)?|vraie?|humaine?|(?:un |une )(?:humaine?|vrai|vraie|robot|bot|ia|machine|"
    rf"vraie personne)){_SHORT_END}|"
    rf"(?:y a|ya|il y a) (?:un vrai |une vraie )?{_ANY_BOT} (?:derriere|en face|de l'autre|qui)|"
    rf"(?:eres|sos|es usted|e?res tu)(?: (?:de verdad|realmente|posta|en serio))?"
    rf" (?:real|de verdad|humano|humana|de carne y hueso|(?:una? )?(?:chat ?gpt|gpt|ia|bot|robot|persona)){_SHORT_END}|"
    rf"(?:me )?(?:esta|estan) (?:respondiendo|contestando|escribiendo|hablando|leyendo) {_ANY_BOT}\b|"
    rf"(?:me|quien) (?:responde|contesta|escribe|atiende|habla|lee)(?: (?:aqui|es|aca)){{0,2}} {_ANY_BOT}\b|"
    rf"(?:es|e|sera)(?: (?:mesmo|que))? {_ANY_BOT} (?:que|quem|quien|el que|la que|o que)(?: me| ta| esta| te)?"
    r" (?:responde|contesta|escribe|escreve|atiende|lee|le|respondendo|a responder|hablando|falando|escrevendo|"
    r"a escrever)|"
    rf"(?:com quem|con quien|quem) (?:estou|to|tou|eu|hablo|estoy|esta|ta)(?: (?:falo|falando|a falar|hablando|"
    rf"respondendo))?"
    r"(?= ?\?|\W*$| (?:aqui|agora|ahora)\b)|"
    rf"(?:voce|vc|vcs|ce|tu|voces)(?: (?:e|es|eh|sao))(?: (?:mesmo|so|realmente))?"
    rf" (?:gente|real|de verdade|human[oa]s?|robos?|(?:uma? )?(?:bot|robo|ia|maquina|pessoa|chat ?gpt)){_SHORT_END}|"
    rf"es (?:real|humano|humana|gente|de verdade){_SHORT_END}|"
    r"(?:human|person|humano|humain|mensch|persona|pessoa|gente) (?:or|o|ou|oder) (?:an? |une? |una |uma |ein |eine )?"
    r"(?:bot|robot|robo|machine|maschine|maquina|ai|ia|ki)\b|"
    r"(?:bot|robot|robo|machine|maschine|maquina|ai|ia|ki) (?:or|o|ou|oder) (?:an? |une? |una |uma |ein |"
    r"eine )?(?:real )?"
    r"(?:human|person|humano|humain|mensch|persona|pessoa|personne|gente)\b"
)
"""As it is typed in haste, and asked of what answers and not of who is spoken to."""


@lru_cache(maxsize=1)
def _asks() -> re.Pattern[str]:
    """In the notation of rules, over folded text. It takes some 30 ms, for which no start waits: `prepare`."""
    return compiled(rf"\b(?:{_EN}|{_ES}|{_FR}|{_DE}|{_PT}|{_SHORT})")


_STEMS = re.compile(
    r"human|humai|humano|person|pessoa|mensch|robo|bot\b|machin|maschin|maquin|comput|program|artificial|intellig|"
    r"\b(?:ai|ia|ki|a i|i a|k i|gpt|llm|real|algorithm|software|ordinateur|ordenador|someone|somebody)\b|"
    r"quelqu|alguien|alguem|what are you|am i (?:talk|speak|chat|writ)|modell?\b|robots|\breele?|\bvraie?\b|\becht|"
    r"anyone|anybody|\bgente\b|\bqui\b|\bquien\b|\bquem\b|\bwem\b|alive|verdade?\b|carne|\brobos?\b|\bgpt|chatgpt"
)
"""Texts without any of these ask nothing of the kind."""


def prepare() -> None:
    """Make ready what `asks_whether_human` reads with."""
    _asks()


def asks_whether_human(text: str) -> bool:
    """True where a person asks whoever answers whether it is a human, or a program.

    It leans to yes: an elf who is asked the same within a story has it told as well, which harms nobody.
    """
    said = fold(text[-READ_CHARS:]).text
    return _STEMS.search(said) is not None and _asks().search(said) is not None
