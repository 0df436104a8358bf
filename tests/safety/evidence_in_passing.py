"""Sentences for what is said in passing, and for a way named with a time. Written for these tests."""

from tests.safety.said import Said

IN_PASSING: tuple[Said, ...] = (
    Said(
        "overdose_under_way.lately",
        "en",
        ("I took an overdose twenty minutes ago", "I overdosed last night"),
        ("I overdosed on chocolate last night", "I took an overdose of vitamin C as a joke in chemistry"),
    ),
    Said(
        "overdose_under_way.found_them",
        "en",
        ("I found mum's tablets and took them all", "I grabbed the pills and swallowed the lot"),
        ("I found the tablets and took them all back to the pharmacy", "I found the photos and took them all home"),
    ),
    Said(
        "overdose_under_way.child_and_pills",
        "en",
        ("My toddler swallowed my pills, what now", "Our three year old got into grandma's heart tablets"),
        ("My son swallowed the tablets with a glass of milk", "My toddler ate my pancakes"),
    ),
    Said(
        "ideation.once_more",
        "en",
        ("I overdosed in 2009 and I want to do it again", "I survived an overdose and wish I hadn't"),
        ("I attempted the marathon and I want to run again", "I survived the exam and I'm glad"),
    ),
    Said(
        "ideation.thoughts_told",
        "en",
        ("The suicidal thoughts are worse at night", "I'm living with suicidal thoughts"),
        ("The suicidal thoughts are gone", "My essay is on suicidal thoughts in teenagers", "Thoughts on the new film"),
    ),
    Said(
        "ideation.denied_but",
        "en",
        ("No thoughts of suicide until last night", "Not a day without suicidal thoughts"),
        ("No thoughts of suicide", "Not a day without music"),
    ),
    Said(
        "ideation.aside",
        "en",
        ("other than wanting to not exist im great", "apart from the suicidal thoughts I'm okay"),
        ("other than wanting to sleep I'm great", "apart from not wanting to be here at the office, fine"),
    ),
    Said(
        "ideation.slang_dated",
        "en",
        ("ctb friday", "kms tomorrow", "my ctb date is set"),
        ("We drove 400 kms on Friday", "I'm catching the bus tomorrow at nine"),
    ),
    Said(
        "behaviour.broken_off",
        "en",
        (
            "I had it all ready and then the dog came in, so I put it away",
            "I had the pills lined up and then my sister rang",
        ),
        ("I had dinner all ready and then my mum called", "I was about to do the dishes when the dog came in"),
    ),
    Said(
        "ideation.untrusted_with",
        "en",
        ("I don't trust myself with the tablets", "I can't be trusted with my meds"),
        ("I don't trust myself with chocolate", "I don't trust myself with knives, I'm so clumsy"),
    ),
    Said(
        "ideation.untrusted",
        "en",
        ("I don't trust myself on my own tonight", "I can't trust myself right now"),
        ("I don't trust myself to choose paint", "I don't trust myself on the dance floor"),
    ),
    Said(
        "ideation.used_on_self",
        "en",
        ("I should hand my gun in before I use it on myself", "He left a knife and I could use it on myself"),
        ("I tried the new cream, I use it on myself first", "My aunt used it on my sofa"),
    ),
    Said(
        "goodbye.after_tonight",
        "en",
        ("After tonight you'll never have to see me again", "My will is done, now I can die"),
        ("After tonight you'll never want to see another play", "Now I can die of embarrassment"),
    ),
    Said(
        "self_injury.been_hurting",
        "en",
        ("Been hurting myself since the divorce, nothing that needs a doctor", "Hurting myself is the only thing"),
        ("I kept hurting myself at the gym", "My knees keep hurting"),
    ),
    Said(
        "intent.named_soon",
        "es",
        ("Me corto las venas esta noche", "Me tiro de un puente"),
        ("Me tiro a la piscina", "Vivo con la soga al cuello por las deudas"),
    ),
    Said(
        "intent.named_soon",
        "fr",
        ("Je saute dans le vide ce soir", "J'ai la corde au cou, la chaise est prête"),
        ("Je saute dans le vide : je change de métier", "J'ai la corde au cou avec ce crédit"),
    ),
    Said(
        "intent.named_soon",
        "pt",
        ("Eu me mato se ele me deixar", "Me jogo da ponte hoje"),
        ("Me mato de rir", "Estou com a corda no pescoço por causa das dívidas"),
    ),
    Said(
        "ideation.thoughts_told",
        "es",
        ("Los pensamientos suicidas vuelven cada noche", "No sé qué hacer con los pensamientos suicidas"),
        ("No tengo pensamientos suicidas", "Un libro sobre pensamientos suicidas"),
    ),
    Said(
        "ideation.thoughts_told",
        "fr",
        ("Les idées suicidaires reviennent la nuit", "Je ne sais pas quoi faire avec mes pensées suicidaires"),
        ("Je n'ai pas d'idées suicidaires", "Un exposé sur les idées suicidaires des jeunes"),
    ),
    Said(
        "ideation.thoughts_told",
        "de",
        ("Die Suizidgedanken sind nachts schlimmer", "Der Arzt fragte nach Suizidgedanken, habe ich jeden Tag"),
        ("Die Suizidgedanken sind weg", "Der Arzt fragte nach Suizidgedanken, habe ich keine"),
    ),
    Said(
        "ideation.thoughts_told",
        "pt",
        ("Os pensamentos suicidas voltaram", "Não sei lidar com os pensamentos suicidas"),
        ("Não tenho pensamentos suicidas", "Um artigo sobre pensamentos suicidas"),
    ),
    Said(
        "ideation.asked_yes",
        "mul",
        ("Me preguntó si quería morir y le dije que sí", "On m'a demandé si je voulais mourir et j'ai dit oui"),
        ("Me preguntó si quería café y le dije que sí", "On m'a demandé si je voulais mourir et j'ai dit que non"),
    ),
)
