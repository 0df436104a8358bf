"""Sentences that sound of danger and are explained by the rest of them, and the same where nothing explains them."""

NO_ALARM = {
    "asked and denied": """
They asked if I'd thought about suicide; I haven't. | I was asked whether I had plans to end my life. I haven't.
He asked me if I want to die and I laughed, because no
my GP asked the suicide question again, the answer is still no | the form asks about self harm, I ticked never
The nurse asked if I wanted to kill myself. No, I don't. | She asked me if I was suicidal. I'm not.
They asked whether I hear voices. I don't. | My therapist asked if I ever cut myself, and I said no.
The doctor wanted to know if I had thoughts of ending my life, which I don't.
The questionnaire asks "do you want to die?" and I put no. | Mum asked if I was going to hurt myself. Of course not.
Do you have thoughts of suicide, the form asked. No, I wrote.
The counselor asked me if I had a plan to kill myself and I told her no. | Are you suicidal? they asked. Nope.
He asked if I've been thinking about killing myself. I have not.
The screening asked if I feel like I would be better off dead. Not at all.
People keep asking if I want to kill myself after the breakup. I don't, I'm just sad.
My friend asked me if I felt like ending it all; no, just tired of the job.
My mother asked me whether I was thinking of suicide and I had to reassure her that I'm not.
At intake they ask if you hurt yourself. I said I never have.
I got asked if I have suicidal thoughts and ticked "no".
Yesterday my boss asked if I was going to kill myself over this project lol, I said no.
The survey wanted to know if I self-harm. No.
They asked me at the hospital if I had taken an overdose. I hadn't, it was food poisoning.
She asked did I want to die. I said no, I want a holiday.
My psychiatrist asks every session if I want to die. The answer is no every time.
They asked me if someone at home hits me. Nobody does. | The teacher asked if my dad hits me. He doesn't.
Sie haben gefragt, ob ich an Suizid gedacht habe; habe ich nicht.
Ich wurde gefragt, ob ich mich umbringen will. Will ich nicht.
Er hat gefragt, ob ich sterben will, und ich habe gelacht, denn nein.
Mein Hausarzt hat wieder die Suizidfrage gestellt, die Antwort ist immer noch nein.
Im Fragebogen steht eine Frage zu Selbstverletzung, ich habe nie angekreuzt.
Die Ärztin wollte wissen, ob ich Selbstmordgedanken habe. Nein, habe ich nicht.
Meine Therapeutin fragt jede Woche, ob ich mich ritze. Ich sage nein.
Meine Mutter hat gefragt, ob ich mich umbringen will. Natürlich nicht.
Bei der Aufnahme fragen sie, ob man Stimmen hört. Tu ich nicht.
Man fragte mich, ob ich Pläne habe, mir das Leben zu nehmen. Die habe ich nicht.
Die Lehrerin hat gefragt, ob mein Vater mich schlägt. Tut er nicht.
Me preguntaron si había pensado en el suicidio; no. | Me preguntó si quiero morir y me reí, porque no.
Mi médico me preguntó otra vez si pienso en suicidarme, la respuesta sigue siendo no.
El formulario pregunta si me autolesiono, marqué nunca.
La psicóloga quería saber si tengo planes de quitarme la vida. No los tengo.
Me preguntaron si quería matarme. Claro que no. | La enfermera preguntó si oigo voces. No las oigo.
Me preguntaron si me corto. Nunca lo he hecho. | La profesora preguntó si mi padre me pega. No me pega.
On m'a demandé si j'avais pensé au suicide ; non. | Il m'a demandé si je veux mourir et j'ai ri, parce que non.
Mon médecin m'a encore demandé si je pense au suicide, la réponse est toujours non.
Le formulaire demande si je me fais du mal, j'ai coché jamais.
La psy voulait savoir si j'ai un plan pour me tuer. Je n'en ai pas.
Ils m'ont demandé si je voulais mettre fin à mes jours. Bien sûr que non.
L'infirmière a demandé si j'entends des voix. Non. | On m'a demandé si je me coupe. Jamais.
La maîtresse a demandé si mon père me frappe. Non, il ne me frappe pas.
Perguntaram se eu tinha pensado em suicídio; não. | Ele perguntou se eu quero morrer e eu ri, porque não.
O meu médico perguntou outra vez se penso em suicídio, a resposta continua a ser não.
O formulário pergunta se me automutilo, marquei nunca.
A psicóloga queria saber se tenho planos de me matar. Não tenho.
Me perguntaram se eu queria tirar a minha vida. Claro que não. | A enfermeira perguntou se ouço vozes. Não ouço.
Perguntaram se eu me corto. Nunca. | A professora perguntou se meu pai me bate. Não bate.
The intake nurse asked if I've ever tried to end my life. I have not.
Do you ever feel like dying? the app asked. I pressed no.
They ask every pregnant woman if her partner hits her. Mine doesn't.
Yesterday the new therapist asked whether I'm suicidal, I'm not, I just can't sleep.
My husband asked me if I was planning to leave this world, I said no, silly
The midwife asked if I have thoughts of harming my baby; I don't.
School counsellor asked if I cut myself. I don't, the scratches are from the cat.
The doctor asked about suicidal thoughts. None.
PHQ-9 question nine: thoughts that you would be better off dead. I ticked "not at all".
Question 9 asks if I'd rather be dead, I answered not at all
They wanted to know if I hear voices or see things. No to both. | I was asked if I had ever overdosed. Never.
A friend texted me asking if I want to die because of a song I posted. No!
Why does everybody ask me if I want to kill myself? I don't!
My mum keeps asking if I'm going to kill myself. I'm not going to.
The insurance form asks if I have attempted suicide. I haven't. | Sie wollten wissen, ob ich Stimmen höre. Nein.
Die App fragt, ob ich lieber tot wäre. Ich habe "nie" angekreuzt.
Meine Freundin hat gefragt, ob ich mir was antun will. Will ich nicht, ich bin nur traurig.
Der Psychiater fragte, ob ich lebensmüde bin. Bin ich nicht.
Warum fragt mich jeder, ob ich mich umbringen will? Will ich nicht!
Mein Arzt fragt mich bei jedem Termin, ob ich Suizidgedanken habe, und ich sage jedes Mal nein.
¿Por qué todos me preguntan si quiero suicidarme? ¡No! | El médico me preguntó si he pensado en hacerme daño. Nunca.
La encuesta preguntaba si prefería estar muerta. Marqué que no.
Mi madre me preguntó si me quiero morir y le dije que no, que solo estoy cansada
Pourquoi tout le monde me demande si je veux me suicider ? Non !
Le médecin m'a demandé si j'ai déjà fait une tentative. Jamais.
Ma mère m'a demandé si je voulais mourir, j'ai répondu non, je suis juste fatiguée
Por que todo mundo pergunta se quero me matar? Não!
A minha mãe perguntou se eu queria morrer e eu respondi que não, só estou cansada
They asked if I'd been feeling suicidal. Not in the slightest.
The doctor asked me straight out if I was thinking of ending it. I'm not.
I had to fill in whether I hurt myself. No.
"Are you thinking of killing yourself?" my sister asked. I said of course not, I'm just moody.
Someone reported my post and now I get messages asking if I want to die. No, it was a lyric.
When she asked if I had a plan to kill myself I had to laugh, no, I planned a barbecue.
Hat man dich gefragt, ob du sterben willst? Mich ja, und ich will nicht.
Die Krankenkasse fragt, ob ich mich selbst verletze. Tue ich nicht.
Meine Lehrerin fragte, ob ich geschlagen werde. Werde ich nicht. | Me preguntaron si en casa me pegan. No.
On m'a demandé si on me frappe à la maison. Non. | Perguntaram se me batem em casa. Não.
Preguntan si quiero hacerme daño. Para nada. | On demande si j'ai envie de mourir. Pas du tout.
Perguntam se tenho vontade de morrer. De jeito nenhum.
""",
    "absent": """
I won't be here tomorrow, I'm in Leeds for the fair | I won't be here tomorrow, I have the day off
I won't be around next week, we're on holiday in Spain | I won't be here tomorrow. I'm at a conference in Berlin.
Just so you know I won't be here tomorrow, dentist | I won't be here anymore from Monday, I've got a new job
I'm not going to be here tomorrow because I have a flight at six
I won't be here on Friday, my daughter has her school play | I won't be here for Christmas, we're visiting my parents
After tonight I won't be here, I'm moving to Bristol | Tomorrow I'm gone, three weeks of Portugal
I'll be gone by Friday, off to my sister's wedding | I won't be here tomorrow, working from home
Won't be here tomorrow, doctor's appointment at nine | I won't be here tonight, football practice
I won't be here when the parcel arrives, can you leave it with the neighbour?
You won't see me again until September, off sailing | This time tomorrow I'll be gone, on a plane to Lisbon
Morgen bin ich nicht mehr da, ich bin auf der Messe in Leipzig. | Ich bin morgen nicht da, habe einen Zahnarzttermin.
Ab Montag bin ich nicht mehr hier, ich habe Urlaub. | Nächste Woche bin ich weg, wir fahren an die Ostsee.
Morgen gibt es mich hier nicht, ich arbeite von zu Hause.
Ich werde morgen nicht mehr hier sein, mein Flug geht um sechs. | Ab morgen bin ich weg, drei Wochen Portugal.
Mañana no estaré aquí, estoy en la feria de Sevilla. | Mañana ya no estaré, tengo el día libre.
No voy a estar aquí mañana, tengo dentista. | Mañana no estaré aquí porque me voy de vacaciones a Portugal.
Desde el lunes ya no estaré aquí, cambio de trabajo. | Mañana ya no estoy, me voy a Madrid por trabajo.
Demain je ne serai plus là, je suis au salon à Lyon. | Je ne serai pas là demain, j'ai rendez-vous chez le dentiste.
Demain je ne serai plus là, je pars en vacances en Bretagne.
À partir de lundi je ne serai plus là, j'ai un nouveau travail. | Demain je suis plus là, je bosse de la maison.
Amanhã não vou estar aqui, estou na feira em Lisboa. | Amanhã já não estarei aqui, tenho o dia de folga.
Amanhã não estarei mais aqui, viajo de férias para a Bahia.
A partir de segunda não estarei mais aqui, mudei de emprego. | Não vou estar cá amanhã, tenho consulta no dentista.
Heads up: I won't be here next week, I'm at a wedding in Italy | I won't be here tomorrow since I'm flying to Oslo
I won't be around tomorrow (dentist) | I will not be here tomorrow: public holiday
I won't be here by Friday, we move house on Thursday | I'm not going to be around next month, parental leave
I might not be here next week because of a training course | After today I won't be reachable, I'm on a hiking trip
You won't hear from me again this week, I'm in the Alps without signal
I won't be here when you wake up, I have the early shift | By tomorrow I'll be gone, the train leaves at five
Don't wait for me tomorrow, I'm off sick | Tomorrow I won't exist for the office, I'm on leave!
I'm leaving forever... leaving Facebook, that is | This is my last week here, I start at a new firm in May
Ab morgen bin ich weg, Urlaub! | Morgen bin ich nicht da, Fortbildung in Köln
Ich bin morgen nicht mehr hier, der Zug geht um sieben | Bin morgen nicht mehr da, Elternzeit!
Nach heute bin ich nicht mehr da, neuer Job | Mañana no estaré, curso de formación
A partir de mañana ya no estaré aquí, vacaciones | Mañana no voy a estar, tengo médico
Demain je serai plus là, formation à Lille | Dès demain je ne serai plus là, congés !
Demain je ne suis pas là, je suis malade | Amanhã não estarei, tenho formação no Porto
A partir de amanhã já não estarei aqui, férias! | Amanhã não vou estar, tenho médico
""",
    "sport and games": """
My brother choked me in the ring | My brother choked me out in sparring yesterday
He choked me at jiu jitsu and I tapped | My training partner strangled me with my own gi, great class
My sister hit me with a pillow | Dad threw me on the mat in judo
He put me in a chokehold in wrestling practice and I tapped out
My coach punched me in the face during sparring, my fault, hands down | My brother kicked me in the shin at football
We play fight and he pins me down, it's so funny | My brother beat me at chess again
My dad beats me at every card game | My sister slapped me in the school play, it's in the script
He kicked me in karate class and I kicked back | My brother tackled me and sat on me, we were just wrestling for fun
He choked me out with a rear naked choke in the gym, still learning
My husband smacked me in the face with the door by accident | My dad hits me with the ball when we play dodgeball
Mein Bruder hat mich im Ring gewürgt | Beim Judo hat er mich gewürgt und ich hab abgeklopft
Mein Bruder hat mich beim Sparring ins Gesicht geschlagen | Beim Training hat mein Trainer mich auf die Matte geworfen
Mein Vater hat mich beim Kartenspielen geschlagen | Meine Schwester hat mich beim Toben gekratzt und gehauen, aus Spaß
Mi hermano me estranguló en el entrenamiento de judo | Mi hermano me pegó en el ring, era un combate
Mi papá me pega con la pelota cuando jugamos | Mon frère m'a étranglé au judo
Mon frère m'a frappé pendant l'entraînement de boxe | Meu irmão me estrangulou no treino de jiu-jitsu
Meu irmão me bateu no ringue | Meu treinador me deu um soco no treino de boxe
My sparring partner knocked me out last night, headgear on
In BJJ class today a blue belt strangled me three times, humbling | The coach made me tap with a choke from behind
My sister punched me at karate, we're both green belts | Got kicked in the head at taekwondo, my friend felt terrible
My wife beats me at tennis every time | My husband beat me at scrabble and now he's insufferable
My son hit me with a snowball | My son bit me, he's teething | My toddler hits me when he's tired, what should I do?
My cat attacks me every night | The dog bites me when we play | My brother threw me in the pool
My girlfriend slapped me on the back when I choked on a fish bone
He grabbed me by the arm so I wouldn't fall off the kerb | A colleague hit me with his car door, small bruise
The referee let him punch me after the bell, I lost on points
We had a boxing lesson and the trainer hit me hard in the stomach to build core | Dad hits me up for money every month
My boss beats me to the office every day | Mein Trainingspartner hat mich im BJJ dreimal gewürgt
Mein Sohn haut mich, wenn er müde ist, er ist zwei | Meine Frau schlägt mich immer beim Tennis
Im Kampfsport hat er mich getreten, war ein guter Kampf | Mein Bruder hat mich in den Pool geworfen
Mi hijo me pega cuando tiene sueño, tiene dos años | Mi mujer me gana siempre al tenis
En clase de karate mi compañero me pegó en la cara | Mon fils me tape quand il est fatigué, il a deux ans
Au cours de karaté mon partenaire m'a frappé au visage | Ma femme me bat toujours au tennis
Meu filho me bate quando está com sono, tem dois anos | Na aula de karatê o meu colega me bateu no rosto
""",
    "bedtime": """
Dad comes to my room to say goodnight | My dad comes into my room at night to turn off the light
Mum comes into my bed when there's thunder | My stepdad comes to my room to help with homework
My brother comes into my room at night to steal my charger
My father comes into my room every night to read me a story | Grandpa comes to my bed to tuck me in
My dad sits on my bed and reads to me | My uncle comes into my room when I'm gaming and wants to play
Papa kommt abends in mein Zimmer, um gute Nacht zu sagen
Mein Vater kommt nachts in mein Zimmer, um das Fenster zu schließen
Mein Stiefvater kommt in mein Zimmer, um bei den Hausaufgaben zu helfen
Mi papá viene a mi cuarto a darme las buenas noches | Mi padre entra en mi habitación por la noche a apagar la luz
Mi papá viene a mi cama a leerme un cuento | Papa vient dans ma chambre pour me dire bonne nuit
Mon père vient dans mon lit me lire une histoire
Mon beau-père entre dans ma chambre le soir pour éteindre la lumière | Papai vem ao meu quarto dar boa noite
Meu pai entra no meu quarto à noite pra apagar a luz | O meu pai vem à minha cama ler-me uma história
Mum comes into my room every night to check I'm asleep | My brother sneaks into my room at night to play Xbox
My dad comes into my room at night because the router is there | The cat comes into my bed at night
My little sister climbs into my bed at night when she has nightmares | My husband comes to bed at two every night
My grandfather comes to my room at night because of his dementia
Dad sits on my bed at night and we talk about football
Mein Bruder schleicht nachts in mein Zimmer und klaut mein Ladekabel
Mein Papa kommt nachts in mein Zimmer, wenn ich schlecht träume
Meine kleine Schwester kommt nachts in mein Bett, wenn sie Angst hat
Mi hermanita viene a mi cama por la noche cuando tiene miedo
Mi padre entra en mi cuarto por la noche para ver si duermo
Ma petite soeur vient dans mon lit la nuit quand elle fait un cauchemar
Mon père entre dans ma chambre la nuit pour vérifier le chauffage
A minha irmãzinha vem para a minha cama à noite quando tem pesadelos
Meu pai entra no meu quarto à noite para ver se durmo
""",
    "pharmacies": """
Ich sammle Tabletten für die Apotheke | Ich sammle alte Tabletten, um sie in der Apotheke abzugeben
Ich sammle die abgelaufenen Medikamente und bringe sie zur Apotheke | Ich sammle Tabletten für ein Hilfsprojekt
Ich zähle Tabletten ab, ich arbeite in der Apotheke | Ich habe die Tabletten für Opa in die Wochenbox sortiert
I'm saving up old pills to return to the pharmacy | I'm collecting pills for the pharmacy take-back day
I've been collecting old medication to hand in at the chemist | I count pills all day, I work in a pharmacy
I've been stockpiling paracetamol for the church aid shipment
I've got a stash of old pills to take back to the pharmacy | Junto pastillas viejas para llevarlas a la farmacia
Estoy guardando pastillas caducadas para el punto SIGRE | Estoy juntando medicamentos para donarlos
Cuento pastillas todo el día, trabajo en una farmacia | Je collecte les vieux médicaments pour la pharmacie
Je garde les comprimés périmés pour les rendre à la pharmacie
Je compte des cachets toute la journée, je suis préparatrice en pharmacie
Estou juntando comprimidos vencidos para devolver na farmácia
Ando a guardar comprimidos fora de prazo para entregar na farmácia
Conto comprimidos o dia todo, trabalho numa farmácia | We collect unused pills at the pharmacy and burn them
I'm counting out Grandma's pills for the week | I picked up my pills at the pharmacy today
I bought paracetamol for my headache | I bought two boxes of ibuprofen because they were on offer
I have a big box of old medicines to throw away | I keep the pills in a locked cabinet because of the kids
I have enough insulin for the trip | Where can I throw away old pills? | I bought a rope for the boat
I bought a rope and carabiners for climbing | I got a new knife set for my birthday
I ordered razor blades for my safety razor | I bought charcoal for the barbecue
We have a gun safe for hunting rifles | I'm holding a razor, should I shave with or against the grain?
Ich habe Tabletten gegen Heuschnupfen gekauft | Ich habe mir ein Seil zum Klettern gekauft
Ich habe noch eine ganze Packung Paracetamol, ist die nach Ablauf noch gut? | Ich sortiere die Tabletten meiner Oma
Ich sammle alte Medikamente im Büro und gebe sie ab | Wohin mit alten Tabletten? | Compré una cuerda para escalar
Compré pastillas para la alergia | Tengo muchas pastillas caducadas, ¿dónde las tiro?
J'ai acheté une corde pour l'escalade | J'ai acheté des cachets pour le rhume des foins
J'ai plein de médicaments périmés, où les jeter ? | Comprei uma corda para escalar
Comprei comprimidos para a alergia | Tenho muitos comprimidos fora do prazo, onde os deito fora?
""",
    "misspelt": """
They asked if I was suicidel, I said no | I'm not sucidal, just tired | I am not going to comit suicide, relax
he asked if i wana kil myself and i said no | my freind said he wants to kil himself in minecraft lol
I dont want to dye, i want to live | im not gona kill my self dont worry
my essay about suiside prevention is due monday | I never wanted to kil myself
She asked wether I have suicidle thoughts. I dont.
""",
}
"""By family, sentences between bars or on lines of their own; no rule may call any moderate or more."""

