"""A figure of a story that wants to die, told by somebody who says nothing of themselves, in five languages."""

from __future__ import annotations

from segue.domain.findings import Category, Subject
from segue.domain.models import SafetyLevel
from segue.safety.rules import Rule, either

_CODE = "ideation.character"
_NAMED = r"(?: (?:named|called|llamad[oa]|nomme|appele|namens|chamad[oa]))?(?: (?!and|but|or)\w{2,14})?"
_WHERE_EN = (
    r"(?: in (?:the|my|this|our|a|his|her) (?:\w{3,12} )?(?:story|novel|book|game|play|film|movie|campaign|comic|"
    r"script|scene|poem|chapter))?"
)
_WHO_EN = (
    r"(?:my|the|our|this|her|his|a|an)(?: \w{3,12})? (?:character|protagonist|hero|heroine|villain|narrator|npc|knight|"
    r"wizard|paladin)"
)
_SELF_EN = r"(?:him|her|it|them)sel(?:f|ves)"


def _row(language: str, needs: str, *ways: str) -> Rule:
    return Rule(
        _CODE,
        Category.SUICIDE,
        SafetyLevel.LOW,
        language,
        needs,
        either(*ways),
        guarded=False,
        subject=Subject.CHARACTER,
    )


ROWS: tuple[Rule, ...] = (
    _row(
        "en",
        "character protagonist hero villain narrator npc knight wizard paladin",
        rf"{_WHO_EN}{_NAMED}{_WHERE_EN} (?:now |just |really |suddenly |secretly )?(?:wants? to|decides? to|tries to|"
        r"plans to|is going to|is about to|threatens to|wishes to|will|attempts to|has to|should) (?:(?:kill|hang|"
        rf"shoot|drown|stab|poison|hurt|cut|sacrifice|burn) {_SELF_EN}|die|end (?:it all|(?:his|her|its|their) life)|"
        r"commit suicide)",
        rf"{_WHO_EN}{_NAMED}{_WHERE_EN} (?:is suicidal|wants to be dead|has (?:killed|hanged|shot|stabbed) {_SELF_EN}|"
        rf"(?:kills|hangs|shoots|drowns|stabs|poisons|cuts) {_SELF_EN}|commits suicide|ends (?:his|her|its|their) "
        r"life)",
    ),
    _row(
        "es",
        "personaje protagonista heroe heroina villano caballero",
        rf"(?:mi|el|la|un|una|este|nuestro) (?:personaje|protagonista|heroe|heroina|villano|caballero){_NAMED}"
        r"(?: (?:de|en) (?:mi|la|el|esta) (?:historia|novela|juego|cuento|partida|libro))? (?:quiere|decide|intenta|va "
        r"a|desea|planea) (?:morir|suicidarse|matarse|ahorcarse|quitarse la vida|hacerse dano|cortarse)",
    ),
    _row(
        "fr",
        "personnage heros heroine protagoniste chevalier",
        rf"(?:mon|ma|le|la|l'|un|une|ce|notre) ?(?:personnage|heros|heroine|protagoniste|chevalier){_NAMED}"
        r"(?: (?:de|dans|du) (?:mon|ma|la|le|l'|cette|ce)? ?(?:histoire|roman|jeu|livre|partie|recit))? (?:veut|decide "
        r"de|essaie de|va|tente de|songe a) (?:mourir|se suicider|se tuer|se pendre|mettre fin a ses jours|en finir|se "
        r"faire du mal)",
    ),
    _row(
        "de",
        "figur charakter held protagonist ritter",
        r"(?:meine?|der|die|eine?|unsere?|diese[r]?) (?:figur|charakter|held|heldin|protagonist|protagonistin|"
        rf"ritter){_NAMED}(?: (?:in|aus) (?:der|dem|meiner|meinem|dieser) (?:geschichte|spiel|roman|buch|"
        r"kampagne))? (?:will|mochte|moechte|wird|beschliesst|versucht|plant)(?: zu)? (?:sterben|"
        r"sich (?:umbringen|toten|das leben nehmen|erhangen|etwas antun|verletzen|umzubringen))",
    ),
    _row(
        "pt",
        "personagem protagonista heroi heroina cavaleiro",
        rf"(?:meu|minha|o|a|um|uma|esse|essa) (?:personagem|protagonista|heroi|heroina|cavaleiro){_NAMED}"
        r"(?: (?:da|do|na|no|de) (?:minha|meu|esta)? ?(?:historia|romance|jogo|conto|livro|campanha))? (?:quer|decide|"
        r"tenta|vai|deseja|planeja) (?:morrer|se matar|se suicidar|suicidar-se|matar-se|se enforcar|tirar a propria "
        r"vida|acabar com (?:tudo|a propria vida)|se machucar)",
    ),
)
