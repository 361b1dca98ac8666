import { BY_INTENTIONS, type CardOf2024, card, TRAINING } from "./card.ts";

/** Area 2; fields of 2.1.3 that its source prints in 2.1.5 are where they belong. */
export const seniorCards: CardOf2024[] = [
  card("2.1.1", "Zvýšení dostupnosti terénní péče", {
    targetGroups: "Senioři 65+",
    services:
      "Sociální poradenství (§ 37), Osobní asistence (§ 39), Pečovatelská služba (§ 40), Tísňová péče (§ 41), Odlehčovací služby (§ 44), Sociálně aktivizační služby pro seniory a osoby se zdravotním postižením (§66)",
    responsible: "LK, obce, poskytovatelé sociálních služeb",
    costs: "viz ZS LK, rozvojové záměry zadavatelů služeb",
    funding: "EU, MPSV, LK, obce, uživatelé sociálních služeb",
    description: "Senior zůstane doma díky pomoci, která přijede i do malé obce.",
    measures: [
      "Místa v terénu podle potřeb území",
      "Pomoc dvanáct hodin denně",
      "Pomoc i v odlehlých obcích",
      "Dost lidí v terénu",
      "Odlehčení doma, hospic a paliativní péče",
      TRAINING,
    ],
  }),
  card("2.1.2", "Zvýšení dostupnosti ambulantní péče", {
    targetGroups: "Senioři 65+, pečující rodiny",
    services: "Odlehčovací služby (§44), Centra denních služeb (§45), Denní stacionáře (§46)",
    responsible: "LK ve spolupráci s obcemi, poskytovatelé sociálních služeb",
    costs: BY_INTENTIONS,
    funding: "EU, MPSV, LK, obce",
    description: "Denní a odlehčovací místa pro seniory, kam se dá dojet.",
    measures: [
      "Místa v ambulancích podle potřeb území",
      "Nová centra denních služeb",
      "Nové denní stacionáře",
      "Nová odlehčovací místa",
      "Otevřeno od 7 do 18 hodin",
      "Místa po celém kraji",
      "Dost lidí v ambulancích",
      TRAINING,
    ],
  }),
  card("2.1.3", "Zvýšení dostupnosti pobytových služeb", {
    targetGroups: "Senioři 65+",
    services:
      "Odlehčovací služby (§44), Domovy pro seniory (§49), Domovy se zvláštním režimem (§50)",
    responsible: "LK ve spolupráci s obcemi, poskytovatelé sociálních služeb",
    costs: BY_INTENTIONS,
    funding: "EU, MPSV, LK, obce",
    description: "Dost kvalitních pobytových míst pro seniory, rozumně rozložených po kraji.",
    measures: [
      "Pobytová místa podle potřeb území",
      "Lepší péče v domovech",
      "Nová pobytová místa",
      "Odlehčení s pobytem",
      "Stálé týmy v domovech",
      "Kurzy biografické práce",
      "Pobočka domova z Českého Dubu v Hrádku nad Nisou",
    ],
  }),
  card("2.1.4", "Posílení krizové pomoci pro seniory", {
    targetGroups: "Senioři 65+",
    services:
      "Tísňová péče (§41), Telefonická krizová pomoc (§55), Azylové domy (§57), Krizová pomoc (§60), Noclehárny (§63)",
    responsible: "LK ve spolupráci s obcemi, poskytovatelé sociálních služeb",
    costs: BY_INTENTIONS,
    funding: "EU, MPSV, LK, obce",
    description: "Senior v nouzi najde oporu i bydlení dřív, než se ocitne na okraji.",
    measures: [
      "Krizová pomoc starším lidem",
      "Linky krizové pomoci",
      "Služby navazující na krizi",
      "Osvěta: peníze na stáří",
      "Azylové domy pro lidi nad 65 let",
      "Pobyt pro chudé a nepohyblivé seniory",
    ],
  }),
  card("2.1.5", "Podpora pečujících osob", {
    targetGroups: "Pečující osoby",
    services:
      "Sociální poradenství (§ 37), Tísňová péče (§41), Služby sociální prevence (§53), Telefonická krizová pomoc (§55), Krizová pomoc (§60)",
    responsible: "LK ve spolupráci s obcemi, poskytovatelé sociálních služeb",
    costs: BY_INTENTIONS,
    funding: "EU, MPSV, LK, obce",
    description: "Kdo doma pečuje, má komu zavolat a na koho se obrátit.",
    measures: [
      "Krizová pomoc pečujícím",
      "Linky krizové pomoci",
      "Služby navazující na krizi",
      "Informace pro pečující",
    ],
  }),
];
