"""Sentences that say outright that somebody does not want to be alive, in four languages."""

from tests.safety.said import Said

PLAIN: tuple[Said, ...] = (
    Said(
        "ideation.life_unwanted",
        "es",
        ("No soporto estar viva", "Odio haberme despertado otra vez", "Mi único deseo es no existir"),
        ("No soporto estar de pie", "Odio haber comprado este coche", "Mi único deseo es dormir"),
    ),
    Said(
        "intent.resolved",
        "es",
        ("Estoy decidida a morir", "Si me echan, me quito la vida"),
        ("Estoy decidida a estudiar", "Me quito la vida social este mes"),
    ),
    Said(
        "ideation.life_unwanted",
        "fr",
        ("Je n'ai plus envie d'être en vie", "Sans elle je ne veux pas vivre", "Je déteste m'être encore réveillé"),
        ("Je n'ai plus envie de cuisiner", "Je ne veux pas vivre à Paris", "Je déteste me lever tôt"),
    ),
    Said(
        "intent.resolved",
        "fr",
        ("Je suis décidée à mourir", "Si on l'apprend, je mets fin à mes jours"),
        ("Je suis décidée à partir en vacances", "Je mets fin à mes jours de congé demain"),
    ),
    Said(
        "ideation.life_unwanted",
        "de",
        ("Ich will nicht am Leben sein", "Ich hasse es, dass ich wieder aufgewacht bin", "Ich mag nicht mehr leben"),
        ("Ich will nicht am Fenster sitzen", "Ich hasse es, früh aufzustehen", "Ich mag nicht mehr arbeiten"),
    ),
    Said(
        "intent.resolved",
        "de",
        ("Ich bin fest entschlossen zu sterben", "Wenn sie mich verlässt, bringe ich mich um"),
        ("Ich bin fest entschlossen zu gewinnen", "Wenn ich das noch mal höre, werde ich wahnsinnig"),
    ),
    Said(
        "ideation.life_unwanted",
        "pt",
        ("Não quero continuar viva", "Não suporto estar vivo", "Tanto faz viver ou morrer"),
        ("Não quero continuar a conversa", "Não suporto estar atrasado", "Tanto faz pizza ou massa"),
    ),
    Said(
        "intent.resolved",
        "pt",
        ("Estou decidida a morrer", "Se ela me deixar, eu me mato"),
        ("Estou decidida a viajar", "Se ela me deixar entrar, eu espero"),
    ),
)
