type Params = Record<string, string | number>;
type Sentence = string | ((params: Params) => string);

const LONGEST = 120;

function quoted(text: string | number | undefined): string {
  const whole = String(text ?? "");
  return `„${whole.length > LONGEST ? `${whole.slice(0, LONGEST)}…` : whole}“`;
}

/** What is doubted of a recognised annex, and what is proposed about it, by the codes of recognition. */
export const planImportWarnings = {
  unknownWarning: "Zkontrolujte tento údaj.",
  unknownRepair: "Navrhujeme opravu.",
  warnings: {
    "area-missing": ({ area }) =>
      `Oblast ${area} nemá v příloze nadpis. Založí se podle čísel karet, název doplňte.`,
    "cost-per-unit": "Částka je cena za jednotku (hodinu, lůžko, měsíc); do nákladů ji nepočítáme.",
    "cost-several": "V textu je víc částek. Zkontrolujte, kterou bereme jako náklad.",
    "cost-text": "Náklady jsou popsané slovy, částku z nich neodvozujeme.",
    "cost-unclear": "Částka se dá číst dvěma způsoby, proto ji jako číslo nebereme.",
    "cost-without-currency": "U částky chybí měna, počítáme s korunami.",
    "field-empty": "Popisek v kartě je, ale údaj za ním chybí.",
    "field-missing": "Tento údaj v kartě chybí.",
    "field-twice": "Údaj je v kartě dvakrát a pokaždé jinak. Obě znění jsou pod sebou.",
    "field-twice-same": "Údaj je v kartě dvakrát stejně; zapíše se jednou.",
    "fields-in-another": ({ number }) =>
      `Část této karty leží ve zdroji uvnitř karty ${number}, nejspíš kvůli konci strany. Patří sem.`,
    "fields-of-another": ({ number }) =>
      `Uvnitř karty leží údaje karty ${number}, nejspíš kvůli konci strany. Sem nepatří.`,
    "fields-interleaved":
      "Karta se nejspíš prolíná s jinou, ale nepoznáme, co patří kam. Opravte ji prosím ručně.",
    "goals-tangled": "Kódy a názvy strategických cílů jsou ve zdroji přeházené.",
    "hyphen-unclear": ({ text }) =>
      `Slovo ${quoted(text)} rozdělil konec řádku; z přílohy nepoznáme, jestli se píše se spojovníkem.`,
    "label-in-sentence": ({ text }) =>
      `Slova ${quoted(text)} vypadají jako popisek, ale začíná jimi věta. Zkontrolujte, že patří sem.`,
    "label-inside-line": ({ text }) =>
      `Popisek ${quoted(text)} stojí uprostřed řádku; údaj začíná až za ním.`,
    "label-misspelt": ({ text }) => `Popisek je ve zdroji napsaný s chybou: ${quoted(text)}.`,
    "measure-empty": "Jedna odrážka je prázdná.",
    "measure-without-sign": "Řádek bez odrážky bereme jako samostatné opatření.",
    "measures-glued": "V jedné odrážce je nejspíš víc opatření.",
    "measures-without-signs": "Opatření nemají odrážky; každý řádek bereme jako jedno.",
    "name-behind-number": "Za číslem karty stojí text, který vypadá jako její název.",
    "number-gap": ({ number }) => `V řadě čísel chybí karta ${number}.`,
    "number-missing": ({ text }) =>
      text ? `Místo čísla karty je ve zdroji ${quoted(text)}.` : "Karta nemá ve zdroji číslo.",
    "number-normalised": ({ text }) => `Číslo je ve zdroji zapsané jako ${quoted(text)}.`,
    "number-outside-area": ({ area }) =>
      `Podle čísla karta nepatří do oblasti ${area}, pod kterou ve zdroji leží.`,
    "number-twice": "Stejné číslo má v příloze i jiná karta.",
    "number-unusual": ({ text }) => `Číslo ${quoted(text)} má jiný tvar než ostatní.`,
    "period-backwards": "Konec období je před jeho začátkem.",
    "period-text": "Období je popsané slovy, bez roku.",
    placeholder: "Karta nic neříká, jen drží místo.",
    "registration-number-invalid": ({ text }) =>
      `${quoted(text)} vypadá jako registrační číslo projektu, ale nemá jeho tvar.`,
    "section-does-not-fit": ({ text, section, proposed }) =>
      `§ ${section} neodpovídá službě ${quoted(text)}${proposed ? `; podle názvu jde o § ${proposed}` : ""}.`,
    "section-missing": ({ text, proposed }) =>
      `U služby ${quoted(text)} chybí paragraf${proposed ? `; podle názvu jde o § ${proposed}` : ""}.`,
    "section-unknown": ({ text, section }) =>
      `§ ${section} v zákoně o sociálních službách není (${quoted(text)}).`,
    "service-name-unknown": ({ text, section }) =>
      section
        ? `Název služby ${quoted(text)} neznáme, řídíme se paragrafem ${section}.`
        : `Název služby ${quoted(text)} neznáme.`,
    "service-unknown": ({ text }) => `Druh služby ${quoted(text)} v číselníku není.`,
    "text-behind-number": ({ text }) => `Za číslem karty stojí ještě ${quoted(text)}.`,
  } as Record<string, Sentence>,
  repairs: {
    fields: "Údaje se přesunou ke kartě, které chybí.",
    goals: "Ke kódům cílů se přiřadí jejich názvy.",
    measures: "Odrážka se rozdělí na samostatná opatření.",
    number: "Číslo se doplní podle sousedních karet.",
    "name-behind-number": "Text za číslem se použije jako název karty.",
  } as Record<string, string>,
};