AN_ALARM = {
    "asked and denied": """
They asked if I'd thought about suicide and I have | They asked if I'd thought about suicide; I have.
They asked if I'd thought about suicide. I haven't told them the truth, I want to die.
They asked if I'd thought about suicide. I said no but I lied. | They asked if I want to die. I don't know.
They asked if I want to die. I don't have an answer.
They asked if I want to die. No one has ever asked me that before. | He asked me if I want to die and I said yes
She asked if I want to die and I couldn't say no
They asked me if I want to kill myself. I said no because they'd lock me up.
My therapist asked if I want to kill myself and I said no, so she wouldn't call my mum
They asked if I was thinking about killing myself. I didn't answer. I want to die.
I asked myself if I want to die. No answer. | They asked about suicide. I want to kill myself.
Nobody asks if I want to die. I want to kill myself. | Sie haben gefragt, ob ich sterben will. Ja.
Sie haben gefragt, ob ich sterben will. Ich habe nein gesagt, aber das war gelogen.
Ich frage mich, ob ich sterben will. Nein ist keine Antwort mehr.
Er hat gefragt, ob ich mich umbringen will. Ich weiß es nicht. | Me preguntaron si quiero morir. Sí.
Me preguntaron si quiero morir y dije que no, pero mentí. | Me preguntó si quiero morir. No lo sé.
On m'a demandé si je veux mourir. Oui. | On m'a demandé si je veux mourir, j'ai dit non mais c'est faux.
Je me demande si je veux mourir. Non, je le sais. | Perguntaram se eu quero morrer. Sim.
Perguntaram se eu quero morrer, disse que não mas menti. | The teacher asked if my dad hits me. He does.
The teacher asked if my dad hits me and I said no because I'm scared
The teacher asked if my dad hits me. I said no but he does.
""",
    "absent": """
I won't be here tomorrow. Goodbye. | I won't be here tomorrow | I won't be here tomorrow, I'll be in heaven
I won't be here tomorrow. I'm sorry for everything. I have the pills. | I won't be here tomorrow for my wedding
I won't be here tomorrow, cancel my dentist appointment | I won't be here next week. Goodbye, I love you all.
After tonight I won't be here, I'm moving to a better place | Morgen bin ich nicht mehr da. Lebt wohl.
Morgen bin ich nicht mehr da, dann bin ich endlich frei | Mañana no estaré aquí. Adiós.
Mañana no estaré aquí, mi último viaje | Demain je ne serai plus là. Adieu.
Demain je ne serai plus là, mon dernier voyage | Amanhã não estarei mais aqui. Adeus.
""",
    "sport and games": """
My brother choked me | My husband choked me last night | My brother choked me after judo practice
My husband does judo and he choked me | He choked me and says it's just play fighting
He uses judo on me when he's drunk, he choked me | My dad beats me when he loses at cards
My dad hits me after football | My stepdad says it's just wrestling but he touches me
My boyfriend choked me until I passed out | Mein Mann hat mich gewürgt | Mein Bruder hat mich nach dem Judo gewürgt
Mi hermano me estranguló | Mon mari m'a étranglée en rentrant de la boxe | My coach touches me in the gym
My brother choked me in the kitchen
""",
    "bedtime": """
My stepdad comes into my room at night | My dad comes into my bed at night
My stepdad comes into my room at night to say goodnight and touches me
My uncle comes to my bed at night to read to me and lies on top of me | Mein Stiefvater kommt nachts in mein Bett
Mi padrastro viene a mi cama por la noche | Mon beau-père vient dans mon lit la nuit
Meu padrasto vem à minha cama à noite
""",
    "pharmacies": """
Ich sammle Tabletten | Ich sammle seit Wochen Tabletten | Ich sammle heimlich Tabletten aus der Apotheke
I've been saving up pills | I've been stockpiling paracetamol from the pharmacy
I work in a pharmacy and I've been stashing pills to take tonight | Estoy juntando pastillas
Je garde les comprimés pour en finir | Estou juntando comprimidos | I've been collecting pills for the right moment
""",
    "other": """
I cut myself again with the kitchen knife | I cut my arm on purpose | I cut myself while cooking on purpose
I cut myself, it felt good | I cut myself when I was alone | I'm tired of living in this world | I'm tired of living
I'm tired of living in pain | I'm tired of living with this | I don't see the point of this life
There is no point in going on | I want to disappear into the sea | I want to disappear forever
I want to vanish to an island and never come back | I can't take it anymore, I want to die
I took the whole box of pills | I took the whole bottle | I wish I was dead
I wish I was dead tired of all this is what they say | I hear voices | Oigo voces en la cabeza
I'd rather die than eat | This is my last message | This is my last message before I go
I want to kill myself, I won't be here tomorrow, I'm at the fair
""",
    "what belies or lacks an explanation": """
My brother choked me at home after training until I blacked out | He choked me during a fight in the kitchen
He choked me in bed | My husband punched me in the face while we were playing cards because he lost
My dad beats me whenever his football team loses | He hits me in front of the kids while they play
My stepdad touches me while we wrestle | Mein Vater schlägt mich, wenn er beim Kartenspielen verliert
Mein Freund würgt mich beim Sex | Mein Mann hat mich nach dem Fußball verprügelt
Mi novio me estrangula cuando pierde su equipo | Mon copain m'étrangle quand il perd aux cartes
Meu namorado me estrangula quando perde no futebol
My dad comes to my bed at night to read to me and then he lies on me
My stepdad comes to my room at night and says I must keep a secret
My uncle comes into my room at night to give me a massage
My uncle comes into my bed at night when I have nightmares and touches me
My grandfather comes to my room at night and touches me
Mein Stiefvater kommt nachts in mein Zimmer und fasst mich an
Mein Onkel kommt nachts in mein Bett, um mich zu streicheln | Mi tío entra en mi cuarto por la noche y me toca
Mon oncle vient dans mon lit la nuit et me touche | O meu tio vem à minha cama à noite e toca-me
I've been saving my pills for a while instead of taking them | I've been collecting pills, enough to end it
I've got a stash of pills under my bed | I work as a nurse and I've hidden pills to kill myself
I'm saving up pills to take them all, not to return them to the pharmacy | Ich horte Tabletten seit Monaten
Estoy guardando pastillas para tomármelas todas | J'accumule des comprimés depuis des mois
Ando a juntar comprimidos para tomar todos | I won't be here for Christmas
I won't be here for your birthday, I'm sorry | I won't be here next week. Take care of the dog.
I won't be here tomorrow, tell my mum I love her, holiday is over
Tomorrow I won't be here anymore and nobody will miss me
I'm not going to be here tomorrow, the flight from the roof is short | After tonight you won't see me again
By tomorrow I'll be gone. Forgive me. | You won't see me again | You won't hear from me again. I love you.
Today is my last day on earth | Mañana ya no estaré. Perdónenme. | Morgen bin ich nicht mehr da, verzeih mir
Morgen bin ich tot | Demain je serai morte | Demain je ne serai plus là, pardonnez-moi
Amanhã já não estarei aqui, perdoem-me | I never want to wake up | I didn't want to wake up this morning
I don't want to wake up tomorrow | They'd be better off without me | Everyone would be better off without me
Sie wären ohne mich besser dran | Ils seraient mieux sans moi | Eles estariam melhor sem mim
I gave away my cat because I won't need him | I gave away my things to my sister
I gave my dog away, he'll be happier without me | See you on the other side
See you on the other side, I love you all | I'm cutting again | I'm cutting for relief | I cut my arm with a nail
I cut my wrists with a razor | I cut myself with a kitchen knife because I deserve it
I burned my arm with the iron on purpose | I hear voices at night | I hear voices telling me to hurt my son
Ich höre Stimmen, die mir befehlen zu springen | Oigo voces que me dicen que me mate
J'entends des voix qui me disent de mourir | Ouço vozes que me mandam morrer | I'm tired of life
I'm tired of living like this | I'm sick of living | I'm tired of living in this body
I'm tired of living with depression | I don't see the point in living | There's no point in going on with this life
I want to disappear | I want to disappear for good | I can't take it anymore | I can't take it anymore, the pain
I can't take this anymore, the voices never stop | I took a whole box of paracetamol
I took the whole bottle of pills with milk | I took the entire pack with orange juice
I swallowed the whole box of my mother's pills with chocolate | I wish I was dead | I'm dead serious, I want to die
I'd rather be dead than live like this | I'd rather die than go home | I'd rather die than be seen by him again
What is the lethal dose of paracetamol | How many pills does it take to die | How do I tie a noose
How do I tie a noose to hang myself | How do I tie a noose for myself | Which chemicals should I mix to die
What is the lethal dose of rat poison for a person | They asked me if I was okay. I want to die.
My mum asked if I want to die, yes I do | My mum asked if I want to die. I just looked at her.
My mum asked if I want to die. I didn't know what to say.
He asked if I'm suicidal, I told him no. Tonight I will do it. | The form asks if I want to die. I left it blank.
I said no when she asked if I want to die, but I do | They always ask if I want to die, nobody asks why
Ask me if I want to die. Go on. | Don't ask if I want to die, I do
Sie fragen, ob ich sterben will. Natürlich will ich. | Sie fragen, ob ich sterben will. Ich sage nichts.
Man fragt mich, ob mein Mann mich schlägt. Ich sage nein, weil ich Angst habe.
Me preguntan si quiero morir y no sé qué decir | Me preguntan si quiero morir y digo que no, aunque sí
On me demande si je veux mourir et je ne sais pas quoi dire
On me demande si je veux mourir, je dis non pour ne pas inquiéter | Perguntam se quero morrer e não sei o que dizer
The teacher asked if anyone hits me at home. My dad hits me. | The teacher asked if my dad hits me. No comment.
The police asked if my husband hits me. I said no because he was standing there.
The police asked if my husband hits me. He was there so I said no. | I'm going to kill my roommate
I'm going to kill my roommate tonight with a knife if he eats my food again
The neighbours are watching me through the walls
They are watching me through the camera in my head, is it legal to kill them? | I'm a burden to my family
I'm a burden to everyone | I just want it to end | I want it all to end | I hid the pills from my mum
I hid the pills from my parents | My son hits me | My husband kicks me in the stomach
My husband hits me and the baby | My boyfriend pulls my hair when our baby cries
I had to fill in whether I hurt myself. Yes. | Meine Lehrerin fragte, ob ich geschlagen werde. Ja.
They asked if I'd been feeling suicidal. I have been, for weeks. | I won't be here tomorrow, working on my way out
I won't be around anymore, my appointment is with death | Demain je ne serai plus là, je pars pour toujours
My dad comes into my room at night to check on me and gets under the blanket | I can't take it anymore, this life
I can't take it anymore, my husband | I don't see the point of anything
I want to disappear into the woods and never come back | I've got a stash of pills from the pharmacy
I cut myself while cutting carrots, on purpose | What is the lethal dose of ibuprofen
Which chemicals should never be mixed if I want to die | How much chocolate is toxic for a person, I want to die
""",
}
"""Whatever is moderate or more."""
