import { crownsIn } from "../formats.ts";

const crownsOf = crownsIn("cs");

/** What is wrong with a file, a table read from it, or an import. Part of `errors`. */
export const fileErrors = {
  chooseFile: "Vyberte soubor.",
  fileTooLarge: (mb: string) => `Soubor je větší než ${mb} MB.`,
  notFromIsEsf: "Soubor není CSV z IS ESF: chybí sloupce se jménem, příjmením a datem narození.",
  fileEmpty: "Soubor je prázdný.",
  fileTypeRefused:
    "Tento druh souboru nepřijímáme. Uložte ho jako PDF, JPEG, PNG, Word, Excel, OpenDocument, CSV nebo text.",
  tableTextsMissing:
    "V sešitu chybí texty buněk (sharedStrings.xml). Otevřete ho v Excelu, uložte znovu, nebo si vyžádejte nový export.",
  fileNotWhatItSays: "Obsah souboru neodpovídá jeho příponě, nebo je soubor poškozený.",
  fileHasMacros: "Soubor obsahuje makra. Uložte ho bez nich.",
  fileEncrypted:
    "Soubor je chráněn heslem, nebo je ve starém formátu .xls. Uložte ho jako .xlsx bez hesla.",
  tableTypeRefused: "Nahrajte sešit Excelu (.xlsx) nebo tabulku v textu (.csv).",
  tableTooLarge: "Soubor je po rozbalení příliš velký. Nechte v něm jen list, který chcete načíst.",
  tableTooManyRows: "Tabulka má více než 20 000 řádků. Rozdělte ji.",
  tableTooManyColumns: "Tabulka má více než 100 sloupců. Nechte v ní jen ty, které chcete načíst.",
  tableCellTooLong: "Některá buňka má více než 32 767 znaků.",
  tableHasLinks: "Sešit odkazuje na jiné soubory. Vložte hodnoty místo odkazů a uložte ho znovu.",
  tableUnclosedQuote: "V tabulce chybí uzavírací uvozovka.",
  tableWithoutRows: "V souboru není žádný řádek pod záhlavím.",
  tableTookTooLong: "Čtení souboru trvalo příliš dlouho. Zjednodušte ho a zkuste to znovu.",
  importCancelled: "Zrušený milník se nenačítá.",
  importTooManyRows: (n: string) =>
    `Najednou lze načíst nejvýše ${Number(n).toLocaleString("cs")} řádků. Rozdělte tabulku.`,
  importUnread: "Příloha ještě není přečtená.",
  importOver: "Import už je uzavřený.",
  importColumnsMissing:
    "Chybí sloupec, bez kterého nejde nic zapsat. Zvolte, co sloupce znamenají.",
  importInUse: (row: string) =>
    `Import nejde vzít zpět: s tím, co vzniklo z řádku ${row}, se už dál pracovalo.`,
  rowRefused: "Řádek nejde zapsat.",
  tooManyFilesWaiting:
    "Na přípravu čeká už příliš mnoho vašich souborů. Počkejte, až budou hotové.",
  projectFilesFull:
    "Projekt už nemá pro další soubory místo. Požádejte administrátora o zvýšení limitu.",
  notAnImage: "Soubor není obrázek PNG ani JPEG, nebo je poškozený.",
  imageDimensions: "Strana obrázku musí mít 16 až 4 000 bodů.",
  textLost: "Text v souboru chybí.",
  levelDiffers: (level: string) => `Úroveň ${level} neodpovídá kódu.`,
  sumBelowDiffers: (halere: string) =>
    `Částka nesouhlasí se součtem podřízených položek ${crownsOf(halere)}.`,
  rateMissing: "U paušálu chybí procento.",
  validRate: "Zadejte procento od 0 do 100.",
  ambiguousRate: "Procento není jednoznačné: napište ho se znakem %.",
  rateGivesOther: "Částka neodpovídá procentu žádné sazby, kterou program dovoluje.",
  textsOfRows: (rows: string, given: string) =>
    `Soubor má ${rows} řádků, vloženo jich je ${given}.`,
  budgetImportWrong:
    "Rozpočet ze souboru teď zapsat nejde. Otevřete náhled znovu a podívejte se na chyby.",
  budgetImportPassed: "Návrh rozpočtu se od načtení změnil, vrátit načtení už nejde.",
};
