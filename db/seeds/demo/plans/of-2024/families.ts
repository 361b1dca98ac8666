import { BY_INTENTIONS, type CardOf2024, card, TRAINING } from "./card.ts";

/** Area 1. */
export const familyCards: CardOf2024[] = [
  card("1.1.1", "Podpora rodiny v přirozeném prostředí", {
    targetGroups: "Rodiny s dětmi, mládež do 26 let",
    services:
      "Sociální poradenství (§ 37), Osobní asistence (§ 39), Raná péče (§ 54), Telefonická krizová pomoc (§ 55), Azylové domy (§ 57), Krizová pomoc (§ 60), Intervenční centra (§ 60a), Nízkoprahová zařízení pro děti a mládež (§ 62), Sociálně aktivizační služby pro rodiny s dětmi (§ 65), Terénní programy (§ 69), Sociální rehabilitace (§ 70)",
    responsible: "LK ve spolupráci s obcemi, poskytovatelé sociálních služeb, obce",
    costs: BY_INTENTIONS,
    funding: "EU, MPSV, LK, obce",
    description: "Pomoc přichází za rodinou domů, aby děti nemusely do ústavu.",
    measures: [
      "Místa v terénu a ambulancích podle potřeb území",
      TRAINING,
      "Koordinátor rodinné politiky",
    ],
  }),
  card("1.1.2", "Posílení krizové pomoci rodinám s dětmi", {
    targetGroups: "Rodiny s dětmi",
    services:
      "Sociální poradenství (§ 37), Telefonická krizová pomoc (§ 55), Azylové domy (§ 57), Krizová pomoc (§ 60), Intervenční centra (§ 60a), Nízkoprahová zařízení pro děti a mládež (§ 62), Terénní programy (§ 69)",
    responsible: "LK ve spolupráci s obcemi LK, poskytovatelé sociálních služeb",
    costs: BY_INTENTIONS,
    funding: "EU, MPSV, LK, obce",
    description: "Rychlá pomoc rodinám, kterým hrozí rozpad nebo ztráta domova.",
    measures: [
      "Více míst v azylových domech",
      "Konec bezdomovectví s Housing First",
      "Zabydlování s Housing Led",
      "Krajský systém sociálního bydlení",
      "Rodiny a dluhy",
      "Intervenční centra v krizi",
      "Terén pro rodiny",
      "Krizová lůžka pro děti",
    ],
  }),
  card("1.1.3", "Rozvoj služeb zajišťujících ranou péči a podpora SAS pro rodiny s dětmi s PAS", {
    targetGroups: "Rodiny s dětmi s PAS, rodiny s dětmi se zdravotním postižením",
    services: "Raná péče (§ 54), Sociálně aktivizační služby pro rodiny s dětmi (§ 65)",
    responsible: "LK ve spolupráci s obcemi LK, poskytovatelé sociálních služeb",
    costs: BY_INTENTIONS,
    funding: "EU, MPSV, LK, obce",
    description: "Včasná opora rodin, kde má dítě PAS nebo jiné postižení.",
    measures: [
      "Dostupnější raná péče",
      "Aktivizace rodin, kde má dítě PAS",
      "Odborníci do týmů",
      "Dohoda se školstvím a zdravotnictvím",
      "Volný čas rodin s dítětem s PAS",
    ],
  }),
  card("1.1.4", "Podpora zaměřená na pečující osoby", {
    targetGroups: "Rodiny s dětmi s PAS, pečující osoby",
    services:
      "Sociální poradenství (§ 37), Odlehčovací služby (§44), Raná péče (§ 54), Sociálně aktivizační služby pro rodiny s dětmi (§ 65)",
    responsible: "LK ve spolupráci s obcemi, poskytovatelé sociálních služeb",
    costs: BY_INTENTIONS,
    funding: "EU, MPSV, LK, obce",
    description: "Homesharing a denní program pro dospívající s PAS, aby si pečující odpočinuli.",
    measures: [
      "Hostitelské rodiny pro homesharing",
      "Volný čas dětí a mladých s PAS",
      "Osvěta o homesharingu",
      "Rozbor potřeb lidí s PAS a jejich blízkých",
    ],
  }),
  card("1.1.5", "Podpora zaměřená na osoby pečující o děti PAS", {
    targetGroups: "Rodiny s dětmi s PAS, pečující osoby",
    services: "Centrum denních služeb (§ 45)",
    responsible: "LK",
    costs: "24 mil.",
    funding: "EU, MPSV, LK",
    description: "Organizace kraje přistaví patro a přijme víc dětí s PAS.",
    measures: [
      "Centra denních služeb pro mladé s PAS",
      "Projekt přístavby",
      "Žádost o dotaci",
      "Školení týmu",
    ],
  }),
  card("1.1.6", "Posílení krizové pomoci dětem a mládeži", {
    targetGroups: "Děti a mládež do 26 let",
    services:
      "Sociální poradenství (§ 37), Tísňová péče (§ 41), Telefonická krizová pomoc (§ 55), Domy na půl cesty (§ 58), Krizová pomoc (§ 60)",
    responsible: "LK ve spolupráci s obcemi, poskytovatelé sociálních služeb",
    costs: BY_INTENTIONS,
    funding: "EU, MPSV, LK, obce",
    description: "Bezpečná pomoc mladým dřív, než potíže přerostou.",
    measures: [
      "Včasný záchyt dětí v krizi",
      "Kluby pro mládež i v terénu",
      "Drogová prevence v kontaktních centrech",
      "Nové preventivní programy",
      "Místa v domech na půl cesty",
      "Krizová pomoc mladým",
      "Linky krizové pomoci",
      "Služby navazující na krizi",
      "Dětská psychiatrie blíž domovu",
      "Bydlení pro rodiny v krizi a s nízkým příjmem",
    ],
  }),
];
