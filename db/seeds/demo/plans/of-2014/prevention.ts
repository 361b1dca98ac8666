import { type CardOf2014, card } from "./card.ts";

/** Prevention, counselling, excluded localities and addictions: goals 4 to 7. */
export const preventionCards: CardOf2014[] = [
  card(
    "A04-01",
    "Podpora vzniku a rozvoje ambulantních, terénních a popř. i pobytových sociálních služeb zaměřených na sanaci rodiny jako prevence umístění dětí do ústavní péče",
    {
      goals: ["SC5", "SC6"],
      targetGroups: "rodina s dětmi",
      services:
        "Sociální poradenství (§ 37), Odlehčovací služby (§ 44), Denní stacionáře (§ 46), Raná péče (§ 54), Azylové domy (§ 57), Domy na půl cesty (§ 58), Krizová pomoc (§ 60), Intervenční centra (§ 60a), Nízkoprahová centra pro děti a mládež (§ 62), Sociálně aktivizační služby pro rodiny s dětmi (§ 65), Terénní programy (§ 69), Sociální rehabilitace (§ 70)",
      responsible: "LK",
      funding: "LK",
      description:
        "Pomoc, která drží rodinu pohromadě, má být včas a blízko, aby děti nemusely do ústavu.",
    },
  ),
  card(
    "A04-02",
    "Podpora vzniku a rozvoje ambulantních, terénních a případně i pobytových sociálních služeb zaměřených na zabránění vzniku sociálního vyloučení u osob opouštějících náhradní rodinnou péči, odcházející ze sociálně znevýhodněného prostředí, opouštějících ústavní a ochrannou výchovu z důvodu dosažení zletilosti (ve věku 18-26 let) a za účelem zajištění jejich integrace do komunity",
    {
      goals: ["SC5", "SC6"],
      targetGroups: "rodina s dětmi",
      services:
        "Sociální poradenství (§ 37), Azylové domy (§ 57), Domy na půl cesty (§ 58), Krizová pomoc (§ 60), Intervenční centra (§ 60a), Terénní programy (§ 69), Sociální rehabilitace (§ 70)",
      responsible: "LK",
      funding: "LK",
      description:
        "OSPOD a služby včas vyhledají mladé lidi před odchodem z péče a domluví s nimi další podporu.",
    },
  ),
  card(
    "A04-03",
    "Rozvoj ambulantních a terénních služeb zaměřených na prevenci ztráty bydlení u osob ohrožených bezdomovectvím",
    {
      goals: ["SC5", "SC6"],
      targetGroups: "osoby ohrožené sociálním vyloučením",
      services: "Sociální poradenství (§ 37), Terénní programy (§ 69)",
      responsible: "LK",
      funding: "LK",
      description: "Terén a poradny v ohrožených lokalitách pomohou lidem o byt nepřijít.",
    },
  ),
  card(
    "A04-04",
    "Rozvoj ambulantních a terénních služeb zaměřených na vyhledávání osob žijících v naprostém sociálním vyloučení a zajištění dostupnosti služeb (jejich napojení na záchranou sociální síť)",
    {
      goals: ["SC5", "SC6"],
      targetGroups: "osoby ohrožené sociálním vyloučením",
      services: "Terénní programy (§ 69)",
      responsible: "LK",
      funding: "LK",
      description: "Terénní pracovníci dojdou i za lidmi, o kterých dosud žádná služba neví.",
    },
  ),
  card(
    "A04-05",
    "Optimalizace sítě nízkoprahových zařízení pro děti a mládež (NZDM) na základě skutečné potřeby prokázané v KP a za předpokladu dohodnuté spolupráce obce a kraje.",
    {
      goals: ["SC5", "SC6"],
      targetGroups: "děti a mládež od 6 do 26 let",
      services: "Nízkoprahová zařízení pro děti a mládež (§ 62)",
      responsible: "LK",
      funding: "LK",
      description:
        "Kluby pro mládež podle doložené potřeby; nové jen tam, kde na ně obec přispěje.",
    },
  ),
  card(
    "A05-01",
    "Podpora a zkvalitňování služeb odborného sociálního poradenství na základě vyhodnocených analýz a zlepšení dostupnosti ve vybraných oblastech LK",
    {
      goals: ["SC4", "SC6", "SC7"],
      targetGroups:
        "rodina s dětmi, osoby ohrožené sociálním vyloučením, OZP, S, osoby ohrožené závislostí,",
      services: "Sociální poradenství (§37)",
      responsible: "LK",
      funding: "LK",
      description:
        "Poradny rovnoměrně po kraji, podle potřeb skupin, ne podle počtu poskytovatelů.",
    },
  ),
  card(
    "A05-02",
    "Optimalizace sítě občanských poraden a jejich zaměření (mj. dluhové poradenství, poradny pro oběti trestných činů, apod.)",
    {
      goals: ["SC4", "SC6", "SC7"],
      targetGroups: "rodina s dětmi, osoby ohrožené sociálním vyloučením, OZP, S",
      services: "Sociální poradenství (§37)",
      responsible: "LK",
      funding: "LK",
      description:
        "Poradny blíž lidem a bez dlouhého čekání; jasná hranice mezi odbornou a placenou radou.",
    },
  ),
  card(
    "A06-01",
    "Podpora terénní práce v ohrožených a ve vyloučených lokalitách (romských i jiných)",
    {
      goals: ["SC4", "SC5"],
      targetGroups: "osoby ohrožené sociálním vyloučením, včetně národnostních menšin a cizinců",
      services: "Terénní programy (§ 69)",
      responsible: "LK (ve spolupráci s obcemi)",
      funding: "LK, obce",
      description:
        "V každé lokalitě jeden poskytovatel a pravidla, jak pokračovat po skončení evropského projektu.",
    },
  ),
  card(
    "A06-02",
    "Podpora a doplnění sítě nízkoprahových zařízení pro děti a mládež v ohrožených a vyloučených lokalitách na základě prokázané potřeby (do poloviny roku 2015 podpora provozu stávajících)",
    {
      goals: ["SC4", "SC5"],
      targetGroups: "děti a mládež od 6 do 26 let",
      services: "Nízkoprahová zařízení pro děti a mládež (§ 62)",
      responsible: "LK (ve spolupráci s obcemi)",
      funding: "LK, obce",
      description: "Kluby se udrží tam, kde je obec doloží komunitním plánem a přidá na provoz.",
    },
  ),
  card("A06-03", "Využití spolupráce s Agenturou pro sociální začleňování", {
    goals: ["SC4", "SC5"],
    targetGroups:
      "osoby ohrožené sociálním vyloučením, děti a mládež do 26 let, rodiny s dětmi, cizinci, národnostní menšiny",
    services:
      "Nízkoprahová zařízení pro děti a mládež (§ 62), Terénní programy (§ 69), Sociálně aktivizační služby pro rodiny s dětmi (§ 65), Azylové domy (§ 57), Sociální rehabilitace (§ 70)",
    responsible: "LK",
    funding: "bez finanční zátěže",
    hasCost: true,
    description: "Kraj podepíše s Agenturou memorandum a její data využije při skládání sítě.",
  }),
  card(
    "A07-01",
    "Zvýšení dostupnosti terénních programů a ambulantní léčby pro uživatele návykových látek",
    {
      goals: ["SC4", "SC5", "SC6", "SC10"],
      targetGroups: "osoby ohrožené sociálním vyloučením, uživatelé návykových látek",
      services: "Terénní programy (§ 69), Sociální poradenství (§ 37)",
      responsible: "LK (ve spolupráci s obcemi)",
      funding: "LK, obce",
      description: "Pomoc závislým i v místech, kde dosud chybí, hlavně na východě a západě kraje.",
    },
  ),
  card("A07-02", "Zvýšení spolupráce subjektů zajišťujících služby následné péče", {
    goals: ["SC4", "SC5", "SC6", "SC8"],
    targetGroups: "osoby ohrožené sociálním vyloučením, uživatelé návykových látek",
    services: "Služby následné péče (§ 64)",
    responsible: "LK ve spolupráci s obcemi",
    funding: "LK, obce",
    description:
      "Sociální a zdravotní pracovníci se scházejí a domlouvají společný postup po léčbě.",
  }),
  card(
    "A07-03",
    "Realizace doporučení vyplývajících z Analýzy stavu patologického hráčství v Libereckém kraji",
    {
      goals: ["SC4", "SC5", "SC6", "SC8"],
      targetGroups: "osoby ohrožené sociálním vyloučením",
      services:
        "Sociální poradenství (§37), Domovy se zvláštním režimem (§50), Kontaktní centra (§59), Služby následné péče (§64), Terapeutické komunity (§68), Terénní programy",
      responsible: "LK ve spolupráci s obcemi",
      funding: "LK, obce",
      description:
        "Kraj s obcemi plní závěry analýzy: prevence, poradenství, vzdělávání pracovníků, omezení hazardu.",
    },
  ),
  card("A07-04", "Aktivní zapojení obcí v rámci realizace financování protidrogové politiky", {
    goals: ["SC4", "SC5", "SC6", "SC9"],
    targetGroups: "osoby ohrožené sociálním vyloučením, osoby ohrožení závislostí",
    services:
      "Sociální poradenství (§37), Domovy se zvláštním režimem (§50), Kontaktní centra (§59), Služby následné péče (§64), Terapeutické komunity (§68), Terenní programy (§69)",
    responsible: "LK ve spolupráci s obcemi",
    funding: "LK, obce",
    description: "Nové nastavení klíče, kterým obce přispívají, a jeho rozšíření na celý kraj.",
  }),
  card("A07-05", "Podpora návazného bydlení", {
    goals: ["SC4", "SC5", "SC6", "SC8"],
    targetGroups: "osoby ohrožené sociálním vyloučením, osoby ohrožení závislostí",
    services: "Domy na půl cesty (§58)",
    responsible: "LK (ve spolupráci s obcemi)",
    funding: "LK, obce",
    description:
      "Střecha a podpora pro mladé do 26 let, které dům na půl cesty podle zákona přijmout nesmí.",
  }),
];
