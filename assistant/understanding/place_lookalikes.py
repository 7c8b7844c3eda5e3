"""Ordinary words and names of people and other villages that one or two slips part from a place that we know.

They are those words of a frequency list and of the Lithuanian spelling dictionary, and those names of the dictionary
and of villages, that would else be taken for a misspelt place.
"""

from collections.abc import Iterable, Mapping

from assistant.understanding.declension import case_forms, home_forms
from assistant.understanding.normalize import folded
from assistant.understanding.place_names import MARKS_OF_ENDINGS, marks_in_cases, marks_of

_WORDS = """
ačiū aikščių airiai airių aistrų akademikai akademiko akademiniai akcininkai akcininkais akcininkams akcininkų akiai
akių akmenį akmens alanai alive aloe alyvų amen areną arenoje arenos atakai atakavo atakos atakų aurė avarijoje avarijos
avižieną avižienis avižinis babos balninis baltais baltos barnių baseinams baseinuose batai batais batams batų batus
biržą biržos biržose bobos bobų bostoną bostonas bostone bostono bubnys būgos buržuą centą centai daigai daigų darbiniai
darbinių darbuose daug daugelis daugiau daugmaž didžiaakis dobilų doilis druskininkas duetą duetas dueto duetų duetui
dukatų duktė dūsėti dūžtą dygstą džiugūs eilutėje elektrai elektrinei elektrinį elektriniai elektriniais elektrinis
elektrinių elektrinius elektronai elektronų elektros ėstai falangą fauną gairės galvoję gardūs gardžiai garstyčios
garstyčių geltonais girgždūs grafiškai himną himnas himno himnų įgaliną įkalniui įlankos įmonių įplaukos įtakai įtakos
ižūs jėzau jėzų jėzui julius kairį kairiau kairieji kaitai kaitos kalvarijų kanas kane kanye kanzas karai kariai kariais
kariams karių karius karuose karus kauluose kaunasi kėlė kelią keliami keliams keliąs keliems kelnės kiaunė kieme kilmė
kilmės kinai kinams kintą kintamo kinų kinus kitai kitais kitam kitos kitose kitų kituose kitus kodą kodas kodo kodų
kolos kopos kopose kopų korpusą korpuse korpuso korpusų koviniai kovinių kovinius krekenas krišna krišnos kriukis kroną
kronos kronų krosnį krosnis krou krūmai krūmais krūmuose krūmus kruopos kruopų kubos kuklios kuklų kuklūs kūlį kulią
kuliam kulkos kūną kūnas kūne kūno kūnų kūnui kuodas kuopai kuopos kuopų lakius lapė lapų lėkščių lenkijai lenkių liksiu
linkmenų liukso lokas lokį look love luke lukšos lūšių lūžiai lūžių lygmuo lygumą lygumos lygumose mažeikis mediniais
medininkas menininkai menininkais menininkams menininkų menininkus meniškai mėsininkas mokėtų mylėtų nemaži nemažo
nemažų nervingai nišoje nišos numesti nuodai nuotėkos nusėtas nykščio nykščių obels obelų oriono pabaisą pabaisas
pabaisų padangos paeiliui pagirios pagyrė pagyros pagyrų pajėgose pajūry pajuto palengvą panelių panteros panterų
papildė parade pašalį pašalinis pašalų pasauly pasiruošė pasiruošią paštinis patelių patiriu patyrūs pažangai pažangos
peiliai pernai pienius pienų pikselių pirėnų plokščią plokščias plokščios plokštėms poną ponai pone ponią poniai ponios
priedais priėmus priešais priešams pynė raitininkas rašinės rašiniai rašinių rašinius rašybos raudonieji rišę rūdį rūdis
rudo rudoji rudojo ruduo rūdy rūką rūkai ruonis ruonių rūsai rusė rusės rūšiai rusios rusiškų russia russian rykliai
ryškiai ryškiais ryškios ryškių ryškius ryškų ryškūs sagas sagomis sagos sagtis sagų šakai sakau šakei sakėme sakėsi
sakiau sakiusį sakmė sakmės sakmių šakos šakose šakosi šakot sakote saksai sakso saksų šakų šalčiai šalčiams šalčių
šalčius šaliai šalininkai šalininkas šalininkų šalių salonuose samūs šamus sąrašuose šaškių šauk šaukiu šaukoti saul
šaulei šaulį šaulio šaulys šaus sausose sąveikos savininkai savininkais savininkams savininkų savininkus sėdau sėdį
sėdint sėdo sėdom seeds šefai seilių šėkai sėklose sekos šėkų sėlenos sėlių senežeris senojoje senosios šerdį šerdis
serijai serijos serijose serijų šeron šešėly sesijos sesijų šešios session šeštoje šeštos sėti sėto šėtoną šėtono seulas
seule seulo sidabras sidnė siekiai siekiams siekių siekius sielos sielų sijono sijonų šikną siluetas silueto simon
simons šimtą šimtas šimto šimtų šimtui sinas siono šipulius sirijus širvinta šitai šitoj šitoje šitos siūlai siūlais
siūlių siūlų siūlus siuvą skaičiai skaičiais skaičius skiemenys škoda skurdą skurdas skurdė skurdo skurdų skydą skydas
skydę skydo skydų skylutė skylutės šlaituose šlaplės šlovė šlovės smilgos sočiai sodas sode sodo sodui šokiai šokiais
šokių šokiuose šokius šokų šokūs štai stay stos sūduvoje suloš švedas švenčių šventąjį šventojo šventuoju šventuosius
sykių sykius sylvia takai takais takų takuose takūs tarpui taupo tautininkų tenai tešiu tešlos tiesai tiesė tiesiai
tiesios tiesių tiesos tiesų tiesūs titulai titulų titulus trakšt trakymas trapi trapų traškūs traukos trauks troškiniai
turgelis ūlos union valdininkai valdininkams valdininkų valdininkus vantą vantos variniai varną varpai varpais varpos
varpų varpus vašką veikėjais veikėjams veikėjos veiksmais veiksmams veiksmuose vėlesniais vėlesniuose vėlių vėluoją veną
vengią vengti venos veros very vešios vėžį vėžio vėžių vėžiui vėžlio vėžlių vėžlys vėžys vieną vienai vieniems vienišius
vienna vienoj vienoje vienos vienose vienuose viešėjo viešintį viešos viešose viešuose vietą vietai vietoj vietoje
vieton vietos view vilkiką vilkikai vilkikų vilnijos vinių virvių visiškai visiškos visiškų vivo vogti vykęs vynų vynui
vynus vyriškai vyriškių vyriškos vyriškų vyriškus vystymo vystymui vystyti vystytis warner warren women žaliai žaliais
žalios žalių žalius žalos žarnos žarnų žemai žemei žemių žemos žiemai žiemos žiežmarą žudikai žudikų žudikus žymiai
žymiais žymios žymių žymius žymos žymų žymūs
"""

