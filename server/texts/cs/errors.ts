import { plural } from "../plural.ts";

const characters = (n: number) =>
  plural("cs")(n, { one: "znak", few: "znaky", many: "znaku", other: "znaků" });

/** What is wrong with a field, or why a step cannot be taken. Keys may carry numbers: `tooLong:200`. */
export const errors = {
  summary: "Formulář se neuložil. Opravte prosím tato pole",
  required: "Vyplňte toto pole.",
  oneValue: "Zadejte jedinou hodnotu.",
  unknownChoice: "Vyberte jednu z nabízených možností.",
  validDate: "Zadejte skutečné datum, např. 1. 5. 2026.",
  validMonth: "Zadejte měsíc ve tvaru 2026-05.",
  endBeforeStart: "Konec nesmí být před začátkem.",
  notInFuture: "Datum nesmí být v budoucnosti.",
  notInPast: "Datum nesmí být v minulosti.",
  outsideProject: "Datum leží mimo dobu trvání projektu.",
  validNumber: "Zadejte číslo, např. 1 234,5.",
  wholeNumber: "Zadejte celé číslo.",
  tooManyDecimals: (n: string) => `Zadejte nejvýše ${n} desetinná místa.`,
  validAmount: "Zadejte částku v korunách, např. 15 795 600,05.",
  ambiguousAmount:
    "Částka není jednoznačná: napište haléře (2 200,00), nebo tisíce mezerou (2 200).",
  tooLong: (n: string) => `Text je příliš dlouhý, nejvýše ${n} ${characters(Number(n))}.`,
  atLeast: (n: string) => `Zadejte hodnotu alespoň ${n}.`,
  atMost: (n: string) => `Zadejte hodnotu nejvýše ${n}.`,
  validEmail: "Zadejte e-mailovou adresu, např. jana.novotna@kraj.cz.",
  validUrl: "Zadejte adresu začínající https://.",
  validIco: "Zadejte IČO o osmi číslicích; toto neodpovídá kontrolní číslici.",
  validRegistrationNumber: "Zadejte registrační číslo ve tvaru CZ.03.02.02/00/22_006/0001329.",
  taken: "Tato hodnota už je použita.",
  sharesOverWhole: "Podíly dohromady přesahují 100 %.",
  unusableText: "Text obsahuje znaky, které nelze uložit.",
  wrongSignIn: "E-mail nebo heslo nesouhlasí.",
  wrongPassword: "Heslo nesouhlasí.",
  shortPassword: (n: string) => `Heslo musí mít alespoň ${n} ${characters(Number(n))}.`,
  commonPassword: "Toto heslo je příliš známé, zvolte jiné.",
  passwordsDiffer: "Hesla se neshodují.",
  percentNeedsOneActivity: "Plnění lze zapsat, jen když je vybrána právě jedna aktivita.",
  nextStepBeforeEntry: "Další krok nemůže být dříve než sám záznam.",
  nextStepMissing: "Napište, jaký krok má tento termín.",
  milestoneMissing: "Vyberte milník, který je splněn.",
  editedMeanwhile: "Záznam mezitím změnil někdo jiný. Porovnejte obě znění a uložte znovu.",
  theirValue: (value: string) =>
    value === ""
      ? "Mezitím vymazáno jiným uživatelem."
      : `Mezitím uloženo jiným uživatelem: ${value}`,
};
