"""Letters of other scripts and shapes that are read as Latin ones, and the signs that stand for plain ones."""

from __future__ import annotations

from string import ascii_lowercase

_CYRILLIC = dict(zip("аеорсухіјѕһԁԛԝкмтвнӏьѵԍ", "aeopcyxijshdqwkmtbhlbvg", strict=True))
_GREEK = dict(zip("αεικνορτυχβηωϲϳ", "aeiknoptuxbnwcj", strict=True))
_LATIN = dict(zip("ıɑɡøđłɩɭɫƙħŧʀɪɴʏʙɢʜʟꜰꜱɛ", "iagodlillkhtrinybghlfse", strict=True))
_SMALL_CAPITALS = dict(zip("ᴀᴄᴅᴇᴊᴋᴌᴍᴏᴘᴛᴜᴠᴡᴢꞯ", "acdejklmoptuvwzq", strict=True))
_CHEROKEE = dict(zip("ᎪᏴᏟᎠᎬᏀᎻᎥᎫᏦᏞᎷᎾᏢᏒᏚᎢᏌᏙᏔᎩᏃᏧᏂᏍ", "abcdeghijklmoprstuvwyzdhs", strict=True))
_ARMENIAN = dict(zip("օոսհցԼ", "onuhgl", strict=True))
_LISU = dict(zip("ꓮꓐꓚꓓꓰꓝꓖꓧꓲꓙꓗꓡꓟꓠꓳꓑꓣꓢꓔꓴꓦꓪꓫꓬꓜ", "abcdefghijklmnoprstuvwxyz", strict=True))
_ENCLOSED = {
    chr(first + place): letter
    for first in (0x1F150, 0x1F170, 0x1F1E6)  # negative circled, negative squared, regional indicators
    for place, letter in enumerate(ascii_lowercase)
}

LOOKALIKES: dict[str, str] = {
    **_CYRILLIC,
    **_GREEK,
    **_LATIN,
    **_SMALL_CAPITALS,
    **_CHEROKEE,
    **_ARMENIAN,
    **_LISU,
    **_ENCLOSED,
    **dict.fromkeys("’‘‛ʼʹ`´＇′", "'"),
    **dict.fromkeys("“”„«»″", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "_": " ",
    "œ": "oe",
    "æ": "ae",
}
"""By character. Written for reading English and its neighbours, not for transcribing: a look, not a sound."""
