import { type CardOf2024, card, TRAINING_WITH_PEERS } from "./card.ts";

/** Area 5. */
export const exclusionCards: CardOf2024[] = [
  card(
    "5.1.1",
    "Zvýšení dostupnosti terénních a ambulantních služeb (se zaměřením na poradenství)",
    {
      targetGroups:
        "Rodiny s dětmi, mládež do 26 let, osoby ohrožené sociálním vyloučením včetně národnostních menšin a cizinců, OZP, senioři, osoby ohrožené závislostí",
      services:
        "Odborné sociální poradenství (§ 37), Nízkoprahová zařízení pro děti a mládež (§ 62), Sociálně aktivizační služby pro rodiny s dětmi (§ 65), Sociálně terapeutické dílny (§ 67), Terénní programy (§ 69), Sociální rehabilitace (§ 70)",
      responsible:
        "LK ve spolupráci s Agenturou pro sociální začleňování (MMR ČR), obce, poskytovatelé sociálních služeb",
      costs: "ZS LK",
      funding: "EU, MPSV, LK, obce",
      description:
        "Poradny rovnoměrně po kraji, nejvíc k dluhům, rodinám a dlouhé nezaměstnanosti.",
      measures: [
        "Místa v poradnách podle potřeb území",
        "Stálé týmy poraden",
        "Metodická pomoc sociální práci obcí",
      ],
    },
  ),
  card("5.2.1", "Zvýšení dostupnosti terénních služeb", {
    targetGroups: "Osoby ohrožené v oblasti závislostního chování",
    services: "Odborné sociální poradenství (§ 37), Terénní programy (§ 69)",
    responsible: "LK, obce, poskytovatelé sociálních služeb",
    costs: "ZS LK",
    funding: "EU, MPSV, LK, obce, Úřad vlády ČR",
    description: "Terén za lidmi se závislostí, jak ho žádá krajský protidrogový plán.",
    measures: [
      "Místa v terénu podle potřeb území",
      "Nové terénní programy",
      "Stálé týmy v terénu",
      TRAINING_WITH_PEERS,
    ],
  }),
  card("5.2.2", "Zvýšení dostupnosti ambulantních služeb", {
    targetGroups: "Osoby ohrožené v oblasti závislostního chování",
    services:
      "Odborné sociální poradenství (§ 37), Kontaktní centra (§ 59), Služby následné péče (§ 64), Terapeutické komunity (§ 65)",
    responsible: "LK, obce, poskytovatelé sociálních služeb",
    costs: "ZS LK, dotační programy kaje",
    funding: "EU, MPSV, kraj, obce, Úřad vlády ČR",
    description: "Ambulance a péče po léčbě pro lidi se závislostí, v souladu s krajským plánem.",
    measures: [
      "Místa v ambulancích podle potřeb území",
      "Nové ambulance",
      "Stálé týmy ambulancí",
      TRAINING_WITH_PEERS,
    ],
  }),
  card("5.2.3", "Zvýšení dostupnosti kontaktních center", {
    targetGroups: "Osoby ohrožené v oblasti závislostního chování",
    services: "Kontaktní centra (§ 59)",
    responsible: "LK, obce, poskytovatelé sociálních služeb",
    costs: "ZS LK, dotační programy kraje",
    funding: "EU, MPSV, kraj, obce, Úřad vlády ČR",
    description: "Kontaktní centra a jejich pobočky po kraji.",
    measures: [
      "K-centra v České Lípě a Liberci s pobočkou v Jablonci nad Nisou",
      "Krajská protidrogová koordinátorka",
      "Místa v ambulancích podle potřeb území",
      "Nové ambulance",
      "Stálé týmy ambulancí",
      TRAINING_WITH_PEERS,
    ],
  }),
  card("5.3.1", "Zvýšení dostupnosti terénních, ambulantních a pobytových služeb", {
    targetGroups:
      "Rodiny s dětmi, mládež do 26 let, osoby ohrožené sociálním vyloučením včetně národnostních menšin a cizinců, osoby ohrožené závislostí",
    services:
      "Azylové domy (§ 57), Domy na půl cesty (§ 58), Nízkoprahová denní centra (§ 61), Noclehárny (§ 63), SAS pro rodiny s dětmi (§ 65), Terénní programy (§ 69)",
    responsible:
      "LK ve spolupráci s Agenturou pro sociální začleňování (MMR ČR), obce, poskytovatelé sociálních služeb",
    costs: "ZS LK",
    funding: "EU, MPSV, LK, obce",
    description: "Lidé bez domova najdou pomoc v terénu i střechu nad hlavou.",
    measures: [
      "Místa ve všech formách podle potřeb území",
      "Nové služby ve všech formách",
      "Stálé týmy služeb",
      TRAINING_WITH_PEERS,
    ],
  }),
  card(
    "5.3.2",
    "Podpora návazného bydlení u osob opouštějících náhradní rodinnou péči, odcházejících ze sociálně znevýhodněného prostředí, opouštějících ústavní a ochrannou výchovu z důvodu dosažení zletilosti",
    {
      targetGroups: "Rodiny s dětmi, mládež do 26 let, osoby ohrožené sociálním vyloučením",
      services:
        "Odborné sociální poradenství (§ 37), Azylové domy (§ 57), Domy na půl cesty (§ 58), Krizová pomoc (§ 60), Nízkoprahová zařízení pro děti a mládež (§ 62), Podpora samostatného bydlení (§ 63), Terénní programy (§ 69), Sociální rehabilitace (§ 70),",
      responsible:
        "LK ve spolupráci s Agenturou pro sociální začleňování (MMR ČR), obce, poskytovatelé sociálních služeb",
      costs: "ZS LK",
      funding: "EU, MPSV, LK, obce",
      description: "Mladí po odchodu z péče mají kde bydlet a kdo jim pomůže.",
      measures: [
        "Místa podle potřeb území",
        "Nové návazné služby",
        "Stálé týmy služeb",
        TRAINING_WITH_PEERS,
      ],
    },
  ),
  card("5.4.1", "Zvýšení dostupnosti terénních a poradenských služeb", {
    targetGroups: "Osoby ohrožené sociálním vyloučením (národnostní menšiny a cizinci)",
    services:
      "Odborné sociální poradenství (§ 37), Krizová pomoc (§ 60), Intervenční centra (§ 60a), Nízkoprahová zařízení pro děti a mládež (§ 62), SAS pro rodiny s dětmi (§ 65), Terénní programy (§ 69), Sociální rehabilitace (§ 70)",
    responsible:
      "LK ve spolupráci s Agenturou pro sociální začleňování (MMR ČR), obce, poskytovatelé sociálních služeb",
    costs: "LK, obce",
    funding: "EU, MPSV, MV, kraj, obce",
    description: "Terén a poradenství pro menšiny a cizince ve vyloučených lokalitách.",
    measures: [
      "Místa podle potřeb území",
      "Nové služby pro menšiny a cizince",
      "Stálé týmy služeb",
      TRAINING_WITH_PEERS,
      "Společný postup s Agenturou",
    ],
  }),
];
