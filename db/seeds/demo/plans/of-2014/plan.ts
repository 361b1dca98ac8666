import type { CardContent } from "../../../../../server/features/cards/rules.ts";
import { type DemoArea, type DemoPlan, MADE_UP } from "../demo-plan.ts";
import type { CardOf2014 } from "./card.ts";
import { careCards } from "./care.ts";
import { preventionCards } from "./prevention.ts";
import { systemCards } from "./system.ts";

const goals: Record<string, string> = {
  SC1: "Rozvoj ambulantních a terénních služeb pro seniory (včetně seniorů se ZP)",
  SC2: "Humanizace a transformace pobytových služeb pro osoby se zdravotním postižením a seniory",
  SC3: "Podpora integrace OZP do běžného života (terénní a ambulantní služby)",
  SC4: "Zlepšení nabídky služeb sociální prevence",
  SC5: "Optimalizace a využitelnost sítě služeb sociálního poradenství a služeb pro osoby ohrožené sociálním vyloučením, chudobou a nezaměstnaností",
  SC6: "Integrace národnostních menšin, prevence vzniku a řešení stávajících vyloučených lokalit",
  SC7: "Prevence vzniku škod a snižování rizik spojených s užíváním návykových látek a s patologickým hráčstvím prostřednictvím dostupné a komplexní sítě protidrogových služeb",
  SC8: "Zavedený systém optimalizace a řízení sítě sociálních služeb, včetně vyšší míry zapojení obcí a meziresortní spolupráce",
  SC9: "Udržitelný systém financování sociálních služeb, trvalá podpora procesů plánování a dostatečná informovanost veřejnosti",
  SC10: "Podpora poskytovatelů prostřednictvím vzdělávání personálu, metodického vedení, sledování a kontroly kvality služeb",
};

/** A01-02 belongs to goal SC1. */
function ownGoal(number: string): string {
  return `SC${Number(number.slice(1, 3))}`;
}

function written({ goals: tied, hasCost, ...told }: CardOf2014): CardContent {
  return {
    ...told,
    areaCode: ownGoal(told.number),
    goals: tied.map((code) => `${code} ${goals[code]}`).join("\n"),
    costs: hasCost ? told.funding : "",
    measures: [],
  };
}

/** Source: annex 1 of the plan, 45 cards of August 2013. */
export const planOf2014: DemoPlan = {
  title: "Střednědobý plán rozvoje sociálních služeb v Libereckém kraji 2014-2017",
  region: "Liberecký kraj",
  ...{ fromYear: 2014, toYear: 2017, state: "closed", asksOn: "01-15" },
  note: `Údaje karet jsou z přílohy č. 1 (srpen 2013), popisy jsou zkrácené. ${MADE_UP}`,
  areas: Object.entries(goals).map(
    ([code, title]): DemoArea => ({ code, title, parentCode: null, kind: "goal" }),
  ),
  cards: [...careCards, ...preventionCards, ...systemCards].map(written),
};
