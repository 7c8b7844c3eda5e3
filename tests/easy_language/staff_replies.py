"""Replies as members of staff write them, easy and hard ones, with what is hard in each; made up for these tests."""

EASY = (
    "Laba diena.\nMes gavome Jūsų prašymą.\nDarbuotojas Jums paskambins antradienį.",
    "Laba diena, Ona.\nAteikite pas mus trečiadienį, 10 valandą.\nAtsineškite pasą.",
    "Sveiki.\nMes Jums skambinome vakar.\nJūs neatsiliepėte.\nParašykite, kada galite kalbėti.",
    "Laba diena.\nTrūksta vieno dokumento.\nMums reikia pažymos iš gydytojo.\nAtneškite ją iki gruodžio 10 dienos.",
    "Laba diena.\nŠi pagalba Jums tinka.\nRytoj Jums paskambins darbuotoja.\nJos vardas yra Rasa.",
    "Laba diena.\nMums reikia daugiau laiko.\nMes atsakysime iki penktadienio.\nAtsiprašome, kad laukiate.",
    "Laba diena!\nJūsų prašymą skaito kita įstaiga.\nAr turite klausimų?\nSkambinkite mums: 0 445 51008.",
    "Sveiki, Jonai.\nMes ateisime pas Jus į namus.\nAteisime pirmadienį po pietų.\nMūsų darbuotojos vardas yra Lina.",
    "Laba diena.\nMes susitarėme, kad Jūs ateisite ketvirtadienį.\nJei negalite, paskambinkite.",
    "Ačiū, kad parašėte.\nMes padėsime Jums užpildyti prašymą.\nKada galite ateiti?",
    "Laba diena.\nSavivaldybė yra Vilniaus gatvėje.\nMūsų kabinetas yra pirmame aukšte.\nJo numeris yra 5.",
    "Laba diena.\nJūs galite ateiti su mama arba su draugu.\nJie gali padėti Jums kalbėti.",
    "Laba diena.\nDabar laisvų vietų nėra.\nJūs laukiate eilėje.\nKai bus vieta, mes paskambinsime.",
    "Laba diena.\nMes kalbėjome su Jūsų gydytoju.\nJis parašys mums laišką.\nTada mes Jums paskambinsime.",
    "Laba diena.\nMokėti nereikia.\nDirbtuvėse Jūs galite dirbti ir mokytis.",
    "Sveiki.\nJūsų darbuotojas serga.\nJums padės kita darbuotoja.\nJi paskambins rytoj.",
    "Laba diena.\nMes dirbame nuo 8 iki 17 valandos.\nPenktadienį dirbame iki 15 valandos.",
    "Laba diena.\nAutobusas sustoja prie savivaldybės.\nVažiuokite antru autobusu.",
    "Laba diena.\nAr Jums vis dar reikia pagalbos?\nParašykite mums.",
    "Laba diena.\nMes baigėme darbą su Jūsų prašymu.\nJei vėl reikės pagalbos, siųskite naują prašymą.\nViso gero.",
    "Laba diena.\nAtvejo vadybininkas padės Jums.\nJis klausys, ko Jums reikia.\nKartu Jūs parašysite planą.",
    "Laba diena.\nJūs gyvenate Palangoje.\nJums gali padėti Palangos miesto savivaldybė.\nSkambinkite ten.",
    "Laba diena.\nKetvirtadienį mes nedirbame.\nSusitikime penktadienį 9 valandą.",
    "Laba diena.\nPasiimkite asmens tapatybės kortelę ir pažymėjimą.\nNieko daugiau nereikia.",
    "Sveiki.\nJūsų sūnus gali ateiti su Jumis.\nMes kalbėsime apie dirbtuves.",
    "Laba diena.\nMes žinome, kad laukti sunku.\nDarbuotoja paskambins šiandien.",
    "Laba diena.\nPrašau paskambinti rytoj ryte.\nMano vardas yra Rūta.\nTelefonas: 0 612 34567.",
    "Laba diena.\nMes radome Jums darbuotoją.\nPirmą kartą susitiksime bibliotekoje.",
)
"""In these nothing is hard."""

