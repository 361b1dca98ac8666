import { type DemoArea, type DemoPlan, MADE_UP } from "../demo-plan.ts";
import { disabilityCards } from "./disability.ts";
import { exclusionCards } from "./exclusion.ts";
import { familyCards } from "./families.ts";
import { mentalHealthCards } from "./mental-health.ts";
import { seniorCards } from "./seniors.ts";

const titles: [code: string, title: string][] = [
  ["1", "OBLAST PÉČE O RODINY S DĚTMI A PREVENCE SOCIÁLNÍHO VYLOUČENÍ DĚTÍ A MLÁDEŽE"],
  ["1.1", "Zvýšení podpory funkční rodin"],
  ["2", "OBLAST PÉČE O SENIORY"],
  ["2.1", "Příprava na stárnutí populace"],
  ["3", "OBLAST PÉČE O OSOBY SE ZDRAVOTNÍM POSTIŽENÍM"],
  ["3.1", "Podpora života zdravotně postižených osob v komunitě"],
  ["4", "OBLAST PÉČE O OSOBY S DUŠEVNÍM ONEMOCNĚNÍM"],
  ["4.1", "Podpora života osob s duševním onemocněním v přirozeném prostředí a komunitě"],
  [
    "5",
    "OBLAST PÉČE O OSOBY V KRIZI, OSOBY BEZ PŘÍSTŘEŠÍ, OBĚTI TRESTNÝCH ČINŮ, OSOBY OHROŽENÉ SOCIÁLNÍM VYLOUČENÍM, OSOBY OHROŽENÉ ZÁVISLOSTMI, NÁRODNOSTNÍ MENŠINY A CIZINCI",
  ],
  ["5.1", "Prevence sociálního vyloučení"],
  ["5.2", "Podpora prevence rizik spojených s látkových a procesních závislostí"],
  [
    "5.3",
    "Podpora sociálního začleňování osob bez domova a osob žijících nestandartním nebo nejistém ubytování",
  ],
  ["5.4", "Podpora adaptace a integrace národnostních menšin a cizinců"],
];

function areaOf([code, title]: [string, string]): DemoArea {
  const [area, subArea] = code.split(".");
  return subArea
    ? { code, title, parentCode: area ?? null, kind: "sub-area" }
    : { code, title, parentCode: null, kind: "area" };
}

/** Source: the annex of areas 1 to 5, 26 cards; it does not say how its plan is called. */
export const planOf2024: DemoPlan = {
  title: "Střednědobý plán rozvoje sociálních služeb Libereckého kraje od roku 2024",
  region: "Liberecký kraj",
  ...{ fromYear: 2024, toYear: null, state: "in-force", asksOn: "01-15" },
  note: `Údaje karet jsou z přílohy s oblastmi 1–5, která název ani konec plánu neuvádí; popisy a opatření jsou zkrácené. ${MADE_UP}`,
  areas: titles.map(areaOf),
  cards: [
    ...familyCards,
    ...seniorCards,
    ...disabilityCards,
    ...mentalHealthCards,
    ...exclusionCards,
  ].map((card) => ({ ...card, areaCode: card.number.replace(/\.\d+$/, ""), goals: "" })),
};
