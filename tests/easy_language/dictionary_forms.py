"""Forms of words with what the likeliest reading of each must be, and must not be.

Each line names features: `+` for what the first reading has, `-` for what no reading has; `noun`, `verb` and the other
word classes are those of the first reading. `!` is for what the first reading must not be, though another may.
"""

FORMS = """
# Nouns that look like verb forms
tekstus noun -gerund
sprendimus noun +nominalisation -gerund
prašymus noun +nominalisation -gerund
gydytojus noun -gerund
namus noun -gerund
metus noun
darbus noun
laukus noun
vaikus noun
sūnus noun
medus noun
turgus noun
lietus noun
planus noun
kiemus noun
vakarus noun
pietus noun
gestų noun +genitive
bilietų noun +genitive -subjunctive
dokumentų noun +genitive -subjunctive
pastatų noun +genitive -subjunctive
tekstų noun +genitive -subjunctive
metų noun +genitive
butų noun +genitive
pacientų noun +genitive -subjunctive
svečių noun +genitive
minučių noun +genitive
pastatas noun -passive-participle
paštas noun -passive-participle
miestas noun -passive-participle
kabinetas noun -passive-participle
rytas noun !passive-participle
raktas noun !passive-participle
butas noun
tekstas noun -passive-participle
mama noun -passive-participle
programa noun -passive-participle
sodams noun
dama noun -half-participle
mintis noun -active-participle
pažintis noun -active-participle
antis noun -active-participle
dantis noun -active-participle
kančią noun
naktis noun
kalba noun
ranka noun
teisė noun
teisės noun +genitive
paslaugos noun +genitive
savivaldybės noun +genitive
negalia noun -negated
negalios noun +genitive !negated
negalią noun -negated
nelaimė noun -negated
sutarties noun +genitive
nakties noun +genitive
sesers noun +genitive
dukters noun +genitive
akmens noun +genitive
vandens noun +genitive
žmonių noun +genitive
žmogaus noun +genitive
namo !verb
laiko noun +genitive
vaiko noun +genitive
vaikai noun !second-singular
laukai noun !second-singular
turto noun +genitive
karto noun +genitive
tėvų noun +genitive
dienų noun +genitive
mokyklos noun +genitive
gyvenimo noun +genitive +nominalisation
teikimas noun +nominalisation
teikimo noun +genitive +nominalisation
mokymas noun +nominalisation
mokymosi noun +genitive +nominalisation +reflexive
lavinimą noun +nominalisation
gydymui noun +nominalisation
tvarkymu noun +nominalisation
vertinimai noun +nominalisation
sprendimas noun +nominalisation
klausimas noun +nominalisation
laukimas noun +nominalisation
šaldymas noun +nominalisation
greitumas noun +nominalisation
aktyvumo noun +genitive +nominalisation
kostiumas noun -nominalisation
albumas noun -nominalisation
vaikelis noun +diminutive
kaimelis noun +diminutive
brolelis noun +diminutive
katytė noun +diminutive
kortelė noun -diminutive
mygtukas noun -diminutive
senelis noun -diminutive
# Adjectives, plain and pronominal
geras adjective -pronominal
gera adjective
gero adjective +genitive
geros adjective +genitive
gerų adjective +genitive
gerasis adjective +pronominal
geroji adjective +pronominal
gerieji adjective +pronominal
gerųjų adjective +pronominal +genitive
gerąjį adjective +pronominal
naujoji adjective +pronominal
senosios adjective +pronominal +genitive
mažąją adjective +pronominal
gražiausias adjective -pronominal
gražiausio adjective +genitive -pronominal
geresnis adjective -pronominal
socialinių adjective +genitive
socialinės adjective +genitive
mylimas adjective !passive-participle
tinkamas adjective !passive-participle
tinkama adjective !passive-participle
žinomas adjective !passive-participle
žinoma adjective !passive-participle
galima adjective !passive-participle
prieinama adjective !passive-participle
reikalingas adjective -passive-participle
paprastas adjective !passive-participle
paprasti adjective !passive-participle
baltas adjective !passive-participle
šiltas adjective !passive-participle
rimta adjective !passive-participle
užimtas adjective !passive-participle
gili adjective
sunki adjective
saldus adjective
jauna adjective !finite
trumpa adjective !finite
įdomi adjective
platus adjective -gerund
atidus adjective -gerund
# Adverbs
gerai adverb
gražiai adverb
greitai adverb
arčiau adverb !subjunctive
greičiau adverb -subjunctive
lėčiau adverb
paprasčiau adverb
anksčiau adverb -subjunctive
sunkiau adverb !finite
dažniau adverb
netrukus !gerund
vėliau adverb
# Verbs: finite, infinitive, imperative
nustato verb +finite -passive-participle
pastato noun
teikia verb +finite
dirba verb +finite
turi verb +finite
gali verb +finite
nori verb +finite
moka verb +finite
yra verb +finite
buvo verb +finite
bus verb +finite
laukia verb +finite
atsako verb +finite
siūlo verb +finite
mačiau verb +finite -subjunctive
jaučiau verb +finite !subjunctive
siunčiau verb +finite -subjunctive
kviečiau verb +finite -subjunctive
valgiau verb +finite
galvoju verb +finite
norime verb +finite
laukiame verb +finite
mokiausi verb +finite +reflexive
džiaugiausi verb +finite +reflexive
mokosi verb +finite +reflexive
spręs verb +finite
pratęs verb +finite
eiti verb -finite
gauti verb -finite
mokytis verb +reflexive -finite
ruoštis verb +reflexive
ateikite verb +imperative -second-singular
rašykite verb +imperative
kreipkitės verb +imperative +reflexive
eikime verb +imperative
ateik verb +imperative +second-singular
skambink verb +imperative +second-singular
pailsėk verb +imperative +second-singular
kreipkis verb +imperative +second-singular +reflexive
darai verb +finite +second-singular
gyveni verb +finite +second-singular
ateisi verb +finite +second-singular
verki verb +finite +second-singular
eidavo verb +finite +frequentative
valgydavau verb +finite +frequentative
rengdavosi verb +finite +frequentative +reflexive
davo !frequentative
pardavė verb +finite -frequentative
# Denied verbs
nežinau verb +finite +negated
nereikia verb +finite +negated
nedirba verb +finite +negated
neatėjo verb +finite +negated
nebedirba verb +finite +negated
nebesimoko verb +finite +negated +reflexive
nesijaudinkite verb +imperative +negated +reflexive
nenoriu verb +finite +negated
neikite verb +imperative +negated
neina verb +finite +negated
nėra verb +finite +negated
nebijokite verb +imperative +negated
nepateikė verb +finite +negated
nebepateikė verb +finite +negated
neneša verb +finite +negated
neša verb +finite -negated
neria verb +finite -negated
# Subjunctives
eičiau verb +subjunctive
norėčiau verb +subjunctive
galėtumėte verb +subjunctive
turėtumėte verb +subjunctive
reikėtų verb +subjunctive
būtų verb +subjunctive
nebūtų verb +subjunctive +negated
liktume verb +subjunctive
rengtumėmės verb +subjunctive +reflexive
mokytųsi verb +subjunctive +reflexive
galėtumei verb +subjunctive +second-singular
skųsčiausi verb +subjunctive +reflexive
# Half participles
eidamas verb +half-participle
norėdami verb +half-participle
rašydama verb +half-participle
grįždamos verb +half-participle
ruošdamiesi verb +half-participle +reflexive
mokydamasis verb +half-participle +reflexive
neturėdamas verb +half-participle +negated
vesdamas verb +half-participle -passive-participle
vedamas verb +passive-participle -half-participle
randamas verb +passive-participle -half-participle
# Gerunds
gavus verb +gerund
atėjus verb +gerund
prireikus verb +gerund
netekus verb +gerund +negated
pasirašius verb +gerund
pasikeitus verb +gerund
einant verb +gerund
gaunant verb +gerund
norint verb +gerund
žiūrint verb +gerund
besiruošiant verb +gerund
neturint verb +gerund +negated
praėjus verb +gerund
# Active participles
turintis verb +active-participle
turinčio verb +active-participle +genitive
dirbantys verb +active-participle
gyvenanti verb +active-participle
sergančiam verb +active-participle
atvykęs verb +active-participle
atvykusių verb +active-participle +genitive
suaugęs verb +active-participle
grįžusi verb +active-participle
ateisiantį verb +active-participle
nukentėjusieji verb +active-participle +pronominal
besimokantieji verb +active-participle +pronominal
susirgusį verb +active-participle
# Passive participles
teikiamas verb +passive-participle
teikiama verb +passive-participle
teikiamos verb +passive-participle +genitive
gautas verb +passive-participle
parengtas verb +passive-participle
prašoma verb +passive-participle
siunčiamas verb +passive-participle
nerūkoma verb +passive-participle +negated
uždarytos verb +passive-participle +genitive
minėtas verb +passive-participle
nurodytu verb +passive-participle
perskaitytus verb +passive-participle -gerund
atliekama verb +passive-participle
leidžiama verb +passive-participle
renkamas verb +passive-participle
gautų verb +subjunctive
tikimasi verb +passive-participle +reflexive
# Words of closed classes and names
ir conjunction
kad conjunction
nuo preposition
apie preposition
mano pronoun +genitive
jūsų pronoun +genitive
kuris pronoun
aš pronoun
trys numeral
penkiolika numeral
Vilnius name
Vilniaus name +genitive
Lietuvos name +genitive
Adomas name
Nerijus name
Darius name
Jonas !verb
"""
