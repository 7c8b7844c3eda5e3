"""Ordinary words and names of people and other villages that one or two slips part from a place that we know.

They are those words of a frequency list, and names of the Lithuanian spelling dictionary, that would else be taken for
a misspelt place.
"""

from assistant.understanding.declension import case_forms

_WORDS = """
aiksciu airiai airiu akcininkai akcininku akiai akmeni akmens alanai alyvu amen arena arenoje arenos atakavo atakos
ataku baseinuose batai batais batams batus birza birzos bostonas bostone bostono daug daugiau daugmaz dueta duetas
dueto duetu dukatu dukte dygsta eiluteje elektrini elektriniai elektriniais elektrinis elektriniu elektrinius
elektronu elektros gaires galvoje garstyciu geltonais himnas igalina jezau kairieji kane kariai kariais kariams
kariu karius karuose kaunasi keliami kelias keliems kelnes kilme kilmes kinai kitai kitais kitam kituose kitus koda
kodas kodo kodu kolos kopos kopu korpuse koviniu kovinius kronu krumuose kruopos kruopu kuli kulia kuliam kulkos
kunas kune kuno kunu kunui kuopos lapu leksciu liksiu linkmenu lygumos mazeikis menininkai menininkais menininkams
menininku menininkus moketu myletu nisoje numesti nykscio obels obelu pabaisa padangos paeiliui pajegose pajury
palengva paneliu papilde pasauly pateliu pazangos pernai pienu pikseliu pirenu plokscia plokscios ponai poniai
ponios priedais priemus priesais priesams rasinius rasybos raudonieji rudi rudo rudojo rusai rusisku rykliai ryskiai
ryskiais ryskios ryskiu ryskus sagas sagos sakai sakau sakei sakeme sakiusi sakos sakose sakosi sakote saksai saku
salciai salciu salcius salininkas sarasuose saskiu sauk saulio saulys savininkai savininkais savininkams savininku
savininkus sedi sedo seiliu seklose sekos serijai serijos serijose seriju sesijos sestoje siekiai siekius siluetas
simta simtas simto simtu sirijus sitoje siulai siulais siulu siulus skoda skurda skurdas skurde skurdo skyda skydas
skydo skydu skylute sloves sodas sode sodo svedas sventaji sventojo sventuosius sykiu takai takais taku takus tenai
tesiu teslos tiesai tiesiai tiesios tiesiu tiesos tiesu tiesus trakst trakymas trapi trauks union valdininkai
valdininku varna varpai varpos varpu veikejais veikejams veikejos veiksmais veiksmams veiksmuose velesniais
velesniuose vengti vezio veziu vezlio vezliu vezlys vezys vieniems viesejo viesos viesose vietai vietoj vietoje
vietos view vilkikai vilnijos viniu virviu visiskai visiskos vynu vynui vyriskai vyriskos vystymui vystyti vystytis
women zaliai zaliais zaliu zalius zarnu zemiu zudikai zudiku zymiai zymiais zymios zymiu zymius zymos zymu zymus
"""

