"""Languages as ISO 639-1 names them in two letters, and the tags of BCP 47 that begin with one: `pt-BR`, `en_US`."""

from __future__ import annotations

import re
from typing import Final

_NAMES: Final = (
    "aa:Afar ab:Abkhazian ae:Avestan af:Afrikaans ak:Akan am:Amharic an:Aragonese ar:Arabic as:Assamese av:Avaric "
    "ay:Aymara az:Azerbaijani ba:Bashkir be:Belarusian bg:Bulgarian bi:Bislama bm:Bambara bn:Bengali bo:Tibetan "
    "br:Breton bs:Bosnian ca:Catalan ce:Chechen ch:Chamorro co:Corsican cr:Cree cs:Czech cu:Church_Slavonic cv:Chuvash "
    "cy:Welsh da:Danish de:German dv:Divehi dz:Dzongkha ee:Ewe el:Greek en:English eo:Esperanto es:Spanish et:Estonian "
    "eu:Basque fa:Persian ff:Fulah fi:Finnish fj:Fijian fo:Faroese fr:French fy:Frisian ga:Irish gd:Gaelic gl:Galician "
    "gn:Guarani gu:Gujarati gv:Manx ha:Hausa he:Hebrew hi:Hindi ho:Hiri_Motu hr:Croatian ht:Haitian hu:Hungarian "
    "hy:Armenian hz:Herero ia:Interlingua id:Indonesian ie:Interlingue ig:Igbo ii:Yi ik:Inupiaq io:Ido is:Icelandic "
    "it:Italian iu:Inuktitut ja:Japanese jv:Javanese ka:Georgian kg:Kongo ki:Kikuyu kj:Kuanyama kk:Kazakh "
    "kl:Greenlandic km:Khmer kn:Kannada ko:Korean kr:Kanuri ks:Kashmiri ku:Kurdish kv:Komi kw:Cornish ky:Kyrgyz "
    "la:Latin lb:Luxembourgish lg:Ganda li:Limburgish ln:Lingala lo:Lao lt:Lithuanian lu:Luba-Katanga lv:Latvian "
    "mg:Malagasy mh:Marshallese mi:Maori mk:Macedonian ml:Malayalam mn:Mongolian mr:Marathi ms:Malay mt:Maltese "
    "my:Burmese na:Nauru nb:Norwegian_Bokmål nd:North_Ndebele ne:Nepali ng:Ndonga nl:Dutch nn:Norwegian_Nynorsk "
    "no:Norwegian nr:South_Ndebele nv:Navajo ny:Chichewa oc:Occitan oj:Ojibwa om:Oromo or:Odia os:Ossetian pa:Punjabi "
    "pi:Pali pl:Polish ps:Pashto pt:Portuguese qu:Quechua rm:Romansh rn:Rundi ro:Romanian ru:Russian rw:Kinyarwanda "
    "sa:Sanskrit sc:Sardinian sd:Sindhi se:Northern_Sami sg:Sango si:Sinhala sk:Slovak sl:Slovenian sm:Samoan sn:Shona "
    "so:Somali sq:Albanian sr:Serbian ss:Swati st:Sotho su:Sundanese sv:Swedish sw:Swahili ta:Tamil te:Telugu tg:Tajik "
    "th:Thai ti:Tigrinya tk:Turkmen tl:Tagalog tn:Tswana to:Tongan tr:Turkish ts:Tsonga tt:Tatar tw:Twi ty:Tahitian "
    "ug:Uyghur uk:Ukrainian ur:Urdu uz:Uzbek ve:Venda vi:Vietnamese vo:Volapük wa:Walloon wo:Wolof xh:Xhosa yi:Yiddish "
    "yo:Yoruba za:Zhuang zh:Chinese zu:Zulu"
)
LANGUAGES: Final = {code: name.replace("_", " ") for code, _, name in (row.partition(":") for row in _NAMES.split())}
"""All 183 codes in use (Library of Congress, November 2026), with their names in English."""
_LONGER: Final = "ast ceb chr ckb fil gsw haw hmn hsb kab lus mai nds scn szl yue zgh"
LONGER: Final = frozenset(_LONGER.split())
"""Languages with three letters in ISO 639-2 or 639-3 and none of two, which clients name more often than others."""
OTHER_LANGUAGE: Final = "und"
"""A language that nobody could tell, and that is none of those that Segue speaks; ISO 639-2 has this code for it. It is
told, and never taken."""
TAG: Final = f"^({'|'.join(sorted((*LANGUAGES, *LONGER)))})([-_][A-Za-z0-9]{{1,8}}){{0,4}}$"
"""How a language is written. Capitals are taken as well."""

_FORM: Final = re.compile("([a-z]{2,3})([-_][a-z0-9]{1,8}){0,4}", re.IGNORECASE | re.ASCII)
_ALSO: Final = (
    "deutsch:de español:es espanol:es castellano:es français:fr francais:fr português:pt portugues:pt eng:en deu:de "
    "ger:de spa:es fra:fr fre:fr por:pt ita:it nld:nl dut:nl pol:pl jpn:ja zho:zh us:en gb:en jp:ja cn:zh dk:da "
    "cz:cs gr:el kr:ko"
)
_MEANT: Final = {name.lower(): code for code, name in LANGUAGES.items()} | {
    name: code for name, _, code in (row.partition(":") for row in _ALSO.split())
}
"""What is often written for a code: names, codes of three letters, countries."""


def language_code(tag: str) -> str | None:
    """The code that a tag begins with, in small letters; None when there is no such language."""
    found = _FORM.fullmatch(tag.strip())
    code = found[1].lower() if found is not None else ""
    return code if code in LANGUAGES or code in LONGER else None


def meant_language(text: str) -> str | None:
    """The code that was probably meant by one that is none: `en` for `English`."""
    return _MEANT.get(text.strip().lower().replace("_", "-").partition("-")[0])


def known_language(tag: str) -> str:
    """The code that a tag of a setting begins with. Raises ValueError, which says what to write."""
    if (code := language_code(tag)) is None:
        meant = meant_language(tag)
        may_be = f"This is no code of a language; '{meant}' may be meant"
        raise ValueError(may_be if meant else "Use a language's code, as de or pt-BR")
    return code


def preferred_language(header: str) -> str | None:
    """The language that an `Accept-Language` header wants most (RFC 9110, 12.5.4); None when it names none.

    A client's library writes it, and not the person, so what cannot be read in it is passed over.
    """
    best, most = None, 0.0
    for part in header.split(",", 20)[:20]:
        tag, _, parameter = part.partition(";")
        weight = _weight(parameter)
        if weight > most and (code := language_code(tag)) is not None:
            best, most = code, weight
    return best


def _weight(parameter: str) -> float:
    name, _, value = parameter.replace(" ", "").partition("=")
    if name.lower() != "q":
        return 1.0 if not name else 0.0
    return float(value) if _WEIGHT.fullmatch(value) else 0.0


_WEIGHT: Final = re.compile(r"0(\.[0-9]{0,3})?|1(\.0{0,3})?", re.ASCII)
