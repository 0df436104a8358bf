"""Sexualised minors, real or fictional: in English, and one row (`mul`) for the other languages."""

from __future__ import annotations

from segue.domain.findings import Category
from segue.domain.models import SafetyLevel
from segue.safety.rules import Rule

_MINORS, _HIGH = Category.MINORS, SafetyLevel.HIGH

_CHILD = (
    r"(?:child|children|kids?|minors?|little (?:girl|boy)s?|(?:young|under ?age|prepubescent|preteen|"
    r"pre-teen)(?: [\w']{3,12})? (?:girl|boy|child|teen)s?|toddlers?|preteens?|schoolgirls?|schoolboys?|loli|"
    r"shota|(?:\d|1[0-7]|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|six|seven|eight|"
    r"nine)(?: year| yr| yo)s?(?: |-)?(?:old)?(?: girl| boy| child)?)"
)

ROWS: tuple[Rule, ...] = (
    Rule(
        "minors.request",
        _MINORS,
        _HIGH,
        "en",
        "erotic hentai lewd naked nsfw nude porn sex smut",
        r"(?:write|describe|tell|generate|role ?play|create|show|imagine|draw|continue|make|give|send|find|want|"
        r"let's (?:do|play)|pretend|looking for|watch|download)(?: [\w']{1,12}){0,4} (?:sex(?:ual|y)?(?: scene| "
        r"story| content| roleplay| fantasy| pictures?)?|porn(?:ographic)?|erotic(?:a)?|nudes?|nsfw|smut|hentai|"
        rf"lewd|sexually explicit|naked)(?: [\w']{{1,12}}){{0,4}} {_CHILD}",
    ),
    Rule(
        "minors.material",
        _MINORS,
        _HIGH,
        "en",
        "child csam kiddie loli pic shota underage video",
        r"(?:write|generate|create|show|draw|make|give|send|find|want|need|looking for|watch|download|trade|"
        r"links? to|sell|buy)(?: [\w']{1,12}){0,4} (?:child porn(?:ography)?|kiddie porn|underage porn|csam|cp "
        r"(?:videos?|pics?)|loli(?:con)?|shota(?:con)?)",
    ),
    Rule(
        "minors.narrative",
        _MINORS,
        _HIGH,
        "en",
        "aroused erotic horny moaned moaning moans orgasm seductive sexy",
        rf"{_CHILD}(?: [\w']{{1,12}}){{0,3}} (?:moan(?:s|ed|ing)|orgasm(?:s|ed)?|(?:sexually )?aroused|horny|"
        rf"seductively|erotically)|(?:horny|sexy|seductive|erotic|aroused) (?:little )?{_CHILD}",
    ),
    Rule(
        "minors.request",
        _MINORS,
        _HIGH,
        "mul",
        "conto desnud enfant erotische escena fillette historia mineur nacktbilde nude porno relato sex",
        r"(?:porno(?:grafia)?|sexo|relato erotico|historia erotica|escena sexual|desnud[oa]s?|conto erotico|cena "
        r"de sexo|nudes?) (?:con|de|sobre|com|entre) (?:\w{2,10} ){0,2}(?:nin[oa]s?|menores?(?: de edad)?|"
        r"crianc[ao]s?|menin[oa]s?)|pornografia infantil (?:para|gratis|link|video|aqui)|(?:porno(?:graphie)?|"
        r"histoire erotique|scene de sexe|sexe|nue?s?) (?:avec|de|sur|entre) (?:\w{2,10} ){0,2}(?:enfants?|"
        r"mineure?s?|fillettes?)|(?:porno|sexszene|erotische geschichte|sexgeschichte|nacktbilder?|sex) (?:mit|"
        r"von|uber|ueber|zwischen) (?:\w{2,10} ){0,2}(?:kind(?:er|ern)?|minderjahrigen?|kleine[nrm]? madchen)",
    ),
)
