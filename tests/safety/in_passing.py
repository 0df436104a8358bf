"""Sentences like those of `reasons` that nothing explains, and what is said in passing: each stays an alarm."""

AN_ALARM = {
    "an attempt of long ago": """
In my twenties I took an overdose, and I've just done it again.
I took an overdose ten years ago and I want to do it again tonight.
When I was at school I took all my mum's pills. I've taken them all again today.
Back in 2009 I overdosed. I still think about it every night.
I tried to kill myself at 17 and now I'm planning it properly. | I took an overdose twenty minutes ago.
I took an overdose two hours ago. | I took all my pills. Ten years ago he left me.
I took a whole bottle of pills last night. | I took all the pills in the house, I'm 16.
I overdosed when I was at work this morning. | I took an overdose yesterday.
I'm in my twenties and I took an overdose. | I'm at school and I took all my mum's pills.
I met him in my twenties and now I've taken all my pills.
As a teenager I was happy. I have swallowed a bottle of aspirin.
I survived an overdose in my twenties and wish I hadn't. | I took an overdose when I was at home alone
Vor zehn Minuten habe ich alle Tabletten geschluckt. | Hace diez minutos me tomé todas las pastillas.
Il y a dix minutes j'ai avalé toute une boîte de cachets. | Há dez minutos tomei todos os comprimidos.
My husband died years ago. I took all my pills.
When I was in my twenties I took an overdose and I'm going to do it again.
At fifteen I tried to kill myself. I'm sixteen. | I took all my pills. When I was young it was different.
When I was at uni this morning I took all my pills. | In my thirties and I took all my pills
I tried to kill myself ten years ago and I wish it had worked | I slit my wrists in the bath
At nineteen minutes past I took all my pills | I'm nineteen and I took all my pills | as a mother I took all my pills
I took all my pills in the kitchen | Years ago I promised to live. I took all my pills
When I was done with school today I took all my pills | I took all the pills at 19:30
My dad died when I was 19 and I took all my pills | Twenty years ago my mother took her life, I took all my pills
In my twenties life was good. I took a bottle of pills. | I took all my pills, when I was young I promised I wouldn't
I took a whole box of pills and in my teens I cut myself | When I was a student I was happy and I took too many pills
Years ago he left, I took an overdose | I'm 45, at 17 I tried to kill myself and it is coming back
I took all my tablets like I did years ago | I took all my tablets as a kid sleeps next door
I took all my tablets ten years after he left | I took all my tablets in 2025
I took all my pills, that was a long time coming
Mit 17 Tabletten habe ich mich vergiftet, ich habe alle Tabletten geschluckt
In meiner Jugend war alles gut und ich habe alle Tabletten geschluckt
Vor zwanzig Minuten habe ich alle Tabletten genommen.
Vor zehn Jahren ist sie gestorben und jetzt habe ich alle Tabletten genommen.
Mit 17 habe ich alle Tabletten genommen und heute Abend mache ich es wieder.
Hace años que quiero morir, me tomé todas las pastillas.
Hace diez años murió mi madre y me tomé todas las pastillas. | Tengo 17 años y me tomé todas las pastillas.
J'ai 17 ans et j'ai pris tous les cachets. | Il y a dix ans mon père est mort, j'ai avalé tous mes cachets.
Tenho 17 anos e tomei todos os comprimidos. | Há dez anos ele morreu e eu tomei todos os comprimidos.
""",
    "taken, and what": """
I took them all. | I took them all. I'm scared. | The pills, I took them all. | I took them all, the tablets.
I took them all with vodka. | I took them all out of the packet and swallowed them.
I took them all and I'm at my sister's. | I took them all, tell my sister I love her.
I took them all back then swallowed | The whole box, I took them all, my sister doesn't know.
I found mum's tablets and took them all. | I looked at the photos and I took them all, every pill.
I took them all. Goodbye. | I looked at our photos, then I took them all | I had thirty left and I took them all.
I took them all at once. | I took them all an hour ago | I took them all to die | I took them all to sleep forever
I took them all to end it | I took them all in one go. | I took them all down with whisky
I took them all to my room and swallowed them. | I took them all to the bathroom.
I took them all. The photos are for you. | I have taken them all, the kids are asleep.
I took them all while the kids were at school. | The dog is fed and I took them all. | I took all of them in the car.
I took all of it on the bridge. | They gave me my prescription and I took them all.
I took them all for my kids, they'll get the money. | I took them all because of the exams.
I failed my exams and I took them all. | I took them all, call my sister. | I took them all by myself
I took them all because my friends hate me | There were sixty in the box, I took them all.
My keys are on the table, I took them all. | I left letters for the kids and I took them all.
I took them all to get rid of the pain | I took them all to be with her
I took all of them to her grave and I'm lying here | I took them all in one gulp | I took them all for him
I took them all with the water by the bed | I took them all down in one
I took them all out of the drawer and I swallowed | I took them all with my wine | I took them all on purpose
I took them all by accident | I took them all before bed | I have taken them all, my phone is off
I took them all at home | I took them all to feel nothing | The doctor gave me samples and I took them all, 40 of them
Mum's sweets tin had her morphine and I took them all
""",
    "tonight is the night": """
Tonight's the night. | Tonight is the night. I've written the letters. | Tonight's the night I finally do it.
Tonight is the night I end it. | Tonight's the night, goodbye everyone.
Tonight's the night, I've got the pills ready. | Tonight is the night I join my mother.
Tonight's the night. No more pain. | Tonight is the night I die. | Tonight's the night it all ends.
Tonight is the night, after the concert I'll be gone. | Tonight is the night I finally get peace.
Tonight's the night, after dinner I'm taking the pills | tonight is the night i do it, after the opening night party
Tonight's the night. We're both ready to go. | Tonight is the night, my sister is out at a concert and I'll be alone.
Tonight's the night, no more exams. | Tonight is the night. I've fed the cat and cleaned the flat.
Tonight's the night, after the party. | Tonight's the night, I won't see my birthday.
Tonight is the night we end this together. | Tonight's the night. Everyone's at the wedding.
Tonight's the night I finish it. | Tonight is the night, while they're at the match.
Tonight's the night, I have the dose and the baby is with mum. | Tonight's the night. We said we would. Together.
Tonight is the night. I finally tell everyone goodbye. | Tonight's the night I meet God.
Tonight's the night I meet my maker. | Tonight is the night I ask for forgiveness.
Tonight's the night, I finally win against the pain | Tonight's the night, game over.
Tonight's the night, the show is over | Tonight's the night. Final curtain. | Tonight's the night. Last dance.
Tonight's the night I finish my story | Tonight's the night. I can't play this game any more.
""",
    "after today": """
After today nobody will have to worry about me anymore. | After tonight nobody will have to deal with me.
After today nobody will have to put up with me. | After today you won't have to worry about me again. Goodbye.
After tomorrow no one will have to look after me. | It's my last day. After today nobody will have to bother with me.
After tonight you'll never have to see me again. | After today nobody will have to carry me, I'm done living.
After today nobody will have to pay for my therapy, I've got the pills.
I lost my job. After today nobody will have to worry about me.
My last day at work was yesterday. After tonight nobody will have to deal with me.
After today nobody will have to hear me cry, my last day on earth.
After today nobody will have to deal with my mess of a life. | After tonight nobody will have to pay my bills.
After today no one will have to see my face again. | After tonight you won't have to listen to my problems.
After today nobody will have to look after my dog, I've given him away.
After tonight no one will have to clean up after me, the course is over.
After today nobody will have to sign me off sick ever again, I won't be here.
After today nobody will have to clean my mess. | After tonight you won't have to hear my voice.
After tonight nobody will have to look at my scars.
After today no one will have to answer my calls, I've moved on from life. | After today you won't have to feed me.
After tomorrow nobody will have to drive me to dialysis
""",
    "the poison line": """
My toddler drank bleach, what do I do | My toddler swallowed some of my tablets, poison control is busy.
My son drank antifreeze, poison control said to go to the hospital.
My baby ate a dishwasher tablet, should I call poison control?
I drank bleach. Poison control said it was fine, it wasn't.
My toddler swallowed a battery and the poison line says don't worry but she's vomiting blood
My toddler swallowed my pills, it was fine last time, what now
My toddler drank bleach and poison control says he's fine but he's vomiting.
My son swallowed drain cleaner, is he fine? | My toddler ate rat poison, the poison line is not picking up.
My son swallowed bleach. He says he's fine. | My daughter drank antifreeze, she seems ok
My toddler ate laundry detergent, I hope he's fine | My son drank paint thinner, he seems fine
My baby swallowed lighter fluid but she looks ok
My daughter swallowed antifreeze and the doctor is not picking up, she's fine I guess
""",
    "over, and like this": """
I have thoughts of suicide. | Not a day with no thoughts of suicide. | No, thoughts of suicide are back.
No one knows about my thoughts of suicide. | No thoughts of suicide until last night, now they are back.
I've lost the will to live. | I've lost the will to live since she died.
Lost the will to live. In this house nobody talks to me. | I don't want to live like this.
I don't want to live like this anymore, the pain never stops. | I don't want to live.
I don't want to live in this flat with the mould anymore, I want to die. | I just want it to be over.
I just want it all to be over, I've got the pills. | I have a migraine every day and I want to die.
I'm in pain all the time, I just want it to be over, I want to die. | I don't want to live like this, he beats me.
I can't live like this anymore. | I just want it to be over, all of it, my life.
I've lost the will to live, even in this queue for the food bank I thought of killing myself.
no thoughts of suicide other than every night
I've lost the will to live, and this house with mould doesn't help, I want to die.
My depression is bad and I just want it to be over.
The pregnancy is killing me, I want it to be over, I want to die.
I don't want to live like this, in this flat with him shouting.
I don't want to live like this, my kitchen is empty and I'm alone.
I just want it to be over. The exam doesn't matter any more. | I've lost the will to live in this house.
I lost the will to live during the divorce. | I lost the will to live after the meeting with the doctor.
I don't want to live like this, the voices and the noise never stop.
I can't live like this, he screams and breaks the dishes. | I want to disappear, this exam, I want it to be over
I'm failing my exams and I want it all to stop, all of it, my life
Labour was months ago and I just want everything to be over | I want this to end, I can't face another winter
My pregnancy, I want it to be over, I can't be a mother, I want to die | I've lost the will to live since the exam
I lost the will to live after this film about my dad's death | I've lost the will to live. The printer is broken too.
I don't want to live like this, my flat is full of mess and I've been in bed for a month
Ich will so nicht mehr leben. | Ich will so nicht leben, mein Mann schlägt mich. | No quiero vivir así, no puedo más.
Je ne veux plus vivre comme ça. | Não quero viver assim, quero morrer. | Ich will, dass es vorbei ist.
""",
    "papers and presents": """
I've made my will, written my letters and given away my dog. I'm ready to go.
I've written my will and my goodbye letters. | I've got a gun.  I want to die.
I gave away all my things, I won't need them where I'm going.
I've got my affairs in order so nobody has to clean up after I kill myself.
I gave my dog to my brother, I'm moving on to the other side. | My will is done, now I can die.
I should hand my gun in to the police before I use it on myself. | I gave my dog to my brother, I'm moving on.
I've given away all my clothes, I won't need them in the new place. | I put my affairs in order for the kids.
""",
    "asked and denied": """
Me preguntó si quería morir y le dije que sí. | Me preguntó si quería morir y le dije que no, pero mentí.
Me preguntó si quería morir y no supe qué decir. | Le dije que no quería morir, pero sí quiero.
Me pregunto si quiero morir. | On m'a demandé si j'avais des idées suicidaires, j'ai dit non mais c'est faux.
On m'a demandé si je voulais mourir et j'ai dit oui. | Il m'a demandé si je voulais mourir, je n'ai pas su répondre.
Der Arzt fragte nach Suizidgedanken, habe ich jeden Tag.
Der Arzt fragte nach Suizidgedanken, ich habe gelogen und nein gesagt.
Ich wurde gefragt, ob ich sterben will. Ich sagte nein, aber es stimmt nicht.
Me perguntou se eu queria morrer e eu disse que sim. | Me perguntou se eu queria morrer e eu disse que não, mas quero.
Perguntou se eu queria morrer, não soube responder. | The doctor asked about suicidal thoughts, I have them every day.
The doctor asked about suicidal thoughts, I denied them so he wouldn't lock me up.
""",
    "turns of phrase": """
Quiero cortarme las venas. | Me corto las venas esta noche. | Estoy con la soga al cuello, de pie en la silla.
Tengo la soga al cuello por las deudas, quiero morir. | Me tiro de un puente. | Me pego un tiro si me deja.
J'ai la corde au cou, la chaise est prête. | Je vais me pendre. | Je vais me jeter par la fenêtre.
Je saute dans le vide ce soir. | Ich habe den Strick um den Hals. | Ich springe aus dem Fenster.
Ich schneide mir die Pulsadern auf. | Ich hänge mich auf. | Vou cortar os pulsos. | Vou me jogar da janela.
Eu me mato se ele me deixar. | My debts are crushing me and the noose is around my neck, I'm on the chair.
The noose is around my neck, tell the bank
Die Schulden erdrücken mich, der Strick um den Hals ist schon geknüpft, ich will sterben.
Bei dem Wetter springe ich heute Abend aus dem Fenster, ich will nicht mehr.
Ich könnte mich erschießen, so schlecht geht es mir. | The rope is around my neck because of the debts
""",
    "thoughts told": """
The suicidal thoughts are worse at night and I don't know what to do with them. | The suicidal thoughts are back.
My suicidal thoughts have got worse. | These suicidal thoughts won't stop.
The thoughts of suicide are worse in the mornings. | Suicidal thoughts every night and nobody to tell.
I don't know what to do with these suicidal thoughts. | My suicidal thoughts keep me up at night.
The suicidal thoughts come when the kids are in bed. | the suicidal feelings get stronger when I'm alone
I can't cope with the suicidal thoughts. | How do I deal with my suicidal thoughts?
The suicidal thoughts never really went away. | My suicidal thoughts are getting louder.
Having suicidal thoughts and scared. | I live with suicidal thoughts. | struggling with suicidal ideation again
The urge to kill myself is stronger at night. | Suicidal thoughts. Again. At night.
I'm drowning in suicidal thoughts
""",
    "wounds told": """
Been hurting myself since the divorce, nothing that needs a doctor. | I've been hurting myself since the divorce.
been hurting myself again | I've been harming myself since she left.
I hurt myself when it gets too much, nothing serious. | I've been burning myself since March.
been hurting myself on the quiet for months | I keep hurting myself, only small stuff.
I've been hurting myself for a while, it's not bad. | Started hurting myself after the funeral.
I've started hurting myself again. | I went back to hurting myself. | Hurting myself is the only thing that helps.
I've been hurting myself on purpose | I've hurt myself every night this week. | I can't stop hurting myself.
I've been punching walls and hurting myself since he died. | I hurt myself so I can feel something.
I've been scratching myself till it bleeds since the breakup. | been self harming since the divorce, nothing deep
""",
    "asides": """
other than wanting to not exist im great | Apart from wanting to not exist I'm fine.
aside from not wanting to be alive, all good | besides wanting to die I'm doing great
Other than wanting to die, can't complain. | except for wanting to disappear forever I'm good
Apart from the wanting to be dead bit, I'm OK. | Other than the urge to not exist, pretty good.
other than not wanting to wake up tomorrow I'm fine | apart from wishing I was dead, great, you?
aside from wanting to kill myself im good lol | I'm great, apart from not wanting to exist.
wanting to not exist is my baseline | I want to not exist. | I'd like to not exist for a while.
other than not wanting to be here anymore, fine | apart from the suicidal thoughts I'm okay
aside from hoping I don't wake up, fine | other than wishing I didn't exist, good day
apart from feeling like I should be dead, fine
""",
    "slang with a day": """
cttb friday | ctb friday | gonna ctb friday | ctb on saturday, nobody knows | catching the bus friday, for good
ctb date is set for the 12th | ctb next week | kms friday | gonna kms on monday | kms tomorrow fr
my ctb date is friday | sewerslide on sunday | unaliving myself friday | ctb this weekend | planning to ctb in march
ctb tmrw
""",
    "broken off": """
I had it all ready and then the dog came in, so I put it away.
I had everything ready and then my mum called, so I didn't. | I had the pills lined up and then my sister rang.
I had the rope up and then my son knocked, so I took it down.
I had it all set up and then the phone rang and I put it away. | I was about to do it when the dog came in.
I had the tablets in my hand and then the cat jumped up, so I put them back.
I was going to do it last night but my roommate came home. | I nearly did it last night, then my phone rang.
I had the note written and everything, then my brother came in.
I was standing on the chair and then the doorbell rang.
I'd got it all laid out, then my daughter woke up and I put it all away.
I had the knife on my wrist and then the dog barked, so I stopped.
I almost went through with it on Sunday but someone came home.
I was on the bridge but a jogger stopped and talked to me.
I had it all planned and ready, the kids came home early so I hid it.
The noose was up, then she called, so I took it down. | I got the pills out, counted them, then put them back.
I had everything ready last night, only the dog stopped me. | I had it in my hand and put it away when he came in.
""",
    "tablets at hand": """
I don't trust myself alone tonight with the tablets. | I don't trust myself with the tablets tonight.
I don't trust myself around the pills. | I don't trust myself tonight.
I can't trust myself alone with my medication. | I don't trust myself to be alone with the knives.
don't trust myself alone | I don't trust myself near the train tracks. | Not sure I can trust myself tonight.
I can't be trusted with my meds right now. | I'm scared to be alone with the pills tonight.
I asked my husband to hide the tablets, I don't trust myself.
I don't trust myself in the house alone with all these tablets. | I don't trust myself on my own tonight.
Please lock my pills away, I don't trust myself. | I gave my pills to my neighbour because I don't trust myself.
I don't trust myself on the balcony. | I don't trust myself behind the wheel tonight, I keep looking at trees.
I don't feel safe alone with the tablets. | I wouldn't trust me with the pills tonight.
I don't trust myself with the knives and the cake. | I don't trust myself around the tablets, so I eat chocolate.
""",
    "in passing": """
My suicidal thoughts are worst around three in the morning. | The suicidal thoughts scare me.
I don't know where to put these suicidal thoughts. | The suicidal feelings came back this week
I've been cutting myself since the breakup but it's not that deep. | been hurting myself, not badly
I hurt myself most evenings, nothing a plaster can't fix. | apart from the whole wanting to die thing, I'm good
other than the fact that I want to die, all good | besides not wanting to exist how are you | ctb sunday
I'll ctb on friday | kms tonight | I had the pills counted out and then my flatmate knocked.
I had everything prepared, then the neighbour rang the bell and I put it all back.
I was on the roof yesterday and then a guy came up for a smoke.
I was seconds away from doing it when my cat jumped on my lap. | I don't trust myself with the pills in the house.
I can't be alone with the tablets tonight. | I don't trust myself near the knives.
Please come and take the tablets, I don't trust myself.
I gave my brother the key to the gun safe because I don't trust myself.
I have these suicidal thoughts and no idea who to tell. | suicidal thoughts all day, works fine though
My urge to kill myself comes in waves. | I went back to cutting myself after the move.
lately been burning myself, just small ones | aside from wanting to be dead i'm doing okay
minus the wanting to die part, decent week | ctb next friday | planning my ctb for march | sewerslide saturday
I had the rope ready and then my dad came home. | I had it all laid out and then my mate rang, so I put it all back.
I don't trust myself with my meds this week. | not sure I can trust myself alone with the insulin
Could you keep my pills? I don't trust myself. | I can't be left alone with the sleeping tablets.
""",
}
