import { plural } from "../plural.ts";

const count = plural("cs");
const cardsOf = (n: number) =>
  count(n, { one: "karta", few: "karty", many: "karty", other: "karet" });

/** What covers the cards of a plan. */
export const cardCoverage = {
  title: "Pokrytí",
  file: (format: string) => `Pokrytí jako ${format}`,
  tiles: {
    running: "Běžící projekt",
    planned: "Připravovaný projekt",
    finished: "Skončený projekt",
    named: "Jen jmenovaný projekt",
    none: "Bez projektu",
  },
  /** `46 % karet` */
  shareOf: (percent: string) => `${percent} karet`,
  by: {
    label: "Seskupit podle",
    area: "oblastí",
    goal: "strategických cílů",
    "target-group": "cílových skupin",
    service: "sociálních služeb",
  },
  picture: {
    area: "Pokrytí oblastí",
    goal: "Pokrytí strategických cílů",
    "target-group": "Pokrytí cílových skupin",
    service: "Pokrytí druhů sociálních služeb",
  },
  heads: {
    area: "Oblast",
    goal: "Strategický cíl",
    "target-group": "Cílová skupina",
    service: "Sociální služba",
  },
  without: {
    area: "Karty mimo oblasti",
    goal: "Karty bez cíle",
    "target-group": "Karty bez cílové skupiny",
    service: "Karty bez sociální služby",
  },
  service: (section: string, name: string) => `§ ${section} ${name}`,
  columns: {
    bar: "Podíl karet",
    total: "Karty",
    running: "Běží",
    planned: "Chystá se",
    finished: "Skončil",
    named: "Jmenován",
    none: "Nic",
  },
  bare: "projekt chybí",
  noCards: "žádná karta",
  /** Above the picture. */
  bareGroups: "Žádný projekt nekryje:",
  more: (n: number) =>
    count(n, { one: "a ještě 1 další", few: `a ještě ${n} další`, other: `a ještě ${n} dalších` }),
  allCovered: {
    area: "Každá oblast má aspoň jednu kartu s projektem.",
    goal: "Každý cíl má aspoň jednu kartu s projektem.",
    "target-group": "Každá cílová skupina má aspoň jednu kartu s projektem.",
    service: "Každý druh služby má aspoň jednu kartu s projektem.",
  },
  overlap: "Karta může patřit do více skupin, součet proto může být vyšší než počet karet.",
  whole: "Celý plán",
  /** What a bar says aloud: `Celý plán: běžící projekt 12, bez projektu 3`. */
  barLabel: (group: string, parts: string) => `${group}: ${parts}`,
  part: (state: string, n: string) => `${state} ${n}`,
  listTitle: "Karty podle pokrytí",
  tabs: {
    none: "Bez projektu",
    named: "Jen jmenovaný",
    planned: "Připravovaný",
    running: "Běžící",
    finished: "Skončený",
    all: "Všechny",
  },
  inGroup: (group: string) => `Skupina: ${group}`,
  wholePlan: "Zobrazit celý plán",
  list: {
    card: "Karta",
    state: "Pokrytí",
    projects: "Projekty",
    owner: "Gestor",
    responsible: "Odpovědný subjekt",
  },
  noOwner: "bez gestora",
  noProject: "žádný",
  elsewhere: (n: number) =>
    count(n, {
      one: "1 projekt mimo váš dosah",
      few: `${n} projekty mimo váš dosah`,
      other: `${n} projektů mimo váš dosah`,
    }),
  count: (n: number) => `${n} ${cardsOf(n)}`,
  range: (from: number, to: number, total: number) => `${from}–${to} z ${total} karet`,
  nothingHere: "V tomto výběru žádná karta není.",
  allHaveProject: "Každá karta má aspoň jmenovaný projekt.",
  empty: "Plán zatím nemá žádnou kartu, není co krýt.",
};
