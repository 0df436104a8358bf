"""What people write in a crisis, in German: what is hinted at, prepared, asked for, and other dangers."""

from __future__ import annotations

from segue.domain.findings import Category, Subject
from segue.domain.models import SafetyLevel
from segue.safety.rows.de.crisis import HEARD_THERE, KILL, NO_FAREWELL, NOT_SO, PILLS
from segue.safety.rules import Rule, either

_S, _I, _M, _A = Category.SUICIDE, Category.SELF_INJURY, Category.MEDICAL_EMERGENCY, Category.ABUSE
_E, _P, _H = Category.EATING_DISORDER, Category.PSYCHOSIS, Category.HARM_TO_OTHERS
_IMMINENT, _HIGH, _MODERATE, _LOW = SafetyLevel.IMMINENT, SafetyLevel.HIGH, SafetyLevel.MODERATE, SafetyLevel.LOW

_SOMEBODY = (
    r"(?:(?:mein|meine|ein|eine) (?:beste |bester |kleine |kleiner |eigene )?(?:freund|freundin|bruder|schwester|"
    r"sohn|tochter|mutter|vater|mama|papa|cousin|cousine|mann|frau|kollege|kollegin|schuler|schulerin|patient|"
    r"patientin|nachbar|nachbarin|mitbewohner|mitbewohnerin))"
)
_END = r"(?= ?(?:$|[.!?;,]))"
_PARTNER = r"(?:meine? (?:mann|frau|freund|freundin|vater|mutter|stiefvater|partner|partnerin|bruder|onkel|ex)|er|sie)"

