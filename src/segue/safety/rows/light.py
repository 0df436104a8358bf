"""How people laugh something off, take it back, play it down or say nothing at all, in five languages.

Small letters, no accents, `'` may be missing. A phrase a line; each is part of a regular expression.
"""

TAKEN_BACK = """
(?:just|only|was|am|i'm) (?:kidding|joking|messing|trolling)|jk|j/k
(?:it|that|this) (?:was|is) (?:just |only |all )?a (?:joke|prank|test)|didn't mean (?:it|that)
forget (?:it|that|what|i said)|never ?mind
(?:es|era|fue) (?:una )?broma|en broma|brome(?:o|aba|ando)|olvida(?:lo)?
je (?:plaisante|plaisantais|rigole|rigolais|blague|blaguais|deconne|deconnais|niaise|niaisais)
c'etait (?:juste )?une blague|pour rire|oublie (?:ca|ce que)
(?:ein|war nur|nur) (?:scherz|spass|witz)|scherz(?:e|te)|verarsch(?:e|t)|vergiss (?:es|das)
(?:e|era|foi) (?:so )?(?:uma )?(?:brincadeira|piada|zoeira)|brinca(?:ndo|va)|esquece
"""
"""What makes light of something said before, wherever it stands."""

TAKEN_BACK_SHORTLY = """
jok(?:e|es|ed|in|ing)|kid(?:din|ding|ded)|jks?|jp|prank[a-z]*|troll[a-z]*|messing|teasing
pulling (?:your|ur|yo|you) leg
sarcas[a-z]+
bluff[a-z]*|banter|gotcha|got (?:you|u|ya)|had (?:you|u|ya)|fooled|fell for|thought i (?:was|meant)|for real
(?:you|u) (?:really )?believed|sike|psych
(?:not|never|wasn't|isn't|ain't|half|nothing|weren't|don't|didn't)(?: [a-z']+){0,2} (?:serious(?:ly)?|srs|for real)
unserious
(?:don't|didn't|never) (?:really |actually |even )?(?:mean|meant) (?:it|that|any|like)|exaggerat[a-z]*|overreact[a-z]*
(?:being|so|too|bit|just) (?:dramatic|silly|stupid|drama)

just (?:saying|sayin|words|playing|playin|testing|a test|talk)|playing around

ignore (?:that|me|it|this|what)|forget (?:it|that|about|what|everything)|nvm|nevermind|april fools?

scratch that|i take (?:it|that) back|take it back|made (?:it|that) up|i lied|was lying|was bored
brom(?:a|as|ita|eo|eaba|eando|ear|ilin)|chist[a-z]+|cona|vacil[a-z]+|cachonde[a-z]+|guasa|jodiendo|joda|jodia
chote[a-z]+|tom[a-z]+ el pelo
te l[oa] (?:has )?cre[a-z]+|lo has creido|caiste|picaste|has picado|(?:no|ni|nada|nunca)(?: [a-z]+){0,3} en serio
en serio no
(?:estaba|solo|estoy|nomas|era) (?:jugando|molestando|chingando)|boludeando|cotorre[a-z]+|vacilada|de relajo
echando relajo
exager[a-z]+|tonteria[a-z]*|bobada[a-z]*|pavada[a-z]*|chorrada[a-z]*
olvid(?:a|alo|ate|enlo)
mentira|inocente inocente|por decir|es un decir|trole[a-z]+
blagu[a-z]+|j(?:e )?(?:te |vous )?(?:deconn|rigol|blagu|plaisant|chambr|taquin|charri)[a-z]+
deconn(?:e|es|ais|ait|er|ant|age)|rigolais|pour rigoler|plaisant(?:e|ais|erie)
je (?:te )?(?:chambr|taquin|charri)[a-z]+|vannes?
pour (?:rire|de rire|le fun|niaiser)|farces?|canular|poisson d'avril|niais[a-z]+
(?:pas|jamais|rien de|pas trop|pas tres) serieu[a-z]+
(?:pas|jamais)(?: [a-z]+){0,2} serieu[a-z]+|je (?:t'|vous )?ai (?:bien )?eue?s?
(?:t'|tu )(?:y |m'|l')?as (?:vraiment |tout )?cru|t'es tombee?
j'exager[a-z]+|exager[a-z]+|oubli(?:e|ez)

n'importe quoi|(?:des|une|que des) (?:betise|connerie)s?|j'ai menti|faisais marcher
scherz[a-z]*|(?:nur|bloss|war|zum|aus|just|nume|nur en|e)(?: [a-z]+)? (?:spass|spassle|gspass)
spass(?: gemacht| gsi)|spass(?=$|[ !.]*$)|spassle|gspass[a-z]*|gspasst|(?:nur|bloss|nume) (?:mal )?(?:testen|luege)
witz[a-z]*|quatsch|verarsch[a-z]*|verae?ppel[a-z]*|veralber[a-z]*|rein ?gelegt|rein ?gefallen|angeschmiert
verkohl[a-z]*|getrollt
(?:nicht|nie|net|ned|nid|nod|noed|nit)(?: [a-z]+){0,3} (?:ernst|arnst|aernst)
(?:nicht|net|ned|nid|nod) (?:so|bose|boes)(?: [a-z]+)? g(?:e)?meint
nur so (?:gesagt|gemeint|dahin ?gesagt|daher ?gesagt)|dahin ?gesagt|blo(?:e)?dsinn|unsinn|schmarr[a-z]*|schmah
schmaeh|gaudi|jux
u(?:e)?bertrieb(?:en)?|u(?:e)?bertreib[a-z]*|vergiss(?:es)?
gelogen
ironi[a-z]+|sarkas[a-z]+|gjok[a-z]+|gejokt|geblufft|mist geredet
brinc(?:a|ar|ava|ando|adeira|adeirinha|o|amos)|piad[a-z]+|brinks|por (?:falar|dizer)|da boca pra fora|zoac[a-z]+
zo(?:a|ar|ando|ei|ava|eira|era)|zu(?:ando|era|eira)
goz(?:ar|o|ando|ei|ava|acao)
palhacada|sacanage[a-z]*|sacanea[a-z]*|tirando (?:com|onda|sarro)|tirar onda|troll?(?:ei|ando|ar|agem)|pegadinha
caste|voce caiu|caiu (?:direitinho|nessa|ne)
(?:tu )?acreditaste|acreditou|(?:nao|n|nem|nada|num)(?: [a-z]+){0,3} (?:a )?serio

bobage[a-z]*|besteira[a-z]*|tolice|parvoice[a-z]*|disparates?
era uma partida|primeiro de abril
mentirinha|esquec(?:e|a)(?: isso)?|so estava a meter|meter contigo|a reinar|na tanga|tanga|na reinacao
(?:it|that|this)(?: was|'s) (?:just |all |only )?(?:a (?:bit(?= ?[.!]*$)|laugh|meme|dare|bet|stunt)|for (?:laughs|lols))
(?:was|just|only|were) testing|having (?:a|you) (?:laugh|on)|(?:jk){2,}
for (?:a laugh|the lulz)|lying lol
(?:see|know|find out|watch) (?:what|how|if) (?:you|u|it)(?:'d| would)? (?:say|said|do|did|react|reacted)
wind(?:ing)? you up|wound you up
rumg[a-z]+|herumg[a-z]+|rumalber[a-z]*|gelaber|geschwaetz|geschwatz
(?:schauen|gucken|sehen|wissen|testen) (?:was|wie|ob) (?:du|ihr)
(?:war|das war|aus) (?:nur |bloss )?(?:spass|fun|jux|mist)|ausgedacht|veraeppelt
(?:dich|euch) (?:nur |bloss |mal )*(?:aergern|argern|testen|hochnehmen)
ntc|no te creas|(?:pa|para|por) (?:joder|molestar|reir|vacilar|fastidiar)|era un meme
ver (?:que|como) (?:decias|reaccionabas|respondias)
me lo invente|me la invente|(?:estaba|ando|estoy) (?:de broma|jodiendo|mamando|bromeando|probando(?:te)?)
fais(?:ais|ait)? (?:marcher|l'idiot|le con|l'imbecile|semblant)|second degre
c'etait (?:un meme|un test|ironique|du troll|un pari)|pour (?:voir|tester|te tester)
j'ai (?:tout )?invente|voir (?:ce que|comment) tu (?:dirais|reagirais|dis)
(?:e|era|foi) (?:so |um |uma )*(?:meme|teste|aposta|zoada|tanga)
(?:pra|para) (?:ver (?:o que|como)|te testar)|meter[ -](?:me )?contigo
inventei|te peguei|peguei voce|apanhei-?te|enganei(?:-te|-vos)?|te enganei|estava a (?:brincar|gozar|reinar|meter-me)
(?:dark|black) humou?r|bought (?:that|it)|humor negro|humour noir|schwarzer humor|te engane|quedando contigo
"""
"""What does so where it is nearly all that is said. In longer words it may be about anything."""