HARD: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "Informuojame, kad Jūsų prašymas priimtas ir registruotas. Sprendimas bus priimtas per 20 darbo dienų.",
        (
            "Informuojame, kad",
            "Jūsų prašymas priimtas ir registruotas",
            "Sprendimas bus priimtas",
            "per 20 darbo dienų",
        ),
    ),
    (
        "Vadovaujantis Socialinių paslaugų įstatymu, Jums bus įvertintas paslaugų poreikis.",
        (
            "Vadovaujantis",
            "bus įvertintas",
        ),
    ),
    (
        "Prašome atvykti į priėmimą ir turėti su savimi asmens tapatybę patvirtinantį dokumentą.",
        (
            "Prašome atvykti į priėmimą",
            "turėti su savimi",
            "asmens tapatybę patvirtinantį dokumentą",
        ),
    ),
    (
        "Dėl papildomos informacijos kreipkitės į Socialinės paramos skyrių tel. 8 445 51008.",
        (
            "Dėl papildomos informacijos",
            "kreipkitės",
            "tel.",
        ),
    ),
    (
        "Jūsų prašymas dėl atvejo vadybos paslaugos skyrimo bus išnagrinėtas nustatyta tvarka.",
        (
            "dėl atvejo vadybos paslaugos skyrimo",
            "išnagrinėtas",
            "nustatyta tvarka",
        ),
    ),
    (
        "Atkreipiame dėmesį, kad nepateikus dokumentų prašymas nebus nagrinėjamas.",
        (
            "nebus",
            "Atkreipiame dėmesį, kad",
            "nepateikus dokumentų",
            "nagrinėjamas",
        ),
    ),
    (
        "Pranešame, kad šiuo metu nėra galimybės suteikti paslaugą dėl vietų trūkumo.",
        (
            "Pranešame, kad",
            "šiuo metu",
            "suteikti paslaugą",
            "vietų trūkumo",
        ),
    ),
    (
        "Norėdami gauti paslaugą, privalote pateikti prašymą ir gydytojo pažymą.",
        (
            "Norėdami gauti",
            "privalote",
            "pateikti prašymą",
        ),
    ),
    (
        "Su Jumis bus susisiekta artimiausiu metu.",
        (
            "Su Jumis bus susisiekta",
            "artimiausiu metu",
        ),
    ),
    (
        "Gerbiamasis pareiškėjau, apgailestaujame, tačiau Jūs neatitinkate kriterijų.",
        (
            "Gerbiamasis",
            "pareiškėjau",
            "apgailestaujame",
            "Jūs neatitinkate kriterijų",
        ),
    ),
    (
        "Iškilus klausimams, prašome kreiptis telefonu į atsakingą specialistą.",
        (
            "Iškilus klausimams",
            "prašome kreiptis telefonu",
            "atsakingą specialistą",
        ),
    ),
    (
        "Jūsų situacija bus aptarta komisijos posėdyje, apie priimtą sprendimą informuosime raštu.",
        (
            "aptarta",
            "komisijos",
            "apie priimtą sprendimą",
            "informuosime",
            "raštu",
        ),
    ),
    (
        "Prašytume patikslinti gyvenamosios vietos adresą ir kontaktinį telefoną.",
        (
            "Prašytume",
            "patikslinti",
            "gyvenamosios vietos adresą",
            "kontaktinį telefoną",
        ),
    ),
    (
        "Socialinių paslaugų poreikio vertinimą atlieka socialinis darbuotojas, apsilankydamas asmens namuose.",
        (
            "poreikio vertinimą",
            "atlieka",
            "apsilankydamas",
            "asmens",
        ),
    ),
    (
        "Paslauga teikiama nemokamai asmenims, turintiems intelekto negalią.",
        (
            "Paslauga teikiama nemokamai",
            "asmenims",
            "turintiems",
        ),
    ),
    (
        "Informuoju, kad esate įtraukta į eilę socialinių dirbtuvių paslaugai gauti.",
        (
            "Informuoju, kad",
            "esate įtraukta į eilę",
        ),
    ),
    (
        "Jūsų prašymas pagal kompetenciją persiųstas Palangos miesto savivaldybės administracijai.",
        ("prašymas pagal kompetenciją persiųstas",),
    ),
    (
        "Atvykus į priėmimą, su savimi turėkite neįgaliojo pažymėjimą ir kt. dokumentus.",
        (
            "Atvykus į priėmimą",
            "su savimi turėkite",
            "neįgaliojo",
            "ir kt",
        ),
    ),
    (
        "Pasikeitus aplinkybėms, nedelsiant informuokite atvejo vadybininką.",
        (
            "Pasikeitus aplinkybėms",
            "nedelsiant",
            "informuokite",
        ),
    ),
    (
        "Sutartis dėl paslaugų teikimo bus sudaryta iki š. m. gruodžio 15 d.",
        (
            "dėl paslaugų teikimo",
            "bus sudaryta",
            "š. m.",
            "d.",
        ),
    ),
    (
        "Atsižvelgiant į tai, kas išdėstyta, Jūsų prašymas netenkinamas.",
        (
            "Atsižvelgiant į tai, kas išdėstyta, Jūsų prašymas netenkinamas.",
            "Atsižvelgiant į tai",
            "išdėstyta",
            "Jūsų prašymas netenkinamas",
        ),
    ),
    (
        "Prireikus, specialistas gali atvykti į Jūsų namus 2026-12-05 nuo 9 iki 12 val.",
        (
            "Prireikus, specialistas gali atvykti į Jūsų namus 2026-12-05 nuo 9 iki 12 val.",
            "Prireikus",
            "atvykti",
            "2026-12-05",
            "val.",
        ),
    ),
    (
        "Rekomenduotume kreiptis į šeimos gydytoją dėl siuntimo (forma E027-1).",
        (
            "Rekomenduotume",
            "kreiptis",
            "(forma E027-1)",
            "siuntimo",
        ),
    ),
    (
        "Kviečiame Jus dalyvauti individualaus plano sudaryme kartu su artimaisiais.",
        (
            "Kviečiame Jus dalyvauti",
            "individualaus",
            "sudaryme",
        ),
    ),
    (
        "Užpildyti prašymo formą galite elektroniniu būdu arba atvykę į savivaldybę.",
        (
            "Užpildyti prašymo formą",
            "elektroniniu būdu",
            "atvykę",
        ),
    ),
    (
        "Dėkojame už kreipimąsi. Jūsų paklausimas perduotas atsakingam specialistui.",
        (
            "Dėkojame už kreipimąsi",
            "perduotas",
            "paklausimas",
        ),
    ),
    (
        "Asmuo, pageidaujantis gauti paslaugą, turi kreiptis į seniūniją pagal gyvenamąją vietą.",
        (
            "Asmuo",
            "pageidaujantis",
            "kreiptis",
            "pagal gyvenamąją vietą",
        ),
    ),
    (
        "Primename, kad vizito metu būtina pateikti pažymą apie pajamas.",
        (
            "Primename, kad",
            "vizito metu",
            "būtina pateikti",
        ),
    ),
    (
        "Jūsų prašymas buvo gautas, tačiau jame trūksta dokumentų, todėl negalime nuspręsti, kol jų nepateiksite.",
        (
            "Jūsų prašymas buvo gautas, tačiau jame trūksta dokumentų, todėl negalime nuspręsti, kol jų nepateiksite.",
            "Jūsų prašymas buvo gautas",
            "nepateiksite",
        ),
    ),
    (
        "Paslaugos teikimas bus koordinuojamas bendradarbiaujant su sveikatos priežiūros institucijomis.",
        (
            "Paslaugos teikimas",
            "koordinuojamas",
            "bendradarbiaujant",
            "institucijomis",
        ),
    ),
    (
        "Nesant galimybės atvykti, galite pateikti dokumentus elektroniniu paštu.",
        (
            "Nesant galimybės",
            "atvykti",
            "pateikti dokumentus",
        ),
    ),
    (
        "Jums paslauga nepriklauso, nes Jūsų dalyvumo lygis yra 60 proc.",
        (
            "Jums paslauga nepriklauso",
            "proc.",
        ),
    ),
    (
        "Šiuo metu vykdome Jūsų poreikių vertinimą.",
        (
            "Šiuo metu",
            "vykdome",
            "poreikių vertinimą",
        ),
    ),
    (
        "Teisės aktų nustatyta tvarka sprendimą galite apskųsti per 1 mėnesį.",
        (
            "Teisės aktų nustatyta tvarka",
            "galite apskųsti",
            "per 1 mėnesį",
        ),
    ),
    (
        "Laba diena, zmogus turi ateiti i savivaldybe.",
        (
            "zmogus",
            "i",
            "savivaldybe",
        ),
    ),
    (
        "Prašome užtikrinti, kad asmuo galėtų dalyvauti pokalbyje su psichologu.",
        (
            "užtikrinti",
            "asmuo",
            "galėtų",
        ),
    ),
)
"""Each with the parts of it that a reader stumbles over."""
