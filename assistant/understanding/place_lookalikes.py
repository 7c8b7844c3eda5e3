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
Adamavas Adukiškis Agailiai Agluonai Airė Aisėnai Ajutiškiai Akmenėlė Alanas Alanga Alantas Alesninkai Aliai Alinava
Alius Alkanta Alkantas Alkmenas Alkmenė Alpiai Alpės Aluotos Alvė Amantas Andriejavas Andriūniškė Antagavė Anykštai
Arlava Asteikiai Astikai Atiškiai Atlanta Atlantas Atėnai Aukštadvarys Aukštdvaris Aukščiai Auliai Auriliškiai Aurė
Aušrėnai Avižinė Avižynė Ažėnai Babrai Bakieriškės Balbieris Balceriškės Baldinka Balniai Balzieriškis Barakai Barkiai
Bartininkai Bartmina Bartminas Barškiai Baskai Batiškiai Batrakai Beičiūnai Beringas Beržai Beržas Binkūnai Birštonai
Biržiai Bičiūnai Bižai Blinkai Bobelis Bobiai Bokiškiai Boniškiai Braziškiai Bražiškiai Bridžiai Brigiškiai Brinkiškės
Brižiai Brogiškės Bubilai Bubliai Bubniai Bubnys Bubos Budeliai Budiškės Bugai Buknaičiai Burbos Burdiškės Butrimoniai
Bučiai Bėlys Bėčiūnai Būbliai Būdiškės Būgai Būgiai Ceikiškė Daciai Dagia Dagiai Dagiliai Dagiliškis Dalgai Dalininkai
Daneikiai Dargėnai Daržėnai Dauba Daubos Daubėnai Dauga Daugailas Daugailė Daugaliai Daugas Daugeliškiai Daugilas
Daugilis Daugilė Daugis Daugiškiai Daugpilis Dauguliai Daugvilas Daugvilė Daugys Daugėliai Daugėliškiai Daugėnai Daukai
Daulėnai Daumėnai Dausai Degeliškis Degsniai Degsnės Demeniškiai Deveikiai Deveniškiai Didžiabalis Didžiašilis
Dievoniškės Dilgiai Dimaičiai Dobilas Dobiliai Domeikai Dovilas Dreniai Dubiniai Dubnai Duksiai Dumsiškiai Dumšiškiai
Dvyliai Dvyliškis Dvyniškės Dėkšniai Dūdiškiai Dūdiškės Dūseikiai Džiuga Džiugai Džiugailiai Džiugas Džiugiai Džiugys
Eiciūnai Eimys Eičiūnai Elizava Elva Emiliškės Endrikavas Ežaičiai Ežeriekai Ežerėliai Gaiciai Galina Garavai Gardai
Garniai Gaudrė Gaudė Gazdai Gedaičiai Gedgaudiškė Gedžiūnai Geisiškės Gelgudiškiai Gelnai Gelvadiškės Gerdžiūnai
Gečaičiai Giedručiai Giniškės Giniūnai Gintautai Giraičiai Girakalniai Girdaičiai Girdiškės Girdžiūnai Girgždai
Giriškiai Girkaliai Girniškės Giza Gižiai Glitiškės Godeliai Gogiškiai Gožiai Grabiškės Graižiškiai Gramiškiai Gratiškės
Graužiškis Gražiškės Gražūsiai Griauzdės Griežiškės Grigiškiai Grigiškis Grigiškė Griniškiai Griniškis Griniškė
Grinkiškiai Grinkliškiai Gripiškės Griškiškis Grudžiai Gruodžiai Grybiškiai Grybiškė Grybiškės Grūdiškės Grūžiai
Gudaliai Gudeikiai Gudesiai Gudiškės Gudžiai Gudžioniai Gugiškės Guleliai Gureliai Gužai Gyviškiai Gyviškės Iciūnai
Inkūnai Ireniškiai Ismonys Jaciūnai Janava Janiškiai Janiškės Janiūnai Jezdas Joana Jociškės Jogniškiai Jonaičiai
Jonikai Joniškiai Joniškė Joniškės Jonuškai Josvainis Josvainė Jotyškiai Jovainas Jovainė Jošiškis Jucaičiai Judrė
Jugintai Julius Juniškiai Juniškės Juodeliai Juodikiai Juodiškiai Juodiškėlis Juodšimiai Jurbarkai Jurgeliai Juršėnai
Jusėnai Juzina Jėzus Kabeliai Kaboriškės Kadiškiai Kairas Kalevai Kalininkai Kalneliai Kalnėnai Kalvaliai Kalviai
Kalvėnai Kanai Karališkiai Karališkis Karališkės Karkiškės Karmela Karnavė Karniai Karosas Karpėnai Kartanai Karveliai
Karčiai Kastytis Katėnai Kauliai Kauniai Kaupiškiai Kazys Kačiai Kelnas Kentai Kerteniai Keziai Kiaulėnai Kibai Kieliai
Kikiškės Kilpiškiai Kintas Kirkilai Kirkliai Kiukiškiai Kižiai Klemas Klemė Kliukai Kloviniai Kmitai Kolainiai Koleta
Kovaičiai Koveliai Kraikai Krakiai Krakiškės Krakė Krasos Kražiškiai Krekėnai Krukliai Krumpiai Krunis Krupiškis Krupšė
Kručai Kuciai Kudlos Kudrėnai Kugiai Kukiai Kukiškis Kukiškė Kukiškės Kukliai Kuktiškiai Kuktiškis Kukutiškės Kukšiai
Kulai Kulbiai Kuliškiai Kulkiai Kulniai Kulpiai Kultuvėnai Kulšėnai Kuna Kuniai Kuniškiai Kuosėnai Kupriškiai Kupriškis
Kupčiškiai Kupšiai Kuriškiai Kurklė Kurmėnai Kurnėnai Kuronys Kurtiškė Kurėjai Kurėnai Kuršai Kuršeliai Kuršiai Kusai
Kusiai Kutiškiai Kutiškis Kutiškės Kuzai Kuzilai Kuzma Kušliai Kužai Kvedarai Kybarčiai Kėbliai Kėveliai Kėžiai Kūkai
Kūniškiai Kūtiškė Labotiškiai Lapiai Lapšiai Laukai Lauksargis Lavariškės Lavoniškės Lazdiniai Lazdinkos Lazdynai
Lazdynas Ledžiai Legečiai Leitvariai Lekiai Leliai Lendimai Lenkija Liaunai Libartai Ligūnai Likšai Liliūnai Linkai
Liucinava Liucinavas Liudvikavas Liudvina Liukai Liukiai Liupšiai Liūnai Lokiai Lokys Lokėnai Luišiai Lukiškės Lukniai
Lukošius Lukštai Lukšys Lukščiai Luokesa Lutiškės Lybartas Lygudai Lyviškiai Lėliai Mackūnai Makščiai Maneikiai
Marijampolis Marčiukonys Mateikiai Matiškiai Mauliai Mažeika Mažeikiškis Mažeikoniai Maželiai Mažiai Mažiškė Mažrimai
Mažuikiai Mažėliai Medaina Medikuičiai Mediniai Mediniškiai Mediškiai Meiskiai Melagėnai Merkys Merlinas Meškininkai
Meškinė Meškučiai Miciūnai Mickai Mickiai Miegėnai Mieliškiai Mieliškės Mielėnai Miežiškės Mikaičiai Miliai Milkūnai
Minkūnai Mitkūnai Mičiūnai Mišiškės Mockūnai Moliai Moniškis Murgeliai Nakiškiai Nariškiai Nariūnai Narkiškis Narkiškės
Narkuškiai Narėnai Natiškiai Natkuškiai Našiūnai Nemeikščiai Nemunaičiai Nerdinga Nerdingas Nerdingė Netikiškiai
Nevardai Nevardėnai Neverėnai Neviera Nečionėliai Nica Nociūnai Nolėnai Noriai Norkūnai Norūnai Nosėnai Nuotekai Obelija
Obelupiai Obeniai Oniūnai Oranai Oreliai Oželiai Paaluonys Pabarškos Padėgiai Padėlinis Pagardė Pagerviai Pagečiai
Pagiai Pagirys Pagirė Pagirės Paguiriai Paguriai Pailiai Pajudris Pakluoniai Pakojai Pakoniai Pakonys Pakrojai Palionys
Pamoterys Pamunė Panemuniai Panemunis Paneriai Paneveržys Pangiriai Panotėniai Pasaliai Pasalis Paskalis Patrys Pauliai
Pavėzgiai Pašilys Paškonys Pašvinės Paūliai Peliškiai Peliūnai Perevalka Perlojus Pervieniškės Pieliai Pieniai Pieviškės
Pilkiškės Pilviškės Platakiai Plikeliai Plingės Ploteliai Pokiškės Povilai Pranas Praniai Pranius Pranys Preibiai
Prūdiškės Puknaičiai Pupiena Pupėnai Pykuoliai Pėžaičiai Pūkeliai Radiliškės Radiškiai Radiškis Radiškė Radmina
Radviliai Radviliškiai Raguvka Ragučiai Rainiai Rakai Rakliškės Ramuva Rasiai Ratininkai Ratninkai Raudinė Raudiškė
Raudiškės Raugai Raupiai Ražiai Ražiškiai Reda Rekečiai Rekšiai Renavas Renius Repšiai Ridai Rikyškiai Rimgauda
Rimgaudas Rimgaudė Rimkiškiai Rimkiškės Rimtė Rimučiai Rimšiškis Rimšiškės Ringauda Ringaudas Rinkuškiai Roda Rodai
Rodiškiai Rokiškiai Romučiai Ropiškis Ropiškės Roviškiai Roviškis Rozalija Ročiškiai Rudikai Rudikiai Rudiškiai Rudiškė
Rudnia Rudžiai Rukai Rukiškis Rukiškė Rukliai Rukšiškiai Rukšiškis Rukšiškė Ruliškė Rumšiškė Ruokiškė Ruoliškis
Ruseiniai Rusiai Rusiškės Ruskiai Rusėnai Rutiškiai Rušiškiai Ružiškės Rygiškiai Ryliškės Rymiškis Ryškas Rėda Rėksnės
Rėčiūnai Rūdiškiai Rūmiškiai Sabuliai Saduvka Sakiškės Sakuočiai Sala Salai Saldotiškis Saleninkai Saliai Saliniai
Salininkai Salius Salkininkai Salos Saltininkai Salupiai Salučiai Salys Salė Samai Samoa Sangauda Sangeda Sapliai Sariai
Satya Saukai Saulena Saulenis Saulenė Sauliai Saulius Saulė Saulėnai Sausiai Saveikiai Saviečioniai Savuliai Sedeikiai
Semeniškiai Semeniškis Semeniškės Sereikiai Seveikiai Siauriai Sieliškės Sienikai Siera Siečiai Sigutė Siliai Silva
Silvas Sima Simaičiai Simas Simonas Sintautas Siponys Sirija Skaistgiriai Skališkės Skapiškiai Skibiškės Skodiškės
Skudai Sloniškės Slėdai Smališkės Smalninkai Smigliai Smilgės Smukėnai Soda Sodai Sodeikiai Sokai Sokaičiai Sokiai
Sokiškiai Sokiškis Spilgiai Spinkaičiai Spuliai Staikiškės Stakiai Stakliškis Stakniškė Stališkės Staniškiai Staniškės
Stašliškiai Stoniškis Stoniškė Storiškiai Strakiškės Sudokiai Suduikiai Suntautai Suodai Surgėliai Svencelė Svidiškiai
Sviliškiai Sviliškės Sėlenai Sėleniai Sėliškės Sėlos Sėmeniškiai Sūsninkai Talantai Talkininkai Talkiškės Tarakai
Tauragėnai Tauravas Tausėnai Tautėnai Taučiai Tiryliai Tiskūnai Tiškai Toliai Tolkūnai Traka Trakas Trakiai Trikšiai
Trišakiai Triškai Troškučiai Tvirai Tyliai Ulėnai Umėnai Uogaliai Uoselys Uostadvaris Upiškės Urbeliai Ureliai Urliai
Urveliai Urviškės Usėnai Uterna Ušakiai Užbaliai Užpeliai Užsieniai Užvėnai Vaboliai Vadėnai Vaiduokliai Vainiai Vainota
Vainotas Vainotė Vaičiai Valakininkai Valkiškiai Valkšnos Vankiai Varkoliai Varliai Varmės Varnikai Varnioniai Varniūnai
Varnos Varnė Varpiai Varpėnai Vartai Varčios Varės Varžai Varžos Vatėnai Vaškiai Vedriai Veikšiai Veivera Vena Venciūnai
Veniai Vepai Verena Verpikai Verčiuniai Veršniai Vetygala Večiai Vidgina Vidginas Vidginė Vidiškis Vidmantai Vidmantas
Vidmantė Vidokiai Viekšnaliai Viena Vienbiskiai Viešvinė Vieščiūnai Vilas Vildiškiai Viliai Vilija Vilionys Vilius
Vilkakiai Vilkiai Vilkickai Vilkininkai Vilkiškiai Vilkiškis Vilkiškė Vilkiškės Vilniškiai Vilpiškiai Vilviškiai Vilys
Violė Virbalai Visginai Visginiai Visgiūnai Vismantai Visvilas Visvilė Vitiškės Vizgoniai Vičaičiai Vičiūnai Voriškė
Voriškės Vosiškiai Voveriai Vydmantas Vydriškiai Vyžiniai Vyžuona Vėbriai Vėlaičiai Vėlionys Vėlūnai Zailiai Zanėnai
Zaslona Zeigiai Zobielai Čedasai Čepkiškės Čiriškiai Čiudiškiai Čiukiškės Šakimas Šakiškis Šakiškės Šakniai Šakėnai
Šalkiškės Šalniai Šalnos Šalpėnai Šaltinėnai Šaltiškiai Šalynas Šaminiai Šankiai Šapkinai Šarkiai Šarkėnai Šateiniai
Šaukliai Šauliai Šaulėnai Šašiai Šedžiai Šeikiai Šeiriai Šemetiškiai Šemetiškės Šepkaičiai Šeriai Ševeliškė Šeškai
Šeškiai Šešuva Šiaudėnai Šiauleliai Šiemuliai Šilai Šilelė Šilkaičiai Šilonys Šilvai Šilviai Šilėnai Šimaičiai Šimuliai
Širviniai Šiuliai Šiūlėnai Šlapikės Šlavantai Šlekečiai Šleniai Šlepiškės Šloviai Šlyninka Šniukščiai Šoliai Špuliai
Šukiai Šukėnai Šulai Šumskas Šuoliai Švedai Šventa Švenčius Šyliai Šėriai Šėrikai Šėtijai Šūkliai Ūdekai Ūdriškės
Ūseliai Žagrėnai Žaigaičiai Žalpiai Žarai Žarniai Žeimaliai Žeimis Želviai Žibikai Žiežmarka Žilaičiai Žiogaičiai
Žirgaičiai Žitaičiai Žudiškės Žybartai Žylaičiai
"""


def _with_marks(pairs: Iterable[tuple[str, frozenset[str]]]) -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for word, marks in pairs:
        found[word] = found.get(word, frozenset()) | marks
    return found


ORDINARY_WORDS = _with_marks((folded(word), marks_of(word) | MARKS_OF_ENDINGS) for word in _WORDS.split())
"""Folded words, which are never a place misspelt, with their letters that have a mark."""

OTHER_NAMES = _with_marks((form, marks_in_cases(name)) for name in _NAMES.split() for form in case_forms(name))
"""Names in all cases, folded, with their letters that have a mark; they are no place misspelt unless they sound so."""

OTHER_HOMES = _with_marks((form, marks_in_cases(name)) for name in _NAMES.split() for form in home_forms(name))
"""Those of them in which somebody says where they live."""
