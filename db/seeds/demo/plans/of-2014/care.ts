import { type CardOf2014, card } from "./card.ts";

/** Seniors and people with disabilities: goals 1 to 3. */
export const careCards: CardOf2014[] = [
  card("A01-01", "Podpora a rozvoj odlehčovacích služeb", {
    goals: ["SC2", "SC3"],
    targetGroups: "S, OZP",
    services: "Odlehčovací služby (§ 44)",
    responsible: "LK, obce",
    funding: "LK, obce",
    description:
      "Pečující si mají kdy odpočinout: místa a hodiny odlehčení přibývají s obcemi podle jejich komunitních plánů.",
  }),
  card("A01-02", "Podpora terénních pečovatelských a asistenčních služeb", {
    goals: ["SC2", "SC3"],
    targetGroups: "S, OZP",
    services: "Osobní asistence (§ 39), Pečovatelská služba (§ 40)",
    responsible: "LK, obce",
    funding: "LK, obce",
    description: "Kdo chce, zůstane doma. Kraj s obcemi posilují pomoc, která za lidmi dochází.",
  }),
  card(
    "A01-03",
    "Další šetření / strategie navazující na Analýzu skutečné potřeby služeb pro cílovou skupinu seniorů",
    {
      goals: ["SC2", "SC3"],
      targetGroups: "S, OZP",
      services: "Zařízení sociálních služeb (§ 34)",
      period: "2014-2015",
      responsible: "LK",
      funding: "LK, OP LZZ",
      description:
        "Doplňující průzkum k dřívějším analýzám ukáže, co skutečně chybí, a podloží další strategii.",
    },
  ),
  card("A01-04", "Transformace terénních služeb", {
    goals: ["SC2", "SC3"],
    targetGroups: "S, OZP",
    services: "Osobní asistence (§ 39), Pečovatelská služba (§ 40), Odlehčovací služby (§ 44)",
    responsible: "obce, poskytovatelé služeb",
    funding: "LK, obce",
    description:
      "Pracovníci docházejících služeb se naučí pečovat i o lidi s vysokým stupněm závislosti.",
  }),
  card("A01-05", "Podpora denních stacionářů (zejména potvrzení potřebnosti)", {
    goals: ["SC2", "SC3"],
    targetGroups: "S, OZP",
    services: "Denní stacionáře (§ 46)",
    responsible: "LK, obce",
    funding: "LK, obce",
    description: "Než se místa rozšíří, ověří se, kolik jich kraj opravdu potřebuje.",
  }),
  card(
    "A01-06",
    "Návrh a vytvoření systému tísňové péče ve spolupráci obcí, kraje a poskytovatelů",
    {
      goals: ["SC2", "SC3"],
      targetGroups: "S, OZP",
      services: "Tísňová péče (§ 41)",
      responsible: "LK, obce",
      funding: "LK, obce, klienti služeb",
      description:
        "Společný návrh, který naváže na síť docházejících služeb; spuštění až po dohodě všech stran.",
    },
  ),
  card(
    "A02-01",
    "Transformace – Domov pro osoby se zdravotním postižením Mařenice, příspěvková organizace",
    {
      goals: ["SC2", "SC3"],
      targetGroups: "S, OZP",
      services: "Domovy pro osoby se zdravotním postižením (§ 48)",
      responsible:
        "Domov pro osoby se zdravotním postižením Mařenice, příspěvková organizace a Liberecký kraj",
      funding: "ESF a SR v rámci OP LZZ (IOP) a LK ve výši 60,2 mil. Kč",
      hasCost: true,
      description:
        "Nové domácnosti v Novém Boru, Arnultovicích a Cvikově. Lidé i zaměstnanci se na stěhování chystají předem.",
    },
  ),
  card("A02-02", "Transformace – Domov Sluneční dvůr Jestřebí, příspěvková organizace", {
    goals: ["SC2", "SC3"],
    targetGroups: "S, OZP",
    services: "Domovy pro osoby se zdravotním postižením (§ 48)",
    responsible: "Domov Sluneční dvůr, příspěvková organizace a Liberecký kraj",
    funding: "ESF a SR v rámci OP LZZ (IOP) a LK ve výši 84 mil. Kč",
    hasCost: true,
    description: "Z velkého domu do domácností v Jestřebí, Zahrádkách, Sosnové a České Lípě-Ladě.",
  }),
  card(
    "A02-03",
    "Transformace - Domov a Centrum denních služeb Jablonec nad Nisou, příspěvková organizace",
    {
      goals: ["SC2", "SC3"],
      targetGroups: "OZP",
      services: "Domovy pro osoby se zdravotním postižením (§ 48)",
      responsible:
        "Domov a Centrum denních služeb Jablonec nad Nisou, příspěvková organizace a Liberecký kraj",
      funding: "ESF a SR v rámci OP LZZ (IOP) a LK ve výši 32,6 mil. Kč",
      hasCost: true,
      description: "Část lidí odejde do nového domu, část do bytů chráněného bydlení.",
    },
  ),
  card("A02-04", "Transformace - Domov Raspenava, příspěvková organizace", {
    goals: ["SC2", "SC3"],
    targetGroups: "OZP",
    services: "Domovy pro osoby se zdravotním postižením (§ 48)",
    responsible: "Domov Raspenava, příspěvková organizace a Liberecký kraj",
    funding: "ESF a SR v rámci OP LZZ výzva č. A9",
    description: "Nejdřív průzkum potřeb v území, potom plán přeměny.",
  }),
  card("A02-05", "Transformace - Domov a Centrum aktivity, příspěvková organizace", {
    goals: ["SC2", "SC3"],
    targetGroups: "OZP",
    services: "Domovy pro osoby se zdravotním postižením (§ 48)",
    responsible: "Domov a Centrum aktivity, příspěvková organizace",
    funding:
      "ESF a SR v rámci OP LZZ výzva č. 87 - celkové dotace projektu 4,6 mil. Kč (dotace pro Domov a Centrum aktivity, příspěvková organizace činí 450 tis. Kč)",
    hasCost: true,
    description: "Šest kroků přípravy, od rozboru organizace po dohodu s okolím.",
  }),
  card("A02-06", "Transformace - APOSS Liberec, příspěvková organizace", {
    goals: ["SC2", "SC3"],
    targetGroups: "OZP",
    services: "Domovy pro osoby se zdravotním postižením (§ 48)",
    responsible: "APOSS Liberec, příspěvková organizace",
    funding:
      "ESF a SR v rámci OP LZZ výzva č. 87 - celkové dotace projektu 4,6 mil. Kč (dotace pro APOSS Liberec, příspěvková organizace činí 450 tis. Kč)",
    hasCost: true,
    description:
      "Příprava přeměny v šesti krocích: rozbor, plán, práce s klienty i zaměstnanci, nové služby a bydlení.",
  }),
  card("A02-07", "Transformace - Jedličkův ústav, příspěvková organizace", {
    goals: ["SC2", "SC3"],
    targetGroups: "OZP",
    services: "Domovy pro osoby se zdravotním postižením (§ 48)",
    responsible: "Jedličkův ústav, příspěvková organizace",
    funding:
      "ESF a SR v rámci OP LZZ výzva č. 87 - celkové dotace projektu 4,6 mil. Kč (dotace pro Jedličkův ústav, příspěvková organizace činí 450 tis. Kč)",
    hasCost: true,
    description:
      "Organizace projde rozborem a chystá klienty, zaměstnance i budoucí bydlení na přeměnu.",
  }),
  card(
    "A03-01",
    "Podpora přechodu uživatelů z pobytových služeb do alternativních forem bydlení – zpracování plánu a jeho realizace",
    {
      goals: ["SC1", "SC2", "SC5"],
      targetGroups: "S, OZP",
      services:
        "Týdenní stacionáře (§ 47), Domovy pro osoby se zdravotním postižením (§ 48), Domovy pro seniory (§49), Domovy se zvláštním režimem (§50)",
      responsible: "LK (ve spolupráci s obcemi)",
      funding: "LK",
      description:
        "Krajský plán, jak lidem z ústavů pomoci do běžnějšího bydlení, s ohledem na místní rozdíly.",
    },
  ),
  card("A03-02", "Podpora sociálního podnikání", {
    goals: ["SC4", "SC5"],
    targetGroups: "OZP, osoby ohrožené sociálních vyloučením",
    services: "nerelevantní",
    responsible: "LK",
    funding: "LK, ÚP, zaměstnavatelé",
    description:
      "Práce pro lidi s postižením, domluvená se zaměstnavateli a úřadem práce, aby nikdo nezůstal stranou.",
  }),
  card(
    "A03-03",
    "Podpora služeb pro chronicky duševně nemocné včetně zmapování skutečné poptávky",
    {
      goals: ["SC1", "SC4", "SC5"],
      targetGroups: "S, OZP",
      services:
        "Podpora samostatného bydlení (§ 43), Chráněné bydlení (§ 51), Sociálně terapeutické dílny (§ 67), Terapeutické komunity (§ 68), Sociální rehabilitace (§ 70)",
      responsible: "LK",
      funding: "LK",
      description:
        "Zjistí se, kolik lidí s dlouhodobou duševní nemocí hledá pomoc; z toho vzejde postup pro celý kraj.",
    },
  ),
  card(
    "A03-04",
    "Podpora spolupráce sociálních a zdravotních zařízení, v jejichž péči je osoba chronicky duševně nemocná",
    {
      goals: ["SC1"],
      targetGroups: "S, OZP",
      services:
        "Podpora samostaného bydlení (§ 43), Chráněné bydlení (§ 51), Sociální služby poskytované ve zdravotnických zařízeních ústavní péče (§ 52), Sociálně terapeutické dílny (§ 67), Terapeutické komunity (§ 68), Sociální rehabilitace (§ 70)",
      responsible: "LK (resorty sociálních věcí + zdravotnictví)",
      funding: "LK",
      description:
        "Oba resorty plánují společně a předávají si lidi v péči. Navazuje na kartu A03-03.",
    },
  ),
];
