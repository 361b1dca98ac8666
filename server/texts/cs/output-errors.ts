import { plural } from "../plural.ts";

const comments = plural("cs");

/** What is wrong with outputs, remarks on them and required papers. Part of `errors`. */
export const outputErrors = {
  answerMissing: "Zdůvodněte, proč připomínka není akceptována celá.",
  commentNotYours: "Připomínku může upravit jen její autor, dokud není vypořádaná.",
  commentOpen: "Připomínka ještě vypořádaná není.",
  outputStep: "Výstup je mezitím v jiném stavu, tento krok s ním udělat nelze.",
  outputInWork: "Výstup má založený koncept. Za splněný ho označíte započtením na stránce výstupu.",
  outputNeedsDocument: "Nejdřív nahrajte dokument k výstupu.",
  outputHasComments: (n: string) =>
    `Výstup má ${n} ${comments(Number(n), { one: "nevypořádanou připomínku", few: "nevypořádané připomínky", other: "nevypořádaných připomínek" })}. Nejdřív je vypořádejte.`,
  publishedBeforeApproval: "Zveřejnění nesmí předcházet schválení.",
  meetingNotBefore: "Vyberte jednání, které se konalo nejpozději v den schválení.",
  meetingOfAnotherBody: "Toto jednání měla jiná skupina.",
};
