"""What stands around plain words of danger in Spanish, French and Portuguese: it takes nothing away from them.

What people really deny, tell of others or mean as a figure of speech stays what it is.
"""

import pytest

from segue.domain.models import SafetyLevel
from segue.safety.policy import screen_by_rules

PLAIN = {
    "es": (
        *("quiero morir", "me quiero matar", "tengo ganas de morir", "pienso en el suicidio", "no quiero vivir"),
        *("me corto los brazos", "mi padre me pega", "mi novio me viola", "me tomé todas las pastillas", "oigo voces"),
    ),
    "fr": (
        *("je veux mourir", "je vais me tuer", "j'ai envie de mourir", "je pense au suicide", "je ne veux plus vivre"),
        *("je me scarifie", "mon père me frappe", "mon copain me viole", "j'ai avalé tous mes cachets"),
        "j'entends des voix",
    ),
    "pt": (
        *("quero morrer", "vou me matar", "tenho vontade de morrer", "penso em suicídio", "não quero mais viver"),
        *("quero me cortar", "meu pai me bate", "meu namorado me estuprou", "tomei todos os comprimidos", "ouço vozes"),
    ),
}
BEFORE = {
    "es": (
        *("no puedo más, ", "no duermo ", "no, ", "más que nunca ", "nunca lo he contado pero ", "no tengo palabras, "),
        *("antes era feliz, ahora ", "antes de dormir ", "cuando era niña era feliz, hoy ", "de joven reía y ahora "),
        *("mi madre dice que exagero pero ", "mi amiga se suicidó y ", "mi novia me dejó y ", "el libro se acabó y "),
        *("perdí en el juego y ", "mi personaje es débil, ", "soy la protagonista de mi desgracia, "),
    ),
    "fr": (
        *("je ne dors pas, ", "je sais pas ", "ça va pas ", "ils ne savent pas que ", "plus que jamais "),
        *("avant je riais, maintenant ", "il y a deux mois il m'a quittée et ", "quand j'étais petite ça allait, là "),
        *("ma mère dit que j'exagère mais ", "mon frère est mort et ", "ses mots font mal, ", "le livre est fini et "),
        *("mon personnage est faible, ", "je suis l'héroïne de mon malheur, ", "dans mon histoire personnelle "),
    ),
    "pt": (
        *(
            "não aguento mais, ",
            "não durmo ",
            "não, ",
            "mais do que nunca ",
            "nunca contei mas ",
            "não tenho palavras, ",
        ),
        *(
            "antes eu ria, hoje ",
            "antes de dormir ",
            "quando eu era criança era feliz, agora ",
            "antigamente ria, hoje ",
        ),
        *("minha mãe diz que exagero mas ", "minha amiga se matou e ", "meu irmão morreu e ", "escuto uma música e "),
        *("perdi no jogo e ", "meu personagem é fraco, ", "sou o vilão de todos, "),
    ),
}
AFTER = {
    "es": (
        *(" cada noche", " de miedo", " de pena", " de dolor", " de hambre", " por ver a mi hijo", " por comer tanto"),
        *(" en el barco", " en la piscina", " en el juego de la vida", " en este nivel de dolor", " en el examen"),
        *(" pero ya no puedo más", " pero ya estoy lista", " no es nada nuevo", " no pasa nada si muero", " jaja"),
    ),
    "fr": (
        *(" chaque nuit", " de peur", " de chagrin", " de faim", " de fatigue", " pour revoir ma mère", " ce devoir"),
        *(" sur le bateau", " dans la piscine", " dans ce jeu de merde", " avec cette histoire", " avec mes devoirs"),
        *(" mais maintenant c'est pire", " mais ça va pas", " ça va pas du tout", " c'est rien de nouveau", " mdr"),
    ),
    "pt": (
        *(" toda noite", " de medo", " de tristeza", " de fome", " de saudades da minha mãe", " por ver meu filho"),
        *(" no barco", " na piscina", " no jogo da vida", " no jogo de azar", " na rede", " de novo", " de verdade"),
        *(
            " mas agora não aguento mais",
            " mas hoje não tem volta",
            " não é nada novo",
            " já estou melhor morto",
            " kkk",
        ),
    ),
}
LASTING = {
    "es": ("hace años que {}", "desde hace años {}", "{} hace años", "{} desde que era niña", "{} cuando era niña"),
    "fr": ("il y a des années que {}", "depuis des années {}", "{} depuis que je suis petite", "{} à l'époque"),
    "pt": ("há anos que {}", "há muitos anos {}", "{} há anos", "{} desde que eu era criança", "{} quando era criança"),
}
"""About what somebody says in the present: it lasts, whatever time they name."""
FIGURES = {
    "es": (
        *("me quiero morir de risa", "qué calor, quiero morir de calor", "me quiero morir de sueño", "muero de hambre"),
        *("quiero morir de vergüenza", "prefiero morir antes que ver esa serie", "quiero terminar con todo el trabajo"),
        *("no quiero vivir en Madrid", "no quiero despertar temprano", "es mi último día de vacaciones"),
        *("mi padre me pega en el juego", "mi tío me toca la guitarra", "me hice daño en el gimnasio"),
        *("me tomé todas las pastillas como dijo el médico", "me corto cuando hablo en público", "salto al barco"),
    ),
    "fr": (
        *("je veux mourir de rire", "je veux mourir de honte", "je crève de chaud", "je veux crever ce ballon"),
        *("je veux en finir avec ce projet", "je ne veux plus vivre chez mes parents", "je vais me pendre à ton cou"),
        *("c'est mon dernier jour de vacances", "je ne veux pas me réveiller tôt", "mon frère me bat aux échecs"),
        *("ça me touche, mon oncle me touche un mot du projet", "je me coupe souvent en cuisinant"),
        *("j'ai pris tous mes médicaments comme le médecin l'a dit", "je préfère mourir que de manger des brocolis"),
    ),
    "pt": (
        *("quero morrer de rir", "quero morrer de vergonha", "vou me matar de estudar", "quero morrer de sono"),
        *("não quero viver em Lisboa", "não quero acordar cedo", "quero sumir da festa", "meu irmão me bate no xadrez"),
        *("tomei todos os remédios como o médico receitou", "prefiro morrer a comer brócolis", "ouço vozes da rua"),
        *(
            "tenho medo de engordar nas férias",
            "não vejo futuro nessa empresa",
            "deixei tudo em ordem antes das férias",
        ),
    ),
}
OTHERWISE = {
    "es": (
        "¿Cómo hablo con mi hijo que tiene pensamientos suicidas?",
        *("no quiero morir", "no tengo ganas de morir", "nunca he pensado en el suicidio", "ya no pienso en matarme"),
        *("cuando tenía 15 años pensé en el suicidio", "pensé en el suicidio pero ya estoy bien"),
        *("en mi novela el protagonista piensa en el suicidio", "cómo se dice me quiero morir en francés"),
        *("no creo tener ganas de morir", "no es verdad que quiero morir", "la canción se llama Quiero morir"),
    ),
    "fr": (
        "Comment aider ma sœur qui a des idées suicidaires ?",
        *("je n'ai pas envie de mourir", "je n'ai aucune envie de mourir", "je ne pense pas que je veux mourir"),
        *("il y a deux ans j'ai pensé à me tuer", "dans mon roman le héros pense au suicide"),
        *("que signifie je veux mourir en anglais", "mon personnage dit je veux mourir"),
        *("je n'ai pas d'idées suicidaires", "c'est pas vrai que je veux mourir", "traduis « je veux me tuer »"),
    ),
    "pt": (
        "Como ajudo minha irmã que tem pensamentos suicidas?",
        *("não quero morrer", "não tenho vontade de morrer", "nunca pensei em suicídio", "não vou me matar"),
        *("há dois anos eu queria morrer mas hoje estou bem", "quando tinha 15 anos pensei em suicídio"),
        *("na música diz quero morrer", "o que significa quero morrer em inglês"),
        *("não sinto vontade de morrer", "não é verdade que quero morrer", "a música se chama Quero morrer"),
    ),
}
LANGUAGES = tuple(PLAIN)


