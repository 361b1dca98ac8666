import { isEsfCodes } from "./is-esf-codes.ts";

/** An item of a code list as the product brings it; labels may be changed by an administrator afterwards. */
export interface SeededItem {
  list: string;
  code: string;
  labelCs: string;
  labelEn: string;
}

type Labels = [code: string, labelCs: string, labelEn?: string];

const list = (name: string, items: Labels[]): SeededItem[] =>
  items.map(([code, labelCs, labelEn = labelCs]) => ({ list: name, code, labelCs, labelEn }));

const programmes = list("programmes", [
  [
    "OPZ+",
    "Operační program Zaměstnanost plus (2021–2027)",
    "Operational Programme Employment Plus (2021–2027)",
  ],
  [
    "OPZ",
    "Operační program Zaměstnanost (2014–2020)",
    "Operational Programme Employment (2014–2020)",
  ],
]);

/** As the projects of the Liberec Region in both programmes name them. */
const targetGroups = list("target-groups", [
  [
    "service-providers",
    "Poskytovatelé a zadavatelé sociálních služeb, služeb pro rodiny a děti a dalších služeb na podporu sociálního začleňování",
    "Providers and commissioners of social services, of services for families and children and of other services for social inclusion",
  ],
  [
    "public-servants",
    "Zaměstnanci veřejné správy, kteří se věnují sociální, rodinné nebo zdravotní problematice",
    "Employees of public administration who deal with social, family or health matters",
  ],
  ["social-workers", "Sociální pracovníci", "Social workers"],
  ["service-workers", "Pracovníci v sociálních službách", "Workers in social services"],
  ["informal-carers", "Neformální pečující", "Informal carers"],
  [
    "disadvantaged-families",
    "Rodiče, děti a mladí dospělí v nepříznivé sociální situaci",
    "Parents, children and young adults in an adverse social situation",
  ],
]);

/** Codes of the Czech Statistical Office: LAU 1. */
const districts = list("districts", [
  ["CZ0511", "Česká Lípa"],
  ["CZ0512", "Jablonec nad Nisou"],
  ["CZ0513", "Liberec"],
  ["CZ0514", "Semily"],
  ["CZ0521", "Hradec Králové"],
  ["CZ0522", "Jičín"],
  ["CZ0523", "Náchod"],
  ["CZ0524", "Rychnov nad Kněžnou"],
  ["CZ0525", "Trutnov"],
]);

/** Municipalities with extended powers of both regions; codes of the Czech Statistical Office (list 65). */
const municipalities = list("municipalities", [
  ["5101", "Česká Lípa"],
  ["5102", "Frýdlant"],
  ["5103", "Jablonec nad Nisou"],
  ["5104", "Jilemnice"],
  ["5105", "Liberec"],
  ["5106", "Nový Bor"],
  ["5107", "Semily"],
  ["5108", "Tanvald"],
  ["5109", "Turnov"],
  ["5110", "Železný Brod"],
  ["5201", "Broumov"],
  ["5202", "Dobruška"],
  ["5203", "Dvůr Králové nad Labem"],
  ["5204", "Hořice"],
  ["5205", "Hradec Králové"],
  ["5206", "Jaroměř"],
  ["5207", "Jičín"],
  ["5208", "Kostelec nad Orlicí"],
  ["5209", "Náchod"],
  ["5210", "Nová Paka"],
  ["5211", "Nové Město nad Metují"],
  ["5212", "Nový Bydžov"],
  ["5213", "Rychnov nad Kněžnou"],
  ["5214", "Trutnov"],
  ["5215", "Vrchlabí"],
]);

/** Chapters of a budget as grant decisions of the programme number them; a call may number them otherwise. */
const budgetChapters = list("budget-chapters", [
  ["1", "Celkové způsobilé výdaje", "Total eligible expenditure"],
  ["1.1", "Přímé náklady", "Direct costs"],
  ["1.1.1", "Osobní náklady – pracovní smlouvy", "Staff costs – employment contracts"],
  [
    "1.1.2",
    "Osobní náklady – dohody o pracovní činnosti",
    "Staff costs – agreements to perform work",
  ],
  [
    "1.1.3",
    "Osobní náklady – dohody o provedení práce",
    "Staff costs – agreements to complete a job",
  ],
  ["1.1.4", "Ostatní přímé náklady", "Other direct costs"],
  ["1.1.4.1", "Cestovné", "Travel"],
  ["1.1.4.2", "Zařízení a vybavení", "Equipment and furnishings"],
  ["1.1.4.3", "Nákup služeb", "Services"],
  ["1.1.4.4", "Přímá podpora cílové skupiny", "Direct support of the target group"],
  ["1.2", "Nepřímé náklady", "Indirect costs"],
  ["2", "Celkové nezpůsobilé výdaje", "Total ineligible expenditure"],
]);

export const codeListItems: SeededItem[] = [
  ...programmes,
  ...targetGroups,
  ...districts,
  ...municipalities,
  ...budgetChapters,
  ...isEsfCodes,
];
