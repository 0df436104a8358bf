"""What people write in a crisis, in Spanish: what is hinted at, prepared, asked for, and other dangers."""

from __future__ import annotations

from segue.domain.findings import Category, Subject
from segue.domain.models import SafetyLevel
from segue.safety.rows.es.crisis import KILL, PILLS
from segue.safety.rules import Rule, either

_S, _I, _M, _A = Category.SUICIDE, Category.SELF_INJURY, Category.MEDICAL_EMERGENCY, Category.ABUSE
_E, _P, _H = Category.EATING_DISORDER, Category.PSYCHOSIS, Category.HARM_TO_OTHERS
_IMMINENT, _HIGH, _MODERATE, _LOW = SafetyLevel.IMMINENT, SafetyLevel.HIGH, SafetyLevel.MODERATE, SafetyLevel.LOW

_SOMEBODY = (
    r"(?:(?:mi|un|una) (?:mejor |propi[oa] )?(?:amig[oa]|herman[oa]|hij[oa]|madre|padre|mama|papa|prim[oa]|novi[oa]|"
    r"pareja|espos[oa]|companer[oa]|tia|tio|alumn[oa]|estudiante|paciente|vecin[oa]))"
)
_PARTNER = (
    r"(?:mi (?:marido|esposo|esposa|mujer|novio|novia|padre|madre|padrastro|pareja|hermano|tio|papa|mama|ex)|el|ella)"
)

