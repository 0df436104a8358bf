"""Words that tell what a sentence is about, by kind, in English, Spanish, French, German and Portuguese.

Folded: small letters without accents. The order of the kinds is that of the weights: a new one goes to the end.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "writer": (
            "i i'm im i've i'll i'd me my mine myself yo mi mis conmigo je j'ai j'en j'y moi mon ma mes m'a m'en ich "
            "mich mir mein meine meinen meiner meinem eu meu minha meus minhas mim comigo"
        ),
        "other": (
            "he she they him her his hers them their who someone somebody friend friends brother sister mother mom mum "
            "father dad son daughter husband wife boyfriend girlfriend student patient client colleague uncle aunt "
            "cousin neighbor neighbour el ella ellos amigo amiga hermano hermana hijo hija madre padre marido esposo "
            "esposa vecina il elle ils ami amie frere soeur fils fille mere pere mari femme voisine er sie ihm ihn ihr "
            "freund freundin bruder schwester sohn tochter mutter vater mann frau nachbarin ele ela eles irmao irma "
            "filho filha mae pai vizinha"
        ),
        "denial": (
            "not no never don't dont doesn't didn't won't wouldn't isn't ain't can't cannot without neither nunca "
            "jamas tampoco sin ne n'ai n'est pas jamais aucun aucune sans nicht nie niemals kein keine keinen ohne nao "
            "sem"
        ),
        "told": (
            "character story novel scene game player level boss quest hero heroine villain dragon goblin orc zombie "
            "vampire wizard rogue paladin spell sword dungeon chapter poem song lyric lyrics movie film book roleplay "
            "script plot write personaje historia novela cuento juego espada hechicera libro pelicula cancion escribe "
            "personnage histoire roman jeu epee livre chanson heros ecris figur geschichte spiel schwert buch lied "
            "held schreib drachen personagem conto jogo livro musica heroi escreva romance"
        ),
        "study": (
            "homework essay paper report research statistics rate study lecture exam class news article history "
            "prevention training protocol definition explain poster quote translate tasa trabajo prevencion noticias "
            "estadisticas taux expose informations referat pravention nachrichten taxa trabalho prevencao jornal"
        ),
        "before": (
            "ago used once years past former formerly back anymore longer recovered survived clean antes hace anos "
            "pasado avant annees passe autrefois fruher damals jahren ehemals atras passado antigamente"
        ),
        "soon": (
            "tonight now today tomorrow morning already just minute minutes hour hours soon midnight noche hoy ahora "
            "manana ya acabo soir nuit maintenant demain aujourd'hui viens heute nacht jetzt morgen gleich gerade hoje "
            "noite agora amanha acabei logo"
        ),
        "death": (
            "die dies dying died dead death kill kills killing killed killer suicide suicidal morir muero morirme "
            "muerto muerta muerte matar matarme mato mata suicidio suicidarme mourir meurs mort morte tuer tue "
            "suicider sterben sterbe tot tod umbringen bringe suizid morrer morro morto"
        ),
        "life": (
            "alive live living exist existing existence wake waking here around vivir vivo viva despertar despertarme "
            "existir vivre vie reveiller exister leben lebe aufwachen aufwache existieren viver acordar"
        ),
        "means": (
            "pill pills tablets meds medication overdose rope noose gun pistol bridge roof knife razor blade wrist "
            "wrists tracks train gas insulin bleach pastillas soga pistola puente azotea venas vias comprimes cachets "
            "corde pistolet pont toit veines rails tabletten seil strick pistole brucke dach pulsadern gleisen "
            "comprimidos remedios corda arma ponte telhado pulsos trilhos"
        ),
        "harm": (
            "cut cutting cuts hurt hurting harm harming burn burned burning bleed bleeding blood scratch scars "
            "cortarme corte dano sangre couper coupe mal saigne scarifie ritzen schneiden weh blutet cortar machuco "
            "sangrar"
        ),
        "farewell": (
            "goodbye farewell bye note letter will last forgive sorry gone adios carta perdonenme adieu lettre "
            "pardonnez lebt brief abschiedsbrief verzeiht adeus perdoem"
        ),
        "burden": (
            "burden weight better without relieved nobody noone anyone alone pointless point reason reasons future "
            "carga nadie sin razones futuro poids personne sans raison avenir last niemand ohne grund zukunft peso "
            "ninguem sem motivo"
        ),
        "asking": (
            "how what which where many much can could como cual cuantas cuantos donde que comment combien quelle quel "
            "ou wie viele was welche wo quantos qual onde"
        ),
        "everyday": (
            "laughing laughter hungry hunger traffic heat work job boss coffee pizza wifi battery phone process server "
            "thread gym printer joke embarrassment cringe risa hambre calor verguenza sueno faim rire honte chaleur "
            "lachen langeweile hitze fome rir vergonha saudade transito"
        ),
    }
)
"""Words of each kind, separated by spaces; a word may be of several."""

DENIALS = (
    "not no never don't dont doesn't didn't haven't hasn't won't wouldn't isn't wasn't aren't ain't nor none "
    "nothing zero nunca jamas tampoco ningun ninguna ne jamais aucun aucune pas nicht nie niemals kein keine "
    "keinen nao nenhum nenhuma"
)
"""Words that deny what follows. Without `can't`: who can't stop thinking of death denies nothing."""
