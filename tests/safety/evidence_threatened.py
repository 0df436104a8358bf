"""Plain English sentences of abuse, hunger, voices and harm that rules long passed by, and ordinary ones."""

from tests.safety.said import Said

THREATENED: tuple[Said, ...] = (
    Said(
        "abuse.armed",
        "en",
        ("he's got a knife and he's coming at me", "he's outside my door with a gun", "he is choking me, please help"),
        ("he has a gun in the safe", "he's at the door with a pizza", "He pointed at me with a fork"),
    ),
    Said(
        "abuse.will_kill",
        "en",
        (
            "he's going to kill me tonight",
            "He says he will kill me and the kids",
            "I'm scared he'll kill me",
            "my dad said he's gonna kill me when he gets home and he means it",
            "my stepdad said he will shoot us",
            "he's gonna kill me I know it",
        ),
        (
            "this heat is going to kill me tonight",
            "my mom's going to kill me tonight when she sees the vase",
            "my husband will kill me tonight if I buy another guitar",
            "He's going to kill me tonight with these puns",
            "she said she'd shoot me an email",
        ),
    ),
    Said(
        "abuse.will_kill_me",
        "en",
        ("my husband is going to kill me", "he threatened to kill my dog if I leave"),
        (
            "my wife is going to kill me for buying another guitar",
            "my mom is going to kill me",
            "the dragon, he's going to kill me in this level",
        ),
    ),
    Said(
        "abuse.throat",
        "en",
        (
            "he put his hands around my throat last night",
            "he held a knife to my throat",
            "he points his gun at me when he is drunk",
        ),
        (
            "He put his hands on my neck to massage it",
            "he put his hands around my neck and kissed me",
            "he held a knife to cut the bread",
        ),
    ),
    Said(
        "abuse.rape",
        "en",
        ("my stepdad rapes me", "I was raped last night", "my uncle makes me have sex with him"),
        ("The farmer raises rapeseed with me", "She makes me sleep in on Sundays"),
    ),
    Said(
        "abuse.pictures",
        "en",
        ("He has my nudes and says he will post them", "my coach sends me pictures of his penis"),
        ("he sends me pictures of his kids", "The museum will post nudes of the renaissance"),
    ),
    Said(
        "abuse.by_kin",
        "en",
        (
            "my carer hits me",
            "my boyfriend won't let me see anyone and hits me",
            "I'm not safe at home",
            "daddy hits mommy and me",
            "my grandson hits me and takes my pension",
            "my daddy does bad things to me at night",
        ),
        (
            "my son beats me at chess",
            "he tells a joke and hits me with the punchline",
            "he throws the ball and hits me with it",
            "he ran a red light and hit me",
            "I don't feel safe with him driving",
            "dad beats mom at chess",
            "my grandson beats me at cards",
        ),
    ),
    Said(
        "abuse.told_to_die",
        "en",
        ("people at school tell me to kill myself", "he told me to go die"),
        ("they told me to go dye my hair", "she told me to die trying"),
    ),
    Said(
        "eating_disorder.days_without",
        "en",
        (
            "I haven't eaten in three days",
            "haven't eaten anything since Monday",
            "I have not had food in 4 days",
            "been fasting 6 days to get thin",
        ),
        (
            "I haven't eaten in three hours",
            "I haven't eaten meat in three days",
            "I haven't eaten in three days because of stomach flu",
            "My dog hasn't eaten in three days",
            "I haven't had food in three hours",
            "I'm fasting for two days to honour the saint",
        ),
    ),
    Said(
        "eating_disorder.too_little",
        "en",
        ("I eat 300 calories a day", "I only eat an apple a day", "I stick my fingers down my throat after I eat"),
        (
            "I eat 2000 calories a day",
            "I only eat an apple at lunch",
            "I'm scared to eat oysters",
            "The dentist stuck his fingers down my throat",
        ),
    ),
    Said(
        "eating_disorder.failing_body",
        "en",
        ("I passed out again, I've only had water for six days",),
        ("I passed out on the sofa after water polo",),
    ),
    Said(
        "psychosis.told",
        "en",
        (
            "no the voices tell me to",
            "there's a man in my head who tells me what to do",
            "the TV talks to me",
            "I can hear my dead buddies calling me to join them",
        ),
        (
            "The voices tell me to come to choir practice",
            "they tell me to cut the lawn",
            "There is a song in my head",
            "I hear my dead battery beeping",
        ),
    ),
    Said(
        "psychosis.voices_about",
        "en",
        ("The voices say the baby is evil and I have to end it",),
        ("God says my son is a blessing", "The voices in this choir are lovely"),
    ),
    Said(
        "psychosis.hunted",
        "en",
        (
            "I'm being followed by the government",
            "They replaced my wife with a copy",
            "my neighbours send poison gas through the vents",
        ),
        (
            "I'm watched by 300 people on Twitch",
            "They replaced my wife's phone with a new one",
            "my neighbours pump gas into the car",
        ),
    ),
    Said(
        "harm_to_others.pictured",
        "en",
        (
            "I keep imagining stabbing my wife",
            "I'm scared of what I might do to her",
            "I can't be left alone with the baby, I might hurt him",
        ),
        (
            "I keep thinking about throwing my kids a party",
            "I'm scared of what I might do to the cake",
            "I might drop the kids off at school",
            "I might hurt my kid's feelings",
        ),
    ),
    Said(
        "harm_to_others.prepared",
        "en",
        (
            "I have a list of who I'm going to kill",
            "I'm going to burn our house down with him in it",
            "I'll kill my mother in law, I mean it",
        ),
        (
            "I made a list of who I'm going to invite",
            "I have a list of people I want to thank",
            "I'll kill him at chess, I mean it",
        ),
    ),
    Said("abuse.danger_now", "en", ("He's going to kill me with a knife",), ("he's going to kill me with these puns",)),
)
