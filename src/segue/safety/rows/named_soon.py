"""A way named with a time or a condition, and thoughts of suicide told as they come and go, in four languages."""

from __future__ import annotations

from segue.domain.findings import Category
from segue.domain.models import SafetyLevel
from segue.safety.rules import Rule, either

_S = Category.SUICIDE
_HIGH, _MODERATE = SafetyLevel.HIGH, SafetyLevel.MODERATE

_END = r"(?= ?(?:$|[.!?;,]))"

ROWS: tuple[Rule, ...] = (
    Rule(
        "intent.named_soon",
        _S,
        _HIGH,
        "es",
        "las_venas un_tiro de_un_puente del_puente del_balcon de_la_azotea la_soga",
        either(
            r"me (?:corto|voy a cortar) las venas (?:esta noche|hoy|ahora|manana|"
            r"si (?:me (?:deja|dejas)|el|ella|no vuelve))",
            r"me (?:tiro|tirare) (?:de un puente|del puente|del balcon|de la azotea)(?: (?:esta noche|hoy|ahora|"
            rf"manana))?{_END}",
            r"me (?:pego|voy a pegar) un tiro (?:esta noche|hoy|si (?:me deja|me dejas|el|ella|no vuelve))",
            r"la soga al cuello[^.!?;]{0,40}\b(?:silla|viga|arbol|esta noche|morir|matarme|despido)",
        ),
    ),
    Rule(
        "intent.named_soon",
        _S,
        _HIGH,
        "fr",
        "dans_le_vide la_corde_au_cou me_pends me_jette",
        either(
            r"je (?:saute|me jette) dans le vide (?:ce soir|cette nuit|demain|aujourd'hui|maintenant)",
            r"la corde au cou[^.!?;]{0,40}\b(?:chaise|tabouret|poutre|ce soir|mourir|adieu)",
            r"je me (?:pends|jette (?:du|d'un|sous le|sous un) (?:pont|train|toit|metro)) (?:ce soir|demain|"
            r"s'il me quitte|si elle me quitte|si tu)",
        ),
    ),
    Rule(
        "intent.named_soon",
        _S,
        _HIGH,
        "pt",
        "me_mato mato_me a_corda_no_pescoco corto_os_pulsos me_jogo",
        either(
            r"(?:eu )?(?:me mato|mato-me) (?:se (?:ele|ela|voce|tu) (?:me )?(?:deixar|for embora|deixares|fores|"
            r"largar)|hoje|esta noite|amanha)(?! de (?:rir|trabalhar))",
            r"a corda no pescoco[^.!?;]{0,40}\b(?:cadeira|viga|arvore|hoje a noite|esta noite|morrer|adeus)",
            r"(?:corto os pulsos|me jogo d[ao] (?:ponte|predio|janela)) (?:hoje|esta noite|agora|amanha|"
            r"se (?:ele|ela))",
        ),
    ),
    Rule(
        "ideation.thoughts_told",
        _S,
        _MODERATE,
        "es",
        "pensamientos_suicidas ideas_suicidas pensamientos_de_suicidio ideas_de_suicidio",
        either(
            r"(?:los|las|mis|estos|estas|esos|esas) (?:pensamientos|ideas) (?:suicidas|de suicidio) (?:son|estan|"
            r"vuelven|han vuelto|volvieron|no (?:se van|paran|me dejan)|siguen|empeoran|me (?:dan|vienen|asustan)|"
            r"cada)",
            r"(?:tengo|con|por|lidiar con|vivo con) (?:estos |estas |los |las |mis )?(?:pensamientos|ideas) suicidas",
        ),
    ),
    Rule(
        "ideation.thoughts_told",
        _S,
        _MODERATE,
        "fr",
        "pensees_suicidaires idees_suicidaires",
        either(
            r"(?:les|mes|ces) (?:pensees|idees) suicidaires (?:sont|reviennent|ne (?:me )?(?:lachent|quittent|partent|"
            r"s'arretent)|me|empirent|chaque|la nuit)",
            r"(?:j'ai (?:des|ces|toujours des|encore des)|avec (?:mes|ces|les|des)) (?:pensees|idees) suicidaires",
        ),
    ),
    Rule(
        "ideation.thoughts_told",
        _S,
        _MODERATE,
        "de",
        "suizidgedanken selbstmordgedanken suizidale_gedanken suizidalen_gedanken",
        either(
            r"(?:die|meine|diese|mit den|mit meinen) (?:suizidgedanken|selbstmordgedanken|"
            r"suizidalen? gedanken) (?:sind|werden|kommen|lassen|gehen nicht|horen nicht|hoeren nicht|qualen|quaelen|"
            r"machen|nicht klar|umgeh\w{1,3}|nachts|jede)(?! (?:weg|vorbei|weniger|besser|verschwunden))",
            r"nach (?:suizidgedanken|selbstmordgedanken)[, ]{1,2}(?:(?:und )?(?:habe|hab) ich (?:jeden tag|taglich|"
            r"taeglich|oft|standig|staendig|immer noch|schon lange)|(?:und )?ich habe? (?:gelogen|welche|sie))",
        ),
    ),
    Rule(
        "ideation.thoughts_told",
        _S,
        _MODERATE,
        "pt",
        "pensamentos_suicidas ideias_suicidas ideacao_suicida",
        either(
            r"(?:os|as|meus|minhas|esses|estes|estas|essas) (?:pensamentos|ideias) suicidas (?:sao|estao|voltaram|"
            r"voltam|nao (?:param|vao embora|me deixam|passam)|pioram|continuam|me (?:assustam|vem)|toda)",
            r"(?:tenho|com|lidar com) (?:esses |estes |os |meus )?(?:pensamentos suicidas|ideias suicidas|"
            r"ideacao suicida)",
        ),
    ),
    Rule(
        "ideation.asked_yes",
        _S,
        _MODERATE,
        "mul",
        "le_dije_que_si conteste_que_si respondi_que_si pero_menti no_supe_que j'ai_dit_oui jai_dit_que_oui "
        "j'ai_repondu_oui c'est_faux j'ai_menti pas_su_repondre disse_que_sim respondi_que_sim falei_que_sim nao_soube "
        "mas_menti mas_quero pero_si_quiero",
        either(
            r"(?:pregunt(?:o|aron|a)|dije) (?:si queria|que no queria|si quiero|si pensaba en) (?:morir(?:me)?|matarme|"
            r"suicidarme)[^.!?]{0,14}\b(?:le dije que si|conteste que si|respondi que si|(?:que no,? )?pero menti|"
            r"no supe que|pero si quiero)(?! (?:no|quieres|tenia)\b)",
            r"demande si je (?:voulais|veux) (?:mourir|me tuer|me suicider|"
            r"en finir)[^.!?]{0,14}\b(?:j'ai dit (?:que )?oui|j'ai repondu oui|(?:j'ai dit )?non mais (?:c'est faux|"
            r"j'ai menti)|(?:je n'ai )?pas su repondre)",
            r"perguntou se (?:eu )?(?:queria|quero) (?:morrer|me matar|matar-me)[^.!?]{0,18}\b(?:disse que sim|"
            r"respondi que sim|falei que sim|nao soube|(?:que nao,? )?mas (?:menti|quero))",
        ),
        guarded=False,
    ),
)
