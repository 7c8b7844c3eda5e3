"""Ordinary words and names of people and other villages that one or two slips part from a place that we know.

They are those words of a frequency list and of the Lithuanian spelling dictionary, and those names of the dictionary
and of villages, that would else be taken for a misspelt place.
"""

from assistant.understanding.declension import case_forms, home_forms

_WORDS = """
aciu aiksciu airiai airiu aistru akademikai akademiko akademiniai akcininkai akcininkais akcininkams akcininku akiai
akiu akmeni akmens alanai alive aloe alyvu amen arena arenoje arenos atakai atakavo atakos ataku aure avarijoje avarijos
aviziena avizienis avizinis babos balninis baltais baltos barniu baseinams baseinuose batai batais batams batu batus
birza birzos birzose bobos bobu bostona bostonas bostone bostono bubnys bugos burzua centa centai daigai daigu darbiniai
darbiniu darbuose daug daugelis daugiau daugmaz didziaakis dobilu doilis druskininkas dueta duetas dueto duetu duetui
dukatu dukte duseti duzta dygsta dziugus eiluteje elektrai elektrinei elektrini elektriniai elektriniais elektrinis
elektriniu elektrinius elektronai elektronu elektros estai falanga fauna gaires galvoje gardus garstycios garstyciu
geltonais girgzdus grafiskai himna himnas himno himnu igalina ikalniui ilankos imoniu iplaukos itakai itakos izus jezau
jezu jezui julius kairi kairiau kairieji kaitai kaitos kalvariju kanas kane kanye kanzas karai kariai kariais kariams
kariu karius karuose karus kauluose kaunasi kele kelia keliami keliams kelias keliems kelnes kiaune kieme kilme kilmes
kinai kinams kinta kintamo kinu kinus kitai kitais kitam kitos kitose kitu kituose kitus koda kodas kodo kodu kolos
kopos kopose kopu korpusa korpuse korpuso korpusu koviniai koviniu kovinius krekenas krisna krisnos kriukis krona kronos
kronu krosni krosnis krou krumai krumais krumuose krumus kruopos kruopu kubos kuklios kuklu kuklus kuli kulia kuliam
kulkos kunas kune kuno kunu kunui kuodas kuopai kuopos kuopu lakius lape lapu leksciu lenkijai lenkiu liksiu linkmenu
liukso lokas loki look love luke luksos lusiu luziai luziu lygmuo lyguma lygumos lygumose mazeikis mediniais medininkas
menininkai menininkais menininkams menininku menininkus meniskai mesininkas moketu myletu nemazi nemazo nemazu nervingai
nisoje nisos numesti nuodai nuotekos nusetas nykscio nyksciu obels obelu oriono pabaisa pabaisas pabaisu padangos
paeiliui pagirios pagyre pagyros pagyru pajegose pajury pajuto palengva paneliu panteros panteru papilde parade pasali
pasalinis pasalu pasauly pasiruose pasiruosia pastinis pateliu patiriu patyrus pazangai pazangos peiliai pernai pienius
pienu pikseliu pirenu plokscia plokscias plokscios plokstems pona ponai pone ponia poniai ponios priedais priemus
priesais priesams pyne raitininkas rasines rasiniai rasiniu rasinius rasybos raudonieji rise rudi rudis rudo rudoji
rudojo ruduo rudy ruka rukai ruonis ruoniu rusai ruse ruses rusiai rusios rusisku russia russian rykliai ryskiai
ryskiais ryskios ryskiu ryskius rysku ryskus sagas sagomis sagos sagtis sagu sakai sakau sakei sakeme sakesi sakiau
sakiusi sakme sakmes sakmiu sakos sakose sakosi sakot sakote saksai sakso saksu saku salciai salciams salciu salcius
salininkas salonuose samus sarasuose saskiu sauk saukiu saukoti saul saulei sauli saulio saulys saus sausose saveikos
savininkai savininkais savininkams savininku savininkus sedau sedi sedint sedo sedom seeds sefai seiliu sekai seklose
sekos seku selenos seliu senezeris senojoje senosios serdi serdis serijai serijos serijose seriju seron sesely sesijos
sesiju sesios session sestoje sestos seti seto setona setono seulas seule seulo sidabras sidne siekiai siekiams siekiu
siekius sielos sielu sijono sijonu sikna siluetas silueto simon simons simta simtas simto simtu simtui sinas siono
sipulius sirijus sirvinta sitai sitoj sitoje sitos siulai siulais siulu siulus siuva skaiciai skaiciais skaicius
skiemenys skoda skurda skurdas skurde skurdo skurdu skyda skydas skyde skydo skydu skylute skylutes slaituose slaples
slove sloves smilgos sociai sodas sode sodo sodui sokiais sokius sokus stai stay stos suduvoje sulos svedas svenciu
sventaji sventojo sventuoju sventuosius sykiu sykius sylvia takai takais taku takuose takus tarpui taupo tautininku
tenai tesiu teslos tiesai tiese tiesiai tiesios tiesiu tiesos tiesu tiesus titulai titulu titulus trakst trakymas trapi
trapu traskus traukos trauks troskiniai turgelis ulos union valdininkai valdininkams valdininku valdininkus vanta vantos
variniai varna varpai varpais varpos varpu varpus vaska veikejais veikejams veikejos veiksmais veiksmams veiksmuose
velesniais velesniuose veliu veluoja vena vengia vengti venos veros very vesios vezi vezio veziu veziui vezlio vezliu
vezlys vezys viena vienai vieniems vienisius vienna vienoj vienoje vienos vienose vienuose viesejo viesinti viesos
viesose viesuose vieta vietai vietoj vietoje vieton vietos view vilkika vilkikai vilkiku vilnijos viniu virviu visiskai
visiskos visisku vivo vogti vykes vynu vynui vynus vyriskai vyriskiu vyriskos vyrisku vyriskus vystymo vystymui vystyti
vystytis warner warren women zaliai zaliais zalios zaliu zalius zalos zarnos zarnu zemai zemei zemiu zemos ziemai ziemos
ziezmara zudikai zudiku zudikus zymiai zymiais zymios zymiu zymius zymos zymu zymus
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

ORDINARY_WORDS = frozenset(_WORDS.split())
"""Folded words, which are never a place misspelt."""

OTHER_NAMES = frozenset(form for name in _NAMES.split() for form in case_forms(name))
"""Names in all cases, folded; they are no place misspelt unless they sound like one."""

OTHER_HOMES = frozenset(form for name in _NAMES.split() for form in home_forms(name))
"""Those of them in which somebody says where they live."""
