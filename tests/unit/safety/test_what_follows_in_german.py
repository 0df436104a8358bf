"""German words of danger, in any order, and what stands around them: little of it takes anything away."""

import pytest

from segue.domain.models import SafetyLevel
from segue.safety.policy import screen_by_rules

MAIN = {
    "ich will sterben": SafetyLevel.HIGH,
    "ich will mich umbringen": SafetyLevel.HIGH,
    "ich denke an Suizid": SafetyLevel.HIGH,
    "ich habe Suizidgedanken": SafetyLevel.HIGH,
    "ich habe einen Abschiedsbrief geschrieben": SafetyLevel.HIGH,
    "ich habe mich geritzt": SafetyLevel.MODERATE,
    "mein Vater schlägt mich": SafetyLevel.MODERATE,
    "ich habe alle meine Tabletten genommen": SafetyLevel.IMMINENT,
}
TURNED = (
    ("will ich mich umbringen", "ich mich umbringen will", SafetyLevel.HIGH),
    ("bringe ich mich um", "ich mich umbringe", SafetyLevel.HIGH),
    ("will ich nicht mehr leben", "ich nicht mehr leben will", SafetyLevel.HIGH),
    ("denke ich an Suizid", "ich an Suizid denke", SafetyLevel.HIGH),
    ("will ich von der Brücke springen", "ich von der Brücke springen will", SafetyLevel.HIGH),
    ("werde ich meinen Vater umbringen", "ich meinen Vater umbringen werde", SafetyLevel.HIGH),
    ("ritze ich mich", "ich mich ritze", SafetyLevel.MODERATE),
    ("schlägt mich mein Freund", "mein Freund mich schlägt", SafetyLevel.MODERATE),
    ("missbraucht mich mein Stiefvater", "mein Stiefvater mich missbraucht", SafetyLevel.MODERATE),
    ("wurde ich vergewaltigt", "ich vergewaltigt wurde", SafetyLevel.MODERATE),
    ("kotze ich nach jedem Essen", "ich nach jedem Essen kotze", SafetyLevel.MODERATE),
    ("höre ich Stimmen", "ich Stimmen höre", SafetyLevel.MODERATE),
    ("habe ich alle meine Tabletten genommen", "ich alle meine Tabletten genommen habe", SafetyLevel.IMMINENT),
)
BEFORE = (
    *(
        "Ich weiß nicht, ",
        "Ich schlafe nicht, ",
        "Sie mag mich nicht, ",
        "Das ist kein Spiel, ",
        "Niemand weiß es, aber ",
    ),
    *("Früher war ich glücklich, ", "früher war alles gut, jetzt ", "Vor zwei Monaten ist meine Oma gestorben, "),
    *("Als ich klein war ging es mir gut, ", "Als ich nach Hause kam war er weg, ", "Damals war ich anders, "),
    *(
        "Ich hasse meine Figur, ",
        "Mein Charakter ist schlecht, ",
        "Wie im Film, ",
        "In der Serie ist alles so einfach, ",
    ),
    *(
        "Mein Vater schreit, ",
        "Meine Mutter sagt ich bin verrückt und ",
        "Mein Sohn ist gestorben, ",
        "lol ",
        "Sorry, ",
    ),
)
TURNED_BEFORE = (
    "Manchmal ",
    "Seit Jahren ",
    "Wenn ich allein bin, ",
    "Damals war alles gut, aber jetzt ",
    "Vor Scham ",
)
SUBORDINATE_BEFORE = (
    *("Ich schreibe, weil ", "Niemand weiß, dass ", "Meine Mutter weiß nicht, dass ", "Ich verstehe nicht, warum "),
    *("Mein Freund glaubt mir nicht, dass ", "Es stört keinen, dass "),
)
AFTER = (
    *(
        " jeden Tag",
        " seit Jahren",
        " vor Scham",
        " vor Angst",
        " für eine bessere Welt",
        " wie damals",
        " damals wie heute",
    ),
    *(", dann ist alles gut", ", damit alles besser wird", ", aber jetzt noch nicht", ", aber heute nicht", " haha"),
    *(
        " und ich weiß nicht warum",
        " wegen dem Spiel",
        " in der Schule",
        " im Spiel des Lebens",
        ", sonst ist alles gut",
    ),
)


def _heard(text: str) -> SafetyLevel:
    return screen_by_rules(text, language="de").level


def _missed(texts: dict[str, SafetyLevel]) -> dict[str, SafetyLevel]:
    return {text: found for text, level in texts.items() if (found := _heard(text)).rank < level.rank}


def test_nothing_before_takes_danger_away() -> None:
    """A denial, a past, a story or somebody's words in the clause before belong to that clause."""
    assert _missed({before + said: level for before in BEFORE for said, level in MAIN.items()}) == {}


def test_nothing_behind_takes_danger_away() -> None:
    """A time, a reason or what shall come of it is no figure of speech and nothing small."""
    assert _missed({said + after: level for after in AFTER for said, level in MAIN.items()}) == {}


def test_order_of_the_words_hides_nothing() -> None:
    """German puts its verb second, or last behind `weil` and `dass`."""
    said = {before + turned: level for before in TURNED_BEFORE for turned, _, level in TURNED}
    said |= {before + last: level for before in SUBORDINATE_BEFORE for _, last, level in TURNED}
    assert _missed(said) == {}


