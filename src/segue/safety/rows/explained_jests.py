"""What a brother is killed for in jest, and what one cuts oneself: leftovers, some slack, in five languages."""

from __future__ import annotations

from typing import Final

from segue.safety.rows.explained_by import ExplainedBy
from segue.safety.rules import either

_TRIFLE = (
    r"(?:left ?overs?|food|lunch|dinner|cheese|cake|yog(?:h)?urt|fries|chips|crisps|chocolates?|milk|coffee|mug|"
    r"snacks?|pizza|cookies?|biscuits?|ice ?cream|cereal|sandwich|fridge|charger|tooth ?brush|jumper|sweater|dress|"
    r"shirt|hoodie|shoes|socks|trainers|make ?up|lipstick|perfume|shampoo|towel|bike|playlist|netflix|spotify|"
    r"save file|game|console|xbox|playstation|minecraft|lego|ending|spoilers?|episode|show|series|song|joke|meme|"
    r"tickets?|keys|wi ?fi|password|alarm|dishes|washing|laundry|whites|bins?|toilet seat|hoover|meeting|email|"
    r"spreadsheet|printer|lawn|drums?|trumpet|ukulele|karaoke|crush|baby (?:photos?|pictures?)|haircut|birthday|"
    r"anniversary|parking space|umbrella|plants?|reste|pulli|ladegerat|sobras|cargador|restes|chargeur|carregador|"
    r"chocolate)"
)
_DID = (
    r"(?:ate|eaten|eats|drank|drunk|finished|stole|took|used|uses|borrowed|borrows|spilled|spilt|shrank|lost|broke|"
    r"deleted|reset|changed|spoiled|spoilt|told|forgot|put|left|leaves|keeps|posted|brought|wore|wears|hid|bought|"
    r"scratched|mows?|plays?|sings?|turned|unplugged|cut|made|invited|booked|scheduled)"
)
TRIFLES: Final = ExplainedBy(
    ("harm_to_others.",),
    behind=either(
        r"(?:[,;:.\-]{1,2} ?| )(?:because |cause |cuz |since |for )?(?:(?:he|she|they|it|who)(?:'s|'ve| has| have| had|"
        rf" just| always| only)? )(?:just |already |even |only )?{_DID} (?:(?!and\b)[\w']{{1,12}} ){{0,6}}?{_TRIFLE}\b",
        r" for (?:eating|finishing|stealing|borrowing|spoiling|deleting|using|losing|forgetting|"
        rf"leaving) (?:[\w']{{1,12}} ){{0,4}}?{_TRIFLE}\b",
        rf"[, ]{{1,2}}(?:er|sie) hat (?:schon wieder |wieder )?(?:mein\w{{0,2}} )?(?:\w{{3,10}} )?{_TRIFLE}\b",
        r"[, ]{1,2}(?:porque )?(?:se )?(?:comio|uso|rompio|perdio) (?:mis?|el|la|las|"
        rf"los) (?:\w{{3,10}} )?{_TRIFLE}\b",
        r"[, ]{1,2}(?:parce qu')?(?:il|elle) (?:a|m'a) (?:encore )?(?:mange|pris|casse|perdu|fini) (?:mes|mon|ma|"
        rf"les) (?:\w{{3,10}} )?{_TRIFLE}\b",
        r"[, ]{1,2}(?:porque )?(?:el[ea] )?(?:comeu|usou|partiu|quebrou|perdeu) (?:as|os|o|a) (?:minhas?|"
        rf"meus?) (?:\w{{3,10}} )?{_TRIFLE}\b",
    ),
    unless=r"\b(?:(?:my|the|our) (?:cat|dog|pup\w{1,3}|kitten|hamster|rabbit|bunny|baby|daughter|son|body)|"
    r"kni(?:fe|ves)|guns?|axe|hammer|bat|poison\w{0,3}|acid|really|mean it|meant it|serious\w{0,2}|tonight|right now|"
    r"blood|stab\w{0,4}|shoot\w{0,3}|plan\w{0,4}|not (?:joking|kidding)|no joke|for real|can't stop|voices?|last time|"
    r"this time|hit|hits|beats?|touch\w{0,3}|rap(?:e|ed)|hurt\w{0,3}|asleep|in (?:his|her|their) sleep|waiting|pillow|"
    r"made me|makes me|deserves? (?:to|it)|die|dead|bury|messer|ernst|heute|cuchillo|en serio|esta noche|couteau|"
    r"serieux|ce soir|faca|a serio|hoje|nudes?|naked)\b",
)
"""Leftovers, a white dress, the ending of a series."""

SLACK: Final = ExplainedBy(
    ("self_injury.",),
    behind=either(
        r" (?:(?:some|a bit of|a little|any|more|a little bit of|a lot of) slack|"
        r"(?:a|some) (?:break(?! in)|deal|bargain|fringe|bob|(?:new |spare )?key|path|niche|record|cheque|check)|"
        r"(?:a|another|some|the|one more|two) (?:[\w']{3,9} ){0,2}(?:slices?|pieces?|wedge|chunk|bit|"
        r"sliver) of (?:(?:that|this|the|my|your|our|her) )?(?:\w{3,10} )?(?:cake|pie|pizza|bread|cheese|melon|quiche|"
        r"tart|ham|brownie|lasagn\w{1,2}|pineapple|watermelon|loaf|salami)|(?:a|some|our) (?:christmas tree|flowers|"
        r"roses|tulips|bread|cheese|cake|walking stick|sandwich)|too thin|loose from (?:this|that|the|my) (?:contract|"
        r"job|deal|lease|subscription|company|relationship)|(?:out of|from) (?:the|that|this) (?:photo\w{0,5}|picture|"
        r"video|scene|film|episode|montage))\b",
        r" off (?:from |after )?(?:(?:the|my|all|any|added|more|another|two|three|one|a) ){0,2}(?:sugar|caffeine|"
        r"coffee|chocolate|alcohol|drinks?|beers?|wines?|glass(?:es)?|social media|instagram|tiktok|twitter|reddit|"
        r"youtube|facebook|netflix|news|sweets|snacks|gaming|games|online shopping|crisps|cigarettes|wi ?fi|"
        r"internet)\b",
    ),
    unless=r"\b(?:blades?|razors?|wrists?|arms?|thighs?|legs?|skin|scars?|bleed\w{0,3}|blood|urges?|bad|deep\w{0,2}|"
    r"on purpose|again and again|self harm|hurt my ?self|deserve it|punish\w{0,4}|die|kill\w{0,4}|suicid\w{0,4}|"
    r"(?:and|then|or) (?:just )?cut(?:ting)?)\b",
)
"""Some slack, a slice, an evening without the news."""
