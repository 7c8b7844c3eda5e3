"""Ordinary words and names of people and other villages that one or two slips part from a place that we know.

They are those words of a frequency list, and names of the Lithuanian spelling dictionary, that would else be taken for
a misspelt place.
"""

from assistant.understanding.declension import case_forms

_WORDS = """
aiksciu airiai akcininkai akcininku akiai akmeni akmens alanai alyvu amen arena arenoje arenos atakavo atakos
baseinuose batais batams birza birzos bostonas bostone bostono daug daugiau daugmaz dueta duetas dueto duetu dukatu
dukte dygsta eilute eiluteje eilutes elektrini elektriniai elektriniais elektrinis elektriniu elektrinius elektronu
elektros galvoje garstyciu geltonais himnas igalina jezau kane kariai kariais kariams karius karuose kaunasi keliami
kelias keliems kelnes kilme kilmes kitais kituose koda kodas kodo kodu kolos kopos kopu korpuse koviniu kovinius
kronu krumuose kruopos kruopu kunas kune kuno kunu kunui kuopos lapu leksciu lengvai linkmenu lygumos mazeikis
menininkai menininkais menininkams menininku menininkus moketu myletu numesti nykscio obelis obels obelu pabaisa
padangos paeiliui pajegose pajury palengva paneliu pasauly pateliu pazangos pernai pienu pikseliu pirenu plokscia
plokscias plokscios ponai poniai ponios priedais priemus priesais priesams rasinius rasybos raudonieji rudi rudo
rudojo rusai rusisku rykliai rysiai ryskiai ryskiais ryskios ryskiu sakai sakau sakei sakeme sakiusi sakos sakose
sakosi sakote saksai saku salcius salininkas sarasai sarasu sarasuose sarasus saskiu sauk saulio saulys savininkai
savininkais savininkams savininku savininkus sedi sedo seiliu seklose sekos serijai serijos serijose seriju sesijos
siekiai siekius siluetas simta simtas simto simtu sirijus siulai siulais siulu siulus skoda skurda skurdas skurde
skurdo skyda skydas skydo skydu skylute sodas sode sodo svedas sventaji sventojo sventuosius sykiu takai takais taku
takus tenai tesiu teslos tiesai tiesiai tiesios tiesiu tiesos tiesu tiesus trakymas trauks valdininkai valdininku
varna varpai varpos varpu veikejais veikejams veikejos veiksmais veiksmams veiksmuose velesniais velesniuose vengti
vezlio vezliu vezlys vieniems viesejo viesos viesose vietai vietoj vietoje vietos view vilkikai vilnijos viniu
virviu visiskai visiskos vynu vynui vyriskai vyriskos vystymui vystyti vystytis women zaliai zaliais zalius zudikai
zymiai zymiais zymios zymiu zymius zymos zymu zymus
"""