def test_german_as_it_is_spoken_is_heard() -> None:
    """Clipped, dialect, without a subject, with a verb that is no dictionary's first."""
    soft = (
        *(
            "wär ich doch tot",
            "ohne mich wären alle besser dran gewesen",
            "ich halt es nicht mehr aus",
            "ich tu mir weh",
        ),
        *("ich hab mir in den Arm geschnitten", "mein Opa hat mich angefasst", "Er sagt ich soll mich umbringen"),
        *("hab kein bock mehr auf leben", "es ist mir egal ob ich lebe oder tot bin", "ich sehne mich nach dem Tod"),
        *(
            "Ich stecke mir nach dem Essen den Finger in den Hals",
            "in meinem Kopf sind Stimmen",
            "meine Eltern schlagen mich",
        ),
    )
    hard = (
        *(
            "ich will nimmer leben",
            "ich will nich mehr leben",
            "will einfach nur sterben",
            "ich schmeiß mich vor den zug",
        ),
        *(
            "ich spring von der Brücke",
            "ich erhänge mich",
            "ich könnte mir was antun",
            "ich schneide mir die Pulsadern auf",
        ),
        *(
            "ich mache meinem Leben ein Ende",
            "wie bringt man sich am besten um",
            "Mein Mann hat gesagt, er bringt mich um",
        ),
    )
    now = ("Ich habe eine Überdosis genommen", "hab grad ne ganze packung schlaftabletten geschluckt")
    levels = ((soft, SafetyLevel.MODERATE), (hard, SafetyLevel.HIGH), (now, SafetyLevel.IMMINENT))
    assert _missed({text: level for texts, level in levels for text in texts}) == {}


def test_german_harm_and_hints_are_heard() -> None:
    """Poison, blows, a night visitor, hunger, voices, an attempt before, an end that is only hinted at."""
    soft = (
        *(
            "Ich habe versucht mir das Leben zu nehmen",
            "ich hoffe, dass ich nicht mehr aufwache",
            "Bald seid ihr mich los",
        ),
        *("Ritzen hilft mir", "Mein Mann tut mir weh", "zu hause kriege ich schläge", "Wozu noch leben"),
        *("mein Stiefvater kommt nachts in mein Zimmer", "Mein Vater rastet aus und schlägt uns alle"),
        *("Wenn ich esse muss ich danach kotzen", "Alle wollen mich vergiften", "Ich habe mit dem Leben abgeschlossen"),
        "Ich habe Angst dass ich meinem Kind was antue",
    )
    hard = (
        *("Ich habe heute versucht mich umzubringen", "Ich habe mich entschieden zu sterben"),
        *(
            "Er hat ein Messer und will mich töten",
            "Ich werde in der Schule Amok laufen",
            "Ich will sie alle abknallen",
        ),
    )
    now = (
        "ich hab 30 Ibus geschluckt",
        "Ich habe Rattengift getrunken",
        "ich habe gerade ganz viele Tabletten geschluckt",
    )
    levels = ((soft, SafetyLevel.MODERATE), (hard, SafetyLevel.HIGH), (now, SafetyLevel.IMMINENT))
    assert _missed({text: level for texts, level in levels for text in texts}) == {}


@pytest.mark.parametrize(
    "text",
    [
        "Ich sage nicht, dass ich sterben will",
        "Nicht dass ich sterben will, aber ich bin müde",
        "Ich habe keine Gedanken, mich umzubringen",
        "Ich habe keine Suizidgedanken",
        "Als ich 15 war, habe ich mich geritzt",
        "Als Kind wurde ich missbraucht",
        "Vor drei Jahren wollte ich mich umbringen",
        "Ich wollte früher sterben, aber heute geht es mir gut",
        'In meiner Geschichte sagt die Heldin: "Ich will sterben"',
        "Schreib eine Szene, in der ich sterben will",
        "Meine Schwester sagt, ich will sterben",
        'Was bedeutet "ich will sterben" auf Englisch?',
    ],
)
def test_denial_past_story_and_others_words_stay_low(text: str) -> None:
    """What is really denied, over, told or made up is no alarm."""
    assert _heard(text).rank <= SafetyLevel.LOW.rank


@pytest.mark.parametrize(
    "text",
    [
        "Ich könnte mich umbringen vor Lachen",
        "Ich würde sterben für einen Kaffee",
        "Ich würde lieber sterben als Rosenkohl essen",
        "Mein Bruder schlägt mich immer im Schach",
        "Mein Freund schlägt mich für den Preis vor",
        "Mein Vater schlägt mich nicht",
        "Mein Papa hat mich abgeholt",
        "Mein Freund hat mich gestern angerufen",
        "Ich habe meine Sachen geregelt, der Umzug ist fertig",
        "Ich bringe mich um den Schlaf",
        "Ich bringe mich jeden Tag um halb acht zur Arbeit",
        "Ich schneide mich immer beim Kochen",
        "Ich habe alle meine Tabletten genommen wie verordnet",
        "Ich mache heute Schluss mit meinem Freund",
        "Heute ist mein letzter Tag im Praktikum",
        "Ich höre Stimmen im Treppenhaus",
        "Es tut mir leid, ich kann nicht mehr kommen",
        "Ich habe Angst, dass er mich nicht mag",
        "Mein Freund tut mir leid",
        "Ich mach das morgen in Ruhe",
        "Ich mach jetzt Schluss, gute Nacht",
        "Heute Abend mache ich Schluss mit ihm",
        "Das ist meine letzte Nacht im Hotel",
        "Ich habe 400 Ibuprofen genommen",
        "Mein Papa kommt abends in mein Zimmer und liest vor",
        "Ich habe mich entschieden, zu kündigen",
        "Der Suizidversuch von Werther",
    ],
)
def test_figures_of_speech_and_ordinary_days_are_nothing(text: str) -> None:
    """Laughter, chess, a lift home and a farewell party are no danger."""
    assert _heard(text) is SafetyLevel.NONE
