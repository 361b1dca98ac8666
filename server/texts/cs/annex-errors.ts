/** Why a file is not read as an annex of a strategic plan. Part of `errors`. */
export const annexErrors = {
  annexTypeRefused:
    "Přílohu plánu načteme z dokumentu Wordu (.docx), PDF, textu (.txt), sešitu Excelu (.xlsx) nebo CSV.",
  annexEncrypted:
    "Soubor je chráněn heslem, nebo je ve starém formátu Office. Uložte ho znovu bez hesla jako .docx, .xlsx nebo PDF.",
  annexTooLarge: "Soubor je příliš velký. Nechte v něm jen karty, bez obrázků a dalších příloh.",
  annexTooManyLines: "Příloha má více než 60 000 řádků. Rozdělte ji.",
  annexTooManyPages: "PDF má více než 600 stran. Rozdělte ho.",
  annexLineTooLong: "Některý řádek má více než 32 767 znaků.",
  annexTookTooLong: "Čtení přílohy trvalo příliš dlouho. Rozdělte ji a zkuste to znovu.",
  annexIsScanned:
    "PDF neobsahuje text, jen obrázky stran. Převeďte ho na text (OCR), nebo si vyžádejte původní dokument.",
  annexNotRead:
    "Přílohu se nepodařilo přečíst kvůli chybě na naší straně. Zkuste to znovu; když se to opakuje, ozvěte se správci.",
  annexGone: "Soubor s přílohou na disku chybí, přečíst ho nejde.",
  annexWithoutCards: "V příloze jsme nenašli žádnou kartu rozvojové aktivity.",
};