_NAMES = """
Adamavas Adukiškis Agluonai Aisėnai Ajutiškiai Akmeniai Akmenėlė Alanga Alantas Alesninkai Aliai Alinava Alius
Alkanta Alkmenas Alkmenė Alpės Alvė Andriejavas Andriūniškė Antagavė Anykštai Arlava Asteikiai Astikai Atiškiai
Atlanta Atėnai Aukštadvarys Aukštdvaris Aukščiai Auliai Aušrėnai Avižinė Avižynė Ažėnai Babrai Bakieriškės
Balceriškės Baldinka Baliniai Balzieriškis Barakai Bartininkai Bartmina Bartminas Baskai Batrakai Beringas Beržai
Beržas Binkūnai Birštonai Biržiai Bižai Blinkai Bobelis Bobiai Bokiškiai Boniškiai Braziškiai Bražiškiai Bridžiai
Brigiškiai Brinkiškės Brižiai Brogiškės Bubilai Bubliai Bubniai Bubos Budeliai Budiškės Bugai Buknaičiai Burbos
Burdiškės Butrimoniai Bučiai Bėlys Bėčiūnai Būbliai Būdiškės Būgai Būgiai Ceikiškė Dagia Dagiai Dagiliai Dagiliškis
Dalgai Daneikiai Dargėnai Daržėnai Dauba Daubos Daubėnai Dauga Daugailas Daugailė Daugaliai Daugas Daugeliškiai
Daugilas Daugilis Daugilė Daugis Daugpilis Dauguliai Daugvilas Daugvilė Daugys Daugėliškiai Daugėnai Daulėnai
Daumėnai Dausai Degeliškis Degsniai Degsnės Demeniškiai Deveikiai Didžiabalis Didžiašilis Dievoniškės Dobiliai
Dovilas Dreniai Dubiniai Dubnai Duksiai Dumsiškiai Dumšiškiai Dvyliai Dvyliškis Dvyniškės Dėkšniai Dūda Dūdiškiai
Dūdiškės Džiuga Džiugai Džiugailiai Džiugas Džiugiai Džiugys Elizava Emiliškės Ežaičiai Ežeriekai Ežerėliai Garavai
Gardai Garniai Garnys Gaudrė Gaudė Gazdai Gedaičiai Gedgaudiškė Gedžiūnai Geisiškės Gelgudiškiai Gelvadiškės
Gerdžiūnai Gerybiškiai Gečaičiai Giedručiai Giniūnai Gintautai Giraičiai Girakalniai Girdaičiai Girdiškės Girdžiūnai
Girgždai Giriškiai Girkaliai Giza Gižiai Glitiškės Godeliai Gogiškiai Goniūnai Gožiai Grabiškės Graižiškiai
Gramiškiai Gratiškės Graužiškis Gražiškės Gražūsiai Griežiškės Grigiškiai Grigiškis Grigiškė Griniškiai Griniškis
Griniškė Grinkiškiai Grinkliškiai Gripiškės Griškiškis Grudžiai Gruodžiai Grybiškiai Grybiškė Grybiškės Grūdiškės
Grūžiai Gudaliai Gudeikiai Gudesiai Gudiškės Gudžiai Gudžioniai Gugiškės Guleliai Gureliai Gučiūnai Gužai Gyviškiai
Gyviškės Iciūnai Inkūnai Ireniškiai Ismonys Jaciūnai Janava Janiškiai Janiškės Janiūnai Jezdas Joana Jociškės
Jogniškiai Joleta Jonaičiai Jonikai Joniškiai Joniškė Joniškės Jonuškai Josvainis Josvainė Jotyškiai Jovainas
Jovainė Jošiškis Jucaičiai Judrė Jugintai Juniškiai Juniškės Juodeikiai Juodikiai Juodiškiai Juodiškėlis Juodlė
Juodupiai Juodšimiai Jurbarkai Jurgeliai Juršėnai Juzina Jėzus Kabeliai Kaboriškės Kairas Kalevai Kalininkai
Kalneliai Kalnėnai Kalvaliai Kalviai Kalvėnai Kanai Kapeliai Karališkis Karnavė Karniai Karosas Karpėnai Kartanai
Karveliai Kastytis Katėnai Kauliai Kauniai Kaupiškiai Kelnas Kentai Keziai Kiaulėnai Kibai Kilpiškiai Kirkliai
Kiukiškiai Kižiai Klemas Klemė Kliukai Kloviniai Kmitai Kolainiai Koleta Kovaičiai Koveliai Košiai Kraikai Krakiai
Krasos Kražiškiai Krukliai Krumpiai Krunis Krupiškis Kručai Kuciai Kudlos Kudrėnai Kugiai Kukiai Kukiškis Kukiškė
Kukiškės Kukliai Kuktiškiai Kuktiškis Kukutiškės Kukšiai Kulai Kulbiai Kuliškiai Kulkiai Kulniai Kulpiai Kultuvėnai
Kulšėnai Kuna Kuniai Kuniškiai Kuosėnai Kupriškiai Kupriškis Kupčiškiai Kupšiai Kuriškiai Kurklė Kurmėnai Kurnėnai
Kuronys Kurtiškė Kurėjai Kurėnai Kuršai Kuršeliai Kuršiai Kusai Kusiai Kutiškiai Kutiškis Kutiškės Kuzai Kuzilai
Kušliai Kužai Kvedarai Kybarčiai Kėbliai Kėveliai Kėžiai Kūkai Kūniškiai Kūtiškė Labotiškiai Lapiai Lapšiai
Lauksargis Lavariškės Lavoniškės Lazdiniai Lazdinkos Lazdynai Lazdynas Legečiai Leitvariai Lendimai Lenkija Liaunai
Libartai Ligūnai Likšai Liliūnai Linkai Liudvikavas Liupšiai Lokiai Lokys Lomiai Luišiai Lukniai Lukošius Lukštai
Lukščiai Lybartas Lygudai Lyviškiai Mackūnai Maneikiai Marijampolis Marčiukonys Mateikiai Mauliai Mažeika
Mažeikiškis Mažeikoniai Mažiai Mažiškė Mažrimai Mažuikiai Medaina Medikuičiai Mediniškiai Mediškiai Meiskiai
Melagėnai Merkys Merlinas Meškininkai Meškinė Meškučiai Miciūnai Miegėnai Mieliškiai Mieliškės Mielėnai Miežiškės
Milkūnai Minkūnai Misiškiai Mitkūnai Mičiūnai Mišiškės Mockūnai Moliai Moniškis Murgeliai Nakiškiai Nariškiai
Nariūnai Narkiškis Narkiškės Narkuškiai Natiškiai Natkuškiai Našiūnai Nemeikščiai Nemunaičiai Nerdinga Nerdingas
Nerdingė Netikiškiai Nevardai Nevardėnai Neverėnai Neviera Nica Nociūnai Nolėnai Norkūnai Norūnai Nosėnai Nuotekai
Obelija Obelupiai Obeniai Oranai Oreliai Oželiai Paaluonys Pabarškos Padėgiai Padėlinis Pagardė Pagerviai Pagečiai
Pagiai Pagirys Pagirė Pagirės Paguiriai Paguriai Pailiai Pajudris Pakluoniai Pakojai Pakoniai Pakonys Pakrojai
Palionys Pamoterys Pamunė Panemuniai Panemunis Paneriai Paneveržys Pangiriai Papiliai Pasaliai Pasalis Paskalis
Pauliai Pavėzgiai Pašilys Paškonys Paūliai Peliškiai Peliūnai Perevalka Pervieniškės Pieliai Pieniai Pieviškės
Pilkiškės Pilviškės Platakiai Plikeliai Plingiai Plingės Ploteliai Pokiškės Povilai Pranas Praniai Pranius Pranys
Preibiai Prūdiškės Puknaičiai Pupiena Pupėnai Pykuoliai Pėžaičiai Pūkeliai Radiliškės Radiškiai Radiškis Radiškė
Radviliai Radviliškiai Raguvka Ragučiai Rainiai Rakai Ramuva Rasiai Ratininkai Ratninkai Raudinė Raudiškė Raudiškės
Raudoniai Raugai Ražiai Ražiškiai Reda Reiskiai Rekečiai Rekšiai Renavas Renius Repšiai Ridai Rikyškiai Rimgauda
Rimgaudas Rimgaudė Rimtė Rimučiai Rimšiai Rimšiškis Rimšiškės Ringauda Ringaudas Roda Rodai Rodiškiai Rokiškiai
Romučiai Ropiškis Ropiškės Roviškiai Roviškis Rozalija Ročiškiai Rudikai Rudikiai Rudiškiai Rudiškė Rudnia Rukiškis
Rukiškė Rukliai Rukšiškiai Rukšiškis Rukšiškė Ruliškė Rumšiškė Ruokiškė Ruoliškis Ruseiniai Rusiškės Rusėnai
Rutiškiai Rušiškiai Ružiškės Rygiškiai Ryliškės Rymiškis Rėda Rėksnės Rėkučiai Rėčiūnai Rėžiai Rūdiškiai Rūmiškiai
Sabuliai Saduvka Sakiškės Sakuočiai Sala Salai Saldotiškis Saleninkai Saliai Salininkai Salius Salkininkai Salos
Saltininkai Salupiai Salučiai Salys Salė Samai Samoa Sangauda Sapliai Sariai Satya Saulena Saulenis Saulenė Sauliai
Saulius Saulė Saulėnai Sausiai Saveikiai Saviečioniai Savuliai Sedeikiai Semeniškiai Semeniškis Semeniškės Sereikiai
Siauriai Sieliškės Sienikai Siera Sigutė Siliai Silva Sima Simaičiai Simas Simeonas Simonas Sintautas Siponys Sirija
Skaistgiriai Skališkės Skapiškiai Skaudviliai Skibiškės Skodiškės Skudai Sloniškės Slėdai Smališkės Smalninkai
Smigliai Smilgės Smukėnai Soda Sodai Sodeikiai Sokai Sokaičiai Sokiai Sokiškiai Sokiškis Sokonys Spilgiai
Spinkaičiai Spuliai Staikiškės Stakiai Stakliškis Stakniškė Stališkės Staniškiai Staniškės Stašliškiai Stoniškis
Stoniškė Storiškiai Strakiškės Sudokiai Suduikiai Suntautai Suodai Surgėliai Svencelė Svidiškiai Sėlenai Sėleniai
Sėliškės Sėmeniškiai Sūsninkai Talantai Talkininkai Tarakai Tauravas Tausėnai Tautėnai Tiryliai Tiskūnai Tiškai
Toliai Tolkūnai Traka Trakas Trakiai Trikšiai Trišakiai Triškai Troškučiai Tubeliai Tvirai Ulėnai Umėnai Uogaliai
Uoselys Uostadvaris Upiškės Urbeliai Ureliai Urveliai Urviškės Usėnai Uterna Ušakiai Užbaliai Užsieniai Vaboliai
Vadėnai Vaiduokliai Vainiai Vainota Vainotas Vainotė Vaičiai Valakininkai Valkiškiai Valkšnos Vankiai Varkoliai
Varliai Varmės Varnikai Varnioniai Varniūnai Varnos Varnė Varpiai Varpėnai Vartai Varčios Varės Varžai Varžos
Vatėnai Vaškiai Vedriai Vegeriai Veikšiai Veivera Venciūnai Vepai Verena Verpikai Verčiuniai Veršniai Vetygala
Večiai Vidgina Vidginas Vidginė Vidiškis Vidmantai Vidmantas Vidmantė Vidokiai Viekšnaliai Vienbiskiai Viešvinė
Vieščiūnai Vilas Vildiškiai Viliai Vilija Vilionys Vilius Vilkakiai Vilkiai Vilkickai Vilkininkai Vilkiškiai
Vilkiškis Vilkiškė Vilkiškės Vilniškiai Vilpiškiai Vilviškiai Vilys Violė Virbalai Visginai Visginiai Visgiūnai
Vismantai Visvilas Visvilė Vitiškės Vizgoniai Vičaičiai Vičiūnai Vlokiai Vosiškiai Voveriai Vydmantas Vydriškiai
Vyžiniai Vyžuona Vėbriai Vėlaičiai Vėlionys Vėlūnai Vėriškiai Zailiai Zanėnai Zaslona Zeigiai Zobielai Čepkiškės
Čiriškiai Čiudiškiai Šakimas Šakiškės Šakniai Šakėnai Šalkiškės Šalniai Šalnos Šalpėnai Šaltinėnai Šankiai Šarkiai
Šarkėnai Šateiniai Šaukliai Šauliai Šaulėnai Šašiai Šeikiai Šeiriai Šemetiškiai Šemetiškės Šepkaičiai Ševeliškė
Šeškai Šeškiai Šešuva Šiaudėnai Šiauleliai Šiemuliai Šilai Šilkaičiai Šilonys Šilvai Šilėnai Šimaičiai Šimuliai
Širviniai Šiuliai Šiūlėnai Šlaitai Šlapikės Šlavantai Šlekečiai Šleniai Šlepiškės Šloviai Šlyninka Šniukščiai Šoliai
Špuliai Šukėnai Šulai Šuoliai Šventa Švenčius Šyliai Šūkliai Ūdekai Ūdriškės Žagariai Žagrėnai Žaigaičiai Žalpiai
Žarai Žarniai Žeimaliai Želviai Žibikai Žiežmarka Žilaičiai Žiogaičiai Žirgaičiai Žitaičiai Žudiškės Žybartai
Žylaičiai
"""

ORDINARY_WORDS = frozenset(_WORDS.split())
"""Folded words, which are never a place misspelt."""

OTHER_NAMES = frozenset(form for name in _NAMES.split() for form in case_forms(name))
"""Names in all cases, folded; they are no place misspelt unless they sound like one."""
