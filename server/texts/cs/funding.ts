/** Sources, the plan of drawdown and co-financing. */
export const funding = {
  title: "Financování",
  lead: "Odkud peníze jsou, kdy se mají čerpat a kolik z nich je vykázáno.",
  editSources: "Upravit zdroje",
  editPlan: "Upravit plán čerpání",
  drawdown: "Čerpání v grafech",
  moment: {
    on: "Ke dni",
    asOf: "Jak bylo známo k",
    upTo: "Vykázáno do",
    request: (number: number) => `Žádost č. ${number}`,
    period: (number: number) => `${number}. období`,
    last: "Poslední žádost o platbu",
    onChip: (date: string) => `ke dni ${date}`,
    asOfChip: (date: string) => `jak bylo známo k ${date}`,
  },
  sources: {
    title: "Zdroje financování",
    columns: { source: "Zdroj", kind: "Druh", share: "Podíl", amount: "Částka" },
    total: "Celkem",
    rest: "Nerozděleno",
    empty: "Zdroje financování zatím nejsou uvedeny.",
    shareMissing: (names: string) =>
      `Podíl není uveden: ${names}. Podle zdrojů se proto nic nerozděluje.`,
    sharesDiffer: (sum: string, rest: string) =>
      `Podíly dávají dohromady ${sum}, chybí ${rest}. Podle zdrojů se proto nic nerozděluje.`,
    totalMissing: "Celkové způsobilé výdaje projektu nejsou uvedeny.",
  },
  plan: {
    title: "Plán čerpání",
    columns: { period: "Období", sum: "Celkem", cumulative: "Narůstajícím součtem" },
    period: (number: number) => `${number}. období`,
    sum: "Celkem",
    none: "–",
    empty: "Čerpání zatím není naplánováno.",
    noPeriods: "Projekt nemá sledovaná období, podle kterých se čerpání plánuje.",
    periods: "Sledovaná období",
    noSources: "Nejdřív uveďte zdroje, ze kterých se bude čerpat.",
    short: (sum: string, total: string, rest: string) =>
      `Plán dává dohromady ${sum}, celkové způsobilé výdaje jsou ${total}. Do celku chybí ${rest}.`,
    over: (sum: string, total: string, rest: string) =>
      `Plán dává dohromady ${sum}, celkové způsobilé výdaje jsou ${total}. Celek je překročen o ${rest}.`,
    fits: "Plán odpovídá celkovým způsobilým výdajům.",
    formTitle: "Plán čerpání podle období a zdrojů",
    formLead:
      "Napište částky zdrojů, nebo jen součet období: rozdělí se podle podílů. Prázdné pole znamená, že plán není.",
    formLeadNoShares:
      "Napište částky zdrojů. Součet období nelze rozdělit, protože podíly zdrojů nedávají 100 %.",
    keys: "Enter a šipky přecházejí mezi řádky, Tab mezi zdroji.",
    save: "Uložit plán",
    cell: (period: string, source: string) => `${period}, ${source}`,
    total: (period: string) => `${period}, celkem`,
  },
  cofinancing: {
    title: "Spolufinancování",
    columns: {
      source: "Zdroj",
      total: "Celkem",
      previous: "Dříve vykázáno",
      current: "Tato zpráva",
      soFar: "Vykázáno celkem",
      share: "%",
      remaining: "Zbývá",
      paid: "Proplaceno",
    },
    together: "Celkem",
    none: "–",
    empty: "Žádná žádost o platbu zatím není předložena.",
    notSplit: "Podle zdrojů tabulka není, dokud jejich podíly nedávají 100 %.",
    note: "Vykázáno = nárokováno v předložených žádostech bez toho, co bylo kráceno nebo přesunuto. Proplacené částky se dělí mezi EU a státní rozpočet.",
  },
  sourcesForm: {
    title: "Zdroje financování",
    lead: "Zdroj zůstává týmž zdrojem, i když ho přejmenujete nebo mu změníte podíl. Vymazaný řádek zdroj odebere.",
    save: "Uložit zdroje",
  },
  history: { "drawdown-plan.edited": "Upraven plán čerpání" },
};
