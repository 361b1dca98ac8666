import { BY_INTENTIONS, type CardOf2024, card, TRAINING_WITH_PEERS } from "./card.ts";

/** Area 4. */
export const mentalHealthCards: CardOf2024[] = [
  card("4.1.1", "Zvýšení dostupnosti terénních a ambulantních služeb", {
    targetGroups: "Osoby s duševním onemocněním",
    services:
      "Podpora samostatného bydlení (§ 43), Sociální rehabilitace (§ 70), Centrum duševního zdraví (§ 70a)",
    responsible: "LK, obce, poskytovatelé sociálních služeb",
    costs: BY_INTENTIONS,
    funding: "EU, MPSV, LK, obce, úhrady od uživatelů",
    description: "S oporou zvládne člověk s duševní nemocí bydlet, pracovat a mít své role.",
    measures: [
      "Místa v terénu a ambulancích podle potřeb území",
      "Individuální projekt na posílení týmů",
      "Stálé týmy v terénu",
      TRAINING_WITH_PEERS,
    ],
  }),
  card("4.1.2", "Zvýšení dostupnosti pobytových služeb", {
    targetGroups: "Osoby s duševním onemocněním",
    services: "Domovy se zvláštním režimem (§ 50), Chráněné bydlení (§ 51)",
    responsible: "LK, obce, poskytovatelé sociálních služeb",
    costs: BY_INTENTIONS,
    funding: "EU, MPSV, LK, obce, úhrady od uživatelů",
    description: "Malá pobytová místa pro lidi, kteří dlouhodobě potřebují oporu druhého.",
    measures: [
      "Pobytová místa podle potřeb území",
      "Stálé týmy v pobytových službách",
      TRAINING_WITH_PEERS,
    ],
  }),
  card("4.1.3", "Podpora pečujících osob", {
    targetGroups: "Osoby s duševním onemocněním, pečující osoby",
    services:
      "Odborné sociální poradenství (§ 37), Tísňová péče (§41), Služby sociální prevence (§53), Telefonická krizová pomoc (§55), Krizová pomoc (§60)",
    responsible: "LK, obce, poskytovatelé sociálních služeb",
    costs: BY_INTENTIONS,
    funding: "EU, MPSV, LK, obce",
    description: "Rodiny a blízcí nezůstanou na duševní nemoc sami.",
    measures: [
      "Krizová pomoc pečujícím",
      "Linky krizové pomoci",
      "Služby navazující na krizi",
      "Informace pro pečující",
      "Včasný záchyt přetížených blízkých",
    ],
  }),
];
