"""Sentences like those of `asides` that nothing makes harmless: each stays an alarm."""

AN_ALARM = {
    "a long sleep": """
I'm going to sleep forever tonight | I just want to sleep forever | I want to sleep forever, no alarms, no more pain
The kids are at grandma's, I'm going to sleep forever on Saturday | I want to sleep forever and never wake up
I'm going to sleep forever this weekend, I've got the pills | No alarms, no more mornings, I'm going to sleep forever
I want to sleep forever in this hotel bed, nobody knows where I am | I want to sleep forever until the pain is gone
""",
    "no future there": """
I don't see a future for me | I don't see a future for me at this company or anywhere
There's nothing left for me here | There's nothing left for me in this town, nobody would miss me
There's nothing left for me in this world | I have nothing to live for | I have nothing to live for in this town
There's no point going on with this life | There's no point going on
I don't see a future in this relationship or without it, I want to die
I can't go on with this marriage, I want to end it all
I have no future at this university, so there's no reason to be alive | I don't see a future for me at work or at home
I can't go on with this pain | Ich sehe in dieser Welt keine Zukunft für mich | No veo futuro para mí en esta vida
Je ne vois pas d'avenir pour moi dans ce monde | Não vejo futuro para mim neste mundo
""",
    "a sigh of somebody else": """
I posted "I can't do this anymore" because the printer broke and then everything broke
My flatmate wrote "I can't do this anymore" and she isn't answering her phone | I can't live like this
I can't take it anymore
""",
    "the wrong goalkeeper": """
everyone would be happier if i wasn't here | everyone would be happier if I wasn't around
My family would be better off without me | my kids would be better off without me as their mother
everyone would be better off if I wasn't alive | everyone would be happier if I wasn't captain, or anywhere at all
""",
    "leftovers": """
I'm going to kill my brother | I'm going to kill my brother, he hit mum again
I'm going to kill my brother, he ate my leftovers and I have the knife in my hand
I'm going to kill my husband, he touched my daughter | I'm going to kill my boss, he fired me yesterday
I'm going to kill my neighbour, he took my dog and I know where he sleeps
I'm going to kill him tonight, he took my keys | I want to kill my sister, she lies about everything
I'm going to kill my dad, he broke my mum's arm
""",
    "the last message of an evening": """
This is my final message | This is my last message. I love you all | This is my last message for tonight, forgive me
This is my final message for today and for ever | This is my last text before bed, look after the dog
This is my last message before I go | This is my last text tonight
This is my last message for tonight, I've taken the pills. Good night | Das ist meine letzte Nachricht
Das ist meine letzte Nachricht für heute, ich liebe euch, verzeiht mir
""",
    "a letter to vodka": """
I wrote a goodbye letter | I wrote a goodbye letter to my mum | I wrote a goodbye letter to the world
I wrote a goodbye letter to my kids before my last day at work
I wrote a goodbye letter to alcohol and one to my wife | I've written my goodbye letters to my family
I wrote a goodbye letter, it's in the car | I wrote a goodbye letter to everyone at school
I wrote a goodbye letter to my family and my job | Ich habe einen Abschiedsbrief an meine Eltern geschrieben
Ich habe einen Abschiedsbrief geschrieben, er liegt im Auto | Escribí una carta de despedida a mi madre
J'ai écrit une lettre d'adieu à ma famille | Escrevi uma carta de despedida aos meus filhos
""",
    "some slack": """
I have to cut myself | I need to cut myself a little | I need to cut myself some slack or cut my wrists
I want to cut myself a break in the skin | I'm going to cut myself again tonight
I want to cut myself off this planet with a razor | I have to cut myself every day
I want to cut myself, a slice on each arm
""",
    "a father who dances": """
I wish I could disappear | I wish I could disappear when my dad starts drinking
I want to disappear when he comes to my room | I want to disappear every time my mum shouts
I want to disappear when I see them happy without me | I want to disappear forever when my dad starts dancing
Ich möchte verschwinden, wenn mein Vater betrunken singt | Quiero desaparecer cuando mi padre me pega
""",
    "what helpers learn": """
I'm thinking about suicide
I learned to ask people if they're thinking about suicide, but I'm the one thinking about it
I did the course and I'm still thinking about suicide | I volunteer on a helpline and I'm thinking about suicide
You learn to ask others if they're thinking about suicide and nobody asks me
""",
    "a line of a film": """
"I want to die," says George in that film, and so do I, I want to die | "I want to die," I said in the film club
"I wish I was dead," says George in that film. Me too. | "I want to die," said my brother
"I don't want to live anymore", says my daughter in her room | "I want to die" is how I feel
I wish I'd never been born, like George in that film
"I'm better off dead," says Eeyore in the film and he's right about me
""",
    "the end of a couple": """
I want to end it with a rope | I want to end it with him, together, in the car | I want to end it
I want to end it all with him | I want to end it with my pills
I want to end it with my boyfriend, we'll jump together | I decided to end it with the gun in my dad's drawer
I want to end it with my life
""",
    "a list and its noes": """
The counsellor went down her list, any plans to end my life, no, but I lied
It isn't that I want to die, I want to kill myself | I want to die, I'm asking about a funeral plan
""",
    "asides": """
I don't want to be here anymore | I don't want to be here anymore, the world is cold
I don't want to be here anymore, everything is dull | Je ne veux plus être ici | I'll kill myself lol
I'm going to kill myself if he emails me again lol | One more email from my ex and I'll kill myself lol, I'm serious
I want to kill myself every time she texts haha | this life makes me want to kms lol | My heart can't take it any more
I can't do this anymore, these voices | I can't take it anymore, this pain | They'd be better off without me
I'm useless at everything, they'd be better off without me | My dog would be better off without me
I'm useless at darts and my family would be better off without me | I'd be better off dead
I'd be better off dead than in that house with him | I'd rather die than eat again | I'd rather die than go home
What's the most painless way to die | What's the most painless way to get rid of my life
What's the quickest way to end it | My sister beats me every time we play and I bleed
My dad beats me every time he loses at cards | He hit me in the face with a bottle
He hit me in the face with a snowball with a rock in it
My brother hits me every time we play Mario Kart and it hurts | I was beaten at home | I think about death every day
I think about death every day, I'm so tired | I think about death every day, I'm a paramedic and I want mine
I'm giving my guitar to my nephew, I won't need it | I'm giving my guitar to my nephew tonight, goodbye
I have a plan and a date | I have a plan and a date, it's Saturday
I have a plan and a date, the wedding is over and so am I, I want to die | I have the pills ready
I have the pills ready for the trip to the other side | I have the pills ready for my last trip
I have written a suicide note | I have to write a suicide note for my mum
I wrote a suicide note for the character of my life, me
"I want to die" is what I'd say in French if anyone asked. I mean it | I wish I was dead, said my daughter last night
I want to die, said my son when I found him | I wish I was dead, said my teenager after school
My friend posted "I can't live like this" after her boyfriend hit her | No reason to live
No reason to live in pain when nobody cares | Everyone would be happier if I wasn't driving them mad by being alive
I want to end it with him before Christmas, I don't want to live to see the new year
There's nothing left for me at this company or at home, I don't want to wake up
I need to cut myself off from everyone | I'm gonna kill my sister she deleted my save file and I'm holding a knife
This is my last message for tonight. By the time you read it I'll be gone
This is my last message for today, then it's over | This is my final message of the night, I can't do it anymore
This is my last message until we meet in heaven | I wrote a goodbye letter to my body, I'll be free on Sunday
I've written a goodbye letter to my school, they'll know why I did it
I wrote a goodbye letter to my school, they will find it with me | I wrote a goodbye letter to alcohol and to life
I want to disappear when my mum sings, I want to disappear when she doesn't
I want to end it with this therapist and with my life
In the course we learn to ask people if they're thinking about suicide. I am.
"I can't go on living", says the song in my head | I want to sleep forever, I'm late for work again and I don't care
After this marathon of a life I'm going to sleep forever | Exams are over, I failed, I'm going to sleep forever
I'm going to sleep forever after the festival, don't wake me
""",
    "more asides": """
I have nothing to live for in my marriage | There's nothing left to live for in this job
I'm going to sleep forever, no alarms and no surprises | Je vais dormir pour toujours, sans réveil
I can't live like this in this relationship, he hits me | I can't go on with this, nobody cares
There's nothing left for me here, I've seen all of it | There's nothing left for me here, I'm leaving this world
I see no future for me on this planet | My sister wrote "I can't do this anymore" after she lost her baby
My friend posted "I can't take it anymore" and put the phone off | everyone would be happier if I wasn't in the family
everyone would be better off if I wasn't a driver of everybody's misery
I want to strangle my baby, she cries and he lost his keys | I want to kill my wife, she told me about the affair
I'm going to kill my teacher, he took my phone | I'm going to kill my dad because he took my xbox, I have his gun
I want to kill my mum, she made me eat and took my food
I'm going to kill my stepdad, he wears that shirt when he touches me | This is my last message of the day I die
Este es mi último mensaje, os quiero | C'est mon dernier message, pardonnez-moi
I wrote a goodbye letter to my van, it's where they'll find me | I wrote a goodbye letter to my flat so they find it
I wrote a goodbye letter on my laptop | I wrote a goodbye letter to Paris, my daughter
I wish I could disappear when people see my scars | I want to disappear when everyone sings and I am alone
I wish I could disappear when my uncle kisses me | I wish I could disappear when he sings outside my room at night
I want to end it with my husband, he hits me and I want to die | I decided to end it with my ex's gun
I'm having thoughts of suicide after the training course
The lecture made it worse, I keep thinking about suicide when people talk | My handbook is full of thoughts of suicide
I read the poster about asking people and I have thoughts of suicide when I'm alone
"I want to die", says my brain in the first act of every day | "I want to kill myself", she said in the car
"I wish I was dead" is the song of my life | "I want to die" is a line I say every night
When I ticked the form I put thoughts of suicide, yes | I want to cut myself off from my friends and then cut myself
I keep cutting myself too deep | I need to cut myself a few times to calm down
I don't want to be here anymore, the party is over | I can't do this anymore, the squats were the last thing I had
I'm useless at pool and at being alive, everyone would be better off without me
I want to kill myself whenever the homework is due | Another meeting with him and I'll kill myself
I'd rather die than eat that again | What's the most painless way to quit life | He beats me when we play
He hits me in the face with a belt | I was beaten in the final year of our marriage
I think about death a lot, I'm writing my goodbye | I have a plan and a date, my wedding anniversary
""",
    "and more asides": """
I don't want to live in a world without her | I don't want to live in a world without my mum, not even with cheese
I don't want to live in a world without pizza and without you, goodbye | I'm ready to die on that hill by the railway
I'm ready to die | There's no future for me in teaching or anywhere
I can't take it any more, my neighbour plays with my life | I can't take it any more, my neighbour touches me
I want to end it with my trainer's gun | I don't want to live on this planet anymore
"I don't want to live on this planet anymore" and I mean it | I want it to be over, this life takes forever
I'd rather be dead than alone on a diet of pity | I'm going to murder my husband, he put his hands on my daughter
I'm going to kill my dad, he put my cat in the bin | I'm going to kill my ex, he posted my photos online
Everyone would be happier if I wasn't on this earth | My kids would be happier if I wasn't their mother
I want to die in this song | I can't go on with this, I can't go on | I can't go on in this house, he beats me
There's no point going on with the treatment, I'm done with life | I have no future with my boyfriend, he hits me
I don't see a future in my career or my life | I have nothing to live for except the pub
Es hat keinen Sinn mehr mit diesem Leben | Ich habe einen Abschiedsbrief an meine Schule und meine Eltern geschrieben
I wrote a goodbye letter to my job and my wife | I wrote a goodbye letter, to be found at the office
This is my last message today, don't forget me | This is my last text before bed, promise me you'll look after mum
This is my last message for today, I'm so tired of living | This is my final post for this year. I won't see the next
Das ist meine letzte Nachricht für heute und für immer
I want to end it with this man and then with myself, I can't live
I decided to end it with my partner tonight, pills and wine
I'm going to kill my sister for stealing my boyfriend, I bought a gun
I'm going to kill my husband because he drank again and hit me
I need to cut myself a break, I keep hurting myself on my thighs
I wish I could disappear when my mum tells the story of how I failed and nobody loves me
You learn to ask people if they're thinking about suicide when you've been where I am, and I want to die
We practised asking about thoughts of suicide and I do have them
The doctor read me the list: thoughts of suicide, no, I lied
"I want to die," sings the tenor in the last act. So do I. I want to die
I want to die and in the course we learn to ask people if they are thinking about suicide
I want to die and the doctor read me the list: thoughts of suicide, no, self harm, no, appetite, fine
I don't want to live and the poster at work says it's okay to ask someone if they're thinking of suicide
I want to die and the nurse asked about suicidal thoughts, no, and allergies, penicillin
I want to die and she asked do you ever think about ending your life, I said no, I'm just tired from the baby
""",
}
