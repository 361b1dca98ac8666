/**
 * Words of which most passwords found in published leaks are made, English and Czech, folded. Digits and
 * signs around them are left out: "Heslo12345!" is the word "heslo".
 */
export const commonPasswordWords: ReadonlySet<string> = new Set(
  `
aaa aaaa aaaaaa aaaaaaa abc abcabc abcd abcdabcd abcde abcdef abcdefg abcdefgh abcdefghijkl access
adam adamek adidas admin administrator adobe ahoj ahojahoj ahojky alena alenka ales always amanda
america ananas anca andrew android angel angels anicka anna anthony antonin anything aplikace
apollo apple april arsenal arthur asd asdasd asdf asdfasdf asdfgh asdfghjkl asdfjkl asdqwe ashley
assassin asshole athena audi august austin australia auticko auto autumn azerty babicka baby
babyboy babygirl backup bailey banan banana bandit banik banikostrava bara barbora barcelona
barney baros bart barunka baseball basketball batman batoh battlefield bear beatles beautiful
beckham begin benes benesova berlin beruska berusko beskydy bestfriend bestfriends beyonce
bezpecneheslo bila bitch blackcat blackdog blanka blbec blbost bleach blessed bluemoon bluesky bmw
bohatstvi bohaty bohemians bohemka bohumil boleslav bonbon bond boruvka boss boston bourka
boyfriend bozena bozenka bradavice brambora brandon brat bratislava bratr brezen brno broskev
brother broucek brouk buben budejovice budvar bunny burgerking business buster butter butterfly
byt caj california callofduty canada candy casopis casper cat cats cau cauky cech cechy cerna
cerny cerven cervena cervenakarkulka cervenec ceskalipa ceskarepublika cesko ceskykrumlov cesnek
chalupa change changeme changethis charlie chata cheb cheese cheetah chelsea cherry chicago
chicken children china chleba chocolate chomutov chytra chytry cibule cimrman cipisek cisco citron
cobra cocacola coffee cokolada cokoliv college comeback company computer confidential converse
cookie correcthorse correcthorsebatterystaple corvette counterstrike cowboy cowboys crazy crystal
ctvrtek ctyrlistek czech czechia czechrepublic daddy dan dana daniel daniela danka darling
database databaze david dcera deadpool debil debilek december decin deda dedecek default deka
dekuji delfin dell demo dest deti diablo diamond diky director divadlo dobra dobre dobryden
docasneheslo doctor dog doggie doggy dogs dolezal dolezalova dolphin domecek dominik dominika
domov donald doom dopice doprdele dort dovolena dracek dragon dragonball dragonballz drak duben
duck duha dum dvere dvorak dvorakova eagle eagles edcrfv elephant eliska elizabeth elvis ema
emicka eminem employee energy england ethernet eva everything evicka evropa evropska evropskaunie
example excalibur fabia facebook faith falcon family fanta father favorit february felicia ferda
ferrari fiala fialova filip film finish firewall firstpassword fish florbal florida flower
football forever forgotpassword fortnite fotbal fox france franta frantisek freedom friday friend
friends frodo frydek frydlant fuck fuckoff fuckyou gandalf gangster garfield george germany getout
ginger giraffe girlfriend gmail goaway god goku golden goodbye goodluck goofy google gorilla grace
grandma grandpa greenapple greenday guest gulas gymnazium had hajek hajkova halflife hana handsome
hanka hannah happy happyday harley harrypotter hasek havirov hawk heaven helena hello hellokitty
hellothere helloworld hercules herec herecka hermiona hesla heslicko heslo hesloheslo heslojeheslo
hezka hezky hneda hobbit hockey hodonin hokej homer honda honey honza hope hora horak horakova
horse horses hory hospital hotmail hottie houba housle hovado hovinko hovno hradec hradeckralove
hrebec hruska hudba hulk hunter hurvinek husa husband hvezda hvezdicka hvezdnevalky hvezdy idiot
ilovemydad ilovemymom iloveu iloveyou initial initialpassword instagram internet iphone irena
ironman itachi italy ivan ivana ivanka iveta jablicko jablko jablonec jagr jaguar jahoda jahodka
jake jakub jamesbond jan jana january japan jaracimrman jarda jarmila jaro jaroslav jaroslava
jelinek jelinkova jennifer jeseniky jessica jested jesus jesuschrist jezecek jezek jezero jicin
jihlava jiri jirka jitka joker jolana jordan josef joshua july june justin juventus kabelka kachna
kaktus kamil kamila karel karkulka karla karlovyvary karvina katerina katka kava keyboard keykey
kfc killer kino kitten kitty kladno klara klarka klavesnice klavir knedlik knedliky kniha knizka
kocicka kocka kocky kocour kofola kolar kolarova kolin koller kolo kometa kometabrno kone konik
konvalinka kopretina korunka kosice koza kozel kraj krajskyurad kral kralicek kralik kralova
kralovehradeckykraj kralovna krasa krasna krasny krava kravicka kremilek kreten kristyna krkonose
kromeriz krtecek krtek krystof kuba kubik kucera kucerova kun kure kurva kurvafix kvet kveten
kvetina kvetinka kytara lada ladislav lakers lampa lasicka laska lasko laskyplna laugh
leagueoflegends leden legolas lemon lenka lenovo leopard leos les letadlo letmein letmeinnow
letmeinplease leto lev liberec libereckykraj libor library lida linkinpark linux lion liska
listopad litomerice liverpool lkjhgfdsa locked login loki london lookatme love lovely loveme lover
loveyou lubomir lubos lucie lucka lucky ludmila lukas lukasek machsebestova macintosh madonna
magda magdalena maggie magistrat makova malina mama maminka maminko manager manchester manka
marcela march marecek marek mariana marie marketa markova martin martina maruska maslicka master
masterkey mat matej matrix matthew matyas maverick max mcdonalds medved medvidek meloun mercedes
merlin merunka mesic messi mesto mestskyurad metallica michael michaela michal michelle mickey
microsoft midnight milacek milacku milada milan miloslav miluji miluju milujute milujutelasko
minecraft minnie mirek miroslav misa misicka mlada mladaboleslav mleko mnbvcxz mobil modra
mojehesla mojeheslo molly mommy monday monika monitor monkey monkeymonkey monkeys monster morava
more most mother motherboard motorka motyl motylek mrak mravenec mrkev mujheslo mustang
mylittlepony mypass mypassword mys mysak mysicka nachod nadeje nadezda narozeniny naruto nasrat
natalie navratil navratilova nazdar nebe nedele nedved nela nemcova nemec network never nevim
newpassword newyork neznam nic nicole nikdo nikdy nike nikola ninja nintendo nirvana nobody nokia
nopassword nothing novak novakova noveheslo november noviny novotna novotny novyjicin nurse obec
octavia october odbor odin office ohen okm okno okurka olda oldpassword oldrich olga olomouc ondra
ondrej onepiece opava opensesame openup opice opicka oracle orange oranzova orel oreo orlova
osnova ostrava otakar otevri ovce ovecka pampeliska panda panenka panprstenu panther papir paprika
pardubice paris pass passpass passphrase passw0rd passwd password passwordpassword passwordreset
passwort pat patamat patek patrick patrik pavel pavla pavouk peace peanut pejsci pejsek pekna
pekny penal penezenka penize pepa pepik pepper pepsi perina pero personal pes petr petra petrklic
phoenix photoshop piano picovina pikachu pisnicka pivko pivo pizza player playstation please
plekanec plokij plzen pocitac podzim poiuytrewq pokemon pokorna pokorny police polstar pomeranc
pondeli pony popelka porsche portal pospisil pospisilova postel prace prachy praha prasatko prase
pravda prazdniny prdel prdelka prerov pretty pribram prihlaseni prihlasit prihlasovani princ
princess princezna printer private prochazka prochazkova project projekt projektovy projekty
prosim prosinec prostejov public puma puppy purple pustme python qazwsx qazwsxedc quake qwe qweasd
qweasdzxc qweqwe qwer qwerasdf qwert qwerty qwertyqwerty qwertyuiop qwertz qwertzuiop rabbit radek
radio radka rajce ranger raven realmadrid redbull reditel redrose redsox reebok referent reka
rememberme renata rene resetme resetpassword rfvtgb richard rihanna rijen rizek robert rocknroll
rockstar rocky rodina rodinka rohlik roman romana ronaldo rooney root rosicky rostislav router
ruda rudolf rumcajs russia ruze ruzicka ruzickova ruzova ryba rybka rychla rychly sabina sadie
safe safety sailormoon sakra samantha sample samsung sara sasuke school scooby scorpion sebastian
secret secretpassword secrets secure security seda sedlacek sedlackova sedmikraska semily
september server sesame sesit sestra sexy sezam sezame shadow shark shit sigma silna silneheslo
silny silver silvestr silvie simona simpson simpsonovi simpsons sister sit skoda skodaoctavia
skola skolka skolnik skrin sladkost slamnik slavia slaviapraha slepice slezsko slipknot slon
slovan slovanliberec slovensko slunce slunecnice slunicko smazak smile smiley smokey snake
snehurka snih snoopy sobota soccer sokol somebody something sona sony spain sparky sparta
spartapraha spejbl spider spiderman spongebob spravce spring sprite squidward srpen standa
stanislav starbucks starcraft stareheslo staropramen start startup starwars stastna stastny
steelers stepan stepanka stephanie stesti strawberry streda stribrna strom stromy student
studentka stul stupid subaru sugar sumava summer sumperk sunday sunshine superb superman
supersecret superuser suzuki svatek svejk svestka svetlana svickova svoboda svobodova sweetheart
sweetie syn sysadmin system tabor tajemstvi tajne tajneheslo tajnost tanec tanecnice taska tata
tatinek tatka taylor teacher telefon televize temp temporary temporarypassword temppassword tenis
teplice tereza terka test tester testing tests texas tgbyhn thankyou thepassword thomas thor tiger
tigger tiskarna toby tomandjerry tomas tomasek tonda topsecret toshiba toyota trabant trebic
tresne trustme trustno trutnov tulipan turkey turnov turtle tuzka twitter tygr tyler tyna tyvole
ucebnice ucet ucitel ucitelka ujm unicorn unie university unlock unor urad urednik user username
utery uzivatel vaclav vaclavek vanoce vasek vcela vcelka vecernicek vedouci vegeta velikonoce
velryba vendula vera verca veronika verysecret vesela vesely veverka vikend viktor viktoria
viktoriaplzen viktorie vinetou viper vira vitr vlada vladimir vladimira vlak vlasta vlastimil
vlastovka vlk vochomurka voda vojta vojtech vole volejbal vsechno vsetin vzdycky warcraft wasd
welcome welcomehome whale whatever whitecat wife wifi william windows winter wireless wolf
wolverine work worldofwarcraft wsad xbox xxx xxxxxx yahoo yamaha yankees yellow yourpassword
youtube yxcvbnm zaba zabka zahrada zajic zajicek zaklad zaloha zamestnanec zaq zaqwsx zaqxsw zari
zbrojovka zbynek zdar zdenek zdenka zdravi zelena zeman zemanova zeme zeus zidle zima zirafa zivot
zlata zlaticko zlato zlin zluta zmrzlina znojmo zpevacka zpevak zralok zuzana zuzka zxc zxcv
zxcvbn zxcvbnm zzzzzz
`
    .trim()
    .split(/\s+/),
);
