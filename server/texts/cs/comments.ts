import { plural } from "../plural.ts";

const commentsOf = plural("cs");

const settlements = {
  open: "Nevypořádaná",
  accepted: "Akceptována",
  partly: "Akceptována částečně",
  rejected: "Neakceptována",
};

/** Remarks on drafts of outputs and of reports. */
export const comments = {
  title: "Připomínky",
  counted: (n: number, open: number) =>
    `${n} ${commentsOf(n, { one: "připomínka", few: "připomínky", other: "připomínek" })}${
      open === 0 ? ", všechny vypořádané" : `, nevypořádaných ${open}`
    }`,
  empty: "Zatím bez připomínek.",
  saidBy: (who: string, author: string) => `${who} (zapsal(a) ${author})`,
  settledBy: (who: string, at: string) => `Vypořádal(a) ${who}, ${at}`,
  add: "Přidat připomínku",
  newTitle: "Nová připomínka",
  edit: "Upravit",
  editTitle: "Úprava připomínky",
  withdraw: "Vzít zpět",
  settle: "Vypořádat",
  settleTitle: "Vypořádání připomínky",
  reopen: "Zrušit vypořádání",
  save: "Uložit změny",
  fields: {
    body: "Připomínka",
    saidBy: "Kdo ji vznesl",
    settlement: "Vypořádání",
    answer: "Zdůvodnění",
  },
  hints: {
    saidBy: "Vyplňte, přišla-li e-mailem nebo zazněla na jednání.",
    answer: "Povinné, pokud připomínka není akceptována celá.",
  },
  settlements,
  history: {
    "comment.added": "Připomínka přidána",
    "comment.edited": "Připomínka upravena",
    "comment.withdrawn": "Připomínka vzata zpět",
    "comment.settled": "Připomínka vypořádána",
    "comment.reopened": "Vypořádání připomínky zrušeno",
  },
  fieldValues: { settlement: settlements } as Record<string, Record<string, string>>,
};