PLAYED_DOWN = """
no big deal|no biggie|nbd|(?:it's|it was|that was|was|is) nothing|don't worry|dw|no worries|calm down
chill(?: out)?|lighten up|(?:not|isn't) that deep|no (?:es|era|fue|pasa|paso) nada|tranqui|no te preocupes
ni caso|no me hagas caso|c'(?:est|etait) rien|ce n'(?:est|etait) rien|pas grave|laisse tomber|t'inquiete|tkt|tqt
halb so (?:wild|schlimm)|nicht so schlimm|passt schon|keine sorge|chill mal|mach dir keine sorgen|war nix
war nichts|(?:nao|n) (?:e|era|foi|liga|ligues) nada|relaxa|deixa (?:pra la|para la|estar|la|quieto)|dejalo
"""
"""What says in short words that it was nothing. A "no" before it stays a no."""

LAUGHTER = """
[ab]*(?:h+[aeiou]+){2,}h*|(?:j+[aeiou]+){2,}j*|(?:js){2,}j?|k{2,}|(?:rs)+s*|(?:hue){2,}|(?:ks){2,}
l+o+l+(?:o+l+)*[sz]?|lul[a-z]?|lmf?ao+|rofl
x+d+|(?:p+t+)?m+d+r+|ptdr+|jpp|lel|kek|hh+
"""