ROWS: tuple[Rule, ...] = (
    Rule(
        "ideation.suicide",
        _S,
        _HIGH,
        "es",
        "de_morir de_suic el_suic estoy ganas_d la_idea la_tentacion matarm me_quie me_sien mi_muer no_quie quiero "
        r"quisie quitar suicidar suicidas",
        either(
            r"(?:ya )?no quiero (?:estar aqui|estar en este mundo|seguir aqui)(?: mas)?(?= ?(?:$|[.!?;,]))(?! "
            r"(?:que|esta|la|menuda) (?:reunion|clase|fiesta|cena|charla|oficina))|quiero "
            r"acabar con todo(?! (?:el|lo|este) (?:trabajo|proyecto|papeleo|temario|helado|pastel))",
            r"(?:pienso|pensando|penso|he pensado|pensar|pense)(?: mucho| a veces| todos los dias| constantemente| "
            r"siempre)? en (?:el suicidio|suicidarme|matarme|quitarme la vida|mi muerte)",
            r"(?:pensamientos|ideas|impulsos) (?:suicidas|de suicidio|de (?:matarme|morir|quitarme la vida))",
            r"la (?:idea|tentacion) de (?:suicidarme|matarme|morir|quitarme la vida)",
            r"(?:solo |lo unico que )?quiero (?:que (?:todo|esto|mi vida) (?:se )?(?:acabe|termine)(?: de una vez| "
            r"para siempre| ya)|dejar de (?:respirar|sufrir para siempre))",
            r"me quiero morir|(?:tengo (?:\w{3,8} )?)?ganas de morir(?:me)?|quisiera estar muert[oa]|me quiero matar",
            r"(?:estoy|me siento) (?:cansad[oa]|hart[oa]) de (?:vivir(?! (?:en (?:el (?:centro|campo)|la ciudad|un "
            r"piso)|con (?:mis|mi) \w{2,12}))|la vida(?! (?:de (?:oficina|estudiante|pueblo|ciudad|casad[oa]|"
            r"solter[oa])|nocturna|moderna))|esta vida|existir|estar viv[oa])",
        ),
    ),
    Rule(
        "passive.no_future",
        _S,
        _MODERATE,
        "es",
        "atrope despert echaria estar_m estaria extran la_muer la_vida le_encu le_veo levantar matara me_impo "
        "me_mole mi_vida morir no_despe no_encuentro no_hay no_hubi no_me_fio no_me_siento no_puedo no_quiero "
        "no_tengo no_veo no_volver_a_despe notari nunca_d solo_so soy_nada_mas_que_un soy_solo_un soy_un tiene",
        either(
            r"(?:la vida|mi vida|nada|vivir|seguir)(?: ya)? no (?:tiene|le veo|le encuentro) sentido|no (?:le "
            r")?(?:veo|encuentro) (?:el |ningun )?sentido a (?:la vida|mi vida|vivir|seguir|nada)",
            r"no (?:veo|tengo|hay)(?: ningun| ninguna)? (?:salida|futuro|razon para (?:seguir|vivir)|otra salida|"
            r"esperanza para mi)(?! (?:en|a|de) (?:est[ae]|el|la|mi|ese|esa) (?:calle|empresa|trabajo|carrera|curro|"
            r"carretera|nivel|equipo|negocio|ciudad|pais))",
            r"(?:la vida|mi vida) no (?:vale|merece) la pena|no (?:quiero|puedo) seguir (?:asi(?! de)|adelante|con "
            r"esto|luchando)(?! con (?:el proyecto|la dieta|este trabajo))",
            r"(?:nadie|todos|mi familia)(?: me)? (?:me )?(?:echaria de menos|extranaria|notaria si (?:no estoy|"
            r"desaparezco|muero)|estaria(?:n)? mejor (?:si (?:yo )?(?:no estuviera|muriera|desapareciera)|sin mi))",
            r"soy (?:solo |nada mas que )?(?:una|un) (?:carga|estorbo|peso)(?!(?: para)? (?:(?:el|mi|este) equipo|"
            r"pluma|pesado))(?: para)?|solo soy (?:una carga|un estorbo)",
            r"(?:ojala|si) (?:no (?:hubiera|hubiese) nacido|me (?:atropellara|atropellase|matara) (?:un|el) (?:coche|"
            r"camion|tren|autobus))|nunca (?:debi|deberia) (?:haber )?(?:nacer|nacido)",
            r"(?:dormirme|dormir|acostarme|quedarme dormid[oa])(?: \w{1,8}){0,2} y (?:ya )?no (?:volver a "
            r")?(?:despertar|despertarme|levantarme)(?! hasta (?:el|la|las|manana))|no (?:volver a )?despertar(?:me)? "
            r"(?:nunca )?mas",
            r"(?:la muerte|morir|estar muert[oa]) (?:seria|suena|parece) (?:mejor|mas facil|un alivio|un descanso)",
            r"no (?:me importaria|me molestaria|estaria mal) (?:morir|morirme|no despertar|que me atropellara)",
            r"no me (?:siento|fio) (?:a salvo|segur[oa]|de mi) (?:conmigo|de mi mism[oa]|esta noche|sol[oa])",
        ),
    ),
    Rule(
        "intent.tonight",
        _S,
        _HIGH,
        "es",
        "acabo_c es_mi_ul esta_no hoy lo_voy_a manana me_mato me_suic sera_mi_ul voy_a_ha",
        either(
            r"(?:esta noche|hoy|manana) (?:lo hago|lo voy a hacer|acabo con todo|termino con todo|me mato|me suicido|"
            r"se acaba todo)",
            r"(?:lo voy a hacer|voy a hacerlo|acabo con todo|me mato|me suicido) (?:esta noche|hoy|manana|ahora)",
            r"manana (?:ya )?no (?:voy a estar|estare)(?: aqui| viv[oa]| mas)(?! (?:en la oficina|porque (?:viajo|"
            r"tengo)))",
            r"(?:es|sera) mi ultim[oa] (?:noche|dia|semana)(?: con vida| de vida| viv[oa]|(?= ?(?:$|[.!?;])))",
        ),
    ),
    Rule(
        "behaviour.prepared",
        _S,
        _HIGH,
        "es",
        "acanti alcanz azotea cosas de_desp de_suic deje elegi escogi estoy_d hay_suf he_dejad para_acabar "
        "para_cuando para_hacerlo para_matarme para_mi_familia para_mis_hijos para_mis_padres para_morir para_todos "
        "perten puente quiero son_suf techo tengo via_del vias",
        either(
            r"(?:he |ya )?(?:escrito|escribi|deje|dejado|deje escrita|tengo (?:lista|escrita)) (?:una |las |mis |la |"
            r"mi )?(?:carta|cartas|nota|notas) (?:de despedida|de suicidio|para (?:mi familia|mis hijos|mis padres|"
            r"todos|cuando))",
            r"(?:estoy regalando|he regalado|regale|estoy repartiendo) (?:todas )?mis (?:cosas|pertenencias)(?! "
            r"porque me mudo)",
            r"(?:fui|he ido|camine|estuve|subi|me subi) (?:al|a la|en el|en la|hasta el) (?:puente|azotea|via del "
            r"tren|vias|acantilado|techo)(?: \w{1,10}){0,3} (?:casi|salt|pens|para|tirar)\w{0,8}",
            r"(?:deje|he dejado|estoy dejando|quiero dejar) (?:todo|mis asuntos|mis papeles) en orden(?! antes de "
            r"(?:las vacaciones|la mudanza|el viaje|mudarme))",
            r"(?:ya )?(?:elegi|he elegido|escogi|tengo) (?:el|la) (?:dia|fecha|lugar|forma|"
            rf"metodo)(?: y \w{{2,10}})? (?:para|de) (?:morir|hacerlo|{KILL}|mi muerte)",
            rf"(?:conte|he contado|estoy contando|junte|compre|he comprado) (?:las |todas las |mis )?(?:{PILLS}|"
            r"una cuerda|una soga|cuchillas)(?: \w{1,8}){0,2} (?:para (?:morir|matarme|hacerlo|acabar)|"
            r"y (?:son suficientes|hay suficientes|alcanzan))",
        ),
    ),
    Rule(
        "goodbye.last_words",
        _S,
        _HIGH,
        "es",
        "adios decidles dile es_lo_ul lo_sien perdon sera_lo_ul ultimo",
        either(
            r"(?:este|esto) es (?:el|mi) (?:ultimo mensaje(?! (?:por|de) (?:hoy|ahora))|adios)|(?:es|sera) lo ultimo "
            r"que (?:escrib[ao]|dig[ao])",
            r"(?:perdon(?:enme|adme|ame)?|lo siento) (?:por todo )?(?:pero )?(?:ya )?no (?:puedo|aguanto) mas(?: "
            r"adios)?",
            r"(?:diles|dile|decidles) (?:a )?(?:mi|mis|a mi|a mis) \w{3,10} que (?:l[aoe]s? )?(?:quiero|amo|quise)(?: "
            r"mucho)?(?: y)?(?= ?(?:$|[.!?;])| adios| perdon| cuando)",
        ),
    ),
    Rule(
        "method_seeking.question",
        _S,
        _HIGH,
        "es",
        "antidepresi cantid como compri cuanto de_que_f dosis duele edific es_dolo es_rapi medicam medicina pastil "
        "pildor puente que_pas somnif",
        either(
            rf"(?:que|cual|cuant[oa]s?)(?: \w{{2,12}}){{0,3}} (?:dosis|cantidad|{PILLS})(?: \w{{2,12}}){{0,4}} (?:mata|"
            r"matan|mortal|letal|letales|morir|muere|parar el corazon|para no despertar)",
            rf"que pasa si (?:me )?tomo (?:todas? |un frasco de |una caja de )(?:las |mis )?{PILLS}",
            r"(?:duele|es doloroso|es rapido|cuanto (?:se )?tarda(?: en)?)(?: \w{1,10}){0,2} (?:ahorcarse|desangrarse|"
            r"ahogarse|morir (?:desangrad[oa]|ahorcad[oa]|ahogad[oa])|cortarse las venas|morir por sobredosis)",
            r"(?:como|de que forma) (?:puedo )?(?:morir (?:rapido|sin (?:sufrir|dolor|que nadie))|acabar con mi vida|"
            r"quitarme la vida|hacer un nudo de horca)",
            r"que (?:puente|edificio)(?: \w{2,10}){0,3} (?:bastante |suficientemente )?alto",
        ),
        also="arse hacerunnudodehorca letal mata morir mortal muere paranodespertar pararelcorazon queedificio "
        "quepasasi quepuente vida",
    ),
    Rule(
        "overdose_under_way.now",
        _M,
        _IMMINENT,
        "es",
        "estoy me_acabo_de_cortar me_acabo_de_tomar me_corte me_he_cortado me_he_tomado me_tomado me_tome me_trague "
        "no_deja no_para",
        either(
            r"(?:ya )?me (?:tome|tomado|he tomado|trague) (?:todo|todas|demasiadas|el frasco|la caja)(?: el frasco|"
            rf" la caja)?(?: de {PILLS})?(?= ?(?:$|[.!?;,])| y (?:no|ahora|me))",
            r"me (?:tome|he tomado|acabo de tomar|trague) (?:como |unas |casi )?(?:\d{2,3}|diez|quince|veinte|treinta|"
            rf"cuarenta|cincuenta) {PILLS}",
            r"me (?:corte|he cortado|acabo de cortar) las (?:venas|munecas)|(?:no (?:para|deja) de (?:salir|"
            r"sangrar)(?: sangre)? y me corte)",
        ),
    ),
    Rule(
        "overdose_under_way.at_the_edge",
        _S,
        _IMMINENT,
        "es",
        "saltar salto tirarme voy_a",
        r"(?:estoy|ya estoy) (?:en|al borde d?e?l?|sobre) ?(?:el |la )?(?:puente|borde|azotea|cornisa|via)(?: "
        r"\w{1,10}){0,3} (?:saltar|tirarme|voy a|salto)",
    ),
    Rule(
        "self_injury.wounds",
        _I,
        _MODERATE,
        "es",
        "autole brazos corte_o corto ganas_de golpeo hago_co he_vuel lastim muneca muslos necesito pierna quemo_a "
        "quiero recai volvi_a",
        either(
            r"(?:me (?:he vuelto a cortar|volvi a cortar|corte otra vez|hago cortes|corto (?:cuando(?! (?:hablo|hay "
            r"gente|me (?:afeito|depilo|miran)|cocino))|porque|a veces)|lastimo|quemo a proposito|golpeo contra la "
            r"pared))",
            r"(?:quiero|necesito|tengo ganas de|ganas de) (?:cortarme|hacerme dano|lastimarme|autolesionarme)",
            r"(?:recai|he recaido)(?: \w{1,10}){0,3} (?:cort|autolesi|cuchilla)\w{0,8}|autolesion(?:es|arme|andome)",
            r"(?:tengo|escondo|tapo) (?:los |mis |nuevos )?cortes (?:en|de) (?:los|las|mis) (?:brazos|piernas|munecas|"
            r"muslos)",
        ),
    ),
    Rule(
        "eating_disorder.signs",
        _E,
        _MODERATE,
        "es",
        "abuso_de_lax dias_si hambre he_provo me_di_atr me_doy_atr miedo_a no_mere obligo provoc provoq tomo_lax "
        "uso_lax vomito",
        either(
            r"(?:me (?:provoco|provoque|he provocado|obligo a)) (?:el )?vomit(?:o|ar|os)|vomito (?:despues de "
            r"(?:comer|cada comida)|todo lo que como|a proposito)",
            r"(?:llevo|hace) (?:\w{1,8} )?dias sin comer(?: \w{1,10}){0,3} (?:gord|adelgaz|peso|flac|delgad|"
            r"asco)\w{0,6}|no merezco comer",
            r"(?:tomo|uso|abuso de) laxantes(?: para (?:adelgazar|bajar|no engordar)| cada| despues)|me (?:doy|di) "
            r"atracones y (?:luego |despues )?(?:vomito|me purgo)",
            r"(?:me muero de|tengo) (?:hambre pero|miedo a) (?:no (?:me permito|quiero) comer|engordar|comer|estoy "
            r"gord[ao])",
        ),
    ),
    Rule(
        "psychosis.signs",
        _P,
        _MODERATE,
        "es",
        "envene escuch espian han_pue he_oido la_radio la_tele las_voc me_controlan me_leen me_roban oigo persig "
        r"pusier siguen siguie vigila",
        either(
            r"(?:oigo|escucho|he oido) (?:las |unas )?voces(?: en mi cabeza| que (?:nadie|me)| dentro)?|las voces "
            r"(?:en mi cabeza|no (?:paran|se callan)|me (?:hablan|insultan))",
            r"(?:me (?:vigilan|persiguen|espian|siguen|estan (?:vigilando|envenenando|siguiendo))) (?:por|con|desde|a "
            r"traves|en todas|todo el tiempo|y nadie)|me (?:han puesto|pusieron) un (?:chip|implante)",
            r"(?:la tele|la television|la radio) me (?:habla|manda mensajes|envia mensajes)|me (?:roban|leen|"
            r"controlan) (?:los |mis )?pensamientos",
        ),
    ),
    Rule(
        "psychosis.commands",
        _P,
        _HIGH,
        "es",
        "dios el_demo el_diab la_voz las_voc los_dem una_voz",
        r"(?:las voces|una voz|la voz|dios|el diablo|los demonios|el demonio)(?: en mi cabeza)? (?:me )?(?:dicen?|"
        r"ordenan?|piden?|mandan?|gritan?)(?: que)?(?: me)?(?: \w{2,8})? (?:mate|matarme|corte|haga dano|tire|muera|"
        r"matar|mate a|suicide|lastime|salte)",
    ),
    Rule(
        "harm_to_others.planned",
        _H,
        _HIGH,
        "es",
        "compre_u he_comprado_u llevar tengo_u traer voy_a",
        either(
            r"voy a (?:matar|apunalar|disparar|envenenar|estrangular) a (?:mi (?:jefe|mujer|esposa|marido|esposo|"
            r"novi[oa]|padre|madre|padrastro|vecin[oa]|ex|bebe|hij[oa])|todos|alguien)(?: \w{1,8}){0,2} (?:esta noche|"
            r"hoy|manana|con (?:un|una|el|la) (?:cuchillo|pistola|arma)|cuando)",
            r"(?:tengo|compre|he comprado) (?:una|un) (?:pistola|arma|cuchillo) (?:para|y voy a) matar(?:lo|la|los)?",
            r"(?:llevar|voy a llevar|traer) (?:una |un )?(?:pistola|arma|bomba|cuchillo) (?:a la|al) (?:escuela|"
            r"colegio|instituto|trabajo)",
        ),
    ),
    Rule(
        "harm_to_others.urge",
        _H,
        _MODERATE,
        "es",
        "impuls miedo_a miedo_d pienso quiero tengo_g",
        r"(?:quiero|tengo ganas de|pienso en|impulsos? de|(?:tengo |me da )?miedo (?:de|a)) (?:matar|hacer(?:le)? "
        r"dano|lastimar|apunalar|estrangular) a (?:alguien|mi (?:bebe|hij[oa]|mujer|esposa|marido|madre|padre|"
        r"padrastro|novi[oa])|mis hijos|todos)",
    ),
    Rule(
        "abuse.violence",
        _A,
        _MODERATE,
        "es",
        "abusad agredi ahorco amenaz controla_e controla_t empuja empujo encerr encier estoy_a estrangu forzo fuerza "
        "ha_pega me_da_mi me_tocaba me_toco me_viola me_violo no_me_de obliga_a patea pateo salir tener tengo_m "
        "tengo_p trabaj ver_a_mi violad",
        either(
            rf"{_PARTNER} (?:siempre |a veces |otra vez |ayer |anoche )?me (?:ha pegado|amenaza|amenazo|empuja|empujo|"
            r"estrangula|estrangulo|ahorco|patea|pateo|encierra|encerro|obliga a tener|forzo|fuerza a|"
            r"controla el movil|controla todo|no me deja (?:salir|ver a|trabajar))",
            rf"{_PARTNER} no me deja (?:salir|ver a (?:mi|mis)|trabajar|tener (?:movil|dinero|amig[oa]s))",
            r"(?:tengo miedo|me da miedo|estoy asustad[oa]|tengo panico) (?:de|a) (?:mi (?:marido|esposo|novio|padre|"
            r"padrastro|pareja|ex|mujer|novia)|volver a casa|ir a casa|lo que me (?:haga|pueda hacer))",
            r"(?:fui|he sido|me siento) (?:violad[oa]|abusad[oa]|agredid[oa] sexualmente)|me (?:violaron|viola|violo|"
            r"tocaba|toco) (?:cuando|mi|un|el(?! (?:timbre|turno|hombro|gordo|premio|tema))|por las noches|anoche)",
        ),
    ),
    Rule(
        "ideation.somebody",
        _S,
        _LOW,
        "es",
        "autole corta esta_pe habla_d intento matars quiere quitar suicidar",
        rf"{_SOMEBODY}(?: me)?(?: ha)?(?: dice| dijo| dicho| escribio| cuenta|"
        r" conto)?(?: que)?(?: se)? (?:quiere (?:morir(?:se)?|matarse|suicidarse|quitarse la vida)|"
        r"va a (?:suicidarse|matarse|quitarse la vida)|intento (?:suicidarse|matarse|quitarse la vida)|"
        r"quiere (?:matar|suicidar|morir)|corta|autolesiona|esta pensando en suicidarse|habla de (?:suicidarse|morir))",
        subject=Subject.OTHER,
    ),
)
