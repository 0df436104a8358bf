"""What says outright that somebody does not want to be alive, in Spanish, French, German and Portuguese."""

from __future__ import annotations

from segue.domain.findings import Category
from segue.domain.models import SafetyLevel
from segue.safety.rules import Rule, either

_S = Category.SUICIDE
_HIGH, _MODERATE = SafetyLevel.HIGH, SafetyLevel.MODERATE

_END = r"(?= ?(?:$|[.!?;,]))"
"""Nothing follows that would make it a place or a thing: `I don't want to live in Paris`."""

ROWS: tuple[Rule, ...] = (
    Rule(
        "ideation.life_unwanted",
        _S,
        _MODERATE,
        "es",
        "me_mate morir_me_da no_existir odio_ otra_cosa_que nada_mas_que quiero salir_de_esta respirar "
        "seguir_viviendo soporto unico_deseo queriendo_morir vivir_ hubiera_muerto",
        either(
            rf"(?:ya )?no quiero (?:estar viv[oa]|respirar mas{_END})|paso de seguir viviendo",
            r"quiero salir de esta vida",
            r"(?:ya )?no soporto (?:estar viv[oa]|seguir viv[oa])|odio (?:estar viv[oa]|haberme despertado)",
            r"mi unico deseo es (?:no existir|morir(?:me)?)|sigo queriendo morir(?:me)?|ojala me hubiera muerto",
            r"no pienso en (?:otra cosa|nada mas) que (?:en )?(?:morir(?:me)?|la muerte)",
            r"(?:la|mi) cabeza me (?:dice|repite) que me mate|me da igual vivir (?:que|o) morir",
        ),
    ),
    Rule(
        "intent.resolved",
        _S,
        _HIGH,
        "es",
        "decidid me_quito_la",
        either(
            r"estoy (?:totalmente |completamente )?decidid[oa] a (?:morir(?:me)?|matarme|suicidarme)",
            rf"me quito la vida(?:{_END}|(?= (?:hoy|esta noche|manana|ahora|ya|si|y|porque)))",
        ),
    ),
    Rule(
        "ideation.life_unwanted",
        _S,
        _MODERATE,
        "fr",
        "plus_envie plus_le_gout ne_veux sortir_de_cette supporte deteste ma_vie_s seul_souhait veux_crever "
        "veux_etre_mort de_me_tuer vivre_ou_mourir j'aurais",
        either(
            r"(?:je n'ai|j'ai) plus (?:envie|le gout) d(?:e |')(?:exister|vivre|etre en vie)",
            rf"je ne veux (?:pas|plus) (?:etre en vie|respirer|vivre)(?:{_END}|"
            r"(?= (?:tous les|chaque|sans|comme ca|ainsi|si|parce|et|mais|dans ce monde|un jour de|plus longtemps)))|"
            r"je veux sortir de cette vie",
            r"je ne supporte (?:pas|plus) d'etre (?:vivante?|en vie)|je deteste (?:etre en vie|m'etre (?:encore "
            r")?reveillee?)",
            r"je (?:veux|voudrais|voulais) que ma vie s'arrete|mon seul souhait est de (?:ne pas exister|mourir)",
            rf"je veux (?:etre morte?|crever){_END}|j'aurais (?:du|prefere) mourir",
            r"ma tete me (?:dit|repete) de me tuer|vivre ou mourir ca m'est egal",
        ),
    ),
    Rule(
        "intent.resolved",
        _S,
        _HIGH,
        "fr",
        "decide a_mes_jours je_me_suicide",
        either(
            r"je suis (?:bien )?decidee? a (?:mourir|me tuer|me suicider|en finir avec la vie)",
            r"je mets fin a mes jours(?! (?:de|off))|je me suicide (?:si|ce soir|demain)",
        ),
    ),
    Rule(
        "ideation.life_unwanted",
        _S,
        _MODERATE,
        "de",
        "am_leben bock_mehr weiterleben mehr_leben aus_diesem_leben aus_dem_leben aufgewacht einziger_wunsch "
        "ans_sterben umbringen umzubringen noch_sterben immer_sterben oder_sterbe lieber_tot ich_tot nicht_leben",
        either(
            r"ich will (?:nicht|nicht mehr|nimmer) am leben sein",
            r"kein(?:en)? bock mehr (?:zu leben|auf(?:s| das) leben)",
            rf"ich (?:mag|mochte|moechte) nicht (?:mehr )?weiterleben|ich mag nicht mehr leben{_END}",
            r"ich will raus aus (?:diesem|dem) leben|ertrage es nicht(?: mehr)? am leben zu sein",
            r"ich hasse es (?:am leben zu sein|dass ich (?:wieder|noch) aufgewacht bin)",
            r"mein einziger wunsch ist (?:es )?(?:nicht (?:mehr )?am leben zu sein|nicht zu existieren|zu sterben)",
            r"ich denke an nichts (?:anderes )?(?:mehr )?als ans sterben|ob ich lebe oder sterbe ist mir egal",
            r"ich habe? lust mich umzubringen|mein kopf sagt (?:mir )?(?:dauernd |immer )?ich soll mich umbringen",
            rf"ich will (?:immer noch|noch immer) sterben|ohne (?:sie|ihn|dich) will ich nicht(?: mehr)? leben{_END}",
            rf"ich (?:ware|waere) lieber tot{_END}|lieber (?:bin|ware|waere) ich tot{_END}",
        ),
    ),
    Rule(
        "intent.resolved",
        _S,
        _HIGH,
        "de",
        "entschlossen ich_mir_das_leben ich_mich_um",
        either(
            r"ich bin (?:fest )?entschlossen (?:zu sterben|mich umzubringen|mir das leben zu nehmen)",
            r"(?:nehme|nehm) ich mir das leben|(?:verlasst|verlaesst|gehst|geht|antwortest|stirbt) "
            r"(?:bringe|bring) ich mich um",
        ),
    ),
    Rule(
        "ideation.life_unwanted",
        _S,
        _MODERATE,
        "pt",
        "quero_ odeio suporto unico_desejo a_nao_ser me_matar querendo_morrer viver_ou ter_morrido vida_acabasse",
        either(
            r"nao quero (?:mais )?(?:continuar|estar|seguir) viv[oa](?! n[ao] (?:memoria|lembranca|historia))|"
            rf"nao quero mais respirar{_END}",
            r"quero sair (?:desta|dessa) vida|nao suporto (?:mais )?estar viv[oa]|odeio (?:estar viv[oa]|ter acordado)",
            r"meu unico desejo e (?:nao existir|morrer)|nao penso em outra coisa a nao ser (?:em )?morrer",
            r"minha cabeca (?:diz|fica dizendo) (?:para|pra) eu me matar|continuo querendo morrer",
            rf"tanto faz viver ou morrer|eu queria ter morrido|queria que (?:a )?minha vida acabasse{_END}",
        ),
    ),
    Rule(
        "intent.resolved",
        _S,
        _HIGH,
        "pt",
        "decidid tiro_a_minha me_deixar",
        either(
            r"estou (?:totalmente )?decidid[oa] a (?:morrer|me matar|me suicidar)",
            rf"eu tiro a minha vida{_END}|se (?:ela|ele|voce) me deixar eu me mato",
        ),
    ),
)
