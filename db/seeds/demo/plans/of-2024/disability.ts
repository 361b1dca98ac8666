import { BY_INTENTIONS, type CardOf2024, card, TRAINING_WITH_PEERS } from "./card.ts";

/** Area 3. */
export const disabilityCards: CardOf2024[] = [
  card("3.1.1", "Zvýšení dostupnosti terénních služeb", {
    targetGroups: "OZP",
    services:
      "Osobní asistence (§39), Pečovatelská služba (§40), Průvodcovské a předčitatelské služby (§42) Podpora samostatného bydlení (§43), Odlehčovací služby (§44), Tlumočnické služby (§56), SAS pro seniory a osoby se zdravotním postižením (§ 66), Sociální rehabilitace (§70)",
    responsible:
      "LK ve spolupráci s obcemi, poskytovatelé sociálních služeb, příspěvkové organizace kraje",
    costs:
      "Dle investičních záměrů a rozvojových záměrů definovaných zadavateli sociálních služeb, provoz služeb v ZS LK",
    funding: "EU, MPSV, LK, obce, poskytovatelé sociálních služeb, úhrady od uživatelů",
    description: "Lidé s postižením bydlí, pracují a žijí doma s oporou, která přijde za nimi.",
    measures: ["Místa v terénu podle potřeb území", "Stálé týmy v terénu", TRAINING_WITH_PEERS],
  }),
  card("3.1.2", "Zvýšení dostupnosti ambulantních služeb", {
    targetGroups: "OZP",
    services:
      "Odlehčovací služby (§44), Centra denních služeb (§45), Denní stacionáře (§46), Sociálně terapeutické dílny (§70)",
    responsible: "LK, obce, poskytovatelé sociálních služeb",
    costs:
      "Dle investičních záměrů a rozvojových záměrů definovaných zadavateli sociálních služeb, provoz služeb v ZS LK",
    funding: "EU, MPSV, LK, obce, úhrady",
    description: "Dílny, stacionáře a odlehčení v dojezdové vzdálenosti.",
    measures: [
      "Otevřeno dvanáct hodin denně, pro děti i odpoledne",
      "Místa po celém kraji",
      "Dost lidí v ambulancích",
      TRAINING_WITH_PEERS,
    ],
  }),
  card("3.1.3", "Zvýšení dostupnosti pobytových služeb", {
    targetGroups:
      "Osoby s PAS s vysokou mírou podpory a problémovým chováním, které nemohou již setrvat v domácím prostředí; mladiství 16+ s poruchou autistického spektra s problémovým chováním, Osoby s mentálním a kombinovaným postižením; Osoby se závažným duševním onemocněním (SMI), Osoby s neurodegenerativním onemocněním (Alzheimerova demence)",
    services:
      "Odlehčovací služby (§ 44), Týdenní stacionáře (§ 47), Domovy pro osoby se zdravotním postižením (§ 48), Domov se zvláštním režimem (§ 50), Chráněné bydlení (§51)",
    responsible:
      "LK ve spolupráci s obcemi, poskytovatelé sociálních služeb, příspěvkové organizace kraje",
    costs:
      "Dle investičních záměrů a rozvojových záměrů definovaných zadavateli sociálních služeb, provoz služeb v ZS LK",
    funding: "EU, MPSV, LK, obce, poskytovatelé sociálních služeb",
    description:
      "Malé domácnosti pro lidi, o které se rodina už postarat nemůže; chystají je i organizace kraje.",
    measures: [
      "Nová místa v malých domácnostech",
      "Chráněné bydlení s oporou samostatnosti",
      TRAINING_WITH_PEERS,
    ],
  }),
  card("3.1.4", "Posílení krizové pomoci pro osoby se zdravotním postižením", {
    targetGroups: "OZP",
    services:
      "Tísňová péče (§41), Telefonická krizová pomoc (§55), Azylové domy (§57), Krizová pomoc (§60), Noclehárny (§63)",
    responsible: "LK ve spolupráci s obcemi, poskytovatelé sociálních služeb",
    costs: BY_INTENTIONS,
    funding: "EU, MPSV, LK, obce",
    description: "Pomoc v krizi, která počítá s postižením.",
    measures: [
      "Krizová pomoc lidem s postižením",
      "Linky krizové pomoci",
      "Azylové domy vhodné pro OZP",
      "Pobyt pro lidi s nízkým příjmem",
      "Služby navazující na krizi",
    ],
  }),
  card("3.1.5", "Podpora pečujících osob", {
    targetGroups: "Pečující osoby",
    services:
      "Odborné sociální poradenství (§ 37), Osobní asistence (§ 39), Odlehčovací služby (§ 44), Centra denních služeb (§ 45), Denní stacionář (§ 46), Raná péče (§ 54). SAS pro seniory a osoby se zdravotním postižením (§ 66)",
    responsible: "LK, obce, poskytovatelé sociálních služeb",
    costs: BY_INTENTIONS,
    funding: "EU, MPSV, LK, obce, úhrady od uživatelů",
    description: "Kdo pečuje o člověka s postižením, dostane radu i čas pro sebe.",
    measures: [
      "Krizová pomoc pečujícím",
      "Linky krizové pomoci",
      "Služby navazující na krizi",
      "Informace pro pečující",
    ],
  }),
];
