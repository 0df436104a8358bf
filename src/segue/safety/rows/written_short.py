"""What people write short, by ear or in haste, in Spanish, French and Portuguese: `kiero morir`, `jveu me tuer`."""

from __future__ import annotations

from segue.domain.findings import Category
from segue.domain.models import SafetyLevel
from segue.safety.rows.es.crisis import ELSEWHERE
from segue.safety.rules import Rule, either

_S = Category.SUICIDE
_HIGH = SafetyLevel.HIGH

_WANT_ES = r"(?:kiero|qiero|qro|kisiera)"
_WANT_FR = r"(?:j'(?:veux|veu|veut|vx|vais|vai|voudrais)|je (?:veu|veut|vx|vai))"
_WANT_PT = r"(?:kero|qero|qro|kro)"
_DIE_FR = (
    r"(?:mourir|mourire|crever(?! (?:ce|cet|le|un) )|me (?:tuer(?! a (?:la tache|l'expliquer))|tue|suicider?|pendre)|"
    r"en finir(?! avec (?:ce|cet|mon|ma|mes|les) ))"
)

ROWS: tuple[Rule, ...] = (
    Rule(
        "ideation.written_short",
        _S,
        _HIGH,
        "es",
        "kiero_m kiero_s kiero_d kiero_v qiero qro_m qro_s qro_d qro_v kisiera m_voy_a_mat m_voy_a_sui m_boy me_boy "
        "suisid suicidar_me toy_",
        either(
            rf"{_WANT_ES} (?:morir(?:me)?|mat[ae]rme|sui[cs]id[ae]rme|desaparecer)|no {_WANT_ES} (?:vivir|seguir "
            rf"viviendo){ELSEWHERE}",
            rf"m(?:e)? {_WANT_ES} (?:morir|matar|sui[cs]idar)|m voy a (?:matar|sui[cs]idar)|m(?:e)? boy a (?:matar|"
            r"sui[cs]idar)",
            r"quiero (?:suisidarme|suicidar me)|toy (?:hart[oa]|cansad[oa]) d(?:e)? (?:vivir|la vida)",
        ),
    ),
    Rule(
        "ideation.written_short",
        _S,
        _HIGH,
        "fr",
        "jveux jveu jveut jvx jvais jvai jvoudrais je_veu je_vx je_vai jen_peu jen_peut jen_pe",
        either(
            rf"{_WANT_FR}(?: vraiment| juste| trop| plus){{0,2}} {_DIE_FR}",
            r"j'en (?:peu|peut|pe) plus d(?:e)? (?:vivre|la vie)|j'veu[xt]? (?:plus|pu) vivre(?! (?:a|en|avec|chez|"
            r"ici) )",
        ),
    ),
    Rule(
        "ideation.written_short",
        _S,
        _HIGH,
        "pt",
        "kero_m kero_s qero qro_m qro_s kro_m kro_s mata n_quero n_kero n_qro n_aguento n_guento num_quero num_kero "
        "num_aguento num_guento num_q num_kro naum n_q n_kro d_viver",
        either(
            rf"{_WANT_PT} (?:morrer|mi matar|me mata(?:r)?|sumir para sempre)|(?:quero|vou?) me mata(?= ?(?:$|"
            r"[.!?;,]))",
            rf"(?:n|num|naum) (?:quero|{_WANT_PT}|aguento|guento) mais (?:viver|essa vida|esta vida)",
            r"to cansad[oa] d viver",
        ),
    ),
)
