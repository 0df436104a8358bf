"""For the codes of the crisis check: what people say, and what only sounds like it. Written for these tests."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """Sentences for one code in one language."""

    code: str
    language: str
    meant: tuple[str, ...]
    """Each is found under the code."""
    harmless: tuple[str, ...] = ()
    """Each passes without any finding above low."""


ENGLISH: tuple[Said, ...] = (
    Said(
        "ideation.suicide",
        "en",
        ("I keep having thoughts of suicide", "Suicide seems like the only way out", "feeling sui cidal again"),
        ("I'm writing an essay on suicide prevention", "She researches suicide rates in rural areas"),
    ),
    Said(
        "ideation.thought_recently",
        "en",
        ("I thought about suicide earlier but I'm fine now", "I had suicidal thoughts last night"),
        ("I thought about suicide prevention hotlines for our school", "I thought about dinner earlier"),
    ),
    Said(
        "ideation.joked",
        "en",
        ("It was only a joke about killing myself, mostly", "I keep making jokes about wanting to die"),
        ("It was only a joke about my boss", "We joke about dying our hair green"),
    ),
    Said(
        "ideation.would_do_it",
        "en",
        (
            "If it wasn't for my kids I would have ended it",
            "I don't trust myself to be alone",
            "I can't keep myself safe",
        ),
        ("I don't trust myself around chocolate", "If it wasn't for my kids I would move to Spain"),
    ),
    Said(
        "ideation.not_safe",
        "en",
        ("Pause the adventure, I'm not safe tonight", "I shouldn't be left alone with my thoughts"),
        ("I'm safe tonight and everything is calm", "It's not safe to drive in this fog"),
    ),
    Said(
        "ideation.fragment",
        "en",
        ("lately end my lyfe", "kill my self"),
        ("kill myself laughing", "thought of ending my subscription"),
    ),
    Said(
        "ideation.net_slang",
        "en",
        ("I just want to alt f4 my life", "thinking of logging out of life", "ready for a forever nap"),
        ("I need a nap after lunch", "I logged out of the game", "I quit my job in life sciences"),
    ),
    Said(
        "ideation.through_character",
        "en",
        (
            "My character and me both want to end it",
            "He jumps, and honestly I wish I could",
            "My character killed himself and I want to do the same",
        ),
        ("My character and me both want to find the treasure", "The knight dies and the king weeps"),
    ),
    Said(
        "passive.easier_dead",
        "en",
        ("Death would be easier", "I wish my life was over", "I'm ready for it all to be over"),
        ("I'm ready for the exam to be over", "The final boss's death would be easier with a mage"),
    ),
    Said(
        "passive.no_future",
        "en",
        (
            "I don't see why I should stay alive",
            "I can't take another day of this",
            "There is nothing left for me here",
        ),
        ("I can't take another day of rain", "There is nothing left in the fridge"),
    ),
    Said(
        "passive.unmissed",
        "en",
        ("The world would not miss me", "If a bus hit me it would be fine", "I'm such a burden to my family"),
        ("The bus hit a pole and nobody was hurt", "They would miss me at practice if I moved to Rome"),
    ),
    Said(
        "passive.want_peace",
        "en",
        ("I just want to be with my mom in heaven", "I want the pain to stop forever"),
        ("My mom says her dad is in heaven", "I want the rain to stop"),
    ),
    Said(
        "passive.death_on_mind",
        "en",
        ("I can't stop thinking about dying", "Why am I still alive", "I'm tired of living"),
        ("I feel like dying my hair red", "Why are you still awake?", "I'm tired"),
    ),
    Said(
        "behaviour.rehearsed",
        "en",
        ("I drove to the bridge last night to jump", "I almost did it last night", "I put the gun to my head"),
        ("I drove to the bridge to watch the boats", "I almost did it all in one day, the whole hike"),
    ),
    Said(
        "behaviour.note",
        "en",
        ("I recorded videos for my kids to watch when I'm gone", "My goodbye letter is already written"),
        ("I wrote a letter to my kids at camp", "The goodbye party for our teacher is ready"),
    ),
    Said(
        "behaviour.gave_away",
        "en",
        ("I've been giving away all my things", "I gave my guitar away and everything I own"),
        ("I'm giving away my clothes because I'm moving", "I'm giving my books to charity"),
    ),
    Said(
        "behaviour.affairs",
        "en",
        ("I'm getting my affairs in order", "I made sure everyone will be fine when I'm gone"),
        ("I'm putting my papers in order for the tax office", "I cancelled my gym appointment"),
    ),
    Said(
        "plan.chosen",
        "en",
        ("I chose a day to end my life", "I already picked the place", "I looked up how to do it"),
        ("I already picked the place for the wedding dinner", "I looked up how to do it in Excel"),
    ),
    Said(
        "plan.date_set",
        "en",
        ("I'm going to do it on my birthday", "The date is already set, and then I'm gone, goodbye"),
        ("I'm going to bake it on my birthday", "The date is set for the wedding"),
    ),
    Said(
        "means.within_reach",
        "en",
        (
            "I keep a gun by my bed and think about using it",
            "I'm staring at the pills and wondering",
            "I counted my pills again",
        ),
        ("I keep a torch by my bed", "I counted my pills for the week", "We stared at the old knife in the museum"),
    ),
    Said(
        "means.access",
        "en",
        ("I have a stash of pills", "I know the code for the gun safe", "I hide a blade in my phone case"),
        ("I have a stash of chocolate", "I know the code for the bike lock"),
    ),
    Said(
        "means.holding_now",
        "en",
        ("I'm holding the gun right now", "The razor is against my wrist now"),
        ("I'm holding the knife and cutting carrots", "He holds the sword against the dragon"),
    ),
    Said(
        "goodbye.last_words",
        "en",
        (
            "This is the last message I'll ever send",
            "By tomorrow I'll be dead",
            "Please look after my dog when I'm gone",
        ),
        ("Please look after my dog when I'm gone on holiday", "By tomorrow I'll be gone fishing"),
    ),
    Said(
        "goodbye.hinted",
        "en",
        ("See you all in the next life", "It's too late for me", "Soon it will all be over for me"),
        ("See you all in the next lesson", "It's late, good night"),
    ),
    Said(
        "goodbye.wont_need",
        "en",
        (
            "You can have my guitar, I won't need it where I'm going",
            "Just know that I love you all no matter what happens",
        ),
        ("I won't need my umbrella today", "You can have my seat"),
    ),
    Said(
        "intent.absent_tomorrow",
        "en",
        ("I won't be here tomorrow", "I'm about to end it"),
        ("I won't be here tomorrow, I have a dentist appointment", "I'm about to end it with my boyfriend"),
    ),
    Said(
        "method_seeking.whole_supply",
        "en",
        ("What happens if I take my whole prescription at once", "What dose of my medicine would stop my heart"),
        ("What happens if I take the bus at once", "What is the usual dose of this medicine for a headache?"),
    ),
    Said(
        "method_seeking.place",
        "en",
        ("Which bridge is high enough", "Which building is tall enough, with no fence"),
        ("Which bridge is high enough for boats?", "Which building is the town hall?"),
    ),
    Said(
        "method_seeking.dying",
        "en",
        ("Is it quick to bleed to death", "How do I make it look like an accident", "Does hanging hurt"),
        ("How do I make it look like a painting?", "Is it quick to learn chess?"),
    ),
    Said(
        "method_seeking.veiled",
        "en",
        ("How do I disappear forever", "How long until someone would find my body"),
        ("How do I find a good doctor?", "How long until someone answers my letter?"),
    ),
    Said(
        "self_injury.wounds",
        "en",
        ("I carved into my skin", "I want to cut", "I punched the wall until my hand broke because I hate me"),
        ("I cut my finger while cooking", "I want to cut and paste this", "I cut my hair short today"),
    ),
    Said(
        "self_injury.severe",
        "en",
        ("I cut myself really badly", "The cut needs stitches but I did it myself"),
        ("I cut the cake really badly", "The wound needs stitches after the bike fall"),
    ),
    Said(
        "eating_disorder.purging",
        "en",
        ("I made myself throw up after dinner", "I take laxatives to lose weight"),
        ("I made myself sick with worry", "The baby threw up on the carpet"),
    ),
    Said(
        "eating_disorder.starving",
        "en",
        ("I have been starving myself", "I don't deserve to eat", "I'm terrified of gaining weight"),
        ("I'm starving, when is dinner?", "I had a light breakfast"),
    ),
    Said(
        "eating_disorder.collapse",
        "en",
        (
            "I passed out today, I haven't eaten in days, from not eating I keep blacking out",
            "I haven't eaten all week and I fainted",
        ),
        ("I fainted at the concert because of the heat", "The runner collapsed at the finish"),
    ),
    Said(
        "psychosis.commands",
        "en",
        ("The voices tell me to hurt people", "God told me to jump"),
        ("My coach tells me to jump higher", "The voice in the app tells me to turn left"),
    ),
    Said(
        "psychosis.voices",
        "en",
        ("I hear voices in my head", "The voices won't stop"),
        ("I hear voices from the next room", "The singers' voices were wonderful"),
    ),
    Said(
        "psychosis.watched",
        "en",
        (
            "The government is watching me through my phone",
            "They put a chip in my head",
            "The TV is sending messages just for me",
        ),
        ("My cat is watching me", "They put a chip in the new console"),
    ),
    Said(
        "abuse.violence",
        "en",
        ("My husband choked me", "He won't let me leave the house", "I'm scared to go home"),
        ("My coach pushed us hard", "My sister hit me up on the phone"),
    ),
    Said(
        "abuse.hiding",
        "en",
        ("I'm hiding in the bathroom, he is drunk and at the door", "If I leave he'll kill me"),
        ("I'm hiding in the closet for hide and seek", "If I leave now I'll catch the train"),
    ),
    Said(
        "abuse.somebody",
        "en",
        ("My friend's boyfriend hits her", "My neighbour beats his kids"),
        ("My friend beats him at chess", "My brother beats his personal best"),
    ),
    Said(
        "harm_to_others.planned",
        "en",
        ("I'm going to stab him tonight", "I will bring a gun to school", "I have a kill list"),
        ("I'm going to kill him tonight in our game", "I will bring a cake to school"),
    ),
    Said(
        "harm_to_others.urge",
        "en",
        ("I keep thinking about stabbing people", "I have urges to hurt my baby", "I hit my wife again"),
        ("I want to kill them with kindness", "I want to hit the gym"),
    ),
    Said(
        "ideation.somebody",
        "en",
        ("My friend wants to die", "She texted me that she wants to end it", "My best friend attempted suicide"),
        ("My friend wants to dye her hair", "My brother says he wants a dog"),
    ),
    Said(
        "plan.somebody",
        "en",
        ("My friend says he is going to kill himself tonight", "My sister wrote a suicide note"),
        ("My friend says he is going to cook tonight", "My sister wrote a birthday note"),
    ),
    Said(
        "overdose_under_way.somebody_now",
        "en",
        ("My mom is not breathing, please help", "My friend took a whole bottle of pills and won't wake up"),
        ("My mom is not coming tonight", "My friend took a whole bottle of juice"),
    ),
    Said(
        "passive.worthless",
        "en",
        ("I hate myself", "I feel worthless"),
        ("I hate Mondays", "The coupon is worthless"),
    ),
)
WIDER: tuple[Said, ...] = (
    Said(
        "ideation.misspelt",
        "en",
        ("wnt to die", "i want to unlive", "suiside thoughts", "thinking about su!c!de again"),
        ("I want to dig", "Thinking about suicide prevention week"),
    ),
    Said(
        "ideation.unnamed",
        "en",
        ("gonna hang myself", "wanna 💀 myself", "I've had enough of life", "I just want the pain to end"),
        ("gonna hang the laundry", "I've had enough of this soup", "I want the pain in my knee to end"),
    ),
    Said(
        "passive.wished",
        "en",
        ("I hope I get hit by a car", "I wish someone would kill me", "I'd be doing everyone a favor if I was gone"),
        ("I hope I get a car", "I wish someone would take me to the zoo", "Do me a favor and call Tom"),
    ),
    Said(
        "intent.overdose",
        "en",
        ("I'm going to take all my pills", "thinking of swallowing a bottle of tablets"),
        ("I'm going to take the bus", "I'm going to take my pills with breakfast"),
    ),
    Said(
        "plan.all_there",
        "en",
        ("I have everything I need to do it", "I've decided how I'm going to do it", "I've picked a bridge"),
        ("I have everything I need to bake bread", "I've picked a dress"),
    ),
    Said(
        "method_seeking.said_plainly",
        "en",
        ("Best way to tie a noose", "What is the lethal dose for a human", "How high of a fall is lethal"),
        ("Best way to tie a tie", "How high of a score is good?"),
    ),
    Said(
        "self_injury.relapse",
        "en",
        ("I've been cutting again", "I might hurt myself tonight", "relapsed w sh"),
        ("I've been cutting for the quilt", "I might hurt myself lifting this box"),
    ),
    Said(
        "ideation.really_me",
        "en",
        ("My character wants to die. Actually it's me", "The hero jumps and I wish I was him"),
        ("My character wants to sing. Actually it's fun", "The hero jumps and I wish I was taller"),
    ),
)

BEFORE: tuple[Said, ...] = (
    Said(
        "intent.going_to",
        "en",
        ("I'll kill myself", "I'm gonna end my life"),
        ("I'll kill the dragon", "I'll end my turn"),
    ),
    Said(
        "intent.want_to_kill_myself",
        "en",
        ("I want to kill myself", "I can't stop thinking about ending my life"),
        ("I want to kill time", "I could kill myself laughing"),
    ),
    Said(
        "intent.will_be_dead",
        "en",
        ("I'll be dead by tomorrow", "By the time they find this I'll be gone"),
        ("My phone will be dead by tomorrow", "By the time you read this I'll be on the train"),
    ),
    Said(
        "intent.my_last", "en", ("This is my last night alive", "My last hours on earth"), ("It's my last day at work",)
    ),
    Said(
        "intent.no_reason_to_stay",
        "en",
        ("I'm ready to die", "It's time for me to die"),
        ("I'm ready to dye my hair", "It's time for me to go home"),
    ),
    Said(
        "intent.tonight",
        "en",
        ("I'm doing it tonight", "After tonight I'll be gone"),
        ("I'm doing the dishes tonight", "It ends on Monday"),
    ),
    Said(
        "ideation.want_to_die",
        "en",
        ("I'd like to end everything", "I really want to die"),
        ("I want to die of embarrassment", "I want to end the meeting"),
    ),
    Said(
        "ideation.suicidal",
        "en",
        ("I'm suicidal", "I have suicidal thoughts"),
        ("The suicidal lemming is a myth", "I'm sleepy"),
    ),
    Said(
        "ideation.dont_want_to_live",
        "en",
        ("I don't want to be here anymore", "I'm so tired of living"),
        ("I don't want to be here, this party is loud", "I don't want to live so far from the sea"),
    ),
    Said(
        "ideation.wish_dead",
        "en",
        ("I wish I were dead", "I wish I could just die"),
        ("I wish my battery were full", "I wish I could fly"),
    ),
    Said(
        "ideation.better_off_dead",
        "en",
        ("I'm better off dead", "I'd be better off not alive"),
        ("I'd be better off at home", "He is alive"),
    ),
    Said(
        "ideation.no_reason_to_live",
        "en",
        ("There's nothing left to live for", "Life isn't worth living"),
        ("That flat isn't worth renting", "There's no reason to worry"),
    ),
    Said(
        "ideation.no_subject",
        "en",
        ("Just want to kill myself", "lowkey want to die"),
        ("Just want to nap", "lowkey want pizza"),
    ),
    Said("ideation.slang", "en", ("might kms", "gonna unalive"), ("It is 40 kms away", "The road is 5 kms long")),
    Said(
        "ideation.slang_wish",
        "en",
        ("I want to kms", "kms tonight"),
        ("We drove 300 kms tonight", "I want to run 5 kms"),
    ),
    Said(
        "passive.not_wake_up",
        "en",
        ("I hope I don't wake up", "I want to fall asleep and never wake up"),
        ("I didn't hear my alarm", "I always wake up at six"),
    ),
    Said(
        "passive.disappear",
        "en",
        ("I want to vanish", "I wish I could disappear"),
        ("The coins disappear in level two", "The magician vanished"),
    ),
    Said(
        "passive.burden",
        "en",
        ("They'd be better off without me", "I'm a burden to everyone"),
        ("The rent is a burden on the budget", "The soup is better without salt"),
    ),
    Said(
        "passive.no_point",
        "en",
        ("I can't do this anymore", "I don't see any way out"),
        ("I see the point you make", "I can go on"),
    ),
    Said(
        "passive.wouldnt_care",
        "en",
        ("I wouldn't mind if I died", "Would anyone notice if I disappeared"),
        ("I wouldn't mind if it rained", "Would anyone mind some tea?"),
    ),
    Said(
        "passive.thoughts",
        "en",
        ("I've been thinking about my own death", "I think about dying"),
        ("I think about lunch", "I dream of Rome"),
    ),
    Said(
        "passive.want_it_over",
        "en",
        ("I want it all to stop", "I've given up on life"),
        ("I want the music to stop", "I've given up on sugar"),
    ),
    Said(
        "passive.wish_unborn",
        "en",
        ("I should never have been born", "I wish I was never born"),
        ("I was born in May", "She was never late"),
    ),
    Said(
        "plan.have_a_plan",
        "en",
        ("I've got a plan to kill myself", "I know exactly how I'll do it"),
        ("I have a plan for dinner", "I know how to do it in chess"),
    ),
    Said(
        "plan.ready",
        "en",
        ("I have it all planned out for tonight", "I know how and when I'd do it"),
        ("I planned the trip", "I know how to swim"),
    ),
    Said(
        "means.stock",
        "en",
        ("I've been hoarding my pills", "The rope is already tied"),
        ("We tied the boat", "I have been saving up for a bike"),
    ),
    Said(
        "means.in_hand",
        "en",
        ("I have the pills in my hand", "I counted all my pills"),
        ("The knife is on the table", "I counted my sheep"),
    ),
    Said(
        "method_seeking.way",
        "en",
        ("How many pills would it take to die", "How do I hang myself"),
        ("How many eggs would it take to bake a cake?", "How do I hang a picture?"),
    ),
    Said(
        "method_seeking.question",
        "en",
        ("Can you die from mixing pills and alcohol", "How long does it take to bleed to death"),
        ("Can you recommend a wine?", "How long does it take to boil an egg?"),
    ),
    Said(
        "method_seeking.hint",
        "en",
        ("Where can I buy helium", "How many pills are too many"),
        ("Where can I buy bread?", "How many steps are there?"),
    ),
    Said(
        "goodbye.after_me",
        "en",
        ("Goodbye forever", "This is my last message to everyone"),
        ("Goodbye, see you on Monday", "My last message was a typo"),
    ),
    Said(
        "goodbye.soft",
        "en",
        ("Tell my mom I love her", "I'm sorry I couldn't be stronger"),
        ("Tell my mom to buy milk", "I'm sorry I couldn't come"),
    ),
    Said(
        "history.attempt",
        "en",
        ("I attempted suicide", "I tried to end my life"),
        ("I tried to end the game", "I attempted the puzzle"),
    ),
    Said(
        "overdose_under_way.took_rest",
        "en",
        ("I took the rest", "The pills are starting to work"),
        ("I took the train", "The painkillers helped my back"),
    ),
    Said(
        "overdose_under_way.overdosed",
        "en",
        ("I'm overdosing", "I've overdosed on sleeping pills"),
        ("I overdosed on chocolate", "He is oddly calm"),
    ),
    Said(
        "overdose_under_way.cut_deep",
        "en",
        ("I slit my wrists", "I've just cut my veins"),
        ("I cut the ribbon", "My wrist hurts from tennis"),
    ),
    Said(
        "overdose_under_way.about_to_jump",
        "en",
        ("I'm on the roof and I want to jump", "I'm standing on the ledge ready to let go"),
        ("I'm on the roof fixing tiles", "We jumped on the trampoline"),
    ),
    Said(
        "abuse.danger_now",
        "en",
        ("He tried to strangle me", "My ex is coming after me with a knife and I'm scared"),
        ("He tried to call me",),
    ),
    Said(
        "self_injury.cutting",
        "en",
        ("I've been cutting myself", "I relapsed and self-harmed"),
        ("I've been cutting paper", "Cut yourself some slack"),
    ),
)

OTHERS: tuple[Said, ...] = (
    Said(
        "ideation.suicide",
        "es",
        ("Pienso mucho en el suicidio", "Tengo pensamientos suicidas", "Estoy cansada de vivir"),
        ("Estoy cansada de estudiar", "Pienso en las vacaciones"),
    ),
    Said(
        "passive.no_future",
        "es",
        ("La vida no vale la pena", "Mi vida no tiene sentido", "Todos estarían mejor sin mí"),
        ("La película no vale la pena", "El chiste no tiene sentido"),
    ),
    Said(
        "intent.tonight",
        "es",
        ("Esta noche lo hago", "Mañana ya no estaré aquí"),
        ("Esta noche cocino", "Mañana no voy al colegio"),
    ),
    Said(
        "behaviour.prepared",
        "es",
        ("He escrito cartas de despedida para mi familia", "Fui al puente y casi salto"),
        ("He escrito una carta a mi tía", "Fui al puente a pescar"),
    ),
    Said(
        "goodbye.last_words",
        "es",
        ("Este es mi último adiós, esto es el último mensaje", "Perdón por todo, ya no puedo más"),
        ("Perdón por llegar tarde",),
    ),
    Said(
        "method_seeking.question",
        "es",
        ("¿Qué pasa si me tomo todas las pastillas?", "¿Duele ahorcarse?"),
        ("¿Qué pasa si llueve?", "¿Cuántas pastillas tomo al día según el médico?"),
    ),
    Said(
        "overdose_under_way.now",
        "es",
        ("Me tomé treinta pastillas", "Me corté las venas"),
        ("Me tomé un café", "Me corté el pelo"),
    ),
    Said(
        "self_injury.wounds",
        "es",
        ("Me he vuelto a cortar", "Tengo ganas de hacerme daño"),
        ("Me corté con un papel", "Quiero cortar el césped"),
    ),
    Said(
        "eating_disorder.signs",
        "es",
        ("Me provoco el vómito", "No merezco comer"),
        ("Tengo hambre", "El bebé vomitó ayer"),
    ),
    Said(
        "psychosis.signs",
        "es",
        ("Oigo voces en mi cabeza", "Me vigilan por las cámaras"),
        ("Oigo música", "Las voces del coro son bonitas"),
    ),
    Said(
        "psychosis.commands",
        "es",
        ("Las voces me dicen que me mate", "Dios me ordena que salte"),
        ("Mi madre me dice que coma",),
    ),
    Said(
        "harm_to_others.planned",
        "es",
        ("Voy a matar a mi jefe esta noche", "Voy a llevar una pistola al colegio"),
        ("Mi jefe me va a matar", "Voy a llevar una tarta al colegio"),
    ),
    Said(
        "harm_to_others.urge",
        "es",
        ("Tengo ganas de matar a alguien", "Tengo miedo de hacer daño a mi bebé"),
        ("Tengo ganas de ver a alguien",),
    ),
    Said(
        "abuse.violence",
        "es",
        ("Tengo miedo de mi marido", "Mi novio no me deja salir"),
        ("Tengo miedo de las arañas", "Mi novio me llama"),
    ),
    Said(
        "ideation.somebody",
        "es",
        ("Mi amiga quiere morirse", "Mi hermano intentó suicidarse"),
        ("Mi amiga quiere comer", "Mi hermano intentó cocinar"),
    ),
    Said(
        "ideation.suicide",
        "fr",
        ("Je pense au suicide", "J'ai des idées suicidaires", "Je suis fatiguée de vivre"),
        ("Je pense aux vacances", "Je suis fatiguée ce soir"),
    ),
    Said(
        "passive.no_future",
        "fr",
        ("Ma vie n'a plus de sens", "Je ne vois plus d'issue", "Je suis un fardeau"),
        ("Cette phrase n'a pas de sens", "Je ne vois pas la gare"),
    ),
    Said(
        "intent.tonight",
        "fr",
        ("Ce soir je passe à l'acte", "Demain je ne serai plus là"),
        ("Ce soir je cuisine", "Demain je serai au bureau"),
    ),
    Said(
        "behaviour.prepared",
        "fr",
        ("J'ai écrit des lettres d'adieu", "Je suis allé sur le pont et j'ai failli sauter"),
        ("J'ai écrit des lettres à ma tante", "Je suis allé sur le pont pour pêcher"),
    ),
    Said(
        "goodbye.last_words",
        "fr",
        ("C'est un adieu", "Pardon pour tout, je n'en peux plus"),
        ("Pardon pour le retard", "Adieu les soucis"),
    ),
    Said(
        "method_seeking.question",
        "fr",
        ("Que se passe-t-il si j'avale toute la boîte", "Comment mourir sans souffrir"),
        ("Que se passe-t-il si je gagne ?", "Comment cuire un œuf ?"),
    ),
    Said(
        "overdose_under_way.now",
        "fr",
        ("J'ai tout avalé", "Je me suis ouvert les veines"),
        ("J'ai tout mangé", "Je me suis ouvert une bière"),
    ),
    Said(
        "self_injury.wounds",
        "fr",
        ("J'ai envie de me couper", "Je me suis encore coupée hier"),
        ("Je me suis coupée en cuisinant", "J'ai envie de dormir"),
    ),
    Said("eating_disorder.signs", "fr", ("Je me fais vomir", "Je m'affame"), ("J'ai faim", "Le chat a vomi")),
    Said(
        "psychosis.signs",
        "fr",
        ("J'entends des voix dans ma tête", "On me surveille partout"),
        ("J'entends la pluie", "Les voix du chœur sont belles"),
    ),
    Said(
        "psychosis.commands",
        "fr",
        ("Les voix me disent de me tuer", "Dieu m'ordonne de sauter"),
        ("Ma mère me dit de manger",),
    ),
    Said(
        "harm_to_others.planned",
        "fr",
        ("Je vais tuer mon patron ce soir", "Je vais amener un couteau à l'école"),
        ("Mon patron va me tuer", "Je vais amener un gâteau à l'école"),
    ),
    Said(
        "harm_to_others.urge",
        "fr",
        ("J'ai envie de tuer quelqu'un", "J'ai peur de faire du mal à mon bébé"),
        ("J'ai envie de voir quelqu'un",),
    ),
    Said(
        "abuse.violence",
        "fr",
        ("J'ai peur de mon mari", "Mon copain m'a étranglée"),
        ("J'ai peur du noir", "Mon copain m'appelle"),
    ),
    Said(
        "ideation.somebody",
        "fr",
        ("Mon amie veut mourir", "Mon frère veut se suicider"),
        ("Mon amie veut manger", "Mon frère veut cuisiner"),
    ),
    Said(
        "ideation.suicide",
        "de",
        ("Ich denke oft an Suizid", "Ich will mein Leben beenden", "Heute Abend bringe ich mich um"),
        ("Ich denke oft an Urlaub", "Ich denke nicht an Selbstmord"),
    ),
    Said(
        "passive.no_future",
        "de",
        (
            "Mein Leben hat keinen Sinn mehr",
            "Alle wären froh, wenn ich weg wäre",
            "Ich wache hoffentlich nie wieder auf",
        ),
        ("Der Witz hat keinen Sinn", "Ich wache immer um sechs auf"),
    ),
    Said(
        "intent.tonight",
        "de",
        ("Heute Nacht mache ich Schluss", "Morgen bin ich tot"),
        ("Heute Abend koche ich", "Morgen bin ich im Büro"),
    ),
    Said(
        "behaviour.prepared",
        "de",
        ("Die Abschiedsbriefe liegen bereit", "Ich stand auf der Brücke und wäre fast gesprungen"),
        ("Ich stand auf der Brücke und sah den Fluss", "Ich schreibe einen Brief"),
    ),
    Said(
        "goodbye.last_words",
        "de",
        ("Das ist mein Abschied", "Es tut mir leid, ich kann nicht mehr"),
        ("Es tut mir leid, dass ich spät bin",),
    ),
    Said(
        "method_seeking.question",
        "de",
        ("Was passiert, wenn ich alle Tabletten auf einmal nehme", "Welche Dosis Schlaftabletten ist tödlich"),
        ("Was passiert, wenn es regnet?", "Welche Brücke ist das?"),
    ),
    Said(
        "overdose_under_way.now",
        "de",
        ("Ich habe dreißig Tabletten genommen", "Ich habe mir die Pulsadern aufgeschnitten"),
        ("Ich habe den Bus genommen",),
    ),
    Said(
        "self_injury.wounds",
        "de",
        ("Ich habe mich wieder geritzt", "Ich will mir weh tun"),
        ("Ich habe mich beim Kochen geschnitten", "Ich will schlafen"),
    ),
    Said(
        "eating_disorder.signs",
        "de",
        ("Ich erbreche nach dem Essen", "Ich hungere mich schlank"),
        ("Ich habe Hunger", "Der Hund erbricht"),
    ),
    Said(
        "psychosis.signs",
        "de",
        ("Ich höre Stimmen", "Sie überwachen mich durch die Kamera"),
        ("Ich höre Musik", "Ich höre Stimmen aus dem Flur"),
    ),
    Said(
        "psychosis.commands",
        "de",
        ("Die Stimmen sagen, ich soll mich umbringen", "Gott befiehlt mir, ihn zu töten"),
        ("Mama sagt, ich soll essen",),
    ),
    Said(
        "harm_to_others.planned",
        "de",
        ("Ich werde heute meinen Chef umbringen", "Ich bringe morgen ein Messer mit in die Schule"),
        ("Mein Chef bringt mich um", "Ich bringe morgen Kuchen mit in die Schule"),
    ),
    Said(
        "harm_to_others.urge",
        "de",
        ("Ich habe Angst, meinem Baby etwas anzutun", "Ich habe den Drang, jemandem wehzutun"),
        ("Ich habe Lust auf Eis",),
    ),
    Said(
        "abuse.violence",
        "de",
        ("Mein Mann würgt mich", "Ich habe Angst vor meinem Vater"),
        ("Mein Mann küsst mich", "Ich habe Angst vor Spinnen"),
    ),
    Said(
        "ideation.somebody",
        "de",
        ("Meine Freundin sagt, dass sie sterben will", "Mein Bruder will sterben"),
        ("Mein Bruder will essen",),
    ),
    Said(
        "ideation.suicide",
        "pt",
        ("Penso em suicídio todos os dias", "Tenho pensamentos suicidas", "Estou cansada de viver"),
        ("Penso em viajar todos os dias", "Estou cansada de estudar"),
    ),
    Said(
        "passive.no_future",
        "pt",
        ("A vida não vale a pena", "Não vejo saída", "Sou um peso para todos"),
        ("O filme não vale a pena", "Não vejo o ônibus"),
    ),
    Said(
        "intent.tonight",
        "pt",
        ("Hoje à noite acabo com tudo", "Amanhã não vou estar mais aqui"),
        ("Hoje à noite cozinho", "Amanhã vou à escola"),
    ),
    Said(
        "behaviour.prepared",
        "pt",
        ("Já escrevi cartas de despedida", "Fui até a ponte e quase pulei"),
        ("Escrevi uma carta para minha tia", "Fui até a ponte para pescar"),
    ),
    Said(
        "goodbye.last_words",
        "pt",
        ("Este é o adeus", "Me perdoem por tudo, não aguento mais"),
        ("Desculpa pelo atraso",),
    ),
    Said(
        "method_seeking.question",
        "pt",
        ("O que acontece se eu tomar todos os comprimidos", "Como morrer sem dor"),
        ("O que acontece se chover?", "Como cozinhar arroz?"),
    ),
    Said(
        "overdose_under_way.now",
        "pt",
        ("Tomei trinta comprimidos", "Cortei os pulsos"),
        ("Tomei um café", "Cortei o cabelo"),
    ),
    Said(
        "self_injury.wounds",
        "pt",
        ("Estou com vontade de me cortar", "Me cortei de novo ontem à noite"),
        ("Me cortei na cozinha", "Quero dormir"),
    ),
    Said(
        "eating_disorder.signs",
        "pt",
        ("Forço o vômito depois de comer", "Não mereço comer"),
        ("Estou com fome", "O gato vomitou"),
    ),
    Said(
        "psychosis.signs",
        "pt",
        ("Ouço vozes na minha cabeça", "Colocaram um chip na minha cabeça"),
        ("Ouço música", "As vozes do coral são lindas"),
    ),
    Said(
        "psychosis.commands",
        "pt",
        ("As vozes mandam eu me matar", "Deus me manda pular"),
        ("Minha mãe manda eu comer",),
    ),
    Said(
        "harm_to_others.planned",
        "pt",
        ("Vou matar meu chefe hoje", "Vou levar uma faca para a escola"),
        ("Meu chefe vai me matar", "Vou levar um bolo para a escola"),
    ),
    Said(
        "harm_to_others.urge",
        "pt",
        ("Tenho vontade de matar alguém", "Tenho medo de machucar meu bebê"),
        ("Tenho vontade de ver alguém",),
    ),
    Said(
        "abuse.violence",
        "pt",
        ("Tenho medo do meu marido", "Meu namorado não me deixa sair"),
        ("Tenho medo de aranhas", "Meu namorado me ligou"),
    ),
    Said(
        "ideation.somebody",
        "pt",
        ("Minha amiga quer morrer", "Meu irmão tentou se matar"),
        ("Minha amiga quer comer", "Meu irmão tentou cozinhar"),
    ),
)
EVERY: tuple[Said, ...] = (*ENGLISH, *WIDER, *BEFORE, *OTHERS)
EXAMPLES: tuple[tuple[str, str, str], ...] = tuple(
    (said.code, said.language, sentence) for said in EVERY for sentence in said.meant
)
