import { describe, expect, test } from "vitest";
import type { EsfPerson } from "../../../../db/queries/is-esf.ts";
import { correctionsOf } from "../../../../server/features/is-esf/checks/rules.ts";
import {
  differingColumns,
  namedRow,
  readReturned,
  rowKey,
} from "../../../../server/features/is-esf/differences/rules.ts";
import {
  csvLine,
  fileHead,
  personColumns,
  personRow,
  supportColumns,
  supportedFrom,
  supportRow,
} from "../../../../server/features/is-esf/files/rules.ts";

const person: EsfPerson = {
  participationId: 7,
  code: "T-000007",
  firstName: "Žofie",
  surname: "Říhová",
  bornOn: "1980-05-01",
  municipality: "Plzeň",
  municipalityPart: "Doudlevce",
  street: "Zborovská",
  houseNumber: "12",
  orientationNumber: "3",
  orientationLetter: "a",
  postcode: "30100",
  titleBefore: "Mgr.",
  titleAfter: null,
  exitedOn: "2026-03-31",
  diedOn: null,
  email: "zofie@example.test",
  phone: null,
  enteredOn: "2026-02-09",
  sex: "POHZENY",
  labourStatus: "TPZAMCI",
  projectPosition: null,
  education: "VZISCED5-8",
  housing: null,
  economicSector: null,
  publicSector: null,
  disadvantageSealed: null,
  isDisadvantageSettled: true,
  household: null,
  supportKind: null,
  taxStatus: null,
  outcome: null,
  exitCodes: "SPVZD|SPUKV",
  hasTerritoryDeclaration: true,
  partner: "Centrum; pomoc",
};
const period = { startsOn: "2026-01-01", endsOn: "2026-06-30" };
const support = {
  participationId: 7,
  supportCode: "7.1",
  inPersonMinutes: 450,
  electronicMinutes: 45,
};

describe("the files of IS ESF", () => {
  test("have the columns that the import asks for, in its order, with days and hours as it reads them", () => {
    expect(personColumns).toHaveLength(32);
    expect(supportColumns).toHaveLength(17);
    expect(csvLine(personRow(person, ["ZNZP", "SPOZ"]))).toBe(
      'Žofie;Říhová;1.5.1980;Plzeň;Doudlevce;Zborovská;12;3;a;30100;Mgr.;;31.3.2026;;zofie@example.test;;9.2.2026;POHZENY;TPZAMCI;;VZISCED5-8;;;;ZNZP|SPOZ;;;;;SPVZD|SPUKV;ANO;"Centrum; pomoc"\r\n',
    );
    expect(csvLine(supportRow(person, support, period))).toBe(
      "Žofie;Říhová;1.5.1980;Plzeň;Doudlevce;Zborovská;12;3;a;30100;7.1;7,5;0,75;;9.2.2026;30.6.2026;\r\n",
    );
    expect(fileHead(["A", "B"])).toBe("\ufeffA;B\r\n");
  });

  test("keep what was entered to the letter, even what a spreadsheet would run", () => {
    expect(csvLine(["=SUM(A1)", 'a"b', "dva\nřádky"])).toBe('=SUM(A1);"a""b";"dva\nřádky"\r\n');
  });

  test("begin support on the day of entry only in the first period of a person", () => {
    expect(supportedFrom({ enteredOn: "2025-11-03" }, period)).toBe("2026-01-01");
    expect(supportedFrom({ enteredOn: "2026-02-09" }, period)).toBe("2026-02-09");
    expect(supportedFrom({ enteredOn: "2026-09-01" }, period)).toBe("2026-01-01");
  });
});

describe("corrections of periods that were given", () => {
  const periods = [{ id: 1, number: 1, startsOn: "2025-07-01", endsOn: "2025-12-31" }];
  const given = new Map([[1, "2026-01-20T10:00:00.000Z"]]);
  const late = (fields: object) => ({
    ...{ participationId: 7, code: "T-000007", supportCode: "7.1", minutes: 120 },
    ...{ validOn: "2025-11-03", recordedAt: "2026-02-01T10:00:00.000Z", corrected: null },
    ...fields,
  });

  test("are what was written later, less what it corrects", () => {
    const corrected = { minutes: 360, validOn: "2025-11-03" };
    expect(correctionsOf([late({ corrected })], periods, given)).toEqual([
      { periodNumber: 1, participationId: 7, code: "T-000007", supportCode: "7.1", minutes: -240 },
    ]);
  });

  test("are none of what came to the same, was known in time, or belongs to no period given", () => {
    const postings = [
      late({}),
      late({ minutes: 0, corrected: { minutes: 120, validOn: "2025-11-03" } }),
      late({ recordedAt: "2026-01-10T10:00:00.000Z" }),
      late({ validOn: "2026-02-01" }),
    ];
    expect(correctionsOf(postings, periods, given)).toEqual([]);
  });
});

describe("a file brought back from IS ESF", () => {
  test("knows the same person and the same values however they are written", () => {
    const file = readReturned(
      "\ufeffJmeno_Osoby;Prijmeni_Osoby;DatumNarozeni_Osoby;VstupuDoProjektu_Osoby;PodlePohlavi\r\n ZOFIE ;Rihova;01.05.1980;09. 02. 2026;POHMUZI\r\n;;;;\r\n",
    );
    const ours = namedRow(personRow(person, []), "persons");
    const theirs = file?.rows.get(rowKey(ours, "persons"));
    expect(file?.rows.size).toBe(1);
    expect(differingColumns(ours, theirs ?? {}, "persons")).toEqual([
      { column: "PodlePohlavi", ours: "POHZENY", theirs: "POHMUZI" },
    ]);
  });

  test("is compared by hours and codes of support", () => {
    const file = readReturned(
      "Jmeno_Osoby;Prijmeni_Osoby;DatumNarozeni_Osoby;KodSpecifikace;RozsahPodporyPrezencne;RozsahPodporyElektronicky\nŽofie;Říhová;1.5.1980;7.1;7,50;1\n",
    );
    const ours = namedRow(supportRow(person, support, period), "supports");
    const theirs = file?.rows.get(rowKey(ours, "supports")) ?? {};
    expect(differingColumns(ours, theirs, "supports")).toEqual([
      { column: "RozsahPodporyElektronicky", ours: "0,75", theirs: "1" },
    ]);
  });

  test("without the columns by which people are known is none", () => {
    expect(readReturned("a;b;c\n1;2;3\n")).toBeUndefined();
    expect(readReturned("")).toBeUndefined();
  });
});
