import fc from "fast-check";

const DOINGS = [
  "Rozšíření",
  "Zavedení",
  "Propojení",
  "Obnova",
  "Zkvalitnění",
  "Ověření",
  "Sdílení",
  "Přestavba",
];
const THINGS = [
  "půjčovny kompenzačních pomůcek",
  "domácí hospicové péče",
  "sousedské výpomoci",
  "tlumočnických služeb",
  "nočního dohledu na dálku",
  "dopravy do denních center",
  "zácviku nových pečujících",
  "bydlení s doprovodem",
  "svépomocných dílen",
  "večerních poraden",
  "práce s rodinou v místě",
  "přípravy na samostatný život",
];
const PLACES = [
  "v pohraničí",
  "na venkově",
  "ve velkých městech",
  "v podhůří",
  "napříč krajem",
  "v malých obcích",
];
const STARTS = [
  "Karta navazuje na zkušenosti",
  "Smyslem je ulevit",
  "Kraj vytvoří zázemí",
  "Lidé dostanou oporu",
  "Vznikne společný postup",
  "Půjde o drobné kroky",
  "Základem zůstane spolupráce",
];
const MIDDLES = [
  "pro domácnosti bez příbuzných nablízku",
  "v místech, kde pomoc dosud chybí",
  "s ohledem na dojezd a denní dobu",
  "podle toho, co ukázalo setkávání s klienty",
  "tak, aby nikdo nečekal déle než týden",
  "spolu s praktickými lékaři",
  "za účasti dobrovolníků a sousedů",
  "na základě dotazníku mezi domácnostmi",
  "s důrazem na přechod ze školy do práce",
];
const BEGINNINGS = [
  "Rozšíření",
  "Zavedení",
  "Proškolení",
  "Vydání",
  "Nákup",
  "Pilotní ověření",
  "Zmapování",
];
const OBJECTS = [
  "přehledu volných míst",
  "dvou vozidel pro rozvoz",
  "letáku pro obce",
  "zimního programu",
  "pravidel pro předání klienta",
  "nočních služeb v týdnu",
  "společné evidence zájemců",
  "skupiny pro sourozence",
  "výjezdů do odlehlých osad",
];

const oneOf = (words: readonly string[]) => fc.constantFrom(...words);
const joined = (...parts: fc.Arbitrary<string>[]) =>
  fc.tuple(...parts).map((words) => words.join(" "));

export const cardName = joined(oneOf(DOINGS), oneOf(THINGS), oneOf(PLACES));

export const sentence = fc
  .tuple(oneOf(STARTS), fc.uniqueArray(oneOf(MIDDLES), { minLength: 1, maxLength: 3 }))
  .map(([start, middles]) => `${start} ${middles.join(" a ")}.`);

export const paragraph = fc
  .array(sentence, { minLength: 1, maxLength: 3 })
  .map((sentences) => sentences.join(" "));

/** As bullets are: begun by a capital, without a full stop. */
export const measureText = fc
  .tuple(oneOf(BEGINNINGS), oneOf(OBJECTS), fc.option(oneOf(PLACES), { nil: undefined }))
  .map((words) => words.filter(Boolean).join(" "));

export const areaTitle = joined(
  oneOf(["Péče", "Opora", "Pomoc", "Zázemí"]),
  oneOf(["o lidi v krizi", "pro rodiny na cestě", "blízko domova", "ve stáří", "mladým lidem"]),
);

export const SERVICES = [
  { name: "Osobní asistence", section: "39" },
  { name: "Pečovatelská služba", section: "40" },
  { name: "Tísňová péče", section: "41" },
  { name: "Podpora samostatného bydlení", section: "43" },
  { name: "Odlehčovací služby", section: "44" },
  { name: "Denní stacionáře", section: "46" },
  { name: "Raná péče", section: "54" },
  { name: "Azylové domy", section: "57" },
  { name: "Krizová pomoc", section: "60" },
  { name: "Intervenční centra", section: "60a" },
  { name: "Kontaktní centra", section: "59" },
  { name: "Terénní programy", section: "69" },
  { name: "Sociální rehabilitace", section: "70" },
] as const;

export const targetGroups = oneOf([
  "S, OZP",
  "Rodiny s dětmi",
  "Senioři, osoby se zdravotním postižením",
  "Osoby bez přístřeší",
  "Mládež do 26 let, pečující osoby",
  "OZP",
]);
export const periods = oneOf([
  "2015-2017",
  "2024+",
  "2026 – 2028",
  "průběžně",
  "od roku 2025",
  "2016",
]);
export const bodies = oneOf([
  "LK, obce",
  "LK ve spolupráci s obcemi",
  "obce, poskytovatelé služeb",
  "LK, poskytovatelé sociálních služeb",
  "LK",
]);
export const sources = oneOf(["EU, MPSV, LK, obce", "LK, obce", "LK", "MPSV, obce"]);
export const costs = oneOf([
  "2,5 mil. Kč ročně",
  "800 tis. Kč",
  "2–3 mil. Kč",
  "15 795 600 Kč",
  "dle možností rozpočtu kraje",
  "12 mil. Kč",
]);
