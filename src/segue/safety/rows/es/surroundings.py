"""What stands around a match and changes what it means, in Spanish."""

from __future__ import annotations

from segue.safety.around import signs

LANDINGS = (
    r"(?:al|a la|sobre (?:el|la|un|una)|en (?:el|la|un|una)) (?:barco|barca|bote|balsa|carro|carreta|heno|cubierta|"
    r"dragon|caballo|piscina|red)"
)
"""Where somebody lands who jumps in a story or for fun; water, a road and rails are none."""
_FILM = r"(?:peli|pelicula|serie|partido|concierto|capitulo|estreno|video|cancion)"
_DOCTOR = r"(?:medic[oa]|doctora?|psiquiatra)"
_WHEN = r"(?:esta (?:manana|tarde|noche)|hoy(?: (?:por|en|a) la manana)?|anoche|ayer|a (?:su|la) hora|con el desayuno)"

ES = signs(
    speaker=r"yo|mi|mis|me|conmigo|quiero|quisiera|voy|pienso|tengo|estoy|soy|deseo|necesito|prefiero|preferiria|debo|"
    r"oigo|escucho|odio|no (?:puedo|aguanto|soporto)|\w{3,9}[aei]rme",
    clause=r"yo|mi \w{2,12}|mis \w{2,12}|ella?",
    clause_denied=r"no (?:creo|pienso|digo|dije|quise decir|quiere decir|significa|es|estoy diciendo)(?: que)|nunca "
    r"(?:he dicho|dije|pense|crei)(?: que)",
    present=r"(?:yo )?(?:me )?(?:quiero|quisiera|deseo|necesito|pienso|planeo|prefiero|preferiria|voy a|tengo|estoy|"
    r"debo|deberia|siento|sigo|oigo|escucho|odio|soy|llevo|vomito|tomo|uso|escondo|tapo|intentare)|me (?:corto|"
    r"lastimo|autolesiono|hago|quemo|golpeo|provoco|obligo|doy|gustaria|quito|mato|suicido|vigilan|persiguen|espian|"
    r"siguen|estan|leen|roban|controlan|viola|toca|pega|muero de)|(?:ya )?no (?:quiero|puedo|aguanto|soporto|tengo|"
    r"hay|veo|merezco|vale|merece|pienso|le (?:veo|encuentro)|me (?:siento|fio))|(?:mi \w{2,12}|mis \w{2,12}|"
    r"ella?)(?: \w{2,8}){0,2} (?:me|no me) (?:peg|golpe|viol|maltrat|toc|amenaz|empuj|estrangul|pate|encierr|oblig|"
    r"controla|deja|quiere)(?:an?|en?)?|las voces|la vida|mi vida|me (?:obliga|golpea|maltrata|estrangula|empuja)|"
    r"alguien|este es|esta noche|hoy|manana|todos|perdon|adios|que pasa|como|cuant[oa]s|duele|dios|una voz|ya no",
    deed=r"(?!(?:ganas|pens\w+|ideas?|impulsos?|la (?:idea|tentacion)|sin|miedo|quer\w{2,4}|quis\w{1,3}|tuve|tenia|"
    r"estuve|estaba|sentia|matar|morir|suicid\w*|dejar|me (?:queria|cortaba|sentia|tocaba|pegaba))\b)\w+",
    past_ends=r"pero|ahora|hoy|otra vez|de nuevo|todavia|aun|sigo|sigue|siguen|desde entonces|ultimamente|siempre|"
    r"esta (?:noche|semana|vez|manana|tarde)|este (?:ano|mes)",
    story_ends=r"pero|de verdad|en serio|en (?:mi|la) vida real",
    anew=r"y|porque|pq|por eso|asi que|cuando|mientras|aunque|ahora|pues|entonces|ja(?:ja)+|xd|lol",
    lead=r"(?:ella?|mi \w{2,12}|tengo(?: \w{2,8})?|estoy|siento) ",
    says=r"dic\w{1,5}|dij\w{1,5}|grit\w{1,4}|escrib\w{1,5}|piens\w{1,2}|pens\w{1,5}|cant\w{1,4}|susurr\w{1,4}|"
    r"repit\w{1,4}|llam\w{1,4}|titul\w{1,4}|pregunt\w{1,4}|narra\w{0,3}",
    somebody=r"mi (?:amig[oa]|herman[oa]|hij[oa]|novi[oa]|madre|padre|mama|papa|pareja|prim[oa])(?: que)? (?:tiene|"
    r"tuvo|tenia|siente|sufre|con)(?=[^,]*$)",
    landing=LANDINGS,
    sport=r"en el ring|boxeando|con (?:una?|la|el) (?:bola de nieve|almohada|pelota|balon|globo)",
    game=r"en (?:el|este|un) (?:juego|videojuego|nivel)(?! (?:de|que)\b)",
    figure=r"de (?:la )?risa(?! no\b)|de (?:tanto )?reir(?:me)?|de (?:aburrimiento|calor|sueno|curiosidad|envidia|"
    r"gusto|ternura|felicidad|viej[oa]|vejez|ancian[oa])|antes que comer (?:pizza|pina|sushi|brocoli|verduras?|higado|"
    rf"pescado|espinacas|acelgas)|(?:antes )?que ver (?:esa|ese|esta|este|otra|otro|una|un) {_FILM}|"
    rf"por (?:ver (?:esa|ese|esta|este|la|el|una|un|otra|otro) (?:nuev[oa] )?{_FILM}|"
    r"(?:comer|probar|comerme) (?:(?:esa|ese|esta|este|una|un) \w{3,12}|pizza|chocolate|helado|sushi))",
    strong=r"de (?:(?:la )?verguenza(?! (?:por lo que|que (?:siento|tengo|cargo)|de (?:mi|ser|existir|vivir)))|"
    r"amor|ganas|emocion|pena ajena|susto)",
    dying=r"\b(?:morir(?:me)?|muert[oa])",
    plain=r"matarme|me (?:quiero|voy a|quisiera|gustaria|tengo que) matar|suicid\w{1,6}|quitar(?:me)?|mi vida|vivir|"
    r"viviendo",
    dose=rf"(?:{_WHEN} )?(?:que me (?:ha )?(?:receto|recetado|mando|mandado|dio|dado) (?:el|la|mi) {_DOCTOR}|"
    r"(?:tal )?(?:como|segun) (?:(?:me )?(?:lo )?(?:(?:ha )?dicho|dijo|dice|receto|indico|mando|ordeno) (?:el|la|mi)|"
    rf"(?:el|la|mi)) {_DOCTOR}|(?:el|la|mi) {_DOCTOR} (?:va a estar|estara|se pondra) (?:muy )?(?:orgullos|"
    r"content)[oa])",
    perhaps_dose=r"(?:esta|hoy (?:por|en|a) la) manana(?=[ .!,]{0,3}$| (?:y|pero) (?:me siento|estoy) (?:muy |mas )?"
    r"(?:bien|mejor)\b| (?:con|antes d|despues d)(?:el|e)? (?:desayuno|desayunar|cafe|comer|trabajo|agua)\b)",
    too_much=r"demasiad[oa]s?|monton|much[oa]s|frasco|bote|blister|punado|caja|[2-9]\d|\d{3}|veinte|treinta|cuarenta|"
    r"sobredosis",
    denied=r"(?:(?<!mas que )(?<!peor que )(?<!como )nunca|jamas|no(?=[ ]))(?: me| voy a| quiero| pienso| he| tengo|"
    r" tenia| tuve| tenido| pensado| estoy| en| creo| siento| tener| es que| es verdad que| es cierto que| que| podria|"
    r" seria capaz de){0,4}",
    # "no, …" answers somebody and denies nothing
    fiction=r"(?:mi|el|la|un|una) (?:personaje|protagonista|heroe|heroina|villano|narrador|jugador|elf[oa]|"
    r"mag[oa]|hechicer[oa]|paladin|caballero|druida|bardo|orco)|(?<!perdi "
    r")(?<!perdido )en (?:mi|la|el|una|un) (?:historia|novela|libro|cuento|obra|juego|guion|pelicula|cancion|serie|"
    r"escena)(?! de (?:mi |la )?vida)",
    cited=r"(?:personaje|protagonista|heroe|heroina) (?:dice|dijo|escribio|grita|grito|piensa)(?: que)?|(?:significa|"
    r"titulad[oa]|se (?:dice|escribe|traduce)|traduce|traducir|(?:la|esta|mi|una|su) (?:cancion|frase)(?: es| dice| "
    r"se llama)?|(?:las|estas|sus) palabras(?: son)?)(?: (?:me|yo))?(?=[ :\"']*$)",
    told=r"(?:el|ella|amig[oa]|herman[oa]|madre|padre|hij[oa]|alguien|que|prim[oa]|companer[oa]|novi[oa]) (?:dice|"
    r"dijo|me dijo|me dice|me escribio|escribio|grita|grito|piensa)",
    past_before=r"(?<!desde )hace (?:\w{2,8} )?(?:anos|meses)(?! que\b)|cuando (?:era|tenia) (?:\w{2,12})|antes(?! "
    r"(?:de|que)\b)(?: yo)?|(?<!desde )de (?:nin[oa]|adolescente|joven)|en el pasado",
    lasts=r"y (?:(?:ahora|hoy) (?:tambien|igual|sigo|otra vez|mas)|todavia|aun|sigue|sigo|ayer|anoche|esta)|otra vez "
    r"(?:ayer|anoche|hoy)|hasta hoy|desde entonces",
    past_after=r"hace (?:\w{2,8} )?(?:anos|meses)|cuando (?:era|tenia)|en el pasado(?! y\b)|pero (?:ya )?(?:paso(?! "
    r"(?:lo|de)\b)|se me paso|lo (?:he )?supere?(?:ado)?|estoy (?:ya )?(?:bien|mejor|recuperad[oa]|curad[oa])(?! "
    r"(?:con|muert|sin|sol[oa])))|pero ya no(?: (?:mas|lo (?:pienso|hago|siento|quiero)|(?:pienso|quiero) (?:eso|en "
    r"eso|hacerlo)|me pasa))?(?= ?(?:$|[.!?;,]))",
    made_small=r"(?:pero )?(?:ya )?(?:estoy (?:bien|mejor)|no (?:es|pasa) nada)(?: ya| ahora)?(?= ?(?:$|[.!?;,]))",
)
