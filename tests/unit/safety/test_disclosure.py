"""Who asks whether a human answers, and who does not."""

import pytest

from segue.safety.disclosure import READ_CHARS, asks_whether_human

ASKING = (
    "are you human?",
    "Are you a real person or a bot?",
    "wait, am I talking to a human",
    "Am I talking to an AI right now?",
    "is this a bot?",
    "Is there a real person there?",
    "Are you real?",
    "you're just a bot, aren't you?",
    "You are a bot, right?",
    "What are you?",
    "Who am I talking to?",
    "are u an ai",
    'The hunter asked the elf: "Are you human?"',
    "Hold on. Are you actually a person?",
    "¿Eres humano?",
    "¿Eres una persona real?",
    "eres un robot o una persona?",
    "¿Estoy hablando con una máquina?",
    "¿Hay alguien ahí?",
    "Es-tu humain ?",
    "Est-ce que je parle à une vraie personne ?",
    "T'es un robot ?",
    "Êtes-vous une IA ?",
    "Est-ce que tu es une machine ou un humain ?",
    "Bist du ein Mensch?",
    "Bist du eine KI?",
    "Rede ich hier mit einem echten Menschen?",
    "Sind Sie wirklich ein Mensch?",
    "Schreibe ich gerade mit einer Maschine?",
    "Você é humano?",
    "Você é uma pessoa de verdade ou um robô?",
    "Estou falando com uma máquina?",
    "Tem alguém aí do outro lado?",
    "És um robô?",
    "Sorry, but ARE YOU A HUMAN BEING?",
    "Is there a human behind this?",
    "so you’re a robot, right?",
    "r u real?",
    "is this a real person typing",
    "bot or human",
    "bist du echt?",
    "mit wem schreibe ich?",
    "bisch du en mensch?",
    "c'est un robot qui me répond ?",
    "t'es réel ?",
    "vc é gente?",
    "é um robô que me responde?",
    "sos real?",
    "me contesta un robot?",
)
NOT_ASKING = (
    "",
    "Are humans mortal?",
    "Is a human heart a pump?",
    "Are you a person who likes tea?",
    "The robot asked me for oil.",
    "I talked to a person at the bank today.",
    "My mother is a real person, you know.",
    "Can you write a story about an AI?",
    "What is artificial intelligence?",
    "Do you think robots dream?",
    "Are you ready, human?",
    "Are machines able to think?",
    "I am human, I make mistakes.",
    "There is a real person behind every letter of this novel.",
    "¿Los humanos son mortales?",
    "Mi hermano es un robot cuando trabaja.",
    "La persona con la que hablo en la tienda es amable.",
    "Les humains sont-ils mortels ?",
    "Ma machine à laver est cassée.",
    "Sind Menschen sterblich?",
    "Ich bin ein Mensch, kein Computer.",
    "Der Mensch ist ein Tier.",
    "Os humanos são mortais?",
    "Minha máquina de café quebrou.",
    "Are you coming with a person from work?",
    "What are you doing today?",
    "What are you up to?",
    "I feel like I am talking to a wall.",
    "Is it real love?",
    "Who are you going with?",
    "bist du echt müde?",
    "c'est un robot de cuisine",
    "Ist das echt?",
    "do humans read minds",
    "quem me dera",
    "con quien hablo cuando estoy triste y nadie me escucha",
    "is anyone coming to the party?",
)


@pytest.mark.parametrize("text", ASKING)
def test_somebody_who_asks_is_heard(text: str) -> None:
    """In five languages, also within a story: there it does no harm."""
    assert asks_whether_human(text)


@pytest.mark.parametrize("text", NOT_ASKING)
def test_talk_of_humans_and_machines_is_no_question(text: str) -> None:
    """Mortals, coffee machines and novels are talked about without being told what answers."""
    assert not asks_whether_human(text)


def test_the_end_of_a_long_message_is_read() -> None:
    """The question stands in the newest words; what stands far before them was meant for somebody else."""
    assert asks_whether_human("It rains. " * 1000 + "Are you human?")
    assert not asks_whether_human("Are you human? " + "x" * READ_CHARS)
