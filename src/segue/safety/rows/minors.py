"""Sexualised minors, real or fictional: in English, and one row (`mul`) for the other languages."""

from __future__ import annotations

from segue.domain.findings import Category
from segue.domain.models import SafetyLevel
from segue.safety.rules import Rule, either

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
        r"let's (?:do|play)|pretend|looking for|watch|download)(?: [\w']{1,12}){0,4} (?:sex(?:ual|y)?(?! ed| abuse| "
        r"assault| offen| traffick| health| harass| exploit)(?: scene| story| content| roleplay| fantasy| "
        r"pictures?)?|porn(?:ographic)?|erotic(?:a)?|nudes?|nsfw|smut|hentai|"
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
    Rule(
        "minors.act",
        _MINORS,
        _HIGH,
        "en",
        "age_play_w anal_wit aroused_b attracted_t child_er erotic fantasi finger fuck get_off groom grope "
        "intercourse_wit jail_ba kiddy_p lewd loli_he lolico lust_after lust_for minor_n molest naked nsfw nude "
        "oral_wit pretee pthc rape seduce sensua sex_wit sexuali sexually_abuse sexually_touch sexually_use sexy "
        "shota_h shotac toddlerco toples turned_on_b undres",
        either(
            r"(?:have|having|had|wants?|about|like|love|enjoy) (?:sex|intercourse|anal|oral(?: sex)?) with (?:a |an |"
            r"my |the |his |her |some |young |these ){0,2}(?:child|children|kids?|minors?|toddlers?|preteens?|little "
            r"(?:girl|boy)s?|under ?age \w{3,8}|school ?(?:girl|boy)s?|(?:\d|1[0-7]) (?:year|yr)s?(?: old)?|daughter|"
            r"niece|nephew|stepdaughter|little sister|little brother)",
            r"(?:molest|rape|fuck|seduce|undress|finger|grope|sexually (?:touch|abuse|use)|groom)(?:s|ed|ing)? (?:a |"
            r"an |my |the |that |this |little |young ){1,2}(?:child|children|kids?|minor|toddler|preteen|girl of "
            r"\d{1,2}|boy of \d{1,2}|(?:\d|1[0-7]) (?:year|yr)s? old|daughter|niece|nephew|stepdaughter|school ?girl|"
            r"school ?boy) (?:in (?:a|the|this) (?:story|scene)|scene|story|how|without|tips|and get away|slowly|"
            r"while)",
            r"i(?:'m| am)? (?:sexually )?(?:attracted to|turned on by|aroused by|get off (?:on|to)|have (?:sexual "
            r")?fantasies about|fantasi[sz]e about|lust (?:after|for)) (?:young |little |under ?age |prepubescent |"
            r"naked )?(?:children|kids|minors|toddlers|preteens|girls under|boys under|little girls|little boys|"
            r"school ?girls|my (?:daughter|son|niece|nephew|stepdaughter))",
            r"(?:lolicon|shotacon|loli hentai|shota hentai|jail ?bait|kiddy porn|child erotica|preteen (?:models?|"
            r"nudes?|porn)|pthc|age ?play with (?:a )?(?:child|kid|minor)|toddlercon|minor nudes)",
            r"(?:naked|nude|topless|sexy|sensual|erotic|sexuali[sz]ed|nsfw|lewd) (?:pictures?|pics?|photos?|images?|"
            r"drawings?|videos?|art|scenes?|story|stories|fanfic) (?:of|about|with|featuring|showing) (?:a |an |my |"
            r"some |young |the ){0,2}(?:child|children|kids?|minors?|toddlers?|preteens?|little (?:girl|boy)s?|"
            r"school ?(?:girl|boy)s?|(?:\d|1[0-7]) (?:year|yr)s?|under ?age|daughter|niece|stepdaughter)",
        ),
    ),
    Rule(
        "minors.scene",
        _MINORS,
        _HIGH,
        "en",
        "bare_ass bare_bottom bare_breasts bare_chest caress climax cock genitals kiss licked licks naked_b "
        "nipple pussy spread_h strip_n strips_n stroke suck_h sucks_h thrust touche wet_and_r wet_and_w",
        either(
            r"(?:little (?:girl|boy)|child|toddler|preteen|school ?girl|school ?boy|(?:\d|1[0-7]|ten|eleven|twelve|"
            r"thirteen|fourteen|fifteen) year old(?: girl| boy)?)(?:'s)?(?: [\w']{1,12}){0,4} (?:bare (?:breasts|"
            r"chest|bottom|ass)|genitals|nipples|pussy|cock|spread (?:her|his) legs|strips? naked (?:for|in front)|"
            r"climax(?:es|ed)?|sucks? (?:his|her)|kissed? (?:him|her|you) passionately|wet and (?:ready|willing)|"
            r"naked body)",
            r"(?:kiss(?:es|ed)?|strok(?:es|ed)|caress(?:es|ed)|lick(?:s|ed)|thrust(?:s)?|touch(?:es|ed)) (?:the |her "
            r"|his )?(?:little |young |under ?age )?(?:child's|girl's|boy's|schoolgirl's|toddler's|minor's) (?:naked "
            r"|bare |wet )?(?:breasts?|thighs?|body|lips passionately|nipples|genitals|pussy|cock|bottom)",
        ),
    ),
    Rule(
        "minors.act",
        _MINORS,
        _HIGH,
        "mul",
        "acostarme_co atraen cachon colegi coucher_av crianc desnud ecolie enfant erregt excita fillet "
        "geschlechtsverkehr_mit gime gimio ich_ste images_d je_suis kommt_z me_excito menina menino menores "
        "mich_er nacktb nacktf orgasmo orgasmu petite_f photos_d pongo_c rapports_sexuels_av "
        "relaciones_sexuales_co relacoes_sexuais_co relations_sexuelles_av schlafen_mit sex_mit sexbil sexe_av "
        "sexo_co stohnt tenho transando_co transar_co videos_d",
        either(
            r"(?:sexo|relaciones sexuales|acostarme|tener sexo) con (?:un |una |mi |unas |unos )?(?:nin[oa]s?|"
            r"menor(?:es)?(?: de edad)?|hijastra|hija|sobrina|chic[oa] de (?:\d|1[0-7]) anos)|(?:me (?:excitan|"
            r"atraen sexualmente)|me pongo cachondo con) (?:l[oa]s )?(?:nin[oa]s|menores)|(?:nina|nino|menor|"
            r"colegiala)(?: \w{2,12}){0,3} (?:gimio|gime|desnuda excitada|cachonda|excitada sexualmente|orgasmo)|"
            r"(?:fotos|imagenes|videos) (?:de )?(?:nin[oa]s|menores) desnud[oa]s",
            r"(?:sexe|rapports sexuels|coucher|relations sexuelles) avec (?:un |une |ma |des |mon )?(?:enfants?|"
            r"mineure?s?|fillettes?|petite fille|belle-fille|niece|fille de (?:\d|1[0-7]) ans|garcon de (?:\d|"
            r"1[0-7]) ans)|(?:je suis (?:attire|excite) (?:sexuellement )?par) (?:les |des )?(?:enfants|mineure?s|"
            r"fillettes)|(?:fillette|enfant|petite fille|ecoliere)(?: \w{2,12}){0,3} (?:gemit|gemissait|excitee|"
            r"jouit|orgasme)|(?:photos|images|videos) (?:d'|de )(?:enfants|mineure?s|fillettes) nue?s",
            r"(?:sex|geschlechtsverkehr|schlafen) mit (?:einem |einer |meiner |einen |kleinen )?(?:kind|kindern|"
            r"minderjahrigen?|kleinen madchen|stieftochter|nichte|tochter|(?:\d|1[0-7])(?: |-)?jahrigen?)|(?:mich "
            r"erregen|erregt mich|ich stehe auf) (?:kinder|kleine madchen|minderjahrige|kleine jungs)|(?:kleine "
            r"madchen|kind|schulmadchen)(?: \w{2,12}){0,3} (?:stohnt|stohnte|erregt|orgasmus|kommt zum hohepunkt)|"
            r"(?:nacktfotos|nacktbilder|sexbilder) (?:von )?(?:kindern|minderjahrigen|kleinen madchen)",
            r"(?:sexo|transar|relacoes sexuais|transando) com (?:um |uma |minha |meu |umas )?(?:crianc[ao]s?|"
            r"menor(?:es)?(?: de idade)?|menin[oa] de (?:\d|1[0-7]) anos|enteada|sobrinha|filha)|(?:tenho (?:atracao|"
            r"tesao)(?: sexual)? por|me excito com) (?:crianc[ao]s|menores|meninas pequenas)|(?:menina|menino|"
            r"crianca|colegial)(?: \w{2,12}){0,3} (?:gemeu|geme|excitada sexualmente|gozou|orgasmo)|(?:fotos|imagens|"
            r"videos) (?:de )?(?:crianc[ao]s|menores) (?:nu[as]s?|pelad[oa]s)",
        ),
    ),
)