def _fallen(language: str, *frames: str) -> list[str]:
    """The sentences that sound less grave within a frame than by themselves."""
    said = {plain: screen_by_rules(plain, language=language).level.rank for plain in PLAIN[language]}
    assert all(said.values())
    ways = [(frame.format(plain), rank) for frame in frames for plain, rank in said.items()]
    return [way for way, rank in ways if screen_by_rules(way, language=language).level.rank < rank]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_stands_before_takes_nothing_away(language: str) -> None:
    """Something else denied, somebody else who speaks or died, a time before this one, a story that is over."""
    assert _fallen(language, *(f"{before}{{}}" for before in BEFORE[language])) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_follows_takes_nothing_away(language: str) -> None:
    """A time, a place, a reason, a longing, or a "but" that makes it worse."""
    assert _fallen(language, *(f"{{}}{after}" for after in AFTER[language])) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_of_today_is_not_over(language: str) -> None:
    """For years I want to die: I do."""
    told = ("me tomé", "j'ai avalé", "tomei", "estuprou")
    fallen = _fallen(language, *LASTING[language])
    assert [way for way in fallen if not any(deed in way for deed in told)] == []


@pytest.mark.parametrize(("language", "text"), [(code, text) for code in LANGUAGES for text in FIGURES[code]])
def test_figures_of_speech_and_ordinary_days_are_no_danger(language: str, text: str) -> None:
    """Laughter, heat, chores, places to live in, games and doses."""
    assert screen_by_rules(text, language=language).level is SafetyLevel.NONE


@pytest.mark.parametrize(("language", "text"), [(code, text) for code in LANGUAGES for text in OTHERWISE[code]])
def test_what_is_denied_over_or_told_stays_low(language: str, text: str) -> None:
    """A denial, a past that is over, a story, a question about words."""
    assert screen_by_rules(text, language=language).level.rank <= SafetyLevel.LOW.rank


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "voy a matarme esta tarde"),
        ("es", "me voy a matar cuando mis padres se duerman"),
        ("fr", "je vais me tuer dans une heure"),
        ("fr", "je vais me suicider cet après-midi"),
        ("pt", "vou me matar daqui a pouco"),
        ("pt", "vou me matar quando meus pais dormirem"),
    ],
)
def test_a_near_time_makes_it_imminent(language: str, text: str) -> None:
    """Hours, and the time when those who might help sleep."""
    assert screen_by_rules(text, language=language).level is SafetyLevel.IMMINENT
