import type { EsfPerson, EsfSupport } from "../../../../db/queries/is-esf.ts";
import type { CalendarDate } from "../../../values/calendar-date.ts";
import { civilDayOf } from "../../../values/day-number.ts";

/** Order and names of columns are those of the import of IS ESF 21+; nothing of it is ours to change. */
const WHO = [
  "Jmeno_Osoby",
  "Prijmeni_Osoby",
  "DatumNarozeni_Osoby",
  "Obec_TrvaleBydlisteOsoby",
  "CastObce_TrvaleBydlisteOsoby",
  "Ulice_TrvaleBydlisteOsoby",
  "CisloPopisne_TrvaleBydlisteOsoby",
  "CisloOrientacni_TrvaleBydlisteOsoby",
  "ZnakCislaOrientacniho_TrvaleBydlisteOsoby",
  "PSC_TrvaleBydlisteOsoby",
] as const;

export const personColumns = [
  ...WHO,
  "TitulPredJmenem_Osoby",
  "TitulZaJmenem_Osoby",
  "DatumVystupuZProjektu_Osoby",
  "DatumUmrti_Osoby",
  "Email_KontaktOsoby",
  "Telefon_KontaktOsoby",
  "VstupuDoProjektu_Osoby",
  "PodlePohlavi",
  "PodlePostaveniNaTrhuPrace_MonitorovaciList",
  "PodlePostaveniOsobyVProjektu_MonitorovaciList",
  "PodleNejvyssihoDosazenehoVzdelani_MonitorovaciList",
  "PodlePristupuKBydleni_MonitorovaciList",
  "PodleAktivityVSektoruEkonomiky_MonitorovaciList",
  "PodleSpecifikacePusobeniVeVerejnemSektoru_MonitorovaciList",
  "PodleTypuZnevyhodneni_MonitorovaciList",
  "PodleOsobSdilejicichStejnouDomacnost_MonitorovaciList",
  "PodleDruhuObdrzenePodpory_MonitorovaciList",
  "PodlePostaveniDaneOsoby_MonitorovaciList",
  "PodleVysledkuUcasti_MonitorovaciList",
  "PodleSituacePoUkonceniUcastiVProjektu_MonitorovaciList",
  "ProhlaseniPodporeneOsobyOUzemniZpusobilosti_MonitorovaciList",
  "Partner",
] as const;

export const supportColumns = [
  ...WHO,
  "KodSpecifikace",
  "RozsahPodporyPrezencne",
  "RozsahPodporyElektronicky",
  "CenaPodpory",
  "DatumOd",
  "DatumDo",
  "Poznamka",
] as const;

const BYTE_ORDER_MARK = "\ufeff";

/** The beginning of a file: its mark of UTF-8 and the names of its columns. */
export function fileHead(columns: readonly string[]): string {
  return BYTE_ORDER_MARK + csvLine(columns);
}

/**
 * One line. A value is quoted only where the format asks for it. Nothing is put before values that a
 * spreadsheet would take for a formula: what IS ESF reads has to be exactly what was entered.
 */
export function csvLine(values: readonly string[]): string {
  return `${values.map(csvValue).join(";")}\r\n`;
}

/** The row of a person; `disadvantage` are the codes that were opened, none where nobody told. */
export function personRow(person: EsfPerson, disadvantage: readonly string[]): string[] {
  return [
    ...identity(person),
    text(person.titleBefore),
    text(person.titleAfter),
    day(person.exitedOn),
    day(person.diedOn),
    text(person.email),
    text(person.phone),
    day(person.enteredOn),
    text(person.sex),
    text(person.labourStatus),
    text(person.projectPosition),
    text(person.education),
    text(person.housing),
    text(person.economicSector),
    text(person.publicSector),
    disadvantage.join("|"),
    text(person.household),
    text(person.supportKind),
    text(person.taxStatus),
    text(person.outcome),
    text(person.exitCodes),
    declared(person.hasTerritoryDeclaration),
    text(person.partner),
  ];
}

export interface EsfPeriod {
  startsOn: CalendarDate;
  endsOn: CalendarDate;
}

/** The row of a person's support of one code in a period. */
export function supportRow(person: EsfPerson, support: EsfSupport, period: EsfPeriod): string[] {
  return [
    ...identity(person),
    text(support.supportCode),
    hours(support.inPersonMinutes),
    hours(support.electronicMinutes),
    "",
    day(supportedFrom(person, period)),
    day(period.endsOn),
    "",
  ];
}

/** In the first period of a person from the day they entered, later from the beginning of the period. */
export function supportedFrom(
  { enteredOn }: Pick<EsfPerson, "enteredOn">,
  { startsOn, endsOn }: EsfPeriod,
): CalendarDate {
  return enteredOn > startsOn && enteredOn <= endsOn ? enteredOn : startsOn;
}

function identity(person: EsfPerson): string[] {
  return [
    text(person.firstName),
    text(person.surname),
    day(person.bornOn),
    text(person.municipality),
    text(person.municipalityPart),
    text(person.street),
    text(person.houseNumber),
    text(person.orientationNumber),
    text(person.orientationLetter),
    text(person.postcode),
  ];
}

function text(value: string | null): string {
  return value ?? "";
}

/** `1.5.2026` */
function day(date: CalendarDate | null): string {
  if (date === null) return "";
  const { year, month, day } = civilDayOf(date);
  return `${day}.${month}.${year}`;
}

/** Hours with a decimal comma and no more places than there are: `40`, `7,5`, `0,75`. */
function hours(minutes: number): string {
  const hundredths = Math.round((minutes * 100) / 60);
  return String(hundredths / 100).replace(".", ",");
}

function declared(value: boolean | null): string {
  if (value === null) return "";
  return value ? "ANO" : "NE";
}

function csvValue(value: string): string {
  return /[";\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
