"""Danger in words that no rule knows, written for these tests (ours, CC0): what only a classifier can hear.

Whoever teaches the rules one of them puts another in its place: the test looks that rules find nothing in any.
"""

from __future__ import annotations

from typing import Final

PARAPHRASES: Final[dict[str, tuple[str, ...]]] = {
    "en": (
        "I have been reading the ferry timetable for the one that runs when nobody is on deck.",
        "Somebody else should water the plants from Monday on.",
        "The bottle on the shelf looks at me the whole evening, and I look back.",
        "I counted them out on the table and put them back. Twenty-eight.",
        "After Thursday the rent will not be my problem.",
        "My brother can have the guitar, I have written it down.",
        "The railing up there is lower than I remembered.",
        "It will be quiet then, and I like quiet.",
        "I have closed my accounts and washed every dish, so nobody has work with it.",
        "I only wait until my mother is back from her holiday.",
    ),
    "es": (
        "Ya le di el perro a mi vecina, con ella estará mejor cuidado.",
        "He dejado todas las contraseñas en un cuaderno para mi hermana.",
        "Miro el puente cada tarde y cada tarde me parece más bajo.",
        "A partir del lunes alguien tendrá que pagar la luz.",
        "Las cajitas del botiquín me hacen compañía por la noche.",
        "Solo espero a que pasen las fiestas.",
        "Pronto habrá silencio y a nadie le hará falta preguntar.",
        "He ordenado el cuarto para que nadie tenga trabajo con él.",
        "El tren de las once no para en mi pueblo, lo he comprobado.",
        "Ya no compro nada que dure más de una semana.",
    ),
    "fr": (
        "J'ai donné mon chat à la voisine, elle saura s'en occuper.",
        "Tous mes mots de passe sont dans le carnet bleu, pour ma sœur.",
        "La rambarde du pont est moins haute que je ne croyais.",
        "À partir de lundi, quelqu'un d'autre arrosera les plantes.",
        "J'attends seulement que les fêtes soient passées.",
        "Les petites boîtes dans l'armoire me tiennent compagnie la nuit.",
        "Bientôt il y aura du silence, et personne n'aura à demander.",
        "J'ai rangé ma chambre pour que personne n'ait de travail avec.",
        "Je n'achète plus rien qui dure plus d'une semaine.",
        "Le train de onze heures ne s'arrête pas ici, j'ai vérifié.",
    ),
    "de": (
        "Ich habe die Katze schon zu meiner Nachbarin gebracht.",
        "Alle Passwörter stehen im blauen Heft, für meine Schwester.",
        "Das Geländer da oben ist niedriger, als ich dachte.",
        "Ab Montag muss jemand anders die Blumen gießen.",
        "Ich warte nur noch ab, bis die Feiertage vorbei sind.",
        "Die kleinen Schachteln im Schrank leisten mir nachts Gesellschaft.",
        "Bald ist es still, und niemand muss mehr fragen.",
        "Ich habe das Zimmer aufgeräumt, damit keiner Arbeit damit hat.",
        "Der Zug um elf hält hier nicht, ich habe nachgesehen.",
        "Ich kaufe nichts mehr, was länger als eine Woche hält.",
    ),
    "pt": (
        "Já deixei o gato com a vizinha, ela sabe cuidar dele.",
        "Todas as senhas estão no caderno azul, para a minha irmã.",
        "A grade da ponte é mais baixa do que eu lembrava.",
        "A partir de segunda alguém vai ter que regar as plantas.",
        "Só estou esperando as festas passarem.",
        "As caixinhas no armário me fazem companhia de noite.",
        "Logo vai ter silêncio, e ninguém vai precisar perguntar.",
        "Arrumei o quarto para ninguém ter trabalho com ele.",
        "O trem das onze não para aqui, eu fui ver.",
        "Não compro mais nada que dure mais de uma semana.",
    ),
}
"""By language; ten each."""
