import { crownsIn, formatsFor } from "../formats.ts";

const crownsOf = crownsIn("cs");
const unitsOf = (unitsE4: string) => formatsFor("cs").trimmed(Number(unitsE4), 4);

/** What is wrong with a line of a budget, or with a block of them. Part of `errors`. */
export const budgetErrors = {
  budgetCode: "Zadejte kód z čísel oddělených tečkou, např. 1.1.4.3.",
  budgetRoot: "Rozpočet má jen kořeny 1 až 4: způsobilé, nezpůsobilé a informativní výdaje.",
  secondRoot: "Takový kořen už rozpočet má.",
  codeTwice: "Položka s tímto kódem v rozpočtu už je.",
  chapterMissing: (code: string) => `V rozpočtu chybí nadřazená kapitola ${code}.`,
  chapterHasPrice: (code: string) =>
    `Kapitola ${code} má vlastní částku. Nejdřív u ní smažte cenu, počet nebo paušál.`,
  chapterNotPriced: "Kapitola je součtem svých položek, vlastní cenu ani paušál nemá.",
  chapterHasLines: "Kapitola má položky. Nejdřív smažte je.",
  codeOfChapter: "Kód kapitoly s položkami změnit nelze. Přesuňte nejdřív její položky.",
  budgetLineUsed: "Na položce jsou výdaje, smazat ji nelze. Nastavte jí nulovou částku.",
  noBudgetDraft: "Žádný návrh rozpočtu se nepřipravuje. Založte žádost o změnu.",
  flatRateHasNoPrice: "V kapitole 1.2 se částka počítá paušální sazbou, cenu ani počet nemá.",
  flatRateElsewhere: "Paušální sazba patří jen do kapitoly 1.2.",
  chooseFlatRate: "Zvolte paušální sazbu, kterou se položka počítá.",
  inexactPrice: (lower: string, higher: string) =>
    `Cena krát počet nevychází na celé haléře. Nejblíž vyjde cena ${crownsOf(lower)} nebo ${crownsOf(higher)}.`,
  inexactUnits: (lower: string, higher: string) =>
    `Cena krát počet nevychází na celé haléře. Nejblíž vyjde počet ${unitsOf(lower)} nebo ${unitsOf(higher)}.`,
  amountDiffers: (halere: string) => `Částka nesouhlasí, vychází ${crownsOf(halere)}.`,
  amountTooLarge: "Částka je příliš velká.",
  notNegative: "Hodnota nesmí být záporná.",
  validUnits: "Zadejte počet jednotek, nejvýše na čtyři desetinná místa.",
  ambiguousUnits: "Počet není jednoznačný: napište 2,2 nebo 2200.",
  tooManyColumns: "Řádek má víc sloupců, než kolik tabulka čeká.",
  pasteHasFaults: "Tabulka má chyby, viz řádky níže. Neuložilo se nic.",
  belowDrawn: (halere: string) => `Vyčerpáno už je ${crownsOf(halere)}; méně projekt mít nemůže.`,
  followsBudget: "Částku určuje schválený rozpočet; změní ji jen jeho nová verze.",
};