ROWS: tuple[Rule, ...] = (
    Rule(
        "ideation.suicide",
        _S,
        _HIGH,
        "de",
        "angst bald dass_alles dass_es den_tod des_leb gedank gleich heute ich_hab ich_kann ich_mag ich_will "
        "jetzt lebens mein_le meinem_le meinen morgen mude_vom mude_zu nicht_m selbst suizid tot_sei trau_mi "
        "traue_mi",
        either(
            r"ich (?:kann|mag|will)(?: einfach| so)? nicht mehr (?:weiter)?leben|ich (?:will|mag) hier nicht mehr "
            r"sein",
            r"(?:denke|denk|dachte|nachgedacht|nachdenke|muss)(?: (?!nicht|nie|kaum)\w{2,10}){0,3} (?:an|uber|ueber) "
            r"(?:suizid|selbstmord|den tod(?! (?:von|des|der|mein\w{2})\b)|meinen tod|selbsttotung)",
            r"(?:suizid|selbstmord)gedanken (?:kommen|sind|werden|wieder|seit|und|haben|plagen)|gedanken(?: daran)? "
            r"(?:mich|mir) (?:umzubringen|das leben zu nehmen|zu toten)",
            r"ich (?:will|mochte|moechte|wurde|wuerde|werde)(?: \w{2,10}){0,2} mein(?:em)? leben (?:beenden|ein ende "
            r"setzen|nicht mehr)|mein leben (?:zu )?beenden",
            r"(?:ich bin|bin) (?:so |einfach |des )?(?:lebensmude|lebensmuede|mude (?:vom|zu) leben|des lebens mude)|"
            r"ich habe (?:das leben|alles hier|mein leben) (?:so )?satt",
            r"(?:ich )?(?:will|mochte|moechte)(?: \w{2,8}){0,3} (?:dass (?:alles|es|mein leben) (?:endlich "
            r")?(?:vorbei ist|aufhort|endet)|tot sein|nicht mehr da sein(?! wo\b)|nicht mehr existieren)",
            r"(?:heute (?:abend|nacht)|morgen|jetzt|bald|gleich) (?:bringe|bring|hange|haenge|erschiesse) ich mich "
            r"(?:um|auf|(?= ?(?:$|[.!?;])))|(?:heute (?:abend|nacht)|morgen|bald) (?:nehme|nehm) ich mir das leben",
            r"(?:traue|trau) mir (?:selbst |gerade )?nicht(?: mehr)? (?:allein|uber den weg)|(?:angst|angst davor) "
            r"(?:dass ich )?mir (?:etwas|was) an(?:zu)?tu(?:n|e)?",
        ),
    ),
    Rule(
        "passive.no_future",
        _S,
        _MODERATE,
        "de",
        "das_leb der_tod dieses ein_klo eine_la einfac haette_ni hatte_ni kein_si keine mehr mein_le nicht_g "
        "nicht_m nie_geb noch_ei ohne_mi soll_mi sterbe tot_sei tot_zu_s wach weg_fur wenn_ic wenn_mi wieder "
        "zur_las",
        either(
            r"(?:das leben|mein leben|alles|nichts|leben|es)(?: hat| macht| hatte| ergibt)? (?:hat |macht |ergibt "
            r")?(?:doch |fur mich |fuer mich |eh |einfach ){0,2}kein(?:en)? sinn mehr|(?:sehe|seh|finde)(?: "
            r"\w{2,8}){0,2} keinen sinn(?: mehr)?(?: im leben| weiterzu\w{3,8})?",
            r"(?:sehe|seh|habe|hab|gibt)(?: \w{2,8}){0,3} (?:keinen ausweg|keine zukunft|keine hoffnung|keinen "
            r"anderen ausweg|keinen weg mehr)(?: mehr)?(?! aus (?:dem (?:stau|parkhaus|spiel)|der stadt)\b)",
            r"(?:alle|alles|die welt|meine familie|meine kinder|meine eltern|niemand|keiner|ihr|sie)(?: "
            r"\w{2,8}){0,3} (?:froh|besser(?: dran)?|leichter|erleichtert|glucklicher|gluecklicher|vermissen|merken) "
            r"(?:wenn ich (?:weg|tot|nicht mehr|gestorben|verschwunden|nie)|ohne mich)",
            r"(?:niemand|keiner)(?: \w{2,8}){0,2} (?:vermissen|merken|trauern|interessieren)(?: \w{2,8}){0,1} "
            r"(?:wenn ich (?:weg|tot|sterbe|nicht mehr))",
            r"(?:falle|bin) (?:allen |jedem |euch |meiner familie |ihnen |nur ){1,2}(?:zur last|eine last|ein klotz)|"
            r"(?:allen|jedem|meiner familie) (?:nur )?(?:zur last|eine last)",
            r"(?:wache|wach|aufwache|aufzuwachen|aufwachen)(?: \w{2,14}){0,3} (?:nie|nicht|nimmer) (?:mehr|"
            r"wieder)(?: auf)?|(?:nie|nicht) (?:mehr|wieder) auf(?:zu)?wachen|einfach (?:einschlafen|schlafen) fur "
            r"immer",
            r"(?:der tod|sterben|tot sein|tot zu sein) (?:ware|waere|klingt|scheint|erscheint) (?:\w{2,8} "
            r")?(?:besser|leichter|einfacher|eine erlosung|schon|friedlich|schoner)",
            r"(?:ich )?(?:wunschte|wuenschte|wollte|ware|waere)(?: ich)?(?: ware| waere| nie)? (?:nie geboren|nicht "
            r"geboren|nicht mehr da|weg fur immer)|(?:hatte|haette) nie geboren werden",
            r"(?:halte|halt|ertrage|schaffe|pack)(?: \w{2,8}){0,3} (?:dieses leben|das leben|mein leben|noch einen "
            r"tag|keinen (?:weiteren )?tag)(?: \w{2,8}){0,2} (?:nicht mehr|mehr(?: aus)?|aus)",
            r"(?:wenn mich|soll mich)(?: \w{2,8}){0,2} (?:ein auto|ein lkw|ein bus|ein zug|der zug)(?: "
            r"\w{2,10}){0,2} (?:uberfahr|ueberfahr|uberfuhr|erwisch|treff)\w{0,4}",
        ),
    ),
    Rule(
        "intent.tonight",
        _S,
        _HIGH,
        "de",
        "bin_ich e_letzt heute ich_bin ich_mach ich_tu ich_zieh jetzt letzte morgen",
        either(
            r"(?:heute (?:abend|nacht)|morgen|jetzt) (?:mache|mach|tue|tu|werde|beende|setze|"
            rf"ziehe) ich (?:(?:es|alles|allem)(?: (?:tun|machen|ein ende))?{_END}|(?:dem|allem) ein ende|"
            rf"ein ende{_END}|schluss{NO_FAREWELL}|das durch{_END})",
            rf"ich (?:mache?|tue?) es (?:heute(?: abend| nacht)?|jetzt|morgen){_END}|"
            rf"ich (?:mache?) schluss (?:heute|jetzt|morgen)(?: abend| nacht)?{NO_FAREWELL}|"
            rf"ich ziehe? (?:es|das) (?:heute|jetzt|morgen)(?: abend| nacht)? durch{_END}",
            r"(?:ich bin|bin ich) (?:morgen|bald|dann) (?:schon )?(?:tot|"
            r"nicht mehr (?:da(?! (?:denn |weil )?(?:ich|wir) (?:fahre|fahren|fliege|fliegen|ziehe|ziehen|verreise|"
            r"verreisen|hab|habe|haben))|am leben|auf dieser welt)|weg fur immer)|"
            r"morgen (?:bin ich|gibt es mich|werde ich) (?:nicht mehr|tot)(?! (?:im buro|im haus|in der))",
            r"(?:das|heute) (?:ist|wird) (?:meine letzte nacht|mein letzter (?:tag|abend))(?! (?:im (?!leben)|"
            r"in der (?!welt)|bei|an der|als|auf der arbeit|hier bei|hier|mit|in (?!der|dieser|diesem)\w{3,12}|vor)\b)",
        ),
    ),
    Rule(
        "behaviour.prepared",
        _S,
        _HIGH,
        "de",
        "abschi ausges bahnsteig besorg brucke bruecke dach festge gefund gekauf gerege gesamm gewahl gezahl "
        "gleisen hochhaus in_ordn klippe meine_s",
        either(
            r"abschiedsbriefe?(?: \w{2,10}){0,3} (?:geschrieben|fertig|liegen|liegt|schreibe|schreiben|verfasst)|"
            r"(?:ich )?(?:schreibe|schrieb|habe|hab)(?: \w{2,10}){0,3} abschiedsbriefe?",
            r"(?:ich )?(?:verschenke|verschenk)(?: \w{2,10}){0,2} (?:alle )?meine sachen(?! (?:weil ich umziehe|"
            r"auf dem flohmarkt|bei))|(?:ich )?(?:habe|hab)(?: \w{2,10}){0,2} (?:alle )?meine sachen(?: \w{2,8}){0,2} "
            r"(?:verschenkt|weggegeben)(?! weil ich umziehe)",
            r"(?:stand|war|bin|ging|lief|sass)(?: \w{2,10}){0,3} (?:auf|an|zu|am)(?: der| dem| den| einer|"
            r" einem)? (?:brucke|bruecke|dach|gleisen|bahngleisen|klippe|hochhaus|"
            r"bahnsteig)(?: (?!an\b|uber\b|ueber\b)\w{2,10}){0,4} (?:springen|gesprungen|fast|beinahe|gedacht)",
            r"(?:habe|hab|bringe|bring)(?: \w{2,10}){0,2} (?:meine angelegenheiten|alles|meine sachen) (?:geregelt|"
            r"in ordnung gebracht|in ordnung)(?: damit| fur den fall| bevor)? ?(?:ich gehen kann|wenn ich (?:weg|tot|"
            r"nicht)|ich gehe|niemand)",
            r"(?:ich )?(?:habe|hab)(?: \w{2,10}){0,2} (?:den tag|ein datum|den ort|die methode|die brucke|"
            r"einen tag)(?: (?!fur\b|fuer\b)\w{2,10}){0,3} (?:ausgesucht|gewahlt|festgelegt|"
            rf"gefunden)(?: (?:um|an dem)(?: \w{{2,8}}){{0,2}} (?:sterben|{KILL}))?",
            rf"(?:ich )?(?:habe|hab)(?: \w{{2,10}}){{0,2}} (?:{PILLS}|einen strick|"
            r"ein seil)(?: \w{2,8}){0,2} (?:gezahlt|gekauft|besorgt|gesammelt)(?: \w{2,8}){0,2} (?:um|reicht|reichen|"
            r"genug|damit)",
        ),
    ),
    Rule(
        "goodbye.last_words",
        _S,
        _HIGH,
        "de",
        "das_let dass_ic ein_abs es_tut_mir_leid_aber_ic es_tut_mir_leid_alles_ic es_tut_mir_leid_fur_alles_ic "
        "es_tut_mir_leid_ic mein_ab meine_l sorry_aber_ic sorry_alles_ic sorry_fur_alles_ic sorry_ic "
        "verzeih_mir_aber_ic verzeih_mir_alles_ic verzeih_mir_fur_alles_ic verzeih_mir_ic verzeiht_mir_aber_ic "
        "verzeiht_mir_alles_ic verzeiht_mir_fur_alles_ic verzeiht_mir_ic",
        either(
            r"(?:das|dies) (?:ist|wird|hier ist) (?:meine letzte nachricht|"
            r"das letzte (?:was (?:ich (?:schreibe|sage|euch|dir|noch)|(?:du|ihr) von mir)|"
            r"mal dass (?:ich (?:schreibe|euch|dir|mich melde|hier bin)|(?:du|ihr) von mir))|mein abschied|"
            r"ein abschied fur immer)",
            r"(?:es tut mir leid|verzeiht mir|verzeih mir|sorry)(?: aber| fur alles| alles)? ich kann (?:einfach "
            r")?nicht mehr(?= ?(?:$|[.!?;,])| (?:lebt|leb|leben|weiter\w{0,6}|und|ihr|ich|mama|papa)\b)",
            r"(?:sagt|sag|richte|bitte sag)(?: bitte)? (?:meinen|meiner|meinem) \w{3,10} dass ich (?:sie|ihn|euch) "
            r"(?:liebe|lieb habe|geliebt habe)",
        ),
    ),
    Rule(
        "method_seeking.question",
        _S,
        _HIGH,
        "de",
        "bindet erhaengen erhangen ertrinken knotet knupft pulsadern uberdosis ueberdosis verbluten was_pas "
        "welche wie_hoch wie_kann wie_konnte wie_soll wie_viel",
        either(
            r"(?:welche|wie ?viele?|wie hoch)(?: \w{2,12}){0,3} (?:dosis|menge|"
            rf"{PILLS})(?: \w{{2,12}}){{0,4}} (?:todlich|toedlich|sterben|stirbt|tot|herz zum stillstand|"
            r"nicht mehr aufwach\w{0,3})",
            r"was passiert wenn (?:ich|man) (?:alle |die ganze packung |eine packung |zu viele )(?:meine |der |"
            rf"von den )?(?:{PILLS})?(?: auf einmal)?(?: nehme| nimmt| schlucke)?",
            r"(?:tut|ist|wie lange|wie schnell)(?: \w{2,8}){0,3} (?:erhangen|erhaengen|verbluten|ertrinken|sich "
            r"erhangen|pulsadern|uberdosis|ueberdosis)(?: \w{2,8}){0,2} (?:weh|schmerzhaft|schnell|dauert|tot|stirbt)",
            r"wie (?:kann|soll|konnte) (?:ich|man)(?: \w{2,10}){0,3} (?:schmerzlos|schnell|am besten|"
            rf"ohne schmerzen)(?: \w{{2,8}}){{0,2}} (?:sterben|{KILL})|"
            r"wie (?:knotet|bindet|knupft) man (?:einen )?(?:galgenknoten|henkersknoten|strick)",
            r"(?:welche brucke|welche bruecke|welches (?:hochhaus|gebaude))(?: \w{2,10}){0,3} hoch genug",
        ),
    ),
    Rule(
        "overdose_under_way.now",
        _M,
        _IMMINENT,
        "de",
        "adern genomm geschl handgelenke intus loslas nommen schluc spring",
        either(
            r"(?:ich )?(?:habe|hab)(?: gerade| eben| schon| jetzt){0,2} (?:die ganze (?:packung|schachtel)|alles|alle|"
            rf"zu viele?)(?: {PILLS})? (?:genommen|geschluckt)(?= ?(?:$|[.!?;,])| und (?:jetzt|mir|ich|warte))",
            r"(?:ich )?(?:habe|hab)(?: \w{2,8}){0,2} (?:etwa |ungefahr |uber )?(?:\d{2,3}|zehn|funfzehn|zwanzig|"
            rf"dreissig|vierzig|funfzig) {PILLS} (?:genommen|geschluckt|intus)",
            r"(?:ich )?(?:habe|hab)(?: \w{2,8}){0,2} (?:mir )?(?:die )?(?:pulsadern|handgelenke|"
            r"adern) (?:auf)?(?:geschnitten|geschlitzt)",
        ),
    ),
    Rule(
        "overdose_under_way.at_the_edge",
        _S,
        _IMMINENT,
        "de",
        "spring loslassen",
        r"(?:ich )?(?:stehe|steh|sitze|bin)(?: \w{2,8}){0,2} (?:auf|an)(?: der| dem| einer| den)? (?:brucke|"
        r"bruecke|dach|bahnsteig|gleisen|brustung|abgrund)(?: \w{2,8}){0,3} (?:springe|springen|spring|loslassen)",
    ),
    Rule(
        "self_injury.wounds",
        _I,
        _MODERATE,
        "de",
        "ckfall die_arm eckfal geritz mich mir selbst verbra verstec",
        either(
            r"(?:ich )?(?:habe|hab)(?: ich)? (?:mich |mir )?(?:wieder |heute |gestern |absichtlich |"
            r"selbst ){0,2}(?:geritzt|selbst verletzt|die arme (?:auf)?geschnitten|"
            r"verbrannt)(?! beim (?:kochen|rasieren))",
            r"(?:will|muss|mochte|moechte|drang|druck|lust)(?: \w{2,8}){0,2} (?:mich |mir )(?:wieder )?(?:selbst |"
            r"etwas |was |weh )?(?:zu )?(?:ritzen|schneiden|verletzen|antun|anzutun|wehtun|wehzutun|tun)",
            r"(?:ruckfall|rueckfall|ruckfallig)(?: \w{2,8}){0,3} (?:geritzt|ritzen|svv|klinge|selbstverletz)\w{0,6}|"
            r"selbstverletzung (?:hilft|ist|wieder)|verstecke meine (?:narben|schnitte|wunden)",
        ),
        also="ckfall diearme ritz schneiden tun verbrannt verletz versteckemeine",
    ),
    Rule(
        "eating_disorder.signs",
        _E,
        _MODERATE,
        "de",
        "abfuhr angst erbrec fressa hunger kotze stecke tagen_n uberge ueberg verdie",
        either(
            r"(?:ich )?(?:erbreche|kotze|uebergebe mich|ubergebe mich|stecke mir den finger)(?: \w{2,8}){0,2} "
            r"(?:nach (?:dem|jedem) essen|nach jeder mahlzeit|absichtlich|alles|in den hals)",
            r"(?:seit|schon) (?:\w{1,8} )?tagen nichts (?:mehr )?gegessen(?: \w{2,8}){0,4} (?:fett|dick|abnehm|dunn|"
            r"gewicht|schlank|hasslich)\w{0,5}|verdiene (?:es )?(?:kein(?:e)? essen|nicht zu essen)",
            r"(?:nehme|nehm|schlucke) (?:\w{2,8} )?abfuhrmittel(?: \w{2,8}){0,2} (?:um|damit|nach)|"
            r"fressanfall(?:e)?(?: \w{2,8}){0,3} (?:erbr|kotz|uberge|ueberge)\w{0,6}",
            r"(?:hungere|hunger) mich (?:zu tode|dunn|schlank|weiter)|angst (?:davor )?(?:zuzunehmen|dick zu werden|"
            r"vor dem essen|vorm essen)",
        ),
    ),
    Rule(
        "psychosis.signs",
        _P,
        _MODERATE,
        "de",
        "beobac bespitz die_sti fernse m_kopf meine_g mplanti n_meine radio stimme uberwa ueberw verfolg vergif",
        either(
            r"(?:ich )?(?:hore|hoere|hor|hoer) (?:wieder |immer |standig ){0,2}(?:die )?stimmen"
            rf"{HEARD_THERE}|die stimmen (?:in meinem kopf|horen nicht auf|sind (?:wieder|zuruck|lauter)|sagen mir)",
            r"(?:sie|die nachbarn|die polizei|der geheimdienst|die regierung|jemand|alle) (?:uberwachen|ueberwachen|"
            r"uberwacht|verfolgen|verfolgt|beobachten|beobachtet|vergiften|vergiftet|bespitzeln) mich (?:durch|mit|"
            r"uberall|uber|standig|und niemand)",
            r"(?:chip|sender|implantat)(?: \w{2,8}){0,2} (?:in meinem (?:kopf|korper|zahn)|im kopf|implantiert)|"
            r"(?:fernseher|radio|fernsehen) (?:spricht|redet|sendet)(?: \w{2,8}){0,2} (?:mit mir|zu mir|botschaften|"
            r"nachrichten an mich)|meine gedanken werden (?:gelesen|gestohlen|gesteuert|kontrolliert)",
        ),
    ),
    Rule(
        "psychosis.commands",
        _P,
        _HIGH,
        "de",
        "etwas_antun ritzen schneiden springen sterben toeten toten umbringen umzubringen verletzen",
        r"(?:die stimmen|eine stimme|die stimme|gott|der teufel|die damonen)(?: in meinem kopf)? (?:sagen|sagt|"
        r"befehlen|befiehlt|wollen|will|schreien|flustern)(?: mir| mich)?(?: dass ich| ich soll| ich solle| "
        r"dass)?(?: mich| mir| jemanden| sie| ihn| ich){0,2} (?:umbringen|toten|toeten|verletzen|schneiden|springen|"
        r"sterben|umzubringen|zu toten|etwas antun|ritzen)",
    ),
    Rule(
        "harm_to_others.planned",
        _H,
        _HIGH,
        "de",
        "e_bombe e_pistol e_waffe ich_werde ich_will messer",
        either(
            r"ich (?:werde|will) (?:heute |morgen |jetzt )?(?:meinen (?:chef|mann|vater|stiefvater|nachbarn|ex|"
            r"bruder|lehrer)|meine (?:frau|mutter|nachbarin|freundin|familie)|jemanden|alle)(?: \w{2,8}){0,3} "
            r"(?:umbringen|toten|toeten|erstechen|erschiessen|abstechen|vergiften)",
            r"(?:nehme|bringe|bring|nehm) (?:morgen |heute )?(?:eine waffe|ein messer|eine pistole|eine bombe) mit "
            r"(?:in die schule|zur (?:schule|arbeit)|ins buro)",
        ),
    ),
    Rule(
        "harm_to_others.urge",
        _H,
        _MODERATE,
        "de",
        "andere jemand mein_baby mein_kind meinem meinen meiner mensch",
        r"(?:angst|gedanken|drang|lust|impuls|fantasien)(?: \w{2,8}){0,2} (?:meinem (?:baby|kind|sohn|mann)|meiner "
        r"(?:tochter|frau|mutter)|meinen kindern|mein (?:baby|kind)|jemandem|jemanden|anderen|menschen) (?:etwas |"
        r"was |weh )?(?:an(?:zu)?tun|zu verletzen|umzubringen|zu toten|zu toeten|wehzutun|zu schutteln)",
    ),
    Rule(
        "abuse.violence",
        _A,
        _MODERATE,
        "de",
        "bedroh dass_er einges geschl geschu gestos getret gewuer gewurg gezwun ihm kontrolliert_m meinem meiner "
        "missbr nach_ha schlaegt_m schlagt_m schubst_m sexuel sperrt_m sst_mic stosst_m tritt_m vergew verpru "
        "wuergt_m wurgt_m zwingt_m",
        either(
            rf"{_PARTNER} (?:hat |wurde |will )?(?:mich|mir)(?: (?!nicht |nie |im |"
            r"beim )\w{2,8}){0,3} (?:geschlagen|gewurgt|gewuergt|getreten|gestossen|eingesperrt|bedroht|geschubst|"
            r"verprugelt|vergewaltigt|gezwungen)",
            rf"{_PARTNER} (?:schlagt|schlaegt|wurgt|wuergt|tritt|schubst|stosst|bedroht|sperrt|kontrolliert|zwingt) "
            rf"mich(?! im (?:schach|spiel|tennis)){NOT_SO}",
            rf"{_PARTNER} (?:lasst|laesst) mich nicht (?:mehr )?(?:raus|gehen|arbeiten|aus dem haus|meine|telefonieren|"
            r"zu meiner)",
            r"(?:ich )?(?:habe|hab) (?:so |solche |grosse )?angst (?:vor (?:meinem (?:mann|freund|vater|stiefvater|ex|"
            r"partner)|meiner (?:frau|mutter)|ihm)|nach hause zu (?:gehen|kommen)|"
            r"dass er (?:mich|mir|uns)(?: (?!nicht )\w{2,10}){0,3} (?:schlagt|schlaegt|umbringt|verprugelt|wehtut|"
            r"weh tut|antut|was tut|etwas tut|findet|verfolgt|totet|toetet|vergewaltigt))",
            r"(?:wurde|bin|worden)(?: \w{2,8}){0,3} (?:vergewaltigt|missbraucht|sexuell belastigt)",
        ),
    ),
    Rule(
        "ideation.somebody",
        _S,
        _LOW,
        "de",
        "das_leb ritzt_s selbst sich_da sich_um sterbe suizid umbrin versuc will_ni will_ste",
        rf"{_SOMEBODY}(?: \w{{2,10}}){{0,4}} (?:sterben will|sterben mochte|umbringen will|umbringen mochte|"
        r"will sterben|will nicht mehr leben|sich umbringen|selbstmordgedanken|suizidgedanken|suizidal|"
        r"das leben nehmen|ritzt sich|versucht sich umzubringen|sich das leben|selbstmord)",
        subject=Subject.OTHER,
    ),
)
