"""What the sentence encoder smooths over in a model's words: denials, questions, quotations, whom they speak to."""

from __future__ import annotations

import re
from typing import Final

from segue.safety.reading.folding import fold

_SHORT_CHARS: Final = 40
_LONG_CHARS: Final = 160
"""From here on length tells nothing more."""
_SCALE: Final = 0.2
"""The numbers of an embedding are about 0.04 each: a yes must not drown them."""


def _words(*alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(alternatives)})(?!\w)")


_TRAITS: Final = (
    re.compile(r"\?"),
    re.compile(r"[\"“”„«»]"),
    _words(
        r"you|your|yours|you'\w+",
        r"du|dich|dir|deine?[mnrs]?",
        r"tu|te|ti|tus?|toi|ton|tes|vous|usted|voce|sua|seu|teu|tua",
    ),
    _words(r"i|i'\w+|me|my|ich|mir|mich|je|j'\w*|moi|yo|mi|eu|mim|meu"),
    _words(r"he|she|his|her|him|they|them|er|sie|ihn|il|elle|el|ella|ele|ela"),
    _words(
        r"not|no|never|nobody|nothing|none|cannot|\w+n't|without",
        r"nicht|kein\w*|nie|niemand|nichts|ohne|pas|jamais|personne|rien|ne|sans",
        r"nunca|nadie|nada|nao|ninguem|nem|sin|sem",
    ),
    _words(r"if|when|wenn|si|se|falls|quand|cuando|quando"),
    _words(
        r"feel|feels|felt|think|thought|thoughts|believe|said|say|says|wrote|may|might|seems?|sounds?|wonder",
        r"fuhl\w*|denkst|sagst|klingt|sientes|crees|piensas|dices|sens|penses|crois|dis|sente|pensa|acha|diz",
    ),
    _words(r"please|bitte|por favor|s'il te plait"),
    _words(
        r"help|hotline|helpline|doctor|therapist|therapy|counsell?or|emergency|ambulance|clinic|hospital|crisis",
        r"hilfe|arzt|arztin|therap\w+|klinik|notruf|ayuda|medico|psicolog\w+|urgenc\w+|aide|medecin|psycholog\w+",
        r"ajuda|emergencia",
    ),
    _words(
        r"die|dies|dying|dead|death|suicide|suicidal|kill\w*|end|sterben|tod|tot|selbstmord|umbring\w*",
        r"morir|muerte|suicid\w*|matar\w*|mourir|mort|morrer|morte",
    ),
    _words(
        r"pills?|dose|medication|medicine|tablets?|overdose|meds|tabletten|dosis|medikament\w*|pastillas?",
        r"comprimidos?|comprimes?|remedios?|antidep\w+|insulin\w*|lithium|litio",
    ),
    _words(
        r"secret|tell|hide|know|delete|geheim|sag\w*|erzahl\w*|versteck\w*|secreto|cuent\w*|dile|esconde|dis|dire",
        r"cache|conte|diga|esconda",
    ),
    re.compile(r"^\W*(?:don't|do not|never|stop|let|no|nunca|ne|n'|nao|lass)\b"),
    _words(
        r"story|novel|chapter|character|film|king|knight|dragon|queen|villain|roman|cuento|ritter|rey|reine|rei",
    ),
    _words(r"only|alone|everyone|everybody|all|nur|alle|allein|solo|todos|seul|tous|so|sozinh\w"),
    _words(r"can|could|would|should|must|will|kannst|solltest|musst|puedes|debes|peux|dois|pode|deve"),
    _words(r"and|but|because|und|aber|weil|y|pero|et|mais|e|mas|porque|car"),
    _words(r"are|is|'re|bist|ist|eres|es|esta|est|sont"),
    re.compile(r"[*#\-:]"),
    _words(
        r"safe|safety|support|talk|listen|stay|hope|love|care|sicher|hoffnung|segur\w+|esperanza|espoir",
        r"seguranca|esperanca",
    ),
    _words(
        r"cut|cuts|cutting|jump|rope|gun|blade|knife|eat|eating|skip|schneid\w*|spring|seil|cort\w+|salta|cuerda",
        r"coup\w+|saute|corde|pul[ae]|corda",
    ),
)
"""One number each: whether it is there."""
TRAITS: Final = len(_TRAITS) + 2


def traits(text: str) -> list[float]:
    """`TRAITS` numbers for a sentence."""
    said = fold(text).text
    there = [_SCALE if trait.search(said) else 0.0 for trait in _TRAITS]
    return [*there, _SCALE * min(len(text), _LONG_CHARS) / _LONG_CHARS, _SCALE * (len(text) < _SHORT_CHARS)]