FILLERS = """
k|ok|oka+y+|okey|okie|oki+|oke|whatevs?|whatever|w/e|nvm|never ?mind|idc|idgaf|meh+|e+h+|u+h+|u+m+|h+m+|m+h*m+|o+h+
a+h+|aw+|u+gh+|p+f+t?|ts+k?
ha|he|so|well|anyways?|bro+|bruh+|dude|man|yo+|huh|duh|omg|wtf|smh|tbh|lmk|cool|nice|hey+|hi+|hello|then|who cares
don't care|i don't care|nothing
vale|pues|bueno|ya|aja|ay+|uf+|bah+|da igual|me da igual|lo que sea|como sea|equis|nada|wey|guey|we|tio|tia|che|dale
na+|pff+|hola|me la suda|ni modo
bof+|ben|be+n|euh+|hein|da+c+|d'ac+|d'accord|tant pis|peu importe|osef|on s'en fout|je m'en fous|bref|voila|m'enfin
balec|wesh|coucou|salut|rien|tsais|coudonc
(?:ist )?(?:mir )?(?:doch |eh |auch )?(?:egal|wurscht|wurst|schnuppe)|na ?ja|tja+|ach+(?: so| ja)?|achso|halt|eben
alter|digga|mei|gell|nix|nichts|hallo|hoi|ka|oida|scho guet|gut
ta(?: bom| bem| bueno)?|tah|blz|beleza|sei la|tanto faz|ne|hum+|po+|mano|enfim|pois|oxe|uai|ola|oi+|foda ?-?se
dane ?-?se|quero la saber|fixe|bora
"""
"""What has no content of its own."""