_NAMES = """
Adamavas Adukiškis Agluonai Airė Aisėnai Ajutiškiai Akmenėlė Alanas Alanga Alantas Alesninkai Aliai Alinava Alius
Alkanta Alkantas Alkmenas Alkmenė Alpiai Alpės Alvė Amantas Andriejavas Andriūniškė Antagavė Anykštai Arlava
Asteikiai Astikai Atiškiai Atlanta Atlantas Atėnai Aukštadvarys Aukštdvaris Aukščiai Auliai Aušrėnai Avižinė Avižynė
Ažėnai Babrai Bakieriškės Balceriškės Baldinka Balzieriškis Barakai Bartininkai Bartmina Bartminas Baskai Batrakai
Beringas Beržai Beržas Binkūnai Birštonai Biržiai Bižai Blinkai Bobelis Bobiai Bokiškiai Boniškiai Braziškiai
Bražiškiai Bridžiai Brigiškiai Brinkiškės Brižiai Brogiškės Bubilai Bubliai Bubniai Bubos Budeliai Budiškės Bugai
Buknaičiai Burbos Burdiškės Butrimoniai Bučiai Bėlys Bėčiūnai Būbliai Būdiškės Būgai Būgiai Ceikiškė Dagia Dagiai
Dagiliai Dagiliškis Dalgai Daneikiai Dargėnai Daržėnai Dauba Daubos Daubėnai Dauga Daugailas Daugailė Daugaliai
Daugas Daugeliškiai Daugilas Daugilis Daugilė Daugis Daugpilis Dauguliai Daugvilas Daugvilė Daugys Daugėliškiai
Daugėnai Daulėnai Daumėnai Dausai Degeliškis Degsniai Degsnės Demeniškiai Deveikiai Didžiabalis Didžiašilis
Dievoniškės Dobilas Dobiliai Dovilas Dreniai Dubiniai Dubnai Duksiai Dumsiškiai Dumšiškiai Dvyliai Dvyliškis
Dvyniškės Dėkšniai Dūdiškiai Dūdiškės Džiuga Džiugai Džiugailiai Džiugas Džiugiai Džiugys Elizava Emiliškės Ežaičiai
Ežeriekai Ežerėliai Garavai Gardai Garniai Gaudrė Gaudė Gazdai Gedaičiai Gedgaudiškė Gedžiūnai Geisiškės
Gelgudiškiai Gelvadiškės Gerdžiūnai Gečaičiai Giedručiai Giniūnai Gintautai Giraičiai Girakalniai Girdaičiai
Girdiškės Girdžiūnai Girgždai Giriškiai Girkaliai Giza Gižiai Glitiškės Godeliai Gogiškiai Gožiai Grabiškės
Graižiškiai Gramiškiai Gratiškės Graužiškis Gražiškės Gražūsiai Griauzdės Griežiškės Grigiškiai Grigiškis Grigiškė
Griniškiai Griniškis Griniškė Grinkiškiai Grinkliškiai Gripiškės Griškiškis Grudžiai Gruodžiai Grybiškiai Grybiškė
Grybiškės Grūdiškės Grūžiai Gudaliai Gudeikiai Gudesiai Gudiškės Gudžiai Gudžioniai Gugiškės Guleliai Gureliai Gužai
Gyviškiai Gyviškės Iciūnai Inkūnai Ireniškiai Ismonys Jaciūnai Janava Janiškiai Janiškės Janiūnai Jezdas Joana
Jociškės Jogniškiai Jonaičiai Jonikai Joniškiai Joniškė Joniškės Jonuškai Josvainis Josvainė Jotyškiai Jovainas
Jovainė Jošiškis Jucaičiai Judrė Jugintai Juniškiai Juniškės Juodikiai Juodiškiai Juodiškėlis Juodšimiai Jurbarkai
Jurgeliai Juršėnai Juzina Jėzus Kabeliai Kaboriškės Kairas Kalevai Kalininkai Kalneliai Kalnėnai Kalvaliai Kalviai
Kalvėnai Kanai Karališkis Karnavė Karniai Karosas Karpėnai Kartanai Karveliai Kastytis Katėnai Kauliai Kauniai
Kaupiškiai Kazys Kelnas Kentai Keziai Kiaulėnai Kibai Kilpiškiai Kintas Kirkliai Kiukiškiai Kižiai Klemas Klemė
Kliukai Kloviniai Kmitai Kolainiai Koleta Kovaičiai Koveliai Kraikai Krakiai Krakė Krasos Kražiškiai Krukliai
Krumpiai Krunis Krupiškis Kručai Kuciai Kudlos Kudrėnai Kugiai Kukiai Kukiškis Kukiškė Kukiškės Kukliai Kuktiškiai
Kuktiškis Kukutiškės Kukšiai Kulai Kulbiai Kuliškiai Kulkiai Kulniai Kulpiai Kultuvėnai Kulšėnai Kuna Kuniai
Kuniškiai Kuosėnai Kupriškiai Kupriškis Kupčiškiai Kupšiai Kuriškiai Kurklė Kurmėnai Kurnėnai Kuronys Kurtiškė
Kurėjai Kurėnai Kuršai Kuršeliai Kuršiai Kusai Kusiai Kutiškiai Kutiškis Kutiškės Kuzai Kuzilai Kuzma Kušliai Kužai
Kvedarai Kybarčiai Kėbliai Kėveliai Kėžiai Kūkai Kūniškiai Kūtiškė Labotiškiai Lapiai Lapšiai Lauksargis Lavariškės
Lavoniškės Lazdiniai Lazdinkos Lazdynai Lazdynas Legečiai Leitvariai Lendimai Lenkija Liaunai Libartai Ligūnai
Likšai Liliūnai Linkai Liudvikavas Liupšiai Lokiai Lokys Luišiai Lukniai Lukošius Lukštai Lukšys Lukščiai Luokesa
Lybartas Lygudai Lyviškiai Mackūnai Maneikiai Marijampolis Marčiukonys Mateikiai Mauliai Mažeika Mažeikiškis
Mažeikoniai Mažiai Mažiškė Mažrimai Mažuikiai Medaina Medikuičiai Mediniškiai Mediškiai Meiskiai Melagėnai Merkys
Merlinas Meškininkai Meškinė Meškučiai Miciūnai Miegėnai Mieliškiai Mieliškės Mielėnai Miežiškės Milkūnai Minkūnai
Mitkūnai Mičiūnai Mišiškės Mockūnai Moliai Moniškis Murgeliai Nakiškiai Nariškiai Nariūnai Narkiškis Narkiškės
Narkuškiai Natiškiai Natkuškiai Našiūnai Nemeikščiai Nemunaičiai Nerdinga Nerdingas Nerdingė Netikiškiai Nevardai
Nevardėnai Neverėnai Neviera Nica Nociūnai Nolėnai Norkūnai Norūnai Nosėnai Nuotekai Obelija Obelupiai Obeniai
Oranai Oreliai Oželiai Paaluonys Pabarškos Padėgiai Padėlinis Pagardė Pagerviai Pagečiai Pagiai Pagirys Pagirė
Pagirės Paguiriai Paguriai Pailiai Pajudris Pakluoniai Pakojai Pakoniai Pakonys Pakrojai Palionys Pamoterys Pamunė
Panemuniai Panemunis Paneriai Paneveržys Pangiriai Pasaliai Pasalis Paskalis Pauliai Pavėzgiai Pašilys Paškonys
Paūliai Peliškiai Peliūnai Perevalka Pervieniškės Pieliai Pieniai Pieviškės Pilkiškės Pilviškės Platakiai Plikeliai
Plingės Ploteliai Pokiškės Povilai Pranas Praniai Pranius Pranys Preibiai Prūdiškės Puknaičiai Pupiena Pupėnai
Pykuoliai Pėžaičiai Pūkeliai Radiliškės Radiškiai Radiškis Radiškė Radviliai Radviliškiai Raguvka Ragučiai Rainiai
Rakai Ramuva Rasiai Ratininkai Ratninkai Raudinė Raudiškė Raudiškės Raugai Ražiai Ražiškiai Reda Rekečiai Rekšiai
Renavas Renius Repšiai Ridai Rikyškiai Rimgauda Rimgaudas Rimgaudė Rimtė Rimučiai Rimšiškis Rimšiškės Ringauda
Ringaudas Roda Rodai Rodiškiai Rokiškiai Romučiai Ropiškis Ropiškės Roviškiai Roviškis Rozalija Ročiškiai Rudikai
Rudikiai Rudiškiai Rudiškė Rudnia Rudžiai Rukiškis Rukiškė Rukliai Rukšiškiai Rukšiškis Rukšiškė Ruliškė Rumšiškė
Ruokiškė Ruoliškis Ruseiniai Rusiškės Rusėnai Rutiškiai Rušiškiai Ružiškės Rygiškiai Ryliškės Rymiškis Ryškas Rėda
Rėksnės Rėčiūnai Rūdiškiai Rūmiškiai Sabuliai Saduvka Sakiškės Sakuočiai Sala Salai Saldotiškis Saleninkai Saliai
Salininkai Salius Salkininkai Salos Saltininkai Salupiai Salučiai Salys Salė Samai Samoa Sangauda Sapliai Sariai
Satya Saulena Saulenis Saulenė Sauliai Saulius Saulė Saulėnai Sausiai Saveikiai Saviečioniai Savuliai Sedeikiai
Semeniškiai Semeniškis Semeniškės Sereikiai Siauriai Sieliškės Sienikai Siera Sigutė Siliai Silva Silvas Sima
Simaičiai Simas Simonas Sintautas Siponys Sirija Skaistgiriai Skališkės Skapiškiai Skibiškės Skodiškės Skudai
Sloniškės Slėdai Smališkės Smalninkai Smigliai Smilgės Smukėnai Soda Sodai Sodeikiai Sokai Sokaičiai Sokiai
Sokiškiai Sokiškis Spilgiai Spinkaičiai Spuliai Staikiškės Stakiai Stakliškis Stakniškė Stališkės Staniškiai
Staniškės Stašliškiai Stoniškis Stoniškė Storiškiai Strakiškės Sudokiai Suduikiai Suntautai Suodai Surgėliai
Svencelė Svidiškiai Sėlenai Sėleniai Sėliškės Sėmeniškiai Sūsninkai Talantai Talkininkai Tarakai Tauravas Tausėnai
Tautėnai Tiryliai Tiskūnai Tiškai Toliai Tolkūnai Traka Trakas Trakiai Trikšiai Trišakiai Triškai Troškučiai Tvirai
Ulėnai Umėnai Uogaliai Uoselys Uostadvaris Upiškės Urbeliai Ureliai Urveliai Urviškės Usėnai Uterna Ušakiai Užbaliai
Užsieniai Vaboliai Vadėnai Vaiduokliai Vainiai Vainota Vainotas Vainotė Vaičiai Valakininkai Valkiškiai Valkšnos
Vankiai Varkoliai Varliai Varmės Varnikai Varnioniai Varniūnai Varnos Varnė Varpiai Varpėnai Vartai Varčios Varės
Varžai Varžos Vatėnai Vaškiai Vedriai Veikšiai Veivera Venciūnai Vepai Verena Verpikai Verčiuniai Veršniai Vetygala
Večiai Vidgina Vidginas Vidginė Vidiškis Vidmantai Vidmantas Vidmantė Vidokiai Viekšnaliai Vienbiskiai Viešvinė
Vieščiūnai Vilas Vildiškiai Viliai Vilija Vilionys Vilius Vilkakiai Vilkiai Vilkickai Vilkininkai Vilkiškiai
Vilkiškis Vilkiškė Vilkiškės Vilniškiai Vilpiškiai Vilviškiai Vilys Violė Virbalai Visginai Visginiai Visgiūnai
Vismantai Visvilas Visvilė Vitiškės Vizgoniai Vičaičiai Vičiūnai Vosiškiai Voveriai Vydmantas Vydriškiai Vyžiniai
Vyžuona Vėbriai Vėlaičiai Vėlionys Vėlūnai Zailiai Zanėnai Zaslona Zeigiai Zobielai Čepkiškės Čiriškiai Čiudiškiai
Šakimas Šakiškės Šakniai Šakėnai Šalkiškės Šalniai Šalnos Šalpėnai Šaltinėnai Šalynas Šankiai Šarkiai Šarkėnai
Šateiniai Šaukliai Šauliai Šaulėnai Šašiai Šedžiai Šeikiai Šeiriai Šemetiškiai Šemetiškės Šepkaičiai Ševeliškė
Šeškai Šeškiai Šešuva Šiaudėnai Šiauleliai Šiemuliai Šilai Šilkaičiai Šilonys Šilvai Šilėnai Šimaičiai Šimuliai
Širviniai Šiuliai Šiūlėnai Šlapikės Šlavantai Šlekečiai Šleniai Šlepiškės Šloviai Šlyninka Šniukščiai Šoliai Špuliai
Šukėnai Šulai Šumskas Šuoliai Šventa Švenčius Šyliai Šūkliai Ūdekai Ūdriškės Žagrėnai Žaigaičiai Žalpiai Žarai
Žarniai Žeimaliai Žeimis Želviai Žibikai Žiežmarka Žilaičiai Žiogaičiai Žirgaičiai Žitaičiai Žudiškės Žybartai
Žylaičiai
"""

ORDINARY_WORDS = frozenset(_WORDS.split())
"""Folded words, which are never a place misspelt."""

OTHER_NAMES = frozenset(form for name in _NAMES.split() for form in case_forms(name))
"""Names in all cases, folded; they are no place misspelt unless they sound like one."""
