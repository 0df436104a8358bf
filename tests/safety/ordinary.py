"""What people say of an ordinary day in words that danger uses too, by language; a bar or a line apart."""

from collections.abc import Mapping

ORDINARY: Mapping[str, str] = {
    "en": """
I am going to hang myself, metaphorically, if that printer jams again
I cut my own hair today | I sliced my finger chopping onions, plaster's on
the wrist brace is itchy but the sprain is healing | my blood pressure pills give me a dry mouth
I take two tablets every morning for my thyroid | need to sharpen the kitchen knives before christmas
we walked over the bridge at sunset | tomorrow I'm jumping off the ten metre board at the pool
I could sleep forever after that night shift | I died laughing at your video
can't wait to disappear to a cabin for a week | goodbye London, hello Lisbon! | my phone is dead again
this deadline is killing me | I'd kill for a coffee right now | the boss fight killed me twelve times
I'm reading a thriller where the wife poisons her husband | my character hangs himself at the end of act two
I blew my brains out studying for this exam lol | the dog bit my arm and it bled a bit
gave blood today, arm is a bit sore | the vet said we had to put the old cat to sleep
took ibuprofen for my back, feels better | how many paracetamol can I take with ibuprofen after the dentist?
I'm on a diet and skipped dessert | I threw up after the oysters last night | fasting for Ramadan is going well
I'm so fat after the holidays haha | the rope for the swing in the garden is frayed | hanging the curtains tonight
I hung out with Sam | Liverpool slaughtered us 5-0 | shot two rolls of film in the park
going to the shooting range with my dad | my dad taught me to hunt deer | he beat me at chess again
my brother hit me with a snowball | my boss is locking me out of the new system
I wrote my kids a letter from holiday | last time you'll hear from me before the flight, boarding now!
gave away my old records, no room in the new flat | I've decided: no more winters in Norway, moving south
the voices in the choir were wonderful | the voice on the sat nav told me to turn left into a lake
I burned my hand on the oven | razor blades are so expensive these days | I shaved my legs and nicked my shin
the overdose scene in that film was too long | my grandad died last year and I miss him
the train was late so I stood on the platform for an hour | can't do this any more, I'm switching to another gym
I don't want to be here, this meeting is so boring | everything ends well in that book
I'm ending my subscription tonight | suicide squad was a terrible film
we did suicides at basketball practice, my legs hurt | I'd rather die than eat pineapple pizza
drop dead gorgeous dress | bury me in that sofa, it's so comfy | I'm dead tired | kill the lights please
the bleach ruined my shirt | drank too much wine at the wedding | my pills ran out, need to call the pharmacy
I swallowed a fly on my bike | I choked on a peanut but I'm fine | my toddler locked himself in the bathroom
I was locked out of my house last night | no point in watching the second half, 4-0 down
I have a plan for the 14th: dinner and a film | picked a date for the wedding! | nobody noticed my new haircut
my arms hurt after the gym | my knees are bleeding after football again | smashed my head on the cupboard door, ouch
she jumped in front of the camera | the cliff walk was stunning
my grandmother asks God every day to take care of us | I never want to wake up from this dream holiday
tied the belt on the swing for the kids | on the roof fixing the tiles all morning
wrote my last exam today, free at last | thank you for everything, I won't be in the office anymore from Monday
by the time you read this I'll be on the plane | scratched my leg on the fence
broken glass everywhere after the party | took my sleeping pill, good night | my girlfriend boxes on tuesdays
he smashed the record in the 100 metres | shooting a film at the school on friday
the neighbour's cat sleeps in his bed | had only water before the blood test | puke emoji, that soup was awful
there's a man painting the wall | they whisper in the library | life begins at sixty, old fool that I am
woke up from the operation, all good | the bus braked and I spilled my coffee
let go of the wheel kid, my dad said when he taught me to ride | rope burns from climbing, worth it
my insulin pump beeps at night | dyed my hair black, dead look | picked the day for mum's party: it's sunday
gave my dog a bath and my records a clean | hanging around the bridge with friends
my legs are covered in mosquito bites | bleeding gums again, dentist tomorrow
loaded the dishwasher, pistol the cat is on my lap | the gun in that museum was huge
praying the Lord takes care of my boys | hope the team kills it tonight | I'm 70 kilos and still strong
won't eat until 8 tonight | a voice told me the train was delayed | locked me out again, silly door
step in front of the camera please | googled how many tablets in a pack of ibuprofen
goodbye everyone, can't stay longer, early start | farewell party for Jo was a blast
the rope swing, I keep looking at it and smiling at the memory of summer
I keep looking at the pills the vet gave for my cat and forgetting the dose | my legs are bleeding from the brambles
razor blades again on the shopping list | my sister locked me out of the bathroom again
he locked me in the cellar at the escape room, so fun | i can't wait to shoot up the place with my new lens
I only had water since lunch, feel strong after the run | put a bullet in him first in the next round
he hits me with the ball every time in practice | God told me to help my neighbour
I'd be happy if I never woke up early again | chew your food and spit out the pits | my arms are covered in paint
on the roof of my block, watching the fireworks, so happy | thanks for everything, I won't be here on Thursday
my last letter to grandma is on the table | going to jump into the car to get milk
i opened my old stitches playing rugby | we want to hurt them badly in the second half, 3-0 please
""",
    "es": """
hoy me corté el pelo yo sola | me corté el dedo picando cebolla, ya tengo la tirita
la muñequera me pica pero el esguince va mejor | las pastillas de la tensión me dan sed
tomo dos pastillas cada mañana para el tiroides | hay que afilar los cuchillos de la cocina
cruzamos el puente al atardecer | mañana salto del trampolín de diez metros
dormiría para siempre después de este turno de noche | me morí de risa con tu vídeo
quiero desaparecer una semana en la sierra | adiós Madrid, hola Lisboa | se me murió el móvil otra vez
este plazo me está matando | mataría por un café | el jefe final me mató doce veces
leo una novela donde la mujer envenena al marido | mi personaje se ahorca al final del segundo acto
me quemé las pestañas estudiando | el perro me mordió el brazo y sangró un poco | hoy doné sangre, me duele el brazo
el veterinario dijo que había que dormir al gato | tomé ibuprofeno para la espalda
¿cuántos paracetamoles puedo tomar después del dentista? | estoy a dieta y no tomé postre
vomité después de las ostras anoche | el ayuno de ramadán va bien | estoy gordísima después de navidad jaja
la soga del columpio está gastada | esta noche cuelgo las cortinas | el Barça nos mató 5-0
tiré dos carretes en el parque | voy al campo de tiro con mi padre | mi papá me enseñó a cazar
me ganó otra vez al ajedrez | mi hermano me pegó con una bola de nieve | mi jefe me bloqueó del sistema nuevo
les escribí una carta a mis hijos desde la playa | última vez que sabes de mí antes del vuelo, ya embarco
regalé mis discos viejos, no caben en el piso | decidido: no más inviernos en Noruega
las voces del coro eran preciosas | la voz del gps me mandó girar hacia un lago | me quemé la mano con el horno
las cuchillas de afeitar están carísimas | me depilé y me hice un cortecito en la pierna
la escena de la sobredosis era larguísima | mi abuelo murió el año pasado y lo extraño
el tren llegó tarde y esperé una hora en el andén | ya no puedo más con este gimnasio, me cambio
no quiero estar aquí, qué reunión más aburrida | en ese libro todo acaba bien | esta noche cancelo la suscripción
el escuadrón suicida es malísima | prefiero morir antes que comer pizza con piña | me muero de hambre
me muero de ganas de verte | me muero por unas vacaciones | apaga la luz, me mata los ojos
la lejía me estropeó la camisa | bebí demasiado vino en la boda | se me acabaron las pastillas, llamo a la farmacia
me tragué una mosca en la bici | me atraganté con un cacahuete pero ya está | el niño se encerró en el baño
anoche me quedé encerrado fuera de casa | no tiene sentido ver la segunda parte, 4-0
tengo plan para el 14: cena y cine | ¡ya elegimos fecha para la boda! | nadie notó mi corte de pelo
me duelen los brazos del gimnasio | las rodillas me sangran otra vez del fútbol
me di con la cabeza en el armario, ay | saltó delante de la cámara | el paseo por el acantilado fue precioso
mi abuela le pide a Dios cada día que nos cuide | no quiero despertar de este sueño de vacaciones
me voy a pegar un tiro si vuelve a sonar reguetón jajaja | el wey se petateó en el videojuego
até el cinturón al columpio | estoy en la azotea tendiendo la ropa | hoy hice mi último examen, libre por fin
gracias por todo, desde el lunes no estaré en la oficina | cuando leas esto estaré en el avión
me rasqué la pierna con la valla | vidrios rotos por toda la cocina | me tomé la pastilla de dormir, buenas noches
mi novia boxea los martes | rompió el récord de los cien metros | el viernes rodamos un corto en el instituto
el gato del vecino duerme en su cama | solo agua antes del análisis de sangre | vomito cada vez que voy en barco
hay un hombre pintando la pared | susurran en la biblioteca | la vida empieza a los sesenta
desperté de la operación, todo bien | el autobús frenó y se me cayó el café
suelta el volante, me decía mi papá en el simulador | tengo las manos quemadas de escalar con la cuerda
la bomba de insulina pita por la noche | me teñí de negro el pelo | ya elegimos el día de la fiesta: es el domingo
bañé a mi perro y limpié mis discos | estamos en el borde de la piscina tomando el sol
tengo las piernas llenas de picaduras | me sangran las encías otra vez
tengo el gato en las piernas y la manta encima | la pistola del museo era enorme
le pido a Dios que cuide a mis hijos | ojalá el equipo la rompa esta noche | peso 70 kilos y sigo fuerte
no voy a comer hasta las ocho | una voz dijo que el tren venía tarde
me encerraron en el escape room y fue divertidísimo | ponte delante de la cámara
busqué en google cuántas pastillas trae la caja | adiós a todos, no puedo quedarme más, madrugo
llevo mi pistola de agua a la escuela para el carnaval
la cuerda del columpio, no dejo de mirarla y me acuerdo del verano | conté las pastillas de mi abuela para la semana
ya elegí la fecha, es el 14, reservamos la iglesia | me sangran las piernas de las zarzas
cuchillas otra vez en la lista de la compra | mi hermana me encerró en el baño jugando
estoy en la azotea viendo los fuegos artificiales | el hombre de la radio dice que corte el césped
solo agua desde la comida y me siento fuerte | no me veo llegando al gimnasio hoy
les meto un balazo en el próximo nivel | me pega con la pelota en cada entreno | me agarró del pelo para peinarme
Dios me dijo que ayudara a mi vecino | sería feliz si no despertara tan temprano
mastico chicle y lo escupo en la papelera | gracias por todo, el jueves no voy a estar
mi última carta a la abuela está en la mesa | me tomé todo el bote de zumo | lo voy a matar de risa cuando venga
quiero dejar este mundo mejor de lo que lo encontré | estoy lista para irme a Roma, ya hice la maleta
la escopeta de mi abuelo está colgada en la pared | adiós amigos, estoy cansada, mañana hablamos
""",
    "fr": """
je me suis coupé les cheveux toute seule | je me suis coupé le doigt en épluchant les oignons
l'attelle au poignet me gratte mais l'entorse guérit | mes cachets pour la tension me donnent soif
je prends deux comprimés chaque matin pour la thyroïde | il faut aiguiser les couteaux de cuisine
on a traversé le pont au coucher du soleil | demain je saute du plongeoir de dix mètres
je pourrais dormir pour toujours après cette garde | je suis morte de rire avec ta vidéo
j'ai envie de disparaître une semaine à la montagne | adieu Paris, bonjour Lisbonne | mon portable est mort encore
cette échéance me tue | je tuerais pour un café | le boss final m'a tué douze fois
je lis un polar où la femme empoisonne son mari | mon personnage se pend à la fin de l'acte deux
je me suis crevé à réviser pour cet examen | le chien m'a mordu le bras et ça a saigné un peu
j'ai donné mon sang, le bras tire un peu | le véto a dit qu'il fallait endormir le vieux chat
j'ai pris un doliprane pour le dos | combien de doliprane je peux prendre après le dentiste ?
je suis au régime et j'ai sauté le dessert | j'ai vomi après les huîtres hier soir
le jeûne du ramadan se passe bien | je suis trop grosse après les fêtes mdr | la corde de la balançoire est usée
ce soir j'accroche les rideaux | Liverpool nous a massacrés 5-0 | j'ai tiré deux pellicules au parc
je vais au stand de tir avec mon père | mon père m'a appris à chasser | il m'a encore battu aux échecs
mon frère m'a frappé avec une boule de neige | mon patron m'a bloqué l'accès au nouveau logiciel
j'ai écrit une lettre à mes enfants depuis la plage | dernières nouvelles de moi avant le vol, j'embarque
j'ai donné mes vieux disques, plus de place | c'est décidé : plus d'hiver en Norvège
les voix de la chorale étaient superbes | la voix du gps m'a dit de tourner dans un lac
je me suis brûlé la main au four | les lames de rasoir sont hors de prix | je me suis rasé et coupé au menton
la scène d'overdose du film est trop longue | mon papi est mort l'an dernier et il me manque
le train était en retard, j'ai attendu une heure sur le quai | j'en peux plus de cette salle de sport, je change
je veux pas être là, cette réunion est nulle | dans ce livre tout finit bien | ce soir je résilie mon abonnement
suicide squad est un navet | plutôt mourir que manger de la pizza à l'ananas | je meurs de faim
je meurs d'envie de te voir | je crève de chaud | éteins, ça me tue les yeux | la javel a ruiné ma chemise
j'ai trop bu au mariage | plus de cachets, j'appelle la pharmacie | j'ai avalé une mouche à vélo
je me suis étouffé avec une cacahuète mais ça va | le petit s'est enfermé dans la salle de bain
je me suis retrouvé enfermé dehors hier soir | aucun intérêt à regarder la deuxième mi-temps
j'ai un plan pour le 14 : resto et ciné | on a choisi la date du mariage ! | personne n'a remarqué ma nouvelle coupe
j'ai mal aux bras après la muscu | mes genoux saignent encore après le foot
je me suis cogné la tête au placard, aïe | elle a sauté devant la caméra | la balade sur la falaise était sublime
ma grand-mère prie le bon Dieu chaque jour de nous garder | je veux jamais me réveiller de ces vacances de rêve
je me suis foutu en l'air le genou au ski | tabarnak chu mort de fatigue après la shift
j'ai attaché la ceinture à la balançoire | je suis sur le toit à réparer les tuiles
j'ai passé mon dernier examen, enfin libre | merci pour tout, je ne serai plus au bureau dès lundi
quand tu liras ça je serai dans l'avion | je me suis gratté la jambe sur la clôture
du verre cassé partout dans la cuisine | j'ai pris mon somnifère, bonne nuit | ma copine boxe le mardi
il a éclaté le record du cent mètres | vendredi on tourne un court au lycée | le chat du voisin dort dans son lit
que de l'eau avant la prise de sang | je vomis à chaque fois en bateau | il y a un homme qui peint le mur
ils chuchotent à la bibliothèque | la vie commence à soixante ans | réveillé de l'opération, tout va bien
le bus a freiné et j'ai renversé mon café | lâche le volant, disait mon père au simulateur
j'ai les mains brûlées par la corde d'escalade | la pompe à insuline bipe la nuit | j'ai teint mes cheveux en noir
on a choisi le jour de la fête : c'est dimanche | j'ai lavé mon chien et rangé mes disques
on est au bord de la piscine au soleil | mes jambes sont pleines de piqûres de moustique
mes gencives saignent encore | j'ai le chat sur les genoux et un plaid | le fusil du musée était énorme
je prie Dieu qu'il garde mes enfants | pourvu que l'équipe gagne ce soir
je fais 70 kilos et je suis toujours en forme | je mange rien jusqu'à 20 heures
une voix a dit que le train avait du retard | on m'a enfermée dans un escape game, trop drôle
mets-toi devant la caméra | j'ai cherché combien de cachets il y a dans la boîte
adieu les amis, je peux pas rester plus, je me lève tôt | j'amène mon pistolet à eau à l'école pour le carnaval
la corde de la balançoire, je n'arrête pas de la regarder, ça me rappelle l'été
j'ai compté les cachets de ma grand-mère pour la semaine | j'ai choisi la date, c'est le 14, l'église est réservée
mes jambes saignent à cause des ronces | lames de rasoir encore sur la liste de courses
ma sœur m'a enfermée dans la salle de bain pour rire | je suis sur le toit et je regarde le feu d'artifice
l'homme à la radio dit de tondre avant midi | que de l'eau depuis midi, je me sens forte après la course
je me vois pas arriver à l'heure | je lui mets une balle au prochain niveau
il me tape avec le ballon à chaque entraînement | elle m'a attrapé les cheveux pour les tresser
Dieu m'a dit d'aider mon voisin | je serais heureux de ne pas me réveiller si tôt
je mâche un chewing-gum et je le crache | merci pour tout, jeudi je ne serai plus là avant midi
ma dernière lettre à mamie est sur la table | j'ai avalé tout le flacon de sirop d'érable
je vais le tuer de rire quand il arrive | je suis prête à partir à Rome, valise faite
le fusil de mon grand-père est accroché au mur | adieu les amis, fatiguée, on se parle demain
ce film j'en peux plus, la vie de bureau non plus
""",
    "de": """
hab mir heute selbst die haare geschnitten | hab mir beim zwiebelschneiden in den finger geschnitten
die schiene am handgelenk juckt aber es heilt | meine blutdrucktabletten machen mir einen trockenen mund
ich nehm jeden morgen zwei tabletten für die schilddrüse
die küchenmesser müssen vor weihnachten geschliffen werden | wir sind bei sonnenuntergang über die brücke gelaufen
morgen springe ich vom zehner im freibad | nach der nachtschicht könnt ich ewig schlafen
hab mich totgelacht bei deinem video | ich will mal eine woche in die berge verschwinden
leb wohl berlin, hallo lissabon | mein handy ist schon wieder tot | die deadline bringt mich um
für einen kaffee würd ich morden | der endboss hat mich zwölfmal umgebracht
ich les einen krimi wo die frau ihren mann vergiftet | meine figur erhängt sich am ende vom zweiten akt
hab mir das hirn wundgelernt für die prüfung | der hund hat mich in den arm gebissen und es hat geblutet
war blut spenden, arm tut bisschen weh | der tierarzt sagt wir müssen den alten kater einschläfern
hab ibuprofen für den rücken genommen | wie viele paracetamol darf ich nach dem zahnarzt nehmen?
ich mach diät und hab den nachtisch ausgelassen | hab mich nach den austern übergeben
das fasten im ramadan läuft gut | ich bin so fett nach den feiertagen haha
der strick von der schaukel ist durchgescheuert | heute abend häng ich die vorhänge auf
bayern hat uns 5:0 abgeschlachtet | hab zwei filme im park verschossen | ich geh mit papa auf den schießstand
mein vater hat mir das jagen beigebracht | er hat mich wieder im schach geschlagen
mein bruder hat mich mit einem schneeball getroffen | mein chef sperrt mich aus dem neuen system aus
hab meinen kindern einen brief aus dem urlaub geschrieben | letzte nachricht von mir vor dem flug, boarding!
hab meine alten platten verschenkt, kein platz | steht fest: kein winter mehr in norwegen
die stimmen im chor waren wunderbar | die stimme vom navi sagt ich soll in den see abbiegen
hab mir am ofen die hand verbrannt | rasierklingen sind so teuer geworden | beim rasieren ins schienbein geschnitten
die überdosis szene im film war zu lang | mein opa ist letztes jahr gestorben und fehlt mir
der zug war zu spät, stand eine stunde am bahnsteig | ich kann nicht mehr in dem fitnessstudio, ich wechsel
ich will nicht hier sein, das meeting ist so öde | in dem buch geht alles gut aus | heute abend kündige ich mein abo
suicide squad war ein mieser film | lieber sterb ich als pizza mit ananas zu essen | ich sterbe vor hunger
ich brenn drauf dich zu sehen | ich bin todmüde | mach das licht aus, bringt meine augen um
das bleichmittel hat mein hemd ruiniert | zu viel wein getrunken auf der hochzeit
tabletten sind alle, muss die apotheke anrufen | hab beim radeln eine fliege verschluckt
hab mich an einer erdnuss verschluckt, geht schon | der kleine hat sich im bad eingesperrt
hab mich gestern nacht ausgesperrt | die zweite halbzeit hat keinen sinn mehr, 0:4
hab einen plan für den 14.: essen und kino | wir haben einen termin für die hochzeit!
niemandem ist meine neue frisur aufgefallen
ich fall meiner schwester zur last wenn sie mich zum flughafen fährt, hab sie eingeladen
meine arme tun weh vom training | meine knie bluten wieder vom fußball | hab mir den kopf am schrank gestoßen, aua
sie ist vor die kamera gesprungen | die wanderung an den klippen war herrlich
meine oma betet jeden tag dass der herrgott uns behütet | aus diesem traumurlaub will ich nie aufwachen
i bin so hinnig nach der schicht | morgen mach ich früher schluss in der arbeit
hab den gürtel an die schaukel gebunden | bin auf dem dach und tausche ziegel
heute letzte prüfung geschrieben, endlich frei | danke für alles, ab montag bin ich nicht mehr im büro
wenn du das liest sitz ich im flieger | hab mir am zaun das bein gekratzt | überall scherben in der küche
hab meine schlaftablette genommen, gute nacht | meine freundin boxt dienstags
er hat den rekord über hundert meter geknackt | freitag drehen wir einen film in der schule
die katze vom nachbarn schläft in seinem bett | vor der blutabnahme nur wasser | auf dem schiff kotz ich jedes mal
da streicht ein mann die wand | in der bibliothek flüstern alle | das leben fängt mit sechzig an
bin aus der narkose aufgewacht, alles gut | der bus hat gebremst und mein kaffee war weg
lass das lenkrad los, hat papa im simulator gesagt | hände verbrannt vom kletterseil | die insulinpumpe piept nachts
hab mir die haare schwarz gefärbt | wir haben den tag fürs fest ausgesucht: es ist sonntag
hab meinen hund gebadet und meine platten sortiert | ich sitz am beckenrand in der sonne
meine beine sind voller mückenstiche | mein zahnfleisch blutet schon wieder | die katze liegt auf meinem schoß
die pistole im museum war riesig | ich bete dass gott meine kinder behütet
hoffentlich gewinnt die mannschaft heute | ich wieg 70 kilo und bin immer noch fit | ich ess nichts bis 20 uhr
eine stimme sagte der zug hat verspätung | stell dich vor die kamera
hab gegoogelt wie viele tabletten in der packung sind | tschüss alle, ich kann nicht länger bleiben
ich bring ihn um acht zum bahnhof | das seil von der schaukel, ich schau es dauernd an und denk an den sommer
ich zähl die tabletten von oma für die woche ab | hab das datum ausgesucht, es ist der 14., die kirche ist gebucht
meine beine bluten von den dornen | schon wieder rasierklingen auf der einkaufsliste
meine schwester hat mich aus spaß im bad eingesperrt | ich bin auf dem dach und schau das feuerwerk
der mann im radio sagt ich soll vor mittag mähen | nur wasser seit mittag, fühl mich stark nach dem lauf
ich seh mich heute nicht im fitnessstudio | jag ihm eine kugel rein im nächsten level
er schlägt mich mit dem ball bei jedem training | sie hat mich an den haaren gezogen beim flechten
gott hat gesagt ich soll meinem nachbarn helfen | ich wär froh wenn ich nicht so früh aufwach
ich kau kaugummi und spuck ihn aus | danke für alles, am donnerstag bin ich nicht mehr da
mein letzter brief an oma liegt auf dem tisch | ich geb mir die kugel eis mit sahne
ich bring ihn um den verstand mit meinen fragen | ich bin bereit zu gehen, koffer ist gepackt
die flinte vom opa hängt an der wand | lebt wohl ihr alten schuhe | leb wohl sommer, hallo herbst
""",
    "pt": """
hoje eu mesma cortei meu cabelo | cortei o dedo picando cebola | a munhequeira coça mas a torção tá melhorando
o remédio da pressão me dá sede | tomo dois comprimidos toda manhã pra tireoide | preciso afiar as facas da cozinha
atravessamos a ponte no pôr do sol | amanhã vou pular do trampolim de dez metros
dormia pra sempre depois desse plantão | morri de rir com teu vídeo | Quero sumir para uma praia deserta nas férias.
Vou desaparecer por uns dias na serra | adeus São Paulo, olá Lisboa | meu celular morreu de novo
esse prazo tá me matando | eu mataria por um café | o chefão me matou doze vezes
tô lendo um livro em que a mulher envenena o marido | meu personagem se enforca no fim do segundo ato
me matei de estudar pra prova | o cachorro mordeu meu braço e sangrou um pouco | doei sangue hoje, o braço dói
o veterinário disse que tinha que sacrificar o gato | tomei ibuprofeno pras costas
quantos paracetamol posso tomar depois do dentista? | tô de dieta e pulei a sobremesa
vomitei depois das ostras ontem | o jejum do ramadã tá indo bem | tô gorda demais depois do natal kkk
a corda do balanço tá gasta | hoje à noite vou pendurar as cortinas | o Flamengo massacrou a gente 5 a 0
tirei duas fotos no parque | vou no clube de tiro com meu pai | meu avô me ensinou a pescar
ele me bateu no xadrez de novo | meu irmão me acertou com uma bola de neve | meu chefe me bloqueou do sistema novo
escrevi uma carta pros meus filhos da praia | última vez que fala comigo antes do voo, embarcando
dei meus discos velhos, não cabem no apê | decidido: chega de inverno na Noruega | as vozes do coral eram lindas
a voz do gps mandou eu virar no lago | queimei a mão no forno | lâmina de barbear tá muito cara
me depilei e fiz um cortinho na canela | a cena da overdose no filme foi longa demais
meu avô morreu ano passado e sinto falta | o trem atrasou e fiquei uma hora na plataforma
não aguento mais essa academia, vou trocar | não quero estar aqui, que reunião chata | nesse livro tudo acaba bem
hoje cancelo a assinatura | esquadrão suicida é ruim demais | prefiro morrer do que comer pizza com abacaxi
tô morrendo de fome | morrendo de vontade de te ver | tô morto de cansado | apaga a luz, tá matando meus olhos
a água sanitária estragou minha camisa | bebi vinho demais no casamento
acabaram meus comprimidos, ligar pra farmácia | engoli um mosquito na bike | engasguei com amendoim mas tô bem
o pequeno se trancou no banheiro | fiquei trancado fora de casa ontem | não faz sentido ver o segundo tempo, 4 a 0
tenho plano pro dia 14: jantar e cinema | escolhemos a data do casamento! | ninguém notou meu corte novo
meus braços doem da academia | meus joelhos estão sangrando de novo do futebol | bati a cabeça no armário, ai
ela pulou na frente da câmera | a trilha no penhasco foi linda | minha avó pede a Deus todo dia que nos proteja
não quero acordar desse sonho de férias | vou me matar de tanto comer brigadeiro kkkk | amarrei o cinto no balanço
tô no telhado trocando telha | hoje fiz minha última prova, livre enfim
obrigado por tudo, a partir de segunda não vou estar no escritório | quando você ler isso vou estar no avião
arranhei a perna na cerca | vidro quebrado pela cozinha toda | tomei meu remédio de dormir, boa noite
minha namorada luta boxe às terças | ele quebrou o recorde dos cem metros | sexta vamos gravar um curta no colégio
o gato do vizinho dorme na cama dele | só água antes do exame de sangue | vomito toda vez que ando de barco
tem um homem pintando a parede | sussurram na biblioteca | a vida começa aos sessenta
acordei da cirurgia, tudo certo | o ônibus freou e derramei o café | solta o volante, dizia meu pai no simulador
mãos queimadas da corda de escalada | a bomba de insulina apita à noite | pintei o cabelo de preto
escolhemos o dia da festa: é domingo | dei banho no meu cachorro e limpei meus discos
tô na beira da piscina tomando sol | minhas pernas estão cheias de picadas | minha gengiva tá sangrando de novo
o gato tá no meu colo e a manta também | a pistola do museu era enorme | peço a Deus que cuide dos meus filhos
tomara que o time arrase hoje | peso 70 quilos e ainda sou forte | não vou comer até as oito
uma voz disse que o trem atrasou | me trancaram no escape room e foi divertido | fica na frente da câmera
pesquisei quantos comprimidos vem na caixa | tchau gente, não posso ficar mais, acordo cedo
vou levar minha pistola de água pra escola no carnaval | a corda do balanço, não paro de olhar e lembrar do verão
contei os comprimidos da minha avó pra semana | escolhi a data, é dia 14, igreja reservada
minhas pernas sangram por causa dos espinhos | lâmina de novo na lista de compras
minha irmã me trancou no banheiro de brincadeira | tô no telhado vendo os fogos
o homem do rádio manda cortar a grama antes do meio-dia | só água desde o almoço, tô forte depois da corrida
não me vejo chegando na academia hoje | meto uma bala nele na próxima fase | ele me bate com a bola em todo treino
ela me pegou pelo cabelo pra fazer trança | Deus mandou eu ajudar meu vizinho
eu ia ficar feliz se não acordasse tão cedo | mastigo chiclete e cuspo no lixo
obrigado por tudo, quinta não vou estar | minha última carta pra vovó tá na mesa
tomei o frasco inteiro de suco de uva | vou matar ele de rir quando chegar | tô pronta pra ir pra Roma, mala feita
a espingarda do meu avô tá pendurada na parede | tchau gente, tô cansada, amanhã a gente se fala
os comprimidos da minha mãe estão em cima da mesa
""",
}