_NAMES = """
Adamavas Adukiškis Agailiai Agluonai Airė Aisėnai Ajutiškiai Akmenėlė Alesninkai Aliai Alinava Alkanta Alkantas Alkmenas
Alpės Alpiai Aluotos Alvė Andriejavas Andriūniškė Anykštai Antagavė Arlava Asteikiai Astikai Atėnai Atiškiai Atlanta
Atlantas Aukščiai Aukštadvarys Aukštdvaris Auliai Aurė Auriliškiai Aušrėnai Avižinė Avižynė Ažėnai Babrai Bakieriškės
Balbieris Balceriškės Baldinka Balniai Balzieriškis Barakai Barkiai Barškiai Bartininkai Bartmina Bartminas Baskai
Batiškiai Batrakai Beičiūnai Beringas Beržai Beržas Bėčiūnai Bėlys Bičiūnai Binkūnai Birštonai Biržiai Bižai Blinkai
Bobelis Bobiai Bokiškiai Boniškiai Braziškiai Bražiškiai Bridžiai Brigiškiai Brinkiškės Brižiai Brogiškės Bubilai
Bubliai Bubniai Bubnys Bubos Bučiai Budeliai Budiškės Bugai Buknaičiai Burbos Burdiškės Butrimoniai Būbliai Būdiškės
Būgai Būgiai Ceikiškė Čedasai Čepkiškės Čiriškiai Čiudiškiai Čiukiškės Daciai Dagia Dagiai Dagiliai Dagiliškis Dalgai
Dalininkai Daneikiai Dargėnai Daržėnai Dauba Daubėnai Daubos Dauga Daugaliai Daugas Daugeliškiai Daugėliai Daugėliškiai
Daugėnai Daugilis Daugis Daugiškiai Daugys Daugpilis Dauguliai Daukai Daulėnai Daumėnai Dausai Degeliškis Degsnės
Degsniai Demeniškiai Deveikiai Deveniškiai Dėkšniai Didžiabalis Didžiašilis Dievoniškės Dilgiai Dimaičiai Dobilas
Dobiliai Domeikai Dovilas Dreniai Dubiniai Dubnai Duksiai Dumsiškiai Dumšiškiai Dūdiškės Dūdiškiai Dūseikiai Dvyliai
Dvyliškis Dvyniškės Džiuga Džiugai Džiugailiai Džiugiai Džiugys Eiciūnai Eičiūnai Eimys Elizava Elva Emiliškės
Endrikavas Ežaičiai Ežerėliai Ežeriekai Gaiciai Garavai Gardai Garniai Gaudė Gazdai Gečaičiai Gedaičiai Gedgaudiškė
Gedžiūnai Geisiškės Gelgudiškiai Gelnai Gelvadiškės Gerdžiūnai Giedručiai Giniškės Giniūnai Gintautai Giraičiai
Girakalniai Girdaičiai Girdiškės Girdžiūnai Girgždai Giriškiai Girkaliai Girniškės Giza Gižiai Gyviškės Gyviškiai
Glitiškės Godeliai Gogiškiai Gožiai Grabiškės Graižiškiai Gramiškiai Gratiškės Graužiškis Gražiškės Gražūsiai Griauzdės
Griežiškės Grigiškė Grigiškiai Grigiškis Griniškė Griniškiai Griniškis Grinkiškiai Grinkliškiai Gripiškės Griškiškis
Grybiškė Grybiškės Grybiškiai Grudžiai Gruodžiai Grūdiškės Grūžiai Gudaliai Gudeikiai Gudesiai Gudiškės Gudžiai
Gudžioniai Gugiškės Guleliai Gureliai Gužai Iciūnai Inkūnai Ireniškiai Ismonys Jaciūnai Janava Janiškės Janiškiai
Janiūnai Jaunė Jezdas Jociškės Jogniškiai Jonaičiai Jonikai Joniškė Joniškės Joniškiai Jonuškai Jošiškis Jotyškiai
Jucaičiai Jugintai Juniškės Juniškiai Juodeliai Juodikiai Juodiškėlis Juodiškiai Juodšimiai Jurbarkai Jurgeliai Juršėnai
Jusėnai Juzina Kabeliai Kaboriškės Kačiai Kadiškiai Kairas Kalevai Kalininkai Kalneliai Kalnėnai Kalvaliai Kalvėnai
Kalviai Kanai Karališkės Karališkiai Karališkis Karčiai Karkiškės Karnavė Karniai Karosas Karpėnai Kartanai Karveliai
Katėnai Kauliai Kauniai Kaupiškiai Kelnas Kentai Kerteniai Keziai Kėbliai Kėveliai Kėžiai Kiaulėnai Kibai Kieliai
Kikiškės Kilpiškiai Kintas Kirkilai Kirkliai Kiukiškiai Kižiai Kybarčiai Klemė Kliukai Kloviniai Kmitai Kolainiai
Kovaičiai Koveliai Kraikai Krakė Krakiai Krakiškės Krasos Kražiškiai Krekėnai Kručai Krukliai Krumpiai Krunis Krupiškis
Krupšė Kuciai Kudlos Kudrėnai Kugiai Kukiai Kukiškė Kukiškės Kukiškis Kukliai Kukšiai Kuktiškiai Kuktiškis Kukutiškės
Kulai Kulbiai Kuliškiai Kulkiai Kulniai Kulpiai Kulšėnai Kultuvėnai Kuna Kuniai Kuniškiai Kuosėnai Kupčiškiai Kupriškiai
Kupriškis Kupšiai Kurėjai Kurėnai Kuriškiai Kurklė Kurmėnai Kurnėnai Kuronys Kuršai Kuršeliai Kuršiai Kurtiškė Kusai
Kusiai Kušliai Kutiškės Kutiškiai Kutiškis Kuzai Kuzilai Kužai Kūkai Kūniškiai Kūtiškė Kvedarai Labotiškiai Lapiai
Lapšiai Laukai Lauksargis Lavariškės Lavoniškės Lazdiniai Lazdinkos Lazdynai Lazdynas Ledžiai Legečiai Leitvariai Lekiai
Leliai Lendimai Lenkija Lėliai Liaunai Libartai Ligūnai Likšai Liliūnai Linkai Liucinava Liucinavas Liudvikavas Liukai
Liukiai Liupšiai Liūnai Lybartas Lygudai Lyviškiai Lokėnai Lokiai Lokys Luišiai Lukiškės Lukniai Lukščiai Lukšys Lukštai
Luokesa Lutiškės Mackūnai Makščiai Maneikiai Marčiukonys Marijampolis Mateikiai Matiškiai Mauliai Mažeika Mažeikiškis
Mažeikoniai Maželiai Mažėliai Mažiai Mažiškė Mažrimai Mažuikiai Medikuičiai Mediniai Mediniškiai Mediškiai Meiskiai
Melagėnai Merkys Meškinė Meškininkai Meškučiai Miciūnai Mickai Mickiai Mičiūnai Miegėnai Mielėnai Mieliškės Mieliškiai
Miežiškės Mikaičiai Miliai Milkūnai Minkūnai Mišiškės Mitkūnai Mockūnai Moliai Moniškis Murgeliai Nakiškiai Narėnai
Nariškiai Nariūnai Narkiškės Narkiškis Narkuškiai Našiūnai Natiškiai Natkuškiai Nečionėliai Nemeikščiai Nemunaičiai
Nerdinga Nerdingas Nerdingė Netikiškiai Nevardai Nevardėnai Neverėnai Neviera Nica Nociūnai Nolėnai Noriai Norkūnai
Norūnai Nosėnai Nuotekai Obelija Obelupiai Obeniai Oniūnai Oranai Oreliai Oželiai Paaluonys Pabarškos Padėgiai Padėlinis
Pagardė Pagečiai Pagerviai Pagiai Pagirė Pagirės Pagirys Paguiriai Paguriai Pailiai Pajudris Pakluoniai Pakojai Pakoniai
Pakonys Pakrojai Palionys Pamoterys Pamunė Panemuniai Panemunis Paneriai Paneveržys Pangiriai Panotėniai Pasaliai
Pasalis Pašilys Paškonys Pašvinės Pauliai Paūliai Pavėzgiai Peliškiai Peliūnai Perevalka Perlojus Pervieniškės Pėžaičiai
Pieliai Pieniai Pieviškės Pilkiškės Pilviškės Pykuoliai Platakiai Plikeliai Plingės Ploteliai Pokiškės Povilai Praniai
Pranys Preibiai Prūdiškės Puknaičiai Pupėnai Pupiena Pūkeliai Radiliškės Radiškė Radiškiai Radiškis Radviliai
Radviliškiai Ragučiai Raguvka Rainiai Rakai Rakliškės Rasiai Ratininkai Ratninkai Raudinė Raudiškė Raudiškės Raugai
Raupiai Ražiai Ražiškiai Rekečiai Rekšiai Renavas Repšiai Rėčiūnai Rėksnės Ridai Rikyškiai Rimkiškės Rimkiškiai
Rimšiškės Rimšiškis Rimučiai Rinkuškiai Rygiškiai Ryliškės Rymiškis Ryškas Ročiškiai Roda Rodai Rodiškiai Rokiškiai
Romučiai Ropiškės Ropiškis Roviškiai Roviškis Rudikai Rudikiai Rudiškė Rudiškiai Rudnia Rudžiai Rukai Rukiškė Rukiškis
Rukliai Rukšiškė Rukšiškiai Rukšiškis Ruliškė Rumšiškė Ruokiškė Ruoliškis Ruseiniai Rusėnai Rusiai Rusiškės Ruskiai
Rušiškiai Rutiškiai Ružiškės Rūdiškiai Rūmiškiai Sabuliai Saduvka Sakiškės Sakuočiai Sala Salai Saldotiškis Saleninkai
Salė Saliai Saliniai Salininkai Salkininkai Salos Saltininkai Salučiai Salupiai Samai Samoa Sapliai Sariai Satya Saugai
Saugailiai Saukai Saulėnai Sauliai Sausiai Saveikiai Saviečioniai Savuliai Sedeikiai Semeniškės Semeniškiai Semeniškis
Sereikiai Seveikiai Sėlenai Sėleniai Sėliškės Sėlos Sėmeniškiai Siauriai Siečiai Sieliškės Sienikai Siera Siliai
Simaičiai Sintautas Siponys Sirija Skaistgiriai Skališkės Skapiškiai Skibiškės Skodiškės Skudai Slėdai Sloniškės
Smališkės Smalninkai Smigliai Smilgės Smukėnai Soda Sodai Sodeikiai Sokai Sokaičiai Sokiai Sokiškiai Sokiškis Spilgiai
Spinkaičiai Spuliai Staikiškės Stakiai Stakliškis Stakniškė Stališkės Staniškės Staniškiai Stašliškiai Stoniškė
Stoniškis Storiškiai Strakiškės Sudokiai Suduikiai Suntautai Suodai Surgėliai Sūsninkai Svencelė Svidiškiai Sviliškės
Sviliškiai Šakėnai Šakimas Šakiškės Šakiškis Šakniai Šalynas Šalkiškės Šalniai Šalnos Šalpėnai Šaltinėnai Šaltiškiai
Šaminiai Šankiai Šapkinai Šarkėnai Šarkiai Šašiai Šateiniai Šaukliai Šaulėnai Šauliai Šedžiai Šeikiai Šeiriai Šemetiškės
Šemetiškiai Šepkaičiai Šeriai Šeškai Šeškiai Šešuva Ševeliškė Šėriai Šėrikai Šėtijai Šiaudėnai Šiauleliai Šiemuliai
Šilai Šilelė Šilėnai Šilkaičiai Šilonys Šilvai Šilviai Šimaičiai Šimuliai Širviniai Šiuliai Šiūlėnai Šyliai Šlapikės
Šlavantai Šlekečiai Šleniai Šlepiškės Šlyninka Šloviai Šniukščiai Šoliai Špuliai Šukėnai Šukiai Šulai Šumskas Šuoliai
Šūkliai Švedai Švenčius Šventa Talantai Talkininkai Talkiškės Tarakai Taučiai Tauragėnai Tausėnai Tautėnai Tiryliai
Tiskūnai Tiškai Tyliai Toliai Tolkūnai Traka Trakas Trakiai Trikšiai Trišakiai Triškai Troškučiai Tvirai Ulėnai Umėnai
Uogaliai Uoselys Uostadvaris Upiškės Urbeliai Ureliai Urliai Urveliai Urviškės Usėnai Ušakiai Uterna Užbaliai Užpeliai
Užsieniai Užvėnai Ūdekai Ūdriškės Ūseliai Vaboliai Vadėnai Vaičiai Vaiduokliai Vainiai Valakininkai Valkiškiai Valkšnos
Vankiai Varčios Varės Varkoliai Varliai Varmės Varnė Varnikai Varnioniai Varniūnai Varnos Varpėnai Varpiai Vartai Varžai
Varžos Vaškiai Vatėnai Večiai Vedriai Veikšiai Veivera Vena Venciūnai Veniai Vepai Verčiuniai Verpikai Veršniai Vetygala
Vėbriai Vėlaičiai Vėlionys Vėlūnai Vičaičiai Vičiūnai Vidiškis Vidmantai Vidokiai Viekšnaliai Viena Vienbiskiai
Vieščiūnai Viešvinė Vildiškiai Viliai Vilionys Vilys Vilkakiai Vilkiai Vilkickai Vilkininkai Vilkiškė Vilkiškės
Vilkiškiai Vilkiškis Vilniškiai Vilpiškiai Vilviškiai Virbalai Visginai Visginiai Visgiūnai Vismantai Vitiškės Vizgoniai
Vydriškiai Vyžiniai Vyžuona Voriškė Voriškės Vosiškiai Voveriai Zailiai Zanėnai Zaslona Zeigiai Zobielai Žagrėnai
Žaigaičiai Žalpiai Žarai Žarniai Žeimaliai Žeimis Želviai Žibikai Žiežmarka Žilaičiai Žiogaičiai Žirgaičiai Žitaičiai
Žybartai Žylaičiai Žudiškės
"""

