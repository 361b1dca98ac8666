import { describe, expect, test } from "vitest";
import {
  type Judged,
  missingFields,
  requiredFields,
} from "../../../../server/features/participants/completeness/rules.ts";
import { ageBandOf, ageOn, keysOfName } from "../../../../server/features/participants/rules.ts";

const COMPLETE: Judged = {
  firstName: "Alena",
  surname: "Nová",
  bornOn: "1980-05-01",
  sex: "POHZENY",
  municipality: "Liberec",
  enteredOn: "2026-01-01",
  labourStatus: "TPZAMCI",
  education: "VZJN",
  isDisadvantageSettled: true,
};

describe("a record of a participant", () => {
  test("is complete when IS ESF would take it", () => {
    expect(missingFields(COMPLETE)).toEqual([]);
  });

  test.each(requiredFields)("is not complete without %s", (field) => {
    const without = field === "disadvantage" ? { isDisadvantageSettled: false } : { [field]: null };
    expect(missingFields({ ...COMPLETE, ...without })).toEqual([field]);
  });
});

describe("age", () => {
  test.each([
    ["2008-03-02", "2026-03-02", 18],
    ["2008-03-03", "2026-03-02", 17],
    ["2008-02-29", "2026-02-28", 17],
    ["2008-02-29", "2026-03-01", 18],
    ["2026-03-02", "2026-03-02", 0],
    ["2026-03-03", "2026-03-02", null],
    ["1880-01-01", "2026-03-02", null],
    [null, "2026-03-02", null],
  ])("of somebody born on %s is on %s %s years", (bornOn, on, years) => {
    expect(ageOn(bornOn, on)).toBe(years);
  });

  test("falls into the bands of the Union's reports", () => {
    const bands = [17, 18, 29, 30, 54, 55, null].map(ageBandOf);
    expect(bands).toEqual(["under-18", "18-29", "18-29", "30-54", "30-54", "55-plus", "unknown"]);
  });
});

test("first name and surname are not mixed up", () => {
  const one = keysOfName({ firstName: "Petr", surname: "Pavel", bornOn: "1980-05-01" });
  const other = keysOfName({ firstName: "Pavel", surname: "Petr", bornOn: "1980-05-01" });
  expect(one.identityKey).not.toBe(other.identityKey);
  expect(one.nearKey).toBe("pavel|1980-05-01");
});