_PEOPLE = """
Alanas Alanga Alantas Alius Alkmenė Amantas Daugailas Daugailė Daugilas Daugilė Daugvilas Daugvilė Džiugas Galina Gaudrė
Jėzus Joana Josvainė Josvainis Jovainas Jovainė Judrė Julius Karmela Kastytis Kazys Klemas Koleta Kuzma Liudvina
Lukošius Medaina Merlinas Paskalis Patrys Pranas Pranius Radmina Ramuva Reda Renius Rėda Rimgauda Rimgaudas Rimgaudė
Rimtė Ringauda Ringaudas Rozalija Salius Salys Sangauda Sangeda Saulena Saulenė Saulenis Saulė Saulius Sigutė Silva
Silvas Sima Simas Simonas Tauravas Vainota Vainotas Vainotė Verena Vidgina Vidginas Vidginė Vidmantas Vidmantė Vilas
Vilija Vilius Violė Visvilas Visvilė Vydmantas
"""


def _with_marks(pairs: Iterable[tuple[str, frozenset[str]]]) -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for word, marks in pairs:
        found[word] = found.get(word, frozenset()) | marks
    return found


ORDINARY_WORDS = _with_marks((folded(word), marks_of(word) | MARKS_OF_ENDINGS) for word in _WORDS.split())
"""Folded words, which are never a place misspelt, with their letters that have a mark."""

OTHER_NAMES = _with_marks(
    (form, marks_in_cases(name)) for name in (*_NAMES.split(), *_PEOPLE.split()) for form in case_forms(name)
)
"""Names in all cases, folded, with their letters that have a mark; they are no place misspelt unless they sound so."""

OTHER_HOMES = _with_marks((form, marks_in_cases(name)) for name in _NAMES.split() for form in home_forms(name))
"""Those of places in a case in which somebody says where they live."""

PEOPLE = _with_marks((form, marks_in_cases(name)) for name in _PEOPLE.split() for form in case_forms(name)[:2])
"""First names, as somebody may say who they are; nobody lives in one."""
